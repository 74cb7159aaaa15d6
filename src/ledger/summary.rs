//! From the balances of the accounts to the report of a currency.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::calendar::{IsoDate, IsoMonth};
use crate::exact::Exact;
use crate::ledger::accounts::Account;
use crate::ledger::ageing::{Ageing, BUCKETS, Balance, Bounds, STAGES, Totals};
use crate::ledger::findings::findings;
use crate::ledger::insured::{Settled, Terms};
use crate::ledger::options::LedgerOptions;
use crate::ledger::report::{
    AgeBucket, BucketProvision, Concentration, CurrencyReport, DaysLate, Insured, LimitUse, SalesOfMonth, StageTotal,
};
use crate::ledger::units::{self, Sum, rounded_to, to_minor};
use crate::quantity::{Currency, Figure};

/// An account on the day: what its row in the table of buyers is made of. In units.
#[derive(Clone, Debug)]
pub(super) struct BuyerFigures {
    pub account: u32,
    pub ageing: [i128; 5],
    pub credits: i128,
    pub sales: i128,
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

/// Sums of units have a hundred bits at most.
fn sum(parts: &[i128]) -> i128 {
    parts.iter().fold(0, |sum, part| sum.wrapping_add(*part))
}

/// Everything that is known of a currency on the day.
pub(super) struct Summary<'a> {
    pub options: &'a LedgerOptions,
    pub currency: Currency,
    pub totals: Totals<i128>,
    pub buyers: Vec<BuyerFigures>,
    pub has_amounts: bool,
    pub duplicates: u32,
    pub limits_differ: u32,
    pub is_insured: bool,
}

/// What the accounts of a currency come to, one by one.
pub(super) fn buyers<S: Sum>(
    ageing: &Ageing<S>,
    accounts: &[Account],
    currency: u8,
    options: &LedgerOptions,
    eligible: Option<(&Terms, &[i128])>,
    limits: Option<&BTreeMap<String, i64>>,
    places: u32,
) -> Vec<BuyerFigures> {
    let bounds = Bounds::of(options);
    let rates = rates(options);
    let mut buyers = Vec::new();
    for (number, (balance, account)) in (0..).zip(ageing.balances.iter().zip(accounts)) {
        if balance.currency != currency || !balance.seen {
            continue;
        }
        let limit = limits.and_then(|limits| limits.get(&*account.name).copied().or(account.limit));
        let settled = eligible.map(|(terms, eligible)| {
            let eligible = eligible.get(number as usize).copied().unwrap_or(0);
            terms.settle(eligible, limit, places)
        });
        buyers.push(figures(number, balance, &bounds, &rates, limit, settled, places));
    }
    buyers
}

fn figures<S: Sum>(
    account: u32,
    balance: &Balance<S>,
    bounds: &Bounds,
    rates: &[i128; 5],
    limit: Option<i64>,
    settled: Option<Settled>,
    places: u32,
) -> BuyerFigures {
    let ageing = balance.ageing.map(Into::into);
    let allowances = ageing.iter().zip(rates).map(|(balance, rate)| allowance(*balance, *rate, places));
    let owes = balance.open() > S::default();
    BuyerFigures {
        account,
        ageing,
        credits: balance.credits.into(),
        sales: balance.sales.into(),
        worst_days_late: if owes { bounds.days_late(balance.oldest) } else { 0 },
        stage: if owes { bounds.stage(balance.oldest) } else { 0 },
        limit,
        allowance: allowances.fold(0, i128::wrapping_add),
        settled,
    }
}

/// The rates of the policy, of eight places.
fn rates(options: &LedgerOptions) -> [i128; 5] {
    let mut rates = [0; 5];
    for (to, rate) in rates.iter_mut().zip(options.options.policy.provision.rates.0.iter()) {
        let mut rate = rate.0;
        rate.rescale(8);
        *to = rate.mantissa();
    }
    rates
}

/// Balance · rate, rounded to the minor unit. A balance is below 2^90, so nothing overflows.
fn allowance(balance: i128, rate: i128, places: u32) -> i128 {
    const RATE_ONE: i128 = 100_000_000;
    let minor = RATE_ONE.saturating_mul(10_i128.pow(units::PLACES.saturating_sub(places)));
    rounded_to(balance.saturating_mul(rate), minor).checked_div(RATE_ONE).unwrap_or(0)
}

/// A fraction, where it has one.
pub(super) fn fraction(part: i128, whole: i128) -> Option<Exact> {
    (whole > 0).then(|| Exact::of(part, whole))
}

pub(super) fn ratio(part: i128, whole: i128) -> Option<Figure> {
    fraction(part, whole).map(|share| Figure(share.to_fixed(6)))
}

fn days(part: i128, whole: i128) -> Option<Figure> {
    fraction(part, whole).map(|days| Figure(days.to_fixed(2)))
}

impl Summary<'_> {
    /// The report of the currency.
    pub fn report(&self) -> CurrencyReport {
        let places = self.currency.places();
        let money = |units| units::money(units, places);
        let open = self.open();
        let (overdue, late) = (self.overdue(), self.overdue_more_than_30());
        let ageing = self.ageing();
        let countback = self.countback();
        let per_year = |amount: i128| {
            let sales = self.credit_sales()?;
            days(amount.saturating_mul(365), sales)
        };
        let dated = self.totals.has_issue_dates && self.has_amounts;
        let provision = self.provision(&ageing);
        let allowance = provision.iter().fold(0, |sum: i128, (_, allowance)| sum.wrapping_add(*allowance));
        CurrencyReport {
            currency: self.currency.code(),
            as_of: self.options.as_of,
            buyers: count(self.buyers.len()),
            invoices: self.totals.invoices,
            not_yet_issued: self.totals.not_yet_issued,
            open: money(open),
            not_yet_due: money(open.wrapping_sub(overdue)),
            overdue: money(overdue),
            overdue_more_than_30: money(late),
            credits: money(self.credits()),
            net_open: money(open.wrapping_sub(self.credits())),
            disputed: money(self.totals.disputed),
            overdue_share: ratio(overdue, open),
            overdue_rate: ratio(late, open),
            ageing: (BUCKETS.into_iter().zip(ageing).zip(self.totals.counts))
                .map(|((bucket, amount), count)| AgeBucket {
                    bucket,
                    amount: money(amount),
                    count,
                    share: ratio(amount, open),
                })
                .collect(),
            days_late: DaysLate {
                open: days(self.totals.open_days, open),
                paid: days(self.totals.paid_days, self.totals.paid),
            },
            monthly_sales: if dated { self.monthly_sales() } else { Vec::new() },
            credit_sales: self.credit_sales().map(money),
            dso: per_year(open),
            countback_dso: countback.as_ref().and_then(|(days, _)| days.as_ref()).map(|days| Figure(days.to_fixed(2))),
            countback_unexplained: countback.as_ref().map(|(_, unexplained)| money(*unexplained)),
            best_possible_dso: per_year(open.wrapping_sub(overdue)),
            average_days_delinquent: per_year(overdue),
            concentration: self.concentration(),
            provision: (BUCKETS.into_iter().zip(ageing).zip(&provision))
                .map(|((bucket, balance), (rate, allowance))| BucketProvision {
                    bucket,
                    balance: money(balance),
                    rate: rate.clone(),
                    allowance: money(*allowance),
                })
                .collect(),
            allowance: money(allowance),
            stages: (STAGES.into_iter().zip(self.totals.stage_counts).zip(self.totals.stage_amounts))
                .map(|((id, count), amount)| StageTotal { id, count, amount: money(amount) })
                .collect(),
            limits: self.limits(),
            insured: self.insured(),
            findings: findings(self),
            policy: self.options.options.policy.stamp(),
        }
    }

    pub fn ageing(&self) -> [i128; 5] {
        let mut sums = [0_i128; 5];
        for buyer in &self.buyers {
            for (sum, part) in sums.iter_mut().zip(buyer.ageing) {
                *sum = sum.wrapping_add(part);
            }
        }
        sums
    }

    pub fn open(&self) -> i128 {
        sum(&self.ageing())
    }

    pub fn overdue(&self) -> i128 {
        sum(self.ageing().get(1..).unwrap_or(&[]))
    }

    pub fn overdue_more_than_30(&self) -> i128 {
        sum(self.ageing().get(2..).unwrap_or(&[]))
    }

    pub fn credits(&self) -> i128 {
        self.buyers.iter().fold(0, |sum: i128, buyer| sum.wrapping_add(buyer.credits))
    }

    /// What was sold in the year; nothing is known of it without invoice dates and amounts.
    pub fn credit_sales(&self) -> Option<i128> {
        let known = self.totals.has_issue_dates && self.has_amounts;
        known.then(|| self.buyers.iter().fold(0, |sum: i128, buyer| sum.wrapping_add(buyer.sales)))
    }

    /// The stage's number of open invoices, later ones among them.
    pub fn reached(&self, stage: usize) -> u32 {
        self.totals.stage_counts.iter().skip(stage).fold(0, |sum, count| sum.saturating_add(*count))
    }

    fn months(&self) -> impl Iterator<Item = (IsoMonth, u32, i128)> {
        let as_of = self.options.as_of;
        let mut next = Some(month_of(as_of));
        let mut shown = as_of.0.day();
        self.totals.monthly.iter().map_while(move |sales| {
            let month = next?;
            let days = shown;
            next = month.previous();
            shown = next.map_or(0, IsoMonth::days);
            Some((month, days, *sales))
        })
    }

    fn monthly_sales(&self) -> Vec<SalesOfMonth> {
        let places = self.currency.places();
        self.months().map(|(month, _, sales)| SalesOfMonth { month, sales: units::money(sales, places) }).collect()
    }

    /// The days counted back, where the months explain all that is open, and what they leave unexplained.
    pub fn countback(&self) -> Option<(Option<Exact>, i128)> {
        self.credit_sales()?;
        let (mut rest, mut whole_days) = (self.open(), 0_u32);
        for (_, days, sales) in self.months() {
            if rest == 0 {
                break;
            }
            if sales > 0 {
                if rest < sales {
                    let part = Exact::of(rest.saturating_mul(days.into()), sales);
                    return Some((Some(Exact::from(whole_days) + part), 0));
                }
                rest = rest.wrapping_sub(sales);
            }
            whole_days = whole_days.saturating_add(days);
        }
        Some(((rest == 0).then(|| Exact::from(whole_days)), rest))
    }

    fn concentration(&self) -> Concentration {
        let open = self.open();
        let mut parts: Vec<i128> = self.buyers.iter().map(BuyerFigures::open).filter(|open| *open > 0).collect();
        let fifth = parts.len().div_ceil(5);
        let mut largest = |count: usize| {
            let count = count.min(parts.len());
            if count > 0 && count < parts.len() {
                parts.select_nth_unstable_by(count.saturating_sub(1), |a, b| b.cmp(a));
            }
            sum(parts.get(..count).unwrap_or(&[]))
        };
        let (one, five, twenty) = (largest(1), largest(5), largest(fifth));
        let squares = sum_of_squares(&parts);
        let whole = Exact::of(open, 1);
        let whole_squared = &whole * &whole;
        Concentration {
            largest: ratio(one, open),
            top5: ratio(five, open),
            top20_percent: ratio(twenty, open),
            herfindahl: squares.divided_by(&whole_squared).map(|share| Figure(share.to_fixed(6))),
            effective_buyers: whole_squared.divided_by(&squares).map(|buyers| Figure(buyers.to_fixed(6))),
        }
    }

    fn provision(&self, ageing: &[i128; 5]) -> Vec<(Figure, i128)> {
        let rates = rates(self.options);
        let places = self.currency.places();
        let row = |(balance, rate): (&i128, &i128)| {
            (Figure(Exact::of(*rate, 100_000_000).to_fixed(6)), allowance(*balance, *rate, places))
        };
        ageing.iter().zip(&rates).map(row).collect()
    }

    /// Buyers with a limit, of which over the share of the policy, of which over the limit.
    pub fn limit_use(&self) -> (u32, u32, u32) {
        let mut high = self.options.options.policy.limit.utilisation_high.0;
        high.rescale(8);
        let (mut with, mut over_share, mut over) = (0_u32, 0_u32, 0_u32);
        for buyer in &self.buyers {
            let Some(limit) = buyer.limit.map(i128::from) else { continue };
            let open = buyer.open();
            let above_share = open.saturating_mul(100_000_000) > limit.saturating_mul(high.mantissa());
            with = with.saturating_add(1);
            over_share = over_share.saturating_add(u32::from(above_share || open > limit));
            over = over.saturating_add(u32::from(open > limit));
        }
        (with, over_share, over)
    }

    fn limits(&self) -> Option<LimitUse> {
        let (with_limit, over80, over_limit) = self.limit_use();
        (with_limit > 0).then_some(LimitUse { with_limit, over80, over_limit })
    }

    fn insured(&self) -> Option<Insured> {
        if !self.is_insured {
            return None;
        }
        let places = self.currency.places();
        let settled = || self.buyers.iter().filter_map(|buyer| buyer.settled);
        let insured_loss = settled().fold(0, |sum: i128, settled| sum.wrapping_add(settled.insured_loss));
        let indemnity = settled().fold(0, |sum: i128, settled| sum.wrapping_add(settled.indemnity));
        Some(Insured {
            buyers: count(self.buyers.iter().filter(|buyer| buyer.overdue() > 0).count()),
            insured_loss: units::money(insured_loss, places),
            indemnity: units::money(indemnity, places),
            own_loss: units::money(to_minor(self.overdue(), places).wrapping_sub(indemnity), places),
        })
    }
}

fn month_of(date: IsoDate) -> IsoMonth {
    let text = date.to_string();
    text.get(..7).and_then(IsoMonth::parse).unwrap_or(IsoMonth::FIRST)
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// In 128 bits as long as they last.
fn sum_of_squares(parts: &[i128]) -> Exact {
    let mut small = 0_i128;
    let mut large = Exact::ZERO;
    for part in parts {
        match part.checked_mul(*part).and_then(|square| small.checked_add(square)) {
            Some(sum) => small = sum,
            None => {
                let exact = Exact::of(*part, 1);
                large = large + &exact * &exact;
            }
        }
    }
    large + Exact::of(small, 1)
}
