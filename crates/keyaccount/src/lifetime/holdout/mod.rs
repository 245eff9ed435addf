//! Was the model right? Fitted on what was known on a past day, held against what came after.
//!
//! ```text
//! days of orders up to the split ─► fits, baselines ─► predictions ─┐
//! days of orders after it ──────────────────────────────────────────┴─► agreement.rs: scores
//! ```

mod agreement;
mod baselines;
mod ground;
mod validate;
mod verdict;

pub use validate::{ValidationOptions, validate_purchase_models};
pub use verdict::{
    BestPrediction, CalibrationBucket, HoldoutBucket, HoldoutStep, MethodValidation, PredictionMethod, PredictionScore,
    PredictionScores, ValidationVerdict,
};

#[cfg(test)]
mod tests;
