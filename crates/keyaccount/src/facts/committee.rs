//! Seats in buying committees, what people contribute there, and how both change.

use serde::{Deserialize, Serialize};

use super::stakeholder::{BuyingRole, CoachPosition, CommunicationStyle, Driver, NonSupporterKind, Stance};
use crate::values::{ContributionId, Date, Influence, Label, Note, OpportunityId, StakeholderId, vocabulary};

/// A person's part in one opportunity's buying committee.
///
/// What it says holds from `since` (always, where it is null) until a [`StakeholderChange`] says otherwise.
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
    /// Why the person is not for us; null means unknown, or that they are for us.
    #[serde(default)]
    pub non_supporter: Option<NonSupporterKind>,
    /// Whether the person also informs a competitor of ours; null means unknown.
    #[serde(default)]
    pub informs_competitor: Option<bool>,
    /// What moves the person in this purchase, the strongest first; empty means unknown.
    #[serde(default)]
    pub drivers: Vec<Driver>,
    /// The formal roles that the customer or the CRM gives the person, such as `purchaser`. Nothing is inferred from
    /// them: a formal role is no buying role.
    #[serde(default)]
    pub formal_roles: Vec<Label>,
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
            non_supporter: None,
            informs_competitor: None,
            drivers: Vec::new(),
            formal_roles: Vec::new(),
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
///     change: StakeholderChangeKind::StanceChanged { stance: Some(Stance::Ally), non_supporter: None },
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
        /// Why the person is not for us; null means unknown, or that they are for us.
        #[serde(default)]
        non_supporter: Option<NonSupporterKind>,
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
    /// Where a coach sits changed, or became unknown.
    CoachPositionChanged {
        /// The new position.
        #[serde(default)]
        coach_position: Option<CoachPosition>,
    },
    /// Whether the person informs a competitor changed, or became unknown.
    InformsCompetitorChanged {
        /// Whether they do; null means unknown.
        #[serde(default)]
        informs_competitor: Option<bool>,
    },
    /// What moves the person changed.
    DriversChanged {
        /// The new drivers, the strongest first; empty means unknown.
        #[serde(default)]
        drivers: Vec<Driver>,
    },
    /// The formal roles changed.
    FormalRolesChanged {
        /// The new formal roles.
        #[serde(default)]
        formal_roles: Vec<Label>,
    },
    /// How the person likes to be spoken with was learned anew.
    CommunicationStyleChanged {
        /// The style; null means unknown.
        #[serde(default)]
        communication_style: Option<CommunicationStyle>,
    },
    /// The person left the customer.
    Left {},
}

vocabulary! {
    /// What somebody contributed to our getting an opportunity. Source: `[KRM]`, D5.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BuyingRole, ContributionKind};
    ///
    /// assert!(ContributionKind::TestReport.counts_for(BuyingRole::User));
    /// assert!(!ContributionKind::TestReport.counts_for(BuyingRole::Coach));
    /// ```
    pub enum ContributionKind {
        /// Told us what we would not have known.
        Information = "information", "information", "提供信息";
        /// Advised us how to go on.
        Guidance = "guidance", "guidance", "指导";
        /// Introduced us to somebody.
        Introduction = "introduction", "introduction", "引荐";
        /// Told us about competitors.
        CompetitorIntelligence = "competitor_intelligence", "competitor intelligence", "竞争情报";
        /// Let us have a part in the specification.
        SpecificationInput = "specification_input", "input to the specification", "参与规格制定";
        /// Set a threshold that keeps others out.
        Threshold = "threshold", "a threshold that keeps others out", "设置门槛";
        /// Gave a reference.
        Reference = "reference", "reference", "推荐证明";
        /// Gave a test report.
        TestReport = "test_report", "test report", "测试报告";
        /// Spoke for us inside, which relieves the gatekeeper.
        InternalSupport = "internal_support", "internal support", "内部支持";
        /// Fixed the budget or the time of the purchase in our favour.
        Budget = "budget", "budget or timing fixed", "确定预算或时间";
        /// Said that the purchase is to go to us.
        Commitment = "commitment", "commitment", "承诺";
    }
}

impl ContributionKind {
    /// Whether it is what somebody in a role does for us. Coach, gatekeeper and user are from the source; budget and
    /// commitment for the decision maker are ours.
    #[must_use]
    pub const fn counts_for(self, role: BuyingRole) -> bool {
        match role {
            BuyingRole::Coach => matches!(self, Self::Information | Self::Guidance | Self::Introduction),
            BuyingRole::User => matches!(self, Self::Reference | Self::TestReport | Self::InternalSupport),
            BuyingRole::TechnicalGatekeeper => {
                matches!(self, Self::CompetitorIntelligence | Self::SpecificationInput | Self::Threshold)
            }
            BuyingRole::EconomicDecisionMaker => matches!(self, Self::Budget | Self::Commitment),
        }
    }
}

/// Something a person did for us in one opportunity.
///
/// # Examples
/// ```
/// use keyaccount::{Contribution, ContributionKind};
///
/// let report = Contribution {
///     id: "contribution-3".parse()?,
///     opportunity: "press-line".parse()?,
///     stakeholder: "np-works-manager".parse()?,
///     on: "2026-05-04".parse()?,
///     kind: ContributionKind::TestReport,
///     note: None,
/// };
/// assert_eq!(report.kind.as_str(), "test_report");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Identifies the contribution; unique in a book.
    pub id: ContributionId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The person.
    pub stakeholder: StakeholderId,
    /// The day.
    pub on: Date,
    /// What it was.
    pub kind: ContributionKind,
    /// A remark.
    #[serde(default)]
    pub note: Option<Note>,
}
