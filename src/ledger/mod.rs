//! The ledger: one receivables file answers everything.
//!
//! A file is pushed in pieces of any size and read as it comes; sixteen bytes stay of a row. From them the report
//! is made, for any day, policy, cover and limits.
//!
//! ```
//! use trade_credit::ledger::{Ledger, LedgerOptions};
//! use trade_credit::IsoDate;
//!
//! let options = LedgerOptions::new(IsoDate::parse("2025-06-30").unwrap());
//! let mut ledger = Ledger::new(options).unwrap();
//! ledger.push("客户,发票号,开票日期,到期日,金额\n".as_bytes()).unwrap();
//! ledger.push("甲公司,A-1,2025-04-01,2025-05-31,1000.00\n乙公司,B-1,2025-06-10,2025-07-10,3000.00\n".as_bytes()).unwrap();
//! let report = ledger.finish().unwrap();
//! assert_eq!(report.currencies[0].open.as_str(), "4000.00");
//! assert_eq!(report.currencies[0].overdue_share.as_ref().unwrap().as_str(), "0.250000");
//! ```

mod accounts;
mod ageing;
mod asked;
mod buyers;
mod columns;
mod date_order;
mod day;
mod duplicates;
#[cfg(feature = "encoding")]
mod encoding;
mod findings;
#[cfg(feature = "floor")]
pub mod floor;
mod hashing;
mod head;
mod insured;
mod intake;
mod invoices;
mod options;
mod reading;
mod rejects;
mod report;
mod resident;
mod rows;
mod scan;
mod summary;
mod timeline;
mod units;

pub use buyers::{BuyerColumn, BuyerPage};
#[cfg(feature = "encoding")]
pub use encoding::{Encoding, read_file};
pub use options::{Change, DateOrder, LedgerOptions};
pub use rejects::Reject;
pub use report::{
    AgeBucket, BucketProvision, BuyerRow, Concentration, CurrencyReport, DaysLate, Insured, LedgerHead, LedgerReport,
    LimitUse, OpenInvoice, SalesOfMonth, StageTotal,
};

use std::borrow::Cow;

use serde::Serialize;

use crate::error::{InputError, Issue, Issues, Problem};
use asked::{Asked, walked};
use buyers::{Books, BuyerTable, csv_start};
use columns::Column;
use intake::Intake;
use reading::Reader;
use resident::Resident;
use summary::Summary;

/// So many rows can be asked again.
pub const MOST_RESIDENT: u32 = 2_000_000;

/// A receivables file, from its first byte to the last question.
#[derive(Debug)]
pub struct Ledger {
    options: LedgerOptions,
    intake: Intake,
    finished: Option<Finished>,
}

/// What is known when the file is read.
#[derive(Debug)]
struct Finished {
    duplicates: Vec<u32>,
    /// The last question.
    asked: Option<Asked>,
    /// What is there from the second question on: nothing where the rows are walked over again.
    resident: Option<Option<Resident>>,
    tables: Vec<BuyerTable>,
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Rows so far.
    pub rows: u32,
    /// Those of them that could not be read.
    pub rejected: u32,
}

impl Ledger {
    /// An empty ledger.
    ///
    /// # Errors
    /// An [`InputError`] with everything that is wrong with the options.
    pub fn new(options: LedgerOptions) -> Result<Self, InputError> {
        options.check()?;
        let intake = Intake::new(&options);
        Ok(Self { options, intake, finished: None })
    }

    /// Takes the next bytes of the file, in UTF-8, split anywhere.
    ///
    /// # Errors
    /// An [`InputError`] when the ledger is finished.
    pub fn push(&mut self, chunk: &[u8]) -> Result<Progress, InputError> {
        self.still_open()?;
        self.intake.push(chunk);
        Ok(self.progress())
    }

    /// How far the reading has come.
    pub fn progress(&self) -> Progress {
        Progress { rows: self.intake.rows(), rejected: self.intake.rejects.count }
    }

    /// What is known of the file so far: its header, its columns and its first rows. `None` until the header is found.
    pub fn head(&self) -> Option<LedgerHead> {
        self.intake.head()
    }

    /// Ends the file.
    ///
    /// # Errors
    /// An [`InputError`] when the file has no rows at all, lacks a column, or has dates whose order nobody knows;
    /// and when the ledger is finished.
    pub fn finish(&mut self) -> Result<LedgerReport, InputError> {
        self.still_open()?;
        let mut issues = Issues::default();
        self.intake.finish(&mut issues);
        let duplicates = match &mut self.intake.reader {
            Some(reader) => std::mem::take(&mut reader.duplicates).count(reader.currencies.list.len()),
            None => Vec::new(),
        };
        self.finished = Some(Finished { duplicates, asked: None, resident: None, tables: Vec::new() });
        issues.into_result()?;
        let options = self.options.clone();
        self.report(&options)
    }

    /// The report with something changed: exactly that of a ledger made with the changed options from the same file.
    /// What is not changed is as it was when the ledger was made, whatever was asked in between.
    ///
    /// # Errors
    /// An [`InputError`] when something is wrong with the change, when the ledger is not finished, and when it has more
    /// than [`MOST_RESIDENT`] rows.
    pub fn recompute(&mut self, change: &Change) -> Result<LedgerReport, InputError> {
        change.check()?;
        if self.accepted() > MOST_RESIDENT {
            let issue = Issue::new(String::new(), Problem::TooMany);
            return Err(InputError { issues: vec![Issue { max: Some(MOST_RESIDENT.to_string()), ..issue }] });
        }
        if let (Some(Finished { resident: resident @ None, .. }), Some(reader)) =
            (&mut self.finished, &mut self.intake.reader)
        {
            // Where bytes count the rows are walked over again.
            *resident = Some(if cfg!(feature = "quick") { Resident::of(reader) } else { None });
        }
        let options = self.options.changed(change);
        self.report(&options)
    }

    /// Rows of the table of buyers, as of the last report. There are none for a currency that the file does not have.
    ///
    /// # Errors
    /// An [`InputError`] when the ledger is not finished.
    pub fn buyers(&mut self, currency: &str, page: &BuyerPage) -> Result<Vec<BuyerRow>, InputError> {
        let Some(Finished { asked: Some(asked), tables, .. }) = &mut self.finished else { return Err(out_of_turn()) };
        let accounts = self.intake.reader.as_ref().map_or(&[][..], |reader| &reader.accounts.list);
        let table = tables.iter_mut().find(|table| table.currency.code() == currency);
        Ok(table.map(|table| table.page(page, Books { asked, accounts })).unwrap_or_default())
    }

    /// The number of buyers that a search finds, all of them without one, as of the last report.
    ///
    /// # Errors
    /// An [`InputError`] when the ledger is not finished.
    pub fn buyer_count(&self, currency: &str, find: &str) -> Result<u32, InputError> {
        let (table, books) = self.table(currency)?;
        Ok(table.map_or(0, |table| table.count(find, books)))
    }

    /// The open invoices of a buyer, by its name in the table of buyers, as of the last report: oldest due first, the
    /// first 10,000. Credit notes are not among them. There are none for a buyer that the file does not have.
    ///
    /// # Errors
    /// An [`InputError`] when the ledger is not finished.
    pub fn invoices(&self, currency: &str, buyer: &str) -> Result<Vec<OpenInvoice>, InputError> {
        let (table, books) = self.table(currency)?;
        let found = table.and_then(|table| Some((table.account(buyer, books)?, table.currency.places())));
        let Some(((account, places), reader)) = found.zip(self.intake.reader.as_ref()) else { return Ok(Vec::new()) };
        Ok(invoices::open_invoices(&reader.rows, account, books.asked.bounds.as_of, places))
    }

    /// The whole table of buyers as a CSV file, as of the last report. Headings stand in for the names of the columns
    /// ([`Self::buyers_csv_columns`]), in their order.
    ///
    /// # Errors
    /// An [`InputError`] when the ledger is not finished.
    pub fn buyers_csv(&self, currency: &str, headings: &[String]) -> Result<Vec<u8>, InputError> {
        let (table, books) = self.table(currency)?;
        Ok(table.map_or_else(|| csv_start(headings).into_bytes(), |table| table.csv(headings, books)))
    }

    /// The columns of [`Self::buyers_csv`], in their order.
    pub fn buyers_csv_columns() -> Vec<&'static str> {
        buyers::headings_of_csv()
    }

    /// The rows that could not be read: the first 10,000.
    pub fn rejects(&self) -> &[Reject] {
        &self.intake.rejects.kept
    }

    /// The table of a currency, and what it looks things up in.
    fn table(&self, currency: &str) -> Result<(Option<&BuyerTable>, Books<'_>), InputError> {
        let Some(Finished { asked: Some(asked), tables, .. }) = &self.finished else { return Err(out_of_turn()) };
        let accounts = self.intake.reader.as_ref().map_or(&[][..], |reader| &reader.accounts.list);
        let table = tables.iter().find(|table| table.currency.code() == currency);
        Ok((table, Books { asked, accounts }))
    }

    fn accepted(&self) -> u32 {
        self.intake.reader.as_ref().map_or(0, |reader| reader.accepted)
    }

    fn still_open(&self) -> Result<(), InputError> {
        if self.finished.is_some() { Err(out_of_turn()) } else { Ok(()) }
    }

    fn report(&mut self, options: &LedgerOptions) -> Result<LedgerReport, InputError> {
        let Some(finished) = self.finished.as_mut() else { return Err(out_of_turn()) };
        let Some(reader) = self.intake.reader.as_ref() else { return Err(out_of_turn()) };
        let before = finished.asked.take().map(|asked| asked.standings);
        let asked = Asked::new(options, reader, |bounds, conditions| match &finished.resident {
            Some(Some(resident)) if cfg!(feature = "quick") => resident.standings(reader, bounds, conditions, before),
            _ => walked(reader, bounds, conditions),
        });
        let (currencies, tables) = reports(reader, &asked, &finished.duplicates);
        (finished.asked, finished.tables) = (Some(asked), tables);
        Ok(LedgerReport {
            rows: self.intake.rows(),
            accepted: reader.accepted,
            rejected: self.intake.rejects.count,
            duplicates: finished.duplicates.iter().fold(0, |sum, count| sum.saturating_add(*count)),
            delimiter: self.intake.delimiter(),
            columns: reader.header().columns(),
            resident: reader.accepted <= MOST_RESIDENT,
            currencies,
        })
    }
}

/// What is asked of a ledger at the wrong time.
fn out_of_turn() -> InputError {
    InputError { issues: vec![Issue::new(String::new(), Problem::Inconsistent)] }
}

/// The reports of all currencies by code, and their tables of buyers.
fn reports(reader: &Reader, asked: &Asked, duplicates: &[u32]) -> (Vec<CurrencyReport>, Vec<BuyerTable>) {
    let mut all = Vec::new();
    for ((number, currency), totals) in (0..).zip(&reader.currencies.list).zip(&asked.standings.totals) {
        if totals.invoices == 0 && totals.not_yet_issued == 0 {
            continue;
        }
        let mut summary = Summary {
            asked,
            currency: *currency,
            totals: totals.clone(),
            sums: asked.sums(&reader.accounts.list, number, *currency),
            has_amounts: reader.header().has(Column::Amount),
            duplicates: duplicates.get(usize::from(number)).copied().unwrap_or(0),
            is_insured: asked.is_insured() && asked.is_home(*currency),
        };
        let table = BuyerTable::new(*currency, summary.open(), asked.accounts(number));
        all.push((summary.report(), table));
    }
    all.sort_by_key(|(report, _)| report.currency);
    all.into_iter().unzip()
}

/// The issue of a file that holds nothing.
fn nothing_to_read() -> Issue {
    Issue { allowed: None::<Vec<Cow<'static, str>>>, ..Issue::new("file".to_owned(), Problem::InsufficientData) }
}
