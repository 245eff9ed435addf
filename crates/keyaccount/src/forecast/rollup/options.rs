//! How a forecast is to be rolled up.

use std::collections::BTreeSet;

use super::dimension::ForecastDimension;
use crate::facts::ForecastCategory;
use crate::problem::{Problem, ProblemCode};
use crate::values::{MemberId, Period};

/// How a forecast is to be rolled up.
///
/// # Examples
/// ```
/// use keyaccount::{ForecastDimension, RollUpOptions};
///
/// let by = vec![ForecastDimension::Quarter, ForecastDimension::Team];
/// let options = RollUpOptions { by, ..RollUpOptions::default() };
/// assert!(!options.cumulative && options.member.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollUpOptions {
    /// What cells are told apart by, in the order of their keys; nothing by default, which gives one cell.
    pub by: Vec<ForecastDimension>,
    /// What the dimension `period` knows; none by default. An opportunity is in each that its day lies in.
    pub periods: Vec<Period>,
    /// Whether a category holds all that is surer too: pipeline the best case, the best case what is committed, and each
    /// what is closed. By default it holds its own alone.
    pub cumulative: bool,
    /// Whose opportunities: those this member or anybody below them gets credit for, at that part; everybody's by
    /// default.
    pub member: Option<MemberId>,
}

impl RollUpOptions {
    pub(super) fn check(&self) -> Result<(), Problem> {
        for (index, period) in self.periods.iter().enumerate() {
            period.check(&format!("periods[{index}].first"))?;
        }
        let mut seen = BTreeSet::new();
        for (index, dimension) in self.by.iter().enumerate() {
            if !seen.insert(dimension) {
                let message = format!("`{dimension}` stands there twice");
                let problem = Problem::new(ProblemCode::DuplicateName, dimension, message, "each dimension once");
                return Err(problem.at(format!("by[{index}]")));
            }
        }
        Ok(())
    }

    /// Whether what is of a category is in the sums of another.
    pub(super) fn holds(&self, category: ForecastCategory, of_deal: ForecastCategory) -> bool {
        let surer = self.cumulative && category != ForecastCategory::Omitted && of_deal >= category;
        surer || of_deal == category
    }
}
