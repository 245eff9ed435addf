//! The funnel by hand: the domain text's cases, and the edge cases of real CRMs.

use super::*;
use crate::facts::{Book, OpportunityBook, OpportunityChange, OpportunityEvent, Override};
use crate::playbook::{Playbook, PlaybookDraft};
use crate::problem::ProblemCode;
use crate::values::Date;

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// An opportunity with events given as `(at, change)`.
pub(super) fn opportunity(events: &[(&str, &str)]) -> OpportunityBook {
    let events: Vec<String> = events
        .iter()
        .map(|(at, change)| format!(r#"{{"opportunity": "deal", "at": "{at}", "change": {change}}}"#))
        .collect();
    let text = format!(
        r#"{{"accounts": [{{"id": "account", "name": "Account"}}],
            "opportunities": [{{"id": "deal", "account": "account"}}],
            "opportunity_events": [{}]}}"#,
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    book.opportunity(&"deal".parse().unwrap()).unwrap().1.clone()
}

pub(super) fn replay(events: &[(&str, &str)], as_of: &str) -> HistoryVerdict {
    replay_history(&opportunity(events), &Playbook::six_stage(), date(as_of))
}

fn state(events: &[(&str, &str)], as_of: &str) -> OpportunityState {
    replay(events, as_of).state.unwrap()
}

fn codes(history: &HistoryVerdict) -> Vec<&str> {
    history.anomalies.iter().map(|anomaly| anomaly.code.as_str()).collect()
}

fn ask(events: &[(&str, &str)], at: &str, change: OpportunityChange) -> TransitionVerdict {
    ask_under(&Playbook::six_stage(), events, at, change)
}

fn ask_under(playbook: &Playbook, events: &[(&str, &str)], at: &str, change: OpportunityChange) -> TransitionVerdict {
    let event =
        OpportunityEvent { id: None, opportunity: "deal".parse().unwrap(), at: at.parse().unwrap(), by: None, change };
    apply_event(&opportunity(events), &event, playbook, date(at)).unwrap()
}

pub(super) fn to(stage: &str) -> OpportunityChange {
    OpportunityChange::StageChanged { to: stage.parse().unwrap(), authorisation: None }
}

fn unmet(verdict: &TransitionVerdict) -> Vec<(&str, Option<&str>)> {
    let stage = |unmet: &UnmetCriterion| unmet.stage.as_ref().map(|stage| stage.as_str().to_owned());
    let pairs = verdict.unmet.iter().map(|unmet| (unmet.criterion.as_str(), stage(unmet)));
    pairs.map(|(criterion, stage)| (criterion, stage.map(|stage| &*stage.leak()))).collect()
}

const CREATED: (&str, &str) = ("2026-01-01", r#"{"type": "created"}"#);
const INTEREST_DONE: (&str, &str) = ("2026-01-10", r#"{"type": "end_mark_met"}"#);

#[test]
fn the_two_presets_carry_the_texts_numbers() {
    let numbers = |playbook: &Playbook| -> Vec<(String, Option<u16>)> {
        let stages = playbook.default_pipeline().stages.iter();
        stages.map(|stage| (stage.win_probability.to_string(), stage.progress)).collect()
    };
    let six = [("0.05", 5), ("0.1", 10), ("0.2", 20), ("0.3", 30), ("0.5", 50), ("0.8", 80)];
    assert_eq!(numbers(&Playbook::six_stage()), six.map(|(p, n)| (p.to_owned(), Some(n))));
    let eight = [("0.05", 5), ("0.1", 10), ("0.3", 30), ("0.4", 40), ("0.7", 70), ("0.75", 75), ("1", 100), ("1", 110)];
    assert_eq!(numbers(&Playbook::eight_step()), eight.map(|(p, n)| (p.to_owned(), Some(n))));
}

#[test]
fn an_advance_needs_the_end_mark() {
    let refused = ask(&[CREATED], "2026-01-11", to("incubation"));
    assert_eq!(refused.outcome, TransitionOutcome::Refused);
    assert_eq!(unmet(&refused), [("end_mark", Some("interest"))]);
    assert_eq!(refused.state.unwrap().stage.unwrap().as_str(), "interest", "a refusal changes nothing");
    assert!(refused.allowed.iter().any(|allowed| allowed.kind == MoveKind::Lose));
    assert!(!refused.allowed.iter().any(|allowed| allowed.kind == MoveKind::Advance));

    let applied = ask(&[CREATED, INTEREST_DONE], "2026-01-11", to("incubation"));
    assert_eq!(applied.outcome, TransitionOutcome::Applied);
    assert_eq!(applied.kind, MoveKind::Advance);
    let state = applied.state.unwrap();
    assert_eq!(state.stage.unwrap().as_str(), "incubation");
    assert_eq!(state.probability.unwrap().value.to_string(), "0.1");
}

#[test]
fn a_skip_needs_every_end_mark_on_the_way() {
    let refused = ask(&[CREATED, INTEREST_DONE], "2026-01-11", to("comparison"));
    assert_eq!(refused.kind, MoveKind::Skip);
    assert_eq!(unmet(&refused), [("end_mark", Some("incubation")), ("end_mark", Some("design"))]);
}

#[test]
fn a_stage_that_may_not_be_skipped_or_left_backwards_is_named() {
    let mut draft: PlaybookDraft = Playbook::six_stage().draft().clone();
    draft.pipelines[0].stages[1].may_skip = false;
    draft.pipelines[0].stages[2].may_leave_backwards = false;
    let playbook = Playbook::try_new(draft).unwrap();
    let refused = ask_under(&playbook, &[CREATED, INTEREST_DONE], "2026-01-11", to("design"));
    assert_eq!(unmet(&refused), [("skip_allowed", Some("incubation")), ("end_mark", Some("incubation"))]);
    let created = ("2026-01-01", r#"{"type": "created", "stage": "design"}"#);
    let refused = ask_under(&playbook, &[created], "2026-01-11", to("interest"));
    assert_eq!(unmet(&refused), [("backwards_allowed", Some("design"))]);
}

#[test]
fn an_override_is_recorded_with_its_author_and_needs_authority() {
    let director = Override { by: "director".parse().unwrap(), reason: "seen it myself".parse().unwrap() };
    let change =
        || OpportunityChange::StageChanged { to: "incubation".parse().unwrap(), authorisation: Some(director.clone()) };
    let applied = ask(&[CREATED], "2026-01-11", change());
    assert_eq!(applied.outcome, TransitionOutcome::AppliedByOverride);
    assert_eq!(applied.recorded_override, Some(director.clone()));
    assert_eq!(unmet(&applied), [("end_mark", Some("interest"))], "what the override covers stays visible");

    let mut draft = Playbook::six_stage().draft().clone();
    draft.override_authority = vec!["owner".parse().unwrap()];
    let refused = ask_under(&Playbook::try_new(draft).unwrap(), &[CREATED], "2026-01-11", change());
    assert_eq!(refused.outcome, TransitionOutcome::Refused);
    assert_eq!(unmet(&refused), [("end_mark", Some("interest")), ("override_authority", None)]);
}

#[test]
fn an_override_does_not_help_where_the_move_means_nothing() {
    let director = Override { by: "director".parse().unwrap(), reason: "because".parse().unwrap() };
    let change = OpportunityChange::StageChanged { to: "nirvana".parse().unwrap(), authorisation: Some(director) };
    let refused = ask(&[CREATED], "2026-01-11", change);
    assert_eq!(refused.outcome, TransitionOutcome::Refused);
    assert_eq!(unmet(&refused), [("known_stage", Some("nirvana"))]);
}

#[test]
fn the_signature_is_a_booking_and_the_money_a_realised_win() {
    let committed = ("2026-01-01", r#"{"type": "created", "stage": "commitment"}"#);
    let won = ask(&[committed], "2026-03-01", OpportunityChange::Won { authorisation: None });
    assert_eq!(won.outcome, TransitionOutcome::Applied, "the signature is the end mark of the last open stage");
    let state = won.state.unwrap();
    assert_eq!(
        (state.status, state.booked_on, state.realised_on),
        (OpportunityStatus::Booked, Some(date("2026-03-01")), None)
    );
    assert_eq!(state.stage.unwrap().as_str(), "use");
    assert_eq!(state.probability.unwrap().value.to_string(), "0.8");

    let signed = ("2026-03-01", r#"{"type": "won"}"#);
    let paid = ask(&[committed, signed], "2026-05-01", OpportunityChange::Realised { amount: None });
    let state = paid.state.unwrap();
    assert_eq!(state.status, OpportunityStatus::Realised);
    assert_eq!((state.booked_on, state.realised_on), (Some(date("2026-03-01")), Some(date("2026-05-01"))));
    assert_eq!(state.probability.unwrap().value.to_string(), "1");
}

#[test]
fn a_win_from_an_early_stage_needs_the_end_marks_between() {
    let won = ask(&[CREATED], "2026-03-01", OpportunityChange::Won { authorisation: None });
    let stages = ["interest", "incubation", "design", "comparison"];
    assert_eq!(unmet(&won), stages.map(|stage| ("end_mark", Some(stage))));
}

#[test]
fn a_loss_needs_a_reason_and_other_needs_words() {
    let lost = |reason, note: Option<&str>| OpportunityChange::Lost {
        reason,
        competitor: None,
        note: note.map(|note| note.parse().unwrap()),
    };
    assert_eq!(unmet(&ask(&[CREATED], "2026-02-01", lost(None, None))), [("reason_given", None)]);
    assert_eq!(unmet(&ask(&[CREATED], "2026-02-01", lost("other".parse().ok(), None))), [("note_given", None)]);
    let applied = ask(&[CREATED], "2026-02-01", lost("other".parse().ok(), Some("fire at the plant")));
    let state = applied.state.unwrap();
    assert_eq!(state.status, OpportunityStatus::Lost);
    assert_eq!(state.loss.unwrap().from_stage.unwrap().as_str(), "interest");
    assert_eq!(state.probability, None);
}

#[test]
fn parking_needs_a_reason_and_a_later_day_and_stops_other_moves() {
    let park = |reason: Option<&str>, day: Option<&str>| OpportunityChange::Parked {
        reason: reason.map(|reason| reason.parse().unwrap()),
        resume_on: day.map(date),
    };
    let asked = |change| ask(&[CREATED, INTEREST_DONE], "2026-02-01", change);
    assert_eq!(unmet(&asked(park(None, None))), [("reason_given", None), ("resume_day", None)]);
    assert_eq!(unmet(&asked(park(Some("budget freeze"), Some("2026-02-01")))), [("resume_day", None)]);
    let parked = asked(park(Some("budget freeze"), Some("2026-04-01"))).state.unwrap();
    assert_eq!(parked.status, OpportunityStatus::Parked);

    let rest = ("2026-02-01", r#"{"type": "parked", "reason": "freeze", "resume_on": "2026-04-01"}"#);
    let refused = ask(&[CREATED, INTEREST_DONE, rest], "2026-03-01", to("incubation"));
    assert_eq!(unmet(&refused), [("is_not_parked", Some("interest"))]);
    let kinds: Vec<_> = refused.allowed.iter().map(|allowed| allowed.kind.as_str()).collect();
    assert_eq!(kinds, ["lose", "resume"]);
}

#[test]
fn reopening_keeps_the_first_closing() {
    let lost = ("2026-02-01", r#"{"type": "lost", "reason": "price"}"#);
    let events = [("2026-01-01", r#"{"type": "created", "stage": "design"}"#), lost];
    let refused = ask(&events, "2026-03-01", to("comparison"));
    assert_eq!(unmet(&refused), [("is_open", Some("comparison"))]);
    let reopened = ask(&events, "2026-03-01", OpportunityChange::Reopened { stage: None }).state.unwrap();
    assert_eq!(reopened.status, OpportunityStatus::Open);
    assert_eq!(reopened.stage.unwrap().as_str(), "design");
    assert_eq!(reopened.first_closed_on, Some(date("2026-02-01")));
    assert_eq!((reopened.times_reopened, reopened.loss), (1, None));
    assert_eq!(reopened.entered_stage_on, date("2026-03-01"));
}

#[test]
fn a_paid_deal_is_final() {
    let events = [
        ("2026-01-01", r#"{"type": "created", "stage": "commitment"}"#),
        ("2026-02-01", r#"{"type": "won"}"#),
        ("2026-03-01", r#"{"type": "realised"}"#),
    ];
    let refused = ask(&events, "2026-04-01", OpportunityChange::Reopened { stage: None });
    assert_eq!(unmet(&refused), [("is_closed", Some("use"))]);
}

#[test]
fn a_second_creation_and_an_event_before_the_last_one_are_errors_of_the_caller() {
    let created = OpportunityChange::Created {
        stage: None,
        amount: None,
        close_date: None,
        owner: None,
        probability: None,
        forecast_category: None,
        credits: vec![],
        recurring: None,
    };
    assert_eq!(unmet(&ask(&[CREATED], "2026-02-01", created)), [("is_new", Some("interest"))]);
    let event = OpportunityEvent {
        id: None,
        opportunity: "deal".parse().unwrap(),
        at: "2025-12-01".parse().unwrap(),
        by: None,
        change: to("design"),
    };
    let error = apply_event(&opportunity(&[CREATED]), &event, &Playbook::six_stage(), date("2026-02-01")).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ProblemCode::DateOrder, "event.at"));
    let error = apply_event(&opportunity(&[]), &event, &Playbook::six_stage(), date("2026-02-01")).unwrap_err();
    assert_eq!(error.code, ProblemCode::NotFound);
}

#[test]
fn a_probability_from_the_old_stage_follows_and_any_other_stays() {
    let create = |probability: &str| format!(r#"{{"type": "created", "probability": {probability}}}"#);
    let moved = ("2026-02-01", r#"{"type": "stage_changed", "to": "design"}"#);
    let after = |probability: &str| {
        let probability = state(&[("2026-01-01", &create(probability)), moved], "2026-03-01").probability.unwrap();
        (probability.value.to_string(), probability.source)
    };
    assert_eq!(after("null"), ("0.2".to_owned(), ProbabilitySource::StageDefault));
    assert_eq!(
        after("0.05"),
        ("0.2".to_owned(), ProbabilitySource::StageDefault),
        "equal to the default is the default"
    );
    assert_eq!(after("\"0.65\""), ("0.65".to_owned(), ProbabilitySource::Manual));
    assert_eq!(after("0"), ("0".to_owned(), ProbabilitySource::Manual), "zero is a value, not missing");
    assert_eq!(after("1"), ("1".to_owned(), ProbabilitySource::Manual), "certain is not won");
}

#[test]
fn a_reset_probability_is_the_stages_again() {
    let events = [
        ("2026-01-01", r#"{"type": "created", "probability": "0.9"}"#),
        ("2026-02-01", r#"{"type": "probability_changed", "probability": null}"#),
    ];
    assert_eq!(state(&events, "2026-03-01").probability.unwrap().source, ProbabilitySource::StageDefault);
}

#[test]
fn a_won_deal_moved_back_does_not_stay_certain() {
    let events = [
        ("2026-01-01", r#"{"type": "created", "stage": "commitment"}"#),
        ("2026-02-01", r#"{"type": "won"}"#),
        ("2026-03-01", r#"{"type": "stage_changed", "to": "comparison"}"#),
    ];
    let history = replay(&events, "2026-04-01");
    assert_eq!(codes(&history), ["left_closed_stage"]);
    let state = history.state.unwrap();
    assert_eq!(state.probability.unwrap().value.to_string(), "0.3");
    assert_eq!((state.status, state.booked_on), (OpportunityStatus::Open, None));
    assert_eq!((state.first_closed_on, state.times_reopened), (Some(date("2026-02-01")), 1));
}

#[test]
fn the_timeline_counts_days_and_visits() {
    let history = replay(
        &[
            ("2026-01-01", r#"{"type": "created", "stage": "design"}"#),
            ("2026-01-11", r#"{"type": "stage_changed", "to": "comparison"}"#),
            ("2026-01-31", r#"{"type": "stage_changed", "to": "design"}"#),
            ("2026-02-10", r#"{"type": "lost", "reason": "price"}"#),
        ],
        "2026-06-01",
    );
    let visits: Vec<_> = history.timeline.iter().map(|v| (v.stage.as_str(), v.days, v.visit)).collect();
    assert_eq!(visits, [("design", 10, 1), ("comparison", 20, 1), ("design", 10, 2)]);
    assert_eq!(history.timeline[2].left, Some(date("2026-02-10")), "closing ends the stay");
    assert_eq!(history.conformance, Conformance { advanced: 1, regressed: 1, unmet: 1, ..Conformance::default() });
}

#[test]
fn the_state_is_that_of_the_day_asked_for() {
    let events =
        [("2026-01-01", r#"{"type": "created"}"#), ("2026-02-01", r#"{"type": "stage_changed", "to": "incubation"}"#)];
    assert_eq!(replay(&events, "2025-12-31").state, None);
    assert_eq!(replay(&events, "2025-12-31").events_after_as_of, 2);
    assert_eq!(state(&events, "2026-01-31").stage.unwrap().as_str(), "interest");
    assert_eq!(state(&events, "2026-02-01").stage.unwrap().as_str(), "incubation");
}

#[test]
fn a_parked_deal_is_not_stalled() {
    let created = ("2026-01-01", r#"{"type": "created", "stage": "commitment"}"#);
    assert!(replay(&[created], "2026-03-01").stall.unwrap().stalled);
    assert!(!replay(&[created], "2026-01-31").stall.unwrap().stalled, "30 days are allowed");
    let parked = ("2026-01-05", r#"{"type": "parked", "reason": "holidays", "resume_on": "2026-04-01"}"#);
    assert!(!replay(&[created, parked], "2026-03-01").stall.unwrap().stalled);
    let resumed = ("2026-03-01", r#"{"type": "resumed"}"#);
    let stall = replay(&[created, parked, resumed], "2026-03-15").stall.unwrap();
    assert_eq!((stall.days_in_stage, stall.stalled), (18, false), "4 days before the rest, 14 after it");
}

#[test]
fn close_date_pushes_count_only_later_days() {
    let events = [
        ("2026-01-01", r#"{"type": "created", "close_date": "2026-06-30"}"#),
        ("2026-02-01", r#"{"type": "close_date_changed", "close_date": "2026-09-30"}"#),
        ("2026-03-01", r#"{"type": "close_date_changed", "close_date": "2026-08-31"}"#),
        ("2026-04-01", r#"{"type": "close_date_changed", "close_date": "2026-12-31"}"#),
    ];
    assert_eq!(state(&events, "2026-05-01").close_date_pushes, 2);
}

#[test]
fn every_oddity_is_listed_and_read_by_its_rule() {
    let created = ("2026-01-01", r#"{"type": "created", "stage": "design"}"#);
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], OpportunityStatus);
    let cases: &[Case<'_>] = &[
        (
            &[("2026-01-01", r#"{"type": "stage_changed", "to": "design"}"#)],
            &["missing_creation"],
            OpportunityStatus::Open,
        ),
        (&[created, ("2026-01-05", r#"{"type": "created"}"#)], &["repeated_creation"], OpportunityStatus::Open),
        (&[created, ("2025-12-01", r#"{"type": "lost"}"#)], &["before_creation"], OpportunityStatus::Lost),
        (&[("2026-01-01", r#"{"type": "created", "stage": "use"}"#)], &["created_closed"], OpportunityStatus::Booked),
        (
            &[created, ("2026-01-05", r#"{"type": "won"}"#), ("2026-01-05", r#"{"type": "won"}"#)],
            &["duplicate_event"],
            OpportunityStatus::Booked,
        ),
        (
            &[
                created,
                ("2026-01-05", r#"{"type": "stage_changed", "to": "commitment"}"#),
                ("2026-01-05", r#"{"type": "stage_changed", "to": "comparison"}"#),
            ],
            &["ambiguous_order"],
            OpportunityStatus::Open,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "stage_changed", "to": "Nirvana"}"#)],
            &["unknown_stage"],
            OpportunityStatus::Open,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "stage_changed", "to": "design"}"#)],
            &["stage_unchanged"],
            OpportunityStatus::Open,
        ),
        (
            &[
                created,
                ("2026-01-05", r#"{"type": "lost"}"#),
                ("2026-01-06", r#"{"type": "stage_changed", "to": "comparison"}"#),
            ],
            &["left_closed_stage"],
            OpportunityStatus::Open,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "won"}"#), ("2026-01-06", r#"{"type": "lost"}"#)],
            &["closed_again"],
            OpportunityStatus::Lost,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "lost"}"#), ("2026-01-06", r#"{"type": "won"}"#)],
            &["closed_again"],
            OpportunityStatus::Booked,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "lost"}"#), ("2026-01-06", r#"{"type": "amount_changed"}"#)],
            &["changed_after_closing"],
            OpportunityStatus::Lost,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "realised"}"#)],
            &["realised_without_booking"],
            OpportunityStatus::Realised,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "resumed"}"#), ("2026-01-06", r#"{"type": "reopened"}"#)],
            &["no_such_move", "no_such_move"],
            OpportunityStatus::Open,
        ),
        (
            &[created, ("2026-01-05", r#"{"type": "close_date_changed", "close_date": "2025-06-30"}"#)],
            &["close_date_before_creation"],
            OpportunityStatus::Open,
        ),
    ];
    for (events, expected, status) in cases {
        let history = replay(events, "2026-06-01");
        assert_eq!(codes(&history), *expected, "{events:?}");
        assert_eq!(history.state.unwrap().status, *status, "{events:?}");
        assert!(history.anomalies.iter().all(|anomaly| anomaly.path.starts_with("opportunity_events[")));
    }
}

#[test]
fn an_unknown_stage_has_no_probability_and_is_named() {
    let created = ("2026-01-01", r#"{"type": "created", "stage": "design"}"#);
    let history = replay(&[created, ("2026-01-05", r#"{"type": "stage_changed", "to": "Nirvana"}"#)], "2026-06-01");
    let state = history.state.unwrap();
    assert_eq!((state.stage, state.probability), (None, None));
    assert_eq!(state.unknown_stage.unwrap().as_str(), "Nirvana");
}

#[test]
fn an_alias_names_a_renamed_stage() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.pipelines[0].stages[2].aliases = vec!["Solution Design".parse().unwrap()];
    let playbook = Playbook::try_new(draft).unwrap();
    let events = [CREATED, ("2026-01-05", r#"{"type": "stage_changed", "to": "Solution Design"}"#)];
    let history = replay_history(&opportunity(&events), &playbook, date("2026-06-01"));
    assert_eq!(history.state.unwrap().stage.unwrap().as_str(), "design");
    assert_eq!(history.anomalies, []);
}

#[test]
fn offsets_are_brought_to_the_playbooks_day() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.calendar.time_zone = "Asia/Shanghai".parse().unwrap();
    let playbook = Playbook::try_new(draft).unwrap();
    let events = [("2026-01-01T20:00:00Z", r#"{"type": "created"}"#)];
    let history = replay_history(&opportunity(&events), &playbook, date("2026-01-02"));
    assert_eq!(history.state.unwrap().created_on, date("2026-01-02"));
}

#[test]
fn an_unknown_pipeline_is_an_anomaly_and_leaves_the_stage_unknown() {
    let mut deal = opportunity(&[CREATED]);
    deal.opportunity.pipeline = Some("elsewhere".parse().unwrap());
    let history = replay_history(&deal, &Playbook::six_stage(), date("2026-06-01"));
    assert_eq!(codes(&history), ["unknown_pipeline"]);
    assert_eq!(history.state.unwrap().probability, None);
}

#[test]
fn a_signature_is_the_end_mark_however_it_is_recorded() {
    let created = ("2026-01-05", r#"{"type": "created", "stage": "commitment"}"#);
    for signed in [r#"{"type": "won"}"#, r#"{"type": "stage_changed", "to": "use"}"#] {
        let marks = state(&[created, ("2026-03-20", signed)], "2026-04-01").end_marks_met;
        assert_eq!(marks.iter().map(|mark| mark.as_str()).collect::<Vec<_>>(), ["commitment"], "{signed}");
    }
}

#[test]
fn out_of_a_loss_into_the_same_stage_is_a_reopening_and_no_skip() {
    let history = replay(
        &[
            ("2026-01-05", r#"{"type": "created", "stage": "comparison"}"#),
            ("2026-02-01", r#"{"type": "lost", "reason": "price"}"#),
            ("2026-03-01", r#"{"type": "stage_changed", "to": "comparison"}"#),
        ],
        "2026-04-01",
    );
    assert_eq!(codes(&history), ["left_closed_stage"]);
    assert_eq!(history.conformance.skipped, 0);
    assert_eq!(history.state.unwrap().times_reopened, 1);
}

#[test]
fn the_first_event_of_a_history_without_creation_is_used() {
    let known = replay(&[("2026-01-10", r#"{"type": "stage_changed", "to": "design"}"#)], "2026-02-01");
    assert_eq!((codes(&known), known.events_used), (vec!["missing_creation"], 1));
    let unknown = replay(&[("2026-01-10", r#"{"type": "stage_changed", "to": "Shortlist"}"#)], "2026-02-01");
    assert_eq!((codes(&unknown), unknown.events_used), (vec!["missing_creation", "unknown_stage"], 1));
}

#[test]
fn a_probability_recorded_together_with_a_stage_is_of_this_stage() {
    let together = state(
        &[
            ("2026-01-05", r#"{"type": "created", "stage": "interest"}"#),
            ("2026-01-20", r#"{"type": "probability_changed", "probability": "0.1"}"#),
            ("2026-01-20", r#"{"type": "stage_changed", "to": "incubation"}"#),
            ("2026-02-10", r#"{"type": "stage_changed", "to": "design"}"#),
        ],
        "2026-03-01",
    );
    let probability = together.probability.unwrap();
    assert_eq!((probability.value.to_string().as_str(), probability.source), ("0.2", ProbabilitySource::StageDefault));
}

#[test]
fn an_unknown_pipeline_is_said_once() {
    let mut book = opportunity(&[("2026-01-05", r#"{"type": "created", "stage": "interest"}"#)]);
    book.opportunity.pipeline = Some("tenders".parse().unwrap());
    let history = replay_history(&book, &Playbook::six_stage(), date("2026-02-01"));
    assert_eq!(codes(&history), ["unknown_pipeline"]);
}

#[test]
fn a_creation_without_a_stage_is_held_against_the_first_stage() {
    let mut draft: PlaybookDraft = Playbook::six_stage().draft().clone();
    draft.pipelines[0].stages[0].may_create_in = false;
    let playbook = Playbook::try_new(draft).unwrap();
    let created = OpportunityChange::Created {
        stage: None,
        amount: None,
        close_date: None,
        owner: None,
        probability: None,
        forecast_category: None,
        credits: vec![],
        recurring: None,
    };
    let verdict = ask_under(&playbook, &[], "2026-01-05", created);
    assert_eq!((verdict.outcome, unmet(&verdict).len()), (TransitionOutcome::Refused, 1));
}
