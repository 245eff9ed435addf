//! Integrals of exp(h) over an interval, where h is concave and analytic: the integrals over a moment of death that the models
//! need, in the logarithm of time.
//!
//! Concavity gives the peak by bisection, says how far the integrand has to be followed to either side, and bounds what is
//! left beyond. The interval is cut into panels on each of which h falls by at most [`FALL`], and which are short near the
//! bends of h: there its nearest singularities lie, π off the real line. Sixteen points a panel then leave an error
//! of some last digits of a float, relative to the integral, whatever the parameters.

/// By how much h may fall within a panel.
const FALL: f64 = 10.0;
/// How long a panel at a bend may be.
const LENGTH: f64 = 2.5;
/// How much of its distance to a bend a panel may take.
const REACH: f64 = 0.4;
/// What is below the whole by so many e-folds is left out.
const CUT: f64 = 40.0;
/// No integral needs as many panels; the limit is for what floats cannot hold.
const MOST_PANELS: usize = 400;

/// Gauss–Legendre: the points of half a panel with their weights.
const RULE: [(f64, f64); 8] = [
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_894),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
];

/// The value of h at a point, and its slope.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exponent {
    pub(super) value: f64,
    pub(super) slope: f64,
}

/// The integral of exp(h): `sum` times exp(`scale`), so that neither is too large or small for a float.
#[derive(Clone, Copy, Debug)]
pub(super) struct Integral {
    pub(super) scale: f64,
    pub(super) sum: f64,
}

impl Integral {
    /// The integral itself.
    pub(super) fn value(self) -> f64 {
        self.sum * libm::exp(self.scale)
    }
}

/// The integral of exp(h) from one point to another, where h bends at the points given.
pub(super) fn integrate(h: impl Fn(f64) -> Exponent, from: f64, to: f64, bends: &[f64]) -> Integral {
    let (peak, value) = peak(&h, from, to);
    let mut sum = 0.0;
    panels(&h, (peak, value), (from, to), bends, |low, high| {
        visit(low, high, |at, weight| sum += weight * libm::exp(h(at).value - value));
    });
    Integral { scale: value, sum }
}

/// The points of a panel with their weights, in a fixed order.
pub(super) fn visit(low: f64, high: f64, mut point: impl FnMut(f64, f64)) {
    let (middle, half) = (0.5 * (low + high), 0.5 * (high - low));
    for (place, weight) in RULE {
        point(middle - half * place, half * weight);
        point(middle + half * place, half * weight);
    }
}

/// Where h is highest, nearly: within one e-fold of it; with its value there.
pub(super) fn peak(h: &impl Fn(f64) -> Exponent, from: f64, to: f64) -> (f64, f64) {
    let (mut low, mut high) = (from, to);
    let (mut left, mut right) = (h(low), h(high));
    if left.slope <= 0.0 {
        return (low, left.value);
    }
    if right.slope >= 0.0 {
        return (high, right.value);
    }
    for _ in 0..200 {
        // Where both ends see the peak at most an e-fold above them, it is near enough.
        if (high - low) * left.slope.min(-right.slope) < 1.0 {
            break;
        }
        let middle = 0.5 * (low + high);
        let here = h(middle);
        if here.slope > 0.0 {
            (low, left) = (middle, here);
        } else {
            (high, right) = (middle, here);
        }
    }
    if left.value > right.value { (low, left.value) } else { (high, right.value) }
}

/// The panels that hold the integral, from the peak outwards: to the right, then to the left.
pub(super) fn panels(
    h: &impl Fn(f64) -> Exponent,
    (peak, value): (f64, f64),
    (from, to): (f64, f64),
    bends: &[f64],
    mut panel: impl FnMut(f64, f64),
) {
    // The logarithm of what the first panels hold at least.
    let mut held = f64::NEG_INFINITY;
    for (end, side) in [(to, 1.0), (from, -1.0)] {
        let (mut at, mut here) = (peak, value);
        for _ in 0..MOST_PANELS {
            let left = side * (end - at);
            if left <= 0.0 {
                break;
            }
            let free = bends.iter().fold(left, |least, bend| least.min(LENGTH.max(REACH * (at - bend).abs())));
            let (length, next, there) = step(h, (at, here), (side, free, left), end);
            panel(at.min(next), at.max(next));
            held = held.max(here + libm::log(length / (1.0 + (here - there.value).abs())));
            (at, here) = (next, there.value);
            // As h is concave, what lies beyond is at most exp(h) over its slope.
            if here - libm::log(-side * there.slope) < held - CUT {
                break;
            }
        }
    }
}

/// How far a panel may go: its length, its end and h there.
fn step(
    h: &impl Fn(f64) -> Exponent,
    (at, here): (f64, f64),
    (side, free, left): (f64, f64, f64),
    end: f64,
) -> (f64, f64, Exponent) {
    let mut length = free;
    for _ in 0..100 {
        let next = if length < left { at + side * length } else { end };
        let there = h(next);
        let fall = (here - there.value).abs();
        if fall <= FALL * 1.000_001 {
            return (length, next, there);
        }
        // Concave: a shorter step falls by no more than its part of the longer one's fall.
        length *= if fall < 1e300 { FALL / fall } else { 0.01 };
    }
    let next = at + side * length;
    (length, next, h(next))
}
