// What if: deals are taken for won, lost or slipped, and the forecast before is set against the one after.
import { drawing, el, legendKey, longTable, svg, table } from "./dom.js";
import { opportunityLink } from "./movement.js";
import { guarded } from "./problems.js";
import { drawRows } from "./rows.js";
import { ticks } from "./scale.js";

const SHOWN = 8;
const OUTCOMES = ["as_is", "win", "lose", "slip"];

/**
 * The card's content. `chosen` is a map of changes by opportunity and stays while the page is drawn again; `ask(changes)` gives
 * the library's verdict, and `say` tells what came of it to those who do not see it.
 */
export function scenarioView(verdict, chosen, ask, say, ui) {
  const { words } = ui;
  const deals = openDeals(verdict);
  if (deals.length === 0) return [el("p", { class: "quiet nothing" }, words.t("noOpenDeals"))];
  const result = el("div", { id: "scenario-result" });
  const show = (tell) => {
    const nodes = guarded(() => {
      if (chosen.size === 0) {
        tell(words.t("nothingChanged"));
        return [el("p", { class: "quiet" }, words.t("nothingChanged"))];
      }
      const answer = ask([...chosen.values()]);
      tell(summary(answer, ui));
      return scenarioResult(answer, ui);
    }, ui);
    result.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
  };
  const change = () => show(say);
  const holder = el("div");
  const list = () => holder.replaceChildren(...dealTable(deals, chosen, change, ui).filter(Boolean));
  list();
  show(() => {});
  return [holder, el("button", { type: "button", class: "more", id: "scenario-reset", onclick: () => {
    chosen.clear();
    list();
    change();
  } }, words.t("startOver")), result];
}

/** The open deals of all periods, each once with its chance in any of them, those first on which most depends. */
function openDeals({ periods }) {
  const found = new Map();
  for (const deal of periods.flatMap((row) => row.deals)) {
    if (deal.status !== "open" && deal.status !== "parked") continue;
    const before = found.get(deal.opportunity);
    found.set(deal.opportunity, { ...deal, cap: before?.cap ?? deal.cap, chance: Math.min(1, Number(before?.chance ?? 0) + Number(deal.chance)) });
  }
  const weight = ({ reported, chance }) => Number(reported.amount) * Number(chance);
  return [...found.values()].toSorted((a, b) => weight(b) - weight(a));
}

function dealTable(deals, chosen, change, ui) {
  const { words, format, index } = ui;
  return longTable(words.t("whatIf"), [
    { label: words.t("opportunity"), cell: (deal) => opportunityLink(deal.opportunity, deal.account, index) },
    { label: words.t("whatIf"), cell: (deal) => outcomeChoice(deal, chosen, change, ui) },
    { label: words.t("amount"), number: true, cell: (deal) => format.money(deal.reported.amount, deal.reported.currency, { whole: true }) },
    { label: words.t("chance"), number: true, cell: (deal) => format.percent(deal.chance) },
    { label: words.t("chanceSource"), cell: (deal) => [words.word("probability_source", deal.source), capText(deal, ui)] },
    { label: words.t("closeDate"), cell: (deal) => (deal.close_date === null ? "–" : format.date(deal.close_date)) },
  ], deals, SHOWN, (count) => words.t("showMore", { count }), { class: "wide deals" });
}

function capText({ cap }, { words, format }) {
  if (cap === null) return null;
  return el("span", { class: "line warn" }, "⚠ ", words.t("capped", {
    before: format.percent(cap.before), at: format.percent(cap.at_most), gap: words.word("coverage_gap", cap.gap),
  }));
}

function outcomeChoice(deal, chosen, change, { words, index }) {
  const name = index.name("opportunity", deal.opportunity);
  const said = chosen.get(deal.opportunity);
  const day = el("input", { type: "date", required: true, value: said?.close_date ?? later(deal.close_date), hidden: said?.type !== "slip",
    "aria-label": words.t("slipDate", { deal: name }), onchange: () => day.reportValidity() && choose("slip") });
  const choose = (type) => {
    day.hidden = type !== "slip";
    if (type === "as_is" || (type === "slip" && day.value === "")) chosen.delete(deal.opportunity);
    else chosen.set(deal.opportunity, { type, opportunity: deal.opportunity, ...(type === "slip" ? { close_date: day.value } : {}) });
    change();
  };
  const outcome = el("select", { "aria-label": words.t("outcomeFor", { deal: name }), "data-opportunity": deal.opportunity, onchange: (event) => choose(event.target.value) },
    OUTCOMES.map((type) => el("option", { value: type }, words.t(type))));
  outcome.value = said?.type ?? "as_is";
  return el("span", { class: "what-if" }, outcome, day);
}

/** Three months after a day, as a deal that slips a quarter. */
function later(day) {
  if (day === null) return "";
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A change with its sign. */
function signedAmount(amount, format) {
  return `${Number(amount) > 0 ? "+" : ""}${format.amountText(amount)}`.replace("-", "−");
}

function summary({ differences, after }, { words, format }) {
  const parts = differences.map((row) => `${format.span(row.period)} ${signedAmount(row.mean.amount, format)}`);
  return `${words.t("differences")} (${after.reporting_currency}): ${parts.join(words.language === "en" ? ", " : "，")}`;
}

function scenarioResult({ before, after, differences, changes: done }, ui) {
  const { words, format, index } = ui;
  const refused = done.filter(({ applied }) => !applied);
  const rows = differences.map((row, place) => ({ ...row, before: before.periods[place], after: after.periods[place] }));
  const { reporting_currency: currency } = after;
  const withQuota = rows.some((row) => row.quota_probability !== null);
  const column = (label, cell) => ({ label, number: true, cell });
  const signed = (amount) => signedAmount(amount, format);
  const moved = (level) => (row) => signed(row.quantiles.find(({ probability }) => Number(probability) === level)?.change.amount ?? 0);
  const share = ({ quota }) => (quota === null ? "–" : format.percent(quota.probability));
  return [
    refused.map(({ change, message }) => el("p", { class: "notice" }, "⚠ ", words.t("notApplied", { deal: index.name("opportunity", change.opportunity) }),
      message === null ? null : el("span", { lang: words.language === "en" ? null : "en" }, ` – ${message}`))),
    el("h4", {}, words.t("differences"), " ", el("small", {}, words.t("sumsIn", { currency }))),
    el("ul", { class: "legend" },
      legendKey(words.t("before"), 16, svg("rect", { class: "was", x: 1, y: 1, width: 14, height: 8 })),
      legendKey(words.t("after"), 16, svg("rect", { class: "column weighted", x: 1, y: 1, width: 14, height: 8 }))),
    drawing((width) => drawDifference(rows, currency, width, ui)),
    table(words.t("differences"), [
      { label: words.t("period"), cell: (row) => format.span(row.period) },
      column(words.t("expectedIn"), (row) => format.amount(row.after.bookings.mean.amount)),
      column(words.t("change"), (row) => signed(row.mean.amount)),
      column(`${words.t("bookedShort")} ±`, (row) => signed(row.booked.amount)),
      ...[0.1, 0.5, 0.9].map((level) => column(`P${level * 100} ±`, moved(level))),
      ...(withQuota ? [column(words.t("oddsShort"), (row) => [share(row.before), " → ", el("b", {}, share(row.after))])] : []),
    ], rows, { class: "wide by-period" }),
  ];
}

function drawDifference(differences, currency, width, { words, format }) {
  const signed = (amount) => signedAmount(amount, format);
  const rows = differences.map((row) => ({ ...row, name: format.span(row.period), cells: [format.amountText(row.after.bookings.mean.amount), signed(row.mean.amount)] }));
  const means = rows.flatMap(({ before, after }) => [before, after].map(({ bookings }) => Number(bookings.mean.amount)));
  const axis = ticks(Math.max(1, ...means), 4);
  return drawRows(width, {
    label: words.t("differences"), heads: [`${words.t("expectedIn")}, ${currency}`, words.t("change")], rows, highest: axis.at(-1),
    axis: { ticks: axis, text: (value) => format.compact(value) },
    bars: (x, placed) => placed.map((row) => {
      const half = row.height / 2;
      const bar = (kind, { bookings }, top) => {
        const mean = Number(bookings.mean.amount);
        return svg("rect", { class: kind, x: x(0), y: top, width: Math.max(mean > 0 ? 2 : 0, x(mean) - x(0)), height: half });
      };
      const said = `${row.name}: ${words.t("before")} ${format.amountText(row.before.bookings.mean.amount)}, ${words.t("after")} ${row.cells[0]}`;
      return svg("g", { "data-period": row.period.first, "data-change": row.mean.amount }, svg("title", {}, said),
        bar("was", row.before, row.top), bar("column weighted", row.after, row.top + half + 1));
    }),
  });
}
