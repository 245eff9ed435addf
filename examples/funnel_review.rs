//! Reads a book and prints what a head of sales wants to see of the whole pipeline.
//!
//! `cargo run --release --example funnel_review -- [BOOK] [--playbook FILE] [--as-of DATE] [--from DATE] [--json]`

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use keyaccount::{Date, DayBasis};
use keyaccount_examples::{FunnelReview, Source, View, ending, language, print_funnel_review};

/// Reviews every pipeline of a book: stages, times, conversion, win rate, velocity, bottlenecks, losses, and what moved.
#[derive(Parser)]
#[command(name = "funnel_review")]
struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The day at whose end the movement opens, YYYY-MM-DD [default: the last day before the fiscal quarter]
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// Count the time in a stage in working days of the playbook's calendar
    #[arg(long)]
    business_days: bool,
    /// Show every row of long tables
    #[arg(long)]
    all: bool,
    /// Labels in simplified Chinese
    #[arg(long)]
    chinese: bool,
    /// Print the verdicts as JSON
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    ending(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let input = arguments.source.read()?;
    let days = if arguments.business_days { DayBasis::Business } else { DayBasis::Calendar };
    let review = FunnelReview::of(&input, arguments.from, days)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &review).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let view = View { language: language(arguments.chinese), all: arguments.all, ..View::for_stdout() };
        print_funnel_review(&review, &input.book, &input.playbook, &view, &mut out)?;
    }
    Ok(out.flush()?)
}
