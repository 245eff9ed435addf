//! Key accounts: which they are, of which kind, and how they are tiered. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.

mod criteria;
mod judge;
mod kinds;
mod levels;
mod standing;
mod verdict;

pub use judge::classify_key_accounts;
pub use verdict::{
    BookMedians, CriterionFinding, KeyAccount, KeyAccountsVerdict, KeyCriterion, KeyFindingState, KeyStanding,
    KindFinding, PotentialBasis, TierSummary,
};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
