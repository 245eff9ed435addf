//! What has to hold across a playbook's parts. Every problem is reported, not only the first.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::{DatedRate, Pipeline, PlaybookDraft, Stage, StagePhase};
use crate::facts::{BuyingRole, ForecastCategory};
use crate::problem::{Problem, ProblemCode, quote};
use crate::values::{Factor, Share};

/// No limit.
const MOST: u32 = u32::MAX;

/// Most horizons that purchases are told for, and the longest of them: a hundred years.
pub(crate) const MOST_HORIZONS: usize = 10;
pub(crate) const LONGEST_HORIZON: u32 = 36_525;

/// Most years that a retention scenario looks ahead.
const MOST_YEARS: u32 = 50;

pub(super) fn problems_of(draft: &PlaybookDraft) -> Vec<Problem> {
    let mut problems = Problems::default();
    problems.pipelines(draft);
    problems.loss_reasons(draft);
    problems.calendar(draft);
    problems.rates(draft);
    problems.thresholds(draft);
    problems.accounts(draft);
    problems.coverage(draft);
    problems.coverage_caps(draft);
    problems.rfm(draft);
    problems.lifetime(draft);
    problems.0
}

#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, path: impl Into<String>, problem: Problem) {
        self.0.push(problem.at(path));
    }

    fn pipelines(&mut self, draft: &PlaybookDraft) {
        if draft.pipelines.is_empty() {
            self.add(
                "pipelines",
                Problem::new(ProblemCode::EmptyList, "", "there is no pipeline", "at least one pipeline"),
            );
        } else if !draft.pipelines.iter().any(|pipeline| pipeline.id == draft.default_pipeline) {
            let message = format!("no pipeline is called `{}`", quote(draft.default_pipeline.as_str()));
            let allowed = draft.pipelines.iter().map(|pipeline| pipeline.id.as_str()).collect::<Vec<_>>().join(", ");
            self.add(
                "default_pipeline",
                Problem::new(ProblemCode::UndefinedName, &draft.default_pipeline, message, allowed),
            );
        }
        let mut ids = BTreeSet::new();
        for (index, pipeline) in draft.pipelines.iter().enumerate() {
            let path = format!("pipelines[{index}]");
            self.unique(&mut ids, &pipeline.id, format!("{path}.id"), "pipeline");
            self.pipeline(&path, pipeline);
        }
    }

    fn pipeline(&mut self, path: &str, pipeline: &Pipeline) {
        if !pipeline.stages.iter().any(|stage| stage.phase == StagePhase::Open) {
            let problem = Problem::new(
                ProblemCode::EmptyList,
                "",
                "the pipeline has no open stage",
                "at least one stage with phase open",
            );
            self.add(format!("{path}.stages"), problem);
        }
        let mut names = BTreeSet::new();
        let mut before = StagePhase::Open;
        for (index, stage) in pipeline.stages.iter().enumerate() {
            let path = format!("{path}.stages[{index}]");
            self.unique(&mut names, &stage.id, format!("{path}.id"), "stage");
            for (alias_index, alias) in stage.aliases.iter().enumerate() {
                self.unique(&mut names, alias, format!("{path}.aliases[{alias_index}]"), "stage or alias");
            }
            if stage.phase < before {
                let message = format!("phase `{}` comes after phase `{before}`", stage.phase);
                let problem = Problem::new(
                    ProblemCode::InconsistentSettings,
                    stage.phase,
                    message,
                    "open, then booked, realised, post_sale",
                );
                self.add(format!("{path}.phase"), problem);
            }
            before = before.max(stage.phase);
            if stage.phase == StagePhase::Open && stage.forecast_category == ForecastCategory::Closed {
                let message = "an open stage whose opportunities count as signed";
                let allowed = "omitted, pipeline, best_case, commit";
                let problem =
                    Problem::new(ProblemCode::InconsistentSettings, ForecastCategory::Closed, message, allowed);
                self.add(format!("{path}.forecast_category"), problem);
            }
            self.roles(&path, stage);
        }
        for (index, name) in pipeline.lost_names.iter().enumerate() {
            self.unique(&mut names, name, format!("{path}.lost_names[{index}]"), "stage, alias or name of the loss");
        }
    }

    fn roles(&mut self, path: &str, stage: &Stage) {
        let mut roles = BTreeSet::new();
        for (index, requirement) in stage.required_roles.iter().enumerate() {
            self.unique(
                &mut roles,
                &requirement.role,
                format!("{path}.required_roles[{index}].role"),
                "requirement for role",
            );
        }
    }

    fn calendar(&mut self, draft: &PlaybookDraft) {
        let month = draft.calendar.fiscal_year_start_month;
        if !(1..=12).contains(&month) {
            let problem =
                Problem::new(ProblemCode::NumberOutOfRange, month, format!("there is no month `{month}`"), "1 to 12");
            self.add("calendar.fiscal_year_start_month", problem);
        }
        if draft.calendar.working_days.is_empty() {
            let problem = Problem::new(ProblemCode::EmptyList, "", "no day is worked on", "at least one weekday");
            self.add("calendar.working_days", problem);
        }
        let mut weekdays = BTreeSet::new();
        for (index, weekday) in draft.calendar.working_days.iter().enumerate() {
            self.unique(&mut weekdays, weekday, format!("calendar.working_days[{index}]"), "weekday");
        }
        let mut holidays = BTreeSet::new();
        for (index, holiday) in draft.calendar.holidays.iter().enumerate() {
            self.unique(&mut holidays, holiday, format!("calendar.holidays[{index}]"), "holiday");
        }
    }

    fn loss_reasons(&mut self, draft: &PlaybookDraft) {
        let mut ids = BTreeSet::new();
        for (index, reason) in draft.loss_reasons.iter().enumerate() {
            self.unique(&mut ids, &reason.id, format!("loss_reasons[{index}].id"), "loss reason");
        }
        if draft.loss_reasons.is_empty() {
            let message = "no loss could be given a reason";
            let problem = Problem::new(ProblemCode::EmptyList, "", message, "at least one reason");
            self.add("loss_reasons", problem);
        }
    }

    fn rates(&mut self, draft: &PlaybookDraft) {
        self.rates_of("exchange.rates", &draft.exchange.rates);
        self.rates_of("exchange.budget_rates", &draft.exchange.budget_rates);
    }

    fn rates_of(&mut self, list: &str, rates: &[DatedRate]) {
        let mut known = BTreeSet::new();
        for (index, rate) in rates.iter().enumerate() {
            let path = format!("{list}[{index}]");
            if rate.from == rate.to {
                let message = format!("a rate from {} to itself", rate.from);
                let problem =
                    Problem::new(ProblemCode::InconsistentSettings, rate.from, message, "two different currencies");
                self.add(format!("{path}.to"), problem);
            }
            self.unique(&mut known, &format!("{} to {} on {}", rate.from, rate.to, rate.on), path, "rate");
        }
    }

    fn thresholds(&mut self, draft: &PlaybookDraft) {
        let whole = Factor::hundredths(100);
        let shares = [
            ("loyalty.moved_share", draft.loyalty.moved_share),
            ("loyalty.mostly_ours_share", draft.loyalty.mostly_ours_share),
            ("wallet.trend_change", draft.wallet.trend_change),
            ("wallet.trend_chance", draft.wallet.trend_chance),
            ("key_accounts.high_share", draft.key_accounts.high_share),
            ("key_accounts.medium_share", draft.key_accounts.medium_share),
            ("signals.copied_share", draft.signals.copied_share),
        ];
        for (path, share) in shares.into_iter().filter(|(_, share)| *share > whole) {
            let problem = Problem::new(
                ProblemCode::NumberOutOfRange,
                share,
                format!("`{share}` is more than the whole"),
                "0 to 1",
            );
            self.add(path, problem);
        }
        let silence = [
            ("lifecycle.high_risk_factor", draft.lifecycle.overdue_factor, draft.lifecycle.high_risk_factor),
            ("lifecycle.detached_factor", draft.lifecycle.high_risk_factor, draft.lifecycle.detached_factor),
        ];
        for (path, lower, factor) in silence.into_iter().filter(|(_, lower, factor)| factor < lower) {
            let message = format!("`{factor}` is below the milder threshold {lower}");
            let problem = Problem::new(ProblemCode::InconsistentSettings, factor, message, format!("{lower} or more"));
            self.add(path, problem);
        }
        self.history(draft);
        self.trajectory(draft);
        let positive = [
            ("loyalty.minimum_choices", draft.loyalty.minimum_choices),
            ("coverage.minimum_contacts", draft.coverage.minimum_contacts),
            ("coverage.depth_days", draft.coverage.depth_days),
            ("coverage.several_contacts", draft.coverage.several_contacts),
            ("coverage.in_depth_meetings", draft.coverage.in_depth_meetings),
            ("coverage.contribution_days", draft.coverage.contribution_days),
            ("coverage.opponent_expected_from", draft.coverage.opponent_expected_from),
            ("coverage.support_trend_days", draft.coverage.support_trend_days),
            ("wallet.minimum_purchases", draft.wallet.minimum_purchases),
            ("wallet.minimum_history_days", draft.wallet.minimum_history_days),
            ("satisfaction.trend_minimum_answers", draft.satisfaction.trend_minimum_answers),
            ("key_accounts.committee_people", draft.key_accounts.committee_people),
            ("key_accounts.committee_roles", draft.key_accounts.committee_roles),
            ("key_accounts.many_people", draft.key_accounts.many_people),
            ("key_accounts.rivals", draft.key_accounts.rivals),
            ("key_accounts.minimum_accounts", draft.key_accounts.minimum_accounts),
            ("signals.minimum_orders", draft.signals.minimum_orders),
            ("signals.minimum_departures", draft.signals.minimum_departures),
            ("signals.minimum_proposals", draft.signals.minimum_proposals),
            ("signals.window_days", draft.signals.window_days),
        ];
        for (path, number) in positive.into_iter().filter(|(_, number)| *number == 0) {
            let problem =
                Problem::new(ProblemCode::NumberOutOfRange, number, "zero would be met by every account", "1 or more");
            self.add(path, problem);
        }
    }

    /// Thresholds of loyalty and lifecycle that hang together, or that bound how much history an answer lists.
    fn history(&mut self, draft: &PlaybookDraft) {
        let (loyalty, lifecycle) = (&draft.loyalty, &draft.lifecycle);
        let bounded = [
            ("loyalty.window_choices", loyalty.window_choices.get(), loyalty.minimum_choices, 1000),
            (
                "lifecycle.high_risk_minimum_days",
                lifecycle.high_risk_minimum_days,
                lifecycle.overdue_minimum_days,
                MOST,
            ),
            (
                "lifecycle.detached_minimum_days",
                lifecycle.detached_minimum_days,
                lifecycle.high_risk_minimum_days,
                MOST,
            ),
            ("lifecycle.check_every_days", lifecycle.check_every_days.get(), 1, 366),
            ("lifecycle.confirmations", lifecycle.confirmations.get(), 1, 12),
            ("wallet.periods", draft.wallet.periods.get(), 4, 12),
            ("key_accounts.criteria_needed", draft.key_accounts.criteria_needed, 1, 3),
        ];
        for (path, number, low, high) in
            bounded.into_iter().filter(|(_, number, low, high)| number < low || number > high)
        {
            let message = format!("`{number}` is below {low} or above {high}");
            self.add(
                path,
                Problem::new(ProblemCode::InconsistentSettings, number, message, format!("{low} to {high}")),
            );
        }
    }

    /// Thresholds of the trajectory that hang together, that would be met by everything, or that bound an answer.
    fn trajectory(&mut self, draft: &PlaybookDraft) {
        let policy = &draft.trajectory;
        let numbers = [
            ("trajectory.season_minimum_years", policy.season_minimum_years.get(), 2, 100),
            ("trajectory.season_minimum_occasions", policy.season_minimum_occasions, 4, 10_000),
            ("trajectory.stopped_minimum_orders", policy.stopped_minimum_orders.get(), 2, 1000),
            ("trajectory.most_stopped", policy.most_stopped, 1, 1000),
            ("trajectory.trend_minimum_periods", policy.trend_minimum_periods, 3, policy.trend_most_periods),
            ("trajectory.trend_most_periods", policy.trend_most_periods, 3, 240),
            ("trajectory.predicted_orders", policy.predicted_orders, 0, 24),
            ("trajectory.amount_occasions", policy.amount_occasions.get(), 1, 1000),
            ("trajectory.most_comparables", policy.most_comparables.get(), policy.minimum_comparables.get(), 1000),
            ("trajectory.most_suggestions", policy.most_suggestions, 1, 1000),
        ];
        for (path, number, low, high) in
            numbers.into_iter().filter(|(_, number, low, high)| number < low || number > high)
        {
            let message = format!("`{number}` is below {low} or above {high}");
            self.add(
                path,
                Problem::new(ProblemCode::InconsistentSettings, number, message, format!("{low} to {high}")),
            );
        }
        let shares = [
            ("trajectory.overdue_probability", policy.overdue_probability, policy.long_probability),
            ("trajectory.season_probability", policy.season_probability, Share::hundredths(50)),
            ("trajectory.stopped_probability", policy.stopped_probability, Share::hundredths(50)),
            ("trajectory.trend_probability", policy.trend_probability, Share::hundredths(50)),
        ];
        for (path, share, high) in shares.into_iter().filter(|(_, share, high)| share.value().is_zero() || share > high)
        {
            let message = format!("`{share}` is zero or above {high}");
            let allowed = format!("above 0, to {high}");
            self.add(path, Problem::new(ProblemCode::InconsistentSettings, share, message, allowed));
        }
        let one = Factor::hundredths(100);
        let (least, most) = (Factor::hundredths(10), Factor::hundredths(10_000));
        let factors = [
            ("trajectory.usual_regularity", policy.usual_regularity, least, most),
            ("trajectory.regularity_spread", policy.regularity_spread, least, Factor::hundredths(500)),
            ("trajectory.season_strong", policy.season_strong, one, most),
            ("trajectory.season_weak", policy.season_weak, Factor::hundredths(0), one),
            ("trajectory.succession_tolerance", policy.succession_tolerance, least, most),
            ("trajectory.succession_volume", policy.succession_volume, one, most),
            ("trajectory.trend_intervals_per_period", policy.trend_intervals_per_period, least, most),
        ];
        for (path, factor, low, high) in
            factors.into_iter().filter(|(_, factor, low, high)| factor < low || factor > high)
        {
            let message = format!("`{factor}` is below {low} or above {high}");
            let allowed = format!("{low} to {high}");
            self.add(path, Problem::new(ProblemCode::InconsistentSettings, factor, message, allowed));
        }
    }

    /// Bands and levels in their order, and every industry once.
    fn accounts(&mut self, draft: &PlaybookDraft) {
        let satisfaction = &draft.satisfaction;
        if satisfaction.satisfied_from < satisfaction.dissatisfied_below {
            let (from, below) = (satisfaction.satisfied_from, satisfaction.dissatisfied_below);
            let message = format!("`{from}` is satisfied and, being below {below}, dissatisfied");
            let problem = Problem::new(ProblemCode::InconsistentSettings, from, message, format!("{below} or more"));
            self.add("satisfaction.satisfied_from", problem);
        }
        let key = &draft.key_accounts;
        if key.medium_share < key.high_share {
            let (medium, high) = (key.medium_share, key.high_share);
            let message = format!("`{medium}` lies below {high}, the part of the high accounts");
            let problem = Problem::new(ProblemCode::InconsistentSettings, medium, message, format!("{high} or more"));
            self.add("key_accounts.medium_share", problem);
        }
        let mut industries = BTreeSet::new();
        for (index, name) in key.important_industries.iter().enumerate() {
            let name = name.as_str().to_lowercase();
            self.unique(&mut industries, &name, format!("key_accounts.important_industries[{index}]"), "industry");
        }
    }

    /// A score needs a role that counts; a share of nothing would always be reached.
    fn coverage(&mut self, draft: &PlaybookDraft) {
        let coverage = &draft.coverage;
        if BuyingRole::ALL.iter().all(|role| coverage.role_weights.of(*role).value().is_zero()) {
            let message = "no role counts in the score";
            let problem = Problem::new(ProblemCode::InconsistentSettings, "0", message, "one weight above 0");
            self.add("coverage.role_weights", problem);
        }
        let shares = [
            ("coverage.unknown_influence_share", coverage.unknown_influence_share),
            ("coverage.support_change", coverage.support_change),
        ];
        for (path, share) in shares.into_iter().filter(|(_, share)| share.value().is_zero()) {
            let message = "zero would be met by every committee";
            self.add(path, Problem::new(ProblemCode::NumberOutOfRange, share, message, "above 0, to 1"));
        }
    }

    /// Of two caps for one gap, one would never hold; nor would one for a role that the gap is never found in.
    fn coverage_caps(&mut self, draft: &PlaybookDraft) {
        let mut known = BTreeSet::new();
        for (index, cap) in draft.forecast.coverage_caps.iter().enumerate() {
            let path = format!("forecast.coverage_caps[{index}]");
            let name = cap.role.map_or_else(|| cap.gap.to_string(), |role| format!("{} of {role}", cap.gap));
            self.unique(&mut known, &name, path.clone(), "cap for gap");
            if let Some(role) = cap.role.filter(|role| !cap.gap.roles().contains(role)) {
                let message = format!("the gap `{}` is never found in the role `{role}`", cap.gap);
                let roles = cap.gap.roles().iter().map(|role| role.as_str()).chain(["null"]);
                let allowed = roles.collect::<Vec<_>>().join(", ");
                let problem = Problem::new(ProblemCode::InconsistentSettings, role, message, allowed);
                self.add(format!("{path}.role"), problem);
            }
        }
    }

    /// Bands rise, and any scores have a name.
    fn rfm(&mut self, draft: &PlaybookDraft) {
        for problem in draft.rfm.problems() {
            let path = format!("rfm.{}", problem.path);
            self.add(path, problem);
        }
    }

    /// Horizons name the columns of an answer, and bound its length.
    fn lifetime(&mut self, draft: &PlaybookDraft) {
        let lifetime = &draft.lifetime;
        let horizons = lifetime.horizons_days.iter().map(|days| days.get());
        let horizons: Vec<u32> = horizons.collect();
        let ascending = horizons.windows(2).all(|pair| pair.first() < pair.last());
        let is_sound = !horizons.is_empty() && horizons.len() <= MOST_HORIZONS && ascending;
        if !is_sound || horizons.iter().any(|days| *days > LONGEST_HORIZON) {
            let shown = horizons.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
            let message = "horizons that are none, too many, too long, or not ascending";
            let allowed = format!("1 to {MOST_HORIZONS} numbers of days, ascending, up to {LONGEST_HORIZON}");
            self.add(
                "lifetime.horizons_days",
                Problem::new(ProblemCode::InconsistentSettings, shown, message, allowed),
            );
        }
        let years = lifetime.retention_years.get();
        if years > MOST_YEARS {
            let message = format!("`{years}` years are too many");
            let problem = Problem::new(ProblemCode::NumberOutOfRange, years, message, format!("1 to {MOST_YEARS}"));
            self.add("lifetime.retention_years", problem);
        }
    }

    /// Remembers a name and reports it where it was known already.
    fn unique<T: Ord + Clone + Display>(&mut self, known: &mut BTreeSet<T>, name: &T, path: String, kind: &str) {
        if !known.insert(name.clone()) {
            let message = format!("a second {kind} `{}`", quote(&name.to_string()));
            self.add(path, Problem::new(ProblemCode::DuplicateName, name, message, "each name once"));
        }
    }
}
