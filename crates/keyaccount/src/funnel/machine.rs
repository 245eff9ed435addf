//! The kernel: one opportunity in one pipeline, and what each change does to it.
//!
//! It knows how to carry out a change, not whether the change is allowed: that is [`super::rules`].

use std::collections::BTreeSet;

use super::rules::Standing;
use super::state::{Loss, OpportunityState, OpportunityStatus, Parking, ProbabilitySource, WinProbability};
use crate::facts::{CreditShare, ForecastCategory, OpportunityChange, RecurringRevenue, are_whole};
use crate::playbook::{Pipeline, Playbook, Stage, StagePhase};
use crate::values::{Date, Label, LossReasonId, MemberId, Money, Note, PipelineId, Probability, StageId};

/// The stage an opportunity is in: one of the pipeline's, a word the pipeline does not know, or, where it was lost
/// from the start, none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Stage(usize),
    Unknown(StageId),
    None,
}

#[derive(Clone, Debug)]
pub(super) struct Machine<'a> {
    pub(super) playbook: &'a Playbook,
    pub(super) pipeline: Option<&'a Pipeline>,
    pub(super) place: Place,
    pub(super) status: OpportunityStatus,
    pub(super) created_on: Date,
    pub(super) entered_on: Date,
    /// How often it entered a stage.
    pub(super) entries: u32,
    pub(super) amount: Option<Money>,
    pub(super) close_date: Option<Date>,
    pub(super) owner: Option<MemberId>,
    pub(super) manual_probability: Option<Probability>,
    pub(super) manual_category: Option<ForecastCategory>,
    /// In the order of members, adding up to the whole; empty where the owner has all credit.
    pub(super) credits: Vec<CreditShare>,
    /// As it was stated last, be it in another currency than the amount.
    pub(super) recurring: Option<RecurringRevenue>,
    /// What was signed.
    pub(super) booked_amount: Option<Money>,
    /// What was paid, where that was said.
    pub(super) paid_amount: Option<Money>,
    pub(super) end_marks: BTreeSet<usize>,
    pub(super) booked_on: Option<Date>,
    pub(super) realised_on: Option<Date>,
    pub(super) loss: Option<Loss>,
    pub(super) first_closed_on: Option<Date>,
    pub(super) times_reopened: u32,
    pub(super) close_date_pushes: u32,
    pub(super) close_date_slip_days: i64,
    pub(super) parking: Option<Parking>,
    /// Days it rested since it entered its stage, the rest it is in now not counted.
    pub(super) rested_days: i64,
    /// The last open stage it was in: where it goes on when it is reopened, and what it is lost from.
    pub(super) last_open: Option<usize>,
}

impl<'a> Machine<'a> {
    /// An opportunity that comes into being in the first stage, of which nothing else is known.
    pub(super) fn new(playbook: &'a Playbook, pipeline: Option<&PipelineId>, on: Date) -> Self {
        Self {
            playbook,
            pipeline: playbook.pipeline(pipeline),
            place: Place::Stage(0),
            status: OpportunityStatus::Open,
            created_on: on,
            entered_on: on,
            entries: 0,
            amount: None,
            close_date: None,
            owner: None,
            manual_probability: None,
            manual_category: None,
            credits: Vec::new(),
            recurring: None,
            booked_amount: None,
            paid_amount: None,
            end_marks: BTreeSet::new(),
            booked_on: None,
            realised_on: None,
            loss: None,
            first_closed_on: None,
            times_reopened: 0,
            close_date_pushes: 0,
            close_date_slip_days: 0,
            parking: None,
            rested_days: 0,
            last_open: None,
        }
    }

    pub(super) fn find(&self, stage: &StageId) -> Place {
        match self.pipeline.and_then(|pipeline| pipeline.position(stage)) {
            Some(at) => Place::Stage(at),
            None => Place::Unknown(stage.clone()),
        }
    }

    pub(super) fn stage_at(&self, position: usize) -> Option<&'a Stage> {
        self.pipeline.and_then(|pipeline| pipeline.stages.get(position))
    }

    pub(super) fn stage(&self) -> Option<&'a Stage> {
        match self.place {
            Place::Stage(at) => self.stage_at(at),
            Place::Unknown(_) | Place::None => None,
        }
    }

    pub(super) fn position(&self) -> Option<usize> {
        match self.place {
            Place::Stage(at) => Some(at),
            Place::Unknown(_) | Place::None => None,
        }
    }

    pub(super) fn phase_of(&self, place: &Place) -> StagePhase {
        match place {
            Place::Stage(at) => self.stage_at(*at).map_or(StagePhase::Open, |stage| stage.phase),
            // A word the pipeline does not know says nothing about closing.
            Place::Unknown(_) | Place::None => StagePhase::Open,
        }
    }

    /// Whether a stage's name means the loss.
    pub(super) fn means_lost(&self, stage: &StageId) -> bool {
        self.pipeline.is_some_and(|pipeline| pipeline.means_lost(stage))
    }

    /// Where it stands, as far as the kind of a move hangs on it.
    pub(super) const fn standing(&self) -> Standing {
        match self.status {
            OpportunityStatus::Open | OpportunityStatus::Parked => Standing::Undecided,
            OpportunityStatus::Booked | OpportunityStatus::Realised => Standing::Signed,
            OpportunityStatus::Lost => Standing::Lost,
        }
    }

    /// The first stage of a phase, if the pipeline has one.
    pub(super) fn first_of(&self, phase: StagePhase) -> Option<usize> {
        self.pipeline?.stages.iter().position(|stage| stage.phase == phase)
    }

    pub(super) fn last_open_stage(&self) -> Option<usize> {
        self.pipeline?.stages.iter().rposition(|stage| stage.phase == StagePhase::Open)
    }

    /// Carries out a change. Whatever it is, the result is a legal state.
    pub(super) fn carry_out(&mut self, change: &OpportunityChange, on: Date) {
        match change {
            OpportunityChange::Created {
                stage,
                amount,
                close_date,
                owner,
                probability,
                forecast_category,
                credits,
                recurring,
            } => {
                self.amount = *amount;
                self.close_date = *close_date;
                self.owner.clone_from(owner);
                self.split_credit(credits);
                self.recurring = *recurring;
                if stage.as_ref().is_some_and(|stage| self.means_lost(stage)) {
                    self.place = Place::None;
                    self.lose(on, None, None, None);
                } else {
                    let place = stage.as_ref().map_or(Place::Stage(0), |stage| self.find(stage));
                    self.enter(place, on);
                    self.set_probability(*probability);
                    self.set_category(*forecast_category);
                }
            }
            OpportunityChange::StageChanged { to, .. } if self.means_lost(to) => self.lose(on, None, None, None),
            OpportunityChange::StageChanged { to, .. } => self.enter(self.find(to), on),
            OpportunityChange::PipelineChanged { to, stage, .. } => self.transfer(to, stage.as_ref(), on),
            OpportunityChange::EndMarkMet { stage } => {
                let place = stage.as_ref().map_or_else(|| self.place.clone(), |stage| self.find(stage));
                if let Place::Stage(at) = place {
                    self.end_marks.insert(at);
                }
            }
            OpportunityChange::AmountChanged { amount } => self.state_amount(*amount, on),
            OpportunityChange::CloseDateChanged { close_date } => {
                if matches!((self.close_date, close_date), (Some(old), Some(new)) if *new > old) {
                    self.close_date_pushes = self.close_date_pushes.saturating_add(1);
                }
                if let (Some(old), Some(new)) = (self.close_date, close_date) {
                    self.close_date_slip_days = self.close_date_slip_days.saturating_add(new.days_since(old).max(0));
                }
                self.close_date = *close_date;
            }
            OpportunityChange::OwnerChanged { owner } => self.owner.clone_from(owner),
            // Of a closed opportunity it is the outcome.
            OpportunityChange::ProbabilityChanged { .. } if !self.status.is_open() => {}
            OpportunityChange::ProbabilityChanged { probability } => self.set_probability(*probability),
            OpportunityChange::ForecastCategoryChanged { category } => self.set_category(*category),
            OpportunityChange::CreditSplitChanged { credits } => self.split_credit(credits),
            OpportunityChange::RecurringChanged { recurring } => self.recurring = *recurring,
            OpportunityChange::Won { .. } => self.win(on),
            OpportunityChange::Realised { amount } => {
                if self.booked_on.is_none() {
                    self.win(on);
                }
                self.realise(on);
                self.paid_amount = amount.or(self.paid_amount);
            }
            OpportunityChange::Lost { reason, competitor, note } => {
                self.lose(on, reason.clone(), competitor.clone(), note.clone());
            }
            OpportunityChange::Reopened { stage } => self.reopen(stage.as_ref(), on),
            OpportunityChange::Parked { reason, resume_on } => {
                self.status = OpportunityStatus::Parked;
                let since = self.parking.as_ref().map_or(on, |parking| parking.since);
                self.parking = Some(Parking { since, reason: reason.clone(), resume_on: *resume_on });
            }
            OpportunityChange::Resumed {} => {
                self.rested_days = self.days_rested_until(on);
                self.resume();
            }
        }
    }

    fn resume(&mut self) {
        self.status = OpportunityStatus::Open;
        self.parking = None;
    }

    /// Goes to a place and takes the status its phase means.
    fn enter(&mut self, place: Place, on: Date) {
        let phase = self.phase_of(&place);
        let was_closed = !self.status.is_open();
        // Taken up again, it enters the stage anew, be it the one it was closed in.
        let anew = self.status == OpportunityStatus::Lost || (was_closed && phase == StagePhase::Open);
        if anew || self.place != place || self.entries == 0 {
            self.entered_on = on;
            self.rested_days = 0;
            self.entries = self.entries.saturating_add(1);
        }
        if let (Some(from), Place::Stage(to)) = (self.position(), &place)
            && *to < from
        {
            // Back in a stage, what closes it has to be seen again.
            self.end_marks.retain(|at| at < to);
        }
        self.place = place;
        match phase {
            StagePhase::Open => {
                if let Place::Stage(at) = self.place {
                    self.last_open = Some(at);
                }
                if was_closed {
                    self.times_reopened = self.times_reopened.saturating_add(1);
                }
                if was_closed || self.status == OpportunityStatus::Parked {
                    self.clear_closing();
                    self.resume();
                }
            }
            StagePhase::Booked => self.book(on),
            StagePhase::Realised => {
                self.book(on);
                self.realise(on);
            }
            // After the sale it stays what it was: signed, and paid or not.
            StagePhase::PostSale => self.book(on),
        }
    }

    /// Goes to another pipeline, where the end marks of this one mean nothing.
    fn transfer(&mut self, to: &PipelineId, stage: Option<&StageId>, on: Date) {
        let name = stage.cloned().or_else(|| self.name_of_place());
        self.pipeline = self.playbook.pipeline(Some(to));
        let place = match (&name, self.pipeline) {
            (Some(name), Some(_)) => match self.find(name) {
                Place::Unknown(_) if stage.is_none() => Place::Stage(0),
                place => place,
            },
            (Some(name), None) => Place::Unknown(name.clone()),
            (None, _) => Place::Stage(0),
        };
        self.end_marks.clear();
        self.last_open = None;
        self.place = Place::None;
        if self.status.is_open() {
            self.enter(place, on);
        } else {
            self.transfer_closed(place, stage.is_some(), on);
        }
    }

    /// What is closed stays closed: signed, in the stage of the new pipeline that means so, lost, in none.
    fn transfer_closed(&mut self, place: Place, is_named: bool, on: Date) {
        if self.status == OpportunityStatus::Lost {
            self.place = if is_named { place } else { Place::None };
            return;
        }
        let closed = self.phase_of(&place) != StagePhase::Open;
        let signed = self.first_of(StagePhase::Booked).or_else(|| self.first_of(StagePhase::Realised));
        self.place = match signed {
            Some(at) if !closed => Place::Stage(at),
            None if self.pipeline.is_some() && !is_named => Place::None,
            _ => place,
        };
        self.entered_on = on;
        self.rested_days = 0;
        if self.status == OpportunityStatus::Booked && self.phase_of(&self.place) != StagePhase::Open {
            self.entries = self.entries.saturating_add(1);
        }
    }

    fn name_of_place(&self) -> Option<StageId> {
        match &self.place {
            Place::Stage(at) => self.stage_at(*at).map(|stage| stage.id.clone()),
            Place::Unknown(word) => Some(word.clone()),
            Place::None => None,
        }
    }

    /// Days it has rested in its stage up to a day, a rest that goes on counted.
    pub(super) fn days_rested_until(&self, on: Date) -> i64 {
        let resting = self.parking.as_ref().map_or(0, |rest| on.days_since(rest.since.max(self.entered_on)));
        self.rested_days.saturating_add(resting.max(0))
    }

    fn lose(&mut self, on: Date, reason: Option<LossReasonId>, competitor: Option<Label>, note: Option<Note>) {
        if let Some(loss) = self.loss.as_mut().filter(|_| self.status == OpportunityStatus::Lost) {
            // Lost again is lost since the first time; what is known now is taken over, what is not erases nothing.
            loss.reason = reason.or_else(|| loss.reason.take());
            loss.competitor = competitor.or_else(|| loss.competitor.take());
            loss.note = note.or_else(|| loss.note.take());
            return;
        }
        self.close(OpportunityStatus::Lost, on);
        self.clear_closing();
        let from_stage = self.last_open.and_then(|at| self.stage_at(at)).map(|stage| stage.id.clone());
        self.loss = Some(Loss { on, from_stage, reason, competitor, note });
    }

    fn win(&mut self, on: Date) {
        let booked_stage = self.first_of(StagePhase::Booked).or_else(|| self.first_of(StagePhase::Realised));
        match booked_stage {
            Some(at) => self.enter(Place::Stage(at), on),
            None => self.book(on),
        }
    }

    fn book(&mut self, on: Date) {
        if !matches!(self.status, OpportunityStatus::Booked | OpportunityStatus::Realised) {
            self.close(OpportunityStatus::Booked, on);
            self.loss = None;
            self.booked_amount = self.amount;
            // The signature is the end mark of the last open stage.
            self.end_marks.extend(self.last_open_stage());
        }
        self.booked_on.get_or_insert(on);
    }

    fn realise(&mut self, on: Date) {
        self.close(OpportunityStatus::Realised, on);
        self.realised_on.get_or_insert(on);
        if let Some(at) = self.position() {
            self.end_marks.insert(at);
        }
    }

    fn close(&mut self, status: OpportunityStatus, on: Date) {
        self.status = status;
        self.parking = None;
        self.first_closed_on.get_or_insert(on);
    }

    fn clear_closing(&mut self) {
        self.booked_on = None;
        self.booked_amount = None;
        self.realised_on = None;
        self.paid_amount = None;
        self.loss = None;
    }

    /// What is stated on the day of the signature was signed, and so was what is stated first of all; what is stated
    /// later is an expectation.
    fn state_amount(&mut self, amount: Option<Money>, on: Date) {
        self.amount = amount;
        if self.booked_on.is_some_and(|signed| on <= signed || self.booked_amount.is_none()) {
            self.booked_amount = amount;
        }
    }

    /// Splits the credit, unless the parts do not add up to the whole.
    fn split_credit(&mut self, credits: &[CreditShare]) {
        if are_whole(credits) {
            self.credits = credits.to_vec();
            self.credits.sort();
        }
    }

    /// What is paid again and again, where it is in the amount's currency.
    pub(super) fn sound_recurring(&self) -> Option<RecurringRevenue> {
        let fits = |recurring: &RecurringRevenue| {
            self.amount.is_none_or(|amount| amount.currency() == recurring.monthly.currency())
        };
        self.recurring.filter(fits)
    }

    fn reopen(&mut self, stage: Option<&StageId>, on: Date) {
        let back = match (self.last_open, self.pipeline) {
            (None, None) => self.place.clone(),
            (last, _) => Place::Stage(last.unwrap_or(0)),
        };
        // In no stage that is not an open one, whatever the event names.
        let named = stage.map(|stage| self.find(stage)).filter(|place| self.phase_of(place) == StagePhase::Open);
        self.enter(named.unwrap_or(back), on);
    }

    /// Whether reopening has an open stage to go on in: one that is named or, where none is, the last it was in.
    pub(super) fn can_go_on_in(&self, stage: Option<&StageId>) -> bool {
        match stage {
            Some(stage) => self.phase_of(&self.find(stage)) == StagePhase::Open,
            None => self.last_open.is_some() || self.pipeline.is_none(),
        }
    }

    /// A probability equal to the stage's is the stage's, and follows it; any other is set by hand, and stays.
    fn set_probability(&mut self, probability: Option<Probability>) {
        let default = self.stage().map(|stage| stage.win_probability);
        self.manual_probability = probability.filter(|value| Some(*value) != default);
    }

    /// A category equal to the stage's is the stage's, and follows it; any other is set by hand, and stays. Nothing open
    /// is closed, and what is signed is nothing else.
    fn set_category(&mut self, category: Option<ForecastCategory>) {
        if self.status.is_open() && category != Some(ForecastCategory::Closed) {
            let default = self.stage().map(|stage| stage.forecast_category);
            self.manual_category = category.filter(|category| Some(*category) != default);
        }
    }

    pub(super) fn probability(&self) -> Option<WinProbability> {
        match self.status {
            OpportunityStatus::Lost => None,
            OpportunityStatus::Realised => {
                let value = Probability::CERTAIN;
                Some(WinProbability { value, source: ProbabilitySource::StageDefault })
            }
            // What was said of the signature says nothing about the payment.
            OpportunityStatus::Booked => self.stage().map(|stage| WinProbability {
                value: if stage.phase == StagePhase::Open { Probability::CERTAIN } else { stage.win_probability },
                source: ProbabilitySource::StageDefault,
            }),
            OpportunityStatus::Open | OpportunityStatus::Parked => match self.manual_probability {
                Some(value) => Some(WinProbability { value, source: ProbabilitySource::Manual }),
                None => self.stage().map(|stage| WinProbability {
                    value: stage.win_probability,
                    source: ProbabilitySource::StageDefault,
                }),
            },
        }
    }

    /// Forgets a probability that was the outcome, not an estimate: it says nothing of a time after reopening.
    pub(super) fn forget_outcome(&mut self) {
        let outcome = if self.status == OpportunityStatus::Lost { Probability::NEVER } else { Probability::CERTAIN };
        self.manual_probability = self.manual_probability.filter(|value| *value != outcome);
    }

    /// The day up to which it has been in its stage: a lost or paid opportunity stays in none.
    fn last_day_in_stage(&self, as_of: Date) -> Date {
        let closed_on = match self.status {
            OpportunityStatus::Lost => self.loss.as_ref().map(|loss| loss.on),
            OpportunityStatus::Realised => self.realised_on,
            _ => None,
        };
        closed_on.map_or(as_of, |day| day.max(self.entered_on))
    }

    /// How it stands on a day.
    pub(super) fn state(&self, as_of: Date) -> OpportunityState {
        let unknown_stage = match &self.place {
            Place::Unknown(word) => Some(word.clone()),
            Place::Stage(_) | Place::None => None,
        };
        OpportunityState {
            status: self.status,
            stage: self.stage().map(|stage| stage.id.clone()),
            unknown_stage,
            created_on: self.created_on,
            entered_stage_on: self.entered_on,
            days_in_stage: self.last_day_in_stage(as_of).days_since(self.entered_on),
            amount: self.amount,
            close_date: self.close_date,
            owner: self.owner.clone(),
            probability: self.probability(),
            forecast_category: self.manual_category,
            credits: self.credits.clone(),
            recurring: self.sound_recurring(),
            end_marks_met: self.end_marks.iter().filter_map(|at| Some(self.stage_at(*at)?.id.clone())).collect(),
            booked_on: self.booked_on,
            booked_amount: self.booked_amount,
            realised_on: self.realised_on,
            realised_amount: self.realised_on.and(self.paid_amount.or(self.booked_amount)),
            loss: self.loss.clone(),
            first_closed_on: self.first_closed_on,
            times_reopened: self.times_reopened,
            close_date_pushes: self.close_date_pushes,
            close_date_slip_days: self.close_date_slip_days,
            parking: self.parking.clone(),
        }
    }
}
