//! The request of the rolled-up forecast.

use keyaccount::{Date, Facts, ForecastDimension, MemberId, Period};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks for the forecast of a book, rolled up into cells by any dimensions.
    RollUpForecastRequest, "roll_up_forecast", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "by": ["quarter", "owner"]
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// What the cells are told apart by, in the order of their keys; none of it twice.
        by: Vec<ForecastDimension>,
        /// The periods that the dimension `period` knows; null means none.
        #[serde(default)]
        periods: Option<Vec<Period>>,
        /// Whether a category holds all that is surer too; null means no.
        #[serde(default)]
        cumulative: Option<bool>,
        /// Whose opportunities: those this member or anybody below them gets credit for, at that part; null means
        /// everybody's.
        #[serde(default)]
        member: Option<MemberId>,
    }
}
