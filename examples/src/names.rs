//! What people call the things of a book and a playbook: identifiers stand in where there is no name.

use keyaccount::{AccountId, Book, ExactSum, Language, LossReasonId, OpportunityId, Pipeline, Playbook, StageId};
use rust_decimal::Decimal;

use crate::page::{grouped, plain};

/// Names in one language.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    pub(crate) book: &'a Book,
    pub(crate) playbook: &'a Playbook,
    pub(crate) language: Language,
}

impl Names<'_> {
    /// A stage of a pipeline, or of another one that an opportunity came from.
    pub(crate) fn stage(self, pipeline: Option<&Pipeline>, stage: &StageId) -> String {
        let others = self.playbook.draft().pipelines.iter();
        let known = pipeline.into_iter().chain(others).find_map(|pipeline| pipeline.stage(stage));
        let text = known.map_or(stage.as_str(), |stage| stage.label.text(self.language));
        plain(text)
    }

    pub(crate) fn reason(self, reason: &LossReasonId) -> String {
        let known = self.playbook.loss_reason(reason);
        plain(known.map_or(reason.as_str(), |reason| reason.label.text(self.language)))
    }

    pub(crate) fn opportunity(self, id: &OpportunityId) -> String {
        let name = self.book.opportunity(id).and_then(|(_, known)| known.opportunity.name.as_ref());
        plain(name.map_or(id.as_str(), |name| name.as_str()))
    }

    pub(crate) fn account(self, id: &AccountId) -> String {
        let known = self.book.account(id);
        plain(known.map_or(id.as_str(), |known| known.account.name.as_str()))
    }
}

/// A dash for what is unknown or does not exist, which is not zero.
pub(crate) fn or_dash(text: Option<impl ToString>) -> String {
    text.map_or_else(|| "–".to_owned(), |text| text.to_string())
}

/// An amount or a sum.
pub(crate) fn amount(sum: impl ToString) -> String {
    grouped(&sum.to_string())
}

/// A part of a whole in percent, to one place.
pub(crate) fn percent(part: Option<Decimal>) -> String {
    or_dash(part.map(|part| format!("{:.1} %", part.saturating_mul(Decimal::ONE_HUNDRED).round_dp(1))))
}

/// A sum in whole units of its currency, half-even; what is longer than a decimal holds stays as it is.
pub(crate) fn whole(sum: &ExactSum) -> String {
    let text = sum.to_string();
    amount(text.parse().map_or(text, |sum: Decimal| sum.round_dp(0).to_string()))
}
