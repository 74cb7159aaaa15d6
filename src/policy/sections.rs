//! The thresholds of everything but the scorecard.

use std::borrow::Cow;

use serde::Serialize;

use crate::choice;
use crate::error::{Issues, Path, Problem};
use crate::policy::setting::{ascending, leaf_settings, plain, settings};
use crate::quantity::{Days, Money, Ratio};
use crate::schema::{FieldSpec, FieldType, Kind, Range};
use crate::value::Value;

settings! {
    /// The ladder of a growing relationship.
    pub struct Ladder {
        /// Share of the buyer's monthly turnover for a first order.
        first: Ratio = "first", Ratio::of("0.20");
        /// Share once the buyer has proved itself.
        proven: Ratio = "proven", Ratio::of("0.50");
        /// From how many months of good performance on that is.
        proven_after_months: u32 = "provenAfterMonths", 6;
    }
}

settings! {
    /// A share for each grade.
    pub struct GradeShares {
        /// Grade A.
        a: Ratio = "A", Ratio::of("0.20");
        /// Grade B.
        b: Ratio = "B", Ratio::of("0.15");
        /// Grade C.
        c: Ratio = "C", Ratio::of("0.10");
        /// Grade D.
        d: Ratio = "D", Ratio::of("0.05");
        /// Grade E.
        e: Ratio = "E", Ratio::of("0");
    }
}

settings! {
    /// The terms that are usual in a sector.
    pub struct Terms {
        /// The shortest.
        min: Days = "min", Days::of("0");
        /// The longest.
        max: Days = "max", Days::of("90");
    }
    check |terms, at, issues| {
        if terms.max < terms.min {
            issues.add(&Path::Key(at, "max"), Problem::Inconsistent);
        }
    }
}

const fn terms(min: &str, max: &str) -> Terms {
    Terms { min: Days::of(min), max: Days::of(max) }
}

settings! {
    /// The terms of each sector.
    pub struct SectorTerms {
        /// Manufacturing.
        manufacturing: Terms = "manufacturing", terms("30", "60");
        /// Wholesale and retail.
        wholesale_retail: Terms = "wholesaleRetail", terms("0", "45");
        /// Machinery.
        machinery: Terms = "machinery", terms("0", "180");
        /// Pharmaceuticals.
        pharma: Terms = "pharma", terms("0", "90");
        /// Commodities.
        commodities: Terms = "commodities", terms("0", "90");
        /// Any other.
        other: Terms = "other", terms("0", "90");
    }
}

settings! {
    /// Credit limits.
    pub struct LimitPolicy {
        /// The ladder of a growing relationship.
        ladder: Ladder = "ladder", Ladder::DEFAULT;
        /// Share of the buyer's tangible net worth.
        net_worth_share: GradeShares = "netWorthShare", GradeShares::DEFAULT;
        /// Share of the buyer's working capital.
        working_capital_share: GradeShares = "workingCapitalShare", GradeShares {
            a: Ratio::of("0.30"), b: Ratio::of("0.20"), c: Ratio::of("0.10"), d: Ratio::of("0.05"), e: Ratio::of("0"),
        };
        /// The largest share of the seller's sales in one buyer.
        concentration_share: Ratio = "concentrationShare", Ratio::of("0.20");
        /// The share of a claim that is lost when the buyer fails.
        loss_given_default: Ratio = "lossGivenDefault", Ratio::of("0.6");
        /// How many significant digits a recommended limit keeps.
        significant_digits: u32 = "significantDigits", 2, in Range::of(1, 15);
        /// The terms of each sector.
        terms: SectorTerms = "terms", SectorTerms::DEFAULT;
        /// Beyond these terms security is asked for.
        security_terms_days: Days = "securityTermsDays", Days::of("90");
        /// Up to this limit a good grade is approved automatically.
        auto_approval_limit: Money = "autoApprovalLimit", Money::of("100000");
        /// Above this share of the limit the use of it is high.
        utilisation_high: Ratio = "utilisationHigh", Ratio::of("0.80");
    }
}

settings! {
    /// Receivables and their collection.
    pub struct ReceivablesPolicy {
        /// The average DSO to compare with.
        benchmark_dso: Days = "benchmarkDso", Days::of("94");
        /// Above this share of receivables more than 30 days overdue the alarm rings.
        overdue_rate_high: Ratio = "overdueRateHigh", Ratio::of("0.15");
        /// Above this share of overdue receivables the alarm rings.
        overdue_share_high: Ratio = "overdueShareHigh", Ratio::of("0.15");
        /// From this growth of DSO over a year on the alarm rings.
        dso_rise: Ratio = "dsoRise", Ratio::of("0.20"), in Range::RATE;
        /// Below this DSO credit may be too tight.
        too_tight_dso: Days = "tooTightDso", Days::of("30");
    }
}

settings! {
    /// Bounds of the current ratio.
    pub struct CurrentRatioPolicy {
        /// Below: short-term debts are not covered.
        critical: Ratio = "critical", Ratio::of("1"), in Range::of(0, 1000);
        /// Below: alarm.
        low: Ratio = "low", Ratio::of("1.2"), in Range::of(0, 1000);
        /// Below: watch.
        healthy: Ratio = "healthy", Ratio::of("1.5"), in Range::of(0, 1000);
        /// Above: idle funds.
        idle: Ratio = "idle", Ratio::of("2"), in Range::of(0, 1000);
    }
    check |bounds, at, issues| {
        ascending(
            &[("critical", bounds.critical), ("low", bounds.low), ("healthy", bounds.healthy), ("idle", bounds.idle)],
            at,
            issues,
        );
    }
}

settings! {
    /// The reserve for emergencies, as shares of a quarter's profit.
    pub struct ReservePolicy {
        /// The least.
        low: Ratio = "low", Ratio::of("0.03");
        /// The most.
        high: Ratio = "high", Ratio::of("0.05");
    }
    check |bounds, at, issues| { ascending(&[("low", bounds.low), ("high", bounds.high)], at, issues); }
}

settings! {
    /// Liquidity.
    pub struct LiquidityPolicy {
        /// Bounds of the current ratio.
        current_ratio: CurrentRatioPolicy = "currentRatio", CurrentRatioPolicy::DEFAULT;
        /// Above this share of sales in one customer the alarm rings.
        concentration_share: Ratio = "concentrationShare", Ratio::of("0.20");
        /// The reserve for emergencies.
        reserve: ReservePolicy = "reserve", ReservePolicy::DEFAULT;
    }
}

settings! {
    /// The stress test.
    pub struct StressPolicy {
        /// The insured share of a failed customer's receivable.
        insured_percentage: Ratio = "insuredPercentage", Ratio::of("0.9"), in Range::SHARE.above_min();
    }
}

choice! {
    /// What a policy says of a cause of loss.
    pub enum PerilCover {
        /// Covered.
        Covered = "covered",
        /// Excluded.
        Excluded = "excluded",
        /// Covered by endorsement.
        Endorsed = "endorsed",
    }
}

leaf_settings! { PerilCover, |value| value.word().to_owned(); }

settings! {
    /// Which causes of loss are covered.
    pub struct Perils {
        /// The buyer is insolvent.
        insolvency: PerilCover = "insolvency", PerilCover::Covered;
        /// The buyer does not pay for long.
        protracted_default: PerilCover = "protractedDefault", PerilCover::Covered;
        /// A state keeps the buyer from paying.
        political_risk: PerilCover = "politicalRisk", PerilCover::Covered;
        /// Seller and buyer dispute the debt.
        dispute: PerilCover = "dispute", PerilCover::Excluded;
        /// The buyer complains of the quality.
        quality_dispute: PerilCover = "qualityDispute", PerilCover::Excluded;
        /// The exchange rate moved.
        fx_loss: PerilCover = "fxLoss", PerilCover::Excluded;
        /// The buyer rejects the goods.
        rejection: PerilCover = "rejection", PerilCover::Excluded;
        /// The goods were lost on the way.
        transport: PerilCover = "transport", PerilCover::Excluded;
        /// War or nuclear risk.
        war_or_nuclear: PerilCover = "warOrNuclear", PerilCover::Excluded;
    }
}

settings! {
    /// The usual terms of cover.
    pub struct CoverPolicy {
        /// The insured share of a loss.
        insured_percentage: Ratio = "insuredPercentage", Ratio::of("0.9"), in Range::SHARE.above_min();
        /// The highest share that is common.
        market_percentage: Ratio = "marketPercentage", Ratio::of("0.90"), in Range::SHARE.above_min();
        /// The highest share that is to be had.
        best_percentage: Ratio = "bestPercentage", Ratio::of("0.95"), in Range::SHARE.above_min();
        /// Days from the due date until a protracted default is one.
        waiting_period_days: u32 = "waitingPeriodDays", 180, in Range::of(0, 36_500);
        /// Which causes of loss are covered.
        perils: Perils = "perils", Perils::DEFAULT;
    }
}

settings! {
    /// Late interest and dunning.
    pub struct LatePaymentPolicy {
        /// Contractual rate as a multiple of the bank lending rate.
        multiple: Ratio = "multiple", Ratio::of("1.5"), in Range::RATE;
        /// Statutory margin over the reference rate.
        margin: Ratio = "margin", Ratio::of("0.08"), in Range::RATE;
        /// Statutory rate a day.
        daily_rate: Ratio = "dailyRate", Ratio::of("0.0005");
        /// Friendly reminder, days before the due date.
        reminder_days_before: u32 = "reminderDaysBefore", 7, in Range::of(0, 36_500);
        /// Formal demand, working days after the due date.
        formal_demand_working_days: u32 = "formalDemandWorkingDays", 3, in Range::of(0, 36_500);
        /// Collection, days after the due date.
        collection_days: u32 = "collectionDays", 15, in Range::of(0, 36_500);
        /// Legal action, days after the due date.
        legal_days: u32 = "legalDays", 31, in Range::of(0, 36_500);
        /// Supply stops, days after the due date.
        stop_supply_days: u32 = "stopSupplyDays", 45, in Range::of(0, 36_500);
    }
}

/// The expected loss rates of the five ageing buckets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Rates(#[cfg_attr(feature = "wasm", tsify(type = "Ratio[]"))] pub Cow<'static, [Ratio]>);

impl FieldType for Rates {
    const KIND: Kind = Kind::List;
    const RANGE: Range = Range::SHARE;
    const ITEM: Option<Kind> = Some(Ratio::KIND);

    fn stand_in() -> Self {
        Self(Cow::Borrowed(&[]))
    }

    fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        let rates: Vec<Ratio> = FieldType::read(value, spec, at, issues)?;
        // One for each of the five buckets: not due, 1–30, 31–60, 61–90, over 90 days.
        if rates.len() != 5 {
            issues.add(at, Problem::Inconsistent);
        }
        Some(Self(rates.into()))
    }
}

leaf_settings! {
    Rates, |rates| rates.0.iter().map(|rate| [&plain(rate.0), ";"].concat()).collect();
}

settings! {
    /// Expected credit losses.
    pub struct ProvisionPolicy {
        /// The rates of the five ageing buckets.
        rates: Rates = "rates", Rates(Cow::Borrowed(&[
            Ratio::of("0.003"), Ratio::of("0.016"), Ratio::of("0.036"), Ratio::of("0.066"), Ratio::of("0.106"),
        ]));
    }
}

settings! {
    /// When a rating is due for review.
    pub struct ReviewPolicy {
        /// Months between reviews.
        months: u32 = "months", 3, in Range::of(1, 120);
        /// The same for restricted buyers.
        restricted_months: u32 = "restrictedMonths", 1, in Range::of(1, 120);
    }
}
