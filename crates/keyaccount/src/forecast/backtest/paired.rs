//! Whether two methods differ, period by period.
//!
//! Both forecast the same periods, so that what made one hard is in both and falls out of the difference. Forecasts of
//! one period ahead do not overlap; the test of Diebold and Mariano with the small-sample correction of Harvey,
//! Leybourne and Newbold is then the paired t test.

use crate::forecast::learned::beta::BetaDistribution;
use crate::values::{Currency, CurrencySum, Estimate, ExactSum};

/// The mean difference of two methods' scores over the same periods.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PairedDifference {
    /// The mean of (one − other).
    pub(super) mean: CurrencySum,
    /// How far that mean would vary; none for fewer than two periods.
    pub(super) standard_error: Option<CurrencySum>,
    /// How often a mean as far from zero or farther would come, if the two did not differ; none likewise.
    pub(super) p_value: Option<Estimate>,
}

impl PairedDifference {
    /// Of the scores of one method and another, period by period; none where there are none.
    pub(super) fn of<'a>(
        pairs: impl IntoIterator<Item = (&'a ExactSum, &'a ExactSum)>,
        currency: Currency,
    ) -> Option<Self> {
        let places = currency.minor_unit_digits();
        let mut total = ExactSum::zero();
        let mut differences: Vec<f64> = Vec::new();
        for (one, other) in pairs {
            let mut difference = one.clone();
            difference.subtract(other);
            // Scores are rounded to the minor unit, so that nothing is left of a unit.
            differences.push(difference.whole_units(places).0 as f64);
            total.add(&difference);
        }
        let count = u32::try_from(differences.len()).unwrap_or(u32::MAX);
        let mean = CurrencySum { amount: total.times_fraction(1, count.into(), currency)?, currency };
        let periods = f64::from(count);
        let centre = differences.iter().sum::<f64>() / periods;
        let squares: f64 = differences.iter().map(|difference| (difference - centre) * (difference - centre)).sum();
        let error = (count > 1).then(|| libm::sqrt(squares / (periods - 1.0) / periods));
        let unit = 10_u64.saturating_pow(places) as f64;
        let in_money = |error: f64| {
            let exact: ExactSum = format!("{:.9}", error / unit).parse().unwrap_or_default();
            CurrencySum::new(&exact, currency)
        };
        Some(Self {
            mean,
            standard_error: error.map(in_money),
            p_value: error.map(|error| Estimate::rounded(two_sided(centre, error, periods - 1.0))),
        })
    }
}

/// The probability that Student's t with so many degrees of freedom is as far from zero as a mean with its error, or
/// farther. Means without any error either are zero or cannot be chance.
fn two_sided(mean: f64, error: f64, degrees: f64) -> f64 {
    let (mean, error) = (mean * mean, error * error);
    if mean <= 0.0 {
        return 1.0;
    }
    let rate = degrees * error / (degrees * error + mean);
    BetaDistribution::of(degrees / 2.0, 0.5).map_or(1.0, |distribution| distribution.cdf(rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(one: &[&str], other: &[&str]) -> Option<PairedDifference> {
        let [one, other] =
            [one, other].map(|sums| sums.iter().map(|sum| sum.parse().unwrap()).collect::<Vec<ExactSum>>());
        PairedDifference::of(one.iter().zip(&other), Currency::USD)
    }

    /// `ttest_rel` of scipy 1.17.
    #[test]
    fn the_paired_test_is_scipys() {
        let one = ["11", "15", "9.50", "10", "36", "8.50"];
        let other = ["10", "12.50", "9", "11", "30", "8"];
        let found = difference(&one, &other).unwrap();
        assert_eq!(found.mean.to_string(), "1.58 USD");
        assert_eq!(found.standard_error.as_ref().unwrap().to_string(), "1.00 USD");
        assert_eq!(found.p_value.unwrap().to_string(), "0.172464055927");
        let turned = difference(&other, &one).unwrap();
        assert_eq!((turned.mean.to_string(), turned.p_value), ("-1.58 USD".into(), found.p_value));
    }

    /// `2 * t.sf(|t|, degrees)` of scipy 1.17.
    #[test]
    fn tails_of_students_t_are_scipys() {
        for (t, degrees, expected) in [
            (0.0, 5.0, 1.0),
            (1.0, 1.0, 0.5),
            (2.5, 3.0, 0.087_706_647_008_065_56),
            (2.200_985_160_082_9, 11.0, 0.050_000_000_000_763_35),
            (-4.0, 30.0, 0.000_381_845_636_083_756_4),
            (0.3, 200.0, 0.764_488_730_189_328),
            (12.0, 7.0, 6.358_310_378_185_098e-6),
        ] {
            let found = two_sided(t, 1.0, degrees);
            assert!((found - expected).abs() <= 1e-12, "{t} with {degrees}: {found} for {expected}");
        }
    }

    #[test]
    fn edges_have_an_answer() {
        assert_eq!(difference(&[], &[]), None);
        let single = difference(&["3"], &["1"]).unwrap();
        assert_eq!((single.mean.to_string(), single.standard_error, single.p_value), ("2.00 USD".into(), None, None));
        let same = difference(&["3", "4"], &["3", "4"]).unwrap();
        assert_eq!(same.p_value.unwrap().to_string(), "1");
        let always = difference(&["3", "4", "7"], &["2", "3", "6"]).unwrap();
        assert_eq!(always.standard_error.unwrap().to_string(), "0.00 USD");
        assert_eq!(always.p_value.unwrap().to_string(), "0", "what never varies is no chance");
    }
}
