//! Reads a book and prints what will be booked: by period with its spread, the odds of a quota, and which way of
//! forecasting has been right so far.
//!
//! `cargo run --release --example forecast_review -- [BOOK] [--playbook FILE] [--as-of DATE] [--quota AMOUNT] [--json]`

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use keyaccount::{BookingOptions, ForecastBasis, Money, PeriodUnit};
use keyaccount_examples::{ForecastReview, Source, View, ending, language, print_forecast_review};

/// Forecasts the bookings of a book's next periods, and holds past forecasts against what came.
#[derive(Parser)]
#[command(name = "forecast_review")]
struct Arguments {
    #[command(flatten)]
    source: Source,
    /// Where chances come from: `stage_default`, `learned` or `timing` [default: what was best on this history]
    #[arg(long, value_name = "BASIS")]
    basis: Option<ForecastBasis>,
    /// The length of a period: `month`, `quarter` or `year`, all fiscal
    #[arg(long, value_name = "UNIT", default_value = "quarter")]
    unit: PeriodUnit,
    /// How many periods to look ahead, the current one included
    #[arg(long, value_name = "COUNT", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=60))]
    periods: u16,
    /// A quota for each period, in the reporting currency
    #[arg(long, value_name = "AMOUNT")]
    quota: Option<String>,
    /// Show every deal
    #[arg(long)]
    all: bool,
    /// Labels in simplified Chinese
    #[arg(long)]
    chinese: bool,
    /// Print the verdicts as JSON
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    ending(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let input = arguments.source.read()?;
    let currency = input.playbook.draft().exchange.reporting_currency;
    let quota = arguments.quota.as_ref().map(|amount| Money::parse(amount, currency)).transpose()?;
    let options = BookingOptions { quota, ..BookingOptions::default() };
    let review = ForecastReview::of(&input, arguments.basis, arguments.unit, arguments.periods.into(), &options)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &review).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        let view = View { language: language(arguments.chinese), all: arguments.all, ..View::for_stdout() };
        print_forecast_review(&review, &input.book, &input.playbook, &view, &mut out)?;
    }
    Ok(out.flush()?)
}
