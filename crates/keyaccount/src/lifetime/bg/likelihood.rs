//! The log-likelihood of all accounts with its derivatives, in closed form.

#![expect(clippy::arithmetic_side_effects, reason = "arithmetic of floats, and of numbers that carry derivatives")]

use super::Kind;
use crate::lifetime::cells::Cells;
use crate::lifetime::dual::Dual;
use crate::lifetime::real::{Real, ln_gamma};
use crate::lifetime::rising::Rising;

/// Accounts with as many repeat purchases as each other.
struct Group {
    frequency: f64,
    chances: f64,
    weight: f64,
    cells: Vec<Times>,
}

/// Their times.
struct Times {
    recency: f64,
    age: f64,
    weight: f64,
}

/// The log-likelihood as a function of r, α, a and b.
pub(super) struct BgLikelihood {
    /// Every how many events there is a purchase.
    k: u32,
    groups: Vec<Group>,
    /// What no parameter touches: the part of the intervals, for k above 1.
    constant: f64,
    /// All repeat purchases and all time observed, weighted.
    purchases: f64,
    time: f64,
}

impl BgLikelihood {
    pub(super) fn new(cells: &Cells, kind: Kind) -> Self {
        let k = kind.regularity().value();
        let mut groups: Vec<Group> = Vec::new();
        let (mut purchases, mut time) = (0.0, 0.0);
        for cell in &cells.cells {
            let frequency = f64::from(cell.frequency);
            purchases += cell.weight * frequency;
            time += cell.weight * cell.age;
            let times = Times { recency: cell.recency, age: cell.age, weight: cell.weight };
            match groups.last_mut().filter(|group| group.frequency >= frequency) {
                Some(group) => {
                    group.weight += cell.weight;
                    group.cells.push(times);
                }
                None => {
                    let chances = kind.chances(cell.frequency);
                    groups.push(Group { frequency, chances, weight: cell.weight, cells: vec![times] });
                }
            }
        }
        let order = f64::from(k);
        let constant = cells.log_intervals.map_or(0.0, |logs| (order - 1.0) * logs) - purchases * ln_gamma(order);
        Self { k, groups, constant, purchases, time }
    }

    /// Where to start: rates that differ much, with the mean that was seen, and few chances to leave. If that leads to the
    /// boundary: rates that differ less or more, and chances to leave that are all or nothing, alike, or nearly none.
    pub(super) fn starts(&self) -> Vec<[f64; 4]> {
        let rate = (f64::from(self.k) * self.purchases.max(0.5) / self.time.max(1e-9)).max(1e-9);
        let mut starts = vec![[0.5, 0.25 / rate, 1.0, 2.5]];
        for (r, alpha) in [(0.5, 0.25 / rate), (3.0, 2.0 / rate), (0.2, 0.05 / rate)] {
            for (a, b) in [(0.1, 0.1), (0.05, 0.5), (5.0, 20.0), (0.01, 3.0)] {
                starts.push([r, alpha, a, b]);
            }
        }
        starts.into_iter().map(|start| start.map(libm::log)).collect()
    }

    /// The log-likelihood with derivatives by the parameters themselves.
    pub(super) fn at(&self, parameters: &[f64; 4]) -> Dual<4> {
        let mut sum = Dual::constant(self.constant);
        for group in &self.groups {
            let shared = self.shared(group, parameters);
            sum.accumulate(&(shared * group.weight));
            if self.k == 1 {
                random_group(group, parameters, &mut sum);
            } else {
                self.regular_group(group, parameters, &mut sum);
            }
        }
        sum
    }

    /// The same, by the code for regular purchases.
    #[cfg(test)]
    pub(super) fn at_in_general(&self, parameters: &[f64; 4]) -> Dual<4> {
        let mut sum = Dual::constant(self.constant);
        for group in &self.groups {
            sum.accumulate(&(self.shared(group, parameters) * group.weight));
            self.regular_group(group, parameters, &mut sum);
        }
        sum
    }

    /// The factors that the frequency alone decides.
    fn shared(&self, group: &Group, &[r, _, a, b]: &[f64; 4]) -> Dual<4> {
        let mut shared = Dual::ZERO;
        let rates = Rising::new(r, f64::from(self.k) * group.frequency);
        let stays = Rising::new(b, group.chances);
        let all = Rising::new(a + b, group.chances);
        shared.value = rates.value + stays.value - all.value;
        shared.gradient = [rates.first, 0.0, -all.first, stays.first - all.first];
        shared.hessian[0][0] = rates.second;
        shared.hessian[2][2] = -all.second;
        shared.hessian[2][3] = -all.second;
        shared.hessian[3][2] = -all.second;
        shared.hessian[3][3] = stays.second - all.second;
        shared
    }

    /// The cells of one frequency for k above 1, with the sum over the events since the last purchase.
    fn regular_group(&self, group: &Group, &[r, alpha, a, b]: &[f64; 4], sum: &mut Dual<4>) {
        let events = f64::from(self.k) * group.frequency;
        let [r, alpha, a, b] =
            [Dual::variable(0, r), Dual::variable(1, alpha), Dual::variable(2, a), Dual::variable(3, b)];
        let shape = r + events;
        // In BG/NBD, who never bought again cannot have left.
        let odds = (group.chances > 0.0).then(|| (a / (b + (group.chances - 1.0))).ln());
        for times in &group.cells {
            let until = (alpha.powf(-1.0) * times.age).ln_1p();
            let silence = (alpha + times.recency).powf(-1.0) * (times.age - times.recency);
            let open = log_open(shape, (alpha + times.age).powf(-1.0) * (times.age - times.recency), self.k);
            let left = odds.map_or(Dual::ZERO, |odds| softplus(odds + shape * silence.ln_1p() - open));
            let value = -(r * until) - (alpha + times.age).ln() * events + open + left;
            sum.accumulate(&(value * times.weight));
        }
    }
}

/// The logarithm of S: fewer than k events came since the last purchase.
pub(super) fn log_open<R: Real>(shape: R, share: R, k: u32) -> R {
    let mut term = R::constant(1.0);
    let mut sum = term;
    for j in 1..k {
        term = term * (shape + f64::from(j - 1)) * share / f64::from(j);
        sum = sum + term;
    }
    sum.ln()
}

/// ln(1 + eᵘ) without overflow.
fn softplus(u: Dual<4>) -> Dual<4> {
    let (value, slope) = softplus_parts(u.value);
    u.chain(value, slope, slope * (1.0 - slope))
}

/// ln(1 + eᵘ) and its slope.
fn softplus_parts(u: f64) -> (f64, f64) {
    let small = libm::exp(-u.abs());
    let rest = libm::log1p(small);
    if u > 0.0 { (u + rest, 1.0 / (1.0 + small)) } else { (rest, small / (1.0 + small)) }
}

/// The cells of one frequency for k = 1, written out: this is where fitting spends its time.
fn random_group(group: &Group, &[r, alpha, a, b]: &[f64; 4], sum: &mut Dual<4>) {
    let x = group.frequency;
    let shape = r + x;
    let left = if group.chances > 0.0 { 1.0 } else { 0.0 };
    let inverse_b = if group.chances > 0.0 { 1.0 / (b + (group.chances - 1.0)) } else { 0.0 };
    let log_odds = if group.chances > 0.0 { libm::log(a * inverse_b) } else { 0.0 };
    let log_alpha = libm::log(alpha);
    let (inverse_alpha, inverse_a) = (1.0 / alpha, 1.0 / a);
    let [mut value, mut g_r, mut g_alpha, mut g_a, mut g_b] = [0.0; 5];
    let [mut rr, mut rl, mut ra, mut rb, mut ll] = [0.0; 5];
    let [mut la, mut lb, mut aa, mut ab, mut bb] = [0.0; 5];
    for times in &group.cells {
        let w = times.weight;
        let since = 1.0 / (alpha + times.age);
        let until = libm::log1p(times.age * inverse_alpha);
        let part = times.age * inverse_alpha * since;
        value -= w * (r * until + x * (log_alpha + until));
        g_r -= w * until;
        g_alpha += w * (r * part - x * since);
        rl += w * part;
        ll += w * (x * since * since - r * part * (inverse_alpha + since));
        if left > 0.0 {
            let seen = 1.0 / (alpha + times.recency);
            let silence = times.age - times.recency;
            let d = libm::log1p(silence * seen);
            let d1 = -silence * seen * since;
            let d2 = -d1 * (seen + since);
            let (plus, s) = softplus_parts(log_odds + shape * d);
            let (ws, bend) = (w * s, w * s * (1.0 - s));
            let l = shape * d1;
            value += w * plus;
            g_r += ws * d;
            g_alpha += ws * l;
            g_a += ws;
            g_b += ws;
            rr += bend * d * d;
            rl += ws * d1 + bend * d * l;
            ra += bend * d;
            ll += ws * shape * d2 + bend * l * l;
            la += bend * l;
            aa += bend - ws;
            bb += bend + ws;
            ab += bend;
        }
    }
    // The odds' own slopes are the same for all cells of the group.
    g_a *= inverse_a;
    g_b *= -inverse_b;
    rb -= ra * inverse_b;
    ra *= inverse_a;
    lb -= la * inverse_b;
    la *= inverse_a;
    aa *= inverse_a * inverse_a;
    bb *= inverse_b * inverse_b;
    ab *= -inverse_a * inverse_b;
    sum.accumulate(&Dual {
        value,
        gradient: [g_r, g_alpha, g_a, g_b],
        hessian: [[rr, rl, ra, rb], [rl, ll, la, lb], [ra, la, aa, ab], [rb, lb, ab, bb]],
    });
}
