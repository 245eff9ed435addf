// Draws the flow: a column for each day, a lane for each phase (the healthiest at the top), bands for who went where.
import { svg } from "./dom.js";
import { fitted, wide } from "./scale.js";

/** From the healthiest phase to the least healthy; prospects stand beside them at the bottom. */
export const LANES = ["growth", "mature", "acquisition", "decline", "high_risk", "detached", "prospect"];
const NODE = 20;
/** Between neighbouring columns at least so much; else the drawing scrolls. */
const LEAST_PITCH = 34;
const TOP = 22;
const GAP = 14;
const LEAST_LANE = 16;
/** Pixels that all accounts together take, and what one of them takes at most. */
const DEPTH = 190;
const MOST_EACH = 15;

/** The look of a shift in a legend. */
export function shiftMark(shift) {
  return svg("path", { class: `flow-band ${shift}`, d: "M1,2 C10,2 16,2 25,2 V8 C16,8 10,8 1,8 z" });
}

export function drawFlow({ columns, periods, accounts }, width, { words, format, index }) {
  const each = Math.min(MOST_EACH, DEPTH / Math.max(1, accounts));
  const lanes = lanesOf(columns, each);
  const phase = (name) => words.word("lifecycle_phase", name);
  const names = Math.min(Math.max(60, width * 0.3), 8 + Math.max(...lanes.map(({ name }) => wide(phase(name)))));
  const pitch = columns.length < 2 ? 0 : Math.max(LEAST_PITCH, (width - names - NODE - 8) / (columns.length - 1));
  const size = { width: Math.max(width, Math.ceil(names + pitch * (columns.length - 1) + NODE + 8)), height: lanes.at(-1).top + lanes.at(-1).depth + 8 };
  const x = (place) => names + place * pitch;
  const lane = new Map(lanes.map((one) => [one.name, one]));
  const canvas = svg("svg", { class: "flow", ...size, role: "img", "aria-label": words.t("flowChart", { count: format.number(accounts) }) });
  for (const { name, top, depth } of lanes) {
    canvas.append(
      svg("line", { class: "rule faint", x1: 0, x2: size.width, y1: top + depth + GAP / 2, y2: top + depth + GAP / 2 }),
      svg("text", { class: "axis strong", x: 0, y: top + Math.min(depth, LEAST_LANE) / 2 + 4 }, fitted(phase(name), names - 6)));
  }
  const named = (link) => link.named.length === 0 ? "" : `\n${link.named.map((id) => index.name("account", id)).join(", ")}`;
  periods.forEach((period, place) => canvas.append(svg("g", { class: "bands" }, bands(period, place, { x, lane, each }).map(({ link, path }) =>
    svg("path", { class: `flow-band ${link.shift}`, d: path, "data-from": link.from, "data-to": link.to, "data-accounts": link.accounts },
      svg("title", {}, `${phase(link.from)} → ${phase(link.to)} (${words.word("phase_shift", link.shift)}): ${words.t("outOf", { count: link.accounts, all: link.of })}${named(link)}`))))));
  const every = Math.ceil(56 / Math.max(1, pitch));
  columns.forEach((column, place) => {
    const isLast = place === columns.length - 1;
    const isSaid = isLast || (place % every === 0 && columns.length - 1 - place >= every);
    const label = format.monthText(column.on);
    const middle = x(place) + NODE / 2;
    const right = middle + wide(label) / 2 > size.width;
    if (isSaid) canvas.append(svg("text", { class: "axis", x: right ? size.width : middle, y: 12, "text-anchor": right ? "end" : "middle" }, svg("title", {}, format.dateText(column.on)), label));
    canvas.append(svg("g", { "data-on": column.on }, column.nodes.filter((node) => node.accounts > 0).map((node) => {
      const { top } = lane.get(node.phase);
      const depth = node.accounts * each;
      return svg("g", { "data-phase": node.phase, "data-accounts": node.accounts },
        svg("title", {}, `${format.dateText(column.on)}: ${phase(node.phase)} ${node.accounts}`),
        svg("rect", { class: node.in_high_risk_band ? "flow-node risk" : "flow-node", x: x(place), y: top, width: NODE, height: Math.max(2, depth) }),
        svg("text", { class: "flow-count", x: middle, y: top + Math.max(depth, 10) / 2 + 4, "text-anchor": "middle" }, format.number(node.accounts)));
    })));
  });
  return canvas;
}

/** The lanes in which anybody ever is, from top to bottom, each as deep as it is at its fullest. */
function lanesOf(columns, each) {
  let top = TOP;
  const count = (column, name) => column.nodes.find((node) => node.phase === name)?.accounts ?? 0;
  return LANES.map((name) => ({ name, most: Math.max(...columns.map((column) => count(column, name))) })).filter(({ most }) => most > 0).map(({ name, most }) => {
    const one = { name, top, depth: Math.max(LEAST_LANE, most * each) };
    top += one.depth + GAP;
    return one;
  });
}

/** The bands of a period: those that leave a node, and those that come to one, lie in the order of the lanes. */
function bands({ links }, place, { x, lane, each }) {
  const order = (name) => LANES.indexOf(name);
  const left = new Map();
  const entered = new Map();
  const start = (used, name) => used.get(name) ?? used.set(name, lane.get(name).top).get(name);
  const sorted = links.filter(({ from, to }) => lane.has(from) && lane.has(to)).toSorted((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
  const leaving = new Map(sorted.map((link) => {
    const y = start(left, link.from);
    left.set(link.from, y + link.accounts * each);
    return [link, y];
  }));
  return sorted.toSorted((a, b) => order(a.to) - order(b.to) || order(a.from) - order(b.from)).map((link) => {
    const to = start(entered, link.to);
    entered.set(link.to, to + link.accounts * each);
    return { link, path: band(x(place) + NODE, leaving.get(link), x(place + 1), to, Math.max(1, link.accounts * each)) };
  });
}

function band(fromX, fromY, toX, toY, depth) {
  const middle = (fromX + toX) / 2;
  return `M${fromX},${fromY} C${middle},${fromY} ${middle},${toY} ${toX},${toY} V${toY + depth} C${middle},${toY + depth} ${middle},${fromY + depth} ${fromX},${fromY + depth} z`;
}
