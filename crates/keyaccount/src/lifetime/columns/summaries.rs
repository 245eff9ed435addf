//! Purchase summaries as columns.

use serde::{Deserialize, Serialize};

use super::{check_lengths, in_row, weights_of};
use crate::lifetime::PurchaseSummary;
use crate::problem::Problem;
use crate::values::{PositiveStatistic, Statistic};

/// The purchases of many accounts, one number of each in each column, in one unit of time.
///
/// # Examples
/// ```
/// use keyaccount::SummaryColumns;
///
/// let columns: SummaryColumns = serde_json::from_str(
///     r#"{"frequency": [2, 0], "recency": ["30.43", "0"], "age": ["38.86", "38.86"]}"#,
/// )?;
/// assert_eq!(columns.summaries()?[0].frequency(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SummaryColumns {
    /// Orders after the first, those of one day as one (x).
    pub frequency: Vec<u32>,
    /// The time from the first order to the last (tₓ).
    pub recency: Vec<Statistic>,
    /// The time since the first order (T).
    pub age: Vec<Statistic>,
    /// The sum of the natural logarithms of the intervals between orders; null where no regularity is to be chosen.
    #[serde(default)]
    pub log_intervals: Option<Vec<Statistic>>,
    /// What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
    #[serde(default)]
    pub weights: Option<Vec<PositiveStatistic>>,
}

impl SummaryColumns {
    /// The rows.
    ///
    /// # Errors
    /// A [`Problem`] with its path where columns have different lengths, or where a row's numbers contradict each other.
    pub fn summaries(&self) -> Result<Vec<PurchaseSummary>, Problem> {
        let rows = self.frequency.len();
        let columns = [
            ("recency", Some(self.recency.len())),
            ("age", Some(self.age.len())),
            ("log_intervals", self.log_intervals.as_ref().map(Vec::len)),
            ("weights", self.weights.as_ref().map(Vec::len)),
        ];
        check_lengths(rows, &columns)?;
        let times = self.frequency.iter().zip(&self.recency).zip(&self.age).enumerate();
        let row = |(at, ((frequency, recency), age)): (usize, ((&u32, &Statistic), &Statistic))| {
            let logarithms = self.log_intervals.as_ref().and_then(|column| column.get(at));
            let summary = PurchaseSummary::try_new(*frequency, recency.value(), age.value());
            let summary = summary.and_then(|summary| match logarithms {
                Some(sum) => summary.with_log_intervals(sum.value()),
                None => Ok(summary),
            });
            summary.map_err(|problem| in_row(problem, at))
        };
        times.map(row).collect()
    }

    /// What each row counts for, where that is given.
    #[must_use]
    pub fn weights(&self) -> Option<Vec<f64>> {
        weights_of(self.weights.as_ref())
    }

    /// Columns of some rows.
    #[must_use]
    pub fn of(rows: &[PurchaseSummary]) -> Self {
        let logarithms: Option<Vec<f64>> = rows.iter().map(PurchaseSummary::log_intervals).collect();
        Self {
            frequency: rows.iter().map(PurchaseSummary::frequency).collect(),
            recency: rows.iter().map(|row| Statistic::rounded(row.recency())).collect(),
            age: rows.iter().map(|row| Statistic::rounded(row.age())).collect(),
            log_intervals: logarithms.map(|column| column.into_iter().map(Statistic::rounded).collect()),
            weights: None,
        }
    }
}
