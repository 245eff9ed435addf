//! Everything about every account, in one call.

mod finding;
mod findings;
mod portfolio;
mod verdict;

pub use finding::{Finding, FindingKind};
pub use portfolio::{PatternCount, PhaseCount, PortfolioReview, SeverityCount, SignalCount};
pub use verdict::{AccountReview, OpportunityReview, Review, review, review_account};

#[cfg(test)]
mod finding_tests;
#[cfg(test)]
mod tests;
