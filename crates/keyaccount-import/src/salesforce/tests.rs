//! How cells are read: amounts, probabilities, days, moments.

use std::collections::BTreeMap;

use keyaccount::{Currency, ProblemCode};

use super::instant::Formats;
use super::number::{Numbers, ProbabilityUnit};
use super::unique::in_circles;

fn numbers(decimal_separator: char, thousands_separator: Option<char>) -> Numbers {
    let signs = BTreeMap::from([("$".to_owned(), Currency::USD), ("€".to_owned(), "EUR".parse().unwrap())]);
    Numbers { decimal_separator, thousands_separator, signs, probability_unit: ProbabilityUnit::Percent }
}

#[test]
fn amounts_are_read_as_they_are_written_or_refused() {
    use ProblemCode::*;
    let english = numbers('.', Some(','));
    let german = numbers(',', Some('.'));
    let bare = numbers('.', None);
    let cases: &[(&Numbers, &str, Result<&str, ProblemCode>)] = &[
        (&english, "0", Ok("0")),
        (&english, "15000", Ok("15000")),
        (&english, "1234.50", Ok("1234.5")),
        (&english, "1,234.50", Ok("1234.5")),
        (&english, "1,234,567", Ok("1234567")),
        (&english, "$1,200", Ok("1200")),
        (&english, "$ 1,200", Ok("1200")),
        (&english, "1,200 USD", Ok("1200")),
        (&english, "USD 1,200", Ok("1200")),
        (&english, "USD1200", Ok("1200")),
        (&english, "€1,200", Err(InconsistentSettings)),
        (&english, "EUR 1,200", Err(InconsistentSettings)),
        (&english, "£1,200", Err(InvalidNumber)),
        (&english, "12,34", Err(InvalidNumber)),
        (&english, "1,2345", Err(InvalidNumber)),
        (&english, "1234,567", Err(InvalidNumber)),
        (&english, ",123", Err(InvalidNumber)),
        (&english, "1.234.567", Err(InvalidNumber)),
        (&english, "1.", Err(InvalidNumber)),
        (&english, ".5", Err(InvalidNumber)),
        (&english, "1.5E+05", Err(InvalidNumber)),
        (&english, "(500)", Err(InvalidNumber)),
        (&english, "--5", Err(InvalidNumber)),
        (&english, "-$-5", Err(InvalidNumber)),
        (&english, "NaN", Err(InvalidNumber)),
        (&english, "$", Err(InvalidNumber)),
        (&english, "１２", Err(InvalidNumber)),
        (&english, "-5", Err(NegativeAmount)),
        (&english, "-$5", Err(NegativeAmount)),
        (&english, "$-5", Err(NegativeAmount)),
        (&english, "0.00001", Err(AmountOutOfRange)),
        (&english, "99999999999999", Err(AmountOutOfRange)),
        (&english, "99999999999999999999999999999999999999", Err(InvalidNumber)),
        (&german, "1.234,50", Ok("1234.5")),
        (&german, "1,234.50", Err(InvalidNumber)),
        (&bare, "1,234", Err(InvalidNumber)),
    ];
    for (numbers, text, want) in cases {
        let read = numbers.money(text, Currency::USD);
        let got = read.as_ref().map(|money| money.amount().to_string()).map_err(|problem| problem.code);
        assert_eq!(got, want.map(str::to_owned), "{text}");
    }
}

#[test]
fn probabilities_are_percents_or_shares() {
    let percent = numbers('.', Some(','));
    let share = Numbers { probability_unit: ProbabilityUnit::Share, ..percent.clone() };
    let cases: &[(&Numbers, &str, Option<&str>)] = &[
        (&percent, "0", Some("0")),
        (&percent, "10", Some("0.1")),
        (&percent, "100", Some("1")),
        (&percent, "33.3333", Some("0.333333")),
        (&percent, "75%", Some("0.75")),
        (&percent, "75 %", Some("0.75")),
        (&percent, "33.33333", None),
        (&percent, "101", None),
        (&percent, "-1", None),
        (&percent, "%", None),
        (&percent, "high", None),
        (&share, "0.75", Some("0.75")),
        (&share, "75%", Some("0.75")),
        (&share, "75", None),
    ];
    for (numbers, text, want) in cases {
        let got = numbers.probability(text);
        assert_eq!(got.as_ref().ok().map(ToString::to_string).as_deref(), *want, "{text}");
        assert!(got.is_ok() || got.unwrap_err().code == ProblemCode::InvalidProbability, "{text}");
    }
}

fn formats(dates: &[&str], times: &[&str], pivot: i32, zone: &str) -> Formats {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    Formats::try_new(&owned(dates), &owned(times), pivot, zone.parse().unwrap()).unwrap()
}

#[test]
fn days_are_read_by_the_first_format_that_gives_one() {
    use ProblemCode::*;
    let american = formats(&["%Y-%m-%d", "%m/%d/%y", "%m/%d/%Y"], &[], 70, "UTC");
    let british = formats(&["%d/%m/%y"], &[], 70, "UTC");
    let old = formats(&["%m/%d/%y"], &[], 0, "UTC");
    let cases: &[(&Formats, &str, Result<&str, ProblemCode>)] = &[
        (&american, "02/03/24", Ok("2024-02-03")),
        (&american, "2/3/24", Ok("2024-02-03")),
        (&american, "02/03/2024", Ok("2024-02-03")),
        (&american, "2024-02-03", Ok("2024-02-03")),
        (&american, "01/01/69", Ok("2069-01-01")),
        (&american, "01/01/70", Ok("1970-01-01")),
        (&american, "02/29/24", Ok("2024-02-29")),
        (&american, "02/29/23", Err(InvalidDate)),
        (&american, "02/31/26", Err(InvalidDate)),
        (&american, "31/12/26", Err(InvalidDate)),
        (&american, "2026-02-30", Err(InvalidDate)),
        (&american, "02/03/0000", Err(DateOutOfRange)),
        (&american, "02/03/9999", Err(DateOutOfRange)),
        (&american, "12/31/1899", Err(DateOutOfRange)),
        (&american, "next week", Err(InvalidDate)),
        (&american, "45000", Err(InvalidDate)),
        (&british, "31/12/26", Ok("2026-12-31")),
        (&old, "02/29/00", Err(InvalidDate)),
        (&old, "12/31/99", Ok("1999-12-31")),
    ];
    for (formats, text, want) in cases {
        let got = formats.date(text).map(|date| date.to_string()).map_err(|problem| problem.code);
        assert_eq!(got, want.map(str::to_owned), "{text}");
    }
}

#[test]
fn moments_keep_what_the_export_says_of_time_and_zone() {
    use ProblemCode::*;
    let times = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%m/%d/%y %I:%M %p"];
    let china = formats(&["%Y-%m-%d", "%m/%d/%y"], &times, 70, "Asia/Shanghai");
    type Read = Result<(&'static str, &'static str), ProblemCode>;
    let cases: &[(&str, Read)] = &[
        ("02/23/26 08:55 PM", Ok(("2026-02-23T20:55:00", "2026-02-23 20:55:00"))),
        ("02/24/26 12:05 AM", Ok(("2026-02-24T00:05:00", "2026-02-24 00:05:00"))),
        ("02/24/26 12:05 pm", Ok(("2026-02-24T12:05:00", "2026-02-24 12:05:00"))),
        ("02/23/26", Ok(("2026-02-23", "2026-02-23 00:00:00"))),
        ("2026-02-23T20:55:00.000Z", Ok(("2026-02-23T20:55:00Z", "2026-02-24 04:55:00"))),
        ("2026-02-23T20:55:00.250+0800", Ok(("2026-02-23T20:55:00.250+08:00", "2026-02-23 20:55:00.250"))),
        ("02/23/26 13:55 PM", Err(InvalidMoment)),
        ("02/23/26 08:60 PM", Err(InvalidMoment)),
        ("02/31/26 08:55 PM", Err(InvalidMoment)),
        ("01/01/1800", Err(InvalidMoment)),
        ("1800-01-01", Err(DateOutOfRange)),
        ("2026-02-23T20:55:60.000Z", Err(InvalidMoment)),
    ];
    for (text, want) in cases {
        let got = china.instant(text).map_err(|problem| problem.code);
        let got = got.map(|instant| (instant.moment().unwrap().to_string(), instant.local().to_string()));
        assert_eq!(got, want.map(|(moment, local)| (moment.to_owned(), local.to_owned())), "{text}");
    }
    let instant = china.instant("02/23/26 08:55 PM").unwrap();
    assert_eq!(instant.next().moment().unwrap().to_string(), "2026-02-23T20:55:00.000001");
    assert!(!china.instant("02/23/26").unwrap().is_before(&instant), "the same day");
}

#[test]
fn only_members_of_a_circle_are_in_it() {
    let links = BTreeMap::from([("a", "b"), ("b", "c"), ("c", "b"), ("d", "d"), ("e", "f"), ("g", "a")]);
    assert_eq!(in_circles(&links).into_iter().collect::<Vec<_>>(), ["b", "c", "d"]);
    assert!(in_circles(&BTreeMap::new()).is_empty());
}
