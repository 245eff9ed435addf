#![doc = include_str!("../../../README.md")]
#![forbid(unsafe_code)]

mod cute;
mod diagnosis;
mod facts;
mod forecast;
mod funnel;
mod key_account;
mod lifecycle;
mod lifetime;
mod loyalty;
mod playbook;
mod problem;
mod review;
mod rfm;
mod signals;
mod trajectory;
mod values;
mod verdict;

pub use cute::*;
pub use diagnosis::read_json;
pub use facts::*;
pub use forecast::*;
pub use funnel::*;
pub use key_account::*;
pub use lifecycle::*;
pub use lifetime::*;
pub use loyalty::*;
pub use playbook::*;
pub use problem::*;
pub use review::*;
pub use rfm::*;
pub use signals::*;
pub use trajectory::*;
pub use values::*;
pub use verdict::*;
