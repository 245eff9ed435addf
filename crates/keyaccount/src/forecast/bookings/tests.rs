//! Chances by hand.

use super::testing::{Deal, book, day, open, period, playbook};
use super::*;
use crate::facts::Book;
use crate::forecast::learned::LearningOptions;
use crate::forecast::testing::{Way, as_of, ended, histories};
use crate::funnel::{HistoryVerdict, ProbabilitySource, WinProbability, replay_history};
use crate::playbook::Playbook;
use crate::values::{Factor, Money, Period};

fn dollars(amount: &str) -> Option<Money> {
    Some(Money::parse(amount, "USD".parse().unwrap()).unwrap())
}

/// Of the ways, the last is open; it is worth 1,000 and expected on a day.
fn with_open(ways: &[Way], close: i32) -> Vec<HistoryVerdict> {
    let mut histories = histories(ways);
    let state = histories.last_mut().unwrap().state.as_mut().unwrap();
    state.amount = dollars("1000");
    state.close_date = Some(day(close));
    histories
}

fn chances(histories: &[HistoryVerdict], periods: &[Period], options: &BookingOptions) -> BookingChances {
    booking_chances(histories, &Playbook::six_stage(), as_of(), periods, options, &CappedDeals::none())
}

fn by(basis: ForecastBasis, timing_floor: u32) -> BookingOptions {
    BookingOptions { basis, timing_floor, ..BookingOptions::default() }
}

/// By what was seen alone, not drawn to the stage's rate, so that it can be followed by hand.
fn by_timing_alone(timing_floor: u32) -> BookingOptions {
    let learning = LearningOptions { prior_strength: Factor::hundredths(0), ..LearningOptions::default() };
    BookingOptions { learning, ..by(ForecastBasis::Timing, timing_floor) }
}

fn set_by_hand(histories: &mut [HistoryVerdict], value: &str) {
    let state = histories.last_mut().unwrap().state.as_mut().unwrap();
    state.probability = Some(WinProbability { value: value.parse().unwrap(), source: ProbabilitySource::Manual });
}

fn told(chances: &BookingChances) -> Vec<Option<(String, ProbabilitySource)>> {
    let deal = chances.deals.last().unwrap();
    deal.chances.iter().map(|chance| chance.as_ref().map(|found| (found.chance.to_string(), found.source))).collect()
}

/// Three left `interest` after 20 (won), 25 (lost) and 40 (won) days; one is there since 15.
fn ways() -> Vec<Way> {
    vec![ended("won", 20), ended("lost", 25), ended("won", 40), ended("open", 15)]
}

#[test]
fn by_timing_each_period_has_its_part() {
    let histories = with_open(&ways(), 4);
    // From day 15: won after 5 days, lost after 10, won after 25, a third each.
    let periods = [period(1, 4), period(5, 24), period(25, 30), period(1, 30), period(-90, 0)];
    let found = told(&chances(&histories, &periods, &by_timing_alone(3)));
    let third = Some(("0.333333333333".to_owned(), ProbabilitySource::Timing));
    assert_eq!(found[..2], [None, third.clone()]);
    assert_eq!(found[2].as_ref().unwrap().0, "0.333333333334", "what is left of two thirds");
    assert_eq!(found[3].as_ref().unwrap().0, "0.666666666667");
    assert_eq!(found[4], None, "no day of it is to come");
}

#[test]
fn by_timing_what_was_set_by_hand_is_the_chance_ever() {
    let mut histories = with_open(&ways(), 4);
    set_by_hand(&mut histories, "0.5");
    let periods = [period(1, 4), period(5, 24), period(1, 300)];
    let found = told(&chances(&histories, &periods, &by_timing_alone(3)));
    let half = |text: &str| Some((text.to_owned(), ProbabilitySource::Manual));
    assert_eq!(found, [None, half("0.25"), half("0.5")]);
}

#[test]
fn below_the_floor_the_close_date_places_it() {
    let histories = with_open(&ways(), 4);
    let periods = [period(1, 4), period(5, 24)];
    let found = told(&chances(&histories, &periods, &by(ForecastBasis::Timing, 4)));
    // Two of three won, with the playbook's 0.05 worth ten: 2.5 of 13.
    assert_eq!(found, [Some(("0.192307692308".to_owned(), ProbabilitySource::Learned)), None]);
    let learned = told(&chances(&histories, &periods, &by(ForecastBasis::Learned, 4)));
    assert_eq!(found, learned);
    let default = told(&chances(&histories, &periods, &BookingOptions::default()));
    assert_eq!(default, [Some(("0.05".to_owned(), ProbabilitySource::StageDefault)), None]);
}

#[test]
fn where_nothing_was_decided_the_stage_speaks() {
    let histories = with_open(&[ended("open", 15)], 4);
    for basis in [ForecastBasis::Learned, ForecastBasis::Timing] {
        let found = told(&chances(&histories, &[period(1, 4)], &by(basis, 1)));
        assert_eq!(found, [Some(("0.05".to_owned(), ProbabilitySource::StageDefault))]);
    }
}

#[test]
fn what_can_be_placed_nowhere_is_left_out() {
    let mut histories = with_open(&ways(), -1);
    let all = [period(-3000, 3000)];
    let found = chances(&histories, &all, &BookingOptions::default());
    assert_eq!(
        (found.left_out.len(), &found.left_out[0].causes),
        (3, &vec![LeftOutCause::NoAmount]),
        "of the won ones"
    );
    assert_eq!(found.left_out[2].causes, [LeftOutCause::Overdue]);
    assert_eq!(found.left_out[2].message, "its close date 2026-06-29 has passed");
    let timed = chances(&histories, &all, &by(ForecastBasis::Timing, 3));
    assert_eq!(timed.left_out.len(), 2, "the won ones have no amount");
    assert_eq!(timed.deals.len(), 1, "its timing needs no close date");
    let state = histories.last_mut().unwrap().state.as_mut().unwrap();
    (state.close_date, state.amount) = (None, None);
    let found = chances(&histories, &all, &BookingOptions::default());
    let causes = &found.left_out.last().unwrap().causes;
    assert_eq!(causes, &[LeftOutCause::NoAmount, LeftOutCause::NoCloseDate]);
    assert_eq!((found.receipt.parts(), found.receipt.opportunities), (4, 4));
}

#[test]
fn what_was_signed_counts_on_the_day_of_the_signature() {
    let book = Book::from_json(
        r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
            "opportunities": [{"id": "press-line", "account": "north-plant"}],
            "opportunity_events": [
                {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design",
                 "close_date": "2026-12-31", "amount": {"amount": "1000.005", "currency": "USD"}}},
                {"opportunity": "press-line", "at": "2026-03-31", "change": {"type": "won"}},
                {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "realised"}}]}"#,
    )
    .unwrap();
    let playbook = Playbook::six_stage();
    let history = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of())];
    let quarters = playbook.draft().calendar.periods_from(crate::values::PeriodUnit::Quarter, day(-150), 2);
    let found = chances(&history, &quarters, &BookingOptions::default());
    assert_eq!(told(&found), [Some(("1".to_owned(), ProbabilitySource::Booked)), None]);
    assert_eq!((found.deals[0].reported, found.deals[0].close_date), (dollars("1000").unwrap(), Some(day(-91))));
    let later = chances(&history, &quarters[1..], &BookingOptions::default());
    assert_eq!((later.deals.len(), later.receipt.booked_on_other_days), (0, 1));
}

fn verdict(deals: &[Deal], periods: &[Period], options: &BookingOptions) -> BookingForecastVerdict {
    forecast_bookings(&book(deals), &playbook(None), as_of(), periods, options).unwrap()
}

fn with_quota(quota: &str, wanted: &str) -> BookingOptions {
    BookingOptions { quota: dollars(quota), wanted_probability: wanted.parse().unwrap(), ..BookingOptions::default() }
}

#[test]
fn a_quarter_by_hand() {
    let euros = Deal { amount: Some((1000, "EUR")), ..open(0, 20) };
    let deals = [open(5000, 3).ended(-10, "won"), open(2000, 10), euros.likely("0.5"), open(300, 200)];
    let quarter = [period(-89, 90)];
    let found = verdict(&deals, &quarter, &with_quota("7000", "0.8"));
    let quarter = &found.periods[0];
    assert_eq!((quarter.booked.deals, quarter.booked.total.to_string()), (1, "5000.00 USD".to_owned()));
    // 2000 + 1000 × 1.2345678901; 600 + half of 1234.57.
    assert_eq!((quarter.open.deals, quarter.open.total.to_string()), (2, "3234.57".to_owned()));
    assert_eq!(quarter.open.weighted.to_string(), "1217.28", "1217.285, half-even");
    assert_eq!((quarter.outside, quarter.deals.len()), (1, 3));
    let standing = quarter.quota.as_ref().unwrap();
    assert_eq!(standing.attainment.unwrap().to_string(), "0.714286");
    assert_eq!(standing.remaining.to_string(), "2000.00 USD");
    assert_eq!(standing.coverage_ratio.unwrap().to_string(), "1.617285");
    // The first alone makes it: 0.3. The second alone does not.
    assert_eq!(standing.probability.to_string(), "0.3");
    assert_eq!(found.reasons.len(), 1);
}

#[test]
fn pipeline_needed_by_hand() {
    // Each even chance of 1,000: of n, one must come. 1 − 1/2^n ≥ 0.9 from n = 4 on: three further ones.
    let coin = open(1000, 10).likely("0.5");
    let found = verdict(&[coin], &[period(1, 30)], &with_quota("1000", "0.9"));
    let needed = found.periods[0].quota.as_ref().unwrap().pipeline_needed.clone().unwrap();
    assert_eq!((needed.deals, needed.amount.to_string().as_str()), (3, "3000.00 USD"));
    assert_eq!(
        (needed.average_chance.unwrap().to_string().as_str(), needed.probability.to_string().as_str()),
        ("0.5", "0.9375")
    );
    // One of 1,000 in a hundred: 1 − 0.99^n ≥ 0.99 from n = 459 on.
    let rare = open(1000, 10).likely("0.01");
    let found = verdict(&[rare], &[period(1, 30)], &with_quota("1000", "0.99"));
    let needed = found.periods[0].quota.as_ref().unwrap().pipeline_needed.clone().unwrap();
    assert_eq!((needed.deals, needed.probability.to_string().starts_with("0.9900")), (458, true));
    // The sum of amounts times the mean chance would be wrong: 100 at 0.9 and 300 at 0.1 are 120 of 400.
    let pair = [open(100, 5).likely("0.9"), open(300, 5).likely("0.1")];
    let found = verdict(&pair, &[period(1, 30)], &with_quota("401", "0.5"));
    let needed = found.periods[0].quota.as_ref().unwrap().pipeline_needed.clone().unwrap();
    assert_eq!(
        (needed.average_amount.unwrap().to_string().as_str(), needed.average_chance.unwrap().to_string().as_str()),
        ("200.00 USD", "0.3")
    );
}

#[test]
fn a_common_market_keeps_the_mean_and_widens_the_rest() {
    let deals = [open(1000, 10).likely("0.5"), open(1000, 10).likely("0.5")];
    let with = |correlation: &str| {
        let market_correlation = correlation.parse().unwrap();
        let found =
            verdict(&deals, &[period(1, 30)], &BookingOptions { market_correlation, ..with_quota("2000", "0.6") });
        assert_eq!(found.market_correlation, market_correlation);
        found.periods[0].clone()
    };
    let (alone, common) = (with("0"), with("0.5"));
    assert_eq!(alone.bookings.mean, common.bookings.mean);
    assert_eq!(alone.quota.as_ref().unwrap().probability.to_string(), "0.25");
    // ¼ + arcsin(ρ)/2π.
    assert!(common.quota.as_ref().unwrap().probability.to_string().starts_with("0.33333333"));
    // Two of four: 11/16. With the market in common it takes more.
    let needed = |period: &PeriodBookings| period.quota.as_ref().unwrap().pipeline_needed.as_ref().unwrap().deals;
    assert_eq!(needed(&alone), 2);
    assert!(needed(&common) >= 2);
}

#[test]
fn a_quota_out_of_reach_says_why() {
    let cause = |deals: &[Deal], quota: &str, wanted: &str| {
        let found = verdict(deals, &[period(1, 30)], &with_quota(quota, wanted));
        let standing = found.periods[0].quota.clone().unwrap();
        assert_eq!(standing.pipeline_needed.is_none(), standing.unreachable.is_some());
        standing.unreachable
    };
    assert_eq!(cause(&[], "1", "0.5"), Some(UnreachableCause::NoOpenDeal));
    assert_eq!(cause(&[], "0", "1"), None, "nothing is asked");
    assert_eq!(cause(&[open(0, 5)], "1", "0.5"), Some(UnreachableCause::Worthless));
    assert_eq!(cause(&[open(9, 5).likely("0")], "1", "0.5"), Some(UnreachableCause::NeverWon));
    assert_eq!(cause(&[open(9, 5)], "1", "1"), Some(UnreachableCause::CertaintyWanted));
    assert_eq!(cause(&[open(9, 5).likely("1")], "20", "1"), None, "two more that are certain");
    assert_eq!(cause(&[open(1, 5)], "1000000", "0.5"), Some(UnreachableCause::TooMany));
    assert_eq!(cause(&[open(9, 5)], "1000000", "0"), None, "no probability is wanted");
}

#[test]
fn of_several_caps_the_lowest_holds_and_is_named() {
    let text = r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "opportunities": [{"id": "crane", "account": "north-plant"}, {"id": "hoist", "account": "north-plant"}],
        "stakeholders": [{"id": "np-engineer", "account": "north-plant"}],
        "committee_seats": [
            {"opportunity": "crane", "stakeholder": "np-engineer", "roles": ["technical_gatekeeper"], "stance": "hostile"}],
        "opportunity_events": [
            {"opportunity": "crane", "at": "2026-06-01", "change": {"type": "created", "stage": "commitment",
             "close_date": "2026-07-31", "amount": {"amount": "1000", "currency": "USD"}}},
            {"opportunity": "hoist", "at": "2026-06-01", "change": {"type": "created", "stage": "commitment",
             "close_date": "2026-07-31", "amount": {"amount": "1000", "currency": "USD"}, "probability": "0.15"}}]}"#;
    let caps = r#"{"coverage_caps": [
        {"gap": "no_coach", "role": null, "at_most": "0.4"},
        {"gap": "hostile_gatekeeper", "role": "technical_gatekeeper", "at_most": "0.2"},
        {"gap": "committee_empty", "at_most": "0.25"}]}"#;
    let mut draft = Playbook::six_stage().draft().clone();
    draft.forecast = serde_json::from_str(caps).unwrap();
    let (book, playbook) = (Book::from_json(text).unwrap(), Playbook::try_new(draft).unwrap());
    let found = |coverage_caps| {
        let options = BookingOptions { coverage_caps, ..BookingOptions::default() };
        forecast_bookings(&book, &playbook, as_of(), &[period(1, 60)], &options).unwrap()
    };
    let capped = found(true);
    let [crane, hoist] = capped.periods[0].deals.as_slice() else { panic!("two deals") };
    let cap = crane.cap.as_ref().unwrap();
    assert_eq!((crane.chance.to_string().as_str(), cap.gap.as_str()), ("0.2", "hostile_gatekeeper"));
    assert_eq!(found(false).periods[0].deals[0].chance, cap.before);
    assert_eq!((hoist.chance.to_string().as_str(), &hoist.cap), ("0.15", &None), "it was lower already");
    assert_eq!(capped.reasons.last().unwrap().rule, "capped_by_coverage");
}

#[test]
fn one_member_and_what_cannot_be_asked() {
    let of = |owner| Deal { owner, ..open(100, 5) };
    let deals = [of(Some("sales-1")), of(Some("sales-2")), of(None)];
    let options = BookingOptions { member: Some("sales-1".parse().unwrap()), ..BookingOptions::default() };
    let found = verdict(&deals, &[period(1, 30)], &options);
    assert_eq!((found.periods[0].deals.len(), found.receipt.of_others), (1, 2));
    let ask = |periods: &[Period], options: &BookingOptions| {
        let problem = forecast_bookings(&book(&[]), &playbook(None), as_of(), periods, options).unwrap_err();
        (problem.code.as_str(), problem.path)
    };
    assert_eq!(ask(&[period(1, 2), period(2, 1)], &options), ("date_order", "periods[1].first".to_owned()));
    let yen = BookingOptions { quota: Some(Money::parse("1", "JPY".parse().unwrap()).unwrap()), ..options };
    assert_eq!(ask(&[], &yen), ("mixed_currencies", "quota".to_owned()));
}

#[test]
fn split_credit_is_the_teams_part() {
    let split = r#"{"type": "credit_split_changed", "credits": [{"member": "ann", "share": "0.3333"},
        {"member": "bob", "share": "0.3333"}, {"member": "zoe", "share": "0.3334"}]}"#;
    let event = |deal: &str, at: &str, change: &str| {
        format!(r#"{{"opportunity": "{deal}", "at": "{at}", "change": {change}}}"#)
    };
    let created = r#"{"type": "created", "stage": "comparison", "close_date": "2026-07-31", "owner": "eve",
        "amount": {"amount": "100.10", "currency": "USD"}}"#;
    let events = [
        event("open", "2026-01-05", created),
        event("open", "2026-01-06", split),
        event("signed", "2026-01-05", created),
        event("signed", "2026-01-06", split),
        event("signed", "2026-06-30", r#"{"type": "won"}"#),
    ];
    let text = format!(
        r#"{{"accounts": [{{"id": "a", "name": "A"}}],
            "opportunities": [{{"id": "open", "account": "a"}}, {{"id": "signed", "account": "a"}}],
            "opportunity_events": [{}],
            "reporting_lines": [{{"member": "ann", "manager": "joe"}}, {{"member": "bob", "manager": "joe"}}]}}"#,
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    let all = [period(0, 60)];
    let of = |member: Option<&str>| {
        let options =
            BookingOptions { member: member.map(|member| member.parse().unwrap()), ..BookingOptions::default() };
        forecast_bookings(&book, &Playbook::six_stage(), as_of(), &all, &options).unwrap()
    };
    let told = |member: Option<&str>| {
        let found = of(member);
        let deals = found.periods[0].deals.iter().map(|deal| format!("{} {}", deal.credit, deal.reported)).collect();
        (found.periods[0].booked.total.to_string(), found.receipt.of_others, deals)
    };
    // 100.10 × 0.6666 is 66.72666, once for both of them.
    let joes: Vec<String> = vec!["0.6666 66.73 USD".into(), "0.6666 66.73 USD".into()];
    assert_eq!(told(Some("joe")), ("66.73 USD".into(), 0, joes));
    let zoes: Vec<String> = vec!["0.3334 33.37 USD".into(), "0.3334 33.37 USD".into()];
    assert_eq!(told(Some("zoe")), ("33.37 USD".into(), 0, zoes));
    assert_eq!(told(Some("eve")), ("0.00 USD".into(), 2, Vec::<String>::new()), "its owner gave all credit away");
    assert_eq!(told(None).2, ["1 100.1 USD", "1 100.1 USD"]);
}

#[test]
fn a_basis_that_falls_back_says_so() {
    let rules = |deals: &[Deal], basis, floor| {
        let found = verdict(deals, &[period(1, 30)], &by(basis, floor));
        found.reasons.iter().map(|reason| reason.rule.to_string()).collect::<Vec<_>>()
    };
    let alone = [open(100, 5)];
    let history = [open(100, 5), open(100, 5).ended(-20, "won"), open(100, 5).ended(0, "lost")];
    assert_eq!(rules(&alone, ForecastBasis::StageDefault, 1), ["chances_by_basis"]);
    let learned = ["chances_by_basis", "playbook_instead_of_history", "insufficient_history"];
    assert_eq!(rules(&alone, ForecastBasis::Learned, 1), learned);
    assert_eq!(rules(&history, ForecastBasis::Learned, 1), ["chances_by_basis", "insufficient_history"]);
    assert_eq!(
        rules(&history, ForecastBasis::Timing, 1),
        ["chances_by_basis", "close_date_instead_of_timing", "insufficient_history"]
    );
    assert_eq!(
        rules(&alone, ForecastBasis::Timing, 1)[1..3],
        ["close_date_instead_of_timing", "playbook_instead_of_history"]
    );
}

#[test]
fn an_amount_beyond_all_range_is_left_out() {
    let mut draft = playbook(None).draft().clone();
    draft.exchange.rates[0].rate = "1000000000".parse().unwrap();
    let deals = [Deal { amount: Some((4_000_000_000, "EUR")), ..open(0, 5) }];
    let playbook = Playbook::try_new(draft).unwrap();
    let found = forecast_bookings(&book(&deals), &playbook, as_of(), &[period(1, 30)], &BookingOptions::default());
    let found = found.unwrap();
    assert_eq!(found.left_out[0].causes, [LeftOutCause::AmountOutOfRange]);
    assert_eq!(found.left_out[0].message, "its amount in USD is out of range");
}

#[test]
fn a_member_stands_for_the_team_and_the_book_knows_the_quota() {
    let event = |id: &str, owner: &str, more: &str| {
        format!(
            r#"{{"opportunity": "{id}", "at": "2026-06-01", "change": {{"type": "created", "stage": "comparison",
                "owner": "{owner}", "close_date": "2026-07-31", "amount": {{"amount": "1000", "currency": "USD"}}{more}}}}}"#
        )
    };
    let text = format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
            "opportunities": [{{"id": "crane", "account": "north-plant"}}, {{"id": "hoist", "account": "north-plant"}},
                {{"id": "press", "account": "north-plant"}}, {{"id": "rail", "account": "north-plant"}}],
            "reporting_lines": [{{"member": "ann", "manager": "eve"}}],
            "quotas": [
                {{"id": "q-1", "member": "eve", "first": "2026-07-01", "last": "2026-08-29",
                  "amount": {{"amount": "1500", "currency": "USD"}}}},
                {{"id": "q-2", "first": "2026-07-01", "last": "2026-08-29",
                  "amount": {{"amount": "9000", "currency": "EUR"}}}}],
            "opportunity_events": [{}, {}, {}, {}]}}"#,
        event("crane", "ann", ""),
        event("hoist", "eve", ""),
        event("press", "joe", ""),
        event("rail", "ann", r#", "forecast_category": "omitted""#)
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    let of = |member: Option<&str>| {
        let member = member.map(|member| member.parse().unwrap());
        let options = BookingOptions { member, ..BookingOptions::default() };
        forecast_bookings(&book, &playbook(None), as_of(), &[period(1, 60)], &options).unwrap()
    };
    let team = of(Some("eve"));
    let names: Vec<_> = team.periods[0].deals.iter().map(|deal| deal.opportunity.as_str()).collect();
    assert_eq!((names, team.receipt.of_others), (vec!["crane", "hoist"], 1));
    assert_eq!(team.left_out[0].causes, [LeftOutCause::Omitted]);
    // Both of two at 0.3.
    assert_eq!(team.periods[0].quota.as_ref().unwrap().probability.to_string(), "0.09");
    assert_eq!(of(Some("ann")).periods[0].deals.len(), 1);
    let company = of(None);
    assert_eq!(company.periods[0].deals.len(), 3);
    assert!(company.periods[0].quota.is_none(), "the company's quota is in another currency");
}
