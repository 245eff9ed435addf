//! Ten million opportunities added up by month, owner and currency: the library over columns, a loop written by hand, and
//! other tools.

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::PathBuf;

use keyaccount::{
    ColumnCell, Currency, CurrencyColumn, Date, DimensionColumn, ForecastCells, ForecastColumns, roll_up_columns,
};

use crate::numbers::Numbers;
use crate::rivals;
use crate::timing::{Table, median, medians};

const DEALS: usize = 10_000_000;
const MONTHS: u16 = 36;
const OWNERS: u16 = 500;
const CURRENCIES: [&str; 5] = ["CNY", "EUR", "GBP", "JPY", "USD"];
const CELLS: usize = MONTHS as usize * OWNERS as usize * CURRENCIES.len();
const FIRST_MONTH: &str = "2026-01";
const RUNS: usize = 21;

/// An amount, a probability, a month, an owner and a currency.
const COLUMN_BYTES: usize = size_of::<i64>() + size_of::<u32>() + 2 * size_of::<u16>() + size_of::<u8>();

/// The sums of a cell: two numbers of 128 bits.
const CELL_BYTES: usize = 2 * size_of::<u128>();

/// Opportunities as columns.
#[derive(Default)]
struct Deals {
    amount: Vec<i64>,
    probability: Vec<u32>,
    month: Vec<u16>,
    close_date: Vec<i32>,
    owner: Vec<u16>,
    currency: Vec<u8>,
    status: Vec<u8>,
}

/// Prints the table of roll-ups.
pub fn run(out: &mut impl io::Write) -> io::Result<()> {
    writeln!(out, "Roll-up: {DEALS} opportunities into {CELLS} cells by month, owner and currency\n")?;
    let deals = Deals::made_up()?;
    let currencies = currencies()?;
    let expected = result(&deals.by_hand());
    let data = deals.export()?;

    let mut table = Table::new("opportunities");
    let columns = deals.columns(&currencies)?;
    assert_eq!(result(&sums_of(&roll_up_columns(&columns), &currencies)), expected, "the library and the loop agree");
    let (time, hand) = medians(RUNS, || roll_up_columns(black_box(&columns)), || black_box(&deals).by_hand());
    table.compared("columns, in any order", DEALS, time, "by hand", hand);
    for (name, order) in [("sorted by month", Order::Month), ("sorted by cell", Order::Cell)] {
        let sorted = deals.sorted(order);
        let columns = sorted.columns(&currencies)?;
        assert_eq!(roll_up_columns(&columns), roll_up_columns(&deals.columns(&currencies)?), "order changes nothing");
        let (time, hand) = medians(RUNS, || roll_up_columns(black_box(&columns)), || black_box(&sorted).by_hand());
        table.compared(&format!("columns, {name}"), DEALS, time, "by hand", hand);
    }
    deals.richer(&mut table, &currencies)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    for (tool, way, job) in [
        ("numpy", "", "bincount over the cells' numbers, weighted sums in f64"),
        ("polars", "", "group_by, sums in i64 that could overflow"),
        ("duckdb", "12", "GROUP BY as it comes, sums in HUGEINT"),
        ("duckdb", "20", "GROUP BY with room set for every cell, sums in HUGEINT"),
    ] {
        for threads in if tool == "numpy" { vec![1] } else { vec![1, threads] } {
            let script = format!("roll_up_{tool}.py");
            let rival = rivals::run_with(&script, &data, &[&threads.to_string(), way], &expected);
            let time = median(RUNS, || roll_up_columns(black_box(&columns)));
            table.side_by_side(&format!("columns, in any order (rival: {job})"), DEALS, time, rival);
        }
    }
    writeln!(out, "{table}")?;
    writeln!(out, "Memory: {COLUMN_BYTES} bytes an opportunity, all of them in its columns, and {CELL_BYTES} a cell.")
}

fn problem(problem: keyaccount::Problem) -> io::Error {
    io::Error::other(problem.to_string())
}

fn currencies() -> io::Result<Vec<Currency>> {
    CURRENCIES.iter().map(|code| code.parse().map_err(problem)).collect()
}

#[derive(Clone, Copy)]
enum Order {
    Month,
    Cell,
}

/// What the loop by hand adds up; the weighted sum only just fits for these amounts.
#[derive(Clone, Copy, Default)]
struct Sum {
    deals: u64,
    total: i64,
    weighted: i64,
}

impl Deals {
    /// Amounts from 100 to a million, any probability, days over three years.
    fn made_up() -> io::Result<Self> {
        let mut numbers = Numbers::new(36);
        let mut deals = Self::default();
        let first: Date = format!("{FIRST_MONTH}-01").parse().map_err(problem)?;
        let first = chrono::NaiveDate::from(first);
        let mut number = |limit: u64| numbers.below(limit);
        for _ in 0..DEALS {
            let close_date = first + chrono::Days::new(number(3 * 365));
            let month = (chrono::Datelike::year(&close_date) - chrono::Datelike::year(&first)) * 12
                + chrono::Datelike::month0(&close_date).cast_signed();
            deals.close_date.push(close_date.to_epoch_days());
            deals.month.push(month as u16);
            deals.owner.push(number(OWNERS.into()) as u16);
            deals.currency.push(number(CURRENCIES.len() as u64) as u8);
            deals.amount.push(number(100_000_000).cast_signed() + 10_000);
            deals.probability.push(number(1_000_001) as u32);
            // Of ten six are open, one parked, one booked, one realised, one lost.
            deals.status.push(number(10).saturating_sub(5) as u8);
        }
        Ok(deals)
    }

    fn columns<'a>(&'a self, currencies: &'a [Currency]) -> io::Result<ForecastColumns<'a>> {
        self.columns_by(DimensionColumn::try_new(&self.month[..], MONTHS.into()).map_err(problem)?, currencies)
    }

    fn columns_by<'a>(
        &'a self,
        month: DimensionColumn<'a>,
        currencies: &'a [Currency],
    ) -> io::Result<ForecastColumns<'a>> {
        let currency = CurrencyColumn::try_new(&self.currency, currencies).map_err(problem)?;
        let owner = DimensionColumn::try_new(&self.owner[..], OWNERS.into()).map_err(problem)?;
        let columns = ForecastColumns::try_new(&self.amount, &self.probability, currency);
        columns.and_then(|columns| columns.by(month)?.by(owner)).map_err(problem)
    }

    /// The least that does the job for sound rows: one pass, one table, sums of 64 bits.
    fn by_hand(&self) -> Vec<Sum> {
        let mut sums = vec![Sum::default(); CELLS];
        let places = self.month.iter().zip(&self.owner).zip(&self.currency);
        for ((((month, owner), currency), amount), probability) in places.zip(&self.amount).zip(&self.probability) {
            let place = usize::from(*month) * usize::from(OWNERS) + usize::from(*owner);
            let sum = &mut sums[place * CURRENCIES.len() + usize::from(*currency)];
            sum.deals = sum.deals.wrapping_add(1);
            sum.total = sum.total.wrapping_add(*amount);
            sum.weighted = sum.weighted.wrapping_add(amount.wrapping_mul(i64::from(*probability)));
        }
        sums
    }

    /// What columns can tell beyond the loop by hand, against what that takes.
    fn richer(&self, table: &mut Table, currencies: &[Currency]) -> io::Result<()> {
        let rival = "by hand, months given, all open and sound";
        let by_day = DimensionColumn::months(&self.close_date, FIRST_MONTH.parse().map_err(problem)?, MONTHS.into());
        let by_day = self.columns_by(by_day.map_err(problem)?, currencies)?;
        assert_eq!(roll_up_columns(&by_day), roll_up_columns(&self.columns(currencies)?), "days and months agree");
        let (time, hand) = medians(RUNS, || roll_up_columns(black_box(&by_day)), || black_box(self).by_hand());
        table.compared("columns, months of close dates", DEALS, time, rival, hand);
        let with_status = self.columns(currencies)?.with_status(&self.status).map_err(problem)?;
        let (time, hand) = medians(RUNS, || roll_up_columns(black_box(&with_status)), || black_box(self).by_hand());
        table.compared("columns, by status too, a tenth lost", DEALS, time, rival, hand);
        let amount = (0_usize..).zip(&self.amount).map(|(row, amount)| match row % 20 {
            7 => ForecastColumns::NO_AMOUNT,
            _ => *amount,
        });
        let amount: Vec<i64> = amount.collect();
        let month = (0_usize..).zip(&self.month).map(|(row, month)| if row % 31 == 0 { u16::MAX } else { *month });
        let patchy = Self { amount, month: month.collect(), ..Self::default() };
        let currency = CurrencyColumn::try_new(&self.currency, currencies).map_err(problem)?;
        let patchy = ForecastColumns::try_new(&patchy.amount, &self.probability, currency)
            .and_then(|columns| columns.by(DimensionColumn::try_new(&patchy.month[..], MONTHS.into())?))
            .and_then(|columns| columns.by(DimensionColumn::try_new(&self.owner[..], OWNERS.into())?));
        let patchy = patchy.map_err(problem)?;
        let (time, hand) = medians(RUNS, || roll_up_columns(black_box(&patchy)), || black_box(self).by_hand());
        table.compared("columns, one in twelve not priced", DEALS, time, rival, hand);
        Ok(())
    }

    fn sorted(&self, order: Order) -> Self {
        let mut rows: Vec<usize> = (0..DEALS).collect();
        match order {
            Order::Month => rows.sort_by_key(|row| self.month[*row]),
            Order::Cell => rows.sort_by_key(|row| (self.month[*row], self.owner[*row], self.currency[*row])),
        }
        Self {
            amount: rows.iter().map(|row| self.amount[*row]).collect(),
            probability: rows.iter().map(|row| self.probability[*row]).collect(),
            month: rows.iter().map(|row| self.month[*row]).collect(),
            owner: rows.iter().map(|row| self.owner[*row]).collect(),
            currency: rows.iter().map(|row| self.currency[*row]).collect(),
            ..Self::default()
        }
    }

    /// Writes each column as the bytes of its numbers, lowest first, and gives the folder.
    fn export(&self) -> io::Result<PathBuf> {
        let folder = rivals::data_folder()?.join("roll_up");
        fs::create_dir_all(&folder)?;
        let write = |name: &str, bytes: Vec<u8>| fs::write(folder.join(name), bytes);
        write("amount.i64", self.amount.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        write("probability.u32", self.probability.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        write("month.u16", self.month.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        write("owner.u16", self.owner.iter().flat_map(|value| value.to_le_bytes()).collect())?;
        write("currency.u8", self.currency.clone())?;
        Ok(folder)
    }
}

/// The cells' sums in their order.
fn sums_of(cells: &ForecastCells, currencies: &[Currency]) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); CELLS];
    for ColumnCell { place, currency, open, .. } in cells.filled() {
        let currency = currencies.iter().position(|known| *known == currency).unwrap_or(0);
        let place = place[0] as usize * usize::from(OWNERS) + place[1] as usize;
        let (total, weighted) = (open.total as i64, open.weighted as i64);
        sums[place * CURRENCIES.len() + currency] = Sum { deals: open.deals, total, weighted };
    }
    sums
}

/// What everybody has to find: how many cells and opportunities, and one number that hangs on the place, count, total and
/// weighted sum of every cell.
fn result(sums: &[Sum]) -> String {
    const PRIME: u128 = (1 << 61) - 1;
    let filled = sums.iter().enumerate().filter(|(_, sum)| sum.deals > 0);
    let mut check = 0;
    let (mut cells, mut deals) = (0_u64, 0);
    for (place, sum) in filled {
        cells += 1;
        deals += sum.deals;
        for number in [place as u64, sum.deals, sum.total.cast_unsigned(), sum.weighted.cast_unsigned()] {
            check = (check * 1_000_003 + u128::from(number)) % PRIME;
        }
    }
    format!("{cells} cells, {deals} opportunities, {check}")
}
