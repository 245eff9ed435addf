//! Hysteresis: a change of phase counts only after several checks in a row agree.
//!
//! Two kinds of change are facts, not estimates. Whoever orders is no prospect any more, and an order ends a silence:
//! these count at once. A check that finds the account detached also agrees that it is at high risk, so that a growing
//! silence is not held up by passing from one to the other.

use super::phase::LifecyclePhase;

/// The phase that counts at a check, and the index of the first check of the run that made it count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Confirmed {
    pub(super) phase: LifecyclePhase,
    pub(super) since: usize,
}

/// The phase that counts at each of the checks, oldest first; the oldest is taken as it stands.
pub(super) fn confirm(raw: &[LifecyclePhase], confirmations: usize) -> Vec<Confirmed> {
    let mut counts: Vec<Confirmed> = Vec::with_capacity(raw.len());
    for (index, phase) in raw.iter().enumerate() {
        let next = match counts.last() {
            None => Confirmed { phase: *phase, since: index },
            Some(before) => step(*before, raw.get(..=index).unwrap_or_default(), confirmations),
        };
        counts.push(next);
    }
    counts
}

/// The phase after the last of some checks, given the phase before it.
fn step(before: Confirmed, raw: &[LifecyclePhase], confirmations: usize) -> Confirmed {
    let Some((now, earlier)) = raw.split_last() else { return before };
    if *now == before.phase {
        return before;
    }
    let ordered = match before.phase {
        LifecyclePhase::Prospect => true,
        phase => phase.is_silence() && !now.is_silence(),
    };
    if ordered {
        return Confirmed { phase: *now, since: earlier.len() };
    }
    let milder = (*now == LifecyclePhase::Detached).then_some(LifecyclePhase::HighRisk);
    let candidates = [Some(*now), milder.filter(|phase| *phase != before.phase)];
    for phase in candidates.into_iter().flatten() {
        let run = raw.iter().rev().take_while(|raw| agrees(**raw, phase)).count();
        if run >= confirmations {
            return Confirmed { phase, since: raw.len().saturating_sub(run) };
        }
    }
    before
}

fn agrees(raw: LifecyclePhase, phase: LifecyclePhase) -> bool {
    raw == phase || (phase == LifecyclePhase::HighRisk && raw == LifecyclePhase::Detached)
}
