//! The Pareto/NBD model (Schmittlein, Morrison & Colombo 1987): an account may leave at any moment, not only after a purchase.

mod kernel;
mod likelihood;
mod process;

pub(in crate::lifetime) use self::process::ParetoProcess;
use super::cells::Cells;
use super::dual::Dual;
use super::fit::ModelFit;
use super::maximise::maximise;
use super::model::{FitOptions, PurchaseModelFit, PurchaseModelParameters, fit_data};
use super::parameter::ModelParameter;
use super::prior::{log_priors, priors_of};
use crate::problem::Problem;

/// The parameters, in the order of the papers.
const NAMES: [ModelParameter; 4] = [ModelParameter::R, ModelParameter::Alpha, ModelParameter::S, ModelParameter::Beta];

/// Fits the model.
pub(in crate::lifetime) fn fit(cells: &Cells, options: &FitOptions) -> Result<PurchaseModelFit, Problem> {
    let priors = priors_of(NAMES, &options.priors)?;
    let data = fit_data(cells, options);
    let told = cells.repeaters > 0 || (cells.accounts > 0 && priors.iter().all(Option::is_some));
    if !told {
        return Ok(PurchaseModelFit { parameters: None, found: ModelFit::too_little_data(data), trials: Vec::new() });
    }
    let likelihood = likelihood::ParetoLikelihood::new(cells);
    let maximum = maximise(likelihood.start(), |logs| {
        let at = logs.map(libm::exp);
        let mut sum = likelihood.at(&at).by_logs(&at);
        if data.with_priors {
            sum.accumulate(&log_priors(&priors, logs));
        }
        sum
    });
    let prior: Dual<4> = if data.with_priors { log_priors(&priors, &maximum.at) } else { Dual::ZERO };
    let found = ModelFit::from_maximum(NAMES, &maximum, maximum.there.value - prior.value, data);
    let values: Vec<_> = found.estimates.iter().map(|estimate| estimate.value).collect();
    let parameters = match values.as_slice() {
        &[r, alpha, s, beta] => Some(PurchaseModelParameters::ParetoNbd { r, alpha, s, beta }),
        _ => None,
    };
    Ok(PurchaseModelFit { parameters, found, trials: Vec::new() })
}

#[cfg(test)]
pub(in crate::lifetime) mod tests;
