//! When a contact counts, and when a committee hangs on one thread.

use serde::{Deserialize, Serialize};

/// How contact with a buying committee is judged.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::CoveragePolicy::default().contact_stale_after_days, 60);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CoveragePolicy {
    /// Days after which a contact no longer counts as recent.
    pub contact_stale_after_days: u32,
    /// Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread.
    pub minimum_contacts: u32,
}

impl Default for CoveragePolicy {
    fn default() -> Self {
        Self { contact_stale_after_days: 60, minimum_contacts: 2 }
    }
}
