//! The operations on one opportunity's buying committee.

use keyaccount::{
    AccountBook, Date, OpportunityBook, OpportunityId, Playbook, ProblemCode, check_coverage, committee_map,
};
use serde::Serialize;

use super::{Answer, facts_and_policy, judged};
use crate::fields::{Fields, problem};

pub(super) fn coverage(fields: &mut Fields) -> Answer {
    of_opportunity(fields, check_coverage)
}

pub(super) fn map(fields: &mut Fields) -> Answer {
    of_opportunity(fields, committee_map)
}

/// Judges the one opportunity that a request names. Fields beside those of every such request are read before.
fn of_opportunity<T: Serialize>(
    fields: &mut Fields,
    judge: impl FnOnce(&AccountBook, &OpportunityBook, &Playbook, Date) -> T,
) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let id = fields.required::<OpportunityId>("opportunity");
    fields.end()?;
    let (playbook, book, as_of, id) = (playbook?, book?, as_of?, id?);
    let Some((account, opportunity)) = book.opportunity(&id) else {
        let message = format!("the book has no usable opportunity `{id}`");
        return fields.fail(problem(ProblemCode::NotFound, "opportunity", message, String::new()));
    };
    judged(judge(account, opportunity, &playbook, as_of), &book)
}
