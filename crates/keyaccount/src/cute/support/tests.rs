//! The support base by hand.

use super::{SupportMoveKind as Kind, SupportTrend, SupportVerdict, support_base};
use crate::cute::{CoverageGap, check_committee};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CoachPosition, CommitteeSeat, Direction, Facts, Interaction, NonSupporterKind,
    Opportunity, Stakeholder, StakeholderChange, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::{CoverageGapKind as Gap, Playbook};
use crate::values::Language;
use crate::verdict::Severity;
use Stance::{Ally, Hostile, Insider, Neutral, Supporter};

const AS_OF: &str = "2026-05-30";
/// Ninety days before.
const SINCE: &str = "2026-03-01";

fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.accounts.push(Account::new("north-plant".parse().unwrap(), "North Plant".parse().unwrap()));
    facts.opportunities.push(Opportunity::new("press-line".parse().unwrap(), "north-plant".parse().unwrap()));
    facts
}

fn sit(facts: &mut Facts, person: &str, stance: Option<Stance>, influence: &str) {
    facts.stakeholders.push(Stakeholder::new(person.parse().unwrap(), "north-plant".parse().unwrap()));
    let mut seat = CommitteeSeat::new("press-line".parse().unwrap(), person.parse().unwrap());
    seat.stance = stance;
    seat.influence = (!influence.is_empty()).then(|| influence.parse().unwrap());
    facts.committee_seats.push(seat);
}

/// Director 50 ally, engineer 30 supporter, buyer 20 neutral, operator of unknown stance and influence: 80 of 100.
fn four() -> Facts {
    let mut facts = facts();
    sit(&mut facts, "director", Some(Ally), "50");
    sit(&mut facts, "engineer", Some(Supporter), "30");
    sit(&mut facts, "buyer", Some(Neutral), "20");
    sit(&mut facts, "operator", None, "");
    facts
}

fn seat_of<'a>(facts: &'a mut Facts, person: &str) -> &'a mut CommitteeSeat {
    facts.committee_seats.iter_mut().find(|seat| seat.stakeholder.as_str() == person).unwrap()
}

fn turn(facts: &mut Facts, person: &str, on: &str, change: Change) {
    facts.stakeholder_changes.push(StakeholderChange {
        stakeholder: person.parse().unwrap(),
        opportunity: None,
        on: on.parse().unwrap(),
        change,
    });
}

fn stands(stance: Option<Stance>) -> Change {
    Change::StanceChanged { stance, non_supporter: None }
}

fn weighs(influence: &str) -> Change {
    Change::InfluenceChanged { influence: Some(influence.parse().unwrap()) }
}

fn measure(facts: Facts) -> SupportVerdict {
    let book = Book::from_facts(facts);
    assert_eq!(book.problems(), []);
    let (account, opportunity) = book.opportunity(&"press-line".parse().unwrap()).unwrap();
    let verdict = support_base(account, opportunity, &Playbook::six_stage(), None, AS_OF.parse().unwrap());
    assert_eq!(verdict.since.to_string(), SINCE);
    verdict
}

/// Person, kind, day and effect of the movers, the largest effect first.
fn moves(verdict: &SupportVerdict) -> Vec<(&str, Kind, String, String)> {
    let text = |value: Option<String>| value.unwrap_or_else(|| "unknown".to_owned());
    let on = |mover: &super::SupportMover| text(mover.on.map(|on| on.to_string()));
    let effect = |mover: &super::SupportMover| text(mover.effect.map(|effect| effect.to_string()));
    verdict.movers.iter().map(|one| (one.stakeholder.as_str(), one.kind, on(one), effect(one))).collect()
}

fn change(verdict: &SupportVerdict) -> String {
    verdict.change.unwrap().to_string()
}

fn of<'a>(person: &'a str, kind: Kind, on: &str, effect: &str) -> Vec<(&'a str, Kind, String, String)> {
    vec![(person, kind, on.to_owned(), effect.to_owned())]
}

#[test]
fn weight_stands_beside_breadth() {
    let verdict = measure(four());
    let base = &verdict.base;
    assert_eq!((base.people, base.without_influence), (4, 1));
    let groups = base.groups().map(|group| {
        let share = |share: Option<crate::values::Share>| share.unwrap().to_string();
        (group.people, group.influence.to_string(), share(group.share_of_people), share(group.share_of_influence))
    });
    let expected = [(2, "80", "0.5", "0.8"), (1, "20", "0.25", "0.2"), (0, "0", "0", "0"), (1, "0", "0.25", "0")];
    assert_eq!(groups, expected.map(|(n, sum, heads, weight)| (n, sum.into(), heads.into(), weight.into())));
    assert_eq!(base.for_us.stakeholders, ["director".parse().unwrap(), "engineer".parse().unwrap()]);
    assert_eq!((verdict.trend, change(&verdict).as_str()), (SupportTrend::Steady, "0"));
    assert_eq!(verdict.movers, []);
}

#[test]
fn a_backslider_shrinks_the_base() {
    let mut facts = four();
    let backslider = Some(NonSupporterKind::Backslider);
    turn(
        &mut facts,
        "engineer",
        "2026-05-04",
        Change::StanceChanged { stance: Some(Neutral), non_supporter: backslider },
    );
    let verdict = measure(facts);
    // From 80 to 50 of 100.
    assert_eq!((verdict.trend, change(&verdict).as_str()), (SupportTrend::Shrinking, "-0.3"));
    assert_eq!(verdict.breadth_change.unwrap().to_string(), "-0.25");
    assert_eq!(moves(&verdict), of("engineer", Kind::Lost, "2026-05-04", "-0.3"));
    let reason = &verdict.movers.first().unwrap().reason;
    assert_eq!(
        reason.message,
        "engineer turned away from us on 2026-05-04: supporter before, neutral now; our share of influence -0.3"
    );
    assert_eq!(reason.facts.first().unwrap().id, "engineer");
    assert_eq!(reason.compared.get(1).unwrap().actual.as_deref(), Some("2026-05-04"));
    assert!(verdict.reason.message.contains("0.5 of the known influence is for us, 0.8 on 2026-03-01"));
}

#[test]
fn winning_over_counts_the_whole_weight() {
    let mut facts = four();
    turn(&mut facts, "buyer", "2026-04-01", stands(Some(Hostile)));
    turn(&mut facts, "buyer", "2026-05-01", stands(Some(Supporter)));
    turn(&mut facts, "buyer", "2026-05-20", stands(Some(Insider)));
    let verdict = measure(facts);
    assert_eq!((verdict.trend, change(&verdict).as_str()), (SupportTrend::Growing, "0.2"));
    assert_eq!(moves(&verdict), of("buyer", Kind::WonOver, "2026-05-01", "0.2"), "for us from the first of May");
}

#[test]
fn joining_and_leaving_change_the_whole() {
    let since = |facts: &mut Facts, person: &str| seat_of(facts, person).since = Some("2026-05-04".parse().unwrap());
    // From 80 of 80 to 80 of 100.
    let mut facts = four();
    since(&mut facts, "buyer");
    let verdict = measure(facts);
    assert_eq!((verdict.trend, change(&verdict).as_str()), (SupportTrend::Shrinking, "-0.2"));
    assert_eq!(moves(&verdict), of("buyer", Kind::Joined, "2026-05-04", "-0.2"));
    // From 30 of 50 to 80 of 100.
    let mut facts = four();
    since(&mut facts, "director");
    assert_eq!(moves(&measure(facts)), of("director", Kind::Joined, "2026-05-04", "0.2"));
    // From 80 of 100 to 50 of 70: 0.7143.
    let mut facts = four();
    turn(&mut facts, "engineer", "2026-05-04", Change::Left {});
    assert_eq!(moves(&measure(facts)), of("engineer", Kind::Left, "2026-05-04", "-0.0857"));
    // From 80 of 100 to 80 of 80.
    let mut facts = four();
    turn(&mut facts, "buyer", "2026-05-04", Change::Left {});
    assert_eq!(moves(&measure(facts)), of("buyer", Kind::Left, "2026-05-04", "0.2"));
    // Who turns out to be one of ours does not count any more.
    let mut facts = four();
    let ours = Change::CoachPositionChanged { coach_position: Some(CoachPosition::OurCompany) };
    turn(&mut facts, "director", "2026-05-04", ours);
    assert_eq!(moves(&measure(facts)), of("director", Kind::Left, "2026-05-04", "-0.2"));
    // Somebody without a seat who took a role.
    let mut facts = four();
    facts.stakeholders.push(Stakeholder::new("fitter".parse().unwrap(), "north-plant".parse().unwrap()));
    turn(&mut facts, "fitter", "2026-05-04", Change::RoleTaken { role: BuyingRole::User });
    facts.stakeholder_changes.first_mut().unwrap().opportunity = Some("press-line".parse().unwrap());
    assert_eq!(moves(&measure(facts)), of("fitter", Kind::Joined, "2026-05-04", "unknown"));
}

#[test]
fn weights_move_it_too() {
    // From 80 of 100 to 80 of 160.
    let mut facts = four();
    turn(&mut facts, "buyer", "2026-05-04", weighs("80"));
    let verdict = measure(facts);
    assert_eq!((verdict.trend, change(&verdict).as_str()), (SupportTrend::Shrinking, "-0.3"));
    assert_eq!(moves(&verdict), of("buyer", Kind::WeighsMore, "2026-05-04", "-0.3"));
    // From 80 of 100 to 60 of 80.
    let mut facts = four();
    turn(&mut facts, "director", "2026-05-04", weighs("30"));
    assert_eq!(moves(&measure(facts)), of("director", Kind::WeighsLess, "2026-05-04", "-0.05"));
    // From 80 of 100 to 80 of 200: an influence that we learned of somebody whose stance we don't know.
    let mut facts = four();
    turn(&mut facts, "operator", "2026-05-04", weighs("100"));
    assert_eq!(moves(&measure(facts)), of("operator", Kind::WeightKnown, "2026-05-04", "-0.4"));
    let mut facts = four();
    turn(&mut facts, "buyer", "2026-05-04", Change::InfluenceChanged { influence: None });
    assert_eq!(moves(&measure(facts)), of("buyer", Kind::WeightUnknown, "2026-05-04", "0.2"));
    // Among those who are for us a change of stance moves nothing, and is told.
    let mut facts = four();
    turn(&mut facts, "engineer", "2026-05-04", stands(Some(Ally)));
    assert_eq!(moves(&measure(facts)), of("engineer", Kind::Moved, "2026-05-04", "0"));
}

#[test]
fn effects_add_up_where_several_move() {
    // From 80 of 100 to 20 of 60; the mean share is 17/30, the mean whole 80. The director leaves: (−50 + 17/30·50) / 80
    // = −0.270833…; the engineer is lost: −30 / 80; the buyer is won: 20 / 80; a hostile clerk joins with 10:
    // −17/30·10 / 80 = −0.0708333….
    let mut facts = four();
    turn(&mut facts, "director", "2026-05-04", Change::Left {});
    turn(&mut facts, "engineer", "2026-05-05", stands(Some(Hostile)));
    turn(&mut facts, "buyer", "2026-05-06", stands(Some(Supporter)));
    sit(&mut facts, "clerk", Some(Hostile), "10");
    seat_of(&mut facts, "clerk").since = Some("2026-05-07".parse().unwrap());
    let verdict = measure(facts);
    assert_eq!(change(&verdict), "-0.4667");
    let found: Vec<_> = moves(&verdict).into_iter().map(|(person, _, _, effect)| (person, effect)).collect();
    let expected = [("engineer", "-0.375"), ("director", "-0.2709"), ("buyer", "0.25"), ("clerk", "-0.0708")];
    assert_eq!(found, expected.map(|(person, effect)| (person, effect.to_owned())));
}

#[test]
fn what_nobody_weighed_is_unknown() {
    let mut facts = facts();
    let verdict = measure(facts.clone());
    assert_eq!((verdict.trend, verdict.change, verdict.breadth_change), (SupportTrend::Unknown, None, None));
    assert!(verdict.base.groups().iter().all(|group| group.share_of_influence.or(group.share_of_people).is_none()));
    sit(&mut facts, "director", Some(Neutral), "");
    turn(&mut facts, "director", "2026-05-04", stands(Some(Ally)));
    let verdict = measure(facts);
    assert_eq!((verdict.trend, verdict.change), (SupportTrend::Unknown, None));
    assert_eq!(verdict.breadth_change.unwrap().to_string(), "1", "breadth is known all the same");
    assert_eq!(moves(&verdict), of("director", Kind::WonOver, "2026-05-04", "unknown"));
    assert!(verdict.reason.message.contains("no influence is known on 2026-05-30"));
}

#[test]
fn two_hundred_people_and_one() {
    let mut facts = facts();
    for at in 0..200_u32 {
        let stance = Stance::ALL.get(usize::try_from(at % 5).unwrap()).copied();
        sit(&mut facts, &format!("p{at:03}"), stance, &format!("{}.{:02}", at % 90, at % 97));
        turn(&mut facts, &format!("p{at:03}"), "2026-05-04", stands(Stance::ALL.get((at % 3) as usize).copied()));
    }
    let verdict = measure(facts);
    assert_eq!(verdict.base.people, 200);
    let sum: rust_decimal::Decimal = verdict.movers.iter().map(|mover| mover.effect.unwrap().value()).sum();
    assert_eq!(sum, verdict.change.unwrap().value());
    let mut one = self::facts();
    sit(&mut one, "director", Some(Hostile), "70");
    turn(&mut one, "director", "2026-05-04", stands(Some(Ally)));
    assert_eq!(moves(&measure(one)), of("director", Kind::WonOver, "2026-05-04", "1"));
}

#[test]
fn the_limit_belongs_to_growing_and_shrinking() {
    for (influence, rest, expected) in [("5", "95", SupportTrend::Shrinking), ("4.99", "95.01", SupportTrend::Steady)] {
        let mut facts = facts();
        sit(&mut facts, "a", Some(Ally), influence);
        sit(&mut facts, "b", Some(Ally), rest);
        turn(&mut facts, "a", "2026-05-04", stands(Some(Neutral)));
        assert_eq!(measure(facts).trend, expected, "{influence}");
    }
}

#[test]
fn an_earlier_day_is_asked_for() {
    let mut facts = four();
    turn(&mut facts, "engineer", "2026-02-01", stands(Some(Neutral)));
    let book = Book::from_facts(facts);
    let (account, opportunity) = book.opportunity(&"press-line".parse().unwrap()).unwrap();
    let trend = |since: &str| {
        let since = Some(since.parse().unwrap());
        support_base(account, opportunity, &Playbook::six_stage(), since, AS_OF.parse().unwrap()).trend
    };
    assert_eq!(trend("2026-01-31"), SupportTrend::Shrinking);
    assert_eq!(trend("2026-02-01"), SupportTrend::Steady, "the earlier day is read as it ended");
    assert_eq!(trend("2026-12-31"), SupportTrend::Steady, "taken as the day itself");
}

/// The gaps of the committee as a whole that support decides on.
fn whole(facts: &Facts, stage: Option<&str>) -> Vec<CoverageGap> {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    let playbook = Playbook::six_stage();
    let stage = stage.map(|stage| playbook.default_pipeline().stage(&stage.parse().unwrap()).unwrap());
    let (account, opportunity) = book.opportunity(&"press-line".parse().unwrap()).unwrap();
    let kinds = [
        Gap::KeyPeopleUnfavourable,
        Gap::InfluenceWithUnknown,
        Gap::NoOpponentFound,
        Gap::ChampionLeft,
        Gap::SupportShrinking,
    ];
    let verdict = check_committee(account, opportunity, stage, &playbook, AS_OF.parse().unwrap());
    verdict.gaps.into_iter().filter(|gap| kinds.contains(&gap.kind)).collect()
}

fn found(facts: &Facts, stage: Option<&str>) -> Vec<(Gap, Severity, Vec<String>)> {
    let people = |gap: &CoverageGap| gap.stakeholders.iter().map(ToString::to_string).collect();
    whole(facts, stage).iter().map(|gap| (gap.kind, gap.severity, people(gap))).collect()
}

/// Records a visit to everybody.
fn visit_all(facts: &mut Facts) {
    let stakeholders = facts.stakeholders.iter().map(|person| person.id.clone()).collect();
    facts.interactions.push(Interaction {
        id: "visit-1".parse().unwrap(),
        account: "north-plant".parse().unwrap(),
        on: "2026-05-20".parse().unwrap(),
        channel: Channel::Visit,
        direction: Direction::TwoWay,
        stakeholders,
        members: vec![],
        opportunity: None,
        topics: vec![],
    });
}

#[test]
fn most_key_people_not_for_us() {
    let mut facts = facts();
    for (person, stance, influence) in [
        ("a", Some(Neutral), "60"),
        ("b", Some(Hostile), "100"),
        ("c", Some(Ally), "99"),
        ("d", None, "80"),
        ("e", Some(Neutral), "59.99"),
    ] {
        sit(&mut facts, person, stance, influence);
    }
    visit_all(&mut facts);
    let expected = |severity| vec![(Gap::KeyPeopleUnfavourable, severity, vec!["a".to_owned(), "b".to_owned()])];
    assert_eq!(found(&facts, Some("comparison")), expected(Severity::High));
    assert_eq!(found(&facts, None), expected(Severity::Medium));
    let gap = whole(&facts, None).remove(0);
    assert_eq!(gap.reason.message, "2 of 3 key people whose stance is known are not for us: a, b");
    assert_eq!(gap.reason.fact_count, 2);
    seat_of(&mut facts, "d").stance = Some(Supporter);
    assert_eq!(found(&facts, None), [], "half is not most");
}

#[test]
fn influence_with_people_we_do_not_know() {
    let mut facts = facts();
    sit(&mut facts, "known", Some(Hostile), "50");
    visit_all(&mut facts);
    sit(&mut facts, "silent", Some(Ally), "10");
    sit(&mut facts, "unclear", None, "40");
    let people = || vec!["silent".to_owned(), "unclear".to_owned()];
    assert_eq!(
        found(&facts, Some("comparison")),
        [(Gap::InfluenceWithUnknown, Severity::High, people())],
        "exactly the limit"
    );
    assert_eq!(found(&facts, None), [(Gap::InfluenceWithUnknown, Severity::Medium, people())]);
    let message = whole(&facts, None).remove(0).reason.message;
    assert_eq!(message, "0.5 of the known influence is with people we don't know: unclear, silent");
    seat_of(&mut facts, "silent").influence = Some("9.99".parse().unwrap());
    assert_eq!(found(&facts, None), []);
    facts.committee_seats.iter_mut().for_each(|seat| seat.influence = None);
    assert_eq!(found(&facts, None), [], "where no influence is known it is with nobody");
}

#[test]
fn nobody_against_us_is_suspicious() {
    let mut facts = facts();
    for person in ["a", "b", "c", "d", "e"] {
        sit(&mut facts, person, Some(Ally), "10");
    }
    seat_of(&mut facts, "e").stance = Some(Neutral);
    visit_all(&mut facts);
    assert_eq!(found(&facts, Some("comparison")), [(Gap::NoOpponentFound, Severity::Low, vec![])]);
    assert_eq!(whole(&facts, None).remove(0).reason.fact_count, 5);
    for kind in NonSupporterKind::ALL {
        seat_of(&mut facts, "e").non_supporter = Some(*kind);
        assert_eq!(found(&facts, None), [], "{}", kind.label(Language::En));
    }
    seat_of(&mut facts, "e").non_supporter = None;
    seat_of(&mut facts, "e").stance = None;
    assert_eq!(found(&facts, None), [], "four of known stance");
}

#[test]
fn a_champion_left() {
    let mut facts = facts();
    sit(&mut facts, "coach", Some(Supporter), "");
    sit(&mut facts, "other", Some(Supporter), "");
    sit(&mut facts, "ally", Some(Ally), "");
    seat_of(&mut facts, "coach").roles = vec![BuyingRole::Coach];
    visit_all(&mut facts);
    turn(&mut facts, "coach", "2026-03-01", Change::Left {});
    let gone = |person: &str| vec![(Gap::ChampionLeft, Severity::High, vec![person.to_owned()])];
    assert_eq!(found(&facts, None), gone("coach"), "an ally who is there is no coach");
    let gap = whole(&facts, None).remove(0);
    assert!(gap.reason.message.contains("2026-03-01") && gap.reason.message.contains("coach"));
    let mut earlier = facts.clone();
    earlier.stakeholder_changes.first_mut().unwrap().on = "2026-02-28".parse().unwrap();
    assert_eq!(found(&earlier, None), [], "longer ago than the support base is looked back");
    let mut turned = facts.clone();
    turn(&mut turned, "coach", "2026-02-20", stands(Some(Neutral)));
    assert_eq!(found(&turned, None), [], "not for us when they left");
    let mut after = facts.clone();
    turn(&mut after, "coach", "2026-04-20", stands(Some(Hostile)));
    assert_eq!(found(&after, None), gone("coach"), "for us when they left");
    let mut replaced = facts.clone();
    seat_of(&mut replaced, "other").roles = vec![BuyingRole::Coach];
    assert_eq!(found(&replaced, None), []);
    seat_of(&mut replaced, "other").coach_position = Some(CoachPosition::OurCompany);
    assert_eq!(found(&replaced, None), gone("coach"), "a coach of our own company guides nobody inside");
    let mut supporter = facts.clone();
    supporter.stakeholder_changes.first_mut().unwrap().stakeholder = "other".parse().unwrap();
    seat_of(&mut supporter, "coach").stance = None;
    assert_eq!(found(&supporter, None), [], "a supporter who neither guides nor helps is no champion");
    supporter.stakeholder_changes.first_mut().unwrap().stakeholder = "ally".parse().unwrap();
    assert_eq!(found(&supporter, None), gone("ally"));
}

#[test]
fn a_shrinking_base_is_a_gap() {
    let mut facts = four();
    visit_all(&mut facts);
    turn(&mut facts, "engineer", "2026-05-04", stands(Some(Neutral)));
    turn(&mut facts, "buyer", "2026-05-04", weighs("10"));
    assert_eq!(found(&facts, None), [(Gap::SupportShrinking, Severity::Medium, vec!["engineer".to_owned()])]);
    let gap = whole(&facts, None).remove(0);
    assert!(gap.reason.message.contains("engineer turned away from us on 2026-05-04"), "{}", gap.reason.message);
    let first = gap.reason.compared.first().unwrap();
    assert_eq!((first.actual.as_deref(), first.limit.as_deref()), (Some("-0.2444"), Some("-0.05")));
    turn(&mut facts, "engineer", "2026-05-29", stands(Some(Supporter)));
    assert_eq!(found(&facts, None), []);
}
