//! The operations of the purchase models: fitting, scoring, lifetime values, holdout tests, retention.

use std::num::NonZeroU32;

use keyaccount::{
    AccountId, AliveHistoryOptions, Book, Date, FitOptions, GridOptions, LifetimeOptions, ParameterPrior, Problem,
    ProblemCode, PurchaseModel, PurchaseModelFit, PurchaseModelParameters, RetentionChange, RetentionFigures,
    RetentionVerdict, RoundColumns, RoundModelParameters, SpendColumns, SpendModelParameters, Statistic,
    SummaryColumns, ValidationOptions, alive_history, fit_purchase_model, fit_purchase_model_on_book, fit_round_model,
    fit_spend_model, judge_lifetime_value, portfolio_retention_what_if, purchase_model_grid, purchase_summaries,
    retention_what_if, score_rounds, score_spends, score_summaries, validate_purchase_models,
};
use serde::Serialize;

use super::{Answer, Judged, facts_and_policy, judged};
use crate::envelope::answer;
use crate::fields::{Fields, problem};

/// The answer to a request, or the problem in its fields.
fn answered<T: Serialize>(fields: &mut Fields, verdict: Result<T, Problem>) -> Answer {
    match verdict {
        Ok(verdict) => Some(answer(&verdict)),
        Err(problem) => fields.fail(problem),
    }
}

fn judged_or<T: Serialize>(fields: &mut Fields, verdict: Result<T, Problem>, book: &Book) -> Answer {
    match verdict {
        Ok(verdict) => judged(verdict, book),
        Err(problem) => fields.fail(problem),
    }
}

pub(super) fn summaries(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    judged_or(fields, purchase_summaries(&book, &playbook, as_of), &book)
}

pub(super) fn fit(fields: &mut Fields) -> Answer {
    let playbook = fields.playbook();
    let columns = fields.optional::<SummaryColumns>("summaries");
    let book = fields.optional_book();
    let as_of = fields.optional::<Date>("as_of");
    let model = fields.optional::<PurchaseModel>("model");
    let priors = fields.optional::<Vec<ParameterPrior>>("priors");
    fields.end()?;
    let (playbook, columns, book, as_of) = (playbook?, columns?, book?, as_of?);
    let policy = &playbook.draft().lifetime;
    let model = model?.unwrap_or(policy.model);
    let priors = priors?.unwrap_or_else(|| policy.priors.clone());
    match (columns, book, as_of) {
        (Some(columns), None, None) => {
            let fit = of_columns(&columns, model, &priors);
            answered(fields, fit.map(of_rows))
        }
        (None, Some(book), Some(as_of)) => {
            let fit = fit_purchase_model_on_book(&book, &playbook, as_of, model, &priors);
            judged_or(fields, fit, &book)
        }
        (columns, book, _) => {
            let message = "a model is fitted either on `summaries` or on a `book` as of a day".to_owned();
            let (code, path) = match (columns, book) {
                (None, None) => (ProblemCode::MissingField, "summaries"),
                (None, Some(_)) => (ProblemCode::MissingField, "as_of"),
                _ => (ProblemCode::ConflictingFields, "summaries"),
            };
            fields.fail(problem(code, path, message, "either summaries, or book and as_of".to_owned()))
        }
    }
}

fn of_columns(
    columns: &SummaryColumns,
    model: PurchaseModel,
    priors: &[ParameterPrior],
) -> Result<PurchaseModelFit, Problem> {
    let rows = rows_of(columns.summaries())?;
    let options = FitOptions { weights: columns.weights(), priors: ParameterPrior::of_model(priors, model)? };
    fit_purchase_model(&rows, model, &options)
}

pub(super) fn score(fields: &mut Fields) -> Answer {
    let parameters = fields.required::<PurchaseModelParameters>("parameters");
    let columns = fields.required::<SummaryColumns>("summaries");
    let horizon = fields.required::<Statistic>("horizon");
    fields.end()?;
    let scores = score_summaries(&parameters?, &columns?, horizon?).map_err(|problem| match problem.path.as_str() {
        "horizon" => problem,
        _ => crate::fields::under("summaries", problem),
    });
    answered(fields, scores)
}

pub(super) fn grid(fields: &mut Fields) -> Answer {
    let parameters = fields.required::<PurchaseModelParameters>("parameters");
    let options = fields.required::<GridOptions>("grid");
    fields.end()?;
    let grid = purchase_model_grid(&parameters?, &options?);
    answered(fields, grid.map_err(|problem| crate::fields::under("grid", problem)))
}

pub(super) fn fit_rounds(fields: &mut Fields) -> Answer {
    let columns = fields.required::<RoundColumns>("summaries");
    let priors = fields.optional::<Vec<ParameterPrior>>("priors");
    fields.end()?;
    let (columns, priors) = (columns?, priors?.unwrap_or_default());
    let fit = rows_of(columns.summaries()).and_then(|rows| fit_round_model(&rows, &how(columns.weights(), &priors)?));
    answered(fields, fit.map(of_rows))
}

pub(super) fn score_rounds_of(fields: &mut Fields) -> Answer {
    let parameters = fields.required::<RoundModelParameters>("parameters");
    let columns = fields.required::<RoundColumns>("summaries");
    let rounds = fields.required::<u32>("rounds");
    fields.end()?;
    let scores = score_rounds(&parameters?, &columns?, rounds?).map_err(|problem| match problem.path.as_str() {
        "rounds" if problem.code == ProblemCode::NumberOutOfRange => problem,
        _ => crate::fields::under("summaries", problem),
    });
    answered(fields, scores)
}

pub(super) fn fit_spend(fields: &mut Fields) -> Answer {
    let columns = fields.required::<SpendColumns>("summaries");
    let priors = fields.optional::<Vec<ParameterPrior>>("priors");
    fields.end()?;
    let (columns, priors) = (columns?, priors?.unwrap_or_default());
    let fit = rows_of(columns.summaries()).and_then(|rows| fit_spend_model(&rows, &how(columns.weights(), &priors)?));
    answered(fields, fit.map(of_rows))
}

pub(super) fn score_spend(fields: &mut Fields) -> Answer {
    let parameters = fields.required::<SpendModelParameters>("parameters");
    let columns = fields.required::<SpendColumns>("summaries");
    fields.end()?;
    answered(fields, rows_of(score_spends(&parameters?, &columns?)))
}

/// A verdict on columns, of which every row is used or refused.
fn of_rows<T>(verdict: T) -> Judged<T> {
    Judged { verdict, left_out: Vec::new() }
}

/// What was made of the field `summaries`, or the problem in it.
fn rows_of<T>(made: Result<T, Problem>) -> Result<T, Problem> {
    made.map_err(|problem| crate::fields::under("summaries", problem))
}

/// How a model without a playbook is fitted: every prior has to be for a parameter of it.
fn how(weights: Option<Vec<f64>>, priors: &[ParameterPrior]) -> Result<FitOptions, Problem> {
    Ok(FitOptions { weights, priors: ParameterPrior::by_parameter(priors)? })
}

/// The fields by which models are chosen.
fn options(fields: &mut Fields) -> Option<LifetimeOptions> {
    let model = fields.optional::<PurchaseModel>("model");
    let parameters = fields.optional::<PurchaseModelParameters>("parameters");
    let spend_parameters = fields.optional::<SpendModelParameters>("spend_parameters");
    let priors = fields.optional::<Vec<ParameterPrior>>("priors");
    Some(LifetimeOptions {
        model: model?,
        parameters: parameters?,
        spend_parameters: spend_parameters?,
        priors: priors?,
    })
}

pub(super) fn value(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let options = options(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    judged_or(fields, judge_lifetime_value(&book, &playbook, as_of, &options?), &book)
}

pub(super) fn validate(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let calibration_end = fields.required::<Date>("calibration_end");
    let models = fields.optional::<Vec<PurchaseModel>>("models");
    let priors = fields.optional::<Vec<ParameterPrior>>("priors");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let models = models?.unwrap_or_else(|| ValidationOptions::default().models);
    let options = ValidationOptions { models, priors: priors? };
    judged_or(fields, validate_purchase_models(&book, &playbook, calibration_end?, as_of, &options), &book)
}

pub(super) fn history(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let account = fields.required::<AccountId>("account");
    let from = fields.optional::<Date>("from");
    let step_days = fields.optional::<NonZeroU32>("step_days");
    let parameters = fields.optional::<PurchaseModelParameters>("parameters");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let options = AliveHistoryOptions {
        from: from?,
        step_days: step_days?.unwrap_or(AliveHistoryOptions::default().step_days),
        parameters: parameters?,
    };
    judged_or(fields, alive_history(&book, &account?, &playbook, as_of, &options), &book)
}

pub(super) fn retention(fields: &mut Fields) -> Answer {
    let playbook = fields.playbook();
    let figures = fields.optional::<RetentionFigures>("figures");
    let book = fields.optional_book();
    let as_of = fields.required::<Date>("as_of");
    let change = fields.required::<RetentionChange>("change");
    let options = options(fields);
    fields.end()?;
    let (playbook, figures, book, options) = (playbook?, figures?, book?, options?);
    let (as_of, change) = (as_of?, change?);
    match (figures, book) {
        (Some(figures), None) if options == LifetimeOptions::default() => {
            let verdict: RetentionVerdict = retention_what_if(&figures, &change, &playbook, as_of);
            Some(answer(&Judged { verdict, left_out: Vec::new() }))
        }
        (None, Some(book)) => {
            judged_or(fields, portfolio_retention_what_if(&book, &playbook, as_of, &change, &options), &book)
        }
        (figures, book) => {
            let message = "a scenario starts either from `figures` alone or from a `book` with its models".to_owned();
            let allowed = "either figures, or book with model, parameters, spend_parameters, priors".to_owned();
            let is_missing = figures.is_none() && book.is_none();
            let code = if is_missing { ProblemCode::MissingField } else { ProblemCode::ConflictingFields };
            fields.fail(problem(code, "figures", message, allowed))
        }
    }
}
