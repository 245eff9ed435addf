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

/// Log-likelihood, P(alive) in the last round and three later, expected purchases in the rounds that follow, the chances of
/// one and four of them, and discounted purchases for ever at 10 %: from the paper's beta functions in mpmath at 40 digits.
#[rustfmt::skip]
const ROWS: &[([&str; 4], (u32, u32, u32), u32, [f64; 7])] = &[
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (0, 0, 6), 5, [-1.1675171031823979, 0.11621816396720238, 0.095514475932046993, 0.072863341055350382, 0.029856208576141825, 0.0011379977391889444, 0.11475271564224316]),
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (2, 4, 6), 5, [-5.1956195982205692, 0.63374452546246931, 0.52084608944118303, 1.0576035261091299, 0.16172158024966202, 0.053552980192338904, 1.6656232741460728]),
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (6, 6, 6), 5, [-2.1816734924008653, 1.0, 0.82185497233463331, 3.7525442219654929, 0.066733987524309124, 0.19318253712073007, 5.9098942458737089]),
    (["1.203522352", "0.7497163582", "0.6567182084", "2.783442233"], (3, 40, 200), 12, [-17.363554991689383, 0.0029301236144076106, 0.0029019766776331677, 0.00071694862524304022, 0.0005435993376342236, 5.819097234795579e-7, 0.00058979053524131564]),
    (["0.5", "2", "1", "3"], (0, 0, 6), 5, [-0.36782946047069316, 0.22987815898638466, 0.17240861923978849, 0.051429783921079764, 0.030034261359978714, 0.00032592530222139506, 0.073859224645565401]),
    (["0.5", "2", "1", "3"], (2, 4, 6), 5, [-5.4064426080635156, 0.63321554770318021, 0.47491166077738516, 0.70833477476587017, 0.18188616516837456, 0.022394024490098181, 1.0172521302827201]),
    (["0.5", "2", "1", "3"], (6, 6, 6), 5, [-5.2729995585637468, 1.0, 0.75, 2.9084415584415584, 0.11621609742295087, 0.22759538598047915, 4.176864494765767]),
    (["0.5", "2", "1", "3"], (3, 40, 200), 12, [-16.190107415576516, 0.0034837816935017467, 0.0034330470086449252, 0.00070033392212361976, 0.00055231125730884822, 3.9897617326623977e-7, 0.00057244571564044807]),
    (["0.000001", "0.5", "0.000001", "40"], (0, 0, 6), 5, [-3.7564187802046073e-6, 0.99999985859474309, 0.99999979474569532, 7.692304933269109e-7, 4.7619009540999324e-7, 4.7176812091614009e-9, 1.5384607735587558e-6]),
    (["0.000001", "0.5", "0.000001", "40"], (2, 4, 6), 5, [-17.024338845597142, 0.99999990079362688, 0.99999983694457642, 1.5384618208056932, 0.29190617413188204, 0.065321706836334091, 3.0769232154210233]),
    (["0.000001", "0.5", "0.000001", "40"], (6, 6, 6), 5, [-14.118217546606115, 1.0, 0.99999993615094321, 4.615384381831573, 0.0047630593303689078, 0.18290067601770152, 9.2307674850923563]),
    (["0.000001", "0.5", "0.000001", "40"], (3, 40, 200), 12, [-28.994686622987807, 0.99997376107603199, 0.99997374862808306, 0.17954646512935123, 0.14478019809772787, 8.1388799481810228e-5, 0.1496220516721796]),
    (["3000", "1000000", "2.5", "0.01"], (0, 0, 6), 5, [-1.8527777342922411e-5, 0.00011265191761947857, 4.4694162318310771e-5, 7.3542035161871863e-7, 7.289135051646034e-7, 1.1751995918926152e-14, 7.6063514641804636e-7]),
    (["3000", "1000000", "2.5", "0.01"], (2, 4, 6), 5, [-19.816919899969687, 0.40972535932310114, 0.16255676869497438, 0.002676574482151369, 0.0026528769864213708, 4.2857044225359458e-11, 0.0027683441431133132]),
    (["3000", "1000000", "2.5", "0.01"], (6, 6, 6), 5, [-43.941102390836313, 1.0, 0.39674568585047088, 0.0065413106842181324, 0.0064833192657427674, 1.0515736989650077e-10, 0.006765587597765832]),
    (["3000", "1000000", "2.5", "0.01"], (3, 40, 200), 12, [-31.191284690694594, 0.012304581732321985, 0.011856658757889081, 0.00040864585802096891, 0.00039572949662237616, 4.2180917691038446e-10, 0.0003254082850057577]),
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
