//! Rows into cells, a block at a time.
//!
//! A pass over each column of a block gives its rows the number of their sum; the loop that adds up then has nothing to
//! decide, so that the processor has the sums of many rows under way at once: they lie all over a table that is larger
//! than its nearest memory.

use std::ops::Range;

use super::ForecastColumns;
use super::faults::{Tally, is_amount};

/// So few rows that the passes over a block begin while the sums of the one before are still on their way.
const BLOCK: usize = 64;

/// An exact sum in 32 bytes.
///
/// Nothing here can overflow: at most 2^32 rows, each of at most 10^17 < 2^57 minor units and 10^6 < 2^20 millionths, stay
/// below 2^109.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot {
    /// Millionths of a minor unit.
    pub(super) weighted: u128,
    /// The number of rows in the upper 32 bits, minor units below: one addition for both.
    deals_and_total: u128,
}

impl Slot {
    const TOTAL_BITS: u32 = 96;

    #[inline(always)]
    const fn add(&mut self, amount: i64, probability: u32) {
        let amount = amount.cast_unsigned() as u128;
        self.deals_and_total = self.deals_and_total.wrapping_add((1 << Self::TOTAL_BITS) | amount);
        self.weighted = self.weighted.wrapping_add(amount.wrapping_mul(probability as u128));
    }

    /// Adds the sum over other rows.
    pub(super) const fn join(&mut self, other: Self) {
        self.deals_and_total = self.deals_and_total.wrapping_add(other.deals_and_total);
        self.weighted = self.weighted.wrapping_add(other.weighted);
    }

    pub(super) const fn deals(self) -> u64 {
        (self.deals_and_total >> Self::TOTAL_BITS) as u64
    }

    pub(super) const fn total(self) -> u128 {
        self.deals_and_total & ((1 << Self::TOTAL_BITS) - 1)
    }
}

/// Adds up all rows by cell and, where there is a status column, by status.
pub(super) fn add_up(columns: &ForecastColumns<'_>) -> (Vec<Slot>, Tally) {
    let count = columns.cell_count().saturating_mul(columns.slots_a_cell());
    // One more, which takes what belongs nowhere.
    let mut slots = vec![Slot::default(); count.saturating_add(1)];
    let nowhere = u32::try_from(count).unwrap_or(u32::MAX);
    let mut tally = Tally::default();
    let mut buffer = [0; BLOCK];
    let mut start: usize = 0;
    while start < columns.len() {
        let end = start.saturating_add(BLOCK).min(columns.len());
        let rows = start..end;
        start = end;
        let numbers = buffer.get_mut(..rows.len()).unwrap_or_default();
        let (Some(amounts), Some(probabilities)) =
            (columns.amount.get(rows.clone()), columns.probability.get(rows.clone()))
        else {
            break;
        };
        let all_have_a_place = columns.number(rows.clone(), numbers, nowhere);
        if !(all_have_a_place & are_plain(amounts) & are_probabilities(probabilities)) {
            columns.set_apart(rows.clone(), numbers, nowhere, &mut tally);
        }
        if let Some(statuses) = columns.status.and_then(|status| status.get(rows)) {
            tally.count(statuses);
        }
        for ((number, amount), probability) in numbers.iter().zip(amounts).zip(probabilities) {
            if let Some(slot) = slots.get_mut(*number as usize) {
                slot.add(*amount, *probability);
            }
        }
    }
    slots.truncate(count);
    (slots, tally)
}

/// Whether all amounts are in range, found without a branch; amounts near the limit count as if they were not.
fn are_plain(amounts: &[i64]) -> bool {
    const BITS: u32 = ForecastColumns::MOST_AMOUNT.ilog2();
    amounts.iter().fold(0, |any, amount| any | amount.cast_unsigned()) >> BITS == 0
}

fn are_probabilities(probabilities: &[u32]) -> bool {
    probabilities.iter().fold(true, |all, probability| all & (*probability <= ForecastColumns::CERTAIN))
}

impl ForecastColumns<'_> {
    /// Numbers the sums that rows go into, with that of nowhere for lost ones; false where any other row goes into none by
    /// its place or status.
    #[inline]
    fn number(&self, rows: Range<usize>, numbers: &mut [u32], nowhere: u32) -> bool {
        // The first column writes the numbers. Zeros written first, by stores as wide as a block has them, would have to
        // reach memory before they can be read again, behind all sums that are on their way: half as slow again.
        let (mut all, mut is_first) = (true, true);
        for dimension in &self.dimensions {
            all &= dimension.append_to(numbers, rows.clone(), is_first);
            is_first = false;
        }
        if let Some(column) = self.currency.column().and_then(|column| column.get(rows.clone())) {
            all &= append(numbers, column, self.currency.size(), is_first, u32::from);
            is_first = false;
        }
        if is_first {
            numbers.fill(0);
        }
        if let Some(statuses) = self.status.and_then(|status| status.get(rows)) {
            all &= append_statuses(numbers, statuses, nowhere);
        }
        all
    }

    /// Sends rows that are lost, or with which anything is wrong, nowhere; those that are wrong are noted.
    #[cold]
    fn set_apart(&self, rows: Range<usize>, numbers: &mut [u32], nowhere: u32, tally: &mut Tally) {
        let (mut indices, mut wrong) = ([0; BLOCK], [false; BLOCK]);
        let indices = indices.get_mut(..rows.len()).unwrap_or_default();
        let wrong = wrong.get_mut(..rows.len()).unwrap_or_default();
        let mut mark = |indices: &[u32], size: u32| {
            for (wrong, index) in wrong.iter_mut().zip(indices) {
                *wrong |= *index >= size;
            }
        };
        for dimension in &self.dimensions {
            dimension.indices(rows.clone(), indices);
            mark(indices, dimension.size());
        }
        if let Some(column) = self.currency.column().and_then(|column| column.get(rows.clone())) {
            for (index, currency) in indices.iter_mut().zip(column) {
                *index = (*currency).into();
            }
            mark(indices, self.currency.size());
        }
        mark(self.probability.get(rows.clone()).unwrap_or_default(), Self::CERTAIN.saturating_add(1));
        for (wrong, amount) in wrong.iter_mut().zip(self.amount.get(rows.clone()).unwrap_or_default()) {
            *wrong |= !is_amount(*amount);
        }
        let statuses = self.status.and_then(|status| status.get(rows.clone()));
        if let Some(statuses) = statuses {
            for (wrong, status) in wrong.iter_mut().zip(statuses) {
                *wrong |= *status >= Self::LOST;
            }
        }
        for (number, wrong) in numbers.iter_mut().zip(wrong.iter()) {
            *number = if *wrong { nowhere } else { *number };
        }
        for (at, row) in rows.enumerate().filter(|(at, _)| wrong.get(*at).is_some_and(|wrong| *wrong)) {
            if statuses.and_then(|statuses| statuses.get(at)) != Some(&Self::LOST) {
                tally.note(self, row);
            }
        }
    }
}

/// Goes from the numbers of places to those along one more dimension, or begins with the first; whether every index is in
/// it.
#[inline]
pub(super) fn append<T: Copy>(
    numbers: &mut [u32],
    column: &[T],
    size: u32,
    is_first: bool,
    index: impl Fn(T) -> u32,
) -> bool {
    let both = numbers.iter_mut().zip(column);
    if is_first {
        return both.fold(true, |all, (number, value)| {
            *number = index(*value);
            all & (*number < size)
        });
    }
    both.fold(true, |all, (number, value)| {
        let index = index(*value);
        // What wraps is out of range, and is sent elsewhere.
        *number = number.wrapping_mul(size).wrapping_add(index);
        all & (index < size)
    })
}

/// Goes from the numbers of cells to those of the sums in them: open and parked, booked, realised.
#[inline]
fn append_statuses(numbers: &mut [u32], statuses: &[u8], nowhere: u32) -> bool {
    numbers.iter_mut().zip(statuses).fold(true, |all, (number, status)| {
        let sum = number.wrapping_mul(3).wrapping_add(status.saturating_sub(1).into());
        *number = if *status < ForecastColumns::LOST { sum } else { nowhere };
        all & (*status <= ForecastColumns::LOST)
    })
}

impl Tally {
    /// Counts rows by status.
    fn count(&mut self, statuses: &[u8]) {
        for (code, count) in (0_u8..).zip(&mut self.statuses) {
            let found = statuses.iter().filter(|status| **status == code).count();
            *count = count.saturating_add(found as u64);
        }
    }
}
