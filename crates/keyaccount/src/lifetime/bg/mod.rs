//! The models in which accounts leave after purchases: BG/NBD, MBG/NBD and MBG/CNBD-k, which are one with two switches.
//!
//! Events come at random at a rate λ ~ Gamma(r, α); every k-th is a purchase. After a purchase the account leaves with the
//! chance p ~ Beta(a, b); in the MBG models after the first one too. With x repeat purchases in t_x, observed for T, an
//! account had m chances to leave: x in BG/NBD, x + 1 in the others. With R = r + k x the likelihood is
//!
//! > (r)ₖₓ αʳ · B(a, b+m)/B(a, b) · [ S (α+T)⁻ᴿ + a/(b+m−1) (α+t_x)⁻ᴿ ],  S = Σ_{j<k} (R)ⱼ/j! ((T−t_x)/(α+T))ʲ,
//!
//! where the second term, that it left after its last purchase, is missing if m = 0. For k > 1 the intervals Δ enter by
//! their own factor, Π Δᵏ⁻¹/(k−1)!, which no parameter touches. That is Fader, Hardie & Lee (2005), eq. 6, for BG/NBD;
//! Batislam et al. (2007) for MBG/NBD; Platzer & Reutterer (2016), eq. 6, for MBG/CNBD-k.

mod cycle;
mod expected;
mod future;
mod likelihood;
mod process;
mod regular;

pub(in crate::lifetime) use self::process::BgProcess;
use super::cells::Cells;
use super::dual::Dual;
use super::fit::ModelFit;
use super::maximise::maximise_from;
use super::model::{FitOptions, PurchaseModelFit, PurchaseModelParameters, Regularity, RegularityTrial, fit_data};
use super::parameter::ModelParameter;
use super::prior::{log_priors, priors_of};
use crate::problem::{Problem, ProblemCode};
use crate::values::Statistic;

/// The parameters, in the order of the papers.
const NAMES: [ModelParameter; 4] = [ModelParameter::R, ModelParameter::Alpha, ModelParameter::A, ModelParameter::B];

/// Which model of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lifetime) enum Kind {
    BgNbd,
    MbgNbd,
    MbgCnbd(Regularity),
}

impl Kind {
    /// Every how many events there is a purchase.
    fn regularity(self) -> Regularity {
        match self {
            Self::BgNbd | Self::MbgNbd => Regularity::RANDOM,
            Self::MbgCnbd(regularity) => regularity,
        }
    }

    /// How many chances to leave an account had that bought again so often.
    fn chances(self, frequency: u32) -> f64 {
        f64::from(frequency) + if self == Self::BgNbd { 0.0 } else { 1.0 }
    }
}

/// Fits one model of the family.
pub(in crate::lifetime) fn fit(cells: &Cells, kind: Kind, options: &FitOptions) -> Result<PurchaseModelFit, Problem> {
    let priors = priors_of(NAMES, &options.priors)?;
    let data = fit_data(cells, options);
    let told = cells.repeaters > 0 || (cells.accounts > 0 && priors.iter().all(Option::is_some));
    if !told {
        return Ok(PurchaseModelFit { parameters: None, found: ModelFit::too_little_data(data), trials: Vec::new() });
    }
    let likelihood = likelihood::BgLikelihood::new(cells, kind);
    let maximum = maximise_from(&likelihood.starts(), |logs| {
        let at = logs.map(libm::exp);
        let mut sum = likelihood.at(&at).by_logs(&at);
        if data.with_priors {
            sum.accumulate(&log_priors(&priors, logs));
        }
        sum
    });
    let Some(maximum) = maximum else {
        return Ok(PurchaseModelFit { parameters: None, found: ModelFit::too_little_data(data), trials: Vec::new() });
    };
    let prior: Dual<4> = if data.with_priors { log_priors(&priors, &maximum.at) } else { Dual::ZERO };
    let found = ModelFit::from_maximum(NAMES, &maximum, maximum.there.value - prior.value, data);
    let values: Vec<_> = found.estimates.iter().map(|estimate| estimate.value).collect();
    let parameters = match (kind, values.as_slice()) {
        (Kind::BgNbd, &[r, alpha, a, b]) => Some(PurchaseModelParameters::BgNbd { r, alpha, a, b }),
        (Kind::MbgNbd, &[r, alpha, a, b]) => Some(PurchaseModelParameters::MbgNbd { r, alpha, a, b }),
        (Kind::MbgCnbd(regularity), &[r, alpha, a, b]) => {
            Some(PurchaseModelParameters::MbgCnbd { regularity, r, alpha, a, b })
        }
        _ => None,
    };
    Ok(PurchaseModelFit { parameters, found, trials: Vec::new() })
}

/// Fits MBG/CNBD-k for every k and keeps the one with the highest likelihood; of equal ones the most random.
pub(in crate::lifetime) fn choose_regularity(cells: &Cells, options: &FitOptions) -> Result<PurchaseModelFit, Problem> {
    if cells.log_intervals.is_none() {
        return Err(Problem::new(
            ProblemCode::MissingField,
            "",
            "a regularity is chosen from the intervals between purchases, whose logarithms some account lacks",
            "`log_intervals` of every account that bought again, or a given regularity",
        )
        .at("log_intervals"));
    }
    let mut best: Option<PurchaseModelFit> = None;
    let mut trials = Vec::new();
    for regularity in Regularity::all() {
        let fit = fit(cells, Kind::MbgCnbd(regularity), options)?;
        let likelihood = |fit: &PurchaseModelFit| fit.found.log_likelihood.map(Statistic::value);
        if let Some(log_likelihood) = fit.found.log_likelihood {
            trials.push(RegularityTrial { regularity, log_likelihood });
        }
        if best.as_ref().is_none_or(|best| likelihood(&fit) > likelihood(best)) {
            best = Some(fit);
        }
    }
    let best = best.map(|best| PurchaseModelFit { trials, ..best });
    best.map_or_else(|| fit(cells, Kind::MbgNbd, options), Ok)
}

#[cfg(test)]
mod future_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
