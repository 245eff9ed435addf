//! Scenarios by hand, and the laws that hold for all of them.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::course::{endless_lifetime, endless_value};
use super::*;
use crate::playbook::Playbook;
use crate::values::{Factor, Money, Probability, Share};

fn points(points: &str) -> RetentionChange {
    RetentionChange::Points { points: points.parse().unwrap() }
}

fn fraction(fraction: &str) -> RetentionChange {
    RetentionChange::Fraction { fraction: fraction.parse().unwrap() }
}

fn figures(accounts: u32, retention: &str, margin: &str, discount: &str) -> RetentionFigures {
    RetentionFigures {
        accounts,
        retention: retention.parse().unwrap(),
        annual_margin: Money::parse(margin, "EUR".parse().unwrap()).unwrap(),
        annual_discount_rate: Some(discount.parse().unwrap()),
    }
}

fn judged(figures: &RetentionFigures, change: &RetentionChange) -> RetentionVerdict {
    retention_what_if(figures, change, &Playbook::six_stage(), "2026-06-30".parse().unwrap())
}

#[test]
fn a_course_by_hand() {
    let course = Course::of_margins(&[100.0, 80.0, 72.0]);
    assert_eq!(course.parts().len(), 3);
    let close = |one: f64, other: f64| assert!((one - other).abs() < 1e-12, "{one} is not {other}");
    close(course.lifetime(), 1.0 + 0.8 + 0.72);
    // 100 ÷ 1.1 + 80 ÷ 1.331 + 72 ÷ 1.61051
    close(course.value(0.21), 100.0 / 1.1 + 80.0 / 1.331 + 72.0 / 1.610_51);
    let more = course.changed(&points("0.05"));
    close(more.lifetime(), 1.0 + 0.85 + 0.85 * 0.95);
    let half = course.changed(&fraction("0.5"));
    close(half.lifetime(), 1.0 + 0.9 + 0.9 * 0.95);
    assert_eq!(course.changed(&points("1")).parts(), [1.0, 1.0, 1.0], "never more than all");
    assert_eq!(Course::of_margins(&[0.0, 0.0]).parts(), [1.0, 0.0], "nothing is left of nothing");
    close(Course::of_margins(&[]).value(0.1), 0.0);
}

#[test]
fn figures_without_an_end_by_hand() {
    let verdict = judged(&figures(10, "0.75", "100", "0"), &points("0.05"));
    assert_eq!(verdict.base.lifetime_years.unwrap().to_string(), "4");
    assert_eq!(verdict.base.value.unwrap().to_string(), "4000.00 EUR");
    assert_eq!(verdict.changed.value_per_account.unwrap().to_string(), "500.00 EUR");
    assert_eq!(verdict.effect.relative.unwrap().to_string(), "0.25");
    assert_eq!(verdict.effect.lifetime_years.unwrap().to_string(), "1");
    assert_eq!((verdict.years.len(), verdict.years_looked_at), (10, None));
    assert_eq!(verdict.years[1].margin.as_ref().unwrap().to_string(), "750.00 EUR");
    assert_eq!(verdict.years[1].changed_margin.as_ref().unwrap().to_string(), "800.00 EUR");
}

#[test]
fn nobody_leaving_has_no_end() {
    let verdict = judged(&figures(10, "0.95", "100", "0"), &points("0.05"));
    assert_eq!((verdict.changed.lifetime_years, verdict.changed.value), (None, None));
    assert_eq!((verdict.effect.lifetime_years, verdict.effect.relative), (None, None));
    assert!(verdict.reasons.iter().any(|reason| reason.rule == "no_end"));
    // Discounted, the worth ends though the years do not: 100 × √1.21 ÷ 0.21.
    let verdict = judged(&figures(1, "0.95", "100", "0.21"), &fraction("1"));
    assert_eq!(verdict.changed.lifetime_years, None);
    assert_eq!(verdict.changed.value.unwrap().to_string(), "523.81 EUR");
}

#[test]
fn nobody_at_all_is_worth_nothing() {
    let verdict = judged(&figures(0, "0.5", "100", "0.1"), &points("0.1"));
    assert_eq!(verdict.base.value.unwrap().to_string(), "0.00 EUR");
    assert_eq!((verdict.base.value_per_account, verdict.effect.relative), (None, None));
}

proptest! {
    #[test]
    fn a_long_course_is_the_endless_one(retention in 0.0..0.95_f64, discount in 0.0..0.5_f64) {
        let course = Course::constant(100.0, retention, 2000);
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9 * other.abs();
        prop_assert!(close(course.lifetime(), endless_lifetime(retention).unwrap()));
        prop_assert!(close(course.value(discount), endless_value(100.0, retention, discount).unwrap()));
    }

    #[test]
    fn keeping_more_is_never_worth_less(
        retention in 0_u32..=1_000_000, cut in 0_i64..=10_000, by_points: bool, discount in 1_i64..=5_000,
    ) {
        let cut = Share::try_new(Decimal::new(cut, 4)).unwrap();
        let change = if by_points { RetentionChange::Points { points: cut } } else { RetentionChange::Fraction { fraction: cut } };
        let mut figures = figures(7, "0", "100", "0.1");
        figures.retention = Probability::try_new(Decimal::new(retention.into(), 6)).unwrap();
        figures.annual_discount_rate = Some(Factor::try_new(Decimal::new(discount, 4)).unwrap());
        let verdict = judged(&figures, &change);
        prop_assert!(verdict.changed.value.unwrap().amount >= verdict.base.value.unwrap().amount);
        prop_assert!(verdict.years.iter().all(|year| year.changed_part >= year.part));
    }
}
