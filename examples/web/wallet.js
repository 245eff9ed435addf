// Share of wallet: what an account buys from us of all it buys, how that moves, and what it is estimated to buy.
import { drawing, el, legendKey, pairs, svg, table } from "./dom.js";
import { dayNumber } from "./format.js";
import { known, share, sum, why } from "./parts.js";
import { drawPlane } from "./plane.js";

const HEIGHTS = [0, 0.25, 0.5, 0.75, 1];

export function walletView(wallet, ui) {
  const { words } = ui;
  const { purchases, estimates } = wallet;
  return el("div", { class: "wallet" },
    el("h4", {}, words.t("wallet")),
    pairs([
      [words.t("wallet"), [el("b", {}, share(wallet.share, ui)), el("span", { class: "line quiet" }, words.word("wallet_basis", wallet.basis))]],
      [words.t("trend"), [el("b", {}, words.word("trend_direction", wallet.trend)), purchases === null ? null : el("span", { class: "line quiet" }, evidence(purchases, ui))]],
      [words.t("boughtElsewhere"), sum(wallet.not_ours, ui)],
    ]),
    purchases === null ? el("p", { class: "quiet note" }, words.t("noRivals")) : periods(purchases, ui),
    estimates.length === 0 ? el("p", { class: "quiet note" }, words.t("noEstimate")) : estimatesTable(estimates, ui),
    why(wallet.reasons, ui));
}

function evidence({ direction, change, rising_pairs: rising, falling_pairs: falling, chance, judged_periods: judged }, { words, format }) {
  if (direction === "unknown") return words.t("tooFewShares", { count: format.number(judged) });
  return [change === null ? null : format.points(change), words.t("pairsText", { rising: format.number(rising), falling: format.number(falling) }), chance === null ? null : format.chance(chance)]
    .filter((text) => text !== null).join(" · ");
}

function ourShare(series, period) {
  return series.by_money ? period.share_of_money : period.share_of_orders;
}

function periods(series, ui) {
  const { words, format } = ui;
  const title = words.t(series.by_money ? "walletByMoney" : "walletByOrders", { days: format.number(series.period_days) });
  return [
    el("h5", {}, title),
    el("ul", { class: "legend" },
      legendKey(words.t("ourPart"), 14, svg("rect", { class: "wallet-part ours", x: 1, y: 1, width: 12, height: 8 })),
      legendKey(words.t("othersPart"), 14, svg("rect", { class: "wallet-part theirs", x: 1, y: 1, width: 12, height: 8 })),
      legendKey(words.t("unknown"), 14, svg("rect", { class: "wallet-part unknown", x: 1, y: 1, width: 12, height: 8 }))),
    drawing((width) => drawPeriods(series, title, width, ui)),
    el("details", {}, el("summary", {}, words.t("asTable")), table(title, [
      { label: words.t("period"), cell: (row) => format.span({ first: row.from, last: row.to }) },
      { label: words.t("ourOrders"), number: true, cell: (row) => words.t("outOf", { count: format.number(row.our_orders), all: format.number(row.orders) }) },
      { label: words.t("shareOfOrders"), number: true, cell: (row) => share(row.share_of_orders, ui) },
      { label: words.t("ourMoney"), number: true, cell: (row) => money(row.our_money, row, ui) },
      { label: words.t("allMoney"), number: true, cell: (row) => money(row.money, row, ui) },
      { label: words.t("shareOfMoney"), number: true, cell: (row) => share(row.share_of_money, ui) },
    ], series.periods, { class: "wide" })),
    series.uncontested_categories === 0 ? null : el("p", { class: "quiet note" }, words.t("uncontested", { count: format.number(series.uncontested_categories) })),
  ];
}

function money(amount, { currency }, ui) {
  return known(amount, (value) => (currency === null ? ui.format.amount(value) : ui.format.money(value, currency, { whole: true })), ui);
}

/** A column for each period: our part solid, the others' hollow; a period whose share is not known is dashed. */
function drawPeriods(series, title, width, { words, format }) {
  const first = dayNumber(series.periods[0].from);
  const last = dayNumber(series.periods.at(-1).to) + 1;
  const begins = series.periods.map(({ from }) => dayNumber(from));
  const label = (day) => format.monthText(series.periods[begins.indexOf(day)].from);
  return drawPlane(width, {
    label: title, height: 170,
    x: { from: first, to: last, ticks: begins, text: label, title: "" },
    y: { from: 0, to: 1, ticks: HEIGHTS, text: (value) => format.percentWhole(value), title: words.t("wallet") },
    draw: (x, y) => series.periods.map((period) => {
      const [from, to] = [x(dayNumber(period.from)) + 1.5, x(dayNumber(period.to) + 1) - 1.5];
      const part = ourShare(series, period);
      const said = `${format.span({ first: period.from, last: period.to })}: ${part === null ? words.t("unknown") : format.percentTenth(part)}`;
      const box = (kind, low, high) => (high - low <= 0 ? null : svg("rect", { class: `wallet-part ${kind}`, x: from, width: Math.max(1, to - from), y: y(high), height: y(low) - y(high) }));
      return svg("g", { "data-from": period.from, "data-share": part ?? "unknown" }, svg("title", {}, said),
        part === null ? box("unknown", 0, 1) : [box("ours", 0, Number(part)), box("theirs", Number(part), 1)]);
    }),
  });
}

function estimatesTable(estimates, ui) {
  const { words, format } = ui;
  const column = (label, cell) => ({ label, number: true, cell });
  const flags = (row) => [row.contradicted ? el("span", { class: "line warn" }, `⚠ ${words.t("contradicted", { times: format.figures(row.spend_over_estimate ?? "1") })}`) : null, row.outdated ? el("span", { class: "line warn" }, words.t("outdated")) : null];
  return [el("h5", {}, words.t("estimates")), table(words.t("estimates"), [
    { label: words.t("category"), cell: (row) => row.category ?? words.t("wholeAccount") },
    { label: words.t("estimatedOn"), cell: (row) => [format.date(row.on), flags(row)] },
    column(words.t("perYearHead"), (row) => sum(row.per_year, ui)),
    column(words.t("ourSpend"), (row) => sum(row.our_spend, ui)),
    column(words.t("ourShareHead"), (row) => [share(row.share, ui), row.change === null ? null : el("span", { class: "line quiet" }, format.points(row.change))]),
    column(words.t("boughtElsewhere"), (row) => sum(row.not_ours, ui)),
    { label: words.t("trend"), cell: (row) => words.word("trend_direction", row.direction) },
  ], estimates, { class: "wide" })];
}
