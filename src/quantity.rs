//! Numbers with their unit, and the text they are read from and written to.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::error::Problem;
use crate::exact::Exact;

/// What a number counts; it decides how many places are kept and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// An amount of the call's currency, written to its minor unit.
    Money,
    /// A fraction (0.15 is 15 %), written to 6 places.
    Ratio,
    /// Days, written to 2 places.
    Days,
    /// Points of a score, written to 1 place.
    Points,
    /// A whole number of things or months.
    Count,
}

impl Unit {
    /// The places a figure of this unit is written with.
    pub fn places(self, currency: Currency) -> u32 {
        match self {
            Self::Money => currency.places(),
            Self::Ratio => 6,
            Self::Days => 2,
            Self::Points => 1,
            Self::Count => 0,
        }
    }

    /// The most decimal places an input of this unit may have.
    pub fn input_places(self) -> u32 {
        match self {
            Self::Money | Self::Days | Self::Points => 4,
            Self::Ratio => 8,
            Self::Count => 0,
        }
    }
}

/// How two numbers compare, by the arithmetic that is there anyway.
fn compare(a: Decimal, b: Decimal) -> Ordering {
    Exact::from(a).cmp(&Exact::from(b))
}

impl Days {
    /// The whole days, where there are no parts of one.
    pub(crate) fn whole(self) -> Option<i64> {
        Exact::from(self.0).to_whole()
    }
}

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident $unit:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub struct $name(#[cfg_attr(feature = "wasm", tsify(type = "string | number"))] pub Decimal);

        impl $name {
            /// The unit of this type.
            pub const UNIT: Unit = Unit::$unit;

            /// The number a plain decimal text stands for, at compile time. Characters that are no part of one are passed over.
            pub const fn of(text: &str) -> Self {
                Self(literal(text))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other).is_eq()
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                compare(self.0, other.0)
            }
        }

        impl From<Decimal> for $name {
            fn from(number: Decimal) -> Self {
                Self(number)
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                Self(Decimal::from(number))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&Exact::from(self.0).to_fixed(self.0.scale()))
            }
        }
    )*};
}

units! {
    /// An amount of money as it is given: at most 10^13 either way, at most 4 decimal places.
    Money Money;
    /// A fraction as it is given, such as `0.15` for 15 %: at most 8 decimal places.
    Ratio Ratio;
    /// A number of days as it is given: at most 4 decimal places.
    Days Days;
    /// Points of a score as they are given: at most 4 decimal places.
    Points Points;
}

#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated when compiling, on short literals"
)]
const fn literal(text: &str) -> Decimal {
    let (bytes, mut at, mut digits, mut scale, mut point, mut negative) = (text.as_bytes(), 0, 0_u64, 0, false, false);
    while at < bytes.len() {
        match bytes[at] {
            b'-' => negative = true,
            b'.' => point = true,
            digit @ b'0'..=b'9' => {
                digits = digits * 10 + (digit - b'0') as u64;
                if point {
                    scale += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the two halves of a u64")]
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, negative, scale)
}

/// What kept a text from being a decimal of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no plain decimal.
    NotANumber,
    /// It has more places than asked for; trailing zeros do not count.
    TooPrecise,
    /// It has more digits than any field takes.
    TooLarge,
}

impl From<Unreadable> for Problem {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::NotANumber => Self::NotANumber,
            Unreadable::TooPrecise => Self::TooPrecise,
            Unreadable::TooLarge => Self::OutOfRange,
        }
    }
}

/// Reads a plain decimal: digits with an optional minus sign and an optional decimal point between digits.
/// No exponent, separator, space or plus sign.
pub fn parse_plain(text: &str, places: u32) -> Result<Decimal, Unreadable> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((_, "")) => return Err(Unreadable::NotANumber),
        Some(parts) => parts,
        None => (digits, ""),
    };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(fraction) {
        return Err(Unreadable::NotANumber);
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    // 20 and 8 digits are more than any field takes, and less than a Decimal holds.
    if whole.len() > 20 {
        return Err(Unreadable::TooLarge);
    }
    let scale = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
    if scale > places.min(8) {
        return Err(Unreadable::TooPrecise);
    }
    let digits = whole.bytes().chain(fraction.bytes()).map(|digit| digit & 15);
    // So many digits fit into 64 bits, where a step is one instruction.
    let mut number = if whole.len().saturating_add(fraction.len()) <= 18 {
        digits.fold(0_u64, |number, digit| number.wrapping_mul(10).wrapping_add(digit.into())).into()
    } else {
        digits.fold(0_i128, |number, digit| number.saturating_mul(10).saturating_add(digit.into()))
    };
    if negative {
        number = number.saturating_neg();
    }
    Decimal::try_from_i128_with_scale(number, scale).map_err(|_| Unreadable::TooLarge)
}

/// Spells out the shortest text of a number, such as `1e-7`, as a plain decimal. `None` for text that is no finite number.
pub fn without_exponent(text: &str) -> Option<String> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.')).then(|| text.to_owned());
    };
    let exponent: i32 = exponent.trim_start_matches('+').parse().ok()?;
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // A double has an exponent of at most 308 and 17 digits, so 400 zeros on both sides are enough to move the point in.
    let zeros = "0".repeat(400);
    let digits = [&zeros, whole, fraction, &zeros].concat();
    let point = i32::try_from(whole.len()).ok()?.checked_add(400)?.checked_add(exponent)?;
    let (whole, fraction) = digits.split_at_checked(usize::try_from(point).ok()?)?;
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    Some([sign, whole, if fraction.is_empty() { "" } else { "." }, fraction].concat())
}

/// The codes of ISO 4217 by the decimal places of their minor unit.
const MINOR_UNITS: &[(u32, &str)] = &[
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE \
        CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD \
        HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK \
        MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB \
        SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD \
        USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

/// An ISO 4217 currency with a minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    code: &'static str,
    places: u32,
}

impl Currency {
    /// The renminbi, in which a call computes unless it says otherwise.
    pub const CNY: Self = Self { code: "CNY", places: 2 };

    /// The currency of a three-letter code, in capitals; `None` for codes that are not in ISO 4217 or have no minor unit, such as gold.
    pub fn from_code(code: &str) -> Option<Self> {
        MINOR_UNITS.iter().find_map(|(places, codes)| {
            let code = codes.split(' ').find(|known| *known == code)?;
            Some(Self { code, places: *places })
        })
    }

    /// The three-letter code.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// The decimal places of the minor unit: JPY 0, CNY 2, KWD 3.
    pub fn places(self) -> u32 {
        self.places
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self::CNY
    }
}

/// A figure as it is printed: the exact decimal text with the places of its unit, rounded once, half away from zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Figure(pub(crate) String);

impl Figure {
    /// The text, such as `-1234.50`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same as a number; `None` for the few figures that have more than 28 digits.
    pub fn decimal(&self) -> Option<Decimal> {
        Decimal::from_str_exact(&self.0).ok()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals_are_read_exactly() {
        for (text, number) in [("0", "0"), ("-1234.50", "-1234.5"), ("007", "7"), ("1.2500", "1.25"), ("-0.0", "0")] {
            assert_eq!(parse_plain(text, 4).unwrap().normalize().to_string(), number, "{text}");
        }
    }

    #[test]
    fn anything_else_is_no_number() {
        for text in
            ["", "-", ".", "5.", ".5", "+5", "1e3", "1_000", "1,000", " 1", "1 ", "１２", "--1", "0x10", "1.2.3", "NaN"]
        {
            assert_eq!(parse_plain(text, 4), Err(Unreadable::NotANumber), "{text}");
        }
    }

    #[test]
    fn places_count_without_trailing_zeros() {
        assert_eq!(parse_plain("1.00001", 4), Err(Unreadable::TooPrecise));
        assert!(parse_plain("1.000100000000000000000000000000000000", 4).is_ok());
        assert_eq!(parse_plain("1000000000000000000000", 4), Err(Unreadable::TooLarge));
    }

    #[test]
    fn exponents_are_spelled_out() {
        for (text, plain) in [
            ("0.1", "0.1"),
            ("1e-7", "0.0000001"),
            ("-1.5e-7", "-0.00000015"),
            ("1e+21", "1000000000000000000000"),
            ("1.25e1", "12.5"),
        ] {
            assert_eq!(without_exponent(text).as_deref(), Some(plain), "{text}");
        }
        assert_eq!(without_exponent("NaN"), None);
        assert_eq!(without_exponent("Infinity"), None);
        assert!(without_exponent("5e-324").unwrap().ends_with('5'));
        assert!(without_exponent("1.7976931348623157e308").unwrap().starts_with("17976931348623157000"));
    }

    #[test]
    fn literals_are_the_numbers_they_look_like() {
        assert_eq!(Ratio::of("-0.25").0, Decimal::new(-25, 2));
        assert_eq!(Money::of("10000000000000").0, Decimal::from(10_000_000_000_000_i64));
    }

    #[test]
    fn minor_units_follow_iso_4217() {
        for (code, places) in [("JPY", 0), ("CNY", 2), ("KWD", 3)] {
            assert_eq!(Currency::from_code(code).unwrap().places(), places);
        }
        for code in ["XXX", "cny", "", "人民币"] {
            assert_eq!(Currency::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn the_currencies_are_those_of_a_library_that_follows_the_standard() {
        let letters = || 'A'..='Z';
        for (a, b, c) in letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| (a, b, c)))) {
            let code = String::from_iter([a, b, c]);
            let peer = iso_currency::Currency::from_code(&code).and_then(|peer| peer.exponent()).map(u32::from);
            assert_eq!(Currency::from_code(&code).map(Currency::places), peer, "{code}");
        }
        assert_eq!(Currency::from_code("CNY"), Some(Currency::CNY));
    }
}
