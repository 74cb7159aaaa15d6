//! From the balances of the accounts to the report of a currency.

use chrono::Datelike;

use crate::calendar::IsoMonth;
use crate::exact::Exact;
use crate::ledger::ageing::{BUCKETS, STAGES, Totals};
use crate::ledger::asked::{Asked, allowance};
use crate::ledger::findings::findings;
use crate::ledger::report::{
    AgeBucket, BucketProvision, Concentration, CurrencyReport, DaysLate, Insured, LimitUse, SalesOfMonth, StageTotal,
};
use crate::ledger::units::{self, to_minor};
use crate::quantity::{Currency, Figure};

/// What the accounts of a currency add up to. In units.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    pub ageing: [i128; 5],
    pub credits: i128,
    pub buyers: u32,
    pub overdue_buyers: u32,
    /// What each buyer owes, of those that owe something.
    pub parts: Vec<i128>,
    pub with_limit: u32,
    pub over_share: u32,
    pub over_limit: u32,
    pub limits_differ: u32,
    pub insured_loss: i128,
    pub indemnity: i128,
}

/// Everything that is known of a currency on the day.
pub(super) struct Summary<'a> {
    pub asked: &'a Asked,
    pub currency: Currency,
    pub totals: Totals<i128>,
    pub sums: Sums,
    pub has_amounts: bool,
    pub duplicates: u32,
    pub is_insured: bool,
}

/// Sums of units have a hundred bits at most.
pub(super) fn sum(parts: &[i128]) -> i128 {
    parts.iter().fold(0, |sum, part| sum.wrapping_add(*part))
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
    pub fn report(&mut self) -> CurrencyReport {
        let places = self.currency.places();
        let money = |units| units::money(units, places);
        let concentration = self.concentration();
        let (open, overdue, late, credits) =
            (self.open(), self.overdue(), self.overdue_more_than_30(), self.sums.credits);
        let ageing = self.sums.ageing;
        let countback = self.countback();
        let per_year = |amount: i128| days(amount.saturating_mul(365), self.credit_sales()?);
        let dated = self.credit_sales().is_some();
        let provision = self.provision();
        let allowance = provision.iter().fold(0, |sum: i128, (_, allowance)| sum.wrapping_add(*allowance));
        CurrencyReport {
            currency: self.currency.code(),
            as_of: self.asked.options.as_of,
            buyers: self.sums.buyers,
            invoices: self.totals.invoices,
            not_yet_issued: self.totals.not_yet_issued,
            open: money(open),
            not_yet_due: money(open.wrapping_sub(overdue)),
            overdue: money(overdue),
            overdue_more_than_30: money(late),
            credits: money(credits),
            net_open: money(open.wrapping_sub(credits)),
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
            concentration,
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
            policy: self.asked.options.options.policy.stamp(),
        }
    }

    pub fn open(&self) -> i128 {
        sum(&self.sums.ageing)
    }

    pub fn overdue(&self) -> i128 {
        sum(self.sums.ageing.get(1..).unwrap_or(&[]))
    }

    pub fn overdue_more_than_30(&self) -> i128 {
        sum(self.sums.ageing.get(2..).unwrap_or(&[]))
    }

    /// What was sold in the year; nothing is known of it without invoice dates and amounts.
    pub fn credit_sales(&self) -> Option<i128> {
        (self.totals.has_issue_dates && self.has_amounts).then_some(self.totals.sales)
    }

    /// The number of open invoices that have reached a stage or a later one.
    pub fn reached(&self, stage: usize) -> u32 {
        self.totals.stage_counts.iter().skip(stage).fold(0, |sum, count| sum.saturating_add(*count))
    }

    fn months(&self) -> impl Iterator<Item = (IsoMonth, u32, i128)> {
        let as_of = self.asked.options.as_of;
        let mut next = Some(as_of.month());
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

    fn concentration(&mut self) -> Concentration {
        let open = self.open();
        let parts = &mut self.sums.parts;
        let fifth = parts.len().div_ceil(5);
        // Where the largest stand already, fewer of them are among those.
        let mut known = parts.len();
        let mut largest = |count: usize| {
            let count = count.min(parts.len());
            let among = if count <= known { known } else { parts.len() };
            if count > 0 && count < among {
                let among = parts.get_mut(..among).unwrap_or_default();
                among.select_nth_unstable_by(count.saturating_sub(1), |a, b| b.cmp(a));
                known = count;
            }
            sum(parts.get(..count).unwrap_or(&[]))
        };
        let (twenty, five, one) = (largest(fifth), largest(5), largest(1));
        let squares = sum_of_squares(parts);
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

    fn provision(&self) -> Vec<(Figure, i128)> {
        let places = self.currency.places();
        let row = |(balance, rate): (&i128, &i128)| {
            (Figure(Exact::of(*rate, 100_000_000).to_fixed(6)), allowance(*balance, *rate, places))
        };
        self.sums.ageing.iter().zip(&self.asked.rates).map(row).collect()
    }

    fn limits(&self) -> Option<LimitUse> {
        let Sums { with_limit, over_share, over_limit, .. } = self.sums;
        (with_limit > 0).then_some(LimitUse { with_limit, over80: over_share, over_limit })
    }

    fn insured(&self) -> Option<Insured> {
        let places = self.currency.places();
        self.is_insured.then(|| Insured {
            buyers: self.sums.overdue_buyers,
            insured_loss: units::money(self.sums.insured_loss, places),
            indemnity: units::money(self.sums.indemnity, places),
            own_loss: units::money(to_minor(self.overdue(), places).wrapping_sub(self.sums.indemnity), places),
        })
    }
}

/// In 128 bits as long as they last.
fn sum_of_squares(parts: &[i128]) -> Exact {
    let mut small = 0_i128;
    let mut large = Exact::ZERO;
    for part in parts {
        match square(*part).and_then(|square| small.checked_add(square)) {
            Some(sum) => small = sum,
            None => {
                let exact = Exact::of(*part, 1);
                large = large + &exact * &exact;
            }
        }
    }
    large + Exact::of(small, 1)
}

/// In halves where a number has 62 bits: WebAssembly has no multiplication to twice the width.
fn square(number: i128) -> Option<i128> {
    match u64::try_from(number) {
        Ok(short @ ..0x4000_0000_0000_0000) => {
            let (high, low) = (short >> 32, short & 0xffff_ffff);
            let twice = i128::from(high.wrapping_mul(low)) << 33;
            Some(
                (i128::from(high.wrapping_mul(high)) << 64)
                    .wrapping_add(twice)
                    .wrapping_add(low.wrapping_mul(low).into()),
            )
        }
        _ => number.checked_mul(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_in_halves_are_squares() {
        let ones = (0..127).map(|bits| (1_i128 << bits) - 1);
        for number in ones.chain([0x1234_5678_9abc_def0, 0x3fff_ffff_ffff_fffe, -3, i128::MAX]) {
            assert_eq!(square(number), number.checked_mul(number), "{number}");
        }
    }
}
