//! Laws of movements over random damaged histories.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::lines::Line;
use super::*;
use crate::facts::{Book, OpportunityBook};
use crate::funnel::testing::{Row, book, day, playbook, rows};
use crate::funnel::{OpportunityState, OpportunityStatus, replay_history, state_at};
use crate::playbook::Playbook;

/// Days in order, and a period or none.
fn span() -> impl Strategy<Value = ([Date; 3], Option<Period>)> {
    let sorted = |mut days: [Date; 3]| {
        days.sort();
        days
    };
    let period = [day(), day()].prop_map(|[one, other]| Period { first: one.min(other), last: one.max(other) });
    ([day(), day(), day()].prop_map(sorted), prop::option::of(period))
}

fn opportunities(book: &Book) -> impl Iterator<Item = &OpportunityBook> {
    book.accounts().iter().flat_map(|account| &account.opportunities)
}

fn days_between(from: Date, to: Date) -> impl Iterator<Item = (Date, Date)> {
    let days = u32::try_from(to.days_since(from)).unwrap();
    (0..days).map(move |day| (from.plus_days(day), from.plus_days(day + 1)))
}

/// A line's key: currency, pipeline, stage. Its value: count and sum.
type Rows = BTreeMap<(Currency, Option<PipelineId>, Option<StageId>), (usize, Decimal)>;

fn add(rows: &mut Rows, pipeline: &Option<PipelineId>, stage: &Option<StageId>, amount: Option<Money>) {
    let Some(amount) = amount else { return };
    let row = rows.entry((amount.currency(), pipeline.clone(), stage.clone())).or_default();
    *row = (row.0 + 1, row.1 + amount.amount());
}

fn line_of(movement: &MovementVerdict, line: Line) -> Rows {
    let mut rows = Rows::new();
    for currency in &movement.currencies {
        for row in currency.stages.iter().filter(|row| row.lines.line(line).count > 0) {
            let MovementLine { count, amount } = row.lines.line(line);
            let key = (currency.currency, row.pipeline.clone(), row.stage.clone());
            rows.insert(key, (*count, amount.to_string().parse().unwrap()));
        }
    }
    rows
}

fn is_in(state: &OpportunityState, period: Option<Period>) -> bool {
    state.status.is_open()
        && period.is_none_or(|period| state.close_date.is_some_and(|day| period.first <= day && day <= period.last))
}

/// What stands in the pipeline at the end of a day, by the replay of each history, and how many have no amount.
fn pipeline(book: &Book, playbook: &Playbook, on: Date, period: Option<Period>) -> (Rows, usize) {
    let (mut rows, mut unknown) = (Rows::new(), 0);
    for opportunity in opportunities(book) {
        let history = replay_history(opportunity, playbook, on);
        let Some(state) = history.state.filter(|state| is_in(state, period)) else { continue };
        add(&mut rows, &history.pipeline, &state.stage, state.amount);
        unknown += usize::from(state.amount.is_none());
    }
    (rows, unknown)
}

/// A line as the sum over the steps, and how many of them have no amount.
fn sum_of(movement: &MovementVerdict, line: Line) -> (Rows, usize) {
    let (mut rows, mut unknown) = (Rows::new(), 0);
    for step in &movement.steps {
        let (from, to) = ((&step.pipeline, &step.stage), (&step.to_pipeline, &step.to_stage));
        let (place, amount) = match (line, step.kind) {
            (Line::Created, MovementKind::Created)
            | (Line::Reopened, MovementKind::Reopened)
            | (Line::Increased, MovementKind::Increased)
            | (Line::Decreased, MovementKind::Decreased)
            | (Line::AmountSet, MovementKind::AmountSet)
            | (Line::AmountCleared, MovementKind::AmountCleared)
            | (Line::PulledIn, MovementKind::PulledIn)
            | (Line::PushedOut, MovementKind::PushedOut)
            | (Line::Won, MovementKind::Won)
            | (Line::Lost, MovementKind::Lost)
            | (Line::MovedOut, MovementKind::Moved)
            | (Line::CurrencyOut, MovementKind::CurrencyChanged) => (from, step.amount),
            (Line::MovedIn, MovementKind::Moved) => (to, step.amount),
            (Line::CurrencyIn, MovementKind::CurrencyChanged) => (from, step.to_amount),
            _ => continue,
        };
        add(&mut rows, place.0, place.1, amount);
        unknown += usize::from(amount.is_none());
    }
    (rows, unknown)
}

/// What counts in or out: all but a change of what an amount is.
fn count_left(lines: &MovementLines) -> i64 {
    let counted = Line::ALL.iter().filter(|line| !matches!(line, Line::Increased | Line::Decreased));
    counted.fold(0, |left, line| {
        let count = i64::try_from(lines.line(*line).count).unwrap();
        if line.adds() { left + count } else { left - count }
    })
}

fn unknown_left(unknown: &UnknownAmounts) -> i64 {
    let of = |count: usize| i64::try_from(count).unwrap();
    of(unknown.opening) + of(unknown.created) + of(unknown.reopened) - of(unknown.amount_set)
        + of(unknown.amount_cleared)
        + of(unknown.pulled_in)
        - of(unknown.pushed_out)
        - of(unknown.won)
        - of(unknown.lost)
        - of(unknown.closing)
}

/// The lines that add up over days that follow each other.
fn flows() -> impl Iterator<Item = Line> {
    Line::ALL.iter().copied().filter(|line| !matches!(line, Line::Opening | Line::Closing))
}

fn both(mut one: Rows, other: Rows) -> Rows {
    for (key, (count, amount)) in other {
        let row = one.entry(key).or_default();
        *row = (row.0 + count, row.1 + amount);
    }
    one
}

proptest! {
    #[test]
    fn every_row_leads_from_its_opening_to_its_closing(rows in rows(), ([from, _, to], period) in span()) {
        let (book, playbook) = (book(&rows), playbook());
        let movement = pipeline_movement(&book, &playbook, from, to, period).unwrap();
        for currency in &movement.currencies {
            for lines in currency.stages.iter().map(|row| &row.lines).chain([&currency.total]) {
                prop_assert!(lines.residual().is_zero(), "{lines:?}");
                prop_assert_eq!(count_left(lines), 0);
                prop_assert!(Line::ALL.iter().all(|line| !lines.line(*line).amount.to_string().starts_with('-')));
            }
            prop_assert_eq!((currency.total.moved_in.count, currency.total.moved_out.count), (0, 0));
        }
        prop_assert_eq!(unknown_left(&movement.without_amount), 0);
        if let Some(reporting) = &movement.reporting {
            let mut left = reporting.lines.residual();
            left.add(&reporting.currency_effect);
            prop_assert!(left.is_zero());
        }

        let (opening, closing) = (pipeline(&book, &playbook, from, period), pipeline(&book, &playbook, to, period));
        let told = (line_of(&movement, Line::Opening), movement.without_amount.opening);
        prop_assert_eq!(told, opening, "the opening is the pipeline of its day");
        let told = (line_of(&movement, Line::Closing), movement.without_amount.closing);
        prop_assert_eq!(told, closing, "the closing is the pipeline of its day");

        let unknown = &movement.without_amount;
        for line in flows() {
            let (sums, without_amount) = sum_of(&movement, line);
            prop_assert_eq!(line_of(&movement, line), sums, "{:?}", line);
            let counted = match line {
                Line::Created => unknown.created,
                Line::Reopened => unknown.reopened,
                Line::PulledIn => unknown.pulled_in,
                Line::PushedOut => unknown.pushed_out,
                Line::Won => unknown.won,
                Line::Lost => unknown.lost,
                _ => continue,
            };
            prop_assert_eq!(counted, without_amount, "{:?}", line);
        }
    }

    #[test]
    fn days_that_follow_each_other_add_up(rows in rows(), ([from, between, to], period) in span()) {
        let (book, playbook) = (book(&rows), playbook());
        let movement = |from, to| pipeline_movement(&book, &playbook, from, to, period).unwrap();
        let (first, second, whole) = (movement(from, between), movement(between, to), movement(from, to));
        prop_assert_eq!(line_of(&first, Line::Closing), line_of(&second, Line::Opening));
        prop_assert_eq!(first.without_amount.closing, second.without_amount.opening);
        for line in flows() {
            prop_assert_eq!(both(line_of(&first, line), line_of(&second, line)), line_of(&whole, line), "{:?}", line);
        }
        prop_assert_eq!([first.steps, second.steps].concat(), whole.steps);
    }

    #[test]
    fn what_is_won_and_lost_is_what_is_signed_and_lost_day_by_day(rows in rows(), ([from, _, to], period) in span()) {
        use OpportunityStatus as S;
        let (book, playbook) = (book(&rows), playbook());
        let (mut won, mut lost, mut signed_within) = (Vec::new(), Vec::new(), Vec::new());
        for (before, on) in days_between(from, to) {
            for opportunity in opportunities(&book) {
                let status = |state: &Option<OpportunityState>| state.as_ref().map(|state| state.status);
                let old = status(&state_at(opportunity, &playbook, before));
                let state = state_at(opportunity, &playbook, on);
                let signed = |status| matches!(status, Some(S::Booked | S::Realised));
                let told = || (on, opportunity.opportunity.id.clone(), state.as_ref().and_then(|state| state.amount));
                if signed(status(&state)) && !signed(old) {
                    won.push(told());
                    let booked_on = state.as_ref().and_then(|state| state.booked_on);
                    if period.zip(booked_on).is_some_and(|(period, day)| period.holds(day)) {
                        signed_within.push(told());
                    }
                }
                if status(&state) == Some(S::Lost) && old != Some(S::Lost) {
                    lost.push(told());
                }
            }
        }
        let told = |movement: &MovementVerdict, kind| -> Vec<_> {
            let steps = movement.steps.iter().filter(|step| step.kind == kind);
            steps.map(|step| (step.on, step.opportunity.clone(), step.amount)).collect()
        };
        for told in [&mut won, &mut lost] {
            told.sort_by(|(one_on, one, _), (other_on, other, _)| (one_on, one).cmp(&(other_on, other)));
        }
        let all = pipeline_movement(&book, &playbook, from, to, None).unwrap();
        prop_assert_eq!(told(&all, MovementKind::Won), won);
        prop_assert_eq!(told(&all, MovementKind::Lost), lost);
        let within = told(&pipeline_movement(&book, &playbook, from, to, period).unwrap(), MovementKind::Won);
        prop_assert!(signed_within.iter().all(|signed| within.contains(signed)), "every signature of the period");
    }

    #[test]
    fn a_period_of_all_days_takes_in_whatever_has_a_close_date(rows in rows(), ([from, _, to], _) in span()) {
        let (book, playbook) = (book(&rows), playbook());
        let all = Period { first: "1900-01-01".parse().unwrap(), last: "2199-12-31".parse().unwrap() };
        let movement = |period| pipeline_movement(&book, &playbook, from, to, period).unwrap().steps;
        let (without_period, with_period) = (movement(None), movement(Some(all)));
        for opportunity in opportunities(&book) {
            let days = days_between(from, to).map(|(_, on)| on).chain([from]);
            let mut states = days.filter_map(|on| state_at(opportunity, &playbook, on));
            if states.all(|state| state.close_date.is_some()) {
                let of = |steps: &[MovementStep]| -> Vec<MovementStep> {
                    steps.iter().filter(|step| step.opportunity == opportunity.opportunity.id).cloned().collect()
                };
                prop_assert_eq!(of(&without_period), of(&with_period));
            }
        }
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        ([from, _, to], period) in span(),
    ) {
        let movement = |rows: &[Row]| pipeline_movement(&book(rows), &playbook(), from, to, period).unwrap();
        prop_assert_eq!(movement(&rows), movement(&shuffled));
    }
}
