//! The next orders: when, and how much.
//!
//! The next one's day is that of the predictive distribution, given that it has not come yet. An order after it is as much
//! later as that many further intervals are; its band puts both uncertainties together as independent ones (root of the sum
//! of squares), which is exact for the middle and near for the ends.

use super::clock::Clock;
use super::kinds::{NoPrediction, SilenceState};
use super::ledger::{Ledger, Line};
use super::pattern::Pattern;
use super::verdict::{ExpectedAmount, NextOrders, PredictedOrder};
use crate::playbook::TrajectoryPolicy;
use crate::values::Date;

/// What lies within the band is eighty of a hundred.
const TAIL: f64 = 0.1;

pub(super) fn next_orders(
    pattern: Option<&Pattern>,
    state: SilenceState,
    clock: &Clock,
    ledger: &Ledger<'_>,
    policy: &TrajectoryPolicy,
    as_of: Date,
) -> NextOrders {
    let amount = expected_amount(ledger, policy);
    let none = |cause| NextOrders { orders: Vec::new(), amount: None, none: Some(cause) };
    let Some(pattern) = pattern else { return none(NoPrediction::NoRhythm) };
    if state == SilenceState::Overdue {
        return none(NoPrediction::RhythmBroken);
    }
    let orders = dates(pattern, clock, policy.predicted_orders, as_of);
    NextOrders { orders, amount, none: None }
}

fn dates(pattern: &Pattern, clock: &Clock, count: u32, as_of: Date) -> Vec<PredictedOrder> {
    let still = pattern.silence(clock, as_of);
    let first = [TAIL, 0.5, 1.0 - TAIL].map(|probability| {
        let left = (1.0 - probability) * still;
        Clock::first_day_after(as_of, |day| pattern.silence(clock, day) <= left)
    });
    let [soon, middle, late] = first.map(|day| clock.between(pattern.last, day));
    let start = clock.at(pattern.last);
    let day_at = |time: f64| Clock::first_day_after(as_of, |day| clock.at(day) - start >= time);
    let root = |a: f64, b: f64| libm::sqrt(a * a + b * b);
    let following = (1..count).map(|further| {
        let [low, median, high] = [TAIL, 0.5, 1.0 - TAIL].map(|probability| pattern.law.quantile(further, probability));
        let expected = middle + median;
        [expected - root(middle - soon, median - low), expected, expected + root(late - middle, high - median)]
            .map(day_at)
    });
    let all = std::iter::once(first).filter(|_| count > 0).chain(following);
    (1..=count)
        .zip(all)
        .map(|(number, [earliest, expected, latest])| PredictedOrder { number, expected, earliest, latest })
        .collect()
}

/// The middle and the band of the latest occasions' amounts. What is left of returns is no order's amount.
fn expected_amount(ledger: &Ledger<'_>, policy: &TrajectoryPolicy) -> Option<ExpectedAmount> {
    let orders: Vec<&Line<'_>> = ledger.lines.iter().filter(|line| line.is_order).collect();
    let days = orders.chunk_by(|a, b| a.day == b.day);
    // What wholly came back says nothing of what an order comes to.
    let known = days.filter_map(|day| Ledger::total(day.iter().copied())).filter(|amount| *amount > 0);
    let mut amounts: Vec<i128> = known.collect();
    let most = usize::try_from(policy.amount_occasions.get()).unwrap_or(usize::MAX);
    amounts.drain(..amounts.len().saturating_sub(most));
    amounts.sort_unstable();
    let last = amounts.len().checked_sub(1)?;
    // The least rank that leaves at most a tenth outside.
    let outside = amounts.len().div_euclid(10);
    let (low, high) = (*amounts.get(outside)?, *amounts.get(last.saturating_sub(outside))?);
    let (lower, upper) = (*amounts.get(last.div_euclid(2))?, *amounts.get(amounts.len().div_euclid(2))?);
    // Halves of ten-thousandths are below the minor unit of every currency.
    let median = lower.saturating_add(upper).div_euclid(2);
    Some(ExpectedAmount {
        median: ledger.sum(median)?,
        low: ledger.sum(low)?,
        high: ledger.sum(high)?,
        occasions: amounts.len(),
    })
}
