// The phases of an account's whole life, as a band in the lane of each phase.
import { drawing, el, legendKey, longTable, svg } from "./dom.js";
import { LANES } from "./flowchart.js";
import { dayNumber } from "./format.js";
import { why } from "./parts.js";
import { reasonView } from "./reasons.js";
import { wide } from "./scale.js";
import { timeAxis } from "./time.js";

const LANE = 22;
const BAR = 12;
const TOP = 4;
const SHOWN = 10;

export function historyView(history, ui) {
  const { words, format } = ui;
  const { spans } = history;
  if (spans.length === 0) return [el("p", { class: "quiet nothing" }, words.t("noHistory")), why(history.reasons, ui)];
  return [
    el("ul", { class: "legend" },
      legendKey(words.t("phaseSpan"), 22, svg("rect", { class: "span", x: 1, y: 1, width: 20, height: 8 })),
      spans.some((span) => span.in_high_risk_band) ? legendKey(words.word("lifecycle_phase", "high_risk"), 22, risky(1, 1, 20, 8)) : null,
      spans.some((span) => span.confirmed_on > span.from) ? legendKey(words.t("notConfirmedYet"), 22, svg("rect", { class: "span unconfirmed", x: 1, y: 1, width: 20, height: 8 })) : null),
    drawing((width) => drawHistory(history, width, ui)),
    el("p", { class: "quiet note" }, history.totals.filter(({ days }) => days > 0).map((total) =>
      `${words.word("lifecycle_phase", total.phase)} ${words.t("days", { count: format.number(total.days) })}`).join(" · ")),
    el("details", { class: "history-table" }, el("summary", {}, words.t("asTable")), longTable(words.t("history"), [
      { label: words.t("from"), cell: (span) => format.date(span.from) },
      { label: words.t("to"), cell: (span) => format.date(span.to) },
      { label: words.t("phase"), cell: (span) => [words.word("lifecycle_phase", span.phase), el("span", { class: "line quiet" }, words.word("relationship_phase", span.relationship))] },
      { label: words.t("daysHead"), number: true, cell: (span) => format.number(span.days) },
      { label: words.t("countedFrom"), cell: (span) => (span.at_once ? words.t("atOnce") : format.date(span.confirmed_on)) },
      { label: words.t("why"), cell: (span) => reasonView(span.reason, ui) },
    ], spans, SHOWN, (count) => words.t("showMore", { count }), { class: "wide" })),
    why(history.reasons, ui),
  ];
}

/** The band of high risk is hatched, so that it is seen without colour. */
function risky(x, y, width, height) {
  const stripes = Array.from({ length: Math.max(0, Math.floor((width - 2) / 5)) }, (_, stripe) => `M${(x + 2 + stripe * 5).toFixed(1)},${y + height} l4,${-height}`);
  return [svg("rect", { class: "span risk", x, y, width, height }), stripes.length === 0 ? null : svg("path", { class: "stripe", d: stripes.join(" ") })];
}

function drawHistory({ spans, as_of: asOf }, width, { words, format }) {
  const phase = (name) => words.word("lifecycle_phase", name);
  const lanes = LANES.filter((name) => spans.some((span) => span.phase === name));
  const left = 10 + Math.max(...lanes.map((name) => wide(phase(name))));
  const axis = timeAxis(spans[0].from, asOf, width - left, format);
  const x = (day) => left + ((dayNumber(day) - axis.from) / (axis.to - axis.from)) * (width - left - 2);
  const y = (name) => TOP + lanes.indexOf(name) * LANE;
  const bottom = TOP + lanes.length * LANE;
  const canvas = svg("svg", { class: "phases", width, height: bottom + 20, role: "img", "aria-label": words.t("historyChart") });
  for (const name of lanes) {
    canvas.append(svg("line", { class: "rule faint", x1: left, x2: width, y1: y(name) + BAR / 2 + 2, y2: y(name) + BAR / 2 + 2 }),
      svg("text", { class: "axis", x: 0, y: y(name) + BAR / 2 + 6 }, phase(name)));
  }
  let free = left - 1;
  for (const tick of axis.ticks) {
    const at = left + ((tick - axis.from) / (axis.to - axis.from)) * (width - left - 2);
    const text = axis.text(tick);
    const start = Math.min(at, width - wide(text));
    canvas.append(svg("line", { class: "rule", x1: at, x2: at, y1: TOP, y2: bottom }));
    if (start <= free) continue;
    canvas.append(svg("text", { class: "axis", x: start, y: bottom + 14 }, text));
    free = start + wide(text) + 4;
  }
  spans.forEach((span, place) => {
    const [from, to] = [x(span.from), x(span.to)];
    const long = Math.max(2, to - from);
    const sure = Math.min(Math.max(x(span.confirmed_on < span.from ? span.from : span.confirmed_on), from), from + long);
    const next = spans[place + 1];
    canvas.append(svg("g", { "data-phase": span.phase, "data-from": span.from, "data-to": span.to },
      svg("title", {}, `${phase(span.phase)}: ${format.dateText(span.from)} – ${format.dateText(span.to)} (${words.t("days", { count: format.number(span.days) })})`),
      span.in_high_risk_band ? risky(from, y(span.phase) + 2, long, BAR) : svg("rect", { class: "span", x: from, y: y(span.phase) + 2, width: long, height: BAR }),
      sure - from > 1 ? svg("rect", { class: "span unconfirmed", x: from, y: y(span.phase) + 2, width: sure - from, height: BAR }) : null,
      next === undefined ? null : svg("line", { class: "step", x1: x(next.from), x2: x(next.from), y1: y(span.phase) + 2 + BAR / 2, y2: y(next.phase) + 2 + BAR / 2 })));
  });
  return canvas;
}
