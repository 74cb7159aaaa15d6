//! What must hold for every input: steps that anyone can re-run, figures without a hole, scaling, order, and
//! findings that clear by what they say.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use support::call;
use support::evaluator::{Fraction, evaluate};

fn amount(most: i64) -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..most, 0_u32..10_000).prop_map(|(whole, part)| format!("{whole}.{part:04}")),
        3 => (0..most / 1000).prop_map(|thousands| (thousands * 1000).to_string()),
        1 => Just("0".to_owned()),
        1 => Just("10000000000000".to_owned()),
    ]
}

fn money() -> impl Strategy<Value = Json> {
    amount(1_000_000_000).prop_map(|text| json!(text))
}

fn ratio() -> impl Strategy<Value = Json> {
    prop_oneof![
        (0_u32..=100_000_000).prop_map(|n| json!(format!("0.{:08}", n.min(99_999_999)))),
        Just(json!("1")),
        Just(json!("0.15"))
    ]
}

fn days(most: u32) -> impl Strategy<Value = Json> {
    (0..most, 0_u32..10_000).prop_map(|(whole, part)| json!(format!("{whole}.{part:04}")))
}

fn signed() -> impl Strategy<Value = Json> {
    (any::<bool>(), amount(1_000_000_000))
        .prop_map(|(negative, text)| json!(if negative { format!("-{text}") } else { text }))
}

/// An object with each of these fields there or not.
fn object(fields: Vec<(&'static str, bool, BoxedStrategy<Json>)>) -> BoxedStrategy<Json> {
    let entries: Vec<BoxedStrategy<Option<(String, Json)>>> = fields
        .into_iter()
        .map(|(name, required, value)| {
            let there = value.prop_map(move |value| Some((name.to_owned(), value)));
            if required { there.boxed() } else { prop_oneof![2 => there, 1 => Just(None)].boxed() }
        })
        .collect();
    entries.prop_map(|entries| Json::Object(entries.into_iter().flatten().collect::<Map<_, _>>())).boxed()
}

fn list(value: BoxedStrategy<Json>, most: usize) -> BoxedStrategy<Json> {
    prop::collection::vec(value, 0..=most).prop_map(Json::Array).boxed()
}

/// Consecutive months up to November 2025, newest first.
fn months() -> BoxedStrategy<Json> {
    prop::collection::vec(signed(), 0..30)
        .prop_map(|sales| {
            let row = |(index, sales)| {
                let month = 2025 * 12 + 10 - index;
                json!({ "month": format!("{:04}-{:02}", month / 12, month % 12 + 1), "sales": sales })
            };
            Json::Array(sales.into_iter().enumerate().map(row).collect())
        })
        .boxed()
}

/// Splits the receivables so that nothing contradicts.
fn consistent(mut input: Json, closing: &str, (due, late): (u32, u32)) -> Json {
    let Some(whole) = input[closing].as_str().map(|text| (text.parse::<f64>().unwrap() as i64).min(1_000_000_000))
    else {
        return input;
    };
    let overdue = whole * i64::from(due) / 100;
    if input.get("overdue").is_some() {
        input["overdue"] = json!(overdue.to_string());
        input.as_object_mut().unwrap().remove("notYetDue");
    } else if input.get("notYetDue").is_some() {
        input["notYetDue"] = json!(whole.to_string());
        input.as_object_mut().unwrap().remove("overdueMoreThan30");
    }
    if input.get("overdueMoreThan30").is_some() {
        input["overdueMoreThan30"] = json!((overdue * i64::from(late) / 100).to_string());
    }
    input
}

fn dso_input() -> BoxedStrategy<Json> {
    let fields = object(vec![
        ("creditSales", true, money().boxed()),
        ("closingReceivables", true, money().boxed()),
        ("periodDays", false, (1_u32..=1096).prop_map(|days| json!(days)).boxed()),
        ("openingReceivables", false, money().boxed()),
        ("notYetDue", false, money().boxed()),
        ("overdue", false, money().boxed()),
        ("overdueMoreThan30", false, money().boxed()),
        ("monthlySales", false, months()),
        ("countbackDays", false, prop::sample::select(vec![json!("calendar"), json!("thirty")]).boxed()),
        ("priorDso", false, days(200).boxed()),
        ("dsoHistory", false, list(days(200).boxed(), 3)),
        ("overdueRateHistory", false, list(ratio().boxed(), 2)),
        ("targetDso", false, days(200).boxed()),
        ("benchmarkDso", false, days(200).boxed()),
        ("costOfFunds", false, ratio().boxed()),
        ("ceiBasis", false, prop::sample::select(vec![json!("period"), json!("monthlyAverage")]).boxed()),
        ("periodMonths", false, (1_u32..=36).prop_map(|months| json!(months)).boxed()),
    ]);
    (fields, (0_u32..=100, 0_u32..=100))
        .prop_map(|(input, split)| consistent(input, "closingReceivables", split))
        .boxed()
}

fn stress_input() -> BoxedStrategy<Json> {
    let customer = object(vec![
        ("name", true, Just(json!("a customer")).boxed()),
        ("receivable", true, money().boxed()),
        ("monthlySales", true, money().boxed()),
        ("insuredLimit", false, money().boxed()),
        ("insuredPercentage", false, Just(json!("0.85")).boxed()),
    ]);
    object(vec![
        ("months", false, (1_u32..=60).prop_map(|months| json!(months)).boxed()),
        ("openingCash", true, signed().boxed()),
        ("monthlyInflow", true, money().boxed()),
        ("monthlyOutflow", true, money().boxed()),
        ("minimumCash", false, money().boxed()),
        ("undrawnLines", false, money().boxed()),
        ("customers", false, list(customer, 4)),
        ("costsSaved", false, ratio().boxed()),
        ("indemnityAfterMonths", false, (1_u32..=60).prop_map(|months| json!(months)).boxed()),
        ("collectionDelayDays", false, days(100).boxed()),
        ("salesShock", false, ratio().boxed()),
        ("payablesShortenDays", false, days(60).boxed()),
    ])
}

fn working_capital_input() -> BoxedStrategy<Json> {
    object(vec![
        ("receivables", true, money().boxed()),
        ("inventory", true, money().boxed()),
        ("payables", true, money().boxed()),
        ("annualSales", true, money().boxed()),
        ("otherOperatingAssets", false, money().boxed()),
        ("otherOperatingLiabilities", false, money().boxed()),
        ("costOfSales", false, money().boxed()),
        ("purchases", false, money().boxed()),
        ("currentAssets", false, money().boxed()),
        ("currentLiabilities", false, money().boxed()),
        ("cash", false, money().boxed()),
        ("marketableSecurities", false, money().boxed()),
        ("salesGrowth", false, ratio().boxed()),
        ("quarterlyProfit", false, signed().boxed()),
        ("largestCustomerSales", false, money().boxed()),
        ("stress", false, stress_input()),
    ])
}

fn assess_input() -> BoxedStrategy<Json> {
    let answer = || any::<bool>().prop_map(|answer| json!(answer)).boxed();
    let fields = object(vec![
        ("creditSales", false, money().boxed()),
        ("receivables", false, money().boxed()),
        ("overdue", false, money().boxed()),
        ("overdueMoreThan30", false, money().boxed()),
        ("priorDso", false, days(200).boxed()),
        ("dsoHistory", false, list(days(200).boxed(), 3)),
        ("overdueRateHistory", false, list(ratio().boxed(), 2)),
        ("inventory", false, money().boxed()),
        ("payables", false, money().boxed()),
        ("costOfSales", false, money().boxed()),
        ("currentAssets", false, money().boxed()),
        ("currentLiabilities", false, money().boxed()),
        ("cash", false, money().boxed()),
        ("largestCustomerSales", false, money().boxed()),
        ("largestReceivable", false, money().boxed()),
        ("undrawnLines", false, money().boxed()),
        ("quarterlyProfit", false, signed().boxed()),
        ("reserve", false, money().boxed()),
        ("insured", false, answer()),
        ("longestTermsDays", false, days(200).boxed()),
        ("securedLongTerms", false, answer()),
        ("quarterlyReview", false, answer()),
        ("collectionProcess", false, answer()),
    ]);
    let split = (0_u32..=100, 0_u32..=100);
    (fields, split)
        .prop_map(|(mut input, split)| {
            if input.get("receivables").is_none() || input.get("overdue").is_none() {
                input.as_object_mut().unwrap().remove("overdueMoreThan30");
            }
            consistent(input, "receivables", split)
        })
        .boxed()
}

fn any_call() -> impl Strategy<Value = (&'static str, Json)> {
    prop_oneof![
        dso_input().prop_map(|input| ("dso", input)),
        working_capital_input().prop_map(|input| ("workingCapital", input)),
        assess_input().prop_map(|input| ("assess", input)),
    ]
}

fn choice(words: &[&'static str]) -> BoxedStrategy<Json> {
    let words: Vec<Json> = words.iter().map(|word| json!(word)).collect();
    prop::sample::select(words).boxed()
}

fn count(most: u32) -> BoxedStrategy<Json> {
    (0..=most).prop_map(|count| json!(count)).boxed()
}

/// A score with enough answers, whatever else is known.
fn score_input() -> BoxedStrategy<Json> {
    let year = object(
        ["totalAssets", "totalLiabilities", "currentAssets", "currentLiabilities", "revenue", "interestExpense"]
            .into_iter()
            .map(|name| (name, false, money().boxed()))
            .chain(
                ["ebit", "retainedEarnings", "operatingCashFlow"]
                    .into_iter()
                    .map(|name| (name, false, signed().boxed())),
            )
            .collect(),
    );
    let payment = object(vec![
        ("averageDaysLate", true, days(60).boxed()),
        ("overdueShare", true, ratio().boxed()),
        ("dishonouredBills", true, count(3)),
        ("extensionRequests", false, count(5)),
    ]);
    let profile = object(vec![
        ("yearsInBusiness", true, count(20)),
        ("monthsTrading", false, count(30)),
        ("cyclicality", true, choice(&["low", "medium", "high"])),
        ("countryRisk", false, choice(&["low", "medium", "sensitive", "high"])),
    ]);
    object(vec![
        ("asOf", true, choice(&["2024-02-29", "2025-11-30"])),
        ("years", false, list(year, 3)),
        ("payment", true, payment),
        ("profile", true, profile),
        ("litigation", true, choice(&["none", "minor", "major"])),
        ("evidence", false, choice(&["audited", "none"])),
    ])
}

fn limit_input() -> BoxedStrategy<Json> {
    let answer = || any::<bool>().prop_map(|answer| json!(answer)).boxed();
    let fields = object(vec![
        ("monthlyPurchases", true, money().boxed()),
        ("termsDays", true, days(200).boxed()),
        ("extensionDays", false, days(60).boxed()),
        ("buyerMonthlyTurnover", false, money().boxed()),
        ("tangibleNetWorth", false, signed().boxed()),
        ("buyerWorkingCapital", false, signed().boxed()),
        ("monthsTrading", false, count(12)),
        ("goodPerformance", false, answer()),
        ("probabilityOfDefault", false, ratio().boxed()),
        ("lossGivenDefault", false, ratio().boxed()),
        ("sellerAnnualSales", false, Just(json!("162000000")).boxed()),
        ("lossCapacity", false, money().boxed()),
        ("insurerLimit", false, money().boxed()),
        ("openReceivables", false, money().boxed()),
        ("undeliveredOrders", false, money().boxed()),
        ("secured", false, answer()),
    ]);
    let judged = prop_oneof![
        choice(&["A", "B", "C", "D", "E"]).prop_map(|grade| ("grade", grade)),
        days(100).prop_map(|score| ("score", score)),
    ];
    (fields, judged)
        .prop_map(|(mut input, (name, judged))| {
            input[name] = judged;
            input
        })
        .boxed()
}

fn discount_input() -> BoxedStrategy<Json> {
    let fields = object(vec![
        ("discount", true, choice(&["0", "0.02", "0.35", "0.9"])),
        ("discountDays", true, days(20).boxed()),
        ("dayCount", false, choice(&["360", "365"])),
        ("costOfFunds", false, ratio().boxed()),
    ]);
    (fields, 20_u32..400)
        .prop_map(|(mut input, days)| {
            input["netDays"] = json!(days);
            input
        })
        .boxed()
}

/// The calls that judge a buyer or an offer.
fn any_judgement() -> impl Strategy<Value = (&'static str, Json)> {
    prop_oneof![
        score_input().prop_map(|input| ("score", input)),
        limit_input().prop_map(|input| ("limit", input)),
        discount_input().prop_map(|input| ("earlyPaymentDiscount", input)),
    ]
}

fn report(name: &str, input: &Json) -> Json {
    call(name, input, &json!(null)).unwrap_or_else(|issues| panic!("{name} {input}: {issues}"))
}

/// The path and value of everything standing directly in the result or in an object of it.
fn figures(result: &Json, path: &str, found: &mut Vec<(String, Json)>) {
    for (key, value) in result.as_object().unwrap() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Json::Object(_) => figures(value, &path, found),
            Json::Array(_) => {}
            _ => found.push((path, value.clone())),
        }
    }
}

fn is_decimal(value: &Json) -> bool {
    value.as_str().is_some_and(|text| text.starts_with(|first: char| first == '-' || first.is_ascii_digit()))
}

/// Results that are null without a gap, as documented.
const MAY_BE_NULL: &[&str] = &["mostInformative", "stress.firstShortMonth", "stress.customersSurvived"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_can_be_run_again((name, input) in prop_oneof![any_call(), any_judgement()]) {
        for step in report(name, &input)["steps"].as_array().unwrap() {
            let text = |key: &str| step[key].as_str().unwrap().to_owned();
            let inputs = step["inputs"].as_object().unwrap().iter().map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
            let again = evaluate(&text("formula"), &inputs.collect::<BTreeMap<_, _>>());
            let value = Fraction::parse(&text("value"));
            let agree = if step["approximate"] == true { again.nearly_agrees_with(&value) } else { again.agrees_with(&value) };
            prop_assert!(agree, "{step}");
        }
    }

    #[test]
    fn every_figure_has_a_step_or_a_gap((name, input) in any_call()) {
        let report = report(name, &input);
        let ids = |list: &str, key: &str| -> Vec<String> {
            report[list].as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
        };
        let (steps, gaps) = (ids("steps", "id"), ids("gaps", "field"));
        let mut all = Vec::new();
        figures(&report["result"], "", &mut all);
        for (path, value) in &all {
            if value.is_null() {
                prop_assert_eq!(gaps.iter().filter(|gap| *gap == path).count(), usize::from(!MAY_BE_NULL.contains(&path.as_str())), "{}", path);
            } else if is_decimal(value) {
                prop_assert!(steps.contains(path), "{}", path);
            }
        }
        let nulls = all.iter().filter(|(path, value)| value.is_null() && !MAY_BE_NULL.contains(&path.as_str())).count();
        prop_assert_eq!(gaps.len(), nulls);
    }

    #[test]
    fn the_same_input_gives_the_same_report((name, input) in prop_oneof![any_call(), any_judgement()]) {
        prop_assert_eq!(report(name, &input), report(name, &input));
    }

    #[test]
    fn counting_in_thousands_leaves_ratios_and_days(input in working_capital_input(), factor in prop::sample::select(vec![10_u32, 100])) {
        let mut scaled = input.clone();
        let money: Vec<String> = support::fields("workingCapital").iter().filter(|field| field["type"] == "money").map(|field| field["path"].as_str().unwrap().to_owned()).collect();
        scaled.as_object_mut().unwrap().remove("stress");
        let mut original = scaled.clone();
        for field in money {
            let Some(text) = scaled.get(&field).and_then(Json::as_str) else { continue };
            let number = text.parse::<rust_decimal::Decimal>().unwrap() * rust_decimal::Decimal::from(factor);
            if number.abs() > rust_decimal::Decimal::from(10_000_000_000_000_i64) {
                original.as_object_mut().unwrap().remove(&field);
                scaled.as_object_mut().unwrap().remove(&field);
            } else {
                scaled[&field] = json!(number.to_string());
            }
        }
        if let (Ok(before), Ok(after)) = (call("workingCapital", &original, &json!(null)), call("workingCapital", &scaled, &json!(null))) {
            for figure in ["wcrDays", "currentRatio", "quickRatio", "cashRatio", "dso", "dio", "dpo", "cashConversionCycle", "concentration"] {
                prop_assert_eq!(&before["result"][figure], &after["result"][figure], "{}", figure);
            }
        }
    }

    #[test]
    fn more_receivables_never_lower_dso(sales in 1_u32..1_000_000, closing in 0_u32..1_000_000, more in 0_u32..1_000) {
        let dso = |closing: u32| -> f64 {
            let report = report("dso", &json!({ "creditSales": sales, "closingReceivables": closing }));
            report["result"]["dso"].as_str().unwrap().parse().unwrap()
        };
        prop_assert!(dso(closing + more) >= dso(closing));
    }

    #[test]
    fn more_lines_never_widen_the_gap(input in stress_input(), more in 0_u32..1_000_000) {
        let gap = |lines: u32| {
            let mut stress = input.clone();
            stress["undrawnLines"] = json!(lines);
            let report = report("workingCapital", &json!({ "receivables": 0, "inventory": 0, "payables": 0, "annualSales": 1, "stress": stress }));
            report["result"]["stress"]["gap"].as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap()
        };
        prop_assert!(gap(more) <= gap(0));
    }

    #[test]
    fn the_path_of_the_stress_test_adds_up(input in stress_input()) {
        let report = report("workingCapital", &json!({ "receivables": 0, "inventory": 0, "payables": 0, "annualSales": 1, "stress": input }));
        let number = |value: &Json| value.as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap();
        let mut before = input["openingCash"].as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap();
        for month in report["result"]["stress"]["path"].as_array().unwrap() {
            let cash = number(&month["cash"]);
            let flow = number(&month["inflow"]) - number(&month["outflow"]) + number(&month["indemnity"]);
            // Each of the five is rounded by itself.
            prop_assert!((cash - before - flow).abs() <= rust_decimal::Decimal::new(25, 3), "{month}");
            before = cash;
        }
    }

    #[test]
    fn the_customers_survived_are_those_whose_paths_never_fall_short(input in stress_input()) {
        let stress = |failing: usize| {
            let mut stress = input.clone();
            stress["defaults"] = json!(failing);
            let report = report("workingCapital", &json!({ "receivables": 0, "inventory": 0, "payables": 0, "annualSales": 1, "stress": stress }));
            report["result"]["stress"].clone()
        };
        let customers = input["customers"].as_array().map_or(0, Vec::len);
        let first_fatal = (0..=customers).find(|failing| !stress(*failing)["firstShortMonth"].is_null()).unwrap_or(customers + 1);
        prop_assert_eq!(&stress(0)["customersSurvived"], &json!(first_fatal.checked_sub(1)));
    }

    #[test]
    fn what_clears_a_finding_clears_it_and_one_place_less_does_not((name, input) in prop_oneof![any_call(), any_judgement()]) {
        let report = report(name, &input);
        let findings = report["findings"].as_array().unwrap();
        for finding in findings {
            let Some(change) = finding["clearBy"]["change"].as_str() else { continue };
            let path = finding["clearBy"]["input"].as_str().unwrap();
            let full = change.parse::<rust_decimal::Decimal>().unwrap();
            let place = rust_decimal::Decimal::new(1, full.scale());
            let less = if full.is_sign_negative() { full + place } else { full - place };
            let worse = |input: &Json| {
                call(name, input, &json!(null)).unwrap()["findings"].as_array().unwrap().iter().any(|other| {
                    let critical = |one: &Json| one["severity"] == "critical";
                    // A milder band of what was critical already is nothing worse.
                    critical(other) && !findings.iter().any(|known| critical(known) && known["metric"] == other["metric"])
                })
            };
            let after = changed(name, &input, path, full);
            prop_assert!(!fires(name, &after, finding), "{finding} is not cleared");
            prop_assert!(finding["severity"] == "critical" || !worse(&after), "{finding} is cleared by something worse");
            // A change that also has to keep a worse alarm silent may be larger than what clears this one.
            let shortened = changed(name, &input, path, less);
            prop_assert!(worse(&shortened) || fires(name, &shortened, finding), "{finding} clears by less");
        }
    }
}

/// The input after a change. Collected money also lowers the receivables, and what is overdue.
fn changed(name: &str, input: &Json, path: &str, change: rust_decimal::Decimal) -> Json {
    let mut after = input.clone();
    let mut shift = |field: &str, change: rust_decimal::Decimal| {
        let at = after.pointer_mut(&format!("/{}", field.replace(['.', '['], "/").replace(']', ""))).unwrap();
        *at = json!((at.as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap() + change).to_string());
    };
    shift(path, change);
    let closing = if name == "assess" { "receivables" } else { "closingReceivables" };
    let split = ["overdue", "overdueMoreThan30", "notYetDue"];
    if ["overdue", "overdueMoreThan30"].contains(&path) {
        shift(closing, change);
        if path == "overdueMoreThan30" && input.get("overdue").is_some() {
            shift("overdue", change);
        } else if path == "overdue" && input.get("overdueMoreThan30").is_some() {
            let number = |json: &Json| json.as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap();
            let late = number(&after["overdueMoreThan30"]).min(number(&after["overdue"]));
            after["overdueMoreThan30"] = json!(late.to_string());
        }
    } else if path == closing {
        // A change of the receivables leaves the split aside.
        split.iter().for_each(|field| drop(after.as_object_mut().unwrap().remove(*field)));
    }
    after
}

fn fires(name: &str, input: &Json, finding: &Json) -> bool {
    let report = report(name, input);
    report["findings"].as_array().unwrap().iter().any(|other| other["code"] == finding["code"])
}
