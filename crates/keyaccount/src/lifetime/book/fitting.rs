//! Fitting the models of a portfolio: which, with which priors, and whether the result may be used.

use std::collections::BTreeMap;

use super::priors::{ParameterPrior, parameters_of, priors_for};
use crate::lifetime::{
    FitOptions, FitStatus, ModelFit, ModelParameter, Prior, PurchaseModel, PurchaseModelFit, PurchaseModelParameters,
    PurchaseSummary, SpendModelFit, SpendModelParameters, SpendSummary, fit_purchase_model, fit_spend_model,
};
use crate::playbook::LifetimePolicy;
use crate::problem::Problem;
use crate::verdict::{Comparison, Reason, Unit};

/// The parameters of the spend model.
pub(super) const SPEND: &[ModelParameter] = &[ModelParameter::P, ModelParameter::Q, ModelParameter::V];

/// The priors of a model's parameters.
pub(crate) fn model_priors(model: PurchaseModel, priors: &[ParameterPrior]) -> BTreeMap<ModelParameter, Prior> {
    priors_for(priors, parameters_of(model))
}

/// Whether predictions may be made: a maximum at a boundary still describes the likeliest distribution; a search that did
/// not come to an end describes nothing.
pub(crate) fn is_usable(found: &ModelFit) -> bool {
    matches!(found.status, FitStatus::Converged | FitStatus::Boundary)
}

/// A model to predict by, how it was come by, and why.
pub(crate) struct Fitted<Fit, Parameters> {
    pub(crate) fit: Option<Fit>,
    pub(crate) parameters: Option<Parameters>,
    pub(crate) reasons: Vec<Reason>,
}

impl<Fit, Parameters> Fitted<Fit, Parameters> {
    /// Parameters that were given.
    fn given(parameters: Parameters, message: &'static str) -> Self {
        Self { fit: None, parameters: Some(parameters), reasons: vec![Reason::new("given_parameters", message)] }
    }

    fn nothing(reason: Reason) -> Self {
        Self { fit: None, parameters: None, reasons: vec![reason] }
    }
}

/// Fits a purchase model to a portfolio that is large enough, or where there are priors for all parameters.
///
/// # Errors
/// A [`Problem`] where the fit refuses its options.
pub(crate) fn fit_portfolio(
    summaries: &[PurchaseSummary],
    model: PurchaseModel,
    priors: &[ParameterPrior],
    given: Option<PurchaseModelParameters>,
    policy: &LifetimePolicy,
) -> Result<Fitted<PurchaseModelFit, PurchaseModelParameters>, Problem> {
    if let Some(parameters) = given {
        return Ok(Fitted::given(parameters, "the parameters of the purchase model were given"));
    }
    let priors = model_priors(model, priors);
    let repeaters = summaries.iter().filter(|summary| summary.frequency() > 0).count();
    let believed = priors.len() == parameters_of(model).len();
    let is_small = below(summaries.len(), policy.minimum_accounts) || below(repeaters, policy.minimum_repeaters);
    if is_small && !believed {
        let message = "too few accounts ordered, or ordered again, to fit a model: give priors for all parameters in the \
                       playbook's `lifetime.priors`, or parameters that were fitted on a larger portfolio";
        let reason = Reason::new("too_few_accounts", message)
            .comparing(Comparison::new("accounts", summaries.len(), Unit::Count).against(policy.minimum_accounts))
            .comparing(Comparison::new("repeaters", repeaters, Unit::Count).against(policy.minimum_repeaters));
        return Ok(Fitted::nothing(reason));
    }
    let fit = fit_purchase_model(summaries, model, &FitOptions { weights: None, priors })?;
    let parameters = fit.parameters.filter(|_| is_usable(&fit.found));
    let mut reasons = fit.found.reasons.clone();
    reasons.extend(is_small.then(|| {
        let message = "the portfolio is small: priors tell what its accounts leave open";
        Reason::new("small_portfolio_with_priors", message)
            .comparing(Comparison::new("accounts", summaries.len(), Unit::Count).against(policy.minimum_accounts))
            .comparing(Comparison::new("repeaters", repeaters, Unit::Count).against(policy.minimum_repeaters))
    }));
    Ok(Fitted { fit: Some(fit), parameters, reasons })
}

/// Fits the spend model to accounts of whose repeat orders enough have a price, or where there are priors for all
/// parameters.
///
/// # Errors
/// A [`Problem`] where the fit refuses its options.
pub(crate) fn fit_spend(
    summaries: &[SpendSummary],
    priors: &[ParameterPrior],
    given: Option<SpendModelParameters>,
    policy: &LifetimePolicy,
) -> Result<Fitted<SpendModelFit, SpendModelParameters>, Problem> {
    if let Some(parameters) = given {
        return Ok(Fitted::given(parameters, "the parameters of the spend model were given"));
    }
    let priors = priors_for(priors, SPEND);
    let known = summaries.iter().filter(|summary| summary.frequency() > 0).count();
    if below(known, policy.minimum_repeaters) && priors.len() < SPEND.len() {
        let message = "too few accounts have repeat orders with an amount to fit a model of spend, so that no worth is \
                       told; record amounts, give priors for p, q and v, or parameters that were fitted on a \
                       larger portfolio";
        let compared = Comparison::new("accounts_with_amounts", known, Unit::Count).against(policy.minimum_repeaters);
        return Ok(Fitted::nothing(Reason::new("too_few_amounts", message).comparing(compared)));
    }
    let fit = fit_spend_model(summaries, &FitOptions { weights: None, priors })?;
    let parameters = fit.parameters.filter(|_| is_usable(&fit.found));
    let reasons = fit.found.reasons.clone();
    Ok(Fitted { fit: Some(fit), parameters, reasons })
}

pub(crate) fn below(count: usize, minimum: u32) -> bool {
    count < usize::try_from(minimum).unwrap_or(usize::MAX)
}
