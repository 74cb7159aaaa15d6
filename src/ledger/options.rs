//! What a ledger is told beside its file.

use std::collections::BTreeMap;

use crate::calendar::IsoDate;
use crate::choice;
use crate::error::{InputError, Issue, Issues, Path, Problem};
use crate::ledger::accounts::folded;
use crate::ledger::columns::{Column, Mapping};
use crate::ledger::units::units_of;
use crate::options::Options;
use crate::policy::Policy;
use crate::quantity::Money;
use crate::schema::{FieldSpec, FieldType, is_object, read_optional, read_required};
use crate::value::Value;
use crate::waterfall::Cover;

choice! {
    /// In which order a date is written whose year does not say it.
    pub enum DateOrder {
        /// Day, month, year.
        DayMonthYear = "DMY",
        /// Month, day, year.
        MonthDayYear = "MDY",
        /// Year, month, day.
        YearMonthDay = "YMD",
    }
}

/// What a ledger is told beside its file.
#[derive(Clone, Debug)]
pub struct LedgerOptions {
    /// The day of the question.
    pub as_of: IsoDate,
    /// Which column has which heading, by its name (`buyer`, `dueDate` …); no heading for a column not to be used.
    /// What is not said here is found by its heading.
    pub columns: BTreeMap<String, Option<String>>,
    /// The order of dates such as `3/4/2025`; the file has to settle it when left out.
    pub date_order: Option<DateOrder>,
    /// The locale in which amounts are written, such as `zh-CN`; nothing is taken for granted when empty.
    pub locale: String,
    /// The currency of rows without one, of limits and of the cover; the policy; and which days are worked.
    pub options: Options,
    /// The terms of the insurance.
    pub cover: Option<Cover>,
    /// Limits by buyer; they go before those of the file.
    pub limits: BTreeMap<String, Money>,
}

/// What is asked of a ledger that has been read: everything else stays as it was.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Another day.
    pub as_of: Option<IsoDate>,
    /// Another policy.
    pub policy: Option<Policy>,
    /// Another cover, or none.
    pub cover: Option<Option<Cover>>,
    /// Other limits.
    pub limits: Option<BTreeMap<String, Money>>,
}

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new::<IsoDate>("asOf", "asOf").required(),
    FieldSpec::new::<Policy>("columns", "columns"),
    FieldSpec::new::<DateOrder>("dateOrder", "dateOrder"),
    FieldSpec::new::<String>("locale", "locale"),
    FieldSpec::new::<String>("currency", "currency"),
    FieldSpec::new::<Policy>("policy", "policy"),
    FieldSpec::new::<Cover>("cover", "cover"),
    FieldSpec::new::<Money>("limits", "limits"),
    FieldSpec::new::<Vec<IsoDate>>("holidays", "holidays"),
    FieldSpec::new::<Vec<IsoDate>>("workdays", "workdays"),
];

/// The names of what [`Change`] may change.
const CHANGES: &[FieldSpec] = &[
    FieldSpec::new::<IsoDate>("asOf", "asOf"),
    FieldSpec::new::<Policy>("policy", "policy"),
    FieldSpec::new::<Cover>("cover", "cover"),
    FieldSpec::new::<Money>("limits", "limits"),
];

/// The options that every call takes.
const COMMON: [&str; 4] = ["currency", "policy", "holidays", "workdays"];

fn spec(name: &str) -> &'static FieldSpec {
    const NONE: &FieldSpec = &FieldSpec::new::<String>("", "");
    FIELDS.iter().find(|field| field.name == name).unwrap_or(NONE)
}

impl LedgerOptions {
    /// The options of a ledger as of a day, everything else left out.
    pub fn new(as_of: IsoDate) -> Self {
        Self {
            as_of,
            columns: BTreeMap::new(),
            date_order: None,
            locale: String::new(),
            options: Options::default(),
            cover: None,
            limits: BTreeMap::new(),
        }
    }

    /// Reads options from outside.
    ///
    /// # Errors
    /// An [`InputError`] with everything that is wrong with them; every field begins `options`.
    pub fn read(value: &Value) -> Result<Self, InputError> {
        let mut issues = Issues::default();
        let at = Path::Root("options");
        let mut read = Self::new(IsoDate::FIRST);
        // Without an object there is no date to ask from, which is all that is to be said.
        let value = if *value == Value::Null { &Value::Object(Vec::new()) } else { value };
        if is_object(value, FIELDS, &at, &mut issues) {
            let key = |name| Path::Key(&at, name);
            read.as_of = read_required(value.get("asOf"), spec("asOf"), &key("asOf"), &mut issues);
            read.columns = columns(value.get("columns"), &key("columns"), &mut issues);
            read.date_order = read_optional(value.get("dateOrder"), spec("dateOrder"), &key("dateOrder"), &mut issues);
            read.locale =
                read_optional(value.get("locale"), spec("locale"), &key("locale"), &mut issues).unwrap_or_default();
            let common = COMMON.map(|name| (name.to_owned(), value.get(name).clone()));
            read.options = Options::read(&Value::Object(common.into()), &mut issues);
            read.cover = cover(value.get("cover"), &key("cover"), &mut issues);
            read.limits = limits(value.get("limits"), &key("limits"), &mut issues);
        }
        issues.into_result()?;
        Ok(read)
    }

    /// Notes what is wrong with options made in Rust.
    pub(super) fn check(&self) -> Result<(), InputError> {
        let mut issues = Issues::default();
        let at = Path::Root("options");
        self.as_of.check(spec("asOf"), &Path::Key(&at, "asOf"), &mut issues);
        for name in self.columns.keys().filter(|name| Column::of_name(name).is_none()) {
            issues.add(&Path::Key(&Path::Key(&at, "columns"), name), Problem::UnknownField);
        }
        check_terms(self.cover.as_ref(), &self.limits, &mut issues);
        issues.into_result()
    }

    /// The columns that the caller names.
    pub(super) fn mapping(&self) -> Mapping {
        let named = |(name, heading): (&String, &Option<String>)| Some((Column::of_name(name)?, heading.clone()));
        self.columns.iter().filter_map(named).collect()
    }

    /// The same options with a change.
    pub(super) fn changed(&self, change: &Change) -> Self {
        let mut changed = self.clone();
        changed.as_of = change.as_of.unwrap_or(self.as_of);
        if let Some(policy) = &change.policy {
            changed.options.policy = std::borrow::Cow::Owned(policy.clone());
        }
        if let Some(cover) = &change.cover {
            changed.cover.clone_from(cover);
        }
        if let Some(limits) = &change.limits {
            changed.limits.clone_from(limits);
        }
        changed
    }

    /// The limits by folded name, in units.
    pub(super) fn limit_units(&self) -> BTreeMap<String, i64> {
        self.limits.iter().filter_map(|(name, limit)| Some((folded(name), units_of(limit.0)?))).collect()
    }
}

impl Change {
    /// Reads a change from outside: what is not there stays as it was. `cover: null` takes the cover away.
    ///
    /// # Errors
    /// An [`InputError`] with everything that is wrong with it.
    pub fn read(value: &Value) -> Result<Self, InputError> {
        let mut issues = Issues::default();
        let at = Path::Root("change");
        let mut read = Self::default();
        let value = if *value == Value::Null { &Value::Object(Vec::new()) } else { value };
        if is_object(value, CHANGES, &at, &mut issues) {
            let key = |name| Path::Key(&at, name);
            let has =
                |name: &str| matches!(value, Value::Object(entries) if entries.iter().any(|(key, _)| key == name));
            read.as_of = read_optional(value.get("asOf"), spec("asOf"), &key("asOf"), &mut issues);
            if *value.get("policy") != Value::Null {
                read.policy = Some(Policy::patched(value.get("policy"), &key("policy"), &mut issues));
            }
            if has("cover") {
                read.cover = Some(cover(value.get("cover"), &key("cover"), &mut issues));
            }
            if *value.get("limits") != Value::Null {
                read.limits = Some(limits(value.get("limits"), &key("limits"), &mut issues));
            }
        }
        issues.into_result()?;
        Ok(read)
    }

    /// Notes what is wrong with a change made in Rust.
    pub(super) fn check(&self) -> Result<(), InputError> {
        let mut issues = Issues::default();
        if let Some(as_of) = self.as_of {
            as_of.check(spec("asOf"), &Path::Key(&Path::Root("change"), "asOf"), &mut issues);
        }
        let none = BTreeMap::new();
        check_terms(self.cover.as_ref().and_then(Option::as_ref), self.limits.as_ref().unwrap_or(&none), &mut issues);
        issues.into_result()
    }
}

fn check_terms(cover: Option<&Cover>, limits: &BTreeMap<String, Money>, issues: &mut Issues) {
    let at = Path::Root("options");
    if let Some(cover) = cover {
        FieldType::check(cover, spec("cover"), &Path::Key(&at, "cover"), issues);
    }
    let list = Path::Key(&at, "limits");
    for (name, limit) in limits {
        limit.check(spec("limits"), &Path::Key(&list, name), issues);
    }
}

fn columns(value: &Value, at: &Path<'_>, issues: &mut Issues) -> BTreeMap<String, Option<String>> {
    let mut read = BTreeMap::new();
    for (name, heading) in entries(value, at, issues) {
        let key = Path::Key(at, name);
        if Column::of_name(name).is_none() {
            issues.push(Issue {
                allowed: Some(Column::ALL.iter().map(|column| column.name().into()).collect()),
                ..Issue::new(key.to_string(), Problem::UnknownField)
            });
            continue;
        }
        match heading {
            Value::Null => drop(read.insert(name.clone(), None)),
            Value::Text(heading) => {
                drop(read.insert(name.clone(), Some(heading.clone()).filter(|text| !text.trim().is_empty())))
            }
            _ => issues.add(&key, Problem::WrongType),
        }
    }
    read
}

fn cover(value: &Value, at: &Path<'_>, issues: &mut Issues) -> Option<Cover> {
    read_optional(value, spec("cover"), at, issues)
}

fn limits(value: &Value, at: &Path<'_>, issues: &mut Issues) -> BTreeMap<String, Money> {
    let mut read = BTreeMap::new();
    for (name, limit) in entries(value, at, issues) {
        read.insert(name.clone(), read_required(limit, spec("limits"), &Path::Key(at, name), issues));
    }
    read
}

fn entries<'a>(value: &'a Value, at: &Path<'_>, issues: &mut Issues) -> &'a [(String, Value)] {
    match value {
        Value::Null => &[],
        Value::Object(entries) => entries,
        _ => {
            issues.add(at, Problem::WrongType);
            &[]
        }
    }
}
