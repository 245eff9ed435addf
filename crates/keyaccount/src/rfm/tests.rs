//! Scores and segments worked out by hand.

use super::score::quantile_scores;
use super::testing::{book, book_of, date, playbook, purchase};
use super::*;
use crate::facts::Supplier;
use crate::forecast::UnpricedCause;
use crate::playbook::{Playbook, PlaybookDraft, RfmPolicy, RfmRule, RfmScore, RfmSegment, ScoreRange};
use crate::values::Quantity;

fn by_bands(book: &crate::Book, as_of: &str) -> RfmVerdict {
    score_rfm(book, &playbook(), date(as_of), &RfmOptions::default()).unwrap()
}

/// A supplier of a plant that orders every quarter, one that stopped, one that never ordered, one that only sent back.
fn four_accounts() -> crate::Book {
    book(
        &["prospect", "quarterly", "returns", "stopped"],
        &[
            ("quarterly", "2023-02-01", "7000 USD"),
            ("quarterly", "2024-02-01", "10000 USD"),
            ("quarterly", "2024-05-01", "10000 EUR"),
            ("quarterly", "2024-08-01", "10000.10 USD"),
            ("quarterly", "2024-08-01", "5000 USD"),
            ("quarterly", "2024-08-20", "-2500 USD"),
            ("quarterly", "2025-09-20", "1 USD"),
            ("stopped", "2021-03-01", "4000 USD"),
            ("returns", "2024-08-20", "-100 USD"),
        ],
    )
}

#[test]
fn an_account_by_hand() {
    let verdict = by_bands(&four_accounts(), "2024-09-30");
    let account = &verdict.accounts[0];
    assert_eq!(account.account.as_str(), "quarterly");
    // 2023-02-01 to 2024-09-30 are 607 days, and to the last order of 2024-08-01 they are 547.
    assert_eq!(
        (account.days_since_last_order, account.days_first_to_last, account.days_since_first_order),
        (60, 547, 607)
    );
    // Four days with orders, two orders on the last; the euros are worth 1.25 dollars each; the return is netted.
    assert_eq!((account.orders, account.orders_ever), (4, 4));
    assert_eq!(account.money.as_ref().unwrap().to_string(), "42000.10 USD");
    assert_eq!(account.money_per_order.as_ref().unwrap().to_string(), "10500.02 USD", "10500.025, half-even");
    // 60 days: within 100, so 5. Four orders: from 4 on, so 3. 42,000: from 25,000 on, so 3.
    assert_eq!((account.code.as_str(), account.segment), ("533", RfmSegment::PotentialLoyalists));
    let stopped = &verdict.accounts[1];
    assert_eq!((stopped.orders, stopped.orders_ever, stopped.days_since_last_order), (0, 1, 1309));
    assert_eq!(stopped.money.as_ref().unwrap().to_string(), "0.00 USD", "nothing in the window is zero, not unknown");
    assert_eq!(stopped.money_per_order, None);
    assert_eq!((stopped.code.as_str(), stopped.segment), ("111", RfmSegment::Lost));
    assert_eq!(verdict.prospects, ["prospect".parse().unwrap()]);
    assert_eq!(verdict.returns_only, ["returns".parse().unwrap()]);
    let window = verdict.window.unwrap();
    assert_eq!((window.first, window.last), (date("2022-10-02"), date("2024-09-30")), "730 days, both ends counted");
    let receipt = &verdict.receipt;
    assert_eq!((receipt.orders, receipt.returns, receipt.after_as_of, receipt.of_competitors), (6, 2, 1, 0));
    assert_eq!((receipt.before_window, receipt.priced, receipt.unpriced, receipt.without_order), (1, 6, 0, 1));
}

#[test]
fn reasons_name_numbers_limits_and_facts() {
    let verdict = by_bands(&four_accounts(), "2024-09-30");
    let [numbers, segment] = &verdict.accounts[0].reasons[..] else { panic!() };
    assert_eq!(numbers.rule, "rfm_bands");
    let compared = |reason: &crate::Reason| {
        let text = |one: &crate::Comparison| {
            let limit = one.limit.as_deref().unwrap_or("none");
            format!("{} {} / {limit}", one.name, one.actual.as_deref().unwrap_or("unknown"))
        };
        reason.compared.iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(
        compared(numbers),
        ["days_since_last_order 60 / 100", "orders 4 / 4", "money 42000.10 USD / 25000.00 USD"]
    );
    assert_eq!(numbers.fact_count, 6, "the order that came later is not known yet");
    assert_eq!(
        numbers.message,
        "the last order is 60 days old (score 5), 4 orders (score 3), 42000.10 USD (score 3), by fixed bands"
    );
    assert_eq!(compared(segment), ["silence_score 5 / 4–5", "frequency_score 3 / 2–3", "monetary_score 3 / 1–5"]);
    assert!(segment.message.contains("potential loyalists, by rule 4"), "{}", segment.message);
    // The worst score is held against the limit that was missed.
    let numbers = &verdict.accounts[1].reasons[0];
    assert_eq!(compared(numbers), ["days_since_last_order 1309 / 365", "orders 0 / 2", "money 0.00 USD / 5000.00 USD"]);
    assert_eq!(numbers.facts[0].id, "p00007", "its last order, though before the window");
}

#[test]
fn segments_add_up() {
    let verdict = by_bands(&four_accounts(), "2024-09-30");
    let potential = &verdict.segments[2];
    assert_eq!((potential.segment, potential.accounts), (RfmSegment::PotentialLoyalists, 1));
    assert_eq!(potential.share_of_accounts.unwrap().to_string(), "0.5");
    assert_eq!(potential.share_of_money.unwrap().to_string(), "1");
    assert_eq!(verdict.money.to_string(), "42000.10 USD");
    let lost = &verdict.segments[10];
    assert_eq!((lost.segment, lost.accounts, lost.money.to_string()), (RfmSegment::Lost, 1, "0.00 USD".into()));
}

#[test]
fn a_window_bounds_frequency_and_money_alone() {
    let options = RfmOptions { window_days: Some(1500.try_into().unwrap()), ..RfmOptions::default() };
    let verdict = score_rfm(&four_accounts(), &playbook(), date("2024-09-30"), &options).unwrap();
    let stopped = &verdict.accounts[1];
    assert_eq!((stopped.orders, stopped.code.as_str()), (1, "111"));
    assert_eq!(verdict.receipt.before_window, 0);
    // The euros' rate was not known before June 2020; a longer window than the calendar is refused.
    let options = RfmOptions { window_days: Some(109_574.try_into().unwrap()), ..RfmOptions::default() };
    let problem = score_rfm(&four_accounts(), &playbook(), date("2024-09-30"), &options).unwrap_err();
    assert_eq!((problem.path.as_str(), problem.allowed.as_str()), ("window_days", "1 to 109573 days"));
    let mut draft = playbook().draft().clone();
    draft.rfm.window_days = None;
    let unbounded = Playbook::try_new(draft).unwrap();
    let verdict = score_rfm(&four_accounts(), &unbounded, date("2024-09-30"), &RfmOptions::default()).unwrap();
    assert_eq!((verdict.window, verdict.accounts[1].orders), (None, 1));
}

#[test]
fn both_recencies_are_reported_and_one_is_scored() {
    let options = RfmOptions { recency: RecencyBasis::FirstToLastOrder, ..RfmOptions::default() };
    let verdict = score_rfm(&four_accounts(), &playbook(), date("2024-09-30"), &options).unwrap();
    let [quarterly, stopped] = &verdict.accounts[..] else { panic!() };
    // 547 days are at least 365, so 3; one order spans no day, so 1.
    assert_eq!((quarterly.recency_score.value(), stopped.recency_score.value()), (3, 1));
    assert_eq!((quarterly.days_since_last_order, stopped.days_since_last_order), (60, 1309));
    assert_eq!(quarterly.reasons[0].compared[0].limit.as_deref(), Some("365"));
    // The name goes by the silence: an account that ordered once, last week, is new and not lost.
    assert_eq!((quarterly.silence_score.value(), quarterly.code.as_str()), (5, "333"));
    assert_eq!(quarterly.segment, RfmSegment::PotentialLoyalists);
    let once = book(&["once"], &[("once", "2024-09-20", "10 USD")]);
    let once = &score_rfm(&once, &playbook(), date("2024-09-30"), &options).unwrap().accounts[0];
    assert_eq!((once.code.as_str(), once.segment), ("111", RfmSegment::New));
}

#[test]
fn what_has_no_price_is_listed_and_unknown_is_not_zero() {
    let purchases = &[
        ("dark", "2024-09-01", ""),
        ("dark", "2024-06-01", "10 GBP"),
        ("dim", "2024-09-01", "30000 USD"),
        ("dim", "2024-06-01", ""),
    ];
    let verdict = by_bands(&book(&["dark", "dim"], purchases), "2024-09-30");
    let [dark, dim] = &verdict.accounts[..] else { panic!() };
    assert_eq!((dark.money.is_none(), dark.monetary_score, dark.code.as_str()), (true, None, "52-"));
    assert_eq!(dark.segment, RfmSegment::PotentialLoyalists);
    assert_eq!((dim.unpriced, dim.code.as_str()), (1, "523"));
    let causes: Vec<_> = verdict.unpriced.iter().map(|one| (one.purchase.as_str(), one.cause)).collect();
    let (no_amount, no_rate) = (UnpricedCause::NoAmount, UnpricedCause::NoRate);
    assert_eq!(causes, [("p00001", no_rate), ("p00000", no_amount), ("p00003", no_amount)]);
    assert_eq!((verdict.receipt.priced, verdict.receipt.unpriced), (1, 3));
    assert_eq!(verdict.segments[2].incomplete, 2);
    let rules: Vec<_> = dark.reasons.iter().map(|reason| reason.rule.as_ref()).collect();
    assert_eq!(rules, ["rfm_bands", "rfm_unpriced", "rfm_segment"]);
    assert_eq!(
        verdict.reasons.last().unwrap().message,
        "3 of 4 orders and returns have no price in the reporting currency and are in no sum"
    );
}

#[test]
fn rates_are_of_the_day_the_playbook_says() {
    let mut draft = playbook().draft().clone();
    let mut later = draft.exchange.rates[0].clone();
    (later.on, later.rate) = (date("2024-07-01"), "2".parse().unwrap());
    draft.exchange.rates.push(later);
    let purchases = &[("a", "2024-05-01", "100 EUR"), ("a", "2024-08-01", "100 EUR")];
    for (rate_date, money) in [("as_of", "400.00 USD"), ("close_date", "325.00 USD")] {
        draft.exchange.rate_date = rate_date.parse().unwrap();
        let playbook = Playbook::try_new(draft.clone()).unwrap();
        let verdict =
            score_rfm(&book(&["a"], purchases), &playbook, date("2024-09-30"), &RfmOptions::default()).unwrap();
        assert_eq!(verdict.accounts[0].money.as_ref().unwrap().to_string(), money, "{rate_date}");
    }
}

#[test]
fn competitors_orders_and_returned_goods_are_no_orders() {
    let mut rows: Vec<_> = ["2024-01-01", "2024-02-01", "2024-03-01"]
        .iter()
        .enumerate()
        .map(|(number, on)| purchase(number, "a", on, ""))
        .collect();
    rows[1].quantity = Some("-1".parse::<Quantity>().unwrap());
    rows[2].supplier = Supplier::Competitor { name: "Rival".parse().unwrap() };
    let verdict = by_bands(&book_of(&["a"], rows), "2024-09-30");
    assert_eq!((verdict.accounts[0].orders_ever, verdict.accounts[0].last_order), (1, date("2024-01-01")));
    let receipt = &verdict.receipt;
    assert_eq!((receipt.orders, receipt.returns, receipt.of_competitors), (1, 1, 1));
}

/// The scores of some numbers, as digits; a hyphen for none.
fn scores(values: &[Option<i32>]) -> String {
    let digit = |score: &Option<RfmScore>| score.map_or_else(|| "-".to_owned(), |score| score.to_string());
    quantile_scores(values).iter().map(digit).collect()
}

#[test]
fn quantiles_by_hand() {
    let of = |values: &[i32]| scores(&values.iter().copied().map(Some).collect::<Vec<_>>());
    assert_eq!(of(&[1, 2, 3, 4, 5]), "12345");
    assert_eq!(of(&[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), "5544332211");
    assert_eq!(of(&[7]), "3");
    assert_eq!(of(&[7, 7, 7, 7]), "3333", "all alike are in the middle");
    assert_eq!(of(&[0, 1]), "24");
    assert_eq!(of(&[1, 2, 3]), "135");
    // Nine of ten bought once: their place is 4.5 of 10, and the tenth's 9.5.
    assert_eq!(of(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 6]), "3333333335");
    assert_eq!(of(&[]), "");
    assert_eq!(scores(&[Some(3), None, Some(1), None]), "4-2-", "what is unknown is no rival");
}

#[test]
fn quantiles_of_a_book() {
    let orders = ["2024-01-01", "2024-03-01", "2024-05-01", "2024-07-01", "2024-09-01"];
    let names = ["a", "b", "c", "d", "e"];
    let rows: Vec<_> = names.iter().zip(orders).map(|(name, on)| (*name, on, "10 USD")).collect();
    let options = RfmOptions { method: RfmMethod::Quantiles, ..RfmOptions::default() };
    let verdict = score_rfm(&book(&names, &rows), &playbook(), date("2024-09-30"), &options).unwrap();
    let codes: Vec<_> = verdict.accounts.iter().map(|account| account.code.as_str()).collect();
    assert_eq!(codes, ["133", "233", "333", "433", "533"]);
    let recency = &verdict.scales[0].classes;
    assert_eq!((recency[4].least.as_deref(), recency[4].limit.as_deref()), (Some("29"), None));
    let numbers = &verdict.accounts[4].reasons[0];
    assert_eq!((numbers.rule.as_ref(), numbers.compared[0].limit.as_deref()), ("rfm_quantiles", Some("29")));
}

#[test]
fn the_default_segments_by_name() {
    let policy = RfmPolicy::default();
    let name = |code: &str| {
        let score = |at: usize| RfmScore::try_new(code.as_bytes()[at].wrapping_sub(b'0')).ok();
        policy.segment(score(0).unwrap(), score(1).unwrap(), score(2)).unwrap().as_str()
    };
    for (codes, segment) in [
        (&["555", "444", "454"][..], "champions"),
        (&["551", "345", "434", "443", "55-"], "loyal"),
        (&["533", "421", "525", "53-"], "potential_loyalists"),
        (&["511", "415", "51-"], "new"),
        (&["321", "311", "32-"], "promising"),
        (&["333", "331", "323", "315", "33-"], "needs_attention"),
        (&["221", "213", "22-"], "about_to_sleep"),
        (&["255", "231", "214", "151", "133", "15-"], "at_risk"),
        (&["155", "134", "144"], "cannot_lose"),
        (&["122", "125", "113", "12-"], "hibernating"),
        (&["111", "112", "11-"], "lost"),
    ] {
        for code in codes {
            assert_eq!(name(code), segment, "{code}");
        }
    }
}

fn problems(change: impl FnOnce(&mut PlaybookDraft)) -> Vec<(String, String)> {
    let mut draft = Playbook::six_stage().draft().clone();
    change(&mut draft);
    let error = Playbook::try_new(draft).unwrap_err();
    error.problems.into_iter().map(|problem| (problem.path, problem.message)).collect()
}

#[test]
fn a_playbook_names_every_score_and_no_rule_in_vain() {
    let found = problems(|draft| draft.rfm.segments.truncate(14));
    assert_eq!(found, [("rfm.segments".into(), "no rule names recency 1, frequency 1, money 1".into())]);
    let found = problems(|draft| draft.rfm.segments.last_mut().unwrap().monetary.most = RfmScore::try_new(2).unwrap());
    assert_eq!(found, [("rfm.segments".into(), "no rule names recency 1, frequency 1, money unknown".into())]);
    let whole = |segment| {
        let any = ScoreRange::ANY;
        RfmRule { segment, recency: any, frequency: any, monetary: any }
    };
    let found = problems(|draft| draft.rfm.segments.push(whole(RfmSegment::Lost)));
    assert_eq!(found[0].0, "rfm.segments[15]");
    let found = problems(|draft| draft.rfm.segments.clear());
    assert_eq!(found.len(), 1);
    let found = problems(|draft| {
        draft.rfm.recency_days = [100, 100, 280, 365];
        draft.rfm.orders = [0, 4, 7, 12];
        draft.rfm.money[3] = draft.rfm.money[0];
    });
    let paths: Vec<_> = found.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["rfm.recency_days[1]", "rfm.orders[0]", "rfm.money[3]"]);
    let mut draft = Playbook::six_stage().draft().clone();
    draft.rfm.segments = vec![whole(RfmSegment::Loyal)];
    assert!(Playbook::try_new(draft).is_ok(), "one name for all is a table too");
}

#[test]
fn a_playbook_in_text_is_read_strictly() {
    let text = serde_json::to_string(Playbook::six_stage().draft()).unwrap();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let problems = Playbook::from_json(&text.replacen(from, to, 1)).unwrap_err().problems;
        problems.into_iter().map(|problem| (problem.path, problem.code.as_str())).collect::<Vec<_>>()
    };
    let out_of_range = |path: &str| vec![(path.to_owned(), "number_out_of_range")];
    let recency = "\"segment\":\"champions\",\"recency\":{\"least\":";
    assert_eq!(with(&format!("{recency}4"), &format!("{recency}6")), out_of_range("rfm.segments[0].recency.least"));
    assert_eq!(with(&format!("{recency}4"), &format!("{recency}999")), out_of_range("rfm.segments[0].recency.least"));
    // Without the bad limit the reader has three left, and says so too.
    let money = [out_of_range("rfm.money[0]"), vec![("rfm.money".to_owned(), "wrong_type")]].concat();
    assert_eq!(with("\"money\":[\"5000\"", "\"money\":[\"-5000\""), money);
    assert_eq!(with("[100,190,280,365]", "[100,190,280]"), [("rfm.recency_days".to_owned(), "wrong_type")]);
    assert_eq!(with("\"window_days\":730", "\"window_days\":0"), out_of_range("rfm.window_days"));
    let (older, _) = text.split_once(",\"rfm\":").unwrap();
    assert_eq!(
        Playbook::from_json(&format!("{older}}}")).unwrap(),
        Playbook::six_stage(),
        "an older playbook has the defaults"
    );
}
