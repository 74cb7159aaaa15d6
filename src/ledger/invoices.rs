//! The open invoices of one buyer.

use crate::ledger::ageing::{disputed_of, open_on};
use crate::ledger::day::Day;
use crate::ledger::report::OpenInvoice;
use crate::ledger::rows::{Row, Rows};
use crate::ledger::units;

/// So many invoices of a buyer are told.
const MOST: usize = 10_000;

/// The invoices of an account that are open on a day, oldest due first; those that are due together by date, without one
/// first, and amount.
pub(super) fn open_invoices(rows: &Rows, account: u32, as_of: Day, places: u32) -> Vec<OpenInvoice> {
    let open = rows.of(account);
    let open = open.filter_map(|row| open_on(&row, as_of).map(|open| (row, open)));
    let money = |units: i64| units::money(units.into(), places);
    let told = |(row, open): (Row, i64)| OpenInvoice {
        invoice_date: (row.issued != Day::NONE).then(|| row.issued.date()),
        due_date: row.due.date(),
        amount: money(row.amount),
        open: money(open),
        disputed: money(disputed_of(&row, open)),
    };
    let key = |(row, open): &(Row, i64)| {
        (row.due, row.issued != Day::NONE, row.issued, row.amount, *open, disputed_of(row, *open))
    };
    oldest(open, MOST, key).into_iter().map(told).collect()
}

/// The first so many of an order, without ever holding more than twice as many.
fn oldest<T, K: Ord>(all: impl Iterator<Item = T>, most: usize, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut first = Vec::new();
    for next in all {
        if first.len() >= most.saturating_mul(2) {
            first.sort_by_key(&key);
            first.truncate(most);
        }
        first.push(next);
    }
    first.sort_by_key(&key);
    first.truncate(most);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_are_those_of_sorting_everything() {
        let days: Vec<(Day, u32)> = (0..1_000).map(|at| (Day(at * 7_919 % 101), at)).collect();
        let mut sorted = days.clone();
        sorted.sort();
        for most in [1, 3, 10, 499, 500, 999, 1_000, 2_000] {
            let expected = sorted.iter().copied().take(most).collect::<Vec<_>>();
            assert_eq!(oldest(days.iter().copied(), most, |(day, _)| *day), expected, "{most}");
        }
    }
}
