//! Order and merging, by hand.

use std::collections::BTreeMap;

use super::{MoveSources, RankedMove, next_moves};
use crate::cute::{
    Approach, ApproachCause, Blocker, BlockerKind, CommitteePerson, ComplianceFinding, ContactDepth, CoverageGap,
    NextMove, NoPathCause, ReachPath, ReachStep, compliance_findings,
};
use crate::facts::{Book, BuyingRole, CoachPosition, CommunicationStyle, Driver, Facts, NonSupporterKind, Stance};
use crate::playbook::{CoverageGapKind as Gap, CoverageLevel, RoleWeights};
use crate::values::StakeholderId;
use crate::verdict::{Reason, Severity};
use BuyingRole::{Coach, EconomicDecisionMaker, TechnicalGatekeeper, User};
use Severity::{Critical, High, Low, Medium};

fn id(text: &str) -> StakeholderId {
    text.parse().unwrap()
}

fn gap(kind: Gap, severity: Severity, role: Option<BuyingRole>, people: &[&str], next_move: NextMove) -> CoverageGap {
    let stakeholders = people.iter().map(|person| id(person)).collect();
    CoverageGap { kind, severity, role, stakeholders, reason: Reason::new(kind.as_str(), "why"), next_move }
}

fn person(name: &str, influence: Option<&str>) -> CommitteePerson {
    CommitteePerson {
        stakeholder: id(name),
        roles: vec![],
        formal_roles: vec![],
        stance: None,
        non_supporter: None,
        influence: influence.map(|number| number.parse().unwrap()),
        coach_position: None,
        informs_competitor: None,
        drivers: vec![],
        communication_style: None,
        contact_depth: ContactDepth::None,
        last_contact: None,
        days_since_contact: None,
        last_met: None,
        last_contribution: None,
        level: CoverageLevel::Identified,
        left_on: None,
    }
}

fn approach(target: &str, path: &[&str], distance: u32) -> Approach {
    let step = |name: &&str| ReachStep { stakeholder: id(name), stance: None, link: None, distance: 1 };
    let mut steps: Vec<ReachStep> = path.iter().map(step).collect();
    steps.push(step(&target));
    let no_path = path.is_empty().then_some(NoPathCause::NoConnection);
    let paths = if path.is_empty() { vec![] } else { vec![ReachPath { member: None, steps, distance }] };
    Approach {
        target: id(target),
        roles: vec![],
        cause: ApproachCause::NotContacted,
        paths,
        no_path,
        blockers: vec![],
        reason: Reason::new("approach", "why"),
    }
}

#[derive(Default)]
struct Deal {
    gaps: Vec<CoverageGap>,
    people: Vec<CommitteePerson>,
    approaches: Vec<Approach>,
    compliance: Vec<ComplianceFinding>,
    names: Vec<(StakeholderId, &'static str)>,
}

impl Deal {
    fn moves(&self) -> (Vec<RankedMove>, usize) {
        let names: BTreeMap<_, _> = self.names.iter().map(|(id, name)| (id, *name)).collect();
        next_moves(&MoveSources {
            gaps: &self.gaps,
            people: &self.people,
            approaches: &self.approaches,
            compliance: &self.compliance,
            weights: &RoleWeights::default(),
            names: &names,
        })
    }
}

fn order(moves: &[RankedMove]) -> Vec<(Option<&str>, Option<Gap>)> {
    moves.iter().map(|ranked| (ranked.stakeholder.as_ref().map(StakeholderId::as_str), ranked.gap)).collect()
}

#[test]
fn severity_then_role_then_influence_then_way() {
    let deal = Deal {
        gaps: vec![
            gap(Gap::RoleNotContacted, High, Some(User), &["u1", "u2", "u3", "u4", "u5"], NextMove::MakeContact),
            gap(Gap::StanceUnknown, High, Some(Coach), &["c"], NextMove::FindOutStance),
            gap(Gap::StanceUnfavourable, High, Some(EconomicDecisionMaker), &["e"], NextMove::WinOver),
            gap(Gap::HostileGatekeeper, Critical, Some(TechnicalGatekeeper), &["t"], NextMove::AnswerObjections),
            gap(Gap::SingleThread, High, None, &["u1"], NextMove::WidenContact),
            gap(Gap::NoCoach, Low, Some(Coach), &[], NextMove::FindCoach),
        ],
        people: vec![person("u1", None), person("u2", Some("0")), person("u3", Some("7.5")), person("u4", Some("7.5"))],
        approaches: vec![approach("u3", &["c"], 9), approach("u4", &["c"], 4), approach("u5", &["c"], 1)],
        ..Deal::default()
    };
    let (moves, more) = deal.moves();
    let expected = [
        (Some("t"), Some(Gap::HostileGatekeeper)),
        (Some("e"), Some(Gap::StanceUnfavourable)),
        (Some("c"), Some(Gap::StanceUnknown)),
        (Some("u4"), Some(Gap::RoleNotContacted)),
        (Some("u3"), Some(Gap::RoleNotContacted)),
        (Some("u2"), Some(Gap::RoleNotContacted)),
        // An influence of 0 is known; of these two it is not, and one is nearer.
        (Some("u5"), Some(Gap::RoleNotContacted)),
        (Some("u1"), Some(Gap::RoleNotContacted)),
        (None, Some(Gap::SingleThread)),
        (None, Some(Gap::NoCoach)),
    ];
    assert_eq!(order(&moves), expected);
    assert_eq!(more, 0);
    assert!(moves.iter().enumerate().all(|(at, ranked)| ranked.rank == at + 1));
    assert!(moves.iter().all(|ranked| ranked.gap.unwrap().as_str() == ranked.reason.rule));
}

#[test]
fn a_person_has_one_move_and_it_names_the_other_gaps() {
    let deal = Deal {
        gaps: vec![
            gap(Gap::ContactStale, High, Some(User), &["p"], NextMove::RenewContact),
            gap(Gap::StanceUnfavourable, Medium, Some(EconomicDecisionMaker), &["p"], NextMove::WinOver),
            gap(Gap::StanceUnknown, High, Some(Coach), &["p"], NextMove::FindOutStance),
        ],
        people: vec![person("p", Some("70"))],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    assert_eq!(order(&moves), [(Some("p"), Some(Gap::StanceUnknown))], "the coach weighs more than the user");
    let message = &moves[0].reason.message;
    assert_eq!(message, "why; also: contact has gone silent (user), stance not favourable (economic decision maker)");
}

#[test]
fn a_move_has_name_way_driver_and_style() {
    let mut boss = person("e", Some("90"));
    boss.drivers = vec![Driver::UnlawfulInducement, Driver::Reputation, Driver::Money];
    boss.communication_style = Some(CommunicationStyle::BigPicture);
    let deal = Deal {
        gaps: vec![gap(
            Gap::DecisionMakerNeverMet,
            Critical,
            Some(EconomicDecisionMaker),
            &["e"],
            NextMove::MeetDecisionMaker,
        )],
        people: vec![boss],
        approaches: vec![approach("e", &["u"], 3)],
        names: vec![(id("u"), "Anna Example"), (id("e"), "Dora Example")],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    let first = &moves[0];
    assert_eq!(
        first.text.en,
        "We have never met the person who says the final yes: arrange a meeting with Dora Example; ask Anna Example to \
         introduce you. Speak to the reputation that a showcase project brings, and start from the big picture and \
         where it leads."
    );
    assert_eq!(
        first.text.zh_hans,
        "我方从未与最终决策者见过面，请Anna Example引荐，安排与Dora Example当面会谈。沟通时围绕示范项目带来的声誉，先讲全局和远景，多用形象的比喻。"
    );
    assert_eq!(
        (first.driver, first.communication_style),
        (Some(Driver::Reputation), Some(CommunicationStyle::BigPicture))
    );
    assert_eq!(first.path.as_ref().unwrap().distance, 3);
    let cited: Vec<&str> = first.reason.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(cited, ["e", "u"]);
    let compared: Vec<_> = first.reason.compared.iter().map(|one| (one.name.as_ref(), one.actual.as_deref())).collect();
    assert_eq!(compared, [("role_weight", Some("3")), ("influence", Some("90")), ("path_distance", Some("3"))]);
}

#[test]
fn an_unlawful_driver_alone_is_no_driver() {
    let mut buyer = person("p", None);
    buyer.drivers = vec![Driver::UnlawfulInducement];
    let deal = Deal {
        gaps: vec![gap(Gap::StanceUnfavourable, High, Some(User), &["p"], NextMove::WinOver)],
        people: vec![buyer],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    assert_eq!(moves[0].driver, None);
    assert_eq!(
        moves[0].text.en,
        "No user is for us yet: show p, with evidence, what our proposal does for what they care about."
    );
}

#[test]
fn somebody_in_contact_needs_no_introduction() {
    let mut gatekeeper = person("t", Some("50"));
    gatekeeper.level = CoverageLevel::Contacted;
    (gatekeeper.stance, gatekeeper.non_supporter) = (Some(Stance::Hostile), Some(NonSupporterKind::Backslider));
    let deal = Deal {
        gaps: vec![gap(
            Gap::HostileGatekeeper,
            Critical,
            Some(TechnicalGatekeeper),
            &["t"],
            NextMove::AnswerObjections,
        )],
        people: vec![gatekeeper],
        approaches: vec![approach("t", &["u"], 2)],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    assert_eq!(
        moves[0].text.en,
        "A technical gatekeeper is against us, and support elsewhere does not undo a veto: ask t what has changed and \
         what we failed to keep, then answer each objection with evidence; ask u to prepare the ground."
    );
}

#[test]
fn who_was_in_contact_long_ago_needs_no_introduction() {
    let mut user = person("u", None);
    user.last_contact = Some("2026-01-10".parse().unwrap());
    let deal = Deal {
        gaps: vec![gap(Gap::ContactStale, High, Some(User), &["u"], NextMove::RenewContact)],
        people: vec![user],
        approaches: vec![approach("u", &["q"], 2)],
        ..Deal::default()
    };
    let text = &deal.moves().0[0].text;
    assert!(text.en.ends_with("ask q to prepare the ground."), "{text:?}");
    assert!(text.zh_hans.contains("请q先行铺垫"), "{text:?}");
}

#[test]
fn a_coach_who_is_not_to_be_relied_on_is_asked_for_no_introduction() {
    let text = |informs_competitor, drivers| {
        let coach = CommitteePerson { informs_competitor, drivers, ..person("c", None) };
        let deal = Deal {
            gaps: vec![gap(Gap::RoleNotContributing, High, Some(Coach), &["c"], NextMove::AskForContribution)],
            people: vec![coach],
            ..Deal::default()
        };
        deal.moves().0[0].text.clone()
    };
    assert!(text(None, vec![]).en.ends_with("ask c for guidance or an introduction."));
    for text in [text(Some(true), vec![]), text(None, vec![Driver::UnlawfulInducement])] {
        assert!(text.en.ends_with("ask c for guidance and check it with others."), "{text:?}");
        assert!(text.zh_hans.ends_with("请c给予指点，并向他人核实。"), "{text:?}");
    }
}

#[test]
fn only_a_coach_for_us_is_asked_who_says_the_final_yes() {
    type Make = fn(&mut CommitteePerson);
    let cases: [(bool, Make); 8] = [
        (true, |_| {}),
        (false, |coach| coach.roles = vec![User]),
        (false, |coach| coach.stance = Some(Stance::Hostile)),
        (false, |coach| coach.stance = None),
        (false, |coach| coach.informs_competitor = Some(true)),
        (false, |coach| coach.drivers = vec![Driver::UnlawfulInducement]),
        (false, |coach| coach.coach_position = Some(CoachPosition::OurCompany)),
        (false, |coach| coach.stakeholder = id("p")),
    ];
    for (is_asked, make) in cases {
        let mut coach = person("c", None);
        (coach.roles, coach.stance) = (vec![Coach], Some(Stance::Ally));
        make(&mut coach);
        let deal = Deal {
            gaps: vec![gap(Gap::SeveralClaimFinalYes, High, None, &["p", "q"], NextMove::ClarifyFinalYes)],
            people: vec![coach.clone()],
            ..Deal::default()
        };
        let text = &deal.moves().0[0].text;
        assert_eq!(text.en.contains("ask the coach which of p and q"), is_asked, "{coach:?}: {text:?}");
        assert_eq!(text.zh_hans.contains("教练"), is_asked, "{coach:?}: {text:?}");
    }
}

#[test]
fn colleagues_of_ours_have_no_move_as_if_they_were_the_customers() {
    let mut ours = person("p", Some("90"));
    ours.coach_position = Some(CoachPosition::OurCompany);
    let deal = Deal {
        gaps: vec![
            gap(Gap::StanceUnknown, High, Some(Coach), &["p", "q"], NextMove::FindOutStance),
            gap(Gap::RoleNotContacted, Medium, Some(User), &["p"], NextMove::MakeContact),
            gap(Gap::CoachOnlyInOurCompany, Low, Some(Coach), &["p"], NextMove::FindCoachAtCustomer),
        ],
        people: vec![ours, person("q", None)],
        approaches: vec![approach("p", &["q"], 3)],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    let expected = [
        (Some("q"), Some(Gap::StanceUnknown)),
        (None, Some(Gap::RoleNotContacted)),
        // That a colleague introduces us is their own.
        (Some("p"), Some(Gap::CoachOnlyInOurCompany)),
    ];
    assert_eq!(order(&moves), expected);
    assert!(moves[1].path.is_none() && moves[1].text.en.contains("get into conversation with the user"));
}

#[test]
fn no_way_and_who_is_in_it_stand_in_the_reason() {
    let mut barred = approach("e", &[], 0);
    let reason = Reason::new("hostile_superior", "why");
    barred.blockers = vec![Blocker { kind: BlockerKind::HostileSuperior, stakeholder: id("h"), reason }];
    let deal = Deal {
        gaps: vec![gap(Gap::RoleNotContacted, High, Some(User), &["e"], NextMove::MakeContact)],
        approaches: vec![barred],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    assert!(moves[0].path.is_none());
    assert_eq!(
        moves[0].reason.message,
        "why; no way to them through people who are for us: no tie through people for us; in the way: h (a superior of \
         theirs is hostile)"
    );
}

#[test]
fn moves_are_bounded_and_the_rest_is_counted() {
    let people: Vec<String> = (0..200).map(|at| format!("p{at:03}")).collect();
    let ids: Vec<&str> = people.iter().map(String::as_str).collect();
    let deal = Deal {
        gaps: vec![gap(Gap::RoleNotContacted, Medium, Some(User), &ids, NextMove::MakeContact)],
        ..Deal::default()
    };
    let (moves, more) = deal.moves();
    assert_eq!((moves.len(), more), (20, 180));
    assert_eq!(moves[19].stakeholder, Some(id("p019")));
}

#[test]
fn people_of_the_committee_as_a_whole_are_named_by_influence() {
    let deal = Deal {
        gaps: vec![gap(
            Gap::InfluenceWithUnknown,
            Medium,
            None,
            &["a", "b", "c", "d", "e"],
            NextMove::GetToKnowInfluential,
        )],
        people: vec![person("b", Some("10")), person("e", Some("80")), person("a", None)],
        names: vec![(id("e"), "Dora Example")],
        ..Deal::default()
    };
    let (moves, _) = deal.moves();
    assert_eq!(moves.len(), 1);
    assert_eq!(
        moves[0].text.en,
        "Much of the influence lies with people we don't know: get introduced to Dora Example, b, a and 2 more and \
         learn where they stand."
    );
    assert!(moves[0].text.zh_hans.contains("结识Dora Example、b、a等5人"), "{}", moves[0].text.zh_hans);
}

#[test]
fn what_has_to_be_looked_into_is_one_move_without_a_person() {
    let facts: Facts = serde_json::from_str(
        r#"{
            "accounts": [{"id": "a", "name": "A"}],
            "opportunities": [{"id": "o", "account": "a"}],
            "stakeholders": [{"id": "p", "account": "a"}, {"id": "q", "account": "a"}],
            "committee_seats": [
                {"opportunity": "o", "stakeholder": "p", "drivers": ["unlawful_inducement"]},
                {"opportunity": "o", "stakeholder": "q", "drivers": ["unlawful_inducement"]}
            ]
        }"#,
    )
    .unwrap();
    let book = Book::from_facts(facts);
    let deal =
        Deal { compliance: compliance_findings(&book.accounts()[0], "2026-05-30".parse().unwrap()), ..Deal::default() };
    let (moves, _) = deal.moves();
    assert_eq!(moves.len(), 1);
    let only = &moves[0];
    assert_eq!((only.next_move, only.gap, &only.stakeholder), (NextMove::ReportToCompliance, None, &None));
    assert!(only.reason.fact_count >= 2, "{:?}", only.reason);
}
