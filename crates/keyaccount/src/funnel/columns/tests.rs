//! Columns by hand.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use super::moves::Table;
use super::walk::{is_in_range, walk};
use super::*;
use crate::funnel::MoveKind;
use crate::playbook::{Playbook, Stage, StagePhase};

const DAY: i64 = 86_400_000_000;
/// 2026-01-01.
const START: i64 = 20_454 * DAY;
const LOST: u16 = StageColumns::LOST;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Counts events given as opportunity, day of January from 0, and stage.
fn count_in(pipeline: &Pipeline, events: &[(u32, i64, u16)], as_of: &str) -> StageMoveCounts {
    let opportunity: Vec<u32> = events.iter().map(|event| event.0).collect();
    let at: Vec<i64> = events.iter().map(|event| START + event.1 * DAY).collect();
    let stage: Vec<u16> = events.iter().map(|event| event.2).collect();
    let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
    count_stage_moves(&columns, pipeline, date(as_of))
}

fn count(events: &[(u32, i64, u16)], as_of: &str) -> StageMoveCounts {
    count_in(Playbook::six_stage().default_pipeline(), events, as_of)
}

fn days(counts: &StageMoveCounts, stage: usize) -> Vec<(u32, u64, u64)> {
    counts.stages[stage].days.iter().map(|day| (day.days, day.left, day.still_in_it)).collect()
}

fn moves(counts: &StageMoveCounts) -> Vec<(String, String, MoveKind, bool, u64)> {
    let name = |end: &MoveEnd| match end {
        MoveEnd::Stage { stage } => stage.to_string(),
        other => format!("{other:?}"),
    };
    let moves = counts.moves.iter();
    moves.map(|made| (name(&made.from), name(&made.to), made.kind, made.forbidden, made.count)).collect()
}

/// Stages of these phases, without any rule.
fn pipeline_of(phases: &[StagePhase]) -> Pipeline {
    let mut pipeline = Playbook::six_stage().default_pipeline().clone();
    let pattern = pipeline.stages[0].clone();
    let stage = |(at, phase): (usize, &StagePhase)| Stage {
        id: format!("s{at}").parse().unwrap(),
        phase: *phase,
        ..pattern.clone()
    };
    pipeline.stages = phases.iter().enumerate().map(stage).collect();
    pipeline
}

#[test]
fn a_stay_is_counted_in_days_between_dates() {
    let noon = DAY / 2;
    let (opportunity, stage) = ([1, 1, 1], [0, 1, 2]);
    // Entered at the last microsecond of a day, left at the first of the next, and left again on the same day.
    let at = [START - 1, START, START + noon];
    let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
    let counts = count_stage_moves(&columns, Playbook::six_stage().default_pipeline(), date("2026-01-11"));
    assert_eq!(days(&counts, 0), [(1, 1, 0)]);
    assert_eq!(days(&counts, 1), [(0, 1, 0)]);
    assert_eq!(days(&counts, 2), [(10, 0, 1)], "it is still there");
}

#[test]
fn revisits_add_up_and_are_over_only_when_the_last_one_is() {
    let events = [(1, 0, 0), (1, 3, 1), (1, 5, 0), (1, 9, 1)];
    let counts = count(&events, "2026-01-31");
    assert_eq!((counts.stages[0].time.visits, counts.stages[0].time.opportunities), (2, 1));
    assert_eq!(days(&counts, 0), [(3 + 4, 1, 0)]);
    assert_eq!(days(&counts, 1), [(2 + 21, 0, 1)]);
    let cut = count(&events, "2026-01-08");
    assert_eq!(days(&cut, 0), [(3 + 2, 0, 1)]);
    assert_eq!(days(&cut, 1), [(2, 1, 0)]);
    assert_eq!(cut.events_after_as_of, 1);
}

#[test]
fn days_before_1970_count_like_any_other() {
    let counts = count(&[(1, -40_000, 0), (1, -39_990, 1)], "2026-01-31");
    assert_eq!(days(&counts, 0), [(10, 1, 0)]);
    assert_eq!(days(&counts, 1), [(39_990 + 30, 0, 1)]);
}

#[test]
fn what_is_lost_is_in_no_stage_and_can_come_back() {
    let counts = count(&[(1, 0, 2), (1, 4, LOST), (1, 10, 2), (2, 0, 0), (2, 1, LOST)], "2026-01-21");
    assert_eq!(days(&counts, 2), [(4 + 10, 0, 1)], "the days between loss and return are none in the stage");
    assert_eq!(counts.lost, 1);
    assert_eq!((counts.conformance.lost, counts.conformance.reopened), (2, 1));
    assert_eq!(counts.stages[2].present, 1);
}

#[test]
fn a_loss_told_twice_and_a_creation_as_lost() {
    let counts = count(&[(1, 0, LOST), (2, 0, 1), (2, 3, LOST), (2, 3, LOST), (2, 4, LOST)], "2026-01-21");
    assert_eq!(
        moves(&counts),
        [
            ("Created".into(), "incubation".into(), MoveKind::Create, false, 1),
            ("Created".into(), "Lost".into(), MoveKind::Create, false, 1),
            ("incubation".into(), "Lost".into(), MoveKind::Lose, false, 1),
            ("Lost".into(), "Lost".into(), MoveKind::Lose, false, 1),
        ]
    );
    assert_eq!((counts.opportunities, counts.lost, counts.duplicates), (2, 2, 1));
    assert_eq!(
        counts.stages.iter().map(|stage| stage.time.visits).sum::<u64>(),
        1,
        "created as lost, it was in no stage"
    );
}

#[test]
fn at_one_instant_stages_come_in_their_order_and_the_loss_last() {
    let counts = count(&[(1, 0, LOST), (1, 0, 77), (1, 0, 2), (1, 0, 0), (1, 0, 2)], "2026-01-21");
    let names: Vec<_> = moves(&counts).into_iter().map(|(from, to, ..)| (from, to)).collect();
    let expected = [("Created", "interest"), ("interest", "design"), ("design", "Unknown"), ("Unknown", "Lost")];
    assert_eq!(names, expected.map(|(from, to)| (from.to_owned(), to.to_owned())));
    assert_eq!((counts.duplicates, counts.guessed_order, counts.unknown_stages), (1, 2, 1));
}

#[test]
fn an_unknown_stage_is_left_with_nothing_known_of_the_way() {
    let mut pipeline = Playbook::six_stage().default_pipeline().clone();
    for stage in &mut pipeline.stages {
        (stage.may_skip, stage.may_leave_backwards) = (false, false);
    }
    let counts = count_in(&pipeline, &[(1, 0, 0), (1, 1, 40), (1, 2, 40), (1, 3, 41), (1, 4, 4)], "2026-01-21");
    assert_eq!(counts.unchanged, 1, "into the same unknown stage");
    assert_eq!(counts.unknown_stages, 2);
    let entered = ("Unknown".into(), "commitment".into(), MoveKind::Enter, false, 1);
    assert!(moves(&counts).contains(&entered));
    assert_eq!(counts.conformance.forbidden, 0);
}

#[test]
fn forbidden_ways() {
    let mut pipeline = Playbook::six_stage().default_pipeline().clone();
    pipeline.stages[1].may_skip = false;
    pipeline.stages[2].may_leave_backwards = false;
    pipeline.stages[3].may_create_in = false;
    let forbidden = |events: &[(u32, i64, u16)]| {
        let conformance = count_in(&pipeline, events, "2026-02-21").conformance;
        (conformance.forbidden, conformance.opportunities_with_forbidden)
    };
    assert_eq!(forbidden(&[(1, 0, 0), (1, 1, 2)]), (1, 1), "over `incubation`");
    assert_eq!(forbidden(&[(1, 0, 0), (1, 1, 5)]), (1, 1), "the signature passes over it too");
    assert_eq!(forbidden(&[(1, 0, 1), (1, 1, 4)]), (0, 0), "leaving it is not passing over it");
    assert_eq!(forbidden(&[(1, 0, 2), (1, 1, 0)]), (1, 1), "back out of `design`");
    assert_eq!(forbidden(&[(1, 0, 4), (1, 1, 0)]), (0, 0), "back over it");
    assert_eq!(forbidden(&[(1, 0, 3), (2, 0, 3), (2, 1, 2), (2, 2, 0), (2, 3, 2)]), (4, 2));
    assert_eq!(forbidden(&[(1, 0, 0), (1, 1, LOST), (1, 2, 2)]), (0, 0), "taken up again, it passes over nothing");
}

#[test]
fn a_payment_ends_the_stay_on_its_day() {
    use StagePhase::{Booked, Open, PostSale, Realised};
    let pipeline = pipeline_of(&[Open, Booked, Realised, PostSale]);
    let counts = count_in(&pipeline, &[(1, 0, 0), (1, 2, 1), (1, 5, 2), (2, 0, 2), (3, 0, 1), (3, 1, 3)], "2026-01-21");
    assert_eq!(days(&counts, 1), [(1, 1, 0), (3, 1, 0)]);
    assert_eq!(days(&counts, 2), [(0, 2, 0)], "paid, both are done with on that day");
    assert_eq!(counts.stages[2].present, 2, "where they stand all the same");
    assert_eq!(days(&counts, 3), [(19, 0, 1)], "signed and not paid, it goes on");
    assert_eq!((counts.conformance.won, counts.conformance.realised), (1, 1), "a creation is no move");
}

#[test]
fn quartiles_take_what_is_still_there_for_unfinished() {
    let mut events = Vec::new();
    for (opportunity, days) in (0..).zip([1, 2, 3, 4]) {
        events.extend([(opportunity, 0, 0), (opportunity, days, 1)]);
    }
    events.extend((10..14).map(|opportunity| (opportunity, 18, 0)));
    let counts = count(&events, "2026-01-21");
    let interest = &counts.stages[0];
    // Worked by hand: 8 at risk on days 1 and 2 (7/8, 6/8), then four are censored, so that 2 are left on day 3.
    assert_eq!(days(&counts, 0), [(1, 1, 0), (2, 1, 4), (3, 1, 0), (4, 1, 0)]);
    assert_eq!(interest.time.lower_quartile_days, Some(2));
    assert_eq!(interest.time.median_days, Some(3));
    assert_eq!(interest.time.upper_quartile_days, Some(4));
    assert_eq!(counts.stages[1].time.median_days, None, "nothing has left `incubation` yet");
}

#[test]
fn nothing_at_all() {
    let none = count(&[], "2026-01-21");
    assert_eq!((none.opportunities, none.events, none.moves.len(), none.stages.len()), (0, 0, 0, 6));
    let later = count(&[(1, 30, 0), (1, 31, 1)], "2026-01-21");
    assert_eq!((later.opportunities, later.events, later.events_after_as_of), (0, 2, 2));
    let empty = count_in(&pipeline_of(&[]), &[(1, 0, 0), (1, 1, 1), (1, 2, LOST), (1, 3, 0)], "2026-01-21");
    assert_eq!((empty.unknown_stages, empty.conformance.lost), (3, 1), "a pipeline without stages knows none");
}

#[test]
fn a_pipeline_too_long_for_a_table() {
    let pipeline = pipeline_of(&[StagePhase::Open; Table::MOST_STAGES + 50]);
    let counts = count_in(&pipeline, &[(1, 0, 0), (1, 1, 299), (1, 2, 298), (1, 3, 700)], "2026-01-21");
    assert_eq!((counts.conformance.skipped, counts.conformance.regressed, counts.unknown_stages), (1, 1, 1));
    assert_eq!(days(&counts, 298), [(1, 1, 0)]);
    let endless = pipeline_of(&vec![StagePhase::Open; 70_000]);
    let counts = count_in(&endless, &[(1, 0, 0), (1, 1, LOST - 1), (1, 2, LOST)], "2026-01-21");
    assert_eq!((counts.conformance.skipped, counts.lost), (1, 1), "no code names the stages after");
}

#[test]
fn columns_that_mean_nothing_are_refused() {
    let problem = StageColumns::try_new(&[1, 2], &[START, START], &[0]).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::UnequalLengths, "stage"));
    assert_eq!((problem.value.as_str(), problem.allowed.as_str()), ("1", "2"));
    let problem = StageColumns::try_new(&[1, 2], &[START, i64::MIN], &[0, 1]).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::DateOutOfRange, "at[1]"));
    assert!(StageColumns::try_new(&[], &[], &[]).unwrap().is_empty());
}

#[test]
fn the_range_of_times_is_that_of_dates() {
    let micros = |text: &str| i64::from(chrono::NaiveDate::from(date(text)).to_epoch_days()) * DAY;
    assert!(is_in_range(micros("1900-01-01")) && !is_in_range(micros("1900-01-01") - 1));
    assert!(is_in_range(micros("2199-12-31") + DAY - 1) && !is_in_range(micros("2199-12-31") + DAY));
}

#[test]
fn numbers_far_apart_take_no_more_room() {
    let opportunity: Vec<u32> = (0..5000).map(|at| (at % 1000) * 4_294_967 + 17).rev().collect();
    let at: Vec<i64> = (0..5000).map(|at| START + (at / 1000) * DAY).rev().collect();
    let stage: Vec<u16> = (0..5000).map(|at| u16::try_from(at / 1000).unwrap()).rev().collect();
    let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
    let playbook = Playbook::six_stage();
    let (_, seen) = walk(&columns, playbook.default_pipeline(), date("2026-01-21"), |_, forbidden| {
        assert_eq!(forbidden, 0);
    });
    assert_eq!(seen.duplicates, 0);
    let counts = count_stage_moves(&columns, playbook.default_pipeline(), date("2026-01-21"));
    assert_eq!((counts.opportunities, counts.conformance.advanced), (1000, 4000));
}
