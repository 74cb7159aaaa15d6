//! What the rows of a currency come to by day, whoever owes them: from it the totals of any day follow without a walk.

use crate::ledger::ageing::{MONTHS, standing_on, times};
use crate::ledger::day::Day;
use crate::ledger::rows::Row;

/// The first and the last day of something; none yet when the first is after the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    first: u32,
    last: u32,
}

impl Span {
    pub const NONE: Self = Self { first: u32::MAX, last: 0 };

    #[inline]
    pub fn include(&mut self, day: Day) {
        self.first = self.first.min(day.0);
        self.last = self.last.max(day.0);
    }

    /// Its first day, or any where it has none.
    pub fn start(&self) -> u32 {
        self.first.min(self.last)
    }

    /// The number of its days.
    pub fn days(&self) -> usize {
        self.last.wrapping_add(1).saturating_sub(self.first) as usize
    }
}

/// What has come up to the end of a day. In units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Past {
    /// Rows dated by then.
    pub rows: u32,
    /// Their amounts.
    pub sales: i128,
    /// What was paid of them by then with a known date, and the same times days late.
    pub paid: i128,
    pub paid_days: i128,
}

/// The days of a currency.
#[derive(Debug)]
pub(super) struct Timeline {
    first: u32,
    days: Vec<Past>,
    /// Rows without an invoice date.
    pub undated: u32,
}

/// The day from which on what was paid of a row counts as paid.
fn settled_on(row: &Row) -> Day {
    if row.issued == Day::NONE { row.paid_on } else { row.paid_on.max(row.issued) }
}

/// Widens a span by the days that a row concerns.
#[inline]
pub(super) fn include(span: &mut Span, row: &Row) {
    if row.issued != Day::NONE {
        span.include(row.issued);
    }
    if row.paid_on != Day::NONE {
        span.include(settled_on(row));
    }
}

impl Timeline {
    /// Without rows yet, for the days of a span.
    pub fn new(span: &Span) -> Self {
        Self { first: span.start(), days: vec![Past::default(); span.days()], undated: 0 }
    }

    fn day(&mut self, day: Day) -> Option<&mut Past> {
        self.days.get_mut(day.0.checked_sub(self.first)? as usize)
    }

    /// Adds a row to its days.
    #[inline]
    pub fn add(&mut self, row: &Row) {
        if row.issued == Day::NONE {
            self.undated = self.undated.wrapping_add(1);
        } else if let Some(day) = self.day(row.issued) {
            day.rows = day.rows.wrapping_add(1);
            day.sales = day.sales.wrapping_add(row.amount.into());
        }
        if row.paid_on == Day::NONE {
            return;
        }
        let (_, paid) = standing_on(row, row.paid_on);
        if paid > 0
            && let Some(day) = self.day(settled_on(row))
        {
            day.paid = day.paid.wrapping_add(paid.into());
            day.paid_days = day.paid_days.wrapping_add(times(paid, row.paid_on.0.saturating_sub(row.due.0)));
        }
    }

    /// Makes of each day what has come up to its end, once all rows are there.
    pub fn add_up(&mut self) {
        let mut past = Past::default();
        for day in &mut self.days {
            past = Past {
                rows: past.rows.wrapping_add(day.rows),
                sales: past.sales.wrapping_add(day.sales),
                paid: past.paid.wrapping_add(day.paid),
                paid_days: past.paid_days.wrapping_add(day.paid_days),
            };
            *day = past;
        }
    }

    /// What has come up to the end of a day.
    pub fn up_to(&self, day: u32) -> Past {
        let Some(at) = day.checked_sub(self.first) else { return Past::default() };
        self.days.get(at as usize).or(self.days.last()).copied().unwrap_or_default()
    }

    /// All that comes.
    pub fn all(&self) -> Past {
        self.days.last().copied().unwrap_or_default()
    }

    /// The sales of days after one, up to another.
    pub fn sales(&self, after: Option<u32>, up_to: u32) -> i128 {
        let before = after.map_or(0, |day| self.up_to(day).sales);
        self.up_to(up_to).sales.wrapping_sub(before)
    }

    /// The sales of months up to a day, from the first day of each, the newest first.
    pub fn monthly(&self, firsts: &[u32], as_of: Day) -> [i128; MONTHS] {
        let mut monthly = [0; MONTHS];
        let mut last = as_of.0;
        for (sales, first) in monthly.iter_mut().zip(firsts) {
            *sales = self.sales(first.checked_sub(1), last);
            let Some(before) = first.checked_sub(1) else { break };
            last = before;
        }
        monthly
    }
}
