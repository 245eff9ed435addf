//! JSON in, JSON out: one operation per engine function of [`keyaccount`], for every language that can call a
//! function with two texts.
//!
//! # Examples
//! ```
//! let answer = keyaccount_wire::call("review", r#"{
//!     "book": {"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]},
//!     "as_of": "2026-06-30"
//! }"#);
//! assert!(answer.starts_with(r#"{"schema_version":1,"ok":{"#));
//!
//! let refused = keyaccount_wire::call("review", r#"{"book": {}, "as_of": "30 June"}"#);
//! assert!(refused.contains(r#""code":"invalid_date""#));
//! ```
#![forbid(unsafe_code)]

mod envelope;
mod fields;
mod labels;
mod ops;
mod playbook;
mod requests;
mod schema;

pub use envelope::WireError;
pub use labels::Labels;
pub use ops::{BookCheck, DealDistribution, Judged, OPS, PlaybookSummary, call};
pub use playbook::PlaybookSource;
pub use requests::*;
pub use schema::schema_json;

/// Version of the JSON shapes, apart from the crate's version.
///
/// # Examples
/// ```
/// let answer: serde_json::Value = serde_json::from_str(&keyaccount_wire::call("labels", r#"{"language": "en"}"#))?;
/// assert_eq!(answer["schema_version"], keyaccount_wire::SCHEMA_VERSION);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const SCHEMA_VERSION: u32 = 1;

#[cfg(test)]
mod tests;
