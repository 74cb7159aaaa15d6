//! The calculators, one file each, and what they have in common.

pub mod assess;
pub(crate) mod countback;
pub mod cover_value;
pub mod dso;
pub mod early_payment_discount;
pub mod indemnity;
pub mod late_payment;
pub mod limit;
pub mod payment_plan;
pub mod provision;
pub mod score;
pub mod stress;
pub mod waterfall;
pub mod working_capital;

use serde::Serialize;

use crate::error::{InputError, Issues, Path};
use crate::options::Options;
use crate::report::{Recorder, Report};
use crate::schema::Record;
use crate::value::Value;

/// A calculation: fields in, a report out. Pure: the same input always gives the same report.
pub trait Calculator {
    /// The name of the call.
    const ID: &'static str;
    /// What it is computed from.
    type Input: Record;
    /// The figures.
    type Result: Serialize;

    /// Notes values that contradict each other.
    fn contradictions(_input: &Self::Input, _options: &Options, _issues: &mut Issues) {}

    /// The figures of an input that has been checked.
    ///
    /// # Errors
    /// An [`InputError`] where the answers are too few for a result.
    fn figures(input: &Self::Input, options: &Options, record: &mut Recorder) -> Result<Self::Result, InputError>;

    /// Computes the report of an input made in Rust.
    ///
    /// # Errors
    /// An [`InputError`] with every field that is out of range, too precise or contradicts another.
    fn calculate(input: &Self::Input, options: &Options) -> Result<Report<Self::Result>, InputError> {
        let mut issues = Issues::default();
        input.check(&Path::Root(""), &mut issues);
        report::<Self>(input, options, issues)
    }

    /// Computes the report of an input from outside.
    ///
    /// # Errors
    /// The same, and every field that is missing, unknown or of the wrong shape, in the options too.
    fn call(input: &Value, options: &Value) -> Result<Report<Self::Result>, InputError> {
        let mut issues = Issues::default();
        let input = Self::Input::read(input, &Path::Root(""), &mut issues);
        let options = Options::read(options, &mut issues);
        report::<Self>(&input, &options, issues)
    }
}

fn report<C: Calculator + ?Sized>(
    input: &C::Input,
    options: &Options,
    mut issues: Issues,
) -> Result<Report<C::Result>, InputError> {
    C::contradictions(input, options, &mut issues);
    issues.into_result()?;
    let mut record = Recorder::new(options.currency);
    let result = C::figures(input, options, &mut record)?;
    Ok(record.report(result, options.policy.stamp()))
}
