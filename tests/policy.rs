//! The policy: its defaults, its sources, its patches and its hash.

mod support;

use serde_json::{Value as Json, json};
use support::call;
use trade_credit::policy::{Policy, SOURCES};

fn file(name: &str) -> Json {
    let path = format!("{}/tests/policy/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn leaves(policy: &Policy) -> Vec<String> {
    let mut paths = Vec::new();
    policy.each_leaf(&mut |path, _| paths.push(path.to_owned()));
    paths
}

fn with_policy(patch: Json) -> Result<Json, Json> {
    call("assess", &json!({}), &json!({ "policy": patch }))
}

fn hash(patch: Json) -> Json {
    with_policy(patch).unwrap()["policy"]["hash"].clone()
}

fn codes(patch: Json) -> Vec<(String, String)> {
    let issues = with_policy(patch).unwrap_err();
    let text = |issue: &Json, key: &str| issue[key].as_str().unwrap().to_owned();
    issues.as_array().unwrap().iter().map(|issue| (text(issue, "field"), text(issue, "code"))).collect()
}

#[test]
fn the_default_policy_is_the_documented_one() {
    assert_eq!(serde_json::to_value(Policy::DEFAULT).unwrap(), file("default"));
}

#[test]
fn every_leaf_has_its_documented_source_and_nothing_else_has_one() {
    let documented = file("sources");
    let documented = documented.as_object().unwrap();
    let mut paths = leaves(&Policy::DEFAULT);
    paths.sort();
    let mut sourced: Vec<String> = SOURCES.iter().map(|(path, _)| (*path).to_owned()).collect();
    sourced.sort();
    assert_eq!(sourced, paths);
    assert_eq!(documented.len(), SOURCES.len());
    for (path, source) in SOURCES {
        assert_eq!(documented[*path], json!({ "source": source.source, "note": source.note }), "{path}");
    }
}

#[test]
fn the_hash_is_equal_exactly_when_the_policies_are() {
    let default = hash(json!({}));
    assert_eq!(default.as_str().unwrap().len(), 16);
    assert_eq!(hash(json!({ "receivables": { "overdueRateHigh": "0.150" } })), default);
    assert_eq!(hash(json!({ "receivables": { "overdueRateHigh": null } })), default);
    assert_eq!(hash(file("default")), default);
    assert_ne!(hash(json!({ "receivables": { "overdueRateHigh": "0.151" } })), default);
    assert_ne!(hash(json!({ "name": "ours" })), default);
    assert_ne!(hash(json!({ "score": { "factors": { "debtRatio": { "bands": [{ "points": "0" }] } } } })), default);
}

#[test]
fn changing_any_leaf_changes_the_hash() {
    let default = hash(json!({}));
    let mut changed = 0;
    for path in leaves(&Policy::DEFAULT) {
        let old = path.split('.').fold(file("default"), |at, key| at[key].clone());
        let new = match &old {
            Json::Number(number) => json!(number.as_u64().unwrap() + 1),
            Json::String(text) if text == "covered" => json!("endorsed"),
            Json::String(text) if text == "excluded" => json!("covered"),
            Json::String(text) if path == "name" => json!(format!("{text}!")),
            Json::String(_) if path == "asOf" => json!("2025-11-18"),
            // Small enough to leave every order of values as it is.
            Json::String(text) if text == "1" && path.ends_with("audited") => json!("0.999"),
            Json::String(text) if text == "100" => json!("99.5"),
            Json::String(text) => json!(if text.contains('.') { format!("{text}001") } else { format!("{text}.001") }),
            Json::Array(rows) if path == "provision.rates" => {
                json!([rows[0], rows[1], rows[2], rows[3], "0.2"])
            }
            Json::Array(rows) => Json::Array(rows[rows.len() - 1..].to_vec()),
            other => panic!("{path}: {other}"),
        };
        let patch = path.rsplit('.').fold(new, |inner, key| json!({ key: inner }));
        assert_ne!(hash(patch), default, "{path}");
        changed += 1;
    }
    assert_eq!(changed, SOURCES.len());
}

#[test]
fn impossible_values_are_errors_at_their_place() {
    let one = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    assert_eq!(codes(json!({ "limits": {} })), one("options.policy.limits", "unknown_field"));
    assert_eq!(
        codes(json!({ "score": { "grades": { "F": "1" } } })),
        one("options.policy.score.grades.F", "unknown_field")
    );
    assert_eq!(codes(json!({ "score": 3 })), one("options.policy.score", "wrong_type"));
    assert_eq!(
        codes(json!({ "score": { "grades": { "A": "101" } } })),
        one("options.policy.score.grades.A", "out_of_range")
    );
    assert_eq!(
        codes(json!({ "score": { "grades": { "B": "90" } } })),
        one("options.policy.score.grades.B", "inconsistent")
    );
    assert_eq!(
        codes(json!({ "cover": { "perils": { "dispute": "maybe" } } })),
        one("options.policy.cover.perils.dispute", "unknown_choice")
    );
    assert_eq!(
        codes(json!({ "cover": { "waitingPeriodDays": "180" } })),
        one("options.policy.cover.waitingPeriodDays", "wrong_type")
    );
    assert_eq!(
        codes(json!({ "provision": { "rates": ["0.1"] } })),
        one("options.policy.provision.rates", "inconsistent")
    );
    assert_eq!(
        codes(json!({ "liquidity": { "currentRatio": { "low": "0.9" } } })),
        one("options.policy.liquidity.currentRatio.low", "inconsistent")
    );
    let bands = json!({ "score": { "factors": { "debtRatio": { "bands": [{ "atMost": "0.5", "points": "100" }, { "atLeast": "0.4", "points": "0" }] } } } });
    assert_eq!(codes(bands), one("options.policy.score.factors.debtRatio.bands", "inconsistent"));
}

#[test]
fn a_threshold_of_the_patch_is_the_one_that_is_judged_by() {
    let input = json!({ "creditSales": "1000", "closingReceivables": "100", "overdue": "12" });
    let report = |share: &str| {
        call("dso", &input, &json!({ "policy": { "receivables": { "overdueShareHigh": share } } })).unwrap()
    };
    let fired = |report: &Json| {
        report["findings"].as_array().unwrap().iter().any(|finding| finding["code"] == "overdue_share_high")
    };
    assert!(!fired(&report("0.12")));
    assert!(fired(&report("0.11999999")));
}
