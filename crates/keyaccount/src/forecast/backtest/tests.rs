//! Backtests by hand, and histories that are made so that the best method is known.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use super::testing::{Deal, Numbers, book, date, quarter};
use super::*;
use crate::funnel::ProbabilitySource;
use crate::playbook::{DatedRate, RateDate};
use crate::values::CurrencySum;

fn backtest(book: &Book, as_of: &str) -> BacktestVerdict {
    backtest_forecast(book, &Playbook::six_stage(), date(as_of), &BacktestOptions::default())
}

fn text(sum: &CurrencySum) -> String {
    sum.to_string()
}

/// Deals created on the first of February, each with what followed.
fn by_hand() -> Book {
    let deals = [
        // Won at a lower price than was hoped for.
        (
            "a",
            r#""stage": "comparison", "close_date": "2026-05-31", "amount": {"amount": "1000", "currency": "USD"}"#,
            vec![
                ("2026-05-02", r#"{"type": "amount_changed", "amount": {"amount": "900", "currency": "USD"}}"#),
                ("2026-05-20", r#"{"type": "won"}"#),
                ("2026-08-20", r#"{"type": "amount_changed", "amount": {"amount": "1", "currency": "USD"}}"#),
            ],
        ),
        // Still open.
        (
            "b",
            r#""stage": "commitment", "close_date": "2026-06-30", "amount": {"amount": "500", "currency": "USD"}"#,
            vec![],
        ),
        // Overdue on the eve, and won.
        (
            "c",
            r#""stage": "design", "close_date": "2026-03-01", "amount": {"amount": "200", "currency": "USD"}"#,
            vec![("2026-05-20", r#"{"type": "won"}"#)],
        ),
        // Without an amount on the eve.
        (
            "d",
            r#""stage": "design", "close_date": "2026-05-01""#,
            vec![
                ("2026-05-20", r#"{"type": "amount_changed", "amount": {"amount": "70", "currency": "USD"}}"#),
                ("2026-05-21", r#"{"type": "won"}"#),
            ],
        ),
        // Lost then, and taken up again.
        (
            "f",
            r#""stage": "design", "close_date": "2026-03-01", "amount": {"amount": "400", "currency": "USD"}"#,
            vec![
                ("2026-03-03", r#"{"type": "lost"}"#),
                ("2026-04-03", r#"{"type": "reopened"}"#),
                ("2026-05-20", r#"{"type": "won"}"#),
            ],
        ),
        // Without an amount when signed.
        (
            "g",
            r#""stage": "design", "close_date": "2026-05-01", "amount": {"amount": "800", "currency": "USD"}"#,
            vec![("2026-05-20", r#"{"type": "amount_changed", "amount": null}"#), ("2026-05-21", r#"{"type": "won"}"#)],
        ),
        // Expected later, and lost.
        (
            "h",
            r#""stage": "comparison", "close_date": "2026-09-01", "amount": {"amount": "2000", "currency": "USD"}"#,
            vec![("2026-05-20", r#"{"type": "lost"}"#)],
        ),
    ];
    let mut events = Vec::new();
    let mut event = |id: &str, at: &str, change: &str| {
        events.push(format!(r#"{{"opportunity": "{id}", "at": "{at}", "change": {change}}}"#));
    };
    for (id, created, then) in &deals {
        event(id, "2026-02-01", &format!(r#"{{"type": "created", {created}}}"#));
        then.iter().for_each(|(at, change)| event(id, at, change));
    }
    // Nobody knew of it on the eve.
    let new = r#"{"type": "created", "close_date": "2026-05-31", "amount": {"amount": "300", "currency": "USD"}}"#;
    event("e", "2026-04-02", new);
    event("e", "2026-05-03", r#"{"type": "won"}"#);
    let ids: Vec<String> =
        "abcdefgh".chars().map(|id| format!(r#"{{"id": "{id}", "account": "north-plant"}}"#)).collect();
    let book = Book::from_json(&format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        ids.join(","),
        events.join(",")
    ));
    let book = book.unwrap();
    assert_eq!(book.problems(), []);
    book
}

#[test]
fn every_deal_goes_where_it_belongs() {
    let verdict = backtest(&by_hand(), "2026-07-15");
    assert_eq!(verdict.points.len(), 1, "nothing was open at the end of 2025");
    let point = &verdict.points[0];
    assert_eq!(
        (point.made_on, point.period.first, point.period.last),
        (date("2026-03-31"), quarter(17), date("2026-06-30"))
    );
    assert_eq!((text(&point.actual), point.actual_deals), ("1100.00 USD".into(), 2), "900 of a and 200 of c");
    let expected = BacktestReceipt { open: 6, forecast: 4, left_out_then: 1, unpriced_outcome: 1 };
    assert_eq!(point.receipt, expected);
    assert_eq!((point.new_deals.deals, text(&point.new_deals.total)), (1, "300.00 USD".into()));
    assert_eq!((point.other_deals.deals, text(&point.other_deals.total)), (1, "400.00 USD".into()));
    let left_out: Vec<_> = verdict
        .left_out
        .iter()
        .map(|deal| (deal.opportunity.as_str(), deal.forecasts, deal.causes.as_slice()))
        .collect();
    let no_amount = [crate::forecast::LeftOutCause::NoAmount];
    assert_eq!(left_out, [("d", 1, &no_amount[..]), ("g", 1, &no_amount[..])]);
}

#[test]
fn the_plain_forecast_is_scored_by_hand() {
    let verdict = backtest(&by_hand(), "2026-07-15");
    let forecast = &verdict.points[0].methods[0];
    // a: 1,000 by 0.3, b: 500 by 0.5; c is overdue, h expected later.
    assert_eq!((forecast.basis, forecast.deals, forecast.unplaced), (ForecastBasis::StageDefault, 2, 1));
    assert_eq!(text(&forecast.mean), "550.00 USD");
    let quantiles: Vec<_> = forecast.quantiles.iter().map(|quantile| text(&quantile.amount)).collect();
    assert_eq!(
        quantiles,
        ["0.00", "0.00", "0.00", "500.00", "1000.00", "1500.00", "1500.00"].map(|sum| format!("{sum} USD"))
    );
    // F is 0.35 from 0, 0.7 from 500, 0.85 from 1,000 and 1 from 1,500; 1,100 came:
    // 500 × 0.35² + 500 × 0.7² + 100 × 0.85² + 400 × 0.15².
    assert_eq!(text(&forecast.crps), "387.50 USD");
    let scores = &verdict.methods[0];
    assert_eq!((text(&scores.bias), text(&scores.mean_absolute_error)), ("-550.00 USD".into(), "550.00 USD".into()));
    assert_eq!(text(&scores.crps), "387.50 USD");
    // a 0.3 came, b 0.5 did not, c 0 came, h 0 did not.
    assert_eq!(scores.brier.unwrap().to_string(), "0.435");
    assert_eq!(scores.log_loss.unwrap().to_string(), "3.928157635713");
    assert_eq!((scores.deals, scores.clipped, scores.unplaced), (4, 1, 1));
    let covered: Vec<_> =
        scores.intervals.iter().map(|interval| (interval.level.to_string(), interval.covered)).collect();
    assert_eq!(covered, [("0.5".into(), 0), ("0.8".into(), 1), ("0.9".into(), 1)]);
    assert_eq!(scores.sources, [SourceCount { source: ProbabilitySource::StageDefault, deals: 2 }]);
    assert_eq!((scores.reliability[0].deals, scores.reliability[0].won), (2, 1));
    assert_eq!(scores.reliability[3].mean_chance.unwrap().to_string(), "0.3");
}

#[test]
fn one_period_tells_no_methods_apart() {
    let verdict = backtest(&by_hand(), "2026-07-15");
    let best = verdict.best.unwrap();
    assert!(verdict.insufficient_history && !best.distinguishable);
    assert_eq!((best.standard_error, best.p_value), (None, None));
    let rules: Vec<_> = verdict.reasons.iter().map(|reason| reason.rule.as_ref()).collect();
    assert_eq!(rules, ["known_on_the_eve", "lowest_crps", "insufficient_history"]);
}

#[test]
fn without_anything_to_forecast_there_is_no_best() {
    for book in [Book::default(), by_hand()] {
        let verdict = backtest(&book, "2026-03-31");
        assert_eq!((verdict.points.len(), verdict.best, verdict.best_by.len()), (0, None, 0));
        assert!(verdict.insufficient_history);
        assert!(verdict.methods.iter().all(|method| method.forecasts == 0 && method.brier.is_none()));
    }
}

#[test]
fn amounts_are_converted_as_the_policy_says() {
    let book = Book::from_json(
        r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
            "opportunities": [{"id": "press-line", "account": "north-plant"}],
            "opportunity_events": [
                {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "created", "stage": "commitment",
                 "close_date": "2026-05-31", "amount": {"amount": "1000", "currency": "EUR"}}},
                {"opportunity": "press-line", "at": "2026-05-03", "change": {"type": "won"}}]}"#,
    )
    .unwrap();
    let rate = |on: &str, rate: &str| DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: date(on),
        rate: rate.parse().unwrap(),
    };
    for (rate_date, came) in [(RateDate::AsOf, "1300.00 USD"), (RateDate::CloseDate, "1200.00 USD")] {
        let mut draft = Playbook::six_stage().draft().clone();
        draft.exchange.rate_date = rate_date;
        draft.exchange.rates = vec![rate("2026-01-01", "1.1"), rate("2026-05-01", "1.2"), rate("2026-06-01", "1.3")];
        let playbook = Playbook::try_new(draft).unwrap();
        let verdict = backtest_forecast(&book, &playbook, date("2026-07-15"), &BacktestOptions::default());
        let point = &verdict.points[0];
        assert_eq!(text(&point.methods[0].mean), "550.00 USD", "later rates were not known");
        assert_eq!(text(&point.actual), came, "{rate_date}");
    }
    let verdict = backtest(&book, "2026-07-15");
    assert_eq!((verdict.points[0].receipt.left_out_then, verdict.methods[0].forecasts), (1, 0), "without any rate");
}

#[test]
fn what_is_of_another_member_stands_beside() {
    let book = Book::from_json(
        r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
            "opportunities": [{"id": "a", "account": "north-plant"}, {"id": "b", "account": "north-plant"}],
            "opportunity_events": [
                {"opportunity": "a", "at": "2026-02-01", "change": {"type": "created", "stage": "commitment", "owner": "ann",
                 "close_date": "2026-05-31", "amount": {"amount": "1000", "currency": "USD"}}},
                {"opportunity": "a", "at": "2026-04-01", "change": {"type": "owner_changed", "owner": "ben"}},
                {"opportunity": "a", "at": "2026-05-03", "change": {"type": "won"}},
                {"opportunity": "b", "at": "2026-02-01", "change": {"type": "created", "stage": "commitment", "owner": "ben",
                 "close_date": "2026-05-31", "amount": {"amount": "200", "currency": "USD"}}}]}"#,
    )
    .unwrap();
    let of = |member: &str| {
        let booking = BookingOptions { member: Some(member.parse().unwrap()), ..BookingOptions::default() };
        let options = BacktestOptions { booking, ..BacktestOptions::default() };
        backtest_forecast(&book, &Playbook::six_stage(), date("2026-07-15"), &options).points.remove(0)
    };
    let ann = of("ann");
    assert_eq!((ann.receipt.open, text(&ann.actual)), (1, "1000.00 USD".into()), "she forecast it");
    let ben = of("ben");
    assert_eq!((ben.receipt.open, text(&ben.actual)), (1, "0.00 USD".into()));
    assert_eq!((ben.other_deals.deals, text(&ben.other_deals.total)), (1, "1000.00 USD".into()), "he took it over");
}

const FIRST_STAGES: [(&str, u32); 4] = [("incubation", 10), ("design", 20), ("comparison", 30), ("commitment", 50)];

/// Each quarter so many deals begin in some stage and are expected in one of so many quarters to come; they are decided
/// on the day they are expected on, and won in so many of a hundred.
fn decided_when_expected(seed: u64, begin: impl Fn(u32) -> u32, ahead: u32, won: impl Fn(u32) -> u32) -> Vec<Deal> {
    let mut numbers = Numbers(seed);
    let mut deals = Vec::new();
    for begun in 0..16 {
        for _ in 0..begin(begun) {
            let (stage, percent) = FIRST_STAGES[numbers.below(4) as usize];
            let close = quarter(begun + 1 + numbers.below(ahead)).plus_days(20 + numbers.below(50));
            deals.push(Deal {
                created: quarter(begun).plus_days(10 + numbers.below(60)),
                stage,
                amount: 1000 + 100 * numbers.below(90),
                close,
                end: Some((close, numbers.below(100) < won(percent))),
            });
        }
    }
    deals
}

/// The playbook's rates are true, and so are the close dates.
fn calibrated(seed: u64) -> Vec<Deal> {
    decided_when_expected(seed, |_| 24, 3, |percent| percent)
}

#[test]
fn where_the_stages_are_right_nothing_beats_them() {
    for seed in 1..=4 {
        let verdict = backtest(&book(&calibrated(seed)), "2026-04-15");
        assert_eq!((verdict.points.len(), verdict.insufficient_history), (16, false));
        let best = verdict.best.unwrap();
        assert!(best.basis == ForecastBasis::StageDefault || !best.distinguishable, "{best:?}");
        assert!(verdict.reasons[1].message.contains("the plain default") || best.distinguishable);
        // The chances are right, so that most bins hold their share.
        let bins = verdict.methods[0].reliability.iter().filter(|bin| bin.deals > 0);
        let off = bins.filter(|bin| bin.mean_chance < bin.low || bin.high < bin.mean_chance).count();
        assert!(off <= 1, "{:?}", verdict.methods[0].reliability);
    }
}

#[test]
fn where_the_stages_are_wrong_learned_rates_win() {
    // Decided in the second quarter or the last, as expected: what the close date knows and the time in a stage does not.
    let mut deals = decided_when_expected(7, |_| 24, 3, |percent| 90 - percent);
    for deal in deals.iter_mut().filter(|deal| matches!(deal.close.month(), 1..=3 | 7..=9)) {
        deal.close = deal.close.plus_days(91);
        deal.end = deal.end.map(|(_, won)| (deal.close, won));
    }
    let verdict = backtest(&book(&deals), "2026-04-15");
    let best = verdict.best.as_ref().unwrap();
    assert_eq!((best.basis, best.against), (ForecastBasis::Learned, ForecastBasis::StageDefault), "{best:?}");
    assert!(best.distinguishable, "{best:?}");
    let by = |score| verdict.best_by.iter().find(|best| best.score == score).unwrap().basis;
    assert_ne!(by(BacktestScore::Brier), ForecastBasis::StageDefault);
    assert_ne!(by(BacktestScore::LogLoss), ForecastBasis::StageDefault);
}

#[test]
fn where_all_are_late_timing_wins() {
    // Decided a hundred days after the day they were expected on, mostly a quarter later. Were every quarter alike, the
    // wrong deals would still give the right total: so every second one brings few.
    let mut deals = decided_when_expected(3, |begun| [60, 4][begun as usize % 2], 1, |percent| percent);
    for deal in &mut deals {
        deal.end = deal.end.map(|(on, won)| (on.plus_days(100), won));
    }
    let verdict = backtest(&book(&deals), "2026-04-15");
    let best = verdict.best.as_ref().unwrap();
    assert_eq!((best.basis, best.distinguishable), (ForecastBasis::Timing, true), "{best:?}");
    let [plain, _, timing] = verdict.methods.as_slice() else { panic!("{:?}", verdict.methods) };
    assert!(plain.unplaced > 0 && plain.clipped > 0, "close dates had passed, and they came");
    assert!(timing.sources.iter().any(|count| count.source == ProbabilitySource::Timing && count.deals > 100));
}

#[test]
fn the_same_book_gives_the_same_bits_in_any_order() {
    let deals = calibrated(5);
    let one = backtest(&book(&deals), "2025-04-15");
    assert_eq!(one, backtest(&book(&deals), "2025-04-15"));
    let text = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<BacktestVerdict>(&text).unwrap(), one);
}

#[test]
fn a_first_day_and_other_units_cut_the_past_otherwise() {
    let book = book(&calibrated(5));
    let options = BacktestOptions { first: Some(date("2024-05-15")), ..BacktestOptions::default() };
    let verdict = backtest_forecast(&book, &Playbook::six_stage(), date("2025-03-31"), &options);
    let firsts: Vec<Date> = verdict.points.iter().map(|point| point.period.first).collect();
    assert_eq!(firsts, [quarter(9), quarter(10), quarter(11), quarter(12)], "the last one is just over");
    let options = BacktestOptions { unit: PeriodUnit::Year, ..BacktestOptions::default() };
    let verdict = backtest_forecast(&book, &Playbook::six_stage(), date("2025-03-31"), &options);
    assert_eq!(verdict.points.iter().map(|point| point.period.first).collect::<Vec<_>>(), [quarter(4), quarter(8)]);
    let options = BacktestOptions { unit: PeriodUnit::Month, floor: 40, ..BacktestOptions::default() };
    let verdict = backtest_forecast(&book, &Playbook::six_stage(), date("2025-03-31"), &options);
    assert_eq!((verdict.points.len(), verdict.insufficient_history), (38, true));
    assert!(!verdict.best.unwrap().distinguishable);
}

/// A deal goes over to a seller who loses all; on the eve it was still with the one who wins.
#[test]
fn segments_are_those_of_the_eve() {
    let deal = |id: &str, owner: &str, then: &str| {
        format!(
            r#"{{"opportunity": "{id}", "at": "2025-10-01", "change": {{"type": "created", "stage": "comparison",
                "close_date": "2026-06-01", "amount": {{"amount": "100", "currency": "USD"}}, "owner": "{owner}"}}}},
               {{"opportunity": "{id}", {then}}}"#
        )
    };
    let events = [
        deal("a", "jan", r#""at": "2026-03-01", "change": {"type": "won"}"#),
        deal("b", "erika", r#""at": "2026-03-01", "change": {"type": "lost"}"#),
        deal("c", "jan", r#""at": "2026-04-10", "change": {"type": "owner_changed", "owner": "erika"}"#),
    ];
    let book = Book::from_json(&format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "opportunity_events": [{}],
            "opportunities": [{{"id": "a", "account": "north-plant"}}, {{"id": "b", "account": "north-plant"}},
                {{"id": "c", "account": "north-plant"}}]}}"#,
        events.join(",")
    ))
    .unwrap();
    assert_eq!(book.problems(), []);
    let playbook = Playbook::six_stage();
    let learned = |as_of: &str, options: &BacktestOptions| {
        let verdict = backtest_forecast(&book, &playbook, date(as_of), options);
        let method = &verdict.points.last().unwrap().methods[1];
        assert_eq!(method.basis, ForecastBasis::Learned);
        method.mean.amount.to_string().parse::<f64>().unwrap()
    };
    let by_owner = BacktestOptions { segments: Some(Segmentation::Owner), ..BacktestOptions::default() };
    let without = learned("2026-07-15", &BacktestOptions::default());
    let with = learned("2026-07-15", &by_owner);
    assert!(with > without, "{with} of the winner's, {without} of all");
    // Segments of today would know that it went over.
    let mut of_today = BacktestOptions::default();
    let histories = standing(&book, &playbook, date("2026-07-15")).histories;
    of_today.booking.learning.segments = Segmentation::Owner.of(&book, &histories);
    assert!(learned("2026-07-15", &of_today) < without);
}
