//! The table of buyers: sorted, searched, page by page, and as a file.

use std::cmp::Ordering;

use crate::choice;
use crate::error::{InputError, Issues, Path};
use crate::ledger::accounts::Account;
use crate::ledger::ageing::{BUCKETS, STAGES};
use crate::ledger::asked::{Asked, BuyerFigures};
use crate::ledger::report::BuyerRow;
use crate::ledger::summary::ratio;
use crate::ledger::units;
use crate::quantity::{Currency, Figure};
use crate::schema::{FieldSpec, is_object, read_optional, read_required};
use crate::value::Value;

choice! {
    /// What the table of buyers is sorted by.
    pub enum BuyerColumn {
        /// The name, by the numbers of its characters.
        Name = "name",
        /// What is open.
        Open = "open",
        /// What is not yet due.
        NotYetDue = "notYetDue",
        /// What is overdue.
        Overdue = "overdue",
        /// What is more than 30 days overdue.
        OverdueMoreThan30 = "overdueMoreThan30",
        /// Credit notes and unapplied cash.
        Credits = "credits",
        /// The days that the oldest open invoice is late.
        WorstDaysLate = "worstDaysLate",
        /// The share of all that is open.
        Share = "share",
        /// The limit.
        Limit = "limit",
        /// The use of the limit.
        Utilisation = "utilisation",
        /// Expected losses.
        Allowance = "allowance",
        /// What the insurance would pay.
        Indemnity = "indemnity",
        /// The stage of dunning.
        Stage = "stage",
    }
}

/// Which rows of the table of buyers are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuyerPage {
    /// What they are sorted by: what is open, when left out. Rows that are equal in it are sorted by name.
    pub sort: Option<BuyerColumn>,
    /// Largest first; the default unless they are sorted by name.
    pub descending: Option<bool>,
    /// How many rows are passed over.
    pub from: u32,
    /// How many rows are wanted.
    pub count: u32,
    /// Only buyers whose name has this in it, whatever the case.
    pub find: String,
}

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new::<BuyerColumn>("sort", "sort"),
    FieldSpec::new::<bool>("descending", "descending"),
    FieldSpec::new::<u32>("from", "from").required().range(crate::Range::of(0, 4_294_967_295)),
    FieldSpec::new::<u32>("count", "count").required(),
    FieldSpec::new::<String>("find", "find"),
];

impl BuyerPage {
    /// The first rows of the table as it comes: largest first.
    pub fn first(count: u32) -> Self {
        Self { sort: None, descending: None, from: 0, count, find: String::new() }
    }

    /// Reads a page from outside.
    ///
    /// # Errors
    /// An [`InputError`] with everything that is wrong with it.
    pub fn read(value: &Value) -> Result<Self, InputError> {
        let mut issues = Issues::default();
        let at = Path::Root("page");
        let mut page = Self::first(0);
        let [sort, descending, from, count, find] = FIELDS else { return Ok(page) };
        if is_object(value, FIELDS, &at, &mut issues) {
            let key = |name| Path::Key(&at, name);
            page.sort = read_optional(value.get("sort"), sort, &key("sort"), &mut issues);
            page.descending = read_optional(value.get("descending"), descending, &key("descending"), &mut issues);
            page.from = read_required(value.get("from"), from, &key("from"), &mut issues);
            page.count = read_required(value.get("count"), count, &key("count"), &mut issues);
            page.find = read_optional(value.get("find"), find, &key("find"), &mut issues).unwrap_or_default();
        }
        issues.into_result()?;
        Ok(page)
    }

    /// The same order and search.
    fn has_order_of(&self, other: &Self) -> bool {
        self.sort == other.sort && self.descending == other.descending && self.find == other.find
    }
}

/// The table of one currency, with the order that was asked for last.
#[derive(Debug)]
pub(super) struct BuyerTable {
    pub currency: Currency,
    open: i128,
    buyers: Vec<u32>,
    order: Option<(BuyerPage, Vec<u32>)>,
}

/// What the table looks things up in.
#[derive(Clone, Copy)]
pub(super) struct Books<'a> {
    pub asked: &'a Asked,
    pub accounts: &'a [Account],
}

impl Books<'_> {
    fn name(&self, number: u32) -> &str {
        self.accounts.get(number as usize).map_or("", |account| &*account.name)
    }

    fn figures(&self, number: u32, currency: Currency) -> Option<BuyerFigures> {
        let account = self.accounts.get(number as usize)?;
        self.asked.figures(number, account, self.asked.is_home(currency), currency.places())
    }
}

impl BuyerTable {
    pub fn new(currency: Currency, open: i128, buyers: Vec<u32>) -> Self {
        Self { currency, open, buyers, order: None }
    }

    /// The rows of a page.
    pub fn page(&mut self, page: &BuyerPage, books: Books<'_>) -> Vec<BuyerRow> {
        if self.order.as_ref().is_none_or(|(known, _)| !known.has_order_of(page)) {
            self.order = Some((page.clone(), self.sorted(page, books)));
        }
        let order = self.order.as_ref().map_or(&[][..], |(_, order)| order);
        let wanted = order.iter().skip(page.from as usize).take(page.count as usize);
        wanted.filter_map(|number| self.row(*number, books)).collect()
    }

    /// The number of buyers that a search finds.
    pub fn count(&self, find: &str, books: Books<'_>) -> u32 {
        let known = self.order.as_ref().filter(|(page, _)| page.find == find).map(|(_, order)| order.len());
        u32::try_from(known.unwrap_or_else(|| self.found(find, books).count())).unwrap_or(u32::MAX)
    }

    /// The account of a buyer.
    pub fn account(&self, name: &str, books: Books<'_>) -> Option<u32> {
        self.buyers.iter().copied().find(|number| books.name(*number) == name)
    }

    /// The buyers whose name has something in it, whatever the case.
    fn found<'a>(&'a self, find: &str, books: Books<'a>) -> impl Iterator<Item = u32> + use<'a> {
        let wanted = find.to_lowercase();
        let is_found = move |number: &u32| wanted.is_empty() || books.name(*number).to_lowercase().contains(&wanted);
        self.buyers.iter().copied().filter(is_found)
    }

    fn sorted(&self, page: &BuyerPage, books: Books<'_>) -> Vec<u32> {
        let sort = page.sort.unwrap_or(BuyerColumn::Open);
        let descending = page.descending.unwrap_or(sort != BuyerColumn::Name);
        let found = self.found(&page.find, books);
        let mut order: Vec<(Key, u32)> = found.map(|number| (self.key(sort, number, books), number)).collect();
        order.sort_unstable_by(|(a, left), (b, right)| {
            let by_value = if descending { b.cmp(a) } else { a.cmp(b) };
            by_value.then_with(|| {
                let by_name = books.name(*left).cmp(books.name(*right));
                if sort == BuyerColumn::Name && descending { by_name.reverse() } else { by_name }
            })
        });
        order.into_iter().map(|(_, number)| number).collect()
    }

    /// What a buyer is sorted by. What has no value is less than anything.
    fn key(&self, sort: BuyerColumn, number: u32, books: Books<'_>) -> Key {
        if sort == BuyerColumn::Name {
            return Key::Nothing;
        }
        if matches!(sort, BuyerColumn::Open | BuyerColumn::Share) {
            return Key::Number(books.asked.open(number));
        }
        let Some(buyer) = books.figures(number, self.currency) else { return Key::Nothing };
        let of = |value: Option<i128>| value.map_or(Key::Nothing, Key::Number);
        match sort {
            BuyerColumn::NotYetDue => Key::Number(buyer.not_due()),
            BuyerColumn::Overdue => Key::Number(buyer.overdue()),
            BuyerColumn::OverdueMoreThan30 => Key::Number(buyer.overdue_more_than_30()),
            BuyerColumn::Credits => Key::Number(buyer.credits),
            BuyerColumn::WorstDaysLate => Key::Number(buyer.worst_days_late.into()),
            BuyerColumn::Limit => of(buyer.limit.map(Into::into)),
            BuyerColumn::Utilisation => match buyer.limit {
                Some(limit @ 1..) => Key::Fraction(buyer.open(), limit.into()),
                _ => Key::Nothing,
            },
            BuyerColumn::Allowance => Key::Number(buyer.allowance),
            BuyerColumn::Indemnity => of(buyer.settled.map(|settled| settled.indemnity)),
            _ => Key::Number(i128::try_from(buyer.stage).unwrap_or(0)),
        }
    }

    fn row(&self, number: u32, books: Books<'_>) -> Option<BuyerRow> {
        let buyer = books.figures(number, self.currency)?;
        let money = |units| units::money(units, self.currency.places());
        let open = buyer.open();
        Some(BuyerRow {
            name: books.name(number).to_owned(),
            open: money(open),
            not_yet_due: money(buyer.not_due()),
            overdue: money(buyer.overdue()),
            overdue_more_than_30: money(buyer.overdue_more_than_30()),
            credits: money(buyer.credits),
            worst_days_late: buyer.worst_days_late,
            share: ratio(open, self.open).unwrap_or_else(|| Figure("0.000000".to_owned())),
            ageing: buyer.ageing.iter().map(|part| money(*part)).collect(),
            limit: buyer.limit.map(|limit| money(limit.into())),
            utilisation: buyer.limit.and_then(|limit| ratio(open, limit.into())),
            allowance: money(buyer.allowance),
            indemnity: buyer.settled.map(|settled| money(settled.indemnity)),
            stage: STAGES.get(buyer.stage).copied().unwrap_or("none"),
        })
    }

    /// All buyers, what is open falling: UTF-8 with a BOM, so that spreadsheets know it.
    pub fn csv(&self, headings: &[String], books: Books<'_>) -> Vec<u8> {
        let mut file = csv_start(headings);
        for number in self.sorted(&BuyerPage::first(u32::MAX), books) {
            let Some(row) = self.row(number, books) else { continue };
            let late = row.worst_days_late.to_string();
            let text =
                |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.as_str().to_owned()).unwrap_or_default();
            let (limit, utilisation, indemnity) = (text(&row.limit), text(&row.utilisation), text(&row.indemnity));
            let start = [
                &*row.name,
                row.open.as_str(),
                row.not_yet_due.as_str(),
                row.overdue.as_str(),
                row.overdue_more_than_30.as_str(),
                row.credits.as_str(),
                &late,
                row.share.as_str(),
            ];
            let end = [&*limit, &utilisation, row.allowance.as_str(), &indemnity, row.stage];
            line(&mut file, start.into_iter().chain(row.ageing.iter().map(Figure::as_str)).chain(end));
        }
        file.into_bytes()
    }
}

/// What a buyer is sorted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Nothing,
    Number(i128),
    /// Of a positive denominator.
    Fraction(i128, i128),
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            // A balance is below 2^90 and a limit below 2^57; what would not fit counts as the most there is.
            (Self::Fraction(a, b), Self::Fraction(c, d)) => a.saturating_mul(*d).cmp(&c.saturating_mul(*b)),
            (a, b) => (*a != Self::Nothing).cmp(&(*b != Self::Nothing)),
        }
    }
}

/// The mark of UTF-8 and the headings.
pub(super) fn csv_start(headings: &[String]) -> String {
    let mut file = "\u{feff}".to_owned();
    let names = headings_of_csv();
    let names = names.iter().enumerate().map(|(at, name)| headings.get(at).map_or(*name, String::as_str));
    line(&mut file, names);
    file
}

/// The names of the columns of the file, in their order.
pub(super) fn headings_of_csv() -> Vec<&'static str> {
    let start = ["name", "open", "notYetDue", "overdue", "overdueMoreThan30", "credits", "worstDaysLate", "share"];
    let end = ["limit", "utilisation", "allowance", "indemnity", "stage"];
    start.into_iter().chain(BUCKETS).chain(end).collect()
}

fn line<'a>(file: &mut String, fields: impl Iterator<Item = &'a str>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            file.push(',');
        }
        push_field(file, field);
    }
    file.push_str("\r\n");
}

/// A field as spreadsheets take it. One that they would take for a formula begins with an apostrophe.
fn push_field(file: &mut String, field: &str) {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if !is_formula && !field.contains([',', ';', '\t', '"', '\n', '\r', '\'']) {
        file.push_str(field);
        return;
    }
    file.push('"');
    if is_formula {
        file.push('\'');
    }
    file.push_str(&field.replace('"', "\"\""));
    file.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_of_the_file_is_a_formula_or_breaks_a_row() {
        let written = |field: &str| {
            let mut file = String::new();
            push_field(&mut file, field);
            file
        };
        assert_eq!(written("Acme"), "Acme");
        assert_eq!(written("a,b"), "\"a,b\"");
        assert_eq!(written("a\"b\n"), "\"a\"\"b\n\"");
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"] {
            assert_eq!(written(formula), format!("\"'{formula}\""));
        }
        assert_eq!(written("=\"x\""), "\"'=\"\"x\"\"\"");
    }
}
