//! What the opportunities that entered a stage tell of its win rate, with the undecided as what they are.
//!
//! Aalen–Johansen gives every decided opportunity a weight: `S(t−) / n(t)`, its part of those that nothing had ended
//! before. One that was decided late carries the weight of those that were last seen undecided earlier. The rate is the
//! weight of the won ones in that of all decided ones. What is undecided for longer than anything was seen to take
//! (`undecided_share`) tells nothing, so it is taken to go the way of the rest.
//!
//! Unequal weights tell less than equal ones. How many equal ones they are worth is Kish's number, `(Σw)² / Σw²`. With
//! nothing censored all weights are equal: rate and number are then those of the decided opportunities, to the digit.

use super::verdict::DecisionCounts;
use crate::funnel::{Curve, DayTally, LOST, REACHED};
use crate::values::decimal::to_f64;
use crate::values::{EffectiveCount, Estimate};

/// The counts, and how many equally weighted won and lost ones they are worth.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    pub(super) counts: DecisionCounts,
    pub(super) won: f64,
    pub(super) lost: f64,
}

impl Evidence {
    pub(super) fn of(tally: &DayTally<2>) -> Self {
        let total = tally.total();
        let [won, lost] = [total.finished.get(REACHED), total.finished.get(LOST)].map(|n| n.copied().unwrap_or(0));
        let curve = Curve::of(tally);
        let (mut survival, mut squares, mut weights) = (1.0, 0.0, [0.0; 2]);
        for point in curve.points() {
            let weight = survival / point.at_risk as f64;
            squares += point.counts.all_finished() as f64 * weight * weight;
            (survival, weights) = (point.survival, point.incidence);
        }
        let [winning, losing] = weights;
        let decided = winning + losing;
        let rate = (won > 0 || lost > 0).then(|| winning / decided);
        // Kish's number cannot pass that of the decided; rounding may.
        let worth = if squares > 0.0 { (decided * decided / squares).min(total.all_finished() as f64) } else { 0.0 };
        // What is published is what the posterior is computed from: it can be followed from the digits.
        let effective_decided = EffectiveCount::rounded(worth);
        let effective_won = EffectiveCount::rounded(worth * rate.unwrap_or(0.0));
        let (decided, won_ones) = (to_f64(effective_decided.value()), to_f64(effective_won.value()));
        let counts = DecisionCounts {
            entered: total.observed(),
            won,
            lost,
            open: total.censored,
            effective_decided,
            effective_won,
            observed_rate: rate.map(Estimate::rounded),
            undecided_share: (total.observed() > 0).then(|| Estimate::rounded(survival)),
        };
        Self { counts, won: won_ones, lost: (decided - won_ones).max(0.0) }
    }

    pub(super) fn decided(&self) -> f64 {
        self.won + self.lost
    }
}
