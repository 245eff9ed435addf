//! The requests of the forecast's operations.

use keyaccount::{Date, Factor, Facts, MarketCorrelation, Money, Probability, Segmentation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks for the weighted forecast of a book.
    WeightedForecastRequest, "weighted_forecast", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
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

request! {
    /// Asks for the win rates that the histories of a book teach, by stage and segment.
    LearnWinRatesRequest, "learn_win_rates", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd", "industry": "paper"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "segments": "industry"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// How many decided opportunities the playbook's rate counts for; null means 10.
        #[serde(default)]
        prior_strength: Option<Factor>,
        /// Below how many decided opportunities a rate is called insufficient; null means 20.
        #[serde(default)]
        floor: Option<u32>,
        /// What puts opportunities into segments; null means that there are none.
        #[serde(default)]
        segments: Option<Segmentation>,
    }
}

request! {
    /// Asks for the chances of each open opportunity to be won by the end of some days.
    WinTimingRequest, "win_timing", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "by": ["2026-09-30", "2026-12-31"]
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// The days, in any order.
        by: Vec<Date>,
        /// How many visits to a stage must have lasted beyond an opportunity's age in it; null means 20. With fewer its
        /// chances rest on its close date and the learned win rate.
        #[serde(default)]
        floor: Option<u32>,
        /// How many decided opportunities the playbook's rate counts for; null means 10.
        #[serde(default)]
        prior_strength: Option<Factor>,
        /// What puts opportunities into segments for the win rate; null means that there are none.
        #[serde(default)]
        segments: Option<Segmentation>,
    }
}

/// What a deal is worth, and how probable it is to be won.
///
/// # Examples
/// ```
/// use keyaccount_wire::DealOdds;
///
/// let text = r#"{"amount": {"amount": "1000", "currency": "EUR"}, "probability": "0.3"}"#;
/// let deal: DealOdds = serde_json::from_str(text)?;
/// assert_eq!(deal.amount.to_string(), "1000 EUR");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DealOdds {
    /// What it brings if it is won.
    pub amount: Money,
    /// How probable that is.
    pub probability: Probability,
}

request! {
    /// Asks for the exact distribution of what a set of deals may bring.
    BookDistributionRequest, "book_distribution", r#"{
    "deals": [
        {"amount": {"amount": "1000", "currency": "EUR"}, "probability": "0.5"},
        {"amount": {"amount": "250.50", "currency": "EUR"}, "probability": "0.5"}
    ],
    "quota": {"amount": "1000", "currency": "EUR"}
}"# {
        /// The deals, all of one currency.
        deals: Vec<DealOdds>,
        /// The amount whose odds are asked for; null means none. Where there are no deals it says the currency.
        #[serde(default)]
        quota: Option<Money>,
        /// Whether to tell what each deal adds to the mean and to the odds of the quota; null means no.
        #[serde(default)]
        contributions: Option<bool>,
        /// How much the deals have a common market in what decides them, from 0 to below 1; null means 0: independent
        /// deals.
        #[serde(default)]
        market_correlation: Option<MarketCorrelation>,
    }
}

request! {
    /// Asks how much deals have a common market in what decides them, as past quarters tell.
    LearnMarketCorrelationRequest, "learn_market_correlation", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
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
        /// Below how many quarters with two decided deals or more the history is called insufficient; null means 8.
        #[serde(default)]
        quarters_floor: Option<u32>,
        /// Below how many decided deals; null means 50.
        #[serde(default)]
        deals_floor: Option<u32>,
    }
}
