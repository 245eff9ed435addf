//! What a diagnosis comes to: six steps, where it is stuck, the parts they follow from, and what to do next.

use serde::{Deserialize, Serialize};

use crate::cute::{
    ChainVerdict, CompetitorStatus, ComplianceFinding, CoverageVerdict, GatesVerdict, PlanStatus, RankedMove,
    SupportVerdict, TaskStatus,
};
use crate::playbook::LabelPair;
use crate::values::{AccountId, Date, OpportunityId, StageId, StakeholderId, vocabulary};
use crate::verdict::{Reason, Severity};

vocabulary! {
    /// The six steps of a diagnosis, in their order. Source: `[CCA]`, D9.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::DiagnosisStepKind;
    ///
    /// assert!(DiagnosisStepKind::Organisation < DiagnosisStepKind::Breakthrough);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum DiagnosisStepKind {
        /// Who is there, in which role, and who reports to whom.
        Organisation = "organisation", "organisation, roles and powers", "组织架构、角色与权力";
        /// Where each key person stands, how much they weigh, and how we reach them.
        DecisionChain = "decision_chain", "decision chain", "决策链";
        /// How far the purchase has come.
        ProcurementPhase = "procurement_phase", "procurement phase", "采购阶段";
        /// What we have to do.
        Tasks = "tasks", "tasks", "任务清单";
        /// Who else is in the race, and what we do about it.
        Competitors = "competitors", "competitors and our strategy", "竞争对手与我方策略";
        /// How we mean to break through in this phase, and by which resources.
        Breakthrough = "breakthrough", "resources and breakthrough plan", "资源与突破计划";
    }
}

vocabulary! {
    /// How a step of a diagnosis stands.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, StepState};
    ///
    /// assert_eq!(StepState::Stuck.label(Language::ZhHans), "卡住");
    /// ```
    pub enum StepState {
        /// Nothing is left to do.
        Clear = "clear", "clear", "畅通";
        /// Something is left to do, and nothing bars it.
        Open = "open", "open", "推进中";
        /// It does not go on unless something is done.
        Stuck = "stuck", "stuck", "卡住";
        /// Too little is recorded to say.
        Unknown = "unknown", "not known", "未知";
    }
}

vocabulary! {
    /// From where we work towards the decision. Source: `[CCA]`, D9.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, WorkingDirection};
    ///
    /// assert_eq!(WorkingDirection::BottomUp.label(Language::ZhHans), "自下而上");
    /// ```
    pub enum WorkingDirection {
        /// From the decision maker down.
        TopDown = "top_down", "top-down", "自上而下";
        /// From people below up to the decision maker.
        BottomUp = "bottom_up", "bottom-up", "自下而上";
    }
}

/// One step of a diagnosis.
///
/// # Examples
/// ```
/// use keyaccount::{DiagnosisStep, DiagnosisStepKind};
///
/// let text = r#"{"step": "competitors", "state": "unknown", "severity": "low", "reasons": []}"#;
/// let step: DiagnosisStep = serde_json::from_str(text)?;
/// assert_eq!(step.step, DiagnosisStepKind::Competitors);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DiagnosisStep {
    /// The step.
    pub step: DiagnosisStepKind,
    /// How it stands.
    pub state: StepState,
    /// The severity of the gravest reason; null where the step is clear.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Why: first what it is stuck at, then what is left to do, then what is not known; the gravest first.
    pub reasons: Vec<Reason>,
}

/// How far the purchase has come.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, diagnose_opportunity};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "created", "stage": "comparison"}}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = diagnose_opportunity(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.phase.days_in_stage, Some(25));
/// assert_eq!(verdict.phase.is_end_mark_met, Some(false));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcurementPhase {
    /// The stage; null where it is not known.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// The day it was entered; null where nothing had happened yet.
    #[serde(default)]
    pub entered_on: Option<Date>,
    /// Whole days since then.
    #[serde(default)]
    pub days_in_stage: Option<u32>,
    /// Whether it has stood still for too long; null where the stage is not known or the playbook sets no limit.
    #[serde(default)]
    pub is_stalled: Option<bool>,
    /// What shows that the stage is done; null where the playbook says nothing.
    #[serde(default)]
    pub end_mark: Option<LabelPair>,
    /// Whether the end mark was met; null where there is none.
    #[serde(default)]
    pub is_end_mark_met: Option<bool>,
    /// What the customer does in this stage; null where the playbook says nothing.
    #[serde(default)]
    pub activity: Option<LabelPair>,
}

/// Whether we can work towards the decision from one side.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, WorkingDirection, diagnose_opportunity};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = diagnose_opportunity(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.directions[0].direction, WorkingDirection::TopDown);
/// assert!(verdict.directions[0].is_open.is_none(), "nobody is known to say the final yes");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DirectionStatus {
    /// The direction.
    pub direction: WorkingDirection,
    /// Whether somebody carries us that way; null where no decision maker is known.
    #[serde(default)]
    pub is_open: Option<bool>,
    /// Who does, by identifier.
    pub stakeholders: Vec<StakeholderId>,
    /// Why.
    pub reason: Reason,
}

/// An opportunity's diagnosis on a day, see [`diagnose_opportunity`](crate::diagnose_opportunity). Source: `[CCA]`, D9.
///
/// # Examples
/// ```
/// use keyaccount::{Book, DiagnosisStepKind, Playbook, diagnose_opportunity};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "created", "stage": "comparison"}}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = diagnose_opportunity(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.stuck_at, Some(DiagnosisStepKind::Organisation), "nobody is known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DiagnosisVerdict {
    /// The day the verdict holds for.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The six steps, in their order.
    pub steps: Vec<DiagnosisStep>,
    /// The first step that is stuck; its first reason says at what. Null where none is.
    #[serde(default)]
    pub stuck_at: Option<DiagnosisStepKind>,
    /// From where we can work towards the decision: top-down, then bottom-up.
    pub directions: Vec<DirectionStatus>,
    /// How far the purchase has come.
    pub phase: ProcurementPhase,
    /// How far the committee is covered.
    pub coverage: CoverageVerdict,
    /// Who is for us, and where that is going.
    pub support: SupportVerdict,
    /// Who is tied to whom, and how to reach those we need; every decision maker is among them.
    pub chain: ChainVerdict,
    /// The three gates.
    pub gates: GatesVerdict,
    /// The open tasks of the opportunity.
    pub tasks: Vec<TaskStatus>,
    /// The competitors in it.
    pub competitors: Vec<CompetitorStatus>,
    /// The breakthrough plan, and what it lacks.
    pub plan: PlanStatus,
    /// What has to be looked into: what names the opportunity, somebody of its committee, or neither any opportunity
    /// nor any person.
    pub compliance: Vec<ComplianceFinding>,
    /// What to do next, the first first; at most twenty. Empty where the opportunity is lost.
    pub next_moves: Vec<RankedMove>,
    /// How many moves there are beyond those listed.
    pub more_moves: usize,
}
