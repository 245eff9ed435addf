// How long opportunities stay in each stage: the middle half of them, the median, and where a stay counts as stalled.
import { drawing, el, legendKey, svg, table } from "./dom.js";
import { drawRows } from "./rows.js";
import { ticks } from "./scale.js";

export function dwellView(pipeline, ui) {
  const { words } = ui;
  return [
    el("ul", { class: "legend" },
      legendKey(words.t("middleHalf"), 22, svg("rect", { class: "range", x: 1, y: 1, width: 20, height: 8 })),
      legendKey(words.t("median"), 8, svg("line", { class: "median", x1: 4, x2: 4, y1: 0, y2: 10 })),
      legendKey(words.t("notReached"), 22, arrow(1, 20, 5)),
      legendKey(words.t("stallMark"), 8, stallMark(4, 0, 10))),
    drawing((width) => drawDwell(pipeline, width, ui)),
    el("p", { class: "quiet note" }, words.t("dwellNote")),
    pipeline.visits_to_unknown_stages === 0 ? null
      : el("p", { class: "quiet note" }, words.t("unknownStages", { count: ui.format.number(pipeline.visits_to_unknown_stages) })),
    el("details", {}, el("summary", {}, words.t("asTable")), dwellTable(pipeline, ui)),
  ];
}

function drawDwell({ pipeline, stages }, width, { words, format }) {
  const days = (value, none) => (value === null ? none : words.t("days", { count: format.number(value) }));
  const rows = stages.map(({ stage, time }) => ({
    name: words.stage(pipeline, stage),
    stage,
    time,
    cells: [days(time.median_days, time.opportunities === 0 ? "–" : words.t("notReachedShort")), format.number(time.opportunities), format.number(time.still_in_it)],
  }));
  const known = stages.flatMap(({ time }) => [time.lower_quartile_days, time.median_days, time.upper_quartile_days, time.stall_after_days]);
  const axis = ticks(Math.max(7, ...known), 4);
  return drawRows(width, {
    label: words.t("dwell"), heads: ["median", "headDeals", "headStill"].map((key) => words.t(key)), rows, highest: axis.at(-1) * 1.06,
    axis: { ticks: axis, text: (value) => (value === 0 ? "0" : words.t("days", { count: format.number(value) })) },
    bars: (x, placed) => placed.map((row) => svg("g", { "data-stage": row.stage }, svg("title", {}, said(row, words, days)), shapes(row, x))),
  });
}

/** A quartile that was not reached is not 0 and not the axis' end: the range stays open, with an arrow. */
function shapes({ time, top, height, end }, x) {
  const { lower_quartile_days: lower, median_days: median, upper_quartile_days: upper, stall_after_days: stall } = time;
  const middle = top + height / 2;
  const drawn = [];
  if (time.opportunities > 0) {
    const closed = upper ?? median ?? lower;
    const place = { y: top + 2, height: height - 4 };
    if (lower !== null && closed > lower) drawn.push(svg("rect", { class: "range", x: x(lower), width: Math.max(2, x(closed) - x(lower)), ...place }));
    if (lower !== null && closed === lower) drawn.push(svg("rect", { class: "range", x: x(lower) - 0.5, width: 1, ...place }));
    if (upper === null) drawn.push(arrow(x(closed ?? 0), end - 1, middle));
    if (median !== null) drawn.push(svg("line", { class: "median", x1: x(median), x2: x(median), y1: top - 1, y2: top + height + 1 }));
  }
  if (stall !== null) drawn.push(stallMark(x(stall), top - 3, top + height + 3));
  return drawn;
}

function arrow(from, to, y) {
  return svg("g", { class: "unreached" },
    svg("line", { x1: from, x2: to, y1: y, y2: y }), svg("path", { d: `M${to - 5},${y - 4} l5,4 l-5,4` }));
}

/** A dashed line with a foot and a head, so that it is not taken for the median. */
function stallMark(x, top, bottom) {
  return svg("g", { class: "stall" },
    svg("line", { x1: x, x2: x, y1: top, y2: bottom }), svg("path", { d: `M${x - 3.5},${top} h7 l-3.5,4.5 z` }));
}

function said({ name, time }, words, days) {
  if (time.opportunities === 0) return `${name}: ${words.t("noneWasHere")}`;
  const parts = [["lowerQuartile", time.lower_quartile_days], ["median", time.median_days], ["upperQuartile", time.upper_quartile_days]];
  const text = parts.map(([key, value]) => `${words.t(key)} ${days(value, words.t("notReached"))}`);
  if (time.stall_after_days !== null) text.push(words.t("stallsAfter", { count: time.stall_after_days }));
  return `${name}: ${text.join(words.language === "en" ? ", " : "，")}`;
}

function dwellTable({ pipeline, stages }, { words, format }) {
  const days = (value, row) => (value !== null ? format.number(value) : row.time.opportunities === 0 ? "–" : words.t("notReached"));
  const column = (key, cell) => ({ label: words.t(key), number: true, cell });
  return table(words.t("dwell"), [
    { label: words.t("stage"), cell: (row) => words.stage(pipeline, row.stage) },
    column("headDeals", (row) => format.number(row.time.opportunities)),
    column("headStill", (row) => format.number(row.time.still_in_it)),
    column("visits", (row) => format.number(row.time.visits)),
    column("lowerQuartile", (row) => days(row.time.lower_quartile_days, row)),
    column("median", (row) => days(row.time.median_days, row)),
    column("upperQuartile", (row) => days(row.time.upper_quartile_days, row)),
    column("meanFinished", (row) => (row.time.mean_days_of_finished === null ? "–" : format.tenth(row.time.mean_days_of_finished))),
    column("parkedDays", (row) => format.number(row.time.parked_days)),
    column("stallMark", (row) => (row.time.stall_after_days === null ? "–" : format.number(row.time.stall_after_days))),
  ], stages, { class: "wide" });
}
