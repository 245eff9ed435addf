//! The stage an opportunity stands in held against what its committee is covered for.

use super::{gap, label};
use crate::cute::gap::{CoverageGap, NextMove};
use crate::cute::view::{View, requirement};
use crate::facts::{BuyingRole, FactKind, FactReference};
use crate::playbook::{CoverageGapKind as Kind, RoleRequirement, Stage, StagePhase};
use crate::values::Language;
use crate::verdict::{Comparison, Severity, Unit};

/// Already an earlier open stage of the pipeline asks for more than is reached of a role of which the present stage asks
/// at least as much. The committee counts as covered for the stages before the first such one.
pub(super) fn stage(view: &View<'_>) -> Option<CoverageGap> {
    let present = view.stage?;
    let earlier = || view.earlier_stages.iter().filter(|stage| stage.phase == StagePhase::Open);
    let first = earlier().position(|stage| unmet(view, stage, present).next().is_some())?;
    let ahead = earlier().skip(first).count();
    let lagging = earlier().nth(first)?;
    let covered_for = first.checked_sub(1).and_then(|at| earlier().nth(at));
    let roles: Vec<&str> = unmet(view, lagging, present).map(|asked| label(asked.role)).collect();
    let until = match covered_for {
        Some(stage) => format!("covered only for {}", stage.label.text(Language::En)),
        None => "not covered for any stage".to_owned(),
    };
    let message = format!(
        "in {}, and the committee is {until}: {} asked more of {}",
        present.label.text(Language::En),
        lagging.label.text(Language::En),
        roles.join(", ")
    );
    let covered = Comparison::unknown("covered_stage", Unit::Word).against(&present.id);
    let covered = Comparison { actual: covered_for.map(|stage| stage.id.to_string()), ..covered };
    let severity = if ahead >= 2 { Severity::High } else { Severity::Medium };
    let found = gap(Kind::StageAheadOfCoverage, severity, None, message, NextMove::CatchUp)
        .comparing(covered)
        .comparing(Comparison::new("stages_ahead", ahead, Unit::Count).against(0))
        .citing([FactReference::new(FactKind::Opportunity, view.opportunity)]);
    Some(found)
}

/// What an earlier stage asks, and the present one no less, that is not reached.
fn unmet<'a>(view: &View<'_>, earlier: &'a Stage, present: &Stage) -> impl Iterator<Item = &'a RoleRequirement> {
    BuyingRole::ALL.iter().filter_map(move |role| {
        let asked = requirement(earlier, *role)?;
        let still = requirement(present, *role)?.level >= asked.level;
        (still && view.reached(*role) < asked.level).then_some(asked)
    })
}
