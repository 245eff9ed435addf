//! Fitting the models of a portfolio: which, with which priors, and whether the result may be used.

use std::collections::BTreeMap;

use super::priors::{ParameterPrior, parameters_of, priors_for};
use crate::lifetime::{FitStatus, ModelFit, ModelParameter, Prior, PurchaseModel};

/// The priors of a model's parameters.
pub(crate) fn model_priors(model: PurchaseModel, priors: &[ParameterPrior]) -> BTreeMap<ModelParameter, Prior> {
    priors_for(priors, parameters_of(model))
}

/// Whether predictions may be made: a maximum at a boundary still describes the likeliest distribution; a search that did
/// not come to an end describes nothing.
pub(crate) fn is_usable(found: &ModelFit) -> bool {
    matches!(found.status, FitStatus::Converged | FitStatus::Boundary)
}
