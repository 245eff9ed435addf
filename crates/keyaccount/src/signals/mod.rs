//! High-risk signals.

mod kind;

pub use kind::SignalKind;
