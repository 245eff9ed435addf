//! A market in common: against quadrature done elsewhere, and what has to hold whatever the deals.

#![expect(clippy::arithmetic_side_effects, reason = "an overflow fails the test")]

use proptest::collection::vec;
use proptest::prelude::*;

use super::tests::Numbers;
use super::{BookingDistribution, DistributionMethod};
use crate::values::{Currency, CurrencySum, Estimate, MarketCorrelation, Money};

type Points = &'static [(u64, f64)];

fn euro() -> Currency {
    "EUR".parse().unwrap()
}

fn money(cents: u64) -> Money {
    Money::parse(&format!("{}.{:02}", cents / 100, cents % 100), euro()).unwrap()
}

fn sum(cents: u64) -> CurrencySum {
    CurrencySum { amount: format!("{}.{:02}", cents / 100, cents % 100).parse().unwrap(), currency: euro() }
}

fn with_market(deals: &[(u64, f64)], correlation: &str) -> BookingDistribution {
    let deals: Vec<_> = deals.iter().map(|(cents, chance)| (money(*cents), Estimate::rounded(*chance))).collect();
    BookingDistribution::with_market(euro(), &deals, correlation.parse().unwrap()).unwrap()
}

fn number(text: impl ToString) -> f64 {
    text.to_string().parse().unwrap()
}

/// Number of equal deals, their chance, the correlation, and P(so many or fewer won): a mixture of binomials (Vasicek),
/// by a trapezoidal rule of 82,000 points and scipy's binomial distribution.
const EQUAL: &[(usize, f64, f64, Points)] = &[
    (
        10,
        0.3,
        0.2,
        &[
            (0, 0.104_054_602_251_7),
            (1, 0.273_106_905_274_7),
            (3, 0.630_082_052_496_8),
            (4, 0.768_128_428_887_9),
            (5, 0.868_632_928_042_2),
            (9, 0.998_364_635_681_7),
        ],
    ),
    (
        100,
        0.3,
        0.1,
        &[
            (0, 0.000_016_278_481_0),
            (1, 0.000_098_458_695_8),
            (15, 0.104_532_044_215_8),
            (30, 0.548_839_691_710_8),
            (45, 0.891_665_352_556_8),
            (50, 0.943_828_734_145_9),
            (99, 0.999_999_999_998_3),
        ],
    ),
    (
        100,
        0.02,
        0.3,
        &[
            (0, 0.479_758_582_667_3),
            (1, 0.665_824_574_233_9),
            (2, 0.765_062_505_279_0),
            (3, 0.826_230_726_357_9),
            (50, 0.999_892_952_981_4),
            (99, 0.999_999_999_995_8),
        ],
    ),
    (
        1000,
        0.3,
        0.1,
        &[
            (0, 0.000_000_000_031_7),
            (1, 0.000_000_000_232_6),
            (150, 0.076_535_592_579_5),
            (300, 0.535_490_848_727_5),
            (450, 0.899_048_742_159_9),
            (500, 0.950_573_391_484_3),
            (999, 1.000_000_000_000_0),
        ],
    ),
    (
        1000,
        0.001,
        0.4,
        &[(0, 0.801_157_328_822_1), (1, 0.887_780_261_698_5), (500, 0.999_999_474_594_3), (999, 1.000_000_000_000_0)],
    ),
    (
        50,
        0.25,
        0.9,
        &[
            (0, 0.484_880_415_621_4),
            (1, 0.536_722_856_641_8),
            (6, 0.631_902_242_226_7),
            (12, 0.686_608_861_112_1),
            (18, 0.725_672_690_051_9),
            (25, 0.763_637_563_882_6),
            (49, 0.925_612_603_935_4),
        ],
    ),
    (
        200,
        0.5,
        0.99,
        &[
            (0, 0.391_367_392_761_1),
            (1, 0.404_203_834_390_5),
            (50, 0.473_323_944_001_7),
            (100, 0.500_250_979_999_2),
            (150, 0.527_304_536_656_2),
            (199, 0.608_632_607_241_3),
        ],
    ),
    (
        20,
        0.000_001,
        0.5,
        &[(0, 0.999_980_694_221_0), (1, 0.999_999_416_564_5), (10, 0.999_999_999_971_1), (19, 1.000_000_000_000_0)],
    ),
    (
        30,
        0.6,
        0.999_9,
        &[
            (0, 0.392_124_916_044_9),
            (1, 0.393_766_807_541_1),
            (9, 0.398_167_888_858_2),
            (15, 0.400_155_625_591_3),
            (18, 0.401_133_566_614_7),
            (27, 0.405_277_645_549_7),
            (29, 0.407_908_545_698_2),
        ],
    ),
];

#[test]
fn equal_deals_are_a_mixture_of_binomials() {
    for (count, chance, correlation, points) in EQUAL {
        let bookings = with_market(&vec![(12_300, *chance); *count], &correlation.to_string());
        let bound = number(bookings.error_bound());
        assert!(bound <= 1e-9, "{count} {chance} {correlation}: {bound:e}");
        for (won, expected) in *points {
            let cdf = bookings.at_most(i128::from(*won) * 123);
            assert!((cdf - expected).abs() <= 1e-10, "{count} {chance} {correlation} {won}: {cdf} {expected}");
        }
    }
}

const UNEQUAL: [(u64, f64); 10] = [
    (1200, 0.7),
    (350, 0.2),
    (4999, 0.1),
    (80, 0.9),
    (777, 0.5),
    (2500, 0.35),
    (60_000, 0.05),
    (1200, 0.4),
    (15, 0.99),
    (900, 0.02),
];

#[test]
fn unequal_deals_agree_with_every_subset_in_every_market() {
    // Cumulated probabilities, the variance, and what is missing to 20.00 and to 500.00, in cents.
    let expected: [(&str, Points, f64, [f64; 2]); 3] = [
        (
            "0.05",
            &[
                (0, 0.000_122_668_427),
                (15, 0.006_787_978_45),
                (500, 0.060_952_946_177_8),
                (1215, 0.118_403_149_413_2),
                (2000, 0.276_006_409_475_2),
                (4000, 0.669_836_121_257_7),
                (6500, 0.875_945_720_256_5),
                (12000, 0.949_935_125_640_1),
                (60000, 0.950_002_891_090_2),
                (66000, 0.993_460_826_241_3),
            ],
            177884885.079_492,
            [267.247_737_946_346_7, 44_421.227_929_571_345],
        ),
        (
            "0.3",
            &[
                (0, 0.001_741_728_008_1),
                (15, 0.029_123_978_470_5),
                (500, 0.123_166_204_374_4),
                (1215, 0.189_800_111_471_4),
                (2000, 0.344_971_436_854_5),
                (4000, 0.670_231_740_546_3),
                (6500, 0.869_313_791_076_2),
                (12000, 0.948_754_549_321_8),
                (60000, 0.950_001_471_407_3),
                (66000, 0.982_167_935_073_9),
            ],
            190879797.791_314_4,
            [399.870_545_390_851_8, 44_512.948_366_472_15],
        ),
        (
            "0.8",
            &[
                (0, 0.009_043_762_878_3),
                (15, 0.089_276_769_813_5),
                (500, 0.259_542_869_700_9),
                (1215, 0.288_329_911_198_2),
                (2000, 0.445_027_931_055_5),
                (4000, 0.668_044_272_205_9),
                (6500, 0.883_654_213_097_5),
                (12000, 0.945_745_411_630_9),
                (60000, 0.950_000_000_000_7),
                (66000, 0.954_284_023_756_3),
            ],
            220978382.907_160_58,
            [640.321_020_954_236, 44_729.925_493_449_344],
        ),
    ];
    for (correlation, points, variance, shortfalls) in expected {
        let bookings = with_market(&UNEQUAL, correlation);
        for (cents, expected) in points {
            let cdf = number(bookings.cdf(&sum(*cents)).unwrap());
            assert!((cdf - expected).abs() <= 1e-10, "{correlation} {cents}: {cdf} {expected}");
        }
        assert!((bookings.variance() * 1e4 / variance - 1.0).abs() <= 1e-10, "{} {variance}", bookings.variance());
        for (cents, expected) in [2000, 50_000].into_iter().zip(shortfalls) {
            let shortfall = bookings.law.shortfall(cents, 0.0);
            assert!((shortfall - expected).abs() <= 1e-9 * cents as f64, "{correlation} {cents}: {shortfall}");
        }
    }
}

#[test]
fn kernels_of_every_kind_are_mixed() {
    let mut numbers = Numbers(41);
    let mut deals = |count, amounts| -> Vec<(u64, f64)> {
        numbers.deals(count, amounts, 1).into_iter().map(|(units, chance)| (units, f64::from(chance) / 1e6)).collect()
    };
    for (deals, method) in [
        (deals(8, 1_000_000), DistributionMethod::Atoms),
        (deals(19, 1_000_000_000), DistributionMethod::SplitAtoms),
        (deals(100, 60), DistributionMethod::Lattice),
        (deals(300, 100_000), DistributionMethod::Series),
    ] {
        let bookings = with_market(&deals, "0.15");
        assert_eq!(bookings.method(), method);
        assert!(number(bookings.error_bound()) <= 1e-9, "{method} {}", bookings.error_bound());
        // The mean again, from the distribution function: what is missing to the total is the total less the mean.
        let total: u64 = deals.iter().map(|deal| deal.0).sum();
        let missing = bookings.law.shortfall(total.into(), 0.0);
        assert!((total as f64 - missing - bookings.mean_units()).abs() <= 1e-9 * total as f64, "{method}");
        // The variance again: 2·∫E[max(0, x − S)]dx up to the total, less the square of what is missing.
        let steps = 400;
        let width = total as f64 / f64::from(steps);
        let area: f64 = (0..steps)
            .map(|step| {
                let at = width * (f64::from(step) + 0.5);
                width * bookings.law.shortfall(at.floor() as i128, at - at.floor())
            })
            .sum();
        let variance = 2.0 * area - missing * missing;
        assert!((variance / (bookings.variance() * 1e4) - 1.0).abs() < 1e-3, "{method} {variance}");
    }
}

#[test]
fn without_correlation_it_is_the_independent_one_to_the_bit_and_a_little_makes_little() {
    let deals: Vec<(u64, f64)> =
        Numbers(43).deals(200, 5000, 1).into_iter().map(|(units, chance)| (units, f64::from(chance) / 1e6)).collect();
    let given: Vec<_> = deals.iter().map(|(cents, chance)| (money(*cents), Estimate::rounded(*chance))).collect();
    let independent = BookingDistribution::of_chances(euro(), &given).unwrap();
    assert_eq!(independent, with_market(&deals, "0"));
    let nearly = with_market(&deals, "0.000001");
    for place in (0..500_000).step_by(997) {
        assert!((nearly.at_most(place) - independent.at_most(place)).abs() < 1e-4);
    }
    let alone = with_market(&deals[..1], "0.7");
    assert_eq!(alone, with_market(&deals[..1], "0"));
}

#[test]
fn contributions_are_differences_of_two_forecasts_in_every_market() {
    let quota = 3000;
    let bookings = with_market(&UNEQUAL, "0.3");
    let parts = bookings.contributions(&sum(quota)).unwrap();
    for (at, part) in parts.iter().enumerate() {
        let outcome = |chance| {
            let mut deals = UNEQUAL;
            deals[at].1 = chance;
            number(with_market(&deals, "0.3").probability_at_least(&sum(quota)).unwrap())
        };
        let expected = outcome(1.0) - outcome(0.0);
        let stake = number(part.to_quota.unwrap());
        assert!((stake - expected).abs() < 1e-9, "{at}: {stake} {expected}");
    }
}

fn deals() -> impl Strategy<Value = Vec<(u64, f64)>> {
    let amount = prop_oneof![Just(100_u64), 0..1000_u64, (1..50_u64).prop_map(|tens| tens * 1000)];
    let chance = prop_oneof![Just(0.0), Just(1.0), Just(0.5), 0.0..1.0_f64];
    vec((amount, chance), 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn it_widens_and_keeps_the_mean(given in deals(), low in 0..500_u32, more in 1..450_u32) {
        let at = |thousandths: u32| with_market(&given, &format!("0.{thousandths:03}"));
        let (one, other) = (at(low), at(low + more));
        prop_assert_eq!(one.mean(), other.mean());
        prop_assert!(other.variance() >= one.variance() - 1e-9 * (1.0 + one.variance()));
        let total: u64 = given.iter().map(|deal| deal.0).sum();
        let missing = other.law.shortfall(total.into(), 0.0);
        prop_assert!((total as f64 - missing - other.mean_units()).abs() <= 1e-8 * (1.0 + total as f64));
    }

    #[test]
    fn order_changes_no_bit((given, shuffled) in deals().prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle()))) {
        let (one, other) = (with_market(&given, "0.2"), with_market(&shuffled, "0.2"));
        prop_assert_eq!(one.law.clone(), other.law.clone());
        prop_assert_eq!(one.summary(Some(&sum(5000))).unwrap(), other.summary(Some(&sum(5000))).unwrap());
    }

    #[test]
    fn quantiles_invert_it_and_it_stays_in_bounds(given in deals(), chance in 0.001..0.999_f64, thousandths in 1..=999_u32) {
        let bookings = with_market(&given, &format!("0.{thousandths:03}"));
        let wanted: crate::values::Probability = format!("{chance:.6}").parse().unwrap();
        let quantile = bookings.quantile(wanted);
        prop_assert!(bookings.cdf(&quantile).unwrap().value() >= wanted.value());
        let mut before = 0.0;
        for point in bookings.curve() {
            prop_assert!(number(point.cdf) >= before && number(point.cdf) <= 1.0);
            before = number(point.cdf);
        }
        let score = bookings.score(777, 0.0);
        prop_assert!(score >= 0.0 && score.is_finite());
    }
}

#[test]
fn a_correlation_is_checked() {
    for (text, ok) in [("0", true), ("0.999999", true), ("1", false), ("-0.1", false)] {
        assert_eq!(text.parse::<MarketCorrelation>().is_ok(), ok, "{text}");
    }
}
