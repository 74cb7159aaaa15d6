//! The list of the calculators: one line each. Everything that goes over all of them starts here.

use crate::calc::Calculator;
use crate::catalog::CalculatorSpec;
use crate::schema::Record;

/// Hands every calculator to a macro: its name in Rust, its type, its name on the wire, its types in TypeScript.
#[macro_export]
#[doc(hidden)]
macro_rules! for_each_calculator {
    ($do:ident) => {
        $do! {
            dso: $crate::dso::Dso, "dso", "DsoInput", "Report<DsoResult>";
            working_capital: $crate::working_capital::WorkingCapital, "workingCapital", "WorkingCapitalInput", "Report<WorkingCapitalResult>";
            indemnity: $crate::indemnity::Indemnity, "indemnity", "IndemnityInput", "Report<IndemnityResult>";
            late_payment: $crate::late_payment::LatePayment, "latePayment", "LatePaymentInput", "Report<LatePaymentResult>";
            payment_plan: $crate::payment_plan::PaymentPlan, "paymentPlan", "PaymentPlanInput", "Report<PaymentPlanResult>";
            provision: $crate::provision::Provision, "provision", "ProvisionInput", "Report<ProvisionResult>";
            cover_value: $crate::cover_value::CoverValue, "coverValue", "CoverValueInput", "Report<CoverValueResult>";
            score: $crate::score::Score, "score", "ScoreInput", "Report<ScoreResult>";
            limit: $crate::limit::Limit, "limit", "LimitInput", "Report<LimitResult>";
            early_payment_discount: $crate::early_payment_discount::EarlyPaymentDiscount, "earlyPaymentDiscount", "EarlyPaymentDiscountInput", "Report<EarlyPaymentDiscountResult>";
            assess: $crate::assess::Assess, "assess", "AssessInput", "Report<AssessResult>";
        }
    };
}

macro_rules! specs {
    ($($name:ident: $type:ty, $wire:literal, $input:literal, $report:literal;)*) => {
        /// Every calculator with its fields.
        pub const CATALOG: &[CalculatorSpec] = &[$(CalculatorSpec {
            id: <$type as Calculator>::ID,
            fields: <<$type as Calculator>::Input as Record>::FIELDS,
        }),*];
    };
}
for_each_calculator!(specs);
