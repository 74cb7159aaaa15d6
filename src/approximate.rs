//! Powers with any exponent: the only figures that are not exact, computed in integers to far more digits than are shown.

use crate::exact::Exact;
use crate::integer::Integer;

/// The binary places that logarithms and exponentials are computed with: 77 decimal ones.
const BITS: u64 = 256;

/// The significant digits kept. So many more are computed that a power that has no more of them comes out exact.
const DIGITS: i64 = 24;

/// Beyond 2 to this power, either way, a power is held there.
const MOST_DOUBLINGS: i128 = 4096;

/// `base` to the power of `exponent`, to 24 significant digits. The base must be above zero; of others the power is zero.
pub fn power(base: &Exact, exponent: &Exact) -> Exact {
    if base.is_zero() || base.is_negative() {
        return Exact::ZERO;
    }
    let ln_two = ln_two();
    let (top, bottom) = exponent.parts();
    let logarithm = (&ln(base, &ln_two) * &top).divided_by(&bottom).0;
    // base^exponent = 2^doublings · e^rest, with a rest of at most half a doubling.
    let doublings = rounded_quotient(&logarithm, &ln_two);
    let (mantissa, doublings) = match doublings.to_small() {
        Some(few) if few.abs() <= MOST_DOUBLINGS => (exp(&(&logarithm - &(&doublings * &ln_two))), few),
        _ if logarithm.is_negative() => (one(), MOST_DOUBLINGS.saturating_neg()),
        _ => (one(), MOST_DOUBLINGS),
    };
    let (up, down) = (u64::try_from(doublings).unwrap_or(0), u64::try_from(doublings.saturating_neg()).unwrap_or(0));
    let power = Exact::from_parts(mantissa.shifted_up(up), one().shifted_up(down));
    let places = DIGITS.saturating_sub(1).saturating_sub(power.magnitude());
    match u32::try_from(places) {
        Ok(places) => power.rounded(places),
        Err(_) => power,
    }
}

/// One, in units of 2^-BITS like every number below.
fn one() -> Integer {
    Integer::from(1).shifted_up(BITS)
}

/// The natural logarithm of a number above zero.
fn ln(x: &Exact, ln_two: &Integer) -> Integer {
    let (top, bottom) = x.parts();
    // x = 2^halvings · m with m between 1/2 and 2, where the series is quick.
    let (longer, shorter) = (top.bits(), bottom.bits());
    let (top, bottom) = if longer > shorter {
        (top, bottom.shifted_up(longer.saturating_sub(shorter)))
    } else {
        (top.shifted_up(shorter.saturating_sub(longer)), bottom)
    };
    let halvings = &Integer::from(i128::from(longer)) - &Integer::from(i128::from(shorter));
    // ln m = 2 · artanh((m − 1) / (m + 1))
    let z = (&top - &bottom).shifted_up(BITS).divided_by(&(&top + &bottom)).0;
    &artanh(&z).shifted_up(1) + &(&halvings * ln_two)
}

/// The natural logarithm of two: 2 · artanh(1/3).
fn ln_two() -> Integer {
    artanh(&one().divided_by(&Integer::from(3)).0).shifted_up(1)
}

/// `z + z³/3 + z⁵/5 + …`, for at most a third either way.
fn artanh(z: &Integer) -> Integer {
    let square = (z * z).shifted_down(BITS);
    let (mut sum, mut odd_power, mut odd) = (Integer::ZERO, z.clone(), 1_i128);
    while !is_tiny(&odd_power) {
        sum = &sum + &odd_power.divided_by(&Integer::from(odd)).0;
        odd_power = (&odd_power * &square).shifted_down(BITS);
        odd = odd.saturating_add(2);
    }
    sum
}

/// `1 + x + x²/2 + x³/6 + …`, for at most a half either way.
fn exp(x: &Integer) -> Integer {
    let (mut sum, mut term, mut index) = (Integer::ZERO, one(), 1_i128);
    while !is_tiny(&term) {
        sum = &sum + &term;
        term = (&term * x).shifted_down(BITS).divided_by(&Integer::from(index)).0;
        index = index.saturating_add(1);
    }
    sum
}

/// Whether no more than the last place is left; a shift rounds −1 to itself for ever.
fn is_tiny(term: &Integer) -> bool {
    term.bits() <= 1
}

/// The integer nearest to a quotient with a positive divisor.
fn rounded_quotient(n: &Integer, d: &Integer) -> Integer {
    let (quotient, rest) = (&n.shifted_up(1) + d).divided_by(&d.shifted_up(1));
    // Division cuts towards zero; the floor is one less where something negative was cut off.
    if rest.is_negative() { &quotient - &Integer::from(1) } else { quotient }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn number(text: &str) -> Exact {
        Exact::from(Decimal::from_str_exact(text).unwrap())
    }

    fn of(base: &str, exponent: &str) -> Exact {
        power(&number(base), &number(exponent))
    }

    #[test]
    fn known_powers_to_twenty_digits() {
        for (base, exponent, value) in [
            ("2", "0.5", "1.4142135623730950488"),
            ("3", "0.5", "1.7320508075688772935"),
            ("10", "0.3", "1.9952623149688796014"),
            ("2", "-0.3", "0.8122523963562355226"),
            ("1.000001", "100000", "1.1051708628171399415"),
        ] {
            let power = of(base, exponent).rounded(19);
            assert_eq!(power.to_plain(), value, "{base}^{exponent}");
        }
    }

    #[test]
    fn a_power_that_ends_is_exact() {
        for (base, exponent, value) in [
            ("2", "0", "1"),
            ("2", "10", "1024"),
            ("2", "-3", "0.125"),
            ("1", "36500", "1"),
            ("1.5625", "0.5", "1.25"),
            ("2.5", "7", "610.3515625"),
            ("1000", "-1", "0.001"),
            ("7", "1", "7"),
        ] {
            assert_eq!(of(base, exponent), number(value), "{base}^{exponent}");
        }
    }

    #[test]
    fn what_is_out_of_all_bounds_is_held() {
        let greatest = of("2", "500000");
        assert_eq!(greatest, of("2", "4096"));
        assert_eq!(greatest.magnitude(), 1233);
        assert_eq!(of("0.5", "500000").magnitude(), -1234);
        assert_eq!(of("0", "2"), Exact::ZERO);
    }

    #[test]
    fn roots_and_powers_undo_each_other() {
        for base in ["0.00000001", "0.3", "1.020408163265306122", "99999999"] {
            for exponent in ["0.01", "0.7", "18.25"] {
                let there = of(base, exponent);
                let inverse = Exact::ONE.divided_by(&number(exponent)).unwrap();
                let back = power(&there, &inverse);
                let error = (&back - number(base)).abs();
                assert!(error < number(base) * of("10", "-20"), "{base}^{exponent}");
            }
        }
    }
}
