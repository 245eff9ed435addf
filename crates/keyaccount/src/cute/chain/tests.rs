//! Cases worked by hand.

use super::{
    Approach, ApproachCause, BlockerKind, BrokenLineKind, ChainLinkKind, ChainVerdict, NoPathCause, decision_chain,
};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CoachPosition, CommitteeSeat, Direction, Driver, FactKind, Facts, Interaction,
    Opportunity, Relationship, RelationshipKind as Kind, RelationshipStrength as Strength, Stakeholder,
    StakeholderChange, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::Playbook;
use crate::values::StakeholderId;
use BuyingRole::{Coach, EconomicDecisionMaker, TechnicalGatekeeper, User};

const AS_OF: &str = "2026-05-30";

/// A customer of some people, each with a superior or none, and nothing else.
fn customer(people: &[(&str, Option<&str>)]) -> Facts {
    let mut facts = Facts::default();
    for account in ["north-plant", "south-plant"] {
        facts.accounts.push(Account::new(account.parse().unwrap(), account.parse().unwrap()));
    }
    facts.opportunities.push(Opportunity::new("press-line".parse().unwrap(), "north-plant".parse().unwrap()));
    for (id, superior) in people {
        let mut person = Stakeholder::new(id.parse().unwrap(), "north-plant".parse().unwrap());
        person.reports_to = superior.map(|id| id.parse().unwrap());
        facts.stakeholders.push(person);
    }
    facts
}

impl Facts {
    fn seat(mut self, person: &str, role: impl Into<Option<BuyingRole>>, stance: Option<Stance>) -> Self {
        let mut seat = CommitteeSeat::new("press-line".parse().unwrap(), person.parse().unwrap());
        seat.roles = role.into().into_iter().collect();
        seat.stance = stance;
        self.committee_seats.push(seat);
        self
    }

    fn talk(mut self, person: &str, on: &str, channel: Channel, members: &[&str]) -> Self {
        self.interactions.push(Interaction {
            id: format!("talk-{}", self.interactions.len()).parse().unwrap(),
            account: "north-plant".parse().unwrap(),
            on: on.parse().unwrap(),
            channel,
            direction: Direction::TwoWay,
            stakeholders: vec![person.parse().unwrap()],
            members: members.iter().map(|member| member.parse().unwrap()).collect(),
            opportunity: None,
            topics: vec![],
        });
        self
    }

    fn tie(mut self, from: &str, kind: Kind, to: &str, strength: Option<Strength>) -> Self {
        let link = Relationship::new(from.parse().unwrap(), to.parse().unwrap(), kind);
        self.relationships.push(Relationship { strength, ..link });
        self
    }

    fn change(mut self, person: &str, on: &str, change: Change) -> Self {
        let (stakeholder, on) = (person.parse().unwrap(), on.parse().unwrap());
        self.stakeholder_changes.push(StakeholderChange { stakeholder, opportunity: None, on, change });
        self
    }
}

fn chain_for(facts: &Facts, targets: &[&str]) -> ChainVerdict {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    let (account, opportunity) = book.opportunity(&"press-line".parse().unwrap()).unwrap();
    let targets: Vec<StakeholderId> = targets.iter().map(|id| id.parse().unwrap()).collect();
    decision_chain(account, opportunity, &Playbook::six_stage(), &targets, AS_OF.parse().unwrap())
}

fn chain(facts: &Facts) -> ChainVerdict {
    chain_for(facts, &[])
}

fn approach<'v>(verdict: &'v ChainVerdict, target: &str) -> &'v Approach {
    verdict.approaches.iter().find(|approach| approach.target.as_str() == target).unwrap()
}

fn ways(approach: &Approach) -> Vec<(String, u32)> {
    let people =
        |path: &super::ReachPath| path.steps.iter().map(|step| step.stakeholder.as_str()).collect::<Vec<_>>().join(" ");
    approach.paths.iter().map(|path| (people(path), path.distance)).collect()
}

fn blockers(approach: &Approach) -> Vec<(BlockerKind, &str)> {
    approach.blockers.iter().map(|blocker| (blocker.kind, blocker.stakeholder.as_str())).collect()
}

fn links(verdict: &ChainVerdict) -> Vec<String> {
    verdict.links.iter().map(|link| format!("{} {} {}", link.from, link.kind, link.to)).collect()
}

#[test]
fn links_are_those_of_the_day() {
    let mut facts = customer(&[("boss", None), ("ann", Some("boss")), ("bob", Some("ann")), ("cal", Some("bob"))])
        .change("cal", "2026-05-01", Change::ReportingLineChanged { reports_to: Some("boss".parse().unwrap()) })
        .change("cal", "2026-06-01", Change::ReportingLineChanged { reports_to: None })
        .change("ann", "2026-05-30", Change::Left {})
        .tie("bob", Kind::Influences, "boss", None)
        .tie("ann", Kind::Knows, "cal", None)
        .tie("cal", Kind::Knows, "bob", Some(Strength::Close))
        .tie("bob", Kind::Knows, "cal", Some(Strength::Distant))
        .tie("cal", Kind::ConflictsWith, "boss", None)
        .tie("boss", Kind::Influences, "cal", None);
    facts.relationships[4].until = Some("2026-05-29".parse().unwrap());
    facts.relationships[5].since = Some("2026-05-31".parse().unwrap());
    let verdict = chain(&facts);
    assert_eq!(links(&verdict), ["bob influences boss", "bob knows cal", "cal reports_to boss"]);
    assert_eq!(verdict.links[1].strength, Some(Strength::Distant), "of one day, we expect the less");
    facts.relationships[2].since = Some("2026-01-01".parse().unwrap());
    assert_eq!(chain(&facts).links[1].strength, Some(Strength::Close), "the later one");

    let lines: Vec<_> = verdict.broken_lines.iter().map(|line| (line.stakeholder.as_str(), line.kind)).collect();
    assert_eq!(lines, [("bob", BrokenLineKind::SuperiorLeft)]);
    assert_eq!(verdict.broken_lines[0].superior.as_ref().unwrap().as_str(), "ann");
}

#[test]
fn a_person_who_left_is_back_with_a_later_seat() {
    let mut facts = customer(&[("ann", None), ("bob", Some("ann"))]).change("ann", "2026-03-01", Change::Left {});
    assert!(chain(&facts).links.is_empty());
    facts.opportunities.push(Opportunity::new("spare-parts".parse().unwrap(), "north-plant".parse().unwrap()));
    let mut seat = CommitteeSeat::new("spare-parts".parse().unwrap(), "ann".parse().unwrap());
    seat.since = Some("2026-04-01".parse().unwrap());
    facts.committee_seats.push(seat);
    assert_eq!(links(&chain(&facts)), ["bob reports_to ann"]);
    facts.committee_seats[0].since = Some("2026-06-01".parse().unwrap());
    assert!(chain(&facts).links.is_empty(), "not yet");
}

#[test]
fn circles_are_told_from_what_leads_into_them() {
    let lines = [
        ("a", Some("c")),
        ("b", Some("a")),
        ("c", Some("b")),
        ("d", Some("a")),
        ("e", Some("e")),
        ("f", None),
        ("g", Some("h")),
        ("h", Some("g")),
    ];
    let verdict = chain(&customer(&lines));
    let circles: Vec<Vec<&str>> = verdict
        .circles
        .iter()
        .map(|circle| circle.stakeholders.iter().map(|person| person.as_str()).collect())
        .collect();
    assert_eq!(circles, [vec!["a", "c", "b"], vec!["e"], vec!["g", "h"]]);
    assert!(!links(&verdict).contains(&"e reports_to e".to_owned()));
    let lines: Vec<_> = verdict.broken_lines.iter().map(|line| (line.stakeholder.as_str(), line.kind)).collect();
    assert_eq!(lines, [("f", BrokenLineKind::NoSuperiorKnown)]);
}

#[test]
fn lines_may_lead_out_of_the_account() {
    let mut facts = customer(&[("ann", Some("zoe")), ("bob", Some("ann")), ("cal", None)]);
    facts.stakeholders.push(Stakeholder::new("zoe".parse().unwrap(), "south-plant".parse().unwrap()));
    let broken = |facts: &Facts| {
        let lines = chain(facts).broken_lines;
        lines.into_iter().map(|line| (line.stakeholder.to_string(), line.kind)).collect::<Vec<_>>()
    };
    let elsewhere = ("ann".to_owned(), BrokenLineKind::SuperiorOfAnotherAccount);
    assert_eq!(broken(&facts), [elsewhere.clone(), ("cal".to_owned(), BrokenLineKind::NoSuperiorKnown)]);
    let mut facts = facts.seat("cal", Coach, None);
    facts.committee_seats[0].coach_position = Some(CoachPosition::OurCompany);
    assert_eq!(broken(&facts), [elsewhere], "one of us has no superior there");
    assert!(broken(&customer(&[("ann", None), ("bob", None)])).is_empty(), "no line is known");
}

#[test]
fn key_people_by_influence_and_position() {
    // hub stands between all pairs of the other four but none: 1; the others between none.
    let mut facts = customer(&[("boss", Some("hub")), ("hub", None), ("low", Some("hub")), ("who", Some("hub"))])
        .seat("boss", None, None)
        .seat("hub", None, Some(Stance::Ally))
        .seat("low", None, None);
    facts.stakeholders.push(Stakeholder::new("nobody".parse().unwrap(), "north-plant".parse().unwrap()));
    facts.committee_seats[0].influence = Some("90".parse().unwrap());
    facts.committee_seats[1].influence = Some("60".parse().unwrap());
    facts.committee_seats[2].influence = Some("0".parse().unwrap());
    let ranked = |facts: &Facts| -> Vec<(String, Option<String>)> {
        let score = |person: &super::KeyPerson| person.score.map(|score| score.to_string());
        let people = chain(facts).key_people;
        assert!(people.iter().enumerate().all(|(at, person)| person.rank == at + 1));
        people.iter().map(|person| (person.stakeholder.to_string(), score(person))).collect()
    };
    let expected = |scores: [(&str, Option<&str>); 4]| {
        scores.map(|(person, score)| (person.to_owned(), score.map(str::to_owned))).to_vec()
    };
    // 0.75 × 60 + 25 = 70; 0.75 × 90 = 67.5.
    let people = expected([("hub", Some("70")), ("boss", Some("67.5")), ("low", Some("0")), ("who", None)]);
    assert_eq!(ranked(&facts), people, "an unknown influence comes after none at all");
    let verdict = chain(&facts);
    // Of the six pairs of others (five people are there) three run through the hub.
    assert_eq!(verdict.key_people[0].centrality.unwrap().to_string(), "0.5");
    assert_eq!((verdict.key_people[0].in_committee, verdict.key_people[3].in_committee), (true, false));
    facts.committee_seats[1].influence = None;
    let people = expected([("boss", Some("67.5")), ("low", Some("0")), ("hub", None), ("who", None)]);
    assert_eq!(ranked(&facts), people, "by centrality");
}

/// A decision maker nobody knows, above an engineer and a buyer who are for us.
fn plant() -> Facts {
    customer(&[("boss", None), ("buyer", Some("boss")), ("engineer", Some("boss"))])
        .seat("boss", EconomicDecisionMaker, None)
        .seat("buyer", User, Some(Stance::Supporter))
        .seat("engineer", Coach, Some(Stance::Insider))
        .talk("engineer", "2026-05-01", Channel::Visit, &["sales-2", "sales-1"])
        .tie("engineer", Kind::Knows, "buyer", Some(Strength::Close))
        .tie("buyer", Kind::Influences, "boss", Some(Strength::Close))
}

#[test]
fn ways_are_ordered_by_trust() {
    let facts = plant();
    let verdict = chain(&facts);
    let boss = approach(&verdict, "boss");
    assert_eq!((boss.cause, boss.no_path), (ApproachCause::NotContacted, None));
    // By the engineer: 3 (one contact) + 3 (up the line) + 0 (insider). By both: 3 + 1 + (1 + 2).
    let expected = [("engineer boss".to_owned(), 6), ("engineer buyer boss".to_owned(), 7)];
    assert_eq!(ways(boss), expected);
    assert_eq!(boss.paths[0].member.as_ref().unwrap().as_str(), "sales-1");
    let tied: Vec<_> = boss.paths[1].steps.iter().map(|step| (step.link, step.distance)).collect();
    let (knows, influences) = (Some(ChainLinkKind::Knows), Some(ChainLinkKind::Influences));
    assert_eq!(tied, [(None, 3), (knows, 1), (influences, 3)]);
    assert_eq!(boss.reason.message, "boss: never in contact; nearest way: engineer, boss");
    let facts_cited: Vec<_> = boss.reason.facts.iter().map(|fact| (fact.kind, fact.id.as_str())).collect();
    let cited =
        [(FactKind::Stakeholder, "boss"), (FactKind::Interaction, "talk-0"), (FactKind::Stakeholder, "engineer")];
    assert_eq!(facts_cited, cited);

    // Contact with the buyer opens a nearer way; a contact of which our side is not recorded names nobody of us.
    let facts = facts.talk("buyer", "2026-05-02", Channel::Phone, &[]);
    let verdict = chain(&facts);
    let expected =
        [("buyer boss".to_owned(), 6), ("engineer boss".to_owned(), 6), ("engineer buyer boss".to_owned(), 7)];
    assert_eq!(ways(approach(&verdict, "boss")), expected);
    assert_eq!(approach(&verdict, "boss").paths[0].member, None);
    // Deeper contact brings people nearer.
    let facts =
        facts.talk("engineer", "2026-04-01", Channel::Visit, &[]).talk("engineer", "2026-03-01", Channel::Visit, &[]);
    assert_eq!(ways(approach(&chain(&facts), "boss"))[0], ("engineer boss".to_owned(), 4));
}

#[test]
fn each_kind_of_tie_has_its_distance() {
    let cases: [(Kind, Option<Strength>, bool, u32); 12] = [
        (Kind::Knows, Some(Strength::Close), true, 1),
        (Kind::Knows, Some(Strength::Working), false, 2),
        (Kind::Knows, None, true, 3),
        (Kind::Knows, Some(Strength::Distant), false, 4),
        (Kind::Influences, Some(Strength::Close), true, 1),
        (Kind::Influences, Some(Strength::Working), true, 2),
        (Kind::Influences, None, true, 2),
        (Kind::Influences, Some(Strength::Distant), true, 3),
        (Kind::Influences, Some(Strength::Close), false, 2),
        (Kind::Influences, Some(Strength::Working), false, 3),
        (Kind::Influences, None, false, 3),
        (Kind::Influences, Some(Strength::Distant), false, 4),
    ];
    let base = || {
        customer(&[("ann", None), ("bob", None)]).seat("ann", None, Some(Stance::Insider)).talk(
            "ann",
            "2026-05-29",
            Channel::Visit,
            &["sales-1"],
        )
    };
    let second_step = |facts: &Facts| approach(&chain_for(facts, &["bob"]), "bob").paths[0].steps[1].distance;
    for (kind, strength, is_forwards, expected) in cases {
        let (from, to) = if is_forwards { ("ann", "bob") } else { ("bob", "ann") };
        let facts = base().tie(from, kind, to, strength);
        assert_eq!(second_step(&facts), expected, "{from} {kind} {to}, {strength:?}");
    }
    for (lower, expected) in [(0, 3), (1, 1)] {
        let mut facts = base();
        facts.stakeholders[lower].reports_to = Some(["bob", "ann"][lower].parse().unwrap());
        assert_eq!(second_step(&facts), expected);
    }
    for (stance, expected) in [(Stance::Insider, 1), (Stance::Ally, 2), (Stance::Supporter, 3)] {
        let mut facts = base().tie("ann", Kind::Knows, "bob", Some(Strength::Close));
        facts.committee_seats[0].stance = Some(stance);
        assert_eq!(second_step(&facts), expected, "{stance}");
    }
}

#[test]
fn who_is_not_known_to_be_for_us_passes_nobody_on() {
    for stance in [None, Some(Stance::Neutral), Some(Stance::Hostile)] {
        let mut facts = plant();
        facts.committee_seats[2].stance = stance;
        let boss = approach(&chain(&facts), "boss").clone();
        assert_eq!((boss.paths.len(), boss.no_path), (0, Some(NoPathCause::NobodyForUsInContact)), "{stance:?}");
    }
    let facts = plant().change("engineer", "2026-05-29", Change::Left {});
    assert_eq!(approach(&chain(&facts), "boss").no_path, Some(NoPathCause::NobodyForUsInContact));
    let mut facts = plant();
    facts.interactions[0].on = "2026-03-01".parse().unwrap();
    assert_eq!(approach(&chain(&facts), "boss").no_path, Some(NoPathCause::NobodyForUsInContact), "long ago");
    let mut facts = plant();
    facts.stakeholders.iter_mut().for_each(|person| person.reports_to = None);
    facts.relationships.pop();
    assert_eq!(approach(&chain(&facts), "boss").no_path, Some(NoPathCause::NoConnection));
}

#[test]
fn informers_and_the_induced_pass_nobody_on() {
    type Make = fn(&mut CommitteeSeat);
    let unreliable: [(&str, Make); 2] = [
        ("who is known to inform a competitor", |seat| seat.informs_competitor = Some(true)),
        ("of whom an unlawful inducement is recorded", |seat| {
            seat.drivers = vec![Driver::Money, Driver::UnlawfulInducement];
        }),
    ];
    let base = || {
        customer(&[("boss", None), ("ann", None), ("bob", None)])
            .seat("boss", EconomicDecisionMaker, None)
            .seat("ann", Coach, Some(Stance::Insider))
            .seat("bob", User, Some(Stance::Supporter))
            .talk("ann", "2026-05-20", Channel::Visit, &[])
            .tie("ann", Kind::Knows, "boss", Some(Strength::Close))
    };
    let near = base();
    assert_eq!(ways(approach(&chain(&near), "boss")), [("ann boss".to_owned(), 4)]);
    for (why, make) in unreliable {
        let mut facts = base();
        make(&mut facts.committee_seats[1]);
        let verdict = chain_for(&facts, &["ann"]);
        let boss = approach(&verdict, "boss");
        assert_eq!((boss.paths.len(), boss.no_path), (0, Some(NoPathCause::NobodyForUsInContact)));
        assert_eq!(blockers(boss), [(BlockerKind::UnreliableBetween, "ann")]);
        assert!(boss.blockers[0].reason.message.contains(why), "{:?}", boss.blockers[0].reason);
        // We may speak with them ourselves.
        assert_eq!(ways(approach(&verdict, "ann")), [("ann".to_owned(), 3)]);

        // In between they pass nobody on either, and a longer way without them is the one to go.
        let facts = facts.talk("bob", "2026-05-20", Channel::Visit, &[]);
        let facts = facts.tie("bob", Kind::Knows, "ann", Some(Strength::Close));
        let verdict = chain(&facts);
        let boss = approach(&verdict, "boss");
        assert_eq!((boss.paths.len(), boss.no_path), (0, Some(NoPathCause::NoConnection)));
        let facts = facts.tie("bob", Kind::Knows, "boss", Some(Strength::Distant));
        let verdict = chain(&facts);
        let boss = approach(&verdict, "boss");
        assert_eq!(ways(boss), [("bob boss".to_owned(), 9)]);
        assert_eq!(blockers(boss), [(BlockerKind::UnreliableBetween, "ann")], "a way by them would be nearer");
    }
    let mut unknown = base();
    unknown.committee_seats[1].informs_competitor = Some(false);
    assert_eq!(chain(&unknown).approaches, chain(&near).approaches);
}

#[test]
fn conflicts_bar_steps_and_are_told() {
    let facts = plant().tie("boss", Kind::ConflictsWith, "engineer", None);
    let verdict = chain(&facts);
    let boss = approach(&verdict, "boss");
    assert_eq!(boss.no_path, Some(NoPathCause::NoConnection), "nor does the engineer help on a longer way");
    assert_eq!(blockers(boss), [(BlockerKind::ConflictWithTarget, "engineer")]);
    let cited: Vec<_> = boss.blockers[0].reason.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(cited, ["boss conflicts_with engineer"], "as it is recorded");

    // The way by the buyer would be the nearest, were the two not at odds.
    let mut facts = plant().tie("engineer", Kind::ConflictsWith, "buyer", None);
    facts.stakeholders[2].reports_to = None;
    facts.stakeholders[1].reports_to = Some("engineer".parse().unwrap());
    let verdict = chain(&facts);
    let boss = approach(&verdict, "boss");
    assert_eq!(boss.no_path, Some(NoPathCause::NoConnection));
    assert_eq!(blockers(boss), [(BlockerKind::ConflictOnTheWay, "engineer")]);
    // Where another way is as near, nothing is barred.
    let facts = facts.tie("engineer", Kind::Knows, "boss", Some(Strength::Distant));
    let verdict = chain(&facts);
    assert_eq!(ways(approach(&verdict, "boss")), [("engineer boss".to_owned(), 7)]);
    assert!(approach(&verdict, "boss").blockers.is_empty());
}

#[test]
fn hostile_people_between_and_above_are_told() {
    let base = || {
        customer(&[("chief", None), ("gate", Some("chief")), ("user", None), ("wall", None)])
            .seat("chief", EconomicDecisionMaker, Some(Stance::Hostile))
            .seat("gate", TechnicalGatekeeper, None)
            .seat("user", User, Some(Stance::Ally))
            .seat("wall", None, Some(Stance::Hostile))
            .talk("user", "2026-05-20", Channel::Phone, &["sales-1"])
            .tie("user", Kind::Knows, "wall", Some(Strength::Close))
            .tie("wall", Kind::Knows, "gate", Some(Strength::Close))
    };
    let verdict = chain(&base());
    let gate = approach(&verdict, "gate");
    assert_eq!(gate.no_path, Some(NoPathCause::NoConnection));
    assert_eq!(blockers(gate), [(BlockerKind::HostileBetween, "wall"), (BlockerKind::HostileSuperior, "chief")]);
    assert_eq!(verdict.approaches[0].target.as_str(), "chief", "decision makers first");
    let order: Vec<_> = gate.blockers.iter().map(|blocker| blocker.reason.rule.as_ref()).collect();
    assert_eq!(order, ["hostile_between", "hostile_superior"]);
    // By the wall it is 3 + 2 + 4 = 9 and so it is here: 3 + 5 = 8.
    let facts = base().tie("user", Kind::Knows, "gate", Some(Strength::Distant));
    let verdict = chain(&facts);
    assert_eq!(ways(approach(&verdict, "gate")), [("user gate".to_owned(), 8)]);
    assert_eq!(blockers(approach(&verdict, "gate")), [(BlockerKind::HostileSuperior, "chief")]);
}

#[test]
fn whom_we_need_depends_on_role_and_stage() {
    let people = [("boss", None), ("coach", None), ("gate", None), ("user-1", None), ("user-2", None)];
    let base = || {
        let mut facts = customer(&people)
            .seat("boss", EconomicDecisionMaker, Some(Stance::Ally))
            .seat("coach", Coach, None)
            .seat("gate", TechnicalGatekeeper, Some(Stance::Neutral))
            .seat("user-1", User, None)
            .seat("user-2", User, None)
            .talk("boss", "2026-05-20", Channel::Phone, &[])
            .talk("gate", "2026-05-20", Channel::Phone, &[])
            .talk("coach", "2026-01-20", Channel::Phone, &[]);
        facts.opportunity_events.push(crate::facts::OpportunityEvent {
            id: None,
            opportunity: "press-line".parse().unwrap(),
            at: "2026-05-01".parse().unwrap(),
            by: None,
            change: serde_json::from_str(r#"{"type": "created", "stage": "interest"}"#).unwrap(),
        });
        facts
    };
    let causes = |facts: &Facts| -> Vec<(String, ApproachCause)> {
        let verdict = chain(facts);
        verdict.approaches.iter().map(|approach| (approach.target.to_string(), approach.cause)).collect()
    };
    let expected = |people: &[(&str, ApproachCause)]| -> Vec<(String, ApproachCause)> {
        people.iter().map(|(person, cause)| ((*person).to_owned(), *cause)).collect()
    };
    let always = [("boss", ApproachCause::NeverMet), ("gate", ApproachCause::NotFavourable)];
    assert_eq!(causes(&base())[..2], expected(&always));
    let stage = |name: &str| {
        let mut facts = base();
        let event = format!(r#"{{"type": "created", "stage": "{name}"}}"#);
        facts.opportunity_events[0].change = serde_json::from_str(&event).unwrap();
        facts
    };
    let late = [
        ("boss", ApproachCause::NeverMet),
        ("gate", ApproachCause::NotFavourable),
        ("user-1", ApproachCause::NotContacted),
        ("user-2", ApproachCause::NotContacted),
        ("coach", ApproachCause::Silent),
    ];
    assert_eq!(causes(&stage("commitment")), expected(&late));
    let mut one_is_enough = stage("commitment").talk("user-1", "2026-05-20", Channel::Visit, &[]);
    one_is_enough.committee_seats[3].stance = Some(Stance::Ally);
    let without_users = [late[0], late[1], late[4]];
    assert_eq!(causes(&one_is_enough), expected(&without_users));
    let mut ours = stage("commitment");
    ours.committee_seats[1].coach_position = Some(CoachPosition::OurCompany);
    assert_eq!(causes(&ours), expected(&late[..4]));
    let met = base().talk("boss", "2026-05-21", Channel::Visit, &[]);
    assert!(causes(&met).iter().all(|(person, _)| person != "boss"));
}

#[test]
fn anybody_may_be_asked_for() {
    let facts = plant().change("buyer", "2026-05-29", Change::Left {});
    let verdict = chain_for(&facts, &["engineer", "buyer", "stranger", "engineer", "boss"]);
    let found: Vec<_> = verdict
        .approaches
        .iter()
        .map(|approach| (approach.target.as_str(), approach.cause, approach.no_path))
        .collect();
    let requested = ApproachCause::Requested;
    let expected = [
        ("boss", ApproachCause::NotContacted, None),
        ("buyer", requested, Some(NoPathCause::TargetLeft)),
        ("engineer", requested, None),
        ("stranger", requested, Some(NoPathCause::TargetUnknown)),
    ];
    assert_eq!(found, expected);
    assert_eq!(ways(approach(&verdict, "engineer")), [("engineer".to_owned(), 3)]);
}
