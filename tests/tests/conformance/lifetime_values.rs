//! Published values of repeat-purchase and spend models on CDNOW, where the data is at hand beside the checkout.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

use std::collections::BTreeMap;

use keyaccount::{
    Date, FitOptions, FitStatus, ModelFit, PurchaseModel, PurchaseModelParameters, PurchaseSummary, SpendSummary,
    fit_purchase_model, fit_spend_model,
};

use crate::data::data;

/// What a customer did up to the end of the calibration: purchases by day, in cents.
type Purchases = BTreeMap<Date, i64>;

/// All customers of a file; where it is missing the test is reported as skipped, by name.
fn customers(test: &str, file: &str) -> Option<BTreeMap<String, Purchases>> {
    let text = data(test, &format!("cdnow/{file}"))?;
    let end: Date = "1997-09-30".parse().unwrap();
    let mut customers: BTreeMap<String, Purchases> = BTreeMap::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let (id, [.., day, _, dollars]) = (fields[0], &fields[..]) else { panic!("{line}") };
        let Some((whole, cents)) = dollars.split_once('.') else { continue };
        let on: Date = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().unwrap();
        let amount = whole.parse::<i64>().unwrap() * 100 + cents.parse::<i64>().unwrap();
        if on <= end {
            *customers.entry(id.to_owned()).or_default().entry(on).or_default() += amount;
        }
    }
    Some(customers)
}

/// Frequency, recency and age in weeks (days / 7), as they are or to two decimals.
fn summaries(customers: &BTreeMap<String, Purchases>, two_decimals: bool) -> Vec<PurchaseSummary> {
    let end: Date = "1997-09-30".parse().unwrap();
    let weeks = |from: Date, to: Date| {
        let weeks = to.days_since(from) as f64 / 7.0;
        if two_decimals { (weeks * 100.0).round() / 100.0 } else { weeks }
    };
    let summary = |purchases: &Purchases| {
        let (first, last) = (*purchases.keys().next().unwrap(), *purchases.keys().next_back().unwrap());
        let frequency = u32::try_from(purchases.len() - 1).unwrap();
        PurchaseSummary::try_new(frequency, weeks(first, last), weeks(first, end)).unwrap()
    };
    customers.values().map(summary).collect()
}

/// Mean amounts of repeat purchases, in dollars, from exact cents.
fn spend(customers: &BTreeMap<String, Purchases>) -> Vec<SpendSummary> {
    let summary = |purchases: &Purchases| {
        let repeats = purchases.len() - 1;
        let cents: i64 = purchases.values().skip(1).sum();
        match u32::try_from(repeats).unwrap() {
            0 => SpendSummary::NONE,
            frequency => SpendSummary::try_new(frequency, cents as f64 / 100.0 / repeats as f64).unwrap(),
        }
    };
    customers.values().map(summary).collect()
}

/// The parameters and the log-likelihood to as many significant digits as `want` has.
fn assert_digits(found: &ModelFit, want: &[&str], log_likelihood: &str) {
    assert_eq!(found.status, FitStatus::Converged);
    let rounded = |value: f64, like: &str| {
        let places = like.split_once('.').map_or(0, |(_, places)| places.len());
        format!("{value:.places$}")
    };
    let got: Vec<String> =
        found.estimates.iter().zip(want).map(|(estimate, want)| rounded(estimate.value.value(), want)).collect();
    assert_eq!(got, want);
    assert_eq!(rounded(found.log_likelihood.unwrap().value(), log_likelihood), log_likelihood);
    assert!(found.estimates.iter().all(|estimate| estimate.standard_error.is_some()));
}

fn fit_pareto(accounts: &[PurchaseSummary]) -> (ModelFit, PurchaseModelParameters) {
    let fit = fit_purchase_model(accounts, PurchaseModel::ParetoNbd {}, &FitOptions::default()).unwrap();
    (fit.found, fit.parameters.unwrap())
}

/// Published: r .553, α 10.578, s .606, β 11.669, log-likelihood −9,595.0; the digits beyond by 25-digit arithmetic.
#[test]
fn pareto_nbd_of_the_cdnow_sample() {
    let Some(customers) = customers("pareto_nbd_of_the_cdnow_sample", "CDNOW_sample.txt.gz") else { return };
    let accounts = summaries(&customers, false);
    let (found, model) = fit_pareto(&accounts);
    assert_eq!((found.accounts, found.repeaters, found.cells), (2357, 946, 1016));
    let want = ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"];
    assert_digits(&found, &want, "-9594.97617894");
    // The likelihood is the sum of those of the accounts.
    let sum: f64 = accounts.iter().map(|account| model.log_likelihood(account)).sum();
    assert!((sum + 9594.97617894).abs() < 1e-7);
    // In weeks of two decimals it is another one.
    let (rounded, _) = fit_pareto(&summaries(&customers, true));
    assert_eq!(rounded.status, FitStatus::Converged);
    assert_ne!(rounded.log_likelihood, found.log_likelihood);
}

#[test]
fn pareto_nbd_of_all_cdnow_customers() {
    let Some(customers) = customers("pareto_nbd_of_all_cdnow_customers", "CDNOW_master.txt.gz") else { return };
    let (found, _) = fit_pareto(&summaries(&customers, false));
    assert_eq!((found.accounts, found.repeaters, found.cells), (23_570, 9451, 8685));
    let want = ["0.5974199663", "11.58565778", "0.5221856108", "8.827759150"];
    assert_digits(&found, &want, "-95415.1186175");
}

/// Published: p 6.25, q 3.74, v 15.44.
#[test]
fn spend_of_the_cdnow_sample() {
    let Some(customers) = customers("spend_of_the_cdnow_sample", "CDNOW_sample.txt.gz") else { return };
    let fit = fit_spend_model(&spend(&customers), &FitOptions::default()).unwrap();
    assert_eq!((fit.found.accounts, fit.found.repeaters), (2357, 946));
    assert_eq!((fit.left_out.without_repeats, fit.left_out.not_positive.len()), (1411, 0));
    assert_digits(&fit.found, &["6.249572271", "3.744224667", "15.44352096"], "-4055.91769480");
    // On average 35 dollars; frequency and spend hardly correlate.
    let mean = fit.parameters.unwrap().population_mean().unwrap();
    assert!((mean - 35.17).abs() < 0.01, "{mean}");
    assert!(fit.correlation.unwrap().value().abs() < 0.15);
}

/// One customer's repeat purchases were free: the logarithm of nothing breaks other fits.
#[test]
fn spend_of_all_cdnow_customers_leaves_out_the_free_one() {
    let name = "spend_of_all_cdnow_customers_leaves_out_the_free_one";
    let Some(customers) = customers(name, "CDNOW_master.txt.gz") else { return };
    let accounts = spend(&customers);
    let fit = fit_spend_model(&accounts, &FitOptions::default()).unwrap();
    assert_eq!((fit.found.accounts, fit.found.repeaters), (23_570, 9450));
    assert_eq!(fit.found.status, FitStatus::Converged);
    let [free] = fit.left_out.not_positive[..] else { panic!("{:?}", fit.left_out) };
    assert_eq!(accounts[free].mean(), Some(0.0));
    let expected = fit.parameters.unwrap().expected_spend(&accounts[free]);
    assert_eq!((expected.mean, expected.own_weight), (fit.parameters.unwrap().population_mean(), Some(0.0)));
}
