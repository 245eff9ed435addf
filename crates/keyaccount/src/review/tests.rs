//! The review as a whole: what it adds up to, and that it hangs on nothing but the facts.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::facts::testing::{as_of, facts, shuffled};
use crate::facts::{Book, Facts};
use crate::forecast::ForecastRow;
use crate::playbook::{Playbook, StagePhase};
use crate::values::{Date, ExactSum};
use crate::verdict::Severity;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn an_empty_book_has_a_review_of_nothing() {
    let review = review(&Book::from_facts(Facts::default()), &Playbook::six_stage(), as_of());
    assert!(review.accounts.is_empty() && review.left_out.is_empty());
    assert_eq!(review.portfolio.accounts, 0);
    assert_eq!(review.portfolio.forecast.amounts.open.total.to_string(), "0.00");
    assert_eq!(review.portfolio.forecast.receipt.opportunities, 0);
    assert!(review.portfolio.by_phase.iter().all(|count| count.accounts == 0));
    assert!(review.portfolio.by_pattern.iter().all(|count| count.accounts == 0));
    assert!(review.portfolio.by_severity.iter().all(|count| count.accounts == 0 && count.findings == 0));
    assert_eq!(review.counts.len(), 26);
    assert!(review.counts.iter().all(|count| (count.read, count.used) == (0, 0)));
    let text = serde_json::to_string(&review).unwrap();
    assert_eq!(serde_json::from_str::<Review>(&text).unwrap(), review);
}

/// A deal in a stage, worth an amount, of an account.
fn deals(rows: &[(&str, &str, &str, &str)]) -> Book {
    let ids: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.1).collect();
    let accounts: Vec<String> = ids.iter().map(|id| format!(r#"{{"id": "{id}", "name": "{id}"}}"#)).collect();
    let opportunities: Vec<String> =
        rows.iter().map(|(id, account, ..)| format!(r#"{{"id": "{id}", "account": "{account}"}}"#)).collect();
    let events: Vec<String> = rows
        .iter()
        .map(|(id, _, stage, amount)| {
            format!(
                r#"{{"opportunity": "{id}", "at": "2026-06-01", "change": {{"type": "created", "stage": "{stage}",
                    "close_date": "2026-08-01", "amount": {{"amount": "{amount}", "currency": "USD"}}}}}}"#
            )
        })
        .collect();
    let book = Book::from_json(&format!(
        r#"{{"accounts": [{}], "opportunities": [{}], "opportunity_events": [{}]}}"#,
        accounts.join(","),
        opportunities.join(","),
        events.join(",")
    ))
    .unwrap();
    assert_eq!(book.problems(), []);
    book
}

#[test]
fn the_most_urgent_account_comes_first() {
    let book = deals(&[
        // One low finding each; more money at stake comes first, then the identifier.
        ("o1", "small", "interest", "100"),
        ("o2", "large", "interest", "900000"),
        ("o3", "alike-b", "interest", "500"),
        ("o4", "alike-a", "interest", "500"),
        // Critical findings come before any money.
        ("o5", "poor-but-critical", "commitment", "1"),
        ("o6", "twice-critical", "commitment", "1"),
        ("o7", "twice-critical", "commitment", "1"),
    ]);
    let review = review(&book, &Playbook::six_stage(), as_of());
    let order: Vec<&str> = review.accounts.iter().map(|account| account.account.as_str()).collect();
    assert_eq!(order, ["twice-critical", "poor-but-critical", "large", "alike-a", "alike-b", "small"]);
    assert_eq!(review.portfolio.by_severity[0].severity, Severity::Critical);
    assert_eq!(review.portfolio.by_severity[0].accounts, 2);
}

#[test]
fn verdicts_carry_the_playbook_they_were_made_by() {
    let playbook = Playbook::six_stage();
    let review = review(&deals(&[("o", "a", "design", "100")]), &playbook, as_of());
    let account = &review.accounts[0];
    let opportunity = &account.opportunities[0];
    for fingerprint in [
        &review.playbook,
        &account.forecast.playbook,
        &account.loyalty.playbook,
        &account.lifecycle.playbook,
        &account.signals.playbook,
        &opportunity.history.playbook,
        &opportunity.coverage.as_ref().unwrap().playbook,
    ] {
        assert_eq!(fingerprint, playbook.fingerprint());
    }
}

#[test]
fn what_happens_after_the_day_of_the_verdict_is_not_known() {
    let book = deals(&[("o", "a", "commitment", "100")]);
    let review = review(&book, &Playbook::six_stage(), date("2026-05-31"));
    let account = &review.accounts[0];
    assert!(account.findings.is_empty(), "{:?}", account.findings);
    assert!(account.opportunities[0].history.state.is_none() && account.opportunities[0].coverage.is_none());
    assert_eq!(review.portfolio.forecast.receipt.not_created_yet, 1);
}

/// A review without what names positions in the input: paths, and references to events without an identifier.
fn without_positions(mut review: Review) -> serde_json::Value {
    review.left_out.sort_by_cached_key(|problem| {
        (
            problem.path.split('[').next().map(str::to_owned),
            problem.code.as_str(),
            problem.value.clone(),
            problem.message.clone(),
        )
    });
    let mut value = serde_json::to_value(review).unwrap();
    strip(&mut value);
    value
}

fn strip(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.remove("path");
            fields.values_mut().for_each(strip);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
        serde_json::Value::String(text) => {
            // `opportunity_events[4]` and `accounts[2]`, as references and in messages.
            let parts: Vec<&str> = text.split('[').collect();
            let Some((head, tails)) = parts.split_first() else { return };
            let numbers = |part: &str| part.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
            *text = tails.iter().fold((*head).to_owned(), |text, tail| format!("{text}[{}", numbers(tail)));
        }
        _ => {}
    }
}

/// Playbooks that judge the same facts differently.
fn playbook() -> impl Strategy<Value = Playbook> {
    (any::<bool>(), 1_u32..60, 1_u32..4).prop_map(|(eight, stale, contacts)| {
        let mut draft = if eight { Playbook::eight_step() } else { Playbook::six_stage() }.draft().clone();
        draft.coverage.contact_stale_after_days = stale;
        draft.coverage.minimum_contacts = contacts;
        Playbook::try_new(draft).unwrap()
    })
}

fn add(rows: impl Iterator<Item = ExactSum>) -> ExactSum {
    let mut sum = ExactSum::zero();
    rows.for_each(|row| sum.add(&row));
    sum
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_facts_does_not_matter(facts in facts(), playbook in playbook(), seeds in vec(any::<Index>(), 8)) {
        let judged = review(&Book::from_facts(facts.clone()), &playbook, as_of());
        let again = review(&Book::from_facts(shuffled(facts, &seeds)), &playbook, as_of());
        prop_assert_eq!(without_positions(judged), without_positions(again));
    }

    #[test]
    fn the_parts_add_up(facts in facts(), playbook in playbook()) {
        let book = Book::from_facts(facts);
        let review = review(&book, &playbook, as_of());
        let portfolio = &review.portfolio;
        prop_assert_eq!(portfolio.accounts, book.accounts().len());
        prop_assert_eq!(review.accounts.len(), portfolio.accounts);
        prop_assert_eq!(portfolio.by_phase.iter().map(|count| count.accounts).sum::<usize>(), portfolio.accounts);
        prop_assert_eq!(portfolio.by_pattern.iter().map(|count| count.accounts).sum::<usize>(), portfolio.accounts);
        for count in &portfolio.by_signal {
            prop_assert_eq!(count.raised + count.muted + count.clear + count.unknown, portfolio.accounts);
        }
        let findings: usize = review.accounts.iter().map(|account| account.findings.len()).sum();
        prop_assert_eq!(portfolio.by_severity.iter().map(|count| count.findings).sum::<usize>(), findings);
        for count in &portfolio.by_severity {
            let having = review.accounts.iter().filter(|account| account.findings_of(count.severity) > 0).count();
            prop_assert_eq!(count.accounts, having);
        }
        let receipt = &portfolio.forecast.receipt;
        let deals = review.accounts.iter().map(|account| &account.forecast.summary.receipt);
        prop_assert_eq!(receipt.opportunities, deals.clone().map(|part| part.opportunities).sum::<usize>());
        prop_assert_eq!(receipt.priced, deals.clone().map(|part| part.priced).sum::<usize>());
        prop_assert_eq!(receipt.unpriced, deals.map(|part| part.unpriced).sum::<usize>());
        prop_assert_eq!(
            receipt.opportunities,
            receipt.open + receipt.booked + receipt.realised + receipt.lost + receipt.not_created_yet
        );
    }

    #[test]
    fn findings_and_accounts_are_in_the_order_of_urgency(facts in facts(), playbook in playbook()) {
        let review = review(&Book::from_facts(facts), &playbook, as_of());
        let counts = |account: &AccountReview| {
            [Severity::Critical, Severity::High, Severity::Medium, Severity::Low].map(|level| account.findings_of(level))
        };
        for pair in review.accounts.windows(2) {
            prop_assert!(counts(&pair[0]) >= counts(&pair[1]));
            prop_assert!(pair[0].account != pair[1].account);
        }
        for finding in review.accounts.iter().flat_map(|account| account.findings.windows(2)) {
            prop_assert!((finding[1].severity, finding[0].kind) <= (finding[0].severity, finding[1].kind)
                || finding[0].severity > finding[1].severity);
        }
    }

    #[test]
    fn an_account_is_judged_alike_alone_and_in_company(facts in facts()) {
        let book = Book::from_facts(facts);
        let playbook = Playbook::six_stage();
        let review = review(&book, &playbook, as_of());
        for account in book.accounts() {
            let alone = review_account(account, &playbook, as_of());
            prop_assert_eq!(review.accounts.iter().find(|other| other.account == alone.account), Some(&alone));
        }
    }

    #[test]
    fn a_review_reads_back_as_written(facts in facts(), playbook in playbook()) {
        let review = review(&Book::from_facts(facts), &playbook, as_of());
        let text = serde_json::to_string(&review).unwrap();
        prop_assert_eq!(serde_json::from_str::<Review>(&text).unwrap(), review);
    }

    /// With stages whose probability has two places and amounts in whole dollars nothing is rounded, so that the
    /// accounts' sums are the portfolio's.
    #[test]
    fn the_forecasts_of_accounts_are_the_portfolios(
        rows in vec((0_usize..4, select(&["interest", "incubation", "design", "comparison", "commitment", "use"][..]),
            0_u64..10_000_000_000_000), 0..12)
    ) {
        let rows: Vec<(String, String, &str, String)> = rows
            .into_iter()
            .enumerate()
            .map(|(at, (account, stage, amount))| (format!("o{at}"), format!("a{account}"), stage, amount.to_string()))
            .collect();
        let rows: Vec<(&str, &str, &str, &str)> =
            rows.iter().map(|(id, account, stage, amount)| (id.as_str(), account.as_str(), *stage, amount.as_str())).collect();
        let review = review(&deals(&rows), &Playbook::six_stage(), as_of());
        let whole = &review.portfolio.forecast.amounts;
        let parts = || review.accounts.iter().map(|account| &account.forecast.summary.amounts);
        type Pick = fn(&ForecastRow) -> &crate::values::Amounts;
        let picks: [(Pick, StagePhase); 3] = [
            (|row| &row.open, StagePhase::Open),
            (|row| &row.booked, StagePhase::Booked),
            (|row| &row.realised, StagePhase::Realised),
        ];
        for (pick, phase) in picks {
            prop_assert_eq!(pick(whole).deals, parts().map(|part| pick(part).deals).sum::<usize>(), "{}", phase);
            prop_assert_eq!(&pick(whole).total, &add(parts().map(|part| pick(part).total.clone())), "{}", phase);
            prop_assert_eq!(&pick(whole).weighted, &add(parts().map(|part| pick(part).weighted.clone())), "{}", phase);
        }
    }
}
