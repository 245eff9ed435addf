//! Amounts and probabilities as people and exports write them.

use std::collections::BTreeMap;

use keyaccount::{Currency, Money, Probability, Problem, ProblemCode};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::problem::{problem, quote};

/// How the Probability columns count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ProbabilityUnit {
    Percent,
    Share,
}

/// How numbers are written.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    pub(super) decimal_separator: char,
    pub(super) thousands_separator: Option<char>,
    pub(super) signs: BTreeMap<String, Currency>,
    pub(super) probability_unit: ProbabilityUnit,
}

impl Numbers {
    /// Reads an amount in the currency of its row.
    pub(super) fn money(&self, text: &str, currency: Currency) -> Result<Money, Problem> {
        let (minus, body) = without_minus(text);
        let (sign, body) = self.without_sign(body);
        let (inner_minus, digits) = without_minus(body);
        if let Some(sign) = sign.filter(|sign| *sign != currency) {
            let message = format!("`{}` is an amount in {sign} in a row of {currency}", quote(text));
            return Err(problem(ProblemCode::InconsistentSettings, text, message, format!("an amount in {currency}")));
        }
        let invalid = || {
            let message = format!("`{}` is not an amount", quote(text));
            problem(ProblemCode::InvalidNumber, text, message, self.allowed())
        };
        if minus && inner_minus {
            return Err(invalid());
        }
        let plain = self.plain(digits).ok_or_else(invalid)?;
        let plain = if minus || inner_minus { format!("-{plain}") } else { plain };
        Money::parse(&plain, currency).map_err(|found| match found.code {
            // More digits than a number holds.
            ProblemCode::InvalidNumber => invalid(),
            _ => found,
        })
    }

    /// Reads a probability; a percent sign may follow.
    pub(super) fn probability(&self, text: &str) -> Result<Probability, Problem> {
        let (unit, body) = match text.strip_suffix('%') {
            Some(body) => (ProbabilityUnit::Percent, body.trim_end()),
            None => (self.probability_unit, text),
        };
        let invalid = || {
            let message = format!("`{}` is not a probability", quote(text));
            let allowed = match self.probability_unit {
                ProbabilityUnit::Percent => "0 to 100, at most 4 decimal places",
                ProbabilityUnit::Share => "0 to 1, at most 6 decimal places",
            };
            problem(ProblemCode::InvalidProbability, text, message, allowed)
        };
        let number = self.plain(body).and_then(|plain| Decimal::from_str_exact(&plain).ok()).ok_or_else(invalid)?;
        let divisor = match unit {
            ProbabilityUnit::Percent => Decimal::ONE_HUNDRED,
            ProbabilityUnit::Share => Decimal::ONE,
        };
        let share = number.checked_div(divisor).ok_or_else(invalid)?;
        Probability::try_new(share).map_err(|_| invalid())
    }

    /// Digits with an optional point, out of digits in whole groups of three; none where anything else is in them.
    fn plain(&self, text: &str) -> Option<String> {
        let (whole, fraction) = match text.split_once(self.decimal_separator) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let mut groups = whole.split(|c| Some(c) == self.thousands_separator);
        let first = groups.next().filter(|digits| is_digits(digits))?;
        let rest: Vec<&str> = groups.collect();
        let whole_groups = rest.iter().all(|digits| digits.len() == 3 && is_digits(digits));
        if !whole_groups || (!rest.is_empty() && first.len() > 3) {
            return None;
        }
        let mut plain = format!("{first}{}", rest.concat());
        if let Some(fraction) = fraction {
            plain.push('.');
            plain.push_str(Some(fraction).filter(|digits| is_digits(digits))?);
        }
        Some(plain)
    }

    /// Takes one currency sign or three-letter code from the start or the end.
    fn without_sign<'a>(&self, text: &'a str) -> (Option<Currency>, &'a str) {
        for (sign, currency) in &self.signs {
            if let Some(rest) = text.strip_prefix(sign.as_str()).or_else(|| text.strip_suffix(sign.as_str())) {
                return (Some(*currency), rest.trim());
            }
        }
        let code_first = text.split_at_checked(3);
        let code_last =
            text.len().checked_sub(3).and_then(|at| text.split_at_checked(at)).map(|(rest, code)| (code, rest));
        for (code, rest) in [code_first, code_last].into_iter().flatten() {
            if let Ok(currency) = code.parse::<Currency>() {
                return (Some(currency), rest.trim());
            }
        }
        (None, text)
    }

    fn allowed(&self) -> String {
        let point = self.decimal_separator;
        let group = self.thousands_separator.map_or_else(String::new, |separator| format!("{separator}"));
        let signs: Vec<&str> = self.signs.keys().map(String::as_str).collect();
        format!("a number such as 1{group}250{point}50, with a currency code or one of the signs: {}", signs.join(" "))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_minus(text: &str) -> (bool, &str) {
    text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()))
}
