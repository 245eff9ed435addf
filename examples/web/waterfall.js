// The waterfall of a pipeline: what it held on one day, what came in, what went out, and what it held on another.
import { drawing, el, legendKey, svg, table } from "./dom.js";
import { drawRows } from "./rows.js";
import { ticks } from "./scale.js";

/** The lines of a movement, first what adds and then what takes away; opening plus and minus them is closing, exactly. */
const LINES = [
  ["opening", "level"],
  ["created", "up"], ["reopened", "up"], ["increased", "up"], ["amount_set", "up"], ["pulled_in", "up"], ["moved_in", "up"], ["currency_in", "up"],
  ["decreased", "down"], ["amount_cleared", "down"], ["pushed_out", "down"], ["won", "down"], ["lost", "down"], ["moved_out", "down"], ["currency_out", "down"],
  ["closing", "level"],
];
/** They cancel out in a sum over stages. */
const BETWEEN_STAGES = ["moved_in", "moved_out"];
const SIGNS = { level: "", up: "+", down: "−" };
const MARKS = { level: "■", up: "▲", down: "▼" };

/** `effect` is what changed rates did to a sum over currencies; null in a currency of its own. */
export function waterfallView({ currency, total, effect }, ui) {
  const { words, format } = ui;
  const key = (kind) => legendKey(`${MARKS[kind]} ${words.t(`waterfall_${kind}`)}`, 16, block(kind, kind, 1, 1, 14, 8));
  const rows = LINES.filter(([line]) => !BETWEEN_STAGES.includes(line)).map(([line, kind]) => ({ line, kind, ...total[line] }));
  if (effect !== null) rows.splice(-1, 0, rateEffect(effect));
  return [
    el("ul", { class: "legend" }, ["level", "up", "down"].map(key)),
    drawing((width) => drawWaterfall(rows.filter(isSaid), currency, width, ui)),
    el("details", {}, el("summary", {}, words.t("asTable")),
      table(words.t("movementOf"), [
        { label: words.t("line"), cell: (row) => words.movement(row.line) },
        { label: words.t("amountIn", { currency }), number: true, cell: (row) => [Number(row.amount) === 0 ? "" : SIGNS[row.kind], format.amount(row.amount)] },
        { label: words.t("headDeals"), number: true, cell: (row) => (row.count === null ? "–" : format.number(row.count)) },
      ], rows, { class: "narrow" })),
  ];
}

/** The effect of rates as a line: it counts no opportunities. */
function rateEffect(effect) {
  const fell = effect.startsWith("-");
  return { line: "currency_effect", kind: fell ? "down" : "up", count: null, amount: fell ? effect.slice(1) : effect };
}

/** Opening and closing always; of the others those in which something happened. */
function isSaid({ kind, count, amount }) {
  return kind === "level" || (count === null ? Number(amount) !== 0 : count > 0);
}

function drawWaterfall(rows, currency, width, { words, format }) {
  let level = 0;
  const steps = rows.map((row) => {
    const amount = Number(row.amount);
    const before = row.kind === "level" ? 0 : level;
    level = row.kind === "level" ? amount : row.kind === "up" ? level + amount : level - amount;
    return {
      ...row, before, after: level, name: `${MARKS[row.kind]} ${words.movement(row.line)}`, strong: row.kind === "level",
      cells: [`${SIGNS[row.kind]}${format.amountText(row.amount)}`, row.count === null ? "–" : format.number(row.count)],
    };
  });
  const axis = ticks(Math.max(1, ...steps.flatMap(({ before, after }) => [before, after])), 4);
  return drawRows(width, {
    label: words.t("movementOf"), heads: [currency, words.t("headDeals")], rows: steps, highest: axis.at(-1),
    axis: { ticks: axis, text: (value) => format.compact(value) },
    bars: (x, placed) => placed.map((row, place) => {
      const from = Math.min(x(row.before), x(row.after));
      const length = Math.abs(x(row.after) - x(row.before));
      const next = placed[place + 1];
      return svg("g", { "data-line": row.line, "data-amount": row.amount },
        svg("title", {}, `${words.movement(row.line)}: ${row.cells[0]} ${currency}`),
        block(row.kind, row.line, from, row.top, Number(row.amount) === 0 ? 1 : Math.max(2, length), row.height),
        next === undefined || row.stacked ? null : svg("line", { class: "step", x1: x(row.after), x2: x(row.after), y1: row.top + row.height, y2: next.top }));
    }),
  });
}

/** A bar. What goes out is hatched and what stays is dark, so that they can be told apart without colour. */
function block(kind, line, x, y, width, height) {
  const stripes = Math.max(0, Math.floor((width - 4) / 5) + 1);
  const path = Array.from({ length: stripes }, (_, stripe) => `M${x + stripe * 5 + 3},${y} v${height}`).join(" ");
  return svg("g", {}, svg("rect", { class: `block ${kind} ${line}`, x, y, width, height }),
    kind === "down" && stripes > 0 ? svg("path", { class: "stripe", d: path }) : null);
}

/** The lines in which something happened in any of several rows. */
export function linesOf(rows) {
  return LINES.map(([line, kind]) => ({ line, sign: SIGNS[kind] })).filter(({ line }) => rows.some(({ lines }) => lines[line].count > 0));
}
