//! Days as numbers, and dates as exports write them.

use chrono::{Datelike, NaiveDate};

use crate::calendar::IsoDate;

/// A day, counted from 1900-01-01. Seventeen bits hold all that inputs may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub u32);

/// The years of the contract.
const FIRST_YEAR: u32 = 1900;
const LAST_YEAR: u32 = 2200;

/// Days of a common year before each month.
const BEFORE_MONTH: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl Day {
    /// No day.
    pub const NONE: Self = Self(0x1_ffff);

    /// The day of a date of the calendar that lies in the range.
    #[inline]
    pub fn of(year: u32, month: u32, day: u32) -> Option<Self> {
        let leap = year & 3 == 0 && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let at = usize::try_from(month.wrapping_sub(1)).ok()?;
        let extra = u32::from(leap && month == 2);
        let most = MONTH_DAYS.get(at)?.wrapping_add(extra);
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) || day == 0 || day > most {
            return None;
        }
        // Whole years since 1900, which had no leap day, nor have 2100 and 2200; 2000 had one.
        let years = year.wrapping_sub(FIRST_YEAR);
        let before = years.saturating_sub(1);
        let leaps = (before >> 2).wrapping_sub(u32::from(year > 2100));
        let passed = BEFORE_MONTH.get(at)?.wrapping_add(u32::from(leap && month > 2));
        Some(Self(years.wrapping_mul(365).wrapping_add(leaps).wrapping_add(passed).wrapping_add(day).wrapping_sub(1)))
    }

    /// The day of a date; `None` for dates out of range.
    pub fn of_date(date: IsoDate) -> Option<Self> {
        Self::of(u32::try_from(date.0.year()).ok()?, date.0.month(), date.0.day())
    }

    /// The date of this day.
    pub fn date(self) -> IsoDate {
        let start = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default();
        IsoDate(start).plus_days(i64::from(self.0))
    }
}

/// What a text says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// One day, whatever the order.
    Plain(Day),
    /// A date whose year stands behind, as day-first and as month-first; `None` where that is no date.
    YearLast(Option<Day>, Option<Day>),
    /// No date.
    Wrong,
}

/// All months of the contract, by year and month: looking a date up is quicker than counting its days.
#[derive(Debug, Default)]
pub(super) struct Months {
    /// Sixteen places a year: the number of the first day, times 32, and the number of days.
    places: Vec<u32>,
}

impl Months {
    pub fn new() -> Self {
        let month = |year, month| {
            let days = (28..=31).rev().find(|day| Day::of(year, month, *day).is_some()).unwrap_or(0);
            Day::of(year, month, 1).map_or(0, |first| first.0 << 5 | days)
        };
        Self { places: (FIRST_YEAR..=LAST_YEAR).flat_map(|year| (0..16).map(move |at| month(year, at))).collect() }
    }

    /// `YYYY-MM-DD`.
    #[inline]
    pub fn iso(&self, text: &[u8]) -> Option<Day> {
        let (year, month, day) = parts(text)?;
        // A month has less than a hundred as its number; what is above fifteen is none.
        let place = year.wrapping_sub(FIRST_YEAR).wrapping_mul(16).wrapping_add(month);
        let found = *self.places.get(place as usize)?;
        let before = day.wrapping_sub(1);
        (month < 16 && before < (found & 31)).then_some(Day((found >> 5).wrapping_add(before)))
    }
}

/// `YYYY-MM-DD`, the form that most exports have.
#[inline]
pub(super) fn iso(text: &[u8]) -> Option<Day> {
    let (year, month, day) = parts(text)?;
    Day::of(year, month, day)
}

/// The numbers of `YYYY-MM-DD`, eight bytes at once, then two.
#[inline]
fn parts(text: &[u8]) -> Option<(u32, u32, u32)> {
    // What a byte becomes must be a digit, or nothing where a dash stands: then adding this leaves its high bit alone.
    const DASHES: u64 = u64::from_le_bytes(*b"0000-00-");
    const ROOM: u64 = u64::from_le_bytes([0x76, 0x76, 0x76, 0x76, 0x7f, 0x76, 0x76, 0x7f]);
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (start, [tens, ones]) =
        text.split_first_chunk::<8>().and_then(|(start, rest)| Some((start, <&[u8; 2]>::try_from(rest).ok()?)))?;
    let digits = u64::from_le_bytes(*start) ^ DASHES;
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    if (digits.wrapping_add(ROOM) | digits) & HIGH != 0 || tens > 9 || ones > 9 {
        return None;
    }
    // Ten times each byte and the next one: pairs of digits, in every other byte.
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let pair = |byte: u32| (pairs >> byte.wrapping_mul(8)) as u32 & 0xff;
    let day = u32::from(tens).wrapping_mul(10).wrapping_add(u32::from(ones));
    Some((pair(0).wrapping_mul(100).wrapping_add(pair(2)), pair(5), day))
}

/// Reads any of the forms. A time of day behind the date is passed over.
pub(super) fn read(text: &str) -> Reading {
    let narrow: String = text.trim().chars().map(narrow_digit).collect();
    let text = without_time(&narrow);
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |from, to| text.get(from..to).and_then(|part| part.parse().ok()).unwrap_or(0);
        return Day::of(part(0, 4), part(4, 6), part(6, 8)).map_or(Reading::Wrong, Reading::Plain);
    }
    if let Some(parts) = chinese(text) {
        return parts.map_or(Reading::Wrong, Reading::Plain);
    }
    let Some(separator) = text.chars().find(|next| !next.is_ascii_digit()).filter(|next| "-/.".contains(*next)) else {
        return Reading::Wrong;
    };
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return Reading::Wrong };
    match (number(first, 4), number(second, 2), number(third, 2)) {
        (Some(year), Some(month), Some(day)) => Day::of(year, month, day).map_or(Reading::Wrong, Reading::Plain),
        _ => match (number(first, 2), number(second, 2), number(third, 4)) {
            (Some(first), Some(second), Some(year)) => {
                Reading::YearLast(Day::of(year, second, first), Day::of(year, first, second))
            }
            _ => Reading::Wrong,
        },
    }
}

/// `2025年3月1日`, with or without 日. `Some(None)` when it has that form and is no date.
fn chinese(text: &str) -> Option<Option<Day>> {
    let (year, rest) = text.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_suffix(['日', '号']).unwrap_or(day);
    let date = || Day::of(number(year.trim(), 4)?, number(month.trim(), 2)?, number(day.trim(), 2)?);
    Some(date())
}

/// Digits: exactly four for a year, one or two for anything else.
fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = if digits == 4 { text.len() == 4 } else { (1..=digits).contains(&text.len()) };
    (fits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn narrow_digit(character: char) -> char {
    match character {
        '\u{ff0d}'..='\u{ff19}' => char::from_u32(u32::from(character).wrapping_sub(0xfee0)).unwrap_or(character),
        _ => character,
    }
}

/// The date of `2025-03-01 00:00:00` or `2025-03-01T00:00:00`.
fn without_time(text: &str) -> &str {
    let Some((date, time)) = text.split_once([' ', 'T']) else { return text };
    let time = time.trim();
    let is_time =
        time.contains(':') && time.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b':' | b'.' | b'Z' | b'+'));
    if is_time { date } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_three_centuries_has_the_number_of_the_calendar() {
        let start = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        let end = NaiveDate::from_ymd_opt(2200, 12, 31).unwrap();
        let months = Months::new();
        for (number, date) in (0..).zip(start.iter_days().take_while(|date| *date <= end)) {
            let text = IsoDate(date).to_string();
            assert_eq!(iso(text.as_bytes()), Some(Day(number)), "{text}");
            assert_eq!(months.iso(text.as_bytes()), Some(Day(number)), "{text}");
            assert_eq!(read(&text), Reading::Plain(Day(number)), "{text}");
            assert_eq!(Day(number).date(), IsoDate(date));
        }
        assert!(Day::of_date(IsoDate(end)).unwrap() < Day::NONE);
    }

    #[test]
    fn a_month_that_is_looked_up_has_the_days_that_are_counted() {
        let months = Months::new();
        for year in (0..10_000).step_by(100).chain(1890..2210) {
            for month in 0..100 {
                for day in [0, 1, 27, 28, 29, 30, 31, 32, 33, 99] {
                    let text = format!("{year:04}-{month:02}-{day:02}");
                    assert_eq!(months.iso(text.as_bytes()), iso(text.as_bytes()), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_date_has_no_day() {
        for text in [
            "2025-02-29",
            "1900-02-29",
            "2100-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-04-31",
            "1899-12-31",
            "2201-01-01",
            "2025-1x-01",
            "20250230",
            "2025年2月30日",
            "",
            "12",
            "2025-01",
            "25/3/1",
            "31/31/2025/1",
            "1/2/3/4",
            "二〇二五",
        ] {
            assert_eq!(iso(text.as_bytes()), None, "{text}");
            assert_eq!(Months::new().iso(text.as_bytes()), None, "{text}");
            assert_eq!(read(text), Reading::Wrong, "{text}");
        }
    }

    #[test]
    fn the_forms_of_exports_are_read() {
        let day = Reading::Plain(iso(b"2025-03-01").unwrap());
        for text in [
            "2025/3/1",
            "2025/03/01",
            "2025.3.1",
            "2025-3-1",
            "20250301",
            "2025年3月1日",
            "2025年03月01日",
            " 2025-03-01 ",
            "２０２５－０３－０１",
            "２０２５／３／１",
            "2025-03-01 00:00:00",
            "2025-03-01T08:30:00Z",
            "2025/3/1 0:00",
        ] {
            assert_eq!(read(text), day, "{text}");
        }
    }

    #[test]
    fn a_year_behind_leaves_the_order_open() {
        let day = |text: &[u8]| iso(text);
        assert_eq!(read("1/3/2025"), Reading::YearLast(day(b"2025-03-01"), day(b"2025-01-03")));
        assert_eq!(read("25.3.2025"), Reading::YearLast(day(b"2025-03-25"), None));
        assert_eq!(read("3/25/2025"), Reading::YearLast(None, day(b"2025-03-25")));
    }
}
