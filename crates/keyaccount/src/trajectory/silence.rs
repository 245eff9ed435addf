//! How usual the silence since the last order is.

use super::clock::Clock;
use super::kinds::SilenceState;
use super::pattern::Pattern;
use super::verdict::SilenceFinding;
use crate::playbook::TrajectoryPolicy;
use crate::values::decimal::to_f64;
use crate::values::{Date, Estimate};

pub(super) fn silence_of(
    pattern: Option<&Pattern>,
    last: Option<Date>,
    clock: &Clock,
    policy: &TrajectoryPolicy,
    as_of: Date,
) -> SilenceFinding {
    let silence = last.map(|last| as_of.days_since(last));
    let mut finding = SilenceFinding {
        state: SilenceState::Unknown,
        days: silence.and_then(|days| u32::try_from(days).ok()),
        probability: None,
        intervals: 0,
        as_long: 0,
        overdue_from: None,
        season_adjusted: false,
    };
    let Some(pattern) = pattern else { return finding };
    let probability = pattern.silence(clock, as_of);
    let (overdue, long) = (to_f64(policy.overdue_probability.value()), to_f64(policy.long_probability.value()));
    let is_overdue =
        |day: Date| pattern.silence(clock, day) < overdue && !was_silent_before(pattern, clock, day, overdue);
    finding.state = match probability {
        _ if is_overdue(as_of) => SilenceState::Overdue,
        _ if probability < long => SilenceState::Long,
        _ => SilenceState::Usual,
    };
    finding.probability = Some(Estimate::rounded(probability));
    finding.intervals = pattern.lengths.len();
    finding.as_long = as_long(pattern, clock, as_of);
    finding.overdue_from = Some(Clock::first_day_after(pattern.last, is_overdue));
    finding.season_adjusted = clock.is_seasonal();
    finding
}

/// How many intervals were at least as long as the silence up to a day, on the clock.
fn as_long(pattern: &Pattern, clock: &Clock, until: Date) -> usize {
    let silence = clock.between(pattern.last, until);
    pattern.lengths.iter().filter(|length| **length >= silence).count()
}

/// Whether more than so small a share of its own intervals were as long, and more than one of them, which might have been an
/// accident: an account that keeps coming back after such silences is not alarming.
fn was_silent_before(pattern: &Pattern, clock: &Clock, until: Date, share: f64) -> bool {
    let as_long = as_long(pattern, clock, until);
    as_long >= 2 && as_long as f64 > share * pattern.lengths.len() as f64
}
