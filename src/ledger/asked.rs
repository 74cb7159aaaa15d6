//! A question that was asked of the rows, and what every account answers to it.

use crate::ledger::accounts::Account;
use crate::ledger::ageing::{Ageing, Balance, Bounds, Totals};
use crate::ledger::hashing::hash_name;
use crate::ledger::insured::{Conditions, Settled, Terms, eligible};
use crate::ledger::options::LedgerOptions;
use crate::ledger::reading::Reader;
use crate::ledger::resident::OpenOn;
use crate::ledger::summary::{Sums, sum};
use crate::ledger::units::{Sum, minor, product, rounded_quotient};
use crate::quantity::Currency;

/// The balances, as wide as the file needs them.
#[derive(Debug)]
pub(super) enum Balances {
    Narrow(Vec<Balance<i64>>),
    Wide(Vec<Balance<i128>>),
}

/// How all accounts stand on a day.
#[derive(Debug)]
pub(super) struct Standings {
    pub balances: Balances,
    /// One a currency.
    pub totals: Vec<Totals<i128>>,
    /// What of the debts of each account is insured, where there is a cover.
    pub eligible: Vec<i128>,
    /// What a next question can begin with.
    pub open_on: Option<OpenOn>,
}

/// A question and the balances that answer it.
#[derive(Debug)]
pub(super) struct Asked {
    pub options: LedgerOptions,
    pub bounds: Bounds,
    /// The rates of the policy, of eight places.
    pub rates: [i128; 5],
    pub standings: Standings,
    terms: Option<Terms>,
    /// The limits of the options by account, which rises.
    limits: Vec<(u32, i64)>,
}

/// An account on the day. In units.
#[derive(Clone, Debug)]
pub(super) struct BuyerFigures {
    pub ageing: [i128; 5],
    pub credits: i128,
    pub worst_days_late: u32,
    pub stage: usize,
    pub limit: Option<i64>,
    pub allowance: i128,
    pub settled: Option<Settled>,
}

impl BuyerFigures {
    pub fn open(&self) -> i128 {
        sum(&self.ageing)
    }

    pub fn not_due(&self) -> i128 {
        sum(self.ageing.get(..1).unwrap_or(&[]))
    }

    pub fn overdue(&self) -> i128 {
        sum(self.ageing.get(1..).unwrap_or(&[]))
    }

    pub fn overdue_more_than_30(&self) -> i128 {
        sum(self.ageing.get(2..).unwrap_or(&[]))
    }
}

impl Asked {
    /// Asks how the accounts stand.
    pub fn new(
        options: &LedgerOptions,
        reader: &Reader,
        standings: impl FnOnce(&Bounds, Option<&Conditions>) -> Standings,
    ) -> Self {
        let terms = options.cover.as_ref().map(|cover| Terms::of(cover, &options.options));
        let bounds = Bounds::of(options);
        let standings = standings(&bounds, terms.as_ref().map(|terms| &terms.conditions));
        let mut rates = [0; 5];
        for (to, rate) in rates.iter_mut().zip(options.options.policy.provision.rates.0.iter()) {
            let mut rate = rate.0;
            rate.rescale(8);
            *to = rate.mantissa();
        }
        Self { bounds, rates, standings, terms, limits: limits(options, reader), options: options.clone() }
    }

    /// Whether a currency is the one of limits and cover.
    pub fn is_home(&self, currency: Currency) -> bool {
        currency == self.options.options.currency
    }

    /// Whether what the insurance pays is asked for.
    pub fn is_insured(&self) -> bool {
        self.terms.is_some()
    }

    /// The limit of an account in the currency of limits.
    fn limit(&self, number: u32, account: &Account) -> Option<i64> {
        let told = self.limits.binary_search_by_key(&number, |(number, _)| *number);
        told.ok().and_then(|at| self.limits.get(at)).map(|(_, limit)| *limit).or(account.limit)
    }

    #[inline]
    fn settled(&self, number: u32, limit: Option<i64>, places: u32) -> Option<Settled> {
        let eligible = || self.standings.eligible.get(number as usize).copied().unwrap_or(0);
        self.terms.as_ref().map(|terms| terms.settle(eligible(), limit, places))
    }

    fn balance(&self, number: u32) -> Option<Balance<i128>> {
        match &self.standings.balances {
            Balances::Narrow(balances) => balances.get(number as usize).map(Balance::widened),
            Balances::Wide(balances) => balances.get(number as usize).copied(),
        }
    }

    /// The accounts of a currency that have rows on the day.
    pub fn accounts(&self, currency: u8) -> Vec<u32> {
        #[inline(never)]
        fn of<S>(balances: &[Balance<S>], currency: u8) -> Vec<u32> {
            let own = (0..).zip(balances).filter(|(_, balance)| balance.seen && balance.currency == currency);
            own.map(|(number, _)| number).collect()
        }
        match &self.standings.balances {
            Balances::Narrow(balances) => of(balances, currency),
            Balances::Wide(balances) => of(balances, currency),
        }
    }

    /// What is open of an account.
    pub fn open(&self, number: u32) -> i128 {
        match &self.standings.balances {
            Balances::Narrow(balances) => balances.get(number as usize).map_or(0, |balance| balance.open().into()),
            Balances::Wide(balances) => balances.get(number as usize).map_or(0, Balance::open),
        }
    }

    /// All that is told of an account.
    pub fn figures(&self, number: u32, account: &Account, is_home: bool, places: u32) -> Option<BuyerFigures> {
        let balance = self.balance(number)?;
        let limit = if is_home { self.limit(number, account) } else { None };
        let allowances = balance.ageing.iter().zip(&self.rates).map(|(part, rate)| allowance(*part, *rate, places));
        let owes = balance.open() > 0;
        Some(BuyerFigures {
            ageing: balance.ageing,
            credits: balance.credits,
            worst_days_late: if owes { self.bounds.days_late(balance.oldest) } else { 0 },
            stage: if owes { self.bounds.stage(balance.oldest) } else { 0 },
            limit,
            allowance: allowances.fold(0, i128::wrapping_add),
            settled: if is_home { self.settled(number, limit, places) } else { None },
        })
    }

    /// What the accounts of a currency add up to.
    pub fn sums(&self, accounts: &[Account], number: u8, currency: Currency) -> Sums {
        match &self.standings.balances {
            Balances::Narrow(balances) => self.sums_of(balances, accounts, number, currency),
            Balances::Wide(balances) => self.sums_of(balances, accounts, number, currency),
        }
    }

    fn sums_of<S: Sum>(&self, balances: &[Balance<S>], accounts: &[Account], number: u8, currency: Currency) -> Sums {
        let mut high = self.options.options.policy.limit.utilisation_high.0;
        high.rescale(8);
        let mut sums = Sums { parts: Vec::with_capacity(balances.len()), ..Sums::default() };
        let mut narrow = Balance::<S>::none(number);
        let asked = Wanted { is_home: self.is_home(currency), places: currency.places(), utilisation: high.mantissa() };
        let pieces = balances.chunks(PIECE).zip(accounts.chunks(PIECE));
        for (first, (balances, accounts)) in (0_u32..).step_by(PIECE).zip(pieces) {
            self.add_up(first, balances, accounts, &asked, &mut narrow, &mut sums);
        }
        Sums { ageing: narrow.ageing.map(Into::into), credits: narrow.credits.into(), ..sums }
    }

    /// Adds accounts to their sums. A call of its own for some: engines only swap in better code between calls.
    #[inline(never)]
    fn add_up<S: Sum>(
        &self,
        first: u32,
        balances: &[Balance<S>],
        accounts: &[Account],
        wanted: &Wanted,
        narrow: &mut Balance<S>,
        sums: &mut Sums,
    ) {
        let own = |balance: &Balance<S>| balance.seen && balance.currency == narrow.currency;
        let counted = (first..).zip(balances.iter().zip(accounts)).filter(|(_, (balance, _))| own(balance));
        let (mut ageing, mut credits) = (narrow.ageing, narrow.credits);
        for (at, (balance, account)) in counted {
            sums.buyers = sums.buyers.saturating_add(1);
            for (sum, part) in ageing.iter_mut().zip(balance.ageing) {
                *sum = sum.plus(part);
            }
            credits = credits.plus(balance.credits);
            let open = balance.open();
            if open > S::default() {
                sums.parts.push(open.into());
                sums.overdue_buyers = sums.overdue_buyers.saturating_add(u32::from(balance.oldest < self.bounds.as_of));
            }
            if !wanted.is_home {
                continue;
            }
            sums.limits_differ = sums.limits_differ.saturating_add(u32::from(account.limits_differ));
            let limit = self.limit(at, account);
            if let Some(limit) = limit.map(i128::from) {
                let open: i128 = open.into();
                let above_share = product(open, 100_000_000) > product(limit, wanted.utilisation);
                sums.with_limit = sums.with_limit.saturating_add(1);
                sums.over_share = sums.over_share.saturating_add(u32::from(above_share || open > limit));
                sums.over_limit = sums.over_limit.saturating_add(u32::from(open > limit));
            }
            if let Some(settled) = self.settled(at, limit, wanted.places) {
                sums.insured_loss = sums.insured_loss.wrapping_add(settled.insured_loss);
                sums.indemnity = sums.indemnity.wrapping_add(settled.indemnity);
            }
        }
        (narrow.ageing, narrow.credits) = (ageing, credits);
    }
}

/// So many accounts are added up at a time.
const PIECE: usize = 1 << 10;

/// What is the same for all accounts of a currency.
struct Wanted {
    is_home: bool,
    places: u32,
    /// The share of a limit from which on its use is high, of eight places.
    utilisation: i128,
}

/// How the accounts stand, by a walk over all rows in the order of the file.
pub(super) fn walked(reader: &Reader, bounds: &Bounds, conditions: Option<&Conditions>) -> Standings {
    // Where bytes count there is one width for all.
    let (balances, totals) = if reader.is_wide() || !cfg!(feature = "quick") {
        let ageing = aged::<i128>(reader, bounds);
        (Balances::Wide(ageing.balances), ageing.totals)
    } else {
        let ageing = aged::<i64>(reader, bounds);
        (Balances::Narrow(ageing.balances), ageing.totals.iter().map(Totals::widened).collect())
    };
    let accounts = reader.accounts.list.len();
    let eligible = conditions.map(|conditions| eligible(&reader.rows, accounts, bounds.as_of, conditions));
    Standings { balances, totals, eligible: eligible.unwrap_or_default(), open_on: None }
}

fn aged<S: Sum>(reader: &Reader, bounds: &Bounds) -> Ageing<S> {
    let mut ageing = Ageing::none(&reader.accounts.list, reader.currencies.list.len());
    for block in reader.rows.blocks() {
        ageing.add_block(&reader.rows, block, bounds);
    }
    ageing.sum_sales();
    ageing
}

/// The limits of the options, by the accounts that they are meant for.
fn limits(options: &LedgerOptions, reader: &Reader) -> Vec<(u32, i64)> {
    let Some(home) = reader.currencies.list.iter().position(|currency| *currency == options.options.currency) else {
        return Vec::new();
    };
    let home = u8::try_from(home).unwrap_or(u8::MAX);
    let account = |name: &[u8]| reader.accounts.find(name, home, hash_name(name, home));
    let limits = options.limit_units().into_iter();
    let mut limits: Vec<_> = limits.filter_map(|(name, limit)| Some((account(name.as_bytes())?, limit))).collect();
    limits.sort_unstable();
    limits
}

/// Balance · rate, rounded to the minor unit. A balance is below 2^90 and a rate below 2^27.
pub(super) fn allowance(balance: i128, rate: i128, places: u32) -> i128 {
    const RATE_ONE: i64 = 100_000_000;
    if balance == 0 {
        return 0;
    }
    rounded_quotient(product(balance, rate), RATE_ONE, minor(places))
}
