//! Bands of a scorecard: bounds, best first, and the points they earn.

use std::borrow::Cow;

use serde::Serialize;

use crate::error::{Issues, Path, Problem};
use crate::exact::Exact;
use crate::policy::setting::{leaf_settings, plain};
use crate::quantity::{Points, Ratio};
use crate::record;
use crate::schema::{FieldSpec, FieldType, Kind, Range};
use crate::value::Value;

/// One band. A bound belongs to the better band; the last band has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// The band reaches up to this value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Ratio>,
    /// The band reaches down to this value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Ratio>,
    /// What it earns, 0 to 100.
    pub points: Points,
}

impl Band {
    /// Up to a value.
    pub const fn at_most(bound: &str, points: &str) -> Self {
        Self { at_most: Some(Ratio::of(bound)), at_least: None, points: Points::of(points) }
    }

    /// Down to a value.
    pub const fn at_least(bound: &str, points: &str) -> Self {
        Self { at_most: None, at_least: Some(Ratio::of(bound)), points: Points::of(points) }
    }

    /// Everything else.
    pub const fn rest(points: &str) -> Self {
        Self { at_most: None, at_least: None, points: Points::of(points) }
    }
}

record! {
    /// A band as a patch gives it.
    pub struct BandPatch in "" {
        required {
            /// What the band earns.
            points: Points = "points",
        }
        optional {
            /// The band reaches up to this value.
            at_most: Ratio = "atMost".range(Range::of(-1_000_000, 1_000_000)),
            /// The band reaches down to this value.
            at_least: Ratio = "atLeast".range(Range::of(-1_000_000, 1_000_000)),
        }
    }
}

/// The bands of a factor, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Bands(#[cfg_attr(feature = "wasm", tsify(type = "Band[]"))] pub Cow<'static, [Band]>);

impl Bands {
    /// The bands of the default policy.
    pub const fn of(bands: &'static [Band]) -> Self {
        Self(Cow::Borrowed(bands))
    }

    /// What a value earns: the points of the first band that reaches it.
    pub fn points(&self, value: &Exact) -> Points {
        let reaches = |band: &&Band| match (band.at_most, band.at_least) {
            (Some(bound), _) => *value <= Exact::from(bound.0),
            (_, Some(bound)) => *value >= Exact::from(bound.0),
            _ => true,
        };
        self.0.iter().find(reaches).map_or(Points::default(), |band| band.points)
    }

    /// What the best band earns.
    pub fn best(&self) -> Points {
        self.0.first().map_or(Points::default(), |band| band.points)
    }

    /// What the worst band earns.
    pub fn worst(&self) -> Points {
        self.0.last().map_or(Points::default(), |band| band.points)
    }

    /// Whether they all run the same way, each beyond the one before, with an open band at the end.
    fn are_ordered(&self) -> bool {
        let Some((last, bounded)) = self.0.split_last() else {
            return false;
        };
        let rising: Option<Vec<_>> =
            bounded.iter().map(|band| band.at_most.filter(|_| band.at_least.is_none())).collect();
        let falling: Option<Vec<_>> =
            bounded.iter().map(|band| band.at_least.filter(|_| band.at_most.is_none())).collect();
        last.at_most.is_none()
            && last.at_least.is_none()
            && (rising.is_some_and(|bounds| bounds.is_sorted_by(|a, b| a < b))
                || falling.is_some_and(|bounds| bounds.is_sorted_by(|a, b| a > b)))
    }
}

impl FieldType for Bands {
    const KIND: Kind = Kind::List;
    const FIELDS: &'static [FieldSpec] = <BandPatch as FieldType>::FIELDS;

    fn stand_in() -> Self {
        Self(Cow::Borrowed(&[]))
    }

    fn read(value: &Value, spec: &FieldSpec, at: &Path<'_>, issues: &mut Issues) -> Option<Self> {
        let rows: Vec<BandPatch> = FieldType::read(value, spec, at, issues)?;
        let band = |row: BandPatch| Band { at_most: row.at_most, at_least: row.at_least, points: row.points };
        let bands = Self(rows.into_iter().map(band).collect());
        if !bands.are_ordered() {
            issues.add(at, Problem::Inconsistent);
        }
        Some(bands)
    }
}

impl Band {
    /// The band in canonical text.
    fn text(&self) -> String {
        let bound = match (self.at_most, self.at_least) {
            (Some(bound), _) => ["<=", &plain(bound.0)].concat(),
            (_, Some(bound)) => [">=", &plain(bound.0)].concat(),
            _ => String::new(),
        };
        [&bound, ":", &plain(self.points.0), ";"].concat()
    }
}

leaf_settings! { Bands, |bands| bands.0.iter().map(Band::text).collect(); }
