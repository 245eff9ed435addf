//! Puts a scenario together.

use super::change::{RetentionChange, RetentionFigures};
use super::course::{Course, endless_lifetime, endless_value};
use super::verdict::{RetentionBasis, RetentionEffect, RetentionOutcome, RetentionVerdict, RetentionYear};
use crate::playbook::Playbook;
use crate::values::decimal::to_f64;
use crate::values::{Currency, CurrencySum, Date, Estimate, ExactSum, Factor, Statistic};
use crate::verdict::{Comparison, Reason, Unit};

/// Years that are listed of a scenario without an end.
const LISTED_YEARS: usize = 10;

/// What a scenario starts from.
pub(crate) struct Start {
    pub(crate) basis: RetentionBasis,
    /// Customers of the first year.
    pub(crate) accounts: u32,
    pub(crate) currency: Currency,
    /// Of all customers; the years looked at, or the first of those without an end. None where nothing is known.
    pub(crate) course: Option<Course>,
    /// Whether the course is one of money, and not of purchases.
    pub(crate) in_money: bool,
    /// The one retention of a course without an end.
    pub(crate) endless: Option<f64>,
    pub(crate) annual_discount_rate: Factor,
    pub(crate) is_margin: bool,
}

/// Computes what cutting defection would change, from figures. Source of the question: `[CMH]`, D20.
///
/// Customers stay each year with the same probability, each brings the same margin, and there is no end to the years; how
/// the outcome follows is told in the verdict's reasons. Nothing is quoted: other figures give another outcome.
///
/// # Examples
/// Of 200 customers four in five stay each year; five points less defection let them stay 6⅔ years instead of 5.
/// ```
/// use keyaccount::{Playbook, RetentionChange, RetentionFigures, retention_what_if};
///
/// let figures = RetentionFigures {
///     accounts: 200,
///     retention: "0.8".parse()?,
///     annual_margin: keyaccount::Money::parse("1500", "EUR".parse()?)?,
///     annual_discount_rate: Some("0.21".parse()?),
/// };
/// let change = RetentionChange::Points { points: "0.05".parse()? };
/// let verdict = retention_what_if(&figures, &change, &Playbook::six_stage(), "2026-06-30".parse()?);
/// assert_eq!(verdict.base.lifetime_years.unwrap().to_string(), "5");
/// assert_eq!(verdict.changed.lifetime_years.unwrap().to_string(), "6.66666666667");
/// // 1500 × √1.21 ÷ (1.21 − 0.8) = 4024.39 a customer.
/// assert_eq!(verdict.base.value_per_account.unwrap().to_string(), "4024.39 EUR");
/// assert_eq!(verdict.effect.relative.unwrap().to_string(), "0.138888888889"); // 0.41 ÷ 0.36 − 1
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn retention_what_if(
    figures: &RetentionFigures,
    change: &RetentionChange,
    playbook: &Playbook,
    as_of: Date,
) -> RetentionVerdict {
    let retention = to_f64(figures.retention.value());
    let first = to_f64(figures.annual_margin.amount()) * f64::from(figures.accounts);
    let policy = &playbook.draft().lifetime;
    let start = Start {
        basis: RetentionBasis::GivenFigures,
        accounts: figures.accounts,
        currency: figures.annual_margin.currency(),
        course: Some(Course::constant(first, retention, LISTED_YEARS)),
        in_money: true,
        endless: Some(retention),
        annual_discount_rate: figures.annual_discount_rate.unwrap_or(policy.annual_discount_rate),
        is_margin: true,
    };
    scenario(&start, change, playbook, as_of)
}

/// Computes a scenario from where it starts.
pub(crate) fn scenario(start: &Start, change: &RetentionChange, playbook: &Playbook, as_of: Date) -> RetentionVerdict {
    let discount = to_f64(start.annual_discount_rate.value());
    let courses = start.course.as_ref().map(|course| (course, course.changed(change)));
    let base = courses.as_ref().map(|(course, _)| start.outcome(course, start.endless, discount)).unwrap_or_default();
    let changed_endless = start.endless.map(|retention| change.applied_to(retention));
    let changed = courses.as_ref().map(|(_, changed)| start.outcome(changed, changed_endless, discount));
    let changed = changed.unwrap_or_default();
    RetentionVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        basis: start.basis,
        change: *change,
        accounts: start.accounts,
        annual_discount_rate: start.annual_discount_rate,
        is_margin: start.is_margin,
        years_looked_at: start.course.as_ref().filter(|_| start.endless.is_none()).map(years),
        effect: start.effect(&base, &changed),
        years: courses.as_ref().map(|(course, changed)| start.years(course, changed)).unwrap_or_default(),
        reasons: courses
            .as_ref()
            .map(|(course, after)| start.reasons((course, after), change, &base, &changed))
            .unwrap_or_default(),
        base: start.shown(&base),
        changed: start.shown(&changed),
    }
}

fn years(course: &Course) -> u32 {
    u32::try_from(course.retentions.len()).unwrap_or(u32::MAX).saturating_add(1)
}

/// An outcome in numbers.
#[derive(Default)]
struct Outcome {
    lifetime: Option<f64>,
    value: Option<f64>,
}

impl Start {
    fn outcome(&self, course: &Course, endless: Option<f64>, discount: f64) -> Outcome {
        match endless {
            Some(retention) => Outcome {
                lifetime: endless_lifetime(retention),
                value: endless_value(course.first, retention, discount),
            },
            None => Outcome { lifetime: Some(course.lifetime()), value: Some(course.value(discount)) },
        }
    }

    fn money(&self, amount: f64) -> Option<CurrencySum> {
        let sum = ExactSum::of_statistic(amount).filter(|_| self.in_money);
        sum.map(|sum| CurrencySum::new(&sum, self.currency))
    }

    fn per_account(&self, value: Option<f64>) -> Option<CurrencySum> {
        let value = value.filter(|_| self.accounts > 0)?;
        self.money(value / f64::from(self.accounts))
    }

    fn shown(&self, outcome: &Outcome) -> RetentionOutcome {
        RetentionOutcome {
            lifetime_years: outcome.lifetime.map(Statistic::rounded),
            value: outcome.value.and_then(|value| self.money(value)),
            value_per_account: self.per_account(outcome.value),
        }
    }

    fn effect(&self, base: &Outcome, changed: &Outcome) -> RetentionEffect {
        let difference = |one: Option<f64>, other: Option<f64>| Some(other? - one?);
        let value = difference(base.value, changed.value);
        let relative = value.zip(base.value).filter(|(_, base)| *base > 0.0).map(|(more, base)| more / base);
        RetentionEffect {
            lifetime_years: difference(base.lifetime, changed.lifetime).map(Statistic::rounded),
            value: value.and_then(|value| self.money(value)),
            value_per_account: self.per_account(value),
            relative: relative.map(Statistic::rounded),
        }
    }

    fn years(&self, course: &Course, changed: &Course) -> Vec<RetentionYear> {
        let parts = course.parts().into_iter().zip(changed.parts());
        let year = |(year, (part, changed_part)): (u32, (f64, f64))| RetentionYear {
            year,
            part: Estimate::rounded(part),
            changed_part: Estimate::rounded(changed_part),
            margin: self.money(course.first * part),
            changed_margin: self.money(course.first * changed_part),
        };
        (1..).zip(parts).map(year).collect()
    }

    fn reasons(
        &self,
        (course, changed): (&Course, &Course),
        change: &RetentionChange,
        base: &Outcome,
        after: &Outcome,
    ) -> Vec<Reason> {
        let cut = match change {
            RetentionChange::Points { points } => format!("{points} is added to every year's retention, up to 1"),
            RetentionChange::Fraction { fraction } => format!("{fraction} of every year's defection is taken off"),
        };
        let first = |course: &Course| Estimate::rounded(course.retentions.first().copied().unwrap_or(0.0));
        let mut reasons = vec![
            Reason::new("defection_cut", cut)
                .comparing(Comparison::new("first_year_retention", first(course), Unit::Share))
                .comparing(Comparison::new("changed_first_year_retention", first(changed), Unit::Share)),
        ];
        let message = match self.endless {
            Some(_) => "years without an end: a margin m of every year with retention r and discount rate d is worth \
                        m × √(1 + d) ÷ (1 + d − r) and lasts 1 ÷ (1 − r) years"
                .to_owned(),
            None => format!(
                "{} years: each keeps of the one before what the fitted model expects, and counts at its middle, \
                 discounted",
                years(course)
            ),
        };
        let discount = Comparison::new("annual_discount_rate", self.annual_discount_rate, Unit::Share);
        reasons.push(Reason::new("value_of_years", message).comparing(discount));
        if !self.in_money {
            reasons.push(Reason::new(
                "spend_unknown",
                "no spend is known: years are of purchases, and worth nothing told",
            ));
        }
        if (base.value.is_none() || after.value.is_none()) && self.endless.is_some() {
            let message = "where everybody stays and nothing is discounted, the worth has no end";
            reasons.push(Reason::new("no_end", message));
        }
        if !self.is_margin {
            let message = "no margin is known: what is called margin here is sales";
            reasons.push(Reason::new("margin_unknown", message).comparing(Comparison::unknown("margin", Unit::Share)));
        }
        reasons
    }
}
