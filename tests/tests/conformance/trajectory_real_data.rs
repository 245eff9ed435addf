//! The purchase trajectory on the orders of a real wholesaler, where the data is at hand beside the checkout.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use keyaccount::{
    Account, AccountId, Book, ComparableBasis, CrossSellOptions, Date, Facts, NetMoney, Playbook, Purchase, ReplacedBy,
    SilenceState, Supplier, TrendDirection, cross_sell, purchase_trajectory,
};
use rust_decimal::Decimal;

use crate::data::data;

/// One line of the file, of a known customer.
struct Row {
    customer: String,
    invoice: String,
    on: Date,
    product: String,
    amount: Decimal,
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let known = reader.records().filter_map(|line| {
        let line = line.unwrap();
        let customer = line[6].trim_end_matches(".0").to_owned();
        let (pieces, price): (Decimal, Decimal) = (line[3].parse().unwrap(), line[5].parse().unwrap());
        let row = || Row {
            customer: customer.clone(),
            invoice: line[0].to_owned(),
            on: line[4][..10].parse().unwrap(),
            product: line[1].to_owned(),
            amount: pieces * price,
        };
        (!customer.is_empty()).then(row)
    });
    known.collect()
}

/// A book of the sums of rows by customer, a key and day.
fn book<'a>(rows: impl Iterator<Item = &'a Row>, by_product: bool) -> Book {
    let mut sums: BTreeMap<(&str, &str, bool, Date), Decimal> = BTreeMap::new();
    for row in rows {
        let key = if by_product { &row.product } else { &row.invoice };
        *sums.entry((&row.customer, key, row.amount < Decimal::ZERO, row.on)).or_default() += row.amount;
    }
    let mut facts = Facts::default();
    let accounts: BTreeSet<AccountId> = sums.keys().map(|(customer, ..)| customer.parse().unwrap()).collect();
    facts.accounts = accounts.into_iter().map(|id| Account::new(id.clone(), id.as_str().parse().unwrap())).collect();
    for (number, ((customer, key, _, on), amount)) in sums.into_iter().enumerate() {
        facts.purchases.push(Purchase {
            id: format!("order-{number}").parse().unwrap(),
            account: customer.parse().unwrap(),
            on,
            supplier: Supplier::Us {},
            // A product is its own category: the file names no others.
            category: by_product.then(|| key.parse().unwrap()),
            product: by_product.then(|| key.parse().unwrap()),
            amount: Some(NetMoney::try_new(amount.round_dp(2), "GBP".parse().unwrap()).unwrap()),
            quantity: None,
        });
    }
    let book = Book::from_facts(facts);
    assert_eq!(book.problems(), []);
    book
}

fn told(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Orders, and how many of them hold.
#[derive(Clone, Copy, Default)]
struct Tally {
    of: u32,
    held: u32,
}

impl Tally {
    fn add(&mut self, held: bool) {
        self.of += 1;
        self.held += u32::from(held);
    }

    fn share(self) -> f64 {
        f64::from(self.held) / f64::from(self.of.max(1))
    }
}

#[test]
fn overdue_accounts_order_again_less_often() {
    let Some(text) = data("overdue_accounts", "online_retail/online_retail.csv.gz") else { return };
    let rows = rows(&text);
    let book = book(rows.iter(), false);
    let playbook = Playbook::six_stage();
    let mut again: BTreeMap<&str, (Tally, Tally)> = BTreeMap::new();
    for as_of in ["2011-05-01", "2011-06-15", "2011-08-01", "2011-09-15"] {
        let as_of: Date = as_of.parse().unwrap();
        for account in book.accounts() {
            let verdict = purchase_trajectory(account, &playbook, as_of);
            let Some(cadence) = verdict.rhythm.cadence else { continue };
            let usual: u32 = cadence.median_interval_days.value().ceil().to_string().parse().unwrap();
            let later = |days: u32| {
                let until = as_of.plus_days(days);
                account
                    .purchases
                    .iter()
                    .any(|purchase| purchase.is_our_order() && purchase.on > as_of && purchase.on <= until)
            };
            let (soon, ever) = again.entry(verdict.silence.state.as_str()).or_default();
            soon.add(later(usual));
            ever.add(later(85));
        }
    }
    told("silence    accounts  again within usual interval  again within 85 days");
    for (state, (soon, ever)) in &again {
        told(&format!("{state:10} {:8}  {:27.3}  {:20.3}", soon.of, soon.share(), ever.share()));
    }
    let share = |state: SilenceState| again[state.as_str()].0.share();
    assert!(share(SilenceState::Overdue) < share(SilenceState::Long));
    assert!(share(SilenceState::Long) < share(SilenceState::Usual));
    let ever = |state: SilenceState| again[state.as_str()].1.share();
    assert!(ever(SilenceState::Overdue) < ever(SilenceState::Usual));
}

#[test]
fn an_order_that_comes_is_seldom_overdue() {
    let Some(text) = data("orders_overdue", "online_retail/online_retail.csv.gz") else { return };
    let rows = rows(&text);
    let book = book(rows.iter(), false);
    let playbook = Playbook::six_stage();
    let (mut overdue, mut long, mut even) = (Tally::default(), Tally::default(), Tally::default());
    let (mut trends, mut seasons, mut accounts) = (BTreeMap::<&str, u32>::new(), 0, 0);
    for account in book.accounts() {
        let mut days: Vec<Date> =
            account.purchases.iter().filter(|purchase| purchase.is_our_order()).map(|purchase| purchase.on).collect();
        days.dedup();
        // The eve of its last order, of which nothing is known then.
        if let Some(last) = days.last().filter(|_| days.len() >= 5) {
            let eve = purchase_trajectory(account, &playbook, last.minus_days(1));
            let probability = eve.silence.probability.unwrap();
            overdue.add(probability < "0.05".parse().unwrap());
            long.add(probability < "0.2".parse().unwrap());
            even.add(probability < "0.5".parse().unwrap());
        }
        let verdict = purchase_trajectory(account, &playbook, "2011-12-09".parse().unwrap());
        if verdict.regularity.is_some() {
            accounts += 1;
            let told = if verdict.trend.slope.is_some() { verdict.trend.direction.as_str() } else { "too short" };
            *trends.entry(told).or_default() += 1;
            seasons += u32::from(!verdict.season.strong_months.is_empty());
        }
    }
    told(&format!(
        "orders that came though so long a silence had less than 5 %: {:.3}, 20 %: {:.3}, 50 %: {:.3} of {}",
        overdue.share(),
        long.share(),
        even.share(),
        overdue.of
    ));
    told(&format!("of {accounts} accounts with a rhythm: seasons {seasons} (a year is too short), trends {trends:?}"));
    // The file ends before Christmas, when orders come early, and cuts long intervals off.
    assert!((0.02..0.07).contains(&overdue.share()), "{}", overdue.share());
    assert!((0.12..0.24).contains(&long.share()), "{}", long.share());
    assert!((0.33..0.56).contains(&even.share()), "{}", even.share());
    assert_eq!(seasons, 0);
    assert!(trends[TrendDirection::Steady.as_str()] > 0);
}

#[test]
fn products_stop_and_are_suggested() {
    let Some(text) = data("products_stop", "online_retail/online_retail.csv.gz") else { return };
    let rows = rows(&text);
    let mut days: BTreeMap<&str, BTreeSet<Date>> = BTreeMap::new();
    for row in &rows {
        days.entry(&row.customer).or_default().insert(row.on);
    }
    let busy = |row: &&Row| days[row.customer.as_str()].len() >= 20;
    let book = book(rows.iter().filter(busy), true);
    let playbook = Playbook::six_stage();
    // A quarter before the end of the file, so that the rest of it can say who was right.
    let as_of: Date = "2011-09-09".parse().unwrap();
    let (mut stopped, mut others, mut accounts) = (Tally::default(), Tally::default(), 0);
    let (mut replaced, mut with_stops) = (0, 0);
    for account in book.accounts() {
        let verdict = purchase_trajectory(account, &playbook, as_of);
        assert!(verdict.returns.matched + verdict.returns.unmatched.len() <= verdict.returns.returns);
        accounts += 1;
        with_stops += u32::from(verdict.stopped_product_count > 0);
        let names: BTreeSet<&str> =
            verdict.stopped_products.iter().map(|stopped| stopped.product.as_ref().unwrap().as_str()).collect();
        let is_replaced = |replaced: &ReplacedBy| !matches!(replaced, ReplacedBy::Unknown {});
        replaced += verdict.stopped_products.iter().filter(|stopped| is_replaced(&stopped.replaced_by)).count();
        let mut bought: BTreeMap<&str, (u32, bool)> = BTreeMap::new();
        for purchase in account.purchases.iter().filter(|purchase| purchase.is_our_order()) {
            let (before, after) = bought.entry(purchase.product.as_ref().unwrap().as_str()).or_default();
            *before += u32::from(purchase.on <= as_of);
            *after |= purchase.on > as_of;
        }
        for (product, (before, after)) in bought {
            if before >= 3 {
                let tally = if names.contains(product) { &mut stopped } else { &mut others };
                tally.add(after);
            }
        }
    }
    told(&format!(
        "{accounts} accounts, {with_stops} stopped {} products ({replaced} replaced); bought again within 91 days: {:.3} of those, {:.3} of {} others",
        stopped.of,
        stopped.share(),
        others.share(),
        others.of
    ));
    assert!(stopped.of > 0 && stopped.share() < others.share());
    let options = CrossSellOptions { account: None, basis: ComparableBasis::Baskets };
    let mut draft = playbook.draft().clone();
    draft.trajectory.similar_baskets = "0.1".parse().unwrap();
    let verdict = cross_sell(&book, &Playbook::try_new(draft).unwrap(), as_of, &options).unwrap();
    let (mut suggested, mut compared, mut unsuggested) = (Tally::default(), 0, Tally::default());
    let all: BTreeSet<&str> = rows.iter().map(|row| row.product.as_str()).collect();
    for row in &verdict.accounts {
        compared += u32::from(row.no_comparables.is_none());
        let account = book.account(&row.account).unwrap();
        let category = |purchase: &Purchase| purchase.category.as_ref().unwrap().as_str().to_owned();
        let orders = || account.purchases.iter().filter(|purchase| purchase.is_our_order());
        let before: BTreeSet<String> = orders().filter(|purchase| purchase.on <= as_of).map(category).collect();
        let after: BTreeSet<String> = orders().filter(|purchase| purchase.on > as_of).map(category).collect();
        let names: BTreeSet<&str> = row.suggestions.iter().map(|suggestion| suggestion.category.as_str()).collect();
        for name in &names {
            suggested.add(after.contains(*name));
        }
        for name in all.iter().filter(|name| !names.contains(**name) && !before.contains(**name)) {
            unsuggested.add(after.contains(*name));
        }
    }
    told(&format!(
        "cross-sell: {compared} accounts compared; bought in the next quarter: {:.3} of {} suggested, {:.4} of what else they never bought",
        suggested.share(),
        suggested.of,
        unsuggested.share()
    ));
    assert!(suggested.share() > 3.0 * unsuggested.share());
}
