//! Does the cash survive when the largest customers fail? The stress test inside the working capital.

use serde::Serialize;

use crate::error::{Issue, Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::order;
use crate::policy::Policy;
use crate::quantity::{Days, Figure, Money, Ratio, Unit};
use crate::record;
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::{Count, Rows, Text};
use crate::schema::Range;

record! {
    /// A customer that may fail.
    pub struct StressCustomer in "stress.customers." {
        required {
            /// Whose it is.
            name: String = "name".example(Text("甲")),
            /// What it owes.
            receivable: Money = "receivable".example(Text("9800000")),
            /// What it buys a month.
            monthly_sales: Money = "monthlySales".example(Text("2960000")),
        }
        optional {
            /// The limit up to which the receivable is insured.
            insured_limit: Money = "insuredLimit".default("0").example(Text("7000000")),
            /// The insured share of it.
            insured_percentage: Ratio = "insuredPercentage".range(Range::SHARE.above_min()).policy("0.9").example(Text("0.85")),
        }
    }
}

record! {
    /// A shock to the cash flow, in months of 30 days.
    pub struct StressInput in "stress." {
        required {
            /// Cash at the start.
            opening_cash: Money = "openingCash".range(Range::SIGNED).example(Text("11800000")),
            /// What comes in a month without the shock.
            monthly_inflow: Money = "monthlyInflow".example(Text("13500000")),
            /// What goes out a month without the shock.
            monthly_outflow: Money = "monthlyOutflow".example(Text("12900000")),
        }
        optional {
            /// How many months to look ahead.
            months: u32 = "months".range(Range::of(1, 60)).default("12").example(Count(12)),
            /// The cash that must not be touched.
            minimum_cash: Money = "minimumCash".default("0").example(Text("4000000")),
            /// Bank lines that can still be drawn.
            undrawn_lines: Money = "undrawnLines".default("0").example(Text("5000000")),
            /// The customers that may fail.
            customers: Vec<StressCustomer> = "customers".example(Rows(&[
                &[Text("甲"), Text("6240000"), Text("1850000"), Text("5000000")],
                &[Text("乙"), Text("9800000"), Text("2960000"), Text("7000000"), Text("0.85")],
                &[Text("丙"), Text("3150000"), Text("990000")],
            ])),
            /// How many of them fail, the largest receivables first; 1 when left out, 0 without customers.
            defaults: u32 = "defaults".range(Range::of(0, 10_000)).example(Count(1)),
            /// The share of the failed customers' sales that need not be spent any more.
            costs_saved: Ratio = "costsSaved".default("0").example(Text("0.75")),
            /// The month in which insurance pays.
            indemnity_after_months: u32 = "indemnityAfterMonths".range(Range::of(1, 60)).default("6").example(Count(6)),
            /// How many days later everybody else pays.
            collection_delay_days: Days = "collectionDelayDays".default("0").example(Text("15")),
            /// The share of sales that is lost.
            sales_shock: Ratio = "salesShock".default("0").example(Text("0.1")),
            /// How many days earlier suppliers want their money.
            payables_shorten_days: Days = "payablesShortenDays".default("0").example(Text("5")),
        }
    }
}

/// What the shock does to the cash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct StressResult {
    /// The receivables of the failed customers. Money.
    pub lost_receivables: Option<Figure>,
    /// What insurance pays for them, also after the horizon. Money.
    pub indemnity: Option<Figure>,
    /// Month by month.
    pub path: Vec<StressMonth>,
    /// The lowest cash at the end of a month. Money.
    pub lowest_cash: Option<Figure>,
    /// The first month with it.
    pub lowest_month: u32,
    /// What is missing at the lowest point: minimum cash less lowest cash less undrawn lines, or nothing. Money.
    pub gap: Option<Figure>,
    /// The first month in which cash and lines fall short of the minimum, or null.
    pub first_short_month: Option<u32>,
    /// The largest loss that can be borne at once: opening cash and lines less the minimum. Money.
    pub largest_affordable_default: Option<Figure>,
    /// The same as days that everybody may pay later. Days.
    pub max_dso_rise: Option<Figure>,
    /// How many of the largest customers may fail without a gap, or null when there is one anyway.
    pub customers_survived: Option<u32>,
    /// The gap in quarters of the larger reserve. Ratio.
    pub quarters_of_reserve: Option<Figure>,
}

/// One month of the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct StressMonth {
    /// The month, from 1.
    pub month: u32,
    /// What comes in. Money.
    pub inflow: Figure,
    /// What goes out. Money.
    pub outflow: Figure,
    /// What insurance pays. Money.
    pub indemnity: Figure,
    /// Cash at the end of the month. Money.
    pub cash: Figure,
}

/// Notes more failing customers than there are.
pub(crate) fn contradictions(input: &StressInput, issues: &mut Issues) {
    let customers = input.customers().len();
    let path = Path::Root("stress.defaults");
    if issues.none_at(&["stress.customers"]) && input.defaults.is_some_and(|count| count as usize > customers) {
        issues.push(Issue {
            min: Some("0".to_owned()),
            max: Some(customers.to_string()),
            ..Issue::new(path.to_string(), Problem::OutOfRange)
        });
    }
}

/// The stress test and its findings. `reserve` is the larger reserve for emergencies.
pub(crate) fn figures(input: &StressInput, reserve: &Quantity, policy: &Policy, record: &mut Recorder) -> StressResult {
    let test = StressTest::of(input, policy);
    let failing = test.failing;
    let shock = test.with_failed(failing);
    let cash: Vec<Quantity> = (1..=test.months).map(|month| shock.cash_after(month)).collect();
    // The first of the lowest; a path has at least one month.
    let lowest = cash.iter().enumerate().min_by(|(_, a), (_, b)| a.known().cmp(&b.known()));
    let (lowest_month, lowest_cash) = match lowest {
        Some((index, cash)) => (u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1), cash.clone()),
        None => (0, input.opening_cash()),
    };
    let gap = test.gap(&lowest_cash);
    let first_short =
        cash.iter().position(|cash| !test.holds(cash)).and_then(|index| u32::try_from(index).ok()?.checked_add(1));
    let affordable = (input.opening_cash() + &test.undrawn_lines - &test.minimum_cash).at_least_zero();

    let money =
        |record: &Recorder, quantity: &Quantity| record.printed(Unit::Money, quantity.known().unwrap_or(&Exact::ZERO));
    let path = (1..=test.months)
        .zip(&cash)
        .map(|(month, cash)| StressMonth {
            month,
            inflow: money(record, &shock.inflow_in(month)),
            outflow: money(record, &shock.outflow_in(month)),
            indemnity: money(record, &shock.indemnity_in(month)),
            cash: money(record, cash),
        })
        .collect();
    let result = StressResult {
        lost_receivables: record.sourced("stress.lostReceivables", Unit::Money, &shock.lost, Some("S17")),
        indemnity: record.figure("stress.indemnity", Unit::Money, &shock.indemnity),
        path,
        lowest_cash: record.sourced("stress.lowestCash", Unit::Money, &lowest_cash, Some("S17")),
        lowest_month,
        gap: record.sourced("stress.gap", Unit::Money, &gap, Some("S17")),
        first_short_month: first_short,
        largest_affordable_default: record.figure("stress.largestAffordableDefault", Unit::Money, &affordable),
        max_dso_rise: record.figure(
            "stress.maxDsoRise",
            Unit::Days,
            &(&affordable * Quantity::number(30) / input.monthly_inflow()),
        ),
        customers_survived: test.survived(),
        quarters_of_reserve: record.figure("stress.quartersOfReserve", Unit::Ratio, &(&gap / reserve)),
    };
    judge(&test, &gap, record);
    result
}

fn judge(test: &StressTest, gap: &Quantity, record: &mut Recorder) {
    let zero = Quantity::number(0);
    let alarm = |code, severity, operator| Alarm {
        code,
        severity,
        metric: "stress.gap",
        value: gap,
        operator,
        boundary: &zero,
        source: "S17",
    };
    if record.alarm(&alarm("stress_gap", Severity::Critical, Operator::Above)) {
        record.cleared_by(&test.undrawn_lines, &(&test.undrawn_lines + gap));
    }
    let alone = !test.ranked.is_empty() && test.survives(0) && !test.survives(1);
    record.finding("single_default_fatal", Severity::Critical, "S17", Some(alone));
    record.alarm(&alarm("stress_survived", Severity::Good, Operator::AtMost));
}

/// The test with its customers in the order in which they fail.
struct StressTest<'a> {
    input: &'a StressInput,
    /// Largest receivable first, the order of the input on a tie.
    ranked: Vec<&'a StressCustomer>,
    insured_percentage: Ratio,
    months: u32,
    indemnity_month: u32,
    failing: usize,
    minimum_cash: Quantity,
    undrawn_lines: Quantity,
}

impl<'a> StressTest<'a> {
    fn of(input: &'a StressInput, policy: &Policy) -> Self {
        let ranked = order::sorted(input.customers(), &|a: &StressCustomer, b| {
            Exact::from(b.receivable.0).cmp(&Exact::from(a.receivable.0))
        });
        let failing = input.defaults.map_or(ranked.len().min(1), |count| count as usize);
        Self {
            input,
            ranked,
            insured_percentage: policy.stress.insured_percentage,
            months: input.months().unwrap_or(1),
            indemnity_month: input.indemnity_after_months().unwrap_or(1),
            failing,
            minimum_cash: input.minimum_cash(),
            undrawn_lines: input.undrawn_lines(),
        }
    }

    /// The cash flow when the `count` largest customers fail at the start.
    fn with_failed(&self, count: usize) -> Shock {
        let (mut lost, mut sales, mut insured) = (Exact::ZERO, Exact::ZERO, Exact::ZERO);
        for customer in self.ranked.iter().take(count) {
            let receivable = Exact::from(customer.receivable.0);
            let limit = customer.insured_limit.map_or(Exact::ZERO, |limit| limit.0.into());
            let percentage = Exact::from(customer.insured_percentage.unwrap_or(self.insured_percentage).0);
            insured = insured + (&receivable).min(&limit) * percentage;
            sales = sales + Exact::from(customer.monthly_sales.0);
            lost = lost + receivable;
        }
        let failed_sales = Quantity::fact("failedMonthlySales", sales);
        let input = self.input;
        let unshocked = Quantity::number(1) - input.sales_shock();
        Shock {
            opening_cash: input.opening_cash(),
            lost: Quantity::fact("receivablesOfFailed", lost),
            inflow: (input.monthly_inflow() - &failed_sales).at_least_zero() * unshocked,
            outflow: (input.monthly_outflow() - failed_sales * input.costs_saved()).at_least_zero(),
            delay_months: input.collection_delay_days() / Quantity::number(30),
            early_payments: input.monthly_outflow() * input.payables_shorten_days() / Quantity::number(30),
            indemnity: Quantity::fact("insuredReceivablesOfFailed", insured),
            indemnity_month: self.indemnity_month,
        }
    }

    /// What is missing at this cash.
    fn gap(&self, cash: &Quantity) -> Quantity {
        (&self.minimum_cash - cash - &self.undrawn_lines).at_least_zero()
    }

    /// Whether cash and lines reach the minimum.
    fn holds(&self, cash: &Quantity) -> bool {
        self.gap(cash).known().is_some_and(Exact::is_zero)
    }

    /// Whether no month leaves a gap when the `count` largest customers fail.
    fn survives(&self, count: usize) -> bool {
        let shock = self.with_failed(count);
        (1..=self.months).all(|month| self.holds(&shock.cash_after(month)))
    }

    /// The greatest number of largest customers so that neither they nor fewer of them leave a gap.
    fn survived(&self) -> Option<u32> {
        let first_fatal =
            (0..=self.ranked.len()).find(|count| !self.survives(*count)).unwrap_or(self.ranked.len().saturating_add(1));
        u32::try_from(first_fatal.checked_sub(1)?).ok()
    }
}

/// The cash flow under a shock.
struct Shock {
    opening_cash: Quantity,
    lost: Quantity,
    /// What comes in a month once everybody pays again.
    inflow: Quantity,
    /// What goes out a month after the first.
    outflow: Quantity,
    /// For how many months' worth nothing comes in.
    delay_months: Quantity,
    /// What suppliers want earlier, in the first month.
    early_payments: Quantity,
    indemnity: Quantity,
    indemnity_month: u32,
}

impl Shock {
    fn inflow_in(&self, month: u32) -> Quantity {
        let earlier = Quantity::fact("monthsBefore", month.saturating_sub(1));
        let one = Quantity::number(1);
        let missing = (&self.delay_months - earlier).at_least_zero().min(&one);
        &self.inflow * (one - missing)
    }

    fn outflow_in(&self, month: u32) -> Quantity {
        if month == 1 { &self.outflow + &self.early_payments } else { self.outflow.clone() }
    }

    fn indemnity_in(&self, month: u32) -> Quantity {
        if month == self.indemnity_month { self.indemnity.clone() } else { Quantity::number(0) }
    }

    /// Cash at the end of a month. The delays of all months up to it add up to the delay itself, or to all of them.
    fn cash_after(&self, month: u32) -> Quantity {
        let months = Quantity::fact("monthsElapsed", month);
        let paid_months = &months - months.min(&self.delay_months);
        let cash = &self.opening_cash + &self.inflow * paid_months - &self.outflow * months - &self.early_payments;
        if month >= self.indemnity_month { cash + &self.indemnity } else { cash }
    }
}
