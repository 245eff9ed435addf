//! Laws over random histories.

use proptest::prelude::*;

use super::pipeline_tests::two_pipelines;
use super::testing::{DAYS, FIRST_DAY, book, playbook, rows};
use super::tests::{date, opportunity, replay, to};
use super::*;
use crate::facts::{ForecastCategory, OpportunityEvent, are_whole};
use crate::playbook::{Playbook, StagePhase};

/// Any change, sensible or not.
fn any_change() -> impl Strategy<Value = String> {
    let stage =
        prop::sample::select(vec!["interest", "incubation", "design", "comparison", "commitment", "use", "nowhere"]);
    let fixed = prop::sample::select(vec![
        r#"{"type": "created"}"#,
        r#"{"type": "end_mark_met"}"#,
        r#"{"type": "won"}"#,
        r#"{"type": "realised"}"#,
        r#"{"type": "lost", "reason": "price"}"#,
        r#"{"type": "reopened"}"#,
        r#"{"type": "parked", "reason": "rest", "resume_on": "2026-12-01"}"#,
        r#"{"type": "resumed"}"#,
        r#"{"type": "probability_changed", "probability": "0.42"}"#,
        r#"{"type": "amount_changed", "amount": {"amount": "100", "currency": "EUR"}}"#,
        r#"{"type": "close_date_changed", "close_date": "2026-03-03"}"#,
        r#"{"type": "owner_changed", "owner": "somebody"}"#,
        r#"{"type": "pipeline_changed", "to": "eight_step"}"#,
        r#"{"type": "pipeline_changed", "from": "eight_step", "to": "six_stage", "stage": "design"}"#,
        r#"{"type": "pipeline_changed", "to": "elsewhere"}"#,
        r#"{"type": "reopened", "stage": "use"}"#,
        r#"{"type": "lost"}"#,
        r#"{"type": "lost", "reason": "bad luck"}"#,
        r#"{"type": "amount_changed", "amount": {"amount": "5", "currency": "EUR"}}"#,
        r#"{"type": "amount_changed", "amount": {"amount": "7", "currency": "USD"}}"#,
        r#"{"type": "recurring_changed", "recurring": {"monthly": {"amount": "2", "currency": "EUR"}, "months": 12}}"#,
        r#"{"type": "forecast_category_changed", "category": "commit"}"#,
        r#"{"type": "forecast_category_changed", "category": "closed"}"#,
        r#"{"type": "credit_split_changed", "credits": [{"member": "b", "share": "0.3"}, {"member": "a", "share": "0.7"}]}"#,
        r#"{"type": "credit_split_changed", "credits": [{"member": "b", "share": "0.3"}]}"#,
        r#"{"type": "realised", "amount": {"amount": "4", "currency": "EUR"}}"#,
    ]);
    prop_oneof![
        fixed.prop_map(str::to_owned),
        stage.clone().prop_map(|stage| format!(r#"{{"type": "stage_changed", "to": "{stage}"}}"#)),
        stage.clone().prop_map(|stage| format!(r#"{{"type": "created", "stage": "{stage}"}}"#)),
        stage.prop_map(|stage| format!(r#"{{"type": "end_mark_met", "stage": "{stage}"}}"#)),
    ]
}

pub(super) fn any_history() -> impl Strategy<Value = Vec<(String, String)>> {
    let at = (1u32..=12, 1u32..=28).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}"));
    prop::collection::vec((at, any_change()), 0..14)
}

pub(super) fn borrowed(events: &[(String, String)]) -> Vec<(&str, &str)> {
    events.iter().map(|(at, change)| (at.as_str(), change.as_str())).collect()
}

fn is_legal(state: &OpportunityState) -> bool {
    let dates_fit = match state.status {
        OpportunityStatus::Open => state.booked_on.is_none() && state.loss.is_none() && state.parking.is_none(),
        OpportunityStatus::Parked => state.booked_on.is_none() && state.loss.is_none() && state.parking.is_some(),
        OpportunityStatus::Booked => state.booked_on.is_some() && state.realised_on.is_none() && state.loss.is_none(),
        OpportunityStatus::Realised => state.booked_on.is_some() && state.realised_on.is_some() && state.loss.is_none(),
        OpportunityStatus::Lost => state.booked_on.is_none() && state.loss.is_some(),
    };
    let signed = matches!(state.status, OpportunityStatus::Booked | OpportunityStatus::Realised);
    let amounts_fit = (signed || state.booked_amount.is_none())
        && (state.realised_on.is_some() || state.realised_amount.is_none())
        && state.recurring.zip(state.amount).is_none_or(|(one, other)| one.monthly.currency() == other.currency())
        && are_whole(&state.credits)
        && state.forecast_category != Some(ForecastCategory::Closed);
    dates_fit && amounts_fit && (state.status.is_open() || state.first_closed_on.is_some()) && state.days_in_stage >= 0
}

proptest! {
    #[test]
    fn what_is_signed_is_what_it_was_worth_when_the_day_ended(rows in rows(), days in 0..DAYS) {
        let (book, playbook) = (book(&rows), playbook());
        let day = FIRST_DAY.parse::<crate::values::Date>().unwrap().plus_days(days);
        for opportunity in book.accounts().iter().flat_map(|account| &account.opportunities) {
            let Some(state) = state_at(opportunity, &playbook, day) else { continue };
            if state.booked_on == Some(day) {
                prop_assert_eq!(state.booked_amount, state.amount);
            }
        }
    }

    #[test]
    fn any_history_ends_in_a_legal_state(events in any_history(), month in 1u32..=12) {
        let history = replay(&borrowed(&events), &format!("2026-{month:02}-28"));
        prop_assert!(history.state.as_ref().is_none_or(is_legal), "{:?}", history.state);
        let deal = opportunity(&borrowed(&events));
        let elsewhere = replay_history(&deal, &two_pipelines(), history.as_of);
        prop_assert!(elsewhere.state.as_ref().is_none_or(is_legal), "{:?}", elsewhere.state);
        prop_assert_eq!(history.state.is_some(), history.events_used > 0 || !history.anomalies.is_empty());
        prop_assert!(history.timeline.windows(2).all(|pair| pair[0].left == Some(pair[1].entered) || pair[0].left <= Some(pair[1].entered)));
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        (events, shuffled) in any_history().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
    ) {
        let strip = |mut history: HistoryVerdict| {
            for anomaly in &mut history.anomalies {
                anomaly.path.clear();
                anomaly.event = None;
                anomaly.message.clear();
            }
            history.reasons.clear();
            history
        };
        let one = strip(replay(&borrowed(&events), "2026-12-31"));
        prop_assert_eq!(one, strip(replay(&borrowed(&shuffled), "2026-12-31")));
    }

    #[test]
    fn a_day_in_between_equals_the_history_cut_there(events in any_history(), month in 1u32..=12) {
        let day = format!("2026-{month:02}-14");
        let known: Vec<_> = events.iter().filter(|(at, _)| *at <= day).cloned().collect();
        let whole = replay(&borrowed(&events), &day);
        let cut = replay(&borrowed(&known), &day);
        prop_assert_eq!(whole.state, cut.state);
        prop_assert_eq!(whole.timeline, cut.timeline);
    }

    /// State, timeline and statuses tell one story, under one pipeline and under two.
    #[test]
    fn state_timeline_and_statuses_agree(events in any_history()) {
        let deal = opportunity(&borrowed(&events));
        for playbook in [Playbook::six_stage(), two_pipelines()] {
            let history = replay_history(&deal, &playbook, date("2026-12-31"));
            let Some(state) = &history.state else { continue };
            let open: Vec<&StageVisit> = history.timeline.iter().filter(|visit| visit.left.is_none()).collect();
            prop_assert!(open.len() <= 1);
            if let Some(visit) = open.first() {
                prop_assert!(std::ptr::eq(*visit, history.timeline.last().unwrap()));
                prop_assert_eq!(Some(&visit.stage), state.stage.as_ref().or(state.unknown_stage.as_ref()));
                prop_assert_eq!((&visit.pipeline, visit.entered), (&history.pipeline, state.entered_stage_on));
                prop_assert!(!matches!(state.status, OpportunityStatus::Lost | OpportunityStatus::Realised));
            } else if state.stage.is_some() {
                // Closed; signed only where the pipeline has no stage for it.
                prop_assert!(!state.status.is_open());
            }
            let last = history.statuses.last().unwrap();
            prop_assert_eq!((last.status, last.until), (state.status, None));
            match state.status {
                OpportunityStatus::Lost => prop_assert_eq!(state.loss.as_ref().unwrap().on, last.from),
                OpportunityStatus::Booked => prop_assert_eq!(state.booked_on, Some(last.from)),
                OpportunityStatus::Realised => prop_assert_eq!(state.realised_on, Some(last.from)),
                OpportunityStatus::Open | OpportunityStatus::Parked => {
                    prop_assert!(open.len() == 1 || state.stage.is_none(), "{:?}", state);
                }
            }
            let open_stage = history.stage(&playbook).is_none_or(|stage| stage.phase == StagePhase::Open);
            prop_assert!(!state.status.is_open() || open_stage, "what is open is in no closed stage: {:?}", state);
        }
    }

    /// The day before, on and after every event: the state is the fold of the events up to that day, and the timeline
    /// of the whole history says the same of the stage.
    #[test]
    fn at_every_boundary_the_state_is_the_fold_of_the_prefix(events in any_history()) {
        let created = ("2026-01-01".to_owned(), r#"{"type": "created", "stage": "interest"}"#.to_owned());
        let events: Vec<_> = std::iter::once(created).chain(events).collect();
        let deal = opportunity(&borrowed(&events));
        let playbook = two_pipelines();
        let whole = replay_history(&deal, &playbook, date("2027-01-31"));
        for (at, _) in &events {
            let on = date(at);
            for day in [on.minus_days(1), on, on.plus_days(1)] {
                let known: Vec<_> = events.iter().filter(|(at, _)| date(at) <= day).cloned().collect();
                let state = state_at(&deal, &playbook, day);
                let fold = replay_history(&opportunity(&borrowed(&known)), &playbook, day);
                prop_assert_eq!(&state, &fold.state, "{}", day);
                // A later word of where the history began changes what the days before are taken for.
                let told_later = events.iter().any(|(_, change)| change.contains(r#""from""#));
                let Some(state) = state.filter(|state| state.status.is_open() && !told_later) else { continue };
                let visit = whole.timeline.iter().rev().find(|visit| visit.entered <= day).unwrap();
                prop_assert_eq!(Some(&visit.stage), state.stage.as_ref().or(state.unknown_stage.as_ref()), "{}", day);
                prop_assert!(visit.left.is_none_or(|left| left > day), "{}", day);
                prop_assert_eq!(visit.entered, state.entered_stage_on);
            }
        }
    }

    #[test]
    fn what_is_listed_as_allowed_is_allowed(events in any_history()) {
        let deal = opportunity(&borrowed(&events));
        let playbook = Playbook::six_stage();
        let Some(_) = replay_history(&deal, &playbook, date("2026-12-31")).state else { return Ok(()) };
        let mut event = OpportunityEvent {
            id: None, opportunity: "deal".parse().unwrap(), at: "2026-12-31".parse().unwrap(), by: None,
            change: to("nowhere"),
        };
        let refused = apply_event(&deal, &event, &playbook, date("2026-12-31")).unwrap();
        prop_assert_eq!(refused.outcome, TransitionOutcome::Refused);
        for stage in &playbook.default_pipeline().stages {
            event.change = to(stage.id.as_str());
            let outcome = apply_event(&deal, &event, &playbook, date("2026-12-31")).unwrap().outcome;
            let listed = refused.allowed.iter().any(|allowed| allowed.to.as_ref() == Some(&stage.id));
            prop_assert_eq!(outcome == TransitionOutcome::Applied, listed, "{}", stage.id);
        }
    }
}
