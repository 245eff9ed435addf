//! From a book to models and back: what a portfolio is worth, account by account.
//!
//! ```text
//! book ─► orders.rs: order days, spend ─► portfolio.rs ─► fitting.rs ─► predict.rs ─► judge.rs, reasons.rs
//! ```

mod ahead;
pub(crate) mod fitting;
mod history;
mod judge;
pub(crate) mod orders;
pub(crate) mod portfolio;
mod predict;
pub(crate) mod priors;
mod reasons;
mod summaries;
mod verdict;

pub use ahead::NextOrder;
pub use history::{AliveHistory, AliveHistoryOptions, AlivePoint, alive_history};
pub use judge::{LifetimeOptions, judge_lifetime_value, portfolio_retention_what_if};
pub use priors::ParameterPrior;
pub use summaries::{AccountSummary, SummariesVerdict, fit_purchase_model_on_book, purchase_summaries};
pub use verdict::{
    AccountLifetime, AccountPrediction, CustomerStanding, HorizonPrediction, LifetimeLeftOut, LifetimeVerdict,
    NewAccountValue, PortfolioHorizon, PortfolioLifetime, RateShrinkage, SpendShrinkage, ValueBasis,
};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
pub(crate) mod testing;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]
mod tests;
