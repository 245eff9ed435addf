//! The lines of a movement, from one table: each with its sign.

use serde::{Deserialize, Serialize};

use crate::values::{Currency, ExactSum};

/// One line of a movement: how many opportunities, and what they are worth together.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "stage_changed", "to": "comparison"}}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// let closing = &movement.currencies[0].total.closing;
/// assert_eq!((closing.count, closing.amount.to_string()), (1, "75000.00".to_owned()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovementLine {
    /// Opportunities of an opening or closing; steps of any other line.
    pub count: usize,
    /// Their amounts added up exactly, never below zero.
    pub amount: ExactSum,
}

impl MovementLine {
    fn zero() -> Self {
        Self { count: 0, amount: ExactSum::zero() }
    }

    pub(super) fn add(&mut self, count: usize, amount: &ExactSum) {
        self.count = self.count.saturating_add(count);
        self.amount.add(amount);
    }
}

/// Defines the lines from rows of a field, a sign and a variant. The sign is the one by which a line leads from nothing
/// to nothing: the closing is taken off at the end.
macro_rules! movement_lines {
    ($(#[$meta:meta])* pub struct MovementLines { $($(#[$doc:meta])* $field:ident $sign:tt $line:ident;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct MovementLines {
            $($(#[$doc])* pub $field: MovementLine,)+
        }

        /// One of the lines.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Line {
            $($(#[$doc])* $line,)+
        }

        impl Line {
            pub(super) const ALL: &[Self] = &[$(Self::$line,)+];

            /// Whether it is added, not taken off.
            pub(super) const fn adds(self) -> bool {
                match self {
                    $(Self::$line => movement_lines!(@adds $sign),)+
                }
            }
        }

        impl MovementLines {
            pub(super) fn zero() -> Self {
                Self { $($field: MovementLine::zero(),)+ }
            }

            pub(super) const fn line(&self, line: Line) -> &MovementLine {
                match line {
                    $(Line::$line => &self.$field,)+
                }
            }

            pub(super) const fn line_mut(&mut self, line: Line) -> &mut MovementLine {
                match line {
                    $(Line::$line => &mut self.$field,)+
                }
            }
        }
    };
    (@adds +) => { true };
    (@adds -) => { false };
}

movement_lines! {
    /// The lines between an opening and a closing. Amounts are all zero or more; which of them are taken off is said here:
    ///
    /// opening + created + reopened + increased − decreased + amount set − amount cleared + pulled in − pushed out − won −
    /// lost + moved in − moved out + currency in − currency out = closing, exactly. The counts add up in the same way
    /// without those of increased and decreased, which bring no opportunity in or out.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, Playbook, pipeline_movement};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
    ///     "opportunity_events": [
    ///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
    ///             "type": "created", "stage": "design", "close_date": "2026-06-30",
    ///             "amount": {"amount": "90000", "currency": "EUR"}
    ///         }},
    ///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
    ///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
    ///         }},
    ///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "stage_changed", "to": "comparison"}}
    ///     ]
    /// }"#)?;
    /// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
    /// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
    /// let total = &movement.currencies[0].total;
    /// assert_eq!(total.opening.amount.to_string(), "90000.00");
    /// assert_eq!(total.decreased.amount.to_string(), "15000.00");
    /// assert_eq!(total.closing.amount.to_string(), "75000.00");
    /// assert!(total.residual().is_zero());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub struct MovementLines {
        /// In the pipeline at the end of the first day.
        opening + Opening;
        /// Came into being.
        created + Created;
        /// Came back after a closing; a booking that fell through comes back and is lost.
        reopened + Reopened;
        /// Grew, by the difference.
        increased + Increased;
        /// Shrank, by the difference.
        decreased - Decreased;
        /// The amount became known: until then the opportunity was in no sum.
        amount_set + AmountSet;
        /// The amount became unknown: from then on the opportunity is in no sum.
        amount_cleared - AmountCleared;
        /// The close date, or the day of the closing, moved into the period.
        pulled_in + PulledIn;
        /// The close date moved out of the period, or became unknown.
        pushed_out - PushedOut;
        /// Signed.
        won - Won;
        /// Lost.
        lost - Lost;
        /// Came from another stage. Of no account in a total.
        moved_in + MovedIn;
        /// Went to another stage. Of no account in a total.
        moved_out - MovedOut;
        /// The amount came from another currency.
        currency_in + CurrencyIn;
        /// The amount went to another currency.
        currency_out - CurrencyOut;
        /// In the pipeline at the end of the last day.
        closing - Closing;
    }
}

impl MovementLines {
    /// What is left when every line before the closing is added or taken off, and the closing taken off at the end: zero
    /// in one currency; in the reporting currency what rates that changed took off.
    #[must_use]
    pub fn residual(&self) -> ExactSum {
        let mut left = ExactSum::zero();
        for line in Line::ALL {
            let amount = &self.line(*line).amount;
            if line.adds() { left.add(amount) } else { left.subtract(amount) }
        }
        left
    }

    /// Adds every line of other ones.
    pub(super) fn add(&mut self, other: &Self) {
        for line in Line::ALL {
            let MovementLine { count, amount } = other.line(*line);
            self.line_mut(*line).add(*count, amount);
        }
    }

    /// The same lines, written with a currency's decimal places.
    pub(super) fn written_in(mut self, currency: Currency) -> Self {
        for line in Line::ALL {
            let line = self.line_mut(*line);
            line.amount = line.amount.written_in(currency);
        }
        self
    }

    /// The same lines without the moves between stages.
    pub(super) fn without_moves(mut self) -> Self {
        (self.moved_in, self.moved_out) = (MovementLine::zero(), MovementLine::zero());
        self
    }
}
