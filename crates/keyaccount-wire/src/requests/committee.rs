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
    /// Asks for the support base of one opportunity, and how it moved.
    SupportBaseRequest, "support_base", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "opportunity": "press-line",
    "as_of": "2026-06-30",
    "since": "2026-03-31"
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
        /// The day the support base is compared with, `as_of` or earlier; null means as many days before as the playbook
        /// says.
        #[serde(default)]
        since: Option<Date>,
    }
}

request! {
    /// Asks for the decision chain of one opportunity: who is tied to whom, who counts most, how to reach whom we need.
    DecisionChainRequest, "decision_chain", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "opportunity": "press-line",
    "as_of": "2026-06-30",
    "targets": []
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
        /// People to be reached beside those the opportunity needs; null means none.
        #[serde(default)]
        targets: Option<Vec<StakeholderId>>,
    }
}

request! {
    /// Asks for the three gates and the nine information points of one opportunity.
    CheckGatesRequest, "check_gates", r#"{
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
    /// Asks for the six-step diagnosis of one opportunity, and the next moves.
    DiagnoseOpportunityRequest, "diagnose_opportunity", r#"{
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
    /// Asks for a drawing of one opportunity's buying committee.
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
        /// The day of the verdict.
        as_of: Date,
    }
}
