//! What a ledger comes to, as it is handed out.

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::{IsoDate, IsoMonth};
use crate::quantity::Figure;
use crate::report::{Finding, PolicyStamp};

/// What a file comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LedgerReport {
    /// The rows below the header, empty lines apart.
    pub rows: u32,
    /// Those that were read.
    pub accepted: u32,
    /// Those that could not be read.
    pub rejected: u32,
    /// Rows after the first with the same buyer, invoice number, due date and amount. They count all the same.
    pub duplicates: u32,
    /// What stands between two fields: `,`, `;` or a tab.
    pub delimiter: String,
    /// The columns that were found, by name, with their headings.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, string>"))]
    pub columns: Vec<(&'static str, String)>,
    /// Whether the rows are few enough to be asked again by `recompute`.
    pub resident: bool,
    /// One report a currency, by code.
    pub currencies: Vec<CurrencyReport>,
}

fn as_map<S: Serializer>(columns: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(columns.len()))?;
    for (name, heading) in columns {
        map.serialize_entry(name, heading)?;
    }
    map.end()
}

/// What the rows of one currency come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CurrencyReport {
    /// ISO 4217 code.
    pub currency: &'static str,
    /// The day of the question.
    pub as_of: IsoDate,
    /// Buyers with rows that count on the day.
    pub buyers: u32,
    /// Rows that count on the day, paid invoices and credit notes among them: with `notYetIssued`, all that were accepted.
    pub invoices: u32,
    /// Rows dated after the day; they are in no total.
    pub not_yet_issued: u32,
    /// The open invoices. Money.
    pub open: Figure,
    /// Those not yet due. Money.
    pub not_yet_due: Figure,
    /// Those overdue. Money.
    pub overdue: Figure,
    /// Those more than 30 days overdue. Money.
    pub overdue_more_than_30: Figure,
    /// Credit notes and unapplied cash, without their sign. Money.
    pub credits: Figure,
    /// Open invoices less credits. Money.
    pub net_open: Figure,
    /// What of the open invoices is disputed. Money.
    pub disputed: Figure,
    /// Overdue / open. Ratio.
    pub overdue_share: Option<Figure>,
    /// More than 30 days overdue / open. Ratio.
    pub overdue_rate: Option<Figure>,
    /// The open invoices by age.
    pub ageing: Vec<AgeBucket>,
    /// How late payment is, weighted by amount.
    pub days_late: DaysLate,
    /// Invoices less credit notes by month of their date, newest first; empty without invoice dates.
    pub monthly_sales: Vec<SalesOfMonth>,
    /// Invoices less credit notes of the 365 days up to the day. Money.
    pub credit_sales: Option<Figure>,
    /// Open · 365 / credit sales. Days.
    pub dso: Option<Figure>,
    /// The days of the newest months whose sales make up what is open. Days.
    pub countback_dso: Option<Figure>,
    /// What is open and no month shown explains. Money.
    pub countback_unexplained: Option<Figure>,
    /// Not yet due · 365 / credit sales. Days.
    pub best_possible_dso: Option<Figure>,
    /// DSO less the best possible. Days.
    pub average_days_delinquent: Option<Figure>,
    /// How much hangs on few buyers.
    pub concentration: Concentration,
    /// Expected losses by age.
    pub provision: Vec<BucketProvision>,
    /// Their sum. Money.
    pub allowance: Figure,
    /// The open invoices by the stage of dunning they have reached, `none` first.
    pub stages: Vec<StageTotal>,
    /// How limits are used; null where no buyer has one.
    pub limits: Option<LimitUse>,
    /// What the insurance would pay; null without a cover.
    pub insured: Option<Insured>,
    /// What the figures mean, worst first.
    pub findings: Vec<Finding>,
    /// The policy that was applied.
    pub policy: PolicyStamp,
}

/// The open invoices of one age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct AgeBucket {
    /// How old they are.
    #[cfg_attr(feature = "wasm", tsify(type = "\"not_due\" | \"d1_30\" | \"d31_60\" | \"d61_90\" | \"over_90\""))]
    pub bucket: &'static str,
    /// How much they are. Money.
    pub amount: Figure,
    /// How many they are.
    pub count: u32,
    /// Their share of what is open. Ratio.
    pub share: Option<Figure>,
}

/// How late payment is, weighted by amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct DaysLate {
    /// Of what is open, until the day; nothing for what is not yet due. Days.
    pub open: Option<Figure>,
    /// Of what was paid on a known day. Days.
    pub paid: Option<Figure>,
}

/// What was sold in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct SalesOfMonth {
    /// The month.
    pub month: IsoMonth,
    /// Invoices less credit notes dated in it, up to the day of the question. Money.
    pub sales: Figure,
}

/// How much hangs on few buyers, by what is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Concentration {
    /// The share of the largest. Ratio.
    pub largest: Option<Figure>,
    /// The share of the five largest. Ratio.
    pub top5: Option<Figure>,
    /// The share of the largest fifth of those that owe something, rounded up. Ratio.
    pub top20_percent: Option<Figure>,
    /// The sum of the squares of all shares. Ratio.
    pub herfindahl: Option<Figure>,
    /// One over it: so many buyers of equal size would be as concentrated. Ratio.
    pub effective_buyers: Option<Figure>,
}

/// What is set aside for one age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct BucketProvision {
    /// How old it is.
    pub bucket: &'static str,
    /// How much is open. Money.
    pub balance: Figure,
    /// The share expected to be lost. Ratio.
    pub rate: Figure,
    /// Balance · rate. Money.
    pub allowance: Figure,
}

/// The open invoices that have reached a stage of dunning and no later one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct StageTotal {
    /// The stage: `none`, `reminder`, `due`, `formal_demand`, `collection`, `legal`, `stop_supply`.
    pub id: &'static str,
    /// How many they are.
    pub count: u32,
    /// How much they are. Money.
    pub amount: Figure,
}

/// How limits are used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LimitUse {
    /// Buyers that have a limit.
    pub with_limit: u32,
    /// Those that use more than 80 % of it (the policy's share), those over it among them.
    pub over80: u32,
    /// Those over it.
    pub over_limit: u32,
}

/// What the insurance would pay if what is overdue were never paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Insured {
    /// Buyers with overdue invoices.
    pub buyers: u32,
    /// What of them is within conditions and limits. Money.
    pub insured_loss: Figure,
    /// The sum of the indemnities, each rounded. Money.
    pub indemnity: Figure,
    /// Overdue less indemnity. Money.
    pub own_loss: Figure,
}

/// A buyer in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct BuyerRow {
    /// The buyer.
    pub name: String,
    /// The open invoices. Money.
    pub open: Figure,
    /// Those not yet due. Money.
    pub not_yet_due: Figure,
    /// Those overdue. Money.
    pub overdue: Figure,
    /// Those more than 30 days overdue. Money.
    pub overdue_more_than_30: Figure,
    /// Credit notes and unapplied cash, without their sign. Money.
    pub credits: Figure,
    /// Days that the oldest open invoice is late.
    pub worst_days_late: u32,
    /// The share of all that is open. Ratio.
    pub share: Figure,
    /// The open invoices by age. Money.
    pub ageing: Vec<Figure>,
    /// The limit. Money.
    pub limit: Option<Figure>,
    /// Open / limit. Ratio.
    pub utilisation: Option<Figure>,
    /// Expected losses: the sum over the ages, each rounded. Money.
    pub allowance: Figure,
    /// What the insurance would pay; null without a cover. Money.
    pub indemnity: Option<Figure>,
    /// The last stage of dunning that the oldest open invoice has reached.
    pub stage: &'static str,
}

/// An invoice that is open on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct OpenInvoice {
    /// When it was written; null when the file does not say.
    pub invoice_date: Option<IsoDate>,
    /// When it is due.
    pub due_date: IsoDate,
    /// All of it. Money.
    pub amount: Figure,
    /// What of it is open. Money.
    pub open: Figure,
    /// What of that is disputed. Money.
    pub disputed: Figure,
}

/// What is known of a file before it is read to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LedgerHead {
    /// What stands between two fields.
    pub delimiter: String,
    /// The line of the header, from 1.
    pub line: u32,
    /// All headings, in order.
    pub headings: Vec<String>,
    /// The columns that were found, by name, with their headings.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, string>"))]
    pub columns: Vec<(&'static str, String)>,
    /// The names of the columns that a ledger cannot do without and that were not found.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub missing: Vec<Cow<'static, str>>,
    /// The first rows below the header, as they stand.
    pub sample: Vec<Vec<String>>,
}
