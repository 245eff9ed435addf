//! Loyalty and lifecycle on real purchases, where the data is at hand beside the checkout.
#![expect(clippy::string_slice, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use keyaccount::{
    Account, Book, Currency, Date, Facts, LifecyclePhase, NetMoney, Playbook, Purchase, Supplier, judge_lifecycle,
    judge_loyalty, purchase_rhythm,
};

/// A file of the data folder, unpacked; where it is missing the test is reported as skipped, by name.
fn data(test: &str, file: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(file);
    let Ok(packed) = File::open(&path) else {
        // Through the writer, which the test harness does not capture: a skipped test has to be seen.
        let _ = writeln!(io::stderr(), "skipped: {test} (../shared/data/{file} is not there)");
        return None;
    };
    let mut text = String::new();
    GzDecoder::new(BufReader::new(packed)).read_to_string(&mut text).unwrap();
    Some(text)
}

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
