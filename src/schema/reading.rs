//! How a value from outside becomes one of a field's type, with everything that is wrong with it noted.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::calendar::{IsoDate, IsoMonth};
use crate::error::{Issue, Issues, Path, Problem};
use crate::exact::Exact;
use crate::quantity::{Days, Money, Points, Ratio, Unit, Unreadable, parse_plain, without_exponent};
use crate::schema::{FieldSpec, FieldType, Kind, Range, Slots};
use crate::value::Value;

/// Reads a field that may be left out.
pub fn read_optional<T: FieldType>(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<T> {
    match value {
        Value::Null => None,
        value => T::read(value, spec, at, issues),
    }
}

/// Reads a field that must be there; an issue stands for the value that is not.
pub fn read_required<T: FieldType>(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> T {
    match value {
        Value::Null => {
            issues.add(at, Problem::Required);
            T::stand_in()
        }
        value => T::read(value, spec, at, issues).unwrap_or_else(T::stand_in),
    }
}

/// Reads the fields of an object into a record that is blank.
pub fn read_fields(
    record: &mut dyn Slots,
    specs: &'static [FieldSpec],
    value: &Value,
    at: &Path<'_>,
    issues: &mut Issues,
) {
    if !is_object(value, specs, at, issues) {
        return;
    }
    for (index, spec) in specs.iter().enumerate() {
        let at = Path::Key(at, spec.name);
        match value.get(spec.name) {
            Value::Null if spec.required => issues.add(&at, Problem::Required),
            Value::Null => {}
            value => record.fill(index, &mut |slot| slot.fill(value, spec, &at, issues)),
        }
    }
}

/// The decimal of a text or number.
#[inline(never)]
fn read_decimal(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Decimal> {
    let text = match value {
        Value::Text(text) => Some(Cow::Borrowed(text.as_str())),
        Value::Number(text) => without_exponent(text).map(Cow::Owned),
        _ => {
            issues.add(at, Problem::WrongType);
            return None;
        }
    };
    let places = spec.places();
    match text.map_or(Err(Unreadable::NotANumber), |text| parse_plain(&text, places)) {
        Ok(number) => {
            check_decimal(number, spec, at, issues);
            return Some(number);
        }
        Err(Unreadable::NotANumber) => issues.add(at, Problem::NotANumber),
        Err(Unreadable::TooPrecise) => spec.too_precise(places, at, issues),
        Err(Unreadable::TooLarge) => spec.out_of_range(at, issues),
    }
    None
}

fn check_decimal(number: Decimal, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
    let places = spec.places();
    let number = Exact::from(number);
    if !spec.range.contains(&number) {
        spec.out_of_range(at, issues);
    } else if !number.ends_within(places) {
        spec.too_precise(places, at, issues);
    }
}

macro_rules! number_fields {
    ($($name:ident $range:expr;)*) => {$(
        impl FieldType for $name {
            const KIND: Kind = Kind::Number(Self::UNIT);
            const RANGE: Range = $range;

            fn stand_in() -> Self {
                Self::default()
            }

            fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
                read_decimal(value, spec, at, issues).map(Self)
            }

            fn check(&self, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                check_decimal(self.0, spec, at, issues);
            }
        }
    )*};
}

number_fields! {
    Money Range::of(0, 10_000_000_000_000);
    Ratio Range::SHARE;
    Days Range::of(0, 36_500);
    Points Range::of(0, 100);
}

impl FieldType for u32 {
    const KIND: Kind = Kind::Number(Unit::Count);
    const RANGE: Range = Range::of(0, 1_000_000);

    fn stand_in() -> Self {
        0
    }

    fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        let Value::Number(text) = value else {
            issues.add(at, Problem::WrongType);
            return None;
        };
        match without_exponent(text).map_or(Err(Unreadable::NotANumber), |text| parse_plain(&text, 0)) {
            Err(Unreadable::NotANumber) => issues.add(at, Problem::NotANumber),
            Err(Unreadable::TooPrecise) => issues.add(at, Problem::WrongType),
            Err(Unreadable::TooLarge) => spec.out_of_range(at, issues),
            Ok(number) if !spec.range.contains(&number.into()) => spec.out_of_range(at, issues),
            Ok(number) => return u32::try_from(number.mantissa()).ok(),
        }
        None
    }

    fn check(&self, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
        if !spec.range.contains(&(*self).into()) {
            spec.out_of_range(at, issues);
        }
    }
}

impl FieldType for bool {
    const KIND: Kind = Kind::Boolean;

    fn stand_in() -> Self {
        false
    }

    fn read(value: &Value, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        if let Value::Bool(answer) = value {
            return Some(*answer);
        }
        issues.add(at, Problem::WrongType);
        None
    }
}

impl FieldType for String {
    const KIND: Kind = Kind::Text;

    fn stand_in() -> Self {
        Self::new()
    }

    fn read(value: &Value, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        if let Value::Text(text) = value {
            return Some(text.clone());
        }
        issues.add(at, Problem::WrongType);
        None
    }
}

macro_rules! calendar_fields {
    ($($name:ident $kind:ident $min:literal $max:literal;)*) => {$(
        impl FieldType for $name {
            const KIND: Kind = Kind::$kind;

            fn stand_in() -> Self {
                Self::FIRST
            }

            fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
                let Value::Text(text) = value else {
                    issues.add(at, Problem::WrongType);
                    return None;
                };
                let Some(read) = Self::parse(text) else {
                    issues.add(at, Problem::NotADate);
                    return None;
                };
                read.check(spec, at, issues);
                Some(read)
            }

            fn check(&self, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                if !self.in_range() {
                    issues.push(Issue {
                        min: Some($min.to_owned()),
                        max: Some($max.to_owned()),
                        ..Issue::new(at.to_string(), Problem::OutOfRange)
                    });
                }
            }
        }
    )*};
}

calendar_fields! {
    IsoDate Date "1900-01-01" "2200-12-31";
    IsoMonth Month "1900-01" "2200-12";
}

impl<T: FieldType> FieldType for Vec<T> {
    const KIND: Kind = Kind::List;
    const RANGE: Range = T::RANGE;
    const CHOICES: &'static [&'static str] = T::CHOICES;
    const FIELDS: &'static [FieldSpec] = T::FIELDS;
    const ITEM: Option<Kind> = match T::KIND {
        Kind::Object => None,
        kind => Some(kind),
    };

    fn stand_in() -> Self {
        Self::new()
    }

    fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        let Value::List(rows) = value else {
            issues.add(at, Problem::WrongType);
            return None;
        };
        if !length_fits(rows.len(), spec, at, issues) {
            return None;
        }
        let row = |(index, row)| read_required(row, spec, &Path::Row(at, index), issues);
        Some(rows.iter().enumerate().map(row).collect())
    }

    fn check(&self, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
        if length_fits(self.len(), spec, at, issues) {
            for (index, row) in self.iter().enumerate() {
                row.check(spec, &Path::Row(at, index), issues);
            }
        }
    }
}

fn length_fits(rows: usize, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> bool {
    if rows == 0 && spec.required && !spec.may_be_empty {
        issues.add(at, Problem::Required);
    } else if rows > spec.most_rows {
        issues.push(Issue { max: Some(spec.most_rows.to_string()), ..Issue::new(at.to_string(), Problem::TooMany) });
    } else {
        return true;
    }
    false
}

/// Whether a value is an object; every key that no field has is noted.
pub fn is_object(value: &Value, fields: &[FieldSpec], at: &Path<'_>, issues: &mut Issues) -> bool {
    match value {
        Value::Object(entries) => {
            for (key, _) in entries {
                if !fields.iter().any(|field| field.name == key) {
                    issues.add(&Path::Key(at, key), Problem::UnknownField);
                }
            }
            true
        }
        _ => {
            issues.add(at, Problem::WrongType);
            false
        }
    }
}

/// The word of a choice.
pub fn read_choice<'a>(
    value: &'a Value,
    choices: &[&'static str],
    at: &Path<'_>,
    issues: &mut Issues,
) -> Option<&'a str> {
    let Value::Text(word) = value else {
        issues.add(at, Problem::WrongType);
        return None;
    };
    if choices.contains(&word.as_str()) {
        return Some(word);
    }
    issues.push(Issue {
        allowed: Some(choices.iter().map(|word| Cow::Borrowed(*word)).collect()),
        ..Issue::new(at.to_string(), Problem::UnknownChoice)
    });
    None
}
