//! Reads a book and prints who decides on an opportunity: everybody in its buying committee with role, stance,
//! influence and contact, and what is missing.
//!
//! `cargo run --release --example committee_review -- [BOOK] [--opportunity ID] [--as-of DATE] [--json]`

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use keyaccount::OpportunityId;
use keyaccount_examples::{CommitteeReview, Source, View, ending, language, print_committee_review};

/// Shows an opportunity's buying committee as a table, and the gaps in its coverage.
#[derive(Parser)]
#[command(name = "committee_review")]
struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The opportunity [default: the open one whose gaps are gravest]
    #[arg(long, value_name = "ID")]
    opportunity: Option<OpportunityId>,
    /// Show every fact that could not be used
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
    let review = CommitteeReview::of(&input, arguments.opportunity.as_ref()).ok_or_else(|| {
        let named = arguments.opportunity.as_ref();
        named.map_or("the book has no open opportunity".to_owned(), |id| {
            format!("the book has no usable opportunity `{id}`")
        })
    })?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &review).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let view = View { language: language(arguments.chinese), all: arguments.all, ..View::for_stdout() };
        print_committee_review(&review, &input.book, &input.playbook, &view, &mut out)?;
    }
    Ok(out.flush()?)
}
