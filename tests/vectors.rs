//! Every row of `tests/vectors/`: figures from published sources and hand calculations, run natively.
//! The same rows run through the shipped wasm in `tests/package/`.

mod support;

use serde_json::Value as Json;

/// Whether `actual` has everything that `expected` names.
fn mismatch(path: &str, expected: &Json, actual: &Json) -> Option<String> {
    match (expected, actual) {
        (Json::Object(wanted), Json::Object(there)) => wanted.iter().find_map(|(key, wanted)| {
            mismatch(&format!("{path}.{key}"), wanted, there.get(key).unwrap_or(&Json::Null))
        }),
        (Json::Array(wanted), Json::Array(there)) if wanted.len() == there.len() => wanted
            .iter()
            .zip(there)
            .enumerate()
            .find_map(|(index, (wanted, there))| mismatch(&format!("{path}[{index}]"), wanted, there)),
        _ => (expected != actual).then(|| format!("{path}: expected {expected}, got {actual}")),
    }
}

fn sorted(rows: &Json, keys: &[&str]) -> Vec<String> {
    let mut rows: Vec<String> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| keys.iter().map(|key| row[*key].to_string()).collect::<Vec<_>>().join(" "))
        .collect();
    rows.sort();
    rows
}

fn check(row: &Json) {
    let id = &row["id"];
    let outcome = support::call(row["call"].as_str().unwrap(), &row["input"], &row["options"]);
    if let Some(errors) = row.get("errors") {
        let issues = outcome.expect_err(&format!("{id} must fail"));
        assert_eq!(sorted(&issues, &["field", "code"]), sorted(errors, &["field", "code"]), "{id}");
        return;
    }
    let report = outcome.unwrap_or_else(|issues| panic!("{id}: {issues}"));
    if let Some(difference) = mismatch("result", &row["expect"], &report["result"]) {
        panic!("{id}: {difference}");
    }
    if let Some(gaps) = row.get("gaps") {
        assert_eq!(sorted(&report["gaps"], &["field", "reason"]), sorted(gaps, &["field", "reason"]), "{id}");
    }
    if let Some(findings) = row.get("findings") {
        let keys = ["code", "severity", "clearBy"];
        let shown = |list: &Json| -> Vec<Vec<Json>> {
            list.as_array()
                .unwrap()
                .iter()
                .map(|finding| keys.iter().map(|key| finding[*key].clone()).collect())
                .collect()
        };
        assert_eq!(shown(&report["findings"]), shown(findings), "{id}");
    }
}

fn check_file(file: &str) {
    let path = format!("{}/tests/vectors/{file}.json", env!("CARGO_MANIFEST_DIR"));
    let rows: Json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let rows = rows.as_array().unwrap();
    assert!(!rows.is_empty());
    rows.iter().for_each(check);
}

/// One test a calculator, named after it: a calculator without vectors fails here.
macro_rules! files {
    ($($name:ident in $part:tt: $type:ty, $wire:tt, $input:tt, $report:tt;)*) => {$(
        #[test]
        fn $name() {
            check_file($wire);
        }
    )*};
}
trade_credit::for_each_calculator!(files);
