//! What is wrong with an input: codes with data, never prose.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Bound;

use serde::Serialize;

/// What is wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// A field that must be there is not, or a list that needs a row has none.
    Required,
    /// Text that is not a plain decimal, or a number that is not finite.
    NotANumber,
    /// Text that is not a calendar date (`YYYY-MM-DD`) or month (`YYYY-MM`).
    NotADate,
    /// A value of another kind than the field takes.
    WrongType,
    /// Below the least or above the greatest value that the field takes.
    OutOfRange,
    /// More decimal places than the field takes.
    TooPrecise,
    /// A field that does not exist.
    UnknownField,
    /// Text that is none of the field's choices.
    UnknownChoice,
    /// A value that contradicts another one.
    Inconsistent,
    /// A list that is longer than the field takes.
    TooMany,
    /// Too few answers for a result.
    InsufficientData,
}

/// One problem of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// The path of the field, such as `years[0].totalAssets`; empty for the input as a whole.
    pub field: String,
    /// What is wrong.
    pub code: Problem,
    /// The same for a developer who reads a log, in English.
    pub message: String,
    /// The least value the field takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<String>,
    /// The greatest value the field takes; with `too_precise` the most decimal places, with `too_many` the most rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<String>,
    /// The choices the field takes, or the readings of an ambiguous amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub allowed: Option<Vec<Cow<'static, str>>>,
}

impl Issue {
    /// A problem without further data.
    pub fn new(field: String, code: Problem) -> Self {
        let message = format!("{}: {}", if field.is_empty() { "input" } else { &field }, code.phrase());
        Self { field, code, message, min: None, max: None, allowed: None }
    }
}

impl Problem {
    /// The code on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NotANumber => "not_a_number",
            Self::NotADate => "not_a_date",
            Self::WrongType => "wrong_type",
            Self::OutOfRange => "out_of_range",
            Self::TooPrecise => "too_precise",
            Self::UnknownField => "unknown_field",
            Self::UnknownChoice => "unknown_choice",
            Self::Inconsistent => "inconsistent",
            Self::TooMany => "too_many",
            Self::InsufficientData => "insufficient_data",
        }
    }

    fn phrase(self) -> &'static str {
        match self {
            Self::Required => "is required",
            Self::NotANumber => "is not a plain decimal number",
            Self::NotADate => "is not a calendar date",
            Self::WrongType => "is of the wrong type",
            Self::OutOfRange => "is out of range",
            Self::TooPrecise => "has too many decimal places",
            Self::UnknownField => "is not a known field",
            Self::UnknownChoice => "is not one of the choices",
            Self::Inconsistent => "contradicts another value",
            Self::TooMany => "has too many rows",
            Self::InsufficientData => "is needed for a result",
        }
    }
}

/// Everything that is wrong with the input of a call: at least one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// The problems, in the order in which the fields are checked.
    pub issues: Vec<Issue>,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, issue) in self.issues.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            f.write_str(&issue.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for InputError {}

/// Where a value stands in its input. Written out only when something is wrong there.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    /// The start: nothing, or the name of the argument.
    Root(&'static str),
    /// A key of an object.
    Key(&'a Path<'a>, &'a str),
    /// A row of a list.
    Row(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(name) => f.write_str(name),
            Self::Key(Path::Root(""), key) => f.write_str(key),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Row(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// The problems found so far; the first one of a field stands.
#[derive(Debug, Default)]
pub struct Issues {
    found: Vec<Issue>,
    fields: BTreeSet<String>,
}

impl Issues {
    /// Notes a problem.
    pub fn add(&mut self, at: &Path<'_>, code: Problem) {
        self.push(Issue::new(at.to_string(), code));
    }

    /// Notes a problem with its data.
    pub fn push(&mut self, issue: Issue) {
        if self.fields.insert(issue.field.clone()) {
            self.found.push(issue);
        }
    }

    /// Whether nothing is wrong with the fields of these paths, so that they can be compared.
    pub fn none_at(&self, fields: &[&str]) -> bool {
        !fields.iter().any(|field| self.fields.contains(*field))
    }

    /// Whether nothing is wrong with the field of this path and everything below it.
    pub fn none_below(&self, field: &str) -> bool {
        self.fields
            .range::<str, _>((Bound::Included(field), Bound::Unbounded))
            .map_while(|found| found.strip_prefix(field))
            .all(|rest| !rest.is_empty() && !rest.starts_with(['.', '[']))
    }

    /// The problems as an error, if there are any.
    pub fn into_result(self) -> Result<(), InputError> {
        if self.found.is_empty() { Ok(()) } else { Err(InputError { issues: self.found }) }
    }
}
