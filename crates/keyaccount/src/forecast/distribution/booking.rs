//! What a set of independent deals will bring: the public face of the kernel.

use rust_decimal::Decimal;

use super::copula::Copula;
use super::deals::Deals;
use super::kernel::{Effort, Kernel};
use super::law::Law;
use super::method::DistributionMethod;
use super::search::smallest;
use crate::forecast::normal;
use crate::problem::{Problem, ProblemCode};
use crate::values::decimal::to_f64;
use crate::values::{Currency, CurrencySum, Estimate, ExactSum, MarketCorrelation, Money, Probability};

/// Chances are whole trillionths: an [`Estimate`] has twelve places, a [`Probability`] six.
pub(super) const TRILLION: u64 = 1_000_000_000_000;
pub(super) const CHANCE_PLACES: u32 = 12;

/// How far a probability may be below a wanted one to round to it at the twelve places of an [`Estimate`].
const ROUNDS_UP: f64 = 4.9e-13;

/// The distribution of the sum of independent deals, each of which brings its whole amount or nothing.
///
/// It is computed, not simulated, so that the same deals, in any order, give the same result to the last digit. How
/// is chosen by itself: deals that are certain are taken out, few outcomes are listed, amounts on a small lattice are
/// convolved, and of many deals the characteristic function is inverted, with the few that dwarf all others apart.
/// [`error_bound`](Self::error_bound) says how far a probability can be off. It is 10⁻⁹ or less with up to 40 deals, with
/// amounts of which multiples of a common unit are at most some millions, and with many deals. In between, where amounts
/// have nothing in common (made up to the cent, up to 10⁸), single outcomes are likelier than that and too many to list
/// them all. The likeliest, up to a million, are listed then and a series is inverted for the others: the bound is some
/// 10⁻⁷, at the most 10⁻⁵, from 41 deals to where the expected number of wins (or losses, if fewer) passes about twenty.
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
    /// Each deal in units and trillionths, as given.
    pub(super) given: Vec<(u64, u64)>,
    pub(super) deals: Deals,
    pub(super) law: Law,
    /// The market that deals have in common, where there is one.
    pub(super) copula: Option<Copula>,
    /// Σ units × trillionths.
    weighted: i128,
    mean: ExactSum,
    variance: f64,
}

impl BookingDistribution {
    /// The distribution of what deals of one currency bring, each worth an amount with a probability.
    ///
    /// # Errors
    /// A [`Problem`] where an amount is in another currency.
    pub fn of(currency: Currency, deals: &[(Money, Probability)]) -> Result<Self, Problem> {
        let deals = deals.iter().map(|(amount, probability)| (*amount, probability.value()));
        Self::of_decimals(currency, deals, MarketCorrelation::default())
    }

    /// The distribution of what deals of one currency bring, each with a chance that statistics tell, such as a learned
    /// rate.
    ///
    /// # Errors
    /// A [`Problem`] where an amount is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("300", "EUR".parse()?)?, "0.333333333333".parse()?);
    /// let bookings = BookingDistribution::of_chances("EUR".parse()?, &[deal])?;
    /// assert_eq!(bookings.cdf(&Money::parse("299", "EUR".parse()?)?.into())?.to_string(), "0.666666666667");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn of_chances(currency: Currency, deals: &[(Money, Estimate)]) -> Result<Self, Problem> {
        let deals = deals.iter().map(|(amount, chance)| (*amount, chance.value()));
        Self::of_decimals(currency, deals, MarketCorrelation::default())
    }

    /// The distribution of deals with a market in common, in the one-factor Gaussian copula: where it is good, all chances
    /// are higher, where it is bad, lower, and on average each deal has its own.
    ///
    /// The mean stays, and the distribution widens. A correlation of zero gives what [`of_chances`](Self::of_chances)
    /// gives, to the last bit. The market is integrated over by quadrature, whose error is measured and is in the
    /// [`error_bound`](Self::error_bound).
    ///
    /// # Errors
    /// A [`Problem`] where an amount is in another currency.
    ///
    /// # Examples
    /// Two even chances are won together with a probability of ¼ + arcsin(ρ)/2π: a third at a correlation of a half.
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.5".parse()?);
    /// let bookings = BookingDistribution::with_market("EUR".parse()?, &[deal, deal], "0.5".parse()?)?;
    /// assert_eq!(bookings.mean().to_string(), "10.00 EUR");
    /// let both = bookings.probability_at_least(&Money::parse("20", "EUR".parse()?)?.into())?;
    /// assert!(both.to_string().starts_with("0.3333333333"));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn with_market(
        currency: Currency,
        deals: &[(Money, Estimate)],
        correlation: MarketCorrelation,
    ) -> Result<Self, Problem> {
        let deals = deals.iter().map(|(amount, chance)| (*amount, chance.value()));
        Self::of_decimals(currency, deals, correlation)
    }

    fn of_decimals(
        currency: Currency,
        deals: impl Iterator<Item = (Money, Decimal)> + Clone,
        correlation: MarketCorrelation,
    ) -> Result<Self, Problem> {
        let mut places = 0;
        for (at, (amount, _)) in deals.clone().enumerate() {
            if amount.currency() != currency {
                return Err(mixed(currency, &amount.to_string()).at(format!("deals[{at}]")));
            }
            places = amount.amount().scale().max(places);
        }
        let given: Vec<(u64, u64)> =
            deals.map(|(amount, chance)| (units(amount, places), trillionths(chance))).collect();
        let mut weighted = 0_i128;
        for (units, trillionths) in &given {
            weighted = weighted.saturating_add(i128::from(*units).saturating_mul(i128::from(*trillionths)));
        }
        let deals = Deals::sorted(given.iter().map(|(units, trillionths)| (*units, chance(*trillionths))));
        let correlation = to_f64(correlation.value());
        let (copula, law, variance) = if correlation > 0.0 && deals.open.len() > 1 {
            let (copula, law, variance) = Copula::law(&deals, correlation);
            (Some(copula), law, variance)
        } else {
            let (kernel, moments) = Kernel::of(&deals.open, deals.unit, &Effort::WHOLE);
            let unit = deals.unit as f64;
            (None, Law::single(&deals, kernel), moments.variance * unit * unit)
        };
        let major = 10_u64.saturating_pow(places) as f64;
        let variance = variance / (major * major);
        let mean = ExactSum::of_units(weighted, places.saturating_add(CHANCE_PLACES));
        Ok(Self { currency, places, given, deals, law, copula, weighted, mean, variance })
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

    /// Σ amount² × probability × (1 − probability), in the currency's major unit squared, and what a common market adds.
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
        self.law.method
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
        Estimate::rounded_up(self.law.error)
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
        self.quantile_at(trillionths(probability.value()))
    }

    pub(super) fn quantile_at(&self, trillionths: u64) -> CurrencySum {
        let place = match trillionths {
            0 => 0,
            TRILLION => self.total_places(),
            _ => self.quantile_place(chance(trillionths)),
        };
        self.exact(place.saturating_mul(self.deals.unit.into()).saturating_add(self.certain()))
    }

    /// The smallest place that the total stays at or below with a probability.
    pub(super) fn quantile_place(&self, chance: f64) -> i128 {
        let (first, unit) = (self.certain(), i128::from(self.deals.unit));
        // Where a normal distribution has it. A float beyond the range becomes the nearest whole number.
        let deviation = libm::sqrt(self.variance) * self.unit_of_money() / unit as f64;
        let mean = (self.mean_units() - first as f64) / unit as f64;
        let about = ((mean + deviation * normal::quantile(chance)) as i128, (deviation / 16.0) as i128);
        let cdf = |place: i128| self.law.cdf(place.saturating_mul(unit).saturating_add(first));
        smallest(self.total_places(), chance - ROUNDS_UP, about, cdf)
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
        Ok(self.in_money(self.law.shortfall(units, rest) / self.unit_of_money()))
    }

    /// The probability of so many units of the input or fewer.
    pub(super) fn at_most(&self, units: i128) -> f64 {
        self.law.cdf(units)
    }

    /// What is won for certain, in units of the input.
    pub(super) fn certain(&self) -> i128 {
        i128::try_from(self.deals.certain).unwrap_or(i128::MAX)
    }

    /// All open deals together, in places.
    pub(super) fn total_places(&self) -> i128 {
        self.deals.open.iter().fold(0, |total: i128, deal| total.saturating_add(deal.units.into()))
    }

    /// The mean in units of the input.
    pub(super) fn mean_units(&self) -> f64 {
        self.weighted as f64 / TRILLION as f64
    }

    /// How many units one of the currency is.
    pub(super) fn unit_of_money(&self) -> f64 {
        10_u64.saturating_pow(self.places) as f64
    }

    /// Units of the input as money, not rounded.
    pub(super) fn exact(&self, units: i128) -> CurrencySum {
        let amount = ExactSum::of_units(units, self.places).written_in(self.currency);
        CurrencySum { amount, currency: self.currency }
    }

    /// The largest number of units below a quota.
    pub(super) fn below(&self, quota: &CurrencySum) -> Result<i128, Problem> {
        let (units, rest) = self.whole_units(quota)?;
        Ok(if rest > 0.0 { units } else { units.saturating_sub(1) })
    }

    pub(super) fn whole_units(&self, amount: &CurrencySum) -> Result<(i128, f64), Problem> {
        if amount.currency == self.currency {
            Ok(amount.amount.whole_units(self.places))
        } else {
            Err(mixed(self.currency, &amount.to_string()))
        }
    }

    /// A statistic in major units as money.
    pub(super) fn in_money(&self, amount: f64) -> CurrencySum {
        let exact: ExactSum = format!("{amount:.9}").parse().unwrap_or_default();
        CurrencySum::new(&exact, self.currency)
    }
}

fn mixed(currency: Currency, amount: &str) -> Problem {
    let message = format!("`{amount}` is not in {currency}");
    Problem::new(ProblemCode::MixedCurrencies, amount, message, format!("amounts in {currency}"))
}

/// An amount in units of so many decimal places, which it has or fewer.
fn units(amount: Money, places: u32) -> u64 {
    let amount = amount.amount();
    let power = 10_i128.saturating_pow(places.saturating_sub(amount.scale()));
    u64::try_from(amount.mantissa().saturating_mul(power)).unwrap_or(u64::MAX)
}

pub(super) fn trillionths(number: Decimal) -> u64 {
    let power = 10_i128.saturating_pow(CHANCE_PLACES.saturating_sub(number.scale()));
    u64::try_from(number.mantissa().saturating_mul(power)).unwrap_or(TRILLION)
}

pub(super) fn chance(trillionths: u64) -> f64 {
    trillionths as f64 / TRILLION as f64
}
