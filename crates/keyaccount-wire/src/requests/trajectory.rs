//! The requests about purchases over time and across products.

use keyaccount::{AccountId, ComparableBasis, Date, Facts};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks how an account has been buying over time, and what to expect.
    PurchaseTrajectoryRequest, "purchase_trajectory", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-01-12", "supplier": {"type": "us"}}]
    },
    "account": "north-plant",
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The account.
        account: AccountId,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks what comparable accounts buy and an account does not.
    CrossSellRequest, "cross_sell", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd", "industry": "paper"}]
    },
    "as_of": "2026-06-30",
    "basis": "industry"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The account; null means every one.
        #[serde(default)]
        account: Option<AccountId>,
        /// The day of the verdict.
        as_of: Date,
        /// Which accounts are comparable; null means those of the same industry.
        #[serde(default)]
        basis: Option<ComparableBasis>,
    }
}
