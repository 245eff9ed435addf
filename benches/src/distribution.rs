//! The distribution of what open deals bring: computed by the library, and simulated in numpy.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io;

use keyaccount::{BookingDistribution, Currency, CurrencySum, Money, Probability};
use rust_decimal::Decimal;

use crate::numbers::Numbers;
use crate::rivals;
use crate::timing::{Table, median};

/// Prints the table of distributions.
pub fn run(out: &mut impl io::Write) -> io::Result<()> {
    writeln!(out, "Distribution of the total: everything from the deals to one probability\n")?;
    let mut table = Table::new("deals");
    let mut errors = String::new();
    for count in [1_000, 10_000, 100_000] {
        let deals = made_up(count)?;
        let bookings = distribution(&deals)?;
        let quota = bookings.mean();
        let time = median(31, || {
            let bookings = distribution(black_box(&deals));
            bookings.map(|bookings| bookings.probability_at_least(&quota))
        });
        let folder = rivals::data_folder()?;
        fs::write(folder.join("deals.csv"), csv(&deals))?;
        let rival = rivals::run("distribution.py", &folder, &bookings.mean().amount.to_string());
        table.side_by_side("distribution (rival: 10,000 simulated totals)", count, time, rival);
        let simulated = fs::read_to_string(folder.join("simulated.csv")).unwrap_or_default();
        let off = farthest(&bookings, &simulated)?;
        let bound = bookings.error_bound();
        let _ =
            writeln!(errors, "{count} deals: error bound {bound} ({}), simulation off by {off:.4}", bookings.method());
    }
    writeln!(out, "{table}")?;
    writeln!(out, "{errors}")
}

/// Amounts in cents from 100 to 100,000 and any probability.
fn made_up(count: usize) -> io::Result<Vec<(Money, Probability)>> {
    let mut numbers = Numbers::new(count as u64);
    let mut deal = || {
        let cents = 10_000 + i64::try_from(numbers.below(10_000_000)).unwrap_or(0);
        let chance = 10_000 + i64::try_from(numbers.below(980_000)).unwrap_or(0);
        let amount = Money::try_new(Decimal::new(cents, 2), Currency::USD)?;
        Ok((amount, Probability::try_new(Decimal::new(chance, 6))?))
    };
    (0..count).map(|_| deal()).collect::<Result<_, keyaccount::Problem>>().map_err(io::Error::other)
}

fn distribution(deals: &[(Money, Probability)]) -> io::Result<BookingDistribution> {
    BookingDistribution::of(Currency::USD, deals).map_err(io::Error::other)
}

fn csv(deals: &[(Money, Probability)]) -> String {
    let mut text = String::from("cents,probability\n");
    for (amount, probability) in deals {
        let _ = writeln!(text, "{},{probability}", (amount.amount() * Decimal::ONE_HUNDRED).normalize());
    }
    text
}

/// The largest distance between the distribution and the share of simulated totals, in cents and sorted.
fn farthest(bookings: &BookingDistribution, simulated: &str) -> io::Result<f64> {
    let totals: Vec<i64> = simulated.lines().filter_map(|line| line.parse().ok()).collect();
    let mut worst = 0.0_f64;
    for (rank, cents) in totals.iter().enumerate().step_by(10) {
        let amount = Decimal::new(*cents, 2).to_string().parse().map_err(io::Error::other)?;
        let cdf = bookings.cdf(&CurrencySum { amount, currency: Currency::USD }).map_err(io::Error::other)?;
        let cdf: f64 = cdf.to_string().parse().map_err(io::Error::other)?;
        worst = worst.max((cdf - (rank + 1) as f64 / totals.len() as f64).abs());
    }
    Ok(worst)
}
