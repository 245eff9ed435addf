// The portfolio: what the accounts come to together, by quarter, owner and currency, and where every deal went.
import { capped, drawing, el, legendKey, svg, table } from "./dom.js";
import { severityBadge } from "./reasons.js";
import { ticks } from "./scale.js";

export function portfolioView(ui) {
  const { words, review } = ui;
  const { portfolio } = review;
  const { forecast } = portfolio;
  return [
    el("h2", { id: "portfolio-title", class: "hidden" }, words.t("portfolio")),
    tiles(portfolio, ui),
    el("details", { class: "breakdown", open: matchMedia("(min-width: 901px), print").matches }, el("summary", {}, words.t("breakdown")), el("div", { class: "grid" },
      el("section", { class: "card" },
        el("h3", {}, words.t("byQuarter"), " ", el("small", {}, words.t("sumsIn", { currency: forecast.reporting_currency }))),
        quarterChart(forecast, ui)),
      amountsCard("byOwner", "owner", forecast.by_owner, (row) => row.owner ?? words.t("nobody"), words.t("sumsIn", { currency: forecast.reporting_currency }), ui),
      receiptCard(ui),
      amountsCard("byCurrency", "currency", forecast.by_currency, (row) => row.currency, words.t("inOwnCurrency"), ui),
      statesCard(ui))),
  ];
}

function tiles(portfolio, ui) {
  const { words, format } = ui;
  const { amounts, reporting_currency: currency } = portfolio.forecast;
  const deals = (count) => (count === 1 ? words.t("oneDeal") : words.t("deals", { count: format.number(count) }));
  const tile = (id, title, first, ...rest) => el("div", { class: "tile", id }, el("h3", {}, title), el("p", { class: "figure" }, first), rest.map((line) => el("p", {}, line)));
  return el("div", { class: "tiles" },
    tile("tile-open", words.t("openPipeline"),
      [format.money(amounts.open.weighted, currency), " ", el("small", {}, words.t("weighted"))],
      [format.money(amounts.open.total, currency), " ", el("small", {}, `${words.t("total")} · ${deals(amounts.open.deals)}`)]),
    tile("tile-booked", words.t("booked"), format.money(amounts.booked.total, currency),
      [format.money(amounts.booked.weighted, currency), " ", el("small", {}, `${words.t("weighted")} · ${deals(amounts.booked.deals)}`)]),
    tile("tile-realised", words.t("realised"), format.money(amounts.realised.total, currency), el("small", {}, deals(amounts.realised.deals))),
    el("div", { class: "tile", id: "tile-findings" }, el("h3", {}, words.t("findings")),
      el("p", { class: "badges" }, portfolio.by_severity.map(({ severity, findings }) => severityBadge(severity, ui, findings)))));
}

/** Sums by owner or currency: open total and weighted, booked, realised. */
function amountsCard(titleKey, labelKey, rows, name, note, { words, format }) {
  const title = words.t(titleKey);
  return el("section", { class: "card" }, el("h3", {}, title, " ", el("small", {}, note)),
    table(title, [{ label: words.t(labelKey), cell: name }, ...amountColumns(words, format)], rows));
}

/** The columns of every table of sums. Which currency they are in is said beside the table. */
function amountColumns(words, format) {
  const column = (key, part, measure) => ({ label: words.t(key), number: true, cell: (row) => format.amount(row.amounts[part][measure]) });
  return [column("openTotal", "open", "total"), column("openWeighted", "open", "weighted"), column("bookedShort", "booked", "total"), column("realisedShort", "realised", "total")];
}

function receiptCard(ui) {
  const { words, format, review, index } = ui;
  const { receipt } = review.portfolio.forecast;
  const unpriced = review.accounts.flatMap((account) => account.forecast.unpriced.map((deal) => ({ account, deal })));
  const list = el("ul", { class: "reasons" });
  const items = (rows) => rows.map(({ account, deal }) => el("li", {},
    el("strong", {}, deal.causes.map((cause) => words.word("unpriced_cause", cause)).join(", ")), " · ",
    el("a", { href: `#account/${encodeURIComponent(account.account)}` }, account.name), " · ",
    index.name("opportunity", deal.opportunity),
    deal.amount === null ? null : [" · ", format.money(deal.amount.amount, deal.amount.currency)],
    el("span", { class: "sentence", lang: words.language === "en" ? null : "en" }, ` – ${deal.message}`)));
  return el("section", { class: "card", id: "receipt" },
    el("h3", {}, words.t("receipt")),
    el("p", {}, words.t("receiptSum", receipt)),
    el("p", {}, `${words.t("receiptPriced", receipt)}${words.language === "en" ? "; " : "；"}${words.t("receiptOpen", receipt)}`),
    unpriced.length === 0 ? el("p", {}, words.t("allPriced"))
      : [el("h4", {}, words.t("notPriced")), capped(list, unpriced, 12, items, (count) => words.t("showMore", { count }))]);
}

/** How many accounts are in which phase, of which pattern, under which signal. */
function statesCard({ words, review }) {
  const { by_phase: phases, by_pattern: patterns, by_signal: signals } = review.portfolio;
  const counts = (title, rows) => el("div", {}, el("h4", {}, title),
    el("ul", { class: "counts" }, rows.map(([label, count]) => el("li", { class: count === 0 ? "zero" : null }, el("span", {}, label), el("b", {}, String(count))))));
  return el("section", { class: "card states" },
    counts(words.t("byPhase"), phases.map((row) => [words.word("lifecycle_phase", row.phase), row.accounts])),
    counts(words.t("byPattern"), patterns.map((row) => [words.word("loyalty_pattern", row.pattern), row.accounts])),
    el("div", {}, el("h4", {}, `${words.t("bySignal")} (${words.word("signal_state", "raised")})`),
      el("ul", { class: "counts" }, signals.map((row) => el("li", { class: row.raised === 0 ? "zero" : null },
        el("span", {}, words.word("signal", row.signal)),
        el("b", {}, String(row.raised), row.muted > 0 ? el("small", {}, ` + ${row.muted} ${words.word("signal_state", "muted")}`) : null))))));
}

// ------------------------------------------------------------------------------------------------ the chart

const HEIGHT = 215;
const FRAME = { left: 44, right: 4, top: 10, bottom: 34 };

/** The bars of a quarter, side by side: their kind, and the part of the forecast they stand for. */
const BARS = [["total", "open", "openTotal"], ["booked", "booked", "bookedShort"], ["realised", "realised", "realisedShort"]];

/** Open deals per quarter: an outlined bar for the total, solid as far as weighted; booked and realised beside it. */
function quarterChart(forecast, ui) {
  const { words, format } = ui;
  const quarters = forecast.by_quarter;
  const key = (kind, text) => legendKey(text, 16, hatched(kind, 1, 1, 14, 8));
  return [
    el("ul", { class: "legend" },
      key("total", `${words.t("openTotal")}: ${words.t("total")}`), key("weighted", `${words.t("openTotal")}: ${words.t("weighted")}`),
      key("booked", words.t("bookedShort")), key("realised", words.t("realisedShort"))),
    drawing((width) => drawQuarters(quarters, width, ui)),
    el("details", {}, el("summary", {}, words.t("asTable")),
      table(words.t("byQuarter"), [{ label: words.t("quarter"), cell: (row) => row.quarter }, ...amountColumns(words, format)], quarters)),
  ];
}

/** A bar; booked ones are hatched, so that kinds can be told apart without colour. */
export function hatched(kind, x, y, width, height) {
  const stripes = kind !== "booked" ? [] : Array.from({ length: Math.ceil(height / 5) }, (_, row) =>
    svg("line", { class: "stripe", x1: x, x2: x + width, y1: y + row * 5 + 2.5, y2: y + row * 5 + 2.5 }));
  return svg("g", {}, svg("rect", { class: `column ${kind}`, x, y, width, height }), stripes);
}

function drawQuarters(quarters, width, { words, format }) {
  const amount = (row, part, measure = "total") => Math.max(0, Number(row.amounts[part][measure]));
  const highest = Math.max(1, ...quarters.flatMap((row) => BARS.map(([, part]) => amount(row, part))));
  const rules = ticks(highest, 4);
  const top = rules.at(-1);
  const y = (value) => FRAME.top + (HEIGHT - FRAME.top - FRAME.bottom) * (1 - value / top);
  const slot = (width - FRAME.left - FRAME.right) / Math.max(1, quarters.length);
  const wide = Math.max(2, Math.min(26, (slot - 4) / 3));
  const canvas = svg("svg", { width, height: HEIGHT, role: "img", "aria-label": words.t("byQuarter") });
  for (const value of rules) {
    canvas.append(
      svg("line", { class: "rule", x1: FRAME.left, x2: width - FRAME.right, y1: y(value), y2: y(value) }),
      svg("text", { class: "axis", x: FRAME.left - 6, y: y(value) + 4, "text-anchor": "end" }, format.compact(value)));
  }
  quarters.forEach((row, position) => {
    const middle = FRAME.left + slot * (position + 0.5);
    const present = BARS.filter(([, part]) => amount(row, part) > 0);
    present.forEach(([kind, part, key], place) => {
      const x = middle + (place - present.length / 2) * wide + 0.5;
      const column = (shape, measure) => hatched(shape, x, y(amount(row, part, measure)), wide - 1, Math.max(1, y(0) - y(amount(row, part, measure))));
      const said = `${row.quarter} ${words.t(key)}: ${row.amounts[part].total} (${words.t("weighted")} ${row.amounts[part].weighted})`;
      canvas.append(svg("g", {}, svg("title", {}, said), column(kind, "total"), kind === "total" ? column("weighted", "weighted") : null));
    });
    const [year, quarter] = row.quarter.split("-");
    canvas.append(svg("text", { class: "axis", x: middle, y: HEIGHT - 18, "text-anchor": "middle" }, quarter ?? ""));
    if (position === 0 || quarters[position - 1].quarter.split("-")[0] !== year) {
      canvas.append(svg("text", { class: "axis", x: middle, y: HEIGHT - 4, "text-anchor": "middle" }, year));
    }
  });
  return canvas;
}
