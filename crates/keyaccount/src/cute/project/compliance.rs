//! What has to be looked into: inducements to people that somebody recorded. Source: `[KRM]`, D34.
//!
//! Nothing else in the library uses these facts, and nothing advises anything about them but to report them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::cute::NextMove;
use crate::facts::{
    AccountBook, CommitteeSeat, Driver, Expense, ExpenseKind, FactKind, FactReference, StakeholderChange,
    StakeholderChangeKind,
};
use crate::values::{Currency, Date, ExactSum, OpportunityId, StakeholderId, vocabulary};
use crate::verdict::{Comparison, Reason, Severity, Unit};

vocabulary! {
    /// What a compliance finding is about.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ComplianceKind, Language};
    ///
    /// assert_eq!(ComplianceKind::Gift.label(Language::En), "gifts to a person");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ComplianceKind {
        /// An unlawful inducement is recorded as what moves a person.
        InducementDriver = "inducement_driver", "inducement recorded as a driver", "记录了以非法利益为动机";
        /// Gifts to a person are recorded as expenses.
        Gift = "gift", "gifts to a person", "向个人赠送礼品";
        /// Payments to a person are recorded as expenses.
        PaymentToPerson = "payment_to_person", "payments to a person", "向个人付款";
    }
}

impl ComplianceKind {
    /// How much it matters: gifts may be customary and still have to be looked into, the others are grave by
    /// themselves. Ours.
    const fn severity(self) -> Severity {
        match self {
            Self::InducementDriver | Self::PaymentToPerson => Severity::Critical,
            Self::Gift => Severity::High,
        }
    }

    const fn of_expense(kind: ExpenseKind) -> Option<Self> {
        match kind {
            ExpenseKind::Gift => Some(Self::Gift),
            ExpenseKind::PaymentToPerson => Some(Self::PaymentToPerson),
            _ => None,
        }
    }
}

/// Something recorded that has to be looked into. The one thing to do about it is to report it.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ComplianceKind, NextMove, Severity, compliance_findings};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "expenses": [{"id": "expense-7", "account": "north-plant", "on": "2026-05-04", "kind": "payment_to_person"}]
/// }"#)?;
/// let finding = &compliance_findings(&book.accounts()[0], "2026-05-30".parse()?)[0];
/// assert_eq!((finding.kind, finding.severity), (ComplianceKind::PaymentToPerson, Severity::Critical));
/// assert_eq!(finding.reason.facts[0].id, "expense-7");
/// assert_eq!(finding.next_move, NextMove::ReportToCompliance);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComplianceFinding {
    /// What it is about.
    pub kind: ComplianceKind,
    /// How much it matters.
    pub severity: Severity,
    /// The person; null where the expenses name nobody.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// The opportunity; null where none in particular is named.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// The day: of a driver, the first from which it is recorded without a break, null where it always was; of
    /// expenses, the latest.
    #[serde(default)]
    pub on: Option<Date>,
    /// The rule, the numbers and the facts.
    pub reason: Reason,
    /// What to do: report it.
    pub next_move: NextMove,
}

impl ComplianceFinding {
    fn new(
        kind: ComplianceKind,
        stakeholder: Option<&StakeholderId>,
        opportunity: Option<&OpportunityId>,
        on: Option<Date>,
        message: String,
    ) -> Self {
        let message = format!("{message}; report it to those who answer for compliance");
        Self {
            kind,
            severity: kind.severity(),
            stakeholder: stakeholder.cloned(),
            opportunity: opportunity.cloned(),
            on,
            reason: Reason::new(kind.as_str(), message),
            next_move: NextMove::ReportToCompliance,
        }
    }
}

/// Everything recorded of an account up to a day that has to be looked into: the gravest first, then by kind, person
/// and opportunity.
///
/// Found are unlawful inducements recorded as what moves a person, gifts to people, and payments to people; expenses of
/// one kind to one person in one opportunity are one finding. There is no look-back: what was recorded stays a finding
/// until the record is corrected. A driver counts from its seat's `since`, or from the day of the change that brought
/// it; a later change without it ends it, also one to unknown. A seat that lists no drivers says nothing of them. Of
/// contradictory records of one day the inducement holds. Whether the person has left, or the opportunity is decided,
/// changes nothing.
///
/// Source: `[KRM]`, D34; severities and how long a record counts are ours.
///
/// # Examples
/// ```
/// use keyaccount::{Book, compliance_findings};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [{"id": "np-buyer", "account": "north-plant"}],
///     "committee_seats": [{"opportunity": "press-line", "stakeholder": "np-buyer", "since": "2026-05-04",
///         "drivers": ["reputation", "unlawful_inducement"]}]
/// }"#)?;
/// let account = &book.accounts()[0];
/// assert!(compliance_findings(account, "2026-05-03".parse()?).is_empty(), "not recorded yet");
/// let found = compliance_findings(account, "2026-05-30".parse()?);
/// assert_eq!(found[0].stakeholder.as_ref().unwrap().as_str(), "np-buyer");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn compliance_findings(account: &AccountBook, as_of: Date) -> Vec<ComplianceFinding> {
    let mut found = inducement_drivers(account, as_of);
    found.extend(expenses(account, as_of));
    found.sort_by(|a, b| {
        let key = |finding: &ComplianceFinding| (Reverse(finding.severity), finding.kind);
        let order = key(a).cmp(&key(b)).then_with(|| a.stakeholder.cmp(&b.stakeholder));
        order.then_with(|| a.opportunity.cmp(&b.opportunity)).then_with(|| a.on.cmp(&b.on))
    });
    found
}

/// What one record says of whether an inducement moves a person.
struct Statement<'a> {
    on: Option<Date>,
    is_unlawful: bool,
    /// The opportunity the record names.
    opportunity: Option<&'a OpportunityId>,
}

/// All that is recorded of a person's drivers.
#[derive(Default)]
struct Records<'a> {
    seats: Vec<&'a CommitteeSeat>,
    changes: Vec<(&'a StakeholderChange, bool)>,
}

impl<'a> Records<'a> {
    /// Where the person takes part, as far as these records tell; nowhere in particular where they don't.
    fn places(&self) -> BTreeSet<Option<&'a OpportunityId>> {
        let seats = self.seats.iter().map(|seat| Some(&seat.opportunity));
        let changes = self.changes.iter().filter_map(|(change, _)| change.opportunity.as_ref()).map(Some);
        let places: BTreeSet<_> = seats.chain(changes).collect();
        if places.is_empty() { BTreeSet::from([None]) } else { places }
    }

    /// The record from which on an inducement is stated for an opportunity without a break; none where it is not now.
    fn holding_since(&self, place: Option<&'a OpportunityId>) -> Option<Statement<'a>> {
        let seats = self.seats.iter().filter(|seat| Some(&seat.opportunity) == place && !seat.drivers.is_empty());
        let stated = |seat: &&'a CommitteeSeat| Statement {
            on: seat.since,
            is_unlawful: names_inducement(&seat.drivers),
            opportunity: Some(&seat.opportunity),
        };
        let concerning = self
            .changes
            .iter()
            .filter(|(change, _)| change.opportunity.is_none() || change.opportunity.as_ref() == place);
        let changed = |(change, is_unlawful): &(&'a StakeholderChange, bool)| Statement {
            on: Some(change.on),
            is_unlawful: *is_unlawful,
            opportunity: change.opportunity.as_ref(),
        };
        let mut statements: Vec<Statement<'a>> = seats.map(stated).chain(concerning.map(changed)).collect();
        // Of one day the inducement holds; the record that names the opportunity speaks before one that names none.
        statements
            .sort_by_key(|statement| (statement.on, Reverse(statement.is_unlawful), Reverse(statement.opportunity)));
        statements.dedup_by_key(|statement| statement.on);
        let mut holding = None;
        for statement in statements {
            holding = match (statement.is_unlawful, holding) {
                (true, None) => Some(statement),
                (true, earlier) => earlier,
                (false, _) => None,
            };
        }
        holding
    }
}

fn names_inducement(drivers: &[Driver]) -> bool {
    drivers.iter().any(|driver| driver.is_unlawful())
}

fn inducement_drivers(account: &AccountBook, as_of: Date) -> Vec<ComplianceFinding> {
    let mut people: BTreeMap<&StakeholderId, Records<'_>> = BTreeMap::new();
    for seat in account.opportunities.iter().flat_map(|opportunity| &opportunity.seats) {
        if seat.since.is_none_or(|since| since <= as_of) {
            people.entry(&seat.stakeholder).or_default().seats.push(seat);
        }
    }
    for change in account.stakeholder_changes.iter().filter(|change| change.on <= as_of) {
        if let StakeholderChangeKind::DriversChanged { drivers } = &change.change {
            people.entry(&change.stakeholder).or_default().changes.push((change, names_inducement(drivers)));
        }
    }
    let mut found = Vec::new();
    for (person, records) in people {
        let holding = records.places().into_iter().filter_map(|place| records.holding_since(place));
        // A record that names no opportunity is one finding, wherever the person takes part.
        let distinct: BTreeSet<_> = holding.map(|statement| (statement.opportunity, statement.on)).collect();
        found.extend(distinct.into_iter().map(|(opportunity, on)| driver_finding(person, opportunity, on)));
    }
    found
}

fn driver_finding(person: &StakeholderId, opportunity: Option<&OpportunityId>, on: Option<Date>) -> ComplianceFinding {
    let message = format!("an unlawful inducement is recorded as what moves {person}");
    let mut finding = ComplianceFinding::new(ComplianceKind::InducementDriver, Some(person), opportunity, on, message);
    let since = match on {
        Some(on) => Comparison::new("recorded_since", on, Unit::Date),
        None => Comparison::unknown("recorded_since", Unit::Date),
    };
    let opportunity = opportunity.map(|id| FactReference::new(FactKind::Opportunity, id));
    finding.reason =
        finding.reason.comparing(since).citing([FactReference::new(FactKind::Stakeholder, person)]).citing(opportunity);
    finding
}

fn expenses(account: &AccountBook, as_of: Date) -> impl Iterator<Item = ComplianceFinding> {
    let mut groups: BTreeMap<_, Vec<&Expense>> = BTreeMap::new();
    for expense in account.expenses.iter().filter(|expense| expense.on <= as_of) {
        if let Some(kind) = ComplianceKind::of_expense(expense.kind) {
            let key = (kind, expense.stakeholder.as_ref(), expense.opportunity.as_ref());
            groups.entry(key).or_default().push(expense);
        }
    }
    groups.into_iter().map(|((kind, person, opportunity), mut group)| {
        group.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        expense_finding(kind, person, opportunity, &group)
    })
}

fn expense_finding(
    kind: ComplianceKind,
    person: Option<&StakeholderId>,
    opportunity: Option<&OpportunityId>,
    expenses: &[&Expense],
) -> ComplianceFinding {
    let what = match kind {
        ComplianceKind::Gift => "gift",
        ComplianceKind::PaymentToPerson | ComplianceKind::InducementDriver => "payment",
    };
    let whom = person.map_or("a person who is not named", StakeholderId::as_str);
    let latest = expenses.last().map(|expense| expense.on);
    let message = match (expenses.len(), latest) {
        (1, Some(on)) => format!("a {what} to {whom} is recorded as an expense of {on}"),
        (count, Some(on)) => format!("{count} {what}s to {whom} are recorded as expenses, the latest of {on}"),
        (_, None) => format!("a {what} to {whom} is recorded as an expense"),
    };
    let mut sums: BTreeMap<Currency, ExactSum> = BTreeMap::new();
    let mut without_amount = 0_usize;
    for expense in expenses {
        match expense.amount {
            Some(amount) => sums.entry(amount.currency()).or_default().add_money(amount),
            None => without_amount = without_amount.saturating_add(1),
        }
    }
    let mut finding = ComplianceFinding::new(kind, person, opportunity, latest, message);
    let mut reason = finding.reason.comparing(Comparison::new("expenses", expenses.len(), Unit::Count).against(0));
    for (currency, sum) in &sums {
        let amount = format!("{} {currency}", sum.written_in(*currency));
        reason = reason.comparing(Comparison::new("amount", amount, Unit::Money));
    }
    if without_amount > 0 {
        reason = reason.comparing(Comparison::new("expenses_without_amount", without_amount, Unit::Count));
    }
    // The person last, so that they are kept where only the latest of many facts are.
    finding.reason = reason
        .citing(expenses.iter().map(|expense| FactReference::new(FactKind::Expense, &expense.id)))
        .citing(person.map(|id| FactReference::new(FactKind::Stakeholder, id)));
    finding
}
