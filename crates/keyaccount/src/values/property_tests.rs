//! Laws that hold for every value: what is written reads back as the same, and nothing gets round the checks.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::problem::Problem;

/// Text and JSON are one and the same way in: both take a text, with the same value, or both refuse it.
fn agree<T>(text: &str) -> Result<(), TestCaseError>
where
    T: FromStr<Err = Problem> + Display + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let written = serde_json::to_string(text).unwrap();
    let from_json = crate::read_json::<T>(&written);
    match text.parse::<T>() {
        Ok(value) => {
            prop_assert_eq!(from_json.as_ref(), Ok(&value));
            prop_assert_eq!(&value.to_string().parse::<T>().unwrap(), &value);
            let again = serde_json::to_string(&value).unwrap();
            prop_assert_eq!(&again, &serde_json::to_string(&value.to_string()).unwrap());
            prop_assert_eq!(serde_json::from_str::<T>(&again).unwrap(), value);
        }
        Err(problem) => {
            let problems = from_json.unwrap_err();
            prop_assert_eq!(problems.len(), 1);
            prop_assert_eq!(problems[0].code, problem.code);
            prop_assert_eq!(&problems[0].message, &problem.message);
            prop_assert_eq!(&problems[0].allowed, &problem.allowed);
        }
    }
    Ok(())
}

/// Text that is nearly a date, a moment or a number, or nothing of the kind.
fn nearly() -> impl Strategy<Value = String> {
    prop_oneof![
        r"[0-9]{4}-[0-1][0-9](-[0-3][0-9])?",
        r"(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]{1,10})?)?(Z|[+-][0-2][0-9]:[0-5][0-9])?)?",
        r"-?[0-9]{0,14}(\.[0-9]{0,11})?",
        r"[0-9TZ:+. -]{0,25}",
        r"[A-Z]{3}",
        any::<String>(),
        r"[a-z`;\[\] ]{0,12}( at line [0-9]| column 3|; allowed: |\x01| \[invalid_id\]){0,3}",
    ]
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0_u32..=12).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

fn date() -> impl Strategy<Value = Date> {
    (0_u32..109_573).prop_map(|days| Date::try_new(1900, 1, 1).unwrap().plus_days(days))
}

proptest! {
    #[test]
    fn text_and_json_agree(text in nearly()) {
        agree::<Date>(&text)?;
        agree::<Month>(&text)?;
        agree::<Moment>(&text)?;
        agree::<Currency>(&text)?;
        agree::<ExactSum>(&text)?;
        agree::<Probability>(&text)?;
        agree::<Influence>(&text)?;
        agree::<Score>(&text)?;
        agree::<Quantity>(&text)?;
        agree::<Rate>(&text)?;
        agree::<Factor>(&text)?;
        agree::<Share>(&text)?;
        agree::<Estimate>(&text)?;
        agree::<MarketCorrelation>(&text)?;
        agree::<RelativeChange>(&text)?;
        agree::<DayCount>(&text)?;
        agree::<AccountId>(&text)?;
        agree::<Label>(&text)?;
        agree::<Note>(&text)?;
    }

    #[test]
    fn json_numbers_are_held_to_the_same_range_as_text(number in decimal()) {
        let number = number.normalize();
        macro_rules! check {
            ($($name:ident)+) => {$(
                let checked = $name::try_new(number).map_err(|problem| problem.code);
                let text = format!("\"{number}\"");
                let read = crate::read_json::<$name>(&text).map_err(|problems| problems[0].code);
                prop_assert_eq!(&read, &checked, "{} as {}", number, stringify!($name));
                // A JSON number of at most fifteen digits is exact.
                if number.mantissa().unsigned_abs() < 1_000_000_000_000_000 {
                    let read = crate::read_json::<$name>(&number.to_string()).map_err(|problems| problems[0].code);
                    prop_assert_eq!(&read, &checked, "{} as {}", number, stringify!($name));
                }
            )+};
        }
        check!(Probability Influence Score Quantity Rate Factor Share Estimate MarketCorrelation RelativeChange DayCount);
    }

    #[test]
    fn money_reads_back_as_written(number in decimal(), euros in any::<bool>()) {
        let currency: Currency = if euros { "EUR" } else { "JPY" }.parse().unwrap();
        macro_rules! check {
            ($($name:ident)+) => {$(
                let text = format!(r#"{{"amount": "{number}", "currency": "{currency}"}}"#);
                let read = crate::read_json::<$name>(&text).map_err(|problems| problems[0].code);
                prop_assert_eq!(&read, &$name::try_new(number, currency).map_err(|problem| problem.code));
                if let Ok(money) = read {
                    prop_assert_eq!(money.amount(), number);
                    let again = serde_json::to_string(&money).unwrap();
                    prop_assert_eq!(serde_json::from_str::<$name>(&again).unwrap(), money);
                }
            )+};
        }
        check!(Money NetMoney);
    }

    #[test]
    fn days_later_and_earlier_undo_each_other(day in date(), days in 0_u32..200_000) {
        let later = day.plus_days(days);
        let last = Date::try_new(2199, 12, 31).unwrap();
        prop_assert!(later == last || later.days_since(day) == i64::from(days));
        prop_assert!(later == last || later.minus_days(days) == day);
        prop_assert_eq!(day.cmp(&later), 0_i64.cmp(&later.days_since(day)));
    }

    #[test]
    fn moments_with_offsets_are_ordered_as_their_instants(
        seconds in (0_i64..9_000_000_000, 0_i64..9_000_000_000), offsets in (-1439_i32..=1439, -1439_i32..=1439)
    ) {
        let text = |seconds: i64, offset: i32| {
            let zone = chrono::FixedOffset::east_opt(offset.checked_mul(60).unwrap()).unwrap();
            let start = chrono::DateTime::from_timestamp(seconds.saturating_sub(2_000_000_000), 0).unwrap();
            start.with_timezone(&zone).to_rfc3339()
        };
        let one: Moment = text(seconds.0, offsets.0).parse().unwrap();
        let other: Moment = text(seconds.1, offsets.1).parse().unwrap();
        let berlin = "Europe/Berlin".parse().unwrap();
        prop_assert_eq!(one.instant(TimeZone::UTC).cmp(&other.instant(TimeZone::UTC)), seconds.0.cmp(&seconds.1));
        prop_assert_eq!(one.instant(berlin).cmp(&other.instant(berlin)), seconds.0.cmp(&seconds.1));
    }

    #[test]
    fn the_order_of_a_sum_does_not_matter(mut parts in proptest::collection::vec((decimal(), decimal()), 0..12)) {
        let add = |parts: &[(Decimal, Decimal)]| {
            let mut sum = ExactSum::zero();
            parts.iter().for_each(|(amount, factor)| sum.add(&ExactSum::product(&[*amount, *factor])));
            sum
        };
        let sum = add(&parts);
        parts.reverse();
        prop_assert_eq!(&add(&parts), &sum);
        parts.sort();
        prop_assert_eq!(add(&parts).rounded(Currency::USD).to_string(), sum.rounded(Currency::USD).to_string());
    }
}
