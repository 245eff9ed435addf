//! Fitting the spend model.

use serde::{Deserialize, Serialize};

use super::likelihood::{SpendCell, SpendLikelihood};
use super::model::SpendModelParameters;
use super::summary::SpendSummary;
use crate::lifetime::cells::check_weights;
use crate::lifetime::dual::Dual;
use crate::lifetime::fit::{FitData, ModelFit};
use crate::lifetime::maximise::maximise;
use crate::lifetime::model::FitOptions;
use crate::lifetime::parameter::ModelParameter;
use crate::lifetime::prior::{log_priors, priors_of};
use crate::problem::Problem;
use crate::values::Statistic;
use crate::verdict::{Comparison, Reason, Unit};

/// The parameters, in the order of the papers.
const NAMES: [ModelParameter; 3] = [ModelParameter::P, ModelParameter::Q, ModelParameter::V];

/// The accounts that a spend model could not be fitted on.
///
/// # Examples
/// ```
/// use keyaccount::{FitOptions, SpendSummary, fit_spend_model};
///
/// let accounts = [SpendSummary::NONE, SpendSummary::try_new(1, 0.0)?, SpendSummary::try_new(3, 12.5)?];
/// let left_out = fit_spend_model(&accounts, &FitOptions::default())?.left_out;
/// assert_eq!((left_out.without_repeats, left_out.not_positive), (1, vec![1]));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendLeftOut {
    /// How many have not bought again: there is no mean amount.
    pub without_repeats: usize,
    /// Which ones have a mean amount of zero or less (below 10⁻⁹), by their place in the list: the model knows amounts above
    /// zero only.
    pub not_positive: Vec<usize>,
}

/// The spend model fitted to accounts.
///
/// # Examples
/// ```
/// use keyaccount::{FitOptions, FitStatus, SpendSummary, fit_spend_model};
///
/// let accounts = [(2, 32.8), (6, 19.7), (9, 35.5), (1, 31.3), (6, 157.1), (2, 10.1), (6, 75.0), (4, 43.7), (3, 21.6)];
/// let accounts: Result<Vec<_>, _> = accounts.iter().map(|(x, mean)| SpendSummary::try_new(*x, *mean)).collect();
/// let fit = fit_spend_model(&accounts?, &FitOptions::default())?;
/// // Nine accounts tell about what they spend, but not how much purchases of one account differ.
/// assert!(fit.found.status != FitStatus::TooLittleData);
/// assert!(fit.parameters.unwrap().population_mean().unwrap() > 20.0);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendModelFit {
    /// The parameters found; null where nothing was fitted.
    #[serde(default)]
    pub parameters: Option<SpendModelParameters>,
    /// How the fit went. Its repeaters are the accounts that were used.
    pub found: ModelFit,
    /// What could not be used.
    pub left_out: SpendLeftOut,
    /// The correlation of frequency and mean amount (Pearson's) over the accounts used, -1 to 1. The model takes it for zero:
    /// where it is far from that, a product of expected purchases and expected spend is not the expected value. Null where
    /// there is none: fewer than three accounts, or all alike.
    #[serde(default)]
    pub correlation: Option<Statistic>,
}

/// Fits the spend model (Gamma-Gamma) by maximum likelihood, or, with priors, by maximum posterior density.
///
/// Accounts without repeat purchases, and those with a mean amount of zero or less, are left out, counted and listed. The
/// order of the accounts does not matter, to the last bit.
///
/// # Errors
/// A [`Problem`] where weights are not one positive number for each account, or a prior is for a parameter that the model
/// does not have.
pub fn fit_spend_model(accounts: &[SpendSummary], options: &FitOptions) -> Result<SpendModelFit, Problem> {
    check_weights(accounts.len(), options.weights.as_deref())?;
    let priors = priors_of(NAMES, &options.priors)?;
    let weights = options.weights.iter().flatten().copied().chain(std::iter::repeat(1.0));
    let mut left_out = SpendLeftOut::default();
    let mut rows = Vec::new();
    for (place, (account, weight)) in accounts.iter().zip(weights).enumerate() {
        match account.usable() {
            Some((frequency, mean)) => rows.push(SpendCell { frequency, mean, weight }),
            None if account.frequency() == 0 => left_out.without_repeats = left_out.without_repeats.saturating_add(1),
            None => left_out.not_positive.push(place),
        }
    }
    let used = rows.len();
    let likelihood = SpendLikelihood::new(rows);
    let data = FitData {
        accounts: accounts.len(),
        repeaters: used,
        cells: likelihood.cells().len(),
        weight: likelihood.cells().iter().map(|cell| cell.weight).sum(),
        with_priors: !options.priors.is_empty(),
    };
    let correlation = correlation(likelihood.cells()).filter(|_| used > 2);
    let (parameters, mut found) = if used == 0 {
        (None, ModelFit::too_little_data(data))
    } else {
        let unit = libm::log(likelihood.unit());
        // Within, money has the unit of the mean account; priors are told in the user's own.
        let believed = |logs: &[f64; 3]| -> Dual<3> {
            let [p, q, v] = *logs;
            if data.with_priors { log_priors(&priors, &[p, q, v + unit]) } else { Dual::ZERO }
        };
        let mut maximum = maximise(likelihood.start(), |logs| {
            let at = logs.map(libm::exp);
            let mut sum = likelihood.at(&at).by_logs(&at);
            sum.accumulate(&believed(logs));
            sum
        });
        let log_likelihood = maximum.there.value - believed(&maximum.at).value;
        let [p, q, v] = maximum.at;
        maximum.at = [p, q, v + unit];
        let found = ModelFit::from_maximum(NAMES, &maximum, log_likelihood, data);
        let values: Vec<_> = found.estimates.iter().map(|estimate| estimate.value).collect();
        let parameters = match values.as_slice() {
            &[p, q, v] => Some(SpendModelParameters { p, q, v }),
            _ => None,
        };
        (parameters, found)
    };
    found.reasons.extend(reasons(parameters, &left_out, correlation));
    Ok(SpendModelFit { parameters, found, left_out, correlation })
}

/// What is to be known of the data and of the parameters.
fn reasons(
    parameters: Option<SpendModelParameters>,
    left_out: &SpendLeftOut,
    correlation: Option<Statistic>,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let not_positive = left_out.not_positive.len();
    if left_out.without_repeats > 0 || not_positive > 0 {
        let message = "accounts that have not bought again, or whose purchases sum to nothing, tell no mean amount: they are \
                       left out of the fit, and the portfolio's mean stands for theirs";
        reasons.push(
            Reason::new("spend_accounts_left_out", message)
                .comparing(Comparison::new("without_repeats", left_out.without_repeats, Unit::Count))
                .comparing(Comparison::new("not_positive", not_positive, Unit::Count)),
        );
    }
    if let Some(correlation) = correlation {
        let message = "the model takes it that what accounts spend has nothing to do with how often they buy: the nearer their \
                       correlation is to zero, the better that holds";
        let comparison = Comparison::new("correlation", correlation, Unit::Ratio).against(0);
        reasons.push(Reason::new("spend_independent_of_frequency", message).comparing(comparison));
    }
    if let Some(q) = parameters.filter(|parameters| parameters.population_mean().is_none()).map(|known| known.q) {
        let message = "accounts differ so much in their amounts that the portfolio's mean is infinite: an account's expected \
                       spend rests on its own purchases alone";
        let comparison = Comparison::new("q", q, Unit::Ratio).against(1);
        reasons.push(Reason::new("spend_mean_infinite", message).comparing(comparison));
    }
    reasons
}

/// Pearson's correlation of frequency and mean; none where either is the same for all.
fn correlation(cells: &[SpendCell]) -> Option<Statistic> {
    let sum = |of: &dyn Fn(&SpendCell) -> f64| cells.iter().map(|cell| cell.weight * of(cell)).sum::<f64>();
    let weight = sum(&|_| 1.0);
    let (x, z) = (sum(&|cell| cell.frequency) / weight, sum(&|cell| cell.mean) / weight);
    // In units of the means, so that no amount is too large to be squared.
    let (dx, dz) = (|cell: &SpendCell| cell.frequency / x - 1.0, |cell: &SpendCell| cell.mean / z - 1.0);
    let (xx, zz) = (sum(&|cell| dx(cell) * dx(cell)), sum(&|cell| dz(cell) * dz(cell)));
    let both = libm::sqrt(xx) * libm::sqrt(zz);
    (xx > 1e-12 * weight && zz > 1e-24 * weight)
        .then(|| Statistic::rounded((sum(&|cell| dx(cell) * dz(cell)) / both).clamp(-1.0, 1.0)))
}
