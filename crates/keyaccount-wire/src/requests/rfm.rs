//! The requests of scores by recency, frequency and money, and of concentration.

use std::num::NonZeroU32;

use keyaccount::{ConcentrationUnit, Date, Facts, Period, RecencyBasis, RfmMethod, Share};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks for the scores of every account by recency, frequency and money, and for the segments they fall in.
    ScoreRfmRequest, "score_rfm", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [{"id": "order-1", "account": "north-plant", "on": "2026-05-10", "supplier": {"type": "us"}}]
    },
    "as_of": "2026-06-30",
    "method": "quantiles"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// How a number becomes a score; null means by the playbook's fixed bands.
        #[serde(default)]
        method: Option<RfmMethod>,
        /// Which recency is scored; null means the days since the last order.
        #[serde(default)]
        recency: Option<RecencyBasis>,
        /// Frequency and money are of so many days up to the day of the verdict, at most 109,573; null means as the playbook
        /// says.
        #[serde(default)]
        window_days: Option<NonZeroU32>,
    }
}

request! {
    /// Asks how unevenly the money of a period is spread over accounts.
    ValueConcentrationRequest, "value_concentration", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [{"id": "order-1", "account": "north-plant", "on": "2026-05-10", "supplier": {"type": "us"},
            "amount": {"amount": "1800", "currency": "USD"}}]
    },
    "as_of": "2026-06-30",
    "period": {"first": "2026-01-01", "last": "2026-06-30"}
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// The days whose purchases count; null means all up to the day of the verdict.
        #[serde(default)]
        period: Option<Period>,
        /// Whose money is one; null means each account's.
        #[serde(default)]
        by: Option<ConcentrationUnit>,
        /// The part of the accounts whose money is asked for, above 0; null means a fifth.
        #[serde(default)]
        top_share: Option<Share>,
        /// The part of the money whose fewest accounts are asked for, above 0; null means four fifths.
        #[serde(default)]
        target_share: Option<Share>,
    }
}
