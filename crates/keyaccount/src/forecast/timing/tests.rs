//! Timing by hand, against an enumeration of every way, and its laws.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::kernel::Chances;
use super::*;
use crate::forecast::testing::{Way, as_of, ended, histories};
use crate::values::Factor;
use crate::values::decimal::to_f64;

const STAGES: usize = 3;
const WON: usize = STAGES;
const HORIZON: u32 = 30;

/// A visit to a stage: its length, and where it led to.
type Visit = (usize, u32, Option<usize>);

fn chain(visits: &[Visit]) -> Chain {
    let mut tally = Visits::new(STAGES);
    for (stage, day, target) in visits {
        tally.add(*stage, *day, *target);
    }
    Chain::of(&tally, HORIZON)
}

/// The weight of every visit to a stage, by handing that of a censored one on to those that were seen for longer
/// (redistribution to the right): the same estimate as Aalen–Johansen's, in another way.
fn weights(visits: &[Visit], stage: usize) -> Vec<(u32, Option<usize>, f64)> {
    let mut own: Vec<_> = visits.iter().filter(|visit| visit.0 == stage).map(|visit| (visit.1, visit.2)).collect();
    own.sort_unstable();
    let mut weighed: Vec<_> = own.iter().map(|(day, target)| (*day, *target, 1.0 / own.len() as f64)).collect();
    for at in 0..weighed.len() {
        let (day, target, weight) = weighed[at];
        let later = own.iter().filter(|(other, _)| *other > day).count();
        if target.is_none() && later > 0 {
            weighed[at].2 = 0.0;
            weighed.iter_mut().filter(|(other, ..)| *other > day).for_each(|visit| visit.2 += weight / later as f64);
        }
    }
    weighed
}

/// The chances within some days after an age, by walking every way to its end.
fn enumerated(visits: &[Visit], stage: usize, age: Option<u32>, days: u32) -> Chances {
    let weighed = weights(visits, stage);
    let is_ahead = |day: u32| age.is_none_or(|age| day > age);
    let until = age.unwrap_or(0).saturating_add(days);
    let never = |target: Option<usize>| target.is_none();
    let staying: f64 =
        weighed.iter().filter(|(day, target, _)| is_ahead(*day) || never(*target)).map(|way| way.2).sum();
    let mut sum = Chances { won: 0.0, lost: 0.0 };
    for (day, target, weight) in weighed {
        let Some(target) = target.filter(|_| is_ahead(day) && day <= until && weight > 0.0) else { continue };
        let part = weight / staying;
        let then = match target {
            WON => Chances { won: 1.0, lost: 0.0 },
            target if target > WON => Chances { won: 0.0, lost: 1.0 },
            target => enumerated(visits, target, None, until.saturating_sub(day)),
        };
        sum.won += part * then.won;
        sum.lost += part * then.lost;
    }
    sum
}

fn near(found: Chances, expected: Chances) -> bool {
    (found.won - expected.won).abs() <= 1e-12 && (found.lost - expected.lost).abs() <= 1e-12
}

/// Visits of which those on the day of entry lead forwards only, so that every way comes to an end.
fn any_visits() -> impl Strategy<Value = Vec<Visit>> {
    let visit = (0..STAGES, 0_u32..5, option::weighted(0.8, 0_usize..5));
    vec(visit, 1..18).prop_map(|visits| {
        let forwards = |(stage, day, target): Visit| match target {
            Some(target) if day == 0 && target <= stage => (stage, 1, Some(target)),
            _ => (stage, day, target),
        };
        visits.into_iter().map(forwards).collect()
    })
}

proptest! {
    #[test]
    fn chances_are_those_of_all_ways(visits in any_visits(), stage in 0..STAGES, age in 0_u32..4, days in 0_u32..9) {
        let chain = chain(&visits);
        prop_assert!(near(chain.on_entry(stage, days), enumerated(&visits, stage, None, days)));
        let Some(found) = chain.ahead(stage, age, days).filter(|_| chain.seen(stage, age).1 > 0) else { return Ok(()) };
        let expected = enumerated(&visits, stage, Some(age), days);
        prop_assert!(near(found, expected), "{found:?} for {expected:?}");
    }

    #[test]
    fn chances_only_grow_and_share_one_whole(visits in any_visits(), stage in 0..STAGES, age in 0_u32..4) {
        let chain = chain(&visits);
        let mut before = WinChance::timed(as_of(), 0.0, 0.0);
        for days in 0..=HORIZON {
            let Some(Chances { won, lost }) = chain.ahead(stage, age, days) else { return Ok(()) };
            prop_assert!((0.0..=1.0).contains(&won) && (0.0..=1.0).contains(&lost));
            let now = WinChance::timed(as_of(), won, lost);
            prop_assert!(now.won >= before.won && now.open <= before.open);
            let parts = [now.won, now.lost, now.open].map(|part| part.unwrap().value());
            prop_assert_eq!(parts.iter().sum::<rust_decimal::Decimal>(), 1.into());
            before = now;
        }
    }

    /// Where nothing leaves on the day of entry, being there at its end tells nothing new.
    #[test]
    fn the_chance_ever_is_never_passed(visits in any_visits(), stage in 0..STAGES, age in 0_u32..4, days in 0_u32..=HORIZON) {
        let chain = chain(&visits);
        let Some(found) = chain.ahead(stage, age, days) else { return Ok(()) };
        let ever = chain.ever(stage, age).unwrap();
        prop_assert!(found.won <= ever + 1e-12 && ever + found.lost <= 1.0 + 1e-12, "{ever} for {found:?}");
    }

    #[test]
    fn age_zero_is_the_entry(visits in any_visits(), stage in 0..STAGES, days in 0_u32..=HORIZON) {
        let later: Vec<_> = visits.iter().map(|(stage, day, target)| (*stage, day.saturating_add(1), *target)).collect();
        let chain = chain(&later);
        let Some(found) = chain.ahead(stage, 0, days) else { return Ok(()) };
        prop_assert!(near(found, chain.on_entry(stage, days)));
    }
}

#[test]
fn moves_to_and_fro_on_one_day_are_solved_for() {
    // From the first stage half go to the second on the same day, half are won a day later; from the second half go
    // back on the same day, half are lost. From the first: W = (1/2)(1/2 W) + 1/2, so W = 2/3 in the long run.
    let visits = [(0, 0, Some(1)), (0, 1, Some(WON)), (1, 0, Some(0)), (1, 0, Some(WON + 1))];
    let chain = chain(&visits);
    assert!(near(chain.on_entry(0, 0), Chances { won: 0.0, lost: 1.0 / 3.0 }));
    assert!(near(chain.on_entry(0, 1), Chances { won: 2.0 / 3.0, lost: 1.0 / 3.0 }));
    assert!(near(chain.on_entry(1, 1), Chances { won: 1.0 / 3.0, lost: 2.0 / 3.0 }));
    assert!(near(chain.ahead(0, 0, 1).unwrap(), Chances { won: 1.0, lost: 0.0 }), "it did not leave on that day");
}

/// Four went through two stages; one waits in the second for 10 days.
#[test]
fn the_chance_ever_is_solved_for() {
    let visits = [(0, 0, Some(1)), (0, 1, Some(WON)), (1, 3, Some(0)), (1, 4, Some(WON + 1))];
    // From the first: W = 1/2 + 1/2 V; from the second V = 1/2 W: so W = 2/3, V = 1/3.
    let chain = chain(&visits);
    assert!((chain.ever(1, 0).unwrap() - 1.0 / 3.0).abs() < 1e-15);
    assert_eq!(chain.ever(1, 3), Some(0.0), "those that stayed longer were lost");
    // Nothing leaves two stages that only lead to one another.
    assert_eq!(self::chain(&[(0, 1, Some(1)), (1, 2, Some(0))]).ever(0, 0), Some(0.0));
}

#[test]
fn wins_without_exception_make_nothing_certain() {
    // Three that lasted longer were all won, the stage's own rate is r: (3 + 10 r) / 13 is the chance ever.
    let ways = [ended("won", 10), ended("won", 20), ended("won", 30), ended("open", 5)];
    let by = [as_of().plus_days(100)];
    let options = TimingOptions { floor: 3, ..TimingOptions::default() };
    let timing = win_timing(&histories(&ways), &Playbook::six_stage(), as_of(), &by, &options);
    let deal = &timing.deals[0];
    let expected = (3.0 + 10.0 * to_f64(deal.won_ever.value())) / 13.0;
    let [chance] = &deal.chances[..] else { panic!("one day was asked for") };
    assert!((to_f64(chance.won.unwrap().value()) - expected).abs() < 1e-11, "{chance:?} for {expected}");
    assert!(deal.won_ever.value() < 1.into());
}

fn two_stages() -> Vec<Way> {
    let through =
        |first: u32, end: u32, how| Way { stages: vec![(0, "interest"), (first, "incubation")], end: (end, how) };
    vec![
        through(5, 25, "won"),
        through(10, 30, "lost"),
        through(10, 40, "won"),
        through(20, 60, "lost"),
        ended("lost", 30),
        Way { stages: vec![(0, "incubation")], end: (10, "open") },
    ]
}

fn timing(ways: &[Way], days: &[u32], floor: u32) -> TimingVerdict {
    let by: Vec<Date> = days.iter().map(|days| as_of().plus_days(*days)).collect();
    // The history alone, so that its numbers can be followed by hand.
    let learning = LearningOptions { prior_strength: Factor::hundredths(0), ..LearningOptions::default() };
    let options = TimingOptions { floor, learning };
    win_timing(&histories(ways), &Playbook::six_stage(), as_of(), &by, &options)
}

fn won(deal: &DealTiming) -> Vec<Option<String>> {
    deal.chances.iter().map(|chance| chance.won.map(|won| won.to_string())).collect()
}

#[test]
fn the_age_reached_is_left_behind() {
    // The visits to `incubation` ended after 20 (won), 20 (lost), 30 (won) and 40 (lost) days; ten have passed.
    let verdict = timing(&two_stages(), &[9, 10, 20, 30], 4);
    let deal = &verdict.deals[0];
    assert_eq!((deal.basis, deal.visits, deal.lasted_longer, deal.days_in_stage), (TimingBasis::Timing, 5, 4, 10));
    assert_eq!(won(deal), ["0", "0.25", "0.5", "0.5"].map(|text| Some(text.to_owned())));
    let lost: Vec<_> = deal.chances.iter().map(|chance| chance.lost.unwrap().to_string()).collect();
    assert_eq!(lost, ["0", "0.25", "0.25", "0.5"]);
    assert_eq!(deal.reasons[0].rule, "timing_from_history");
}

#[test]
fn below_the_floor_the_close_date_tells() {
    let verdict = timing(&two_stages(), &[10], 5);
    let deal = &verdict.deals[0];
    assert_eq!((deal.basis, won(deal)), (TimingBasis::CloseDate, vec![None]), "and it has none");
    assert_eq!((deal.chances[0].lost, deal.chances[0].open), (None, None));

    let mut histories = histories(&two_stages());
    let on =
        |days: i32| if days < 0 { as_of().minus_days(days.unsigned_abs()) } else { as_of().plus_days(days as u32) };
    for (close, expected) in [(-1, "0"), (0, "0.214285714286"), (10, "0.214285714286"), (11, "0")] {
        histories[5].state.as_mut().unwrap().close_date = Some(on(close));
        let options = TimingOptions { floor: 5, ..TimingOptions::default() };
        let verdict = win_timing(&histories, &Playbook::six_stage(), as_of(), &[on(10)], &options);
        // The playbook's 0.1 with the weight of ten, and two of four won: 3 of 14.
        assert_eq!(won(&verdict.deals[0]), [Some(expected.to_owned())], "{close}");
        assert_eq!(verdict.deals[0].reasons[0].rule, "timing_from_close_date");
    }
}

#[test]
fn with_nothing_censored_the_long_run_is_the_win_rate() {
    // Each passes both stages, so what follows the second is the same for all.
    let through =
        |first: u32, end: u32, how| Way { stages: vec![(0, "interest"), (first, "incubation")], end: (end, how) };
    let ways =
        [through(3, 9, "won"), through(4, 30, "lost"), through(9, 11, "lost"), ended("lost", 7), through(1, 50, "won")];
    let playbook = Playbook::six_stage();
    let mut visits = Visits::new(5);
    for history in &histories(&ways) {
        visits.count(&Course::of(history, playbook.default_pipeline(), 5, &playbook).unwrap());
    }
    let chain = Chain::of(&visits, 200);
    let none = LearningOptions { prior_strength: "0".parse().unwrap(), ..LearningOptions::default() };
    let rates = learn_win_rates(&histories(&ways), &playbook, as_of(), &none);
    for (stage, expected) in [(0, 0.4), (1, 0.5)] {
        assert!((chain.on_entry(stage, 200).won - expected).abs() <= 1e-12);
        let learned = to_f64(rates.pipelines[0].stages[stage].rate.rate.value());
        assert!((learned - expected).abs() <= 1e-12);
    }
}

#[test]
fn days_that_passed_and_days_far_off_are_no_trouble() {
    let passed = as_of().minus_days(400);
    let far = as_of().plus_days(1_000_000);
    let learning = LearningOptions { prior_strength: Factor::hundredths(0), ..LearningOptions::default() };
    let options = TimingOptions { floor: 1, learning };
    let verdict = win_timing(&histories(&two_stages()), &Playbook::six_stage(), as_of(), &[passed, far], &options);
    assert_eq!(won(&verdict.deals[0]), [Some("0".to_owned()), Some("0.5".to_owned())]);
    assert_eq!(verdict.deals[0].chances[1].open.unwrap().to_string(), "0");
    assert_eq!(
        timing(&[ended("open", 3)], &[1], 0).deals[0].basis,
        TimingBasis::CloseDate,
        "none was seen to stay longer"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_histories_orders_the_answer_alone(
        (one, other) in vec((select(vec!["won", "lost", "open"]), 0_u32..20), 1..15).prop_flat_map(|ways| {
            let ways: Vec<Way> = ways.into_iter().map(|(how, day)| ended(how, day)).collect();
            let named = histories(&ways);
            (Just(named.clone()), Just(named).prop_shuffle())
        })
    ) {
        let by = [as_of().plus_days(3), as_of().plus_days(12)];
        let options = TimingOptions { floor: 2, ..TimingOptions::default() };
        let [mut one, mut other] =
            [one, other].map(|histories| win_timing(&histories, &Playbook::six_stage(), as_of(), &by, &options));
        for verdict in [&mut one, &mut other] {
            verdict.deals.sort_by(|left, right| left.opportunity.cmp(&right.opportunity));
        }
        prop_assert_eq!(one, other);
    }
}
