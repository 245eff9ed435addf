//! What it would cost an account to leave us: notes, the latest of each kind. Source: `[OCD]`, D10.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::facts::{AccountBook, FactKind, FactReference, SwitchingCost, SwitchingCostKind, SwitchingCostLevel};
use crate::values::{Date, Language, Note};
use crate::verdict::{Comparison, Reason, Unit};

/// What is known of one kind of switching cost.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SwitchingCostKind, SwitchingCostLevel, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "switching_costs": [
///         {"account": "north-plant", "on": "2025-03-02", "kind": "exit", "level": "low"},
///         {"account": "north-plant", "on": "2026-03-02", "kind": "exit", "level": "high", "note": "a contract until 2028"}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let exit = &verdict.switching_costs.kinds[0];
/// assert_eq!((exit.kind, exit.level, exit.records), (SwitchingCostKind::Exit, Some(SwitchingCostLevel::High), 2));
/// assert_eq!(verdict.switching_costs.unknown.len(), 4);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SwitchingCostNote {
    /// The kind.
    pub kind: SwitchingCostKind,
    /// How high it is by the latest record; null means unknown, which is not low.
    #[serde(default)]
    pub level: Option<SwitchingCostLevel>,
    /// The day of the latest record; null where there is none.
    #[serde(default)]
    pub on: Option<Date>,
    /// What it consists of, by the latest record.
    #[serde(default)]
    pub note: Option<Note>,
    /// The level by the record before; null where there is none, or it was unknown.
    #[serde(default)]
    pub level_before: Option<SwitchingCostLevel>,
    /// Records of this kind.
    pub records: usize,
}

/// What it would cost an account to leave us. Source: `[OCD]`, D10.
///
/// Levels are people's judgements, and costs of different kinds do not add up: there is no sum.
///
/// # Examples
/// ```
/// use keyaccount::{Account, AccountBook, Playbook, SwitchingCostKind, judge_loyalty};
///
/// let account = AccountBook::new(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
/// let costs = judge_loyalty(&account, &Playbook::six_stage(), "2026-05-01".parse()?).switching_costs;
/// assert_eq!((costs.kinds.len(), costs.unknown.len(), costs.highest), (5, 5, None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SwitchingCostsVerdict {
    /// Every kind, in order.
    pub kinds: Vec<SwitchingCostNote>,
    /// The kinds of which no level is known.
    pub unknown: Vec<SwitchingCostKind>,
    /// The highest level known; null where none is.
    #[serde(default)]
    pub highest: Option<SwitchingCostLevel>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The latest record of every kind up to a day.
pub(super) fn switching_costs_of(account: &AccountBook, as_of: Date) -> SwitchingCostsVerdict {
    let mut records: BTreeMap<SwitchingCostKind, Vec<&SwitchingCost>> = BTreeMap::new();
    for record in account.switching_costs.iter().filter(|record| record.on <= as_of) {
        records.entry(record.kind).or_default().push(record);
    }
    let mut kinds = Vec::new();
    let mut cited = Vec::new();
    for kind in SwitchingCostKind::ALL {
        let mut of_kind = records.remove(kind).unwrap_or_default();
        of_kind.sort_by_key(|record| record.on);
        let (latest, before) = match of_kind.as_slice() {
            [.., before, latest] => (Some(*latest), Some(*before)),
            [latest] => (Some(*latest), None),
            [] => (None, None),
        };
        cited.extend(latest.map(|record| {
            FactReference::new(FactKind::SwitchingCost, format!("{} {kind} {}", record.account, record.on))
        }));
        kinds.push(SwitchingCostNote {
            kind: *kind,
            level: latest.and_then(|record| record.level),
            on: latest.map(|record| record.on),
            note: latest.and_then(|record| record.note.clone()),
            level_before: before.and_then(|record| record.level),
            records: of_kind.len(),
        });
    }
    let unknown: Vec<SwitchingCostKind> =
        kinds.iter().filter(|note| note.level.is_none()).map(|note| note.kind).collect();
    let highest = kinds.iter().filter_map(|note| note.level).max();
    let known = kinds.len().saturating_sub(unknown.len());
    let message = match highest {
        None => "nothing is known of what it would cost the account to leave us".to_owned(),
        Some(highest) => {
            let highest = highest.label(Language::En);
            format!("{known} of {} kinds of switching costs are known; the highest is {highest}", kinds.len())
        }
    };
    let reason = Reason::new("switching_costs", message)
        .comparing(Comparison::new("kinds_known", known, Unit::Count).against(kinds.len()))
        .citing(cited);
    SwitchingCostsVerdict { kinds, unknown, highest, reasons: vec![reason] }
}
