//! The scores of many summaries.

use serde::{Deserialize, Serialize};

use super::summaries::SummaryColumns;
use crate::lifetime::PurchaseModelParameters;
use crate::problem::Problem;
use crate::values::{Estimate, Statistic};

/// How accounts stand and what they are expected to buy, in the order of their rows.
///
/// # Examples
/// See [`score_summaries`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreColumns {
    /// The model with its parameters.
    pub parameters: PurchaseModelParameters,
    /// The time ahead, in the unit of the parameters.
    pub horizon: Statistic,
    /// The probability that the account still buys.
    pub probability_alive: Vec<Estimate>,
    /// How many purchases are expected in the horizon.
    pub expected_purchases: Vec<Statistic>,
    /// The probability of at least one.
    pub at_least_one: Vec<Estimate>,
}

/// Scores summaries by a model with given parameters.
///
/// # Errors
/// A [`Problem`] where the columns make no summaries, or the horizon is not from 0 to 10⁹.
///
/// # Examples
/// ```
/// use keyaccount::{PurchaseModelParameters, SummaryColumns, score_summaries};
///
/// let model: PurchaseModelParameters = serde_json::from_str(
///     r#"{"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"}"#,
/// )?;
/// let columns: SummaryColumns =
///     serde_json::from_str(r#"{"frequency": [2, 0], "recency": ["30.43", "0"], "age": ["38.86", "38.86"]}"#)?;
/// let scores = score_summaries(&model, &columns, "39".parse()?)?;
/// assert!(scores.expected_purchases[0] > scores.expected_purchases[1]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn score_summaries(
    parameters: &PurchaseModelParameters,
    columns: &SummaryColumns,
    horizon: Statistic,
) -> Result<ScoreColumns, Problem> {
    let rows = columns.summaries()?;
    let scores = parameters.scores(&rows, horizon.value())?;
    let none = rows.iter().map(|row| parameters.probability_of_no_purchase(row, horizon.value()));
    let none = none.collect::<Result<Vec<f64>, Problem>>()?;
    Ok(ScoreColumns {
        parameters: *parameters,
        horizon,
        probability_alive: scores.iter().map(|score| Estimate::rounded(score.probability_alive)).collect(),
        expected_purchases: scores.iter().map(|score| Statistic::rounded(score.expected_purchases)).collect(),
        at_least_one: none.into_iter().map(|none| Estimate::rounded(1.0 - none)).collect(),
    })
}
