//! Nothing of what was erased is left, and all else is as it was.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::facts::testing;
use crate::{Book, CommunicationStyle, Driver, Facts, Playbook, check_coverage, read_json, review};

fn erasures(list: &[(&str, Option<&str>)]) -> Vec<Erasure> {
    list.iter()
        .map(|(id, pseudonym)| Erasure {
            stakeholder: id.parse().unwrap(),
            pseudonym: pseudonym.map(|pseudonym| pseudonym.parse().unwrap()),
        })
        .collect()
}

fn facts(tables: &Value) -> Facts {
    read_json(&tables.to_string()).unwrap()
}

fn paths(verdict: &ErasureVerdict) -> Vec<(&str, &str)> {
    verdict.erased.iter().map(|field| (field.path.as_str(), field.action.as_str())).collect()
}

/// A plant whose director is named in every kind of text.
fn plant() -> Facts {
    facts(&json!({
        "accounts": [{"id": "a", "name": "Ada Example & Daughters"}],
        "opportunities": [{"id": "o-ada example", "account": "a", "name": "Press of Ada Example"}],
        "opportunity_events": [{"opportunity": "o", "at": "2026-02-01",
            "change": {"type": "stage_changed", "to": "use", "authorisation": {"by": "m", "reason": "Ada  Example said so"}}}],
        "stakeholders": [
            {"id": "p", "account": "a", "name": "Ada Example", "title": "Director", "department": "Board",
                "communication_style": "facts", "reports_to": "q"},
            {"id": "q", "account": "a", "name": "Ben Other", "title": "Assistant to ADA EXAMPLE", "reports_to": "p"}
        ],
        "committee_seats": [{"opportunity": "o", "stakeholder": "p", "roles": ["coach"], "stance": "ally",
            "drivers": ["money"], "formal_roles": ["approver"]}],
        "stakeholder_changes": [
            {"stakeholder": "p", "on": "2026-03-01", "change": {"type": "drivers_changed", "drivers": ["habit"]}},
            {"stakeholder": "q", "on": "2026-03-01", "change": {"type": "drivers_changed", "drivers": ["habit"]}},
            {"stakeholder": "q", "on": "2026-03-01", "change": {"type": "reporting_line_changed", "reports_to": "p"}},
            {"stakeholder": "p", "on": "2026-03-02", "change": {"type": "influence_changed", "influence": 70}}
        ],
        "relationships": [{"from": "q", "to": "p", "kind": "knows"}],
        "interactions": [{"id": "i", "account": "a", "on": "2026-05-01", "channel": "visit", "direction": "two_way",
            "stakeholders": ["q", "p"]}],
        "surveys": [{"id": "s", "account": "a", "on": "2026-03-01", "score": 7, "remark": "Ada Examples are rare"}],
        "signal_mutes": [{"account": "a", "signal": "new_technology", "reason": "ada example, p.", "until": "2026-12-31"}],
        "information_records": [{"opportunity": "o", "point": "funds", "on": "2026-03-01", "state": "partial",
            "source": "Mrs Example", "success_factors": ["Ada Example's yes"]}],
        "tasks": [{"id": "t", "account": "a", "title": "call Ada\tExample", "stakeholder": "p"}]
    }))
}

#[test]
fn every_change_is_listed_with_its_path() {
    let verdict = erase_personal_fields(plant(), &erasures(&[("p", Some("person-1"))])).unwrap();
    assert_eq!(
        paths(&verdict),
        [
            ("accounts[0].name", "replaced"),
            ("opportunities[0].id", "left_for_review"),
            ("opportunities[0].name", "replaced"),
            ("opportunity_events[0].change.authorisation.reason", "replaced"),
            ("stakeholders[0].name", "cleared"),
            ("stakeholders[0].title", "cleared"),
            ("stakeholders[0].department", "cleared"),
            ("stakeholders[0].communication_style", "cleared"),
            ("stakeholders[0].id", "replaced"),
            ("stakeholders[1].title", "replaced"),
            ("stakeholders[1].reports_to", "replaced"),
            ("committee_seats[0].drivers", "cleared"),
            ("committee_seats[0].formal_roles", "cleared"),
            ("committee_seats[0].stakeholder", "replaced"),
            ("stakeholder_changes[0]", "row_removed"),
            ("stakeholder_changes[2].change.reports_to", "replaced"),
            ("stakeholder_changes[3].stakeholder", "replaced"),
            ("relationships[0].to", "replaced"),
            ("interactions[0].stakeholders[1]", "replaced"),
            ("surveys[0].remark", "left_for_review"),
            ("signal_mutes[0].reason", "replaced"),
            ("information_records[0].source", "left_for_review"),
            ("information_records[0].success_factors[0]", "replaced"),
            ("tasks[0].title", "replaced"),
            ("tasks[0].stakeholder", "replaced"),
        ]
    );
    let after = &verdict.facts;
    assert_eq!(after.signal_mutes[0].reason.as_str(), "person-1, person-1.", "the old identifier too");
    assert_eq!(after.stakeholders[1].title.as_ref().unwrap().as_str(), "Assistant to person-1");
    assert_eq!(after.surveys[0].remark.as_ref().unwrap().as_str(), "Ada Examples are rare", "another word");
    assert_eq!(after.stakeholder_changes.len(), 3, "the other person's drivers stay");
    assert_eq!(after.stakeholders[1].name.as_ref().unwrap().as_str(), "Ben Other");
}

#[test]
fn without_a_pseudonym_the_identifier_stays() {
    let verdict = erase_personal_fields(plant(), &erasures(&[("p", None), ("nobody", None)])).unwrap();
    assert_eq!(verdict.not_found, ["nobody".parse().unwrap()]);
    assert_eq!(verdict.facts.tasks[0].title.as_str(), "call p");
    assert_eq!(verdict.facts.interactions, plant().interactions);
    let again = erase_personal_fields(verdict.facts.clone(), &erasures(&[("p", None)])).unwrap();
    assert_eq!((again.facts, again.erased), (verdict.facts, vec![]), "nothing is left to be erased");
}

#[test]
fn an_identifier_that_names_the_person_is_left_for_review() {
    let book = facts(&json!({"stakeholders": [{"id": "np-example", "account": "a", "name": "Ada Example"}]}));
    let verdict = erase_personal_fields(book.clone(), &erasures(&[("np-example", None)])).unwrap();
    assert_eq!(paths(&verdict), [("stakeholders[0].name", "cleared"), ("stakeholders[0].id", "left_for_review")]);
    let verdict = erase_personal_fields(book, &erasures(&[("np-example", Some("x"))])).unwrap();
    assert_eq!(paths(&verdict), [("stakeholders[0].name", "cleared"), ("stakeholders[0].id", "replaced")]);
}

#[test]
fn names_are_found_whatever_their_script() {
    let after = |name: &str, text: &str| {
        let book = facts(&json!({
            "stakeholders": [{"id": "p", "account": "a", "name": name}],
            "tasks": [{"id": "t", "account": "a", "title": text}]
        }));
        let verdict = erase_personal_fields(book, &erasures(&[("p", Some("X1"))])).unwrap();
        verdict.facts.tasks[0].title.to_string()
    };
    assert_eq!(after("王小明", "请王小明回电"), "请X1回电");
    assert_eq!(after("Özge Ünal", "ÖZGE ÜNAL's plan, not Özge Ünaldi's"), "X1's plan, not Özge Ünaldi's");
    assert_eq!(after("İpek", "with İPEK"), "with X1", "a capital that is two characters without it");
    assert_eq!(after("Ann", "Annual plan by Ann, Ann-Kathrin's"), "Annual plan by X1, X1-Kathrin's");
    assert_eq!(after("Jean-Luc Example", "jean-luc   example\nJean-Luc Example"), "X1\nX1");
    let long = format!("{} Ann", "x".repeat(296));
    let book = facts(&json!({
        "stakeholders": [{"id": "p", "account": "a", "name": "Ann"}],
        "tasks": [{"id": "t", "account": "a", "title": long}]
    }));
    let verdict = erase_personal_fields(book, &erasures(&[("p", Some("a longer pseudonym"))])).unwrap();
    assert_eq!(verdict.facts.tasks[0].title.as_str(), "a longer pseudonym", "too long with it: it alone is left");
}

#[test]
fn identifiers_and_names_of_others_are_left_for_review() {
    let name = "Zebulon Quartermain";
    let event =
        |change: Value| json!({"opportunity": "o", "at": "2026-02-01", "by": "zebulon.quartermain", "change": change});
    let credits = json!([{"member": "m", "share": "0.5"}, {"member": name, "share": "0.5"}]);
    let money = json!({"amount": "1", "currency": "EUR"});
    let period = |mut row: Value| {
        row["first"] = json!("2026-01-01");
        row["last"] = json!("2026-03-31");
        row
    };
    let book = facts(&json!({
        "accounts": [{"id": "a", "name": "A", "owner": "zebulon.quartermain"}, {"id": "b", "name": "B", "owner": "m"}],
        "opportunity_events": [
            event(json!({"type": "created", "stage": "use", "owner": name, "credits": credits})),
            event(json!({"type": "owner_changed", "owner": name})),
            event(json!({"type": "credit_split_changed", "credits": credits})),
            event(json!({"type": "won", "authorisation": {"by": name, "reason": "signed"}}))
        ],
        "stakeholders": [
            {"id": "p", "account": "a", "name": name},
            {"id": "asst-zebulon-quartermain", "account": "a", "name": format!("Assistant of {name}")},
            {"id": "r", "account": "b", "name": "zebulon  QUARTERMAIN"},
            {"id": "s", "account": "b", "name": "Ann Quartermain", "reports_to": "asst-zebulon-quartermain"},
            {"id": "t", "account": "b", "name": "Ben Other", "reports_to": "quartermain-2"}
        ],
        "interactions": [{"id": "i", "account": "a", "on": "2026-01-02", "channel": "phone", "direction": "two_way",
            "members": ["m", name]}],
        "team_changes": [{"id": "tc", "on": "2026-01-01", "member": name, "function": "sales", "change": "joined"}],
        "signal_mutes": [{"account": "a", "signal": "new_technology", "reason": "r", "until": "2026-12-31", "by": name}],
        "reporting_lines": [{"member": name, "manager": "m"}, {"member": "m", "manager": name}],
        "quotas": [period(json!({"id": "qu", "member": name, "amount": money}))],
        "forecast_adjustments": [period(json!({"id": "f", "at": "2026-02-01", "by": name, "member": name,
            "category": "commit", "amount": money}))],
        "tasks": [{"id": "t", "account": "a", "title": "T", "owner": name}],
        "expenses": [{"id": "e", "account": "a", "on": "2026-01-01", "kind": "gift", "by": name, "amount": money}]
    }));
    let verdict = erase_personal_fields(book.clone(), &erasures(&[("p", Some("x1"))])).unwrap();
    let (changed, listed): (Vec<_>, Vec<_>) =
        paths(&verdict).into_iter().partition(|(_, action)| *action != "left_for_review");
    assert_eq!(changed, [("stakeholders[0].name", "cleared"), ("stakeholders[0].id", "replaced")]);
    assert_eq!(
        listed.into_iter().map(|(path, _)| path).collect::<Vec<_>>(),
        [
            "accounts[0].owner",
            "opportunity_events[0].by",
            "opportunity_events[0].change.owner",
            "opportunity_events[0].change.credits[1]",
            "opportunity_events[1].by",
            "opportunity_events[1].change.owner",
            "opportunity_events[2].by",
            "opportunity_events[2].change.credits[1]",
            "opportunity_events[3].by",
            "opportunity_events[3].change.authorisation.by",
            "stakeholders[1].name",
            "stakeholders[1].id",
            "stakeholders[2].name",
            "stakeholders[4].reports_to",
            "interactions[0].members[1]",
            "team_changes[0].member",
            "signal_mutes[0].by",
            "reporting_lines[0].member",
            "reporting_lines[1].manager",
            "quotas[0].member",
            "forecast_adjustments[0].by",
            "forecast_adjustments[0].member",
            "tasks[0].owner",
            "expenses[0].by",
        ],
        "a family name that another person shares is theirs"
    );
    let mut expected = book;
    expected.stakeholders[0].name = None;
    expected.stakeholders[0].id = "x1".parse().unwrap();
    assert_eq!(verdict.facts, expected, "what is listed stays as it is");
}

#[test]
fn names_in_notes_on_what_an_account_is_and_spends_are_replaced() {
    let money = json!({"amount": "1", "currency": "EUR"});
    let book = facts(&json!({
        "stakeholders": [{"id": "p", "account": "a", "name": "Zebulon Quartermain"}],
        "wallet_estimates": [{"account": "a", "on": "2026-01-01", "per_year": money, "source": "Zebulon Quartermain said so"}],
        "switching_costs": [{"account": "a", "on": "2026-01-01", "kind": "psychological", "note": "zebulon quartermain trusts us"}],
        "key_account_judgements": [{"account": "a", "on": "2026-01-01", "until": "2026-12-31", "by": "zebulon.quartermain",
            "reason": "a friend of Zebulon Quartermain"}]
    }));
    let verdict = erase_personal_fields(book, &erasures(&[("p", Some("x1"))])).unwrap();
    assert_eq!(verdict.facts.wallet_estimates[0].source.as_ref().unwrap().as_str(), "x1 said so");
    assert_eq!(verdict.facts.switching_costs[0].note.as_ref().unwrap().as_str(), "x1 trusts us");
    assert_eq!(verdict.facts.key_account_judgements[0].reason.as_str(), "a friend of x1");
    let listed: Vec<_> = paths(&verdict).into_iter().filter(|(_, action)| *action == "left_for_review").collect();
    assert_eq!(listed, [("key_account_judgements[0].by", "left_for_review")]);
}

/// What becomes of a task's title when a person of this name is erased.
fn after(name: &str, title: &str) -> (String, Vec<String>) {
    let book = facts(&json!({
        "stakeholders": [{"id": "p", "account": "a", "name": name}],
        "tasks": [{"id": "t", "account": "a", "title": title}]
    }));
    let verdict = erase_personal_fields(book, &erasures(&[("p", Some("X1"))])).unwrap();
    let of_title = verdict.erased.iter().filter(|field| field.path == "tasks[0].title");
    (verdict.facts.tasks[0].title.to_string(), of_title.map(|field| field.action.to_string()).collect())
}

#[test]
fn names_are_found_in_other_spellings() {
    for (name, title, expected) in [
        ("王小芳", "请王 小芳签字", "请X1签字"),
        ("王 小芳", "请 王小\u{3000}芳 签字", "请 X1 签字"),
        ("김 철수", "김철수는", "X1는"),
        ("山田 太郎", "山田太郎さん", "X1さん"),
        ("王芳 (Fang Wang)", "请王芳签字", "请X1签字"),
        ("王芳（Fang Wang）", "ask 王芳(FANG WANG)", "ask X1"),
        ("(采购部) 王芳", "请王 芳签字", "请X1签字"),
        ("Ada Example (Procurement)", "ADA EXAMPLE's", "X1's"),
        ("İbrahim Işık", "call ibrahim ışık, IBRAHIM IŞIK", "call X1, X1"),
        ("Ipek", "with İPEK, i\u{307}pek", "with X1, X1"),
        ("Οδυσσευς", "ΟΔΥΣΣΕΥΣ", "X1"),
        ("Straße Groß", "STRASSE GROSS, strasse groß", "X1, X1"),
        ("Zebulon Quartermain", "ＺＥＢＵＬＯＮ　ＱＵＡＲＴＥＲＭＡＩＮ", "X1"),
    ] {
        assert_eq!(after(name, title), (expected.to_owned(), vec!["replaced".to_owned()]), "{name}");
    }
    let (title, actions) = after("Straß", "Strass und Straßs");
    assert_eq!((title.as_str(), actions.len()), ("X1 und Straßs", 1), "another word");
}

#[test]
fn parts_of_names_are_left_for_review() {
    for (name, title) in [
        ("王小芳", "小芳已同意"),
        ("王小芳", "小 芳已同意"),
        ("欧阳小芳", "问欧阳"),
        ("王 小 芳", "小芳已同意"),
        ("山田 さくら", "さくらさん"),
        ("김철수", "철수가"),
        ("王芳 (Fang Wang)", "ask Fang Wang"),
        ("王芳 (Fang Wang)", "ask Wang"),
        ("李娜 (Li Na)", "ask li na"),
        ("王芳 (采购部)", "采购部的计划"),
        ("Example (Ada)", "Mrs Example"),
    ] {
        assert_eq!(after(name, title), (title.to_owned(), vec!["left_for_review".to_owned()]), "{name}");
    }
}

/// As the module's documentation says.
#[test]
fn some_spellings_are_not_found() {
    for (name, title) in [
        ("王芳", "Wang Fang"),
        ("王芳", "王总"),
        ("李娜 (Li Na)", "ask Na"),
        ("Ada Example", "adaexample@north.test"),
        ("José Núñez", "Jose\u{301} Nu\u{301}n\u{303}ez"),
        ("Müller", "Mueller"),
    ] {
        assert_eq!(after(name, title), (title.to_owned(), vec![]), "{name}");
    }
}

#[test]
fn identifiers_name_people_whatever_parts_the_words() {
    let owner = |name: &str, owner: &str| {
        let book = facts(&json!({
            "accounts": [{"id": "a", "name": "A", "owner": owner}],
            "stakeholders": [{"id": "p", "account": "a", "name": name}]
        }));
        let verdict = erase_personal_fields(book, &erasures(&[("p", None)])).unwrap();
        paths(&verdict).contains(&("accounts[0].owner", "left_for_review"))
    };
    assert!(owner("Li Na", "li.na") && owner("Li Na", "key-li_na-2") && owner("Li-Na", "li na"));
    assert!(owner("王小芳", "sales-小芳") && owner("Bo", "bo"));
    assert!(!owner("Li Na", "lina") && !owner("Bo", "bob") && !owner("王小芳", "王"));
    let book = facts(&json!({"stakeholders": [{"id": "bo", "account": "a", "name": "Bo"}]}));
    let verdict = erase_personal_fields(book, &erasures(&[("bo", None)])).unwrap();
    assert_eq!(paths(&verdict), [("stakeholders[0].name", "cleared"), ("stakeholders[0].id", "left_for_review")]);
}

#[test]
fn pseudonyms_are_nobodys_identifiers() {
    let found = |list: &[(&str, Option<&str>)]| {
        let problems = erase_personal_fields(plant(), &erasures(list)).unwrap_err();
        assert!(problems.iter().all(|problem| problem.value.is_empty()));
        problems.into_iter().map(|problem| (problem.path, problem.code)).collect::<Vec<_>>()
    };
    let pseudonym = |code| vec![("erasures[0].pseudonym".to_owned(), code)];
    assert_eq!(found(&[("p", Some("q"))]), pseudonym(ProblemCode::ConflictingId));
    assert_eq!(found(&[("p", Some("p"))]), pseudonym(ProblemCode::ConflictingId));
    let twice = [("p", Some("x")), ("q", Some("x")), ("p", None)];
    assert_eq!(
        found(&twice),
        [
            ("erasures[1].pseudonym".to_owned(), ProblemCode::DuplicateName),
            ("erasures[2].stakeholder".to_owned(), ProblemCode::DuplicateName),
        ]
    );
}

#[test]
fn what_cannot_be_read_is_not_quoted() {
    let secret = "Zacharias Secret";
    let book = json!({
        "stakeholders": [
            {"id": "p", "account": "a", "name": "Zacharias Secret", "stance": "ally"},
            {"id": "q", "account": "a", "communication_style": secret},
            {"id": "r", "account": "a", "title": "Buyer", secret: 1}
        ],
        secret: [],
        "tasks": secret,
        "surveys": [{"id": "s", "account": "a", "on": secret, "score": secret}],
        "stakeholder_changes": [{"stakeholder": "p", "on": "2026-01-01", "change": {"type": secret}}]
    });
    let (verdict, left_out) = erase_personal_fields_in_json(&book.to_string(), &erasures(&[("p", None)])).unwrap();
    let answer = serde_json::to_string(&(&verdict, &left_out)).unwrap();
    assert!(!answer.contains("Secret"), "{answer}");
    let found: BTreeSet<(&str, &str)> =
        left_out.iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect();
    for expected in [
        ("stakeholders[0]", "unknown_field"),
        ("stakeholders[1].communication_style", "unknown_value"),
        ("stakeholders[2]", "unknown_field"),
        ("", "unknown_field"),
        ("tasks", "wrong_type"),
        ("surveys[0].on", "invalid_date"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
    let refused = erase_personal_fields_in_json(&json!(secret).to_string(), &[]).unwrap_err();
    assert!(!serde_json::to_string(&refused).unwrap().contains("Secret"));
    // Rows that cannot be read leave the paths of the others as they are.
    let book = r#"{"stakeholders": [7, {"id": "p", "account": "a", "name": "Ann"}]}"#;
    let (verdict, _) = erase_personal_fields_in_json(book, &erasures(&[("p", None)])).unwrap();
    assert_eq!(paths(&verdict), [("stakeholders[1].name", "cleared")]);
}

/// Gives everybody every personal field, and puts their names into texts.
fn with_personal_fields(mut facts: Facts) -> Facts {
    let name_of = |id: &StakeholderId| format!("Quillon {}ford", id.as_str());
    for person in &mut facts.stakeholders {
        person.name = Some(name_of(&person.id).parse().unwrap());
        person.title = Some(format!("Zetetic of {}", person.id).parse().unwrap());
        person.department = Some("Zetetics".parse().unwrap());
        person.communication_style = Some(CommunicationStyle::People);
    }
    for seat in &mut facts.committee_seats {
        seat.drivers = vec![Driver::Habit];
        seat.formal_roles = vec!["zetetic approver".parse().unwrap()];
    }
    for task in &mut facts.tasks {
        if let Some(person) = &task.stakeholder {
            task.title = format!("ask {} again", name_of(person).to_uppercase()).parse().unwrap();
        }
    }
    facts
}

fn everybody(facts: &Facts, with_pseudonyms: bool) -> Vec<Erasure> {
    let mut rows = Rows::from(facts.clone());
    let mut ids = KnownIds::default();
    walk(&mut rows, &mut ids);
    let pseudonym = |index: usize| with_pseudonyms.then(|| format!("z{index:03}").parse().unwrap());
    let erasure = |(index, stakeholder)| Erasure { stakeholder, pseudonym: pseudonym(index) };
    ids.0.into_iter().enumerate().map(erasure).collect()
}

fn verdicts(facts: &Facts) -> String {
    let (book, playbook) = (Book::from_facts(facts.clone()), Playbook::six_stage());
    serde_json::to_string(&(book.problems(), review(&book, &playbook, testing::as_of()))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_verdict_carries_a_trace(facts in testing::facts(), with_pseudonyms: bool) {
        let facts = with_personal_fields(facts);
        let verdict = erase_personal_fields(facts.clone(), &everybody(&facts, with_pseudonyms)).unwrap();
        let text = serde_json::to_string(&verdict).unwrap() + &verdicts(&verdict.facts);
        for trace in ["quillon", "zetetic", "habit"] {
            let named_in_tasks = |id: &str| facts.stakeholders.iter().any(|person| person.id.as_str() == id);
            // A task that names somebody of whom there is no row, names nobody who could be erased.
            let strangers = facts.tasks.iter().filter_map(|task| task.stakeholder.as_ref());
            if trace != "quillon" || strangers.clone().all(|id| named_in_tasks(id.as_str())) {
                prop_assert!(!text.to_lowercase().contains(trace), "{trace}: {text}");
            }
        }
        if with_pseudonyms {
            for person in &facts.stakeholders {
                let quoted = format!("\"{}\"", person.id);
                prop_assert!(!text.contains(&quoted), "{quoted}: {text}");
            }
        }
    }

    /// What is not personal stays: the coverage is the same, but for what was erased.
    #[test]
    fn coverage_stays_the_same(facts in testing::facts()) {
        let without = |facts: &Facts| {
            let book = Book::from_facts(facts.clone());
            let mut found = Vec::new();
            for account in book.accounts() {
                for opportunity in &account.opportunities {
                    let mut verdict = check_coverage(account, opportunity, &Playbook::six_stage(), testing::as_of());
                    for person in &mut verdict.people {
                        (person.communication_style, person.drivers, person.formal_roles) = (None, vec![], vec![]);
                    }
                    found.push(verdict);
                }
            }
            found
        };
        // A row of which two say different things is kept by its text, of which personal fields are a part.
        let mut facts = facts;
        let mut seen = BTreeSet::new();
        facts.stakeholders.retain(|person| seen.insert(person.id.clone()));
        let mut seen = BTreeSet::new();
        facts.committee_seats.retain(|seat| seen.insert((seat.opportunity.clone(), seat.stakeholder.clone())));
        let personal = with_personal_fields(facts);
        let verdict = erase_personal_fields(personal.clone(), &everybody(&personal, false)).unwrap();
        prop_assert_eq!(without(&verdict.facts), without(&personal));
    }
}
