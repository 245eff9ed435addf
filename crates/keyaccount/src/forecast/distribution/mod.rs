//! The exact distribution of what a set of independent deals will bring. Source: `[KRM]`, D4.

mod arithmetic;
mod atoms;
mod booking;
mod contribution;
mod copula;
mod curve;
mod deals;
mod echo;
mod few;
mod frequencies;
mod kernel;
mod lattice;
mod law;
mod method;
mod mixture;
mod quadrature;
mod score;
mod search;
mod series;
mod summary;

pub use booking::BookingDistribution;
pub use contribution::DealContribution;
pub use curve::{BookingInterval, CurvePoint};
pub use method::DistributionMethod;
pub use summary::{BookingQuantile, BookingSummary, QuotaOdds};

#[cfg(test)]
mod copula_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod score_tests;
#[cfg(test)]
mod tests;
