//! Turns snapshots into events: what one row shows differently from the row before it.

use keyaccount::{
    Date, ForecastCategory, MemberId, Money, OpportunityChange, OpportunityEvent, OpportunityId, Probability, Problem,
    ProblemCode, StageId,
};

use super::cells::Seen;
use super::field::Field;
use super::instant::Instant;
use super::mapping::{SalesforceMapping, StageMark};
use super::problem::{at, problem};
use super::rows::{Figures, HistoryRow, OpportunityRow};
use super::sheet::Sheet;
use super::unique::Identified;

/// What the two files say of one opportunity.
pub(super) struct Story<'a> {
    pub(super) mapping: &'a SalesforceMapping,
    pub(super) opportunities: &'a Sheet,
    pub(super) history: &'a Sheet,
    pub(super) current: &'a OpportunityRow,
}

impl Story<'_> {
    /// The events in their order.
    pub(super) fn events(&self, mut snapshots: Vec<HistoryRow>, problems: &mut Vec<Problem>) -> Vec<OpportunityEvent> {
        self.put_in_order(&mut snapshots, problems);
        let mut teller = Teller { mapping: self.mapping, opportunity: &self.current.id, state: None, events: vec![] };
        if let Some(first) = snapshots.first() {
            self.compare_creation(first, problems);
        }
        for (index, snapshot) in snapshots.iter().enumerate() {
            let mut view = View::of_history(snapshot);
            if index == 0 {
                self.fill_in(&mut view);
            }
            teller.tell(view);
        }
        match snapshots.last() {
            Some(last) => self.tell_current(&mut teller, last.at, problems),
            None => self.tell_creation(&mut teller, problems),
        }
        teller.events
    }

    /// Orders by instant, then by the row's last change, then by identifier, then by contents: never by the order of
    /// the rows. Where only the identifier decides, the order is a guess and is listed.
    fn put_in_order(&self, snapshots: &mut [HistoryRow], problems: &mut Vec<Problem>) {
        let when = |row: &HistoryRow| (row.at.local(), row.modified.map(|modified| modified.local()));
        snapshots.sort_by(|a, b| {
            let by_time = when(a).cmp(&when(b)).then_with(|| a.id.cmp(&b.id));
            by_time.then_with(|| a.cells().iter().cmp(b.cells().iter()))
        });
        for pair in snapshots.windows(2) {
            if let [a, b] = pair
                && when(a) == when(b)
            {
                let message = format!("at the same time as row {}: which came first is a guess", a.row());
                let found = problem(ProblemCode::DateOrder, b.at.local(), message, "a time of its own for each row");
                problems.push(at(self.history.path(b.row(), Field::Created), found));
            }
        }
    }

    /// Reports a history that does not begin with the creation; a zone may shift a day.
    fn compare_creation(&self, first: &HistoryRow, problems: &mut Vec<Problem>) {
        let Some(created) = self.current.created else { return };
        let days = first.at.day().signed_duration_since(created.day()).num_days();
        if days.abs() > 1 {
            let message = match days > 0 {
                true => format!("the history begins {days} days after the creation: what came before is unknown"),
                false => "the history begins before the creation: the history counts".to_owned(),
            };
            let found = problem(ProblemCode::DateOrder, first.at.day(), message, created.day().to_string());
            problems.push(at(self.history.path(first.row(), Field::Created), found));
        }
    }

    /// What the history has no column for was always as it is now, as far as anybody knows.
    fn fill_in(&self, view: &mut View<'_>) {
        let now = &self.current.figures;
        if !self.history.has(Field::Amount) {
            view.figures.amount.clone_from(&now.amount);
        }
        if !self.history.has(Field::CloseDate) {
            view.figures.close_date.clone_from(&now.close_date);
        }
        view.owner.clone_from(&self.current.owner);
    }

    /// Where the opportunity's own row differs from the end of its history, it was changed on the day it says.
    fn tell_current(&self, teller: &mut Teller<'_>, last: Instant, problems: &mut Vec<Problem>) {
        let modified = self.current.modified;
        let told = teller.tell(View::of_current(self.current, modified.unwrap_or(last)));
        if !told {
            return;
        }
        let found = match modified {
            None => problem(
                ProblemCode::MissingField,
                "",
                "the row differs from its history since an unknown time: taken to be changed right after it",
                "a date or time",
            ),
            Some(modified) if modified.is_before(&last) => {
                let message = "last changed before the end of its history, and different from it: taken to be changed right after it";
                problem(ProblemCode::DateOrder, modified.local(), message, format!("{} or later", last.local()))
            }
            Some(_) => return,
        };
        problems.push(at(self.opportunities.path(self.current.row(), Field::Modified), found));
    }

    /// Without a history the opportunity was created as it is.
    fn tell_creation(&self, teller: &mut Teller<'_>, problems: &mut Vec<Problem>) {
        match self.current.created.or(self.current.modified) {
            Some(created) => {
                teller.tell(View::of_current(self.current, created));
            }
            None => {
                let message = "neither created nor changed at a known time: nothing can be said of it";
                let found = problem(ProblemCode::MissingField, "", message, "a date or time");
                problems.push(at(self.opportunities.path(self.current.row(), Field::Created), found));
            }
        }
    }
}

/// One row, from either file.
struct View<'a> {
    at: Instant,
    stage: &'a StageMark,
    figures: Figures,
    owner: Seen<MemberId>,
    by: Option<&'a MemberId>,
    /// Where events get their identifiers from; none where the row has none.
    source: Option<String>,
}

impl<'a> View<'a> {
    fn of_history(row: &'a HistoryRow) -> Self {
        Self {
            at: row.at,
            stage: &row.stage,
            figures: row.figures.clone(),
            owner: Seen::Nothing,
            by: row.by.as_ref(),
            source: row.id.as_ref().map(|id| format!("history:{id}")),
        }
    }

    fn of_current(row: &'a OpportunityRow, at: Instant) -> Self {
        Self {
            at,
            stage: &row.stage,
            figures: row.figures.clone(),
            owner: row.owner.clone(),
            by: row.by.as_ref(),
            source: Some(format!("opportunity:{}", row.id)),
        }
    }
}

/// What the rows so far add up to.
struct State {
    /// The instant of the latest event or row.
    at: Instant,
    stage: StageMark,
    amount: Option<Money>,
    close_date: Option<Date>,
    owner: Option<MemberId>,
    /// A probability other than the stage's.
    manual: Option<Probability>,
    /// A forecast category other than the stage's.
    category: Option<ForecastCategory>,
}

/// Tells events, row by row.
///
/// The core's replay orders events of one instant by their kind. Where their real order is another one, the later
/// ones are dated a microsecond later.
struct Teller<'a> {
    mapping: &'a SalesforceMapping,
    opportunity: &'a OpportunityId,
    state: Option<State>,
    events: Vec<OpportunityEvent>,
}

impl Teller<'_> {
    /// Tells what a row shows differently from the rows before it; false where that is nothing.
    fn tell(&mut self, view: View<'_>) -> bool {
        let before = self.events.len();
        let state = match self.state.take() {
            None => self.begin(&view),
            Some(state) => self.go_on(state, &view),
        };
        self.state = Some(state);
        self.events.len() > before
    }

    fn begin(&mut self, view: &View<'_>) -> State {
        let state = State {
            at: view.at,
            stage: view.stage.clone(),
            amount: view.figures.amount.value(),
            close_date: view.figures.close_date.value(),
            owner: view.owner.value(),
            manual: self.manual(view, None),
            category: self.category(view, None),
        };
        let created = OpportunityChange::Created {
            stage: Some(id_of(&state.stage)),
            amount: state.amount,
            close_date: state.close_date,
            owner: state.owner.clone(),
            probability: state.manual,
            forecast_category: state.category,
            credits: Vec::new(),
            recurring: None,
        };
        self.push(view, view.at, "created", created);
        // Where the playbook knows the stage as a name of the loss, it is created lost.
        if let StageMark::Lost(name) = &state.stage
            && !matches!(self.mapping.stage(name), StageMark::Lost(_))
        {
            self.push(view, view.at, "lost", lost());
        }
        state
    }

    fn go_on(&mut self, state: State, view: &View<'_>) -> State {
        let start = if view.at.local() > state.at.local() { view.at } else { state.at.next() };
        let mut next = State {
            at: start,
            stage: view.stage.clone(),
            amount: view.figures.amount.over(&state.amount),
            close_date: view.figures.close_date.over(&state.close_date),
            owner: view.owner.over(&state.owner),
            manual: self.manual(view, state.manual),
            category: self.category(view, state.category),
        };
        let before = self.events.len();
        let moved = next.stage != state.stage;
        // Into a closed stage the figures come first, out of one they come last.
        let reopens = moved && self.mapping.is_closed(&state.stage) && !self.mapping.is_closed(&next.stage);
        if reopens {
            self.push(view, start, "stage", self.move_to(&next.stage));
        }
        let figures_at = if reopens { start.next() } else { start };
        if next.amount != state.amount {
            next.at = figures_at;
            self.push(view, next.at, "amount", OpportunityChange::AmountChanged { amount: next.amount });
        }
        if next.close_date != state.close_date {
            next.at = figures_at;
            let change = OpportunityChange::CloseDateChanged { close_date: next.close_date };
            self.push(view, next.at, "close_date", change);
        }
        if next.owner != state.owner {
            next.at = figures_at;
            let change = OpportunityChange::OwnerChanged { owner: next.owner.clone() };
            self.push(view, next.at, "owner", change);
        }
        if moved && !reopens {
            self.push(view, start, "stage", self.move_to(&next.stage));
        }
        if next.manual != state.manual {
            // It is the new stage's probability that it differs from.
            next.at = if moved { start.next() } else { start };
            let change = OpportunityChange::ProbabilityChanged { probability: next.manual };
            self.push(view, next.at, "probability", change);
        }
        if next.category != state.category {
            next.at = if moved { start.next() } else { start };
            let change = OpportunityChange::ForecastCategoryChanged { category: next.category };
            self.push(view, next.at, "forecast_category", change);
        }
        let nothing_new = self.events.len() == before;
        if nothing_new && view.at.local() <= state.at.local() { state } else { next }
    }

    /// The probability that was set by hand. In a closed stage it is the outcome, and says nothing of before.
    fn manual(&self, view: &View<'_>, before: Option<Probability>) -> Option<Probability> {
        if self.mapping.is_closed(view.stage) {
            return before;
        }
        let default = self.mapping.default_probability(view.stage);
        view.figures.probability.over(&before).filter(|probability| Some(*probability) != default)
    }

    /// The forecast category that was set by hand. A closed stage has its own, which says nothing of before.
    fn category(&self, view: &View<'_>, before: Option<ForecastCategory>) -> Option<ForecastCategory> {
        if self.mapping.is_closed(view.stage) {
            return before;
        }
        let default = self.mapping.default_category(view.stage);
        let seen = view.figures.category.over(&before);
        seen.filter(|category| Some(*category) != default && *category != ForecastCategory::Closed)
    }

    fn move_to(&self, stage: &StageMark) -> OpportunityChange {
        match stage {
            StageMark::Lost(_) => lost(),
            _ if self.mapping.is_won_stage(stage) => OpportunityChange::Won { authorisation: None },
            _ => OpportunityChange::StageChanged { to: id_of(stage), authorisation: None },
        }
    }

    fn push(&mut self, view: &View<'_>, at: Instant, word: &str, change: OpportunityChange) {
        // Every instant is one that the core could read, or follows one by a microsecond.
        // The rows' order is known here: a bare day would put a closing at its end, behind rows that came later.
        let is_move = matches!(
            change,
            OpportunityChange::StageChanged { .. } | OpportunityChange::Won { .. } | OpportunityChange::Lost { .. }
        );
        let at = if is_move { at.at_its_beginning() } else { at };
        let Some(moment) = at.moment().or_else(|| view.at.moment()) else { return };
        self.events.push(OpportunityEvent {
            id: view.source.as_ref().and_then(|source| format!("{source}:{word}").parse().ok()),
            opportunity: self.opportunity.clone(),
            at: moment,
            by: view.by.cloned(),
            change,
        });
    }
}

const fn lost() -> OpportunityChange {
    OpportunityChange::Lost { reason: None, competitor: None, note: None }
}

fn id_of(stage: &StageMark) -> StageId {
    match stage {
        StageMark::In(id) | StageMark::Lost(id) | StageMark::Unknown(id) => id.clone(),
    }
}
