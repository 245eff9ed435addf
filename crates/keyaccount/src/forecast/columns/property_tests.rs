//! Columns against rows, and against sums row by row.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::facts::Book;
use crate::forecast::{ForecastRow, ForecastSummary, PricedDeal, UnpricedCause, forecast_histories};
use crate::funnel::{HistoryVerdict, replay_history};
use crate::playbook::{DatedRate, Playbook};
use crate::values::{Currency, Date, Month, Period};

const CURRENCIES: [&str; 4] = ["EUR", "JPY", "KWD", "USD"];
const OWNERS: [&str; 2] = ["ann", "ben"];
const AS_OF: &str = "2026-09-30";

fn playbook() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    let rate = |from: &str| DatedRate {
        from: from.parse().unwrap(),
        to: Currency::USD,
        on: "2026-01-01".parse().unwrap(),
        rate: "1.0837".parse().unwrap(),
    };
    draft.exchange.rates = CURRENCIES[..3].iter().map(|from| rate(from)).collect();
    Playbook::try_new(draft).unwrap()
}

fn currencies() -> Vec<Currency> {
    CURRENCIES.iter().map(|code| code.parse().unwrap()).collect()
}

/// A random opportunity, as the fields of its creation and what happened then.
fn any_deal() -> impl Strategy<Value = (String, Vec<&'static str>)> {
    let stage = prop::sample::select(vec!["interest", "design", "commitment", "use", "nowhere"]);
    let amount = prop::option::weighted(0.8, 0u64..=10_000_000_000_000);
    let probability = prop::option::of(0u32..=1_000_000);
    let currency = prop::sample::select(currencies());
    let close_date = prop::option::weighted(0.8, 0u32..700);
    let owner = prop::option::of(prop::sample::select(OWNERS.to_vec()));
    let parked = r#"{"type": "parked", "resume_on": "2026-12-01"}"#;
    let (won, realised) = (r#"{"type": "won"}"#, r#"{"type": "realised"}"#);
    let then = prop_oneof![
        4 => Just(vec![]),
        1 => Just(vec![parked]),
        1 => Just(vec![won]),
        1 => Just(vec![won, realised]),
        1 => Just(vec![r#"{"type": "lost", "reason": "price"}"#]),
    ];
    (stage, amount, probability, currency, close_date, owner, then).prop_map(
        |(stage, amount, probability, currency, close_date, owner, then)| {
            let mut fields = format!(r#""type": "created", "stage": "{stage}""#);
            if let Some(amount) = amount {
                let amount = Decimal::new(amount.try_into().unwrap(), currency.minor_unit_digits());
                fields += &format!(r#", "amount": {{"amount": "{amount}", "currency": "{currency}"}}"#);
            }
            if let Some(probability) = probability {
                fields += &format!(r#", "probability": "{}""#, Decimal::new(probability.into(), 6));
            }
            if let Some(days) = close_date {
                let day = "2026-01-01".parse::<Date>().unwrap().plus_days(days);
                fields += &format!(r#", "close_date": "{day}""#);
            }
            if let Some(owner) = owner {
                fields += &format!(r#", "owner": "{owner}""#);
            }
            (format!("{{{fields}}}"), then)
        },
    )
}

fn histories(deals: &[(String, Vec<&'static str>)], playbook: &Playbook) -> Vec<HistoryVerdict> {
    let mut opportunities = Vec::new();
    let mut events = Vec::new();
    for (index, (created, then)) in deals.iter().enumerate() {
        opportunities.push(format!(r#"{{"id": "deal-{index:03}", "account": "north-plant"}}"#));
        let changes = std::iter::once(created.as_str()).chain(then.iter().copied());
        for (change, on) in changes.zip(["2026-01-01", "2026-04-15", "2026-08-02"]) {
            events.push(format!(r#"{{"opportunity": "deal-{index:03}", "at": "{on}", "change": {change}}}"#));
        }
    }
    let text = format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    opportunities.map(|opportunity| replay_history(opportunity, playbook, AS_OF.parse().unwrap())).collect()
}

/// What histories come to, as columns; nobody is the first owner.
#[derive(Default)]
struct Columns {
    amount: Vec<i64>,
    probability: Vec<u32>,
    currency: Vec<u8>,
    day: Vec<i32>,
    owner: Vec<u8>,
    status: Vec<u8>,
}

impl Columns {
    fn of(histories: &[HistoryVerdict]) -> Self {
        let mut columns = Self::default();
        for history in histories {
            let state = history.state.as_ref().unwrap();
            let amount = state.amount.map(|amount| {
                let units = amount.amount() * Decimal::from(10_u64.pow(amount.currency().minor_unit_digits()));
                i64::try_from(units).unwrap()
            });
            columns.amount.push(amount.unwrap_or(ForecastColumns::NO_AMOUNT));
            let currency = state.amount.map(|amount| currencies().binary_search(&amount.currency()).unwrap());
            columns.currency.push(currency.map_or(CurrencyColumn::NONE, |currency| currency.try_into().unwrap()));
            let probability = state.probability.map(|probability| probability.value.value() * Decimal::from(1_000_000));
            let probability = probability.map(|millionths| u32::try_from(millionths).unwrap());
            columns.probability.push(probability.unwrap_or(ForecastColumns::NO_PROBABILITY));
            let day = match state.status {
                OpportunityStatus::Booked => state.booked_on,
                OpportunityStatus::Realised => state.realised_on,
                _ => state.close_date,
            };
            let number = |day: Date| chrono::NaiveDate::from(day).to_epoch_days();
            columns.day.push(day.map_or(DimensionColumn::NO_DAY, number));
            let owner = state.owner.as_ref().map(|owner| OWNERS.iter().position(|known| *known == owner.as_str()));
            columns.owner.push(owner.map_or(0, |owner| (owner.unwrap() + 1).try_into().unwrap()));
            columns.status.push(ForecastColumns::status_code(state.status));
        }
        columns
    }

    fn roll_up(&self, days: DimensionColumn<'_>) -> ForecastCells {
        let currencies = currencies();
        let currency = CurrencyColumn::try_new(&self.currency, &currencies).unwrap();
        let columns = ForecastColumns::try_new(&self.amount, &self.probability, currency).unwrap();
        let columns = columns.by(days).unwrap().by(DimensionColumn::try_new(&self.owner[..], 3).unwrap()).unwrap();
        roll_up_columns(&columns.with_status(&self.status).unwrap())
    }

    fn by_month(&self) -> ForecastCells {
        self.roll_up(DimensionColumn::months(&self.day, "2026-01".parse().unwrap(), 24).unwrap())
    }
}

/// Rows by month, owner and currency of those that are priced.
fn cell_of(deal: &PricedDeal) -> (Month, u32, Currency) {
    let owner = deal.owner.as_ref().map_or(0, |owner| if owner.as_str() == OWNERS[0] { 1 } else { 2 });
    (Month::of(deal.date), owner, deal.amount.currency())
}

fn months() -> Vec<Month> {
    let first: Month = "2026-01".parse().unwrap();
    std::iter::successors(Some(first), |month| month.next()).take(24).collect()
}

fn quarters() -> Vec<Period> {
    let quarter = |three: &[Month]| Period { first: three[1].last_day(), last: three[2].last_day() };
    let mut quarters: Vec<Period> = months().chunks(3).map(quarter).collect();
    for (quarter, months) in quarters.iter_mut().zip(months().chunks(3)) {
        quarter.first = format!("{}-01", months[0]).parse().unwrap();
    }
    quarters
}

fn summary<'a>(histories: impl IntoIterator<Item = &'a HistoryVerdict>, playbook: &Playbook) -> ForecastSummary {
    forecast_histories(histories, playbook, AS_OF.parse().unwrap()).summary
}

fn filled_rows(cells: &ForecastCells, currency: Currency) -> Vec<(u32, ForecastRow)> {
    let cells = cells.filled().filter(|cell| cell.currency == currency);
    cells.map(|cell| (cell.place[0], cell.row())).collect()
}

/// A row of any columns, sound or not: amount, probability, currency, three places, status.
type RawRow = (i64, u32, u8, u8, u16, u32, u8);

fn any_row() -> impl Strategy<Value = RawRow> {
    let amount = prop_oneof![
        20 => 0i64..=ForecastColumns::MOST_AMOUNT,
        2 => ForecastColumns::MOST_AMOUNT - 1..=ForecastColumns::MOST_AMOUNT + 1,
        1 => any::<i64>(),
        1 => Just(ForecastColumns::NO_AMOUNT),
    ];
    let probability = prop_oneof![20 => 0u32..=1_000_000, 1 => any::<u32>(), 1 => Just(u32::MAX), 1 => Just(1_000_001)];
    let currency = prop_oneof![20 => 0u8..4, 1 => any::<u8>(), 1 => Just(u8::MAX)];
    let first = prop_oneof![20 => 0u8..3, 1 => any::<u8>(), 1 => Just(u8::MAX)];
    let second = prop_oneof![20 => 0u16..2, 1 => any::<u16>(), 1 => Just(u16::MAX)];
    let third = prop_oneof![20 => 0u32..5, 1 => any::<u32>(), 1 => Just(u32::MAX)];
    let status = prop_oneof![20 => 0u8..=4, 1 => any::<u8>(), 1 => Just(u8::MAX)];
    (amount, probability, currency, first, second, third, status)
}

/// Many rows, of which whole stretches may be sound.
fn any_rows() -> impl Strategy<Value = Vec<RawRow>> {
    let sound = (0i64..1000, 0u32..=1_000_000, 0u8..4, 0u8..3, 0u16..2, 0u32..5, 0u8..4);
    let stretch = prop_oneof![prop::collection::vec(any_row(), 0..40), prop::collection::vec(sound, 0..200)];
    prop::collection::vec(stretch, 0..5).prop_map(|stretches| stretches.concat())
}

fn roll_up_raw(rows: &[RawRow], has_status: bool) -> ForecastCells {
    let amount: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let probability: Vec<u32> = rows.iter().map(|row| row.1).collect();
    let currency: Vec<u8> = rows.iter().map(|row| row.2).collect();
    let first: Vec<u8> = rows.iter().map(|row| row.3).collect();
    let second: Vec<u16> = rows.iter().map(|row| row.4).collect();
    let third: Vec<u32> = rows.iter().map(|row| row.5).collect();
    let status: Vec<u8> = rows.iter().map(|row| row.6).collect();
    let currencies = currencies();
    let columns = CurrencyColumn::try_new(&currency, &currencies)
        .and_then(|currency| ForecastColumns::try_new(&amount, &probability, currency))
        .and_then(|columns| columns.by(DimensionColumn::try_new(&first[..], 3)?))
        .and_then(|columns| columns.by(DimensionColumn::try_new(&second[..], 2)?))
        .and_then(|columns| columns.by(DimensionColumn::try_new(&third[..], 5)?))
        .unwrap();
    roll_up_columns(&if has_status { columns.with_status(&status).unwrap() } else { columns })
}

/// The sums of every cell, row by row: place and currency to open, booked and realised ones.
fn naive(rows: &[RawRow], has_status: bool) -> BTreeMap<(Vec<u32>, Currency), [CellSum; 3]> {
    let mut cells: BTreeMap<_, [CellSum; 3]> = BTreeMap::new();
    for &(amount, probability, currency, first, second, third, status) in rows {
        let status = if has_status { usize::from(status) } else { 0 };
        let is_priced = (0..=ForecastColumns::MOST_AMOUNT).contains(&amount) && probability <= 1_000_000;
        let has_place = currency < 4 && first < 3 && second < 2 && third < 5;
        if is_priced && has_place && status < 4 {
            let place = vec![first.into(), second.into(), third];
            let cell = cells.entry((place, currencies()[usize::from(currency)])).or_default();
            let sum = &mut cell[[0, 0, 1, 2][status]];
            let amount = u128::from(amount.unsigned_abs());
            sum.deals += 1;
            sum.total += amount;
            sum.weighted += amount * u128::from(probability);
        }
    }
    cells
}

fn sums(cells: &ForecastCells) -> BTreeMap<(Vec<u32>, Currency), [CellSum; 3]> {
    cells.filled().map(|cell| ((cell.place, cell.currency), [cell.open, cell.booked, cell.realised])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_cell_is_the_forecast_of_the_rows_in_it(deals in prop::collection::vec(any_deal(), 0..25)) {
        let playbook = playbook();
        let histories = histories(&deals, &playbook);
        let cells = Columns::of(&histories).by_month();
        let whole = forecast_histories(&histories, &playbook, AS_OF.parse().unwrap());
        let mut rows: BTreeMap<_, Vec<&HistoryVerdict>> = BTreeMap::new();
        for deal in &whole.deals {
            let history = histories.iter().find(|history| history.opportunity == deal.opportunity).unwrap();
            rows.entry(cell_of(deal)).or_default().push(history);
        }
        prop_assert_eq!(cells.filled().count(), rows.len());
        for cell in cells.filled() {
            let key = (months()[cell.place[0] as usize], cell.place[1], cell.currency);
            let by_currency = summary(rows[&key].iter().copied(), &playbook).by_currency;
            prop_assert_eq!(by_currency.len(), 1);
            prop_assert_eq!((by_currency[0].currency, &by_currency[0].amounts), (cell.currency, &cell.row()));
        }
        for row in &whole.summary.by_currency {
            let cell = cells.along(&[]).unwrap().cell(&[], row.currency).unwrap();
            prop_assert_eq!(&row.amounts, &cell.row());
        }

        let (receipt, expected) = (cells.receipt(), &whole.summary.receipt);
        let numbers = [receipt.opportunities, receipt.open, receipt.parked, receipt.booked, receipt.realised];
        let rows = [expected.opportunities, expected.open, expected.parked, expected.booked, expected.realised];
        prop_assert_eq!(numbers, rows.map(|count| count as u64));
        let numbers = [receipt.lost, receipt.priced, receipt.unpriced, receipt.unknown_status];
        prop_assert_eq!(numbers, [expected.lost, expected.priced, expected.unpriced, 0].map(|count| count as u64));
        for (cause, column) in [
            (UnpricedCause::UnknownStage, ForecastColumn::Probability),
            (UnpricedCause::NoAmount, ForecastColumn::Amount),
            (UnpricedCause::NoCloseDate, ForecastColumn::First),
        ] {
            let cause_of_columns = ColumnCause { column, fault: ColumnFault::Missing };
            let parts = receipt.parts.iter().filter(|part| part.causes.contains(&cause_of_columns));
            let rows = expected.causes.iter().find(|count| count.cause == cause).map_or(0, |count| count.deals as u64);
            prop_assert_eq!(parts.map(|part| part.deals).sum::<u64>(), rows, "{}", cause);
        }
    }

    #[test]
    fn quarters_and_owners_are_those_of_the_forecast(deals in prop::collection::vec(any_deal(), 0..25)) {
        let playbook = playbook();
        let histories = histories(&deals, &playbook);
        let in_dollars = histories.iter().filter(|history| {
            history.state.as_ref().unwrap().amount.is_some_and(|amount| amount.currency() == Currency::USD)
        });
        let expected = summary(in_dollars, &playbook);
        let columns = Columns::of(&histories);
        let cells = columns.roll_up(DimensionColumn::periods(&columns.day, &quarters()).unwrap());
        let by_quarter = filled_rows(&cells.along(&[0]).unwrap(), Currency::USD);
        let names = expected.by_quarter.iter().map(|row| row.quarter.to_string());
        let quarters = by_quarter.iter().map(|(at, _)| format!("FY{}-Q{}", 2026 + at / 4, at % 4 + 1));
        prop_assert_eq!(quarters.collect::<Vec<_>>(), names.collect::<Vec<_>>());
        let rows = expected.by_quarter.into_iter().map(|row| row.amounts);
        prop_assert_eq!(by_quarter.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), rows.collect::<Vec<_>>());
        let by_owner = filled_rows(&cells.along(&[1]).unwrap(), Currency::USD).into_iter().map(|(_, row)| row);
        let rows = expected.by_owner.into_iter().map(|row| row.amounts);
        prop_assert_eq!(by_owner.collect::<Vec<_>>(), rows.collect::<Vec<_>>());
        prop_assert_eq!(
            cells.along(&[]).unwrap().cell(&[], Currency::USD).unwrap().row(), expected.amounts);
    }

    #[test]
    fn cells_are_the_sums_row_by_row(rows in any_rows(), has_status in any::<bool>()) {
        let cells = roll_up_raw(&rows, has_status);
        prop_assert_eq!(sums(&cells), naive(&rows, has_status));
    }

    #[test]
    fn the_parts_add_up_to_the_whole(rows in any_rows(), has_status in any::<bool>()) {
        let cells = roll_up_raw(&rows, has_status);
        let receipt = cells.receipt();
        prop_assert_eq!(receipt.opportunities, rows.len() as u64);
        let decided = receipt.booked + receipt.realised + receipt.unknown_status;
        prop_assert_eq!(receipt.opportunities, receipt.open + decided + receipt.lost);
        prop_assert_eq!(receipt.open + decided, receipt.priced + receipt.unpriced);
        prop_assert_eq!(receipt.unpriced, receipt.parts.iter().map(|part| part.deals).sum::<u64>());
        prop_assert!(receipt.parts.is_sorted_by(|one, next| one.causes < next.causes));
        prop_assert!(receipt.parts.iter().all(|part| !part.causes.is_empty()));
        // Every amount that is known, of whatever is not lost, is in exactly one total.
        let known = |row: &&RawRow| {
            (0..=ForecastColumns::MOST_AMOUNT).contains(&row.0) && row.2 < 4 && !(has_status && row.6 == 4)
        };
        let without: u64 = receipt.parts.iter().map(|part| part.without_amount).sum();
        let not_lost = rows.iter().filter(|row| !(has_status && row.6 == 4)).count() as u64;
        prop_assert_eq!(not_lost - without, rows.iter().filter(known).count() as u64);
        for (at, currency) in currencies().into_iter().enumerate() {
            let whole: i128 = rows.iter().filter(known).filter(|row| usize::from(row.2) == at).map(|row| i128::from(row.0)).sum();
            let totals = receipt.parts.iter().flat_map(|part| &part.totals).chain(&receipt.totals);
            let mut sum = crate::values::ExactSum::zero();
            for total in totals.filter(|total| total.currency == currency) {
                sum.add(&total.amount);
            }
            let whole = crate::values::ExactSum::of_units(whole, currency.minor_unit_digits());
            prop_assert!(sum == whole, "{} is not {} {}", sum, whole, currency);
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in any_rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        has_status in any::<bool>(),
    ) {
        prop_assert_eq!(roll_up_raw(&rows, has_status), roll_up_raw(&shuffled, has_status));
    }

    #[test]
    fn fewer_columns_hold_the_same_sums(rows in any_rows(), order in Just(vec![0usize, 1, 2]).prop_shuffle(), kept in 0usize..=3) {
        let cells = roll_up_raw(&rows, true);
        let kept = &order[..kept];
        let mut expected: BTreeMap<(Vec<u32>, Currency), [CellSum; 3]> = BTreeMap::new();
        for ((place, currency), more) in sums(&cells) {
            let place = kept.iter().map(|column| place[*column]).collect();
            for (sum, more) in expected.entry((place, currency)).or_default().iter_mut().zip(more) {
                sum.deals += more.deals;
                sum.total += more.total;
                sum.weighted += more.weighted;
            }
        }
        let along = cells.along(kept).unwrap();
        prop_assert_eq!(sums(&along), expected);
        prop_assert_eq!(along.receipt(), cells.receipt());
    }
}
