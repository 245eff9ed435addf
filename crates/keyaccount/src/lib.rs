//! Judges key accounts in B2B selling.
#![forbid(unsafe_code)]
