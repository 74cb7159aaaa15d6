//! What the test suites share: JSON in and out of the calculators, by name.
#![allow(dead_code, reason = "each suite uses its part")]

pub mod evaluator;
#[cfg(feature = "ledger")]
pub mod slow_ledger;

use serde_json::{Value as Json, json};
use trade_credit::{Calculator, InputError, Report, Value};

/// A JSON value as the calculators take it.
pub fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(answer) => Value::Bool(*answer),
        Json::Number(number) => Value::Number(number.to_string()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(rows) => Value::List(rows.iter().map(value).collect()),
        Json::Object(entries) => {
            Value::Object(entries.iter().map(|(key, entry)| (key.clone(), value(entry))).collect())
        }
    }
}

/// The report or the error of a call, as JSON.
pub fn call(name: &str, input: &Json, options: &Json) -> Result<Json, Json> {
    let (input, options) = (value(input), value(options));
    macro_rules! by_name {
        ($($function:ident in $part:tt: $type:ty, $wire:tt, $input:tt, $report:tt;)*) => {
            match name {
                $($wire => outcome(<$type as Calculator>::call(&input, &options)),)*
                _ => panic!("no calculator {name}"),
            }
        };
    }
    trade_credit::for_each_calculator!(by_name)
}

fn outcome<T: serde::Serialize>(answer: Result<Report<T>, InputError>) -> Result<Json, Json> {
    match answer {
        Ok(report) => Ok(serde_json::to_value(report).unwrap()),
        Err(error) => Err(serde_json::to_value(error.issues).unwrap()),
    }
}

/// The fields of a calculator, as in the catalog.
pub fn fields(name: &str) -> Vec<Json> {
    let catalog = serde_json::to_value(trade_credit::CATALOG).unwrap();
    let spec = catalog.as_array().unwrap().iter().find(|spec| spec["id"] == name).unwrap().clone();
    spec["fields"].as_array().unwrap().clone()
}

/// The input that the catalog's examples make.
pub fn example(name: &str) -> Json {
    let mut input = json!({});
    for field in fields(name) {
        if !field["example"].is_null() {
            input[field["path"].as_str().unwrap()] = field["example"].clone();
        }
    }
    input
}
