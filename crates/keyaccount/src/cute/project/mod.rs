//! How a project stands beside its committee: what is known of it, its gates, its tasks, its competitors, its plan, and
//! what has to be looked into. Source: `[CCA]`, D7 to D9; `[KRM]`, D34.

mod competitors;
mod information;
mod tasks;

pub use competitors::{CompetitorStatus, list_competitors};
pub use information::{InformationStatus, SuccessFactorsOn, list_information};
pub use tasks::{TaskStatus, list_open_tasks};

#[cfg(test)]
mod tests;
