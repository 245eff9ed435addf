//! Totals: exact sums, rounded once, at the end.

use std::fmt;
use std::str::FromStr;

use bigdecimal::num_bigint::{BigInt, Sign};
use bigdecimal::{BigDecimal, FromPrimitive, RoundingMode, ToPrimitive, Zero};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::decimal::{Estimate, Ratio, Share};
use super::money::{Currency, Money};
use super::vocabulary::serde_as_text;
use crate::problem::{Problem, ProblemCode, quote};

/// An exact decimal sum of any size. On the wire it is text.
///
/// # Examples
/// ```
/// use keyaccount::ExactSum;
///
/// let sum: ExactSum = "123456789012345678901234567890.05".parse()?;
/// assert_eq!(sum.to_string(), "123456789012345678901234567890.05");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExactSum(BigDecimal);

impl ExactSum {
    pub(crate) fn zero() -> Self {
        Self(BigDecimal::zero())
    }

    /// The product of some decimals, without rounding.
    #[expect(clippy::arithmetic_side_effects, reason = "numbers of any size neither overflow nor round here")]
    pub(crate) fn product(factors: &[Decimal]) -> Self {
        let exact = |number: &Decimal| BigDecimal::new(BigInt::from(number.mantissa()), i64::from(number.scale()));
        let mut factors = factors.iter();
        let first = factors.next().map_or_else(|| BigDecimal::from(1), exact);
        Self(factors.fold(first, |product, factor| product * exact(factor)))
    }

    /// The sum times a number, exactly.
    #[expect(clippy::arithmetic_side_effects, reason = "numbers of any size neither overflow nor round here")]
    pub(crate) fn times(&self, factor: Decimal) -> Self {
        Self(&self.0 * Self::product(&[factor]).0)
    }

    /// The product of two sums, exactly.
    #[expect(clippy::arithmetic_side_effects, reason = "numbers of any size neither overflow nor round here")]
    pub(crate) fn multiplied(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// So many units of so many decimal places.
    pub(crate) fn of_units(units: i128, places: u32) -> Self {
        Self(BigDecimal::new(BigInt::from(units), i64::from(places)))
    }

    /// The whole units of so many decimal places, rounded down, and what that leaves of a unit.
    pub(crate) fn whole_units(&self, places: u32) -> (i128, f64) {
        let floor = self.0.with_scale_round(i64::from(places), RoundingMode::Floor);
        let limit = if self.0.sign() == Sign::Minus { i128::MIN } else { i128::MAX };
        let units = floor.as_bigint_and_scale().0.to_i128().unwrap_or(limit);
        let mut rest = self.clone();
        rest.subtract(&Self(floor));
        let unit = 10_u64.saturating_pow(places) as f64;
        (units, rest.0.to_f64().unwrap_or(0.0) * unit)
    }

    /// The whole units of so many decimal places, rounded half-even; brought into the range of the number.
    pub(crate) fn rounded_units(&self, places: u32) -> i128 {
        let rounded = self.0.with_scale_round(i64::from(places), RoundingMode::HalfEven);
        let limit = if self.0.sign() == Sign::Minus { i128::MIN } else { i128::MAX };
        rounded.as_bigint_and_scale().0.to_i128().unwrap_or(limit)
    }

    /// The nearest `f64`, for statistics.
    pub(crate) fn to_statistic(&self) -> f64 {
        self.0.to_f64().unwrap_or(0.0)
    }

    /// A statistic, with every digit that the `f64` has; none where it is no number.
    pub(crate) fn of_statistic(number: f64) -> Option<Self> {
        BigDecimal::from_f64(number).map(Self)
    }

    /// Adds another sum, without rounding.
    #[expect(clippy::arithmetic_side_effects, reason = "numbers of any size neither overflow nor round here")]
    pub(crate) fn add(&mut self, other: &Self) {
        self.0 += &other.0;
    }

    /// Adds an amount; the caller keeps currencies apart.
    pub(crate) fn add_money(&mut self, amount: Money) {
        self.add(&Self::product(&[amount.amount()]));
    }

    /// The part of this sum in a whole, rounded half-even to four places; none where the whole is zero or smaller.
    pub(crate) fn share_of(&self, whole: &Self) -> Option<Share> {
        let share = self.divided(1, whole)?.with_scale_round(4, RoundingMode::HalfEven);
        share.to_plain_string().parse().ok()
    }

    /// How many times a whole goes into this sum; none where the whole is zero.
    pub(crate) fn ratio_to(&self, whole: &Self) -> Option<Ratio> {
        let ratio = self.divided(1, whole)?.with_scale_round(6, RoundingMode::HalfEven);
        ratio.to_plain_string().parse().ok()
    }

    /// The part of this sum in a whole, rounded half-even to twelve places; none where the whole is zero or smaller.
    pub(crate) fn part_of(&self, whole: &Self) -> Option<Estimate> {
        let part = self.divided(1, whole)?.with_scale_round(12, RoundingMode::HalfEven);
        part.to_plain_string().parse().ok()
    }

    /// The sum times a fraction, rounded once, half-even, to a currency's minor unit; none where the divisor is zero.
    pub(crate) fn times_fraction(&self, above: u128, below: u128, currency: Currency) -> Option<Self> {
        let below = Self(BigDecimal::from(below));
        self.divided(above, &below).map(|quotient| Self(quotient).rounded(currency))
    }

    /// Exact to a hundred digits, which no rounding to a minor unit can tell from exact.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "numbers of any size do not overflow here, and zero is ruled out"
    )]
    fn divided(&self, above: u128, below: &Self) -> Option<BigDecimal> {
        (!below.0.is_zero()).then(|| &self.0 * BigDecimal::from(above) / &below.0)
    }

    /// Takes another sum off, without rounding.
    #[expect(clippy::arithmetic_side_effects, reason = "numbers of any size neither overflow nor round here")]
    pub(crate) fn subtract(&mut self, other: &Self) {
        self.0 -= &other.0;
    }

    /// Whether it is exactly zero.
    ///
    /// # Examples
    /// ```
    /// assert!("0.00".parse::<keyaccount::ExactSum>()?.is_zero());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// The same sum with the decimal places of a currency's minor unit, or more where it needs them: never rounded.
    pub(crate) fn written_in(&self, currency: Currency) -> Self {
        let shortest = self.0.normalized();
        let places = shortest.fractional_digit_count().max(i64::from(currency.minor_unit_digits()));
        Self(shortest.with_scale(places))
    }

    /// Rounds half-even to a currency's minor unit.
    pub(crate) fn rounded(&self, currency: Currency) -> Self {
        Self(self.0.with_scale_round(i64::from(currency.minor_unit_digits()), RoundingMode::HalfEven))
    }
}

impl Default for ExactSum {
    fn default() -> Self {
        Self::zero()
    }
}

impl fmt::Display for ExactSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_plain_string())
    }
}

impl FromStr for ExactSum {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let plain = text.len() <= 100 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        BigDecimal::from_str(text).ok().filter(|_| plain).map(Self).ok_or_else(|| {
            let message = format!("`{}` is not a decimal number", quote(text));
            Problem::new(ProblemCode::InvalidNumber, text, message, "digits with an optional sign and point")
        })
    }
}

serde_as_text!(ExactSum, "a decimal sum (text)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ExactSum {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ExactSum".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "decimal" })
    }
}

/// A sum of amounts in one currency.
///
/// # Examples
/// ```
/// use keyaccount::CurrencySum;
///
/// let sum: CurrencySum = serde_json::from_str(r#"{"amount": "1250.50", "currency": "EUR"}"#)?;
/// assert_eq!(sum.to_string(), "1250.50 EUR");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CurrencySum {
    /// The sum, rounded once, half-even, to the currency's minor unit.
    pub amount: ExactSum,
    /// The currency.
    pub currency: Currency,
}

impl From<Money> for CurrencySum {
    fn from(money: Money) -> Self {
        Self { amount: ExactSum::product(&[money.amount()]).written_in(money.currency()), currency: money.currency() }
    }
}

impl CurrencySum {
    pub(crate) fn new(sum: &ExactSum, currency: Currency) -> Self {
        Self { amount: sum.rounded(currency), currency }
    }

    /// What is left when another sum of the same currency is taken off; below zero where that is larger.
    pub(crate) fn less(&self, other: &Self) -> Self {
        let mut amount = self.amount.clone();
        amount.subtract(&other.amount);
        Self { amount: amount.written_in(self.currency), currency: self.currency }
    }
}

impl fmt::Display for CurrencySum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}

/// How many opportunities there are, what they are worth, and what they are worth weighted by probability.
///
/// Both sums are exact and then rounded once, half-even, to the currency's minor unit. Parts of a whole are rounded
/// each for themselves, so that they may differ from the whole's sum in the last digit.
///
/// # Examples
/// ```
/// use keyaccount::Amounts;
///
/// let nothing = Amounts::none("JPY".parse()?);
/// assert_eq!(nothing.total.to_string(), "0");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Amounts {
    /// Opportunities counted.
    pub deals: usize,
    /// The sum of their amounts.
    pub total: ExactSum,
    /// The sum of amount × probability.
    pub weighted: ExactSum,
}

impl Amounts {
    /// No opportunity, in a currency whose minor unit zero is written in.
    #[must_use]
    pub fn none(currency: Currency) -> Self {
        let zero = ExactSum::zero().rounded(currency);
        Self { deals: 0, total: zero.clone(), weighted: zero }
    }
}
