//! The breakthrough plan of an opportunity, and what it lacks. Source: `[CCA]`, D9; kinds and severities of its gaps are
//! ours.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::place::Place;
use super::tasks::{TaskStatus, list_open_tasks};
use crate::cute::{CommitteeIndex, CoverageVerdict, list_competitors};
use crate::facts::{AccountBook, BreakthroughPlan, CompetitorStanding, FactKind, FactReference, OpportunityBook, Task};
use crate::playbook::Playbook;
use crate::values::{Date, Language, StakeholderId, vocabulary};
use crate::verdict::{Comparison, Reason, Severity, Unit};

vocabulary! {
    /// What is missing in how an opportunity is planned to be won.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, PlanGapKind};
    ///
    /// assert_eq!(PlanGapKind::NoGoal.label(Language::ZhHans), "计划没有目标");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum PlanGapKind {
        /// There is no breakthrough plan.
        NoPlan = "no_plan", "no breakthrough plan", "没有突破计划";
        /// The latest plan was made for another stage than the one the opportunity is in.
        PlanOfAnotherStage = "plan_of_another_stage", "plan of another stage", "计划属于另一阶段";
        /// The plan does not say what is to be reached.
        NoGoal = "no_goal", "plan without a goal", "计划没有目标";
        /// The plan names no resources of ours.
        NoInternalResources = "no_internal_resources", "plan without resources of ours", "计划没有内部资源";
        /// The plan names no resources of others.
        NoExternalResources = "no_external_resources", "plan without resources of others", "计划没有外部资源";
        /// The opportunity has no open task.
        NoOpenTask = "no_open_task", "no open task", "没有未完成任务";
        /// Open tasks are nobody's.
        TaskWithoutOwner = "task_without_owner", "task without owner", "任务无负责人";
        /// Open tasks have no day by which they are to be done.
        TaskWithoutDate = "task_without_date", "task without date", "任务无期限";
        /// Open tasks were due before.
        TaskOverdue = "task_overdue", "task overdue", "任务逾期";
        /// A critical gap in the coverage of people none of whom an open task names.
        CriticalGapUnaddressed = "critical_gap_unaddressed", "critical gap not addressed", "严重缺口无人处理";
        /// Nothing is recorded of what we mean to do about competitors that are still in the race.
        CompetitorWithoutStrategy = "competitor_without_strategy", "competitor without a strategy", "竞争对手无应对策略";
    }
}

/// One thing that a plan lacks.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, PlanGapKind, check_plan};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let status = check_plan(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let kinds: Vec<_> = status.gaps.iter().map(|gap| gap.kind).collect();
/// assert_eq!(kinds, [PlanGapKind::NoPlan, PlanGapKind::NoOpenTask]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanGap {
    /// What is missing.
    pub kind: PlanGapKind,
    /// How much it matters.
    pub severity: Severity,
    /// The rule, the numbers and the facts.
    pub reason: Reason,
}

impl PlanGap {
    /// A gap whose rule is named like its kind.
    fn new(kind: PlanGapKind, severity: Severity, message: impl Into<String>) -> Self {
        Self { kind, severity, reason: Reason::new(kind.as_str(), message) }
    }

    fn comparing(mut self, comparison: Comparison) -> Self {
        self.reason = self.reason.comparing(comparison);
        self
    }

    fn citing(mut self, facts: impl IntoIterator<Item = FactReference>) -> Self {
        self.reason = self.reason.citing(facts);
        self
    }
}

/// The breakthrough plan that holds on a day, and what it lacks.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, check_plan};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "breakthrough_plans": [
///         {"opportunity": "press-line", "on": "2026-05-11", "stage": "comparison", "goal": "have the test report compared"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let status = check_plan(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(status.plan.unwrap().stage.as_str(), "comparison");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanStatus {
    /// The latest plan made up to the day; null where there is none.
    #[serde(default)]
    pub plan: Option<BreakthroughPlan>,
    /// What it lacks, and what its tasks lack: the gravest first, then by kind. Empty once the opportunity is decided.
    pub gaps: Vec<PlanGap>,
}

/// Checks how an opportunity is planned to be won: its latest breakthrough plan, its open tasks, its competitors, and
/// whether the critical gaps in the coverage of its committee are being seen to.
///
/// | gap | severity |
/// |---|---|
/// | critical gap not addressed | critical |
/// | no plan | high from the last open stage on, else medium |
/// | competitor without a strategy | high where one of them is ahead of us, else medium |
/// | plan of another stage, without a goal; no open task, task overdue, task without owner | medium |
/// | plan without resources of ours, of others; task without date | low |
///
/// A critical gap is addressed where an open task names one of the people it concerns; the tasks of the account that
/// serve no opportunity in particular count for this as well. Critical gaps that concern nobody known are not judged,
/// since no task could name anybody. An opportunity that is won or lost needs no plan to win it.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, PlanGapKind, Severity, check_plan};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "created", "stage": "commitment"}}
///     ],
///     "stakeholders": [{"id": "np-director", "account": "north-plant"}],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"]}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let status = check_plan(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let worst = &status.gaps[0];
/// assert_eq!((worst.kind, worst.severity), (PlanGapKind::CriticalGapUnaddressed, Severity::Critical));
/// assert_eq!(worst.reason.facts[0].id, "np-director", "never met, and no task names them");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn check_plan(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    as_of: Date,
) -> PlanStatus {
    CommitteeIndex::new(account, as_of).check_plan(opportunity, playbook)
}

impl CommitteeIndex<'_> {
    /// Checks how an opportunity is planned to be won, as [`check_plan`] does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, check_plan};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let status = CommitteeIndex::new(account, as_of).check_plan(opportunity, &playbook);
    /// assert_eq!(status, check_plan(account, opportunity, &playbook, as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn check_plan(&self, opportunity: &OpportunityBook, playbook: &Playbook) -> PlanStatus {
        let place = Place::of(opportunity, playbook, self.as_of);
        let coverage = self.check(opportunity, place.stage, playbook);
        judge_plan(self.account, opportunity, &place, &coverage)
    }
}

/// Judges the plan, with the coverage of the committee known already.
pub(in crate::cute) fn judge_plan(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    place: &Place<'_>,
    coverage: &CoverageVerdict,
) -> PlanStatus {
    let as_of = coverage.as_of;
    let plan = opportunity.plans.iter().filter(|plan| plan.on <= as_of).max_by_key(|plan| plan.on);
    let mut gaps = Vec::new();
    if !place.is_decided {
        match plan {
            None => gaps.push(no_plan(opportunity, place)),
            Some(plan) => gaps.extend(lacking(plan, place)),
        }
        gaps.extend(tasks(opportunity, &list_open_tasks(account, opportunity, as_of)));
        gaps.extend(unaddressed(account, opportunity, coverage));
        gaps.extend(competitors(opportunity, as_of));
        gaps.sort_by_key(|gap| (Reverse(gap.severity), gap.kind));
    }
    PlanStatus { plan: plan.cloned(), gaps }
}

fn no_plan(opportunity: &OpportunityBook, place: &Place<'_>) -> PlanGap {
    let severity = if place.is_at_end { Severity::High } else { Severity::Medium };
    PlanGap::new(PlanGapKind::NoPlan, severity, "no breakthrough plan is recorded")
        .comparing(Comparison::new("plans", 0, Unit::Count).against(1))
        .citing([FactReference::new(FactKind::Opportunity, &opportunity.opportunity.id)])
}

fn lacking(plan: &BreakthroughPlan, place: &Place<'_>) -> Vec<PlanGap> {
    let reference = || FactReference::new(FactKind::BreakthroughPlan, format!("{} {}", plan.opportunity, plan.on));
    let mut gaps = Vec::new();
    if let Some(stage) = place.stage.filter(|stage| !place.is_named(stage, &plan.stage)) {
        let message = format!("the plan of {} was made for {}, and the stage is {}", plan.on, plan.stage, stage.id);
        let gap = PlanGap::new(PlanGapKind::PlanOfAnotherStage, Severity::Medium, message);
        gaps.push(gap.comparing(Comparison::new("stage_of_plan", &plan.stage, Unit::Word).against(&stage.id)));
    }
    if plan.goal.is_none() {
        let message = format!("the plan of {} does not say what is to be reached", plan.on);
        gaps.push(PlanGap::new(PlanGapKind::NoGoal, Severity::Medium, message));
    }
    for (kind, whose, resources) in [
        (PlanGapKind::NoInternalResources, "ours", &plan.internal_resources),
        (PlanGapKind::NoExternalResources, "others", &plan.external_resources),
    ] {
        if resources.is_empty() {
            let message = format!("the plan of {} names no resources of {whose}", plan.on);
            let gap = PlanGap::new(kind, Severity::Low, message);
            gaps.push(gap.comparing(Comparison::new("resources", 0, Unit::Count).against(1)));
        }
    }
    gaps.into_iter().map(|gap| gap.citing([reference()])).collect()
}

fn tasks(opportunity: &OpportunityBook, tasks: &[TaskStatus]) -> Vec<PlanGap> {
    if tasks.is_empty() {
        let gap = PlanGap::new(PlanGapKind::NoOpenTask, Severity::Medium, "the opportunity has no open task");
        let gap = gap.comparing(Comparison::new("open_tasks", 0, Unit::Count).against(1));
        return vec![gap.citing([FactReference::new(FactKind::Opportunity, &opportunity.opportunity.id)])];
    }
    let found = |kind: PlanGapKind, severity: Severity, which: &dyn Fn(&TaskStatus) -> bool, what: &str| {
        let concerned: Vec<&TaskStatus> = tasks.iter().filter(|task| which(task)).collect();
        let first = concerned.first()?;
        let message = match concerned.len() {
            1 => format!("an open task {what}: {}", first.task),
            count => format!("{count} of {} open tasks {what}; the first: {}", tasks.len(), first.task),
        };
        let gap = PlanGap::new(kind, severity, message);
        let gap = gap.comparing(Comparison::new("tasks", concerned.len(), Unit::Count).against(0));
        let longest = concerned.iter().filter_map(|task| task.days_overdue).max();
        let gap = match longest.filter(|_| kind == PlanGapKind::TaskOverdue) {
            Some(days) => gap.comparing(Comparison::new("days_overdue", days, Unit::Days).against(0)),
            None => gap,
        };
        Some(gap.citing(concerned.iter().map(|task| task.reference())))
    };
    let (low, medium) = (Severity::Low, Severity::Medium);
    [
        found(PlanGapKind::TaskWithoutOwner, medium, &|task| task.owner.is_none(), "without an owner"),
        found(PlanGapKind::TaskWithoutDate, low, &|task| task.due_on.is_none(), "without a day to be done by"),
        found(PlanGapKind::TaskOverdue, medium, &|task| task.is_overdue, "overdue"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn unaddressed(account: &AccountBook, opportunity: &OpportunityBook, coverage: &CoverageVerdict) -> Vec<PlanGap> {
    let serves = |task: &&Task| task.opportunity.as_ref().is_none_or(|id| *id == opportunity.opportunity.id);
    let open = account.tasks.iter().filter(serves).filter(|task| task.is_open_on(coverage.as_of));
    let named: Vec<&StakeholderId> = open.filter_map(|task| task.stakeholder.as_ref()).collect();
    let is_open_wound = |gap: &&crate::cute::CoverageGap| {
        gap.severity == Severity::Critical
            && !gap.stakeholders.is_empty()
            && !gap.stakeholders.iter().any(|person| named.contains(&person))
    };
    let gap = |gap: &crate::cute::CoverageGap| {
        let what = gap.kind.label(Language::En);
        PlanGap::new(
            PlanGapKind::CriticalGapUnaddressed,
            Severity::Critical,
            format!("no open task names anybody of this gap: {what}"),
        )
        .comparing(Comparison::new("coverage_gap", gap.kind, Unit::Word))
        .comparing(Comparison::new("open_tasks", 0, Unit::Count).against(1))
        .citing(gap.stakeholders.iter().map(|person| FactReference::new(FactKind::Stakeholder, person)))
    };
    coverage.gaps.iter().filter(is_open_wound).map(gap).collect()
}

fn competitors(opportunity: &OpportunityBook, as_of: Date) -> Option<PlanGap> {
    let all = list_competitors(opportunity, as_of);
    let open: Vec<_> = all.iter().filter(|competitor| competitor.wants_strategy()).collect();
    // The one who stands best comes first; of equal ones the first by name.
    let first = open.iter().min_by_key(|competitor| Reverse(competitor.standing))?;
    let is_ahead = first.standing == Some(CompetitorStanding::Ahead);
    let severity = if is_ahead { Severity::High } else { Severity::Medium };
    let message = match open.len() {
        1 => format!("no strategy is recorded against {}", first.competitor),
        count => format!("no strategy is recorded against {count} competitors; the first: {}", first.competitor),
    };
    let gap = PlanGap::new(PlanGapKind::CompetitorWithoutStrategy, severity, message);
    let standing = match first.standing {
        Some(standing) => Comparison::new("best_standing", standing, Unit::Word),
        None => Comparison::unknown("best_standing", Unit::Word),
    };
    let gap = gap.comparing(Comparison::new("competitors", open.len(), Unit::Count).against(0)).comparing(standing);
    Some(gap.citing(open.iter().map(|competitor| competitor.reference(opportunity))))
}
