//! What will be booked in a period: its certain part, its open part, how sure that is, and what the quota still needs.
//! Source: `[KRM]`, D4.
//!
//! ```text
//! histories ─ knowledge.rs ─► chances.rs ─► verdict, what if, backtest
//! committees ─ caps.rs ───────┘
//! ```
//!
//! One heart: `chances.rs` alone says which opportunity is in which period with which chance.

mod caps;
mod chances;
pub(super) mod distribution;
mod forecast;
mod knowledge;
mod left_out;
mod options;
mod receipt;
mod standing;
mod verdict;

pub use caps::{AppliedCap, CappedDeals};
pub use chances::{BookingChances, DealChances, PeriodChance, booking_chances};
pub(in crate::forecast) use forecast::Known;
pub use forecast::forecast_bookings;
pub use knowledge::LearnedChances;
pub use left_out::{LeftOutCause, LeftOutCount, LeftOutDeal};
pub use options::{BookingOptions, ForecastBasis};
pub use receipt::BookingReceipt;
pub use standing::{PipelineNeeded, QuotaStanding, UnreachableCause};
pub use verdict::{BookedTotal, BookingDeal, BookingForecastVerdict, PeriodBookings};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests;
