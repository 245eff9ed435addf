//! Rivals: scripts in other tools that do the same job on the same portfolio, and have to find the same.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use keyaccount::{Book, Date, Facts, OpportunityChange, Playbook, judge_lifecycle};
use rust_decimal::Decimal;

use crate::timing::Rival;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder that the rivals read from.
pub fn data_folder() -> io::Result<PathBuf> {
    let folder = root().join("target/bench-data");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Writes what the rivals need as CSV and gives the folder.
pub fn export(facts: &Facts) -> io::Result<PathBuf> {
    let folder = data_folder()?;
    let mut events = String::from("opportunity,at,type,stage,amount,close_date,owner\n");
    for event in &facts.opportunity_events {
        let (kind, rest) = match &event.change {
            OpportunityChange::Created { amount, close_date, owner, .. } => {
                let amount = amount.map(|amount| amount.amount().to_string()).unwrap_or_default();
                let day = close_date.map(|day| day.to_string()).unwrap_or_default();
                let owner = owner.as_ref().map(ToString::to_string).unwrap_or_default();
                ("created", format!(",{amount},{day},{owner}"))
            }
            OpportunityChange::StageChanged { to, .. } => ("stage_changed", format!("{to},,,")),
            OpportunityChange::Won { .. } => ("won", ",,,".to_owned()),
            OpportunityChange::Lost { .. } => ("lost", ",,,".to_owned()),
            _ => continue,
        };
        let _ = writeln!(events, "{},{},{kind},{rest}", event.opportunity, event.at);
    }
    fs::write(folder.join("events.csv"), events)?;
    let mut purchases = String::from("account,on,ours\n");
    for purchase in &facts.purchases {
        let _ = writeln!(purchases, "{},{},{}", purchase.account, purchase.on, u8::from(purchase.is_our_order()));
    }
    fs::write(folder.join("purchases.csv"), purchases)?;
    Ok(folder)
}

/// The sum of the median intervals between orders, which shows that both sides measured the same rhythm.
pub fn median_rhythm(book: &Book, playbook: &Playbook, as_of: Date) -> String {
    let verdicts = book.accounts().iter().map(|account| judge_lifecycle(account, playbook, as_of));
    let medians =
        verdicts.filter_map(|verdict| verdict.rhythm.cadence.map(|cadence| cadence.median_interval_days.value()));
    medians.fold(Decimal::ZERO, |sum, days| sum.saturating_add(days)).normalize().to_string()
}

/// Runs a rival; its first line of output is its name and milliseconds, its second the result.
pub fn run(script: &str, data: &Path, expected: &str) -> Rival {
    run_with(script, data, &[], expected)
}

/// Runs a rival with more arguments than the folder it reads from.
pub fn run_with(script: &str, data: &Path, arguments: &[&str], expected: &str) -> Rival {
    let python = root().join(".tools/rivals/bin/python");
    let script_file = root().join("benches/rivals").join(script);
    let output = Command::new(&python).arg(script_file).arg(data).args(arguments).output();
    let output = match output {
        Ok(output) if output.status.success() => output,
        Ok(output) => return Rival::Missing(last_line(&String::from_utf8_lossy(&output.stderr))),
        Err(error) => return Rival::Missing(format!("no Python: {error}")),
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let mut lines = text.lines();
    let named = lines.next().and_then(|line| line.rsplit_once(' '));
    let (Some((name, time)), Some(result)) = (named, lines.next()) else {
        return Rival::Missing(format!("`{script}` printed no figure"));
    };
    if result != expected {
        return Rival::Missing(format!("{name} found {}, not {}", cut(result), cut(expected)));
    }
    match time.parse() {
        Ok(time) => Rival::Took(name.to_owned(), time),
        Err(_) => Rival::Missing(format!("`{time}` is no time")),
    }
}

fn last_line(text: &str) -> String {
    cut(text.lines().next_back().unwrap_or("it failed"))
}

fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}
