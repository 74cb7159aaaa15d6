//! The catalog: what every input of every calculator is, for forms, docs and checks.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::quantity::Unit;
use crate::schema::{Example, Fallback, FieldSpec, Kind};

/// A calculator and its fields.
#[derive(Clone, Copy, Debug)]
pub struct CalculatorSpec {
    /// The name of the call.
    pub id: &'static str,
    /// What it takes.
    pub fields: &'static [FieldSpec],
}

impl Kind {
    /// The word of the catalog.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number(Unit::Money) => "money",
            Self::Number(Unit::Ratio) => "ratio",
            Self::Number(Unit::Days) => "days",
            Self::Number(Unit::Points) => "points",
            Self::Number(Unit::Count) => "count",
            Self::Date => "date",
            Self::Month => "month",
            Self::Text => "text",
            Self::Choice => "choice",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::List => "list",
        }
    }
}

impl Serialize for CalculatorSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("id", self.id)?;
        map.serialize_entry("fields", self.fields)?;
        map.end()
    }
}

impl Serialize for FieldSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", self.path)?;
        map.serialize_entry("type", self.kind.word())?;
        map.serialize_entry("required", &self.required)?;
        if matches!(self.kind, Kind::Number(_)) {
            let range = self.range;
            map.serialize_entry(if range.above_min { "exclusiveMin" } else { "min" }, &range.min.to_string())?;
            map.serialize_entry(if range.below_max { "exclusiveMax" } else { "max" }, &range.max.to_string())?;
        }
        if let Fallback::Value(text) | Fallback::Policy(text) = self.fallback {
            map.serialize_entry("default", &Scalar(self.kind, text))?;
        }
        if !self.choices.is_empty() && self.kind == Kind::Choice {
            map.serialize_entry("choices", self.choices)?;
        }
        match self.item {
            // The rows of a scalar list are described by one field of the list's own path.
            Some(kind) => {
                let example = match self.example {
                    Example::Rows(rows) => rows.first().and_then(|row| row.first()).copied().unwrap_or(Example::None),
                    other => other,
                };
                map.serialize_entry("fields", &[FieldSpec { kind, item: None, required: true, example, ..*self }])?;
            }
            None if !self.fields.is_empty() => map.serialize_entry("fields", self.fields)?,
            None => {}
        }
        map.serialize_entry("example", &Shown(self, &self.example))?;
        map.end()
    }
}

/// The text of a value as the JSON value that the field takes.
struct Scalar<'a>(Kind, &'a str);

impl Serialize for Scalar<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0, self.1.parse::<u32>(), self.1.parse::<bool>()) {
            (Kind::Number(Unit::Count), Ok(count), _) => serializer.serialize_u32(count),
            (Kind::Boolean, _, Ok(answer)) => serializer.serialize_bool(answer),
            _ => serializer.serialize_str(self.1),
        }
    }
}

/// The example of a field as the JSON value that the field takes.
struct Shown<'a>(&'a FieldSpec, &'a Example);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            Example::None if self.0.kind == Kind::Object => {
                let mut map = serializer.serialize_map(None)?;
                for field in self.0.example_fields() {
                    map.serialize_entry(field.name, &Shown(field, &field.example))?;
                }
                map.end()
            }
            Example::None => serializer.serialize_none(),
            Example::Text(text) => serializer.serialize_str(text),
            Example::Count(count) => serializer.serialize_u32(*count),
            Example::Answer(answer) => serializer.serialize_bool(*answer),
            Example::Rows(rows) => {
                let mut list = serializer.serialize_seq(Some(rows.len()))?;
                for row in *rows {
                    match (self.0.item, row.first()) {
                        (Some(_), Some(value)) => list.serialize_element(&Shown(self.0, value))?,
                        _ => list.serialize_element(&Row(self.0.fields, row))?,
                    }
                }
                list.end()
            }
        }
    }
}

/// A row of an example list: its values in the order of the fields.
struct Row<'a>(&'a [FieldSpec], &'a [Example]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, example) in self.0.iter().zip(self.1) {
            map.serialize_entry(field.name, &Shown(field, example))?;
        }
        map.end()
    }
}
