//! The rules that look at several things, by hand.

use super::testing::{
    change, check, compared, contribution, covered, drop_contact, drop_seat, gap_of, gaps, reached, seat, seat_of,
    visit,
};
use super::{CoverageVerdict, NextMove};
use crate::facts::{
    Account, BuyingRole, CoachPosition, CommitteeSeat, ContributionKind, Facts, Opportunity, Stakeholder,
    StakeholderChangeKind as Change, Stance,
};
use crate::playbook::{CoverageGapKind as Gap, CoverageLevel};
use crate::verdict::Severity;
use BuyingRole::{Coach, EconomicDecisionMaker, TechnicalGatekeeper, User};
use Severity::{High, Low, Medium};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_veto_is_a_veto() {
    let mut facts = covered();
    seat_of(&mut facts, "gate").stance = Some(Stance::Hostile);
    let mut ours = seat("other", User, Some(Stance::Ally));
    ours.coach_position = Some(CoachPosition::OurCompany);
    facts.committee_seats.push(ours);
    seat_of(&mut facts, "user").stance = Some(Stance::Neutral);
    let verdict = check(facts, Some("comparison"));
    let gap = gap_of(&verdict, Gap::HostileGatekeeper);
    assert_eq!(compared(gap, "support_elsewhere").0, some("0.6667"), "coach and boss of three; a colleague is none");
    assert_eq!(compared(gap, "offset_by_support").0, some("0"));
    assert!(gap.reason.message.ends_with("no support elsewhere offsets a veto"), "{}", gap.reason.message);
}

#[test]
fn the_same_is_said_of_a_gatekeeper_nobody_knows() {
    let mut facts = covered();
    seat_of(&mut facts, "gate").stance = None;
    let verdict = check(facts.clone(), Some("comparison"));
    assert_eq!(compared(gap_of(&verdict, Gap::UnknownGatekeeper), "support_elsewhere").0, some("1"));
    drop_seat(&mut facts, "gate");
    let verdict = check(facts, Some("comparison"));
    assert_eq!(compared(gap_of(&verdict, Gap::UnknownGatekeeper), "offset_by_support").0, some("0"));
}

#[test]
fn support_elsewhere_is_unknown_where_there_is_nobody_else() {
    let mut facts = covered();
    seat_of(&mut facts, "gate").stance = Some(Stance::Hostile);
    for person in ["coach", "user", "boss"] {
        drop_seat(&mut facts, person);
    }
    let verdict = check(facts, None);
    assert_eq!(compared(gap_of(&verdict, Gap::HostileGatekeeper), "support_elsewhere").0, None);
}

/// A committee in which the coach was last spoken with this year's January.
fn silent_coach() -> Facts {
    let mut facts = covered();
    drop_contact(&mut facts, "coach");
    facts.interactions.push(visit("coach", "2026-01-05", "sales-1"));
    facts
}

#[test]
fn a_silent_coach_is_not_also_asked_to_contribute() {
    let mut facts = silent_coach();
    facts.contributions.retain(|done| done.stakeholder.as_str() != "coach");
    let verdict = check(facts, Some("commitment"));
    assert_eq!(gaps(&verdict), [(Gap::ContactStale, High, Some(Coach)), (Gap::StageAheadOfCoverage, High, None)]);
}

#[test]
fn the_contribution_of_a_silent_one_does_not_stand_for_the_other() {
    let mut facts = silent_coach();
    facts.committee_seats.push(seat("other", Coach, Some(Stance::Ally)));
    facts.interactions.push(visit("other", "2026-05-20", "sales-1"));
    let verdict = check(facts.clone(), Some("commitment"));
    // All five are for us.
    let no_opponent = (Gap::NoOpponentFound, Low, None);
    assert_eq!(gaps(&verdict), [(Gap::RoleNotContributing, High, Some(Coach)), no_opponent]);
    let gap = verdict.gaps.first().unwrap();
    assert_eq!(gap.stakeholders, ["other".parse().unwrap()]);
    assert_eq!(gap.next_move, NextMove::AskForContribution);
    assert_eq!(compared(gap, "contributions"), (some("0"), some("1")));

    facts.contributions.push(contribution("other", "2026-05-20", ContributionKind::Introduction));
    assert_eq!(gaps(&check(facts, Some("commitment"))), [no_opponent]);
}

#[test]
fn a_silent_coach_who_is_one_of_us_is_no_matter_of_contact() {
    let mut facts = silent_coach();
    seat_of(&mut facts, "coach").coach_position = Some(CoachPosition::OurCompany);
    assert_eq!(gaps(&check(facts, Some("interest"))), [(Gap::CoachOnlyInOurCompany, Low, Some(Coach))]);
}

#[test]
fn every_coach_who_informs_a_competitor_is_named() {
    let mut facts = covered();
    facts.committee_seats.push(seat("other", Coach, Some(Stance::Ally)));
    let when = "2026-05-01";
    facts.stakeholder_changes.push(change(
        "other",
        when,
        Change::InformsCompetitorChanged { informs_competitor: Some(true) },
    ));
    let verdict = check(facts.clone(), None);
    let gap = gap_of(&verdict, Gap::CoachInformsCompetitor);
    assert_eq!((gap.severity, gap.next_move), (High, NextMove::GuardInformation));
    assert_eq!(gap.stakeholders, ["other".parse().unwrap()]);
    assert_eq!(compared(gap, "other_coaches").0, some("1"));
    facts.stakeholder_changes.push(change("other", "2026-05-02", Change::Left {}));
    assert_eq!(gaps(&check(facts, Some("comparison"))), [], "who left informs nobody of ours");
}

fn ahead(verdict: &CoverageVerdict) -> (Severity, Option<String>, Option<String>) {
    let gap = gap_of(verdict, Gap::StageAheadOfCoverage);
    (gap.severity, compared(gap, "covered_stage").0, compared(gap, "stages_ahead").0)
}

#[test]
fn a_stage_ahead_of_coverage_names_the_stage_that_is_covered() {
    // Design asks that the gatekeeper be in contact; interest and incubation ask nothing of one.
    let mut facts = covered();
    drop_contact(&mut facts, "gate");
    let verdict = check(facts.clone(), Some("comparison"));
    assert_eq!(ahead(&verdict), (Medium, some("incubation"), some("1")));
    let message = &gap_of(&verdict, Gap::StageAheadOfCoverage).reason.message;
    assert!(message.contains("technical gatekeeper"), "{message}");
    let verdict = check(facts.clone(), Some("commitment"));
    assert_eq!(ahead(&verdict), (High, some("incubation"), some("2")));
    assert!(check(facts.clone(), Some("design")).gaps.iter().all(|gap| gap.kind != Gap::StageAheadOfCoverage));

    // Already the first stage asks for a user.
    drop_seat(&mut facts, "user");
    assert_eq!(ahead(&check(facts.clone(), Some("incubation"))), (Medium, None, some("1")));
    assert_eq!(ahead(&check(facts, Some("comparison"))), (High, None, some("3")));
}

#[test]
fn what_the_stage_no_longer_asks_is_not_held_against_it() {
    // After signing only the user is asked for, and only for contact.
    let mut facts = covered();
    for person in ["coach", "gate", "boss"] {
        drop_seat(&mut facts, person);
    }
    facts.contributions.clear();
    seat_of(&mut facts, "user").stance = Some(Stance::Neutral);
    let verdict = check(facts, Some("use"));
    assert!(verdict.gaps.iter().all(|gap| gap.kind != Gap::StageAheadOfCoverage), "{:?}", gaps(&verdict));
}

#[test]
fn a_committee_of_one_is_judged_like_any_other() {
    let mut facts = covered();
    for person in ["coach", "user", "gate"] {
        drop_seat(&mut facts, person);
    }
    seat_of(&mut facts, "boss").roles = BuyingRole::ALL.to_vec();
    let kinds = [ContributionKind::Guidance, ContributionKind::TestReport, ContributionKind::Threshold];
    facts.contributions.extend(kinds.map(|kind| contribution("boss", "2026-05-20", kind)));
    let verdict = check(facts, Some("commitment"));
    assert_eq!(gaps(&verdict), [(Gap::SingleThread, High, None)]);
    assert_eq!(verdict.score.unwrap().value.to_string(), "100");
    assert_eq!(verdict.people.first().unwrap().roles, BuyingRole::ALL);
}

#[test]
fn a_committee_of_two_hundred_keeps_its_reasons_short() {
    let mut facts = Facts::default();
    facts.accounts.push(Account::new("north-plant".parse().unwrap(), "North Plant".parse().unwrap()));
    facts.opportunities.push(Opportunity::new("press-line".parse().unwrap(), "north-plant".parse().unwrap()));
    for at in 0..200 {
        let person = format!("person-{at:03}");
        facts.stakeholders.push(Stakeholder::new(person.parse().unwrap(), "north-plant".parse().unwrap()));
        let role = BuyingRole::ALL[at % 4];
        let mut seat = CommitteeSeat::new("press-line".parse().unwrap(), person.parse().unwrap());
        seat.roles = vec![role];
        seat.stance = Stance::ALL.get(at % 6).copied();
        facts.committee_seats.push(seat);
        if at % 3 == 0 {
            facts.interactions.push(visit(&person, "2026-05-20", &format!("sales-{}", at % 7)));
        }
    }
    let verdict = check(facts, Some("comparison"));
    assert_eq!(verdict.people.len(), 200);
    assert!(verdict.roles.iter().all(|role| role.holders.len() == 50));
    // Every third of every sixth stance: hostile or ally.
    assert_eq!(reached(&verdict, EconomicDecisionMaker), CoverageLevel::Favourable);
    assert_eq!(reached(&verdict, TechnicalGatekeeper), CoverageLevel::Contacted, "some are hostile");
    let claim = gap_of(&verdict, Gap::SeveralClaimFinalYes);
    assert_eq!((claim.stakeholders.len(), claim.reason.fact_count, claim.reason.facts.len()), (50, 50, 20));
    assert!(claim.reason.message.len() < 120, "{}", claim.reason.message);
}
