//! Counts of purchases and, for regular purchases (k > 1), their expectation.
//!
//! Of an account that is alive, j < k events have come since its last purchase, with the probability wⱼ ∝ (R)ⱼ/j! qʲ, q =
//! (T−t_x)/(α+T); given j its rate is Gamma(R + j, α + T). N events in the time ahead, negative binomially distributed, make
//! M = ⌊(j + N)/k⌋ purchases, if it does not leave before: after each purchase it stays with a chance whose product over y − 1
//! purchases is β_y = E[(1−p)^(y−1)] = B(a, B+y−1)/B(a, B), so that P(Y ≥ y) = β_y P(M ≥ y). All of it is exact, with
//! positive terms alone.

#![expect(clippy::arithmetic_side_effects, reason = "arithmetic of floats; counts are bounded before")]

use crate::lifetime::negative_binomial::NegativeBinomial;
use crate::lifetime::quadrature::integral;
use crate::lifetime::rising::Rising;

/// How many purchases are summed one by one.
const ONE_BY_ONE: usize = 4_096;
/// How many are, before the rest is integrated.
const HEAD: usize = 512;
/// What is too little to add.
const NEGLIGIBLE: f64 = 1e-18;

/// What the time ahead may bring an account that is alive.
pub(super) struct Ahead {
    /// Every how many events there is a purchase.
    k: usize,
    /// For each number of events since the last purchase: how probable, and the events ahead.
    phases: Vec<(f64, NegativeBinomial)>,
    /// The shapes of the chance to leave.
    leave: f64,
    stay: f64,
}

impl Ahead {
    /// `shape` and `rate` are those of the rate of an account that bought just now; `silence` is the part of the time since
    /// the first purchase (with α) that has passed since the last one.
    pub(super) fn new(k: u32, (shape, rate): (f64, f64), silence: f64, (leave, stay): (f64, f64), time: f64) -> Self {
        let mut weight = 1.0;
        let mut all = 0.0;
        let mut phases = Vec::new();
        for j in 0..k {
            // Just after a purchase there are no events since.
            if weight <= 0.0 {
                break;
            }
            let events = shape + f64::from(j);
            phases.push((weight, NegativeBinomial::new(events, rate, time)));
            all += weight;
            weight *= events * silence / (f64::from(j) + 1.0);
        }
        for (weight, _) in &mut phases {
            *weight /= all;
        }
        Self { k: k as usize, phases, leave, stay }
    }

    /// The probabilities of M = 0, 1 … and, last, of as many as there are before it or more.
    fn potential(&self, counts: usize) -> Vec<f64> {
        let mut purchases = vec![0.0; counts + 1];
        let mut events = Vec::new();
        for (j, (weight, ahead)) in self.phases.iter().enumerate() {
            events.clear();
            events.resize(self.k * counts - j, 0.0);
            ahead.fill(&mut events);
            for (n, probability) in events.iter().enumerate() {
                if let Some(place) = purchases.get_mut((j + n) / self.k) {
                    *place += weight * probability;
                }
            }
            if let Some(last) = purchases.last_mut() {
                *last += weight * ahead.at_least(events.len() as f64);
            }
        }
        purchases
    }

    /// The probabilities of 0, 1 … purchases, and of at least `counts`, which is one or more.
    pub(super) fn counts(&self, counts: usize) -> (Vec<f64>, f64) {
        let mut potential = self.potential(counts);
        let mut more = potential.pop().unwrap_or_default();
        let mut stays = Vec::with_capacity(counts);
        let mut stay = 1.0;
        for y in 1..=counts {
            stays.push(stay);
            stay *= self.stay_again(y as f64);
        }
        let beyond = more * stays.last().copied().unwrap_or(1.0);
        // From the top down: those who might buy more often, but leave.
        for (y, place) in potential.iter_mut().enumerate().rev() {
            let here = *place;
            if let Some(stayed) = y.checked_sub(1).and_then(|before| stays.get(before)) {
                *place = stayed * (here + more * self.leave / (self.leave + self.stay + (y as f64 - 1.0)));
            }
            more += here;
        }
        (potential, beyond)
    }

    /// β_{y+1} / β_y.
    fn stay_again(&self, y: f64) -> f64 {
        (self.stay + (y - 1.0)) / (self.leave + self.stay + (y - 1.0))
    }

    /// P(M ≥ y), for any y from 1.
    fn reaches(&self, y: f64) -> f64 {
        let events = self.k as f64 * y;
        self.phases.iter().enumerate().map(|(j, (weight, ahead))| weight * ahead.at_least(events - j as f64)).sum()
    }

    /// The expected purchases of an account that is alive.
    pub(super) fn expected(&self) -> f64 {
        // Where the last counts matter that can be: doubled until what follows does not.
        let mut last = 64.0;
        while last < 1e15 && last * self.reaches(last) > NEGLIGIBLE * self.reaches(1.0) {
            last *= 2.0;
        }
        if last <= ONE_BY_ONE as f64 {
            return self.sum(last as usize);
        }
        self.sum(HEAD) + self.rest(last)
    }

    /// Σ β_y P(M ≥ y), one by one.
    fn sum(&self, counts: usize) -> f64 {
        let mut potential = self.potential(counts);
        let mut more = potential.pop().unwrap_or_default();
        let mut reaches: Vec<f64> = potential
            .iter()
            .skip(1)
            .rev()
            .map(|probability| {
                let here = more + probability;
                more = here;
                here
            })
            .collect();
        reaches.reverse();
        let mut stay = 1.0;
        let mut sum = 0.0;
        for (y, reaches) in reaches.iter().enumerate() {
            sum += stay * reaches;
            stay *= self.stay_again(y as f64 + 1.0);
        }
        sum
    }

    /// The sum from [`HEAD`] on, of a function that hardly changes from count to count: by Euler and Maclaurin its integral
    /// from half a count before, with a correction by its slope there.
    fn rest(&self, last: f64) -> f64 {
        let from = HEAD as f64 - 0.5;
        let start = Rising::new(self.stay, self.leave).value;
        let stays = |y: f64| libm::exp(start - Rising::new(self.stay + (y - 1.0), self.leave).value);
        let term = |y: f64| stays(y) * self.reaches(y);
        let narrowest = self
            .phases
            .iter()
            .map(|(_, ahead)| (ahead.mean(), ahead.deviation()))
            .fold((f64::MAX, f64::MAX), |(mean, deviation), (m, d)| (mean.min(m), deviation.min(d)));
        let (mean, deviation) = (narrowest.0 / self.k as f64, narrowest.1 / self.k as f64);
        // Below this all counts are reached for certain; from here on they change on the scale of the deviation.
        let certain = (mean - 12.0 * deviation).max(from);
        let mut sum = 0.0;
        let mut edge = from;
        while edge < last {
            let longest = if edge < certain { (certain - edge).max(deviation) } else { deviation };
            let next = edge + longest.min(0.5 * edge);
            let part = integral(edge, next, term);
            sum += part;
            edge = next;
            if part < NEGLIGIBLE * sum && edge > mean {
                break;
            }
        }
        let step = 1.0;
        let slope = (term(from + step) - term(from - step)) / (2.0 * step);
        sum + slope / 24.0
    }
}
