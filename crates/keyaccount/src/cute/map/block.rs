//! Blocks of people, and how they stand side by side on shelves.

use super::measure::{COLUMN, GAP, GUTTER, whole};

/// A place in a row: of a person, or where a line turns above the row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) x: u32,
    pub(super) row: u32,
}

impl Turn {
    pub(super) const fn moved(self, x: u32, rows: u32) -> Self {
        Self { x: self.x.saturating_add(x), row: self.row.saturating_add(rows) }
    }
}

/// Somebody in a piece.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) person: usize,
    /// Where their own frame begins.
    pub(super) corner: Turn,
    /// Where their line turns on its way to the piece's first row.
    pub(super) turns: Vec<Turn>,
}

/// What stands on a shelf in one piece: somebody with everybody below, or a block of people with nobody below.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) width: u32,
    pub(super) rows: u32,
    pub(super) items: Vec<Item>,
}

impl Piece {
    pub(super) fn of(person: usize, width: u32, rows: u32, head: u32) -> Self {
        let item = Item { person, corner: Turn::default(), turns: vec![Turn { x: head, row: 0 }] };
        Self { width, rows, items: vec![item] }
    }
}

/// A block of people in rows of about the same length, of at most so many columns. Lines to further rows run in a gutter
/// at its left.
pub(super) fn block_of(people: &[usize], most: usize) -> Piece {
    let rows = people.len().div_ceil(most.max(1));
    let columns = people.len().div_ceil(rows.max(1)).max(1);
    let gutter = if rows > 1 { GUTTER } else { 0 };
    let trunk = gutter.div_euclid(2);
    let lines = people.chunks(columns).zip(0_u32..);
    let items = lines.flat_map(|(line, row)| {
        line.iter().zip(0_u32..).map(move |(person, column)| {
            let corner = Turn { x: gutter.saturating_add(column.saturating_mul(COLUMN)), row };
            let mut turns = vec![corner.moved(COLUMN.div_euclid(2), 0)];
            if row > 0 {
                turns.extend([Turn { x: trunk, row }, Turn { x: trunk, row: 0 }]);
            }
            Item { person: *person, corner, turns }
        })
    });
    let width = gutter.saturating_add(whole(columns).saturating_mul(COLUMN));
    Piece { width, rows: whole(rows), items: items.collect() }
}

/// Pieces put on shelves.
pub(super) struct Shelf {
    pub(super) width: u32,
    pub(super) rows: u32,
    /// Where each piece begins, in their order.
    pub(super) corners: Vec<Turn>,
    /// The width kept free at the left for lines to further shelves.
    pub(super) gutter: u32,
}

/// Puts pieces side by side, and on a further shelf where the line would be wider than `most`.
pub(super) fn shelves(pieces: &[Piece], most: u32, gutter: u32) -> Shelf {
    let mut lines: Vec<(Vec<&Piece>, u32)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some((line, width)) if width.saturating_add(GAP).saturating_add(piece.width) <= most => {
                line.push(piece);
                *width = width.saturating_add(GAP).saturating_add(piece.width);
            }
            _ => lines.push((vec![piece], piece.width)),
        }
    }
    let gutter = if lines.len() > 1 { gutter } else { 0 };
    let widest = lines.iter().map(|(_, width)| *width).max().unwrap_or(0);
    let mut corners = Vec::with_capacity(pieces.len());
    let mut row = 0_u32;
    for (line, width) in &lines {
        let mut x = gutter.saturating_add(widest.saturating_sub(*width).div_euclid(2));
        for piece in line {
            corners.push(Turn { x, row });
            x = x.saturating_add(piece.width).saturating_add(GAP);
        }
        row = row.saturating_add(line.iter().map(|piece| piece.rows).max().unwrap_or(0));
    }
    Shelf { width: widest.saturating_add(gutter), rows: row, corners, gutter }
}
