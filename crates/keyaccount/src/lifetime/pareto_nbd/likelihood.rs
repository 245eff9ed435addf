//! The log-likelihood of all accounts with its derivatives.
//!
//! With a = r + x the likelihood of an account is that of being alive, `(r)ₓ αʳ (α+T)⁻ᵃ (β/(β+T))ˢ`, times one plus the odds of
//! having died, the integral over the moment y of death from t_x to T of
//! `s ((α+T)/(α+y))ᵃ ((β+T)/(β+y))ˢ / (β+y)`. Derivatives are taken under the integral, so they are exact: those of a sum of
//! exponentials, one a node.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "arithmetic of floats; arrays of four parameters"
)]

use crate::lifetime::cells::{Cell, Cells};
use crate::lifetime::dual::Dual;
use crate::lifetime::log_concave::{Exponent, panels, peak, visit};
use crate::lifetime::rising::Rising;

/// The log-likelihood as a function of r, α, s and β.
pub(super) struct ParetoLikelihood<'a> {
    cells: &'a [Cell],
    /// All repeat purchases and all time observed, weighted.
    purchases: f64,
    time: f64,
    weight: f64,
}

impl<'a> ParetoLikelihood<'a> {
    pub(super) fn new(cells: &'a Cells) -> Self {
        let sum = |of: fn(&Cell) -> f64| cells.cells.iter().map(|cell| cell.weight * of(cell)).sum::<f64>();
        let (purchases, time) = (sum(|cell| f64::from(cell.frequency)), sum(|cell| cell.age));
        Self { cells: &cells.cells, purchases, time, weight: cells.weight() }
    }

    /// Where to start: rates that differ much, with the mean that was seen; lives as long as the observation.
    pub(super) fn start(&self) -> [f64; 4] {
        let rate = (self.purchases.max(0.5) / self.time.max(1e-9)).max(1e-9);
        let age = (self.time / self.weight).max(1e-9);
        [libm::log(0.5), libm::log(0.25 / rate), libm::log(0.5), libm::log(0.5 * age)]
    }

    /// The log-likelihood with derivatives by the parameters themselves.
    pub(super) fn at(&self, parameters: &[f64; 4]) -> Dual<4> {
        let mut sum = Dual::ZERO;
        let mut rising = (0, Rising::new(1.0, 0.0));
        for cell in self.cells {
            if rising.0 != cell.frequency {
                rising = (cell.frequency, Rising::new(parameters[0], f64::from(cell.frequency)));
            }
            let mut one = if_alive(cell, &rising.1, parameters);
            one.accumulate(&Death::of(cell, parameters).log_total());
            sum.accumulate(&(one * cell.weight));
        }
        sum
    }
}

/// The logarithm of the likelihood of being alive at the end.
fn if_alive(cell: &Cell, rising: &Rising, &[r, alpha, s, beta]: &[f64; 4]) -> Dual<4> {
    let (x, age) = (f64::from(cell.frequency), cell.age);
    let (a, b) = (1.0 / (alpha + age), 1.0 / (beta + age));
    let (until, lives) = (libm::log1p(age / alpha), libm::log1p(age / beta));
    let mut one = Dual::ZERO;
    one.value = rising.value - r * until - x * libm::log(alpha + age) - s * lives;
    let (by_alpha, by_beta) = (age / alpha * a, age / beta * b);
    one.gradient = [rising.first - until, r * by_alpha - x * a, -lives, s * by_beta];
    one.hessian = [
        [rising.second, by_alpha, 0.0, 0.0],
        [by_alpha, x * a * a - r * by_alpha * (1.0 / alpha + a), 0.0, 0.0],
        [0.0, 0.0, 0.0, by_beta],
        [0.0, 0.0, by_beta, -s * by_beta * (1.0 / beta + b)],
    ];
    one
}

/// The odds of having died, as a sum over nodes: the mass, its mean gradient, and so on, relative to exp(scale).
struct Death {
    scale: f64,
    mass: f64,
    gradient: [f64; 4],
    hessian: [[f64; 4]; 4],
}

impl Death {
    fn of(cell: &Cell, &[r, alpha, s, beta]: &[f64; 4]) -> Self {
        let mut death = Self { scale: 0.0, mass: 0.0, gradient: [0.0; 4], hessian: [[0.0; 4]; 4] };
        let silent = cell.age - cell.recency;
        if silent <= 0.0 {
            return death;
        }
        let a = r + f64::from(cell.frequency);
        // The smaller of α and β sets the logarithm of time; in it the other's bends where both are alike.
        let alpha_first = alpha <= beta;
        let (near, far) = if alpha_first { (alpha, beta) } else { (beta, alpha) };
        let (near_base, far_base) = (near + cell.recency, far + cell.recency);
        let end = libm::log1p(silent / near_base);
        let (alpha_end, beta_end) = (alpha + cell.age, beta + cell.age);
        let log_s = libm::log(s);
        // The time since the last purchase, and the logarithms of (α+T)/(α+y) and (β+T)/(β+y), at a point.
        let place = |at: f64| {
            let since = near_base * libm::expm1(at);
            let far_log = libm::log1p((silent - since) / (far_base + since));
            let (alpha_log, beta_log) = if alpha_first { (end - at, far_log) } else { (far_log, end - at) };
            (since, alpha_log, beta_log)
        };
        let h = |at: f64| {
            let (since, alpha_log, beta_log) = place(at);
            let (alpha_y, beta_y) = (alpha + cell.recency + since, beta + cell.recency + since);
            let jacobian = near_base + since;
            let value = log_s + a * alpha_log + s * beta_log + libm::log(jacobian / beta_y);
            Exponent { value, slope: 1.0 - jacobian * (a / alpha_y + (s + 1.0) / beta_y) }
        };
        let bend = libm::log((far - near) / near_base);
        let top = peak(&h, 0.0, end);
        death.scale = top.1.max(0.0);
        let scale = death.scale;
        panels(&h, top, (0.0, end), &[bend], |low, high| {
            visit(low, high, |at, weight| {
                let (since, alpha_log, beta_log) = place(at);
                let (alpha_y, beta_y) = (alpha + cell.recency + since, beta + cell.recency + since);
                let density = s * (near_base + since) / beta_y;
                let mass = weight * density * libm::exp(a * alpha_log + s * beta_log - scale);
                let (ia, ib, ja, jb) = (1.0 / alpha_end, 1.0 / beta_end, 1.0 / alpha_y, 1.0 / beta_y);
                let (by_a, by_b) = (ia - ja, ib - jb);
                let slope = [alpha_log, a * by_a, 1.0 / s + beta_log, s * by_b - jb];
                let bend_alpha = a * (ja - ia) * (ja + ia);
                let bend_beta = s * (jb - ib) * (jb + ib) + jb * jb;
                death.add(mass, slope, [by_a, bend_alpha, -1.0 / (s * s), by_b, bend_beta]);
            });
        });
        death
    }

    /// Adds a node: its mass, the gradient of its exponent, and the second derivatives rα, αα, ss, sβ, ββ.
    fn add(&mut self, mass: f64, slope: [f64; 4], [ra, aa, ss, sb, bb]: [f64; 5]) {
        let [g0, g1, g2, g3] = slope.map(|slope| mass * slope);
        self.mass += mass;
        let sums = &mut self.gradient;
        for (sum, part) in sums.iter_mut().zip([g0, g1, g2, g3]) {
            *sum += part;
        }
        let [_, s1, s2, s3] = slope;
        // The upper half alone.
        let [row0, row1, row2, row3] = &mut self.hessian;
        row0[0] += g0 * slope[0];
        row0[1] += g0 * s1 + mass * ra;
        row0[2] += g0 * s2;
        row0[3] += g0 * s3;
        row1[1] += g1 * s1 + mass * aa;
        row1[2] += g1 * s2;
        row1[3] += g1 * s3;
        row2[2] += g2 * s2 + mass * ss;
        row2[3] += g2 * s3 + mass * sb;
        row3[3] += g3 * s3 + mass * bb;
    }

    /// ln(1 + odds) with derivatives.
    fn log_total(&self) -> Dual<4> {
        let mut total = Dual::ZERO;
        if self.mass <= 0.0 {
            return total;
        }
        let alive = libm::exp(-self.scale);
        let whole = alive + self.mass;
        total.value = if self.scale > 0.0 { self.scale + libm::log(whole) } else { libm::log1p(self.mass) };
        total.gradient = self.gradient.map(|slope| slope / whole);
        for i in 0..4 {
            for j in 0..4 {
                let entry = if i <= j { self.hessian[i][j] } else { self.hessian[j][i] };
                total.hessian[i][j] = entry / whole - total.gradient[i] * total.gradient[j];
            }
        }
        total
    }
}
