//! The operations. Each reads its fields, calls one function of the core, and writes its verdict.

mod bookings;
mod committee;
mod erasure;
mod forecast;
mod lifetime;
mod portfolio;
mod rfm;
mod rollup;
mod trajectory;

use keyaccount::{
    AccountBook, AccountId, Book, Date, DayBasis, FactCount, FunnelOptions, Language, Opportunity, OpportunityBook,
    OpportunityEvent, Period, Playbook, PlaybookPreset, Problem, ProblemCode, analyse_funnel, apply_event,
    detect_signals, judge_lifecycle, judge_loyalty, opportunity_cohorts, pipeline_movement, plan_event, replay_history,
    review,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::envelope::{answer, refusal};
use crate::fields::{Fields, not_found, problem};
use crate::labels::Labels;

pub use self::forecast::DealDistribution;

/// What an operation gives back: the text of its answer, or nothing where the fields hold a problem.
type Answer = Option<Result<String, Vec<Problem>>>;

/// One table of the operations gives their names and the function behind each.
macro_rules! operations {
    ($($name:literal => $run:path,)+) => {
        /// The names of the operations.
        ///
        /// # Examples
        /// ```
        /// assert!(keyaccount_wire::OPS.contains(&"review"));
        /// ```
        pub const OPS: &[&str] = &[$($name),+];

        fn operation(name: &str) -> Option<fn(&mut Fields) -> Answer> {
            match name {
                $($name => Some($run),)+
                _ => None,
            }
        }
    };
}

operations! {
    "apply_event" => apply,
    "plan_event" => plan,
    "replay_history" => replay,
    "analyse_funnel" => funnel,
    "pipeline_movement" => movement,
    "opportunity_cohorts" => cohorts,
    "weighted_forecast" => forecast::forecast,
    "roll_up_forecast" => rollup::roll_up,
    "learn_win_rates" => forecast::rates,
    "win_timing" => forecast::timing,
    "learn_market_correlation" => forecast::market,
    "book_distribution" => forecast::distribution,
    "forecast_bookings" => bookings::forecast,
    "what_if" => bookings::scenario,
    "backtest_forecast" => bookings::backtest,
    "check_coverage" => committee::coverage,
    "support_base" => committee::support,
    "decision_chain" => committee::chain,
    "check_gates" => committee::gates,
    "committee_map" => committee::map,
    "diagnose_opportunity" => committee::diagnosis,
    "judge_loyalty" => loyalty,
    "judge_lifecycle" => lifecycle,
    "score_rfm" => rfm::score,
    "value_concentration" => rfm::concentration,
    "purchase_trajectory" => trajectory::trajectory,
    "cross_sell" => trajectory::across,
    "lifecycle_history" => portfolio::history,
    "lifecycle_transitions" => portfolio::transitions,
    "classify_key_accounts" => portfolio::key_accounts,
    "summarise_purchases" => lifetime::summaries,
    "fit_purchase_model" => lifetime::fit,
    "score_purchase_model" => lifetime::score,
    "purchase_model_grid" => lifetime::grid,
    "fit_round_model" => lifetime::fit_rounds,
    "score_round_model" => lifetime::score_rounds_of,
    "fit_spend_model" => lifetime::fit_spend,
    "score_spend_model" => lifetime::score_spend,
    "judge_lifetime_value" => lifetime::value,
    "validate_purchase_models" => lifetime::validate,
    "alive_history" => lifetime::history,
    "retention_what_if" => lifetime::retention,
    "detect_signals" => signals,
    "review" => whole_review,
    "check_playbook" => check_playbook,
    "erase_personal_fields" => erasure::erase,
    "check_book" => check_book,
    "preset_playbook" => preset_playbook,
    "labels" => labels,
}

/// Runs one operation: the request and the answer are JSON text.
///
/// The answer is `{"schema_version": 1, "ok": …, "error": null}` or, where the request cannot mean anything,
/// `{"schema_version": 1, "ok": null, "error": {"code": …, "message": …, "problems": […]}}`. It never panics.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("preset_playbook", r#"{"name": "six_stage"}"#);
/// assert!(answer.contains(r#""zh_hans":"酝酿""#));
/// ```
#[must_use]
pub fn call(op: &str, request: &str) -> String {
    let Some(run) = operation(op) else {
        let short: String = op.chars().take(80).collect();
        let message = format!("there is no operation `{short}`");
        return refusal(vec![problem(ProblemCode::NotFound, "op", message, OPS.join(", "))]);
    };
    let mut fields = match Fields::read(request) {
        Ok(fields) => fields,
        Err(problems) => return refusal(problems),
    };
    match run(&mut fields) {
        Some(Ok(text)) => text,
        Some(Err(problems)) => refusal(problems),
        None => refusal(fields.into_problems()),
    }
}

/// A verdict, with the facts that were left out of it.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("weighted_forecast", r#"{
///     "book": {"accounts": [{"id": ""}]}, "as_of": "2026-06-30"
/// }"#);
/// assert!(answer.contains(r#""left_out":[{"code":"invalid_id","path":"accounts[0].id""#));
/// ```
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Judged{T}")]
pub struct Judged<T> {
    /// The verdict.
    pub verdict: T,
    /// Facts that could not be used, each with its path.
    pub left_out: Vec<Problem>,
}

fn judged<T: Serialize>(verdict: T, book: &Book) -> Answer {
    Some(answer(&Judged { verdict, left_out: book.problems().to_vec() }))
}

/// How a playbook was understood.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("check_playbook", "{}");
/// assert!(answer.contains(r#""name":"six-stage funnel""#));
/// ```
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaybookSummary {
    /// Its name.
    pub name: String,
    /// The fingerprint that every verdict made by it carries.
    pub fingerprint: String,
    /// Its contents, defaults filled in.
    pub playbook: keyaccount::PlaybookDraft,
}

/// How a book was understood.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("check_book", r#"{"book": {"accounts": [7]}}"#);
/// assert!(answer.contains(r#""table":"accounts","read":1,"used":0"#));
/// ```
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BookCheck {
    /// Rows read and used, by table.
    pub counts: Vec<FactCount>,
    /// Facts that cannot be used, each with its path.
    pub left_out: Vec<Problem>,
}

fn apply(fields: &mut Fields) -> Answer {
    of_event(fields, apply_event)
}

fn plan(fields: &mut Fields) -> Answer {
    of_event(fields, plan_event)
}

fn of_event<T: Serialize>(
    fields: &mut Fields,
    judge: fn(&OpportunityBook, &OpportunityEvent, &Playbook, Date) -> Result<T, Problem>,
) -> Answer {
    let playbook = fields.playbook();
    let book = history(fields);
    let event = fields.required::<OpportunityEvent>("event");
    let as_of = fields.required::<Date>("as_of");
    fields.end()?;
    let (playbook, book, event, as_of) = (playbook?, book?, event?, as_of?);
    match judge(only_opportunity(&book)?, &event, &playbook, as_of) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}

fn replay(fields: &mut Fields) -> Answer {
    let playbook = fields.playbook();
    let book = history(fields);
    let as_of = fields.required::<Date>("as_of");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    judged(replay_history(only_opportunity(&book)?, &playbook, as_of), &book)
}

/// A book of one opportunity, from the fields `opportunity` and `opportunity_events`.
fn history(fields: &mut Fields) -> Option<Book> {
    let opportunity = fields.required::<Opportunity>("opportunity");
    let events = fields.required_raw("opportunity_events");
    let (opportunity, events) = (opportunity?, events?);
    let account = json!([{ "id": opportunity.account, "name": opportunity.account }]);
    let opportunities = serde_json::to_string(&[&opportunity]).ok()?;
    let text = format!(r#"{{"accounts":{account},"opportunities":{opportunities},"opportunity_events":{events}}}"#);
    match Book::from_json(&text) {
        // What is no list of events at all is a fault of the request, not of an event.
        Ok(book) => match book.problems().iter().find(|problem| problem.path == "opportunity_events") {
            Some(problem) => fields.fail(problem.clone()),
            None => Some(book),
        },
        Err(problem) => fields.fail(problem),
    }
}

fn only_opportunity(book: &Book) -> Option<&OpportunityBook> {
    book.accounts().first()?.opportunities.first()
}

fn funnel(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let days = fields.optional::<DayBasis>("days");
    let decided_from = fields.optional::<Date>("decided_from");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let options = FunnelOptions { days: days?.unwrap_or_default(), decided_from: decided_from? };
    judged(analyse_funnel(&book, &playbook, as_of, &options), &book)
}

fn movement(fields: &mut Fields) -> Answer {
    let (playbook, book) = (fields.playbook(), fields.book());
    let (from, to) = (fields.required::<Date>("from"), fields.required::<Date>("to"));
    let period = fields.optional::<Period>("period");
    fields.end()?;
    let (playbook, book) = (playbook?, book?);
    match pipeline_movement(&book, &playbook, from?, to?, period?) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}

fn cohorts(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let months = fields.optional::<u32>("months");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let histories = forecast::histories(&book, &playbook, as_of);
    judged(opportunity_cohorts(&histories, &playbook, as_of, months?.unwrap_or(DEFAULT_MONTHS)), &book)
}

/// Months that a cohort is followed for where the request does not say: a year.
const DEFAULT_MONTHS: u32 = 12;

fn loyalty(fields: &mut Fields) -> Answer {
    of_account(fields, judge_loyalty)
}

fn lifecycle(fields: &mut Fields) -> Answer {
    of_account(fields, judge_lifecycle)
}

fn signals(fields: &mut Fields) -> Answer {
    of_account(fields, detect_signals)
}

fn of_account<T: Serialize>(fields: &mut Fields, judge: fn(&AccountBook, &Playbook, Date) -> T) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let id = fields.required::<AccountId>("account");
    fields.end()?;
    let (playbook, book, as_of, id) = (playbook?, book?, as_of?, id?);
    let Some(account) = book.account(&id) else {
        return fields.fail(not_found("account", "the book has no usable account", id.as_str()));
    };
    judged(judge(account, &playbook, as_of), &book)
}

fn whole_review(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    Some(answer(&review(&book, &playbook, as_of)))
}

fn facts_and_policy(fields: &mut Fields) -> (Option<Playbook>, Option<Book>, Option<Date>) {
    (fields.playbook(), fields.book(), fields.required("as_of"))
}

fn check_playbook(fields: &mut Fields) -> Answer {
    let playbook = fields.playbook();
    fields.end()?;
    let playbook = playbook?;
    Some(answer(&PlaybookSummary {
        name: playbook.draft().name.to_string(),
        fingerprint: playbook.fingerprint().to_owned(),
        playbook: playbook.draft().clone(),
    }))
}

fn check_book(fields: &mut Fields) -> Answer {
    let book = fields.book();
    fields.end()?;
    let book = book?;
    Some(answer(&BookCheck { counts: book.counts().to_vec(), left_out: book.problems().to_vec() }))
}

fn preset_playbook(fields: &mut Fields) -> Answer {
    let name = fields.required::<PlaybookPreset>("name");
    fields.end()?;
    Some(answer(Playbook::preset(name?).draft()))
}

fn labels(fields: &mut Fields) -> Answer {
    let playbook = fields.playbook();
    let language = fields.required::<Language>("language");
    fields.end()?;
    Some(answer(&Labels::of(&playbook?, language?)))
}
