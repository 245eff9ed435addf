//! Who bars the way to somebody.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::graph::Unreliable;
use super::links::People;
use super::paths::{Costs, Search};
use super::verdict::{Blocker, BlockerKind, ChainLinkKind};
use crate::facts::{FactKind, FactReference, Stance};
use crate::values::StakeholderId;
use crate::verdict::{Comparison, Reason, Unit};

/// Everybody who bars the way to somebody whose nearest way is so far, by kind and identifier.
///
/// Who stands on a nearest way that may not be gone is told only where that way is nearer than any that may: else they
/// bar nothing. Superiors and people at odds with the target are always told.
pub(super) fn blockers(
    people: &People<'_>,
    search: &Search<'_>,
    target: NodeIndex,
    nearest: Option<u32>,
) -> Vec<Blocker> {
    let mut found: Vec<(BlockerKind, NodeIndex, Reason)> = hostile_between(people, search, target, nearest);
    found.extend(unreliable_between(people, search, target, nearest));
    found.extend(at_odds_with_target(people, search, target));
    found.extend(at_odds_on_the_way(people, search, target, nearest));
    found.extend(hostile_superiors(people, search, target));
    found.sort_by_key(|(kind, node, _)| (*kind, *node));
    found.dedup_by_key(|(kind, node, _)| (*kind, *node));
    let blocker = |(kind, node, reason): (BlockerKind, NodeIndex, Reason)| {
        Some(Blocker { kind, stakeholder: people.id(node.index())?.clone(), reason })
    };
    found.into_iter().filter_map(blocker).collect()
}

/// People against us on a nearest way that ignores where anybody stands.
fn hostile_between(
    people: &People<'_>,
    search: &Search<'_>,
    target: NodeIndex,
    nearest: Option<u32>,
) -> Vec<(BlockerKind, NodeIndex, Reason)> {
    let trust = search.trust;
    let may_use = |edge| {
        let may_pass = |from| if from == trust.us { trust.may_begin(edge, target) } else { from != target };
        trust.ends(edge).is_some_and(|(from, step)| may_pass(from) && !step.is_barred)
    };
    let Some((to, from_us, distance)) = shorter(search, target, nearest, may_use) else { return Vec::new() };
    let stands_between = |node: &NodeIndex| {
        *node != target
            && trust.standing(*node).is_hostile()
            && sum(from_us.get(*node), to.get(*node)) == Some(distance)
    };
    let hostile = trust.graph.node_indices().filter(stands_between);
    let reason = |node: NodeIndex| {
        let (person, target) = (people.id(node.index())?, people.id(target.index())?);
        let message = format!("{person}, who is against us, stands on the nearest way to {target}");
        let reason = by_rule(BlockerKind::HostileBetween, message)
            .comparing(Comparison::new("stance", Stance::Hostile, Unit::Word).against(Stance::Supporter))
            .comparing(distances(distance, nearest))
            .citing([person_fact(person)]);
        Some((BlockerKind::HostileBetween, node, reason))
    };
    hostile.filter_map(reason).collect()
}

/// People for us whom we may not rely on, on a nearest way through people for us that ignores it.
fn unreliable_between(
    people: &People<'_>,
    search: &Search<'_>,
    target: NodeIndex,
    nearest: Option<u32>,
) -> Vec<(BlockerKind, NodeIndex, Reason)> {
    let trust = search.trust;
    let is_unreliable = |node: NodeIndex| trust.standing(node).is_for_us() && trust.standing(node).unreliable.is_some();
    if !trust.graph.node_indices().any(is_unreliable) {
        return Vec::new();
    }
    let may_use = |edge| {
        let passes_on = |from| from != target && trust.standing(from).is_for_us() && !trust.are_at_odds(from, target);
        trust.ends(edge).is_some_and(|(from, step)| from == trust.us || (!step.is_barred && passes_on(from)))
    };
    let Some((to, from_us, distance)) = shorter(search, target, nearest, may_use) else { return Vec::new() };
    let stands_between = |node: &NodeIndex| {
        *node != target && is_unreliable(*node) && sum(from_us.get(*node), to.get(*node)) == Some(distance)
    };
    let reason = |node: NodeIndex| {
        let (person, target) = (people.id(node.index())?, people.id(target.index())?);
        let (why, name) = match trust.standing(node).unreliable? {
            Unreliable::InformsCompetitor => ("who is known to inform a competitor", "informs_competitor"),
            Unreliable::Inducement => ("of whom an unlawful inducement is recorded", "unlawful_inducements"),
        };
        let message = format!("{person}, {why}, stands on the nearest way to {target}");
        let reason = by_rule(BlockerKind::UnreliableBetween, message)
            .comparing(Comparison::new(name, 1, Unit::Count).against(0))
            .comparing(distances(distance, nearest))
            .citing([person_fact(person)]);
        Some((BlockerKind::UnreliableBetween, node, reason))
    };
    trust.graph.node_indices().filter(stands_between).filter_map(reason).collect()
}

/// People for us who are at odds with the target.
fn at_odds_with_target(
    people: &People<'_>,
    search: &Search<'_>,
    target: NodeIndex,
) -> Vec<(BlockerKind, NodeIndex, Reason)> {
    let reason = |node: NodeIndex| {
        let (person, target) = (people.id(node.index())?, people.id(target.index())?);
        let message = format!("{person} is for us but at odds with {target}");
        let reason = at_odds(people, BlockerKind::ConflictWithTarget, message, (person, target));
        Some((BlockerKind::ConflictWithTarget, node, reason))
    };
    let for_us = search.trust.at_odds_with(target).filter(|node| search.trust.standing(*node).passes_on());
    for_us.filter_map(reason).collect()
}

/// People for us on a nearest way through people for us that ignores who is at odds, where they are with the next.
fn at_odds_on_the_way(
    people: &People<'_>,
    search: &Search<'_>,
    target: NodeIndex,
    nearest: Option<u32>,
) -> Vec<(BlockerKind, NodeIndex, Reason)> {
    let trust = search.trust;
    let has_conflicts = trust.graph.edge_weights().any(|introduction| introduction.is_barred);
    if !has_conflicts {
        return Vec::new();
    }
    let may_use = |edge| {
        let passes_on = |from| from != target && trust.standing(from).passes_on();
        let may_pass = |from| if from == trust.us { trust.may_begin(edge, target) } else { passes_on(from) };
        trust.ends(edge).is_some_and(|(from, _)| may_pass(from))
    };
    let Some((to, from_us, distance)) = shorter(search, target, nearest, may_use) else { return Vec::new() };
    let barred = trust.graph.edge_references().filter(|edge| {
        // At odds with the target is told as such.
        let is_on_way = || {
            let cost = edge.weight().cost;
            from_us.get(edge.source()).and_then(|here| sum(Some(here.and(cost)), to.get(edge.target())))
                == Some(distance)
        };
        edge.weight().is_barred && may_use(edge.id()) && edge.target() != target && is_on_way()
    });
    let reason = |from: NodeIndex, next: NodeIndex| {
        let (person, next) = (people.id(from.index())?, people.id(next.index())?);
        let message = format!("{person} is for us but at odds with {next}, to whom the nearest way leads");
        let reason = at_odds(people, BlockerKind::ConflictOnTheWay, message, (person, next));
        Some((BlockerKind::ConflictOnTheWay, from, reason.comparing(distances(distance, nearest))))
    };
    barred.filter_map(|edge| reason(edge.source(), edge.target())).collect()
}

/// People against us above the target.
fn hostile_superiors(
    people: &People<'_>,
    search: &Search<'_>,
    target: NodeIndex,
) -> Vec<(BlockerKind, NodeIndex, Reason)> {
    let mut above: Vec<usize> = Vec::new();
    let mut here = target.index();
    while let Some(superior) = people.superior_of(here) {
        if superior == target.index() || above.contains(&superior) {
            break;
        }
        above.push(superior);
        here = superior;
    }
    let reason = |place: usize| {
        let (person, target) = (people.id(place)?, people.id(target.index())?);
        let message = format!("{person}, who is against us, is above {target} in the reporting line");
        let reason = by_rule(BlockerKind::HostileSuperior, message)
            .comparing(Comparison::new("stance", Stance::Hostile, Unit::Word).against(Stance::Supporter))
            .citing([person_fact(person), person_fact(target)]);
        Some((BlockerKind::HostileSuperior, NodeIndex::new(place), reason))
    };
    let hostile = above.into_iter().filter(|place| search.trust.standing(NodeIndex::new(*place)).is_hostile());
    hostile.filter_map(reason).collect()
}

/// Costs to the target and from us along some introductions, where the nearest way along them is nearer than one that
/// may be gone.
fn shorter(
    search: &Search<'_>,
    target: NodeIndex,
    nearest: Option<u32>,
    may_use: impl Fn(petgraph::graph::EdgeIndex) -> bool,
) -> Option<(Costs, Costs, u32)> {
    let to = search.costs_to(target, None, &may_use);
    let distance = to.get(search.trust.us)?.distance;
    if nearest.is_some_and(|nearest| nearest <= distance) {
        return None;
    }
    Some((to, search.costs_from_us(may_use), distance))
}

fn sum(one: Option<super::graph::Cost>, other: Option<super::graph::Cost>) -> Option<u32> {
    Some(one?.and(other?).distance)
}

fn by_rule(kind: BlockerKind, message: String) -> Reason {
    Reason::new(kind.as_str(), message)
}

fn at_odds(
    people: &People<'_>,
    kind: BlockerKind,
    message: String,
    (person, other): (&StakeholderId, &StakeholderId),
) -> Reason {
    by_rule(kind, message).comparing(Comparison::new("conflicts", 1, Unit::Count).against(0)).citing([people.fact(
        person,
        other,
        ChainLinkKind::ConflictsWith,
    )])
}

/// How far it would be, against how far it is.
fn distances(distance: u32, nearest: Option<u32>) -> Comparison {
    let would_be = Comparison::new("distance_if_open", distance, Unit::Count);
    match nearest {
        Some(nearest) => would_be.against(nearest),
        None => would_be,
    }
}

fn person_fact(person: &StakeholderId) -> FactReference {
    FactReference::new(FactKind::Stakeholder, person)
}
