//! Lifetime values by hand, and the laws that hold for every book.

use proptest::prelude::*;
use proptest::sample::Index;

use super::testing::{any_portfolio, book, day, facts, forty};
use super::*;
use crate::facts::Book;
use crate::lifetime::{
    DiscountRate, FitStatus, ModelParameter, Prior, PurchaseModel, PurchaseModelParameters, PurchaseSummary,
    RetentionChange,
};
use crate::playbook::Playbook;
use crate::problem::ProblemCode;
use crate::values::decimal::to_f64;
use crate::verdict::Reason;

fn parameters(text: &str) -> Option<PurchaseModelParameters> {
    Some(serde_json::from_str(text).unwrap())
}

const MBG: &str = r#"{"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#;
const REGULAR: &str = r#"{"type": "mbg_cnbd", "regularity": 2, "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#;
const BG: &str = r#"{"type": "bg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#;

fn given(text: &str) -> LifetimeOptions {
    let spend_parameters = Some(serde_json::from_str(r#"{"p": "6", "q": "4", "v": "500"}"#).unwrap());
    LifetimeOptions { parameters: parameters(text), spend_parameters, ..LifetimeOptions::default() }
}

fn with_margin(margin: &str) -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.lifetime.margin = Some(margin.parse().unwrap());
    Playbook::try_new(draft).unwrap()
}

fn rules(reasons: &[Reason]) -> Vec<&str> {
    reasons.iter().map(|reason| &*reason.rule).collect()
}

#[test]
fn shrinkage_by_hand() {
    // First ordered 12 weeks ago, and again after 2 and 5 weeks.
    let book = book(&[vec![(0, Some(900)), (14, Some(1000)), (35, Some(1300))]]);
    let judged = |text| judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &given(text)).unwrap();
    let verdict = judged(MBG);
    let account = &verdict.accounts[0];
    assert_eq!((account.frequency, account.recency_weeks.to_string()), (2, "5".to_owned()));
    let prediction = account.prediction.as_ref().unwrap();
    // 12 of 18 parts of 2 in 12 weeks, 6 of 18 of 0.5 ÷ 6: (0.5 + 2) ÷ (6 + 12).
    let rate = &prediction.rate;
    assert_eq!(rate.own_weight.to_string(), "0.666666666667");
    assert_eq!(rate.own.unwrap().to_string(), "0.166666666667");
    assert_eq!(rate.portfolio.to_string(), "0.0833333333333");
    assert_eq!(rate.weekly.to_string(), "0.138888888889");
    // Two orders of 1150 weigh 12 of 15 parts, 6 × 500 ÷ 3 = 1000 the rest.
    let spend = prediction.spend.as_ref().unwrap();
    assert_eq!((spend.orders, spend.own_weight.to_string()), (2, "0.8".to_owned()));
    assert_eq!(spend.own.as_ref().unwrap().to_string(), "1150.00 USD");
    assert_eq!(spend.expected.to_string(), "1120.00 USD");
    assert_eq!(rules(&account.reasons), ["repeat_orders", "probability_alive", "rate_from_both", "spend_from_both"]);
    assert_eq!(account.reasons[0].fact_count, 3);
    // Every second event is a purchase: (0.5 + 2 × 2) ÷ (2 × 18).
    let regular = judged(REGULAR).accounts.remove(0).prediction.unwrap();
    assert_eq!(regular.rate.weekly.to_string(), "0.125");
    assert_eq!(regular.rate.portfolio.to_string(), "0.0416666666667");
}

#[test]
fn values_are_purchases_times_spend_times_margin() {
    let book = book(&[vec![(0, Some(900)), (14, Some(1000)), (35, Some(1300))], vec![(50, None)]]);
    let verdict = judge_lifetime_value(&book, &with_margin("0.3"), day(84), &given(MBG)).unwrap();
    assert_eq!(verdict.value_basis, ValueBasis::Margin);
    let model = parameters(MBG).unwrap();
    let rate = DiscountRate::annual(0.1, DiscountRate::WEEKS_PER_YEAR).unwrap();
    let summaries = [(2, 5.0, 12.0, 1120.0), (0, 0.0, 34.0 / 7.0, 1000.0)];
    let mut sum = 0.0;
    for (account, (x, recency, age, spend)) in verdict.accounts.iter().zip(summaries) {
        let summary = PurchaseSummary::try_new(x, recency, age).unwrap();
        let purchases = model.discounted_purchases(&summary, None, rate).unwrap();
        let value = purchases * spend * 0.3;
        let prediction = account.prediction.as_ref().unwrap();
        let told: f64 = prediction.lifetime_value.as_ref().unwrap().amount.to_string().parse().unwrap();
        assert!((told - value).abs() < 0.006, "{told} is not {value}");
        let year = &prediction.horizons[1];
        let sales: f64 = year.sales.as_ref().unwrap().amount.to_string().parse().unwrap();
        let expected = model.expected_purchases(&summary, 365.0 / 7.0).unwrap();
        assert!((sales - expected * spend).abs() < 0.006);
        let all: f64 = year.counts.iter().map(|count| to_f64(count.value())).sum::<f64>() + to_f64(year.more.value());
        assert!((all - 1.0).abs() < 1e-10);
        sum += value;
    }
    let told = verdict.portfolio.as_ref().unwrap().lifetime_value.as_ref().unwrap().amount.to_string();
    assert!((told.parse::<f64>().unwrap() - sum).abs() < 0.006);
    let new = verdict.new_account.as_ref().unwrap();
    assert_eq!(new.order_value.as_ref().unwrap().to_string(), "300.00 USD");
    assert_eq!(new.expected_purchases.len(), 3);
}

#[test]
fn one_order_is_new_and_none_is_a_prospect() {
    let book = book(&[vec![(0, None)], vec![]]);
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &given(BG)).unwrap();
    assert_eq!((verdict.accounts.len(), verdict.left_out.prospects.len()), (1, 1));
    let account = &verdict.accounts[0];
    assert_eq!(account.standing, CustomerStanding::New);
    assert_eq!(account.prediction.as_ref().unwrap().probability_alive.to_string(), "1");
    assert_eq!(rules(&account.reasons)[..2], ["one_order", "alive_by_construction"]);
    let silent = judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &given(MBG)).unwrap();
    assert!(to_f64(silent.accounts[0].prediction.as_ref().unwrap().probability_alive.value()) < 1.0);
    assert_eq!(verdict.value_basis, ValueBasis::Sales);
    assert!(rules(&verdict.reasons).contains(&"margin_unknown"));
}

#[test]
fn what_is_given_beside_parameters_has_to_count() {
    let book = book(&[vec![(0, Some(900)), (14, Some(1000))]]);
    let refused = |options: LifetimeOptions| {
        let problem = judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &options).unwrap_err();
        (problem.code, problem.path)
    };
    let conflict = |path: &str| (ProblemCode::ConflictingFields, path.to_owned());
    let with_model = |text, model| LifetimeOptions { model: Some(model), ..given(text) };
    assert_eq!(refused(with_model(BG, PurchaseModel::ParetoNbd {})), conflict("model"));
    let open = with_model(REGULAR, PurchaseModel::MbgCnbd { regularity: None });
    assert!(judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &open).is_ok(), "any regularity");
    let prior = |parameter| ParameterPrior { parameter, prior: Prior::HalfNormal { scale: "5".parse().unwrap() } };
    let with_priors = |priors: Vec<ParameterPrior>| LifetimeOptions { priors: Some(priors), ..given(BG) };
    assert_eq!(
        refused(with_priors(vec![prior(ModelParameter::S), prior(ModelParameter::A)])),
        conflict("priors[1].parameter")
    );
    assert_eq!(refused(with_priors(vec![prior(ModelParameter::Q)])), conflict("priors[0].parameter"));
}

#[test]
fn an_infinite_mean_spend_tells_no_worth() {
    let book = book(&[vec![(0, Some(900)), (14, Some(1000)), (35, Some(1300))], vec![(0, Some(900))]]);
    let spend_parameters = Some(serde_json::from_str(r#"{"p": "6", "q": "0.5", "v": "1"}"#).unwrap());
    let options = LifetimeOptions { spend_parameters, ..given(MBG) };
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &options).unwrap();
    for account in &verdict.accounts {
        let prediction = account.prediction.as_ref().unwrap();
        assert_eq!((&prediction.spend, &prediction.lifetime_value), (&None, &None));
        assert!(prediction.horizons.iter().all(|horizon| horizon.sales.is_none() && horizon.value.is_none()));
    }
    assert!(rules(&verdict.reasons).contains(&"infinite_mean_spend"));
}

#[test]
fn too_few_accounts_fit_no_model_without_priors() {
    let few = forty().split_off(32);
    let book = book(&few);
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day(365), &LifetimeOptions::default()).unwrap();
    assert_eq!((verdict.parameters, verdict.portfolio), (None, None));
    assert!(verdict.accounts.iter().all(|account| account.prediction.is_none()));
    let found = rules(&verdict.reasons);
    assert!(found.contains(&"too_few_accounts") && found.contains(&"too_few_amounts"), "{found:?}");
    let believed = |median: &str| Prior::LogNormal {
        median: median.parse().unwrap(),
        log_standard_deviation: "1".parse().unwrap(),
    };
    use ModelParameter::{A, Alpha, B, P, Q, R, V};
    let medians = [(R, "1"), (Alpha, "4"), (A, "0.5"), (B, "3"), (P, "4"), (Q, "4"), (V, "300")];
    let priors = medians.map(|(parameter, median)| ParameterPrior { parameter, prior: believed(median) });
    let options = LifetimeOptions { priors: Some(priors.to_vec()), ..LifetimeOptions::default() };
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day(365), &options).unwrap();
    let fit = verdict.fit.as_ref().unwrap();
    assert!(fit.found.with_priors && fit.found.status == FitStatus::Converged);
    assert!(verdict.portfolio.unwrap().lifetime_value.is_some());
    assert!(rules(&verdict.reasons).contains(&"small_portfolio_with_priors"));
    let twice = LifetimeOptions { priors: Some(vec![priors[0], priors[0]]), ..options };
    let problem = judge_lifetime_value(&book, &Playbook::six_stage(), day(365), &twice).unwrap_err();
    assert_eq!(problem.path, "priors[1].parameter");
}

#[test]
fn a_fitted_portfolio_adds_up() {
    let book = book(&forty());
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day(365), &LifetimeOptions::default()).unwrap();
    assert!(matches!(verdict.parameters, Some(PurchaseModelParameters::MbgCnbd { .. })));
    assert_eq!(verdict.accounts.len(), 40);
    let portfolio = verdict.portfolio.as_ref().unwrap();
    let alive: f64 = verdict
        .accounts
        .iter()
        .map(|account| to_f64(account.prediction.as_ref().unwrap().probability_alive.value()))
        .sum();
    assert!((portfolio.expected_alive.value() - alive).abs() < 1e-9);
    let value: f64 = verdict
        .accounts
        .iter()
        .map(|account| account.prediction.as_ref().unwrap().lifetime_value.as_ref().unwrap().amount.to_string())
        .map(|amount| amount.parse::<f64>().unwrap())
        .sum();
    let told: f64 = portfolio.lifetime_value.as_ref().unwrap().amount.to_string().parse().unwrap();
    assert!((told - value).abs() < 0.21, "each of forty is rounded to a cent");
}

#[test]
fn what_has_no_price_is_listed() {
    let book = book(&[
        vec![(0, None), (9, None)],
        vec![(0, Some(5)), (9, Some(5)), (20, Some(-5))],
        vec![(3, Some(-1)), (9, Some(5)), (20, Some(7))],
        vec![(0, Some(5)), (90, Some(5))],
    ]);
    let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), day(84), &given(MBG)).unwrap();
    let left_out = &verdict.left_out;
    assert_eq!(left_out.unpriced.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["a00"]);
    assert_eq!(left_out.not_positive.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["a01"]);
    assert_eq!((left_out.without_amount, left_out.returns_before_orders, left_out.later_purchases), (2, 1, 1));
    let of = |at: usize| verdict.accounts[at].prediction.as_ref().unwrap().spend.as_ref().unwrap();
    assert_eq!((of(0).own_weight.to_string(), of(0).expected.to_string()), ("0".to_owned(), "1000.00 USD".to_owned()));
    assert_eq!(of(1).own_weight.to_string(), "0");
}

#[test]
fn keeping_more_of_a_portfolio() {
    let book = book(&forty());
    let change = RetentionChange::Fraction { fraction: "0.1".parse().unwrap() };
    let options = LifetimeOptions::default();
    let verdict = portfolio_retention_what_if(&book, &Playbook::six_stage(), day(365), &change, &options).unwrap();
    assert_eq!((verdict.accounts, verdict.years.len(), verdict.years_looked_at), (40, 10, Some(10)));
    assert!(verdict.effect.relative.unwrap().value() > 0.0);
    assert!(!verdict.is_margin && rules(&verdict.reasons).contains(&"margin_unknown"));
    let few = portfolio_retention_what_if(
        &super::testing::book(&[vec![(0, None)]]),
        &Playbook::six_stage(),
        day(9),
        &change,
        &options,
    );
    let few = few.unwrap();
    assert_eq!((few.base.value, few.years.len()), (None, 0));
    assert!(rules(&few.reasons).contains(&"too_few_accounts"));
}

#[test]
fn a_history_ends_where_the_verdict_is() {
    let book = book(&[vec![(0, None), (14, None), (35, None), (90, None)]]);
    let options = AliveHistoryOptions { parameters: parameters(MBG), ..AliveHistoryOptions::default() };
    let id = "a00".parse().unwrap();
    let playbook = Playbook::six_stage();
    let history = alive_history(&book, &id, &playbook, day(84), &options).unwrap();
    let judged = judge_lifetime_value(&book, &playbook, day(84), &given(MBG)).unwrap();
    let last = history.points.last().unwrap();
    assert_eq!(last.probability_alive, judged.accounts[0].prediction.as_ref().unwrap().probability_alive);
    assert_eq!((history.points.len(), last.orders, last.days_since_last), (85, 3, 49));
    assert_eq!(history.order_days.len(), 3, "the one to come is not known");
    let weekly = AliveHistoryOptions { step_days: 7.try_into().unwrap(), from: Some(day(30)), ..options };
    let weekly = alive_history(&book, &id, &playbook, day(84), &weekly).unwrap();
    assert_eq!((weekly.points.len(), weekly.points[0].on), (8, day(35)));
    let late = AliveHistoryOptions { from: Some(day(99)), ..options };
    assert_eq!(alive_history(&book, &id, &playbook, day(84), &late).unwrap_err().path, "from");
    let nobody = alive_history(&book, &"nobody".parse().unwrap(), &playbook, day(84), &options).unwrap_err();
    assert_eq!(nobody.path, "account");
}

#[test]
fn a_history_before_the_first_order_is_empty() {
    let book = book(&[vec![]]);
    let options = AliveHistoryOptions { parameters: parameters(BG), ..AliveHistoryOptions::default() };
    let history = alive_history(&book, &"a00".parse().unwrap(), &Playbook::six_stage(), day(84), &options).unwrap();
    assert!(history.points.is_empty());
    assert_eq!(history.reasons[0].rule, "no_order");
}

#[test]
fn a_fit_on_a_book_is_one_on_its_summaries() {
    let book = book(&forty());
    let fit = fit_purchase_model_on_book(&book, &Playbook::six_stage(), day(365), PurchaseModel::BgNbd {}, &[]);
    let summaries = purchase_summaries(&book, &Playbook::six_stage(), day(365)).unwrap();
    let rows = summaries.accounts.iter().map(|account| {
        PurchaseSummary::try_new(account.frequency, account.recency.value(), account.age.value()).unwrap()
    });
    let rows: Vec<PurchaseSummary> = rows.collect();
    let of_rows = crate::lifetime::fit_purchase_model(&rows, PurchaseModel::BgNbd {}, &Default::default()).unwrap();
    let close = |one: f64, other: f64| (one - other).abs() < 1e-6 * other.abs();
    for (one, other) in fit.unwrap().found.estimates.iter().zip(&of_rows.found.estimates) {
        assert!(close(one.value.value(), other.value.value()), "{one:?} {other:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_order_of_rows_does_not_matter(portfolio in any_portfolio(), seeds in prop::collection::vec(any::<Index>(), 64)) {
        let sorted = facts(&portfolio);
        let shuffled = crate::facts::testing::shuffled(sorted.clone(), &seeds);
        let judged = |facts| judge_lifetime_value(&Book::from_facts(facts), &with_margin("0.5"), day(400), &given(MBG));
        prop_assert_eq!(judged(sorted).unwrap(), judged(shuffled).unwrap());
    }

    #[test]
    fn ten_times_the_money_is_ten_times_the_value(portfolio in any_portfolio()) {
        let tenfold: Vec<_> = portfolio
            .iter()
            .map(|orders| orders.iter().map(|(day, amount)| (*day, amount.map(|amount| amount * 10))).collect())
            .collect();
        let mut options = given(MBG);
        let one = judge_lifetime_value(&book(&portfolio), &with_margin("1"), day(400), &options).unwrap();
        options.spend_parameters = Some(serde_json::from_str(r#"{"p": "6", "q": "4", "v": "5000"}"#).unwrap());
        let ten = judge_lifetime_value(&book(&tenfold), &with_margin("1"), day(400), &options).unwrap();
        let value = |verdict: &LifetimeVerdict| {
            let value = verdict.portfolio.as_ref().unwrap().lifetime_value.as_ref().unwrap();
            value.amount.to_string().parse::<f64>().unwrap()
        };
        prop_assert!((value(&ten) - 10.0 * value(&one)).abs() < 0.06);
    }

    #[test]
    fn nothing_but_sound_numbers(portfolio in any_portfolio(), today in 0_u32..500) {
        let verdict = judge_lifetime_value(&book(&portfolio), &with_margin("0.2"), day(today), &given(REGULAR)).unwrap();
        for account in &verdict.accounts {
            let prediction = account.prediction.as_ref().unwrap();
            for horizon in &prediction.horizons {
                let all: f64 = horizon.counts.iter().map(|count| to_f64(count.value())).sum();
                prop_assert!((all + to_f64(horizon.more.value()) - 1.0).abs() < 1e-9);
                prop_assert!(horizon.value.as_ref().unwrap().amount <= horizon.sales.as_ref().unwrap().amount);
            }
            let ascending = prediction.horizons.windows(2);
            let mut pairs = ascending.map(|pair| pair[0].expected_purchases <= pair[1].expected_purchases);
            prop_assert!(pairs.all(|is| is));
        }
        prop_assert_eq!(verdict.accounts.len() + verdict.left_out.prospects.len(), portfolio.len());
    }
}
