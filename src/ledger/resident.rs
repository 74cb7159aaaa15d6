//! A finished ledger that is asked again: its rows stand together by account, and a question looks closely only at those that
//! were open. What does not depend on who owes is known by day.

use crate::ledger::accounts::Account;
use crate::ledger::ageing::{Balance, Bounds, Totals, YEAR, disputed_of, standing_on, times};
use crate::ledger::asked::{Balances, Standings};
use crate::ledger::day::Day;
use crate::ledger::insured::{Conditions, Debt};
use crate::ledger::reading::Reader;
use crate::ledger::rows::{Packed, Row, Rows};
use crate::ledger::timeline::{Span, Timeline, include};

/// The most days that are kept, of all currencies together: a file that needs more has dates without sense.
const MOST_DAYS: usize = 1 << 17;

/// Rows that one call of a loop is given: engines only swap in better code between calls.
const PIECE: usize = 1 << 12;

/// What is kept beside the rows.
#[derive(Debug)]
pub(super) struct Resident {
    currencies: Vec<Holding>,
    accounts: Vec<Head>,
}

/// What a walk over the accounts asks first.
#[derive(Debug)]
struct Head {
    /// The first day on which the account has rows.
    since: Day,
    currency: u8,
}

/// What is kept of a currency.
#[derive(Debug)]
struct Holding {
    timeline: Timeline,
    dues: Span,
    /// Its accounts, by the most that their sales can be, which falls.
    sellers: Vec<(i64, u32)>,
}

/// What was open in a currency by the day on which it is due.
#[derive(Clone, Debug)]
struct Dues {
    first: u32,
    days: Vec<Due>,
    disputed: i64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Due {
    open: i64,
    count: u32,
}

/// What was open on a day, and what of it fulfils the conditions of a cover: as long as neither changes, no row is asked.
#[derive(Debug)]
pub(super) struct OpenOn {
    as_of: Day,
    conditions: Option<Conditions>,
    dues: Vec<Dues>,
    largest_sales: Vec<i64>,
}

impl Resident {
    /// Brings the rows together. `None` when there is no memory for it, or the file is of a kind that is better walked over.
    pub fn of(reader: &mut Reader) -> Option<Self> {
        if reader.is_wide() {
            return None;
        }
        let accounts = &reader.accounts.list;
        let mut spans = vec![(Span::NONE, Span::NONE); reader.currencies.list.len()];
        for block in reader.rows.blocks() {
            note_days(&reader.rows, block, accounts, &mut spans);
        }
        let days =
            spans.iter().fold(0_usize, |sum, (days, dues)| sum.saturating_add(days.days()).saturating_add(dues.days()));
        if days > MOST_DAYS || !reader.rows.gather(accounts.len()) {
            return None;
        }
        let holding =
            |(days, dues): &(Span, Span)| Holding { timeline: Timeline::new(days), dues: *dues, sellers: Vec::new() };
        let mut currencies: Vec<Holding> = spans.iter().map(holding).collect();
        let mut heads = Vec::with_capacity(accounts.len());
        for (number, account) in (0..).zip(accounts) {
            let Some(holding) = currencies.get_mut(usize::from(account.currency)) else { continue };
            let (mut most, mut first) = (0, Day::NONE);
            for rows in reader.rows.of_account(number).chunks(PIECE) {
                holding.add(&reader.rows, rows, &mut most, &mut first);
            }
            holding.sellers.push((most, number));
            heads.push(Head { since: first, currency: account.currency });
        }
        for holding in &mut currencies {
            holding.timeline.add_up();
            holding.sellers.sort_unstable_by(|a, b| b.cmp(a));
        }
        Some(Self { currencies, accounts: heads })
    }

    /// How every account stands on a day, by what is known of it from the question before.
    pub fn standings(
        &self,
        reader: &Reader,
        bounds: &Bounds,
        conditions: Option<&Conditions>,
        before: Option<Standings>,
    ) -> Standings {
        let known = match before {
            Some(Standings { balances, eligible, open_on: Some(open), .. })
                if open.as_of == bounds.as_of && open.conditions.as_ref() == conditions =>
            {
                (balances, eligible, open)
            }
            _ => self.walk(reader, bounds.as_of, conditions),
        };
        let (balances, eligible, open_on) = known;
        let parts = self.currencies.iter().zip(&open_on.dues).zip(&open_on.largest_sales);
        let totals = parts.map(|((holding, dues), largest)| holding.totals(bounds, dues, *largest)).collect();
        Standings { balances, totals, eligible, open_on: Some(open_on) }
    }

    fn walk(&self, reader: &Reader, as_of: Day, conditions: Option<&Conditions>) -> (Balances, Vec<i128>, OpenOn) {
        let accounts = self.accounts.len();
        let dues = |holding: &Holding| Dues {
            first: holding.dues.start(),
            days: vec![Due::default(); holding.dues.days()],
            disputed: 0,
        };
        let mut dues: Vec<Dues> = self.currencies.iter().map(dues).collect();
        let mut balances = Vec::with_capacity(accounts);
        let mut eligible = Vec::with_capacity(if conditions.is_some() { accounts } else { 0 });
        let mut overdue = Vec::new();
        for (number, head) in (0..).zip(&self.accounts) {
            let mut balance = Balance { seen: head.since <= as_of, ..Balance::none(head.currency) };
            overdue.clear();
            if let Some(dues) = dues.get_mut(usize::from(head.currency)).filter(|_| balance.seen) {
                let wanted = conditions.map(|_| &mut overdue);
                add_open(&reader.rows, number, as_of, &mut balance, dues, wanted);
            }
            balances.push(balance);
            if let Some(conditions) = conditions {
                eligible.push(conditions.eligible_of(&overdue).into());
            }
        }
        let largest_sales = self.currencies.iter().map(|holding| holding.largest_sales(&reader.rows, as_of)).collect();
        let open_on = OpenOn { as_of, conditions: conditions.cloned(), dues, largest_sales };
        (Balances::Narrow(balances), eligible, open_on)
    }
}

/// The days on which rows of a block were issued, settled and due.
#[inline(never)]
fn note_days(rows: &Rows, block: &[Packed], accounts: &[Account], spans: &mut [(Span, Span)]) {
    for packed in block {
        let row = rows.unpack(*packed);
        let currency = accounts.get(row.account as usize).map_or(0, |account| account.currency);
        if let Some((days, dues)) = spans.get_mut(usize::from(currency)) {
            include(days, &row);
            dues.include(row.due);
        }
    }
}

/// Adds what was open of an account on a day, and lists what of it was overdue when that is wanted.
#[inline(never)]
fn add_open(
    rows: &Rows,
    account: u32,
    as_of: Day,
    balance: &mut Balance<i64>,
    dues: &mut Dues,
    mut overdue: Option<&mut Vec<Debt>>,
) {
    for packed in rows.maybe_open(account, as_of) {
        if !packed.is_issued_by(as_of) {
            continue;
        }
        let (open, disputed) = packed.before_closing().unwrap_or_else(|| beside(rows, packed, as_of));
        if open <= 0 {
            balance.credits = balance.credits.wrapping_sub(open);
            continue;
        }
        let due = packed.due();
        let late = as_of.0.saturating_sub(due.0);
        let bucket =
            [0, 30, 60, 90].iter().fold(0_usize, |bucket, days| bucket.wrapping_add(usize::from(late > *days)));
        if let Some(part) = balance.ageing.get_mut(bucket) {
            *part = part.wrapping_add(open);
        }
        balance.oldest = balance.oldest.min(due);
        if let Some(known) = dues.days.get_mut(due.0.wrapping_sub(dues.first) as usize) {
            known.open = known.open.wrapping_add(open);
            known.count = known.count.wrapping_add(1);
        }
        dues.disputed = dues.disputed.wrapping_add(disputed);
        if late > 0
            && let Some(overdue) = &mut overdue
        {
            overdue.push(Debt::new(packed.issued(), due, open.wrapping_sub(disputed)));
        }
    }
}

/// What was open and disputed of a row that does not say it itself.
#[inline(never)]
fn beside(rows: &Rows, packed: Packed, as_of: Day) -> (i64, i64) {
    let row = rows.unpack(packed);
    let (open, _) = standing_on(&row, as_of);
    (open, disputed_of(&row, open))
}

impl Holding {
    /// Adds rows of an account to the days, their amounts to the most that its sales can be, and finds its first day.
    #[inline(never)]
    fn add(&mut self, rows: &Rows, packed: &[Packed], most: &mut i64, first: &mut Day) {
        for packed in packed {
            let row = rows.unpack(*packed);
            self.timeline.add(&row);
            *most = most.wrapping_add(row.amount.max(0));
            *first = (*first).min(if row.issued == Day::NONE { Day(0) } else { row.issued });
        }
    }

    /// The sales of the year up to a day, of the account with the most of them.
    fn largest_sales(&self, rows: &Rows, as_of: Day) -> i64 {
        let mut largest = 0;
        for (most, account) in &self.sellers {
            if largest >= *most {
                break;
            }
            largest = largest.max(sales_of(rows, rows.of_account(*account), as_of));
        }
        largest
    }

    fn totals(&self, bounds: &Bounds, dues: &Dues, largest_sales: i64) -> Totals<i128> {
        let as_of = bounds.as_of;
        let past = self.timeline.up_to(as_of.0);
        let mut totals = Totals {
            invoices: past.rows.wrapping_add(self.timeline.undated),
            not_yet_issued: self.timeline.all().rows.wrapping_sub(past.rows),
            disputed: dues.disputed.into(),
            paid: past.paid,
            paid_days: past.paid_days,
            monthly: self.timeline.monthly(&bounds.month_starts, as_of),
            has_issue_dates: past.rows > 0,
            sales: self.timeline.sales(as_of.0.checked_sub(YEAR), as_of.0),
            largest_sales: largest_sales.into(),
            ..Totals::default()
        };
        for (due, Due { open, count }) in (dues.first..).map(Day).zip(&dues.days).filter(|(_, due)| due.count > 0) {
            totals.add_open(bounds, due, *open, *count);
            totals.open_days = totals.open_days.wrapping_add(times(*open, bounds.days_late(due)));
        }
        totals
    }
}

/// The sales of an account in the year up to a day.
#[inline(never)]
fn sales_of(rows: &Rows, packed: &[Packed], as_of: Day) -> i64 {
    let in_year = |row: &Row| row.issued <= as_of && row.issued.0.saturating_add(YEAR) > as_of.0;
    let rows = packed.iter().map(|packed| rows.unpack(*packed)).filter(in_year);
    rows.fold(0, |sum, row| sum.wrapping_add(row.amount))
}
