//! Where every opportunity went.

use serde::{Deserialize, Serialize};

use super::left_out::LeftOutCount;

/// Where every opportunity went: the parts add up to the whole.
///
/// `opportunities = open + booked + left_out + booked_on_other_days + lost + of_others + not_created_yet +
/// from_later_days`.
///
/// # Examples
/// ```
/// let nothing = keyaccount::BookingReceipt::default();
/// assert_eq!((nothing.opportunities, nothing.parts()), (0, 0));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingReceipt {
    /// Opportunities looked at.
    pub opportunities: usize,
    /// Open ones that have a place in time, in one of the periods or elsewhere.
    pub open: usize,
    /// Those signed within one of the periods.
    pub booked: usize,
    /// Open ones, and ones signed within one of the periods, that are left out.
    pub left_out: usize,
    /// Those signed on days of none of the periods.
    pub booked_on_other_days: usize,
    /// Lost ones.
    pub lost: usize,
    /// Those that others than who was asked about get all credit for.
    pub of_others: usize,
    /// Those that had no event up to the day of the verdict.
    pub not_created_yet: usize,
    /// Those whose history knows of days after the day of the verdict.
    pub from_later_days: usize,
    /// What those left out lack.
    pub causes: Vec<LeftOutCount>,
}

impl BookingReceipt {
    /// The sum of all parts, which is the whole.
    #[must_use]
    pub fn parts(&self) -> usize {
        let parts = [
            self.open,
            self.booked,
            self.left_out,
            self.booked_on_other_days,
            self.lost,
            self.of_others,
            self.not_created_yet,
            self.from_later_days,
        ];
        parts.into_iter().fold(0, usize::saturating_add)
    }
}
