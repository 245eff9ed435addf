use super::*;

/// Shapes, and the quantiles that SciPy 1.17.1 gives for the probabilities of the three intervals:
/// `scipy.stats.beta.ppf([0.025, 0.1, 0.25, 0.75, 0.9, 0.975], a, b)`, written with `repr`.
const SCIPY: &[(f64, f64, [f64; 6])] = &[
    (
        3.0,
        7.0,
        [
            0.07485463141969183,
            0.12949729685768968,
            0.1955074047428939,
            0.3905412381357863,
            0.490081194445803,
            0.600093573716312,
        ],
    ),
    (
        3.5,
        10.5,
        [
            0.06965666863961643,
            0.11405498428895136,
            0.16637446732007935,
            0.3210477564546285,
            0.40277735969625783,
            0.49737212197534625,
        ],
    ),
    (
        0.5,
        9.5,
        [
            5.3064053418492834e-05,
            0.0008528786899981432,
            0.00547107529566811,
            0.06899661618217283,
            0.13596697764998414,
            0.23761009863290306,
        ],
    ),
    (
        0.05,
        0.95,
        [
            9.875267916846434e-33,
            1.0857971901975901e-20,
            9.875267916845917e-13,
            0.0034427280465805284,
            0.13115507005966937,
            0.6303243922966907,
        ],
    ),
    (1.0, 1.0, [0.025, 0.1, 0.25, 0.75, 0.9, 0.975]),
    (2.5, 0.05, [0.7588621698665872, 0.9633913345861493, 0.9990924163101919, 0.9999999999997401, 1.0, 1.0]),
    (
        1.0,
        30.0,
        [
            0.0008435709266304788,
            0.003505857269584874,
            0.00954357071226291,
            0.04515839608958345,
            0.07388127187120652,
            0.11570330822202778,
        ],
    ),
    (
        30.0,
        1.0,
        [
            0.8842966917779722,
            0.9261187281287935,
            0.9548416039104165,
            0.9904564292877371,
            0.9964941427304151,
            0.9991564290733695,
        ],
    ),
    (
        10.5,
        0.5,
        [
            0.7828037324907894,
            0.8764257936713199,
            0.9375138181441811,
            0.9950610236971495,
            0.9992302446953152,
            0.9999521095668424,
        ],
    ),
    (
        123.456789,
        876.543211,
        [
            0.10380484687130634,
            0.11029926438172755,
            0.11630930929795874,
            0.13033079991471802,
            0.13693725210504995,
            0.14453484931119634,
        ],
    ),
    (
        0.5,
        1000.5,
        [
            4.909116947944415e-07,
            7.893382292542787e-06,
            5.075154438324209e-05,
            0.0006612677131444328,
            0.0013515194122113363,
            0.0025081643414222978,
        ],
    ),
    (
        5000.0,
        5000.0,
        [
            0.4902008762219615,
            0.49359234508768945,
            0.4966275052958242,
            0.5033724947041758,
            0.5064076549123105,
            0.5097991237780385,
        ],
    ),
    (
        300000.5,
        700009.5,
        [
            0.2990997178826149,
            0.2994103094652105,
            0.2996883395981815,
            0.30030651510121115,
            0.3005848618853054,
            0.300896039891634,
        ],
    ),
    (
        0.5,
        1000009.5,
        [
            4.910300164394045e-10,
            7.895313983892738e-09,
            5.076505126852774e-08,
            6.616455093552303e-07,
            1.3527582990465646e-06,
            2.5119167035304978e-06,
        ],
    ),
    (1000000.0, 1e-06, [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]),
    (1e-06, 1e-06, [2.225073858507201e-308, 2.225073858507201e-308, 2.225073858507201e-308, 1.0, 1.0, 1.0]),
];

const PROBABILITIES: [f64; 6] = [0.025, 0.1, 0.25, 0.75, 0.9, 0.975];

fn quantile(a: f64, b: f64, probability: f64) -> f64 {
    BetaDistribution::of(a, b).unwrap().quantile(probability)
}

#[test]
fn quantiles_are_scipys() {
    for (a, b, quantiles) in SCIPY {
        for (probability, expected) in PROBABILITIES.iter().zip(quantiles) {
            let found = quantile(*a, *b, *probability);
            assert!((found - expected).abs() <= 1e-12, "{a} {b} {probability}: {found} for {expected}");
        }
    }
}

#[test]
fn closed_forms_hold() {
    for probability in [1e-6, 0.025, 0.3, 0.5, 0.975] {
        let near = |found: f64, expected: f64| assert!((found - expected).abs() <= 1e-13, "{found} for {expected}");
        near(quantile(1.0, 1.0, probability), probability);
        near(quantile(4.0, 1.0, probability), probability.powf(0.25));
        near(quantile(1.0, 4.0, probability), 1.0 - (1.0 - probability).powf(0.25));
        let arcsine = (std::f64::consts::FRAC_PI_2 * probability).sin().powi(2);
        near(quantile(0.5, 0.5, probability), arcsine);
        near(quantile(2.5, 7.0, probability), 1.0 - quantile(7.0, 2.5, 1.0 - probability));
    }
}

#[test]
fn a_shape_of_zero_is_a_point() {
    let points = [quantile(0.0, 3.0, 0.975), quantile(3.0, 0.0, 0.025)];
    assert_eq!(points.map(f64::to_bits), [0.0_f64, 1.0].map(f64::to_bits));
    assert!(BetaDistribution::of(0.0, 0.0).is_none() && BetaDistribution::of(f64::NAN, 1.0).is_none());
}

#[test]
fn every_shape_comes_to_an_end() {
    let shapes = [1e-12, 1e-6, 0.05, 1.0, 1e3, 1e6, 1e8];
    for (a, b) in shapes.iter().flat_map(|a| shapes.map(|b| (*a, b))) {
        let quantiles = PROBABILITIES.map(|probability| quantile(a, b, probability));
        assert!(quantiles.iter().all(|rate| (0.0..=1.0).contains(rate)), "{a} {b}: {quantiles:?}");
        // A rounding in the last digit may turn equal neighbours round.
        assert!(quantiles.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12), "{a} {b}: {quantiles:?}");
    }
}
