//! When an answer to a survey counts as satisfied.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::lifecycle::at_least_one;
use crate::values::Score;

/// How answers to surveys are banded and compared. The distribution is from `[OCD]`, D10, D17; the thresholds are ours.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::SatisfactionPolicy::default().satisfied_from.to_string(), "75");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SatisfactionPolicy {
    /// Whoever answers below this is dissatisfied…
    pub dissatisfied_below: Score,
    /// …and from this on satisfied; between, neutral.
    pub satisfied_from: Score,
    /// Length of each of the two compared windows in days.
    pub window_days: NonZeroU32,
    /// A change of the median from which satisfaction rises or falls.
    pub trend_change: Score,
    /// Fewest answers in either window from which they are compared.
    pub trend_minimum_answers: u32,
}

impl Default for SatisfactionPolicy {
    fn default() -> Self {
        Self {
            dissatisfied_below: Score::hundredths(5_000),
            satisfied_from: Score::hundredths(7_500),
            window_days: at_least_one(365),
            trend_change: Score::hundredths(1_000),
            trend_minimum_answers: 3,
        }
    }
}
