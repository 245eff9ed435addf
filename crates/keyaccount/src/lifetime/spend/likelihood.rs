//! The log-likelihood of all mean amounts, with its derivatives.
//!
//! With Y = x z, the account's whole spend, the density of its mean z is
//! `Γ(px+q)/(Γ(px)Γ(q)) (v/(v+Y))^q (Y/(v+Y))^(px) / z`.

#![expect(clippy::arithmetic_side_effects, reason = "arithmetic of floats")]

use std::cmp::Ordering;

use crate::lifetime::dual::Dual;
use crate::lifetime::real::{Real, ln_gamma, trigamma};
use crate::lifetime::rising::Rising;

/// Accounts with equal frequency and mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct SpendCell {
    pub(super) frequency: f64,
    pub(super) mean: f64,
    pub(super) weight: f64,
}

/// The log-likelihood as a function of p, q and v, with amounts in units of the mean account's.
pub(super) struct SpendLikelihood {
    cells: Vec<SpendCell>,
    /// The geometric mean of all means: the unit of money within.
    unit: f64,
    /// What no parameter touches.
    constant: f64,
}

impl SpendLikelihood {
    /// Collapses equal rows, in one order whatever that of the accounts.
    pub(super) fn new(mut rows: Vec<SpendCell>) -> Self {
        rows.sort_unstable_by(compare);
        let mut cells: Vec<SpendCell> = Vec::with_capacity(rows.len());
        for row in rows {
            match cells.last_mut().filter(|last| same_row(last, &row)) {
                Some(last) => last.weight += row.weight,
                None => cells.push(row),
            }
        }
        let (mut weight, mut logs) = (0.0, 0.0);
        for cell in &cells {
            weight += cell.weight;
            logs += cell.weight * libm::log(cell.mean);
        }
        Self { cells, unit: libm::exp(logs / f64::max(weight, 1e-300)), constant: -logs }
    }

    pub(super) fn cells(&self) -> &[SpendCell] {
        &self.cells
    }

    pub(super) fn unit(&self) -> f64 {
        self.unit
    }

    /// Where to start: amounts of an account alike within a half, accounts within a factor of two.
    pub(super) fn start(&self) -> [f64; 3] {
        [libm::log(4.0), libm::log(4.0), libm::log(0.75)]
    }

    /// The log-likelihood with derivatives by the parameters themselves; v in this likelihood's unit.
    pub(super) fn at(&self, &[p, q, v]: &[f64; 3]) -> Dual<3> {
        let mut sum = Dual::constant(self.constant);
        let (log_gamma_q, inverse_v) = (ln_gamma(q), 1.0 / v);
        let mut gammas = Gammas::of(1.0, p, q, log_gamma_q);
        for cell in &self.cells {
            let x = cell.frequency;
            let shape = p * x;
            if !same(gammas.frequency, x) {
                gammas = Gammas::of(x, shape, q, log_gamma_q);
            }
            let Gammas { value, by_own, by_other, second_own, second_other, second_all, .. } = gammas;
            let spent = x * cell.mean / self.unit;
            let whole = 1.0 / (v + spent);
            let (log_own, log_other) = (-libm::log1p(v / spent), -libm::log1p(spent * inverse_v));
            let mut one = Dual::ZERO;
            one.value = value + q * log_other + shape * log_own;
            one.gradient = [x * (by_own + log_own), by_other + log_other, q * inverse_v - (shape + q) * whole];
            let (pq, pv, qv) = (x * second_all, -x * whole, inverse_v - whole);
            let vv = (shape + q) * whole * whole - q * inverse_v * inverse_v;
            one.hessian = [[x * x * second_own, pq, pv], [pq, second_other, qv], [pv, qv, vv]];
            sum.accumulate(&(one * cell.weight));
        }
        sum
    }
}

/// The gamma functions of one frequency: they are most of the work.
struct Gammas {
    frequency: f64,
    value: f64,
    by_own: f64,
    by_other: f64,
    second_own: f64,
    second_other: f64,
    second_all: f64,
}

impl Gammas {
    fn of(frequency: f64, shape: f64, q: f64, log_gamma_q: f64) -> Self {
        let (own, other) = (Rising::new(shape, q), Rising::new(q, shape));
        Self {
            frequency,
            value: own.value - log_gamma_q,
            by_own: own.first,
            by_other: other.first,
            second_own: own.second,
            second_other: other.second,
            second_all: trigamma(shape + q),
        }
    }
}

fn same(left: f64, right: f64) -> bool {
    left.total_cmp(&right) == Ordering::Equal
}

fn same_row(left: &SpendCell, right: &SpendCell) -> bool {
    same(left.frequency, right.frequency) && same(left.mean, right.mean)
}

/// Weights stand last in the order, so that sums over equal rows do not depend on the order of the input.
fn compare(left: &SpendCell, right: &SpendCell) -> Ordering {
    left.frequency
        .total_cmp(&right.frequency)
        .then_with(|| left.mean.total_cmp(&right.mean))
        .then_with(|| left.weight.total_cmp(&right.weight))
}
