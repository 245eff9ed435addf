//! Holdout tests by hand, and no look ahead.

use proptest::prelude::*;

use super::*;
use crate::lifetime::book::testing::{any_portfolio, book, day, forty};
use crate::lifetime::{ParameterPrior, Prior, PurchaseModel};
use crate::playbook::Playbook;
use crate::problem::ProblemCode;

fn only(model: PurchaseModel) -> ValidationOptions {
    ValidationOptions { models: vec![model], priors: None }
}

fn of(verdict: &ValidationVerdict, method: PredictionMethod) -> &MethodValidation {
    verdict.methods.iter().find(|one| one.method == method).unwrap()
}

#[test]
fn counts_and_baselines_by_hand() {
    // Calibration days 0 to 99, holdout days 100 to 149.
    let portfolio = vec![
        vec![(0, None), (60, None), (80, None), (99, None), (100, None), (149, None), (150, None)],
        vec![(40, None), (45, None)],
        vec![(90, None), (120, None)],
        vec![(101, None), (110, None)],
        vec![],
    ];
    let options = only(PurchaseModel::BgNbd {});
    let verdict =
        validate_purchase_models(&book(&portfolio), &Playbook::six_stage(), day(99), day(149), &options).unwrap();
    assert_eq!((verdict.accounts, verdict.repeaters, verdict.left_out), (3, 2, 2));
    assert_eq!((verdict.bought_again, verdict.actual, verdict.holdout_days), (2, 3, 50));
    assert_eq!((verdict.calibration_start, verdict.step_days), (Some(day(0)), 7));
    let last = of(&verdict, PredictionMethod::SameAsLastPeriod);
    // Days 50 to 99 had 3, 0 and (its first order apart) 0 repeat orders; 2, 0 and 1 came.
    let scores = last.scores.as_ref().unwrap();
    assert_eq!(scores.predicted.to_string(), "3");
    assert_eq!(scores.mean_absolute_error.to_string(), "0.666666666667");
    assert_eq!(scores.area_under_curve.unwrap().to_string(), "0.75", "one pair in order, one tie");
    assert_eq!(scores.rank_correlation.unwrap().to_string(), "0.866025403784");
    // Learned on day 50: silent for 50, 5 days, and not begun.
    let recency = of(&verdict, PredictionMethod::RecencyOnly).scores.as_ref().unwrap();
    assert_eq!(recency.area_under_curve.unwrap().to_string(), "1", "the last one was silent longest");
    let repeats: usize = verdict.steps.iter().map(|step| step.actual).sum();
    assert_eq!((repeats, verdict.steps.last().unwrap().actual_cumulative), (3 + 1 + 2 + 1, 7));
    assert_eq!((verdict.steps.len(), verdict.steps.last().unwrap().last), (22, day(149)));
    assert!(verdict.steps[14].in_holdout && !verdict.steps[13].in_holdout);
}

#[test]
fn expectations_add_up() {
    let verdict = validate_purchase_models(
        &book(&forty()),
        &Playbook::six_stage(),
        day(200),
        day(360),
        &ValidationOptions::default(),
    );
    let verdict = verdict.unwrap();
    assert_eq!(verdict.best_by.len(), PredictionScore::ALL.len());
    for method in verdict.methods.iter().filter(|method| method.fit.is_some()) {
        let expected: f64 = method.calibration.iter().map(|bucket| bucket.expected.value()).sum();
        assert!((expected - 40.0).abs() < 1e-6, "{expected}");
        assert_eq!(method.calibration.iter().map(|bucket| bucket.actual).sum::<usize>(), 40);
        assert_eq!(method.expected.len(), verdict.steps.len());
        assert!(method.expected_cumulative.is_sorted());
        let predicted: f64 = method
            .holdout
            .iter()
            .map(|bucket| bucket.accounts as f64 * bucket.predicted_mean.map_or(0.0, |mean| mean.value()))
            .sum();
        assert!((predicted - method.scores.as_ref().unwrap().predicted.value()).abs() < 1e-6);
    }
}

#[test]
fn a_split_needs_two_parts_and_a_model() {
    let book = book(&forty());
    let playbook = Playbook::six_stage();
    let none = ValidationOptions { models: Vec::new(), priors: None };
    let refused = validate_purchase_models(&book, &playbook, day(9), day(9), &none).unwrap_err();
    assert_eq!((refused.code, refused.path.as_str()), (ProblemCode::DateOrder, "calibration_end"));
    let refused = validate_purchase_models(&book, &playbook, day(8), day(9), &none).unwrap_err();
    assert_eq!(refused.path, "models");
    let prior = ParameterPrior {
        parameter: crate::ModelParameter::A,
        prior: Prior::HalfNormal { scale: "1".parse().unwrap() },
    };
    let twice = ValidationOptions { priors: Some(vec![prior, prior]), ..ValidationOptions::default() };
    let refused = validate_purchase_models(&book, &playbook, day(8), day(9), &twice).unwrap_err();
    assert_eq!(refused.code, ProblemCode::DuplicateName);
}

#[test]
fn nobody_at_all_is_no_error() {
    let options = only(PurchaseModel::MbgNbd {});
    let verdict = validate_purchase_models(&book(&[vec![]]), &Playbook::six_stage(), day(8), day(9), &options).unwrap();
    assert_eq!((verdict.accounts, verdict.calibration_start, verdict.steps.len()), (0, None, 0));
    assert!(verdict.methods.iter().all(|method| method.scores.is_none()));
    assert!(verdict.best_by.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_comes_later_changes_no_prediction(portfolio in any_portfolio()) {
        let options = only(PurchaseModel::MbgNbd {});
        let split = 200;
        let judged = |portfolio: &[_]| {
            validate_purchase_models(&book(portfolio), &Playbook::six_stage(), day(split), day(400), &options).unwrap()
        };
        let whole = judged(&portfolio);
        let known: Vec<Vec<_>> = portfolio
            .iter()
            .map(|orders| orders.iter().filter(|(day, _)| *day <= split).copied().collect())
            .collect();
        let known = judged(&known);
        prop_assert_eq!(known.actual, 0);
        for (one, other) in whole.methods.iter().zip(&known.methods) {
            prop_assert_eq!(&one.fit, &other.fit);
            prop_assert_eq!(&one.calibration, &other.calibration);
            prop_assert_eq!(&one.expected, &other.expected);
            let predicted = |method: &MethodValidation| method.scores.as_ref().map(|scores| scores.predicted);
            prop_assert_eq!(predicted(one), predicted(other));
        }
    }
}
