//! The catalogue of problem codes: each is produced by the smallest input that has the problem.

use std::collections::BTreeSet;

use super::*;
use crate::facts::{Book, Complaint, Opportunity, OpportunityBook, OpportunityChange, OpportunityEvent};
use crate::playbook::{LabelPair, Playbook};
use crate::values::{Currency, Date, Label, Moment, Money, Probability, Score};
use crate::{Account, apply_event, read_json};

/// The codes of the rows that a book leaves out.
fn in_book(tables: &str) -> Vec<ProblemCode> {
    let book = Book::from_json(tables).unwrap();
    book.problems().iter().map(|problem| problem.code).collect()
}

/// The codes of a playbook of one open stage with further settings.
fn in_playbook(settings: &str) -> Vec<ProblemCode> {
    let stage = r#"{"id": "s", "label": {"en": "s", "zh_hans": "s"}, "phase": "open", "win_probability": "0.5"}"#;
    let pipeline = format!(r#"{{"id": "p", "label": {{"en": "p", "zh_hans": "p"}}, "stages": [{stage}]}}"#);
    let settings = settings.replace("PIPELINE", &pipeline);
    let error = Playbook::from_json(&format!(r#"{{"name": "n", {settings}}}"#)).unwrap_err();
    error.problems.iter().map(|problem| problem.code).collect()
}

fn in_account(text: &str) -> Vec<ProblemCode> {
    read_json::<Account>(text).unwrap_err().iter().map(|problem| problem.code).collect()
}

/// An end mark of an opportunity that has no history.
fn event_of_nothing() -> ProblemCode {
    let opportunity = OpportunityBook::new(Opportunity::new("o".parse().unwrap(), "a".parse().unwrap()), vec![]);
    let event = OpportunityEvent {
        id: None,
        opportunity: "o".parse().unwrap(),
        at: "2026-01-05".parse().unwrap(),
        by: None,
        change: OpportunityChange::EndMarkMet { stage: None },
    };
    apply_event(&opportunity, &event, &Playbook::six_stage(), "2026-01-05".parse().unwrap()).unwrap_err().code
}

const TWO_ACCOUNTS: &str = r#""accounts": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#;

#[test]
fn every_code_is_reachable() {
    let table: Vec<(ProblemCode, Vec<ProblemCode>)> = vec![
        (ProblemCode::InvalidJson, in_account("{")),
        (ProblemCode::InvalidToml, vec![Playbook::from_toml("name =").unwrap_err().problems[0].code]),
        (ProblemCode::MissingField, in_account(r#"{"id": "a"}"#)),
        (ProblemCode::UnknownField, in_account(r#"{"id": "a", "name": "A", "size": 1}"#)),
        (ProblemCode::DuplicateField, in_account(r#"{"id": "a", "id": "a", "name": "A"}"#)),
        (ProblemCode::WrongType, in_account(r#"{"id": "a", "name": 7}"#)),
        (ProblemCode::UnknownValue, vec!["up".parse::<crate::Stance>().unwrap_err().code]),
        (ProblemCode::InvalidId, in_account(r#"{"id": "", "name": "A"}"#)),
        (ProblemCode::InvalidText, in_account(r#"{"id": "a", "name": ""}"#)),
        (ProblemCode::TextTooLong, vec![Label::try_new(&"x".repeat(301)).unwrap_err().code]),
        (ProblemCode::InvalidDate, vec!["2026-02-31".parse::<Date>().unwrap_err().code]),
        (ProblemCode::DateOutOfRange, vec!["9999-01-01".parse::<Date>().unwrap_err().code]),
        (ProblemCode::InvalidMoment, vec!["2026-01-05T25:00".parse::<Moment>().unwrap_err().code]),
        (ProblemCode::UnknownTimeZone, vec!["Mars/Olympus".parse::<crate::TimeZone>().unwrap_err().code]),
        (ProblemCode::InvalidNumber, vec!["NaN".parse::<Score>().unwrap_err().code]),
        (ProblemCode::NumberOutOfRange, vec!["101".parse::<Score>().unwrap_err().code]),
        (ProblemCode::NegativeAmount, vec![Money::parse("-1", Currency::USD).unwrap_err().code]),
        (ProblemCode::AmountOutOfRange, vec![Money::parse("0.00001", Currency::USD).unwrap_err().code]),
        (ProblemCode::UnknownCurrency, vec!["XYZ".parse::<Currency>().unwrap_err().code]),
        (
            ProblemCode::MixedCurrencies,
            vec![{
                let dollars = (Money::parse("1", Currency::USD).unwrap(), Probability::CERTAIN);
                crate::BookingDistribution::of("EUR".parse().unwrap(), &[dollars]).unwrap_err().code
            }],
        ),
        (ProblemCode::InvalidProbability, vec!["1.5".parse::<Probability>().unwrap_err().code]),
        (ProblemCode::DuplicateFact, in_book(r#"{"accounts": [{"id": "a", "name": "A"}, {"id": "a", "name": "A"}]}"#)),
        (ProblemCode::ConflictingId, in_book(r#"{"accounts": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]}"#)),
        (ProblemCode::DanglingReference, in_book(r#"{"opportunities": [{"id": "o", "account": "a"}]}"#)),
        (
            ProblemCode::ForeignReference,
            in_book(&format!(
                r#"{{{TWO_ACCOUNTS}, "stakeholders": [{{"id": "p", "account": "a"}}], "surveys": [
                    {{"id": "s", "account": "b", "on": "2026-01-05", "stakeholder": "p", "score": 1}}]}}"#
            )),
        ),
        (ProblemCode::ReferenceCycle, in_book(r#"{"accounts": [{"id": "a", "name": "A", "parent": "a"}]}"#)),
        (
            ProblemCode::ConflictingFields,
            in_book(&format!(
                r#"{{{TWO_ACCOUNTS}, "opportunities": [{{"id": "o", "account": "a"}}], "information_records": [
                    {{"opportunity": "o", "point": "funds", "on": "2026-01-05", "state": "partial",
                      "success_factors": ["price"]}}]}}"#
            )),
        ),
        (
            ProblemCode::DateOrder,
            in_book(&format!(
                r#"{{{TWO_ACCOUNTS}, "complaints": [
                    {{"id": "c", "account": "a", "on": "2026-01-05", "resolved_on": "2026-01-04"}}]}}"#
            )),
        ),
        (ProblemCode::UnequalLengths, vec![crate::StageColumns::try_new(&[1], &[0], &[]).unwrap_err().code]),
        (ProblemCode::EmptyList, in_playbook(r#""pipelines": [], "default_pipeline": "p""#)),
        (ProblemCode::DuplicateName, in_playbook(r#""pipelines": [PIPELINE, PIPELINE], "default_pipeline": "p""#)),
        (ProblemCode::UndefinedName, in_playbook(r#""pipelines": [PIPELINE], "default_pipeline": "q""#)),
        (
            ProblemCode::InconsistentSettings,
            in_playbook(r#""pipelines": [PIPELINE], "default_pipeline": "p", "lifecycle": {"high_risk_factor": "1"}"#),
        ),
        (ProblemCode::NotFound, vec![event_of_nothing()]),
    ];
    for (code, found) in &table {
        assert_eq!(found, &[*code], "the input has this problem and no other");
    }
    let covered: BTreeSet<&str> = table.iter().map(|(code, _)| code.as_str()).collect();
    let all: BTreeSet<&str> = ProblemCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(covered, all);
}

#[test]
fn a_problem_passes_through_text_and_json() {
    let problem = read_json::<Complaint>(r#"{"id": "c", "account": "a", "on": "2026-02-31"}"#).unwrap_err().remove(0);
    let text = problem.to_string();
    assert_eq!(
        text,
        "on: `2026-02-31` is not a day of the calendar; allowed: YYYY-MM-DD from 1900-01-01 to 2199-12-31 \
         [invalid_date]"
    );
    let json = serde_json::to_string(&problem).unwrap();
    assert_eq!(serde_json::from_str::<Problem>(&json).unwrap(), problem);
    assert!(read_json::<Problem>(&json.replace("\"path\"", "\"place\"")).is_err());
}

#[test]
fn quoted_values_are_cut_between_characters() {
    assert_eq!(quote(&"客".repeat(80)), "客".repeat(80));
    assert_eq!(quote(&"客".repeat(81)), format!("{}…", "客".repeat(80)));
    assert_eq!(quote(""), "");
}

#[test]
fn messages_name_no_type_of_rust() {
    let messages = |problems: Vec<Problem>| problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>();
    let label = |text: &str| messages(read_json::<LabelPair>(text).unwrap_err()).join("; ");
    assert_eq!(label("7"), "invalid type: integer `7`, expected an object");
    assert_eq!(label("[]"), "invalid length 0, expected an object");
    assert_eq!(label(r#"{"en": 7, "zh_hans": "b"}"#), "invalid type: integer `7`, expected a short text");
    let event = r#"{"opportunity": "o", "at": "2026-01-05", "change": 7}"#;
    let event = messages(read_json::<OpportunityEvent>(event).unwrap_err());
    assert_eq!(event, ["invalid type: integer `7`, expected an object with a field `type`"]);
    let policy = r#"{"newcomer_silence_days": -1, "confirmations": 0, "check_every_days": "x"}"#;
    assert_eq!(
        messages(read_json::<crate::LifecyclePolicy>(policy).unwrap_err()),
        [
            "invalid type: string \"x\", expected a whole number from 1",
            "invalid value: integer `0`, expected a whole number from 1",
            "invalid value: integer `-1`, expected a whole number from 0",
        ]
    );
}
