//! The request types and what the operations read are one; everything wrong with a request is told at once.

mod purchases;

use std::collections::BTreeSet;

use keyaccount::{
    Book, Date, DayBasis, Erasure, Facts, ForecastBasis, Language, Money, Period, PeriodUnit, Playbook, PlaybookPreset,
    ScenarioChange, Segmentation,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::*;
use purchases::{OPTIONAL_HERE, purchase_requests};

/// A small portfolio with a row in every table.
pub(crate) fn facts() -> Facts {
    let facts = json!({
        "accounts": [{"id": "a", "name": "North Plant", "owner": "m", "territory": "north"}],
        "opportunities": [{"id": "o", "account": "a", "name": "Press line"}, {"id": "lost", "account": "a"}],
        "opportunity_events": [
            {"id": "e1", "opportunity": "o", "at": "2026-01-05", "change": {"type": "created", "stage": "comparison",
                "amount": {"amount": "90000", "currency": "USD"}, "close_date": "2026-06-01", "owner": "m"}},
            {"opportunity": "o", "at": "2026-02-01T10:00:00+08:00", "change": {"type": "stage_changed", "to": "commitment",
                "authorisation": {"by": "m", "reason": "told so"}}},
            {"opportunity": "lost", "at": "2026-02-01", "change": {"type": "lost", "reason": "price", "competitor": "Rival"}}
        ],
        "stakeholders": [{"id": "p", "account": "a", "title": "Works manager"}, {"id": "q", "account": "a", "reports_to": "p"}],
        "committee_seats": [
            {"opportunity": "o", "stakeholder": "p", "roles": ["technical_gatekeeper"], "stance": "hostile", "influence": 80},
            {"opportunity": "o", "stakeholder": "q", "roles": ["coach"], "coach_position": "customer"}
        ],
        "stakeholder_changes": [{"stakeholder": "q", "on": "2026-03-01", "change": {"type": "stance_changed", "stance": "ally"}}],
        "interactions": [{"id": "i", "account": "a", "on": "2026-05-01", "channel": "visit", "direction": "two_way",
            "stakeholders": ["p"], "members": ["m"], "opportunity": "o", "topics": ["need", "new_technology_studied"]}],
        "proposals": [{"id": "r", "account": "a", "on": "2026-04-01", "opportunity": "o", "template": "standard"}],
        "purchases": [
            {"id": "b1", "account": "a", "on": "2025-10-01", "supplier": {"type": "us"}, "category": "oil",
                "amount": {"amount": 100, "currency": "USD"}, "quantity": 3},
            {"id": "b2", "account": "a", "on": "2025-11-01", "supplier": {"type": "us"}, "category": "oil"},
            {"id": "b3", "account": "a", "on": "2025-12-01", "supplier": {"type": "us"}, "category": "oil"},
            {"id": "b4", "account": "a", "on": "2026-01-01", "supplier": {"type": "competitor", "name": "Rival"}, "category": "oil"}
        ],
        "surveys": [{"id": "s", "account": "a", "on": "2026-03-01", "stakeholder": "p", "score": 72, "remark": "fine"}],
        "complaints": [{"id": "c", "account": "a", "on": "2026-03-01", "kind": "venting", "resolved_on": "2026-03-05"}],
        "team_changes": [{"id": "t", "on": "2026-05-01", "member": "m", "function": "sales", "change": "left", "territory": "north"}],
        "signal_mutes": [{"account": "a", "signal": "new_technology", "reason": "agreed", "until": "2026-12-31"}],
        "wallet_estimates": [{"account": "a", "on": "2026-01-15", "per_year": {"amount": "400", "currency": "USD"}, "source": "their report"}],
        "switching_costs": [{"account": "a", "on": "2026-01-15", "kind": "conversion", "level": "high", "note": "new moulds"}],
        "key_account_judgements": [{"account": "a", "on": "2026-01-15", "until": "2026-12-31", "tier": "A", "reason": "agreed", "by": "m"}]
    });
    let facts: Facts = keyaccount::read_json(&facts.to_string()).unwrap();
    assert_eq!(Book::from_facts(facts.clone()).problems(), []);
    facts
}

fn euros(amount: &str) -> Money {
    Money::parse(amount, "EUR".parse().unwrap()).unwrap()
}

fn dollars(amount: &str) -> Money {
    Money::parse(amount, "USD".parse().unwrap()).unwrap()
}

fn text<T: Serialize>(request: &T) -> String {
    serde_json::to_string(request).unwrap()
}

/// A request of every operation, made from the public types.
pub(crate) fn requests() -> Vec<(&'static str, String)> {
    let facts = facts();
    let as_of: Date = "2026-06-30".parse().unwrap();
    let opportunity = facts.opportunities[0].clone();
    let events = facts.opportunity_events[..2].to_vec();
    let mut event = facts.opportunity_events[1].clone();
    event.at = "2026-06-30".parse().unwrap();
    let planned = event.clone();
    let book = || facts.clone();
    let account = || "a".parse().unwrap();
    let preset = || Some(PlaybookSource::Preset { name: PlaybookPreset::SixStage });
    let inline = Some(PlaybookSource::Inline { playbook: Box::new(Playbook::six_stage().draft().clone()) });
    let as_json = Some(PlaybookSource::Json { text: text(Playbook::six_stage().draft()) });
    let as_toml = "name = 'n'\ndefault_pipeline = 'p'\n[[pipelines]]\nid = 'p'\nlabel = {en = 'p', zh_hans = 'p'}\n\
        stages = [{id = 's', label = {en = 's', zh_hans = 's'}, phase = 'open', win_probability = 0.5}]";
    let as_toml = Some(PlaybookSource::Toml { text: as_toml.to_owned() });
    let mut requests = purchase_requests(&facts, as_of);
    requests.extend([
        (
            "apply_event",
            text(&ApplyEventRequest {
                playbook: None,
                opportunity: opportunity.clone(),
                opportunity_events: events.clone(),
                event,
                as_of,
            }),
        ),
        (
            "plan_event",
            text(&PlanEventRequest {
                playbook: preset(),
                opportunity: opportunity.clone(),
                opportunity_events: events.clone(),
                event: planned,
                as_of,
            }),
        ),
        (
            "analyse_funnel",
            text(&AnalyseFunnelRequest {
                playbook: None,
                book: book(),
                as_of,
                days: Some(DayBasis::Business),
                decided_from: Some("2026-01-01".parse().unwrap()),
            }),
        ),
        (
            "pipeline_movement",
            text(&PipelineMovementRequest {
                playbook: None,
                book: book(),
                from: "2026-01-01".parse().unwrap(),
                to: as_of,
                period: Some(Period { first: "2026-01-01".parse().unwrap(), last: as_of }),
            }),
        ),
        (
            "opportunity_cohorts",
            text(&OpportunityCohortsRequest { playbook: None, book: book(), as_of, months: Some(3) }),
        ),
        (
            "replay_history",
            text(&ReplayHistoryRequest { playbook: preset(), opportunity, opportunity_events: events, as_of }),
        ),
        (
            "learn_win_rates",
            text(&LearnWinRatesRequest {
                playbook: None,
                book: book(),
                as_of,
                prior_strength: Some("2.5".parse().unwrap()),
                floor: Some(1),
                segments: Some(Segmentation::Territory),
            }),
        ),
        (
            "win_timing",
            text(&WinTimingRequest {
                playbook: preset(),
                book: book(),
                as_of,
                by: vec!["2026-09-30".parse().unwrap(), as_of],
                floor: Some(0),
                prior_strength: Some("2.5".parse().unwrap()),
                segments: Some(Segmentation::Owner),
            }),
        ),
        (
            "book_distribution",
            text(&BookDistributionRequest {
                deals: vec![DealOdds { amount: euros("1000.50"), probability: "0.3".parse().unwrap() }; 2],
                quota: Some(euros("1500")),
                contributions: Some(true),
                market_correlation: Some("0.15".parse().unwrap()),
            }),
        ),
        (
            "learn_market_correlation",
            text(&LearnMarketCorrelationRequest {
                playbook: None,
                book: book(),
                as_of,
                quarters_floor: Some(1),
                deals_floor: Some(2),
            }),
        ),
        (
            "forecast_bookings",
            text(&ForecastBookingsRequest {
                playbook: None,
                book: book(),
                as_of,
                periods: None,
                period_unit: Some(PeriodUnit::Month),
                period_count: Some(2),
                basis: Some(ForecastBasis::Timing),
                quota: Some(dollars("100000")),
                wanted_probability: Some("0.75".parse().unwrap()),
                contributions: Some(true),
                floor: Some(3),
                market_correlation: Some("0.1".parse().unwrap()),
                coverage_caps: Some(false),
                member: Some("m".parse().unwrap()),
                prior_strength: Some("2.5".parse().unwrap()),
                segments: Some(Segmentation::Owner),
                timing_floor: Some(1),
            }),
        ),
        (
            "what_if",
            text(&WhatIfRequest {
                playbook: preset(),
                book: book(),
                as_of,
                changes: vec![ScenarioChange::Win { opportunity: "o".parse().unwrap() }],
                periods: Some(vec![Period { first: "2026-04-01".parse().unwrap(), last: as_of }]),
                period_unit: None,
                period_count: None,
                basis: Some(ForecastBasis::Learned),
                quota: Some(dollars("100000")),
                wanted_probability: Some("0.75".parse().unwrap()),
                contributions: Some(false),
                floor: Some(3),
                market_correlation: Some("0.1".parse().unwrap()),
                coverage_caps: Some(true),
                member: Some("m".parse().unwrap()),
                prior_strength: Some("2.5".parse().unwrap()),
                segments: Some(Segmentation::Territory),
                timing_floor: Some(1),
            }),
        ),
        (
            "backtest_forecast",
            text(&BacktestForecastRequest {
                playbook: None,
                book: book(),
                as_of,
                period_unit: Some(PeriodUnit::Month),
                first: Some("2026-02-01".parse().unwrap()),
                floor: Some(2),
                market_correlation: Some("0.1".parse().unwrap()),
                coverage_caps: Some(true),
                member: Some("m".parse().unwrap()),
                prior_strength: Some("2.5".parse().unwrap()),
                segments: Some(Segmentation::Owner),
                timing_floor: Some(1),
            }),
        ),
        ("weighted_forecast", text(&WeightedForecastRequest { playbook: inline, book: book(), as_of })),
        (
            "roll_up_forecast",
            text(&RollUpForecastRequest {
                playbook: preset(),
                book: book(),
                as_of,
                by: keyaccount::ForecastDimension::ALL.to_vec(),
                periods: Some(vec![Period { first: "2026-01-01".parse().unwrap(), last: as_of }]),
                cumulative: Some(true),
                member: Some("m".parse().unwrap()),
            }),
        ),
        (
            "check_coverage",
            text(&CheckCoverageRequest { playbook: as_json, book: book(), opportunity: "o".parse().unwrap(), as_of }),
        ),
        (
            "decision_chain",
            text(&DecisionChainRequest {
                playbook: None,
                book: book(),
                opportunity: "o".parse().unwrap(),
                as_of,
                targets: Some(vec![]),
            }),
        ),
        (
            "check_gates",
            text(&CheckGatesRequest { playbook: preset(), book: book(), opportunity: "o".parse().unwrap(), as_of }),
        ),
        (
            "diagnose_opportunity",
            text(&DiagnoseOpportunityRequest {
                playbook: None,
                book: book(),
                opportunity: "o".parse().unwrap(),
                as_of,
            }),
        ),
        (
            "support_base",
            text(&SupportBaseRequest {
                playbook: preset(),
                book: book(),
                opportunity: "o".parse().unwrap(),
                as_of,
                since: Some("2026-01-01".parse().unwrap()),
            }),
        ),
        (
            "committee_map",
            text(&CommitteeMapRequest { playbook: None, book: book(), opportunity: "o".parse().unwrap(), as_of }),
        ),
        ("judge_loyalty", text(&JudgeLoyaltyRequest { playbook: None, book: book(), account: account(), as_of })),
        ("judge_lifecycle", text(&JudgeLifecycleRequest { playbook: None, book: book(), account: account(), as_of })),
        (
            "purchase_trajectory",
            text(&PurchaseTrajectoryRequest { playbook: None, book: book(), account: account(), as_of }),
        ),
        (
            "cross_sell",
            text(&CrossSellRequest {
                playbook: None,
                book: book(),
                account: Some(account()),
                as_of,
                basis: Some(keyaccount::ComparableBasis::Baskets),
            }),
        ),
        (
            "lifecycle_history",
            text(&LifecycleHistoryRequest { playbook: None, book: book(), account: account(), as_of }),
        ),
        (
            "lifecycle_transitions",
            text(&LifecycleTransitionsRequest {
                playbook: preset(),
                book: book(),
                from: "2025-12-31".parse().unwrap(),
                to: as_of,
                step: Some(keyaccount::PeriodUnit::Month),
            }),
        ),
        ("classify_key_accounts", text(&ClassifyKeyAccountsRequest { playbook: None, book: book(), as_of })),
        ("detect_signals", text(&DetectSignalsRequest { playbook: preset(), book: book(), account: account(), as_of })),
        ("review", text(&ReviewRequest { playbook: None, book: book(), as_of })),
        ("check_playbook", text(&CheckPlaybookRequest { playbook: as_toml })),
        (
            "erase_personal_fields",
            text(&ErasePersonalFieldsRequest {
                book: book(),
                erasures: vec![
                    Erasure { stakeholder: "p".parse().unwrap(), pseudonym: Some("person-1".parse().unwrap()) },
                    Erasure { stakeholder: "q".parse().unwrap(), pseudonym: None },
                ],
            }),
        ),
        ("check_book", text(&CheckBookRequest { book: book() })),
        ("preset_playbook", text(&PresetPlaybookRequest { name: PlaybookPreset::EightStep })),
        ("labels", text(&LabelsRequest { playbook: None, language: Language::ZhHans })),
    ]);
    requests
}

pub(crate) fn answer(op: &str, request: &str) -> Value {
    serde_json::from_str(&call(op, request)).unwrap()
}

fn problems(op: &str, request: &str) -> Vec<(String, String)> {
    let answer = answer(op, request);
    assert!(answer["ok"].is_null() && answer["schema_version"] == SCHEMA_VERSION, "{op}: {answer}");
    let error: WireError = serde_json::from_value(answer["error"].clone()).unwrap();
    assert_eq!(error.code, error.problems[0].code, "the error has the code of the first problem");
    assert!(error.message.starts_with(&error.problems[0].to_string()));
    error.problems.into_iter().map(|problem| (problem.path, problem.code.to_string())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(path, code)| ((*path).to_owned(), (*code).to_owned())).collect()
}

#[test]
fn every_operation_takes_the_request_of_its_type() {
    let requests = requests();
    let covered: BTreeSet<&str> = requests.iter().map(|(op, _)| *op).collect();
    assert_eq!(covered, OPS.iter().copied().collect());
    assert_eq!(requests.len(), OPS.len());
    for (op, request) in requests {
        let answer = answer(op, &request);
        assert!(answer["error"].is_null(), "{op}: {}", answer["error"]);
        assert!(answer["ok"].is_object(), "{op}");
        assert_eq!(answer["ok"].get("left_out").cloned().unwrap_or(json!([])), json!([]), "{op}");
    }
}

const OPTIONAL: &[&str] = &[
    "cumulative",
    "periods",
    "member",
    "playbook",
    "days",
    "decided_from",
    "period",
    "months",
    "prior_strength",
    "floor",
    "segments",
    "quota",
    "contributions",
    "periods",
    "period_unit",
    "period_count",
    "basis",
    "wanted_probability",
    "coverage_caps",
    "member",
    "timing_floor",
    "first",
    "market_correlation",
    "quarters_floor",
    "deals_floor",
    "since",
    "targets",
    "step",
    "method",
    "recency",
    "window_days",
    "top_share",
    "target_share",
    "model",
    "models",
    "priors",
    "spend_parameters",
    "step_days",
];

/// Fields that a number suits.
const NUMBERS: &[&str] = &[
    "months",
    "prior_strength",
    "floor",
    "timing_floor",
    "period_count",
    "quarters_floor",
    "deals_floor",
    "window_days",
    "step_days",
    "horizon",
    "rounds",
];

#[test]
fn every_field_of_a_request_is_read_and_no_other() {
    for (op, request) in requests() {
        let whole: Value = serde_json::from_str(&request).unwrap();
        for field in whole.as_object().unwrap().keys() {
            // A bad value of the field is noticed, so the operation reads it.
            let mut bad = whole.clone();
            bad[field] = if NUMBERS.contains(&field.as_str()) { json!("seven") } else { json!(7) };
            let found = problems(op, &bad.to_string());
            assert!(found.iter().all(|(path, _)| path == field), "{op} {field}: {found:?}");
            let mut without = whole.clone();
            without.as_object_mut().unwrap().remove(field);
            let is_optional = OPTIONAL.contains(&field.as_str()) || OPTIONAL_HERE.contains(&(op, field.as_str()));
            if is_optional {
                assert!(answer(op, &without.to_string())["error"].is_null(), "{op} without {field}");
                bad[field] = Value::Null;
                assert!(answer(op, &bad.to_string())["error"].is_null(), "{op} with no {field}");
            } else {
                assert_eq!(problems(op, &without.to_string()), pairs(&[(field, "missing_field")]), "{op}");
            }
            let twice = format!("{{{}:null,{}", json!(field), request.strip_prefix('{').unwrap());
            assert!(problems(op, &twice).contains(&(field.clone(), "duplicate_field".to_owned())), "{op} {field}");
        }
        let mut more = whole.clone();
        more["shoe_size"] = json!(44);
        assert_eq!(problems(op, &more.to_string()), pairs(&[("shoe_size", "unknown_field")]), "{op}");
    }
}

#[test]
fn all_problems_of_a_request_are_told_at_once() {
    let request = r#"{"as_of": "2026-02-31", "playbook": {"type": "toml", "text": "name = 7"}, "book": [], "account": "",
        "account ": 1, "as_of": "30 June"}"#;
    let expected = [
        ("as_of", "duplicate_field"),
        ("playbook.text.name", "wrong_type"),
        ("book", "wrong_type"),
        ("as_of", "invalid_date"),
        ("account", "invalid_id"),
        ("account ", "unknown_field"),
    ];
    let found = problems("judge_loyalty", request);
    assert_eq!(found[..2], pairs(&expected)[..2]);
    for problem in pairs(&expected) {
        assert!(found.contains(&problem), "{problem:?} is not in {found:?}");
    }
    assert_eq!(problems("review", "{}"), pairs(&[("book", "missing_field"), ("as_of", "missing_field")]));
}

#[test]
fn a_request_that_is_none_is_refused() {
    for (request, code) in [
        ("", "invalid_json"),
        ("{", "invalid_json"),
        ("[]", "wrong_type"),
        ("7", "wrong_type"),
        ("null", "wrong_type"),
        ("{} {}", "invalid_json"),
    ] {
        for op in OPS {
            assert_eq!(problems(op, request), pairs(&[("", code)]), "{op} {request}");
        }
    }
    assert_eq!(problems("Review", "{}"), pairs(&[("op", "not_found")]));
    let long = "x".repeat(1_000_000);
    assert!(call(&long, "{}").len() < 3000);
    assert!(call("labels", &format!(r#"{{"language": "en", "{long}": 1}}"#)).len() < 1000);
}

#[test]
fn a_roll_up_says_what_it_cannot_be_by() {
    let found =
        |more: &str| problems("roll_up_forecast", &format!(r#"{{"book": {{}}, "as_of": "2026-06-30", {more}}}"#));
    assert_eq!(found(r#""by": ["owner", "shoe_size"]"#), pairs(&[("by[1]", "unknown_value")]));
    assert_eq!(found(r#""by": ["owner", "month", "owner"]"#), pairs(&[("by[2]", "duplicate_name")]));
    let turned = r#""by": ["period"], "periods": [{"first": "2026-02-01", "last": "2026-01-01"}]"#;
    assert_eq!(found(turned), pairs(&[("periods[0].first", "date_order")]));
}

#[test]
fn what_a_request_names_has_to_be_there() {
    let book = r#""book": {"accounts": [{"id": "a", "name": "A"}]}, "as_of": "2026-06-30""#;
    for (op, field) in [
        ("check_coverage", "opportunity"),
        ("decision_chain", "opportunity"),
        ("support_base", "opportunity"),
        ("check_gates", "opportunity"),
        ("committee_map", "opportunity"),
        ("diagnose_opportunity", "opportunity"),
        ("judge_loyalty", "account"),
        ("judge_lifecycle", "account"),
        ("lifecycle_history", "account"),
        ("detect_signals", "account"),
    ] {
        let request = format!(r#"{{{book}, "{field}": "nobody"}}"#);
        assert_eq!(problems(op, &request), pairs(&[(field, "not_found")]), "{op}");
    }
}

#[test]
fn whoever_is_to_be_reached_has_to_be_of_the_account() {
    let book = r#"{"accounts": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "opportunities": [{"id": "o", "account": "a"}],
        "stakeholders": [{"id": "ann", "account": "a"}, {"id": "bob", "account": "b"}]}"#;
    let found = |targets: &str| {
        let request = format!(r#"{{"book": {book}, "opportunity": "o", "as_of": "2026-06-30", "targets": {targets}}}"#);
        problems("decision_chain", &request)
    };
    let expected = pairs(&[("targets[1]", "not_found"), ("targets[2]", "not_found")]);
    assert_eq!(found(r#"["ann", "bob", "cal"]"#), expected);
    assert_eq!(found(r#"["ann", 7]"#), pairs(&[("targets[1]", "wrong_type")]));
}

#[test]
fn a_support_base_looks_back() {
    let asked =
        |since: &str| format!(r#"{{"book": {{}}, "opportunity": "o", "as_of": "2026-06-30", "since": {since}}}"#);
    assert_eq!(problems("support_base", &asked(r#""2026-07-01""#)), pairs(&[("since", "date_order")]));
    assert_eq!(problems("support_base", &asked(r#""2026-06-30""#)), pairs(&[("opportunity", "not_found")]));
    assert_eq!(problems("support_base", &asked("7")), pairs(&[("since", "wrong_type")]));
}

#[test]
fn deals_of_a_distribution_are_named_by_their_place() {
    let deal = |amount: &str, currency: &str, probability: Value| json!({"amount": {"amount": amount, "currency": currency}, "probability": probability});
    let found = |deals: &[Value], quota: Value| {
        problems("book_distribution", &json!({"deals": deals, "quota": quota}).to_string())
    };
    let sound = deal("100", "EUR", json!("0.5"));
    let bad = [
        sound.clone(),
        deal("-1", "EUR", json!(0.5)),
        deal("1", "XYZ", json!("0.5")),
        deal("1", "EUR", json!(1.5)),
        json!(7),
    ];
    let expected = [
        ("deals[1].amount.amount", "negative_amount"),
        ("deals[2].amount.currency", "unknown_currency"),
        ("deals[3].probability", "invalid_probability"),
        ("deals[4]", "wrong_type"),
    ];
    assert_eq!(found(&bad, json!(null)), pairs(&expected));
    let mixed = [sound.clone(), deal("1", "USD", json!("0.5")), sound.clone(), deal("1", "JPY", json!("0.5"))];
    let expected = [
        ("deals[1].amount", "mixed_currencies"),
        ("deals[3].amount", "mixed_currencies"),
        ("quota", "mixed_currencies"),
    ];
    assert_eq!(found(&mixed, json!({"amount": "1", "currency": "GBP"})), pairs(&expected));
    assert_eq!(found(&[], json!(null)), pairs(&[("deals", "empty_list")]));
    assert_eq!(found(&[json!({"probability": "0.5"})], json!(null)), pairs(&[("deals[0].amount", "missing_field")]));
}

#[test]
fn a_hundred_thousand_deals_go_through_whatever_they_are() {
    let deals =
        |deal: &dyn Fn(usize) -> Value| json!({"deals": (0..100_000).map(deal).collect::<Vec<_>>()}).to_string();
    let amount = |at: usize| json!({"amount": format!("{}.{:02}", 1 + at % 977, at % 100), "currency": "EUR"});
    let sound = deals(&|at| json!({"amount": amount(at), "probability": format!("0.{:03}", 1 + at % 998)}));
    let found = answer("book_distribution", &sound);
    assert_eq!(found["ok"]["summary"]["open_deals"], json!(100_000), "{}", found["error"]);
    let bad = deals(&|at| json!({"amount": amount(at), "probability": 2}));
    let found = problems("book_distribution", &bad);
    assert!((100..1000).contains(&found.len()), "{} problems are listed", found.len());
    assert_eq!(found[1], ("deals[1].probability".to_owned(), "invalid_probability".to_owned()));
}

#[test]
fn a_playbook_comes_from_one_source() {
    let with = |playbook: &str| problems("check_playbook", &format!(r#"{{"playbook": {playbook}}}"#));
    for (playbook, path, code) in [
        ("{}", "playbook.type", "missing_field"),
        (r#"{"type": "file"}"#, "playbook.type", "unknown_value"),
        (r#"{"type": "preset"}"#, "playbook.name", "missing_field"),
        (r#"{"type": "preset", "name": "nine_stage"}"#, "playbook.name", "unknown_value"),
        (r#"{"type": "preset", "name": "six_stage", "text": "x"}"#, "playbook.text", "unknown_field"),
        (r#"{"type": "inline"}"#, "playbook.playbook", "missing_field"),
        (r#"{"type": "json"}"#, "playbook.text", "missing_field"),
        (r#"{"type": "json", "text": "{"}"#, "playbook.text", "invalid_json"),
        (r#"{"type": "toml", "text": "= 7"}"#, "playbook.text.line 1", "invalid_toml"),
        (r#"{"type": "preset", "name": "six_stage", "shoe": 1}"#, "playbook.shoe", "unknown_field"),
        (r#""six_stage""#, "playbook", "wrong_type"),
    ] {
        assert_eq!(with(playbook), pairs(&[(path, code)]), "{playbook}");
    }
    let mut draft = serde_json::to_value(Playbook::six_stage().draft()).unwrap();
    draft["default_pipeline"] = json!("other");
    draft["signals"]["window_days"] = json!(0);
    let expected = pairs(&[
        ("playbook.playbook.default_pipeline", "undefined_name"),
        ("playbook.playbook.signals.window_days", "number_out_of_range"),
    ]);
    assert_eq!(with(&json!({"type": "inline", "playbook": draft}).to_string()), expected);
}

#[test]
fn numbers_that_are_none_cost_a_field_and_not_the_request() {
    let request = r#"{"book": {"accounts": [{"id": "a", "name": "NaN"}], "surveys": [
        {"id": "s", "account": "a", "on": "2026-01-05", "score": NaN}]}}"#;
    let answer = answer("check_book", request);
    assert_eq!(answer["ok"]["left_out"][0]["path"], "surveys[0].score");
    assert_eq!(answer["ok"]["counts"][0], json!({"table": "accounts", "read": 1, "used": 1}));
}

#[test]
fn labels_cover_every_vocabulary() {
    let schema: Value = serde_json::from_str(&schema_json()).unwrap();
    for language in ["en", "zh_hans"] {
        let labels = answer("labels", &json!({"language": language}).to_string());
        let labels: Labels = serde_json::from_value(labels["ok"].clone()).unwrap();
        let words: Vec<BTreeSet<&str>> =
            labels.words.values().map(|words| words.keys().map(String::as_str).collect()).collect();
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            let Some(listed) = definition["enum"].as_array() else { continue };
            let listed: BTreeSet<&str> = listed.iter().filter_map(Value::as_str).collect();
            assert!(words.contains(&listed), "no labels for the words of {name}");
        }
        assert!(labels.words.values().flat_map(|words| words.values()).all(|label| !label.is_empty()));
        assert_eq!(labels.stages["six_stage"].len(), 6);
    }
}
