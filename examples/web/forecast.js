// The forecast: what will be booked, how likely a quota is, what if, and whether the method was right.
import { bookingsView } from "./bookings.js";
import { capped, el } from "./dom.js";
import { oddsSentence, oddsView, standingView } from "./odds.js";
import { opportunityLink } from "./movement.js";
import { guarded } from "./problems.js";
import { reasonsView } from "./reasons.js";
import { reliabilityView } from "./reliability.js";
import { scenarioView } from "./scenario.js";

const BASES = ["stage_default", "learned", "timing"];
/** How many periods of a kind are looked at. */
const COUNTS = { month: 6, quarter: 4, year: 2 };
const SHOWN = 12;
/** Looking back on a book with more opportunities than these is left to the reader: it takes a while. */
const MANY = 150;

/** What is chosen when nothing is chosen yet. */
export function freshForecast() {
  return { basis: "stage_default", unit: "quarter", quota: "", period: null, changes: new Map(), open: undefined };
}

/** The section. `ui.ask` asks the library; `ui.choice.forecast` is what the reader chose in the section. */
export function forecastView(ui) {
  const { words } = ui;
  const choice = ui.choice.forecast;
  const holder = el("div");
  /** How the past did, by the kind of period: it depends on nothing else that is chosen here. */
  const past = new Map();
  const pastOf = (unit) => past.get(unit) ?? past.set(unit, backtestCard(unit, ui)).get(unit);
  /** What has changed is said to those who do not see it. */
  const status = el("p", { class: "hidden", role: "status" });
  const say = (sentence) => { status.textContent = sentence; };
  const show = () => holder.replaceChildren(...guarded(() => cards({ pastOf, say }, ui), ui));
  if (opportunityCount(ui) <= MANY) show();
  else later(show, holder, ui);
  const wide = matchMedia("(min-width: 901px), print").matches;
  return [
    el("h2", { id: "forecast-title" }, words.t("forecast")),
    el("details", { class: "breakdown", open: choice.open ?? wide, ontoggle: (event) => { choice.open = event.target.open; } },
      el("summary", {}, words.t("forecastSummary")),
      controls(choice, show, ui),
      status, holder),
  ];
}

function controls(choice, show, ui) {
  const { words } = ui;
  const { reporting_currency: currency } = ui.review.portfolio.forecast;
  const select = (id, label, name, options) => {
    const list = el("select", { id, onchange: (event) => {
      choice[name] = event.target.value;
      if (name === "unit") choice.period = null;
      show();
    } }, options.map(([value, text]) => el("option", { value }, text)));
    list.value = choice[name];
    return el("label", { class: "field" }, el("span", {}, label), list);
  };
  const quota = el("input", { id: "forecast-quota", type: "number", min: "0", step: "any", inputmode: "decimal", value: choice.quota, onchange: (event) => {
    if (!event.target.reportValidity()) return;
    choice.quota = event.target.value;
    show();
  } });
  return el("form", { class: "controls", "aria-label": words.t("forecast"), onsubmit: (event) => event.preventDefault() },
    select("forecast-basis", words.t("chancesBy"), "basis", BASES.map((basis) => [basis, words.word("forecast_basis", basis)])),
    select("forecast-unit", words.t("periods"), "unit", Object.keys(COUNTS).map((unit) => [unit, words.t(`unit_${unit}`)])),
    el("label", { class: "field" }, el("span", {}, words.t("quotaIn", { currency })), quota));
}

function cards({ pastOf, say }, ui) {
  const { words, format, ask, review } = ui;
  const choice = ui.choice.forecast;
  const { reporting_currency: currency } = review.portfolio.forecast;
  const options = {
    period_unit: choice.unit,
    period_count: COUNTS[choice.unit],
    basis: choice.basis,
    quota: choice.quota === "" ? null : { amount: choice.quota, currency },
  };
  const verdict = ask.bookings(options);
  const card = (id, heading, note, content, width = "card") =>
    el("section", { class: width, id }, el("h3", {}, heading, " ", el("small", {}, note)), content);
  const note = words.t("bookingsOf", { date: format.dateText(verdict.as_of), currency: verdict.reporting_currency });
  const isEmpty = verdict.periods.every(({ bookings, quota }) => bookings.deals === 0 && quota === null);
  const odds = oddsCards(verdict, choice, say, ui);
  return [el("div", { class: "grid" },
    el("div", { class: "stack two" }, card("bookings", words.t("bookings"), note, [
      isEmpty ? el("p", { class: "quiet nothing" }, words.t("noBookings")) : bookingsView(verdict, ui),
      leftOut(verdict.left_out, ui),
      verdict.reasons.length === 0 ? null : el("details", { class: "why" }, el("summary", {}, words.t("why")), reasonsView(verdict.reasons, ui)),
    ]), odds.standing),
    card("odds", words.t("oddsTitle"), words.word("forecast_basis", verdict.basis), odds.content),
    card("scenario", words.t("whatIf"), words.t("whatIfNote"),
      scenarioView(verdict, choice.changes, (changes) => ask.whatIf({ ...options, changes }), say, ui), "card three"),
    card("reliability", words.t("reliability"), words.t("reliabilityNote"), pastOf(choice.unit), "card three"))];
}

/** The odds of one period, which the reader chooses, and a card on how it stands; at first the next one with an open deal. */
function oddsCards({ periods }, choice, say, ui) {
  const { words, format } = ui;
  const holder = el("div");
  const standing = el("section", { class: "card", id: "standing-of-quota" });
  const show = () => {
    const start = (row) => row.period.first;
    const row = periods.find((one) => start(one) === choice.period) ?? periods.find(({ bookings }) => bookings.open_deals > 0) ?? periods[0];
    list.value = start(row);
    say(oddsSentence(row, ui));
    holder.replaceChildren(...oddsView(row, ui).flat(Infinity).filter(Boolean));
    standing.hidden = row.quota === null;
    standing.replaceChildren(...(row.quota === null ? []
      : [el("h3", {}, words.t("standing"), " ", el("small", {}, format.span(row.period))), standingView(row, ui)]));
  };
  const list = el("select", { id: "odds-period", onchange: (event) => {
    choice.period = event.target.value;
    show();
  } }, periods.map(({ period }) => el("option", { value: period.first }, format.span(period))));
  show();
  return { standing, content: [el("div", { class: "controls" }, el("label", { class: "field" }, el("span", {}, words.t("period")), list)), holder] };
}

/** Looking back takes longer than the rest: the page is drawn before it begins. */
function backtestCard(unit, ui) {
  const holder = el("div");
  const judge = () => holder.replaceChildren(...guarded(() => reliabilityView(ui.ask.backtest({ period_unit: unit }), ui), ui).flat(Infinity).filter(Boolean));
  const begin = () => later(judge, holder, ui);
  const count = opportunityCount(ui);
  if (count <= MANY) begin();
  else holder.append(el("button", { type: "button", class: "more", id: "look-back", onclick: begin }, ui.words.t("lookBack", { count: ui.format.number(count) })));
  return holder;
}

/** Does what takes long once the page is drawn. */
function later(work, holder, { words }) {
  holder.replaceChildren(el("p", { class: "quiet", role: "status" }, words.t("judging")));
  requestAnimationFrame(() => setTimeout(work));
}

function opportunityCount({ review }) {
  return review.accounts.reduce((sum, { opportunities }) => sum + opportunities.length, 0);
}

function leftOut(deals, ui) {
  const { words, format, index } = ui;
  if (deals.length === 0) return null;
  const list = el("ul", { class: "reasons" });
  const items = (rows) => rows.map((deal) => el("li", {},
    el("strong", {}, deal.causes.map((cause) => words.anyWord(cause)).join(", ")), " · ", opportunityLink(deal.opportunity, deal.account, index),
    el("span", { class: "sentence", lang: words.language === "en" ? null : "en" }, ` – ${deal.message}`)));
  return el("details", { id: "forecast-left-out" }, el("summary", {}, words.t("leftOutDeals", { count: format.number(deals.length) })),
    capped(list, deals, SHOWN, items, (count) => words.t("showMore", { count })));
}
