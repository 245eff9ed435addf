//! The score of a committee, by hand.

use super::testing::{change, check, check_with, covered, drop_contact, drop_seat, seat, seat_of};
use super::{CoverageScore, CoverageVerdict};
use crate::facts::{BuyingRole, Facts, StakeholderChangeKind as Change, Stance};
use crate::playbook::{CoverageGapKind as Gap, Playbook, RoleWeights};
use BuyingRole::{EconomicDecisionMaker, TechnicalGatekeeper};

fn score(verdict: &CoverageVerdict) -> &CoverageScore {
    verdict.score.as_ref().unwrap()
}

fn numbers(facts: Facts, stage: &str) -> (String, String, Vec<String>) {
    let verdict = check(facts, Some(stage));
    let score = score(&verdict);
    let points = score.parts.iter().map(|part| part.points.to_string()).collect();
    (score.value.to_string(), score.uncapped.to_string(), points)
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn a_covered_committee_has_a_hundred() {
    // Weights 2, 1, 2, 3 of 8.
    let expected = ("100".to_owned(), "100".to_owned(), texts(&["25", "12.5", "25", "37.5"]));
    assert_eq!(numbers(covered(), "comparison"), expected);
    assert_eq!(numbers(covered(), "commitment"), expected);
}

#[test]
fn roles_the_stage_does_not_ask_for_are_no_part() {
    let verdict = check(covered(), Some("interest"));
    assert_eq!(score(&verdict).parts.len(), 1);
    assert_eq!(score(&verdict).value.to_string(), "100");
    assert_eq!(check(covered(), None).score, None, "no stage");
}

#[test]
fn attained_is_the_rank_reached_of_the_rank_asked() {
    let mut facts = covered();
    drop_contact(&mut facts, "coach"); // identified, of contributing
    drop_seat(&mut facts, "user"); // missing, of contributing
    seat_of(&mut facts, "gate").stance = None; // contacted, of contributing
    drop_contact(&mut facts, "boss"); // identified, of favourable
    let verdict = check(facts, Some("commitment"));
    let parts = &score(&verdict).parts;
    let attained: Vec<String> = parts.iter().map(|part| part.attained.to_string()).collect();
    assert_eq!(attained, ["0.25", "0", "0.5", "0.3333"]);
    // (2 × 1/4 + 0 + 2 × 1/2 + 3 × 1/3) / 8 = 2.5 / 8
    let points: Vec<String> = parts.iter().map(|part| part.points.to_string()).collect();
    assert_eq!(points, ["6.25", "0", "12.5", "12.5"]);
    assert_eq!(score(&verdict).value.to_string(), "31.25");
}

#[test]
fn the_points_add_up_to_the_rounded_whole() {
    let mut facts = covered();
    // Each of three asked favourable is identified: a third of 2/8, of 1/8 and of 2/8; the fourth whole: 3/8.
    for person in ["coach", "user", "gate"] {
        drop_contact(&mut facts, person);
    }
    // Exactly 8.333…, 4.1666…, 8.333… and 37.5, together 58.333…: 8.33 + 4.17 + 8.33 + 37.5 = 58.33.
    let expected = ("58.33".to_owned(), "58.33".to_owned(), texts(&["8.33", "4.17", "8.33", "37.5"]));
    assert_eq!(numbers(facts, "comparison"), expected);
}

#[test]
fn hostility_caps_the_score_whatever_else_is_covered() {
    let mut facts = covered();
    facts.committee_seats.push(seat("other", TechnicalGatekeeper, Some(Stance::Hostile)));
    let verdict = check(facts.clone(), Some("comparison"));
    // The hostile one holds the gatekeeper's role at contacted: 2 of 3.
    assert_eq!(score(&verdict).uncapped.to_string(), "91.67");
    assert_eq!(score(&verdict).value.to_string(), "25");
    let cap = score(&verdict).cap.as_ref().unwrap();
    assert_eq!((cap.limit.to_string().as_str(), cap.gap), ("25", Gap::HostileGatekeeper));
    assert_eq!(cap.stakeholders, ["other".parse().unwrap()]);

    seat_of(&mut facts, "boss").stance = Some(Stance::Hostile);
    let verdict = check(facts.clone(), Some("comparison"));
    let cap = score(&verdict).cap.as_ref().unwrap();
    assert_eq!((cap.gap, cap.stakeholders.len()), (Gap::HostileGatekeeper, 2));

    facts.stakeholder_changes.push(change("other", "2026-05-20", Change::Left {}));
    let verdict = check(facts, Some("comparison"));
    let cap = score(&verdict).cap.as_ref().unwrap();
    assert_eq!(cap.gap, Gap::HostileDecisionMaker);
    assert_eq!(cap.stakeholders, ["boss".parse().unwrap()], "who left cannot say no");
}

#[test]
fn a_cap_raises_no_score() {
    let mut facts = covered();
    for person in ["coach", "user", "gate"] {
        drop_seat(&mut facts, person);
    }
    facts.committee_seats.push(seat("other", EconomicDecisionMaker, Some(Stance::Hostile)));
    drop_seat(&mut facts, "boss");
    let verdict = check(facts, Some("comparison"));
    // The decision maker is identified, of contacted: half of 3/8.
    assert_eq!(score(&verdict).value.to_string(), "18.75");
    assert_eq!(score(&verdict).uncapped.to_string(), "18.75");
    assert!(score(&verdict).cap.is_some());
}

#[test]
fn weights_are_proportions_and_may_be_nought() {
    let with = |weights: [&str; 4], stage| {
        let [coach, user, technical_gatekeeper, economic_decision_maker] = weights.map(|text| text.parse().unwrap());
        let mut draft = Playbook::six_stage().draft().clone();
        draft.coverage.role_weights = RoleWeights { coach, user, technical_gatekeeper, economic_decision_maker };
        let mut facts = covered();
        drop_contact(&mut facts, "coach");
        check_with(facts, Some(stage), &Playbook::try_new(draft).unwrap()).score
    };
    let value = |weights, stage| with(weights, stage).map(|score| score.value.to_string());
    assert_eq!(value(["2", "1", "2", "3"], "comparison").as_deref(), Some("83.33"));
    assert_eq!(value(["0.0002", "0.0001", "0.0002", "0.0003"], "comparison").as_deref(), Some("83.33"));
    assert_eq!(value(["1000", "1000", "1000", "1000"], "comparison").as_deref(), Some("83.33"));
    assert_eq!(value(["0", "1", "0", "0"], "comparison").as_deref(), Some("100"), "the coach does not count");
    assert_eq!(value(["1", "0", "0", "0"], "interest"), None, "what is asked for does not count");
}
