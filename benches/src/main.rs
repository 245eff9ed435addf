//! Benchmarks: tables of job, size, ours, rival, ratio (the rival's time by ours). Medians over repeated runs; ours on
//! one core, rivals on as many as they take.
//!
//! `cargo xtask bench [ACCOUNTS]` runs it and provides the rivals' Python. With a name it runs only that table: `stages`
//! (stage histories), `distribution` (of a forecast), `rollup` (opportunities added up by cell), `rfm` (recency, frequency
//! and money), `lifetime` (models of repeat purchases), `committees` (buying committees). A rival is a script in
//! `benches/rivals` that reads the same facts as CSV or columns (not timed), does the same job, and prints its median
//! milliseconds and its result; the results have to agree.

mod by_hand;
mod committees;
mod distribution;
mod lifetime;
mod numbers;
mod portfolio;
mod rfm;
mod rivals;
mod roll_up;
mod stage_log;
mod stages;
mod timing;

use std::hint::black_box;
use std::io::{self, Write};

use keyaccount::{
    Book, CommitteeIndex, Date, FunnelOptions, Playbook, analyse_histories, detect_signals, forecast_histories,
    judge_lifecycle, judge_loyalty, opportunity_cohorts, pipeline_movement, replay_history, review,
};
use timing::{Table, median};

const DEFAULT_ACCOUNTS: usize = 10_000;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let accounts = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(DEFAULT_ACCOUNTS);
    let mut out = io::stdout().lock();
    if arguments.iter().any(|argument| argument == stages::MEASURE_ROWS) {
        return stages::measure_rows(&mut out);
    }
    let only = |table: &str| arguments.iter().any(|argument| argument == table);
    if only("committees") {
        return committees::run(&mut out);
    }
    if only("distribution") {
        return distribution::run(&mut out);
    }
    if only("lifetime") {
        return lifetime::run(&mut out);
    }
    if only("rfm") {
        return rfm::run(&mut out);
    }
    if only("rollup") {
        return roll_up::run(&mut out);
    }
    if only("stages") {
        return stages::run(&mut out);
    }
    accounts_in_review(&mut out, accounts)?;
    stages::run(&mut out)?;
    distribution::run(&mut out)?;
    roll_up::run(&mut out)?;
    rfm::run(&mut out)?;
    lifetime::run(&mut out)?;
    committees::run(&mut out)
}

/// Prints the table of a whole portfolio's verdicts.
fn accounts_in_review(out: &mut impl Write, accounts: usize) -> io::Result<()> {
    let playbook = Playbook::six_stage();
    let as_of = portfolio::as_of();
    let facts = portfolio::facts(accounts);
    let size = format!(
        "{accounts} accounts, {} opportunities, {} events, {} interactions, {} purchases",
        facts.opportunities.len(),
        facts.opportunity_events.len(),
        facts.interactions.len(),
        facts.purchases.len()
    );
    writeln!(out, "Portfolio: {size}\n")?;

    let text = serde_json::to_string(&facts)?;
    let export = rivals::export(&facts)?;
    let mut table = Table::new("accounts");
    let read = median(3, || Book::from_json(black_box(&text)));
    table.ours(&format!("read the book from JSON ({} MB)", text.len() / 1_000_000), accounts, read);
    drop(text);
    let group = median(3, || Book::from_facts(black_box(facts.clone())));
    table.ours("check and group facts in memory (with a copy)", accounts, group);
    let book = Book::from_facts(facts);
    let whole = median(5, || review(black_box(&book), &playbook, as_of));
    table.ours("review: all five verdicts, every account", accounts, whole);

    for (name, time) in parts(&book, &playbook, as_of) {
        table.ours(&format!("  of which: {name}"), accounts, time);
    }
    for (name, time) in whole_pipeline(&book, &playbook, as_of) {
        table.ours(name, accounts, time);
    }
    let forecast = median(5, || keyaccount::weighted_forecast(black_box(&book), &playbook, as_of));
    let ours = keyaccount::weighted_forecast(&book, &playbook, as_of).summary;
    let rival = rivals::run("weighted_forecast.py", &export, &ours.amounts.open.weighted.to_string());
    table.side_by_side("weighted forecast from events, by quarter × owner", accounts, forecast, rival);
    let rhythm = median(5, || {
        book.accounts().iter().map(|account| judge_lifecycle(account, &playbook, as_of)).collect::<Vec<_>>()
    });
    let median_days = rivals::median_rhythm(&book, &playbook, as_of);
    let rival = rivals::run("order_rhythm.py", &export, &median_days);
    table.side_by_side("lifecycle from purchases (rival: rhythm and last order only)", accounts, rhythm, rival);
    writeln!(out, "{table}")
}

/// How long each part of a review takes by itself.
fn parts(book: &Book, playbook: &Playbook, as_of: Date) -> Vec<(&'static str, f64)> {
    let accounts = book.accounts();
    let histories = || -> Vec<_> {
        let opportunities = accounts.iter().flat_map(|account| &account.opportunities);
        opportunities.map(|opportunity| replay_history(opportunity, playbook, as_of)).collect()
    };
    let replayed = histories();
    let stage = playbook.default_pipeline().stages.first();
    let mut parts = vec![
        ("replay of histories", median(5, histories)),
        ("forecast from histories", median(5, || forecast_histories(black_box(&replayed), playbook, as_of))),
        (
            "coverage of committees",
            median(5, || {
                let mut verdicts = Vec::new();
                for account in accounts {
                    let index = CommitteeIndex::new(account, as_of);
                    verdicts.extend(
                        account.opportunities.iter().map(|opportunity| index.check(opportunity, stage, playbook)),
                    );
                }
                verdicts
            }),
        ),
        (
            "loyalty",
            median(5, || accounts.iter().map(|account| judge_loyalty(account, playbook, as_of)).collect::<Vec<_>>()),
        ),
        (
            "lifecycle",
            median(5, || accounts.iter().map(|account| judge_lifecycle(account, playbook, as_of)).collect::<Vec<_>>()),
        ),
        (
            "signals",
            median(5, || accounts.iter().map(|account| detect_signals(account, playbook, as_of)).collect::<Vec<_>>()),
        ),
    ];
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    parts
}

/// How long the questions about the whole pipeline take.
fn whole_pipeline(book: &Book, playbook: &Playbook, as_of: Date) -> Vec<(&'static str, f64)> {
    let options = FunnelOptions::default();
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    let histories: Vec<_> = opportunities.map(|opportunity| replay_history(opportunity, playbook, as_of)).collect();
    let quarter_ago = as_of.minus_days(91);
    vec![
        (
            "funnel from histories: times, conversion, rates, losses, conformance",
            median(5, || analyse_histories(black_box(&histories), playbook, as_of, &options)),
        ),
        (
            "movement of the pipeline in a quarter, from events",
            median(5, || pipeline_movement(black_box(book), playbook, quarter_ago, as_of, None)),
        ),
        ("cohorts from histories", median(5, || opportunity_cohorts(black_box(&histories), playbook, as_of, 12))),
    ]
}
