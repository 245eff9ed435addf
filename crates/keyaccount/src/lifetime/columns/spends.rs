//! Mean amounts as columns, and what is expected to be spent.

use serde::{Deserialize, Serialize};

use super::{check_lengths, in_row, weights_of};
use crate::lifetime::{SpendModelParameters, SpendSummary};
use crate::problem::{Problem, ProblemCode};
use crate::values::{Estimate, PositiveStatistic, Statistic};

/// The repeat purchases of many accounts and their mean amounts, in one currency, one number of each in each column.
///
/// # Examples
/// ```
/// use keyaccount::SpendColumns;
///
/// let columns: SpendColumns = serde_json::from_str(r#"{"frequency": [2, 0], "mean": ["22.35", null]}"#)?;
/// assert_eq!(columns.summaries()?[0].mean(), Some(22.35));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendColumns {
    /// Repeat purchases, those of one day as one (x).
    pub frequency: Vec<u32>,
    /// Their mean amount, net of returns; null, or 0 as some tools write it, where there are none.
    pub mean: Vec<Option<Statistic>>,
    /// What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
    #[serde(default)]
    pub weights: Option<Vec<PositiveStatistic>>,
}

impl SpendColumns {
    /// The rows.
    ///
    /// # Errors
    /// A [`Problem`] with its path where columns have different lengths, or where a mean is missing, or of nothing.
    pub fn summaries(&self) -> Result<Vec<SpendSummary>, Problem> {
        let lengths = [("mean", Some(self.mean.len())), ("weights", self.weights.as_ref().map(Vec::len))];
        check_lengths(self.frequency.len(), &lengths)?;
        let rows = self.frequency.iter().zip(&self.mean).enumerate();
        rows.map(|(at, (frequency, mean))| summary(*frequency, *mean).map_err(|problem| in_row(problem, at))).collect()
    }

    /// What each row counts for, where that is given.
    #[must_use]
    pub fn weights(&self) -> Option<Vec<f64>> {
        weights_of(self.weights.as_ref())
    }
}

fn summary(frequency: u32, mean: Option<Statistic>) -> Result<SpendSummary, Problem> {
    match mean.map(Statistic::value) {
        None if frequency == 0 => Ok(SpendSummary::NONE),
        Some(0.0) if frequency == 0 => Ok(SpendSummary::NONE),
        Some(mean) => SpendSummary::try_new(frequency, mean),
        None => {
            let message = format!("{frequency} repeat purchases without their mean amount");
            let allowed = "a mean amount wherever the frequency is 1 or more";
            Err(Problem::new(ProblemCode::MissingField, "", message, allowed).at("mean"))
        }
    }
}

/// What accounts are expected to spend on a purchase, in the order of their rows.
///
/// # Examples
/// See [`score_spends`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendScoreColumns {
    /// The model's parameters.
    pub parameters: SpendModelParameters,
    /// The mean amount over all accounts; null where it is infinite, as it is with q of 1 or less.
    pub population_mean: Option<Statistic>,
    /// The expected amount of a purchase; null where it is infinite.
    pub expected_spend: Vec<Option<Statistic>>,
    /// How much of it comes from the account's own mean, 0 to 1, and not from the portfolio's; null where the latter is
    /// infinite.
    pub own_weight: Vec<Option<Estimate>>,
}

/// Tells what accounts are expected to spend, by the Gamma-Gamma model with given parameters.
///
/// # Errors
/// A [`Problem`] where the columns make no summaries.
///
/// # Examples
/// ```
/// use keyaccount::{SpendColumns, SpendModelParameters, score_spends};
///
/// let model: SpendModelParameters = serde_json::from_str(r#"{"p": "2", "q": "3", "v": "10"}"#)?;
/// let columns: SpendColumns = serde_json::from_str(r#"{"frequency": [4, 0], "mean": ["20", null]}"#)?;
/// let scores = score_spends(&model, &columns)?;
/// let expected: Vec<_> = scores.expected_spend.iter().flatten().map(ToString::to_string).collect();
/// assert_eq!(expected, ["18", "10"], "own mean and portfolio's, four to one; the portfolio's alone");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn score_spends(parameters: &SpendModelParameters, columns: &SpendColumns) -> Result<SpendScoreColumns, Problem> {
    let expected: Vec<_> = columns.summaries()?.iter().map(|row| parameters.expected_spend(row)).collect();
    Ok(SpendScoreColumns {
        parameters: *parameters,
        population_mean: parameters.population_mean().map(Statistic::rounded),
        expected_spend: expected.iter().map(|row| row.mean.map(Statistic::rounded)).collect(),
        own_weight: expected.iter().map(|row| row.own_weight.map(Estimate::rounded)).collect(),
    })
}
