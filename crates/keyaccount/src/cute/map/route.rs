//! Ways of lines between people: corners along the reporting lines, curves past others for the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::measure::{COLUMN, ROW, TOP};
use super::verdict::{MapPerson, MapPoint};

/// A curve bends to a side by so many sixths of its length; the first that costs least is taken.
const BENDS: [i64; 11] = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5];
/// Points of a curve that are looked at.
const SAMPLES: i64 = 40;
/// What a curve costs for a circle that it meets, for a name, and for each sixth by which it bends.
const CIRCLE: u32 = 6;
const NAME: u32 = 3;
const BEND: u64 = 2;

/// Row and place of two people, the lesser first.
type Pair = ((u32, u32), (u32, u32));

/// The people of a map, found by place.
pub(super) struct Crowd<'a> {
    width: i64,
    height: i64,
    by_place: BTreeMap<(u32, u32), &'a MapPerson>,
    /// Bends that are in use between two people.
    used: BTreeMap<Pair, BTreeSet<i64>>,
}

impl<'a> Crowd<'a> {
    pub(super) fn new(people: &'a [MapPerson], width: u32, height: u32) -> Self {
        let by_place = people.iter().map(|person| ((person.row, person.x), person)).collect();
        Self { width: width.into(), height: height.into(), by_place, used: BTreeMap::new() }
    }

    /// Notes that there is a straight line between two people.
    pub(super) fn note_straight(&mut self, one: &MapPerson, other: &MapPerson) {
        self.used.entry(pair(one, other)).or_default().insert(0);
    }

    /// The control point of a curve between two people that meets as few others as it can.
    pub(super) fn bend(&mut self, one: &MapPerson, other: &MapPerson) -> MapPoint {
        let key = pair(one, other);
        let is_turned = key.0 != (one.row, one.x);
        let (from, to) = if is_turned { (other, one) } else { (one, other) };
        let used = self.used.get(&key);
        let free = BENDS.iter().filter(|bend| used.is_none_or(|used| !used.contains(bend)));
        let tried = free.filter_map(|bend| Some((*bend, self.control(from, to, *bend)?)));
        let best = tried.min_by_key(|(bend, control)| {
            u64::from(self.met(from, to, *control)).saturating_add(bend.unsigned_abs().saturating_mul(BEND))
        });
        let (bend, control) = best.unwrap_or((0, self.control(from, to, 0).unwrap_or_default()));
        self.used.entry(key).or_default().insert(bend);
        MapPoint { x: clamped(control.0), y: clamped(control.1) }
    }

    /// The control point of a bend; none where it lies outside the drawing.
    fn control(&self, from: &MapPerson, to: &MapPerson, bend: i64) -> Option<(i64, i64)> {
        let (from, to) = (place(from), place(to));
        let (dx, dy) = (to.0.saturating_sub(from.0), to.1.saturating_sub(from.1));
        let middle = |one: i64, other: i64| one.saturating_add(other).div_euclid(2);
        let x = middle(from.0, to.0).saturating_sub(dy.saturating_mul(bend).div_euclid(6));
        let y = middle(from.1, to.1).saturating_add(dx.saturating_mul(bend).div_euclid(6));
        ((0..=self.width).contains(&x) && (0..=self.height).contains(&y)).then_some((x, y))
    }

    /// How much of others a curve meets.
    fn met(&self, from: &MapPerson, to: &MapPerson, control: (i64, i64)) -> u32 {
        let (start, end) = (place(from), place(to));
        let whole = SAMPLES.saturating_mul(SAMPLES);
        let along = |start: i64, control: i64, end: i64, step: i64| {
            let rest = SAMPLES.saturating_sub(step);
            let sum = rest.saturating_mul(rest).saturating_mul(start);
            let sum = sum.saturating_add(rest.saturating_mul(step).saturating_mul(2).saturating_mul(control));
            sum.saturating_add(step.saturating_mul(step).saturating_mul(end)).div_euclid(whole)
        };
        let steps = 1..SAMPLES;
        let points = steps.map(|step| (along(start.0, control.0, end.0, step), along(start.1, control.1, end.1, step)));
        points.map(|point| self.met_at(point, from, to)).fold(0, u32::saturating_add)
    }

    fn met_at(&self, (x, y): (i64, i64), from: &MapPerson, to: &MapPerson) -> u32 {
        let half = i64::from(ROW).div_euclid(2);
        let row = y.saturating_sub(i64::from(TOP)).saturating_add(half).div_euclid(i64::from(ROW));
        let reach = i64::from(COLUMN).div_euclid(2);
        let (left, right) = (clamped(x.saturating_sub(reach)), clamped(x.saturating_add(reach)));
        let row = clamped(row);
        let near = self.by_place.range((row, left)..=(row, right)).map(|(_, person)| *person);
        near.map(|person| {
            let (dx, dy) = (x.saturating_sub(person.x.into()).abs(), y.saturating_sub(person.y.into()));
            let radius = i64::from(person.radius);
            let is_end = std::ptr::eq(person, from) || std::ptr::eq(person, to);
            let kept_off = radius.saturating_add(8);
            if dx.saturating_mul(dx).saturating_add(dy.saturating_mul(dy)) < kept_off.saturating_mul(kept_off) {
                if is_end { 0 } else { CIRCLE }
            } else {
                let is_name = dx < reach.saturating_sub(8) && (radius..radius.saturating_add(24)).contains(&dy);
                if is_name { NAME } else { 0 }
            }
        })
        .fold(0, u32::saturating_add)
    }
}

fn pair(one: &MapPerson, other: &MapPerson) -> Pair {
    let (one, other) = ((one.row, one.x), (other.row, other.x));
    (one.min(other), one.max(other))
}

fn place(person: &MapPerson) -> (i64, i64) {
    (person.x.into(), person.y.into())
}

/// A coordinate, or the nearest that there is.
fn clamped(value: i64) -> u32 {
    u32::try_from(value.max(0)).unwrap_or(u32::MAX)
}
