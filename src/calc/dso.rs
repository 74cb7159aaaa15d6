//! How fast do we collect? Days sales outstanding and what surrounds it.

use serde::Serialize;

use crate::calc::Calculator;
pub use crate::calc::countback::MonthSales;
use crate::calc::countback::{Countback, month_gaps};
use crate::error::{InputError, Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::options::Options;
use crate::policy::Policy;
use crate::quantity::{Days, Figure, Money, Ratio, Unit};
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::{Count, Rows, Text};
use crate::schema::Range;
use crate::{choice, record};

choice! {
    /// How many days a month counts in the countback.
    pub enum CountbackDays {
        /// As many as it has.
        Calendar = "calendar",
        /// Thirty.
        Thirty = "thirty",
    }
}

choice! {
    /// Which sales the collection effectiveness compares with.
    pub enum CeiBasis {
        /// Those of the whole period.
        Period = "period",
        /// Those of an average month of it.
        MonthlyAverage = "monthlyAverage",
    }
}

record! {
    /// What [`Dso`] is computed from. Sales and receivables both with tax or both without.
    pub struct DsoInput in "" {
        required {
            /// Credit sales of the period.
            credit_sales: Money = "creditSales".example(Text("162000000")),
            /// Receivables at the end of the period.
            closing_receivables: Money = "closingReceivables".example(Text("43350000")),
        }
        optional {
            /// The days that the credit sales cover, 1 to 1,096.
            period_days: Days = "periodDays".range(Range::of(1, 1096)).default("365").example(Text("365")),
            /// Receivables at the start of the period.
            opening_receivables: Money = "openingReceivables".example(Text("37900000")),
            /// The part of the closing receivables that is not yet due; with `overdue` it makes up the whole.
            not_yet_due: Money = "notYetDue".example(Text("34250000")),
            /// The part of the closing receivables that is past its due date.
            overdue: Money = "overdue".example(Text("9100000")),
            /// The part of the closing receivables that is more than 30 days past its due date.
            overdue_more_than_30: Money = "overdueMoreThan30".example(Text("6720000")),
            /// The sales of the last months, newest first, without a gap.
            monthly_sales: Vec<MonthSales> = "monthlySales".example(Rows(&[
                &[Text("2025-11"), Text("14100000")],
                &[Text("2025-10"), Text("11900000")],
                &[Text("2025-09"), Text("15300000")],
                &[Text("2025-08"), Text("13600000")],
            ])),
            /// How many days a month counts in the countback.
            countback_days: CountbackDays = "countbackDays".default("calendar").example(Text("calendar")),
            /// DSO a year ago.
            prior_dso: Days = "priorDso".example(Text("79.4")),
            /// DSO of earlier periods, newest first.
            dso_history: Vec<Days> = "dsoHistory".example(Rows(&[&[Text("92.1")], &[Text("88.6")]])),
            /// Overdue rate of earlier periods, newest first.
            overdue_rate_history: Vec<Ratio> = "overdueRateHistory".example(Rows(&[&[Text("0.152")]])),
            /// The DSO aimed at.
            target_dso: Days = "targetDso".example(Text("75")),
            /// The DSO to compare with.
            benchmark_dso: Days = "benchmarkDso".policy("94").example(Text("94")),
            /// What borrowed money costs a year.
            cost_of_funds: Ratio = "costOfFunds".range(Range::RATE).example(Text("0.0435")),
            /// Which sales the collection effectiveness compares with.
            cei_basis: CeiBasis = "ceiBasis".default("period").example(Text("period")),
            /// The months of the period, for `monthlyAverage`.
            period_months: u32 = "periodMonths".range(Range::of(1, 36)).default("12").example(Count(12)),
        }
    }
}

/// The figures of [`Dso`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DsoResult {
    /// Days sales outstanding: `closingReceivables · periodDays / creditSales`. Days.
    pub dso: Option<Figure>,
    /// The same on the average of opening and closing receivables. Days.
    pub average_dso: Option<Figure>,
    /// How often receivables turn over: credit sales / average receivables (closing ones when no opening is given). Ratio.
    pub turnover: Option<Figure>,
    /// DSO by countback: the days of the newest months whose sales make up the receivables. Days.
    pub countback_dso: Option<Figure>,
    /// The days counted, also when the months end too early. Days.
    pub countback_at_least: Option<Figure>,
    /// The receivables that the months do not explain. Money.
    pub countback_unexplained: Option<Figure>,
    /// DSO if nothing were overdue: `notYetDue · periodDays / creditSales`. Days.
    pub best_possible_dso: Option<Figure>,
    /// DSO less the best possible DSO. Days.
    pub average_days_delinquent: Option<Figure>,
    /// Collected of what could have been: `(opening + sales − closing) / (opening + sales − notYetDue)`. Ratio.
    pub collection_effectiveness: Option<Figure>,
    /// Overdue / receivables (S11). Ratio.
    pub overdue_share: Option<Figure>,
    /// More than 30 days overdue / receivables (S12). Ratio.
    pub overdue_rate: Option<Figure>,
    /// Growth of DSO over a year ago. Ratio.
    pub year_on_year: Option<Figure>,
    /// Sales of a day: the cash that one day of DSO ties up. Money.
    pub sales_per_day: Option<Figure>,
    /// What one day of DSO costs a year. Money.
    pub one_day_yearly_cost: Option<Figure>,
    /// The cash that reaching the target frees. Money.
    pub cash_released: Option<Figure>,
    /// What reaching the target saves a year. Money.
    pub yearly_saving: Option<Figure>,
    /// DSO less the benchmark. Days.
    pub benchmark_gap: Option<Figure>,
}

/// How fast do we collect?
///
/// `dso = closingReceivables × periodDays ÷ creditSales`, with countback, the best possible DSO, overdue shares,
/// the trend over a year and what a day of DSO costs. Every figure is rounded once, half away from zero, at the end.
///
/// | input | unit | range |
/// |---|---|---|
/// | `creditSales`, `closingReceivables` (required), `openingReceivables`, `notYetDue`, `overdue`, `overdueMoreThan30` | money | 0 … 10^13 |
/// | `periodDays` | days | 1 … 1,096 |
/// | `monthlySales` | month and money, newest first | −10^13 … 10^13 |
/// | `priorDso`, `dsoHistory`, `targetDso`, `benchmarkDso` | days | 0 … 36,500 |
/// | `overdueRateHistory` | fraction | 0 … 1 |
/// | `costOfFunds` | fraction a year | 0 … 10 |
///
/// # Errors
/// [`Problem::Inconsistent`] on `overdue` when it and `notYetDue` do not make up the receivables or it is above them, on
/// `notYetDue` when that stands alone and is above them, on `overdueMoreThan30` when it is above what is overdue, and on
/// a month that does not come right before the one listed before it.
///
/// # Source
/// Countback as in the Oracle Hyperion guide; overdue rate S12; alarms S11, S13, S14, S20, S71.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, dso::{Dso, DsoInput}};
///
/// let report = Dso::calculate(&DsoInput::new(1_000_000.into(), 150_000.into()), &Options::default()).unwrap();
/// assert_eq!(report.result.dso.unwrap().as_str(), "54.75");
/// ```
pub struct Dso;

impl Calculator for Dso {
    const ID: &'static str = "dso";
    type Input = DsoInput;
    type Result = DsoResult;

    fn contradictions(input: &DsoInput, _: &Options, issues: &mut Issues) {
        split_contradictions(
            Some((input.closing_receivables, "closingReceivables")),
            input.not_yet_due,
            input.overdue,
            input.overdue_more_than_30,
            issues,
        );
        month_gaps(input.monthly_sales(), issues);
    }

    fn figures(input: &DsoInput, options: &Options, record: &mut Recorder) -> Result<DsoResult, InputError> {
        let (sales, closing) = (input.credit_sales(), input.closing_receivables());
        let months = Quantity::fact("periodMonths", input.period_months().unwrap_or(1));
        let facts = Facts {
            collection_sales: match input.cei_basis() {
                Some(CeiBasis::MonthlyAverage) => &sales / months,
                _ => sales.clone(),
            },
            period_days: input.period_days(),
            opening: input.opening_receivables(),
            not_yet_due: input.not_yet_due().or(&closing - input.overdue()),
            overdue: input.overdue().or(&closing - input.not_yet_due()),
            overdue_more_than_30: input.overdue_more_than_30(),
            countback: Countback::of(
                &closing,
                input.monthly_sales(),
                input.countback_days() == Some(CountbackDays::Thirty),
            ),
            prior_dso: input.prior_dso(),
            dso_history: input.dso_history(),
            overdue_rate_history: input.overdue_rate_history(),
            target_dso: input.target_dso(),
            benchmark_dso: input.benchmark_dso().or_policy(options.policy.receivables.benchmark_dso.0),
            cost_of_funds: input.cost_of_funds(),
            credit_sales: sales,
            closing,
        };
        Ok(facts.figures(&options.policy, record))
    }
}

/// What the figures are made of, whoever asked for it.
pub(crate) struct Facts<'a> {
    pub credit_sales: Quantity,
    pub closing: Quantity,
    pub period_days: Quantity,
    pub opening: Quantity,
    pub not_yet_due: Quantity,
    pub overdue: Quantity,
    pub overdue_more_than_30: Quantity,
    pub collection_sales: Quantity,
    pub countback: Countback,
    pub prior_dso: Quantity,
    pub dso_history: &'a [Days],
    pub overdue_rate_history: &'a [Ratio],
    pub target_dso: Quantity,
    pub benchmark_dso: Quantity,
    pub cost_of_funds: Quantity,
}

impl Facts<'_> {
    pub(crate) fn figures(&self, policy: &Policy, record: &mut Recorder) -> DsoResult {
        let Self { credit_sales, closing, period_days, opening, not_yet_due, overdue, .. } = self;
        let dso = closing * period_days / credit_sales;
        let average = (opening + closing) / Quantity::number(2);
        let best_possible_dso = not_yet_due * period_days / credit_sales;
        let could_have_been = opening + &self.collection_sales;
        let overdue_share = overdue / closing;
        let overdue_rate = &self.overdue_more_than_30 / closing;
        let year_on_year = &dso / &self.prior_dso - Quantity::number(1);
        let sales_per_day = credit_sales / period_days;
        let cash_released = (&dso - &self.target_dso) * &sales_per_day;
        let benchmark_gap = &dso - &self.benchmark_dso;
        let turnover = credit_sales / average.clone().or(closing.clone());
        let Countback { dso: countback_dso, at_least, unexplained } = &self.countback;

        let result = DsoResult {
            dso: record.figure("dso", Unit::Days, &dso),
            average_dso: record.figure("averageDso", Unit::Days, &(&average * period_days / credit_sales)),
            turnover: record.figure("turnover", Unit::Ratio, &turnover),
            countback_dso: record.figure("countbackDso", Unit::Days, countback_dso),
            countback_at_least: record.figure("countbackAtLeast", Unit::Days, at_least),
            countback_unexplained: record.figure("countbackUnexplained", Unit::Money, unexplained),
            best_possible_dso: record.figure("bestPossibleDso", Unit::Days, &best_possible_dso),
            average_days_delinquent: record.figure("averageDaysDelinquent", Unit::Days, &(&dso - best_possible_dso)),
            collection_effectiveness: record.figure(
                "collectionEffectiveness",
                Unit::Ratio,
                &((&could_have_been - closing) / (&could_have_been - not_yet_due)),
            ),
            overdue_share: record.sourced("overdueShare", Unit::Ratio, &overdue_share, Some("S11")),
            overdue_rate: record.sourced("overdueRate", Unit::Ratio, &overdue_rate, Some("S12")),
            year_on_year: record.figure("yearOnYear", Unit::Ratio, &year_on_year),
            sales_per_day: record.figure("salesPerDay", Unit::Money, &sales_per_day),
            one_day_yearly_cost: record.figure(
                "oneDayYearlyCost",
                Unit::Money,
                &(&sales_per_day * &self.cost_of_funds),
            ),
            cash_released: record.figure("cashReleased", Unit::Money, &cash_released),
            yearly_saving: record.figure("yearlySaving", Unit::Money, &(&cash_released * &self.cost_of_funds)),
            benchmark_gap: record.sourced("benchmarkGap", Unit::Days, &benchmark_gap, Some("S20")),
        };
        self.judge(&Judged { dso, overdue_share, overdue_rate, year_on_year, benchmark_gap }, policy, record);
        result
    }

    /// The findings, in the order of the contract.
    fn judge(&self, figures: &Judged, policy: &Policy, record: &mut Recorder) {
        let Self { credit_sales, closing, period_days, .. } = self;
        let thresholds = &policy.receivables;
        let zero = Quantity::number(0);

        let high_rate = Quantity::fact("overdueRateHigh", Exact::from(thresholds.overdue_rate_high.0));
        // S13 says "persistently": one reading alone warns, the second in a row alarms.
        let before = self.overdue_rate_history.first();
        let persistent = before.is_some_and(|rate| *rate > thresholds.overdue_rate_high);
        if record.alarm(&Alarm {
            code: "overdue_rate_high",
            severity: if persistent { Severity::Critical } else { Severity::Warning },
            metric: "overdueRate",
            value: &figures.overdue_rate,
            operator: Operator::Above,
            boundary: &high_rate,
            source: "S13",
        }) {
            let late = &self.overdue_more_than_30;
            record.cleared_by(late, &(late - collected(late, closing, &high_rate)));
        }

        let rise = Quantity::fact("dsoRise", Exact::from(thresholds.dso_rise.0));
        if record.alarm(&Alarm {
            code: "dso_rising",
            severity: Severity::Critical,
            metric: "yearOnYear",
            value: &figures.year_on_year,
            operator: Operator::AtLeast,
            boundary: &rise,
            source: "S13",
        }) {
            let target = (Quantity::number(1) + &rise) * &self.prior_dso * credit_sales / period_days;
            record.cleared_by(closing, &target);
        }

        let high_share = Quantity::fact("overdueShareHigh", Exact::from(thresholds.overdue_share_high.0));
        if record.alarm(&Alarm {
            code: "overdue_share_high",
            severity: Severity::Warning,
            metric: "overdueShare",
            value: &figures.overdue_share,
            operator: Operator::Above,
            boundary: &high_share,
            source: "S11",
        }) {
            let enough = collected(&self.overdue, closing, &high_share);
            let rate_alarm_worse = persistent && figures.overdue_rate.is_above(&high_rate) == Some(false);
            let enough = if rate_alarm_worse { self.beyond_rate_alarm(enough, &high_rate, record) } else { enough };
            record.cleared_by(&self.overdue, &(&self.overdue - enough));
        }

        if let [last, before, ..] = self.dso_history {
            // Only a second rise in a row is a trend (S14: "persistently").
            record.alarm_if(
                last > before,
                &Alarm {
                    code: "dso_lengthening",
                    severity: Severity::Warning,
                    metric: "dso",
                    value: &figures.dso,
                    operator: Operator::Above,
                    boundary: &Quantity::fact("dsoHistory", Exact::from(last.0)),
                    source: "S14",
                },
            );
        }

        record.alarm(&Alarm {
            code: "countback_incomplete",
            severity: Severity::Warning,
            metric: "countbackUnexplained",
            value: &self.countback.unexplained,
            operator: Operator::Above,
            boundary: &zero,
            source: "house",
        });

        if record.alarm(&Alarm {
            code: "dso_above_benchmark",
            severity: Severity::Info,
            metric: "benchmarkGap",
            value: &figures.benchmark_gap,
            operator: Operator::Above,
            boundary: &zero,
            source: "S20",
        }) {
            record.cleared_by(closing, &(&self.benchmark_dso * credit_sales / period_days));
        }

        record.alarm(&Alarm {
            code: "credit_too_tight",
            severity: Severity::Info,
            metric: "dso",
            value: &figures.dso,
            operator: Operator::Below,
            boundary: &Quantity::fact("tooTightDso", Exact::from(thresholds.too_tight_dso.0)),
            source: "S71",
        });
    }
}

impl Facts<'_> {
    /// Collecting what is overdue for less than 30 days lets the overdue rate rise, as the receivables fall. Where
    /// that would set off its alarm, so much more has to be collected that the older debts are paid too.
    fn beyond_rate_alarm(&self, enough: Quantity, high_rate: &Quantity, record: &Recorder) -> Quantity {
        let places = Unit::Money.places(record.currency());
        let Some(amount) = enough.known().map(|amount| amount.rounded_away(places)) else {
            return enough;
        };
        let paid = Quantity::fact("collected", amount);
        let late = self.overdue_more_than_30.min(&(&self.overdue - &paid));
        if (late / (&self.closing - paid)).is_above(high_rate) == Some(true) {
            collected(&self.overdue, &self.closing, high_rate)
        } else {
            enough
        }
    }
}

/// The figures that findings look at.
struct Judged {
    dso: Quantity,
    overdue_share: Quantity,
    overdue_rate: Quantity,
    year_on_year: Quantity,
    benchmark_gap: Quantity,
}

/// How much of `part` has to be collected until it is the `share` of a `whole` that falls by the same amount.
fn collected(part: &Quantity, whole: &Quantity, share: &Quantity) -> Quantity {
    (part - share * whole) / (Quantity::number(1) - share)
}

/// Notes parts of the receivables that contradict the whole or each other. `closing` comes with its name.
pub(crate) fn split_contradictions(
    closing: Option<(Money, &str)>,
    not_yet_due: Option<Money>,
    overdue: Option<Money>,
    overdue_more_than_30: Option<Money>,
    issues: &mut Issues,
) {
    // A field that is wrong in itself contradicts nothing.
    let sound = |name: &str, value: Option<Money>| value.filter(|_| issues.none_at(&[name])).map(|value| value.0);
    let closing = closing.and_then(|(closing, name)| sound(name, Some(closing)));
    let not_yet_due = sound("notYetDue", not_yet_due);
    let overdue = sound("overdue", overdue);
    let late = sound("overdueMoreThan30", overdue_more_than_30);
    let mut contradiction = |field: &'static str, wrong: bool| {
        if wrong {
            issues.add(&Path::Key(&Path::Root(""), field), Problem::Inconsistent);
        }
    };
    let remainder = closing.zip(not_yet_due).and_then(|(closing, not_yet_due)| closing.checked_sub(not_yet_due));
    match overdue {
        Some(overdue) => contradiction(
            "overdue",
            remainder.is_some_and(|remainder| remainder != overdue) || closing.is_some_and(|closing| overdue > closing),
        ),
        None => contradiction(
            "notYetDue",
            remainder.is_some_and(|remainder| remainder.is_sign_negative() && !remainder.is_zero()),
        ),
    }
    let all_overdue = overdue.or(remainder.filter(|remainder| !remainder.is_sign_negative())).or(closing);
    contradiction("overdueMoreThan30", late.zip(all_overdue).is_some_and(|(late, all)| late > all));
}
