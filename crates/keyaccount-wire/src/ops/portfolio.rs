//! The operations on the lives of accounts and on what accounts are.

use keyaccount::{Date, PeriodUnit, classify_key_accounts, lifecycle_history, lifecycle_transitions};

use super::{Answer, facts_and_policy, judged, of_account};
use crate::fields::Fields;

pub(super) fn history(fields: &mut Fields) -> Answer {
    of_account(fields, lifecycle_history)
}

pub(super) fn transitions(fields: &mut Fields) -> Answer {
    let (playbook, book) = (fields.playbook(), fields.book());
    let (from, to) = (fields.required::<Date>("from"), fields.required::<Date>("to"));
    let step = fields.optional::<PeriodUnit>("step");
    fields.end()?;
    let (playbook, book) = (playbook?, book?);
    match lifecycle_transitions(&book, &playbook, from?, to?, step?.unwrap_or(PeriodUnit::Quarter)) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}

pub(super) fn key_accounts(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    judged(classify_key_accounts(&book, &playbook, as_of), &book)
}
