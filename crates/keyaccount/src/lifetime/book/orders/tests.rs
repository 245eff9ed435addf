//! Summaries and spending by hand.

use rust_decimal::Decimal;

use super::*;
use crate::loyalty::testing::{account, date, day, order, orders};
use crate::playbook::{DatedRate, RateDate};
use crate::values::{NetMoney, Quantity};

fn paid(number: usize, days: u32, amount: i64, currency: &str) -> Purchase {
    let mut purchase = order(number, day(days), 'A');
    purchase.amount = Some(NetMoney::try_new(Decimal::from(amount), currency.parse().unwrap()).unwrap());
    purchase
}

fn spent(purchases: Vec<Purchase>, until: u32) -> Spending {
    Spending::until(&account(purchases), &ExchangePolicy::default(), day(until))
}

fn shown(spending: &Spending) -> Vec<(String, bool)> {
    spending.orders.iter().map(|order| (order.net.to_string(), order.priced)).collect()
}

#[test]
fn frequency_recency_and_age_in_weeks() {
    let account = orders(&[0, 0, 14, 35, 35, 90]);
    let days = OrderDays::until(&account, day(70));
    let first = days.first().unwrap();
    let summary = days.summary(first + 70).unwrap().unwrap();
    assert_eq!((summary.frequency(), summary.recency(), summary.age()), (2, 5.0, 10.0));
    let logarithms = libm::log(2.0) + libm::log(3.0);
    assert_eq!(summary.log_intervals(), Some(logarithms));
    let earlier = days.summary(first + 20).unwrap().unwrap();
    assert_eq!((earlier.frequency(), earlier.recency(), earlier.age()), (1, 2.0, 20.0 / 7.0));
    let today = days.summary(first).unwrap().unwrap();
    assert_eq!((today.frequency(), today.recency(), today.age()), (0, 0.0, 0.0));
    assert!(days.summary(first - 1).unwrap().is_none(), "no order was known");
    assert_eq!(days.days().len(), 3, "what is dated later is not known");
}

#[test]
fn returns_are_taken_off_the_latest_order() {
    let spending = spent(
        vec![
            paid(0, 0, -5, "USD"),
            paid(1, 5, 100, "USD"),
            paid(2, 5, 50, "USD"),
            paid(3, 8, -30, "USD"),
            paid(4, 10, -20, "USD"), // before the order of its day by identifier, but taken off it
            paid(5, 10, 200, "USD"),
            paid(6, 99, 1, "USD"),
        ],
        50,
    );
    assert_eq!(shown(&spending), [("120".to_owned(), true), ("180".to_owned(), true)]);
    assert_eq!((spending.orphaned_returns, spending.no_amount, spending.no_rate), (1, 0, 0));
    assert_eq!(spending.mean_of_repeats(), Some((180.0, 1)));
}

#[test]
fn an_order_without_a_price_is_not_free() {
    let mut returned = paid(3, 12, 7, "USD");
    (returned.amount, returned.quantity) = (None, Some(Quantity::hundredths(-100)));
    let purchases = vec![
        order(0, day(0), 'A'),
        paid(1, 5, 10, "USD"),
        paid(2, 10, 30, "USD"),
        returned,
        paid(4, 15, 50, "EUR"),
        paid(5, 20, 20, "USD"),
        order(6, day(7), 'B'),
    ];
    let spending = spent(purchases, 50);
    let priced: Vec<bool> = spending.orders.iter().map(|order| order.priced).collect();
    assert_eq!(priced, [false, true, false, false, true]);
    assert_eq!((spending.no_amount, spending.no_rate), (2, 1));
    assert_eq!(spending.mean_of_repeats(), Some((15.0, 2)));
    assert_eq!(spent(vec![order(0, day(0), 'A')], 9).mean_of_repeats(), None);
}

#[test]
fn rates_are_those_of_the_day_that_the_policy_says() {
    let rate = |on: &str, rate: &str| DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: date(on),
        rate: rate.parse().unwrap(),
    };
    let mut exchange = ExchangePolicy {
        rates: vec![rate("2020-01-01", "1.1"), rate("2020-03-01", "1.3")],
        budget_rates: vec![rate("2020-01-01", "2")],
        ..ExchangePolicy::default()
    };
    let account = account(vec![paid(0, 10, 100, "EUR"), paid(1, 20, 100, "EUR"), paid(2, 70, 50, "EUR")]);
    let means = [RateDate::AsOf, RateDate::CloseDate, RateDate::Budget].map(|rate_date| {
        exchange.rate_date = rate_date;
        Spending::until(&account, &exchange, day(80)).mean_of_repeats().unwrap().0
    });
    // 100 and 50 euro at 1.3; at 1.1 and 1.3; at 2.
    assert_eq!(means, [97.5, 87.5, 150.0]);
}
