// What is asked of the library after the review, each question once: the same question has the same answer.
import { KeyaccountError, call } from "../../bindings/wasm/src/index.js";
import { encodeRequest } from "../../bindings/wasm/src/encode.js";

/** The questions about a book as of a day; `asked` is `{ book, playbook, as_of }`. */
export function furtherQuestions(asked) {
  const answers = new Map();
  const keyOf = (op, options) => JSON.stringify([op, options]);
  /** A question; `fixed` are those of `asked` that it takes. `question.knows(options)`: whether it was answered already. */
  const ask = (op, fixed = asked) => {
    const question = (options) => {
      const key = keyOf(op, options);
      if (!answers.has(key)) answers.set(key, verdictOf(op, { ...fixed, ...options }));
      return answers.get(key);
    };
    question.knows = (options) => answers.has(keyOf(op, options));
    return question;
  };
  const { as_of: _, ...undated } = asked;
  const { book: __, ...bookless } = asked;
  return {
    /** What will be booked: `{ period_unit, period_count, basis, quota }`. */
    bookings: ask("forecast_bookings"),
    /** The same before and after some `changes`. */
    whatIf: ask("what_if"),
    /** How forecasts of past periods did: `{ period_unit }`. */
    backtest: ask("backtest_forecast"),
    /** Everything about one opportunity, and what to do next: `{ opportunity }`. */
    diagnosis: ask("diagnose_opportunity"),
    /** Who is in its buying committee, and how they stand to each other and to us: `{ opportunity }`. */
    committee: ask("committee_map"),
    /** How often, how lately and for how much accounts buy: `{ method, recency }`. */
    segments: ask("score_rfm"),
    /** How few hold how much: `{ by }`. */
    concentration: ask("value_concentration"),
    /** How accounts moved between phases: `{ from, to, step }`. */
    transitions: ask("lifecycle_transitions", undated),
    /** Which are key accounts, of which kind, in which tier: `{}`. */
    keyAccounts: ask("classify_key_accounts"),
    /** What accounts are worth: `{}`. */
    lifetimes: ask("judge_lifetime_value"),
    /** Whether such models were right: `{ calibration_end }`. */
    validation: ask("validate_purchase_models"),
    /** What keeping more of them would change: `{ change }`, and from figures of one's own: `{ change, figures }`. */
    retention: ask("retention_what_if"),
    retentionOfFigures: ask("retention_what_if", bookless),
    /** What comparable accounts buy: `{ account, basis }`. */
    crossSell: ask("cross_sell"),
    /** How an account has been buying: `{ account }`. */
    trajectory: ask("purchase_trajectory"),
    /** The phases of its whole life: `{ account }`. */
    history: ask("lifecycle_history"),
    /** How probable it was that it still buys: `{ account, step_days }`. */
    alive: ask("alive_history"),
  };
}

function verdictOf(op, request) {
  const answer = JSON.parse(call(op, encodeRequest(request)));
  if (answer.error !== null) throw new KeyaccountError(answer.error);
  return answer.ok.verdict;
}
