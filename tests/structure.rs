//! The house as ARCHITECTURE.md draws it: imports run one way, and what belongs together agrees.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The floors, lowest first. A module uses those below it and those of its own floor.
const FLOORS: &[&[&str]] = &[
    &["error", "exact", "integer", "order", "approximate", "quantity", "calendar", "value"],
    &["schema", "expression", "amount"],
    &["report"],
    &["policy"],
    &["options", "grade"],
    &["calc"],
    &["ledger"],
    &["catalog"],
    &["registry"],
    &["wasm"],
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The code of each file below `src/`, comments left out, by its top module and its path.
fn code() -> Vec<(String, String, String)> {
    let src = Path::new(ROOT).join("src");
    sources(&src)
        .into_iter()
        .map(|path| {
            let relative = path.strip_prefix(&src).unwrap().to_str().unwrap().to_owned();
            let module = relative.split(['/', '.']).next().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            (module, relative, code)
        })
        .collect()
}

#[test]
fn imports_run_one_way() {
    for (module, file, code) in code() {
        if module == "lib" {
            continue;
        }
        let own = floor(&module).unwrap_or_else(|| panic!("{file} stands on no floor"));
        for used in code.split("crate::").skip(1) {
            let name: String = used.chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect();
            // Macros are called by their name alone and expand to paths of the floors below.
            if let Some(below) = floor(&name) {
                assert!(below <= own, "{file} uses {name}, which stands above it");
            }
        }
    }
}

#[test]
fn calculators_do_not_use_each_other() {
    let compose: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("assess", &["countback", "dso", "working_capital"][..]),
        ("dso", &["countback"][..]),
        ("working_capital", &["stress"][..]),
        ("indemnity", &["waterfall"][..]),
    ]);
    for (_, file, code) in code().iter().filter(|(_, file, _)| file.starts_with("calc/") && !file.ends_with("mod.rs")) {
        let own = file.trim_start_matches("calc/").trim_end_matches(".rs");
        for used in code.split("calc::").skip(1) {
            let name: String = used.chars().take_while(|next| next.is_lowercase() || *next == '_').collect();
            let allowed =
                name.is_empty() || name == own || compose.get(own).is_some_and(|below| below.contains(&name.as_str()));
            assert!(allowed, "{file} uses {name}");
        }
    }
}

#[test]
fn only_the_binding_knows_javascript() {
    for (module, file, code) in code() {
        if module != "wasm" {
            for word in ["wasm_bindgen", "js_sys", "JsValue"] {
                assert!(!code.contains(word), "{file} mentions {word}");
            }
        }
    }
}

#[test]
fn nothing_below_the_binding_reads_a_clock_or_counts_in_floats() {
    for (_, file, code) in code() {
        for word in ["SystemTime", "Instant::now", "Utc::now", "Local::now", ": f64", ": f32", "as f64"] {
            assert!(!code.contains(word), "{file} mentions {word}");
        }
    }
}

fn types() -> String {
    fs::read_to_string(Path::new(ROOT).join("tests/golden/trade_credit.d.ts")).expect("make golden writes it")
}

/// The body of an interface in the golden types.
fn interface<'a>(types: &'a str, name: &str) -> &'a str {
    let start = types.find(&format!("export interface {name} {{")).unwrap_or_else(|| panic!("no interface {name}"));
    let body = &types[start..];
    &body[..body.find("\n}").unwrap()]
}

#[test]
fn the_catalog_and_the_types_name_the_same_fields() {
    let types = types();
    macro_rules! inputs {
        ($($name:ident in $part:tt: $type:ty, $wire:tt, $input:tt, $report:tt;)*) => { [$(($wire, $input)),*] };
    }
    for (id, input) in trade_credit::for_each_calculator!(inputs) {
        let body = interface(&types, input);
        let declared = body.lines().filter(|line| line.starts_with("    ") && line.ends_with(';')).count();
        let fields = support::fields(id);
        assert_eq!(declared, fields.len(), "{input}");
        for field in fields {
            let name = field["path"].as_str().unwrap();
            let optional = if field["required"] == true { ":" } else { "?:" };
            assert!(body.contains(&format!("    {name}{optional} ")), "{input} has no {name}");
        }
    }
}

#[test]
fn the_types_say_what_everything_is() {
    let types = types();
    let code = types.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    for line in code {
        assert!(!line.contains(": any"), "{line}");
    }
}

#[test]
fn every_calculator_has_vectors() {
    for calculator in trade_credit::CATALOG {
        assert!(Path::new(ROOT).join(format!("tests/vectors/{}.json", calculator.id)).exists(), "{}", calculator.id);
    }
}

/// The file of a calculator in `src/calc/`, named after its line in the registry.
fn module_of(id: &str) -> String {
    macro_rules! modules {
        ($($name:ident in $part:tt: $type:ty, $wire:tt, $input:tt, $report:tt;)*) => { [$(($wire, stringify!($name))),*] };
    }
    let modules = trade_credit::for_each_calculator!(modules);
    modules.iter().find(|(wire, _)| *wire == id).unwrap_or_else(|| panic!("{id} is not registered")).1.to_owned()
}

/// The text of a language, from however many files it is made of.
fn language(code: &str) -> String {
    let folder = Path::new(ROOT).join("www/src/locales");
    let mut text = String::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().unwrap().split(['/', '.']).any(|part| part == code) {
                text += &fs::read_to_string(path).unwrap();
            }
        }
    }
    text
}

/// Every file that speaks of a calculator has to be one of the four places: whatever else names it is a fifth.
#[test]
fn a_calculator_is_its_file_its_line_its_vectors_and_its_words() {
    let registered = trade_credit::CATALOG.len();
    let root = Path::new(ROOT);
    let list = fs::read_to_string(root.join("src/calc/mod.rs")).unwrap();
    let registry = fs::read_to_string(root.join("src/registry.rs")).unwrap();
    let languages = [language("en"), language("zh-CN")];
    for calculator in trade_credit::CATALOG {
        let (id, module) = (calculator.id, module_of(calculator.id));
        assert!(root.join(format!("src/calc/{module}.rs")).exists(), "{id}: src/calc/{module}.rs");
        assert!(list.contains(&format!("pub mod {module};")), "{id}: its line in src/calc/mod.rs");
        assert_eq!(registry.matches(&format!("\"{id}\"")).count(), 1, "{id}: one line in src/registry.rs");
        let vectors = fs::read_to_string(root.join(format!("tests/vectors/{id}.json"))).expect(id);
        assert!(vectors.contains(&format!("\"call\": \"{id}\"")), "{id}: its vectors call it");
        for text in &languages {
            assert!(
                ["=", ":"].iter().any(|next| text.replace(" =", "=").contains(&format!("export const {id}{next}"))),
                "{id}: its block in each language"
            );
        }
    }
    // Files of calculators that nobody registered, and vectors of calculators that do not exist.
    let calculators = code()
        .iter()
        .filter(|(module, _, code)| module == "calc" && code.contains("const ID: &'static str = "))
        .count();
    assert_eq!(calculators, registered);
    assert_eq!(fs::read_dir(root.join("tests/vectors")).unwrap().count(), registered);
    // Nothing else in the engine names one; the ledger has columns of such names.
    for calculator in trade_credit::CATALOG {
        let module = module_of(calculator.id);
        for (_, file, code) in code() {
            let may = file.starts_with("calc/")
                || file.starts_with("ledger/")
                || file == "wasm/ledger.rs"
                || matches!(file.as_str(), "registry.rs" | "lib.rs");
            let names = code.contains(&format!("calc::{module}")) || code.contains(&format!("\"{}\"", calculator.id));
            // Policies are named after the areas they belong to.
            assert!(may || !names || file.starts_with("policy/"), "{file} names {module}");
        }
    }
}
