//! The operation that erases what is personal.

use keyaccount::{Erasure, erase_personal_fields_in_json};

use super::{Answer, Judged};
use crate::envelope::answer;
use crate::fields::{Fields, under};

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
