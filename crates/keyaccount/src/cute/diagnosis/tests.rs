//! One deal, stuck at each step in turn.

use serde_json::{Value, json};

use super::{DiagnosisStepKind as Step, DiagnosisVerdict, StepState, WorkingDirection, diagnose_opportunity};
use crate::cute::NextMove;
use crate::facts::{Book, Facts};
use crate::playbook::Playbook;
use crate::values::Language;
use crate::verdict::Severity;

/// A deal at the last open stage in which all is well: everybody is for us, reached, and helps; one task is open, one
/// rival is level with us, and there is a plan.
fn sound() -> Value {
    let person = |id: &str, boss: Option<&str>| json!({"id": id, "account": "north-plant", "reports_to": boss});
    let seat = |id: &str, role: &str, influence: &str, kind: &str| {
        let seat = json!({"opportunity": "press-line", "stakeholder": id, "roles": [role], "stance": "ally",
            "influence": influence});
        let contribution = json!({"id": format!("of-{id}"), "opportunity": "press-line", "stakeholder": id,
            "on": "2026-05-20", "kind": kind});
        (seat, contribution)
    };
    let visit = |id: &str, member: &str| {
        json!({"id": format!("{id}-{member}"), "account": "north-plant", "on": "2026-05-20", "channel": "visit",
            "direction": "two_way", "stakeholders": [id], "members": [member]})
    };
    let (seats, contributions): (Vec<_>, Vec<_>) = [
        seat("coach", "coach", "40", "guidance"),
        seat("user", "user", "30", "test_report"),
        seat("gate", "technical_gatekeeper", "60", "specification_input"),
        seat("boss", "economic_decision_maker", "90", "budget"),
    ]
    .into_iter()
    .unzip();
    json!({
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "press-line", "account": "north-plant"}],
        "opportunity_events": [
            {"opportunity": "press-line", "at": "2026-05-10", "change": {"type": "created", "stage": "commitment"}},
            {"opportunity": "press-line", "at": "2026-05-12", "change": {"type": "end_mark_met"}},
        ],
        "stakeholders": [
            person("boss", None), person("coach", Some("boss")), person("gate", Some("boss")), person("user", Some("gate")),
        ],
        "committee_seats": seats,
        "contributions": contributions,
        "interactions": [
            visit("coach", "sales-1"), visit("user", "sales-1"), visit("user", "service-1"), visit("gate", "sales-1"),
            visit("boss", "sales-1"),
        ],
        "tasks": [{"id": "task-1", "account": "north-plant", "title": "bring the test report", "opportunity": "press-line",
            "owner": "sales-1", "opened_on": "2026-05-12", "due_on": "2026-06-10"}],
        "opportunity_competitors": [{"opportunity": "press-line", "competitor": "Rival Presses", "on": "2026-05-12",
            "standing": "level", "strategy": "have the test report compared"}],
        "breakthrough_plans": [{"opportunity": "press-line", "on": "2026-05-12", "stage": "commitment",
            "goal": "sign in June", "internal_resources": ["laboratory"], "external_resources": ["reference customer"]}],
    })
}

fn diagnose(facts: &Value) -> DiagnosisVerdict {
    let facts: Facts = serde_json::from_value(facts.clone()).unwrap();
    let book = Book::from_facts(facts);
    assert_eq!(book.problems(), []);
    let (account, opportunity) = book.opportunity(&"press-line".parse().unwrap()).unwrap();
    diagnose_opportunity(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse().unwrap())
}

fn states(verdict: &DiagnosisVerdict) -> Vec<StepState> {
    verdict.steps.iter().map(|step| step.state).collect()
}

/// The state of a step and the rule of its first reason.
fn step(verdict: &DiagnosisVerdict, kind: Step) -> (StepState, &str) {
    let step = verdict.steps.iter().find(|step| step.step == kind).unwrap();
    (step.state, step.reasons[0].rule.as_ref())
}

fn row<'a>(facts: &'a mut Value, table: &str, key: &str, id: &str) -> &'a mut Value {
    facts[table].as_array_mut().unwrap().iter_mut().find(|row| row[key] == id).unwrap()
}

#[test]
fn where_all_is_well_nothing_is_stuck_and_nothing_is_to_be_done() {
    let verdict = diagnose(&sound());
    assert_eq!(states(&verdict), [StepState::Clear; 6], "{:#?}", verdict.steps);
    assert_eq!(verdict.stuck_at, None);
    assert!(verdict.steps.iter().all(|step| step.severity.is_none() && step.reasons.len() == 1));
    assert!(verdict.next_moves.is_empty(), "{:?}", verdict.next_moves);
    let open: Vec<_> = verdict.directions.iter().map(|way| (way.direction, way.is_open)).collect();
    assert_eq!(open, [(WorkingDirection::TopDown, Some(true)), (WorkingDirection::BottomUp, Some(true))]);
}

type Case = (&'static str, fn(&mut Value), Step, &'static str);

#[test]
fn each_step_is_stuck_in_turn() {
    let cases: Vec<Case> = vec![
        (
            "nobody is known to measure the proposals",
            |facts| {
                facts["committee_seats"].as_array_mut().unwrap().retain(|seat| seat["stakeholder"] != "gate");
            },
            Step::Organisation,
            "unknown_gatekeeper",
        ),
        ("nobody is known", |facts| facts["committee_seats"] = json!([]), Step::Organisation, "committee_empty"),
        (
            "a hostile gatekeeper",
            |facts| row(facts, "committee_seats", "stakeholder", "gate")["stance"] = json!("hostile"),
            Step::DecisionChain,
            "hostile_gatekeeper",
        ),
        (
            "a decision maker never met",
            |facts| {
                facts["interactions"].as_array_mut().unwrap().retain(|visit| visit["stakeholders"] != json!(["boss"]));
            },
            Step::DecisionChain,
            "decision_maker_never_met",
        ),
        (
            "stalled",
            |facts| {
                facts["opportunity_events"][0]["at"] = json!("2026-03-01");
            },
            Step::ProcurementPhase,
            "stalled",
        ),
        ("a task is overdue", |facts| facts["tasks"][0]["due_on"] = json!("2026-05-29"), Step::Tasks, "task_overdue"),
        (
            "the last task is done and nothing follows",
            |facts| facts["tasks"][0]["closed_on"] = json!("2026-05-29"),
            Step::Tasks,
            "no_open_task",
        ),
        (
            "a rival is ahead and we have no answer",
            |facts| {
                let rival = &mut facts["opportunity_competitors"][0];
                (rival["standing"], rival["strategy"]) = (json!("ahead"), Value::Null);
            },
            Step::Competitors,
            "competitor_without_strategy",
        ),
        ("no plan at the end", |facts| facts["breakthrough_plans"] = json!([]), Step::Breakthrough, "no_plan"),
    ];
    for (name, spoil, expected, rule) in cases {
        let mut facts = sound();
        spoil(&mut facts);
        let verdict = diagnose(&facts);
        assert_eq!(verdict.stuck_at, Some(expected), "{name}: {:#?}", verdict.steps);
        assert_eq!(step(&verdict, expected), (StepState::Stuck, rule), "{name}");
        let before = verdict.steps.iter().take_while(|step| step.step != expected);
        assert!(before.clone().all(|step| step.state != StepState::Stuck), "{name}");
        let stuck = verdict.steps.iter().find(|step| step.step == expected).unwrap();
        assert!(stuck.severity >= Some(Severity::Medium), "{name}");
    }
}

#[test]
fn what_is_not_recorded_is_not_known_rather_than_stuck() {
    let mut facts = sound();
    for table in ["tasks", "opportunity_competitors", "opportunity_events"] {
        facts[table] = json!([]);
    }
    for person in facts["stakeholders"].as_array_mut().unwrap() {
        person["reports_to"] = Value::Null;
    }
    let verdict = diagnose(&facts);
    assert_eq!(step(&verdict, Step::Tasks), (StepState::Unknown, "no_open_task"));
    assert_eq!(step(&verdict, Step::Competitors), (StepState::Unknown, "competitors_unknown"));
    assert_eq!(step(&verdict, Step::ProcurementPhase), (StepState::Unknown, "stage_unknown"));
    let rules: Vec<_> = verdict.steps[0].reasons.iter().map(|reason| reason.rule.as_ref()).collect();
    assert!(rules.contains(&"no_reporting_line"), "{rules:?}");
    assert_eq!(verdict.stuck_at, None);

    // Confirmed that there is nobody else, the race is clear.
    facts["information_records"] =
        json!([{"opportunity": "press-line", "point": "competitors", "on": "2026-05-20", "state": "confirmed"}]);
    assert_eq!(step(&diagnose(&facts), Step::Competitors), (StepState::Clear, "clear"));
}

#[test]
fn what_is_left_to_do_leaves_a_step_open() {
    let mut facts = sound();
    facts["opportunity_events"].as_array_mut().unwrap().pop();
    facts["tasks"][0]["owner"] = Value::Null;
    facts["opportunity_competitors"][0]["standing"] = json!("ahead");
    facts["breakthrough_plans"][0]["goal"] = Value::Null;
    row(&mut facts, "committee_seats", "stakeholder", "user")["influence"] = Value::Null;
    facts["stakeholders"][0]["reports_to"] = json!("coach");
    let verdict = diagnose(&facts);
    assert_eq!(step(&verdict, Step::Organisation), (StepState::Open, "reporting_circle"));
    assert_eq!(step(&verdict, Step::ProcurementPhase), (StepState::Open, "end_mark_not_met"));
    assert_eq!(verdict.phase.is_end_mark_met, Some(false));
    assert_eq!(step(&verdict, Step::Tasks), (StepState::Open, "task_without_owner"));
    assert_eq!(step(&verdict, Step::Competitors), (StepState::Open, "competitor_ahead"));
    assert_eq!(step(&verdict, Step::Breakthrough), (StepState::Open, "no_goal"));
    assert_eq!(verdict.stuck_at, None);
}

#[test]
fn a_decided_deal_is_not_stuck_and_a_lost_one_has_no_moves() {
    for (change, status) in [(json!({"type": "won"}), "booked"), (json!({"type": "lost", "reason": "price"}), "lost")] {
        let mut facts = sound();
        row(&mut facts, "committee_seats", "stakeholder", "gate")["stance"] = json!("hostile");
        let event = json!({"opportunity": "press-line", "at": "2026-05-25", "change": change});
        facts["opportunity_events"].as_array_mut().unwrap().push(event);
        let verdict = diagnose(&facts);
        assert_eq!(verdict.stuck_at, None, "{status}");
        assert_eq!(step(&verdict, Step::DecisionChain), (StepState::Open, "hostile_gatekeeper"), "{status}");
        assert_eq!(step(&verdict, Step::Tasks), (StepState::Clear, "decided"), "{status}");
        assert_eq!(verdict.next_moves.is_empty(), status == "lost");
    }
}

#[test]
fn the_way_up_leads_through_who_is_for_us() {
    let mut facts = sound();
    facts["interactions"].as_array_mut().unwrap().retain(|visit| visit["stakeholders"] != json!(["boss"]));
    row(&mut facts, "stakeholders", "id", "boss")["name"] = json!("Dora Example");
    row(&mut facts, "stakeholders", "id", "coach")["name"] = json!("Anna Example");
    row(&mut facts, "committee_seats", "stakeholder", "gate")["stance"] = json!("neutral");
    row(&mut facts, "committee_seats", "stakeholder", "boss")["drivers"] =
        json!(["unlawful_inducement", "company_results"]);
    let verdict = diagnose(&facts);
    let open: Vec<_> = verdict.directions.iter().map(|way| way.is_open).collect();
    assert_eq!(open, [Some(false), Some(true)], "nobody at the top is in contact");
    let carriers: Vec<_> = verdict.directions[1].stakeholders.iter().map(|id| id.as_str()).collect();
    assert_eq!(carriers, ["coach"], "the gatekeeper is not for us, and the user reports to them");

    let meet = verdict.next_moves.iter().find(|ranked| ranked.next_move == NextMove::MeetDecisionMaker).unwrap();
    assert_eq!((meet.rank, meet.severity), (1, Severity::Critical));
    let (en, zh) = (meet.text.text(Language::En), meet.text.text(Language::ZhHans));
    assert!(en.contains("arrange a meeting with Dora Example; ask Anna Example to introduce you."), "{en}");
    assert!(en.ends_with("Speak to what the purchase does for the company's results."), "{en}");
    assert!(zh.contains("请Anna Example引荐，安排与Dora Example当面会谈。"), "{zh}");
    assert_eq!(verdict.compliance.len(), 1);
    let report = verdict.next_moves.iter().find(|ranked| ranked.next_move == NextMove::ReportToCompliance).unwrap();
    assert!(report.gap.is_none() && report.stakeholder.is_none());
}

#[test]
fn what_has_to_be_looked_into_needs_no_seat() {
    let mut facts = sound();
    for id in ["buyer", "clerk"] {
        let people = facts["stakeholders"].as_array_mut().unwrap();
        people.push(json!({"id": id, "account": "north-plant"}));
    }
    let changed = |opportunity: Value, on: &str, drivers: Value| {
        json!({"stakeholder": "buyer", "opportunity": opportunity, "on": on,
            "change": {"type": "drivers_changed", "drivers": drivers}})
    };
    let expense = |opportunity: Value| {
        json!({"id": "expense-1", "account": "north-plant", "on": "2026-05-20", "kind": "gift", "stakeholder": "clerk",
            "opportunity": opportunity})
    };
    let found = |facts: &Value| -> Vec<(String, String)> {
        let found = diagnose(facts).compliance.into_iter();
        found.map(|one| (one.kind.to_string(), one.stakeholder.unwrap().to_string())).collect()
    };
    facts["opportunities"].as_array_mut().unwrap().push(json!({"id": "spare-parts", "account": "north-plant"}));
    let (driver, gift) =
        (("inducement_driver".to_owned(), "buyer".to_owned()), ("gift".to_owned(), "clerk".to_owned()));
    for named in [Value::Null, json!("press-line")] {
        facts["stakeholder_changes"] = json!([changed(named, "2026-03-01", json!(["unlawful_inducement"]))]);
        facts["expenses"] = json!([expense(json!("press-line"))]);
        assert_eq!(found(&facts), [driver.clone(), gift.clone()]);
    }
    let report = |verdict: &DiagnosisVerdict| {
        verdict.next_moves.iter().any(|ranked| ranked.next_move == NextMove::ReportToCompliance)
    };
    assert!(report(&diagnose(&facts)));
    // What names another opportunity, or a person elsewhere and none, is no matter of this one.
    facts["stakeholder_changes"] = json!([changed(json!("spare-parts"), "2026-03-01", json!(["unlawful_inducement"]))]);
    for named in [Value::Null, json!("spare-parts")] {
        facts["expenses"] = json!([expense(named)]);
        assert!(found(&facts).is_empty() && !report(&diagnose(&facts)));
    }
}

#[test]
fn without_names_the_moves_are_the_same_with_identifiers() {
    let mut facts = sound();
    row(&mut facts, "committee_seats", "stakeholder", "gate")["stance"] = json!("hostile");
    facts["interactions"].as_array_mut().unwrap().retain(|visit| visit["stakeholders"] != json!(["boss"]));
    let plain = diagnose(&facts);
    for person in facts["stakeholders"].as_array_mut().unwrap() {
        person["name"] = json!(format!("NAME of {}", person["id"].as_str().unwrap()));
    }
    let mut named = diagnose(&facts);
    assert!(named.next_moves.iter().any(|ranked| ranked.text.en.contains("NAME of boss")));
    for ranked in &mut named.next_moves {
        ranked.text.en = ranked.text.en.replace("NAME of ", "");
        ranked.text.zh_hans = ranked.text.zh_hans.replace("NAME of ", "");
    }
    assert_eq!(named, plain);
}

#[test]
fn a_verdict_reads_back_as_written() {
    for facts in [sound(), json!({"accounts": sound()["accounts"], "opportunities": sound()["opportunities"]})] {
        let verdict = diagnose(&facts);
        let text = serde_json::to_string(&verdict).unwrap();
        assert_eq!(serde_json::from_str::<DiagnosisVerdict>(&text).unwrap(), verdict);
    }
}
