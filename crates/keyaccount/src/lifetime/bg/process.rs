//! Predictions with given parameters.

use super::Kind;
use super::future::Future;
use super::likelihood::{BgLikelihood, log_open};
use crate::lifetime::cells::Cells;
use crate::lifetime::model::Regularity;
use crate::lifetime::process::{PurchaseCounts, PurchaseProcess, PurchaseScore};
use crate::lifetime::summary::PurchaseSummary;
use crate::values::PositiveStatistic;

/// A model of the family with its parameters.
#[derive(Clone, Copy, Debug)]
pub(in crate::lifetime) struct BgProcess {
    kind: Kind,
    k: f64,
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
}

impl BgProcess {
    pub(in crate::lifetime) fn bg_nbd(
        r: PositiveStatistic,
        alpha: PositiveStatistic,
        a: PositiveStatistic,
        b: PositiveStatistic,
    ) -> Self {
        Self { kind: Kind::BgNbd, k: 1.0, r: r.value(), alpha: alpha.value(), a: a.value(), b: b.value() }
    }

    pub(in crate::lifetime) fn mbg_cnbd(
        k: Regularity,
        r: PositiveStatistic,
        alpha: PositiveStatistic,
        a: PositiveStatistic,
        b: PositiveStatistic,
    ) -> Self {
        let kind = Kind::MbgCnbd(k);
        Self { kind, k: f64::from(k.value()), r: r.value(), alpha: alpha.value(), a: a.value(), b: b.value() }
    }
}

impl BgProcess {
    /// The shape of the account's rate, by what it bought.
    fn shape(&self, account: &PurchaseSummary) -> f64 {
        self.r + self.k * f64::from(account.frequency())
    }

    /// How many times as probable it is that the account has left as that it has not.
    fn odds_of_leaving(&self, account: &PurchaseSummary) -> f64 {
        let chances = self.kind.chances(account.frequency());
        if chances <= 0.0 {
            return 0.0;
        }
        let shape = self.shape(account);
        let silence = account.age() - account.recency();
        let seen = libm::log1p(silence / (self.alpha + account.recency()));
        let k = self.kind.regularity().value();
        let open = if k == 1 { 0.0 } else { log_open(shape, silence / (self.alpha + account.age()), k) };
        let odds = self.a / (self.b + (chances - 1.0));
        let exponent = shape * seen - open;
        // Beyond what a float holds it has left for certain.
        if exponent < 600.0 { odds * libm::exp(exponent) } else { libm::exp(exponent + libm::log(odds)) }
    }

    /// What is known of the account's future if it is alive, up to a longest time.
    fn future(&self, account: &PurchaseSummary, longest: f64) -> Future {
        let rate = self.alpha + account.age();
        let silence = (account.age() - account.recency()) / rate;
        let stay = self.b + self.kind.chances(account.frequency());
        Future::new(self.kind.regularity().value(), (self.shape(account), rate), silence, (self.a, stay), longest)
    }
}

impl PurchaseProcess for BgProcess {
    fn probability_alive(&self, account: &PurchaseSummary) -> f64 {
        1.0 / (1.0 + self.odds_of_leaving(account))
    }

    fn expected_purchases(&self, account: &PurchaseSummary, horizon: f64) -> f64 {
        self.score(account, horizon).expected_purchases
    }

    fn score(&self, account: &PurchaseSummary, horizon: f64) -> PurchaseScore {
        let probability_alive = self.probability_alive(account);
        let expected_purchases = probability_alive * self.expected_if_alive(account, horizon);
        PurchaseScore { probability_alive, expected_purchases }
    }

    fn purchase_counts(&self, account: &PurchaseSummary, horizon: f64, counts: usize) -> PurchaseCounts {
        let odds = self.odds_of_leaving(account);
        let alive = 1.0 / (1.0 + odds);
        let left = if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 };
        let (mut probabilities, more) = self.future(account, horizon).ahead(horizon).counts(counts.max(1));
        for (y, probability) in probabilities.iter_mut().enumerate() {
            *probability = alive * *probability + if y == 0 { left } else { 0.0 };
        }
        PurchaseCounts { probabilities, more: alive * more }
    }

    fn expected_if_alive(&self, account: &PurchaseSummary, horizon: f64) -> f64 {
        self.future(account, horizon).expected(horizon)
    }

    fn expectation_if_alive(&self, account: &PurchaseSummary, longest: f64) -> Box<dyn Fn(f64) -> f64> {
        let future = self.future(account, longest);
        Box::new(move |time| future.expected(time))
    }

    fn buys_if_alive(&self, account: &PurchaseSummary, horizon: f64) -> f64 {
        self.future(account, horizon).buys(horizon)
    }

    fn for_ever_if_alive(&self, account: &PurchaseSummary) -> Option<f64> {
        // It buys again for certain, and so many times as it takes to leave: the mean of 1/p.
        let stay = self.b + self.kind.chances(account.frequency());
        (self.a > 1.0).then(|| (self.a - 1.0 + stay) / (self.a - 1.0))
    }

    fn discounted_if_alive(&self, account: &PurchaseSummary, rate: f64) -> Option<f64> {
        self.future(account, 0.0).discounted(rate)
    }

    fn time_scale(&self, account: &PurchaseSummary) -> f64 {
        self.alpha + account.age()
    }

    fn quickest(&self, account: &PurchaseSummary) -> f64 {
        self.shape(account) / (self.alpha + account.age())
    }

    fn stretch(&self) -> f64 {
        if self.k > 6.0 { 1.5 } else { 2.5 }
    }

    fn log_likelihood(&self, account: &PurchaseSummary) -> f64 {
        let Ok(cells) = Cells::collapse(&[*account], None) else { return 0.0 };
        BgLikelihood::new(&cells, self.kind).at(&[self.r, self.alpha, self.a, self.b]).value
    }
}
