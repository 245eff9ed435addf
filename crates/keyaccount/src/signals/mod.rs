//! High-risk signals. Source: `[KRM]`, D12.

mod departures;
mod detect;
mod ground;
mod kind;
mod pre_sales;
mod proposals;
mod run;
mod selling;
mod technology;
mod training;
mod verdict;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use detect::detect_signals;
pub use kind::SignalKind;
pub use verdict::{Signal, SignalMuteInForce, SignalOutcome, SignalPlay, SignalState, SignalsVerdict};
