//! How usual the silence since the last order is.

use super::clock::Clock;
use super::pattern::Pattern;
use super::verdict::{SilenceFinding, SilenceState};
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
    let Some((pattern, silence)) = pattern.zip(silence) else { return finding };
    let probability = pattern.silence(clock, as_of);
    let (overdue, long) = (to_f64(policy.overdue_probability.value()), to_f64(policy.long_probability.value()));
    finding.state = match probability {
        _ if probability < overdue => SilenceState::Overdue,
        _ if probability < long => SilenceState::Long,
        _ => SilenceState::Usual,
    };
    finding.probability = Some(Estimate::rounded(probability));
    finding.intervals = pattern.days.len();
    finding.as_long = pattern.days.iter().filter(|days| **days >= silence).count();
    finding.overdue_from = Some(Clock::first_day_after(pattern.last, |day| pattern.silence(clock, day) < overdue));
    finding.season_adjusted = clock.is_seasonal();
    finding
}
