//! From who stands where to the points of the drawing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::block::Turn;
use super::layout::{Layout, Placing, lay_out};
use super::measure::{
    ABOVE, BOTTOM, COLUMN, MARGIN, NARROWEST, RADIUS_LEAST, RADIUS_MOST, RADIUS_UNKNOWN, ROW, TOP, whole,
};
use super::people::Cast;
use super::route::Crowd;
use super::verdict::{MapContact, MapLink, MapMember, MapPerson, MapPoint};
use crate::cute::chain::{ChainLink, ChainLinkKind};
use crate::cute::verdict::CommitteePerson;
use crate::values::{Influence, MemberId, StakeholderId};

/// A drawing: its size, and where everybody stands.
pub(super) struct Drawing<'a> {
    pub(super) width: u32,
    pub(super) height: u32,
    layout: Layout,
    /// Where each person is in the layout.
    positions: BTreeMap<&'a StakeholderId, usize>,
    /// Whom each person stands below in their tree.
    superiors: Vec<Option<usize>>,
    members_per_row: usize,
}

impl<'a> Drawing<'a> {
    pub(super) fn of(cast: &'a Cast) -> Self {
        let mut order: Vec<(u8, Reverse<Option<Influence>>, &StakeholderId)> = cast
            .people
            .iter()
            .map(|(id, (person, in_committee))| (group(person, *in_committee), Reverse(person.influence), id))
            .collect();
        order.sort();
        let positions: BTreeMap<_, _> = order.iter().enumerate().map(|(at, (_, _, id))| (*id, at)).collect();
        let mut superiors = vec![None; order.len()];
        for link in cast.links.iter().filter(|link| link.kind == ChainLinkKind::ReportsTo) {
            let Some(place) = positions.get(&link.from).and_then(|at| superiors.get_mut(*at)) else { continue };
            *place = positions.get(&link.to).copied();
        }
        cut_circles(&mut superiors);
        let placings = order.iter().zip(&superiors);
        let placings: Vec<Placing> =
            placings.map(|((group, _, _), superior)| Placing { superior: *superior, group: *group }).collect();
        let layout = lay_out(&placings);

        let width = layout.width.saturating_add(MARGIN.saturating_mul(2)).max(NARROWEST);
        let members = cast.contacts.iter().map(|contact| &contact.member).collect::<BTreeSet<_>>().len();
        let members_per_row = usize::try_from(width.div_euclid(COLUMN)).unwrap_or(usize::MAX).max(1);
        let rows = layout.rows.saturating_add(whole(members.div_ceil(members_per_row)));
        let height = Self::y(rows.saturating_sub(1)).saturating_add(BOTTOM);
        Self { width, height, layout, positions, superiors, members_per_row }
    }

    pub(super) fn spot(&self, person: &StakeholderId) -> Turn {
        let spot = self.positions.get(person).and_then(|at| self.layout.spots.get(*at));
        spot.copied().unwrap_or_default()
    }

    pub(super) const fn x(&self, spot: Turn) -> u32 {
        spot.x.saturating_add(self.width.saturating_sub(self.layout.width).div_euclid(2))
    }

    /// The middle of a row.
    pub(super) const fn y(row: u32) -> u32 {
        TOP.saturating_add(row.saturating_mul(ROW))
    }

    /// The lines with their ways.
    pub(super) fn links(&self, links: &[ChainLink], people: &[MapPerson]) -> Vec<MapLink> {
        let mut crowd = Crowd::new(people, self.width, self.height);
        let on_map =
            |id: &StakeholderId| people.get(people.binary_search_by(|person| person.person.stakeholder.cmp(id)).ok()?);
        let drawn = links.iter().filter_map(|link| {
            let (from, to) = (on_map(&link.from)?, on_map(&link.to)?);
            let ends = |between: Vec<MapPoint>| [vec![middle_of(from)], between, vec![middle_of(to)]].concat();
            let points = match self.corners(link) {
                Some(corners) => {
                    if from.x == to.x {
                        crowd.note_straight(from, to);
                    }
                    ends(corners)
                }
                None => ends(vec![crowd.bend(from, to)]),
            };
            let ChainLink { from, to, kind, strength } = link.clone();
            Some(MapLink { from, to, kind, strength, points })
        });
        drawn.collect()
    }

    /// Where a reporting line turns; none for a line that runs outside the trees.
    fn corners(&self, link: &ChainLink) -> Option<Vec<MapPoint>> {
        let at = *self.positions.get(&link.from).filter(|_| link.kind == ChainLinkKind::ReportsTo)?;
        (*self.superiors.get(at)?)?;
        let turns = self.layout.turns.get(at)?.iter();
        Some(turns.map(|turn| MapPoint { x: self.x(*turn), y: Self::y(turn.row).saturating_sub(ABOVE) }).collect())
    }

    /// Our own people: each as far to the right as the people they were in contact with, on average.
    pub(super) fn members(&self, contacts: &[MapContact], people: &[MapPerson]) -> Vec<MapMember> {
        let places: BTreeMap<_, _> = people.iter().map(|person| (&person.person.stakeholder, person.x)).collect();
        let mut reached: BTreeMap<&Option<MemberId>, (u64, u64)> = BTreeMap::new();
        for contact in contacts {
            let (sum, count) = reached.entry(&contact.member).or_default();
            *sum = sum.saturating_add(places.get(&contact.stakeholder).copied().unwrap_or_default().into());
            *count = count.saturating_add(1);
        }
        let mean = |(sum, count): (u64, u64)| sum.checked_div(count);
        let mut order: Vec<_> = reached.into_iter().map(|(member, sums)| (mean(sums), member)).collect();
        order.sort();
        let lines = order.chunks(self.members_per_row).zip(self.layout.rows..);
        let placed = lines.flat_map(|(line, row)| {
            // Each in the middle of an equal part of the width.
            let parts = whole(line.len()).saturating_mul(2).max(1);
            line.iter().zip(0_u32..).map(move |((_, member), at)| MapMember {
                member: (*member).clone(),
                x: at.saturating_mul(2).saturating_add(1).saturating_mul(self.width).div_euclid(parts),
                y: Self::y(row),
            })
        });
        placed.collect()
    }
}

const fn middle_of(person: &MapPerson) -> MapPoint {
    MapPoint { x: person.x, y: person.y }
}

/// People stand in the order of these groups: by the weightiest role they play, then who plays none, who is outside the
/// committee, and who left.
fn group(person: &CommitteePerson, in_committee: bool) -> u8 {
    match (person.left_on, in_committee, person.roles.iter().max()) {
        (Some(_), _, _) => 6,
        (None, false, _) => 5,
        (None, true, None) => 4,
        (None, true, Some(role)) => 3_u8.saturating_sub(*role as u8),
    }
}

/// Takes from every circle of superiors the line of the person who stands first.
fn cut_circles(superiors: &mut [Option<usize>]) {
    let mut seen: Vec<Option<usize>> = vec![None; superiors.len()];
    for start in 0..superiors.len() {
        let mut next = Some(start);
        while let Some((at, place)) = next.and_then(|at| Some((at, seen.get_mut(at)?))) {
            match place {
                None => {
                    *place = Some(start);
                    next = superiors.get(at).copied().flatten();
                }
                Some(walk) if *walk == start => {
                    cut(superiors, at);
                    break;
                }
                Some(_) => break,
            }
        }
    }
}

/// Cuts the circle that somebody is in.
fn cut(superiors: &mut [Option<usize>], start: usize) {
    let above = |at: usize| superiors.get(at).copied().flatten();
    let others = std::iter::successors(above(start), |at| above(*at)).take_while(|at| *at != start);
    let first = others.fold(start, usize::min);
    if let Some(place) = superiors.get_mut(first) {
        *place = None;
    }
}

/// The radius of a circle whose area grows with the influence.
pub(super) fn radius(influence: Option<Influence>) -> u32 {
    let Some(influence) = influence else { return RADIUS_UNKNOWN };
    let (least, most) = (square(RADIUS_LEAST), square(RADIUS_MOST));
    let grown = influence.value().saturating_mul(most.saturating_sub(least)).checked_div(Decimal::ONE_HUNDRED);
    let square = least.saturating_add(grown.unwrap_or_default());
    square.to_u32().map_or(RADIUS_MOST, u32::isqrt)
}

fn square(radius: u32) -> Decimal {
    Decimal::from(radius.saturating_mul(radius))
}
