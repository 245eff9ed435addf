//! What a set of independent deals will bring: the public face of the kernel.

use super::deals::{Deals, MILLION};
use super::kernel::Kernel;
use super::method::DistributionMethod;
use crate::problem::{Problem, ProblemCode};
use crate::values::{Currency, CurrencySum, Estimate, ExactSum, Money, Probability};

/// How far a probability may be below a wanted one to round to it at the twelve places of an [`Estimate`].
const ROUNDS_UP: f64 = 4.9e-13;

/// The distribution of the sum of independent deals, each of which brings its whole amount or nothing.
///
/// It is computed, not simulated, so that the same deals, in any order, give the same result to the last digit. How
/// is chosen by itself: deals that are certain are taken out, few outcomes are listed, amounts on a small lattice are
/// convolved, and of many deals the characteristic function is inverted, with the few that dwarf all others apart.
/// [`error_bound`](Self::error_bound) says how far a probability can be off. It is 10⁻¹⁰ or less unless no way leads
/// there: with some forty to a few thousand deals of small probability whose amounts have nothing in common, single
/// outcomes are likelier than that and too many to list. The bound is then as large as what was left out.
///
/// # Examples
/// Two deals of an even chance:
/// ```
/// use keyaccount::{BookingDistribution, CurrencySum, Money};
///
/// let euro = "EUR".parse()?;
/// let deals = [(Money::parse("1000", euro)?, "0.5".parse()?), (Money::parse("250.50", euro)?, "0.5".parse()?)];
/// let bookings = BookingDistribution::of(euro, &deals)?;
/// assert_eq!(bookings.mean().to_string(), "625.25 EUR");
/// let quota = CurrencySum::from(Money::parse("1000", euro)?);
/// assert_eq!(bookings.probability_at_least(&quota)?.to_string(), "0.5");
/// assert_eq!(bookings.cdf(&quota)?.to_string(), "0.75");
/// assert_eq!(bookings.quantile("0.3".parse()?).to_string(), "250.50 EUR");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct BookingDistribution {
    pub(super) currency: Currency,
    /// Decimal places of a unit.
    pub(super) places: u32,
    /// Each deal in units and millionths, as given.
    pub(super) given: Vec<(u64, u32)>,
    pub(super) deals: Deals,
    pub(super) kernel: Kernel,
    mean: ExactSum,
    variance: f64,
}

impl BookingDistribution {
    /// The distribution of what deals of one currency bring, each worth an amount with a probability.
    ///
    /// # Errors
    /// A [`Problem`] where an amount is in another currency.
    pub fn of(currency: Currency, deals: &[(Money, Probability)]) -> Result<Self, Problem> {
        if let Some(at) = deals.iter().position(|(amount, _)| amount.currency() != currency) {
            let amount = deals.get(at).map(|(amount, _)| amount.to_string()).unwrap_or_default();
            return Err(mixed(currency, &amount).at(format!("deals[{at}]")));
        }
        let places = deals.iter().map(|(amount, _)| amount.amount().scale()).max().unwrap_or(0);
        let given: Vec<(u64, u32)> =
            deals.iter().map(|(amount, probability)| (units(*amount, places), millionths(*probability))).collect();
        let mut weighted = 0_i128;
        for (units, millionths) in &given {
            weighted = weighted.saturating_add(i128::from(*units).saturating_mul(i128::from(*millionths)));
        }
        let deals = Deals::sorted(given.iter().copied());
        let (kernel, moments) = Kernel::of(&deals.open, deals.unit);
        let unit = deals.unit as f64;
        let major = unit / 10_u64.saturating_pow(places) as f64;
        let variance = moments.variance * major * major;
        let mean = ExactSum::of_units(weighted, places.saturating_add(6));
        Ok(Self { currency, places, given, deals, kernel, mean, variance })
    }

    /// The currency of all amounts.
    ///
    /// # Examples
    /// ```
    /// let nothing = keyaccount::BookingDistribution::of("EUR".parse()?, &[])?;
    /// assert_eq!(nothing.currency().code(), "EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Σ amount × probability, exact and rounded once: the weighted forecast.
    ///
    /// # Examples
    /// ```
    /// let nothing = keyaccount::BookingDistribution::of("EUR".parse()?, &[])?;
    /// assert_eq!(nothing.mean().to_string(), "0.00 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn mean(&self) -> CurrencySum {
        CurrencySum::new(&self.mean, self.currency)
    }

    /// Σ amount² × probability × (1 − probability), in the currency's major unit squared.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.2".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal, deal])?;
    /// assert!((bookings.variance() - 2.0 * 100.0 * 0.2 * 0.8).abs() < 1e-12);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.variance
    }

    /// The square root of the variance, rounded to the minor unit.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.5".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal])?;
    /// assert_eq!(bookings.standard_deviation().to_string(), "5.00 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn standard_deviation(&self) -> CurrencySum {
        self.in_money(libm::sqrt(self.variance))
    }

    /// How it was computed.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, DistributionMethod};
    ///
    /// let nothing = BookingDistribution::of("EUR".parse()?, &[])?;
    /// assert_eq!(nothing.method(), DistributionMethod::Certain);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn method(&self) -> DistributionMethod {
        self.kernel.method
    }

    /// How far a probability can be off: what rounding, the tails and the terms left out come to.
    ///
    /// What a truncated series leaves out is measured where amounts in use make it large (at round steps and at
    /// divisors that amounts share) and taken at its mean elsewhere, so this is an estimate there and no proof.
    ///
    /// # Examples
    /// ```
    /// let nothing = keyaccount::BookingDistribution::of("EUR".parse()?, &[])?;
    /// assert_eq!(nothing.error_bound().to_string(), "0");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn error_bound(&self) -> Estimate {
        Estimate::rounded_up(self.kernel.error)
    }

    /// The probability that the deals bring an amount or less.
    ///
    /// # Errors
    /// A [`Problem`] where the amount is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.2".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal])?;
    /// assert_eq!(bookings.cdf(&Money::parse("9.99", "EUR".parse()?)?.into())?.to_string(), "0.8");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn cdf(&self, amount: &CurrencySum) -> Result<Estimate, Problem> {
        let (units, _) = self.whole_units(amount)?;
        Ok(Estimate::rounded(self.at_most(units)))
    }

    /// The probability that the deals bring an amount or more: the odds of a quota.
    ///
    /// # Errors
    /// A [`Problem`] where the quota is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.2".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal])?;
    /// assert_eq!(bookings.probability_at_least(&Money::parse("10", "EUR".parse()?)?.into())?.to_string(), "0.2");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn probability_at_least(&self, quota: &CurrencySum) -> Result<Estimate, Problem> {
        Ok(Estimate::rounded(1.0 - self.at_most(self.below(quota)?)))
    }

    /// The smallest attainable amount that the deals stay at or below with at least a probability.
    ///
    /// Zero gives the smallest amount there is and one the largest. Where a series was inverted, attainable is every
    /// multiple of what the amounts share.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.2".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal])?;
    /// assert_eq!(bookings.quantile("0.8".parse()?).to_string(), "0.00 EUR");
    /// assert_eq!(bookings.quantile("0.81".parse()?).to_string(), "10.00 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn quantile(&self, probability: Probability) -> CurrencySum {
        let millionths = millionths(probability);
        let wanted = f64::from(millionths) / f64::from(MILLION) - ROUNDS_UP;
        let total = self.deals.open.iter().fold(0_i128, |total, deal| total.saturating_add(deal.units.into()));
        let place = match millionths {
            0 => 0,
            MILLION => total,
            _ => smallest(total, |place| self.kernel.cdf(place) >= wanted),
        };
        let units = place.saturating_mul(self.deals.unit.into());
        let units = units.saturating_add(i128::try_from(self.deals.certain).unwrap_or(i128::MAX));
        let amount = ExactSum::of_units(units, self.places).written_in(self.currency);
        CurrencySum { amount, currency: self.currency }
    }

    /// What is missing to a quota on average: E[max(0, quota − S)], where what exceeds it counts nothing.
    ///
    /// # Errors
    /// A [`Problem`] where the quota is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.2".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal])?;
    /// let quota = Money::parse("4", "EUR".parse()?)?.into();
    /// assert_eq!(bookings.expected_shortfall(&quota)?.to_string(), "3.20 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn expected_shortfall(&self, quota: &CurrencySum) -> Result<CurrencySum, Problem> {
        let (units, rest) = self.whole_units(quota)?;
        let left = units.saturating_sub(i128::try_from(self.deals.certain).unwrap_or(i128::MAX));
        if left < 0 {
            return Ok(self.in_money(0.0));
        }
        let unit = i128::from(self.deals.unit);
        let place = left.checked_div(unit).unwrap_or_default();
        let rest = left.checked_rem(unit).unwrap_or_default() as f64 + rest;
        let shortfall = self.kernel.shortfall(place) * self.deals.unit as f64 + rest * self.kernel.cdf(place);
        Ok(self.in_money(shortfall / 10_u64.saturating_pow(self.places) as f64))
    }

    /// The probability of so many units of the input or fewer.
    pub(super) fn at_most(&self, units: i128) -> f64 {
        let left = units.saturating_sub(i128::try_from(self.deals.certain).unwrap_or(i128::MAX));
        if left < 0 { 0.0 } else { self.kernel.cdf(left.checked_div(self.deals.unit.into()).unwrap_or_default()) }
    }

    /// The largest number of units below a quota.
    pub(super) fn below(&self, quota: &CurrencySum) -> Result<i128, Problem> {
        let (units, rest) = self.whole_units(quota)?;
        Ok(if rest > 0.0 { units } else { units.saturating_sub(1) })
    }

    fn whole_units(&self, amount: &CurrencySum) -> Result<(i128, f64), Problem> {
        if amount.currency == self.currency {
            Ok(amount.amount.whole_units(self.places))
        } else {
            Err(mixed(self.currency, &amount.to_string()))
        }
    }

    /// A statistic in major units as money.
    fn in_money(&self, amount: f64) -> CurrencySum {
        let exact: ExactSum = format!("{amount:.9}").parse().unwrap_or_default();
        CurrencySum::new(&exact, self.currency)
    }
}

fn mixed(currency: Currency, amount: &str) -> Problem {
    let message = format!("`{amount}` is not in {currency}");
    Problem::new(ProblemCode::MixedCurrencies, amount, message, format!("amounts in {currency}"))
}

/// The smallest place from zero to the last at which something holds that holds at the last and after where it began.
fn smallest(last: i128, holds: impl Fn(i128) -> bool) -> i128 {
    let (mut low, mut high) = (-1_i128, last);
    while high.saturating_sub(low) > 1 {
        let middle = low.saturating_add(high.saturating_sub(low) >> 1);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// An amount in units of so many decimal places, which it has or fewer.
fn units(amount: Money, places: u32) -> u64 {
    let amount = amount.amount();
    let power = 10_i128.saturating_pow(places.saturating_sub(amount.scale()));
    u64::try_from(amount.mantissa().saturating_mul(power)).unwrap_or(u64::MAX)
}

fn millionths(probability: Probability) -> u32 {
    let probability = probability.value();
    let power = 10_i128.saturating_pow(6_u32.saturating_sub(probability.scale()));
    u32::try_from(probability.mantissa().saturating_mul(power)).unwrap_or(MILLION)
}
