//! Loyalty: what the sequence of purchases tells about where the account stands. Source: `[OCD]`, `[KRM]`, D10, D14.

mod cadence;
mod choices;
mod classify;
mod from_choices;
mod judge;
pub(crate) mod occasions;
pub(crate) mod rhythm;
mod verdict;

pub use judge::judge_loyalty;
pub use rhythm::{Cadence, DueState, NoCadence, Rhythm, purchase_rhythm};
pub use verdict::{
    CategoryLoyalty, LoyaltyBasis, LoyaltyFinding, LoyaltyPattern, LoyaltyVerdict, MoveDirection, OverallSource,
    RejectedPattern, SequenceLetter, SupplierMove,
};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
pub(crate) mod testing;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod tests;
