//! The ledger.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::error::{InputError, Issue, Problem};
use crate::ledger::{BuyerPage, Change, Ledger as Engine, LedgerOptions};
use crate::value::Value;
use crate::wasm::{taken_over, thrown, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a column of a file may hold. */
export type LedgerColumn = "buyer" | "invoice" | "invoiceDate" | "dueDate" | "amount" | "open" | "paid" | "paidDate" | "currency" | "disputed" | "limit";

/** What a ledger is told beside its file. */
export interface LedgerOptions {
    /** The day of the question. */
    asOf: IsoDate;
    /** The heading of a column, where it cannot be found by itself; null for a column that is not to be used. */
    columns?: { [column in LedgerColumn]?: string | null } | null;
    /** The order of dates such as 3/4/2025; when left out, the column has to settle it. */
    dateOrder?: "DMY" | "MDY" | "YMD" | null;
    /** How amounts are written, such as "zh-CN"; when left out, amounts that may be read in two ways are refused. */
    locale?: string | null;
    /** ISO 4217 code of rows without a currency, of limits and of the cover; "CNY" when left out. */
    currency?: string | null;
    /** The thresholds to judge by: any part of them. */
    policy?: PolicyPatch | null;
    /** The terms of the insurance. */
    cover?: Cover | null;
    /** Limits by buyer; they go before those of the file. */
    limits?: Record<string, Money> | null;
    /** Days that are not worked although they are Monday to Friday. */
    holidays?: IsoDate[] | null;
    /** Days that are worked although they are not, or although they are holidays. */
    workdays?: IsoDate[] | null;
}

/** What is asked of a ledger that has been read; what is left out is as in its options. */
export interface LedgerChange {
    /** Another day. */
    asOf?: IsoDate | null;
    /** Another policy: any part of the default one. */
    policy?: PolicyPatch | null;
    /** Another cover; null for none. */
    cover?: Cover | null;
    /** Other limits. */
    limits?: Record<string, Money> | null;
}

/** How far the reading has come. */
export interface LedgerProgress {
    /** Rows so far. */
    rows: number;
    /** Those of them that could not be read. */
    rejected: number;
}

/** Which rows of the table of buyers are asked for. */
export interface BuyerPage {
    /** What they are sorted by, "open" when left out; equal rows are sorted by name. */
    sort?: BuyerColumn | null;
    /** Largest first; when left out, all but names are. */
    descending?: boolean | null;
    /** How many rows are passed over. */
    from: number;
    /** How many rows are wanted. */
    count: number;
    /** Only buyers whose name has this in it, whatever the case. */
    find?: string | null;
}
"#;

/// A receivables file, pushed in pieces and asked when it is at its end. Every method may throw a `CreditInputError`; the
/// ledger works afterwards, unless it is the file that cannot be used.
#[wasm_bindgen]
pub struct Ledger(Engine);

#[wasm_bindgen]
impl Ledger {
    /// An empty ledger.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "LedgerOptions")] options: &JsValue) -> Result<Ledger, JsValue> {
        let options = LedgerOptions::read(&taken_over(options)).map_err(|error| thrown(&error))?;
        Engine::new(options).map(Self).map_err(|error| thrown(&error))
    }

    /// Takes the next bytes of the file: UTF-8, split anywhere, even inside a character or a quoted field.
    #[wasm_bindgen(unchecked_return_type = "LedgerProgress")]
    pub fn push(&mut self, chunk: &[u8]) -> Result<JsValue, JsValue> {
        answered(self.0.push(chunk))
    }

    /// What is known of the file so far, null until its header is found: delimiter, columns and the first rows.
    #[wasm_bindgen(unchecked_return_type = "LedgerHead | null")]
    pub fn head(&self) -> Result<JsValue, JsValue> {
        to_js(&self.0.head())
    }

    /// Ends the file. Throws when it cannot be used.
    #[wasm_bindgen(unchecked_return_type = "LedgerReport")]
    pub fn finish(&mut self) -> Result<JsValue, JsValue> {
        answered(self.0.finish())
    }

    /// The report with something changed: exactly that of a new reading with the changed options, without reading.
    /// Throws for files of more than 2,000,000 rows.
    #[wasm_bindgen(unchecked_return_type = "LedgerReport")]
    pub fn recompute(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "LedgerChange")] change: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(Change::read(&taken_over(change)).and_then(|change| self.0.recompute(&change)))
    }

    /// Rows of the table of buyers, as of the last report.
    #[wasm_bindgen(unchecked_return_type = "BuyerRow[]")]
    pub fn buyers(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] currency: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "BuyerPage")] page: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let currency = text(currency, "currency")?;
        answered(BuyerPage::read(&taken_over(page)).and_then(|page| self.0.buyers(&currency, &page)))
    }

    /// The number of buyers whose name has this in it, whatever the case; of all buyers when it is left out.
    #[wasm_bindgen(js_name = buyerCount)]
    pub fn buyer_count(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] currency: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] find: &JsValue,
    ) -> Result<u32, JsValue> {
        let currency = text(currency, "currency")?;
        let find = if find.is_null() || find.is_undefined() { String::new() } else { text(find, "find")? };
        self.0.buyer_count(&currency, &find).map_err(|error| thrown(&error))
    }

    /// The open invoices of a buyer, by its name in the table of buyers, as of the last report: oldest due first, the
    /// first 10,000. Credit notes are not among them.
    #[wasm_bindgen(unchecked_return_type = "OpenInvoice[]")]
    pub fn invoices(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] currency: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] buyer: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answered(self.0.invoices(&text(currency, "currency")?, &text(buyer, "buyer")?))
    }

    /// The whole table of buyers as a CSV file for spreadsheets: UTF-8 with BOM, and nothing in it is a formula. Headings
    /// stand in for the names of the columns, in the order of `buyersCsvColumns`.
    #[wasm_bindgen(js_name = buyersCsv)]
    pub fn buyers_csv(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] currency: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string[] | null")] headings: &JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        let currency = text(currency, "currency")?;
        let headings = match taken_over(headings) {
            Value::List(headings) => headings,
            _ => Vec::new(),
        };
        let headings = headings.into_iter().map(|heading| match heading {
            Value::Text(heading) => heading,
            _ => String::new(),
        });
        let headings: Vec<String> = headings.collect();
        self.0.buyers_csv(&currency, &headings).map_err(|error| thrown(&error))
    }

    /// The columns of `buyersCsv`, in their order.
    #[wasm_bindgen(js_name = buyersCsvColumns, unchecked_return_type = "string[]")]
    pub fn buyers_csv_columns() -> Result<JsValue, JsValue> {
        to_js(&Engine::buyers_csv_columns())
    }

    /// The rows that could not be read: the first 10,000 of them.
    #[wasm_bindgen(unchecked_return_type = "Reject[]")]
    pub fn rejects(&self) -> Result<JsValue, JsValue> {
        // Value by value, where bytes do not count: of a list so long the text is a copy too many.
        if cfg!(feature = "quick") {
            Ok(self.0.rejects().serialize(&Serializer::json_compatible())?)
        } else {
            to_js(self.0.rejects())
        }
    }
}

fn text(value: &JsValue, field: &str) -> Result<String, JsValue> {
    let wrong = || thrown(&InputError { issues: vec![Issue::new(field.to_owned(), Problem::WrongType)] });
    value.as_string().ok_or_else(wrong)
}

fn answered<T: serde::Serialize>(answer: Result<T, InputError>) -> Result<JsValue, JsValue> {
    to_js(&answer.map_err(|error| thrown(&error))?)
}
