//! The purchase trajectory: an account's orders along time, and across products what comparable accounts buy and it does
//! not. Source: `[KRM]`, D14.
//!
//! `ledger.rs` nets returns and brings money to one currency; `season.rs` looks for a season and gives the `clock.rs` that
//! goes with it; `law.rs` is what intervals on that clock tell of the next one; `silence.rs`, `next.rs` and
//! `stopped.rs` ask it. `spend.rs` and `theil_sen.rs` are the trend. `cross_sell/` compares accounts.

mod clock;
mod cross_sell;
mod judge;
mod law;
mod ledger;
mod next;
mod pattern;
mod regularity;
mod season;
mod silence;
mod spend;
mod stopped;
mod succession;
mod tell;
mod theil_sen;
mod verdict;

pub use cross_sell::{
    AccountCrossSell, CategorySuggestion, ComparableBasis, CrossSellOptions, CrossSellVerdict, NoComparables,
    SuggestionKind, cross_sell,
};
pub use judge::purchase_trajectory;
pub use verdict::{
    ExpectedAmount, MonthIndex, NextOrder, NextOrders, NoPrediction, NoTrend, Regularity, RegularityKind, ReplacedBy,
    ReturnsFinding, SeasonFinding, SeasonState, SilenceFinding, SilenceState, SpendSlope, SpendTrend, StoppedBuying,
    TrajectoryVerdict, TrendPeriod, UnmatchedCause, UnmatchedReturn, UnpricedPurchase,
};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
mod kernel_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
mod property_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
mod tests;
