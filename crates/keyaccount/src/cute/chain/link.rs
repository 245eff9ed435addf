//! A line between two people.

use serde::{Deserialize, Serialize};

use crate::facts::RelationshipStrength;
use crate::values::{StakeholderId, vocabulary};

vocabulary! {
    /// How one person of a customer stands to another. Source: `[CCA]`, D9.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ChainLinkKind, Language};
    ///
    /// assert_eq!(ChainLinkKind::ReportsTo.label(Language::En), "reports to");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ChainLinkKind {
        /// The second is the first's superior.
        ReportsTo = "reports_to", "reports to", "汇报给";
        /// The first sways what the second thinks.
        Influences = "influences", "influences", "影响";
        /// Both know each other and talk.
        Knows = "knows", "knows", "熟识";
        /// Both are at odds.
        ConflictsWith = "conflicts_with", "conflicts with", "冲突";
    }
}

/// A line between two people of a customer.
///
/// # Examples
/// ```
/// use keyaccount::{ChainLink, ChainLinkKind};
///
/// let text = r#"{"from": "np-engineer", "to": "np-director", "kind": "reports_to", "strength": null}"#;
/// let link: ChainLink = serde_json::from_str(text)?;
/// assert_eq!(link.kind, ChainLinkKind::ReportsTo);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChainLink {
    /// The first person.
    pub from: StakeholderId,
    /// The second person.
    pub to: StakeholderId,
    /// How the first stands to the second.
    pub kind: ChainLinkKind,
    /// How close they are; null means unknown, or a reporting line.
    #[serde(default)]
    pub strength: Option<RelationshipStrength>,
}
