//! The operations that score accounts by recency, frequency and money, and that measure concentration.

use std::num::NonZeroU32;

use keyaccount::{
    ConcentrationOptions, ConcentrationUnit, Period, RecencyBasis, RfmMethod, RfmOptions, Share, score_rfm,
    value_concentration,
};

use super::{Answer, facts_and_policy, judged};
use crate::fields::Fields;

pub(super) fn score(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let method = fields.optional::<RfmMethod>("method");
    let recency = fields.optional::<RecencyBasis>("recency");
    let window_days = fields.optional::<NonZeroU32>("window_days");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let options = RfmOptions {
        method: method?.unwrap_or_default(),
        recency: recency?.unwrap_or_default(),
        window_days: window_days?,
    };
    match score_rfm(&book, &playbook, as_of, &options) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}

pub(super) fn concentration(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let period = fields.optional::<Period>("period");
    let by = fields.optional::<ConcentrationUnit>("by");
    let top_share = fields.optional::<Share>("top_share");
    let target_share = fields.optional::<Share>("target_share");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let default = ConcentrationOptions::default();
    let options = ConcentrationOptions {
        period: period?,
        by: by?.unwrap_or_default(),
        top_share: top_share?.unwrap_or(default.top_share),
        target_share: target_share?.unwrap_or(default.target_share),
    };
    match value_concentration(&book, &playbook, as_of, &options) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}
