//! What the models know of an account: how often it bought again, when last, and since when.

use crate::problem::{Problem, ProblemCode};

/// The longest time and the greatest recency the models take, in whatever unit.
const LONGEST: f64 = 1e9;

/// An account's purchases in three numbers, in one unit of time: all that the purchase models need to know.
///
/// In the papers these are x, t_x and T. They count from the first purchase: that one is where the clock starts, and no
/// repeat purchase. Orders of one day are one purchase occasion, and what was returned in full is none. Which unit of time
/// is chosen does not matter, as long as it is the same for all accounts and horizons; models are fitted best where typical
/// times are between 1 and 1,000 (weeks for accounts that buy monthly, months for those that buy quarterly).
///
/// # Examples
/// First bought 38.86 weeks ago, twice since, the last time 30.43 weeks after the first:
/// ```
/// use keyaccount::PurchaseSummary;
///
/// let summary = PurchaseSummary::try_new(2, 30.43, 38.86)?;
/// assert_eq!((summary.frequency(), summary.recency(), summary.age()), (2, 30.43, 38.86));
/// assert!(PurchaseSummary::try_new(2, 40.0, 38.86).is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PurchaseSummary {
    frequency: u32,
    recency: f64,
    age: f64,
    log_intervals: Option<f64>,
}

impl PurchaseSummary {
    /// First bought just now: nothing is known yet.
    pub const FIRST: Self = Self { frequency: 0, recency: 0.0, age: 0.0, log_intervals: None };

    /// A summary of `frequency` repeat purchases (x), the last of them `recency` (t_x) after the first purchase, which was
    /// `age` (T) ago.
    ///
    /// Times are at most 10⁹. The age may be zero: first bought today. The frequency is zero exactly where the recency is,
    /// as repeat purchases come after the first.
    ///
    /// # Errors
    /// A [`Problem`] that names the number which is out of range or contradicts another.
    pub fn try_new(frequency: u32, recency: f64, age: f64) -> Result<Self, Problem> {
        if !(0.0..=LONGEST).contains(&age) {
            let message = format!("`{age}` is no time since the first purchase");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, age, message, "0 to 1e9").at("age"));
        }
        if !(0.0..=age).contains(&recency) {
            let message = format!("`{recency}` is no time from the first purchase to the last");
            let allowed = format!("0 to the age, which is {age}");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, recency, message, allowed).at("recency"));
        }
        if (frequency == 0) != (recency <= 0.0) {
            let message = format!("{frequency} repeat purchases do not go with a recency of {recency}");
            let allowed = "a recency of zero exactly where there is no repeat purchase";
            return Err(Problem::new(ProblemCode::ConflictingFields, frequency, message, allowed).at("frequency"));
        }
        // Adding zero turns -0.0 into 0.0: equal summaries have equal bits.
        Ok(Self { frequency, recency: recency + 0.0, age: age + 0.0, log_intervals: None })
    }

    /// Adds the sum of the natural logarithms of the intervals between purchases, which tells how regular they are: only
    /// the choice of a regularity needs it.
    ///
    /// # Errors
    /// A [`Problem`] where it is not finite, or larger than equal intervals would give.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::PurchaseSummary;
    ///
    /// // Two intervals of 10 and 20 weeks; equal ones would give 2 ln 15.
    /// let logs = 10_f64.ln() + 20_f64.ln();
    /// let summary = PurchaseSummary::try_new(2, 30.0, 40.0)?.with_log_intervals(logs)?;
    /// assert_eq!(summary.log_intervals(), Some(logs));
    /// assert!(summary.with_log_intervals(2.0 * 16_f64.ln()).is_err());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn with_log_intervals(mut self, sum: f64) -> Result<Self, Problem> {
        let count = f64::from(self.frequency);
        let most = if self.frequency == 0 { 0.0 } else { count * libm::log(self.recency / count) };
        if sum.is_finite() && sum <= most + 1e-9 * (1.0 + most.abs()) && (self.frequency > 0 || sum >= 0.0) {
            self.log_intervals = Some(sum + 0.0);
            return Ok(self);
        }
        let message = format!("`{sum}` cannot be the sum of the logarithms of the intervals");
        let allowed = format!("a finite number of at most {most}, which equal intervals give");
        Err(Problem::new(ProblemCode::NumberOutOfRange, sum, message, allowed).at("log_intervals"))
    }

    /// How many purchase occasions followed the first (x).
    #[must_use]
    pub const fn frequency(&self) -> u32 {
        self.frequency
    }

    /// The time from the first purchase to the last (t_x).
    #[must_use]
    pub const fn recency(&self) -> f64 {
        self.recency
    }

    /// The time since the first purchase (T).
    #[must_use]
    pub const fn age(&self) -> f64 {
        self.age
    }

    /// The sum of the natural logarithms of the intervals between purchases, where it was given.
    #[must_use]
    pub const fn log_intervals(&self) -> Option<f64> {
        self.log_intervals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_summaries_are_refused() {
        let refused = [
            (0, 0.0, -1.0, "age"),
            (0, 0.0, f64::NAN, "age"),
            (1, 1.0, f64::INFINITY, "age"),
            (1, f64::NAN, 2.0, "recency"),
            (1, -1.0, 2.0, "recency"),
            (1, 2.5, 2.0, "recency"),
            (0, 1.0, 2.0, "frequency"),
            (3, 0.0, 2.0, "frequency"),
        ];
        for (frequency, recency, age, path) in refused {
            assert_eq!(PurchaseSummary::try_new(frequency, recency, age).unwrap_err().path, path);
        }
    }

    #[test]
    fn edges_are_accepted_and_zero_has_one_sign() {
        let today = PurchaseSummary::try_new(0, -0.0, -0.0).unwrap();
        assert_eq!((today.recency().to_bits(), today.age().to_bits()), (0, 0));
        assert!(PurchaseSummary::try_new(5, 7.0, 7.0).is_ok());
        assert!(today.with_log_intervals(0.0).is_ok());
        assert!(today.with_log_intervals(-1.0).is_err());
        assert!(PurchaseSummary::try_new(5, 7.0, 7.0).unwrap().with_log_intervals(f64::NAN).is_err());
    }
}
