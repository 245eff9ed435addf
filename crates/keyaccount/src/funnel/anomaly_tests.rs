//! The table of anomalies in the documentation, run row by row.

use super::tests::{date, opportunity};
use super::*;
use crate::playbook::Playbook;

/// The rows of the table: code and history.
fn rows() -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../../docs/anomalies.md").lines().filter(|line| line.starts_with("| `"));
    let cell = |cell: &'static str| cell.trim().trim_matches('`');
    table
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            assert_eq!(cells.len(), 4, "{line}");
            (cell(cells[0]), cell(cells[3]))
        })
        .collect()
}

fn playbook() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.pipelines[0].lost_names = vec!["Closed Lost".parse().unwrap()];
    draft.pipelines[0].stages[4].may_create_in = false;
    Playbook::try_new(draft).unwrap()
}

#[test]
fn every_code_has_an_example_that_shows_it() {
    let codes: Vec<&str> = rows().iter().map(|(code, _)| *code).collect();
    let all: Vec<&str> = AnomalyCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes, all, "the table lists every code once, in order");
    for (code, history) in rows() {
        let events: Vec<(String, serde_json::Value)> = serde_json::from_str(history).unwrap();
        let events: Vec<(String, String)> = events.into_iter().map(|(at, change)| (at, change.to_string())).collect();
        let events: Vec<(&str, &str)> = events.iter().map(|(at, change)| (at.as_str(), change.as_str())).collect();
        let found = replay_history(&opportunity(&events), &playbook(), date("2026-06-30")).anomalies;
        let found: Vec<&str> = found.iter().map(|anomaly| anomaly.code.as_str()).collect();
        assert_eq!(found, [code], "{history}");
    }
}
