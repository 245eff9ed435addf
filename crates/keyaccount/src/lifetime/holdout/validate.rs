//! Puts a holdout test together.

use super::baselines::{RecencyOnly, same_as_last_period};
use super::ground::{Ground, Predictions};
use super::verdict::{
    BestPrediction, MethodValidation, PredictionMethod, PredictionScore, PredictionScores, ValidationVerdict,
};
use crate::facts::Book;
use crate::lifetime::book::fitting::{below, is_usable, model_priors};
use crate::lifetime::book::portfolio::date_of;
use crate::lifetime::book::priors::{ParameterPrior, check_priors};
use crate::lifetime::{FitOptions, PurchaseModel, fit_purchase_model};
use crate::playbook::{LifetimePolicy, Playbook};
use crate::problem::{Problem, ProblemCode};
use crate::values::{Date, Statistic};
use crate::verdict::{Comparison, Reason, Unit};

/// Most models tried at once.
const MOST_MODELS: usize = 16;

/// Which models are held against the holdout.
///
/// # Examples
/// ```
/// use keyaccount::ValidationOptions;
///
/// assert_eq!(ValidationOptions::default().models.len(), 4, "all of them");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationOptions {
    /// The models, in the order of the answer; all by default.
    pub models: Vec<PurchaseModel>,
    /// What is believed of parameters beforehand; those of the playbook by default.
    pub priors: Option<Vec<ParameterPrior>>,
}

impl Default for ValidationOptions {
    fn default() -> Self {
        let models = vec![
            PurchaseModel::BgNbd {},
            PurchaseModel::MbgNbd {},
            PurchaseModel::MbgCnbd { regularity: None },
            PurchaseModel::ParetoNbd {},
        ];
        Self { models, priors: None }
    }
}

/// Fits models on what was known on a past day, and holds their predictions against what came up to `as_of`.
///
/// Whatever is dated after `calibration_end` is out of the fits and the predictions, and so are accounts whose first order
/// came later. Beside the models stand two ways to predict that need none:
///
/// - **recency only**: what accounts bought, in the past, that had been silent about as long. The past is an earlier day of
///   the calibration, as long before its end as the holdout is long, or half the calibration where that is shorter;
///   accounts are put into five equal groups by their silence on that day, and a group's mean of orders from then on, in
///   proportion to the time, is the prediction. For "buys again", accounts are ranked by their silence itself.
/// - **same as last period**: the account's repeat orders in the last days of the calibration, as many as the holdout has.
///
/// Whichever is best is shown, by each score: rank correlation, mean absolute error, root mean square error, and the area
/// under the curve of "buys again", for which models rank by their chance of at least one order.
///
/// # Errors
/// A [`Problem`] where the calibration does not end before `as_of`, models are none or too many, or a parameter has two
/// priors.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, PredictionMethod, ValidationOptions, validate_purchase_models};
///
/// let order = |account: u32, month: u32| format!(
///     r#"{{"id": "o{account}-{month}", "account": "a{account}", "on": "2025-{month:02}-10", "supplier": {{"type": "us"}}}}"#
/// );
/// let accounts: Vec<String> = (1..=4).map(|account| format!(r#"{{"id": "a{account}", "name": "A{account}"}}"#)).collect();
/// // Each buys every month; the first two stop in May.
/// let orders: Vec<String> = (1..=4)
///     .flat_map(|account| (1..=12).filter(move |month| account > 2 || *month <= 5).map(move |month| order(account, month)))
///     .collect();
/// let book = Book::from_json(&format!(r#"{{"accounts": [{}], "purchases": [{}]}}"#, accounts.join(","), orders.join(",")))?;
/// let verdict = validate_purchase_models(
///     &book, &Playbook::six_stage(), "2025-08-31".parse()?, "2025-12-31".parse()?, &ValidationOptions::default(),
/// )?;
/// assert_eq!((verdict.accounts, verdict.bought_again, verdict.actual), (4, 2, 8));
/// let last = verdict.methods.last().unwrap();
/// assert_eq!(last.method, PredictionMethod::SameAsLastPeriod);
/// // 1, 1, 4 and 4 orders from May to August; 0, 0, 4 and 4 came.
/// assert_eq!(last.scores.as_ref().unwrap().mean_absolute_error.to_string(), "0.5");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn validate_purchase_models(
    book: &Book,
    playbook: &Playbook,
    calibration_end: Date,
    as_of: Date,
    options: &ValidationOptions,
) -> Result<ValidationVerdict, Problem> {
    if calibration_end >= as_of {
        let message = format!("the calibration ends on {calibration_end}, which is not before {as_of}");
        let problem = Problem::new(ProblemCode::DateOrder, calibration_end, message, format!("a day before {as_of}"));
        return Err(problem.at("calibration_end"));
    }
    let count = options.models.len();
    if count == 0 || count > MOST_MODELS {
        let message = format!("{count} models");
        let allowed = format!("1 to {MOST_MODELS} models");
        return Err(Problem::new(ProblemCode::NumberOutOfRange, count, message, allowed).at("models"));
    }
    let priors = options.priors.as_deref().unwrap_or(&playbook.draft().lifetime.priors);
    check_priors(priors)?;
    let ground = Ground::split(book, calibration_end, as_of)?;
    let mut methods = Vec::new();
    for model in &options.models {
        methods.push(of_model(&ground, *model, priors)?);
    }
    methods.push(of_recency(&ground));
    methods.push(of_last_period(&ground));
    let best_by = best_by(&methods);
    let actual = ground.actual.iter().copied().fold(0, usize::saturating_add);
    Ok(ValidationVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        calibration_start: ground.start().map(|day| date_of(day, as_of)),
        calibration_end,
        holdout_days: u32::try_from(ground.holdout_days()).unwrap_or(u32::MAX),
        accounts: ground.accounts.len(),
        repeaters: ground.summaries.iter().filter(|account| account.frequency() > 0).count(),
        bought_again: ground.actual.iter().filter(|count| **count > 0).count(),
        actual,
        left_out: ground.left_out,
        step_days: u32::try_from(ground.step_days()).unwrap_or(u32::MAX),
        steps: ground.steps(),
        reasons: reasons(&ground, &methods, &best_by, actual, &playbook.draft().lifetime),
        methods,
        best_by,
    })
}

fn of_model(ground: &Ground, model: PurchaseModel, priors: &[ParameterPrior]) -> Result<MethodValidation, Problem> {
    let options = FitOptions { weights: None, priors: model_priors(model, priors) };
    let fit = fit_purchase_model(&ground.summaries, model, &options)?;
    let parameters = fit.parameters.filter(|_| is_usable(&fit.found));
    let mut method = MethodValidation::without_model(model.into());
    if let Some(parameters) = parameters {
        let process = parameters.process();
        let predictions = ground.predictions(&parameters)?;
        method.judge(ground, &predictions);
        method.calibration = ground.calibration(&parameters)?;
        let cumulative = ground.expected_cumulative(&*process);
        let before = std::iter::once(0.0).chain(cumulative.iter().copied());
        method.expected = cumulative.iter().zip(before).map(|(sum, before)| Statistic::rounded(sum - before)).collect();
        method.expected_cumulative = cumulative.into_iter().map(Statistic::rounded).collect();
    }
    method.fit = Some(fit);
    Ok(method)
}

fn of_recency(ground: &Ground) -> MethodValidation {
    let mut method = MethodValidation::without_model(PredictionMethod::RecencyOnly);
    let start = ground.start().unwrap_or(ground.calibration_end);
    let learned = RecencyOnly::learn(&ground.accounts, start, ground.calibration_end, ground.holdout_days());
    if let Some(learned) = learned {
        let predictions = Predictions {
            counts: ground.silences().map(|silence| learned.predict(silence)).collect(),
            ranks: ground.silences().map(|silence| -(silence as f64)).collect(),
        };
        method.judge(ground, &predictions);
    }
    method
}

fn of_last_period(ground: &Ground) -> MethodValidation {
    let mut method = MethodValidation::without_model(PredictionMethod::SameAsLastPeriod);
    let predict = |account| same_as_last_period(account, ground.calibration_end, ground.holdout_days());
    let counts: Vec<f64> = ground.accounts.iter().map(predict).collect();
    method.judge(ground, &Predictions { ranks: counts.clone(), counts });
    method
}

impl MethodValidation {
    fn without_model(method: PredictionMethod) -> Self {
        Self {
            method,
            fit: None,
            scores: None,
            calibration: Vec::new(),
            holdout: Vec::new(),
            expected: Vec::new(),
            expected_cumulative: Vec::new(),
        }
    }

    fn judge(&mut self, ground: &Ground, predictions: &Predictions) {
        self.scores = ground.scores(predictions);
        self.holdout = ground.holdout(predictions);
    }
}

/// What a score makes of a method, larger being better.
fn merit(scores: &PredictionScores, score: PredictionScore) -> Option<f64> {
    match score {
        PredictionScore::RankCorrelation => scores.rank_correlation.map(Statistic::value),
        PredictionScore::MeanAbsoluteError => Some(-scores.mean_absolute_error.value()),
        PredictionScore::RootMeanSquareError => Some(-scores.root_mean_square_error.value()),
        PredictionScore::AreaUnderCurve => {
            scores.area_under_curve.map(|area| crate::values::decimal::to_f64(area.value()))
        }
    }
}

fn best_by(methods: &[MethodValidation]) -> Vec<BestPrediction> {
    let best = |score: &PredictionScore| {
        let scored = methods.iter().filter_map(|method| Some((method.method, merit(method.scores.as_ref()?, *score)?)));
        // The first of equals stays.
        let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        Some(BestPrediction { score: *score, method: best.0 })
    };
    PredictionScore::ALL.iter().filter_map(best).collect()
}

fn reasons(
    ground: &Ground,
    methods: &[MethodValidation],
    best_by: &[BestPrediction],
    actual: usize,
    policy: &LifetimePolicy,
) -> Vec<Reason> {
    let accounts = ground.accounts.len();
    let message = format!(
        "{accounts} accounts had ordered by the end of the calibration; in the {} days after it they ordered {actual} \
         times",
        ground.holdout_days()
    );
    let mut reasons = vec![
        Reason::new("known_at_calibration_end", message)
            .comparing(Comparison::new("accounts", accounts, Unit::Count))
            .comparing(Comparison::new("later_or_no_order", ground.left_out, Unit::Count))
            .comparing(Comparison::new("orders_in_holdout", actual, Unit::Count)),
    ];
    let repeaters = ground.summaries.iter().filter(|account| account.frequency() > 0).count();
    if below(accounts, policy.minimum_accounts) || below(repeaters, policy.minimum_repeaters) {
        let message =
            "so few accounts tell little of which method is better, and a lifetime value would not be judged by them";
        reasons.push(
            Reason::new("too_few_accounts", message)
                .comparing(Comparison::new("accounts", accounts, Unit::Count).against(policy.minimum_accounts))
                .comparing(Comparison::new("repeaters", repeaters, Unit::Count).against(policy.minimum_repeaters)),
        );
    }
    for method in methods.iter().filter(|method| method.scores.is_none()) {
        let message = format!("`{}` could not predict: too little was known", method.method);
        reasons.push(Reason::new("no_prediction", message));
    }
    for best in best_by {
        let message = format!(
            "by {}, {} was best",
            best.score.label(crate::Language::En),
            best.method.label(crate::Language::En)
        );
        let compared = methods.iter().filter_map(|method| {
            let scores = method.scores.as_ref()?;
            let value = merit(scores, best.score).map(f64::abs)?;
            Some(Comparison::new(method.method.as_str(), Statistic::rounded(value), Unit::Ratio))
        });
        reasons.push(compared.fold(Reason::new("best_by_score", message), Reason::comparing));
    }
    reasons
}
