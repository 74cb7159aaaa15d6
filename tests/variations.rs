//! The examples of the catalog, varied field by field: what must hold for every calculator, also for the next one.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use support::evaluator::{Fraction, evaluate};
use support::{call, example, fields};
use trade_credit::{IsoDate, IsoMonth};

/// Hands out one random number after the other.
struct Dice(Vec<u32>, usize);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.1 += 1;
        self.0[self.1 % self.0.len()].wrapping_add(u32::try_from(self.1).unwrap()) % sides
    }
}

/// A value that the field takes, small and round or with every place it may have.
fn number(field: &Json, dice: &mut Dice) -> Json {
    let bound = |keys: [&str; 2]| keys.iter().find_map(|key| field[*key].as_str()).unwrap().parse::<i64>().unwrap();
    let (least, most) = (bound(["min", "exclusiveMin"]), bound(["max", "exclusiveMax"]));
    let span = u32::try_from((most - least).min(1_000_000)).unwrap();
    let whole = least.max(-1000) + i64::from(dice.roll(span.max(1)));
    match dice.roll(4) {
        0 => json!(whole.to_string()),
        1 => json!(format!("{}.{:02}", whole.max(0), dice.roll(100))),
        _ => json!(format!("{}.{:04}", whole.max(0), dice.roll(10_000))),
    }
}

/// The example of some fields, each kept, left out or replaced.
fn varied(fields: &[Json], example: &Json, dice: &mut Dice) -> Json {
    let mut object = json!({});
    for field in fields {
        let name = field["path"].as_str().unwrap().rsplit('.').next().unwrap();
        let kept = example[name].clone();
        let optional = field["required"] != true;
        if kept.is_null() || (optional && dice.roll(4) == 0) {
            continue;
        }
        object[name] = value(field, &kept, dice);
    }
    object
}

fn value(field: &Json, kept: &Json, dice: &mut Dice) -> Json {
    let inner = field["fields"].as_array();
    match (field["type"].as_str().unwrap(), inner) {
        ("object", Some(inner)) => varied(inner, kept, dice),
        ("list", Some(inner)) if inner[0]["path"] != field["path"] => {
            kept.as_array().unwrap().iter().map(|row| varied(inner, row, dice)).collect()
        }
        ("money" | "ratio" | "days" | "points", _) if dice.roll(2) == 0 => number(field, dice),
        ("choice", _) if dice.roll(3) == 0 => {
            let words = field["choices"].as_array().unwrap();
            words[dice.roll(u32::try_from(words.len()).unwrap()) as usize].clone()
        }
        ("boolean", _) => json!(dice.roll(2) == 0),
        _ => kept.clone(),
    }
}

fn currency(dice: &mut Dice) -> Json {
    let code = ["CNY", "JPY", "KWD"][dice.roll(3) as usize];
    json!({ "currency": code })
}

fn rolls() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 97)
}

fn decimal(value: &Json) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// Everything non-null that stands directly in the result or in an object of it, and is a decimal.
fn decimals(result: &Json, path: &str, found: &mut Vec<String>) {
    for (key, value) in result.as_object().unwrap() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Json::Object(_) => decimals(value, &path, found),
            Json::String(text) if text.parse::<Decimal>().is_ok() => found.push(path),
            _ => {}
        }
    }
}

/// How many variations of a calculator's example were good input, and what must hold for their reports.
fn check(name: &str, rolls: &[u32]) -> Result<bool, TestCaseError> {
    let mut dice = Dice(rolls.to_vec(), 0);
    let input = varied(&fields(name), &example(name), &mut dice);
    let Ok(report) = call(name, &input, &currency(&mut dice)) else {
        return Ok(false);
    };
    let mut ids = Vec::new();
    for step in report["steps"].as_array().unwrap() {
        let text = |key: &str| step[key].as_str().unwrap().to_owned();
        let inputs = step["inputs"].as_object().unwrap();
        let inputs = inputs.iter().map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
        let again = evaluate(&text("formula"), &inputs.collect::<BTreeMap<_, _>>());
        let value = Fraction::parse(&text("value"));
        let agrees =
            if step["approximate"] == true { again.nearly_agrees_with(&value) } else { again.agrees_with(&value) };
        prop_assert!(agrees, "{name} {input}: {step}");
        ids.push(text("id"));
    }
    let mut figures = Vec::new();
    decimals(&report["result"], "", &mut figures);
    for figure in figures {
        prop_assert!(ids.contains(&figure), "{name} {input}: no step for {figure}");
    }
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_of_every_calculator_can_be_run_again(rolls in rolls()) {
        for calculator in trade_credit::CATALOG {
            check(calculator.id, &rolls)?;
        }
    }

    #[test]
    fn the_waterfall_closes_to_the_minor_unit(rolls in rolls()) {
        let mut dice = Dice(rolls, 0);
        let input = varied(&fields("indemnity"), &example("indemnity"), &mut dice);
        if let Ok(report) = call("indemnity", &input, &currency(&mut dice)) {
            let lines = report["result"]["waterfall"].as_array().unwrap();
            prop_assert_eq!(lines.len(), 18);
            let amounts: Vec<Decimal> = lines.iter().map(|line| decimal(&line["amount"])).collect();
            prop_assert!(amounts.iter().all(|amount| *amount >= Decimal::ZERO), "{}", report["result"]["waterfall"]);
            let taken: Decimal = amounts[1..17].iter().sum();
            prop_assert_eq!(amounts[0] - taken, amounts[17]);
            prop_assert_eq!(&lines[17]["amount"], &report["result"]["indemnity"]);
        }
    }

    #[test]
    fn a_higher_limit_never_pays_less(rolls in rolls(), more in 1_u32..10_000_000) {
        let mut dice = Dice(rolls, 0);
        let mut input = varied(&fields("indemnity"), &example("indemnity"), &mut dice);
        let Some(limit) = input["cover"]["buyerLimit"].as_str().map(|text| text.parse::<Decimal>().unwrap()) else { return Ok(()) };
        let Ok(before) = call("indemnity", &input, &json!(null)) else { return Ok(()) };
        input["cover"]["buyerLimit"] = json!((limit + Decimal::from(more)).to_string());
        let after = call("indemnity", &input, &json!(null)).unwrap();
        prop_assert!(decimal(&after["result"]["indemnity"]) >= decimal(&before["result"]["indemnity"]), "{input}");
    }

    #[test]
    fn a_plan_repays_the_debt_to_the_minor_unit(rolls in rolls()) {
        let mut dice = Dice(rolls, 0);
        let input = varied(&fields("paymentPlan"), &example("paymentPlan"), &mut dice);
        if let Ok(report) = call("paymentPlan", &input, &json!(null)) {
            let rows = report["result"]["schedule"].as_array().unwrap();
            let sum = |key: &str| rows.iter().map(|row| decimal(&row[key])).sum::<Decimal>();
            let paid_down = input["downPayment"].as_str().map_or(Decimal::ZERO, |text| text.parse().unwrap());
            prop_assert_eq!(sum("principal"), decimal(&input["total"]) - paid_down);
            prop_assert_eq!(sum("interest"), decimal(&report["result"]["totalInterest"]));
            prop_assert_eq!(decimal(&rows.last().unwrap()["balance"]), Decimal::ZERO);
        }
    }

    #[test]
    fn a_provision_is_the_sum_of_its_buckets(rolls in rolls()) {
        let mut dice = Dice(rolls, 0);
        let input = varied(&fields("provision"), &example("provision"), &mut dice);
        if let Ok(report) = call("provision", &input, &json!(null)) {
            let rows = report["result"]["buckets"].as_array().unwrap();
            if rows.iter().all(|row| !row["allowance"].is_null()) {
                let sum: Decimal = rows.iter().map(|row| decimal(&row["allowance"])).sum();
                prop_assert_eq!(sum, decimal(&report["result"]["allowance"]));
            }
        }
    }

    #[test]
    fn interest_never_falls_with_time(rolls in rolls(), later in 1_u32..27) {
        let mut dice = Dice(rolls, 0);
        let mut input = varied(&fields("latePayment"), &example("latePayment"), &mut dice);
        input["asOf"] = json!("2025-11-01");
        let Ok(before) = call("latePayment", &input, &json!(null)) else { return Ok(()) };
        input["asOf"] = json!(format!("2025-11-{:02}", later + 1));
        let after = call("latePayment", &input, &json!(null)).unwrap();
        prop_assert!(decimal(&after["result"]["interest"]) >= decimal(&before["result"]["interest"]), "{input}");
    }
}

/// Thresholds that only judge, and which way each is tightened: lower ones ring earlier, or higher ones.
const THRESHOLDS: &[(&str, &str, &str, bool)] = &[
    ("receivables", "overdueRateHigh", "0.15", true),
    ("receivables", "overdueShareHigh", "0.15", true),
    ("receivables", "dsoRise", "0.20", true),
    ("receivables", "benchmarkDso", "94", true),
    ("receivables", "tooTightDso", "30", false),
    ("liquidity", "concentrationShare", "0.20", true),
    ("limit", "utilisationHigh", "0.80", true),
    ("cover", "marketPercentage", "0.90", true),
    ("latePayment", "multiple", "1.5", false),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tightening_a_threshold_never_removes_a_finding(rolls in rolls(), threshold in prop::sample::select(THRESHOLDS), percent in 1_i64..100) {
        let (section, name, default, down) = threshold;
        let default: Decimal = default.parse().unwrap();
        let by = default * Decimal::new(percent, 2);
        let tightened = if down { default - by } else { default + by };
        let policy = json!({ "policy": { section: { name: tightened.to_string() } } });
        for calculator in trade_credit::CATALOG {
            let input = varied(&fields(calculator.id), &example(calculator.id), &mut Dice(rolls.clone(), 0));
            let Ok(before) = call(calculator.id, &input, &json!(null)) else { continue };
            let after = call(calculator.id, &input, &policy).unwrap();
            let codes = |report: &Json| -> Vec<String> {
                let findings = report["findings"].as_array().unwrap();
                findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
            };
            let after = codes(&after);
            for code in codes(&before) {
                prop_assert!(after.contains(&code), "{} {input}: {code} is gone with {policy}", calculator.id);
            }
        }
    }

    #[test]
    fn what_clears_a_finding_of_a_claim_or_of_lateness_clears_it_and_one_place_less_does_not(rolls in rolls()) {
        for name in ["indemnity", "latePayment"] {
            let input = varied(&fields(name), &example(name), &mut Dice(rolls.clone(), 0));
            let Ok(report) = call(name, &input, &json!(null)) else { continue };
            for finding in report["findings"].as_array().unwrap() {
                let Some(change) = finding["clearBy"]["change"].as_str() else { continue };
                let full: Decimal = change.parse().unwrap();
                let place = Decimal::new(1, full.scale());
                let less = if full.is_sign_negative() { full + place } else { full - place };
                let fires = |change: Decimal| {
                    let mut input = input.clone();
                    let pointer = format!("/{}", finding["clearBy"]["input"].as_str().unwrap().replace('.', "/"));
                    let value = input.pointer_mut(&pointer).unwrap();
                    *value = json!((value.as_str().unwrap().parse::<Decimal>().unwrap() + change).to_string());
                    let after = call(name, &input, &json!(null)).unwrap();
                    after["findings"].as_array().unwrap().iter().any(|other| other["code"] == finding["code"])
                };
                prop_assert!(!fires(full), "{name} {input}: {finding} is not cleared");
                prop_assert!(fires(less), "{name} {input}: {finding} clears by less");
            }
        }
    }
}

/// Whether an example is what its scalar field takes.
fn is_taken(field: &Json, example: &Json) -> bool {
    let bound = |key: &str| field[key].as_str().map(|bound| bound.parse::<Decimal>().unwrap());
    let is_in_range = |number: Decimal| {
        bound("min").is_none_or(|least| number >= least)
            && bound("max").is_none_or(|most| number <= most)
            && bound("exclusiveMin").is_none_or(|least| number > least)
            && bound("exclusiveMax").is_none_or(|most| number < most)
    };
    match (field["type"].as_str().unwrap(), example) {
        ("money" | "ratio" | "days" | "points", Json::String(text)) => {
            text.parse::<Decimal>().is_ok_and(|number| number.to_string() == *text && is_in_range(number))
        }
        ("count", Json::Number(number)) => number.as_u64().is_some_and(|number| is_in_range(number.into())),
        ("date", Json::String(text)) => IsoDate::parse(text).is_some_and(IsoDate::in_range),
        ("month", Json::String(text)) => IsoMonth::parse(text).is_some_and(IsoMonth::in_range),
        ("choice", word) => field["choices"].as_array().unwrap().contains(word),
        (kind, value) => (kind == "boolean" && value.is_boolean()) || (kind == "text" && value.is_string()),
    }
}

#[test]
fn the_example_of_a_scalar_is_what_its_field_takes() {
    let mut open: Vec<Json> = trade_credit::CATALOG.iter().flat_map(|calculator| fields(calculator.id)).collect();
    let mut without = Vec::new();
    while let Some(field) = open.pop() {
        if field["type"] == "object" || field["type"] == "list" {
            open.extend(field["fields"].as_array().unwrap().iter().cloned());
        } else if field["example"].is_null() {
            without.push(field["path"].as_str().unwrap().to_owned());
        } else {
            assert!(is_taken(&field, &field["example"]), "{field}");
        }
    }
    // Of these the example of the whole form has the alternative: a grade, and rates.
    without.sort();
    assert_eq!(without, ["rolls", "score"]);
}

#[test]
fn enough_variations_are_good_input() {
    for calculator in trade_credit::CATALOG {
        let good = (0..60_u32).filter(|seed| {
            let rolls: Vec<u32> = (0..97_u32)
                .map(|n| (n + 1).wrapping_mul(2_654_435_761).wrapping_add(seed.wrapping_mul(40_503)) >> 7)
                .collect();
            check(calculator.id, &rolls).unwrap()
        });
        let good = good.count();
        assert!(good >= 3, "{}: {good} of 60", calculator.id);
    }
}
