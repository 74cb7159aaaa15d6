//! Bad input: every fault that applies to a field, at every field of the catalog, is reported at that field, and
//! nothing anyone can send makes a call panic.

mod support;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{call, example, fields};

const CALCULATORS: fn() -> Vec<String> =
    || trade_credit::CATALOG.iter().map(|calculator| calculator.id.to_owned()).collect();

/// A field where it stands in the example: the pointer to it and its path in issues.
struct Place {
    field: Json,
    pointer: String,
    path: String,
}

/// Every field of a calculator, down into objects, rows and scalar lists.
fn places(fields: &[Json], pointer: &str, path: &str) -> Vec<Place> {
    let mut all = Vec::new();
    for field in fields {
        let name = field["path"].as_str().unwrap().rsplit('.').next().unwrap();
        let pointer = format!("{pointer}/{name}");
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        all.extend(below(field, &pointer, &path));
        all.push(Place { field: field.clone(), pointer, path });
    }
    all
}

fn below(field: &Json, pointer: &str, path: &str) -> Vec<Place> {
    let Some(inner) = field["fields"].as_array() else {
        return Vec::new();
    };
    let (row_pointer, row_path) = (format!("{pointer}/0"), format!("{path}[0]"));
    let scalar = inner.len() == 1 && inner[0]["path"] == field["path"];
    match field["type"].as_str().unwrap() {
        "list" if scalar => vec![Place { field: inner[0].clone(), pointer: row_pointer, path: row_path }],
        "list" => places(inner, &row_pointer, &row_path),
        _ => places(inner, pointer, path),
    }
}

/// The faults that apply to a field, with the code each must get.
fn faults(field: &Json) -> Vec<(Json, &'static str)> {
    let kind = field["type"].as_str().unwrap();
    let mut faults = match kind {
        "money" | "ratio" | "days" | "points" => {
            let mut faults = vec![
                (json!(true), "wrong_type"),
                (json!([]), "wrong_type"),
                (json!("1,000"), "not_a_number"),
                (json!("1e3"), "not_a_number"),
                (json!(""), "not_a_number"),
                (json!("0.123456789"), "too_precise"),
            ];
            for (key, step) in [("min", "-1"), ("exclusiveMin", "0"), ("max", "1"), ("exclusiveMax", "0")] {
                if let Some(bound) = field[key].as_str() {
                    let beyond = bound.parse::<i64>().unwrap() + step.parse::<i64>().unwrap();
                    faults.push((json!(beyond.to_string()), "out_of_range"));
                    faults.push((json!(beyond), "out_of_range"));
                }
            }
            faults
        }
        "count" => vec![
            (json!("3"), "wrong_type"),
            (json!(1.5), "wrong_type"),
            (json!(-1), "out_of_range"),
            (json!(10_000_000), "out_of_range"),
        ],
        "date" => vec![
            (json!(20250101), "wrong_type"),
            (json!("2025-02-30"), "not_a_date"),
            (json!("1899-12-31"), "out_of_range"),
        ],
        "month" => {
            vec![(json!(202501), "wrong_type"), (json!("2025-13"), "not_a_date"), (json!("2201-01"), "out_of_range")]
        }
        "text" => vec![(json!(1), "wrong_type"), (json!({}), "wrong_type")],
        "choice" => vec![(json!(1), "wrong_type"), (json!("none of them"), "unknown_choice")],
        "boolean" => vec![(json!("no"), "wrong_type"), (json!(0), "wrong_type")],
        "object" => vec![(json!("{}"), "wrong_type"), (json!([]), "wrong_type")],
        "list" => vec![(json!({}), "wrong_type"), (Json::Array(vec![json!(null); 10_001]), "too_many")],
        other => panic!("{other}"),
    };
    if field["required"] == true {
        faults.push((json!(null), "required"));
    }
    faults
}

fn codes_at(issues: &Json, path: &str) -> Vec<String> {
    let at = issues.as_array().unwrap().iter().filter(|issue| issue["field"] == path);
    at.map(|issue| issue["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_fault_is_reported_at_its_field() {
    let mut injected = 0;
    for name in CALCULATORS() {
        let good = example(&name);
        call(&name, &good, &json!(null)).unwrap_or_else(|issues| panic!("{name}: the example is wrong: {issues}"));
        for place in places(&fields(&name), "", "") {
            for (fault, code) in faults(&place.field) {
                let mut input = good.clone();
                let Some(at) = input.pointer_mut(&place.pointer) else {
                    continue;
                };
                *at = fault.clone();
                let issues = call(&name, &input, &json!(null))
                    .err()
                    .unwrap_or_else(|| panic!("{name} took {fault} at {}", place.path));
                assert_eq!(codes_at(&issues, &place.path), [code], "{name}: {fault} at {}: {issues}", place.path);
                injected += 1;
            }
        }
    }
    assert!(injected > 500, "only {injected} faults were injected");
}

#[test]
fn unknown_fields_are_reported_wherever_there_are_fields() {
    for name in CALCULATORS() {
        let mut input = example(&name);
        input["surprise"] = json!(null);
        assert_eq!(codes_at(&call(&name, &input, &json!(null)).unwrap_err(), "surprise"), ["unknown_field"]);
        let issues = call(&name, &example(&name), &json!({ "clock": true })).unwrap_err();
        assert_eq!(codes_at(&issues, "options.clock"), ["unknown_field"]);
    }
}

#[test]
fn all_problems_of_a_call_are_reported_together() {
    let input = json!({
        "creditSales": "many", "periodDays": 0, "overdue": "70", "overdueMoreThan30": "80",
        "monthlySales": [{ "month": "2025-13", "sales": "1" }, { "sales": true }], "ceiBasis": "daily",
    });
    let issues = call("dso", &input, &json!({ "currency": "yuan", "holidays": ["tomorrow"] })).unwrap_err();
    let mut found: Vec<String> = issues
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| format!("{} {}", issue["field"], issue["code"]).replace('"', ""))
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            "ceiBasis unknown_choice",
            "closingReceivables required",
            "creditSales not_a_number",
            "monthlySales[0].month not_a_date",
            "monthlySales[1].month required",
            "monthlySales[1].sales wrong_type",
            "options.currency unknown_choice",
            "options.holidays[0] not_a_date",
            "overdueMoreThan30 inconsistent",
            "periodDays out_of_range",
        ]
    );
}

#[test]
fn options_take_what_they_are_documented_to_take() {
    let input = example("dso");
    let options = json!({ "currency": "JPY", "policy": {}, "holidays": ["2025-10-01"], "workdays": [] });
    assert_eq!(call("dso", &input, &options).unwrap()["result"]["salesPerDay"], "443836");
    for (options, field, code) in [
        (json!("CNY"), "options", "wrong_type"),
        (json!({ "currency": 156 }), "options.currency", "wrong_type"),
        (json!({ "currency": "XAU" }), "options.currency", "unknown_choice"),
        (json!({ "workdays": "2025-10-01" }), "options.workdays", "wrong_type"),
    ] {
        assert_eq!(codes_at(&call("dso", &input, &options).unwrap_err(), field), [code]);
    }
}

#[test]
fn numbers_are_taken_through_their_shortest_text() {
    let report =
        |sales: Json| call("dso", &json!({ "creditSales": sales, "closingReceivables": 0.3 }), &json!(null)).unwrap();
    assert_eq!(report(json!(0.1))["result"]["dso"], "1095.00");
    assert_eq!(report(json!("0.1")), report(json!(0.1)));
}

/// Anything JSON can say, with the names and shapes of real inputs mixed in.
fn anything() -> impl Strategy<Value = Json> {
    let names: Vec<String> = CALCULATORS()
        .iter()
        .flat_map(|name| places(&fields(name), "", ""))
        .map(|place| place.pointer.rsplit('/').next().unwrap().to_owned())
        .collect();
    let scalar = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|answer| json!(answer)),
        any::<i64>().prop_map(|number| json!(number)),
        any::<f64>().prop_map(|number| json!(number)),
        (-100_i32..100).prop_map(|number| json!(number)),
        "-?[0-9]{1,14}(\\.[0-9]{1,4})?".prop_map(|text| json!(text)),
        "\\PC{0,12}".prop_map(|text| json!(text)),
        "[12][0-9]{3}-[01][0-9](-[0-3][0-9])?".prop_map(|text| json!(text)),
    ];
    scalar.prop_recursive(4, 48, 12, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::Array),
            prop::collection::hash_map(prop::sample::select(names.clone()), inner, 0..14)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_anyone_can_send_panics(input in anything(), options in anything()) {
        for name in CALCULATORS() {
            for options in [&json!(null), &options, &json!({ "policy": options })] {
                if let Err(issues) = call(&name, &input, options) {
                    prop_assert!(!issues.as_array().unwrap().is_empty());
                }
            }
        }
    }
}
