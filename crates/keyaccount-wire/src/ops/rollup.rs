//! The operation that rolls a forecast up.

use keyaccount::{ForecastDimension, MemberId, Period, RollUpOptions, roll_up_forecast};

use super::{Answer, facts_and_policy, judged};
use crate::fields::Fields;

pub(super) fn roll_up(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let by = fields.required::<Vec<ForecastDimension>>("by");
    let periods = fields.optional::<Vec<Period>>("periods");
    let cumulative = fields.optional::<bool>("cumulative");
    let member = fields.optional::<MemberId>("member");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let options = RollUpOptions {
        by: by?,
        periods: periods?.unwrap_or_default(),
        cumulative: cumulative?.unwrap_or(false),
        member: member?,
    };
    match roll_up_forecast(&book, &playbook, as_of, &options) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}
