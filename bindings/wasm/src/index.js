// The public API for browsers and bundlers. Node enters through node.js, which loads the module itself.
import loadModule, { call as callModule, schema as moduleSchema } from "../dist/keyaccount_wasm.js";
import { encodeRequest } from "./encode.js";
import { KeyaccountError } from "./error.js";

export { KeyaccountError };

let ready = false;
let loading = null;

/** Loads the WebAssembly module, once. Not needed in Node. */
export async function init(moduleOrPath) {
  loading ??= loadModule({
    module_or_path: moduleOrPath ?? new URL("../dist/keyaccount_wasm_bg.wasm", import.meta.url),
  });
  try {
    await loading;
  } catch (cause) {
    loading = null;
    throw new KeyaccountError({ code: "not_loaded", message: `the WebAssembly module did not load: ${cause}` }, { cause });
  }
  ready = true;
}

/** For node.js only: the module is loaded already. */
export function markLoaded() {
  ready = true;
  loading = Promise.resolve();
}

/** Runs one operation on JSON text and returns the answer's JSON text: an envelope, also for errors. */
export function call(op, requestText) {
  if (!ready) {
    throw new KeyaccountError({ code: "not_loaded", message: "call `await init()` first" });
  }
  try {
    return callModule(String(op), String(requestText));
  } catch (cause) {
    throw new KeyaccountError({ code: "internal_error", message: String(cause?.message ?? cause) }, { cause });
  }
}

/** The JSON Schema of every request and response, as JSON text. */
export function schema() {
  if (!ready) {
    throw new KeyaccountError({ code: "not_loaded", message: "call `await init()` first" });
  }
  return moduleSchema();
}

function operation(op) {
  return (request) => {
    const answer = JSON.parse(call(op, encodeRequest(request)));
    if (answer.error !== null) throw new KeyaccountError(answer.error);
    return answer.ok;
  };
}

export const applyEvent = operation("apply_event");
export const planEvent = operation("plan_event");
export const replayHistory = operation("replay_history");
export const analyseFunnel = operation("analyse_funnel");
export const pipelineMovement = operation("pipeline_movement");
export const opportunityCohorts = operation("opportunity_cohorts");
export const weightedForecast = operation("weighted_forecast");
export const rollUpForecast = operation("roll_up_forecast");
export const learnWinRates = operation("learn_win_rates");
export const winTiming = operation("win_timing");
export const learnMarketCorrelation = operation("learn_market_correlation");
export const bookDistribution = operation("book_distribution");
export const forecastBookings = operation("forecast_bookings");
export const whatIf = operation("what_if");
export const backtestForecast = operation("backtest_forecast");
export const checkCoverage = operation("check_coverage");
export const supportBase = operation("support_base");
export const decisionChain = operation("decision_chain");
export const checkGates = operation("check_gates");
export const diagnoseOpportunity = operation("diagnose_opportunity");
export const committeeMap = operation("committee_map");
export const erasePersonalFields = operation("erase_personal_fields");
export const judgeLoyalty = operation("judge_loyalty");
export const judgeLifecycle = operation("judge_lifecycle");
export const scoreRfm = operation("score_rfm");
export const valueConcentration = operation("value_concentration");
export const purchaseTrajectory = operation("purchase_trajectory");
export const crossSell = operation("cross_sell");
export const lifecycleHistory = operation("lifecycle_history");
export const lifecycleTransitions = operation("lifecycle_transitions");
export const classifyKeyAccounts = operation("classify_key_accounts");
export const summarisePurchases = operation("summarise_purchases");
export const fitPurchaseModel = operation("fit_purchase_model");
export const scorePurchaseModel = operation("score_purchase_model");
export const purchaseModelGrid = operation("purchase_model_grid");
export const fitRoundModel = operation("fit_round_model");
export const scoreRoundModel = operation("score_round_model");
export const fitSpendModel = operation("fit_spend_model");
export const scoreSpendModel = operation("score_spend_model");
export const judgeLifetimeValue = operation("judge_lifetime_value");
export const validatePurchaseModels = operation("validate_purchase_models");
export const aliveHistory = operation("alive_history");
export const retentionWhatIf = operation("retention_what_if");
export const detectSignals = operation("detect_signals");
export const review = operation("review");
export const checkPlaybook = operation("check_playbook");
export const checkBook = operation("check_book");
export const presetPlaybook = operation("preset_playbook");
export const labels = operation("labels");
