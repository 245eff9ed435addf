//! Summaries worked out by hand, and columns that are refused.

use super::*;

const FIRST: i32 = 20_000; // 2024-10-04

fn as_of(days: u32) -> Date {
    "2024-10-04".parse::<Date>().unwrap().plus_days(days)
}

fn summary(rows: &[(u32, i32, i64)], days: u32, window: Option<u32>) -> PurchaseTotals {
    let account: Vec<u32> = rows.iter().map(|row| row.0).collect();
    let day: Vec<i32> = rows.iter().map(|row| FIRST + row.1).collect();
    let amount: Vec<i64> = rows.iter().map(|row| row.2).collect();
    let columns = PurchaseColumns::try_new(&account, &day, &amount).unwrap();
    summarise_purchases(&columns, as_of(days), window.map(|days| days.try_into().unwrap()))
}

#[test]
fn an_account_by_hand() {
    let unknown = PurchaseColumns::NO_AMOUNT;
    let rows = [
        (5, 40, 700),
        (5, 10, 100),
        (5, 10, 50),
        (5, 5, -30), // Sent back before the first order known.
        (5, 60, -200),
        (5, 90, 400),
        (5, 101, 999), // Not known yet.
        (9, 100, unknown),
        (9, 100, 0),
    ];
    let found = summary(&rows, 100, Some(61));
    let [five, nine] = &found.accounts[..] else { panic!() };
    assert_eq!((five.account, five.first_day - FIRST, five.last_day - FIRST), (5, 10, 90));
    // The window holds the days 40 to 100.
    assert_eq!((five.orders, five.orders_ever, five.repeat_orders()), (2, 3, 2));
    assert_eq!((five.amount, five.repeat_amount, five.mean_repeat_amount()), (900, 900, Some(450.0)));
    let today = found.as_of_day;
    assert_eq!((five.days_since_last(today), five.days_first_to_last(), five.age_days(today)), (10, 80, 90));
    assert_eq!((nine.orders_ever, nine.unknown_amounts, nine.amount, nine.mean_repeat_amount()), (1, 1, 0, None));
    assert_eq!((found.rows, found.after_as_of, found.unknown_amounts), (9, 1, 1));
    let later = summary(&rows, 100, Some(60));
    assert_eq!((later.accounts[0].orders, later.accounts[0].amount), (1, 200));
    let whole = summary(&rows, 100, None);
    assert_eq!((whole.accounts[0].orders, whole.accounts[0].amount), (3, 1020));
}

#[test]
fn a_mean_with_an_unknown_part_is_unknown() {
    let unknown = PurchaseColumns::NO_AMOUNT;
    let found = summary(&[(1, 0, unknown), (1, 10, 500)], 100, None);
    assert_eq!(found.accounts[0].mean_repeat_amount(), Some(500.0), "the first order's amount is not asked for");
    let found = summary(&[(1, 0, 100), (1, 10, 500), (1, 20, unknown)], 100, None);
    assert_eq!((found.accounts[0].mean_repeat_amount(), found.accounts[0].repeat_unknown_amounts), (None, 1));
}

#[test]
fn who_only_sent_back_is_listed() {
    let found = summary(&[(4, 10, -5), (2, 200, 5), (3, 10, 5)], 100, None);
    assert_eq!(found.returns_only, [4]);
    assert_eq!(found.accounts.iter().map(|one| one.account).collect::<Vec<_>>(), [3]);
    assert_eq!(found.after_as_of, 1, "whose only order is not known yet is a prospect");
    assert_eq!(summary(&[], 100, None).accounts, []);
}

#[test]
fn sums_do_not_overflow() {
    let most = PurchaseColumns::MOST_AMOUNT;
    let rows: Vec<(u32, i32, i64)> = (0..200).map(|day| (0, day, most)).collect();
    assert_eq!(summary(&rows, 1000, None).accounts[0].amount, 200 * i128::from(most));
}

#[test]
fn bad_columns_are_refused_by_row() {
    let refused = |account: &[u32], day: &[i32], amount: &[i64]| {
        let problem = PurchaseColumns::try_new(account, day, amount).unwrap_err();
        (problem.path, problem.code.as_str(), problem.value)
    };
    assert_eq!(refused(&[0, 1], &[0], &[0, 1]), ("day".into(), "unequal_lengths", "1".into()));
    assert_eq!(refused(&[0, 1], &[0, 0], &[0]), ("amount".into(), "unequal_lengths", "1".into()));
    assert_eq!(refused(&[0, 1], &[0, -25_568], &[0, 0]), ("day[1]".into(), "date_out_of_range", "-25568".into()));
    assert_eq!(refused(&[0], &[84_006], &[0]), ("day[0]".into(), "date_out_of_range", "84006".into()));
    let beyond = PurchaseColumns::MOST_AMOUNT + 1;
    let found = refused(&[0, 0, 0], &[0, 0, 0], &[0, -beyond, beyond]);
    assert_eq!(found, ("amount[1]".into(), "amount_out_of_range", (-beyond).to_string()));
    assert!(PurchaseColumns::try_new(&[], &[], &[]).unwrap().is_empty());
    assert!(PurchaseColumns::try_new(&[0, 0], &[-25_567, 84_005], &[i64::MIN, -beyond + 1]).is_ok());
}

#[test]
fn accounts_are_told_apart_whatever_their_numbers() {
    for numbers in [[0, 1, 2], [0, 70_000, u32::MAX], [u32::MAX - 2, u32::MAX - 1, u32::MAX]] {
        let rows: Vec<(u32, i32, i64)> =
            (0..300).map(|row: i32| (numbers[row as usize % 3], row / 3, row.into())).collect();
        let found = summary(&rows, 1000, None);
        assert_eq!(found.accounts.iter().map(|one| one.account).collect::<Vec<_>>(), numbers);
        assert!(found.accounts.iter().all(|one| one.orders == 100));
    }
}
