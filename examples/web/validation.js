// Was such a model right? Fitted on what was known on a past day, and held against what came after it.
import { drawing, el, legendKey, longTable, svg, table } from "./dom.js";
import { known, why } from "./parts.js";
import { drawPlane } from "./plane.js";
import { ticks } from "./scale.js";
import { timeAxis } from "./time.js";

const SCORES = [
  ["rank_correlation", "score"], ["area_under_curve", "score"], ["mean_absolute_error", "score"], ["root_mean_square_error", "score"],
];
const SHOWN = 9;

export function validationView(verdict, ui) {
  const { words, format } = ui;
  const { methods, accounts, steps } = verdict;
  if (accounts === 0) return [el("p", { class: "quiet nothing" }, words.t("nobodyYet")), why(verdict.reasons, ui)];
  const fitted = methods.filter(({ expected_cumulative: sums }) => sums.length > 0);
  return [
    el("p", { class: "figure said" }, words.t("validationSentence", {
      accounts: format.number(accounts), end: format.dateText(verdict.calibration_end), again: format.number(verdict.bought_again), actual: format.number(verdict.actual), days: format.number(verdict.holdout_days),
    })),
    el("div", { class: "halves" },
      el("div", {},
        el("ul", { class: "legend" },
          legendKey(words.t("actual"), 26, svg("path", { class: "actual-line", d: "M1,5 H25" })),
          fitted.map((method, place) => legendKey(words.word("prediction_method", method.method), 26, svg("g", { class: `series series-${place}` }, svg("path", { class: "trace", d: "M1,5 H25" })))),
          legendKey(words.t("calibrationEnd"), 8, svg("line", { class: "split-line", x1: 4, x2: 4, y1: 0, y2: 10 }))),
        steps.length < 2 ? null : drawing((width) => drawCumulative(verdict, fitted, width, ui)),
        fitted.length === 0 ? el("p", { class: "quiet note" }, words.t("noModelFitted")) : null),
      el("div", {}, scoresTable(verdict, ui),
        fitted.length === 0 ? null : el("details", {}, el("summary", {}, words.t("calibrationTable")), calibrationTable(fitted, ui)),
        el("details", {}, el("summary", {}, words.t("holdoutTable")), holdoutTable(methods.filter(({ holdout }) => holdout.length > 0), ui)),
        why(verdict.reasons, ui))),
  ];
}

function scoresTable({ methods, best_by: best }, ui) {
  const { words, format } = ui;
  const isBest = (method, score) => best.some((one) => one.method === method && one.score === score);
  return table(words.t("validation"), [
    { label: words.t("methodHead"), cell: (row) => [words.word("prediction_method", row.method),
      row.fit === null ? el("span", { class: "line quiet" }, words.t("withoutModel")) : el("span", { class: "line quiet" }, words.word("fit_status", row.fit.found.status))] },
    ...SCORES.map(([score]) => ({ label: words.word("prediction_score", score), number: true, cell: (row) => (row.scores === null ? "–"
      : [known(row.scores[score], format.score, ui), isBest(row.method, score) ? el("b", { class: "calm" }, " ★") : null]) })),
    { label: words.t("predictedSum"), number: true, cell: (row) => (row.scores === null ? "–" : format.tenth(row.scores.predicted)) },
  ], methods, { class: "wide" });
}

function drawCumulative(verdict, fitted, width, { words, format }) {
  const { steps, calibration_start: first, calibration_end: end } = verdict;
  const sums = [...steps.map((step) => step.actual_cumulative), ...fitted.flatMap((method) => method.expected_cumulative.map(Number))];
  const axis = ticks(Math.max(1, ...sums), 4);
  const across = timeAxis(first, steps.at(-1).last, width, format);
  const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  return drawPlane(width, {
    label: words.t("cumulativeChart"), x: across, y: { from: 0, to: axis.at(-1), ticks: axis, text: (value) => format.compact(value), title: words.t("cumulativeAxis") },
    draw: (x, y) => {
      const line = (values) => `M${values.map((value, place) => `${x(day(steps[place].last)).toFixed(1)},${y(Number(value)).toFixed(1)}`).join(" L")}`;
      return [
        svg("line", { class: "split-line", x1: x(day(end)), x2: x(day(end)), y1: y(0), y2: y(axis.at(-1)) }),
        fitted.map((method, place) => svg("g", { class: `series series-${place}`, "data-method": method.method }, svg("path", { class: "trace", d: line(method.expected_cumulative) }))),
        svg("path", { class: "actual-line", d: line(steps.map((step) => step.actual_cumulative)) }),
      ];
    },
  });
}

function repeats({ repeats: count, or_more: more }, { words, format }) {
  return words.t(more ? "orMore" : "exactly", { count: format.number(count) });
}

/** How many accounts bought again so often, and how many each model expects. */
function calibrationTable(fitted, ui) {
  const { words, format } = ui;
  return longTable(words.t("calibrationTable"), [
    { label: words.t("repeatOrders"), cell: (place) => repeats(fitted[0].calibration[place], ui) },
    { label: words.t("actual"), number: true, cell: (place) => format.number(fitted[0].calibration[place].actual) },
    ...fitted.map((method) => ({ label: words.word("prediction_method", method.method), number: true, cell: (place) => format.tenth(method.calibration[place].expected) })),
  ], fitted[0].calibration.map((_, place) => place), SHOWN, (count) => words.t("showMore", { count }));
}

function holdoutTable(methods, ui) {
  const { words, format } = ui;
  if (methods.length === 0) return el("p", { class: "quiet" }, words.t("nobodyYet"));
  const mean = (value) => (value === null ? "–" : format.figures(value));
  return longTable(words.t("holdoutTable"), [
    { label: words.t("repeatOrders"), cell: (place) => repeats(methods[0].holdout[place], ui) },
    { label: words.t("accountsShort"), number: true, cell: (place) => format.number(methods[0].holdout[place].accounts) },
    { label: words.t("actual"), number: true, cell: (place) => mean(methods[0].holdout[place].actual_mean) },
    ...methods.map((method) => ({ label: words.word("prediction_method", method.method), number: true, cell: (place) => mean(method.holdout[place].predicted_mean) })),
  ], methods[0].holdout.map((_, place) => place), SHOWN, (count) => words.t("showMore", { count }), { class: "wide" });
}
