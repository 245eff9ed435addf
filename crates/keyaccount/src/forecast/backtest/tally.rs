//! How one method did, added up over periods.

use super::best::distance;
use super::scores::{DealScores, wilson};
use super::verdict::{IntervalCoverage, MethodForecast, MethodScores, SourceCount};
use crate::forecast::bookings::{ForecastBasis, PeriodChance};
use crate::funnel::ProbabilitySource;
use crate::values::{Currency, CurrencySum, Estimate, ExactSum, Probability};

/// The intervals whose hits are counted, in hundredths: level, and the quantiles at their ends.
const INTERVALS: [(u32, u32, u32); 3] = [(50, 25, 75), (80, 10, 90), (90, 5, 95)];

#[derive(Clone, Debug)]
pub(super) struct MethodTally {
    basis: ForecastBasis,
    forecasts: u64,
    unplaced: u64,
    bias: ExactSum,
    absolute: ExactSum,
    crps: ExactSum,
    covered: [u64; INTERVALS.len()],
    scores: DealScores,
    sources: Vec<(ProbabilitySource, u64)>,
}

impl MethodTally {
    pub(super) fn new(basis: ForecastBasis) -> Self {
        Self {
            basis,
            forecasts: 0,
            unplaced: 0,
            bias: ExactSum::zero(),
            absolute: ExactSum::zero(),
            crps: ExactSum::zero(),
            covered: [0; INTERVALS.len()],
            scores: DealScores::default(),
            sources: ProbabilitySource::ALL.iter().map(|source| (*source, 0)).collect(),
        }
    }

    pub(super) fn basis(&self) -> ForecastBasis {
        self.basis
    }

    /// Adds a deal that every method is held to: what chance this one gave it, if any, and whether it came.
    pub(super) fn add_deal(&mut self, chance: Option<&PeriodChance>, came: bool) {
        self.scores.add(chance.map_or_else(|| Estimate::rounded(0.0), |chance| chance.chance), came);
        let source = chance.map(|chance| chance.source);
        if let Some((_, deals)) = self.sources.iter_mut().find(|(of, _)| Some(*of) == source) {
            *deals = deals.saturating_add(1);
        }
    }

    /// Adds the forecast of a period in which there was something to forecast.
    pub(super) fn add_forecast(&mut self, forecast: &MethodForecast, actual: &CurrencySum) {
        self.forecasts = self.forecasts.saturating_add(1);
        self.unplaced = self.unplaced.saturating_add(u64::try_from(forecast.unplaced).unwrap_or(u64::MAX));
        let mut error = forecast.mean.amount.clone();
        error.subtract(&actual.amount);
        self.absolute.add(&distance(&CurrencySum { amount: error.clone(), currency: actual.currency }));
        self.bias.add(&error);
        self.crps.add(&forecast.crps.amount);
        let quantile = |hundredths| {
            let wanted = Probability::hundredths(hundredths);
            let found = forecast.quantiles.iter().find(|quantile| Some(quantile.probability) == wanted);
            found.map(|quantile| &quantile.amount.amount)
        };
        for (covered, (_, low, high)) in self.covered.iter_mut().zip(INTERVALS) {
            let is_above = quantile(low).is_some_and(|low| *low <= actual.amount);
            let is_below = quantile(high).is_some_and(|high| actual.amount <= *high);
            *covered = covered.saturating_add(u64::from(is_above && is_below));
        }
    }

    pub(super) fn read(&self, currency: Currency) -> MethodScores {
        let mean = |sum: &ExactSum| CurrencySum {
            amount: sum.times_fraction(1, self.forecasts.into(), currency).unwrap_or_else(|| sum.rounded(currency)),
            currency,
        };
        let interval = |(covered, (level, ..)): (&u64, (u32, u32, u32))| {
            let ends = wilson(*covered, self.forecasts);
            Some(IntervalCoverage {
                level: Probability::hundredths(level)?,
                covered: *covered,
                forecasts: self.forecasts,
                share: Estimate::of(*covered, self.forecasts),
                low: ends.map(|(low, _)| low),
                high: ends.map(|(_, high)| high),
            })
        };
        let sources = self.sources.iter().filter(|(_, deals)| *deals > 0);
        MethodScores {
            basis: self.basis,
            forecasts: self.forecasts,
            deals: self.scores.deals(),
            unplaced: self.unplaced,
            sources: sources.map(|(source, deals)| SourceCount { source: *source, deals: *deals }).collect(),
            bias: mean(&self.bias),
            mean_absolute_error: mean(&self.absolute),
            crps: mean(&self.crps),
            brier: self.scores.brier(),
            log_loss: self.scores.log_loss(),
            clipped: self.scores.clipped(),
            intervals: self.covered.iter().zip(INTERVALS).filter_map(interval).collect(),
            reliability: self.scores.reliability(),
        }
    }
}
