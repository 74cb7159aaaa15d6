//! The ledger against a slow one, against itself in other pieces, orders and days, and against whatever a file may hold.

#![cfg(feature = "ledger")]

mod support;

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use support::evaluator::Fraction;
use support::slow_ledger::{HEADER, Row, figures};
use trade_credit::ledger::{BuyerPage, Change, Ledger, LedgerOptions, LedgerReport};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn options(value: Json) -> LedgerOptions {
    LedgerOptions::read(&support::value(&value)).unwrap()
}

/// The ledger of a text in pieces of some size, finished.
fn read(text: &[u8], options: &LedgerOptions, piece: usize) -> (Ledger, Result<LedgerReport, Json>) {
    let mut ledger = Ledger::new(options.clone()).unwrap();
    for piece in text.chunks(piece.max(1)) {
        ledger.push(piece).unwrap();
    }
    let report = ledger.finish().map_err(|error| serde_json::to_value(error.issues).unwrap());
    (ledger, report)
}

fn report(text: &str, options: &LedgerOptions) -> LedgerReport {
    let (_, report) = read(text.as_bytes(), options, 1 << 16);
    report.unwrap_or_else(|issues| panic!("{issues} in {text}"))
}

fn file(rows: &[Row]) -> String {
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    format!("{HEADER}\n{}\n", lines.join("\n"))
}

/// Rows around the last days of June 2025, in three currencies, of few buyers, so that everything meets everything.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let around = |from: &str, days: i64| {
        let from = day(from);
        (0..days).prop_map(move |later| from + TimeDelta::days(later))
    };
    let cents = |from: i64, to: i64| (from..to).prop_map(|cents| Decimal::new(cents, 2));
    let row = (
        (
            prop::sample::select(vec!["Acme", "Börse AG", "甲公司", "Delta", "Echo", "Foxtrot", "Golf"]),
            0..40_u8,
            prop::sample::select(vec!["CNY", "CNY", "CNY", "JPY", "KWD"]),
        ),
        (prop::option::weighted(0.95, around("2023-04-01", 850)), 0..200_i64, around("2023-08-01", 720)),
        (
            prop_oneof![8 => cents(1, 9_999_999), 1 => cents(-500_000, 0), 1 => Just(Decimal::new(1_000_000_000, 2))],
            0..8_u8,
            prop::sample::select(vec!["N", "N", "N", "", "Y", "half"]),
        ),
        (prop::option::weighted(0.6, around("2023-06-01", 800)), prop::option::weighted(0.2, cents(0, 20_000_000))),
    );
    let row = row.prop_map(
        |((buyer, invoice, currency), (issued, terms, due), (amount, kind, disputed), (paid_on, limit))| {
            let part = |share: i64| (amount * Decimal::new(share, 1)).round_dp(2);
            let (open, paid) = match kind {
                0 => (Some(amount), None),
                1 => (Some(part(4)), None),
                2 => (Some(Decimal::ZERO), None),
                3 => (None, Some(amount)),
                4 => (None, Some(part(3))),
                5 => (None, Some(part(12))),
                _ => (None, None),
            };
            let disputed = if amount <= Decimal::ZERO && disputed == "half" { "N" } else { disputed };
            let due = issued.map_or(due, |issued: NaiveDate| issued + TimeDelta::days(terms));
            Row {
                buyer,
                invoice: format!("R{invoice}"),
                issued,
                due,
                amount,
                open,
                paid,
                paid_on,
                currency,
                disputed,
                limit,
            }
        },
    );
    prop::collection::vec(row, 1..60)
}

fn covers() -> impl Strategy<Value = Option<Json>> {
    let terms = (0_u32..1 << 10, 0..400_i64, 0..200_i64).prop_map(|(which, days, share)| {
        let mut cover = json!({});
        let all = [
            ("insuredPercentage", json!(format!("0.{:03}", 1 + share * 4))),
            ("discretionaryLimit", json!("150000.50")),
            ("periodStart", json!("2024-01-15")),
            ("maxTermsDays", json!(days / 2)),
            ("maximumExtensionDays", json!(days)),
            ("claimThreshold", json!("1234.56")),
            ("minimumRetention", json!("5000")),
            ("excess", json!("777.77")),
            ("aggregateFirstLoss", json!("2500")),
            ("maximumLiability", json!("60000")),
        ];
        for (bit, (name, value)) in all.into_iter().enumerate() {
            if which >> bit & 1 == 1 {
                cover[name] = value;
            }
        }
        if which % 3 == 0 {
            cover["excessOrder"] = json!("beforePercentage");
            cover["extensionFrom"] = json!("invoiceDate");
        }
        if which % 5 == 0 {
            cover["aggregateErodedBy"] = json!("loss");
            cover["limitCancelledOn"] = json!("2025-03-31");
        }
        cover
    });
    prop::option::weighted(0.8, terms)
}

/// What a report says at a path such as `ageing.0.amount`.
fn at<'a>(report: &'a Json, path: &str) -> &'a Json {
    path.split('.').fold(report, |json, key| match key.parse::<usize>() {
        Ok(index) => &json[index],
        Err(_) => &json[key],
    })
}

fn agrees(found: &Json, expected: Option<&Fraction>) -> bool {
    match (found, expected) {
        (Json::Null, None) => true,
        (Json::String(text), Some(fraction)) => Fraction::parse(text).equals(fraction),
        (Json::Number(number), Some(fraction)) => Fraction::parse(&number.to_string()).equals(fraction),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_report_is_that_of_the_slow_ledger(rows in rows(), cover in covers(), back in 0..500_i64) {
        let as_of = day("2025-06-30") - TimeDelta::days(back);
        let policy = json!({"latePayment": {"collectionDays": 20}, "provision": {"rates": ["0.00312345", "0.02", "0.04", "0.08", "1"]}});
        let common = json!({"policy": policy, "holidays": ["2025-06-27", "2025-05-01"], "workdays": ["2025-06-28"]});
        let mut all = common.clone();
        all["asOf"] = json!(as_of.to_string());
        all["cover"] = cover.clone().unwrap_or(Json::Null);
        let report = report(&file(&rows), &options(all));
        prop_assert_eq!(report.accepted as usize, rows.len());
        let mut seen = 0;
        for currency in serde_json::to_value(&report.currencies).unwrap().as_array().unwrap() {
            let code = currency["currency"].as_str().unwrap();
            for (path, expected) in figures(&rows, code, as_of, &common, cover.as_ref()) {
                prop_assert!(agrees(at(currency, &path), expected.as_ref()), "{} {} is {}, not {:?}", code, path, at(currency, &path), expected);
                seen += 1;
            }
        }
        prop_assert!(seen > 60);
    }

    #[test]
    fn buyers_add_up_to_the_totals(rows in rows(), cover in covers()) {
        let options = options(json!({"asOf": "2025-06-30", "cover": cover}));
        let (mut ledger, report) = read(file(&rows).as_bytes(), &options, 1 << 16);
        let number = |text: &str| Decimal::from_str_exact(text).unwrap();
        for currency in report.unwrap().currencies {
            let buyers = ledger.buyers(currency.currency, &BuyerPage::first(1_000)).unwrap();
            prop_assert_eq!(buyers.len(), currency.buyers as usize);
            if currency.currency == "JPY" {
                continue; // The rows have cents, which yen have not.
            }
            let total = |of: &dyn Fn(&trade_credit::ledger::BuyerRow) -> String| buyers.iter().map(|buyer| number(&of(buyer))).sum::<Decimal>();
            prop_assert_eq!(total(&|buyer| buyer.open.to_string()), number(currency.open.as_str()));
            prop_assert_eq!(total(&|buyer| buyer.overdue.to_string()), number(currency.overdue.as_str()));
            prop_assert_eq!(total(&|buyer| buyer.not_yet_due.to_string()), number(currency.not_yet_due.as_str()));
            prop_assert_eq!(total(&|buyer| buyer.overdue_more_than_30.to_string()), number(currency.overdue_more_than_30.as_str()));
            prop_assert_eq!(total(&|buyer| buyer.credits.to_string()), number(currency.credits.as_str()));
            for (age, bucket) in currency.ageing.iter().enumerate() {
                prop_assert_eq!(total(&|buyer| buyer.ageing[age].to_string()), number(bucket.amount.as_str()));
            }
            if let Some(insured) = &currency.insured {
                prop_assert_eq!(total(&|buyer| buyer.indemnity.as_ref().unwrap().to_string()), number(insured.indemnity.as_str()));
                prop_assert_eq!(number(insured.indemnity.as_str()) + number(insured.own_loss.as_str()), number(currency.overdue.as_str()));
            }
        }
    }

    #[test]
    fn rows_in_any_order_and_pieces_of_any_size_give_the_same_report(rows in rows(), order in any::<prop::sample::Index>(), piece in 1..500_usize) {
        let options = options(json!({"asOf": "2025-06-30", "cover": {"maximumExtensionDays": 30}}));
        let expected = report(&file(&rows), &options);
        let mut turned = rows.clone();
        turned.rotate_left(order.index(rows.len()));
        turned.reverse();
        let (_, report) = read(file(&turned).as_bytes(), &options, piece);
        prop_assert_eq!(report.unwrap(), expected);
    }

    #[test]
    fn asking_again_is_reading_again(rows in rows(), cover in covers(), back in 0..700_i64, huge in prop::sample::select(vec![0, 0, 0, 50])) {
        let mut rows = rows;
        // So many invoices of ten trillions come to more than 64 bits hold.
        let largest = Row { amount: Decimal::new(10_000_000_000_000, 0), disputed: "N", open: None, paid: None, ..rows[0].clone() };
        rows.extend(std::iter::repeat_n(largest, huge));
        let text = file(&rows);
        let as_of = (day("2025-06-30") - TimeDelta::days(back)).to_string();
        let (mut ledger, _) = read(text.as_bytes(), &options(json!({"asOf": "2025-06-30", "limits": {"Acme": 5}})), 100);
        for change in [
            json!({"asOf": as_of}),
            json!({"cover": cover}),
            json!({"cover": cover, "policy": {"cover": {"insuredPercentage": "0.7"}}}),
            json!({"limits": {"Acme": "100.5", "Delta": 0}}),
            json!({"policy": {"provision": {"rates": [0, 0, 0, 0, 1]}}}),
            json!({"asOf": as_of, "cover": cover, "limits": {}}),
            json!({}),
        ] {
            let mut all = json!({"asOf": "2025-06-30", "limits": {"Acme": 5}});
            all.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
            let again = ledger.recompute(&Change::read(&support::value(&change)).unwrap()).unwrap();
            let (mut fresh, expected) = read(text.as_bytes(), &options(all), 1_000);
            prop_assert_eq!(again, expected.unwrap());
            let page = BuyerPage::first(100);
            prop_assert_eq!(ledger.buyers("CNY", &page).unwrap(), fresh.buyers("CNY", &page).unwrap());
            for buyer in ["Acme", "Delta"] {
                prop_assert_eq!(ledger.invoices("CNY", buyer).unwrap(), fresh.invoices("CNY", buyer).unwrap());
            }
        }
    }

    #[test]
    fn whatever_a_file_holds_every_row_is_accepted_or_refused(text in "(buyer[,;\t]due date[,;\t]amount[,;\t]open\r?\n)?([a-z\"\0合计],|[,;\t]|2025-0[1-9]-1[0-9],|12\\.5|\r?\n|1,234|\\PC){0,200}", piece in 1..100_usize) {
        let options = options(json!({"asOf": "2025-06-30"}));
        let (ledger, report) = read(text.as_bytes(), &options, piece);
        let (_, whole) = read(text.as_bytes(), &options, usize::MAX);
        prop_assert_eq!(&report, &whole);
        match report {
            Ok(report) => {
                prop_assert_eq!(report.accepted + report.rejected, report.rows);
                prop_assert_eq!(ledger.rejects().len(), report.rejected as usize);
                let counted: u32 = report.currencies.iter().map(|currency| currency.invoices + currency.not_yet_issued).sum();
                prop_assert_eq!(counted, report.accepted);
            }
            Err(issues) => prop_assert!(!issues.as_array().unwrap().is_empty()),
        }
    }

    #[test]
    fn any_bytes_at_all_end_in_a_report_or_an_error(start in any::<bool>(), bytes in prop::collection::vec(any::<u8>(), 0..2_000), piece in 1..100_usize) {
        let mut file = if start { b"buyer,due,amount\n".to_vec() } else { Vec::new() };
        file.extend(bytes);
        let (mut ledger, report) = read(&file, &options(json!({"asOf": "2025-06-30"})), piece);
        if let Ok(report) = report {
            prop_assert_eq!(report.accepted + report.rejected, report.rows);
        }
        prop_assert!(ledger.push(b"a").is_err());
        prop_assert!(ledger.finish().is_err());
    }
}

/// Files with their figures calculated by hand, natively; `tests/package/ledger.test.mjs` runs them in wasm.
#[test]
fn files_come_to_what_was_calculated_by_hand_wherever_they_are_cut() {
    let vectors: Json = serde_json::from_str(include_str!("ledger/vectors.json")).unwrap();
    for vector in vectors.as_array().unwrap() {
        let (id, file) = (&vector["id"], vector["file"].as_str().unwrap());
        let options = options(vector["options"].clone());
        let (whole_ledger, whole) = read(file.as_bytes(), &options, usize::MAX);
        let report = whole.clone().map(|report| serde_json::to_value(report).unwrap());
        match &report {
            Ok(report) => {
                for (path, expected) in vector["expect"].as_object().unwrap_or_else(|| panic!("{id} is no error")) {
                    assert_eq!(at(report, path), expected, "{id}: {path}");
                }
            }
            Err(issues) => {
                let found: Vec<Json> =
                    issues.as_array().unwrap().iter().map(|issue| json!([issue["field"], issue["code"]])).collect();
                assert_eq!(json!(found), vector["issues"], "{id}");
            }
        }
        if let Some(expected) = vector.get("rejects") {
            let rejects = whole_ledger
                .rejects()
                .iter()
                .map(|reject| json!([reject.line, reject.code, reject.field, reject.text]));
            assert_eq!(&json!(rejects.collect::<Vec<_>>()), expected, "{id}");
        }
        // In two pieces at every byte, and byte by byte.
        for cut in 0..=file.len() {
            let mut ledger = Ledger::new(options.clone()).unwrap();
            let (start, end) = file.as_bytes().split_at(cut);
            if cut == 0 {
                for byte in end {
                    ledger.push(std::slice::from_ref(byte)).unwrap();
                }
            } else {
                ledger.push(start).unwrap();
                ledger.push(end).unwrap();
            }
            let found = ledger.finish().map_err(|error| serde_json::to_value(error.issues).unwrap());
            assert_eq!(found, whole, "{id} cut at {cut}");
            assert_eq!(ledger.rejects(), whole_ledger.rejects(), "{id} cut at {cut}");
        }
    }
}

#[test]
fn odd_shapes_are_read_or_refused_in_proportion() {
    let options = options(json!({"asOf": "2025-06-30"}));
    let wide = format!("buyer,due,amount,{}\nA,2025-05-01,10,{}\n", vec!["x"; 297].join(","), vec!["y"; 400].join(","));
    let (_, report) = read(wide.as_bytes(), &options, 1_000);
    assert_eq!((report.as_ref().unwrap().accepted, report.unwrap().rejected), (0, 1));
    let long = format!("buyer,due,amount\n\"{}\",2025-05-01,10\nB,2025-05-01,5\n", "Acme ".repeat(300_000));
    let (_, report) = read(long.as_bytes(), &options, 70_000);
    assert_eq!(report.unwrap().currencies[0].open.as_str(), "15.00");
    let unclosed = format!("buyer,due,amount\n\"A,2025-05-01,10\n{}", "B,2025-05-01,5\n".repeat(1_000_000));
    let (_, report) = read(unclosed.as_bytes(), &options, 1 << 18);
    assert_eq!((report.as_ref().unwrap().accepted, report.unwrap().rejected), (1_000_000, 1));
    let endless = ["buyer,due,amount\n".to_owned(), "x".repeat(20 << 20), "\nB,2025-05-01,5\n".to_owned()].concat();
    let (ledger, report) = read(endless.as_bytes(), &options, 1 << 18);
    assert_eq!((report.as_ref().unwrap().accepted, report.unwrap().rejected), (1, 1));
    assert_eq!((ledger.rejects()[0].code, ledger.rejects()[0].text.len()), ("too_long", 200));
    let nothing = vec![0; 9 << 20];
    assert!(read(&nothing, &options, 1 << 18).1.is_err());
}

#[test]
fn pages_of_buyers_are_sorted_and_searched() {
    let file = "buyer,due,amount,limit\nBeta,2025-05-01,20,100\nAlpha,2025-05-01,20,10\nalphorn,2025-06-29,30,\n=1+1,2025-07-01,5,1\n";
    let (mut ledger, _) = read(file.as_bytes(), &options(json!({"asOf": "2025-06-30"})), 9);
    let mut names = |page: Json| {
        let page = BuyerPage::read(&support::value(&page)).unwrap();
        ledger.buyers("CNY", &page).unwrap().into_iter().map(|buyer| buyer.name).collect::<Vec<_>>()
    };
    assert_eq!(names(json!({"from": 0, "count": 10})), ["alphorn", "Alpha", "Beta", "=1+1"]);
    assert_eq!(names(json!({"from": 1, "count": 2})), ["Alpha", "Beta"]);
    assert_eq!(names(json!({"from": 0, "count": 9, "sort": "name"})), ["=1+1", "Alpha", "Beta", "alphorn"]);
    assert_eq!(
        names(json!({"from": 0, "count": 9, "sort": "name", "descending": true})),
        ["alphorn", "Beta", "Alpha", "=1+1"]
    );
    assert_eq!(names(json!({"from": 0, "count": 9, "sort": "utilisation"})), ["=1+1", "Alpha", "Beta", "alphorn"]);
    assert_eq!(
        names(json!({"from": 0, "count": 9, "sort": "worstDaysLate", "descending": false})),
        ["=1+1", "alphorn", "Alpha", "Beta"]
    );
    assert_eq!(names(json!({"from": 0, "count": 9, "find": "ALPH"})), ["alphorn", "Alpha"]);
    assert!(ledger.buyers("USD", &BuyerPage::first(5)).unwrap().is_empty());
    assert!(
        BuyerPage::read(&support::value(&json!({"from": -1, "count": 1, "sort": "x", "more": 1})))
            .is_err_and(|error| error.issues.len() == 3)
    );
    let csv = String::from_utf8(ledger.buyers_csv("CNY", &["客户".to_owned()]).unwrap()).unwrap();
    assert!(csv.starts_with("\u{feff}客户,open,"));
    assert!(csv.contains("\r\n\"'=1+1\",5.00,"));
    assert_eq!(csv.lines().count(), 5);
}

#[test]
fn the_open_invoices_of_a_buyer_come_oldest_due_first() {
    let file = "buyer,invoice date,due date,amount,paid,paid date,disputed,currency\n\
        Acme  GmbH,2025-05-01,2025-06-30,100.0050,40,2025-06-15,y,\n\
        Beta,2025-01-01,2025-01-31,7,,,,\n\
        Acme GmbH,,2025-03-31,50,,,12.50,CNY\n\
        Acme GmbH,2025-02-01,2025-03-31,60,60,2025-07-05,,\n\
        Acme GmbH,2025-02-01,2025-03-01,80,80,2025-04-01,,\n\
        Acme GmbH,2025-06-01,2025-06-01,-30,,,,\n\
        Acme GmbH,2025-07-01,2025-07-31,90,,,,\n\
        Acme GmbH,2025-06-30,2025-08-31,110,,,,\n\
        Acme GmbH,2025-01-01,2025-01-31,9,,,,USD\n";
    let (mut ledger, report) = read(file.as_bytes(), &options(json!({"asOf": "2025-06-30"})), 9);
    let invoice = |issued: Option<&str>, due: &str, amount: &str, open: &str, disputed: &str| json!({"invoiceDate": issued, "dueDate": due, "amount": amount, "open": open, "disputed": disputed});
    let found = |ledger: &Ledger, currency: &str, buyer: &str| json!(ledger.invoices(currency, buyer).unwrap());
    // 50 has no date and comes before 60, which is paid later; 80 was paid before, 90 is written later, and 30 is a credit.
    let expected = [
        invoice(None, "2025-03-31", "50.00", "50.00", "12.50"),
        invoice(Some("2025-02-01"), "2025-03-31", "60.00", "60.00", "0.00"),
        invoice(Some("2025-05-01"), "2025-06-30", "100.01", "60.01", "60.01"),
        invoice(Some("2025-06-30"), "2025-08-31", "110.00", "110.00", "0.00"),
    ];
    assert_eq!(found(&ledger, "CNY", "Acme GmbH"), json!(expected));
    assert_eq!(
        found(&ledger, "USD", "Acme GmbH"),
        json!([invoice(Some("2025-01-01"), "2025-01-31", "9.00", "9.00", "0.00")])
    );
    for (currency, buyer) in [("EUR", "Acme GmbH"), ("USD", "Beta"), ("CNY", "Acme"), ("CNY", "")] {
        assert_eq!(found(&ledger, currency, buyer), json!([]));
    }
    let report = report.unwrap();
    assert_eq!((report.rejected, report.currencies[0].open.as_str()), (0, "287.01"));
    ledger.recompute(&Change::read(&support::value(&json!({"asOf": "2025-03-15"}))).unwrap()).unwrap();
    let dues = ledger.invoices("CNY", "Acme GmbH").unwrap().into_iter().map(|invoice| invoice.due_date.to_string());
    assert_eq!(dues.collect::<Vec<_>>(), ["2025-03-01", "2025-03-31", "2025-03-31"]);
    assert!(Ledger::new(options(json!({"asOf": "2025-06-30"}))).unwrap().invoices("CNY", "Beta").is_err());
}

#[test]
fn the_day_of_a_part_payment_is_turned_with_the_others_of_its_column() {
    // The second row says that the month stands first: 5 March is before the day, 3 May is not.
    let file = "buyer,due,amount,paid,paid date\nAcme,2025-01-31,100,40,3/5/2025\nAcme,2025-01-31,10,10,1/25/2025\n";
    let report = report(file, &options(json!({"asOf": "2025-03-31"})));
    assert_eq!(report.currencies[0].open.as_str(), "60.00");
    assert_eq!(report.currencies[0].days_late.paid.as_ref().unwrap().as_str(), "26.40");
}

#[test]
fn no_more_than_ten_thousand_invoices_of_a_buyer_are_told() {
    let rows: String = (0..30_000).map(|at| format!("A,2025-0{}-01,{at}\n", 6 - at % 3)).collect();
    let (ledger, _) =
        read(format!("buyer,due,amount\n{rows}").as_bytes(), &options(json!({"asOf": "2025-06-30"})), 999);
    let invoices = ledger.invoices("CNY", "A").unwrap();
    assert_eq!(invoices.len(), 10_000);
    let amounts: Vec<_> = invoices.iter().map(|invoice| invoice.amount.as_str().to_owned()).collect();
    assert_eq!(amounts, (0..10_000).map(|at| format!("{}.00", at * 3 + 2)).collect::<Vec<_>>());
}

#[test]
fn the_number_of_buyers_is_that_of_the_pages() {
    let file = "buyer,due,amount\nBeta,2025-05-01,20\nAlpha,2025-05-01,20\nalphorn,2025-06-29,30\n";
    let (mut ledger, _) = read(file.as_bytes(), &options(json!({"asOf": "2025-06-30"})), 9);
    let counts = |ledger: &Ledger| ["", "ALPH", "beta", "x"].map(|find| ledger.buyer_count("CNY", find).unwrap());
    assert_eq!(counts(&ledger), [3, 2, 1, 0]);
    // A page that was asked for changes no count.
    ledger.buyers("CNY", &BuyerPage { find: "ALPH".to_owned(), ..BuyerPage::first(1) }).unwrap();
    assert_eq!(counts(&ledger), [3, 2, 1, 0]);
    assert_eq!(ledger.buyer_count("USD", "").unwrap(), 0);
    assert!(Ledger::new(options(json!({"asOf": "2025-06-30"}))).unwrap().buyer_count("CNY", "").is_err());
}

#[test]
fn a_file_with_unknown_headings_is_shown_so_that_its_columns_can_be_chosen() {
    let asked = options(json!({"asOf": "2025-06-30"}));
    let rows = [["A", "2025-05-01", "1,234.50"], ["B", "2025-05-02", "1,5"], ["C", "2025-05-03", "2,000,000.00"]];
    for (delimiter, title, line) in
        [(";", "", 1), ("\t", "", 1), (";", "Posten, offen\n\n", 3), ("\t", "Posten\t\t\n", 2)]
    {
        let lines: String = rows.iter().map(|row| row.join(delimiter) + "\n").collect();
        let file = [title, &["Firma", "fällig", "Summe"].join(delimiter), "\n", &lines].concat();
        for piece in [1, 7, usize::MAX] {
            let (ledger, report) = read(file.as_bytes(), &asked, piece);
            assert_eq!(report.unwrap_err()[0]["code"], "required", "{file}");
            let head = ledger.head().unwrap();
            assert_eq!((&*head.delimiter, head.line), (delimiter, line), "{file}");
            assert_eq!(head.headings, ["Firma", "fällig", "Summe"]);
            assert_eq!(head.missing, ["buyer", "dueDate", "amount"]);
            assert_eq!(head.sample, rows);
        }
    }
    // Of many rows, five, and before the end of the file.
    let mut ledger = Ledger::new(asked).unwrap();
    ledger.push(["Firma;Summe\n", &"A;1\n".repeat(100_000)].concat().as_bytes()).unwrap();
    assert_eq!(ledger.head().unwrap().sample, vec![["A", "1"]; 5]);
    assert_eq!(ledger.progress().rows, 0);
}

/// Files in the encodings that exports have hold the same.
#[cfg(feature = "encoding")]
#[test]
fn encodings_are_told_apart() {
    use std::io::Cursor;
    use trade_credit::ledger::read_file;
    let text = "客户,到期日,金额\n甲公司,2025-05-01,10\nÄ,2025-05-01,5\n";
    let plain = text.replace("Ä", "乙");
    let utf_16 = |swap: fn(u16) -> [u8; 2], mark: bool| {
        let mark = if mark { "\u{feff}" } else { "" };
        [mark, text].concat().encode_utf16().flat_map(swap).collect::<Vec<u8>>()
    };
    let gbk = encoding_rs::GBK.encode(&plain).0.into_owned();
    let late = [format!("{HEADER}\n").into_bytes(), b"x,,,2025-05-01,1,,,,,,\n".repeat(20_000), gbk_row()].concat();
    let files = [
        (text.as_bytes().to_vec(), 2, "15.00"),
        (["\u{feff}", text].concat().into_bytes(), 2, "15.00"),
        (utf_16(u16::to_le_bytes, true), 2, "15.00"),
        (utf_16(u16::to_be_bytes, true), 2, "15.00"),
        (gbk, 2, "15.00"),
        (late, 20_001, "20007.00"),
    ];
    for (file, rows, open) in files {
        let report = read_file(Cursor::new(file), options(json!({"asOf": "2025-06-30"}))).unwrap().finish().unwrap();
        assert_eq!(report.accepted, rows);
        assert_eq!(report.currencies[0].open.as_str(), open);
    }
}

#[cfg(feature = "encoding")]
fn gbk_row() -> Vec<u8> {
    encoding_rs::GBK.encode("甲公司,,,2025-05-01,7,,,,,,\n").0.into_owned()
}
