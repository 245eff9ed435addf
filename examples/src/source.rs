//! Where an example program reads from: a book, a playbook and a day, given or the made-up company's.

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use keyaccount::{Book, Date, Playbook, PlaybookPreset};

use crate::plain;

/// The day on which the example company's story is told.
const STORY_DAY: &str = "2026-06-30";

/// Most problems of a book that are printed where nothing in it is usable.
const PROBLEMS_SHOWN: usize = 20;

/// What a program is to read.
#[derive(Args, Debug, Default)]
pub struct Source {
    /// The book as JSON [default: the example company's]
    pub book: Option<PathBuf>,
    /// The playbook: a .toml or .json file, `six_stage` or `eight_step`
    /// [default: the example company's, for its own book; `six_stage` for any other]
    #[arg(long, value_name = "PLAYBOOK")]
    pub playbook: Option<String>,
    /// The day to judge on, YYYY-MM-DD [default: 2026-06-30 for the example; else the day of the latest fact]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// What was read.
pub struct Input {
    /// The facts.
    pub book: Book,
    /// The policy.
    pub playbook: Playbook,
    /// The day to judge on.
    pub as_of: Date,
}

impl Source {
    /// Reads book and playbook, and finds the day.
    ///
    /// # Errors
    /// Where a file cannot be read or means nothing, or where no fact is dated and no day is given.
    pub fn read(&self) -> Result<Input, Box<dyn Error>> {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let path = self.book.clone().unwrap_or_else(|| example.join("book.json"));
        let own_playbook = example.join("playbook.toml").display().to_string();
        let own_playbook = self.book.is_none().then_some(own_playbook);
        let playbook = match self.playbook.as_ref().or(own_playbook.as_ref()) {
            Some(source) => read_playbook(source)?,
            None => Playbook::six_stage(),
        };
        let book = Book::from_json(&read(&path)?).map_err(|problem| format!("{}: {problem}", path.display()))?;
        let as_of = match (self.as_of, &self.book) {
            (Some(day), _) => day,
            (None, None) => STORY_DAY.parse()?,
            (None, Some(_)) => match latest_fact(&book, &playbook) {
                Some(day) => day,
                None => {
                    for problem in book.problems().iter().take(PROBLEMS_SHOWN) {
                        writeln!(io::stderr(), "{}", plain(&problem.to_string()))?;
                    }
                    return Err("no usable fact in the book is dated; give --as-of DATE".into());
                }
            },
        };
        Ok(Input { book, playbook, as_of })
    }
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
    let playbook = if is_json { Playbook::from_json(&text) } else { Playbook::from_toml(&text) };
    Ok(playbook.map_err(|error| format!("{}: {error}", path.display()))?)
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

/// How a program ends: what went wrong is told, unless whoever reads the output has stopped reading, as `head` does.
#[must_use]
pub fn ending(outcome: Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = outcome else { return ExitCode::SUCCESS };
    let stopped = error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
    if stopped {
        return ExitCode::SUCCESS;
    }
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text = format!("{text}: {next}");
        cause = next.source();
    }
    let _ = writeln!(io::stderr(), "error: {text}");
    ExitCode::FAILURE
}
