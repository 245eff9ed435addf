//! The shapes of requests, for clients that build them from types and for the schema.
//!
//! Operations read requests field by field and accept a missing optional field as null.

use keyaccount::{AccountId, Date, Facts, Language, Opportunity, OpportunityEvent, OpportunityId, PlaybookPreset};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

/// Defines a request: its fields, and an example that runs it.
macro_rules! request {
    ($(#[$meta:meta])* $name:ident, $op:literal { $($(#[$field_meta:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        ///
        /// # Examples
        /// ```
        #[doc = concat!("use keyaccount_wire::", stringify!($name), ";")]
        ///
        #[doc = concat!("let problem = serde_json::from_str::<", stringify!($name), ">(\"7\").unwrap_err();")]
        /// assert!(problem.is_data() || problem.is_syntax());
        #[doc = concat!("assert!(keyaccount_wire::OPS.contains(&\"", $op, "\"));")]
        /// ```
        #[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
        }
    };
}

request! {
    /// Asks to apply one event to an opportunity with a history.
    ApplyEventRequest, "apply_event" {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The opportunity.
        opportunity: Opportunity,
        /// Its history, in any order.
        opportunity_events: Vec<OpportunityEvent>,
        /// The event to apply.
        event: OpportunityEvent,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks for what a history adds up to.
    ReplayHistoryRequest, "replay_history" {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The opportunity.
        opportunity: Opportunity,
        /// Its history, in any order.
        opportunity_events: Vec<OpportunityEvent>,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks for the weighted forecast of a book.
    WeightedForecastRequest, "weighted_forecast" {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks for the buying-role coverage of one opportunity.
    CheckCoverageRequest, "check_coverage" {
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
    /// Asks for the loyalty of one account.
    JudgeLoyaltyRequest, "judge_loyalty" {
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
    /// Asks for the lifecycle phase of one account.
    JudgeLifecycleRequest, "judge_lifecycle" {
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
    /// Asks for the high-risk signals of one account.
    DetectSignalsRequest, "detect_signals" {
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
    /// Asks for all verdicts on every account of a book.
    ReviewRequest, "review" {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdicts.
        as_of: Date,
    }
}

request! {
    /// Asks whether a playbook is sound.
    CheckPlaybookRequest, "check_playbook" {
        /// The playbook; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
    }
}

request! {
    /// Asks which facts of a book can be used.
    CheckBookRequest, "check_book" {
        /// The facts.
        book: Facts,
    }
}

request! {
    /// Asks for a playbook that comes with the library.
    PresetPlaybookRequest, "preset_playbook" {
        /// Its name.
        name: PlaybookPreset,
    }
}

request! {
    /// Asks for the labels of everything a person sees.
    LabelsRequest, "labels" {
        /// The playbook whose stages are labelled; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The language.
        language: Language,
    }
}
