//! A finding from the sequence of supplier choices in one category.

use rust_decimal::Decimal;

use super::choices::{Sequence, US};
use super::classify::{Class, Split, classify};
use super::occasions::{MoneySum, cite, day_number};
use super::verdict::{
    LoyaltyBasis, LoyaltyFinding, LoyaltyPattern, MoveDirection, RejectedPattern, SequenceLetter, SupplierMove,
};
use crate::facts::{Purchase, Supplier};
use crate::playbook::LoyaltyPolicy;
use crate::values::{Factor, Share};
use crate::verdict::{Comparison, Confidence, Reason, Unit};

/// How much of the orders and of the money is ours.
#[derive(Clone, Copy, Default)]
pub(super) struct Portion {
    pub(super) our_orders: usize,
    pub(super) orders: usize,
    pub(super) our_money: MoneySum,
    pub(super) money: MoneySum,
}

impl Portion {
    /// Our part of the choices judged, and of the money spent since the first of them.
    fn of(sequence: &Sequence<'_>, purchases: &[&Purchase]) -> Self {
        let (our_orders, orders) = (sequence.count(US), sequence.choices.len());
        let mut portion = Self { our_orders, orders, ..Self::default() };
        let Some(start) = sequence.start() else { return portion };
        for purchase in purchases.iter().filter(|purchase| day_number(purchase.on) >= start) {
            portion.money.add(purchase.amount);
            if matches!(purchase.supplier, Supplier::Us {}) {
                portion.our_money.add(purchase.amount);
            }
        }
        portion
    }

    pub(super) fn and(self, other: &Self) -> Self {
        Self {
            our_orders: self.our_orders.saturating_add(other.our_orders),
            orders: self.orders.saturating_add(other.orders),
            our_money: self.our_money.and(&other.our_money),
            money: self.money.and(&other.money),
        }
    }

    pub(super) fn of_orders(&self) -> Option<Share> {
        Share::of(i128::try_from(self.our_orders).ok()?, i128::try_from(self.orders).ok()?)
    }

    pub(super) fn of_money(&self) -> Option<Share> {
        Share::of(self.our_money.known()?, self.money.known()?)
    }

    /// Says what the share of wallet is, or why it is not known.
    pub(super) fn reason(&self) -> Reason {
        let share = self.of_money();
        let message = match share {
            Some(share) => format!("of the money known to be spent, {share} was spent with us"),
            None if self.money.unpriced > 0 => {
                format!("the share of wallet is not known: {} purchase(s) carry no amount", self.money.unpriced)
            }
            None if self.money.mixed => {
                "the share of wallet is not known: amounts are in several currencies".to_owned()
            }
            None => "the share of wallet is not known: returns outweigh orders".to_owned(),
        };
        Reason::new("share_of_wallet", message).comparing(match share {
            Some(share) => Comparison::new("share_of_wallet", share, Unit::Share),
            None => Comparison::unknown("share_of_wallet", Unit::Share),
        })
    }
}

/// Judges the purchases of one category, in the order of time, among which a competitor's orders are known.
pub(super) fn finding_from_choices(purchases: &[&Purchase], policy: &LoyaltyPolicy) -> (LoyaltyFinding, Portion) {
    let most = usize::try_from(policy.window_choices.get()).unwrap_or(usize::MAX);
    let sequence = Sequence::of(purchases, most);
    let portion = Portion::of(&sequence, purchases);
    let places = sequence.places();
    let minimum = usize::try_from(policy.minimum_choices).unwrap_or(usize::MAX);
    let enough = places.len() >= minimum.max(1);
    let class = classify(&places, sequence.supplier_count(), policy);
    let pattern = if enough { class.pattern } else { LoyaltyPattern::Undetermined };
    let telling = Telling { sequence: &sequence, split: class.split, policy };
    let start = sequence.choices.first().map(|choice| choice.on);
    let judged: Vec<&Purchase> = purchases
        .iter()
        .copied()
        .filter(|purchase| !purchase.is_return() && start.is_some_and(|start| purchase.on >= start))
        .collect();
    let mut reasons = vec![cite(telling.reason(pattern), &judged)];
    reasons.push(portion.reason());
    if let Some(older) = sequence.ever.checked_sub(places.len()).filter(|older| *older > 0) {
        let message = format!("{older} older choice(s) no longer count");
        let choices = Comparison::new("choices", sequence.ever, Unit::Count).against(most);
        reasons.push(Reason::new("older_choices", message).comparing(choices));
    }
    let finding = LoyaltyFinding {
        pattern,
        basis: LoyaltyBasis::SupplierChoices,
        confidence: confidence(&places, &class, &sequence, policy),
        choices: places.len(),
        sequence: Some(sequence.letters()),
        legend: sequence
            .legend()
            .map(|(letter, supplier)| SequenceLetter { letter: letter.to_string(), supplier })
            .collect(),
        movement: class.split.filter(|_| pattern == LoyaltyPattern::Changing).and_then(|split| telling.movement(split)),
        rejected: telling.rejected(pattern),
        our_share_of_orders: portion.of_orders(),
        share_of_wallet: portion.of_money(),
        reasons,
    };
    (finding, portion)
}

/// High from twice the minimum of choices on, else medium; one step lower where the latest choice alone made the
/// pattern what it is; low where there are too few choices.
fn confidence(places: &[usize], class: &Class, sequence: &Sequence<'_>, policy: &LoyaltyPolicy) -> Confidence {
    let minimum = usize::try_from(policy.minimum_choices).unwrap_or(usize::MAX);
    let Some((_, earlier)) = places.split_last().filter(|_| places.len() >= minimum) else {
        return Confidence::Low;
    };
    let settled = classify(earlier, sequence.supplier_count(), policy).agrees_with(class);
    match (places.len() >= minimum.saturating_mul(2), settled) {
        (true, true) => Confidence::High,
        (true, false) | (false, true) => Confidence::Medium,
        (false, false) => Confidence::Low,
    }
}

/// Puts what the classifier found into words and numbers.
struct Telling<'a> {
    sequence: &'a Sequence<'a>,
    split: Option<Split>,
    policy: &'a LoyaltyPolicy,
}

impl Telling<'_> {
    fn reason(&self, pattern: LoyaltyPattern) -> Reason {
        let (ours, all) = (self.sequence.count(US), self.sequence.choices.len());
        let leader = self.leading_competitor();
        let named = |place: usize| format!("{} with {}", self.sequence.name(place), self.sequence.count(place));
        match (pattern, self.split) {
            (LoyaltyPattern::Undetermined, _) => {
                Reason::new("too_few_choices", format!("{all} choice(s) are too few to tell a pattern"))
                    .comparing(Comparison::new("choices", all, Unit::Count).against(self.policy.minimum_choices))
            }
            (LoyaltyPattern::Continuous, _) => {
                Reason::new("all_ours", format!("all of the latest {all} choices were ours"))
                    .comparing(Comparison::new("our_choices", ours, Unit::Count).against(all))
            }
            (LoyaltyPattern::Changing, Some(split)) => self.moved(split),
            (LoyaltyPattern::Elsewhere, _) => {
                let leader = leader.map_or_else(String::new, |place| format!(", most of them to {}", named(place)));
                let others = all.saturating_sub(ours);
                let reason = Reason::new(
                    "held_by_competitors",
                    format!("{others} of {all} choices went to competitors{leader}"),
                );
                reason.comparing(self.ours(self.policy.mostly_ours_share))
            }
            (LoyaltyPattern::Intermittent, _) => {
                let (breaks, returns) = self.breaks();
                let message =
                    format!("{ours} of {all} choices were ours, with {breaks} break(s) and {returns} return(s)");
                Reason::new("breaks_and_returns", message)
                    .comparing(self.ours(self.policy.mostly_ours_share))
                    .comparing(Comparison::new("breaks", breaks, Unit::Count))
                    .comparing(Comparison::new("returns", returns, Unit::Count))
            }
            (LoyaltyPattern::Scattered | LoyaltyPattern::Changing, _) => {
                let suppliers = self.sequence.supplier_count();
                let message = format!("{ours} of {all} choices were ours, the rest spread over competitors");
                Reason::new("spread_over_suppliers", message)
                    .comparing(self.ours(self.policy.mostly_ours_share))
                    .comparing(Comparison::new("suppliers", suppliers, Unit::Count))
            }
        }
    }

    fn moved(&self, split: Split) -> Reason {
        let (before, after) = (split.at, self.sequence.choices.len().saturating_sub(split.at));
        let message = format!(
            "moved from {} to {}: {} of {before} choices before, {} of {after} since",
            self.sequence.name(split.from),
            self.sequence.name(split.to),
            split.before,
            split.after
        );
        self.sides(Reason::new("moved_over", message), split)
    }

    /// Both sides of a split, held against the share that makes a move.
    fn sides(&self, reason: Reason, split: Split) -> Reason {
        let after = self.sequence.choices.len().saturating_sub(split.at);
        let start = self.sequence.choices.get(split.at).map(|choice| choice.on);
        let limit = self.policy.moved_share;
        let reason = reason.comparing(part("share_before", split.before, split.at, limit)).comparing(part(
            "share_after",
            split.after,
            after,
            limit,
        ));
        match start {
            Some(start) => reason.comparing(Comparison::new("first_choice_after", start, Unit::Date)),
            None => reason,
        }
    }

    fn movement(&self, split: Split) -> Option<SupplierMove> {
        let direction = match (split.from, split.to) {
            (_, US) => MoveDirection::ToUs,
            (US, _) => MoveDirection::AwayFromUs,
            _ => MoveDirection::BetweenOthers,
        };
        Some(SupplierMove {
            direction,
            from: self.sequence.supplier(split.from),
            to: Some(self.sequence.supplier(split.to)),
            since: self.sequence.choices.get(split.at)?.on,
        })
    }

    fn rejected(&self, pattern: LoyaltyPattern) -> Option<RejectedPattern> {
        let (ours, all) = (self.sequence.count(US), self.sequence.choices.len());
        let reject = |pattern, reason| Some(RejectedPattern { pattern, reason });
        match (pattern, self.split) {
            (LoyaltyPattern::Undetermined, _) => None,
            (LoyaltyPattern::Continuous, _) => {
                let reason = Reason::new("no_break", format!("none of the latest {all} choices went to a competitor"));
                reject(LoyaltyPattern::Intermittent, reason.comparing(Comparison::new("breaks", 0, Unit::Count)))
            }
            (LoyaltyPattern::Changing, Some(split)) => {
                let former = self.sequence.name(split.from);
                let reason = Reason::new("not_gone_back", format!("the latest choices did not go back to {former}"));
                reject(LoyaltyPattern::Intermittent, self.sides(reason, split))
            }
            (LoyaltyPattern::Intermittent | LoyaltyPattern::Elsewhere, Some(split)) => {
                let former = self.sequence.name(split.from);
                let message = if split.went_back {
                    format!("one of the latest choices went back to {former}")
                } else {
                    "no point splits the choices clearly enough; the closest is given".to_owned()
                };
                reject(LoyaltyPattern::Changing, self.sides(Reason::new("no_clear_move", message), split))
            }
            (LoyaltyPattern::Intermittent, None) => {
                let message = format!("{} of {all} choices went to competitors", all.saturating_sub(ours));
                let reason = Reason::new("not_all_ours", message);
                reject(
                    LoyaltyPattern::Continuous,
                    reason.comparing(Comparison::new("our_choices", ours, Unit::Count).against(all)),
                )
            }
            (LoyaltyPattern::Elsewhere, None) => {
                let held = self.leading_competitor().map_or(0, |place| self.sequence.count(place));
                let reason = Reason::new("one_holds_most", "one competitor has most of the choices");
                let share = part("share_of_leading_competitor", held, all, self.policy.moved_share);
                reject(LoyaltyPattern::Scattered, reason.comparing(share))
            }
            (LoyaltyPattern::Scattered | LoyaltyPattern::Changing, _) => {
                let reason = Reason::new("not_mostly_ours", format!("only {ours} of {all} choices were ours"));
                reject(LoyaltyPattern::Intermittent, reason.comparing(self.ours(self.policy.mostly_ours_share)))
            }
        }
    }

    fn ours(&self, limit: Factor) -> Comparison {
        part("our_share_of_orders", self.sequence.count(US), self.sequence.choices.len(), limit)
    }

    fn leading_competitor(&self) -> Option<usize> {
        (1..self.sequence.supplier_count()).rev().max_by_key(|place| self.sequence.count(*place))
    }

    /// How often a competitor's choice followed one of ours, and the other way round.
    fn breaks(&self) -> (usize, usize) {
        let next = self.sequence.choices.iter().skip(1);
        let pairs = self.sequence.choices.iter().zip(next);
        pairs.fold((0_usize, 0_usize), |(breaks, returns), (one, other)| {
            match (one.supplier == US, other.supplier == US) {
                (true, false) => (breaks.saturating_add(1), returns),
                (false, true) => (breaks, returns.saturating_add(1)),
                _ => (breaks, returns),
            }
        })
    }
}

/// A share of a whole held against a limit.
fn part(name: &'static str, count: usize, whole: usize, limit: Factor) -> Comparison {
    let share =
        i128::try_from(count).ok().zip(i128::try_from(whole).ok()).and_then(|(count, whole)| Share::of(count, whole));
    Comparison::new(name, share.map_or(Decimal::ZERO, Share::value), Unit::Share).against(limit)
}
