//! Against scipy and scikit-learn, by hand, and against counting every pair.

use proptest::prelude::*;

use super::*;

const PREDICTED: [f64; 10] = [0.3, 1.2, 1.2, 0.05, 4.0, 0.3, 0.3, 2.5, 0.9, 0.05];
const ACTUAL: [f64; 10] = [0.0, 2.0, 1.0, 0.0, 7.0, 0.0, 3.0, 1.0, 1.0, 0.0];

fn close(one: Option<f64>, other: f64) {
    let one = one.unwrap();
    assert!((one - other).abs() < 1e-14, "{one} is not {other}");
}

/// scipy.stats.spearmanr, sklearn.metrics.roc_auc_score, numpy.
#[test]
fn agreement_is_that_of_scipy_and_scikit_learn() {
    close(rank_correlation(&PREDICTED, &ACTUAL), 0.722_821_374_987_703_5);
    let came = ACTUAL.map(|count| count > 0.0);
    close(area_under_curve(&PREDICTED, &came), 0.958_333_333_333_333_4);
    close(mean_absolute_error(&PREDICTED, &ACTUAL), 0.9);
    close(root_mean_square_error(&PREDICTED, &ACTUAL), 1.393_377_192_292_166_3);
}

#[test]
fn ranks_of_equals_are_their_mean() {
    assert_eq!(doubled_ranks(&[5.0, 1.0, 5.0, 0.0, -0.0]), [9, 6, 9, 3, 3]);
    assert_eq!(doubled_ranks(&[]), [0_u64; 0]);
}

#[test]
fn what_cannot_be_told_is_none() {
    assert_eq!(rank_correlation(&[], &[]), None);
    assert_eq!(rank_correlation(&[1.0, 1.0], &[1.0, 2.0]), None, "nobody is ranked");
    assert_eq!(rank_correlation(&[1.0, 2.0], &[1.0]), None);
    assert_eq!(area_under_curve(&[1.0, 2.0], &[true, true]), None);
    assert_eq!(mean_absolute_error(&[], &[]), None);
    close(rank_correlation(&[1.0, 2.0, 3.0], &[9.0, 8.0, 7.0]), -1.0);
    close(area_under_curve(&[1.0, 1.0], &[true, false]), 0.5);
}

proptest! {
    #[test]
    fn the_area_is_the_share_of_pairs_in_order(rows in prop::collection::vec((0_u8..6, any::<bool>()), 0..40)) {
        let scores: Vec<f64> = rows.iter().map(|(score, _)| f64::from(*score)).collect();
        let came: Vec<bool> = rows.iter().map(|(_, came)| *came).collect();
        let mut pairs = Vec::new();
        for (score, came) in &rows {
            for (other, other_came) in &rows {
                if *came && !other_came {
                    pairs.push(if score > other { 1.0 } else if score == other { 0.5 } else { 0.0 });
                }
            }
        }
        let area = area_under_curve(&scores, &came);
        prop_assert_eq!(area.is_some(), !pairs.is_empty());
        if let Some(area) = area {
            prop_assert!((area - pairs.iter().sum::<f64>() / pairs.len() as f64).abs() < 1e-12);
        }
    }

    #[test]
    fn only_the_order_counts(rows in prop::collection::vec((0_u8..9, 0_u8..9), 2..40)) {
        let one: Vec<f64> = rows.iter().map(|(one, _)| f64::from(*one)).collect();
        let other: Vec<f64> = rows.iter().map(|(_, other)| f64::from(*other)).collect();
        let cubes: Vec<f64> = one.iter().map(|number| number * number * number - 7.0).collect();
        prop_assert_eq!(rank_correlation(&one, &other), rank_correlation(&cubes, &other));
        let turned: Vec<f64> = other.iter().map(|number| -number).collect();
        if let Some(correlation) = rank_correlation(&one, &other) {
            prop_assert_eq!(rank_correlation(&one, &turned), Some(-correlation));
            let (back, forth): (Vec<f64>, Vec<f64>) = (one.into_iter().rev().collect(), other.into_iter().rev().collect());
            prop_assert_eq!(rank_correlation(&back, &forth), Some(correlation));
        }
    }
}
