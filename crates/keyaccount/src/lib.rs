//! Judges key accounts in B2B selling.
#![forbid(unsafe_code)]

mod cute;
mod diagnosis;
mod facts;
mod playbook;
mod problem;
mod signals;
mod values;
mod verdict;

pub use cute::*;
pub use facts::*;
pub use playbook::*;
pub use problem::*;
pub use signals::*;
pub use values::*;
pub use verdict::*;
