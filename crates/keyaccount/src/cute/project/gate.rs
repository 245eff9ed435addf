//! What the three gates come to. Source: `[CCA]`, D7.

use serde::{Deserialize, Serialize};

use super::information::InformationStatus;
use crate::values::{AccountId, Date, OpportunityId, StageId, vocabulary};
use crate::verdict::{Reason, Severity};

vocabulary! {
    /// The three gates of a project. Source: `[CCA]`, D7.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::GateKind;
    ///
    /// assert_eq!(GateKind::ALL.len(), 3);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum GateKind {
        /// The nine information points are known.
        Information = "information", "information", "信息关";
        /// The key people are found and scored, and enough of them are for us.
        Relationships = "relationships", "relationships", "关系关";
        /// The top decision maker was met.
        DecisionMaker = "decision_maker", "top decision maker met", "高层关";
    }
}

vocabulary! {
    /// Whether a gate is passed.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::GateState::NotPassed.as_str(), "not_passed");
    /// ```
    pub enum GateState {
        /// The facts say that it is.
        Passed = "passed", "passed", "已过关";
        /// The facts say that it is not.
        NotPassed = "not_passed", "not passed", "未过关";
        /// The facts do not say; it counts as little as a gate that is not passed.
        Unknown = "unknown", "unknown", "未知";
    }
}

/// How a project stands at one gate.
///
/// # Examples
/// ```
/// use keyaccount::{Book, GateState, Playbook, check_gates};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_gates(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let information = &verdict.gates[0];
/// assert_eq!(information.state, GateState::Unknown, "nothing is recorded");
/// assert_eq!(information.reasons[0].rule, "information_not_recorded");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The gate.
    pub gate: GateKind,
    /// Whether it is passed.
    pub state: GateState,
    /// How much it matters that it is not; null where it is passed.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Why: what keeps it from being passed, what is not passed before what is not known, or else what carries it.
    pub reasons: Vec<Reason>,
}

/// How a project stands at the three gates on a day, and what is known of it.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, check_gates};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_gates(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!((verdict.gates.len(), verdict.information.len()), (3, 9));
/// assert!(!verdict.is_safe);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GatesVerdict {
    /// The day the verdict holds for.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The stage on the day; null where it is not known.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// Whether all three gates are passed.
    pub is_safe: bool,
    /// The three gates, in the order of their definition.
    pub gates: Vec<Gate>,
    /// The nine information points, in the order of their definition.
    pub information: Vec<InformationStatus>,
}
