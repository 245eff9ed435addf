//! How much of the change of our share of influence each person brought about, exactly.
//!
//! The share is `F / W`: the influence of who is for us, and all known influence. With the means of both days written
//! `s` for the share and `M` for the whole, the product rule for means gives
//!
//! `F₁/W₁ − F₀/W₀ = (ΔF − s ΔW) / M`
//!
//! without a rest, and both differences are sums over people. So each person's effect is `(Δf − s Δw) / M`: influence
//! that comes over to us counts whole, influence that comes or goes counts against the share there was. Who neither
//! moved nor changed weight has no effect. Looked at backwards in time every effect only changes its sign.

use std::cmp::Reverse;

use super::base::{Voice, Weight};

/// Ten-thousandths, as many as a share has.
const UNITS: i128 = 10_000;

/// What one person was on the earlier day and is on the later one; none on a day on which they do not count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn<'a> {
    pub(super) before: Option<Voice<'a>>,
    pub(super) now: Option<Voice<'a>>,
}

impl Turn<'_> {
    /// By how much all influence and the influence for us grew through this person.
    fn growth(&self) -> Option<Weight> {
        let (before, now) = (Weight::of(&self.before), Weight::of(&self.now));
        Some(Weight { for_us: now.for_us.checked_sub(before.for_us)?, whole: now.whole.checked_sub(before.whole)? })
    }

    /// Whether the person's influence is known on one of the days at least, so that they have a part in the share.
    fn is_weighed(&self) -> bool {
        [self.before, self.now].iter().flatten().any(|voice| voice.influence.is_some())
    }
}

/// The effects of people in ten-thousandths, in their order: whole numbers that add up to `change`. None for people
/// whose influence is known on neither day, and for everybody where there is no share on one of the days.
///
/// Exact effects are fractions; each is rounded down, and what is missing to the change goes, one each, to those with
/// the largest rests, of equal ones to the larger effect. Whoever has exactly none keeps none.
pub(super) fn effects(turns: &[Turn<'_>], before: Weight, now: Weight, change: Option<i128>) -> Vec<Option<i128>> {
    let nothing_known = || turns.iter().map(|_| None).collect();
    let Some(exact) = change.and_then(|change| Some((change, Exact::new(before, now)?))) else {
        return nothing_known();
    };
    let (change, exact) = exact;
    let parts: Option<Vec<Part>> = turns.iter().map(|turn| exact.part(turn)).collect();
    let rounded = parts.and_then(|mut parts| {
        hand_out(&mut parts, change)?;
        Some(turns.iter().zip(parts).map(|(turn, part)| turn.is_weighed().then_some(part.units)).collect())
    });
    rounded.unwrap_or_else(nothing_known)
}

/// The coefficients of an exact effect over their common denominator.
struct Exact {
    of_for_us: i128,
    of_whole: i128,
    denominator: i128,
}

impl Exact {
    /// None where one of the days has no share, or numbers are larger than any committee makes them.
    fn new(before: Weight, now: Weight) -> Option<Self> {
        let product = before.whole.checked_mul(now.whole).filter(|product| *product > 0)?;
        let crossed = before.for_us.checked_mul(now.whole)?.checked_add(now.for_us.checked_mul(before.whole)?)?;
        let denominator = product.checked_mul(before.whole.checked_add(now.whole)?)?;
        Some(Self { of_for_us: product.checked_mul(2)?, of_whole: crossed, denominator })
    }

    fn part(&self, turn: &Turn<'_>) -> Option<Part> {
        let growth = turn.growth()?;
        let for_us = self.of_for_us.checked_mul(growth.for_us)?;
        let numerator = for_us.checked_sub(self.of_whole.checked_mul(growth.whole)?)?;
        let scaled = numerator.checked_mul(UNITS)?;
        Some(Part {
            units: scaled.checked_div_euclid(self.denominator)?,
            rest: scaled.checked_rem_euclid(self.denominator)?,
            numerator,
        })
    }
}

struct Part {
    units: i128,
    rest: i128,
    numerator: i128,
}

/// Hands what is missing to the change out, one unit each. Both shares are rounded, so it may be one unit too many.
fn hand_out(parts: &mut [Part], change: i128) -> Option<()> {
    let given = parts.iter().try_fold(0_i128, |sum, part| sum.checked_add(part.units))?;
    let missing = change.checked_sub(given)?;
    let mut order: Vec<&mut Part> = parts.iter_mut().filter(|part| part.numerator != 0).collect();
    order.sort_by_key(|part| Reverse((part.rest, part.numerator.unsigned_abs(), part.numerator)));
    let step = missing.signum();
    if step < 0 {
        order.reverse();
    }
    let count = usize::try_from(missing.unsigned_abs()).ok().filter(|count| *count <= order.len())?;
    for part in order.into_iter().take(count) {
        part.units = part.units.checked_add(step)?;
    }
    Some(())
}
