// An account's purchases over time: its orders, how regular they are, what is overdue, and what is expected next.
import { drawing, el, legendKey, longTable, pairs, svg, table } from "./dom.js";
import { drawOrders, marks } from "./orders.js";
import { known, odds, sum, why } from "./parts.js";
import { reasonsView } from "./reasons.js";
import { stoppedView } from "./stopped.js";

const SHOWN = 10;

export function trajectoryView(verdict, orders, ui) {
  const { words, format } = ui;
  const { rhythm, next_orders: next, returns, unpriced } = verdict;
  if (rhythm.occasions === 0 && orders.length === 0) return [el("p", { class: "quiet nothing" }, words.t("noPurchases")), why(verdict.reasons, ui)];
  return [
    pairs([
      [words.t("regularity"), known(verdict.regularity, (found) => regularity(found, ui), ui)],
      [words.t("season"), season(verdict.season, ui)],
      [words.t("silence"), silence(verdict.silence, ui)],
      [words.t("spendTrend"), trend(verdict.trend, ui)],
      [words.t("nextOrders"), next.none === null ? nextText(next, ui) : [words.t("noneExpected"), ` ${words.word("no_prediction", next.none)}`]],
      [words.t("returnsHead"), returns.returns === 0 ? null : words.t("returnsText", { matched: format.number(returns.matched), all: format.number(returns.returns) })],
      [words.t("unpricedOrders"), verdict.unpriced_orders === 0 ? null : format.number(verdict.unpriced_orders)],
    ], { class: "pairs trajectory-pairs" }),
    el("h4", {}, words.t("ordersOverTime"), " ", el("small", {}, words.t("ordersNote", { currency: verdict.currency ?? "–" }))),
    legend(verdict, orders, ui),
    drawing((width) => drawOrders(verdict, orders, width, ui)),
    next.orders.length === 0 ? null : nextTable(next, ui),
    el("details", {}, el("summary", {}, words.t("asTable")), ordersTable(orders, ui)),
    verdict.season.months.length === 0 ? null : el("details", {}, el("summary", {}, words.t("monthsTable")), monthsTable(verdict.season, ui)),
    stoppedView(verdict, ui),
    returns.unmatched.length === 0 ? null : el("details", { class: "unmatched" }, el("summary", {}, words.t("unmatchedReturns", { count: format.number(returns.unmatched.length) })), longTable(words.t("returnsHead"), [
      { label: words.t("day"), cell: (row) => format.date(row.on) },
      { label: words.t("why"), cell: (row) => words.word("unmatched_cause", row.cause) },
      { label: words.t("amount"), number: true, cell: (row) => sum(row.left, ui) },
    ], returns.unmatched, SHOWN, (count) => words.t("showMore", { count }), { class: "narrow" })),
    unpriced.length === 0 ? null : el("details", {}, el("summary", {}, `${words.t("unpricedOrders")} (${format.number(verdict.unpriced_orders)})`), longTable(words.t("unpricedOrders"), [
      { label: words.t("day"), cell: (row) => format.date(row.on) },
      { label: words.t("why"), cell: (row) => words.word("unpriced_cause", row.cause) },
      { label: words.t("orderId"), cell: (row) => el("code", {}, row.purchase) },
    ], unpriced, SHOWN, (count) => words.t("showMore", { count }), { class: "narrow" })),
    el("h4", {}, words.t("why")), reasonsView(verdict.reasons, ui),
  ];
}

function comma({ language }) {
  return language === "en" ? ", " : "，";
}

function stop({ language }) {
  return language === "en" ? "; " : "；";
}

function regularity(found, { words, format }) {
  return [el("b", {}, words.word("regularity", found.kind)), " ",
    el("span", { class: "quiet" }, words.t("shapeText", { shape: format.figures(found.shape), low: format.figures(found.shape_low), high: format.figures(found.shape_high), intervals: format.number(found.intervals) }),
      found.few_intervals ? ` · ${words.t("fewIntervals")}` : "", found.season_adjusted ? ` · ${words.t("inSeason")}` : "")];
}

/** The three ways in which there is no season are not the same. */
function season(found, { words, format }) {
  const months = (list) => list.map((month) => format.monthName(month)).join(words.language === "en" ? ", " : "、");
  return [el("b", {}, words.word("season_state", found.state)),
    found.strong_months.length === 0 ? null : ` – ${words.t("strongMonths", { months: months(found.strong_months) })}`,
    found.weak_months.length === 0 ? null : `${stop(words)}${words.t("weakMonths", { months: months(found.weak_months) })}`,
    el("span", { class: "quiet" }, ` (${words.t("yearsAndOrders", { years: format.number(found.whole_years), orders: format.number(found.occasions) })}${found.probability === null ? "" : `${comma(words)}${format.chance(found.probability)}`})`)];
}

function silence(found, ui) {
  const { words, format } = ui;
  if (found.days === null) return words.t("never");
  const overdue = found.state === "overdue";
  return [el("b", { class: overdue ? "warn" : null }, overdue ? "⚠ " : "", words.word("silence_state", found.state)), " – ",
    words.t("silenceText", { days: format.number(found.days) }),
    found.probability === null ? null : [comma(words), words.t("silenceOdds"), " ", odds(found.probability, ui)],
    el("span", { class: "quiet" }, ` (${words.t("asLong", { count: format.number(found.as_long), all: format.number(found.intervals) })}${found.overdue_from === null ? "" : `${stop(words)}${words.t("overdueFrom", { date: format.dateText(found.overdue_from) })}`})`)];
}

function trend(found, ui) {
  const { words, format } = ui;
  const span = found.first === null ? null : el("span", { class: "quiet" }, ` (${words.t("trendPeriods", { count: format.number(found.periods), period: words.word("trend_period", found.period) })}${comma(words)}${format.dateText(found.first)} – ${format.dateText(found.last)}${found.periods_left_out === 0 ? "" : `${stop(words)}${words.t("periodsLeftOut", { count: format.number(found.periods_left_out) })}`})`);
  if (found.slope === null) return [el("b", {}, words.word("trend_direction", found.direction)), found.none === null ? null : ` – ${words.word("no_trend", found.none)}`, span];
  const { per_year: slope, low, high, relative, probability } = found.slope;
  return [el("b", {}, words.word("trend_direction", found.direction)), " ", sum(slope, ui), ` ${words.t("perYear")}`, relative === null ? null : ` (${format.signedPercent(relative)})`,
    el("span", { class: "line quiet" }, words.t("between", { low: format.amountText(low.amount), high: format.amountText(high.amount) }), `${comma(words)}${format.chance(probability)}`), span];
}

function nextText({ orders, amount }, ui) {
  const { words, format } = ui;
  const [first] = orders;
  if (first === undefined) return words.t("unknown");
  return [el("b", {}, format.date(first.expected)), ` (${format.dateText(first.earliest)} – ${format.dateText(first.latest)})`,
    amount === null ? null : el("span", { class: "line quiet" }, words.t("amountExpected"), " ", sum(amount.median, ui), ` (${format.amountText(amount.low.amount)} – ${format.amountText(amount.high.amount)})`)];
}

function nextTable({ orders, amount }, ui) {
  const { words, format } = ui;
  return el("div", { class: "next-orders" }, el("h5", {}, words.t("nextOrders")), table(words.t("nextOrders"), [
    { label: words.t("number"), cell: (row) => format.number(row.number) },
    { label: words.t("expectedDay"), cell: (row) => format.date(row.expected) },
    { label: words.t("earliest"), cell: (row) => format.date(row.earliest) },
    { label: words.t("latest"), cell: (row) => format.date(row.latest) },
    { label: words.t("amount"), number: true, cell: () => known(amount, ({ median }) => sum(median, ui), ui) },
  ], orders), el("p", { class: "quiet note" }, words.t("bandNote")));
}

function monthsTable({ months }, { words, format }) {
  return table(words.t("monthsTable"), [
    { label: words.t("monthHead"), cell: (row) => format.monthName(row.month) },
    { label: words.t("occasions"), number: true, cell: (row) => format.number(row.occasions) },
    { label: words.t("monthIndex"), number: true, cell: (row) => `× ${format.figures(row.index)}` },
  ], months, { class: "narrow" });
}

function ordersTable(orders, ui) {
  const { words, format } = ui;
  return longTable(words.t("ordersOverTime"), [
    { label: words.t("day"), cell: (row) => format.date(row.on) },
    { label: words.t("from"), cell: (row) => row.supplier ?? words.t("us") },
    { label: words.t("productHead"), cell: (row) => row.product ?? row.category ?? words.t("unknown") },
    { label: words.t("amount"), number: true, cell: (row) => (row.amount === null ? words.t("unknown") : format.money(row.amount.amount, row.amount.currency, { whole: true })) },
  ], orders.toReversed(), SHOWN, (count) => words.t("showMore", { count }));
}

function legend({ next_orders: next, silence: found, currency }, orders, { words }) {
  const has = (test) => orders.some(test);
  return el("ul", { class: "legend" },
    legendKey(words.t("ourOrder"), 10, svg("line", { class: "order", x1: 5, x2: 5, y1: 1, y2: 10 }), svg("circle", { class: "order-top", cx: 5, cy: 3, r: 2.6 })),
    has(({ supplier, amount }) => supplier === null && (amount === null || amount.currency !== currency)) ? legendKey(words.t("withoutHeight"), 10, marks.unpriced(5, 5)) : null,
    has(({ supplier }) => supplier !== null) ? legendKey(words.t("theirOrder"), 10, marks.competitor(5, 5)) : null,
    next.orders.length === 0 ? null : legendKey(words.t("nextMark"), 26, marks.band(1, 25, 13, 5)),
    found.overdue_from === null ? null : legendKey(words.t("overdueMark"), 8, svg("line", { class: "overdue-line", x1: 4, x2: 4, y1: 0, y2: 10 })),
    legendKey(words.t("asOf"), 8, svg("line", { class: "today", x1: 4, x2: 4, y1: 0, y2: 10 })));
}
