//! The log-likelihood of all accounts with its derivatives.
//!
//! The likelihood is a sum of terms, one for each round after the last purchase from which the account may have been gone, and
//! one for still being there. Each term is a product of rising factorials; from one to the next only single factors change,
//! so values and derivatives are carried along.

#![expect(clippy::arithmetic_side_effects, reason = "arithmetic of floats")]

use super::summary::RoundSummary;
use crate::lifetime::dual::Dual;
use crate::lifetime::rising::Rising;

/// Accounts with equal summaries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RoundCell {
    pub(super) summary: RoundSummary,
    pub(super) weight: f64,
}

/// The log-likelihood of all cells, with derivatives by α, β, γ and δ.
pub(super) fn log_likelihood(cells: &[RoundCell], parameters: &[f64; 4]) -> Dual<4> {
    let mut sum = Dual::ZERO;
    for cell in cells {
        sum.accumulate(&(of_account(&cell.summary, parameters) * cell.weight));
    }
    sum
}

/// The logarithm of the likelihood of one account, with derivatives.
///
/// The terms are counted from the last purchase on: after `i` more rounds without a purchase the account was gone.
fn of_account(summary: &RoundSummary, &[alpha, beta, gamma, delta]: &[f64; 4]) -> Dual<4> {
    let (x, t) = (f64::from(summary.frequency()), f64::from(summary.recency()));
    let silent = summary.rounds().saturating_sub(summary.recency());
    // What all terms have in common: bought x times in t rounds, and was there for t rounds.
    let mut one = Rises::default();
    one.add(Rising::new(alpha, x), [true, false, false, false], 1.0);
    one.add(Rising::new(beta, t - x), [false, true, false, false], 1.0);
    one.add(Rising::new(alpha + beta, t), [true, true, false, false], -1.0);
    one.add(Rising::new(delta, t), [false, false, false, true], 1.0);
    one.add(Rising::new(gamma + delta, t), [false, false, true, true], -1.0);
    let mut total = Terms::default();
    let mut mass = 1.0;
    // First and second derivatives of the logarithm of the term without its last factor.
    let mut slope = [0.0; 4];
    let mut bend = Bends::default();
    let mut i = 0.0;
    for _ in 0..silent {
        // Gone from the next round on: γ / (γ + δ + t + i).
        let whole = 1.0 / (gamma + delta + t + i);
        let [s0, s1, s2, s3] = slope;
        let gone_slope = [s0, s1, s2 + 1.0 / gamma - whole, s3 - whole];
        let gone_bend =
            Bends { gamma: bend.gamma - 1.0 / (gamma * gamma), gamma_delta: bend.gamma_delta + whole * whole, ..bend };
        total.add(mass * gamma * whole, gone_slope, &gone_bend);
        // There, and bought nothing: (β + t − x + i)/(α + β + t + i) · (δ + t + i)/(γ + δ + t + i).
        let (b, ab, d) = (1.0 / (beta + (t - x) + i), 1.0 / (alpha + beta + t + i), 1.0 / (delta + t + i));
        mass *= ab / b * (whole / d);
        slope = [s0 - ab, s1 + b - ab, s2 - whole, s3 + d - whole];
        bend.alpha_beta += ab * ab;
        bend.beta -= b * b;
        bend.gamma_delta += whole * whole;
        bend.delta -= d * d;
        i += 1.0;
    }
    total.add(mass, slope, &bend);
    let mut sum = one.0;
    sum.accumulate(&total.logarithm());
    sum
}

/// A sum of rising factorials' logarithms, with derivatives.
struct Rises(Dual<4>);

impl Default for Rises {
    fn default() -> Self {
        Self(Dual::ZERO)
    }
}

impl Rises {
    /// Adds one whose argument is the sum of the parameters marked.
    fn add(&mut self, rising: Rising, marked: [bool; 4], sign: f64) {
        self.0.value += sign * rising.value;
        let gradient = self.0.gradient.iter_mut();
        for ((slope, row), _) in gradient.zip(&mut self.0.hessian).zip(marked).filter(|(_, marked)| *marked) {
            *slope += sign * rising.first;
            for (entry, _) in row.iter_mut().zip(marked).filter(|(_, marked)| *marked) {
                *entry += sign * rising.second;
            }
        }
    }
}

/// Second derivatives of a term's logarithm: α and β enter by their sum but for β's own, γ and δ likewise.
#[derive(Clone, Copy, Default)]
struct Bends {
    /// Of αα, αβ and ββ.
    alpha_beta: f64,
    /// Of ββ alone, in addition.
    beta: f64,
    /// Of γγ, γδ and δδ.
    gamma_delta: f64,
    /// Of γγ alone, in addition.
    gamma: f64,
    /// Of δδ alone, in addition.
    delta: f64,
}

/// A sum of positive terms with derivatives.
#[derive(Default)]
struct Terms {
    mass: f64,
    gradient: [f64; 4],
    hessian: [[f64; 4]; 4],
}

impl Terms {
    fn add(&mut self, mass: f64, slope: [f64; 4], bend: &Bends) {
        let Bends { alpha_beta, beta, gamma_delta, gamma, delta } = *bend;
        let bends = [
            [alpha_beta, alpha_beta, 0.0, 0.0],
            [alpha_beta, alpha_beta + beta, 0.0, 0.0],
            [0.0, 0.0, gamma_delta + gamma, gamma_delta],
            [0.0, 0.0, gamma_delta, gamma_delta + delta],
        ];
        self.mass += mass;
        for (((sum, row), here), bends) in self.gradient.iter_mut().zip(&mut self.hessian).zip(slope).zip(bends) {
            *sum += mass * here;
            for ((entry, there), bend) in row.iter_mut().zip(slope).zip(bends) {
                *entry += mass * (here * there + bend);
            }
        }
    }

    fn logarithm(&self) -> Dual<4> {
        let mut log = Dual::ZERO;
        log.value = libm::log(self.mass);
        log.gradient = self.gradient.map(|slope| slope / self.mass);
        let gradient = log.gradient;
        for ((row, sums), here) in log.hessian.iter_mut().zip(self.hessian).zip(gradient) {
            for ((entry, sum), there) in row.iter_mut().zip(sums).zip(gradient) {
                *entry = sum / self.mass - here * there;
            }
        }
        log
    }
}
