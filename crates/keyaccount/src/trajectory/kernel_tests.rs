//! The statistics, against mpmath, scipy and pymannkendall (typed in), and against themselves.

use proptest::prelude::*;

use super::clock::{Clock, date_of, days_of_month};
use super::law::IntervalLaw;
use super::regularity::wheat_morrison;
use super::season::{rayleigh, squared_variation};
use super::stopped::false_discovery_limit;
use super::theil_sen::{Point, Slope, trend};
use crate::loyalty::occasions::day_number;
use crate::loyalty::testing::{date, day};
use crate::playbook::TrajectoryPolicy;

fn near(value: f64, expected: f64, relative: f64) {
    assert!((value - expected).abs() <= relative * expected.abs(), "{value:e} {expected:e}");
}

fn law(lengths: &[f64]) -> IntervalLaw {
    IntervalLaw::of(lengths, &TrajectoryPolicy::default()).unwrap()
}

#[test]
fn the_predictive_survival_agrees_with_thirty_digits() {
    let clockwork = [30.0; 23];
    let cases: [(&[f64], u32, f64, f64); 7] = [
        (&[30.0, 31.0], 1, 45.0, 0.184438304987351),
        (&[93.0, 88.0, 98.0, 91.0], 1, 151.0, 0.0307805157931645),
        (&[93.0, 88.0, 98.0, 91.0], 1, 91.0, 0.514970365709948),
        (&[5.0, 40.0, 2.0, 90.0, 7.0, 1.0, 33.0], 1, 60.0, 0.156576558287668),
        (&clockwork, 1, 45.0, 2.29051798640733e-6),
        (&[30.0, 28.0, 35.0, 31.0, 29.0, 30.0, 33.0], 2, 62.0, 0.473592768742887),
        (&[1.0, 400.0, 2.0, 3.0], 1, 1000.0, 0.0748975133101389),
    ];
    for (lengths, orders, time, expected) in cases {
        near(law(lengths).survival(orders, time), expected, 1e-10);
    }
}

/// The grid stands for an integral over all shapes: by 4,000 of them (numpy, scipy's beta prime) the digits shown agree.
#[test]
fn the_grid_of_shapes_is_fine_enough() {
    for (lengths, time, expected) in [
        ([30.0, 31.0].as_slice(), 45.0, 0.18448434526828028),
        ([93.0, 88.0, 98.0, 91.0].as_slice(), 151.0, 0.030832164220190465),
        ([93.0, 88.0, 98.0, 91.0].as_slice(), 91.0, 0.5149299901040231),
        ([5.0, 40.0, 2.0, 90.0, 7.0, 1.0, 33.0].as_slice(), 60.0, 0.156575274236591),
        ([1.0, 400.0, 2.0, 3.0].as_slice(), 1000.0, 0.07475629972968577),
    ] {
        near(law(lengths).survival(1, time), expected, 2e-3);
    }
}

#[test]
fn quantiles_invert_the_survival_to_half_a_unit() {
    let law = law(&[93.0, 88.0, 98.0, 91.0]);
    for orders in 1..4 {
        for probability in [0.1, 0.5, 0.9] {
            let at = law.quantile(orders, probability);
            assert!(law.survival(orders, at) <= 1.0 - probability);
            assert!(law.survival(orders, at - 0.6) > 1.0 - probability, "{orders} {probability}");
        }
    }
    assert!(law.shape(0.1) < law.shape(0.5) && law.shape(0.5) < law.shape(0.9));
}

#[test]
fn kendalls_test_and_sens_slope_agree_with_pymannkendall_and_scipy() {
    /// Numbers with their probability, score, slope and the slope's ends.
    type Case = (&'static [i128], f64, i64, f64, f64, f64);
    let cases: [Case; 4] = [
        (&[3, 1, 4, 1, 5, 9, 2, 6], 0.21248644570250086, 11, 0.4642857142857143, -0.6666666666666666, 2.0),
        (&[100, 120, 90, 160, 170, 165, 210, 190, 240, 260], 0.0012821837418053317, 37, 17.5, 12.857142857142858, 20.0),
        (&[5, 5, 5, 7, 5, 9, 9, 12, 3], 0.27042796391037527, 11, 0.6666666666666666, -0.25, 1.25),
        (&[10, 9, 8, 7, 6], 0.0274863361115103, -10, -1.0, -1.0, -1.0),
    ];
    for (values, probability, score, slope, low, high) in cases {
        let points: Vec<Point> = (0..).zip(values).map(|(at, value)| Point { at, value: *value }).collect();
        let found = trend(&points, None, 0.05).unwrap();
        near(found.probability, probability, 1e-12);
        assert_eq!(found.score, score);
        for (slope, expected) in [(found.slope, slope), (found.low, low), (found.high, high)] {
            near(slope.rise as f64 / slope.run as f64, expected, 1e-15);
        }
    }
}

#[test]
fn the_seasonal_test_compares_the_same_seasons_only() {
    let values = [10, 50, 20, 5, 12, 55, 19, 9, 15, 61, 24, 8, 13, 70, 30, 11];
    let points: Vec<Point> = (0..).zip(values).map(|(at, value)| Point { at, value }).collect();
    let found = trend(&points, Some(4), 0.05).unwrap();
    near(found.probability, 0.0038855559861807887, 1e-12);
    assert_eq!(found.score, 18);
    // pymannkendall gives 3 for a step of a year; ours are steps of a quarter.
    assert_eq!(found.slope.rise * 4, 3 * found.slope.run);
}

#[test]
fn a_gap_in_time_is_a_longer_run() {
    let points: Vec<Point> = [(0, 1), (1, 4), (3, 2), (4, 8), (7, 9)].map(|(at, value)| Point { at, value }).to_vec();
    let found = trend(&points, None, 0.05).unwrap();
    near(found.probability, 0.08641073297370006, 1e-12);
    near(found.slope.rise as f64 / found.slope.run as f64, 1.2380952380952381, 1e-15);
    assert_eq!((found.low, found.high), (Slope { rise: -2, run: 2 }, Slope { rise: 6, run: 1 }));
    assert_eq!(trend(&points[..1], None, 0.05), None);
}

#[test]
fn rayleighs_test_agrees_with_its_formula_and_with_chance() {
    near(rayleigh(10.0, 0.5), 0.0793557248828269, 1e-12); // 400,000 simulations: 0.0795
    near(rayleigh(20.0, 0.3), 0.16605961440473882, 1e-12);
    near(rayleigh(8.0, 0.9), 0.0003475804525803541, 1e-12);
    near(rayleigh(12.5, 0.44), 0.08702481063938683, 1e-12);
    near(rayleigh(5.0, 0.0), 1.0, 1e-12);
}

#[test]
fn regularity_agrees_with_numpy() {
    let regular = [30.0, 28.0, 35.0, 31.0, 29.0, 30.0, 33.0];
    near(wheat_morrison(&regular).unwrap(), 143.22088611186152, 1e-12);
    near(wheat_morrison(&[5.0, 40.0, 2.0, 90.0, 7.0, 1.0, 33.0]).unwrap(), 0.16387093099425679, 1e-12);
    near(squared_variation(&regular).unwrap(), 0.006101394604481024, 1e-12);
    assert_eq!(wheat_morrison(&[30.0]), None);
    assert_eq!(
        wheat_morrison(&[30.0, 30.0]).map(f64::to_bits),
        Some(1000_f64.to_bits()),
        "as regular as days can show"
    );
}

#[test]
fn false_discoveries_are_limited_as_benjamini_and_hochberg_have_it() {
    // scipy adjusts these to .035 .07 .07 .035 .233 .5 .084.
    let probabilities = vec![0.01, 0.04, 0.03, 0.005, 0.2, 0.5, 0.06];
    near(false_discovery_limit(probabilities.clone(), 0.05), 0.01, 1e-15);
    near(false_discovery_limit(probabilities.clone(), 0.0701), 0.04, 1e-15);
    near(false_discovery_limit(probabilities.clone(), 0.09), 0.06, 1e-15);
    assert!(false_discovery_limit(probabilities, 0.03) < 0.0);
    assert!(false_discovery_limit(Vec::new(), 0.05) < 0.0);
}

#[test]
fn a_seasonal_year_is_as_long_as_a_year() {
    let mut index = [0.5; 12];
    index[2] = 5.0;
    let clock = Clock::seasonal(&index);
    for year in [2023, 2024] {
        let (start, end) = (date(&format!("{year}-03-15")), date(&format!("{}-03-15", year + 1)));
        near(clock.between(start, end), super::clock::YEAR, 1e-12);
    }
    assert!(
        clock.between(date("2024-03-01"), date("2024-03-31")) > clock.between(date("2024-04-01"), date("2024-12-31"))
    );
    for month in 1..=12 {
        let first = crate::values::Date::try_new(2024, month, 1).unwrap();
        assert_eq!(first.plus_days(days_of_month(first)).day(), 1);
    }
}

#[test]
fn the_first_day_is_found_exactly() {
    let after = day(0);
    for days in [1, 2, 3, 7, 64, 65, 1000, 40_000] {
        assert_eq!(Clock::first_day_after(after, |at| at >= day(days)), day(days));
    }
    assert_eq!(Clock::first_day_after(after, |_| true), day(1));
    assert_eq!(Clock::first_day_after(after, |_| false).to_string(), "2199-12-31");
}

proptest! {
    #[test]
    fn survival_falls_from_one_and_is_never_nan(
        lengths in prop::collection::vec(1_u32..2000, 1..24),
        times in prop::collection::vec(0_u32..100_000, 2..6),
        orders in 1_u32..6,
    ) {
        let lengths: Vec<f64> = lengths.into_iter().map(f64::from).collect();
        let law = law(&lengths);
        let mut times: Vec<u32> = times;
        times.sort_unstable();
        let values: Vec<f64> = times.iter().map(|time| law.survival(orders, f64::from(*time))).collect();
        prop_assert!(values.iter().all(|value| (0.0..=1.0).contains(value)));
        prop_assert!(values.windows(2).all(|pair| pair[0] >= pair[1] - 1e-12), "{values:?}");
        prop_assert!(law.survival(orders + 1, 10.0) >= law.survival(orders, 10.0) - 1e-12);
        // In another unit of time nothing changes.
        let weeks: Vec<f64> = lengths.iter().map(|length| length / 7.0).collect();
        let in_weeks = IntervalLaw::of(&weeks, &TrajectoryPolicy::default()).unwrap();
        for (time, value) in times.iter().zip(&values) {
            prop_assert!((in_weeks.survival(orders, f64::from(*time) / 7.0) - value).abs() < 1e-9);
        }
    }

    #[test]
    fn slopes_scale_and_shift(values in prop::collection::vec(-1000_i128..1000, 3..20), factor in 1_i128..50, shift in 0_i64..1000) {
        let points = |factor: i128, shift: i64| -> Vec<Point> {
            (shift..).zip(&values).map(|(at, value)| Point { at, value: value * factor }).collect()
        };
        let (plain, scaled) = (trend(&points(1, 0), None, 0.05).unwrap(), trend(&points(factor, shift), None, 0.05).unwrap());
        for (a, b) in [(plain.slope, scaled.slope), (plain.low, scaled.low), (plain.high, scaled.high)] {
            prop_assert_eq!(a.rise * factor * b.run, b.rise * a.run);
        }
        prop_assert_eq!(plain.probability.to_bits(), scaled.probability.to_bits());
        prop_assert!(plain.probability <= 1.0 && plain.probability > 0.0);
    }

    #[test]
    fn a_clock_never_stands_still(index in prop::collection::vec(0.01_f64..20.0, 12), days in 0_u32..60_000) {
        let index: [f64; 12] = index.try_into().unwrap();
        let at = day(days);
        for clock in [Clock::Even, Clock::seasonal(&index)] {
            prop_assert!(clock.between(at, at.plus_days(1)) > 0.0);
        }
        prop_assert_eq!(date_of(day_number(at)), Some(at));
    }
}
