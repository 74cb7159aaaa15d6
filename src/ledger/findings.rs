//! What the figures of a ledger mean.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::exact::Exact;
use crate::ledger::ageing::STAGES;
use crate::ledger::summary::{Summary, fraction};
use crate::ledger::units;
use crate::quantity::Ratio;
use crate::report::{ClearBy, Finding, Operator, Severity};

/// The findings, worst first, else in the order of the contract.
pub(super) fn findings(summary: &Summary<'_>) -> Vec<Finding> {
    let policy = &summary.asked.options.options.policy;
    let mut found = Vec::new();
    let (open, overdue, late) = (summary.open(), summary.overdue(), summary.overdue_more_than_30());
    let thresholds = &policy.receivables;
    let places = summary.currency.places();

    let share = |code, metric, part: i128, boundary: Ratio, source| {
        let value = fraction(part, open)?;
        let boundary = Exact::from(boundary.0);
        (value > boundary).then(|| {
            let clear_by = clear_by(
                if code == "overdue_rate_high" { "overdueMoreThan30" } else { "overdue" },
                part,
                open,
                &boundary,
                places,
            );
            Finding { clear_by, ..compared(code, Severity::Warning, metric, &value, &boundary, source) }
        })
    };
    found.extend(share("overdue_rate_high", "overdueRate", late, thresholds.overdue_rate_high, "S13"));
    found.extend(share("overdue_share_high", "overdueShare", overdue, thresholds.overdue_share_high, "S11"));

    let largest = summary.totals.largest_sales;
    if let Some(part) = summary.credit_sales().and_then(|sales| fraction(largest, sales)) {
        let boundary = Exact::from(policy.liquidity.concentration_share.0);
        if part > boundary {
            found.push(compared("concentration_high", Severity::Warning, "", &part, &boundary, "S9"));
        }
    }

    let (over_share, over) = (summary.sums.over_share, summary.sums.over_limit);
    found.extend(counted(
        "utilisation_high",
        Severity::Warning,
        "limits.over80",
        over_share.saturating_sub(over),
        "S10",
    ));
    found.extend(counted("utilisation_over", Severity::Critical, "limits.overLimit", over, "S10"));
    let stage = |id: &str| STAGES.iter().position(|stage| *stage == id).map_or(0, |stage| summary.reached(stage));
    found.extend(counted("supply_should_stop", Severity::Critical, "stages", stage("stop_supply"), "S6"));
    found.extend(counted("legal_action_due", Severity::Warning, "stages", stage("legal"), "S7"));
    found.extend(counted("duplicate_rows", Severity::Warning, "duplicates", summary.duplicates, "house"));
    found.extend(counted("limits_differ", Severity::Warning, "limits", summary.sums.limits_differ, "house"));
    let above_nothing = |code, severity, metric, amount: i128| {
        (amount.cmp(&0) == Ordering::Greater)
            .then(|| compared(code, severity, metric, &units::exact(amount), &Exact::ZERO, "house"))
    };
    found.extend(above_nothing("unapplied_credits", Severity::Info, "credits", summary.sums.credits));
    let unexplained = summary.countback().map_or(0, |(_, unexplained)| unexplained);
    found.extend(above_nothing("countback_incomplete", Severity::Warning, "countbackUnexplained", unexplained));
    found.sort_by_key(|finding| finding.severity);
    found
}

fn compared(
    code: &'static str,
    severity: Severity,
    metric: &'static str,
    value: &Exact,
    boundary: &Exact,
    source: &'static str,
) -> Finding {
    Finding {
        code,
        severity,
        metric: (!metric.is_empty()).then_some(Cow::Borrowed(metric)),
        value: Some(value.to_fixed(6)),
        operator: Some(Operator::Above),
        boundary: Some(boundary.to_fixed(6)),
        clear_by: None,
        source: Some(source),
    }
}

/// A finding that tells how many of something there are, when there are any.
fn counted(
    code: &'static str,
    severity: Severity,
    metric: &'static str,
    count: u32,
    source: &'static str,
) -> Option<Finding> {
    (count > 0).then(|| Finding {
        code,
        severity,
        metric: Some(Cow::Borrowed(metric)),
        value: Some(Exact::from(count).to_fixed(6)),
        operator: None,
        boundary: None,
        clear_by: None,
        source: Some(source),
    })
}

/// What has to be collected of a part until it is the share of a whole that falls by the same amount, as a change.
fn clear_by(input: &'static str, part: i128, whole: i128, share: &Exact, places: u32) -> Option<ClearBy> {
    let (part, whole) = (units::exact(part), units::exact(whole));
    let collected = (&part - share * &whole).divided_by(&(Exact::ONE - share))?;
    let change = (Exact::ZERO - collected).rounded_away(places);
    Some(ClearBy { input: Cow::Borrowed(input), change: change.to_fixed(places) })
}
