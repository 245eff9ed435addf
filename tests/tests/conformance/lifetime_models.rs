//! The purchase models on CDNOW, against the published parameters, where the data is at hand beside the checkout.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use keyaccount::{
    Date, FitOptions, FitStatus, PurchaseModel, PurchaseModelFit, PurchaseModelParameters, PurchaseSummary,
    fit_purchase_model,
};

use crate::data::data;

/// The days of purchase of each customer up to 1997-09-30; where the data is missing the test is reported as skipped.
fn purchase_days(test: &str, file: &str, date_column: usize) -> Option<Vec<Vec<Date>>> {
    let text = data(test, file)?;
    let mut days: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let Some(day) = fields.get(date_column).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit())) else {
            continue;
        };
        let on: Date = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse().unwrap();
        if on <= end() {
            days.entry(fields[0].to_owned()).or_default().insert(on);
        }
    }
    Some(days.into_values().map(|days| days.into_iter().collect()).collect())
}

fn end() -> Date {
    "1997-09-30".parse().unwrap()
}

/// Summaries in weeks, exact ones or rounded to two decimals.
fn summaries(customers: &[Vec<Date>], week: impl Fn(f64) -> f64) -> Vec<PurchaseSummary> {
    let weeks = |from: Date, to: Date| week(to.days_since(from) as f64 / 7.0);
    customers
        .iter()
        .map(|days| {
            let (first, last) = (days[0], *days.last().unwrap());
            let frequency = u32::try_from(days.len().saturating_sub(1)).unwrap();
            PurchaseSummary::try_new(frequency, weeks(first, last), weeks(first, end())).unwrap()
        })
        .collect()
}

fn fit(accounts: &[PurchaseSummary], model: PurchaseModel) -> PurchaseModelFit {
    let fit = fit_purchase_model(accounts, model, &FitOptions::default()).unwrap();
    assert_eq!(fit.found.status, FitStatus::Converged);
    fit
}

/// Each parameter agrees with the digits that are printed, and so does the likelihood.
fn agrees(fit: &PurchaseModelFit, printed: [&str; 4], log_likelihood: &str) {
    for (estimate, printed) in fit.found.estimates.iter().zip(printed) {
        same_digits(estimate.value.value(), printed);
    }
    same_digits(fit.found.log_likelihood.unwrap().value(), log_likelihood);
}

fn same_digits(got: f64, printed: &str) {
    let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
    assert_eq!(format!("{got:.places$}"), printed);
}

#[test]
fn cdnow_sample_in_exact_weeks() {
    let Some(customers) = purchase_days("cdnow_exact_weeks", "cdnow/CDNOW_sample.txt.gz", 2) else { return };
    let accounts = summaries(&customers, |weeks| weeks);
    assert_eq!((accounts.len(), accounts.iter().map(PurchaseSummary::frequency).sum::<u32>()), (2357, 2457));

    let bg = fit(&accounts, PurchaseModel::BgNbd {});
    agrees(&bg, ["0.2425945224", "4.413602019", "0.7929220172", "2.425906777"], "-9582.42920667");
    assert_eq!((bg.found.accounts, bg.found.repeaters, bg.found.cells), (2357, 946, 1016));
    // Standard errors and covariances of an independent computation, by differences of 40 digits.
    let covariance = bg.found.covariance.as_ref().unwrap();
    same_digits(covariance[0][1].value(), "0.003706");
    let errors = bg.found.estimates.iter().map(|estimate| estimate.standard_error.unwrap().value());
    for (error, printed) in errors.zip(BG_ERRORS) {
        same_digits(error, printed);
    }

    let mbg = fit(&accounts, PurchaseModel::MbgNbd {});
    agrees(&mbg, ["0.5248431591", "6.183085280", "0.8913593907", "1.614002240"], "-9582.13571555");
    let errors = mbg.found.estimates.iter().map(|estimate| estimate.standard_error.unwrap().value());
    for (error, printed) in errors.zip(MBG_ERRORS) {
        same_digits(error, printed);
    }
}

#[test]
fn cdnow_sample_in_weeks_of_two_decimals() {
    let Some(customers) = purchase_days("cdnow_two_decimals", "cdnow/CDNOW_sample.txt.gz", 2) else { return };
    let accounts = summaries(&customers, |weeks| (weeks * 100.0).round() / 100.0);
    let bg = fit(&accounts, PurchaseModel::BgNbd {});
    agrees(&bg, ["0.2425929072", "4.413531561", "0.7928861481", "2.425753436"], "-9582.42556057");
}

#[test]
fn cdnow_master() {
    let Some(customers) = purchase_days("cdnow_master", "cdnow/CDNOW_master.txt.gz", 1) else { return };
    let accounts = summaries(&customers, |weeks| weeks);
    assert_eq!((accounts.len(), accounts.iter().map(PurchaseSummary::frequency).sum::<u32>()), (23_570, 24_337));
    let bg = fit(&accounts, PurchaseModel::BgNbd {});
    agrees(&bg, ["0.2516239589", "4.788942962", "0.7234335768", "2.161088359"], "-95368.4439332");
    assert_eq!((bg.found.repeaters, bg.found.cells), (9451, 8685));
}

/// The regularity with the highest likelihood is 1: these customers buy at random.
#[test]
fn cdnow_has_no_rhythm() {
    let Some(customers) = purchase_days("cdnow_regularity", "cdnow/CDNOW_sample.txt.gz", 2) else { return };
    let accounts: Vec<PurchaseSummary> = summaries(&customers, |weeks| weeks)
        .into_iter()
        .zip(&customers)
        .map(|(summary, days)| {
            let logs = days.windows(2).map(|pair| (pair[1].days_since(pair[0]) as f64 / 7.0).ln()).sum();
            summary.with_log_intervals(logs).unwrap()
        })
        .collect();
    let chosen = fit(&accounts, PurchaseModel::MbgCnbd { regularity: None });
    let random = fit(&accounts, PurchaseModel::MbgNbd {});
    assert_eq!(chosen.trials.len(), 12);
    assert_eq!(chosen.found, random.found);
    assert!(
        matches!(chosen.parameters, Some(PurchaseModelParameters::MbgCnbd { regularity, .. }) if regularity.value() == 1)
    );
}

const BG_ERRORS: [&str; 4] = ["0.01255738", "0.37822406", "0.18573382", "0.70541426"];
const MBG_ERRORS: [&str; 4] = ["0.08326821", "0.69562064", "0.15478993", "0.53749480"];
