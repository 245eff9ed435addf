//! Columns against rows: random logs over random pipelines, replayed event by event.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::moves::{Sparse, Table};
use super::order::{Buckets, unpack};
use super::walk::walk_in_order;
use super::*;
use crate::facts::{Opportunity, OpportunityBook, OpportunityChange, OpportunityEvent};
use crate::funnel::machine::Place;
use crate::funnel::replay::run;
use crate::funnel::{
    AnomalyCode, Criterion, DayBasis, HistoryVerdict, MoveKind, OpportunityStatus, replay_history, rules, time_in_stage,
};
use crate::playbook::{Playbook, Stage, StagePhase};
use crate::values::StageId;

const DAY: i64 = 86_400_000_000;
/// 2026-01-01 in days since 1970.
const START: i64 = 20_454;
/// Numbers near and far, so that rows are sorted in every way there is.
const OPPORTUNITIES: [u32; 5] = [0, 1, 2, 70_000, u32::MAX];

/// A pipeline with any stages that a playbook may have.
fn any_playbook() -> impl Strategy<Value = Playbook> {
    let flags = prop::collection::vec(any::<[bool; 3]>(), 10);
    (1usize..=4, 0usize..=2, 0usize..=2, 0usize..=2, flags).prop_map(|(open, booked, realised, after, flags)| {
        let phases = [
            (StagePhase::Open, open),
            (StagePhase::Booked, booked),
            (StagePhase::Realised, realised),
            (StagePhase::PostSale, after),
        ];
        let mut draft = Playbook::six_stage().draft().clone();
        let pipeline = &mut draft.pipelines[0];
        let pattern = pipeline.stages[0].clone();
        let phases = phases.into_iter().flat_map(|(phase, count)| std::iter::repeat_n(phase, count));
        pipeline.lost_names = vec!["dead".parse().unwrap()];
        pipeline.stages = phases
            .zip(flags)
            .enumerate()
            .map(|(at, (phase, [may_create_in, may_skip, may_leave_backwards]))| Stage {
                id: format!("s{at}").parse().unwrap(),
                phase,
                // An unmet end mark is no forbidden way; columns know of none.
                end_mark: None,
                aliases: vec![],
                may_create_in,
                may_skip,
                may_leave_backwards,
                ..pattern.clone()
            })
            .collect();
        Playbook::try_new(draft).unwrap()
    })
}

/// Events of few opportunities on few days, so that much happens at one instant.
fn any_log() -> impl Strategy<Value = Vec<Event>> {
    let stage = prop_oneof![8 => 0u16..12, 2 => Just(StageColumns::LOST), 1 => Just(StageColumns::LOST - 1)];
    let event = (prop::sample::select(&OPPORTUNITIES[..]), 0i64..30, 0i64..3, stage);
    let event = event.prop_map(|(opportunity, day, time, stage)| Event {
        opportunity,
        at: (START + day) * DAY + time * (DAY / 2 - 1),
        stage,
    });
    prop::collection::vec(event, 0..40)
}

fn columns_of(log: &[Event]) -> (Vec<u32>, Vec<i64>, Vec<u16>) {
    let opportunities = log.iter().map(|event| event.opportunity).collect();
    (opportunities, log.iter().map(|event| event.at).collect(), log.iter().map(|event| event.stage).collect())
}

fn count(log: &[Event], playbook: &Playbook, as_of: Date) -> StageMoveCounts {
    let (opportunity, at, stage) = columns_of(log);
    let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
    count_stage_moves(&columns, playbook.default_pipeline(), as_of)
}

fn day(number: i64) -> Date {
    let day = chrono::NaiveDate::from_epoch_days((START + number).try_into().unwrap()).unwrap();
    Date::try_from(day).unwrap()
}

/// The word by which rows name a stage.
fn word(stage: u16, playbook: &Playbook) -> StageId {
    match playbook.default_pipeline().stages.get(usize::from(stage)) {
        Some(stage) => stage.id.clone(),
        None if stage == StageColumns::LOST => "dead".parse().unwrap(),
        None => format!("unknown-{stage:05}").parse().unwrap(),
    }
}

/// The events of one opportunity as rows, in any order: the first is its creation.
fn rows(log: &[Event], opportunity: u32, playbook: &Playbook) -> Vec<OpportunityEvent> {
    let events = log.iter().filter(|event| event.opportunity == opportunity);
    let first = events.clone().min();
    let row = |event: &Event| OpportunityEvent {
        id: None,
        opportunity: "deal".parse().unwrap(),
        at: chrono::DateTime::from_timestamp_micros(event.at)
            .unwrap()
            .naive_utc()
            .format("%Y-%m-%dT%H:%M:%S%.f")
            .to_string()
            .parse()
            .unwrap(),
        by: None,
        change: match word(event.stage, playbook) {
            stage if Some(event) == first => OpportunityChange::Created {
                stage: Some(stage),
                amount: None,
                close_date: None,
                owner: None,
                probability: None,
                forecast_category: None,
                credits: vec![],
                recurring: None,
            },
            _ if event.stage == StageColumns::LOST => {
                OpportunityChange::Lost { reason: Some("price".parse().unwrap()), competitor: None, note: None }
            }
            to => OpportunityChange::StageChanged { to, authorisation: None },
        },
    };
    events.map(row).collect()
}

fn book(events: Vec<OpportunityEvent>) -> OpportunityBook {
    OpportunityBook::new(Opportunity::new("deal".parse().unwrap(), "account".parse().unwrap()), events)
}

fn histories(log: &[Event], playbook: &Playbook, as_of: Date) -> Vec<(u32, HistoryVerdict)> {
    let replay = |opportunity: &u32| {
        let history = replay_history(&book(rows(log, *opportunity, playbook)), playbook, as_of);
        (*opportunity, history)
    };
    OPPORTUNITIES
        .iter()
        .map(replay)
        .filter(|(_, history)| {
            !history.anomalies.is_empty() || history.events_used > 0 || history.events_after_as_of > 0
        })
        .collect()
}

fn anomalies(histories: &[(u32, HistoryVerdict)], code: AnomalyCode) -> u64 {
    let found = histories.iter().flat_map(|(_, history)| &history.anomalies).filter(|anomaly| anomaly.code == code);
    found.count() as u64
}

/// The different events up to a day, in order.
fn known_of(log: &[Event], as_of: Date) -> BTreeSet<Event> {
    let end = (i64::from(chrono::NaiveDate::from(as_of).to_epoch_days()) + 1) * DAY;
    log.iter().filter(|event| event.at < end).copied().collect()
}

/// How many stages are told at one instant with the one before them.
fn guesses(log: &[Event], as_of: Date) -> u64 {
    let known: Vec<Event> = known_of(log, as_of).into_iter().collect();
    let is_guess = |pair: &&[Event]| {
        (pair[0].opportunity, pair[0].at) == (pair[1].opportunity, pair[1].at) && pair[1].stage != StageColumns::LOST
    };
    known.windows(2).filter(is_guess).count() as u64
}

/// The moves of one opportunity, each judged by the rules for rows after all events before it.
fn moves_of(
    log: &[Event],
    opportunity: u32,
    playbook: &Playbook,
    as_of: Date,
) -> Vec<(MoveEnd, MoveEnd, MoveKind, bool)> {
    let known = known_of(log, as_of).into_iter().filter(|event| event.opportunity == opportunity);
    let known: Vec<Event> = known.collect();
    let rows = rows(&known, opportunity, playbook);
    let end = |stage: &StageId| match stage {
        stage if playbook.default_pipeline().means_lost(stage) => MoveEnd::Lost {},
        stage if playbook.default_pipeline().stage(stage).is_some() => MoveEnd::Stage { stage: stage.clone() },
        _ => MoveEnd::Unknown {},
    };
    let mut moves = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let before = book(rows[..at].to_vec());
        let to = match &row.change {
            OpportunityChange::StageChanged { to, .. } | OpportunityChange::Created { stage: Some(to), .. } => end(to),
            _ => MoveEnd::Lost {},
        };
        let Some(machine) = run(&before, playbook, as_of).machine else {
            let forbidden = playbook
                .default_pipeline()
                .stage(&word(known[at].stage, playbook))
                .is_some_and(|stage| !stage.may_create_in);
            moves.push((MoveEnd::Created {}, to, MoveKind::Create, forbidden));
            continue;
        };
        let from = match (&machine.place, machine.status) {
            (_, OpportunityStatus::Lost) => MoveEnd::Lost {},
            (Place::Stage(_), _) => MoveEnd::Stage { stage: machine.stage().unwrap().id.clone() },
            _ => MoveEnd::Unknown {},
        };
        let plan = rules::plan(&machine, &row.change, as_of, playbook);
        let stays = plan.kind == MoveKind::Nowhere
            && to == from
            && machine.place == machine.find(&word(known[at].stage, playbook));
        if !stays {
            let breaks = |criterion| matches!(criterion, Criterion::SkipAllowed | Criterion::BackwardsAllowed);
            let forbidden = plan.unmet.iter().any(|unmet| breaks(unmet.criterion));
            moves.push((from, to, plan.kind, forbidden));
        }
    }
    moves
}

/// Those that are in a stage, and the tally of days in it, from timelines.
fn stage_totals(histories: &[(u32, HistoryVerdict)], stage: &StageId) -> (u64, Vec<StageDays>) {
    let mut present = 0;
    let mut tally: BTreeMap<u32, StageDays> = BTreeMap::new();
    for (_, history) in histories {
        let there: Vec<_> = history.timeline.iter().filter(|visit| visit.stage == *stage).collect();
        let state = history.state.as_ref();
        present += u64::from(
            state.is_some_and(|state| state.stage.as_ref() == Some(stage) && state.status != OpportunityStatus::Lost),
        );
        if there.is_empty() {
            continue;
        }
        let days = u32::try_from(there.iter().map(|visit| visit.days).sum::<i64>()).unwrap();
        let entry = tally.entry(days).or_insert(StageDays { days, left: 0, still_in_it: 0 });
        if there.iter().any(|visit| visit.left.is_none()) {
            entry.still_in_it += 1;
        } else {
            entry.left += 1;
        }
    }
    (present, tally.into_values().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn columns_count_what_rows_replay(playbook in any_playbook(), log in any_log(), as_of in 0i64..35) {
        let as_of = day(as_of);
        let counts = count(&log, &playbook, as_of);
        let histories = histories(&log, &playbook, as_of);
        let sum = |number: &dyn Fn(&HistoryVerdict) -> usize| {
            histories.iter().map(|(_, history)| number(history) as u64).sum::<u64>()
        };
        prop_assert_eq!(counts.events, log.len() as u64);
        prop_assert_eq!(counts.opportunities, sum(&|history| usize::from(history.state.is_some())));
        prop_assert_eq!(counts.events_used, sum(&|history| history.events_used));
        prop_assert_eq!(counts.events_after_as_of, sum(&|history| history.events_after_as_of));
        prop_assert_eq!(counts.duplicates, anomalies(&histories, AnomalyCode::DuplicateEvent));
        prop_assert_eq!(counts.unchanged, anomalies(&histories, AnomalyCode::StageUnchanged));
        prop_assert_eq!(counts.unknown_stages, anomalies(&histories, AnomalyCode::UnknownStage));
        // Rows say which event is the creation, so that of it and a move at its instant no order is guessed.
        prop_assert_eq!(counts.guessed_order, guesses(&log, as_of));
        prop_assert!(counts.guessed_order >= anomalies(&histories, AnomalyCode::AmbiguousOrder));
        prop_assert_eq!(
            counts.events,
            counts.events_used + counts.events_after_as_of + counts.duplicates + counts.unchanged
        );
        let lost = |history: &HistoryVerdict| {
            usize::from(history.state.as_ref().is_some_and(|state| state.status == OpportunityStatus::Lost))
        };
        prop_assert_eq!(counts.lost, sum(&lost));
        let unknown = |history: &HistoryVerdict| {
            let state = history.state.as_ref().filter(|state| state.status != OpportunityStatus::Lost);
            usize::from(state.is_some_and(|state| state.unknown_stage.is_some()))
        };
        prop_assert_eq!(counts.in_unknown_stage, sum(&unknown));
        let conformance = &counts.conformance;
        prop_assert_eq!(conformance.advanced, sum(&|history| history.conformance.advanced as usize));
        prop_assert_eq!(conformance.skipped, sum(&|history| history.conformance.skipped as usize));
        prop_assert_eq!(conformance.regressed, sum(&|history| history.conformance.regressed as usize));
        prop_assert_eq!(conformance.reopened, sum(&|history| history.conformance.reopened as usize));
        prop_assert_eq!(conformance.forbidden, sum(&|history| history.conformance.forbidden as usize));
        for totals in &counts.stages {
            let found = (totals.present, totals.days.clone());
            prop_assert_eq!(found, stage_totals(&histories, &totals.time.stage), "{}", totals.time.stage);
        }
        let verdicts: Vec<_> = histories.iter().map(|(_, history)| history.clone()).collect();
        let times: Vec<_> = counts.stages.iter().map(|totals| totals.time.clone()).collect();
        prop_assert_eq!(&times, &time_in_stage(&verdicts, &playbook, DayBasis::Calendar)[0].stages);
    }

    #[test]
    fn every_move_is_judged_as_the_rules_for_rows_judge_it(
        playbook in any_playbook(), log in any_log(), as_of in 0i64..35,
    ) {
        let as_of = day(as_of);
        let mut expected: BTreeMap<String, u64> = BTreeMap::new();
        for opportunity in OPPORTUNITIES {
            for a_move in moves_of(&log, opportunity, &playbook, as_of) {
                *expected.entry(format!("{a_move:?}")).or_default() += 1;
            }
        }
        let counts = count(&log, &playbook, as_of);
        let found = counts.moves.iter().map(|made| {
            let MoveCount { from, to, kind, forbidden, count } = made.clone();
            (format!("{:?}", (from, to, kind, forbidden)), count)
        });
        prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
        let of_kind = |kind| {
            let made = counts.moves.iter().filter(|made| made.kind == kind);
            made.map(|made| made.count).sum::<u64>()
        };
        let conformance = &counts.conformance;
        prop_assert_eq!(conformance.won, of_kind(MoveKind::Win));
        prop_assert_eq!(conformance.realised, of_kind(MoveKind::Realise));
        prop_assert_eq!(conformance.lost, of_kind(MoveKind::Lose));
    }

    #[test]
    fn forbidden_moves_are_told_by_opportunity(playbook in any_playbook(), log in any_log(), as_of in 0i64..35) {
        let as_of = day(as_of);
        let (opportunity, at, stage) = columns_of(&log);
        let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
        let found = forbidden_stage_moves(&columns, playbook.default_pipeline(), as_of);
        let histories = histories(&log, &playbook, as_of);
        let expected = histories.iter().filter(|(_, history)| history.conformance.forbidden > 0);
        let expected: Vec<_> = expected
            .map(|(opportunity, history)| ForbiddenMoves {
                opportunity: *opportunity,
                moves: history.conformance.forbidden,
            })
            .collect();
        prop_assert_eq!(&found, &expected);
        let counts = count(&log, &playbook, as_of);
        prop_assert_eq!(counts.conformance.opportunities_with_forbidden, found.len() as u64);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        playbook in any_playbook(),
        (log, shuffled) in any_log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
    ) {
        let mut sorted = log.clone();
        sorted.sort_unstable();
        let counts = count(&log, &playbook, day(20));
        prop_assert_eq!(&count(&shuffled, &playbook, day(20)), &counts);
        prop_assert_eq!(&count(&sorted, &playbook, day(20)), &counts);
    }

    #[test]
    fn the_table_and_the_single_judgements_agree(playbook in any_playbook(), log in any_log()) {
        let stages = &playbook.default_pipeline().stages;
        let (opportunity, at, stage) = columns_of(&log);
        let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
        let (mut table, mut sparse) = (Table::new(stages), Sparse::new(stages));
        let one = walk_in_order(&columns, stages, day(20), &mut table, |_, _| {});
        let other = walk_in_order(&columns, stages, day(20), &mut sparse, |_, _| {});
        prop_assert_eq!(one, other);
        prop_assert_eq!(table.tally(), sparse.tally());
    }

    #[test]
    fn buckets_hold_every_row_in_order(
        mut log in prop::collection::vec(
            (any::<u32>(), 0i64..5, any::<u16>()).prop_map(|(opportunity, at, stage)| Event { opportunity, at, stage }),
            0..300,
        ),
        shift in 0u32..32,
        least in any::<u32>(),
    ) {
        for event in &mut log {
            event.opportunity = least.saturating_add(event.opportunity >> shift);
        }
        let (opportunity, at, stage) = columns_of(&log);
        let columns = StageColumns::try_new(&opportunity, &at, &stage).unwrap();
        let mut found = Vec::new();
        Buckets::of(&columns).each_in_order(|events| found.extend(events.iter().copied().map(unpack)));
        prop_assert_eq!(columns.is_in_order(), log.is_sorted());
        log.sort_unstable();
        prop_assert_eq!(found, log);
    }
}
