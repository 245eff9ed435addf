//! A dry run of one event: what would come of it, and what would have to be overridden.

use serde::{Deserialize, Serialize};

use super::criterion::UnmetCriterion;
use super::rules::{self, AllowedMove, MoveKind};
use super::state::OpportunityState;
use super::transition::{self, TransitionOutcome};
use crate::facts::{OpportunityBook, OpportunityEvent, Override};
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::values::{Date, MemberId, OpportunityId};
use crate::verdict::Reason;

/// What would come of an event, without carrying it out.
///
/// # Examples
/// ```
/// use keyaccount::{Book, MoveKind, OpportunityChange, OpportunityEvent, Playbook, plan_event};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [{"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}}]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let lost = OpportunityEvent {
///     id: None,
///     opportunity: "press-line".parse()?,
///     at: "2026-02-01".parse()?,
///     by: None,
///     change: OpportunityChange::Lost { reason: None, competitor: None, note: None },
/// };
/// let plan = plan_event(opportunity, &lost, &Playbook::six_stage(), "2026-02-01".parse()?)?;
/// assert_eq!((plan.kind, plan.allowed), (MoveKind::Lose, false));
/// assert_eq!(plan.unmet[0].criterion.as_str(), "reason_given");
/// assert!(plan.override_needed.is_none(), "nobody can do without a reason");
/// assert!(plan.moves.iter().any(|possible| possible.kind == MoveKind::Park));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanVerdict {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// What the event would do.
    pub kind: MoveKind,
    /// Whether it may be done as it is asked, with the override it carries, if it carries one.
    pub allowed: bool,
    /// What [`apply_event`](super::apply_event) would say.
    pub outcome: TransitionOutcome,
    /// Every criterion that is unmet.
    pub unmet: Vec<UnmetCriterion>,
    /// What overriding would record; null where nothing is unmet, or something is that nobody can override.
    #[serde(default)]
    pub override_needed: Option<OverrideNeed>,
    /// How it would stand then; null where nobody could let it pass.
    #[serde(default)]
    pub state_after: Option<OpportunityState>,
    /// The moves that are possible now instead.
    pub moves: Vec<AllowedMove>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What an override of a move would record, and who may give it.
///
/// # Examples
/// ```
/// let need = keyaccount::OverrideNeed { covers: vec![], authority: vec![], given: None };
/// assert!(need.authority.is_empty(), "any named person may");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverrideNeed {
    /// The criteria that would be recorded as passed over.
    pub covers: Vec<UnmetCriterion>,
    /// Who may decide; empty means any named person.
    pub authority: Vec<MemberId>,
    /// The decision that the event carries and that would be recorded; null where it carries no valid one.
    #[serde(default)]
    pub given: Option<Override>,
}

/// Tells what would come of an event: the dry run of [`apply_event`](super::apply_event), which reads the history and
/// the rules in the same way.
///
/// # Errors
/// As [`apply_event`](super::apply_event).
///
/// # Examples
/// ```
/// use keyaccount::{Book, OpportunityChange, OpportunityEvent, Playbook, plan_event};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let skip = OpportunityEvent {
///     id: None,
///     opportunity: "press-line".parse()?,
///     at: "2026-02-01".parse()?,
///     by: None,
///     change: OpportunityChange::StageChanged { to: "design".parse()?, authorisation: None },
/// };
/// let plan = plan_event(opportunity, &skip, &Playbook::six_stage(), "2026-02-01".parse()?)?;
/// assert!(!plan.allowed);
/// let need = plan.override_needed.unwrap();
/// let marks: Vec<&str> = need.covers.iter().filter_map(|unmet| Some(unmet.stage.as_ref()?.as_str())).collect();
/// assert_eq!(marks, ["interest", "incubation"], "the end marks that were not seen");
/// assert_eq!(plan.state_after.unwrap().stage.unwrap().as_str(), "design");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn plan_event(
    opportunity: &OpportunityBook,
    event: &OpportunityEvent,
    playbook: &Playbook,
    as_of: Date,
) -> Result<PlanVerdict, Problem> {
    let asked = transition::ask(opportunity, event, playbook, as_of)?;
    let outcome = asked.outcome();
    let can_pass = asked.plan.can_be_overridden();
    let override_needed = (can_pass && !asked.plan.unmet.is_empty()).then(|| OverrideNeed {
        covers: asked.plan.unmet.iter().filter(|unmet| unmet.can_be_overridden).cloned().collect(),
        authority: playbook.draft().override_authority.clone(),
        given: asked.plan.authorisation.clone(),
    });
    let moves = if asked.exists {
        rules::allowed_moves(&asked.machine, asked.on, playbook)
    } else {
        rules::possible_creations(&asked.machine)
    };
    let mut after = asked.machine;
    let state_after = can_pass.then(|| {
        after.carry_out(&event.change, asked.on);
        after.state(as_of)
    });
    Ok(PlanVerdict {
        opportunity: opportunity.opportunity.id.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        kind: asked.plan.kind,
        allowed: outcome != TransitionOutcome::Refused,
        outcome,
        reasons: transition::reasons(outcome, &asked.plan),
        unmet: asked.plan.unmet,
        override_needed,
        state_after,
        moves,
    })
}
