//! The labels of everything a person sees.

use std::collections::BTreeMap;

use keyaccount::{AccountLevel, ComplianceKind, ForecastDimension, GateKind, GateState, PlanGapKind};
use keyaccount::{
    AnomalyCode, ApproachCause, BacktestScore, BlockerKind, BrokenLineKind, BuyingRole, ChainLinkKind, Channel,
    CoachPosition, ColumnFault, CommunicationStyle, CompetitorStanding, ComplaintKind, Confidence, ContactDepth,
    ContributionKind, CoverageGapKind, CoverageLevel, Criterion, DayBasis, DiagnosisStepKind, Direction,
    DistributionMethod, Driver, DueState, ErasureAction, ExpenseKind, FactKind, FindingKind, ForecastBasis,
    ForecastCategory, ForecastColumn, InformationPoint, InformationState, Language, LeftOutCause, LifecyclePhase,
    LoyaltyBasis, LoyaltyPattern, MarketFinding, MoveDirection, MoveKind, MovementKind, NextMove, NoCadence,
    NoPathCause, NonSupporterKind, OpportunityStatus, PeriodUnit, Playbook, PlaybookPreset, ProbabilitySource,
    ProblemCode, RateDate, ReceiptPartKind, RelationshipKind, RelationshipPhase, RelationshipStrength, Segmentation,
    Severity, SignalKind, SignalOutcome, SignalPlay, SignalState, StagePhase, Stance, StepState, SupportMoveKind,
    SupportTrend, TeamFunction, TeamMove, TimingBasis, Topic, TransitionOutcome, TrendDirection, Unit, UnpricedCause,
    UnreachableCause, VetoRisk, Weekday, WinRateBasis, WorkingDirection,
};
use keyaccount::{
    ComparableBasis, NoComparables, NoPrediction, NoTrend, RegularityKind, SeasonState, SilenceState, SuggestionKind,
    TrendPeriod, UnmatchedCause,
};
use keyaccount::{ConcentrationUnit, RecencyBasis, RfmMeasure, RfmMethod, RfmSegment};
use keyaccount::{
    CustomerStanding, FitStatus, ModelParameter, PredictionMethod, PredictionScore, RetentionBasis, ValueBasis,
};
use keyaccount::{
    KeyAccountKind, KeyCriterion, KeyFindingState, KeyStanding, PhaseShift, PotentialBasis, SwitchingCostKind,
    SwitchingCostLevel, WalletBasis,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Labels by vocabulary and word.
type Words = BTreeMap<String, BTreeMap<String, String>>;

/// The labels of everything a person sees, in one language.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("labels", r#"{"language": "zh_hans"}"#);
/// let answer: serde_json::Value = serde_json::from_str(&answer)?;
/// assert_eq!(answer["ok"]["words"]["buying_role"]["coach"], "教练");
/// assert_eq!(answer["ok"]["stages"]["six_stage"]["design"], "设计");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// The language.
    pub language: Language,
    /// The label of every pipeline, by its identifier.
    pub pipelines: BTreeMap<String, String>,
    /// The label of every stage, by pipeline and stage.
    pub stages: Words,
    /// The label of every word of every vocabulary, by vocabulary and word; the playbook's loss reasons are among
    /// them.
    pub words: Words,
}

impl Labels {
    /// The labels of a playbook's stages and loss reasons, and of every vocabulary.
    #[must_use]
    pub fn of(playbook: &Playbook, language: Language) -> Self {
        let pipelines = &playbook.draft().pipelines;
        let stages = pipelines.iter().map(|pipeline| {
            let labels =
                pipeline.stages.iter().map(|stage| (stage.id.to_string(), stage.label.text(language).to_owned()));
            (pipeline.id.to_string(), labels.collect())
        });
        let labels =
            pipelines.iter().map(|pipeline| (pipeline.id.to_string(), pipeline.label.text(language).to_owned()));
        let mut words = words(language);
        let reasons = playbook.draft().loss_reasons.iter();
        let reasons = reasons.map(|reason| (reason.id.to_string(), reason.label.text(language).to_owned()));
        words.insert("loss_reason".to_owned(), reasons.collect());
        Self { language, pipelines: labels.collect(), stages: stages.collect(), words }
    }
}

macro_rules! vocabularies {
    ($language:ident; $($name:literal: $vocabulary:ident,)+) => {
        [$((
            $name.to_owned(),
            $vocabulary::ALL
                .iter()
                .map(|word| (word.as_str().to_owned(), word.label($language).to_owned()))
                .collect(),
        ),)+]
    };
}

fn words(language: Language) -> Words {
    let all = vocabularies![language;
        "account_level": AccountLevel,
        "anomaly": AnomalyCode,
        "approach_cause": ApproachCause,
        "backtest_score": BacktestScore,
        "blocker": BlockerKind,
        "broken_line": BrokenLineKind,
        "buying_role": BuyingRole,
        "chain_link": ChainLinkKind,
        "channel": Channel,
        "coach_position": CoachPosition,
        "column_fault": ColumnFault,
        "communication_style": CommunicationStyle,
        "competitor_standing": CompetitorStanding,
        "complaint_kind": ComplaintKind,
        "comparable_basis": ComparableBasis,
        "compliance": ComplianceKind,
        "concentration_unit": ConcentrationUnit,
        "confidence": Confidence,
        "contact_depth": ContactDepth,
        "contribution": ContributionKind,
        "coverage_gap": CoverageGapKind,
        "coverage_level": CoverageLevel,
        "criterion": Criterion,
        "customer_standing": CustomerStanding,
        "day_basis": DayBasis,
        "diagnosis_step": DiagnosisStepKind,
        "direction": Direction,
        "distribution_method": DistributionMethod,
        "driver": Driver,
        "due_state": DueState,
        "erasure_action": ErasureAction,
        "expense_kind": ExpenseKind,
        "fact_kind": FactKind,
        "finding": FindingKind,
        "fit_status": FitStatus,
        "forecast_basis": ForecastBasis,
        "forecast_category": ForecastCategory,
        "forecast_column": ForecastColumn,
        "forecast_dimension": ForecastDimension,
        "gate": GateKind,
        "gate_state": GateState,
        "information_point": InformationPoint,
        "information_state": InformationState,
        "key_account_kind": KeyAccountKind,
        "key_criterion": KeyCriterion,
        "key_finding_state": KeyFindingState,
        "key_standing": KeyStanding,
        "left_out_cause": LeftOutCause,
        "lifecycle_phase": LifecyclePhase,
        "loyalty_basis": LoyaltyBasis,
        "loyalty_pattern": LoyaltyPattern,
        "market_finding": MarketFinding,
        "model_parameter": ModelParameter,
        "move": MoveKind,
        "move_direction": MoveDirection,
        "movement": MovementKind,
        "next_move": NextMove,
        "no_cadence": NoCadence,
        "no_comparables": NoComparables,
        "no_path_cause": NoPathCause,
        "no_prediction": NoPrediction,
        "no_trend": NoTrend,
        "non_supporter": NonSupporterKind,
        "opportunity_status": OpportunityStatus,
        "period_unit": PeriodUnit,
        "phase_shift": PhaseShift,
        "plan_gap": PlanGapKind,
        "playbook_preset": PlaybookPreset,
        "potential_basis": PotentialBasis,
        "prediction_method": PredictionMethod,
        "prediction_score": PredictionScore,
        "probability_source": ProbabilitySource,
        "problem": ProblemCode,
        "rate_date": RateDate,
        "receipt_part": ReceiptPartKind,
        "recency_basis": RecencyBasis,
        "regularity": RegularityKind,
        "relationship": RelationshipKind,
        "relationship_phase": RelationshipPhase,
        "relationship_strength": RelationshipStrength,
        "retention_basis": RetentionBasis,
        "rfm_measure": RfmMeasure,
        "rfm_method": RfmMethod,
        "rfm_segment": RfmSegment,
        "season_state": SeasonState,
        "segmentation": Segmentation,
        "severity": Severity,
        "signal": SignalKind,
        "signal_outcome": SignalOutcome,
        "signal_play": SignalPlay,
        "signal_state": SignalState,
        "silence_state": SilenceState,
        "stage_phase": StagePhase,
        "stance": Stance,
        "suggestion": SuggestionKind,
        "support_move": SupportMoveKind,
        "support_trend": SupportTrend,
        "step_state": StepState,
        "switching_cost": SwitchingCostKind,
        "switching_cost_level": SwitchingCostLevel,
        "team_function": TeamFunction,
        "team_move": TeamMove,
        "timing_basis": TimingBasis,
        "topic": Topic,
        "transition_outcome": TransitionOutcome,
        "trend_direction": TrendDirection,
        "trend_period": TrendPeriod,
        "unit": Unit,
        "unmatched_cause": UnmatchedCause,
        "unpriced_cause": UnpricedCause,
        "unreachable_cause": UnreachableCause,
        "value_basis": ValueBasis,
        "veto_risk": VetoRisk,
        "wallet_basis": WalletBasis,
        "weekday": Weekday,
        "win_rate_basis": WinRateBasis,
        "working_direction": WorkingDirection,
    ];
    all.into_iter().collect()
}
