//! The phase as one day's facts alone have it.
//!
//! In this order, the first that holds:
//! 1. *prospect*: no order;
//! 2. *acquisition*: fewer than `minimum_occasions`, however long ago: there is no rhythm to be out of;
//! 3. *detached*, *high risk*: silent for the playbook's multiple of the usual interval and its minimum of days;
//! 4. *acquisition* again: fewer than `minimum_occasions` since it came back from a silence of the detached kind;
//! 5. *growth*: buys repeatedly, but not for two windows yet, so that there is nothing to compare;
//! 6. *growth*, *decline*, *mature*: by the trend between two windows.

use rust_decimal::Decimal;

use super::phase::LifecyclePhase;
use super::trend::Trend;
use super::verdict::TrendDirection;
use crate::loyalty::occasions::Occasions;
use crate::loyalty::rhythm::Pace;
use crate::playbook::LifecyclePolicy;

/// Which rule gave the phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    NoOrder,
    FewOrders,
    Silence,
    Returned,
    StillForming,
    Trend,
}

/// A phase with what it was told from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) phase: LifecyclePhase,
    pub(super) cause: Cause,
    pub(super) orders: usize,
    pub(super) silence: Option<i64>,
    pub(super) pace: Option<Pace>,
    /// Orders since the account last came back, of those that were looked at: enough to tell whether they are too few.
    pub(super) orders_since_return: usize,
    pub(super) trend: Option<Trend>,
}

impl Raw {
    /// The phase on a day, from what was known on that day.
    pub(super) fn on(occasions: &Occasions<'_>, day: i64, policy: &LifecyclePolicy) -> Self {
        let days = occasions.days_until(day);
        let silence = days.last().map(|last| day.saturating_sub(*last));
        let pace = Pace::of_account(days, policy);
        let bare = |phase, cause| Self {
            phase,
            cause,
            orders: days.len(),
            silence,
            pace,
            orders_since_return: days.len(),
            trend: None,
        };
        let (Some(silent), Some(pace)) = (silence, pace) else {
            return match days.len() {
                0 => bare(LifecyclePhase::Prospect, Cause::NoOrder),
                _ => bare(LifecyclePhase::Acquisition, Cause::FewOrders),
            };
        };
        let detached_after = pace.times(policy.detached_factor, policy.detached_minimum_days);
        if Decimal::from(silent) >= detached_after {
            return bare(LifecyclePhase::Detached, Cause::Silence);
        }
        if Decimal::from(silent) >= pace.times(policy.high_risk_factor, policy.high_risk_minimum_days) {
            return bare(LifecyclePhase::HighRisk, Cause::Silence);
        }
        let minimum = usize::try_from(policy.minimum_occasions.get()).unwrap_or(usize::MAX);
        let window = Trend::window_days(pace, policy);
        let compared_from = day.saturating_sub(window.saturating_mul(2));
        let since_return = since_return(recent(days, compared_from, minimum), detached_after);
        let orders_since_return = since_return.len();
        if orders_since_return < minimum {
            return Self { orders_since_return, ..bare(LifecyclePhase::Acquisition, Cause::Returned) };
        }
        let span = since_return.first().map_or(0, |first| day.saturating_sub(*first));
        if span < window.saturating_mul(2) {
            return Self { orders_since_return, ..bare(LifecyclePhase::Growth, Cause::StillForming) };
        }
        let trend = Trend::of(occasions, day, window, pace, policy);
        let phase = match trend.direction() {
            TrendDirection::Up => LifecyclePhase::Growth,
            TrendDirection::Down => LifecyclePhase::Decline,
            TrendDirection::Steady | TrendDirection::Unknown => LifecyclePhase::Mature,
        };
        Self { orders_since_return, trend: Some(trend), ..bare(phase, Cause::Trend) }
    }
}

/// The days that can tell whether an account has just come back: those of both windows, at least the last `minimum`, and
/// the one before them. So a check costs no more for an account with a long past.
fn recent(days: &[i64], from: i64, minimum: usize) -> &[i64] {
    let in_windows = days.partition_point(|day| *day < from);
    let start = in_windows.min(days.len().saturating_sub(minimum)).saturating_sub(1);
    days.get(start..).unwrap_or_default()
}

/// The days since the last silence that was long enough to count as detached.
fn since_return(days: &[i64], detached_after: Decimal) -> &[i64] {
    let later = days.iter().skip(1);
    let returned = days
        .iter()
        .zip(later)
        .rposition(|(earlier, later)| Decimal::from(later.saturating_sub(*earlier)) >= detached_after);
    let start = returned.map_or(0, |before| before.saturating_add(1));
    days.get(start..).unwrap_or_default()
}
