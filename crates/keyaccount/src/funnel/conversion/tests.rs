use proptest::prelude::*;

use super::*;
use crate::funnel::pipeline_tests::two_pipelines;
use crate::funnel::property_tests::{any_history, borrowed};
use crate::funnel::replay_history;
use crate::funnel::tests::{date, opportunity, replay};

const CREATED: (&str, &str) = ("2026-01-01", r#"{"type": "created"}"#);

/// The conversion from a stage of the six, seen on the last day of the year.
fn from_stage(stage: usize, opportunities: &[&[(&str, &str)]]) -> StageConversion {
    let histories: Vec<_> = opportunities.iter().map(|events| replay(events, "2026-12-31")).collect();
    stage_conversion(&histories, &Playbook::six_stage())[0].stages[stage].clone()
}

/// Entered, reached, lost, open.
fn counts(conversion: &Conversion) -> [u64; 4] {
    [conversion.entered, conversion.reached, conversion.lost, conversion.open]
}

fn text(estimate: Option<Estimate>) -> Option<String> {
    estimate.map(|estimate| estimate.to_string())
}

#[test]
fn the_first_entry_counts_and_what_lies_before_it_does_not() {
    // Begun in `design`, back to `incubation`, on to `design` again, back once more, then lost.
    let events: &[(&str, &str)] = &[
        ("2026-01-01", r#"{"type": "created", "stage": "design"}"#),
        ("2026-01-11", r#"{"type": "stage_changed", "to": "incubation"}"#),
        ("2026-01-31", r#"{"type": "stage_changed", "to": "design"}"#),
        ("2026-02-10", r#"{"type": "stage_changed", "to": "incubation"}"#),
        ("2026-03-02", r#"{"type": "lost", "reason": "price"}"#),
    ];
    let interest = from_stage(0, &[events]);
    assert_eq!((counts(&interest.win), interest.started_later, interest.skipped), ([0; 4], 1, 0));
    assert_eq!(interest.win, Conversion::default(), "nothing was observed");

    let incubation = from_stage(1, &[events]);
    assert_eq!(counts(&incubation.advance), [1, 1, 0, 0], "it advanced once, and that it went back does not undo it");
    assert_eq!((incubation.advance.observed_days, incubation.win.observed_days), (Some(20), Some(50)));
    assert_eq!(counts(&incubation.win), [1, 0, 1, 0]);

    let design = from_stage(2, &[events]);
    assert_eq!(counts(&design.advance), [1, 0, 1, 0], "it never came beyond");
    assert_eq!(design.advance.observed_days, Some(60));
}

#[test]
fn a_closing_that_was_taken_back_decided_nothing() {
    let reopened = ("2026-03-01", r#"{"type": "reopened"}"#);
    for closing in [r#"{"type": "won"}"#, r#"{"type": "lost", "reason": "price"}"#] {
        let open = from_stage(0, &[&[CREATED, ("2026-02-01", closing), reopened]]);
        assert_eq!((counts(&open.advance), counts(&open.win)), ([1, 0, 0, 1], [1, 0, 0, 1]), "{closing}");
        assert_eq!(open.win.observed_days, Some(364));
        assert_eq!(from_stage(1, &[&[CREATED, ("2026-02-01", closing), reopened]]).skipped, 0, "{closing}");

        let again = ("2026-04-11", r#"{"type": "lost", "reason": "price"}"#);
        let lost = from_stage(0, &[&[CREATED, ("2026-02-01", closing), reopened, again]]);
        assert_eq!((counts(&lost.win), lost.win.observed_days), ([1, 0, 1, 0], Some(100)), "{closing}");
    }
}

#[test]
fn a_signature_lies_beyond_every_open_stage() {
    let won = from_stage(0, &[&[CREATED, ("2026-01-31", r#"{"type": "won"}"#)]]);
    assert_eq!((counts(&won.advance), counts(&won.win)), ([1, 1, 0, 0], [1, 1, 0, 0]));
    assert_eq!((won.advance.observed_days, text(won.win.probability).as_deref()), (Some(30), Some("1")));
    let passed_over = from_stage(4, &[&[CREATED, ("2026-01-31", r#"{"type": "won"}"#)]]);
    assert_eq!((passed_over.skipped, passed_over.started_later), (1, 0));

    let paid: &[(&str, &str)] = &[("2026-01-31", r#"{"type": "created", "stage": "use"}"#)];
    let created_closed = from_stage(0, &[paid]);
    assert_eq!((counts(&created_closed.win), created_closed.started_later), ([0; 4], 1));

    let at_once = from_stage(0, &[&[("2026-01-31", r#"{"type": "created"}"#), ("2026-01-31", r#"{"type": "won"}"#)]]);
    assert_eq!((at_once.win.reached, at_once.win.observed_days), (1, Some(0)));
}

#[test]
fn what_is_open_is_neither_left_out_nor_lost() {
    let parked = ("2026-02-01", r#"{"type": "parked", "reason": "audit", "resume_on": "2027-01-01"}"#);
    let lost = ("2026-03-02", r#"{"type": "lost", "reason": "price"}"#);
    let won = ("2026-04-11", r#"{"type": "won"}"#);
    let late = [("2026-12-01", r#"{"type": "created"}"#)];
    let found = from_stage(0, &[&[CREATED, parked], &[CREATED, lost], &[CREATED, won], &late]).win;
    assert_eq!(counts(&found), [4, 1, 1, 2]);
    // The late one was seen for 30 days. Of three at risk one is lost on day 60, of the other two one is won on day 100.
    assert_eq!(text(found.lost_probability).as_deref(), Some("0.333333333333"));
    assert_eq!(text(found.probability).as_deref(), Some("0.333333333333"));
    assert_eq!((text(found.cohort_rate), text(found.decided_rate)), (Some("0.25".into()), Some("0.5".into())));
    assert_eq!(found.observed_days, Some(364));
}

#[test]
fn what_goes_to_another_pipeline_is_seen_until_it_leaves() {
    let playbook = two_pipelines();
    let moved = ("2026-01-31", r#"{"type": "pipeline_changed", "to": "eight_step", "stage": "deep_engagement"}"#);
    let lost = ("2026-03-02", r#"{"type": "lost", "reason": "price"}"#);
    let judge = |events: &[(&str, &str)]| {
        let history = replay_history(&opportunity(events), &playbook, date("2026-12-31"));
        stage_conversion(&[history], &playbook)
    };
    let pipelines = judge(&[CREATED, moved, lost]);
    let (left, entered) = (&pipelines[0].stages[0], &pipelines[1].stages[2]);
    assert_eq!((counts(&left.win), left.win.observed_days), ([1, 0, 0, 1], Some(30)));
    assert_eq!((counts(&entered.win), entered.win.observed_days), ([1, 0, 1, 0], Some(30)));
    assert_eq!(pipelines[1].stages[0].started_later, 1, "in this pipeline it began later");

    // Closed first and moved then, it was lost where it stood.
    let lost_before = ("2026-01-11", r#"{"type": "lost", "reason": "price"}"#);
    let pipelines = judge(&[CREATED, lost_before, moved]);
    assert_eq!(counts(&pipelines[0].stages[0].win), [1, 0, 1, 0]);
    assert!(pipelines[1].stages.iter().all(|stage| stage.win == Conversion::default()));

    // Back again, how it stands there is what counts.
    let back = ("2026-02-10", r#"{"type": "pipeline_changed", "to": "six_stage", "stage": "interest"}"#);
    let pipelines = judge(&[CREATED, moved, back, lost]);
    assert_eq!(
        (counts(&pipelines[0].stages[0].win), counts(&pipelines[1].stages[2].win)),
        ([1, 0, 1, 0], [1, 0, 0, 1])
    );
}

/// Histories of whatever happens, in two pipelines.
fn any_histories() -> impl Strategy<Value = Vec<HistoryVerdict>> {
    prop::collection::vec(any_history(), 0..12).prop_map(|histories| {
        let (playbook, as_of) = (two_pipelines(), date("2026-11-01"));
        histories.iter().map(|events| replay_history(&opportunity(&borrowed(events)), &playbook, as_of)).collect()
    })
}

proptest! {
    #[test]
    fn the_numbers_fit_together(
        (histories, shuffled) in any_histories()
            .prop_flat_map(|histories| (Just(histories.clone()), Just(histories).prop_shuffle()))
    ) {
        let playbook = two_pipelines();
        let found = stage_conversion(&histories, &playbook);
        prop_assert_eq!(&found, &stage_conversion(&shuffled, &playbook));
        for stage in found.iter().flat_map(|pipeline| &pipeline.stages) {
            let (advance, win) = (&stage.advance, &stage.win);
            for conversion in [advance, win] {
                let [entered, reached, lost, open] = counts(conversion);
                prop_assert_eq!(entered, reached.saturating_add(lost).saturating_add(open));
                prop_assert_eq!(entered == 0, conversion.probability.is_none());
                prop_assert_eq!(entered == 0, conversion.observed_days.is_none());
                if open == 0 {
                    prop_assert_eq!(conversion.probability, conversion.cohort_rate);
                    prop_assert_eq!(conversion.probability, conversion.decided_rate);
                }
                // Counting the open ones as never to get there cannot give more.
                prop_assert!(conversion.cohort_rate <= conversion.probability);
            }
            prop_assert_eq!(advance.entered, win.entered);
            prop_assert!(advance.reached >= win.reached && advance.lost <= win.lost);
            let ever = stage.skipped.saturating_add(stage.started_later).saturating_add(win.entered);
            prop_assert!(ever <= histories.len() as u64);
        }
    }
}
