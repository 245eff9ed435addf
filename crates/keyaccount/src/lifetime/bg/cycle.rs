//! The expected purchases of an account that is alive over long times, without summing over events.
//!
//! Given the rate λ and the chance to stay q = 1 − p, purchases come from a chain of k phases that an event takes one step on,
//! and each k-th step goes on with the chance q. Its eigenvalues are λ(sω − 1), where s = q^(1/k) and ω runs over the k-th
//! roots of one, so that with j events since the last purchase
//!
//! > E[purchases by t] = s^(j+1−k)/k · Σ_ω ω^(j+1) (1 − e^(−λt(1−sω))) / (1 − sω),
//!
//! and with λ ~ Gamma(R+j, A) the exponential becomes (1 + (1−sω) t/A)^(−R−j). What is left is the expectation over
//! q ~ Beta(B, a). Over the logit of p its integrand is analytic within π of the real line, so that the trapezoidal rule
//! converges exponentially; and neither its points nor their weights depend on the time.

#![expect(clippy::arithmetic_side_effects, reason = "arithmetic of floats; counts are bounded before")]

use super::expected::Density;

/// The step of the rule in the logit, and in widths of the density.
const STEP: f64 = 0.26;
const STEP_OF_WIDTH: f64 = 0.4;
/// What is too little to add.
const NEGLIGIBLE: f64 = 1e-17;
/// Beyond so many e-folds nothing is left.
const CUT: f64 = 38.0;
/// The most points; usual are about a hundred.
const MOST_POINTS: usize = 1_500;
/// The least shape: for smaller ones the parts cancel.
const LEAST_SHAPE: f64 = 0.01;
/// How much larger than the sum its parts may be, as the mean of s to the power k − 1 tells.
const MOST_LOST: f64 = 100.0;
/// The most phases.
pub(super) const MOST_PHASES: usize = 12;

/// An account that is alive, prepared for any time up to a longest one.
#[derive(Clone, Debug)]
pub(super) struct Cycle {
    /// The shape of the rate.
    shape: f64,
    k: usize,
    points: Vec<Point>,
    /// Pairs of roots of one other than 1 itself, and −1.
    roots: Vec<Root>,
    /// The sum over those of what the time does not change.
    constant: f64,
    /// Whether the parts of the expectation do not cancel.
    keeps_digits: bool,
}

/// A chance to leave.
#[derive(Clone, Copy, Debug)]
struct Point {
    /// The weight of the point.
    weight: f64,
    /// The chance to leave.
    leaves: f64,
    /// s.
    s: f64,
    /// 1 − s.
    gap: f64,
    /// By the number of events since the last purchase: the weight of the point, of the number, and s^(j+1−k)/k.
    weights: [f64; MOST_PHASES],
}

#[derive(Clone, Copy, Debug)]
struct Root {
    cos: f64,
    sin: f64,
    /// How often it counts: a pair twice.
    times: f64,
}

impl Cycle {
    /// `phases` are the probabilities of 0, 1 … k − 1 events since the last purchase; `most` is as many purchases as the longest
    /// time may be expected to bring, above 1. None where it takes too many points.
    pub(super) fn new(k: usize, shape: f64, phases: &[f64], (leave, stay): (f64, f64), most: f64) -> Option<Self> {
        if k < 1 || phases.len() > MOST_PHASES {
            return None;
        }
        let density = Density::new(leave, stay);
        let order = k as f64;
        let lost = libm::pow(density.q0, (1.0 - order) / order);
        let keeps_digits = k == 1 || (shape >= LEAST_SHAPE && lost <= MOST_LOST);
        let step = STEP.min(STEP_OF_WIDTH * libm::sqrt((leave + stay) / (leave * stay)));
        let mut points = Vec::with_capacity(128);
        let mut mass = 0.0;
        let mut add = |v: f64, closing: f64, mass: &mut f64| {
            let at = density.at(v);
            let weight = at.density * closing;
            *mass += weight;
            let log = if at.p < 0.5 { libm::log1p(-at.p) } else { libm::log(at.q) } / order;
            let s = libm::exp(log);
            let mut weights = [0.0; MOST_PHASES];
            let mut power = weight / order;
            let last = phases.len().saturating_sub(1);
            for _ in phases.len()..k {
                power /= s;
            }
            for (place, phase) in weights.iter_mut().zip(phases).take(last + 1).rev() {
                *place = power * phase;
                power /= s;
            }
            points.push(Point { weight, leaves: at.p, s, gap: -libm::expm1(log), weights });
            points.len() <= MOST_POINTS
        };
        // To the right, where purchases are few. At random they are a series in q, and the sum of a power of q is geometric.
        let mut v = density.center;
        let mut is_last = false;
        loop {
            let closing = if is_last { -1.0 / libm::expm1(-stay * step) } else { 1.0 };
            if !add(v, closing, &mut mass) {
                return None;
            }
            if is_last {
                break;
            }
            v += step;
            let at = density.at(v);
            is_last = k == 1 && at.density * at.q < NEGLIGIBLE * mass;
            if v > density.center + step && at.density < NEGLIGIBLE * mass * (stay * step).min(1.0) {
                break;
            }
        }
        // To the left, until p does not limit purchases even in the longest time; from there on the integrand is a power of p,
        // whose sum is geometric. Purchases are no more than in proportion to 1 / p: a density that falls faster ends it before.
        let limit = density.at(density.center.min(-libm::log(most))).density;
        v = density.center;
        loop {
            v -= step;
            let at = density.at(v);
            let small = at.p * most.max(stay);
            let is_last = small < 1.0 && at.density * small < NEGLIGIBLE * limit;
            let closing = if is_last { -1.0 / libm::expm1(-leave * step) } else { 1.0 };
            if !add(v, closing, &mut mass) {
                return None;
            }
            if is_last || at.density * (1.0 - density.q0) < NEGLIGIBLE * mass * at.p {
                break;
            }
        }
        for point in &mut points {
            point.weight /= mass;
            for weight in &mut point.weights {
                *weight /= mass;
            }
        }
        let roots = (1..=k / 2)
            .map(|l| {
                let angle = std::f64::consts::TAU * l as f64 / order;
                let is_real = 2 * l == k;
                let (cos, sin) = if is_real { (-1.0, 0.0) } else { (libm::cos(angle), libm::sin(angle)) };
                Root { cos, sin, times: if is_real { 1.0 } else { 2.0 } }
            })
            .collect();
        let mut cycle = Self { shape, k, points, roots, constant: 0.0, keeps_digits };
        cycle.constant = cycle.roots.iter().map(|root| cycle.of_root(root, None)).sum();
        Some(cycle)
    }

    /// The expected purchases in a time that is so many times the rate of the rate; none where parts of it would cancel.
    pub(super) fn expected(&self, pace: f64) -> Option<f64> {
        if !self.keeps_digits {
            return None;
        }
        let mut sum = 0.0;
        for point in &self.points {
            let far = pace * point.gap;
            let less = far / (1.0 + far);
            let inverse = 1.0 / (1.0 + far);
            // 1 − (1 + far)^(−R−j), from one number of events to the next.
            let mut gone = -libm::expm1(-self.shape * libm::log1p(far));
            let mut left = 1.0 - gone;
            let mut part = 0.0;
            for weight in point.weights.iter().take(self.k) {
                part += weight * gone;
                gone += left * less;
                left *= inverse;
            }
            sum += part / point.gap;
        }
        for root in &self.roots {
            let nearest = if root.cos > 0.0 { (1.0 + pace) * root.sin } else { 1.0 + pace };
            if self.shape * libm::log(nearest) < CUT {
                sum -= self.of_root(root, Some(pace));
            }
        }
        Some(sum + self.constant)
    }

    /// The expected 1 / (1 − q x), where 1 − x and x are given: what Σ q^y x^y comes to, of purchases each of which is worth x
    /// times as much as the one before.
    pub(super) fn series(&self, (gap, x): (f64, f64)) -> f64 {
        self.points.iter().map(|point| point.weight / (gap + point.leaves * x)).sum()
    }

    /// What a root adds, Re Σ ω^(j+1) X^(−R−j) / (1 − sω) with X = 1 + (1−sω) t/A; X is 1 where no time is given.
    fn of_root(&self, root: &Root, pace: Option<f64>) -> f64 {
        let mut sum = 0.0;
        for point in &self.points {
            // 1 − sω, and its inverse times ω.
            let (re, im) = (1.0 - point.s * root.cos, -point.s * root.sin);
            let square = re * re + im * im;
            let mut term = ((root.cos * re + root.sin * im) / square, (root.sin * re - root.cos * im) / square);
            let mut step = (root.cos, root.sin);
            if let Some(pace) = pace {
                let (x, y) = (1.0 + pace * re, pace * im);
                let square = x * x + y * y;
                let size = libm::exp(-0.5 * self.shape * libm::log(square));
                if root.sin > 0.0 {
                    let turn = -self.shape * libm::atan2(y, x);
                    term = times(term, (size * libm::cos(turn), size * libm::sin(turn)));
                } else {
                    term = (term.0 * size, term.1 * size);
                }
                step = times(step, (x / square, -y / square));
            }
            let mut part = 0.0;
            for weight in point.weights.iter().take(self.k) {
                part += weight * term.0;
                term = times(term, step);
            }
            sum += part;
        }
        sum * root.times
    }
}

fn times((a, b): (f64, f64), (c, d): (f64, f64)) -> (f64, f64) {
    (a * c - b * d, a * d + b * c)
}
