//! The operations on one opportunity's buying committee.

use keyaccount::{
    AccountBook, Book, Date, OpportunityBook, OpportunityId, Playbook, ProblemCode, check_coverage, committee_map,
    support_base,
};
use serde::Serialize;

use super::{Answer, facts_and_policy, judged};
use crate::fields::{Fields, problem};

pub(super) fn coverage(fields: &mut Fields) -> Answer {
    of_opportunity(fields, check_coverage)
}

pub(super) fn support(fields: &mut Fields) -> Answer {
    let since = fields.optional::<Date>("since");
    let (playbook, book, as_of) = facts_and_policy(fields);
    let id = fields.required::<OpportunityId>("opportunity");
    fields.end()?;
    let (since, playbook, book, as_of, id) = (since?, playbook?, book?, as_of?, id?);
    if let Some(since) = since.filter(|since| *since > as_of) {
        let message = format!("`{since}` is later than the day of the verdict, `{as_of}`");
        return fields.fail(problem(ProblemCode::DateOrder, "since", message, format!("{as_of} or earlier")));
    }
    of_named(fields, &book, &id, |account, opportunity| support_base(account, opportunity, &playbook, since, as_of))
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
    of_named(fields, &book, &id, |account, opportunity| judge(account, opportunity, &playbook, as_of))
}

fn of_named<T: Serialize>(
    fields: &mut Fields,
    book: &Book,
    id: &OpportunityId,
    judge: impl FnOnce(&AccountBook, &OpportunityBook) -> T,
) -> Answer {
    let Some((account, opportunity)) = book.opportunity(id) else {
        let message = format!("the book has no usable opportunity `{id}`");
        return fields.fail(problem(ProblemCode::NotFound, "opportunity", message, String::new()));
    };
    judged(judge(account, opportunity), book)
}
