//! How far a distribution was from what came.

use crate::forecast::distribution::BookingDistribution;
use crate::values::{CurrencySum, ExactSum, Probability};

/// The continuous ranked probability score: twice the mean quantile loss over all probabilities, here over a thousand.
pub(super) fn crps(distribution: &BookingDistribution, actual: &CurrencySum) -> CurrencySum {
    const STEPS: u32 = 1000;
    let number = |sum: &CurrencySum| sum.amount.to_string().parse::<f64>().unwrap_or(0.0);
    let came = number(actual);
    let loss = (0..STEPS).filter_map(|step| {
        let text = format!("{:.6}", (f64::from(step) + 0.5) / f64::from(STEPS));
        let probability: Probability = text.parse().ok()?;
        let quantile = number(&distribution.quantile(probability));
        let below = if came <= quantile { 1.0 } else { 0.0 };
        Some((below - (f64::from(step) + 0.5) / f64::from(STEPS)) * (quantile - came))
    });
    let mean = 2.0 * loss.sum::<f64>() / f64::from(STEPS);
    let exact: ExactSum = format!("{mean:.9}").parse().unwrap_or_default();
    CurrencySum::new(&exact, actual.currency)
}
