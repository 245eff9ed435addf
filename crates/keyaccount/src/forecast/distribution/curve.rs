//! The distribution as a curve to draw, and as an interval about the middle.

use serde::{Deserialize, Serialize};

use super::booking::{BookingDistribution, TRILLION, chance, trillionths};
use crate::values::{CurrencySum, Estimate, Probability};

/// Pieces of a curve, where the amounts that it can jump at are more.
const PIECES: i128 = 100;
/// Where a curve ends: 0.1 % on either side.
const END: u64 = TRILLION / 1000;

/// A point of a distribution function.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CurvePoint {
    /// The amount.
    pub amount: CurrencySum,
    /// The probability that bookings are no larger.
    pub cdf: Estimate,
}

/// The interval that leaves out the same probability at both ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingInterval {
    /// How much probability is in it, or more where outcomes are few.
    pub level: Probability,
    /// Its lower end.
    pub low: CurrencySum,
    /// Its upper end.
    pub high: CurrencySum,
}

impl BookingInterval {
    /// Whether an amount is in it; the ends are.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.5".parse()?);
    /// let interval = BookingDistribution::of("EUR".parse()?, &[deal; 9])?.interval("0.8".parse()?);
    /// assert!(interval.contains(&Money::parse("30", "EUR".parse()?)?.into()));
    /// assert!(!interval.contains(&Money::parse("90", "EUR".parse()?)?.into()));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn contains(&self, amount: &CurrencySum) -> bool {
        amount.currency == self.low.currency && amount.amount >= self.low.amount && amount.amount <= self.high.amount
    }
}

impl BookingDistribution {
    /// The interval that leaves out the same probability at both ends.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.5".parse()?);
    /// let interval = BookingDistribution::of("EUR".parse()?, &[deal; 9])?.interval("0.8".parse()?);
    /// assert_eq!((interval.low.to_string(), interval.high.to_string()), ("30.00 EUR".into(), "60.00 EUR".into()));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn interval(&self, level: Probability) -> BookingInterval {
        let outside = TRILLION.saturating_sub(trillionths(level.value())) >> 1;
        let [low, high] = [outside, TRILLION.saturating_sub(outside)].map(|share| self.quantile_at(share));
        BookingInterval { level, low, high }
    }

    /// The distribution function for drawing, from the 0.1 % to the 99.9 % quantile, both included: a point for every
    /// amount that bookings can be where these are a hundred or fewer, otherwise 101 at equal distances.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.5".parse()?);
    /// let curve = BookingDistribution::of("EUR".parse()?, &[deal, deal])?.curve();
    /// let shares: Vec<_> = curve.iter().map(|point| point.cdf.to_string()).collect();
    /// assert_eq!(shares, ["0.25", "0.75", "1"]);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn curve(&self) -> Vec<CurvePoint> {
        let [first, last] = [END, TRILLION.saturating_sub(END)].map(|share| self.quantile_place(chance(share)));
        let places = last.saturating_sub(first);
        let listed = self.listed_between(first, last, PIECES);
        let spaced = || {
            let pieces = places.min(PIECES);
            // Whole multiples first, so that a hundredth of a large distance does not overflow.
            let (step, rest) = (places / PIECES, places % PIECES);
            let at = move |piece: i128| {
                if pieces < PIECES {
                    first.saturating_add(piece)
                } else {
                    let whole = step.saturating_mul(piece);
                    first.saturating_add(whole).saturating_add(rest.saturating_mul(piece) / PIECES)
                }
            };
            (0..=pieces).map(at).collect::<Vec<_>>()
        };
        let mut highest = 0.0_f64;
        let point = |place: i128| {
            let units = place.saturating_mul(self.deals.unit.into()).saturating_add(self.certain());
            // What rounding makes of it must not fall.
            highest = highest.max(self.law.cdf(units));
            CurvePoint { amount: self.exact(units), cdf: Estimate::rounded(highest) }
        };
        listed.unwrap_or_else(spaced).into_iter().map(point).collect()
    }

    /// The places between two that a total can be at, if all are listed and no more than a number.
    fn listed_between(&self, first: i128, last: i128, most: i128) -> Option<Vec<i128>> {
        let [part] = self.law.parts.as_slice() else { return None };
        let sums = &part.kernel.atoms()?.sums;
        let scale = part.unit.checked_div(self.deals.unit.into())?.max(1);
        let shift = part.certain.saturating_sub(self.certain()).checked_div(self.deals.unit.into())?;
        let place = |sum: &u128| i128::try_from(*sum).unwrap_or(i128::MAX).saturating_mul(scale).saturating_add(shift);
        let inside: Vec<i128> = sums.iter().map(place).filter(|place| (first..=last).contains(place)).collect();
        (i128::try_from(inside.len()).ok()? <= most).then_some(inside)
    }
}
