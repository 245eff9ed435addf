//! Laws that hold for every committee.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::{CommitteeIndex, CoverageGap, CoverageVerdict, VetoRisk, check_committee};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CoachPosition, CommitteeSeat, CommunicationStyle, Contribution,
    ContributionKind, Direction, Driver, Facts, Interaction, NonSupporterKind, Opportunity, Stakeholder,
    StakeholderChange, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::{CoverageGapKind as Gap, CoverageLevel, Playbook};
use crate::values::{Date, StakeholderId};
use crate::verdict::{Comparison, Severity};

const PEOPLE: [&str; 6] = ["person~0", "person~1", "person~2", "person~3", "person~4", "person~5"];
const MEMBERS: [&str; 3] = ["member~0", "member~1", "member~2"];
const NEW: &str = "person~9";

fn as_of() -> Date {
    "2026-05-30".parse().unwrap()
}

fn day() -> impl Strategy<Value = Date> {
    // Mostly recent, so that roles get covered at all; some stale, some yet to come.
    prop_oneof![4 => 30_u32..90, 2 => 90_u32..200, 1 => 0_u32..30]
        .prop_map(|days| as_of().plus_days(30).minus_days(days))
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    proptest::option::weighted(0.8, select(Stance::ALL))
}

fn opportunity() -> impl Strategy<Value = &'static str> {
    prop_oneof![5 => Just("deal~0"), 1 => Just("deal~1")]
}

fn coach_position() -> impl Strategy<Value = Option<CoachPosition>> {
    proptest::option::weighted(0.3, select(CoachPosition::ALL))
}

fn informs_competitor() -> impl Strategy<Value = Option<bool>> {
    proptest::option::weighted(0.3, any::<bool>())
}

fn seat() -> impl Strategy<Value = CommitteeSeat> {
    let roles = subsequence(BuyingRole::ALL, 1..=2);
    let since = proptest::option::weighted(0.2, day());
    let known = (coach_position(), informs_competitor(), subsequence(&["purchaser", "evaluator"][..], 0..=2));
    (opportunity(), select(&PEOPLE[..]), since, roles, stance(), known).prop_map(
        |(opportunity, person, since, roles, stance, known)| {
            let mut seat = CommitteeSeat::new(opportunity.parse().unwrap(), person.parse().unwrap());
            (seat.since, seat.roles, seat.stance) = (since, roles, stance);
            (seat.coach_position, seat.informs_competitor) = (known.0, known.1);
            seat.formal_roles = known.2.iter().map(|text| text.parse().unwrap()).collect();
            seat
        },
    )
}

fn change() -> impl Strategy<Value = StakeholderChange> {
    let role = || select(BuyingRole::ALL);
    let stance_changed =
        (stance(), proptest::option::weighted(0.3, select(NonSupporterKind::ALL))).prop_map(|(stance, kind)| {
            let non_supporter = kind.filter(|_| !stance.is_some_and(Stance::is_favourable));
            Change::StanceChanged { stance, non_supporter }
        });
    let what = prop_oneof![
        3 => role().prop_map(|role| Change::RoleTaken { role }),
        3 => role().prop_map(|role| Change::RoleGivenUp { role }),
        4 => stance_changed,
        1 => Just(Change::InfluenceChanged { influence: None }),
        1 => coach_position().prop_map(|coach_position| Change::CoachPositionChanged { coach_position }),
        1 => informs_competitor().prop_map(|informs_competitor| Change::InformsCompetitorChanged { informs_competitor }),
        1 => subsequence(Driver::ALL, 0..=2).prop_map(|drivers| Change::DriversChanged { drivers }),
        1 => proptest::option::of(select(CommunicationStyle::ALL))
            .prop_map(|communication_style| Change::CommunicationStyleChanged { communication_style }),
        1 => Just(Change::Left {}),
    ];
    (select(&PEOPLE[..]), proptest::option::of(opportunity()), day(), what).prop_map(
        |(person, opportunity, on, change)| StakeholderChange {
            stakeholder: person.parse().unwrap(),
            opportunity: opportunity.map(|id| id.parse().unwrap()),
            on,
            change,
        },
    )
}

fn contribution() -> impl Strategy<Value = Contribution> {
    (opportunity(), select(&PEOPLE[..]), day(), select(ContributionKind::ALL)).prop_map(
        |(opportunity, person, on, kind)| Contribution {
            id: "renumbered".parse().unwrap(),
            opportunity: opportunity.parse().unwrap(),
            stakeholder: person.parse().unwrap(),
            on,
            kind,
            note: None,
        },
    )
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![1 => Just(Direction::Outbound), 4 => select(Direction::ALL)]
}

fn interaction() -> impl Strategy<Value = Interaction> {
    let people = subsequence(&PEOPLE[..], 0..=3);
    let members = subsequence(&MEMBERS[..], 0..=2);
    (day(), select(Channel::ALL), direction(), people, members).prop_map(|(on, channel, direction, people, members)| {
        Interaction {
            id: "renumbered".parse().unwrap(),
            account: "account~0".parse().unwrap(),
            on,
            channel,
            direction,
            stakeholders: people.iter().map(|id| id.parse().unwrap()).collect(),
            members: members.iter().map(|id| id.parse().unwrap()).collect(),
            opportunity: None,
            topics: vec![],
        }
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    use proptest::collection::vec;
    let done = vec(contribution(), 0..10);
    (vec(seat(), 0..14), vec(change(), 0..10), vec(interaction(), 0..14), done).prop_map(|all| {
        let (mut seats, changes, mut talks, mut done) = all;
        let mut taken = BTreeSet::new();
        seats.retain(|seat| taken.insert((seat.opportunity.clone(), seat.stakeholder.clone())));
        for (at, talk) in talks.iter_mut().enumerate() {
            talk.id = format!("talk~{at:02}").parse().unwrap();
        }
        for (at, done) in done.iter_mut().enumerate() {
            done.id = format!("done~{at:02}").parse().unwrap();
        }
        let mut facts = Facts { contributions: done, ..Facts::default() };
        facts.accounts.push(Account::new("account~0".parse().unwrap(), "A".parse().unwrap()));
        for id in ["deal~0", "deal~1"] {
            facts.opportunities.push(Opportunity::new(id.parse().unwrap(), "account~0".parse().unwrap()));
        }
        for id in PEOPLE.into_iter().chain([NEW]) {
            facts.stakeholders.push(Stakeholder::new(id.parse().unwrap(), "account~0".parse().unwrap()));
        }
        (facts.committee_seats, facts.stakeholder_changes, facts.interactions) = (seats, changes, talks);
        facts
    })
}

/// The position of a stage of the six-stage funnel, or none.
fn stage() -> impl Strategy<Value = Option<usize>> {
    proptest::option::weighted(0.9, 0_usize..6)
}

fn check(facts: &Facts, stage: Option<usize>) -> CoverageVerdict {
    check_deal("deal~0", facts, stage)
}

fn check_deal(deal: &str, facts: &Facts, stage: Option<usize>) -> CoverageVerdict {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    let playbook = Playbook::six_stage();
    let stage = stage.map(|at| playbook.default_pipeline().stages.get(at).unwrap());
    let (account, opportunity) = book.opportunity(&deal.parse().unwrap()).unwrap();
    let verdict = check_committee(account, opportunity, stage, &playbook, as_of());
    assert_eq!(verdict, CommitteeIndex::new(account, as_of()).check(opportunity, stage, &playbook));
    verdict
}

/// What a gap is about. The kinds that speak of contact with a role, and of what it does for us where there is contact, are
/// one concern: of them the one is reported that has to be closed first.
fn concern(gap: &CoverageGap) -> (Option<BuyingRole>, Gap) {
    let kind = match gap.kind {
        Gap::DecisionMakerNeverMet | Gap::ContactStale | Gap::RoleNotContributing => Gap::RoleNotContacted,
        kind => kind,
    };
    (gap.role, kind)
}

/// The gravest gap of each concern that `before` had is still there in `after`, and no less grave.
fn keeps_every_concern(before: &CoverageVerdict, after: &CoverageVerdict) -> bool {
    let gravest = |verdict: &CoverageVerdict, about| -> Option<Severity> {
        verdict.gaps.iter().filter(|gap| concern(gap) == about).map(|gap| gap.severity).max()
    };
    before.gaps.iter().all(|gap| gravest(after, concern(gap)) >= gravest(before, concern(gap)))
}

/// Everything of a verdict that no order of identifiers may change: people by identifier, gaps without the facts that
/// their reasons could list and the people that their messages could name.
type Unordered = (BTreeSet<String>, Vec<(CoverageLevel, usize)>, VetoRisk, String, BTreeSet<String>);

fn unordered(verdict: &CoverageVerdict) -> Unordered {
    let text = |people: &[StakeholderId]| people.iter().map(StakeholderId::to_string).collect::<BTreeSet<_>>();
    let compared = |gap: &CoverageGap| gap.reason.compared.iter().map(Comparison::clone).collect::<Vec<_>>();
    let gap = |gap: &CoverageGap| {
        let about = (gap.kind, gap.severity, gap.role, text(&gap.stakeholders), gap.next_move);
        format!("{about:?} {:?} {}", compared(gap), gap.reason.fact_count)
    };
    let score = verdict.score.as_ref().map(|score| {
        let cap = score.cap.as_ref().map(|cap| (cap.limit, cap.gap, text(&cap.stakeholders)));
        (score.value, score.uncapped, &score.parts, cap)
    });
    (
        verdict.people.iter().map(|person| format!("{person:?}")).collect(),
        verdict.roles.iter().map(|role| (role.reached, role.holders.len())).collect(),
        verdict.veto_risk,
        format!("{score:?}"),
        verdict.gaps.iter().map(gap).collect(),
    )
}

/// The facts with every identifier renamed so that the order of identifiers is kept.
fn renamed<T: serde::Serialize + serde::de::DeserializeOwned>(thing: &T) -> T {
    let names = [("person~", "kunde~"), ("member~", "wir~"), ("deal~", "projekt~"), ("account~", "firma~")];
    let names = names.iter().chain(&[("talk~", "gespraech~"), ("done~", "beitrag~")]);
    let text = names.fold(serde_json::to_string(thing).unwrap(), |text, (old, new)| text.replace(old, new));
    serde_json::from_str(&text).unwrap()
}

/// The facts or the verdict with the people's identifiers in the opposite order.
fn turned<T: serde::Serialize + serde::de::DeserializeOwned>(thing: &T) -> T {
    let text = (0..10).fold(serde_json::to_string(thing).unwrap(), |text, at| {
        text.replace(&format!("person~{at}"), &format!("turned~{}", 9 - at))
    });
    serde_json::from_str(&text.replace("turned~", "person~")).unwrap()
}

fn of_role(verdict: &CoverageVerdict, role: BuyingRole) -> impl Iterator<Item = &CoverageGap> {
    verdict.gaps.iter().filter(move |gap| gap.role == Some(role))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_verdict_is_whole(facts in facts(), stage in stage()) {
        let verdict = check(&facts, stage);
        let roles: Vec<_> = verdict.roles.iter().map(|role| role.role).collect();
        prop_assert_eq!(roles, BuyingRole::ALL);
        prop_assert!(verdict.gaps.is_sorted_by_key(|gap| (std::cmp::Reverse(gap.severity), gap.kind, gap.role)));
        for gap in &verdict.gaps {
            let roles = gap.kind.roles();
            prop_assert!(gap.role.map_or(roles.is_empty(), |role| roles.contains(&role)), "{:?}", gap);
        }
        let is_empty = verdict.gaps.iter().any(|gap| gap.kind == Gap::CommitteeEmpty);
        for role in &verdict.roles {
            let about: Vec<_> = verdict.gaps.iter().filter(|gap| gap.role == Some(role.role)).collect();
            if role.is_short() {
                prop_assert!(is_empty || !about.is_empty(), "{:?} is short without a gap", role);
            }
            let of_requirement = [Gap::StanceUnfavourable, Gap::StanceUnknown, Gap::RoleNotContributing];
            prop_assert!(role.is_short() || about.iter().all(|gap| !of_requirement.contains(&gap.kind)));
            let about_contact = about.iter().filter(|gap| concern(gap).1 == Gap::RoleNotContacted).count();
            prop_assert!(about_contact <= 1, "contact is reported once");
            prop_assert!(role.holders.iter().all(|id| verdict.person(id).unwrap().left_on.is_none()));
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<CoverageVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn the_order_of_facts_changes_nothing(facts in facts(), stage in stage(), turns in any::<[Index; 4]>()) {
        let mut turned = facts.clone();
        fn turn<T>(rows: &mut [T], by: &Index) {
            rows.reverse();
            if !rows.is_empty() {
                rows.rotate_left(by.index(rows.len()));
            }
        }
        let [seats, changes, talks, done] = &turns;
        turn(&mut turned.contributions, done);
        turn(&mut turned.committee_seats, seats);
        turn(&mut turned.stakeholder_changes, changes);
        turn(&mut turned.interactions, talks);
        turned.stakeholders.reverse();
        prop_assert_eq!(check(&turned, stage), check(&facts, stage));
    }

    #[test]
    fn names_and_titles_change_nothing(facts in facts(), stage in stage()) {
        let mut renamed = facts.clone();
        for person in &mut renamed.stakeholders {
            person.title = Some("Chief Executive Officer".parse().unwrap());
            person.name = Some("Alex Example".parse().unwrap());
            person.department = Some("Purchasing".parse().unwrap());
        }
        prop_assert_eq!(check(&renamed, stage), check(&facts, stage));
    }

    #[test]
    fn formal_roles_are_echoed_and_change_nothing(facts in facts(), stage in stage()) {
        let mut renamed = facts.clone();
        for seat in &mut renamed.committee_seats {
            seat.formal_roles = vec!["economic_decision_maker".parse().unwrap(), "coach".parse().unwrap()];
        }
        let without = |facts| {
            let mut verdict: CoverageVerdict = check(facts, stage);
            verdict.people.iter_mut().for_each(|person| person.formal_roles.clear());
            verdict
        };
        prop_assert_eq!(without(&renamed), without(&facts));
    }

    #[test]
    fn identifiers_change_nothing_but_the_order_of_lists(facts in facts(), stage in stage()) {
        let verdict = check(&facts, stage);
        prop_assert_eq!(check_deal("projekt~0", &renamed(&facts), stage), renamed(&verdict));
        prop_assert_eq!(unordered(&check(&turned(&facts), stage)), unordered(&turned(&verdict)));
    }

    #[test]
    fn a_new_contributor_opens_no_gap_in_the_role_and_lowers_no_score(
        facts in facts(),
        stage in stage(),
        role in select(BuyingRole::ALL),
        stance in select(&[Stance::Supporter, Stance::Ally, Stance::Insider][..]),
        what in any::<Index>(),
    ) {
        let mut more = facts.clone();
        let mut seat = CommitteeSeat::new("deal~0".parse().unwrap(), NEW.parse().unwrap());
        (seat.roles, seat.stance) = (vec![role], Some(stance));
        more.committee_seats.push(seat);
        more.interactions.push(Interaction {
            id: "talk~99".parse().unwrap(),
            account: "account~0".parse().unwrap(),
            on: as_of(),
            channel: Channel::Visit,
            direction: Direction::TwoWay,
            stakeholders: vec![NEW.parse().unwrap()],
            members: vec![],
            opportunity: None,
            topics: vec![],
        });
        let kinds: Vec<_> = ContributionKind::ALL.iter().filter(|kind| kind.counts_for(role)).collect();
        more.contributions.push(Contribution {
            id: "done~99".parse().unwrap(),
            opportunity: "deal~0".parse().unwrap(),
            stakeholder: NEW.parse().unwrap(),
            on: as_of(),
            kind: **what.get(&kinds),
            note: None,
        });
        let (before, after) = (check(&facts, stage), check(&more, stage));
        for gap in of_role(&after, role) {
            let was = of_role(&before, role).find(|old| old.kind == gap.kind);
            prop_assert!(was.is_some_and(|old| old.severity >= gap.severity), "{gap:#?}\n{:#?}", before.gaps);
        }
        for (before, after) in before.roles.iter().zip(&after.roles) {
            prop_assert!(before.reached <= after.reached);
        }
        let value = |verdict: &CoverageVerdict| verdict.score.as_ref().map(|score| score.value);
        prop_assert!(value(&before) <= value(&after));
        if stage.is_some() {
            prop_assert_eq!(value(&before).is_some(), value(&after).is_some());
        }
    }

    #[test]
    fn removing_contact_never_closes_a_gap(
        facts in facts(),
        stage in stage(),
        kept in proptest::collection::vec(any::<bool>(), 14),
    ) {
        let mut fewer = facts.clone();
        let mut kept = kept.into_iter();
        fewer.interactions.retain(|_| kept.next().unwrap_or(true));
        let (before, after) = (check(&facts, stage), check(&fewer, stage));
        prop_assert!(keeps_every_concern(&before, &after), "{:#?}\n{:#?}", before.gaps, after.gaps);
        for (before, after) in before.roles.iter().zip(&after.roles) {
            prop_assert!(after.reached <= before.reached);
        }
        for (before, after) in before.score.iter().zip(&after.score) {
            prop_assert!(after.value <= before.value);
        }
    }

    #[test]
    fn unknown_never_counts_as_favourable(facts in facts(), stage in stage()) {
        let mut unknown = facts.clone();
        unknown.committee_seats.iter_mut().for_each(|seat| seat.stance = None);
        unknown.stakeholder_changes.retain(|change| !matches!(change.change, Change::StanceChanged { .. }));
        let verdict = check(&unknown, stage);
        prop_assert!(verdict.roles.iter().all(|role| role.reached < CoverageLevel::Favourable));
        prop_assert_ne!(verdict.veto_risk, VetoRisk::None);
        let known = check(&facts, stage);
        for person in &known.people {
            prop_assert!(person.stance.is_some() || person.level < CoverageLevel::Favourable);
        }
    }

    /// Where nobody knows how somebody stands, they cover a role as far as somebody neutral, and no further.
    #[test]
    fn unknown_covers_no_more_than_neutral(facts in facts(), stage in stage()) {
        let mut neutral = facts.clone();
        for seat in &mut neutral.committee_seats {
            seat.stance = seat.stance.or(Some(Stance::Neutral));
        }
        for change in &mut neutral.stakeholder_changes {
            if let Change::StanceChanged { stance: stance @ None, .. } = &mut change.change {
                *stance = Some(Stance::Neutral);
            }
        }
        // Which of contradictory stances of one day holds may differ between unknown and neutral; both are cautious.
        let (unknown, neutral) = (check(&facts, stage), check(&neutral, stage));
        for (unknown, neutral) in unknown.people.iter().zip(&neutral.people) {
            prop_assert_eq!(unknown.level, neutral.level);
        }
        prop_assert_eq!(&unknown.score, &neutral.score);
    }

    #[test]
    fn no_support_hides_a_hostile_gatekeeper(facts in facts(), stage in stage(), more in facts()) {
        let mut hostile = facts.clone();
        let mut seat = CommitteeSeat::new("deal~0".parse().unwrap(), NEW.parse().unwrap());
        (seat.roles, seat.stance) = (vec![BuyingRole::TechnicalGatekeeper], Some(Stance::Hostile));
        hostile.committee_seats.push(seat);
        let taken: BTreeSet<_> =
            hostile.committee_seats.iter().map(|seat| (seat.opportunity.clone(), seat.stakeholder.clone())).collect();
        let free = |seat: &CommitteeSeat| !taken.contains(&(seat.opportunity.clone(), seat.stakeholder.clone()));
        hostile.committee_seats.extend(more.committee_seats.into_iter().filter(free));
        hostile.contributions.extend(more.contributions.into_iter().map(|mut done| {
            done.id = format!("more-{}", done.id).parse().unwrap();
            done
        }));
        let verdict = check(&hostile, stage);
        prop_assert_eq!(verdict.veto_risk, VetoRisk::Present);
        prop_assert!(verdict.gaps.iter().any(|gap| gap.kind == Gap::HostileGatekeeper));
        if let Some(score) = &verdict.score {
            let cap = score.cap.as_ref().unwrap();
            prop_assert_eq!(cap.limit.to_string(), "25");
            prop_assert!(score.value <= cap.limit && score.value <= score.uncapped);
        }
    }

    #[test]
    fn a_score_is_the_sum_of_its_parts(facts in facts(), stage in stage()) {
        let verdict = check(&facts, stage);
        let asked = verdict.roles.iter().filter(|role| role.required.is_some()).count();
        prop_assert_eq!(verdict.score.is_some(), asked > 0);
        if let Some(score) = &verdict.score {
            prop_assert_eq!(score.parts.len(), asked);
            let sum: rust_decimal::Decimal = score.parts.iter().map(|part| part.points.value()).sum();
            prop_assert_eq!(sum, score.uncapped.value());
            let whole: rust_decimal::Decimal = score.parts.iter().map(|part| part.weight.value()).sum();
            for part in &score.parts {
                let exact = part.attained.value() * part.weight.value() * rust_decimal::Decimal::from(100) / whole;
                // A share has four places, points two.
                let near = (exact - part.points.value()).abs() < rust_decimal::Decimal::new(2, 2);
                prop_assert!(near, "{exact} {part:?}");
                prop_assert_eq!(part.reached >= part.required, part.attained.value() == rust_decimal::Decimal::ONE);
            }
        }
    }

    #[test]
    fn a_hostile_gatekeeper_is_never_hidden(facts in facts(), stage in stage()) {
        let verdict = check(&facts, stage);
        let gate = verdict.roles.iter().find(|role| role.role == BuyingRole::TechnicalGatekeeper).unwrap();
        let is_hostile = |id: &&StakeholderId| verdict.person(id).unwrap().stance == Some(Stance::Hostile);
        let hostile: Vec<_> = gate.holders.iter().filter(is_hostile).collect();
        prop_assert_eq!(verdict.veto_risk == VetoRisk::Present, !hostile.is_empty());
        let gap = verdict.gaps.iter().find(|gap| gap.kind == Gap::HostileGatekeeper);
        prop_assert_eq!(gap.is_some(), !hostile.is_empty());
        if let Some(gap) = gap {
            prop_assert!(gap.severity >= Severity::High);
            prop_assert!(gate.reached <= CoverageLevel::Contacted);
            prop_assert_eq!(gap.stakeholders.len(), hostile.len());
        }
    }

    #[test]
    fn later_facts_are_not_used(facts in facts(), stage in stage()) {
        let mut known = facts.clone();
        known.committee_seats.retain(|seat| seat.since.is_none_or(|since| since <= as_of()));
        known.stakeholder_changes.retain(|change| change.on <= as_of());
        known.interactions.retain(|talk| talk.on <= as_of());
        known.contributions.retain(|done| done.on <= as_of());
        prop_assert_eq!(check(&known, stage), check(&facts, stage));
    }
}
