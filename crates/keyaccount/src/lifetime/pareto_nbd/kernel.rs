//! What the Pareto/NBD model says of one account, in floats.
//!
//! An account buys at the times of a Poisson process with rate λ until it dies, at a time that is exponential with rate μ.
//! λ is gamma distributed over accounts (shape r, rate α), μ likewise (shape s, rate β). With `a = r + x` and
//! `F(y) = s ∫ᵧ^∞ ((α+y)/(α+u))ᵃ ((β+y)/(β+u))ˢ du/(β+u)`, the probability that an account alive at y with a purchases dies
//! before it buys again, the odds of being dead at T are `F(t_x) / q − F(T)`, `q = ((α+t_x)/(α+T))ᵃ ((β+t_x)/(β+T))ˢ`.

use crate::lifetime::hypergeometric::{Arguments, hypergeometric};
use crate::lifetime::log_concave::{Exponent, integrate};

/// The four parameters, all above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lifetime) struct Kernel {
    pub(in crate::lifetime) r: f64,
    pub(in crate::lifetime) alpha: f64,
    pub(in crate::lifetime) s: f64,
    pub(in crate::lifetime) beta: f64,
}

/// (1 − e^(−k·u)) / k for u ≥ 0, and its limit u at k = 0.
fn saturating(k: f64, u: f64) -> f64 {
    let product = k * u;
    if product.abs() < 1e-17 { u } else { -libm::expm1(-product) / k }
}

impl Kernel {
    /// The kernel of an account that is alive at the end of its observation: what it did only shifts the parameters.
    pub(in crate::lifetime) fn if_alive(&self, x: f64, age: f64) -> Self {
        Self { r: self.r + x, alpha: self.alpha + age, s: self.s, beta: self.beta + age }
    }

    /// That an account alive at y, with `r` as its shape, dies before it buys again: F(y).
    fn dies_first(&self, y: f64) -> f64 {
        let Self { r, alpha, s, beta } = *self;
        let (alpha, beta) = (alpha + y, beta + y);
        let c_less_one = r + s;
        if self.alpha <= self.beta {
            let arguments = Arguments {
                b: s + 1.0,
                c_less_one,
                gap: r - 1.0,
                z: (self.beta - self.alpha) / beta,
                rest: alpha / beta,
            };
            s / c_less_one * (alpha / beta) * hypergeometric(arguments)
        } else {
            let arguments =
                Arguments { b: r, c_less_one, gap: s, z: (self.alpha - self.beta) / alpha, rest: beta / alpha };
            s / c_less_one * hypergeometric(arguments)
        }
    }

    /// The probability that an account with x repeat purchases, the last at t_x, is alive at T.
    pub(in crate::lifetime) fn alive(&self, x: f64, recency: f64, age: f64) -> f64 {
        let silent = age - recency;
        let shape = Self { r: self.r + x, ..*self };
        let fall = shape.r * libm::log1p(silent / (self.alpha + recency))
            + self.s * libm::log1p(silent / (self.beta + recency));
        let stays = libm::exp(-fall);
        let alive = stays / (shape.dies_first(recency) + stays * (1.0 - shape.dies_first(age)));
        alive.clamp(0.0, 1.0)
    }

    /// The expected number of purchases of a new account by time t.
    pub(in crate::lifetime) fn expected(&self, t: f64) -> f64 {
        self.r / self.alpha * self.beta * saturating(self.s - 1.0, libm::log1p(t / self.beta))
    }

    /// The probabilities that a new account has bought 0, 1, 2 … times by time t, so many of them, and more often.
    pub(in crate::lifetime) fn counts(&self, t: f64, counts: usize) -> (Vec<f64>, f64) {
        let mut ways = Ways::new(self.r);
        let mut probabilities = Vec::new();
        for n in 0..counts {
            probabilities.push(if n == 0 { self.none(t) } else { self.count(&ways, t) });
            ways.advance();
        }
        let more = if counts == 0 { 1.0 } else { self.at_least(&ways, t) };
        (probabilities, more)
    }

    /// The probability that a new account has bought n times, from 1, by time t: alive then, or dead since.
    fn count(&self, ways: &Ways, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let Self { r, alpha, s, beta } = *self;
        let (n, log) = (ways.n, ways.log());
        let bought = |y: f64| log - r * libm::log1p(y / alpha) - n * libm::log1p(alpha / y);
        let alive = libm::exp(bought(t) - s * libm::log1p(t / beta));
        let h = |at: f64| {
            let y = libm::exp(at);
            let value = bought(y) + libm::log(s / beta) + at - (s + 1.0) * libm::log1p(y / beta);
            Exponent { value, slope: 1.0 + (n * alpha - r * y) / (alpha + y) - (s + 1.0) * y / (beta + y) }
        };
        (alive + self.until(h, t)).clamp(0.0, 1.0)
    }

    /// The probability that a new account has bought n times or more, n from 1, by time t: the n-th time before it died.
    fn at_least(&self, ways: &Ways, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let Self { r, alpha, s, beta } = *self;
        let (n, log) = (ways.n, ways.log() + libm::log(ways.n));
        let h = |at: f64| {
            let y = libm::exp(at);
            let bought = log - r * libm::log1p(y / alpha) - n * libm::log1p(alpha / y);
            Exponent {
                value: bought - s * libm::log1p(y / beta),
                slope: (n * alpha - r * y) / (alpha + y) - s * y / (beta + y),
            }
        };
        self.until(h, t).clamp(0.0, 1.0)
    }

    /// An integral over the logarithm of time, until t.
    fn until(&self, h: impl Fn(f64) -> Exponent, t: f64) -> f64 {
        let end = libm::log(t);
        integrate(h, end - 700.0, end, &[libm::log(self.alpha), libm::log(self.beta)]).value()
    }

    /// That an account alive at y buys before it dies: the other way round, with purchase and death exchanged.
    pub(in crate::lifetime) fn buys_first(&self, y: f64) -> f64 {
        Self { r: self.s, alpha: self.beta, s: self.r, beta: self.alpha }.dies_first(y)
    }

    /// The probability that a new account has not bought by time t.
    fn none(&self, t: f64) -> f64 {
        let alive = libm::exp(-self.r * libm::log1p(t / self.alpha) - self.s * libm::log1p(t / self.beta));
        (self.dies_first(0.0) + alive * (1.0 - self.dies_first(t))).clamp(0.0, 1.0)
    }

    /// The probability that a new account has bought by time t.
    pub(in crate::lifetime) fn buys_within(&self, t: f64) -> f64 {
        let waits = self.r * libm::log1p(t / self.alpha) + self.s * libm::log1p(t / self.beta);
        let first = self.buys_first(0.0);
        let within = first - libm::exp(-waits) * self.buys_first(t);
        if within > 0.05 * first {
            return within.min(1.0);
        }
        // Soon, the difference would lose digits.
        let mut ways = Ways::new(self.r);
        ways.advance();
        self.at_least(&ways, t)
    }
}

/// Γ(r+n) / (Γ(r) n!) for n = 0, 1, 2 …, as a product that neither overflows nor vanishes.
struct Ways {
    r: f64,
    n: f64,
    product: f64,
    carried: f64,
}

impl Ways {
    const fn new(r: f64) -> Self {
        Self { r, n: 0.0, product: 1.0, carried: 0.0 }
    }

    fn advance(&mut self) {
        self.product *= (self.r + self.n) / (self.n + 1.0);
        self.n += 1.0;
        if !(1e-200..1e200).contains(&self.product) {
            self.carried += libm::log(self.product);
            self.product = 1.0;
        }
    }

    fn log(&self) -> f64 {
        self.carried + libm::log(self.product)
    }
}
