//! Chances by hand.

use super::*;
use crate::facts::Book;
use crate::forecast::testing::{Way, as_of, ended, histories};
use crate::funnel::{HistoryVerdict, ProbabilitySource, WinProbability, replay_history};
use crate::playbook::Playbook;
use crate::values::{Date, Money, Period};

fn day(days: i32) -> Date {
    let ahead = days.unsigned_abs();
    if days < 0 { as_of().minus_days(ahead) } else { as_of().plus_days(ahead) }
}

fn period(first: i32, last: i32) -> Period {
    Period { first: day(first), last: day(last) }
}

fn dollars(amount: &str) -> Option<Money> {
    Some(Money::parse(amount, "USD".parse().unwrap()).unwrap())
}

/// Of the ways, the last is open; it is worth 1,000 and expected on a day.
fn with_open(ways: &[Way], close: i32) -> Vec<HistoryVerdict> {
    let mut histories = histories(ways);
    let state = histories.last_mut().unwrap().state.as_mut().unwrap();
    state.amount = dollars("1000");
    state.close_date = Some(day(close));
    histories
}

fn chances(histories: &[HistoryVerdict], periods: &[Period], options: &BookingOptions) -> BookingChances {
    booking_chances(histories, &Playbook::six_stage(), as_of(), periods, options, &CappedDeals::none())
}

fn by(basis: ForecastBasis, timing_floor: u32) -> BookingOptions {
    BookingOptions { basis, timing_floor, ..BookingOptions::default() }
}

fn set_by_hand(histories: &mut [HistoryVerdict], value: &str) {
    let state = histories.last_mut().unwrap().state.as_mut().unwrap();
    state.probability = Some(WinProbability { value: value.parse().unwrap(), source: ProbabilitySource::Manual });
}

fn told(chances: &BookingChances) -> Vec<Option<(String, ProbabilitySource)>> {
    let deal = chances.deals.last().unwrap();
    deal.chances.iter().map(|chance| chance.as_ref().map(|found| (found.chance.to_string(), found.source))).collect()
}

/// Three left `interest` after 20 (won), 25 (lost) and 40 (won) days; one is there since 15.
fn ways() -> Vec<Way> {
    vec![ended("won", 20), ended("lost", 25), ended("won", 40), ended("open", 15)]
}

#[test]
fn by_timing_each_period_has_its_part() {
    let histories = with_open(&ways(), 4);
    // From day 15: won after 5 days, lost after 10, won after 25, a third each.
    let periods = [period(1, 4), period(5, 24), period(25, 30), period(1, 30), period(-90, 0)];
    let found = told(&chances(&histories, &periods, &by(ForecastBasis::Timing, 3)));
    let third = Some(("0.333333333333".to_owned(), ProbabilitySource::Timing));
    assert_eq!(found[..2], [None, third.clone()]);
    assert_eq!(found[2].as_ref().unwrap().0, "0.333333333334", "what is left of two thirds");
    assert_eq!(found[3].as_ref().unwrap().0, "0.666666666667");
    assert_eq!(found[4], None, "no day of it is to come");
}

#[test]
fn by_timing_what_was_set_by_hand_is_the_chance_ever() {
    let mut histories = with_open(&ways(), 4);
    set_by_hand(&mut histories, "0.5");
    let periods = [period(1, 4), period(5, 24), period(1, 300)];
    let found = told(&chances(&histories, &periods, &by(ForecastBasis::Timing, 3)));
    let half = |text: &str| Some((text.to_owned(), ProbabilitySource::Manual));
    assert_eq!(found, [None, half("0.25"), half("0.5")]);
}

#[test]
fn below_the_floor_the_close_date_places_it() {
    let histories = with_open(&ways(), 4);
    let periods = [period(1, 4), period(5, 24)];
    let found = told(&chances(&histories, &periods, &by(ForecastBasis::Timing, 4)));
    // Two of three won, with the playbook's 0.05 worth ten: 2.5 of 13.
    assert_eq!(found, [Some(("0.192307692308".to_owned(), ProbabilitySource::Learned)), None]);
    let learned = told(&chances(&histories, &periods, &by(ForecastBasis::Learned, 4)));
    assert_eq!(found, learned);
    let default = told(&chances(&histories, &periods, &BookingOptions::default()));
    assert_eq!(default, [Some(("0.05".to_owned(), ProbabilitySource::StageDefault)), None]);
}

#[test]
fn where_nothing_was_decided_the_stage_speaks() {
    let histories = with_open(&[ended("open", 15)], 4);
    for basis in [ForecastBasis::Learned, ForecastBasis::Timing] {
        let found = told(&chances(&histories, &[period(1, 4)], &by(basis, 1)));
        assert_eq!(found, [Some(("0.05".to_owned(), ProbabilitySource::StageDefault))]);
    }
}

#[test]
fn what_can_be_placed_nowhere_is_left_out() {
    let mut histories = with_open(&ways(), -1);
    let all = [period(-3000, 3000)];
    let found = chances(&histories, &all, &BookingOptions::default());
    assert_eq!(
        (found.left_out.len(), &found.left_out[0].causes),
        (3, &vec![LeftOutCause::NoAmount]),
        "of the won ones"
    );
    assert_eq!(found.left_out[2].causes, [LeftOutCause::Overdue]);
    assert_eq!(found.left_out[2].message, "its close date 2026-06-29 has passed");
    let timed = chances(&histories, &all, &by(ForecastBasis::Timing, 3));
    assert_eq!(timed.left_out.len(), 2, "the won ones have no amount");
    assert_eq!(timed.deals.len(), 1, "its timing needs no close date");
    let state = histories.last_mut().unwrap().state.as_mut().unwrap();
    (state.close_date, state.amount) = (None, None);
    let found = chances(&histories, &all, &BookingOptions::default());
    let causes = &found.left_out.last().unwrap().causes;
    assert_eq!(causes, &[LeftOutCause::NoAmount, LeftOutCause::NoCloseDate]);
    assert_eq!((found.receipt.parts(), found.receipt.opportunities), (4, 4));
}

#[test]
fn what_was_signed_counts_on_the_day_of_the_signature() {
    let book = Book::from_json(
        r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
            "opportunities": [{"id": "press-line", "account": "north-plant"}],
            "opportunity_events": [
                {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design",
                 "close_date": "2026-12-31", "amount": {"amount": "1000.005", "currency": "USD"}}},
                {"opportunity": "press-line", "at": "2026-03-31", "change": {"type": "won"}},
                {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "realised"}}]}"#,
    )
    .unwrap();
    let playbook = Playbook::six_stage();
    let history = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of())];
    let quarters = playbook.draft().calendar.periods_from(crate::values::PeriodUnit::Quarter, day(-150), 2);
    let found = chances(&history, &quarters, &BookingOptions::default());
    assert_eq!(told(&found), [Some(("1".to_owned(), ProbabilitySource::Booked)), None]);
    assert_eq!((found.deals[0].reported, found.deals[0].close_date), (dollars("1000").unwrap(), Some(day(-91))));
    let later = chances(&history, &quarters[1..], &BookingOptions::default());
    assert_eq!((later.deals.len(), later.receipt.booked_on_other_days), (0, 1));
}
