//! Summaries, scores and grids as columns: for notebooks, and for whoever keeps summaries elsewhere.

mod grid;
mod scores;
mod summaries;

pub use grid::{GridOptions, PurchaseGrid, purchase_model_grid};
pub use scores::{ScoreColumns, score_summaries};
pub use summaries::SummaryColumns;

#[cfg(test)]
mod tests;
