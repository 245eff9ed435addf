//! What a decision chain comes to: who is tied to whom, who counts, how to reach whom, and what is odd in the lines.

use serde::{Deserialize, Serialize};

use crate::facts::{BuyingRole, RelationshipKind, RelationshipStrength, Stance};
use crate::values::{AccountId, Date, Estimate, Influence, MemberId, OpportunityId, Score, StakeholderId, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// How one person of a customer is tied to another. Source: `[CCA]`, D9.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ChainLinkKind, RelationshipKind};
    ///
    /// assert_eq!(ChainLinkKind::from(RelationshipKind::Knows), ChainLinkKind::Knows);
    /// assert!(!ChainLinkKind::ConflictsWith.carries(), "nobody introduces us to somebody they are at odds with");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ChainLinkKind {
        /// The first is a direct report of the second.
        ReportsTo = "reports_to", "reports to", "汇报给";
        /// The first sways what the second thinks.
        Influences = "influences", "influences", "影响";
        /// Both know each other and talk.
        Knows = "knows", "knows", "熟识";
        /// Both are at odds.
        ConflictsWith = "conflicts_with", "conflicts with", "冲突";
    }
}

impl ChainLinkKind {
    /// Whether one can introduce us to the other.
    #[must_use]
    pub const fn carries(self) -> bool {
        !matches!(self, Self::ConflictsWith)
    }
}

impl From<RelationshipKind> for ChainLinkKind {
    fn from(kind: RelationshipKind) -> Self {
        match kind {
            RelationshipKind::Influences => Self::Influences,
            RelationshipKind::Knows => Self::Knows,
            RelationshipKind::ConflictsWith => Self::ConflictsWith,
        }
    }
}

/// A tie between two people who are there on the day.
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
    /// The first person; of a tie that holds both ways, the one whose identifier sorts first.
    pub from: StakeholderId,
    /// The second person.
    pub to: StakeholderId,
    /// How the first is tied to the second.
    pub kind: ChainLinkKind,
    /// How close they are; null means unknown, as it always is of a reporting line.
    #[serde(default)]
    pub strength: Option<RelationshipStrength>,
}

/// A person's place in the ranking of those who count for the decision. Source: `[CCA]`, D6.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, decision_chain};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"},
///         {"id": "np-engineer", "account": "north-plant"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director"},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "influence": "40"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = decision_chain(account, opportunity, &Playbook::six_stage(), &[], "2026-05-30".parse()?);
/// assert_eq!(verdict.key_people[0].stakeholder.as_str(), "np-engineer");
/// assert_eq!(verdict.key_people[0].score.unwrap().to_string(), "40");
/// assert!(verdict.key_people[1].score.is_none(), "an unknown influence is not none");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyPerson {
    /// The place, from 1.
    pub rank: usize,
    /// The person.
    pub stakeholder: StakeholderId,
    /// Whether they sit in the buying committee.
    pub in_committee: bool,
    /// Where they stand; null means unknown.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// How much their word counts; null means unknown.
    #[serde(default)]
    pub influence: Option<Influence>,
    /// Their betweenness: of all pairs of others, the share whose shortest ties run through them. Null means not
    /// computed, because the account has too many people and ties.
    #[serde(default)]
    pub centrality: Option<Estimate>,
    /// Influence and centrality in one, 0 to 100; null where the influence is unknown.
    #[serde(default)]
    pub score: Option<Score>,
    /// The numbers behind it.
    pub reason: Reason,
}

vocabulary! {
    /// Why somebody is to be approached.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ApproachCause, Language};
    ///
    /// assert_eq!(ApproachCause::NeverMet.label(Language::En), "never met");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ApproachCause {
        /// No contact is recorded.
        NotContacted = "not_contacted", "never in contact", "从未接触";
        /// A decision maker in contact whom we never met.
        NeverMet = "never_met", "never met", "从未见面";
        /// The last contact is too long ago.
        Silent = "silent", "gone silent", "接触中断";
        /// Where they stand is not known.
        StanceUnknown = "stance_unknown", "stance unknown", "立场未知";
        /// They are not for us.
        NotFavourable = "not_favourable", "not for us", "未支持我方";
        /// Nothing is missing; the caller asked for them.
        Requested = "requested", "asked for", "指定查询";
    }
}

/// One step of a way to somebody.
///
/// # Examples
/// ```
/// let text = r#"{"stakeholder": "np-director", "stance": null, "link": "reports_to", "distance": 4}"#;
/// let step: keyaccount::ReachStep = serde_json::from_str(text)?;
/// assert!(step.stance.is_none(), "unknown");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReachStep {
    /// The person reached.
    pub stakeholder: StakeholderId,
    /// Where they stand; null means unknown. All but the last are for us.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// How the one before is tied to them, in whichever direction; null for the first, whom we reach ourselves.
    #[serde(default)]
    pub link: Option<ChainLinkKind>,
    /// The trust distance of this step.
    pub distance: u32,
}

/// A way to somebody through people who are for us, none of them twice.
///
/// # Examples
/// ```
/// use keyaccount::ReachPath;
///
/// let path: ReachPath = serde_json::from_str(r#"{
///     "member": "sales-1", "distance": 6, "steps": [
///         {"stakeholder": "np-engineer", "stance": "ally", "link": null, "distance": 2},
///         {"stakeholder": "np-director", "stance": null, "link": "reports_to", "distance": 4}
///     ]
/// }"#)?;
/// assert_eq!(path.distance, path.steps.iter().map(|step| step.distance).sum::<u32>());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReachPath {
    /// Who of us was last in recent contact with the first person; null where that is not recorded.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// From the first person, who is in recent contact with us, to the one to be reached.
    pub steps: Vec<ReachStep>,
    /// The trust distance of all steps.
    pub distance: u32,
}

vocabulary! {
    /// How somebody bars the way to a person.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BlockerKind, Language};
    ///
    /// assert_eq!(BlockerKind::HostileSuperior.label(Language::ZhHans), "其上级敌对");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum BlockerKind {
        /// Somebody against us stands on a nearest way, and no way through people for us is as near.
        HostileBetween = "hostile_between", "somebody hostile on the nearest way", "最近路径上有人敌对";
        /// Somebody for us is at odds with the person, and so cannot pass us on to them.
        ConflictWithTarget = "conflict_with_target", "somebody for us is at odds with them", "支持者与其有冲突";
        /// Somebody for us on a nearest way is at odds with the next one, and no other way is as near.
        ConflictOnTheWay = "conflict_on_the_way", "people on the nearest way are at odds", "最近路径上有人彼此冲突";
        /// Somebody for us on a nearest way is known to inform a competitor, or has an unlawful inducement recorded as a
        /// driver, and no other way is as near.
        UnreliableBetween = "unreliable_between", "somebody on the nearest way is not to be relied on", "最近路径上有人不宜依靠";
        /// Somebody above the person in the reporting line is against us.
        HostileSuperior = "hostile_superior", "a superior of theirs is hostile", "其上级敌对";
    }
}

/// Somebody who bars the way to a person.
///
/// # Examples
/// ```
/// use keyaccount::{Blocker, BlockerKind};
///
/// let blocker: Blocker = serde_json::from_str(r#"{
///     "kind": "hostile_superior", "stakeholder": "np-works-manager",
///     "reason": {"rule": "hostile_superior", "message": "np-engineer reports to np-works-manager, who is against us",
///                "compared": [], "facts": [], "fact_count": 0}
/// }"#)?;
/// assert_eq!(blocker.reason.rule, BlockerKind::HostileSuperior.as_str());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Blocker {
    /// How they bar it.
    pub kind: BlockerKind,
    /// Who does.
    pub stakeholder: StakeholderId,
    /// What shows it.
    pub reason: Reason,
}

vocabulary! {
    /// Why there is no way to somebody.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, NoPathCause};
    ///
    /// assert_eq!(NoPathCause::NoConnection.label(Language::En), "no tie through people for us");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum NoPathCause {
        /// The person has left.
        TargetLeft = "target_left", "the person has left", "该人已离开";
        /// The account has no such person.
        TargetUnknown = "target_unknown", "no such person in the account", "客户中无此人";
        /// Nobody who is for us, and whom we may rely on, is in recent contact with us.
        NobodyForUsInContact = "nobody_for_us_in_contact", "nobody for us to rely on in recent contact", "近期无可依靠的支持者与我方接触";
        /// The account has too many people to be approached for all ways to be looked for.
        NotSearched = "not_searched", "not looked for: too many people to approach", "未查找：待接触的人过多";
        /// Nobody who is for us has a tie to them, directly or through others who are for us.
        NoConnection = "no_connection", "no tie through people for us", "支持者中无人可引荐";
    }
}

/// How to reach somebody whom we need.
///
/// # Examples
/// ```
/// use keyaccount::{ApproachCause, Book, NoPathCause, Playbook, decision_chain};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [{"id": "np-director", "account": "north-plant"}],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"]}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = decision_chain(account, opportunity, &Playbook::six_stage(), &[], "2026-05-30".parse()?);
/// let approach = &verdict.approaches[0];
/// assert_eq!(approach.cause, ApproachCause::NotContacted);
/// assert_eq!(approach.no_path, Some(NoPathCause::NobodyForUsInContact));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Approach {
    /// The person to be reached.
    pub target: StakeholderId,
    /// The buying roles they play; empty means that none is known.
    pub roles: Vec<BuyingRole>,
    /// Why they are to be approached.
    pub cause: ApproachCause,
    /// The ways, the nearest first; at most three.
    pub paths: Vec<ReachPath>,
    /// Why there is no way; null where there is one.
    #[serde(default)]
    pub no_path: Option<NoPathCause>,
    /// Who bars the way.
    pub blockers: Vec<Blocker>,
    /// Cause and way, and the facts behind them.
    pub reason: Reason,
}

/// People each of whom reports to another of them, so that nobody is on top.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, decision_chain};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant", "reports_to": "np-engineer"},
///         {"id": "np-engineer", "account": "north-plant", "reports_to": "np-director"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = decision_chain(account, opportunity, &Playbook::six_stage(), &[], "2026-05-30".parse()?);
/// assert_eq!(verdict.circles[0].stakeholders.len(), 2);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportingCircle {
    /// From the one whose identifier sorts first up the line: each reports to the next, the last to the first.
    pub stakeholders: Vec<StakeholderId>,
}

vocabulary! {
    /// How a reporting line is broken.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BrokenLineKind, Language};
    ///
    /// assert_eq!(BrokenLineKind::SuperiorLeft.label(Language::En), "the superior has left");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum BrokenLineKind {
        /// The superior has left.
        SuperiorLeft = "superior_left", "the superior has left", "上级已离开";
        /// The superior is of another account.
        SuperiorOfAnotherAccount = "superior_of_another_account", "the superior is of another account", "上级属于其他客户";
        /// Nobody is known to be above or below them, while the lines of others are known.
        NoSuperiorKnown = "no_superior_known", "no superior known", "上级未知";
    }
}

/// A reporting line that leads nowhere.
///
/// # Examples
/// ```
/// use keyaccount::{BrokenLine, BrokenLineKind};
///
/// let text = r#"{"stakeholder": "np-engineer", "kind": "superior_left", "superior": "np-works-manager"}"#;
/// let line: BrokenLine = serde_json::from_str(text)?;
/// assert_eq!(line.kind, BrokenLineKind::SuperiorLeft);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BrokenLine {
    /// Whose line it is.
    pub stakeholder: StakeholderId,
    /// How it is broken.
    pub kind: BrokenLineKind,
    /// The superior recorded; null where none is known.
    #[serde(default)]
    pub superior: Option<StakeholderId>,
}

/// An opportunity's decision chain on a day. Source: `[CCA]`, D9.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, decision_chain};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = decision_chain(account, opportunity, &Playbook::six_stage(), &[], "2026-05-30".parse()?);
/// assert!(verdict.key_people.is_empty(), "nobody is known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChainVerdict {
    /// The day.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// Who is tied to whom of the account's people who are there.
    pub links: Vec<ChainLink>,
    /// Everybody of the committee who is there, and whoever of the account has a tie, the most important first.
    pub key_people: Vec<KeyPerson>,
    /// How to reach those whom we need, decision makers first.
    pub approaches: Vec<Approach>,
    /// Reporting lines that run in circles.
    pub circles: Vec<ReportingCircle>,
    /// Reporting lines that lead nowhere.
    pub broken_lines: Vec<BrokenLine>,
}
