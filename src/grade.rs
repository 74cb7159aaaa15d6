//! Grades of credit: what a score, a limit and the terms of a buyer hang on.

use serde::Serialize;

use crate::choice;
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::policy::score::{Grades, ScorePolicy};
use crate::policy::sections::GradeShares;
use crate::quantity::Ratio;

choice! {
    /// How good a buyer is, A best.
    pub enum Grade {
        /// Very good.
        A = "A",
        /// Good.
        B = "B",
        /// Medium.
        C = "C",
        /// Weak.
        D = "D",
        /// Bad.
        E = "E",
    }
}

/// How a buyer is treated (S57).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Flexible terms: grades A and B.
    Preferred,
    /// Against security: grade C.
    Standard,
    /// Against prepayment: grades D and E.
    Restricted,
}

impl Grade {
    /// The grade of a score.
    pub(crate) fn of(score: &Exact, grades: &Grades) -> Self {
        let bounds = [(Self::A, grades.a), (Self::B, grades.b), (Self::C, grades.c), (Self::D, grades.d)];
        bounds.into_iter().find(|(_, least)| *score >= Exact::from(least.0)).map_or(Self::E, |(grade, _)| grade)
    }

    /// The tier of the grade.
    pub fn tier(self) -> Tier {
        match self {
            Self::A | Self::B => Tier::Preferred,
            Self::C => Tier::Standard,
            Self::D | Self::E => Tier::Restricted,
        }
    }

    /// The share of the grade.
    pub(crate) fn share(self, shares: &GradeShares) -> Ratio {
        match self {
            Self::A => shares.a,
            Self::B => shares.b,
            Self::C => shares.c,
            Self::D => shares.d,
            Self::E => shares.e,
        }
    }
}

/// The probability of default in 12 months: `1 / (1 + odds)`, odds of payment that double every so many points.
pub(crate) fn default_probability(score: &Quantity, policy: &ScorePolicy) -> Quantity {
    let at_fifty = Quantity::fact("oddsAtFifty", Exact::from(policy.odds.at_fifty.0));
    let to_double = Quantity::fact("pointsToDouble", Exact::from(policy.odds.points_to_double.0));
    let doublings = (score - Quantity::number(50)) / to_double;
    let odds = at_fifty * Quantity::number(2).pow(&doublings);
    Quantity::number(1) / (Quantity::number(1) + odds)
}
