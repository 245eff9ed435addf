//! Scenarios by hand, and their laws.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::forecast::bookings::ForecastBasis;
use crate::forecast::bookings::testing::{Deal, any_deals, book, day, open, period, playbook};
use crate::forecast::testing::as_of;
use crate::values::{Estimate, ExactSum, Money};

fn id(at: usize) -> OpportunityId {
    format!("deal-{at:02}").parse().unwrap()
}

fn with_quota(quota: u32) -> BookingOptions {
    let quota = Money::try_new(quota.into(), "USD".parse().unwrap()).unwrap();
    BookingOptions { quota: Some(quota), ..BookingOptions::default() }
}

fn scenario(
    deals: &[Deal],
    periods: &[Period],
    options: &BookingOptions,
    changes: &[ScenarioChange],
) -> ScenarioVerdict {
    what_if(&book(deals), &playbook(None), as_of(), periods, options, changes).unwrap()
}

#[test]
fn a_slip_moves_a_deal_to_the_next_period() {
    let deals = [open(1000, 10), open(500, 20).likely("0.5")];
    let slip = ScenarioChange::Slip { opportunity: id(0), close_date: day(40) };
    let periods = [period(1, 30), period(31, 60)];
    let verdict = scenario(&deals, &periods, &with_quota(500), &[slip]);
    assert_eq!(verdict.changes[0].message, "its close date moves from 2026-07-10 to 2026-08-09");
    let told: Vec<_> = verdict.differences.iter().map(|found| found.mean.to_string()).collect();
    assert_eq!(told, ["-300.00 USD", "300.00 USD"]);
    let first = &verdict.differences[0];
    // 1 − 0.7 × 0.5 before, 0.5 after.
    assert_eq!(first.quota_probability.unwrap().to_string(), "-0.15");
    // Before 500 × 0.7 × 0.5, after 500 × 0.5.
    assert_eq!(first.expected_shortfall.as_ref().unwrap().to_string(), "75.00 USD");
    assert_eq!(verdict.differences[1].quota_probability.unwrap().to_string(), "0.3");
    assert_eq!(first.quantiles.last().unwrap().change.to_string(), "-1000.00 USD");
}

#[test]
fn changes_follow_each_other() {
    let amount = Money::parse("2500", "USD".parse().unwrap()).unwrap();
    let changes = [
        ScenarioChange::ChangeAmount { opportunity: id(0), amount },
        ScenarioChange::Win { opportunity: id(0) },
        ScenarioChange::Lose { opportunity: id(0) },
        ScenarioChange::Lose { opportunity: id(1) },
        ScenarioChange::Slip { opportunity: id(2), close_date: day(-1) },
        ScenarioChange::Slip { opportunity: id(9), close_date: day(1) },
    ];
    let deals = [open(1000, 10), open(500, 20), open(700, 20)];
    let verdict = scenario(&deals, &[period(-30, 30)], &with_quota(3000), &changes);
    let told: Vec<_> = verdict.changes.iter().map(|change| (change.applied, change.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (true, "it is worth 2500 USD in place of 1000 USD"),
            (true, "it is signed"),
            (false, "it is closed already: booked"),
            (true, "it is lost"),
            (false, "2026-06-29 has passed by 2026-06-30"),
            (false, "no opportunity is called `deal-09`"),
        ]
    );
    let after = &verdict.after.periods[0];
    assert_eq!((after.booked.total.to_string(), after.open.deals), ("2500.00 USD".to_owned(), 1));
    assert_eq!(verdict.differences[0].booked.to_string(), "2500.00 USD");
    assert_eq!(
        verdict.reasons[0].message,
        "3 of 6 changes are supposed; win rates and timings are learned without them"
    );
}

#[test]
fn what_was_recorded_on_the_day_comes_before() {
    let book = Book::from_json(
        r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
            "opportunities": [{"id": "crane", "account": "north-plant"}],
            "opportunity_events": [
                {"opportunity": "crane", "at": "2026-06-30T09:00:00", "change": {"type": "created", "stage": "design",
                 "close_date": "2026-07-31", "amount": {"amount": "1000", "currency": "USD"}}},
                {"opportunity": "crane", "at": "2026-06-30T17:30:00", "change": {"type": "amount_changed",
                 "amount": {"amount": "1200", "currency": "USD"}}}]}"#,
    )
    .unwrap();
    let amount = Money::parse("3000", "USD".parse().unwrap()).unwrap();
    let change = ScenarioChange::ChangeAmount { opportunity: "crane".parse().unwrap(), amount };
    let options = BookingOptions::default();
    let verdict = what_if(&book, &playbook(None), as_of(), &[period(1, 60)], &options, &[change]).unwrap();
    assert_eq!(verdict.differences[0].mean.to_string(), "360.00 USD", "20 % of 1,800");
}

#[test]
fn history_is_learned_without_the_changes() {
    let won = |days: i32| Deal { created: -200, ..open(100, 0) }.ended(days, "won");
    let deals = [won(-100), won(-90), won(-80).ended(-80, "lost"), open(1000, 10), open(1000, 10)];
    let options = BookingOptions { basis: ForecastBasis::Learned, ..BookingOptions::default() };
    let lose = ScenarioChange::Lose { opportunity: id(3) };
    let verdict = scenario(&deals, &[period(1, 30)], &options, &[lose]);
    let chance = |verdict: &BookingForecastVerdict| verdict.periods[0].deals.last().unwrap().chance;
    assert_eq!(chance(&verdict.before), chance(&verdict.after));
    let by_timing = BookingOptions { basis: ForecastBasis::Timing, timing_floor: 1, ..BookingOptions::default() };
    let slip = ScenarioChange::Slip { opportunity: id(3), close_date: day(200) };
    let verdict = scenario(&deals, &[period(1, 30)], &by_timing, &[slip]);
    assert_eq!(
        verdict.before.periods,
        verdict
            .after
            .periods
            .iter()
            .cloned()
            .map(|mut period| {
                period
                    .deals
                    .iter_mut()
                    .filter(|deal| deal.opportunity == id(3))
                    .for_each(|deal| deal.close_date = Some(day(10)));
                period
            })
            .collect::<Vec<_>>()
    );
    assert!(verdict.changes[0].message.ends_with("asks for no close date"), "{}", verdict.changes[0].message);
}

fn any_options() -> impl Strategy<Value = BookingOptions> {
    (select(ForecastBasis::ALL), 0_u32..6000).prop_map(|(basis, quota)| BookingOptions {
        basis,
        timing_floor: 2,
        ..with_quota(quota)
    })
}

fn zero() -> ExactSum {
    "0".parse().unwrap()
}

fn odds(forecast: &BookingForecastVerdict) -> Estimate {
    forecast.periods[0].quota.as_ref().unwrap().probability
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_supposed_changes_nothing(deals in any_deals(), options in any_options()) {
        let verdict = scenario(&deals, &[period(-89, 0), period(1, 90)], &options, &[]);
        prop_assert_eq!(&verdict.before, &verdict.after);
        for difference in verdict.differences {
            let sums = [difference.booked, difference.mean, difference.standard_deviation];
            let sums = sums.into_iter().chain(difference.quantiles.into_iter().map(|quantile| quantile.change));
            prop_assert!(sums.chain(difference.expected_shortfall).all(|sum| sum.amount.is_zero()));
            prop_assert_eq!(difference.quota_probability.unwrap().to_string(), "0");
        }
    }

    #[test]
    fn winning_never_lowers(deals in any_deals(), options in any_options(), which in any::<Index>()) {
        let change = ScenarioChange::Win { opportunity: id(which.index(deals.len().max(1))) };
        let verdict = scenario(&deals, &[period(-3000, 3000)], &options, &[change]);
        prop_assert!(verdict.differences[0].mean.amount >= zero());
        prop_assert!(odds(&verdict.after) >= odds(&verdict.before));
        prop_assert!(verdict.differences[0].booked.amount >= zero());
    }

    #[test]
    fn losing_or_slipping_out_never_raises(
        deals in any_deals(), options in any_options(), which in any::<Index>(), slips in any::<bool>()
    ) {
        let opportunity = id(which.index(deals.len().max(1)));
        let change = if slips {
            ScenarioChange::Slip { opportunity, close_date: day(150) }
        } else {
            ScenarioChange::Lose { opportunity }
        };
        let verdict = scenario(&deals, &[period(-3000, 149)], &options, &[change]);
        prop_assert!(verdict.differences[0].mean.amount <= zero());
        prop_assert!(odds(&verdict.after) <= odds(&verdict.before));
        prop_assert!(verdict.differences[0].booked.amount.is_zero());
    }
}
