//! The ways to the expected purchases, against each other and against many digits.

use proptest::prelude::*;

use super::cycle::Cycle;
use super::future::Future;
use super::testing::{close, model, summary};
use crate::lifetime::discount::DiscountRate;

/// k; the shape of the rate, whose rate is 1; the silence; both shapes of the chance to leave; the time; and the expected
/// purchases by quadrature over p in mpmath at 60 digits.
type Row = (u32, f64, f64, (f64, f64), f64, f64);

#[rustfmt::skip]
const LONG: &[Row] = &[
    (2, 2.0937001031342, 0.0, (0.08500325336973563, 6.626336050143122), 201.369099717731, 165.57414329505617),
    (2, 800.1002731653238, 0.9399696638065346, (4.9552376753948915, 401.23422063742885), 14.86786741045041, 102.44188311832478),
];

#[test]
fn long_times_agree_with_many_digits() {
    for &(k, shape, silence, chances, time, want) in LONG {
        let future = Future::new(k, (shape, 1.0), silence, chances, 2.0 * time);
        let got = future.expected(time);
        assert!(close(got, want, 2e-13), "{k} {shape} {time}: {got} {want}");
    }
}

/// k; r, α, a, b; the account; δ; and the discounted purchases for ever: P(alive) times the mean over the rate, by quadrature
/// in mpmath at 30 digits, of z^(k−j) ₂F₁(1, B; a+B; zᵏ), where z = λ/(λ+δ) is what an event ahead is worth.
type DiscountRow = (u32, [f64; 4], (u32, f64, f64), f64, f64);

#[rustfmt::skip]
const DISCOUNTED: &[DiscountRow] = &[
    (2, [0.8, 6.0, 0.6, 2.2], (3, 30.0, 39.0), 0.0018, 14.363005162242388),
    (2, [0.8, 6.0, 0.6, 2.2], (0, 0.0, 50.0), 0.0018, 1.7012890329939636),
    (3, [1.5, 6.0, 0.9, 1.6], (12, 50.0, 53.0), 0.0018, 28.105837210410714),
    (3, [0.5, 2.0, 1.4, 1.6], (1, 5.0, 53.0), 0.05, 0.008_859_392_159_414_632),
    (6, [2.0, 10.0, 1.0, 3.0], (40, 50.0, 53.0), 0.0001, 93.9031415576514),
    (12, [4.0, 3.0, 0.3, 2.0], (6, 50.0, 53.5), 0.002, 35.485522724004472),
];

/// The same of the account alone, if alive: k; the shape of the rate, and the rate; the silence; the chances; δ; the purchases.
type NewRow = (u32, (f64, f64), f64, (f64, f64), f64, f64);

#[rustfmt::skip]
const NEW: &[NewRow] = &[
    (12, (2.8993856159159033, 0.24607655617732638), 0.987771674532782, (0.09140275142148685, 1.0496234391982058), 0.2929846507111218, 10.311967948280058),
    (12, (0.07899046630018669, 13.613270217614122), 0.8563643875765397, (21.50832583481233, 1.5627466200767488), 0.11283361054307893, 0.011387341387200442),
];

#[test]
fn accounts_of_few_events_are_discounted_as_exactly() {
    for &(k, rate, silence, chances, discount, want) in NEW {
        let got = Future::new(k, rate, silence, chances, 1.0).discounted(discount).unwrap();
        assert!(close(got, want, 1e-12), "{k} {rate:?}: {got} {want}");
    }
}

#[test]
fn discounted_purchases_agree_with_many_digits() {
    for &(k, parameters, (frequency, recency, age), rate, want) in DISCOUNTED {
        let account = summary(frequency, recency, age);
        let rate = DiscountRate::continuous(rate).unwrap();
        let got = model(k, parameters).discounted_purchases(&account, None, rate).unwrap();
        assert!(close(got, want, 1e-11), "{k} {parameters:?}: {got} {want}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// One by one, over roots of one, and by sums and integrals over counts.
    #[test]
    fn all_ways_agree(
        k in 2_u32..=12,
        logs in [-1.5..3.0_f64, -1.5..1.0, 0.0..3.0],
        silence in 0.0..1.0_f64,
        time in (-1.0..2.0_f64).prop_map(libm::exp10),
    ) {
        let [shape, leave, stay] = logs.map(libm::exp10);
        let (rate, chances) = ((shape, 1.0), (leave, 1.0 + stay));
        let future = Future::new(k, rate, silence, chances, time);
        let expected = future.expected(time);
        prop_assert!(close(expected, future.ahead(time).expected(), 5e-12), "{expected}");
        // Prepared for a longer time it tells the same of a shorter one.
        let longer = Future::new(k, rate, silence, chances, 1e4 * time).expected(time);
        prop_assert!(close(expected, longer, 1e-12), "{expected} {longer}");
        let buys = future.buys(time);
        prop_assert!(close(buys, future.ahead(time).counts(1).1, 1e-12), "{buys}");
    }

    /// Where purchases come at random there is an integral.
    #[test]
    fn at_random_too(
        logs in [-1.5..3.0_f64, -1.5..1.0, -0.5..3.0],
        time in (0.0..5.0_f64).prop_map(libm::exp10),
    ) {
        let [shape, leave, stay] = logs.map(libm::exp10);
        let alive = super::expected::Alive { shape, rate: 1.0, leave, stay };
        let cycle = Cycle::new(1, shape, &[1.0], (leave, stay), (shape * time).max(2.0)).unwrap();
        let (got, want) = (cycle.expected(time).unwrap(), alive.integral(time));
        prop_assert!(close(got, want, 2e-12), "{got} {want}");
    }
}

/// By the mean over rates and by an integral over time, of accounts that leave early, and of those that are clocks.
#[test]
fn for_ever_is_a_long_time() {
    for (k, parameters, (frequency, recency, age), rate) in [
        (1, [0.8, 6.0, 0.6, 2.2], (3, 30.0, 39.0), 0.0018),
        (3, [1.5, 3.0, 271.0, 20.0], (5_000, 50.0, 50.0), 0.38),
        (6, [700.0, 3.0, 396.0, 270.0], (5_000, 50.0, 51.0), 0.2),
        (12, [8.0, 0.3, 90.0, 3.0], (300, 50.0, 50.1), 0.05),
    ] {
        let (model, account) = (model(k, parameters), summary(frequency, recency, age));
        let discount = DiscountRate::continuous(rate).unwrap();
        let of = |horizon| model.discounted_purchases(&account, horizon, discount).unwrap();
        let (for_ever, long) = (of(None), of(Some(39.9 / rate)));
        assert!(close(for_ever, long, 1e-11), "{k} {parameters:?}: {for_ever} {long}");
    }
}
