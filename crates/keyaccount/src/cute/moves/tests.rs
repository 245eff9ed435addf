//! Order and merging, by hand.
