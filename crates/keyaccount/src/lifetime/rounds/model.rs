//! The model of rounds with its parameters: predictions.

use serde::{Deserialize, Serialize};

use super::likelihood::RoundCell;
use super::likelihood::log_likelihood;
use super::summary::{MOST_ROUNDS, RoundSummary};
use crate::lifetime::hypergeometric::{Arguments, hypergeometric};
use crate::lifetime::process::PurchaseCounts;
use crate::problem::{Problem, ProblemCode};
use crate::values::PositiveStatistic;

/// The most rounds ahead for which the chances of counts are told: their work grows with the square.
const MOST_COUNTED: u32 = 2_000;

/// The BG/BB model (Fader, Hardie & Shang 2010) with its parameters: purchases in rounds.
///
/// While an account is there it buys in each round with a chance of its own, which is beta distributed over accounts (shapes
/// α and β); before each round it may leave for good with another chance of its own, beta distributed with shapes γ and δ.
/// None of them has a unit.
///
/// # Examples
/// The parameters that Fader, Hardie and Shang published for 11,104 donors. Who gave in each of six years is there with
/// certainty, and expected to give 3.75 times in the next five.
/// ```
/// use keyaccount::{RoundModelParameters, RoundSummary};
///
/// let model = RoundModelParameters {
///     alpha: "1.204".parse()?,
///     beta: "0.750".parse()?,
///     gamma: "0.657".parse()?,
///     delta: "2.783".parse()?,
/// };
/// let donor = RoundSummary::try_new(6, 6, 6)?;
/// assert_eq!(model.probability_alive(&donor), 1.0);
/// assert!((model.expected_purchases(&donor, 5)? - 3.75).abs() < 0.005);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundModelParameters {
    /// First shape of the chances to buy in a round.
    pub alpha: PositiveStatistic,
    /// Second shape of the chances to buy in a round.
    pub beta: PositiveStatistic,
    /// First shape of the chances to leave before a round.
    pub gamma: PositiveStatistic,
    /// Second shape of the chances to leave before a round.
    pub delta: PositiveStatistic,
}

impl RoundModelParameters {
    fn numbers(&self) -> [f64; 4] {
        [self.alpha.value(), self.beta.value(), self.gamma.value(), self.delta.value()]
    }

    /// The logarithm of the likelihood of an account's purchases.
    #[must_use]
    pub fn log_likelihood(&self, account: &RoundSummary) -> f64 {
        log_likelihood(&[RoundCell { summary: *account, weight: 1.0 }], &self.numbers()).value
    }

    /// The probability that an account was still there in the last round, 0 to 1. It is certain where it bought in that one,
    /// or nothing was to be seen yet.
    #[must_use]
    pub fn probability_alive(&self, account: &RoundSummary) -> f64 {
        let [alpha, beta, gamma, delta] = self.numbers();
        let (x, t) = (f64::from(account.frequency()), f64::from(account.recency()));
        let (mut mass, mut gone, mut i) = (1.0, 0.0, 0.0);
        for _ in account.recency()..account.rounds() {
            let whole = gamma + delta + t + i;
            gone += mass * (gamma / whole);
            mass *= (beta + (t - x) + i) / (alpha + beta + t + i) * ((delta + t + i) / whole);
            i += 1.0;
        }
        mass / (mass + gone)
    }

    /// The probability that an account is still there so many rounds after the last.
    ///
    /// # Errors
    /// A [`Problem`] where that are more than 100,000 rounds.
    pub fn probability_alive_after(&self, account: &RoundSummary, rounds: u32) -> Result<f64, Problem> {
        check_rounds(rounds, MOST_ROUNDS)?;
        let alive = self.probability_alive(account);
        Ok(self.stays(account).take(usize::try_from(rounds).unwrap_or(usize::MAX)).last().unwrap_or(1.0) * alive)
    }

    /// How many purchases are expected in so many rounds that follow.
    ///
    /// # Errors
    /// A [`Problem`] where that are more than 100,000 rounds.
    pub fn expected_purchases(&self, account: &RoundSummary, rounds: u32) -> Result<f64, Problem> {
        self.discounted_purchases(account, Some(rounds), 0.0)
    }

    /// How many purchases are expected in so many rounds that follow, or for ever (none), where a purchase in the j-th round
    /// counts for (1 + rate)⁻ʲ.
    ///
    /// # Errors
    /// A [`Problem`] where that are more than 100,000 rounds, the rate is not from 0 to 1,000, or it is 0 and the purchases
    /// for ever are without limit, as they are if γ is 1 or less.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{RoundModelParameters, RoundSummary};
    ///
    /// let model = RoundModelParameters {
    ///     alpha: "1.204".parse()?,
    ///     beta: "0.750".parse()?,
    ///     gamma: "0.657".parse()?,
    ///     delta: "2.783".parse()?,
    /// };
    /// let donor = RoundSummary::try_new(6, 6, 6)?;
    /// let five = model.discounted_purchases(&donor, Some(5), 0.1)?;
    /// let all = model.discounted_purchases(&donor, None, 0.1)?;
    /// assert!(five < 3.75 && five < all && all < 0.9 / 0.1);
    /// assert!(model.discounted_purchases(&donor, None, 0.0).is_err(), "some stay for ever, nearly");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn discounted_purchases(&self, account: &RoundSummary, rounds: Option<u32>, rate: f64) -> Result<f64, Problem> {
        if !(0.0..=1000.0).contains(&rate) {
            let message = format!("`{rate}` is no discount rate");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, rate, message, "0 to 1000").at("rate"));
        }
        let [alpha, beta, gamma, delta] = self.numbers();
        let (x, n) = (f64::from(account.frequency()), f64::from(account.rounds()));
        let each = self.probability_alive(account) * ((alpha + x) / (alpha + beta + n));
        let (present, still) = (1.0 / (1.0 + rate), delta + n);
        let sum = match rounds {
            Some(rounds) => {
                check_rounds(rounds, MOST_ROUNDS)?;
                let (mut sum, mut worth) = (0.0, 1.0);
                for stays in self.stays(account).take(usize::try_from(rounds).unwrap_or(usize::MAX)) {
                    worth *= present;
                    sum += stays * worth;
                }
                sum
            }
            None if rate > 0.0 => {
                let arguments = Arguments {
                    b: still + 1.0,
                    c_less_one: gamma + still,
                    gap: gamma - 1.0,
                    z: present,
                    rest: rate * present,
                };
                still / (gamma + still) * present * hypergeometric(arguments)
            }
            None if gamma > 1.0 => still / (gamma - 1.0),
            None => {
                let message = "without discount, an account is expected to buy without limit";
                let problem =
                    Problem::new(ProblemCode::InconsistentSettings, rate, message, "a rate above 0, or a horizon");
                return Err(problem.at("rate"));
            }
        };
        Ok(each * sum)
    }

    /// The probabilities that an account buys in 0, 1 … all of so many rounds that follow. There cannot be more.
    ///
    /// # Errors
    /// A [`Problem`] where that are more than 2,000 rounds.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{RoundModelParameters, RoundSummary};
    ///
    /// // Chances spread evenly, and half leave before a round: who is there buys or not, one half each.
    /// let even = "1".parse()?;
    /// let model = RoundModelParameters { alpha: even, beta: even, gamma: even, delta: even };
    /// let counts = model.purchase_counts(&RoundSummary::FIRST, 1)?;
    /// assert_eq!((counts.probabilities, counts.more), (vec![0.75, 0.25], 0.0));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn purchase_counts(&self, account: &RoundSummary, rounds: u32) -> Result<PurchaseCounts, Problem> {
        check_rounds(rounds, MOST_COUNTED)?;
        let [alpha, beta, gamma, delta] = self.numbers();
        let (x, n) = (f64::from(account.frequency()), f64::from(account.rounds()));
        let (a, b, d) = (alpha + x, beta + (n - x), delta + n);
        let alive = self.probability_alive(account);
        // How probable it is to be there for exactly i of the rounds that follow, or for all of them.
        let (mut there, mut lasts, mut i) = (Vec::new(), 1.0, 0.0);
        for _ in 0..rounds {
            let whole = gamma + d + i;
            there.push(lasts * (gamma / whole));
            lasts *= (d + i) / whole;
            i += 1.0;
        }
        there.push(lasts);
        let mut probabilities = Vec::new();
        // The logarithm of the chance to buy in all of k rounds.
        let (mut every, mut k) = (0.0, 0.0);
        for count in 0..=rounds {
            let (mut chance, mut sum, mut i) = (every, 0.0, k);
            for there in there.iter().skip(usize::try_from(count).unwrap_or(usize::MAX)) {
                sum += there * libm::exp(chance);
                // The chance to buy k times in one round more.
                chance += libm::log((i + 1.0) / (i + 1.0 - k) * ((b + (i - k)) / (a + b + i)));
                i += 1.0;
            }
            probabilities.push(alive * sum + if count == 0 { 1.0 - alive } else { 0.0 });
            every += libm::log((a + k) / (a + b + k));
            k += 1.0;
        }
        Ok(PurchaseCounts { probabilities, more: 0.0 })
    }

    /// The probability that an account buys in none of so many rounds that follow.
    ///
    /// # Errors
    /// A [`Problem`] where that are more than 100,000 rounds.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{RoundModelParameters, RoundSummary};
    ///
    /// let even = "1".parse()?;
    /// let model = RoundModelParameters { alpha: even, beta: even, gamma: even, delta: even };
    /// assert_eq!(model.probability_of_no_purchase(&RoundSummary::FIRST, 1)?, 0.75);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn probability_of_no_purchase(&self, account: &RoundSummary, rounds: u32) -> Result<f64, Problem> {
        check_rounds(rounds, MOST_ROUNDS)?;
        let [alpha, beta, gamma, delta] = self.numbers();
        let (x, n) = (f64::from(account.frequency()), f64::from(account.rounds()));
        let (a, b, d) = (alpha + x, beta + (n - x), delta + n);
        // There for i rounds and bought in none of them, then gone; or there for all.
        let (mut none, mut silent, mut i) = (0.0, 1.0, 0.0);
        for _ in 0..rounds {
            let whole = gamma + d + i;
            none += silent * (gamma / whole);
            silent *= (d + i) / whole * ((b + i) / (a + b + i));
            i += 1.0;
        }
        let alive = self.probability_alive(account);
        Ok((1.0 - alive) + alive * (none + silent))
    }

    /// The probabilities that an account which was there in its last round is still there 1, 2 … rounds later.
    fn stays(&self, account: &RoundSummary) -> impl Iterator<Item = f64> {
        let [_, _, gamma, delta] = self.numbers();
        let mut still = delta + f64::from(account.rounds());
        std::iter::successors(Some(1.0), move |stays| {
            let next = stays * (still / (gamma + still));
            still += 1.0;
            Some(next)
        })
        .skip(1)
    }
}

fn check_rounds(rounds: u32, most: u32) -> Result<(), Problem> {
    if rounds <= most {
        return Ok(());
    }
    let message = format!("{rounds} are too many rounds");
    Err(Problem::new(ProblemCode::NumberOutOfRange, rounds, message, format!("0 to {most}")).at("rounds"))
}
