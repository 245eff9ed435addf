//! The requests about the lives of accounts and about what accounts are.

use keyaccount::{AccountId, Date, Facts, PeriodUnit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks for the lifecycle phases of one account over its whole life.
    LifecycleHistoryRequest, "lifecycle_history", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]
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
    /// Asks how the accounts of a book moved between the phases of the lifecycle.
    LifecycleTransitionsRequest, "lifecycle_transitions", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]
    },
    "from": "2025-12-31",
    "to": "2026-06-30",
    "step": "month"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day whose end is the beginning.
        from: Date,
        /// The day whose end is the end, which is the day of the verdict.
        to: Date,
        /// How long the periods between are; null means a fiscal quarter.
        #[serde(default)]
        step: Option<PeriodUnit>,
    }
}

request! {
    /// Asks which accounts of a book are key accounts, of which kind, and in which tier.
    ClassifyKeyAccountsRequest, "classify_key_accounts", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd", "industry": "education"}]
    },
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
    }
}
