use crate::lifetime::pareto_nbd::tests::model as pareto;
use crate::lifetime::{PurchaseModelParameters, PurchaseSummary};

fn bg(text: &str) -> PurchaseModelParameters {
    serde_json::from_str(text).unwrap()
}

/// In BG/NBD an account that is alive waits by a Pareto distribution: the quantile is elementary.
#[test]
fn bg_nbd_by_hand() {
    let model = bg(r#"{"type": "bg_nbd", "r": "0.5", "alpha": "4", "a": "0.8", "b": "2.5"}"#);
    let account = PurchaseSummary::try_new(2, 30.0, 36.0).unwrap();
    let alive = model.probability_alive(&account);
    let by_hand = |share: f64| 40.0 * ((1.0 - share).powf(-1.0 / 2.5) - 1.0);
    let next = model.next_purchase(&account);
    for (got, share) in [(next.early, 0.1), (next.median, 0.5), (next.late, 0.9)] {
        assert!((got.unwrap() / by_hand(share) - 1.0).abs() < 1e-11, "{share} {got:?}");
    }
    assert!((next.never - (1.0 - alive)).abs() < 1e-15);
    let third = model.time_of_next_purchase(&account, alive / 3.0).unwrap().unwrap();
    assert!((third / by_hand(1.0 / 3.0) - 1.0).abs() < 1e-11);
}

#[test]
fn quantiles_invert_probabilities() {
    let models = [
        pareto(["0.5532770469", "10.57768346", "0.6062399891", "11.66873529"]),
        pareto(["3", "20", "1", "20"]),
        bg(r#"{"type": "mbg_nbd", "r": "0.52", "alpha": "6.2", "a": "0.9", "b": "1.6"}"#),
        bg(r#"{"type": "mbg_cnbd", "regularity": 3, "r": "1.5", "alpha": "6.2", "a": "0.9", "b": "1.6"}"#),
    ];
    for model in models {
        for (x, recency, age) in [(0, 0.0, 0.0), (0, 0.0, 20.0), (3, 18.0, 20.0), (80, 19.5, 20.0), (4, 5.0, 500.0)] {
            let account = PurchaseSummary::try_new(x, recency, age).unwrap();
            let again = model.probability_alive(&account) * model.process().buys_ever_if_alive(&account);
            for share in [1e-6, 0.1, 0.5, 0.9, 0.999] {
                let Some(time) = model.time_of_next_purchase(&account, share * again).unwrap() else {
                    let late = model.probability_alive(&account) * model.process().buys_if_alive(&account, 1e9);
                    assert!(late < share * again);
                    continue;
                };
                let bought = model.probability_alive(&account) * model.process().buys_if_alive(&account, time);
                assert!((bought / (share * again) - 1.0).abs() < 1e-11, "{model:?} {account:?} {share}: {bought}");
            }
        }
    }
}

/// Who never buys with certainty has no time; probability zero is now.
#[test]
fn limits() {
    let model = pareto(["0.000001", "1000000", "0.000001", "1"]);
    let account = PurchaseSummary::try_new(0, 0.0, 10_000.0).unwrap();
    let next = model.next_purchase(&account);
    assert_eq!((next.median, next.late), (None, None), "later than anything");
    assert!(next.never > 0.5 && next.never < 0.501);
    assert_eq!(model.time_of_next_purchase(&account, 0.0).unwrap(), Some(0.0));
    assert_eq!(model.time_of_next_purchase(&account, 1.0).unwrap(), None);
    assert_eq!(model.time_of_next_purchase(&account, 1.5).unwrap_err().path, "probability");
    assert_eq!(model.probability_of_no_purchase(&account, -1.0).unwrap_err().path, "horizon");
}
