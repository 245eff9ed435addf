//! Requests about purchases: recency, frequency and money, and the purchase models.

use serde_json::json;

use super::*;

/// The fields that another operation needs and this one does without.
pub(super) const OPTIONAL_HERE: &[(&str, &str)] = &[
    ("alive_history", "from"),
    ("alive_history", "parameters"),
    ("cross_sell", "account"), // of one account elsewhere, of all without one here
    ("fit_purchase_model", "as_of"),
    ("fit_purchase_model", "book"),
    ("judge_lifetime_value", "parameters"),
    ("retention_what_if", "book"),
    ("retention_what_if", "parameters"),
    ("value_concentration", "by"),
];

/// A request of every such operation, made from the public types.
pub(super) fn purchase_requests(facts: &Facts, as_of: Date) -> Vec<(&'static str, String)> {
    let book = || facts.clone();
    let parameters = || given(json!({"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}));
    let summaries = || {
        given(
            json!({"frequency": [2, 0], "recency": ["30.43", "0"], "age": ["38.86", "39"], "log_intervals": ["5.4", "0"]}),
        )
    };
    let rounds = || given(json!({"frequency": [2, 0], "recency": [4, 0], "rounds": [6, 6]}));
    let spends = || given(json!({"frequency": [2, 0], "mean": ["32.8", null]}));
    vec![
        (
            "score_rfm",
            text(&ScoreRfmRequest {
                playbook: None,
                book: book(),
                as_of,
                method: Some(keyaccount::RfmMethod::Quantiles),
                recency: Some(keyaccount::RecencyBasis::FirstToLastOrder),
                window_days: std::num::NonZeroU32::new(365),
            }),
        ),
        (
            "value_concentration",
            text(&ValueConcentrationRequest {
                playbook: None,
                book: book(),
                as_of,
                period: Some(given(json!({"first": "2025-07-01", "last": "2026-06-30"}))),
                by: Some(keyaccount::ConcentrationUnit::Group),
                top_share: Some(given(json!("0.2"))),
                target_share: Some(given(json!("0.8"))),
            }),
        ),
        ("summarise_purchases", text(&SummarisePurchasesRequest { playbook: None, book: book(), as_of })),
        (
            "fit_purchase_model",
            text(&FitPurchaseModelRequest {
                playbook: None,
                summaries: Some(summaries()),
                book: None,
                as_of: None,
                model: Some(given(json!({"type": "bg_nbd"}))),
                priors: None,
            }),
        ),
        (
            "score_purchase_model",
            text(&ScorePurchaseModelRequest {
                parameters: parameters(),
                summaries: summaries(),
                horizon: given(json!("39")),
            }),
        ),
        (
            "purchase_model_grid",
            text(&PurchaseModelGridRequest {
                parameters: parameters(),
                grid: given(json!({"age": "39", "horizon": "39", "most_frequency": 2, "recency_steps": 3})),
            }),
        ),
        ("fit_round_model", text(&FitRoundModelRequest { summaries: rounds(), priors: None })),
        (
            "score_round_model",
            text(&ScoreRoundModelRequest {
                parameters: given(json!({"alpha": "1.204", "beta": "0.75", "gamma": "0.657", "delta": "2.783"})),
                summaries: rounds(),
                rounds: 5,
            }),
        ),
        ("fit_spend_model", text(&FitSpendModelRequest { summaries: spends(), priors: None })),
        (
            "score_spend_model",
            text(&ScoreSpendModelRequest {
                parameters: given(json!({"p": "6.25", "q": "3.74", "v": "15.44"})),
                summaries: spends(),
            }),
        ),
        (
            "judge_lifetime_value",
            text(&JudgeLifetimeValueRequest {
                playbook: None,
                book: book(),
                as_of,
                model: None,
                parameters: Some(parameters()),
                spend_parameters: Some(given(json!({"p": "6", "q": "4", "v": "500"}))),
                priors: None,
            }),
        ),
        (
            "validate_purchase_models",
            text(&ValidatePurchaseModelsRequest {
                playbook: None,
                book: book(),
                calibration_end: "2025-12-31".parse().unwrap(),
                as_of,
                models: Some(vec![given(json!({"type": "pareto_nbd"}))]),
                priors: None,
            }),
        ),
        (
            "alive_history",
            text(&AliveHistoryRequest {
                playbook: None,
                book: book(),
                account: "a".parse().unwrap(),
                as_of,
                from: Some("2026-01-01".parse().unwrap()),
                step_days: std::num::NonZeroU32::new(30),
                parameters: Some(parameters()),
            }),
        ),
        (
            "retention_what_if",
            text(&RetentionWhatIfRequest {
                playbook: None,
                figures: Some(given(json!({
                    "accounts": 200, "retention": "0.8", "annual_margin": {"amount": "1500", "currency": "EUR"}
                }))),
                book: None,
                as_of,
                change: given(json!({"type": "points", "points": "0.05"})),
                model: None,
                parameters: None,
                spend_parameters: None,
                priors: None,
            }),
        ),
    ]
}

fn given<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}
