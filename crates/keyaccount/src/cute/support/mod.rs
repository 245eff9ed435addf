//! The support base: how much of a committee is for us, where that is going, and through whom. Source: `[CCA]`, D6.

mod base;
mod effects;
mod history;
mod movers;
mod verdict;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use base::{SupportBase, SupportGroup};
pub use verdict::{SupportMoveKind, SupportMover, SupportTrend, SupportVerdict};

use super::committee::{Seat, committee};
use super::index::CommitteeIndex;
use crate::facts::{AccountBook, CoachPosition, FactKind, FactReference, OpportunityBook};
use crate::playbook::{CoveragePolicy, Playbook};
use crate::values::{Date, EstimateChange, Language, Share};
use crate::verdict::{Comparison, Reason, Unit};

pub(super) use base::{Voice, Weight};
pub(super) use movers::change_of_share;

/// Measures an opportunity's support base on a day, and how it moved since an earlier one.
///
/// The support base is the share of influence that is with people who are for us (supporters, allies, insiders) in all
/// known influence; people whose stance is unknown are part of the whole and never of what is for us. Breadth, the same
/// by heads, stands beside it. Everybody counts who is there on the day, inside the customer or outside; people of our
/// own company don't.
///
/// Both days are read as they ended, from the facts dated up to then. The change of our share of influence is shared
/// out to those who moved, without a rest. Where `since` is `None` the playbook's `support_trend_days` before `as_of`
/// are looked back; a day after `as_of` is taken as `as_of`.
///
/// To measure many opportunities of an account, build one [`CommitteeIndex`] and use [`CommitteeIndex::support_base`].
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SupportMoveKind, SupportTrend, support_base};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"}, {"id": "np-engineer", "account": "north-plant"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "influence": "60", "stance": "ally"},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "influence": "40", "stance": "hostile",
///          "since": "2026-05-04"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = support_base(account, opportunity, &Playbook::six_stage(), None, "2026-05-30".parse()?);
/// assert_eq!(verdict.change.unwrap().to_string(), "-0.4", "from 60 of 60 to 60 of 100");
/// assert_eq!(verdict.trend, SupportTrend::Shrinking);
/// assert_eq!(verdict.movers[0].kind, SupportMoveKind::Joined);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn support_base(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    since: Option<Date>,
    as_of: Date,
) -> SupportVerdict {
    CommitteeIndex::new(account, as_of).support_base(opportunity, playbook, since)
}

impl CommitteeIndex<'_> {
    /// Measures an opportunity's support base as [`support_base`] does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, SupportTrend};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let index = CommitteeIndex::new(account, "2026-05-30".parse()?);
    /// let verdict = index.support_base(opportunity, &Playbook::six_stage(), Some("2026-01-01".parse()?));
    /// assert_eq!(verdict.trend, SupportTrend::Unknown, "nobody is known");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn support_base(
        &self,
        opportunity: &OpportunityBook,
        playbook: &Playbook,
        since: Option<Date>,
    ) -> SupportVerdict {
        let policy = &playbook.draft().coverage;
        let since = since.unwrap_or_else(|| self.as_of.minus_days(policy.support_trend_days)).min(self.as_of);
        let Support { base, before, change, trend, movers, reason } = support(self, opportunity, policy, since);
        let breadth = before.for_us.share_of_people.zip(base.for_us.share_of_people);
        SupportVerdict {
            as_of: self.as_of,
            since,
            playbook: playbook.fingerprint().to_owned(),
            account: self.account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            base,
            before,
            change,
            breadth_change: breadth.map(|(before, now)| EstimateChange::between_shares(before, now)),
            trend,
            movers,
            reason,
        }
    }
}

/// What a verdict says beside what it is about.
pub(super) struct Support {
    pub(super) base: SupportBase,
    pub(super) before: SupportBase,
    pub(super) change: Option<EstimateChange>,
    pub(super) trend: SupportTrend,
    pub(super) movers: Vec<SupportMover>,
    pub(super) reason: Reason,
}

/// Measures the support base on the index's day and on an earlier one.
pub(super) fn support(
    index: &CommitteeIndex<'_>,
    book: &OpportunityBook,
    policy: &CoveragePolicy,
    since: Date,
) -> Support {
    let (seats_before, seats) = (committee(index, book, since), committee(index, book, index.as_of));
    let (voices_before, voices) = (voices(&seats_before), voices(&seats));
    let (before, base) = (SupportBase::of(&voices_before, since), SupportBase::of(&voices, index.as_of));
    let change = change_of_share(Weight::of(&voices_before), Weight::of(&voices));
    let movers = movers::movers(&voices_before, &voices, &movers::Source { index, book, since, seats: &seats });
    let trend = trend(change, policy);
    // The largest effects last, so that they are among the facts that a reason lists.
    let moved = movers.iter().rev().map(|mover| FactReference::new(FactKind::Stakeholder, &mover.stakeholder));
    let reason = reason(&before, &base, change, trend, policy).citing(moved);
    Support { base, before, change, trend, movers, reason }
}

/// Those of a committee who count for the support base.
pub(super) fn voices<'a>(seats: &[Seat<'a>]) -> Vec<Voice<'a>> {
    seats.iter().filter_map(voice).collect()
}

/// What somebody says in the support base; none for who left and for people of our own company.
pub(super) fn voice<'a>(seat: &Seat<'a>) -> Option<Voice<'a>> {
    let counts = seat.is_there() && seat.coach_position != Some(CoachPosition::OurCompany);
    counts.then_some(Voice { person: seat.person, stance: seat.stance, influence: seat.influence })
}

/// Where a change of our share of influence leads; no change at all is steady, whatever the playbook's limit.
pub(super) fn trend(change: Option<EstimateChange>, policy: &CoveragePolicy) -> SupportTrend {
    let Some(change) = change.map(EstimateChange::value) else { return SupportTrend::Unknown };
    if change.is_zero() || change.abs() < policy.support_change.value() {
        SupportTrend::Steady
    } else if change.is_sign_positive() {
        SupportTrend::Growing
    } else {
        SupportTrend::Shrinking
    }
}

fn reason(
    before: &SupportBase,
    now: &SupportBase,
    change: Option<EstimateChange>,
    trend: SupportTrend,
    policy: &CoveragePolicy,
) -> Reason {
    let (share_before, share) = (before.for_us.share_of_influence, now.for_us.share_of_influence);
    let heads = format!("{} of {} people are for us, {} were", now.for_us.people, now.people, before.for_us.people);
    let message = match share_before.zip(share) {
        Some((was, is)) => {
            let trend = trend.label(Language::En);
            format!("support base {trend}: {is} of the known influence is for us, {was} on {}; {heads}", before.as_of)
        }
        None => {
            let day = if share.is_none() { now.as_of } else { before.as_of };
            format!("no influence is known on {day}, so that the support base cannot be compared; {heads}")
        }
    };
    let stated = |name: &'static str, share: Option<Share>| match share {
        Some(share) => Comparison::new(name, share, Unit::Share),
        None => Comparison::unknown(name, Unit::Share),
    };
    let change = match change {
        Some(change) => Comparison::new("change_of_share_of_influence", change, Unit::Share),
        None => Comparison::unknown("change_of_share_of_influence", Unit::Share),
    };
    Reason::new("support_base", message)
        .comparing(change.against(policy.support_change))
        .comparing(stated("share_of_influence_for_us", share))
        .comparing(stated("share_of_influence_for_us_before", share_before))
        .comparing(stated("share_of_people_for_us", now.for_us.share_of_people))
        .comparing(Comparison::new("people_without_influence", now.without_influence, Unit::Count))
}
