//! Loyalty and lifecycle on real purchases, coverage on real contact roles, where the data is at hand beside the checkout.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use keyaccount::{
    Account, AccountPurchases, Book, BuyingRole, CommitteeSeat, ConcentrationOptions, CoverageGapKind, CoverageLevel,
    CoverageVerdict, Currency, Date, Facts, LifecyclePhase, NetMoney, Opportunity, OpportunityChange, OpportunityEvent,
    Playbook, Purchase, PurchaseColumns, Stakeholder, Supplier, check_coverage, judge_lifecycle, judge_loyalty,
    purchase_rhythm, review, summarise_purchases, value_concentration,
};

use crate::data::data;

fn order(facts: &mut Facts, account: &str, on: Date, amount: Option<NetMoney>) {
    facts.purchases.push(Purchase {
        id: format!("order-{}", facts.purchases.len()).parse().unwrap(),
        account: account.parse().unwrap(),
        on,
        supplier: Supplier::Us {},
        category: None,
        product: None,
        amount,
        quantity: None,
    });
}

fn book(mut facts: Facts) -> Book {
    let accounts: BTreeSet<_> = facts.purchases.iter().map(|purchase| purchase.account.clone()).collect();
    facts.accounts = accounts.into_iter().map(|id| Account::new(id.clone(), id.as_str().parse().unwrap())).collect();
    let book = Book::from_facts(facts);
    assert_eq!(book.problems(), []);
    book
}

/// Published: 2,357 customers, 2,457 repeat purchases, 946 repeaters up to 1997-09-30 (same-day orders are one).
#[test]
fn cdnow_repeat_purchases_are_the_published_ones() {
    let Some(text) = data("cdnow_repeat_purchases", "cdnow/CDNOW_sample.txt.gz") else { return };
    let mut facts = Facts::default();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [id, _, day, _, dollars] = fields[..] else { panic!("{line}") };
        let on = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().unwrap();
        order(&mut facts, id, on, Some(NetMoney::parse(dollars, Currency::USD).unwrap()));
    }
    let book = book(facts);
    let end: Date = "1997-09-30".parse().unwrap();
    let policy = Playbook::six_stage();
    let repeats: Vec<usize> = book
        .accounts()
        .iter()
        .map(|account| purchase_rhythm(account, &policy, end).occasions.saturating_sub(1))
        .collect();
    assert_eq!(repeats.len(), 2357);
    assert_eq!(repeats.iter().sum::<usize>(), 2457);
    assert_eq!(repeats.iter().filter(|repeats| **repeats > 0).count(), 946);
}

/// Published: 24,337 repeat purchases of 23,570 customers, 9,451 of whom repeat. The rest by exact fractions in Python: Gini
/// 317,285,592,291 ÷ 5 × 10¹¹ to twelve places; that a third of the customers, not a fifth, makes four fifths of the money.
#[test]
fn cdnow_columns_and_concentration() {
    let Some(text) = data("cdnow_columns_and_concentration", "cdnow/CDNOW_master.txt.gz") else { return };
    let (mut account, mut days, mut cents) = (Vec::new(), Vec::new(), Vec::new());
    let mut facts = Facts::default();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [id, day, _, dollars] = fields[..] else { panic!("{line}") };
        let on: Date = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().unwrap();
        let money = NetMoney::parse(dollars, Currency::USD).unwrap();
        account.push(id.parse::<u32>().unwrap());
        days.push(i32::try_from(on.days_since("1970-01-01".parse().unwrap())).unwrap());
        cents.push(i64::try_from(money.amount().mantissa()).unwrap() * 10_i64.pow(2 - money.amount().scale()));
        order(&mut facts, id, on, Some(money));
    }
    let columns = PurchaseColumns::try_new(&account, &days, &cents).unwrap();
    let purchases = summarise_purchases(&columns, "1997-09-30".parse().unwrap(), None);
    let repeats = || purchases.accounts.iter().map(AccountPurchases::repeat_orders);
    assert_eq!((purchases.accounts.len(), repeats().sum::<u32>()), (23_570, 24_337));
    assert_eq!(repeats().filter(|repeats| *repeats > 0).count(), 9_451);

    let book = book(facts);
    let as_of: Date = "1998-06-30".parse().unwrap();
    let options = ConcentrationOptions::default();
    let verdict = value_concentration(&book, &Playbook::six_stage(), as_of, &options).unwrap();
    assert_eq!((verdict.holders.len(), verdict.money.to_string()), (23_570, "2500315.63 USD".to_owned()));
    assert_eq!(verdict.gini.unwrap().to_string(), "0.634571184582");
    assert_eq!(verdict.herfindahl.unwrap().to_string(), "0.000261261379");
    assert_eq!(verdict.top.share_of_money.unwrap().to_string(), "0.677773829698");
    assert_eq!(verdict.reach.accounts, Some(7_695));
    let whole = summarise_purchases(&columns, as_of, None);
    let total: i128 = whole.accounts.iter().map(|account| account.amount).sum();
    assert_eq!(total, 250_031_563);
}

/// 4,372 customers of a wholesaler, 541,909 lines with cancellations and lines of nobody.
#[test]
fn online_retail_phases_agree_with_a_count_by_hand() {
    let Some(text) = data("online_retail_phases", "online_retail/online_retail.csv.gz") else { return };
    let mut facts = Facts::default();
    let mut days: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
    let mut of_nobody = 0;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut seen = BTreeSet::new();
    for line in reader.records() {
        let line = line.unwrap();
        let (invoice, at, customer) = (&line[0], &line[4], line[6].trim_end_matches(".0"));
        if customer.is_empty() {
            of_nobody += 1;
            continue;
        }
        // One order for an invoice, however many lines it has.
        if !seen.insert((customer.to_owned(), invoice.to_owned())) {
            continue;
        }
        let on: Date = at[..10].parse().unwrap();
        let cancelled = invoice.starts_with('C');
        let amount = if cancelled { "-1" } else { "1" };
        order(&mut facts, customer, on, Some(NetMoney::parse(amount, "GBP".parse().unwrap()).unwrap()));
        let known = days.entry(customer.to_owned()).or_default();
        if !cancelled {
            known.insert(on);
        }
    }
    assert_eq!((days.len(), of_nobody), (4372, 135_080));
    let book = book(facts);
    let playbook = Playbook::six_stage();
    let end: Date = "2011-12-09".parse().unwrap();
    let mut phases: BTreeMap<&str, usize> = BTreeMap::new();
    for account in book.accounts() {
        let days = &days[account.account.id.as_str()];
        let verdict = judge_lifecycle(account, &playbook, end);
        *phases.entry(verdict.phase.as_str()).or_default() += 1;
        assert_eq!(verdict.rhythm.occasions, days.len());
        assert_eq!(verdict.rhythm.last, days.last().copied());
        match days.len() {
            0 => assert_eq!(verdict.phase, LifecyclePhase::Prospect),
            1 | 2 => assert_eq!(verdict.phase, LifecyclePhase::Acquisition, "few orders are new, not lost"),
            _ => {}
        }
        if let Some(cadence) = &verdict.rhythm.cadence {
            let intervals: Vec<i64> = days.iter().zip(days.iter().skip(1)).map(|(a, b)| b.days_since(*a)).collect();
            let mut latest: Vec<i64> = intervals.iter().rev().take(24).copied().collect();
            latest.sort_unstable();
            let twice = latest[(latest.len() - 1) / 2] + latest[latest.len() / 2];
            let median: rust_decimal::Decimal = cadence.median_interval_days.value();
            assert_eq!(median, rust_decimal::Decimal::new(twice * 5, 1), "{}", account.account.id);
        }
        let loyalty = judge_loyalty(account, &playbook, end);
        assert_eq!(loyalty.overall.sequence, None, "no competitor's order is known");
        assert_ne!(loyalty.overall.confidence, keyaccount::Confidence::High);
    }
    assert_eq!(phases.values().sum::<usize>(), 4372);
    assert!(phases.len() == 7, "every phase occurs: {phases:?}");
}

/// Contact roles of bicycle stores, each with one opportunity in comparison, whose committee is all its contacts.
///
/// A person of ours belongs to one account: who would be a contact of two stores becomes two people, told apart by the
/// store in their identifier. In this data nobody is.
fn contact_roles(text: &str, formal: impl Fn(&str) -> String) -> Facts {
    let mut facts = Facts::default();
    let mut seats: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for line in csv::Reader::from_reader(text.as_bytes()).records() {
        let line = line.unwrap();
        // The others are contacts of vendors, who buy nothing here.
        if &line[4] == "True" {
            seats.entry((line[0].to_owned(), line[1].to_owned())).or_default().push(formal(&line[3]));
        }
    }
    for ((store, person), formal_roles) in seats {
        let opportunity = format!("deal-{store}");
        if facts.accounts.last().is_none_or(|account| account.id.as_str() != store) {
            facts.accounts.push(Account::new(store.parse().unwrap(), store.parse().unwrap()));
            facts.opportunities.push(Opportunity::new(opportunity.parse().unwrap(), store.parse().unwrap()));
            let created = serde_json::from_str::<OpportunityChange>(r#"{"type": "created", "stage": "comparison"}"#);
            facts.opportunity_events.push(OpportunityEvent {
                id: None,
                opportunity: opportunity.parse().unwrap(),
                at: "2026-01-05".parse().unwrap(),
                by: None,
                change: created.unwrap(),
            });
        }
        let id = format!("{person}@{store}");
        facts.stakeholders.push(Stakeholder::new(id.parse().unwrap(), store.parse().unwrap()));
        let mut seat = CommitteeSeat::new(opportunity.parse().unwrap(), id.parse().unwrap());
        seat.formal_roles = formal_roles.iter().map(|role| role.parse().unwrap()).collect();
        facts.committee_seats.push(seat);
    }
    facts
}

/// 909 contact roles, 753 of them at 701 stores: formal roles, of which no buying role is inferred.
#[test]
fn adventureworks_contact_roles_are_no_buying_roles() {
    let test = "adventureworks_contact_roles";
    let Some(text) = data(test, "adventureworks/account_contact_role.csv") else { return };
    // Counted without the library: lines of the text, by store and by person.
    let lines: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let of_stores: Vec<&Vec<&str>> = lines.iter().filter(|fields| fields[4].trim() == "True").collect();
    assert_eq!((lines.len(), of_stores.len()), (909, 753));
    let mut people: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut stores: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut roles: BTreeMap<&str, usize> = BTreeMap::new();
    for fields in &of_stores {
        people.entry(fields[0]).or_default().insert(fields[1]);
        stores.entry(fields[1]).or_default().insert(fields[0]);
        *roles.entry(fields[3]).or_default() += 1;
    }
    let of_size = |size: usize| people.values().filter(|people| people.len() == size).count();
    assert_eq!((people.len(), of_size(1), of_size(2)), (701, 649, 52));
    assert!(stores.len() == 753 && stores.values().all(|stores| stores.len() == 1), "nobody is at two stores");
    assert_eq!(
        roles.into_iter().collect::<Vec<_>>(),
        [("Owner", 266), ("Purchasing Agent", 242), ("Purchasing Manager", 245)]
    );

    let book = Book::from_facts(contact_roles(&text, str::to_owned));
    assert_eq!(book.problems(), []);
    assert_eq!(book.accounts().len(), people.len());
    let (playbook, as_of) = (Playbook::six_stage(), "2026-06-30".parse().unwrap());
    let coverage = |book: &Book| -> Vec<CoverageVerdict> {
        let of_account =
            |account: &keyaccount::AccountBook| check_coverage(account, &account.opportunities[0], &playbook, as_of);
        book.accounts().iter().map(of_account).collect()
    };
    let verdicts = coverage(&book);
    for verdict in &verdicts {
        let contacts = &people[verdict.account.as_str()];
        assert_eq!((verdict.people.len(), verdict.without_role.len()), (contacts.len(), contacts.len()));
        assert_eq!(verdict.roles.len(), BuyingRole::ALL.len());
        for role in &verdict.roles {
            assert!(role.holders.is_empty() && role.reached == CoverageLevel::Missing, "{:?}", role.role);
        }
        let missing: BTreeSet<CoverageGapKind> = verdict.gaps.iter().map(|gap| gap.kind).collect();
        for kind in [CoverageGapKind::RoleMissing, CoverageGapKind::NoCoach, CoverageGapKind::UnknownGatekeeper] {
            assert!(missing.contains(&kind), "{kind:?} is not in {missing:?}");
        }
        let score = verdict.score.as_ref().unwrap();
        assert!(score.value.value().is_zero(), "a title covers nothing: {score:?}");
    }
    let seated = verdicts.iter().flat_map(|verdict| &verdict.people);
    assert_eq!(seated.map(|person| person.formal_roles.len()).sum::<usize>(), 753, "each is told, none is read");

    // An owner, renamed to anything, changes nothing but the word itself.
    let renamed = Book::from_facts(contact_roles(&text, |role| format!("Chief {}", role.to_uppercase())));
    let without_words = |verdicts: Vec<CoverageVerdict>| -> Vec<CoverageVerdict> {
        let clear = |mut verdict: CoverageVerdict| {
            verdict.people.iter_mut().for_each(|person| person.formal_roles.clear());
            verdict
        };
        verdicts.into_iter().map(clear).collect()
    };
    let after = coverage(&renamed);
    assert!(after[0] != verdicts[0]);
    assert!(without_words(after) == without_words(verdicts), "a formal role was read as a buying role");
    let findings = |book: &Book| review(book, &playbook, as_of).accounts.into_iter().map(|account| account.findings);
    assert!(findings(&renamed).eq(findings(&book)));
}
