// Draws an account's orders over time, with those expected next. Orders are as the book has them; what is expected is
// the library's.
import { svg } from "./dom.js";
import { dayNumber } from "./format.js";
import { drawPlane } from "./plane.js";
import { ticks } from "./scale.js";
import { timeAxis } from "./time.js";

const HEIGHT = 235;
/** Pixels of the plane's height that hold values or lanes. */
const INNER = HEIGHT - 48;
const LANE = 14;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const marks = {
  unpriced: (x, y) => svg("path", { class: "order-unpriced", d: `M${x - 3},${y - 3} l6,6 M${x + 3},${y - 3} l-6,6` }),
  competitor: (x, y) => svg("circle", { class: "order-theirs", cx: x, cy: y, r: 3.2 }),
  band: (from, to, middle, y) => svg("g", { class: "next-band" }, svg("line", { x1: from, x2: to, y1: y, y2: y }), svg("line", { x1: from, x2: from, y1: y - 3, y2: y + 3 }), svg("line", { x1: to, x2: to, y1: y - 3, y2: y + 3 }),
    svg("path", { d: `M${middle},${y - 4.5} l4.5,4.5 l-4.5,4.5 l-4.5,-4.5 z` })),
};

/** The orders of an account that the book tells up to a day, oldest first; `supplier` is null for our own. */
export function ordersOf(account, { index, review }) {
  const leftOut = new Set(review.left_out.map(({ path }) => /^(?:book\.)?purchases\[(\d+)\]/.exec(path)?.[1]).filter(Boolean).map(Number));
  return index.list("purchase").filter(({ row, position }) => row.account === account && !leftOut.has(position) && DAY.test(row.on) && row.on <= review.as_of)
    .map(({ row }) => ({
      id: row.id, on: row.on, supplier: row.supplier?.type === "us" ? null : String(row.supplier?.name ?? "?"),
      product: row.product ?? null, category: row.category ?? null,
      amount: row.amount?.currency === undefined ? null : { amount: String(row.amount.amount), currency: row.amount.currency },
    })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function drawOrders(verdict, orders, width, { words, format, review }) {
  const { next_orders: next, silence, currency } = verdict;
  const ours = orders.filter(({ supplier }) => supplier === null);
  const theirs = orders.filter(({ supplier }) => supplier !== null);
  const valued = ours.filter(({ amount }) => amount !== null && amount.currency === currency);
  const days = [...orders.map(({ on }) => on), review.as_of, silence.overdue_from, ...next.orders.map(({ latest }) => latest)].filter(Boolean).sort();
  const values = [...valued.map(({ amount }) => Number(amount.amount)), Number(next.amount?.high.amount ?? 0)];
  const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
  const axis = [...(least < 0 ? ticks(-least, 2).slice(1).reverse().map((value) => -value) : []), ...ticks(most, 4)];
  const lanes = next.orders.length + (theirs.length > 0 ? 1 : 0) + (ours.length > valued.length ? 1 : 0);
  const [low, high] = [axis[0], axis.at(-1)];
  const room = lanes === 0 ? 0 : lanes * LANE + 8;
  const pixel = (high - low) / (INNER - room);
  const from = low - room * pixel;
  // The axis begins before the first order, so that it is not drawn onto the edge.
  const span = timeAxis(days[0], days.at(-1), width, format);
  const margin = (span.to - span.from) * 0.02 + 1;
  return drawPlane(width, {
    label: words.t("ordersChart", { count: format.number(orders.length) }), height: HEIGHT,
    x: { ...span, from: span.from - margin, to: span.to + margin },
    y: { from, to: high, ticks: axis, text: (value) => format.compact(value), title: currency ?? "" },
    draw: (x, y) => {
      const across = (day) => x(dayNumber(day));
      let lane = y(low) + 8 - LANE / 2;
      const inLane = (draw) => {
        lane += LANE;
        return draw(lane);
      };
      const name = (text, at) => svg("text", { class: "axis", x: x(span.from - margin) - 6, y: at + 4, "text-anchor": "end" }, text);
      const today = across(review.as_of);
      const said = ({ on, supplier, product, category, amount }) => [format.dateText(on), supplier ?? words.t("us"), product ?? category, amount === null ? words.t("noAmount") : format.moneyText(amount.amount, amount.currency)].filter(Boolean).join(" · ");
      const unpriced = ours.filter((order) => !valued.includes(order));
      return [
        svg("line", { class: "rule base", x1: x(span.from - margin), x2: x(span.to + margin), y1: y(0), y2: y(0) }),
        svg("line", { class: "today", x1: today, x2: today, y1: y(from), y2: y(high) }),
        silence.overdue_from === null ? null : svg("line", { class: "overdue-line", "data-on": silence.overdue_from, x1: across(silence.overdue_from), x2: across(silence.overdue_from), y1: y(from), y2: y(high) }),
        svg("g", { class: "orders" }, stems(valued, across, y, said)),
        next.amount === null ? null : next.orders.map((order) => expected(order, next.amount, across, y)),
        unpriced.length === 0 ? null : inLane((at) => unpriced.map((order) => svg("g", { "data-order": order.id }, svg("title", {}, said(order)), marks.unpriced(across(order.on), at)))),
        theirs.length === 0 ? null : inLane((at) => theirs.map((order) => svg("g", { "data-order": order.id }, svg("title", {}, said(order)), marks.competitor(across(order.on), at)))),
        next.orders.map((order) => inLane((at) => svg("g", { "data-next": order.number },
          svg("title", {}, `${words.t("nextOrders")} ${order.number}: ${format.dateText(order.expected)} (${format.dateText(order.earliest)} – ${format.dateText(order.latest)})`),
          name(`+${order.number}`, at), marks.band(across(order.earliest), across(order.latest), across(order.expected), at)))),
      ];
    },
  });
}

/** A stem for each order; those of one day stand on each other, returns below the line. */
function stems(valued, across, y, said) {
  const reached = new Map();
  return valued.map((order) => {
    const amount = Number(order.amount.amount);
    const key = `${order.on} ${amount < 0}`;
    const start = reached.get(key) ?? 0;
    reached.set(key, start + amount);
    const at = across(order.on);
    return svg("g", { "data-order": order.id }, svg("title", {}, said(order)),
      svg("line", { class: "order", x1: at, x2: at, y1: y(start), y2: y(start + amount) }), svg("circle", { class: "order-top", cx: at, cy: y(start + amount), r: 2.6 }));
  });
}

/** What the next orders are expected to come to: the median, and the band it lies in. */
function expected(order, { median, low, high }, across, y) {
  const at = across(order.expected);
  return svg("g", { class: "next-amount" },
    svg("line", { x1: at, x2: at, y1: y(Number(low.amount)), y2: y(Number(high.amount)) }),
    svg("path", { d: `M${at},${y(Number(median.amount)) - 4.5} l4.5,4.5 l-4.5,4.5 l-4.5,-4.5 z` }));
}
