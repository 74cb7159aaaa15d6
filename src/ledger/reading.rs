//! From the fields of a row to its buyer, dates and amounts.

use std::borrow::Cow;

use crate::error::Problem;
use crate::ledger::accounts::{Accounts, Currencies, Place, folded, is_surely_named};
use crate::ledger::columns::{Column, Header};
use crate::ledger::date_order::DateOrders;
use crate::ledger::day::{self, Day, Months};
use crate::ledger::duplicates::Duplicates;
use crate::ledger::hashing::{SHORT, hash_name, hash_short, hash_text, mix};
use crate::ledger::rejects::Reason;
use crate::ledger::rows::{Disputed, Packed, Row, Rows, Standing};
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
    #[cfg_attr(feature = "quick", inline(always))]
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

    /// A field without the quotes around it; what is between them is as it stands.
    #[cfg_attr(feature = "quick", inline(always))]
    fn cell(&self, index: usize) -> Cell<'a> {
        let raw = self.raw(index);
        let text = match raw {
            [b'"', inner @ .., b'"'] => inner,
            _ => raw,
        };
        let quotes = usize::from(text.len() != raw.len());
        Cell { text, end: self.end(index).map_or(0, |end| end.wrapping_sub(quotes)) }
    }

    /// The sixteen bytes that end with a cell; `None` at the beginning of the bytes.
    #[inline]
    fn window(&self, cell: &Cell<'_>) -> Option<&'a [u8; 16]> {
        self.bytes.get(..cell.end)?.last_chunk()
    }

    /// A field as text.
    pub fn text(&self, index: usize) -> String {
        String::from_utf8_lossy(unquoted(self.raw(index), &mut Vec::new())).into_owned()
    }

    /// Where a field begins and ends.
    #[inline]
    fn bounds(&self, index: usize) -> (usize, usize) {
        let end = self.end(index).unwrap_or(0);
        (end.saturating_sub(self.raw(index).len()), end)
    }

    /// The whole row as it stands.
    pub fn row(&self) -> &'a [u8] {
        let end = self.ends.last().map_or(self.start, |end| *end as usize);
        self.bytes.get(self.start..end).unwrap_or(&[])
    }
}

/// A field without the quotes around it, and where it ends.
struct Cell<'a> {
    text: &'a [u8],
    end: usize,
}

/// Rows that were read and whose account is still to be found: so many that the memory is asked for all of them at once.
const STAGED: usize = 64;

/// A row whose account is still to be found.
#[derive(Clone, Copy, Debug)]
struct Staged {
    /// Where the name stands in the bytes.
    name: (usize, usize),
    hash: u64,
    /// The hash of the invoice number, the due date and the amount; zero without a number.
    says: u64,
    limit: Option<i64>,
    /// Of no account yet.
    row: Packed,
    currency: u8,
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
    months: Months,
    /// The number of the currency of rows without one.
    home: u8,
    /// The last text of a currency and its number.
    last_currency: (Vec<u8>, u8),
    pub currencies: Currencies,
    pub accounts: Accounts,
    pub duplicates: Duplicates,
    pub rows: Rows,
    staged: Vec<Staged>,
    pub accepted: u32,
    /// Whether there was no memory left for a row.
    pub is_full: bool,
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
            months: if cfg!(feature = "quick") { Months::new() } else { Months::default() },
            home,
            last_currency: (Vec::new(), home),
            currencies,
            accounts: Accounts::default(),
            duplicates: Duplicates::default(),
            rows: Rows::default(),
            staged: Vec::with_capacity(STAGED),
            accepted: 0,
            is_full: false,
            mass: 0,
            has_invoice_dates: false,
        }
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Whether sums may need more than 64 bits: where all amounts without their sign stay below 2^62, every sum of them does.
    pub fn is_wide(&self) -> bool {
        self.mass >= 1 << 62
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
        let limit = if places.limit == NOWHERE { None } else { self.limit(fields)? };

        let raw = fields.raw(places.buyer);
        if !is_surely_named(raw) && folded(&fields.text(places.buyer)).is_empty() {
            return Err(Refused {
                reason: Reason::Field(Column::Buyer, Problem::Required),
                text: fields.row().to_vec(),
            });
        }
        let number = trimmed(fields.cell(places.invoice).text);
        let says = if number.is_empty() { 0 } else { said(number, currency, due, whole) };
        let other = match standing {
            Standing::Open(other) | Standing::Paid(other) => other,
        };
        self.mass = self.mass.wrapping_add(whole.unsigned_abs().wrapping_add(other.unsigned_abs()).into());
        self.has_invoice_dates |= issued != Day::NONE;
        let row = self.rows.pack(&Row { account: 0, issued, due, paid_on, amount: whole, standing, disputed });
        let name = fields.bounds(places.buyer);
        let hash = match window(fields.bytes, name) {
            Some(window) => hash_short(window, raw.len(), currency),
            None => hash_name(raw, currency),
        };
        let kept = self.accepted.wrapping_add(self.staged.len() as u32);
        self.dates.end_row(Some(kept));
        self.staged.push(Staged { name, hash, currency, says, limit, row });
        if self.staged.len() == STAGED {
            self.keep(fields.bytes);
        }
        Ok(())
    }

    /// Keeps the rows read so far, which stand in these bytes.
    #[inline(never)]
    pub fn keep(&mut self, bytes: &[u8]) {
        let mut staged = std::mem::take(&mut self.staged);
        // As little as can be between two of them, for all of them may be far away.
        let mut places = [Place::default(); STAGED];
        let waiting = if cfg!(feature = "quick") { staged.as_slice() } else { &[] };
        for (place, row) in places.iter_mut().zip(waiting) {
            *place = self.accounts.first_place(row.hash);
        }
        for (place, row) in places.iter_mut().zip(waiting) {
            *place = self.accounts.settled(*place, row.hash);
        }
        for (place, row) in places.iter().zip(&staged) {
            let (start, end) = row.name;
            let at = |window| self.accounts.at(*place, window, end.wrapping_sub(start), row.currency);
            let account = window(bytes, row.name).and_then(at);
            let account = account.or_else(|| self.find_or_add(bytes.get(start..end)?, row.currency, row.hash));
            self.is_full |= account.is_none();
            self.keep_row(row, account.unwrap_or(0));
        }
        staged.clear();
        self.staged = staged;
    }

    #[inline]
    fn keep_row(&mut self, staged: &Staged, account: u32) {
        if let Some(limit) = staged.limit {
            self.accounts.note_limit(account, limit);
        }
        if staged.says != 0 {
            self.is_full |= !self.duplicates.note(staged.currency, mix(staged.says ^ u64::from(account)));
        }
        self.is_full |= !self.rows.push(staged.row.of_account(account));
        self.accepted = self.accepted.saturating_add(1);
    }

    #[cold]
    fn find_or_add(&mut self, raw: &[u8], currency: u8, hash: u64) -> Option<u32> {
        if let Some(account) = self.accounts.find(raw, currency, hash) {
            return Some(account);
        }
        let mut scratch = Vec::new();
        let bytes = unquoted(raw, &mut scratch);
        let name = str::from_utf8(bytes).ok().filter(|_| cfg!(feature = "quick"));
        let name = name.map_or_else(|| String::from_utf8_lossy(bytes), Cow::Borrowed);
        self.accounts.add(raw, &name, currency, hash)
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

    #[cfg_attr(feature = "quick", inline(always))]
    fn date(&mut self, column: Column, raw: &[u8], required: Required) -> Result<Day, Problem> {
        let inner = if let [b'"', inner @ .., b'"'] = raw { inner } else { raw };
        // Where bytes count there is one way.
        let day = if cfg!(feature = "quick") { self.months.iso(inner) } else { day::iso(inner) };
        match day {
            Some(day) => Ok(day),
            None if inner.is_empty() && required == Required::No => Ok(Day::NONE),
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

    #[cfg_attr(feature = "quick", inline(always))]
    fn amount(&self, column: Column, fields: Fields<'_>) -> Result<Option<i64>, Refused> {
        let place = match column {
            Column::Amount => self.places.amount,
            Column::Open => self.places.open,
            Column::Paid => self.places.paid,
            _ => self.places.limit,
        };
        let cell = fields.cell(place);
        if cell.text.is_empty() {
            return Ok(None);
        }
        if let Some(units) = fields.window(&cell).and_then(|window| self.style.at_once(cell.text, window)) {
            return Ok(Some(units));
        }
        match self.style.quick(cell.text) {
            Some(units) => Ok(Some(units)),
            None => self.odd_amount(column, fields.raw(place)),
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
    #[cfg_attr(feature = "quick", inline(always))]
    fn paid(&self, fields: Fields<'_>, amount: i64, paid_on: Day) -> Result<Standing, Refused> {
        let all_on_a_day = self.places.paid == NOWHERE && paid_on != Day::NONE;
        let paid = if all_on_a_day { amount } else { self.amount(Column::Paid, fields)?.unwrap_or(0) };
        Ok(Standing::Paid(paid))
    }

    #[cfg_attr(feature = "quick", inline(always))]
    fn currency(&mut self, fields: Fields<'_>) -> Result<u8, Refused> {
        let raw = fields.cell(self.places.currency).text;
        if raw.is_empty() {
            return Ok(self.home);
        }
        let (last, number) = &self.last_currency;
        // A code is compared here: what WebAssembly brings along takes longer to be called.
        let is_last = match (raw, last.as_slice()) {
            ([a, b, c], [x, y, z]) if cfg!(feature = "quick") => a == x && b == y && c == z,
            _ => raw == last,
        };
        if is_last {
            return Ok(*number);
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

    #[cfg_attr(feature = "quick", inline(always))]
    fn disputed(&self, fields: Fields<'_>, amount: i64) -> Result<Disputed, Refused> {
        match fields.cell(self.places.disputed).text {
            [] | [b'0' | b'n' | b'N'] => Ok(Disputed::Nothing),
            [b'1' | b'y' | b'Y'] => Ok(Disputed::Everything),
            _ => self.odd_disputed(fields.raw(self.places.disputed), amount),
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

    fn limit(&self, fields: Fields<'_>) -> Result<Option<i64>, Refused> {
        let limit = self.amount(Column::Limit, fields)?;
        match limit {
            Some(limit) if limit < 0 => Err(refused(Column::Limit, fields.raw(self.places.limit))(Problem::OutOfRange)),
            limit => Ok(limit),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Required {
    Yes,
    No,
}

/// Without white space at the ends, which few texts have.
#[inline]
fn trimmed(text: &[u8]) -> &[u8] {
    match text {
        [b'!'..=0xff, .., b'!'..=0xff] if cfg!(feature = "quick") => text,
        _ => text.trim_ascii(),
    }
}

/// The bytes that begin with a short name; `None` for a long one, at the end of the bytes, and where there is one way for all.
#[inline]
fn window(bytes: &[u8], (start, end): (usize, usize)) -> Option<&[u8; SHORT]> {
    let is_short = cfg!(feature = "quick") && end.wrapping_sub(start) <= SHORT;
    bytes.get(start..).filter(|_| is_short).and_then(<[u8]>::first_chunk)
}

/// The hash of what a row says but its buyer. It may be zero by chance; then it is one.
#[cfg_attr(feature = "quick", inline(always))]
fn said(number: &[u8], currency: u8, due: Day, amount: i64) -> u64 {
    mix(mix(hash_text(number, currency) ^ amount.cast_unsigned()) ^ u64::from(due.0)).max(1)
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
