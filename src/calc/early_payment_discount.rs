//! Is 2/10 net 30 worth it? What a discount for early payment costs and earns a year.

use std::cmp::Ordering;

use serde::Serialize;

use crate::calc::Calculator;
use crate::error::{InputError, Issues, Path, Problem};
use crate::expression::{Lack, Quantity};
use crate::options::Options;
use crate::quantity::{Days, Figure, Ratio, Unit};
use crate::record;
use crate::report::Recorder;
use crate::schema::Example::Text;
use crate::schema::Range;

record! {
    /// What [`EarlyPaymentDiscount`] is computed from.
    pub struct EarlyPaymentDiscountInput in "" {
        required {
            /// The discount, a share of the invoice below 1.
            discount: Ratio = "discount".range(Range::SHARE.below_max()).example(Text("0.02")),
            /// The days within which it is granted.
            discount_days: Days = "discountDays".example(Text("10")),
            /// The days within which the whole invoice is due.
            net_days: Days = "netDays".example(Text("30")),
        }
        optional {
            /// The days of a year, 360 or 365.
            day_count: Days = "dayCount".range(Range::of(360, 365).only_bounds()).default("365").example(Text("365")),
            /// The day on which the buyer really pays without the discount; `netDays` when left out.
            pay_day: Days = "payDay".example(Text("45")),
            /// What borrowed money costs a year.
            cost_of_funds: Ratio = "costOfFunds".range(Range::RATE).example(Text("0.0435")),
        }
    }
}

/// The figures of [`EarlyPaymentDiscount`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct EarlyPaymentDiscountResult {
    /// The yearly rate without compounding: `discount / (1 − discount) · dayCount / (payDay − discountDays)`. Ratio.
    pub nominal_rate: Option<Figure>,
    /// The same with compounding; null above 10^6. Ratio, approximate.
    pub effective_rate: Option<Figure>,
    /// Whether the buyer gains by taking it: the nominal rate is above the cost of funds.
    pub worth_taking: Option<bool>,
    /// Whether the seller gains by offering it: the nominal rate is below the cost of funds.
    pub worth_offering: Option<bool>,
}

/// Is 2/10 net 30 worth it?
///
/// `nominalRate = d / (1 − d) × dayCount ÷ (payDay − discountDays)` and
/// `effectiveRate = (1 + d / (1 − d))^(dayCount ÷ (payDay − discountDays)) − 1`, with the discount `d`.
///
/// | input | unit | range |
/// |---|---|---|
/// | `discount` (required) | fraction | 0 … below 1 |
/// | `discountDays`, `netDays` (required), `payDay` | days | 0 … 36,500 |
/// | `dayCount` | days | 360 or 365 |
/// | `costOfFunds` | fraction a year | 0 … 10 |
///
/// # Errors
/// [`Problem::Inconsistent`] on `payDay` when it, or `netDays` in its place, is before `discountDays`;
/// [`Problem::OutOfRange`] on a `dayCount` that is neither 360 nor 365.
///
/// # Source
/// The terms S21; the rates as every textbook of working capital has them.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, Ratio};
/// use trade_credit::early_payment_discount::{EarlyPaymentDiscount, EarlyPaymentDiscountInput};
///
/// let input = EarlyPaymentDiscountInput::new(Ratio::of("0.02"), 10.into(), 30.into());
/// let report = EarlyPaymentDiscount::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.nominal_rate.unwrap().as_str(), "0.372449");
/// assert_eq!(report.result.effective_rate.unwrap().as_str(), "0.445853");
/// ```
pub struct EarlyPaymentDiscount;

/// Above this an effective rate means nothing.
const LARGEST_RATE: u32 = 1_000_000;

impl Calculator for EarlyPaymentDiscount {
    const ID: &'static str = "earlyPaymentDiscount";
    type Input = EarlyPaymentDiscountInput;
    type Result = EarlyPaymentDiscountResult;

    fn contradictions(input: &EarlyPaymentDiscountInput, _: &Options, issues: &mut Issues) {
        let (name, pays) = match input.pay_day {
            Some(day) => ("payDay", day),
            None => ("netDays", input.net_days),
        };
        // A field that is wrong in itself contradicts nothing.
        if issues.none_at(&["discountDays", name, "payDay"]) && pays < input.discount_days {
            issues.add(&Path::Key(&Path::Root(""), "payDay"), Problem::Inconsistent);
        }
    }

    fn figures(
        input: &EarlyPaymentDiscountInput,
        _: &Options,
        record: &mut Recorder,
    ) -> Result<EarlyPaymentDiscountResult, InputError> {
        let one = Quantity::number(1);
        let cost = input.discount() / (&one - input.discount());
        let days_gained = input.pay_day().or(input.net_days()) - input.discount_days();
        let nominal = &cost * input.day_count() / &days_gained;
        let effective = (&one + &cost).pow(&(input.day_count() / &days_gained)) - &one;
        let effective = match effective.is_above(&Quantity::number(LARGEST_RATE)) {
            Some(true) => Quantity::lacking(Lack::TooLarge),
            _ => effective,
        };
        let advantage = &nominal - input.cost_of_funds();
        Ok(EarlyPaymentDiscountResult {
            nominal_rate: record.sourced("nominalRate", Unit::Ratio, &nominal, Some("S21")),
            effective_rate: record.sourced("effectiveRate", Unit::Ratio, &effective, Some("S21")),
            worth_taking: record.answer("worthTaking", &advantage, Ordering::is_gt),
            worth_offering: record.answer("worthOffering", &advantage, Ordering::is_lt),
        })
    }
}
