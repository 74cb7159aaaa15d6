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
    let survived = test.survived();
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
        customers_survived: survived,
        quarters_of_reserve: record.figure("stress.quartersOfReserve", Unit::Ratio, &(&gap / reserve)),
    };
    judge(&test, &gap, survived, record);
    result
}

fn judge(test: &StressTest, gap: &Quantity, survived: Option<u32>, record: &mut Recorder) {
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
    let alone = !test.ranked.is_empty() && survived == Some(0);
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
        let mut failed = Failed::NONE;
        for customer in self.ranked.iter().take(count) {
            failed.add(customer, self.insured_percentage);
        }
        let failed_sales = Quantity::fact("failedMonthlySales", failed.sales);
        let input = self.input;
        let unshocked = Quantity::number(1) - input.sales_shock();
        Shock {
            opening_cash: input.opening_cash(),
            lost: Quantity::fact("receivablesOfFailed", failed.receivables),
            inflow: (input.monthly_inflow() - &failed_sales).at_least_zero() * unshocked,
            outflow: (input.monthly_outflow() - failed_sales * input.costs_saved()).at_least_zero(),
            delay_months: input.collection_delay_days() / Quantity::number(30),
            early_payments: input.monthly_outflow() * input.payables_shorten_days() / Quantity::number(30),
            indemnity: Quantity::fact("insuredReceivablesOfFailed", failed.insured),
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

    /// The greatest number of largest customers so that neither they nor fewer of them leave a gap. The formula is that of
    /// [`Shock`], in bare numbers: there may be ten thousand customers, each a shock of its own.
    fn survived(&self) -> Option<u32> {
        let number = |quantity: Quantity| quantity.known().cloned().unwrap_or(Exact::ZERO);
        let input = self.input;
        let (inflow, outflow) = (number(input.monthly_inflow()), number(input.monthly_outflow()));
        let unshocked = Exact::ONE - number(input.sales_shock());
        let saved = number(input.costs_saved());
        let at_least_zero = |number: Exact| number.max(Exact::ZERO);
        // What cash and lines leave above the minimum before a month's worth comes in or goes out.
        let none_failed = self.with_failed(0);
        let start = number(&none_failed.opening_cash + &self.undrawn_lines - &self.minimum_cash);
        let start = start - number(none_failed.early_payments.clone());
        let months: Vec<(u32, Exact, Exact)> = self
            .telling_months(&none_failed)
            .into_iter()
            .map(|month| (month, number(none_failed.paid_months(month)), Exact::from(month)))
            .collect();

        let mut failed = Failed::NONE;
        let mut customers = self.ranked.iter();
        let mut survived = None;
        loop {
            let inflow = at_least_zero(&inflow - &failed.sales) * &unshocked;
            let outflow = at_least_zero(&outflow - &failed.sales * &saved);
            let holds = months.iter().all(|(month, paid, elapsed)| {
                let left = &start + &inflow * paid - &outflow * elapsed;
                let left = if *month >= self.indemnity_month { left + &failed.insured } else { left };
                !left.is_negative()
            });
            if !holds {
                return survived;
            }
            survived = Some(survived.map_or(0_u32, |count| count.saturating_add(1)));
            match customers.next() {
                Some(customer) => failed.add(customer, self.insured_percentage),
                None => return survived,
            }
        }
    }

    /// The months of which one has the lowest cash, whoever fails: between them it only rises or only falls. It turns where
    /// the delay of the others ends and where insurance pays.
    fn telling_months(&self, shock: &Shock) -> Vec<u32> {
        let delay = shock.delay_months.known().and_then(|delay| delay.floored(0).to_whole());
        let delay = delay.and_then(|delay| u32::try_from(delay).ok()).unwrap_or(0);
        let turns = [1, delay, delay.saturating_add(1), self.indemnity_month.saturating_sub(1), self.indemnity_month];
        let mut months = vec![self.months];
        for month in turns {
            if (1..self.months).contains(&month) && !months.contains(&month) {
                months.push(month);
            }
        }
        months
    }
}

/// What some failed customers owed, bought and were insured for.
struct Failed {
    receivables: Exact,
    sales: Exact,
    insured: Exact,
}

impl Failed {
    const NONE: Self = Self { receivables: Exact::ZERO, sales: Exact::ZERO, insured: Exact::ZERO };

    /// One more; `percentage` is the insured share of those without one of their own.
    fn add(&mut self, customer: &StressCustomer, percentage: Ratio) {
        let receivable = Exact::from(customer.receivable.0);
        let limit = customer.insured_limit.map_or(Exact::ZERO, |limit| limit.0.into());
        let percentage = Exact::from(customer.insured_percentage.unwrap_or(percentage).0);
        self.insured = &self.insured + (&receivable).min(&limit) * percentage;
        self.sales = &self.sales + Exact::from(customer.monthly_sales.0);
        self.receivables = &self.receivables + receivable;
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

    /// How many months' worth has come in by a month. The delays of all months up to it add up to the delay itself, or to
    /// all of them.
    fn paid_months(&self, month: u32) -> Quantity {
        let months = Quantity::fact("monthsElapsed", month);
        &months - months.min(&self.delay_months)
    }

    /// Cash at the end of a month.
    fn cash_after(&self, month: u32) -> Quantity {
        let months = Quantity::fact("monthsElapsed", month);
        let cash =
            &self.opening_cash + &self.inflow * self.paid_months(month) - &self.outflow * months - &self.early_payments;
        if month >= self.indemnity_month { cash + &self.indemnity } else { cash }
    }
}
