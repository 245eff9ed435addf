//! Columns by hand.

use super::*;
use crate::values::{Amounts, Currency, Date, Period};

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

fn day(text: &str) -> i32 {
    chrono::NaiveDate::from(text.parse::<Date>().unwrap()).to_epoch_days()
}

fn period(first: &str, last: &str) -> Period {
    Period { first: first.parse().unwrap(), last: last.parse().unwrap() }
}

fn three(amounts: &Amounts) -> (usize, String, String) {
    (amounts.deals, amounts.total.to_string(), amounts.weighted.to_string())
}

fn sums(deals: usize, total: &str, weighted: &str) -> (usize, String, String) {
    (deals, total.to_owned(), weighted.to_owned())
}

/// In dollars, without any other column.
fn in_dollars(amount: &[i64], probability: &[u32]) -> ColumnCell {
    let columns = ForecastColumns::try_new(amount, probability, CurrencyColumn::one(Currency::USD)).unwrap();
    roll_up_columns(&columns).cell(&[], Currency::USD).unwrap()
}

#[test]
fn a_sum_is_rounded_half_even_once_at_the_end() {
    // 0.5 × 0.05 is 0.025 each: rounded one by one 0.02 + 0.02, together 0.05.
    assert_eq!(three(&in_dollars(&[50], &[50_000]).row().open), sums(1, "0.50", "0.02"));
    assert_eq!(three(&in_dollars(&[50, 50], &[50_000, 50_000]).row().open), sums(2, "1.00", "0.05"));
    assert_eq!(three(&in_dollars(&[], &[]).row().open), sums(0, "0.00", "0.00"));
}

#[test]
fn minor_units_are_the_currency_s_own() {
    let column = [0, 1, 2];
    let currencies = ["JPY", "USD", "KWD"].map(currency);
    let column = CurrencyColumn::try_new(&column, &currencies).unwrap();
    let columns = ForecastColumns::try_new(&[15, 15, 15], &[300_000; 3], column).unwrap();
    let cells = roll_up_columns(&columns);
    let weighted = currencies.map(|code| three(&cells.cell(&[], code).unwrap().row().open));
    assert_eq!(weighted, [sums(1, "15", "4"), sums(1, "0.15", "0.04"), sums(1, "0.015", "0.004")]);
    let totals: Vec<String> = cells.receipt().totals.iter().map(ToString::to_string).collect();
    assert_eq!(totals, ["15 JPY", "0.15 USD", "0.015 KWD"]);
    assert_eq!(cells.cell(&[], currency("EUR")), None);
}

#[test]
fn the_largest_amounts_stay_exact() {
    let rows = 1000;
    let cell = in_dollars(&vec![ForecastColumns::MOST_AMOUNT; rows], &vec![1_000_000; rows]);
    assert_eq!(cell.open.total, 10_u128.pow(20));
    assert_eq!(cell.open.weighted, 10_u128.pow(26));
    assert_eq!(cell.row().open.total.to_string(), "1000000000000000000.00");
    // No odd number of thousands of a sum that large is an f64.
    let cell = in_dollars(&[ForecastColumns::MOST_AMOUNT, 1], &[999_999, 1]);
    assert_eq!(cell.open.weighted, 99_999_900_000_000_000_000_001);
}

#[test]
fn months_are_those_of_the_calendar() {
    let days = ["2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01", "2024-04-30", "2024-05-01", "2023-12-31"];
    let days: Vec<i32> = days.into_iter().map(day).chain([DimensionColumn::NO_DAY, i32::MAX]).collect();
    let amount: Vec<i64> = (0..9).map(|row| 10_i64.pow(row)).collect();
    let months = DimensionColumn::months(&days, "2024-01".parse().unwrap(), 4).unwrap();
    let one = CurrencyColumn::one(currency("JPY"));
    let columns = ForecastColumns::try_new(&amount, &[1_000_000; 9], one).and_then(|columns| columns.by(months));
    let cells = roll_up_columns(&columns.unwrap());
    let totals: Vec<(u32, u128)> = cells.filled().map(|cell| (cell.place[0], cell.open.total)).collect();
    assert_eq!(totals, [(0, 1), (1, 110), (2, 1000), (3, 10_000)]);
    let parts = cells.receipt().parts.iter();
    let parts: Vec<_> =
        parts.map(|part| (part.causes[0].to_string(), part.deals, part.totals[0].to_string())).collect();
    assert_eq!(
        parts,
        [
            ("first: missing".to_owned(), 1, "10000000 JPY".to_owned()),
            ("first: out_of_range".to_owned(), 3, "101100000 JPY".to_owned())
        ]
    );
}

#[test]
fn the_first_and_the_last_month_there_is() {
    let days = [day("1900-01-01"), day("2199-12-31")];
    let months = DimensionColumn::months(&days, "1900-01".parse().unwrap(), 3600).unwrap();
    let one = CurrencyColumn::one(currency("JPY"));
    let columns = ForecastColumns::try_new(&[1, 2], &[0, 0], one).and_then(|columns| columns.by(months)).unwrap();
    let places: Vec<u32> = roll_up_columns(&columns).filled().map(|cell| cell.place[0]).collect();
    assert_eq!(places, [0, 3599]);
    let problem = DimensionColumn::months(&days, "2199-12".parse().unwrap(), 2).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::DateOutOfRange, "count"));
}

#[test]
fn between_periods_is_no_place() {
    let days: Vec<i32> = (1..=9).map(|at| day(&format!("2026-03-0{at}"))).collect();
    let periods = [period("2026-03-02", "2026-03-03"), period("2026-03-06", "2026-03-06")];
    let periods = DimensionColumn::periods(&days, &periods).unwrap();
    let columns = ForecastColumns::try_new(&[1; 9], &[0; 9], CurrencyColumn::one(currency("JPY")));
    let cells = roll_up_columns(&columns.and_then(|columns| columns.by(periods)).unwrap());
    let deals: Vec<(u32, u64)> = cells.filled().map(|cell| (cell.place[0], cell.open.deals)).collect();
    assert_eq!(deals, [(0, 2), (1, 1)]);
    assert_eq!((cells.receipt().priced, cells.receipt().unpriced), (3, 6));
    for wrong in [
        [period("2026-03-02", "2026-03-03"), period("2026-03-03", "2026-03-04")],
        [period("2026-03-02", "2026-03-03"), period("2026-02-03", "2026-02-04")],
        [period("2026-03-02", "2026-03-03"), period("2026-03-06", "2026-03-05")],
    ] {
        let problem = DimensionColumn::periods(&days, &wrong).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::DateOrder, "periods[1]"));
    }
    assert_eq!(DimensionColumn::periods(&days, &[]).unwrap_err().code, ProblemCode::NumberOutOfRange);
}

#[test]
fn statuses_stand_apart_and_lost_counts_nowhere() {
    use OpportunityStatus::{Booked, Lost, Open, Parked, Realised};
    let status = [Open, Parked, Booked, Realised, Lost, Lost].map(ForecastColumns::status_code);
    let status: Vec<u8> = status.into_iter().chain([ForecastColumns::NO_STATUS, 5]).collect();
    // One of the lost has no amount; it is lost all the same.
    let amount = [1, 20, 300, 4000, 50_000, ForecastColumns::NO_AMOUNT, 6, 7];
    let columns = ForecastColumns::try_new(&amount, &[500_000; 8], CurrencyColumn::one(currency("JPY")));
    let cells = roll_up_columns(&columns.and_then(|columns| columns.with_status(&status)).unwrap());
    let cell = cells.cell(&[], currency("JPY")).unwrap();
    assert_eq!((cell.open.deals, cell.open.total, cell.open.weighted), (2, 21, 10_500_000));
    assert_eq!((cell.booked.total, cell.realised.total), (300, 4000));
    let receipt = cells.receipt();
    assert_eq!((receipt.open, receipt.parked, receipt.booked, receipt.realised), (2, 1, 1, 1));
    assert_eq!((receipt.lost, receipt.unknown_status, receipt.priced, receipt.unpriced), (2, 2, 4, 2));
    let causes: Vec<String> = receipt.parts.iter().map(|part| part.causes[0].to_string()).collect();
    assert_eq!(causes, ["status: missing", "status: out_of_range"]);
}

#[test]
fn everything_that_is_wrong_with_a_row_is_one_part() {
    let currencies = ["EUR", "USD"].map(currency);
    let amount = [ForecastColumns::NO_AMOUNT, -1, 500, ForecastColumns::MOST_AMOUNT + 1, 700];
    let probability = [ForecastColumns::NO_PROBABILITY, 1_000_001, 1_000_001, 0, 0];
    let column = [CurrencyColumn::NONE, 0, 1, 1, 2];
    let owner = [u16::MAX, 7, 0, 0, 0];
    let column = CurrencyColumn::try_new(&column, &currencies).unwrap();
    let columns = ForecastColumns::try_new(&amount, &probability, column).unwrap();
    let columns = columns.by(DimensionColumn::try_new(&owner[..], 7).unwrap()).unwrap();
    let cells = roll_up_columns(&columns);
    assert_eq!(cells.filled().count(), 0);
    let parts = cells.receipt().parts.iter().map(|part| {
        let causes: Vec<String> = part.causes.iter().map(ToString::to_string).collect();
        let totals: Vec<String> = part.totals.iter().map(ToString::to_string).collect();
        (causes.join(", "), part.deals, part.without_amount, totals.join(", "))
    });
    let part = |causes: &str, without_amount, totals: &str| (causes.to_owned(), 1, without_amount, totals.to_owned());
    assert_eq!(
        parts.collect::<Vec<_>>(),
        [
            part("amount: missing, probability: missing, first: missing", 1, ""),
            part("amount: out_of_range", 1, ""),
            part("amount: out_of_range, probability: out_of_range, first: out_of_range", 1, ""),
            part("probability: out_of_range", 0, "5.00 USD"),
            part("currency: out_of_range", 1, ""),
        ]
    );
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let one = CurrencyColumn::one(Currency::USD);
    let refused = |columns: Result<ForecastColumns<'_>, Problem>| {
        let problem = columns.unwrap_err();
        (problem.code, problem.path)
    };
    let short = (ProblemCode::UnequalLengths, "probability".to_owned());
    assert_eq!(refused(ForecastColumns::try_new(&[1, 2], &[1], one)), short);
    let currencies = [Currency::USD];
    let each = CurrencyColumn::try_new(&[0], &currencies).unwrap();
    let short = (ProblemCode::UnequalLengths, "currency".to_owned());
    assert_eq!(refused(ForecastColumns::try_new(&[1, 2], &[1, 1], each)), short);
    let columns = || ForecastColumns::try_new(&[1, 2], &[1, 1], one).unwrap();
    assert_eq!(refused(columns().with_status(&[0])), (ProblemCode::UnequalLengths, "status".to_owned()));
    let index = |size| DimensionColumn::try_new(&[0_u32, 1][..], size).unwrap();
    assert_eq!(
        refused(columns().by(DimensionColumn::try_new(&[0_u8][..], 2).unwrap())),
        (ProblemCode::UnequalLengths, "dimensions[0]".to_owned())
    );
    let full = columns().by(index(2)).unwrap().by(index(2)).unwrap().by(index(2)).unwrap();
    assert_eq!(refused(full.by(index(2))), (ProblemCode::NumberOutOfRange, "dimensions[3]".to_owned()));
    let wide = columns().by(index(2048)).unwrap().by(index(2048)).unwrap();
    assert_eq!(wide.cell_count(), ForecastColumns::MOST_CELLS);
    assert_eq!(refused(wide.by(index(2))), (ProblemCode::NumberOutOfRange, "dimensions[2]".to_owned()));
    assert_eq!(refused(columns().by(index(u32::MAX))).0, ProblemCode::NumberOutOfRange);
    for size in [0, 256] {
        let problem = DimensionColumn::try_new(&[0_u8][..], size).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::NumberOutOfRange, "size"));
    }
    let problem = CurrencyColumn::try_new(&[], &[]).unwrap_err();
    assert_eq!(problem.code, ProblemCode::EmptyList);
    let problem = CurrencyColumn::try_new(&[], &[Currency::USD, Currency::USD]).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::DuplicateName, "currencies[1]"));
}

#[test]
fn no_such_column_to_sum_along() {
    let columns = ForecastColumns::try_new(&[1], &[1], CurrencyColumn::one(Currency::USD)).unwrap();
    let cells = roll_up_columns(&columns.by(DimensionColumn::try_new(&[1_u8][..], 2).unwrap()).unwrap());
    assert_eq!(cells.along(&[1]).unwrap_err().code, ProblemCode::NumberOutOfRange);
    assert_eq!(cells.along(&[0, 0]).unwrap_err().code, ProblemCode::DuplicateName);
    assert_eq!(cells.along(&[0]).unwrap(), cells);
    assert_eq!(cells.cell(&[], Currency::USD), None, "a place along every column is asked for");
    assert_eq!(cells.cell(&[1, 0], Currency::USD), None);
}
