//! Walks every opportunity from one day to another, and books each step.

use super::sheet::{Sheet, Totals};
use super::step::{Snapshot, Standing, Step, take_steps};
use super::{MovementStep, MovementVerdict, Period};
use crate::facts::{Book, FactKind, FactReference, OpportunityBook};
use crate::funnel::days::at_day_ends;
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::values::{Date, OpportunityId};
use crate::verdict::{Comparison, Reason, Unit};

/// What led from the pipeline at the end of one day to the pipeline at the end of another, by currency and stage.
///
/// In the pipeline is what is open or parked. With a period, only what is expected to close within it; what was signed
/// within it, wherever it was expected, comes in and is won, so that the line of what was won holds every signature of
/// the period that falls between the two days.
///
/// An opportunity is looked at where each day ends, as [`state_at`](crate::state_at) knows it: what comes and goes
/// within a day is no step. So movements over days that follow each other add up, and one closes where the next opens.
///
/// # Errors
/// A [`Problem`] with code `date_order` where `from` lies after `to`, or the period ends before it begins.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "amount": {"amount": "90000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-20", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "spare-parts", "at": "2026-02-03", "change": {
///             "type": "created", "amount": {"amount": "1200.50", "currency": "EUR"}
///         }}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// let total = &movement.currencies[0].total;
/// let amounts = [&total.opening, &total.created, &total.lost, &total.closing].map(|line| line.amount.to_string());
/// assert_eq!(amounts, ["90000.00", "1200.50", "90000.00", "1200.50"]);
/// assert_eq!(movement.steps[0].opportunity.as_str(), "spare-parts");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn pipeline_movement(
    book: &Book,
    playbook: &Playbook,
    from: Date,
    to: Date,
    period: Option<Period>,
) -> Result<MovementVerdict, Problem> {
    Period { first: from, last: to }.check("from")?;
    if let Some(period) = period {
        period.check("period.first")?;
    }
    let mut sheet = Sheet::new(playbook);
    let mut walk = Walk {
        playbook,
        from,
        to,
        period,
        steps: Vec::new(),
        opportunities: 0,
        dateless: Vec::new(),
        unpriced: Vec::new(),
    };
    for opportunity in book.accounts().iter().flat_map(|account| &account.opportunities) {
        walk.follow(opportunity, &mut sheet);
    }
    Ok(walk.finish(sheet.finish()))
}

struct Walk<'a> {
    playbook: &'a Playbook,
    from: Date,
    to: Date,
    period: Option<Period>,
    steps: Vec<MovementStep>,
    opportunities: usize,
    /// Open at the end without a close date, so that no period holds them.
    dateless: Vec<&'a OpportunityId>,
    /// In the pipeline at the end without an amount.
    unpriced: Vec<&'a OpportunityId>,
}

impl<'a> Walk<'a> {
    fn follow(&mut self, opportunity: &'a OpportunityBook, sheet: &mut Sheet<'a>) {
        self.opportunities = self.opportunities.saturating_add(1);
        let id = &opportunity.opportunity.id;
        let mut last: Option<Snapshot<'a>> = None;
        let mut dateless = false;
        at_day_ends(opportunity, self.playbook, self.from, self.to, |on, machine| {
            let Some(machine) = machine else { return };
            let now = Snapshot::of(machine, self.period);
            dateless = now.standing == Standing::Open && machine.close_date.is_none();
            if on > self.from {
                take_steps(last.as_ref(), &now, |step| {
                    sheet.book(&step, on);
                    self.steps.push(told(id, on, &step));
                });
            } else if now.is_in() {
                sheet.open(&now, on);
            }
            last = Some(now);
        });
        if dateless && self.period.is_some() {
            self.dateless.push(id);
        }
        if let Some(last) = last.filter(Snapshot::is_in) {
            sheet.close(&last, self.to);
            if last.amount.is_none() {
                self.unpriced.push(id);
            }
        }
    }

    fn finish(mut self, totals: Totals) -> MovementVerdict {
        // Those of one opportunity stand in the order of their days and kinds already.
        self.steps.sort_by(|one, other| (one.on, &one.opportunity).cmp(&(other.on, &other.opportunity)));
        let reasons = reasons(&self, &totals);
        MovementVerdict {
            from: self.from,
            to: self.to,
            period: self.period,
            playbook: self.playbook.fingerprint().to_owned(),
            opportunities: self.opportunities,
            currencies: totals.currencies,
            reporting: totals.reporting,
            without_amount: totals.without_amount,
            steps: self.steps,
            reasons,
        }
    }
}

fn told(opportunity: &OpportunityId, on: Date, step: &Step<'_>) -> MovementStep {
    MovementStep {
        opportunity: opportunity.clone(),
        on,
        kind: step.kind,
        pipeline: step.spot.pipeline.cloned(),
        stage: step.spot.stage.cloned(),
        to_pipeline: step.to.and_then(|to| to.pipeline).cloned(),
        to_stage: step.to.and_then(|to| to.stage).cloned(),
        amount: step.amount,
        to_amount: step.to_amount,
    }
}

fn reasons(walk: &Walk<'_>, totals: &Totals) -> Vec<Reason> {
    let opening = totals.in_pipeline(|lines| lines.opening.count, totals.without_amount.opening);
    let closing = totals.in_pipeline(|lines| lines.closing.count, totals.without_amount.closing);
    let within = walk.period.map_or_else(String::new, |period| format!(" for {} to {}", period.first, period.last));
    let message = format!(
        "{opening} in the pipeline{within} at the end of {}, {closing} at the end of {}; {} steps lead from one to the \
         other, exactly",
        walk.from,
        walk.to,
        walk.steps.len()
    );
    let mut reasons = vec![
        Reason::new("movement", message)
            .comparing(Comparison::new("opening", opening, Unit::Count))
            .comparing(Comparison::new("steps", walk.steps.len(), Unit::Count))
            .comparing(Comparison::new("closing", closing, Unit::Count)),
    ];
    let mut left_out = |rule, ids: &[&OpportunityId], message: &str| {
        if !ids.is_empty() {
            let facts = ids.iter().map(|id| FactReference::new(FactKind::Opportunity, id));
            let count = Comparison::new("opportunities", ids.len(), Unit::Count);
            reasons.push(Reason::new(rule, message).comparing(count).citing(facts));
        }
    };
    left_out("no_amount", &walk.unpriced, "their amount is unknown: they count, and are in no sum");
    left_out("no_close_date", &walk.dateless, "open, and expected to close on no known day: in no period");
    if !totals.without_rate.is_empty() {
        let from: Vec<&str> = totals.without_rate.iter().map(|currency| currency.code()).collect();
        let to = walk.playbook.draft().exchange.reporting_currency;
        let message = format!("no rate from {} to {to} was known on a day that needs one", from.join(", "));
        reasons.push(Reason::new("no_rate", message));
    }
    reasons
}
