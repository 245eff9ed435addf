use keyaccount::{AccountId, Book, ComparableBasis, Language, Playbook};
use textwrap::core::display_width;

use super::{LoyaltyReview, print_loyalty_review};
use crate::page::WIDTH;
use crate::{Input, Source, View};

fn review(input: &Input) -> LoyaltyReview {
    LoyaltyReview::of(input, None, ComparableBasis::Baskets).unwrap()
}

fn printed(
    review: &LoyaltyReview,
    input: &Input,
    account: Option<&AccountId>,
    language: Language,
    columns: usize,
) -> String {
    let view = View { language, all: true, account: account.cloned(), colour: false, columns };
    let mut out = Vec::new();
    print_loyalty_review(review, &input.book, &input.playbook, &view, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    for line in text.lines() {
        assert!(display_width(line) <= columns, "{} columns: {line}", display_width(line));
    }
    text
}

fn input(book: &str) -> Input {
    let as_of = "2026-06-30".parse().unwrap();
    Input { book: Book::from_json(book).unwrap(), playbook: Playbook::six_stage(), as_of }
}

#[test]
fn the_example_company_is_told_on_the_page_in_both_languages() {
    let input = Source::default().read().unwrap();
    let review = review(&input);
    for columns in [80, WIDTH, 120] {
        let english = printed(&review, &input, None, Language::En, columns);
        for heading in ["WHO MOVED, AND WHY", "CONCENTRATION", "KEY ACCOUNTS", "LIFETIME VALUE", "ACCOUNTS"] {
            assert!(english.contains(heading), "{english}");
        }
        assert!(printed(&review, &input, None, Language::ZhHans, columns).contains("阶段变动及原因"));
        for account in input.book.accounts() {
            let id = Some(&account.account.id);
            assert!(printed(&review, &input, id, Language::En, columns).contains("PHASES SO FAR"));
            assert!(printed(&review, &input, id, Language::ZhHans, columns).contains("历史阶段"));
        }
    }
    let english = printed(&review, &input, None, Language::En, WIDTH);
    assert!(english.contains("is contradicted"), "Nanwan buys more than was thought: {english}");
    assert!(english.contains("condition monitoring (new): 3 of 5"), "{english}");
    assert!(english.contains("too few accounts ordered"), "{english}");
    assert!(english.contains("If one assumes beforehand"), "{english}");
}

#[test]
fn an_account_that_the_book_does_not_have_is_refused() {
    let nobody = "acc-nobody".parse().unwrap();
    assert!(LoyaltyReview::of(&input("{}"), Some(&nobody), ComparableBasis::Baskets).is_err());
}

#[test]
fn an_empty_book_has_no_customers() {
    let input = input("{}");
    let english = printed(&review(&input), &input, None, Language::En, WIDTH);
    assert!(english.contains("LIFETIME VALUE"), "{english}");
    assert!(!english.contains("If one assumes"), "{english}");
}

#[test]
fn what_is_unknown_is_a_dash_and_facts_left_out_are_shown() {
    let book = r#"{
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [
            {"id": "o1", "account": "north-plant", "on": "2026-06-01", "supplier": {"type": "us"}},
            {"id": "o2", "account": "south-plant", "on": "2026-06-01", "supplier": {"type": "us"}}
        ]
    }"#;
    let input = input(book);
    let english = printed(&review(&input), &input, None, Language::En, WIDTH);
    assert!(english.contains("FACTS LEFT OUT (1)") && english.contains("south-plant"), "{english}");
    assert!(english.contains("ORDERS IN NO SUM OF MONEY (1)"), "{english}");
    assert!(english.contains("1 order day ·"), "{english}");
    assert!(english.contains("wallet      –"), "{english}");
}
