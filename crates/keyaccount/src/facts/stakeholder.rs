//! Stakeholders, their seats in buying committees, and how both change.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, Influence, Label, OpportunityId, StakeholderId, vocabulary};

vocabulary! {
    /// The four buying roles of the CUTE method. Source: `[KRM]`, D5.
    ///
    /// A role is what a person does in one purchase, never a job title.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::BuyingRole;
    ///
    /// let codes: Vec<_> = BuyingRole::ALL.iter().map(|role| role.as_str()).collect();
    /// assert_eq!(codes, ["coach", "user", "technical_gatekeeper", "economic_decision_maker"]);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum BuyingRole {
        /// Guides the sale: information and advice at each phase.
        Coach = "coach", "coach", "教练";
        /// Uses or maintains what is bought, and judges its effect on their own work.
        User = "user", "user", "使用者";
        /// Measures the proposal: cannot say yes, can usually say no.
        TechnicalGatekeeper = "technical_gatekeeper", "technical gatekeeper", "技术把关者";
        /// Controls the money and says the final yes.
        EconomicDecisionMaker = "economic_decision_maker", "economic decision maker", "最终决策者";
    }
}

vocabulary! {
    /// Where a person stands towards us in a purchase. Source: `[CCA]`, D6.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Stance;
    ///
    /// assert!(Stance::Supporter.is_favourable());
    /// assert!(!Stance::Neutral.is_favourable());
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Stance {
        /// Works against us.
        Hostile = "hostile", "hostile", "敌对者";
        /// Neither for nor against us.
        Neutral = "neutral", "neutral", "中立者";
        /// Is for us.
        Supporter = "supporter", "supporter", "支持者";
        /// Actively helps us to get the project.
        Ally = "ally", "ally", "结盟者";
        /// Shares what others do not get to know.
        Insider = "insider", "insider", "内线";
    }
}

impl Stance {
    /// Supporter, ally and insider are for us.
    #[must_use]
    pub fn is_favourable(self) -> bool {
        self >= Self::Supporter
    }
}

vocabulary! {
    /// Where a coach sits. Source: `[KRM]`, D5.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::CoachPosition::OurCompany.as_str(), "our_company");
    /// ```
    pub enum CoachPosition {
        /// Inside the customer.
        Customer = "customer", "inside the customer", "客户内部";
        /// Outside both companies.
        Outside = "outside", "outside both", "双方之外";
        /// Inside our own company.
        OurCompany = "our_company", "inside our company", "我方内部";
    }
}

/// A person who counts for an account's purchases.
///
/// Name, title and department are personal and may be left out; nothing is inferred from them.
///
/// # Examples
/// ```
/// use keyaccount::Stakeholder;
///
/// let person = Stakeholder::new("np-works-manager".parse()?, "north-plant".parse()?);
/// assert!(person.title.is_none());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    /// Identifies the person; unique in a book.
    pub id: StakeholderId,
    /// The account whose purchases the person counts for.
    pub account: AccountId,
    /// The person's name.
    #[serde(default)]
    pub name: Option<Label>,
    /// The person's job title; it says nothing about the buying role.
    #[serde(default)]
    pub title: Option<Label>,
    /// The person's department.
    #[serde(default)]
    pub department: Option<Label>,
    /// The person they report to.
    #[serde(default)]
    pub reports_to: Option<StakeholderId>,
}

impl Stakeholder {
    /// A person of whom only the account is known.
    #[must_use]
    pub const fn new(id: StakeholderId, account: AccountId) -> Self {
        Self { id, account, name: None, title: None, department: None, reports_to: None }
    }
}

/// A person's part in one opportunity's buying committee.
///
/// Roles, stance and influence hold from `since` (always, where it is null) until a
/// [`StakeholderChange`] says otherwise.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, CommitteeSeat};
///
/// let mut seat = CommitteeSeat::new("press-line".parse()?, "np-works-manager".parse()?);
/// seat.roles = vec![BuyingRole::User];
/// assert!(seat.stance.is_none(), "an unknown stance is not a neutral one");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommitteeSeat {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The person.
    pub stakeholder: StakeholderId,
    /// The day the person joined the committee; null means from the start.
    #[serde(default)]
    pub since: Option<Date>,
    /// The buying roles the person plays; one person may play several.
    #[serde(default)]
    pub roles: Vec<BuyingRole>,
    /// Where the person stands; null means unknown.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// How much the person's word counts, 0 to 100; null means unknown.
    #[serde(default)]
    pub influence: Option<Influence>,
    /// Where a coach sits; null means unknown or no coach.
    #[serde(default)]
    pub coach_position: Option<CoachPosition>,
}

impl CommitteeSeat {
    /// A seat whose roles, stance and influence are unknown.
    #[must_use]
    pub const fn new(opportunity: OpportunityId, stakeholder: StakeholderId) -> Self {
        Self {
            opportunity,
            stakeholder,
            since: None,
            roles: Vec::new(),
            stance: None,
            influence: None,
            coach_position: None,
        }
    }
}

/// A dated change of what is known about a person.
///
/// # Examples
/// ```
/// use keyaccount::{Stance, StakeholderChange, StakeholderChangeKind};
///
/// let won_over = StakeholderChange {
///     stakeholder: "np-works-manager".parse()?,
///     opportunity: Some("press-line".parse()?),
///     on: "2026-05-04".parse()?,
///     change: StakeholderChangeKind::StanceChanged { stance: Some(Stance::Ally) },
/// };
/// assert_eq!(won_over.on.month(), 5);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StakeholderChange {
    /// The person.
    pub stakeholder: StakeholderId,
    /// The opportunity it concerns; null means every committee the person sits in.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// The day it took effect.
    pub on: Date,
    /// What changed.
    pub change: StakeholderChangeKind,
}

/// What changed about a person.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, StakeholderChangeKind};
///
/// let took = StakeholderChangeKind::RoleTaken { role: BuyingRole::Coach };
/// assert!(matches!(took, StakeholderChangeKind::RoleTaken { .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum StakeholderChangeKind {
    /// The person took on a buying role.
    RoleTaken {
        /// The role.
        role: BuyingRole,
    },
    /// The person gave up a buying role.
    RoleGivenUp {
        /// The role.
        role: BuyingRole,
    },
    /// The person's stance changed; null means it became unknown.
    StanceChanged {
        /// The new stance.
        #[serde(default)]
        stance: Option<Stance>,
    },
    /// The person's influence changed; null means it became unknown.
    InfluenceChanged {
        /// The new influence.
        #[serde(default)]
        influence: Option<Influence>,
    },
    /// The person reports to somebody else; null means to nobody known.
    ReportingLineChanged {
        /// The new superior.
        #[serde(default)]
        reports_to: Option<StakeholderId>,
    },
    /// The person left the customer.
    Left {},
}
