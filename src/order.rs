//! Sorting, compiled once for all that is sorted.

use std::cmp::Ordering;

/// The positions of so many rows in the order of a comparison of two positions; rows that compare equal stay as they are.
#[inline(never)]
pub fn positions(rows: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}

/// The rows in the order of a comparison; rows that compare equal stay as they are.
pub fn sorted<'a, T>(rows: &'a [T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<&'a T> {
    let mut by_position = |a, b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    positions(rows.len(), &mut by_position).into_iter().filter_map(|at| rows.get(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_keep_their_order() {
        let rows = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let letters: String = sorted(&rows, &|a, b| a.0.cmp(&b.0)).into_iter().map(|(_, letter)| *letter).collect();
        assert_eq!(letters, "ebdac");
    }
}
