//! Decimal numbers with a range: exact on the way in, on the way through and on the way out.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{Error, Visitor};

use crate::problem::{Problem, ProblemCode, quote};

/// Reads a decimal from JSON text or a JSON number; text keeps every digit.
pub(crate) struct DecimalVisitor;

impl Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number (text or number)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        parse(text).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        // The shortest text that reads back as this number is what its author wrote.
        parse(&number.to_string()).map_err(E::custom)
    }
}

/// Reads a decimal, refusing what could not be held to the last digit.
pub(crate) fn parse(text: &str) -> Result<Decimal, Problem> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    let number = Decimal::from_str_exact(text).ok().filter(|_| plain);
    number.map(|number| number.normalize()).ok_or_else(|| {
        let message = format!("`{}` is not a decimal number of at most 28 digits", quote(text));
        Problem::new(
            ProblemCode::InvalidNumber,
            text,
            message,
            "digits with an optional sign and point, such as -12.50",
        )
    })
}

/// Defines a decimal newtype with an inclusive range and a limit of decimal places.
macro_rules! decimal_type {
    ($(#[$meta:meta])* $name:ident, $low:literal ..= $high:literal, $places:literal places, $code:ident) => {
        $(#[$meta])*
        ///
        /// # Examples
        /// ```
        #[doc = concat!("use keyaccount::", stringify!($name), ";")]
        ///
        #[doc = concat!("let value: ", stringify!($name), " = \"0.25\".parse()?;")]
        /// assert_eq!(value.to_string(), "0.25");
        #[doc = concat!("assert!(\"NaN\".parse::<", stringify!($name), ">().is_err());")]
        /// # Ok::<(), keyaccount::Problem>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl $name {
            const ALLOWED: &str = concat!($low, " to ", $high, ", at most ", $places, " decimal places");

            /// Checks a number against the range and the limit of decimal places.
            ///
            /// # Errors
            /// A [`Problem`] with the number and the range.
            pub fn try_new(number: Decimal) -> Result<Self, Problem> {
                let number = number.normalize();
                let low = Decimal::from_str_exact($low).unwrap_or_default();
                let high = Decimal::from_str_exact($high).unwrap_or_default();
                if number >= low && number <= high && number.scale() <= $places {
                    return Ok(Self(number));
                }
                let message = format!("`{number}` is out of range");
                Err(Problem::new(ProblemCode::$code, number, message, Self::ALLOWED))
            }

            /// The number itself.
            #[must_use]
            pub const fn value(self) -> Decimal {
                self.0
            }
        }

        impl FromStr for $name {
            type Err = Problem;
            fn from_str(text: &str) -> Result<Self, Problem> {
                parse(text).and_then(Self::try_new)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        $crate::values::decimal::decimal_serde!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": "decimal" })
            }
        }
    };
}

/// Serde for a decimal newtype: written as text, read from text or number, always through `try_new`.
macro_rules! decimal_serde {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = deserializer.deserialize_any($crate::values::decimal::DecimalVisitor)?;
                Self::try_new(number).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use decimal_serde;

decimal_type!(/// How probable an outcome is: 0 is impossible, 1 is certain, and neither means unknown.
    Probability, "0"..="1", 6 places, InvalidProbability);
decimal_type!(/// How much a person's word counts on a decision, from 0 to 100.
    Influence, "0"..="100", 2 places, NumberOutOfRange);
decimal_type!(/// A satisfaction score from 0 (worst) to 100 (best).
    Score, "0"..="100", 2 places, NumberOutOfRange);
decimal_type!(/// A quantity of goods; returns are negative.
    Quantity, "-1000000000000"..="1000000000000", 6 places, NumberOutOfRange);
decimal_type!(/// An exchange rate: units of the target currency for one unit of the source currency.
    Rate, "0.0000000001"..="1000000000", 10 places, NumberOutOfRange);
decimal_type!(/// A multiplier or share in a playbook's thresholds.
    Factor, "0"..="1000", 4 places, NumberOutOfRange);
decimal_type!(/// A part of a whole, from 0 to 1, rounded half-even to four places.
    Share, "0"..="1", 4 places, NumberOutOfRange);
decimal_type!(/// A share or probability that statistics estimate, from 0 to 1, rounded half-even to twelve places: finer than what
    /// differs between ways of computing it, so that equal observations give equal text.
    Estimate, "0"..="1", 12 places, NumberOutOfRange);
decimal_type!(/// By how much a share or probability differs from another, from -1 to 1, to twelve places.
    EstimateChange, "-1"..="1", 12 places, NumberOutOfRange);
decimal_type!(/// How many times a whole goes into an amount, rounded half-even: 3 is three times the whole.
    Ratio, "0"..="100000000000000000000", 6 places, NumberOutOfRange);
decimal_type!(/// How much of what decides between winning and losing a deal is the market, which all deals have in common: 0 if each goes
    /// its own way; at 1, which is not allowed, all would go the same.
    MarketCorrelation, "0"..="0.999999", 6 places, NumberOutOfRange);
decimal_type!(/// A number of observations that statistics weigh: how many whole ones the observed are worth, rounded half-even to six
    /// places.
    EffectiveCount, "0"..="1000000000000", 6 places, NumberOutOfRange);
decimal_type!(/// A change relative to what was before: 0.25 is a quarter more, -1 is nothing left; rounded half-even.
    RelativeChange, "-1000000000000000000"..="1000000000000000000", 4 places, NumberOutOfRange);
decimal_type!(/// A mean of the logarithms that stated chances are charged with: 0 where each was certain and right, the natural
    /// logarithm of 2 for tosses of a coin; rounded half-even to twelve places.
    LogLoss, "0"..="1000", 12 places, NumberOutOfRange);
decimal_type!(/// An amount of money in the playbook's reporting currency that something is held against.
    AmountLimit, "0"..="10000000000000", 4 places, NumberOutOfRange);
decimal_type!(/// A length of time in days, whole or in parts: medians of whole days are multiples of a half or a quarter.
    DayCount, "0"..="1000000000", 6 places, NumberOutOfRange);

impl Factor {
    /// A factor in hundredths: 150 is one and a half.
    pub(crate) fn hundredths(hundredths: u32) -> Self {
        Self(Decimal::new(hundredths.into(), 2).normalize())
    }
}

impl Share {
    /// A share in hundredths; more than a hundred are a whole.
    pub(crate) fn hundredths(hundredths: u8) -> Self {
        Self(Decimal::new(hundredths.min(100).into(), 2).normalize())
    }
}

impl AmountLimit {
    /// A whole number of major units.
    pub(crate) fn whole(number: u32) -> Self {
        Self(Decimal::from(number))
    }
}

impl Influence {
    /// A whole number; more than a hundred is a hundred.
    pub(crate) fn whole(number: u8) -> Self {
        Self(Decimal::from(number.min(100)))
    }
}

impl Score {
    /// A score in hundredths; more than a hundred is a hundred.
    pub(crate) fn hundredths(hundredths: u16) -> Self {
        Self(Decimal::new(hundredths.min(10_000).into(), 2).normalize())
    }
}

impl From<Influence> for Score {
    /// The same number: both are of a hundred, to two places.
    fn from(influence: Influence) -> Self {
        Self(influence.0)
    }
}

impl Quantity {
    /// A quantity in hundredths, brought into the range.
    pub(crate) fn hundredths(hundredths: i128) -> Self {
        let hundredths = hundredths.clamp(-100_000_000_000_000, 100_000_000_000_000);
        let number = Decimal::try_from_i128_with_scale(hundredths, 2);
        Self(number.unwrap_or_default().normalize())
    }
}

impl Probability {
    /// Certainty: a probability of 1.
    pub const CERTAIN: Self = Self(Decimal::ONE);
    /// It cannot happen.
    pub const NEVER: Self = Self(Decimal::ZERO);

    /// A probability in hundredths; none above a hundred.
    pub(crate) fn hundredths(hundredths: u32) -> Option<Self> {
        Self::try_new(Decimal::new(hundredths.into(), 2)).ok()
    }
}

impl Default for MarketCorrelation {
    /// None: deals are independent.
    fn default() -> Self {
        Self(Decimal::ZERO)
    }
}

impl MarketCorrelation {
    /// A correlation brought into the range and rounded.
    pub(crate) fn rounded(correlation: f64) -> Self {
        let places = (correlation.clamp(0.0, 0.999_999) * 1e6).round_ties_even();
        Self(Decimal::new(places as i64, 6).normalize())
    }
}

impl Share {
    /// All of it: a share of 1.
    pub const WHOLE: Self = Self(Decimal::ONE);

    /// The share of a part in a whole; none where there is no whole or the part lies outside it.
    pub(crate) fn of(part: i128, whole: i128) -> Option<Self> {
        let inside = whole > 0 && (0..=whole).contains(&part);
        inside.then(|| quotient(part, whole, 4)).flatten().and_then(|share| Self::try_new(share).ok())
    }
}

impl From<Probability> for Estimate {
    /// The same number: an estimate has more places.
    fn from(probability: Probability) -> Self {
        Self(probability.0)
    }
}

impl Estimate {
    /// The share of a part in a whole; none where there is no whole or the part lies outside it.
    pub(crate) fn of(part: u64, whole: u64) -> Option<Self> {
        let inside = whole > 0 && part <= whole;
        inside.then(|| quotient(part.into(), whole.into(), 12)).flatten().and_then(|share| Self::try_new(share).ok())
    }

    /// A bound of an error brought into the range and rounded up: never promised smaller than it is.
    pub(crate) fn rounded_up(bound: f64) -> Self {
        Self::rounded((bound.clamp(0.0, 1.0) * 1e12).ceil() / 1e12)
    }

    /// An estimate brought into the range and rounded.
    pub(crate) fn rounded(estimate: f64) -> Self {
        let places = (estimate.clamp(0.0, 1.0) * 1e12).round_ties_even();
        Self(Decimal::new(places as i64, 12).normalize())
    }

    /// What is left of a larger one; nothing where it is not larger.
    pub(crate) fn rest_of(self, whole: Self) -> Self {
        Self(whole.0.saturating_sub(self.0).max(Decimal::ZERO).normalize())
    }
}

impl EstimateChange {
    /// The change from one share to another.
    pub(crate) fn between_shares(before: Share, after: Share) -> Self {
        Self(after.0.saturating_sub(before.0).normalize())
    }

    /// A change in ten-thousandths, brought into the range.
    pub(crate) fn ten_thousandths(units: i128) -> Self {
        let number = Decimal::try_from_i128_with_scale(units.clamp(-10_000, 10_000), 4);
        Self(number.unwrap_or_default().normalize())
    }

    /// The change from one estimate to another.
    pub(crate) fn between(before: Estimate, after: Estimate) -> Self {
        Self(after.0.saturating_sub(before.0).normalize())
    }
}

impl EffectiveCount {
    /// A count brought into the range and rounded.
    pub(crate) fn rounded(count: f64) -> Self {
        let places = (count.clamp(0.0, 1e12) * 1e6).round_ties_even();
        Self(Decimal::new(places as i64, 6).normalize())
    }
}

impl Ratio {
    /// A ratio brought into the range and rounded.
    pub(crate) fn rounded(ratio: f64) -> Self {
        let places = (ratio.clamp(0.0, 1e12) * 1e6).round_ties_even();
        Self(Decimal::new(places as i64, 6).normalize())
    }
}

impl LogLoss {
    /// A loss brought into the range and rounded.
    pub(crate) fn rounded(loss: f64) -> Self {
        let places = (loss.clamp(0.0, 1000.0) * 1e12).round_ties_even();
        Self(Decimal::new(places as i64, 12).normalize())
    }
}

/// The number for statistics: the nearest `f64` where it has at most fifteen digits.
pub(crate) fn to_f64(number: Decimal) -> f64 {
    number.mantissa() as f64 / (0..number.scale()).fold(1.0, |power, _| power * 10.0)
}

impl Ratio {
    /// A number brought into the range and rounded half-even.
    pub(crate) fn saturating(number: Decimal) -> Self {
        Self(number.clamp(Decimal::ZERO, Decimal::from(100_000_000_000_000_000_000_u128)).round_dp(6).normalize())
    }
}

impl RelativeChange {
    /// The change from `before` to `after`, relative to `before`; none where `before` is not above zero.
    pub(crate) fn between(before: i128, after: i128) -> Option<Self> {
        let change = after.checked_sub(before).filter(|_| before > 0)?;
        quotient(change, before, 4).and_then(|change| Self::try_new(change).ok())
    }
}

impl DayCount {
    /// A length in days, brought into the range and rounded half-even.
    pub(crate) fn saturating(days: Decimal) -> Self {
        Self(days.clamp(Decimal::ZERO, Decimal::new(1_000_000_000, 0)).round_dp(6).normalize())
    }
}

/// The quotient rounded half-even to so many places, in whole numbers throughout; the divisor is above zero.
fn quotient(part: i128, whole: i128, places: u32) -> Option<Decimal> {
    let scaled = part.checked_mul(10_i128.checked_pow(places)?)?;
    let floor = scaled.checked_div_euclid(whole)?;
    let rest = scaled.checked_rem_euclid(whole)?;
    let up = match rest.cmp(&whole.checked_sub(rest)?) {
        Ordering::Less => false,
        Ordering::Equal => floor.checked_rem(2)? != 0,
        Ordering::Greater => true,
    };
    Decimal::try_from_i128_with_scale(floor.checked_add(i128::from(up))?, places).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_even() {
        let share = |part, whole| Share::of(part, whole).map(|share| share.to_string());
        assert_eq!(share(1, 3).as_deref(), Some("0.3333"));
        assert_eq!(share(2, 3).as_deref(), Some("0.6667"));
        assert_eq!(share(1, 20_000).as_deref(), Some("0"));
        assert_eq!(share(3, 20_000).as_deref(), Some("0.0002"));
        assert_eq!(share(5, 20_000).as_deref(), Some("0.0002"));
        assert_eq!(share(4, 4).as_deref(), Some("1"));
        assert_eq!((share(0, 0), share(-1, 2), share(3, 2)), (None, None, None));
    }

    #[test]
    fn estimates_have_twelve_places() {
        let estimate = |part, whole| Estimate::of(part, whole).map(|share| share.to_string());
        assert_eq!(estimate(1, 3).as_deref(), Some("0.333333333333"));
        assert_eq!(estimate(u64::MAX, u64::MAX).as_deref(), Some("1"));
        assert_eq!((estimate(0, 0), estimate(3, 2)), (None, None));
        assert_eq!(Estimate::rounded(2.0 / 3.0).to_string(), "0.666666666667");
        assert_eq!(Estimate::rounded(0.25), Estimate::of(1, 4).unwrap());
        let edges = [f64::NAN, f64::NEG_INFINITY, -0.0, 1e-13, f64::INFINITY, 1.0 - 1e-13].map(Estimate::rounded);
        assert_eq!(edges.map(|estimate| estimate.to_string()), ["0", "0", "0", "0", "1", "1"]);
    }

    #[test]
    fn effective_counts_have_six_places() {
        let counts = [f64::NAN, -1.0, 2.0 / 3.0, 12.0, 1e300].map(EffectiveCount::rounded);
        assert_eq!(counts.map(|count| count.to_string()), ["0", "0", "0.666667", "12", "1000000000000"]);
        let losses = [f64::NAN, -1.0, 2.0 / 3.0, 1e300].map(LogLoss::rounded);
        assert_eq!(losses.map(|loss| loss.to_string()), ["0", "0", "0.666666666667", "1000"]);
        assert_eq!(to_f64("0.05".parse::<Probability>().unwrap().value()).to_bits(), 0.05_f64.to_bits());
    }

    #[test]
    fn changes_are_relative_to_what_was_before() {
        let change = |before, after| RelativeChange::between(before, after).map(|change| change.to_string());
        assert_eq!(change(4, 5).as_deref(), Some("0.25"));
        assert_eq!(change(4, 3).as_deref(), Some("-0.25"));
        assert_eq!(change(3, 0).as_deref(), Some("-1"));
        assert_eq!(change(20_000, 19_999).as_deref(), Some("0"));
        assert_eq!((change(0, 5), change(-4, 5)), (None, None));
    }
}
