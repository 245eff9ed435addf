//! Reads a book and prints how its customers stand and what they are worth: who moved between the phases of the lifecycle
//! and why, segments, concentration, key accounts, lifetime value, and each account's orders.
//!
//! `cargo run --release --example loyalty_review -- [BOOK] [--playbook FILE] [--as-of DATE] [--account ID] [--json]`

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use keyaccount::{AccountId, ComparableBasis};
use keyaccount_examples::{LoyaltyReview, Source, View, ending, language, print_loyalty_review};

/// Reviews the customers of a book: lifecycle, segments, key accounts, lifetime value, and what they may buy next.
#[derive(Parser)]
#[command(name = "loyalty_review")]
struct Arguments {
    #[command(flatten)]
    source: Source,
    /// Show this account alone, with the reasons of every verdict
    #[arg(long, value_name = "ID")]
    account: Option<AccountId>,
    /// Whom to compare what accounts buy: `industry`, `territory`, `industry_and_territory` or `baskets`
    #[arg(long, value_name = "BASIS", default_value = "baskets")]
    comparable: ComparableBasis,
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
    let review = LoyaltyReview::of(&input, arguments.account.as_ref(), arguments.comparable)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &review).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let language = language(arguments.chinese);
        let view = View { language, all: arguments.all, account: arguments.account.clone(), ..View::for_stdout() };
        print_loyalty_review(&review, &input.book, &input.playbook, &view, &mut out)?;
    }
    Ok(out.flush()?)
}
