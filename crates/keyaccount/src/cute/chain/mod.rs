//! Who stands how to whom among a customer's people, and how somebody is reached. Source: `[CCA]`, D9.

mod link;

pub use link::{ChainLink, ChainLinkKind};
