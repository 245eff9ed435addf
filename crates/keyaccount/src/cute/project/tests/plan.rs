//! What a breakthrough plan lacks, by hand.

use super::{book, day};
use crate::cute::{PlanGapKind as Gap, PlanStatus, check_plan};
use crate::playbook::Playbook;
use crate::verdict::Severity::{self, Critical, High, Low, Medium};

fn in_stage(stage: &str) -> String {
    format!(
        r#""opportunity_events": [
            {{"opportunity": "press", "at": "2026-05-05", "change": {{"type": "created", "stage": "{stage}"}}}}]"#
    )
}

/// A plan for the comparison that lacks nothing, and a task that lacks nothing.
const PLAN: &str = r#""breakthrough_plans": [{"opportunity": "press", "on": "2026-05-11", "stage": "comparison",
    "goal": "our test report is the one compared with", "internal_resources": ["laboratory"],
    "external_resources": ["institute"]}]"#;
const TASK: &str = r#""tasks": [{"id": "t1", "account": "plant", "title": "report", "opportunity": "press",
    "owner": "sales-1", "due_on": "2026-06-10"}]"#;

fn status(tables: &str, as_of: &str) -> PlanStatus {
    let book = book(tables);
    let (account, opportunity) = book.opportunity(&"press".parse().unwrap()).unwrap();
    check_plan(account, opportunity, &Playbook::six_stage(), day(as_of))
}

fn gaps(tables: &str) -> Vec<(Gap, Severity)> {
    status(tables, "2026-05-30").gaps.iter().map(|gap| (gap.kind, gap.severity)).collect()
}

#[test]
fn a_plan_that_lacks_nothing_has_no_gaps() {
    assert_eq!(gaps(&format!("{}, {PLAN}, {TASK}", in_stage("comparison"))), []);
}

#[test]
fn each_thing_that_a_plan_lacks_is_found_alone() {
    let stage = in_stage("comparison");
    for (plan, task, gap) in [
        (PLAN.replace("comparison", "design"), TASK.to_owned(), (Gap::PlanOfAnotherStage, Medium)),
        (PLAN.replace("comparison", "no such stage"), TASK.to_owned(), (Gap::PlanOfAnotherStage, Medium)),
        (PLAN.replace(r#""our test report is the one compared with""#, "null"), TASK.to_owned(), (Gap::NoGoal, Medium)),
        (PLAN.replace(r#""laboratory""#, ""), TASK.to_owned(), (Gap::NoInternalResources, Low)),
        (PLAN.replace(r#""institute""#, ""), TASK.to_owned(), (Gap::NoExternalResources, Low)),
        (r#""breakthrough_plans": []"#.to_owned(), TASK.to_owned(), (Gap::NoPlan, Medium)),
        (PLAN.replace("05-11", "05-31"), TASK.to_owned(), (Gap::NoPlan, Medium)),
        (PLAN.to_owned(), r#""tasks": []"#.to_owned(), (Gap::NoOpenTask, Medium)),
        (PLAN.to_owned(), TASK.replace(r#""opportunity": "press","#, ""), (Gap::NoOpenTask, Medium)),
        (PLAN.to_owned(), TASK.replace(r#""sales-1""#, "null"), (Gap::TaskWithoutOwner, Medium)),
        (PLAN.to_owned(), TASK.replace(r#""2026-06-10""#, "null"), (Gap::TaskWithoutDate, Low)),
        (PLAN.to_owned(), TASK.replace("06-10", "05-29"), (Gap::TaskOverdue, Medium)),
    ] {
        assert_eq!(gaps(&format!("{stage}, {plan}, {task}")), [gap]);
    }
}

#[test]
fn the_latest_plan_up_to_the_day_holds() {
    let plans = r#""breakthrough_plans": [
        {"opportunity": "press", "on": "2026-05-11", "stage": "design"},
        {"opportunity": "press", "on": "2026-05-20", "stage": "comparison"},
        {"opportunity": "press", "on": "2026-05-31", "stage": "commitment"}]"#;
    let stage_on = |as_of: &str| status(plans, as_of).plan.map(|plan| plan.stage.to_string());
    assert_eq!(stage_on("2026-05-10"), None);
    assert_eq!(stage_on("2026-05-19").as_deref(), Some("design"));
    assert_eq!(stage_on("2026-05-30").as_deref(), Some("comparison"));
}

#[test]
fn no_plan_is_graver_at_the_end_and_nothing_is_planned_once_it_is_decided() {
    assert_eq!(gaps(&format!("{}, {TASK}", in_stage("commitment"))), [(Gap::NoPlan, High)]);
    let lost = in_stage("comparison").replace(
        "}}]",
        r#"}}, {"opportunity": "press", "at": "2026-05-20", "change": {"type": "lost", "reason": "price"}}]"#,
    );
    let status = status(&format!("{lost}, {PLAN}"), "2026-05-30");
    assert_eq!((status.gaps.len(), status.plan.is_some()), (0, true));
}

#[test]
fn competitors_still_in_the_race_want_a_strategy() {
    let row = |name: &str, standing: &str, strategy: &str| {
        format!(
            r#"{{"opportunity": "press", "competitor": "{name}", "on": "2026-05-06", "standing": {standing},
                "strategy": {strategy}}}"#
        )
    };
    let with = |rows: &[String]| {
        let rows = rows.join(",");
        status(
            &format!(r#"{}, {PLAN}, {TASK}, "opportunity_competitors": [{rows}]"#, in_stage("comparison")),
            "2026-05-30",
        )
    };
    let (ahead, out) = (r#""ahead""#, r#""out""#);
    assert_eq!(with(&[row("Met", ahead, r#""compare""#), row("Gone", out, "null")]).gaps, []);
    let some = with(&[row("Behind", r#""behind""#, "null"), row("New", "null", "null")]).gaps;
    assert_eq!((some.len(), some[0].kind, some[0].severity), (1, Gap::CompetitorWithoutStrategy, Medium));
    assert_eq!(some[0].reason.fact_count, 2);
    let worse = with(&[row("Behind", r#""behind""#, "null"), row("First", ahead, "null")]).gaps;
    assert_eq!(worse[0].severity, High);
    assert!(worse[0].reason.message.ends_with("First"), "{}", worse[0].reason.message);
}

#[test]
fn a_critical_gap_is_addressed_by_a_task_that_names_somebody_of_it() {
    let committee = r#""stakeholders": [{"id": "boss", "account": "plant"}, {"id": "gate", "account": "plant"}],
        "committee_seats": [
            {"opportunity": "press", "stakeholder": "boss", "roles": ["economic_decision_maker"]},
            {"opportunity": "press", "stakeholder": "gate", "roles": ["technical_gatekeeper"], "stance": "hostile"}]"#;
    let unaddressed = |tasks: &str| {
        let status =
            status(&format!(r#"{}, {PLAN}, {committee}, "tasks": [{tasks}]"#, in_stage("comparison")), "2026-05-30");
        let gaps = status.gaps.into_iter().filter(|gap| gap.kind == Gap::CriticalGapUnaddressed);
        gaps.map(|gap| {
            assert_eq!(gap.severity, Critical);
            (gap.reason.compared[0].actual.clone().unwrap(), gap.reason.facts[0].id.clone())
        })
        .collect::<Vec<_>>()
    };
    let (hostile, never_met) = (
        ("hostile_gatekeeper".to_owned(), "gate".to_owned()),
        ("decision_maker_never_met".to_owned(), "boss".to_owned()),
    );
    let task =
        |rest: &str| format!(r#"{{"id": "t1", "account": "plant", "title": "talk", "stakeholder": "boss"{rest}}}"#);
    assert_eq!(unaddressed(""), [hostile.clone(), never_met.clone()]);
    assert_eq!(unaddressed(&task(r#", "opportunity": "press""#)), std::slice::from_ref(&hostile));
    assert_eq!(unaddressed(&task("")), std::slice::from_ref(&hostile), "a task of the account counts");
    let closed = task(r#", "closed_on": "2026-05-29""#);
    assert_eq!(unaddressed(&closed), [hostile.clone(), never_met.clone()], "a closed task does not");
    assert_eq!(unaddressed(&task(r#", "opened_on": "2026-05-31""#)), [hostile, never_met], "nor one not yet set");
}
