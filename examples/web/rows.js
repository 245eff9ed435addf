// A chart of rows, as the funnel, the times in stage and the waterfall are: a name, a bar, and columns of numbers. Where
// there is no room for them side by side, the bar goes below the words.
import { svg } from "./dom.js";
import { fitted, wide } from "./scale.js";

const GAP = 14;
const HEAD = 20;
const BAR = 16;
const AXIS = 20;
/** Below this a bar says nothing. */
const LEAST = 220;

/**
 * Draws the chart. `rows` are `{ name, cells, key, strong }` with a text in `cells` for each of `heads`; `axis` is
 * `{ ticks, text(tick), highest }` or null; `bars(x, rows)` gives what is drawn into each row, where `x(value)` is the
 * place of a value and each row has its `top`, `height` and `end` (the right edge), and whether it is `stacked`.
 */
export function drawRows(width, { label, heads, rows, highest, axis = null, bars }) {
  const columns = heads.map((head, place) => GAP + Math.max(wide(head), ...rows.map((row) => wide(row.cells[place]))));
  const words = columns.reduce((sum, column) => sum + column, 0);
  const names = Math.min(width * 0.36, 10 + Math.max(0, ...rows.map((row) => wide(row.name))));
  const stacked = width - words - names < LEAST;
  const [start, end] = stacked ? [2, width - 2] : [names, width - words];
  const pitch = stacked ? BAR + 28 : BAR + 12;
  const height = HEAD + rows.length * pitch + (axis === null ? 2 : AXIS);
  const x = (value) => start + (Math.max(0, Math.min(value, highest)) / (highest || 1)) * (end - start);
  const placed = rows.map((row, place) => ({ ...row, top: HEAD + place * pitch + (stacked ? 21 : 6), height: BAR, end, stacked }));
  const line = (row) => row.top + (stacked ? -7 : BAR / 2 + 4);

  const canvas = svg("svg", { class: "rows", width, height, role: "img", "aria-label": label });
  const rules = stacked ? placed.map(({ top }) => [top - 3, top + BAR + 3]) : [[HEAD + 2, height - AXIS + 3]];
  canvas.append(...(axis === null ? [] : axisLines(axis, x, rules, end, height)));
  canvas.append(...numbers(heads, columns, width, 12, "axis"));
  placed.forEach((row, place) => {
    const name = fitted(row.name, (stacked ? width - words : names) - 4);
    if (place > 0) canvas.append(svg("line", { class: "rule faint", x1: 0, x2: width, y1: HEAD + place * pitch, y2: HEAD + place * pitch }));
    canvas.append(
      svg("text", { class: row.strong ? "strong" : null, x: 0, y: line(row) }, name === row.name ? null : svg("title", {}, row.name), name),
      ...numbers(row.cells, columns, width, line(row), row.strong ? "strong" : null));
  });
  canvas.append(...bars(x, placed));
  return canvas;
}

/** Texts in columns, each ending where its column ends. */
function numbers(texts, columns, width, y, kind) {
  let right = width;
  return texts.map((_, place) => texts.length - 1 - place).map((place) => {
    const text = svg("text", { class: kind, x: right, y, "text-anchor": "end" }, texts[place]);
    right -= columns[place];
    return text;
  });
}

/** Rules behind the bars (but never behind words), and what they stand for. */
function axisLines({ ticks, text }, x, rules, end, height) {
  const last = ticks.length - 1;
  const room = last < 1 ? 0 : x(ticks[1]) - x(ticks[0]);
  const every = Math.ceil(Math.max(...ticks.map((tick) => wide(text(tick)) + 8)) / Math.max(1, room));
  return ticks.flatMap((tick, place) => [
    rules.map(([from, to]) => svg("line", { class: "rule", x1: x(tick), x2: x(tick), y1: from, y2: to })),
    place % every !== 0 ? null
      : svg("text", { class: "axis", x: x(tick), y: height - 5, "text-anchor": place === 0 ? "start" : x(tick) > end - 12 ? "end" : "middle" }, text(tick)),
  ]).flat().filter(Boolean);
}
