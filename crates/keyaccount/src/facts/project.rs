//! What is known and planned about one project of the customer: information points, competitors, tasks, plans.

use serde::{Deserialize, Serialize};

use crate::values::{
    AccountId, Date, Label, MemberId, Note, OpportunityId, StageId, StakeholderId, TaskId, vocabulary,
};

vocabulary! {
    /// The nine things to know about a project. Source: `[CCA]`, D8.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::InformationPoint;
    ///
    /// assert_eq!(InformationPoint::ALL.len(), 9);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum InformationPoint {
        /// Our project steps and their sticking point.
        ProjectSteps = "project_steps", "our project steps and their sticking point", "项目步骤与卡点";
        /// The customer's procurement process and its focus.
        ProcurementProcess = "procurement_process", "procurement process and its focus", "采购流程与重点";
        /// The customer's organisation and our support in it.
        Organisation = "organisation", "organisation and our support in it", "客户组织与我方支持面";
        /// The decision structure and each person's influence.
        DecisionStructure = "decision_structure", "decision structure and influence", "决策结构与影响力";
        /// Funds and credit standing.
        Funds = "funds", "funds and credit standing", "资金与信用";
        /// Why the project exists, and the real need of each person handling it.
        Needs = "needs", "reason of the project and real needs", "立项原因与真实需求";
        /// Resources usable on both sides.
        Resources = "resources", "resources usable on both sides", "双方可用资源";
        /// The competitors on this project.
        Competitors = "competitors", "competitors on this project", "本项目竞争对手";
        /// The critical success factors, of which the three that matter most are followed.
        SuccessFactors = "success_factors", "critical success factors", "关键成功因素";
    }
}

vocabulary! {
    /// How far an information point is known.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::InformationState;
    ///
    /// assert!(InformationState::Confirmed > InformationState::Partial);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum InformationState {
        /// Not known.
        Unknown = "unknown", "unknown", "未知";
        /// Known in part, or not confirmed.
        Partial = "partial", "partial", "部分了解";
        /// Known and confirmed.
        Confirmed = "confirmed", "confirmed", "已确认";
    }
}

/// How far one information point of an opportunity was known from a day on.
///
/// # Examples
/// ```
/// use keyaccount::{InformationPoint, InformationRecord, InformationState};
///
/// let funds = InformationRecord {
///     opportunity: "press-line".parse()?,
///     point: InformationPoint::Funds,
///     on: "2026-04-02".parse()?,
///     state: InformationState::Partial,
///     source: Some("np-director".parse()?),
///     success_factors: vec![],
/// };
/// assert_eq!(funds.state.as_str(), "partial");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InformationRecord {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The point; with the opportunity and the day it identifies the record.
    pub point: InformationPoint,
    /// The day from which it was known so far.
    pub on: Date,
    /// How far.
    pub state: InformationState,
    /// Where it comes from: a person, a document.
    #[serde(default)]
    pub source: Option<Label>,
    /// For `success_factors`: those that matter most on this day, the first first. Empty otherwise.
    #[serde(default)]
    pub success_factors: Vec<Label>,
}

vocabulary! {
    /// How a competitor stands in an opportunity, seen from us.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::CompetitorStanding::Ahead.as_str(), "ahead");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum CompetitorStanding {
        /// Gave up or was ruled out.
        Out = "out", "out", "已出局";
        /// Behind us.
        Behind = "behind", "behind us", "落后于我方";
        /// Level with us.
        Level = "level", "level with us", "势均力敌";
        /// Ahead of us.
        Ahead = "ahead", "ahead of us", "领先于我方";
    }
}

/// What was known of a competitor in one opportunity from a day on, and what we mean to do about it.
///
/// # Examples
/// ```
/// use keyaccount::OpportunityCompetitor;
///
/// let rival = OpportunityCompetitor {
///     opportunity: "press-line".parse()?,
///     competitor: "Rival Presses".parse()?,
///     on: "2026-04-02".parse()?,
///     standing: None,
///     strategy: None,
/// };
/// assert!(rival.standing.is_none(), "how they stand is not known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpportunityCompetitor {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The competitor; with the opportunity and the day it identifies the row.
    pub competitor: Label,
    /// The day from which this holds.
    pub on: Date,
    /// How they stand; null means unknown.
    #[serde(default)]
    pub standing: Option<CompetitorStanding>,
    /// Our strategy against them; null means none is recorded.
    #[serde(default)]
    pub strategy: Option<Note>,
}

/// Something we have to do for an account.
///
/// # Examples
/// ```
/// use keyaccount::Task;
///
/// let task = Task::new("task-9".parse()?, "north-plant".parse()?, "bring the test report".parse()?);
/// assert!(task.is_open_on("2026-05-30".parse()?));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Identifies the task; unique in a book.
    pub id: TaskId,
    /// The account.
    pub account: AccountId,
    /// What is to be done.
    pub title: Label,
    /// The opportunity it serves; null means none in particular.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// Who of us is to do it; null means nobody yet.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// The person it concerns.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// The day it was set; null means unknown, and it counts from the start.
    #[serde(default)]
    pub opened_on: Option<Date>,
    /// The day by which it is to be done.
    #[serde(default)]
    pub due_on: Option<Date>,
    /// The day it was done or dropped; null means that it is open.
    #[serde(default)]
    pub closed_on: Option<Date>,
}

impl Task {
    /// An open task without owner or date.
    #[must_use]
    pub const fn new(id: TaskId, account: AccountId, title: Label) -> Self {
        Self {
            id,
            account,
            title,
            opportunity: None,
            owner: None,
            stakeholder: None,
            opened_on: None,
            due_on: None,
            closed_on: None,
        }
    }

    /// Whether it was set and not yet closed at the end of a day.
    #[must_use]
    pub fn is_open_on(&self, day: Date) -> bool {
        self.opened_on.is_none_or(|opened| opened <= day) && self.closed_on.is_none_or(|closed| closed > day)
    }

    /// Whether it is open on a day and was due before.
    #[must_use]
    pub fn is_overdue_on(&self, day: Date) -> bool {
        self.is_open_on(day) && self.due_on.is_some_and(|due| due < day)
    }
}

/// How we mean to break through in one stage of an opportunity, with the resources for it. Its steps are the open
/// tasks of the opportunity. Source: `[CCA]`, D9.
///
/// # Examples
/// ```
/// use keyaccount::BreakthroughPlan;
///
/// let plan = BreakthroughPlan {
///     opportunity: "press-line".parse()?,
///     on: "2026-05-11".parse()?,
///     stage: "comparison".parse()?,
///     goal: Some("the engineers' test report is the one compared with".parse()?),
///     internal_resources: vec!["application laboratory".parse()?],
///     external_resources: vec![],
/// };
/// assert!(plan.external_resources.is_empty());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BreakthroughPlan {
    /// The opportunity; with the day it identifies the plan.
    pub opportunity: OpportunityId,
    /// The day it was made.
    pub on: Date,
    /// The stage it was made for.
    pub stage: StageId,
    /// What is to be reached; null means not said.
    #[serde(default)]
    pub goal: Option<Note>,
    /// Resources of ours that it counts on.
    #[serde(default)]
    pub internal_resources: Vec<Label>,
    /// Resources of others that it counts on.
    #[serde(default)]
    pub external_resources: Vec<Label>,
}
