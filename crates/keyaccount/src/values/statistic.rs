//! Numbers that statistics find and that have no natural range: parameters, likelihoods, covariances.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::problem::{Problem, ProblemCode, quote};

/// Beyond this nothing is told apart.
const LARGEST: f64 = 1e60;
/// Nearer to zero than this is zero.
const SMALLEST: f64 = 1e-60;

/// A number that statistics estimate, to twelve significant digits: finer than what the data tell, and coarser than what
/// differs between ways of computing it, so that equal observations give equal text. Never infinite, never "not a number".
///
/// On the wire it is a decimal as text. The range is ±10⁶⁰; what is nearer to zero than 10⁻⁶⁰ is zero.
///
/// # Examples
/// ```
/// use keyaccount::Statistic;
///
/// assert_eq!(Statistic::try_new(2.0 / 3.0)?.to_string(), "0.666666666667");
/// assert_eq!("-9582.42920667".parse::<Statistic>()?.value(), -9582.42920667);
/// assert!(Statistic::try_new(f64::NAN).is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Statistic(f64);

impl Statistic {
    const ALLOWED: &str = "a number from -1e60 to 1e60; in text, digits without an exponent";

    /// Rounds a number to twelve significant digits.
    ///
    /// # Errors
    /// A [`Problem`] where it is not finite or beyond ±10⁶⁰.
    pub fn try_new(number: f64) -> Result<Self, Problem> {
        if number.is_finite() && number.abs() <= LARGEST {
            return Ok(Self::rounded(number));
        }
        let message = format!("`{number}` is no statistic");
        Err(Problem::new(ProblemCode::NumberOutOfRange, number, message, Self::ALLOWED))
    }

    /// A number brought into the range and rounded; what is not a number is zero, so callers rule that out.
    pub(crate) fn rounded(number: f64) -> Self {
        if number.is_nan() || number.abs() < SMALLEST {
            return Self(0.0);
        }
        let number = number.clamp(-LARGEST, LARGEST);
        // The standard library writes and reads decimals exactly, on every platform.
        Self(format!("{number:.11e}").parse().unwrap_or(number))
    }

    /// The number itself.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }
}

// No value is NaN, and zero has one sign: equal numbers have equal bits.
impl PartialEq for Statistic {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Statistic {}

impl PartialOrd for Statistic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Statistic {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Hash for Statistic {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Statistic {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let number = text.parse::<f64>().ok().filter(|_| plain);
        let message = || format!("`{}` is not a decimal number", quote(text));
        number
            .ok_or_else(|| Problem::new(ProblemCode::InvalidNumber, text, message(), Self::ALLOWED))
            .and_then(Self::try_new)
    }
}

/// A statistic that is above zero, such as the parameter of a model: from 10⁻¹² to 10¹².
///
/// # Examples
/// ```
/// use keyaccount::PositiveStatistic;
///
/// assert_eq!("4.413602019".parse::<PositiveStatistic>()?.value(), 4.413602019);
/// assert!("0".parse::<PositiveStatistic>().is_err());
/// assert!(PositiveStatistic::try_new(f64::INFINITY).is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PositiveStatistic(Statistic);

impl PositiveStatistic {
    const ALLOWED: &str = "a number from 1e-12 to 1e12; in text, digits without an exponent";

    /// Rounds a number to twelve significant digits.
    ///
    /// # Errors
    /// A [`Problem`] where it is not within 10⁻¹² to 10¹².
    pub fn try_new(number: f64) -> Result<Self, Problem> {
        if (1e-12..=1e12).contains(&number) {
            return Ok(Self(Statistic::rounded(number)));
        }
        let message = format!("`{number}` is out of range");
        Err(Problem::new(ProblemCode::NumberOutOfRange, number, message, Self::ALLOWED))
    }

    /// A number brought into the range and rounded.
    pub(crate) fn rounded(number: f64) -> Self {
        Self(Statistic::rounded(number.clamp(1e-12, 1e12).max(1e-12)))
    }

    /// The number itself.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0.value()
    }
}

impl fmt::Display for PositiveStatistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PositiveStatistic {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        text.parse::<Statistic>().and_then(|statistic| Self::try_new(statistic.value()))
    }
}

impl From<PositiveStatistic> for Statistic {
    fn from(positive: PositiveStatistic) -> Self {
        positive.0
    }
}

/// Reads a number from JSON text or a JSON number.
struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number (text or number)")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<f64, E> {
        text.parse().map(Statistic::value).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<f64, E> {
        Ok(number as f64)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<f64, E> {
        Ok(number as f64)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<f64, E> {
        Ok(number)
    }
}

/// Serde and schema, always through `try_new`.
macro_rules! statistic_serde {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = deserializer.deserialize_any(NumberVisitor)?;
                Self::try_new(number).map_err(D::Error::custom)
            }
        }

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

statistic_serde!(Statistic);
statistic_serde!(PositiveStatistic);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_significant_digits() {
        let text = |number: f64| Statistic::rounded(number).to_string();
        assert_eq!(text(1.0 / 3.0), "0.333333333333");
        assert_eq!(text(-2e6 / 3.0), "-666666.666667");
        assert_eq!(text(1e15 + 1.0), "1000000000000000");
        assert_eq!(text(1.25e-9), "0.00000000125");
        assert_eq!((text(-0.0), text(1e-61), text(f64::NAN)), ("0".into(), "0".into(), "0".into()));
        assert_eq!(Statistic::rounded(f64::INFINITY).value().to_bits(), 1e60_f64.to_bits());
        assert_eq!(Statistic::rounded(-0.0), Statistic::default());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", "NaN", "inf", "1e5", "1,5", " 1"] {
            assert!(text.parse::<Statistic>().is_err(), "{text}");
        }
        for number in [f64::NAN, f64::INFINITY, -1e61] {
            assert_eq!(Statistic::try_new(number).unwrap_err().code, ProblemCode::NumberOutOfRange);
        }
        for number in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-13, 1e13] {
            assert!(PositiveStatistic::try_new(number).is_err());
        }
        assert_eq!(PositiveStatistic::rounded(0.0).to_string(), "0.000000000001");
        assert_eq!(PositiveStatistic::rounded(f64::NAN).to_string(), "0.000000000001");
    }

    #[test]
    fn the_text_reads_back() {
        for number in [0.2425945224, -9582.42920667, 1e-59, 1e60, 123456789012.0] {
            let statistic = Statistic::rounded(number);
            let json = serde_json::to_string(&statistic).unwrap();
            assert_eq!(serde_json::from_str::<Statistic>(&json).unwrap(), statistic);
        }
        assert_eq!(serde_json::from_str::<PositiveStatistic>("0.25").unwrap().to_string(), "0.25");
        assert!(serde_json::from_str::<PositiveStatistic>("-1").is_err());
    }
}
