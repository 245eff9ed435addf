//! The text's patterns by hand, the rhythm by hand, and laws over random purchases.

use proptest::prelude::*;

use super::testing::*;
use super::*;
use crate::facts::{AccountBook, Purchase, Supplier};
use crate::playbook::Playbook;
use crate::values::Date;
use crate::verdict::Confidence;

/// The choices of a sequence, one every thirty days.
fn choices(sequence: &str) -> AccountBook {
    let letters = sequence.chars().enumerate();
    account(letters.map(|(number, letter)| order(number, day(30 * u32::try_from(number).unwrap()), letter)).collect())
}

fn judge(book: &AccountBook, as_of: Date) -> LoyaltyVerdict {
    judge_loyalty(book, &Playbook::six_stage(), as_of)
}

/// The overall finding on a sequence, ten days after its last choice.
fn found(sequence: &str) -> LoyaltyFinding {
    judge(&choices(sequence), day(30 * u32::try_from(sequence.len()).unwrap() - 20)).overall
}

fn rules(finding: &LoyaltyFinding) -> Vec<&str> {
    finding.reasons.iter().map(|reason| reason.rule.as_ref()).collect()
}

#[test]
fn patterns_of_sequences() {
    let table = [
        // The text's own four.
        ("AAAAAA", "continuous"),
        ("AABAAB", "intermittent"),
        ("AAABBB", "changing"),
        ("ABCACB", "scattered"),
        // Moves.
        ("BBBAAA", "changing"),
        ("BBBCCC", "changing"),
        ("AAAABB", "changing"),
        ("AAABAABBBB", "changing"),
        ("AAACBBBB", "changing"),
        // No move: one choice elsewhere, or the last ones went back.
        ("AAAAAB", "intermittent"),
        ("AAABBA", "intermittent"),
        ("BAAAAA", "intermittent"),
        ("ABABAB", "intermittent"),
        // Never or hardly ours.
        ("BBBBBB", "elsewhere"),
        ("BCBCBC", "elsewhere"),
        ("BBBABB", "elsewhere"),
        ("BABCBA", "scattered"),
        ("BCDEAF", "scattered"),
        // Too little to tell.
        ("AB", "undetermined"),
        ("BBB", "undetermined"),
        ("AAA", "undetermined"),
    ];
    for (sequence, pattern) in table {
        assert_eq!(found(sequence).pattern.as_str(), pattern, "{sequence}");
    }
}

#[test]
fn a_sequence_comes_with_its_legend() {
    let finding = found("AACABB");
    assert_eq!(finding.sequence.as_deref(), Some("AABACC"), "letters are in the order of first choice");
    let legend: Vec<_> = finding.legend.iter().map(|entry| (entry.letter.as_str(), entry.supplier.clone())).collect();
    let rival = |name: &str| Supplier::Competitor { name: name.parse().unwrap() };
    assert_eq!(legend, [("A", Supplier::Us {}), ("B", rival("Rival C")), ("C", rival("Rival B"))]);
}

#[test]
fn a_move_says_from_whom_to_whom_and_since_when() {
    let table = [
        ("AAABBB", MoveDirection::AwayFromUs, "us", "Rival B", 90),
        ("BBBAAA", MoveDirection::ToUs, "Rival B", "us", 90),
        ("BBBCCC", MoveDirection::BetweenOthers, "Rival B", "Rival C", 90),
        ("AAACBBBB", MoveDirection::AwayFromUs, "us", "Rival B", 90),
    ];
    let name = |supplier: &Supplier| match supplier {
        Supplier::Us {} => "us".to_owned(),
        Supplier::Competitor { name } => name.to_string(),
    };
    for (sequence, direction, from, to, since) in table {
        let movement = found(sequence).movement.unwrap();
        assert_eq!((movement.direction, movement.since), (direction, day(since)), "{sequence}");
        assert_eq!((name(&movement.from), movement.to.as_ref().map(name)), (from.to_owned(), Some(to.to_owned())));
    }
    assert_eq!(found("AABAAB").movement, None);
}

#[test]
fn confidence_grows_with_choices_and_falls_where_the_latest_alone_decides() {
    let table = [
        ("AAAB", Confidence::Low),        // a choice ago it was continuous
        ("AABA", Confidence::Medium),     // four choices
        ("AABAAB", Confidence::Medium),   // six
        ("AABAABAA", Confidence::High),   // eight: twice the minimum
        ("AAAAAAAB", Confidence::Medium), // eight, but a choice ago it was continuous
        ("AAABBB", Confidence::Medium),
        ("AAAABB", Confidence::Low), // a choice ago it was a single break
        ("AAAABBBB", Confidence::High),
        ("AB", Confidence::Low),
    ];
    for (sequence, confidence) in table {
        assert_eq!(found(sequence).confidence, confidence, "{sequence}");
    }
}

#[test]
fn the_alternative_is_rejected_with_a_reason() {
    let table = [
        ("AABAAB", "continuous", "not_all_ours"),
        ("AAABBA", "changing", "no_clear_move"),
        ("AAABBB", "intermittent", "not_gone_back"),
        ("ABCACB", "intermittent", "not_mostly_ours"),
        ("BBBBBB", "scattered", "one_holds_most"),
        ("BBBABB", "scattered", "one_holds_most"),
        ("BCBCBC", "changing", "no_clear_move"),
    ];
    for (sequence, pattern, rule) in table {
        let rejected = found(sequence).rejected.unwrap();
        assert_eq!((rejected.pattern.as_str(), rejected.reason.rule.as_ref()), (pattern, rule), "{sequence}");
    }
    assert_eq!(found("AB").rejected, None);
}

#[test]
fn without_a_competitors_order_the_cadence_speaks() {
    let table = [
        // Every thirty days, judged on time.
        (regular(0, 30, 8), 220, "continuous", Confidence::Medium),
        (regular(0, 30, 6), 160, "continuous", Confidence::Low),
        // A gap of ninety days, then back.
        (vec![0, 30, 60, 90, 180, 210, 240, 270], 280, "intermittent", Confidence::Medium),
        // Silent for seventy days: a break, not yet more.
        (regular(0, 30, 8), 280, "intermittent", Confidence::Medium),
        // Silent for five usual intervals.
        (regular(0, 30, 8), 360, "changing", Confidence::Low),
        // Bursts.
        (vec![0, 1, 50, 51, 53, 120, 180, 181, 240], 250, "scattered", Confidence::Medium),
        (regular(0, 30, 3), 70, "undetermined", Confidence::Low),
        (vec![], 70, "undetermined", Confidence::Low),
    ];
    for (days, as_of, pattern, confidence) in table {
        let finding = judge(&orders(&days), day(as_of)).overall;
        assert_eq!((finding.pattern.as_str(), finding.confidence), (pattern, confidence), "{days:?}");
        assert_eq!(finding.basis, LoyaltyBasis::OwnOrdersOnly);
        assert_eq!((finding.sequence, finding.our_share_of_orders, finding.share_of_wallet), (None, None, None));
        assert_eq!(finding.reasons[1].rule, "own_orders_only");
    }
    let gone = judge(&orders(&regular(0, 30, 8)), day(360)).overall.movement.unwrap();
    assert_eq!((gone.direction, gone.to, gone.since), (MoveDirection::AwayFromUs, None, day(240)));
}

#[test]
fn orders_of_one_day_are_one_choice_and_returns_are_none() {
    let mut purchases = choices("AABB").purchases;
    purchases.push(order(10, day(0), 'A'));
    purchases.push(priced(order(11, day(100), 'A'), -500));
    purchases.push(order(12, day(30), 'C'));
    let finding = judge(&account(purchases), day(120)).overall;
    assert_eq!(finding.sequence.as_deref(), Some("AABCC"), "on day 30 both us and, after us, Rival C");
}

#[test]
fn shares_are_of_what_is_known() {
    let mut purchases: Vec<Purchase> =
        choices("AABAB").purchases.into_iter().map(|purchase| priced(purchase, 10_000)).collect();
    let share = |purchases: &[Purchase]| judge(&account(purchases.to_vec()), day(150)).overall.share_of_wallet;
    assert_eq!(share(&purchases).unwrap().to_string(), "0.6");
    purchases.push(priced(order(10, day(40), 'A'), -10_000));
    assert_eq!(share(&purchases).unwrap().to_string(), "0.5", "a return is netted");
    purchases[0].amount = None;
    assert_eq!(share(&purchases), None, "an amount is missing");
    assert_eq!(judge(&account(purchases.clone()), day(150)).overall.our_share_of_orders.unwrap().to_string(), "0.6");
    purchases[0] = priced(purchases[0].clone(), 10_000);
    purchases[1].amount = Some(crate::values::NetMoney::parse("100", "USD".parse().unwrap()).unwrap());
    assert_eq!(share(&purchases), None, "two currencies");
}

/// Purchases of a sequence in a category, numbered from a number on.
fn in_category(sequence: &str, category: &str, from: usize) -> Vec<Purchase> {
    let purchases = choices(sequence).purchases.into_iter();
    purchases
        .map(|purchase| Purchase {
            id: format!("{category}-{from}-{}", purchase.id).parse().unwrap(),
            category: Some(category.parse().unwrap()),
            ..purchase
        })
        .collect()
}

#[test]
fn categories_are_judged_apart_and_the_one_with_most_choices_leads() {
    let purchases = [in_category("AAAAAAAB", "paper", 0), in_category("BBBBBB", "presses", 1)].concat();
    let verdict = judge(&account(purchases), day(220));
    let patterns: Vec<_> = verdict
        .categories
        .iter()
        .map(|judged| (judged.category.as_ref().unwrap().as_str(), judged.finding.pattern.as_str()))
        .collect();
    assert_eq!(patterns, [("paper", "intermittent"), ("presses", "elsewhere")]);
    assert_eq!(verdict.overall.pattern, LoyaltyPattern::Intermittent);
    assert_eq!(verdict.overall_source, OverallSource::LeadingCategory { category: Some("paper".parse().unwrap()) });
    assert_eq!(verdict.overall.our_share_of_orders.unwrap().to_string(), "0.5", "seven of fourteen");
    assert!(rules(&verdict.overall).contains(&"leading_category"));
}

#[test]
fn a_move_away_in_a_side_category_is_not_hidden() {
    let purchases = [in_category("AAAAAAAB", "paper", 0), in_category("AAABBB", "presses", 1)].concat();
    let verdict = judge(&account(purchases), day(220));
    assert_eq!(verdict.overall.pattern, LoyaltyPattern::Intermittent);
    let reason = verdict.overall.reasons.iter().find(|reason| reason.rule == "moved_away_in_category").unwrap();
    assert_eq!(reason.compared[0].actual.as_deref(), Some("2020-03-31"));
}

#[test]
fn of_equal_categories_the_more_worrying_leads() {
    let purchases = [in_category("AABAAB", "paper", 0), in_category("AAABBB", "presses", 1)].concat();
    assert_eq!(judge(&account(purchases), day(160)).overall.pattern, LoyaltyPattern::Changing);
}

#[test]
fn a_category_without_a_competitors_order_keeps_to_the_cadence() {
    let purchases = [in_category("AAAAAAAA", "paper", 0), in_category("ABAB", "presses", 1)].concat();
    let verdict = judge(&account(purchases), day(220));
    assert_eq!(verdict.categories[0].finding.basis, LoyaltyBasis::OwnOrdersOnly);
    assert_eq!(verdict.categories[1].finding.basis, LoyaltyBasis::SupplierChoices);
    assert_eq!(verdict.categories[1].finding.our_share_of_orders.unwrap().to_string(), "0.5");
    assert_eq!(verdict.overall.our_share_of_orders, None, "of paper, which leads, it is unknown");
}

#[test]
fn only_the_latest_choices_count() {
    let sequence = format!("{}{}", "B".repeat(10), "A".repeat(70));
    let finding = found(&sequence);
    assert_eq!((finding.pattern, finding.choices), (LoyaltyPattern::Continuous, 60));
    assert!(rules(&finding).contains(&"older_choices"));
}

#[test]
fn the_rhythm_by_hand() {
    let rhythm = |days: &[u32], as_of: u32| purchase_rhythm(&orders(days), &Playbook::six_stage(), day(as_of));
    // Intervals 10, 20, 30, 50: median 25, deviations 15, 5, 5, 25: spread 10; overdue after 1.5 × 25 + 10 = 47.5.
    let found = rhythm(&[0, 10, 30, 60, 110], 158);
    let cadence = found.cadence.unwrap();
    assert_eq!((found.occasions, found.first, found.last), (5, Some(day(0)), Some(day(110))));
    assert_eq!(cadence.median_interval_days.to_string(), "25");
    assert_eq!(cadence.spread_days.to_string(), "10");
    assert_eq!(cadence.overdue_after_days.to_string(), "47.5");
    assert_eq!((cadence.due, cadence.overdue_by_days), (DueState::Overdue, Some(23)));
    // Intervals 10, 13: median 11.5, deviations 1.5, 1.5.
    let cadence = rhythm(&[0, 10, 23], 30).cadence.unwrap();
    assert_eq!(
        (cadence.median_interval_days.to_string(), cadence.spread_days.to_string()),
        ("11.5".into(), "1.5".into())
    );
    assert_eq!((cadence.next_expected, cadence.due), (day(35), DueState::NotDue));
    let due = |as_of| rhythm(&[0, 30, 60], as_of).cadence.unwrap().due;
    assert_eq!(
        [due(89), due(90), due(105), due(106)],
        [DueState::NotDue, DueState::Due, DueState::Due, DueState::Overdue]
    );
    // Every day: three days of silence are a long weekend.
    let cadence = rhythm(&regular(0, 1, 10), 12).cadence.unwrap();
    assert_eq!((cadence.overdue_after_days.to_string(), cadence.due), ("7".into(), DueState::Due));
    let reason = |days: &[u32]| rhythm(days, 100).no_cadence;
    assert_eq!(reason(&[]), Some(NoCadence::NoOrders));
    assert_eq!(reason(&[5, 5, 5]), Some(NoCadence::OneDay));
    assert_eq!(reason(&[5, 5, 6]), Some(NoCadence::TooFewOccasions));
}

/// A verdict without what names facts.
fn bare(book: &AccountBook, as_of: Date) -> LoyaltyVerdict {
    let mut verdict = judge(book, as_of);
    without_facts(&mut verdict.overall.reasons);
    for judged in &mut verdict.categories {
        without_facts(&mut judged.finding.reasons);
    }
    verdict
}

/// What does not name a day.
fn undated(verdict: &LoyaltyVerdict) -> Vec<(LoyaltyPattern, Confidence, Option<String>, usize)> {
    let findings = verdict.categories.iter().map(|judged| &judged.finding).chain([&verdict.overall]);
    findings.map(|found| (found.pattern, found.confidence, found.sequence.clone(), found.choices)).collect()
}

proptest! {
    #[test]
    fn the_order_of_purchases_does_not_matter(purchases in any_purchases().prop_shuffle(), as_of in 0_u32..1_000) {
        let mut sorted = purchases.clone();
        sorted.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        prop_assert_eq!(judge(&account(purchases), day(as_of)), judge(&account(sorted), day(as_of)));
    }

    #[test]
    fn what_comes_later_does_not_matter(purchases in any_purchases(), as_of in 0_u32..1_000) {
        let known: Vec<Purchase> = purchases.iter().filter(|purchase| purchase.on <= day(as_of)).cloned().collect();
        prop_assert_eq!(judge(&account(purchases), day(as_of)), judge(&account(known), day(as_of)));
    }

    #[test]
    fn an_order_split_within_its_day_is_the_same_order(purchases in any_purchases(), at in any::<prop::sample::Index>()) {
        let Some(whole) = purchases.get(at.index(purchases.len().max(1))).filter(|one| !one.is_return()) else {
            return Ok(());
        };
        let mut parts = purchases.clone();
        let half = |money: crate::values::NetMoney| {
            crate::values::NetMoney::try_new((money.amount() / rust_decimal::Decimal::TWO).round_dp(4), money.currency()).unwrap()
        };
        let part = Purchase { amount: whole.amount.map(half), id: "part".parse().unwrap(), ..whole.clone() };
        let rest = whole.amount.map(|money| {
            crate::values::NetMoney::try_new(money.amount() - half(money).amount(), money.currency()).unwrap()
        });
        parts.iter_mut().filter(|one| one.id == whole.id).for_each(|one| one.amount = rest);
        // An unknown amount stays one unknown amount, however many orders it is spread over.
        if whole.amount.is_some() {
            parts.push(part);
        }
        prop_assert_eq!(bare(&account(parts), day(900)), bare(&account(purchases), day(900)));
    }

    #[test]
    fn a_shift_in_time_changes_dates_only(purchases in any_purchases(), as_of in 0_u32..1_000, days in 0_u32..20_000) {
        let before = judge(&account(purchases.clone()), day(as_of));
        let after = judge(&account(shifted(&purchases, days)), day(as_of).plus_days(days));
        prop_assert_eq!(undated(&before), undated(&after));
        prop_assert_eq!(before.rhythm.days_since_last, after.rhythm.days_since_last);
    }

    #[test]
    fn an_order_in_time_is_never_overdue(gaps in prop::collection::vec(1_u32..100, 2..30)) {
        let mut on = 0;
        let mut days = vec![0];
        days.extend(gaps.iter().map(|gap| { on += gap; on }));
        let rhythm = |days: &[u32], as_of: Date| purchase_rhythm(&orders(days), &Playbook::six_stage(), as_of);
        let expected = rhythm(&days, day(on)).cadence.unwrap().next_expected;
        days.push(u32::try_from(expected.days_since(day(0))).unwrap());
        let cadence = rhythm(&days, expected).cadence.unwrap();
        prop_assert_eq!((cadence.due, cadence.overdue_by_days), (DueState::NotDue, None));
    }

    #[test]
    fn shares_and_patterns_agree(letters in "[ABC]{1,80}") {
        let finding = judge(&choices(&letters), day(3_000)).overall;
        if finding.basis == LoyaltyBasis::SupplierChoices {
            let sequence = finding.sequence.unwrap();
            prop_assert_eq!(sequence.len(), finding.choices);
            prop_assert_eq!(finding.pattern == LoyaltyPattern::Continuous, !sequence.contains(['B', 'C']) && sequence.len() >= 4);
            prop_assert_eq!(finding.movement.is_some(), finding.pattern == LoyaltyPattern::Changing);
            prop_assert_eq!(finding.rejected.is_none(), finding.pattern == LoyaltyPattern::Undetermined);
        }
    }

    #[test]
    fn verdicts_survive_the_wire(purchases in any_purchases(), as_of in 0_u32..1_000) {
        let verdict = judge(&account(purchases), day(as_of));
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<LoyaltyVerdict>(&text).unwrap(), verdict);
    }
}
