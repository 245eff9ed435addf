//! What a customer's lifetime value is made of.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::lifecycle::at_least_one;
use crate::lifetime::{ParameterPrior, PurchaseModel};
use crate::values::{Factor, Share};

/// How lifetime values are computed, D20. All numbers are ours: the texts give none.
///
/// # Examples
/// ```
/// use keyaccount::LifetimePolicy;
///
/// let policy = LifetimePolicy::default();
/// assert_eq!(policy.annual_discount_rate.to_string(), "0.1");
/// assert!(policy.margin.is_none(), "an unknown margin is not 100 %: values are of sales then, and say so");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LifetimePolicy {
    /// The model of purchases. By default MBG/CNBD-k, whose regularity k is chosen by likelihood: accounts in B2B have a
    /// rhythm, and where they have none, k = 1 says so.
    pub model: PurchaseModel,
    /// What is believed of parameters beforehand, by parameter: with one for each parameter of the model, portfolios that
    /// are too small to tell them are judged nevertheless, and the verdict says so. Times are in weeks, amounts in the
    /// reporting currency.
    pub priors: Vec<ParameterPrior>,
    /// The days ahead that purchases and values are told for, ascending; at most ten of them, at most a hundred years.
    pub horizons_days: Vec<NonZeroU32>,
    /// The effective discount rate of a year: 0.1 makes 1.10 in a year worth 1.00 today.
    pub annual_discount_rate: Factor,
    /// The part of sales that is margin; null means unknown, and values are of sales.
    pub margin: Option<Share>,
    /// Fewest accounts with an order that a model of the portfolio is fitted on, without priors.
    pub minimum_accounts: u32,
    /// Fewest of them that ordered again, without priors; so many amounts are needed for a model of spend, too.
    pub minimum_repeaters: u32,
    /// Years that a retention scenario of a fitted portfolio looks ahead, at most 50.
    pub retention_years: NonZeroU32,
}

impl Default for LifetimePolicy {
    fn default() -> Self {
        Self {
            model: PurchaseModel::MbgCnbd { regularity: None },
            priors: Vec::new(),
            horizons_days: [91, 365, 1095].map(at_least_one).into(),
            annual_discount_rate: Factor::hundredths(10),
            margin: None,
            minimum_accounts: 30,
            minimum_repeaters: 10,
            retention_years: at_least_one(10),
        }
    }
}
