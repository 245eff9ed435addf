//! How bookings are to be forecast.

use crate::forecast::learned::LearningOptions;
use crate::values::{MarketCorrelation, MemberId, Money, Probability, vocabulary};

vocabulary! {
    /// What the chance of an open opportunity to be signed within a period rests on.
    ///
    /// A probability set by hand stays, whatever the basis.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ForecastBasis::StageDefault.as_str(), "stage_default");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ForecastBasis {
        /// The playbook's probability of its stage, in the period that its close date lies in.
        StageDefault = "stage_default", "stage default", "阶段默认";
        /// The win rate of its stage learned from history, in the period that its close date lies in.
        Learned = "learned", "learned win rate", "历史赢率";
        /// How long opportunities took from its stage and its age in it, learned from history; its close date counts
        /// only where history tells too little.
        Timing = "timing", "learned timing", "历史用时";
    }
}

/// How the bookings of periods are to be forecast.
///
/// # Examples
/// ```
/// use keyaccount::{BookingOptions, ForecastBasis};
///
/// let options = BookingOptions { basis: ForecastBasis::Timing, ..BookingOptions::default() };
/// assert_eq!((options.coverage_caps, options.timing_floor), (true, 20));
/// assert_eq!(options.wanted_probability.to_string(), "0.8");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingOptions {
    /// What the chances rest on; the playbook's stages by default.
    pub basis: ForecastBasis,
    /// How much what decides deals is common to all of them; nothing by default.
    pub market_correlation: MarketCorrelation,
    /// Whether the playbook's coverage caps hold; they do by default.
    pub coverage_caps: bool,
    /// Whose opportunities: those this member or anybody who reports to them gets credit for, at that part, rounded to
    /// the minor unit; everybody's by default.
    pub member: Option<MemberId>,
    /// The quota of each period, in the reporting currency; by default what the book says for the period and the member,
    /// or the company.
    pub quota: Option<Money>,
    /// How probable it is to be that the quota is reached; 0.8 by default.
    pub wanted_probability: Probability,
    /// How win rates are learned.
    pub learning: LearningOptions,
    /// How many visits to its stage must have lasted beyond an opportunity's age in it for its timing to count; 20 by
    /// default.
    pub timing_floor: u32,
    /// Whether each opportunity is to say what it adds to the odds of the quota; not by default, as that takes longer.
    pub contributions: bool,
}

impl Default for BookingOptions {
    fn default() -> Self {
        Self {
            basis: ForecastBasis::StageDefault,
            market_correlation: MarketCorrelation::default(),
            coverage_caps: true,
            member: None,
            quota: None,
            wanted_probability: Probability::hundredths(80).unwrap_or(Probability::CERTAIN),
            learning: LearningOptions::default(),
            timing_floor: 20,
            contributions: false,
        }
    }
}
