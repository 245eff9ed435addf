//! What each value takes and refuses, by hand.

use serde::de::DeserializeOwned;

use super::*;
use crate::problem::{Problem, ProblemCode};

fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> ProblemCode {
    result.unwrap_err().code
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn dates_are_days_of_the_calendar_strictly_written() {
    for sound in ["1900-01-01", "2199-12-31", "2000-02-29", "2024-02-29", "2026-12-31"] {
        assert_eq!(date(sound).to_string(), sound);
        assert_eq!(format!("{:?}", date(sound)), sound);
    }
    for wrong in [
        "",
        "2026-1-5",
        "2026-01-5",
        "26-01-05",
        "2026/01/05",
        "05.01.2026",
        "20260105",
        " 2026-01-05",
        "2026-01-05 ",
        "2026-01-05T",
        "+026-01-05",
        "-026-01-05",
        "2026-02-31",
        "2026-02-30",
        "2026-04-31",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "1900-02-29",
        "2100-02-29",
        "2025-02-29",
        "２０２６-01-05",
        "2026-01-0５",
        "NaN",
    ] {
        let problem = wrong.parse::<Date>().unwrap_err();
        assert_eq!(problem.code, ProblemCode::InvalidDate, "{wrong}");
        assert_eq!(problem.value, wrong);
        assert!(problem.allowed.starts_with("YYYY-MM-DD"), "{wrong}");
    }
    for outside in ["0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"] {
        assert_eq!(code(outside.parse::<Date>()), ProblemCode::DateOutOfRange, "{outside}");
    }
}

#[test]
fn dates_from_numbers_are_held_to_the_same_calendar() {
    assert_eq!(Date::try_new(2026, 3, 31).unwrap(), date("2026-03-31"));
    for (year, month, day, expected) in [
        (2026, 2, 31, ProblemCode::InvalidDate),
        (2026, 0, 1, ProblemCode::InvalidDate),
        (2026, 13, 1, ProblemCode::InvalidDate),
        (0, 1, 1, ProblemCode::DateOutOfRange),
        (-44, 3, 15, ProblemCode::DateOutOfRange),
        (9999, 12, 31, ProblemCode::DateOutOfRange),
        (i32::MAX, 1, 1, ProblemCode::InvalidDate),
    ] {
        assert_eq!(code(Date::try_new(year, month, day)), expected, "{year}-{month}-{day}");
    }
}

#[test]
fn days_are_counted_and_stop_at_the_ends_of_the_range() {
    let (first, last) = (date("1900-01-01"), date("2199-12-31"));
    assert_eq!(date("2024-03-01").days_since(date("2024-02-28")), 2);
    assert_eq!(date("2025-03-01").days_since(date("2025-02-28")), 1);
    assert_eq!(date("2026-01-01").days_since(date("2026-01-31")), -30);
    assert_eq!(date("2024-02-28").plus_days(1), date("2024-02-29"));
    assert_eq!(date("2024-03-01").minus_days(1), date("2024-02-29"));
    for many in [1, 366, u32::MAX] {
        assert_eq!(last.plus_days(many), last);
        assert_eq!(first.minus_days(many), first);
    }
    assert_eq!(first.plus_days(u32::MAX), last);
    assert_eq!(last.minus_days(u32::MAX), first);
    assert_eq!((first.year(), first.month()), (1900, 1));
}

#[test]
fn moments_come_as_days_local_times_and_times_with_an_offset() {
    for (text, written) in [
        ("2026-03-31", "2026-03-31"),
        ("2026-03-31T14:05", "2026-03-31T14:05:00"),
        ("2026-03-31T14:05:09", "2026-03-31T14:05:09"),
        ("2026-03-31T00:00:00", "2026-03-31T00:00:00"),
        ("2026-03-31T14:05:00.5", "2026-03-31T14:05:00.500"),
        ("2026-03-31T14:05:00.123456", "2026-03-31T14:05:00.123456"),
        ("2026-03-31T14:05Z", "2026-03-31T14:05:00Z"),
        ("2026-03-31T14:05:00Z", "2026-03-31T14:05:00Z"),
        ("2026-03-31T14:05:00-00:00", "2026-03-31T14:05:00Z"),
        ("2026-03-31T14:05:00+08:00", "2026-03-31T14:05:00+08:00"),
        ("2026-03-31T14:05:00-03:30", "2026-03-31T14:05:00-03:30"),
        ("2026-03-31T14:05:00.25+23:59", "2026-03-31T14:05:00.250+23:59"),
    ] {
        let moment: Moment = text.parse().unwrap();
        assert_eq!(moment.to_string(), written, "{text}");
        assert_eq!(written.parse::<Moment>().unwrap(), moment, "{text}");
    }
}

#[test]
fn moments_are_strictly_written() {
    for wrong in [
        "2026-03-31 14:05",
        "2026-03-31t14:05:00",
        "2026-03-31T",
        "2026-03-31T14",
        "2026-03-31T1:05",
        "2026-03-31T14:5:00",
        "2026-03-31T14: 5:00",
        "2026-03-31T14:05:7",
        "2026-03-31T14:05:0000",
        "2026-03-31T14:05:00.",
        "2026-03-31T24:00",
        "2026-03-31T14:60",
        "2026-03-31T14:05:60",
        "2026-03-31T14:05:00z",
        "2026-03-31T14:05:00+0800",
        "2026-03-31T14:05:00+8:00",
        "2026-03-31T14:05:00 +08:00",
        "2026-03-31T14:05:00+08:60",
        "2026-03-31T14:05:00+24:00",
        "2026-03-31T14:05:00+08:00 ",
        "2026-03-31T14:05:00ZZ",
        "2026-02-31T14:05:00",
        "2026-3-31T14:05:00",
        "31 March 2026, 14:05",
        "2026-03-31T14:05:00\u{2212}08:00",
        "2026-03-31T１４:05",
    ] {
        let problem = wrong.parse::<Moment>().unwrap_err();
        assert_eq!(problem.code, ProblemCode::InvalidMoment, "{wrong}");
        assert_eq!(problem.value, wrong);
    }
    for (text, expected) in [
        ("", ProblemCode::InvalidDate),
        ("2026-02-31", ProblemCode::InvalidDate),
        ("0000-01-01", ProblemCode::DateOutOfRange),
        ("0000-01-01T00:00:00", ProblemCode::DateOutOfRange),
        ("9999-12-31T23:59:59Z", ProblemCode::DateOutOfRange),
    ] {
        assert_eq!(code(text.parse::<Moment>()), expected, "{text}");
    }
}

#[test]
fn moments_are_ordered_by_the_instant_and_not_by_the_text() {
    let local = |text: &str| text.parse::<Moment>().unwrap().instant(TimeZone::UTC);
    // Later on the clock, earlier in the world.
    assert!(local("2026-03-31T23:00:00+08:00") < local("2026-03-31T16:00:00Z"));
    assert!(local("2026-03-31T01:00:00-05:00") > local("2026-03-31T05:59:59Z"));
    assert_eq!(local("2026-03-31T08:00:00+08:00"), local("2026-03-31T00:00:00Z"));
    assert_eq!(local("2026-03-31"), local("2026-03-31T00:00:00"));
}

#[test]
fn the_day_of_a_moment_depends_on_the_zone_only_where_it_has_an_offset() {
    let day = |text: &str, zone: &str| text.parse::<Moment>().unwrap().date_in(zone.parse().unwrap()).to_string();
    assert_eq!(day("2026-03-31T23:30:00Z", "Asia/Shanghai"), "2026-04-01");
    assert_eq!(day("2026-03-31T23:30:00Z", "+08:00"), "2026-04-01");
    assert_eq!(day("2026-04-01T07:30:00+08:00", "UTC"), "2026-03-31");
    assert_eq!(day("2026-03-31T23:30:00", "Asia/Shanghai"), "2026-03-31");
    assert_eq!(day("2026-03-31", "-14:00"), "2026-03-31");
    // Outside the supported years the written day stands.
    assert_eq!(day("2199-12-31T23:30:00Z", "+08:00"), "2199-12-31");
    assert_eq!(day("1900-01-01T00:30:00Z", "-08:00"), "1900-01-01");
}

#[test]
fn summer_time_moves_the_clock_and_not_the_order() {
    let berlin: TimeZone = "Europe/Berlin".parse().unwrap();
    let moment = |text: &str| text.parse::<Moment>().unwrap();
    // At 03:00 summer time the clock goes back to 02:00: the later of two moments shows the earlier time.
    let (first, second) = (moment("2026-10-25T00:50:00Z"), moment("2026-10-25T01:10:00Z"));
    assert!(first.local(berlin) > second.local(berlin));
    assert!(first.instant(berlin) < second.instant(berlin));
    // A local time that occurs twice is the first of both; one that summer time leaves out is read by winter time.
    assert_eq!(moment("2026-10-25T02:30:00").instant(berlin).to_string(), "2026-10-25 00:30:00");
    assert_eq!(moment("2026-03-29T02:30:00").instant(berlin).to_string(), "2026-03-29 01:30:00");
    assert_eq!(moment("2026-07-01").instant(berlin).to_string(), "2026-06-30 22:00:00");
}

#[test]
fn time_zones_are_names_or_offsets() {
    for text in ["UTC", "Asia/Shanghai", "America/New_York", "+08:00", "-14:00", "+05:30", "+00:00"] {
        assert_eq!(text.parse::<TimeZone>().unwrap().to_string(), text);
    }
    for wrong in ["", "Z", "Berlin", "asia/shanghai", "+8", "+14:01", "+24:00", "08:00", "+08:00:00", "-0800"] {
        assert_eq!(code(wrong.parse::<TimeZone>()), ProblemCode::UnknownTimeZone, "{wrong}");
    }
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T, ProblemCode> {
    crate::read_json(text).map_err(|problems| problems[0].code)
}

#[test]
fn decimals_are_read_to_the_last_digit() {
    for (text, written) in [
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("0.10", "0.1"),
        ("100", "100"),
        ("00012", "12"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-12.50", "-12.5"),
        ("999999999999.999999", "999999999999.999999"),
    ] {
        assert_eq!(text.parse::<Quantity>().unwrap().to_string(), written, "{text}");
    }
    for wrong in [
        "",
        " ",
        ".",
        "-",
        "--5",
        "1-2",
        "+5",
        "1e3",
        "1E3",
        "1,000",
        "1_000",
        "1 000",
        " 1",
        "1.2.3",
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "inf",
        "0x10",
        "½",
        "５",
        "79228162514264337593543950336",
        "0.12345678901234567890123456789012",
    ] {
        assert_eq!(code(wrong.parse::<Quantity>()), ProblemCode::InvalidNumber, "{wrong}");
    }
    // Twenty-eight digits can be held, so they are refused for what they say and not for how they are written.
    assert_eq!(code("9999999999999999999999999999".parse::<Quantity>()), ProblemCode::NumberOutOfRange);
    assert_eq!(code("0.0000000000000000000000000001".parse::<Quantity>()), ProblemCode::NumberOutOfRange);
}

#[test]
fn decimals_come_from_json_as_text_and_as_numbers() {
    let read = |text: &str| json::<Quantity>(text).map(|number| number.to_string());
    for (text, written) in [
        (r#""0.1""#, "0.1"),
        ("0.1", "0.1"),
        ("0.30", "0.3"),
        ("12", "12"),
        ("-7", "-7"),
        ("-0.0", "0"),
        ("1e2", "100"),
        ("1E-2", "0.01"),
        ("1000000000000", "1000000000000"),
        ("1234567.123456", "1234567.123456"),
    ] {
        assert_eq!(read(text).unwrap(), written, "{text}");
    }
    for (text, expected) in [
        (r#""1e2""#, ProblemCode::InvalidNumber),
        (r#""NaN""#, ProblemCode::InvalidNumber),
        ("NaN", ProblemCode::InvalidJson),
        ("1e400", ProblemCode::InvalidJson),
        ("1e300", ProblemCode::InvalidNumber),
        ("18446744073709551615", ProblemCode::NumberOutOfRange),
        ("-9223372036854775808", ProblemCode::NumberOutOfRange),
        ("0.1234567", ProblemCode::NumberOutOfRange),
        ("true", ProblemCode::WrongType),
        ("null", ProblemCode::WrongType),
        ("[1]", ProblemCode::WrongType),
        (r#"{"value": 1}"#, ProblemCode::WrongType),
    ] {
        assert_eq!(read(text).unwrap_err(), expected, "{text}");
    }
}

#[test]
fn every_decimal_type_has_its_own_range() {
    macro_rules! check {
        ($($name:ident: $code:ident, $($sound:literal)+, $($wrong:literal)+;)+) => {$(
            $(assert_eq!($sound.parse::<$name>().unwrap().to_string(), $sound);)+
            $(
                assert_eq!(code($wrong.parse::<$name>()), ProblemCode::$code, "{} as {}", $wrong, stringify!($name));
                let number = rust_decimal::Decimal::from_str_exact($wrong).unwrap();
                assert_eq!(code($name::try_new(number)), ProblemCode::$code);
                assert_eq!(json::<$name>($wrong).unwrap_err(), ProblemCode::$code);
                assert_eq!(json::<$name>(concat!("\"", $wrong, "\"")).unwrap_err(), ProblemCode::$code);
            )+
        )+};
    }
    check! {
        Probability: InvalidProbability, "0" "1" "0.000001", "-0.000001" "1.000001" "100" "0.0000001";
        Influence: NumberOutOfRange, "0" "100" "0.01", "-0.01" "100.01" "0.001";
        Score: NumberOutOfRange, "0" "100" "99.99", "-1" "101" "0.001";
        Quantity: NumberOutOfRange, "-1000000000000" "1000000000000", "1000000000001" "-1000000000001";
        Rate: NumberOutOfRange, "0.0000000001" "1000000000", "0" "-1" "0.00000000001" "1000000001";
        Factor: NumberOutOfRange, "0" "1000" "0.0001", "-1" "1000.0001" "0.00001";
        Share: NumberOutOfRange, "0" "1" "0.3333", "-0.1" "1.0001" "0.00001";
        Estimate: NumberOutOfRange, "0" "1" "0.333333333333", "-0.1" "1.1" "0.0000000000001";
        MarketCorrelation: NumberOutOfRange, "0" "0.999999", "-0.1" "1" "0.0000001";
        RelativeChange: NumberOutOfRange, "-1" "0.25" "1000000000000000000", "0.00001";
        AmountLimit: NumberOutOfRange, "0" "25000.5" "10000000000000", "-1" "10000000000000.1" "0.00001";
        DayCount: NumberOutOfRange, "0" "30.25" "1000000000", "-1" "1000000001" "0.0000001";
    }
    assert_eq!(Probability::CERTAIN, "1".parse().unwrap());
}

#[test]
fn money_has_limits_and_a_currency() {
    let eur: Currency = "EUR".parse().unwrap();
    for amount in ["0", "0.0001", "125000.5", "10000000000000"] {
        assert_eq!(Money::parse(amount, eur).unwrap().to_string(), format!("{amount} EUR"));
        assert_eq!(NetMoney::parse(amount, eur).unwrap().to_string(), format!("{amount} EUR"));
    }
    assert_eq!(Money::parse("-0", eur).unwrap(), Money::parse("0.00", eur).unwrap());
    assert_eq!(NetMoney::parse("-10000000000000", eur).unwrap().to_string(), "-10000000000000 EUR");
    for (amount, as_money, as_net_money) in [
        ("-0.01", ProblemCode::NegativeAmount, None),
        ("-10000000000000.01", ProblemCode::NegativeAmount, Some(ProblemCode::AmountOutOfRange)),
        ("10000000000000.0001", ProblemCode::AmountOutOfRange, Some(ProblemCode::AmountOutOfRange)),
        ("0.00001", ProblemCode::AmountOutOfRange, Some(ProblemCode::AmountOutOfRange)),
        ("NaN", ProblemCode::InvalidNumber, Some(ProblemCode::InvalidNumber)),
        ("1e3", ProblemCode::InvalidNumber, Some(ProblemCode::InvalidNumber)),
    ] {
        assert_eq!(code(Money::parse(amount, eur)), as_money, "{amount}");
        assert_eq!(NetMoney::parse(amount, eur).err().map(|problem| problem.code), as_net_money, "{amount}");
        let text = format!(r#"{{"amount": "{amount}", "currency": "EUR"}}"#);
        assert_eq!(json::<Money>(&text).unwrap_err(), as_money, "{amount}");
        assert_eq!(json::<NetMoney>(&text).err(), as_net_money, "{amount}");
    }
    let problems = crate::read_json::<Money>(r#"{"amount": "-1", "currency": "euro", "cents": 5}"#).unwrap_err();
    let found: Vec<_> = problems.iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect();
    assert_eq!(found, [("amount", "negative_amount"), ("cents", "unknown_field"), ("currency", "unknown_currency")]);
}

#[test]
fn currencies_are_the_codes_of_iso_4217_with_their_minor_units() {
    for (text, digits) in [("USD", 2), ("EUR", 2), ("CNY", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)] {
        let currency: Currency = text.parse().unwrap();
        assert_eq!((currency.code(), currency.minor_unit_digits()), (text, digits));
        assert_eq!(format!("{currency} {currency:?}"), format!("{text} {text}"));
    }
    for wrong in ["", "usd", "US", "USDX", "XYZ", "€", " USD"] {
        assert_eq!(code(wrong.parse::<Currency>()), ProblemCode::UnknownCurrency, "{wrong}");
    }
    let mut sorted: Vec<Currency> = ["USD", "CNY", "EUR"].map(|text| text.parse().unwrap()).to_vec();
    sorted.sort();
    assert_eq!(format!("{sorted:?}"), "[CNY, EUR, USD]");
}

#[test]
fn texts_have_a_limit_in_characters_and_no_control_characters() {
    // Unicode counts in characters, not in bytes.
    let longest = "客".repeat(AccountId::MAX_LENGTH);
    assert_eq!(AccountId::try_new(&longest).unwrap().as_str(), longest);
    assert_eq!(code(AccountId::try_new(&format!("{longest}户"))), ProblemCode::TextTooLong);
    assert_eq!(code(Label::try_new(&"x".repeat(301))), ProblemCode::TextTooLong);
    assert_eq!(code(Note::try_new(&"x".repeat(10_001))), ProblemCode::TextTooLong);
    for sound in
        ["a", " a ", "two\nlines", "tab\there", "naïve – 客户 🏭", "a\u{200d}b", "\"quoted\" \\ [0].x; allowed: "]
    {
        assert_eq!(Label::try_new(sound).unwrap().as_str(), sound);
        let written = serde_json::to_string(&Label::try_new(sound).unwrap()).unwrap();
        assert_eq!(json::<Label>(&written).unwrap().as_str(), sound);
    }
    for wrong in ["", " ", "\n\t ", "\u{3000}", "a\0b", "a\rb", "\u{1b}[31m", "a\u{7f}", "a\u{85}b"] {
        assert_eq!(code(AccountId::try_new(wrong)), ProblemCode::InvalidId, "{wrong:?}");
        assert_eq!(code(Note::try_new(wrong)), ProblemCode::InvalidText, "{wrong:?}");
        let written = serde_json::to_string(wrong).unwrap();
        assert_eq!(json::<Label>(&written).unwrap_err(), ProblemCode::InvalidText, "{wrong:?}");
    }
    let problem = Label::try_new("red \u{1b}[31m alert").unwrap_err();
    assert!(!problem.to_string().contains('\u{1b}'), "a message shows control characters, it does not carry them out");
    let problem = Note::try_new(&"x".repeat(1_000_000)).unwrap_err();
    assert!(problem.to_string().len() < 400, "a message quotes the start only");
}

#[test]
fn values_of_another_json_type_are_refused() {
    macro_rules! check {
        ($($name:ident)+) => {$(
            for wrong in ["7", "true", "null", "[]", "{}", "0.5"] {
                assert_eq!(json::<$name>(wrong).unwrap_err(), ProblemCode::WrongType, "{wrong} as {}", stringify!($name));
            }
        )+};
    }
    check!(Date Month Moment Currency ExactSum AccountId Label Note StageId);
}

#[test]
fn exact_sums_hold_any_number_of_digits() {
    let big = "9".repeat(60);
    for text in ["0", "-12.50", "0.0000000000000000000000000000000000000001", big.as_str()] {
        assert_eq!(text.parse::<ExactSum>().unwrap().to_string(), text);
    }
    for wrong in ["", ".", "-", "--5", "1-2", "+5", "1e9", "NaN", "1_000", " 1", &"9".repeat(101)] {
        assert_eq!(code(wrong.parse::<ExactSum>()), ProblemCode::InvalidNumber, "{wrong}");
    }
    assert_eq!("1.50".parse::<ExactSum>().unwrap(), "1.5".parse().unwrap());
    assert!("-2".parse::<ExactSum>().unwrap() < "-1.999".parse().unwrap());
}

#[test]
fn exact_sums_round_once_and_half_even() {
    let sum = |products: &[&[&str]], currency: &str| {
        let mut sum = ExactSum::zero();
        for factors in products {
            let factors: Vec<_> =
                factors.iter().map(|text| rust_decimal::Decimal::from_str_exact(text).unwrap()).collect();
            sum.add(&ExactSum::product(&factors));
        }
        sum.rounded(currency.parse().unwrap()).to_string()
    };
    assert_eq!(sum(&[], "USD"), "0.00");
    assert_eq!(sum(&[&["0.005"]], "USD"), "0.00");
    assert_eq!(sum(&[&["0.015"]], "USD"), "0.02");
    assert_eq!(sum(&[&["-0.025"]], "USD"), "-0.02");
    assert_eq!(sum(&[&["2.5"]], "JPY"), "2");
    assert_eq!(sum(&[&["3.5"]], "JPY"), "4");
    assert_eq!(sum(&[&["0.0005"]], "KWD"), "0.000");
    // Each half alone would be rounded away.
    assert_eq!(sum(&[&["0.005"], &["0.005"]], "USD"), "0.01");
    // The largest amount, times a rate and a probability with all their places: 13 + 9 digits before the point.
    assert_eq!(sum(&[&["10000000000000", "999999999.9999999999", "0.999999"]], "USD"), "9999989999999999999000.00");
    assert_eq!(sum(&[&["1", "2", "3"], &[]], "JPY"), "7", "the product of nothing is one");
}
