//! Reads a book and prints the review a key-account manager wants on Monday morning.
//!
//! `cargo run --release --example account_review -- [BOOK] [--playbook FILE] [--as-of DATE] [--json]`

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use keyaccount::{AccountId, review};
use keyaccount_examples::{Source, View, ending, language, print_review};

/// Reviews every account of a book: funnel, forecast, buying roles, loyalty and lifecycle, high-risk signals.
#[derive(Parser)]
#[command(name = "account_review")]
struct Arguments {
    #[command(flatten)]
    source: Source,
    /// Show this account alone, with everything known of it
    #[arg(long, value_name = "ID")]
    account: Option<AccountId>,
    /// Show every finding
    #[arg(long)]
    all: bool,
    /// Labels in simplified Chinese
    #[arg(long)]
    chinese: bool,
    /// Print the whole review as JSON
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    ending(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let input = arguments.source.read()?;
    if let Some(id) = arguments.account.as_ref().filter(|id| input.book.account(id).is_none()) {
        return Err(format!("the book has no usable account `{id}`").into());
    }
    let review = review(&input.book, &input.playbook, input.as_of);
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &review).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let language = language(arguments.chinese);
        let view = View { language, all: arguments.all, account: arguments.account.clone(), ..View::for_stdout() };
        print_review(&review, &view, &mut out)?;
    }
    Ok(out.flush()?)
}
