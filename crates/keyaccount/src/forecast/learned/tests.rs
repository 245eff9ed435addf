//! Win rates by hand, at their limits, and their laws.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::forecast::testing::{Way, as_of, ended, histories};

fn learn(ways: &[Way], options: &LearningOptions) -> LearnedRates {
    learn_win_rates(&histories(ways), &Playbook::six_stage(), as_of(), options)
}

fn interest(ways: &[Way], options: &LearningOptions) -> StageRate {
    learn(ways, options).pipelines[0].stages[0].clone()
}

fn with_strength(strength: &str) -> LearningOptions {
    LearningOptions { prior_strength: strength.parse().unwrap(), ..LearningOptions::default() }
}

fn many(won: usize, lost: usize) -> Vec<Way> {
    let won = (10..17).cycle().take(won).map(|day| ended("won", day));
    won.chain((5..16).cycle().take(lost).map(|day| ended("lost", day))).collect()
}

fn number(estimate: Estimate) -> f64 {
    to_f64(estimate.value())
}

fn near(found: Estimate, expected: f64) {
    assert!((number(found) - expected).abs() <= 1e-9, "{found} for {expected}");
}

/// Low and high of each interval, from the narrowest.
fn ends(rate: &LearnedRate) -> [f64; 6] {
    let intervals = rate.intervals.as_ref().unwrap();
    let [fifty, eighty, ninety_five] = [intervals.fifty, intervals.eighty, intervals.ninety_five];
    [ninety_five.low, eighty.low, fifty.low, fifty.high, eighty.high, ninety_five.high].map(number)
}

#[test]
fn what_is_decided_late_stands_for_what_was_censored_before() {
    // At risk: 5 on day 10 (one won), 4 on day 20 (one censored), 3 on day 30 (one lost), 2 on day 40 (one won), one
    // censored on day 50. Weights: 1/5; then 4/5 is shared by three, 4/15 each; so 7/15 for won, 4/15 for lost.
    let ways = [ended("won", 10), ended("open", 20), ended("lost", 30), ended("won", 40), ended("open", 50)];
    let rate = interest(&ways, &with_strength("0")).rate;
    let counts = &rate.counts;
    assert_eq!((counts.entered, counts.won, counts.lost, counts.open), (5, 2, 1, 2));
    near(counts.observed_rate.unwrap(), 7.0 / 11.0);
    near(counts.undecided_share.unwrap(), 4.0 / 15.0);
    // Kish: (11/15)² / ((3² + 4² + 4²) / 15²) = 121 / 41.
    assert_eq!(counts.effective_decided.to_string(), "2.95122");
    assert_eq!((rate.alpha, rate.basis), (counts.effective_won, WinRateBasis::Learned));
    assert!((number(rate.rate) - 7.0 / 11.0).abs() <= 1e-6, "to the digits of the published counts");
}

#[test]
fn intervals_are_scipys_for_the_published_shapes() {
    // 12 won and 28 lost, with the playbook's 0.05 worth ten: SciPy's `beta.ppf(p, 12.5, 37.5)`.
    let rate = interest(&many(12, 28), &LearningOptions::default()).rate;
    assert_eq!((rate.alpha.to_string(), rate.beta.to_string()), ("12.5".to_owned(), "37.5".to_owned()));
    assert_eq!((rate.rate.to_string().as_str(), rate.insufficient_history), ("0.25", false));
    let scipy = [
        0.14140699767036935,
        0.17429333320565596,
        0.20698567534589662,
        0.2894075434245716,
        0.3301103594739618,
        0.37751255965208336,
    ];
    for (found, expected) in ends(&rate).iter().zip(scipy) {
        assert!((found - expected).abs() <= 1e-9, "{found} for {expected}");
    }
}

#[test]
fn without_history_the_playbook_holds() {
    for strength in ["0", "0.01", "10", "1000"] {
        let rates = learn(&[], &with_strength(strength));
        for stage in &rates.pipelines[0].stages {
            assert_eq!(stage.rate.rate.to_string(), stage.playbook_rate.to_string());
            assert_eq!((stage.rate.basis, stage.rate.insufficient_history), (WinRateBasis::Prior, true));
            assert_eq!(stage.rate.intervals.is_none(), strength == "0", "nothing at all is known then");
            assert_eq!(
                stage.rate.reasons.iter().map(|reason| &*reason.rule).collect::<Vec<_>>(),
                ["nothing_decided", "insufficient_history"]
            );
        }
    }
    // Undecided ones decide nothing.
    let open = interest(&[ended("open", 30), ended("open", 3)], &LearningOptions::default()).rate;
    assert_eq!((open.rate.to_string().as_str(), open.counts.open), ("0.05", 2));
    assert_eq!(open.counts.undecided_share.unwrap().to_string(), "1");
}

#[test]
fn much_history_leaves_little_of_the_playbook() {
    let rate = interest(&many(1200, 2800), &LearningOptions::default()).rate;
    near(rate.rate, 1200.5 / 4010.0);
    assert_eq!(rate.counts.observed_rate.unwrap().to_string(), "0.3");
    assert_eq!(rate.counts.effective_decided.to_string(), "4000", "nothing is censored: each counts as one");
    let ends = ends(&rate);
    assert!(ends[0] < 0.3 && 0.3 < ends[5] && ends[5] - ends[0] < 0.03, "{ends:?}");
}

#[test]
fn without_a_prior_the_history_stands_alone() {
    let none = with_strength("0");
    assert_eq!(interest(&many(3, 9), &none).rate.rate.to_string(), "0.25");
    let all_won = interest(&many(3, 0), &none).rate;
    assert_eq!((all_won.rate.to_string().as_str(), ends(&all_won)[0].to_bits()), ("1", 1.0_f64.to_bits()));
}

#[test]
fn the_floor_is_of_effective_ones() {
    let options = LearningOptions { floor: 3, ..LearningOptions::default() };
    assert!(!interest(&many(1, 2), &options).rate.insufficient_history);
    let late = [ended("won", 10), ended("open", 20), ended("lost", 30), ended("won", 40)];
    let rate = interest(&late, &options).rate;
    assert!(rate.insufficient_history, "three are decided, but they weigh unequally");
    let reason = rate.reasons.iter().find(|reason| reason.rule == "insufficient_history").unwrap();
    assert_eq!(reason.compared[0].limit.as_deref(), Some("3"));
}

#[test]
fn a_history_that_knows_of_later_days_is_left_out() {
    let histories = histories(&many(2, 2));
    let rates = learn_win_rates(&histories, &Playbook::six_stage(), as_of().minus_days(1), &LearningOptions::default());
    assert_eq!((rates.histories, rates.from_later_days), (0, 4));
    assert_eq!(rates.pipelines[0].stages[0].rate.counts.entered, 0);
}

/// Segments by number of won and lost ones.
fn segmented(segments: &[(&str, usize, usize)], strength: &str) -> StageRate {
    let mut options = with_strength(strength);
    let mut ways = Vec::new();
    for (segment, won, lost) in segments {
        for way in many(*won, *lost) {
            options.segments.insert(format!("deal-{}", ways.len()).parse().unwrap(), segment.parse().unwrap());
            ways.push(way);
        }
    }
    interest(&ways, &options)
}

#[test]
fn segments_are_pulled_to_the_stage_as_their_spread_tells() {
    // 8 of 10 and 2 of 10: p̂ = 1/2, S = 2·10·0.09 = 1.8, S/(p̂(1 − p̂)) = 7.2; N − Σn²/N − (k − 1) = 20 − 10 − 1 = 9;
    // ρ = (7.2 − 1)/9 = 31/45, so the strength is 45/31 − 1 = 14/31.
    let stage = segmented(&[("a", 8, 2), ("b", 2, 8)], "0");
    let pooling = stage.pooling.unwrap();
    near(pooling.spread.unwrap(), 31.0 / 45.0);
    assert_eq!((pooling.segments, pooling.strength.to_string()), (2, "1".to_owned()), "never below one");
    assert_eq!(stage.segments[0].segment.as_str(), "a");
    near(stage.segments[0].rate.rate, 8.5 / 11.0);
    near(stage.segments[1].rate.rate, 2.5 / 11.0);

    // 7 of 20 and 13 of 20: S/(p̂(1 − p̂)) = 2·20·0.0225/0.25 = 3.6, N − Σn²/N − 1 = 19: ρ = 2.6/19, strength 16.4/2.6.
    let stage = segmented(&[("a", 7, 13), ("b", 13, 7)], "0");
    assert_eq!(stage.pooling.unwrap().strength.to_string(), "6.307692");
    near(stage.segments[0].rate.rate, (7.0 + 6.307_692 / 2.0) / 26.307_692);

    // Alike to the digit: the segments count as the whole, which is known as well as 40 decided ones tell.
    let stage = segmented(&[("a", 5, 15), ("b", 5, 15)], "0");
    let pooling = stage.pooling.unwrap();
    assert_eq!((pooling.spread.unwrap().to_string(), pooling.strength.to_string()), ("0".into(), "40".to_owned()));
    assert_eq!(stage.segments[0].rate.alpha.to_string(), "15");
}

#[test]
fn one_segment_alone_tells_no_spread() {
    let stage = segmented(&[("a", 5, 15)], "10");
    let pooling = stage.pooling.unwrap();
    assert_eq!((pooling.segments, pooling.spread, pooling.strength.to_string()), (1, None, "10".to_owned()));
}

#[test]
fn a_segment_that_never_entered_has_the_stages_rate() {
    let mut options = LearningOptions::default();
    let mut ways = many(5, 15);
    ways.push(Way { stages: vec![(0, "design")], end: (10, "won") });
    for at in 0..20 {
        options.segments.insert(format!("deal-{at}").parse().unwrap(), "machines".parse().unwrap());
    }
    options.segments.insert("deal-20".parse().unwrap(), "services".parse().unwrap());
    let rates = learn(&ways, &options);
    let stage = &rates.pipelines[0].stages[0];
    let services = &stage.segments[1];
    assert_eq!((services.segment.as_str(), services.rate.rate), ("services", stage.rate.rate));
    assert_eq!(services.rate.basis, WinRateBasis::Prior);
    let (pipeline, name) = (rates.pipelines[0].pipeline.clone(), stage.stage.clone());
    let of = |segment: &str| rates.rate(&pipeline, &name, Some(&segment.parse().unwrap())).unwrap();
    assert_eq!(of("services"), &services.rate);
    assert_eq!(of("never heard of"), &stage.rate);
}

fn ways() -> impl Strategy<Value = Vec<Way>> {
    let way = (select(vec!["won", "lost", "open"]), 0_u32..40);
    vec(way.prop_map(|(how, day)| ended(how, day)), 0..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rates_and_intervals_are_in_order(ways in ways(), strength in select(vec!["0.5", "10", "60"])) {
        let rate = interest(&ways, &with_strength(strength)).rate;
        let ends = ends(&rate);
        prop_assert!(ends.windows(2).all(|pair| pair[0] <= pair[1]), "{ends:?}");
        prop_assert!((0.0..=1.0).contains(&ends[0]) && (0.0..=1.0).contains(&ends[5]));
        let (alpha, beta) = (to_f64(rate.alpha.value()), to_f64(rate.beta.value()));
        if alpha > 1.0 && beta > 1.0 {
            prop_assert!(ends[2] < number(rate.rate) && number(rate.rate) < ends[3], "{ends:?}");
        }
        prop_assert!(rate.counts.effective_won <= rate.counts.effective_decided);
        prop_assert!(to_f64(rate.counts.effective_decided.value()) <= rate.counts.won as f64 + rate.counts.lost as f64);
    }

    /// Winning what was lost on the same day leaves all weights as they are.
    #[test]
    fn a_win_for_a_loss_raises_the_rate(ways in ways(), day in 0_u32..40) {
        let with = |how| [ways.clone(), vec![ended(how, day)]].concat();
        let [won, lost] = ["won", "lost"].map(|how| interest(&with(how), &LearningOptions::default()).rate);
        prop_assert!(won.rate > lost.rate, "{} {}", won.rate, lost.rate);
        prop_assert_eq!(won.counts.effective_decided, lost.counts.effective_decided);
    }

    #[test]
    fn a_surer_playbook_raises_the_rate(ways in ways()) {
        let histories = histories(&ways);
        let mut draft = Playbook::six_stage().draft().clone();
        draft.pipelines[0].stages[0].win_probability = "0.06".parse().unwrap();
        let rates = [Playbook::six_stage(), Playbook::try_new(draft).unwrap()]
            .map(|playbook| learn_win_rates(&histories, &playbook, as_of(), &LearningOptions::default()));
        prop_assert!(rates[0].pipelines[0].stages[0].rate.rate < rates[1].pipelines[0].stages[0].rate.rate);
    }

    #[test]
    fn the_order_of_histories_does_not_matter(
        (one, other) in ways().prop_flat_map(|ways| {
            let named: Vec<_> = histories(&ways);
            (Just(named.clone()), Just(named).prop_shuffle())
        })
    ) {
        let mut options = LearningOptions::default();
        for (at, history) in one.iter().enumerate().filter(|(at, _)| at % 4 != 3) {
            options.segments.insert(history.opportunity.clone(), ["a", "b", "c"][at % 4].parse().unwrap());
        }
        let learn = |histories: &[_]| learn_win_rates(histories, &Playbook::six_stage(), as_of(), &options);
        prop_assert_eq!(learn(&one), learn(&other));
    }
}
