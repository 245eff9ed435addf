//! Brings the rows of each account together.

use super::{PurchaseColumns, Row};

/// A row in one number: 32 bits of account, 32 of day, 64 of amount. Memory for numbers comes zeroed at no cost.
type Packed = u128;

#[inline]
const fn pack(row: Row) -> Packed {
    ((row.account as u128) << 96) | ((row.day.cast_unsigned() as u128) << 64) | row.amount.cast_unsigned() as u128
}

#[inline]
const fn unpack(packed: Packed) -> Row {
    Row {
        account: account_of(packed),
        day: ((packed >> 64) as u32).cast_signed(),
        amount: (packed as u64).cast_signed(),
    }
}

#[inline]
const fn account_of(packed: Packed) -> u32 {
    (packed >> 96) as u32
}

/// Rows dealt out to buckets by account, so that each bucket is small enough to be sorted where the processor has it at
/// hand. All of an account's rows are in one bucket, and the buckets are in order.
pub(super) struct Buckets {
    keys: Keys,
    /// Where each bucket ends.
    ends: Vec<u32>,
    rows: Vec<Packed>,
}

/// Which bucket an account belongs to.
#[derive(Clone, Copy)]
struct Keys {
    /// The least number of an account.
    least: u32,
    /// How many low bits of the numbers above it a bucket spans.
    shift: u32,
}

impl Keys {
    /// The processor can keep track of about so many buckets while it deals out.
    const MOST_BUCKETS: u32 = 512;

    fn of(accounts: &[u32]) -> (Self, usize) {
        let (least, most) = accounts.iter().fold((u32::MAX, 0), |(least, most), at| (least.min(*at), most.max(*at)));
        let span = most.saturating_sub(least);
        let last_of = |shift| span.checked_shr(shift).unwrap_or(0);
        let shift = (0..u32::BITS).find(|shift| last_of(*shift) < Self::MOST_BUCKETS).unwrap_or(0);
        (Self { least, shift }, (last_of(shift) as usize).saturating_add(1))
    }

    #[inline]
    const fn bucket_of(self, account: u32) -> usize {
        account.wrapping_sub(self.least).wrapping_shr(self.shift) as usize
    }

    /// The least number that belongs to a bucket.
    const fn least_of(self, bucket: u32) -> u32 {
        self.least.wrapping_add(bucket.wrapping_shl(self.shift))
    }

    /// How many numbers belong to a bucket.
    fn width(self) -> usize {
        1_usize.checked_shl(self.shift).unwrap_or(usize::MAX)
    }
}

impl Buckets {
    pub(super) fn of(columns: &PurchaseColumns<'_>) -> Self {
        let (keys, count) = Keys::of(columns.account);
        let mut ends = vec![0; count];
        let mut rows = vec![0; columns.len()];
        count_places(&mut ends, columns.account.iter().map(|account| keys.bucket_of(*account)));
        deal_out(columns.rows().map(pack), &mut rows, &mut ends, |row| keys.bucket_of(account_of(row)));
        Self { keys, ends, rows }
    }

    /// Hands over the rows of each account, in any order among themselves, by rising account.
    pub(super) fn each_account(&self, mut each: impl FnMut(&[Row])) {
        let (mut places, mut sorted, mut group) = (Vec::new(), Vec::new(), Vec::new());
        let mut start = 0;
        for (bucket, end) in (0..).zip(&self.ends) {
            let rows = self.rows.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            if sorted.len() < rows.len() {
                sorted.resize(rows.len(), 0);
            }
            let sorted = sorted.get_mut(..rows.len()).unwrap_or_default();
            if self.keys.width() > rows.len().saturating_mul(2) {
                // Numbers so far apart that most places would stay empty.
                sorted.copy_from_slice(rows);
                sorted.sort_unstable();
            } else {
                places.clear();
                places.resize(self.keys.width(), 0);
                let least = self.keys.least_of(bucket);
                let place_of = |row| account_of(row).wrapping_sub(least) as usize;
                count_places(&mut places, rows.iter().copied().map(place_of));
                deal_out(rows.iter().copied(), sorted, &mut places, place_of);
            }
            for rows in sorted.chunk_by(|row, next| account_of(*row) == account_of(*next)) {
                group.clear();
                group.extend(rows.iter().copied().map(unpack));
                each(&group);
            }
        }
    }
}

/// Counts how many belong to each place, and turns this into where the first of them goes.
#[inline]
fn count_places(places: &mut [u32], each: impl Iterator<Item = usize>) {
    for at in each {
        if let Some(count) = places.get_mut(at) {
            *count = count.wrapping_add(1);
        }
    }
    let mut sum: u32 = 0;
    for place in places {
        sum = sum.wrapping_add(std::mem::replace(place, sum));
    }
}

/// Puts rows where they go; `next` is where the next one of each place goes, in the end where the place ends.
#[inline]
fn deal_out(
    rows: impl Iterator<Item = Packed>,
    target: &mut [Packed],
    next: &mut [u32],
    place_of: impl Fn(Packed) -> usize,
) {
    for row in rows {
        if let Some(next) = next.get_mut(place_of(row))
            && let Some(target) = target.get_mut(*next as usize)
        {
            *target = row;
            *next = next.wrapping_add(1);
        }
    }
}
