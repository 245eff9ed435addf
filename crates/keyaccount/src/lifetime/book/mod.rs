//! From a book to models and back: what a portfolio is worth, account by account.

pub(crate) mod orders;
pub(crate) mod portfolio;
pub(crate) mod priors;

pub use priors::ParameterPrior;
