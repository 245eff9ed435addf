//! Buying committees checked in bulk: a hundred thousand opportunities of eight people each, and one of two hundred.

use std::hint::black_box;
use std::io;

use keyaccount::{
    Account, Book, BuyingRole, Channel, CoachPosition, CommitteeIndex, CommitteeSeat, Contribution, ContributionKind,
    Date, Direction, Driver, Facts, Influence, Interaction, Opportunity, Playbook, Problem, Stage, Stakeholder,
    StakeholderChange, StakeholderChangeKind, Stance,
};

use crate::numbers::Numbers;
use crate::portfolio::as_of;
use crate::timing::{Table, median};

const ACCOUNTS: usize = 20_000;
const DEALS: usize = 5;
const SEATS: u64 = 8;
/// People of an account, of whom eight sit in each committee.
const PEOPLE: u64 = 12;
const INTERACTIONS: usize = 60;
const CHANGES: usize = 10;
const CONTRIBUTIONS: usize = 4;
const LARGE: u64 = 200;
/// The days over which everything is spread.
const DAYS: u64 = 540;
const RUNS: usize = 7;

/// Prints the table of committees.
pub fn run(out: &mut impl io::Write) -> io::Result<()> {
    let playbook = Playbook::six_stage();
    let deals = ACCOUNTS * DEALS;
    let many = book(ACCOUNTS, DEALS, PEOPLE, SEATS)?;
    writeln!(
        out,
        "Committees: {ACCOUNTS} accounts of {PEOPLE} people, {deals} opportunities of {SEATS}; for each account {INTERACTIONS} \
         interactions, {CHANGES} changes of people; for each opportunity {CONTRIBUTIONS} contributions\n"
    )?;
    let mut table = Table::new("opportunities");
    let index = median(RUNS, || {
        many.accounts().iter().map(|account| CommitteeIndex::new(account, as_of())).collect::<Vec<_>>().len()
    });
    table.ours("read the accounts' contacts and changes", deals, index);
    let (people, gaps) = check_all(&many, &playbook);
    let whole = median(RUNS, || check_all(black_box(&many), &playbook));
    table.ours(&format!("the same, and check every committee ({people} people, {gaps} gaps)"), deals, whole);
    drop(many);
    let one = book(1, 1, LARGE, LARGE)?;
    let time = median(101, || check_all(black_box(&one), &playbook));
    table.ours(&format!("a committee of {LARGE} people"), 1, time);
    writeln!(out, "{table}")
}

/// Checks every opportunity, each at a stage of its own; gives how many people and gaps there were.
fn check_all(book: &Book, playbook: &Playbook) -> (usize, usize) {
    let stages: Vec<&Stage> = playbook.default_pipeline().stages.iter().take(5).collect();
    let mut found = (0, 0);
    for account in book.accounts() {
        let index = CommitteeIndex::new(account, as_of());
        for (at, opportunity) in account.opportunities.iter().enumerate() {
            let verdict = black_box(index.check(opportunity, stages.get(at % stages.len()).copied(), playbook));
            found = (found.0 + verdict.people.len(), found.1 + verdict.gaps.len());
        }
    }
    found
}

fn book(accounts: usize, deals: usize, people: u64, seats: u64) -> io::Result<Book> {
    let mut facts = Facts::default();
    let mut numbers = Numbers::new(7);
    for at in 0..accounts {
        add_account(&mut facts, &mut numbers, at, deals, (people, seats)).map_err(io::Error::other)?;
    }
    let book = Book::from_facts(facts);
    assert!(book.problems().is_empty(), "the generator writes only sound facts");
    Ok(book)
}

fn day(numbers: &mut Numbers, within: u64) -> Date {
    as_of().minus_days(u32::try_from(numbers.below(within)).unwrap_or(0))
}

fn add_account(
    facts: &mut Facts,
    numbers: &mut Numbers,
    at: usize,
    deals: usize,
    (people, seats): (u64, u64),
) -> Result<(), Problem> {
    let account = Account::new(format!("account-{at:06}").parse()?, format!("Account {at}").parse()?);
    let person = |person: u64| format!("person-{at:06}-{person:03}").parse();
    for number in 0..people {
        facts.stakeholders.push(Stakeholder::new(person(number)?, account.id.clone()));
    }
    for number in 0..INTERACTIONS {
        let first = numbers.below(people);
        let mut stakeholders = vec![person(first)?];
        if numbers.below(3) == 0 && people > 1 {
            stakeholders.push(person((first + 1) % people)?);
        }
        facts.interactions.push(Interaction {
            id: format!("contact-{at:06}-{number:02}").parse()?,
            account: account.id.clone(),
            on: day(numbers, DAYS),
            channel: numbers.pick(Channel::ALL).unwrap_or(Channel::Mail),
            direction: numbers.pick(Direction::ALL).unwrap_or(Direction::TwoWay),
            stakeholders,
            members: vec![format!("member-{}", at % 40).parse()?, format!("member-{}", numbers.below(40)).parse()?],
            opportunity: None,
            topics: Vec::new(),
        });
    }
    for deal in 0..deals {
        add_committee(facts, numbers, &account, (at, deal), (people, seats))?;
    }
    for _ in 0..CHANGES {
        let change = match numbers.below(5) {
            0 => StakeholderChangeKind::RoleTaken { role: numbers.pick(BuyingRole::ALL).unwrap_or(BuyingRole::User) },
            1 => StakeholderChangeKind::InfluenceChanged { influence: Some(influence(numbers)?) },
            2 if numbers.below(4) == 0 => StakeholderChangeKind::Left {},
            _ => StakeholderChangeKind::StanceChanged { stance: numbers.pick(Stance::ALL), non_supporter: None },
        };
        facts.stakeholder_changes.push(StakeholderChange {
            stakeholder: person(numbers.below(people))?,
            // Half of them concern one opportunity alone.
            opportunity: match numbers.below(2) {
                0 => Some(format!("deal-{at:06}-{}", numbers.below(deals as u64)).parse()?),
                _ => None,
            },
            on: day(numbers, DAYS),
            change,
        });
    }
    facts.accounts.push(account);
    Ok(())
}

fn influence(numbers: &mut Numbers) -> Result<Influence, Problem> {
    (numbers.below(100) + 1).to_string().parse()
}

fn add_committee(
    facts: &mut Facts,
    numbers: &mut Numbers,
    account: &Account,
    (at, deal): (usize, usize),
    (people, seats): (u64, u64),
) -> Result<(), Problem> {
    let opportunity = Opportunity::new(format!("deal-{at:06}-{deal}").parse()?, account.id.clone());
    let first = numbers.below(people);
    for seat in 0..seats {
        let person = format!("person-{at:06}-{:03}", (first + seat) % people).parse()?;
        let mut seat = CommitteeSeat::new(opportunity.id.clone(), person);
        seat.roles.extend(numbers.pick(BuyingRole::ALL));
        if numbers.below(6) > 0 {
            seat.stance = numbers.pick(Stance::ALL);
            seat.influence = Some(influence(numbers)?);
        }
        if numbers.below(5) == 0 {
            seat.coach_position = numbers.pick(CoachPosition::ALL);
        }
        seat.drivers.extend(numbers.pick(&[Driver::CompanyResults, Driver::EasierWork]));
        seat.formal_roles.push("evaluator".parse()?);
        facts.committee_seats.push(seat);
    }
    for number in 0..CONTRIBUTIONS {
        let giver = (first + numbers.below(seats)) % people;
        facts.contributions.push(Contribution {
            id: format!("contribution-{at:06}-{deal}-{number}").parse()?,
            opportunity: opportunity.id.clone(),
            stakeholder: format!("person-{at:06}-{giver:03}").parse()?,
            on: day(numbers, DAYS),
            kind: numbers.pick(ContributionKind::ALL).unwrap_or(ContributionKind::Information),
            note: None,
        });
    }
    facts.opportunities.push(opportunity);
    Ok(())
}
