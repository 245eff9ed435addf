//! Judges key accounts in B2B selling.
#![forbid(unsafe_code)]

mod diagnosis;
mod facts;
mod funnel;
mod playbook;
mod problem;
mod signals;
mod values;
mod verdict;

pub use facts::*;
pub use funnel::*;
pub use playbook::*;
pub use problem::*;
pub use signals::*;
pub use values::*;
pub use verdict::*;
