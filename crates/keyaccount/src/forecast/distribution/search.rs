//! Finds where a distribution function reaches a probability, with few questions: each may take millions of operations.

#![expect(clippy::arithmetic_side_effects, reason = "a width is divided by a number of parts above zero; tests count")]

/// A bracket is asked at its interpolated place, give or take this part of its width at first; where that held it, an
/// eighth of that the next time.
const MARGIN: i128 = 16;

/// The smallest place from zero to the last at which a growing function reaches what is wanted; it does at the last.
///
/// It begins about a guess, looks on in growing steps until the place is between two that were asked, and then asks to
/// both sides of where a straight line would have it. Where that shrinks the bracket too little, as at a jump, the middle
/// is asked too, so that it never takes much longer than halving.
pub(super) fn smallest(last: i128, wanted: f64, about: (i128, i128), function: impl Fn(i128) -> f64) -> i128 {
    let mut bracket = Bracket { low: (-1, 0.0), high: (last, 1.0), wanted, function };
    let (guess, step) = about;
    bracket.look_about(guess.clamp(0, last.max(0)), step.max(1));
    let mut parts = MARGIN;
    while bracket.width() > 1 {
        let width = bracket.width();
        let margin = (width / parts).max(1);
        let centre = bracket.interpolated();
        bracket.ask(centre.saturating_sub(margin));
        bracket.ask(centre.saturating_add(margin));
        if bracket.width() > width / 4 {
            bracket.ask(bracket.low.0.saturating_add(bracket.width() / 2));
            parts = MARGIN;
        } else {
            parts = parts.saturating_mul(8);
        }
    }
    bracket.high.0
}

/// The highest place known to be too low and the lowest known to do, with the function's values.
struct Bracket<F> {
    low: (i128, f64),
    high: (i128, f64),
    wanted: f64,
    function: F,
}

impl<F: Fn(i128) -> f64> Bracket<F> {
    fn width(&self) -> i128 {
        self.high.0.saturating_sub(self.low.0)
    }

    /// Asks at a place if it is inside.
    fn ask(&mut self, place: i128) {
        if place > self.low.0 && place < self.high.0 {
            let value = (self.function)(place);
            if value >= self.wanted {
                self.high = (place, value);
            } else {
                self.low = (place, value);
            }
        }
    }

    fn look_about(&mut self, guess: i128, mut step: i128) {
        self.ask(guess);
        let is_high = self.high.0 == guess;
        loop {
            let next = if is_high { self.high.0.saturating_sub(step) } else { self.low.0.saturating_add(step) };
            if next <= self.low.0 || next >= self.high.0 {
                return;
            }
            self.ask(next);
            if is_high == (self.low.0 == next) {
                return;
            }
            step = step.saturating_mul(4);
        }
    }

    /// Where a straight line between the ends has what is wanted.
    fn interpolated(&self) -> i128 {
        let rise = self.high.1 - self.low.1;
        let part = if rise > 0.0 { ((self.wanted - self.low.1) / rise).clamp(0.0, 1.0) } else { 0.5 };
        // A float beyond the range becomes the nearest whole number.
        self.low.0.saturating_add((part * self.width() as f64) as i128)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::smallest;

    proptest! {
        #[test]
        fn it_finds_what_halving_finds(
            mut jumps in proptest::collection::vec(0_i128..1_000_000_000_000, 1..60),
            wanted in 0.001_f64..0.999,
            guess in -10_i128..1_000_000_000_010,
            step in 0_i128..1_000_000_000,
        ) {
            jumps.sort_unstable();
            let last = *jumps.last().unwrap();
            let function = |place: i128| jumps.partition_point(|jump| *jump <= place) as f64 / jumps.len() as f64;
            let first = jumps.iter().copied().find(|jump| function(*jump) >= wanted).unwrap();
            let asked = Cell::new(0);
            let found = smallest(last, wanted, (guess, step), |place| {
                asked.set(asked.get() + 1);
                function(place)
            });
            prop_assert_eq!(found, first);
            prop_assert!(asked.get() <= 100, "{} questions, halving takes 40", asked.get());
        }
    }

    #[test]
    fn a_smooth_rise_takes_few_questions() {
        let asked = Cell::new(0);
        let found = smallest(1_000_000_000_000, 0.3, (250_000_000_000, 10_000_000_000), |place| {
            asked.set(asked.get() + 1);
            let x = place as f64 / 1e12;
            x * x
        });
        assert_eq!(found, 547_722_557_506);
        assert!(asked.get() <= 22, "{} questions", asked.get());
    }
}
