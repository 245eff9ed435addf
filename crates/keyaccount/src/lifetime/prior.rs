//! What is believed of a parameter beforehand, where a small portfolio tells little.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dual::Dual;
use super::parameter::ModelParameter;
use super::real::Real;
use crate::problem::{Problem, ProblemCode};
use crate::values::PositiveStatistic;

/// Half the logarithm of 2π.
const HALF_LOG_TWO_PI: f64 = 0.918_938_533_204_672_8;
/// The logarithm of 2.
const LOG_TWO: f64 = std::f64::consts::LN_2;

/// What is believed of a parameter beforehand: a distribution of the parameter itself, over what is above zero.
///
/// With priors, the parameters found are those of highest posterior density (MAP), and standard errors come from the
/// curvature of the posterior. A prior for each parameter that the data leave open keeps a portfolio of fifty accounts from
/// running off to a boundary.
///
/// # Examples
/// ```
/// use keyaccount::Prior;
///
/// let prior: Prior = serde_json::from_str(r#"{"type": "half_normal", "scale": "5"}"#)?;
/// assert_eq!(prior, Prior::HalfNormal { scale: "5".parse()? });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Prior {
    /// A normal distribution, cut off at zero.
    Gaussian {
        /// Its mean.
        mean: PositiveStatistic,
        /// Its standard deviation.
        standard_deviation: PositiveStatistic,
    },
    /// A normal distribution with its top at zero, of which the positive half counts: the parameter is not believed to be
    /// much larger than the scale.
    HalfNormal {
        /// The standard deviation of the whole normal distribution.
        scale: PositiveStatistic,
    },
    /// A normal distribution of the logarithm: the parameter is believed to be within a factor of the median.
    LogNormal {
        /// The median.
        median: PositiveStatistic,
        /// The standard deviation of the natural logarithm; 0.7 is about a factor of two.
        log_standard_deviation: PositiveStatistic,
    },
}

impl Prior {
    #[expect(clippy::arithmetic_side_effects, reason = "numbers that carry derivatives neither overflow nor panic")]
    /// The logarithm of the density at a parameter; for the normal distribution without the constant of the cut.
    pub(in crate::lifetime) fn log_density<R: Real>(&self, parameter: R) -> R {
        let normal = |distance: R, sd: f64| {
            let standard = distance / sd;
            -(standard * standard) / 2.0 - (HALF_LOG_TWO_PI + libm::log(sd))
        };
        match self {
            Self::Gaussian { mean, standard_deviation } => normal(parameter - mean.value(), standard_deviation.value()),
            Self::HalfNormal { scale } => normal(parameter, scale.value()) + LOG_TWO,
            Self::LogNormal { median, log_standard_deviation } => {
                let log = parameter.ln();
                normal(log - libm::log(median.value()), log_standard_deviation.value()) - log
            }
        }
    }
}

/// The priors of the parameters `names`, in their order.
///
/// # Errors
/// A [`Problem`] where there is a prior for a parameter that the model does not have.
pub(in crate::lifetime) fn priors_of<const N: usize>(
    names: [ModelParameter; N],
    priors: &BTreeMap<ModelParameter, Prior>,
) -> Result<[Option<Prior>; N], Problem> {
    match priors.keys().find(|name| !names.contains(name)) {
        Some(name) => {
            let allowed = names.map(ModelParameter::as_str).join(", ");
            let message = format!("the model has no parameter `{name}`");
            Err(Problem::new(ProblemCode::UndefinedName, name, message, allowed).at(format!("priors.{name}")))
        }
        None => Ok(names.map(|name| priors.get(&name).copied())),
    }
}

/// The sum of the log-densities of all priors, by the logarithms of the parameters.
pub(in crate::lifetime) fn log_priors<const N: usize>(priors: &[Option<Prior>; N], logs: &[f64; N]) -> Dual<N> {
    let parameters = Dual::from_logs(logs);
    let mut sum = Dual::ZERO;
    for (prior, parameter) in priors.iter().zip(parameters) {
        if let Some(prior) = prior {
            sum.accumulate(&prior.log_density(parameter));
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn positive(text: &str) -> PositiveStatistic {
        text.parse().unwrap()
    }

    /// By hand, at 1.5.
    #[test]
    fn densities() {
        let gaussian = Prior::Gaussian { mean: positive("3"), standard_deviation: positive("2") };
        assert!((gaussian.log_density(1.5) + HALF_LOG_TWO_PI + LOG_TWO + 0.281_25).abs() < 1e-15);
        let half = Prior::HalfNormal { scale: positive("2") };
        assert!((half.log_density(1.5) + HALF_LOG_TWO_PI + 0.281_25).abs() < 1e-15);
        // The logarithm is ln 2 below that of the median.
        let log = Prior::LogNormal { median: positive("3"), log_standard_deviation: positive("0.7") };
        let standard = LOG_TWO / 0.7;
        let want = -standard * standard / 2.0 - libm::log(0.7) - HALF_LOG_TWO_PI - libm::log(1.5);
        assert!((log.log_density(1.5) - want).abs() < 1e-14);
    }

    #[test]
    fn priors_of_other_parameters_are_refused() {
        let priors = BTreeMap::from([(ModelParameter::S, Prior::HalfNormal { scale: positive("2") })]);
        let problem = priors_of([ModelParameter::R, ModelParameter::Alpha], &priors).unwrap_err();
        assert_eq!((problem.path.as_str(), problem.allowed.as_str()), ("priors.s", "r, alpha"));
        let found = priors_of([ModelParameter::R, ModelParameter::S], &priors).unwrap();
        assert!(found[0].is_none() && found[1].is_some());
        let sum = log_priors(&found, &[0.0, 0.0]);
        assert!(sum.gradient[0].abs() < 1e-15 && (sum.gradient[1] + 0.25).abs() < 1e-15);
    }
}
