//! Laws of bookings over random books.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::testing::{Deal, any_deals, book, period, playbook};
use super::*;
use crate::forecast::testing::as_of;
use crate::values::{CurrencySum, ExactSum, Money, Period};

fn any_options() -> impl Strategy<Value = BookingOptions> {
    let basis = select(ForecastBasis::ALL);
    let member = select(vec![None, None, Some("sales-1")]);
    let wanted = select(vec!["0", "0.5", "0.8", "0.99", "1"]);
    (basis, member, 0_u32..6000, wanted, any::<bool>()).prop_map(|(basis, member, quota, wanted, contributions)| {
        BookingOptions {
            basis,
            member: member.map(|member| member.parse().unwrap()),
            quota: Some(Money::try_new(quota.into(), "USD".parse().unwrap()).unwrap()),
            wanted_probability: wanted.parse().unwrap(),
            timing_floor: 2,
            contributions,
            ..BookingOptions::default()
        }
    })
}

fn quarters() -> Vec<Period> {
    vec![period(-89, 0), period(1, 92), period(93, 184), period(-3000, 3000)]
}

fn forecast(deals: &[Deal], cap: Option<&str>, options: &BookingOptions) -> BookingForecastVerdict {
    forecast_bookings(&book(deals), &playbook(cap), as_of(), &quarters(), options).unwrap()
}

fn decimal(sum: &ExactSum) -> Decimal {
    sum.to_string().parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_add_up(deals in any_deals(), options in any_options()) {
        let verdict = forecast(&deals, Some("0.2"), &options);
        prop_assert_eq!(verdict.receipt.parts(), deals.len());
        prop_assert_eq!(verdict.receipt.opportunities, deals.len());
        prop_assert_eq!(verdict.receipt.left_out, verdict.left_out.len());
        for period in &verdict.periods {
            prop_assert_eq!(period.booked.deals + period.open.deals, period.deals.len());
            prop_assert_eq!(period.deals.len() + period.outside, verdict.receipt.open + verdict.receipt.booked);
            let sum = |open: bool| -> Decimal {
                let deals = period.deals.iter().filter(|deal| deal.status.is_open() == open);
                deals.map(|deal| deal.reported.amount()).sum()
            };
            prop_assert_eq!(decimal(&period.booked.total.amount), sum(false));
            prop_assert_eq!(decimal(&period.open.total), sum(true));
            let weighted: Decimal = period.deals.iter().map(|deal| deal.reported.amount() * deal.chance.value()).sum();
            let mean = decimal(&period.bookings.mean.amount);
            prop_assert!((mean - weighted).abs() <= Decimal::new(5, 3), "{} for {}", mean, weighted);
            let both = decimal(&period.booked.total.amount) + decimal(&period.open.weighted);
            prop_assert!((both - weighted).abs() <= Decimal::new(5, 3));
            let standing = period.quota.as_ref().unwrap();
            prop_assert_eq!(standing.pipeline_needed.is_some(), standing.unreachable.is_none());
            prop_assert_eq!(
                standing.probability.value() >= options.wanted_probability.value(),
                standing.pipeline_needed.as_ref().is_some_and(|needed| needed.deals == 0)
            );
            for deal in &period.deals {
                prop_assert_eq!(deal.contribution.is_some(), options.contributions);
                let is_certain = deal.source == crate::funnel::ProbabilitySource::Booked;
                prop_assert_eq!(is_certain, !deal.status.is_open());
            }
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<BookingForecastVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn caps_never_raise(deals in any_deals(), options in any_options(), cap in select(vec!["0", "0.1", "0.4", "1"])) {
        let capped = forecast(&deals, Some(cap), &options);
        let free = forecast(&deals, Some(cap), &BookingOptions { coverage_caps: false, ..options.clone() });
        prop_assert_eq!(&free.periods, &forecast(&deals, None, &options).periods, "turned off is not there");
        let limit: Decimal = cap.parse().unwrap();
        for (capped, free) in capped.periods.iter().zip(&free.periods) {
            prop_assert_eq!(capped.deals.len(), free.deals.len());
            for (capped, free) in capped.deals.iter().zip(&free.deals) {
                prop_assert!(capped.chance <= free.chance);
                prop_assert!(!capped.status.is_open() || capped.chance.value() <= limit);
                match &capped.cap {
                    Some(cap) => prop_assert_eq!(cap.before, free.chance),
                    None => prop_assert_eq!(capped.chance, free.chance),
                }
            }
        }
    }

    #[test]
    fn periods_share_the_chance_of_the_whole(deals in any_deals(), options in any_options()) {
        let book = book(&deals);
        let parts = [period(-400, 10), period(11, 50), period(51, 400), period(-400, 400)];
        let verdict = forecast_bookings(&book, &playbook(Some("0.2")), as_of(), &parts, &options).unwrap();
        let chance = |period: &PeriodBookings, of: &BookingDeal| {
            let found = period.deals.iter().find(|deal| deal.opportunity == of.opportunity);
            found.map_or(Decimal::ZERO, |deal| deal.chance.value())
        };
        let (whole, parts) = verdict.periods.split_last().unwrap();
        for deal in &whole.deals {
            let sum: Decimal = parts.iter().map(|part| chance(part, deal)).sum();
            prop_assert!((sum - deal.chance.value()).abs() <= Decimal::new(2, 12), "{} of {:?}", sum, deal);
            // What was set by hand is the chance ever: no time is long enough to pass it.
            let by_hand = deals.iter().enumerate().find(|(at, _)| format!("deal-{at:02}") == deal.opportunity.as_str());
            if let Some(by_hand) = by_hand.and_then(|(_, given)| given.probability) && deal.status.is_open() {
                prop_assert!(deal.chance.value() <= by_hand.parse::<Decimal>().unwrap(), "{:?}", deal);
            }
        }
    }

    #[test]
    fn no_fewer_deals_would_do(deals in any_deals(), options in any_options()) {
        for period in forecast(&deals, None, &options).periods {
            let standing = period.quota.unwrap();
            let Some(needed) = standing.pipeline_needed.filter(|needed| needed.deals > 0) else { continue };
            let average = needed.average_amount.clone().unwrap();
            let average = Money::parse(&average.amount.to_string(), average.currency).unwrap();
            let with = |further: usize| {
                let given = period.deals.iter().map(|deal| (deal.reported, deal.chance));
                let further = std::iter::repeat_n((average, needed.average_chance.unwrap()), further);
                let all: Vec<_> = given.chain(further).collect();
                let bookings = distribution::distribution("USD".parse().unwrap(), &all, options.market_correlation).unwrap();
                bookings.probability_at_least(&standing.quota).unwrap()
            };
            let close = Decimal::new(1, 9);
            let wanted = options.wanted_probability.value();
            prop_assert!((with(needed.deals).value() - needed.probability.value()).abs() <= close);
            prop_assert!(needed.probability.value() >= wanted);
            prop_assert!(with(needed.deals - 1).value() < wanted + close);
            let total = average.amount() * Decimal::from(needed.deals);
            prop_assert_eq!(needed.amount, CurrencySum::from(Money::try_new(total, average.currency()).unwrap()));
        }
    }
}
