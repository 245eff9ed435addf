#![expect(clippy::float_cmp, reason = "what is exact is compared exactly")]

use super::likelihood::ParetoLikelihood;
use crate::lifetime::cells::Cells;
use crate::lifetime::{DiscountRate, PurchaseModelParameters, PurchaseSummary};

pub(in crate::lifetime) fn model([r, alpha, s, beta]: [&str; 4]) -> PurchaseModelParameters {
    let number = |text: &str| text.parse().unwrap();
    PurchaseModelParameters::ParetoNbd { r: number(r), alpha: number(alpha), s: number(s), beta: number(beta) }
}

/// A model, an account, and what fifty digits give for it.
struct Row {
    model: [&'static str; 4],
    account: (u32, f64, f64),
    horizon: f64,
    rate: f64,
    /// P(alive), expected purchases, log-likelihood, P(buys in the horizon), P(buys once), P(four times), DERT for ever,
    /// P(ever buys again).
    want: [f64; 8],
}

/// From hypergeometric functions, Tricomi's function (DERT) and tanh-sinh quadrature (counts) in mpmath, at 30 digits or more.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { model: ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"], account: (2, 30.43, 38.86), horizon: 39.0, rate: 0.0027, want: [0.8691156610625832, 1.455098756305939, -9.554333997654956, 0.5919045461481416, 0.21926559837517556, 0.05657449856468959, 6.482033165290225, 0.7045773449171512] },
    Row { model: ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"], account: (0, 0.0, 38.86), horizon: 39.0, rate: 0.0027, want: [0.2950958035446213, 0.10705886622443556, -0.5212024419367988, 0.06926616550212727, 0.0458824331302417, 0.0020363891599409615, 0.47691547978978116, 0.14167143411193378] },
    Row { model: ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"], account: (26, 30.86, 31.0), horizon: 39.0, rate: 0.0027, want: [0.9979178930817126, 20.115717663520346, -39.13080493390574, 0.9761807431269997, 0.020525358613043596, 0.01749927899417267, 86.02820267194167, 0.976180758554144] },
    Row { model: ["0.5532770469", "10.57768346", "1", "11.66873529"], account: (2, 30.43, 38.86), horizon: 39.0, rate: 0.0027, want: [0.7946252751383228, 1.1861781175517618, -10.04183457523724, 0.5005298585213682, 0.1981135794533628, 0.04468971804187139, 3.6760767829297203, 0.5737226589685291] },
    Row { model: ["0.5532770469", "10.57768346", "1.000000001", "11.66873529"], account: (2, 30.43, 38.86), horizon: 39.0, rate: 0.0027, want: [0.7946252749586069, 1.1861781169442336, -10.041834576476706, 0.5005298583111526, 0.1981135794018317, 0.04468971801529793, 3.676076778083756, 0.5737226586794472] },
    Row { model: ["0.75", "12", "0.6", "12"], account: (3, 20.0, 52.0), horizon: 26.0, rate: 0.002, want: [0.2721168094211057, 0.3727318343813077, -12.151458949767921, 0.1813450126574688, 0.07973759838368479, 0.013151627267669767, 3.057176862092866, 0.2345834563975049] },
    Row { model: ["0.75", "12", "1", "12"], account: (5000, 9990.0, 10000.0), horizon: 10000.0, rate: 0.0001, want: [0.9714203432682329, 3364.2792859422107, -8480.629963628293, 0.9712261271752118, 0.000194138449287934, 0.0001939057972476411, 2894.6033076824274, 0.9712261271752118] },
    Row { model: ["2.5", "3", "0.4", "800"], account: (5000, 9000.0, 10000.0), horizon: 520.0, rate: 0.001, want: [1.9393707988206274e-225, 4.995867144704146e-223, -7953.46850781875, 1.9392271789597465e-225, 1.4358264209529797e-229, 1.4347108488706873e-229, 9.378151027382298e-223, 1.9392271789597465e-225] },
    Row { model: ["2.5", "800", "0.4", "3"], account: (5000, 9000.0, 10000.0), horizon: 520.0, rate: 0.001, want: [8.874489548740333e-208, 2.1158187646375304e-205, -8365.869091722378, 8.873723484205215e-208, 7.658331396999745e-212, 7.651396718469663e-212, 3.965053646683445e-205, 8.873723484205215e-208] },
    Row { model: ["0.000001", "0.000001", "0.000001", "0.000001"], account: (1, 3.0, 10000.0), horizon: 39.0, rate: 0.01, want: [0.9966786882352886, 0.00388705076320589, -23.022570142178598, 0.003871950150071836, 0.0038569082005604446, 2.261321075859229e-10, 0.009966796749452443, 0.9966776915585936] },
    Row { model: ["0.000001", "1000000", "0.000001", "1"], account: (0, 0.0, 10000.0), horizon: 39.0, rate: 0.01, want: [0.9999907896019673, 3.861350566191454e-11, -9.950249172483974e-09, 3.8612760172082654e-11, 3.8612014701440993e-11, 5.557028940894853e-25, 9.90089880892175e-11, 0.4999930873188894] },
    Row { model: ["0.000001", "1", "0.000001", "1000000"], account: (0, 0.0, 10000.0), horizon: 39.0, rate: 0.01, want: [0.9999999900496592, 3.899610000118363e-09, -9.210440357010601e-06, 3.89202622282813e-09, 3.884462097549373e-09, 5.691993241221474e-17, 9.99899999950664e-09, 0.5000023025281539] },
    Row { model: ["1000000", "1000000", "0.5", "10"], account: (12, 30.0, 39.0), horizon: 52.0, rate: 0.01, want: [0.009164716376106063, 0.3913068655410381, -35.10186476887358, 0.009073922685861411, 8.819495769483755e-05, 8.108726039987423e-05, 0.5980100779369295, 0.009073922685861411] },
    Row { model: ["0.5", "10", "1000000", "1000000"], account: (12, 30.0, 39.0), horizon: 52.0, rate: 0.01, want: [1.276339273231324e-05, 3.2560977725849665e-06, -57.064788703369196, 2.5613954158771765e-06, 2.021584767008585e-06, 2.0791730423142395e-08, 3.2238578723958577e-06, 2.5613954158771765e-06] },
    Row { model: ["1000000", "1000000", "1000000", "1000000"], account: (12, 38.0, 39.0), horizon: 1.0, rate: 0.01, want: [0.23842058247492076, 0.150708958835378, -76.56516201903915, 0.10307647023098676, 0.06767199270101969, 0.0017366567191802887, 0.23606295562669463, 0.11921100649491626] },
    Row { model: ["30", "0.000001", "2", "1000000"], account: (3, 1.0, 39.0), horizon: 39.0, rate: 0.05, want: [4.999987876722371e-46, 1.6499316121873668e-44, -420.75253062694196, 4.999975689190869e-46, 1.2196506928744285e-51, 1.4329533555401072e-51, 8.461179301055239e-45, 4.999975689772896e-46] },
    Row { model: ["3", "1000000", "2", "0.000001"], account: (3, 38.0, 39.0), horizon: 39.0, rate: 0.05, want: [0.9493752661427043, 0.00011107257573230573, -72.25861444128024, 0.00011106086373287626, 0.00011104915280892403, 8.789110452081513e-17, 6.255865526349729e-05, 0.00022168658435173187] },
    Row { model: ["0.25", "4.5", "3", "0.01"], account: (40, 51.5, 52.0), horizon: 13.0, rate: 0.003, want: [0.9658259415912965, 6.44045092215461, -81.37360425915958, 0.8935013700562277, 0.06602313854033187, 0.06499880187566362, 15.829228886057814, 0.8936112793407697] },
    Row { model: ["0.25", "0.01", "0.1", "900"], account: (7, 7000.0, 10000.0), horizon: 365.0, rate: 0.0004, want: [0.8656519194009762, 0.2286939986926856, -62.267244505904536, 0.19781769290599735, 0.17017018466039882, 0.0002419231095870797, 1.5394007987540335, 0.8547270272376003] },
    Row { model: ["5", "40", "0.05", "2"], account: (1000, 9999.0, 10000.0), horizon: 100.0, rate: 0.0001, want: [0.9999947419774855, 10.007414260857447, -3305.7943915349247, 0.999897598726821, 0.0005177521419259294, 0.019142799074841236, 971.8013701120803, 0.9999448046618331] },
    Row { model: ["1.2", "4", "7.5", "300"], account: (4, 1.0, 1.0), horizon: 1000.0, rate: 1.0, want: [1.0, 48.15644723671614, -3.1614680847552847, 0.9715623203355482, 0.02728739593992178, 0.024221246156586593, 1.014795838811384, 0.9715623203355482] },
    Row { model: ["0.1", "0.1", "12", "0.1"], account: (1, 0.001, 100.0), horizon: 5.0, rate: 10.0, want: [6.151961815421672e-40, 2.553154396170473e-41, -0.21805491459560744, 2.437885732361507e-41, 2.3279969045685705e-41, 2.3064316683848302e-45, 6.680391884457907e-43, 5.165769463331175e-41] },
    Row { model: ["0.6", "11", "0.7", "9"], account: (1, 5.0, 5.0), horizon: 0.001, rate: 0.5, want: [1.0, 9.99975001011856e-05, -3.8175133422659457, 9.998937598131495e-05, 9.998125247070888e-05, 4.378175047045841e-17, 0.18359516477297233, 0.675682404744133] },
    Row { model: ["8", "2", "0.3", "50"], account: (100, 12.0, 104.0), horizon: 26.0, rate: 0.0028, want: [1.34890175520415e-92, 3.488865722529478e-91, 100.81846990075486, 1.3463202332236309e-92, 2.5601902167855282e-95, 2.498623671429849e-95, 3.690452997169163e-90, 1.3463202332896725e-92] },
];

fn near(name: &str, row: &Row, got: f64, want: f64) {
    assert!(got.is_finite(), "{name} of {:?} {:?}: {got}", row.model, row.account);
    let off = (got / want - 1.0).abs();
    assert!(off < 2e-12, "{name} of {:?} {:?}: {got:e}, not {want:e}: off by {off:e}", row.model, row.account);
}

#[test]
fn predictions_agree_with_many_digits() {
    for row in ROWS {
        let model = model(row.model);
        let (x, recency, age) = row.account;
        let account = PurchaseSummary::try_new(x, recency, age).unwrap();
        let [alive, expected, likelihood, buys, once, four, discounted, again] = row.want;
        near("alive", row, model.probability_alive(&account), alive);
        let score = model.score(&account, row.horizon).unwrap();
        near("expected", row, score.expected_purchases, expected);
        near("log-likelihood", row, model.log_likelihood(&account), likelihood);
        let process = model.process();
        near("buys within", row, alive * process.buys_if_alive(&account, row.horizon), buys);
        near("buys again", row, alive * process.buys_ever_if_alive(&account), again);
        let counts = model.purchase_counts(&account, row.horizon, 4).unwrap();
        near("none", row, counts.probabilities[0], 1.0 - buys);
        near("once", row, counts.probabilities[1], once);
        near("four times", row, counts.probabilities[4], four);
        let rate = DiscountRate::continuous(row.rate).unwrap();
        near("discounted", row, model.discounted_purchases(&account, None, rate).unwrap(), discounted);
    }
}

/// A gradient by finite differences of the likelihood, and a Hessian by those of the gradient.
#[test]
fn derivatives_agree_with_finite_differences() {
    let accounts =
        [(0, 0.0, 30.0), (0, 0.0, 0.0), (2, 20.0, 39.0), (9, 12.0, 39.0), (4, 39.0, 39.0), (60, 10.0, 500.0)]
            .map(|(x, recency, age)| PurchaseSummary::try_new(x, recency, age).unwrap());
    let cells = Cells::collapse(&accounts, Some(&[3.0, 1.0, 2.0, 1.0, 0.5, 1.0])).unwrap();
    let likelihood = ParetoLikelihood::new(&cells);
    for at in [[0.55, 10.6, 0.6, 11.7], [0.55, 11.7, 1.0, 11.7], [3.0, 0.2, 0.1, 90.0], [0.01, 80.0, 4.0, 0.5]] {
        let there = likelihood.at(&at);
        for i in 0..4 {
            let moved = |by: f64| {
                let mut other = at;
                other[i] *= 1.0 + by;
                likelihood.at(&other)
            };
            let (up, down) = (moved(1e-5), moved(-1e-5));
            let step = 2e-5 * at[i];
            let slope = (up.value - down.value) / step;
            let scale = 1e-6 * (there.value.abs() / at[i] + there.gradient[i].abs());
            assert!((slope - there.gradient[i]).abs() < scale, "{at:?} {i}: {slope} {}", there.gradient[i]);
            for j in 0..4 {
                let bend = (up.gradient[j] - down.gradient[j]) / step;
                let scale = 1e-6 * (there.gradient[j].abs() / at[i] + there.hessian[i][j].abs() + 1.0);
                assert!((bend - there.hessian[i][j]).abs() < scale, "{at:?} {i} {j}: {bend} {}", there.hessian[i][j]);
            }
        }
    }
}

/// With α = β the integral is elementary: D = s/(r+s+x) ((α+T)/(α+t_x))^(r+s+x) − s/(r+s+x).
#[test]
fn equal_rates_are_elementary() {
    let model = model(["0.75", "12", "0.6", "12"]);
    let account = PurchaseSummary::try_new(3, 20.0, 52.0).unwrap();
    let shape = 0.75 + 3.0 + 0.6;
    let odds = 0.6 / shape * (f64::powf(64.0 / 32.0, shape) - 1.0);
    assert!((model.probability_alive(&account) - 1.0 / (1.0 + odds)).abs() < 1e-14);
}

/// What is certain: just bought means alive; without a horizon nothing is bought.
#[test]
fn edges() {
    let model = model(["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"]);
    let just = PurchaseSummary::try_new(4, 12.0, 12.0).unwrap();
    assert_eq!(model.probability_alive(&just), 1.0);
    assert_eq!(model.probability_alive(&PurchaseSummary::FIRST), 1.0);
    assert_eq!(model.expected_purchases(&just, 0.0).unwrap(), 0.0);
    let counts = model.purchase_counts(&just, 0.0, 2).unwrap();
    assert_eq!((counts.probabilities, counts.more), (vec![1.0, 0.0, 0.0], 0.0));
    assert_eq!(model.probability_of_no_purchase(&just, 0.0).unwrap(), 1.0);
    // Silent for so long that a float cannot hold the chance: no surprise, no NaN.
    let gone = PurchaseSummary::try_new(5000, 1.0, 1e9).unwrap();
    assert_eq!(model.probability_alive(&gone), 0.0);
    assert!(model.log_likelihood(&gone).is_finite());
    assert_eq!(model.next_purchase(&gone).never, 1.0);
}
