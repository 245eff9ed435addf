//! Laws of scores.

use proptest::prelude::*;

use super::testing::{DOLLARS, EVERY_KIND, Kind, Row, any_rows, book_of, book_of_rows, date, playbook, purchases_of};
use super::*;
use crate::facts::Purchase;
use crate::playbook::{Playbook, RfmPolicy, every_score};
use crate::values::{Date, ExactSum};

const AS_OF: &str = "2023-01-01";

fn scored(rows: &[Row], options: &RfmOptions) -> RfmVerdict {
    score_rfm(&book_of_rows(rows), &playbook(), date(AS_OF), options).unwrap()
}

fn any_options() -> impl Strategy<Value = RfmOptions> {
    let methods = prop::sample::select(RfmMethod::ALL);
    let bases = prop::sample::select(RecencyBasis::ALL);
    (methods, bases, prop::option::of(1_u32..2000)).prop_map(|(method, recency, days)| RfmOptions {
        method,
        recency,
        window_days: days.map(|days| days.try_into().unwrap()),
    })
}

/// Scores and segments alone.
fn codes(verdict: &RfmVerdict) -> Vec<(String, String)> {
    verdict.accounts.iter().map(|account| (account.account.to_string(), account.code.clone())).collect()
}

proptest! {
    #[test]
    fn the_order_of_rows_changes_nothing(
        (rows, shuffled) in any_rows(EVERY_KIND).prop_flat_map(|rows| {
            let purchases = purchases_of(&rows);
            (Just(purchases.clone()), Just(purchases).prop_shuffle())
        }),
        options in any_options(),
    ) {
        let verdict = |rows: Vec<Purchase>| {
            score_rfm(&book_of(&super::testing::NAMES, rows), &playbook(), date(AS_OF), &options).unwrap()
        };
        prop_assert_eq!(verdict(rows), verdict(shuffled));
    }

    #[test]
    fn every_purchase_and_every_account_is_somewhere(rows in any_rows(EVERY_KIND), options in any_options()) {
        let verdict = scored(&rows, &options);
        let receipt = &verdict.receipt;
        prop_assert_eq!(receipt.orders + receipt.returns + receipt.of_competitors + receipt.after_as_of, rows.len());
        let parts = receipt.before_window + receipt.priced + receipt.unpriced + receipt.without_order;
        prop_assert_eq!(receipt.orders + receipt.returns, parts);
        prop_assert_eq!(verdict.unpriced.len(), receipt.unpriced);
        let all = verdict.accounts.len() + verdict.prospects.len() + verdict.returns_only.len();
        prop_assert_eq!(all, super::testing::NAMES.len());
        prop_assert_eq!(verdict.segments.iter().map(|segment| segment.accounts).sum::<usize>(), verdict.accounts.len());
        for scale in &verdict.scales[..2] {
            prop_assert_eq!(scale.classes.iter().map(|class| class.accounts).sum::<usize>(), verdict.accounts.len());
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<RfmVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn equal_numbers_have_equal_scores_and_more_never_has_less(rows in any_rows(EVERY_KIND), options in any_options()) {
        let verdict = scored(&rows, &options);
        let is_since = options.recency == RecencyBasis::SinceLastOrder;
        for one in &verdict.accounts {
            for other in &verdict.accounts {
                let days = |account: &RfmAccount| {
                    if is_since { -i64::from(account.days_since_last_order) } else { account.days_first_to_last.into() }
                };
                if days(one) <= days(other) {
                    prop_assert!(one.recency_score <= other.recency_score);
                }
                if one.orders <= other.orders {
                    prop_assert!(one.frequency_score <= other.frequency_score);
                }
                if let (Some(less), Some(more)) = (&one.money, &other.money)
                    && less.amount <= more.amount
                {
                    prop_assert!(one.monetary_score <= other.monetary_score);
                }
            }
        }
    }

    #[test]
    fn quantile_scores_have_no_unit(rows in any_rows(DOLLARS), factor in 2_i64..1000) {
        let options = RfmOptions { method: RfmMethod::Quantiles, ..RfmOptions::default() };
        let scaled: Vec<Row> = rows.iter().map(|row| Row { cents: row.cents * factor, ..row.clone() }).collect();
        prop_assert_eq!(codes(&scored(&rows, &options)), codes(&scored(&scaled, &options)));
        // In another currency: a rate scales everything alike.
        let euros: Vec<Row> = rows.iter().map(|row| Row { kind: Kind::Euros, ..row.clone() }).collect();
        prop_assert_eq!(codes(&scored(&rows, &options)), codes(&scored(&euros, &options)));
    }

    #[test]
    fn a_later_calendar_changes_no_score(rows in any_rows(EVERY_KIND), options in any_options(), days in 0_u32..3000) {
        let later: Vec<Row> = rows.iter().map(|row| Row { days: row.days + days, ..row.clone() }).collect();
        let there = score_rfm(&book_of_rows(&later), &playbook(), date(AS_OF).plus_days(days), &options).unwrap();
        prop_assert_eq!(codes(&scored(&rows, &options)), codes(&there));
    }

    #[test]
    fn money_and_orders_are_what_a_loop_over_the_rows_finds(rows in any_rows(EVERY_KIND), window in 1_u32..1500) {
        let options = RfmOptions { window_days: Some(window.try_into().unwrap()), ..RfmOptions::default() };
        let (as_of, verdict) = (date(AS_OF), scored(&rows, &options));
        for (at, name) in super::testing::NAMES.iter().enumerate() {
            let ours: Vec<(Date, &Row)> = rows
                .iter()
                .filter(|row| row.account == at && row.kind != Kind::Competitors)
                .map(|row| (date("2020-01-01").plus_days(row.days), row))
                .filter(|(on, _)| *on <= as_of)
                .collect();
            let is_order = |row: &Row| row.cents >= 0 || row.kind == Kind::Unknown;
            let mut days: Vec<Date> = ours.iter().filter(|(_, row)| is_order(row)).map(|(on, _)| *on).collect();
            days.sort();
            days.dedup();
            let account = verdict.accounts.iter().find(|account| account.account.as_str() == *name);
            prop_assert_eq!(account.is_some(), !days.is_empty());
            let Some(account) = account else { continue };
            prop_assert_eq!((account.first_order, account.last_order), (days[0], days[days.len() - 1]));
            prop_assert_eq!(account.orders_ever, days.len());
            let in_window = |on: &Date| as_of.days_since(*on) < window.into();
            prop_assert_eq!(account.orders, days.iter().filter(|on| in_window(on)).count());
            let inside = ours.iter().filter(|(on, _)| in_window(on)).map(|(_, row)| row);
            let known: Vec<&&Row> = inside.clone().filter(|row| row.kind != Kind::Unknown).collect();
            prop_assert_eq!(account.unpriced, inside.clone().count() - known.len());
            // A euro is five quarters of a dollar.
            let quarters: i64 = known.iter().map(|row| row.cents * if row.kind == Kind::Euros { 5 } else { 4 }).sum();
            let exact = ExactSum::of_units((quarters * 25).into(), 4).rounded("USD".parse().unwrap());
            let money = account.money.as_ref().map(|money| money.amount.clone());
            prop_assert_eq!(money, (inside.count() == 0 || !known.is_empty()).then_some(exact));
        }
    }
}

#[test]
fn any_scores_have_exactly_one_segment() {
    let policy = RfmPolicy::default();
    assert_eq!(every_score().count(), 5 * 5 * 6);
    let mut met = std::collections::BTreeSet::new();
    for (recency, frequency, monetary) in every_score() {
        met.insert(policy.segment(recency, frequency, monetary).unwrap());
    }
    assert_eq!(met.len(), crate::RfmSegment::ALL.len(), "and no segment is out of reach");
    for preset in crate::PlaybookPreset::ALL {
        assert_eq!(Playbook::preset(*preset).draft().rfm, policy);
    }
}
