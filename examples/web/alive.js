// How probable it was, day by day, that an account still buys, by what was known then of its orders.
import { drawing, el, legendKey, longTable, svg } from "./dom.js";
import { dayNumber } from "./format.js";
import { odds } from "./parts.js";
import { drawPlane } from "./plane.js";
import { reasonsView } from "./reasons.js";
import { timeAxis } from "./time.js";

const HEIGHTS = [0, 0.25, 0.5, 0.75, 1];
const SHOWN = 10;

export function aliveView(history, ui) {
  const { words, format } = ui;
  const { points, order_days: days } = history;
  if (points.length === 0) return [el("p", { class: "notice" }, "⚠ ", words.t(days.length === 0 ? "aliveWithoutOrder" : "noModelForOne")), reasonsView(history.reasons, ui)];
  const now = points.at(-1);
  return [
    el("p", { class: "figure said" }, odds(now.probability_alive, ui), el("small", {}, ` ${words.t("stillBuys", { date: format.dateText(now.on), days: format.number(now.days_since_last) })}`)),
    el("ul", { class: "legend" },
      legendKey(words.t("aliveShort"), 22, svg("line", { class: "curve", x1: 1, x2: 21, y1: 5, y2: 5 })),
      legendKey(words.t("ourOrder"), 8, svg("line", { class: "order", x1: 4, x2: 4, y1: 1, y2: 9 }))),
    drawing((width) => drawAlive(history, width, ui)),
    el("details", {}, el("summary", {}, words.t("asTable")), longTable(words.t("aliveHistory"), [
      { label: words.t("day"), cell: (row) => format.date(row.on) },
      { label: words.t("aliveShort"), number: true, cell: (row) => odds(row.probability_alive, ui) },
      { label: words.t("occasions"), number: true, cell: (row) => format.number(row.orders) },
      { label: words.t("sinceLast"), number: true, cell: (row) => words.t("days", { count: format.number(row.days_since_last) }) },
    ], points.toReversed(), SHOWN, (count) => words.t("showMore", { count }), { class: "narrow" })),
    el("details", { class: "why" }, el("summary", {}, words.t("why")), reasonsView(history.reasons, ui)),
  ];
}

function drawAlive({ points, order_days: days, as_of: asOf }, width, { words, format }) {
  return drawPlane(width, {
    label: words.t("aliveChart"), height: 200,
    x: timeAxis(points[0].on, asOf, width, format),
    y: { from: 0, to: 1, ticks: HEIGHTS, text: (value) => format.percentWhole(value), title: words.t("aliveAxis") },
    draw: (x, y) => [
      days.filter((day) => day >= points[0].on).map((day) => svg("line", { class: "order", "data-on": day, x1: x(dayNumber(day)), x2: x(dayNumber(day)), y1: y(0), y2: y(0.08) }, svg("title", {}, format.dateText(day)))),
      svg("path", { class: "curve", "data-points": points.length, d: `M${points.map((point) => `${x(dayNumber(point.on)).toFixed(1)},${y(Number(point.probability_alive)).toFixed(1)}`).join(" L")}` }),
    ],
  });
}
