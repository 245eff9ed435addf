//! What a distribution says in a page, with every number as text.

use serde::{Deserialize, Serialize};

use super::booking::BookingDistribution;
use super::curve::CurvePoint;
use super::method::DistributionMethod;
use crate::problem::Problem;
use crate::values::{CurrencySum, Estimate, Probability};

/// The probabilities whose quantiles a summary has, in hundredths.
const HUNDREDTHS: [u32; 7] = [5, 10, 25, 50, 75, 90, 95];

/// An amount that bookings stay at or below with a probability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingQuantile {
    /// The probability.
    pub probability: Probability,
    /// The smallest attainable amount that is not exceeded with at least this probability.
    pub amount: CurrencySum,
}

/// How likely a quota is, and what is missing to it on average.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuotaOdds {
    /// The quota.
    pub quota: CurrencySum,
    /// The probability that bookings reach it.
    pub probability: Estimate,
    /// What is missing to it on average, counting nothing where it is exceeded.
    pub expected_shortfall: CurrencySum,
}

/// What a distribution of bookings says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingSummary {
    /// Deals in the sum.
    pub deals: usize,
    /// Of these, the ones whose outcome is open: of an amount and a probability between 0 and 1.
    pub open_deals: usize,
    /// Σ amount × probability.
    pub mean: CurrencySum,
    /// How far bookings spread about it.
    pub standard_deviation: CurrencySum,
    /// From the fifth to the ninety-fifth percentile.
    pub quantiles: Vec<BookingQuantile>,
    /// The odds of a quota, where one was asked about.
    #[serde(default)]
    pub quota: Option<QuotaOdds>,
    /// The distribution function for drawing, from the 0.1 % to the 99.9 % quantile.
    pub curve: Vec<CurvePoint>,
    /// How it was computed.
    pub method: DistributionMethod,
    /// How far a probability can be off.
    pub error_bound: Estimate,
}

impl BookingDistribution {
    /// The standard quantiles, from the fifth to the ninety-fifth percentile.
    ///
    /// # Examples
    /// ```
    /// let nothing = keyaccount::BookingDistribution::of("EUR".parse()?, &[])?;
    /// assert_eq!(nothing.quantiles().len(), 7);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn quantiles(&self) -> Vec<BookingQuantile> {
        let quantile = |probability| BookingQuantile { probability, amount: self.quantile(probability) };
        HUNDREDTHS.into_iter().filter_map(|hundredths| Probability::hundredths(hundredths).map(quantile)).collect()
    }

    /// A summary, with the odds of a quota if one is given.
    ///
    /// # Errors
    /// A [`Problem`] where the quota is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let euro = "EUR".parse()?;
    /// let deals = [(Money::parse("1000", euro)?, "0.3".parse()?); 20];
    /// let bookings = BookingDistribution::of(euro, &deals)?;
    /// let summary = bookings.summary(Some(&Money::parse("5000", euro)?.into()))?;
    /// assert_eq!(summary.mean.to_string(), "6000.00 EUR");
    /// assert_eq!(summary.quantiles[3].amount.to_string(), "6000.00 EUR");
    /// assert_eq!(summary.quota.unwrap().probability.to_string(), "0.762492221122");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn summary(&self, quota: Option<&CurrencySum>) -> Result<BookingSummary, Problem> {
        let quota = quota.map(|quota| self.odds(quota)).transpose()?;
        Ok(BookingSummary {
            deals: self.given.len(),
            open_deals: self.deals.open.len(),
            mean: self.mean(),
            standard_deviation: self.standard_deviation(),
            quantiles: self.quantiles(),
            quota,
            curve: self.curve(),
            method: self.method(),
            error_bound: self.error_bound(),
        })
    }

    /// How likely a quota is, and what is missing to it on average.
    ///
    /// # Errors
    /// A [`Problem`] where the quota is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let euro = "EUR".parse()?;
    /// let bookings = BookingDistribution::of(euro, &[(Money::parse("1000", euro)?, "0.3".parse()?)])?;
    /// let odds = bookings.odds(&Money::parse("1000", euro)?.into())?;
    /// assert_eq!(odds.probability.to_string(), "0.3");
    /// assert_eq!(odds.expected_shortfall.to_string(), "700.00 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn odds(&self, quota: &CurrencySum) -> Result<QuotaOdds, Problem> {
        Ok(QuotaOdds {
            quota: quota.clone(),
            probability: self.probability_at_least(quota)?,
            expected_shortfall: self.expected_shortfall(quota)?,
        })
    }
}
