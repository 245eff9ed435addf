//! Who influences, knows, or is at odds with whom among a customer's people.

use serde::{Deserialize, Serialize};

use crate::values::{Date, StakeholderId, vocabulary};

vocabulary! {
    /// How one person stands to another. Reporting lines are fields of the people. Source: `[CCA]`, D9.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::RelationshipKind;
    ///
    /// assert!(RelationshipKind::Knows.is_mutual());
    /// assert!(!RelationshipKind::Influences.is_mutual(), "the one influences the other");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum RelationshipKind {
        /// The first sways what the second thinks.
        Influences = "influences", "influences", "影响";
        /// Both know each other and talk.
        Knows = "knows", "knows", "熟识";
        /// Both are at odds.
        ConflictsWith = "conflicts_with", "conflicts with", "冲突";
    }
}

impl RelationshipKind {
    /// Whether it holds in both directions.
    #[must_use]
    pub const fn is_mutual(self) -> bool {
        matches!(self, Self::Knows | Self::ConflictsWith)
    }
}

vocabulary! {
    /// How close two people are.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::RelationshipStrength;
    ///
    /// assert!(RelationshipStrength::Close > RelationshipStrength::Distant);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum RelationshipStrength {
        /// They hardly meet.
        Distant = "distant", "distant", "疏远";
        /// They work together.
        Working = "working", "working", "工作关系";
        /// They trust each other.
        Close = "close", "close", "密切";
    }
}

/// How one person of a customer stands to another, from one day to another.
///
/// # Examples
/// ```
/// use keyaccount::{Relationship, RelationshipKind};
///
/// let link = Relationship::new("np-engineer".parse()?, "np-director".parse()?, RelationshipKind::Influences);
/// assert!(link.since.is_none(), "always");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relationship {
    /// The first person.
    pub from: StakeholderId,
    /// The second person, of the same account.
    pub to: StakeholderId,
    /// How the first stands to the second.
    pub kind: RelationshipKind,
    /// How close they are; null means unknown.
    #[serde(default)]
    pub strength: Option<RelationshipStrength>,
    /// The first day on which it holds; null means from the start.
    #[serde(default)]
    pub since: Option<Date>,
    /// The last day on which it holds; null means to this day.
    #[serde(default)]
    pub until: Option<Date>,
}

impl Relationship {
    /// A relationship that always holds, of unknown strength.
    #[must_use]
    pub const fn new(from: StakeholderId, to: StakeholderId, kind: RelationshipKind) -> Self {
        Self { from, to, kind, strength: None, since: None, until: None }
    }

    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
