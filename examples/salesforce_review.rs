//! Reads a Salesforce export and prints what it holds, what it is worth, and what is odd about it.
//!
//! `cargo run --release --example salesforce_review -- FOLDER [--mapping FILE] [--as-of DATE] [--json]`

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use keyaccount::{AccountId, Anomaly, AnomalyCode, Book, Date, Language, OpportunityReview, Problem, Review, review};
use keyaccount_examples::{View, ending, grouped, plain, print_review};
use keyaccount_import::{FileSummary, SalesforceImport, SalesforceMapping, import_salesforce, read_salesforce_folder};
use serde::Serialize;

/// Most problems printed for people; `--json` has all of them.
const PROBLEMS_SHOWN: usize = 20;

/// Reviews a Salesforce export: a folder with Opportunity.csv and, where they are at hand, OpportunityHistory.csv,
/// Account.csv and Contact.csv.
#[derive(Parser)]
#[command(name = "salesforce_review")]
struct Arguments {
    /// The folder of the export
    #[arg(required_unless_present = "print_mapping")]
    folder: Option<PathBuf>,
    /// A mapping in TOML that holds what differs from the default
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The day to judge on, YYYY-MM-DD [default: the day of the latest change in the export]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Show this account alone, with everything known of it
    #[arg(long, value_name = "ID")]
    account: Option<AccountId>,
    /// Show every finding
    #[arg(long)]
    all: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print the default mapping, to copy and edit
    #[arg(long)]
    print_mapping: bool,
}

fn main() -> ExitCode {
    ending(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let Some(folder) = arguments.folder.as_ref().filter(|_| !arguments.print_mapping) else {
        out.write_all(SalesforceMapping::TEMPLATE.as_bytes())?;
        return Ok(out.flush()?);
    };
    let mapping = match &arguments.mapping {
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|error| format!("cannot read the mapping `{}`: {error}", path.display()))?;
            SalesforceMapping::from_toml(&text)?
        }
        None => SalesforceMapping::default(),
    };
    let import = import_salesforce(&read_salesforce_folder(folder, &mapping)?, &mapping);
    let Some(as_of) = arguments.as_of.or(import.latest_change) else {
        for problem in import.problems.iter().take(PROBLEMS_SHOWN) {
            writeln!(io::stderr(), "{}", plain(&problem.to_string()))?;
        }
        return Err("nothing in the export is dated; give --as-of DATE if that is right".into());
    };
    let report = Report::new(import, as_of);
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let view = View { all: arguments.all, account: arguments.account.clone(), ..View::for_stdout() };
        report.print(&view, &mut out)?;
    }
    Ok(out.flush()?)
}

/// What was read, and what the library makes of it.
#[derive(Serialize)]
struct Report {
    files: Vec<FileSummary>,
    problems: Vec<Problem>,
    review: Review,
}

impl Report {
    fn new(import: SalesforceImport, as_of: Date) -> Self {
        let book = Book::from_facts(import.facts);
        let review = review(&book, &import.playbook, as_of);
        Self { files: import.files, problems: import.problems, review }
    }

    fn print(&self, view: &View, out: &mut impl Write) -> io::Result<()> {
        if view.account.is_some() {
            return print_review(&self.review, view, out);
        }
        writeln!(out, "Salesforce export as of {}", self.review.as_of)?;
        self.print_import(out)?;
        self.print_pipeline(out)?;
        self.print_oddities(out)?;
        writeln!(out)?;
        print_review(&self.review, view, out)
    }

    fn print_import(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\nFiles")?;
        for file in self.files.iter().filter(|file| file.present) {
            write!(out, "  {:<24} {:>7} rows, {:>7} used", plain(&file.file), file.rows, file.used)?;
            for (count, word) in [(file.deleted, "deleted"), (file.left_out, "left out")] {
                if count > 0 {
                    write!(out, ", {count} {word}")?;
                }
            }
            writeln!(out)?;
        }
        writeln!(out, "\nFacts")?;
        for count in self.review.counts.iter().filter(|count| count.read > 0) {
            writeln!(out, "  {:<24} {:>7}", count.table, count.used)?;
        }
        // The import leaves out what a book could not take, so that the second list is empty.
        let problems = || self.problems.iter().chain(&self.review.left_out);
        let count = problems().count();
        writeln!(out, "\nProblems: {count}")?;
        for problem in problems().take(PROBLEMS_SHOWN) {
            writeln!(out, "  {}", plain(&problem.to_string()))?;
        }
        match count.checked_sub(PROBLEMS_SHOWN) {
            None | Some(0) => Ok(()),
            Some(more) => writeln!(out, "  and {more} more; --json lists them all"),
        }
    }

    fn print_pipeline(&self, out: &mut impl Write) -> io::Result<()> {
        let summary = &self.review.portfolio.forecast;
        let (open, receipt) = (&summary.amounts.open, &summary.receipt);
        writeln!(out, "\nOpen pipeline: {} opportunities", receipt.open)?;
        writeln!(out, "  total    {:>18} {}", grouped(&open.total.to_string()), summary.reporting_currency)?;
        writeln!(out, "  weighted {:>18} {}", grouped(&open.weighted.to_string()), summary.reporting_currency)?;
        for cause in &receipt.causes {
            writeln!(out, "  {} without a price: {}", cause.deals, cause.cause.label(Language::En))?;
        }
        Ok(())
    }

    fn print_oddities(&self, out: &mut impl Write) -> io::Result<()> {
        let opportunities = self.review.accounts.iter().flat_map(|account| &account.opportunities);
        let odd = opportunities.flat_map(|one| one.history.anomalies.iter().map(move |anomaly| (one, anomaly)));
        let mut oddities: BTreeMap<&str, (AnomalyCode, usize, &OpportunityReview, &Anomaly)> = BTreeMap::new();
        for (opportunity, anomaly) in odd {
            let entry = oddities.entry(anomaly.code.as_str()).or_insert((anomaly.code, 0, opportunity, anomaly));
            entry.1 = entry.1.saturating_add(1);
        }
        writeln!(out, "\nOddities in the histories")?;
        for (code, count, opportunity, first) in oddities.into_values() {
            writeln!(out, "  {count:>5} × {}", code.label(Language::En))?;
            writeln!(out, "          such as {}: {}", name_of(opportunity), plain(&first.message))?;
        }
        Ok(())
    }
}

/// The name of an opportunity, or its identifier where it has none.
fn name_of(opportunity: &OpportunityReview) -> String {
    let name = opportunity.name.as_ref().map(|name| name.as_str());
    plain(name.unwrap_or(opportunity.history.opportunity.as_str()))
}
