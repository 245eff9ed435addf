//! Priors as data: of one parameter each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lifetime::{ModelParameter, Prior, PurchaseModel};
use crate::problem::{Problem, ProblemCode};

/// What is believed of one parameter beforehand.
///
/// # Examples
/// ```
/// use keyaccount::{ModelParameter, ParameterPrior};
///
/// let text = r#"{"parameter": "a", "prior": {"type": "half_normal", "scale": "5"}}"#;
/// assert_eq!(serde_json::from_str::<ParameterPrior>(text)?.parameter, ModelParameter::A);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ParameterPrior {
    /// The parameter.
    pub parameter: ModelParameter,
    /// What is believed of it.
    pub prior: Prior,
}

/// The parameters of a purchase model.
pub(crate) fn parameters_of(model: PurchaseModel) -> &'static [ModelParameter] {
    use ModelParameter::{A, Alpha, B, Beta, R, S};
    match model {
        PurchaseModel::BgNbd {} | PurchaseModel::MbgNbd {} | PurchaseModel::MbgCnbd { .. } => &[R, Alpha, A, B],
        PurchaseModel::ParetoNbd {} => &[R, Alpha, S, Beta],
    }
}

/// The priors of some parameters; those of others are for other models.
pub(crate) fn priors_for(priors: &[ParameterPrior], parameters: &[ModelParameter]) -> BTreeMap<ModelParameter, Prior> {
    let wanted = priors.iter().filter(|prior| parameters.contains(&prior.parameter));
    wanted.map(|prior| (prior.parameter, prior.prior)).collect()
}

/// Refuses a second prior for a parameter.
///
/// # Errors
/// A [`Problem`] at the second one.
pub(crate) fn check_priors(priors: &[ParameterPrior]) -> Result<(), Problem> {
    let mut known = Vec::new();
    for (index, prior) in priors.iter().enumerate() {
        if known.contains(&prior.parameter) {
            let message = format!("a second prior for `{}`", prior.parameter);
            let problem = Problem::new(ProblemCode::DuplicateName, prior.parameter, message, "each parameter once");
            return Err(problem.at(format!("priors[{index}].parameter")));
        }
        known.push(prior.parameter);
    }
    Ok(())
}
