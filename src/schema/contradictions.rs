//! Contradictions that more than one calculator has to look for.

use std::collections::BTreeSet;

use crate::error::{Issues, Path, Problem};
use crate::schema::FieldSpec;

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
