//! Purchase models on real purchases: fitted on the first part, held against the rest, beside two baselines. The module's
//! README shows these tables; `cargo test -p conformance lifetime_proof -- --nocapture` prints them.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and shows its table"
)]

use std::collections::{BTreeMap, BTreeSet};

use keyaccount::{
    Account, Book, Currency, Date, Facts, FitStatus, Language, LifetimeOptions, LifetimeVerdict, MethodValidation,
    NetMoney, Playbook, PredictionMethod, Purchase, PurchaseModel, Supplier, ValidationOptions, ValidationVerdict,
    judge_lifetime_value, validate_purchase_models,
};
use rust_decimal::Decimal;

use crate::data::data;

const README: &str = include_str!("../../../crates/keyaccount/src/lifetime/README.md");

fn order(facts: &mut Facts, account: &str, on: Date, amount: Decimal, currency: Currency) {
    facts.purchases.push(Purchase {
        id: format!("order-{}", facts.purchases.len()).parse().unwrap(),
        account: account.parse().unwrap(),
        on,
        supplier: Supplier::Us {},
        category: None,
        product: None,
        amount: Some(NetMoney::try_new(amount, currency).unwrap()),
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

/// The sample of CDNOW: 2,357 customers who began in the first twelve weeks of 1997.
fn cdnow(test: &str) -> Option<Book> {
    let text = data(test, "cdnow/CDNOW_sample.txt.gz")?;
    let mut facts = Facts::default();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [id, _, day, _, dollars] = fields[..] else { panic!("{line}") };
        let on = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().unwrap();
        order(&mut facts, id, on, dollars.parse().unwrap(), Currency::USD);
    }
    Some(book(facts))
}

/// A wholesaler's invoices: one order for an invoice, cancellations as returns, lines of nobody left out.
fn online_retail(test: &str, is_in: fn(&str) -> bool) -> Option<Book> {
    let text = data(test, "online_retail/online_retail.csv.gz")?;
    let mut invoices: BTreeMap<(String, String), (Date, Decimal)> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for line in reader.records() {
        let line = line.unwrap();
        let (invoice, quantity, at, price, customer) = (&line[0], &line[3], &line[4], &line[5], &line[6]);
        let customer = customer.trim_end_matches(".0").to_owned();
        if customer.is_empty() || !is_in(&customer) {
            continue;
        }
        let worth = quantity.parse::<Decimal>().unwrap().checked_mul(price.parse().unwrap()).unwrap();
        let on: Date = at[..10].parse().unwrap();
        let entry = invoices.entry((customer, invoice.to_owned())).or_insert((on, Decimal::ZERO));
        entry.1 = entry.1.checked_add(worth).unwrap();
    }
    let mut facts = Facts::default();
    for ((customer, invoice), (on, worth)) in invoices {
        // A cancellation of goods that were free is still one.
        let is_return = invoice.starts_with('C');
        let worth = if is_return && worth.is_zero() { Decimal::new(-1, 4) } else { worth };
        order(&mut facts, &customer, on, worth.round_dp(4), "GBP".parse().unwrap());
    }
    Some(book(facts))
}

fn pounds() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.exchange.reporting_currency = "GBP".parse().unwrap();
    Playbook::try_new(draft).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The table of the README.
fn table(verdict: &ValidationVerdict) -> String {
    let mut rows = vec![
        "| method | rank correlation | MAE | RMSE | AUC | predicted |".to_owned(),
        "|---|---|---|---|---|---|".to_owned(),
    ];
    let best = |score: usize| verdict.best_by[score].method;
    for method in &verdict.methods {
        let scores = method.scores.as_ref().unwrap();
        let number = |score: usize, value: f64| {
            let text = format!("{value:.4}");
            if best(score) == method.method { format!("**{text}**") } else { text }
        };
        let name = match &method.fit {
            Some(fit) => match fit.parameters.unwrap().model() {
                PurchaseModel::MbgCnbd { regularity: Some(k) } => format!("MBG/CNBD-k, k = {k}"),
                _ => method.method.label(Language::En).to_owned(),
            },
            None => method.method.label(Language::En).to_owned(),
        };
        rows.push(format!(
            "| {name} | {} | {} | {} | {} | {:.0} |",
            number(0, scores.rank_correlation.unwrap().value()),
            number(1, scores.mean_absolute_error.value()),
            number(2, scores.root_mean_square_error.value()),
            number(3, scores.area_under_curve.unwrap().to_string().parse().unwrap()),
            scores.predicted.value(),
        ));
    }
    rows.join("\n") + "\n"
}

/// The table of expected and actual accounts and orders, of one model.
fn buckets(method: &MethodValidation) -> String {
    let mut rows = vec![
        "| repeat orders | accounts | expected | orders after, mean | predicted, mean |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    for (calibration, holdout) in method.calibration.iter().zip(&method.holdout) {
        rows.push(format!(
            "| {}{} | {} | {:.1} | {:.2} | {:.2} |",
            calibration.repeats,
            if calibration.or_more { " or more" } else { "" },
            calibration.actual,
            calibration.expected.value(),
            holdout.actual_mean.unwrap().value(),
            holdout.predicted_mean.unwrap().value(),
        ));
    }
    rows.join("\n") + "\n"
}

fn shown(name: &str, verdict: &ValidationVerdict) {
    let table = table(verdict);
    println!(
        "{name}: {} accounts, {} repeaters, {} bought again, {} orders in {} days\n{table}",
        verdict.accounts, verdict.repeaters, verdict.bought_again, verdict.actual, verdict.holdout_days
    );
    assert!(README.contains(&table), "the README shows another table than this for {name}:\n{table}");
}

#[test]
fn cdnow_models_against_baselines() {
    let Some(book) = cdnow("cdnow_models_against_baselines") else { return };
    let options = ValidationOptions::default();
    let (end, as_of) = (day("1997-09-30"), day("1998-06-30"));
    let verdict = validate_purchase_models(&book, &Playbook::six_stage(), end, as_of, &options).unwrap();
    assert_eq!((verdict.accounts, verdict.repeaters, verdict.holdout_days), (2357, 946, 273));
    for method in verdict.methods.iter().filter(|method| method.fit.is_some()) {
        assert_eq!(method.fit.as_ref().unwrap().found.status, FitStatus::Converged);
        let expected: f64 = method.calibration.iter().map(|bucket| bucket.expected.value()).sum();
        assert!((expected - 2357.0).abs() < 1e-6, "every account is in a bucket");
    }
    // Fader, Hardie and Lee (2005), figure 2: 1,411 never bought again; the model expects about as many.
    let bg = verdict.methods.iter().find(|method| method.method == PredictionMethod::BgNbd).unwrap();
    let buckets = buckets(bg);
    println!("{buckets}");
    assert!(README.contains(&buckets), "the README shows another table than this:\n{buckets}");
    assert_eq!(bg.calibration[0].actual, 1411);
    assert!((bg.calibration[0].expected.value() - 1411.0).abs() < 20.0);
    let last = verdict.steps.last().unwrap();
    let repeats = verdict.steps.iter().filter(|step| step.last <= end).map(|step| step.actual).sum::<usize>();
    assert_eq!((verdict.steps.len(), repeats), (78, 2457), "39 weeks each");
    assert_eq!(last.actual_cumulative, 2457 + verdict.actual);
    shown("CDNOW", &verdict);
}

#[test]
fn online_retail_models_against_baselines() {
    let Some(book) = online_retail("online_retail_models_against_baselines", |_| true) else { return };
    let options = ValidationOptions::default();
    let (end, as_of) = (day("2011-06-30"), day("2011-12-09"));
    let verdict = validate_purchase_models(&book, &pounds(), end, as_of, &options).unwrap();
    shown("Online Retail", &verdict);
}

fn no_nonsense(verdict: &LifetimeVerdict) {
    for account in &verdict.accounts {
        let prediction = account.prediction.as_ref().unwrap();
        assert_eq!(prediction.horizons.len(), 3);
        let value = prediction.lifetime_value.as_ref().unwrap();
        assert!(!value.amount.to_string().starts_with('-'), "{}", account.account);
        let longest = prediction.horizons.last().unwrap().value.as_ref().unwrap();
        assert!(longest.amount <= value.amount, "{}", account.account);
    }
}

/// Lifetime values of every tenth customer of the wholesaler, returns netted, as of the last day.
#[test]
fn online_retail_lifetime_values() {
    let Some(book) = online_retail("online_retail_lifetime_values", |customer| customer.ends_with('7')) else { return };
    let as_of = day("2011-12-09");
    let options = LifetimeOptions { model: Some(PurchaseModel::MbgNbd {}), ..LifetimeOptions::default() };
    let verdict = judge_lifetime_value(&book, &pounds(), as_of, &options).unwrap();
    no_nonsense(&verdict);
    let left_out = &verdict.left_out;
    println!(
        "{} accounts, {} prospects, {} unpriced, {} not positive, {} returns before orders",
        verdict.accounts.len(),
        left_out.prospects.len(),
        left_out.unpriced.len(),
        left_out.not_positive.len(),
        left_out.returns_before_orders
    );
    println!("{:?} {:?}\n{:#?}", verdict.parameters, verdict.spend_parameters, verdict.portfolio);
    println!("{:#?}\n{:#?}", verdict.new_account, verdict.spend_fit);
    assert_eq!(verdict.accounts.len() + left_out.prospects.len(), 437);
}

/// Lifetime values of CDNOW's customers: the Gamma-Gamma parameters are the published ones.
#[test]
fn cdnow_lifetime_values() {
    let Some(book) = cdnow("cdnow_lifetime_values") else { return };
    let model = Some(PurchaseModel::ParetoNbd {});
    let options = LifetimeOptions { model, ..LifetimeOptions::default() };
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day("1997-09-30"), &options).unwrap();
    no_nonsense(&verdict);
    assert_eq!(verdict.left_out.later_purchases, 1959, "as counted in the file");
    let spend = verdict.spend_parameters.unwrap();
    // Computed to 25 digits elsewhere: 6.249572271, 3.744224667, 15.44352096.
    for (found, known) in [(spend.p, 6.249_572_271), (spend.q, 3.744_224_667), (spend.v, 15.443_520_96)] {
        assert!((found.value() / known - 1.0).abs() < 1e-8, "{found} is not {known}");
    }
    println!("{:?}\n{:#?}", verdict.spend_parameters, verdict.portfolio);
}
