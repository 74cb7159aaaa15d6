//! What trade credit insurance would pay: the clauses of `indemnity`, for every buyer, in whole numbers.
//!
//! Amounts have four places and the insured share has eight, so everything after the share was taken has twelve. A buyer
//! owes at most 2^32 rows of 10^17 units, which are below 2^90; with 10^8 of the share below 2^117.

use std::num::NonZeroU32;

use crate::ledger::ageing::{disputed_of, open_on};
use crate::ledger::day::Day;
use crate::ledger::rows::Rows;
use crate::ledger::units::{minor, product, rounded_quotient, units_of};
use crate::options::Options;
use crate::policy::sections::PerilCover;
use crate::quantity::Money;
use crate::waterfall::{AggregateErosion, Cause, Cover, ExcessOrder, ExtensionFrom};

/// The insured share has eight places.
const SHARE: i128 = SHARE_ONE as i128;
const SHARE_ONE: i64 = 100_000_000;

/// The conditions under which an overdue invoice is insured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Conditions {
    is_covered: bool,
    period_start: Option<Day>,
    period_end: Option<Day>,
    max_terms: Option<i64>,
    cancelled_on: Option<Day>,
    /// Days after the oldest debt after which deliveries are no longer insured.
    extension: Option<i64>,
    from_due: bool,
}

/// The clauses that look at the debts of a buyer as a whole. In units.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    pub conditions: Conditions,
    buyer_limit: Option<i128>,
    discretionary: Option<i128>,
    threshold: i128,
    share: i128,
    retention: i128,
    excess: i128,
    excess_first: bool,
    first_loss: i128,
    eroded_by_loss: bool,
    most: Option<i128>,
}

/// What is insured of a buyer and what is paid. The indemnity is rounded to the minor unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Settled {
    pub insured_loss: i128,
    pub indemnity: i128,
}

impl Terms {
    pub fn of(cover: &Cover, options: &Options) -> Self {
        let day = |date: Option<crate::IsoDate>| date.and_then(Day::of_date);
        let units = |amount: Option<Money>| amount.and_then(|amount| units_of(amount.0)).map(i128::from);
        let policy = &options.policy.cover;
        let percentage = cover.insured_percentage.unwrap_or(policy.insured_percentage);
        let mut share = percentage.0;
        share.rescale(8);
        let conditions = Conditions {
            is_covered: cover.of_cause(Cause::ProtractedDefault, &policy.perils) != PerilCover::Excluded,
            period_start: day(cover.period_start),
            period_end: day(cover.period_end),
            // Terms are whole days: what is longer than 30.5 is longer than 30.
            max_terms: cover.max_terms_days.and_then(|days| i64::try_from(days.0.trunc()).ok()),
            cancelled_on: day(cover.limit_cancelled_on),
            extension: cover.maximum_extension_days.and_then(|days| i64::try_from(days.0).ok()),
            from_due: cover.extension_from != Some(ExtensionFrom::InvoiceDate),
        };
        Self {
            conditions,
            buyer_limit: units(cover.buyer_limit),
            discretionary: units(cover.discretionary_limit),
            threshold: units(cover.claim_threshold).unwrap_or(0),
            share: share.mantissa(),
            retention: units(cover.minimum_retention).unwrap_or(0),
            excess: units(cover.excess).unwrap_or(0),
            excess_first: cover.excess_order == Some(ExcessOrder::BeforePercentage),
            first_loss: units(cover.aggregate_first_loss).unwrap_or(0),
            eroded_by_loss: cover.aggregate_eroded_by == Some(AggregateErosion::Loss),
            most: units(cover.maximum_liability),
        }
    }

    /// What is paid for a debt that fulfils the conditions, with the limit of the buyer.
    pub fn settle(&self, eligible: i128, limit: Option<i64>, places: u32) -> Settled {
        if eligible == 0 {
            return Settled::default();
        }
        let limit = limit.map(i128::from).or(self.buyer_limit).or(self.discretionary);
        let insured_loss = limit.map_or(eligible, |limit| eligible.min(limit));
        let claimed = if insured_loss > self.threshold { insured_loss } else { 0 };
        let (excess, first_loss) = (product(self.excess, SHARE), product(self.first_loss, SHARE));
        let second = if self.excess_first {
            self.insured_share(claimed.saturating_sub(self.excess).max(0))
        } else {
            self.insured_share(claimed).saturating_sub(excess).max(0)
        };
        let eroded =
            if self.eroded_by_loss { product(insured_loss.min(self.first_loss), self.share) } else { first_loss };
        let payable = second.saturating_sub(eroded).max(0);
        let indemnity = self.most.map_or(payable, |most| payable.min(product(most, SHARE)));
        Settled { insured_loss, indemnity: rounded_quotient(indemnity, SHARE_ONE, minor(places)) }
    }

    /// What the own share leaves of a loss, with twelve places.
    fn insured_share(&self, loss: i128) -> i128 {
        let share = product(loss, self.share);
        if self.retention == 0 { share } else { share.min(product(loss.wrapping_sub(self.retention), SHARE)).max(0) }
    }
}

impl Conditions {
    /// Whether deliveries after the oldest debt are looked at, so that it has to be known first.
    pub fn ask_for_oldest(&self) -> bool {
        self.extension.is_some()
    }

    /// The date of a debt from which on deliveries have to stop after the extension.
    fn date_of(&self, debt: &Debt) -> Day {
        if self.from_due { debt.due } else { debt.delivered }
    }

    /// What of a debt is insured, with the oldest debt of its buyer.
    #[inline]
    fn eligible(&self, debt: &Debt, oldest: Option<Day>) -> i64 {
        let Debt { delivered, due, undisputed } = *debt;
        let terms = i64::from(due.0).saturating_sub(i64::from(delivered.0));
        let stop = self.extension.zip(oldest).map(|(days, oldest)| i64::from(oldest.0).saturating_add(days));
        let excluded = !self.is_covered
            || self.period_start.is_some_and(|start| delivered < start)
            || self.period_end.is_some_and(|end| delivered > end)
            || self.max_terms.is_some_and(|most| terms > most)
            || self.cancelled_on.is_some_and(|day| delivered > day)
            || stop.is_some_and(|day| i64::from(delivered.0) > day);
        if excluded { 0 } else { undisputed }
    }

    /// What of the debts of one account is insured. Of a file whose sums have 64 bits.
    pub fn eligible_of(&self, debts: &[Debt]) -> i64 {
        let dates = debts.iter().map(|debt| self.date_of(debt));
        let oldest = if self.ask_for_oldest() { dates.min() } else { None };
        debts.iter().fold(0, |sum, debt| sum.wrapping_add(self.eligible(debt, oldest)))
    }
}

/// An overdue invoice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Debt {
    /// When it was written, and its goods delivered; the due date when the file does not say.
    delivered: Day,
    due: Day,
    /// What of it is open and not disputed. In units.
    undisputed: i64,
}

impl Debt {
    #[inline]
    pub fn new(issued: Day, due: Day, undisputed: i64) -> Self {
        Self { delivered: if issued == Day::NONE { due } else { issued }, due, undisputed }
    }
}

/// What of the debts of each account fulfils the conditions.
pub(super) fn eligible(rows: &Rows, accounts: usize, as_of: Day, conditions: &Conditions) -> Vec<i128> {
    let overdue = rows.iter().filter_map(|row| {
        let open = open_on(&row, as_of)?;
        let debt = Debt::new(row.issued, row.due, open.wrapping_sub(disputed_of(&row, open)));
        (row.due < as_of).then_some((row.account, debt))
    });
    let mut oldest: Vec<Option<NonZeroU32>> = Vec::new();
    if conditions.ask_for_oldest() {
        oldest.resize(accounts, None);
        for (account, debt) in overdue.clone() {
            // One more than the day, so that no day is a zero.
            let date = NonZeroU32::new(conditions.date_of(&debt).0.saturating_add(1));
            if let Some(known) = oldest.get_mut(account as usize) {
                *known = if known.is_none() { date } else { (*known).min(date) };
            }
        }
    }
    let mut sums = vec![0_i128; accounts];
    for (account, debt) in overdue {
        let oldest = oldest.get(account as usize).copied().flatten().map(|day| Day(day.get().saturating_sub(1)));
        let eligible = conditions.eligible(&debt, oldest);
        if let Some(sum) = sums.get_mut(account as usize) {
            *sum = sum.wrapping_add(eligible.into());
        }
    }
    sums
}
