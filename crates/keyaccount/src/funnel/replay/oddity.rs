//! What is odd about an event where the opportunity stands, and whether it is carried out all the same.

use super::super::anomaly::{Anomaly, AnomalyCode};
use super::super::machine::{Machine, Place};
use super::super::rules::MoveKind;
use super::super::state::OpportunityStatus;
use super::Run;
use crate::facts::{ForecastCategory, Located, OpportunityChange, OpportunityEvent, are_whole};
use crate::values::StageId;

impl<'a> Run<'a> {
    /// Lists what is odd about a change; false where the change is to be ignored.
    pub(super) fn note_oddity(
        &mut self,
        machine: &Machine<'a>,
        event: &Located<OpportunityEvent>,
        kind: MoveKind,
    ) -> bool {
        use OpportunityStatus as S;
        let change = &event.fact.change;
        if self.note_forecast_oddity(machine, event) {
            return false;
        }
        let mut note = |code, message: String| self.anomalies.push(Anomaly::of(code, event, message));
        match (machine.status, kind) {
            (_, MoveKind::Nowhere) => {
                let OpportunityChange::StageChanged { to, .. } = change else {
                    note(AnomalyCode::StageUnchanged, "in this pipeline already: ignored".to_owned());
                    return false;
                };
                if matches!(machine.find(to), Place::Unknown(_)) {
                    if machine.place == machine.find(to) && machine.status != S::Lost {
                        note(AnomalyCode::StageUnchanged, format!("in `{to}` already: ignored"));
                        return false;
                    }
                    self.unknown_stage(machine, event, to);
                    return true;
                }
                note(AnomalyCode::StageUnchanged, format!("in `{to}` already: ignored"));
                return false;
            }
            (S::Open | S::Parked, MoveKind::Reopen) => {
                note(AnomalyCode::NoSuchMove, "reopened while open: ignored".to_owned());
                return false;
            }
            (S::Open, MoveKind::Resume) => {
                note(AnomalyCode::NoSuchMove, "resumed while not parked: ignored".to_owned());
                return false;
            }
            (S::Booked | S::Realised | S::Lost, MoveKind::Park | MoveKind::Resume) => {
                note(AnomalyCode::NoSuchMove, format!("{} while {}: ignored", done(kind), machine.status));
                return false;
            }
            (S::Booked | S::Realised | S::Lost, MoveKind::Reopen)
                if !matches!(change, OpportunityChange::Reopened { .. }) =>
            {
                note(AnomalyCode::LeftClosedStage, format!("moved on while {}: taken as reopened", machine.status));
            }
            (S::Booked | S::Realised | S::Lost, MoveKind::Reopen) => self.note_reopening(machine, event),
            (_, MoveKind::Transfer) => self.note_transfer(machine, event),
            (S::Parked, MoveKind::Advance | MoveKind::Skip | MoveKind::Regress | MoveKind::Enter | MoveKind::Win) => {
                note(AnomalyCode::MovedWhileParked, "moved on while parked: taken as resumed".to_owned())
            }
            (S::Parked, MoveKind::Park) => {
                note(AnomalyCode::MovedWhileParked, "parked while parked: one rest, until the later day".to_owned());
            }
            (S::Booked | S::Realised, MoveKind::Lose)
            | (S::Lost | S::Booked | S::Realised, MoveKind::Win)
            | (S::Lost, MoveKind::Lose | MoveKind::Realise)
            | (S::Realised, MoveKind::Realise) => {
                let same = match machine.status {
                    S::Lost => kind == MoveKind::Lose,
                    _ => kind != MoveKind::Lose,
                };
                let holds = if same { "the first day holds" } else { "the later closing holds" };
                note(AnomalyCode::ClosedAgain, format!("{} while {}: {holds}", done(kind), machine.status));
                self.note_loss_reason(machine, event);
            }
            (_, MoveKind::Lose) => self.note_loss_reason(machine, event),
            (S::Open | S::Parked, MoveKind::Realise) => {
                note(
                    AnomalyCode::RealisedWithoutBooking,
                    "paid without a signature: taken as signed the same day".to_owned(),
                );
            }
            (S::Lost, MoveKind::Update) if !matches!(change, OpportunityChange::OwnerChanged { .. }) => {
                note(AnomalyCode::ChangedAfterClosing, "changed after the loss: taken over".to_owned());
            }
            _ => {
                if let OpportunityChange::EndMarkMet { stage: Some(stage) } = change
                    && matches!(machine.find(stage), Place::Unknown(_))
                {
                    note(AnomalyCode::UnknownStage, format!("end mark of the unknown stage `{stage}`: ignored"));
                    return false;
                }
            }
        }
        true
    }

    /// Lists credits and a category that cannot be; whether there is such a thing.
    pub(super) fn note_forecast_oddity(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>) -> bool {
        use OpportunityChange as Change;
        let (credits, category) = match &event.fact.change {
            Change::Created { credits, forecast_category, .. } => (credits.as_slice(), *forecast_category),
            Change::CreditSplitChanged { credits } => (credits.as_slice(), None),
            Change::ForecastCategoryChanged { category } => (&[][..], *category),
            _ => return false,
        };
        let mut note = |code, message: &str| self.anomalies.push(Anomaly::of(code, event, message));
        let not_whole = !are_whole(credits);
        if not_whole {
            let message = "the credits do not add up to 1, or name a member twice: ignored";
            note(AnomalyCode::CreditsNotWhole, message);
        }
        let closed_while_open = machine.status.is_open() && category == Some(ForecastCategory::Closed);
        if closed_while_open {
            note(AnomalyCode::ClosedCategoryWhileOpen, "counted as closed while open: ignored");
        }
        not_whole || closed_while_open
    }

    /// Lists recurring revenue in another currency than the amount, where it came to be so.
    pub(super) fn note_currencies(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>) {
        let (Some(amount), Some(recurring)) = (machine.amount, machine.recurring) else { return };
        let message = format!(
            "the recurring revenue is in {} and the amount in {}: the first is set aside",
            recurring.monthly.currency(),
            amount.currency()
        );
        self.anomalies.push(Anomaly::of(AnomalyCode::RecurringInOtherCurrency, event, message));
    }

    pub(super) fn note_reopening(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>) {
        let OpportunityChange::Reopened { stage } = &event.fact.change else { return };
        if !machine.can_go_on_in(stage.as_ref()) {
            let why = match stage {
                Some(stage) => format!("reopened in `{stage}`, which is no open stage"),
                None => "reopened, and was in no open stage that is known".to_owned(),
            };
            let message = format!("{why}: taken up in the open stage it was in last, or else in the first");
            self.anomalies.push(Anomaly::of(AnomalyCode::ReopenedWithoutStage, event, message));
        } else if let Some(stage) = stage.as_ref().filter(|stage| matches!(machine.find(stage), Place::Unknown(_))) {
            self.unknown_stage(machine, event, stage);
        }
    }

    pub(super) fn note_transfer(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>) {
        let OpportunityChange::PipelineChanged { to, stage, .. } = &event.fact.change else { return };
        let Some(pipeline) = machine.playbook.pipeline(Some(to)) else {
            let pipeline = crate::problem::quote(to.as_str());
            let message = format!("the playbook has no pipeline `{pipeline}`: its stages are unknown from here on");
            self.anomalies.push(Anomaly::of(AnomalyCode::UnknownPipeline, event, message));
            return;
        };
        if machine.status == OpportunityStatus::Parked {
            let message = format!("moved to the pipeline `{to}` while parked: taken as resumed");
            self.anomalies.push(Anomaly::of(AnomalyCode::MovedWhileParked, event, message));
        } else if !machine.status.is_open() {
            let message = format!("moved to the pipeline `{to}` while {}: it stays closed", machine.status);
            self.anomalies.push(Anomaly::of(AnomalyCode::ChangedAfterClosing, event, message));
        }
        if let Some(word) = stage.as_ref().filter(|word| pipeline.stage(word).is_none()) {
            let word = crate::problem::quote(word.as_str());
            let message = format!("the pipeline `{to}` has no stage `{word}`: in an unknown stage from here on");
            self.anomalies.push(Anomaly::of(AnomalyCode::UnknownStage, event, message));
        }
    }

    pub(super) fn note_loss_reason(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>) {
        let OpportunityChange::Lost { reason: Some(reason), .. } = &event.fact.change else { return };
        if machine.playbook.loss_reason(reason).is_none() {
            let reason = crate::problem::quote(reason.as_str());
            let message = format!("the playbook has no loss reason `{reason}`: taken over as it is");
            self.anomalies.push(Anomaly::of(AnomalyCode::UnknownLossReason, event, message));
        }
    }

    pub(super) fn unknown_stage(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>, word: &StageId) {
        if machine.pipeline.is_none() {
            // That no stage of an unknown pipeline is known is said once for the opportunity.
            return;
        }
        let message = format!(
            "the pipeline has no stage `{}`: in an unknown stage from here on",
            crate::problem::quote(word.as_str())
        );
        self.anomalies.push(Anomaly::of(AnomalyCode::UnknownStage, event, message));
    }

    pub(super) fn note_early_close_date(&mut self, machine: &Machine<'a>, event: &Located<OpportunityEvent>) {
        if let Some(day) = machine.close_date.filter(|day| *day < machine.created_on) {
            let message =
                format!("expected to close on {day}, before its creation on {}: taken as it is", machine.created_on);
            self.anomalies.push(Anomaly::of(AnomalyCode::CloseDateBeforeCreation, event, message));
        }
    }
}

/// A move as something that happened.
fn done(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Win => "won",
        MoveKind::Realise => "paid",
        MoveKind::Lose => "lost",
        MoveKind::Park => "parked",
        MoveKind::Resume => "resumed",
        _ => "moved",
    }
}
