//! What a field takes, and how a value from outside becomes a typed one.
//!
//! A [`record!`](crate::record) declares the fields of an input once; its struct, its entry in the catalog, its
//! reading and its checking all come from that declaration and cannot disagree.

mod contradictions;
mod reading;
mod record;
pub mod spec;

pub use contradictions::{kind_contradictions, repeated_ids};
#[cfg(feature = "ledger")]
pub use reading::read_required;
pub use reading::{is_object, read_choice, read_fields, read_optional};
pub use spec::{Example, Fallback, FieldSpec, Kind, Range};

use crate::error::{Issues, Path};
use crate::value::Value;

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

/// The place of a value in a record, where a value from outside is put.
pub trait Slot {
    /// Takes over a value that is not null, noting what is wrong with it.
    fn fill(&mut self, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues);
}

impl<T: FieldType> Slot for Option<T> {
    fn fill(&mut self, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
        *self = T::read(value, spec, at, issues);
    }
}

/// A required field: what stands for it stays where its value cannot be read.
pub struct Required<'a, T>(pub &'a mut T);

impl<T: FieldType> Slot for Required<'_, T> {
    fn fill(&mut self, value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) {
        if let Some(read) = T::read(value, spec, at, issues) {
            *self.0 = read;
        }
    }
}

/// A group of fields that can be filled one by one. All records are read by one loop over this, which is compiled once.
pub trait Slots {
    /// Has the field at this position filled.
    fn fill(&mut self, index: usize, fill: &mut dyn FnMut(&mut dyn Slot));
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
