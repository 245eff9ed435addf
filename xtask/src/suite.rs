//! `cargo xtask test`: every check under its name.
//!
//! All of them run even after one has failed, so that one run shows everything that is wrong;
//! the exit code and the list at the end say which failed.
use std::time::{Duration, Instant};

use crate::command::{Failure, step};
use crate::{chromium, node, python, readme, rust, schema, wasm};

type Check = (&'static str, fn() -> Result<(), Failure>);

/// In the order of how soon they tell something. Builds come before what uses them.
const CHECKS: [Check; 16] = [
    ("rustfmt", rust::format),
    ("clippy", rust::clippy),
    ("rust-tests", rust::test),
    ("schema", schema::check),
    ("python-build", python::build),
    ("python-tests", python::test),
    ("python-style", python::check_style),
    ("python-types", python::check_types),
    ("python-stubs", python::check_stubs),
    ("wasm-build", wasm::build),
    ("node-tests", node::test),
    ("typescript-types", node::check_types),
    ("browser-tests", browser_tests),
    ("readme-commands", readme::run_commands),
    ("readme-python", readme::run_python),
    ("readme-javascript", readme::run_javascript),
];

/// Prints the names.
pub fn list() -> Result<(), Failure> {
    for (name, _) in CHECKS {
        println!("{name}");
    }
    Ok(())
}

/// Runs the checks whose name contains one of `names`; all when there is none.
pub fn run(names: &[&str]) -> Result<(), Failure> {
    let chosen: Vec<Check> = CHECKS
        .into_iter()
        .filter(|(name, _)| names.is_empty() || names.iter().any(|wanted| name.contains(wanted)))
        .collect();
    if chosen.is_empty() {
        return Err(Failure::new(format!(
            "no check is named like `{}`; see `cargo xtask test --list`",
            names.join(" ")
        )));
    }
    let mut results = Vec::new();
    for (name, check) in chosen {
        step(&format!("[{name}]"));
        let start = Instant::now();
        let outcome = check();
        if let Err(failure) = &outcome {
            println!("  FAILED [{name}]: {failure}");
        }
        results.push((name, start.elapsed(), outcome.is_ok()));
    }
    report(&results)
}

fn report(results: &[(&str, Duration, bool)]) -> Result<(), Failure> {
    step("Result");
    for (name, time, passed) in results {
        let verdict = if *passed { "ok" } else { "FAILED" };
        println!("  {name:<18} {:>6.1} s  {verdict}", time.as_secs_f64());
    }
    let failed: Vec<&str> = results.iter().filter(|(_, _, passed)| !passed).map(|(name, ..)| *name).collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{} of {} checks failed: {}", failed.len(), results.len(), failed.join(", "))))
}

fn browser_tests() -> Result<(), Failure> {
    let chromium = chromium::ready()?;
    node::test_in_browser(&chromium)
}
