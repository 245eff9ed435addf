//! What the spend model knows of an account: how often it bought again, and what these purchases were worth on average.

use crate::problem::{Problem, ProblemCode};

/// The largest amount, either way.
const LARGEST: f64 = 1e15;

/// An account's repeat purchases and their mean amount, in one currency for all accounts.
///
/// The frequency (x) is that of [`PurchaseSummary`](crate::PurchaseSummary): the first purchase is neither counted nor
/// averaged. Amounts are net of returns, so a mean may be zero or negative; such an account is
/// [left out](crate::SpendLeftOut) of a fit, by name.
///
/// # Examples
/// ```
/// use keyaccount::SpendSummary;
///
/// let summary = SpendSummary::try_new(2, 22.35)?;
/// assert_eq!((summary.frequency(), summary.mean()), (2, Some(22.35)));
/// assert_eq!(SpendSummary::NONE.mean(), None);
/// assert!(SpendSummary::try_new(0, 22.35).is_err(), "of nothing there is no mean");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpendSummary {
    frequency: u32,
    mean: f64,
}

impl SpendSummary {
    /// An account that has not bought again.
    pub const NONE: Self = Self { frequency: 0, mean: 0.0 };

    /// A number of repeat purchases, from 1, and their mean amount.
    ///
    /// # Errors
    /// A [`Problem`] where the frequency is zero, or the mean is not a number from -10¹⁵ to 10¹⁵.
    pub fn try_new(frequency: u32, mean: f64) -> Result<Self, Problem> {
        if frequency == 0 {
            let message = "no repeat purchase has no mean amount";
            return Err(Problem::new(ProblemCode::NumberOutOfRange, frequency, message, "1 or more").at("frequency"));
        }
        if !(-LARGEST..=LARGEST).contains(&mean) {
            let message = format!("`{mean}` is no mean amount");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, mean, message, "-1e15 to 1e15").at("mean"));
        }
        Ok(Self { frequency, mean: mean + 0.0 })
    }

    /// How many repeat purchases.
    #[must_use]
    pub const fn frequency(&self) -> u32 {
        self.frequency
    }

    /// Their mean amount; none where there are none.
    #[must_use]
    pub const fn mean(&self) -> Option<f64> {
        if self.frequency == 0 { None } else { Some(self.mean) }
    }

    /// Frequency and mean, where the model can use them: the gamma distribution knows amounts above zero only.
    pub(super) fn usable(&self) -> Option<(f64, f64)> {
        (self.frequency > 0 && self.mean >= 1e-9).then(|| (f64::from(self.frequency), self.mean))
    }
}
