//! Dates, months and day counts. Nothing here reads a clock: every date comes in as an argument.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use serde::{Serialize, Serializer};

use crate::order;

/// A calendar date, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct IsoDate(#[cfg_attr(feature = "wasm", tsify(type = "string"))] pub NaiveDate);

/// A calendar month, `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct IsoMonth(#[cfg_attr(feature = "wasm", tsify(type = "string"))] NaiveDate);

impl IsoDate {
    /// The first day of the calendar.
    pub const FIRST: Self = Self(NaiveDate::MIN);

    /// The date of a text `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_at_checked(7)?;
        let day = digits(day.strip_prefix('-')?, 2)?;
        IsoMonth::parse(month)?.0.with_day(day).map(Self)
    }

    /// Whether the date lies in the years that inputs may speak of, 1900 to 2200.
    pub fn in_range(self) -> bool {
        (1900..=2200).contains(&self.0.year())
    }

    /// So many days later, earlier when negative; the end of the calendar is as far as it goes.
    pub fn plus_days(self, days: i64) -> Self {
        let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        let moved = TimeDelta::try_days(days).and_then(|days| self.0.checked_add_signed(days));
        Self(moved.unwrap_or(end))
    }

    /// So many months later: the day is kept, or it is the month's last day where there is none.
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// The month it lies in.
    pub fn month(self) -> IsoMonth {
        IsoMonth(self.0.with_day(1).unwrap_or(self.0))
    }

    /// How many days after another date this one is; negative when it is before.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }
}

/// Which days are worked: Monday to Friday, less holidays, plus workdays. A day that is in both lists is worked.
#[derive(Clone, Debug)]
pub struct WorkingDays {
    /// Days off that would be worked, in order.
    off: Vec<IsoDate>,
    /// Worked days that would be off, in order.
    on: Vec<IsoDate>,
}

impl WorkingDays {
    /// The calendar of these holidays and workdays.
    pub fn new(holidays: &[IsoDate], workdays: &[IsoDate]) -> Self {
        let in_order = |days: &[IsoDate]| {
            let mut days: Vec<IsoDate> = order::sorted(days, &|a, b| a.cmp(b)).into_iter().copied().collect();
            days.dedup();
            days
        };
        let (mut off, mut on) = (in_order(holidays), in_order(workdays));
        off.retain(|day| !day.is_weekend() && on.binary_search(day).is_err());
        on.retain(|day| day.is_weekend());
        Self { off, on }
    }

    /// The day on which so many working days after a date have begun; the date itself for none.
    pub fn after(&self, date: IsoDate, count: u32) -> IsoDate {
        let wanted = i64::from(count);
        if wanted == 0 {
            return date;
        }
        if self.off.is_empty() && self.on.is_empty() {
            return date.plus_days(plain_days(date, wanted));
        }
        // Seven calendar days for five working days, and one more for each day off that may lie between.
        let off = i64::try_from(self.off.len()).unwrap_or(i64::MAX);
        let (mut low, mut high) = (0, wanted.saturating_mul(2).saturating_add(off).saturating_add(7));
        // The first day by which enough were worked, by halving the days it may be.
        while low < high {
            let middle = low.midpoint(high);
            if self.between(date, date.plus_days(middle)) < wanted {
                low = middle.saturating_add(1);
            } else {
                high = middle;
            }
        }
        date.plus_days(low)
    }

    /// How many days are worked after one date up to another.
    fn between(&self, from: IsoDate, to: IsoDate) -> i64 {
        let within = |days: &[IsoDate]| {
            let count = days.partition_point(|day| *day <= to);
            let before = days.partition_point(|day| *day <= from);
            i64::try_from(count.saturating_sub(before)).unwrap_or(i64::MAX)
        };
        weekdays_until(to)
            .saturating_sub(weekdays_until(from))
            .saturating_add(within(&self.on))
            .saturating_sub(within(&self.off))
    }
}

/// How many days it takes from a date until so many days from Monday to Friday, at least one, have begun.
fn plain_days(date: IsoDate, wanted: i64) -> i64 {
    // The day of that number, on the Monday to Friday that it is.
    let last = weekdays_until(date).saturating_add(wanted).saturating_sub(1);
    let day = last.div_euclid(5).saturating_mul(7).saturating_add(last.rem_euclid(5)).saturating_add(1);
    day.saturating_sub(i64::from(date.0.num_days_from_ce()))
}

/// How many days from Monday to Friday there were until a date, since a Sunday long ago.
fn weekdays_until(date: IsoDate) -> i64 {
    let day = i64::from(date.0.num_days_from_ce());
    // 31 December of the year 0 was a Sunday.
    let (weeks, rest) = (day.div_euclid(7), day.rem_euclid(7));
    weeks.saturating_mul(5).saturating_add(rest.min(5))
}

impl IsoMonth {
    /// The first month of the calendar.
    pub const FIRST: Self = Self(NaiveDate::MIN);

    /// The month of a text `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_at_checked(4)?;
        let year = i32::try_from(digits(year, 4)?).ok()?;
        let month = digits(month.strip_prefix('-')?, 2)?;
        NaiveDate::from_ymd_opt(year, month, 1).map(Self)
    }

    /// How many days the month has.
    pub fn days(self) -> u32 {
        u32::from(self.0.num_days_in_month())
    }

    /// The month before.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub_months(Months::new(1)).map(Self)
    }

    /// Whether the month lies in the years that inputs may speak of, 1900 to 2200.
    pub fn in_range(self) -> bool {
        (1900..=2200).contains(&self.0.year())
    }
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl IsoDate {
    /// Hands on the text of the date.
    fn with_text<R>(self, take: impl FnOnce(&str) -> R) -> R {
        let digit = |number: u32| u8::try_from(number % 10).unwrap_or_default().saturating_add(b'0');
        let (year, month, day) = (self.0.year().unsigned_abs(), self.0.month(), self.0.day());
        let (y1, y2, y3, y4) = (digit(year / 1000), digit(year / 100), digit(year / 10), digit(year));
        let (m1, m2, d1, d2) = (digit(month / 10), digit(month), digit(day / 10), digit(day));
        let text = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
        // Digits and dashes are text.
        take(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Display for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text))
    }
}

impl fmt::Display for IsoMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl Serialize for IsoDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_text(|text| serializer.serialize_str(text))
    }
}

impl Serialize for IsoMonth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_the_calendar_has_them() {
        assert_eq!(IsoDate::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-1-01",
            "2025-01-1",
            "2025/01/01",
            "",
            "20250101",
            "2025-01-01T00",
            "二〇二五-01-01",
            "+025-01-01",
        ] {
            assert_eq!(IsoDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_and_months_are_added_as_the_calendar_has_them() {
        let date = |text| IsoDate::parse(text).unwrap();
        assert_eq!(date("2024-02-28").plus_days(2), date("2024-03-01"));
        assert_eq!(date("2025-03-01").plus_days(-1), date("2025-02-28"));
        assert_eq!(date("2025-12-31").plus_months(2), date("2026-02-28"));
        assert_eq!(date("2023-12-31").plus_months(2), date("2024-02-29"));
        assert_eq!(date("2024-03-01").days_since(date("2024-02-01")), 29);
        assert_eq!(date("2024-02-01").days_since(date("2024-03-01")), -29);
    }

    #[test]
    fn working_days_skip_weekends_and_holidays_but_no_swapped_workdays() {
        let date = |text: &str| IsoDate::parse(text).unwrap();
        let plain = WorkingDays::new(&[], &[]);
        assert_eq!(plain.after(date("2025-09-26"), 3), date("2025-10-01"));
        assert_eq!(plain.after(date("2025-09-27"), 0), date("2025-09-27"));
        assert_eq!(plain.after(date("2025-09-27"), 1), date("2025-09-29"));
        // National day: the week off, the Sunday before and the Saturday after worked instead.
        let off = ["01", "02", "03", "06", "07", "08"].map(|day| date(&format!("2025-10-{day}")));
        let swapped = WorkingDays::new(&off, &[date("2025-09-28"), date("2025-10-11")]);
        assert_eq!(swapped.after(date("2025-09-26"), 3), date("2025-09-30"));
        assert_eq!(swapped.after(date("2025-09-30"), 1), date("2025-10-09"));
        assert_eq!(swapped.after(date("2025-10-10"), 1), date("2025-10-11"));
        // A day in both lists is worked.
        let both = WorkingDays::new(&off, &off);
        assert_eq!(both.after(date("2025-09-30"), 1), date("2025-10-01"));
    }

    #[test]
    fn working_days_are_those_of_a_count_day_by_day() {
        let start = IsoDate::parse("1999-12-24").unwrap();
        let all: Vec<IsoDate> = (0..200).map(|day| start.plus_days(day)).collect();
        let holidays: Vec<IsoDate> = all.iter().copied().step_by(3).collect();
        let workdays: Vec<IsoDate> = all.iter().copied().step_by(5).collect();
        for (holidays, workdays) in [(holidays, workdays), (Vec::new(), Vec::new())] {
            let calendar = WorkingDays::new(&holidays, &workdays);
            for (at, start) in all.iter().enumerate().take(8) {
                let mut worked = 0;
                for day in all.iter().skip(at + 1) {
                    let is_worked = workdays.contains(day) || (!day.is_weekend() && !holidays.contains(day));
                    if is_worked {
                        worked += 1;
                        assert_eq!(calendar.after(*start, worked), *day);
                    }
                }
            }
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_the_month() {
        for (from, months, to) in [
            ("2025-11-30", 3, "2026-02-28"),
            ("2023-11-30", 3, "2024-02-29"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2025-02-28", 1, "2025-03-28"),
            ("2200-12-31", 2, "2201-02-28"),
        ] {
            let later = IsoDate::parse(from).unwrap().plus_months(months);
            assert_eq!(later.to_string(), to, "{from} + {months}");
        }
    }

    #[test]
    fn months_know_their_days_and_the_month_before() {
        assert_eq!(IsoMonth::parse("2024-02").unwrap().days(), 29);
        assert_eq!(IsoMonth::parse("1900-02").unwrap().days(), 28);
        assert_eq!(IsoMonth::parse("2025-01").unwrap().previous(), IsoMonth::parse("2024-12"));
        assert_eq!(IsoMonth::parse("2025-00"), None);
        assert_eq!(IsoMonth::parse("2025-1"), None);
    }
}
