//! Laws of roll-ups over random books.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::*;
use crate::facts::Book;
use crate::forecast::tests::{date, with_rates};
use crate::forecast::verdict::ForecastRow;
use crate::forecast::{ForecastVerdict, weighted_forecast};
use crate::playbook::RateDate;

const MEMBERS: [&str; 5] = ["ann", "bob", "cy", "dee", "eve"];

fn playbook() -> Playbook {
    with_rates(RateDate::AsOf, &[("EUR", "2026-01-01", "1.0837")])
}

/// The `created` event of a random opportunity, and what becomes of it. Amounts are so round that no part of them, of
/// whatever probability, share and rate, has anything to round.
fn any_opportunity() -> impl Strategy<Value = (Value, Option<&'static str>)> {
    let stage = prop::sample::select(vec!["interest", "design", "comparison", "commitment", "nowhere"]);
    let worth = (prop::option::weighted(0.9, 1u64..60), prop::sample::select(vec!["USD", "EUR", "JPY"]));
    let chance = prop::option::of(0u32..=1000);
    let month = prop::option::weighted(0.9, 1u32..=12);
    let owner = prop::option::weighted(0.8, prop::sample::select(MEMBERS.to_vec()));
    let split = prop::option::of((0u32..=10_000, 0usize..5, 1usize..5));
    let recurring = prop::option::of((1u64..20, 0u32..60));
    let category = prop::option::weighted(0.3, prop::sample::select(vec!["omitted", "best_case", "commit"]));
    let fate = prop::option::weighted(0.4, prop::sample::select(vec!["won", "realised", "lost"]));
    ((stage, worth, chance, month), (owner, split, recurring, category), fate).prop_map(
        |((stage, (amount, currency), chance, month), (owner, split, recurring, category), fate)| {
            let money = |hundred_thousand_millions: u64| {
                json!({"amount": (hundred_thousand_millions * 100_000_000_000).to_string(), "currency": currency})
            };
            let credits = split.map(|(share, first, step)| {
                let share = Decimal::new(share.into(), 4);
                let other = Decimal::ONE - share;
                json!([{"member": MEMBERS[first], "share": share.to_string()},
                    {"member": MEMBERS[(first + step) % 5], "share": other.to_string()}])
            });
            let created = json!({
                "type": "created", "stage": stage, "amount": amount.map(money), "owner": owner,
                "probability": chance.map(|chance| Decimal::new(chance.into(), 3).to_string()),
                "close_date": month.map(|month| format!("2026-{month:02}-15")),
                "credits": credits.unwrap_or(json!([])), "forecast_category": category,
                "recurring": recurring.map(|(monthly, months)| json!({"monthly": money(monthly), "months": months})),
            });
            (created, fate)
        },
    )
}

fn any_book() -> impl Strategy<Value = Value> {
    let lines = prop::collection::vec((0usize..5, 0usize..5), 0..5);
    (prop::collection::vec(any_opportunity(), 0..10), lines).prop_map(|(deals, lines)| {
        let (mut opportunities, mut events) = (Vec::new(), Vec::new());
        for (at, (created, fate)) in deals.into_iter().enumerate() {
            let id = format!("deal-{at}");
            let line = ["presses", "cranes"].get(at % 3);
            let account = ["north", "south"][at % 2];
            opportunities.push(json!({"id": id, "account": account, "product_line": line}));
            events.push(json!({"opportunity": id, "at": "2026-01-05", "change": created}));
            let change = |kind: &str| json!({"opportunity": id, "at": "2026-02-05", "change": {"type": kind}});
            events.extend(fate.filter(|fate| *fate == "realised").map(|_| change("won")));
            events.extend(fate.map(change));
        }
        let lines: BTreeMap<usize, usize> = lines.into_iter().collect();
        let lines =
            lines.iter().map(|(member, manager)| json!({"member": MEMBERS[*member], "manager": MEMBERS[*manager]}));
        json!({
            "accounts": [{"id": "north", "name": "North", "territory": "n"}, {"id": "south", "name": "South"}],
            "opportunities": opportunities, "opportunity_events": events, "reporting_lines": lines.collect::<Vec<_>>(),
        })
    })
}

fn read(book: &Value) -> Book {
    Book::from_json(&book.to_string()).unwrap()
}

fn roll_up(book: &Book, options: &RollUpOptions) -> RollUpVerdict {
    roll_up_forecast(book, &playbook(), date("2026-06-30"), options).unwrap()
}

fn by(dimensions: &[ForecastDimension]) -> RollUpOptions {
    RollUpOptions { by: dimensions.to_vec(), ..RollUpOptions::default() }
}

fn number(sum: &crate::values::ExactSum) -> Decimal {
    sum.to_string().parse().unwrap()
}

/// All sums of a row: total and weighted of what is open, signed and paid.
fn sums(row: &ForecastRow) -> Vec<Decimal> {
    [&row.open, &row.booked, &row.realised]
        .iter()
        .flat_map(|sums| [number(&sums.total), number(&sums.weighted)])
        .collect()
}

fn recurring(row: Option<&RecurringRow>) -> Vec<Decimal> {
    let of = |sums: &RecurringAmounts| {
        let contract = [number(&sums.monthly), number(&sums.monthly_weighted)];
        contract.to_vec()
    };
    row.map_or(vec![Decimal::ZERO; 6], |row| [&row.open, &row.booked, &row.realised].into_iter().flat_map(of).collect())
}

fn deals(row: &ForecastRow) -> usize {
    row.open.deals + row.booked.deals + row.realised.deals
}

fn add(into: &mut Vec<Decimal>, more: Vec<Decimal>) {
    into.resize(more.len(), Decimal::ZERO);
    into.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

/// The sums of cells, by what is left of their keys.
fn along(cells: &[RollUpCell], without: Option<ForecastDimension>) -> BTreeMap<Vec<Option<String>>, Vec<Decimal>> {
    let mut along: BTreeMap<_, Vec<Decimal>> = BTreeMap::new();
    for cell in cells {
        let kept = cell.key.iter().filter(|key| Some(key.dimension) != without);
        let values = [sums(&cell.amounts), recurring(cell.recurring.as_ref())].concat();
        add(along.entry(kept.map(|key| key.value.clone()).collect()).or_default(), values);
    }
    along
}

/// Dimensions in which every part of an opportunity has one place.
fn dimensions() -> impl Strategy<Value = Vec<ForecastDimension>> {
    use ForecastDimension as By;
    let all = vec![
        By::Month,
        By::Quarter,
        By::Year,
        By::Currency,
        By::Owner,
        By::Territory,
        By::ProductLine,
        By::Stage,
        By::Category,
        By::Account,
        By::Pipeline,
    ];
    prop::sample::subsequence(all, 1..5).prop_shuffle()
}

fn same_as_weighted(rolled_up: &RollUpVerdict, weighted: &ForecastVerdict) {
    assert_eq!(rolled_up.amounts, weighted.summary.amounts);
    assert_eq!(rolled_up.receipt, weighted.summary.receipt);
    assert_eq!(rolled_up.unpriced, weighted.unpriced);
}

fn keyed(verdict: RollUpVerdict) -> Vec<(Option<String>, ForecastRow)> {
    verdict.cells.into_iter().map(|cell| (cell.key[0].value.clone(), cell.amounts)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_fewer_dimensions_add_up_exactly(book in any_book(), dimensions in dimensions(), drop in 0usize..5) {
        let book = read(&book);
        let fine = roll_up(&book, &by(&dimensions));
        let drop = dimensions[drop % dimensions.len()];
        // Without the currency what lacks a rate is in no cell, and sums are in another unit.
        if drop != ForecastDimension::Currency {
            let kept: Vec<_> = dimensions.iter().copied().filter(|one| *one != drop).collect();
            let coarse = roll_up(&book, &by(&kept));
            prop_assert_eq!(along(&fine.cells, Some(drop)), along(&coarse.cells, None));
            if drop != ForecastDimension::Owner {
                let count = |cells: &[RollUpCell]| cells.iter().map(|cell| deals(&cell.amounts)).sum::<usize>();
                prop_assert_eq!(count(&fine.cells), count(&coarse.cells));
            }
        }
        if !dimensions.contains(&ForecastDimension::Currency) {
            let mut whole = vec![Decimal::ZERO; 12];
            along(&fine.cells, None).into_values().for_each(|sums| add(&mut whole, sums));
            prop_assert_eq!(whole, [sums(&fine.amounts), recurring(fine.recurring.as_ref())].concat());
        }
        let rows = fine.cells.iter().map(|cell| &cell.amounts).chain([&fine.amounts]);
        let mut parts = rows.flat_map(|row| [&row.open, &row.booked, &row.realised]);
        prop_assert!(parts.all(|part| part.weighted <= part.total && (part.deals > 0 || part.total.is_zero())));
    }

    #[test]
    fn it_is_the_weighted_forecast(book in any_book()) {
        let book = read(&book);
        let weighted = weighted_forecast(&book, &playbook(), date("2026-06-30"));
        let of = |dimension| roll_up(&book, &by(&[dimension]));
        let quarters = of(ForecastDimension::Quarter);
        same_as_weighted(&quarters, &weighted);
        let summary = weighted.summary;
        let named = |row: &crate::forecast::QuarterForecast| (Some(row.quarter.to_string()), row.amounts.clone());
        prop_assert_eq!(keyed(quarters), summary.by_quarter.iter().map(named).collect::<Vec<_>>());
        let named = |row: &crate::forecast::OwnerForecast| (row.owner.as_ref().map(ToString::to_string), row.amounts.clone());
        prop_assert_eq!(keyed(of(ForecastDimension::Owner)), summary.by_owner.iter().map(named).collect::<Vec<_>>());
        let named = |row: &crate::forecast::CurrencyForecast| (Some(row.currency.to_string()), row.amounts.clone());
        prop_assert_eq!(keyed(of(ForecastDimension::Currency)), summary.by_currency.iter().map(named).collect::<Vec<_>>());
    }

    #[test]
    fn a_team_counts_each_deal_once(book in any_book()) {
        let book = read(&book);
        let team = Team::of(&book, date("2026-06-30"));
        let whole = roll_up(&book, &by(&[ForecastDimension::Team]));
        let mut heads = vec![Decimal::ZERO; 6];
        for cell in &whole.cells {
            let value = cell.key[0].value.as_deref();
            prop_assert!(deals(&cell.amounts) <= deals(&whole.amounts));
            let Some(head) = value else {
                add(&mut heads, sums(&cell.amounts));
                continue;
            };
            let head: MemberId = head.parse().unwrap();
            prop_assert!(team.is_manager(&head));
            if team.managers_of(&head).next().is_none() {
                add(&mut heads, sums(&cell.amounts));
            }
            let scope = RollUpOptions { member: Some(head.clone()), ..by(&[ForecastDimension::Owner]) };
            let of_head = roll_up(&book, &scope);
            prop_assert_eq!(&of_head.amounts, &cell.amounts, "the same by the member");
            let mut owners = vec![Decimal::ZERO; 6];
            of_head.cells.iter().for_each(|cell| add(&mut owners, sums(&cell.amounts)));
            prop_assert_eq!(owners, sums(&cell.amounts), "its members' parts add up to it");
            prop_assert_eq!(of_head.of_others + of_head.receipt.opportunities, whole.receipt.opportunities);
        }
        prop_assert_eq!(heads, sums(&whole.amounts));
    }

    #[test]
    fn cumulative_categories_only_grow_downwards(book in any_book()) {
        let book = read(&book);
        let single = roll_up(&book, &by(&[ForecastDimension::Category]));
        let options = RollUpOptions { cumulative: true, ..by(&[ForecastDimension::Category]) };
        let cumulative = roll_up(&book, &options);
        for pair in cumulative.cells.windows(2) {
            let (less_sure, surer) = (sums(&pair[0].amounts), sums(&pair[1].amounts));
            prop_assert!(less_sure.iter().zip(&surer).all(|(less_sure, surer)| less_sure >= surer));
            prop_assert!(deals(&pair[0].amounts) >= deals(&pair[1].amounts));
        }
        for (at, cell) in cumulative.cells.iter().enumerate() {
            let mut surer = vec![Decimal::ZERO; 6];
            let kept: BTreeSet<_> = cumulative.cells[at..].iter().map(|cell| cell.key[0].value.clone()).collect();
            let of_these = single.cells.iter().filter(|cell| kept.contains(&cell.key[0].value));
            of_these.for_each(|cell| add(&mut surer, sums(&cell.amounts)));
            prop_assert_eq!(surer, sums(&cell.amounts));
        }
        if let Some(first) = cumulative.cells.first() {
            prop_assert_eq!(&first.amounts, &cumulative.amounts, "all of it is at least pipeline");
        }
    }

    #[test]
    fn the_order_of_rows_is_nothing(book in any_book(), dimensions in dimensions()) {
        let mut turned = book.clone();
        for table in ["accounts", "opportunities", "opportunity_events", "reporting_lines"] {
            turned[table].as_array_mut().unwrap().reverse();
        }
        let with_team: Vec<_> = dimensions.iter().copied().chain([ForecastDimension::Team]).collect();
        let verdict = |book: &Value| roll_up(&read(book), &by(&with_team));
        prop_assert_eq!(verdict(&book), verdict(&turned));
    }
}
