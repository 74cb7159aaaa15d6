//! Amounts of a file: whole numbers of ten-thousandths, exact from text to total.

use std::borrow::Cow;
use std::num::NonZeroU64;

use rust_decimal::Decimal;

use crate::amount::parse_amount;
use crate::error::Problem;
use crate::exact::Exact;
use crate::quantity::{Figure, parse_plain};

/// The places that are kept: as many as an amount may have.
pub(super) const PLACES: u32 = 4;

/// So many of them are one.
pub(super) const ONE: i64 = 10_000;

/// 10^13, the most an amount may be.
const MOST: i64 = 10_000_000_000_000 * ONE;

/// How the locale of the file writes numbers, as far as the quick reading needs to know.
#[derive(Clone, Debug)]
pub(super) struct AmountStyle {
    locale: Cow<'static, str>,
    /// What parts decimals without any doubt: a point, a comma, or either where three decimals could be thousands.
    decimal: Decimals,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decimals {
    Point,
    Comma,
    Open,
}

impl AmountStyle {
    pub fn of(locale: &str) -> Self {
        // Asking for one amount tells what the locale makes of all of them.
        let decimal = match parse_amount("1,234", locale) {
            Err(_) => Decimals::Open,
            Ok(thousands) if thousands == "1234" => Decimals::Point,
            Ok(_) => Decimals::Comma,
        };
        Self { locale: Cow::Owned(locale.to_owned()), decimal }
    }

    /// Plain digits with at most one decimal separator, which is most of what exports hold.
    /// `None` for everything else, and for what the locale does not settle.
    #[inline]
    pub fn quick(&self, text: &[u8]) -> Option<i64> {
        let (negative, digits) = match text {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, text),
        };
        // So many digits fit into an i64; what scaling makes of them is looked at below.
        if digits.is_empty() || digits.len() > 15 {
            return None;
        }
        let mut units = 0_i64;
        let mut point = None;
        for (at, byte) in digits.iter().enumerate() {
            let digit = byte.wrapping_sub(b'0');
            if digit < 10 {
                units = units.wrapping_mul(10).wrapping_add(i64::from(digit));
            } else if point.is_none() && self.parts_decimals(*byte) {
                point = Some((at, *byte));
            } else {
                return None;
            }
        }
        let scale = match point {
            None => ONE,
            Some((at, _)) => {
                let places = digits.len().wrapping_sub(at).wrapping_sub(1);
                let thousands = places == 3 && at <= 3 && digits.first() != Some(&b'0');
                if at == 0 || (self.decimal == Decimals::Open && thousands) {
                    return None;
                }
                match places {
                    1 => 1_000,
                    2 => 100,
                    3 => 10,
                    4 => 1,
                    _ => return None,
                }
            }
        };
        // Fifteen digits and four places are below 10^19, so this has to be looked at.
        let units = units.checked_mul(scale).filter(|units| *units <= MOST)?;
        Some(if negative { units.wrapping_neg() } else { units })
    }

    /// The same for an amount with two places, from the sixteen bytes that end with it: most amounts are of that form.
    #[cfg_attr(feature = "quick", inline(always))]
    pub fn at_once(&self, text: &[u8], window: &[u8; 16]) -> Option<i64> {
        const ROOM: u64 = u64::from_le_bytes([0x76, 0x76, 0x76, 0x76, 0x76, 0x7f, 0x76, 0x76]);
        const ZEROS: u64 = u64::from_le_bytes(*b"00000000");
        const DIGIT_ROOM: u64 = 0x7676_7676_7676_7676;
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let negative = text.first() == Some(&b'-');
        let length = text.len().wrapping_sub(usize::from(negative));
        if !(4..=15).contains(&length) {
            return None;
        }
        let zeros = if self.decimal == Decimals::Comma { *b"00000,00" } else { *b"00000.00" };
        // Bytes before the amount count as zeros. In halves, for WebAssembly has no shift of 128 bits.
        let before = 16_u32.wrapping_sub(length as u32).wrapping_mul(8);
        let whole = u128::from_le_bytes(*window);
        let (high, low) = (whole as u64, (whole >> 64) as u64);
        let (in_high, in_low) =
            if before < 64 { (u64::MAX << before, u64::MAX) } else { (0, u64::MAX << (before & 63)) };
        let (high, low) = ((high ^ ZEROS) & in_high, (low ^ u64::from_le_bytes(zeros)) & in_low);
        let odd = low.wrapping_add(ROOM) | low | high.wrapping_add(DIGIT_ROOM) | high;
        if odd & HIGH != 0 {
            return None;
        }
        // Pairs of digits in every other byte.
        let pairs = |digits: u64| digits.wrapping_mul(10).wrapping_add(digits >> 8);
        let pair = |pairs: u64, byte: u32| (pairs >> byte.wrapping_mul(8) & 0xff).cast_signed();
        let (low, first) = (pairs(low), pairs(high));
        // The third pair holds a digit and the decimal separator, which became a zero.
        let cents = pair(low, 0).wrapping_mul(100_000).wrapping_add(pair(low, 2).wrapping_mul(1_000));
        let cents = cents.wrapping_add(pair(low, 4).wrapping_mul(10)).wrapping_add(pair(low, 6));
        // Twice as long numbers from two pairs, in every other sixteen bits.
        let first = first & 0x00ff_00ff_00ff_00ff;
        let fours = first.wrapping_mul(100).wrapping_add(first >> 16);
        let four = |bits: u32| (fours >> bits & 0xffff).cast_signed();
        let high = four(0).wrapping_mul(10_000).wrapping_add(four(32)).wrapping_mul(10_000_000);
        // Twelve digits before the separator at most: below 10^13, and the sum below 10^17.
        let units = high.wrapping_add(cents).wrapping_mul(100);
        Some(if negative { units.wrapping_neg() } else { units })
    }

    #[inline]
    fn parts_decimals(&self, byte: u8) -> bool {
        match self.decimal {
            Decimals::Point => byte == b'.',
            Decimals::Comma => byte == b',',
            Decimals::Open => byte == b'.' || byte == b',',
        }
    }

    /// Reads an amount as people type it.
    pub fn read(&self, text: &str) -> Result<i64, Problem> {
        let plain = parse_amount(text, &self.locale)
            .map_err(|error| error.issues.first().map_or(Problem::NotANumber, |issue| issue.code))?;
        let number = parse_plain(&plain, PLACES).map_err(Problem::from)?;
        units_of(number).ok_or(Problem::OutOfRange)
    }
}

/// A decimal of at most four places as units.
pub(super) fn units_of(mut number: Decimal) -> Option<i64> {
    number.rescale(PLACES);
    i64::try_from(number.mantissa()).ok().filter(|units| units.unsigned_abs() <= MOST.unsigned_abs())
}

/// A sum of units, as the engine adds them up: in 64 bits where the file cannot leave them, else in 128.
pub(super) trait Sum: Copy + Default + Ord + Into<i128> + 'static {
    fn of(units: i64) -> Self;
    fn plus(self, other: Self) -> Self;
}

impl Sum for i64 {
    #[inline]
    fn of(units: i64) -> Self {
        units
    }

    #[inline]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
}

impl Sum for i128 {
    #[inline]
    fn of(units: i64) -> Self {
        Self::from(units)
    }

    #[inline]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
}

/// Units as an exact number.
pub(super) fn exact(units: i128) -> Exact {
    Exact::of(units, ONE.into())
}

/// Units as money of so many places.
pub(super) fn money(units: i128, places: u32) -> Figure {
    Figure(exact(units).to_fixed(places))
}

/// Units rounded to the minor unit, as units again: half away from zero.
pub(super) fn to_minor(units: i128, places: u32) -> i128 {
    rounded_to(units, minor(places).into())
}

/// The units of a minor unit, of so many places. Looked up: it is asked for with every amount.
#[inline]
pub(super) fn minor(places: u32) -> i64 {
    const MINOR: [i64; PLACES as usize] = [10_000, 1_000, 100, 10];
    MINOR.get(places as usize).copied().unwrap_or(1)
}

/// A product that 128 bits hold, of a number that is mostly below 2^36 and a factor that is mostly below 2^27: in 64 bits
/// where they are.
#[inline]
pub(super) fn product(number: i128, factor: i128) -> i128 {
    match (u64::try_from(number), u64::try_from(factor)) {
        (Ok(number @ ..0x10_0000_0000), Ok(factor @ ..0x800_0000)) => number.wrapping_mul(factor).into(),
        _ => number.wrapping_mul(factor),
    }
}

/// A divisor of 64 bits.
fn short(divisor: i128) -> Option<NonZeroU64> {
    u64::try_from(divisor).ok().and_then(NonZeroU64::new)
}

/// The whole part of a quotient.
pub(super) fn divided(number: i128, divisor: i128) -> i128 {
    match (u64::try_from(number), short(divisor)) {
        (Ok(number), Some(divisor)) => (number / divisor).into(),
        _ => number.checked_div(divisor).unwrap_or(0),
    }
}

/// The nearest multiple of a step, halves away from zero.
pub(super) fn rounded_to(number: i128, step: i128) -> i128 {
    // Most numbers are short, and dividing them takes a tenth of the time.
    if let (Ok(number), Some(step)) = (u64::try_from(number), short(step)) {
        let rest = number % step;
        let up = if rest >= step.get().div_ceil(2) { step.get().into() } else { 0 };
        return i128::from(number.wrapping_sub(rest)).wrapping_add(up);
    }
    let rest = number.checked_rem(step).unwrap_or(0);
    let floor = number.saturating_sub(rest);
    if rest.unsigned_abs().saturating_mul(2) < step.unsigned_abs() {
        floor
    } else if number < 0 {
        floor.saturating_sub(step)
    } else {
        floor.saturating_add(step)
    }
}

/// A number over a divisor, to the nearest multiple of a minor unit.
#[inline]
pub(super) fn rounded_quotient(number: i128, divisor: i64, minor: i64) -> i128 {
    let step = divisor.saturating_mul(minor);
    // Divided once where bytes do not count.
    match (u64::try_from(number), short(step.into())) {
        (Ok(number @ ..0x4000_0000_0000_0000), Some(step)) if cfg!(feature = "quick") => {
            let nearest = number.wrapping_add(step.get() >> 1) / step;
            i128::from(nearest.wrapping_mul(minor.cast_unsigned()))
        }
        _ => divided(rounded_to(number, step.into()), divisor.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_reading_says_what_the_careful_one_says() {
        let texts = [
            "0",
            "1",
            "12.5",
            "-12.50",
            "1234.5678",
            "1.234",
            "12.345",
            "0.125",
            "123.456",
            "1234.567",
            "1,5",
            "1,25",
            "1,234",
            "1234,5678",
            "0,125",
            "123456789012.34",
            "-0",
            "007",
            "10000000000000",
            "99999999999999",
            "1.23456",
            "5.",
            ".5",
            "1.2.3",
            "1,2,3",
            "",
            "-",
            "--1",
            "1e3",
            "１２",
            "1 234",
            "0,0",
            "00.000",
            "000.125",
            "0123.456",
        ];
        for locale in ["", "zh-CN", "en", "de", "fr", "de-CH", "xx"] {
            let style = AmountStyle::of(locale);
            for text in texts {
                if let Some(quick) = style.quick(text.as_bytes()) {
                    assert_eq!(style.read(text), Ok(quick), "{text} in {locale}");
                }
                for before in ["7777777777777777", "----------------", ",,,,,,,,,,,,,,,,", "999999.999999.99"] {
                    let window = [before, text].concat().as_bytes().last_chunk::<16>().copied().unwrap();
                    if let Some(at_once) = style.at_once(text.as_bytes(), &window) {
                        assert_eq!(style.read(text), Ok(at_once), "{text} in {locale}");
                    }
                }
            }
            assert_eq!(style.quick(b"-12345678"), Some(-12_345_678 * ONE));
        }
        assert_eq!(AmountStyle::of("zh-CN").quick(b"1234.56"), Some(12_345_600));
        assert_eq!(AmountStyle::of("de").quick(b"1234,5"), Some(12_345_000));
    }

    #[test]
    fn amounts_beyond_the_contract_are_refused() {
        let style = AmountStyle::of("en");
        assert_eq!(style.read("10000000000000"), Ok(MOST));
        assert_eq!(style.read("10000000000000.01"), Err(Problem::OutOfRange));
        assert_eq!(style.read("1.00001"), Err(Problem::TooPrecise));
        assert_eq!(style.read("1.00010000"), Ok(10_001));
        assert_eq!(style.read("(1,234.50)"), Ok(-12_345_000));
        assert_eq!(style.read("1.2万"), Ok(12_000 * ONE));
        assert_eq!(AmountStyle::of("").read("1,234"), Err(Problem::NotANumber));
    }

    #[test]
    fn units_round_half_away_from_zero() {
        for number in (0..400_000).chain((0..9).map(|at| (1_i128 << 62) - 4 + at)).chain([-150_000, -149_999]) {
            for (divisor, minor) in [(1_000, 100), (10, 10_000), (1, 1), (100_000_000, 100)] {
                let step = i128::from(divisor * minor);
                let nearest = rounded_to(number, step) / i128::from(divisor);
                assert_eq!(rounded_quotient(number, divisor, minor), nearest, "{number} {divisor} {minor}");
            }
        }
        assert_eq!(to_minor(12_350, 2), 12_400);
        assert_eq!(to_minor(-12_350, 2), -12_400);
        assert_eq!(to_minor(12_349, 2), 12_300);
        assert_eq!(to_minor(15_000, 0), 20_000);
        assert_eq!(to_minor(12_345, 3), 12_350);
        assert_eq!(to_minor(12_345, 4), 12_345);
        for step in [1, 2, 3, 100, 1 << 40] {
            for number in [0, 1, step / 2, step - step / 2, step, 7 * step + step / 2, i128::from(u64::MAX)] {
                // What is short is rounded in another way than what is not.
                let long = 1_i128 << 70;
                assert_eq!(rounded_to(number + long * step, step) - long * step, rounded_to(number, step));
                assert_eq!(divided(number + long * step, step) - long, divided(number, step));
                assert_eq!(rounded_to(-number, step), -rounded_to(number, step));
                assert_eq!(product(number, step), number * step);
                assert_eq!(product(step, number), number * step);
            }
        }
    }
}
