//! Concentration worked out by hand.

use crate::facts::{Account, Facts};
use crate::rfm::testing::{book, date, playbook, purchase};
use crate::values::Period;
use crate::{Book, ConcentrationOptions, ConcentrationUnit, ConcentrationVerdict, Share, value_concentration};

fn measured(book: &Book, options: &ConcentrationOptions) -> ConcentrationVerdict {
    value_concentration(book, &playbook(), date("2024-09-30"), options).unwrap()
}

fn share(text: &str) -> Share {
    text.parse().unwrap()
}

/// One purchase of each account.
fn of_amounts(amounts: &[&str]) -> ConcentrationVerdict {
    of_amounts_with(amounts, &ConcentrationOptions::default())
}

fn of_amounts_with(amounts: &[&str], options: &ConcentrationOptions) -> ConcentrationVerdict {
    let names: Vec<String> = (0..amounts.len()).map(|number| format!("account-{number:03}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let texts: Vec<String> = amounts.iter().map(|amount| format!("{amount} USD")).collect();
    let rows: Vec<_> = names.iter().zip(&texts).map(|(name, text)| (*name, "2024-05-01", text.as_str())).collect();
    measured(&book(&names, &rows), options)
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| value.to_string())
}

fn points(verdict: &ConcentrationVerdict) -> Vec<String> {
    let point =
        |point: &crate::LorenzPoint| format!("{} {} {}", point.accounts, point.share_of_accounts, point.share_of_money);
    verdict.curve.iter().map(point).collect()
}

#[test]
fn five_accounts_by_hand() {
    let verdict = of_amounts(&["10", "50", "10", "20", "10"]);
    // Rising: 10 10 10 20 50; weights −4 −2 0 2 4: −40 −20 + 40 + 200 = 180, by 5 × 100.
    assert_eq!((text(verdict.gini), text(verdict.gini_corrected)), ("0.36".into(), "0.45".into()));
    // .25 + .04 + 3 × .01.
    assert_eq!((text(verdict.herfindahl), text(verdict.equal_accounts)), ("0.32".into(), "3.125".into()));
    assert_eq!(points(&verdict), ["0 0 0", "1 0.2 0.1", "2 0.4 0.2", "3 0.6 0.3", "4 0.8 0.5", "5 1 1"]);
    let ranks: Vec<_> = verdict.holders.iter().map(|one| (one.rank, one.account.as_str())).collect();
    assert_eq!(
        ranks,
        [(1, "account-001"), (2, "account-003"), (3, "account-000"), (3, "account-002"), (3, "account-004")]
    );
    let shares: Vec<_> = verdict.holders.iter().map(|one| text(one.cumulative_share)).collect();
    assert_eq!(shares, ["0.5", "0.7", "0.8", "0.9", "1"]);
    let reach = &verdict.reach;
    assert_eq!(
        (reach.accounts, text(reach.share_of_accounts), text(reach.reached)),
        (Some(3), "0.6".into(), "0.8".into())
    );
    assert_eq!(reach.tied, 2, "two more have ten");
    let messages: Vec<_> = verdict.reasons.iter().map(|reason| reason.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the top 0.2 of 5 accounts hold 0.5 of the money",
            "3 of 5 accounts make 0.8 of the money; 2 more are equal to the last of them",
            "Gini 0.36, Herfindahl–Hirschman 0.32, over 5 accounts with money of zero or more",
        ]
    );
}

#[test]
fn a_part_of_the_accounts_that_is_no_whole_number_of_them() {
    // A fifth of three accounts is 0.6 of the largest; half of them one and a half.
    let verdict = of_amounts(&["60", "30", "10"]);
    assert_eq!((verdict.top.accounts.to_string(), text(verdict.top.share_of_money)), ("0.6".into(), "0.36".into()));
    let half = ConcentrationOptions { top_share: share("0.5"), target_share: share("1"), ..Default::default() };
    let verdict = of_amounts_with(&["60", "30", "10"], &half);
    assert_eq!((verdict.top.accounts.to_string(), text(verdict.top.share_of_money)), ("1.5".into(), "0.75".into()));
    assert_eq!(verdict.reach.accounts, Some(3));
}

#[test]
fn a_period_that_is_not_over_is_said_to_be() {
    let rules = |last: &str| -> Vec<String> {
        let period = crate::Period { first: "2024-01-01".parse().unwrap(), last: last.parse().unwrap() };
        let verdict =
            of_amounts_with(&["60", "30"], &ConcentrationOptions { period: Some(period), ..Default::default() });
        verdict.reasons.iter().map(|reason| reason.rule.to_string()).collect()
    };
    assert!(!rules("2024-05-31").contains(&"period_not_over".to_owned()));
    assert!(rules("2199-12-31").contains(&"period_not_over".to_owned()));
}

#[test]
fn all_alike_and_all_with_one() {
    let verdict = of_amounts(&["7"; 10]);
    assert_eq!((text(verdict.gini), text(verdict.herfindahl)), ("0".into(), "0.1".into()));
    assert_eq!((text(verdict.top.share_of_money), verdict.reach.accounts), ("0.2".into(), Some(8)));
    let verdict = of_amounts(&["0", "0", "9", "0"]);
    assert_eq!((text(verdict.gini), text(verdict.gini_corrected)), ("0.75".into(), "1".into()));
    assert_eq!((text(verdict.herfindahl), verdict.reach.accounts), ("1".into(), Some(1)));
    let verdict = of_amounts(&["9"]);
    assert_eq!((text(verdict.gini), text(verdict.gini_corrected)), ("0".into(), "none".into()));
    assert_eq!(points(&verdict), ["0 0 0", "1 1 1"]);
}

#[test]
fn where_there_is_nothing_to_spread() {
    for verdict in [of_amounts(&[]), of_amounts(&["0", "0"])] {
        assert_eq!((verdict.gini, verdict.herfindahl, verdict.equal_accounts), (None, None, None));
        assert_eq!((verdict.curve.len(), verdict.reach.accounts, verdict.top.share_of_money), (0, None, None));
        assert_eq!(verdict.reasons[0].rule, "nothing_to_spread");
    }
}

#[test]
fn debts_and_unknowns_are_listed_and_left_out() {
    let rows = &[
        ("debtor", "2024-05-01", "-30 USD"),
        ("deeper", "2024-05-01", "-40 USD"),
        ("payer", "2024-05-01", "100 USD"),
        ("payer", "2024-06-01", "-20 USD"),
        ("payer", "2024-06-02", ""),
        ("unknown", "2024-05-01", ""),
        ("late", "2024-12-01", "5 USD"),
    ];
    let verdict = measured(&book(&["debtor", "deeper", "late", "payer", "unknown"], rows), &Default::default());
    assert_eq!((verdict.holders.len(), verdict.money.to_string()), (1, "80.00 USD".into()));
    assert_eq!(verdict.holders[0].unpriced, 1);
    let debts: Vec<_> = verdict.negative.iter().map(|one| (one.account.as_str(), one.money.to_string())).collect();
    assert_eq!(debts, [("deeper", "-40.00 USD".into()), ("debtor", "-30.00 USD".into())]);
    assert_eq!((verdict.negative[0].share, verdict.negative[0].cumulative_share), (None, None));
    assert_eq!((verdict.unknown.len(), verdict.without_purchases, verdict.unpriced.len()), (1, 1, 2));
    let rules: Vec<_> = verdict.reasons.iter().skip(3).map(|reason| reason.rule.as_ref()).collect();
    assert_eq!(rules, ["negative_left_out", "unknown_left_out", "unpriced"]);
}

#[test]
fn a_period_bounds_what_counts() {
    let rows = &[("a", "2023-12-31", "70 USD"), ("a", "2024-01-01", "10 USD"), ("b", "2024-03-31", "30 USD")];
    let quarter = Period { first: date("2024-01-01"), last: date("2024-03-31") };
    let options = ConcentrationOptions { period: Some(quarter), ..Default::default() };
    let verdict = measured(&book(&["a", "b", "c"], rows), &options);
    assert_eq!((verdict.money.to_string(), text(verdict.holders[0].share)), ("40.00 USD".into(), "0.75".into()));
    assert_eq!(verdict.without_purchases, 1);
    let backwards = Period { first: quarter.last, last: quarter.first };
    let refused =
        |options| value_concentration(&Book::default(), &playbook(), date("2024-09-30"), &options).unwrap_err();
    let options = ConcentrationOptions { period: Some(backwards), ..Default::default() };
    assert_eq!(refused(options).path, "period.first");
    assert_eq!(refused(ConcentrationOptions { top_share: share("0"), ..Default::default() }).path, "top_share");
    assert_eq!(refused(ConcentrationOptions { target_share: share("0"), ..Default::default() }).path, "target_share");
}

#[test]
fn groups_hold_together() {
    let account = |id: &str, parent: Option<&str>| Account {
        parent: parent.map(|parent| parent.parse().unwrap()),
        ..Account::new(id.parse().unwrap(), id.parse().unwrap())
    };
    let facts = Facts {
        accounts: vec![
            account("group", None),
            account("daughter", Some("group")),
            account("granddaughter", Some("daughter")),
            account("single", None),
        ],
        purchases: vec![
            purchase(1, "daughter", "2024-05-01", "10 USD"),
            purchase(2, "granddaughter", "2024-05-01", "25 EUR"),
            purchase(3, "single", "2024-05-01", "40 USD"),
        ],
        ..Facts::default()
    };
    let book = Book::from_facts(facts);
    let by_group = ConcentrationOptions { by: ConcentrationUnit::Group, ..Default::default() };
    let verdict = measured(&book, &by_group);
    let held: Vec<_> =
        verdict.holders.iter().map(|one| (one.account.as_str(), one.members, one.money.to_string())).collect();
    assert_eq!(held, [("group", 2, "41.25 USD".into()), ("single", 1, "40.00 USD".into())]);
    assert_eq!(measured(&book, &Default::default()).holders.len(), 3);
    assert_eq!(verdict.without_purchases, 1, "the head of the group bought nothing itself");
}

#[test]
fn a_long_curve_is_told_by_a_hundred_points() {
    let amounts: Vec<String> = (1..=250).map(|amount: u32| amount.to_string()).collect();
    let verdict = of_amounts(&amounts.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(verdict.curve.len(), 101);
    let middle = &verdict.curve[50];
    // 1 + … + 125 of 1 + … + 250.
    assert_eq!((middle.accounts, middle.share_of_money.to_string()), (125, "0.250996015936".into()));
    // Of 1, 2 … n Gini is (n − 1) ÷ 3n.
    assert_eq!(text(verdict.gini), "0.332");
}
