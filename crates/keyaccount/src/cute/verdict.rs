//! What coverage comes to: people, roles, veto risk, and the gaps.

use serde::{Deserialize, Serialize};

use super::gap::CoverageGap;
use super::score::CoverageScore;
use crate::facts::{BuyingRole, CoachPosition, CommunicationStyle, Driver, NonSupporterKind, Stance};
use crate::playbook::CoverageLevel;
use crate::values::{AccountId, Date, Influence, Label, OpportunityId, StageId, StakeholderId, vocabulary};

vocabulary! {
    /// Whether somebody who can say no might say it. Source: `[KRM]`, D5.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, VetoRisk};
    ///
    /// assert_eq!(VetoRisk::Present.label(Language::En), "a gatekeeper is hostile");
    /// ```
    pub enum VetoRisk {
        /// Every known gatekeeper's stance is known, and none is hostile.
        None = "none", "no gatekeeper is hostile", "无把关者敌对";
        /// No gatekeeper is known, or where one stands is not known.
        Unknown = "unknown", "not known", "未知";
        /// A gatekeeper is hostile, whoever else is for us.
        Present = "present", "a gatekeeper is hostile", "有把关者敌对";
    }
}

vocabulary! {
    /// How deep the contact with a person is, from the contacts of the days that the playbook looks back in which the
    /// person's side spoke. Source: `[KRM]`, D5; the thresholds are ours.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ContactDepth, Language};
    ///
    /// assert!(ContactDepth::InDepth > ContactDepth::Several);
    /// assert_eq!(ContactDepth::Brief.label(Language::En), "brief");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ContactDepth {
        /// No contact is recorded in these days.
        None = "none", "none", "无";
        /// There were contacts, and fewer than several.
        Brief = "brief", "brief", "浅";
        /// There were several contacts, and too few of them were meetings.
        Several = "several", "several", "多次";
        /// There were several contacts, and enough of them were meetings.
        InDepth = "in_depth", "in depth", "深入";
    }
}

/// One person of a buying committee as they stood on a day.
///
/// # Examples
/// ```
/// use keyaccount::{CommitteePerson, CoverageLevel};
///
/// let text = r#"{
///     "stakeholder": "np-works-manager", "roles": ["user"], "formal_roles": ["evaluator"], "stance": "ally",
///     "non_supporter": null, "influence": "40", "coach_position": null, "informs_competitor": null,
///     "drivers": ["easier_work"], "communication_style": "people", "contact_depth": "brief",
///     "last_contact": "2026-05-04", "days_since_contact": 26, "last_met": null, "last_contribution": null,
///     "level": "favourable", "left_on": null
/// }"#;
/// let person: CommitteePerson = serde_json::from_str(text)?;
/// assert_eq!(person.level, CoverageLevel::Favourable);
/// assert!(person.last_met.is_none(), "never met");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommitteePerson {
    /// The person.
    pub stakeholder: StakeholderId,
    /// The buying roles the person plays; empty means that none is known.
    pub roles: Vec<BuyingRole>,
    /// The formal roles that the customer or the CRM gives the person; nothing follows from them.
    pub formal_roles: Vec<Label>,
    /// Where the person stands; null means unknown.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// Why the person is not for us, as recorded or, where nothing is and they once were, `backslider`; null means
    /// unknown, or that they are for us.
    #[serde(default)]
    pub non_supporter: Option<NonSupporterKind>,
    /// How much the person's word counts; null means unknown.
    #[serde(default)]
    pub influence: Option<Influence>,
    /// Where a coach sits; null means unknown or no coach.
    #[serde(default)]
    pub coach_position: Option<CoachPosition>,
    /// Whether the person also informs a competitor of ours; null means unknown.
    #[serde(default)]
    pub informs_competitor: Option<bool>,
    /// What moves the person in this purchase, the strongest first; empty means unknown.
    pub drivers: Vec<Driver>,
    /// How the person likes to be spoken with; null means unknown.
    #[serde(default)]
    pub communication_style: Option<CommunicationStyle>,
    /// How deep the contact is.
    pub contact_depth: ContactDepth,
    /// The last day the person's side spoke with us; null means that no such contact is recorded.
    #[serde(default)]
    pub last_contact: Option<Date>,
    /// Days from the last contact to the day of the verdict.
    #[serde(default)]
    pub days_since_contact: Option<u32>,
    /// The last day we met, so that both saw each other; null means that no meeting is recorded.
    #[serde(default)]
    pub last_met: Option<Date>,
    /// The last day on which the person did for us what a role of theirs does, as far as it still counts by the
    /// playbook; null means that nothing such is recorded.
    #[serde(default)]
    pub last_contribution: Option<Date>,
    /// How far the person is covered, in the role in which they are covered best; a person who left covers nothing and
    /// is at `missing`.
    pub level: CoverageLevel,
    /// The day the person left the customer; null means that they are there.
    #[serde(default)]
    pub left_on: Option<Date>,
}

/// How far one buying role is covered, and how far the stage asks for it.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, CoverageLevel, RoleCoverage};
///
/// let text = r#"{
///     "role": "coach", "reached": "missing", "required": "identified", "holders": []
/// }"#;
/// let coach: RoleCoverage = serde_json::from_str(text)?;
/// assert!(coach.is_short());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleCoverage {
    /// The role.
    pub role: BuyingRole,
    /// The level of the best-covered holder. A hostile technical gatekeeper holds the role at `contacted` at most,
    /// whoever else plays it: a veto is a veto.
    pub reached: CoverageLevel,
    /// What the stage asks for; null where it asks nothing, or the stage is not known.
    #[serde(default)]
    pub required: Option<CoverageLevel>,
    /// Who plays the role and has not left, by identifier; what is known of them stands in the verdict's `people`.
    pub holders: Vec<StakeholderId>,
}

impl RoleCoverage {
    /// Whether the stage asks for more than is reached.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.required.is_some_and(|required| self.reached < required)
    }
}

impl CoverageVerdict {
    /// A person of the committee.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, Playbook, Stance, check_committee};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
    ///     "stakeholders": [{"id": "np-engineer", "account": "north-plant"}],
    ///     "committee_seats": [{"opportunity": "press-line", "stakeholder": "np-engineer", "stance": "neutral"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let verdict = check_committee(account, opportunity, None, &Playbook::six_stage(), "2026-05-30".parse()?);
    /// assert_eq!(verdict.person(&"np-engineer".parse()?).unwrap().stance, Some(Stance::Neutral));
    /// assert!(verdict.person(&"somebody-else".parse()?).is_none());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn person(&self, id: &StakeholderId) -> Option<&CommitteePerson> {
        self.people.iter().find(|person| person.stakeholder == *id)
    }
}

/// How far a buying committee is covered on a day, and what is missing. Source: `[KRM]`, D5.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, VetoRisk, check_committee};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_committee(account, opportunity, None, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.roles.len(), 4, "every role, covered or not");
/// assert_eq!(verdict.veto_risk, VetoRisk::Unknown);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverageVerdict {
    /// The day the verdict holds for.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The stage whose requirements were held against the committee; null where it is not known.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// Everybody who ever sat in the committee, by identifier.
    pub people: Vec<CommitteePerson>,
    /// The four roles, in the order of their definition.
    pub roles: Vec<RoleCoverage>,
    /// People of the committee who are there and of whom no role is known, by identifier.
    pub without_role: Vec<StakeholderId>,
    /// People of the committee who left the customer, by identifier.
    pub left: Vec<StakeholderId>,
    /// Whether a technical gatekeeper might say no.
    pub veto_risk: VetoRisk,
    /// How far the committee as a whole is covered, with the parts it is made of; null where the stage asks nothing or
    /// is not known.
    #[serde(default)]
    pub score: Option<CoverageScore>,
    /// What is missing: the most severe first, then by kind, role and people.
    pub gaps: Vec<CoverageGap>,
}
