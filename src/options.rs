//! What a call may be told beside its input.

use std::borrow::Cow;

use crate::calendar::IsoDate;
use crate::error::{Issue, Issues, Path, Problem};
use crate::policy::Policy;
use crate::quantity::Currency;
use crate::schema::{FieldSpec, is_object, read_optional};
use crate::value::Value;

/// The options of a call: currency, policy and calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The currency of every amount; it decides the minor unit.
    pub currency: Currency,
    /// The thresholds to judge by.
    pub policy: Cow<'static, Policy>,
    /// Days that are not worked although they are Monday to Friday.
    pub holidays: Vec<IsoDate>,
    /// Days that are worked although they are not, or although they are holidays.
    pub workdays: Vec<IsoDate>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            currency: Currency::default(),
            policy: Cow::Borrowed(Policy::built_in()),
            holidays: Vec::new(),
            workdays: Vec::new(),
        }
    }
}

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new::<String>("currency", "currency"),
    FieldSpec::new::<Policy>("policy", "policy"),
    FieldSpec::new::<Vec<IsoDate>>("holidays", "holidays"),
    FieldSpec::new::<Vec<IsoDate>>("workdays", "workdays"),
];

impl Options {
    /// Reads the options of a call; null stands for the defaults.
    pub fn read(value: &Value, issues: &mut Issues) -> Self {
        let at = Path::Root("options");
        let mut options = Self::default();
        if *value == Value::Null || !is_object(value, FIELDS, &at, issues) {
            return options;
        }
        let [currency_spec, _, holidays, workdays] = FIELDS else {
            return options;
        };
        let currency = Path::Key(&at, "currency");
        if let Some(code) = read_optional::<String>(value.get("currency"), currency_spec, &currency, issues) {
            match Currency::from_code(&code) {
                Some(known) => options.currency = known,
                None => issues.push(Issue::new(currency.to_string(), Problem::UnknownChoice)),
            }
        }
        if *value.get("policy") != Value::Null {
            options.policy = Cow::Owned(Policy::patched(value.get("policy"), &Path::Key(&at, "policy"), issues));
        }
        options.holidays =
            read_optional(value.get("holidays"), holidays, &Path::Key(&at, "holidays"), issues).unwrap_or_default();
        options.workdays =
            read_optional(value.get("workdays"), workdays, &Path::Key(&at, "workdays"), issues).unwrap_or_default();
        options
    }
}
