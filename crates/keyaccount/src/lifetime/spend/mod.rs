//! What a purchase is worth: the Gamma-Gamma model of amounts.

mod fit;
mod likelihood;
mod model;
mod summary;

pub use self::fit::{SpendLeftOut, SpendModelFit, fit_spend_model};
pub use self::model::{SpendExpectation, SpendModelParameters};
pub use self::summary::SpendSummary;

#[cfg(test)]
mod tests;
