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
    Row { model: ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"], account: (2, 30.43, 38.86), horizon: 39.0, rate: 0.0027, want: [0.86911566106258317, 1.4550987563059391, -9.5543339976549558, 0.59190454614814154, 0.21926559837517557, 0.056574498564689586, 6.4820331652902253, 0.70457734491715115] },
    Row { model: ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"], account: (0, 0.0, 38.86), horizon: 39.0, rate: 0.0027, want: [0.29509580354462129, 0.10705886622443555, -0.52120244193679872, 0.069266165502127274, 0.045882433130241701, 0.0020363891599409614, 0.47691547978978114, 0.14167143411193378] },
    Row { model: ["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"], account: (26, 30.86, 31.0), horizon: 39.0, rate: 0.0027, want: [0.9979178930817126, 20.115717663520347, -39.130804933905743, 0.97618074312699968, 0.020525358613043596, 0.017499278994172672, 86.028202671941664, 0.97618075855414395] },
    Row { model: ["0.5532770469", "10.57768346", "1", "11.66873529"], account: (2, 30.43, 38.86), horizon: 39.0, rate: 0.0027, want: [0.79462527513832279, 1.1861781175517619, -10.041834575237241, 0.50052985852136818, 0.19811357945336281, 0.044689718041871389, 3.6760767829297203, 0.57372265896852919] },
    Row { model: ["0.5532770469", "10.57768346", "1.000000001", "11.66873529"], account: (2, 30.43, 38.86), horizon: 39.0, rate: 0.0027, want: [0.79462527495860691, 1.1861781169442335, -10.041834576476706, 0.50052985831115257, 0.19811357940183168, 0.044689718015297933, 3.6760767780837563, 0.57372265867944716] },
    Row { model: ["0.75", "12", "0.6", "12"], account: (3, 20.0, 52.0), horizon: 26.0, rate: 0.002, want: [0.2721168094211057, 0.37273183438130768, -12.151458949767921, 0.18134501265746879, 0.079737598383684784, 0.013151627267669768, 3.0571768620928663, 0.23458345639750491] },
    Row { model: ["0.75", "12", "1", "12"], account: (5000, 9990.0, 10000.0), horizon: 10000.0, rate: 0.0001, want: [0.97142034326823295, 3364.2792859422108, -8480.6299636282927, 0.97122612717521186, 0.00019413844928793401, 0.0001939057972476411, 2894.6033076824273, 0.97122612717521186] },
    Row { model: ["2.5", "3", "0.4", "800"], account: (5000, 9000.0, 10000.0), horizon: 520.0, rate: 0.001, want: [1.9393707988206274e-225, 4.995867144704146e-223, -7953.4685078187502, 1.9392271789597464e-225, 1.4358264209529797e-229, 1.4347108488706873e-229, 9.378151027382298e-223, 1.9392271789597464e-225] },
    Row { model: ["2.5", "800", "0.4", "3"], account: (5000, 9000.0, 10000.0), horizon: 520.0, rate: 0.001, want: [8.8744895487403322e-208, 2.1158187646375306e-205, -8365.8690917223767, 8.8737234842052149e-208, 7.6583313969997449e-212, 7.6513967184696628e-212, 3.9650536466834453e-205, 8.8737234842052149e-208] },
    Row { model: ["0.000001", "0.000001", "0.000001", "0.000001"], account: (1, 3.0, 10000.0), horizon: 39.0, rate: 0.01, want: [0.99667868823528857, 0.00388705076320589, -23.022570142178597, 0.0038719501500718361, 0.0038569082005604444, 2.2613210758592289e-10, 0.0099667967494524421, 0.99667769155859368] },
    Row { model: ["0.000001", "1000000", "0.000001", "1"], account: (0, 0.0, 10000.0), horizon: 39.0, rate: 0.01, want: [0.99999078960196732, 3.8613505661914537e-11, -9.9502491724839738e-9, 3.8612760172082656e-11, 3.8612014701440995e-11, 5.5570289408948531e-25, 9.9008988089217505e-11, 0.49999308731888943] },
    Row { model: ["0.000001", "1", "0.000001", "1000000"], account: (0, 0.0, 10000.0), horizon: 39.0, rate: 0.01, want: [0.99999999004965923, 3.8996100001183631e-9, -9.2104403570106011e-6, 3.8920262228281295e-9, 3.8844620975493729e-9, 5.6919932412214744e-17, 9.9989999995066407e-9, 0.50000230252815391] },
    Row { model: ["1000000", "1000000", "0.5", "10"], account: (12, 30.0, 39.0), horizon: 52.0, rate: 0.01, want: [0.0091647163761060631, 0.39130686554103813, -35.101864768873579, 0.009073922685861411, 8.8194957694837558e-5, 8.1087260399874238e-5, 0.59801007793692953, 0.009073922685861411] },
    Row { model: ["0.5", "10", "1000000", "1000000"], account: (12, 30.0, 39.0), horizon: 52.0, rate: 0.01, want: [1.276339273231324e-5, 3.2560977725849666e-6, -57.064788703369199, 2.5613954158771764e-6, 2.0215847670085849e-6, 2.0791730423142396e-8, 3.2238578723958576e-6, 2.5613954158771764e-6] },
    Row { model: ["1000000", "1000000", "1000000", "1000000"], account: (12, 38.0, 39.0), horizon: 1.0, rate: 0.01, want: [0.23842058247492076, 0.15070895883537798, -76.565162019039143, 0.10307647023098676, 0.067671992701019692, 0.0017366567191802887, 0.23606295562669462, 0.11921100649491626] },
    Row { model: ["30", "0.000001", "2", "1000000"], account: (3, 1.0, 39.0), horizon: 39.0, rate: 0.05, want: [4.9999878767223715e-46, 1.6499316121873668e-44, -420.75253062694194, 4.9999756891908691e-46, 1.2196506928744284e-51, 1.4329533555401072e-51, 8.4611793010552386e-45, 4.9999756897728963e-46] },
    Row { model: ["3", "1000000", "2", "0.000001"], account: (3, 38.0, 39.0), horizon: 39.0, rate: 0.05, want: [0.94937526614270434, 0.00011107257573230573, -72.258614441280239, 0.00011106086373287626, 0.00011104915280892403, 8.7891104520815131e-17, 6.2558655263497285e-5, 0.00022168658435173186] },
    Row { model: ["0.25", "4.5", "3", "0.01"], account: (40, 51.5, 52.0), horizon: 13.0, rate: 0.003, want: [0.9658259415912965, 6.44045092215461, -81.373604259159574, 0.89350137005622764, 0.066023138540331865, 0.064998801875663615, 15.829228886057815, 0.89361127934076965] },
    Row { model: ["0.25", "0.01", "0.1", "900"], account: (7, 7000.0, 10000.0), horizon: 365.0, rate: 0.0004, want: [0.86565191940097618, 0.2286939986926856, -62.267244505904534, 0.19781769290599736, 0.17017018466039881, 0.00024192310958707971, 1.5394007987540335, 0.85472702723760028] },
    Row { model: ["5", "40", "0.05", "2"], account: (1000, 9999.0, 10000.0), horizon: 100.0, rate: 0.0001, want: [0.99999474197748545, 10.007414260857446, -3305.7943915349247, 0.99989759872682104, 0.00051775214192592934, 0.019142799074841237, 971.80137011208035, 0.99994480466183313] },
    Row { model: ["1.2", "4", "7.5", "300"], account: (4, 1.0, 1.0), horizon: 1000.0, rate: 1.0, want: [1.0, 48.156447236716139, -3.1614680847552849, 0.97156232033554823, 0.027287395939921779, 0.024221246156586593, 1.0147958388113841, 0.97156232033554824] },
    Row { model: ["0.1", "0.1", "12", "0.1"], account: (1, 0.001, 100.0), horizon: 5.0, rate: 10.0, want: [6.151961815421672e-40, 2.553154396170473e-41, -0.21805491459560744, 2.4378857323615071e-41, 2.3279969045685707e-41, 2.3064316683848301e-45, 6.6803918844579067e-43, 5.165769463331175e-41] },
    Row { model: ["0.6", "11", "0.7", "9"], account: (1, 5.0, 5.0), horizon: 0.001, rate: 0.5, want: [1.0, 9.9997500101185598e-5, -3.8175133422659458, 9.9989375981314955e-5, 9.9981252470708876e-5, 4.3781750470458415e-17, 0.18359516477297232, 0.67568240474413295] },
    Row { model: ["8", "2", "0.3", "50"], account: (100, 12.0, 104.0), horizon: 26.0, rate: 0.0028, want: [1.3489017552041499e-92, 3.4888657225294783e-91, 100.81846990075486, 1.3463202332236309e-92, 2.5601902167855283e-95, 2.4986236714298489e-95, 3.6904529971691632e-90, 1.3463202332896725e-92] },
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
