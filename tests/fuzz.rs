//! Anything at all as input to every call: nothing may panic, an error says where and what, and the call after it computes.
//!
//! Inputs are made from a seed: the fields of the catalog with values in range, at its ends and beyond, of other kinds,
//! left out, renamed, repeated, nested, or junk altogether. The test runs a fixed number of them; for a run by the clock,
//! `make fuzz SECONDS=3600` (and `SEED=…` to start elsewhere).

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use trade_credit::dso::Dso;
use trade_credit::policy::{Policy, SOURCES};
use trade_credit::{CATALOG, Calculator, Example, FieldSpec, InputError, Kind, Value};

const CASES: u64 = 1_500;

/// SplitMix64: the same numbers from the same seed, everywhere. Half of the cases are wild; the others have a chance to be good.
struct Chance(u64, bool);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize].clone()
    }
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn number(number: impl ToString) -> Value {
    Value::Number(number.to_string())
}

fn junk(chance: &mut Chance, depth: u32) -> Value {
    let words = [
        "",
        " ",
        "-",
        "0",
        "-0",
        "00",
        "1e5",
        "1_000",
        "1,5",
        "NaN",
        "null",
        "１２",
        "万",
        "\u{0}",
        "💶\"\\",
        "covered",
        "2025-02-30",
        "2025-13",
        "0000-00-00",
        "9999-12-31",
        "-0.00000001",
        "0.00000000000000000000000000001",
        "99999999999999999999999999999999999999999999",
        "170141183460469231731687303715884105728",
        "__proto__",
    ];
    let numbers =
        ["0", "-0", "1", "-1", "0.1", "NaN", "Infinity", "-Infinity", "1e308", "5e-324", "1e21", "4294967296"];
    match chance.below(if depth > 4 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => Value::Bool(chance.one_in(2)),
        2 | 3 => number(chance.pick(&numbers)),
        4 => text(chance.pick(&words)),
        5 => Value::Other,
        6 => Value::List((0..chance.below(4)).map(|_| junk(chance, depth + 1)).collect()),
        7 => text(chance.pick(&words).repeat(chance.below(50) as usize)),
        _ => {
            let keys: Vec<&str> = CATALOG.iter().flat_map(|spec| spec.fields).map(|field| field.name).collect();
            let entry = |chance: &mut Chance| (chance.pick(&keys).to_owned(), junk(chance, depth + 1));
            Value::Object((0..chance.below(4)).map(|_| entry(chance)).collect())
        }
    }
}

/// The example of a field as its value, where it has one.
fn example(field: &FieldSpec, shown: &Example) -> Option<Value> {
    Some(match shown {
        Example::None if field.kind == Kind::Object => {
            let parts =
                field.example_fields().filter_map(|part| Some((part.name.to_owned(), example(part, &part.example)?)));
            Value::Object(parts.collect())
        }
        Example::None => return None,
        Example::Text(shown) => text(*shown),
        Example::Count(count) => number(count),
        Example::Answer(answer) => Value::Bool(*answer),
        Example::Rows(rows) => {
            let object = |row: &[Example]| {
                let parts = field.fields.iter().zip(row);
                Value::Object(
                    parts.filter_map(|(part, shown)| Some((part.name.to_owned(), example(part, shown)?))).collect(),
                )
            };
            Value::List(
                rows.iter()
                    .map(|row| if field.item.is_some() { example(field, &row[0]).unwrap() } else { object(row) })
                    .collect(),
            )
        }
    })
}

fn decimal(field: &FieldSpec, chance: &mut Chance) -> String {
    if !chance.1 {
        let span = field.range.max.saturating_sub(field.range.min).min(1_000_000) as u64;
        let whole = field.range.min.saturating_add(chance.below(span + 1) as i64);
        let ends =
            whole == field.range.min && !field.range.above_min || whole == field.range.max || field.range.only_bounds;
        return if ends || field.whole { whole.to_string() } else { format!("{whole}.{}", chance.below(100)) };
    }
    let (min, max) = (i128::from(field.range.min), i128::from(field.range.max));
    let whole = match chance.below(8) {
        0 => min,
        1 => max,
        2 => min - 1,
        3 => max + 1,
        4 => 0.clamp(min, max),
        5 => min + i128::from(chance.below(100)).min(max - min),
        _ => min + i128::from(chance.next()) % (max - min + 1),
    };
    let places = chance.pick(&[0, 0, 1, 2, 4, 8, 9]);
    let fraction: String = (0..places).map(|_| char::from(b'0' + chance.below(10) as u8)).collect();
    if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") }
}

fn day(chance: &mut Chance) -> String {
    if !chance.1 {
        return format!("2025-{:02}-{:02}", 1 + chance.below(12), 1 + chance.below(28));
    }
    let year = chance.pick(&[1899, 1900, 2000, 2023, 2024, 2024, 2025, 2025, 2100, 2200, 2201]);
    format!("{year:04}-{:02}-{:02}", chance.below(13).max(1), chance.below(32).max(1))
}

fn of_kind(kind: Kind, field: &FieldSpec, chance: &mut Chance) -> Value {
    match kind {
        Kind::Number(trade_credit::Unit::Count) => match if chance.1 { chance.below(4) } else { 3 } {
            0 => number(field.range.max),
            1 => number(field.range.min),
            2 => number(field.range.max.saturating_add(1)),
            _ => number(chance.below(40)),
        },
        Kind::Number(_) if chance.one_in(4) => number(decimal(field, chance)),
        Kind::Number(_) => text(decimal(field, chance)),
        Kind::Date => text(day(chance)),
        Kind::Month => text(&day(chance)[..7]),
        Kind::Text => text(format!("{}{}", chance.pick(&["a", "b", "发票", ""]), chance.below(9))),
        Kind::Choice => text(chance.pick(field.choices)),
        Kind::Boolean => Value::Bool(chance.one_in(2)),
        Kind::Object => object(field.fields, chance),
        Kind::List => {
            let most = if chance.one_in(2_000) { field.most_rows as u64 + 2 } else { chance.pick(&[0, 1, 2, 5, 30]) };
            let row = |chance: &mut Chance| match field.item {
                Some(item) => of_kind(item, field, chance),
                None => object(field.fields, chance),
            };
            Value::List((0..most).map(|_| row(chance)).collect())
        }
    }
}

/// An object of these fields; how much of it is wrong differs from one to the next.
fn object(fields: &[FieldSpec], chance: &mut Chance) -> Value {
    let left_out = chance.pick(&[2, 5, 1000]);
    let wrong = if chance.1 { chance.pick(&[10, 100, 10_000]) } else { 10_000 };
    let mut entries = Vec::new();
    for field in fields {
        if chance.one_in(left_out) && !(field.required && chance.below(10) > 0) {
            continue;
        }
        let usual = if chance.1 { None } else { example(field, &field.example) };
        let value = match usual {
            None if !chance.1 && !field.required && !field.kinds.is_empty() => continue,
            Some(usual) if chance.below(5) > 0 => usual,
            _ if chance.one_in(wrong) => junk(chance, 0),
            _ => of_kind(field.kind, field, chance),
        };
        let name = if chance.one_in(wrong * 10) { "unknown" } else { field.name };
        entries.push((name.to_owned(), value.clone()));
        if chance.one_in(wrong * 10) {
            entries.push((name.to_owned(), value));
        }
    }
    Value::Object(entries)
}

/// Any part of a policy, at any leaf.
fn patch(chance: &mut Chance) -> Value {
    let mut root = BTreeMap::new();
    for _ in 0..chance.below(8) {
        let (path, _) = chance.pick(SOURCES);
        let decimals = ["0", "1", "0.5", "10", "0.9", "100", "-1", "1000000", "0.123456789"];
        let value = match chance.below(6) {
            0 => junk(chance, 0),
            1 => number(chance.below(40)),
            2 => text(chance.pick(&["covered", "excluded", "endorsed"])),
            3 => Value::List((0..chance.below(7)).map(|_| text(chance.pick(&decimals))).collect()),
            _ => text(chance.pick(&decimals)),
        };
        root.insert(path, value);
    }
    root.into_iter().fold(Value::Object(Vec::new()), |policy, (path, value)| laid(policy, path, value))
}

/// An object with a value laid at a path.
fn laid(object: Value, path: &str, value: Value) -> Value {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    let Value::Object(mut entries) = object else { return object };
    let at = entries.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
        entries.push((key.to_owned(), Value::Object(Vec::new())));
        entries.len() - 1
    });
    entries[at].1 = if rest.is_empty() { value } else { laid(entries[at].1.clone(), rest, value) };
    Value::Object(entries)
}

fn options(chance: &mut Chance) -> Value {
    if chance.one_in(3) {
        return Value::Null;
    }
    let mut entries = Vec::new();
    for name in ["currency", "policy", "holidays", "workdays"] {
        let value = match name {
            _ if chance.1 && chance.one_in(30) => junk(chance, 0),
            _ if chance.one_in(2) => continue,
            "currency" if !chance.1 => text(chance.pick(&["CNY", "JPY", "KWD"])),
            "policy" if !chance.1 && chance.below(4) > 0 => continue,
            "currency" => text(chance.pick(&["CNY", "JPY", "KWD", "CLF", "XXX", "usd"])),
            "policy" => patch(chance),
            _ => Value::List((0..chance.below(6)).map(|_| text(day(chance))).collect()),
        };
        entries.push((name.to_owned(), value));
    }
    if chance.1 && chance.one_in(50) { junk(chance, 0) } else { Value::Object(entries) }
}

/// What a call answers: its figures as text, or what is wrong.
fn call(id: &str, input: &Value, options: &Value) -> Result<String, InputError> {
    macro_rules! by_name {
        ($($function:ident in $part:tt: $type:ty, $wire:tt, $input:tt, $report:tt;)*) => {
            match id {
                $($wire => <$type as Calculator>::call(input, options)
                    .map(|report| serde_json::to_string(&report).expect("a report is JSON")),)*
                _ => panic!("no calculator {id}"),
            }
        };
    }
    trade_credit::for_each_calculator!(by_name)
}

/// Whether an error says where and what: paths of keys and rows, each field once, nothing without words.
fn check_error(error: &InputError, fields: &[FieldSpec]) {
    assert!(!error.issues.is_empty(), "an error without issues");
    let mut seen = std::collections::BTreeSet::new();
    for issue in &error.issues {
        assert!(seen.insert(&issue.field), "{} is reported twice", issue.field);
        assert!(issue.message.contains(": "), "{issue:?}");
        let start: String = issue.field.chars().take_while(|next| !matches!(next, '.' | '[')).collect();
        let known =
            matches!(start.as_str(), "" | "options" | "factors") || fields.iter().any(|field| field.name == start);
        let unknown = issue.code == trade_credit::Problem::UnknownField;
        assert!(known || unknown, "{issue:?} is at no field");
        let brackets = issue.field.matches('[').count();
        assert!(unknown || brackets == issue.field.matches(']').count(), "{issue:?}");
    }
}

/// One case: its input must be answered or refused, and the next call must compute.
fn run(seed: u64) -> bool {
    let chance = &mut Chance(seed, seed.is_multiple_of(2));
    let calculator = chance.pick(CATALOG);
    let input = if chance.one_in(40) { junk(chance, 0) } else { object(calculator.fields, chance) };
    let options = options(chance);
    let answer = call(calculator.id, &input, &options);
    if let Err(error) = &answer {
        check_error(error, calculator.fields);
    }
    let good: Value = [("creditSales", "1000000"), ("closingReceivables", "150000")]
        .map(|(key, amount)| (key.to_owned(), text(amount)))
        .into_iter()
        .collect();
    let report = Dso::call(&good, &Value::Null).expect("a good call after any other");
    assert_eq!(report.result.dso.expect("dso").as_str(), "54.75");
    assert_eq!(report.policy, Policy::default().stamp());
    let locale = chance.pick(&["zh-CN", "en", "de", "", "xx-YY"]);
    if let Value::Text(amount) = junk(chance, 9) {
        // Whatever is typed is read or refused.
        let _ = trade_credit::parse_amount(&amount, locale);
    }
    answer.is_ok()
}

#[test]
fn nothing_panics_and_every_error_says_where() {
    let variable = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let start = variable("FUZZ_SEED").unwrap_or(1);
    let until = variable("FUZZ_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut cases, mut answered, mut failed) = (0_u64, 0_u64, Vec::new());
    while until.map_or(cases < CASES, |until| Instant::now() < until) {
        let seed = start.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(cases);
        match catch_unwind(AssertUnwindSafe(|| run(seed))) {
            Ok(true) => answered += 1,
            Ok(false) => {}
            Err(_) => failed.push(seed),
        }
        cases += 1;
    }
    println!(
        "fuzz: {cases} inputs from seed {start}, {answered} answered, {} refused, {} failed",
        cases - answered - failed.len() as u64,
        failed.len()
    );
    assert!(failed.is_empty(), "failed: {failed:?}");
    // A generator that makes only bad input would test the reading alone.
    assert!(answered * 10 > cases, "only {answered} of {cases} inputs were good");
}
