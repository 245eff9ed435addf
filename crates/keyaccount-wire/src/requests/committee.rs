//! The shapes of requests about one opportunity's buying committee.

use keyaccount::{Date, Facts, OpportunityId};
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
