//! Where a likelihood is highest, by Newton's method with exact second derivatives, in the logarithms of the parameters.
//!
//! Damping (Levenberg, Marquardt) leads through where the likelihood is not concave. The logarithms stay within ±ln 10⁹; a
//! small sample often has its maximum out there: two parameters grow together without end, or one vanishes. That is found
//! from the curvature and told, never taken for a maximum.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "arithmetic of floats; arrays of one fixed length, which the loops run over"
)]

use std::array::from_fn;

use super::dual::Dual;
use super::matrix::{Matrix, cholesky, eigen, inverse, solve};

/// The bound of the logarithms: ln 10⁹.
const BOUND: f64 = 20.723_265_836_946_41;
/// The longest step in any logarithm: a factor of about seven.
const LONGEST_STEP: f64 = 2.0;
/// A step that is short enough to be the last one: its error is of the order of its square.
const LAST_STEP: f64 = 1e-7;
/// A gain, relative to the value, that is no gain.
const NO_GAIN: f64 = 1e-15;
/// A slope by a logarithm that is none: a parameter which runs off has no more to gain than that, and of one which does not
/// the last step takes it away.
const NO_SLOPE: f64 = 1e-7;
/// Steps until we give up; some ten are usual, some forty where parameters run off.
const MOST_STEPS: u32 = 250;
/// Curvature by a logarithm, below which the data do not tell it: a standard error of the logarithm of ten.
const FLAT: f64 = 0.01;

/// How a maximisation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lifetime) enum MaximumStatus {
    /// At a maximum within the bounds, curved in every direction.
    Converged,
    /// Some parameters run off to zero or infinity, or the data do not tell them.
    Boundary,
    /// The steps did not come to an end.
    NotConverged,
}

/// The best point found.
#[derive(Clone, Copy, Debug)]
pub(in crate::lifetime) struct Maximum<const N: usize> {
    /// The logarithms of the parameters.
    pub at: [f64; N],
    /// The value there, with gradient and Hessian by the logarithms.
    pub there: Dual<N>,
    /// How often the likelihood was computed.
    pub iterations: u32,
    /// How it ended.
    pub status: MaximumStatus,
    /// Which parameters are not told by the data, at the boundary.
    pub flat: [bool; N],
}

impl<const N: usize> Maximum<N> {
    /// The parameters themselves.
    pub(in crate::lifetime) fn parameters(&self) -> [f64; N] {
        self.at.map(libm::exp)
    }

    /// The covariance of the parameters: the inverse observed information, by the delta method from logarithms. None
    /// where the maximum is not inside.
    pub(in crate::lifetime) fn covariance(&self) -> Option<Matrix<N>> {
        if self.status != MaximumStatus::Converged {
            return None;
        }
        let logs = inverse(&self.there.hessian.map(|row| row.map(|entry| -entry)))?;
        let at = self.parameters();
        Some(from_fn(|i| from_fn(|j| logs[i][j] * (at[i] * at[j]))))
    }
}

/// Maximises a function of the logarithms of parameters from a starting point (of logarithms too). What is not a number
/// there counts as lowest.
pub(in crate::lifetime) fn maximise<const N: usize>(
    start: [f64; N],
    mut function: impl FnMut(&[f64; N]) -> Dual<N>,
) -> Maximum<N> {
    let mut at = start.map(|log| log.clamp(-BOUND, BOUND));
    let mut there = function(&at);
    let mut iterations = 1;
    let mut damping = 0.0;
    let (mut ended, mut stuck) = (false, false);
    while iterations < MOST_STEPS && is_finite(&there) {
        let Some((step, predicted)) = damped_step(&at, &there, &mut damping) else { break };
        let longest = step.iter().fold(0.0_f64, |longest, part| longest.max(part.abs()));
        // While damped, steps are short for another reason than that the top is near.
        let no_slope = steepest(&there) <= NO_SLOPE + 1e-4 * NO_SLOPE * there.value.abs();
        let no_gain = no_slope || (damping <= 1.0 && predicted <= NO_GAIN * (1.0 + there.value.abs()));
        let last = (damping <= 0.0 && longest < LAST_STEP) || longest <= 0.0 || no_gain;
        let candidate: [f64; N] = from_fn(|i| (at[i] + step[i]).clamp(-BOUND, BOUND));
        let next = function(&candidate);
        iterations += 1;
        let gain = next.value - there.value;
        let noise = 1e-13 * (1.0 + there.value.abs());
        // Where the gain is below rounding, it may look like a loss.
        let good = is_finite(&next) && gain >= (1e-4 * predicted).min(predicted - noise);
        if good {
            (at, there) = (candidate, next);
            damping = if gain > 0.7 * predicted { damping / 10.0 } else { damping };
            damping = if damping < 1e-6 { 0.0 } else { damping };
        } else {
            damping = (damping * 10.0).max(1e-3);
        }
        // Where parameters have run off far, rounding hides what is left to climb.
        stuck = damping > 1e12;
        ended = last;
        if ended || stuck {
            break;
        }
    }
    let flat = flat_parameters(&at, &there);
    let status = match (ended, flat.contains(&true)) {
        (true, false) => MaximumStatus::Converged,
        (_, true) if ended || stuck => MaximumStatus::Boundary,
        _ => MaximumStatus::NotConverged,
    };
    Maximum { at, there, iterations, status, flat }
}

/// Maximises from several starting points: a small sample may have several tops, at the boundary and inside. Where the first
/// leads to a top inside, that is it; otherwise the highest of all is, of equal ones the first.
pub(in crate::lifetime) fn maximise_from<const N: usize>(
    starts: &[[f64; N]],
    mut function: impl FnMut(&[f64; N]) -> Dual<N>,
) -> Option<Maximum<N>> {
    let mut best: Option<Maximum<N>> = None;
    let mut iterations = 0;
    for (place, start) in starts.iter().enumerate() {
        let found = maximise(*start, &mut function);
        iterations += found.iterations;
        // Ends at one top differ by rounding, and by what was left to gain where parameters ran off.
        let higher = |best: &Maximum<N>| found.there.value > best.there.value + 1e-6;
        if best.as_ref().is_none_or(|best| !best.there.value.is_finite() || higher(best)) {
            best = Some(found);
        }
        if place == 0 && found.status == MaximumStatus::Converged {
            break;
        }
    }
    best.map(|best| Maximum { iterations, ..best })
}

fn steepest<const N: usize>(there: &Dual<N>) -> f64 {
    there.gradient.iter().fold(0.0, |steepest, slope| steepest.max(slope.abs()))
}

fn is_finite<const N: usize>(there: &Dual<N>) -> bool {
    there.value.is_finite()
        && there.gradient.iter().all(|slope| slope.is_finite())
        && there.hessian.iter().flatten().all(|entry| entry.is_finite())
}

/// Whether a parameter stands at a bound and would go beyond.
fn is_held(at: f64, slope: f64) -> bool {
    at.abs() >= BOUND && at * slope >= 0.0
}

/// The step and the gain that the curvature predicts; raises the damping until the damped curvature is that of a maximum.
fn damped_step<const N: usize>(at: &[f64; N], there: &Dual<N>, damping: &mut f64) -> Option<([f64; N], f64)> {
    let held: [bool; N] = from_fn(|i| is_held(at[i], there.gradient[i]));
    let largest = there.hessian.iter().flatten().fold(1e-12_f64, |largest, entry| largest.max(entry.abs()));
    for _ in 0..60 {
        let curvature: Matrix<N> = from_fn(|i| {
            from_fn(|j| match (i == j, held[i] || held[j]) {
                (true, true) => 1.0,
                (false, true) => 0.0,
                (true, false) => -there.hessian[i][i] + *damping * (there.hessian[i][i].abs() + 1e-4 * largest),
                (false, false) => -there.hessian[i][j],
            })
        });
        let slope: [f64; N] = from_fn(|i| if held[i] { 0.0 } else { there.gradient[i] });
        if let Some(lower) = cholesky(&curvature) {
            let step = solve(&lower, slope);
            let longest = step.iter().fold(0.0_f64, |longest, part| longest.max(part.abs()));
            let scale = if longest > LONGEST_STEP { LONGEST_STEP / longest } else { 1.0 };
            let step = step.map(|part| part * scale);
            let climb: f64 = (0..N).map(|i| slope[i] * step[i]).sum();
            let bend: f64 = (0..N).map(|i| (0..N).map(|j| step[i] * there.hessian[i][j] * step[j]).sum::<f64>()).sum();
            return Some((step, (climb + bend / 2.0).max(0.0)));
        }
        *damping = (*damping * 4.0).max(1e-3);
    }
    None
}

/// Which parameters are at a bound, or lie in a direction in which the likelihood hardly bends.
fn flat_parameters<const N: usize>(at: &[f64; N], there: &Dual<N>) -> [bool; N] {
    let mut flat: [bool; N] = from_fn(|i| at[i].abs() >= BOUND - 1e-9);
    let curvature: Matrix<N> = from_fn(|i| {
        from_fn(|j| match (i == j, flat[i] || flat[j]) {
            (true, true) => 1.0,
            (false, true) => 0.0,
            _ => -there.hessian[i][j],
        })
    });
    let (values, vectors) = eigen(&curvature);
    for (value, vector) in values.iter().zip(vectors) {
        if *value < FLAT || value.is_nan() {
            let length = libm::sqrt(vector.iter().map(|part| part * part).sum());
            for i in 0..N {
                // A quarter of the direction is enough to be part of it.
                flat[i] |= vector[i].abs() > 0.25 * length || value.is_nan();
            }
        }
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lifetime::real::{Real, digamma, ln_gamma, trigamma};

    #[test]
    fn a_hill_with_a_curved_ridge() {
        // Rosenbrock's valley, upside down, in the logarithms: the top is at x = e, y = e.
        let maximum = maximise([-1.2, 1.0], |logs| {
            let [x, y] = [Dual::<2>::variable(0, logs[0]), Dual::variable(1, logs[1])];
            let (off, from) = (y - x * x, x - 1.0);
            -(off * off * 100.0) - from * from
        });
        assert_eq!(maximum.status, MaximumStatus::Converged);
        assert!(maximum.at.iter().all(|log| (log - 1.0).abs() < 1e-12), "{maximum:?}");
        let covariance = maximum.covariance().unwrap();
        // The inverse of [[802, -400], [-400, 200]] is [[0.5, 1], [1, 2.005]], times e².
        assert!((covariance[0][1] - libm::exp(2.0)).abs() < 1e-9);
    }

    #[test]
    fn the_gamma_distribution_of_three_numbers() {
        // Log-likelihood by shape and rate of the numbers 1, 2, 6; the rate is shape / 3.
        let logs = libm::log(12.0);
        let gamma = |x: Dual<2>| x.chain(ln_gamma(x.value), digamma(x.value), trigamma(x.value));
        let maximum = maximise([0.0, 0.0], |at| {
            let [shape, rate] = Dual::from_logs(at);
            (shape * rate.ln() - gamma(shape)) * 3.0 + (shape - 1.0) * logs - rate * 9.0
        });
        let [shape, rate] = maximum.parameters();
        assert_eq!(maximum.status, MaximumStatus::Converged);
        assert!((shape - 3.0 * rate).abs() < 1e-12 && maximum.there.gradient.iter().all(|slope| slope.abs() < 1e-12));
    }

    #[test]
    fn parameters_that_run_off_are_told() {
        // Rises for ever with the first two growing together; the third has a top.
        let maximum = maximise([0.0, 0.0, 0.0], |at| {
            let [x, y, z] = Dual::<3>::from_logs(at);
            let (ratio, rest) = ((x / y).ln(), z.ln());
            -(ratio * ratio) - Dual::constant(1.0) / (x + y) - rest * rest
        });
        assert_eq!((maximum.status, maximum.flat), (MaximumStatus::Boundary, [true, true, false]));
        assert_eq!(maximum.covariance(), None);
        assert!(maximum.there.value.is_finite());
    }

    #[test]
    fn the_highest_of_several_tops() {
        // It rises for ever to the left, to 1; a top of 2 is at 3.
        let hills = |at: &[f64; 1]| {
            let x = Dual::<1>::variable(0, at[0]);
            let off = x - 3.0;
            (-off * off * 2.0).exp() * 2.0 + Dual::constant(1.0) / ((x + 1.0).exp() + 1.0)
        };
        let left = maximise([-2.0], hills);
        assert_eq!(left.status, MaximumStatus::Boundary);
        let best = maximise_from(&[[-2.0], [2.9]], hills).unwrap();
        assert_eq!(best.status, MaximumStatus::Converged);
        assert!((best.at[0] - 3.0).abs() < 0.1 && best.iterations > left.iterations);
        assert!(maximise_from(&[], hills).is_none());
    }

    #[test]
    fn what_is_not_a_number_is_not_converged() {
        let maximum = maximise([0.0], |_| Dual::<1>::constant(f64::NAN));
        assert_eq!(maximum.status, MaximumStatus::NotConverged);
        let bowl = maximise([0.3], |at| {
            let x = Dual::<1>::variable(0, at[0]);
            x * x
        });
        // A bowl has no top: it ends at a bound.
        assert_eq!((bowl.status, bowl.flat), (MaximumStatus::Boundary, [true]));
    }
}
