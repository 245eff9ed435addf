//! The normal distribution: its function and the inverse of it.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// What 1/√2 is larger than its float.
const BELOW_ROOT: f64 = -4.833_646_656_726_457e-17;
/// √(2π) as a divisor.
const ROOT_OF_CIRCLE: f64 = 0.398_942_280_401_432_7;

/// The density at a point.
pub(super) fn density(x: f64) -> f64 {
    ROOT_OF_CIRCLE * libm::exp(-0.5 * x * x)
}

/// The probability of a point or less.
///
/// In the far tail the last digit of x/√2 decides over several of the result, so what rounding it loses is added.
pub(crate) fn cdf(x: f64) -> f64 {
    if x.abs() > 38.6 {
        return if x > 0.0 { 1.0 } else { 0.0 };
    }
    let y = -x * FRAC_1_SQRT_2;
    let lost = libm::fma(-x, FRAC_1_SQRT_2, -y) - x * BELOW_ROOT;
    let slope = 2.0 / libm::sqrt(PI) * libm::exp(-y * y);
    (0.5 * (libm::erfc(y) - slope * lost)).clamp(0.0, 1.0)
}

/// The point that a probability lies at or below; infinite at 0 and 1.
pub(crate) fn quantile(probability: f64) -> f64 {
    if probability.is_nan() || probability <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if probability >= 1.0 {
        return f64::INFINITY;
    }
    if probability > 0.5 { -lower(1.0 - probability, 0.5 - probability) } else { lower(probability, probability - 0.5) }
}

/// Of a probability up to a half, and what it is more than a half: a rational guess (Abramowitz and Stegun 26.2.23),
/// which Halley's method refines.
fn lower(probability: f64, from_half: f64) -> f64 {
    let t = libm::sqrt(-2.0 * libm::log(probability));
    let above = 2.515517 + t * (0.802853 + t * 0.010328);
    let below = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    let mut x = above / below - t;
    for _ in 0..3 {
        // About the middle the distance to a half has more digits than the probability.
        let off = if from_half > -0.25 { 0.5 * libm::erf(x * FRAC_1_SQRT_2) - from_half } else { cdf(x) - probability };
        let step = off / density(x);
        x -= step / (1.0 + 0.5 * x * step);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, expected: f64, relative: f64) {
        assert!((value - expected).abs() <= relative * expected.abs(), "{value:e} {expected:e}");
    }

    #[test]
    fn the_distribution_function_agrees_with_sixty_digits() {
        for (x, expected) in [
            (-37.5, 4.605353009581955e-308),
            (-20.25, 1.77619986494957e-91),
            (-8.125, 2.2368120644441053e-16),
            (-3.5, 0.00023262907903552504),
            (-1.0, 0.15865525393145705),
            (-0.25, 0.4012936743170763),
            (0.0, 0.5),
            (0.5, 0.6914624612740131),
            (2.75, 0.9970202367649454),
            (7.0, 0.9999999999987201),
        ] {
            near(cdf(x), expected, 1e-15);
        }
        assert_eq!(
            [-50.0, f64::NEG_INFINITY, f64::INFINITY].map(cdf).map(f64::to_bits),
            [0.0, 0.0, 1.0].map(f64::to_bits)
        );
    }

    #[test]
    fn the_quantile_agrees_with_sixty_digits() {
        for (probability, expected) in [
            (1e-300, -37.0470962993612),
            (1e-100, -21.273453560965326),
            (1e-12, -7.034483825301132),
            (1e-06, -4.753424308822899),
            (0.001, -3.0902323061678136),
            (0.02, -2.053748910631823),
            (0.1, -1.2815515655446004),
            (0.3, -0.5244005127080408),
            (0.49999, -2.5066282748960008e-05),
            (0.5000001, 2.506628273311648e-07),
            (0.6, 0.2533471031357997),
            (0.97, 1.8807936081512506),
            (0.999999, 4.753424308817087),
        ] {
            near(quantile(probability), expected, 1e-15);
        }
        assert_eq!(
            [quantile(0.0), quantile(0.5), quantile(1.0)].map(f64::to_bits),
            [f64::NEG_INFINITY, 0.0, f64::INFINITY].map(f64::to_bits)
        );
    }

    #[test]
    fn one_inverts_the_other() {
        for step in 1..2000 {
            let probability = libm::exp(-f64::from(step) / 3.0);
            // The last digit of the quantile decides over more of them in the tail.
            let x = quantile(probability);
            near(cdf(x), probability, 1e-15 + 2.3e-16 * x * x);
            let probability = f64::from(step) / 2000.0;
            near(cdf(quantile(probability)), probability, 1e-15);
        }
    }
}
