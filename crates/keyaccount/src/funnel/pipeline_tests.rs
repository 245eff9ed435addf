//! What pipelines, loss reasons, zones and overrides as data do to plans and histories.

use super::tests::{date, opportunity, replay, to};
use super::*;
use crate::facts::{OpportunityChange, OpportunityEvent, Override};
use crate::playbook::{Playbook, PlaybookDraft};
use crate::values::Date;

const CREATED: (&str, &str) = ("2026-01-01", r#"{"type": "created"}"#);

/// The six-stage funnel beside the eight-step pipeline.
pub(super) fn two_pipelines() -> Playbook {
    edited(|draft| draft.pipelines.extend(Playbook::eight_step().draft().pipelines.iter().cloned()))
}

fn edited(edit: impl FnOnce(&mut PlaybookDraft)) -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    edit(&mut draft);
    Playbook::try_new(draft).unwrap()
}

fn replay_under(playbook: &Playbook, events: &[(&str, &str)], as_of: &str) -> HistoryVerdict {
    replay_history(&opportunity(events), playbook, date(as_of))
}

fn codes(history: &HistoryVerdict) -> Vec<&str> {
    history.anomalies.iter().map(|anomaly| anomaly.code.as_str()).collect()
}

fn plan_under(playbook: &Playbook, events: &[(&str, &str)], at: &str, change: OpportunityChange) -> PlanVerdict {
    let event =
        OpportunityEvent { id: None, opportunity: "deal".parse().unwrap(), at: at.parse().unwrap(), by: None, change };
    let deal = opportunity(events);
    let plan = plan_event(&deal, &event, playbook, date(at)).unwrap();
    let applied = apply_event(&deal, &event, playbook, date(at)).unwrap();
    assert_eq!((plan.outcome, plan.kind, &plan.unmet), (applied.outcome, applied.kind, &applied.unmet));
    if plan.allowed {
        assert_eq!(plan.state_after, applied.state, "the dry run and the deed come to the same");
    }
    plan
}

fn criteria(plan: &PlanVerdict) -> Vec<&str> {
    plan.unmet.iter().map(|unmet| unmet.criterion.as_str()).collect()
}

fn transfer(pipeline: &str, stage: Option<&str>) -> OpportunityChange {
    let (to, stage) = (pipeline.parse().unwrap(), stage.map(|stage| stage.parse().unwrap()));
    OpportunityChange::PipelineChanged { from: None, to, stage }
}

#[test]
fn a_plan_tells_what_an_override_would_record_and_leaves_all_as_it_was() {
    let playbook = edited(|draft| {
        draft.override_authority = vec!["sales-director".parse().unwrap()];
        draft.pipelines[0].stages[1].may_skip = false;
    });
    let plan = plan_under(&playbook, &[CREATED], "2026-02-01", to("design"));
    assert!(!plan.allowed);
    assert_eq!(criteria(&plan), ["end_mark", "skip_allowed", "end_mark"]);
    let need = plan.override_needed.unwrap();
    assert_eq!(need.covers.len(), 3);
    assert_eq!(need.authority[0].as_str(), "sales-director");
    assert_eq!(need.given, None);
    assert_eq!(plan.state_after.unwrap().stage.unwrap().as_str(), "design", "if it were let pass");

    let by = |who: &str| {
        let authorisation = Some(Override { by: who.parse().unwrap(), reason: "told on the phone".parse().unwrap() });
        OpportunityChange::StageChanged { to: "design".parse().unwrap(), authorisation }
    };
    let given = plan_under(&playbook, &[CREATED], "2026-02-01", by("sales-director"));
    assert!(given.allowed);
    assert_eq!(given.override_needed.unwrap().given.unwrap().by.as_str(), "sales-director");
    let usurped = plan_under(&playbook, &[CREATED], "2026-02-01", by("somebody"));
    assert!(!usurped.allowed);
    assert_eq!(usurped.override_needed.unwrap().given, None, "another could still let it pass");
}

#[test]
fn what_nobody_can_override_has_no_override() {
    let lost = OpportunityChange::Lost { reason: None, competitor: None, note: None };
    let plan = plan_under(&Playbook::six_stage(), &[CREATED], "2026-02-01", lost);
    assert_eq!(criteria(&plan), ["reason_given"]);
    assert_eq!((plan.override_needed, plan.state_after), (None, None));
    let plan = plan_under(&Playbook::six_stage(), &[], "2026-02-01", serde_json::from_str(CREATED.1).unwrap());
    assert_eq!((plan.kind, plan.allowed), (MoveKind::Create, true));
    assert!(plan.override_needed.is_none(), "nothing is to be overridden");
}

#[test]
fn a_deal_moves_between_pipelines() {
    let playbook = two_pipelines();
    let plan = plan_under(&playbook, &[CREATED], "2026-02-01", transfer("eight_step", Some("deep_engagement")));
    assert_eq!((plan.kind, plan.allowed), (MoveKind::Transfer, true));
    assert_eq!(plan.state_after.unwrap().probability.unwrap().value.to_string(), "0.3", "the new stage's");
    assert!(plan.moves.iter().any(|known| known.pipeline.as_ref().is_some_and(|id| id.as_str() == "eight_step")));

    let events = [
        CREATED,
        ("2026-02-01", r#"{"type": "pipeline_changed", "to": "eight_step", "stage": "deep_engagement"}"#),
        ("2026-03-01", r#"{"type": "stage_changed", "to": "signing"}"#),
    ];
    let history = replay_under(&playbook, &events, "2026-04-01");
    assert_eq!(history.pipeline.unwrap().as_str(), "eight_step");
    let visits: Vec<(&str, &str, MoveKind, i64)> = history
        .timeline
        .iter()
        .map(|visit| (visit.pipeline.as_ref().unwrap().as_str(), visit.stage.as_str(), visit.entered_by, visit.days))
        .collect();
    assert_eq!(
        visits,
        [
            ("six_stage", "interest", MoveKind::Create, 31),
            ("eight_step", "deep_engagement", MoveKind::Transfer, 28),
            ("eight_step", "signing", MoveKind::Skip, 31),
        ]
    );
    assert_eq!(history.anomalies, []);
}

#[test]
fn a_move_between_pipelines_that_means_nothing_is_refused_or_read_as_it_is() {
    let playbook = two_pipelines();
    let refused = |change| {
        let plan = plan_under(&playbook, &[CREATED], "2026-02-01", change);
        criteria(&plan).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(refused(transfer("nowhere", None)), ["known_pipeline"]);
    assert_eq!(refused(transfer("six_stage", None)), ["other_pipeline"]);
    assert_eq!(refused(transfer("eight_step", Some("design"))), ["known_stage"]);
    assert_eq!(refused(transfer("eight_step", Some("customer_service"))), ["open_stage"]);
    assert_eq!(refused(transfer("eight_step", None)), Vec::<String>::new());

    let moved = |change| {
        let history = replay_under(&playbook, &[CREATED, ("2026-02-01", change)], "2026-03-01");
        let codes = codes(&history).join(",");
        let state = history.state.unwrap();
        (codes, state.stage.map(|id| id.to_string()), state.unknown_stage.map(|id| id.to_string()))
    };
    let some = |text: &str| Some(text.to_owned());
    let nowhere = moved(r#"{"type": "pipeline_changed", "to": "nowhere"}"#);
    assert_eq!(nowhere, ("unknown_pipeline".to_owned(), None, some("interest")));
    let same = moved(r#"{"type": "pipeline_changed", "to": "six_stage"}"#);
    assert_eq!(same, ("stage_unchanged".to_owned(), some("interest"), None));
    let first = moved(r#"{"type": "pipeline_changed", "to": "eight_step"}"#);
    assert_eq!(first, (String::new(), some("initiation"), None));
    let odd = moved(r#"{"type": "pipeline_changed", "to": "eight_step", "stage": "design"}"#);
    assert_eq!(odd, ("unknown_stage".to_owned(), None, some("design")));
}

#[test]
fn a_history_begins_in_the_pipeline_that_its_first_move_came_from() {
    let mut deal = opportunity(&[
        ("2026-01-01", r#"{"type": "created", "stage": "design"}"#),
        ("2026-02-01", r#"{"type": "pipeline_changed", "from": "six_stage", "to": "eight_step"}"#),
    ]);
    // Systems hold the pipeline of today with the opportunity.
    deal.opportunity.pipeline = Some("eight_step".parse().unwrap());
    let history = replay_history(&deal, &two_pipelines(), date("2026-03-01"));
    assert_eq!(history.anomalies, []);
    assert_eq!(history.timeline[0].pipeline.as_ref().unwrap().as_str(), "six_stage");
    assert_eq!(history.pipeline.unwrap().as_str(), "eight_step");
}

#[test]
fn what_is_closed_stays_closed_in_another_pipeline() {
    let events = [
        CREATED,
        ("2026-02-01", r#"{"type": "lost", "reason": "price"}"#),
        ("2026-03-01", r#"{"type": "pipeline_changed", "to": "eight_step"}"#),
    ];
    let history = replay_under(&two_pipelines(), &events, "2026-04-01");
    assert_eq!(codes(&history), ["changed_after_closing"]);
    let state = history.state.unwrap();
    assert_eq!(state.status, OpportunityStatus::Lost);
    assert_eq!(state.loss.unwrap().from_stage.unwrap().as_str(), "interest");
}

#[test]
fn loss_reasons_are_the_playbooks() {
    let playbook = edited(|draft| draft.loss_reasons.retain(|reason| reason.id.as_str() != "service"));
    let lost = |reason: &str| OpportunityChange::Lost { reason: reason.parse().ok(), competitor: None, note: None };
    assert!(plan_under(&playbook, &[CREATED], "2026-02-01", lost("price")).allowed);
    assert_eq!(criteria(&plan_under(&playbook, &[CREATED], "2026-02-01", lost("service"))), ["known_reason"]);
    let history =
        replay_under(&playbook, &[CREATED, ("2026-02-01", r#"{"type": "lost", "reason": "service"}"#)], "2026-03-01");
    assert_eq!(codes(&history), ["unknown_loss_reason"]);
    assert_eq!(history.state.unwrap().loss.unwrap().reason.unwrap().as_str(), "service", "taken over as it is");
}

#[test]
fn a_stage_may_mean_the_loss() {
    let playbook = edited(|draft| draft.pipelines[0].lost_names = vec!["Closed Lost".parse().unwrap()]);
    let lost = ("2026-02-01", r#"{"type": "stage_changed", "to": "Closed Lost"}"#);
    let history =
        replay_under(&playbook, &[("2026-01-01", r#"{"type": "created", "stage": "design"}"#), lost], "2026-03-01");
    assert_eq!(history.anomalies, []);
    let loss = history.state.unwrap().loss.unwrap();
    assert_eq!((loss.from_stage.unwrap().as_str(), loss.reason), ("design", None));
    let plan = plan_under(&playbook, &[CREATED], "2026-02-01", to("Closed Lost"));
    assert_eq!((plan.kind, criteria(&plan)), (MoveKind::Lose, vec!["reason_given"]));

    let created_lost = ("2026-01-01", r#"{"type": "created", "stage": "Closed Lost"}"#);
    let history = replay_under(&playbook, &[created_lost], "2026-03-01");
    assert_eq!((codes(&history), history.timeline.len()), (vec!["created_lost"], 0));
    let state = history.state.unwrap();
    assert_eq!((state.status, state.stage), (OpportunityStatus::Lost, None));
    assert_eq!(state.loss.unwrap().from_stage, None, "it was never known to be in an open stage");

    let back = ("2026-02-10", r#"{"type": "stage_changed", "to": "design"}"#);
    let history = replay_under(&playbook, &[created_lost, back], "2026-03-01");
    assert_eq!(history.timeline[0].entered_by, MoveKind::Reopen);
    assert_eq!(history.state.unwrap().status, OpportunityStatus::Open);
}

#[test]
fn a_deal_won_and_lost_knows_the_open_stage_it_was_lost_from() {
    let events = [
        ("2026-01-01", r#"{"type": "created", "stage": "comparison"}"#),
        ("2026-02-01", r#"{"type": "won"}"#),
        ("2026-03-01", r#"{"type": "lost", "reason": "no_budget"}"#),
    ];
    let state = replay(&events, "2026-04-01").state.unwrap();
    assert_eq!(state.loss.unwrap().from_stage.unwrap().as_str(), "comparison");
    assert_eq!((state.first_closed_on, state.booked_on), (Some(date("2026-02-01")), None));
}

#[test]
fn out_of_a_loss_every_open_stage_is_a_reopening() {
    let lost = ("2026-02-01", r#"{"type": "lost", "reason": "price"}"#);
    for stage in ["interest", "incubation", "design"] {
        let change = format!(r#"{{"type": "stage_changed", "to": "{stage}"}}"#);
        let events = [("2026-01-01", r#"{"type": "created", "stage": "incubation"}"#), lost, ("2026-02-10", &change)];
        let history = replay(&events, "2026-03-01");
        assert_eq!(codes(&history), ["left_closed_stage"], "{stage}");
        assert_eq!(history.conformance.reopened, 1, "{stage}");
        assert_eq!(history.timeline[1].entered, date("2026-02-10"), "{stage}");
        assert_eq!(history.state.unwrap().times_reopened, 1, "{stage}");
    }
}

#[test]
fn the_history_lists_every_status_and_the_days_at_rest() {
    let events = [
        ("2026-01-01", r#"{"type": "created", "stage": "design"}"#),
        ("2026-01-11", r#"{"type": "parked", "reason": "budget", "resume_on": "2026-02-01"}"#),
        ("2026-01-31", r#"{"type": "resumed"}"#),
        ("2026-02-10", r#"{"type": "lost", "reason": "price"}"#),
        ("2026-02-20", r#"{"type": "reopened"}"#),
        ("2026-03-02", r#"{"type": "parked", "reason": "budget", "resume_on": "2026-06-01"}"#),
    ];
    let history = replay(&events, "2026-03-12");
    let spells: Vec<(&str, Date, Option<Date>)> =
        history.statuses.iter().map(|spell| (spell.status.as_str(), spell.from, spell.until)).collect();
    assert_eq!(
        spells,
        [
            ("open", date("2026-01-01"), Some(date("2026-01-11"))),
            ("parked", date("2026-01-11"), Some(date("2026-01-31"))),
            ("open", date("2026-01-31"), Some(date("2026-02-10"))),
            ("lost", date("2026-02-10"), Some(date("2026-02-20"))),
            ("open", date("2026-02-20"), Some(date("2026-03-02"))),
            ("parked", date("2026-03-02"), None),
        ]
    );
    let [first, second] = &history.timeline[..] else { panic!("two visits") };
    assert_eq!((first.days, first.parked_days, first.ended_by), (40, 20, Some(MoveKind::Lose)));
    assert_eq!((second.days, second.parked_days, second.entered_by), (20, 10, MoveKind::Reopen));
}

#[test]
fn forbidden_ways_are_counted_apart_from_missing_marks() {
    let playbook = edited(|draft| {
        let stages = &mut draft.pipelines[0].stages;
        stages[1].may_skip = false;
        stages[3].may_leave_backwards = false;
        stages[2].may_create_in = false;
    });
    let events = [
        CREATED,
        ("2026-02-01", r#"{"type": "stage_changed", "to": "design"}"#),
        ("2026-03-01", r#"{"type": "stage_changed", "to": "comparison"}"#),
        ("2026-04-01", r#"{"type": "stage_changed", "to": "design"}"#),
    ];
    let conformance = replay_under(&playbook, &events, "2026-05-01").conformance;
    assert_eq!((conformance.skipped, conformance.advanced, conformance.regressed), (1, 1, 1));
    assert_eq!((conformance.forbidden, conformance.unmet), (2, 3), "an advance without its end mark is no closed way");
    let created = [("2026-01-01", r#"{"type": "created", "stage": "design"}"#)];
    assert_eq!(replay_under(&playbook, &created, "2026-05-01").conformance.forbidden, 1);
}

#[test]
fn a_certainty_recorded_with_the_closing_does_not_outlive_it() {
    let reopened = |probability: &str, closing: &str| {
        let probability = format!(r#"{{"type": "probability_changed", "probability": "{probability}"}}"#);
        let events = [
            ("2026-01-01", r#"{"type": "created", "stage": "design"}"#),
            ("2026-02-01", probability.as_str()),
            ("2026-02-01", closing),
            ("2026-03-01", r#"{"type": "reopened"}"#),
        ];
        replay(&events, "2026-04-01").state.unwrap().probability.unwrap().value.to_string()
    };
    assert_eq!(reopened("1", r#"{"type": "won"}"#), "0.2");
    assert_eq!(reopened("0", r#"{"type": "lost", "reason": "price"}"#), "0.2");
    assert_eq!(reopened("0.9", r#"{"type": "won"}"#), "0.9", "an estimate made by hand stays");
}

#[test]
fn pushes_add_up_and_moves_to_earlier_days_are_not_taken_off() {
    let close = |day: &str| format!(r#"{{"type": "close_date_changed", "close_date": "{day}"}}"#);
    let (first, second, third) = (close("2026-03-31"), close("2026-03-01"), close("2026-06-30"));
    let events = [
        ("2026-01-01", r#"{"type": "created", "close_date": "2026-03-01"}"#),
        ("2026-01-02", first.as_str()),
        ("2026-01-03", second.as_str()),
        ("2026-01-04", third.as_str()),
    ];
    let state = replay(&events, "2026-02-01").state.unwrap();
    assert_eq!((state.close_date_pushes, state.close_date_slip_days), (2, 30 + 121));
}

#[test]
fn summer_time_neither_swaps_events_nor_days() {
    let playbook = edited(|draft| draft.calendar.time_zone = "Europe/Berlin".parse().unwrap());
    let events = [
        ("2026-10-24T22:30:00Z", r#"{"type": "created", "stage": "interest"}"#),
        ("2026-10-25T00:50:00Z", r#"{"type": "stage_changed", "to": "incubation"}"#),
        // Twenty minutes later, though the clock shows an earlier time.
        ("2026-10-25T01:10:00Z", r#"{"type": "stage_changed", "to": "design"}"#),
    ];
    let history = replay_under(&playbook, &events, "2026-10-25");
    assert_eq!(history.state.as_ref().unwrap().stage.as_ref().unwrap().as_str(), "design");
    assert_eq!(history.state.unwrap().created_on, date("2026-10-25"), "half past midnight in Berlin");
}

#[test]
fn lost_again_is_lost_since_the_first_time_and_forgets_nothing() {
    let first = ("2026-02-01", r#"{"type": "lost", "reason": "price", "competitor": "Bolt"}"#);
    let again = ("2026-03-20", r#"{"type": "lost", "note": "told again"}"#);
    let history = replay(&[CREATED, first, again], "2026-04-01");
    assert_eq!(codes(&history), ["closed_again"]);
    assert!(history.anomalies[0].message.ends_with("the first day holds"));
    let loss = history.state.unwrap().loss.unwrap();
    assert_eq!((loss.on, history.statuses[1].from), (date("2026-02-01"), date("2026-02-01")));
    assert_eq!((loss.reason.unwrap().as_str(), loss.competitor.unwrap().as_str()), ("price", "Bolt"));
    assert_eq!(loss.note.unwrap().as_str(), "told again");

    // Twice at one instant, as an event and as a stage: whatever comes first.
    let playbook = edited(|draft| draft.pipelines[0].lost_names = vec!["Closed Lost".parse().unwrap()]);
    let as_stage = ("2026-02-01", r#"{"type": "stage_changed", "to": "Closed Lost"}"#);
    let loss = replay_under(&playbook, &[CREATED, first, as_stage], "2026-04-01").state.unwrap().loss.unwrap();
    assert_eq!(loss.reason.unwrap().as_str(), "price");
}

#[test]
fn won_or_paid_again_is_so_since_the_first_time() {
    let won = |day| (day, r#"{"type": "won"}"#);
    let paid = |day| (day, r#"{"type": "realised"}"#);
    let events = [CREATED, won("2026-02-01"), won("2026-02-05"), paid("2026-02-10"), paid("2026-03-01")];
    let history = replay(&events, "2026-04-01");
    assert_eq!(codes(&history), ["closed_again", "closed_again"]);
    assert!(history.anomalies.iter().all(|anomaly| anomaly.message.ends_with("the first day holds")));
    let state = history.state.unwrap();
    assert_eq!((state.booked_on, state.realised_on), (Some(date("2026-02-01")), Some(date("2026-02-10"))));
}

#[test]
fn a_signed_deal_goes_to_the_signed_stage_of_another_pipeline() {
    let won = ("2026-02-01", r#"{"type": "won"}"#);
    for to in ["", r#", "stage": "initiation""#, r#", "stage": "contract_execution""#] {
        let moved = format!(r#"{{"type": "pipeline_changed", "to": "eight_step"{to}}}"#);
        let history = replay_under(&two_pipelines(), &[CREATED, won, ("2026-03-01", &moved)], "2026-04-01");
        let state = history.state.unwrap();
        assert_eq!(state.status, OpportunityStatus::Booked, "{to}");
        assert_eq!(state.stage.unwrap().as_str(), "contract_execution", "{to}");
        let visits: Vec<&str> = history.timeline.iter().map(|visit| visit.stage.as_str()).collect();
        assert_eq!(visits, ["interest", "use", "contract_execution"], "{to}");
        assert_eq!(history.timeline[1].left, Some(date("2026-03-01")));
    }
}

#[test]
fn reopening_needs_an_open_stage() {
    let lost = ("2026-02-01", r#"{"type": "lost", "reason": "price"}"#);
    let into = |stage: &str| format!(r#"{{"type": "reopened", "stage": "{stage}"}}"#);
    let (closed, unknown) = (into("use"), into("Evaluation"));
    let created = ("2026-01-01", r#"{"type": "created", "stage": "design"}"#);
    let history = replay(&[created, lost, ("2026-03-01", &closed)], "2026-04-01");
    assert_eq!(codes(&history), ["reopened_without_stage"]);
    assert_eq!(history.state.unwrap().stage.unwrap().as_str(), "design");
    let history = replay(&[created, lost, ("2026-03-01", &unknown)], "2026-04-01");
    assert_eq!(codes(&history), ["unknown_stage"]);
    assert_eq!(history.state.unwrap().unknown_stage.unwrap().as_str(), "Evaluation");
}

#[test]
fn a_move_while_parked_ends_the_rest_and_is_told() {
    let parked = ("2026-02-01", r#"{"type": "parked", "reason": "budget", "resume_on": "2026-05-01"}"#);
    for change in [
        r#"{"type": "stage_changed", "to": "design"}"#,
        r#"{"type": "won"}"#,
        r#"{"type": "pipeline_changed", "to": "eight_step"}"#,
        r#"{"type": "parked", "reason": "budget", "resume_on": "2026-09-01"}"#,
    ] {
        let history = replay_under(&two_pipelines(), &[CREATED, parked, ("2026-03-01", change)], "2026-04-01");
        assert_eq!(codes(&history), ["moved_while_parked"], "{change}");
    }
}

#[test]
fn a_closing_of_which_only_the_day_is_known_ends_the_day() {
    let moved = ("2026-02-01T09:00:00", r#"{"type": "stage_changed", "to": "design"}"#);
    for closing in [r#"{"type": "lost", "reason": "price"}"#, r#"{"type": "stage_changed", "to": "use"}"#] {
        let history = replay(&[CREATED, ("2026-02-01", closing), moved], "2026-04-01");
        assert_eq!(codes(&history), Vec::<&str>::new(), "{closing}");
        assert!(!history.state.unwrap().status.is_open(), "{closing}");
    }
    // Nor is what bears a day alone before the creation of that day.
    let created = ("2026-01-05T10:00:00Z", r#"{"type": "created"}"#);
    let history = replay(&[created, ("2026-01-05", r#"{"type": "end_mark_met"}"#)], "2026-04-01");
    assert_eq!(codes(&history), Vec::<&str>::new());
}

#[test]
fn a_history_that_begins_with_its_end_claims_no_stage() {
    for closing in [r#"{"type": "lost", "reason": "price"}"#, r#"{"type": "won"}"#] {
        let history = replay(&[("2026-02-01", closing)], "2026-04-01");
        assert_eq!(codes(&history), ["missing_creation"], "{closing}");
        assert!(history.timeline.iter().all(|visit| visit.stage.as_str() != "interest"), "{closing}");
        assert!(history.state.unwrap().loss.is_none_or(|loss| loss.from_stage.is_none()), "{closing}");
    }
}
