//! The operations on one opportunity's buying committee.

use keyaccount::{
    AccountBook, Date, Erasure, OpportunityBook, OpportunityId, Playbook, ProblemCode, check_coverage, committee_map,
    erase_personal_fields_in_json,
};
use serde::Serialize;

use super::{Answer, Judged, facts_and_policy, judged};
use crate::envelope::answer;
use crate::fields::{Fields, problem, under};

pub(super) fn coverage(fields: &mut Fields) -> Answer {
    of_opportunity(fields, check_coverage)
}

/// Gives back facts; of what cannot be read, only where it stands.
pub(super) fn erase(fields: &mut Fields) -> Answer {
    let text = fields.book_text();
    let erasures = fields.required::<Vec<Erasure>>("erasures");
    let erased = text.map(|text| erase_personal_fields_in_json(&text, erasures.as_deref().unwrap_or_default()));
    if let Some(Err(problems)) = &erased {
        for problem in problems {
            let is_of_book = !problem.path.starts_with("erasures");
            let problem = problem.clone();
            fields.fail::<()>(if is_of_book { under("book", problem) } else { problem });
        }
    }
    fields.end()?;
    let (verdict, left_out) = erased?.ok()?;
    Some(answer(&Judged { verdict, left_out }))
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
