//! Hysteresis: a change of phase counts only after several checks in a row agree.
//!
//! The phases have an order of health, and checks agree on what they have in common: one that finds the account
//! detached also says that it is at least at high risk, one that finds it growing also says that it does not decline.
//! So a silence that grows, or a recovery in steps, is not held up by passing from one phase to the next.
//!
//! Two kinds of change are facts, not estimates, and count at once: whoever orders is no prospect any more, and an
//! order ends a silence. That somebody has fallen silent right after the first orders is an estimate all the same:
//! until it is confirmed, the account is being acquired.

use super::phase::LifecyclePhase;

/// The phase that counts at a check, and how it came to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Confirmed {
    pub(super) phase: LifecyclePhase,
    /// The index of the first check of the run that made it count.
    pub(super) since: usize,
    /// The index of the check from which on it counted.
    pub(super) at: usize,
    /// Whether it counted at once, because an order made it so.
    pub(super) at_once: bool,
}

/// The phase that counts at each of the checks, oldest first; the oldest is taken as it stands.
pub(super) fn confirm(raw: &[LifecyclePhase], confirmations: usize) -> Vec<Confirmed> {
    let mut counts: Vec<Confirmed> = Vec::with_capacity(raw.len());
    for (index, phase) in raw.iter().enumerate() {
        let next = match counts.last() {
            None => Confirmed { phase: *phase, since: index, at: index, at_once: false },
            Some(before) => step(*before, raw.get(..=index).unwrap_or_default(), confirmations.max(1)),
        };
        counts.push(next);
    }
    counts
}

/// The phase after the last of some checks, given the phase before it.
fn step(before: Confirmed, raw: &[LifecyclePhase], confirmations: usize) -> Confirmed {
    let Some((now, earlier)) = raw.split_last() else { return before };
    let is_prospect = |phase: &LifecyclePhase| *phase == LifecyclePhase::Prospect;
    let ordered = match before.phase {
        LifecyclePhase::Prospect => !is_prospect(now),
        phase => phase.is_silence() && !now.is_silence(),
    };
    if ordered {
        let phase = if now.is_silence() && confirmations > 1 { LifecyclePhase::Acquisition } else { *now };
        return Confirmed { phase, since: earlier.len(), at: earlier.len(), at_once: true };
    }
    let latest = || raw.iter().rev().take(confirmations);
    // A check from before the first order agrees with nothing that came after.
    if raw.len() < confirmations || latest().any(is_prospect) {
        return before;
    }
    // The least change that the latest checks all make.
    let (worst, best) = (latest().min_by_key(|phase| health(**phase)), latest().max_by_key(|phase| health(**phase)));
    let target = match (worst, best) {
        (Some(worst), _) if health(*worst) > health(before.phase) => *worst,
        (_, Some(best)) if health(*best) < health(before.phase) => *best,
        _ => return before,
    };
    let improves = health(target) > health(before.phase);
    let agrees = |phase: &&LifecyclePhase| match improves {
        true => health(**phase) >= health(target),
        false => health(**phase) <= health(target) && !is_prospect(phase),
    };
    let run = raw.iter().rev().take_while(agrees).count();
    Confirmed { phase: target, since: raw.len().saturating_sub(run), at: earlier.len(), at_once: false }
}

/// The order of health. A prospect comes last: it has nothing to lose yet, and leaves its place with the first order.
pub(super) const fn health(phase: LifecyclePhase) -> u8 {
    match phase {
        LifecyclePhase::Prospect => 0,
        LifecyclePhase::Detached => 1,
        LifecyclePhase::HighRisk => 2,
        LifecyclePhase::Decline => 3,
        LifecyclePhase::Acquisition => 4,
        LifecyclePhase::Mature => 5,
        LifecyclePhase::Growth => 6,
    }
}
