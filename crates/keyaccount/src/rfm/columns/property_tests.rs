//! Columns against rows, and against themselves in another order.

use proptest::prelude::*;

use super::*;
use crate::rfm::testing::{Kind, NAMES, Row as MadeUp, any_rows, book_of_rows, date, playbook};
use crate::rfm::{RfmOptions, score_rfm};

const KINDS: &[Kind] = &[Kind::Dollars, Kind::Dollars, Kind::Dollars, Kind::Unknown];
/// Numbers near and far, so that rows are dealt out in every way there is.
const NUMBERS: [[u32; 6]; 3] =
    [[0, 1, 2, 3, 4, 5], [0, 1, 2, 70_000, 70_001, u32::MAX], [9, 600, 1200, 1800, 2400, 3000]];
const AS_OF: &str = "2023-01-01";
/// 2020-01-01 in days since 1970.
const START: i32 = 18_262;

fn columns_of(rows: &[MadeUp], numbers: [u32; 6]) -> (Vec<u32>, Vec<i32>, Vec<i64>) {
    let amount = |row: &MadeUp| if row.kind == Kind::Unknown { PurchaseColumns::NO_AMOUNT } else { row.cents };
    (
        rows.iter().map(|row| numbers[row.account]).collect(),
        rows.iter().map(|row| START + i32::try_from(row.days).unwrap()).collect(),
        rows.iter().map(amount).collect(),
    )
}

fn summary(rows: &[MadeUp], numbers: [u32; 6], window: u32) -> PurchaseTotals {
    let (account, day, amount) = columns_of(rows, numbers);
    let columns = PurchaseColumns::try_new(&account, &day, &amount).unwrap();
    summarise_purchases(&columns, date(AS_OF), Some(window.try_into().unwrap()))
}

proptest! {
    #[test]
    fn columns_and_rows_agree(rows in any_rows(KINDS), numbers in prop::sample::select(&NUMBERS[..]), window in 1_u32..1500) {
        let found = summary(&rows, numbers, window);
        let options = RfmOptions { window_days: Some(window.try_into().unwrap()), ..RfmOptions::default() };
        let verdict = score_rfm(&book_of_rows(&rows), &playbook(), date(AS_OF), &options).unwrap();
        prop_assert_eq!(found.accounts.len(), verdict.accounts.len());
        prop_assert_eq!((found.rows, found.after_as_of), (rows.len(), verdict.receipt.after_as_of));
        prop_assert_eq!(found.returns_only.len(), verdict.returns_only.len());
        for (column, row) in found.accounts.iter().zip(&verdict.accounts) {
            let at = NAMES.iter().position(|name| *name == row.account.as_str()).unwrap();
            prop_assert_eq!(column.account, numbers[at]);
            let days = |days: i32| u32::try_from(days).unwrap();
            prop_assert_eq!(days(column.days_since_last(found.as_of_day)), row.days_since_last_order);
            prop_assert_eq!(days(column.days_first_to_last()), row.days_first_to_last);
            prop_assert_eq!(days(column.age_days(found.as_of_day)), row.days_since_first_order);
            prop_assert_eq!((column.orders as usize, column.orders_ever as usize), (row.orders, row.orders_ever));
            prop_assert_eq!(column.unknown_amounts as usize, row.unpriced);
            if let Some(money) = &row.money {
                let cents = crate::ExactSum::of_units(column.amount, 2);
                prop_assert_eq!(&money.amount, &cents);
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        (rows, shuffled) in any_rows(KINDS).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        numbers in prop::sample::select(&NUMBERS[..]),
        window in 1_u32..1500,
    ) {
        let found = summary(&rows, numbers, window);
        prop_assert_eq!(&found, &summary(&shuffled, numbers, window));
        let mut by_account = shuffled;
        by_account.sort_by_key(|row| row.account);
        prop_assert_eq!(&found, &summary(&by_account, numbers, window), "walked over as they stand");
    }

    #[test]
    fn a_mean_of_repeat_orders_is_what_a_loop_over_days_finds(rows in any_rows(KINDS)) {
        let found = summary(&rows, NUMBERS[0], 1);
        for account in &found.accounts {
            let mut by_day = std::collections::BTreeMap::<i32, (bool, Option<i64>)>::new();
            for row in rows.iter().filter(|row| row.account == account.account as usize) {
                let day = START + i32::try_from(row.days).unwrap();
                let money = (row.kind != Kind::Unknown).then_some(row.cents);
                let entry = by_day.entry(day).or_insert((false, Some(0)));
                entry.0 |= money.is_none_or(|cents| cents >= 0);
                entry.1 = entry.1.zip(money).map(|(sum, cents)| sum + cents);
            }
            by_day.retain(|day, _| *day <= found.as_of_day);
            let first = *by_day.iter().find(|(_, (is_order, _))| *is_order).unwrap().0;
            let after = by_day.range(first + 1..);
            let repeats = after.clone().filter(|(_, (is_order, _))| *is_order).count();
            prop_assert_eq!(account.repeat_orders() as usize, repeats);
            let sum = after.map(|(_, (_, money))| *money).sum::<Option<i64>>();
            let mean = sum.filter(|_| repeats > 0).map(|sum| sum as f64 / repeats as f64);
            prop_assert_eq!(account.mean_repeat_amount(), mean);
        }
    }
}
