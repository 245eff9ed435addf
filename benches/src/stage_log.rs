//! A made-up log of stage moves of 200,000 deals, as columns. The same every time.

use keyaccount::{
    Date, Opportunity, OpportunityBook, OpportunityChange, OpportunityEvent, Pipeline, Playbook, Problem,
};

use crate::numbers::Numbers;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;
/// 2019-01-01 in days since 1970.
const FIRST_DAY: i64 = 17_897;
/// Stands for the loss, as in the library.
pub const LOST: u16 = u16::MAX;
pub const STAGES: usize = 6;

/// Stage histories, sorted by opportunity and time.
#[derive(Clone, Default)]
pub struct StageLog {
    pub opportunity: Vec<u32>,
    pub at: Vec<i64>,
    pub stage: Vec<u16>,
}

/// The day of the verdicts: after the last event.
#[expect(clippy::expect_used, reason = "a constant")]
pub fn as_of() -> Date {
    Date::try_new(2026, 6, 30).expect("a day")
}

/// Six stages, of which one may not be skipped, one not be left backwards, and three not be created in.
#[expect(clippy::expect_used, reason = "a preset with stricter rules is a playbook")]
pub fn playbook() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    for pipeline in &mut draft.pipelines {
        for (at, stage) in pipeline.stages.iter_mut().enumerate() {
            stage.may_skip = at != 1;
            stage.may_leave_backwards = at != 4;
            stage.may_create_in = at < 3;
        }
    }
    Playbook::try_new(draft).expect("a playbook")
}

impl StageLog {
    /// Most deals go forwards a few stages and are lost or signed; some skip, go back, are reopened, or rest.
    pub fn made_up(deals: u32) -> Self {
        let mut log = Self::default();
        let mut numbers = Numbers::new(7);
        for deal in 0..deals {
            let number = |numbers: &mut Numbers, limit: u64| i64::try_from(numbers.below(limit)).unwrap_or(0);
            let mut at = (FIRST_DAY + number(&mut numbers, 2000)) * DAY + number(&mut numbers, 86_400) * SECOND;
            // One in ten is entered late, in a later stage.
            let mut stage = if numbers.below(10) == 0 { numbers.below(4) as u16 } else { 0 };
            log.push(deal, at, stage);
            for _ in 0..14 {
                at += number(&mut numbers, 50) * DAY + number(&mut numbers, 86_400) * SECOND + SECOND;
                stage = match (stage, numbers.below(100)) {
                    (LOST, 0..6) => numbers.below(3) as u16,
                    (LOST, _) => break,
                    (5, 0..2) => 4,
                    (5, 2..4) => LOST,
                    (5, _) | (_, 0..4) => break,
                    (from, 4..66) => from + 1,
                    (from, 66..73) => (from + 2 + numbers.below(2) as u16).min(5),
                    (0, 73..80) => break,
                    (from, 73..80) => from - 1 - numbers.below(u64::from(from)) as u16,
                    (_, _) => LOST,
                };
                log.push(deal, at, stage);
            }
        }
        log
    }

    fn push(&mut self, opportunity: u32, at: i64, stage: u16) {
        self.opportunity.push(opportunity);
        self.at.push(at);
        self.stage.push(stage);
    }

    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// The same rows in a random order.
    pub fn shuffled(&self) -> Self {
        let mut rows: Vec<usize> = (0..self.len()).collect();
        let mut numbers = Numbers::new(11);
        for at in (1..rows.len()).rev() {
            rows.swap(at, usize::try_from(numbers.below(at as u64 + 1)).unwrap_or(at));
        }
        self.reordered(&rows)
    }

    /// The same rows in the order in which they happened, as a log has them.
    pub fn by_time(&self) -> Self {
        let mut rows: Vec<usize> = (0..self.len()).collect();
        rows.sort_by_key(|row| self.at[*row]);
        self.reordered(&rows)
    }

    fn reordered(&self, rows: &[usize]) -> Self {
        Self {
            opportunity: rows.iter().map(|row| self.opportunity[*row]).collect(),
            at: rows.iter().map(|row| self.at[*row]).collect(),
            stage: rows.iter().map(|row| self.stage[*row]).collect(),
        }
    }

    /// The same histories as typed events, by opportunity.
    pub fn opportunities(&self, pipeline: &Pipeline) -> Result<Vec<OpportunityBook>, Problem> {
        let mut found = Vec::new();
        let mut start = 0;
        for deal in self.opportunity.chunk_by(|one, next| one == next) {
            let opportunity = Opportunity::new(format!("deal-{}", deal[0]).parse()?, "account".parse()?);
            let mut events = Vec::with_capacity(deal.len());
            for row in start..start + deal.len() {
                let stage = pipeline.stages.get(usize::from(self.stage[row])).map(|stage| stage.id.clone());
                let change = match stage {
                    stage if row == start => OpportunityChange::Created {
                        stage,
                        amount: None,
                        close_date: None,
                        owner: None,
                        probability: None,
                        forecast_category: None,
                        credits: Vec::new(),
                        recurring: None,
                    },
                    Some(to) => OpportunityChange::StageChanged { to, authorisation: None },
                    None => OpportunityChange::Lost { reason: None, competitor: None, note: None },
                };
                let at = chrono::DateTime::from_timestamp_micros(self.at[row]).unwrap_or_default().naive_utc();
                events.push(OpportunityEvent {
                    id: None,
                    opportunity: opportunity.id.clone(),
                    at: at.format("%Y-%m-%dT%H:%M:%S").to_string().parse()?,
                    by: None,
                    change,
                });
            }
            start += deal.len();
            found.push(OpportunityBook::new(opportunity, events));
        }
        Ok(found)
    }
}
