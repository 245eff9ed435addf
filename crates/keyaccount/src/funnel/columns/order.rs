//! Brings events into the order in which they are read.

use super::walk::FIRST_INSTANT;
use super::{Event, StageColumns};

/// An event in one number, so that the order of numbers is the order of events: the opportunity, 64 bits of time since
/// the first day there is, 16 of the stage.
type Packed = u128;

#[inline]
fn pack(event: Event) -> Packed {
    let since = event.at.wrapping_sub(FIRST_INSTANT).cast_unsigned();
    (Packed::from(event.opportunity) << 80) | (Packed::from(since) << 16) | Packed::from(event.stage)
}

#[inline]
pub(super) const fn unpack(packed: Packed) -> Event {
    let since = (packed >> 16) as u64;
    Event {
        opportunity: opportunity_of(packed),
        stage: packed as u16,
        at: since.wrapping_add_signed(FIRST_INSTANT).cast_signed(),
    }
}

#[inline]
const fn opportunity_of(packed: Packed) -> u32 {
    (packed >> 80) as u32
}

impl StageColumns<'_> {
    /// Whether the rows stand in the order in which they are read.
    pub(super) fn is_in_order(&self) -> bool {
        /// Rows looked at without a branch.
        const BLOCK: usize = 4096;
        let Self { opportunity, at, stage } = *self;
        let mut start: usize = 0;
        while start < opportunity.len() {
            let end = start.saturating_add(BLOCK).saturating_add(1).min(opportunity.len());
            let range = start..end;
            let (Some(opportunity), Some(at), Some(stage)) =
                (opportunity.get(range.clone()), at.get(range.clone()), stage.get(range))
            else {
                return false;
            };
            let pairs = opportunity.windows(2).zip(at.windows(2)).zip(stage.windows(2));
            let in_order = pairs.fold(true, |all, pair| match pair {
                (([opportunity, next], [at, next_at]), [stage, next_stage]) => {
                    let later = (at < next_at) | ((at == next_at) & (stage <= next_stage));
                    all & ((opportunity < next) | ((opportunity == next) & later))
                }
                _ => all,
            });
            if !in_order {
                return false;
            }
            start = start.saturating_add(BLOCK);
        }
        true
    }
}

/// Rows dealt out to buckets by opportunity, so that each bucket is small enough to be sorted where the processor has it
/// at hand. All of an opportunity's events are in one bucket, and the buckets are in order.
pub(super) struct Buckets {
    keys: Keys,
    /// Where each bucket ends.
    ends: Vec<usize>,
    events: Vec<Packed>,
}

/// Which bucket an opportunity belongs to.
#[derive(Clone, Copy)]
struct Keys {
    /// The least number of an opportunity.
    least: u32,
    /// How many low bits of the numbers above it a bucket spans.
    shift: u32,
}

impl Keys {
    /// The processor can keep track of about so many buckets while it deals out.
    const MOST_BUCKETS: u32 = 512;

    fn of(opportunities: &[u32]) -> (Self, usize) {
        let least = opportunities.iter().copied().min().unwrap_or(0);
        let span = opportunities.iter().copied().max().unwrap_or(0).wrapping_sub(least);
        let last_of = |shift| span.checked_shr(shift).unwrap_or(0);
        let shift = (0..u32::BITS).find(|shift| last_of(*shift) < Self::MOST_BUCKETS).unwrap_or(0);
        (Self { least, shift }, (last_of(shift) as usize).saturating_add(1))
    }

    #[inline]
    fn bucket_of(self, opportunity: u32) -> usize {
        opportunity.wrapping_sub(self.least).wrapping_shr(self.shift) as usize
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
    pub(super) fn of(columns: &StageColumns<'_>) -> Self {
        let (keys, count) = Keys::of(columns.opportunity);
        let mut ends = vec![0; count];
        let mut events = vec![0; columns.len()];
        count_places(&mut ends, columns.opportunity.iter().map(|opportunity| keys.bucket_of(*opportunity)));
        deal_out(columns.events().map(pack), &mut events, &mut ends, |event| keys.bucket_of(opportunity_of(event)));
        Self { keys, ends, events }
    }

    /// Hands over the events of each bucket in order.
    pub(super) fn each_in_order(&self, mut each: impl FnMut(&[Packed])) {
        let (mut places, mut sorted) = (Vec::new(), Vec::new());
        let mut start = 0;
        for (bucket, end) in (0..).zip(&self.ends) {
            let events = self.events.get(start..*end).unwrap_or_default();
            start = *end;
            if sorted.len() < events.len() {
                sorted.resize(events.len(), 0);
            }
            let sorted = sorted.get_mut(..events.len()).unwrap_or_default();
            if self.keys.width() > events.len().saturating_mul(2) {
                // Numbers so far apart that most places would stay empty.
                sorted.copy_from_slice(events);
                sorted.sort_unstable();
            } else {
                places.clear();
                places.resize(self.keys.width(), 0);
                sort_by_opportunity(events, self.keys.least_of(bucket), &mut places, sorted);
            }
            each(sorted);
        }
    }
}

/// Counting sort by opportunity, then by time among an opportunity's few events.
fn sort_by_opportunity(events: &[Packed], least: u32, places: &mut [usize], sorted: &mut [Packed]) {
    let place_of = |event| opportunity_of(event).wrapping_sub(least) as usize;
    count_places(places, events.iter().copied().map(place_of));
    deal_out(events.iter().copied(), sorted, places, place_of);
    let (mut rest, mut start) = (sorted, 0);
    for end in places.iter() {
        let Some((group, after)) = rest.split_at_mut_checked(end.wrapping_sub(start)) else { return };
        group.sort_unstable();
        (rest, start) = (after, *end);
    }
}

/// Counts how many belong to each place, and turns this into where the first of them goes.
#[inline]
fn count_places(places: &mut [usize], each: impl Iterator<Item = usize>) {
    for at in each {
        if let Some(count) = places.get_mut(at) {
            *count = count.wrapping_add(1);
        }
    }
    let mut sum: usize = 0;
    for place in places {
        sum = sum.wrapping_add(std::mem::replace(place, sum));
    }
}

/// Puts events where they go; `next` is where the next one of each place goes, in the end where the place ends.
#[inline]
fn deal_out(
    events: impl Iterator<Item = Packed>,
    target: &mut [Packed],
    next: &mut [usize],
    place_of: impl Fn(Packed) -> usize,
) {
    for event in events {
        if let Some(next) = next.get_mut(place_of(event))
            && let Some(target) = target.get_mut(*next)
        {
            *target = event;
            *next = next.wrapping_add(1);
        }
    }
}
