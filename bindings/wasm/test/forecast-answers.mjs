// Answers written by hand for the operations of the forecast, put in the place of the package's own.
import { readFileSync } from "node:fs";

const verdictOf = (name) => JSON.parse(readFileSync(new URL(`../../../tests/charts/${name}.json`, import.meta.url), "utf8")).verdict;

export const bookings = verdictOf("bookings");
export const scenario = verdictOf("scenario");
export const backtest = verdictOf("backtest");

const PACKAGE = "/bindings/wasm/src/index.js";

/** Has a page ask for the forecast here; gives the list of what it asked. */
export async function answerForecasts(page) {
  const asked = [];
  await page.exposeFunction("forecastAsked", (op, request) => asked.push({ op, request: JSON.parse(request) }));
  await page.route((url) => url.pathname === PACKAGE && url.search === "", (route) => route.fulfill({ contentType: "text/javascript", body: program }));
  return asked;
}

/** The package with other answers: a local export stands before a starred one. */
const program = `
export * from "${PACKAGE}?own";
import { call as own } from "${PACKAGE}?own";
const ANSWERS = ${JSON.stringify({ bookings, scenario, backtest })};
const answers = {
  forecast_bookings: ({ basis, quota }) => ({ ...ANSWERS.bookings, basis, periods: ANSWERS.bookings.periods.map((row) => quota === null
    ? { ...row, quota: null, bookings: { ...row.bookings, quota: null } } : row) }),
  what_if: () => ANSWERS.scenario,
  backtest_forecast: () => ANSWERS.backtest,
};
export function call(op, text) {
  if (!(op in answers)) return own(op, text);
  const { book, playbook, ...request } = JSON.parse(text);
  window.forecastAsked(op, JSON.stringify(request));
  if (request.changes?.some((change) => change.close_date < "2026")) {
    return JSON.stringify({ ok: null, error: { code: "invalid_date", message: "the date has passed", problems: [] } });
  }
  return JSON.stringify({ ok: { left_out: [], verdict: answers[op](request) }, error: null });
}
`;
