//! Puts an account's trajectory together.

use super::ledger::Ledger;
use super::next::next_orders;
use super::pattern::Pattern;
use super::regularity::regularity_of;
use super::season::find_season;
use super::silence::silence_of;
use super::spend::spend_trend;
use super::stopped::{Judgement, groups};
use super::tell;
use super::verdict::{StoppedBuying, TrajectoryVerdict};
use crate::facts::{AccountBook, Purchase};
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::rhythm::rhythm_of;
use crate::playbook::Playbook;
use crate::values::Date;

/// Judges how an account has been buying over time, from its purchases up to `as_of`. Source: `[KRM]`, D14.
///
/// Orders of one day are one purchase occasion; returns are netted ([`ReturnsFinding`](crate::ReturnsFinding) says how).
/// The rhythm is that of the lifecycle and of loyalty. Beside it: how regular it is, whether there is a season, how probable the
/// silence is if the account still buys as usual, whether spend rises or falls, the next orders, and the products and
/// categories that the account stopped buying while it goes on buying others.
///
/// All of it holds for accounts that buy four times a year: where intervals are few, the verdict rests on what is known of
/// them and no more, so that a probability falls slowly, a trend is looked for in half-years, and a season is not claimed.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SilenceState, purchase_trajectory};
///
/// // Four times a year, and silent for five months.
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2024-01-10", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2024-04-12", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2024-07-09", "supplier": {"type": "us"}},
///         {"id": "o4", "account": "north-plant", "on": "2024-10-15", "supplier": {"type": "us"}},
///         {"id": "o5", "account": "north-plant", "on": "2025-01-14", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-06-14".parse()?);
/// assert_eq!(verdict.silence.state, SilenceState::Overdue);
/// assert_eq!(verdict.silence.overdue_from.unwrap().to_string(), "2025-06-01");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn purchase_trajectory(account: &AccountBook, playbook: &Playbook, as_of: Date) -> TrajectoryVerdict {
    let draft = playbook.draft();
    let policy = &draft.trajectory;
    let known = dated_until(&account.purchases, as_of);
    let occasions = Occasions::of(&known);
    let dates = occasion_dates(&known);
    debug_assert_eq!(dates.len(), occasions.days_until(day_number(as_of)).len(), "both count the same days");
    let rhythm = rhythm_of(&occasions, &draft.lifecycle, as_of);
    let ledger = Ledger::of(&known, &draft.exchange);
    let (season, clock) = find_season(&dates, policy);
    let pattern = Pattern::of(&dates, draft.lifecycle.minimum_occasions.get(), &clock, draft);
    let silence = silence_of(pattern.as_ref(), rhythm.last, &clock, policy, as_of);
    let trend = spend_trend(pattern.as_ref(), rhythm.first, clock.is_seasonal(), &ledger, policy, as_of);
    let next = next_orders(pattern.as_ref(), silence.state, &clock, &ledger, policy, as_of);
    let (products, categories) = (groups(&ledger, true), groups(&ledger, false));
    let judgement = Judgement { dates: &dates, clock: &clock, ledger: &ledger, known: &known, draft, as_of };
    let mut stopped_products = judgement.stopped(&products);
    let mut stopped_categories = judgement.stopped(&categories);
    let counts = (stopped_products.len(), stopped_categories.len());
    let most = usize::try_from(policy.most_stopped).unwrap_or(usize::MAX);
    stopped_products.truncate(most);
    stopped_categories.truncate(most);
    let mut verdict = TrajectoryVerdict {
        account: account.account.id.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        currency: ledger.currency,
        regularity: pattern.as_ref().map(|pattern| regularity_of(&pattern.lengths, &pattern.law, clock.is_seasonal())),
        rhythm,
        season,
        silence,
        trend,
        next_orders: next,
        stopped_products,
        stopped_product_count: counts.0,
        stopped_categories,
        stopped_category_count: counts.1,
        returns: ledger.returns,
        unpriced_orders: ledger.unpriced_orders,
        unpriced: ledger.unpriced,
        reasons: Vec::new(),
    };
    verdict.reasons = tell::reasons(&verdict, &known, policy);
    verdict
}

/// The days of our orders, each once.
pub(super) fn occasion_dates(known: &[&Purchase]) -> Vec<Date> {
    let mut dates: Vec<Date> =
        known.iter().filter(|purchase| purchase.is_our_order()).map(|purchase| purchase.on).collect();
    dates.dedup();
    dates
}

/// The categories that an account stopped buying, as its trajectory has them.
pub(super) fn stopped_categories(account: &AccountBook, playbook: &Playbook, as_of: Date) -> Vec<StoppedBuying> {
    let draft = playbook.draft();
    let known = dated_until(&account.purchases, as_of);
    let dates = occasion_dates(&known);
    let ledger = Ledger::of(&known, &draft.exchange);
    let (_, clock) = find_season(&dates, &draft.trajectory);
    let judgement = Judgement { dates: &dates, clock: &clock, ledger: &ledger, known: &known, draft, as_of };
    judgement.stopped(&groups(&ledger, false))
}
