//! Everything there is to know about a field: its kind, range, default, choices, example.

use crate::error::{Issue, Issues, Path, Problem};
use crate::exact::Exact;
use crate::quantity::Unit;
use crate::schema::FieldType;

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
        Self { min, max, above_min: false, below_max: false, only_bounds: false }
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
        Self { above_min: true, ..self }
    }

    /// The same without the greatest value.
    pub const fn below_max(self) -> Self {
        Self { below_max: true, ..self }
    }

    /// The least and the greatest value, and nothing between them.
    pub const fn only_bounds(self) -> Self {
        Self { only_bounds: true, ..self }
    }

    /// Whether a number lies in the range.
    pub fn contains(&self, number: &Exact) -> bool {
        let (from_min, from_max) = (number.cmp(&self.min.into()), number.cmp(&self.max.into()));
        (from_min.is_gt() || (from_min.is_eq() && !self.above_min))
            && (from_max.is_lt() || (from_max.is_eq() && !self.below_max))
            && (!self.only_bounds || from_min.is_eq() || from_max.is_eq())
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

    /// A field of the type `T` in a group of fields; its name is what its path has behind that of the group.
    pub const fn below<T: FieldType>(group: &str, path: &'static str) -> Self {
        Self::new::<T>(path.split_at(group.len()).1, path)
    }

    /// The same, to be given.
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same, for a list that may have no rows although it must be given.
    pub const fn may_be_empty(self) -> Self {
        Self { may_be_empty: true, ..self }
    }

    /// The same, only there when the field `kind` of its object says one of these.
    pub const fn of_kinds(self, kinds: &'static [&'static str]) -> Self {
        Self { kinds, ..self }
    }

    /// The same, without decimal places.
    pub const fn whole(self) -> Self {
        Self { whole: true, ..self }
    }

    /// The same with another range.
    pub const fn range(self, range: Range) -> Self {
        Self { range, ..self }
    }

    /// The same with a value that stands for it when it is left out.
    pub const fn default(self, text: &'static str) -> Self {
        Self { fallback: Fallback::Value(text), ..self }
    }

    /// The same with a value of the policy that stands for it when it is left out.
    pub const fn policy(self, text: &'static str) -> Self {
        Self { fallback: Fallback::Policy(text), ..self }
    }

    /// The same list with fewer rows.
    pub const fn rows(self, most_rows: usize) -> Self {
        Self { most_rows, ..self }
    }

    /// The same with an example.
    pub const fn example(self, example: Example) -> Self {
        Self { example, ..self }
    }

    /// The most decimal places of the number, or of the numbers of a list.
    pub(super) fn places(&self) -> u32 {
        match self.item.unwrap_or(self.kind) {
            Kind::Number(unit) if !self.whole => unit.input_places(),
            _ => 0,
        }
    }

    /// Whether the field exists in an object of this kind.
    pub fn belongs_to(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// The fields of an object that are in its example: those of the kind that it is an example of.
    pub fn example_fields(&self) -> impl Iterator<Item = &'static Self> {
        let fields = self.fields;
        let kind = fields.iter().find_map(|field| match field.example {
            Example::Text(kind) if field.name == "kind" => Some(kind),
            _ => None,
        });
        fields.iter().filter(move |field| field.belongs_to(kind.unwrap_or_default()))
    }

    pub(super) fn out_of_range(&self, at: &Path<'_>, issues: &mut Issues) {
        issues.push(Issue {
            min: Some(self.range.min.to_string()),
            max: Some(self.range.max.to_string()),
            ..Issue::new(at.to_string(), Problem::OutOfRange)
        });
    }

    pub(super) fn too_precise(&self, places: u32, at: &Path<'_>, issues: &mut Issues) {
        issues.push(Issue { max: Some(places.to_string()), ..Issue::new(at.to_string(), Problem::TooPrecise) });
    }
}
