//! The likelihood of the one-factor model, given how many of each period's decided deals were won.
//!
//! Within a period all deals have the market in common, so of n deals k are won with the probability
//! ∫φ(z)·C(n, k)·p(z)^k·(1 − p(z))^(n−k) dz, where p(z) = Φ((c + √ρ·z)/√(1 − ρ)); Φ(c) is the win rate. Its logarithm's
//! second derivative by z is −1 or less everywhere, so there is one peak, which Newton's method finds; a trapezoidal
//! rule from the peak outwards, in steps of a quarter of its width, is then exact to more digits than are needed.

use crate::forecast::normal;

/// How many deals of a period were decided, and how many won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) decided: u64,
    pub(super) won: u64,
}

/// The largest √ρ that is tried.
pub(super) const MOST: f64 = 0.999;
/// How many times a golden section is made, and how many places are tried before it.
const SECTIONS: u32 = 36;
const PLACES: u32 = 20;
/// What the logarithm of a likelihood falls by from its peak to the ends of a 95 % interval: half of χ²'s quantile.
const FALL: f64 = 1.920_729_410_347_062;

/// Where the likelihood is largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Peak {
    /// √ρ.
    pub(super) root: f64,
    /// Φ⁻¹ of the win rate there.
    pub(super) threshold: f64,
    pub(super) log: f64,
}

/// The logarithm of the likelihood, but for a constant.
pub(super) fn log_likelihood(tallies: &[Tally], root: f64, threshold: f64) -> f64 {
    let own = libm::sqrt(1.0 - root * root);
    tallies.iter().map(|tally| log_of_one(*tally, root / own, threshold / own)).sum()
}

/// Φ(x) = chance; the logarithm of it, and the hazard φ/Φ, which stay finite in the far tail.
fn log_and_hazard(x: f64) -> (f64, f64) {
    let chance = normal::cdf(x);
    if chance > 1e-300 {
        return (libm::log(chance), normal::density(x) / chance);
    }
    // Φ(x) → φ(x)/|x|.
    (-0.5 * x * x - libm::log(-x) - 0.918_938_533_204_672_8, -x)
}

fn log_of_one(tally: Tally, slope: f64, threshold: f64) -> f64 {
    let (won, lost) = (tally.won as f64, tally.decided.saturating_sub(tally.won) as f64);
    let at = |z: f64| {
        let x = threshold + slope * z;
        let ((log_won, won_hazard), (log_lost, lost_hazard)) = (log_and_hazard(x), log_and_hazard(-x));
        let value = won * log_won + lost * log_lost - 0.5 * z * z;
        let first = slope * (won * won_hazard - lost * lost_hazard) - z;
        let second =
            -slope * slope * (won * won_hazard * (won_hazard + x) + lost * lost_hazard * (lost_hazard - x)) - 1.0;
        (value, first, second)
    };
    let mut peak = 0.0;
    let mut curvature = -1.0;
    for _ in 0..60 {
        let (value, first, second) = at(peak);
        curvature = second.min(-1.0);
        // A step too far is halved until it climbs.
        let mut step = -first / curvature;
        while at(peak + step).0 < value && step.abs() > 1e-9 {
            step /= 2.0;
        }
        peak += step;
        if step.abs() <= 1e-9 {
            break;
        }
    }
    let top = at(peak).0;
    let width = 0.25 / libm::sqrt(-curvature);
    let mut sum = 1.0;
    for side in [-1.0, 1.0] {
        for step in 1..20_000 {
            let below = at(peak + side * f64::from(step) * width).0 - top;
            if below < -40.0 {
                break;
            }
            sum += libm::exp(below);
        }
    }
    top + libm::log(sum * width) - 0.918_938_533_204_672_8
}

/// The win rate's threshold that is likeliest at a correlation.
pub(super) fn profile(tallies: &[Tally], root: f64, about: f64) -> Peak {
    let log = |threshold| log_likelihood(tallies, root, threshold);
    let threshold = golden(about - 1.5, about + 1.5, log);
    Peak { root, threshold, log: log(threshold) }
}

/// The likeliest correlation and win rate.
pub(super) fn peak(tallies: &[Tally], about: f64) -> Peak {
    let width = MOST / f64::from(PLACES);
    let mut best = profile(tallies, 0.0, about);
    for place in 1..=PLACES {
        let tried = profile(tallies, f64::from(place) * width, about);
        if tried.log > best.log {
            best = tried;
        }
    }
    let (low, high) = ((best.root - width).max(0.0), (best.root + width).min(MOST));
    let root = golden(low, high, |root| profile(tallies, root, about).log);
    let refined = profile(tallies, root, about);
    // At the end of the range the end itself is the answer.
    if refined.log > best.log + 1e-10 { refined } else { best }
}

/// The √ρ whose likelihood is not so much smaller than the peak's that 95 % of samples would show less.
pub(super) fn interval(tallies: &[Tally], peak: &Peak) -> [f64; 2] {
    let inside = |root: f64| profile(tallies, root, peak.threshold).log >= peak.log - FALL;
    let end = |outermost: f64| {
        if inside(outermost) {
            return outermost;
        }
        let (mut within, mut beyond) = (peak.root, outermost);
        for _ in 0..30 {
            let middle = (within + beyond) / 2.0;
            if inside(middle) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        within
    };
    [end(0.0), end(MOST)]
}

/// Where a function with one peak in between is largest.
fn golden(mut low: f64, mut high: f64, value: impl Fn(f64) -> f64) -> f64 {
    const SHARE: f64 = 0.618_033_988_749_894_8;
    let (mut left, mut right) = (high - SHARE * (high - low), low + SHARE * (high - low));
    let (mut at_left, mut at_right) = (value(left), value(right));
    for _ in 0..SECTIONS {
        if at_left >= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - SHARE * (high - low);
            at_left = value(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + SHARE * (high - low);
            at_right = value(right);
        }
    }
    (low + high) / 2.0
}
