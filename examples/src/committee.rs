//! One opportunity's buying committee: who is in it, as a table, what is missing, and what to do next.

use std::io::{self, Write};

use keyaccount::{
    AccountBook, Book, BuyingRole, ChainLinkKind, CommitteeMap, DiagnosisVerdict, MapPerson, OpportunityBook,
    OpportunityId, Playbook, Problem, Severity, StakeholderId, check_coverage, committee_map, diagnose_opportunity,
    replay_history,
};
use serde::Serialize;

mod diagnosis;
#[cfg(test)]
mod tests;

use crate::names::{Names, or_dash};
use crate::page::{Page, plain, shortened};
use crate::{Input, View, left_out};

/// Columns for a name, and for the names of superiors.
const NAME: usize = 24;
const SUPERIOR: usize = 18;

/// Who decides on an opportunity, what is missing, and what to do next.
#[derive(Serialize)]
pub struct CommitteeReview {
    /// How far the committee is covered, how strong our support is, where the deal is stuck, and what to do next.
    pub diagnosis: DiagnosisVerdict,
    /// Who is in it, who reports to whom, and who of us is in contact.
    pub map: CommitteeMap,
    /// Facts that could not be used.
    pub left_out: Vec<Problem>,
}

impl CommitteeReview {
    /// Reviews an opportunity; without one, the open one whose gaps are gravest.
    #[must_use]
    pub fn of(input: &Input, opportunity: Option<&OpportunityId>) -> Option<Self> {
        let (account, book) = match opportunity {
            Some(id) => input.book.opportunity(id)?,
            None => gravest(input)?,
        };
        Some(Self {
            diagnosis: diagnose_opportunity(account, book, &input.playbook, input.as_of),
            map: committee_map(account, book, &input.playbook, input.as_of),
            left_out: input.book.problems().to_vec(),
        })
    }
}

/// The open opportunity with most gaps of the gravest kind; of equal ones the larger committee, then the first.
fn gravest(input: &Input) -> Option<(&AccountBook, &OpportunityBook)> {
    let all = input.book.accounts().iter();
    let all = all.flat_map(|account| account.opportunities.iter().map(move |opportunity| (account, opportunity)));
    let mut found = None;
    for (account, opportunity) in all {
        let history = replay_history(opportunity, &input.playbook, input.as_of);
        if !history.state.is_some_and(|state| state.status.is_open()) {
            continue;
        }
        let coverage = check_coverage(account, opportunity, &input.playbook, input.as_of);
        let count = |severity| coverage.gaps.iter().filter(|gap| gap.severity == severity).count();
        let weight = (count(Severity::Critical), count(Severity::High), coverage.people.len());
        if found.as_ref().is_none_or(|(most, _)| weight > *most) {
            found = Some((weight, (account, opportunity)));
        }
    }
    found.map(|(_, one)| one)
}

/// Prints a committee review.
///
/// # Errors
/// Where the output cannot be written.
pub fn print_committee_review(
    review: &CommitteeReview,
    book: &Book,
    playbook: &Playbook,
    view: &View,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = &mut Page::new(view, out);
    let names = Names { book, playbook, language: view.language };
    let coverage = &review.diagnosis.coverage;
    let title = page.say("COMMITTEE REVIEW", "采购决策链评审");
    page.title(&title, coverage.as_of, &playbook.draft().name, &coverage.playbook)?;
    let about = [names.opportunity(&coverage.opportunity), names.account(&coverage.account)];
    let stage = coverage.stage.as_ref().map(|stage| names.stage(None, stage));
    let about: Vec<String> = about.into_iter().chain(stage).collect();
    page.line(&page.strong(&about.join(" · ")))?;
    committee(review, page)?;
    gaps(review, page)?;
    diagnosis::print(&review.diagnosis, page)?;
    left_out(&review.left_out, page)
}

/// Everybody on the map in the order in which they are drawn.
fn committee(review: &CommitteeReview, page: &mut Page<'_>) -> io::Result<()> {
    let map = &review.map;
    page.heading(&format!("{} ({})", page.say("COMMITTEE", "决策链成员"), map.people.len()))?;
    if map.people.is_empty() {
        return page.line(&format!("  {}", page.say("Nobody is known.", "尚无已知人员。")));
    }
    let titles = [
        ("name", "姓名"),
        ("CUTE", "角色"),
        ("stance", "立场"),
        ("infl.", "影响力"),
        ("contact", "接触"),
        ("last", "最近"),
        ("reports to", "汇报给"),
        ("gaps", "缺口"),
    ];
    let mut rows = vec![page.titles(&titles)];
    let mut people: Vec<&MapPerson> = map.people.iter().collect();
    people.sort_by_key(|one| (one.row, one.x));
    for one in people {
        rows.push(row(one, review, page));
    }
    page.table_with(&rows, 8)?;
    let legend = page.say(
        "C coach · U user · T technical gatekeeper · E economic decision maker · * key person · ( ) outside the \
         committee · † left · gaps: their numbers below",
        "C 教练 · U 使用者 · T 技术把关者 · E 最终决策者 · * 关键人物 · ( ) 非决策成员 · † 已离开 · 缺口：见下方编号",
    );
    page.wrapped("  ", "  ", &legend)
}

fn row(one: &MapPerson, review: &CommitteeReview, page: &Page<'_>) -> Vec<String> {
    let language = page.view.language;
    let person = &one.person;
    let id = &person.stakeholder;
    let name = match (person.left_on, one.in_committee) {
        (Some(_), _) => format!("† {}", shown(id, review)),
        (None, false) => format!("({})", shown(id, review)),
        (None, true) => shown(id, review),
    };
    let lines = review.map.links.iter().filter(|link| link.kind == ChainLinkKind::ReportsTo && link.from == *id);
    let superiors: Vec<String> = lines.map(|link| shown(&link.to, review)).collect();
    let letters: String = person.roles.iter().map(|role| letter(*role)).collect();
    let gaps = review.diagnosis.coverage.gaps.iter().zip(1_usize..).filter(|(gap, _)| gap.stakeholders.contains(id));
    let gaps: Vec<String> = gaps.map(|(_, number)| number.to_string()).collect();
    let is_key = if one.is_key { "*" } else { "" };
    vec![
        shortened(&name, NAME),
        or_dash(Some(letters).filter(|letters| !letters.is_empty())),
        or_dash(person.stance.map(|stance| stance.label(language))),
        or_dash(person.influence.map(|influence| format!("{influence}{is_key}"))),
        person.contact_depth.label(language).to_owned(),
        or_dash(person.last_contact),
        or_dash(Some(shortened(&page.list(&superiors), SUPERIOR)).filter(|superior| !superior.is_empty())),
        or_dash(Some(gaps.join(" ")).filter(|gaps| !gaps.is_empty())),
    ]
}

/// The letter of a role in the method's name.
const fn letter(role: BuyingRole) -> char {
    match role {
        BuyingRole::Coach => 'C',
        BuyingRole::User => 'U',
        BuyingRole::TechnicalGatekeeper => 'T',
        BuyingRole::EconomicDecisionMaker => 'E',
        _ => '?',
    }
}

/// A person's name, or the identifier where there is none.
fn shown(id: &StakeholderId, review: &CommitteeReview) -> String {
    let one = review.map.people.iter().find(|one| one.person.stakeholder == *id);
    plain(one.and_then(|one| one.name.as_ref()).map_or(id.as_str(), |name| name.as_str()))
}

/// The gaps, numbered as in the table.
fn gaps(review: &CommitteeReview, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    page.heading(&format!("{} ({})", page.say("GAPS", "缺口"), review.diagnosis.coverage.gaps.len()))?;
    if review.diagnosis.coverage.gaps.is_empty() {
        return page.line(&format!("  {}", page.say("Nothing is missing.", "无缺口。")));
    }
    for (gap, number) in review.diagnosis.coverage.gaps.iter().zip(1_usize..) {
        let severity = page.severity(gap.severity);
        let role = gap.role.map(|role| format!(" ({})", role.label(language))).unwrap_or_default();
        page.line(&format!("  {number:>2}  {severity}  {}{role}", gap.kind.label(language)))?;
        page.wrapped("                ", "                ", &plain(&gap.reason.message))?;
        page.wrapped("              → ", "                ", gap.next_move.label(language))?;
    }
    Ok(())
}
