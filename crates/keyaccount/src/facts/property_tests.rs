//! Laws that hold for every portfolio, however damaged.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::borrow::Cow;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::testing::{as_of, facts, shuffled};
use super::*;
use crate::playbook::Playbook;
use crate::problem::ProblemCode;
use crate::review;

/// The tables a book counts, with rows used and rows that a problem says are left out.
fn assert_counts(book: &Book) -> Result<(), TestCaseError> {
    for count in book.counts() {
        prop_assert!(count.used <= count.read);
        let links = [
            "accounts.parent",
            "stakeholders.reports_to",
            "reporting_lines.manager",
            "information_records.success_factors",
            "committee_seats.non_supporter",
            "stakeholder_changes.change.non_supporter",
        ];
        let mut rows: Vec<&str> = book
            .problems()
            .iter()
            .filter_map(|problem| problem.path.strip_prefix(&count.table)?.strip_prefix('['))
            .filter_map(|rest| rest.split_once(']'))
            // Where only a link is left out, the row stays.
            .filter(|(_, field)| !links.contains(&format!("{}{field}", count.table).as_str()))
            .map(|(row, _)| row)
            .collect();
        rows.sort_unstable();
        rows.dedup();
        prop_assert_eq!(count.read - count.used, rows.len(), "{}: {:?}", count.table, book.problems());
    }
    Ok(())
}

fn rows_of_deal(deal: &OpportunityBook) -> usize {
    let known = deal.information.len() + deal.competitors.len() + deal.plans.len();
    1 + deal.events.len() + deal.seats.len() + deal.contributions.len() + known
}

fn rows_in(book: &Book) -> usize {
    let of_account = |account: &AccountBook| {
        let deals: usize = account.opportunities.iter().map(rows_of_deal).sum();
        1 + deals
            + account.stakeholders.len()
            + account.stakeholder_changes.len()
            + account.interactions.len()
            + account.proposals.len()
            + account.purchases.len()
            + account.surveys.len()
            + account.complaints.len()
            + account.signal_mutes.len()
            + account.relationships.len()
            + account.tasks.len()
            + account.expenses.len()
            + account.wallet_estimates.len()
            + account.switching_costs.len()
            + account.key_account_judgements.len()
    };
    let beside = book.reporting_lines().len() + book.quotas().len() + book.forecast_adjustments().len();
    beside + book.accounts().iter().map(of_account).sum::<usize>()
}

proptest! {
    #[test]
    fn every_row_is_used_or_listed(facts in facts()) {
        let book = Book::from_facts(facts);
        assert_counts(&book)?;
        let used: usize =
            book.counts().iter().filter(|count| count.table != "team_changes").map(|count| count.used).sum();
        prop_assert_eq!(used, rows_in(&book));
    }

    #[test]
    fn facts_read_back_as_written(facts in facts()) {
        let text = serde_json::to_string(&facts).unwrap();
        prop_assert_eq!(crate::read_json::<Facts>(&text).unwrap(), facts);
    }

    #[test]
    fn json_and_values_give_the_same_verdicts(facts in facts()) {
        let text = serde_json::to_string(&facts).unwrap();
        let playbook = Playbook::six_stage();
        let from_json = review(&Book::from_json(&text).unwrap(), &playbook, as_of());
        prop_assert_eq!(from_json, review(&Book::from_facts(facts), &playbook, as_of()));
    }

    #[test]
    fn a_book_keeps_what_it_keeps_in_any_order(facts in facts(), seeds in vec(any::<Index>(), 8)) {
        let codes = |book: &Book| {
            let mut codes: Vec<(ProblemCode, String, String)> = book
                .problems()
                .iter()
                .map(|problem| {
                    let table = problem.path.split('[').next().unwrap_or_default();
                    (problem.code, table.to_owned(), problem.value.clone())
                })
                .collect();
            codes.sort_by_key(|(code, table, value)| (code.as_str(), table.clone(), value.clone()));
            codes
        };
        let book = Book::from_facts(facts.clone());
        let other = Book::from_facts(shuffled(facts, &seeds));
        prop_assert_eq!(codes(&book), codes(&other));
        prop_assert_eq!(book.counts(), other.counts());
    }

    #[test]
    fn quoting_touches_no_text_without_the_words(text in r#"[a-z0-9{}\[\]:,"\\ ]{0,60}"#) {
        prop_assert!(matches!(quote_non_finite_numbers(&text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn quoting_touches_no_string(text in r#"([a-z"\\ ]|NaN|-Infinity|Infinity|[\x00-\x7f]|客){0,12}"#, key in ".{0,5}") {
        let json = serde_json::json!({key: [text, {"NaN": "Infinity"}], "n": 1}).to_string();
        prop_assert_eq!(quote_non_finite_numbers(&json), json.as_str());
    }

    #[test]
    fn quoting_makes_json_of_what_python_writes(words in vec(prop_oneof![
        Just("NaN"), Just("Infinity"), Just("-Infinity"), Just("1.5"), Just("\"NaN\""), Just("\"\\\"NaN\""), Just("null")
    ], 0..8)) {
        let text = format!(r#"{{"a": [{}], "NaN": {{"b":NaN}}}}"#, words.join(","));
        let quoted = quote_non_finite_numbers(&text);
        let value: serde_json::Value = serde_json::from_str(&quoted).unwrap();
        prop_assert_eq!(value["a"].as_array().unwrap().len(), words.len());
        prop_assert_eq!(value["NaN"]["b"].as_str(), Some("\u{1}NaN"), "no text field takes it");
        // Once is enough.
        prop_assert_eq!(quote_non_finite_numbers(&quoted), quoted.clone());
    }
}
