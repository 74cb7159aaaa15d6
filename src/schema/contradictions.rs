//! Contradictions that more than one calculator has to look for.

use crate::error::{Issues, Path, Problem};
use crate::order;
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
pub fn repeated_ids(list: &Path<'_>, ids: &[&str], issues: &mut Issues) {
    let order = order::positions(ids.len(), &mut |a, b| ids.get(a).cmp(&ids.get(b)));
    let mut earlier = None;
    let mut repeated = Vec::new();
    for index in order {
        let id = ids.get(index).copied().unwrap_or_default();
        let row = Path::Row(list, index);
        // An id that could not be read is empty here, and has its issue already.
        let readable = !id.is_empty() || issues.none_at(&[&row.to_string(), &Path::Key(&row, "id").to_string()]);
        if readable {
            if earlier == Some(id) {
                repeated.push(index);
            }
            earlier = Some(id);
        }
    }
    for at in order::positions(repeated.len(), &mut |a, b| repeated.get(a).cmp(&repeated.get(b))) {
        if let Some(index) = repeated.get(at) {
            issues.add(&Path::Key(&Path::Row(list, *index), "id"), Problem::Inconsistent);
        }
    }
}
