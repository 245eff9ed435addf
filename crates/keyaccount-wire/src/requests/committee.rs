//! The shapes of requests about one opportunity's buying committee.

use keyaccount::{Date, Facts, OpportunityId, StakeholderId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks for the buying-role coverage of one opportunity.
    CheckCoverageRequest, "check_coverage", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "opportunity": "press-line",
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The opportunity.
        opportunity: OpportunityId,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks for the map of one opportunity's buying committee.
    CommitteeMapRequest, "committee_map", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "opportunity": "press-line",
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The opportunity.
        opportunity: OpportunityId,
        /// The day of the map.
        as_of: Date,
    }
}

request! {
    /// Asks for an opportunity's decision chain: who counts most, and by whom the people we need are reached.
    DecisionChainRequest, "decision_chain", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}],
        "stakeholders": [{"id": "np-director", "account": "north-plant"}]
    },
    "opportunity": "press-line",
    "as_of": "2026-06-30",
    "targets": ["np-director"]
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The opportunity.
        opportunity: OpportunityId,
        /// The day of the verdict.
        as_of: Date,
        /// People of the account to be reached besides those whom we need; null means none.
        #[serde(default)]
        targets: Option<Vec<StakeholderId>>,
    }
}
