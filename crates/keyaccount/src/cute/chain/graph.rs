//! The graph by which people introduce us to each other, and what each introduction costs in trust.
//!
//! A step from one person to the next costs the distance of their tie, plus what the one who passes us on adds. The
//! tables are ours; distances are whole numbers, so that sums and ties between ways are exact.
//!
//! | tie of the one who passes us on to the next | close | working | unknown | distant |
//! |---|---|---|---|---|
//! | knows | 1 | 2 | 3 | 4 |
//! | influences | 1 | 2 | 2 | 3 |
//! | is influenced by | 2 | 3 | 3 | 4 |
//! | is the superior of | | | 1 | |
//! | reports to | | | 3 | |
//! | is at odds with | no way | | | |
//! | any, of somebody who informs a competitor | no way | | | |
//! | any, of somebody with an unlawful inducement recorded as a driver | no way | | | |
//!
//! An insider adds 0, an ally 1, a supporter 2. The first step costs 1 to somebody in contact with us in depth, 2 after
//! several contacts, 3 otherwise.
//! Somebody who is known to inform a competitor, or of whom an unlawful inducement is recorded as what moves them, passes
//! nobody on: they are neither in between nor the first step, but may be reached themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Add;

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use super::links::{People, Tie};
use super::verdict::ChainLinkKind;
use crate::cute::verdict::ContactDepth;
use crate::facts::{RelationshipStrength as Strength, Stance};

/// What a way costs: the trust distance; of equal distances, fewer steps are nearer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub(super) distance: u32,
    pub(super) steps: u32,
}

impl Cost {
    pub(super) const fn step(distance: u32) -> Self {
        Self { distance, steps: 1 }
    }

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self { distance: self.distance.saturating_add(other.distance), steps: self.steps.saturating_add(other.steps) }
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.and(other)
    }
}

/// One introduction: from who passes us on to the one we come to know.
#[derive(Clone, Copy, Debug)]
pub(super) struct Introduction {
    /// The tie; none where we are the ones who are in contact.
    pub(super) kind: Option<ChainLinkKind>,
    pub(super) cost: Cost,
    /// Whether the two are at odds.
    pub(super) is_barred: bool,
}

/// What the search needs to know of a person.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    pub(super) stance: Option<Stance>,
    /// How deep recent contact with them is; none where no contact is recent.
    pub(super) recent: Option<ContactDepth>,
    /// Why they are not to be relied on, however much they are for us.
    pub(super) unreliable: Option<Unreliable>,
}

/// Why somebody is not asked to pass us on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreliable {
    /// They are known to inform a competitor.
    InformsCompetitor,
    /// An unlawful inducement is recorded as what moves them.
    Inducement,
}

impl Standing {
    pub(super) fn is_for_us(self) -> bool {
        self.stance.is_some_and(Stance::is_favourable)
    }

    pub(super) fn is_hostile(self) -> bool {
        self.stance == Some(Stance::Hostile)
    }

    /// Whether they may pass us on.
    pub(super) fn passes_on(self) -> bool {
        self.is_for_us() && self.unreliable.is_none()
    }

    /// Whether a way to somebody else may begin with them.
    pub(super) fn opens_ways(self) -> bool {
        self.passes_on() && self.recent.is_some()
    }
}

/// Everybody who is there, by place, and ourselves as one more node; an edge for every introduction.
pub(super) struct TrustGraph {
    pub(super) graph: DiGraph<(), Introduction>,
    pub(super) us: NodeIndex,
    standings: Vec<Standing>,
    /// Pairs of people at odds, both ways.
    conflicts: BTreeSet<(usize, usize)>,
}

impl TrustGraph {
    pub(super) fn new(people: &People<'_>, standings: Vec<Standing>) -> Self {
        let at_odds = people.ties.iter().filter(|tie| !tie.kind.carries());
        let conflicts: BTreeSet<(usize, usize)> =
            at_odds.flat_map(|tie| [(tie.from, tie.to), (tie.to, tie.from)]).collect();
        // Of several ties between two people the nearest carries; of equally near ones, the first kind.
        let mut nearest: BTreeMap<(usize, usize), (u32, ChainLinkKind)> = BTreeMap::new();
        for tie in people.ties.iter().filter(|tie| tie.kind.carries()) {
            for (pair, is_forwards) in [((tie.from, tie.to), true), ((tie.to, tie.from), false)] {
                let found = (distance(tie, is_forwards), tie.kind);
                let held = nearest.entry(pair).or_insert(found);
                *held = found.min(*held);
            }
        }
        let mut graph = DiGraph::with_capacity(people.there.len().saturating_add(1), nearest.len());
        for _ in &people.there {
            graph.add_node(());
        }
        let us = graph.add_node(());
        for ((from, to), (distance, kind)) in nearest {
            let passes_on = standings.get(from).copied().unwrap_or_default();
            let cost = Cost::step(distance.saturating_add(added_by(passes_on.stance)));
            let is_barred = conflicts.contains(&(from, to));
            let introduction = Introduction { kind: Some(kind), cost, is_barred };
            graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), introduction);
        }
        for (place, standing) in standings.iter().enumerate() {
            if let Some(depth) = standing.recent.filter(|_| standing.is_for_us()) {
                let introduction = Introduction { kind: None, cost: Cost::step(to_first(depth)), is_barred: false };
                graph.add_edge(us, NodeIndex::new(place), introduction);
            }
        }
        Self { graph, us, standings, conflicts }
    }

    pub(super) fn standing(&self, node: NodeIndex) -> Standing {
        self.standings.get(node.index()).copied().unwrap_or_default()
    }

    pub(super) fn are_at_odds(&self, one: NodeIndex, other: NodeIndex) -> bool {
        self.conflicts.contains(&(one.index(), other.index()))
    }

    /// Who is at odds with somebody.
    pub(super) fn at_odds_with(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> {
        let place = node.index();
        self.conflicts.range((place, 0)..=(place, usize::MAX)).map(|(_, other)| NodeIndex::new(*other))
    }

    /// Whether an introduction may be part of a way to somebody: who makes it may pass us on and is not at odds with the
    /// next one or with the target.
    pub(super) fn is_open(&self, edge: EdgeIndex, target: NodeIndex) -> bool {
        let Some((from, introduction)) = self.ends(edge) else { return false };
        if from == self.us {
            return self.may_begin(edge, target);
        }
        let passes_on = || from != target && self.standing(from).passes_on() && !self.are_at_odds(from, target);
        !introduction.is_barred && passes_on()
    }

    /// Whether a way to somebody may begin with a step from us: to the target itself, or to whoever may pass us on.
    pub(super) fn may_begin(&self, edge: EdgeIndex, target: NodeIndex) -> bool {
        let next = self.graph.edge_endpoints(edge).map(|(_, next)| next);
        next.is_some_and(|next| next == target || self.standing(next).opens_ways())
    }

    /// Whether anybody opens a way.
    pub(super) fn has_ways(&self) -> bool {
        self.standings.iter().any(|standing| standing.opens_ways())
    }

    /// Who makes an introduction, and what it is.
    pub(super) fn ends(&self, edge: EdgeIndex) -> Option<(NodeIndex, Introduction)> {
        let (from, _) = self.graph.edge_endpoints(edge)?;
        Some((from, *self.graph.edge_weight(edge)?))
    }
}

/// The distance of a tie for somebody who passes us on along it, or against its direction.
const fn distance(tie: &Tie, is_forwards: bool) -> u32 {
    match (tie.kind, is_forwards) {
        (ChainLinkKind::Knows | ChainLinkKind::ConflictsWith, _) => match tie.strength {
            Some(Strength::Close) => 1,
            Some(Strength::Working) => 2,
            None => 3,
            Some(Strength::Distant) => 4,
        },
        (ChainLinkKind::Influences, true) => influence(tie.strength),
        (ChainLinkKind::Influences, false) => influence(tie.strength).saturating_add(1),
        (ChainLinkKind::ReportsTo, true) => 3,
        (ChainLinkKind::ReportsTo, false) => 1,
    }
}

const fn influence(strength: Option<Strength>) -> u32 {
    match strength {
        Some(Strength::Close) => 1,
        Some(Strength::Working) | None => 2,
        Some(Strength::Distant) => 3,
    }
}

/// What somebody adds to each step by which they pass us on. Who is not for us passes nobody on: their number serves
/// only to see who stands in between.
const fn added_by(stance: Option<Stance>) -> u32 {
    match stance {
        Some(Stance::Insider) => 0,
        Some(Stance::Ally) => 1,
        Some(Stance::Supporter) => 2,
        Some(Stance::Neutral | Stance::Hostile) | None => 3,
    }
}

const fn to_first(depth: ContactDepth) -> u32 {
    match depth {
        ContactDepth::InDepth => 1,
        ContactDepth::Several => 2,
        ContactDepth::Brief | ContactDepth::None => 3,
    }
}
