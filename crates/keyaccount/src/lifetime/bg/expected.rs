//! Expected purchases of an account that is alive, where purchases come at random (k = 1).
//!
//! With the rate λ ~ Gamma(R, A) and the chance to leave p ~ Beta(a, B) it is E[(1 − e^(−λpt)) / p], over p
//!
//! > E[(1 − (1 + pt/A)⁻ᴿ) / p].
//!
//! The papers write it with a hypergeometric function over a − 1. Euler's transformation takes the factor a − 1 out of both
//! parts; with z = t/(A+t) and C = a + B − 1
//!
//! > C · (1 − (1−z)ᵃ⁻¹)/(a−1) − (1−z)ᵃ⁻¹ Σ_{n≥1} (C−R)ₙ (a)ₙ₋₁ / ((C+1)ₙ₋₁ n!) zⁿ,
//!
//! which is what is computed where the series is short and the difference keeps its digits. Elsewhere the expectation over p
//! is integrated, in which every part is positive.

use crate::lifetime::quadrature::integrals;

/// What is known of an account that is alive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alive {
    /// The shape of its rate (R).
    pub shape: f64,
    /// The rate of its rate (A).
    pub rate: f64,
    /// The first shape of its chance to leave (a).
    pub leave: f64,
    /// The second shape of its chance to leave (B).
    pub stay: f64,
}

/// The most terms of the series.
const MOST_TERMS: u32 = 10_000;
/// How much larger than the difference its parts may be: nearly two digits are lost.
const MOST_LOST: f64 = 50.0;
/// How far out, in logits, a number does not differ from its limit.
const FAR: f64 = 38.0;
/// What is too little to add.
const NEGLIGIBLE: f64 = 1e-18;
/// Panels of the integral at most, on either side; some ten are usual, some sixty where shapes are tiny.
const MOST_PANELS: u32 = 2_000;
/// Beyond this the factor (1−z)ᵃ⁻¹ is no help.
const STEEPEST: f64 = 30.0;

impl Alive {
    /// The purchases expected in a time above zero, by the series; none where it is long or loses digits.
    pub(super) fn series(&self, time: f64) -> Option<f64> {
        let Self { shape, rate, leave, stay } = *self;
        let log = libm::log1p(time / rate);
        let less = leave - 1.0;
        let steep = less * log;
        if steep.abs() > STEEPEST || log > 5.5 {
            return None;
        }
        let z = time / (rate + time);
        // (1 − (1−z)^(a−1)) / (a−1), which has a limit at a = 1.
        let first = if steep.abs() < 1e-9 { log * (1.0 - 0.5 * steep) } else { -libm::expm1(-steep) / less };
        let all = leave + stay - 1.0;
        let difference = all - shape;
        let mut term = difference * z;
        let (mut sum, mut size) = (term, term.abs());
        let mut n = 1.0;
        for _ in 0..MOST_TERMS {
            let ratio = (difference + n) * (leave + (n - 1.0)) * z / ((all + n) * (n + 1.0));
            term *= ratio;
            sum += term;
            size += term.abs();
            n += 1.0;
            // From here on the terms shrink at least as fast as now or as a geometric series of ratio z.
            let slowest = ratio.abs().max(z);
            if term.abs() <= 1e-17 * size * (1.0 - slowest) && n > -difference {
                let factor = libm::exp(-steep);
                let result = all * first - factor * sum;
                let parts = (all * first).abs() + factor * size;
                return (result * MOST_LOST > parts).then_some(result);
            }
        }
        None
    }

    /// By integrating over the logit of the chance to leave.
    pub(super) fn integral(&self, time: f64) -> f64 {
        let density = Density::new(self.leave, self.stay);
        let pace = time / self.rate;
        let at = |v: f64| {
            let point = density.at(v);
            let purchases = -libm::expm1(-self.shape * libm::log1p(point.p * pace)) / point.p;
            (point, [point.density, point.density * purchases])
        };
        let mut sum = [0.0; 2];
        let panel = 2.0 * density.width;
        // To the right purchases do not rise. Far out p is one, and the density a power of 1 − p.
        let end = density.center.max(0.0) + FAR;
        let mut edge = density.center;
        for _ in 0..MOST_PANELS {
            sum = add(sum, integrals(edge, edge + panel, |v| at(v).1));
            edge += panel;
            let (point, [mass, purchases]) = at(edge);
            let fall = self.stay * point.p - self.leave * point.q;
            let small = NEGLIGIBLE * fall;
            if edge > end || (fall > 0.5 && mass < small * sum[0] && purchases < small * sum[1]) {
                sum = add(sum, [mass / self.stay, purchases / self.stay]);
                break;
            }
        }
        // To the left purchases rise, no faster than 1 / p, until p does not limit them; there the density is a power of p.
        let limit = -libm::log(pace * self.shape.max(1.0));
        let end = limit.min(density.center) - FAR;
        let mut edge = density.center;
        for _ in 0..MOST_PANELS {
            sum = add(sum, integrals(edge - panel, edge, |v| at(v).1));
            edge -= panel;
            let (point, [mass, purchases]) = at(edge);
            let fall = self.leave * point.q - self.stay * point.p - 1.0;
            let small = NEGLIGIBLE * fall;
            if edge < end || (fall > 0.5 && mass < small * sum[0] && purchases < small * sum[1]) {
                sum = add(sum, [mass / self.leave, purchases / self.leave]);
                break;
            }
        }
        sum[1] / sum[0]
    }
}

fn add([left, right]: [f64; 2], [more_left, more_right]: [f64; 2]) -> [f64; 2] {
    [left + more_left, right + more_right]
}

/// The beta density over the logit of p, which is analytic and falls on both sides, relative to that at its centre.
pub(super) struct Density {
    leave: f64,
    stay: f64,
    /// The mean of p for shapes larger by one: where the density is broad, that is its shoulder.
    p0: f64,
    pub q0: f64,
    pub center: f64,
    /// On what scale it changes.
    width: f64,
}

/// A chance to leave with its density.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub p: f64,
    pub q: f64,
    pub density: f64,
}

impl Density {
    pub(super) fn new(leave: f64, stay: f64) -> Self {
        let (a, b) = (leave + 1.0, stay + 1.0);
        let width = libm::sqrt((a + b) / (a * b)).min(1.0);
        Self { leave, stay, p0: a / (a + b), q0: b / (a + b), center: libm::log(a / b), width }
    }

    pub(super) fn at(&self, v: f64) -> Point {
        let far = v - self.center;
        // The logarithms of p and of 1 − p, less those at the centre.
        let log_p = -libm::log1p(self.q0 * libm::expm1(-far));
        let log_q = -libm::log1p(self.p0 * libm::expm1(far));
        let density = libm::exp(self.leave * log_p + self.stay * log_q);
        Point { p: self.p0 * libm::exp(log_p), q: self.q0 * libm::exp(log_q), density }
    }
}
