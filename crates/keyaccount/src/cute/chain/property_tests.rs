//! Laws that hold for every chain.
