//! Where each value of the default policy comes from.

/// The source of a policy value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct PolicySource {
    /// A rule id, or `house` where the documents give no figure.
    pub source: &'static str,
    /// What the source says, in a few words.
    pub note: &'static str,
}

/// The source of each leaf of the policy, by path.
pub const SOURCES: &[(&str, PolicySource)] = &[
    ("name", from("house", "this set of values")),
    ("asOf", from("house", "the day the documents were read")),
    (
        "score.factors.debtRatio.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.debtRatio.bands",
        from("house", "S27 and S52 name the ratio without a scale"),
    ),
    (
        "score.factors.currentRatio.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.currentRatio.bands",
        from(
            "S18",
            "1.5 to 2 healthy (S18), below 1.2 an alarm (S13), below 1 a warning (S19); the points are ours",
        ),
    ),
    (
        "score.factors.cashFlowCover.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.cashFlowCover.bands",
        from("house", "S27 and S52 name the cash flow without a scale"),
    ),
    (
        "score.factors.interestCover.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    ("score.factors.interestCover.bands", from("house", "")),
    (
        "score.factors.revenueTrend.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.revenueTrend.bands",
        from("house", "S64 names the trend without a scale"),
    ),
    (
        "score.factors.averageDaysLate.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.averageDaysLate.bands",
        from(
            "S6",
            "collection starts at 15 days, supply stops at 45; the points are ours",
        ),
    ),
    (
        "score.factors.overdueShare.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.overdueShare.bands",
        from(
            "S11",
            "above 15 % is a warning; the other bounds and the points are ours",
        ),
    ),
    (
        "score.factors.dishonouredBills.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.dishonouredBills.bands",
        from("house", "S58 names dishonoured bills without a scale"),
    ),
    (
        "score.factors.yearsInBusiness.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    ("score.factors.yearsInBusiness.bands", from("house", "")),
    (
        "score.factors.monthsTrading.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.monthsTrading.bands",
        from(
            "S2",
            "six months of trading earn a higher limit; the other bounds and the points are ours",
        ),
    ),
    (
        "score.factors.marketPosition.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.marketPosition.points.leader",
        from("house", "S64 names the market position without a scale"),
    ),
    (
        "score.factors.marketPosition.points.established",
        from("house", "S64 names the market position without a scale"),
    ),
    (
        "score.factors.marketPosition.points.follower",
        from("house", "S64 names the market position without a scale"),
    ),
    (
        "score.factors.marketPosition.points.marginal",
        from("house", "S64 names the market position without a scale"),
    ),
    (
        "score.factors.cyclicality.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.cyclicality.points.low",
        from("house", "S103 names the business cycle without a scale"),
    ),
    (
        "score.factors.cyclicality.points.medium",
        from("house", "S103 names the business cycle without a scale"),
    ),
    (
        "score.factors.cyclicality.points.high",
        from("house", "S103 names the business cycle without a scale"),
    ),
    (
        "score.factors.countryRisk.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.countryRisk.points.low",
        from("house", "S104 names the country rating without a scale"),
    ),
    (
        "score.factors.countryRisk.points.medium",
        from("house", "S104 names the country rating without a scale"),
    ),
    (
        "score.factors.countryRisk.points.sensitive",
        from("house", "S104 names the country rating without a scale"),
    ),
    (
        "score.factors.countryRisk.points.high",
        from("house", "S104 names the country rating without a scale"),
    ),
    (
        "score.factors.litigation.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.litigation.points.none",
        from("house", "S50 names litigation without a scale"),
    ),
    (
        "score.factors.litigation.points.minor",
        from("house", "S50 names litigation without a scale"),
    ),
    (
        "score.factors.litigation.points.major",
        from("house", "S50 names litigation without a scale"),
    ),
    (
        "score.factors.warningSignals.weight",
        from("house", "the documents name the criterion, not its weight"),
    ),
    (
        "score.factors.warningSignals.bands",
        from("house", "S58 to S61 name the signals without a scale"),
    ),
    (
        "score.evidence.audited",
        from(
            "house",
            "S28 and S53 rank the kinds of evidence without a figure",
        ),
    ),
    (
        "score.evidence.management",
        from(
            "house",
            "S28 and S53 rank the kinds of evidence without a figure",
        ),
    ),
    (
        "score.evidence.bankStatements",
        from(
            "house",
            "S28 and S53 rank the kinds of evidence without a figure",
        ),
    ),
    (
        "score.evidence.none",
        from(
            "house",
            "S28 and S53 rank the kinds of evidence without a figure",
        ),
    ),
    ("score.grades.A", from("house", "")),
    ("score.grades.B", from("house", "")),
    ("score.grades.C", from("house", "")),
    ("score.grades.D", from("house", "")),
    (
        "score.odds.atFifty",
        from(
            "house",
            "odds of 19 to 1, a default probability of 5 %, at 50 points",
        ),
    ),
    ("score.odds.pointsToDouble", from("house", "")),
    ("score.minimumCoverage", from("house", "")),
    ("score.lowConfidence", from("house", "")),
    (
        "score.frequentExtensionRequests",
        from("house", "S15 says frequently, without a number"),
    ),
    (
        "limit.ladder.first",
        from(
            "S1",
            "first order at most 20 % of the buyer's monthly turnover",
        ),
    ),
    ("limit.ladder.proven", from("S2", "up to 50 %")),
    (
        "limit.ladder.provenAfterMonths",
        from("S2", "from six full months of good performance"),
    ),
    (
        "limit.netWorthShare.A",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.netWorthShare.B",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.netWorthShare.C",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.netWorthShare.D",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.netWorthShare.E",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.workingCapitalShare.A",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.workingCapitalShare.B",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.workingCapitalShare.C",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.workingCapitalShare.D",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.workingCapitalShare.E",
        from("house", "S65: the limit scales with the rating"),
    ),
    (
        "limit.concentrationShare",
        from("S9", "no buyer above 20 % of sales"),
    ),
    ("limit.lossGivenDefault", from("house", "")),
    ("limit.significantDigits", from("house", "")),
    ("limit.terms.manufacturing.min", from("S3", "")),
    ("limit.terms.manufacturing.max", from("S3", "")),
    ("limit.terms.wholesaleRetail.min", from("house", "")),
    ("limit.terms.wholesaleRetail.max", from("S4", "")),
    ("limit.terms.machinery.min", from("house", "")),
    ("limit.terms.machinery.max", from("S34", "")),
    ("limit.terms.pharma.min", from("house", "")),
    (
        "limit.terms.pharma.max",
        from("S5", "beyond 90 days security is asked for"),
    ),
    ("limit.terms.commodities.min", from("house", "")),
    (
        "limit.terms.commodities.max",
        from("S5", "beyond 90 days security is asked for"),
    ),
    ("limit.terms.other.min", from("house", "")),
    (
        "limit.terms.other.max",
        from("S5", "beyond 90 days security is asked for"),
    ),
    ("limit.securityTermsDays", from("S5", "terms above 90 days")),
    (
        "limit.autoApprovalLimit",
        from("house", "S62 asks for automatic approval without a figure"),
    ),
    ("limit.utilisationHigh", from("S10", "above 80 %")),
    (
        "receivables.benchmarkDso",
        from("S20", "average DSO in China"),
    ),
    ("receivables.overdueRateHigh", from("S13", "above 15 %")),
    ("receivables.overdueShareHigh", from("S11", "above 15 %")),
    (
        "receivables.dsoRise",
        from("S13", "20 % or more over a year"),
    ),
    (
        "receivables.tooTightDso",
        from("house", "S71 gives no figure"),
    ),
    ("liquidity.currentRatio.critical", from("S19", "below 1")),
    ("liquidity.currentRatio.low", from("S13", "below 1.2")),
    (
        "liquidity.currentRatio.healthy",
        from("S18", "1.5 to 2, both included"),
    ),
    (
        "liquidity.currentRatio.idle",
        from("S18", "1.5 to 2, both included"),
    ),
    (
        "liquidity.concentrationShare",
        from("S9", "above 20 % of sales"),
    ),
    (
        "liquidity.reserve.low",
        from("S16", "3 % of the quarter's profit"),
    ),
    (
        "liquidity.reserve.high",
        from("S16", "5 % of the quarter's profit"),
    ),
    ("stress.insuredPercentage", from("S23", "up to 90 %")),
    ("cover.insuredPercentage", from("S23", "up to 90 %")),
    ("cover.marketPercentage", from("S23", "up to 90 %")),
    ("cover.bestPercentage", from("house", "")),
    ("cover.waitingPeriodDays", from("house", "")),
    ("cover.perils.insolvency", from("S80", "")),
    ("cover.perils.protractedDefault", from("S80", "")),
    ("cover.perils.politicalRisk", from("S80", "")),
    ("cover.perils.dispute", from("S84", "")),
    ("cover.perils.qualityDispute", from("S84", "")),
    ("cover.perils.fxLoss", from("S84", "")),
    ("cover.perils.rejection", from("S82", "by extension only")),
    ("cover.perils.transport", from("S83", "by extension only")),
    ("cover.perils.warOrNuclear", from("S84", "")),
    (
        "latePayment.multiple",
        from("S22", "at least 150 % of the bank lending rate"),
    ),
    (
        "latePayment.margin",
        from(
            "house",
            "Directive 2011/7/EU and the UK Act of 1998: eight points",
        ),
    ),
    (
        "latePayment.dailyRate",
        from(
            "house",
            "PRC regulation on payments to small firms, State Council order 802: 0.05 % a day",
        ),
    ),
    ("latePayment.reminderDaysBefore", from("S7", "")),
    ("latePayment.formalDemandWorkingDays", from("S8", "")),
    ("latePayment.collectionDays", from("S6", "")),
    ("latePayment.legalDays", from("S7", "after 30 days")),
    ("latePayment.stopSupplyDays", from("S6", "")),
    (
        "provision.rates",
        from("house", "IFRS 9 illustrative example 12"),
    ),
    ("review.months", from("S30", "every quarter")),
    (
        "review.restrictedMonths",
        from("house", "S30 gives the quarter only"),
    ),
];

const fn from(source: &'static str, note: &'static str) -> PolicySource {
    PolicySource { source, note }
}
