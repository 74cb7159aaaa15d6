//! The scorecard: weights, bands, grades and default odds.

use crate::error::Problem;
use crate::policy::bands::{Band, Bands};
use crate::policy::setting::settings;
use crate::quantity::{Points, Ratio};
use crate::schema::Range;

settings! {
    /// A factor that is measured: its weight and its bands.
    pub struct MeasuredFactor {
        /// Its share in the score, relative to the other weights.
        weight: Points = "weight", Points::of("0");
        /// Its bands, best first.
        bands: Bands = "bands", Bands::of(&[]);
    }
}

/// A measured factor of the default policy.
const fn measured(weight: &str, bands: &'static [Band]) -> MeasuredFactor {
    MeasuredFactor { weight: Points::of(weight), bands: Bands::of(bands) }
}

macro_rules! chosen_factors {
    ($($(#[$doc:meta])* $name:ident, $points_name:ident, $points_doc:literal, $weight:literal { $($(#[$word_doc:meta])* $field:ident = $word:literal $points:literal;)* })*) => {$(
        settings! {
            #[doc = $points_doc]
            pub struct $points_name {
                $($(#[$word_doc])* $field: Points = $word, Points::of($points);)*
            }
        }
        settings! {
            $(#[$doc])*
            pub struct $name {
                /// Its share in the score, relative to the other weights.
                weight: Points = "weight", Points::of($weight);
                /// The points of each answer.
                points: $points_name = "points", $points_name::DEFAULT;
            }
        }
    )*};
}

chosen_factors! {
    /// Where the buyer stands in its market.
    MarketPositionFactor, MarketPositionPoints, "The points of a market position.", "4" {
        /// A leader.
        leader = "leader" "100";
        /// An established firm.
        established = "established" "75";
        /// A follower.
        follower = "follower" "45";
        /// On the margin.
        marginal = "marginal" "10";
    }
    /// How hard the buyer's trade swings with the economy.
    CyclicalityFactor, CyclicalityPoints, "The points of a trade's swings.", "3" {
        /// Little.
        low = "low" "100";
        /// Some.
        medium = "medium" "60";
        /// Much.
        high = "high" "20";
    }
    /// How risky payment from the buyer's country is.
    CountryRiskFactor, CountryRiskPoints, "The points of a country.", "4" {
        /// Low risk.
        low = "low" "100";
        /// Medium risk.
        medium = "medium" "70";
        /// Sensitive.
        sensitive = "sensitive" "35";
        /// High risk.
        high = "high" "0";
    }
    /// Whether the buyer is being sued.
    LitigationFactor, LitigationPoints, "The points of litigation.", "5" {
        /// Nothing known.
        none = "none" "100";
        /// Minor cases.
        minor = "minor" "50";
        /// Major cases.
        major = "major" "0";
    }
}

settings! {
    /// The factors of the score.
    pub struct ScoreFactors {
        /// Total liabilities over total assets.
        debt_ratio: MeasuredFactor = "debtRatio", measured("12", &[
            Band::at_most("0.40", "100"), Band::at_most("0.55", "80"), Band::at_most("0.65", "60"),
            Band::at_most("0.75", "40"), Band::at_most("0.85", "20"), Band::rest("0"),
        ]);
        /// Current assets over current liabilities.
        current_ratio: MeasuredFactor = "currentRatio", measured("10", &[
            Band::at_least("2", "100"), Band::at_least("1.5", "85"), Band::at_least("1.2", "60"),
            Band::at_least("1", "30"), Band::rest("0"),
        ]);
        /// Operating cash flow over current liabilities.
        cash_flow_cover: MeasuredFactor = "cashFlowCover", measured("10", &[
            Band::at_least("0.4", "100"), Band::at_least("0.2", "75"), Band::at_least("0.1", "50"),
            Band::at_least("0", "25"), Band::rest("0"),
        ]);
        /// EBIT over interest expense.
        interest_cover: MeasuredFactor = "interestCover", measured("4", &[
            Band::at_least("6", "100"), Band::at_least("3", "75"), Band::at_least("1.5", "40"),
            Band::at_least("1", "15"), Band::rest("0"),
        ]);
        /// Growth of revenue over the year before.
        revenue_trend: MeasuredFactor = "revenueTrend", measured("4", &[
            Band::at_least("0.10", "100"), Band::at_least("0", "75"), Band::at_least("-0.10", "40"),
            Band::at_least("-0.25", "15"), Band::rest("0"),
        ]);
        /// How many days late the buyer pays on average.
        average_days_late: MeasuredFactor = "averageDaysLate", measured("15", &[
            Band::at_most("0", "100"), Band::at_most("7", "80"), Band::at_most("15", "60"),
            Band::at_most("30", "30"), Band::at_most("45", "10"), Band::rest("0"),
        ]);
        /// The overdue share of what the buyer owes.
        overdue_share: MeasuredFactor = "overdueShare", measured("10", &[
            Band::at_most("0.05", "100"), Band::at_most("0.10", "70"), Band::at_most("0.15", "40"),
            Band::at_most("0.30", "10"), Band::rest("0"),
        ]);
        /// Dishonoured bills in 12 months.
        dishonoured_bills: MeasuredFactor = "dishonouredBills", measured("5", &[
            Band::at_most("0", "100"), Band::at_most("1", "30"), Band::rest("0"),
        ]);
        /// Years in business.
        years_in_business: MeasuredFactor = "yearsInBusiness", measured("4", &[
            Band::at_least("10", "100"), Band::at_least("5", "75"), Band::at_least("3", "50"),
            Band::at_least("1", "25"), Band::rest("0"),
        ]);
        /// Months of trading with us.
        months_trading: MeasuredFactor = "monthsTrading", measured("4", &[
            Band::at_least("24", "100"), Band::at_least("12", "75"), Band::at_least("6", "50"), Band::rest("25"),
        ]);
        /// The market position.
        market_position: MarketPositionFactor = "marketPosition", MarketPositionFactor::DEFAULT;
        /// The trade's swings.
        cyclicality: CyclicalityFactor = "cyclicality", CyclicalityFactor::DEFAULT;
        /// The country.
        country_risk: CountryRiskFactor = "countryRisk", CountryRiskFactor::DEFAULT;
        /// Litigation.
        litigation: LitigationFactor = "litigation", LitigationFactor::DEFAULT;
        /// How many warning signals there are.
        warning_signals: MeasuredFactor = "warningSignals", measured("6", &[
            Band::at_most("0", "100"), Band::at_most("1", "70"), Band::at_most("2", "40"),
            Band::at_most("3", "15"), Band::rest("0"),
        ]);
    }
    check |factors, at, issues| {
        let weights = [
            factors.debt_ratio.weight, factors.current_ratio.weight, factors.cash_flow_cover.weight,
            factors.interest_cover.weight, factors.revenue_trend.weight, factors.average_days_late.weight,
            factors.overdue_share.weight, factors.dishonoured_bills.weight, factors.years_in_business.weight,
            factors.months_trading.weight, factors.market_position.weight, factors.cyclicality.weight,
            factors.country_risk.weight, factors.litigation.weight, factors.warning_signals.weight,
        ];
        // Without any weight there is nothing to average.
        if weights.iter().all(|weight| *weight == Points::default()) {
            issues.add(at, Problem::Inconsistent);
        }
    }
}

settings! {
    /// How far each kind of evidence is trusted.
    pub struct Evidence {
        /// Audited statements.
        audited: Ratio = "audited", Ratio::of("1");
        /// The management's own figures.
        management: Ratio = "management", Ratio::of("0.85");
        /// Bank statements or tax certificates.
        bank_statements: Ratio = "bankStatements", Ratio::of("0.7");
        /// None.
        none: Ratio = "none", Ratio::of("0.5");
    }
}

settings! {
    /// The least score of each grade; E is the rest.
    pub struct Grades {
        /// Grade A.
        a: Points = "A", Points::of("80");
        /// Grade B.
        b: Points = "B", Points::of("65");
        /// Grade C.
        c: Points = "C", Points::of("50");
        /// Grade D.
        d: Points = "D", Points::of("35");
    }
    check |grades, at, issues| {
        let bounds = [("A", grades.a), ("B", grades.b), ("C", grades.c), ("D", grades.d)];
        for (better, worse) in bounds.iter().zip(bounds.iter().skip(1)) {
            if worse.1 > better.1 {
                issues.add(&Path::Key(at, worse.0), Problem::Inconsistent);
            }
        }
    }
}

settings! {
    /// From score to odds of payment.
    pub struct Odds {
        /// Odds of payment against default at 50 points.
        at_fifty: Ratio = "atFifty", Ratio::of("19"), in Range::of(0, 1_000_000).above_min();
        /// How many points double the odds.
        points_to_double: Points = "pointsToDouble", Points::of("10"), in Range::of(0, 100).above_min();
    }
}

settings! {
    /// The scorecard.
    pub struct ScorePolicy {
        /// The factors.
        factors: ScoreFactors = "factors", ScoreFactors::DEFAULT;
        /// How far each kind of evidence is trusted.
        evidence: Evidence = "evidence", Evidence::DEFAULT;
        /// The least score of each grade.
        grades: Grades = "grades", Grades::DEFAULT;
        /// From score to odds of payment.
        odds: Odds = "odds", Odds::DEFAULT;
        /// The least share of the weights that must be answered.
        minimum_coverage: Ratio = "minimumCoverage", Ratio::of("0.40");
        /// Below this confidence no grade is better than C.
        low_confidence: Ratio = "lowConfidence", Ratio::of("0.5");
        /// From how many requests for longer terms on they are frequent.
        frequent_extension_requests: u32 = "frequentExtensionRequests", 3;
    }
}
