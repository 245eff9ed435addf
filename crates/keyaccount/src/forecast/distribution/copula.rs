//! A common market factor: deals are won more often together than chance alone would have it.
//!
//! In the one-factor Gaussian copula (Vasicek) a deal is won where √ρ·M + √(1 − ρ)·E is at most Φ⁻¹(p), with M, the
//! market, common to all and E its own. Whatever the market does, deals are independent of each other given it, each
//! with its chance Φ((Φ⁻¹(p) + √ρ·z)/√(1 − ρ)); z is how good the market is. So the distribution is a mixture of
//! independent ones, over a normal z. The integral is a sum over the points of panels, which are divided in two until
//! the error is small where the distribution function bends most with the market.

#![expect(clippy::arithmetic_side_effects, reason = "floats, and counts of points that a budget limits")]

use std::collections::{BTreeMap, BinaryHeap};

use super::deals::Deals;
use super::kernel::{Effort, Kernel};
use super::law::{Law, Part};
use super::mixture::Mixture;
use super::quadrature::{EDGE, POINTS, Point, error, points};
use crate::forecast::normal;

/// Panels to begin with.
const PANELS: u32 = 6;
/// An error that is as good as none.
const EXACT: f64 = 2e-10;
/// Most chances of deals that are computed, and most points.
const CHANCES: usize = 1 << 26;
const MOST_POINTS: usize = 1 << 13;
/// Numbers that a kernel may keep so that it is kept itself.
const LIGHT: usize = 1 << 12;
/// At which points of a panel, and at which of their quantiles, the distribution function is watched.
const WATCHED: [usize; 5] = [0, 4, 7, 10, 14];
const LEVELS: [f64; 3] = [0.1, 0.5, 0.9];

/// How good the market is, and how much that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Node {
    market: f64,
    weight: f64,
}

impl Node {
    pub(super) fn weight(self) -> f64 {
        self.weight
    }
}

/// Deals with a market in common.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Copula {
    /// √ρ and √(1 − ρ).
    common: f64,
    own: f64,
    pub(super) nodes: Vec<Node>,
}

impl Copula {
    /// The chance of a deal whose own chance is the threshold's, in a market.
    fn chance(&self, threshold: f64, market: f64) -> f64 {
        normal::cdf((threshold + self.common * market) / self.own)
    }

    /// What a chance becomes at a node.
    pub(super) fn chance_at(&self, chance: f64, node: Node) -> f64 {
        self.chance(normal::quantile(chance), node.market)
    }

    /// The law of deals at a node alone, and all open deals' units then.
    pub(super) fn part_at(&self, deals: &Deals, node: Node) -> (Part, i128) {
        Conditional::of(self, deals).part(node.market, node.weight)
    }

    /// The law of open deals with a correlation above zero, with the variance in squares of units of the input.
    pub(super) fn law(deals: &Deals, correlation: f64) -> (Self, Law, f64) {
        let mut copula =
            Self { common: libm::sqrt(correlation), own: libm::sqrt(1.0 - correlation), nodes: Vec::new() };
        let conditional = Conditional::of(&copula, deals);
        let (panels, error) = conditional.panels();
        let whole: f64 = panels.iter().flat_map(|panel| &panel.points).map(|point| point.fine).sum();
        let mut nodes = Vec::new();
        let mut mixture = Mixture::of(deals);
        for panel in panels {
            let mut kept = panel.parts.into_iter().flatten();
            for point in &panel.points {
                let weight = point.fine / whole;
                let part = kept.next().unwrap_or_else(|| conditional.part(point.at, weight).0);
                nodes.push(Node { market: point.at, weight });
                mixture.add(Part { weight, ..part });
            }
        }
        let variance = conditional.variance(&nodes);
        copula.nodes = nodes;
        // What lies beyond the edges, and what rounding leaves of so many terms.
        (copula, mixture.law(error + 2e-12), variance)
    }
}

/// Deals given the market.
struct Conditional<'a> {
    copula: &'a Copula,
    deals: &'a Deals,
    /// Φ⁻¹ of every chance that there is.
    thresholds: Vec<f64>,
    /// Which of them each deal has.
    which: Vec<usize>,
}

struct Panel {
    from: f64,
    to: f64,
    error: f64,
    /// The same, or nothing where it comes from the kernels' own errors, which no finer panel would make smaller.
    reducible: f64,
    points: Vec<Point>,
    /// The kernels at the points, where they are light enough to be kept.
    parts: Option<Vec<Part>>,
}

impl<'a> Conditional<'a> {
    fn of(copula: &'a Copula, deals: &'a Deals) -> Self {
        let mut places: BTreeMap<u64, usize> = deals.open.iter().map(|deal| (deal.won.to_bits(), 0)).collect();
        let mut thresholds = Vec::with_capacity(places.len());
        for (chance, place) in &mut places {
            *place = thresholds.len();
            thresholds.push(normal::quantile(f64::from_bits(*chance)));
        }
        let place = |chance: f64| places.get(&chance.to_bits()).copied().unwrap_or_default();
        let which = deals.open.iter().map(|deal| place(deal.won)).collect();
        Self { copula, deals, thresholds, which }
    }

    /// Each deal's units with its chance in a market.
    fn given(&self, market: f64) -> impl Iterator<Item = (u64, f64)> {
        let chances: Vec<f64> =
            self.thresholds.iter().map(|threshold| self.copula.chance(*threshold, market)).collect();
        let chance = move |which: &usize| chances.get(*which).copied().unwrap_or_default();
        self.deals.open.iter().zip(&self.which).map(move |(deal, which)| (deal.units, chance(which)))
    }

    fn part(&self, market: f64, weight: f64) -> (Part, i128) {
        let mut deals = Deals::sorted(self.given(market));
        let (kernel, moments) = Kernel::of(&deals.open, deals.unit.saturating_mul(self.deals.unit), &Effort::PART);
        deals.certain = deals.certain.saturating_mul(self.deals.unit.into()).saturating_add(self.deals.certain);
        deals.unit = deals.unit.saturating_mul(self.deals.unit);
        (Part::of(weight, &deals, kernel), i128::try_from(moments.total).unwrap_or(i128::MAX))
    }

    /// Divides the panel whose error is largest until all together are small, or there are too many.
    fn panels(&self) -> (Vec<Panel>, f64) {
        let width = 2.0 * EDGE / f64::from(PANELS);
        let edge = |panel: u32| f64::from(panel) * width - EDGE;
        let mut panels: BinaryHeap<Panel> = (0..PANELS).map(|panel| self.panel(edge(panel), edge(panel + 1))).collect();
        let most = (CHANCES / self.deals.open.len().max(1)).clamp(2 * POINTS * PANELS as usize, MOST_POINTS);
        let mut spent = panels.len() * POINTS;
        let sum = |panels: &BinaryHeap<Panel>, error: fn(&Panel) -> f64| {
            // In an order of its own: a heap's depends on what was divided before.
            let mut errors: Vec<f64> = panels.iter().map(error).collect();
            errors.sort_unstable_by(f64::total_cmp);
            errors.iter().sum::<f64>()
        };
        while spent < most && sum(&panels, |panel| panel.reducible) > EXACT {
            let Some(worst) = panels.pop() else { break };
            let middle = (worst.from + worst.to) / 2.0;
            panels.push(self.panel(worst.from, middle));
            panels.push(self.panel(middle, worst.to));
            spent += 2 * POINTS;
        }
        let error = sum(&panels, |panel| panel.error);
        let mut panels = panels.into_vec();
        panels.sort_unstable_by(|one, other| one.from.total_cmp(&other.from));
        (panels, error)
    }

    fn panel(&self, from: f64, to: f64) -> Panel {
        let points = points(from, to);
        let parts: Vec<(Part, i128)> = points.iter().map(|point| self.part(point.at, 0.0)).collect();
        let mut worst = 0.0_f64;
        for (part, total) in WATCHED.iter().filter_map(|watched| parts.get(*watched)) {
            for level in LEVELS {
                let units = quantile(part, *total, level);
                let values: Vec<f64> = parts.iter().map(|(part, _)| part.cdf(units)).collect();
                worst = worst.max(error(&points, &values));
            }
        }
        let kernels: Vec<f64> = parts.iter().map(|(part, _)| part.kernel.error).collect();
        let light = parts.iter().all(|(part, _)| part.kernel.numbers() <= LIGHT);
        let parts = light.then(|| parts.into_iter().map(|(part, _)| part).collect());
        let own: f64 = points.iter().zip(&kernels).map(|(point, error)| point.fine * error).sum();
        let reducible = if worst > own { worst } else { 0.0 };
        Panel { from, to, error: worst, reducible, points, parts }
    }

    /// The mean variance given the market, and the variance of the mean given it.
    fn variance(&self, nodes: &[Node]) -> f64 {
        let (mut within, mut first, mut second) = (0.0, 0.0, 0.0);
        // About the mean, so that nothing large cancels.
        let about: f64 = self.deals.open.iter().map(|deal| deal.units as f64 * deal.won).sum();
        for node in nodes {
            let (mut mean, mut variance) = (0.0, 0.0);
            for (units, won) in self.given(node.market) {
                let units = units as f64;
                mean += units * won;
                variance += units * units * won * (1.0 - won);
            }
            let off = mean - about;
            within += node.weight * variance;
            first += node.weight * off;
            second += node.weight * off * off;
        }
        let unit = self.deals.unit as f64;
        (within + (second - first * first).max(0.0)) * unit * unit
    }
}

/// A quantile, not to the last digit.
fn quantile(part: &Part, total: i128, level: f64) -> i128 {
    let (mut low, mut high) = (-1_i128, total);
    for _ in 0..40 {
        let middle = low + ((high - low) >> 1);
        if high - low <= 1 {
            break;
        }
        if part.kernel.cdf(middle) >= level {
            high = middle;
        } else {
            low = middle;
        }
    }
    high.saturating_mul(part.unit).saturating_add(part.certain)
}

impl PartialEq for Panel {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Panel {}

impl PartialOrd for Panel {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Panel {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.reducible.total_cmp(&other.reducible).then_with(|| other.from.total_cmp(&self.from))
    }
}
