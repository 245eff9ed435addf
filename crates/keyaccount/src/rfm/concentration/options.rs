//! How concentration is to be measured.

use crate::problem::{Problem, ProblemCode};
use crate::values::{Period, Share, vocabulary};

vocabulary! {
    /// Whose money is one.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ConcentrationUnit::default().as_str(), "account");
    /// ```
    #[derive(Default)]
    pub enum ConcentrationUnit {
        /// Each account's by itself.
        #[default]
        Account = "account", "account", "客户";
        /// That of all accounts whose `parent` leads to the same account.
        Group = "group", "group", "集团";
    }
}

/// How concentration is to be measured.
///
/// # Examples
/// ```
/// use keyaccount::{ConcentrationOptions, ConcentrationUnit};
///
/// let options = ConcentrationOptions { by: ConcentrationUnit::Group, ..ConcentrationOptions::default() };
/// assert_eq!((options.top_share.to_string(), options.target_share.to_string()), ("0.2".into(), "0.8".into()));
/// assert!(options.period.is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcentrationOptions {
    /// The days whose purchases count, up to the day of the verdict; all of them unless told otherwise.
    pub period: Option<Period>,
    /// Whose money is one; each account's unless told otherwise.
    pub by: ConcentrationUnit,
    /// The part of the accounts whose money is asked for; a fifth unless told otherwise.
    pub top_share: Share,
    /// The part of the money whose fewest accounts are asked for; four fifths unless told otherwise.
    pub target_share: Share,
}

impl Default for ConcentrationOptions {
    fn default() -> Self {
        Self {
            period: None,
            by: ConcentrationUnit::default(),
            top_share: Share::hundredths(20),
            target_share: Share::hundredths(80),
        }
    }
}

impl ConcentrationOptions {
    pub(super) fn check(&self) -> Result<(), Problem> {
        if let Some(period) = self.period {
            period.check("period.first")?;
        }
        let shares = [("top_share", self.top_share), ("target_share", self.target_share)];
        match shares.into_iter().find(|(_, share)| share.value().is_zero()) {
            None => Ok(()),
            Some((path, share)) => {
                let message = "nothing holds nothing";
                Err(Problem::new(ProblemCode::NumberOutOfRange, share, message, "above 0, to 1").at(path))
            }
        }
    }
}
