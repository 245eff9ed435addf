//! Purchases that can only happen in rounds: the BG/BB model.

mod fit;
mod likelihood;
mod model;
mod summary;

pub use self::fit::{RoundModelFit, fit_round_model};
pub use self::model::RoundModelParameters;
pub use self::summary::RoundSummary;

#[cfg(test)]
mod tests;
