//! The score of a whole committee, a weighted sum of its roles, never without its parts.

use serde::{Deserialize, Serialize};

use crate::facts::BuyingRole;
use crate::playbook::{CoverageGapKind, CoverageLevel};
use crate::values::{Factor, Score, Share, StakeholderId};

/// How far a committee as a whole is covered, of 100. The formula is ours.
///
/// A role that the stage asks for attains the rank of the level it reached, no more than is asked, divided by the rank
/// of the level asked (missing 0, identified 1, contacted 2, favourable 3, contributing 4). The score is the mean of
/// these, weighted by the playbook's weights of the roles. While a technical gatekeeper or a decision maker is hostile it
/// is at most the playbook's `hostile_score_cap`, however well all others are covered. It is rounded once, half-even;
/// the points of the parts add up to it.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, CoverageLevel, CoverageScore};
///
/// let text = r#"{
///     "value": "25", "uncapped": "66.67",
///     "parts": [
///         {"role": "coach", "weight": "2", "reached": "contributing", "required": "favourable", "attained": "1",
///          "points": "66.67"},
///         {"role": "user", "weight": "1", "reached": "missing", "required": "contacted", "attained": "0",
///          "points": "0"}
///     ],
///     "cap": {"limit": "25", "gap": "hostile_gatekeeper", "stakeholders": ["np-engineer"]}
/// }"#;
/// let score: CoverageScore = serde_json::from_str(text)?;
/// assert_eq!(score.parts[0].role, BuyingRole::Coach);
/// assert_eq!(score.parts[1].reached, CoverageLevel::Missing);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverageScore {
    /// The score.
    pub value: Score,
    /// What it would be without the cap: the sum of the points of the parts.
    pub uncapped: Score,
    /// The roles that the stage asks for, in the order of their definition.
    pub parts: Vec<RoleScore>,
    /// What holds the score down; null where nobody who could stop the purchase is known to be hostile.
    #[serde(default)]
    pub cap: Option<ScoreCap>,
}

/// What one role adds to the score of a committee.
///
/// # Examples
/// ```
/// let text = r#"{
///     "role": "user", "weight": "1", "reached": "identified", "required": "contacted", "attained": "0.5",
///     "points": "50"
/// }"#;
/// let user: keyaccount::RoleScore = serde_json::from_str(text)?;
/// assert_eq!(user.attained.to_string(), "0.5");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleScore {
    /// The role.
    pub role: BuyingRole,
    /// How much it counts, by the playbook.
    pub weight: Factor,
    /// How far it is covered.
    pub reached: CoverageLevel,
    /// How far the stage asks for it.
    pub required: CoverageLevel,
    /// The part of what is asked that is reached.
    pub attained: Share,
    /// What it adds, of 100.
    pub points: Score,
}

/// Why a committee's score is held down.
///
/// # Examples
/// ```
/// let text = r#"{"limit": "25", "gap": "hostile_gatekeeper", "stakeholders": ["np-engineer"]}"#;
/// let cap: keyaccount::ScoreCap = serde_json::from_str(text)?;
/// assert_eq!(cap.limit.to_string(), "25");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreCap {
    /// The most that the score may be.
    pub limit: Score,
    /// The gap that holds it down; of a hostile gatekeeper and a hostile decision maker, the gatekeeper.
    pub gap: CoverageGapKind,
    /// Everybody whose hostility holds it down, gatekeepers and decision makers, by identifier.
    pub stakeholders: Vec<StakeholderId>,
}
