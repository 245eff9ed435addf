//! The kernel: one opportunity in one pipeline, and what each change does to it.
//!
//! It knows how to carry out a change, not whether the change is allowed: that is [`super::rules`].

use std::collections::BTreeSet;

use super::state::{Loss, OpportunityState, OpportunityStatus, Parking, ProbabilitySource, WinProbability};
use crate::facts::OpportunityChange;
use crate::playbook::{Pipeline, Stage, StagePhase};
use crate::values::{Date, MemberId, Money, Probability, StageId};

/// The stage an opportunity is in: one of the pipeline's, or a word the pipeline does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Stage(usize),
    Unknown(StageId),
}

#[derive(Clone, Debug)]
pub(super) struct Machine<'a> {
    pub(super) pipeline: Option<&'a Pipeline>,
    pub(super) place: Place,
    pub(super) status: OpportunityStatus,
    pub(super) created_on: Date,
    pub(super) entered_on: Date,
    pub(super) amount: Option<Money>,
    pub(super) close_date: Option<Date>,
    pub(super) owner: Option<MemberId>,
    pub(super) manual_probability: Option<Probability>,
    pub(super) end_marks: BTreeSet<usize>,
    pub(super) booked_on: Option<Date>,
    pub(super) realised_on: Option<Date>,
    pub(super) loss: Option<Loss>,
    pub(super) first_closed_on: Option<Date>,
    pub(super) times_reopened: u32,
    pub(super) close_date_pushes: u32,
    pub(super) parking: Option<Parking>,
    /// Days it rested since it entered its stage, the rest it is in now not counted.
    pub(super) rested_days: i64,
    /// The last open stage it was in: where it goes on when it is reopened, and what it is lost from.
    pub(super) last_open: Option<usize>,
}

impl<'a> Machine<'a> {
    /// An opportunity that comes into being in the first stage, of which nothing else is known.
    pub(super) fn new(pipeline: Option<&'a Pipeline>, on: Date) -> Self {
        Self {
            pipeline,
            place: Place::Stage(0),
            status: OpportunityStatus::Open,
            created_on: on,
            entered_on: on,
            amount: None,
            close_date: None,
            owner: None,
            manual_probability: None,
            end_marks: BTreeSet::new(),
            booked_on: None,
            realised_on: None,
            loss: None,
            first_closed_on: None,
            times_reopened: 0,
            close_date_pushes: 0,
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
            Place::Unknown(_) => None,
        }
    }

    pub(super) fn position(&self) -> Option<usize> {
        match self.place {
            Place::Stage(at) => Some(at),
            Place::Unknown(_) => None,
        }
    }

    pub(super) fn phase_of(&self, place: &Place) -> StagePhase {
        match place {
            Place::Stage(at) => self.stage_at(*at).map_or(StagePhase::Open, |stage| stage.phase),
            // A word the pipeline does not know says nothing about closing.
            Place::Unknown(_) => StagePhase::Open,
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
            OpportunityChange::Created { stage, amount, close_date, owner, probability } => {
                self.amount = *amount;
                self.close_date = *close_date;
                self.owner.clone_from(owner);
                let place = stage.as_ref().map_or(Place::Stage(0), |stage| self.find(stage));
                self.enter(place, on);
                self.set_probability(*probability);
            }
            OpportunityChange::StageChanged { to, .. } => {
                let place = self.find(to);
                if self.status == OpportunityStatus::Lost {
                    self.reopen(None, on);
                }
                self.enter(place, on);
            }
            OpportunityChange::EndMarkMet { stage } => {
                let place = stage.as_ref().map_or_else(|| self.place.clone(), |stage| self.find(stage));
                if let Place::Stage(at) = place {
                    self.end_marks.insert(at);
                }
            }
            OpportunityChange::AmountChanged { amount } => self.amount = *amount,
            OpportunityChange::CloseDateChanged { close_date } => {
                if matches!((self.close_date, close_date), (Some(old), Some(new)) if *new > old) {
                    self.close_date_pushes = self.close_date_pushes.saturating_add(1);
                }
                self.close_date = *close_date;
            }
            OpportunityChange::OwnerChanged { owner } => self.owner.clone_from(owner),
            OpportunityChange::ProbabilityChanged { probability } => self.set_probability(*probability),
            OpportunityChange::Won { .. } => self.win(on),
            OpportunityChange::Realised {} => {
                if self.booked_on.is_none() {
                    self.win(on);
                }
                self.realise(on);
            }
            OpportunityChange::Lost { reason, competitor, note } => {
                self.close(OpportunityStatus::Lost, on);
                self.booked_on = None;
                self.realised_on = None;
                let from_stage = self.last_open.and_then(|at| self.stage_at(at)).map(|stage| stage.id.clone());
                self.loss =
                    Some(Loss { on, from_stage, reason: *reason, competitor: competitor.clone(), note: note.clone() });
            }
            OpportunityChange::Reopened { stage } => self.reopen(stage.as_ref(), on),
            OpportunityChange::Parked { reason, resume_on } => {
                self.status = OpportunityStatus::Parked;
                let since = self.parking.as_ref().map_or(on, |parking| parking.since);
                self.parking = Some(Parking { since, reason: reason.clone(), resume_on: *resume_on });
            }
            OpportunityChange::Resumed {} => {
                if let Some(rest) = &self.parking {
                    self.rested_days = self.rested_days.saturating_add(on.days_since(rest.since));
                }
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
        if self.place != place {
            self.entered_on = on;
            self.rested_days = 0;
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
                let was_closed = !self.status.is_open();
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
        self.realised_on = None;
        self.loss = None;
    }

    fn reopen(&mut self, stage: Option<&StageId>, on: Date) {
        let back = Place::Stage(self.last_open.unwrap_or(0));
        let place = stage.map_or(back, |stage| self.find(stage));
        self.times_reopened = self.times_reopened.saturating_add(1);
        self.clear_closing();
        self.resume();
        self.enter(place, on);
        self.entered_on = on;
        self.rested_days = 0;
    }

    /// A probability equal to the stage's is the stage's, and follows it; any other is set by hand, and stays.
    fn set_probability(&mut self, probability: Option<Probability>) {
        let default = self.stage().map(|stage| stage.win_probability);
        self.manual_probability = probability.filter(|value| Some(*value) != default);
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
            Place::Stage(_) => None,
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
            end_marks_met: self.end_marks.iter().filter_map(|at| Some(self.stage_at(*at)?.id.clone())).collect(),
            booked_on: self.booked_on,
            realised_on: self.realised_on,
            loss: self.loss.clone(),
            first_closed_on: self.first_closed_on,
            times_reopened: self.times_reopened,
            close_date_pushes: self.close_date_pushes,
            parking: self.parking.clone(),
        }
    }
}
