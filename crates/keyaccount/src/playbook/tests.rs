//! The presets against the domain texts' numbers, and every check of a playbook as a whole.

use serde_json::{Value, json};

use super::*;
use crate::problem::Problem;
use crate::values::{Language, StageId};

fn found(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect()
}

/// Stage, 中文, win probability in percent, progress, phase.
type Row = (&'static str, &'static str, &'static str, u16, StagePhase);

fn assert_stages(playbook: &Playbook, expected: &[Row]) {
    let stages = &playbook.default_pipeline().stages;
    assert_eq!(stages.len(), expected.len());
    for (stage, (id, chinese, probability, progress, phase)) in stages.iter().zip(expected) {
        assert_eq!(stage.id.as_str(), *id);
        assert_eq!(stage.label.text(Language::ZhHans), *chinese);
        assert_eq!(stage.win_probability.to_string(), *probability, "{id}");
        assert_eq!((stage.progress, stage.phase), (Some(*progress), *phase), "{id}");
    }
}

#[test]
fn the_six_stage_funnel_has_the_texts_numbers() {
    let playbook = Playbook::six_stage();
    assert_stages(
        &playbook,
        &[
            ("interest", "兴趣", "0.05", 5, StagePhase::Open),
            ("incubation", "酝酿", "0.1", 10, StagePhase::Open),
            ("design", "设计", "0.2", 20, StagePhase::Open),
            ("comparison", "比较", "0.3", 30, StagePhase::Open),
            ("commitment", "承诺", "0.5", 50, StagePhase::Open),
            ("use", "使用", "0.8", 80, StagePhase::Booked),
        ],
    );
    let activities = ["客户分析", "建立信任", "挖掘需求", "呈现价值", "赢取承诺", "回收账款"];
    for (stage, activity) in playbook.default_pipeline().stages.iter().zip(activities) {
        assert_eq!(stage.activity.as_ref().unwrap().text(Language::ZhHans), activity);
        assert!(stage.end_mark.as_ref().unwrap().required, "every phase of the text has an end mark");
    }
    assert_eq!(playbook.draft().name.as_str(), "six-stage funnel");
}

#[test]
fn the_eight_step_pipeline_has_the_texts_numbers() {
    assert_stages(
        &Playbook::eight_step(),
        &[
            ("initiation", "项目立项", "0.05", 5, StagePhase::Open),
            ("solution_design", "方案设定", "0.1", 10, StagePhase::Open),
            ("deep_engagement", "深度接触", "0.3", 30, StagePhase::Open),
            ("product_confirmed", "产品确定", "0.4", 40, StagePhase::Open),
            ("commercial_persuasion", "商务公关", "0.7", 70, StagePhase::Open),
            ("signing", "签约成交", "0.75", 75, StagePhase::Open),
            // Milestones after the signature, not probabilities: a deal that is won counts once.
            ("contract_execution", "合同执行", "1", 100, StagePhase::Booked),
            ("customer_service", "客户服务", "1", 110, StagePhase::PostSale),
        ],
    );
}

/// A fingerprint stands in verdicts that users keep: a change of it is a change they see.
#[test]
fn the_presets_have_the_fingerprints_they_always_had() {
    assert_eq!(Playbook::six_stage().fingerprint(), "f56d1401f813289d");
    assert_eq!(Playbook::eight_step().fingerprint(), "7f50b063d2822e76");
}

#[test]
fn every_preset_reads_and_goes_round_in_json_and_toml() {
    for preset in PlaybookPreset::ALL.iter().copied() {
        let playbook = Playbook::preset(preset);
        assert_eq!(Playbook::try_new(playbook.draft().clone()).unwrap(), playbook);
        let json = serde_json::to_string(playbook.draft()).unwrap();
        assert_eq!(Playbook::from_json(&json).unwrap(), playbook);
        assert_eq!(Playbook::from_toml(&toml_of(serde_json::from_str(&json).unwrap())).unwrap(), playbook);
        assert_eq!(playbook.default_pipeline().id.as_str(), preset.as_str());
    }
}

#[test]
fn stages_are_found_by_identifier_before_alias() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.pipelines[0].stages[1].aliases = vec!["qualification".parse().unwrap()];
    let playbook = Playbook::try_new(draft).unwrap();
    let pipeline = playbook.default_pipeline();
    let position = |name: &str| pipeline.position(&name.parse::<StageId>().unwrap());
    assert_eq!((position("qualification"), position("incubation"), position("Incubation")), (Some(1), Some(1), None));
    assert_eq!(playbook.pipeline(None), Some(pipeline));
    assert_eq!(playbook.pipeline(Some(&"six_stage".parse().unwrap())), Some(pipeline));
    assert_eq!(playbook.pipeline(Some(&"no_such".parse().unwrap())), None);
}

/// The same contents in TOML, which has no null: what is null is left out.
fn toml_of(mut value: Value) -> String {
    fn without_null(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|_, value| !value.is_null());
                fields.values_mut().for_each(without_null);
            }
            Value::Array(items) => items.iter_mut().for_each(without_null),
            _ => {}
        }
    }
    without_null(&mut value);
    toml::to_string(&value).unwrap()
}

/// Every check, with the change of a sound playbook that it refuses.
fn checks() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    let stage = |id: &str, phase: &str| json!({"id": id, "label": {"en": id, "zh_hans": id}, "phase": phase, "win_probability": "0.5"});
    let pipeline = |id: &str, stages: Value| json!({"id": id, "label": {"en": id, "zh_hans": id}, "stages": stages});
    let sound = pipeline("six_stage", json!([stage("s", "open")]));
    let user = json!({"role": "user", "level": "identified", "severity": "low"});
    let cap = |role: Value| json!({"gap": "no_coach", "role": role, "at_most": "0.5"});
    let rate = |to: &str| json!({"from": "EUR", "to": to, "on": "2026-01-01", "rate": "1.1"});
    vec![
        ("/pipelines", json!([]), "pipelines", "empty_list"),
        ("/default_pipeline", json!("other"), "default_pipeline", "undefined_name"),
        ("/pipelines", json!([sound, sound]), "pipelines[1].id", "duplicate_name"),
        ("/pipelines/0/stages", json!([]), "pipelines[0].stages", "empty_list"),
        ("/pipelines/0/stages", json!([stage("s", "booked")]), "pipelines[0].stages", "empty_list"),
        ("/pipelines/0/stages/1/id", json!("interest"), "pipelines[0].stages[1].id", "duplicate_name"),
        ("/pipelines/0/stages/1/aliases", json!(["interest"]), "pipelines[0].stages[1].aliases[0]", "duplicate_name"),
        ("/pipelines/0/stages/1/aliases", json!(["incubation"]), "pipelines[0].stages[1].aliases[0]", "duplicate_name"),
        ("/pipelines/0/stages/5/aliases", json!(["x", "x"]), "pipelines[0].stages[5].aliases[1]", "duplicate_name"),
        (
            "/pipelines/0/stages",
            json!([stage("a", "open"), stage("b", "realised"), stage("c", "booked")]),
            "pipelines[0].stages[2].phase",
            "inconsistent_settings",
        ),
        (
            "/pipelines/0/stages/0/required_roles",
            json!([user, user]),
            "pipelines[0].stages[0].required_roles[1].role",
            "duplicate_name",
        ),
        ("/calendar/fiscal_year_start_month", json!(0), "calendar.fiscal_year_start_month", "number_out_of_range"),
        ("/calendar/fiscal_year_start_month", json!(13), "calendar.fiscal_year_start_month", "number_out_of_range"),
        ("/calendar/working_days", json!([]), "calendar.working_days", "empty_list"),
        ("/calendar/working_days", json!(["monday", "monday"]), "calendar.working_days[1]", "duplicate_name"),
        ("/calendar/holidays", json!(["2026-05-01", "2026-05-01"]), "calendar.holidays[1]", "duplicate_name"),
        ("/loss_reasons", json!([]), "loss_reasons", "empty_list"),
        ("/loss_reasons/1/id", json!("price"), "loss_reasons[1].id", "duplicate_name"),
        ("/pipelines/0/lost_names", json!(["design"]), "pipelines[0].lost_names[0]", "duplicate_name"),
        ("/exchange/rates", json!([rate("EUR")]), "exchange.rates[0].to", "inconsistent_settings"),
        ("/exchange/rates", json!([rate("USD"), rate("USD")]), "exchange.rates[1]", "duplicate_name"),
        (
            "/forecast/coverage_caps",
            json!([cap(Value::Null), cap(Value::Null)]),
            "forecast.coverage_caps[1]",
            "duplicate_name",
        ),
        (
            "/forecast/coverage_caps",
            json!([cap(json!("user"))]),
            "forecast.coverage_caps[0].role",
            "inconsistent_settings",
        ),
        ("/loyalty/moved_share", json!("1.01"), "loyalty.moved_share", "number_out_of_range"),
        ("/loyalty/mostly_ours_share", json!("2"), "loyalty.mostly_ours_share", "number_out_of_range"),
        ("/signals/copied_share", json!("80"), "signals.copied_share", "number_out_of_range"),
        ("/lifecycle/high_risk_factor", json!("1.49"), "lifecycle.high_risk_factor", "inconsistent_settings"),
        ("/lifecycle/detached_factor", json!("2.49"), "lifecycle.detached_factor", "inconsistent_settings"),
        ("/loyalty/window_choices", json!(3), "loyalty.window_choices", "inconsistent_settings"),
        ("/loyalty/window_choices", json!(1001), "loyalty.window_choices", "inconsistent_settings"),
        ("/lifecycle/high_risk_minimum_days", json!(6), "lifecycle.high_risk_minimum_days", "inconsistent_settings"),
        ("/lifecycle/detached_minimum_days", json!(13), "lifecycle.detached_minimum_days", "inconsistent_settings"),
        ("/lifecycle/check_every_days", json!(367), "lifecycle.check_every_days", "inconsistent_settings"),
        ("/lifecycle/confirmations", json!(13), "lifecycle.confirmations", "inconsistent_settings"),
        ("/lifetime/horizons_days", json!([]), "lifetime.horizons_days", "inconsistent_settings"),
        ("/lifetime/horizons_days", json!([30, 30]), "lifetime.horizons_days", "inconsistent_settings"),
        ("/lifetime/horizons_days", json!([36_526]), "lifetime.horizons_days", "inconsistent_settings"),
        (
            "/lifetime/horizons_days",
            json!((1..=11).collect::<Vec<u32>>()),
            "lifetime.horizons_days",
            "inconsistent_settings",
        ),
        ("/lifetime/retention_years", json!(51), "lifetime.retention_years", "number_out_of_range"),
        ("/loyalty/minimum_choices", json!(0), "loyalty.minimum_choices", "number_out_of_range"),
        ("/coverage/minimum_contacts", json!(0), "coverage.minimum_contacts", "number_out_of_range"),
        ("/wallet/periods", json!(3), "wallet.periods", "inconsistent_settings"),
        ("/wallet/periods", json!(13), "wallet.periods", "inconsistent_settings"),
        ("/wallet/trend_change", json!("1.1"), "wallet.trend_change", "number_out_of_range"),
        ("/wallet/trend_chance", json!("1.1"), "wallet.trend_chance", "number_out_of_range"),
        ("/wallet/minimum_purchases", json!(0), "wallet.minimum_purchases", "number_out_of_range"),
        ("/wallet/minimum_history_days", json!(0), "wallet.minimum_history_days", "number_out_of_range"),
        ("/satisfaction/satisfied_from", json!("49"), "satisfaction.satisfied_from", "inconsistent_settings"),
        ("/satisfaction/trend_minimum_answers", json!(0), "satisfaction.trend_minimum_answers", "number_out_of_range"),
        ("/key_accounts/criteria_needed", json!(0), "key_accounts.criteria_needed", "inconsistent_settings"),
        ("/key_accounts/criteria_needed", json!(4), "key_accounts.criteria_needed", "inconsistent_settings"),
        ("/key_accounts/committee_people", json!(0), "key_accounts.committee_people", "number_out_of_range"),
        ("/key_accounts/committee_roles", json!(0), "key_accounts.committee_roles", "number_out_of_range"),
        ("/key_accounts/many_people", json!(0), "key_accounts.many_people", "number_out_of_range"),
        ("/key_accounts/rivals", json!(0), "key_accounts.rivals", "number_out_of_range"),
        ("/key_accounts/minimum_accounts", json!(0), "key_accounts.minimum_accounts", "number_out_of_range"),
        ("/key_accounts/medium_share", json!("1.1"), "key_accounts.medium_share", "number_out_of_range"),
        ("/key_accounts/medium_share", json!("0.79"), "key_accounts.medium_share", "inconsistent_settings"),
        (
            "/key_accounts/important_industries",
            json!(["Courts", "courts"]),
            "key_accounts.important_industries[1]",
            "duplicate_name",
        ),
        ("/signals/minimum_orders", json!(0), "signals.minimum_orders", "number_out_of_range"),
        ("/signals/minimum_departures", json!(0), "signals.minimum_departures", "number_out_of_range"),
        ("/signals/minimum_proposals", json!(0), "signals.minimum_proposals", "number_out_of_range"),
        ("/signals/window_days", json!(0), "signals.window_days", "number_out_of_range"),
    ]
}

fn six_stage() -> Value {
    serde_json::to_value(Playbook::six_stage().draft()).unwrap()
}

/// The problems of a playbook in JSON, which have to be those of the same playbook in TOML.
#[track_caller]
fn problems(playbook: &Value) -> Vec<Problem> {
    let sorted = |mut problems: Vec<Problem>| {
        problems.sort_by(|a, b| (&a.path, a.code.as_str()).cmp(&(&b.path, b.code.as_str())));
        problems
    };
    let json = sorted(Playbook::from_json(&playbook.to_string()).unwrap_err().problems);
    let toml = sorted(Playbook::from_toml(&toml_of(playbook.clone())).unwrap_err().problems);
    assert_eq!(json, toml);
    json
}

#[test]
fn every_check_refuses_what_it_is_for() {
    for (pointer, value, path, code) in checks() {
        let mut playbook = six_stage();
        *playbook.pointer_mut(pointer).unwrap() = value;
        let problems = problems(&playbook);
        assert_eq!(found(&problems), [(path, code)], "{pointer}");
        assert!(!problems[0].message.is_empty() && !problems[0].allowed.is_empty(), "{}", problems[0]);
    }
}

#[test]
fn limits_are_within_what_they_allow() {
    for (pointer, value) in [
        ("/calendar/fiscal_year_start_month", json!(12)),
        ("/calendar/time_zone", json!("-14:00")),
        ("/loyalty/moved_share", json!("1")),
        ("/lifecycle/high_risk_factor", json!("1.5")),
        ("/lifecycle/detached_factor", json!("2.5")),
        ("/loyalty/window_choices", json!(4)),
        ("/loyalty/window_choices", json!(1000)),
        ("/lifecycle/check_every_days", json!(366)),
        ("/lifecycle/confirmations", json!(12)),
        ("/wallet/periods", json!(12)),
        ("/satisfaction/satisfied_from", json!("50")),
        ("/key_accounts/criteria_needed", json!(3)),
        ("/key_accounts/medium_share", json!("0.8")),
        ("/signals/window_days", json!(1)),
        ("/lifetime/horizons_days", json!([1, 36_525])),
        ("/lifetime/retention_years", json!(50)),
    ] {
        let mut playbook = six_stage();
        *playbook.pointer_mut(pointer).unwrap() = value.clone();
        assert!(Playbook::from_json(&playbook.to_string()).is_ok(), "{pointer} {value}");
    }
}

#[test]
fn all_problems_come_at_once() {
    let mut playbook = six_stage();
    let mut expected = Vec::new();
    let at_once = [
        "/default_pipeline",
        "/pipelines/0/stages/1/id",
        "/pipelines/0/stages/0/required_roles",
        "/calendar/holidays",
        "/loyalty/moved_share",
        "/signals/copied_share",
        "/lifecycle/confirmations",
        "/coverage/minimum_contacts",
        "/signals/window_days",
    ];
    for (pointer, value, path, code) in checks().into_iter().filter(|(pointer, ..)| at_once.contains(pointer)) {
        *playbook.pointer_mut(pointer).unwrap() = value;
        expected.retain(|(known, _): &(&str, &str)| *known != path);
        expected.push((path, code));
    }
    expected.sort_unstable();
    assert_eq!(found(&problems(&playbook)), expected);

    // What cannot even be read is told together with what does not fit.
    for (pointer, value, path, code) in [
        (
            "/pipelines/0/stages/2/win_probability",
            json!("1.5"),
            "pipelines[0].stages[2].win_probability",
            "invalid_probability",
        ),
        ("/pipelines/0/stages/3/phase", json!("closed"), "pipelines[0].stages[3].phase", "unknown_value"),
        ("/lifecycle/check_every_days", json!(0), "lifecycle.check_every_days", "number_out_of_range"),
        ("/exchange/reporting_currency", json!("XYZ"), "exchange.reporting_currency", "unknown_currency"),
        ("/loyalty/break_factor", json!("NaN"), "loyalty.break_factor", "invalid_number"),
        ("/signals/proposal_days", json!(-1), "signals.proposal_days", "number_out_of_range"),
    ] {
        *playbook.pointer_mut(pointer).unwrap() = value;
        expected.push((path, code));
    }
    playbook["shoes"] = json!(true);
    expected.push(("shoes", "unknown_field"));
    // Stages were taken out, so that names may be missing only for that; the rest is certain.
    let certain: Vec<_> = expected.iter().copied().filter(|(_, code)| *code != "undefined_name").collect();
    let problems = problems(&playbook);
    let told = found(&problems);
    for problem in certain {
        assert!(told.contains(&problem), "{problem:?} is not in {told:?}");
    }
    assert!(told.iter().all(|problem| expected.contains(problem)), "{told:?}");
}

#[test]
fn toml_may_write_numbers_and_dates_in_its_own_way() {
    let text = r#"
        name = "short"
        default_pipeline = "p"
        pipelines = [{ id = "p", label = { en = "p", zh_hans = "p" }, stages = [
            { id = "s", label = { en = "s", zh_hans = "s" }, phase = "open", win_probability = 0.05 },
        ] }]
        exchange = { reporting_currency = "USD", rates = [{ from = "EUR", to = "USD", on = 2026-01-01, rate = 1.1 }] }
    "#;
    let playbook = Playbook::from_toml(text).unwrap();
    assert_eq!(playbook.default_pipeline().stages[0].win_probability.to_string(), "0.05");
    assert_eq!(playbook.draft().exchange.rates[0].on.to_string(), "2026-01-01");
    let fails = |from: &str, to: &str| {
        let problems = Playbook::from_toml(&text.replace(from, to)).unwrap_err().problems;
        assert_eq!(problems.len(), 1, "{to}: {problems:?}");
        (problems[0].path.clone(), problems[0].code.as_str())
    };
    let probability = "pipelines[0].stages[0].win_probability".to_owned();
    assert_eq!(fails("0.05", "nan"), (probability.clone(), "invalid_number"));
    assert_eq!(fails("0.05", "-inf"), (probability.clone(), "invalid_number"));
    assert_eq!(fails("0.05", "1e-30"), (probability, "invalid_number"));
    assert_eq!(fails("2026-01-01", "2026-01-01T00:00:00Z").1, "invalid_date");
    assert_eq!(fails("2026-01-01", "2026-02-31"), ("line 7".to_owned(), "invalid_toml"));
    assert_eq!(fails("name = \"short\"", "name = \"short\"\nname = \"again\"").1, "invalid_toml");
    assert_eq!(fails("name = \"short\"", "name ="), ("line 2".to_owned(), "invalid_toml"));
}

#[test]
fn deep_nests_are_refused_and_overflow_no_stack() {
    const DEEP: usize = 100_000;
    for text in [
        format!("a = {}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("a = {}1{}", "{a=".repeat(DEEP), "}".repeat(DEEP)),
        format!("a{} = 1", ".a".repeat(DEEP)),
        format!("[a{}]\nb = 1", ".a".repeat(DEEP)),
    ] {
        let problems = Playbook::from_toml(&text).unwrap_err().problems;
        assert_eq!(found(&problems), [("line 1", "invalid_toml")]);
    }
    let json = format!("{}1{}", r#"{"pipelines":"#.repeat(DEEP), "}".repeat(DEEP));
    assert_eq!(Playbook::from_json(&json).unwrap_err().problems.len(), 1);
}

#[test]
fn fiscal_quarters_follow_the_first_month_of_the_year() {
    let quarter = |start: u32, day: &str| {
        let calendar = Calendar { fiscal_year_start_month: start, ..Calendar::default() };
        calendar.quarter(day.parse().unwrap()).to_string()
    };
    for (start, day, expected) in [
        (1, "2026-01-01", "FY2026-Q1"),
        (1, "2026-12-31", "FY2026-Q4"),
        (4, "2026-03-31", "FY2026-Q4"),
        (4, "2026-04-01", "FY2027-Q1"),
        (7, "2026-07-01", "FY2027-Q1"),
        (12, "2026-11-30", "FY2026-Q4"),
        (12, "2026-12-01", "FY2027-Q1"),
        (1, "2199-12-31", "FY2199-Q4"),
        (2, "2199-12-31", "FY2200-Q4"),
    ] {
        assert_eq!(quarter(start, day), expected, "{start} {day}");
        assert_eq!(expected.parse::<FiscalQuarter>().unwrap().to_string(), expected);
    }
    for wrong in [
        "",
        "FY2026",
        "FY2026-Q0",
        "FY2026-Q5",
        "FY26-Q1",
        "2026-Q1",
        "FY2026-Q1 ",
        "fy2026-q1",
        "FY+202-Q1",
        "FY2026-Q+1",
    ] {
        assert!(wrong.parse::<FiscalQuarter>().is_err(), "{wrong}");
    }
}

#[test]
fn a_rate_holds_until_the_next_one_and_in_its_own_direction() {
    let rate = |from: &str, to: &str, on: &str, rate: &str| DatedRate {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        on: on.parse().unwrap(),
        rate: rate.parse().unwrap(),
    };
    let policy = ExchangePolicy {
        rates: vec![
            rate("EUR", "USD", "2026-03-01", "1.2"),
            rate("EUR", "USD", "2026-01-01", "1.1"),
            rate("USD", "GBP", "2026-01-01", "0.8"),
        ],
        ..ExchangePolicy::default()
    };
    let on = |from: &str, day: &str| {
        policy.rate_on(from.parse().unwrap(), day.parse().unwrap()).map(|rate| rate.rate.to_string())
    };
    assert_eq!(on("EUR", "2025-12-31"), None);
    assert_eq!(on("EUR", "2026-02-28").as_deref(), Some("1.1"));
    assert_eq!(on("EUR", "2026-03-01").as_deref(), Some("1.2"));
    assert_eq!((on("GBP", "2026-03-01"), on("USD", "2026-03-01")), (None, None));
}

#[test]
fn an_open_stage_cannot_count_as_closed_and_budget_rates_are_checked() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.pipelines[0].stages[1].forecast_category = crate::facts::ForecastCategory::Closed;
    let rate = DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: "2026-01-01".parse().unwrap(),
        rate: "1.1".parse().unwrap(),
    };
    draft.exchange.budget_rates = vec![rate.clone(), rate];
    let error = Playbook::try_new(draft).unwrap_err();
    let paths: Vec<&str> = error.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["pipelines[0].stages[1].forecast_category", "exchange.budget_rates[1]"]);
}
