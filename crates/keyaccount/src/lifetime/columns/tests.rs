//! Columns and grids say what the models say of single accounts.

use super::*;
use crate::lifetime::{PurchaseModelParameters, PurchaseSummary};
use crate::problem::ProblemCode;

fn model() -> PurchaseModelParameters {
    serde_json::from_str(r#"{"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#).unwrap()
}

fn columns(text: &str) -> SummaryColumns {
    serde_json::from_str(text).unwrap()
}

#[test]
fn columns_that_make_no_rows_are_refused() {
    let refused = [
        (r#"{"frequency": [1], "recency": [], "age": ["3"]}"#, ProblemCode::UnequalLengths, "recency"),
        (r#"{"frequency": [1], "recency": ["1"], "age": ["3", "4"]}"#, ProblemCode::UnequalLengths, "age"),
        (
            r#"{"frequency": [1], "recency": ["1"], "age": ["3"], "log_intervals": []}"#,
            ProblemCode::UnequalLengths,
            "log_intervals",
        ),
        (
            r#"{"frequency": [1], "recency": ["1"], "age": ["3"], "weights": ["1", "1"]}"#,
            ProblemCode::UnequalLengths,
            "weights",
        ),
        (
            r#"{"frequency": [0, 1], "recency": ["0", "9"], "age": ["3", "3"]}"#,
            ProblemCode::NumberOutOfRange,
            "recency[1]",
        ),
        (r#"{"frequency": [1], "recency": ["0"], "age": ["3"]}"#, ProblemCode::ConflictingFields, "frequency[0]"),
        (
            r#"{"frequency": [1], "recency": ["2"], "age": ["3"], "log_intervals": ["9"]}"#,
            ProblemCode::NumberOutOfRange,
            "log_intervals[0]",
        ),
    ];
    for (text, code, path) in refused {
        let problem = columns(text).summaries().unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), (code, path), "{text}");
    }
}

#[test]
fn rows_become_columns_and_rows_again() {
    let rows = [PurchaseSummary::try_new(2, 3.5, 7.0).unwrap(), PurchaseSummary::try_new(0, 0.0, 2.0).unwrap()];
    assert_eq!(SummaryColumns::of(&rows).summaries().unwrap(), rows);
    assert_eq!(SummaryColumns::of(&rows).log_intervals, None);
    let rows = rows.map(|row| row.with_log_intervals(if row.frequency() > 0 { 0.5 } else { 0.0 }).unwrap());
    assert_eq!(SummaryColumns::of(&rows).summaries().unwrap(), rows);
    assert_eq!(columns(r#"{"frequency": [], "recency": [], "age": [], "weights": []}"#).weights(), Some(Vec::new()));
}

#[test]
fn scores_are_those_of_single_accounts() {
    let columns = columns(r#"{"frequency": [2, 0], "recency": ["3.5", "0"], "age": ["7", "2"]}"#);
    let scores = score_summaries(&model(), &columns, "10".parse().unwrap()).unwrap();
    for (at, row) in columns.summaries().unwrap().iter().enumerate() {
        let alive = crate::Estimate::rounded(model().probability_alive(row));
        assert_eq!(scores.probability_alive[at], alive);
        let none = model().purchase_counts(row, 10.0, 0).unwrap();
        let more = crate::values::decimal::to_f64(scores.at_least_one[at].value());
        assert!((more - none.more).abs() < 1e-11);
    }
    assert_eq!(score_summaries(&model(), &columns, "-1".parse().unwrap()).unwrap_err().path, "horizon");
}

#[test]
fn a_grid_has_bounds() {
    let options = |most_frequency, recency_steps| GridOptions {
        age: "39".parse().unwrap(),
        horizon: "1".parse().unwrap(),
        most_frequency,
        recency_steps,
    };
    for (frequency, steps, path) in [(0, 1, "most_frequency"), (201, 1, "most_frequency"), (1, 201, "recency_steps")] {
        assert_eq!(purchase_model_grid(&model(), &options(frequency, steps)).unwrap_err().path, path);
    }
    let grid = purchase_model_grid(&model(), &options(2, 3)).unwrap();
    let known: Vec<Vec<bool>> =
        grid.probability_alive.iter().map(|row| row.iter().map(Option::is_some).collect()).collect();
    assert_eq!(known, [[true, false, false, false], [false, true, true, true], [false, true, true, true]]);
    assert_eq!(grid.recencies.last().unwrap().to_string(), "39");
}

/// The unit of time does not matter: days for weeks, with α seven times as large.
#[test]
fn days_say_what_weeks_say() {
    let model = |alpha: &str| -> PurchaseModelParameters {
        let text = r#"{"type": "mbg_cnbd", "regularity": 2, "r": "0.5", "alpha": "ALPHA", "a": "0.9", "b": "1.6"}"#;
        serde_json::from_str(&text.replace("ALPHA", alpha)).unwrap()
    };
    let weeks = columns(r#"{"frequency": [2, 0, 9], "recency": ["3.5", "0", "40"], "age": ["7", "2", "52"]}"#);
    let days = columns(r#"{"frequency": [2, 0, 9], "recency": ["24.5", "0", "280"], "age": ["49", "14", "364"]}"#);
    let of_weeks = score_summaries(&model("6"), &weeks, "10".parse().unwrap()).unwrap();
    let of_days = score_summaries(&model("42"), &days, "70".parse().unwrap()).unwrap();
    let close = |one: f64, other: f64| (one - other).abs() <= 1e-10 * other.abs();
    for (one, other) in of_weeks.expected_purchases.iter().zip(&of_days.expected_purchases) {
        assert!(close(one.value(), other.value()), "{one} {other}");
    }
    for (one, other) in of_weeks.probability_alive.iter().zip(&of_days.probability_alive) {
        let number = |estimate: &crate::Estimate| crate::values::decimal::to_f64(estimate.value());
        assert!(close(number(one), number(other)), "{one} {other}");
    }
}

#[test]
fn rounds_and_spends_that_make_no_rows_are_refused() {
    let rounds = |text: &str| serde_json::from_str::<RoundColumns>(text).unwrap().summaries().unwrap_err();
    let refused = [
        (r#"{"frequency": [1], "recency": [1, 2], "rounds": [3]}"#, ProblemCode::UnequalLengths, "recency"),
        (r#"{"frequency": [1], "recency": [1], "rounds": []}"#, ProblemCode::UnequalLengths, "rounds"),
        (r#"{"frequency": [1], "recency": [1], "rounds": [3], "weights": []}"#, ProblemCode::UnequalLengths, "weights"),
        (r#"{"frequency": [1, 2], "recency": [1, 4], "rounds": [3, 3]}"#, ProblemCode::NumberOutOfRange, "recency[1]"),
        (r#"{"frequency": [3], "recency": [2], "rounds": [3]}"#, ProblemCode::ConflictingFields, "frequency[0]"),
    ];
    for (text, code, path) in refused {
        let problem = rounds(text);
        assert_eq!((problem.code, problem.path.as_str()), (code, path), "{text}");
    }
    let spends = |text: &str| serde_json::from_str::<SpendColumns>(text).unwrap().summaries();
    let refused = [
        (r#"{"frequency": [1], "mean": []}"#, ProblemCode::UnequalLengths, "mean"),
        (r#"{"frequency": [0, 1], "mean": [null, null]}"#, ProblemCode::MissingField, "mean[1]"),
        (r#"{"frequency": [0], "mean": ["12"]}"#, ProblemCode::NumberOutOfRange, "frequency[0]"),
        (r#"{"frequency": [1], "mean": ["9000000000000000000"]}"#, ProblemCode::NumberOutOfRange, "mean[0]"),
    ];
    for (text, code, path) in refused {
        let problem = spends(text).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), (code, path), "{text}");
    }
    let nothing = spends(r#"{"frequency": [0, 0], "mean": [null, "0"]}"#).unwrap();
    assert_eq!(nothing, [crate::SpendSummary::NONE; 2]);
}

#[test]
fn scores_of_rounds_are_those_of_single_accounts() {
    let model: crate::RoundModelParameters =
        serde_json::from_str(r#"{"alpha": "1.204", "beta": "0.75", "gamma": "0.657", "delta": "2.783"}"#).unwrap();
    let columns: RoundColumns =
        serde_json::from_str(r#"{"frequency": [2, 0], "recency": [4, 0], "rounds": [6, 6]}"#).unwrap();
    let scores = score_rounds(&model, &columns, 5).unwrap();
    for (at, row) in columns.summaries().unwrap().iter().enumerate() {
        let counts = model.purchase_counts(row, 5).unwrap().probabilities;
        assert_eq!(scores.at_least_one[at], crate::Estimate::rounded(1.0 - counts[0]));
        let mean: f64 = (0..).zip(&counts).map(|(count, chance)| f64::from(count) * chance).sum();
        assert!((scores.expected_purchases[at].value() - mean).abs() < 1e-10);
    }
    assert_eq!(score_rounds(&model, &columns, 100_001).unwrap_err().path, "rounds");
}
