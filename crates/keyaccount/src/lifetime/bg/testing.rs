//! What the tests of the family share.

use crate::lifetime::model::PurchaseModelParameters;
use crate::lifetime::summary::PurchaseSummary;
use crate::values::PositiveStatistic;

/// Parameters of BG/NBD (k = 0) or of MBG/CNBD-k; MBG/NBD itself for k = 1.
pub(super) fn model(k: u32, [r, alpha, a, b]: [f64; 4]) -> PurchaseModelParameters {
    let [r, alpha, a, b] = [r, alpha, a, b].map(|value| PositiveStatistic::try_new(value).unwrap());
    match k {
        0 => PurchaseModelParameters::BgNbd { r, alpha, a, b },
        1 => PurchaseModelParameters::MbgNbd { r, alpha, a, b },
        k => PurchaseModelParameters::MbgCnbd { regularity: k.try_into().unwrap(), r, alpha, a, b },
    }
}

pub(super) fn summary(frequency: u32, recency: f64, age: f64) -> PurchaseSummary {
    PurchaseSummary::try_new(frequency, recency, age).unwrap()
}

/// So many accounts of made-up history: most never bought again, some often; some fell silent early.
pub(super) fn accounts(count: usize) -> Vec<PurchaseSummary> {
    const PURCHASES: [(u32, f64); 20] = [
        (0, 0.0),
        (1, 0.05),
        (0, 0.0),
        (2, 0.1),
        (0, 0.0),
        (5, 0.97),
        (0, 0.0),
        (1, 0.3),
        (0, 0.0),
        (0, 0.0),
        (9, 0.99),
        (1, 0.02),
        (3, 0.9),
        (0, 0.0),
        (14, 0.98),
        (0, 0.0),
        (2, 0.15),
        (0, 0.0),
        (4, 0.5),
        (1, 0.8),
    ];
    const AGES: [f64; 3] = [20.0, 30.0, 39.0];
    let cycle = |place: usize| {
        let (frequency, part) = PURCHASES[place % 20];
        (frequency, part, AGES[place % 3])
    };
    (0..count)
        .map(|place| {
            let (frequency, part, age) = cycle(place);
            if frequency == 0 {
                return summary(0, 0.0, age).with_log_intervals(0.0).unwrap();
            }
            let recency = part * age;
            // Regular to a part.
            let logs = f64::from(frequency) * (libm::log(recency / f64::from(frequency)) - 0.1);
            summary(frequency, recency, age).with_log_intervals(logs).unwrap()
        })
        .collect()
}

/// Whether two numbers agree to so much of the larger one.
pub(super) fn close(left: f64, right: f64, tolerance: f64) -> bool {
    (left - right).abs() <= tolerance * left.abs().max(right.abs())
}
