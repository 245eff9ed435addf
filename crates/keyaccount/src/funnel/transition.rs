//! One event asked of one opportunity: done, or refused with what is unmet and what is possible instead.

use serde::{Deserialize, Serialize};

use super::criterion::UnmetCriterion;
use super::machine::Machine;
use super::replay::run;
use super::rules::{self, AllowedMove, MoveKind};
use super::state::OpportunityState;
use crate::facts::{OpportunityBook, OpportunityChange, OpportunityEvent, Override};
use crate::playbook::Playbook;
use crate::problem::{Problem, ProblemCode};
use crate::values::{Date, OpportunityId, vocabulary};
use crate::verdict::{Comparison, Reason, Unit};

vocabulary! {
    /// Whether an event was carried out.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::TransitionOutcome::Refused.as_str(), "refused");
    /// ```
    pub enum TransitionOutcome {
        /// All criteria are met.
        Applied = "applied", "applied", "已执行";
        /// A criterion is unmet, and a named person let the move pass.
        AppliedByOverride = "applied_by_override", "applied by override", "越权执行";
        /// A criterion is unmet.
        Refused = "refused", "refused", "已拒绝";
    }
}

/// What came of one event.
///
/// # Examples
/// ```
/// use keyaccount::{
///     Book, MoveKind, OpportunityChange, OpportunityEvent, Playbook, TransitionOutcome, apply_event,
/// };
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let lost = OpportunityEvent {
///     id: None,
///     opportunity: "press-line".parse()?,
///     at: "2026-02-01".parse()?,
///     by: None,
///     change: OpportunityChange::Lost { reason: None, competitor: None, note: None },
/// };
/// let verdict = apply_event(opportunity, &lost, &Playbook::six_stage(), "2026-02-01".parse()?)?;
/// assert_eq!((verdict.kind, verdict.outcome), (MoveKind::Lose, TransitionOutcome::Refused));
/// assert_eq!(verdict.unmet[0].criterion.as_str(), "reason_given");
/// assert!(verdict.allowed.iter().any(|allowed| allowed.kind == MoveKind::Park));
/// assert_eq!(verdict.state.unwrap().status.as_str(), "open", "a refusal leaves it as it was");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransitionVerdict {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The day the verdict is made.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// Whether the event was carried out.
    pub outcome: TransitionOutcome,
    /// What the event does.
    pub kind: MoveKind,
    /// What is unmet; with an override, what it covers.
    pub unmet: Vec<UnmetCriterion>,
    /// The override that is recorded with the move.
    #[serde(default)]
    pub recorded_override: Option<Override>,
    /// How the opportunity stands now; null where it was to be created and was refused.
    #[serde(default)]
    pub state: Option<OpportunityState>,
    /// The moves that are possible now.
    pub allowed: Vec<AllowedMove>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Applies one event to an opportunity with a history, as a CRM does before it saves a change.
///
/// The history is read as [`replay_history`](super::replay_history) reads it, up to `as_of`; the event is held
/// against the playbook's rules. A refusal is a verdict, not an error, and leaves the state as it was.
///
/// # Errors
/// A [`Problem`] where the event means nothing: it is another opportunity's, dated after `as_of` or before the
/// latest event of the history, there is no history and it creates none, or the pipeline is unknown.
///
/// # Examples
/// ```
/// use keyaccount::{
///     Book, Criterion, OpportunityChange, OpportunityEvent, Override, Playbook, TransitionOutcome, apply_event,
/// };
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let mut advance = OpportunityEvent {
///     id: None,
///     opportunity: "press-line".parse()?,
///     at: "2026-02-01".parse()?,
///     by: None,
///     change: OpportunityChange::StageChanged { to: "incubation".parse()?, authorisation: None },
/// };
/// let playbook = Playbook::six_stage();
/// let today = "2026-02-01".parse()?;
///
/// let refused = apply_event(opportunity, &advance, &playbook, today)?;
/// assert_eq!(refused.outcome, TransitionOutcome::Refused);
/// assert_eq!(refused.unmet[0].criterion, Criterion::EndMark);
///
/// let director = Override { by: "sales-director".parse()?, reason: "told on the phone".parse()? };
/// advance.change = OpportunityChange::StageChanged { to: "incubation".parse()?, authorisation: Some(director) };
/// let applied = apply_event(opportunity, &advance, &playbook, today)?;
/// assert_eq!(applied.outcome, TransitionOutcome::AppliedByOverride);
/// assert_eq!(applied.state.unwrap().stage.unwrap().as_str(), "incubation");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn apply_event(
    opportunity: &OpportunityBook,
    event: &OpportunityEvent,
    playbook: &Playbook,
    as_of: Date,
) -> Result<TransitionVerdict, Problem> {
    let asked = ask(opportunity, event, playbook, as_of)?;
    let outcome = asked.outcome();
    let mut machine = asked.machine;
    let exists = asked.exists || outcome != TransitionOutcome::Refused;
    if outcome != TransitionOutcome::Refused {
        machine.carry_out(&event.change, asked.on);
    }
    let allowed =
        if exists { rules::allowed_moves(&machine, asked.on, playbook) } else { rules::possible_creations(&machine) };
    Ok(TransitionVerdict {
        opportunity: opportunity.opportunity.id.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        outcome,
        kind: asked.plan.kind,
        reasons: reasons(outcome, &asked.plan),
        unmet: asked.plan.unmet,
        recorded_override: asked.plan.authorisation,
        state: exists.then(|| machine.state(as_of)),
        allowed,
    })
}

/// An event held against a history and the rules, before anything is carried out.
pub(super) struct Asked<'a> {
    /// How the opportunity stands before the event; blank where it does not exist yet.
    pub(super) machine: Machine<'a>,
    pub(super) exists: bool,
    pub(super) plan: rules::Plan,
    /// The day of the event.
    pub(super) on: Date,
}

impl Asked<'_> {
    pub(super) fn outcome(&self) -> TransitionOutcome {
        match (&self.plan.authorisation, self.plan.is_allowed()) {
            (Some(_), _) => TransitionOutcome::AppliedByOverride,
            (None, true) => TransitionOutcome::Applied,
            (None, false) => TransitionOutcome::Refused,
        }
    }
}

/// Reads the history up to a day and holds the event against the rules.
pub(super) fn ask<'a>(
    opportunity: &'a OpportunityBook,
    event: &OpportunityEvent,
    playbook: &'a Playbook,
    as_of: Date,
) -> Result<Asked<'a>, Problem> {
    let facts = &opportunity.opportunity;
    if event.opportunity != facts.id {
        let message = format!("the event is of opportunity `{}`", event.opportunity);
        let problem = Problem::new(ProblemCode::ForeignReference, &event.opportunity, message, facts.id.as_str());
        return Err(problem.at("event.opportunity"));
    }
    if playbook.pipeline(facts.pipeline.as_ref()).is_none() {
        let pipeline = facts.pipeline.as_ref().map(ToString::to_string).unwrap_or_default();
        let message = format!("the playbook has no pipeline `{}`", crate::problem::quote(&pipeline));
        return Err(Problem::new(ProblemCode::UndefinedName, pipeline, message, "").at("opportunity.pipeline"));
    }
    let on = event.at.date_in(playbook.draft().calendar.time_zone);
    let history = run(opportunity, playbook, as_of);
    check_date(on, history.last_event_on, as_of)?;
    if let Some(machine) = history.machine {
        let plan = rules::plan(&machine, &event.change, on, playbook);
        return Ok(Asked { machine, exists: true, plan, on });
    }
    if !matches!(event.change, OpportunityChange::Created { .. }) {
        let message = "the opportunity does not exist yet: its history has no event up to this day";
        return Err(Problem::new(ProblemCode::NotFound, &facts.id, message, "a `created` event").at("event.change"));
    }
    let machine = Machine::new(playbook, facts.pipeline.as_ref(), on);
    let plan = creation_plan(&machine, &event.change);
    Ok(Asked { machine, exists: false, plan, on })
}

fn check_date(on: Date, last: Option<Date>, as_of: Date) -> Result<(), Problem> {
    if on > as_of {
        let message = format!("the event is dated {on}, after the day of the verdict");
        return Err(Problem::new(ProblemCode::DateOrder, on, message, format!("{as_of} or earlier")).at("event.at"));
    }
    match last {
        Some(last) if on < last => {
            let message = format!("the event is dated {on}, before the history's latest event");
            Err(Problem::new(ProblemCode::DateOrder, on, message, format!("{last} or later")).at("event.at"))
        }
        _ => Ok(()),
    }
}

fn creation_plan(machine: &Machine<'_>, change: &OpportunityChange) -> rules::Plan {
    let unmet = rules::unmet_by_creation(machine, change);
    rules::Plan { kind: MoveKind::Create, unmet, authorisation: None }
}

pub(super) fn reasons(outcome: TransitionOutcome, plan: &rules::Plan) -> Vec<Reason> {
    let unmet = Comparison::new("unmet_criteria", plan.unmet.len(), Unit::Count).against(0);
    let message = match (outcome, &plan.authorisation) {
        (TransitionOutcome::AppliedByOverride, Some(authorisation)) => {
            format!("{} let the move pass: {}", authorisation.by, authorisation.reason)
        }
        (TransitionOutcome::Refused, _) => {
            plan.unmet.iter().map(|unmet| unmet.message.as_str()).collect::<Vec<_>>().join("; ")
        }
        _ => "every criterion is met".to_owned(),
    };
    vec![Reason::new(outcome.as_str(), message).comparing(unmet)]
}
