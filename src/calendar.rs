//! Dates, months and day counts. Nothing here reads a clock: every date comes in as an argument.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

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

    /// So many months later: the same day, or the month's last one where there is none.
    pub fn plus_months(self, months: u32) -> Self {
        let later = self.0.checked_add_months(chrono::Months::new(months));
        Self(later.unwrap_or(NaiveDate::MAX))
    }

    /// Whether the date lies in the years that inputs may speak of, 1900 to 2200.
    pub fn in_range(self) -> bool {
        (1900..=2200).contains(&self.0.year())
    }
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
        self.0.checked_sub_months(chrono::Months::new(1)).map(Self)
    }

    /// Whether the month lies in the years that inputs may speak of, 1900 to 2200.
    pub fn in_range(self) -> bool {
        (1900..=2200).contains(&self.0.year())
    }
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl fmt::Display for IsoMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl Serialize for IsoDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
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
        assert_eq!(
            IsoDate::parse("2024-02-29").unwrap().to_string(),
            "2024-02-29"
        );
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
        assert_eq!(
            IsoMonth::parse("2025-01").unwrap().previous(),
            IsoMonth::parse("2024-12")
        );
        assert_eq!(IsoMonth::parse("2025-00"), None);
        assert_eq!(IsoMonth::parse("2025-1"), None);
    }
}
