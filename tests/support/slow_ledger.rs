//! The ledger once more, slowly: sums in decimals, figures by the evaluator of formulas, claims and stages by the calculators.
//! It shares nothing with the engine but the calculators, and knows rows, not files.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::call;
use super::evaluator::{Fraction, evaluate};

/// A row as its file says it.
#[derive(Clone, Debug)]
pub struct Row {
    pub buyer: &'static str,
    pub invoice: String,
    pub issued: Option<NaiveDate>,
    pub due: NaiveDate,
    pub amount: Decimal,
    pub open: Option<Decimal>,
    pub paid: Option<Decimal>,
    pub paid_on: Option<NaiveDate>,
    pub currency: &'static str,
    pub disputed: &'static str,
    pub limit: Option<Decimal>,
}

pub const HEADER: &str = "buyer,invoice,invoice_date,due_date,amount,open,paid,paid_date,currency,disputed,limit";

fn shown<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

impl Row {
    /// The row as a line of a file.
    pub fn line(&self) -> String {
        let disputed = if self.disputed == "half" { self.half().to_string() } else { self.disputed.into() };
        [
            self.buyer.into(),
            self.invoice.clone(),
            shown(self.issued),
            self.due.to_string(),
            self.amount.to_string(),
            shown(self.open),
            shown(self.paid),
            shown(self.paid_on),
            self.currency.into(),
            disputed,
            shown(self.limit),
        ]
        .join(",")
    }

    /// Half the amount, to the cent.
    fn half(&self) -> Decimal {
        (self.amount / Decimal::TWO).round_dp(2)
    }

    fn open_on(&self, as_of: NaiveDate) -> Decimal {
        self.open.unwrap_or_else(|| {
            let counts = self.paid_on.is_none_or(|on| on <= as_of);
            self.amount - if counts { self.paid.unwrap_or_default() } else { Decimal::ZERO }
        })
    }

    fn disputed_of(&self, open: Decimal) -> Decimal {
        match self.disputed {
            "Y" => open,
            "half" => open.min(self.half()),
            _ => Decimal::ZERO,
        }
    }
}

/// The figures of one currency, by path; nothing for null.
pub type Figures = BTreeMap<String, Option<Fraction>>;

/// What the rows of a currency come to.
pub fn figures(rows: &[Row], currency: &str, as_of: NaiveDate, options: &Json, cover: Option<&Json>) -> Figures {
    let mut figures = Figures::new();
    let places = match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    };
    let mut put = |path: &str, value: Option<Fraction>| {
        assert!(figures.insert(path.to_owned(), value).is_none(), "{path}");
    };
    let own: Vec<&Row> = rows.iter().filter(|row| row.currency == currency).collect();
    let issued: Vec<&Row> = own.iter().filter(|row| row.issued.is_none_or(|day| day <= as_of)).copied().collect();
    let number = |count: usize| Some(Fraction::parse(&count.to_string()));
    let exactly = |value: Decimal| Fraction::parse(&value.normalize().to_string());
    let money = |value: Decimal| Some(by(&format!("round(a, {places})"), &[("a", value)]));
    put("notYetIssued", number(own.len() - issued.len()));
    put("invoices", number(issued.len()));
    let buyers: BTreeSet<&str> = issued.iter().map(|row| row.buyer).collect();
    put("buyers", number(buyers.len()));

    let late = |row: &Row| (as_of - row.due).num_days().max(0);
    let bucket = |row: &Row| match late(row) {
        0 => 0,
        1..=30 => 1,
        31..=60 => 2,
        61..=90 => 3,
        _ => 4,
    };
    let open_rows: Vec<(&Row, Decimal)> =
        issued.iter().map(|row| (*row, row.open_on(as_of))).filter(|(_, open)| *open > Decimal::ZERO).collect();
    let sum =
        |of: &dyn Fn(&Row) -> bool| open_rows.iter().filter(|(row, _)| of(row)).map(|(_, open)| *open).sum::<Decimal>();
    let open = sum(&|_| true);
    let (overdue, over_30) = (sum(&|row| late(row) > 0), sum(&|row| late(row) > 30));
    let credits: Decimal =
        issued.iter().map(|row| row.open_on(as_of)).filter(|open| open.is_sign_negative()).map(|open| -open).sum();
    put("open", money(open));
    put("overdue", money(overdue));
    put("notYetDue", money(open - overdue));
    put("overdueMoreThan30", money(over_30));
    put("credits", money(credits));
    put("netOpen", money(open - credits));
    put("disputed", money(open_rows.iter().map(|(row, open)| row.disputed_of(*open)).sum()));
    let share = |part: Decimal, whole: Decimal, formula: &str| {
        (whole > Decimal::ZERO).then(|| by(formula, &[("a", part), ("b", whole)]))
    };
    put("overdueShare", share(overdue, open, "round(a / b, 6)"));
    put("overdueRate", share(over_30, open, "round(a / b, 6)"));

    let mut allowances = Decimal::ZERO;
    let ages: Vec<Decimal> = (0..5).map(|age| sum(&|row| bucket(row) == age)).collect();
    let buckets: Vec<Json> =
        ages.iter().map(|age| json!({"label": "", "balance": age.normalize().to_string()})).collect();
    let provision =
        call("provision", &json!({"buckets": buckets}), &json!({"currency": currency, "policy": options["policy"]}))
            .unwrap();
    for (age, balance) in ages.iter().enumerate() {
        put(&format!("ageing.{age}.amount"), money(*balance));
        put(&format!("ageing.{age}.count"), number(open_rows.iter().filter(|(row, _)| bucket(row) == age).count()));
        put(&format!("ageing.{age}.share"), share(*balance, open, "round(a / b, 6)"));
        let bucket = &provision["result"]["buckets"][age];
        let allowance = bucket["allowance"].as_str().unwrap();
        allowances += Decimal::from_str_exact(allowance).unwrap();
        put(&format!("provision.{age}.allowance"), Some(Fraction::parse(allowance)));
        put(&format!("provision.{age}.rate"), Some(Fraction::parse(bucket["rate"].as_str().unwrap())));
    }
    put("allowance", Some(exactly(allowances)));

    let weighted: Decimal = open_rows.iter().map(|(row, open)| *open * Decimal::from(late(row))).sum();
    put("daysLate.open", share(weighted, open, "round(a / b, 2)"));
    let paid: Vec<(Decimal, i64)> = (issued.iter())
        .filter_map(|row| {
            let on = row.paid_on.filter(|on| *on <= as_of)?;
            let paid = row.open.map_or(row.paid.unwrap_or_default(), |open| row.amount - open);
            (paid > Decimal::ZERO).then_some((paid, (on - row.due).num_days().max(0)))
        })
        .collect();
    let all_paid: Decimal = paid.iter().map(|(paid, _)| *paid).sum();
    let weighted = paid.iter().map(|(paid, late)| *paid * Decimal::from(*late)).sum();
    put("daysLate.paid", share(weighted, all_paid, "round(a / b, 2)"));

    let dated = issued.iter().any(|row| row.issued.is_some());
    let sales_between = |from: NaiveDate, to: NaiveDate| {
        let within = |row: &&&Row| row.issued.is_some_and(|day| from <= day && day <= to);
        issued.iter().filter(within).map(|row| row.amount).sum::<Decimal>()
    };
    let sales = sales_between(as_of - TimeDelta::days(364), as_of);
    let per_year = |part: Decimal| if dated { share(part, sales, "round(a * 365 / b, 2)") } else { None };
    put("creditSales", if dated { money(sales) } else { None });
    put("dso", per_year(open));
    put("bestPossibleDso", per_year(open - overdue));
    put("averageDaysDelinquent", per_year(overdue));
    let mut month = as_of.with_day(1).unwrap();
    let (mut last, mut rest, mut days) = (as_of, open, Decimal::ZERO);
    let mut countback = None;
    for index in 0..24 {
        let sold = sales_between(month, last);
        if dated {
            put(&format!("monthlySales.{index}.sales"), money(sold));
        }
        let length = Decimal::from((last - month).num_days() + 1);
        if rest > Decimal::ZERO {
            if sold > rest {
                countback =
                    Some(by("round(d + r / s * l, 2)", &[("d", days), ("r", rest), ("s", sold), ("l", length)]));
                rest = Decimal::ZERO;
            } else {
                days += length;
                rest -= sold.max(Decimal::ZERO);
            }
        }
        last = month - TimeDelta::days(1);
        month = last.with_day(1).unwrap();
    }
    if rest.is_zero() && countback.is_none() {
        countback = Some(exactly(days));
    }
    put("countbackDso", countback.filter(|_| dated));
    put("countbackUnexplained", if dated { money(rest) } else { None });

    let mut by_buyer: Vec<Decimal> = (buyers.iter())
        .map(|buyer| open_rows.iter().filter(|(row, _)| row.buyer == *buyer).map(|(_, open)| *open).sum())
        .filter(|open: &Decimal| !open.is_zero())
        .collect();
    by_buyer.sort_by(|a, b| b.cmp(a));
    let top = |count: usize| by_buyer.iter().take(count).copied().sum::<Decimal>();
    put("concentration.largest", share(top(1), open, "round(a / b, 6)"));
    put("concentration.top5", share(top(5), open, "round(a / b, 6)"));
    put("concentration.top20Percent", share(top(by_buyer.len().div_ceil(5)), open, "round(a / b, 6)"));
    let squares: Decimal = by_buyer.iter().map(|open| *open * *open).sum();
    put("concentration.herfindahl", share(squares, open, "round(a / b / b, 6)"));
    put("concentration.effectiveBuyers", share(squares, open, "round(b * b / a, 6)"));

    let stages = ["none", "reminder", "due", "formal_demand", "collection", "legal", "stop_supply"];
    let dues: Vec<Json> = (open_rows.iter().enumerate())
        .map(|(id, (row, open))| json!({"id": id.to_string(), "amount": open.normalize().to_string(), "dueDate": row.due.to_string()}))
        .collect();
    let dunning = json!({"invoices": dues, "asOf": as_of.to_string(), "method": {"kind": "daily"}});
    let dunning = call("latePayment", &dunning, options).unwrap();
    for (index, stage) in stages.iter().enumerate() {
        let reached =
            dunning["result"]["invoices"].as_array().unwrap().iter().map(|row| row["stage"].as_str().unwrap_or("none"));
        let of_stage: Vec<Decimal> =
            reached.zip(&open_rows).filter(|(reached, _)| reached == stage).map(|(_, (_, open))| *open).collect();
        put(&format!("stages.{index}.count"), number(of_stage.len()));
        put(&format!("stages.{index}.amount"), money(of_stage.into_iter().sum()));
    }

    if currency != "CNY" {
        return figures;
    }
    let limit = |buyer: &str| own.iter().filter(|row| row.buyer == buyer).filter_map(|row| row.limit).min();
    let uses: Vec<(Decimal, Decimal)> = (buyers.iter())
        .filter_map(|buyer| {
            let open = open_rows.iter().filter(|(row, _)| row.buyer == *buyer).map(|(_, open)| *open).sum();
            Some((open, limit(buyer)?))
        })
        .collect();
    if !uses.is_empty() {
        put("limits.withLimit", number(uses.len()));
        put(
            "limits.over80",
            number(uses.iter().filter(|(open, limit)| *open * Decimal::from(5) > *limit * Decimal::from(4)).count()),
        );
        put("limits.overLimit", number(uses.iter().filter(|(open, limit)| open > limit).count()));
    }
    if let Some(cover) = cover {
        let (mut insured_loss, mut indemnity, mut claims) = (Decimal::ZERO, Decimal::ZERO, 0);
        for buyer in &buyers {
            let mut cover = cover.clone();
            if let Some(limit) = limit(buyer) {
                cover["buyerLimit"] = json!(limit.normalize().to_string());
            }
            let invoices: Vec<Json> = (open_rows.iter().enumerate())
                .filter(|(_, (row, _))| row.buyer == *buyer && late(row) > 0)
                .map(|(id, (row, open))| {
                    let text = |amount: Decimal| amount.normalize().to_string();
                    json!({
                        "id": id.to_string(), "invoiceDate": row.issued.unwrap_or(row.due).to_string(), "dueDate": row.due.to_string(),
                        "amount": text(*open), "disputed": text(row.disputed_of(*open)),
                    })
                })
                .collect();
            if invoices.is_empty() {
                continue;
            }
            claims += 1;
            let claim = json!({"invoices": invoices, "event": {"cause": "protractedDefault"}, "cover": cover});
            let claim = call("indemnity", &claim, options).unwrap();
            let figure = |name: &str| Decimal::from_str_exact(claim["result"][name].as_str().unwrap()).unwrap();
            // Amounts of this suite have two places, so the insured loss is not rounded.
            insured_loss += figure("insuredLoss");
            indemnity += figure("indemnity");
        }
        put("insured.buyers", number(claims));
        put("insured.insuredLoss", money(insured_loss));
        put("insured.indemnity", money(indemnity));
        put("insured.ownLoss", money(overdue - indemnity));
    }
    figures
}

fn by(formula: &str, names: &[(&str, Decimal)]) -> Fraction {
    let names = names.iter().map(|(name, value)| ((*name).to_owned(), value.normalize().to_string())).collect();
    evaluate(formula, &names)
}
