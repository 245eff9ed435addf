//! Random small portfolios, for the tests of facts and reviews.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::signals::SignalKind;
use crate::values::{Date, Money, NetMoney};

pub(crate) fn as_of() -> Date {
    "2026-06-30".parse().unwrap()
}

/// The identifiers of accounts; the last one is nobody's.
const ACCOUNTS: [&str; 4] = ["a0", "a1", "a2", "nobody"];
const OPPORTUNITIES: [&str; 5] = ["o0", "o1", "o2", "o3", "nothing"];
const PEOPLE: [&str; 5] = ["p0", "p1", "p2", "p3", "stranger"];
const MEMBERS: [&str; 3] = ["m0", "m1", "m2"];
const STAGES: [&str; 7] = ["interest", "incubation", "design", "comparison", "commitment", "use", "unheard_of"];

/// One of some words as a checked value; the last word comes rarely.
fn one_of<T: std::str::FromStr + std::fmt::Debug + Clone>(words: &'static [&'static str]) -> BoxedStrategy<T>
where
    T::Err: std::fmt::Debug,
{
    let (last, usual) = words.split_last().unwrap();
    prop_oneof![30 => select(usual), 1 => Just(*last)].prop_map(|word: &str| word.parse().unwrap()).boxed()
}

fn day() -> impl Strategy<Value = Date> {
    prop_oneof![8 => 30_u32..500, 1 => 0_u32..30].prop_map(|days| as_of().plus_days(30).minus_days(days))
}

/// Numbers from a small range, so that identifiers are given twice now and then.
fn number() -> impl Strategy<Value = u8> {
    0_u8..40
}

fn account() -> impl Strategy<Value = Account> {
    let parent = option::weighted(0.4, one_of(&ACCOUNTS));
    (one_of(&ACCOUNTS[..3]), parent, option::of(one_of(&MEMBERS)), option::of(Just("north"))).prop_map(
        |(id, parent, owner, territory): (crate::AccountId, _, _, _)| {
            let mut account = Account::new(id.clone(), format!("Account {id}").parse().unwrap());
            (account.parent, account.owner) = (parent, owner);
            account.territory = territory.map(|name| name.parse().unwrap());
            account
        },
    )
}

fn opportunity() -> impl Strategy<Value = Opportunity> {
    let place = (option::of(Just("south")), option::of(Just("presses")));
    let pipeline = option::weighted(0.1, one_of(&["six_stage", "unknown"]));
    (one_of(&OPPORTUNITIES[..4]), one_of(&ACCOUNTS), pipeline, place).prop_map(
        |(id, account, pipeline, (territory, product_line))| {
            let mut opportunity = Opportunity::new(id, account);
            opportunity.pipeline = pipeline;
            opportunity.territory = territory.map(|name| name.parse().unwrap());
            opportunity.product_line = product_line.map(|name| name.parse().unwrap());
            opportunity
        },
    )
}

fn money() -> impl Strategy<Value = Money> {
    (1_i64..1_000_000, prop_oneof![9 => Just("USD"), 1 => Just("EUR")])
        .prop_map(|(amount, currency)| Money::try_new(amount.into(), currency.parse().unwrap()).unwrap())
}

/// Credits, mostly whole, in any order.
fn credits() -> impl Strategy<Value = Vec<CreditShare>> {
    let share =
        |(member, share): (&str, &str)| CreditShare { member: member.parse().unwrap(), share: share.parse().unwrap() };
    prop_oneof![
        4 => Just(vec![]),
        2 => (1_u32..10_000).prop_map(move |part| {
            let part = rust_decimal::Decimal::new(part.into(), 4);
            let rest = rust_decimal::Decimal::ONE.checked_sub(part).unwrap();
            vec![share(("m1", &part.to_string())), share(("m0", &rest.to_string()))]
        }),
        1 => select(vec![vec![("m0", "0.9")], vec![("m0", "0.5"), ("m0", "0.5")], vec![("m0", "1"), ("m1", "0.1")]])
            .prop_map(move |credits| credits.into_iter().map(share).collect()),
    ]
}

fn recurring() -> impl Strategy<Value = RecurringRevenue> {
    (money(), 0_u32..60).prop_map(|(monthly, months)| RecurringRevenue { monthly, months })
}

fn change() -> impl Strategy<Value = OpportunityChange> {
    let stage = || one_of(&STAGES);
    let created = (
        option::of(stage()),
        option::weighted(0.8, money()),
        option::weighted(0.8, day()),
        option::of(one_of(&MEMBERS)),
        (option::weighted(0.2, select(ForecastCategory::ALL)), credits(), option::weighted(0.2, recurring())),
    );
    prop_oneof![
        4 => created.prop_map(|(stage, amount, close_date, owner, (forecast_category, credits, recurring))| {
            OpportunityChange::Created {
                stage, amount, close_date, owner, probability: None, forecast_category, credits, recurring,
            }
        }),
        4 => stage().prop_map(|to| OpportunityChange::StageChanged { to, authorisation: None }),
        3 => option::of(stage()).prop_map(|stage| OpportunityChange::EndMarkMet { stage }),
        2 => option::weighted(0.8, money()).prop_map(|amount| OpportunityChange::AmountChanged { amount }),
        2 => option::of(day()).prop_map(|close_date| OpportunityChange::CloseDateChanged { close_date }),
        1 => option::of(one_of(&MEMBERS)).prop_map(|owner| OpportunityChange::OwnerChanged { owner }),
        1 => Just(OpportunityChange::Won { authorisation: None }),
        1 => option::of(money()).prop_map(|amount| OpportunityChange::Realised { amount }),
        1 => option::of(select(ForecastCategory::ALL))
            .prop_map(|category| OpportunityChange::ForecastCategoryChanged { category }),
        1 => credits().prop_map(|credits| OpportunityChange::CreditSplitChanged { credits }),
        1 => option::of(recurring()).prop_map(|recurring| OpportunityChange::RecurringChanged { recurring }),
        1 => Just(OpportunityChange::Lost { reason: "price".parse().ok(), competitor: None, note: None }),
        1 => Just(OpportunityChange::Reopened { stage: None }),
        1 => option::of(stage()).prop_map(|stage| {
            OpportunityChange::PipelineChanged { from: None, to: "elsewhere".parse().unwrap(), stage }
        }),
        1 => option::of(day()).prop_map(|resume_on| OpportunityChange::Parked { reason: None, resume_on }),
        1 => Just(OpportunityChange::Resumed {}),
    ]
}

fn event() -> impl Strategy<Value = OpportunityEvent> {
    (option::weighted(0.5, number()), one_of(&OPPORTUNITIES), day(), option::of(one_of(&MEMBERS)), change()).prop_map(
        |(id, opportunity, at, by, change)| OpportunityEvent {
            id: id.map(|number| format!("e{number}").parse().unwrap()),
            opportunity,
            at: at.into(),
            by,
            change,
        },
    )
}

fn stakeholder() -> impl Strategy<Value = Stakeholder> {
    (one_of(&PEOPLE[..4]), one_of(&ACCOUNTS), option::of(one_of(&PEOPLE))).prop_map(|(id, account, superior)| {
        let mut person = Stakeholder::new(id, account);
        person.reports_to = superior;
        person
    })
}

fn seat() -> impl Strategy<Value = CommitteeSeat> {
    let roles = vec(select(BuyingRole::ALL), 0..3);
    (one_of(&OPPORTUNITIES), one_of(&PEOPLE), option::weighted(0.2, day()), roles, option::of(select(Stance::ALL)))
        .prop_map(|(opportunity, person, since, roles, stance)| {
            let mut seat = CommitteeSeat::new(opportunity, person);
            (seat.since, seat.roles, seat.stance) = (since, roles, stance);
            seat
        })
}

fn stakeholder_change() -> impl Strategy<Value = StakeholderChange> {
    let change = prop_oneof![
        select(BuyingRole::ALL).prop_map(|role| StakeholderChangeKind::RoleTaken { role }),
        option::of(select(Stance::ALL))
            .prop_map(|stance| StakeholderChangeKind::StanceChanged { stance, non_supporter: None }),
        option::of(one_of(&PEOPLE)).prop_map(|reports_to| StakeholderChangeKind::ReportingLineChanged { reports_to }),
        Just(StakeholderChangeKind::Left {}),
    ];
    (one_of(&PEOPLE), option::of(one_of(&OPPORTUNITIES)), day(), change)
        .prop_map(|(stakeholder, opportunity, on, change)| StakeholderChange { stakeholder, opportunity, on, change })
}

fn interaction() -> impl Strategy<Value = Interaction> {
    let what = (select(Channel::ALL), select(Direction::ALL), vec(select(Topic::ALL), 0..3));
    let who = (vec(one_of(&PEOPLE), 0..3), vec(one_of(&MEMBERS), 0..2), option::weighted(0.3, one_of(&OPPORTUNITIES)));
    (number(), one_of(&ACCOUNTS), day(), what, who).prop_map(
        |(id, account, on, (channel, direction, topics), (stakeholders, members, opportunity))| Interaction {
            id: format!("i{id}").parse().unwrap(),
            account,
            on,
            channel,
            direction,
            stakeholders,
            members,
            opportunity,
            topics,
        },
    )
}

fn proposal() -> impl Strategy<Value = Proposal> {
    (number(), one_of(&ACCOUNTS), day(), option::of(one_of(&OPPORTUNITIES)), option::of(Just("standard"))).prop_map(
        |(id, account, on, opportunity, template)| Proposal {
            id: format!("q{id}").parse().unwrap(),
            account,
            on,
            opportunity,
            template: template.map(|name| name.parse().unwrap()),
        },
    )
}

fn purchase() -> impl Strategy<Value = Purchase> {
    let goods = (option::of(select(vec!["oil", "grease"])), option::of(-500_i64..5000));
    (number(), one_of(&ACCOUNTS), day(), option::weighted(0.3, select(vec!["Rival", "Other"])), goods).prop_map(
        |(id, account, on, rival, (category, amount))| Purchase {
            id: format!("b{id}").parse().unwrap(),
            account,
            on,
            supplier: rival.map_or(Supplier::Us {}, |name| Supplier::Competitor { name: name.parse().unwrap() }),
            category: category.map(|name| name.parse().unwrap()),
            product: None,
            amount: amount.map(|amount| NetMoney::try_new(amount.into(), "USD".parse().unwrap()).unwrap()),
            quantity: None,
        },
    )
}

fn survey() -> impl Strategy<Value = SurveyResponse> {
    (number(), one_of(&ACCOUNTS), day(), option::of(one_of(&PEOPLE)), 0_u8..=100).prop_map(
        |(id, account, on, stakeholder, score)| SurveyResponse {
            id: format!("s{id}").parse().unwrap(),
            account,
            on,
            stakeholder,
            score: score.to_string().parse().unwrap(),
            remark: None,
        },
    )
}

fn complaint() -> impl Strategy<Value = Complaint> {
    (number(), one_of(&ACCOUNTS), day(), option::of(one_of(&PEOPLE)), option::of(day())).prop_map(
        |(id, account, on, stakeholder, resolved_on)| Complaint {
            id: format!("c{id}").parse().unwrap(),
            account,
            on,
            stakeholder,
            kind: None,
            resolved_on,
        },
    )
}

fn team_change() -> impl Strategy<Value = TeamChange> {
    let what = (select(TeamFunction::ALL), select(TeamMove::ALL));
    (number(), day(), one_of(&MEMBERS), what, option::of(Just("north")), vec(one_of(&ACCOUNTS), 0..3)).prop_map(
        |(id, on, member, (function, change), territory, accounts)| TeamChange {
            id: format!("t{id}").parse().unwrap(),
            on,
            member,
            function,
            change,
            territory: territory.map(|name| name.parse().unwrap()),
            accounts,
        },
    )
}

fn mute() -> impl Strategy<Value = SignalMute> {
    (one_of(&ACCOUNTS), select(SignalKind::ALL), day(), select(vec!["agreed", "as always"])).prop_map(
        |(account, signal, until, reason)| SignalMute {
            account,
            signal,
            reason: reason.parse().unwrap(),
            until,
            by: None,
        },
    )
}

fn reporting_line() -> impl Strategy<Value = ReportingLine> {
    (one_of(&MEMBERS), option::weighted(0.8, one_of(&MEMBERS)), option::of(day()))
        .prop_map(|(member, manager, from)| ReportingLine { member, manager, from })
}

fn quota() -> impl Strategy<Value = Quota> {
    (number(), option::of(one_of(&MEMBERS)), day(), day(), money()).prop_map(|(id, member, first, last, amount)| {
        Quota { id: format!("k{id}").parse().unwrap(), member, first, last, amount }
    })
}

fn adjustment() -> impl Strategy<Value = ForecastAdjustment> {
    let whose = (one_of(&MEMBERS), option::of(one_of(&MEMBERS)), option::of(select(ForecastCategory::ALL)));
    (number(), day(), whose, (day(), day()), money()).prop_map(
        |(id, at, (by, member, category), (first, last), amount)| ForecastAdjustment {
            id: format!("f{id}").parse().unwrap(),
            at: at.into(),
            by,
            member,
            first,
            last,
            category,
            amount,
            note: None,
        },
    )
}

fn contribution() -> impl Strategy<Value = Contribution> {
    (number(), one_of(&OPPORTUNITIES), one_of(&PEOPLE), day(), select(ContributionKind::ALL)).prop_map(
        |(id, opportunity, stakeholder, on, kind)| Contribution {
            id: format!("n{id}").parse().unwrap(),
            opportunity,
            stakeholder,
            on,
            kind,
            note: None,
        },
    )
}

fn relationship() -> impl Strategy<Value = Relationship> {
    let holds = (option::of(day()), option::weighted(0.3, day()));
    let strength = option::of(select(RelationshipStrength::ALL));
    (one_of(&PEOPLE), one_of(&PEOPLE), select(RelationshipKind::ALL), strength, holds)
        .prop_map(|(from, to, kind, strength, (since, until))| Relationship { from, to, kind, strength, since, until })
}

fn information() -> impl Strategy<Value = InformationRecord> {
    let factors = vec(select(vec!["price", "delivery", "service", "safety"]), 0..4);
    (one_of(&OPPORTUNITIES), select(InformationPoint::ALL), day(), select(InformationState::ALL), factors).prop_map(
        |(opportunity, point, on, state, factors)| InformationRecord {
            opportunity,
            point,
            on,
            state,
            source: None,
            success_factors: factors.into_iter().map(|factor| factor.parse().unwrap()).collect(),
        },
    )
}

fn competitor() -> impl Strategy<Value = OpportunityCompetitor> {
    let name = select(vec!["Rival", "Other"]);
    (one_of(&OPPORTUNITIES), name, day(), option::of(select(CompetitorStanding::ALL)), option::of(Just("wait")))
        .prop_map(|(opportunity, competitor, on, standing, strategy)| OpportunityCompetitor {
            opportunity,
            competitor: competitor.parse().unwrap(),
            on,
            standing,
            strategy: strategy.map(|text| text.parse().unwrap()),
        })
}

fn task() -> impl Strategy<Value = Task> {
    let whose = (option::of(one_of(&OPPORTUNITIES)), option::of(one_of(&MEMBERS)), option::of(one_of(&PEOPLE)));
    let days = (option::of(day()), option::of(day()), option::of(day()));
    (number(), one_of(&ACCOUNTS), whose, days).prop_map(
        |(id, account, (opportunity, owner, stakeholder), (opened_on, due_on, closed_on))| Task {
            opportunity,
            owner,
            stakeholder,
            opened_on,
            due_on,
            closed_on,
            ..Task::new(format!("w{id}").parse().unwrap(), account, "call".parse().unwrap())
        },
    )
}

fn plan() -> impl Strategy<Value = BreakthroughPlan> {
    (
        one_of(&OPPORTUNITIES),
        day(),
        select(vec!["interest", "comparison", "unheard-of"]),
        option::of(Just("laboratory")),
    )
        .prop_map(|(opportunity, on, stage, resource)| BreakthroughPlan {
            opportunity,
            on,
            stage: stage.parse().unwrap(),
            goal: None,
            internal_resources: resource.into_iter().map(|name| name.parse().unwrap()).collect(),
            external_resources: vec![],
        })
}

fn expense() -> impl Strategy<Value = Expense> {
    (number(), one_of(&ACCOUNTS), day(), select(ExpenseKind::ALL), option::of(one_of(&PEOPLE)), option::of(money()))
        .prop_map(|(id, account, on, kind, stakeholder, amount)| Expense {
            stakeholder,
            amount,
            ..Expense::new(format!("e{id}").parse().unwrap(), account, on, kind)
        })
}

fn wallet_estimate() -> impl Strategy<Value = WalletEstimate> {
    (one_of(&ACCOUNTS), day(), option::of(Just("presses")), money()).prop_map(|(account, on, category, per_year)| {
        let category = category.map(|name| name.parse().unwrap());
        WalletEstimate { account, on, category, per_year, source: None }
    })
}

fn switching_cost() -> impl Strategy<Value = SwitchingCost> {
    let level = option::of(select(SwitchingCostLevel::ALL));
    (one_of(&ACCOUNTS), day(), select(SwitchingCostKind::ALL), level)
        .prop_map(|(account, on, kind, level)| SwitchingCost { account, on, kind, level, note: None })
}

fn judgement() -> impl Strategy<Value = KeyAccountJudgement> {
    let says = (option::of(select(vec!["A", "D"])), option::of(select(KeyAccountKind::ALL)));
    (one_of(&ACCOUNTS), day(), day(), says).prop_map(|(account, on, until, (tier, kind))| KeyAccountJudgement {
        account,
        on,
        until,
        tier: tier.map(|name| name.parse().unwrap()),
        kind,
        reason: "so it is".parse().unwrap(),
        by: None,
    })
}

/// A small portfolio with all that real ones have: identifiers given twice, links to nothing and to others, circles,
/// histories that cannot be.
pub(crate) fn facts() -> impl Strategy<Value = Facts> {
    let deals = (vec(account(), 0..6), vec(opportunity(), 0..7), vec(event(), 0..14));
    let people = (vec(stakeholder(), 0..7), vec(seat(), 0..8), vec(stakeholder_change(), 0..6));
    let contacts = (vec(interaction(), 0..10), vec(proposal(), 0..5), vec(purchase(), 0..14));
    let rest = (vec(survey(), 0..4), vec(complaint(), 0..4), vec(team_change(), 0..4), vec(mute(), 0..3));
    let plans = (vec(reporting_line(), 0..8), vec(quota(), 0..4), vec(adjustment(), 0..4));
    let helped = (vec(contribution(), 0..5), vec(relationship(), 0..6), vec(expense(), 0..3));
    let projects = (vec(information(), 0..5), vec(competitor(), 0..4), vec(task(), 0..4), vec(plan(), 0..3));
    let ties = (vec(wallet_estimate(), 0..4), vec(switching_cost(), 0..4), vec(judgement(), 0..3));
    let all = (deals, people, contacts, rest, plans, helped, projects, ties);
    all.prop_map(|(deals, people, contacts, rest, plans, helped, projects, ties)| {
        let (wallet_estimates, switching_costs, key_account_judgements) = ties;
        let (accounts, opportunities, opportunity_events) = deals;
        let (stakeholders, committee_seats, stakeholder_changes) = people;
        let (interactions, proposals, purchases) = contacts;
        let (surveys, complaints, team_changes, signal_mutes) = rest;
        let (reporting_lines, quotas, forecast_adjustments) = plans;
        let (contributions, relationships, expenses) = helped;
        let (information_records, opportunity_competitors, tasks, breakthrough_plans) = projects;
        Facts {
            accounts,
            opportunities,
            opportunity_events,
            stakeholders,
            committee_seats,
            stakeholder_changes,
            interactions,
            proposals,
            purchases,
            surveys,
            complaints,
            team_changes,
            signal_mutes,
            reporting_lines,
            quotas,
            forecast_adjustments,
            contributions,
            relationships,
            information_records,
            opportunity_competitors,
            tasks,
            breakthrough_plans,
            expenses,
            wallet_estimates,
            switching_costs,
            key_account_judgements,
        }
    })
}

/// The same facts, every table in another order.
pub(crate) fn shuffled(mut facts: Facts, seeds: &[Index]) -> Facts {
    macro_rules! shuffle {
        ($($table:ident: $row:ident, $doc:literal;)+) => {$(
            for (at, seed) in (1..facts.$table.len()).rev().zip(seeds.iter().cycle()) {
                facts.$table.swap(at, seed.index(at.saturating_add(1)));
            }
        )+};
    }
    super::tables::for_each_table!(shuffle);
    facts
}
