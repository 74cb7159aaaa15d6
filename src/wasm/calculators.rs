//! The calculators, their catalog and their policy.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::calc::Calculator;
use crate::error::{InputError, Issue, Problem};
use crate::for_each_calculator;
use crate::policy::{Policy, SOURCES};
use crate::registry::CATALOG;
use crate::wasm::{taken_over, thrown, to_js};

macro_rules! exports {
    ($($name:ident in $part:tt: $type:ty, $wire:tt, $input:tt, $report:tt;)*) => {$(
        /// The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
        #[cfg(feature = $part)]
        #[wasm_bindgen(js_name = $wire, unchecked_return_type = $report)]
        pub fn $name(
            #[wasm_bindgen(unchecked_param_type = $input)] input: &JsValue,
            #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: &JsValue,
        ) -> Result<JsValue, JsValue> {
            answer::<$type>(input, options)
        }
    )*};
}
for_each_calculator!(exports);

/// Everything there is to know about every field of every calculator.
#[wasm_bindgen(unchecked_return_type = "CalculatorSpec[]")]
pub fn catalog() -> Result<JsValue, JsValue> {
    to_js(CATALOG)
}

/// The default policy: every threshold.
#[wasm_bindgen(js_name = defaultPolicy, unchecked_return_type = "Policy")]
pub fn default_policy() -> Result<JsValue, JsValue> {
    to_js(Policy::built_in())
}

/// The source of each leaf of the policy, by path.
#[wasm_bindgen(js_name = policySources, unchecked_return_type = "Record<string, PolicySource>")]
pub fn policy_sources() -> Result<JsValue, JsValue> {
    to_js(&SourcesByPath)
}

/// Reads an amount as people type it: full-width digits, currency signs, thousand separators of the locale, brackets,
/// 万 and 亿. Gives a plain decimal. Throws a `CreditInputError`, with both readings in `allowed` where there are two.
#[wasm_bindgen(js_name = parseAmount)]
pub fn parse_amount(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] locale: &JsValue,
) -> Result<String, JsValue> {
    let locale = locale.as_string().unwrap_or_default();
    let Some(text) = text.as_string() else {
        let issues = vec![Issue::new(String::new(), Problem::WrongType)];
        return Err(thrown(&InputError { issues }));
    };
    crate::parse_amount(&text, &locale).map_err(|error| thrown(&error))
}

fn answer<C: Calculator>(input: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let report = C::call(&taken_over(input), &taken_over(options)).map_err(|error| thrown(&error))?;
    to_js(&report)
}

struct SourcesByPath;

impl Serialize for SourcesByPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(SOURCES.iter().copied())
    }
}
