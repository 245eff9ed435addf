//! Predictions with given parameters.

use super::Kind;
use super::likelihood::{BgLikelihood, log_open};
use crate::lifetime::cells::Cells;
use crate::lifetime::model::Regularity;
use crate::lifetime::process::{PurchaseCounts, PurchaseProcess};
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

impl PurchaseProcess for BgProcess {
    fn probability_alive(&self, account: &PurchaseSummary) -> f64 {
        let chances = self.kind.chances(account.frequency());
        if chances <= 0.0 {
            return 1.0;
        }
        let shape = self.r + self.k * f64::from(account.frequency());
        let silence = account.age() - account.recency();
        let seen = libm::log1p(silence / (self.alpha + account.recency()));
        let open = log_open(shape, silence / (self.alpha + account.age()), self.kind.regularity().value());
        let odds = self.a / (self.b + chances - 1.0);
        let exponent = shape * seen - open;
        let left = if exponent < 600.0 { odds * libm::exp(exponent) } else { libm::exp(exponent + libm::log(odds)) };
        1.0 / (1.0 + left)
    }

    fn expected_purchases(&self, account: &PurchaseSummary, _horizon: f64) -> f64 {
        self.probability_alive(account)
    }

    fn purchase_counts(&self, _account: &PurchaseSummary, _horizon: f64, _counts: usize) -> PurchaseCounts {
        PurchaseCounts { probabilities: Vec::new(), more: 1.0 }
    }

    fn log_likelihood(&self, account: &PurchaseSummary) -> f64 {
        let Ok(cells) = Cells::collapse(&[*account], None) else { return 0.0 };
        BgLikelihood::new(&cells, self.kind).at(&[self.r, self.alpha, self.a, self.b]).value
    }
}
