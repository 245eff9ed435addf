#![expect(clippy::float_cmp, reason = "what is exact is compared exactly")]

use super::likelihood::{RoundCell, log_likelihood};
use super::{RoundModelParameters, RoundSummary, fit_round_model};
use crate::lifetime::{FitOptions, FitStatus, ModelParameter};

fn model([alpha, beta, gamma, delta]: [&str; 4]) -> RoundModelParameters {
    let number = |text: &str| text.parse().unwrap();
    RoundModelParameters { alpha: number(alpha), beta: number(beta), gamma: number(gamma), delta: number(delta) }
}

fn summary((x, recency, rounds): (u32, u32, u32)) -> RoundSummary {
    RoundSummary::try_new(x, recency, rounds).unwrap()
}

type Row = ([&'static str; 4], (u32, u32, u32), u32, [f64; 7]);

/// Log-likelihood, P(alive) in the last round and three later, expected purchases in the rounds that follow, the chances of
/// one and four of them, and discounted purchases for ever at 10 %: from the paper's beta functions in mpmath at 40 digits.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (0, 0, 6), 5, [-1.1675171031823979, 0.11621816396720237, 0.095514475932047, 0.07286334105535038, 0.029856208576141824, 0.0011379977391889444, 0.11475271564224317]),
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (2, 4, 6), 5, [-5.195619598220569, 0.6337445254624693, 0.520846089441183, 1.0576035261091299, 0.16172158024966202, 0.0535529801923389, 1.6656232741460728]),
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (6, 6, 6), 5, [-2.1816734924008654, 1.0, 0.8218549723346333, 3.752544221965493, 0.06673398752430912, 0.19318253712073008, 5.9098942458737085]),
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (3, 40, 200), 12, [-17.363554991689384, 0.0029301236144076105, 0.0029019766776331676, 0.0007169486252430402, 0.0005435993376342236, 5.819097234795579e-07, 0.0005897905352413157]),
    (["0.5", "2", "1", "3"], (0, 0, 6), 5, [-0.36782946047069315, 0.22987815898638467, 0.17240861923978848, 0.05142978392107976, 0.030034261359978713, 0.00032592530222139507, 0.07385922464556541]),
    (["0.5", "2", "1", "3"], (2, 4, 6), 5, [-5.406442608063515, 0.6332155477031802, 0.47491166077738517, 0.7083347747658701, 0.18188616516837455, 0.02239402449009818, 1.01725213028272]),
    (["0.5", "2", "1", "3"], (6, 6, 6), 5, [-5.272999558563747, 1.0, 0.75, 2.9084415584415586, 0.11621609742295087, 0.22759538598047915, 4.176864494765767]),
    (["0.5", "2", "1", "3"], (3, 40, 200), 12, [-16.190107415576517, 0.0034837816935017465, 0.0034330470086449253, 0.0007003339221236198, 0.0005523112573088483, 3.9897617326623974e-07, 0.000572445715640448]),
    (["0.000001", "0.5", "0.000001", "40"], (0, 0, 6), 5, [-3.7564187802046073e-06, 0.999999858594743, 0.9999997947456953, 7.692304933269109e-07, 4.7619009540999323e-07, 4.7176812091614006e-09, 1.5384607735587557e-06]),
    (["0.000001", "0.5", "0.000001", "40"], (2, 4, 6), 5, [-17.024338845597143, 0.9999999007936269, 0.9999998369445764, 1.5384618208056933, 0.291906174131882, 0.06532170683633409, 3.076923215421023]),
    (["0.000001", "0.5", "0.000001", "40"], (6, 6, 6), 5, [-14.118217546606115, 1.0, 0.9999999361509432, 4.615384381831573, 0.004763059330368908, 0.18290067601770152, 9.230767485092356]),
    (["0.000001", "0.5", "0.000001", "40"], (3, 40, 200), 12, [-28.994686622987807, 0.999973761076032, 0.9999737486280831, 0.17954646512935124, 0.14478019809772788, 8.138879948181022e-05, 0.1496220516721796]),
    (["3000", "1000000", "2.5", "0.01"], (0, 0, 6), 5, [-1.852777734292241e-05, 0.00011265191761947857, 4.469416231831077e-05, 7.354203516187186e-07, 7.289135051646034e-07, 1.1751995918926151e-14, 7.606351464180463e-07]),
    (["3000", "1000000", "2.5", "0.01"], (2, 4, 6), 5, [-19.816919899969687, 0.4097253593231011, 0.16255676869497437, 0.002676574482151369, 0.002652876986421371, 4.285704422535946e-11, 0.002768344143113313]),
    (["3000", "1000000", "2.5", "0.01"], (6, 6, 6), 5, [-43.94110239083631, 1.0, 0.3967456858504709, 0.0065413106842181325, 0.006483319265742768, 1.0515736989650077e-10, 0.006765587597765832]),
    (["3000", "1000000", "2.5", "0.01"], (3, 40, 200), 12, [-31.191284690694594, 0.012304581732321985, 0.01185665875788908, 0.0004086458580209689, 0.00039572949662237614, 4.2180917691038444e-10, 0.0003254082850057577]),
];

#[test]
fn predictions_agree_with_many_digits() {
    for (parameters, account, rounds, want) in ROWS {
        let (model, account) = (model(*parameters), summary(*account));
        let counts = model.purchase_counts(&account, *rounds).unwrap().probabilities;
        let got = [
            model.log_likelihood(&account),
            model.probability_alive(&account),
            model.probability_alive_after(&account, 3).unwrap(),
            model.expected_purchases(&account, *rounds).unwrap(),
            counts[1],
            counts[4],
            model.discounted_purchases(&account, None, 0.1).unwrap(),
        ];
        for (got, want) in got.iter().zip(want) {
            // The log-likelihood of what is nearly certain is as exact as that certainty.
            let off = (got - want).abs() / want.abs().max(if *got < 0.0 { 1e-3 } else { 0.0 });
            assert!(off < 1e-11, "{parameters:?} {account:?}: {got:e}, not {want:e}");
        }
        let none = model.probability_of_no_purchase(&account, *rounds).unwrap();
        assert!((none / counts[0] - 1.0).abs() < 1e-11, "{none} {}", counts[0]);
        let mean: f64 = counts.iter().enumerate().map(|(n, chance)| n as f64 * chance).sum();
        assert!((counts.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((mean / want[3] - 1.0).abs() < 1e-10, "{mean} {}", want[3]);
    }
}

/// The published donors (1995 cohort, 11,104 people): rounds with a donation, the last one, and how many people.
/// Fader, Hardie & Shang (2010), table 2.
const DONORS: [(u32, u32, u32); 22] = [
    (0, 0, 3464),
    (1, 1, 1091),
    (1, 2, 277),
    (1, 3, 129),
    (1, 4, 78),
    (1, 5, 119),
    (1, 6, 129),
    (2, 2, 613),
    (2, 3, 255),
    (2, 4, 155),
    (2, 5, 173),
    (2, 6, 234),
    (3, 3, 322),
    (3, 4, 181),
    (3, 5, 225),
    (3, 6, 357),
    (4, 4, 240),
    (4, 5, 284),
    (4, 6, 512),
    (5, 5, 335),
    (5, 6, 728),
    (6, 6, 1203),
];

/// Published: α 1.204, β .750, γ .657, δ 2.783, log-likelihood −33,225.6.
#[test]
fn the_donors_give_the_published_parameters() {
    let accounts: Vec<RoundSummary> = DONORS.iter().map(|(x, recency, _)| summary((*x, *recency, 6))).collect();
    let weights = DONORS.iter().map(|(_, _, people)| f64::from(*people)).collect();
    let options = FitOptions { weights: Some(weights), ..FitOptions::default() };
    let fit = fit_round_model(&accounts, &options).unwrap();
    assert_eq!(fit.found.status, FitStatus::Converged);
    assert_eq!(format!("{:.7}", fit.found.log_likelihood.unwrap().value()), "-33225.5812743");
    let model = fit.parameters.unwrap();
    let digits = [(model.alpha, 9), (model.beta, 10), (model.gamma, 10), (model.delta, 9)];
    let digits = digits.map(|(value, places)| format!("{:.places$}", value.value()));
    assert_eq!(digits, ["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"]);
    // As many rows as people, in any order: the same bits.
    let people = DONORS.iter().rev().flat_map(|(x, recency, people)| {
        std::iter::repeat_n(summary((*x, *recency, 6)), usize::try_from(*people).unwrap())
    });
    let people: Vec<RoundSummary> = people.collect();
    assert_eq!(people.len(), 11_104);
    let all = fit_round_model(&people, &FitOptions::default()).unwrap();
    assert_eq!((all.parameters, all.found.cells), (fit.parameters, 22));
    // Published (table 5): who gave in all six years is expected to give 3.75 times in the next five, who never did 0.07.
    let expected = |account| (model.expected_purchases(&summary(account), 5).unwrap() * 100.0).round() / 100.0;
    assert_eq!([(6, 6, 6), (0, 0, 6), (5, 6, 6)].map(expected), [3.75, 0.07, 3.23]);
}

#[test]
fn derivatives_agree_with_finite_differences() {
    let cells = [((0, 0, 6), 2.0), ((2, 4, 6), 1.0), ((6, 6, 6), 3.0), ((3, 9, 40), 0.5), ((0, 0, 0), 1.0)];
    let cells = cells.map(|(account, weight)| RoundCell { summary: summary(account), weight });
    for at in [[1.2, 0.75, 0.66, 2.8], [0.1, 3.0, 1.0, 1.0], [20.0, 40.0, 5.0, 0.3]] {
        let there = log_likelihood(&cells, &at);
        for i in 0..4 {
            let moved = |by: f64| {
                let mut other = at;
                other[i] *= 1.0 + by;
                log_likelihood(&cells, &other)
            };
            let (up, down) = (moved(1e-5), moved(-1e-5));
            let step = 2e-5 * at[i];
            let slope = (up.value - down.value) / step;
            assert!((slope - there.gradient[i]).abs() < 1e-5 * (1.0 + slope.abs()), "{at:?} {i}: {slope}");
            for j in 0..4 {
                let bend = (up.gradient[j] - down.gradient[j]) / step;
                assert!((bend - there.hessian[i][j]).abs() < 1e-5 * (1.0 + bend.abs()), "{at:?} {i} {j}: {bend}");
            }
        }
    }
}

#[test]
fn without_discount_only_those_who_leave_are_finite() {
    let account = summary((2, 3, 3));
    let stays = model(["1", "1", "1", "3"]);
    let problem = stays.discounted_purchases(&account, None, 0.0).unwrap_err();
    assert_eq!(problem.path, "rate");
    // γ = 3: α+x over α+β+n = 3/5, alive for certain, (δ + n)/(γ − 1) = 6/2.
    let leaves = model(["1", "1", "3", "3"]);
    assert!((leaves.discounted_purchases(&account, None, 0.0).unwrap() - 1.8).abs() < 1e-15);
    let long = leaves.expected_purchases(&account, 100_000).unwrap();
    assert!(long < 1.8 && long > 1.799_99);
}

#[test]
fn impossible_input_is_refused() {
    let refused = [
        ((1, 7, 6), "recency"),
        ((3, 2, 6), "frequency"),
        ((0, 2, 6), "frequency"),
        ((1, 0, 6), "frequency"),
        ((0, 0, 100_001), "rounds"),
    ];
    for ((x, recency, rounds), path) in refused {
        assert_eq!(RoundSummary::try_new(x, recency, rounds).unwrap_err().path, path);
    }
    let model = model(["1", "1", "1", "3"]);
    let account = summary((2, 3, 3));
    assert_eq!(model.expected_purchases(&account, 100_001).unwrap_err().path, "rounds");
    assert_eq!(model.purchase_counts(&account, 2_001).unwrap_err().path, "rounds");
    assert_eq!(model.discounted_purchases(&account, None, f64::NAN).unwrap_err().path, "rate");
    let mut options = FitOptions::default();
    options.priors.insert(ModelParameter::Q, crate::Prior::HalfNormal { scale: "1".parse().unwrap() });
    assert_eq!(fit_round_model(&[account], &options).unwrap_err().path, "priors.q");
}
