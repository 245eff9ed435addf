//! When a silence, a season, a stopped product or a trend is more than chance, and who is comparable.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::lifecycle::at_least_one;
use crate::values::{Factor, Share};

/// How the purchase trajectory is judged. What is asked is from `[KRM]`, D14; the thresholds are ours.
///
/// The rhythm itself is the lifecycle's: `lifecycle.minimum_occasions` and `lifecycle.rhythm_intervals` hold here too.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::TrajectoryPolicy::default().overdue_probability.to_string(), "0.05");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TrajectoryPolicy {
    /// A silence less probable than this, if the account still buys as usual, is overdue.
    pub overdue_probability: Share,
    /// A silence less probable than this is long.
    pub long_probability: Share,
    /// How regular accounts usually are, before the account's own intervals are looked at: the shape of the gamma
    /// distribution of intervals, where 1 is chance and large is clockwork…
    pub usual_regularity: Factor,
    /// …and how much its logarithm differs among accounts (standard deviation).
    pub regularity_spread: Factor,
    /// Fewest whole years of orders from which a season is looked for; no fewer than two.
    pub season_minimum_years: NonZeroU32,
    /// Fewest purchase occasions within them.
    pub season_minimum_occasions: u32,
    /// A concentration of orders in the year less probable than this by chance is a season.
    pub season_probability: Share,
    /// A month with at least this multiple of a usual month's orders is a strong one.
    pub season_strong: Factor,
    /// A month with at most this multiple of a usual month's orders is a weak one.
    pub season_weak: Factor,
    /// Fewest occasions on which a product or category was bought before it can be called stopped.
    pub stopped_minimum_orders: NonZeroU32,
    /// Share of false alarms tolerated among the products called stopped (false discovery rate).
    pub stopped_probability: Share,
    /// Occasions on which the account has to have bought from us since, without the product.
    pub stopped_orders_since: NonZeroU32,
    /// What came instead has to begin within this multiple of the product's usual interval around its last order.
    pub succession_tolerance: Factor,
    /// Fewest occasions on which it was bought since.
    pub succession_minimum_orders: NonZeroU32,
    /// A product of ours succeeds another if its worth per year is within this multiple and this part of the other's.
    pub succession_volume: Factor,
    /// Most stopped products that a verdict lists; all are counted.
    pub most_stopped: u32,
    /// Usual intervals that a period of the trend has to hold, so that no period is empty by chance.
    pub trend_intervals_per_period: Factor,
    /// Fewest whole periods from which a trend is told.
    pub trend_minimum_periods: u32,
    /// The latest periods that it is told from.
    pub trend_most_periods: u32,
    /// A trend less probable than this by chance is one; the slope's interval covers what is left to 1.
    pub trend_probability: Share,
    /// How many of the next orders are predicted.
    pub predicted_orders: u32,
    /// The latest occasions with a known amount that an order's amount is predicted from.
    pub amount_occasions: NonZeroU32,
    /// How many days back a category counts as bought, when accounts are compared.
    pub cross_sell_days: NonZeroU32,
    /// Fewest comparable accounts to compare with.
    pub minimum_comparables: NonZeroU32,
    /// Most comparable accounts, where they are found by what they buy; the most similar ones.
    pub most_comparables: NonZeroU32,
    /// Least similarity of two accounts by what they buy: categories in common, of all that either buys (Jaccard).
    pub similar_baskets: Share,
    /// Fewest comparable accounts that buy a category before it is suggested…
    pub minimum_support: NonZeroU32,
    /// …and their least share.
    pub minimum_support_share: Share,
    /// Most categories suggested to an account; all are counted.
    pub most_suggestions: u32,
}

impl Default for TrajectoryPolicy {
    fn default() -> Self {
        Self {
            overdue_probability: Share::hundredths(5),
            long_probability: Share::hundredths(20),
            usual_regularity: Factor::hundredths(200),
            regularity_spread: Factor::hundredths(150),
            season_minimum_years: at_least_one(2),
            season_minimum_occasions: 8,
            season_probability: Share::hundredths(5),
            season_strong: Factor::hundredths(150),
            season_weak: Factor::hundredths(50),
            stopped_minimum_orders: at_least_one(3),
            stopped_probability: Share::hundredths(5),
            stopped_orders_since: at_least_one(2),
            succession_tolerance: Factor::hundredths(200),
            succession_minimum_orders: at_least_one(2),
            succession_volume: Factor::hundredths(300),
            most_stopped: 50,
            trend_intervals_per_period: Factor::hundredths(200),
            trend_minimum_periods: 5,
            trend_most_periods: 60,
            trend_probability: Share::hundredths(5),
            predicted_orders: 3,
            amount_occasions: at_least_one(8),
            cross_sell_days: at_least_one(730),
            minimum_comparables: at_least_one(3),
            most_comparables: at_least_one(25),
            similar_baskets: Share::hundredths(25),
            minimum_support: at_least_one(2),
            minimum_support_share: Share::hundredths(25),
            most_suggestions: 20,
        }
    }
}
