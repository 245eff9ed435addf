//! Reads a book and prints the review a key-account manager wants on Monday morning.
//!
//! `cargo run --release --example account_review -- [BOOK] [--playbook FILE] [--as-of DATE] [--json]`

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use keyaccount::{AccountId, Book, Date, Language, Playbook, PlaybookPreset, review};
use keyaccount_examples::{View, plain, print_review};

/// The day on which the example company's story is told.
const STORY_DAY: &str = "2026-06-30";

/// Reviews every account of a book: funnel, forecast, buying roles, loyalty and lifecycle, high-risk signals.
#[derive(Parser)]
#[command(name = "account_review")]
struct Arguments {
    /// The book as JSON [default: the example company's]
    book: Option<PathBuf>,
    /// The playbook: a .toml or .json file, `six_stage` or `eight_step`
    /// [default: the example company's, for its own book; `six_stage` for any other]
    #[arg(long, value_name = "PLAYBOOK")]
    playbook: Option<String>,
    /// The day to judge on, YYYY-MM-DD [default: 2026-06-30 for the example; else the day of the latest fact]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
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
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever reads our output may stop reading, as `head` does.
            let stopped = error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
            if stopped {
                return ExitCode::SUCCESS;
            }
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let path = arguments.book.clone().unwrap_or_else(|| example.join("book.json"));
    let own_playbook = example.join("playbook.toml").display().to_string();
    let own_playbook = arguments.book.is_none().then_some(own_playbook);
    let playbook = match arguments.playbook.as_ref().or(own_playbook.as_ref()) {
        Some(source) => read_playbook(source)?,
        None => Playbook::six_stage(),
    };
    let book = Book::from_json(&read(&path)?).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let as_of = match (arguments.as_of, &arguments.book) {
        (Some(day), _) => day,
        (None, None) => STORY_DAY.parse()?,
        (None, Some(_)) => match latest_fact(&book, &playbook) {
            Some(day) => day,
            None => {
                for problem in book.problems().iter().take(20) {
                    writeln!(io::stderr(), "{}", plain(&problem.to_string()))?;
                }
                return Err("no usable fact in the book is dated; give --as-of DATE".into());
            }
        },
    };
    if let Some(id) = arguments.account.as_ref().filter(|id| book.account(id).is_none()) {
        return Err(format!("the book has no usable account `{id}`").into());
    }
    let review = review(&book, &playbook, as_of);
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &review).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let language = if arguments.chinese { Language::ZhHans } else { Language::En };
        let view = View { language, all: arguments.all, account: arguments.account.clone(), ..View::for_stdout() };
        print_review(&review, &view, &mut out)?;
    }
    Ok(out.flush()?)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}

fn read_playbook(source: &str) -> Result<Playbook, Box<dyn Error>> {
    if let Ok(preset) = source.parse::<PlaybookPreset>() {
        return Ok(Playbook::preset(preset));
    }
    let path = Path::new(source);
    let text = read(path)?;
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    Ok(if is_json { Playbook::from_json(&text)? } else { Playbook::from_toml(&text)? })
}

/// The day of the latest fact, so that a review needs no clock.
fn latest_fact(book: &Book, playbook: &Playbook) -> Option<Date> {
    let zone = playbook.draft().calendar.time_zone;
    let days = book.accounts().iter().flat_map(|account| {
        let events = account.opportunities.iter().flat_map(|opportunity| &opportunity.events);
        let events = events.map(move |event| event.fact.at.date_in(zone));
        let interactions = account.interactions.iter().map(|fact| fact.on);
        events.chain(interactions).chain(account.purchases.iter().map(|fact| fact.on))
    });
    days.max()
}
