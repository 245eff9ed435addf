//! The operations on one opportunity's buying committee.

use keyaccount::{
    AccountBook, Book, Date, OpportunityBook, OpportunityId, Playbook, ProblemCode, StakeholderId, check_coverage,
    check_gates, committee_map, decision_chain, support_base,
};
use serde::Serialize;

use super::{Answer, facts_and_policy, judged};
use crate::fields::{Fields, not_found, problem};

pub(super) fn coverage(fields: &mut Fields) -> Answer {
    of_opportunity(fields, check_coverage)
}

pub(super) fn chain(fields: &mut Fields) -> Answer {
    let targets = fields.optional::<Vec<StakeholderId>>("targets");
    let (playbook, book, as_of) = facts_and_policy(fields);
    let id = fields.required::<OpportunityId>("opportunity");
    fields.end()?;
    let (playbook, book, as_of, id) = (playbook?, book?, as_of?, id?);
    let targets = targets?.unwrap_or_default();
    let (account, opportunity) = named(fields, &book, &id)?;
    // Sorted, so that looking each of many up stays cheap.
    let known = |target: &StakeholderId| account.stakeholders.binary_search_by(|one| one.id.cmp(target)).is_ok();
    for (index, target) in targets.iter().enumerate().filter(|(_, target)| !known(target)) {
        let path = format!("targets[{index}]");
        fields.fail::<()>(not_found(&path, "the account has no usable stakeholder", target.as_str()));
    }
    fields.end()?;
    judged(decision_chain(account, opportunity, &playbook, &targets, as_of), &book)
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
    let (account, opportunity) = named(fields, &book, &id)?;
    judged(support_base(account, opportunity, &playbook, since, as_of), &book)
}

pub(super) fn gates(fields: &mut Fields) -> Answer {
    of_opportunity(fields, check_gates)
}

pub(super) fn map(fields: &mut Fields) -> Answer {
    of_opportunity(fields, committee_map)
}

pub(super) fn diagnosis(fields: &mut Fields) -> Answer {
    of_opportunity(fields, keyaccount::diagnose_opportunity)
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
    let (account, opportunity) = named(fields, &book, &id)?;
    judged(judge(account, opportunity, &playbook, as_of), &book)
}

/// The opportunity that a request names, and its account.
fn named<'a>(
    fields: &mut Fields,
    book: &'a Book,
    id: &OpportunityId,
) -> Option<(&'a AccountBook, &'a OpportunityBook)> {
    let found = book.opportunity(id);
    if found.is_none() {
        return fields.fail(not_found("opportunity", "the book has no usable opportunity", id.as_str()));
    }
    found
}
