//! Replays a history as a CRM really exports it: out of order, doubled, with rows missing.
//!
//! Events are ordered by instant (a bare day starts at midnight); at one instant by kind: creation, end marks,
//! amounts and dates, stage changes, probabilities, rests, signature, payment, loss, reopening; then by content. So the
//! same events in any order give the same history. What is odd is carried out by the rule of its [`AnomalyCode`] and
//! listed.

mod oddity;

use chrono::NaiveDateTime;

use super::anomaly::{Anomaly, AnomalyCode};
use super::criterion::{Criterion, UnmetCriterion};
use super::history::{Conformance, HistoryVerdict, StageVisit, Stall, StatusSpell};
use super::machine::{Machine, Place};
use super::order::{Dated, dated_events, first_pipeline, order};
use super::rules::{self, MoveKind};
use super::state::{OpportunityState, OpportunityStatus};
use crate::facts::{Located, OpportunityBook, OpportunityChange, OpportunityEvent};
use crate::playbook::{Pipeline, Playbook, StagePhase};
use crate::values::Date;
use crate::verdict::{Comparison, Reason, Unit};

/// Replays an opportunity's history up to a day. Never fails: what is odd is listed in the verdict.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}},
///         {"opportunity": "press-line", "at": "2026-03-01", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let playbook = Playbook::six_stage();
/// let status = |day| replay_history(opportunity, &playbook, day).state.map(|state| state.status.as_str());
///
/// assert_eq!(status("2026-01-04".parse()?), None, "nothing had happened yet");
/// assert_eq!(status("2026-02-28".parse()?), Some("open"));
/// assert_eq!(status("2026-03-01".parse()?), Some("lost"));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn replay_history(opportunity: &OpportunityBook, playbook: &Playbook, as_of: Date) -> HistoryVerdict {
    let run = run(opportunity, playbook, as_of);
    let stall = run.machine.as_ref().and_then(|machine| stall(machine, as_of));
    let state = run.machine.as_ref().map(|machine| machine.state(as_of));
    let facts = &opportunity.opportunity;
    HistoryVerdict {
        opportunity: facts.id.clone(),
        account: facts.account.clone(),
        pipeline: run.pipeline(opportunity, playbook).map(|pipeline| pipeline.id.clone()),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reasons: reasons(state.as_ref(), stall.as_ref(), run.last_event),
        product_line: facts.product_line.clone(),
        territory: opportunity.territory.clone(),
        state,
        timeline: run.timeline,
        statuses: run.statuses,
        conformance: run.conformance,
        stall,
        anomalies: run.anomalies,
        events_used: run.events_used,
        events_after_as_of: run.events_after_as_of,
    }
}

/// How an opportunity stood on a day, by the events up to that day; `None` where nothing had happened yet.
///
/// The same as the state of [`replay_history`] on that day: what was recorded later was not known then.
///
/// # Examples
/// ```
/// use keyaccount::{Book, OpportunityStatus, Playbook, state_at};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}},
///         {"opportunity": "press-line", "at": "2026-03-01", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let playbook = Playbook::six_stage();
/// assert!(state_at(opportunity, &playbook, "2026-01-04".parse()?).is_none());
/// let state = state_at(opportunity, &playbook, "2026-02-28".parse()?).unwrap();
/// assert_eq!(state.status, OpportunityStatus::Open);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn state_at(opportunity: &OpportunityBook, playbook: &Playbook, date: Date) -> Option<OpportunityState> {
    run(opportunity, playbook, date).machine.map(|machine| machine.state(date))
}

/// A replayed history, with the machine that can take a further event.
pub(super) struct Run<'a> {
    pub(super) machine: Option<Machine<'a>>,
    pub(super) last_event_on: Option<Date>,
    last_event: Option<&'a Located<OpportunityEvent>>,
    timeline: Vec<StageVisit>,
    statuses: Vec<StatusSpell>,
    conformance: Conformance,
    anomalies: Vec<Anomaly>,
    events_used: usize,
    events_after_as_of: usize,
    course: Option<Course>,
}

/// How far a replay has come, so that later events can follow.
#[derive(Clone, Copy)]
struct Course {
    /// The place of the creation among the events; none where no event creates the opportunity.
    creation: Option<usize>,
    created_on: Date,
    /// The instant of the latest estimate of the probability.
    estimated_at: Option<NaiveDateTime>,
    /// Whether it is told already that amount and recurring revenue are in two currencies.
    currencies_differ: bool,
    /// Events behind it, ignored ones too.
    behind: usize,
}

pub(super) fn run<'a>(opportunity: &'a OpportunityBook, playbook: &'a Playbook, as_of: Date) -> Run<'a> {
    let events = dated_events(opportunity, playbook, as_of);
    let mut run = run_of(opportunity, playbook, events, as_of);
    run.finish_timeline(as_of);
    run
}

/// The replay of some events of an opportunity, as if there were no others.
pub(super) fn run_of<'a>(
    opportunity: &'a OpportunityBook,
    playbook: &'a Playbook,
    mut events: Vec<Dated<'a>>,
    as_of: Date,
) -> Run<'a> {
    let mut run = Run {
        machine: None,
        last_event_on: None,
        last_event: None,
        timeline: Vec::new(),
        statuses: Vec::new(),
        conformance: Conformance::default(),
        anomalies: Vec::new(),
        events_used: 0,
        events_after_as_of: opportunity.events.len().saturating_sub(events.len()),
        course: None,
    };
    let pipeline = first_pipeline(opportunity, &events);
    let machine = Machine::new(playbook, pipeline, as_of);
    if let (None, Some(name)) = (machine.pipeline, pipeline) {
        let message =
            format!("the playbook has no pipeline `{}`: its stages are unknown", crate::problem::quote(name.as_str()));
        run.anomalies.push(Anomaly { code: AnomalyCode::UnknownPipeline, path: String::new(), event: None, message });
    }
    run.put_in_order(&mut events, &machine);
    run.begin(machine, &events);
    run.go_on(&events);
    run
}

impl<'a> Run<'a> {
    /// The pipeline it is in, or would begin in.
    fn pipeline(&self, opportunity: &OpportunityBook, playbook: &'a Playbook) -> Option<&'a Pipeline> {
        match &self.machine {
            Some(machine) => machine.pipeline,
            None => playbook.pipeline(opportunity.opportunity.pipeline.as_ref()),
        }
    }

    /// Goes on with events that are all later than every event before. What the earlier ones were taken for must stand:
    /// the caller sees to it that the later ones bring no first creation and no first word of where the history began.
    pub(super) fn follow(&mut self, mut events: Vec<Dated<'a>>, start: &Machine<'a>) {
        self.put_in_order(&mut events, start);
        self.go_on(&events);
    }

    /// Whether an event creates the opportunity; none where nothing has happened yet.
    pub(super) fn has_creation(&self) -> Option<bool> {
        self.course.map(|course| course.creation.is_some())
    }

    fn put_in_order(&mut self, events: &mut Vec<Dated<'a>>, start: &Machine<'a>) {
        events.sort_by(|a, b| order(a, b, start));
        self.drop_duplicates(events);
        self.note_guessed_order(events);
    }

    /// Equal events stand side by side after ordering: one of them counts.
    fn drop_duplicates(&mut self, events: &mut Vec<Dated<'a>>) {
        let same = |a: &OpportunityEvent, b: &OpportunityEvent| a.change == b.change && a.by == b.by;
        let mut kept: Vec<Dated<'a>> = Vec::with_capacity(events.len());
        for dated in events.drain(..) {
            match kept.last() {
                Some(first) if first.instant == dated.instant && same(&first.event.fact, &dated.event.fact) => {
                    let message = format!("the same event as {}: counted once", first.event.path());
                    self.anomalies.push(Anomaly::of(AnomalyCode::DuplicateEvent, dated.event, message));
                }
                _ => kept.push(dated),
            }
        }
        *events = kept;
    }

    /// Lists changes whose order the source does not tell and the result may hang on.
    fn note_guessed_order(&mut self, events: &[Dated<'a>]) {
        use OpportunityChange as Change;
        for (first, second) in events.iter().zip(events.iter().skip(1)) {
            let (one, other) = (&first.event.fact.change, &second.event.fact.change);
            let adds_up = matches!(other, Change::Created { .. } | Change::EndMarkMet { .. });
            let is_guess =
                first.instant == second.instant && std::mem::discriminant(one) == std::mem::discriminant(other);
            if is_guess && one != other && !adds_up {
                let message =
                    format!("at the same instant as {}: read after it, by stage, then by content", first.event.path());
                self.anomalies.push(Anomaly::of(AnomalyCode::AmbiguousOrder, second.event, message));
            }
        }
    }

    fn begin(&mut self, mut machine: Machine<'a>, events: &[Dated<'a>]) {
        let Some(first) = events.first() else { return };
        let creation = events.iter().position(|dated| dated.is_creation());
        let &Dated { on: created_on, event: begin, .. } = creation.and_then(|at| events.get(at)).unwrap_or(first);
        machine.created_on = created_on;
        machine.entered_on = created_on;
        if creation.is_none() {
            let message = format!("no event creates the opportunity: taken as created on {created_on}");
            self.anomalies.push(Anomaly::of(AnomalyCode::MissingCreation, begin, message));
            self.begin_at_first_stage(&mut machine, begin);
        }
        if let Some(dated) = creation.and_then(|at| events.get(at)) {
            self.create(&mut machine, dated.event, created_on);
        }
        self.machine = Some(machine);
        self.course = Some(Course { creation, created_on, estimated_at: None, currencies_differ: false, behind: 0 });
    }

    fn go_on(&mut self, events: &[Dated<'a>]) {
        let (Some(mut machine), Some(mut course)) = (self.machine.take(), self.course) else { return };
        let Course { creation, created_on, .. } = course;
        let mut stated = None;
        let next_ones = events.iter().skip(1).map(Some).chain([None]);
        for (index, (dated, next)) in (course.behind..).zip(events.iter().zip(next_ones)) {
            let &Dated { instant, on, event, .. } = dated;
            // What is stated at one instant is stated together.
            let is_settled = next.is_none_or(|next| next.instant != instant);
            if Some(index) == creation {
                self.compare_currencies(&machine, &mut course, Some(event).filter(|_| is_settled));
                stated = Some(event);
                continue;
            }
            if creation.is_none() && index == 0 && is_beginning(&machine, event) {
                // The way into the stage that the history begins in is no further move.
                self.took(event, on);
                if let Place::Unknown(word) = &machine.place {
                    self.unknown_stage(&machine, event, word);
                }
                continue;
            }
            if dated.is_creation() {
                let message = format!("created on {created_on} already: ignored");
                self.anomalies.push(Anomaly::of(AnomalyCode::RepeatedCreation, event, message));
                continue;
            }
            // On the day of the creation, what bears no time may well have happened after it.
            let may_be_later = on == created_on && !event.fact.at.has_time();
            if creation.is_some_and(|creation| index < creation) && !may_be_later {
                let message =
                    format!("dated {on}, before the creation on {created_on}: taken to happen right after it");
                self.anomalies.push(Anomaly::of(AnomalyCode::BeforeCreation, event, message));
            }
            self.step(&mut machine, event, on.max(created_on));
            if matches!(event.fact.change, OpportunityChange::ProbabilityChanged { .. }) {
                course.estimated_at = Some(instant);
            } else if !machine.status.is_open() && course.estimated_at == Some(instant) {
                // Recorded at the instant of the closing, a certainty is its outcome.
                machine.forget_outcome();
            }
            if matches!(
                event.fact.change,
                OpportunityChange::AmountChanged { .. } | OpportunityChange::RecurringChanged { .. }
            ) {
                stated = Some(event);
            }
            if is_settled {
                self.compare_currencies(&machine, &mut course, stated.take());
            }
        }
        course.behind = course.behind.saturating_add(events.len());
        self.machine = Some(machine);
        self.course = Some(course);
    }

    /// Lists, once, that amount and recurring revenue have come to be in two currencies.
    fn compare_currencies(
        &mut self,
        machine: &Machine<'a>,
        course: &mut Course,
        stated: Option<&Located<OpportunityEvent>>,
    ) {
        let differ = machine.recurring.is_some() && machine.sound_recurring().is_none();
        match stated {
            Some(event) if differ && !course.currencies_differ => {
                self.note_currencies(machine, event);
                course.currencies_differ = true;
            }
            _ => course.currencies_differ &= differ,
        }
    }

    /// Without a creation the history begins where its first stage change leads.
    fn begin_at_first_stage(&mut self, machine: &mut Machine<'a>, first: &Located<OpportunityEvent>) {
        if ends_at_once(machine, &first.fact.change) {
            // Nobody saw it in an open stage.
            machine.place = Place::None;
            return;
        }
        if let OpportunityChange::StageChanged { to, .. } = &first.fact.change
            && machine.phase_of(&machine.find(to)) == StagePhase::Open
        {
            machine.place = machine.find(to);
        }
        machine.last_open = machine.position();
        machine.entries = 1;
        self.arrive(machine, MoveKind::Create);
        self.note_status(machine, machine.created_on);
    }

    fn create(&mut self, machine: &mut Machine<'a>, event: &'a Located<OpportunityEvent>, on: Date) {
        machine.carry_out(&event.fact.change, on);
        self.took(event, on);
        if let Place::Unknown(word) = &machine.place {
            self.unknown_stage(machine, event, word);
        } else if machine.status == OpportunityStatus::Lost {
            let message = format!("created as lost: taken as lost on {on}, from no stage that is known");
            self.anomalies.push(Anomaly::of(AnomalyCode::CreatedLost, event, message));
        } else if !machine.status.is_open() {
            let message = format!("created in a stage after the signature: taken as booked on {on}");
            self.anomalies.push(Anomaly::of(AnomalyCode::CreatedClosed, event, message));
        } else if let Some(stage) = machine.stage().filter(|stage| !stage.may_create_in) {
            let message = format!("created in `{}`, where none may start: taken as it is", stage.id);
            self.anomalies.push(Anomaly::of(AnomalyCode::CreatedInLaterStage, event, message));
        }
        if machine.stage().is_some_and(|stage| !stage.may_create_in) {
            self.conformance.forbidden = self.conformance.forbidden.saturating_add(1);
        }
        self.note_early_close_date(machine, event);
        self.note_forecast_oddity(machine, event);
        self.arrive(machine, MoveKind::Create);
        self.note_status(machine, on);
        if matches!(machine.status, OpportunityStatus::Lost | OpportunityStatus::Realised) {
            self.leave(on, 0, MoveKind::Create);
        }
    }

    fn step(&mut self, machine: &mut Machine<'a>, event: &'a Located<OpportunityEvent>, on: Date) {
        let plan = rules::plan(machine, &event.fact.change, on, machine.playbook);
        if !self.note_oddity(machine, event, plan.kind) {
            return;
        }
        self.count(&plan);
        let (status, entries) = (machine.status, machine.entries);
        let mut parked_days = machine.days_rested_until(on);
        machine.carry_out(&event.fact.change, on);
        self.took(event, on);
        self.note_status(machine, on);
        if matches!(event.fact.change, OpportunityChange::CloseDateChanged { .. }) {
            self.note_early_close_date(machine, event);
        }
        let closes = status.is_open() && !machine.status.is_open();
        if machine.entries != entries || plan.kind == MoveKind::Transfer {
            self.leave(on, parked_days, plan.kind);
            parked_days = 0;
        }
        if machine.entries != entries {
            self.arrive(machine, plan.kind);
        }
        let ends =
            matches!(machine.status, OpportunityStatus::Lost | OpportunityStatus::Realised) && machine.status != status;
        if ends || (closes && machine.phase_of(&machine.place) == StagePhase::Open) {
            self.leave(on, parked_days, plan.kind);
        }
    }

    /// Begins a new spell where the status is another than before.
    fn note_status(&mut self, machine: &Machine<'a>, on: Date) {
        if let Some(spell) = self.statuses.last_mut() {
            if spell.status == machine.status {
                return;
            }
            spell.until = Some(on);
        }
        self.statuses.push(StatusSpell { status: machine.status, from: on, until: None });
    }

    fn count(&mut self, plan: &rules::Plan) {
        let conformance = &mut self.conformance;
        let add = |counter: &mut u32| *counter = counter.saturating_add(1);
        match plan.kind {
            MoveKind::Advance => add(&mut conformance.advanced),
            MoveKind::Skip => add(&mut conformance.skipped),
            MoveKind::Regress => add(&mut conformance.regressed),
            MoveKind::Reopen => add(&mut conformance.reopened),
            _ => {}
        }
        if plan.authorisation.is_some() {
            add(&mut conformance.overridden);
        } else if !plan.unmet.is_empty() && plan.kind != MoveKind::Update {
            add(&mut conformance.unmet);
            let breaks_the_way = |unmet: &UnmetCriterion| {
                matches!(unmet.criterion, Criterion::SkipAllowed | Criterion::BackwardsAllowed)
            };
            if plan.unmet.iter().any(breaks_the_way) {
                add(&mut conformance.forbidden);
            }
        }
    }

    fn took(&mut self, event: &'a Located<OpportunityEvent>, on: Date) {
        self.events_used = self.events_used.saturating_add(1);
        self.last_event = Some(event);
        self.last_event_on = Some(self.last_event_on.map_or(on, |last| last.max(on)));
    }

    fn leave(&mut self, on: Date, parked_days: i64, ended_by: MoveKind) {
        if let Some(visit) = self.timeline.last_mut().filter(|visit| visit.left.is_none()) {
            visit.left = Some(on);
            visit.days = on.days_since(visit.entered);
            visit.parked_days = parked_days;
            visit.ended_by = Some(ended_by);
        }
    }

    fn arrive(&mut self, machine: &Machine<'a>, entered_by: MoveKind) {
        let stage = match &machine.place {
            Place::Stage(at) => match machine.stage_at(*at) {
                Some(stage) => stage.id.clone(),
                None => return,
            },
            Place::Unknown(word) => word.clone(),
            Place::None => return,
        };
        let pipeline = machine.pipeline.map(|pipeline| pipeline.id.clone());
        let same = |visit: &&StageVisit| visit.stage == stage && visit.pipeline == pipeline;
        let before = self.timeline.iter().filter(same).count();
        let visit = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let entered = machine.entered_on;
        self.timeline.push(StageVisit {
            pipeline,
            stage,
            entered,
            left: None,
            days: 0,
            parked_days: 0,
            visit,
            entered_by,
            ended_by: None,
        });
    }

    fn finish_timeline(&mut self, as_of: Date) {
        if let Some(visit) = self.timeline.last_mut().filter(|visit| visit.left.is_none()) {
            visit.days = as_of.days_since(visit.entered);
            visit.parked_days = self.machine.as_ref().map_or(0, |machine| machine.days_rested_until(as_of));
        }
    }
}

/// Whether a history that begins with a change begins with a closing.
fn ends_at_once(machine: &Machine<'_>, first: &OpportunityChange) -> bool {
    match first {
        OpportunityChange::Won { .. } | OpportunityChange::Realised { .. } | OpportunityChange::Lost { .. } => true,
        OpportunityChange::StageChanged { to, .. } => {
            machine.means_lost(to) || machine.phase_of(&machine.find(to)) != StagePhase::Open
        }
        _ => false,
    }
}

/// Whether a change is a move to the stage that the opportunity is in.
fn is_beginning(machine: &Machine<'_>, first: &Located<OpportunityEvent>) -> bool {
    matches!(&first.fact.change, OpportunityChange::StageChanged { to, .. } if machine.find(to) == machine.place)
}

fn stall(machine: &Machine<'_>, as_of: Date) -> Option<Stall> {
    let threshold_days = machine.stage()?.stall_after_days.filter(|_| machine.status.is_open())?;
    let days_in_stage = as_of.days_since(machine.entered_on).saturating_sub(machine.rested_days);
    let over = days_in_stage > i64::from(threshold_days);
    Some(Stall { days_in_stage, threshold_days, stalled: over && machine.status == OpportunityStatus::Open })
}

fn reasons(
    state: Option<&OpportunityState>,
    stall: Option<&Stall>,
    last: Option<&Located<OpportunityEvent>>,
) -> Vec<Reason> {
    let Some(state) = state else {
        return vec![Reason::new("nothing_happened", "no event up to this day")];
    };
    let place = match (&state.stage, &state.unknown_stage) {
        (Some(stage), _) => format!("in `{stage}` since {}", state.entered_stage_on),
        (None, Some(_)) => format!("in an unknown stage since {}", state.entered_stage_on),
        (None, None) => "in no stage that is known".to_owned(),
    };
    let message = format!("{}; {place}", state.status);
    let days = Comparison::new("days_in_stage", state.days_in_stage, Unit::Days);
    let mut reasons = vec![Reason::new("latest_event", message).comparing(days).citing(last.map(Located::reference))];
    if let Some(stall) = stall.filter(|stall| stall.stalled) {
        let message = format!("no move for {} days", stall.days_in_stage);
        let days = Comparison::new("days_in_stage", stall.days_in_stage, Unit::Days).against(stall.threshold_days);
        reasons.push(Reason::new("stalled", message).comparing(days));
    }
    reasons
}
