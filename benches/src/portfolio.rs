//! A made-up portfolio of any size: per account 6 opportunities, 40 interactions, 50 purchases. The same every time.

use keyaccount::{
    Account, BuyingRole, Channel, CommitteeSeat, Currency, Date, Direction, Facts, Interaction, Money, NetMoney,
    Opportunity, OpportunityChange, OpportunityEvent, Problem, Purchase, Stakeholder, Stance, Supplier, Topic,
};

use crate::numbers::Numbers;

/// The day of the verdicts.
#[expect(clippy::expect_used, reason = "a constant")]
pub fn as_of() -> Date {
    Date::try_new(2026, 6, 30).expect("a day")
}

fn days_ago(numbers: &mut Numbers, limit: u64) -> Date {
    as_of().minus_days(u32::try_from(numbers.below(limit)).unwrap_or(0))
}

/// The facts of a portfolio.
#[expect(clippy::expect_used, reason = "the generator writes only sound facts; it stops where it does not")]
pub fn facts(accounts: usize) -> Facts {
    let mut facts = Facts::default();
    let mut numbers = Numbers::new(42);
    for at in 0..accounts {
        add_account(&mut facts, &mut numbers, at).expect("sound facts");
    }
    facts
}

fn add_account(facts: &mut Facts, numbers: &mut Numbers, at: usize) -> Result<(), Problem> {
    let id = format!("account-{at:06}").parse()?;
    let mut account = Account::new(id, format!("Account {at}").parse()?);
    account.owner = Some(format!("owner-{}", at % 40).parse()?);
    for person in 0..8 {
        let id = format!("person-{at:06}-{person}").parse()?;
        facts.stakeholders.push(Stakeholder::new(id, account.id.clone()));
    }
    for deal in 0..6 {
        add_opportunity(facts, numbers, &account, at, deal)?;
    }
    for index in 0..40 {
        add_interaction(facts, numbers, &account, at, index)?;
    }
    let rhythm = numbers.below(25) + 5;
    for index in 0..50_u64 {
        let days = u32::try_from(index * rhythm + numbers.below(rhythm)).unwrap_or(0);
        let supplier = match numbers.below(8) {
            0 => Supplier::Competitor { name: "Rival".parse()? },
            _ => Supplier::Us {},
        };
        facts.purchases.push(Purchase {
            id: format!("order-{at:06}-{index}").parse()?,
            account: account.id.clone(),
            on: as_of().minus_days(days),
            supplier,
            category: Some(if numbers.below(2) == 0 { "pumps" } else { "valves" }.parse()?),
            product: None,
            amount: Some(NetMoney::parse(&(numbers.below(90_000) + 100).to_string(), Currency::USD)?),
            quantity: None,
        });
    }
    facts.accounts.push(account);
    Ok(())
}

fn add_opportunity(
    facts: &mut Facts,
    numbers: &mut Numbers,
    account: &Account,
    at: usize,
    deal: usize,
) -> Result<(), Problem> {
    const STAGES: [&str; 5] = ["interest", "incubation", "design", "comparison", "commitment"];
    let opportunity = Opportunity::new(format!("deal-{at:06}-{deal}").parse()?, account.id.clone());
    let start = days_ago(numbers, 500);
    let mut push = |days: u32, change: OpportunityChange| {
        facts.opportunity_events.push(OpportunityEvent {
            id: None,
            opportunity: opportunity.id.clone(),
            at: start.plus_days(days).min(as_of()).into(),
            by: account.owner.clone(),
            change,
        });
    };
    push(
        0,
        OpportunityChange::Created {
            stage: None,
            amount: Some(Money::parse(&(numbers.below(900_000) + 1000).to_string(), Currency::USD)?),
            close_date: Some(start.plus_days(u32::try_from(numbers.below(400)).unwrap_or(0))),
            owner: account.owner.clone(),
            probability: None,
            forecast_category: None,
            credits: Vec::new(),
            recurring: None,
        },
    );
    let reached = usize::try_from(numbers.below(5)).unwrap_or(0);
    let mut days = 0;
    for stage in STAGES.iter().skip(1).take(reached) {
        days += u32::try_from(numbers.below(60)).unwrap_or(0) + 1;
        push(days, OpportunityChange::EndMarkMet { stage: None });
        push(days, OpportunityChange::StageChanged { to: stage.parse()?, authorisation: None });
    }
    match numbers.below(4) {
        0 => push(days + 20, OpportunityChange::Won { authorisation: None }),
        1 => push(days + 20, OpportunityChange::Lost { reason: None, competitor: None, note: None }),
        _ => {}
    }
    for person in 0..5 {
        let mut seat = CommitteeSeat::new(opportunity.id.clone(), format!("person-{at:06}-{person}").parse()?);
        seat.roles.extend(numbers.pick(BuyingRole::ALL));
        seat.stance = numbers.pick(Stance::ALL);
        facts.committee_seats.push(seat);
    }
    facts.opportunities.push(opportunity);
    Ok(())
}

fn add_interaction(
    facts: &mut Facts,
    numbers: &mut Numbers,
    account: &Account,
    at: usize,
    index: usize,
) -> Result<(), Problem> {
    let person = numbers.below(8);
    facts.interactions.push(Interaction {
        id: format!("contact-{at:06}-{index}").parse()?,
        account: account.id.clone(),
        on: days_ago(numbers, 540),
        channel: numbers.pick(Channel::ALL).unwrap_or(Channel::Mail),
        direction: numbers.pick(Direction::ALL).unwrap_or(Direction::TwoWay),
        stakeholders: vec![format!("person-{at:06}-{person}").parse()?],
        members: account.owner.iter().cloned().collect(),
        opportunity: None,
        topics: numbers.pick(Topic::ALL).into_iter().collect(),
    });
    Ok(())
}
