//! Which method is the best on a history, and whether that can be told from chance.

use std::cmp::Ordering;

use super::paired::PairedDifference;
use super::verdict::{BacktestPoint, BacktestScore, BestByScore, BestMethod, MethodComparison, MethodScores};
use crate::forecast::bookings::ForecastBasis;
use crate::values::decimal::to_f64;
use crate::values::{Currency, CurrencySum, ExactSum};
use crate::verdict::{Comparison, Reason, Unit};

/// How often methods that do not differ may be told apart, over all comparisons together.
const CHANCE: f64 = 0.05;

/// What is held against each other.
pub(super) struct Contest<'a> {
    pub(super) points: &'a [BacktestPoint],
    pub(super) methods: &'a [MethodScores],
    pub(super) currency: Currency,
    pub(super) insufficient_history: bool,
}

impl Contest<'_> {
    /// Each method against the stage defaults.
    pub(super) fn comparisons(&self) -> Vec<MethodComparison> {
        let others =
            self.methods.iter().map(|method| method.basis).filter(|basis| *basis != ForecastBasis::StageDefault);
        others.filter_map(|basis| self.compare(basis, ForecastBasis::StageDefault)).collect()
    }

    /// The method with the lowest mean CRPS; none where nothing was forecast.
    pub(super) fn best(&self) -> Option<BestMethod> {
        let basis = self.lowest(BacktestScore::Crps, None)?;
        let against = match basis {
            ForecastBasis::StageDefault => self.lowest(BacktestScore::Crps, Some(basis))?,
            _ => ForecastBasis::StageDefault,
        };
        let compared = self.compare(against, basis)?;
        Some(BestMethod {
            basis,
            by: BacktestScore::Crps,
            against,
            margin: compared.difference,
            standard_error: compared.standard_error,
            p_value: compared.p_value,
            distinguishable: compared.distinguishable,
        })
    }

    /// The best by each score.
    pub(super) fn best_by(&self) -> Vec<BestByScore> {
        let scores = BacktestScore::ALL.iter().copied();
        scores.filter_map(|score| Some(BestByScore { score, basis: self.lowest(score, None)? })).collect()
    }

    /// The method with the lowest score, the plainest of several; none where no method has that score.
    fn lowest(&self, score: BacktestScore, but: Option<ForecastBasis>) -> Option<ForecastBasis> {
        let candidates = self.methods.iter().filter(|method| method.forecasts > 0 && Some(method.basis) != but);
        let mut lowest: Option<&MethodScores> = None;
        for method in candidates.filter(|method| is_scored(method, score)) {
            // They come from the plainest on, so that only a lower score takes its place.
            if lowest.is_none_or(|lowest| compare_by(score, method, lowest) == Ordering::Less) {
                lowest = Some(method);
            }
        }
        lowest.map(|method| method.basis)
    }

    fn compare(&self, basis: ForecastBasis, against: ForecastBasis) -> Option<MethodComparison> {
        let crps = |point: &'_ BacktestPoint, basis| {
            point.methods.iter().find(|method| method.basis == basis).map(|method| method.crps.amount.clone())
        };
        let scored = self.points.iter().filter(|point| point.receipt.forecast > 0);
        let pairs: Vec<(ExactSum, ExactSum)> =
            scored.filter_map(|point| crps(point, basis).zip(crps(point, against))).collect();
        let found = PairedDifference::of(pairs.iter().map(|(one, other)| (one, other)), self.currency)?;
        let comparisons = self.methods.len().saturating_sub(1).max(1) as f64;
        let is_rare = found.p_value.is_some_and(|chance| to_f64(chance.value()) * comparisons <= CHANCE);
        Some(MethodComparison {
            basis,
            against,
            difference: found.mean,
            standard_error: found.standard_error,
            p_value: found.p_value,
            distinguishable: is_rare && !self.insufficient_history,
        })
    }
}

fn is_scored(method: &MethodScores, score: BacktestScore) -> bool {
    match score {
        BacktestScore::Brier => method.brier.is_some(),
        BacktestScore::LogLoss => method.log_loss.is_some(),
        _ => true,
    }
}

/// By the digits that are published, so that what reads alike is a tie.
fn compare_by(score: BacktestScore, one: &MethodScores, other: &MethodScores) -> Ordering {
    match score {
        BacktestScore::Crps => one.crps.amount.cmp(&other.crps.amount),
        BacktestScore::MeanAbsoluteError => one.mean_absolute_error.amount.cmp(&other.mean_absolute_error.amount),
        BacktestScore::Bias => distance(&one.bias).cmp(&distance(&other.bias)),
        BacktestScore::Coverage => off_levels(one).cmp(&off_levels(other)),
        BacktestScore::Brier => one.brier.cmp(&other.brier),
        BacktestScore::LogLoss => one.log_loss.cmp(&other.log_loss),
    }
}

pub(super) fn distance(sum: &CurrencySum) -> ExactSum {
    let zero = ExactSum::zero();
    if sum.amount >= zero {
        return sum.amount.clone();
    }
    let mut turned = zero;
    turned.subtract(&sum.amount);
    turned
}

/// How far the shares of hits are from the levels, added up: in hundredths of a forecast, for all methods of as many.
fn off_levels(method: &MethodScores) -> i128 {
    let off = method.intervals.iter().map(|interval| {
        let level = interval.level.value();
        let hundredths = level.mantissa().saturating_mul(10_i128.saturating_pow(2_u32.saturating_sub(level.scale())));
        let promised = hundredths.saturating_mul(interval.forecasts.into());
        i128::from(interval.covered).saturating_mul(100).saturating_sub(promised).saturating_abs()
    });
    off.fold(0, i128::saturating_add)
}

/// What the verdict on the methods rests on, in words.
pub(super) fn reason(best: &BestMethod, forecasts: usize, is_insufficient: bool) -> Reason {
    let BestMethod { basis, against, margin, .. } = best;
    let told = match (best.distinguishable, is_insufficient, basis) {
        _ if distance(margin).is_zero() => format!("as low as that by {against}: the plainer one is as good"),
        (true, ..) => format!("{margin} lower than by {against}, which is no chance"),
        (false, true, _) => format!("{margin} lower than by {against}, but the periods are too few to tell"),
        (false, false, ForecastBasis::StageDefault) => {
            format!(
                "{margin} lower than by {against}, which may be chance: nothing speaks for more than the plain default"
            )
        }
        (false, false, _) => {
            format!("{margin} lower than by {against}, which may be chance: the plain default may be as good")
        }
    };
    let message = format!("over {forecasts} periods the mean CRPS by {basis} is the lowest: {told}");
    let known = |name, value: Option<String>, unit| {
        value.map_or_else(|| Comparison::unknown(name, unit), |value| Comparison::new(name, value, unit))
    };
    let chance = known("p_value", best.p_value.map(|chance| chance.to_string()), Unit::Share);
    let chance = if best.p_value.is_some() { chance.against("0.025") } else { chance };
    Reason::new("lowest_crps", message)
        .comparing(Comparison::new("margin", margin, Unit::Money))
        .comparing(known("standard_error", best.standard_error.as_ref().map(CurrencySum::to_string), Unit::Money))
        .comparing(chance)
}
