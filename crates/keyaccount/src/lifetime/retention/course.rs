//! The arithmetic of a scenario: what stays from year to year, before and after a change of defection.

use super::change::RetentionChange;
use crate::values::decimal::to_f64;

/// Margins of years to come, and the part of each year that is left of it in the next.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Course {
    /// The first year's margin.
    pub(crate) first: f64,
    /// From the first year to the second, and so on.
    pub(crate) retentions: Vec<f64>,
}

impl Course {
    /// The course of given margins. Where nothing is left in a year, nothing is left in the next.
    pub(crate) fn of_margins(margins: &[f64]) -> Self {
        let pairs = margins.iter().zip(margins.iter().skip(1));
        let kept = pairs.map(|(now, next)| if *now > 0.0 { (next / now).clamp(0.0, 1.0) } else { 0.0 });
        Self { first: margins.first().copied().unwrap_or(0.0), retentions: kept.collect() }
    }

    /// The same with one retention for every year.
    pub(crate) fn constant(first: f64, retention: f64, years: usize) -> Self {
        Self { first, retentions: vec![retention; years.saturating_sub(1)] }
    }

    /// The course after a change.
    pub(crate) fn changed(&self, change: &RetentionChange) -> Self {
        let retentions = self.retentions.iter().map(|retention| change.applied_to(*retention)).collect();
        Self { first: self.first, retentions }
    }

    /// The part that is still there in each year: 1 in the first.
    pub(crate) fn parts(&self) -> Vec<f64> {
        let later = self.retentions.iter().scan(1.0, |part, retention| {
            *part *= retention;
            Some(*part)
        });
        std::iter::once(1.0).chain(later).collect()
    }

    /// The expected number of years, of those looked at, in which a customer is still there.
    pub(crate) fn lifetime(&self) -> f64 {
        self.parts().iter().sum()
    }

    /// What the margins of the years are worth today, each counted at the middle of its year.
    pub(crate) fn value(&self, discount: f64) -> f64 {
        let step = 1.0 / (1.0 + discount);
        let factors = std::iter::successors(Some(step.sqrt()), |factor| Some(factor * step));
        self.parts().iter().zip(factors).map(|(part, factor)| self.first * part * factor).sum()
    }
}

/// The expected number of years of a customer who stays each year with one probability: 1 ÷ (1 − r). None where it never
/// ends.
pub(crate) fn endless_lifetime(retention: f64) -> Option<f64> {
    (retention < 1.0).then(|| 1.0 / (1.0 - retention))
}

/// What a margin of every year is worth today where each year is followed by another with one probability:
/// m × √(1 + d) ÷ (1 + d − r), each year counted at its middle. None where the sum has no end.
pub(crate) fn endless_value(first: f64, retention: f64, discount: f64) -> Option<f64> {
    let rest = 1.0 + discount - retention;
    (rest > 0.0).then(|| first * (1.0 + discount).sqrt() / rest)
}

impl RetentionChange {
    /// The retention after the change: never more than all.
    pub(crate) fn applied_to(&self, retention: f64) -> f64 {
        match self {
            Self::Points { points } => (retention + to_f64(points.value())).min(1.0),
            Self::Fraction { fraction } => 1.0 - (1.0 - retention) * (1.0 - to_f64(fraction.value())),
        }
    }
}
