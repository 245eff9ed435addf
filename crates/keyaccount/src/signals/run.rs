//! How long a condition of "so many within so many days" has held.

use std::collections::BTreeMap;

use crate::values::Date;

/// The day from which, without a break up to `as_of`, at least `minimum` different keys had an event within the
/// `days` before; `None` where that does not hold on `as_of`. Events after `as_of` must not be given.
pub(super) fn held_since<K: Ord>(
    events: impl IntoIterator<Item = (K, Date)>,
    minimum: u32,
    days: u32,
    as_of: Date,
) -> Option<Date> {
    let mut events: Vec<(K, Date)> = events.into_iter().collect();
    events.sort();
    // An event counts from its day to `days` later; the spans of one key are joined, so that it counts once.
    let mut turns: BTreeMap<Date, i64> = BTreeMap::new();
    let mut open: Option<(&K, Date, Date)> = None;
    for (key, day) in &events {
        let end = day.plus_days(days);
        match open {
            Some((last, start, until)) if last == key && *day <= until.plus_days(1) => open = Some((last, start, end)),
            _ => {
                close(&mut turns, open, as_of);
                open = Some((key, *day, end));
            }
        }
    }
    close(&mut turns, open, as_of);
    let (mut count, mut since) = (0_i64, None);
    for (day, turn) in turns {
        count = count.saturating_add(turn);
        since = if count >= i64::from(minimum) { since.or(Some(day)) } else { None };
    }
    since
}

/// Records that one more key counts from the start of its span, and no longer from the day after its end.
fn close<K>(turns: &mut BTreeMap<Date, i64>, span: Option<(&K, Date, Date)>, as_of: Date) {
    let Some((_, start, end)) = span else { return };
    let mut turn = |day: Date, by: i64| {
        let total = turns.entry(day).or_insert(0);
        *total = total.saturating_add(by);
    };
    turn(start, 1);
    if end < as_of {
        turn(end.plus_days(1), -1);
    }
}
