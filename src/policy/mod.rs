//! The policy: every threshold of the product, with its default and its source.
//!
//! A call may patch any part of it. Findings and figures name the values they were judged by, and a report
//! carries the hash of the policy in force.

use std::borrow::Cow;
use std::sync::OnceLock;

pub mod bands;
pub mod score;
pub mod sections;
pub(crate) mod setting;
mod sources;

use chrono::NaiveDate;

use crate::calendar::IsoDate;
use crate::error::{Issues, Path};
use crate::report::PolicyStamp;
use crate::schema::FieldSpec;
use crate::value::Value;
use score::ScorePolicy;
use sections::{
    CoverPolicy, LatePaymentPolicy, LimitPolicy, LiquidityPolicy, ProvisionPolicy, ReceivablesPolicy, ReviewPolicy,
    StressPolicy,
};
use setting::settings;
pub use sources::{PolicySource, SOURCES};

settings! {
    /// A complete set of thresholds.
    pub struct Policy {
        /// The name of this set of values.
        name: Cow<'static, str> = "name", Cow::Borrowed("documents-2025");
        /// The day the values were set.
        as_of: IsoDate = "asOf", IsoDate(DAY);
        /// The scorecard.
        score: ScorePolicy = "score", ScorePolicy::DEFAULT;
        /// Credit limits.
        limit: LimitPolicy = "limit", LimitPolicy::DEFAULT;
        /// Receivables and their collection.
        receivables: ReceivablesPolicy = "receivables", ReceivablesPolicy::DEFAULT;
        /// Liquidity.
        liquidity: LiquidityPolicy = "liquidity", LiquidityPolicy::DEFAULT;
        /// The stress test.
        stress: StressPolicy = "stress", StressPolicy::DEFAULT;
        /// The usual terms of cover.
        cover: CoverPolicy = "cover", CoverPolicy::DEFAULT;
        /// Late interest and dunning.
        late_payment: LatePaymentPolicy = "latePayment", LatePaymentPolicy::DEFAULT;
        /// Expected credit losses.
        provision: ProvisionPolicy = "provision", ProvisionPolicy::DEFAULT;
        /// When a rating is due for review.
        review: ReviewPolicy = "review", ReviewPolicy::DEFAULT;
    }
}

/// The day the source documents were read.
const DAY: NaiveDate = match NaiveDate::from_ymd_opt(2025, 11, 17) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Policy {
    /// The one copy of the default policy that all calls without a policy of their own share.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Policy = Policy::DEFAULT;
        &BUILT_IN
    }

    /// The default policy with a patch laid over it: any part of it, objects merged, lists replaced whole.
    pub fn patched(value: &Value, at: &Path<'_>, issues: &mut Issues) -> Self {
        const SPEC: &FieldSpec = &FieldSpec::new::<Policy>("policy", "policy");
        let mut policy = Self::DEFAULT;
        setting::patch(&mut policy, value, SPEC, at, issues);
        policy
    }

    /// Shows every leaf of the policy: its path and its value in canonical text.
    pub fn each_leaf(&self, show: &mut dyn FnMut(&str, String)) {
        setting::each_leaf(self, "", show);
    }

    /// 16 hexadecimal digits that are equal exactly when the policies are: FNV-1a over all leaves.
    pub fn hash(&self) -> String {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let mut hash = OFFSET;
        let mut take = |bytes: &[u8]| {
            for byte in bytes {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
            }
        };
        self.each_leaf(&mut |path, value| {
            take(path.as_bytes());
            take(b"\0");
            take(value.as_bytes());
            take(b"\0");
        });
        format!("{hash:016x}")
    }

    /// What a report says of the policy.
    pub fn stamp(&self) -> PolicyStamp {
        static BUILT_IN_HASH: OnceLock<String> = OnceLock::new();
        let is_built_in = std::ptr::eq(self, Self::built_in());
        let hash = if is_built_in { BUILT_IN_HASH.get_or_init(|| self.hash()).clone() } else { self.hash() };
        PolicyStamp { name: self.name.to_string(), as_of: self.as_of.to_string(), hash }
    }
}
