//! The cases of the domain text, by hand.

use super::testing::{change, check, covered, drop_contact, drop_seat, gaps, reached, seat, seat_of, visit};
use super::{NextMove, VetoRisk};
use crate::facts::{
    BuyingRole, Channel, CoachPosition, Direction, Facts, Interaction, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::{CoverageGapKind as Gap, CoverageLevel};
use crate::values::{Language, StakeholderId};
use crate::verdict::Severity;
use BuyingRole::{Coach, EconomicDecisionMaker, TechnicalGatekeeper, User};
use Severity::{Critical, High, Low, Medium};

type Case = (&'static str, &'static str, fn(&mut Facts), Vec<(Gap, Severity, Option<BuyingRole>)>);

#[test]
fn each_gap_is_found_alone() {
    let cases: Vec<Case> = vec![
        ("all is well", "comparison", |_| {}, vec![]),
        (
            "a hostile gatekeeper beside a favourable one",
            "comparison",
            |facts| facts.committee_seats.push(seat("other", TechnicalGatekeeper, Some(Stance::Hostile))),
            vec![(Gap::HostileGatekeeper, Critical, Some(TechnicalGatekeeper))],
        ),
        (
            "a hostile gatekeeper before the stage asks for one",
            "interest",
            |facts| seat_of(facts, "gate").stance = Some(Stance::Hostile),
            vec![(Gap::HostileGatekeeper, High, Some(TechnicalGatekeeper))],
        ),
        (
            "a gatekeeper of unknown stance",
            "comparison",
            |facts| seat_of(facts, "gate").stance = None,
            vec![(Gap::UnknownGatekeeper, High, Some(TechnicalGatekeeper))],
        ),
        (
            "no gatekeeper",
            "comparison",
            |facts| drop_seat(facts, "gate"),
            vec![(Gap::UnknownGatekeeper, High, Some(TechnicalGatekeeper)), (Gap::StageAheadOfCoverage, Medium, None)],
        ),
        (
            "a neutral gatekeeper",
            "comparison",
            |facts| seat_of(facts, "gate").stance = Some(Stance::Neutral),
            vec![(Gap::StanceUnfavourable, High, Some(TechnicalGatekeeper))],
        ),
        (
            "a decision maker telephoned, never met",
            "comparison",
            |facts| {
                drop_contact(facts, "boss");
                let call = Interaction { channel: Channel::Phone, ..visit("boss", "2026-05-20", "sales-1") };
                facts.interactions.push(call);
            },
            vec![(Gap::DecisionMakerNeverMet, Critical, Some(EconomicDecisionMaker))],
        ),
        (
            "a decision maker never spoken with",
            "comparison",
            |facts| drop_contact(facts, "boss"),
            vec![(Gap::DecisionMakerNeverMet, Critical, Some(EconomicDecisionMaker))],
        ),
        (
            "a decision maker never met while the stage asks for a name",
            "incubation",
            |facts| drop_contact(facts, "boss"),
            vec![(Gap::DecisionMakerNeverMet, High, Some(EconomicDecisionMaker))],
        ),
        (
            "a decision maker never met while the stage asks nothing",
            "interest",
            |facts| drop_contact(facts, "boss"),
            vec![(Gap::DecisionMakerNeverMet, Medium, Some(EconomicDecisionMaker))],
        ),
        (
            "a decision maker met long ago",
            "comparison",
            |facts| {
                drop_contact(facts, "boss");
                facts.interactions.push(visit("boss", "2026-01-05", "sales-1"));
            },
            vec![(Gap::ContactStale, Critical, Some(EconomicDecisionMaker))],
        ),
        (
            "no decision maker",
            "comparison",
            |facts| drop_seat(facts, "boss"),
            vec![(Gap::RoleMissing, Critical, Some(EconomicDecisionMaker)), (Gap::StageAheadOfCoverage, High, None)],
        ),
        (
            "a hostile decision maker",
            "comparison",
            |facts| seat_of(facts, "boss").stance = Some(Stance::Hostile),
            vec![(Gap::HostileDecisionMaker, Critical, Some(EconomicDecisionMaker))],
        ),
        (
            "a hostile decision maker is no second gap where favour is asked",
            "commitment",
            |facts| seat_of(facts, "boss").stance = Some(Stance::Hostile),
            vec![(Gap::HostileDecisionMaker, Critical, Some(EconomicDecisionMaker))],
        ),
        (
            "two who say the final yes",
            "comparison",
            |facts| facts.committee_seats.push(seat("other", EconomicDecisionMaker, None)),
            vec![(Gap::SeveralClaimFinalYes, High, None)],
        ),
        (
            "no coach",
            "comparison",
            |facts| drop_seat(facts, "coach"),
            vec![(Gap::NoCoach, High, Some(Coach)), (Gap::StageAheadOfCoverage, High, None)],
        ),
        ("no coach yet", "interest", |facts| drop_seat(facts, "coach"), vec![(Gap::NoCoach, Low, Some(Coach))]),
        (
            "a coach who is one of us",
            "comparison",
            |facts| {
                drop_contact(facts, "coach");
                seat_of(facts, "coach").coach_position = Some(CoachPosition::OurCompany);
            },
            vec![(Gap::CoachOnlyInOurCompany, High, Some(Coach)), (Gap::StageAheadOfCoverage, Medium, None)],
        ),
        (
            "a coach never spoken with",
            "comparison",
            |facts| drop_contact(facts, "coach"),
            vec![(Gap::RoleNotContacted, High, Some(Coach)), (Gap::StageAheadOfCoverage, Medium, None)],
        ),
        (
            "a coach of unknown stance",
            "comparison",
            |facts| seat_of(facts, "coach").stance = None,
            vec![(Gap::StanceUnknown, High, Some(Coach))],
        ),
        (
            "a neutral user",
            "comparison",
            |facts| seat_of(facts, "user").stance = Some(Stance::Neutral),
            vec![(Gap::StanceUnfavourable, Medium, Some(User))],
        ),
        (
            "the user who is for us is silent, another one neutral",
            "comparison",
            |facts| {
                drop_contact(facts, "user");
                facts.committee_seats.push(seat("other", User, Some(Stance::Neutral)));
                facts.interactions.push(visit("other", "2026-05-20", "service-1"));
            },
            vec![(Gap::RoleNotContacted, Medium, Some(User)), (Gap::NoOpponentFound, Low, None)],
        ),
        (
            "a decision maker met once and silent while the stage asks nothing",
            "interest",
            |facts| {
                drop_contact(facts, "boss");
                facts.interactions.push(visit("boss", "2026-01-05", "sales-1"));
            },
            vec![(Gap::ContactStale, Medium, Some(EconomicDecisionMaker))],
        ),
        (
            "a coach gone silent while the stage asks nothing",
            "interest",
            |facts| {
                drop_contact(facts, "coach");
                facts.interactions.push(visit("coach", "2026-01-05", "sales-1"));
            },
            vec![(Gap::ContactStale, Low, Some(Coach))],
        ),
        (
            "a coach who informs a competitor",
            "interest",
            |facts| seat_of(facts, "coach").informs_competitor = Some(true),
            vec![(Gap::CoachInformsCompetitor, High, Some(Coach))],
        ),
        ("a coach who does not", "interest", |facts| seat_of(facts, "coach").informs_competitor = Some(false), vec![]),
        (
            "a user who informs a competitor is no coach",
            "interest",
            |facts| seat_of(facts, "user").informs_competitor = Some(true),
            vec![],
        ),
        ("all is well to the end", "commitment", |_| {}, vec![]),
        (
            "a coach who gave no guidance",
            "commitment",
            |facts| facts.contributions.retain(|done| done.stakeholder.as_str() != "coach"),
            vec![(Gap::RoleNotContributing, High, Some(Coach))],
        ),
        (
            "a decision maker need not contribute",
            "commitment",
            |facts| facts.contributions.retain(|done| done.stakeholder.as_str() != "boss"),
            vec![],
        ),
        (
            "the user left",
            "comparison",
            |facts| facts.stakeholder_changes.push(change("user", "2026-05-25", Change::Left {})),
            vec![
                (Gap::StageAheadOfCoverage, High, None),
                (Gap::RoleMissing, Medium, Some(User)),
                (Gap::SingleThread, Medium, None),
            ],
        ),
        (
            "all contact through one of us",
            "comparison",
            |facts| facts.interactions.retain(|visit| visit.members.iter().all(|member| member.as_str() == "sales-1")),
            vec![(Gap::SingleThread, Medium, None)],
        ),
        (
            "who of us took part is not recorded",
            "comparison",
            |facts| facts.interactions.iter_mut().for_each(|visit| visit.members.clear()),
            vec![],
        ),
        (
            "all contact through one of theirs",
            "interest",
            |facts| {
                facts.interactions.retain(|visit| visit.stakeholders.iter().all(|person| person.as_str() == "boss"))
            },
            vec![(Gap::SingleThread, Medium, None), (Gap::RoleNotContacted, Low, Some(Coach))],
        ),
        (
            "nobody is known",
            "comparison",
            |facts| facts.committee_seats.clear(),
            vec![(Gap::CommitteeEmpty, Critical, None)],
        ),
    ];
    for (name, stage, spoil, expected) in cases {
        let mut facts = covered();
        spoil(&mut facts);
        let verdict = check(facts, Some(stage));
        assert_eq!(gaps(&verdict), expected, "{name}");
        assert!(verdict.gaps.iter().all(|gap| gap.reason.rule == gap.kind.as_str()), "{name}");
        assert!(verdict.gaps.iter().all(|gap| !gap.reason.compared.is_empty()), "{name}");
    }
}

#[test]
fn a_hostile_gatekeeper_caps_the_role() {
    let mut facts = covered();
    facts.committee_seats.push(seat("other", TechnicalGatekeeper, Some(Stance::Hostile)));
    let verdict = check(facts, Some("comparison"));
    assert_eq!(verdict.veto_risk, VetoRisk::Present);
    assert_eq!(reached(&verdict, TechnicalGatekeeper), CoverageLevel::Contacted);
    let gap = verdict.gaps.first().unwrap();
    assert_eq!(gap.stakeholders, ["other".parse().unwrap()]);
    assert_eq!(gap.next_move, NextMove::AnswerObjections);
}

#[test]
fn veto_risk_is_known_only_where_every_gatekeeper_is() {
    assert_eq!(check(covered(), None).veto_risk, VetoRisk::None);
    let mut facts = covered();
    facts.committee_seats.push(seat("other", TechnicalGatekeeper, None));
    let verdict = check(facts, Some("comparison"));
    assert_eq!(verdict.veto_risk, VetoRisk::Unknown);
    assert_eq!(reached(&verdict, TechnicalGatekeeper), CoverageLevel::Contributing);
    assert_eq!(gaps(&verdict), [(Gap::UnknownGatekeeper, High, Some(TechnicalGatekeeper))]);
}

#[test]
fn without_a_stage_nothing_is_required() {
    let mut facts = covered();
    drop_contact(&mut facts, "boss");
    drop_seat(&mut facts, "user");
    let verdict = check(facts, None);
    assert!(verdict.stage.is_none());
    assert!(verdict.roles.iter().all(|role| role.required.is_none() && !role.is_short()));
    let standing = [
        (Gap::DecisionMakerNeverMet, Medium, Some(EconomicDecisionMaker)),
        // Only one of us ever spoke with those who are left.
        (Gap::SingleThread, Low, None),
    ];
    assert_eq!(gaps(&verdict), standing);
}

#[test]
fn contact_is_recent_to_the_last_day_of_the_limit() {
    for (on, expected) in [("2026-03-31", CoverageLevel::Contributing), ("2026-03-30", CoverageLevel::Identified)] {
        let mut facts = covered();
        drop_contact(&mut facts, "coach");
        facts.interactions.push(visit("coach", on, "sales-1"));
        let verdict = check(facts, Some("comparison"));
        assert_eq!(reached(&verdict, Coach), expected, "{on}");
    }
}

#[test]
fn an_unanswered_mail_is_no_contact() {
    let mut facts = covered();
    drop_contact(&mut facts, "coach");
    facts.interactions.push(Interaction { direction: Direction::Outbound, ..visit("coach", "2026-05-29", "sales-1") });
    let verdict = check(facts, Some("comparison"));
    let expected = [(Gap::RoleNotContacted, High, Some(Coach)), (Gap::StageAheadOfCoverage, Medium, None)];
    assert_eq!(gaps(&verdict), expected);
    assert_eq!(verdict.gaps.first().unwrap().reason.compared.first().unwrap().actual, None, "never, not zero days");
}

#[test]
fn the_committee_is_as_it_stood_on_the_day() {
    let mut facts = covered();
    seat_of(&mut facts, "coach").since = Some("2026-06-01".parse().unwrap());
    let mut elsewhere =
        change("user", "2026-05-01", Change::StanceChanged { stance: Some(Stance::Hostile), non_supporter: None });
    elsewhere.on = "2026-06-01".parse().unwrap();
    facts.stakeholder_changes.push(elsewhere);
    facts.stakeholder_changes.push(change("gate", "2026-05-01", Change::RoleGivenUp { role: TechnicalGatekeeper }));
    facts.stakeholder_changes.push(change("other", "2026-05-01", Change::RoleTaken { role: TechnicalGatekeeper }));
    let verdict = check(facts, Some("comparison"));
    assert_eq!(reached(&verdict, Coach), CoverageLevel::Missing, "seated later");
    assert_eq!(reached(&verdict, User), CoverageLevel::Contributing, "turned later");
    assert_eq!(reached(&verdict, TechnicalGatekeeper), CoverageLevel::Identified, "took the role without a seat");
    let without: Vec<_> = verdict.without_role.iter().map(StakeholderId::as_str).collect();
    assert_eq!(without, ["gate"]);
}

#[test]
fn who_left_is_listed_and_who_is_seated_again_is_back() {
    let mut facts = covered();
    let mut left = change("coach", "2026-04-01", Change::Left {});
    left.opportunity = None;
    facts.stakeholder_changes.push(left);
    let verdict = check(facts.clone(), Some("comparison"));
    assert_eq!(verdict.left, ["coach".parse().unwrap()]);
    assert_eq!(verdict.person(&"coach".parse().unwrap()).unwrap().left_on, Some("2026-04-01".parse().unwrap()));
    assert_eq!(reached(&verdict, Coach), CoverageLevel::Missing);
    assert!(verdict.gaps.first().unwrap().reason.message.contains("coach left"));

    seat_of(&mut facts, "coach").since = Some("2026-05-01".parse().unwrap());
    let verdict = check(facts, Some("comparison"));
    assert!(verdict.left.is_empty());
    assert_eq!(reached(&verdict, Coach), CoverageLevel::Contributing);
}

#[test]
fn of_contradictory_stances_on_one_day_the_cautious_one_holds() {
    for (first, second, kept) in [
        (Some(Stance::Hostile), Some(Stance::Ally), Some(Stance::Hostile)),
        (None, Some(Stance::Ally), None),
        (None, Some(Stance::Hostile), Some(Stance::Hostile)),
    ] {
        let mut facts = covered();
        facts.stakeholder_changes.push(change(
            "gate",
            "2026-05-01",
            Change::StanceChanged { stance: first, non_supporter: None },
        ));
        let mut everywhere =
            change("gate", "2026-05-01", Change::StanceChanged { stance: second, non_supporter: None });
        everywhere.opportunity = None;
        facts.stakeholder_changes.push(everywhere);
        let verdict = check(facts, None);
        assert_eq!(verdict.person(&"gate".parse().unwrap()).unwrap().stance, kept);
    }
}

#[test]
fn of_contradictory_roles_and_influences_on_one_day_one_holds_whatever_the_order() {
    let gate = "gate".parse().unwrap();
    for given_up_here in [true, false] {
        let mut facts = covered();
        seat_of(&mut facts, "gate").stance = Some(Stance::Hostile);
        let mut taken = change("gate", "2026-05-01", Change::RoleTaken { role: TechnicalGatekeeper });
        let mut given_up = change("gate", "2026-05-01", Change::RoleGivenUp { role: TechnicalGatekeeper });
        if given_up_here { &mut taken } else { &mut given_up }.opportunity = None;
        facts.stakeholder_changes.extend([taken, given_up]);
        assert_eq!(check(facts, None).veto_risk, VetoRisk::Present, "a gatekeeper is not lost to a contradiction");
    }
    let influence = |number: &str| Change::InfluenceChanged { influence: Some(number.parse().unwrap()) };
    for (here, general, kept) in [("9", "10", "9"), ("100", "20", "100"), ("80", "5", "80")] {
        let mut facts = covered();
        let mut everywhere = change("gate", "2026-05-01", influence(general));
        everywhere.opportunity = None;
        facts.stakeholder_changes.extend([change("gate", "2026-05-01", influence(here)), everywhere]);
        assert_eq!(check(facts, None).person(&gate).unwrap().influence, Some(kept.parse().unwrap()));
    }
    for (one, other, kept) in [("9", "10", "10"), ("100", "20", "100")] {
        let mut facts = covered();
        facts.stakeholder_changes.extend([one, other].map(|number| change("gate", "2026-05-01", influence(number))));
        assert_eq!(check(facts, None).person(&gate).unwrap().influence, Some(kept.parse().unwrap()));
    }
}

#[test]
fn a_colleague_of_ours_covers_no_role_beyond_being_known() {
    let mut facts = covered();
    seat_of(&mut facts, "coach").coach_position = Some(CoachPosition::OurCompany);
    let verdict = check(facts, Some("comparison"));
    assert_eq!(verdict.roles[0].reached, CoverageLevel::Identified);
    assert!(verdict.score.unwrap().value < "100".parse().unwrap());
}

#[test]
fn no_next_move_advises_an_inducement() {
    for next in NextMove::ALL {
        let (en, zh) = (next.label(Language::En), next.label(Language::ZhHans));
        for word in ["gift", "present to", "dinner", "commission", "reward", "pay"] {
            assert!(!en.contains(word), "{next}: {word}");
        }
        for word in ["礼", "宴", "回扣", "好处"] {
            assert!(!zh.contains(word), "{next}: {word}");
        }
    }
}
