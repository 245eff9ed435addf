//! Referential integrity: groups rows by account and leaves out, with a problem, whatever points at nothing.

mod projects;

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;
use std::sync::Arc;

use serde::Serialize;

use super::book::{AccountBook, Book, FactCount, Located, OpportunityBook};
use super::tables::Rows;
use super::{
    Account, ForecastAdjustment, Opportunity, Quota, Relationship, RelationshipKind, ReportingLine, Stakeholder,
    StakeholderChangeKind, TeamChange,
};
use crate::problem::{Problem, ProblemCode, quote};
use crate::values::{AccountId, Date, MemberId, OpportunityId, StakeholderId};

/// Builds a book from rows; `read` counts the rows of each table in the input, `problems` those found in reading.
pub(super) fn assemble(rows: Rows, read: &[(&'static str, usize)], problems: Vec<Problem>) -> Book {
    let mut assembly = Assembly { problems, ..Assembly::default() };
    assembly.add_accounts(rows.accounts);
    assembly.add_opportunities(rows.opportunities);
    assembly.add_stakeholders(rows.stakeholders);
    let events = assembly.unique("opportunity_events", rows.opportunity_events, |event| event.id.clone());
    assembly.place_all("opportunity_events", events, |assembly, row| {
        let (account, at) =
            assembly.opportunity("opportunity_events", row.position, "opportunity", &row.fact.opportunity)?;
        assembly.opportunity_book(account, at)?.events.push(row);
        Some(())
    });
    let seats = assembly.unique("committee_seats", rows.committee_seats, |seat| {
        Some((seat.opportunity.clone(), seat.stakeholder.clone()))
    });
    assembly.place_all("committee_seats", seats, |assembly, Located { position, mut fact }| {
        let (account, at) = assembly.opportunity("committee_seats", position, "opportunity", &fact.opportunity)?;
        assembly.stakeholder_at(("committee_seats", position, "stakeholder"), account, &fact.stakeholder)?;
        assembly.fit_stance(("committee_seats", position, "non_supporter"), fact.stance, &mut fact.non_supporter);
        assembly.opportunity_book(account, at)?.seats.push(fact);
        Some(())
    });
    assembly.place_all("stakeholder_changes", rows.stakeholder_changes, |assembly, Located { position, mut fact }| {
        let account = assembly.stakeholder("stakeholder_changes", position, "stakeholder", &fact.stakeholder)?;
        assembly.opportunity_at(
            ("stakeholder_changes", position, "opportunity"),
            account,
            fact.opportunity.as_ref(),
        )?;
        if let StakeholderChangeKind::ReportingLineChanged { reports_to: Some(superior) } = &fact.change {
            assembly.stakeholder("stakeholder_changes", position, "change.reports_to", superior)?;
        }
        if let StakeholderChangeKind::StanceChanged { stance, non_supporter } = &mut fact.change {
            let place = ("stakeholder_changes", position, "change.non_supporter");
            assembly.fit_stance(place, *stance, non_supporter);
        }
        assembly.account_book(account)?.stakeholder_changes.push(fact);
        Some(())
    });
    let interactions = assembly.unique("interactions", rows.interactions, |fact| Some(fact.id.clone()));
    assembly.place_all("interactions", interactions, |assembly, Located { position, fact }| {
        let account = assembly.account("interactions", position, &fact.account)?;
        assembly.opportunity_at(("interactions", position, "opportunity"), account, fact.opportunity.as_ref())?;
        for (index, person) in fact.stakeholders.iter().enumerate() {
            let field = format!("stakeholders[{index}]");
            assembly.stakeholder_at(("interactions", position, &field), account, person)?;
        }
        assembly.account_book(account)?.interactions.push(fact);
        Some(())
    });
    let proposals = assembly.unique("proposals", rows.proposals, |fact| Some(fact.id.clone()));
    assembly.place_all("proposals", proposals, |assembly, Located { position, fact }| {
        let account = assembly.account("proposals", position, &fact.account)?;
        assembly.opportunity_at(("proposals", position, "opportunity"), account, fact.opportunity.as_ref())?;
        assembly.account_book(account)?.proposals.push(fact);
        Some(())
    });
    let purchases = assembly.unique("purchases", rows.purchases, |fact| Some(fact.id.clone()));
    assembly.place_all("purchases", purchases, |assembly, Located { position, fact }| {
        let account = assembly.account("purchases", position, &fact.account)?;
        assembly.account_book(account)?.purchases.push(fact);
        Some(())
    });
    let surveys = assembly.unique("surveys", rows.surveys, |fact| Some(fact.id.clone()));
    assembly.place_all("surveys", surveys, |assembly, Located { position, fact }| {
        let account = assembly.account("surveys", position, &fact.account)?;
        if let Some(person) = &fact.stakeholder {
            assembly.stakeholder_at(("surveys", position, "stakeholder"), account, person)?;
        }
        assembly.account_book(account)?.surveys.push(fact);
        Some(())
    });
    let complaints = assembly.unique("complaints", rows.complaints, |fact| Some(fact.id.clone()));
    assembly.place_all("complaints", complaints, |assembly, Located { position, fact }| {
        let account = assembly.account("complaints", position, &fact.account)?;
        if let Some(person) = &fact.stakeholder {
            assembly.stakeholder_at(("complaints", position, "stakeholder"), account, person)?;
        }
        if let Some(resolved) = fact.resolved_on.filter(|resolved| *resolved < fact.on) {
            let message = format!("settled on `{resolved}`, before it was made on {}", fact.on);
            let allowed = format!("{} or later", fact.on);
            let problem = Problem::new(ProblemCode::DateOrder, resolved, message, allowed);
            assembly.problems.push(problem.at(format!("complaints[{position}].resolved_on")));
            return None;
        }
        assembly.account_book(account)?.complaints.push(fact);
        Some(())
    });
    let team_changes = assembly.unique("team_changes", rows.team_changes, |fact| Some(fact.id.clone()));
    assembly.add_team_changes(team_changes);
    assembly.place_all("signal_mutes", rows.signal_mutes, |assembly, Located { position, fact }| {
        let account = assembly.account("signal_mutes", position, &fact.account)?;
        assembly.account_book(account)?.signal_mutes.push(fact);
        Some(())
    });
    assembly.add_reporting_lines(rows.reporting_lines);
    let quotas = assembly.unique("quotas", rows.quotas, |fact| Some(fact.id.clone()));
    assembly.place_all("quotas", quotas, |assembly, Located { position, fact }| {
        assembly.in_order(("quotas", position, "last"), fact.first, fact.last)?;
        assembly.quotas.push(fact);
        Some(())
    });
    let adjustments = assembly.unique("forecast_adjustments", rows.forecast_adjustments, |fact| Some(fact.id.clone()));
    assembly.place_all("forecast_adjustments", adjustments, |assembly, Located { position, fact }| {
        assembly.in_order(("forecast_adjustments", position, "last"), fact.first, fact.last)?;
        assembly.forecast_adjustments.push(fact);
        Some(())
    });
    assembly.add_contributions(rows.contributions);
    assembly.add_relationships(rows.relationships);
    assembly.add_information(rows.information_records);
    assembly.add_competitors(rows.opportunity_competitors);
    assembly.add_tasks(rows.tasks);
    assembly.add_plans(rows.breakthrough_plans);
    assembly.add_expenses(rows.expenses);
    assembly.add_wallet_estimates(rows.wallet_estimates);
    assembly.add_switching_costs(rows.switching_costs);
    assembly.add_judgements(rows.key_account_judgements);
    assembly.finish(read)
}

/// Where a reference stands: table, row, field.
type Place<'a> = (&'static str, usize, &'a str);

#[derive(Default)]
struct Assembly {
    accounts: Vec<AccountBook>,
    account_index: HashMap<AccountId, usize>,
    opportunity_index: HashMap<OpportunityId, (usize, usize)>,
    stakeholder_index: HashMap<StakeholderId, usize>,
    reporting_lines: Vec<ReportingLine>,
    quotas: Vec<Quota>,
    forecast_adjustments: Vec<ForecastAdjustment>,
    problems: Vec<Problem>,
    used: HashMap<&'static str, usize>,
}

impl Assembly {
    /// Keeps one row of every identifier, the same one whatever the order of the rows.
    fn unique<T, K>(
        &mut self,
        table: &'static str,
        rows: Vec<Located<T>>,
        key: impl Fn(&T) -> Option<K>,
    ) -> Vec<Located<T>>
    where
        T: Serialize + PartialEq,
        K: Eq + Hash,
    {
        let mut kept: Vec<Located<T>> = Vec::with_capacity(rows.len());
        let mut others: Vec<(usize, Located<T>)> = Vec::new();
        let mut index: HashMap<K, usize> = HashMap::new();
        for mut row in rows {
            let Some(key) = key(&row.fact) else {
                kept.push(row);
                continue;
            };
            let at = *index.entry(key).or_insert(kept.len());
            let Some(first) = kept.get_mut(at) else {
                kept.push(row);
                continue;
            };
            if first.fact != row.fact && text_of(&row.fact) < text_of(&first.fact) {
                std::mem::swap(first, &mut row);
            }
            others.push((at, row));
        }
        // Told only now, when it is certain which row is kept.
        for (at, row) in others {
            let Some(first) = kept.get(at) else { continue };
            let (code, message) = if first.fact == row.fact {
                (ProblemCode::DuplicateFact, format!("the same row as {table}[{}]", first.position))
            } else {
                let message = format!("the same identifier as {table}[{}], with other contents", first.position);
                (ProblemCode::ConflictingId, message)
            };
            let problem = Problem::new(code, text_of(&row.fact), message, "one row for each identifier");
            self.problems.push(problem.at(format!("{table}[{}]", row.position)));
        }
        kept
    }

    /// Gives every row to `place`, which puts it where it belongs or records why it cannot.
    fn place_all<T>(
        &mut self,
        table: &'static str,
        rows: Vec<Located<T>>,
        place: impl Fn(&mut Self, Located<T>) -> Option<()>,
    ) {
        let used = rows.into_iter().filter_map(|row| place(self, row)).count();
        self.used.insert(table, used);
    }

    fn add_accounts(&mut self, rows: Vec<Located<Account>>) {
        let mut rows = self.unique("accounts", rows, |account| Some(account.id.clone()));
        rows.sort_by(|a, b| a.fact.id.cmp(&b.fact.id));
        self.account_index = rows.iter().enumerate().map(|(at, row)| (row.fact.id.clone(), at)).collect();
        let parents: HashMap<AccountId, AccountId> =
            rows.iter().filter_map(|row| Some((row.fact.id.clone(), row.fact.parent.clone()?))).collect();
        let circles = in_circles(&parents);
        for row in &mut rows {
            let Some(parent) = row.fact.parent.clone() else { continue };
            let place = ("accounts", row.position, "parent");
            if !self.account_index.contains_key(&parent) {
                self.dangling(place, &parent, "account");
                row.fact.parent = None;
            } else if circles.contains(&row.fact.id) {
                self.cycle(place, &parent);
                row.fact.parent = None;
            }
        }
        self.used.insert("accounts", rows.len());
        self.accounts = rows.into_iter().map(|row| AccountBook::new(row.fact)).collect();
    }

    fn add_opportunities(&mut self, rows: Vec<Located<Opportunity>>) {
        let mut rows = self.unique("opportunities", rows, |opportunity| Some(opportunity.id.clone()));
        rows.sort_by(|a, b| a.fact.id.cmp(&b.fact.id));
        self.place_all("opportunities", rows, |assembly, Located { position, fact }| {
            let account = assembly.account("opportunities", position, &fact.account)?;
            let id = fact.id.clone();
            let book = assembly.account_book(account)?;
            let territory = fact.territory.as_ref().or(book.account.territory.as_ref()).cloned();
            let at = book.opportunities.len();
            book.opportunities.push(OpportunityBook { territory, ..OpportunityBook::empty(fact) });
            assembly.opportunity_index.insert(id, (account, at));
            Some(())
        });
    }

    fn add_stakeholders(&mut self, rows: Vec<Located<Stakeholder>>) {
        let mut rows = self.unique("stakeholders", rows, |person| Some(person.id.clone()));
        rows.sort_by(|a, b| a.fact.id.cmp(&b.fact.id));
        rows.retain(|row| self.account("stakeholders", row.position, &row.fact.account).is_some());
        let known: HashSet<StakeholderId> = rows.iter().map(|row| row.fact.id.clone()).collect();
        for row in &mut rows {
            let Some(superior) = row.fact.reports_to.clone() else { continue };
            let place = ("stakeholders", row.position, "reports_to");
            if !known.contains(&superior) {
                self.dangling(place, &superior, "stakeholder");
                row.fact.reports_to = None;
            }
        }
        self.place_all("stakeholders", rows, |assembly, Located { fact, .. }| {
            let account = *assembly.account_index.get(&fact.account)?;
            assembly.stakeholder_index.insert(fact.id.clone(), account);
            assembly.account_book(account)?.stakeholders.push(fact);
            Some(())
        });
    }

    /// Gives each change to the accounts it names and to those of its territory.
    fn add_team_changes(&mut self, rows: Vec<Located<TeamChange>>) {
        let mut by_territory: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, book) in self.accounts.iter().enumerate() {
            if let Some(territory) = &book.account.territory {
                by_territory.entry(territory.as_str().to_owned()).or_default().push(at);
            }
        }
        self.place_all("team_changes", rows, |assembly, Located { position, fact }| {
            let mut concerned: Vec<usize> = Vec::new();
            for (index, account) in fact.accounts.iter().enumerate() {
                match assembly.account_index.get(account) {
                    Some(at) => concerned.push(*at),
                    None => {
                        assembly.dangling(
                            ("team_changes", position, &format!("accounts[{index}]")),
                            account,
                            "account",
                        );
                        return None;
                    }
                }
            }
            match &fact.territory {
                Some(territory) => concerned.extend(by_territory.get(territory.as_str()).into_iter().flatten()),
                None if fact.accounts.is_empty() => {
                    let message = "the change names no territory and no account";
                    let problem =
                        Problem::new(ProblemCode::EmptyList, "", message, "a territory, or at least one account");
                    assembly.problems.push(problem.at(format!("team_changes[{position}]")));
                    return None;
                }
                None => {}
            }
            concerned.sort_unstable();
            concerned.dedup();
            let change = Arc::new(fact);
            for at in concerned {
                assembly.account_book(at)?.team_changes.push(Arc::clone(&change));
            }
            Some(())
        });
    }

    /// Keeps the lines without those that close a circle on the day they begin: of such a line the manager is left out.
    fn add_reporting_lines(&mut self, rows: Vec<Located<ReportingLine>>) {
        let mut rows = self.unique("reporting_lines", rows, |line| Some((line.member.clone(), line.from)));
        rows.sort_by(|a, b| (a.fact.from, &a.fact.member).cmp(&(b.fact.from, &b.fact.member)));
        let mut holding: HashMap<MemberId, MemberId> = HashMap::new();
        for day in rows.chunk_by_mut(|a, b| a.fact.from == b.fact.from) {
            for line in day.iter().map(|row| &row.fact) {
                match &line.manager {
                    Some(manager) => holding.insert(line.member.clone(), manager.clone()),
                    None => holding.remove(&line.member),
                };
            }
            // Before this day there was no circle: one that is there now has a line of this day in it.
            let starts = day.iter().map(|row| &row.fact.member);
            let circles: HashSet<MemberId> = in_circles_from(starts, &holding).into_iter().cloned().collect();
            for row in day.iter_mut().filter(|row| circles.contains(&row.fact.member)) {
                if let Some(manager) = row.fact.manager.take() {
                    holding.remove(&row.fact.member);
                    self.cycle(("reporting_lines", row.position, "manager"), &manager);
                }
            }
        }
        self.used.insert("reporting_lines", rows.len());
        rows.sort_by(|a, b| (&a.fact.member, a.fact.from).cmp(&(&b.fact.member, b.fact.from)));
        self.reporting_lines = rows.into_iter().map(|row| row.fact).collect();
    }

    /// Checks that a period does not end before it begins.
    fn in_order(&mut self, place: Place<'_>, first: Date, last: Date) -> Option<()> {
        if first <= last {
            return Some(());
        }
        let message = format!("the period ends on `{last}`, before it begins on {first}");
        self.report(place, Problem::new(ProblemCode::DateOrder, last, message, format!("{first} or later")));
        None
    }

    fn account(&mut self, table: &'static str, position: usize, id: &AccountId) -> Option<usize> {
        let found = self.account_index.get(id).copied();
        if found.is_none() {
            self.dangling((table, position, "account"), id, "account");
        }
        found
    }

    fn opportunity(
        &mut self,
        table: &'static str,
        position: usize,
        field: &str,
        id: &OpportunityId,
    ) -> Option<(usize, usize)> {
        let found = self.opportunity_index.get(id).copied();
        if found.is_none() {
            self.dangling((table, position, field), id, "opportunity");
        }
        found
    }

    fn stakeholder(&mut self, table: &'static str, position: usize, field: &str, id: &StakeholderId) -> Option<usize> {
        let found = self.stakeholder_index.get(id).copied();
        if found.is_none() {
            self.dangling((table, position, field), id, "stakeholder");
        }
        found
    }

    /// Checks that an opportunity, if one is named, is one of the account's.
    fn opportunity_at(&mut self, place: Place<'_>, account: usize, id: Option<&OpportunityId>) -> Option<()> {
        let Some(id) = id else { return Some(()) };
        let (owner, _) = self.opportunity(place.0, place.1, place.2, id)?;
        self.same_account(place, account, owner, id)
    }

    /// Checks that a person is one of the account's.
    fn stakeholder_at(&mut self, place: Place<'_>, account: usize, id: &StakeholderId) -> Option<()> {
        let owner = self.stakeholder(place.0, place.1, place.2, id)?;
        self.same_account(place, account, owner, id)
    }

    fn same_account(&mut self, place: Place<'_>, account: usize, owner: usize, id: impl Display) -> Option<()> {
        if account == owner {
            return Some(());
        }
        let message = format!("`{}` belongs to another account", quote(&id.to_string()));
        self.report(place, Problem::new(ProblemCode::ForeignReference, id, message, "an id of the same account"));
        None
    }

    fn dangling(&mut self, place: Place<'_>, id: impl Display, kind: &str) {
        let message = format!("there is no usable {kind} `{}`", quote(&id.to_string()));
        let allowed = format!("the id of {} {kind} in this book", if kind == "stakeholder" { "a" } else { "an" });
        self.report(place, Problem::new(ProblemCode::DanglingReference, id, message, allowed));
    }

    fn cycle(&mut self, place: Place<'_>, id: impl Display) {
        let message = format!("`{}` leads back to itself; the link is left out", quote(&id.to_string()));
        self.report(place, Problem::new(ProblemCode::ReferenceCycle, id, message, "links without a circle"));
    }

    fn report(&mut self, (table, position, field): Place<'_>, problem: Problem) {
        self.problems.push(problem.at(format!("{table}[{position}].{field}")));
    }

    fn account_book(&mut self, at: usize) -> Option<&mut AccountBook> {
        self.accounts.get_mut(at)
    }

    fn opportunity_book(&mut self, account: usize, at: usize) -> Option<&mut OpportunityBook> {
        self.accounts.get_mut(account)?.opportunities.get_mut(at)
    }

    fn finish(mut self, read: &[(&'static str, usize)]) -> Book {
        for book in &mut self.accounts {
            book.stakeholder_changes.sort_by_cached_key(|fact| (fact.on, text_of(fact)));
            book.interactions.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.proposals.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.purchases.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.surveys.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.complaints.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.team_changes.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.relationships.sort_by(|a, b| by_people(a).cmp(&by_people(b)));
            book.tasks.sort_by(|a, b| a.id.cmp(&b.id));
            book.expenses.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
            book.wallet_estimates.sort_by(|a, b| (a.on, &a.category).cmp(&(b.on, &b.category)));
            book.switching_costs.sort_by_key(|cost| (cost.on, cost.kind));
            book.key_account_judgements.sort_by_key(|judgement| judgement.on);
            book.signal_mutes.sort_by_cached_key(|fact| (fact.signal, fact.until, text_of(fact)));
            for opportunity in &mut book.opportunities {
                opportunity.seats.sort_by(|a, b| a.stakeholder.cmp(&b.stakeholder));
                opportunity.contributions.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
                opportunity.information.sort_by_key(|record| (record.point, record.on));
                opportunity.competitors.sort_by(|a, b| (&a.competitor, a.on).cmp(&(&b.competitor, b.on)));
                opportunity.plans.sort_by_key(|plan| plan.on);
            }
        }
        self.quotas.sort_by(|a, b| a.id.cmp(&b.id));
        self.forecast_adjustments.sort_by(|a, b| a.id.cmp(&b.id));
        let order: HashMap<&str, usize> = read.iter().enumerate().map(|(at, (table, _))| (*table, at)).collect();
        self.problems.sort_by_cached_key(|problem| place_of(&problem.path, &order));
        let count = |(table, read): &(&'static str, usize)| FactCount {
            table: (*table).to_owned(),
            read: *read,
            used: self.used.get(table).copied().unwrap_or(0),
        };
        Book {
            counts: read.iter().map(count).collect(),
            accounts: self.accounts,
            opportunities: self.opportunity_index,
            reporting_lines: self.reporting_lines,
            quotas: self.quotas,
            forecast_adjustments: self.forecast_adjustments,
            problems: self.problems,
        }
    }
}

/// The order of relationships, of which these name one.
fn by_people(link: &Relationship) -> (&StakeholderId, &StakeholderId, RelationshipKind, Option<Date>) {
    (&link.from, &link.to, link.kind, link.since)
}

/// The canonical text of a row: what decides between two rows without an order of their own.
fn text_of<T: Serialize>(fact: &T) -> String {
    serde_json::to_string(fact).unwrap_or_default()
}

/// Sorts problems by table and row; problems of the whole book come first.
fn place_of(path: &str, order: &HashMap<&str, usize>) -> (Option<usize>, usize) {
    let (table, rest) = path.split_once('[').unwrap_or((path, ""));
    let row = rest.split_once(']').and_then(|(row, _)| row.parse().ok()).unwrap_or(0);
    (order.get(table).copied(), row)
}

/// Everything that following the links leads back to, in time linear in the number of links.
fn in_circles<K: Eq + Hash>(links: &HashMap<K, K>) -> HashSet<&K> {
    in_circles_from(links.keys(), links)
}

/// Everything that following the links from some starts leads back to.
fn in_circles_from<'a, K: Eq + Hash>(starts: impl Iterator<Item = &'a K>, links: &'a HashMap<K, K>) -> HashSet<&'a K> {
    let mut circles = HashSet::new();
    let mut walk_of: HashMap<&K, usize> = HashMap::new();
    for (walk, start) in starts.enumerate() {
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| !walk_of.contains_key(here)) {
            walk_of.insert(here, walk);
            at = links.get(here);
        }
        // The walk met its own track: from there on it goes round.
        while let Some(here) = at.filter(|here| walk_of.get(here) == Some(&walk)) {
            if !circles.insert(here) {
                break;
            }
            at = links.get(here);
        }
    }
    circles
}
