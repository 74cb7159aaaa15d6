//! How is a debt paid off? Equal instalments with interest on what is still open.

use serde::Serialize;

use crate::calc::Calculator;
use crate::calendar::IsoDate;
use crate::error::{InputError, Issue, Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::options::Options;
use crate::quantity::{Figure, Money, Ratio, Unit};
use crate::record;
use crate::report::Recorder;
use crate::schema::Example::{Count, Text};
use crate::schema::Range;

record! {
    /// What [`PaymentPlan`] is computed from.
    pub struct PaymentPlanInput in "" {
        required {
            /// The debt, in whole minor units.
            total: Money = "total".example(Text("386500.40")),
            /// In how many parts it is paid.
            instalments: u32 = "instalments".range(Range::of(1, 120)).example(Count(7)),
            /// When the first of them is due.
            first_date: IsoDate = "firstDate".example(Text("2025-12-31")),
        }
        optional {
            /// How many months lie between two of them.
            every_months: u32 = "everyMonths".range(Range::of(1, 12)).default("1").example(Count(1)),
            /// What is paid at once, in whole minor units.
            down_payment: Money = "downPayment".default("0").example(Text("80000")),
            /// The interest a year on what is open.
            annual_rate: Ratio = "annualRate".range(Range::RATE).default("0").example(Text("0.05175")),
        }
    }
}

/// The figures of [`PaymentPlan`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct PaymentPlanResult {
    /// Instalment by instalment.
    pub schedule: Vec<Instalment>,
    /// The interest of all instalments. Money.
    pub total_interest: Option<Figure>,
    /// All that is paid, with the down payment. Money.
    pub total_paid: Option<Figure>,
    /// When the last instalment is due.
    pub last_date: IsoDate,
}

/// One instalment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Instalment {
    /// When it is due.
    pub date: IsoDate,
    /// What it pays off. Money.
    pub principal: Figure,
    /// The interest on what was open. Money.
    pub interest: Figure,
    /// Both together. Money.
    pub payment: Figure,
    /// What is still open. Money.
    pub balance: Figure,
}

/// How is a debt paid off?
///
/// `principal = (total − downPayment) ÷ instalments`, rounded down to the minor unit; the last instalment takes the rest.
/// `interest = balance before × annualRate × 30 × everyMonths ÷ 360`, rounded, from one period before `firstDate` on. The day
/// of the month is kept, or it is the month's last day where there is none.
///
/// | input | unit | range |
/// |---|---|---|
/// | `total` (required), `downPayment` | money, whole minor units | 0 … 10^13 |
/// | `instalments` (required) | count | 1 … 120 |
/// | `firstDate` (required) | date | 1900-01-01 … 2200-12-31 |
/// | `everyMonths` | months | 1 … 12 |
/// | `annualRate` | fraction a year | 0 … 10 |
///
/// # Errors
/// [`Problem::TooPrecise`] on `total` and `downPayment` when they have parts of a minor unit; [`Problem::Inconsistent`] on
/// `downPayment` when it is above the total.
///
/// # Source
/// The house; months of 30 days and a year of 360 for the interest.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, IsoDate, Options, payment_plan::{PaymentPlan, PaymentPlanInput}};
///
/// let input = PaymentPlanInput::new(100.into(), 3, IsoDate::parse("2026-01-31").unwrap());
/// let report = PaymentPlan::calculate(&input, &Options::default()).unwrap();
/// let last = report.result.schedule.last().unwrap();
/// assert_eq!(last.principal.as_str(), "33.34");
/// assert_eq!(last.date.to_string(), "2026-03-31");
/// ```
pub struct PaymentPlan;

impl Calculator for PaymentPlan {
    const ID: &'static str = "paymentPlan";
    type Input = PaymentPlanInput;
    type Result = PaymentPlanResult;

    fn contradictions(input: &PaymentPlanInput, options: &Options, issues: &mut Issues) {
        // Without a currency nobody knows its minor unit.
        let currency_known = issues.none_at(&["options", "options.currency"]);
        let places = Unit::Money.places(options.currency);
        let amounts = [("total", Some(input.total)), ("downPayment", input.down_payment)];
        for (name, amount) in amounts {
            if currency_known && amount.is_some_and(|amount| !Exact::from(amount.0).ends_within(places)) {
                issues
                    .push(Issue { max: Some(places.to_string()), ..Issue::new(name.to_owned(), Problem::TooPrecise) });
            }
        }
        let root = Path::Root("");
        if issues.none_at(&["", "total", "downPayment"]) && input.down_payment.is_some_and(|paid| paid > input.total) {
            issues.add(&Path::Key(&root, "downPayment"), Problem::Inconsistent);
        }
    }

    fn figures(input: &PaymentPlanInput, _: &Options, record: &mut Recorder) -> Result<PaymentPlanResult, InputError> {
        let places = Unit::Money.places(record.currency());
        let instalments = input.instalments;
        let every_months = input.every_months().unwrap_or(1);
        let date = |number: u32| input.first_date.plus_months(number.saturating_mul(every_months));
        // What cannot be unknown here: all of it is required or has a default.
        let known = |quantity: &Quantity| quantity.known().cloned().unwrap_or(Exact::ZERO);
        let mut balance = known(&(input.total() - input.down_payment()));
        let share = balance.divided_by(&Exact::from(instalments)).map_or(Exact::ZERO, |share| share.floored(places));
        let period = known(
            &(input.annual_rate() * Quantity::number(30) * Quantity::fact("everyMonths", every_months)
                / Quantity::number(360)),
        );
        let mut interest_of_all = Exact::ZERO;
        let schedule = (1..=instalments)
            .map(|number| {
                let principal = if number == instalments { balance.clone() } else { share.clone() };
                let interest = (&balance * &period).rounded(places);
                balance = &balance - &principal;
                interest_of_all = &interest_of_all + &interest;
                let money = |amount: &Exact| record.printed(Unit::Money, amount);
                Instalment {
                    date: date(number.saturating_sub(1)),
                    principal: money(&principal),
                    interest: money(&interest),
                    payment: money(&(&principal + &interest)),
                    balance: money(&balance),
                }
            })
            .collect();
        let interest = Quantity::fact("sumOfInterest", interest_of_all);
        Ok(PaymentPlanResult {
            schedule,
            total_interest: record.figure("totalInterest", Unit::Money, &interest),
            total_paid: record.figure("totalPaid", Unit::Money, &(input.total() + interest)),
            last_date: date(instalments.saturating_sub(1)),
        })
    }
}
