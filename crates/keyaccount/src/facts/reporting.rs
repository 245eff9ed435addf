//! Who reports to whom in our own team on a day.

use std::collections::{BTreeMap, BTreeSet};

use super::Book;
use crate::values::{Date, MemberId};

impl Book {
    /// The manager of every member of our team who reports to one on a day.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, MemberId};
    ///
    /// let book = Book::from_json(r#"{"reporting_lines": [
    ///     {"member": "ann", "manager": "eve"}, {"member": "ann", "manager": "joe", "from": "2026-04-01"}
    /// ]}"#)?;
    /// let ann: MemberId = "ann".parse()?;
    /// let manager = |day: &str| Ok::<_, keyaccount::Problem>(book.managers_on(day.parse()?)[&ann].to_string());
    /// assert_eq!((manager("2026-03-31")?, manager("2026-04-01")?), ("eve".to_owned(), "joe".to_owned()));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn managers_on(&self, day: Date) -> BTreeMap<&MemberId, &MemberId> {
        let begun = self.reporting_lines.iter().filter(|line| line.from.is_none_or(|from| from <= day));
        // In the order of members and days: of each member the last one stays.
        let latest: BTreeMap<&MemberId, Option<&MemberId>> =
            begun.map(|line| (&line.member, line.manager.as_ref())).collect();
        latest.into_iter().filter_map(|(member, manager)| Some((member, manager?))).collect()
    }

    /// A member of our team and everybody who reports to them on a day, directly or through others.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Book;
    ///
    /// let book = Book::from_json(r#"{"reporting_lines": [
    ///     {"member": "ann", "manager": "eve"}, {"member": "eve", "manager": "joe"}
    /// ]}"#)?;
    /// let team = book.team_on(&"joe".parse()?, "2026-04-01".parse()?);
    /// assert_eq!(team.iter().map(|member| member.as_str()).collect::<Vec<_>>(), ["ann", "eve", "joe"]);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn team_on(&self, head: &MemberId, day: Date) -> BTreeSet<MemberId> {
        let mut reports: BTreeMap<&MemberId, Vec<&MemberId>> = BTreeMap::new();
        for (member, manager) in self.managers_on(day) {
            reports.entry(manager).or_default().push(member);
        }
        let mut team = BTreeSet::from([head.clone()]);
        let mut to_visit = vec![head];
        while let Some(manager) = to_visit.pop() {
            for member in reports.get(manager).into_iter().flatten() {
                if team.insert((*member).clone()) {
                    to_visit.push(member);
                }
            }
        }
        team
    }
}
