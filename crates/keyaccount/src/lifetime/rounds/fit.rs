//! Fitting the model of rounds.

use serde::{Deserialize, Serialize};

use super::likelihood::{RoundCell, log_likelihood};
use super::model::RoundModelParameters;
use super::summary::RoundSummary;
use crate::lifetime::cells::check_weights;
use crate::lifetime::dual::Dual;
use crate::lifetime::fit::{FitData, ModelFit};
use crate::lifetime::maximise::maximise;
use crate::lifetime::model::FitOptions;
use crate::lifetime::parameter::ModelParameter;
use crate::lifetime::prior::{log_priors, priors_of};
use crate::problem::Problem;

/// The parameters, in the order of the paper.
const NAMES: [ModelParameter; 4] =
    [ModelParameter::Alpha, ModelParameter::Beta, ModelParameter::Gamma, ModelParameter::Delta];

/// The model of rounds fitted to accounts.
///
/// # Examples
/// ```
/// use keyaccount::{FitOptions, FitStatus, RoundSummary, fit_round_model};
///
/// // Nobody bought again: there is nothing to fit.
/// let fit = fit_round_model(&[RoundSummary::try_new(0, 0, 6)?; 3], &FitOptions::default())?;
/// assert_eq!((fit.found.status, fit.parameters), (FitStatus::TooLittleData, None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundModelFit {
    /// The parameters found; null where nothing was fitted.
    #[serde(default)]
    pub parameters: Option<RoundModelParameters>,
    /// How the fit went.
    pub found: ModelFit,
}

/// Fits the model of rounds (BG/BB) by maximum likelihood, or, with priors, by maximum posterior density.
///
/// The order of the accounts does not matter, to the last bit; equal accounts are computed once.
///
/// # Errors
/// A [`Problem`] where weights are not one positive number for each account, or a prior is for a parameter that the model
/// does not have.
pub fn fit_round_model(accounts: &[RoundSummary], options: &FitOptions) -> Result<RoundModelFit, Problem> {
    check_weights(accounts.len(), options.weights.as_deref())?;
    let priors = priors_of(NAMES, &options.priors)?;
    let cells = collapse(accounts, options.weights.as_deref());
    let repeaters = accounts.iter().filter(|account| account.frequency() > 0).count();
    let data = FitData {
        accounts: accounts.len(),
        repeaters,
        cells: cells.len(),
        weight: cells.iter().map(|cell| cell.weight).sum(),
        with_priors: !options.priors.is_empty(),
    };
    let told = repeaters > 0 || (!accounts.is_empty() && priors.iter().all(Option::is_some));
    if !told {
        return Ok(RoundModelFit { parameters: None, found: ModelFit::too_little_data(data) });
    }
    let believed =
        |logs: &[f64; 4]| -> Dual<4> { if data.with_priors { log_priors(&priors, logs) } else { Dual::ZERO } };
    let maximum = maximise([0.0, 0.0, 0.0, libm::log(2.0)], |logs| {
        let at = logs.map(libm::exp);
        let mut sum = log_likelihood(&cells, &at).by_logs(&at);
        sum.accumulate(&believed(logs));
        sum
    });
    let likelihood = maximum.there.value - believed(&maximum.at).value;
    let found = ModelFit::from_maximum(NAMES, &maximum, likelihood, data);
    let values: Vec<_> = found.estimates.iter().map(|estimate| estimate.value).collect();
    let parameters = match values.as_slice() {
        &[alpha, beta, gamma, delta] => Some(RoundModelParameters { alpha, beta, gamma, delta }),
        _ => None,
    };
    Ok(RoundModelFit { parameters, found })
}

/// Equal accounts taken together, in one order whatever that of the accounts.
fn collapse(accounts: &[RoundSummary], weights: Option<&[f64]>) -> Vec<RoundCell> {
    let weights = weights.unwrap_or_default().iter().copied().chain(std::iter::repeat(1.0));
    let mut rows: Vec<RoundCell> =
        accounts.iter().zip(weights).map(|(summary, weight)| RoundCell { summary: *summary, weight }).collect();
    rows.sort_unstable_by(|left, right| {
        left.summary.cmp(&right.summary).then_with(|| left.weight.total_cmp(&right.weight))
    });
    let mut cells: Vec<RoundCell> = Vec::new();
    for row in rows {
        match cells.last_mut().filter(|last| last.summary == row.summary) {
            Some(last) => last.weight += row.weight,
            None => cells.push(row),
        }
    }
    cells
}
