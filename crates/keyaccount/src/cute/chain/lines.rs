//! Reporting lines that run in circles or lead nowhere.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::links::People;
use super::verdict::{BrokenLine, BrokenLineKind, ReportingCircle};
use crate::cute::index::CommitteeIndex;
use crate::values::StakeholderId;

/// The circles among people who are there, by the first identifier of each.
pub(super) fn circles(people: &People<'_>) -> Vec<ReportingCircle> {
    let lines = (0..people.there.len()).filter_map(|place| Some((place, people.superior_of(place)?)));
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(people.there.len(), people.there.len());
    for _ in &people.there {
        graph.add_node(());
    }
    for (from, to) in lines {
        graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
    }
    let is_circle = |nodes: &Vec<NodeIndex>| nodes.len() > 1 || nodes.iter().any(|one| graph.contains_edge(*one, *one));
    let firsts = tarjan_scc(&graph).into_iter().filter(is_circle).filter_map(|nodes| nodes.into_iter().min());
    let mut firsts: Vec<usize> = firsts.map(NodeIndex::index).collect();
    firsts.sort_unstable();
    firsts.into_iter().map(|first| circle(people, first)).collect()
}

/// Everybody up the line from one who stands in a circle; each has one superior, so the circle is all there is.
fn circle(people: &People<'_>, first: usize) -> ReportingCircle {
    let up = |place: &usize| people.superior_of(*place).filter(|superior| *superior != first);
    let around = std::iter::successors(Some(first), up).take(people.there.len());
    ReportingCircle { stakeholders: around.filter_map(|place| people.id(place).cloned()).collect() }
}

/// The lines that lead to nobody who is there, by person.
///
/// Where no superior is recorded somebody is on top, as long as anybody reports to them; who stands all alone while
/// others have lines has a line that is not known. People outside the customer's company have none.
pub(super) fn broken_lines(
    index: &CommitteeIndex<'_>,
    people: &People<'_>,
    is_of_customer: impl Fn(usize) -> bool,
) -> Vec<BrokenLine> {
    let others_have_lines = people.superiors.iter().any(Option::is_some);
    let mut has_reports = vec![false; people.there.len()];
    for superior in (0..people.there.len()).filter_map(|place| people.superior_of(place)) {
        if let Some(has_reports) = has_reports.get_mut(superior) {
            *has_reports = true;
        }
    }
    let line = |(place, superior): (usize, &Option<&StakeholderId>)| {
        let kind = match superior {
            Some(superior) if people.place(superior).is_some() => return None,
            Some(superior) if index.person(superior).is_some() => BrokenLineKind::SuperiorLeft,
            Some(_) => BrokenLineKind::SuperiorOfAnotherAccount,
            None if !others_have_lines || *has_reports.get(place)? || !is_of_customer(place) => return None,
            None => BrokenLineKind::NoSuperiorKnown,
        };
        Some(BrokenLine { stakeholder: people.id(place)?.clone(), kind, superior: superior.cloned() })
    };
    people.superiors.iter().enumerate().filter_map(line).collect()
}
