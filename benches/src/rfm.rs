//! Five million orders of half a million customers into recency, frequency and money: the library over columns and other
//! tools.

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::PathBuf;

use keyaccount::{Date, PurchaseColumns, PurchaseTotals, summarise_purchases};

use crate::numbers::Numbers;
use crate::rivals;
use crate::timing::{Table, median};

const ORDERS: usize = 5_000_000;
const CUSTOMERS: u64 = 500_000;
const DAYS: u64 = 730;
/// 2026-12-31, the day of the summary, in days since 1970-01-01: no order is later.
const AS_OF: i32 = 20_818;
const RUNS: usize = 9;

/// Orders as columns.
struct Orders {
    account: Vec<u32>,
    day: Vec<i32>,
    amount: Vec<i64>,
}

/// Prints the table of recency, frequency and money.
pub fn run(out: &mut impl io::Write) -> io::Result<()> {
    writeln!(out, "RFM: {ORDERS} orders of {CUSTOMERS} customers over {DAYS} days\n")?;
    let orders = Orders::made_up();
    let as_of: Date = "2026-12-31".parse().map_err(problem)?;
    let columns = orders.columns()?;
    let summaries = summarise_purchases(&columns, as_of, None);
    let expected = result(&summaries);
    let data = orders.export()?;
    let mut table = Table::new("orders");

    let time = median(RUNS, || summarise_purchases(black_box(&columns), as_of, None));
    table.ours("columns, in any order", ORDERS, time);
    let time = median(RUNS, || orders.columns().map(|columns| summarise_purchases(&columns, as_of, None)));
    table.ours("the same with the check of every value", ORDERS, time);
    let sorted = orders.sorted();
    let by_account = sorted.columns()?;
    assert_eq!(summarise_purchases(&by_account, as_of, None), summaries, "order changes nothing");
    let time = median(RUNS, || summarise_purchases(black_box(&by_account), as_of, None));
    table.ours("columns, sorted by customer", ORDERS, time);
    let scattered = orders.scattered();
    let far = scattered.columns()?;
    assert_eq!(summarise_purchases(&far, as_of, None).accounts.len(), summaries.accounts.len(), "numbers are names");
    let time = median(RUNS, || summarise_purchases(black_box(&far), as_of, None));
    table.ours("columns, customers numbered anyhow in 32 bits", ORDERS, time);

    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    for tool in ["duckdb", "polars", "pandas", "lifetimes"] {
        let is_parallel = matches!(tool, "duckdb" | "polars") && threads > 1;
        for threads in if is_parallel { vec![1, threads] } else { vec![1] } {
            let rival = rivals::run_with(&format!("rfm_{tool}.py"), &data, &[&threads.to_string()], &expected);
            let time = median(RUNS, || summarise_purchases(black_box(&columns), as_of, None));
            table.side_by_side("columns, in any order", ORDERS, time, rival);
        }
    }
    writeln!(out, "{table}")
}

fn problem(problem: keyaccount::Problem) -> io::Error {
    io::Error::other(problem.to_string())
}

impl Orders {
    /// Any customer on any day for any amount of up to ten thousand.
    fn made_up() -> Self {
        let mut numbers = Numbers::new(19);
        let mut orders = Self { account: Vec::new(), day: Vec::new(), amount: Vec::new() };
        for _ in 0..ORDERS {
            orders.account.push(numbers.below(CUSTOMERS) as u32);
            orders.day.push(AS_OF - numbers.below(DAYS) as i32);
            orders.amount.push(numbers.below(1_000_000).cast_signed() + 1);
        }
        orders
    }

    fn columns(&self) -> io::Result<PurchaseColumns<'_>> {
        PurchaseColumns::try_new(&self.account, &self.day, &self.amount).map_err(problem)
    }

    fn sorted(&self) -> Self {
        let mut rows: Vec<usize> = (0..ORDERS).collect();
        rows.sort_by_key(|row| self.account[*row]);
        Self {
            account: rows.iter().map(|row| self.account[*row]).collect(),
            day: rows.iter().map(|row| self.day[*row]).collect(),
            amount: rows.iter().map(|row| self.amount[*row]).collect(),
        }
    }

    /// The same customers under numbers of 32 bits that lie anywhere; an odd factor keeps them apart.
    fn scattered(&self) -> Self {
        Self {
            account: self.account.iter().map(|account| account.wrapping_mul(2_654_435_761)).collect(),
            day: self.day.clone(),
            amount: self.amount.clone(),
        }
    }

    /// Writes each column as the bytes of its numbers, lowest first, and gives the folder.
    fn export(&self) -> io::Result<PathBuf> {
        let folder = rivals::data_folder()?.join("rfm");
        fs::create_dir_all(&folder)?;
        let write = |name: &str, bytes: Vec<u8>| fs::write(folder.join(name), bytes);
        write("account.u32", self.account.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        write("day.i32", self.day.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        write("amount.i64", self.amount.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        Ok(folder)
    }
}

/// What everybody has to find: how many customers, and one number that hangs on each one's first and last day, days with
/// orders, and amount of repeat orders.
fn result(summaries: &PurchaseTotals) -> String {
    const PRIME: u128 = (1 << 61) - 1;
    let mut check = 0;
    for account in &summaries.accounts {
        let numbers = [
            account.account.into(),
            account.first_day.cast_unsigned().into(),
            account.last_day.cast_unsigned().into(),
            account.orders_ever.into(),
            account.repeat_amount.cast_unsigned(),
        ];
        check = numbers.into_iter().fold(check, |check, number: u128| (check * 1_000_003 + number) % PRIME);
    }
    format!("{} customers, {check}", summaries.accounts.len())
}
