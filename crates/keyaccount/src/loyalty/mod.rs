//! Loyalty: what the sequence of purchases tells about where the account stands. Source: `[OCD]`, `[KRM]`, D10, D14.

mod cadence;
mod choices;
mod classify;
mod from_choices;
mod judge;
pub(crate) mod occasions;
pub(crate) mod rhythm;
mod satisfaction;
pub(crate) mod spend;
mod switching;
mod verdict;
mod wallet;

pub use judge::judge_loyalty;
pub use rhythm::{Cadence, DueState, NoCadence, Rhythm, purchase_rhythm};
pub use satisfaction::{SatisfactionDistribution, SatisfactionVerdict};
pub use switching::{SwitchingCostNote, SwitchingCostsVerdict};
pub use verdict::{
    CategoryLoyalty, LoyaltyBasis, LoyaltyFinding, LoyaltyPattern, LoyaltyVerdict, MoveDirection, OverallSource,
    RejectedPattern, SequenceLetter, SupplierMove,
};
pub(crate) use wallet::bought_elsewhere;
pub use wallet::{EstimatedWallet, WalletBasis, WalletPeriod, WalletSeries, WalletVerdict};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
pub(crate) mod testing;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod tests;
