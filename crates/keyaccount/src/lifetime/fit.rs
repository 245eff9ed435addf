//! What fitting a model to a portfolio found: parameters with their errors, and how far they can be trusted.

use serde::{Deserialize, Serialize};

use super::matrix::Matrix;
use super::maximise::{Maximum, MaximumStatus};
use super::parameter::ModelParameter;
use crate::values::{PositiveStatistic, Statistic, vocabulary};
use crate::verdict::{Comparison, Reason, Unit};

vocabulary! {
    /// How fitting a model ended: what its parameters are good for.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::FitStatus;
    ///
    /// assert_eq!(FitStatus::TooLittleData.as_str(), "too_little_data");
    /// ```
    pub enum FitStatus {
        /// The likelihood has its maximum here, and bends down in every direction: parameters and errors are sound.
        Converged = "converged", "converged", "已收敛";
        /// Some parameters run off to zero or infinity, or the data do not tell them. The distribution that the others
        /// describe is still the most likely one, but there are no standard errors.
        Boundary = "boundary", "at a boundary", "处于边界";
        /// There are too few accounts, or none that bought again: nothing was fitted.
        TooLittleData = "too_little_data", "too little data", "数据不足";
        /// The search did not come to an end: the parameters are the best ones found.
        NotConverged = "not_converged", "not converged", "未收敛";
    }
}

/// A fitted parameter.
///
/// # Examples
/// ```
/// use keyaccount::{ModelParameter, ParameterEstimate};
///
/// let estimate = ParameterEstimate {
///     parameter: ModelParameter::R,
///     value: "0.2425945224".parse()?,
///     standard_error: Some("0.0125".parse()?),
///     undetermined: false,
/// };
/// assert_eq!(estimate.parameter.as_str(), "r");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ParameterEstimate {
    /// Which one.
    pub parameter: ModelParameter,
    /// Its value.
    pub value: PositiveStatistic,
    /// Its standard error, from the inverse observed information; null where the maximum is not inside.
    #[serde(default)]
    pub standard_error: Option<Statistic>,
    /// Whether it runs off, or the data do not tell it: only its relation to the others counts.
    pub undetermined: bool,
}

/// What fitting a model found.
///
/// # Examples
/// ```
/// use std::collections::BTreeMap;
/// use keyaccount::{FitOptions, FitStatus, PurchaseModel, PurchaseSummary, fit_purchase_model};
///
/// // Nobody bought again: there is nothing to fit.
/// let accounts = [PurchaseSummary::try_new(0, 0.0, 30.0)?; 3];
/// let fit = fit_purchase_model(&accounts, PurchaseModel::BgNbd {}, &FitOptions::default())?;
/// assert_eq!(fit.found.status, FitStatus::TooLittleData);
/// assert_eq!(fit.parameters, None);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelFit {
    /// How it ended.
    pub status: FitStatus,
    /// The parameters in the model's order; empty where nothing was fitted.
    pub estimates: Vec<ParameterEstimate>,
    /// The covariance of the parameters, in their order; null where the maximum is not inside. With priors, that of the
    /// posterior's curvature.
    #[serde(default)]
    pub covariance: Option<Vec<Vec<Statistic>>>,
    /// The log-likelihood at the parameters, without priors; null where nothing was fitted.
    #[serde(default)]
    pub log_likelihood: Option<Statistic>,
    /// Akaike's criterion, 2 × parameters − 2 × log-likelihood: of two models of the same accounts, the lower is the better
    /// one. Null where nothing was fitted.
    #[serde(default)]
    pub akaike: Option<Statistic>,
    /// Schwarz' criterion (BIC), which charges the logarithm of the accounts' weight for each parameter. Null where nothing
    /// was fitted.
    #[serde(default)]
    pub schwarz: Option<Statistic>,
    /// How many accounts there were.
    pub accounts: usize,
    /// How many of them bought more than once.
    pub repeaters: usize,
    /// How many different summaries they have.
    pub cells: usize,
    /// How often the likelihood was computed.
    pub iterations: u32,
    /// Whether priors were used.
    pub with_priors: bool,
    /// Why it ended so, and what to do.
    pub reasons: Vec<Reason>,
}

/// The numbers of a portfolio that a fit reports.
#[derive(Clone, Copy, Debug)]
pub(in crate::lifetime) struct FitData {
    pub accounts: usize,
    pub repeaters: usize,
    pub cells: usize,
    /// The sum of all weights.
    pub weight: f64,
    pub with_priors: bool,
}

impl ModelFit {
    /// What a maximum tells. `log_likelihood` is that of the data alone, where the maximum is one of the posterior.
    pub(in crate::lifetime) fn from_maximum<const N: usize>(
        names: [ModelParameter; N],
        maximum: &Maximum<N>,
        log_likelihood: f64,
        data: FitData,
    ) -> Self {
        let covariance = maximum.covariance();
        let status = match maximum.status {
            MaximumStatus::Converged if covariance.is_some() => FitStatus::Converged,
            MaximumStatus::Converged | MaximumStatus::Boundary => FitStatus::Boundary,
            MaximumStatus::NotConverged => FitStatus::NotConverged,
        };
        let variances: Vec<f64> = covariance.iter().flat_map(diagonal).collect();
        let estimates: Vec<ParameterEstimate> = names
            .into_iter()
            .zip(maximum.parameters())
            .zip(maximum.flat)
            .enumerate()
            .map(|(place, ((parameter, value), undetermined))| ParameterEstimate {
                parameter,
                value: PositiveStatistic::rounded(value),
                standard_error: variances.get(place).map(|variance| Statistic::rounded(libm::sqrt(*variance))),
                undetermined,
            })
            .collect();
        let parameters = N as f64;
        let criterion = |charge: f64| Some(Statistic::rounded(charge * parameters - 2.0 * log_likelihood));
        let reasons = vec![ending(status, &estimates, maximum.iterations, data)];
        Self {
            status,
            estimates,
            covariance: covariance.map(|rows| rows.iter().map(|row| row.map(Statistic::rounded).to_vec()).collect()),
            log_likelihood: Some(Statistic::rounded(log_likelihood)),
            akaike: criterion(2.0),
            schwarz: criterion(libm::log(data.weight)),
            accounts: data.accounts,
            repeaters: data.repeaters,
            cells: data.cells,
            iterations: maximum.iterations,
            with_priors: data.with_priors,
            reasons,
        }
    }

    /// Nothing could be fitted.
    pub(in crate::lifetime) fn too_little_data(data: FitData) -> Self {
        Self {
            status: FitStatus::TooLittleData,
            estimates: Vec::new(),
            covariance: None,
            log_likelihood: None,
            akaike: None,
            schwarz: None,
            accounts: data.accounts,
            repeaters: data.repeaters,
            cells: data.cells,
            iterations: 0,
            with_priors: data.with_priors,
            reasons: vec![ending(FitStatus::TooLittleData, &[], 0, data)],
        }
    }
}

fn diagonal<const N: usize>(matrix: &Matrix<N>) -> Vec<f64> {
    matrix.iter().enumerate().filter_map(|(place, row)| row.get(place).copied()).collect()
}

/// Why a fit ended as it did, and what to do about it.
fn ending(status: FitStatus, estimates: &[ParameterEstimate], iterations: u32, data: FitData) -> Reason {
    let undetermined: Vec<&str> =
        estimates.iter().filter(|estimate| estimate.undetermined).map(|estimate| estimate.parameter.as_str()).collect();
    let undetermined = undetermined.join(", ");
    let reason = match status {
        FitStatus::Converged => Reason::new("fit_converged", "the likelihood has its maximum at these parameters"),
        FitStatus::Boundary => {
            let message = format!(
                "the accounts do not tell {undetermined}: give priors for them, add accounts or a longer time, or fit a \
                 larger portfolio and use its parameters"
            );
            Reason::new("fit_at_boundary", message)
        }
        FitStatus::TooLittleData => Reason::new(
            "fit_too_little_data",
            "no model can be fitted without accounts that bought again: add accounts or a longer time, or use the \
             parameters of a larger portfolio",
        ),
        FitStatus::NotConverged => Reason::new(
            "fit_not_converged",
            "the search for the maximum did not come to an end: express times in a unit in which typical intervals are \
             between 1 and 1,000, or give priors",
        ),
    };
    reason
        .comparing(Comparison::new("accounts", data.accounts, Unit::Count))
        .comparing(Comparison::new("repeaters", data.repeaters, Unit::Count))
        .comparing(Comparison::new("iterations", iterations, Unit::Count))
}
