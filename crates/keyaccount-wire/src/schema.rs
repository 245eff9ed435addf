//! One JSON Schema document of every request, fact and verdict.

use keyaccount::{
    BacktestVerdict, BookingForecastVerdict, CohortsVerdict, CoverageVerdict, ForecastVerdict, FunnelVerdict,
    HistoryVerdict, LearnedRates, LifecycleVerdict, LoyaltyVerdict, MarketCorrelationVerdict, MovementVerdict,
    PlanVerdict, PlaybookDraft, Review, ScenarioVerdict, SignalsVerdict, TimingVerdict, TransitionVerdict,
};
use schemars::generate::{Contract, SchemaSettings};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::{
    AnalyseFunnelRequest, ApplyEventRequest, BacktestForecastRequest, BookCheck, BookDistributionRequest,
    CheckBookRequest, CheckCoverageRequest, CheckPlaybookRequest, DealDistribution, DetectSignalsRequest,
    ForecastBookingsRequest, JudgeLifecycleRequest, JudgeLoyaltyRequest, Judged, Labels, LabelsRequest,
    LearnMarketCorrelationRequest, LearnWinRatesRequest, OpportunityCohortsRequest, PipelineMovementRequest,
    PlanEventRequest, PlaybookSummary, PresetPlaybookRequest, ReplayHistoryRequest, ReviewRequest, SCHEMA_VERSION,
    WeightedForecastRequest, WhatIfRequest, WinTimingRequest, WireError,
};

/// The JSON Schema of every request, fact and verdict, as one document: the types stand in `$defs`, and `x-ops` names
/// the request and the response of every operation.
///
/// # Examples
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&keyaccount_wire::schema_json())?;
/// assert_eq!(schema["x-ops"]["review"]["request"], "#/$defs/ReviewRequest");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn schema_json() -> String {
    let mut document = Document::new();
    document.op::<ApplyEventRequest, Judged<TransitionVerdict>>("apply_event");
    document.op::<PlanEventRequest, Judged<PlanVerdict>>("plan_event");
    document.op::<ReplayHistoryRequest, Judged<HistoryVerdict>>("replay_history");
    document.op::<AnalyseFunnelRequest, Judged<FunnelVerdict>>("analyse_funnel");
    document.op::<PipelineMovementRequest, Judged<MovementVerdict>>("pipeline_movement");
    document.op::<OpportunityCohortsRequest, Judged<CohortsVerdict>>("opportunity_cohorts");
    document.op::<WeightedForecastRequest, Judged<ForecastVerdict>>("weighted_forecast");
    document.op::<crate::RollUpForecastRequest, Judged<keyaccount::RollUpVerdict>>("roll_up_forecast");
    document.op::<LearnWinRatesRequest, Judged<LearnedRates>>("learn_win_rates");
    document.op::<WinTimingRequest, Judged<TimingVerdict>>("win_timing");
    document.op::<LearnMarketCorrelationRequest, Judged<MarketCorrelationVerdict>>("learn_market_correlation");
    document.op::<BookDistributionRequest, DealDistribution>("book_distribution");
    document.op::<ForecastBookingsRequest, Judged<BookingForecastVerdict>>("forecast_bookings");
    document.op::<WhatIfRequest, Judged<ScenarioVerdict>>("what_if");
    document.op::<BacktestForecastRequest, Judged<BacktestVerdict>>("backtest_forecast");
    document.op::<CheckCoverageRequest, Judged<CoverageVerdict>>("check_coverage");
    document.op::<crate::DecisionChainRequest, Judged<keyaccount::ChainVerdict>>("decision_chain");
    document.op::<crate::SupportBaseRequest, Judged<keyaccount::SupportVerdict>>("support_base");
    document.op::<crate::CheckGatesRequest, Judged<keyaccount::GatesVerdict>>("check_gates");
    document.op::<crate::CommitteeMapRequest, Judged<keyaccount::CommitteeMap>>("committee_map");
    document.op::<crate::DiagnoseOpportunityRequest, Judged<keyaccount::DiagnosisVerdict>>("diagnose_opportunity");
    document.op::<JudgeLoyaltyRequest, Judged<LoyaltyVerdict>>("judge_loyalty");
    document.op::<JudgeLifecycleRequest, Judged<LifecycleVerdict>>("judge_lifecycle");
    document.op::<crate::ScoreRfmRequest, Judged<keyaccount::RfmVerdict>>("score_rfm");
    document.op::<crate::ValueConcentrationRequest, Judged<keyaccount::ConcentrationVerdict>>("value_concentration");
    document.op::<crate::PurchaseTrajectoryRequest, Judged<keyaccount::TrajectoryVerdict>>("purchase_trajectory");
    document.op::<crate::CrossSellRequest, Judged<keyaccount::CrossSellVerdict>>("cross_sell");
    document.op::<crate::LifecycleHistoryRequest, Judged<keyaccount::LifecycleHistoryVerdict>>("lifecycle_history");
    document.op::<crate::LifecycleTransitionsRequest, Judged<keyaccount::LifecycleTransitionsVerdict>>(
        "lifecycle_transitions",
    );
    document.op::<crate::ClassifyKeyAccountsRequest, Judged<keyaccount::KeyAccountsVerdict>>("classify_key_accounts");
    document.op::<crate::SummarisePurchasesRequest, Judged<keyaccount::SummariesVerdict>>("summarise_purchases");
    document.op::<crate::FitPurchaseModelRequest, Judged<keyaccount::PurchaseModelFit>>("fit_purchase_model");
    document.op::<crate::ScorePurchaseModelRequest, keyaccount::ScoreColumns>("score_purchase_model");
    document.op::<crate::PurchaseModelGridRequest, keyaccount::PurchaseGrid>("purchase_model_grid");
    document.op::<crate::FitRoundModelRequest, Judged<keyaccount::RoundModelFit>>("fit_round_model");
    document.op::<crate::ScoreRoundModelRequest, keyaccount::RoundScoreColumns>("score_round_model");
    document.op::<crate::FitSpendModelRequest, Judged<keyaccount::SpendModelFit>>("fit_spend_model");
    document.op::<crate::ScoreSpendModelRequest, keyaccount::SpendScoreColumns>("score_spend_model");
    document.op::<crate::JudgeLifetimeValueRequest, Judged<keyaccount::LifetimeVerdict>>("judge_lifetime_value");
    document
        .op::<crate::ValidatePurchaseModelsRequest, Judged<keyaccount::ValidationVerdict>>("validate_purchase_models");
    document.op::<crate::AliveHistoryRequest, Judged<keyaccount::AliveHistory>>("alive_history");
    document.op::<crate::RetentionWhatIfRequest, Judged<keyaccount::RetentionVerdict>>("retention_what_if");
    document.op::<DetectSignalsRequest, Judged<SignalsVerdict>>("detect_signals");
    document.op::<ReviewRequest, Review>("review");
    document.op::<CheckPlaybookRequest, PlaybookSummary>("check_playbook");
    document.op::<crate::ErasePersonalFieldsRequest, Judged<keyaccount::ErasureVerdict>>("erase_personal_fields");
    document.op::<CheckBookRequest, BookCheck>("check_book");
    document.op::<PresetPlaybookRequest, PlaybookDraft>("preset_playbook");
    document.op::<LabelsRequest, Labels>("labels");
    document.finish()
}

struct Document {
    requests: SchemaGenerator,
    responses: SchemaGenerator,
    ops: Map<String, Value>,
}

impl Document {
    fn new() -> Self {
        let generator = |contract: Contract| {
            let mut settings = SchemaSettings::draft2020_12();
            settings.contract = contract;
            SchemaGenerator::new(settings)
        };
        // What is read may leave optional fields out; what is written has every field.
        Self { requests: generator(Contract::Deserialize), responses: generator(Contract::Serialize), ops: Map::new() }
    }

    fn op<Request: JsonSchema, Response: JsonSchema>(&mut self, op: &str) {
        self.requests.subschema_for::<Request>();
        self.responses.subschema_for::<Response>();
        let reference = |name: std::borrow::Cow<'static, str>| format!("#/$defs/{name}");
        let entry =
            json!({ "request": reference(Request::schema_name()), "response": reference(Response::schema_name()) });
        self.ops.insert(op.to_owned(), entry);
    }

    fn finish(mut self) -> String {
        self.responses.subschema_for::<WireError>();
        let mut definitions = self.responses.take_definitions(true);
        // Types on both sides are described as they may be read, which what is written always satisfies.
        definitions.extend(self.requests.take_definitions(true));
        let mut document = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "keyaccount",
            "x-schema-version": SCHEMA_VERSION,
            "x-ops": self.ops,
            "$defs": definitions,
        });
        plain_descriptions(&mut document);
        serde_json::to_string_pretty(&document).unwrap_or_default()
    }
}

/// Leaves of every description what a reader of any language can use: no Rust examples, no links into Rust's docs.
fn plain_descriptions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description") {
                let meaning = text.split("\n# ").next().unwrap_or_default().trim();
                *text = meaning.replace("[`", "`").replace("`]", "`");
            }
            fields.values_mut().for_each(plain_descriptions);
        }
        Value::Array(items) => items.iter_mut().for_each(plain_descriptions),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
