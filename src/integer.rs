//! Whole numbers of any length, for the few steps that leave `i128`.
//!
//! The textbook's algorithms on digits of 32 bits: what a visitor has to fetch is a tenth of a general library.

use std::cmp::Ordering;
use std::fmt;
use std::iter::{once, repeat_n};

/// A whole number. The digits run from the lowest up, without zeros at the top; zero has no sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Integer {
    negative: bool,
    digits: Vec<u32>,
}

/// The bits of a digit.
const WIDTH: u64 = 32;

/// The largest power of ten in a digit, and its zeros.
const BILLION: u64 = 1_000_000_000;
const ZEROS: usize = 9;

/// The lower half of a double digit.
#[expect(clippy::cast_possible_truncation, reason = "that is what it is for")]
const fn low(double: u64) -> u32 {
    double as u32
}

/// The upper half of a double digit.
const fn high(double: u64) -> u32 {
    low(double >> WIDTH)
}

/// What a digit times another comes to with two more added: never more than a double digit.
fn product(a: u32, b: u32, more: u32, carry: u32) -> u64 {
    u64::from(a).wrapping_mul(u64::from(b)).wrapping_add(u64::from(more)).wrapping_add(u64::from(carry))
}

impl Integer {
    /// Nothing.
    pub const ZERO: Self = Self { negative: false, digits: Vec::new() };

    fn new(negative: bool, mut digits: Vec<u32>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self { negative: negative && !digits.is_empty(), digits }
    }

    /// `10^zeros`.
    pub fn power_of_ten(zeros: u32) -> Self {
        let ten = Self::from(10);
        (0..zeros).fold(Self::from(1), |power, _| &power * &ten)
    }

    /// Whether this is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether this is below zero.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// The same with the other sign.
    pub fn negated(self) -> Self {
        Self::new(!self.negative, self.digits)
    }

    /// How many binary places the size takes.
    pub fn bits(&self) -> u64 {
        let top = self.digits.last().map_or(0, |top| WIDTH.saturating_sub(top.leading_zeros().into()));
        let below = u64::try_from(self.digits.len()).unwrap_or(u64::MAX).saturating_sub(1);
        below.saturating_mul(WIDTH).saturating_add(top)
    }

    /// The same as a small number, where it is one.
    pub fn to_small(&self) -> Option<i128> {
        let size = self.digits.iter().rev().try_fold(0_u128, |size, digit| {
            size.leading_zeros().ge(&u32::BITS).then(|| size.wrapping_shl(u32::BITS) | u128::from(*digit))
        })?;
        if self.negative { 0_i128.checked_sub_unsigned(size) } else { i128::try_from(size).ok() }
    }

    /// The largest number that divides both.
    pub fn common_divisor(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.clone(), other.clone());
        while !b.is_zero() {
            let rest = a.divided_by(&b).1;
            (a, b) = (b, rest);
        }
        Self::new(false, a.digits)
    }

    /// Times `2^places`.
    pub fn shifted_up(&self, places: u64) -> Self {
        let (whole, part) = (places / WIDTH, places % WIDTH);
        let mut digits: Vec<u32> = repeat_n(0, usize::try_from(whole).unwrap_or(0)).collect();
        let mut carry = 0;
        for digit in self.digits.iter().chain(once(&0)) {
            let shifted = u64::from(*digit).wrapping_shl(u32::try_from(part).unwrap_or(0));
            digits.push(low(shifted) | carry);
            carry = high(shifted);
        }
        Self::new(self.negative, digits)
    }

    /// Divided by `2^places`, rounded down.
    pub fn shifted_down(&self, places: u64) -> Self {
        let (quotient, rest) = self.divided_by(&Self::from(1).shifted_up(places));
        if rest.negative { &quotient - &Self::from(1) } else { quotient }
    }

    /// Quotient and rest, cut towards zero; the rest has the sign of this number. Zero and everything for a divisor of zero.
    pub fn divided_by(&self, divisor: &Self) -> (Self, Self) {
        let Some(top) = divisor.digits.last() else {
            return (Self::ZERO, self.clone());
        };
        // Algorithm D: with the divisor's first bit set, a quotient digit guessed from the first digits is at most two too high.
        let shift = u64::from(top.leading_zeros());
        let divisor_size = divisor.shifted_up(shift).digits;
        let top = divisor_size.last().copied().unwrap_or(1);
        let mut rest = self.shifted_up(shift).digits;
        rest.push(0);
        let steps = rest.len().saturating_sub(divisor_size.len());
        let mut quotient: Vec<u32> = repeat_n(0, steps).collect();
        for (at, digit) in quotient.iter_mut().enumerate().rev() {
            let Some(window) = rest.get_mut(at..=at.saturating_add(divisor_size.len())) else { continue };
            let mut first = window.iter().rev().copied().map(u64::from);
            let leading = first.next().unwrap_or(0).wrapping_shl(u32::BITS) | first.next().unwrap_or(0);
            let mut guess =
                leading.checked_div(top.into()).and_then(|guess| u32::try_from(guess).ok()).unwrap_or(u32::MAX);
            let mut is_below = take_away(window, &divisor_size, guess);
            while is_below {
                guess = guess.wrapping_sub(1);
                is_below = !add_to(window, &divisor_size);
            }
            *digit = guess;
        }
        let rest = Self::new(false, rest).halved(shift);
        (Self::new(self.negative != divisor.negative, quotient), Self::new(self.negative, rest.digits))
    }

    /// The size divided by two so many times, less than a digit has bits.
    fn halved(&self, times: u64) -> Self {
        let mut carry = 0;
        let mut digits: Vec<u32> = Vec::new();
        for digit in self.digits.iter().rev() {
            let shifted = u64::from(*digit).wrapping_shl(u32::BITS).wrapping_shr(u32::try_from(times).unwrap_or(0));
            digits.push(high(shifted) | carry);
            carry = low(shifted);
        }
        digits.reverse();
        Self::new(self.negative, digits)
    }

    /// How the sizes compare.
    fn compare_size(&self, other: &Self) -> Ordering {
        let length = self.digits.len().cmp(&other.digits.len());
        length.then_with(|| self.digits.iter().rev().cmp(other.digits.iter().rev()))
    }

    fn sum(&self, other: &Self, negative: bool) -> Self {
        if self.negative == negative {
            let (mut longer, shorter) = if self.digits.len() < other.digits.len() {
                (other.digits.clone(), &self.digits)
            } else {
                (self.digits.clone(), &other.digits)
            };
            longer.push(0);
            add_to(&mut longer, shorter);
            return Self::new(negative, longer);
        }
        let (mut larger, smaller, negative) = match self.compare_size(other) {
            Ordering::Less => (other.digits.clone(), &self.digits, negative),
            _ => (self.digits.clone(), &other.digits, self.negative),
        };
        take_away(&mut larger, smaller, 1);
        Self::new(negative, larger)
    }
}

/// Adds digits to others that are as many at least; whether something is carried out at the top.
fn add_to(sum: &mut [u32], digits: &[u32]) -> bool {
    let mut carry = 0;
    for (digit, more) in sum.iter_mut().zip(digits.iter().chain(std::iter::repeat(&0))) {
        let both = product(1, *digit, *more, carry);
        (*digit, carry) = (low(both), high(both));
    }
    carry > 0
}

/// Takes so many times some digits away from others; whether that was more than there is.
fn take_away(from: &mut [u32], digits: &[u32], times: u32) -> bool {
    let (mut carry, mut borrow) = (0, false);
    for (digit, more) in from.iter_mut().zip(digits.iter().chain(std::iter::repeat(&0))) {
        let taken = product(*more, times, carry, 0);
        carry = high(taken);
        let (left, below) = digit.overflowing_sub(low(taken));
        let (left, below_too) = left.overflowing_sub(borrow.into());
        (*digit, borrow) = (left, below || below_too);
    }
    borrow || carry > 0
}

impl From<i128> for Integer {
    fn from(number: i128) -> Self {
        let mut size = number.unsigned_abs();
        let mut digits = Vec::new();
        while size > 0 {
            #[expect(clippy::cast_possible_truncation, reason = "the lowest digit")]
            digits.push(size as u32);
            size >>= WIDTH;
        }
        Self { negative: number < 0, digits }
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.compare_size(other),
            (true, true) => other.compare_size(self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

impl std::ops::Add for &Integer {
    type Output = Integer;
    fn add(self, other: Self) -> Integer {
        self.sum(other, other.negative)
    }
}

impl std::ops::Sub for &Integer {
    type Output = Integer;
    fn sub(self, other: Self) -> Integer {
        self.sum(other, !other.negative)
    }
}

impl std::ops::Mul for &Integer {
    type Output = Integer;
    fn mul(self, other: Self) -> Integer {
        let length = self.digits.len().saturating_add(other.digits.len());
        let mut digits: Vec<u32> = repeat_n(0, length).collect();
        for (at, digit) in self.digits.iter().enumerate() {
            let mut carry = 0;
            for (sum, factor) in digits.iter_mut().skip(at).zip(other.digits.iter().chain(once(&0))) {
                let double = product(*digit, *factor, *sum, carry);
                (*sum, carry) = (low(double), high(double));
            }
        }
        Integer::new(self.negative != other.negative, digits)
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.digits.clone();
        let mut text = Vec::new();
        while rest.last().is_some() {
            let mut left = 0;
            for digit in rest.iter_mut().rev() {
                let double = u64::from(left).wrapping_shl(u32::BITS) | u64::from(*digit);
                left = low(double % BILLION);
                *digit = low(double / BILLION);
            }
            for _ in 0..ZEROS {
                text.push(char::from_digit(left % 10, 10).unwrap_or('0'));
                left /= 10;
            }
            rest = Self::new(false, rest).digits;
        }
        while text.last() == Some(&'0') {
            text.pop();
        }
        if text.is_empty() {
            text.push('0');
        }
        if self.negative {
            text.push('-');
        }
        text.iter().rev().try_for_each(|character| fmt::Write::write_char(f, *character))
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count as they like")]
mod tests {
    use num_bigint::{BigInt, Sign};
    use proptest::prelude::*;

    use super::*;

    /// Digits that are often all zeros or all ones, where carries run far.
    fn numbers() -> impl Strategy<Value = Integer> {
        let digit = prop_oneof![Just(0), Just(1), Just(u32::MAX), Just(1 << 31), any::<u32>()];
        (any::<bool>(), prop::collection::vec(digit, 0..12))
            .prop_map(|(negative, digits)| Integer::new(negative, digits))
    }

    fn not_zero() -> impl Strategy<Value = Integer> {
        numbers().prop_map(|number| if number.is_zero() { Integer::from(1) } else { number })
    }

    fn peer(number: &Integer) -> BigInt {
        let sign = if number.negative { Sign::Minus } else { Sign::Plus };
        BigInt::from_slice(sign, &number.digits)
    }

    fn same(number: &Integer, other: &BigInt) -> bool {
        peer(number) == *other && number.to_string() == other.to_string() && number.digits.last() != Some(&0)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

        #[test]
        fn what_another_library_computes_is_computed_here(a in numbers(), b in numbers(), places in 0_u64..200) {
            let (x, y) = (peer(&a), peer(&b));
            prop_assert!(same(&(&a + &b), &(&x + &y)));
            prop_assert!(same(&(&a - &b), &(&x - &y)));
            prop_assert!(same(&(&a * &b), &(&x * &y)));
            prop_assert!(same(&a.shifted_up(places), &(&x << places)));
            prop_assert!(same(&a.shifted_down(places), &(&x >> places)));
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            prop_assert_eq!(a.bits(), x.bits());
            prop_assert_eq!(a.to_small(), i128::try_from(&x).ok());
            if !b.is_zero() {
                let (quotient, rest) = a.divided_by(&b);
                prop_assert!(same(&quotient, &(&x / &y)));
                prop_assert!(same(&rest, &(&x % &y)));
            }
        }

        #[test]
        fn a_common_divisor_leaves_nothing_in_common(a in not_zero(), b in not_zero(), factor in not_zero()) {
            let divisor = (&a * &factor).common_divisor(&(&b * &factor));
            prop_assert!(!divisor.is_negative());
            let ((a, rest_a), (b, rest_b)) = ((&a * &factor).divided_by(&divisor), (&b * &factor).divided_by(&divisor));
            prop_assert!(rest_a.is_zero() && rest_b.is_zero());
            prop_assert_eq!(a.common_divisor(&b), Integer::from(1));
        }

        #[test]
        fn small_numbers_come_back(number in any::<i128>()) {
            prop_assert_eq!(Integer::from(number).to_small(), Some(number));
            prop_assert_eq!(Integer::from(number).to_string(), number.to_string());
        }
    }

    #[test]
    fn the_ends_of_the_small_numbers_are_small() {
        for end in [i128::MIN, i128::MAX, 0, -1, 1] {
            assert_eq!(Integer::from(end).to_small(), Some(end));
        }
        assert_eq!((&Integer::from(i128::MAX) + &Integer::from(1)).to_small(), None);
        assert_eq!((&Integer::from(i128::MIN) - &Integer::from(1)).to_small(), None);
    }

    #[test]
    fn powers_of_ten_have_their_zeros() {
        assert_eq!(Integer::power_of_ten(0).to_string(), "1");
        assert_eq!(Integer::power_of_ten(40).to_string(), format!("1{:0>40}", ""));
    }
}
