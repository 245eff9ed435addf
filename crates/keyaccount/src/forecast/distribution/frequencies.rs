//! The characteristic function of a sum of deals at equally spaced frequencies: all the work of the inversion.

use std::f64::consts::TAU;

use super::deals::Deal;

/// Deals side by side in one vector instruction; the result does not depend on how wide the machine's are.
const LANES: usize = 8;
/// Frequencies a pass: their accumulators stay in the fastest cache.
pub(super) const BLOCK: usize = 128;

type Lanes = [f64; LANES];

/// The values at `first`, `first + 1`, … (`count` of them) where the frequency k turns a sum s by k·s/period circles.
pub(super) fn characteristic(deals: &[Deal], period: u128, first: usize, count: usize) -> Vec<[f64; 2]> {
    let mut real = vec![[1.0; LANES]; count];
    let mut imaginary = vec![[0.0; LANES]; count];
    for chunk in deals.chunks(LANES) {
        let mut factors = Factors::of(chunk, period, first);
        for (real, imaginary) in real.iter_mut().zip(&mut imaginary) {
            factors.multiply(real, imaginary);
        }
    }
    real.iter().zip(&imaginary).map(|(real, imaginary)| product(real, imaginary)).collect()
}

fn product(real: &Lanes, imaginary: &Lanes) -> [f64; 2] {
    real.iter().zip(imaginary).fold([1.0, 0.0], |product, (real, imaginary)| times(product, [*real, *imaginary]))
}

/// The product of two complex numbers.
pub(super) fn times(one: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    let ([a, b], [c, d]) = (one, other);
    [a * c - b * d, a * d + b * c]
}

/// e^(2πi·circles).
pub(super) fn turn(circles: f64) -> [f64; 2] {
    let (sine, cosine) = libm::sincos(TAU * (circles - libm::rint(circles)));
    [cosine, sine]
}

/// How far a frequency of one turns a deal, in circles.
pub(super) fn circles(units: u64, period: u128) -> f64 {
    let units = u128::from(units);
    let rest = if units < period { units } else { units.checked_rem(period).unwrap_or_default() };
    rest as f64 / period as f64
}

/// The factors 1 − p + p·e^(iωa) of some deals at one frequency, and the step to the next.
struct Factors {
    won: Lanes,
    lost: Lanes,
    turned: [Lanes; 2],
    step: [Lanes; 2],
}

impl Factors {
    fn of(deals: &[Deal], period: u128, first: usize) -> Self {
        // Lanes without a deal stay at a factor of one.
        let mut factors =
            Self { won: [0.0; LANES], lost: [1.0; LANES], turned: [[0.0; LANES]; 2], step: [[0.0; LANES]; 2] };
        let Self { won, lost, turned: [cosine, sine], step: [step_cosine, step_sine] } = &mut factors;
        let lanes =
            won.iter_mut().zip(lost).zip(cosine.iter_mut().zip(sine)).zip(step_cosine.iter_mut().zip(step_sine));
        for (deal, (((won, lost), turned), step)) in deals.iter().zip(lanes) {
            (*won, *lost) = (deal.won, deal.lost());
            let circles = circles(deal.units, period);
            let one = turn(circles);
            (*step.0, *step.1) = (one[0], one[1]);
            let start = if first == 1 { one } else { turn(circles * first as f64) };
            (*turned.0, *turned.1) = (start[0], start[1]);
        }
        factors
    }

    /// Multiplies the factors at this frequency into a product, and turns to the next.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "all arrays have one fixed length, which the loop runs over")]
    fn multiply(&mut self, real: &mut Lanes, imaginary: &mut Lanes) {
        let [cosine, sine] = &mut self.turned;
        let [step_cosine, step_sine] = &self.step;
        for lane in 0..LANES {
            let factor_real = self.lost[lane] + self.won[lane] * cosine[lane];
            let factor_imaginary = self.won[lane] * sine[lane];
            let (a, b) = (real[lane], imaginary[lane]);
            real[lane] = a * factor_real - b * factor_imaginary;
            imaginary[lane] = a * factor_imaginary + b * factor_real;
            let (a, b) = (cosine[lane], sine[lane]);
            cosine[lane] = a * step_cosine[lane] - b * step_sine[lane];
            sine[lane] = a * step_sine[lane] + b * step_cosine[lane];
        }
    }
}
