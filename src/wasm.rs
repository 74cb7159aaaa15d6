//! The binding to JavaScript: with the files below it the only one that knows it.

#[cfg(feature = "calls")]
mod calculators;
#[cfg(feature = "floor")]
mod floor;
mod json;
#[cfg(feature = "ledger")]
mod ledger;

use js_sys::{Date, Error, JSON, JsString, Map, Reflect, RegExp, Set};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::error::InputError;
use crate::schema::spec::MOST_ROWS;
use crate::value::Value;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Any part of a policy: objects are merged, lists replaced whole. */
export type PolicyPatch = DeepPartial<Policy>;

/** Any part of an object, at any depth. */
export type DeepPartial<T> = T extends readonly unknown[] | string | number ? T : { [K in keyof T]?: DeepPartial<T[K]> | null };

/** What a call may be told beside its input. */
export interface Options {
    /** ISO 4217 code of every amount, "CNY" when left out; it decides the minor unit. */
    currency?: string | null;
    /** The thresholds to judge by: any part of them. */
    policy?: PolicyPatch | null;
    /** Days that are not worked although they are Monday to Friday. */
    holidays?: IsoDate[] | null;
    /** Days that are worked although they are not, or although they are holidays. */
    workdays?: IsoDate[] | null;
}

/** What a call throws on bad input. The module works on afterwards. */
export interface CreditInputError extends Error {
    name: "CreditInputError";
    /** Everything that is wrong: at least one issue. */
    issues: Issue[];
}

/** What a field takes. */
export type FieldType = "money" | "ratio" | "days" | "points" | "count" | "date" | "month" | "text" | "choice" | "boolean" | "object" | "list";

/** A value as a field takes it. */
export type FieldValue = string | number | boolean | null | FieldValue[] | { [key: string]: FieldValue };

/** A field of a calculator. */
export interface FieldSpec {
    /** The keys from the input down to the field, such as `stress.openingCash`. */
    path: string;
    /** What it takes. */
    type: FieldType;
    /** Whether it must be given; of a list also that it needs a row. */
    required: boolean;
    /** The least value. */
    min?: string;
    /** The greatest value. */
    max?: string;
    /** The value it must be above. */
    exclusiveMin?: string;
    /** The value it must be below. */
    exclusiveMax?: string;
    /** What stands for it when it is left out, with the default policy. */
    default?: string | number | boolean;
    /** The words of a choice. */
    choices?: string[];
    /** The fields of an object or of the rows of a list; for rows of one scalar, one field of the list's own path. */
    fields?: FieldSpec[];
    /** An example. */
    example: FieldValue;
}

/** A calculator and its fields. */
export interface CalculatorSpec {
    /** The name of the call. */
    id: string;
    /** What it takes. */
    fields: FieldSpec[];
}
"#;

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Plain objects, null for what is not there, no `Map`.
fn to_js<T: Serialize + ?Sized>(data: &T) -> Result<JsValue, JsValue> {
    JSON::parse(&json::text_of(data))
}

fn thrown(error: &InputError) -> JsValue {
    let thrown = Error::new(&error.to_string());
    thrown.set_name("CreditInputError");
    match to_js(&error.issues) {
        // A fresh error object takes any property.
        Ok(issues) => Reflect::set(&thrown, &"issues".into(), &issues).map_or_else(|error| error, |_| thrown.into()),
        Err(error) => error,
    }
}

#[wasm_bindgen]
extern "C" {
    /// `Array.isArray`, which throws for a revoked proxy.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// Deeper than any field of the product. It also ends the walk through an object that contains itself.
const DEEPEST: u32 = 9;

/// More values than any good input has, so that a tangle of objects is given up soon.
const MOST_VALUES: u32 = 500_000;

/// How many keys of an object are remembered: more than any row has.
const MOST_NAMES: usize = 32;

/// How many bytes of the stack a call must find, half of what there is. A getter or the trap of a proxy may call the module
/// again, from there again, and so on: without the room the value is refused, and so are those around it.
const ROOM: usize = 512 * 1024;

/// What is left of the stack. The linker puts it below everything else, growing down to zero, so an address on it says so;
/// a count of the calls under way would stay too high for good where JavaScript runs out of its own stack inside of one.
fn stack_left() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(std::hint::black_box(&here)).addr()
}

/// Takes a value over from JavaScript without trusting it: getters may throw or call the module again, proxies may lie,
/// objects may be cyclic.
fn taken_over(js: &JsValue) -> Value {
    if stack_left() < ROOM {
        return Value::Other;
    }
    value(js, 0, &mut Walk { left: MOST_VALUES, names: Vec::new() })
}

/// What is known on the way through a value.
struct Walk {
    /// How many values may still be looked at.
    left: u32,
    /// The keys of the object before, by their place: the rows of a list have the same ones, and to compare two costs less
    /// than to take over their text.
    names: Vec<(JsValue, String)>,
}

impl Walk {
    /// The text of the key at a place of an object; none for a symbol.
    fn name(&mut self, place: usize, key: &JsValue) -> Option<String> {
        if !cfg!(feature = "quick") {
            return key.as_string();
        }
        if let Some((known, name)) = self.names.get(place)
            && known == key
        {
            return Some(name.clone());
        }
        let name = key.as_string()?;
        if place <= self.names.len() && place < MOST_NAMES {
            self.names.truncate(place);
            self.names.push((key.clone(), name.clone()));
        }
        Some(name)
    }
}

fn value(js: &JsValue, depth: u32, walk: &mut Walk) -> Value {
    walk.left = walk.left.saturating_sub(1);
    // Text first: every question is a call across the border, and most values are text.
    if let Some(text) = js.as_string() {
        Value::Text(text)
    } else if js.is_undefined() || js.is_null() {
        Value::Null
    } else if let Some(answer) = js.as_bool() {
        Value::Bool(answer)
    } else if js.as_f64().is_some() {
        // JavaScript's own shortest text: the number never becomes a float here.
        Value::Number(String::from(JsString::from(js.clone()).to_string()))
    } else if depth > DEEPEST || walk.left == 0 || !js.is_object() || js.is_function() {
        Value::Other
    } else if is_array(js).unwrap_or(false) {
        list(js, depth, walk)
    } else if js.is_instance_of::<Date>()
        || js.is_instance_of::<Map>()
        || js.is_instance_of::<Set>()
        || js.is_instance_of::<RegExp>()
    {
        Value::Other
    } else {
        object(js, depth, walk)
    }
}

fn list(js: &JsValue, depth: u32, walk: &mut Walk) -> Value {
    let Ok(length) = Reflect::get(js, &"length".into()) else { return Value::Other };
    let Some(length) = length.as_f64() else { return Value::Other };
    // One row more than any list takes is enough to say that there are too many.
    let rows = (0..=MOST_ROWS as u32).take_while(|index| f64::from(*index) < length);
    let row =
        |index| Reflect::get_u32(js, index).map_or(Value::Other, |row| value(&row, depth.saturating_add(1), walk));
    Value::List(rows.map(row).collect())
}

fn object(js: &JsValue, depth: u32, walk: &mut Walk) -> Value {
    let Ok(keys) = Reflect::own_keys(js) else { return Value::Other };
    let mut entries = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        let Some(name) = walk.name(place, &key) else { continue };
        if walk.left == 0 {
            return Value::Other;
        }
        match Reflect::get(js, &key) {
            Ok(entry) => match value(&entry, depth.saturating_add(1), walk) {
                // As in JSON, a key without a value is not there; nor does it count.
                Value::Null if entry.is_undefined() => walk.left = walk.left.saturating_add(1),
                taken => entries.push((name, taken)),
            },
            Err(_) => entries.push((name, Value::Other)),
        }
    }
    Value::Object(entries)
}
