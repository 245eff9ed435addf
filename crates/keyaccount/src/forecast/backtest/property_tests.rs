//! Laws that hold for every history, however damaged.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::facts::testing::{as_of, facts, shuffled};
use crate::facts::{Book, Facts, OpportunityEvent};
use crate::playbook::DatedRate;

fn monthly() -> BacktestOptions {
    let booking = BookingOptions { timing_floor: 1, ..BookingOptions::default() };
    BacktestOptions { unit: PeriodUnit::Month, booking, ..BacktestOptions::default() }
}

/// With a rate that changes, so that a rate of a later day would be seen.
fn playbook() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.exchange.rates = [("2025-01-01", "1.1"), ("2025-12-10", "1.3"), ("2026-04-10", "0.9")]
        .map(|(on, rate)| DatedRate {
            from: "EUR".parse().unwrap(),
            to: "USD".parse().unwrap(),
            on: on.parse().unwrap(),
            rate: rate.parse().unwrap(),
        })
        .into();
    Playbook::try_new(draft).unwrap()
}

fn backtest(facts: &Facts) -> BacktestVerdict {
    backtest_forecast(&Book::from_facts(facts.clone()), &playbook(), as_of(), &monthly())
}

/// More deals than a portfolio of all tables has: histories are what counts here.
fn histories() -> impl Strategy<Value = Facts> {
    (facts(), facts(), facts()).prop_map(|(mut facts, more, most)| {
        facts.opportunities.extend(more.opportunities.into_iter().chain(most.opportunities));
        let events = more.opportunity_events.into_iter().chain(most.opportunity_events);
        facts.opportunity_events.extend(events);
        // Of two rows with one identifier one is left out, whichever day it is of: that is not what is asked here.
        facts.opportunity_events.iter_mut().for_each(|event| event.id = None);
        facts
    })
}

/// What a forecast says, without how it came out.
fn told(point: &BacktestPoint) -> (Date, Period, usize, usize, String) {
    let methods: Vec<_> =
        point.methods.iter().map(|made| (made.basis, made.deals, made.unplaced, &made.mean, &made.quantiles)).collect();
    (point.made_on, point.period, point.receipt.open, point.receipt.left_out_then, format!("{methods:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is dated after a day, other events in its place change no forecast made up to that day.
    #[test]
    fn no_forecast_looks_ahead(one in histories(), later in vec(facts(), 3), day in 0_u32..420) {
        let day = as_of().minus_days(day);
        let on = |event: &OpportunityEvent| event.at.date_in(playbook().draft().calendar.time_zone);
        let mut other = one.clone();
        other.opportunity_events.retain(|event| on(event) <= day);
        for mut event in later.into_iter().flat_map(|facts| facts.opportunity_events).filter(|event| on(event) > day) {
            event.id = None;
            other.opportunity_events.push(event);
        }
        let [one, other] = [one, other].map(|facts| backtest(&facts));
        let up_to_day = |verdict: &BacktestVerdict| {
            verdict.points.iter().filter(|point| point.made_on <= day).cloned().collect::<Vec<_>>()
        };
        let (one, other) = (up_to_day(&one), up_to_day(&other));
        prop_assert_eq!(one.len(), other.len());
        for (one, other) in one.iter().zip(&other) {
            // A deal that was signed for an unknown amount is in neither side: that is its outcome.
            if one.receipt.unpriced_outcome + other.receipt.unpriced_outcome == 0 {
                prop_assert_eq!(told(one), told(other));
            }
        }
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(facts in histories(), seeds in vec(any::<Index>(), 40)) {
        let (one, other) = (backtest(&facts), backtest(&shuffled(facts, &seeds)));
        prop_assert_eq!(serde_json::to_string(&one).unwrap(), serde_json::to_string(&other).unwrap());
    }

    #[test]
    fn the_parts_add_up(facts in histories()) {
        let verdict = backtest(&facts);
        let (mut forecasts, mut chances, mut left_out) = (0, 0, 0);
        for point in &verdict.points {
            let BacktestReceipt { open, forecast, left_out_then, unpriced_outcome } = point.receipt;
            prop_assert_eq!(open, forecast + left_out_then + unpriced_outcome);
            prop_assert!(point.actual_deals <= forecast);
            prop_assert_eq!(point.methods.len(), 3);
            forecasts += u64::from(forecast > 0);
            chances += forecast as u64;
            left_out += (open - forecast) as u64;
        }
        prop_assert_eq!(verdict.left_out.iter().map(|deal| deal.forecasts).sum::<u64>(), left_out);
        for method in &verdict.methods {
            prop_assert_eq!((method.forecasts, method.deals), (forecasts, chances));
            prop_assert_eq!(method.reliability.iter().map(|bin| bin.deals).sum::<u64>(), chances);
            prop_assert!(method.intervals.iter().all(|interval| interval.forecasts == forecasts));
            prop_assert!(method.bias.amount <= method.mean_absolute_error.amount);
            let within: u64 = method.sources.iter().map(|count| count.deals).sum();
            prop_assert!(within + method.unplaced <= chances);
        }
        prop_assert_eq!(verdict.best.is_some(), forecasts > 0);
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<BacktestVerdict>(&text).unwrap(), verdict);
    }
}
