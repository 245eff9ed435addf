//! How accounts are to be scored.

use std::num::NonZeroU32;

use crate::problem::{Problem, ProblemCode};
use crate::values::vocabulary;

/// Days from 1900-01-01 to 2199-12-31.
const MOST_DAYS: u32 = 109_573;

vocabulary! {
    /// How a number becomes a score from 1 to 5.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::RfmMethod::default().as_str(), "fixed_bands");
    /// ```
    #[derive(Default)]
    pub enum RfmMethod {
        /// By the playbook's limits: a score means the same in every portfolio and on every day.
        #[default]
        FixedBands = "fixed_bands", "fixed bands", "固定区间";
        /// By the place among the accounts of the book: a fifth of them, as nearly as equal numbers allow, has each score.
        Quantiles = "quantiles", "quantiles", "分位数";
    }
}

vocabulary! {
    /// What recency is.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::RecencyBasis::default().as_str(), "since_last_order");
    /// ```
    #[derive(Default)]
    pub enum RecencyBasis {
        /// The days since the last order, fewer being better: what marketing calls recency.
        #[default]
        SinceLastOrder = "since_last_order", "since the last order", "距最近一次订货";
        /// The days from the first to the last order, more being better: what models of repeat purchases call recency.
        FirstToLastOrder = "first_to_last_order", "from the first to the last order", "首次至最近一次订货";
    }
}

/// How accounts are to be scored by recency, frequency and money.
///
/// # Examples
/// ```
/// use keyaccount::{RecencyBasis, RfmMethod, RfmOptions};
///
/// let options = RfmOptions { method: RfmMethod::Quantiles, ..RfmOptions::default() };
/// assert_eq!((options.recency, options.window_days), (RecencyBasis::SinceLastOrder, None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RfmOptions {
    /// How a number becomes a score; by the playbook's bands unless told otherwise.
    pub method: RfmMethod,
    /// Which recency is scored; both are reported.
    pub recency: RecencyBasis,
    /// Frequency and money are of so many days up to the day of the verdict; as the playbook says unless told otherwise. At
    /// most 109,573, which takes in everything.
    pub window_days: Option<NonZeroU32>,
}

impl RfmOptions {
    pub(super) fn check(&self) -> Result<(), Problem> {
        match self.window_days.filter(|days| days.get() > MOST_DAYS) {
            None => Ok(()),
            Some(days) => {
                let message = format!("a window of {days} days is longer than the calendar");
                let allowed = format!("1 to {MOST_DAYS} days");
                Err(Problem::new(ProblemCode::NumberOutOfRange, days, message, allowed).at("window_days"))
            }
        }
    }
}
