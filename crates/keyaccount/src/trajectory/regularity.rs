//! How regular an account's intervals are: from clumped over chance to clockwork.

use super::kinds::RegularityKind;
use super::law::IntervalLaw;
use super::season::squared_variation;
use super::verdict::RhythmRegularity;
use crate::values::Ratio;

/// What a shape of more than this looks like to a count of days.
const MOST: f64 = 1000.0;
/// Fewer intervals than this say less than the prior does.
const FEW: usize = 8;

/// Wheat and Morrison's estimator (1990) of the shape of intervals: of two neighbouring intervals the first one's part,
/// x₁/(x₁ + x₂), is beta distributed with both shapes k, so its variance is 1/(4(2k + 1)). As only neighbours are
/// compared, an account that slowly buys more or less often is not taken for an irregular one.
///
/// None with fewer than two intervals; at most a thousand.
pub(super) fn wheat_morrison(lengths: &[f64]) -> Option<f64> {
    let pairs = lengths.iter().zip(lengths.iter().skip(1));
    let (mut count, mut squares) = (0.0, 0.0);
    for (earlier, later) in pairs {
        let off = earlier / (earlier + later) - 0.5;
        squares += off * off;
        count += 1.0;
    }
    if count < 1.0 {
        return None;
    }
    let variance = squares / count;
    let shape = if variance > 0.0 { (1.0 - 4.0 * variance) / (8.0 * variance) } else { MOST };
    Some(shape.clamp(0.0, MOST))
}

pub(super) fn regularity_of(lengths: &[f64], law: &IntervalLaw, season_adjusted: bool) -> RhythmRegularity {
    let shape = law.shape(0.5);
    let kind = match shape {
        _ if shape >= 8.0 => RegularityKind::Clockwork,
        _ if shape >= 2.0 => RegularityKind::Regular,
        _ if shape >= 0.7 => RegularityKind::Chance,
        _ => RegularityKind::Clumped,
    };
    RhythmRegularity {
        kind,
        intervals: lengths.len(),
        few_intervals: lengths.len() < FEW,
        shape: Ratio::rounded(shape),
        shape_low: Ratio::rounded(law.shape(0.1)),
        shape_high: Ratio::rounded(law.shape(0.9)),
        wheat_morrison: wheat_morrison(lengths).map(Ratio::rounded),
        squared_variation: squared_variation(lengths).map(Ratio::rounded),
        season_adjusted,
    }
}
