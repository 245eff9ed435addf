//! A made-up committee for tests.

use super::{CoverageGap, CoverageVerdict, check_committee};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CommitteeSeat, Contribution, ContributionKind, Direction, Facts, Interaction,
    Opportunity, Stakeholder, StakeholderChange, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::{CoverageGapKind as Gap, CoverageLevel, Playbook};
use crate::values::StakeholderId;
use crate::verdict::Severity;
use BuyingRole::{Coach, EconomicDecisionMaker, TechnicalGatekeeper, User};

pub(super) const AS_OF: &str = "2026-05-30";

pub(super) fn seat(person: &str, role: BuyingRole, stance: Option<Stance>) -> CommitteeSeat {
    let mut seat = CommitteeSeat::new("press-line".parse().unwrap(), person.parse().unwrap());
    seat.roles = vec![role];
    seat.stance = stance;
    seat
}

pub(super) fn visit(person: &str, on: &str, member: &str) -> Interaction {
    Interaction {
        id: format!("{person}-{on}-{member}").parse().unwrap(),
        account: "north-plant".parse().unwrap(),
        on: on.parse().unwrap(),
        channel: Channel::Visit,
        direction: Direction::TwoWay,
        stakeholders: vec![person.parse().unwrap()],
        members: vec![member.parse().unwrap()],
        opportunity: None,
        topics: vec![],
    }
}

pub(super) fn change(person: &str, on: &str, change: Change) -> StakeholderChange {
    StakeholderChange {
        stakeholder: person.parse().unwrap(),
        opportunity: Some("press-line".parse().unwrap()),
        on: on.parse().unwrap(),
        change,
    }
}

pub(super) fn contribution(person: &str, on: &str, kind: ContributionKind) -> Contribution {
    Contribution {
        id: format!("{person}-{on}-{kind}").parse().unwrap(),
        opportunity: "press-line".parse().unwrap(),
        stakeholder: person.parse().unwrap(),
        on: on.parse().unwrap(),
        kind,
        note: None,
    }
}

/// A committee in which everybody is for us, was visited ten days ago, by two of us, and did for us what their role does.
pub(super) fn covered() -> Facts {
    let mut facts = Facts::default();
    facts.accounts.push(Account::new("north-plant".parse().unwrap(), "North Plant".parse().unwrap()));
    facts.opportunities.push(Opportunity::new("press-line".parse().unwrap(), "north-plant".parse().unwrap()));
    for person in ["coach", "user", "gate", "boss", "other"] {
        facts.stakeholders.push(Stakeholder::new(person.parse().unwrap(), "north-plant".parse().unwrap()));
    }
    let roles = [
        ("coach", Coach, ContributionKind::Guidance),
        ("user", User, ContributionKind::TestReport),
        ("gate", TechnicalGatekeeper, ContributionKind::SpecificationInput),
        ("boss", EconomicDecisionMaker, ContributionKind::Commitment),
    ];
    for (person, role, kind) in roles {
        facts.contributions.push(contribution(person, "2026-05-10", kind));
        facts.committee_seats.push(seat(person, role, Some(Stance::Ally)));
        facts.interactions.push(visit(person, "2026-05-20", "sales-1"));
    }
    facts.interactions.push(visit("user", "2026-05-21", "service-1"));
    facts
}

pub(super) fn check(facts: Facts, stage: Option<&str>) -> CoverageVerdict {
    check_with(facts, stage, &Playbook::six_stage())
}

pub(super) fn check_with(facts: Facts, stage: Option<&str>, playbook: &Playbook) -> CoverageVerdict {
    let book = Book::from_facts(facts);
    assert_eq!(book.problems(), []);
    let stage = stage.map(|stage| playbook.default_pipeline().stage(&stage.parse().unwrap()).unwrap());
    let (account, opportunity) = book.opportunity(&"press-line".parse().unwrap()).unwrap();
    check_committee(account, opportunity, stage, playbook, AS_OF.parse().unwrap())
}

pub(super) fn gaps(verdict: &CoverageVerdict) -> Vec<(Gap, Severity, Option<BuyingRole>)> {
    verdict.gaps.iter().map(|gap| (gap.kind, gap.severity, gap.role)).collect()
}

pub(super) fn reached(verdict: &CoverageVerdict, role: BuyingRole) -> CoverageLevel {
    verdict.roles.iter().find(|covered| covered.role == role).unwrap().reached
}

pub(super) fn seat_of<'a>(facts: &'a mut Facts, person: &str) -> &'a mut CommitteeSeat {
    facts.committee_seats.iter_mut().find(|seat| seat.stakeholder.as_str() == person).unwrap()
}

pub(super) fn drop_seat(facts: &mut Facts, person: &str) {
    facts.committee_seats.retain(|seat| seat.stakeholder.as_str() != person);
}

pub(super) fn drop_contact(facts: &mut Facts, person: &str) {
    let id: StakeholderId = person.parse().unwrap();
    facts.interactions.retain(|interaction| !interaction.stakeholders.contains(&id));
}

/// The first gap of a kind.
pub(super) fn gap_of(verdict: &CoverageVerdict, kind: Gap) -> &CoverageGap {
    verdict.gaps.iter().find(|gap| gap.kind == kind).unwrap()
}

/// What a gap's reason compared, by name: actual and limit.
pub(super) fn compared(gap: &CoverageGap, name: &str) -> (Option<String>, Option<String>) {
    let found = gap.reason.compared.iter().find(|one| one.name == name).unwrap();
    (found.actual.clone(), found.limit.clone())
}
