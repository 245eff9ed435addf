use proptest::prelude::*;

use super::*;
use crate::funnel::pipeline_tests::two_pipelines;
use crate::funnel::property_tests::{any_history, borrowed};
use crate::funnel::replay_history;
use crate::funnel::tests::{date, opportunity, replay};
use crate::playbook::Weekday;

const CREATED: (&str, &str) = ("2026-01-01", r#"{"type": "created"}"#);

/// The time in a stage of the six, on the last day of the year.
fn in_stage(stage: usize, opportunities: &[&[(&str, &str)]]) -> StageTime {
    let histories: Vec<_> = opportunities.iter().map(|events| replay(events, "2026-12-31")).collect();
    time_in_stage(&histories, &Playbook::six_stage(), DayBasis::Calendar)[0].stages[stage].clone()
}

#[test]
fn revisits_add_up_and_rests_are_taken_out() {
    let events: &[(&str, &str)] = &[
        CREATED,
        ("2026-01-06", r#"{"type": "parked", "reason": "audit", "resume_on": "2026-01-10"}"#),
        ("2026-01-10", r#"{"type": "resumed"}"#),
        ("2026-01-11", r#"{"type": "stage_changed", "to": "incubation"}"#),
        ("2026-01-21", r#"{"type": "stage_changed", "to": "interest"}"#),
        ("2026-02-20", r#"{"type": "lost", "reason": "price"}"#),
    ];
    let interest = in_stage(0, &[events]);
    assert_eq!((interest.opportunities, interest.visits, interest.still_in_it), (1, 2, 0));
    assert_eq!((interest.days, interest.parked_days), (36, 4), "10 and 30 days, of which 4 rested");
    assert_eq!((interest.median_days, interest.stall_after_days), (Some(36), Some(60)));
    assert_eq!(interest.mean_days_of_finished.unwrap().to_string(), "36");
    assert_eq!(in_stage(1, &[events]).days, 10);
    assert_eq!(in_stage(2, &[events]).median_days, None);
}

#[test]
fn who_is_still_in_a_stage_counts_as_such() {
    let back: &[(&str, &str)] = &[
        CREATED,
        ("2026-01-11", r#"{"type": "stage_changed", "to": "incubation"}"#),
        ("2026-12-21", r#"{"type": "stage_changed", "to": "interest"}"#),
    ];
    let resting: &[(&str, &str)] =
        &[CREATED, ("2026-01-31", r#"{"type": "parked", "reason": "audit", "resume_on": "2027-01-01"}"#)];
    let interest = in_stage(0, &[back, resting]);
    assert_eq!((interest.opportunities, interest.visits, interest.still_in_it), (2, 3, 2));
    assert_eq!((interest.days, interest.parked_days), (50, 334), "10 and 10 days; 30 days before the rest");
    assert_eq!((interest.mean_days_of_finished, interest.median_days), (None, None), "none is done with it");
}

#[test]
fn a_signature_ends_the_last_open_stage_and_payment_the_next() {
    let paid: &[(&str, &str)] = &[
        ("2026-01-01", r#"{"type": "created", "stage": "commitment"}"#),
        ("2026-02-10", r#"{"type": "won"}"#),
        ("2026-03-12", r#"{"type": "realised"}"#),
    ];
    assert_eq!((in_stage(4, &[paid]).median_days, in_stage(5, &[paid]).median_days), (Some(40), Some(30)));
    assert_eq!(in_stage(5, &[&paid[..2]]).still_in_it, 1, "signed and not paid");
}

#[test]
fn a_rest_is_of_the_stage_it_was_taken_in() {
    let paid: &[(&str, &str)] = &[
        ("2026-01-01", r#"{"type": "created", "stage": "commitment"}"#),
        ("2026-01-11", r#"{"type": "parked", "reason": "audit", "resume_on": "2026-03-01"}"#),
        ("2026-02-10", r#"{"type": "realised"}"#),
    ];
    let (commitment, using) = (in_stage(4, &[paid]), in_stage(5, &[paid]));
    assert_eq!((commitment.days, commitment.parked_days), (10, 30));
    assert_eq!((using.days, using.parked_days), (0, 0), "signed and paid at once");
}

#[test]
fn a_holiday_is_no_business_day() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.calendar.holidays = vec![date("2026-01-01"), date("2026-01-06")];
    let playbook = Playbook::try_new(draft).unwrap();
    let events = [("2025-12-31", r#"{"type": "created"}"#), ("2026-01-12", r#"{"type": "lost"}"#)];
    let histories = [replay_history(&opportunity(&events), &playbook, date("2026-06-01"))];
    let interest = time_in_stage(&histories, &playbook, DayBasis::Business)[0].stages[0].clone();
    // Twelve days with two weekends, and two holidays.
    assert_eq!((interest.days, interest.median_days), (6, Some(6)));
}

#[test]
fn unknown_stages_are_counted_apart() {
    let events = [CREATED, ("2026-01-11", r#"{"type": "stage_changed", "to": "nowhere"}"#)];
    let histories = [replay(&events, "2026-12-31")];
    let pipeline = &time_in_stage(&histories, &Playbook::six_stage(), DayBasis::Calendar)[0];
    assert_eq!(pipeline.visits_to_unknown_stages, 1);
    assert_eq!(pipeline.stages.iter().map(|stage| stage.visits).sum::<u64>(), 1);
}

/// Two pipelines, and weekends or none.
fn playbook(weekends: bool) -> Playbook {
    let mut draft = two_pipelines().draft().clone();
    draft.calendar.working_days = if weekends { draft.calendar.working_days } else { Weekday::ALL.to_vec() };
    Playbook::try_new(draft).unwrap()
}

fn any_histories(playbook: Playbook) -> impl Strategy<Value = Vec<HistoryVerdict>> {
    prop::collection::vec(any_history(), 0..10).prop_map(move |histories| {
        let replay = |events: &Vec<(String, String)>| {
            replay_history(&opportunity(&borrowed(events)), &playbook, date("2026-11-01"))
        };
        histories.iter().map(replay).collect()
    })
}

proptest! {
    #[test]
    fn every_day_of_a_timeline_is_in_one_number(histories in any_histories(playbook(true))) {
        let playbook = playbook(true);
        let found = time_in_stage(&histories, &playbook, DayBasis::Calendar);
        let stages: Vec<_> = found.iter().flat_map(|pipeline| &pipeline.stages).collect();
        let pipeline_of = |visit: &StageVisit| playbook.pipeline(Some(visit.pipeline.as_ref()?));
        let known = |visit: &&StageVisit| pipeline_of(visit).is_some_and(|pipeline| pipeline.stage(&visit.stage).is_some());
        let timelines = || histories.iter().flat_map(|history| &history.timeline);
        let visits: Vec<_> = timelines().filter(known).collect();

        let days: i64 = visits.iter().map(|visit| visit.days).sum();
        let counted: u64 = stages.iter().map(|stage| stage.days.saturating_add(stage.parked_days)).sum();
        prop_assert_eq!(i64::try_from(counted).unwrap(), days);
        prop_assert_eq!(stages.iter().map(|stage| stage.visits).sum::<u64>(), visits.len() as u64);
        let still: u64 = stages.iter().map(|stage| stage.still_in_it).sum();
        prop_assert_eq!(still, visits.iter().filter(|visit| visit.left.is_none()).count() as u64);
        let unknown: u64 = found.iter().map(|pipeline| pipeline.visits_to_unknown_stages).sum();
        let elsewhere = timelines().filter(|visit| visit.pipeline.is_none()).count() as u64;
        let all = unknown.saturating_add(elsewhere).saturating_add(visits.len() as u64);
        prop_assert_eq!(all, timelines().count() as u64);

        let business = time_in_stage(&histories, &playbook, DayBasis::Business);
        for (all, working) in stages.iter().zip(business.iter().flat_map(|pipeline| &pipeline.stages)) {
            prop_assert!(working.days.saturating_add(working.parked_days) <= all.days.saturating_add(all.parked_days));
            prop_assert_eq!((working.visits, working.still_in_it), (all.visits, all.still_in_it));
        }
    }

    /// The rests of the statuses and those of the visits are the same.
    #[test]
    fn without_weekends_business_days_are_calendar_days(histories in any_histories(playbook(false))) {
        let playbook = playbook(false);
        let business = time_in_stage(&histories, &playbook, DayBasis::Business);
        prop_assert_eq!(business, time_in_stage(&histories, &playbook, DayBasis::Calendar));
    }

    #[test]
    fn the_order_of_histories_does_not_matter(
        (histories, shuffled) in any_histories(playbook(true))
            .prop_flat_map(|histories| (Just(histories.clone()), Just(histories).prop_shuffle()))
    ) {
        let playbook = playbook(true);
        let found = |histories: &[HistoryVerdict]| time_in_stage(histories, &playbook, DayBasis::Calendar);
        prop_assert_eq!(found(&histories), found(&shuffled));
    }
}
