//! The funnel review: what a head of sales wants to see of every pipeline.

use std::io::{self, Write};

use keyaccount::{
    Book, CohortsVerdict, Date, DayBasis, FunnelOptions, FunnelVerdict, HistoryVerdict, MovementVerdict, Playbook,
    Problem, analyse_histories, opportunity_cohorts, pipeline_movement, replay_history,
};
use serde::Serialize;

use crate::names::Names;
use crate::page::Page;
use crate::{Input, View, cohorts, left_out, movement, pipeline};

/// Most months for which a cohort is followed.
const MONTHS: u32 = 12;

/// The longest fiscal quarter has 92 days.
const MOST_DAYS_OF_A_QUARTER: u32 = 92;

/// What follows from all opportunities of a book.
#[derive(Serialize)]
pub struct FunnelReview {
    /// Each pipeline: stages, times, conversion, win rate, velocity, bottlenecks, losses, conformance, oddities.
    pub funnel: FunnelVerdict,
    /// Each month's new opportunities, and how they stood later.
    pub cohorts: CohortsVerdict,
    /// What led from one day's pipeline to another's.
    pub movement: MovementVerdict,
    /// Facts that could not be used.
    pub left_out: Vec<Problem>,
}

impl FunnelReview {
    /// Reviews a book; the movement leads from the end of a day on, the last one before the fiscal quarter unless
    /// `from` names another.
    ///
    /// # Errors
    /// Where `from` lies after the day of the review.
    pub fn of(input: &Input, from: Option<Date>, days: DayBasis) -> Result<Self, Problem> {
        let Input { book, playbook, as_of } = input;
        let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
        let histories: Vec<HistoryVerdict> =
            opportunities.map(|opportunity| replay_history(opportunity, playbook, *as_of)).collect();
        let options = FunnelOptions { days, ..FunnelOptions::default() };
        let from = from.unwrap_or_else(|| day_before_quarter(playbook, *as_of));
        Ok(Self {
            funnel: analyse_histories(&histories, playbook, *as_of, &options),
            cohorts: opportunity_cohorts(&histories, playbook, *as_of, MONTHS),
            movement: pipeline_movement(book, playbook, from, *as_of, None)?,
            left_out: book.problems().to_vec(),
        })
    }
}

/// The last day before the fiscal quarter that a day lies in.
fn day_before_quarter(playbook: &Playbook, day: Date) -> Date {
    let calendar = &playbook.draft().calendar;
    let quarter = calendar.quarter(day);
    let mut earlier = (1..=MOST_DAYS_OF_A_QUARTER).map(|days| day.minus_days(days));
    earlier.find(|earlier| calendar.quarter(*earlier) != quarter).unwrap_or(day)
}

/// Prints a funnel review: each pipeline, then what concerns all of them.
///
/// # Errors
/// Where the output cannot be written.
pub fn print_funnel_review(
    review: &FunnelReview,
    book: &Book,
    playbook: &Playbook,
    view: &View,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = &mut Page::new(view, out);
    let names = Names { book, playbook, language: view.language };
    let funnel = &review.funnel;
    let title = page.say("FUNNEL REVIEW", "漏斗评审");
    page.title(&title, funnel.as_of, &playbook.draft().name, &funnel.playbook)?;
    outside(funnel, page)?;
    for analysis in &funnel.pipelines {
        let was_used = analysis.stages.iter().any(|stage| stage.time.opportunities > 0);
        if analysis.opportunities > 0 || was_used {
            pipeline::print(analysis, funnel, names, page)?;
        }
    }
    movement::print(&review.movement, names, page)?;
    cohorts::print(&review.cohorts, page)?;
    left_out(&review.left_out, page)
}

/// The opportunities that are in no pipeline's numbers.
fn outside(funnel: &FunnelVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let (early, foreign) = (funnel.not_created_yet, funnel.in_unknown_pipeline);
    if early > 0 {
        let english = format!("{early} opportunities without an event up to this day: in no number.");
        page.line(&page.say(&english, &format!("截至当日尚无事件的商机 {early} 个，未计入。")))?;
    }
    if foreign > 0 {
        let english = format!("{foreign} opportunities in a pipeline that the playbook lacks: in no number.");
        page.line(&page.say(&english, &format!("规则手册中没有其流程的商机 {foreign} 个，未计入。")))?;
    }
    if funnel.pipelines.iter().all(|pipeline| pipeline.opportunities == 0) {
        page.line(&page.say("No opportunity is in a pipeline of the playbook.", "规则手册的流程中没有商机。"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
