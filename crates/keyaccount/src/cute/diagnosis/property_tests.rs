//! Laws that hold for every deal.
