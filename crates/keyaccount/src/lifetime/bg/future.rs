//! What purchases an account that is alive will make: prepared once, asked for many times ahead.
//!
//! Over short times there are quick ways: where purchases come at random, the series of [`Alive`]; where they are regular and
//! few events are expected, these are counted one by one, from none upwards, until what is left is negligible. Over long ones
//! [`Cycle`] sums over chances to leave instead; and where parameters are so extreme that it would lose digits, [`Alive`]
//! integrates, and [`Ahead`] sums and integrates over counts.

#![expect(clippy::arithmetic_side_effects, reason = "arithmetic of floats; counts are bounded before")]

use std::cell::OnceCell;

use super::cycle::{Cycle, MOST_PHASES};
use super::expected::Alive;
use super::regular::Ahead;
use crate::lifetime::negative_binomial::NegativeBinomial;
use crate::lifetime::real::ln_gamma;
use crate::lifetime::rising::{STIRLING, stirling_remainder};

/// The most events that are expected where they are counted: the probability of none is still a float.
const MOST_EXPECTED: f64 = 600.0;
/// The most that are counted. Beyond, a cycle costs less.
const MOST_COUNTED: f64 = 1_500.0;
/// What is too little to add.
const NEGLIGIBLE: f64 = 1e-17;

/// The step of the rule in the logarithm of the rate, and in widths of its density; and the most steps to either side.
const STEP: f64 = 0.26;
const STEP_OF_WIDTH: f64 = 0.4;
const MOST_STEPS: u32 = 4_000;
/// No rate is so many times the mean.
const MOST_MEANS: f64 = 40.0;

/// What is known of an account that is alive.
#[derive(Clone, Debug)]
pub(super) struct Future {
    k: u32,
    /// Shape and rate of the rate, had it bought just now.
    shape: f64,
    rate: f64,
    silence: f64,
    leave: f64,
    stay: f64,
    /// How probable each number of events since the last purchase is.
    phases: [f64; MOST_PHASES],
    /// How many are possible.
    possible: usize,
    /// The longest time that will be asked for.
    longest: f64,
    cycle: OnceCell<Option<Cycle>>,
}

impl Future {
    /// As [`Ahead::new`], for any time up to the longest.
    pub(super) fn new(
        k: u32,
        (shape, rate): (f64, f64),
        silence: f64,
        (leave, stay): (f64, f64),
        longest: f64,
    ) -> Self {
        let mut phases = [0.0; MOST_PHASES];
        let (mut weight, mut all, mut possible) = (1.0, 0.0, 0);
        for (place, j) in phases.iter_mut().zip(0..k) {
            if weight <= 0.0 {
                break;
            }
            *place = weight;
            all += weight;
            possible += 1;
            weight *= (shape + f64::from(j)) * silence / (f64::from(j) + 1.0);
        }
        for place in &mut phases {
            *place /= all;
        }
        Self { k, shape, rate, silence, leave, stay, phases, possible, longest, cycle: OnceCell::new() }
    }

    fn phases(&self) -> &[f64] {
        self.phases.get(..self.possible).unwrap_or_default()
    }

    /// The purchases expected in a time.
    pub(super) fn expected(&self, time: f64) -> f64 {
        let pace = time / self.rate;
        if pace <= 0.0 {
            return 0.0;
        }
        if self.k == 1 {
            let alive = Alive { shape: self.shape, rate: self.rate, leave: self.leave, stay: self.stay };
            return alive.series(time).or_else(|| self.by_cycle(time)).unwrap_or_else(|| alive.integral(time));
        }
        let mean = (self.shape + f64::from(self.k)) * pace;
        let spread = libm::sqrt(self.shape) * pace.max(libm::sqrt(pace));
        if mean < MOST_EXPECTED && mean + 8.0 * spread + 37.0 * pace < MOST_COUNTED {
            return self.counted(pace);
        }
        self.by_cycle(time).unwrap_or_else(|| self.ahead(time).expected())
    }

    /// The purchases expected for ever, discounted at a rate: given the rate λ an event is worth z = λ/(λ+δ) of the one before
    /// it, so that with j events since the last purchase they come to z^(k−j) (1 + q zᵏ + q² z²ᵏ …) = z^(k−j) / (1 − q zᵏ).
    /// The mean over λ is taken in its logarithm, where the integrand is analytic within π/2 of the real line, by the
    /// trapezoidal rule. None where parameters are too extreme.
    pub(super) fn discounted(&self, rate: f64) -> Option<f64> {
        let order = f64::from(self.k);
        // The discount in units of the mean of the rate.
        let discount = rate * self.rate / self.shape;
        let most = MOST_MEANS * (1.0 + 1.0 / self.shape) / discount;
        let cycle = Cycle::new(self.k as usize, self.shape, self.phases(), (self.leave, self.stay), most.max(2.0))?;
        let term = |v: f64| {
            let pace = libm::exp(v);
            let density = libm::exp(-self.shape * (libm::expm1(v) - v));
            let log = libm::log1p(discount / pace);
            let z = libm::exp(-log);
            let again = libm::exp(-order * log);
            let gap = -libm::expm1(-order * log);
            // Σ z^(k−j) over the events since the last purchase, which are more where the rate is high.
            let more = self.silence * self.shape * pace;
            let (mut phase, mut sum, mut all) = (1.0, 0.0, again);
            for j in 0..self.possible {
                sum += phase * all;
                all /= z;
                phase *= more / (j as f64 + 1.0);
            }
            density * sum * cycle.series((gap, again))
        };
        // Events since the last purchase, and those that are still to come, make the density of the rate narrower.
        let narrowest = self.shape + order;
        let step = STEP.min(STEP_OF_WIDTH / libm::sqrt(narrowest));
        let mut sum = term(0.0);
        for side in [step, -step] {
            let mut v = 0.0;
            for _ in 0..MOST_STEPS {
                v += side;
                let part = term(v);
                sum += part;
                if part <= NEGLIGIBLE * sum && v.abs() > 1.0 / self.shape.max(1.0) {
                    break;
                }
            }
        }
        // ∫ e^(−R (eᵛ − 1 − v)) dv, and Σ (R)ⱼ/j! (silence)ʲ.
        let shape = self.shape;
        let all = if shape < STIRLING {
            ln_gamma(shape) + shape - shape * libm::log(shape)
        } else {
            0.5 * libm::log(std::f64::consts::TAU / shape) + stirling_remainder(shape)
        };
        let none = self.phases.first().copied().unwrap_or(1.0);
        Some(sum * step * none / libm::exp(all)).filter(|sum| sum.is_finite())
    }

    /// By the cycle, which is prepared when it is first asked for.
    fn by_cycle(&self, time: f64) -> Option<f64> {
        let new = || {
            let order = f64::from(self.k);
            let most = (self.shape + order) * (self.longest.max(time) / self.rate) / order;
            Cycle::new(self.k as usize, self.shape, self.phases(), (self.leave, self.stay), most.max(2.0))
        };
        self.cycle.get_or_init(new).as_ref()?.expected(time / self.rate)
    }

    /// The purchases expected, event by event: Σ P(M = m) (β₁ + … + β_m).
    fn counted(&self, pace: f64) -> f64 {
        let mut here = self.start(pace);
        let go = pace / (1.0 + pace);
        let slowest = |n: f64| go.max(go * (self.shape + n) / (n + 2.0 - f64::from(self.k)));
        let here = here.get_mut(..self.possible).unwrap_or_default();
        let (mut sum, mut bucket) = (0.0, 0.0);
        let (mut stayed, mut purchases) = (1.0, 0.0);
        let (mut made, mut step, mut n) = (0.0, 0, 0.0);
        loop {
            // Those with j events since the last purchase, and n − j events ahead.
            let grow = go * (self.shape + (n - 1.0));
            let mut j = 0.0;
            for place in here.iter_mut() {
                if n > j {
                    *place *= grow / (n - j);
                }
                if n >= j {
                    bucket += *place;
                }
                j += 1.0;
            }
            n += 1.0;
            step += 1;
            if step < self.k {
                continue;
            }
            let part = bucket * purchases;
            sum += part;
            if made >= 1.0 {
                let slowest = slowest(n);
                let rest = 1.0 - slowest;
                if slowest < 1.0 && part <= NEGLIGIBLE * rest * rest * sum {
                    return sum;
                }
            }
            made += 1.0;
            purchases += stayed;
            stayed *= (self.stay + (made - 1.0)) / (self.leave + self.stay + (made - 1.0));
            bucket = 0.0;
            step = 0;
        }
    }

    /// For each number of events since the last purchase, its probability together with that of no event ahead.
    fn start(&self, pace: f64) -> [f64; MOST_PHASES] {
        let stay = 1.0 / (1.0 + pace);
        let mut none = libm::exp(-self.shape * libm::log1p(pace));
        let mut start = self.phases;
        for place in &mut start {
            *place *= none;
            none *= stay;
        }
        start
    }

    /// The probability of at least one purchase in a time.
    pub(super) fn buys(&self, time: f64) -> f64 {
        let pace = time / self.rate;
        if pace <= 0.0 {
            return 0.0;
        }
        if self.k == 1 {
            return -libm::expm1(-self.shape * libm::log1p(pace));
        }
        let mut here = self.start(pace);
        let go = pace / (1.0 + pace);
        let mut none = 0.0;
        for n in 0..self.k {
            let n = f64::from(n);
            let grow = go * (self.shape + (n - 1.0));
            let mut j = 0.0;
            for place in here.iter_mut().take(self.possible) {
                if n > j {
                    *place *= grow / (n - j);
                }
                if n >= j {
                    none += *place;
                }
                j += 1.0;
            }
        }
        if none < 0.9 {
            return 1.0 - none;
        }
        let order = f64::from(self.k);
        let phases = self.phases().iter().zip(0_u32..);
        let chance = phases.map(|(weight, j)| {
            let j = f64::from(j);
            weight * NegativeBinomial::new(self.shape + j, self.rate, time).at_least(order - j)
        });
        chance.sum::<f64>().min(1.0)
    }

    /// By counts.
    pub(super) fn ahead(&self, time: f64) -> Ahead {
        Ahead::new(self.k, (self.shape, self.rate), self.silence, (self.leave, self.stay), time)
    }
}
