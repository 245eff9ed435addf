//! Which moves the playbook allows, and what is unmet where it does not.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::criterion::{Criterion, UnmetCriterion};
use super::machine::{Machine, Place};
use super::state::OpportunityStatus;
use crate::facts::{CreditShare, ForecastCategory, OpportunityChange, Override, RecurringRevenue, are_whole};
use crate::playbook::{Playbook, Stage, StagePhase};
use crate::values::{Date, Money, PipelineId, StageId, vocabulary};

vocabulary! {
    /// What a change does to an opportunity. Source: `[KRM]`, D3.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::MoveKind::Advance.as_str(), "advance");
    /// ```
    pub enum MoveKind {
        /// Comes into being.
        Create = "create", "create", "新建";
        /// To the next stage.
        Advance = "advance", "advance", "推进";
        /// Forwards over stages between.
        Skip = "skip", "skip", "跳过";
        /// Backwards.
        Regress = "regress", "regress", "退回";
        /// Signed.
        Win = "win", "win", "签约";
        /// Paid.
        Realise = "realise", "realise", "回款";
        /// Lost.
        Lose = "lose", "lose", "丢单";
        /// Taken up again after closing.
        Reopen = "reopen", "reopen", "重启";
        /// Laid to rest until a day.
        Park = "park", "park", "搁置";
        /// Taken up again after a rest.
        Resume = "resume", "resume", "恢复";
        /// Into a known stage out of an unknown one: whether forwards or back is not known.
        Enter = "enter", "enter", "进入";
        /// To another pipeline.
        Transfer = "transfer", "move to another pipeline", "转入其他流程";
        /// To the stage it is in already, or to one the playbook does not know.
        Nowhere = "nowhere", "nowhere", "未变动";
        /// What is known of it changes, not where it stands.
        Update = "update", "update", "更新";
    }
}

/// A move that is possible now, given what it needs (a reason to lose, a day to resume).
///
/// # Examples
/// ```
/// use keyaccount::{AllowedMove, MoveKind};
///
/// let back = AllowedMove { kind: MoveKind::Regress, to: Some("interest".parse()?), pipeline: None };
/// assert_eq!(back.kind, MoveKind::Regress);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AllowedMove {
    /// What the move does.
    pub kind: MoveKind,
    /// The stage it leads to, where it leads to one.
    #[serde(default)]
    pub to: Option<StageId>,
    /// The pipeline it leads to, where it leads to another one.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
}

impl AllowedMove {
    const fn new(kind: MoveKind, to: Option<StageId>) -> Self {
        Self { kind, to, pipeline: None }
    }
}

/// What a change would do to an opportunity, and what it does not meet.
pub(super) struct Plan {
    pub(super) kind: MoveKind,
    pub(super) unmet: Vec<UnmetCriterion>,
    /// The override that lets the move pass, where one is needed and valid.
    pub(super) authorisation: Option<Override>,
}

impl Plan {
    pub(super) fn is_allowed(&self) -> bool {
        self.unmet.is_empty() || self.authorisation.is_some()
    }

    /// Whether a person with authority could let the move pass, or nothing is unmet.
    pub(super) fn can_be_overridden(&self) -> bool {
        // Who lacks the authority can be replaced by who has it.
        let passes =
            |unmet: &UnmetCriterion| unmet.can_be_overridden || unmet.criterion == Criterion::OverrideAuthority;
        self.unmet.iter().all(passes)
    }
}

/// Holds a change against the rules.
pub(super) fn plan(machine: &Machine<'_>, change: &OpportunityChange, on: Date, playbook: &Playbook) -> Plan {
    let kind = kind_of(machine, change);
    let mut unmet = unmet_by(machine, change, kind, on);
    let authorisation = match change {
        OpportunityChange::StageChanged { authorisation, .. } | OpportunityChange::Won { authorisation } => {
            authorisation
        }
        _ => &None,
    };
    let mut valid = None;
    if let Some(authorisation) = authorisation.as_ref().filter(|_| !unmet.is_empty()) {
        let authority = &playbook.draft().override_authority;
        if !authority.is_empty() && !authority.contains(&authorisation.by) {
            let message = format!("`{}` has no authority to override", authorisation.by);
            unmet.push(UnmetCriterion::new(Criterion::OverrideAuthority, None, message));
        } else if unmet.iter().all(|criterion| criterion.can_be_overridden) {
            valid = Some(authorisation.clone());
        }
    }
    Plan { kind, unmet, authorisation: valid }
}

/// What a change does, by where the opportunity stands.
pub(super) fn kind_of(machine: &Machine<'_>, change: &OpportunityChange) -> MoveKind {
    match change {
        OpportunityChange::StageChanged { to, .. } if machine.means_lost(to) => MoveKind::Lose,
        OpportunityChange::StageChanged { to, .. } => match machine.find(to) {
            Place::Stage(to) => {
                kind_of_move(machine.standing(), machine.position(), to, machine.phase_of(&Place::Stage(to)))
            }
            Place::Unknown(_) | Place::None => MoveKind::Nowhere,
        },
        OpportunityChange::PipelineChanged { to, .. } => {
            if machine.pipeline.is_some_and(|pipeline| pipeline.id == *to) {
                MoveKind::Nowhere
            } else {
                MoveKind::Transfer
            }
        }
        OpportunityChange::Created { .. } => MoveKind::Create,
        OpportunityChange::Won { .. } => MoveKind::Win,
        OpportunityChange::Realised { .. } => MoveKind::Realise,
        OpportunityChange::Lost { .. } => MoveKind::Lose,
        OpportunityChange::Reopened { .. } => MoveKind::Reopen,
        OpportunityChange::Parked { .. } => MoveKind::Park,
        OpportunityChange::Resumed {} => MoveKind::Resume,
        _ => MoveKind::Update,
    }
}

/// Whether an opportunity is decided, as far as the kind of a move hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Undecided,
    Signed,
    Lost,
}

/// What a move to a stage of the pipeline is. `from` is none where the stage it comes from is unknown.
pub(super) const fn kind_of_move(standing: Standing, from: Option<usize>, to: usize, to_phase: StagePhase) -> MoveKind {
    match (standing, to_phase) {
        // Out of a closing into an open stage, be it the one it was closed in.
        (Standing::Signed | Standing::Lost, StagePhase::Open) => MoveKind::Reopen,
        (Standing::Lost, _) => MoveKind::Win,
        (Standing::Signed | Standing::Undecided, _) => match from {
            Some(from) if from == to => MoveKind::Nowhere,
            _ => match (standing, to_phase) {
                (Standing::Signed, StagePhase::Realised) => MoveKind::Realise,
                // Into a stage after the signature: that is the signature.
                (Standing::Undecided, StagePhase::Booked | StagePhase::Realised | StagePhase::PostSale) => {
                    MoveKind::Win
                }
                _ => direction(from, to),
            },
        },
    }
}

const fn direction(from: Option<usize>, to: usize) -> MoveKind {
    match from {
        None => MoveKind::Enter,
        Some(from) if to < from => MoveKind::Regress,
        Some(from) if to == from.saturating_add(1) => MoveKind::Advance,
        Some(_) => MoveKind::Skip,
    }
}

/// The table of rules: status down, move across.
fn unmet_by(machine: &Machine<'_>, change: &OpportunityChange, kind: MoveKind, on: Date) -> Vec<UnmetCriterion> {
    use Criterion as C;
    use OpportunityStatus as S;
    let stage = machine.stage().map(|stage| &stage.id);
    let refuse = |criterion, message: &str| vec![UnmetCriterion::new(criterion, stage, message)];
    match (machine.status, kind) {
        (_, MoveKind::Nowhere) => nowhere(machine, change),
        (_, MoveKind::Create) => refuse(C::IsNew, "the opportunity exists already"),
        // Who answers for it can change at any time; what it is worth cannot once it is lost.
        (_, MoveKind::Update) if matches!(change, OpportunityChange::OwnerChanged { .. }) => vec![],
        (S::Lost, MoveKind::Update) => refuse(C::IsOpen, "the opportunity is lost"),
        (_, MoveKind::Update) => update(machine, change),

        (S::Open, MoveKind::Advance | MoveKind::Skip | MoveKind::Win) => forwards(machine, change),
        (S::Open, MoveKind::Regress) => backwards(machine),
        (S::Open, MoveKind::Enter) => vec![],
        (S::Open, MoveKind::Transfer) => transfer(machine, change),
        (S::Open | S::Parked, MoveKind::Lose) => loss(machine.playbook, change),
        (S::Open, MoveKind::Park) => rest(change, on),
        (S::Open, MoveKind::Resume) => refuse(C::IsParked, "the opportunity is not parked"),

        (S::Parked, MoveKind::Resume) => vec![],
        (
            S::Parked,
            MoveKind::Advance
            | MoveKind::Skip
            | MoveKind::Regress
            | MoveKind::Enter
            | MoveKind::Transfer
            | MoveKind::Win
            | MoveKind::Park,
        ) => refuse(C::IsNotParked, "the opportunity is parked; resume it first"),
        (S::Open | S::Parked, MoveKind::Reopen) => refuse(C::IsClosed, "the opportunity is not closed"),
        (S::Open | S::Parked | S::Lost, MoveKind::Realise) => refuse(C::IsBooked, "the opportunity is not signed"),

        // After the signature stages are milestones, so that their order is not enforced.
        (S::Booked | S::Realised, MoveKind::Advance | MoveKind::Skip | MoveKind::Regress | MoveKind::Enter) => vec![],
        (S::Booked, MoveKind::Realise) => vec![],
        // A signed contract can still fall through.
        (S::Booked, MoveKind::Lose) => loss(machine.playbook, change),
        (S::Booked | S::Lost, MoveKind::Reopen) => reopening(machine, change),
        (S::Realised, MoveKind::Reopen) => refuse(C::IsClosed, "the opportunity is paid: its closing is final"),
        (S::Booked | S::Realised | S::Lost, _) => refuse(C::IsOpen, "the opportunity is closed; reopen it first"),
    }
}

fn nowhere(machine: &Machine<'_>, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    match change {
        OpportunityChange::StageChanged { to, .. } => match machine.find(to) {
            Place::Unknown(word) => vec![unknown_stage(&word)],
            Place::Stage(_) | Place::None => {
                let message = format!("the opportunity is in `{to}` already");
                vec![UnmetCriterion::new(Criterion::OtherStage, Some(to), message)]
            }
        },
        OpportunityChange::PipelineChanged { to, .. } => {
            let message = format!("the opportunity is in the pipeline `{to}` already");
            vec![UnmetCriterion::new(Criterion::OtherPipeline, None, message)]
        }
        _ => vec![],
    }
}

fn unknown_stage(word: &StageId) -> UnmetCriterion {
    let message = format!("the pipeline has no stage `{}`", crate::problem::quote(word.as_str()));
    UnmetCriterion::new(Criterion::KnownStage, Some(word), message)
}

fn transfer(machine: &Machine<'_>, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    let OpportunityChange::PipelineChanged { to, stage, .. } = change else {
        return vec![];
    };
    let Some(pipeline) = machine.playbook.pipeline(Some(to)) else {
        let message = format!("the playbook has no pipeline `{}`", crate::problem::quote(to.as_str()));
        return vec![UnmetCriterion::new(Criterion::KnownPipeline, None, message)];
    };
    let Some(name) = stage else { return vec![] };
    match pipeline.stage(name) {
        None => {
            let message = format!("the pipeline `{to}` has no stage `{}`", crate::problem::quote(name.as_str()));
            vec![UnmetCriterion::new(Criterion::KnownStage, Some(name), message)]
        }
        Some(stage) if stage.phase != StagePhase::Open => {
            let message = format!("`{name}` is not an open stage");
            vec![UnmetCriterion::new(Criterion::OpenStage, Some(name), message)]
        }
        Some(_) => vec![],
    }
}

fn update(machine: &Machine<'_>, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    match change {
        OpportunityChange::EndMarkMet { stage: Some(stage) } => match machine.find(stage) {
            Place::Unknown(_) => vec![unknown_stage(stage)],
            Place::Stage(_) | Place::None => vec![],
        },
        OpportunityChange::AmountChanged { amount } => one_currency(*amount, machine.recurring),
        OpportunityChange::RecurringChanged { recurring } => one_currency(machine.amount, *recurring),
        OpportunityChange::CreditSplitChanged { credits } => whole_credit(credits),
        OpportunityChange::ForecastCategoryChanged { category } if machine.status.is_open() => open_category(*category),
        _ => vec![],
    }
}

fn one_currency(amount: Option<Money>, recurring: Option<RecurringRevenue>) -> Vec<UnmetCriterion> {
    match (amount.map(Money::currency), recurring.map(|recurring| recurring.monthly.currency())) {
        (Some(once), Some(monthly)) if once != monthly => {
            let message = format!("the amount is in {once} and the recurring revenue in {monthly}");
            vec![UnmetCriterion::new(Criterion::SameCurrency, None, message)]
        }
        _ => vec![],
    }
}

fn whole_credit(credits: &[CreditShare]) -> Vec<UnmetCriterion> {
    if are_whole(credits) {
        return vec![];
    }
    let message = "the credits do not add up to 1, or name a member twice";
    vec![UnmetCriterion::new(Criterion::WholeCredit, None, message)]
}

fn open_category(category: Option<ForecastCategory>) -> Vec<UnmetCriterion> {
    if category != Some(ForecastCategory::Closed) {
        return vec![];
    }
    vec![UnmetCriterion::new(Criterion::OpenCategory, None, "what is open cannot count as closed")]
}

/// The stages that a move forwards leaves and passes over, the one it comes from first, and whether it is the
/// signature: all open stages then lie behind it.
pub(super) fn way_forwards(stages: &[Stage], from: usize, to: Option<usize>) -> (Range<usize>, bool) {
    let is_open = |stage: &Stage| stage.phase == StagePhase::Open;
    match to {
        Some(to) if stages.get(to).is_some_and(is_open) => (from..to, false),
        _ => {
            let last_open = stages.iter().rposition(is_open).unwrap_or(0);
            (from..last_open.saturating_add(1), true)
        }
    }
}

/// Every stage that is left or passed over needs its end mark; one passed over must also allow it.
fn forwards(machine: &Machine<'_>, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    // Out of an unknown stage nothing is known of what is left or passed over.
    let Some(from) = machine.position() else { return vec![] };
    let to = match change {
        OpportunityChange::StageChanged { to, .. } => match machine.find(to) {
            Place::Stage(to) => Some(to),
            Place::Unknown(_) | Place::None => None,
        },
        _ => None,
    };
    let last_open = machine.last_open_stage().unwrap_or(0);
    let stages = machine.pipeline.map_or(&[][..], |pipeline| &pipeline.stages);
    let (way, signs) = way_forwards(stages, from, to);
    let mut unmet = Vec::new();
    for at in way {
        let Some(stage) = machine.stage_at(at) else { continue };
        if at != from && !stage.may_skip {
            let message = format!("`{}` may not be skipped", stage.id);
            unmet.push(UnmetCriterion::new(Criterion::SkipAllowed, Some(&stage.id), message));
        }
        let required = stage.end_mark.as_ref().filter(|mark| mark.required);
        if let Some(mark) = required
            && !machine.end_marks.contains(&at)
            && !(signs && at == last_open)
        {
            let message = format!("the end mark of `{}` is not met: {}", stage.id, mark.label.en);
            unmet.push(UnmetCriterion::new(Criterion::EndMark, Some(&stage.id), message));
        }
    }
    unmet
}

fn backwards(machine: &Machine<'_>) -> Vec<UnmetCriterion> {
    match machine.stage() {
        Some(stage) if !stage.may_leave_backwards => {
            let message = format!("`{}` may not be left backwards", stage.id);
            vec![UnmetCriterion::new(Criterion::BackwardsAllowed, Some(&stage.id), message)]
        }
        _ => vec![],
    }
}

fn loss(playbook: &Playbook, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    let (reason, note) = match change {
        OpportunityChange::Lost { reason, note, .. } => (reason.as_ref(), note.as_ref()),
        _ => (None, None),
    };
    let Some(reason) = reason else {
        let message = format!("a loss needs a reason: one of {}", reasons_of(playbook));
        return vec![UnmetCriterion::new(Criterion::ReasonGiven, None, message)];
    };
    match playbook.loss_reason(reason) {
        None => {
            let reason = crate::problem::quote(reason.as_str());
            let message = format!("the playbook has no loss reason `{reason}`: it has {}", reasons_of(playbook));
            vec![UnmetCriterion::new(Criterion::KnownReason, None, message)]
        }
        Some(known) if known.needs_note && note.is_none() => {
            let message = format!("the reason `{reason}` needs a note");
            vec![UnmetCriterion::new(Criterion::NoteGiven, None, message)]
        }
        Some(_) => vec![],
    }
}

fn reasons_of(playbook: &Playbook) -> String {
    playbook.draft().loss_reasons.iter().map(|reason| reason.id.as_str()).collect::<Vec<_>>().join(", ")
}

fn rest(change: &OpportunityChange, on: Date) -> Vec<UnmetCriterion> {
    let OpportunityChange::Parked { reason, resume_on } = change else {
        return vec![];
    };
    let mut unmet = Vec::new();
    if reason.is_none() {
        unmet.push(UnmetCriterion::new(Criterion::ReasonGiven, None, "parking needs a reason"));
    }
    if resume_on.is_none_or(|day| day <= on) {
        let message = format!("parking needs a day after {on} on which work goes on");
        unmet.push(UnmetCriterion::new(Criterion::ResumeDay, None, message));
    }
    unmet
}

fn reopening(machine: &Machine<'_>, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    let stage = match change {
        OpportunityChange::Reopened { stage } => stage.as_ref(),
        OpportunityChange::StageChanged { to, .. } => {
            let message = "the opportunity is closed; reopen it first";
            return vec![UnmetCriterion::new(Criterion::IsOpen, Some(to), message)];
        }
        _ => None,
    };
    let Some(stage) = stage else { return vec![] };
    match machine.find(stage) {
        Place::Unknown(_) => vec![unknown_stage(stage)],
        place if machine.phase_of(&place) != StagePhase::Open => {
            let message = format!("`{stage}` is not an open stage");
            vec![UnmetCriterion::new(Criterion::OpenStage, Some(stage), message)]
        }
        Place::Stage(_) | Place::None => vec![],
    }
}

/// The moves that are possible now: to every stage that meets its criteria, and those that need no stage.
pub(super) fn allowed_moves(machine: &Machine<'_>, on: Date, playbook: &Playbook) -> Vec<AllowedMove> {
    let mut moves = Vec::new();
    for stage in machine.pipeline.into_iter().flat_map(|pipeline| &pipeline.stages) {
        let change = OpportunityChange::StageChanged { to: stage.id.clone(), authorisation: None };
        let plan = plan(machine, &change, on, playbook);
        if plan.unmet.is_empty() {
            moves.push(AllowedMove::new(plan.kind, Some(stage.id.clone())));
        }
    }
    let others = [
        OpportunityChange::Won { authorisation: None },
        OpportunityChange::Realised { amount: None },
        OpportunityChange::Lost { reason: None, competitor: None, note: None },
        OpportunityChange::Reopened { stage: None },
        OpportunityChange::Parked { reason: None, resume_on: None },
        OpportunityChange::Resumed {},
    ];
    for change in others {
        let plan = plan(machine, &change, on, playbook);
        let known = moves.iter().any(|known| known.kind == plan.kind);
        // What a move needs to be told can still be told.
        let to_be_told =
            |unmet: &UnmetCriterion| matches!(unmet.criterion, Criterion::ReasonGiven | Criterion::ResumeDay);
        if plan.unmet.iter().all(to_be_told) && !known {
            moves.push(AllowedMove::new(plan.kind, None));
        }
    }
    for pipeline in &playbook.draft().pipelines {
        let change = OpportunityChange::PipelineChanged { from: None, to: pipeline.id.clone(), stage: None };
        let plan = plan(machine, &change, on, playbook);
        if plan.unmet.is_empty() {
            moves.push(AllowedMove { kind: plan.kind, to: None, pipeline: Some(pipeline.id.clone()) });
        }
    }
    moves
}

/// What a creation does not meet.
pub(super) fn unmet_by_creation(machine: &Machine<'_>, change: &OpportunityChange) -> Vec<UnmetCriterion> {
    let OpportunityChange::Created { stage, amount, forecast_category, credits, recurring, .. } = change else {
        return vec![];
    };
    let first = machine.stage_at(0).map(|stage| &stage.id);
    let mut unmet = stage.as_ref().or(first).map_or_else(Vec::new, |stage| unmet_by_first_stage(machine, stage));
    unmet.extend(one_currency(*amount, *recurring));
    unmet.extend(whole_credit(credits));
    let starts_open = stage.as_ref().is_none_or(|stage| machine.phase_of(&machine.find(stage)) == StagePhase::Open);
    if starts_open {
        unmet.extend(open_category(*forecast_category));
    }
    unmet
}

fn unmet_by_first_stage(machine: &Machine<'_>, stage: &StageId) -> Vec<UnmetCriterion> {
    match machine.find(stage) {
        Place::Unknown(_) => vec![unknown_stage(stage)],
        Place::Stage(at) if machine.stage_at(at).is_some_and(|stage| !stage.may_create_in) => {
            let message = format!("no opportunity may start in `{stage}`");
            vec![UnmetCriterion::new(Criterion::OpenStage, Some(stage), message)]
        }
        _ => vec![],
    }
}

/// The stages an opportunity may start in.
pub(super) fn possible_creations(machine: &Machine<'_>) -> Vec<AllowedMove> {
    let stages = machine.pipeline.into_iter().flat_map(|pipeline| &pipeline.stages);
    stages
        .filter(|stage| stage.may_create_in)
        .map(|stage| AllowedMove::new(MoveKind::Create, Some(stage.id.clone())))
        .collect()
}
