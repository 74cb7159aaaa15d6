//! How much credit, on which terms?

use serde::Serialize;

use crate::calc::Calculator;
use crate::error::{InputError, Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::grade::{Grade, Tier, default_probability};
use crate::options::Options;
use crate::policy::Policy;
use crate::policy::sections::Terms;
use crate::quantity::{Currency, Days, Figure, Money, Points, Ratio, Unit};
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::{Answer, Count, Text};
use crate::schema::Range;
use crate::{choice, record};

choice! {
    /// The trade of a buyer; the usual terms hang on it.
    pub enum Sector {
        /// Manufacturing.
        Manufacturing = "manufacturing",
        /// Wholesale and retail.
        WholesaleRetail = "wholesaleRetail",
        /// Machinery.
        Machinery = "machinery",
        /// Pharmaceuticals.
        Pharma = "pharma",
        /// Commodities.
        Commodities = "commodities",
        /// Any other.
        Other = "other",
    }
}

record! {
    /// What [`Limit`] is computed from: exactly one of `grade` and `score`.
    pub struct LimitInput in "" {
        required {
            /// What the buyer buys in a month.
            monthly_purchases: Money = "monthlyPurchases".example(Text("1850000")),
            /// The terms asked for.
            terms_days: Days = "termsDays".example(Text("120")),
        }
        optional {
            /// Days by which payment may be put off beyond the terms.
            extension_days: Days = "extensionDays".default("0").example(Text("30")),
            /// The buyer's own turnover in a month.
            buyer_monthly_turnover: Money = "buyerMonthlyTurnover".example(Text("20300000")),
            /// The buyer's tangible net worth.
            tangible_net_worth: Money = "tangibleNetWorth".range(Range::SIGNED).example(Text("78288000")),
            /// The buyer's working capital.
            buyer_working_capital: Money = "buyerWorkingCapital".range(Range::SIGNED).example(Text("25800000")),
            /// Months of trading with the buyer.
            months_trading: u32 = "monthsTrading".default("0").example(Count(26)),
            /// Whether it has performed well.
            good_performance: bool = "goodPerformance".default("false").example(Answer(true)),
            /// The grade of the buyer.
            grade: Grade = "grade".example(Text("B")),
            /// The score of the buyer, instead of its grade.
            score: Points = "score",
            /// The probability of default in 12 months; from the score when left out.
            probability_of_default: Ratio = "probabilityOfDefault".example(Text("0.0142")),
            /// The share of a claim that is lost when the buyer fails.
            loss_given_default: Ratio = "lossGivenDefault".policy("0.6").example(Text("0.6")),
            /// The seller's sales of a year.
            seller_annual_sales: Money = "sellerAnnualSales".range(Range::of(0, 10_000_000_000_000).above_min()).example(Text("162000000")),
            /// The loss the seller can bear.
            loss_capacity: Money = "lossCapacity".example(Text("1200000")),
            /// The limit that the credit insurer gives for the buyer.
            insurer_limit: Money = "insurerLimit".example(Text("9000000")),
            /// The insured share of a loss.
            insured_percentage: Ratio = "insuredPercentage".range(Range::SHARE.above_min()).policy("0.9").example(Text("0.9")),
            /// What the buyer owes now.
            open_receivables: Money = "openReceivables".default("0").example(Text("6240000")),
            /// What it has ordered and not yet received.
            undelivered_orders: Money = "undeliveredOrders".default("0").example(Text("1130000")),
            /// The buyer's trade.
            sector: Sector = "sector".default("other").example(Text("machinery")),
            /// Whether payment is secured, by a guarantee or collateral.
            secured: bool = "secured".default("false").example(Answer(false)),
        }
    }
}

/// The figures of [`Limit`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LimitResult {
    /// What each of the seven methods gives.
    pub methods: Vec<Method>,
    /// The least of them, 0 when the tier is restricted and not secured. Money.
    pub exact_limit: Option<Figure>,
    /// The method that gives it, the first on a tie; `tier` when the tier made it 0.
    pub binding: &'static str,
    /// The same rounded down to significant digits. Money.
    pub recommended_limit: Option<Figure>,
    /// What is missing to the need. Money.
    pub shortfall: Option<Figure>,
    /// Open receivables + undelivered orders. Money.
    pub exposure: Option<Figure>,
    /// Exposure / recommended limit (S10). Ratio.
    pub utilisation: Option<Figure>,
    /// Recommended limit − exposure. Money.
    pub headroom: Option<Figure>,
    /// The terms that are usual in the sector.
    pub recommended_terms: RecommendedTerms,
    /// Whether security should be asked for: the terms are long (S5) or the tier is standard (S57).
    pub security_required: bool,
    /// Who decides (S54, S62).
    pub approval: Approval,
    /// Probability of default · loss given default · recommended limit. Money.
    pub expected_loss: Option<Figure>,
    /// The part of it that no insurer pays. Money.
    pub retained_expected_loss: Option<Figure>,
}

/// A way to find a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Method {
    /// Which.
    pub id: &'static str,
    /// What it gives, or null. Money.
    pub amount: Option<Figure>,
}

/// The terms that are usual in a sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct RecommendedTerms {
    /// The shortest. Days.
    pub min: Option<Figure>,
    /// The longest. Days.
    pub max: Option<Figure>,
}

/// Who decides on a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Approval {
    /// Nobody has to.
    Auto,
    /// The finance department.
    Finance,
    /// The management.
    Management,
}

/// How much credit, on which terms?
///
/// The least of what seven methods give, rounded down:
///
/// - `need = monthlyPurchases × (termsDays + extensionDays) ÷ 30`
/// - `ladder = buyerMonthlyTurnover × 0.20`, or `× 0.50` after 6 months of good performance
/// - `netWorth = max(0, tangibleNetWorth) ×` the grade's share
/// - `workingCapital = max(0, buyerWorkingCapital) ×` the grade's share
/// - `concentration = 0.20 × sellerAnnualSales × (termsDays + extensionDays) ÷ 365`
/// - `insurer = insurerLimit`
/// - `lossCapacity = lossCapacity ÷ (lossGivenDefault × (1 − insuredPercentage))`, the last factor with an insurer's limit only
///
/// | input | unit | range |
/// |---|---|---|
/// | `monthlyPurchases` (required), `buyerMonthlyTurnover`, `lossCapacity`, `insurerLimit`, `openReceivables`, `undeliveredOrders` | money | 0 … 10^13 |
/// | `tangibleNetWorth`, `buyerWorkingCapital` | money | −10^13 … 10^13 |
/// | `sellerAnnualSales` | money | above 0 … 10^13 |
/// | `termsDays` (required), `extensionDays` | days | 0 … 36,500 |
/// | `monthsTrading` | count | 0 … 1,000,000 |
/// | `score` | points | 0 … 100 |
/// | `probabilityOfDefault`, `lossGivenDefault` | fraction | 0 … 1 |
/// | `insuredPercentage` | fraction | above 0 … 1 |
/// | `grade`, `sector` | choice | |
///
/// # Errors
/// On `grade`: [`Problem::Required`] without `grade` and `score`, [`Problem::Inconsistent`] with both.
///
/// # Source
/// Ladder S1, S2; concentration S9; terms S3, S4, S5, S34; utilisation S10; treatment S57; approval S54, S62; shares S65;
/// loss capacity S105.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, grade::Grade, limit::{Limit, LimitInput}};
///
/// let mut input = LimitInput::new(50_000.into(), 30.into());
/// input.grade = Some(Grade::B);
/// input.tangible_net_worth = Some(186_000.into());
/// let report = Limit::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.exact_limit.unwrap().as_str(), "27900.00");
/// assert_eq!(report.result.recommended_limit.unwrap().as_str(), "27000.00");
/// assert_eq!(report.result.binding, "netWorth");
/// ```
pub struct Limit;

impl Calculator for Limit {
    const ID: &'static str = "limit";
    type Input = LimitInput;
    type Result = LimitResult;

    fn contradictions(input: &LimitInput, _: &Options, issues: &mut Issues) {
        let grade = Path::Key(&Path::Root(""), "grade");
        // A score that could not be read was given all the same.
        let score = input.score.is_some() || !issues.none_at(&["score"]);
        match (input.grade, score) {
            (Some(_), true) => issues.add(&grade, Problem::Inconsistent),
            (None, false) => issues.add(&grade, Problem::Required),
            _ => {}
        }
    }

    fn figures(input: &LimitInput, options: &Options, record: &mut Recorder) -> Result<LimitResult, InputError> {
        Ok(Facts::of(input, options).figures(record))
    }
}

/// What the figures are made of.
struct Facts<'a> {
    input: &'a LimitInput,
    policy: &'a Policy,
    currency: Currency,
    grade: Grade,
    /// A restricted buyer without security gets no credit.
    closed: bool,
    purchases: Quantity,
    terms: Quantity,
    sales: Quantity,
    loss_given_default: Quantity,
    /// The share of a loss that no insurer pays.
    retained: Quantity,
    exposure: Quantity,
}

/// What a method gives, and the rule that it follows.
struct Found {
    id: &'static str,
    amount: Quantity,
    source: Option<&'static str>,
    /// Left out without a gap: it has nothing to say.
    silent: bool,
}

impl<'a> Facts<'a> {
    fn of(input: &'a LimitInput, options: &'a Options) -> Self {
        let policy = &options.policy;
        let grade = input.grade.unwrap_or_else(|| {
            let score = input.score.map_or(Exact::ZERO, |score| Exact::from(score.0));
            Grade::of(&score, &policy.score.grades)
        });
        let insured = input.insured_percentage().or_policy(policy.cover.insured_percentage.0);
        Self {
            input,
            policy,
            currency: options.currency,
            grade,
            closed: grade.tier() == Tier::Restricted && input.secured() != Some(true),
            purchases: input.monthly_purchases(),
            terms: input.terms_days(),
            sales: input.seller_annual_sales(),
            loss_given_default: input.loss_given_default().or_policy(policy.limit.loss_given_default.0),
            retained: match input.insurer_limit {
                Some(_) => Quantity::number(1) - insured,
                None => Quantity::number(1),
            },
            exposure: input.open_receivables() + input.undelivered_orders(),
        }
    }

    /// Whether the buyer has proved itself (S2).
    fn proven(&self) -> bool {
        self.input.good_performance() == Some(true)
            && self.input.months_trading().is_some_and(|months| months >= self.policy.limit.ladder.proven_after_months)
    }

    /// What the seven methods give for such purchases on such terms.
    fn methods(&self, purchases: &Quantity, terms: &Quantity) -> [Found; 7] {
        let (input, policy) = (self.input, &self.policy.limit);
        let secured = input.secured() == Some(true);
        let days = terms + input.extension_days();
        let found = |id, amount, source| Found { id, amount, source, silent: false };
        let by_grade = |id, base: Quantity, name, share: Ratio| Found {
            id,
            amount: base.at_least_zero() * Quantity::fact(name, Exact::from(share.0)),
            source: Some("S65"),
            // Security stands in for what the buyer itself is not good for.
            silent: secured && share.0.is_zero(),
        };
        let (step, rule) = if self.proven() {
            (Quantity::fact("ladderProven", Exact::from(policy.ladder.proven.0)), "S2")
        } else {
            (Quantity::fact("ladderFirst", Exact::from(policy.ladder.first.0)), "S1")
        };
        let lost = if input.insurer_limit.is_some() {
            &self.loss_given_default * &self.retained
        } else {
            self.loss_given_default.clone()
        };
        [
            found("need", purchases * &days / Quantity::number(30), None),
            found("ladder", input.buyer_monthly_turnover() * step, Some(rule)),
            by_grade(
                "netWorth",
                input.tangible_net_worth(),
                "netWorthShare",
                self.grade.share(&policy.net_worth_share),
            ),
            by_grade(
                "workingCapital",
                input.buyer_working_capital(),
                "workingCapitalShare",
                self.grade.share(&policy.working_capital_share),
            ),
            found(
                "concentration",
                self.concentration_share() * &self.sales * &days / Quantity::number(365),
                Some("S9"),
            ),
            found("insurer", input.insurer_limit(), Some("S100")),
            found("lossCapacity", input.loss_capacity() / lost, Some("S105")),
        ]
    }

    fn concentration_share(&self) -> Quantity {
        Quantity::fact("concentrationShare", Exact::from(self.policy.limit.concentration_share.0))
    }

    /// The least of the methods and its name; nothing for a restricted buyer without security.
    fn least(&self, methods: &[Found]) -> (Quantity, &'static str) {
        if self.closed {
            return (Quantity::number(0), "tier");
        }
        let mut least: Option<(Quantity, &Found)> = None;
        for method in methods.iter().filter(|method| !method.silent && method.amount.known().is_some()) {
            least = Some(match least {
                None => (method.amount.clone(), method),
                Some((amount, binding)) => {
                    let binding = if binding.amount.is_above(&method.amount) == Some(true) { method } else { binding };
                    (amount.min(&method.amount), binding)
                }
            });
        }
        // The need is always known.
        least.map_or((Quantity::number(0), "need"), |(amount, method)| (amount, method.id))
    }

    /// A limit as it is recommended: to a few significant digits, and to the minor unit.
    fn rounded_down(&self, limit: &Quantity) -> Quantity {
        limit.floored_to_digits(self.policy.limit.significant_digits).floored(Unit::Money.places(self.currency))
    }

    fn figures(&self, record: &mut Recorder) -> LimitResult {
        let methods = self.methods(&self.purchases, &self.terms);
        let rows = methods.iter().map(|method| Method {
            id: method.id,
            amount: if method.silent {
                None
            } else {
                let id = ["methods.", method.id].concat();
                record.sourced(&id, Unit::Money, &method.amount, method.source)
            },
        });
        let rows = rows.collect();
        let (exact, binding) = self.least(&methods);
        let [need, ..] = &methods;
        let need = &need.amount;
        let rounded_down = self.rounded_down(&exact);
        // A rounded amount: from here on it has a name of its own.
        let limit = rounded_down
            .known()
            .map_or_else(|| rounded_down.clone(), |amount| Quantity::fact("recommendedLimit", amount.clone()));
        let shortfall = (need - &exact).at_least_zero();
        let usual = self.usual_terms();
        let long = self.policy.limit.security_terms_days;
        let terms_are_long = self.input.terms_days > long;
        let security_required = terms_are_long || self.grade.tier() == Tier::Standard;
        let expected_loss = self.default_probability() * &self.loss_given_default * &limit;
        let retained_loss = match self.input.insurer_limit {
            Some(_) => &expected_loss * &self.retained,
            None => expected_loss.clone(),
        };

        let result = LimitResult {
            methods: rows,
            exact_limit: record.figure("exactLimit", Unit::Money, &exact),
            binding,
            recommended_limit: record.figure("recommendedLimit", Unit::Money, &rounded_down),
            shortfall: record.figure("shortfall", Unit::Money, &shortfall),
            exposure: record.figure("exposure", Unit::Money, &self.exposure),
            utilisation: record.sourced("utilisation", Unit::Ratio, &(&self.exposure / &limit), Some("S10")),
            headroom: record.figure("headroom", Unit::Money, &(&limit - &self.exposure)),
            recommended_terms: RecommendedTerms {
                min: record.figure(
                    "recommendedTerms.min",
                    Unit::Days,
                    &Quantity::fact("shortestTerms", Exact::from(usual.min.0)),
                ),
                max: record.figure(
                    "recommendedTerms.max",
                    Unit::Days,
                    &Quantity::fact("longestTerms", Exact::from(usual.max.0)),
                ),
            },
            security_required,
            approval: Approval::Finance,
            expected_loss: record.figure("expectedLoss", Unit::Money, &expected_loss),
            retained_expected_loss: record.figure("retainedExpectedLoss", Unit::Money, &retained_loss),
        };
        self.judge_use(&limit, record);
        self.judge_need(&shortfall, &methods, &limit, record);
        if self.input.secured() != Some(true) {
            record.finding(
                "security_required",
                Severity::Warning,
                if terms_are_long { "S5" } else { "S57" },
                Some(security_required),
            );
        }
        self.judge_terms(usual, &limit, record);
        self.judge_concentration(&limit, record);
        self.judge_growth(record);
        LimitResult { approval: self.approval(&limit, record), ..result }
    }

    fn default_probability(&self) -> Quantity {
        let given = self.input.probability_of_default();
        match self.input.score {
            Some(_) if given.known().is_none() => default_probability(&self.input.score(), &self.policy.score),
            _ => given,
        }
    }

    fn usual_terms(&self) -> &Terms {
        let terms = &self.policy.limit.terms;
        match self.input.sector() {
            Some(Sector::Manufacturing) => &terms.manufacturing,
            Some(Sector::WholesaleRetail) => &terms.wholesale_retail,
            Some(Sector::Machinery) => &terms.machinery,
            Some(Sector::Pharma) => &terms.pharma,
            Some(Sector::Commodities) => &terms.commodities,
            Some(Sector::Other) | None => &terms.other,
        }
    }

    fn approval(&self, limit: &Quantity, record: &Recorder) -> Approval {
        let most = Exact::from(self.policy.limit.auto_approval_limit.0);
        let small = limit.known().is_some_and(|limit| *limit <= most);
        let (findings, _) = record.judged();
        let critical = findings.iter().any(|finding| finding.severity == Severity::Critical);
        match self.grade {
            Grade::D | Grade::E => Approval::Management,
            Grade::A | Grade::B if small && !critical => Approval::Auto,
            _ => Approval::Finance,
        }
    }

    /// Whether a limit for other purchases or terms is no less than the exposure, or the present one is already.
    ///
    /// Less purchases or shorter terms lower the need and with it the limit.
    fn is_harmless(&self, purchases: &Quantity, terms: &Quantity, limit: &Quantity) -> bool {
        let (exact, _) = self.least(&self.methods(purchases, terms));
        let changed = self.rounded_down(&exact);
        self.exposure.is_above(limit) == Some(true) || self.exposure.is_above(&changed) == Some(false)
    }

    fn judge_use(&self, limit: &Quantity, record: &mut Recorder) {
        let receivables = self.input.open_receivables();
        let orders = self.input.undelivered_orders();
        let used = |code, severity, boundary| Alarm {
            code,
            severity,
            metric: "exposure",
            value: &self.exposure,
            operator: Operator::Above,
            boundary,
            source: "S10",
        };
        let over = record.alarm(&used("utilisation_over", Severity::Critical, limit));
        if over {
            record.cleared_by(&receivables, &(limit - &orders));
        }
        record.finding("prepayment_required", Severity::Critical, "S57", Some(self.closed));
        let high = Quantity::fact("utilisationHigh", Exact::from(self.policy.limit.utilisation_high.0)) * limit;
        if record.alarm_if(!over, &used("utilisation_high", Severity::Warning, &high)) {
            record.cleared_by(&receivables, &(&high - &orders));
        }
    }

    fn judge_need(&self, shortfall: &Quantity, methods: &[Found], limit: &Quantity, record: &mut Recorder) {
        if record.alarm(&Alarm {
            code: "limit_below_need",
            severity: Severity::Warning,
            metric: "shortfall",
            value: shortfall,
            operator: Operator::Above,
            boundary: &Quantity::number(0),
            source: "house",
        }) {
            let (others, _) = self.least(methods.get(1..).unwrap_or_default());
            let days = &self.terms + self.input.extension_days();
            let target = others * Quantity::number(30) / days;
            record.cleared_by_if(&self.purchases, &target, |purchases| self.is_harmless(purchases, &self.terms, limit));
        }
    }

    fn judge_terms(&self, usual: &Terms, limit: &Quantity, record: &mut Recorder) {
        let longest = Quantity::fact("longestTerms", Exact::from(usual.max.0));
        if record.alarm(&Alarm {
            code: "terms_beyond_sector",
            severity: Severity::Warning,
            metric: "",
            value: &self.terms,
            operator: Operator::Above,
            boundary: &longest,
            source: match self.input.sector() {
                Some(Sector::Manufacturing) => "S3",
                _ => "S4",
            },
        }) {
            record.cleared_by_if(&self.terms, &longest, |terms| self.is_harmless(&self.purchases, terms, limit));
        }
    }

    fn judge_concentration(&self, limit: &Quantity, record: &mut Recorder) {
        let share = self.concentration_share();
        let year = Quantity::number(12);
        if record.alarm(&Alarm {
            code: "concentration_high",
            severity: Severity::Warning,
            metric: "",
            value: &(&year * &self.purchases / &self.sales),
            operator: Operator::Above,
            boundary: &share,
            source: "S9",
        }) {
            let target = share * &self.sales / year;
            record.cleared_by_if(&self.purchases, &target, |purchases| self.is_harmless(purchases, &self.terms, limit));
        }
    }

    fn judge_growth(&self, record: &mut Recorder) {
        let long = self.input.terms_days > Days::of("90");
        record.finding(
            "staged_payment",
            Severity::Info,
            "S34",
            Some(self.input.sector() == Some(Sector::Machinery) && long),
        );
        if self.input.buyer_monthly_turnover.is_some() && !self.proven() {
            let upper = Exact::from(self.policy.limit.ladder.proven.0);
            record.finding_about(
                "ladder_step_up",
                Severity::Info,
                "S2",
                "methods.ladder",
                Some(&(self.input.buyer_monthly_turnover() * Quantity::fact("ladderProven", upper))),
            );
        }
    }
}
