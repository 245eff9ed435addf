//! Discounted purchases and the time of the next one.

use super::orders::DAYS_OF_WEEK;
use super::verdict::NextPurchase;
use crate::lifetime::PurchaseSummary;
use crate::lifetime::process::PurchaseProcess;
use crate::lifetime::quadrature::integral;
use crate::values::{DayCount, Estimate};

/// Purchases expected up to a horizon, or in all time to come, each discounted to today; none where they have no end.
pub(super) fn discounted_purchases(
    process: &dyn PurchaseProcess,
    account: &PurchaseSummary,
    horizon: Option<f64>,
    rate: f64,
) -> Option<f64> {
    if rate <= 0.0 {
        return horizon.map(|horizon| process.expected_purchases(account, horizon));
    }
    let end = horizon.unwrap_or(45.0 / rate).min(45.0 / rate);
    let density = |time: f64| rate * libm::exp(-rate * time) * process.expected_purchases(account, time);
    let (mut from, mut to, mut sum) = (0.0, (end / 1024.0).min(0.01 / rate), 0.0);
    while from < end {
        sum += integral(from, to, density);
        (from, to) = (to, (2.0 * to).min(end));
    }
    Some(sum + libm::exp(-rate * end) * process.expected_purchases(account, end))
}

/// When an account buys next.
pub(super) fn next_purchase(process: &dyn PurchaseProcess, account: &PurchaseSummary) -> NextPurchase {
    let never = process.never(account);
    let quantile = |probability: f64| {
        let silent = 1.0 - probability;
        let is_later = |weeks: f64| process.none(account, weeks) > silent;
        if silent <= never || is_later(1e6) {
            return None;
        }
        let (mut low, mut high) = (0.0, 1e6);
        while high - low > 1e-9 * high {
            let middle = 0.5 * (low + high);
            if is_later(middle) { low = middle } else { high = middle }
        }
        let days = format!("{:.6}", high * DAYS_OF_WEEK);
        days.parse::<DayCount>().ok()
    };
    NextPurchase {
        never: Estimate::rounded(never),
        early_days: quantile(0.1),
        median_days: quantile(0.5),
        late_days: quantile(0.9),
    }
}
