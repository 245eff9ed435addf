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

impl ParameterPrior {
    /// The priors of a model's parameters, by parameter; those of others are for other models.
    ///
    /// # Errors
    /// A [`Problem`] where a parameter has two.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ModelParameter, ParameterPrior, Prior, PurchaseModel};
    ///
    /// let prior = |parameter| ParameterPrior { parameter, prior: Prior::HalfNormal { scale: "5".parse().unwrap() } };
    /// let priors = [prior(ModelParameter::A), prior(ModelParameter::S)];
    /// assert_eq!(ParameterPrior::of_model(&priors, PurchaseModel::BgNbd {})?.len(), 1);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn of_model(priors: &[Self], model: PurchaseModel) -> Result<BTreeMap<ModelParameter, Prior>, Problem> {
        check_priors(priors)?;
        Ok(priors_for(priors, parameters_of(model)))
    }

    /// The priors by parameter, for a fit that refuses those of parameters that its model does not have.
    ///
    /// # Errors
    /// A [`Problem`] where a parameter has two.
    pub fn by_parameter(priors: &[Self]) -> Result<BTreeMap<ModelParameter, Prior>, Problem> {
        check_priors(priors)?;
        Ok(priors.iter().map(|prior| (prior.parameter, prior.prior)).collect())
    }
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
