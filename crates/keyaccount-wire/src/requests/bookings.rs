//! The requests of what forecasts the bookings of periods, and of what holds such forecasts against what came.

use keyaccount::{
    Date, Factor, Facts, ForecastBasis, MarketCorrelation, MemberId, Money, Period, PeriodUnit, Probability,
    ScenarioChange, Segmentation,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

/// Defines a request that forecasts bookings: what it has of its own, then what all of them have.
macro_rules! booking_request {
    ($(#[$meta:meta])* $name:ident, $op:literal, $example:literal {
        $($(#[$field_meta:meta])* $field:ident: $type:ty,)*
    }) => {
        request! {
            $(#[$meta])*
            $name, $op, $example {
                /// The policy; null means the six-stage preset.
                #[serde(default)]
                playbook: Option<PlaybookSource>,
                /// The facts.
                book: Facts,
                /// The day of the verdict.
                as_of: Date,
                $($(#[$field_meta])* $field: $type,)*
                /// How much what decides deals is common to all of them, from 0 to below 1; null means 0.
                #[serde(default)]
                market_correlation: Option<MarketCorrelation>,
                /// Whether the playbook's coverage caps hold; null means that they do.
                #[serde(default)]
                coverage_caps: Option<bool>,
                /// Whose opportunities, with those of everybody who reports to them; null means everybody's.
                #[serde(default)]
                member: Option<MemberId>,
                /// How many decided opportunities the playbook's rate counts for; null means 10.
                #[serde(default)]
                prior_strength: Option<Factor>,
                /// What puts opportunities into segments for the win rate; null means that there are none.
                #[serde(default)]
                segments: Option<Segmentation>,
                /// How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to
                /// count; null means 20.
                #[serde(default)]
                timing_floor: Option<u32>,
            }
        }
    };
}

/// Defines a request that forecasts the bookings of periods to come.
macro_rules! period_request {
    ($(#[$meta:meta])* $name:ident, $op:literal, $example:literal {
        $($(#[$field_meta:meta])* $field:ident: $type:ty,)*
    }) => {
        booking_request! {
            $(#[$meta])*
            $name, $op, $example {
                $($(#[$field_meta])* $field: $type,)*
                /// The periods; null means those that `period_unit` and `period_count` tell.
                #[serde(default)]
                periods: Option<Vec<Period>>,
                /// How long the periods are, from the one that `as_of` lies in; null means fiscal quarters. Not
                /// together with `periods`.
                #[serde(default)]
                period_unit: Option<PeriodUnit>,
                /// How many there are, up to 240; null means 4. Not together with `periods`.
                #[serde(default)]
                period_count: Option<u32>,
                /// What the chances rest on; null means the playbook's stages.
                #[serde(default)]
                basis: Option<ForecastBasis>,
                /// The quota of each period, in the reporting currency; null means what the book says for the period and
                /// the member, or the company.
                #[serde(default)]
                quota: Option<Money>,
                /// How probable it is to be that the quota is reached; null means 0.8.
                #[serde(default)]
                wanted_probability: Option<Probability>,
                /// Whether to tell what each opportunity adds to the odds of the quota; null means no.
                #[serde(default)]
                contributions: Option<bool>,
                /// Below how many decided opportunities the rate of a stage is called insufficient; null means 20.
                #[serde(default)]
                floor: Option<u32>,
            }
        }
    };
}

period_request! {
    /// Asks what will be booked in each of some periods, and how sure that is.
    ForecastBookingsRequest, "forecast_bookings", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "period_unit": "month",
    "period_count": 3
}"# {}
}

period_request! {
    /// Asks what a change of named opportunities would make of the bookings of some periods.
    WhatIfRequest, "what_if", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "changes": [{"type": "win", "opportunity": "press-line"}]
}"# {
        /// What is supposed to happen, one after the other.
        changes: Vec<ScenarioChange>,
    }
}

booking_request! {
    /// Asks how good the forecasts would have been that could have been made on past days.
    BacktestForecastRequest, "backtest_forecast", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}]
    },
    "as_of": "2026-06-30",
    "period_unit": "month"
}"# {
        /// How long the periods are; null means fiscal quarters.
        #[serde(default)]
        period_unit: Option<PeriodUnit>,
        /// A day in the first period that is looked at; null means the first with an open opportunity on its eve.
        #[serde(default)]
        first: Option<Date>,
        /// Below how many periods with a forecast the methods are not told apart; null means 8.
        #[serde(default)]
        floor: Option<u32>,
    }
}
