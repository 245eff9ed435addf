//! The nearest ways to somebody that pass nobody twice: Yen's algorithm, with Lawler's saving, over Dijkstra's.
//!
//! Ways are ordered by distance, then by the number of steps, then by the people's identifiers from first to last, so
//! which three are the nearest is never in doubt.

use std::cell::Cell;
use std::collections::BTreeSet;

use petgraph::Direction::Outgoing;
use petgraph::algo::dijkstra;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::{EdgeFiltered, EdgeRef, Reversed};

use super::graph::{Cost, TrustGraph};

/// Most ways that are looked for to one person.
const MOST_WAYS: usize = 3;

/// A way from us to somebody; we are its first node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way {
    pub(super) cost: Cost,
    pub(super) nodes: Vec<NodeIndex>,
}

/// What it costs to come to or from each node.
pub(super) struct Costs(Vec<Option<Cost>>);

impl Costs {
    /// The cost of a node; none where there is no way.
    pub(super) fn get(&self, node: NodeIndex) -> Option<Cost> {
        *self.0.get(node.index())?
    }
}

/// Distances along the introductions of a graph, with a count of the work done.
pub(super) struct Search<'g> {
    pub(super) trust: &'g TrustGraph,
    work: Cell<u64>,
}

impl<'g> Search<'g> {
    pub(super) const fn new(trust: &'g TrustGraph) -> Self {
        Self { trust, work: Cell::new(0) }
    }

    /// How many nodes and edges the searches so far may have looked at.
    pub(super) const fn work(&self) -> u64 {
        self.work.get()
    }

    /// What it costs to come from each node to the target along some introductions, as far as a start.
    pub(super) fn costs_to(
        &self,
        target: NodeIndex,
        start: Option<NodeIndex>,
        may_use: impl Fn(EdgeIndex) -> bool,
    ) -> Costs {
        self.count();
        let graph = EdgeFiltered::from_fn(Reversed(&self.trust.graph), |edge| may_use(edge.id()));
        self.by_node(dijkstra(&graph, target, start, |edge| edge.weight().cost))
    }

    /// What it costs to come from us to each node along some introductions.
    pub(super) fn costs_from_us(&self, may_use: impl Fn(EdgeIndex) -> bool) -> Costs {
        self.count();
        let graph = EdgeFiltered::from_fn(&self.trust.graph, |edge| may_use(edge.id()));
        self.by_node(dijkstra(&graph, self.trust.us, None, |edge| edge.weight().cost))
    }

    fn by_node(&self, costs: impl IntoIterator<Item = (NodeIndex, Cost)>) -> Costs {
        let mut by_node = vec![None; self.trust.graph.node_count()];
        for (node, cost) in costs {
            if let Some(place) = by_node.get_mut(node.index()) {
                *place = Some(cost);
            }
        }
        Costs(by_node)
    }

    fn count(&self) {
        let graph = &self.trust.graph;
        let size = u64::try_from(graph.node_count().saturating_add(graph.edge_count())).unwrap_or(u64::MAX);
        self.work.set(self.work.get().saturating_add(size));
    }

    /// The nearest ways to somebody through people who are for us, the nearest first.
    pub(super) fn nearest(&self, target: NodeIndex) -> Vec<Way> {
        let is_open = |edge| self.trust.is_open(edge, target);
        let Some(first) = self.best(&[self.trust.us], target, is_open) else { return Vec::new() };
        let mut found: Vec<Way> = Vec::new();
        // Each candidate with the place from which it leaves the way that it was found from.
        let mut candidates = BTreeSet::from([(first, 0_usize)]);
        while let Some((way, left_at)) = candidates.pop_first() {
            found.push(way);
            if found.len() == MOST_WAYS {
                break;
            }
            let Some(way) = found.last() else { break };
            for at in left_at..way.nodes.len().saturating_sub(1) {
                let Some(root) = way.nodes.get(..=at) else { break };
                let Some((spur, passed)) = root.split_last() else { break };
                let taken: BTreeSet<NodeIndex> = found
                    .iter()
                    .filter(|other| other.nodes.starts_with(root))
                    .filter_map(|other| other.nodes.get(root.len()).copied())
                    .collect();
                let may_use = |edge: EdgeIndex| {
                    let Some((from, to)) = self.trust.graph.edge_endpoints(edge) else { return false };
                    let is_passed = passed.contains(&from) || passed.contains(&to) || to == *spur;
                    is_open(edge) && !is_passed && !(from == *spur && taken.contains(&to))
                };
                candidates.extend(self.best(root, target, may_use).map(|way| (way, at)));
            }
        }
        found
    }

    /// The nearest way that begins with some nodes and goes on along some introductions.
    fn best(&self, root: &[NodeIndex], target: NodeIndex, may_use: impl Fn(EdgeIndex) -> bool) -> Option<Way> {
        let start = *root.last()?;
        let costs = self.costs_to(target, Some(start), &may_use);
        let mut left = costs.get(start)?;
        let mut nodes = root.to_vec();
        let mut here = start;
        // Of the nodes that lie on a nearest way the first one by identifier: the nodes are in their order.
        while here != target {
            let next = self.trust.graph.edges_directed(here, Outgoing).filter_map(|edge| {
                let rest = costs.get(edge.target()).filter(|_| may_use(edge.id()))?;
                (edge.weight().cost.and(rest) == left).then_some((edge.target(), rest))
            });
            (here, left) = next.min_by_key(|(node, _)| *node)?;
            nodes.push(here);
        }
        Some(Way { cost: self.cost(&nodes), nodes })
    }

    /// The costs of all steps of a way.
    fn cost(&self, nodes: &[NodeIndex]) -> Cost {
        let step = |pair: &[NodeIndex]| {
            let [from, to] = pair else { return None };
            let edge = self.trust.graph.find_edge(*from, *to)?;
            self.trust.graph.edge_weight(edge).map(|introduction| introduction.cost)
        };
        nodes.windows(2).filter_map(step).fold(Cost::default(), Cost::and)
    }
}
