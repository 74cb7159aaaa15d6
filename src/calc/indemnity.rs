//! What would trade credit insurance pay, and when? The claim on one buyer.

use serde::Serialize;

use crate::calc::Calculator;
use crate::calc::waterfall::{
    Cause, ClaimInvoice, Clauses, Conditions, Cover, Debts, Settlement, is_covered, less, places,
};
use crate::calendar::{IsoDate, WorkingDays};
use crate::error::{InputError, Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::options::Options;
use crate::order;
use crate::policy::Policy;
use crate::quantity::{Figure, Money, Ratio, Unit};
use crate::record;
use crate::report::{Alarm, Operator, Recorder, Severity};
use crate::schema::Example::{Rows, Text};
use crate::schema::{Range, repeated_ids};

record! {
    /// What happened.
    pub struct ClaimEvent in "event." {
        required {
            /// Why the buyer does not pay.
            cause: Cause = "cause".example(Text("insolvency")),
        }
        optional {
            /// When it became known.
            known_on: IsoDate = "knownOn".example(Text("2025-11-03")),
            /// When the insurer had all papers.
            file_complete_on: IsoDate = "fileCompleteOn".example(Text("2025-11-21")),
        }
    }
}

record! {
    /// What [`Indemnity`] is computed from.
    pub struct IndemnityInput in "" {
        required {
            /// The invoices of the buyer.
            invoices: Vec<ClaimInvoice> = "invoices".example(Rows(&[
                &[Text("INV-0412"), Text("2025-04-12"), Text("2025-07-11"), Text("2260000"), Text("2025-04-15"), Text("260000")],
                &[Text("INV-0530"), Text("2025-05-30"), Text("2025-08-28"), Text("1808000"), Text("2025-06-03"), Text("208000"), Text("0"), Text("300000")],
                &[Text("INV-0718"), Text("2025-07-18"), Text("2025-10-16"), Text("1469000"), Text("2025-07-21"), Text("169000"), Text("0"), Text("0"), Text("120000")],
                &[Text("INV-0925"), Text("2025-09-25"), Text("2025-12-24"), Text("904000"), Text("2025-09-29"), Text("104000"), Text("5000")],
            ])),
            /// What happened.
            event: ClaimEvent = "event",
            /// The terms of the insurance.
            cover: Cover = "cover",
        }
        optional {
            /// What the buyer paid before the loss without saying for which invoice.
            receipts: Money = "receipts".default("0").example(Text("150000")),
            /// What security brings in.
            security: Money = "security".default("0").example(Text("100000")),
            /// What can be set off against debts to the buyer.
            set_off: Money = "setOff".default("0").example(Text("0")),
            /// What comes in after the insurer paid.
            recoveries: Money = "recoveries".default("0").example(Text("420000")),
            /// What remains of sales after all costs.
            net_margin: Ratio = "netMargin".range(Range::SHARE.above_min()).example(Text("0.06")),
            /// What remains of sales after the costs that come with them.
            contribution_margin: Ratio = "contributionMargin".range(Range::SHARE.above_min()).example(Text("0.22")),
        }
    }
}

/// The figures of [`Indemnity`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct IndemnityResult {
    /// From the debt to the indemnity: the first line less all between is the last, to the minor unit.
    pub waterfall: Vec<WaterfallLine>,
    /// What is left within the limit. Money.
    pub insured_loss: Option<Figure>,
    /// What the insurer pays. Money.
    pub indemnity: Option<Figure>,
    /// The debt less receipts, security and what is set off. Money.
    pub net_debt: Option<Figure>,
    /// Net debt − indemnity. Money.
    pub own_loss: Option<Figure>,
    /// Who gets what comes in later.
    pub recoveries: Recoveries,
    /// The own loss less the own part of recoveries. Money.
    pub net_loss_after_recoveries: Option<Figure>,
    /// The sales that earn it again.
    pub break_even_sales: BreakEvenSales,
    /// The sales that would earn the loss again without insurance.
    pub uninsured_break_even_sales: BreakEvenSales,
    /// Invoice by invoice.
    pub invoices: Vec<EligibleInvoice>,
    /// What other terms would gain, largest first.
    pub levers: Vec<Lever>,
    /// What the two readings of two clauses make of the indemnity.
    pub clause_spread: ClauseSpread,
    /// What has to be done and what is to be expected, and when.
    pub deadlines: Vec<Deadline>,
}

/// A line of the waterfall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct WaterfallLine {
    /// Which one it is.
    pub id: &'static str,
    /// The debt, a deduction, or the indemnity. Money.
    pub amount: Figure,
}

/// Who gets what comes in after the insurer paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Recoveries {
    /// The insurer: in the proportion of the indemnity to the net debt. Money.
    pub insurer: Option<Figure>,
    /// The insured: the rest. Money.
    pub insured: Option<Figure>,
}

/// The sales that earn a loss again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct BreakEvenSales {
    /// By the net margin. Money.
    pub net: Option<Figure>,
    /// By the contribution margin. Money.
    pub contribution: Option<Figure>,
}

/// What is left of one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct EligibleInvoice {
    /// Which one it is.
    pub id: String,
    /// What the lines that look at each invoice leave of it. Money.
    pub eligible: Figure,
    /// The ids of the lines that took something.
    pub reasons: Vec<&'static str>,
}

/// What another term would gain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Lever {
    /// Which one it is.
    pub term: &'static str,
    /// By how much the indemnity would be higher. Money.
    pub gain: Figure,
}

/// The least and the greatest indemnity over both orders of the excess and both erosions of the aggregate first loss.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ClauseSpread {
    /// The least. Money.
    pub low: Option<Figure>,
    /// The greatest. Money.
    pub high: Option<Figure>,
}

/// A day by which something has to be done or is to be expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Deadline {
    /// Which one it is.
    pub id: &'static str,
    /// When.
    pub date: IsoDate,
    /// A rule id, or `house`.
    pub source: &'static str,
}

/// What would trade credit insurance pay, and when?
///
/// `indemnity = grossDebt − deductions`, in this order. Of each invoice: receipts (oldest due date first), the excluded
/// cause, what is disputed, interest, tax (`vat × left ÷ amount`), invoices outside the period, on terms that are too long,
/// delivered after the limit was withdrawn or after deliveries had to stop. Of the sum: security, what is above the limit,
/// losses below the threshold, `left × (1 − insuredPercentage)` but at least the minimum retention, the excess (before that
/// with `beforePercentage`), the aggregate first loss, what is above the maximum liability. All of it is exact; a
/// line is the difference of what is left before and after it, both rounded to the minor unit.
///
/// | input | unit | range |
/// |---|---|---|
/// | `invoices[].amount` (required) | money | above 0 … 10^13 |
/// | `invoices[].vat`, `.interest`, `.paid`, `.disputed`, `receipts`, `security`, `setOff`, `recoveries` | money | 0 … 10^13 |
/// | `invoices[].invoiceDate`, `.dueDate` (required), `.deliveredOn`, `event.knownOn`, `.fileCompleteOn`, `cover.limitCancelledOn`, `.periodStart`, `.periodEnd` | date | 1900-01-01 … 2200-12-31 |
/// | `netMargin`, `contributionMargin`, `cover.insuredPercentage` | fraction | above 0 … 1 |
/// | `cover.buyerLimit`, `.discretionaryLimit`, `.claimThreshold`, `.minimumRetention`, `.excess`, `.aggregateFirstLoss`, `.maximumLiability` | money | 0 … 10^13 |
/// | `cover.maxTermsDays` | days | 0 … 36,500 |
/// | `cover.maximumExtensionDays`, `.waitingPeriodDays` | whole days | 0 … 36,500 |
///
/// # Errors
/// [`Problem::Inconsistent`] on an invoice's `paid` or `disputed` above its amount, on a `dueDate` before the `invoiceDate`,
/// on an `id` that an earlier invoice has, and on `recoveries` above the net debt.
///
/// # Source
/// S8, S23–S26, S80–S84, S86–S88, S92, S100, S115.
///
/// # Example
/// ```
/// use trade_credit::indemnity::{ClaimEvent, Indemnity, IndemnityInput};
/// use trade_credit::waterfall::{Cause, ClaimInvoice, Cover};
/// use trade_credit::{Calculator, IsoDate, Options};
///
/// let day = |text| IsoDate::parse(text).unwrap();
/// let invoice = ClaimInvoice::new("1".to_owned(), day("2025-01-10"), day("2025-02-09"), 120_000.into());
/// let mut cover = Cover::new();
/// cover.buyer_limit = Some(100_000.into());
/// let input = IndemnityInput::new(vec![invoice], ClaimEvent::new(Cause::Insolvency), cover);
/// let report = Indemnity::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.indemnity.unwrap().as_str(), "90000.00");
/// ```
pub struct Indemnity;

impl Calculator for Indemnity {
    const ID: &'static str = "indemnity";
    type Input = IndemnityInput;
    type Result = IndemnityResult;

    fn contradictions(input: &IndemnityInput, _: &Options, issues: &mut Issues) {
        let root = Path::Root("");
        let list = Path::Key(&root, "invoices");
        let ids: Vec<&str> = input.invoices.iter().map(|invoice| invoice.id.as_str()).collect();
        repeated_ids(&list, &ids, issues);
        for (index, invoice) in input.invoices.iter().enumerate() {
            let row = Path::Row(&list, index);
            let mut contradiction = |field: &str, other: &str, wrong: bool| {
                // A field that is wrong in itself contradicts nothing.
                let at = |field| Path::Key(&row, field).to_string();
                if wrong && issues.none_at(&[&row.to_string(), &at(field), &at(other)]) {
                    issues.add(&Path::Key(&row, field), Problem::Inconsistent);
                }
            };
            let above = |part: Option<Money>| part.is_some_and(|part| part > invoice.amount);
            let backwards = invoice.due_date < invoice.invoice_date;
            contradiction("paid", "amount", above(invoice.paid));
            contradiction("disputed", "amount", above(invoice.disputed));
            contradiction("dueDate", "invoiceDate", backwards);
        }
        let parts = ["", "receipts", "security", "setOff", "recoveries"];
        if issues.none_below("invoices")
            && issues.none_at(&parts)
            && input.recoveries().is_above(&net_debt(input, &gross(input))) == Some(true)
        {
            issues.add(&Path::Key(&root, "recoveries"), Problem::Inconsistent);
        }
    }

    fn figures(
        input: &IndemnityInput,
        options: &Options,
        record: &mut Recorder,
    ) -> Result<IndemnityResult, InputError> {
        let conditions = Conditions {
            invoices: &input.invoices,
            receipts: input.receipts().known().cloned().unwrap_or(Exact::ZERO),
            cover: &input.cover,
            is_covered: is_covered(&input.cover, input.event.cause, options),
        };
        let debts = conditions.debts(false);
        let clauses = Clauses::of(&input.cover, input.security(), input.set_off(), &options.policy);
        let settlement = clauses.settle(&debts.eligible_explained(&input.invoices));
        let waterfall = waterfall(input, &debts, &settlement, record);

        let indemnity = &settlement.indemnity;
        let net_debt = net_debt(input, &debts.gross());
        let own_loss = &net_debt - indemnity;
        let recoveries = input.recoveries();
        let to_insurer = if net_debt.known().is_some_and(Exact::is_zero) {
            Quantity::number(0)
        } else {
            &recoveries * indemnity / &net_debt
        };
        let to_insured = &recoveries - &to_insurer;
        let net_loss = &own_loss - &to_insured;
        let uninsured_loss = &net_debt - &recoveries;
        let (low, high) = clause_spread(&clauses, &settlement);
        let money = |record: &mut Recorder, id: &str, quantity: &Quantity| record.figure(id, Unit::Money, quantity);
        let break_even = |record: &mut Recorder, id: &str, loss: &Quantity| BreakEvenSales {
            net: money(record, &format!("{id}.net"), &(loss / input.net_margin())),
            contribution: money(record, &format!("{id}.contribution"), &(loss / input.contribution_margin())),
        };

        let result = IndemnityResult {
            waterfall,
            insured_loss: money(record, "insuredLoss", &settlement.insured_loss),
            indemnity: money(record, "indemnity", indemnity),
            net_debt: money(record, "netDebt", &net_debt),
            own_loss: money(record, "ownLoss", &own_loss),
            recoveries: Recoveries {
                insurer: money(record, "recoveries.insurer", &to_insurer),
                insured: money(record, "recoveries.insured", &to_insured),
            },
            net_loss_after_recoveries: money(record, "netLossAfterRecoveries", &net_loss),
            break_even_sales: break_even(record, "breakEvenSales", &net_loss),
            uninsured_break_even_sales: break_even(record, "uninsuredBreakEvenSales", &uninsured_loss),
            invoices: (input.invoices.iter().zip(&debts.rows))
                .map(|(invoice, row)| EligibleInvoice {
                    id: invoice.id.clone(),
                    eligible: record.printed(Unit::Money, &row.eligible),
                    reasons: row.reasons.clone(),
                })
                .collect(),
            levers: levers(&conditions, &debts, &clauses, indemnity, &options.policy, record),
            clause_spread: ClauseSpread {
                low: money(record, "clauseSpread.low", &low),
                high: money(record, "clauseSpread.high", &high),
            },
            deadlines: deadlines(input, options),
        };
        judge(input, &debts, &settlement, options, record);
        Ok(result)
    }
}

/// The sum of all debts, before anything else is known of the invoices.
fn gross(input: &IndemnityInput) -> Quantity {
    let debt = |invoice: &ClaimInvoice| {
        let paid = invoice.paid.map_or(Exact::ZERO, |paid| paid.0.into());
        Exact::from(invoice.amount.0) - paid
    };
    let sum = input.invoices.iter().map(debt);
    Quantity::fact("sumOfDebts", sum.fold(Exact::ZERO, |sum, debt| sum + debt))
}

/// What the buyer still owes when everything that is at hand is taken off.
fn net_debt(input: &IndemnityInput, gross: &Quantity) -> Quantity {
    let at_hand = input.receipts() + input.security() + input.set_off();
    less(gross, &at_hand)
}

/// All lines with their steps.
fn waterfall(
    input: &IndemnityInput,
    debts: &Debts,
    settlement: &Settlement,
    record: &mut Recorder,
) -> Vec<WaterfallLine> {
    let places = places(record);
    let mut lines = debts.lines(&input.receipts(), places);
    lines.extend(settlement.lines(places));
    lines
        .into_iter()
        .filter_map(|(id, amount)| {
            let source = match id {
                "excludedPeril" => Some("S84"),
                "disputed" => Some("S115"),
                "afterStopShipment" => Some("S92"),
                "overLimit" => Some("S100"),
                "coinsurance" => Some("S23"),
                _ => None,
            };
            let path = format!("waterfall.{id}");
            let amount = record.sourced(&path, Unit::Money, &amount, source)?;
            Some(WaterfallLine { id, amount })
        })
        .collect()
}

/// The least and the greatest indemnity over the readings of two clauses.
fn clause_spread(clauses: &Clauses, as_read: &Settlement) -> (Quantity, Quantity) {
    let (mut low, mut high) = (as_read.indemnity.clone(), as_read.indemnity.clone());
    for (excess_first, eroded_by_loss) in [(false, false), (false, true), (true, false), (true, true)] {
        let reading = Clauses { excess_first, eroded_by_loss, ..clauses.clone() };
        let indemnity = reading.settle(&as_read.eligible).indemnity;
        if low.is_above(&indemnity) == Some(true) {
            low = indemnity;
        } else if indemnity.is_above(&high) == Some(true) {
            high = indemnity;
        }
    }
    (low, high)
}

/// What the indemnity would gain from other terms, largest first.
fn levers(
    conditions: &Conditions<'_>,
    debts: &Debts,
    clauses: &Clauses,
    as_is: &Quantity,
    policy: &Policy,
    record: &Recorder,
) -> Vec<Lever> {
    let eligible = debts.eligible();
    let nothing = || Quantity::number(0);
    let tenth_more = |limit: Quantity| limit * Quantity::number(11) / Quantity::number(10);
    let best = Quantity::fact("bestPercentage", Exact::from(policy.cover.best_percentage.0));
    let buyer_limit = Some(conditions.cover.buyer_limit()).filter(|limit| limit.known().is_some());
    let settled =
        if conditions.invoices.iter().any(is_disputed) { conditions.debts(true).eligible() } else { eligible.clone() };
    let (same, base) = (&eligible, || clauses.clone());
    let others = [
        ("buyerLimit", same, Clauses { limit: buyer_limit.map(tenth_more).or(clauses.limit.clone()), ..base() }),
        ("insuredPercentage", same, Clauses { percentage: best, ..base() }),
        ("excess", same, Clauses { excess: nothing(), ..base() }),
        ("claimThreshold", same, Clauses { claim_threshold: nothing(), ..base() }),
        ("lateDeliveriesCovered", &debts.eligible_without_stop(), base()),
        ("disputes", &settled, base()),
    ];
    let gains: Vec<(&'static str, Exact)> = others
        .into_iter()
        .filter_map(|(term, eligible, clauses)| {
            let gain = clauses.settle(eligible).indemnity - as_is;
            let gain = gain.known()?;
            let shows = !gain.is_negative() && !gain.rounded(places(record)).is_zero();
            shows.then(|| (term, gain.clone()))
        })
        .collect();
    let largest_first = order::sorted(&gains, &|(_, a), (_, b)| b.cmp(a));
    largest_first.into_iter().map(|(term, gain)| Lever { term, gain: record.printed(Unit::Money, gain) }).collect()
}

fn is_disputed(invoice: &ClaimInvoice) -> bool {
    invoice.disputed.is_some_and(|disputed| disputed > 0.into())
}

/// What has to be done and what is to be expected, as far as the dates are known.
fn deadlines(input: &IndemnityInput, options: &Options) -> Vec<Deadline> {
    let calendar = WorkingDays::new(&options.holidays, &options.workdays);
    let (cover, event) = (&input.cover, &input.event);
    let unpaid = input.invoices.iter().filter(|invoice| invoice.is_unpaid());
    let oldest = unpaid.map(|invoice| invoice.due_date).min();
    let waiting = match cover.waiting_period_days {
        Some(days) => days.whole().unwrap_or(0),
        None => options.policy.cover.waiting_period_days.into(),
    };
    let waits = event.cause == Cause::ProtractedDefault;
    let decision = event.file_complete_on.map(|day| calendar.after(day, 15));
    [
        ("formal_demand", oldest.map(|day| calendar.after(day, 3)), "S8"),
        ("claim_filing", event.known_on.map(|day| day.plus_days(30)), "S24"),
        ("waiting_period_ends", oldest.filter(|_| waits).map(|day| day.plus_days(waiting)), "house"),
        ("decision_expected", decision, "S25"),
        ("payment_expected", decision.map(|day| calendar.after(day, 15)), "S26"),
    ]
    .into_iter()
    .filter_map(|(id, date, source)| date.map(|date| Deadline { id, date, source }))
    .collect()
}

/// The findings, in the order of the contract.
fn judge(input: &IndemnityInput, debts: &Debts, settlement: &Settlement, options: &Options, record: &mut Recorder) {
    let zero = Quantity::number(0);
    let excluded = !is_covered(&input.cover, input.event.cause, options);
    record.finding("peril_excluded", Severity::Critical, "S84", Some(excluded));
    let line = |code, metric, value, source| Alarm {
        code,
        severity: Severity::Warning,
        metric,
        value,
        operator: Operator::Above,
        boundary: &zero,
        source,
    };
    let over = &settlement.secured - &settlement.insured_loss;
    if record.alarm(&line("over_limit", "waterfall.overLimit", &over, "S100")) {
        record.cleared_by(&input.cover.buyer_limit(), &settlement.secured);
    }
    let below = &settlement.insured_loss - &settlement.claimed;
    record.alarm(&line("below_threshold", "waterfall.belowThreshold", &below, "house"));
    let disputed = input.invoices.iter().any(is_disputed);
    record.finding("disputed_amounts", Severity::Warning, "S115", Some(disputed));
    let late = Quantity::fact("deliveredTooLate", debts.delivered_too_late.clone());
    record.alarm(&line("stop_shipment_breached", "waterfall.afterStopShipment", &late, "S92"));
    let terms = &options.policy.cover;
    let percentage = (input.cover.insured_percentage()).or_policy(terms.insured_percentage.0);
    let market = Quantity::fact("marketPercentage", Exact::from(terms.market_percentage.0));
    if record.alarm(&Alarm {
        code: "insured_percentage_above_market",
        severity: Severity::Info,
        metric: "",
        value: &percentage,
        operator: Operator::Above,
        boundary: &market,
        source: "S23",
    }) {
        record.cleared_by(&percentage, &market);
    }
    record.finding("evidence_needed", Severity::Info, "S86", Some(true));
}
