//! Models of repeat purchases on the purchases of CDNOW's customers, where they are at hand: fits and scores, side by side
//! with lifetimes, which has to find the same parameters.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use keyaccount::{
    Date, FitOptions, PurchaseColumns, PurchaseModel, PurchaseModelParameters, PurchaseSummary, fit_purchase_model,
    summarise_purchases,
};

use crate::rivals;
use crate::timing::{Table, median};

/// The last day that the models know; 39 weeks.
const CALIBRATION: &str = "1997-09-30";
const HORIZON: f64 = 39.0;
const RUNS: usize = 15;

/// Prints the table of fits and scores.
pub fn run(out: &mut impl io::Write) -> io::Result<()> {
    writeln!(out, "Repeat purchases: customers of CDNOW up to {CALIBRATION}, in weeks\n")?;
    let mut table = Table::new("customers");
    let mut notes = Vec::new();
    for file in ["CDNOW_sample.txt.gz", "CDNOW_master.txt.gz"] {
        let path = folder().join(file);
        let Ok(packed) = File::open(&path) else {
            writeln!(out, "skipped: {file} is not in {}", folder().display())?;
            continue;
        };
        let mut text = String::new();
        GzDecoder::new(BufReader::new(packed)).read_to_string(&mut text)?;
        let customers = customers(&text)?;
        let data = export(&customers)?;
        for (name, model) in [("bg_nbd", PurchaseModel::BgNbd {}), ("pareto_nbd", PurchaseModel::ParetoNbd {})] {
            notes.extend(compare(&mut table, &data, file, name, model, &customers)?);
        }
    }
    writeln!(out, "{table}")?;
    notes.iter().try_for_each(|note| writeln!(out, "{note}"))
}

fn compare(
    table: &mut Table,
    data: &Path,
    file: &str,
    name: &str,
    model: PurchaseModel,
    customers: &[PurchaseSummary],
) -> io::Result<Vec<String>> {
    let fit = || fit_purchase_model(black_box(customers), model, &FitOptions::default());
    let found = fit().map_err(problem)?;
    let parameters = found.parameters.ok_or_else(|| io::Error::other("the fit gave no parameters"))?;
    let numbers = numbers_of(&parameters);
    let scores = || parameters.scores(black_box(customers), HORIZON);
    let expected: f64 = scores().map_err(problem)?.iter().map(|score| score.expected_purchases).sum();
    let size = customers.len();
    let (fitting, scoring) = (median(RUNS, fit), median(RUNS, scores));
    let agreed =
        |job: &str| rivals::run_with("lifetime.py", data, &[name, job, &numbers, &expected.to_string()], "agrees");
    table.side_by_side(&format!("fit of {name}, with standard errors ({file})"), size, fitting, agreed("fit"));
    table.side_by_side(&format!("P(alive) and expected purchases by {name}"), size, scoring, agreed("score"));
    let microseconds = scoring * 1000.0 / size as f64;
    let likelihood = found.found.log_likelihood.map_or(f64::NAN, |value| value.value());
    Ok(vec![format!("{name}, {file}: {numbers}, log-likelihood {likelihood}; {microseconds:.2} µs a customer scored")])
}

/// The parameters in the order that lifetimes has them in.
fn numbers_of(parameters: &PurchaseModelParameters) -> String {
    let four = match parameters {
        PurchaseModelParameters::BgNbd { r, alpha, a, b } => [*r, *alpha, *a, *b],
        PurchaseModelParameters::ParetoNbd { r, alpha, s, beta } => [*r, *alpha, *s, *beta],
        _ => return String::new(),
    };
    four.map(|number| number.value().to_string()).join(",")
}

/// Beside the checkout, or where `KEYACCOUNT_DATA` says.
fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    std::env::var_os("KEYACCOUNT_DATA").map_or_else(beside, PathBuf::from).join("cdnow")
}

fn problem(problem: keyaccount::Problem) -> io::Error {
    io::Error::other(problem.to_string())
}

/// A line has the customer first, the day (`19970112`) before the last two, and the dollars last. Titles are passed over.
fn customers(text: &str) -> io::Result<Vec<PurchaseSummary>> {
    let (mut account, mut day, mut amount) = (Vec::new(), Vec::new(), Vec::new());
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [customer, .., on, _, dollars] = &fields[..] else { continue };
        let Some(parsed) = customer.parse::<u32>().ok().zip(chrono::NaiveDate::parse_from_str(on, "%Y%m%d").ok())
        else {
            continue;
        };
        account.push(parsed.0);
        day.push(parsed.1.to_epoch_days());
        let cents: f64 = dollars.parse().map_err(io::Error::other)?;
        amount.push((cents * 100.0).round() as i64);
    }
    let columns = PurchaseColumns::try_new(&account, &day, &amount).map_err(problem)?;
    let as_of: Date = CALIBRATION.parse().map_err(problem)?;
    let purchases = summarise_purchases(&columns, as_of, None);
    let each = purchases.accounts.iter().map(|one| one.repeat_purchases(purchases.as_of_day, 7.0));
    each.collect::<Result<_, _>>().map_err(problem)
}

/// Writes what models are fitted to as the bytes of numbers, lowest first, and gives the folder.
fn export(customers: &[PurchaseSummary]) -> io::Result<PathBuf> {
    let folder = rivals::data_folder()?.join("lifetime");
    fs::create_dir_all(&folder)?;
    let write = |name: &str, of: fn(&PurchaseSummary) -> f64| {
        fs::write(folder.join(name), customers.iter().flat_map(|one| of(one).to_le_bytes()).collect::<Vec<u8>>())
    };
    write("frequency.f64", |one| f64::from(one.frequency()))?;
    write("recency.f64", PurchaseSummary::recency)?;
    write("age.f64", PurchaseSummary::age)?;
    Ok(folder)
}
