use super::likelihood::{SpendCell, SpendLikelihood};
use super::{SpendModelParameters, SpendSummary, fit_spend_model};
use crate::lifetime::{FitOptions, FitStatus, ModelParameter, Prior};

fn model([p, q, v]: [&str; 3]) -> SpendModelParameters {
    SpendModelParameters { p: p.parse().unwrap(), q: q.parse().unwrap(), v: v.parse().unwrap() }
}

fn cell(frequency: u32, mean: f64, weight: f64) -> SpendCell {
    SpendCell { frequency: f64::from(frequency), mean, weight }
}

/// The density of a mean, from mpmath at 40 digits.
#[rustfmt::skip]
const DENSITIES: &[([&str; 3], u32, f64, f64)] = &[
    (["6.249572271", "3.744224667", "15.44352096"], 1, 35.25, -4.194540877103888),
    (["6.249572271", "3.744224667", "15.44352096"], 12, 0.01, -345.5354022286233),
    (["6.249572271", "3.744224667", "15.44352096"], 5000, 123456.78, -39.99022795651687),
    (["0.3", "0.8", "120000"], 1, 35.25, -7.30035316903811),
    (["0.3", "0.8", "120000"], 12, 0.01, -44.27955171823249),
    (["0.3", "0.8", "120000"], 5000, 123456.78, -13.15338436889847),
    (["800000", "2.5", "0.001"], 1, 35.25, -18.73656503262328),
    (["800000", "2.5", "0.001"], 12, 0.01, -79635.98282578497),
    (["800000", "2.5", "0.001"], 5000, 123456.78, -24.61239600137033),
    (["0.000001", "1000000", "50"], 1, 35.25, -533582.4886980577),
    (["0.000001", "1000000", "50"], 12, 0.01, -2403.8499331472954),
    (["0.000001", "1000000", "50"], 5000, 123456.78, -16328833.631294638),
    (["1000000", "1000000", "1000000"], 1, 35.25, -8866819.086566072),
    (["1000000", "1000000", "1000000"], 12, 0.01, -187703818.2864628),
    (["1000000", "1000000", "1000000"], 5000, 123456.78, -5003107.027673016),
];

#[test]
fn likelihoods_agree_with_many_digits() {
    for (parameters, x, mean, want) in DENSITIES {
        let [p, q, v] = parameters.map(|text| text.parse::<f64>().unwrap());
        let likelihood = SpendLikelihood::new(vec![cell(*x, *mean, 1.0)]);
        let got = likelihood.at(&[p, q, v / likelihood.unit()]).value;
        assert!((got / want - 1.0).abs() < 2e-12, "{parameters:?} {x} {mean}: {got:e}, not {want:e}");
    }
}

#[test]
fn derivatives_agree_with_finite_differences() {
    let likelihood =
        SpendLikelihood::new(vec![cell(1, 12.0, 2.0), cell(1, 90.0, 1.0), cell(7, 30.0, 0.5), cell(40, 31.0, 1.0)]);
    for at in [[6.0, 4.0, 0.4], [0.3, 0.8, 3.0], [40.0, 20.0, 1.0]] {
        let there = likelihood.at(&at);
        for i in 0..3 {
            let moved = |by: f64| {
                let mut other = at;
                other[i] *= 1.0 + by;
                likelihood.at(&other)
            };
            let (up, down) = (moved(1e-5), moved(-1e-5));
            let step = 2e-5 * at[i];
            let slope = (up.value - down.value) / step;
            assert!((slope - there.gradient[i]).abs() < 1e-5 * (1.0 + there.gradient[i].abs()), "{at:?} {i}");
            for j in 0..3 {
                let bend = (up.gradient[j] - down.gradient[j]) / step;
                assert!((bend - there.hessian[i][j]).abs() < 1e-5 * (1.0 + bend.abs()), "{at:?} {i} {j}");
            }
        }
    }
}

/// By hand from the formula p (v + x z) / (p x + q − 1).
#[test]
fn expected_spend_by_hand() {
    let two = SpendSummary::try_new(2, 5.0).unwrap();
    let usual = model(["3", "2", "4"]);
    assert_eq!(usual.population_mean(), Some(12.0));
    let expected = usual.expected_spend(&two);
    assert_eq!((expected.mean, expected.own_weight), (Some(3.0 * 14.0 / 7.0), Some(6.0 / 7.0)));
    // An infinite mean over all accounts; the account's own rests on itself.
    let wild = model(["3", "0.5", "4"]);
    assert_eq!(wild.population_mean(), None);
    let expected = wild.expected_spend(&two);
    assert_eq!((expected.mean, expected.own_weight), (Some(42.0 / 5.5), None));
    let nothing = wild.expected_spend(&SpendSummary::NONE);
    assert_eq!((nothing.mean, nothing.own_weight), (None, None));
    // One purchase is not enough where even that has no mean.
    let wilder = model(["0.3", "0.5", "4"]);
    assert_eq!(wilder.expected_spend(&SpendSummary::try_new(1, 5.0).unwrap()).mean, None);
    // A mean of zero is nothing the model knows.
    let free = usual.expected_spend(&SpendSummary::try_new(3, 0.0).unwrap());
    assert_eq!((free.mean, free.own_weight), (Some(12.0), Some(0.0)));
}

/// Drawn once from the model.
const ROWS: [(u32, f64); 24] = [
    (2, 32.81),
    (3, 33.42),
    (6, 19.67),
    (9, 35.48),
    (1, 31.26),
    (1, 14.0),
    (6, 157.07),
    (9, 29.61),
    (1, 29.62),
    (2, 15.93),
    (6, 42.99),
    (2, 10.13),
    (2, 11.85),
    (6, 74.99),
    (2, 22.55),
    (2, 39.9),
    (4, 43.72),
    (3, 21.55),
    (1, 9.82),
    (1, 15.25),
    (6, 40.75),
    (6, 36.83),
    (6, 50.44),
    (3, 26.63),
];

fn accounts() -> Vec<SpendSummary> {
    ROWS.map(|(x, mean)| SpendSummary::try_new(x, mean).unwrap()).to_vec()
}

/// The maximum as scipy's simplex search finds it, and numpy's correlation.
#[test]
fn the_maximum_agrees_with_another_search() {
    let fit = fit_spend_model(&accounts(), &FitOptions::default()).unwrap();
    assert_eq!(fit.found.status, FitStatus::Converged);
    let found = fit.parameters.unwrap();
    for (got, want) in [(found.p, 3.83902911), (found.q, 4.44536458), (found.v, 33.0843119)] {
        assert!((got.value() / want - 1.0).abs() < 1e-5, "{got} {want}");
    }
    assert_eq!(format!("{:.7}", fit.found.log_likelihood.unwrap().value()), "-102.1575213");
    assert_eq!(format!("{:.10}", fit.correlation.unwrap().value()), "0.4196485200");
}

#[test]
fn what_cannot_be_used_is_listed() {
    let clean = fit_spend_model(&accounts(), &FitOptions::default()).unwrap();
    assert_eq!(clean.found.status, FitStatus::Converged);
    let mut dirty = accounts();
    dirty.insert(2, SpendSummary::NONE);
    dirty.insert(4, SpendSummary::try_new(3, 0.0).unwrap());
    dirty.push(SpendSummary::try_new(1, -12.0).unwrap());
    let fit = fit_spend_model(&dirty, &FitOptions::default()).unwrap();
    assert_eq!((fit.left_out.without_repeats, fit.left_out.not_positive), (1, vec![4, 26]));
    assert_eq!((fit.parameters, fit.correlation), (clean.parameters, clean.correlation));
    assert_eq!((fit.found.accounts, fit.found.repeaters), (27, 24));
    assert!(fit.found.reasons.iter().any(|reason| reason.rule == "spend_accounts_left_out"));
    let none = fit_spend_model(&[SpendSummary::NONE], &FitOptions::default()).unwrap();
    assert_eq!((none.found.status, none.parameters), (FitStatus::TooLittleData, None));
}

/// Equal amounts everywhere: p and q run off; nothing fails.
#[test]
fn equal_amounts_are_at_the_boundary() {
    let alike = vec![SpendSummary::try_new(3, 20.0).unwrap(); 30];
    let fit = fit_spend_model(&alike, &FitOptions::default()).unwrap();
    assert_ne!(fit.found.status, FitStatus::Converged);
    let mean = fit.parameters.unwrap().expected_spend(&alike[0]).mean.unwrap();
    assert!((mean - 20.0).abs() < 0.01, "{mean}");
    assert_eq!(fit.correlation, None);
}

/// Pearson's correlation, by hand: x = 1, 2, 3 and z = 1, 2, 4 give 3 / √(2 · 14/3).
#[test]
fn correlation_by_hand() {
    let rows = [(1, 1.0), (2, 2.0), (3, 4.0)].map(|(x, mean)| SpendSummary::try_new(x, mean).unwrap());
    let fit = fit_spend_model(&rows, &FitOptions::default()).unwrap();
    assert_eq!(fit.correlation.unwrap().to_string(), "0.981980506062");
}

/// A prior for v is told in the user's money.
#[test]
fn priors_hold_a_parameter() {
    let mut options = FitOptions::default();
    let prior = Prior::LogNormal { median: "500".parse().unwrap(), log_standard_deviation: "0.0001".parse().unwrap() };
    options.priors.insert(ModelParameter::V, prior);
    let fit = fit_spend_model(&accounts(), &options).unwrap();
    assert!((fit.parameters.unwrap().v.value() / 500.0 - 1.0).abs() < 1e-3);
    options.priors.insert(ModelParameter::R, prior);
    assert_eq!(fit_spend_model(&accounts(), &options).unwrap_err().path, "priors.r");
}

#[test]
fn impossible_summaries_are_refused() {
    assert_eq!(SpendSummary::try_new(0, 1.0).unwrap_err().path, "frequency");
    for mean in [f64::NAN, f64::INFINITY, -1e16] {
        assert_eq!(SpendSummary::try_new(1, mean).unwrap_err().path, "mean");
    }
    let options = FitOptions { weights: Some(vec![1.0]), ..FitOptions::default() };
    assert_eq!(fit_spend_model(&[], &options).unwrap_err().path, "weights");
}
