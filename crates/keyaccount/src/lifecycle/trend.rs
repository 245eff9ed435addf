//! Whether an account buys more or less than before: two windows of equal length, side by side.
//!
//! A change counts if it is large (`trend_change`) and more than chance. What chance does is estimated from the
//! account itself. If its intervals vary by the coefficient of variation c, the difference between the numbers of
//! orders has about the variance n × c² + ½, n being the orders in both windows and the half for where the windows
//! happen to begin. The money has the variance of the amounts, and n × c² times the squared mean amount. A change
//! below `trend_fluctuation` standard deviations, or of fewer than `trend_minimum_orders` orders, is taken for chance.

use super::verdict::TrendDirection;
use crate::loyalty::occasions::{MoneySum, Occasions};
use crate::loyalty::rhythm::Pace;
use crate::playbook::LifecyclePolicy;
use crate::values::Factor;

/// Two windows of `window` days that end on a day, and what they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trend {
    pub(super) window: i64,
    pub(super) before: Window,
    pub(super) recent: Window,
    pub(super) by_orders: TrendDirection,
    pub(super) by_money: TrendDirection,
}

impl Trend {
    /// The length of a window: a number of usual intervals, but no fewer days than the minimum.
    pub(super) fn window_days(pace: Pace, policy: &LifecyclePolicy) -> i64 {
        let intervals = i64::from(policy.trend_window_intervals.get());
        pace.whole_median().saturating_mul(intervals).max(policy.trend_window_minimum_days.into()).max(1)
    }

    pub(super) fn of(occasions: &Occasions<'_>, day: i64, window: i64, pace: Pace, policy: &LifecyclePolicy) -> Self {
        let middle = day.saturating_sub(window);
        let before = Window::of(occasions, middle.saturating_sub(window), middle);
        let recent = Window::of(occasions, middle, day);
        let variation = pace.variation;
        let by_orders = Change {
            before: before.count(),
            recent: recent.count(),
            scale: VARIATION,
            minimum: policy.trend_minimum_orders.into(),
            variance: count_variance(before.count().saturating_add(recent.count()), variation),
        };
        let by_money = before.money.comparable(&recent.money).filter(|(before, _)| *before > 0);
        let by_money = by_money.map(|(before_units, recent_units)| Change {
            before: before_units.div_euclid(CENT),
            recent: recent_units.div_euclid(CENT),
            scale: 1,
            minimum: 0,
            variance: before.and(&recent).variance(variation),
        });
        Self {
            window,
            before,
            recent,
            by_orders: by_orders.direction(policy),
            by_money: by_money.map_or(TrendDirection::Unknown, |change| change.direction(policy)),
        }
    }

    /// What both say together: a rise or a fall that the other does not contradict.
    pub(super) fn direction(&self) -> TrendDirection {
        match (self.by_orders, self.by_money) {
            _ if self.is_contradictory() => TrendDirection::Steady,
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

/// Ten-thousandths of a currency unit in what fluctuation is computed in: squares of hundredths fit.
const CENT: i128 = 100;

/// The whole of what `Pace::variation` is a part of.
const VARIATION: i128 = 10_000;

/// What was bought within a window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) orders: usize,
    pub(super) money: MoneySum,
    /// Days with money, and the sum of the squares of their amounts in hundredths.
    days: i128,
    squares: i128,
}

impl Window {
    fn of(occasions: &Occasions<'_>, after: i64, until: i64) -> Self {
        let start = Self { orders: occasions.count_between(after, until), ..Self::default() };
        occasions.money_between(after, until).fold(start, |window, money| {
            let hundredths = money.units.div_euclid(CENT);
            Self {
                orders: window.orders,
                money: window.money.and(money),
                days: window.days.saturating_add(1),
                squares: window.squares.saturating_add(hundredths.saturating_mul(hundredths)),
            }
        })
    }

    fn and(&self, other: &Self) -> Self {
        Self {
            orders: self.orders.saturating_add(other.orders),
            money: self.money.and(&other.money),
            days: self.days.saturating_add(other.days),
            squares: self.squares.saturating_add(other.squares),
        }
    }

    pub(super) fn count(&self) -> i128 {
        i128::try_from(self.orders).unwrap_or(i128::MAX)
    }

    /// The variance of the money: that of the amounts, Σa² − n·ā², and that of their number, n·ā² × c².
    fn variance(&self, variation: i128) -> i128 {
        let sum = self.money.units.div_euclid(CENT);
        let mean = sum.checked_div_euclid(self.days).unwrap_or(0);
        let regular = VARIATION.saturating_sub(variation);
        let explained = mean.saturating_mul(sum).div_euclid(VARIATION).saturating_mul(regular);
        self.squares.saturating_sub(explained).max(0)
    }
}

/// The variance of the difference between the numbers of orders, in ten-thousandths: n × c², and a half for where the
/// windows happen to begin.
fn count_variance(orders: i128, variation: i128) -> i128 {
    orders.saturating_mul(variation).saturating_add(VARIATION.div_euclid(2))
}

/// A number in both windows, and what it takes to be more than chance.
struct Change {
    before: i128,
    recent: i128,
    minimum: i128,
    variance: i128,
    /// What the variance is counted in: ten-thousandths, or ones.
    scale: i128,
}

impl Change {
    fn direction(&self, policy: &LifecyclePolicy) -> TrendDirection {
        let difference = self.recent.saturating_sub(self.before);
        let size = difference.saturating_abs();
        // Both sides are scaled up by the factors' decimal places, so that all stays whole.
        let is_large = scaled(size, policy.trend_change) >= times(self.before, policy.trend_change);
        let fluctuation = policy.trend_fluctuation;
        let is_clear = scaled(scaled(size.saturating_mul(size).saturating_mul(self.scale), fluctuation), fluctuation)
            >= times(times(self.variance, fluctuation), fluctuation);
        match difference.signum() {
            _ if size < self.minimum || !is_large || !is_clear => TrendDirection::Steady,
            1 => TrendDirection::Up,
            -1 => TrendDirection::Down,
            _ => TrendDirection::Steady,
        }
    }
}

fn times(number: i128, factor: Factor) -> i128 {
    number.saturating_mul(factor.value().mantissa())
}

fn scaled(number: i128, factor: Factor) -> i128 {
    number.saturating_mul(10_i128.saturating_pow(factor.value().scale()))
}
