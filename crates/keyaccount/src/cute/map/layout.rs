//! Where the people of a map stand: trees of those with reporting lines, below them the others in rows.
//!
//! A person stands above the middle of those who report to them. Who has nobody below them stands with their like in
//! a block of several rows, and blocks that would make the picture too wide go to further shelves below. How wide
//! blocks and shelves may be is tried out: the picture that fits best on a screen is taken.

use super::block::{Piece, Shelf, Turn, block_of, shelves};
use super::measure::{COLUMN, GROUP_GAP, GUTTER, HEIGHT_RATIO, MARGIN, ROW, TOP, WIDTH_RATIO, whole};

/// Somebody to be placed. The order of the people is the order in which they stand where nothing else decides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placing {
    /// Whom they report to, by position; no line runs in a circle.
    pub(super) superior: Option<usize>,
    /// People without lines stand together by this.
    pub(super) group: u8,
}

/// Where everybody stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) width: u32,
    pub(super) rows: u32,
    /// Of each person the middle, and the row.
    pub(super) spots: Vec<Turn>,
    /// Where the line from each person up to their superior turns: above that row.
    pub(super) turns: Vec<Vec<Turn>>,
}

/// Rows of leaves under one superior are at most one of these long.
const LEAF_COLUMNS: [usize; 9] = [1, 2, 3, 4, 5, 6, 8, 12, 16];

/// The layout that fits best on a screen; of equal ones the first tried.
pub(super) fn lay_out(people: &[Placing]) -> Layout {
    let forest = Forest::of(people);
    let base = people.len().saturating_mul(2).isqrt().saturating_add(2);
    let step = base.checked_div(8).unwrap_or(1).max(1);
    let widest = (base.div_ceil(2).max(2)..=base.saturating_mul(2)).step_by(step);
    let tried = widest.flat_map(|columns| {
        let fitting = LEAF_COLUMNS.into_iter().filter(move |leaves| *leaves <= columns);
        fitting.map(move |leaves| (columns, leaves))
    });
    tried.map(|(columns, leaves)| forest.laid_out(people, columns, leaves)).min_by_key(Layout::size).unwrap_or_default()
}

impl Layout {
    /// How large it is on a screen of the usual proportions: the side that it fills counts twice, the other once, for
    /// room left free is not worth much smaller names; and then the area.
    fn size(&self) -> (u64, u64) {
        let width = u64::from(self.width).saturating_add(u64::from(MARGIN).saturating_mul(2));
        let height = u64::from(self.rows.saturating_add(1)).saturating_mul(u64::from(ROW)).saturating_add(TOP.into());
        let sides = (width.saturating_mul(HEIGHT_RATIO), height.saturating_mul(WIDTH_RATIO));
        let larger = sides.0.max(sides.1);
        (sides.0.saturating_add(sides.1).saturating_add(larger), width.saturating_mul(height))
    }
}

/// Who stands below whom.
struct Forest {
    below: Vec<Vec<usize>>,
    /// Everybody with a line, superiors before their people.
    order: Vec<usize>,
    roots: Vec<usize>,
    alone: Vec<usize>,
}

impl Forest {
    fn of(people: &[Placing]) -> Self {
        let mut below = vec![Vec::new(); people.len()];
        for (person, placing) in people.iter().enumerate() {
            if let Some(list) = placing.superior.and_then(|superior| below.get_mut(superior)) {
                list.push(person);
            }
        }
        let has_people = |person: usize| below.get(person).is_some_and(|list: &Vec<usize>| !list.is_empty());
        let tops = people.iter().enumerate().filter(|(_, placing)| placing.superior.is_none());
        let (roots, alone): (Vec<usize>, Vec<usize>) = tops.map(|(person, _)| person).partition(|one| has_people(*one));
        let mut order = roots.clone();
        let mut next = 0;
        while let Some(person) = order.get(next) {
            order.extend_from_slice(below.get(*person).map_or(&[][..], Vec::as_slice));
            next = next.saturating_add(1);
        }
        Self { below, order, roots, alone }
    }

    fn of_person(&self, person: usize) -> &[usize] {
        self.below.get(person).map_or(&[], Vec::as_slice)
    }

    fn laid_out(&self, people: &[Placing], columns: usize, leaf_columns: usize) -> Layout {
        let most = whole(columns).saturating_mul(COLUMN);
        let mut frames = vec![Frame::default(); people.len()];
        for person in self.order.iter().rev() {
            self.build(*person, &mut frames, most, leaf_columns);
        }
        let mut roots: Vec<Piece> =
            self.roots.iter().filter_map(|root| Some(frames.get(*root)?.piece(*root))).collect();
        roots.sort_by_key(|piece| std::cmp::Reverse(piece.rows));
        let trees = shelves(&roots, most, 0);
        let single = rows_of(people, &self.alone, trees.width.max(most));
        let width = trees.width.max(single.width);

        let mut layout = Layout {
            width,
            rows: trees.rows.saturating_add(single.rows),
            spots: vec![Turn::default(); people.len()],
            turns: vec![Vec::new(); people.len()],
        };
        let middle = |own: u32| width.saturating_sub(own).div_euclid(2);
        let mut corners = vec![Turn::default(); people.len()];
        for (piece, corner) in roots.iter().zip(&trees.corners) {
            for item in &piece.items {
                set(&mut corners, item.person, corner.moved(middle(trees.width), 0));
            }
        }
        for person in &self.order {
            let corner = corners.get(*person).copied().unwrap_or_default();
            let Some(frame) = frames.get(*person) else { continue };
            set(&mut layout.spots, *person, corner.moved(frame.head, 0));
            for (child, offset, turns) in &frame.children {
                set(&mut corners, *child, corner.moved(offset.x, offset.row));
                set(&mut layout.turns, *child, turns.iter().map(|turn| corner.moved(turn.x, turn.row)).collect());
            }
        }
        for (person, spot) in self.alone.iter().zip(single.spots) {
            set(&mut layout.spots, *person, spot.moved(middle(single.width), trees.rows));
        }
        layout
    }

    /// Makes the frame of a person from those of their people.
    fn build(&self, person: usize, frames: &mut [Frame], most: u32, leaf_columns: usize) {
        let has_people = |one: &usize| !self.of_person(*one).is_empty();
        let (superiors, leaves): (Vec<usize>, Vec<usize>) =
            self.of_person(person).iter().copied().partition(has_people);
        let mut pieces: Vec<Piece> = superiors.iter().filter_map(|one| Some(frames.get(*one)?.piece(*one))).collect();
        pieces.sort_by_key(|piece| std::cmp::Reverse(piece.rows));
        if !leaves.is_empty() {
            pieces.push(block_of(&leaves, leaf_columns));
        }
        set(frames, person, Frame::above(&pieces, most));
    }
}

/// A person with everybody below them.
#[derive(Clone, Debug)]
struct Frame {
    width: u32,
    rows: u32,
    /// Where the person stands in the first row.
    head: u32,
    /// The people directly below: where their frames begin, and where their lines turn.
    children: Vec<(usize, Turn, Vec<Turn>)>,
}

impl Default for Frame {
    /// Of somebody who has nobody below.
    fn default() -> Self {
        Self { width: COLUMN, rows: 1, head: COLUMN.div_euclid(2), children: Vec::new() }
    }
}

impl Frame {
    fn piece(&self, person: usize) -> Piece {
        Piece::of(person, self.width, self.rows, self.head)
    }

    fn above(pieces: &[Piece], most: u32) -> Self {
        if pieces.is_empty() {
            return Self::default();
        }
        let Shelf { width, rows, corners, gutter } = shelves(pieces, most, GUTTER);
        let mut children = Vec::new();
        let mut heads: Vec<u32> = Vec::new();
        for (piece, corner) in pieces.iter().zip(&corners) {
            for item in &piece.items {
                let mut turns: Vec<Turn> = item.turns.iter().map(|turn| turn.moved(corner.x, corner.row)).collect();
                if corner.row == 0 {
                    heads.extend(turns.first().filter(|turn| turn.row == 0).map(|turn| turn.x));
                } else {
                    let trunk = gutter.div_euclid(2);
                    turns.extend([Turn { x: trunk, row: corner.row }, Turn { x: trunk, row: 0 }]);
                }
                let offset = item.corner.moved(corner.x, corner.row);
                children.push((item.person, offset.moved(0, 1), turns));
            }
        }
        let (first, last) = (heads.iter().min(), heads.iter().max());
        let head = first.zip(last).map_or(COLUMN.div_euclid(2), |(first, last)| first.midpoint(*last));
        for (_, _, turns) in &mut children {
            turns.push(Turn { x: head, row: 0 });
            turns.iter_mut().for_each(|turn| *turn = turn.moved(0, 1));
            turns.dedup();
        }
        Self { width, rows: rows.saturating_add(1), head, children }
    }
}

/// People without lines, in rows.
#[derive(Default)]
struct Rows {
    width: u32,
    rows: u32,
    spots: Vec<Turn>,
}

fn rows_of(people: &[Placing], alone: &[usize], most: u32) -> Rows {
    let mut lines: Vec<(Vec<u32>, u32)> = Vec::new();
    let mut before = None;
    for person in alone {
        let group = people.get(*person).map(|placing| placing.group);
        let gap = if before.is_some_and(|before| before != group) { GROUP_GAP } else { 0 };
        before = Some(group);
        match lines.last_mut() {
            Some((line, width)) if width.saturating_add(gap).saturating_add(COLUMN) <= most => {
                line.push(width.saturating_add(gap).saturating_add(COLUMN.div_euclid(2)));
                *width = width.saturating_add(gap).saturating_add(COLUMN);
            }
            _ => lines.push((vec![COLUMN.div_euclid(2)], COLUMN)),
        }
    }
    let width = lines.iter().map(|(_, width)| *width).max().unwrap_or(0);
    let spots = lines.iter().zip(0_u32..).flat_map(|((line, own), row)| {
        let dx = width.saturating_sub(*own).div_euclid(2);
        line.iter().map(move |x| Turn { x: x.saturating_add(dx), row })
    });
    Rows { width, rows: whole(lines.len()), spots: spots.collect() }
}

fn set<T>(list: &mut [T], position: usize, value: T) {
    if let Some(place) = list.get_mut(position) {
        *place = value;
    }
}
