//! One pipeline: its stages, what comes out of it, and where it holds up.

use std::io;

use keyaccount::{
    DurationSummary, FunnelVerdict, OpportunityStatus, Pipeline, PipelineAnalysis, StageAnalysis, StageId,
};

use crate::names::{Names, amount, or_dash, percent};
use crate::page::{Page, plain};
use crate::rules;

/// Most rows of a long table.
const ROWS: usize = 12;
/// Columns of the longest bar.
const BAR: u64 = 16;

pub(crate) fn print(
    analysis: &PipelineAnalysis,
    funnel: &FunnelVerdict,
    names: Names<'_>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let pipeline = names.playbook.pipeline(Some(&analysis.pipeline));
    title(analysis, pipeline, page)?;
    let shown = Shown { analysis, pipeline, names };
    shown.stages(page)?;
    shown.times(funnel, page)?;
    if analysis.opportunities == 0 {
        page.line("")?;
        return page
            .line(&page.say("  None is in it now: all went to another pipeline.", "  目前无商机：均已转入其他流程。"));
    }
    shown.win_rate(page)?;
    shown.velocity(page)?;
    shown.cycle(page)?;
    shown.bottlenecks(page)?;
    shown.stalled(page)?;
    shown.losses(page)?;
    rules::print(analysis, pipeline, names, page)
}

fn title(analysis: &PipelineAnalysis, pipeline: Option<&Pipeline>, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let label = pipeline.map_or(analysis.pipeline.as_str(), |pipeline| pipeline.label.text(language));
    page.line("")?;
    page.line(&page.strong(&plain(label).to_uppercase()))?;
    let statuses = &analysis.statuses;
    let counts = [
        (statuses.open, OpportunityStatus::Open),
        (statuses.parked, OpportunityStatus::Parked),
        (statuses.booked, OpportunityStatus::Booked),
        (statuses.realised, OpportunityStatus::Realised),
        (statuses.lost, OpportunityStatus::Lost),
    ];
    let counts: Vec<String> =
        counts.iter().map(|(count, status)| format!("{count} {}", status.label(language))).collect();
    let all = analysis.opportunities;
    let whole = page.say(&format!("{all} opportunities"), &format!("商机 {all} 个"));
    page.wrapped("  ", "  ", &format!("{whole}: {}", page.list(&counts)))
}

/// A pipeline with the names it is told in.
struct Shown<'a> {
    analysis: &'a PipelineAnalysis,
    pipeline: Option<&'a Pipeline>,
    names: Names<'a>,
}

impl Shown<'_> {
    fn stage(&self, stage: &StageId) -> String {
        self.names.stage(self.pipeline, stage)
    }

    fn stages(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading(&page.say("FUNNEL", "漏斗"))?;
        let titles = [
            ("stage", "阶段"),
            ("ever in it", "曾进入"),
            ("now", "目前"),
            ("P(onwards)", "推进概率"),
            ("P(won)", "赢单概率"),
            ("won so far", "已赢占比"),
            ("", ""),
        ];
        let mut rows = vec![page.titles(&titles)];
        let stages = &self.analysis.stages;
        let most = stages.iter().map(|stage| stage.time.opportunities).max().unwrap_or(0);
        for stage in stages {
            let conversion = stage.conversion.as_ref();
            let onwards = conversion.and_then(|conversion| conversion.advance.probability);
            let won = conversion.and_then(|conversion| conversion.win.probability);
            let naive = conversion.and_then(|conversion| conversion.win.cohort_rate);
            rows.push(vec![
                self.stage(&stage.stage),
                stage.time.opportunities.to_string(),
                stage.time.still_in_it.to_string(),
                percent(onwards.map(|estimate| estimate.value())),
                percent(won.map(|estimate| estimate.value())),
                percent(naive.map(|estimate| estimate.value())),
                bar(stage.time.opportunities, most),
            ]);
        }
        page.table(&rows)?;
        let note = page.say(
            "P(onwards): that it gets to a later stage or is signed; P(won): that it is signed; both by Aalen–Johansen, \
             the undecided counted as undecided. Won so far: of all that were ever in it, which is too low while many \
             are undecided.",
            "推进概率：进入后续阶段或签约的概率；赢单概率：签约的概率；均按 Aalen–Johansen 估计，\
             未决商机按未决计。已赢占比：占曾进入者，未决者多时偏低。",
        );
        note_below(&note, page)?;
        self.passed_over(page)
    }

    /// Who was never in a stage although it came behind it.
    fn passed_over(&self, page: &mut Page<'_>) -> io::Result<()> {
        let list = |count: &dyn Fn(&StageAnalysis) -> Option<u64>| {
            let stages = self.analysis.stages.iter();
            let counted = stages.filter_map(|stage| Some((stage, count(stage).filter(|count| *count > 0)?)));
            counted.map(|(stage, count)| format!("{} {count}", self.stage(&stage.stage))).collect::<Vec<_>>()
        };
        let skipped = list(&|stage| Some(stage.conversion.as_ref()?.skipped));
        let later = list(&|stage| Some(stage.conversion.as_ref()?.started_later));
        let kinds = [(skipped, page.say("Passed over", "被跳过")), (later, page.say("Began behind it", "起步于其后"))];
        for (list, what) in kinds.iter().filter(|(list, _)| !list.is_empty()) {
            page.wrapped("  ", "    ", &format!("{what}: {}", page.list(list)))?;
        }
        let unknown = self.analysis.visits_to_unknown_stages;
        if unknown > 0 {
            let english = format!("{unknown} visits to stages that the pipeline lacks: in no number.");
            page.wrapped("  ", "    ", &page.say(&english, &format!("{unknown} 次进入流程中没有的阶段，未计入。")))?;
        }
        Ok(())
    }

    fn times(&self, funnel: &FunnelVerdict, page: &mut Page<'_>) -> io::Result<()> {
        let basis = funnel.days.label(page.view.language);
        page.heading(&format!("{} ({basis})", page.say("TIME IN STAGE", "阶段停留时间")))?;
        let titles = [
            ("stage", "阶段"),
            ("1/4 gone", "1/4 离开"),
            ("half gone", "半数离开"),
            ("3/4 gone", "3/4 离开"),
            ("mean of gone", "已离开者平均"),
            ("still there", "仍在"),
            ("stalled after", "停滞阈值"),
        ];
        let mut rows = vec![page.titles(&titles)];
        for stage in &self.analysis.stages {
            let time = &stage.time;
            rows.push(vec![
                self.stage(&stage.stage),
                or_dash(time.lower_quartile_days),
                or_dash(time.median_days),
                or_dash(time.upper_quartile_days),
                or_dash(time.mean_days_of_finished.map(|days| days.value().round_dp(1))),
                time.still_in_it.to_string(),
                or_dash(time.stall_after_days),
            ]);
        }
        page.table(&rows)?;
        let note = page.say(
            "By Kaplan–Meier: those still there count for as long as they have been. –: so many were never seen to leave. \
             The threshold is in calendar days.",
            "按 Kaplan–Meier 估计：仍在者按已停留的天数计。–：尚未见到这么多离开。停滞阈值按自然日计。",
        );
        note_below(&note, page)
    }

    fn win_rate(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading(&page.say("WIN RATE", "赢单率"))?;
        let rate = &self.analysis.win_rate;
        let titles = [("by", "按"), ("won", "赢单"), ("lost", "丢单"), ("rate", "赢单率")];
        let mut rows = vec![page.titles(&titles)];
        let all = percent(rate.rate.map(|share| share.value()));
        rows.push(vec![page.say("count", "数量"), rate.won.to_string(), rate.lost.to_string(), all]);
        for value in &rate.by_value {
            let name = page.say(&format!("value in {}", value.currency), &format!("金额 {}", value.currency));
            let share = percent(value.rate.map(|share| share.value()));
            rows.push(vec![name, amount(&value.won), amount(&value.lost), share]);
        }
        page.table(&rows)?;
        let unknown = rate.without_amount;
        if unknown == 0 {
            return Ok(());
        }
        let english = format!("{unknown} decided without an amount: in no value.");
        note_below(&page.say(&english, &format!("已决商机中 {unknown} 个金额未知，未计入金额。")), page)
    }

    fn velocity(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.analysis.velocity.is_empty() {
            return Ok(());
        }
        page.heading(&page.say("VELOCITY", "流速"))?;
        let titles = [
            ("currency", "币种"),
            ("open", "进行中"),
            ("× win rate", "× 赢单率"),
            ("× average won", "× 平均赢单额"),
            ("÷ days to sign", "÷ 签约天数"),
            ("= per day", "= 每日"),
        ];
        let mut rows = vec![page.titles(&titles)];
        for velocity in &self.analysis.velocity {
            rows.push(vec![
                velocity.currency.to_string(),
                velocity.open_opportunities.to_string(),
                percent(velocity.win_rate.map(|share| share.value())),
                or_dash(velocity.average_won.as_ref().map(amount)),
                or_dash(velocity.mean_cycle_days.map(|days| days.value().round_dp(1))),
                or_dash(velocity.per_day.as_ref().map(amount)),
            ]);
        }
        page.table(&rows)
    }

    fn cycle(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading(&page.say("CYCLE LENGTH (days from creation)", "周期（自创建起天数）"))?;
        let titles = [
            ("until", "至"),
            ("count", "数量"),
            ("quarter", "四分之一"),
            ("median", "中位数"),
            ("three quarters", "四分之三"),
            ("mean", "平均"),
        ];
        let row = |name: String, summary: &DurationSummary| {
            vec![
                name,
                summary.count.to_string(),
                or_dash(summary.lower_quartile_days),
                or_dash(summary.median_days),
                or_dash(summary.upper_quartile_days),
                or_dash(summary.mean_days.map(|days| days.value().round_dp(1))),
            ]
        };
        let cycle = &self.analysis.cycle;
        let won = row(page.say("signed", "签约"), &cycle.won);
        let lost = row(page.say("lost", "丢单"), &cycle.lost);
        page.table(&[page.titles(&titles), won, lost])?;
        let slip = &self.analysis.close_dates;
        let english = format!(
            "Close dates: {} opportunities pushed, {} times, by {} days in all.",
            slip.pushed, slip.pushes, slip.slip_days
        );
        let chinese = format!("签约日推迟：{} 个商机，{} 次，共 {} 天。", slip.pushed, slip.pushes, slip.slip_days);
        page.wrapped("  ", "  ", &page.say(&english, &chinese))
    }

    fn bottlenecks(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading(&page.say("BOTTLENECKS", "瓶颈"))?;
        let found = &self.analysis.bottlenecks;
        for reason in &found.reasons {
            let (stage, what) = match reason.rule.as_ref() {
                "slowest_stage" => (&found.slowest, page.say("slowest", "最慢")),
                "leakiest_stage" => (&found.leakiest, page.say("loses most", "流失最多")),
                _ => (&None, String::new()),
            };
            let about = stage.as_ref().map(|stage| format!("{what}: {} — ", self.stage(stage))).unwrap_or_default();
            page.wrapped("  ", "    ", &format!("{about}{}", plain(&reason.message)))?;
        }
        Ok(())
    }

    fn stalled(&self, page: &mut Page<'_>) -> io::Result<()> {
        let stalled = &self.analysis.stalled;
        page.heading(&format!("{} ({})", page.say("STALLED", "停滞商机"), stalled.len()))?;
        if stalled.is_empty() {
            return page.line(&page.say("  none", "  无"));
        }
        let titles = [
            ("opportunity", "商机"),
            ("account", "客户"),
            ("stage", "阶段"),
            ("days", "天数"),
            ("threshold", "阈值"),
            ("amount", "金额"),
        ];
        let mut rows = vec![page.titles(&titles)];
        for one in stalled.iter().take(most_rows(page)) {
            let money = one.amount.map(|money| format!("{} {}", amount(money.amount()), money.currency()));
            rows.push(vec![
                self.names.opportunity(&one.opportunity),
                self.names.account(&one.account),
                or_dash(one.stage.as_ref().map(|stage| self.stage(stage))),
                one.days_in_stage.to_string(),
                one.threshold_days.to_string(),
                or_dash(money),
            ]);
        }
        page.table_with(&rows, 3)?;
        more(stalled.len(), page)
    }

    fn losses(&self, page: &mut Page<'_>) -> io::Result<()> {
        let losses = &self.analysis.losses;
        page.heading(&page.say("LOSSES BY STAGE, REASON AND COMPETITOR", "丢单（按阶段、原因、竞争对手）"))?;
        if losses.is_empty() {
            return page.line(&page.say("  none", "  无"));
        }
        let titles =
            [("lost from", "丢失阶段"), ("reason", "原因"), ("to", "竞争对手"), ("count", "数量"), ("worth", "金额")];
        let mut rows = vec![page.titles(&titles)];
        for group in losses.iter().take(most_rows(page)) {
            let worth = group.amounts.iter().map(|sum| format!("{} {}", amount(&sum.amount), sum.currency));
            let unknown = group.without_amount;
            let unpriced = page.say(&format!("{unknown} unknown"), &format!("{unknown} 个未知"));
            let mut worth = worth.chain((unknown > 0).then_some(unpriced));
            rows.push(vec![
                or_dash(group.from_stage.as_ref().map(|stage| self.stage(stage))),
                or_dash(group.reason.as_ref().map(|reason| self.names.reason(reason))),
                or_dash(group.competitor.as_ref().map(|name| plain(name.as_str()))),
                group.count.to_string(),
                worth.next().unwrap_or_default(),
            ]);
            // Every further currency in a line of its own: they are never added.
            rows.extend(worth.map(|worth| [vec![String::new(); 4], vec![worth]].concat()));
        }
        page.table_with(&rows, 3)?;
        more(losses.len(), page)
    }
}

/// So many rows of a table are shown.
pub(crate) fn most_rows(page: &Page<'_>) -> usize {
    if page.view.all { usize::MAX } else { ROWS }
}

/// How many rows of a table are not shown.
pub(crate) fn more(rows: usize, page: &mut Page<'_>) -> io::Result<()> {
    page.and_more(rows.saturating_sub(most_rows(page)))
}

/// What a table's titles mean.
pub(crate) fn note_below(text: &str, page: &mut Page<'_>) -> io::Result<()> {
    page.wrapped("  ", "  ", text)
}

/// A bar, as long as a part of the longest one, with blanks up to its length.
fn bar(part: u64, whole: u64) -> String {
    let half = whole.checked_div(2).unwrap_or(0);
    let length = part.saturating_mul(BAR).saturating_add(half).checked_div(whole).unwrap_or(0);
    let (filled, blank) =
        (usize::try_from(length).unwrap_or(0), usize::try_from(BAR.saturating_sub(length)).unwrap_or(0));
    format!("{}{}", "█".repeat(filled), " ".repeat(blank))
}
