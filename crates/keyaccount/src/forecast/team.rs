//! Our own team as it reports on a day, and whose an opportunity is in it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::facts::{Book, CreditShare};
use crate::values::{Date, MemberId, Share};

/// Who reports to whom in our team on a day.
///
/// A member's team is the member and everybody who reports to them, directly or through others. What a team gets credit
/// for is the parts of its members together: an opportunity that two of them share is the team's once, and whole.
///
/// Lines that lead in a circle are cut where a book is read, and are among its problems.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CreditShare, MemberId, Team};
///
/// let book = Book::from_json(r#"{"reporting_lines": [
///     {"member": "ann", "manager": "eve"}, {"member": "bob", "manager": "eve"}, {"member": "eve", "manager": "joe"}
/// ]}"#)?;
/// let team = Team::of(&book, "2026-04-01".parse()?);
/// let (ann, eve, joe): (MemberId, MemberId, MemberId) = ("ann".parse()?, "eve".parse()?, "joe".parse()?);
/// assert_eq!(team.managers_of(&ann).collect::<Vec<_>>(), [&eve, &joe], "the nearest first");
/// assert!(team.includes(&joe, &ann) && team.includes(&ann, &ann) && !team.includes(&ann, &joe));
///
/// let part = |member: &str, share: &str| Ok::<_, keyaccount::Problem>(CreditShare { member: member.parse()?, share: share.parse()? });
/// let credits = [part("ann", "0.5")?, part("bob", "0.2")?, part("zoe", "0.3")?];
/// assert_eq!(team.credit(&eve, &credits).unwrap().to_string(), "0.7", "zoe does not report to eve");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    managers: BTreeMap<MemberId, MemberId>,
    heads: BTreeSet<MemberId>,
}

impl Team {
    /// The team of a book, by the lines that hold on a day.
    #[must_use]
    pub fn of(book: &Book, as_of: Date) -> Self {
        let managers: BTreeMap<MemberId, MemberId> =
            book.managers_on(as_of).into_iter().map(|(member, manager)| (member.clone(), manager.clone())).collect();
        Self { heads: managers.values().cloned().collect(), managers }
    }

    /// Those above a member, the nearest first.
    pub fn managers_of<'a>(&'a self, member: &'a MemberId) -> impl Iterator<Item = &'a MemberId> {
        let above = std::iter::successors(self.managers.get(member), |manager| self.managers.get(*manager));
        // A way up is never longer than there are lines.
        above.take(self.managers.len())
    }

    /// Whether anybody reports to a member.
    #[must_use]
    pub fn is_manager(&self, member: &MemberId) -> bool {
        self.heads.contains(member)
    }

    /// Whether somebody is in the team of a member: the member, or below them.
    #[must_use]
    pub fn includes(&self, head: &MemberId, member: &MemberId) -> bool {
        head == member || self.managers_of(member).any(|manager| manager == head)
    }

    /// The part of an opportunity that the team of a member gets credit for; none where it gets none.
    #[must_use]
    pub fn credit(&self, head: &MemberId, credits: &[CreditShare]) -> Option<Share> {
        credit_of(credits, |member| self.includes(head, member))
    }

    /// The part of an opportunity that counts where a member is asked about: what their team gets credit for. Without a
    /// member all of it; none where it is others'.
    pub(super) fn part(&self, member: Option<&MemberId>, credits: &[CreditShare]) -> Option<Share> {
        member.map_or(Some(Share::WHOLE), |head| self.credit(head, credits))
    }
}

/// The part that some members get credit for together; none where they get none.
pub(super) fn credit_of(credits: &[CreditShare], is_meant: impl Fn(&MemberId) -> bool) -> Option<Share> {
    let meant = credits.iter().filter(|credit| is_meant(&credit.member));
    let part = meant.fold(Decimal::ZERO, |sum, credit| sum.saturating_add(credit.share.value()));
    Share::try_new(part).ok().filter(|_| !part.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team(lines: &str) -> (Book, Team) {
        let book = Book::from_json(&format!(r#"{{"reporting_lines": [{lines}]}}"#)).unwrap();
        let team = Team::of(&book, "2026-06-30".parse().unwrap());
        (book, team)
    }

    fn member(id: &str) -> MemberId {
        id.parse().unwrap()
    }

    #[test]
    fn a_circle_is_cut_and_told() {
        let (book, team) = team(
            r#"{"member": "ann", "manager": "bob"}, {"member": "bob", "manager": "ann"}, {"member": "cy", "manager": "bob"}"#,
        );
        assert_eq!(book.problems().len(), 2);
        assert_eq!(team.managers_of(&member("ann")).count(), 0);
        assert!(team.includes(&member("bob"), &member("cy")));
    }

    #[test]
    fn it_is_everybody_whom_the_book_says() {
        let (book, team) = team(
            r#"{"member": "a", "manager": "b"}, {"member": "b", "manager": "c"}, {"member": "d", "manager": "c"},
               {"member": "d", "from": "2026-06-30"}, {"member": "e", "manager": "b", "from": "2026-07-01"}"#,
        );
        for head in ["a", "b", "c", "d", "e"].map(member) {
            let below = book.team_on(&head, "2026-06-30".parse().unwrap());
            for other in ["a", "b", "c", "d", "e"].map(member) {
                assert_eq!(team.includes(&head, &other), below.contains(&other), "{other} under {head}");
            }
        }
    }
}
