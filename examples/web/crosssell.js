// What comparable accounts buy and an account does not.
import { el, longTable } from "./dom.js";
import { accountLink, known, odds, plainSum, why } from "./parts.js";

const SHOWN = 15;

export function crossSellView(verdict, ui) {
  const { words, format } = ui;
  const { accounts, currency, window } = verdict;
  const rows = accounts.flatMap((account) => account.suggestions.map((suggestion) => ({ account, suggestion })));
  const compared = accounts.filter(({ no_comparables: none }) => none === null);
  const apart = accounts.filter(({ no_comparables: none }) => none !== null);
  return [
    rows.length === 0 ? el("p", { class: "quiet nothing" }, words.t(compared.length === 0 ? "nobodyComparable" : "nothingToSell")) : suggestionsTable(rows, currency, ui),
    compared.length === 0 ? null : el("details", {}, el("summary", {}, words.t("breadth")), breadthTable(compared, ui)),
    apart.length === 0 ? null : el("details", { id: "not-compared" }, el("summary", {}, words.t("notCompared", { count: format.number(apart.length) })),
      el("ul", { class: "reasons" }, apart.map((row) => el("li", {}, accountLink(row.account, ui), " – ", words.word("no_comparables", row.no_comparables), why(row.reasons, ui))))),
    el("p", { class: "quiet note" }, words.t("windowOf", { from: format.dateText(window.first), to: format.dateText(window.last) }),
      verdict.uncategorised_orders === 0 ? null : ` · ${words.t("uncategorised", { count: format.number(verdict.uncategorised_orders) })}`,
      verdict.unpriced_orders === 0 ? null : ` · ${words.t("unpricedOrders")}: ${format.number(verdict.unpriced_orders)}`),
  ];
}

function suggestionsTable(rows, currency, ui) {
  const { words, format } = ui;
  const column = (label, cell) => ({ label, number: true, cell });
  return longTable(words.t("crossSell"), [
    { label: words.t("account"), cell: ({ account }) => accountLink(account.account, ui) },
    { label: words.t("category"), cell: ({ suggestion }) => suggestion.category },
    { label: words.t("isToIt"), cell: ({ suggestion }) => [words.word("suggestion", suggestion.kind), detail(suggestion, ui)] },
    column(words.t("boughtBy"), ({ suggestion }) => words.t("outOf", { count: format.number(suggestion.buyers), all: format.number(suggestion.comparables) })),
    column(words.t("shareHead"), ({ suggestion }) => [odds(suggestion.share, ui), el("span", { class: "line quiet" }, `${format.odds(suggestion.share_low)} – ${format.odds(suggestion.share_high)}`)]),
    column(words.t("spendPerYear", { currency: currency ?? "–" }), ({ suggestion }) => plainSum(suggestion.median_spend_per_year, ui)),
  ], rows, SHOWN, (count) => words.t("showMore", { count }), { class: "wide" });
}

function detail({ last_bought: last, competitor, competitor_last: theirs }, { words, format }) {
  return [
    last === null ? null : el("span", { class: "line quiet" }, `${words.t("lastOrder")}: ${format.dateText(last)}`),
    competitor === null ? null : el("span", { class: "line quiet" }, `${competitor}${theirs === null ? "" : ` · ${format.dateText(theirs)}`}`)];
}

function breadthTable(rows, ui) {
  const { words, format } = ui;
  const column = (label, cell) => ({ label, number: true, cell });
  return longTable(words.t("breadth"), [
    { label: words.t("account"), cell: (row) => accountLink(row.account, ui) },
    column(words.t("categoriesBought"), (row) => format.number(row.categories)),
    column(words.t("othersMedian"), (row) => known(row.comparables_median, format.tenth, ui)),
    column(words.t("comparables"), (row) => format.number(row.comparables)),
    { label: words.t("why"), cell: (row) => why(row.reasons, ui) },
  ], rows, SHOWN, (count) => words.t("showMore", { count }));
}
