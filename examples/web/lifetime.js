// What accounts are worth: the model, how well it is told by the accounts, and what it says of each of them.
import { el, longTable, pairs, table } from "./dom.js";
import { accountLink, accountLinks, known, odds, plainSum, sum, why } from "./parts.js";
import { reasonsView } from "./reasons.js";

const SHOWN = 20;

export function lifetimeView(verdict, ui) {
  const { words, format } = ui;
  const { accounts, parameters, left_out: left } = verdict;
  return [
    parameters === null ? withoutModel(verdict, ui) : el("p", { class: "figure said" }, sentence(verdict, ui)),
    el("div", { class: "halves models" }, model("purchaseModel", verdict.fit, parameters, ui), model("spendModel", verdict.spend_fit, verdict.spend_parameters, ui)),
    accounts.length === 0 ? null : parameters === null ? plainTable(accounts, ui) : predictionTable(verdict, ui),
    parameters === null ? null : sums(verdict, ui),
    pairs([
      [words.t("prospectsAre"), left.prospects.length === 0 ? null : accountLinks(left.prospects, ui)],
      [words.t("spendUnknown"), left.unpriced.length === 0 ? null : accountLinks(left.unpriced, ui)],
      [words.t("spendNotPositive"), left.not_positive.length === 0 ? null : accountLinks(left.not_positive, ui)],
      ...["without_amount", "without_rate", "returns_before_orders", "later_purchases"].map((name) => [words.t(`left_${name}`), left[name] === 0 ? null : format.number(left[name])]),
    ], { class: "pairs left-out" }),
    accounts.length === 0 ? null : el("details", { id: "lifetime-reasons" }, el("summary", {}, words.t("whyEach")), el("ul", { class: "reasons" }, accounts.map((row) =>
      el("li", {}, el("details", { "data-account": row.account }, el("summary", {}, ui.index.name("account", row.account)), reasonsView(row.reasons, ui)))))),
    parameters === null ? null : why(verdict.reasons, ui),
  ];
}

/** Nothing can be told: what to do about it stands open. */
function withoutModel({ reasons }, ui) {
  return el("div", { class: "no-model" }, el("p", { class: "notice" }, "⚠ ", ui.words.t("noModel")), reasonsView(reasons, ui));
}

function sentence({ portfolio, reporting_currency: currency, value_basis: basis }, { words, format }) {
  const value = portfolio.lifetime_value;
  const worth = value === null ? words.t("unknown") : `${currency} ${format.amountText(value.amount)}`;
  return words.t("lifetimeSentence", { alive: format.figures(portfolio.expected_alive), worth, basis: words.word("value_basis", basis) });
}

/** A model with its parameters, and how far the accounts tell them. */
function model(key, fit, parameters, ui) {
  const { words, format } = ui;
  const given = parameters !== null && fit === null;
  const found = fit?.found ?? null;
  const name = parameters === null ? null : key === "spendModel" ? "Gamma-Gamma" : words.word("prediction_method", parameters.type);
  return el("section", { class: "model", "data-model": key, "data-status": found?.status ?? (given ? "given" : "none") },
    el("h4", {}, words.t(key), name === null ? null : `: ${name}`, " ", status(found, given, ui)),
    found === null || found.estimates.length === 0 ? (parameters === null ? el("p", { class: "quiet" }, words.t("notFitted")) : given ? givenTable(parameters, ui) : null)
      : table(words.t(key), [
        { label: words.t("parameter"), cell: (row) => words.word("model_parameter", row.parameter) },
        { label: words.t("value"), number: true, cell: (row) => [format.figures(row.value), row.undetermined ? el("span", { class: "line warn" }, words.t("undetermined")) : null] },
        { label: words.t("standardError"), number: true, cell: (row) => (row.standard_error === null ? "–" : `± ${format.figures(row.standard_error)}`) },
      ], found.estimates, { class: "narrow" }),
    found === null ? null : reasonsView(found.reasons, ui));
}

function status(found, given, { words }) {
  if (given) return el("span", { class: "badge" }, words.t("givenParameters"));
  if (found === null) return el("span", { class: "badge medium" }, words.t("notFittedShort"));
  const calm = found.status === "converged";
  return [el("span", { class: `badge ${calm ? "calm" : "medium"}` }, calm ? "✓ " : "⚠ ", words.word("fit_status", found.status)),
    found.with_priors ? [" ", el("span", { class: "badge" }, words.t("withPriors"))] : null];
}

function givenTable(parameters, { words, format }) {
  return pairs(Object.entries(parameters).filter(([name]) => name !== "type").map(([name, value]) => [words.word("model_parameter", name), format.figures(value)]), { class: "pairs inline" });
}

/** What is known of accounts without any model. */
function plainTable(accounts, ui) {
  const { words, format } = ui;
  const column = (label, cell) => ({ label, number: true, cell });
  return longTable(words.t("lifetimes"), [
    { label: words.t("account"), cell: (row) => accountLink(row.account, ui) },
    { label: words.t("standingHead"), cell: (row) => words.word("customer_standing", row.standing) },
    column(words.t("repeatOrders"), (row) => format.number(row.frequency)),
    column(words.t("firstOrder"), (row) => format.date(row.first)),
    column(words.t("lastOrder"), (row) => format.date(row.last)),
    column(words.t("aliveShort"), () => known(null, null, ui)),
    column(words.t("lifetimeValue"), () => known(null, null, ui)),
  ], accounts, SHOWN, (count) => words.t("showMore", { count }), { class: "wide lifetime-table" });
}

function predictionTable({ accounts, reporting_currency: currency }, ui) {
  const { words, format } = ui;
  const value = ({ prediction }) => Number(prediction?.lifetime_value?.amount ?? -Infinity);
  const rows = accounts.toSorted((a, b) => value(b) - value(a) || (a.account < b.account ? -1 : 1));
  const horizons = rows.find(({ prediction }) => prediction !== null)?.prediction.horizons.map(({ days }) => days) ?? [];
  const column = (label, cell) => ({ label, number: true, cell: ({ prediction, ...row }) => known(prediction, (told) => cell(told, row), ui) });
  return longTable(words.t("lifetimes"), [
    { label: words.t("account"), cell: (row) => accountLink(row.account, ui) },
    { label: words.t("ordersHead"), cell: (row) => [words.t("repeats", { count: format.number(row.frequency) }), el("span", { class: "line quiet" }, words.word("customer_standing", row.standing))] },
    column(words.t("aliveShort"), (told) => odds(told.probability_alive, ui)),
    ...horizons.map((days, place) => column(words.t("ordersWithin", { days: format.number(days) }), ({ horizons: list }) => [format.tenth(list[place].expected_purchases),
      el("span", { class: "line quiet" }, words.t("oneOrMore", { share: format.odds(list[place].at_least_one) }))])),
    column(words.t("nextPurchase"), ({ next_order: next }) => nextText(next, ui)),
    column(words.t("perOrderIn", { currency }), ({ spend }) => known(spend, ({ expected }) => plainSum(expected, ui), ui)),
    column(words.t("lifetimeIn", { currency }), (told) => plainSum(told.lifetime_value, ui)),
    column(words.t("ownRate"), ({ rate, spend }) => [el("span", { class: "line" }, words.t("rateOwn", { share: format.percentWhole(rate.own_weight) })),
      el("span", { class: "line" }, spend === null ? words.t("spendOwnUnknown") : words.t("spendOwn", { share: format.percentWhole(spend.own_weight) }))]),
  ], rows, SHOWN, (count) => words.t("showMore", { count }), { class: "wide lifetime-table" });
}

/** When it orders, if it does again, and how probable it is that it does not. */
function nextText({ never, median_days: median, early_days: early, late_days: late }, ui) {
  const { words, format } = ui;
  const days = (value) => (value === null ? "…" : format.number(Math.round(Number(value))));
  return [known(median, (value) => words.t("inDays", { count: days(value) }), ui),
    early === null ? null : el("span", { class: "line quiet" }, words.t("bandDays", { early: days(early), late: days(late) })),
    el("span", { class: "line quiet" }, words.t("neverOdds", { share: format.odds(never) }))];
}

/** The sums over the portfolio, and a new account beside them. */
function sums({ portfolio, new_account: fresh, reporting_currency: currency }, ui) {
  const { words, format } = ui;
  if (portfolio === null) return null;
  const column = (label, cell) => ({ label, number: true, cell });
  return el("div", { class: "portfolio-sums" }, el("h4", {}, words.t("allTogether")), table(words.t("allTogether"), [
    { label: words.t("horizon"), cell: (row) => words.t("days", { count: format.number(row.days) }) },
    column(words.t("ordersExpected"), (row) => format.tenth(row.expected_purchases)),
    column(words.t("salesExpected", { currency }), (row) => plainSum(row.sales, ui)),
    column(words.t("valueToday", { currency }), (row) => plainSum(row.value, ui)),
    column(words.t("newAccountOrders"), (row) => (fresh === null ? known(null, null, ui) : format.tenth(fresh.expected_purchases[portfolio.horizons.indexOf(row)]))),
  ], portfolio.horizons),
  fresh === null ? null : el("p", { class: "note" }, words.t("newAccountWorth"), " ", sum(fresh.lifetime_value, ui)));
}
