//! Dates such as `3/4/2025`: which number is the day is asked of the caller, or settled by the column.

use crate::error::{Issue, Issues, Problem};
use crate::ledger::columns::Column;
use crate::ledger::day::{Day, Reading};
use crate::ledger::options::DateOrder;
use crate::ledger::rows::{Row, Rows};

/// What a column has shown so far.
#[derive(Debug, Default)]
struct Shown {
    day_first: bool,
    month_first: bool,
    /// Whether the row that is being read is one of the next.
    pending: bool,
    /// The rows whose date was kept as day-first, and may be the other.
    open: Vec<u32>,
}

/// The orders of the three columns of dates.
#[derive(Debug)]
pub(super) struct DateOrders {
    told: Option<DateOrder>,
    issued: Shown,
    due: Shown,
    paid_on: Shown,
    pending: bool,
}

impl DateOrders {
    pub fn new(told: Option<DateOrder>) -> Self {
        Self { told, issued: Shown::default(), due: Shown::default(), paid_on: Shown::default(), pending: false }
    }

    /// What was found in the row before concerns that row only, if it is kept under this number.
    #[inline]
    pub fn end_row(&mut self, kept: Option<u32>) {
        if self.pending {
            self.note_open(kept);
        }
    }

    #[cold]
    fn note_open(&mut self, kept: Option<u32>) {
        self.pending = false;
        for shown in [&mut self.issued, &mut self.due, &mut self.paid_on] {
            if std::mem::take(&mut shown.pending) {
                shown.open.extend(kept);
            }
        }
    }

    /// The day of a reading; `None` when it is none. Open ones are kept as day-first until all is read.
    pub fn day(&mut self, column: Column, reading: Reading) -> Option<Day> {
        let (day_first, month_first) = match reading {
            Reading::Plain(day) => return Some(day),
            Reading::Wrong => return None,
            Reading::YearLast(day_first, month_first) => (day_first, month_first),
        };
        match self.told {
            Some(DateOrder::DayMonthYear) => return day_first,
            Some(DateOrder::MonthDayYear) => return month_first,
            Some(DateOrder::YearMonthDay) => return None,
            None => {}
        }
        let shown = match column {
            Column::InvoiceDate => &mut self.issued,
            Column::DueDate => &mut self.due,
            _ => &mut self.paid_on,
        };
        match (day_first, month_first) {
            (None, None) => None,
            (Some(day), None) => {
                shown.day_first = true;
                Some(day)
            }
            (None, Some(day)) => {
                shown.month_first = true;
                Some(day)
            }
            (Some(day), Some(other)) => {
                shown.pending = day != other;
                self.pending |= shown.pending;
                Some(day)
            }
        }
    }

    /// When all rows are read: turns the dates of columns that are month-first, and notes the columns that leave it open.
    pub fn settle(&mut self, rows: &mut Rows, issues: &mut Issues) {
        type Place = fn(&mut Row) -> &mut Day;
        let columns: [(Column, &mut Shown, Place); 3] = [
            (Column::InvoiceDate, &mut self.issued, |row| &mut row.issued),
            (Column::DueDate, &mut self.due, |row| &mut row.due),
            (Column::PaidDate, &mut self.paid_on, |row| &mut row.paid_on),
        ];
        for (column, shown, place) in columns {
            let open = std::mem::take(&mut shown.open);
            match (shown.day_first, shown.month_first) {
                (true, true) => issues.push(asked(column, Problem::Inconsistent)),
                (false, false) if !open.is_empty() => issues.push(asked(column, Problem::Required)),
                (false, true) => rows.swap_dates(&open, |mut row| {
                    let date = place(&mut row);
                    *date = turned(*date);
                    row
                }),
                _ => {}
            }
        }
    }
}

/// The error that asks for the order, and says where it is not known.
fn asked(column: Column, problem: Problem) -> Issue {
    let issue = Issue::new("options.dateOrder".to_owned(), problem);
    Issue {
        message: format!(
            "options.dateOrder: the dates of the column {} do not say which number is the day",
            column.name()
        ),
        allowed: Some(vec!["DMY".into(), "MDY".into()]),
        ..issue
    }
}

/// The date with day and month exchanged.
fn turned(day: Day) -> Day {
    use chrono::Datelike;
    let date = day.date().0;
    let year = u32::try_from(date.year()).unwrap_or(0);
    Day::of(year, date.day(), date.month()).unwrap_or(day)
}
