//! The purchase trajectory: an account's orders along time, and across products what comparable accounts buy and it does
//! not. Source: `[KRM]`, D14.
//!
//! On the orders of a wholesaler (Online Retail: 4,372 customers over a year) this was measured on four days of the year. Of
//! accounts whose silence was usual, 58 of a hundred ordered again within their usual interval and 81 within 85 days; of long
//! silences 41 and 70; of those called overdue 23 and 52. Orders that did come had been called overdue on their eve in 3.3 of a
//! hundred cases, where 5 are tolerated. Products called stopped were bought again within a quarter in 29 of a hundred
//! cases, others in 59; categories that were suggested were bought five times as often as other new ones.
//!
//! `ledger.rs` nets returns and brings money to one currency; `season.rs` looks for a season and gives the `clock.rs` that
//! goes with it; `law.rs` is what intervals on that clock tell of the next one; `silence.rs`, `next.rs` and
//! `stopped.rs` ask it. `spend.rs` and `theil_sen.rs` are the trend. `cross_sell/` compares accounts.

mod clock;
mod cross_sell;
mod judge;
mod kinds;
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
pub use kinds::{NoPrediction, NoTrend, RegularityKind, SeasonState, SilenceState, TrendPeriod, UnmatchedCause};
pub use verdict::{
    ExpectedAmount, MonthIndex, NextOrders, PredictedOrder, ReplacedBy, ReturnsFinding, RhythmRegularity,
    SeasonFinding, SilenceFinding, SpendSlope, SpendTrend, StoppedBuying, TrajectoryVerdict, UnmatchedReturn,
    UnpricedPurchase,
};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod kernel_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod property_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod tests;
