//! Whether an account buys more or less than before: two windows of equal length, side by side.

use crate::loyalty::occasions::{MoneySum, Occasions};
use crate::loyalty::rhythm::Pace;
use crate::playbook::LifecyclePolicy;
use crate::values::Factor;

use super::verdict::TrendDirection;

/// Two windows of `window` days that end on a day, and what they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trend {
    pub(super) window: i64,
    pub(super) orders_before: usize,
    pub(super) orders_recent: usize,
    pub(super) money_before: MoneySum,
    pub(super) money_recent: MoneySum,
    pub(super) by_orders: TrendDirection,
    pub(super) by_money: TrendDirection,
}

impl Trend {
    /// The length of a window: a number of usual intervals, but no fewer days than the minimum.
    pub(super) fn window_days(pace: Pace, policy: &LifecyclePolicy) -> i64 {
        let intervals = i64::from(policy.trend_window_intervals.get());
        pace.whole_median().saturating_mul(intervals).max(policy.trend_window_minimum_days.into()).max(1)
    }

    pub(super) fn of(occasions: &Occasions<'_>, day: i64, window: i64, policy: &LifecyclePolicy) -> Self {
        let middle = day.saturating_sub(window);
        let start = middle.saturating_sub(window);
        let orders_before = occasions.count_between(start, middle);
        let orders_recent = occasions.count_between(middle, day);
        let money_before = occasions.money_between(start, middle);
        let money_recent = occasions.money_between(middle, day);
        let chance =
            orders_before.abs_diff(orders_recent) < usize::try_from(policy.trend_minimum_orders).unwrap_or(usize::MAX);
        let by_orders = match (i128::try_from(orders_before), i128::try_from(orders_recent)) {
            _ if chance => TrendDirection::Steady,
            (Ok(before), Ok(recent)) => direction(before, recent, policy.trend_change),
            _ => TrendDirection::Unknown,
        };
        let by_money = match money_before.comparable(&money_recent) {
            Some((before, recent)) if before > 0 => direction(before, recent, policy.trend_change),
            _ => TrendDirection::Unknown,
        };
        Self { window, orders_before, orders_recent, money_before, money_recent, by_orders, by_money }
    }

    /// What both say together: a rise or a fall that the other does not contradict.
    pub(super) fn direction(&self) -> TrendDirection {
        match (self.by_orders, self.by_money) {
            (TrendDirection::Up, TrendDirection::Down) | (TrendDirection::Down, TrendDirection::Up) => {
                TrendDirection::Steady
            }
            (TrendDirection::Up, _) | (_, TrendDirection::Up) => TrendDirection::Up,
            (TrendDirection::Down, _) | (_, TrendDirection::Down) => TrendDirection::Down,
            _ => TrendDirection::Steady,
        }
    }

    /// Whether orders and money go opposite ways.
    pub(super) fn is_contradictory(&self) -> bool {
        matches!(
            (self.by_orders, self.by_money),
            (TrendDirection::Up, TrendDirection::Down) | (TrendDirection::Down, TrendDirection::Up)
        )
    }
}

/// Up or down from a relative change on, computed without division.
fn direction(before: i128, recent: i128, change: Factor) -> TrendDirection {
    let factor = change.value();
    let ten_to = |places: u32| 10_i128.saturating_pow(places);
    let difference = recent.saturating_sub(before);
    let needed = before.saturating_mul(factor.mantissa());
    match difference.saturating_mul(ten_to(factor.scale())) {
        scaled if difference > 0 && scaled >= needed => TrendDirection::Up,
        scaled if difference < 0 && scaled <= needed.saturating_neg() => TrendDirection::Down,
        _ => TrendDirection::Steady,
    }
}
