//! Backtests by hand.
