//! What models with parameters say of one account.

use super::ahead::next_order;
use super::orders::weeks;
use super::verdict::{AccountPrediction, HorizonPrediction, RateShrinkage, SpendShrinkage};
use crate::lifetime::process::PurchaseProcess;
use crate::lifetime::{DiscountRate, PurchaseModelParameters, PurchaseSummary, SpendModelParameters, SpendSummary};
use crate::values::{Currency, CurrencySum, Estimate, ExactSum, Statistic};

/// Probabilities of 0 to 5 purchases are listed.
const COUNTS: usize = 6;

/// Everything that predictions are made by.
pub(crate) struct Outlook {
    pub(crate) parameters: PurchaseModelParameters,
    pub(crate) process: Box<dyn PurchaseProcess>,
    pub(crate) spend: Option<SpendModelParameters>,
    pub(crate) horizons_days: Vec<u32>,
    pub(crate) discount: DiscountRate,
    /// What of sales is counted: the margin, or all.
    pub(crate) counted: f64,
    pub(crate) currency: Currency,
}

/// The numbers of an account that are added up.
pub(crate) struct Numbers {
    pub(crate) alive: f64,
    /// Expected purchases, those discounted, by horizon.
    pub(crate) horizons: Vec<(f64, f64)>,
    /// Discounted purchases of all time to come; none where they have no end.
    pub(crate) endless: Option<f64>,
    /// Expected spend on an order day.
    pub(crate) spend: Option<f64>,
}

impl Outlook {
    /// A statistic as money.
    pub(crate) fn money(&self, amount: f64) -> Option<CurrencySum> {
        ExactSum::of_statistic(amount).map(|sum| CurrencySum::new(&sum, self.currency))
    }

    /// The numbers of an account.
    pub(crate) fn numbers(&self, account: &PurchaseSummary, spend: &SpendSummary) -> Numbers {
        let of_days = |days: &u32| {
            let horizon = weeks(i64::from(*days));
            let discounted = self.parameters.discounted_purchases(account, Some(horizon), self.discount);
            (self.process.expected_purchases(account, horizon), discounted.unwrap_or(0.0))
        };
        Numbers {
            alive: self.process.probability_alive(account),
            horizons: self.horizons_days.iter().map(of_days).collect(),
            endless: self.parameters.discounted_purchases(account, None, self.discount).ok(),
            // Where the portfolio's mean is infinite, nothing tells how far an account's own is to be believed.
            spend: self.spend_of_all().and(self.spend).and_then(|model| model.expected_spend(spend).mean),
        }
    }

    /// The prediction of an account from its numbers.
    pub(crate) fn prediction(
        &self,
        account: &PurchaseSummary,
        spend: &SpendSummary,
        numbers: &Numbers,
    ) -> AccountPrediction {
        let sales = |purchases: f64| numbers.spend.and_then(|spend| self.money(purchases * spend));
        let value = |purchases: f64| numbers.spend.and_then(|spend| self.money(purchases * spend * self.counted));
        let horizon = |(days, (expected, discounted)): (&u32, &(f64, f64))| {
            let counts = self.process.purchase_counts(account, weeks(i64::from(*days)), COUNTS);
            let none = counts.probabilities.first().copied().unwrap_or(1.0);
            HorizonPrediction {
                days: *days,
                expected_purchases: Statistic::rounded(*expected),
                at_least_one: Estimate::rounded(1.0 - none),
                counts: counts.probabilities.into_iter().map(Estimate::rounded).collect(),
                more: Estimate::rounded(counts.more),
                sales: sales(*expected),
                value: value(*discounted),
            }
        };
        AccountPrediction {
            probability_alive: Estimate::rounded(numbers.alive),
            horizons: self.horizons_days.iter().zip(&numbers.horizons).map(horizon).collect(),
            next_order: next_order(&self.parameters, account),
            rate: rate(&self.parameters, account),
            spend: self.spend_shrinkage(spend),
            discounted_purchases: numbers.endless.map(Statistic::rounded),
            lifetime_value: numbers.endless.and_then(value),
        }
    }

    /// The portfolio's mean spend on an order day, where it is known and not infinite: then each account's is.
    pub(crate) fn spend_of_all(&self) -> Option<f64> {
        self.spend.and_then(|model| model.population_mean())
    }

    /// What is counted of the sales expected of all accounts in each of some years to come, or where no spend is known, the
    /// purchases.
    pub(crate) fn yearly<'a>(
        &self,
        rows: impl Iterator<Item = (&'a PurchaseSummary, &'a SpendSummary)>,
        years: u32,
    ) -> Vec<f64> {
        let ends: Vec<f64> = (1..=years).map(|year| f64::from(year) * DiscountRate::WEEKS_PER_YEAR).collect();
        let mut sums = vec![0.0; ends.len()];
        for (account, spend) in rows {
            let worth = match (self.spend, self.spend_of_all()) {
                (Some(model), Some(_)) => model.expected_spend(spend).mean.unwrap_or(0.0) * self.counted,
                _ => 1.0,
            };
            let mut before = 0.0;
            for (sum, end) in sums.iter_mut().zip(&ends) {
                let until = self.process.expected_purchases(account, *end);
                *sum += worth * (until - before).max(0.0);
                before = until;
            }
        }
        sums
    }

    fn spend_shrinkage(&self, spend: &SpendSummary) -> Option<SpendShrinkage> {
        let expected = self.spend?.expected_spend(spend);
        let own = spend.mean().and_then(|mean| self.money(mean));
        Some(SpendShrinkage {
            own_weight: Estimate::rounded(expected.own_weight?),
            orders: spend.frequency(),
            own,
            expected: self.money(expected.mean?)?,
        })
    }
}

/// How much of a rate is the account's own: the mean of the gamma distribution of shape r + k x and rate α + T, by which
/// the rate of who still buys is distributed, is the mean of x ÷ T and r ÷ (k α) with weights T and α. (k is the regularity; what of
/// an interval has passed since the last order is not in it.)
fn rate(parameters: &PurchaseModelParameters, account: &PurchaseSummary) -> RateShrinkage {
    let (r, alpha, k) = match parameters {
        PurchaseModelParameters::BgNbd { r, alpha, .. }
        | PurchaseModelParameters::MbgNbd { r, alpha, .. }
        | PurchaseModelParameters::ParetoNbd { r, alpha, .. } => (r, alpha, 1),
        PurchaseModelParameters::MbgCnbd { regularity, r, alpha, .. } => (r, alpha, regularity.value()),
    };
    let (r, alpha, k) = (r.value(), alpha.value(), f64::from(k));
    let (x, age) = (f64::from(account.frequency()), account.age());
    RateShrinkage {
        own_weight: Estimate::rounded(age / (alpha + age)),
        own: (age > 0.0).then(|| Statistic::rounded(x / age)),
        portfolio: Statistic::rounded(r / (k * alpha)),
        weekly: Statistic::rounded((r + k * x) / (k * (alpha + age))),
    }
}
