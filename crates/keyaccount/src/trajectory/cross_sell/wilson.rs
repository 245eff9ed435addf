//! How sure a share of few is: Wilson's interval (1927).

use crate::forecast::normal;

/// What the interval leaves out at each end.
const TAIL: f64 = 0.025;

/// The ends of the share of a part in a whole, which is above zero.
pub(super) fn interval(part: usize, whole: usize) -> (f64, f64) {
    let (part, whole) = (part as f64, whole as f64);
    let z = -normal::quantile(TAIL);
    let share = part / whole;
    let weight = z * z / whole;
    let middle = (share + weight / 2.0) / (1.0 + weight);
    let reach = z * libm::sqrt(share * (1.0 - share) / whole + weight / (4.0 * whole)) / (1.0 + weight);
    ((middle - reach).max(0.0), (middle + reach).min(1.0))
}
