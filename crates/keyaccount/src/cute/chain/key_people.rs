//! Who counts most for the decision: influence and position in one number. The weights are ours.
//!
//! The score is three quarters of the influence and one quarter of the centrality, as a share of the greatest in the
//! account, times a hundred. Where nobody stands between others, or that is not computed, the position of people is
//! not known, and the influence alone is the score. Who is of unknown influence has none, and comes after all others.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::links::{People, member};
use super::verdict::KeyPerson;
use crate::cute::view::View;
use crate::facts::{FactKind, FactReference};
use crate::values::{Estimate, Influence, Score};
use crate::verdict::{Comparison, Reason, Unit};

/// Everybody of the committee and whoever has a tie, the most important first.
///
/// Of equal scores the greater centrality comes first, then the identifier.
pub(super) fn key_people(people: &People<'_>, view: &View<'_>, centralities: Option<&[f64]>) -> Vec<KeyPerson> {
    let mut ties = vec![0_usize; people.there.len()];
    for tie in &people.ties {
        for place in [tie.from, tie.to] {
            if let Some(ties) = ties.get_mut(place) {
                *ties = ties.saturating_add(1);
            }
        }
    }
    let centrality = |place: usize| centralities?.get(place).map(|share| Estimate::rounded(*share));
    let greatest = (0..people.there.len()).filter_map(centrality).max();
    let mut ranked: Vec<KeyPerson> = Vec::new();
    for (place, (person, ties)) in people.there.iter().zip(ties).enumerate() {
        let part = member(view, person);
        if part.is_none() && ties == 0 {
            continue;
        }
        let influence = part.and_then(|member| member.seat.influence);
        let centrality = centrality(place);
        let score = influence.and_then(|influence| score(influence, centrality, greatest));
        ranked.push(KeyPerson {
            rank: 0,
            stakeholder: (*person).clone(),
            in_committee: part.is_some(),
            stance: part.and_then(|member| member.seat.stance),
            influence,
            centrality,
            score,
            reason: reason(person, view, (influence, centrality, score), ties),
        });
    }
    ranked.sort_by(|a, b| {
        let key = |person: &KeyPerson| Reverse((person.score, person.centrality));
        key(a).cmp(&key(b)).then_with(|| a.stakeholder.cmp(&b.stakeholder))
    });
    for (place, person) in ranked.iter_mut().enumerate() {
        person.rank = place.saturating_add(1);
    }
    ranked
}

/// Rounded once, half-even.
fn score(influence: Influence, centrality: Option<Estimate>, greatest: Option<Estimate>) -> Option<Score> {
    let position = greatest
        .filter(|greatest| !greatest.value().is_zero())
        .and_then(|greatest| centrality?.value().checked_mul(Decimal::from(25))?.checked_div(greatest.value()));
    let score = match position {
        Some(position) => influence.value().checked_mul(Decimal::new(75, 2))?.checked_add(position)?,
        None => influence.value(),
    };
    Score::try_new(score.round_dp(2)).ok()
}

type Numbers = (Option<Influence>, Option<Estimate>, Option<Score>);

fn reason(
    person: &crate::values::StakeholderId,
    view: &View<'_>,
    (influence, centrality, score): Numbers,
    ties: usize,
) -> Reason {
    let message = match (influence, score) {
        (Some(influence), Some(score)) => format!("{person}: influence {influence}, {ties} ties, score {score}"),
        _ => format!("{person}: influence unknown, {ties} ties"),
    };
    let known = |name, value: Option<String>, unit| match value {
        Some(value) => Comparison::new(name, value, unit),
        None => Comparison::unknown(name, unit),
    };
    let influence = known("influence", influence.map(|influence| influence.to_string()), Unit::Count);
    Reason::new("key_person", message)
        .comparing(influence.against(view.policy.key_influence))
        .comparing(known("centrality", centrality.map(|share| share.to_string()), Unit::Share))
        .comparing(Comparison::new("ties", ties, Unit::Count))
        .citing([FactReference::new(FactKind::Stakeholder, person)])
}
