//! What keeping more customers would change: a scenario that is computed, D20.
//!
//! That cutting defection by five points raises profit a lot is a claim of Reichheld and Sasser (1990). What it raises
//! here follows from the customers at hand:
//!
//! - The margin of year k is m₁ × r₁ × … × rₖ₋₁, where rₖ is the part of year k that is left in year k + 1: one given
//!   figure, or what a fitted model expects of the portfolio (its expected purchases of year k + 1 over those of year k).
//! - A cut by points makes r + points of every r, at most 1; a cut by a fraction f makes 1 − (1 − r)(1 − f).
//! - Worth today is Σ mₖ ÷ (1 + d)^(k − ½): each year's margin counts at its middle. With one retention and no end that is
//!   m × √(1 + d) ÷ (1 + d − r).
//! - The expected lifetime is 1 + r₁ + r₁r₂ + …; with one retention and no end 1 ÷ (1 − r).
//!
//! New customers are in neither course, nor is what it costs to keep more.

mod change;
mod course;
mod scenario;
mod verdict;

pub use change::{RetentionChange, RetentionFigures};
pub(crate) use course::Course;
pub use scenario::retention_what_if;
pub(crate) use scenario::{Start, scenario};
pub use verdict::{RetentionBasis, RetentionEffect, RetentionOutcome, RetentionVerdict, RetentionYear};

#[cfg(test)]
mod tests;
