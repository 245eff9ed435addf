//! Who moved the support base between two days, when, and why it counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::base::{Voice, Weight};
use super::effects::{Turn, effects};
use super::history::PersonHistory;
use super::verdict::{SupportMoveKind as Kind, SupportMover};
use crate::cute::committee::Seat;
use crate::cute::index::CommitteeIndex;
use crate::facts::{FactKind, FactReference, OpportunityBook, StakeholderChangeKind as Change, Stance};
use crate::values::{Date, EstimateChange, Influence, Language, StakeholderId};
use crate::verdict::{Comparison, Reason, Unit};

/// Where the facts behind a move are looked up.
pub(super) struct Source<'s, 'a> {
    pub(super) index: &'s CommitteeIndex<'a>,
    pub(super) book: &'a OpportunityBook,
    pub(super) since: Date,
    /// The committee as it stands now, by identifier.
    pub(super) seats: &'s [Seat<'a>],
}

/// Everybody who moved, the largest effect first; both lists are by identifier.
pub(super) fn movers(before: &[Voice<'_>], now: &[Voice<'_>], source: &Source<'_, '_>) -> Vec<SupportMover> {
    let weights = (Weight::of(before), Weight::of(now));
    let change = change_of_share(weights.0, weights.1);
    let moved: Vec<(Kind, Turn<'_>)> =
        turns(before, now).into_values().filter_map(|turn| Some((kind(&turn)?, turn))).collect();
    let turns: Vec<Turn<'_>> = moved.iter().map(|(_, turn)| *turn).collect();
    let effects = effects(&turns, weights.0, weights.1, change.map(ten_thousandths));
    let mut movers: Vec<(Option<i128>, SupportMover)> = moved
        .iter()
        .zip(effects)
        .filter_map(|((kind, turn), effect)| Some((effect, mover(*kind, turn, effect, source)?)))
        .collect();
    movers.sort_by_key(|(effect, _)| Reverse(effect.map(i128::unsigned_abs)));
    movers.into_iter().map(|(_, mover)| mover).collect()
}

/// By how much our share of influence changed; none where there is none on one of the days.
pub(in crate::cute) fn change_of_share(before: Weight, now: Weight) -> Option<EstimateChange> {
    Some(EstimateChange::between_shares(before.share()?, now.share()?))
}

/// A difference of shares in ten-thousandths, in which it is always whole.
fn ten_thousandths(change: EstimateChange) -> i128 {
    let mut number = change.value();
    number.rescale(4);
    number.mantissa()
}

/// Everybody who counts on one of the days, by identifier.
fn turns<'a>(before: &[Voice<'a>], now: &[Voice<'a>]) -> BTreeMap<&'a StakeholderId, Turn<'a>> {
    let mut turns: BTreeMap<_, _> =
        before.iter().map(|voice| (voice.person, Turn { before: Some(*voice), now: None })).collect();
    for voice in now {
        turns.entry(voice.person).or_insert(Turn { before: None, now: None }).now = Some(*voice);
    }
    turns
}

/// How somebody moved; none where nothing changed.
fn kind(turn: &Turn<'_>) -> Option<Kind> {
    let (before, now) = match (turn.before, turn.now) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Kind::Joined),
        (Some(_), None) => return Some(Kind::Left),
        (Some(before), Some(now)) => (before, now),
    };
    match (before.is_for_us(), now.is_for_us()) {
        (false, true) => return Some(Kind::WonOver),
        (true, false) => return Some(Kind::Lost),
        _ if before.stance != now.stance => return Some(Kind::Moved),
        _ => {}
    }
    match (before.influence, now.influence) {
        (None, Some(_)) => Some(Kind::WeightKnown),
        (Some(_), None) => Some(Kind::WeightUnknown),
        (Some(before), Some(now)) if before < now => Some(Kind::WeighsMore),
        (Some(before), Some(now)) if before > now => Some(Kind::WeighsLess),
        _ => None,
    }
}

fn mover(kind: Kind, turn: &Turn<'_>, effect: Option<i128>, source: &Source<'_, '_>) -> Option<SupportMover> {
    let person = turn.now.or(turn.before)?.person;
    let (from, to) = (turn.before.and_then(|voice| voice.stance), turn.now.and_then(|voice| voice.stance));
    let weight = |voice: Option<Voice<'_>>| voice.and_then(|voice| voice.influence);
    let mut mover = SupportMover {
        stakeholder: person.clone(),
        kind,
        from,
        to,
        influence_before: weight(turn.before),
        influence_now: weight(turn.now),
        on: None,
        effect: effect.map(EstimateChange::ten_thousandths),
        reason: Reason::new(kind.as_str(), String::new()),
    };
    mover.on = day_of(&mover, source);
    mover.reason = reason(&mover);
    Some(mover)
}

/// The day of a move, by the kind of it.
fn day_of(mover: &SupportMover, source: &Source<'_, '_>) -> Option<Date> {
    let person = &mover.stakeholder;
    let history = PersonHistory::after(source.since, person, source.index, source.book);
    let stance = |change: &Change| match change {
        Change::StanceChanged { stance, .. } => Some(*stance),
        _ => None,
    };
    let influence = |change: &Change| match change {
        Change::InfluenceChanged { influence } => Some(*influence),
        _ => None,
    };
    let is_for_us = |stance: Option<Stance>| stance.is_some_and(Stance::is_favourable);
    match mover.kind {
        Kind::Joined => history.joined(),
        Kind::Left => {
            let seat = source.seats.iter().find(|seat| seat.person == person);
            seat.and_then(|seat| seat.left_on).or_else(|| history.ceased())
        }
        Kind::WonOver | Kind::Lost => {
            let of_change = |change: &Change| stance(change).map(is_for_us);
            history.turned(is_for_us(mover.from), |seat| is_for_us(seat.stance), of_change)
        }
        Kind::Moved => history.turned(mover.from, |seat| seat.stance, stance),
        Kind::WeighsMore | Kind::WeighsLess | Kind::WeightKnown | Kind::WeightUnknown => {
            history.turned(mover.influence_before, |seat| seat.influence, influence)
        }
    }
}

fn reason(mover: &SupportMover) -> Reason {
    let (who, on) = (&mover.stakeholder, mover.on.map(|on| format!(" on {on}")).unwrap_or_default());
    let (from, to) = (stance(mover.from), stance(mover.to));
    let (before, now) = (weight(mover.influence_before), weight(mover.influence_now));
    let what = match mover.kind {
        Kind::Joined => format!("{who} joined{on}, stance {to}, influence {now}"),
        Kind::Left => format!("{who} left{on}, stance {from}, influence {before}"),
        Kind::WonOver => format!("{who} came over to us{on}: {from} before, {to} now"),
        Kind::Lost => format!("{who} turned away from us{on}: {from} before, {to} now"),
        Kind::Moved => format!("{who} changed the stance{on}: {from} before, {to} now"),
        Kind::WeighsMore => format!("the word of {who} ({to}) counts more{on}: {before} before, {now} now"),
        Kind::WeighsLess => format!("the word of {who} ({to}) counts less{on}: {before} before, {now} now"),
        Kind::WeightKnown => format!("the influence of {who} ({to}) became known{on}: {now}"),
        Kind::WeightUnknown => format!("the influence of {who} ({to}) became unknown{on}: {before} before"),
    };
    let (why, effect) = match mover.effect {
        Some(effect) if effect.value().is_zero() => {
            ("our share of influence is as before".to_owned(), Comparison::new(EFFECT, effect, Unit::Share))
        }
        Some(effect) => {
            let sign = if effect.value().is_sign_negative() { "" } else { "+" };
            (format!("our share of influence {sign}{effect}"), Comparison::new(EFFECT, effect, Unit::Share))
        }
        None => ("what it does to our share of influence is not known".to_owned(), {
            Comparison::unknown(EFFECT, Unit::Share)
        }),
    };
    let on = match mover.on {
        Some(on) => Comparison::new("changed_on", on, Unit::Date),
        None => Comparison::unknown("changed_on", Unit::Date),
    };
    Reason::new(mover.kind.as_str(), format!("{what}; {why}"))
        .comparing(effect)
        .comparing(on)
        .citing([FactReference::new(FactKind::Stakeholder, who)])
}

const EFFECT: &str = "effect_on_share_of_influence";

fn stance(stance: Option<Stance>) -> &'static str {
    stance.map_or("unknown", |stance| stance.label(Language::En))
}

fn weight(influence: Option<Influence>) -> String {
    influence.map_or_else(|| "unknown".to_owned(), |influence| influence.to_string())
}
