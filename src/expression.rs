//! Quantities that know how they were reached.
//!
//! A calculator writes its formula once, with the ordinary operators on named quantities. The same tree that
//! gives the exact value also prints the formula, lists the numbers put in and, where a figure cannot be
//! computed, says what is missing.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::approximate;
use crate::calendar::{IsoDate, IsoMonth};
use crate::exact::Exact;
use crate::quantity::{Days, Money, Points, Ratio, parse_plain};
use crate::schema::{FieldSpec, FieldType};

/// The function of powers in formulas.
const POWER: &str = "pow";

/// Why a quantity has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Inputs that are not there.
    Missing(Vec<Cow<'static, str>>),
    /// A division by zero.
    ZeroDenominator,
    /// The months listed end before the receivables are explained.
    HistoryTooShort,
    /// A figure too large to mean anything.
    TooLarge,
}

/// A number with its formula, or the reason why there is none. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Quantity(Rc<Node>);

#[derive(Debug)]
struct Node {
    value: Result<Exact, Lack>,
    form: Form,
    /// Whether the formula has a function whose value is not exact.
    approximate: bool,
}

#[derive(Debug)]
enum Form {
    /// An input, where it stands, and whether it was given or is a default.
    Input(&'static FieldSpec, Cow<'static, str>, bool),
    /// A policy value or a plain fact, by its name.
    Fact(Cow<'static, str>),
    /// A number of the formula itself.
    Number,
    /// Two quantities with a sign between them.
    Binary(char, Quantity, Quantity),
    /// A function of two quantities.
    Call(&'static str, Quantity, Quantity),
}

impl Quantity {
    #[inline(never)]
    fn new(value: Result<Exact, Lack>, form: Form) -> Self {
        let approximate = match &form {
            Form::Input(..) | Form::Fact(_) | Form::Number => false,
            Form::Call(POWER, ..) => true,
            Form::Binary(_, left, right) | Form::Call(_, left, right) => left.0.approximate || right.0.approximate,
        };
        Self(Rc::new(Node { value, form, approximate }))
    }

    /// An input field; without a value it is missing.
    #[inline(never)]
    pub fn input(spec: &'static FieldSpec, value: Option<Decimal>) -> Self {
        let given = value.is_some();
        let value = value.or_else(|| parse_plain(spec.fallback.fixed()?, 8).ok());
        let value = value.map(Exact::from).ok_or_else(|| Lack::Missing(vec![spec.path.into()]));
        Self::new(value, Form::Input(spec, spec.path.into(), given))
    }

    /// The same input as it stands in a row of a list: `years[0].revenue` for `years.revenue`.
    #[inline(never)]
    pub fn in_row(self, row: usize) -> Self {
        let Form::Input(spec, _, given) = self.0.form else {
            return self;
        };
        let (list, name) = spec.path.rsplit_once('.').unwrap_or(("", spec.path));
        let path: Cow<'static, str> = format!("{list}[{row}].{name}").into();
        let value = match &self.0.value {
            Ok(value) => Ok(value.clone()),
            Err(_) => Err(Lack::Missing(vec![path.clone()])),
        };
        Self::new(value, Form::Input(spec, path, given))
    }

    /// The same input, with a policy value in its place where it was left out.
    pub fn or_policy(self, value: impl Into<Decimal>) -> Self {
        self.or_exact(value.into())
    }

    #[inline(never)]
    fn or_exact(self, value: Decimal) -> Self {
        match (&self.0.value, &self.0.form) {
            (Err(_), Form::Input(spec, path, _)) => {
                Self::new(Ok(Exact::from(value)), Form::Input(spec, path.clone(), false))
            }
            _ => self,
        }
    }

    /// A policy value, a day count, a sum over a list: a fact with a name that a step can show.
    pub fn fact(name: impl Into<Cow<'static, str>>, value: impl Into<Exact>) -> Self {
        Self::named(name.into(), value.into())
    }

    #[inline(never)]
    fn named(name: Cow<'static, str>, value: Exact) -> Self {
        Self::new(Ok(value), Form::Fact(name))
    }

    /// A number of the formula itself, such as the 30 days of a month.
    #[inline(never)]
    pub fn number(value: u32) -> Self {
        Self::new(Ok(Exact::from(value)), Form::Number)
    }

    /// The same for a decimal.
    pub fn literal(value: impl Into<Decimal>) -> Self {
        Self::new(Ok(Exact::from(value.into())), Form::Number)
    }

    /// An input that is missing.
    pub fn missing(path: impl Into<Cow<'static, str>>) -> Self {
        Self::lacking(Lack::Missing(vec![path.into()]))
    }

    /// A quantity that cannot be had, and why.
    #[inline(never)]
    pub fn lacking(lack: Lack) -> Self {
        Self::new(Err(lack), Form::Number)
    }

    /// A quantity that this call has no input for.
    pub fn not_asked() -> Self {
        Self::lacking(Lack::Missing(Vec::new()))
    }

    /// The value or the reason why there is none.
    pub fn value(&self) -> Result<&Exact, &Lack> {
        self.0.value.as_ref()
    }

    /// The value, if there is one.
    pub fn known(&self) -> Option<&Exact> {
        self.0.value.as_ref().ok()
    }

    /// This quantity, or the other one when only that is known: where both are missing, the first is the one to ask for.
    #[inline(never)]
    pub fn or(self, other: Self) -> Self {
        if self.known().is_none() && other.known().is_some() { other } else { self }
    }

    /// The nearest multiple of `10^-places`, halves away from zero.
    #[inline(never)]
    pub fn rounded(&self, places: u32) -> Self {
        if matches!(self.0.form, Form::Number) {
            return self.clone();
        }
        self.call("round", &Self::number(places), &|a, _| a.rounded(places))
    }

    /// The smaller of two.
    #[inline(never)]
    pub fn min(&self, other: &Self) -> Self {
        self.call("min", other, &|a, b| a.min(b).clone())
    }

    /// The larger of two.
    #[inline(never)]
    pub fn max(&self, other: &Self) -> Self {
        self.call("max", other, &|a, b| a.max(b).clone())
    }

    /// This quantity, zero when it is negative.
    #[inline(never)]
    pub fn at_least_zero(&self) -> Self {
        Self::number(0).max(self)
    }

    /// The greatest number of so many places that is not above this quantity.
    #[inline(never)]
    pub fn floored(&self, places: u32) -> Self {
        self.call("floor", &Self::number(places), &|a, _| a.floored(places))
    }

    /// The greatest number of so many significant digits that is not above this quantity.
    pub fn floored_to_digits(&self, digits: u32) -> Self {
        self.call("floorSig", &Self::number(digits), &|a, _| a.floored_to_digits(digits))
    }

    /// This quantity, which must be above zero, to a power. What it is part of is approximate.
    pub fn pow(&self, exponent: &Self) -> Self {
        self.call(POWER, exponent, &approximate::power)
    }

    /// Whether the formula has a function whose value is not exact.
    pub fn is_approximate(&self) -> bool {
        self.0.approximate
    }

    /// How the value compares with another, when both are known.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        Some(self.known()?.cmp(other.known()?))
    }

    /// Whether the value lies above another; `None` when one of them is not known.
    pub fn is_above(&self, other: &Self) -> Option<bool> {
        self.compare(other).map(Ordering::is_gt)
    }

    /// The field and its path, when this is an input that was given.
    pub fn given_field(&self) -> Option<(&'static FieldSpec, &Cow<'static, str>)> {
        match &self.0.form {
            Form::Input(spec, path, true) => Some((spec, path)),
            _ => None,
        }
    }

    /// The formula and the values of the names in it.
    pub fn explained(&self) -> (String, Vec<(Cow<'static, str>, String)>) {
        let (mut formula, mut inputs) = (String::with_capacity(64), Vec::with_capacity(4));
        self.explain(0, &mut formula, &mut inputs);
        (formula, inputs)
    }

    /// Writes the formula; `level` says how tightly what stands around it binds.
    fn explain(&self, level: u8, formula: &mut String, inputs: &mut Vec<(Cow<'static, str>, String)>) {
        match &self.0.form {
            Form::Input(spec, ..) => self.name(spec.name.into(), formula, inputs),
            Form::Fact(name) => self.name(name.clone(), formula, inputs),
            Form::Number => formula.push_str(&self.known().map(Exact::to_plain).unwrap_or_default()),
            Form::Binary(sign, left, right) => {
                // Of equal signs the right side needs the brackets: a - (b - c), a / (b * c).
                let (own, right_level) = match sign {
                    '+' => (1, 1),
                    '-' => (1, 2),
                    '*' => (2, 2),
                    _ => (2, 3),
                };
                let bracket = own < level;
                if bracket {
                    formula.push('(');
                }
                left.explain(own, formula, inputs);
                formula.push(' ');
                formula.push(*sign);
                formula.push(' ');
                right.explain(right_level, formula, inputs);
                if bracket {
                    formula.push(')');
                }
            }
            Form::Call(function, left, right) => {
                formula.push_str(function);
                formula.push('(');
                left.explain(0, formula, inputs);
                formula.push_str(", ");
                right.explain(0, formula, inputs);
                formula.push(')');
            }
        }
    }

    fn name(&self, name: Cow<'static, str>, formula: &mut String, inputs: &mut Vec<(Cow<'static, str>, String)>) {
        formula.push_str(&name);
        if !inputs.iter().any(|(known, _)| *known == name) {
            let value = self.known().map(|value| value.to_text(28));
            inputs.push((name, value.unwrap_or_default()));
        }
    }

    #[inline(never)]
    fn call(&self, function: &'static str, other: &Self, of: &dyn Fn(&Exact, &Exact) -> Exact) -> Self {
        let value = self.combined(other, &|a, b| Ok(of(a, b)));
        Self::new(value, Form::Call(function, self.clone(), other.clone()))
    }

    /// Compiled once and never in place: formulas are most of what the calculators are.
    #[inline(never)]
    fn binary(&self, sign: char, other: &Self) -> Self {
        // Adding a zero of the formula itself says nothing, so it is left out.
        let is_nothing = matches!(other.0.form, Form::Number) && other.known().is_some_and(Exact::is_zero);
        if is_nothing && matches!(sign, '+' | '-') {
            return self.clone();
        }
        let value = self.combined(other, &|a, b| match sign {
            '+' => Ok(a + b),
            '-' => Ok(a - b),
            '*' => Ok(a * b),
            _ => a.divided_by(b).ok_or(Lack::ZeroDenominator),
        });
        Self::new(value, Form::Binary(sign, self.clone(), other.clone()))
    }

    /// What is missing outweighs what cannot be divided: it can be mended by answering.
    fn combined(&self, other: &Self, of: &dyn Fn(&Exact, &Exact) -> Result<Exact, Lack>) -> Result<Exact, Lack> {
        match (&self.0.value, &other.0.value) {
            (Ok(a), Ok(b)) => of(a, b),
            (Err(Lack::Missing(a)), Err(Lack::Missing(b))) => {
                let mut needs = a.clone();
                needs.extend(b.iter().filter(|need| !a.contains(need)).cloned());
                Err(Lack::Missing(needs))
            }
            (Err(lack @ Lack::Missing(_)), _) | (_, Err(lack @ Lack::Missing(_))) => Err(lack.clone()),
            (Err(lack), _) | (_, Err(lack)) => Err(lack.clone()),
        }
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident $sign:literal;)*) => {$(
        impl<R: Borrow<Quantity>> std::ops::$trait<R> for &Quantity {
            type Output = Quantity;
            fn $method(self, other: R) -> Quantity {
                self.binary($sign, other.borrow())
            }
        }
        impl<R: Borrow<Quantity>> std::ops::$trait<R> for Quantity {
            type Output = Quantity;
            fn $method(self, other: R) -> Quantity {
                self.binary($sign, other.borrow())
            }
        }
    )*};
}

operators! {
    Add add '+';
    Sub sub '-';
    Mul mul '*';
    Div div '/';
}

/// How a calculator sees a field.
pub trait Leaf: FieldType {
    /// What it gets: numbers as named quantities, lists as slices, everything else as it is, where it is there.
    type As<'a>
    where
        Self: 'a;

    /// The field as a calculator sees it, with its fixed default where it was left out.
    fn leaf<'a>(value: Option<&'a Self>, spec: &'static FieldSpec) -> Self::As<'a>;
}

macro_rules! leaves {
    ($($type:ty => $as:ty, |$value:ident, $spec:ident| $body:expr;)*) => {$(
        impl Leaf for $type {
            type As<'a> = $as;
            fn leaf<'a>($value: Option<&'a Self>, $spec: &'static FieldSpec) -> Self::As<'a> {
                $body
            }
        }
    )*};
}

leaves! {
    Money => Quantity, |value, spec| Quantity::input(spec, value.map(|number| number.0));
    Ratio => Quantity, |value, spec| Quantity::input(spec, value.map(|number| number.0));
    Days => Quantity, |value, spec| Quantity::input(spec, value.map(|number| number.0));
    Points => Quantity, |value, spec| Quantity::input(spec, value.map(|number| number.0));
    u32 => Option<u32>, |value, spec| value.copied().or_else(|| spec.fallback.fixed()?.parse().ok());
    bool => Option<bool>, |value, spec| value.copied().or_else(|| spec.fallback.fixed()?.parse().ok());
    String => Option<&'a str>, |value, _spec| value.map(String::as_str);
    IsoDate => Option<IsoDate>, |value, _spec| value.copied();
    IsoMonth => Option<IsoMonth>, |value, _spec| value.copied();
}

impl<T: FieldType> Leaf for Vec<T> {
    type As<'a> = &'a [T];

    fn leaf<'a>(value: Option<&'a Self>, _: &'static FieldSpec) -> &'a [T] {
        value.map_or(&[], Vec::as_slice)
    }
}
