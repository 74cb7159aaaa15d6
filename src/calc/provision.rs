//! How much of the receivables will be lost? Expected credit loss by ageing bucket.

use serde::Serialize;

use crate::calc::Calculator;
use crate::error::{InputError, Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::{Lack, Quantity};
use crate::options::Options;
use crate::policy::Policy;
use crate::quantity::{Figure, Money, Ratio, Unit};
use crate::record;
use crate::report::Recorder;
use crate::schema::Example::{Rows, Text};
use crate::schema::Range;

record! {
    /// The receivables of one age.
    pub struct Bucket in "buckets." {
        required {
            /// How old they are.
            label: String = "label".example(Text("0")),
            /// How much they are.
            balance: Money = "balance".example(Text("34250000")),
        }
        optional {
            /// The share of them that will be lost.
            rate: Ratio = "rate".example(Text("0.003")),
        }
    }
}

record! {
    /// What [`Provision`] is computed from.
    pub struct ProvisionInput in "" {
        required {
            /// The receivables by age, youngest first.
            buckets: Vec<Bucket> = "buckets".example(Rows(&[
                &[Text("0"), Text("34250000")],
                &[Text("1–30"), Text("2380000")],
                &[Text("31–60"), Text("3410000")],
                &[Text("61–90"), Text("1930000")],
                &[Text("> 90"), Text("1380000")],
            ])),
        }
        optional {
            /// In place of rates: the amounts that reached each bucket, then the amount written off.
            rolls: Vec<Money> = "rolls",
            /// By how much the future will be worse than the past.
            overlay: Ratio = "overlay".range(Range::of(-1, 10)).default("0").example(Text("0.1")),
        }
    }
}

/// The figures of [`Provision`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ProvisionResult {
    /// Bucket by bucket.
    pub buckets: Vec<BucketAllowance>,
    /// All receivables. Money.
    pub balance: Option<Figure>,
    /// The sum of the allowances. Money.
    pub allowance: Option<Figure>,
    /// Allowance / receivables. Ratio.
    pub coverage: Option<Figure>,
}

/// What is set aside for one bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct BucketAllowance {
    /// How old the receivables are.
    pub label: String,
    /// How much they are. Money.
    pub balance: Figure,
    /// The share that will be lost: rate · (1 + overlay), at most all. Ratio.
    pub rate: Option<Figure>,
    /// Balance · rate. Money.
    pub allowance: Option<Figure>,
}

/// How much of the receivables will be lost?
///
/// `allowance = balance × min(1, rate × (1 + overlay))` for each bucket, rounded there; the sums are those of the rounded
/// amounts. A bucket's rate is given, or it is the amount written off ÷ the amount that reached the bucket (`rolls`), or,
/// with five buckets and neither, that of the policy.
///
/// | input | unit | range |
/// |---|---|---|
/// | `buckets[].balance`, `rolls` | money | 0 … 10^13 |
/// | `buckets[].rate` | fraction | 0 … 1 |
/// | `overlay` | fraction | −1 … 10 |
///
/// # Errors
/// [`Problem::Inconsistent`] on each `rate` that is missing while others are given, and on `rolls` when rates are given too or
/// it is not one entry longer than the buckets; [`Problem::Required`] on each `rate` when there are neither rates nor rolls
/// nor five buckets.
///
/// # Source
/// Default rates of the house; the roll rates as in the IFRScommunity sheet.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, Ratio, provision::{Bucket, Provision, ProvisionInput}};
///
/// let mut bucket = Bucket::new("current".to_owned(), 50_000.into());
/// bucket.rate = Some(Ratio::of("0.012"));
/// let report = Provision::calculate(&ProvisionInput::new(vec![bucket]), &Options::default()).unwrap();
/// assert_eq!(report.result.allowance.unwrap().as_str(), "600.00");
/// ```
pub struct Provision;

impl Calculator for Provision {
    const ID: &'static str = "provision";
    type Input = ProvisionInput;
    type Result = ProvisionResult;

    fn contradictions(input: &ProvisionInput, _: &Options, issues: &mut Issues) {
        let root = Path::Root("");
        // A list that is wrong as a whole says nothing about rates.
        if !issues.none_at(&["", "buckets", "rolls"]) {
            return;
        }
        let buckets = input.buckets();
        let list = Path::Key(&root, "buckets");
        let sound = issues.none_below("buckets");
        let wrong_at = |path: &Path<'_>| !sound && !issues.none_at(&[&path.to_string()]);
        if (0..buckets.len()).any(|index| wrong_at(&Path::Row(&list, index))) {
            return;
        }
        let has_rate: Vec<bool> = (0..)
            .zip(buckets)
            .map(|(index, bucket)| {
                // A rate that could not be read was given all the same.
                bucket.rate.is_some() || wrong_at(&Path::Key(&Path::Row(&list, index), "rate"))
            })
            .collect();
        let rated = has_rate.contains(&true);
        if let Some(rolls) = &input.rolls {
            if rated || buckets.len().checked_add(1) != Some(rolls.len()) {
                issues.add(&Path::Key(&root, "rolls"), Problem::Inconsistent);
            }
            return;
        }
        if !rated && buckets.len() == DEFAULT_BUCKETS {
            return;
        }
        let problem = if rated { Problem::Inconsistent } else { Problem::Required };
        for (index, _) in has_rate.iter().enumerate().filter(|(_, has)| !**has) {
            issues.add(&Path::Key(&Path::Row(&list, index), "rate"), problem);
        }
    }

    fn figures(
        input: &ProvisionInput,
        options: &Options,
        record: &mut Recorder,
    ) -> Result<ProvisionResult, InputError> {
        let places = Unit::Money.places(record.currency());
        let worse = Quantity::number(1) + input.overlay();
        let mut sums = Sums::default();
        let rates = rates(input, &options.policy);
        let buckets = (0..)
            .zip(input.buckets().iter().zip(rates))
            .map(|(index, (bucket, rate))| {
                let rate = Quantity::number(1).min(&(rate * &worse));
                let balance = Exact::from(bucket.balance.0);
                let allowance = (bucket.balance() * &rate).rounded(places);
                sums.add(&balance, &allowance);
                if let Err(lack) = rate.value() {
                    record.gap(&format!("buckets[{index}].rate"), lack);
                    record.gap(&format!("buckets[{index}].allowance"), lack);
                }
                let shown = |unit, quantity: &Quantity| quantity.known().map(|value| record.printed(unit, value));
                BucketAllowance {
                    label: bucket.label.clone(),
                    balance: record.printed(Unit::Money, &balance),
                    rate: shown(Unit::Ratio, &rate),
                    allowance: shown(Unit::Money, &allowance),
                }
            })
            .collect();
        let balance = Quantity::fact("sumOfBalances", sums.balance);
        let allowance = match sums.lack {
            Some(lack) => Quantity::lacking(lack),
            None => Quantity::fact("sumOfAllowances", sums.allowance),
        };
        Ok(ProvisionResult {
            buckets,
            balance: record.figure("balance", Unit::Money, &balance),
            allowance: record.figure("allowance", Unit::Money, &allowance),
            coverage: record.figure("coverage", Unit::Ratio, &(allowance / balance)),
        })
    }
}

/// With so many buckets the policy knows their rates.
const DEFAULT_BUCKETS: usize = 5;

/// The rate of each bucket before the overlay.
fn rates(input: &ProvisionInput, policy: &Policy) -> Vec<Quantity> {
    if let Some((written_off, reached)) = input.rolls().split_last() {
        let written_off = Quantity::fact("writtenOff", Exact::from(written_off.0));
        let of_bucket = |roll: &Money| &written_off / Quantity::fact("reachedBucket", Exact::from(roll.0));
        return reached.iter().map(of_bucket).collect();
    }
    let default = |rate: &Ratio| Quantity::fact("rate", Exact::from(rate.0));
    match input.buckets().first() {
        Some(first) if first.rate.is_some() => input.buckets().iter().map(Bucket::rate).collect(),
        _ => policy.provision.rates.0.iter().map(default).collect(),
    }
}

/// What the buckets add up to.
struct Sums {
    balance: Exact,
    allowance: Exact,
    /// Why an allowance is unknown.
    lack: Option<Lack>,
}

impl Default for Sums {
    fn default() -> Self {
        Self { balance: Exact::ZERO, allowance: Exact::ZERO, lack: None }
    }
}

impl Sums {
    fn add(&mut self, balance: &Exact, allowance: &Quantity) {
        self.balance = &self.balance + balance;
        match allowance.value() {
            Ok(allowance) => self.allowance = &self.allowance + allowance,
            Err(lack) => self.lack = Some(lack.clone()),
        }
    }
}
