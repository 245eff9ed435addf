use keyaccount::{Book, DayBasis, Language, Playbook};
use textwrap::core::display_width;

use super::{FunnelReview, print_funnel_review};
use crate::page::WIDTH;
use crate::{Input, Source, View};

fn printed(input: &Input, language: Language) -> String {
    let review = FunnelReview::of(input, None, DayBasis::Calendar).unwrap();
    let view = View { language, all: true, account: None, colour: false, columns: WIDTH };
    let mut out = Vec::new();
    print_funnel_review(&review, &input.book, &input.playbook, &view, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    for line in text.lines() {
        assert!(display_width(line) <= WIDTH, "{} columns: {line}", display_width(line));
    }
    text
}

fn input(book: &str, playbook: Playbook, as_of: &str) -> Input {
    Input { book: Book::from_json(book).unwrap(), playbook, as_of: as_of.parse().unwrap() }
}

#[test]
fn the_example_company_is_told_on_the_page_in_both_languages() {
    let input = Source::default().read().unwrap();
    let english = printed(&input, Language::En);
    assert!(english.contains("From the end of 2026-03-31 to the end of 2026-06-30 (FY2027-Q1)"), "{english}");
    assert!(english.contains("Tornqvist Pumps"), "{english}");
    assert!(english.contains("commitment → use 22"), "{english}");
    let chinese = printed(&input, Language::ZhHans);
    assert!(chinese.contains("承诺 → 使用 22"), "{chinese}");
}

#[test]
fn an_empty_book_has_nothing_to_tell() {
    let english = printed(&input("{}", Playbook::six_stage(), "2026-06-30"), Language::En);
    assert!(english.contains("No opportunity is in a pipeline of the playbook."), "{english}");
    assert!(!english.contains("TIME IN STAGE"), "{english}");
}

#[test]
fn what_is_unknown_is_a_dash_and_not_zero() {
    let book = r#"{
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}],
        "opportunity_events": [{"opportunity": "press-line", "at": "2026-05-01", "change": {"type": "created"}}]
    }"#;
    let english = printed(&input(book, Playbook::six_stage(), "2026-06-30"), Language::En);
    let times: Vec<&str> = english.lines().skip_while(|line| !line.starts_with("TIME")).collect();
    let interest: Vec<&str> = times[2].split_whitespace().collect();
    assert_eq!(interest, ["interest", "–", "–", "–", "–", "1", "60"]);
}

#[test]
fn long_names_many_currencies_and_a_transfer_fit_on_the_page() {
    let name = "a name that is a good deal longer than any column of any table".repeat(2);
    let mut playbook = Playbook::six_stage().draft().clone();
    playbook.pipelines.extend(Playbook::eight_step().draft().pipelines.clone());
    for pipeline in &mut playbook.pipelines {
        for stage in &mut pipeline.stages {
            stage.label.en = name.parse().unwrap();
            stage.label.zh_hans = "名称很长".repeat(20).parse().unwrap();
        }
    }
    let currencies = ["CNY", "EUR", "GBP", "JPY", "USD"];
    let mut opportunities = Vec::new();
    let mut events = Vec::new();
    for (index, currency) in currencies.iter().enumerate() {
        for (end, change) in [
            ("lost", format!(r#"{{"type": "lost", "reason": "price", "competitor": "{name}"}}"#)),
            ("moved", r#"{"type": "pipeline_changed", "to": "eight_step"}"#.to_owned()),
            ("stays", r#"{"type": "reopened"}"#.to_owned()),
        ] {
            let id = format!("deal-{end}-{index}");
            opportunities.push(format!(r#"{{"id": "{id}", "account": "north-plant", "name": "{name}"}}"#));
            events.push(format!(
                r#"{{"opportunity": "{id}", "at": "2025-01-05", "change": {{"type": "created",
                    "amount": {{"amount": "123456789012", "currency": "{currency}"}}}}}}"#
            ));
            events.push(format!(r#"{{"opportunity": "{id}", "at": "2026-05-05", "change": {change}}}"#));
        }
    }
    let book = format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "{name}"}}], "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.join(",")
    );
    let input = input(&book, Playbook::try_new(playbook).unwrap(), "2026-06-30");
    for language in [Language::En, Language::ZhHans] {
        let text = printed(&input, language);
        assert!(text.contains("123,456,789,012"), "{text}");
    }
    let english = printed(&input, Language::En);
    assert!(english.contains("SIX-STAGE FUNNEL") && english.contains("EIGHT-STEP"), "{english}");
    assert!(english.contains("STALLED (5)"), "{english}");
}
