//! Exact fractions: what every figure is computed in.
//!
//! A fraction of two `i128` covers nearly every real input without a single allocation. Where one
//! step would leave that range it is taken in big integers instead, so nothing overflows and nothing is
//! rounded before the end.

mod text;

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::integer::Integer;

/// An exact rational number.
#[derive(Clone, Debug)]
pub struct Exact(Form);

/// The denominator is positive in both forms; fractions are not kept in lowest terms.
/// The large form is brought to them while that is cheap, up to [`SHORT`].
#[derive(Clone, Debug)]
enum Form {
    Small(i128, i128),
    Big(Box<(Integer, Integer)>),
}
use Form::{Big, Small};

/// The bits up to which a denominator is kept in lowest terms. Beyond, finding the common divisor costs far more
/// than the digits it saves.
const SHORT: u64 = 512;

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Small(0, 1));
    /// One.
    pub const ONE: Self = Self(Small(1, 1));

    /// The fraction of two integers; the denominator must be positive.
    #[cfg(feature = "ledger")]
    pub(crate) fn of(n: i128, d: i128) -> Self {
        Self(Small(n, d))
    }

    /// `10^zeros`.
    pub fn power_of_ten(zeros: u32) -> Self {
        match power_of_ten(zeros) {
            Some(power) => Self(Small(power, 1)),
            None => Self::from_parts(Integer::power_of_ten(zeros), Integer::from(1)),
        }
    }

    /// The quotient of two numbers, or `None` when the divisor is zero.
    #[inline(never)]
    pub fn divided_by(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        if let (Small(a, b), Small(c, d)) = (&self.0, &divisor.0) {
            let sign = c.signum();
            if let (Some(n), Some(m)) =
                (times(*a, *d).and_then(|n| n.checked_mul(sign)), times(*b, *c).and_then(|m| m.checked_mul(sign)))
            {
                return Some(Self::kept_short(n, m));
            }
        }
        let ((a, b), (c, d)) = (self.parts(), divisor.parts());
        Some(Self::from_parts(&a * &d, &b * &c))
    }

    /// Whether this is zero.
    #[inline(never)]
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Small(n, _) => *n == 0,
            Big(parts) => parts.0.is_zero(),
        }
    }

    /// Whether this is below zero.
    #[inline(never)]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Small(n, _) => *n < 0,
            Big(parts) => parts.0.is_negative(),
        }
    }

    /// The sum of many. Halves are summed before they are added to each other: with thousands of different
    /// denominators the parts stay short as long as they can.
    pub fn sum_of(parts: &[Self]) -> Self {
        match parts {
            [] => Self::ZERO,
            [only] => only.clone(),
            _ => {
                let (left, right) = parts.split_at(parts.len() / 2);
                Self::sum_of(left) + Self::sum_of(right)
            }
        }
    }

    /// The size without the sign.
    pub fn abs(&self) -> Self {
        if self.is_negative() { Self::ZERO - self } else { self.clone() }
    }

    /// The nearest multiple of `10^-places`, halves away from zero.
    #[inline(never)]
    pub fn rounded(&self, places: u32) -> Self {
        self.at_scale(places, Rounding::HalfAway)
    }

    /// The greatest multiple of `10^-places` that is not above this.
    pub fn floored(&self, places: u32) -> Self {
        self.at_scale(places, Rounding::Floor)
    }

    /// The multiple of `10^-places` next to this, away from zero; itself when it is one.
    pub fn rounded_away(&self, places: u32) -> Self {
        self.at_scale(places, Rounding::Away)
    }

    /// The greatest number of so many significant digits that is not above this.
    pub fn floored_to_digits(&self, digits: u32) -> Self {
        let below_point = i64::from(digits).saturating_sub(1).saturating_sub(self.magnitude());
        match u32::try_from(below_point) {
            Ok(places) => self.floored(places),
            Err(_) => {
                // The last digit kept stands before the point.
                let zeros = u32::try_from(below_point.unsigned_abs()).unwrap_or(u32::MAX);
                let unit = Self::power_of_ten(zeros);
                self.divided_by(&unit).map_or(Self::ZERO, |units| units.floored(0) * unit)
            }
        }
    }

    /// The power of ten of the first digit: 2 for 345, −1 for 0.2; 0 for zero.
    pub fn magnitude(&self) -> i64 {
        let length = |n: &Self| {
            let digits = n.abs().floored(0).to_fixed(0);
            i64::try_from(digits.len()).unwrap_or(i64::MAX)
        };
        if self.is_zero() || self.abs() >= Self::ONE {
            return length(self).saturating_sub(1);
        }
        // Turned over it is above one; only a power of ten has its first digit where the other one has it.
        let Some(inverse) = Self::ONE.divided_by(&self.abs()) else {
            return 0;
        };
        let ceiling = Self::ZERO - (Self::ZERO - &inverse).floored(0);
        let above = length(&(ceiling - Self::ONE));
        above.saturating_neg()
    }

    fn at_scale(&self, places: u32, rounding: Rounding) -> Self {
        match self.scaled(places, rounding) {
            Scaled::Small(n) => match power_of_ten(places) {
                Some(scale) => Self(Small(n, scale)),
                None => Self::from_parts(Integer::from(n), Integer::power_of_ten(places)),
            },
            Scaled::Big(n) => Self::from_parts(n, Integer::power_of_ten(places)),
        }
    }

    /// `self × 10^places` as an integer.
    fn scaled(&self, places: u32, rounding: Rounding) -> Scaled {
        if let Small(n, d) = &self.0
            && let Some(n) = power_of_ten(places).and_then(|scale| times(*n, scale))
            && let Some((quotient, rest)) = floor_and_rest(n, *d)
        {
            // `quotient` is the floor, `rest` lies in 0..d.
            let up = rounding.goes_up(n < 0, rest == 0, || rest.cmp(&d.saturating_sub(rest)));
            if let Some(n) = quotient.checked_add(i128::from(up)) {
                return Scaled::Small(n);
            }
        }
        let (n, d) = self.parts();
        let n = &n * &Integer::power_of_ten(places);
        let (mut quotient, mut rest) = n.divided_by(&d);
        if rest.is_negative() {
            quotient = &quotient - &Integer::from(1);
            rest = &rest + &d;
        }
        if rounding.goes_up(n.is_negative(), rest.is_zero(), || rest.cmp(&(&d - &rest))) {
            quotient = &quotient + &Integer::from(1);
        }
        Scaled::Big(quotient)
    }

    /// Rounded half away from zero and written with exactly this many places; zero has no sign.
    #[inline(never)]
    pub fn to_fixed(&self, places: u32) -> String {
        let digits = match self.scaled(places, Rounding::HalfAway) {
            Scaled::Small(n) => match quick(|| text::with_point(n, places, false)) {
                Some(text) => return text,
                None => n.to_string(),
            },
            Scaled::Big(n) => n.to_string(),
        };
        with_point(&digits, places)
    }

    /// The plain decimal text: exact where 28 significant digits are enough, else rounded to 20, or whole to 28.
    pub fn to_plain(&self) -> String {
        self.to_text(20)
    }

    /// The plain decimal text: exact where 28 significant digits are enough, else rounded to so many.
    pub fn to_text(&self, digits: u32) -> String {
        if let Some(text) = quick(|| self.short_text(digits)) {
            return text;
        }
        let whole = self.abs().to_fixed(0);
        let used = if whole == "0" { 0 } else { u32::try_from(whole.len()).unwrap_or(u32::MAX) };
        if let zeros @ 1.. = used.saturating_sub(28) {
            let unit = Self::power_of_ten(zeros);
            let units = self.divided_by(&unit).unwrap_or(Self::ZERO);
            return (units.rounded(0) * unit).to_fixed(0);
        }
        let rounded = digits.saturating_sub(used);
        let exact = 28_u32.saturating_sub(used);
        let places = if !self.ends_within(rounded) && self.ends_within(exact) { exact } else { rounded };
        without_zeros(self.to_fixed(places))
    }

    /// The text of a short number: a decimal as it is typed has not even to be divided.
    fn short_text(&self, digits: u32) -> Option<String> {
        let Small(n, d) = &self.0 else { return None };
        let d = u64::try_from(*d).ok()?;
        let places = (0_u32..).zip(POWERS_OF_TEN).find(|(_, power)| *power == d).map(|(places, _)| places);
        match places {
            Some(places) if i64::try_from(*n).is_ok() => text::with_point(*n, places, true),
            _ => text::quotient(*n, d, digits),
        }
    }

    /// The same as an integer, where it is one.
    pub fn to_whole(&self) -> Option<i64> {
        match self.scaled(0, Rounding::HalfAway) {
            Scaled::Small(n) if self.ends_within(0) => i64::try_from(n).ok(),
            _ => None,
        }
    }

    /// Whether this is a multiple of `10^-places`.
    pub fn ends_within(&self, places: u32) -> bool {
        if let Small(n, d) = &self.0 {
            if power_of_ten(places).is_some_and(|power| floor_and_rest(power, *d).is_some_and(|(_, rest)| rest == 0)) {
                return true;
            }
            // What is left over, digit by digit.
            let rest_of = |n| Some(floor_and_rest(n, *d)?.1);
            let mut rest = rest_of(*n);
            for _ in 0..places {
                if rest == Some(0) {
                    break;
                }
                rest = rest.and_then(|rest| rest.checked_mul(10)).and_then(rest_of);
            }
            if let Some(rest) = rest {
                return rest == 0;
            }
        }
        let (n, d) = self.parts();
        (&n * &Integer::power_of_ten(places)).divided_by(&d).1.is_zero()
    }

    /// Numerator and denominator, which is positive.
    pub(crate) fn parts(&self) -> (Integer, Integer) {
        match &self.0 {
            Small(n, d) => (Integer::from(*n), Integer::from(*d)),
            Big(parts) => (**parts).clone(),
        }
    }

    /// The fraction of two integers, in lowest terms unless they are long, in the small form when they fit. The denominator must not be zero.
    pub(crate) fn from_parts(mut n: Integer, mut d: Integer) -> Self {
        if d.is_negative() {
            (n, d) = (n.negated(), d.negated());
        }
        if d.bits() > SHORT {
            return Self(Big(Box::new((n, d))));
        }
        let divisor = n.common_divisor(&d);
        if divisor > Integer::from(1) {
            (n, d) = (n.divided_by(&divisor).0, d.divided_by(&divisor).0);
        }
        match (n.to_small(), d.to_small()) {
            (Some(n), Some(d)) => Self(Small(n, d)),
            _ => Self(Big(Box::new((n, d)))),
        }
    }

    /// `a·d ± c·b` over `b·d`, in the small form where every product fits.
    #[inline(never)]
    fn sum(&self, other: &Self, negate: bool) -> Self {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0) {
            let combine = |a: i128, c: i128| {
                if negate { a.checked_sub(c) } else { a.checked_add(c) }
            };
            let small = if b == d {
                combine(*a, *c).map(|n| (n, *b))
            } else if let Some(factor) = factor_between(*b, *d) {
                // Cents and tenths of them come to tenths: sums of decimals keep the longest scale, and no more.
                times(*a, factor).and_then(|a| combine(a, *c)).zip(Some(*d))
            } else if let Some(factor) = factor_between(*d, *b) {
                times(*c, factor).and_then(|c| combine(*a, c)).zip(Some(*b))
            } else {
                times(*a, *d).zip(times(*c, *b)).and_then(|(a, c)| combine(a, c)).zip(times(*b, *d))
            };
            if let Some((n, bottom)) = small {
                return if bottom > *b.max(d) { Self::kept_short(n, bottom) } else { Self(Small(n, bottom)) };
            }
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        let (left, right, bottom) = if b == d { (a, c, b) } else { (&a * &d, &c * &b, &b * &d) };
        Self::from_parts(if negate { &left - &right } else { &left + &right }, bottom)
    }

    /// A fraction in the small form. Where its denominator grows long it is brought to lowest terms while that is cheap: the shares
    /// of one tax in many amounts are then one share again, and what is made of it stays in 64 bits.
    #[inline(never)]
    fn kept_short(n: i128, d: i128) -> Self {
        if d <= u32::MAX.into() {
            return Self(Small(n, d));
        }
        let divisor = u64::try_from(d).ok().and_then(|short| {
            let size = n.unsigned_abs();
            let rest = match u64::try_from(size) {
                Ok(size) => size.checked_rem(short)?,
                Err(_) => u64::try_from(size.checked_rem(short.into())?).ok()?,
            };
            Some(i128::from(common_divisor(short, rest))).filter(|divisor| *divisor > 1)
        });
        let lowest = divisor.and_then(|divisor| {
            // It divides both.
            Some((floor_and_rest(n, divisor)?.0, floor_and_rest(d, divisor)?.0))
        });
        let (n, d) = lowest.unwrap_or((n, d));
        Self(Small(n, d))
    }

    #[inline(never)]
    fn product(&self, other: &Self) -> Self {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0)
            && let (Some(n), Some(m)) = (times(*a, *c), times(*b, *d))
        {
            return Self::kept_short(n, m);
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        Self::from_parts(&a * &c, &b * &d)
    }
}

#[derive(Clone, Copy)]
enum Rounding {
    HalfAway,
    Floor,
    Away,
}

impl Rounding {
    /// Whether the floor has to go up by one; `half` compares the rest with what is missing to the next.
    fn goes_up(self, negative: bool, exact: bool, half: impl FnOnce() -> Ordering) -> bool {
        match self {
            Self::Floor => false,
            Self::Away => !exact && !negative,
            Self::HalfAway => match half() {
                Ordering::Less => false,
                Ordering::Equal => !negative,
                Ordering::Greater => true,
            },
        }
    }
}

enum Scaled {
    Small(i128),
    Big(Integer),
}

/// The floor of a quotient and what is left over. Long division is slow in a browser, and most numbers are short.
#[inline(never)]
fn floor_and_rest(n: i128, d: i128) -> Option<(i128, i128)> {
    if let (Ok(n), Ok(d)) = (i64::try_from(n), i64::try_from(d)) {
        return Some((n.checked_div_euclid(d)?.into(), n.checked_rem_euclid(d)?.into()));
    }
    Some((n.checked_div_euclid(d)?, n.checked_rem_euclid(d)?))
}

/// A shorter way, in the builds whose bytes do not count.
fn quick<T>(way: impl FnOnce() -> Option<T>) -> Option<T> {
    if cfg!(feature = "quick") { way() } else { None }
}

/// The product of two numbers. What is sure to fit into 64 bits is multiplied there: a longer product is slow in a browser.
#[inline(never)]
fn times(a: i128, b: i128) -> Option<i128> {
    if let (Ok(a), Ok(b)) = (i64::try_from(a), i64::try_from(b)) {
        let spare = |n: i64| n.unsigned_abs().leading_zeros();
        if spare(a).saturating_add(spare(b)) > u64::BITS {
            return Some(i128::from(a.wrapping_mul(b)));
        }
    }
    a.checked_mul(b)
}

/// The greatest number that divides both, by Euclid.
fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

/// How many times a denominator goes into another.
#[inline(never)]
fn factor_between(denominator: i128, other: i128) -> Option<i128> {
    if denominator > other {
        return None;
    }
    if denominator == 1 {
        return Some(other);
    }
    floor_and_rest(other, denominator).and_then(|(factor, rest)| (rest == 0).then_some(factor))
}

fn without_zeros(text: String) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// The powers of ten that fit into 63 bits, by their zeros.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
const POWERS_OF_TEN: [u64; 19] = {
    let mut powers = [1; 19];
    let mut zeros = 1;
    while zeros < powers.len() {
        powers[zeros] = powers[zeros - 1] * 10;
        zeros += 1;
    }
    powers
};

#[inline(never)]
fn power_of_ten(places: u32) -> Option<i128> {
    let short = usize::try_from(places).ok().and_then(|places| POWERS_OF_TEN.get(places));
    short.map(|power| i128::from(*power)).or_else(|| 10_i128.checked_pow(places))
}

fn with_point(digits: &str, places: u32) -> String {
    let places = usize::try_from(places).unwrap_or(usize::MAX);
    if places == 0 {
        return digits.to_owned();
    }
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let zeros = places.saturating_add(1).saturating_sub(digits.len());
    let padded = ["0".repeat(zeros).as_str(), digits].concat();
    let (whole, fraction) = padded.split_at(padded.len().saturating_sub(places));
    [sign, whole, ".", fraction].concat()
}

impl From<i64> for Exact {
    #[inline(never)]
    fn from(n: i64) -> Self {
        Self(Small(i128::from(n), 1))
    }
}

impl From<u32> for Exact {
    #[inline(never)]
    fn from(n: u32) -> Self {
        Self(Small(i128::from(n), 1))
    }
}

impl From<Decimal> for Exact {
    #[inline(never)]
    fn from(number: Decimal) -> Self {
        // A Decimal has at most 28 places.
        Self(Small(number.mantissa(), power_of_ten(number.scale()).unwrap_or(1)))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    /// By cross-multiplication: no quotient is ever taken to compare.
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0) {
            if b == d {
                return a.cmp(c);
            }
            if let (Some(left), Some(right)) = (times(*a, *d), times(*c, *b)) {
                return left.cmp(&right);
            }
        }
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        (&a * &d).cmp(&(&c * &b))
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident |$left:ident, $right:ident| $body:expr;)*) => {$(
        impl<R: std::borrow::Borrow<Exact>> std::ops::$trait<R> for &Exact {
            type Output = Exact;
            fn $method(self, right: R) -> Exact {
                let ($left, $right) = (self, right.borrow());
                $body
            }
        }
        impl<R: std::borrow::Borrow<Exact>> std::ops::$trait<R> for Exact {
            type Output = Exact;
            fn $method(self, right: R) -> Exact {
                std::ops::$trait::$method(&self, right)
            }
        }
    )*};
}

operators! {
    Add add |a, b| a.sum(b, false);
    Sub sub |a, b| a.sum(b, true);
    Mul mul |a, b| a.product(b);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(n: i64, d: i64) -> Exact {
        Exact::from(n).divided_by(&Exact::from(d)).unwrap()
    }

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(fraction(1, 8).to_fixed(2), "0.13");
        assert_eq!(fraction(-1, 8).to_fixed(2), "-0.13");
        assert_eq!(fraction(-1, 3).to_fixed(2), "-0.33");
        assert_eq!(fraction(-2, 3).to_fixed(2), "-0.67");
        assert_eq!(fraction(5, 2).to_fixed(0), "3");
        assert_eq!(fraction(-5, 2).to_fixed(0), "-3");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(fraction(-1, 1000).to_fixed(2), "0.00");
        assert_eq!(fraction(0, -7).to_fixed(0), "0");
    }

    #[test]
    fn away_and_floor_go_their_way_on_both_sides_of_zero() {
        assert_eq!(fraction(1, 3).rounded_away(2).to_plain(), "0.34");
        assert_eq!(fraction(-1, 3).rounded_away(2).to_plain(), "-0.34");
        assert_eq!(fraction(-1, 2).rounded_away(1).to_plain(), "-0.5");
        assert_eq!(fraction(-1, 3).floored(2).to_plain(), "-0.34");
        assert_eq!(fraction(1, 3).floored(2).to_plain(), "0.33");
    }

    #[test]
    fn plain_text_is_exact_in_28_digits_or_has_20() {
        assert_eq!(fraction(1, 4).to_plain(), "0.25");
        assert_eq!(fraction(-500, 1).to_plain(), "-500");
        assert_eq!(fraction(100, 3).to_plain(), "33.333333333333333333");
        assert_eq!(Exact::from(Decimal::new(i64::MAX, 8)).to_plain(), "92233720368.54775807");
        let long = Decimal::from_str_exact("123456789012345678.1234567891").unwrap();
        assert_eq!(Exact::from(long).to_plain(), long.to_string());
    }

    #[test]
    fn significant_digits_are_kept_on_both_sides_of_the_point() {
        for (text, digits, kept) in [
            ("5160000", 2, "5100000"),
            ("99.99", 2, "99"),
            ("100", 1, "100"),
            ("1.06", 2, "1"),
            ("0.1", 1, "0.1"),
            ("0.0999", 2, "0.099"),
            ("0.001", 3, "0.001"),
            ("123456", 15, "123456"),
            ("0", 2, "0"),
        ] {
            let number = Exact::from(Decimal::from_str_exact(text).unwrap());
            assert_eq!(number.floored_to_digits(digits).to_plain(), kept, "{text}");
        }
        assert_eq!(fraction(2, 3).floored_to_digits(2).to_plain(), "0.66");
    }

    #[test]
    fn magnitude_is_the_place_of_the_first_digit() {
        for (n, d, magnitude) in
            [(1, 1, 0), (10, 1, 1), (345, 1, 2), (1, 10, -1), (1, 11, -2), (2, 10, -1), (-1, 1000, -3), (0, 1, 0)]
        {
            assert_eq!(fraction(n, d).magnitude(), magnitude, "{n}/{d}");
        }
    }

    #[test]
    fn plain_text_has_at_most_28_digits() {
        assert_eq!(fraction(1, 4).to_plain(), "0.25");
        assert_eq!(fraction(-500, 1).to_plain(), "-500");
        assert_eq!(fraction(100, 3).to_plain(), "33.333333333333333333");
        let large = Exact::from(Decimal::MAX) * Exact::from(10_000_i64);
        assert_eq!(large.to_plain(), "792281625142643375935439503400000");
        assert_eq!((&large * fraction(-1, 3)).to_plain(), "-264093875047547791978479834500000");
    }

    #[test]
    fn products_beyond_the_small_form_stay_exact() {
        let large = Exact::from(Decimal::MAX);
        let cube = &large * &large * &large;
        assert_eq!(cube.divided_by(&(&large * &large)).unwrap(), large);
        assert!(cube > large);
        assert_eq!((&cube - &cube).to_fixed(2), "0.00");
        assert_eq!((&cube * Exact::from(-1_i64)).rounded(2).abs(), cube);
    }

    #[test]
    fn thousands_of_denominators_are_summed_exactly() {
        let thirds: Vec<Exact> = (1..=3_000).map(|n| fraction(n, 2 * n + 1)).collect();
        let rests: Vec<Exact> = (1..=3_000).map(|n| fraction(n + 1, 2 * n + 1)).collect();
        let sum = Exact::sum_of(&thirds) + Exact::sum_of(&rests);
        assert_eq!(sum, Exact::from(3_000_u32));
        assert_eq!(sum.to_plain(), "3000");
        assert_eq!(Exact::sum_of(&[]), Exact::ZERO);
    }

    #[test]
    fn division_by_zero_has_no_answer() {
        assert!(Exact::ONE.divided_by(&Exact::ZERO).is_none());
    }

    #[test]
    fn short_numbers_have_the_text_of_long_ones() {
        let steps = [1, 2, 3, 7, 8, 95, 96, 99, 100, 113, 365, 1_024, 10_000];
        let sizes = [1_000_003, 1_000_000_000_000_000_000, i64::MAX];
        let all: Vec<i64> = steps.iter().flat_map(|step| sizes.map(|size| size / step)).chain(steps).collect();
        for n in all.iter().flat_map(|n| [*n, -*n, 0]) {
            for d in all.iter().filter(|d| **d > 0) {
                let short = fraction(n, *d);
                let long = Exact(Big(Box::new(short.parts())));
                for places in [0, 2, 6, 28, 40] {
                    assert_eq!(short.to_fixed(places), long.to_fixed(places), "{n}/{d} to {places}");
                    assert_eq!(short.ends_within(places), long.ends_within(places), "{n}/{d} within {places}");
                }
                for digits in [5, 20, 28] {
                    assert_eq!(short.to_text(digits), long.to_text(digits), "{n}/{d} to {digits}");
                }
            }
        }
    }

    #[test]
    fn short_products_and_sums_are_those_of_long_ones() {
        let numbers = [0, 1, -1, 3, 100, 10_000, 1 << 31, -(1 << 32), 1 << 62, i64::MAX, i64::MIN];
        for (a, b) in numbers.iter().flat_map(|a| numbers.map(|b| (*a, b))) {
            assert_eq!(times(a.into(), b.into()), i128::from(a).checked_mul(b.into()), "{a} · {b}");
        }
        let fractions: Vec<Exact> =
            numbers.iter().flat_map(|n| [1, 10, 100, 113, 10_000].map(|d| fraction(*n, d))).collect();
        let long = |number: &Exact| Exact(Big(Box::new(number.parts())));
        for (a, b) in fractions.iter().flat_map(|a| fractions.iter().map(move |b| (a, b))) {
            assert_eq!(a + b, long(a) + long(b));
            assert_eq!(a - b, long(a) - long(b));
            assert_eq!(a * b, long(a) * long(b));
            assert_eq!(a.cmp(b), long(a).cmp(&long(b)));
        }
    }
}
