//! The shapes of requests, for clients that build them from types and for the schema.
//!
//! Operations read requests field by field and accept a missing optional field as null.

use keyaccount::{AccountId, Date, DayBasis, Facts, Language, Opportunity, OpportunityEvent, Period, PlaybookPreset};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

/// Defines a request: its fields, and an example that runs it.
macro_rules! request {
    ($(#[$meta:meta])* $name:ident, $op:literal, $example:literal {
        $($(#[$field_meta:meta])* $field:ident: $type:ty,)+
    }) => {
        $(#[$meta])*
        ///
        /// # Examples
        /// ```
        #[doc = concat!("use keyaccount_wire::{", stringify!($name), ", call};")]
        ///
        #[doc = concat!("let request: ", stringify!($name), " = serde_json::from_str(r#\"", $example, "\"#)?;")]
        #[doc = concat!("let answer = call(\"", $op, "\", &serde_json::to_string(&request)?);")]
        /// assert!(answer.ends_with(r#","error":null}"#));
        /// # Ok::<(), serde_json::Error>(())
        /// ```
        #[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
        }
    };
}

mod bookings;
mod committee;
mod erasure;
mod forecast;
mod lifetime;
mod portfolio;
mod rfm;
mod rollup;
mod trajectory;

pub use bookings::{BacktestForecastRequest, ForecastBookingsRequest, WhatIfRequest};
pub use committee::{
    CheckCoverageRequest, CheckGatesRequest, CommitteeMapRequest, DecisionChainRequest, DiagnoseOpportunityRequest,
    SupportBaseRequest,
};
pub use erasure::ErasePersonalFieldsRequest;
pub use forecast::{
    BookDistributionRequest, DealOdds, LearnMarketCorrelationRequest, LearnWinRatesRequest, WeightedForecastRequest,
    WinTimingRequest,
};
pub use lifetime::{
    AliveHistoryRequest, FitPurchaseModelRequest, FitRoundModelRequest, FitSpendModelRequest,
    JudgeLifetimeValueRequest, PurchaseModelGridRequest, RetentionWhatIfRequest, ScorePurchaseModelRequest,
    ScoreRoundModelRequest, ScoreSpendModelRequest, SummarisePurchasesRequest, ValidatePurchaseModelsRequest,
};
pub use portfolio::{ClassifyKeyAccountsRequest, LifecycleHistoryRequest, LifecycleTransitionsRequest};
pub use rfm::{ScoreRfmRequest, ValueConcentrationRequest};
pub use rollup::RollUpForecastRequest;
pub use trajectory::{CrossSellRequest, PurchaseTrajectoryRequest};

request! {
    /// Asks to apply one event to an opportunity with a history.
    ApplyEventRequest, "apply_event", r#"{
    "opportunity": {"id": "press-line", "account": "north-plant"},
    "opportunity_events": [{"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}}],
    "event": {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "end_mark_met"}},
    "as_of": "2026-06-30"
}"# {
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
    /// Asks what would come of an event, without carrying it out.
    PlanEventRequest, "plan_event", r#"{
    "opportunity": {"id": "press-line", "account": "north-plant"},
    "opportunity_events": [{"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}}],
    "event": {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "stage_changed", "to": "design"}},
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The opportunity.
        opportunity: Opportunity,
        /// Its history, in any order.
        opportunity_events: Vec<OpportunityEvent>,
        /// The event to plan.
        event: OpportunityEvent,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks for what a history adds up to.
    ReplayHistoryRequest, "replay_history", r#"{
    "opportunity": {"id": "press-line", "account": "north-plant"},
    "opportunity_events": [{"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}}],
    "as_of": "2026-06-30"
}"# {
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
    /// Asks for what follows from all histories of a book: times, conversion, win rate, velocity, losses, conformance.
    AnalyseFunnelRequest, "analyse_funnel", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "days": "business"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// Which days count for the time in a stage; null means calendar days.
        #[serde(default)]
        days: Option<DayBasis>,
        /// The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all.
        #[serde(default)]
        decided_from: Option<Date>,
    }
}

request! {
    /// Asks how the pipeline moved between two days.
    PipelineMovementRequest, "pipeline_movement", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "from": "2026-03-31",
    "to": "2026-06-30",
    "period": {"first": "2026-04-01", "last": "2026-06-30"}
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day whose end is the opening.
        from: Date,
        /// The day whose end is the closing.
        to: Date,
        /// Only opportunities whose close date lies in it count; null means all.
        #[serde(default)]
        period: Option<Period>,
    }
}

request! {
    /// Asks how the opportunities created in each month stood after so many months.
    OpportunityCohortsRequest, "opportunity_cohorts", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "months": 6
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// For how many months a cohort is followed; null means 12.
        #[serde(default)]
        months: Option<u32>,
    }
}

request! {
    /// Asks for the loyalty of one account.
    JudgeLoyaltyRequest, "judge_loyalty", r#"{
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
    /// Asks for the lifecycle phase of one account.
    JudgeLifecycleRequest, "judge_lifecycle", r#"{
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
    /// Asks for the high-risk signals of one account.
    DetectSignalsRequest, "detect_signals", r#"{
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
    /// Asks for all verdicts on every account of a book.
    ReviewRequest, "review", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "playbook": {"type": "preset", "name": "eight_step"}
}"# {
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
    CheckPlaybookRequest, "check_playbook", r#"{"playbook": {"type": "preset", "name": "eight_step"}}"# {
        /// The playbook; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
    }
}

request! {
    /// Asks which facts of a book can be used.
    CheckBookRequest, "check_book", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]
    }
}"# {
        /// The facts.
        book: Facts,
    }
}

request! {
    /// Asks for a playbook that comes with the library.
    PresetPlaybookRequest, "preset_playbook", r#"{"name": "eight_step"}"# {
        /// Its name.
        name: PlaybookPreset,
    }
}

request! {
    /// Asks for the labels of everything a person sees.
    LabelsRequest, "labels", r#"{"language": "zh_hans"}"# {
        /// The playbook whose stages are labelled; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The language.
        language: Language,
    }
}
