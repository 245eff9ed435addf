//! What one deal among others adds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::booking::{BookingDistribution, CHANCE_PLACES, chance};
use super::deals::Deal;
use super::law::Part;
use crate::problem::Problem;
use crate::values::{CurrencySum, Estimate, ExactSum};

/// Most operations that contributions may take together.
const WORK: usize = 1 << 28;

/// What a deal adds to the mean, and to the odds of a quota.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DealContribution {
    /// Amount × probability.
    pub to_mean: CurrencySum,
    /// How much likelier the quota is once the deal is won than once it is lost; null where that would have taken too
    /// long.
    #[serde(default)]
    pub to_quota: Option<Estimate>,
}

impl BookingDistribution {
    /// What each deal adds, in the order in which they were given.
    ///
    /// The effect on the odds is P(S ≥ quota | won) − P(S ≥ quota | lost): what is at stake in the deal, whatever its
    /// own probability. The work is bounded; where it does not suffice for all, deals of smaller amount come first
    /// and the others have none.
    ///
    /// # Errors
    /// A [`Problem`] where the quota is in another currency.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let euro = "EUR".parse()?;
    /// let deals = [(Money::parse("10", euro)?, "0.2".parse()?), (Money::parse("5", euro)?, "0.5".parse()?)];
    /// let bookings = BookingDistribution::of(euro, &deals)?;
    /// let parts = bookings.contributions(&Money::parse("10", euro)?.into())?;
    /// assert_eq!(parts[0].to_mean.to_string(), "2.00 EUR");
    /// assert_eq!(parts[0].to_quota.map(|odds| odds.to_string()).as_deref(), Some("1"));
    /// assert_eq!(parts[1].to_quota.map(|odds| odds.to_string()).as_deref(), Some("0"));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn contributions(&self, quota: &CurrencySum) -> Result<Vec<DealContribution>, Problem> {
        let below = self.below(quota)?;
        let mut odds: BTreeMap<(u64, u64), Option<f64>> = self.given.iter().map(|deal| (*deal, None)).collect();
        let mut left = WORK;
        for ((units, trillionths), odds) in &mut odds {
            *odds = self.at_stake(below, *units, *trillionths, &mut left);
        }
        let contribution = |deal: &(u64, u64)| {
            let weighted = i128::from(deal.0).saturating_mul(deal.1.into());
            DealContribution {
                to_mean: CurrencySum::new(
                    &ExactSum::of_units(weighted, self.places.saturating_add(CHANCE_PLACES)),
                    self.currency,
                ),
                to_quota: odds.get(deal).copied().flatten().map(Estimate::rounded),
            }
        };
        Ok(self.given.iter().map(contribution).collect())
    }

    /// P(more than `below` | won) − P(more than `below` | lost).
    fn at_stake(&self, below: i128, units: u64, trillionths: u64, left: &mut usize) -> Option<f64> {
        let [part] = self.law.parts.as_slice() else { return None };
        part.at_stake(&self.deals.open, below, units, chance(trillionths), left)
    }
}

impl Part {
    /// P(more than `below` | won) − P(more than `below` | lost) of a deal of some units and a chance, among open ones.
    pub(super) fn at_stake(&self, open: &[Deal], below: i128, units: u64, won: f64, left: &mut usize) -> Option<f64> {
        let amount = i128::from(units);
        if units == 0 {
            return Some(0.0);
        }
        let question = self.kernel.question().saturating_add(1);
        if won <= 0.0 || won >= 1.0 {
            *left = left.checked_sub(question.saturating_mul(2))?;
            // One that is sure to be lost is not in the sum; one that is sure to be won is in it.
            let lost = if won <= 0.0 { below } else { below.saturating_add(amount) };
            return Some((self.cdf(lost) - self.cdf(lost.saturating_sub(amount))).max(0.0));
        }
        let place = below.saturating_sub(self.certain).checked_div_euclid(self.unit)?;
        let deal = Deal { units: u64::try_from(amount.checked_div(self.unit)?).ok()?, won };
        let shift = i128::from(deal.units);
        *left = left.checked_sub(question.saturating_mul(4))?;
        if let Some([lost, won]) = self.kernel.without(deal, [place, place.saturating_sub(shift)]) {
            return Some((lost - won).max(0.0));
        }
        // F = q·G + p·G(· − a) is solved for G, the distribution without the deal, towards the side where what is
        // carried along shrinks: G is 0 below zero and 1 from the largest sum on.
        let lost = deal.lost();
        let total = open.iter().fold(0_i128, |total, deal| total.saturating_add(deal.units.into()));
        let (far, near, step) = if won <= lost { (won, lost, shift.saturating_neg()) } else { (lost, won, shift) };
        let ratio = far / near;
        let mut weight = 1.0 / near;
        let mut at = if won <= lost { place.saturating_sub(shift) } else { place.saturating_add(shift) };
        let mut without = 0.0;
        while (0..total).contains(&at) && weight.abs() > 1e-17 {
            *left = left.checked_sub(question)?;
            without += weight * self.kernel.cdf(at);
            weight *= -ratio;
            at = at.saturating_add(step);
        }
        if at >= total {
            // Every term that follows is one: a geometric series.
            without += weight / (1.0 + ratio);
        }
        let known = self.kernel.cdf(place);
        let stake = if won <= lost { (known - without) / lost } else { (without - known) / won };
        Some(stake.clamp(0.0, 1.0))
    }
}
