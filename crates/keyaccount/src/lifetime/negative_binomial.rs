//! How many random events come in a time, of an account whose rate is gamma distributed: the negative binomial distribution,
//! exact for tiny and for huge shapes, in the middle and in both tails.

use super::real::ln_gamma;
use super::rising::{Rising, STIRLING, stirling_remainder};

/// Half the logarithm of 2π.
const HALF_LOG_TWO_PI: f64 = 0.918_938_533_204_672_8;
/// Steps of the continued fraction at most; it needs some square root of the count.
const MOST_STEPS: u32 = 200_000;

/// Events in the time t, where the rate is Gamma(shape, rate).
#[derive(Clone, Copy, Debug)]
pub(in crate::lifetime) struct NegativeBinomial {
    /// The shape of the rate.
    shape: f64,
    /// rate / (rate + t).
    stay: f64,
    /// t / (rate + t).
    go: f64,
    /// ln((rate + t) / rate).
    log: f64,
}

impl NegativeBinomial {
    /// Shape and rate are above zero, the time is not negative.
    pub(in crate::lifetime) fn new(shape: f64, rate: f64, time: f64) -> Self {
        let all = rate + time;
        Self { shape, stay: rate / all, go: time / all, log: libm::log1p(time / rate) }
    }

    /// The expected number of events.
    pub(in crate::lifetime) fn mean(&self) -> f64 {
        self.shape * self.go / self.stay
    }

    /// Their standard deviation.
    pub(in crate::lifetime) fn deviation(&self) -> f64 {
        libm::sqrt(self.shape * self.go) / self.stay
    }

    /// The probability of none.
    pub(in crate::lifetime) fn none(&self) -> f64 {
        libm::exp(-self.shape * self.log)
    }

    /// The probability of `n` events; n need not be whole.
    ///
    /// Large logarithms that cancel are taken apart before they are computed: Loader (2000), "Fast and accurate computation
    /// of binomial probabilities".
    pub(in crate::lifetime) fn probability(&self, n: f64) -> f64 {
        if n <= 0.0 {
            return self.none();
        }
        if self.go <= 0.0 {
            return 0.0;
        }
        let all = self.shape + n;
        let exponent = error(all)
            - error(self.shape)
            - error(n)
            - deviance(self.shape, all * self.stay)
            - deviance(n, all * self.go);
        libm::exp(exponent) * libm::sqrt(self.shape / (std::f64::consts::TAU * n * all))
    }

    /// The probability of at least `n` events; n need not be whole.
    pub(in crate::lifetime) fn at_least(&self, n: f64) -> f64 {
        if n <= 0.0 {
            return 1.0;
        }
        if self.go <= 0.0 {
            return 0.0;
        }
        let here = self.probability(n);
        if self.go < (n + 1.0) / (n + self.shape + 2.0) {
            return (here * fraction(n, self.shape, self.go)).min(1.0);
        }
        let fewer = here * n / self.shape * fraction(self.shape, n, self.stay);
        if fewer < 0.9 {
            return 1.0 - fewer;
        }
        self.rarely(n).clamp(0.0, 1.0)
    }

    /// The probability of at least `n` events where that is small though n is far below the scale of the count: the shape is
    /// small. The probability of fewer is a power near one, less a series of small terms.
    fn rarely(&self, n: f64) -> f64 {
        let gammas = log_gamma_rise(n, self.shape) - log_gamma_rise(1.0, self.shape);
        let exponent = gammas - self.shape * self.log;
        let mut sum = 0.0;
        let mut term = 1.0;
        let mut i = 1.0;
        for _ in 0..200 {
            term *= (i - n) / i * self.stay;
            let part = term * self.shape / (self.shape + i);
            sum += part;
            if part.abs() <= 1e-18 * (sum.abs() + self.shape) {
                break;
            }
            i += 1.0;
        }
        -libm::expm1(exponent) - libm::exp(exponent) * sum
    }

    /// The probabilities of 0, 1, … events, as many as there is room for.
    pub(in crate::lifetime) fn fill(&self, probabilities: &mut [f64]) {
        let Some(last) = probabilities.len().checked_sub(1) else { return };
        // From the most probable count in both directions: nothing vanishes on the way to where it counts.
        let top = (self.mean() - self.go / self.stay).max(0.0).min(last as f64) as usize;
        let start = self.probability(top as f64);
        let mut here = start;
        let mut n = top as f64;
        for place in probabilities.iter_mut().skip(top) {
            *place = here;
            here *= self.go * ((self.shape + n) / (n + 1.0));
            n += 1.0;
        }
        here = start;
        n = top as f64;
        for place in probabilities.iter_mut().take(top).rev() {
            here *= n / ((self.shape + n - 1.0) * self.go);
            *place = here;
            n -= 1.0;
        }
    }
}

/// lnΓ(x + 1) less Stirling's formula for it.
fn error(x: f64) -> f64 {
    if x >= STIRLING {
        return stirling_remainder(x);
    }
    ln_gamma(x + 1.0) - (x + 0.5) * libm::log(x) + x - HALF_LOG_TWO_PI
}

/// lnΓ(n + by) − lnΓ(n), to the last digit of a small difference too.
fn log_gamma_rise(n: f64, by: f64) -> f64 {
    let mut n = n;
    let mut before = 0.0;
    while n < STIRLING {
        before += libm::log1p(by / n);
        n += 1.0;
    }
    Rising::new(n, by).value - before
}

/// x ln(x/m) + m − x, without losing digits where x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    let difference = x - m;
    if difference.abs() < 0.1 * (x + m) {
        let ratio = difference / (x + m);
        let square = ratio * ratio;
        let mut sum = difference * ratio;
        let mut term = 2.0 * x * ratio;
        let mut order = 3.0;
        for _ in 0..40 {
            term *= square;
            let next = sum + term / order;
            if next.to_bits() == sum.to_bits() {
                break;
            }
            sum = next;
            order += 2.0;
        }
        return sum;
    }
    x * libm::log(x / m) - difference
}

/// The continued fraction of the incomplete beta function (Lentz's method): I_x(a, b) is the term before it, x^a (1−x)^b /
/// (a B(a, b)), times this.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    let mut m = 1.0;
    for _ in 0..MOST_STEPS {
        let double = 2.0 * m;
        let even = m * (b - m) * x / ((a + double - 1.0) * (a + double));
        d = 1.0 / guard(1.0 + even * d);
        c = guard(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + double) * (a + double + 1.0));
        d = 1.0 / guard(1.0 + odd * d);
        c = guard(1.0 + odd / c);
        let change = d * c;
        result *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
        m += 1.0;
    }
    result
}
