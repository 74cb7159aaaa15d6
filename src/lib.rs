//! Trade credit calculations with exact decimals, every figure explained down to formula, numbers and rule.
//!
//! Each calculator takes an input, computes every figure it can in exact fractions, rounds once at the end and
//! returns a [`Report`]: the figures, the gaps with what they need, the findings with the change that clears
//! them, and a step for each figure that anyone can re-run. Nothing reads a clock, a locale or the network.
//!
//! ```
//! use trade_credit::{Calculator, Options, dso::{Dso, DsoInput}};
//!
//! let mut input = DsoInput::new(162_000_000.into(), 43_350_000.into());
//! input.prior_dso = Some(80.into());
//! let report = Dso::calculate(&input, &Options::default()).unwrap();
//! assert_eq!(report.result.dso.unwrap().as_str(), "97.67");
//! assert_eq!(report.steps[0].formula, "closingReceivables * periodDays / creditSales");
//! assert_eq!(report.findings[0].code, "dso_rising");
//! ```
//!
//! With the feature `wasm` (on by default) the same functions are exported to JavaScript.

#![deny(missing_docs)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a panic kills the wasm instance: no input may reach one"
)]
#![deny(clippy::float_arithmetic, reason = "no binary float on a money path")]

mod amount;
mod approximate;
mod calc;
mod calendar;
mod catalog;
pub mod error;
mod exact;
mod expression;
pub mod grade;
mod integer;
#[cfg(feature = "ledger")]
pub mod ledger;
mod options;
mod order;
pub mod policy;
mod quantity;
mod registry;
mod report;
mod schema;
mod value;
#[cfg(feature = "wasm")]
mod wasm;

pub use amount::parse_amount;
pub use calc::{
    Calculator, assess, cover_value, dso, early_payment_discount, indemnity, late_payment, limit, payment_plan,
    provision, score, stress, waterfall, working_capital,
};
pub use calendar::{IsoDate, IsoMonth};
pub use catalog::CalculatorSpec;
pub use error::{InputError, Issue, Problem};
pub use expression::Quantity;
pub use options::Options;
pub use policy::Policy;
pub use quantity::{Currency, Days, Figure, Money, Points, Ratio, Unit};
pub use registry::CATALOG;
pub use report::{ClearBy, Finding, Gap, Operator, PolicyStamp, Reason, Report, Severity, Step};
pub use schema::{Example, Fallback, FieldSpec, Kind, Range};
pub use value::Value;
