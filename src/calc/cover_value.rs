//! Is the premium worth it? What credit insurance costs, and what it saves.

use serde::Serialize;

use crate::calc::Calculator;
use crate::error::InputError;
use crate::expression::Quantity;
use crate::options::Options;
use crate::quantity::{Figure, Money, Ratio, Unit};
use crate::record;
use crate::report::Recorder;
use crate::schema::Example::Text;
use crate::schema::Range;

record! {
    /// What [`CoverValue`] is computed from.
    pub struct CoverValueInput in "" {
        required {}
        optional {
            /// The turnover that is insured, a year.
            insured_turnover: Money = "insuredTurnover".example(Text("162000000")),
            /// The premium as a share of it.
            premium_rate: Ratio = "premiumRate".example(Text("0.0028")),
            /// The premium that is owed in any case.
            minimum_premium: Money = "minimumPremium".default("0").example(Text("300000")),
            /// What else the cover costs, such as credit checks and limit fees.
            other_costs: Money = "otherCosts".default("0").example(Text("25000")),
            /// The insured share of a loss.
            insured_percentage: Ratio = "insuredPercentage".range(Range::SHARE.above_min()).policy("0.9").example(Text("0.9")),
            /// The bad debt of a year without insurance, as a share of the turnover.
            bad_debt_rate: Ratio = "badDebtRate".example(Text("0.0035")),
            /// The largest receivable.
            largest_receivable: Money = "largestReceivable".example(Text("9800000")),
            /// What remains of sales after all costs.
            net_margin: Ratio = "netMargin".range(Range::SHARE.above_min()).example(Text("0.06")),
        }
    }
}

/// The figures of [`CoverValue`]. One that cannot be computed is null and has a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CoverValueResult {
    /// The premium: turnover · rate, at least the minimum. Money.
    pub premium: Option<Figure>,
    /// Premium and other costs. Money.
    pub cost: Option<Figure>,
    /// The bad debt to be expected in a year: turnover · bad debt rate. Money.
    pub expected_loss: Option<Figure>,
    /// The insured share of it. Money.
    pub expected_indemnity: Option<Figure>,
    /// Expected indemnity − cost. Money.
    pub net_benefit: Option<Figure>,
    /// The bad debt rate from which on the cover pays for itself. Ratio.
    pub break_even_bad_debt_rate: Option<Figure>,
    /// What is saved when the largest receivable is lost. Money.
    pub worst_case_saved: Option<Figure>,
    /// The sales that earn the largest receivable again once it is lost.
    pub sales_to_recover: SalesToRecover,
}

/// The sales that earn a loss again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SalesToRecover {
    /// Without insurance. Money.
    pub uninsured: Option<Figure>,
    /// With it: for the own share only. Money.
    pub insured: Option<Figure>,
}

/// Is the premium worth it?
///
/// `netBenefit = insuredTurnover × badDebtRate × insuredPercentage − cost`, where
/// `cost = max(insuredTurnover × premiumRate, minimumPremium) + otherCosts`; the bad debt rate at which it is zero, and
/// the sales that have to be made to earn a lost receivable again, with cover and without. Every figure is rounded once,
/// half away from zero, at the end.
///
/// | input | unit | range |
/// |---|---|---|
/// | `insuredTurnover`, `minimumPremium`, `otherCosts`, `largestReceivable` | money | 0 … 10^13 |
/// | `premiumRate`, `badDebtRate` | fraction of the turnover | 0 … 1 |
/// | `insuredPercentage`, `netMargin` | fraction | above 0 … 1 |
///
/// # Errors
/// None beside those of single fields: no value contradicts another.
///
/// # Source
/// The insured share S23; formulas of the house.
///
/// # Example
/// ```
/// use trade_credit::{Calculator, Options, cover_value::{CoverValue, CoverValueInput}};
///
/// let mut input = CoverValueInput::new();
/// input.largest_receivable = Some(200_000.into());
/// input.net_margin = Some(trade_credit::Ratio::of("0.08"));
/// let report = CoverValue::calculate(&input, &Options::default()).unwrap();
/// assert_eq!(report.result.sales_to_recover.uninsured.unwrap().as_str(), "2500000.00");
/// ```
pub struct CoverValue;

impl Calculator for CoverValue {
    const ID: &'static str = "coverValue";
    type Input = CoverValueInput;
    type Result = CoverValueResult;

    fn figures(
        input: &CoverValueInput,
        options: &Options,
        record: &mut Recorder,
    ) -> Result<CoverValueResult, InputError> {
        let turnover = input.insured_turnover();
        let percentage = input.insured_percentage().or_policy(options.policy.cover.insured_percentage.0);
        let premium = (&turnover * input.premium_rate()).max(&input.minimum_premium());
        let cost = &premium + input.other_costs();
        let expected_loss = &turnover * input.bad_debt_rate();
        let expected_indemnity = &expected_loss * &percentage;
        let net_benefit = &expected_indemnity - &cost;
        let (largest, margin) = (input.largest_receivable(), input.net_margin());
        let own_share = Quantity::number(1) - &percentage;

        Ok(CoverValueResult {
            premium: record.figure("premium", Unit::Money, &premium),
            cost: record.figure("cost", Unit::Money, &cost),
            expected_loss: record.figure("expectedLoss", Unit::Money, &expected_loss),
            expected_indemnity: record.figure("expectedIndemnity", Unit::Money, &expected_indemnity),
            net_benefit: record.figure("netBenefit", Unit::Money, &net_benefit),
            break_even_bad_debt_rate: record.figure(
                "breakEvenBadDebtRate",
                Unit::Ratio,
                &(cost / (turnover * &percentage)),
            ),
            worst_case_saved: record.figure("worstCaseSaved", Unit::Money, &(&largest * percentage)),
            sales_to_recover: SalesToRecover {
                uninsured: record.figure("salesToRecover.uninsured", Unit::Money, &(&largest / &margin)),
                insured: record.figure("salesToRecover.insured", Unit::Money, &(largest * own_share / margin)),
            },
        })
    }
}
