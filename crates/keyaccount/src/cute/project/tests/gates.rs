//! The three gates, by hand.

use super::{book, day};
use crate::cute::{Gate, GateKind, GateState, GatesVerdict, check_gates};
use crate::facts::InformationPoint;
use crate::playbook::Playbook;
use crate::verdict::Severity::{self, Critical, High, Medium};

fn in_stage(stage: &str) -> String {
    format!(
        r#""opportunity_events": [
            {{"opportunity": "press", "at": "2026-05-05", "change": {{"type": "created", "stage": "{stage}"}}}}]"#
    )
}

fn gates(tables: &str) -> GatesVerdict {
    let book = book(tables);
    let (account, opportunity) = book.opportunity(&"press".parse().unwrap()).unwrap();
    check_gates(account, opportunity, &Playbook::six_stage(), day("2026-05-30"))
}

fn of(verdict: &GatesVerdict, kind: GateKind) -> &Gate {
    verdict.gates.iter().find(|gate| gate.gate == kind).unwrap()
}

fn told(gate: &Gate) -> (GateState, Option<Severity>, Vec<&str>) {
    (gate.state, gate.severity, gate.reasons.iter().map(|reason| &*reason.rule).collect())
}

/// Records of all points as they have to be, but for one.
fn information(but: Option<(InformationPoint, &str, &str)>) -> String {
    let record = |point: &InformationPoint| {
        let confirmed = ["procurement_process", "decision_structure", "needs"].contains(&point.as_str());
        let usual = (if confirmed { "confirmed" } else { "partial" }, "2026-05-01");
        let (state, on) = but.filter(|(other, ..)| other == point).map_or(usual, |(_, state, on)| (state, on));
        format!(r#"{{"opportunity": "press", "point": "{point}", "on": "{on}", "state": "{state}"}}"#)
    };
    let rows: Vec<String> = InformationPoint::ALL.iter().map(record).collect();
    format!(r#""information_records": [{}]"#, rows.join(","))
}

#[test]
fn the_information_gate_asks_that_all_nine_points_are_known_and_fresh() {
    use InformationPoint::{DecisionStructure, Funds, Needs, ProcurementProcess};
    let at = |but| gates(&format!("{}, {}", in_stage("comparison"), information(but)));
    let whole = at(None);
    let gate = of(&whole, GateKind::Information);
    assert_eq!(told(gate), (GateState::Passed, None, vec!["information_known"]));
    assert_eq!(gate.reasons[0].fact_count, 9);
    for (but, rule) in [
        ((Funds, "unknown", "2026-05-01"), "information_unknown"),
        ((Funds, "partial", "2026-02-28"), "information_stale"),
        ((Funds, "confirmed", "2026-05-31"), "information_unknown"),
        ((Needs, "partial", "2026-05-01"), "information_not_confirmed"),
        ((ProcurementProcess, "partial", "2026-05-01"), "information_not_confirmed"),
        ((DecisionStructure, "partial", "2026-05-01"), "information_not_confirmed"),
    ] {
        let verdict = at(Some(but));
        let gate = of(&verdict, GateKind::Information);
        assert_eq!(told(gate), (GateState::NotPassed, Some(Medium), vec![rule]), "{but:?}");
        assert!(gate.reasons[0].message.ends_with(but.0.label(crate::values::Language::En)));
    }
    let both = at(Some((Needs, "partial", "2026-02-28")));
    let rules = told(of(&both, GateKind::Information)).2;
    assert_eq!(rules, ["information_not_confirmed", "information_stale"]);
}

#[test]
fn without_any_record_it_is_not_known_whether_the_information_gate_is_passed() {
    for (stage, severity) in [("comparison", Medium), ("commitment", High), ("use", High)] {
        let verdict = gates(&in_stage(stage));
        let gate = of(&verdict, GateKind::Information);
        assert_eq!(told(gate), (GateState::Unknown, Some(severity), vec!["information_not_recorded"]), "{stage}");
    }
    let verdict = gates(r#""tasks": []"#);
    assert_eq!(of(&verdict, GateKind::Information).severity, Some(Medium), "the stage is not known");
}

fn boss(id: &str) -> (String, String) {
    (
        format!(r#"{{"id": "{id}", "account": "plant"}}"#),
        format!(r#"{{"opportunity": "press", "stakeholder": "{id}", "roles": ["economic_decision_maker"]}}"#),
    )
}

fn bosses(ids: &[&str]) -> String {
    let (people, seats): (Vec<String>, Vec<String>) = ids.iter().map(|id| boss(id)).unzip();
    format!(r#""stakeholders": [{}], "committee_seats": [{}]"#, people.join(","), seats.join(","))
}

fn contact(person: &str, on: &str, channel: &str) -> String {
    format!(
        r#"{{"id": "{person}-{on}", "account": "plant", "on": "{on}", "channel": "{channel}", "direction": "two_way",
            "stakeholders": ["{person}"]}}"#
    )
}

fn top(stage: &str, ids: &[&str], contacts: &[String], more: &str) -> (GateState, Option<Severity>, String) {
    let contacts = contacts.join(",");
    let verdict = gates(&format!(r#"{}, {}, "interactions": [{contacts}]{more}"#, in_stage(stage), bosses(ids)));
    let gate = of(&verdict, GateKind::DecisionMaker);
    assert_eq!(gate.reasons.len(), 1);
    (gate.state, gate.severity, gate.reasons[0].rule.to_string())
}

#[test]
fn never_having_met_the_decision_maker_before_the_end_is_the_most_dangerous_state() {
    for (stage, severity) in [
        ("interest", Medium),
        ("incubation", High),
        ("design", High),
        ("comparison", Critical),
        ("commitment", Critical),
        ("use", Critical),
    ] {
        let never = (GateState::NotPassed, Some(severity), "decision_maker_never_met".to_owned());
        assert_eq!(top(stage, &["boss"], &[], ""), never, "{stage}");
        let only_called = [contact("boss", "2026-05-20", "phone")];
        assert_eq!(top(stage, &["boss"], &only_called, ""), never, "a call is no meeting");
        let later = [contact("boss", "2026-05-31", "visit")];
        assert_eq!(top(stage, &["boss"], &later, ""), never, "a meeting to come is none");
        let nobody = (GateState::Unknown, Some(severity), "decision_maker_unknown".to_owned());
        assert_eq!(top(stage, &[], &[], ""), nobody, "{stage}");
        let met = [contact("boss", "2024-05-20", "visit")];
        assert_eq!(top(stage, &["boss"], &met, ""), (GateState::Passed, None, "decision_maker_met".to_owned()));
    }
}

#[test]
fn of_several_who_claim_the_final_yes_all_have_to_be_met() {
    let met = |person: &str| contact(person, "2026-05-20", "visit");
    let open = (GateState::Unknown, Some(Critical), "decision_maker_not_certain".to_owned());
    assert_eq!(top("commitment", &["boss", "chief"], &[met("boss")], ""), open);
    assert_eq!(top("commitment", &["boss", "chief"], &[met("boss"), met("chief")], "").0, GateState::Passed);
    let gone = r#", "stakeholder_changes": [{"stakeholder": "boss", "on": "2026-05-25", "change": {"type": "left"}}]"#;
    let never = (GateState::NotPassed, Some(Critical), "decision_maker_never_met".to_owned());
    assert_eq!(top("commitment", &["boss", "chief"], &[met("boss")], gone), never, "who left was met in vain");
}

/// A committee of which everything is known: stance and influence of a gatekeeper, a decision maker and a user.
fn committee(rows: &[(&str, &str, &str, &str)]) -> String {
    let people: Vec<String> = rows.iter().map(|(id, ..)| format!(r#"{{"id": "{id}", "account": "plant"}}"#)).collect();
    let seats: Vec<String> = rows
        .iter()
        .map(|(id, role, stance, influence)| {
            format!(
                r#"{{"opportunity": "press", "stakeholder": "{id}", "roles": ["{role}"], "stance": {stance},
                    "influence": {influence}}}"#
            )
        })
        .collect();
    format!(
        r#"{}, "stakeholders": [{}], "committee_seats": [{}]"#,
        in_stage("comparison"),
        people.join(","),
        seats.join(",")
    )
}

const GATE: (&str, &str, &str, &str) = ("gate", "technical_gatekeeper", r#""supporter""#, "60");
const BOSS: (&str, &str, &str, &str) = ("boss", "economic_decision_maker", r#""neutral""#, "90");
const USER: (&str, &str, &str, &str) = ("user", "user", r#""ally""#, "40");

fn relationships(tables: &str) -> (GateState, Option<Severity>, Vec<String>) {
    let verdict = gates(tables);
    let (state, severity, rules) = told(of(&verdict, GateKind::Relationships));
    (state, severity, rules.into_iter().map(str::to_owned).collect())
}

fn short(state: GateState, severity: Severity, rules: &[&str]) -> (GateState, Option<Severity>, Vec<String>) {
    (state, Some(severity), rules.iter().map(|rule| (*rule).to_owned()).collect())
}

#[test]
fn the_relationships_gate_asks_for_key_people_scored_and_a_majority_for_us() {
    use GateState::{NotPassed, Passed, Unknown};
    // 60 + 40 of 190 are for us; the decision maker won over, it is all.
    let half = committee(&[GATE, BOSS, USER]);
    assert_eq!(relationships(&half), (Passed, None, passed_rules()), "100 of 190");
    let user_of_30 = (USER.0, USER.1, USER.2, "30");
    assert_eq!(
        relationships(&committee(&[GATE, BOSS, user_of_30])),
        short(NotPassed, Medium, &["no_majority_for_us"]),
        "half, 90 of 180, is no majority"
    );
    let boss_unknown = (BOSS.0, BOSS.1, "null", BOSS.3);
    assert_eq!(
        relationships(&committee(&[GATE, boss_unknown, user_of_30])),
        short(Unknown, Medium, &["key_people_unknown", "majority_unknown"])
    );
    let user_unscored = (USER.0, USER.1, USER.2, "null");
    let boss_for_us = (BOSS.0, BOSS.1, r#""supporter""#, BOSS.3);
    assert_eq!(
        relationships(&committee(&[GATE, boss_for_us, user_unscored])),
        short(Unknown, Medium, &["people_not_scored"])
    );
    let (small_gate, small_boss) = ((GATE.0, GATE.1, GATE.2, "50"), (BOSS.0, BOSS.1, BOSS.2, "59.99"));
    assert_eq!(
        relationships(&committee(&[small_gate, small_boss, USER])),
        short(Unknown, Medium, &["no_key_person_known"])
    );
    assert_eq!(relationships(&in_stage("comparison")), short(Unknown, Medium, &["veto_unknown", "nobody_known"]));
}

fn passed_rules() -> Vec<String> {
    ["no_veto", "people_scored", "key_people_known", "majority_for_us", "support_steady"].map(str::to_owned).to_vec()
}

#[test]
fn a_veto_is_not_offset_by_support_elsewhere() {
    let hostile = |who: (&'static str, &'static str, &str, &'static str)| (who.0, who.1, r#""hostile""#, "1");
    let strong_user = (USER.0, USER.1, USER.2, "100");
    let against = short(GateState::NotPassed, High, &["veto_present"]);
    // The stage asks for contact with either role: critical.
    let critical = (against.0, Some(Critical), against.2);
    assert_eq!(relationships(&committee(&[hostile(GATE), strong_user])), critical);
    assert_eq!(relationships(&committee(&[GATE, hostile(BOSS), strong_user])), critical);
    let unclear = (GATE.0, GATE.1, "null", "1");
    let open = short(GateState::Unknown, Medium, &["veto_unknown"]);
    assert_eq!(relationships(&committee(&[unclear, strong_user])), open);
    assert_eq!(relationships(&committee(&[strong_user])), open, "nobody is known to be the gatekeeper");
}

#[test]
fn support_must_not_shrink() {
    let turned = |to: &str| {
        format!(
            r#"{}, "stakeholder_changes": [{{"stakeholder": "user", "on": "2026-04-20",
                "change": {{"type": "stance_changed", "stance": "{to}"}}}}]"#,
            committee(&[GATE, (BOSS.0, BOSS.1, r#""ally""#, BOSS.3), USER])
        )
    };
    assert_eq!(relationships(&turned("neutral")), short(GateState::NotPassed, Medium, &["support_shrinking"]));
    assert_eq!(relationships(&turned("supporter")).0, GateState::Passed);
    let joined = committee(&[GATE, (BOSS.0, BOSS.1, r#""ally""#, BOSS.3), USER])
        .replace(r#""influence""#, r#""since": "2026-04-20", "influence""#);
    assert_eq!(relationships(&joined), short(GateState::Unknown, Medium, &["support_trend_unknown"]));
}

#[test]
fn a_project_is_safe_only_behind_all_three_gates() {
    let all = format!(
        r#"{}, {}, "interactions": [{}]"#,
        committee(&[GATE, BOSS, USER]),
        information(None),
        contact("boss", "2026-05-20", "visit")
    );
    assert!(gates(&all).is_safe);
    for (was, is) in [
        (r#""visit""#, r#""phone""#),
        (r#""ally""#, r#""neutral""#),
        (r#""2026-05-01", "state": "confirmed""#, r#""2026-01-01", "state": "confirmed""#),
    ] {
        assert!(!gates(&all.replace(was, is)).is_safe, "{is}");
    }
}
