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
        let only_called = [contact("boss", "2026-05-20", "call")];
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
