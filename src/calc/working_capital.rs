//! How much cash does the cycle tie up, and does it survive a shock?

use std::borrow::Cow;

use serde::Serialize;

use crate::calc::Calculator;
use crate::calc::stress::{self, StressInput, StressResult};
use crate::error::{InputError, Issues};
use crate::exact::Exact;
use crate::expression::{Lack, Quantity};
use crate::options::Options;
use crate::policy::Policy;
use crate::quantity::{Days, Figure, Money, Ratio, Unit};
use crate::record;
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::Text;
use crate::schema::Range;

record! {
    /// What [`WorkingCapital`] is computed from.
    pub struct WorkingCapitalInput in "" {
        required {
            /// Trade receivables.
            receivables: Money = "receivables".example(Text("43350000")),
            /// Inventory.
            inventory: Money = "inventory".example(Text("31200000")),
            /// Trade payables.
            payables: Money = "payables".example(Text("26700000")),
            /// Sales of the period.
            annual_sales: Money = "annualSales".example(Text("162000000")),
        }
        optional {
            /// Other receivables of the operation, such as tax to be refunded.
            other_operating_assets: Money = "otherOperatingAssets".default("0").example(Text("2900000")),
            /// Other debts of the operation, such as wages and tax.
            other_operating_liabilities: Money = "otherOperatingLiabilities".default("0").example(Text("4800000")),
            /// Cost of sales of the period.
            cost_of_sales: Money = "costOfSales".example(Text("121500000")),
            /// Purchases of the period.
            purchases: Money = "purchases".example(Text("98400000")),
            /// The days of the period, 1 to 1,096.
            period_days: Days = "periodDays".range(Range::of(1, 1096)).default("365").example(Text("365")),
            /// Current assets.
            current_assets: Money = "currentAssets".example(Text("92600000")),
            /// Current liabilities.
            current_liabilities: Money = "currentLiabilities".example(Text("64100000")),
            /// Cash.
            cash: Money = "cash".example(Text("11800000")),
            /// Securities that can be sold at once.
            marketable_securities: Money = "marketableSecurities".default("0").example(Text("1500000")),
            /// By how much sales will grow.
            sales_growth: Ratio = "salesGrowth".range(Range::of(-1, 10).above_min()).example(Text("0.15")),
            /// The quarter's profit.
            quarterly_profit: Money = "quarterlyProfit".range(Range::SIGNED).example(Text("3280000")),
            /// The period's sales to the largest customer.
            largest_customer_sales: Money = "largestCustomerSales".example(Text("35600000")),
            /// A shock to the cash flow.
            stress: StressInput = "stress",
        }
    }
}

/// The figures of [`WorkingCapital`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WorkingCapitalResult {
    /// Working capital requirement: receivables + inventory + other operating assets − payables − other operating liabilities (S112). Money.
    pub wcr: Option<Figure>,
    /// The same in days of sales. Days.
    pub wcr_days: Option<Figure>,
    /// Current assets − current liabilities. Money.
    pub working_capital: Option<Figure>,
    /// Working capital − requirement. Money.
    pub net_cash: Option<Figure>,
    /// Current assets / current liabilities. Ratio.
    pub current_ratio: Option<Figure>,
    /// (Cash + securities + receivables) / current liabilities. Ratio.
    pub quick_ratio: Option<Figure>,
    /// (Cash + securities) / current liabilities. Ratio.
    pub cash_ratio: Option<Figure>,
    /// Days sales outstanding. Days.
    pub dso: Option<Figure>,
    /// Days inventory outstanding. Days.
    pub dio: Option<Figure>,
    /// Days payables outstanding, on purchases, else on cost of sales. Days.
    pub dpo: Option<Figure>,
    /// DIO + DSO. Days.
    pub operating_cycle: Option<Figure>,
    /// DIO + DSO − DPO. Days.
    pub cash_conversion_cycle: Option<Figure>,
    /// The requirement after growth. Money.
    pub wcr_after_growth: Option<Figure>,
    /// What growth adds to it. Money.
    pub growth_funding: Option<Figure>,
    /// The least reserve for emergencies, a share of the quarter's profit (S16). Money.
    pub reserve_low: Option<Figure>,
    /// The most (S16). Money.
    pub reserve_high: Option<Figure>,
    /// The largest customer's share of sales (S9). Ratio.
    pub concentration: Option<Figure>,
    /// The stress test; null with a gap when no shock was given.
    pub stress: Option<StressResult>,
}

/// How much cash does the cycle tie up, and does it survive a shock?
///
/// `wcr = receivables + inventory + otherOperatingAssets − payables − otherOperatingLiabilities`, the turnover days
/// and ratios around it, the reserve, the concentration, and a stress test of the cash.
///
/// | input | unit | range |
/// |---|---|---|
/// | balances and sales | money | 0 … 10^13 |
/// | `quarterlyProfit`, `stress.openingCash` | money | −10^13 … 10^13 |
/// | `periodDays` | days | 1 … 1,096 |
/// | `salesGrowth` | fraction | above −1 … 10 |
/// | `stress.months`, `stress.indemnityAfterMonths` | months | 1 … 60 |
///
/// # Errors
/// [`Problem::OutOfRange`](crate::error::Problem::OutOfRange) on `stress.defaults` when it is above the number of customers.
///
/// # Source
/// S9, S13, S16, S17, S18, S19, S112.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, working_capital::{WorkingCapital, WorkingCapitalInput}};
///
/// let input = WorkingCapitalInput::new(300_000.into(), 200_000.into(), 150_000.into(), 3_650_000.into());
/// let report = WorkingCapital::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.wcr.unwrap().as_str(), "350000.00");
/// assert_eq!(report.result.wcr_days.unwrap().as_str(), "35.00");
/// ```
pub struct WorkingCapital;

impl Calculator for WorkingCapital {
    const ID: &'static str = "workingCapital";
    type Input = WorkingCapitalInput;
    type Result = WorkingCapitalResult;

    fn contradictions(input: &WorkingCapitalInput, _: &Options, issues: &mut Issues) {
        if let Some(stress) = input.stress() {
            stress::contradictions(stress, issues);
        }
    }

    fn figures(
        input: &WorkingCapitalInput,
        options: &Options,
        record: &mut Recorder,
    ) -> Result<WorkingCapitalResult, InputError> {
        let facts = Facts {
            receivables: input.receivables(),
            inventory: input.inventory(),
            payables: input.payables(),
            annual_sales: input.annual_sales(),
            other_operating_assets: input.other_operating_assets(),
            other_operating_liabilities: input.other_operating_liabilities(),
            cost_of_sales: input.cost_of_sales(),
            purchases: input.purchases(),
            period_days: input.period_days(),
            current_assets: input.current_assets(),
            current_liabilities: input.current_liabilities(),
            cash: input.cash(),
            marketable_securities: input.marketable_securities(),
            sales_growth: input.sales_growth(),
            quarterly_profit: input.quarterly_profit(),
            largest_customer_sales: input.largest_customer_sales(),
            stress: input.stress(),
            stress_needs: vec!["stress".into()],
        };
        Ok(facts.figures(&options.policy, record))
    }
}

/// What the figures are made of, whoever asked for it.
pub(crate) struct Facts<'a> {
    pub receivables: Quantity,
    pub inventory: Quantity,
    pub payables: Quantity,
    pub annual_sales: Quantity,
    pub other_operating_assets: Quantity,
    pub other_operating_liabilities: Quantity,
    pub cost_of_sales: Quantity,
    pub purchases: Quantity,
    pub period_days: Quantity,
    pub current_assets: Quantity,
    pub current_liabilities: Quantity,
    pub cash: Quantity,
    pub marketable_securities: Quantity,
    pub sales_growth: Quantity,
    pub quarterly_profit: Quantity,
    pub largest_customer_sales: Quantity,
    pub stress: Option<&'a StressInput>,
    /// What to ask for when there is no stress test.
    pub stress_needs: Vec<Cow<'static, str>>,
}

/// The least and the most reserve for emergencies, shares of the quarter's profit; nothing in a loss (S16).
pub(crate) fn reserves(quarterly_profit: &Quantity, policy: &Policy) -> (Quantity, Quantity) {
    let shares = &policy.liquidity.reserve;
    let profit = quarterly_profit.at_least_zero();
    (
        Quantity::fact("reserveShareLow", Exact::from(shares.low.0)) * &profit,
        Quantity::fact("reserveShareHigh", Exact::from(shares.high.0)) * &profit,
    )
}

impl Facts<'_> {
    pub(crate) fn figures(self, policy: &Policy, record: &mut Recorder) -> WorkingCapitalResult {
        let days = |balance: &Quantity, flow: &Quantity| balance * &self.period_days / flow;
        let wcr = &self.receivables + &self.inventory + &self.other_operating_assets
            - &self.payables
            - &self.other_operating_liabilities;
        let working_capital = &self.current_assets - &self.current_liabilities;
        let net_cash = &working_capital - &wcr;
        let current_ratio = &self.current_assets / &self.current_liabilities;
        let liquid = &self.cash + &self.marketable_securities;
        let (dso, dio) = (days(&self.receivables, &self.annual_sales), days(&self.inventory, &self.cost_of_sales));
        let dpo = days(&self.payables, &self.purchases.clone().or(self.cost_of_sales.clone()));
        let operating_cycle = &dio + &dso;
        // The cycle needs the cost of sales anyway; purchases are not asked for on top of it.
        let dpo_of_cycle =
            if self.purchases.known().is_some() { dpo.clone() } else { days(&self.payables, &self.cost_of_sales) };
        let cash_conversion_cycle = &operating_cycle - dpo_of_cycle;
        let (reserve_low, reserve_high) = reserves(&self.quarterly_profit, policy);
        let concentration = &self.largest_customer_sales / &self.annual_sales;

        let mut result = WorkingCapitalResult {
            wcr: record.sourced("wcr", Unit::Money, &wcr, Some("S112")),
            wcr_days: record.figure("wcrDays", Unit::Days, &days(&wcr, &self.annual_sales)),
            working_capital: record.figure("workingCapital", Unit::Money, &working_capital),
            net_cash: record.figure("netCash", Unit::Money, &net_cash),
            current_ratio: record.sourced("currentRatio", Unit::Ratio, &current_ratio, Some("S18")),
            quick_ratio: record.figure(
                "quickRatio",
                Unit::Ratio,
                &((&liquid + &self.receivables) / &self.current_liabilities),
            ),
            cash_ratio: record.sourced("cashRatio", Unit::Ratio, &(&liquid / &self.current_liabilities), Some("S110")),
            dso: record.figure("dso", Unit::Days, &dso),
            dio: record.figure("dio", Unit::Days, &dio),
            dpo: record.figure("dpo", Unit::Days, &dpo),
            operating_cycle: record.figure("operatingCycle", Unit::Days, &operating_cycle),
            cash_conversion_cycle: record.figure("cashConversionCycle", Unit::Days, &cash_conversion_cycle),
            wcr_after_growth: record.figure(
                "wcrAfterGrowth",
                Unit::Money,
                &(&wcr * (Quantity::number(1) + &self.sales_growth)),
            ),
            growth_funding: record.figure("growthFunding", Unit::Money, &(&wcr * &self.sales_growth)),
            reserve_low: record.sourced("reserveLow", Unit::Money, &reserve_low, Some("S16")),
            reserve_high: record.sourced("reserveHigh", Unit::Money, &reserve_high, Some("S16")),
            concentration: record.sourced("concentration", Unit::Ratio, &concentration, Some("S9")),
            stress: None,
        };
        self.judge_ratio(&current_ratio, policy, record);
        self.judge_structure(&concentration, &net_cash, &cash_conversion_cycle, policy, record);
        match self.stress {
            Some(input) => result.stress = Some(stress::figures(input, &reserve_high, policy, record)),
            None => record.gap("stress", &Lack::Missing(self.stress_needs)),
        }
        result
    }

    /// The five bands of the current ratio.
    fn judge_ratio(&self, current_ratio: &Quantity, policy: &Policy, record: &mut Recorder) {
        let bounds = &policy.liquidity.current_ratio;
        let bound = |name: &'static str, ratio: Ratio| Quantity::fact(name, Exact::from(ratio.0));
        let (critical, low) = (bound("currentRatioCritical", bounds.critical), bound("currentRatioLow", bounds.low));
        let (healthy, idle) = (bound("currentRatioHealthy", bounds.healthy), bound("currentRatioIdle", bounds.idle));
        let below = |code, severity, boundary, source| Alarm {
            code,
            severity,
            metric: "currentRatio",
            value: current_ratio,
            operator: Operator::Below,
            boundary,
            source,
        };
        let reaches = |bound: &Quantity| current_ratio.compare(bound).is_some_and(std::cmp::Ordering::is_ge);
        let alarms = [
            (true, below("current_ratio_critical", Severity::Critical, &critical, "S19")),
            (reaches(&critical), below("current_ratio_low", Severity::Critical, &low, "S13")),
            (reaches(&low), below("current_ratio_watch", Severity::Warning, &healthy, "S18")),
        ];
        for (in_band, alarm) in &alarms {
            if record.alarm_if(*in_band, alarm) {
                record.cleared_by(&self.current_liabilities, &(&self.current_assets / alarm.boundary));
            }
        }
        let above = |code, severity, operator, boundary| Alarm {
            code,
            severity,
            metric: "currentRatio",
            value: current_ratio,
            operator,
            boundary,
            source: "S18",
        };
        let is_idle = current_ratio.is_above(&idle) == Some(true);
        record.alarm_if(!is_idle, &above("current_ratio_healthy", Severity::Good, Operator::AtLeast, &healthy));
        record.alarm(&above("current_ratio_idle", Severity::Info, Operator::Above, &idle));
    }

    fn judge_structure(
        &self,
        concentration: &Quantity,
        net_cash: &Quantity,
        cash_conversion_cycle: &Quantity,
        policy: &Policy,
        record: &mut Recorder,
    ) {
        let zero = Quantity::number(0);
        let share = Quantity::fact("concentrationShare", Exact::from(policy.liquidity.concentration_share.0));
        if record.alarm(&Alarm {
            code: "concentration_high",
            severity: Severity::Warning,
            metric: "concentration",
            value: concentration,
            operator: Operator::Above,
            boundary: &share,
            source: "S9",
        }) {
            record.cleared_by(&self.largest_customer_sales, &(&share * &self.annual_sales));
        }
        if record.alarm(&Alarm {
            code: "funding_gap",
            severity: Severity::Warning,
            metric: "netCash",
            value: net_cash,
            operator: Operator::Below,
            boundary: &zero,
            source: "S112",
        }) {
            record.cleared_by(&self.current_liabilities, &(&self.current_liabilities + net_cash));
        }
        record.alarm(&Alarm {
            code: "negative_cycle",
            severity: Severity::Info,
            metric: "cashConversionCycle",
            value: cash_conversion_cycle,
            operator: Operator::Below,
            boundary: &zero,
            source: "house",
        });
    }
}
