//! The phases of an account's life.

use crate::values::vocabulary;

vocabulary! {
    /// The phase of its life that an account is in. Source: `[KRM]`, D11.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, LifecyclePhase, RelationshipPhase};
    ///
    /// let labels: Vec<_> = LifecyclePhase::ALL.iter().map(|phase| phase.label(Language::ZhHans)).collect();
    /// assert_eq!(labels, ["潜在", "获取", "提升", "成熟", "高风险", "衰退", "脱离"]);
    /// assert_eq!(LifecyclePhase::HighRisk.relationship(), RelationshipPhase::Degeneration);
    /// ```
    pub enum LifecyclePhase {
        /// No order yet.
        Prospect = "prospect", "prospect", "潜在";
        /// First orders, too few for a rhythm, for the first time or again after it had detached. Never "churned":
        /// what has not begun cannot have ended.
        Acquisition = "acquisition", "acquisition", "获取";
        /// Buys repeatedly, and more than before or not long enough to compare.
        Growth = "growth", "growth", "提升";
        /// Buys in its rhythm, neither more nor less than before.
        Mature = "mature", "mature", "成熟";
        /// Silent for much longer than usual: the band where early warning buys time.
        HighRisk = "high_risk", "high risk", "高风险";
        /// Still buys, but less than before.
        Decline = "decline", "decline", "衰退";
        /// Silent for so long that it counts as lost: an account to win back.
        Detached = "detached", "detached", "脱离";
    }
}

vocabulary! {
    /// The four phases of the other text, on which the lifecycle maps. Source: `[OCD]`, D11.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{LifecyclePhase, RelationshipPhase};
    ///
    /// assert_eq!(LifecyclePhase::Growth.relationship(), RelationshipPhase::Formation);
    /// ```
    pub enum RelationshipPhase {
        /// Not a core customer: prospect, acquisition.
        Exploration = "exploration", "exploration", "考察期";
        /// A repeat buyer: growth.
        Formation = "formation", "formation", "形成期";
        /// A long-term buyer: mature.
        Stable = "stable", "stable", "稳定期";
        /// Leaving: high risk, decline, detached.
        Degeneration = "degeneration", "degeneration", "退化期";
    }
}

impl LifecyclePhase {
    /// The phase of the other text that this one belongs to.
    #[must_use]
    pub const fn relationship(self) -> RelationshipPhase {
        match self {
            Self::Prospect | Self::Acquisition => RelationshipPhase::Exploration,
            Self::Growth => RelationshipPhase::Formation,
            Self::Mature => RelationshipPhase::Stable,
            Self::HighRisk | Self::Decline | Self::Detached => RelationshipPhase::Degeneration,
        }
    }

    /// Whether it is told from silence: an order ends it at once.
    pub(super) const fn is_silence(self) -> bool {
        matches!(self, Self::HighRisk | Self::Detached)
    }
}
