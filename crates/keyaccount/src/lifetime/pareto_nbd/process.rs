//! Predictions with given parameters.

use super::kernel::Kernel;
use super::likelihood::ParetoLikelihood;
use crate::lifetime::cells::Cells;
use crate::lifetime::process::{PurchaseCounts, PurchaseProcess, PurchaseScore};
use crate::lifetime::summary::PurchaseSummary;
use crate::values::PositiveStatistic;

/// The model with its parameters.
#[derive(Clone, Copy, Debug)]
pub(in crate::lifetime) struct ParetoProcess(Kernel);

impl ParetoProcess {
    pub(in crate::lifetime) fn new(
        r: PositiveStatistic,
        alpha: PositiveStatistic,
        s: PositiveStatistic,
        beta: PositiveStatistic,
    ) -> Self {
        Self(Kernel { r: r.value(), alpha: alpha.value(), s: s.value(), beta: beta.value() })
    }

    /// What is known of the account's future if it is alive.
    fn future(&self, account: &PurchaseSummary) -> Kernel {
        self.0.if_alive(f64::from(account.frequency()), account.age())
    }
}

impl PurchaseProcess for ParetoProcess {
    fn probability_alive(&self, account: &PurchaseSummary) -> f64 {
        self.0.alive(f64::from(account.frequency()), account.recency(), account.age())
    }

    fn expected_purchases(&self, account: &PurchaseSummary, horizon: f64) -> f64 {
        self.probability_alive(account) * self.future(account).expected(horizon)
    }

    fn score(&self, account: &PurchaseSummary, horizon: f64) -> PurchaseScore {
        let probability_alive = self.probability_alive(account);
        let expected_purchases = probability_alive * self.future(account).expected(horizon);
        PurchaseScore { probability_alive, expected_purchases }
    }

    fn purchase_counts(&self, account: &PurchaseSummary, horizon: f64, counts: usize) -> PurchaseCounts {
        let alive = self.probability_alive(account);
        let (mut probabilities, more) = self.future(account).counts(horizon, counts);
        for (n, probability) in probabilities.iter_mut().enumerate() {
            *probability = alive * *probability + if n == 0 { 1.0 - alive } else { 0.0 };
        }
        PurchaseCounts { probabilities, more: alive * more }
    }

    fn log_likelihood(&self, account: &PurchaseSummary) -> f64 {
        let Ok(cells) = Cells::collapse(&[*account], None) else { return 0.0 };
        let Kernel { r, alpha, s, beta } = self.0;
        ParetoLikelihood::new(&cells).at(&[r, alpha, s, beta]).value
    }

    fn expected_if_alive(&self, account: &PurchaseSummary, horizon: f64) -> f64 {
        self.future(account).expected(horizon)
    }

    fn expectation_if_alive(&self, account: &PurchaseSummary, _longest: f64) -> Box<dyn Fn(f64) -> f64> {
        let future = self.future(account);
        Box::new(move |horizon| future.expected(horizon))
    }

    fn buys_if_alive(&self, account: &PurchaseSummary, horizon: f64) -> f64 {
        self.future(account).buys_within(horizon)
    }

    fn buys_ever_if_alive(&self, account: &PurchaseSummary) -> f64 {
        self.future(account).buys_first(0.0).min(1.0)
    }

    fn for_ever_if_alive(&self, account: &PurchaseSummary) -> Option<f64> {
        let Kernel { r, alpha, s, beta } = self.future(account);
        (s > 1.0).then(|| r / alpha * beta / (s - 1.0))
    }

    fn time_scale(&self, account: &PurchaseSummary) -> f64 {
        self.0.beta + account.age()
    }

    fn quickest(&self, account: &PurchaseSummary) -> f64 {
        self.0.s / (self.0.beta + account.age())
    }
}
