// Written by hand: the functions. The shapes they take and return are generated: types.d.ts.
import type * as wire from "./types.js";

export type * from "./types.js";

/** A day: `2026-01-31`, or a Date at UTC midnight. */
export type Day = string | Date;

/** A playbook: a preset's name, a playbook itself, or a source that says its type. */
export type Playbook = wire.PlaybookPreset | wire.PlaybookDraft | wire.PlaybookSource;

/**
 * A request as a program writes it: `book` may be JSON text, `as_of` a Date, and `playbook` any
 * `Playbook`, or left out, which means the preset `six_stage`.
 */
export type Request<R> = Omit<R, "book" | "as_of" | "playbook"> &
  (R extends { book: infer B } ? { book: B | string } : unknown) &
  (R extends { as_of: string } ? { as_of: Day } : unknown) &
  ("playbook" extends keyof R ? { playbook?: Playbook | null } : unknown);

/** Loads the WebAssembly module, once. In Node it is loaded already. */
export function init(moduleOrPath?: URL | RequestInfo | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** Applies one event to an opportunity. */
export function applyEvent(request: Request<wire.ApplyEventRequest>): wire.ApplyEventResponse;
/** What would come of an event, without carrying it out. */
export function planEvent(request: Request<wire.PlanEventRequest>): wire.PlanEventResponse;
/** Replays an opportunity's history to its state on `as_of`. */
export function replayHistory(request: Request<wire.ReplayHistoryRequest>): wire.ReplayHistoryResponse;
/** Times, conversion, win rate, velocity, losses and conformance of every pipeline. */
export function analyseFunnel(request: Request<wire.AnalyseFunnelRequest>): wire.AnalyseFunnelResponse;
/** How the pipeline moved between two days, by stage and currency. */
export function pipelineMovement(request: Request<wire.PipelineMovementRequest>): wire.PipelineMovementResponse;
/** How the opportunities created in each month stood after so many months. */
export function opportunityCohorts(request: Request<wire.OpportunityCohortsRequest>): wire.OpportunityCohortsResponse;
/** Total and weighted pipeline. */
export function weightedForecast(request: Request<wire.WeightedForecastRequest>): wire.WeightedForecastResponse;
/** The forecast rolled up into cells by period, owner, team, stage, category and more. */
export function rollUpForecast(request: Request<wire.RollUpForecastRequest>): wire.RollUpForecastResponse;
/** Win rates learned from history, by stage and segment, with intervals and the counts behind them. */
export function learnWinRates(request: Request<wire.LearnWinRatesRequest>): wire.LearnWinRatesResponse;
/** The chances of each open opportunity to be won by the end of some days. */
export function winTiming(request: Request<wire.WinTimingRequest>): wire.WinTimingResponse;
/** How much deals have a common market in what decides them, as past fiscal quarters tell. */
export function learnMarketCorrelation(request: Request<wire.LearnMarketCorrelationRequest>): wire.LearnMarketCorrelationResponse;
/** The exact distribution of what a set of deals may bring. */
export function bookDistribution(request: wire.BookDistributionRequest): wire.BookDistributionResponse;
/** What will be booked in each of some periods, and how sure that is. */
export function forecastBookings(request: Request<wire.ForecastBookingsRequest>): wire.ForecastBookingsResponse;
/** The bookings of some periods before and after some changes, and what lies between them. */
export function whatIf(request: Request<wire.WhatIfRequest>): wire.WhatIfResponse;
/** How good the forecasts of past periods would have been, by each basis. */
export function backtestForecast(request: Request<wire.BacktestForecastRequest>): wire.BacktestForecastResponse;
/** Who covers which buying role in an opportunity, and the gaps. */
export function checkCoverage(request: Request<wire.CheckCoverageRequest>): wire.CheckCoverageResponse;
/** The support base of an opportunity: influence and heads for us, neutral, against, unknown, and who moved since a day. */
export function supportBase(request: Request<wire.SupportBaseRequest>): wire.SupportBaseResponse;
/** Who reports to, influences, knows and conflicts with whom, who counts most, and how to reach whom we need. */
export function decisionChain(request: Request<wire.DecisionChainRequest>): wire.DecisionChainResponse;
/** Whether an opportunity is past the three gates, and how far its nine information points are known. */
export function checkGates(request: Request<wire.CheckGatesRequest>): wire.CheckGatesResponse;
/** The six-step diagnosis of an opportunity, where it is stuck, and the next moves. */
export function diagnoseOpportunity(request: Request<wire.DiagnoseOpportunityRequest>): wire.DiagnoseOpportunityResponse;
/** A drawing of a buying committee: places, sizes, lines and contacts. */
export function committeeMap(request: Request<wire.CommitteeMapRequest>): wire.CommitteeMapResponse;
/** The facts without what is personal of some people. */
export function erasePersonalFields(request: wire.ErasePersonalFieldsRequest): wire.ErasePersonalFieldsResponse;
/** An account's loyalty, from its purchases. */
export function judgeLoyalty(request: Request<wire.JudgeLoyaltyRequest>): wire.JudgeLoyaltyResponse;
/** An account's lifecycle phase, from its purchases. */
export function judgeLifecycle(request: Request<wire.JudgeLifecycleRequest>): wire.JudgeLifecycleResponse;
/** Every account scored by recency, frequency and money, with the segment it falls in. */
export function scoreRfm(request: Request<wire.ScoreRfmRequest>): wire.ScoreRfmResponse;
/** How unevenly the money of a period is spread over accounts: Lorenz curve, Gini, 80/20 as measured. */
export function valueConcentration(request: Request<wire.ValueConcentrationRequest>): wire.ValueConcentrationResponse;
/** How an account has been buying over time: rhythm, season, probability of its silence, trend, next orders, what it stopped buying. */
export function purchaseTrajectory(request: Request<wire.PurchaseTrajectoryRequest>): wire.PurchaseTrajectoryResponse;
/** What comparable accounts buy and an account does not. */
export function crossSell(request: Request<wire.CrossSellRequest>): wire.CrossSellResponse;
/** The lifecycle phases of an account over its whole life. */
export function lifecycleHistory(request: Request<wire.LifecycleHistoryRequest>): wire.LifecycleHistoryResponse;
/** How the accounts of a book moved between lifecycle phases: columns and links of a flow chart. */
export function lifecycleTransitions(
  request: Request<wire.LifecycleTransitionsRequest>,
): wire.LifecycleTransitionsResponse;
/** Which accounts are key accounts, of which kind, and in which tier. */
export function classifyKeyAccounts(
  request: Request<wire.ClassifyKeyAccountsRequest>,
): wire.ClassifyKeyAccountsResponse;
/** What the purchase models need to know of each account: frequency, recency, age, mean spend. */
export function summarisePurchases(request: Request<wire.SummarisePurchasesRequest>): wire.SummarisePurchasesResponse;
/** Fits a model of repeat purchase, on summaries or on a book as of a day. */
export function fitPurchaseModel(request: Request<wire.FitPurchaseModelRequest>): wire.FitPurchaseModelResponse;
/** The scores of purchase summaries by a model with given parameters. */
export function scorePurchaseModel(request: wire.ScorePurchaseModelRequest): wire.ScorePurchaseModelResponse;
/** A purchase model over a grid of frequencies and recencies, for a heat map. */
export function purchaseModelGrid(request: wire.PurchaseModelGridRequest): wire.PurchaseModelGridResponse;
/** Fits the model of purchases in rounds (BG/BB): tenders, seasons, renewals. */
export function fitRoundModel(request: wire.FitRoundModelRequest): wire.FitRoundModelResponse;
/** The scores of accounts that buy in rounds by the BG/BB model with given parameters. */
export function scoreRoundModel(request: wire.ScoreRoundModelRequest): wire.ScoreRoundModelResponse;
/** Fits the model of what repeat purchases are worth (Gamma-Gamma). */
export function fitSpendModel(request: wire.FitSpendModelRequest): wire.FitSpendModelResponse;
/** What accounts are expected to spend on a purchase, by the Gamma-Gamma model with given parameters. */
export function scoreSpendModel(request: wire.ScoreSpendModelRequest): wire.ScoreSpendModelResponse;
/** What each account will buy, whether it still buys, and what it is worth. */
export function judgeLifetimeValue(request: Request<wire.JudgeLifetimeValueRequest>): wire.JudgeLifetimeValueResponse;
/** Purchase models fitted up to a past day, held against what came after, beside two baselines. */
export function validatePurchaseModels(request: Request<wire.ValidatePurchaseModelsRequest>): wire.ValidatePurchaseModelsResponse;
/** How probable it was, day by day, that an account still buys. */
export function aliveHistory(request: Request<wire.AliveHistoryRequest>): wire.AliveHistoryResponse;
/** What keeping more customers would change, from figures or from a book. */
export function retentionWhatIf(request: Request<wire.RetentionWhatIfRequest>): wire.RetentionWhatIfResponse;
/** High-risk signals of an account, with their evidence. */
export function detectSignals(request: Request<wire.DetectSignalsRequest>): wire.DetectSignalsResponse;
/** All verdicts for every account, and the portfolio's totals. */
export function review(request: Request<wire.ReviewRequest>): wire.ReviewResponse;
/** Every problem of a playbook. */
export function checkPlaybook(request: Request<wire.CheckPlaybookRequest>): wire.CheckPlaybookResponse;
/** Every damaged fact of a book. */
export function checkBook(request: Request<wire.CheckBookRequest>): wire.CheckBookResponse;
/** A playbook that comes with the library. */
export function presetPlaybook(request: wire.PresetPlaybookRequest): wire.PresetPlaybookResponse;
/** Names of stages, roles, phases and signals in a language. */
export function labels(request: Request<wire.LabelsRequest>): wire.LabelsResponse;

/** Runs one operation on JSON text; the answer is an envelope's JSON text, also for errors. */
export function call(op: string, requestText: string): string;

/** The JSON Schema of every request and response, as JSON text. */
export function schema(): string;

/** One thing that is wrong with the input. */
export interface ErrorProblem {
  readonly code: string;
  /** Such as `book.accounts[0].id`. */
  readonly path: string | null;
  readonly value: unknown;
  readonly allowed: unknown;
  readonly message: string;
}

/** An input that cannot mean anything. */
export class KeyaccountError extends Error {
  readonly name: "KeyaccountError";
  /** Stable name of the error. */
  readonly code: string;
  /** Where the first problem is. */
  readonly path: string | null;
  readonly problems: readonly ErrorProblem[];
  /** The whole error as the library sent it. */
  readonly details: { readonly code: string; readonly message: string; readonly problems: readonly ErrorProblem[] };
}
