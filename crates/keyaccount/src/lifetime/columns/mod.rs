//! Summaries, scores and grids as columns: for notebooks, and for whoever keeps summaries elsewhere.

mod grid;
mod rounds;
mod scores;
mod spends;
mod summaries;

pub use grid::{GridOptions, PurchaseGrid, purchase_model_grid};
pub use rounds::{RoundColumns, RoundScoreColumns, score_rounds};
pub use scores::{ScoreColumns, score_summaries};
pub use spends::{SpendColumns, SpendScoreColumns, score_spends};
pub use summaries::SummaryColumns;

use crate::problem::{Problem, ProblemCode};
use crate::values::PositiveStatistic;

/// Refuses columns that have another number of rows than the first, `frequency`; those that are not given have none.
fn check_lengths(rows: usize, columns: &[(&str, Option<usize>)]) -> Result<(), Problem> {
    for (name, length) in columns {
        if let Some(length) = length.filter(|length| *length != rows) {
            let message = format!("{length} values beside {rows} of `frequency`");
            return Err(Problem::new(ProblemCode::UnequalLengths, length, message, rows.to_string()).at(*name));
        }
    }
    Ok(())
}

/// A problem of a column's number, in its row.
fn in_row(problem: Problem, row: usize) -> Problem {
    let path = format!("{}[{row}]", problem.path);
    problem.at(path)
}

/// What each row counts for, where that is given.
fn weights_of(column: Option<&Vec<PositiveStatistic>>) -> Option<Vec<f64>> {
    Some(column?.iter().map(|weight| weight.value()).collect())
}

#[cfg(test)]
mod tests;
