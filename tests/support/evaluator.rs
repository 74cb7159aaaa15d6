//! An evaluator of step formulas, written for the tests alone: it shares nothing with the engine.

use std::collections::BTreeMap;

use num_bigint::BigInt;

/// An exact fraction with a positive denominator.
#[derive(Clone, Debug)]
pub struct Fraction {
    top: BigInt,
    bottom: BigInt,
}

impl Fraction {
    /// The fraction of a plain decimal text.
    pub fn parse(text: &str) -> Self {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let top = format!("{whole}{fraction}").parse().unwrap_or_else(|_| panic!("no decimal: {text}"));
        Self { top, bottom: BigInt::from(10).pow(u32::try_from(fraction.len()).unwrap()) }
    }

    fn make(top: BigInt, bottom: BigInt) -> Self {
        assert!(bottom != BigInt::ZERO, "division by zero");
        if bottom < BigInt::ZERO { Self { top: -top, bottom: -bottom } } else { Self { top, bottom } }
    }

    fn is_below(&self, other: &Self) -> bool {
        &self.top * &other.bottom < &other.top * &self.bottom
    }

    fn apply(self, operator: char, other: Self) -> Self {
        let (a, b, c, d) = (self.top, self.bottom, other.top, other.bottom);
        match operator {
            '+' => Self::make(a * &d + c * &b, b * d),
            '-' => Self::make(a * &d - c * &b, b * d),
            '*' => Self::make(a * c, b * d),
            '/' => Self::make(a * d, b * c),
            _ => unreachable!(),
        }
    }

    /// The greatest multiple of `10^-places` that is not above this; places may be negative.
    fn floored(self, places: i32) -> Self {
        let scale = BigInt::from(10).pow(places.unsigned_abs());
        let (up, down) = if places < 0 { (BigInt::from(1), scale) } else { (scale, BigInt::from(1)) };
        let (top, bottom) = (self.top * &up, self.bottom * &down);
        let rest = ((&top % &bottom) + &bottom) % &bottom;
        Self::make((top - rest) / bottom * down, up)
    }

    /// The nearest multiple of `10^-places`, halves away from zero.
    fn rounded(self, places: i32) -> Self {
        let half = Self::parse("0.5").apply('*', Self::parse("10").power(-places));
        if self.top < BigInt::ZERO {
            let up = Self::make(-self.top, self.bottom).apply('+', half).floored(places);
            return Self::make(-up.top, up.bottom);
        }
        self.apply('+', half).floored(places)
    }

    /// The same for so many significant digits, of a number that is not negative.
    fn floored_to_digits(self, digits: i32) -> Self {
        if self.top == BigInt::ZERO {
            return self;
        }
        let power = |places: i32| Self::parse("10").power(places);
        let mut first = 0;
        while !self.is_below(&power(first + 1)) {
            first += 1;
        }
        while self.is_below(&power(first)) {
            first -= 1;
        }
        self.floored(digits - 1 - first)
    }

    fn power(self, exponent: i32) -> Self {
        let exponent_size = exponent.unsigned_abs();
        let (top, bottom) = (self.top.pow(exponent_size), self.bottom.pow(exponent_size));
        if exponent < 0 { Self::make(bottom, top) } else { Self::make(top, bottom) }
    }

    fn whole(&self) -> i32 {
        i32::try_from(&self.top / &self.bottom).expect("a small number")
    }

    /// The same as a binary float: good for ten digits.
    fn nearly(&self) -> f64 {
        let shown = &self.top * BigInt::from(10).pow(30) / &self.bottom;
        shown.to_string().parse::<f64>().unwrap() / 1e30
    }

    /// Whether this is the same number.
    pub fn equals(&self, other: &Self) -> bool {
        !self.is_below(other) && !other.is_below(self)
    }

    /// Whether two values agree to 10 significant digits, or to 10^-12.
    pub fn nearly_agrees_with(&self, other: &Self) -> bool {
        self.agree(other, 10)
    }

    /// Whether two values agree to 15 significant digits, or to 10^-12.
    pub fn agrees_with(&self, other: &Self) -> bool {
        self.agree(other, 15)
    }

    fn agree(&self, other: &Self, digits: u32) -> bool {
        let difference = self.clone().apply('-', other.clone());
        let size = |value: &BigInt| {
            if *value < BigInt::ZERO { -value } else { value.clone() }
        };
        let (gap, bottom) = (size(&difference.top), difference.bottom);
        let absolutely = &gap * BigInt::from(10).pow(12) <= bottom;
        let relatively = gap * &self.bottom * BigInt::from(10).pow(digits) <= size(&self.top) * bottom;
        absolutely || relatively
    }
}

/// The value of a formula with these names.
pub fn evaluate(formula: &str, names: &BTreeMap<String, String>) -> Fraction {
    let mut parser = Parser { rest: formula.trim(), names };
    let value = parser.sum();
    assert!(parser.rest.is_empty(), "left over: {} in {formula}", parser.rest);
    value
}

struct Parser<'a> {
    rest: &'a str,
    names: &'a BTreeMap<String, String>,
}

impl Parser<'_> {
    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let next = self.rest.chars().next().filter(|next| wanted.contains(next))?;
        self.rest = self.rest[1..].trim_start();
        Some(next)
    }

    fn sum(&mut self) -> Fraction {
        let mut value = self.product();
        while let Some(sign) = self.take(&['+', '-']) {
            value = value.apply(sign, self.product());
        }
        value
    }

    fn product(&mut self) -> Fraction {
        let mut value = self.atom();
        while let Some(sign) = self.take(&['*', '/']) {
            value = value.apply(sign, self.atom());
        }
        value
    }

    fn atom(&mut self) -> Fraction {
        if self.take(&['(']).is_some() {
            let value = self.sum();
            self.take(&[')']).expect("a closing bracket");
            return value;
        }
        let end = self
            .rest
            .find(|next: char| !next.is_alphanumeric() && next != '.' && next != '_')
            .unwrap_or(self.rest.len());
        let word = self.rest[..end].to_owned();
        assert!(!word.is_empty(), "nothing where a value should be: {}", self.rest);
        self.rest = self.rest[end..].trim_start();
        if self.take(&['(']).is_some() {
            return self.function(&word);
        }
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            return Fraction::parse(&word);
        }
        Fraction::parse(self.names.get(&word).unwrap_or_else(|| panic!("no input {word}")))
    }

    fn function(&mut self, name: &str) -> Fraction {
        let mut values = vec![self.sum()];
        while self.take(&[',']).is_some() {
            values.push(self.sum());
        }
        self.take(&[')']).expect("a closing bracket");
        let [a, b] = <[Fraction; 2]>::try_from(values).expect("two arguments");
        match name {
            "min" if b.is_below(&a) => b,
            "min" => a,
            "max" if a.is_below(&b) => b,
            "max" => a,
            "round" => a.rounded(b.whole()),
            "floor" => a.floored(b.whole()),
            "floorSig" => a.floored_to_digits(b.whole()),
            "pow" => Fraction::parse(&format!("{:.40}", a.nearly().powf(b.nearly()))),
            _ => panic!("no function {name}"),
        }
    }
}
