//! From a book to models and back: what a portfolio is worth, account by account.

pub(crate) mod fitting;
mod history;
pub(crate) mod orders;
pub(crate) mod portfolio;
pub(crate) mod priors;

pub use history::{AliveHistory, AliveHistoryOptions, AlivePoint, alive_history};
pub use priors::ParameterPrior;
