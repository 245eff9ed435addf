use keyaccount::{Book, BookingOptions, Language, Money, PeriodUnit, Playbook};
use textwrap::core::display_width;

use super::{ForecastReview, print_forecast_review};
use crate::page::WIDTH;
use crate::{Input, Source, View};

fn printed(input: &Input, language: Language, quota: Option<&str>) -> String {
    let currency = input.playbook.draft().exchange.reporting_currency;
    let quota = quota.map(|amount| Money::parse(amount, currency).unwrap());
    let options = BookingOptions { quota, ..BookingOptions::default() };
    let review = ForecastReview::of(input, None, PeriodUnit::Quarter, 4, &options).unwrap();
    let view = View { language, all: true, account: None, colour: false, columns: WIDTH };
    let mut out = Vec::new();
    print_forecast_review(&review, &input.book, &input.playbook, &view, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    for line in text.lines() {
        assert!(display_width(line) <= WIDTH, "{} columns: {line}", display_width(line));
    }
    text
}

#[test]
fn the_example_company_is_told_on_the_page_in_both_languages() {
    let input = Source::default().read().unwrap();
    let english = printed(&input, Language::En, Some("3000000"));
    for heading in ["BOOKINGS BY PERIOD", "QUOTA", "OPPORTUNITIES OF THE CURRENT PERIOD", "WAS THE METHOD RIGHT"] {
        assert!(english.contains(heading), "{english}");
    }
    assert!(english.contains("2026-04-01 – 2026-06-30"), "{english}");
    assert!(printed(&input, Language::ZhHans, Some("3000000")).contains("各期签约预测"));
}

#[test]
fn an_empty_book_has_no_past_and_no_deals() {
    let book = Book::from_json("{}").unwrap();
    let input = Input { book, playbook: Playbook::six_stage(), as_of: "2026-06-30".parse().unwrap() };
    let english = printed(&input, Language::En, None);
    assert!(english.contains("No period with an open deal at its beginning is over yet."), "{english}");
    assert!(!english.contains("QUOTA"), "{english}");
    assert!(!english.contains("IN NO PERIOD"), "{english}");
}
