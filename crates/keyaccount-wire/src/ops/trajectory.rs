//! The operations about purchases over time and across products.

use keyaccount::{AccountId, ComparableBasis, CrossSellOptions, cross_sell, purchase_trajectory};

use super::{Answer, facts_and_policy, judged, of_account};
use crate::fields::Fields;

pub(super) fn trajectory(fields: &mut Fields) -> Answer {
    of_account(fields, purchase_trajectory)
}

pub(super) fn across(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let account = fields.optional::<AccountId>("account");
    let basis = fields.optional::<ComparableBasis>("basis");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let options = CrossSellOptions { account: account?, basis: basis?.unwrap_or_default() };
    match cross_sell(&book, &playbook, as_of, &options) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}
