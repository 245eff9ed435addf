//! How a period stands towards its quota: what is reached, what remains, and how much pipeline that takes.

use std::iter::repeat_n;

use serde::{Deserialize, Serialize};

use super::distribution::distribution;
use crate::forecast::distribution::{BookingDistribution, QuotaOdds};
use crate::problem::Problem;
use crate::values::decimal::to_f64;
use crate::values::{
    Currency, CurrencySum, Estimate, ExactSum, MarketCorrelation, Money, Probability, Ratio, vocabulary,
};

/// The most further deals that are tried.
const MOST_FURTHER_DEALS: usize = 1024;
/// The same where deals have a market in common: each try is a whole distribution then.
const MOST_FURTHER_WITH_MARKET: usize = 128;

vocabulary! {
    /// Why no number of further deals like the open ones is known that would make the quota probable enough.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::UnreachableCause::NoOpenDeal.as_str(), "no_open_deal");
    /// ```
    pub enum UnreachableCause {
        /// Nothing is open in the period, so there is no average to go by.
        NoOpenDeal = "no_open_deal", "nothing is open", "无进行中商机";
        /// The open ones are worth nothing.
        Worthless = "worthless", "the open ones are worth nothing", "进行中商机无金额";
        /// The open ones have no chance in the period.
        NeverWon = "never_won", "the open ones have no chance", "进行中商机无赢单可能";
        /// Certainty is wanted, which deals that may be lost do not give.
        CertaintyWanted = "certainty_wanted", "no number of open ones is certain", "无法达到确定";
        /// It takes more than were tried.
        TooMany = "too_many", "it takes too many", "所需数量过多";
    }
}

/// The fewest further deals like the average open one with which a quota is reached as probably as wanted.
///
/// # Examples
/// ```
/// use keyaccount::PipelineNeeded;
///
/// let text = r#"{
///     "deals": 3, "amount": {"amount": "3000.00", "currency": "USD"},
///     "average_amount": {"amount": "1000.00", "currency": "USD"}, "average_chance": "0.5", "probability": "0.875"
/// }"#;
/// let needed: PipelineNeeded = serde_json::from_str(text)?;
/// assert_eq!((needed.deals, needed.amount.to_string().as_str()), (3, "3000.00 USD"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PipelineNeeded {
    /// How many; none where the quota is probable enough as it is.
    pub deals: usize,
    /// What they are worth together.
    pub amount: CurrencySum,
    /// What one of them is worth: the mean of the open ones; null where nothing is open.
    #[serde(default)]
    pub average_amount: Option<CurrencySum>,
    /// The chance of one of them: that of the open ones weighted by their amounts, so that one adds to the mean what an
    /// open one does on average; null where nothing is open, or it is worth nothing.
    #[serde(default)]
    pub average_chance: Option<Estimate>,
    /// The probability of the quota with them.
    pub probability: Estimate,
}

/// How a period stands towards its quota.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, Money, Period, Playbook, forecast_bookings};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "amount": {"amount": "60000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-01-20", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {
///             "type": "created", "close_date": "2026-03-31", "probability": "0.5",
///             "amount": {"amount": "40000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let quarter = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let options = BookingOptions { quota: Some(Money::parse("80000", "USD".parse()?)?), ..BookingOptions::default() };
/// let forecast = forecast_bookings(&book, &Playbook::six_stage(), "2026-02-01".parse()?, &[quarter], &options)?;
/// let standing = forecast.periods[0].quota.as_ref().unwrap();
/// assert_eq!(standing.attainment.unwrap().to_string(), "0.75");
/// assert_eq!((standing.remaining.to_string(), standing.coverage_ratio.unwrap().to_string()), ("20000.00 USD".into(), "2".into()));
/// assert_eq!(standing.probability.to_string(), "0.5");
/// let needed = standing.pipeline_needed.as_ref().unwrap();
/// assert_eq!((needed.deals, needed.probability.to_string()), (2, "0.875".to_owned()), "one of three, at an even chance");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuotaStanding {
    /// The quota.
    pub quota: CurrencySum,
    /// What is signed.
    pub booked: CurrencySum,
    /// How many times the quota goes into what is booked: 1 is all of it, more is beyond; null where the quota is zero.
    #[serde(default)]
    pub attainment: Option<Ratio>,
    /// What is missing to the quota; zero where it is reached.
    pub remaining: CurrencySum,
    /// What is open in the period, whatever its chance.
    pub pipeline: CurrencySum,
    /// How many times what remains goes into what is open; null where nothing remains.
    #[serde(default)]
    pub coverage_ratio: Option<Ratio>,
    /// The probability that the period's bookings reach the quota.
    pub probability: Estimate,
    /// What will be missing on average, counting nothing where the quota is exceeded.
    pub expected_shortfall: CurrencySum,
    /// How probable it is to be.
    pub wanted_probability: Probability,
    /// How much more pipeline that takes; null where it is not known, and why not stands beside.
    #[serde(default)]
    pub pipeline_needed: Option<PipelineNeeded>,
    /// Why it is not known; null where it is.
    #[serde(default)]
    pub unreachable: Option<UnreachableCause>,
}

/// What a period's bookings consist of, in the reporting currency, exact.
pub(super) struct Parts<'a> {
    pub(super) currency: Currency,
    pub(super) correlation: MarketCorrelation,
    /// All deals, signed and open, and their distribution.
    pub(super) deals: &'a [(Money, Estimate)],
    pub(super) bookings: &'a BookingDistribution,
    pub(super) booked: ExactSum,
    pub(super) open_deals: usize,
    pub(super) open: ExactSum,
    pub(super) weighted: ExactSum,
}

impl Parts<'_> {
    pub(super) fn standing(&self, odds: &QuotaOdds, wanted: Probability) -> Result<QuotaStanding, Problem> {
        let quota = odds.quota.clone();
        let booked = CurrencySum::new(&self.booked, self.currency);
        let missing = quota.less(&booked);
        let nothing = CurrencySum::new(&ExactSum::zero(), self.currency);
        let remaining = if missing.amount > nothing.amount { missing } else { nothing };
        let pipeline = CurrencySum::new(&self.open, self.currency);
        let needed = self.pipeline_needed(&quota, wanted, odds.probability)?;
        Ok(QuotaStanding {
            attainment: booked.amount.ratio_to(&quota.amount),
            coverage_ratio: pipeline.amount.ratio_to(&remaining.amount),
            booked,
            remaining,
            pipeline,
            probability: odds.probability,
            expected_shortfall: odds.expected_shortfall.clone(),
            wanted_probability: wanted,
            unreachable: needed.as_ref().err().copied(),
            pipeline_needed: needed.ok(),
            quota,
        })
    }

    fn pipeline_needed(
        &self,
        quota: &CurrencySum,
        wanted: Probability,
        now: Estimate,
    ) -> Result<Result<PipelineNeeded, UnreachableCause>, Problem> {
        let average = self.average_amount();
        let chance = self.weighted.part_of(&self.open);
        let needed = |deals: usize, probability: Estimate| PipelineNeeded {
            deals,
            amount: CurrencySum::new(&times(average, deals), self.currency),
            average_amount: average.map(CurrencySum::from),
            average_chance: chance,
            probability,
        };
        let is_enough = |probability: Estimate| probability.value() >= wanted.value();
        if is_enough(now) {
            return Ok(Ok(needed(0, now)));
        }
        let Some(average) = average else { return Ok(Err(UnreachableCause::NoOpenDeal)) };
        let Some(chance) = chance.filter(|_| !average.amount().is_zero()) else {
            return Ok(Err(UnreachableCause::Worthless));
        };
        if chance.value().is_zero() {
            return Ok(Err(UnreachableCause::NeverWon));
        }
        // Beyond the last digit a probability is written as certainty without being it.
        if wanted == Probability::CERTAIN && chance < Estimate::rounded(1.0) {
            return Ok(Err(UnreachableCause::CertaintyWanted));
        }
        let most = if self.is_independent() { MOST_FURTHER_DEALS } else { MOST_FURTHER_WITH_MARKET };
        let mut further = Further { parts: self, quota, average, chance, reaching: Vec::new() };
        // More deals never make it less probable: doubled until they suffice, then halved in between.
        let (mut short, mut enough, mut reached) = (0_usize, 1_usize, further.with(1)?);
        while !is_enough(reached) {
            (short, enough) = (enough, enough.saturating_mul(2));
            if enough > most {
                return Ok(Err(UnreachableCause::TooMany));
            }
            reached = further.with(enough)?;
        }
        while enough.saturating_sub(short) > 1 {
            let middle = short.midpoint(enough);
            let probability = further.with(middle)?;
            if is_enough(probability) {
                (enough, reached) = (middle, probability);
            } else {
                short = middle;
            }
        }
        Ok(Ok(needed(enough, reached)))
    }

    fn is_independent(&self) -> bool {
        self.correlation == MarketCorrelation::default()
    }

    /// Rounded to the minor unit; none where nothing is open.
    fn average_amount(&self) -> Option<Money> {
        let deals = u128::try_from(self.open_deals).ok()?;
        let average = self.open.times_fraction(1, deals, self.currency)?;
        Money::parse(&average.to_string(), self.currency).ok()
    }
}

fn times(amount: Option<Money>, count: usize) -> ExactSum {
    let amount = amount.map_or_else(ExactSum::zero, |amount| ExactSum::product(&[amount.amount(), count.into()]));
    if count == 0 { ExactSum::zero() } else { amount }
}

/// Further deals that are all alike. Where all are independent, how many of them are won is binomial, so that
/// `P(n) = Σ_k b(k; n, p) · P(S ≥ quota − k · amount)` needs no other distribution than that of the deals there are.
struct Further<'a> {
    parts: &'a Parts<'a>,
    quota: &'a CurrencySum,
    average: Money,
    chance: Estimate,
    /// The probability of the quota with so many of them won; what is beyond the last is certain.
    reaching: Vec<f64>,
}

impl Further<'_> {
    /// The probability of the quota with so many further deals.
    fn with(&mut self, deals: usize) -> Result<Estimate, Problem> {
        if self.parts.is_independent() { self.independent(deals) } else { self.recomputed(deals) }
    }

    fn recomputed(&self, further: usize) -> Result<Estimate, Problem> {
        let mut deals = self.parts.deals.to_vec();
        deals.extend(repeat_n((self.average, self.chance), further));
        distribution(self.parts.currency, &deals, self.parts.correlation)?.probability_at_least(self.quota)
    }

    fn independent(&mut self, deals: usize) -> Result<Estimate, Problem> {
        let is_sure = |reaching: &[f64]| reaching.last().is_some_and(|last| *last >= 1.0);
        while self.reaching.len() <= deals && !is_sure(&self.reaching) {
            let won = CurrencySum::new(&times(Some(self.average), self.reaching.len()), self.average.currency());
            let reached = self.parts.bookings.probability_at_least(&self.quota.less(&won))?;
            self.reaching.push(to_f64(reached.value()));
        }
        let chance = to_f64(self.chance.value());
        let (mut sum, mut weights) = (0.0, 0.0);
        for (won, weight) in binomial_weights(deals, chance).into_iter().enumerate() {
            sum += weight * self.reaching.get(won).copied().unwrap_or(1.0);
            weights += weight;
        }
        Ok(Estimate::rounded(sum / weights))
    }
}

/// What the binomial probabilities are in ratio to: from the likeliest count outwards, so that none overflows.
fn binomial_weights(deals: usize, chance: f64) -> Vec<f64> {
    let mut weights = vec![0.0; deals.saturating_add(1)];
    let odds = chance / (1.0 - chance);
    if !odds.is_finite() {
        weights.iter_mut().next_back().into_iter().for_each(|last| *last = 1.0);
        return weights;
    }
    let mode = ((deals as f64 + 1.0) * chance).min(deals as f64) as usize;
    let (below, from_mode) = weights.split_at_mut(mode);
    let mut weight = 1.0;
    for (at, place) in (mode..).zip(from_mode) {
        *place = weight;
        weight *= deals.saturating_sub(at) as f64 / (at as f64 + 1.0) * odds;
    }
    weight = 1.0;
    for (at, place) in below.iter_mut().enumerate().rev() {
        weight *= (at as f64 + 1.0) / deals.saturating_sub(at) as f64 / odds;
        *place = weight;
    }
    weights
}
