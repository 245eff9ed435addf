//! Exchange rates, always dated.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::values::{Currency, Date, Rate, vocabulary};

vocabulary! {
    /// Which day's rate an amount is converted at.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::RateDate::AsOf.as_str(), "as_of");
    /// ```
    pub enum RateDate {
        /// The day of the verdict.
        AsOf = "as_of", "as-of date", "评估日";
        /// The opportunity's close date (an order's own day), or the day of the verdict where that comes first: later rates are not known.
        CloseDate = "close_date", "close date", "预计签约日";
        /// A budget's fixed rate, the one in force on the opportunity's close date, be it past or to come.
        Budget = "budget", "budget rate", "预算汇率";
    }
}

/// What one unit of a currency was worth in another from a day on.
///
/// # Examples
/// ```
/// use keyaccount::DatedRate;
///
/// let rate = DatedRate { from: "EUR".parse()?, to: "USD".parse()?, on: "2026-01-01".parse()?, rate: "1.1".parse()? };
/// assert_eq!(rate.rate.to_string(), "1.1");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DatedRate {
    /// The currency converted.
    pub from: Currency,
    /// The currency it becomes.
    pub to: Currency,
    /// The first day the rate holds; it holds until the next one.
    pub on: Date,
    /// Units of `to` for one unit of `from`.
    pub rate: Rate,
}

/// How amounts are brought to one currency.
///
/// # Examples
/// ```
/// use keyaccount::{DatedRate, ExchangePolicy};
///
/// let policy = ExchangePolicy {
///     reporting_currency: "USD".parse()?,
///     rates: vec![DatedRate {
///         from: "EUR".parse()?, to: "USD".parse()?, on: "2026-01-01".parse()?, rate: "1.1".parse()?,
///     }],
///     ..ExchangePolicy::default()
/// };
/// assert!(policy.rate_on("EUR".parse()?, "2026-06-30".parse()?).is_some());
/// assert!(policy.rate_on("EUR".parse()?, "2025-12-31".parse()?).is_none(), "no rate was known then");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ExchangePolicy {
    /// The currency of totals.
    pub reporting_currency: Currency,
    /// Which day's rate counts.
    pub rate_date: RateDate,
    /// The rates. A rate is used in its own direction only: its inverse is no exact decimal.
    pub rates: Vec<DatedRate>,
    /// The rates fixed in budgets, which forecasts use where `rate_date` says so; each holds from its day on.
    pub budget_rates: Vec<DatedRate>,
}

impl Default for ExchangePolicy {
    fn default() -> Self {
        Self {
            reporting_currency: Currency::USD,
            rate_date: RateDate::AsOf,
            rates: Vec::new(),
            budget_rates: Vec::new(),
        }
    }
}

impl ExchangePolicy {
    /// The rate from a currency to the reporting currency that held on a day.
    #[must_use]
    pub fn rate_on(&self, from: Currency, day: Date) -> Option<&DatedRate> {
        self.latest(&self.rates, from, day)
    }

    /// The budget's rate from a currency to the reporting currency that is in force on a day.
    #[must_use]
    pub fn budget_rate_on(&self, from: Currency, day: Date) -> Option<&DatedRate> {
        self.latest(&self.budget_rates, from, day)
    }

    /// The rate that the policy converts an amount of a day at, as known on the day of a verdict: none needed, or the one
    /// found.
    ///
    /// # Errors
    /// The currency, where no rate was known.
    pub(crate) fn rate_for(&self, from: Currency, day: Date, as_of: Date) -> Result<Option<&DatedRate>, Currency> {
        if from == self.reporting_currency {
            return Ok(None);
        }
        let rate = match self.rate_date {
            RateDate::AsOf => self.rate_on(from, as_of),
            RateDate::CloseDate => self.rate_on(from, day.min(as_of)),
            RateDate::Budget => self.budget_rate_on(from, day),
        };
        rate.map(Some).ok_or(from)
    }

    /// What an amount of a day is multiplied by to be in the reporting currency, as known on the day of a verdict: 1 for that
    /// currency itself; none where no rate was known.
    pub(crate) fn factor_for(&self, from: Currency, day: Date, as_of: Date) -> Option<Decimal> {
        let rate = self.rate_for(from, day, as_of).ok()?;
        Some(rate.map_or(Decimal::ONE, |rate| rate.rate.value()))
    }

    fn latest<'a>(&self, rates: &'a [DatedRate], from: Currency, day: Date) -> Option<&'a DatedRate> {
        rates
            .iter()
            .filter(|rate| rate.from == from && rate.to == self.reporting_currency && rate.on <= day)
            .max_by_key(|rate| rate.on)
    }
}
