//! When an account buys next, if it does.

use super::model::{PurchaseModelParameters, check_horizon};
use super::process::PurchaseProcess;
use super::summary::PurchaseSummary;
use crate::problem::{Problem, ProblemCode};

/// The longest time that is told.
const LATEST: f64 = 1e9;
/// The shortest one.
const EARLIEST: f64 = 1e-12;

/// When an account buys next: the chance that it does at all, and the times in which it does, if it does.
///
/// # Examples
/// ```
/// use keyaccount::{PurchaseModelParameters, PurchaseSummary};
///
/// let model: PurchaseModelParameters = serde_json::from_str(
///     r#"{"type": "pareto_nbd", "r": "0.553", "alpha": "10.578", "s": "0.606", "beta": "11.669"}"#,
/// )?;
/// let account = PurchaseSummary::try_new(6, 31.0, 39.0)?;
/// let next = model.next_purchase(&account);
/// assert!(next.never < 0.3, "it may have left, and may leave before it buys");
/// assert!(next.early < next.median && next.median < next.late);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextPurchase {
    /// The probability that it never buys again: it has left, or leaves before it does.
    pub never: f64,
    /// Of accounts like it that buy again, a tenth have done so after this time.
    pub early: Option<f64>,
    /// Half of them have done so after this time; none where that is beyond 10⁹ units of time.
    pub median: Option<f64>,
    /// Nine tenths have: from early to late are four fifths of all next purchases; none where that is beyond 10⁹ units of time.
    pub late: Option<f64>,
}

impl PurchaseModelParameters {
    /// The probability that an account buys nothing in the time that follows its summary.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹.
    pub fn probability_of_no_purchase(&self, account: &PurchaseSummary, horizon: f64) -> Result<f64, Problem> {
        check_horizon(horizon)?;
        let process = self.process();
        Ok(1.0 - process.probability_alive(account) * process.buys_if_alive(account, horizon))
    }

    /// The probability that an account never buys again: it has left, or leaves before it does.
    #[must_use]
    pub fn probability_of_no_purchase_ever(&self, account: &PurchaseSummary) -> f64 {
        let process = self.process();
        1.0 - process.probability_alive(account) * process.buys_ever_if_alive(account)
    }

    /// When an account buys next.
    #[must_use]
    pub fn next_purchase(&self, account: &PurchaseSummary) -> NextPurchase {
        let process = self.process();
        let again = process.buys_ever_if_alive(account);
        let [early, median, late] = [0.1, 0.5, 0.9].map(|share| quantile(process.as_ref(), account, share * again));
        NextPurchase { never: 1.0 - process.probability_alive(account) * again, early, median, late }
    }

    /// The time by which an account has bought again with a probability; none where it never is so probable, or not within
    /// 10⁹ units of time.
    ///
    /// # Errors
    /// A [`Problem`] where the probability is not from 0 to 1.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{PurchaseModelParameters, PurchaseSummary};
    ///
    /// let model: PurchaseModelParameters = serde_json::from_str(
    ///     r#"{"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"}"#,
    /// )?;
    /// let account = PurchaseSummary::try_new(2, 30.43, 38.86)?;
    /// let half = model.time_of_next_purchase(&account, 0.5)?.unwrap();
    /// assert!((model.probability_of_no_purchase(&account, half)? - 0.5).abs() < 1e-9);
    /// assert_eq!(model.time_of_next_purchase(&account, 0.99)?, None, "it may have left");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn time_of_next_purchase(&self, account: &PurchaseSummary, probability: f64) -> Result<Option<f64>, Problem> {
        if !(0.0..=1.0).contains(&probability) {
            let message = format!("`{probability}` is no probability");
            let problem = Problem::new(ProblemCode::InvalidProbability, probability, message, "0 to 1");
            return Err(problem.at("probability"));
        }
        let process = self.process();
        let alive = process.probability_alive(account);
        if alive <= probability {
            return Ok(Some(0.0).filter(|_| probability <= 0.0));
        }
        Ok(quantile(process.as_ref(), account, probability / alive))
    }
}

/// The time by which an account that has not left has bought with a probability: a root in the logarithm of time, first bracketed, then found by
/// false position (Illinois), with bisection where that is slow.
fn quantile(process: &dyn PurchaseProcess, account: &PurchaseSummary, probability: f64) -> Option<f64> {
    if probability <= 0.0 {
        return Some(0.0);
    }
    let excess = |log: f64| process.buys_if_alive(account, libm::exp(log)) - probability;
    let (earliest, latest) = (libm::log(EARLIEST), libm::log(LATEST));
    let start = libm::log(process.time_scale(account)).clamp(earliest, latest);
    let value = excess(start);
    let (mut low, mut high) = ((start, value), (start, value));
    let mut step = 1.0;
    while low.1 >= 0.0 {
        if low.0 <= earliest {
            return Some(EARLIEST);
        }
        high = low;
        let log = (low.0 - step).max(earliest);
        low = (log, excess(log));
        step *= 2.0;
    }
    step = 1.0;
    while high.1 < 0.0 {
        if high.0 >= latest {
            return None;
        }
        low = high;
        let log = (high.0 + step).min(latest);
        high = (log, excess(log));
        step *= 2.0;
    }
    for turn in 0..200_u32 {
        let width = high.0 - low.0;
        if width <= 1e-13 || high.1 <= 0.0 {
            break;
        }
        let guess = low.0 - low.1 * (width / (high.1 - low.1));
        let inside = guess > low.0 && guess < high.0 && turn.checked_rem(3) != Some(2);
        let log = if inside { guess } else { low.0 + 0.5 * width };
        let here = excess(log);
        // The end that stays counts for half, so that both close in.
        if here < 0.0 {
            low = (log, here);
            high.1 *= if inside { 0.5 } else { 1.0 };
        } else {
            high = (log, here);
            low.1 *= if inside { 0.5 } else { 1.0 };
        }
    }
    Some(libm::exp(high.0))
}

#[cfg(test)]
mod tests;
