//! From the fields of a row to its buyer, dates and amounts.

use crate::error::Problem;
use crate::ledger::accounts::{Accounts, Currencies, folded, hash_name, mix};
use crate::ledger::columns::{Column, Header};
use crate::ledger::date_order::DateOrders;
use crate::ledger::day::{self, Day};
use crate::ledger::duplicates::Duplicates;
use crate::ledger::rejects::Reason;
use crate::ledger::rows::{Disputed, Row, Rows, Standing};
use crate::ledger::scan::unquoted;
use crate::ledger::units::AmountStyle;
use crate::quantity::Currency;

/// The fields of a row: its bytes, and where each field ends in them.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    bytes: &'a [u8],
    /// The last one ends the row.
    ends: &'a [u32],
    start: usize,
    /// Whether the file ends with the row, without a line end.
    is_last: bool,
}

impl<'a> Fields<'a> {
    /// The row that begins at `start` in `bytes`.
    #[inline]
    pub fn new(bytes: &'a [u8], ends: &'a [u32], start: usize) -> Self {
        Self { bytes, ends, start, is_last: false }
    }

    /// The same row where the file ends without a line end.
    pub fn unterminated(self) -> Self {
        Self { is_last: true, ..self }
    }

    pub fn count(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    fn end(&self, index: usize) -> Option<usize> {
        self.ends.get(index).map(|end| *end as usize)
    }

    /// A field as it stands, quotes included; nothing where the row has no such field.
    #[inline]
    pub fn raw(&self, index: usize) -> &'a [u8] {
        let start = match index {
            0 => Some(self.start),
            _ => self.end(index.wrapping_sub(1)).map(|end| end.wrapping_add(1)),
        };
        match (start, self.end(index)) {
            (Some(start), Some(end)) => self.bytes.get(start..end).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// A field as text.
    pub fn text(&self, index: usize) -> String {
        String::from_utf8_lossy(unquoted(self.raw(index), &mut Vec::new())).into_owned()
    }

    /// The whole row as it stands.
    pub fn row(&self) -> &'a [u8] {
        let end = self.ends.last().map_or(self.start, |end| *end as usize);
        self.bytes.get(self.start..end).unwrap_or(&[])
    }
}

/// Where the columns stand; a place that no row has for those that are not there.
#[derive(Clone, Copy, Debug)]
struct Places {
    buyer: usize,
    invoice: usize,
    issued: usize,
    due: usize,
    amount: usize,
    open: usize,
    paid: usize,
    paid_on: usize,
    currency: usize,
    disputed: usize,
    limit: usize,
}

const NOWHERE: usize = usize::MAX;

/// Reads rows into what is kept of them.
#[derive(Debug)]
pub(super) struct Reader {
    header: Header,
    places: Places,
    style: AmountStyle,
    pub dates: DateOrders,
    /// The number of the currency of rows without one.
    home: u8,
    /// The last text of a currency and its number.
    last_currency: (Vec<u8>, u8),
    pub currencies: Currencies,
    pub accounts: Accounts,
    pub duplicates: Duplicates,
    pub rows: Rows,
    pub accepted: u32,
    /// An upper bound of every sum: all amounts without their sign.
    pub mass: u128,
    pub has_invoice_dates: bool,
}

/// Words that begin a total.
const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "合計",
    "總計",
    "累计",
    "本页",
    "total",
    "grand total",
    "subtotal",
    "sub-total",
    "sum",
    "totals",
    "balance",
];

const YES: &[&str] = &["1", "y", "yes", "true", "t", "x", "是", "有", "真", "√", "✓", "争议", "有争议", "disputed"];
const NO: &[&str] = &["", "0", "n", "no", "false", "f", "-", "否", "无", "没有", "假", "×", "none", "无争议"];

impl Reader {
    pub fn new(header: Header, style: AmountStyle, dates: DateOrders, home: Currency) -> Self {
        let place = |column| header.place(column).unwrap_or(NOWHERE);
        let places = Places {
            buyer: place(Column::Buyer),
            invoice: place(Column::Invoice),
            issued: place(Column::InvoiceDate),
            due: place(Column::DueDate),
            amount: place(Column::Amount),
            open: place(Column::Open),
            paid: place(Column::Paid),
            paid_on: place(Column::PaidDate),
            currency: place(Column::Currency),
            disputed: place(Column::Disputed),
            limit: place(Column::Limit),
        };
        let mut currencies = Currencies::default();
        let home = currencies.number(home);
        Self {
            header,
            places,
            style,
            dates,
            home,
            last_currency: (Vec::new(), home),
            currencies,
            accounts: Accounts::default(),
            duplicates: Duplicates::default(),
            rows: Rows::default(),
            accepted: 0,
            mass: 0,
            has_invoice_dates: false,
        }
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Reads a row and keeps it.
    #[inline]
    pub fn read(&mut self, fields: Fields<'_>) -> Result<(), Refused> {
        self.dates.end_row(None);
        let places = self.places;
        let due = self.date(Column::DueDate, fields.raw(places.due), Required::Yes);
        let Ok(due) = due else {
            return Err(self.why(fields, due.err().unwrap_or(Problem::NotADate)));
        };
        if fields.count() != self.header.headings.len() {
            self.odd_count(fields)?;
        }
        let issued = self.date(Column::InvoiceDate, fields.raw(places.issued), Required::No);
        let issued = issued.map_err(refused(Column::InvoiceDate, fields.raw(places.issued)))?;
        let paid_on = self.date(Column::PaidDate, fields.raw(places.paid_on), Required::No);
        let paid_on = paid_on.map_err(refused(Column::PaidDate, fields.raw(places.paid_on)))?;

        let (amount, open) = (self.amount(Column::Amount, fields)?, self.amount(Column::Open, fields)?);
        let missing = if places.amount == NOWHERE { Column::Open } else { Column::Amount };
        let Some(whole) = amount.or(open) else {
            return Err(Refused { reason: Reason::Field(missing, Problem::Required), text: fields.row().to_vec() });
        };
        let standing = match open {
            Some(open) => Standing::Open(open),
            None => self.paid(fields, whole, paid_on)?,
        };
        let currency = self.currency(fields)?;
        let disputed = self.disputed(fields, whole)?;
        let limit = self.limit(fields)?;

        let raw = fields.raw(places.buyer);
        let hash = hash_name(raw, currency);
        let account = match self.accounts.find(raw, currency, hash) {
            Some(account) => account,
            None => self.new_name(fields, currency, hash)?,
        };
        if let Some(limit) = limit {
            self.accounts.note_limit(account, limit);
        }
        let number = unquoted_number(fields.raw(places.invoice));
        if !number.is_empty() {
            let hash = mix(hash_name(number, currency) ^ (u64::from(account) << 32 | u64::from(due.0)));
            self.duplicates.note(
                currency,
                mix(hash ^ whole.cast_unsigned()),
                mix(hash.rotate_left(32) ^ whole.cast_unsigned()),
            );
        }
        self.has_invoice_dates |= issued != Day::NONE;
        let other = match standing {
            Standing::Open(other) | Standing::Paid(other, _) => other,
        };
        self.mass =
            self.mass.wrapping_add(u128::from(whole.unsigned_abs()).wrapping_add(u128::from(other.unsigned_abs())));
        let row = Row { account, issued, due, paid_on, amount: whole, standing, disputed };
        if !self.rows.push(&row) {
            return Err(Refused { reason: Reason::Field(Column::Buyer, Problem::TooMany), text: Vec::new() });
        }
        self.dates.end_row(Some(self.accepted));
        self.accepted = self.accepted.saturating_add(1);
        Ok(())
    }

    /// Rows that have no due date are totals, headers or just incomplete.
    #[cold]
    fn why(&self, fields: Fields<'_>, problem: Problem) -> Refused {
        let row = || fields.row().to_vec();
        if self.header.is_repeated(|place| fields.text(place)) {
            return Refused { reason: Reason::RepeatedHeader, text: row() };
        }
        if problem == Problem::Required {
            let first = (0..fields.count()).map(|index| fields.text(index)).find(|text| !text.trim().is_empty());
            let first = folded(&first.unwrap_or_default()).to_lowercase();
            let word = first.trim_end_matches([':', '：', ' ']);
            if TOTALS.iter().any(|total| {
                word == *total
                    || (!total.is_ascii() && word.starts_with(total))
                    || word.starts_with(&format!("{total} "))
            }) {
                return Refused { reason: Reason::TotalRow, text: row() };
            }
            if folded(&fields.text(self.places.buyer)).is_empty() {
                return Refused { reason: Reason::Field(Column::Buyer, problem), text: row() };
            }
            return Refused { reason: Reason::Field(Column::DueDate, problem), text: row() };
        }
        Refused { reason: Reason::Field(Column::DueDate, problem), text: fields.raw(self.places.due).to_vec() }
    }

    /// More fields than the header has may only be empty: anything else has pushed the others out of their columns.
    /// A row may end early, unless the file does there: then nobody knows what else it had to say.
    #[cold]
    fn odd_count(&self, fields: Fields<'_>) -> Result<(), Refused> {
        if fields.is_last && fields.count() < self.header.headings.len() {
            return Err(Refused { reason: Reason::CutOff, text: fields.row().to_vec() });
        }
        let mut beyond = self.header.headings.len()..fields.count();
        if beyond.all(|index| fields.text(index).trim().is_empty()) {
            return Ok(());
        }
        Err(Refused { reason: Reason::TooManyFields, text: fields.row().to_vec() })
    }

    #[inline]
    fn date(&mut self, column: Column, raw: &[u8], required: Required) -> Result<Day, Problem> {
        match day::iso(raw) {
            Some(day) => Ok(day),
            None if raw.is_empty() && required == Required::No => Ok(Day::NONE),
            None => self.odd_date(column, raw, required),
        }
    }

    #[inline(never)]
    fn odd_date(&mut self, column: Column, raw: &[u8], required: Required) -> Result<Day, Problem> {
        let mut scratch = Vec::new();
        let bytes = unquoted(raw, &mut scratch);
        if let Some(day) = day::iso(bytes) {
            return Ok(day);
        }
        let text = String::from_utf8_lossy(bytes);
        if folded(&text).is_empty() {
            return if required == Required::Yes { Err(Problem::Required) } else { Ok(Day::NONE) };
        }
        self.dates.day(column, day::read(&text)).ok_or(Problem::NotADate)
    }

    #[inline]
    fn amount(&self, column: Column, fields: Fields<'_>) -> Result<Option<i64>, Refused> {
        let place = match column {
            Column::Amount => self.places.amount,
            Column::Open => self.places.open,
            Column::Paid => self.places.paid,
            _ => self.places.limit,
        };
        let raw = fields.raw(place);
        match self.style.quick(raw) {
            Some(units) => Ok(Some(units)),
            None if raw.is_empty() => Ok(None),
            None => self.odd_amount(column, raw),
        }
    }

    #[inline(never)]
    fn odd_amount(&self, column: Column, raw: &[u8]) -> Result<Option<i64>, Refused> {
        let mut scratch = Vec::new();
        let bytes = unquoted(raw, &mut scratch);
        if let Some(units) = self.style.quick(bytes) {
            return Ok(Some(units));
        }
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim();
        // A dash or nothing is how spreadsheets show that there is nothing.
        if text.is_empty() || matches!(text, "-" | "–" | "—") {
            return Ok(None);
        }
        self.style.read(text).map(Some).map_err(refused(column, raw))
    }

    /// What was paid. A date of payment without an amount pays everything.
    fn paid(&self, fields: Fields<'_>, amount: i64, paid_on: Day) -> Result<Standing, Refused> {
        let all_on_a_day = self.places.paid == NOWHERE && paid_on != Day::NONE;
        let paid = if all_on_a_day { amount } else { self.amount(Column::Paid, fields)?.unwrap_or(0) };
        Ok(Standing::Paid(paid, paid_on))
    }

    #[inline]
    fn currency(&mut self, fields: Fields<'_>) -> Result<u8, Refused> {
        let raw = fields.raw(self.places.currency);
        if raw.is_empty() {
            return Ok(self.home);
        }
        if raw == self.last_currency.0 {
            return Ok(self.last_currency.1);
        }
        self.new_currency(raw)
    }

    #[cold]
    fn new_currency(&mut self, raw: &[u8]) -> Result<u8, Refused> {
        let mut scratch = Vec::new();
        let text = String::from_utf8_lossy(unquoted(raw, &mut scratch));
        let code = folded(&text).to_uppercase();
        let code = match code.as_str() {
            "" => return Ok(self.home),
            "RMB" | "人民币" | "人民币元" | "元" | "¥" | "￥" | "CNH" => "CNY",
            "美元" | "US$" => "USD",
            "欧元" | "€" => "EUR",
            "港币" | "港元" | "HK$" => "HKD",
            "日元" => "JPY",
            "英镑" | "£" => "GBP",
            code => code,
        };
        let currency =
            Currency::from_code(code).ok_or_else(|| refused(Column::Currency, raw)(Problem::UnknownChoice))?;
        let number = self.currencies.number(currency);
        self.last_currency = (raw.to_vec(), number);
        Ok(number)
    }

    #[inline]
    fn disputed(&self, fields: Fields<'_>, amount: i64) -> Result<Disputed, Refused> {
        match fields.raw(self.places.disputed) {
            [] | [b'0' | b'n' | b'N'] => Ok(Disputed::Nothing),
            [b'1' | b'y' | b'Y'] => Ok(Disputed::Everything),
            raw => self.odd_disputed(raw, amount),
        }
    }

    /// A word that says yes or no, or the amount that is disputed.
    #[inline(never)]
    fn odd_disputed(&self, raw: &[u8], amount: i64) -> Result<Disputed, Refused> {
        let mut scratch = Vec::new();
        let text = String::from_utf8_lossy(unquoted(raw, &mut scratch));
        let word = folded(&text).to_lowercase();
        if NO.contains(&word.as_str()) {
            return Ok(Disputed::Nothing);
        }
        if YES.contains(&word.as_str()) {
            return Ok(Disputed::Everything);
        }
        match self.style.read(&word) {
            Ok(0) => Ok(Disputed::Nothing),
            Ok(part) if part > 0 && part <= amount => Ok(Disputed::Amount(part)),
            Ok(_) => Err(refused(Column::Disputed, raw)(Problem::Inconsistent)),
            Err(_) => Err(refused(Column::Disputed, raw)(Problem::UnknownChoice)),
        }
    }

    #[inline]
    fn limit(&self, fields: Fields<'_>) -> Result<Option<i64>, Refused> {
        if self.places.limit == NOWHERE {
            return Ok(None);
        }
        let limit = self.amount(Column::Limit, fields)?;
        match limit {
            Some(limit) if limit < 0 => Err(refused(Column::Limit, fields.raw(self.places.limit))(Problem::OutOfRange)),
            limit => Ok(limit),
        }
    }

    #[cold]
    fn new_name(&mut self, fields: Fields<'_>, currency: u8, hash: u64) -> Result<u32, Refused> {
        let name = fields.text(self.places.buyer);
        if folded(&name).is_empty() {
            return Err(Refused {
                reason: Reason::Field(Column::Buyer, Problem::Required),
                text: fields.row().to_vec(),
            });
        }
        let account = self.accounts.add(fields.raw(self.places.buyer), &name, currency, hash);
        account.ok_or_else(|| refused(Column::Buyer, fields.raw(self.places.buyer))(Problem::TooMany))
    }
}

/// An invoice number without its quotes. One that has quotes within keeps them: it is only compared.
#[inline]
fn unquoted_number(raw: &[u8]) -> &[u8] {
    let inner = match raw {
        [b'"', inner @ .., b'"'] => inner,
        _ => raw,
    };
    inner.trim_ascii()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Required {
    Yes,
    No,
}

/// A row that is not kept, and why.
pub(super) struct Refused {
    pub reason: Reason,
    pub text: Vec<u8>,
}

fn refused(column: Column, raw: &[u8]) -> impl FnOnce(Problem) -> Refused {
    move |problem| {
        let text = unquoted(raw, &mut Vec::new()).to_vec();
        Refused { reason: Reason::Field(column, problem), text }
    }
}
