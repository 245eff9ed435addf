//! The trajectory by hand, from made-up histories.

use super::*;
use crate::facts::{AccountBook, Purchase};
use crate::lifecycle::TrendDirection;
use crate::loyalty::testing::{account, date, day, order, orders, priced, regular};
use crate::playbook::{DatedRate, Playbook};
use crate::values::{Date, Quantity};

fn judge(book: &AccountBook, as_of: Date) -> TrajectoryVerdict {
    purchase_trajectory(book, &Playbook::six_stage(), as_of)
}

/// An order of a product (or only a category, where the product is empty) for so many cents.
fn of(number: usize, days: u32, letter: char, category: &str, product: &str, cents: i64) -> Purchase {
    let mut purchase = priced(order(number, day(days), letter), cents);
    purchase.category = category.parse().ok();
    purchase.product = product.parse().ok();
    purchase
}

fn history(purchases: impl IntoIterator<Item = (u32, char, &'static str, &'static str, i64)>) -> AccountBook {
    let purchases = purchases.into_iter().enumerate();
    account(
        purchases
            .map(|(number, (days, letter, category, product, cents))| {
                of(number, days, letter, category, product, cents)
            })
            .collect(),
    )
}

#[test]
fn without_orders_nothing_is_claimed() {
    let verdict = judge(&orders(&[]), day(100));
    assert_eq!((verdict.silence.state, verdict.silence.days), (SilenceState::Unknown, None));
    assert_eq!((verdict.trend.direction, verdict.trend.none), (TrendDirection::Unknown, Some(NoTrend::NoRhythm)));
    assert_eq!(verdict.next_orders.none, Some(NoPrediction::NoRhythm));
    assert_eq!((verdict.season.state, verdict.regularity, verdict.currency), (SeasonState::TooShort, None, None));
    let one = judge(&orders(&[5]), day(100));
    assert_eq!((one.silence.state, one.silence.days, one.silence.probability), (SilenceState::Unknown, Some(95), None));
}

#[test]
fn a_silence_becomes_long_and_then_overdue() {
    let quarterly = [0, 93, 181, 279, 370];
    let state = |days: u32| judge(&orders(&quarterly), day(370 + days)).silence;
    assert_eq!(state(0).probability.unwrap().to_string(), "1");
    assert_eq!(state(91).state, SilenceState::Usual);
    assert_eq!(state(91).as_long, 3, "93, 98 and 91 of 93, 88, 98, 91");
    assert_eq!(state(91).probability.unwrap().to_string(), "0.51497036571");
    assert_eq!(state(115).state, SilenceState::Long);
    let overdue = state(151);
    assert_eq!((overdue.state, overdue.as_long, overdue.intervals), (SilenceState::Overdue, 0, 4));
    let from = overdue.overdue_from.unwrap();
    assert_eq!(state(151).overdue_from, state(0).overdue_from, "the day does not depend on today");
    let days = u32::try_from(from.days_since(day(370))).unwrap();
    assert_eq!((state(days - 1).state, state(days).state), (SilenceState::Long, SilenceState::Overdue));
}

#[test]
fn few_intervals_leave_more_open_than_many() {
    let few = judge(&orders(&regular(0, 30, 3)), day(60 + 50)).silence;
    let many = judge(&orders(&regular(0, 30, 25)), day(720 + 50)).silence;
    assert_eq!((few.state, many.state), (SilenceState::Long, SilenceState::Overdue));
    assert!(many.probability < few.probability);
}

#[test]
fn regularity_is_told_apart() {
    let kind = |days: &[u32]| judge(&orders(days), day(*days.last().unwrap() + 1)).regularity.unwrap();
    assert_eq!(kind(&regular(0, 30, 20)).kind, RegularityKind::Clockwork);
    // Bursts of four days in a row, once in a while.
    let bursts: Vec<u32> = (0..5).flat_map(|burst| (0..4).map(move |at| burst * 97 + at)).collect();
    assert_eq!(kind(&bursts).kind, RegularityKind::Clumped);
    let few = kind(&[0, 30, 61]);
    assert!(few.few_intervals && few.shape_high.value() > few.shape_low.value() * rust_decimal::Decimal::from(8));
}

#[test]
fn a_season_needs_two_years_and_comes_again() {
    // Every second week from March to May.
    let spring = |years: u32| -> Vec<u32> {
        (0..years).flat_map(|year| (0..6).map(move |at| year * 365 + 65 + at * 15)).collect()
    };
    let found = judge(&orders(&spring(4)), day(3 * 365 + 150));
    assert_eq!(found.season.state, SeasonState::Found);
    assert_eq!((found.season.strong_months.clone(), found.season.peaks_per_year), (vec![3, 4, 5], Some(1)));
    assert_eq!(found.season.weak_months, [1, 2, 6, 7, 8, 9, 10, 11, 12]);
    assert_eq!(found.season.months.len(), 12);
    assert_eq!(judge(&orders(&spring(2)), day(600)).season.state, SeasonState::TooShort, "one whole year, not two");
    let monthly = judge(&orders(&regular(0, 30, 40)), day(1200)).season;
    assert_eq!((monthly.state, monthly.strong_months.len()), (SeasonState::NoneFound, 0));
    assert!(monthly.probability.unwrap() > "0.5".parse().unwrap());
    assert_eq!(judge(&orders(&regular(0, 170, 6)), day(900)).season.state, SeasonState::TooFewOrders);
    // One burst in one year of an account that else orders every quarter is no season.
    let mut burst = regular(0, 91, 16);
    burst.extend((0..12).map(|at| 400 + at));
    burst.sort_unstable();
    assert_eq!(judge(&orders(&burst), day(1400)).season.state, SeasonState::NoneFound);
}

#[test]
fn a_seasonal_silence_is_no_alarm() {
    let days: Vec<u32> = (0..4).flat_map(|year| (0..6).map(move |at| year * 365 + 65 + at * 15)).collect();
    let last = *days.last().unwrap();
    let verdict = judge(&orders(&days), day(last + 200));
    assert!(verdict.silence.season_adjusted);
    assert_ne!(verdict.silence.state, SilenceState::Overdue, "it never buys from June to February");
    // The next order is expected in the next spring.
    let next = &verdict.next_orders.orders[0];
    assert!((2..=5).contains(&next.expected.month()) && next.expected.year() == 2024, "{next:?}");
    // Its own springs began after the 6th of March.
    assert!(verdict.silence.overdue_from.unwrap() > crate::values::Date::try_new(2024, 3, 6).unwrap());
    let late = judge(&orders(&days), day(last + 400));
    assert_eq!(late.silence.state, SilenceState::Overdue, "a whole spring without an order");
}

#[test]
fn two_seasons_half_a_year_apart_are_found() {
    let days: Vec<u32> = (0..4).flat_map(|year| [70, 80, 90, 252, 262, 272].map(|at| year * 365 + at)).collect();
    let season = judge(&orders(&days), day(1400)).season;
    assert_eq!((season.state, season.peaks_per_year), (SeasonState::Found, Some(2)));
    assert_eq!(season.strong_months, [3, 9]);
}

#[test]
fn no_slope_is_no_trend() {
    // Two orders a month, for thirteen months at 50 euros, then for four at 10. The first month does not count, and of
    // the 120 pairs of the others 72 are equal.
    let months = (0..17_u32).flat_map(|month| [(month, 5), (month, 20)]);
    let purchases = months.enumerate().map(|(number, (month, on))| {
        let on = date(&format!("{}-{:02}-{on:02}", 2022 + month / 12, month % 12 + 1));
        priced(order(number, on, 'A'), if month < 13 { 5_000 } else { 1_000 })
    });
    let verdict = judge(&account(purchases.collect()), date("2023-06-01"));
    let trend = &verdict.trend;
    assert_eq!((trend.period, trend.periods), (Some(TrendPeriod::Month), 16));
    assert_eq!(trend.slope.as_ref().unwrap().per_year.to_string(), "0.00 EUR");
    assert_eq!(trend.direction, TrendDirection::Steady);
}

#[test]
fn a_trend_is_told_in_periods_that_suit_the_rhythm() {
    // Four times a year, a hundred euros more each time: half-years of two orders.
    let rising = account(
        (0..17_u32)
            .map(|at| priced(order(at as usize, day(10 + at * 91), 'A'), i64::from(100 + at * 10) * 100))
            .collect(),
    );
    let verdict = judge(&rising, date("2024-01-01"));
    let trend = &verdict.trend;
    assert_eq!((trend.period, trend.periods), (Some(TrendPeriod::HalfYear), 7));
    assert_eq!((trend.first, trend.last), (Some(date("2020-07-01")), Some(date("2023-12-31"))));
    assert_eq!((trend.direction, trend.none), (TrendDirection::Up, None));
    let slope = trend.slope.as_ref().unwrap();
    // Two orders of 10 × 2 more each, twice a year, for two half-years: 40 a half-year, 160 a year.
    assert_eq!(
        (slope.per_year.to_string(), slope.low.amount <= slope.per_year.amount, slope.season_adjusted),
        ("160.00 EUR".into(), true, false)
    );
    assert!(slope.relative.unwrap().value().is_sign_positive());
    let short = judge(&rising, day(800)).trend;
    assert_eq!((short.direction, short.none), (TrendDirection::Unknown, Some(NoTrend::TooShort)));
}

#[test]
fn a_period_with_an_unknown_amount_is_left_out() {
    let mut book = account((0..36).map(|at| priced(order(at as usize, day(at * 15), 'A'), 10_000)).collect());
    let known = judge(&book, day(540)).trend;
    assert_eq!((known.period, known.periods_left_out), (Some(TrendPeriod::Month), 0));
    book.purchases[20].amount = None;
    let verdict = judge(&book, day(540));
    assert_eq!((verdict.trend.periods_left_out, verdict.trend.periods), (1, known.periods - 1));
    assert_eq!((verdict.unpriced_orders, verdict.unpriced[0].purchase.as_str()), (1, "p00020"));
}

#[test]
fn returns_are_taken_off_the_latest_earlier_order_of_the_product() {
    let book = history([
        (0, 'A', "oil", "gear", 10_000),
        (30, 'A', "oil", "gear", 20_000),
        (30, 'A', "oil", "spindle", 5_000),
        (60, 'A', "oil", "gear", -22_000),
        (70, 'A', "oil", "", -6_000),
        (80, 'A', "", "", -5_000),
        (90, 'A', "grease", "", -500),
    ]);
    let verdict = judge(&book, day(100));
    assert_eq!((verdict.returns.returns, verdict.returns.matched), (4, 2));
    // The 220 take the order of 200 and 20 of the first; 60 of oil takes the spindle oil (50) and 10 of the first.
    let left: Vec<(&str, String, UnmatchedCause)> = verdict
        .returns
        .unmatched
        .iter()
        .map(|left| (left.purchase.as_str(), left.left.as_ref().unwrap().to_string(), left.cause))
        .collect();
    assert_eq!(
        left,
        [
            ("p00005", "-50.00 EUR".to_owned(), UnmatchedCause::NoEarlierOrder),
            ("p00006", "-5.00 EUR".to_owned(), UnmatchedCause::NoEarlierOrder)
        ],
        "the order of 50 is used up already"
    );
    assert_eq!(verdict.rhythm.occasions, 2, "a returned order was an order");
}

#[test]
fn a_return_that_undoes_an_order_leaves_nothing() {
    let book =
        history([(0, 'A', "", "", 7_700), (10, 'A', "", "", 500), (10, 'A', "", "", -7_700), (20, 'A', "", "", -500)]);
    assert_eq!(judge(&book, day(30)).returns.matched, 2);
    let mut pieces = history([(0, 'A', "", "", 7_700), (1, 'A', "", "", 1)]);
    pieces.purchases[1].amount = None;
    pieces.purchases[1].quantity = Some("-3".parse::<Quantity>().unwrap());
    let verdict = judge(&pieces, day(30));
    assert_eq!(
        (verdict.returns.unmatched[0].cause, verdict.returns.unmatched[0].left.clone()),
        (UnmatchedCause::NoAmount, None)
    );
    assert_eq!(verdict.unpriced_orders, 1);
}

#[test]
fn other_currencies_are_converted_at_the_rate_of_the_day() {
    let mut draft = Playbook::six_stage().draft().clone();
    let rate = |on: &str, rate: &str| DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: date(on),
        rate: rate.parse().unwrap(),
    };
    draft.exchange.rates = vec![rate("2020-01-15", "1.1"), rate("2020-02-15", "1.2")];
    let playbook = Playbook::try_new(draft).unwrap();
    let mut book = history((0..4).map(|at| (at * 30, 'A', "oil", "", 10_000)));
    book.purchases[1].amount = Some(crate::values::NetMoney::parse("100", "USD".parse().unwrap()).unwrap());
    let verdict = purchase_trajectory(&book, &playbook, day(100));
    assert_eq!(verdict.currency.unwrap().code(), "USD");
    assert_eq!(
        (verdict.unpriced_orders, verdict.unpriced[0].cause),
        (1, crate::forecast::UnpricedCause::NoRate),
        "the first"
    );
    let amount = verdict.next_orders.amount.unwrap();
    assert_eq!(
        (amount.low.to_string(), amount.median.to_string(), amount.high.to_string()),
        ("100.00 USD".into(), "120.00 USD".into(), "120.00 USD".into())
    );
}

/// A monthly product that stops while another goes on monthly.
fn stopping() -> Vec<(u32, char, &'static str, &'static str, i64)> {
    let on = (0..24).map(|at| (at * 30, 'A', "oil", "gear", 10_000));
    on.chain((0..12).map(|at| (at * 30, 'A', "oil", "cutting", 5_000))).collect()
}

#[test]
fn a_stopped_product_is_found_with_its_worth() {
    let verdict = judge(&history(stopping()), day(700));
    assert_eq!((verdict.stopped_product_count, verdict.stopped_categories.len()), (1, 0), "oil is still bought");
    let stopped = &verdict.stopped_products[0];
    assert_eq!(stopped.product.as_ref().unwrap().as_str(), "cutting");
    assert_eq!((stopped.last, stopped.since, stopped.occasions), (day(330), day(360), 12));
    assert_eq!((stopped.silence_days, stopped.occasions_since), (370, 12));
    assert_eq!(stopped.worth_per_year.as_ref().unwrap().to_string(), "608.75 EUR"); // 50 every 30 days
    assert_eq!(stopped.replaced_by, ReplacedBy::Unknown {});
    assert_eq!(stopped.confidence, crate::verdict::Confidence::High);
}

#[test]
fn an_account_that_is_silent_as_a_whole_stopped_no_product() {
    let verdict = judge(&history(stopping().into_iter().filter(|row| row.0 < 360)), day(700));
    assert_eq!((verdict.stopped_product_count, verdict.silence.state), (0, SilenceState::Overdue));
}

#[test]
fn a_product_of_ours_that_begins_where_the_other_ends_replaced_it() {
    let new = (0..12).map(|at| (360 + at * 30, 'A', "oil", "cutting plus", 6_000));
    let verdict = judge(&history(stopping().into_iter().chain(new)), day(700));
    let replaced = &verdict.stopped_products[0].replaced_by;
    let ReplacedBy::OurProduct { product, since, occasions, worth_per_year } = replaced else { panic!("{replaced:?}") };
    assert_eq!((product.as_str(), *since, *occasions), ("cutting plus", day(360), 12));
    assert_eq!(worth_per_year.as_ref().unwrap().to_string(), "730.50 EUR");
    // A tiny one, or one of another category, or one long before, did not.
    for (from, category, cents) in [(360, "oil", 100), (360, "grease", 6_000), (100, "oil", 6_000)] {
        let other = (0..12).map(|at| (from + at * 30, 'A', category, "other", cents));
        let verdict = judge(&history(stopping().into_iter().chain(other)), day(700));
        assert_eq!(verdict.stopped_products[0].replaced_by, ReplacedBy::Unknown {}, "{from} {category} {cents}");
    }
}

#[test]
fn a_competitor_that_supplies_the_category_since_replaced_it() {
    let rival = |from: u32| (0..6).map(move |at| (from + at * 30, 'B', "oil", "rival cut", 6_000));
    let verdict = judge(&history(stopping().into_iter().chain(rival(350))), day(700));
    let ReplacedBy::Competitor { name, product, since, occasions, bought_before } =
        verdict.stopped_products[0].replaced_by.clone()
    else {
        panic!("{:?}", verdict.stopped_products[0])
    };
    assert_eq!(
        (name.as_str(), product.unwrap().as_str(), since, occasions, bought_before),
        ("Rival B", "rival cut", day(350), 6, false)
    );
    let before = (0..20).map(|at| (at * 35, 'C', "oil", "", 6_000));
    let verdict = judge(&history(stopping().into_iter().chain(before.clone())), day(700));
    assert!(matches!(
        &verdict.stopped_products[0].replaced_by,
        ReplacedBy::Competitor { bought_before: true, product: None, .. }
    ));
    let verdict = judge(&history(stopping().into_iter().chain(before).chain(rival(350))), day(700));
    assert!(
        matches!(&verdict.stopped_products[0].replaced_by, ReplacedBy::Competitor { name, .. } if name.as_str() == "Rival B")
    );
    // One that begins half a year later did not take its place.
    let verdict = judge(&history(stopping().into_iter().chain(rival(520))), day(700));
    assert_eq!(verdict.stopped_products[0].replaced_by, ReplacedBy::Unknown {});
}

#[test]
fn a_category_stops_as_a_product_does() {
    let rows = (0..24)
        .map(|at| (at * 30, 'A', "oil", "", 10_000))
        .chain((0..6).map(|at| (at * 60, 'A', "filters", "", 1_000)));
    let verdict = judge(&history(rows), day(700));
    assert_eq!(verdict.stopped_categories.len(), 1);
    assert_eq!(verdict.stopped_categories[0].category.as_ref().unwrap().as_str(), "filters");
    assert_eq!((verdict.stopped_categories[0].last, verdict.stopped_product_count), (day(300), 0));
}

#[test]
fn the_next_orders_follow_the_rhythm() {
    let verdict = judge(&orders(&regular(0, 30, 25)), day(725));
    let next = &verdict.next_orders.orders;
    assert_eq!(next.len(), 3);
    for (order, number) in next.iter().zip(1_u32..) {
        assert_eq!(order.number, number);
        let off = order.expected.days_since(day(720 + 30 * number));
        assert!(off.abs() <= 2, "{order:?}");
        assert!(order.earliest <= order.expected && order.expected <= order.latest);
    }
    let width = |order: &PredictedOrder| order.latest.days_since(order.earliest);
    assert!(width(&next[0]) < width(&next[2]));
    assert_eq!(verdict.next_orders.amount, None, "no amount is known");
    let late = judge(&orders(&regular(0, 30, 25)), day(735)).next_orders;
    assert!(late.orders[0].earliest > day(735), "it has not come yet");
}

#[test]
fn a_policy_that_cannot_hold_is_refused() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.trajectory.overdue_probability = "0.3".parse().unwrap();
    draft.trajectory.trend_minimum_periods = 100;
    draft.trajectory.usual_regularity = "0".parse().unwrap();
    draft.trajectory.season_probability = "0".parse().unwrap();
    let error = Playbook::try_new(draft).unwrap_err();
    let paths: Vec<&str> = error.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "trajectory.trend_minimum_periods",
            "trajectory.overdue_probability",
            "trajectory.season_probability",
            "trajectory.usual_regularity"
        ]
    );
}

mod across {
    use super::*;
    use crate::facts::{Account, Book, Facts};
    use crate::problem::ProblemCode;

    /// A category, days, cents, and whether it is ordered from us.
    type Row = (&'static str, u32, i64, bool);

    /// Accounts of an industry with what they order (category, days, cents), from us or from `Rival`.
    fn book(accounts: &[(&str, Option<&str>, &[Row])]) -> Book {
        let mut facts = Facts::default();
        for (id, industry, rows) in accounts {
            let mut account = Account::new(id.parse().unwrap(), id.parse().unwrap());
            account.industry = industry.map(|industry| industry.parse().unwrap());
            facts.accounts.push(account);
            for (category, days, cents, ours) in *rows {
                let mut purchase =
                    of(facts.purchases.len(), *days, if *ours { 'A' } else { 'B' }, category, "", *cents);
                purchase.account = id.parse().unwrap();
                facts.purchases.push(purchase);
            }
        }
        let book = Book::from_facts(facts);
        assert_eq!(book.problems(), []);
        book
    }

    fn metal() -> Book {
        book(&[
            ("a", Some("metal"), &[("oil", 700, 10_000, true)]),
            ("b", Some("metal"), &[("oil", 700, 10_000, true), ("filters", 710, 73_000, true)]),
            (
                "c",
                Some("metal"),
                &[("oil", 700, 10_000, true), ("filters", 710, 146_000, true), ("grease", 1, 500, true)],
            ),
            (
                "d",
                Some("metal"),
                &[("oil", 700, 10_000, true), ("filters", 710, 219_000, true), ("belts", 1, 500, true)],
            ),
            ("e", Some("metal"), &[("oil", 700, 10_000, true), ("belts", 600, 500, true)]),
            ("f", Some("wood"), &[("oil", 700, 10_000, true), ("saws", 600, 500, true)]),
            ("g", None, &[]),
        ])
    }

    fn rows(book: &Book, basis: ComparableBasis) -> CrossSellVerdict {
        let options = CrossSellOptions { account: None, basis };
        cross_sell(book, &Playbook::six_stage(), day(720), &options).unwrap()
    }

    #[test]
    fn what_most_of_the_industry_buys_is_suggested() {
        let verdict = rows(&metal(), ComparableBasis::Industry);
        let a = &verdict.accounts[0];
        assert_eq!((a.comparables, a.categories, a.comparables_median.unwrap().to_string()), (4, 1, "2.5".into()));
        let names: Vec<&str> = a.suggestions.iter().map(|suggestion| suggestion.category.as_str()).collect();
        assert_eq!(names, ["filters", "belts"], "grease has one buyer only");
        let filters = &a.suggestions[0];
        assert_eq!((filters.buyers, filters.share.to_string()), (3, "0.75".into()));
        // scipy: .30064184258240184 to .9544127391902995.
        assert_eq!(
            (filters.share_low.to_string(), filters.share_high.to_string()),
            ("0.300641842582".into(), "0.95441273919".into())
        );
        assert_eq!(filters.median_spend_per_year.as_ref().unwrap().to_string(), "730.50 EUR"); // 1,460 in 730 days
        assert_eq!(verdict.accounts[5].no_comparables, Some(NoComparables::TooFew));
        assert_eq!(verdict.accounts[6].no_comparables, Some(NoComparables::NotKnown));
    }

    #[test]
    fn what_was_stopped_or_is_bought_elsewhere_is_marked() {
        let old: Vec<Row> = vec![("oil", 700, 100, true), ("filters", 1, 100, true), ("belts", 690, 100, false)];
        let others: Vec<Row> = vec![("oil", 900, 100, true), ("filters", 900, 100, true), ("belts", 900, 100, true)];
        let book = book(&[
            ("a", Some("metal"), &old),
            ("b", Some("metal"), &others),
            ("c", Some("metal"), &others),
            ("d", Some("metal"), &others),
        ]);
        let options = CrossSellOptions { account: Some("a".parse().unwrap()), basis: ComparableBasis::Industry };
        let verdict = cross_sell(&book, &Playbook::six_stage(), day(1000), &options).unwrap();
        let kinds: Vec<(&str, SuggestionKind)> = verdict.accounts[0]
            .suggestions
            .iter()
            .map(|suggestion| (suggestion.category.as_str(), suggestion.kind))
            .collect();
        assert_eq!(kinds, [("belts", SuggestionKind::FromCompetitor), ("filters", SuggestionKind::WinBack)]);
        assert_eq!(verdict.accounts[0].suggestions[1].last_bought, Some(day(1)));
        assert_eq!(verdict.accounts[0].suggestions[0].competitor.as_ref().unwrap().as_str(), "Rival B");
        assert_eq!(verdict.accounts.len(), 1);
    }

    #[test]
    fn accounts_are_alike_by_what_they_buy() {
        let verdict = rows(&metal(), ComparableBasis::Baskets);
        // a buys oil; with f they all have it in common: one of two or three categories.
        let a = &verdict.accounts[0];
        let names: Vec<&str> = a.compared_with.iter().map(|id| id.as_str()).collect();
        assert_eq!(names, ["b", "e", "f", "c", "d"], "half in common before a third");
        assert_eq!(verdict.accounts[6].no_comparables, Some(NoComparables::EmptyBasket));
    }

    #[test]
    fn an_account_that_is_not_there_is_refused() {
        let options = CrossSellOptions { account: Some("nobody".parse().unwrap()), ..CrossSellOptions::default() };
        let problem = cross_sell(&metal(), &Playbook::six_stage(), day(720), &options).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::NotFound, "account"));
    }

    #[test]
    fn what_wholly_came_back_was_not_bought() {
        let rows: Vec<Row> = vec![("oil", 700, 10_000, true), ("oil", 705, -10_000, true), ("filters", 700, 100, true)];
        let book = book(&[("a", Some("metal"), &rows)]);
        let verdict = super::across::rows(&book, ComparableBasis::Industry);
        assert_eq!(verdict.accounts[0].categories, 1);
    }
}
