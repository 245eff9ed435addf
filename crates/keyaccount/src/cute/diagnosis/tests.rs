//! One deal at each step, by hand.
