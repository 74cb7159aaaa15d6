//! How likely is this buyer to pay? A scorecard over what is known, with grade, default probability and Z-score.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::calc::Calculator;
use crate::calendar::IsoDate;
use crate::error::{InputError, Issue, Problem};
use crate::exact::Exact;
use crate::expression::{Lack, Quantity};
use crate::grade::{Grade, Tier, default_probability};
use crate::options::Options;
use crate::policy::Policy;
use crate::policy::score::{MeasuredFactor, ScorePolicy};
use crate::quantity::{Days, Figure, Money, Points, Ratio, Unit};
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::{Answer, Count, Rows, Text};
use crate::schema::Range;
use crate::{choice, record};

choice! {
    /// Where a buyer stands in its market.
    pub enum MarketPosition {
        /// A leader.
        Leader = "leader",
        /// An established firm.
        Established = "established",
        /// A follower.
        Follower = "follower",
        /// On the margin.
        Marginal = "marginal",
    }
}

choice! {
    /// How hard a buyer's trade swings with the economy.
    pub enum Cyclicality {
        /// Little.
        Low = "low",
        /// Some.
        Medium = "medium",
        /// Much.
        High = "high",
    }
}

choice! {
    /// How risky payment from a buyer's country is.
    pub enum CountryRisk {
        /// Low risk.
        Low = "low",
        /// Medium risk.
        Medium = "medium",
        /// Sensitive.
        Sensitive = "sensitive",
        /// High risk.
        High = "high",
    }
}

choice! {
    /// Whether a buyer is being sued.
    pub enum Litigation {
        /// Nothing known.
        None = "none",
        /// Minor cases.
        Minor = "minor",
        /// Major cases.
        Major = "major",
    }
}

choice! {
    /// What the figures of a buyer rest on.
    pub enum EvidenceKind {
        /// Audited statements.
        Audited = "audited",
        /// The management's own figures.
        Management = "management",
        /// Bank statements or tax certificates.
        BankStatements = "bankStatements",
        /// Nothing.
        None = "none",
    }
}

record! {
    /// The statements of a fiscal year.
    pub struct YearInput in "years." {
        required {}
        optional {
            /// Total assets.
            total_assets: Money = "totalAssets".example(Text("186400000")),
            /// Total liabilities.
            total_liabilities: Money = "totalLiabilities".example(Text("108112000")),
            /// Current assets.
            current_assets: Money = "currentAssets".example(Text("97300000")),
            /// Current liabilities.
            current_liabilities: Money = "currentLiabilities".example(Text("71500000")),
            /// Inventory.
            inventory: Money = "inventory".example(Text("28600000")),
            /// Cash.
            cash: Money = "cash".example(Text("14200000")),
            /// Revenue.
            revenue: Money = "revenue".example(Text("243800000")),
            /// Cost of sales.
            cost_of_sales: Money = "costOfSales".example(Text("198700000")),
            /// Earnings before interest and tax.
            ebit: Money = "ebit".range(Range::SIGNED).example(Text("15900000")),
            /// Net profit.
            net_profit: Money = "netProfit".range(Range::SIGNED).example(Text("9300000")),
            /// Retained earnings.
            retained_earnings: Money = "retainedEarnings".range(Range::SIGNED).example(Text("31400000")),
            /// Operating cash flow.
            operating_cash_flow: Money = "operatingCashFlow".range(Range::SIGNED).example(Text("11800000")),
            /// Interest expense.
            interest_expense: Money = "interestExpense".example(Text("3850000")),
        }
    }
}

record! {
    /// How a buyer has paid.
    pub struct PaymentInput in "payment." {
        required {}
        optional {
            /// How many days late it pays on average.
            average_days_late: Days = "averageDaysLate".example(Text("11")),
            /// The overdue share of what it owes.
            overdue_share: Ratio = "overdueShare".example(Text("0.12")),
            /// Dishonoured bills in 12 months.
            dishonoured_bills: u32 = "dishonouredBills".example(Count(0)),
            /// How often it asked for longer terms.
            extension_requests: u32 = "extensionRequests".example(Count(3)),
        }
    }
}

record! {
    /// What a buyer is.
    pub struct ProfileInput in "profile." {
        required {}
        optional {
            /// Years in business.
            years_in_business: u32 = "yearsInBusiness".example(Count(12)),
            /// Months of trading with us; 0 counts as not answered.
            months_trading: u32 = "monthsTrading".example(Count(26)),
            /// Where it stands in its market.
            market_position: MarketPosition = "marketPosition".example(Text("established")),
            /// How hard its trade swings with the economy.
            cyclicality: Cyclicality = "cyclicality".example(Text("high")),
            /// How risky payment from its country is.
            country_risk: CountryRisk = "countryRisk".example(Text("medium")),
        }
    }
}

record! {
    /// Warning signals. One that is left out is not answered.
    pub struct SignalsInput in "signals." {
        required {}
        optional {
            /// It pays its suppliers later and later (S58).
            payables_stretching: bool = "payablesStretching".example(Answer(true)),
            /// Key staff left (S59).
            key_staff_changes: bool = "keyStaffChanges".example(Answer(false)),
            /// It disputes with suppliers (S59).
            supplier_disputes: bool = "supplierDisputes".example(Answer(false)),
            /// The persons to talk to change often (S61).
            contact_changes: bool = "contactChanges".example(Answer(false)),
            /// Bad news (S61).
            negative_news: bool = "negativeNews".example(Answer(false)),
            /// Policy turns against its sector (S60).
            policy_tightening: bool = "policyTightening".example(Answer(false)),
            /// Demand for its goods shrinks (S60).
            demand_shrinking: bool = "demandShrinking".example(Answer(false)),
        }
    }
}

record! {
    /// What rules a buyer out whatever else is known.
    pub struct KnockOutsInput in "knockOuts." {
        required {}
        optional {
            /// Insolvency proceedings.
            insolvency_proceedings: bool = "insolvencyProceedings".default("false").example(Answer(false)),
            /// On the list of dishonest judgment debtors.
            dishonest_judgment_debtor: bool = "dishonestJudgmentDebtor".default("false").example(Answer(false)),
        }
    }
}

record! {
    /// What [`Score`] is computed from.
    pub struct ScoreInput in "" {
        required {
            /// The day of the score.
            as_of: IsoDate = "asOf".example(Text("2025-11-30")),
        }
        optional {
            /// The day of the last review.
            last_review: IsoDate = "lastReview".example(Text("2025-08-15")),
            /// Up to three fiscal years, newest first.
            years: Vec<YearInput> = "years".rows(3).example(Rows(&[
                &[
                    Text("186400000"), Text("108112000"), Text("97300000"), Text("71500000"), Text("28600000"), Text("14200000"),
                    Text("243800000"), Text("198700000"), Text("15900000"), Text("9300000"), Text("31400000"), Text("11800000"),
                    Text("3850000"),
                ],
                &[
                    Text("171900000"), Text("98800000"), Text("90100000"), Text("66400000"), Text("26900000"), Text("12700000"),
                    Text("229500000"), Text("187600000"), Text("14100000"), Text("8200000"), Text("25700000"), Text("9100000"),
                    Text("3600000"),
                ],
            ])),
            /// How it has paid.
            payment: PaymentInput = "payment",
            /// What it is.
            profile: ProfileInput = "profile",
            /// Warning signals.
            signals: SignalsInput = "signals",
            /// Whether it is being sued.
            litigation: Litigation = "litigation".example(Text("none")),
            /// What rules it out.
            knock_outs: KnockOutsInput = "knockOuts",
            /// What the figures rest on.
            evidence: EvidenceKind = "evidence".default("management").example(Text("audited")),
        }
    }
}

/// The figures of [`Score`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ScoreResult {
    /// `Σ weight · points / Σ weight` over the answered factors. Points.
    pub score: Option<Figure>,
    /// The same over all factors, the unanswered at 0. Points.
    pub score_low: Option<Figure>,
    /// The same over all factors, the unanswered at 100. Points.
    pub score_high: Option<Figure>,
    /// Answered weight / all weight. Ratio.
    pub coverage: Option<Figure>,
    /// Coverage · how far the evidence is trusted. Ratio.
    pub confidence: Option<Figure>,
    /// The grade, no better than C while the confidence is low.
    pub grade: Grade,
    /// Probability of default in 12 months, from the score before the cap of the grade. Ratio, approximate.
    pub probability_of_default: Option<Figure>,
    /// The tier of the grade.
    pub tier: Tier,
    /// How to deal with the buyer (S57).
    pub treatment: Treatment,
    /// All fifteen factors.
    pub factors: Vec<Factor>,
    /// The unanswered factor of the greatest weight, or null.
    pub most_informative: Option<&'static str>,
    /// Altman's Z-score of the newest year; null with a gap without its inputs.
    pub z_score: Option<ZScore>,
    /// When to review the buyer next (S30).
    pub next_review: IsoDate,
    /// Three ratios over the years, newest first.
    pub trend: Vec<TrendYear>,
}

/// How to deal with a buyer (S57).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// Flexible terms.
    FlexibleTerms,
    /// Security is asked for.
    Security,
    /// Prepayment only.
    Prepayment,
}

/// A factor of the score. Null where it is not answered, with a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Factor {
    /// Which.
    pub id: &'static str,
    /// What it is judged by, in its own unit, or the choice.
    pub value: Option<FactorValue>,
    /// What that earns, 0 to 100. Points.
    pub points: Option<Figure>,
    /// Its share in the score, relative to the other weights. Points.
    pub weight: Figure,
    /// What it adds to the score: `weight · points / Σ answered weight`. Points.
    pub contribution: Option<Figure>,
}

/// What a factor is judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum FactorValue {
    /// A ratio or days.
    Figure(Figure),
    /// A number of things.
    Count(u32),
    /// A choice.
    Choice(&'static str),
}

/// Altman's Z-score for firms that are not listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ZScore {
    /// Z' with revenue, Z'' without.
    pub model: ZModel,
    /// The score. Ratio.
    pub value: Option<Figure>,
    /// What it says; the bounds themselves are grey.
    pub zone: Zone,
    /// What it is made of, before the coefficients.
    pub components: ZComponents,
}

/// The variants of the Z-score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum ZModel {
    /// For manufacturers that are not listed.
    #[serde(rename = "Z'")]
    Single,
    /// Without sales, for other firms.
    #[serde(rename = "Z''")]
    Double,
}

/// What a Z-score says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Failure is not in sight.
    Safe,
    /// It may go either way.
    Grey,
    /// Failure is near.
    Distress,
}

/// The components of a Z-score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ZComponents {
    /// (Current assets − current liabilities) / total assets. Ratio.
    pub working_capital: Option<Figure>,
    /// Retained earnings / total assets. Ratio.
    pub retained_earnings: Option<Figure>,
    /// EBIT / total assets. Ratio.
    pub ebit: Option<Figure>,
    /// (Total assets − total liabilities) / total liabilities. Ratio.
    pub equity: Option<Figure>,
    /// Revenue / total assets, in Z' only. Ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub sales: Option<Figure>,
}

/// Three ratios of a fiscal year. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TrendYear {
    /// Total liabilities / total assets. Ratio.
    pub debt_ratio: Option<Figure>,
    /// Current assets / current liabilities. Ratio.
    pub current_ratio: Option<Figure>,
    /// Operating cash flow / current liabilities. Ratio.
    pub cash_flow_cover: Option<Figure>,
}

/// How likely is this buyer to pay?
///
/// `score = Σ weight × points ÷ Σ weight` over the fifteen factors that are answered; points come from the bands of the
/// policy, where a bound belongs to the better band. `probabilityOfDefault = 1 ÷ (1 + 19 × 2^((score − 50) ÷ 10))`.
///
/// | input | unit | range |
/// |---|---|---|
/// | `asOf` (required), `lastReview` | date | 1900-01-01 … 2200-12-31 |
/// | `years` | up to 3 rows of money, newest first | 0 … 10^13; `ebit`, `netProfit`, `retainedEarnings`, `operatingCashFlow` from −10^13 |
/// | `payment.averageDaysLate` | days | 0 … 36,500 |
/// | `payment.overdueShare` | fraction | 0 … 1 |
/// | `payment.dishonouredBills`, `payment.extensionRequests`, `profile.yearsInBusiness`, `profile.monthsTrading` | count | 0 … 1,000,000 |
/// | `profile.marketPosition`, `profile.cyclicality`, `profile.countryRisk`, `litigation`, `evidence` | choice | |
/// | `signals`, `knockOuts` | yes or no | |
///
/// A current ratio, cash flow cover or interest cover without liabilities or interest is in its best band, or in its worst
/// when what stands above them is negative. A knock-out makes score 0, grade E and default certain, whatever else is known.
///
/// # Errors
/// [`Problem::InsufficientData`] on `factors.` and the heaviest unanswered one, when the answered factors carry less
/// than 40 % of the weight and nothing knocks the buyer out.
///
/// # Source
/// Criteria S27, S50, S52, S58 to S61, S64; treatment S57; review S30; alarms S6, S13, S15. Weights, bands and odds are the
/// policy's own. Z′ and Z″: Altman.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Days, IsoDate, Options, Ratio, score::{PaymentInput, Score, ScoreInput, YearInput}};
///
/// let mut input = ScoreInput::new(IsoDate::parse("2025-06-15").unwrap());
/// let mut year = YearInput::new();
/// (year.total_assets, year.total_liabilities) = (Some(100.into()), Some(40.into()));
/// (year.current_assets, year.current_liabilities) = (Some(100.into()), Some(100.into()));
/// input.years = Some(vec![year]);
/// let mut payment = PaymentInput::new();
/// (payment.average_days_late, payment.overdue_share) = (Some(Days::of("30")), Some(Ratio::of("0.15")));
/// input.payment = Some(payment);
/// let report = Score::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.score.unwrap().as_str(), "50.0");
/// assert_eq!(report.result.probability_of_default.unwrap().as_str(), "0.050000");
/// ```
pub struct Score;

impl Calculator for Score {
    const ID: &'static str = "score";
    type Input = ScoreInput;
    type Result = ScoreResult;

    fn figures(input: &ScoreInput, options: &Options, record: &mut Recorder) -> Result<ScoreResult, InputError> {
        let facts = Facts::of(input, &options.policy);
        let factors = facts.factors(&options.policy.score, record);
        let sums = Sums::of(&factors);
        let most_informative = heaviest_open(&factors);
        let knocked_out = input.knock_outs.as_ref().is_some_and(|knock_outs| {
            knock_outs.insolvency_proceedings() == Some(true) || knock_outs.dishonest_judgment_debtor() == Some(true)
        });
        let minimum = Exact::from(options.policy.score.minimum_coverage.0);
        let enough = sums.coverage.known().is_some_and(|coverage| *coverage >= minimum) && sums.score.known().is_some();
        if !enough && !knocked_out {
            let field = format!("factors.{}", most_informative.unwrap_or_default());
            return Err(InputError { issues: vec![Issue::new(field, Problem::InsufficientData)] });
        }
        Ok(facts.result(factors, sums, most_informative, knocked_out, record))
    }
}

/// The warning signals with the rule that names each.
const SIGNALS: [(&str, &str); 7] = [
    ("payablesStretching", "S58"),
    ("keyStaffChanges", "S59"),
    ("supplierDisputes", "S59"),
    ("contactChanges", "S61"),
    ("negativeNews", "S61"),
    ("policyTightening", "S60"),
    ("demandShrinking", "S60"),
];

/// How many signals must be answered for their number to say something.
const ENOUGH_SIGNALS: usize = 4;

/// The answers, with blanks for the groups that were left out.
struct Facts<'a> {
    input: &'a ScoreInput,
    policy: &'a Policy,
    payment: PaymentInput,
    profile: ProfileInput,
    signals: [Option<bool>; 7],
    /// The newest year and the one before.
    newest: Year,
    older: Year,
}

/// A fiscal year as the formulas use it.
struct Year {
    total_assets: Quantity,
    total_liabilities: Quantity,
    current_assets: Quantity,
    current_liabilities: Quantity,
    revenue: Quantity,
    ebit: Quantity,
    retained_earnings: Quantity,
    operating_cash_flow: Quantity,
    interest_expense: Quantity,
}

impl Year {
    /// The year in a row of the list, all its fields missing when there is no such row.
    fn of(years: &[YearInput], row: usize) -> Self {
        let blank = YearInput::new();
        let year = years.get(row).unwrap_or(&blank);
        Self {
            total_assets: year.total_assets().in_row(row),
            total_liabilities: year.total_liabilities().in_row(row),
            current_assets: year.current_assets().in_row(row),
            current_liabilities: year.current_liabilities().in_row(row),
            revenue: year.revenue().in_row(row),
            ebit: year.ebit().in_row(row),
            retained_earnings: year.retained_earnings().in_row(row),
            operating_cash_flow: year.operating_cash_flow().in_row(row),
            interest_expense: year.interest_expense().in_row(row),
        }
    }

    fn debt_ratio(&self) -> Quantity {
        &self.total_liabilities / &self.total_assets
    }

    fn current_ratio(&self) -> Quantity {
        &self.current_assets / &self.current_liabilities
    }

    fn cash_flow_cover(&self) -> Quantity {
        &self.operating_cash_flow / &self.current_liabilities
    }
}

/// A factor as it is judged.
struct Judged {
    id: &'static str,
    weight: Points,
    value: Option<FactorValue>,
    points: Option<Points>,
    lack: Option<Lack>,
}

impl Judged {
    /// A number that the bands judge.
    fn measured(
        id: &'static str,
        factor: &MeasuredFactor,
        value: &Quantity,
        shown: &dyn Fn(&Exact) -> FactorValue,
    ) -> Self {
        let (value, points, lack) = match value.value() {
            Ok(value) => (Some(shown(value)), Some(factor.bands.points(value)), None),
            Err(lack) => (None, None, Some(lack.clone())),
        };
        Self { id, weight: factor.weight, value, points, lack }
    }

    /// The cover of something by something: where there is nothing to cover, only a negative cover is bad.
    fn cover(
        id: &'static str,
        factor: &MeasuredFactor,
        cover: &Quantity,
        covered: &Quantity,
        shown: &dyn Fn(&Exact) -> FactorValue,
    ) -> Self {
        let mut judged = Self::measured(id, factor, &(cover / covered), shown);
        if judged.lack == Some(Lack::ZeroDenominator) {
            judged.points =
                cover.known().map(|cover| if cover.is_negative() { factor.bands.worst() } else { factor.bands.best() });
        }
        judged
    }

    /// A number of things; left out, `needs` says what to answer.
    fn counted(id: &'static str, factor: &MeasuredFactor, count: Option<u32>, needs: Vec<Cow<'static, str>>) -> Self {
        let quantity = count.map_or_else(|| Quantity::lacking(Lack::Missing(needs)), |count| Quantity::fact(id, count));
        Self::measured(id, factor, &quantity, &|_| FactorValue::Count(count.unwrap_or_default()))
    }

    /// A choice with the points that it earns.
    fn chosen(id: &'static str, weight: Points, choice: Option<(&'static str, Points)>, path: &'static str) -> Self {
        Self {
            id,
            weight,
            value: choice.map(|(word, _)| FactorValue::Choice(word)),
            points: choice.map(|(_, points)| points),
            lack: match choice {
                Some(_) => None,
                None => Some(Lack::Missing(vec![path.into()])),
            },
        }
    }
}

/// The unanswered factor of the greatest weight, the first one on a tie.
fn heaviest_open(factors: &[Judged]) -> Option<&'static str> {
    let mut heaviest: Option<&Judged> = None;
    for factor in factors.iter().filter(|factor| factor.points.is_none()) {
        if heaviest.is_none_or(|most| factor.weight > most.weight) {
            heaviest = Some(factor);
        }
    }
    heaviest.map(|factor| factor.id)
}

/// The sums over the factors and what follows from them.
struct Sums {
    answered: Quantity,
    score: Quantity,
    low: Quantity,
    high: Quantity,
    coverage: Quantity,
}

impl Sums {
    fn of(factors: &[Judged]) -> Self {
        let (mut all, mut answered, mut points) = (Exact::ZERO, Exact::ZERO, Exact::ZERO);
        for factor in factors {
            let weight = Exact::from(factor.weight.0);
            all = all + &weight;
            if let Some(earned) = factor.points {
                answered = answered + &weight;
                points = points + weight * Exact::from(earned.0);
            }
        }
        let open = Quantity::fact("openWeight", &all - &answered);
        let all = Quantity::fact("allWeight", all);
        let answered = Quantity::fact("answeredWeight", answered);
        let points = Quantity::fact("weightedPoints", points);
        Self {
            score: &points / &answered,
            low: &points / &all,
            high: (&points + open * Quantity::number(100)) / &all,
            coverage: &answered / &all,
            answered,
        }
    }
}

impl<'a> Facts<'a> {
    fn of(input: &'a ScoreInput, policy: &'a Policy) -> Self {
        let signals = input.signals.clone().unwrap_or_else(SignalsInput::new);
        Self {
            input,
            policy,
            payment: input.payment.clone().unwrap_or_else(PaymentInput::new),
            profile: input.profile.clone().unwrap_or_else(ProfileInput::new),
            signals: [
                signals.payables_stretching,
                signals.key_staff_changes,
                signals.supplier_disputes,
                signals.contact_changes,
                signals.negative_news,
                signals.policy_tightening,
                signals.demand_shrinking,
            ],
            newest: Year::of(input.years(), 0),
            older: Year::of(input.years(), 1),
        }
    }

    /// Whether the buyer asks for longer terms again and again (S15).
    fn asks_often(&self) -> bool {
        self.payment
            .extension_requests
            .is_some_and(|requests| requests >= self.policy.score.frequent_extension_requests)
    }

    /// All fifteen factors.
    fn factors(&self, policy: &ScorePolicy, record: &Recorder) -> Vec<Judged> {
        let (factors, year) = (&policy.factors, &self.newest);
        let (payment, profile) = (&self.payment, &self.profile);
        let ratio = |value: &Exact| FactorValue::Figure(record.printed(Unit::Ratio, value));
        let days = |value: &Exact| FactorValue::Figure(record.printed(Unit::Days, value));
        let trend = &year.revenue / &self.older.revenue - Quantity::number(1);
        vec![
            Judged::measured("debtRatio", &factors.debt_ratio, &year.debt_ratio(), &ratio),
            Judged::cover(
                "currentRatio",
                &factors.current_ratio,
                &year.current_assets,
                &year.current_liabilities,
                &ratio,
            ),
            Judged::cover(
                "cashFlowCover",
                &factors.cash_flow_cover,
                &year.operating_cash_flow,
                &year.current_liabilities,
                &ratio,
            ),
            Judged::cover("interestCover", &factors.interest_cover, &year.ebit, &year.interest_expense, &ratio),
            Judged::measured("revenueTrend", &factors.revenue_trend, &trend, &ratio),
            Judged::measured("averageDaysLate", &factors.average_days_late, &payment.average_days_late(), &days),
            Judged::measured("overdueShare", &factors.overdue_share, &payment.overdue_share(), &ratio),
            Judged::counted(
                "dishonouredBills",
                &factors.dishonoured_bills,
                payment.dishonoured_bills,
                vec!["payment.dishonouredBills".into()],
            ),
            Judged::counted(
                "yearsInBusiness",
                &factors.years_in_business,
                profile.years_in_business,
                vec!["profile.yearsInBusiness".into()],
            ),
            Judged::counted(
                "monthsTrading",
                &factors.months_trading,
                profile.months_trading.filter(|months| *months > 0),
                vec!["profile.monthsTrading".into()],
            ),
            self.market_position(policy),
            self.cyclicality(policy),
            self.country_risk(policy),
            self.litigation(policy),
            self.warning_signals(policy),
        ]
    }

    fn market_position(&self, policy: &ScorePolicy) -> Judged {
        let factor = &policy.factors.market_position;
        let choice = self.profile.market_position.map(|position| {
            let points = match position {
                MarketPosition::Leader => factor.points.leader,
                MarketPosition::Established => factor.points.established,
                MarketPosition::Follower => factor.points.follower,
                MarketPosition::Marginal => factor.points.marginal,
            };
            (position.word(), points)
        });
        Judged::chosen("marketPosition", factor.weight, choice, "profile.marketPosition")
    }

    fn cyclicality(&self, policy: &ScorePolicy) -> Judged {
        let factor = &policy.factors.cyclicality;
        let choice = self.profile.cyclicality.map(|cyclicality| {
            let points = match cyclicality {
                Cyclicality::Low => factor.points.low,
                Cyclicality::Medium => factor.points.medium,
                Cyclicality::High => factor.points.high,
            };
            (cyclicality.word(), points)
        });
        Judged::chosen("cyclicality", factor.weight, choice, "profile.cyclicality")
    }

    fn country_risk(&self, policy: &ScorePolicy) -> Judged {
        let factor = &policy.factors.country_risk;
        let choice = self.profile.country_risk.map(|risk| {
            let points = match risk {
                CountryRisk::Low => factor.points.low,
                CountryRisk::Medium => factor.points.medium,
                CountryRisk::Sensitive => factor.points.sensitive,
                CountryRisk::High => factor.points.high,
            };
            (risk.word(), points)
        });
        Judged::chosen("countryRisk", factor.weight, choice, "profile.countryRisk")
    }

    fn litigation(&self, policy: &ScorePolicy) -> Judged {
        let factor = &policy.factors.litigation;
        let choice = self.input.litigation.map(|litigation| {
            let points = match litigation {
                Litigation::None => factor.points.none,
                Litigation::Minor => factor.points.minor,
                Litigation::Major => factor.points.major,
            };
            (litigation.word(), points)
        });
        Judged::chosen("litigation", factor.weight, choice, "litigation")
    }

    /// How many signals there are, once enough of them are answered.
    fn warning_signals(&self, policy: &ScorePolicy) -> Judged {
        let answered = self.signals.iter().flatten().count();
        let ringing = self.signals.iter().filter(|signal| **signal == Some(true));
        let number = ringing.count().saturating_add(self.asks_often().into());
        let open = SIGNALS.iter().zip(self.signals);
        let needs = open
            .filter(|(_, answer)| answer.is_none())
            .map(|((name, _), _)| Cow::from(format!("signals.{name}")))
            .take(ENOUGH_SIGNALS.saturating_sub(answered))
            .collect();
        Judged::counted(
            "warningSignals",
            &policy.factors.warning_signals,
            u32::try_from(number).ok().filter(|_| answered >= ENOUGH_SIGNALS),
            needs,
        )
    }

    fn result(
        &self,
        factors: Vec<Judged>,
        sums: Sums,
        most_informative: Option<&'static str>,
        knocked_out: bool,
        record: &mut Recorder,
    ) -> ScoreResult {
        let policy = &self.policy.score;
        let evidence = match self.input.evidence() {
            Some(EvidenceKind::Audited) => policy.evidence.audited,
            Some(EvidenceKind::BankStatements) => policy.evidence.bank_statements,
            Some(EvidenceKind::None) => policy.evidence.none,
            Some(EvidenceKind::Management) | None => policy.evidence.management,
        };
        let confidence = &sums.coverage * Quantity::fact("evidenceTrust", Exact::from(evidence.0));
        let low_confidence = Quantity::fact("lowConfidence", Exact::from(policy.low_confidence.0));
        let trusted = confidence.compare(&low_confidence).is_some_and(std::cmp::Ordering::is_ge);
        let nothing = Quantity::number(0);
        let (score, low, high) =
            if knocked_out { (&nothing, &nothing, &nothing) } else { (&sums.score, &sums.low, &sums.high) };
        let uncapped = match score.known() {
            Some(score) if !knocked_out => Grade::of(score, &policy.grades),
            _ => Grade::E,
        };
        let capped = !trusted && matches!(uncapped, Grade::A | Grade::B);
        let grade = if capped { Grade::C } else { uncapped };
        let probability = if knocked_out { Quantity::number(1) } else { default_probability(score, policy) };
        let tier = grade.tier();
        let review = &self.policy.review;
        let interval = match tier {
            Tier::Restricted => review.restricted_months,
            Tier::Preferred | Tier::Standard => review.months,
        };

        let score = record.figure("score", Unit::Points, score);
        let score_low = record.figure("scoreLow", Unit::Points, low);
        let score_high = record.figure("scoreHigh", Unit::Points, high);
        let coverage = record.figure("coverage", Unit::Ratio, &sums.coverage);
        let confidence_figure = record.figure("confidence", Unit::Ratio, &confidence);
        let probability_of_default = record.figure("probabilityOfDefault", Unit::Ratio, &probability);
        let factors = factors.into_iter().map(|factor| explained(factor, &sums.answered, record)).collect();
        let (z_score, z_distress) = self.z_score(record);
        let trend = self.trend(record);

        record.finding("knock_out", Severity::Critical, "S50", Some(knocked_out));
        if let Some((value, bound)) = &z_distress {
            record.alarm(&Alarm {
                code: "z_distress",
                severity: Severity::Critical,
                metric: "zScore.value",
                value,
                operator: Operator::Below,
                boundary: bound,
                source: "house",
            });
        }
        self.judge_figures(record);
        self.judge_signals(interval, record);
        record.alarm(&Alarm {
            code: "low_confidence",
            severity: Severity::Info,
            metric: "confidence",
            value: &confidence,
            operator: Operator::Below,
            boundary: &low_confidence,
            source: "house",
        });
        record.finding("grade_capped", Severity::Info, "house", Some(capped));

        ScoreResult {
            score,
            score_low,
            score_high,
            coverage,
            confidence: confidence_figure,
            grade,
            probability_of_default,
            tier,
            treatment: match tier {
                Tier::Preferred => Treatment::FlexibleTerms,
                Tier::Standard => Treatment::Security,
                Tier::Restricted => Treatment::Prepayment,
            },
            factors,
            most_informative,
            z_score,
            next_review: self.input.as_of.plus_months(interval),
            trend,
        }
    }

    /// The Z-score, and what its alarm compares.
    fn z_score(&self, record: &mut Recorder) -> (Option<ZScore>, Option<(Quantity, Quantity)>) {
        let year = &self.newest;
        let times = |coefficient, component: &Quantity| Quantity::literal(Ratio::of(coefficient).0) * component;
        let working_capital = (&year.current_assets - &year.current_liabilities) / &year.total_assets;
        let retained_earnings = &year.retained_earnings / &year.total_assets;
        let ebit = &year.ebit / &year.total_assets;
        let equity = (&year.total_assets - &year.total_liabilities) / &year.total_liabilities;
        let sales = &year.revenue / &year.total_assets;
        let (model, value, safe, distress) = if year.revenue.known().is_some() {
            let value = times("0.717", &working_capital)
                + times("0.847", &retained_earnings)
                + times("3.107", &ebit)
                + times("0.420", &equity)
                + times("0.998", &sales);
            (ZModel::Single, value, "2.90", "1.23")
        } else {
            let value = times("6.56", &working_capital)
                + times("3.26", &retained_earnings)
                + times("6.72", &ebit)
                + times("1.05", &equity);
            (ZModel::Double, value, "2.60", "1.10")
        };
        let safe = Quantity::literal(Ratio::of(safe).0);
        let distress = Quantity::literal(Ratio::of(distress).0);
        let zone = match value.value() {
            Err(lack) => {
                // What is missing, in the order of the fields.
                let inputs = &year.total_assets
                    + &year.total_liabilities
                    + &year.current_assets
                    + &year.current_liabilities
                    + &year.ebit
                    + &year.retained_earnings;
                record.gap("zScore", inputs.value().err().unwrap_or(lack));
                return (None, None);
            }
            Ok(_) if value.is_above(&safe) == Some(true) => Zone::Safe,
            Ok(_) if distress.is_above(&value) == Some(true) => Zone::Distress,
            Ok(_) => Zone::Grey,
        };
        let figure = record.figure("zScore.value", Unit::Ratio, &value);
        let mut component = |name: &str, quantity: &Quantity| {
            record.figure(&["zScore.components.", name].concat(), Unit::Ratio, quantity)
        };
        let components = ZComponents {
            working_capital: component("workingCapital", &working_capital),
            retained_earnings: component("retainedEarnings", &retained_earnings),
            ebit: component("ebit", &ebit),
            equity: component("equity", &equity),
            sales: match model {
                ZModel::Single => component("sales", &sales),
                ZModel::Double => None,
            },
        };
        let z_score = ZScore { model, value: figure, zone, components };
        (Some(z_score), Some((value, distress)))
    }

    fn trend(&self, record: &mut Recorder) -> Vec<TrendYear> {
        let rows = 0..self.input.years().len();
        rows.map(|row| {
            let year = Year::of(self.input.years(), row);
            let mut ratio = |name: &str, quantity: Quantity| match quantity.value() {
                Ok(value) => Some(record.printed(Unit::Ratio, value)),
                Err(lack) => {
                    record.gap(&format!("trend[{row}].{name}"), lack);
                    None
                }
            };
            TrendYear {
                debt_ratio: ratio("debtRatio", year.debt_ratio()),
                current_ratio: ratio("currentRatio", year.current_ratio()),
                cash_flow_cover: ratio("cashFlowCover", year.cash_flow_cover()),
            }
        })
        .collect()
    }

    fn judge_figures(&self, record: &mut Recorder) {
        let low = Quantity::literal(Decimal::new(12, 1));
        if record.alarm(&Alarm {
            code: "current_ratio_low",
            severity: Severity::Warning,
            metric: "factors.currentRatio",
            value: &self.newest.current_ratio(),
            operator: Operator::Below,
            boundary: &low,
            source: "S13",
        }) {
            record.cleared_by(&self.newest.current_liabilities, &(&self.newest.current_assets / &low));
        }
        let late = Quantity::number(15);
        let days_late = self.payment.average_days_late();
        if record.alarm(&Alarm {
            code: "paying_later",
            severity: Severity::Warning,
            metric: "factors.averageDaysLate",
            value: &days_late,
            operator: Operator::Above,
            boundary: &late,
            source: "S6",
        }) {
            record.cleared_by(&days_late, &late);
        }
    }

    fn judge_signals(&self, interval: u32, record: &mut Recorder) {
        record.finding(
            "frequent_extension_requests",
            Severity::Warning,
            "S15",
            self.payment.extension_requests.map(|_| self.asks_often()),
        );
        for ((name, source), answer) in SIGNALS.into_iter().zip(self.signals) {
            if answer == Some(true) {
                record.finding_about("early_warning", Severity::Warning, source, name, None);
            }
        }
        let due = self.input.last_review.map(|last| self.input.as_of >= last.plus_months(interval));
        record.finding("review_due", Severity::Warning, "S30", due);
    }
}

/// A factor as it is reported: its step or its gap, and what it adds to the score.
fn explained(factor: Judged, answered: &Quantity, record: &mut Recorder) -> Factor {
    let weight = Exact::from(factor.weight.0);
    let id = ["factors.", factor.id].concat();
    let contribution = factor.points.and_then(|points| {
        let contribution =
            Quantity::fact("weight", weight.clone()) * Quantity::fact("points", Exact::from(points.0)) / answered;
        // Factors without weight alone have no share to give.
        contribution.known()?;
        record.figure(&id, Unit::Points, &contribution)
    });
    if let Some(lack) = &factor.lack {
        record.gap(&id, lack);
    }
    let points = factor.points.map(|points| Exact::from(points.0));
    Factor {
        id: factor.id,
        value: factor.value,
        points: points.map(|points| record.printed(Unit::Points, &points)),
        weight: record.printed(Unit::Points, &weight),
        contribution,
    }
}
