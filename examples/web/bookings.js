// What will be booked, period by period: what is signed, what the open deals bring on average, and the band it lies in.
import { drawing, el, legendKey, svg, table } from "./dom.js";
import { hatched } from "./portfolio.js";
import { drawRows } from "./rows.js";
import { ticks } from "./scale.js";

/** The amount of a percentile; null where the verdict does not tell it. */
export function quantile({ quantiles }, probability) {
  return quantiles.find((row) => Number(row.probability) === probability)?.amount.amount ?? null;
}

export function bookingsView({ periods, reporting_currency: currency }, ui) {
  const { words } = ui;
  const withQuota = periods.some(({ quota }) => quota !== null);
  return [
    el("ul", { class: "legend" },
      legendKey(words.t("bookedShort"), 16, hatched("booked", 1, 1, 14, 8)),
      legendKey(words.t("openMean"), 16, svg("rect", { class: "expected", x: 1, y: 1, width: 14, height: 8 })),
      legendKey("P25–P75", 22, svg("line", { class: "band half", x1: 1, x2: 21, y1: 5, y2: 5 })),
      legendKey("P10–P90", 22, whisker(1, 21, 5)),
      withQuota ? legendKey(words.t("quota"), 8, quotaMark(4, 0, 10)) : null),
    drawing((width) => drawBookings(periods, currency, withQuota, width, ui)),
    el("p", { class: "quiet note" }, words.t("bookingsNote")),
    bookingsTable(periods, currency, withQuota, ui),
  ];
}

function drawBookings(periods, currency, withQuota, width, { words, format }) {
  const rows = periods.map((row) => ({
    ...row, name: format.span(row.period),
    cells: [format.amountText(row.bookings.mean.amount), withQuota ? odds(row, format) : null].filter((cell) => cell !== null),
  }));
  const most = ({ bookings, quota }) => [bookings.mean.amount, quantile(bookings, 0.9), quota?.quota.amount ?? 0].map(Number);
  const axis = ticks(Math.max(1, ...periods.flatMap(most)), 4);
  return drawRows(width, {
    label: words.t("bookings"), heads: [`${words.t("expectedIn")}, ${currency}`, ...(withQuota ? [words.t("oddsShort")] : [])], rows, highest: axis.at(-1),
    axis: { ticks: axis, text: (value) => format.compact(value) },
    bars: (x, placed) => placed.map((row) => svg("g", { "data-period": row.period.first }, svg("title", {}, said(row, currency, { words, format })), shapes(row, x))),
  });
}

function odds({ quota }, format) {
  return quota === null ? "–" : format.odds(quota.probability);
}

function shapes({ booked, bookings, quota, top, height }, x) {
  const signed = Number(booked.total.amount);
  const mean = Number(bookings.mean.amount);
  const [low, lower, upper, high] = [0.1, 0.25, 0.75, 0.9].map((level) => Number(quantile(bookings, level)));
  const middle = top + height / 2;
  return [
    mean > signed ? svg("rect", { class: "expected", x: x(signed), y: top, width: Math.max(2, x(mean) - x(signed)), height }) : null,
    signed > 0 ? hatched("booked", x(0), top, Math.max(2, x(signed) - x(0)), height) : null,
    high > low ? whisker(x(low), x(high), middle) : null,
    upper > lower ? svg("line", { class: "band half", x1: x(lower), x2: x(upper), y1: middle, y2: middle }) : null,
    quota === null ? null : quotaMark(x(Number(quota.quota.amount)), top - 3, top + height + 3),
  ];
}

/** A line with ends, cased so that it shows on every bar. */
function whisker(from, to, y) {
  const path = `M${from},${y - 4} v8 m0,-4 H${to} m0,-4 v8`;
  return svg("g", {}, svg("path", { class: "band case", d: path }), svg("path", { class: "band", d: path }));
}

/** A dashed line with a flag, so that it is known without its colour. */
export function quotaMark(x, top, bottom) {
  return svg("g", { class: "quota" }, svg("line", { x1: x, x2: x, y1: top, y2: bottom }), svg("path", { d: `M${x},${top} h5 l-1.5,2 l1.5,2 h-5 z` }));
}

function said(row, currency, { words, format }) {
  const parts = [
    `${words.t("bookedShort")} ${format.amountText(row.booked.total.amount)}`, `${words.t("expectedIn")} ${format.amountText(row.bookings.mean.amount)}`,
    `P10–P90 ${range(row, 0.1, 0.9, format)}`, row.quota === null ? null : `${words.t("oddsShort")} ${odds(row, format)}`,
  ];
  return `${row.name} (${currency}): ${parts.filter(Boolean).join(words.language === "en" ? ", " : "，")}`;
}

function range({ bookings }, low, high, format) {
  return [low, high].map((level) => quantile(bookings, level)).map((amount) => (amount === null ? "–" : format.amountText(amount))).join(" – ");
}

function bookingsTable(periods, currency, withQuota, { words, format }) {
  const column = (label, cell) => ({ label, number: true, cell });
  const level = (probability) => column(`P${probability * 100}`, ({ bookings }) => amount(quantile(bookings, probability)));
  const amount = (value) => (value === null ? "–" : format.amount(value));
  return table(`${words.t("bookings")} (${currency})`, [
    { label: words.t("period"), cell: (row) => format.span(row.period) },
    column(words.t("bookedShort"), (row) => format.amount(row.booked.total.amount)),
    column(words.t("openDeals"), (row) => format.number(row.open.deals)),
    column(words.t("openSum"), (row) => format.amount(row.open.total)),
    column(words.t("expectedIn"), (row) => format.amount(row.bookings.mean.amount)),
    ...[0.1, 0.5, 0.9].map(level),
    ...(withQuota ? [
      column(words.t("oddsShort"), (row) => (row.quota === null ? "–" : format.percent(row.quota.probability))),
      column(words.t("shortfall"), (row) => (row.quota === null ? "–" : format.amount(row.quota.expected_shortfall.amount))),
    ] : []),
  ], periods, { class: "wide by-period" });
}
