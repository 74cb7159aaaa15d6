//! What a field takes, and how a value from outside becomes a typed one.
//!
//! A [`record!`](crate::record) declares the fields of an input once; its struct, its entry in the catalog, its
//! reading and its checking all come from that declaration and cannot disagree.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::calendar::{IsoDate, IsoMonth};
use crate::error::{Issue, Issues, Path, Problem};
use crate::exact::Exact;
use crate::quantity::{
    Days, Money, Points, Ratio, Unit, Unreadable, parse_plain, without_exponent,
};
use crate::value::Value;

/// The most rows a list takes.
pub const MOST_ROWS: usize = 10_000;

/// The kind of a field; the widget of a form follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A decimal of this unit, or an integer when it counts things.
    Number(Unit),
    /// A calendar date.
    Date,
    /// A calendar month.
    Month,
    /// Text.
    Text,
    /// One of a few words.
    Choice,
    /// Yes or no.
    Boolean,
    /// Fields of its own.
    Object,
    /// Rows of the same fields, or of one scalar.
    List,
}

/// The values a number may take. All bounds of the contract are whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least value.
    pub min: i64,
    /// The greatest value.
    pub max: i64,
    /// Whether the least value itself is out of range.
    pub above_min: bool,
    /// Whether the greatest value itself is out of range.
    pub below_max: bool,
    /// Whether only the least and the greatest value are in range, and nothing between them.
    pub only_bounds: bool,
}

impl Range {
    /// From one number to another, both included.
    pub const fn of(min: i64, max: i64) -> Self {
        Self {
            min,
            max,
            above_min: false,
            below_max: false,
            only_bounds: false,
        }
    }

    /// A share of a whole, 0 to 1.
    pub const SHARE: Self = Self::of(0, 1);
    /// A rate a year, 0 to 10.
    pub const RATE: Self = Self::of(0, 10);
    /// Money of which there has to be some.
    pub const SOME_MONEY: Self = Self::of(0, 10_000_000_000_000).above_min();
    /// Money that may be negative.
    pub const SIGNED: Self = Self::of(-10_000_000_000_000, 10_000_000_000_000);

    /// The same without the least value.
    pub const fn above_min(self) -> Self {
        Self {
            above_min: true,
            ..self
        }
    }

    /// The same without the greatest value.
    pub const fn below_max(self) -> Self {
        Self {
            below_max: true,
            ..self
        }
    }

    /// The least and the greatest value, and nothing between them.
    pub const fn only_bounds(self) -> Self {
        Self {
            only_bounds: true,
            ..self
        }
    }

    /// Whether a number lies in the range.
    pub fn contains(&self, number: Decimal) -> bool {
        self.holds(&number, &self.min.into(), &self.max.into())
    }

    /// Whether an exact value lies in the range.
    pub fn contains_exact(&self, value: &Exact) -> bool {
        self.holds(value, &self.min.into(), &self.max.into())
    }

    fn holds<T: Ord>(&self, value: &T, min: &T, max: &T) -> bool {
        (value > min || (value == min && !self.above_min))
            && (value < max || (value == max && !self.below_max))
            && (!self.only_bounds || value == min || value == max)
    }
}

/// An example of a field, for "load an example", docs and tests.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// No example of its own: an object shows those of its fields, other fields stay empty.
    None,
    /// A decimal, date, month, word or other text.
    Text(&'static str),
    /// An integer.
    Count(u32),
    /// Yes or no.
    Answer(bool),
    /// The rows of a list, each with one value a field (a scalar list: one value a row).
    Rows(&'static [&'static [Example]]),
}

/// Where the value of a field comes from when it is left out.
#[derive(Clone, Copy, Debug)]
pub enum Fallback {
    /// It stays unknown.
    None,
    /// The same value always.
    Value(&'static str),
    /// A value of the policy; the text is that of the default policy.
    Policy(&'static str),
}

impl Fallback {
    /// The value with the default policy.
    pub fn text(&self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Value(text) | Self::Policy(text) => Some(text),
        }
    }

    /// The value that stands for the field whatever the policy says.
    pub fn fixed(&self) -> Option<&'static str> {
        match self {
            Self::Value(text) => Some(text),
            _ => None,
        }
    }
}

/// Everything there is to know about a field.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// The key, such as `openingCash`.
    pub name: &'static str,
    /// The keys from the input down to the field, such as `stress.openingCash`.
    pub path: &'static str,
    /// What the field takes.
    pub kind: Kind,
    /// Whether it must be given; of a list also that it needs a row.
    pub required: bool,
    /// Whether a required list may have no rows.
    pub may_be_empty: bool,
    /// The kinds of the object for which the field exists; empty when it does for all of them.
    pub kinds: &'static [&'static str],
    /// The values a number may take.
    pub range: Range,
    /// Whether a decimal has to be whole, such as days that are added to a date.
    pub whole: bool,
    /// What stands for it when it is left out.
    pub fallback: Fallback,
    /// The words of a choice.
    pub choices: &'static [&'static str],
    /// The fields of an object, or of the rows of a list.
    pub fields: &'static [FieldSpec],
    /// What each row of a list of scalars takes.
    pub item: Option<Kind>,
    /// The most rows a list takes.
    pub most_rows: usize,
    /// An example.
    pub example: Example,
}

impl FieldSpec {
    /// A field of the type `T`, with the range that is usual for it.
    pub const fn new<T: FieldType>(name: &'static str, path: &'static str) -> Self {
        Self {
            name,
            path,
            kind: T::KIND,
            required: false,
            may_be_empty: false,
            kinds: &[],
            range: T::RANGE,
            whole: false,
            fallback: Fallback::None,
            choices: T::CHOICES,
            fields: T::FIELDS,
            item: T::ITEM,
            most_rows: MOST_ROWS,
            example: Example::None,
        }
    }

    /// The same, to be given.
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// The same, for a list that may have no rows although it must be given.
    pub const fn may_be_empty(self) -> Self {
        Self {
            may_be_empty: true,
            ..self
        }
    }

    /// The same, only there when the field `kind` of its object says one of these.
    pub const fn of_kinds(self, kinds: &'static [&'static str]) -> Self {
        Self { kinds, ..self }
    }

    /// The same, without decimal places.
    pub const fn whole(self) -> Self {
        Self {
            whole: true,
            ..self
        }
    }

    /// The same with another range.
    pub const fn range(self, range: Range) -> Self {
        Self { range, ..self }
    }

    /// The same with a value that stands for it when it is left out.
    pub const fn default(self, text: &'static str) -> Self {
        Self {
            fallback: Fallback::Value(text),
            ..self
        }
    }

    /// The same with a value of the policy that stands for it when it is left out.
    pub const fn policy(self, text: &'static str) -> Self {
        Self {
            fallback: Fallback::Policy(text),
            ..self
        }
    }

    /// The same list with fewer rows.
    pub const fn rows(self, most_rows: usize) -> Self {
        Self { most_rows, ..self }
    }

    /// The same with an example.
    pub const fn example(self, example: Example) -> Self {
        Self { example, ..self }
    }

    /// The most decimal places of a number of this unit.
    fn places(&self, unit: Unit) -> u32 {
        if self.whole { 0 } else { unit.input_places() }
    }

    /// Whether the field exists in an object of this kind.
    pub fn belongs_to(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    fn out_of_range(&self, at: &Path<'_>, issues: &mut Issues) {
        issues.push(Issue {
            min: Some(self.range.min.to_string()),
            max: Some(self.range.max.to_string()),
            ..Issue::new(at.to_string(), Problem::OutOfRange)
        });
    }

    fn too_precise(&self, places: u32, at: &Path<'_>, issues: &mut Issues) {
        issues.push(Issue {
            max: Some(places.to_string()),
            ..Issue::new(at.to_string(), Problem::TooPrecise)
        });
    }
}

/// A type that a field can have.
pub trait FieldType: Sized + 'static {
    /// What the field takes.
    const KIND: Kind;
    /// The range that is usual for the type.
    const RANGE: Range = Range::of(0, 0);
    /// The words of a choice.
    const CHOICES: &'static [&'static str] = &[];
    /// The fields of an object, or of the rows of a list.
    const FIELDS: &'static [FieldSpec] = &[];
    /// What each row of a list of scalars takes.
    const ITEM: Option<Kind> = None;

    /// What stands for a required value that could not be read; a call with one ends in an error.
    fn stand_in() -> Self;

    /// Reads a value that is not null, noting what is wrong with it, its range included.
    fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self>;

    /// Notes what is wrong with a value that was made in Rust.
    fn check(&self, _spec: &FieldSpec, _at: &Path<'_>, _issues: &mut Issues) {}
}

/// Reads a field that may be left out.
pub fn read_optional<T: FieldType>(
    value: &Value,
    spec: &FieldSpec,
    at: &Path<'_>,
    issues: &mut Issues,
) -> Option<T> {
    match value {
        Value::Null => None,
        value => T::read(value, spec, at, issues),
    }
}

/// Reads a field that must be there; an issue stands for the value that is not.
pub fn read_required<T: FieldType>(
    value: &Value,
    spec: &FieldSpec,
    at: &Path<'_>,
    issues: &mut Issues,
) -> T {
    match value {
        Value::Null => {
            issues.add(at, Problem::Required);
            T::stand_in()
        }
        value => T::read(value, spec, at, issues).unwrap_or_else(T::stand_in),
    }
}

/// The decimal of a text or number, at most `places` places.
fn read_decimal(
    value: &Value,
    places: u32,
    spec: &FieldSpec,
    at: &Path<'_>,
    issues: &mut Issues,
) -> Option<Decimal> {
    let text = match value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(text) => without_exponent(text),
        _ => {
            issues.add(at, Problem::WrongType);
            return None;
        }
    };
    match text.map_or(Err(Unreadable::NotANumber), |text| {
        parse_plain(&text, places)
    }) {
        Ok(number) => return Some(number),
        Err(Unreadable::NotANumber) => issues.add(at, Problem::NotANumber),
        Err(Unreadable::TooPrecise) => spec.too_precise(places, at, issues),
        Err(Unreadable::TooLarge) => spec.out_of_range(at, issues),
    }
    None
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
                let number = Self(read_decimal(value, spec.places(Self::UNIT), spec, at, issues)?);
                number.check(spec, at, issues);
                Some(number)
            }

            fn check(&self, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                let places = spec.places(Self::UNIT);
                if !spec.range.contains(self.0) {
                    spec.out_of_range(at, issues);
                } else if self.0.normalize().scale() > places {
                    spec.too_precise(places, at, issues);
                }
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
        match without_exponent(text).map(|text| parse_plain(&text, 0)) {
            None | Some(Err(Unreadable::NotANumber)) => issues.add(at, Problem::NotANumber),
            Some(Err(Unreadable::TooPrecise)) => issues.add(at, Problem::WrongType),
            Some(Err(Unreadable::TooLarge)) => spec.out_of_range(at, issues),
            Some(Ok(number)) if !spec.range.contains(number) => spec.out_of_range(at, issues),
            Some(Ok(number)) => return u32::try_from(number.mantissa()).ok(),
        }
        None
    }

    fn check(&self, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
        if !spec.range.contains((*self).into()) {
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
        issues.push(Issue {
            max: Some(spec.most_rows.to_string()),
            ..Issue::new(at.to_string(), Problem::TooMany)
        });
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

/// Notes the fields of a record that another kind has, and those that its own kind asks for.
pub fn kind_contradictions(
    kind: &str,
    fields: &[FieldSpec],
    given: &[&str],
    needed: &[&str],
    at: &Path<'_>,
    issues: &mut Issues,
) {
    for field in fields {
        if given.contains(&field.name) && !field.belongs_to(kind) {
            issues.add(&Path::Key(at, field.name), Problem::UnknownField);
        }
    }
    for name in needed.iter().filter(|name| !given.contains(name)) {
        issues.add(&Path::Key(at, name), Problem::Required);
    }
}

/// Notes the rows of a list whose id an earlier row has.
pub fn repeated_ids<'a>(list: &Path<'_>, ids: impl Iterator<Item = &'a str>, issues: &mut Issues) {
    let mut known = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        let row = Path::Row(list, index);
        let at = Path::Key(&row, "id");
        // An id that could not be read is empty here, and has its issue already.
        let readable = !id.is_empty() || issues.none_at(&[&row.to_string(), &at.to_string()]);
        if readable && !known.insert(id) {
            issues.add(&at, Problem::Inconsistent);
        }
    }
}

/// A group of fields, declared with [`record!`](crate::record).
pub trait Record: Sized + 'static {
    /// The fields in order.
    const FIELDS: &'static [FieldSpec];

    /// Reads the fields of an object, noting everything that is wrong with it.
    fn read(value: &Value, at: &Path<'_>, issues: &mut Issues) -> Self;

    /// Notes what is wrong with a record that was made in Rust.
    fn check(&self, at: &Path<'_>, issues: &mut Issues);
}

/// Declares the choices of a field: an enum and the words it is written with.
#[macro_export]
#[doc(hidden)]
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub enum $name { $($(#[$item_doc])* #[serde(rename = $word)] $item,)* }

        impl $name {
            /// The choice of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$item),)* _ => None }
            }

            /// The word on the wire.
            pub fn word(self) -> &'static str {
                match self { $(Self::$item => $word,)* }
            }
        }

        impl $crate::schema::FieldType for $name {
            const KIND: $crate::schema::Kind = $crate::schema::Kind::Choice;
            const CHOICES: &'static [&'static str] = &[$($word),*];

            fn stand_in() -> Self {
                let choices = [$(Self::$item),*];
                choices[0]
            }

            fn read(
                value: &$crate::value::Value,
                _: &$crate::schema::FieldSpec,
                at: &$crate::error::Path<'_>,
                issues: &mut $crate::error::Issues,
            ) -> Option<Self> {
                $crate::schema::read_choice(value, Self::CHOICES, at, issues).and_then(Self::from_word)
            }
        }

        impl $crate::expression::Leaf for $name {
            type As<'a> = Option<Self>;

            fn leaf(value: Option<&Self>, spec: &'static $crate::schema::FieldSpec) -> Option<Self> {
                value.copied().or_else(|| Self::from_word(spec.fallback.fixed()?))
            }
        }
    };
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

/// Declares a group of input fields.
///
/// `in "stress."` is the path in front of the field names. A required field has its type as it is; every other
/// one is an `Option`. After the wire name come the calls that complete its [`FieldSpec`]. Beside the struct, this
/// makes [`Record`] and [`FieldType`] for it and one method a field, which gives the field as the calculators
/// use it (see [`Leaf`](crate::expression::Leaf)): numbers as named quantities, with their default where they have one.
#[macro_export]
#[doc(hidden)]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident in $prefix:literal {
            required { $($(#[$must_doc:meta])* $must:ident: $must_type:ty = $must_wire:literal $(.$must_call:ident($($must_arg:expr),*))*,)* }
            optional { $($(#[$may_doc:meta])* $may:ident: $may_type:ty = $may_wire:literal $(.$may_call:ident($($may_arg:expr),*))*,)* }
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null), serde(rename_all = "camelCase"))]
        pub struct $name {
            $($(#[$must_doc])* pub $must: $must_type,)*
            $($(#[$may_doc])* #[cfg_attr(feature = "wasm", serde(default))] pub $may: Option<$may_type>,)*
        }

        impl $name {
            /// The input with its required fields; the others are left out.
            #[allow(clippy::new_without_default, clippy::too_many_arguments)]
            pub fn new($($must: $must_type),*) -> Self {
                Self { $($must,)* $($may: None,)* }
            }
        }

        const _: () = {
            use $crate::error::{Issues, Path};
            #[allow(unused_imports, reason = "a record may have only required fields, or none")]
            use $crate::schema::{FieldSpec, FieldType, Kind, Record, read_optional, read_required};
            use $crate::value::Value;

            #[allow(non_camel_case_types)]
            enum At { $($must,)* $($may,)* }

            const SPECS: &[FieldSpec] = &[
                $(FieldSpec::new::<$must_type>($must_wire, concat!($prefix, $must_wire)).required() $(.$must_call($($must_arg),*))*,)*
                $(FieldSpec::new::<$may_type>($may_wire, concat!($prefix, $may_wire)) $(.$may_call($($may_arg),*))*,)*
            ];

            #[allow(dead_code, clippy::indexing_slicing, reason = "every position is that of a field")]
            impl $name {
                $(pub(crate) fn $must(&self) -> <$must_type as $crate::expression::Leaf>::As<'_> {
                    $crate::expression::Leaf::leaf(Some(&self.$must), &SPECS[At::$must as usize])
                })*
                /// The names of the fields that were given, of those that may be left out.
                pub(crate) fn given(&self) -> Vec<&'static str> {
                    let all: &[(bool, &'static str)] = &[$((self.$may.is_some(), $may_wire)),*];
                    all.iter().filter(|(given, _)| *given).map(|(_, name)| *name).collect()
                }
                $(pub(crate) fn $may(&self) -> <$may_type as $crate::expression::Leaf>::As<'_> {
                    $crate::expression::Leaf::leaf(self.$may.as_ref(), &SPECS[At::$may as usize])
                })*
            }

            #[allow(unused_variables, clippy::indexing_slicing, reason = "every position is that of a field")]
            impl Record for $name {
                const FIELDS: &'static [FieldSpec] = SPECS;

                fn read(value: &Value, at: &Path<'_>, issues: &mut Issues) -> Self {
                    if !$crate::schema::is_object(value, SPECS, at, issues) {
                        return <Self as FieldType>::stand_in();
                    }
                    Self {
                        $($must: read_required(value.get($must_wire), &SPECS[At::$must as usize], &Path::Key(at, $must_wire), issues),)*
                        $($may: read_optional(value.get($may_wire), &SPECS[At::$may as usize], &Path::Key(at, $may_wire), issues),)*
                    }
                }

                fn check(&self, at: &Path<'_>, issues: &mut Issues) {
                    $(FieldType::check(&self.$must, &SPECS[At::$must as usize], &Path::Key(at, $must_wire), issues);)*
                    $(if let Some(value) = &self.$may {
                        FieldType::check(value, &SPECS[At::$may as usize], &Path::Key(at, $may_wire), issues);
                    })*
                }
            }

            impl FieldType for $name {
                const KIND: Kind = Kind::Object;
                const FIELDS: &'static [FieldSpec] = SPECS;

                fn stand_in() -> Self {
                    Self { $($must: FieldType::stand_in(),)* $($may: None,)* }
                }

                fn read(value: &Value, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
                    Some(<Self as Record>::read(value, at, issues))
                }

                fn check(&self, _: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
                    Record::check(self, at, issues);
                }
            }

            impl $crate::expression::Leaf for $name {
                type As<'a> = Option<&'a Self>;

                fn leaf<'a>(value: Option<&'a Self>, _: &'static FieldSpec) -> Option<&'a Self> {
                    value
                }
            }
        };
    };
}
