//! Who stands between others: betweenness by Brandes's algorithm, on ties without direction or length.

use std::collections::BTreeSet;

use petgraph::graph::{NodeIndex, UnGraph};

use super::links::People;

/// The most people with a tie times ties for which it is computed.
const MOST_WORK: usize = 50_000_000;

/// Of all pairs of others, the share whose shortest ties run through each person, by place. Where several ties are
/// equally short, each counts in part. None where there are too many people and ties to compute it.
///
/// It is what networkx gives as `betweenness_centrality` of an undirected graph, normalised.
pub(super) fn betweenness(people: &People<'_>) -> Option<Vec<f64>> {
    let pairs: BTreeSet<(usize, usize)> = people
        .ties
        .iter()
        .filter(|tie| tie.kind.carries())
        .map(|tie| (tie.from.min(tie.to), tie.from.max(tie.to)))
        .collect();
    of_pairs(people.there.len(), &pairs)
}

fn of_pairs(people: usize, pairs: &BTreeSet<(usize, usize)>) -> Option<Vec<f64>> {
    let mut graph: UnGraph<(), ()> = UnGraph::with_capacity(people, pairs.len());
    for _ in 0..people {
        graph.add_node(());
    }
    for (one, other) in pairs {
        graph.add_edge(NodeIndex::new(*one), NodeIndex::new(*other), ());
    }
    let tied: BTreeSet<usize> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    if tied.len().checked_mul(pairs.len()).is_none_or(|work| work > MOST_WORK) {
        return None;
    }
    let mut sums = vec![0.0; people];
    for source in tied {
        add_from(&graph, source, &mut sums)?;
    }
    // Every pair was counted from both its ends.
    let pairs_of_others = people.saturating_sub(1) as f64 * people.saturating_sub(2) as f64;
    Some(sums.into_iter().map(|sum| if pairs_of_others > 0.0 { sum / pairs_of_others } else { 0.0 }).collect())
}

/// Adds how much each person stands between one and all others; none where there are more ways than can be counted.
fn add_from(graph: &UnGraph<(), ()>, source: usize, sums: &mut [f64]) -> Option<()> {
    let people = graph.node_count();
    let mut distances: Vec<Option<u32>> = vec![None; people];
    let mut ways = vec![0.0_f64; people];
    let mut order = Vec::new();
    *distances.get_mut(source)? = Some(0);
    *ways.get_mut(source)? = 1.0;
    order.push(source);
    let mut next = 0_usize;
    while let Some(here) = order.get(next).copied() {
        next = next.saturating_add(1);
        let (beyond, ways_here) = ((*distances.get(here)?)?.saturating_add(1), *ways.get(here)?);
        for there in graph.neighbors(NodeIndex::new(here)).map(NodeIndex::index) {
            let distance = distances.get_mut(there)?;
            if distance.is_none() {
                *distance = Some(beyond);
                order.push(there);
            }
            if *distance == Some(beyond) {
                *ways.get_mut(there)? += ways_here;
            }
        }
        if !ways_here.is_finite() {
            return None;
        }
    }
    let mut shares = vec![0.0_f64; people];
    for here in order.into_iter().rev() {
        let (distance, share) = ((*distances.get(here)?)?, *shares.get(here)?);
        let for_each_way = (1.0 + share) / *ways.get(here)?;
        for before in graph.neighbors(NodeIndex::new(here)).map(NodeIndex::index) {
            if (*distances.get(before)?)?.checked_add(1) == Some(distance) {
                *shares.get_mut(before)? += *ways.get(before)? * for_each_way;
            }
        }
        if here != source {
            *sums.get_mut(here)? += share;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with networkx 3.6.1, `betweenness_centrality`.
    fn assert_like_networkx(people: usize, pairs: &[(usize, usize)], expected: &[f64]) {
        let computed = of_pairs(people, &pairs.iter().copied().collect()).unwrap();
        assert_eq!(computed.len(), expected.len());
        for (at, (computed, expected)) in computed.iter().zip(expected).enumerate() {
            assert!((computed - expected).abs() < 1e-14, "{at}: {computed} against {expected}");
        }
    }

    #[test]
    fn the_kite_of_krackhardt() {
        let pairs = [
            (0, 1),
            (0, 2),
            (0, 3),
            (0, 5),
            (1, 3),
            (1, 4),
            (1, 6),
            (2, 3),
            (2, 5),
            (3, 4),
            (3, 5),
            (3, 6),
            (4, 6),
            (5, 6),
            (5, 7),
            (6, 7),
            (7, 8),
            (8, 9),
        ];
        let expected = [
            0.023_148_148_148_148_143,
            0.023_148_148_148_148_143,
            0.0,
            0.101_851_851_851_851_83,
            0.0,
            0.231_481_481_481_481_48,
            0.231_481_481_481_481_48,
            0.388_888_888_888_888_84,
            0.222_222_222_222_222_2,
            0.0,
        ];
        assert_like_networkx(10, &pairs, &expected);
    }

    #[test]
    fn an_organisation_in_parts_with_people_all_alone() {
        let pairs = [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6), (4, 5), (6, 7), (8, 9), (9, 10)];
        let expected = [
            0.109_090_909_090_909_09,
            0.127_272_727_272_727_26,
            0.199_999_999_999_999_98,
            0.0,
            0.036_363_636_363_636_36,
            0.054_545_454_545_454_55,
            0.109_090_909_090_909_09,
            0.0,
            0.0,
            0.018_181_818_181_818_18,
            0.0,
            0.0,
        ];
        assert_like_networkx(12, &pairs, &expected);
    }

    #[test]
    fn few_people_and_too_many() {
        assert_like_networkx(0, &[], &[]);
        assert_like_networkx(2, &[(0, 1)], &[0.0, 0.0]);
        assert_like_networkx(3, &[(0, 1), (1, 2)], &[0.0, 1.0, 0.0]);
        let star: BTreeSet<(usize, usize)> = (1..8_000).map(|other| (0, other)).collect();
        assert!(of_pairs(8_000, &star).is_none(), "not computed");
        // Each square doubles the number of ways: more than a number can hold.
        let squares =
            (0..1_100).map(|at| at * 3).flat_map(|at| [(at, at + 1), (at, at + 2), (at + 1, at + 3), (at + 2, at + 3)]);
        assert!(of_pairs(3_301, &squares.collect()).is_none(), "not computed");
    }
}
