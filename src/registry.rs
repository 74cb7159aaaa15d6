//! The list of the calculators: one line each. Everything that goes over all of them starts here.

use crate::calc::Calculator;
use crate::catalog::CalculatorSpec;
use crate::schema::Record;

/// Hands every calculator to a macro: its name in Rust, the build that carries it where one is too much, its type, its name
/// on the wire, its types in TypeScript.
#[macro_export]
#[doc(hidden)]
macro_rules! for_each_calculator {
    ($do:ident) => {
        $do! {
            dso in "check": $crate::dso::Dso, "dso", "DsoInput", "Report<DsoResult>";
            working_capital in "check": $crate::working_capital::WorkingCapital, "workingCapital", "WorkingCapitalInput", "Report<WorkingCapitalResult>";
            indemnity in "cover": $crate::indemnity::Indemnity, "indemnity", "IndemnityInput", "Report<IndemnityResult>";
            late_payment in "collection": $crate::late_payment::LatePayment, "latePayment", "LatePaymentInput", "Report<LatePaymentResult>";
            payment_plan in "collection": $crate::payment_plan::PaymentPlan, "paymentPlan", "PaymentPlanInput", "Report<PaymentPlanResult>";
            provision in "customers": $crate::provision::Provision, "provision", "ProvisionInput", "Report<ProvisionResult>";
            cover_value in "cover": $crate::cover_value::CoverValue, "coverValue", "CoverValueInput", "Report<CoverValueResult>";
            score in "customers": $crate::score::Score, "score", "ScoreInput", "Report<ScoreResult>";
            limit in "customers": $crate::limit::Limit, "limit", "LimitInput", "Report<LimitResult>";
            early_payment_discount in "collection": $crate::early_payment_discount::EarlyPaymentDiscount, "earlyPaymentDiscount", "EarlyPaymentDiscountInput", "Report<EarlyPaymentDiscountResult>";
            assess in "check": $crate::assess::Assess, "assess", "AssessInput", "Report<AssessResult>";
        }
    };
}

macro_rules! specs {
    ($($name:ident in $part:tt: $type:ty, $wire:literal, $input:literal, $report:literal;)*) => {
        /// Every calculator with its fields.
        pub const CATALOG: &[CalculatorSpec] = &[$(
            #[cfg(any(not(feature = "wasm"), feature = $part))]
            CalculatorSpec {
            id: <$type as Calculator>::ID,
            fields: <<$type as Calculator>::Input as Record>::FIELDS,
        }),*];
    };
}
for_each_calculator!(specs);
