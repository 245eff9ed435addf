//! Purchases in rounds as columns, and their scores.

use serde::{Deserialize, Serialize};

use super::{check_lengths, in_row, weights_of};
use crate::lifetime::{RoundModelParameters, RoundSummary};
use crate::problem::Problem;
use crate::values::{Estimate, PositiveStatistic, Statistic};

/// The purchases in rounds of many accounts, one number of each in each column.
///
/// # Examples
/// ```
/// use keyaccount::RoundColumns;
///
/// let columns: RoundColumns = serde_json::from_str(r#"{"frequency": [3, 0], "recency": [4, 0], "rounds": [6, 6]}"#)?;
/// assert_eq!(columns.summaries()?[0].recency(), 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundColumns {
    /// In how many rounds after the first purchase it bought (x).
    pub frequency: Vec<u32>,
    /// In which round it bought last, counted from 1; 0 where it has not bought again (tₓ).
    pub recency: Vec<u32>,
    /// How many rounds there were since its first purchase (n).
    pub rounds: Vec<u32>,
    /// What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
    #[serde(default)]
    pub weights: Option<Vec<PositiveStatistic>>,
}

impl RoundColumns {
    /// The rows.
    ///
    /// # Errors
    /// A [`Problem`] with its path where columns have different lengths, or where a row's numbers contradict each other.
    pub fn summaries(&self) -> Result<Vec<RoundSummary>, Problem> {
        let lengths = [
            ("recency", Some(self.recency.len())),
            ("rounds", Some(self.rounds.len())),
            ("weights", self.weights.as_ref().map(Vec::len)),
        ];
        check_lengths(self.frequency.len(), &lengths)?;
        let rows = self.frequency.iter().zip(&self.recency).zip(&self.rounds).enumerate();
        rows.map(|(at, ((frequency, recency), rounds))| {
            RoundSummary::try_new(*frequency, *recency, *rounds).map_err(|problem| in_row(problem, at))
        })
        .collect()
    }

    /// What each row counts for, where that is given.
    #[must_use]
    pub fn weights(&self) -> Option<Vec<f64>> {
        weights_of(self.weights.as_ref())
    }
}

/// How accounts that buy in rounds stand and what they are expected to buy, in the order of their rows.
///
/// # Examples
/// See [`score_rounds`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundScoreColumns {
    /// The model's parameters.
    pub parameters: RoundModelParameters,
    /// The rounds ahead.
    pub rounds: u32,
    /// The probability that the account was still there in its last round.
    pub probability_alive: Vec<Estimate>,
    /// In how many of the rounds ahead it is expected to buy.
    pub expected_purchases: Vec<Statistic>,
    /// The probability that it buys in at least one of them.
    pub at_least_one: Vec<Estimate>,
}

/// Scores accounts that buy in rounds by the BG/BB model with given parameters.
///
/// # Errors
/// A [`Problem`] where the columns make no summaries, or there are more than 100,000 rounds ahead.
///
/// # Examples
/// ```
/// use keyaccount::{RoundColumns, RoundModelParameters, score_rounds};
///
/// let model: RoundModelParameters =
///     serde_json::from_str(r#"{"alpha": "1.204", "beta": "0.75", "gamma": "0.657", "delta": "2.783"}"#)?;
/// let columns: RoundColumns = serde_json::from_str(r#"{"frequency": [6, 0], "recency": [6, 0], "rounds": [6, 6]}"#)?;
/// let scores = score_rounds(&model, &columns, 5)?;
/// assert_eq!(scores.probability_alive[0].to_string(), "1");
/// assert!(scores.expected_purchases[0].value() > 3.7 && scores.expected_purchases[1].value() < 0.1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn score_rounds(
    parameters: &RoundModelParameters,
    columns: &RoundColumns,
    rounds: u32,
) -> Result<RoundScoreColumns, Problem> {
    let rows = columns.summaries()?;
    let expected = rows.iter().map(|row| parameters.expected_purchases(row, rounds));
    let none = rows.iter().map(|row| parameters.probability_of_no_purchase(row, rounds));
    Ok(RoundScoreColumns {
        parameters: *parameters,
        rounds,
        probability_alive: rows.iter().map(|row| Estimate::rounded(parameters.probability_alive(row))).collect(),
        expected_purchases: expected.map(|purchases| purchases.map(Statistic::rounded)).collect::<Result<_, _>>()?,
        at_least_one: none.map(|none| none.map(|none| Estimate::rounded(1.0 - none))).collect::<Result<_, _>>()?,
    })
}
