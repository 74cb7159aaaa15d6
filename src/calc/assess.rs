//! The guided self-check: every figure that the answers allow, judged area by area.

use serde::Serialize;

use crate::calc::Calculator;
use crate::calc::countback::Countback;
use crate::calc::dso::{self, DsoResult};
use crate::calc::working_capital::{self, WorkingCapitalResult, reserves};
use crate::calendar::IsoDate;
use crate::error::{InputError, Issues};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::options::Options;
use crate::policy::Policy;
use crate::quantity::{Days, Money, Ratio};
use crate::record;
use crate::report::{Finding, Recorder, Severity};
use crate::schema::Example::{Answer, Rows, Text};
use crate::schema::{Range, Record};

record! {
    /// The answers to the self-check: any subset.
    pub struct AssessInput in "" {
        required {}
        optional {
            /// The day of the figures.
            as_of: IsoDate = "asOf".example(Text("2025-11-30")),
            /// Credit sales of the period.
            credit_sales: Money = "creditSales".example(Text("162000000")),
            /// Receivables at the end of the period.
            receivables: Money = "receivables".example(Text("43350000")),
            /// The part of them that is past its due date.
            overdue: Money = "overdue".example(Text("9100000")),
            /// The part of them that is more than 30 days past its due date.
            overdue_more_than_30: Money = "overdueMoreThan30".example(Text("6720000")),
            /// DSO a year ago.
            prior_dso: Days = "priorDso".example(Text("79.4")),
            /// DSO of earlier periods, newest first.
            dso_history: Vec<Days> = "dsoHistory".example(Rows(&[&[Text("92.1")], &[Text("88.6")]])),
            /// Overdue rate of earlier periods, newest first.
            overdue_rate_history: Vec<Ratio> = "overdueRateHistory".example(Rows(&[&[Text("0.152")]])),
            /// Inventory.
            inventory: Money = "inventory".example(Text("31200000")),
            /// Trade payables.
            payables: Money = "payables".example(Text("26700000")),
            /// Cost of sales of the period.
            cost_of_sales: Money = "costOfSales".example(Text("121500000")),
            /// Current assets.
            current_assets: Money = "currentAssets".example(Text("92600000")),
            /// Current liabilities.
            current_liabilities: Money = "currentLiabilities".example(Text("64100000")),
            /// Cash.
            cash: Money = "cash".example(Text("11800000")),
            /// The period's sales to the largest customer.
            largest_customer_sales: Money = "largestCustomerSales".example(Text("35600000")),
            /// The largest receivable of one customer.
            largest_receivable: Money = "largestReceivable".example(Text("9800000")),
            /// Bank lines that can still be drawn.
            undrawn_lines: Money = "undrawnLines".example(Text("5000000")),
            /// The quarter's profit.
            quarterly_profit: Money = "quarterlyProfit".range(Range::SIGNED).example(Text("3280000")),
            /// The reserve for emergencies.
            reserve: Money = "reserve".example(Text("60000")),
            /// Whether receivables are insured.
            insured: bool = "insured".example(Answer(false)),
            /// The insured share.
            insured_percentage: Ratio = "insuredPercentage".range(Range::SHARE.above_min()).example(Text("0.9")),
            /// Net profit / sales.
            net_margin: Ratio = "netMargin".range(Range::SHARE.above_min()).example(Text("0.06")),
            /// The longest terms given.
            longest_terms_days: Days = "longestTermsDays".example(Text("180")),
            /// Whether long terms are secured.
            secured_long_terms: bool = "securedLongTerms".example(Answer(false)),
            /// Whether customers are reviewed every quarter.
            quarterly_review: bool = "quarterlyReview".example(Answer(true)),
            /// Whether there is a process of collection.
            collection_process: bool = "collectionProcess".example(Answer(false)),
            /// The days that the credit sales cover, 1 to 1,096.
            period_days: Days = "periodDays".range(Range::of(1, 1096)).default("365").example(Text("365")),
        }
    }
}

/// What the self-check says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AssessResult {
    /// The figures of collection.
    pub dso: DsoResult,
    /// The figures of liquidity.
    pub working_capital: WorkingCapitalResult,
    /// The five areas.
    pub areas: Vec<Area>,
    /// The worst status that is known.
    pub overall: AreaStatus,
    /// How many of S13's three alarms ring: overdue rate persistently high, DSO risen by a fifth, current ratio below 1.2.
    pub triggers: u32,
    /// How many of them could be checked.
    pub checked: u32,
    /// What to do, most urgent first.
    pub actions: Vec<Action>,
    /// How many questions were answered.
    pub answered: u32,
    /// The question whose answer would fill the most gaps, or null.
    pub most_informative: Option<&'static str>,
}

/// An area of the self-check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Area {
    /// Which.
    pub id: AreaId,
    /// How it stands.
    pub status: AreaStatus,
    /// The codes of its findings, worst first.
    pub findings: Vec<&'static str>,
}

/// The areas of the self-check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum AreaId {
    /// How fast customers pay.
    Collection,
    /// Whether short-term debts are covered.
    Liquidity,
    /// How much hangs on one customer.
    Concentration,
    /// What protects against a loss.
    Protection,
    /// How credit is watched over.
    Process,
}

/// How an area stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum AreaStatus {
    /// Something is critical.
    Act,
    /// Something is to be watched.
    Watch,
    /// Looked at, and nothing found.
    Good,
    /// Nothing could be decided.
    Unknown,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Action {
    /// The code of the finding, or of a standing advice.
    pub code: &'static str,
    /// 1 for critical findings, 2 for warnings, 3 for what is advised always.
    pub priority: u8,
    /// A rule id, or `house`.
    pub source: &'static str,
}

/// The guided self-check.
///
/// Maps the answers onto [`Dso`](crate::dso::Dso) and [`WorkingCapital`](crate::working_capital::WorkingCapital),
/// computes every figure whose inputs are there, and judges five areas. A missing answer is never an error: it is a gap.
///
/// | input | unit | range |
/// |---|---|---|
/// | balances and sales | money | 0 … 10^13 (`quarterlyProfit` from −10^13) |
/// | `priorDso`, `dsoHistory`, `longestTermsDays` | days | 0 … 36,500 |
/// | `overdueRateHistory` | fraction | 0 … 1 |
/// | `insuredPercentage`, `netMargin` | fraction | above 0 … 1 |
///
/// # Errors
/// [`Problem::Inconsistent`](crate::error::Problem::Inconsistent) on `overdue` above the receivables, and on `overdueMoreThan30` above what is overdue.
///
/// # Source
/// S5, S6, S13, S16, S30–S33, and those of the two calculators.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, assess::{Assess, AssessInput, AreaStatus}};
///
/// let mut answers = AssessInput::new();
/// answers.current_assets = Some(900_000.into());
/// answers.current_liabilities = Some(1_000_000.into());
/// let report = Assess::calculate(&answers, &Options::default()).unwrap();
/// assert_eq!(report.result.overall, AreaStatus::Act);
/// assert_eq!(report.findings[0].code, "current_ratio_critical");
/// ```
pub struct Assess;

impl Calculator for Assess {
    const ID: &'static str = "assess";
    type Input = AssessInput;
    type Result = AssessResult;

    fn contradictions(input: &AssessInput, _: &Options, issues: &mut Issues) {
        let closing = input.receivables.map(|receivables| (receivables, "receivables"));
        dso::split_contradictions(closing, None, input.overdue, input.overdue_more_than_30, issues);
    }

    fn figures(input: &AssessInput, options: &Options, record: &mut Recorder) -> Result<AssessResult, InputError> {
        let policy = &options.policy;
        record.under("dso.");
        let dso = collection(input, policy).figures(policy, record);
        record.under("workingCapital.");
        let working_capital = liquidity(input).figures(policy, record);
        record.under("");
        judge_protection(input, policy, record);
        judge_process(input, record);
        record.sort_findings();

        let areas = areas(record);
        let (triggers, checked) = alarms(input, record);
        Ok(AssessResult {
            dso,
            working_capital,
            overall: areas.iter().map(|area| area.status).min().unwrap_or(AreaStatus::Unknown),
            areas,
            triggers,
            checked,
            actions: actions(record.judged().0),
            answered: answered(input),
            most_informative: most_informative(input, record),
        })
    }
}

fn collection<'a>(input: &'a AssessInput, policy: &Policy) -> dso::Facts<'a> {
    let closing = input.receivables();
    dso::Facts {
        credit_sales: input.credit_sales(),
        period_days: input.period_days(),
        opening: Quantity::not_asked(),
        not_yet_due: &closing - input.overdue(),
        overdue: input.overdue(),
        overdue_more_than_30: input.overdue_more_than_30(),
        collection_sales: input.credit_sales(),
        countback: Countback::without_months(&closing, &Quantity::not_asked()),
        prior_dso: input.prior_dso(),
        dso_history: input.dso_history(),
        overdue_rate_history: input.overdue_rate_history(),
        target_dso: Quantity::not_asked(),
        benchmark_dso: Quantity::fact("benchmarkDso", Exact::from(policy.receivables.benchmark_dso.0)),
        cost_of_funds: Quantity::not_asked(),
        closing,
    }
}

fn liquidity(input: &AssessInput) -> working_capital::Facts<'_> {
    working_capital::Facts {
        receivables: input.receivables(),
        inventory: input.inventory(),
        payables: input.payables(),
        annual_sales: input.credit_sales(),
        other_operating_assets: Quantity::number(0),
        other_operating_liabilities: Quantity::number(0),
        cost_of_sales: input.cost_of_sales(),
        purchases: input.cost_of_sales(),
        period_days: input.period_days(),
        current_assets: input.current_assets(),
        current_liabilities: input.current_liabilities(),
        cash: input.cash(),
        marketable_securities: Quantity::number(0),
        sales_growth: Quantity::not_asked(),
        quarterly_profit: input.quarterly_profit(),
        largest_customer_sales: input.largest_customer_sales(),
        stress: None,
        stress_needs: Vec::new(),
    }
}

/// Whether two things hold at once, as far as they are known: one that does not hold is enough to say no.
fn both(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn judge_protection(input: &AssessInput, policy: &Policy, record: &mut Recorder) {
    // Whatever could take the loss, of what is known; with nothing known there is nothing to compare with.
    let known = [input.cash, input.undrawn_lines, input.reserve].into_iter().flatten();
    let buffer = known.map(|amount| Exact::from(amount.0)).reduce(|sum, amount| sum + amount);
    let beyond_buffer =
        input.largest_receivable.zip(buffer).map(|(receivable, buffer)| Exact::from(receivable.0) > buffer);
    let uninsured = both(input.insured.map(|insured| !insured), beyond_buffer);
    record.finding("uninsured_large_exposure", Severity::Critical, "house", uninsured);

    let (least, _) = reserves(&input.quarterly_profit(), policy);
    let below_rule = input.reserve().compare(&least).map(std::cmp::Ordering::is_lt);
    record.finding("reserve_below_rule", Severity::Warning, "S16", below_rule);

    let long = input.longest_terms_days.map(|days| days > policy.limit.security_terms_days);
    let unsecured = both(long, input.secured_long_terms.map(|secured| !secured));
    record.finding("long_terms_unsecured", Severity::Warning, "S5", unsecured);
}

fn judge_process(input: &AssessInput, record: &mut Recorder) {
    record.finding("no_quarterly_review", Severity::Warning, "S30", input.quarterly_review.map(|done| !done));
    record.finding("no_collection_process", Severity::Warning, "S6", input.collection_process.map(|there| !there));
}

/// The findings that belong to an area.
const AREAS: &[(AreaId, &[&str])] = &[
    (
        AreaId::Collection,
        &[
            "overdue_rate_high",
            "dso_rising",
            "overdue_share_high",
            "dso_lengthening",
            "countback_incomplete",
            "dso_above_benchmark",
            "credit_too_tight",
        ],
    ),
    (
        AreaId::Liquidity,
        &[
            "current_ratio_critical",
            "current_ratio_low",
            "current_ratio_watch",
            "current_ratio_healthy",
            "current_ratio_idle",
            "funding_gap",
            "negative_cycle",
        ],
    ),
    (AreaId::Concentration, &["concentration_high"]),
    (AreaId::Protection, &["uninsured_large_exposure", "reserve_below_rule", "long_terms_unsecured"]),
    (AreaId::Process, &["no_quarterly_review", "no_collection_process"]),
];

fn areas(record: &Recorder) -> Vec<Area> {
    let (findings, decided) = record.judged();
    let area = |(id, codes): &(AreaId, &[&str])| {
        let own: Vec<&Finding> = findings.iter().filter(|finding| codes.contains(&finding.code)).collect();
        let status = match own.first().map(|finding| finding.severity) {
            Some(Severity::Critical) => AreaStatus::Act,
            Some(Severity::Warning) => AreaStatus::Watch,
            _ if decided.iter().any(|code| codes.contains(code)) => AreaStatus::Good,
            _ => AreaStatus::Unknown,
        };
        Area { id: *id, status, findings: own.iter().map(|finding| finding.code).collect() }
    };
    AREAS.iter().map(area).collect()
}

/// S13's three alarms: how many ring, and how many could be checked.
fn alarms(input: &AssessInput, record: &Recorder) -> (u32, u32) {
    let (findings, decided) = record.judged();
    let known = |code: &str| decided.contains(&code);
    let rings =
        |code: &str| findings.iter().any(|finding| finding.code == code && finding.severity == Severity::Critical);
    let three = [
        // Persistent only with a reading before this one.
        (known("overdue_rate_high") && !input.overdue_rate_history().is_empty(), rings("overdue_rate_high")),
        (known("dso_rising"), rings("dso_rising")),
        (known("current_ratio_low"), rings("current_ratio_low") || rings("current_ratio_critical")),
    ];
    let count = |which: fn(&(bool, bool)) -> bool| {
        u32::try_from(three.iter().filter(|alarm| which(alarm)).count()).unwrap_or(0)
    };
    (count(|(checked, rings)| *checked && *rings), count(|(checked, _)| *checked))
}

/// What the documents advise whatever the figures say.
const STANDING_ADVICE: &[(&str, &str)] = &[
    ("quarterly_review", "S30"),
    ("yearly_policy_audit", "S31"),
    ("insure_top_customers", "S32"),
    ("refresh_top_reports", "S33"),
];

fn actions(findings: &[Finding]) -> Vec<Action> {
    let urgent = findings.iter().filter_map(|finding| {
        let priority = match finding.severity {
            Severity::Critical => 1,
            Severity::Warning => 2,
            _ => return None,
        };
        Some(Action { code: finding.code, priority, source: finding.source.unwrap_or("house") })
    });
    let standing = STANDING_ADVICE.iter().map(|(code, source)| Action { code, priority: 3, source });
    urgent.chain(standing).collect()
}

/// How many questions were answered; the day and the period are none.
fn answered(input: &AssessInput) -> u32 {
    let questions = input.given().into_iter().filter(|name| !["asOf", "periodDays"].contains(name));
    u32::try_from(questions.count()).unwrap_or(u32::MAX)
}

/// The unanswered question that the most gaps need, the first one on a tie.
fn most_informative(input: &AssessInput, record: &Recorder) -> Option<&'static str> {
    let given = input.given();
    let mut best: Option<(&'static str, usize)> = None;
    for name in AssessInput::FIELDS.iter().map(|field| field.name).filter(|name| !given.contains(name)) {
        let gaps = record.gaps().iter().filter(|gap| gap.needs.iter().any(|need| need == name)).count();
        if gaps > best.map_or(0, |(_, most)| most) {
            best = Some((name, gaps));
        }
    }
    best.map(|(name, _)| name)
}
