//! Purchases that count for less the later they come.
//!
//! For any model the discounted purchases are ∫ e^(−δt) dE(t), which by parts is e^(−δH) E(H) + δ ∫ e^(−δt) E(t) dt: a sum of
//! positive terms of which the expected purchases E are all that has to be known. In τ = ln(1 + t/c), where c is the time at
//! which the model's own time scale begins, E has no singularity nearer than π to the real line; on panels of at most 2.2 with
//! a fall of e^(−δt) of at most ten e-folds, sixteen Gauss–Legendre points err by less than 10⁻¹³ of the sum; where accounts
//! leave so quickly that E bends long before c, panels begin shorter and grow. Beyond 40 e-folds nothing is left. Models with
//! a closed form for all time to come use that.

use super::log_concave::visit;
use super::model::{PurchaseModelParameters, check_horizon};
use super::process::PurchaseProcess;
use super::summary::PurchaseSummary;
use crate::problem::{Problem, ProblemCode};

/// The longest panel in the logarithm of time.
const LONGEST_PANEL: f64 = 2.2;
/// The most e-folds of discount a panel.
const STEEPEST_PANEL: f64 = 10.0;
/// How many events the first panel may expect: by how much the next ones may be further off, the process says.
const QUICK_PANEL: f64 = 8.0;
/// What lies beyond so many e-folds of discount is not there.
const CUT: f64 = 40.0;

/// How fast the worth of a purchase decays with the time it is off: a rate of continuous discounting per unit of time.
///
/// # Examples
/// 15 % a year, where times are in weeks: ln 1.15 / 52.18.
/// ```
/// use keyaccount::DiscountRate;
///
/// let rate = DiscountRate::annual(0.15, DiscountRate::WEEKS_PER_YEAR)?;
/// assert!((rate.value() - 0.002_678_6).abs() < 1e-6);
/// // After a year a dollar is worth 1 / 1.15.
/// assert!((rate.present_value(DiscountRate::WEEKS_PER_YEAR) - 1.0 / 1.15).abs() < 1e-12);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct DiscountRate(f64);

impl DiscountRate {
    /// A purchase counts the same whenever it comes.
    pub const NONE: Self = Self(0.0);
    /// Days in a mean year of the calendar.
    pub const DAYS_PER_YEAR: f64 = 365.2425;
    /// Weeks in a mean year of the calendar. The papers on CDNOW take 52.
    pub const WEEKS_PER_YEAR: f64 = 365.2425 / 7.0;

    /// A rate of continuous discounting, δ, per unit of time of the summaries.
    ///
    /// # Errors
    /// A [`Problem`] where it is not from 10⁻⁹ to 1,000, nor 0.
    pub fn continuous(rate: f64) -> Result<Self, Problem> {
        if (1e-9..=1000.0).contains(&rate) || (rate.abs() <= 0.0) {
            return Ok(Self(rate + 0.0));
        }
        let message = format!("`{rate}` is no discount rate for a unit of time");
        Err(Problem::new(ProblemCode::NumberOutOfRange, rate, message, "0, or 1e-9 to 1000").at("rate"))
    }

    /// An effective annual rate d, such as 0.15 for 15 % a year, where a year has so many of the summaries' units of time:
    /// δ = ln(1 + d) / units.
    ///
    /// # Errors
    /// A [`Problem`] where the annual rate is not from 0 to 1,000, the units are not from 10⁻³ to 10⁹, or what comes of both is
    /// above 0 and below 10⁻⁹.
    pub fn annual(rate: f64, units_per_year: f64) -> Result<Self, Problem> {
        if !(0.0..=1000.0).contains(&rate) {
            let message = format!("`{rate}` is no annual discount rate");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, rate, message, "0 to 1000").at("rate"));
        }
        if !(1e-3..=1e9).contains(&units_per_year) {
            let message = format!("a year has not `{units_per_year}` units of time");
            let problem = Problem::new(ProblemCode::NumberOutOfRange, units_per_year, message, "0.001 to 1e9");
            return Err(problem.at("units_per_year"));
        }
        Self::continuous(libm::log1p(rate) / units_per_year)
    }

    /// The rate of continuous discounting per unit of time.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// What one is worth that comes after so much time.
    #[must_use]
    pub fn present_value(self, time: f64) -> f64 {
        libm::exp(-self.0 * time)
    }
}

impl PurchaseModelParameters {
    /// How many purchases are expected of an account in the horizon that follows its summary, or for ever (none), where a
    /// purchase after time t counts for e^(−δt): discounted expected residual transactions (DERT), in the papers' words.
    ///
    /// Times the margin and the expected amount of a purchase, this is the account's lifetime value from now on: see
    /// [`lifetime_value`](Self::lifetime_value).
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹, or where, without discount and for ever, an account is expected
    /// to buy without limit: as it is where a (BG family) or s (Pareto/NBD) is 1 or less.
    ///
    /// # Examples
    /// With the parameters that Fader, Hardie and Lee (2005) published for CDNOW, at 15 % a year:
    /// ```
    /// use keyaccount::{DiscountRate, PurchaseModelParameters, PurchaseSummary};
    ///
    /// let model = PurchaseModelParameters::ParetoNbd {
    ///     r: "0.553".parse()?,
    ///     alpha: "10.578".parse()?,
    ///     s: "0.606".parse()?,
    ///     beta: "11.669".parse()?,
    /// };
    /// let account = PurchaseSummary::try_new(6, 31.0, 39.0)?;
    /// let yearly = DiscountRate::annual(0.15, 52.0)?;
    /// let for_ever = model.discounted_purchases(&account, None, yearly)?;
    /// let in_a_year = model.discounted_purchases(&account, Some(52.0), yearly)?;
    /// assert!(in_a_year < for_ever && in_a_year < model.expected_purchases(&account, 52.0)?);
    /// assert!(model.discounted_purchases(&account, None, DiscountRate::NONE).is_err(), "s is below 1");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn discounted_purchases(
        &self,
        account: &PurchaseSummary,
        horizon: Option<f64>,
        rate: DiscountRate,
    ) -> Result<f64, Problem> {
        horizon.map_or(Ok(()), check_horizon)?;
        discounted(self.process().as_ref(), account, horizon, rate).ok_or_else(|| {
            let message = "without discount, an account is expected to buy without limit";
            let allowed = "a discount rate above 0, or a horizon";
            Problem::new(ProblemCode::InconsistentSettings, rate.value(), message, allowed).at("rate")
        })
    }

    /// What an account's purchases from now on are worth today: margin × expected amount × discounted purchases.
    ///
    /// The margin is the part of an amount that is earned, such as 0.3; the amount is what a purchase is expected to be worth,
    /// as a [`SpendModelParameters`](crate::SpendModelParameters) tells. That they may be multiplied rests on both models: that
    /// what an account spends has nothing to do with how often it buys.
    ///
    /// # Errors
    /// As [`discounted_purchases`](Self::discounted_purchases), and where margin or amount are not numbers from -10¹⁵ to 10¹⁵.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{DiscountRate, PurchaseModelParameters, PurchaseSummary};
    ///
    /// let model: PurchaseModelParameters = serde_json::from_str(
    ///     r#"{"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"}"#,
    /// )?;
    /// let (account, yearly) = (PurchaseSummary::try_new(2, 30.43, 38.86)?, DiscountRate::annual(0.15, 52.0)?);
    /// let purchases = model.discounted_purchases(&account, Some(52.0), yearly)?;
    /// assert_eq!(model.lifetime_value(&account, Some(52.0), yearly, 0.5, 40.0)?, 0.5 * 40.0 * purchases);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lifetime_value(
        &self,
        account: &PurchaseSummary,
        horizon: Option<f64>,
        rate: DiscountRate,
        margin: f64,
        amount: f64,
    ) -> Result<f64, Problem> {
        for (name, number) in [("margin", margin), ("amount", amount)] {
            if !(-1e15..=1e15).contains(&number) {
                let message = format!("`{number}` is no {name}");
                return Err(Problem::new(ProblemCode::NumberOutOfRange, number, message, "-1e15 to 1e15").at(name));
            }
        }
        Ok(margin * amount * self.discounted_purchases(account, horizon, rate)?)
    }
}

/// The discounted purchases; none where they are without limit.
fn discounted(
    process: &dyn PurchaseProcess,
    account: &PurchaseSummary,
    horizon: Option<f64>,
    DiscountRate(rate): DiscountRate,
) -> Option<f64> {
    let alive = process.probability_alive(account);
    if rate <= 0.0 {
        return match horizon {
            Some(horizon) => Some(process.expected_purchases(account, horizon)),
            None => process.for_ever_if_alive(account).map(|purchases| alive * purchases),
        };
    }
    if horizon.is_none()
        && let Some(purchases) = process.discounted_if_alive(account, rate)
    {
        return Some(alive * purchases);
    }
    let last = CUT / rate;
    let (end, worth) = match horizon.filter(|horizon| *horizon < last) {
        Some(horizon) => (horizon, libm::exp(-rate * horizon)),
        None => (last, 0.0),
    };
    let expected = process.expectation_if_alive(account, end);
    let scale = process.time_scale(account);
    let quick = QUICK_PANEL / process.quickest(account);
    let (mut from, mut sum) = (0.0, if worth > 0.0 { worth * expected(end) } else { 0.0 });
    let end_at = libm::log1p(end / scale);
    while from < end_at {
        let steepest = libm::log1p(libm::expm1(from) + STEEPEST_PANEL / (rate * scale));
        let since = scale * libm::expm1(from);
        let quickest = libm::log1p(quick.max(process.stretch() * since) / scale);
        let to = (from + LONGEST_PANEL).min(steepest).min(quickest).min(end_at);
        visit(from, to, |at, weight| {
            let time = scale * libm::expm1(at);
            let density = rate * (scale + time) * libm::exp(-rate * time);
            sum += weight * density * expected(time);
        });
        // Where no float lies between, nothing does.
        from = if to > from { to } else { end_at };
    }
    Some(alive * sum)
}

#[cfg(test)]
mod tests;
