//! Which column of a file is what: by its heading, in Chinese or English, or as the caller says.

use std::borrow::Cow;

use crate::error::{Issue, Issues, Problem};

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Buyer,
    Invoice,
    InvoiceDate,
    DueDate,
    Amount,
    Open,
    Paid,
    PaidDate,
    Currency,
    Disputed,
    Limit,
}

/// So many columns mean something.
pub(super) const COLUMNS: usize = 11;

impl Column {
    pub const ALL: [Self; COLUMNS] = [
        Self::Buyer,
        Self::Invoice,
        Self::InvoiceDate,
        Self::DueDate,
        Self::Amount,
        Self::Open,
        Self::Paid,
        Self::PaidDate,
        Self::Currency,
        Self::Disputed,
        Self::Limit,
    ];

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Buyer => "buyer",
            Self::Invoice => "invoice",
            Self::InvoiceDate => "invoiceDate",
            Self::DueDate => "dueDate",
            Self::Amount => "amount",
            Self::Open => "open",
            Self::Paid => "paid",
            Self::PaidDate => "paidDate",
            Self::Currency => "currency",
            Self::Disputed => "disputed",
            Self::Limit => "limit",
        }
    }

    /// The column of a name on the wire; `invoice_date` is the same as `invoiceDate`.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| plain(column.name()) == plain(name))
    }

    /// Headings in their plain form, the most telling first.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Buyer => &[
                "buyer",
                "buyername",
                "customer",
                "customername",
                "客户",
                "客户名称",
                "买方",
                "买方名称",
                "购买方",
                "购买方名称",
                "购方名称",
                "债务人",
                "付款单位",
                "往来单位",
                "往来单位名称",
                "客户全称",
                "公司名称",
                "account",
                "accountname",
                "debtor",
                "debtorname",
                "client",
                "clientname",
                "buyerid",
                "customerid",
                "customerno",
                "customercode",
                "客户编号",
                "客户编码",
                "客户代码",
            ],
            Self::Invoice => &[
                "invoice",
                "invoiceno",
                "invoicenumber",
                "invoiceid",
                "invoice#",
                "inv",
                "invno",
                "发票号",
                "发票号码",
                "发票编号",
                "单据号",
                "单据编号",
                "单号",
                "凭证号",
                "documentno",
                "documentnumber",
                "document",
                "docno",
                "reference",
                "billno",
                "number",
            ],
            Self::InvoiceDate => &[
                "invoicedate",
                "invdate",
                "dateofinvoice",
                "开票日期",
                "发票日期",
                "开票日",
                "单据日期",
                "issuedate",
                "issued",
                "documentdate",
                "docdate",
                "billdate",
                "billingdate",
                "业务日期",
                "日期",
                "date",
            ],
            Self::DueDate => &[
                "duedate",
                "due",
                "dateddue",
                "到期日",
                "到期日期",
                "应收日期",
                "应付日期",
                "付款到期日",
                "收款到期日",
                "maturity",
                "maturitydate",
                "paymentduedate",
                "netduedate",
                "payby",
            ],
            Self::Amount => &[
                "amount",
                "invoiceamount",
                "金额",
                "价税合计",
                "发票金额",
                "开票金额",
                "应收金额",
                "含税金额",
                "grossamount",
                "gross",
                "amountgross",
                "total",
                "totalamount",
                "invoicetotal",
                "originalamount",
                "原币金额",
                "单据金额",
            ],
            Self::Open => &[
                "open",
                "openamount",
                "outstanding",
                "outstandingamount",
                "amountoutstanding",
                "amountopen",
                "openbalance",
                "未收金额",
                "余额",
                "应收余额",
                "未收余额",
                "欠款金额",
                "欠款余额",
                "未付金额",
                "未回款金额",
                "未核销金额",
                "balance",
                "balancedue",
                "amountdue",
                "remaining",
                "remainingamount",
            ],
            Self::Paid => &[
                "paid",
                "paidamount",
                "amountpaid",
                "已收金额",
                "已付金额",
                "收款金额",
                "已回款金额",
                "回款金额",
                "已核销金额",
                "received",
                "amountreceived",
                "receivedamount",
                "paymentamount",
            ],
            Self::PaidDate => &[
                "paiddate",
                "datepaid",
                "paidon",
                "paymentdate",
                "收款日期",
                "回款日期",
                "付款日期",
                "到账日期",
                "核销日期",
                "receiveddate",
                "receiptdate",
                "clearingdate",
            ],
            Self::Currency => &["currency", "currencycode", "币种", "币别", "货币", "ccy", "curr", "cur"],
            Self::Disputed => {
                &["disputed", "dispute", "indispute", "争议", "争议金额", "是否争议", "有争议", "disputedamount"]
            }
            Self::Limit => {
                &["limit", "creditlimit", "信用额度", "授信额度", "额度", "信用限额", "buyerlimit", "customerlimit"]
            }
        }
    }
}

/// A heading without what people write differently: case, space, punctuation, width, the unit in brackets.
fn plain(heading: &str) -> String {
    let narrow = heading.chars().map(|next| match next {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(next).saturating_sub(0xfee0)).unwrap_or(next),
        _ => next,
    });
    let mut text: String = narrow.flat_map(char::to_lowercase).collect();
    if let Some((before, _)) = text.split_once('(')
        && !before.trim().is_empty()
    {
        text.truncate(before.len());
    }
    text.retain(|next| {
        !next.is_whitespace()
            && !next.is_control()
            && !matches!(next, '_' | '-' | '.' | ':' | '*' | '/' | '\u{feff}' | '\'')
    });
    text
}

/// Which column a caller says holds what; the heading, or nothing for a column not to be used.
pub(super) type Mapping = Vec<(Column, Option<String>)>;

/// The columns of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// All headings, in order.
    pub headings: Vec<String>,
    /// Where each column stands.
    places: [Option<usize>; COLUMNS],
}

impl Header {
    /// Reads a row as headings.
    pub fn of(headings: Vec<String>, mapping: &Mapping) -> Self {
        let plain_headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        let find = |wanted: &str| plain_headings.iter().position(|heading| heading == wanted && !heading.is_empty());
        let mut places = [None; COLUMNS];
        for (place, column) in places.iter_mut().zip(Column::ALL) {
            *place = match mapping.iter().find(|(mapped, _)| *mapped == column) {
                Some((_, heading)) => heading.as_ref().and_then(|heading| {
                    headings.iter().position(|known| known.trim() == heading.trim()).or_else(|| find(&plain(heading)))
                }),
                None => column.headings().iter().find_map(|heading| find(heading)),
            };
        }
        // A column that a caller claims for one thing is not found as another as well.
        let claimed: Vec<usize> = (places.iter().zip(Column::ALL))
            .filter(|(_, column)| mapping.iter().any(|(mapped, _)| mapped == column))
            .filter_map(|(place, _)| *place)
            .collect();
        for (place, column) in places.iter_mut().zip(Column::ALL) {
            let is_mapped = mapping.iter().any(|(mapped, _)| *mapped == column);
            if !is_mapped && place.is_some_and(|place| claimed.contains(&place)) {
                *place = None;
            }
        }
        Self { headings, places }
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    /// Whether the file has a column.
    pub fn has(&self, column: Column) -> bool {
        self.place(column).is_some()
    }

    /// How many columns were found.
    pub fn found(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// Whether everything is there that a ledger cannot do without.
    pub fn is_complete(&self) -> bool {
        self.has(Column::Buyer) && self.has(Column::DueDate) && (self.has(Column::Amount) || self.has(Column::Open))
    }

    /// The columns found, by name, with their headings.
    pub fn columns(&self) -> Vec<(&'static str, String)> {
        let heading = |column: Column| self.place(column).and_then(|place| self.headings.get(place)).cloned();
        Column::ALL.into_iter().filter_map(|column| Some((column.name(), heading(column)?))).collect()
    }

    /// What is missing, with the headings that there are.
    pub fn missing(&self, mapping: &Mapping, issues: &mut Issues) {
        let allowed = || Some(self.headings.iter().take(300).cloned().map(Cow::Owned).collect());
        for (column, heading) in mapping {
            if heading.is_some() && !self.has(*column) {
                let field = format!("options.columns.{}", column.name());
                issues.push(Issue { allowed: allowed(), ..Issue::new(field, Problem::UnknownChoice) });
            }
        }
        let mut missing = vec![Column::Buyer, Column::DueDate];
        if !self.has(Column::Open) {
            missing.push(Column::Amount);
        }
        for column in missing.into_iter().filter(|column| !self.has(*column)) {
            let field = format!("columns.{}", column.name());
            issues.push(Issue { allowed: allowed(), ..Issue::new(field, Problem::Required) });
        }
    }

    /// Whether a row is this header once more.
    pub fn is_repeated(&self, field: impl Fn(usize) -> String) -> bool {
        let same = |place: usize| {
            self.headings
                .get(place)
                .is_some_and(|heading| !heading.trim().is_empty() && heading.trim() == field(place).trim())
        };
        self.places.iter().flatten().all(|place| same(*place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(row: &str) -> Header {
        Header::of(row.split(',').map(str::to_owned).collect(), &Vec::new())
    }

    #[test]
    fn headings_are_known_in_both_languages_however_they_are_written() {
        let english = header(
            "Customer,Invoice No.,Invoice Date,DUE_DATE,Amount (CNY),Outstanding,Paid,Paid Date,Currency,Disputed,Credit Limit",
        );
        let chinese =
            header("客户名称,发票号,开票日期,到期日,价税合计（元）,未收金额,已收金额,收款日期,币种,争议,信用额度");
        for header in [english, chinese] {
            for (place, column) in Column::ALL.into_iter().enumerate() {
                assert_eq!(header.place(column), Some(place), "{}", column.name());
            }
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut seen = std::collections::BTreeMap::new();
        for column in Column::ALL {
            for heading in column.headings() {
                assert_eq!(plain(heading), *heading, "{heading} is not in its plain form");
                assert_eq!(seen.insert(*heading, column), None, "{heading}");
            }
        }
    }

    #[test]
    fn the_caller_decides_where_headings_do_not() {
        let mapping = vec![
            (Column::Amount, Some("Net".to_owned())),
            (Column::Buyer, Some(" 客 户 ".to_owned())),
            (Column::Open, None),
        ];
        let row = "客户,到期日,Amount,Net,余额".split(',').map(str::to_owned).collect();
        let header = Header::of(row, &mapping);
        assert_eq!(header.place(Column::Amount), Some(3));
        assert_eq!(header.place(Column::Buyer), Some(0));
        assert_eq!(header.place(Column::Open), None);
    }
}
