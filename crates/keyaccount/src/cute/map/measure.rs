//! The measures of the drawing, in its units. A letter of a name is taken to be about 6.5 units wide and 12 high.

/// From one person to the next: a name of 14 letters, and a little air.
pub(super) const COLUMN: u32 = 102;
/// From one row to the next: the largest circle, two lines of a name, and the lines between superiors and their people.
pub(super) const ROW: u32 = 116;
/// The middle of the first row.
pub(super) const TOP: u32 = 44;
/// Free at the left and the right.
pub(super) const MARGIN: u32 = 16;
/// Between two trees side by side.
pub(super) const GAP: u32 = 14;
/// Between people without lines of two groups.
pub(super) const GROUP_GAP: u32 = 40;
/// Where lines to further rows run down.
pub(super) const GUTTER: u32 = 18;
/// How far above a row's middle lines run across.
pub(super) const ABOVE: u32 = 42;
/// Below the middle of the row of our own people.
pub(super) const BOTTOM: u32 = 40;
/// The proportions of a screen that the drawing is to fit on.
pub(super) const WIDTH_RATIO: u64 = 14;
pub(super) const HEIGHT_RATIO: u64 = 9;
/// No drawing is smaller, so that few people are not drawn larger than life.
pub(super) const NARROWEST: u32 = 640;
/// The radius of somebody whose influence is unknown, and of influences 0 and 100: the area grows with the influence.
pub(super) const RADIUS_UNKNOWN: u32 = 14;
pub(super) const RADIUS_LEAST: u32 = 15;
pub(super) const RADIUS_MOST: u32 = 28;

/// A count as a coordinate.
pub(super) fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
