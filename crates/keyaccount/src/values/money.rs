//! Money: an exact decimal amount with its currency.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::decimal::{self, decimal_serde};
use super::vocabulary::serde_as_text;
use crate::problem::{Problem, ProblemCode, quote};

/// An ISO 4217 currency.
///
/// # Examples
/// ```
/// use keyaccount::Currency;
///
/// let yen: Currency = "JPY".parse()?;
/// assert_eq!(yen.minor_unit_digits(), 0);
/// assert!("XYZ".parse::<Currency>().is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The United States dollar.
    pub const USD: Self = Self(iso_currency::Currency::USD);

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Decimal places of the minor unit: 2 for cents, 0 for yen.
    #[must_use]
    pub fn minor_unit_digits(self) -> u32 {
        self.0.exponent().map_or(2, u32::from)
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Currency {
    /// By code, so that listings have one order.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl FromStr for Currency {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        iso_currency::Currency::from_code(text).map(Self).ok_or_else(|| {
            let message = format!("`{}` is not a currency", quote(text));
            Problem::new(ProblemCode::UnknownCurrency, text, message, "an ISO 4217 code in capitals, such as USD")
        })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

serde_as_text!(Currency, "a currency (text, ISO 4217 code)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$" })
    }
}

/// Largest size of an amount, and the most decimal places it may have.
const LARGEST: i64 = 10_000_000_000_000;
const MOST_PLACES: u32 = 4;
const ALLOWED: &str = "up to 10,000,000,000,000 with at most 4 decimal places";

fn check(number: Decimal) -> Result<Decimal, Problem> {
    let number = number.normalize();
    if number.abs() <= Decimal::from(LARGEST) && number.scale() <= MOST_PLACES {
        return Ok(number);
    }
    let message = format!("`{number}` is out of range for an amount");
    Err(Problem::new(ProblemCode::AmountOutOfRange, number, message, ALLOWED))
}

/// Defines an amount type: the checked number inside a [`Money`] or [`NetMoney`].
macro_rules! amount_type {
    ($name:ident, $check:expr) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        struct $name(Decimal);

        impl $name {
            fn try_new(number: Decimal) -> Result<Self, Problem> {
                let check: fn(Decimal) -> Result<Decimal, Problem> = $check;
                check(number).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        decimal_serde!($name);

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

amount_type!(Amount, |number| {
    if number.is_sign_negative() && !number.is_zero() {
        let message = format!("`{number}` is below zero");
        return Err(Problem::new(ProblemCode::NegativeAmount, number, message, format!("0 {ALLOWED}")));
    }
    check(number)
});
amount_type!(NetAmount, check);

/// Defines a money type over an amount type.
macro_rules! money_type {
    ($(#[$meta:meta])* $name:ident, $amount:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            amount: $amount,
            currency: Currency,
        }

        impl $name {
            /// Checks an amount of a currency.
            ///
            /// # Errors
            /// A [`Problem`] where the amount is out of range.
            pub fn try_new(amount: Decimal, currency: Currency) -> Result<Self, Problem> {
                $amount::try_new(amount).map(|amount| Self { amount, currency })
            }

            /// Checks an amount given as text, such as `"1250.00"`.
            ///
            /// # Errors
            /// A [`Problem`] where the text is not a number or the amount is out of range.
            pub fn parse(amount: &str, currency: Currency) -> Result<Self, Problem> {
                decimal::parse(amount).and_then(|amount| Self::try_new(amount, currency))
            }

            /// The amount in major units.
            #[must_use]
            pub const fn amount(self) -> Decimal {
                self.amount.0
            }

            /// The currency.
            #[must_use]
            pub const fn currency(self) -> Currency {
                self.currency
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", self.amount, self.currency)
            }
        }
    };
}

money_type!(
    /// An amount of zero or more in a currency: the worth of an opportunity.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Money, ProblemCode};
    ///
    /// let worth = Money::parse("125000.50", "EUR".parse()?)?;
    /// assert_eq!(worth.to_string(), "125000.5 EUR");
    /// let error = Money::parse("-1", "EUR".parse()?).unwrap_err();
    /// assert_eq!(error.code, ProblemCode::NegativeAmount);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    Money, Amount
);
money_type!(
    /// An amount of any sign in a currency: a purchase, where a return or credit note is negative.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::NetMoney;
    ///
    /// let credit_note = NetMoney::parse("-99.90", "GBP".parse()?)?;
    /// assert!(credit_note.amount().is_sign_negative());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    NetMoney, NetAmount
);

impl Money {
    /// How much more it is than another amount; none where it is less, or the currency is another.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let difference = self.amount().checked_sub(other.amount()).filter(|_| self.currency == other.currency)?;
        Self::try_new(difference, self.currency).ok()
    }
}
