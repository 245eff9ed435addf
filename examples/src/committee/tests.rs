use keyaccount::{Book, Language, Playbook};
use textwrap::core::display_width;

use super::{CommitteeReview, print_committee_review};
use crate::page::WIDTH;
use crate::{Input, Source, View};

fn printed(input: &Input, opportunity: Option<&str>, language: Language) -> Option<String> {
    let opportunity = opportunity.map(|id| id.parse().unwrap());
    let review = CommitteeReview::of(input, opportunity.as_ref())?;
    let view = View { language, all: true, account: None, colour: false, columns: WIDTH };
    let mut out = Vec::new();
    print_committee_review(&review, &input.book, &input.playbook, &view, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    for line in text.lines() {
        assert!(display_width(line) <= WIDTH, "{} columns: {line}", display_width(line));
    }
    Some(text)
}

#[test]
fn every_committee_of_the_example_company_fits_on_the_page_in_both_languages() {
    let input = Source::default().read().unwrap();
    let opportunities = input.book.accounts().iter().flat_map(|account| &account.opportunities);
    for opportunity in opportunities {
        let id = Some(opportunity.opportunity.id.as_str());
        assert!(printed(&input, id, Language::En).unwrap().contains("COMMITTEE ("));
        assert!(printed(&input, id, Language::ZhHans).unwrap().contains("决策链成员"));
    }
    assert!(printed(&input, None, Language::En).unwrap().contains("CRITICAL"));
}

#[test]
fn what_is_unknown_is_a_dash_and_gaps_have_numbers() {
    let text = r#"{
        "accounts": [{"id": "a", "name": "A"}],
        "opportunities": [{"id": "o", "account": "a"}],
        "stakeholders": [
            {"id": "chief", "account": "a", "name": "C. Chief"},
            {"id": "tester", "account": "a", "reports_to": "chief"}
        ],
        "committee_seats": [
            {"opportunity": "o", "stakeholder": "tester", "roles": ["technical_gatekeeper"], "stance": "hostile",
             "influence": 70}
        ]
    }"#;
    let book = Book::from_json(text).unwrap();
    let input = Input { book, playbook: Playbook::six_stage(), as_of: "2026-06-30".parse().unwrap() };
    let text = printed(&input, Some("o"), Language::En).unwrap();
    let row = |name: &str| text.lines().find(|line| line.trim_start().starts_with(name)).unwrap().to_owned();
    let cells = |name: &str| row(name).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(cells("(C. Chief)"), ["(C.", "Chief)", "–", "–", "–", "none", "–", "–", "–"]);
    assert_eq!(cells("tester")[..8], ["tester", "T", "hostile", "70*", "none", "–", "C.", "Chief"]);
    assert!(cells("tester").len() > 8, "it is named in a gap");
    assert!(printed(&input, Some("nobody"), Language::En).is_none());
}
