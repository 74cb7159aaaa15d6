//! One walk over the rows: what was open on a day, how old it was, and what was sold before.

use crate::calendar::WorkingDays;
use crate::ledger::accounts::Account;
use crate::ledger::day::Day;
use crate::ledger::options::LedgerOptions;
use crate::ledger::rows::{Disputed, Packed, Row, Rows, Standing};
use crate::ledger::units::Sum;

/// Not due, 1–30, 31–60, 61–90, over 90 days late.
pub(super) const BUCKETS: [&str; 5] = ["not_due", "d1_30", "d31_60", "d61_90", "over_90"];

/// The stages of dunning, the first for invoices that have reached none.
pub(super) const STAGES: [&str; 7] = ["none", "reminder", "due", "formal_demand", "collection", "legal", "stop_supply"];

/// The months whose sales are shown.
pub(super) const MONTHS: usize = 24;

/// The days of a year of sales.
pub(super) const YEAR: u32 = 365;

/// What an account comes to. In 64 bits it fills a line of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Balance<S> {
    /// What is open, by age.
    pub ageing: [S; 5],
    /// Negative rows, without their sign.
    pub credits: S,
    /// Invoices less credit notes of the last 365 days.
    pub sales: S,
    /// The due date of the oldest open invoice.
    pub oldest: Day,
    /// Whether any row counts on the day.
    pub seen: bool,
    pub currency: u8,
}

impl<S: Sum> Balance<S> {
    /// The same in 128 bits.
    pub fn widened(&self) -> Balance<i128> {
        Balance {
            ageing: self.ageing.map(Into::into),
            credits: self.credits.into(),
            sales: self.sales.into(),
            oldest: self.oldest,
            seen: self.seen,
            currency: self.currency,
        }
    }

    /// The balance of an account without rows.
    pub fn none(currency: u8) -> Self {
        let zero = S::default();
        Self { ageing: [zero; 5], credits: zero, sales: zero, oldest: Day::NONE, seen: false, currency }
    }

    pub fn open(&self) -> S {
        self.ageing.iter().fold(S::default(), |sum, part| sum.plus(*part))
    }
}

/// What a currency comes to, beside the sums of its accounts.
#[derive(Clone, Debug)]
pub(super) struct Totals<S> {
    /// Rows that count on the day.
    pub invoices: u32,
    pub not_yet_issued: u32,
    pub counts: [u32; 5],
    pub stage_counts: [u32; 7],
    pub stage_amounts: [S; 7],
    pub disputed: S,
    /// Open amounts times days late.
    pub open_days: i128,
    /// Amounts paid, and the same times days late.
    pub paid: i128,
    pub paid_days: i128,
    /// The newest month first.
    pub monthly: [S; MONTHS],
    pub has_issue_dates: bool,
    /// Invoices less credit notes of the last 365 days, and those of the account with the most of them.
    pub sales: S,
    pub largest_sales: S,
}

impl<S: Sum> Totals<S> {
    /// The same in 128 bits.
    pub fn widened(&self) -> Totals<i128> {
        Totals {
            invoices: self.invoices,
            not_yet_issued: self.not_yet_issued,
            counts: self.counts,
            stage_counts: self.stage_counts,
            stage_amounts: self.stage_amounts.map(Into::into),
            disputed: self.disputed.into(),
            open_days: self.open_days,
            paid: self.paid,
            paid_days: self.paid_days,
            monthly: self.monthly.map(Into::into),
            has_issue_dates: self.has_issue_dates,
            sales: self.sales.into(),
            largest_sales: self.largest_sales.into(),
        }
    }
}

impl<S: Sum> Default for Totals<S> {
    fn default() -> Self {
        let zero = S::default();
        Self {
            invoices: 0,
            not_yet_issued: 0,
            counts: [0; 5],
            stage_counts: [0; 7],
            stage_amounts: [zero; 7],
            disputed: zero,
            open_days: 0,
            paid: 0,
            paid_days: 0,
            monthly: [zero; MONTHS],
            has_issue_dates: false,
            sales: zero,
            largest_sales: zero,
        }
    }
}

impl<S: Sum> Totals<S> {
    /// Adds open invoices that are due on a day to their age and stage.
    #[inline]
    pub fn add_open(&mut self, bounds: &Bounds, due: Day, open: i64, count: u32) {
        let (bucket, stage) = (bounds.bucket(due), bounds.stage(due));
        if let Some(known) = self.counts.get_mut(bucket) {
            *known = known.wrapping_add(count);
        }
        if let (Some(part), Some(known)) = (self.stage_amounts.get_mut(stage), self.stage_counts.get_mut(stage)) {
            *part = part.plus(S::of(open));
            *known = known.wrapping_add(count);
        }
    }
}

/// The bounds of ages, stages and months on a day.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    pub as_of: Day,
    /// An invoice has reached stage `n + 1` or a later one when it is due by the bound at `n`; they fall.
    stages: [i64; 6],
    /// The first day of the oldest month that is shown.
    months_from: u32,
    /// The month of each day from then on, 0 the newest.
    months: Vec<u8>,
    /// The first day of each month, the newest first.
    pub month_starts: Vec<u32>,
}

impl Bounds {
    pub fn of(options: &LedgerOptions) -> Self {
        let as_of = Day::of_date(options.as_of).unwrap_or(Day(0));
        let policy = &options.options.policy.late_payment;
        let calendar = WorkingDays::new(&options.options.holidays, &options.options.workdays);
        let day = i64::from(as_of.0);
        let since = |days: u32| day.saturating_sub(i64::from(days));
        let mut stages = [
            day.saturating_add(i64::from(policy.reminder_days_before)),
            day,
            last_demanded(&calendar, as_of, policy.formal_demand_working_days),
            since(policy.collection_days),
            since(policy.legal_days),
            since(policy.stop_supply_days),
        ];
        // The stage is the last one reached: a bound that lies before a later one does not count.
        let mut latest = i64::MIN;
        for bound in stages.iter_mut().rev() {
            latest = latest.max(*bound);
            *bound = latest;
        }
        let (month_starts, months) = months(options, as_of);
        let months_from = month_starts.last().copied().unwrap_or(as_of.0);
        Self { as_of, stages, months_from, months, month_starts }
    }

    /// The stage of an invoice by its due date.
    #[inline]
    pub fn stage(&self, due: Day) -> usize {
        self.stages.iter().map(|bound| usize::from(i64::from(due.0) <= *bound)).sum()
    }

    /// Days after the due date.
    #[inline]
    pub fn days_late(&self, due: Day) -> u32 {
        self.as_of.0.saturating_sub(due.0)
    }

    #[inline]
    pub fn bucket(&self, due: Day) -> usize {
        match self.days_late(due) {
            0 => 0,
            late => (late.wrapping_sub(1) / 30).min(3).wrapping_add(1) as usize,
        }
    }

    /// The month of a day up to the day of the question, 0 the newest.
    #[inline]
    fn month(&self, day: Day) -> Option<usize> {
        self.months.get(day.0.checked_sub(self.months_from)? as usize).map(|month| usize::from(*month))
    }

    /// Whether a day up to the day of the question lies in the year before it.
    #[inline]
    fn is_in_year(&self, day: Day) -> bool {
        day.0.saturating_add(YEAR) > self.as_of.0
    }
}

/// The last due date whose formal demand was due by the day.
fn last_demanded(calendar: &WorkingDays, as_of: Day, working_days: u32) -> i64 {
    let today = as_of.date();
    // Later due dates never have earlier demands, so halving the days finds it.
    let (mut low, mut high) = (-200_000_i64, i64::from(as_of.0));
    while low < high {
        let middle = low.saturating_add(high).saturating_add(1).div_euclid(2);
        let due = Day(0).date().plus_days(middle);
        if calendar.after(due, working_days) <= today {
            low = middle;
        } else {
            high = middle.saturating_sub(1);
        }
    }
    low
}

/// The first day of each month shown, the newest first, and the month of each day from the oldest to the day of the question.
fn months(options: &LedgerOptions, as_of: Day) -> (Vec<u32>, Vec<u8>) {
    use chrono::Datelike;
    let (mut starts, mut days) = (Vec::new(), Vec::new());
    let mut day = as_of;
    let mut length = options.as_of.0.day();
    for month in 0..MONTHS {
        days.extend(std::iter::repeat_n(u8::try_from(month).unwrap_or(0), length as usize));
        let first = day.0.wrapping_add(1).saturating_sub(length);
        starts.push(first);
        let Some(before) = first.checked_sub(1) else { break };
        day = Day(before);
        length = day.date().0.day();
    }
    days.reverse();
    (starts, days)
}

/// What was open of a row on a day, and what of it was paid by then with a known date.
#[inline]
pub(super) fn standing_on(row: &Row, as_of: Day) -> (i64, i64) {
    let dated = row.paid_on != Day::NONE && row.paid_on <= as_of;
    match row.standing {
        Standing::Open(open) => (open, if dated { row.amount.wrapping_sub(open) } else { 0 }),
        Standing::Paid(paid) => {
            let counts = dated || row.paid_on == Day::NONE;
            let paid = if counts { paid } else { 0 };
            (row.amount.wrapping_sub(paid), if dated { paid } else { 0 })
        }
    }
}

/// What is open of a row on a day: `None` when nothing is, when it is a credit, or when it is dated after the day.
#[inline]
pub(super) fn open_on(row: &Row, as_of: Day) -> Option<i64> {
    let is_issued = row.issued == Day::NONE || row.issued <= as_of;
    let (open, _) = standing_on(row, as_of);
    (is_issued && open > 0).then_some(open)
}

/// What is disputed of an open amount.
#[inline]
pub(super) fn disputed_of(row: &Row, open: i64) -> i64 {
    match row.disputed {
        Disputed::Nothing => 0,
        Disputed::Everything => open,
        Disputed::Amount(part) => part.min(open),
    }
}

/// Rows whose balances are asked for at once.
const TOGETHER: usize = 64;

/// The balances of all accounts and the totals of all currencies.
#[derive(Debug)]
pub(super) struct Ageing<S> {
    pub balances: Vec<Balance<S>>,
    pub totals: Vec<Totals<S>>,
}

impl<S: Sum> Ageing<S> {
    /// Sums up the sales of the accounts, once all rows are there.
    pub fn sum_sales(&mut self) {
        for balance in &self.balances {
            if let Some(totals) = self.totals.get_mut(usize::from(balance.currency)) {
                totals.sales = totals.sales.plus(balance.sales);
                totals.largest_sales = totals.largest_sales.max(balance.sales);
            }
        }
    }

    /// Nothing yet, for these accounts and so many currencies.
    pub fn none(accounts: &[Account], currencies: usize) -> Self {
        let balances = accounts.iter().map(|account| Balance::none(account.currency)).collect();
        Self { balances, totals: vec![Totals::default(); currencies] }
    }

    /// Adds the rows of a block. A call of its own for each: engines only swap in better code between calls.
    #[inline(never)]
    pub fn add_block(&mut self, rows: &Rows, block: &[Packed], bounds: &Bounds) {
        // Asking for many balances before the first is used lets the memory fetch them all at once.
        let mut currencies = [0_u8; TOGETHER];
        for part in block.chunks(TOGETHER) {
            for (currency, packed) in currencies.iter_mut().zip(part) {
                *currency = self.balances.get(packed.account() as usize).map_or(0, |balance| balance.currency);
            }
            for (packed, currency) in part.iter().zip(&currencies) {
                self.add(&rows.unpack(*packed), *currency, bounds);
            }
        }
    }

    /// Adds one row.
    #[inline]
    fn add(&mut self, row: &Row, currency: u8, bounds: &Bounds) {
        let Some(balance) = self.balances.get_mut(row.account as usize) else { return };
        let Some(totals) = self.totals.get_mut(usize::from(currency)) else { return };
        if row.issued != Day::NONE {
            if row.issued > bounds.as_of {
                totals.not_yet_issued = totals.not_yet_issued.wrapping_add(1);
                return;
            }
            totals.has_issue_dates = true;
            // Half of the rows may be older: nothing is added for them, so that nobody has to foretell which.
            let sales = if bounds.is_in_year(row.issued) { row.amount } else { 0 };
            balance.sales = balance.sales.plus(S::of(sales));
            if let Some(month) = bounds.month(row.issued).and_then(|month| totals.monthly.get_mut(month)) {
                *month = month.plus(S::of(row.amount));
            }
        }
        balance.seen = true;
        totals.invoices = totals.invoices.wrapping_add(1);
        let (open, paid) = standing_on(row, bounds.as_of);
        if paid > 0 {
            let late = row.paid_on.0.saturating_sub(row.due.0);
            totals.paid = totals.paid.wrapping_add(paid.into());
            totals.paid_days = totals.paid_days.wrapping_add(times(paid, late));
        }
        if open < 0 {
            balance.credits = balance.credits.plus(S::of(open.wrapping_neg()));
        }
        if open <= 0 {
            return;
        }
        if let Some(part) = balance.ageing.get_mut(bounds.bucket(row.due)) {
            *part = part.plus(S::of(open));
        }
        totals.add_open(bounds, row.due, open, 1);
        balance.oldest = balance.oldest.min(row.due);
        totals.disputed = totals.disputed.plus(S::of(disputed_of(row, open)));
        totals.open_days = totals.open_days.wrapping_add(times(open, bounds.days_late(row.due)));
    }
}

/// An amount times days: 57 bits and 17 make up to 74. In two parts, for WebAssembly has no such multiplication.
#[inline]
pub(super) fn times(amount: i64, days: u32) -> i128 {
    const BITS: u32 = 28;
    let days = i64::from(days);
    let (high, low) = (amount >> BITS, amount & ((1 << BITS) - 1));
    (i128::from(high.wrapping_mul(days)) << BITS).wrapping_add(i128::from(low.wrapping_mul(days)))
}
