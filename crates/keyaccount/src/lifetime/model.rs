//! The purchase models by name, their parameters, and fitting them.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::bg::{self, BgProcess};
use super::cells::Cells;
use super::fit::{FitData, ModelFit};
use super::parameter::ModelParameter;
use super::pareto_nbd::{self, ParetoProcess};
use super::prior::Prior;
use super::process::{PurchaseCounts, PurchaseProcess, PurchaseScore};
use super::summary::PurchaseSummary;
use crate::problem::{Problem, ProblemCode};
use crate::values::{PositiveStatistic, Statistic};

/// The longest horizon.
const LONGEST_HORIZON: f64 = 1e9;
/// The most probabilities of counts at once.
const MOST_COUNTS: usize = 100_000;

/// How regular purchases are: each is every k-th event of a random process; 1 is purely at random, 12 almost a clock.
///
/// # Examples
/// ```
/// use keyaccount::Regularity;
///
/// assert_eq!(Regularity::try_new(3)?.value(), 3);
/// assert!(Regularity::try_new(0).is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u32", into = "u32")]
pub struct Regularity(u32);

impl Regularity {
    /// Purely at random.
    pub const RANDOM: Self = Self(1);
    /// The most regular one.
    pub const MOST: Self = Self(12);

    /// Checks the range.
    ///
    /// # Errors
    /// A [`Problem`] where it is not from 1 to 12.
    pub fn try_new(k: u32) -> Result<Self, Problem> {
        if (1..=Self::MOST.0).contains(&k) {
            return Ok(Self(k));
        }
        Err(Problem::new(ProblemCode::NumberOutOfRange, k, format!("`{k}` is no regularity"), "1 to 12"))
    }

    /// The number k itself.
    #[must_use]
    pub const fn value(self) -> u32 {
        self.0
    }

    /// All of them, the most random one first.
    pub(in crate::lifetime) fn all() -> impl Iterator<Item = Self> {
        (1..=Self::MOST.0).map(Self)
    }
}

impl TryFrom<u32> for Regularity {
    type Error = Problem;
    fn try_from(k: u32) -> Result<Self, Problem> {
        Self::try_new(k)
    }
}

impl From<Regularity> for u32 {
    fn from(regularity: Regularity) -> Self {
        regularity.0
    }
}

impl fmt::Display for Regularity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Which model of repeat purchase is to be fitted; the module's documentation tells when to use which.
///
/// # Examples
/// ```
/// use keyaccount::PurchaseModel;
///
/// let model: PurchaseModel = serde_json::from_str(r#"{"type": "mbg_cnbd", "regularity": 2}"#)?;
/// assert_eq!(model, PurchaseModel::MbgCnbd { regularity: Some(2.try_into()?) });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum PurchaseModel {
    /// BG/NBD: an account may leave after each repeat purchase (Fader, Hardie & Lee 2005).
    BgNbd {},
    /// MBG/NBD: an account may leave after each purchase, the first too (Batislam, Denizel & Filiztekin 2007).
    MbgNbd {},
    /// MBG/CNBD-k: as MBG/NBD, with purchases more regular than at random (Platzer & Reutterer 2016).
    MbgCnbd {
        /// How regular; null chooses the one with the highest likelihood, for which each summary of an account that bought
        /// again needs the logarithms of its intervals.
        #[serde(default)]
        regularity: Option<Regularity>,
    },
    /// Pareto/NBD: an account may leave at any moment (Schmittlein, Morrison & Colombo 1987).
    ParetoNbd {},
}

/// A purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.
///
/// # Examples
/// The parameters that Fader, Hardie and Lee published for 2,357 customers of CDNOW, in weeks, and their example: who bought
/// twice, the last time after 30.43 of 38.86 weeks, is expected to buy 1.226 times in the 39 weeks that follow.
/// ```
/// use keyaccount::{PurchaseModelParameters, PurchaseSummary};
///
/// let model = PurchaseModelParameters::BgNbd {
///     r: "0.243".parse()?,
///     alpha: "4.414".parse()?,
///     a: "0.793".parse()?,
///     b: "2.426".parse()?,
/// };
/// let account = PurchaseSummary::try_new(2, 30.43, 38.86)?;
/// assert!((model.expected_purchases(&account, 39.0)? - 1.226).abs() < 5e-4);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum PurchaseModelParameters {
    /// BG/NBD.
    BgNbd {
        /// Shape of purchase rates.
        r: PositiveStatistic,
        /// Rate of purchase rates, in units of time.
        alpha: PositiveStatistic,
        /// First shape of the chances to leave.
        a: PositiveStatistic,
        /// Second shape of the chances to leave.
        b: PositiveStatistic,
    },
    /// MBG/NBD.
    MbgNbd {
        /// Shape of purchase rates.
        r: PositiveStatistic,
        /// Rate of purchase rates, in units of time.
        alpha: PositiveStatistic,
        /// First shape of the chances to leave.
        a: PositiveStatistic,
        /// Second shape of the chances to leave.
        b: PositiveStatistic,
    },
    /// MBG/CNBD-k.
    MbgCnbd {
        /// How regular purchases are.
        regularity: Regularity,
        /// Shape of the rates of events, of which every k-th is a purchase.
        r: PositiveStatistic,
        /// Rate of those, in units of time.
        alpha: PositiveStatistic,
        /// First shape of the chances to leave.
        a: PositiveStatistic,
        /// Second shape of the chances to leave.
        b: PositiveStatistic,
    },
    /// Pareto/NBD.
    ParetoNbd {
        /// Shape of purchase rates.
        r: PositiveStatistic,
        /// Rate of purchase rates, in units of time.
        alpha: PositiveStatistic,
        /// Shape of leaving rates.
        s: PositiveStatistic,
        /// Rate of leaving rates, in units of time.
        beta: PositiveStatistic,
    },
}

impl PurchaseModelParameters {
    /// Which model they belong to.
    #[must_use]
    pub const fn model(&self) -> PurchaseModel {
        match self {
            Self::BgNbd { .. } => PurchaseModel::BgNbd {},
            Self::MbgNbd { .. } => PurchaseModel::MbgNbd {},
            Self::MbgCnbd { regularity, .. } => PurchaseModel::MbgCnbd { regularity: Some(*regularity) },
            Self::ParetoNbd { .. } => PurchaseModel::ParetoNbd {},
        }
    }

    /// The probability that an account still buys at the end of its summary, 0 to 1.
    ///
    /// In BG/NBD it is 1 by construction for who never bought again, as accounts leave after repeat purchases only; the
    /// other models have no such blind spot.
    #[must_use]
    pub fn probability_alive(&self, account: &PurchaseSummary) -> f64 {
        self.process().probability_alive(account)
    }

    /// How many purchases are expected of an account in the time that follows its summary.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹.
    pub fn expected_purchases(&self, account: &PurchaseSummary, horizon: f64) -> Result<f64, Problem> {
        check_horizon(horizon)?;
        Ok(self.process().expected_purchases(account, horizon))
    }

    /// How many repeat purchases are expected of an account that bought for the first time just now.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹.
    pub fn expected_purchases_of_new_account(&self, horizon: f64) -> Result<f64, Problem> {
        self.expected_purchases(&PurchaseSummary::FIRST, horizon)
    }

    /// Both the probability to be alive and the expected purchases of an account.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹.
    pub fn score(&self, account: &PurchaseSummary, horizon: f64) -> Result<PurchaseScore, Problem> {
        check_horizon(horizon)?;
        Ok(self.process().score(account, horizon))
    }

    /// The scores of many accounts, in their order.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹.
    pub fn scores(&self, accounts: &[PurchaseSummary], horizon: f64) -> Result<Vec<PurchaseScore>, Problem> {
        check_horizon(horizon)?;
        let process = self.process();
        Ok(accounts.iter().map(|account| process.score(account, horizon)).collect())
    }

    /// The probabilities that an account buys 0, 1 … `most` times in the time that follows its summary, and more often.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹, or `most` is not below 100,000.
    pub fn purchase_counts(
        &self,
        account: &PurchaseSummary,
        horizon: f64,
        most: u32,
    ) -> Result<PurchaseCounts, Problem> {
        check_horizon(horizon)?;
        let counts = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
        if counts > MOST_COUNTS {
            let message = format!("{most} are too many counts");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, most, message, "0 to 99999").at("most"));
        }
        Ok(self.process().purchase_counts(account, horizon, counts))
    }

    /// The probabilities that an account which bought for the first time just now buys again 0, 1 … `most` times, and more
    /// often.
    ///
    /// # Errors
    /// A [`Problem`] where the horizon is not from 0 to 10⁹, or `most` is not below 100,000.
    pub fn purchase_counts_of_new_account(&self, horizon: f64, most: u32) -> Result<PurchaseCounts, Problem> {
        self.purchase_counts(&PurchaseSummary::FIRST, horizon, most)
    }

    /// The logarithm of the likelihood of an account's purchases: how well the model and its parameters explain them.
    ///
    /// For MBG/CNBD-k with k above 1 it contains the account's intervals where their logarithms are known; where they are
    /// not, it compares with that of equal regularity alone.
    #[must_use]
    pub fn log_likelihood(&self, account: &PurchaseSummary) -> f64 {
        self.process().log_likelihood(account)
    }

    /// What computes.
    pub(in crate::lifetime) fn process(&self) -> Box<dyn PurchaseProcess> {
        match *self {
            Self::BgNbd { r, alpha, a, b } => Box::new(BgProcess::bg_nbd(r, alpha, a, b)),
            Self::MbgNbd { r, alpha, a, b } => Box::new(BgProcess::mbg_cnbd(Regularity::RANDOM, r, alpha, a, b)),
            Self::MbgCnbd { regularity, r, alpha, a, b } => Box::new(BgProcess::mbg_cnbd(regularity, r, alpha, a, b)),
            Self::ParetoNbd { r, alpha, s, beta } => Box::new(ParetoProcess::new(r, alpha, s, beta)),
        }
    }
}

/// Checks a time ahead.
pub(in crate::lifetime) fn check_horizon(horizon: f64) -> Result<(), Problem> {
    if (0.0..=LONGEST_HORIZON).contains(&horizon) {
        return Ok(());
    }
    let message = format!("`{horizon}` is no time ahead");
    Err(Problem::new(ProblemCode::NumberOutOfRange, horizon, message, "0 to 1e9").at("horizon"))
}

/// How a model is to be fitted.
///
/// # Examples
/// ```
/// use keyaccount::{FitOptions, ModelParameter, Prior};
///
/// let mut options = FitOptions::default();
/// options.priors.insert(ModelParameter::A, Prior::HalfNormal { scale: "5".parse()? });
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FitOptions {
    /// What each account counts for, in their order; none by default, which is 1 for each. An account of weight 2 counts as
    /// two equal ones.
    pub weights: Option<Vec<f64>>,
    /// What is believed of parameters beforehand; nothing by default.
    pub priors: BTreeMap<ModelParameter, Prior>,
}

/// The likelihood that a regularity reached.
///
/// # Examples
/// ```
/// use keyaccount::{Regularity, RegularityTrial};
///
/// let trial = RegularityTrial { regularity: Regularity::RANDOM, log_likelihood: "-9582.13571555".parse()? };
/// assert_eq!(trial.regularity.value(), 1);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegularityTrial {
    /// The regularity.
    pub regularity: Regularity,
    /// The highest log-likelihood with it, of purchases with their intervals; with priors, that of the data at the highest
    /// posterior.
    pub log_likelihood: Statistic,
}

/// A purchase model fitted to accounts.
///
/// # Examples
/// ```
/// use keyaccount::{FitOptions, FitStatus, PurchaseModel, PurchaseSummary, fit_purchase_model};
///
/// let accounts = [(3, 8.0, 10.0), (3, 8.5, 10.0), (2, 7.0, 10.0), (4, 9.0, 10.0), (3, 9.0, 10.0)]
///     .map(|(x, t, age)| PurchaseSummary::try_new(x, t, age));
/// let accounts = accounts.into_iter().collect::<Result<Vec<_>, _>>()?;
/// let fit = fit_purchase_model(&accounts, PurchaseModel::BgNbd {}, &FitOptions::default())?;
/// // Five accounts that are much alike cannot tell how accounts differ.
/// assert_eq!(fit.found.status, FitStatus::Boundary);
/// assert!(fit.parameters.is_some());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PurchaseModelFit {
    /// The model with the parameters found; null where nothing was fitted.
    #[serde(default)]
    pub parameters: Option<PurchaseModelParameters>,
    /// How the fit went: status, errors, covariance, likelihood.
    pub found: ModelFit,
    /// The regularities that were tried, where one was to be chosen; empty otherwise.
    pub trials: Vec<RegularityTrial>,
}

/// Fits a purchase model to accounts by maximum likelihood, or, with priors, by maximum posterior density.
///
/// Where the accounts do not tell the parameters, the status of the fit says so: nothing fails for want of data. The order
/// of the accounts does not matter, to the last bit; equal accounts are computed once.
///
/// # Errors
/// A [`Problem`] where weights are not one positive number for each account, a prior is for a parameter that the model does
/// not have, or a regularity is to be chosen and an account that bought again lacks the logarithms of its intervals.
pub fn fit_purchase_model(
    accounts: &[PurchaseSummary],
    model: PurchaseModel,
    options: &FitOptions,
) -> Result<PurchaseModelFit, Problem> {
    let cells = Cells::collapse(accounts, options.weights.as_deref())?;
    match model {
        PurchaseModel::BgNbd {} => bg::fit(&cells, bg::Kind::BgNbd, options),
        PurchaseModel::MbgNbd {} => bg::fit(&cells, bg::Kind::MbgNbd, options),
        PurchaseModel::MbgCnbd { regularity: Some(regularity) } => {
            bg::fit(&cells, bg::Kind::MbgCnbd(regularity), options)
        }
        PurchaseModel::MbgCnbd { regularity: None } => bg::choose_regularity(&cells, options),
        PurchaseModel::ParetoNbd {} => pareto_nbd::fit(&cells, options),
    }
}

/// What a fit reports of its data.
pub(in crate::lifetime) fn fit_data(cells: &Cells, options: &FitOptions) -> FitData {
    FitData {
        accounts: cells.accounts,
        repeaters: cells.repeaters,
        cells: cells.cells.len(),
        weight: cells.weight(),
        with_priors: !options.priors.is_empty(),
    }
}
