//! What one deal among others adds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::booking::{BookingDistribution, CHANCE_PLACES, TRILLION, chance};
use super::copula::Copula;
use super::deals::Deal;
use super::kernel::{Effort, Kernel};
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
    /// own probability. With a market in common it is the mean of that over the market: what winning it does, and not what
    /// having won it tells of the others. The work is bounded; where it does not suffice for all, deals of smaller amount come first
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
        if let Some(copula) = &self.copula {
            self.at_stake_in_markets(copula, below, &mut odds);
        } else if let [part] = self.law.parts.as_slice() {
            let (total, mut left) = (self.total_places(), WORK);
            for ((units, trillionths), odds) in &mut odds {
                let without =
                    part.kernel.is_of_sums().then(|| self.at_stake_without(below, *units, *trillionths)).flatten();
                *odds = without.or_else(|| part.at_stake(total, below, *units, chance(*trillionths), &mut left));
            }
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

    /// What is at stake in an open deal, from the distribution of all others; `None` where it is not open.
    fn at_stake_without(&self, below: i128, units: u64, trillionths: u64) -> Option<f64> {
        let units = units.checked_div(self.deals.unit)?;
        let mut others = self.deals.open.clone();
        let is_it = |deal: &Deal| deal.units == units && deal.won.total_cmp(&chance(trillionths)).is_eq();
        others.remove(others.iter().position(is_it)?);
        let (kernel, _) = Kernel::of(&others, self.deals.unit, &Effort::WHOLE);
        let place = below.saturating_sub(self.certain()).checked_div_euclid(self.deals.unit.into())?;
        let cdf = |place: i128| if place < 0 { 0.0 } else { kernel.cdf(place) };
        Some((cdf(place) - cdf(place.saturating_sub(units.into()))).clamp(0.0, 1.0))
    }

    /// What is at stake whatever the market: the mean over it.
    fn at_stake_in_markets(&self, copula: &Copula, below: i128, odds: &mut BTreeMap<(u64, u64), Option<f64>>) {
        let work = WORK.checked_div(copula.nodes.len()).unwrap_or_default();
        odds.values_mut().for_each(|odds| *odds = Some(0.0));
        for node in &copula.nodes {
            let (part, total) = copula.part_at(&self.deals, *node);
            let mut left = work;
            for ((units, trillionths), odds) in odds.iter_mut() {
                let Some(sum) = odds else { continue };
                let won = match *trillionths {
                    0 => 0.0,
                    TRILLION => 1.0,
                    open => copula.chance_at(chance(open), *node),
                };
                let stake = part.at_stake(total, below, *units, won, &mut left);
                *odds = stake.map(|stake| *sum + node.weight() * stake);
            }
        }
    }
}

impl Part {
    /// P(more than `below` | won) − P(more than `below` | lost) of a deal of some units and a chance, among open ones that
    /// come to a total.
    pub(super) fn at_stake(&self, total: i128, below: i128, units: u64, won: f64, left: &mut usize) -> Option<f64> {
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
