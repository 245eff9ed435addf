//! How good stated chances were: Brier's score, log loss, and how often what was given each chance came.

use serde::{Deserialize, Serialize};

use crate::values::decimal::to_f64;
use crate::values::{Estimate, LogLoss};

/// The smallest chance that log loss charges for: of what was called impossible and came, the logarithm would be
/// infinite. It is the smallest step of a probability, and costs 13.8.
const SMALLEST_CHANCE: f64 = 1e-6;

/// A normal variable lies this far from its mean or nearer with a probability of 95 %.
const NORMAL_95: f64 = 1.959_963_984_540_054;

/// Bins of a reliability table: equally wide, the last with both its ends.
const BINS: u32 = 10;

/// The deals that were given a chance within a tenth, and how many of them came.
///
/// Where the chances are right, the share that came lies about the mean chance: in the interval about 95 times of 100.
///
/// # Examples
/// ```
/// use keyaccount::ReliabilityBin;
///
/// let text = r#"{"from": "0.2", "to": "0.3", "deals": 10, "won": 3, "mean_chance": "0.25", "won_share": "0.3",
///     "low": "0.107791267406", "high": "0.603221852539"}"#;
/// let bin: ReliabilityBin = serde_json::from_str(text)?;
/// assert!(bin.low < bin.mean_chance && bin.mean_chance < bin.high, "nothing speaks against these chances");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReliabilityBin {
    /// The smallest chance in it.
    pub from: Estimate,
    /// The chance that is too large for it; 1 is in the last one.
    pub to: Estimate,
    /// Forecasts of single deals with such a chance.
    pub deals: u64,
    /// Of these, the ones that came.
    pub won: u64,
    /// Their mean chance; null where there are none.
    #[serde(default)]
    pub mean_chance: Option<Estimate>,
    /// The share that came; null where there are none.
    #[serde(default)]
    pub won_share: Option<Estimate>,
    /// The lower end of the share's 95 % interval (Wilson's).
    #[serde(default)]
    pub low: Option<Estimate>,
    /// Its upper end.
    #[serde(default)]
    pub high: Option<Estimate>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    deals: u64,
    won: u64,
    /// The sum of the chances, in units of their last place: whole, so that no order of adding matters.
    chances: u64,
}

/// What the chances of single deals are charged with. Sums run in the order in which deals are added.
#[derive(Clone, Debug, Default)]
pub(super) struct DealScores {
    bins: [Bin; BINS as usize],
    deals: u64,
    squares: f64,
    logarithms: f64,
    clipped: u64,
}

impl DealScores {
    /// Adds a deal with the chance it was given and whether it came.
    pub(super) fn add(&mut self, chance: Estimate, came: bool) {
        let stated = to_f64(chance.value());
        let (of_what_came, miss) = if came { (stated, 1.0 - stated) } else { (1.0 - stated, stated) };
        self.deals = self.deals.saturating_add(1);
        self.squares += miss * miss;
        self.logarithms -= libm::log(of_what_came.max(SMALLEST_CHANCE));
        self.clipped = self.clipped.saturating_add(u64::from(of_what_came < SMALLEST_CHANCE));
        let units = in_units(chance);
        let place = units.saturating_mul(BINS.into()).checked_div(in_units(Estimate::rounded(1.0))).unwrap_or_default();
        let place = usize::try_from(place.min(u64::from(BINS).saturating_sub(1))).unwrap_or_default();
        if let Some(bin) = self.bins.get_mut(place) {
            bin.deals = bin.deals.saturating_add(1);
            bin.won = bin.won.saturating_add(u64::from(came));
            bin.chances = bin.chances.saturating_add(units);
        }
    }

    /// How many deals were added.
    pub(super) fn deals(&self) -> u64 {
        self.deals
    }

    /// The mean of (chance − outcome)²; none where there are no deals.
    pub(super) fn brier(&self) -> Option<Estimate> {
        (self.deals > 0).then(|| Estimate::rounded(self.squares / self.deals as f64))
    }

    /// The mean of −ln(chance of what came); none where there are no deals.
    pub(super) fn log_loss(&self) -> Option<LogLoss> {
        (self.deals > 0).then(|| LogLoss::rounded(self.logarithms / self.deals as f64))
    }

    /// How many came otherwise than was called certain, or all but certain: log loss charges them as if their chance
    /// had been one in a million.
    pub(super) fn clipped(&self) -> u64 {
        self.clipped
    }

    /// All ten bins, empty ones too.
    pub(super) fn reliability(&self) -> Vec<ReliabilityBin> {
        let edge = |tenths: u32| Estimate::of(tenths.into(), BINS.into()).unwrap_or_else(|| Estimate::rounded(1.0));
        let bins = (0..BINS).zip(&self.bins).map(|(place, bin)| {
            let interval = wilson(bin.won, bin.deals);
            ReliabilityBin {
                from: edge(place),
                to: edge(place.saturating_add(1)),
                deals: bin.deals,
                won: bin.won,
                mean_chance: Estimate::of(bin.chances, bin.deals.saturating_mul(in_units(Estimate::rounded(1.0)))),
                won_share: Estimate::of(bin.won, bin.deals),
                low: interval.map(|(low, _)| low),
                high: interval.map(|(_, high)| high),
            }
        });
        bins.collect()
    }
}

/// In units of an estimate's twelfth place.
fn in_units(estimate: Estimate) -> u64 {
    let number = estimate.value();
    let power = 10_i128.saturating_pow(12_u32.saturating_sub(number.scale()));
    u64::try_from(number.mantissa().saturating_mul(power)).unwrap_or_default()
}

/// Wilson's 95 % interval of a share; none where there is nothing to have a share in.
pub(super) fn wilson(part: u64, whole: u64) -> Option<(Estimate, Estimate)> {
    if whole == 0 {
        return None;
    }
    let (share, whole_number, squared) = (part as f64 / whole as f64, whole as f64, NORMAL_95 * NORMAL_95);
    let widened = 1.0 + squared / whole_number;
    let centre = (share + squared / (2.0 * whole_number)) / widened;
    let spread = share * (1.0 - share) / whole_number + squared / (4.0 * whole_number * whole_number);
    let half = NORMAL_95 / widened * libm::sqrt(spread);
    // At its ends the formula is exactly 0 or 1; rounding may not be.
    let low = if part == 0 { 0.0 } else { centre - half };
    let high = if part == whole { 1.0 } else { centre + half };
    Some((Estimate::rounded(low), Estimate::rounded(high)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(deals: &[(&str, bool)]) -> DealScores {
        let mut scores = DealScores::default();
        deals.iter().for_each(|(chance, came)| scores.add(chance.parse().unwrap(), *came));
        scores
    }

    /// `brier_score_loss` and `log_loss` of scikit-learn 1.9.
    #[test]
    fn scores_are_scikit_learns() {
        let chances = ["0.05", "0.1", "0.3", "0.3", "0.35", "0.62", "0.7", "0.7", "0.95", "0.999999"];
        let came = [false, false, true, false, false, true, true, false, true, true];
        let scores = scores(&chances.into_iter().zip(came).collect::<Vec<_>>());
        assert_eq!(scores.brier().unwrap().to_string(), "0.14419");
        assert_eq!(scores.log_loss().unwrap().to_string(), "0.4238062318");
        assert_eq!((scores.deals(), scores.clipped()), (10, 0));
    }

    #[test]
    fn what_was_called_impossible_and_came_costs_as_one_in_a_million() {
        // Twice −ln(10⁻⁶) = 13.8155…, once ln 2, twice nothing.
        let scores = scores(&[("0", true), ("1", false), ("0.5", true), ("0", false), ("1", true)]);
        assert_eq!(scores.log_loss().unwrap().to_string(), "5.664833659298");
        assert_eq!(scores.brier().unwrap().to_string(), "0.45");
        assert_eq!(scores.clipped(), 2);
    }

    #[test]
    fn without_deals_there_is_no_score() {
        let none = DealScores::default();
        assert_eq!((none.brier(), none.log_loss(), none.clipped()), (None, None, 0));
        let bins = none.reliability();
        assert_eq!(bins.len(), 10);
        assert!(bins.iter().all(|bin| bin.deals == 0 && bin.mean_chance.is_none() && bin.low.is_none()));
    }

    #[test]
    fn each_chance_lies_in_its_tenth() {
        let table = |chance| scores(&[(chance, true)]).reliability().iter().position(|bin| bin.deals == 1);
        let places = ["0", "0.099999999999", "0.1", "0.3", "0.6", "0.7", "0.899999999999", "0.9", "1"].map(table);
        assert_eq!(places, [0, 0, 1, 3, 6, 7, 8, 9, 9].map(Some));
        let bins = scores(&[("0.31", true), ("0.39", false), ("0.32", false)]).reliability();
        let bin = &bins[3];
        assert_eq!((bin.from.to_string(), bin.to.to_string(), bin.deals, bin.won), ("0.3".into(), "0.4".into(), 3, 1));
        assert_eq!(bin.mean_chance.unwrap().to_string(), "0.34");
        assert_eq!(bin.won_share.unwrap().to_string(), "0.333333333333");
        assert_eq!(bin.low.unwrap().to_string(), "0.06149194472");
        assert_eq!(bin.high.unwrap().to_string(), "0.792340399198");
    }

    /// `binomtest(…).proportion_ci(0.95, "wilson")` of scipy 1.17.
    #[test]
    fn intervals_are_scipys() {
        for (part, whole, low, high) in [
            (0, 1, "0", "0.793450685623"),
            (1, 1, "0.206549314377", "1"),
            (0, 10, "0", "0.277532799863"),
            (3, 10, "0.107791267406", "0.603221852539"),
            (10, 10, "0.7224672001371", "1"),
            (27, 100, "0.192695841496", "0.364321167679"),
        ] {
            let found = wilson(part, whole).unwrap();
            let near = |found: Estimate, expected: &str| {
                (to_f64(found.value()) - expected.parse::<f64>().unwrap()).abs() <= 1.1e-12
            };
            assert!(near(found.0, low) && near(found.1, high), "{part} of {whole}: {found:?}");
        }
        assert_eq!(wilson(0, 0), None);
    }
}
