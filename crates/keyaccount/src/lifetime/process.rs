//! What every model of purchases in continuous time can tell of an account.

use super::summary::PurchaseSummary;

/// What a model with parameters tells; all numbers are finite. Horizons are finite and not negative.
pub(in crate::lifetime) trait PurchaseProcess {
    /// The probability that the account has not left by the end of its summary.
    fn probability_alive(&self, account: &PurchaseSummary) -> f64;

    /// How many purchases are expected in the horizon that follows, of an account that may have left.
    fn expected_purchases(&self, account: &PurchaseSummary, horizon: f64) -> f64;

    /// Both at once.
    fn score(&self, account: &PurchaseSummary, horizon: f64) -> PurchaseScore {
        PurchaseScore {
            probability_alive: self.probability_alive(account),
            expected_purchases: self.expected_purchases(account, horizon),
        }
    }

    /// The probabilities of 0, 1, 2 … purchases in the horizon that follows, as many as asked for.
    fn purchase_counts(&self, account: &PurchaseSummary, horizon: f64, counts: usize) -> PurchaseCounts;

    /// How many purchases are expected in the horizon that follows, of an account that has not left.
    fn expected_if_alive(&self, account: &PurchaseSummary, horizon: f64) -> f64;

    /// The same as a function of the horizon, prepared for all of them up to a longest one.
    fn expectation_if_alive(&self, account: &PurchaseSummary, longest: f64) -> Box<dyn Fn(f64) -> f64>;

    /// The probability that it buys in the horizon that follows, if it has not left.
    fn buys_if_alive(&self, account: &PurchaseSummary, horizon: f64) -> f64;

    /// The probability that it ever buys again, if it has not left: certain where accounts leave after purchases only.
    fn buys_ever_if_alive(&self, _account: &PurchaseSummary) -> f64 {
        1.0
    }

    /// How many purchases are expected for ever, if it has not left; none where they are without limit.
    fn for_ever_if_alive(&self, account: &PurchaseSummary) -> Option<f64>;

    /// How many purchases are expected for ever, each counted for e^(−δt), if it has not left; none where there is no quicker
    /// way than to integrate over time.
    fn discounted_if_alive(&self, _account: &PurchaseSummary, _rate: f64) -> Option<f64> {
        None
    }

    /// The time c, above 0, for which the expected purchases by time t have no singularity but at t = −c or beyond: they are
    /// smooth in ln(1 + t/c).
    fn time_scale(&self, account: &PurchaseSummary) -> f64;

    /// How many events a unit of time is expected to bring at most, at first: within a few such times the expected purchases
    /// may bend, even where that is much sooner than the time scale.
    fn quickest(&self, account: &PurchaseSummary) -> f64;

    /// By how many times further off the parts of an integral over time may end, one after the other, where the expectation
    /// bends early: less where purchases come like clockwork, so that it rises in steps.
    fn stretch(&self) -> f64 {
        2.5
    }

    /// The logarithm of the likelihood of the account's purchases.
    fn log_likelihood(&self, account: &PurchaseSummary) -> f64;
}

/// How an account stands and what it is expected to buy.
///
/// # Examples
/// ```
/// use keyaccount::{PurchaseModelParameters, PurchaseSummary};
///
/// let model: PurchaseModelParameters = serde_json::from_str(
///     r#"{"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"}"#,
/// )?;
/// let account = PurchaseSummary::try_new(2, 30.43, 38.86)?;
/// let score = model.score(&account, 39.0)?;
/// assert!(score.probability_alive > 0.5 && score.expected_purchases > 1.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PurchaseScore {
    /// The probability that the account still buys, 0 to 1.
    pub probability_alive: f64,
    /// How many purchases are expected in the horizon, over both possibilities: that it has left, and that it has not.
    pub expected_purchases: f64,
}

/// How probable each number of purchases is.
///
/// # Examples
/// ```
/// use keyaccount::{PurchaseModelParameters, PurchaseSummary};
///
/// let model: PurchaseModelParameters = serde_json::from_str(
///     r#"{"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"}"#,
/// )?;
/// let counts = model.purchase_counts(&PurchaseSummary::try_new(2, 30.43, 38.86)?, 39.0, 5)?;
/// let all: f64 = counts.probabilities.iter().sum::<f64>() + counts.more;
/// assert!((all - 1.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PurchaseCounts {
    /// The probabilities of 0, 1, 2 … purchases.
    pub probabilities: Vec<f64>,
    /// The probability of more than those.
    pub more: f64,
}
