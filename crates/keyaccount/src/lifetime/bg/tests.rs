//! Fits and predictions of the family: by hand, and against 100 digits of an independent computation.

use std::collections::BTreeMap;

use super::expected::Alive;
use super::likelihood::BgLikelihood;
use super::regular::Ahead;
use super::testing::{accounts, close, model, summary};
use super::*;
use crate::lifetime::fit::FitStatus;
use crate::lifetime::model::{PurchaseModel, fit_purchase_model};
use crate::lifetime::prior::Prior;
use crate::lifetime::summary::PurchaseSummary;

/// The parameters that Fader, Hardie and Lee (2005) printed.
const PUBLISHED: [f64; 4] = [0.243, 4.414, 0.793, 2.426];

#[test]
fn the_published_customer() {
    let bg = model(0, PUBLISHED);
    let account = summary(2, 30.43, 38.86);
    let score = bg.score(&account, 39.0).unwrap();
    assert!((score.expected_purchases - 1.226_028_174_767_144_5).abs() < 1e-14, "{score:?}");
    assert!((score.probability_alive - 0.726_578_570_080_673).abs() < 1e-14);
    // Without a repeat purchase nobody leaves; in the other models one may have left at once.
    let once = summary(0, 0.0, 38.86);
    assert!(bg.probability_alive(&once) >= 1.0);
    assert!(model(1, PUBLISHED).probability_alive(&once) < 1.0);
    // At the first purchase the chance not to leave at once is b / (a + b).
    let at_once = model(1, [1.0, 1.0, 1.0, 3.0]).probability_alive(&PurchaseSummary::FIRST);
    assert!((at_once - 0.75).abs() < 1e-15);
}

/// Fader and Hardie (2013), "Overcoming the BG/NBD Model's #NUM! Error Problem", whose second case overflows elsewhere.
#[test]
fn the_note_on_overflow() {
    let bg = model(0, [0.25, 4.0, 0.8, 2.5]);
    assert!((bg.log_likelihood(&summary(0, 0.0, 40.0)) + 0.599_473_818_199_593).abs() < 1e-14);
    assert!((bg.log_likelihood(&summary(200, 38.0, 40.0)) - 100.795_693_092_706).abs() < 1e-11);
}

#[test]
fn bad_horizons_are_refused() {
    let bg = model(0, PUBLISHED);
    for horizon in [-1.0, f64::NAN, f64::INFINITY, 2e9] {
        assert_eq!(bg.expected_purchases(&PurchaseSummary::FIRST, horizon).unwrap_err().path, "horizon");
    }
    assert_eq!(bg.purchase_counts(&PurchaseSummary::FIRST, 1.0, 100_000).unwrap_err().path, "most");
    let nothing = bg.purchase_counts(&summary(2, 3.0, 4.0), 0.0, 0).unwrap();
    assert_eq!((nothing.probabilities, nothing.more), (vec![1.0], 0.0));
    assert_eq!(bg.score(&summary(2, 3.0, 4.0), 0.0).unwrap().expected_purchases.to_bits(), 0);
}

/// The series, the integral and the sum over counts are three ways to one number.
#[test]
fn three_ways_to_the_expected_purchases() {
    for (shape, rate, leave, stay, time) in [
        (2.243, 43.274, 0.793, 4.426, 39.0),
        (0.25, 4.0, 1.0, 2.5, 10.0),
        (12.0, 30.0, 1.5, 9.0, 30.0),
        (5.0, 10.0, 0.1, 0.3, 5.0),
        (300.0, 400.0, 2.0, 150.0, 52.0),
    ] {
        let alive = Alive { shape, rate, leave, stay };
        let series = alive.series(time).unwrap();
        let integral = alive.integral(time);
        let sum = Ahead::new(1, (shape, rate), 0.0, (leave, stay), time).expected();
        assert!(close(series, integral, 2e-13) && close(series, sum, 2e-13), "{series} {integral} {sum}");
    }
}

/// Regularity 1 is MBG/NBD: the general code, with its sum over events, gives the same as the one for k = 1.
#[test]
fn regularity_one_is_random() {
    let rows = accounts(40);
    let cells = Cells::collapse(&rows, None).unwrap();
    let likelihood = BgLikelihood::new(&cells, Kind::MbgNbd);
    let at = [0.6, 5.0, 0.9, 1.7];
    let (special, general) = (likelihood.at(&at), likelihood.at_in_general(&at));
    assert!(close(special.value, general.value, 1e-14));
    for i in 0..4 {
        assert!((special.gradient[i] - general.gradient[i]).abs() < 1e-11);
        for j in 0..4 {
            assert!((special.hessian[i][j] - general.hessian[i][j]).abs() < 1e-10);
        }
    }
    let one = PurchaseModel::MbgCnbd { regularity: Some(Regularity::RANDOM) };
    let fit = |model| fit_purchase_model(&rows, model, &FitOptions::default()).unwrap();
    assert_eq!(fit(one).found, fit(PurchaseModel::MbgNbd {}).found);
}

/// The regularity with the highest likelihood is found, and needs the intervals.
#[test]
fn choosing_a_regularity() {
    let rows = accounts(90);
    let fit = fit_purchase_model(&rows, PurchaseModel::MbgCnbd { regularity: None }, &FitOptions::default()).unwrap();
    assert_eq!(fit.trials.len(), 12);
    let best = fit.trials.iter().max_by_key(|trial| trial.log_likelihood).unwrap();
    assert_eq!(fit.found.log_likelihood, Some(best.log_likelihood));
    assert!(
        matches!(fit.parameters, Some(PurchaseModelParameters::MbgCnbd { regularity, .. }) if regularity == best.regularity)
    );
    let without = [summary(1, 2.0, 9.0), summary(0, 0.0, 9.0)];
    let model = PurchaseModel::MbgCnbd { regularity: None };
    let problem = fit_purchase_model(&without, model, &FitOptions::default()).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::MissingField, "log_intervals"));
}

#[test]
fn an_account_of_weight_three_is_three_accounts() {
    let rows = accounts(50);
    let thrice: Vec<_> = rows.iter().flat_map(|row| [*row; 3]).collect();
    let options = FitOptions { weights: Some(vec![3.0; 50]), ..FitOptions::default() };
    let weighted = fit_purchase_model(&rows, PurchaseModel::MbgNbd {}, &options).unwrap();
    let repeated = fit_purchase_model(&thrice, PurchaseModel::MbgNbd {}, &FitOptions::default()).unwrap();
    assert_eq!(weighted.parameters, repeated.parameters);
    assert_eq!(weighted.found.covariance, repeated.found.covariance);
    assert_eq!((weighted.found.accounts, repeated.found.accounts), (50, 150));
}

#[test]
fn the_unit_of_time_changes_alpha_alone() {
    let weeks = accounts(80);
    let days: Vec<_> = weeks.iter().map(|row| summary(row.frequency(), row.recency() * 7.0, row.age() * 7.0)).collect();
    let fit =
        |rows: &[PurchaseSummary]| fit_purchase_model(rows, PurchaseModel::MbgNbd {}, &FitOptions::default()).unwrap();
    let (weeks, days) = (fit(&weeks), fit(&days));
    assert_eq!((weeks.found.status, days.found.status), (FitStatus::Converged, FitStatus::Converged));
    for (week, day) in weeks.found.estimates.iter().zip(&days.found.estimates) {
        let factor = if week.parameter == ModelParameter::Alpha { 7.0 } else { 1.0 };
        assert!(close(week.value.value() * factor, day.value.value(), 1e-9), "{week:?} {day:?}");
        let [week, day] = [week, day].map(|estimate| estimate.standard_error.unwrap().value());
        assert!(close(week * factor, day, 1e-8));
    }
}

/// Few accounts do not tell four parameters: they run off, which is told, and predictions stay sound. Priors hold them.
#[test]
fn few_accounts_and_priors() {
    let rows = [(3, 8.0, 10.0), (3, 8.5, 10.0), (2, 7.0, 10.0), (4, 9.0, 10.0), (3, 9.0, 10.0)];
    let rows = rows.map(|(x, recency, age)| summary(x, recency, age));
    let fit = fit_purchase_model(&rows, PurchaseModel::BgNbd {}, &FitOptions::default()).unwrap();
    assert_eq!(fit.found.status, FitStatus::Boundary, "{fit:?}");
    assert_eq!(fit.found.covariance, None);
    assert!(fit.found.estimates.iter().any(|estimate| estimate.undetermined));
    assert!(fit.found.reasons[0].message.contains("priors"));
    let model = fit.parameters.unwrap();
    let score = model.score(&rows[0], 10.0).unwrap();
    assert!(score.probability_alive > 0.9 && (2.0..4.0).contains(&score.expected_purchases), "{score:?} {model:?}");

    let prior = |median: &str| Prior::LogNormal {
        median: median.parse().unwrap(),
        log_standard_deviation: "0.7".parse().unwrap(),
    };
    let priors =
        [(ModelParameter::R, "2"), (ModelParameter::Alpha, "5"), (ModelParameter::A, "0.5"), (ModelParameter::B, "2")];
    let priors: BTreeMap<_, _> = priors.into_iter().map(|(name, median)| (name, prior(median))).collect();
    let options = FitOptions { priors, ..FitOptions::default() };
    let fit = fit_purchase_model(&rows, PurchaseModel::BgNbd {}, &options).unwrap();
    assert_eq!((fit.found.status, fit.found.with_priors), (FitStatus::Converged, true));
    // Where nobody bought again the priors alone speak.
    let silent = [summary(0, 0.0, 10.0)];
    assert_eq!(
        fit_purchase_model(&silent, PurchaseModel::BgNbd {}, &options).unwrap().found.status,
        FitStatus::Converged
    );
    let nothing = fit_purchase_model(&[], PurchaseModel::BgNbd {}, &options).unwrap();
    assert_eq!((nothing.found.status, nothing.parameters), (FitStatus::TooLittleData, None));
}
