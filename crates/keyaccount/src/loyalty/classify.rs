//! Tells the pattern of a sequence of supplier choices. Source: `[OCD]`, D10; the exact rules are ours.
//!
//! In this order, the first that holds:
//! 1. *continuous*: every choice is ours;
//! 2. *changing*: there is a point with at least two choices on either side, where one supplier has at least
//!    `moved_share` of the choices before and another one of those after, and neither of the last two choices went
//!    back to the former; of several such points the one that explains most choices, then the earliest;
//! 3. *elsewhere*: no choice is ours, or one competitor has at least `moved_share` of them;
//! 4. *intermittent*: at least `mostly_ours_share` of the choices are ours;
//! 5. *scattered*: all others.

use rust_decimal::Decimal;

use super::choices::US;
use super::verdict::LoyaltyPattern;
use crate::playbook::LoyaltyPolicy;
use crate::values::Factor;

/// Fewest choices on either side of a move, and how many of the last must not go back.
const SIDE: usize = 2;

/// A point that splits a sequence, with the leading supplier on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// Choices before the point.
    pub(super) at: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Choices that went to `from` before the point.
    pub(super) before: usize,
    /// Choices that went to `to` after it.
    pub(super) after: usize,
    /// Whether one of the last choices went back to `from`.
    pub(super) went_back: bool,
    /// Whether this is a move by the playbook's measure.
    pub(super) moved: bool,
}

/// The pattern of a sequence, and the point that comes closest to a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) pattern: LoyaltyPattern,
    pub(super) split: Option<Split>,
}

impl Class {
    /// Whether two classes say the same: the pattern, and for a move who it went from and to.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let ends = |class: &Self| class.split.filter(|split| split.moved).map(|split| (split.from, split.to));
        let same_move = self.pattern != LoyaltyPattern::Changing || ends(self) == ends(other);
        self.pattern == other.pattern && same_move
    }
}

/// Classifies a sequence of any length; whether it is long enough is for the caller to say.
pub(super) fn classify(places: &[usize], suppliers: usize, policy: &LoyaltyPolicy) -> Class {
    let tally = Tally::of(places, suppliers);
    let ours = tally.count(US);
    let split = best_split(places, suppliers, policy.moved_share);
    let held_by_competitor = tally
        .leader_but(US)
        .is_some_and(|place| ours == 0 || reaches(tally.count(place), places.len(), policy.moved_share));
    let pattern = if ours == places.len() {
        LoyaltyPattern::Continuous
    } else if split.is_some_and(|split| split.moved) {
        LoyaltyPattern::Changing
    } else if held_by_competitor {
        LoyaltyPattern::Elsewhere
    } else if reaches(ours, places.len(), policy.mostly_ours_share) {
        LoyaltyPattern::Intermittent
    } else {
        LoyaltyPattern::Scattered
    };
    Class { pattern, split }
}

/// The split that is a move and explains most choices; where none is a move, the one that comes closest.
fn best_split(places: &[usize], suppliers: usize, moved_share: Factor) -> Option<Split> {
    let mut before = Tally::new(suppliers);
    let mut after = Tally::of(places, suppliers);
    let mut best: Option<Split> = None;
    for (index, place) in places.iter().enumerate() {
        before.add(*place);
        after.remove(*place);
        let at = index.saturating_add(1);
        let rest = places.len().saturating_sub(at);
        let (Some(from), Some(to)) = (before.leader(), after.leader()) else { continue };
        if at < SIDE || rest < SIDE || from == to {
            continue;
        }
        let went_back = places.iter().rev().take(SIDE).any(|place| *place == from);
        let moved =
            !went_back && reaches(before.count(from), at, moved_share) && reaches(after.count(to), rest, moved_share);
        let split = Split { at, from, to, before: before.count(from), after: after.count(to), went_back, moved };
        if best.is_none_or(|best| rank(&split) > rank(&best)) {
            best = Some(split);
        }
    }
    best
}

fn rank(split: &Split) -> (bool, usize) {
    (split.moved, split.before.saturating_add(split.after))
}

/// Whether a count is at least a share of a whole.
pub(super) fn reaches(count: usize, whole: usize, share: Factor) -> bool {
    let needed = share.value().checked_mul(Decimal::from(whole)).unwrap_or(Decimal::MAX);
    Decimal::from(count) >= needed
}

/// How many choices each supplier has.
struct Tally(Vec<usize>);

impl Tally {
    fn new(suppliers: usize) -> Self {
        Self(vec![0; suppliers])
    }

    fn of(places: &[usize], suppliers: usize) -> Self {
        let mut tally = Self::new(suppliers);
        for place in places {
            tally.add(*place);
        }
        tally
    }

    fn add(&mut self, place: usize) {
        if let Some(count) = self.0.get_mut(place) {
            *count = count.saturating_add(1);
        }
    }

    fn remove(&mut self, place: usize) {
        if let Some(count) = self.0.get_mut(place) {
            *count = count.saturating_sub(1);
        }
    }

    fn count(&self, place: usize) -> usize {
        self.0.get(place).copied().unwrap_or(0)
    }

    /// The supplier with most choices, of equals the one that was chosen first; none where there are no choices.
    fn leader(&self) -> Option<usize> {
        self.leader_but(usize::MAX)
    }

    fn leader_but(&self, left_out: usize) -> Option<usize> {
        let others = self.0.iter().enumerate().filter(|(place, count)| *place != left_out && **count > 0);
        others.rev().max_by_key(|(_, count)| **count).map(|(place, _)| place)
    }
}
