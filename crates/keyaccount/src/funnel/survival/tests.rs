use proptest::prelude::*;

use super::*;

/// A duration and what ended it, if anything did.
type Observation = (u32, Option<usize>);

fn tally(observations: &[Observation]) -> DayTally<2> {
    let mut tally = DayTally::default();
    for (day, cause) in observations {
        match cause {
            Some(0) => tally.finish::<0>(*day),
            Some(_) => tally.finish::<1>(*day),
            None => tally.censor(*day),
        }
    }
    tally
}

fn curve(observations: &[Observation]) -> Curve<2> {
    Curve::of(&tally(observations))
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12
}

/// Six opportunities: won on day 2, two lost on day 3 and one last seen then, won on day 5, last seen on day 7.
///
/// | day | at risk | won | lost | open | S               | won             | lost          |
/// | --- | ------- | --- | ---- | ---- | --------------- | --------------- | ------------- |
/// | 2   | 6       | 1   | 0    | 0    | 5/6             | 1/6             | 0             |
/// | 3   | 5       | 0   | 2    | 1    | 5/6·3/5 = 1/2   | 1/6             | 5/6·2/5 = 1/3 |
/// | 5   | 2       | 1   | 0    | 0    | 1/2·1/2 = 1/4   | 1/6+1/2·1/2 = 5/12 | 1/3        |
/// | 7   | 1       | 0   | 0    | 1    | 1/4             | 5/12            | 1/3           |
#[test]
fn six_opportunities_by_hand() {
    let curve = curve(&[(2, Some(0)), (3, Some(1)), (3, Some(1)), (3, None), (5, Some(0)), (7, None)]);
    let days: Vec<_> = curve.points.iter().map(|point| (point.day, point.at_risk)).collect();
    assert_eq!(days, [(2, 6), (3, 5), (5, 2), (7, 1)]);
    let want = [
        [5.0 / 6.0, 1.0 / 6.0, 0.0],
        [0.5, 1.0 / 6.0, 1.0 / 3.0],
        [0.25, 5.0 / 12.0, 1.0 / 3.0],
        [0.25, 5.0 / 12.0, 1.0 / 3.0],
    ];
    for (point, want) in curve.points.iter().zip(want) {
        let got = [point.survival, point.incidence[0], point.incidence[1]];
        assert!(got.iter().zip(want).all(|(got, want)| is_near(*got, want)), "day {}: {got:?}", point.day);
    }
    assert_eq!((curve.quantile(0.25), curve.quantile(0.5), curve.quantile(0.75)), (Some(3), Some(3), Some(5)));
    assert_eq!(curve.quantile(0.76), None, "a quarter was still open when last seen");
}

/// Weeks in remission of 21 patients on 6-mercaptopurine (Freireich and others, 1963), the textbooks' example.
#[test]
fn the_textbooks_example() {
    let (ended, going_on) = ([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
    let mut tally = DayTally::<1>::default();
    ended.iter().for_each(|day| tally.finish::<0>(*day));
    going_on.iter().for_each(|day| tally.censor(*day));
    let curve = Curve::of(&tally);
    let steps: Vec<_> = curve.points.iter().filter(|point| point.counts.all_finished() > 0).collect();
    let shown: Vec<_> =
        steps.iter().map(|point| (point.day, point.at_risk, format!("{:.3}", point.survival))).collect();
    let want = [
        (6, 21, "0.857"),
        (7, 17, "0.807"),
        (10, 15, "0.753"),
        (13, 12, "0.690"),
        (16, 11, "0.627"),
        (22, 7, "0.538"),
        (23, 6, "0.448"),
    ];
    assert_eq!(shown, want.map(|(day, at_risk, survival)| (day, at_risk, survival.to_owned())));
    assert_eq!((curve.quantile(0.25), curve.quantile(0.5), curve.quantile(0.75)), (Some(13), Some(23), None));
}

#[test]
fn nothing_observed_is_not_zero() {
    let empty = curve(&[]);
    assert!(empty.points.is_empty());
    assert_eq!((empty.last(), empty.quantile(0.5)), (None, None));
    let open = curve(&[(9, None), (4, None)]);
    assert_eq!(open.quantile(0.5), None, "nobody has ended: the median is not known");
    assert_eq!(open.last().map(|point| (point.day, point.survival, point.incidence)), Some((9, 1.0, [0.0; 2])));
}

#[test]
fn a_century_takes_one_entry() {
    let mut tally = tally(&[(1, Some(0)), (u32::MAX, Some(1)), (109_572, None)]);
    assert_eq!((tally.near.len(), tally.far.len()), (2, 2));
    assert_eq!(tally.days().map(|(day, _)| day).collect::<Vec<_>>(), [1, 109_572, u32::MAX]);
    tally.finish::<0>(4095);
    tally.finish::<0>(4096);
    assert_eq!((tally.near.len(), tally.far.len()), (4096, 3));
    assert_eq!(Curve::of(&tally).last().map(|point| point.day), Some(u32::MAX));
}

fn any_observation() -> impl Strategy<Value = Observation> {
    let day = prop_oneof![0_u32..12, 0_u32..400, 4000_u32..4200, any::<u32>()];
    (day, prop_oneof![Just(None), Just(Some(0)), Just(Some(1))])
}

fn any_observations() -> impl Strategy<Value = Vec<Observation>> {
    prop_oneof![
        prop::collection::vec(any_observation(), 0..60),
        prop::collection::vec((0_u32..6, prop_oneof![Just(None), Just(Some(0)), Just(Some(1))]), 0..200),
    ]
}

/// The formulas as they stand in the books, each day from all observations anew: `S` and each cause's incidence.
fn by_the_book(observations: &[Observation], day: u32) -> (f64, [f64; 2]) {
    let mut days: Vec<u32> = observations.iter().map(|(day, _)| *day).filter(|on| *on <= day).collect();
    days.sort_unstable();
    days.dedup();
    let (mut survival, mut incidence) = (1.0, [0.0; 2]);
    for day in days {
        let at_risk = observations.iter().filter(|(on, _)| *on >= day).count() as f64;
        let ended = [0, 1].map(|cause| observations.iter().filter(|seen| **seen == (day, Some(cause))).count() as f64);
        for (share, ended) in incidence.iter_mut().zip(ended) {
            *share += survival * ended / at_risk;
        }
        survival *= 1.0 - (ended[0] + ended[1]) / at_risk;
    }
    (survival, incidence)
}

proptest! {
    #[test]
    fn it_is_what_the_books_say(observations in any_observations()) {
        for point in curve(&observations).points {
            let (survival, incidence) = by_the_book(&observations, point.day);
            prop_assert!(is_near(point.survival, survival), "day {}: {} {}", point.day, point.survival, survival);
            prop_assert!(point.incidence.iter().zip(incidence).all(|(got, want)| is_near(*got, want)));
            prop_assert_eq!(point.at_risk, observations.iter().filter(|(on, _)| *on >= point.day).count() as u64);
        }
    }

    #[test]
    fn the_shares_add_up_to_one_and_never_turn_back(observations in any_observations()) {
        let curve = curve(&observations);
        let (mut survival, mut incidence) = (1.0, [0.0; 2]);
        for point in &curve.points {
            prop_assert!(is_near(point.survival + point.incidence.iter().sum::<f64>(), 1.0));
            let all = [point.survival, point.incidence[0], point.incidence[1]];
            prop_assert!(all.iter().all(|share| (0.0..=1.0).contains(share)), "{:?}", all);
            prop_assert!(point.survival <= survival);
            prop_assert!(point.incidence.iter().zip(incidence).all(|(now, before)| *now >= before));
            (survival, incidence) = (point.survival, point.incidence);
        }
        prop_assert_eq!(curve.last().is_none(), observations.is_empty());
    }

    #[test]
    fn without_censoring_they_are_the_plain_shares_to_the_bit(
        observations in prop::collection::vec((0_u32..5000, 0_usize..2), 1..300)
    ) {
        let observations: Vec<_> = observations.into_iter().map(|(day, cause)| (day, Some(cause))).collect();
        let share = |fits: &dyn Fn(&Observation) -> bool| {
            (observations.iter().filter(|seen| fits(seen)).count() as f64 / observations.len() as f64).to_bits()
        };
        for point in curve(&observations).points {
            prop_assert_eq!(point.survival.to_bits(), share(&|seen| seen.0 > point.day));
            for (cause, incidence) in point.incidence.iter().enumerate() {
                let ended = share(&|seen| seen.0 <= point.day && seen.1 == Some(cause));
                prop_assert_eq!(incidence.to_bits(), ended);
            }
        }
    }

    #[test]
    fn with_one_cause_incidence_and_survival_are_one_curve(observations in any_observations()) {
        let mut one = DayTally::<1>::default();
        for (day, cause) in &observations {
            if cause.is_some() { one.finish::<0>(*day) } else { one.censor(*day) }
        }
        let (one, two) = (Curve::of(&one), curve(&observations));
        for (one, two) in one.points.iter().zip(&two.points) {
            prop_assert!(is_near(one.incidence[0], 1.0 - one.survival));
            prop_assert_eq!(one.survival.to_bits(), two.survival.to_bits(), "what ends it does not change how long it lasts");
        }
    }

    #[test]
    fn the_order_of_adding_does_not_matter(
        (observations, shuffled) in any_observations()
            .prop_flat_map(|observations| (Just(observations.clone()), Just(observations).prop_shuffle()))
    ) {
        let counted = tally(&observations);
        prop_assert_eq!(&counted, &tally(&shuffled));
        prop_assert_eq!(counted.total().observed(), observations.len() as u64);
    }

    /// In whole numbers, so that no rounding decides: `S` is a fraction of products.
    #[test]
    fn a_quantile_is_the_first_day_that_the_curve_reaches(
        observations in prop::collection::vec((0_u32..9, prop_oneof![Just(None), Just(Some(0))]), 0..20)
    ) {
        let curve = curve(&observations);
        for quarters in 1_u64..=3 {
            let (mut lasting, mut of_all, mut want) = (1_u64, 1_u64, None);
            for day in 0..9 {
                let at_risk = observations.iter().filter(|(on, _)| *on >= day).count() as u64;
                let ended = observations.iter().filter(|seen| **seen == (day, Some(0))).count() as u64;
                if ended > 0 {
                    lasting = lasting.strict_mul(at_risk.strict_sub(ended));
                    of_all = of_all.strict_mul(at_risk);
                    if lasting.strict_mul(4) <= of_all.strict_mul(4_u64.strict_sub(quarters)) {
                        want = want.or(Some(day));
                    }
                }
            }
            prop_assert_eq!(curve.quantile(quarters as f64 / 4.0), want);
        }
    }
}
