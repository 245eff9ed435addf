//! Cohorts: each month's new opportunities, and what had become of them after some months.

use std::io;

use keyaccount::{Cohort, CohortsVerdict};

use crate::names::or_dash;
use crate::page::Page;
use crate::pipeline::{more, most_rows, note_below};

/// The ages shown, in months.
const AGES: [u32; 5] = [0, 3, 6, 9, 12];

pub(crate) fn print(verdict: &CohortsVerdict, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("COHORTS BY MONTH OF CREATION", "按创建月份的同期群"))?;
    let mut titles = page.titles(&[("created in", "创建月份"), ("count", "数量")]);
    titles.extend(AGES.iter().map(|months| match months {
        0 => page.say("same month", "当月"),
        _ => page.say(&format!("{months} months"), &format!("{months} 个月")),
    }));
    let mut rows = vec![titles];
    let latest_first = verdict.cohorts.iter().rev();
    for cohort in latest_first.take(most_rows(page)) {
        let mut row = vec![cohort.month.to_string(), cohort.opportunities.to_string()];
        row.extend(AGES.iter().map(|months| or_dash(became(cohort, *months))));
        rows.push(row);
    }
    page.table(&rows)?;
    more(verdict.cohorts.len(), page)?;
    let note = page.say(
        "Open (and parked) / won / lost at the end of the month, so many months after that of the creation. –: that month \
         is not over yet.",
        "创建当月及其后若干个月的月末：进行中（含搁置）/ 赢单 / 丢单。–：该月尚未结束。",
    );
    note_below(&note, page)
}

/// How many were open, won and lost.
fn became(cohort: &Cohort, months: u32) -> Option<String> {
    let age = cohort.ages.iter().find(|age| age.months == months)?;
    let (open, won) = (age.open.saturating_add(age.parked), age.booked.saturating_add(age.realised));
    Some(format!("{open} / {won} / {}", age.lost))
}
