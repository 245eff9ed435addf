//! Was the method right?
#![expect(dead_code, reason = "the runner comes next")]

mod paired;
mod scores;
