//! Integrals over a standard normal variable, on panels of fifteen points (Gauss–Kronrod), of which seven alone make a
//! coarser rule (Gauss): how far the two are apart says how good the finer one is.

use crate::forecast::normal;

/// Beyond this on either side lies a probability of 10⁻¹².
pub(super) const EDGE: f64 = 7.2;
/// Points a panel.
pub(super) const POINTS: usize = 15;

/// Where the points lie in half a panel, from the outside to the middle, with the weights of fifteen points and of seven.
const RULE: [(f64, f64, f64); 8] = [
    (0.991_455_371_120_812_6, 0.022_935_322_010_529_224, 0.0),
    (0.949_107_912_342_758_5, 0.063_092_092_629_978_56, 0.129_484_966_168_869_7),
    (0.864_864_423_359_769_1, 0.104_790_010_322_250_19, 0.0),
    (0.741_531_185_599_394_5, 0.140_653_259_715_525_92, 0.279_705_391_489_276_64),
    (0.586_087_235_467_691_1, 0.169_004_726_639_267_9, 0.0),
    (0.405_845_151_377_397_2, 0.190_350_578_064_785_4, 0.381_830_050_505_118_9),
    (0.207_784_955_007_898_47, 0.204_432_940_075_298_9, 0.0),
    (0.0, 0.209_482_141_084_727_82, 0.417_959_183_673_469_4),
];

/// A point with its weight, density included, in both rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) at: f64,
    pub(super) fine: f64,
    pub(super) coarse: f64,
}

/// The points of a panel in ascending order.
pub(super) fn points(from: f64, to: f64) -> Vec<Point> {
    let (middle, half) = ((from + to) / 2.0, (to - from) / 2.0);
    let point = |side: f64, (place, fine, coarse): (f64, f64, f64)| {
        let at = middle + side * half * place;
        let density = normal::density(at) * half;
        Point { at, fine: fine * density, coarse: coarse * density }
    };
    let left = RULE.iter().map(|rule| point(-1.0, *rule));
    let right = RULE.iter().rev().skip(1).map(|rule| point(1.0, *rule));
    left.chain(right).collect()
}

/// How wrong the finer rule is for values between 0 and 1, as QUADPACK has it: the two rules' distance, relative to how
/// much the values vary, to the power of one and a half.
pub(super) fn error(points: &[Point], values: &[f64]) -> f64 {
    let (mut weight, mut fine, mut coarse) = (0.0, 0.0, 0.0);
    for (point, value) in points.iter().zip(values) {
        weight += point.fine;
        fine += point.fine * value;
        coarse += point.coarse * value;
    }
    let distance = (fine - coarse).abs();
    let mean = if weight > 0.0 { fine / weight } else { 0.0 };
    let varied: f64 = points.iter().zip(values).map(|(point, value)| point.fine * (value - mean).abs()).sum();
    // The density alone, integrated by the two rules, has to agree as well.
    let unlike = points.iter().fold(0.0, |sum, point| sum + (point.fine - point.coarse)).abs();
    let by = |share: f64| share * libm::sqrt(share);
    if varied <= 0.0 { by(200.0 * unlike) } else { varied * by((200.0 * distance / varied).min(1.0)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_rules_are_exact_for_polynomials() {
        // Fifteen points up to the 22nd power, seven up to the 13th.
        for power in 0..=22 {
            let sum = |weight: fn(&(f64, f64, f64)) -> f64| -> f64 {
                RULE.iter().map(|rule| weight(rule) * rule.0.powi(power) * if rule.0 > 0.0 { 2.0 } else { 1.0 }).sum()
            };
            let whole = if power % 2 == 0 { 2.0 / f64::from(power + 1) } else { continue };
            assert!((sum(|rule| rule.1) - whole).abs() < 1e-15, "{power}");
            assert!(power > 13 || (sum(|rule| rule.2) - whole).abs() < 1e-15, "{power}");
        }
    }

    #[test]
    fn the_error_is_not_taken_for_smaller_than_it_is() {
        for steepness in [0.5, 1.0, 3.0, 10.0] {
            let points = points(-1.2, 1.2);
            for shift in 0..40 {
                let value = |x: f64| normal::cdf(steepness * (x - f64::from(shift) / 20.0 + 1.0));
                let values: Vec<f64> = points.iter().map(|point| value(point.at)).collect();
                let estimate: f64 = points.iter().zip(&values).map(|(point, value)| point.fine * value).sum();
                let steps = 4000;
                let width = 2.4 / f64::from(steps);
                let exact: f64 = (0..steps)
                    .map(|step| {
                        let x = -1.2 + width * (f64::from(step) + 0.5);
                        // The midpoint rule, with what it lacks in the second order.
                        let f = |x: f64| normal::density(x) * value(x);
                        width * (f(x) + (f(x - width / 2.0) - 2.0 * f(x) + f(x + width / 2.0)) / 6.0)
                    })
                    .sum();
                let bound = error(&points, &values) + 1e-13;
                assert!((estimate - exact).abs() <= bound, "{steepness} {shift}: {:e} {bound:e}", estimate - exact);
            }
        }
    }
}
