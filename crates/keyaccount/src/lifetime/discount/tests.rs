#![expect(clippy::float_cmp, reason = "what is exact is compared exactly")]

use super::DiscountRate;
use crate::lifetime::pareto_nbd::tests::model as pareto;
use crate::lifetime::{PurchaseModelParameters, PurchaseSummary};

fn bg([r, alpha, a, b]: [&str; 4]) -> PurchaseModelParameters {
    let number = |text: &str| text.parse().unwrap();
    PurchaseModelParameters::BgNbd { r: number(r), alpha: number(alpha), a: number(a), b: number(b) }
}

type BgRow = ([&'static str; 4], (u32, f64, f64), f64, Option<f64>, f64);

/// BG/NBD: r, α, a, b; the account; δ; the horizon; and ∫ e^(−δt) (r+x)/(α+T) ₂F₁(r+x+1, a; a+b+x; −t/(α+T)) dt times P(alive),
/// by tanh-sinh quadrature in mpmath at 22 digits.
#[rustfmt::skip]
const BG_ROWS: &[BgRow] = &[
    (["0.2425945224", "4.413602019", "0.7929220172", "2.425906777"], (2, 30.43, 38.86), 0.0027, None, 5.156361787013416),
    (["0.2425945224", "4.413602019", "0.7929220172", "2.425906777"], (2, 30.43, 38.86), 0.0027, Some(52.0), 1.4613617347178933),
    (["0.2425945224", "4.413602019", "0.7929220172", "2.425906777"], (0, 0.0, 5.0), 0.05, None, 0.3699193818533405),
    (["0.2425945224", "4.413602019", "0.7929220172", "2.425906777"], (30, 38.0, 39.0), 0.5, Some(3.0), 1.0102998472043072),
    (["0.2425945224", "4.413602019", "0.7929220172", "2.425906777"], (4, 100.0, 400.0), 20.0, None, 1.123684400376043e-05),
    (["0.5", "3", "1", "2"], (2, 30.43, 38.86), 0.0027, None, 3.844012515032648),
    (["0.5", "3", "1", "2"], (2, 30.43, 38.86), 0.0027, Some(52.0), 1.3334858981559345),
    (["0.5", "3", "1", "2"], (0, 0.0, 5.0), 0.05, None, 0.7280421721728563),
    (["0.5", "3", "1", "2"], (30, 38.0, 39.0), 0.5, Some(3.0), 1.0308687494984086),
    (["0.5", "3", "1", "2"], (4, 100.0, 400.0), 20.0, None, 5.957179481771273e-06),
    (["1.5", "40", "6", "0.5"], (2, 30.43, 38.86), 0.0027, None, 0.19148667127783384),
    (["1.5", "40", "6", "0.5"], (2, 30.43, 38.86), 0.0027, Some(52.0), 0.14528535778765064),
    (["1.5", "40", "6", "0.5"], (0, 0.0, 5.0), 0.05, None, 0.3603995512824977),
    (["1.5", "40", "6", "0.5"], (30, 38.0, 39.0), 0.5, Some(3.0), 0.44094463051153227),
    (["1.5", "40", "6", "0.5"], (4, 100.0, 400.0), 20.0, None, 6.696721763456993e-07),
    (["0.01", "1000", "0.02", "300"], (2, 30.43, 38.86), 0.0027, None, 0.7164983919788439),
];

#[test]
fn bg_nbd_agrees_with_many_digits() {
    for (parameters, (x, recency, age), rate, horizon, want) in BG_ROWS {
        let account = PurchaseSummary::try_new(*x, *recency, *age).unwrap();
        let rate = DiscountRate::continuous(*rate).unwrap();
        let got = bg(*parameters).discounted_purchases(&account, *horizon, rate).unwrap();
        assert!((got / want - 1.0).abs() < 2e-12, "{parameters:?} {x}: {got:e}, not {want:e}");
    }
}

/// Without discount, for ever: by hand for Pareto/NBD with s = 3, (r + x)(β + T) / ((α + T)(s − 1)), and for the BG family
/// by the mean of 1/p.
#[test]
fn for_ever_without_discount() {
    let account = PurchaseSummary::try_new(2, 30.0, 30.0).unwrap();
    let leaves = pareto(["1", "10", "3", "20"]);
    let got = leaves.discounted_purchases(&account, None, DiscountRate::NONE).unwrap();
    assert!((got - 3.0 * 50.0 / (40.0 * 2.0)).abs() < 1e-14);
    let slow = leaves.discounted_purchases(&account, None, DiscountRate::continuous(1e-8).unwrap()).unwrap();
    assert!(slow < got && slow > got * (1.0 - 1e-5));
    let by_chance = bg(["1", "10", "3", "2"]);
    let alive = by_chance.probability_alive(&account);
    let got = by_chance.discounted_purchases(&account, None, DiscountRate::NONE).unwrap();
    assert!((got - alive * (3.0 + 4.0 - 1.0) / 2.0).abs() < 1e-14);
    let slow = by_chance.discounted_purchases(&account, None, DiscountRate::continuous(1e-8).unwrap()).unwrap();
    assert!(slow < got && slow > got * (1.0 - 1e-5), "{slow} {got}");
    for stays in [pareto(["1", "10", "1", "20"]), bg(["1", "10", "1", "2"])] {
        let problem = stays.discounted_purchases(&account, None, DiscountRate::NONE).unwrap_err();
        assert_eq!(problem.path, "rate");
        assert!(stays.discounted_purchases(&account, Some(1e9), DiscountRate::NONE).unwrap().is_finite());
    }
}

#[test]
fn no_discount_is_the_expectation() {
    let account = PurchaseSummary::try_new(2, 30.43, 38.86).unwrap();
    let model = pareto(["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"]);
    let plain = model.discounted_purchases(&account, Some(39.0), DiscountRate::NONE).unwrap();
    assert_eq!(plain, model.expected_purchases(&account, 39.0).unwrap());
    assert_eq!(model.discounted_purchases(&account, Some(0.0), DiscountRate::continuous(0.1).unwrap()).unwrap(), 0.0);
    assert_eq!(model.lifetime_value(&account, Some(39.0), DiscountRate::NONE, 0.25, 40.0).unwrap(), 10.0 * plain);
    let problem = model.lifetime_value(&account, None, DiscountRate::NONE, f64::NAN, 40.0).unwrap_err();
    assert_eq!(problem.path, "margin");
}

#[test]
fn rates_are_checked() {
    assert_eq!(DiscountRate::annual(0.0, 52.0).unwrap(), DiscountRate::NONE);
    for (rate, units, path) in [
        (-0.1, 52.0, "rate"),
        (f64::NAN, 52.0, "rate"),
        (0.1, 0.0, "units_per_year"),
        (0.1, f64::INFINITY, "units_per_year"),
        (1e-9, 365.0, "rate"),
    ] {
        assert_eq!(DiscountRate::annual(rate, units).unwrap_err().path, path);
    }
    for rate in [-1.0, 1e-10, 1e4, f64::NAN, f64::INFINITY] {
        assert_eq!(DiscountRate::continuous(rate).unwrap_err().path, "rate");
    }
}
