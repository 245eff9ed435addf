//! What all verdicts share: severity, and reasons a salesperson can argue with.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::facts::FactReference;
use crate::values::vocabulary;

/// Most facts that one reason lists; [`Reason::fact_count`] tells how many there are.
pub(crate) const MOST_FACTS: usize = 20;

vocabulary! {
    /// How much a finding matters, from least to most.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Severity;
    ///
    /// assert!(Severity::Critical > Severity::Low);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Severity {
        /// Good to know.
        Low = "low", "low", "低";
        /// To be seen to.
        Medium = "medium", "medium", "中";
        /// To be seen to soon.
        High = "high", "high", "高";
        /// To be seen to now.
        Critical = "critical", "critical", "严重";
    }
}

vocabulary! {
    /// How far the facts carry a verdict.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Confidence;
    ///
    /// assert!(Confidence::High > Confidence::Low);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Confidence {
        /// Few or indirect facts.
        Low = "low", "low", "低";
        /// Some facts.
        Medium = "medium", "medium", "中";
        /// Many or direct facts.
        High = "high", "high", "高";
    }
}

vocabulary! {
    /// The unit of a number in a reason.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::Unit::Days.as_str(), "days");
    /// ```
    pub enum Unit {
        /// Whole or fractional days.
        Days = "days", "days", "天";
        /// A number of things.
        Count = "count", "count", "个";
        /// A part of a whole, 0 to 1.
        Share = "share", "share", "比例";
        /// A multiple.
        Ratio = "ratio", "ratio", "倍";
        /// A day of the calendar.
        Date = "date", "date", "日期";
        /// A word of a vocabulary.
        Word = "word", "word", "词";
        /// An amount with its currency.
        Money = "money", "money", "金额";
    }
}

/// One number that a rule looked at, and the limit it was held against.
///
/// # Examples
/// ```
/// use keyaccount::{Comparison, Unit};
///
/// let silence = Comparison::new("days_since_contact", 75, Unit::Days).against(60);
/// assert_eq!(silence.limit.as_deref(), Some("60"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// What was looked at.
    pub name: Cow<'static, str>,
    /// What it was; null means unknown.
    #[serde(default)]
    pub actual: Option<String>,
    /// What it was held against; null where it is only stated.
    #[serde(default)]
    pub limit: Option<String>,
    /// The unit of both.
    pub unit: Unit,
}

impl Comparison {
    /// A number that is only stated.
    #[must_use]
    pub fn new(name: &'static str, actual: impl std::fmt::Display, unit: Unit) -> Self {
        Self { name: Cow::Borrowed(name), actual: Some(actual.to_string()), limit: None, unit }
    }

    /// A number that is not known.
    #[must_use]
    pub fn unknown(name: &'static str, unit: Unit) -> Self {
        Self { name: Cow::Borrowed(name), actual: None, limit: None, unit }
    }

    /// The same number held against a limit.
    #[must_use]
    pub fn against(mut self, limit: impl std::fmt::Display) -> Self {
        self.limit = Some(limit.to_string());
        self
    }
}

/// Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
///
/// # Examples
/// ```
/// use keyaccount::{Comparison, FactKind, FactReference, Reason, Unit};
///
/// let reason = Reason::new("contact_stale", "the gatekeeper was last heard of 75 days ago")
///     .comparing(Comparison::new("days_since_contact", 75, Unit::Days).against(60))
///     .citing([FactReference::new(FactKind::Interaction, "visit-17")]);
/// assert_eq!(reason.fact_count, 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The stable name of the rule.
    pub rule: Cow<'static, str>,
    /// One sentence for a person.
    pub message: String,
    /// The numbers the rule compared.
    pub compared: Vec<Comparison>,
    /// The facts behind it: the latest twenty, in their order.
    pub facts: Vec<FactReference>,
    /// How many facts there are behind it.
    pub fact_count: usize,
}

impl Reason {
    /// A reason without numbers or facts yet.
    #[must_use]
    pub fn new(rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            rule: Cow::Borrowed(rule),
            message: message.into(),
            compared: Vec::new(),
            facts: Vec::new(),
            fact_count: 0,
        }
    }

    /// Adds a number.
    #[must_use]
    pub fn comparing(mut self, comparison: Comparison) -> Self {
        self.compared.push(comparison);
        self
    }

    /// Adds facts in their order; the latest twenty are kept, all are counted. A fact that is already among those kept is
    /// not added again.
    #[must_use]
    pub fn citing(mut self, facts: impl IntoIterator<Item = FactReference>) -> Self {
        for fact in facts {
            if self.facts.contains(&fact) {
                continue;
            }
            self.fact_count = self.fact_count.saturating_add(1);
            if self.facts.len() == MOST_FACTS {
                self.facts.remove(0);
            }
            self.facts.push(fact);
        }
        self
    }
}

#[cfg(test)]
mod tests;
