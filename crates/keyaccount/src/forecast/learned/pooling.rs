//! How far the segments of a stage differ by more than chance, and so how much each is to be pulled to the whole.
//!
//! The segments' true rates are taken to be spread like a beta distribution about the stage's rate. Its spread is the
//! intra-class correlation `ρ`, estimated by moments (Kleinman 1973, with each segment weighted by its number `n`): with
//! `p̂` the pooled rate, `N = Σn` and `k` segments,
//!
//! ```text
//! S = Σ n (p − p̂)²,   E[S] = p̂(1 − p̂) · ((1 − ρ)(k − 1) + ρ (N − Σn²/N))
//! ```
//!
//! is solved for `ρ`. The strength of the segments' prior, as a number of decided opportunities, is `1/ρ − 1`. No spread
//! beyond chance would make it infinite, and every segment the whole to the last digit; but the stage's own rate is only
//! known as well as its posterior tells, so the strength never passes that. It is never below one either, so that a
//! segment with a single decision is not taken for certain.

use super::evidence::Evidence;
use super::verdict::SegmentPooling;
use crate::values::decimal::to_f64;
use crate::values::{EffectiveCount, Estimate};

/// How the segments' evidence is to be pooled: `whole` is the strength of the stage's posterior, `unmeasured` the
/// strength where the spread cannot be measured.
pub(super) fn pooling<'a>(
    evidence: impl Iterator<Item = &'a Evidence> + Clone,
    whole: f64,
    unmeasured: f64,
) -> SegmentPooling {
    let decided = || evidence.clone().filter(|segment| segment.decided() > 0.0);
    let spread = spread(decided());
    let strength = match spread {
        None => unmeasured,
        Some(spread) if spread > 0.0 => 1.0 / spread - 1.0,
        Some(_) => whole,
    };
    SegmentPooling {
        segments: decided().count(),
        spread: spread.map(Estimate::rounded),
        strength: EffectiveCount::rounded(strength.min(whole).max(1.0)),
    }
}

impl SegmentPooling {
    pub(super) fn strength(&self) -> f64 {
        to_f64(self.strength.value())
    }
}

/// `None` where fewer than two segments have decided opportunities, or none has more than one.
fn spread<'a>(segments: impl Iterator<Item = &'a Evidence> + Clone) -> Option<f64> {
    let (mut count, mut sum, mut squares, mut won) = (0_u32, 0.0, 0.0, 0.0);
    for segment in segments.clone() {
        count = count.saturating_add(1);
        sum += segment.decided();
        squares += segment.decided() * segment.decided();
        won += segment.won;
    }
    if count < 2 {
        return None;
    }
    let pooled = won / sum;
    let by_chance = f64::from(count) - 1.0;
    let beyond = sum - squares / sum - by_chance;
    if beyond <= 0.0 {
        return None;
    }
    let mut scatter = 0.0;
    for segment in segments {
        let distance = segment.won / segment.decided() - pooled;
        scatter += segment.decided() * distance * distance;
    }
    let variance = pooled * (1.0 - pooled);
    // All won or all lost: nothing is spread.
    let correlation = if variance > 0.0 { (scatter / variance - by_chance) / beyond } else { 0.0 };
    Some(correlation.clamp(0.0, 1.0))
}
