//! What is paid again and again, added up beside what is paid once.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::forecast::price::PricedDeal;
use crate::funnel::OpportunityStatus;
use crate::values::{Currency, ExactSum};

/// Recurring revenue, and what contracts are worth with it.
///
/// # Examples
/// ```
/// use keyaccount::RecurringAmounts;
///
/// let text = r#"{"deals": 1, "monthly": "500.00", "monthly_weighted": "150.00",
///     "contract_value": "20000.00", "contract_value_weighted": "6000.00"}"#;
/// let recurring: RecurringAmounts = serde_json::from_str(text)?;
/// assert_eq!((recurring.deals, recurring.monthly.to_string()), (1, "500.00".to_owned()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecurringAmounts {
    /// Opportunities with recurring revenue.
    pub deals: usize,
    /// What is paid each month.
    pub monthly: ExactSum,
    /// The same, each opportunity's times its probability.
    pub monthly_weighted: ExactSum,
    /// What all contracts are worth, those without recurring revenue too: what is paid once, and each month agreed.
    pub contract_value: ExactSum,
    /// The same, each opportunity's times its probability.
    pub contract_value_weighted: ExactSum,
}

/// Recurring revenue of what is open, signed and paid, beside each other and never added up.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RollUpOptions, roll_up_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "service", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "service", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30",
///             "amount": {"amount": "2000", "currency": "USD"},
///             "recurring": {"monthly": {"amount": "500", "currency": "USD"}, "months": 36}
///         }}
///     ]
/// }"#)?;
/// let rolled_up = roll_up_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?, &RollUpOptions::default())?;
/// let open = &rolled_up.recurring.as_ref().unwrap().open;
/// assert_eq!((open.monthly.to_string(), open.contract_value.to_string()), ("500.00".into(), "20000.00".into()));
/// assert_eq!(open.contract_value_weighted.to_string(), "6000.00", "30 % of it");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecurringRow {
    /// Of open opportunities.
    pub open: RecurringAmounts,
    /// Of what is signed and not yet paid.
    pub booked: RecurringAmounts,
    /// Of what is signed and paid.
    pub realised: RecurringAmounts,
}

/// What one opportunity adds.
pub(super) struct RecurringWorth {
    status: OpportunityStatus,
    recurs: bool,
    monthly: ExactSum,
    contract: ExactSum,
    probability: Decimal,
}

impl RecurringWorth {
    /// At a rate.
    pub(super) fn at(deal: &PricedDeal, rate: Decimal) -> Self {
        let monthly = deal.recurring.map_or(Decimal::ZERO, |recurring| recurring.monthly.amount());
        let months = deal.recurring.map_or(Decimal::ZERO, |recurring| recurring.months.into());
        let mut contract = ExactSum::product(&[monthly, months, rate]);
        contract.add(&ExactSum::product(&[deal.amount.amount(), rate]));
        Self {
            status: deal.status,
            recurs: deal.recurring.is_some(),
            monthly: ExactSum::product(&[monthly, rate]),
            contract,
            probability: deal.probability.value.value(),
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Sums {
    deals: usize,
    monthly: ExactSum,
    monthly_weighted: ExactSum,
    contract: ExactSum,
    contract_weighted: ExactSum,
}

impl Sums {
    fn add(&mut self, worth: &RecurringWorth, part: Decimal) {
        self.deals = self.deals.saturating_add(usize::from(worth.recurs));
        let (monthly, contract) = (worth.monthly.times(part), worth.contract.times(part));
        self.monthly_weighted.add(&monthly.times(worth.probability));
        self.contract_weighted.add(&contract.times(worth.probability));
        self.monthly.add(&monthly);
        self.contract.add(&contract);
    }

    fn read(&self, currency: Currency) -> RecurringAmounts {
        RecurringAmounts {
            deals: self.deals,
            monthly: self.monthly.rounded(currency),
            monthly_weighted: self.monthly_weighted.rounded(currency),
            contract_value: self.contract.rounded(currency),
            contract_value_weighted: self.contract_weighted.rounded(currency),
        }
    }
}

/// Sums by status.
#[derive(Clone, Debug, Default)]
pub(super) struct RecurringSums {
    open: Sums,
    booked: Sums,
    realised: Sums,
}

impl RecurringSums {
    pub(super) fn add(&mut self, worth: &RecurringWorth, part: Decimal) {
        let sums = match worth.status {
            OpportunityStatus::Booked => &mut self.booked,
            OpportunityStatus::Realised => &mut self.realised,
            _ => &mut self.open,
        };
        sums.add(worth, part);
    }

    /// None where nothing recurs.
    pub(super) fn read(&self, currency: Currency) -> Option<RecurringRow> {
        let recurs = [&self.open, &self.booked, &self.realised].iter().any(|sums| sums.deals > 0);
        recurs.then(|| RecurringRow {
            open: self.open.read(currency),
            booked: self.booked.read(currency),
            realised: self.realised.read(currency),
        })
    }
}
