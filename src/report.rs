//! What comes back from a call, and the recorder that fills it.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::exact::Exact;
use crate::expression::{Lack, Quantity};
use crate::order;
use crate::quantity::{Currency, Figure, Unit};
use crate::schema::Kind;

/// The answer to a call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Report<T> {
    /// The figures. One that cannot be computed is null, never zero, and has a gap.
    pub result: T,
    /// Why figures are null.
    pub gaps: Vec<Gap>,
    /// What the figures mean, worst first.
    pub findings: Vec<Finding>,
    /// How the figures were reached, in order.
    pub steps: Vec<Step>,
    /// The policy that was applied.
    pub policy: PolicyStamp,
}

/// Why a figure is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Gap {
    /// The path of the figure.
    pub field: String,
    /// The reason; what is missing outweighs the others.
    pub reason: Reason,
    /// The inputs still missing, the first named of alternatives; empty for other reasons.
    pub needs: Vec<Cow<'static, str>>,
}

/// The reason of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// An input was left out.
    MissingInput,
    /// The figure would be a division by zero.
    ZeroDenominator,
    /// The months listed do not reach far enough back.
    HistoryTooShort,
    /// The figure is too large to mean anything.
    TooLarge,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Act now.
    Critical,
    /// Watch.
    Warning,
    /// Worth knowing.
    Info,
    /// As it should be.
    Good,
}

/// When an alarm fires: the metric stands so to the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum Operator {
    /// Above it.
    #[serde(rename = ">")]
    Above,
    /// At it or above.
    #[serde(rename = ">=")]
    AtLeast,
    /// Below it.
    #[serde(rename = "<")]
    Below,
    /// At it or below.
    #[serde(rename = "<=")]
    AtMost,
}

impl Operator {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Above => ordering.is_gt(),
            Self::AtLeast => ordering.is_ge(),
            Self::Below => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
        }
    }

    /// Whether the boundary itself still fires.
    fn includes_boundary(self) -> bool {
        matches!(self, Self::AtLeast | Self::AtMost)
    }
}

/// What a figure means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The id of the finding.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The path of the figure compared, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<Cow<'static, str>>,
    /// The figure, to 6 places whatever its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// When the alarm fires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<Operator>,
    /// What the figure is compared with, to 6 places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundary: Option<String>,
    /// The smallest change of one input, the rest as given, that stops the finding for the better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clear_by: Option<ClearBy>,
    /// A rule id, or `house`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'static str>,
}

/// The change that clears a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ClearBy {
    /// The path of the input.
    pub input: Cow<'static, str>,
    /// By how much it has to change, signed, in its unit and places, rounded away from zero.
    pub change: String,
}

/// How a figure was reached: the formula on the inputs gives the value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Step {
    /// The path of the figure.
    pub id: String,
    /// The formula, in `+ - * / ( )`, functions such as `min`, decimals and names.
    pub formula: String,
    /// The exact value of each name.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, string>"))]
    pub inputs: Vec<(Cow<'static, str>, String)>,
    /// The value, unrounded where 28 digits are enough.
    pub value: String,
    /// What it counts.
    pub unit: Unit,
    /// True when the value is not exact: the formula has a power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximate: Option<bool>,
    /// A rule id, where a rule defines the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'static str>,
}

fn as_map<S: Serializer>(inputs: &[(Cow<'static, str>, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(inputs.len()))?;
    for (name, value) in inputs {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

/// Which policy was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PolicyStamp {
    /// The name of the set of values.
    pub name: String,
    /// The day the values were set.
    pub as_of: String,
    /// 16 hexadecimal digits, equal exactly when the effective policies are.
    pub hash: String,
}

/// A comparison that may fire a finding.
#[derive(Clone, Debug)]
pub struct Alarm<'a> {
    /// The id of the finding.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The path of the figure compared; empty where the result has none.
    pub metric: &'static str,
    /// The figure.
    pub value: &'a Quantity,
    /// How it stands to the boundary when the alarm fires.
    pub operator: Operator,
    /// What it is compared with.
    pub boundary: &'a Quantity,
    /// A rule id, or `house`.
    pub source: &'static str,
}

impl Alarm<'_> {
    /// Whether the alarm fires; `None` when one of the two is not known.
    pub fn fires(&self) -> Option<bool> {
        Some(self.operator.holds(self.value.compare(self.boundary)?))
    }
}

/// Collects gaps, steps and findings while a calculator goes along.
#[derive(Debug)]
pub struct Recorder {
    currency: Currency,
    prefix: &'static str,
    gaps: Vec<Gap>,
    steps: Vec<Step>,
    findings: Vec<Finding>,
    /// The findings that could be decided, whether they fired or not.
    decided: Vec<&'static str>,
}

impl Recorder {
    /// A recorder for figures in this currency.
    pub fn new(currency: Currency) -> Self {
        Self { currency, prefix: "", gaps: Vec::new(), steps: Vec::new(), findings: Vec::new(), decided: Vec::new() }
    }

    /// From here on the paths of figures begin with this.
    pub fn under(&mut self, prefix: &'static str) {
        self.prefix = prefix;
    }

    /// The currency of the call.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Records a figure of the result: its step, or its gap where it cannot be computed.
    pub fn figure(&mut self, id: &str, unit: Unit, quantity: &Quantity) -> Option<Figure> {
        self.sourced(id, unit, quantity, None)
    }

    /// The same for a figure that a rule defines.
    pub fn sourced(
        &mut self,
        id: &str,
        unit: Unit,
        quantity: &Quantity,
        source: Option<&'static str>,
    ) -> Option<Figure> {
        match quantity.value() {
            Ok(value) => {
                let (formula, inputs) = quantity.explained();
                let id = [self.prefix, id].concat();
                self.steps.push(Step {
                    id,
                    formula,
                    inputs,
                    value: value.to_plain(),
                    unit,
                    approximate: quantity.is_approximate().then_some(true),
                    source,
                });
                Some(self.printed(unit, value))
            }
            Err(lack) => {
                self.gap(id, lack);
                None
            }
        }
    }

    /// An answer of the result that hangs on how a quantity stands to zero: its gap where that is not known.
    pub fn answer(&mut self, id: &str, quantity: &Quantity, holds: impl FnOnce(Ordering) -> bool) -> Option<bool> {
        match quantity.value() {
            Ok(value) => Some(holds(value.cmp(&Exact::ZERO))),
            Err(lack) => {
                self.gap(id, lack);
                None
            }
        }
    }

    /// A number as it is printed, without a step: for the rows of lists.
    pub fn printed(&self, unit: Unit, value: &Exact) -> Figure {
        Figure(value.to_fixed(unit.places(self.currency)))
    }

    /// Records why a figure is null.
    pub fn gap(&mut self, id: &str, lack: &Lack) {
        let (reason, needs) = match lack {
            Lack::Missing(needs) => (Reason::MissingInput, needs.clone()),
            Lack::ZeroDenominator => (Reason::ZeroDenominator, Vec::new()),
            Lack::HistoryTooShort => (Reason::HistoryTooShort, Vec::new()),
            Lack::TooLarge => (Reason::TooLarge, Vec::new()),
        };
        self.gaps.push(Gap { field: [self.prefix, id].concat(), reason, needs });
    }

    /// Records an alarm; whether it fires. [`Self::cleared_by`] completes one that does.
    pub fn alarm(&mut self, alarm: &Alarm<'_>) -> bool {
        self.alarm_if(true, alarm)
    }

    /// The same for an alarm that also asks for something besides the comparison.
    pub fn alarm_if(&mut self, also: bool, alarm: &Alarm<'_>) -> bool {
        let Some(fires) = alarm.fires().map(|fires| fires && also) else {
            return false;
        };
        self.decided.push(alarm.code);
        if fires {
            self.findings.push(Finding {
                code: alarm.code,
                severity: alarm.severity,
                metric: (!alarm.metric.is_empty()).then(|| [self.prefix, alarm.metric].concat().into()),
                value: alarm.value.known().map(|value| value.to_fixed(6)),
                operator: Some(alarm.operator),
                boundary: alarm.boundary.known().map(|value| value.to_fixed(6)),
                clear_by: None,
                source: Some(alarm.source),
            });
        }
        fires
    }

    /// Completes the last finding with the change that brings an input to where the alarm no longer fires:
    /// to `target` when the boundary itself is safe, else one last place beyond.
    ///
    /// Nothing is said when the input was not given, or the change would leave its range.
    pub fn cleared_by(&mut self, input: &Quantity, target: &Quantity) {
        self.cleared_by_if(input, target, |_| true);
    }

    /// The same, unless the input so changed does harm elsewhere.
    pub fn cleared_by_if(&mut self, input: &Quantity, target: &Quantity, harmless: impl FnOnce(&Quantity) -> bool) {
        let Some(finding) = self.findings.last_mut() else {
            return;
        };
        let beyond = finding.operator.is_some_and(Operator::includes_boundary);
        finding.clear_by = change_to(input, target, beyond, self.currency)
            .filter(|(changed, _)| harmless(changed))
            .map(|(_, clear_by)| clear_by);
    }

    /// Records a finding that compares no figure of the result; `None` when it cannot be decided.
    pub fn finding(&mut self, code: &'static str, severity: Severity, source: &'static str, fires: Option<bool>) {
        let Some(fires) = fires else { return };
        self.decided.push(code);
        if fires {
            self.findings.push(Finding {
                code,
                severity,
                metric: None,
                value: None,
                operator: None,
                boundary: None,
                clear_by: None,
                source: Some(source),
            });
        }
    }

    /// Records a finding that fires and says what it is about, with a number where it has one to tell.
    pub fn finding_about(
        &mut self,
        code: &'static str,
        severity: Severity,
        source: &'static str,
        metric: &'static str,
        value: Option<&Quantity>,
    ) {
        self.finding(code, severity, source, Some(true));
        if let Some(finding) = self.findings.last_mut() {
            finding.metric = Some([self.prefix, metric].concat().into());
            finding.value = value.and_then(Quantity::known).map(|value| value.to_fixed(6));
        }
    }

    /// The findings so far, and the codes that could be decided.
    pub fn judged(&self) -> (&[Finding], &[&'static str]) {
        (&self.findings, &self.decided)
    }

    /// The gaps so far.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// The report: findings worst first, else in the order in which they were recorded.
    pub fn report<T>(mut self, result: T, policy: PolicyStamp) -> Report<T> {
        self.sort_findings();
        Report { result, gaps: self.gaps, findings: self.findings, steps: self.steps, policy }
    }

    /// Brings the findings into the order of the report.
    pub fn sort_findings(&mut self) {
        let severity = |at: usize| self.findings.get(at).map(|finding| finding.severity);
        let order = order::positions(self.findings.len(), &mut |a, b| severity(a).cmp(&severity(b)));
        let mut findings: Vec<Option<Finding>> = self.findings.drain(..).map(Some).collect();
        self.findings = order.into_iter().filter_map(|at| findings.get_mut(at)?.take()).collect();
    }
}

/// The change from an input to a target, rounded away from zero to the input's last place, or one place more where it has
/// to go beyond; and the input so changed.
fn change_to(input: &Quantity, target: &Quantity, beyond: bool, currency: Currency) -> Option<(Quantity, ClearBy)> {
    let (spec, path) = input.given_field()?;
    let Kind::Number(unit) = spec.kind else {
        return None;
    };
    let places = unit.places(currency);
    let change = target.known()? - input.known()?;
    let mut rounded = change.rounded_away(places);
    if beyond && rounded == change {
        let last_place = Exact::ONE.divided_by(&Exact::power_of_ten(places))?;
        // Alarms that include their boundary ring above it, so from the boundary itself the way is down.
        let down = change.is_negative() || change.is_zero();
        rounded = if down { rounded - last_place } else { rounded + last_place };
    }
    let after = input.known()? + &rounded;
    spec.range.contains(&after).then(|| {
        let clear_by = ClearBy { input: path.clone(), change: rounded.to_fixed(places) };
        (Quantity::fact(spec.name, after), clear_by)
    })
}
