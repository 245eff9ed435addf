// What is asked of the library after the review, each question once: the same question has the same answer.
import { KeyaccountError, call } from "../../bindings/wasm/src/index.js";
import { encodeRequest } from "../../bindings/wasm/src/encode.js";

/** The questions about a book as of a day; `asked` is `{ book, playbook, as_of }`. */
export function furtherQuestions(asked) {
  const answers = new Map();
  const ask = (op) => (options) => {
    const key = JSON.stringify([op, options]);
    if (!answers.has(key)) answers.set(key, verdictOf(op, { ...asked, ...options }));
    return answers.get(key);
  };
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
  };
}

function verdictOf(op, request) {
  const answer = JSON.parse(call(op, encodeRequest(request)));
  if (answer.error !== null) throw new KeyaccountError(answer.error);
  return answer.ok.verdict;
}
