// The stage timeline of an opportunity: one bar of its stays in stages, with what happened between them.
import { svg } from "./dom.js";
import { dayNumber } from "./format.js";
import { wide } from "./scale.js";

const TOP = 16;
const BAR = 26;
const HEIGHT = 66;

export function drawTimeline({ name, history }, width, { words, format, stages }) {
  const { timeline, state, as_of: asOf } = history;
  const first = dayNumber(timeline[0]?.entered ?? state.created_on);
  const last = Math.max(first + 1, ...timeline.map((visit) => dayNumber(visit.left ?? asOf)), dayNumber(lastDay(state, asOf)));
  const x = (day) => 1 + ((dayNumber(day) - first) / (last - first)) * (width - 2);
  const order = stages(history.pipeline).map((stage) => stage.id);
  const canvas = svg("svg", { class: "timeline", width, height: HEIGHT, role: "img", "aria-label": words.t("timeline", { name: name ?? history.opportunity }) });
  timeline.forEach((visit, position) => {
    const from = x(visit.entered);
    const to = Math.max(from + 2, x(visit.left ?? asOf));
    canvas.append(segment(visit, from, to, order, history.pipeline, words));
    const next = timeline[position + 1];
    if (visit.left !== null && next !== undefined && next.entered > visit.left) canvas.append(...closedGap(to, x(next.entered), next.entered, words, format));
  });
  if (state.parking !== null) canvas.append(...rest(x(state.parking.since), x(asOf), words));
  canvas.append(...endMark(state, x, words), ...axis(timeline[0]?.entered ?? state.created_on, last, width, format));
  return canvas;
}

/** The day on which the history ends, or goes on. */
function lastDay(state, asOf) {
  if (state.loss !== null) return state.loss.on;
  return state.realised_on ?? asOf;
}

function segment(visit, from, to, order, pipeline, words) {
  const number = order.indexOf(visit.stage);
  const name = words.stage(pipeline, visit.stage);
  const days = words.t("days", { count: visit.days });
  const again = visit.visit > 1 ? " ↩" : "";
  const full = `${name}${again}`;
  const room = to - from - 8;
  const label = [`${full} ${days}`, full, number < 0 ? "?" : `${number + 1}${again}`].find((text) => wide(text) <= room);
  return svg("g", {},
    svg("rect", { class: number < 0 ? "visit unknown" : "visit", style: number < 0 ? null : `--rung: ${(number + 1) / Math.max(1, order.length)}`, x: from, y: TOP, width: to - from, height: BAR }),
    svg("title", {}, `${full}: ${days}`),
    label ? svg("text", { class: "visit-label", x: from + 4, y: TOP + 17 }, label) : null);
}

/** Closed for a while, then reopened. */
function closedGap(from, to, day, words, format) {
  const label = words.t("closedGap");
  const mark = `↻ ${words.t("reopenMark", { date: format.dateText(day) })}`;
  return [
    svg("line", { class: "gap", x1: from, x2: to, y1: TOP + BAR / 2, y2: TOP + BAR / 2 }),
    wide(label) + 8 < to - from ? svg("text", { class: "axis", x: (from + to) / 2, y: TOP + BAR / 2 - 5, "text-anchor": "middle" }, label) : "",
    svg("line", { class: "reopen", x1: to, x2: to, y1: TOP - 4, y2: TOP + BAR + 3 }),
    svg("text", { class: "axis strong", x: to, y: TOP - 5, "text-anchor": "middle" }, mark),
  ];
}

function rest(from, to, words) {
  return [
    svg("rect", { class: "rest", x: from, y: TOP + BAR + 2, width: Math.max(2, to - from), height: 4 }),
    svg("text", { class: "axis strong", x: from, y: TOP - 5, "text-anchor": "start" }, `‖ ${words.t("restMark")}`),
  ];
}

function endMark(state, x, words) {
  const marks = [];
  const add = (day, sign, key) => {
    const at = x(day);
    marks.push(
      svg("line", { class: "end", x1: at, x2: at, y1: TOP - 4, y2: TOP + BAR + 3 }),
      svg("text", { class: "axis strong", x: at - 3, y: TOP - 5, "text-anchor": at < 60 ? "start" : "end" }, `${sign} ${words.t(key)}`));
  };
  if (state.booked_on !== null) add(state.booked_on, "●", "bookedOn");
  if (state.realised_on !== null) add(state.realised_on, "✓", "realisedOn");
  if (state.loss !== null) add(state.loss.on, "✕", "lost");
  return marks;
}

function axis(firstDay, last, width, format) {
  const lastText = new Date(last * 86_400_000).toISOString().slice(0, 10);
  const y = HEIGHT - 6;
  return [
    svg("text", { class: "axis", x: 1, y }, format.monthText(firstDay)),
    svg("text", { class: "axis", x: width - 1, y, "text-anchor": "end" }, format.monthText(lastText)),
  ];
}
