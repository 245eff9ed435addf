//! Stage histories: the library over columns and over typed rows, a kernel written by hand, and other tools.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use keyaccount::{
    MoveEnd, OpportunityBook, OpportunityStatus, Pipeline, Playbook, StageColumns, StageMoveCounts, count_stage_moves,
    replay_history,
};

use crate::by_hand;
use crate::rivals;
use crate::stage_log::{self, LOST, STAGES, StageLog};
use crate::timing::{Table, median};

/// The argument that asks for [`measure_rows`].
pub const MEASURE_ROWS: &str = "measure-rows";

const DEALS: u32 = 200_000;
/// An opportunity's number, a time and a stage.
const COLUMN_BYTES: usize = size_of::<u32>() + size_of::<i64>() + size_of::<u16>();

/// What sorting takes beside them: a row, aligned.
const SORTING_BYTES: usize = size_of::<(u32, u16, i64)>();

/// Prints the table of stage histories.
pub fn run(out: &mut impl io::Write) -> io::Result<()> {
    let playbook = stage_log::playbook();
    let pipeline = playbook.default_pipeline();
    let log = StageLog::made_up(DEALS);
    let events = log.len();
    writeln!(out, "Stage histories: {DEALS} opportunities, {events} events\n")?;
    let as_of = stage_log::as_of();
    let today = chrono::NaiveDate::from(as_of).to_epoch_days().into();
    let expected = by_hand::count(&log, today);
    let ours = count(&log, pipeline)?;
    assert_same(&expected, &ours, pipeline);
    let by_time = log.by_time();
    let data = export(&by_time)?;

    let mut table = Table::new("events");
    let hand = median(21, || by_hand::count(black_box(&log), today));
    let shuffled = log.shuffled();
    assert_eq!(by_hand::count(&by_hand::sorted(&shuffled), today), expected);
    let hand_sorts = median(11, || by_hand::count(&by_hand::sorted(black_box(&shuffled)), today));
    let mut in_order_of_time = f64::NAN;
    for (name, log, hand_too) in [
        ("sorted", &log, ("by hand", hand)),
        ("shuffled", &shuffled, ("sorted and counted by hand", hand_sorts)),
        ("in order of time", &by_time, ("by hand, sorted before", hand)),
    ] {
        assert!(count(log, pipeline)? == ours, "the order of rows changes nothing");
        let time = median(21, || count(black_box(log), pipeline));
        table.compared(&format!("columns, {name}"), events, time, hand_too.0, hand_too.1);
        in_order_of_time = time;
    }
    for (tool, has_days, job) in [
        ("pm4py", false, "directly-follows and performance graphs"),
        ("duckdb", true, "moves and days by a window query, no rules"),
        ("polars", true, "moves and days, no rules"),
        ("pandas", true, "moves and days, no rules"),
    ] {
        let rival = rivals::run(&format!("stage_moves_{tool}.py"), &data, &result(&expected, has_days));
        table.side_by_side(&format!("columns, in order of time (rival: {job})"), events, in_order_of_time, rival);
    }
    let rows = log.opportunities(pipeline).map_err(|problem| io::Error::other(problem.to_string()))?;
    assert_eq!(replay_all(&rows, &playbook), (ours.lost, ours.conformance.forbidden), "rows and columns agree");
    let replayed = median(3, || replay_all(black_box(&rows), &playbook));
    table.compared("columns, in order of time", events, in_order_of_time, "replay_history, typed rows", replayed);
    writeln!(out, "{table}")?;
    let row_bytes = row_bytes().map_or("not measured on this system".to_owned(), |bytes| format!("{bytes} bytes"));
    writeln!(out, "Memory an event: {COLUMN_BYTES} bytes in columns, {SORTING_BYTES} more while rows are sorted;")?;
    writeln!(out, "in typed rows {row_bytes} (by which a process grows that builds them, identifiers included).")
}

fn count(log: &StageLog, pipeline: &Pipeline) -> io::Result<StageMoveCounts> {
    let columns = StageColumns::try_new(&log.opportunity, &log.at, &log.stage)
        .map_err(|problem| io::Error::other(problem.to_string()))?;
    Ok(count_stage_moves(&columns, pipeline, stage_log::as_of()))
}

/// Replays typed rows and sums up how many are lost, and their forbidden moves.
fn replay_all(rows: &[OpportunityBook], playbook: &Playbook) -> (u64, u64) {
    let mut lost = 0;
    let mut forbidden = 0;
    for opportunity in rows {
        let history = replay_history(opportunity, playbook, stage_log::as_of());
        lost += u64::from(history.state.is_some_and(|state| state.status == OpportunityStatus::Lost));
        forbidden += u64::from(history.conformance.forbidden);
    }
    (lost, forbidden)
}

/// Stops where the library and the kernel written by hand differ: one of them is wrong then.
fn assert_same(by_hand: &by_hand::Counts, ours: &StageMoveCounts, pipeline: &Pipeline) {
    let theirs = &ours.conformance;
    let pairs = [
        (by_hand.opportunities, ours.opportunities),
        (by_hand.advanced, theirs.advanced),
        (by_hand.skipped, theirs.skipped),
        (by_hand.regressed, theirs.regressed),
        (by_hand.won, theirs.won),
        (by_hand.lost, theirs.lost),
        (by_hand.reopened, theirs.reopened),
        (by_hand.forbidden, theirs.forbidden),
        (by_hand.opportunities_with_forbidden, theirs.opportunities_with_forbidden),
    ];
    for (at, (one, other)) in pairs.into_iter().enumerate() {
        assert_eq!(one, other, "count {at}");
    }
    let end = |at: usize| {
        pipeline.stages.get(at).map_or(MoveEnd::Lost {}, |stage| MoveEnd::Stage { stage: stage.id.clone() })
    };
    for (from, row) in by_hand.moves.iter().enumerate() {
        for (to, count) in row.iter().enumerate() {
            assert_eq!(*count, ours.moves_between(&end(from), &end(to)), "{from} to {to}");
        }
    }
    for (stage, days) in ours.stages.iter().zip(by_hand.days) {
        let sum: u64 = stage.days.iter().map(|day| u64::from(day.days) * (day.left + day.still_in_it)).sum();
        assert_eq!(sum, days.cast_unsigned(), "days in {}", stage.time.stage);
    }
}

/// What a rival has to find, in the form in which it prints it.
fn result(counts: &by_hand::Counts, has_days: bool) -> String {
    let mut text = String::new();
    for (from, row) in counts.moves.iter().enumerate() {
        for (to, count) in row.iter().enumerate().filter(|(_, count)| **count > 0) {
            let _ = write!(text, "{from}>{to}:{count} ");
        }
    }
    if has_days {
        let days = counts.days.map(|days| days.to_string());
        let _ = write!(text, "days {}", days.join(" "));
    }
    text.trim_end().to_owned()
}

/// Writes the rows as CSV and gives the folder; the loss is the number after the last stage.
fn export(log: &StageLog) -> io::Result<PathBuf> {
    let folder = rivals::data_folder()?;
    let mut text = String::from("opportunity,at,stage\n");
    for ((opportunity, at), stage) in log.opportunity.iter().zip(&log.at).zip(&log.stage) {
        let stage = if *stage == LOST { STAGES } else { usize::from(*stage) };
        let _ = writeln!(text, "{opportunity},{at},{stage}");
    }
    fs::write(folder.join("stage_moves.csv"), text)?;
    Ok(folder)
}

/// What an event takes in typed rows, measured in a process of its own: this one has freed memory to use again.
fn row_bytes() -> Option<usize> {
    let output = Command::new(std::env::current_exe().ok()?).arg(MEASURE_ROWS).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// Builds typed rows, and prints by how many bytes an event the process grew.
pub fn measure_rows(out: &mut impl io::Write) -> io::Result<()> {
    let log = StageLog::made_up(DEALS);
    let before = resident_bytes();
    let rows = log.opportunities(stage_log::playbook().default_pipeline());
    let rows = rows.map_err(|problem| io::Error::other(problem.to_string()))?;
    if let Some((after, before)) = resident_bytes().zip(before) {
        writeln!(out, "{}", after.saturating_sub(before) / log.len())?;
    }
    drop(black_box(rows));
    Ok(())
}

/// What the process takes of the memory; none where the system does not tell.
fn resident_bytes() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<usize>().ok()?.checked_mul(1024)
}
