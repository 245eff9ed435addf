//! How the support base moved, and through whom.

use serde::{Deserialize, Serialize};

use super::base::SupportBase;
use crate::facts::Stance;
use crate::values::{AccountId, Date, EstimateChange, Influence, OpportunityId, StakeholderId, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// Where the support base is going. Source: `[CCA]`, D6: it is never still.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, SupportTrend};
    ///
    /// assert_eq!(SupportTrend::Shrinking.label(Language::ZhHans), "缩小");
    /// ```
    pub enum SupportTrend {
        /// Our share of influence rose by the playbook's `support_change` or more.
        Growing = "growing", "growing", "扩大";
        /// It changed by less, or not at all.
        Steady = "steady", "steady", "稳定";
        /// It fell by as much or more.
        Shrinking = "shrinking", "shrinking", "缩小";
        /// On one of the days nobody's influence was known.
        Unknown = "unknown", "not known", "未知";
    }
}

vocabulary! {
    /// How one person moved the support base. Where several are true at once, the first of these.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, SupportMoveKind};
    ///
    /// assert_eq!(SupportMoveKind::WonOver.label(Language::En), "is for us now");
    /// ```
    pub enum SupportMoveKind {
        /// Counts now and did not before.
        Joined = "joined", "joined", "加入";
        /// Counted before and does not now.
        Left = "left", "left", "离开";
        /// Is for us and was not known to be before.
        WonOver = "won_over", "is for us now", "转为支持我方";
        /// Was for us and is not known to be now.
        Lost = "lost", "is not for us any more", "不再支持我方";
        /// Changed the stance otherwise: between the groups of those who are not for us, or among those who are.
        Moved = "moved", "changed the stance", "立场变化";
        /// Their influence grew.
        WeighsMore = "weighs_more", "weighs more", "影响力上升";
        /// Their influence fell.
        WeighsLess = "weighs_less", "weighs less", "影响力下降";
        /// Their influence became known.
        WeightKnown = "weight_known", "influence became known", "影响力已查明";
        /// Their influence became unknown.
        WeightUnknown = "weight_unknown", "influence became unknown", "影响力变为未知";
    }
}

/// Somebody who moved the support base between two days, and by how much.
///
/// # Examples
/// ```
/// use keyaccount::{SupportMoveKind, SupportMover};
///
/// let text = r#"{
///     "stakeholder": "np-engineer", "kind": "lost", "from": "supporter", "to": "neutral",
///     "influence_before": "30", "influence_now": "30", "on": "2026-05-04", "effect": "-0.3",
///     "reason": {"rule": "lost", "message": "why", "compared": [], "facts": [], "fact_count": 0}
/// }"#;
/// let mover: SupportMover = serde_json::from_str(text)?;
/// assert_eq!(mover.kind, SupportMoveKind::Lost);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupportMover {
    /// The person.
    pub stakeholder: StakeholderId,
    /// How they moved it.
    pub kind: SupportMoveKind,
    /// Where they stood before; null means unknown, or that they did not count.
    #[serde(default)]
    pub from: Option<Stance>,
    /// Where they stand now; null means unknown, or that they do not count.
    #[serde(default)]
    pub to: Option<Stance>,
    /// Their influence before; null means unknown, or that they did not count.
    #[serde(default)]
    pub influence_before: Option<Influence>,
    /// Their influence now; null means unknown, or that they do not count.
    #[serde(default)]
    pub influence_now: Option<Influence>,
    /// The day of the move; null where no dated fact tells it.
    #[serde(default)]
    pub on: Option<Date>,
    /// By how much it changed our share of influence. The effects of all movers add up to the whole change; who did not
    /// move has none. Null where the person's influence is known on neither day, or the whole change is not known.
    #[serde(default)]
    pub effect: Option<EstimateChange>,
    /// What happened when, and what it changed.
    pub reason: Reason,
}

/// The support base of an opportunity on a day, and how it moved since an earlier one. Source: `[CCA]`, D6.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SupportTrend, support_base};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"}, {"id": "np-engineer", "account": "north-plant"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "influence": "70", "stance": "neutral"},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "influence": "30", "stance": "supporter"}
///     ],
///     "stakeholder_changes": [
///         {"stakeholder": "np-engineer", "opportunity": "press-line", "on": "2026-05-04",
///          "change": {"type": "stance_changed", "stance": "neutral", "non_supporter": "backslider"}}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = support_base(account, opportunity, &Playbook::six_stage(), None, "2026-05-30".parse()?);
/// assert_eq!(verdict.trend, SupportTrend::Shrinking);
/// assert_eq!(verdict.movers[0].stakeholder.as_str(), "np-engineer");
/// assert_eq!(verdict.movers[0].effect, verdict.change, "30 of 100, and nobody else moved");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupportVerdict {
    /// The day the verdict holds for.
    pub as_of: Date,
    /// The earlier day it is compared with.
    pub since: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The support base on the day.
    pub base: SupportBase,
    /// The support base at the end of the earlier day.
    pub before: SupportBase,
    /// By how much our share of influence changed; null where there is none on one of the days.
    #[serde(default)]
    pub change: Option<EstimateChange>,
    /// By how much our share of people changed; null where nobody counts on one of the days.
    #[serde(default)]
    pub breadth_change: Option<EstimateChange>,
    /// Where the support base is going, by our share of influence.
    pub trend: SupportTrend,
    /// Who moved it, the largest effect first, then by identifier; unknown effects last.
    pub movers: Vec<SupportMover>,
    /// The numbers compared, and who moved.
    pub reason: Reason,
}
