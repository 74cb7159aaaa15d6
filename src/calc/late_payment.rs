//! What does lateness cost, and what happens when? Late interest and the stages of dunning.

use serde::Serialize;

use crate::calc::Calculator;
use crate::calendar::{IsoDate, WorkingDays};
use crate::error::{InputError, Issues, Path};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::options::Options;
use crate::policy::Policy;
use crate::policy::sections::LatePaymentPolicy;
use crate::quantity::{Days, Figure, Money, Ratio, Unit};
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::{Rows, Text};
use crate::schema::{Range, Record, kind_contradictions, repeated_ids};
use crate::{choice, record};

choice! {
    /// How late interest is reckoned.
    pub enum MethodKind {
        /// A multiple of the bank lending rate.
        Multiple = "multiple",
        /// A margin over the reference rate, and fixed sums, as in the EU and the UK.
        Margin = "margin",
        /// A rate a day, as for small firms in China.
        Daily = "daily",
        /// The rate of the contract.
        Agreed = "agreed",
    }
}

impl MethodKind {
    /// The word on the wire, and the fields that this kind cannot do without.
    fn needs(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Multiple => ("multiple", &["referenceRate"]),
            Self::Margin => ("margin", &["referenceRate"]),
            Self::Daily => ("daily", &[]),
            Self::Agreed => ("agreed", &["rate"]),
        }
    }
}

record! {
    /// A sum that is owed beside the interest.
    pub struct FixedSum in "method.fixedSums." {
        required {
            /// How much it is.
            amount: Money = "amount".example(Text("40")),
        }
        optional {
            /// For amounts below this; for any when left out.
            below: Money = "below".example(Text("1000")),
        }
    }
}

record! {
    /// How late interest is reckoned. The kind decides which of the other fields there are.
    pub struct Method in "method." {
        required {
            /// How late interest is reckoned.
            kind: MethodKind = "kind".example(Text("multiple")),
        }
        optional {
            /// The lending rate of the bank or the reference rate of the law, a year; `multiple` and `margin` need it.
            reference_rate: Ratio = "referenceRate".range(Range::RATE).of_kinds(&["multiple", "margin", "agreed"]).example(Text("0.0345")),
            /// How many times the reference rate.
            multiple: Ratio = "multiple".range(Range::RATE).of_kinds(&["multiple"]).policy("1.5").example(Text("1.5")),
            /// How much above the reference rate, a year.
            margin: Ratio = "margin".range(Range::RATE).of_kinds(&["margin"]).policy("0.08").example(Text("0.08")),
            /// The sums that are owed beside the interest; the first that fits counts.
            fixed_sums: Vec<FixedSum> = "fixedSums".of_kinds(&["margin"]).example(Rows(&[
                &[Text("40"), Text("1000")],
                &[Text("70"), Text("10000")],
                &[Text("100")],
            ])),
            /// The rate a day.
            daily_rate: Ratio = "dailyRate".of_kinds(&["daily"]).policy("0.0005").example(Text("0.0005")),
            /// The rate of the contract, a year; `agreed` needs it.
            rate: Ratio = "rate".range(Range::RATE).of_kinds(&["agreed"]).example(Text("0.0518")),
        }
    }
}

record! {
    /// An invoice that was or is to be paid.
    pub struct DueInvoice in "invoices." {
        required {
            /// Which one it is.
            id: String = "id".example(Text("A-101")),
            /// How much it is.
            amount: Money = "amount".range(Range::SOME_MONEY).example(Text("386500.40")),
            /// When it is due.
            due_date: IsoDate = "dueDate".example(Text("2025-09-26")),
        }
        optional {
            /// When it was paid.
            paid_on: IsoDate = "paidOn".example(Text("2025-11-06")),
        }
    }
}

record! {
    /// What [`LatePayment`] is computed from.
    pub struct LatePaymentInput in "" {
        required {
            /// The invoices.
            invoices: Vec<DueInvoice> = "invoices".may_be_empty().example(Rows(&[
                &[Text("A-101"), Text("386500.40"), Text("2025-09-26")],
                &[Text("A-117"), Text("92800"), Text("2025-10-28")],
                &[Text("A-120"), Text("140250.75"), Text("2025-10-15"), Text("2025-11-06")],
                &[Text("A-133"), Text("61000"), Text("2025-12-05")],
            ])),
            /// The day up to which interest is reckoned.
            as_of: IsoDate = "asOf".example(Text("2025-11-30")),
            /// How late interest is reckoned.
            method: Method = "method",
        }
        optional {
            /// The days of a year: 360 or 365.
            day_count: Days = "dayCount".range(Range::of(360, 365).only_bounds()).default("365").example(Text("365")),
        }
    }
}

/// The figures of [`LatePayment`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LatePaymentResult {
    /// The rate of a year. Ratio.
    pub annual_rate: Option<Figure>,
    /// Invoice by invoice.
    pub invoices: Vec<LateInvoice>,
    /// The interest of all invoices. Money.
    pub interest: Option<Figure>,
    /// The fixed sums of all invoices. Money.
    pub fixed_sums: Option<Figure>,
    /// Interest and fixed sums, without the invoices themselves. Money.
    pub total: Option<Figure>,
    /// The invoices still open on the day. Money.
    pub unpaid: Option<Figure>,
    /// All that is owed on the day. Money.
    pub total_due: Option<Figure>,
}

/// What one invoice's lateness costs, and what has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LateInvoice {
    /// Which one it is.
    pub id: String,
    /// Days after the due date until it was paid, or until the day of the question. Days.
    pub days_late: Figure,
    /// The interest, rounded. Money.
    pub interest: Figure,
    /// The sum that is owed beside it. Money.
    pub fixed_sum: Figure,
    /// The last stage reached, or null.
    pub stage: Option<Stage>,
    /// All stages.
    pub stages: Vec<StageDate>,
}

/// A stage of dunning with its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct StageDate {
    /// Which one it is.
    pub id: Stage,
    /// When it is due.
    pub date: IsoDate,
    /// Whether it was reached before the invoice was paid.
    pub done: bool,
}

/// A stage of dunning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Friendly reminder before the due date (S7).
    Reminder,
    /// The due date.
    Due,
    /// Formal demand (S8).
    FormalDemand,
    /// Collection (S6).
    Collection,
    /// Legal action (S7).
    Legal,
    /// No more deliveries (S6).
    StopSupply,
}

/// What does lateness cost, and what happens when?
///
/// `interest = amount × annualRate × daysLate ÷ dayCount`, rounded once an invoice, with the annual rate by method:
/// `referenceRate × multiple`, `referenceRate + margin`, `dailyRate × dayCount` or `rate`. `daysLate` counts from the due
/// date to the day of payment, or to `asOf` where that is earlier. Fixed sums are those of the first band whose `below` the
/// amount is under.
///
/// | input | unit | range |
/// |---|---|---|
/// | `invoices[].amount` (required) | money | above 0 … 10^13 |
/// | `invoices[].dueDate`, `asOf` (required), `invoices[].paidOn` | date | 1900-01-01 … 2200-12-31 |
/// | `dayCount` | days | 360 or 365 |
/// | `method.referenceRate`, `method.margin`, `method.rate` | fraction a year | 0 … 10 |
/// | `method.multiple` | number | 0 … 10 |
/// | `method.dailyRate` | fraction a day | 0 … 1 |
/// | `method.fixedSums[].amount`, `.below` | money | 0 … 10^13 |
///
/// # Errors
/// [`Problem::UnknownField`](crate::error::Problem::UnknownField) on fields of another method, and
/// [`Problem::Required`](crate::error::Problem::Required) on those that the method cannot do without;
/// [`Problem::Inconsistent`](crate::error::Problem::Inconsistent) on an `id` that an earlier invoice has.
///
/// # Source
/// Stages S6, S7, S8; the multiple S22; margin and fixed sums as in the EU directive and the UK act; the daily rate of the
/// Chinese rules on payments to small firms.
///
/// # Example
/// ```
/// use trade_credit::late_payment::{DueInvoice, LatePayment, LatePaymentInput, Method, MethodKind};
/// use trade_credit::{Calculator, IsoDate, Options};
///
/// let day = |text| IsoDate::parse(text).unwrap();
/// let invoice = DueInvoice::new("1".to_owned(), 100_000.into(), day("2025-01-01"));
/// let input = LatePaymentInput::new(vec![invoice], day("2025-01-11"), Method::new(MethodKind::Daily));
/// let report = LatePayment::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.interest.unwrap().as_str(), "500.00");
/// ```
pub struct LatePayment;

impl Calculator for LatePayment {
    const ID: &'static str = "latePayment";
    type Input = LatePaymentInput;
    type Result = LatePaymentResult;

    fn contradictions(input: &LatePaymentInput, _: &Options, issues: &mut Issues) {
        let root = Path::Root("");
        let ids: Vec<&str> = input.invoices.iter().map(|invoice| invoice.id.as_str()).collect();
        repeated_ids(&Path::Key(&root, "invoices"), &ids, issues);
        if issues.none_at(&["", "method", "method.kind"]) {
            let (kind, needed) = input.method.kind.needs();
            let at = Path::Key(&root, "method");
            let given = input.method.given();
            kind_contradictions(kind, Method::FIELDS, &given, needed, &at, issues);
        }
    }

    fn figures(
        input: &LatePaymentInput,
        options: &Options,
        record: &mut Recorder,
    ) -> Result<LatePaymentResult, InputError> {
        let annual_rate = annual_rate(input, &options.policy);
        let mut sums = Sums::default();
        let dunning = Dunning::of(input.as_of, options);
        let places = Unit::Money.places(record.currency());
        let daily_rate = (&annual_rate / input.day_count()).known().cloned().unwrap_or(Exact::ZERO);
        let invoices = input
            .invoices
            .iter()
            .map(|invoice| {
                let amount = Exact::from(invoice.amount.0);
                let end = dunning.end(invoice);
                let days = Exact::from(end.days_since(invoice.due_date).max(0));
                let interest = (&amount * &daily_rate * &days).rounded(places);
                let fixed_sum = fixed_sum(&input.method, invoice.amount, &days);
                let stages = dunning.stages(invoice.due_date, end);
                let stage = stages.iter().rfind(|stage| stage.done);
                sums.add(&dunning, invoice, &stages, (&interest, &fixed_sum));
                LateInvoice {
                    id: invoice.id.clone(),
                    days_late: record.printed(Unit::Days, &days),
                    interest: record.printed(Unit::Money, &interest),
                    fixed_sum: record.printed(Unit::Money, &fixed_sum),
                    stage: stage.map(|stage| stage.id),
                    stages,
                }
            })
            .collect();
        let interest = Quantity::fact("sumOfInterest", sums.interest);
        let fixed_sums = Quantity::fact("sumOfFixedSums", sums.fixed);
        let unpaid = Quantity::fact("sumOfUnpaid", sums.unpaid);
        let total = &interest + &fixed_sums;
        let result = LatePaymentResult {
            annual_rate: record.figure("annualRate", Unit::Ratio, &annual_rate),
            invoices,
            interest: record.figure("interest", Unit::Money, &interest),
            fixed_sums: record.figure("fixedSums", Unit::Money, &fixed_sums),
            total: record.figure("total", Unit::Money, &total),
            unpaid: record.figure("unpaid", Unit::Money, &unpaid),
            total_due: record.figure("totalDue", Unit::Money, &(unpaid + total)),
        };
        let reached = |stage| Some(sums.reached.contains(&stage));
        record.finding("supply_should_stop", Severity::Critical, "S6", reached(Stage::StopSupply));
        record.finding("legal_action_due", Severity::Warning, "S7", reached(Stage::Legal));
        judge_rate(&input.method, &options.policy.late_payment, record);
        Ok(result)
    }
}

/// A contract should ask for as much as the documents advise.
fn judge_rate(method: &Method, policy: &LatePaymentPolicy, record: &mut Recorder) {
    if method.kind != MethodKind::Agreed {
        return;
    }
    let least = Quantity::fact("multiple", Exact::from(policy.multiple.0)) * method.reference_rate();
    let rate = method.rate();
    if record.alarm(&Alarm {
        code: "penalty_below_market",
        severity: Severity::Warning,
        metric: "annualRate",
        value: &rate,
        operator: Operator::Below,
        boundary: &least,
        source: "S22",
    }) {
        record.cleared_by(&rate, &least);
    }
}

/// The rate of a year, by method.
fn annual_rate(input: &LatePaymentInput, policy: &Policy) -> Quantity {
    let (method, policy) = (&input.method, &policy.late_payment);
    match method.kind {
        MethodKind::Multiple => method.reference_rate() * method.multiple().or_policy(policy.multiple.0),
        MethodKind::Margin => method.reference_rate() + method.margin().or_policy(policy.margin.0),
        MethodKind::Daily => method.daily_rate().or_policy(policy.daily_rate.0) * input.day_count(),
        MethodKind::Agreed => method.rate(),
    }
}

/// The sum of the first band that the amount is in, when it is late at all.
fn fixed_sum(method: &Method, amount: Money, days: &Exact) -> Exact {
    let fits = |band: &&FixedSum| band.below.is_none_or(|below| amount < below);
    match method.fixed_sums().iter().find(fits) {
        Some(band) if !days.is_zero() => Exact::from(band.amount.0),
        _ => Exact::ZERO,
    }
}

/// When each stage is due.
struct Dunning {
    as_of: IsoDate,
    calendar: WorkingDays,
    policy: LatePaymentPolicy,
}

impl Dunning {
    fn of(as_of: IsoDate, options: &Options) -> Self {
        Self {
            as_of,
            calendar: WorkingDays::new(&options.holidays, &options.workdays),
            policy: options.policy.late_payment.clone(),
        }
    }

    /// Whether the invoice was paid by the day of the question.
    fn paid_on(&self, invoice: &DueInvoice) -> Option<IsoDate> {
        invoice.paid_on.filter(|paid| *paid <= self.as_of)
    }

    /// The day on which lateness ends: that of the payment, or that of the question.
    fn end(&self, invoice: &DueInvoice) -> IsoDate {
        self.paid_on(invoice).unwrap_or(self.as_of)
    }

    fn stages(&self, due: IsoDate, end: IsoDate) -> Vec<StageDate> {
        let policy = &self.policy;
        let later = |days: u32| due.plus_days(days.into());
        let reminder = i64::from(policy.reminder_days_before).saturating_neg();
        let demand = self.calendar.after(due, policy.formal_demand_working_days);
        [
            (Stage::Reminder, due.plus_days(reminder)),
            (Stage::Due, due),
            (Stage::FormalDemand, demand),
            (Stage::Collection, later(policy.collection_days)),
            (Stage::Legal, later(policy.legal_days)),
            (Stage::StopSupply, later(policy.stop_supply_days)),
        ]
        .into_iter()
        .map(|(id, date)| StageDate { id, date, done: date <= end })
        .collect()
    }
}

/// What the invoices add up to.
struct Sums {
    interest: Exact,
    fixed: Exact,
    unpaid: Exact,
    /// The stages that unpaid invoices have reached.
    reached: Vec<Stage>,
}

impl Default for Sums {
    fn default() -> Self {
        Self { interest: Exact::ZERO, fixed: Exact::ZERO, unpaid: Exact::ZERO, reached: Vec::new() }
    }
}

impl Sums {
    fn add(
        &mut self,
        dunning: &Dunning,
        invoice: &DueInvoice,
        stages: &[StageDate],
        (interest, fixed_sum): (&Exact, &Exact),
    ) {
        self.interest = &self.interest + interest;
        self.fixed = &self.fixed + fixed_sum;
        if dunning.paid_on(invoice).is_some() {
            return;
        }
        self.unpaid = &self.unpaid + Exact::from(invoice.amount.0);
        for stage in stages.iter().filter(|stage| stage.done) {
            if !self.reached.contains(&stage.id) {
                self.reached.push(stage.id);
            }
        }
    }
}
