//! What an account's own intervals tell of the next one: a predictive distribution that is honest about few intervals.
//!
//! Intervals are taken as gamma distributed with shape k (1 is chance, as in the Poisson process; large is clockwork: the
//! condensed processes of Chatfield and Goodhardt, 1973) and rate λ. λ has the scale-free prior 1/λ and goes out by
//! integration: of n intervals that sum to S, the sum of the next j intervals, T, has T/(S + T) beta distributed with
//! shapes jk and nk, exactly. k has a log-normal prior on a grid, and the weight that the intervals give it:
//! (Π x)^(k−1) Γ(nk) / (Γ(k)^n S^(nk)). So three intervals lead to wide tails, twenty to those of the gamma distribution
//! itself, and nothing is plugged in.

use crate::forecast::learned::beta::BetaDistribution;
use crate::playbook::TrajectoryPolicy;
use crate::values::decimal::to_f64;

/// Steps of the grid of shapes below and above 1: half an octave each, from ⅛ to 128.
const GRID: std::ops::RangeInclusive<i32> = -6..=14;
/// Half of the logarithm of two.
const STEP: f64 = 0.346_573_590_279_972_64;
/// Shapes of less weight than this, relative to the heaviest, change no digit that is shown.
const NEGLIGIBLE: f64 = 1e-15;

/// A shape, and how much the intervals and the prior speak for it.
#[derive(Clone, Copy, Debug)]
struct Weighed {
    shape: f64,
    weight: f64,
}

/// The predictive distribution of the intervals to come.
#[derive(Clone, Debug)]
pub(super) struct IntervalLaw {
    count: f64,
    total: f64,
    shapes: Vec<Weighed>,
}

impl IntervalLaw {
    /// From intervals above zero in the order of time; none without intervals.
    pub(super) fn of(lengths: &[f64], policy: &TrajectoryPolicy) -> Option<Self> {
        if lengths.is_empty() || lengths.iter().any(|length| !length.is_finite() || *length <= 0.0) {
            return None;
        }
        let count = lengths.len() as f64;
        let total: f64 = lengths.iter().sum();
        // In units of the mean, so that a change of the unit of time changes nothing.
        let logarithms: f64 = lengths.iter().map(|length| libm::log(*length * count / total)).sum();
        let usual = libm::log(to_f64(policy.usual_regularity.value()));
        let spread = to_f64(policy.regularity_spread.value());
        let evidence = |step: i32| {
            let logarithm = f64::from(step) * STEP;
            let shape = libm::exp(logarithm);
            let off = (logarithm - usual) / spread;
            let likelihood = (shape - 1.0) * logarithms + libm::lgamma(count * shape)
                - count * libm::lgamma(shape)
                - count * shape * libm::log(count);
            (shape, likelihood - 0.5 * off * off)
        };
        let grid: Vec<(f64, f64)> = GRID.map(evidence).collect();
        let most = grid.iter().map(|(_, evidence)| *evidence).fold(f64::NEG_INFINITY, f64::max);
        let mut shapes: Vec<Weighed> = grid
            .into_iter()
            .map(|(shape, evidence)| Weighed { shape, weight: libm::exp(evidence - most) })
            .filter(|weighed| weighed.weight >= NEGLIGIBLE)
            .collect();
        let sum: f64 = shapes.iter().map(|weighed| weighed.weight).sum();
        for weighed in &mut shapes {
            weighed.weight /= sum;
        }
        Some(Self { count, total, shapes })
    }

    /// How probable it is that the next `orders` intervals together last longer than some time.
    pub(super) fn survival(&self, orders: u32, time: f64) -> f64 {
        if time <= 0.0 || orders == 0 {
            return if time < 0.0 || orders > 0 { 1.0 } else { 0.0 };
        }
        let part = self.total / (self.total + time);
        let beyond = self.shapes.iter().filter_map(|Weighed { shape, weight }| {
            let law = BetaDistribution::of(self.count * shape, f64::from(orders) * shape)?;
            Some(weight * law.cdf(part))
        });
        beyond.sum::<f64>().clamp(0.0, 1.0)
    }

    /// The time within which the next `orders` intervals are over with a probability, to half a unit.
    pub(super) fn quantile(&self, orders: u32, probability: f64) -> f64 {
        const RESOLUTION: f64 = 0.5;
        /// Each doubling of the bracket starts at the mean; the tails of a single interval need some of them.
        const MOST_DOUBLINGS: u32 = 40;
        let (mut low, mut high) = (0.0, self.total / self.count * f64::from(orders));
        for _ in 0..MOST_DOUBLINGS {
            if self.survival(orders, high) <= 1.0 - probability {
                break;
            }
            low = high;
            high *= 2.0;
        }
        while high - low > RESOLUTION {
            let middle = (low + high) / 2.0;
            // A bracket that cannot be halved any more is as narrow as numbers are.
            if middle <= low || middle >= high {
                break;
            }
            if self.survival(orders, middle) <= 1.0 - probability {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// The shape that the true one lies at or below with a probability, linear between the steps of the grid.
    pub(super) fn shape(&self, probability: f64) -> f64 {
        let mut below = 0.0;
        for Weighed { shape, weight } in &self.shapes {
            if below + weight >= probability {
                let within = (probability - below) / weight;
                return shape * libm::exp(STEP * (within - 0.5));
            }
            below += weight;
        }
        self.shapes.last().map_or(1.0, |weighed| weighed.shape)
    }
}
