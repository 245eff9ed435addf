//! A model over all frequencies and recencies: what a heat map shows.

use serde::{Deserialize, Serialize};

use crate::lifetime::{PurchaseModelParameters, PurchaseSummary};
use crate::problem::{Problem, ProblemCode};
use crate::values::{Estimate, PositiveStatistic, Statistic};

/// Most frequencies, and most recencies, of a grid.
const MOST: u32 = 200;

/// The grid asked for.
///
/// # Examples
/// ```
/// use keyaccount::GridOptions;
///
/// let options: GridOptions = serde_json::from_str(
///     r#"{"age": "39", "horizon": "39", "most_frequency": 20, "recency_steps": 39}"#,
/// )?;
/// assert_eq!(options.recency_steps, 39);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GridOptions {
    /// The time since the first order, of all accounts of the grid.
    pub age: PositiveStatistic,
    /// The time ahead that purchases are told for.
    pub horizon: PositiveStatistic,
    /// The greatest frequency, 1 to 200.
    pub most_frequency: u32,
    /// Into how many steps the age is divided, 1 to 200.
    pub recency_steps: u32,
}

/// A model over frequencies and recencies.
///
/// An account that never ordered again has no recency but 0, and one that did has none of 0: those cells are null.
///
/// # Examples
/// See [`purchase_model_grid`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PurchaseGrid {
    /// The model with its parameters.
    pub parameters: PurchaseModelParameters,
    /// What was asked for.
    pub options: GridOptions,
    /// The frequencies, from 0: one for each row.
    pub frequencies: Vec<u32>,
    /// The recencies, from 0 to the age: one for each column.
    pub recencies: Vec<Statistic>,
    /// The probability to be alive, by frequency and recency.
    pub probability_alive: Vec<Vec<Option<Estimate>>>,
    /// The purchases expected in the horizon, by frequency and recency.
    pub expected_purchases: Vec<Vec<Option<Statistic>>>,
}

/// Computes a model over a grid of frequencies and recencies, for a heat map.
///
/// # Errors
/// A [`Problem`] where the grid has no cell or too many, or a time is out of range.
///
/// # Examples
/// ```
/// use keyaccount::{GridOptions, PurchaseModelParameters, purchase_model_grid};
///
/// let model: PurchaseModelParameters = serde_json::from_str(
///     r#"{"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"}"#,
/// )?;
/// let options =
///     GridOptions { age: "39".parse()?, horizon: "39".parse()?, most_frequency: 3, recency_steps: 13 };
/// let grid = purchase_model_grid(&model, &options)?;
/// assert_eq!((grid.probability_alive.len(), grid.recencies[1].to_string()), (4, "3".to_owned()));
/// // Many purchases long ago, and silence since: gone.
/// assert!(grid.probability_alive[3][1] < grid.probability_alive[1][1]);
/// assert!(grid.probability_alive[0][1].is_none(), "no recency without a repeat purchase");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn purchase_model_grid(
    parameters: &PurchaseModelParameters,
    options: &GridOptions,
) -> Result<PurchaseGrid, Problem> {
    for (path, number) in [("most_frequency", options.most_frequency), ("recency_steps", options.recency_steps)] {
        if !(1..=MOST).contains(&number) {
            let message = format!("`{number}` makes no grid");
            let problem = Problem::new(ProblemCode::NumberOutOfRange, number, message, format!("1 to {MOST}"));
            return Err(problem.at(path));
        }
    }
    let (age, horizon) = (options.age.value(), options.horizon.value());
    let steps = f64::from(options.recency_steps);
    // The last one is the age itself, whatever a division leaves.
    let recency = |step: u32| if step == options.recency_steps { age } else { age * f64::from(step) / steps };
    let recencies: Vec<f64> = (0..=options.recency_steps).map(recency).collect();
    let mut grid = PurchaseGrid {
        parameters: *parameters,
        options: *options,
        frequencies: (0..=options.most_frequency).collect(),
        recencies: recencies.iter().map(|recency| Statistic::rounded(*recency)).collect(),
        probability_alive: Vec::new(),
        expected_purchases: Vec::new(),
    };
    for frequency in &grid.frequencies {
        let (mut alive, mut expected) = (Vec::new(), Vec::new());
        for recency in &recencies {
            let exists = (*frequency == 0) == (*recency <= 0.0);
            let score = match exists {
                true => Some(parameters.score(&PurchaseSummary::try_new(*frequency, *recency, age)?, horizon)?),
                false => None,
            };
            alive.push(score.map(|score| Estimate::rounded(score.probability_alive)));
            expected.push(score.map(|score| Statistic::rounded(score.expected_purchases)));
        }
        grid.probability_alive.push(alive);
        grid.expected_purchases.push(expected);
    }
    Ok(grid)
}
