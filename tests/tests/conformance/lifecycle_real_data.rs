//! Lifecycle histories and transitions on real purchases, where the data is at hand beside the checkout.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use keyaccount::{
    Account, AccountBook, Book, Date, Facts, LifecyclePhase, LifecycleTransitionsVerdict, NetMoney, PeriodUnit,
    PhaseColumn, PhaseFlow, Playbook, PlaybookDraft, Purchase, Supplier, classify_key_accounts, judge_lifecycle,
    lifecycle_history, lifecycle_transitions,
};
use rust_decimal::Decimal;

use crate::data::data;

/// One purchase for an invoice of a customer, with the exact sum of its lines; cancellations are returns.
fn online_retail(text: &str) -> Book {
    let mut invoices: BTreeMap<(String, String), (Date, Decimal)> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for line in reader.records() {
        let line = line.unwrap();
        let (invoice, at, customer) = (&line[0], &line[4], line[6].trim_end_matches(".0"));
        if customer.is_empty() {
            continue;
        }
        let on: Date = at.get(..10).unwrap().parse().unwrap();
        let (quantity, price): (Decimal, Decimal) = (line[3].parse().unwrap(), line[5].parse().unwrap());
        let sum = invoices.entry((customer.to_owned(), invoice.to_owned())).or_insert((on, Decimal::ZERO));
        sum.1 = sum.1.checked_add(quantity.checked_mul(price).unwrap()).unwrap();
    }
    let mut facts = Facts::default();
    let customers: BTreeSet<&String> = invoices.keys().map(|(customer, _)| customer).collect();
    facts.accounts = customers.iter().map(|id| Account::new(id.parse().unwrap(), id.parse().unwrap())).collect();
    for ((customer, invoice), (on, sum)) in &invoices {
        facts.purchases.push(Purchase {
            id: format!("{invoice}-{customer}").parse().unwrap(),
            account: customer.parse().unwrap(),
            on: *on,
            supplier: Supplier::Us {},
            category: None,
            product: None,
            amount: Some(NetMoney::try_new(*sum, "GBP".parse().unwrap()).unwrap()),
            quantity: None,
        });
    }
    let book = Book::from_facts(facts);
    assert_eq!(book.problems(), []);
    book
}

/// The six-stage playbook, in pounds.
fn in_pounds() -> Playbook {
    let mut draft: PlaybookDraft = Playbook::six_stage().draft().clone();
    draft.exchange.reporting_currency = "GBP".parse().unwrap();
    Playbook::try_new(draft).unwrap()
}

/// Whether a period's links come to what the columns hold, by accounts.
fn adds_up(flow: &PhaseFlow, before: &PhaseColumn, after: &PhaseColumn) -> bool {
    let sum = |which: &dyn Fn(&keyaccount::PhaseLink) -> bool| {
        flow.links.iter().filter(|link| which(link)).map(|link| link.accounts).sum::<usize>()
    };
    before.nodes.iter().all(|node| sum(&|link| link.from == node.phase) == node.accounts)
        && after.nodes.iter().all(|node| sum(&|link| link.to == node.phase) == node.accounts)
}

/// Rows from the phase before, columns to the phase after: accounts, and the part of the row.
fn table(verdict: &LifecycleTransitionsVerdict, title: &str, links: &[keyaccount::PhaseLink]) -> String {
    let mut text = format!("{title} ({} accounts)\n{:>12}", verdict.accounts, "from \\ to");
    for phase in LifecyclePhase::ALL {
        text += &format!("{:>16}", phase.as_str());
    }
    for from in LifecyclePhase::ALL {
        text += &format!("\n{:>12}", from.as_str());
        for to in LifecyclePhase::ALL {
            let link = links.iter().find(|link| link.from == *from && link.to == *to);
            let cell = link.map_or_else(String::new, |link| format!("{} ({})", link.accounts, link.share.unwrap()));
            text += &format!("{cell:>16}");
        }
    }
    text + "\n"
}

#[test]
fn online_retail_moves_between_phases_without_a_rest() {
    let Some(text) = data("online_retail_moves_between_phases", "online_retail/online_retail.csv.gz") else { return };
    let book = online_retail(&text);
    let playbook = in_pounds();
    let (from, to): (Date, Date) = ("2010-12-31".parse().unwrap(), "2011-12-09".parse().unwrap());
    let verdict = lifecycle_transitions(&book, &playbook, from, to, PeriodUnit::Quarter).unwrap();
    let days: Vec<String> = verdict.columns.iter().map(|column| column.on.to_string()).collect();
    assert_eq!(days, ["2010-12-31", "2011-03-31", "2011-06-30", "2011-09-30", "2011-12-09"]);
    for ((flow, before), after) in verdict.periods.iter().zip(&verdict.columns).zip(verdict.columns.iter().skip(1)) {
        assert!(adds_up(flow, before, after), "{} to {}", flow.from, flow.to);
        assert_eq!(before.purchases_without_money, 0);
    }
    assert!(adds_up(&verdict.overall, &verdict.columns[0], &verdict.columns[4]));
    // The money of the last day is all that was spent, since the data spans no more than a year and nine days.
    let total: Decimal =
        verdict.columns[4].nodes.iter().map(|node| node.money.to_string().parse::<Decimal>().unwrap()).sum();
    let cut = to.minus_days(365);
    let all: Decimal = book
        .accounts()
        .iter()
        .flat_map(|account| &account.purchases)
        .filter(|purchase| purchase.on > cut)
        .map(|purchase| purchase.amount.unwrap().amount())
        .sum();
    assert_eq!(total, all);
    let mut shown = String::new();
    for flow in &verdict.periods {
        shown += &table(&verdict, &format!("{} to {}", flow.from, flow.to), &flow.links);
    }
    shown += &table(&verdict, "all quarters together", &verdict.pooled);
    let _ = writeln!(io::stdout(), "{shown}");
}

#[test]
fn online_retail_never_loses_who_has_only_begun() {
    let Some(text) = data("online_retail_never_loses", "online_retail/online_retail.csv.gz") else { return };
    let book = online_retail(&text);
    let playbook = in_pounds();
    let end: Date = "2011-12-09".parse().unwrap();
    let orders_of = |account: &AccountBook| -> usize {
        let days: BTreeSet<Date> =
            account.purchases.iter().filter(|purchase| purchase.is_our_order()).map(|purchase| purchase.on).collect();
        days.len()
    };
    let mut single = 0;
    for account in book.accounts() {
        let history = lifecycle_history(account, &playbook, end);
        assert_eq!(history.phase, judge_lifecycle(account, &playbook, end).phase, "{}", account.account.id);
        let phases: BTreeSet<&str> = history.spans.iter().map(|span| span.phase.as_str()).collect();
        match orders_of(account) {
            0 => assert_eq!(phases, BTreeSet::from(["prospect"])),
            1 => {
                single += 1;
                assert!(phases.is_subset(&BTreeSet::from(["prospect", "acquisition"])), "{phases:?}");
            }
            // Whoever begins, begins neither lost nor about to be.
            _ => {
                let began = history.spans.iter().find(|span| span.phase != LifecyclePhase::Prospect).unwrap();
                assert!(!matches!(began.phase, LifecyclePhase::HighRisk | LifecyclePhase::Detached));
                assert_eq!((Some(began.from), began.at_once), (history.first_order, true));
            }
        }
    }
    assert!(single > 1_000, "{single} customers ordered on one day alone");
    // Value is concentrated: measured, not assumed.
    let accounts = classify_key_accounts(&book, &playbook, end);
    let share: Decimal = accounts.top_fifth_share.unwrap().value();
    let _ = writeln!(io::stdout(), "{}: {share}", accounts.reasons[1].message);
    assert!(share > Decimal::new(5, 1));
    assert_eq!(accounts.tiers.iter().map(|tier| tier.accounts).sum::<usize>(), 4372);
}
