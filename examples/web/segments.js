// Segments by recency, frequency and money: how many accounts are in each, what they brought, and which they are.
import { el, longTable, pairs, table } from "./dom.js";
import { accountLink, accountLinks, plainSum, share, why } from "./parts.js";
import { reasonsView } from "./reasons.js";

const SHOWN = 15;

export function segmentsView(verdict, ui) {
  const { words, format } = ui;
  const { accounts, segments, prospects, returns_only: returnsOnly, reporting_currency: currency } = verdict;
  const none = segments.filter((row) => row.accounts === 0);
  const between = words.language === "en" ? ", " : "、";
  return [
    accounts.length === 0 ? el("p", { class: "quiet nothing" }, words.t("nobodyBought")) : [
      table(words.t("segments"), [
        { label: words.t("segment"), cell: (row) => words.word("rfm_segment", row.segment) },
        { label: words.t("accountsShort"), cell: (row) => members(row, accounts.filter(({ segment }) => segment === row.segment), ui) },
        { label: words.t("shareOfAccounts"), number: true, cell: (row) => share(row.share_of_accounts, ui) },
        { label: words.t("amountIn", { currency }), number: true, cell: (row) => money(row, ui) },
        { label: words.t("shareOfMoney"), number: true, cell: (row) => share(isUnknown(row) ? null : row.share_of_money, ui) },
      ], segments.filter((row) => row.accounts > 0), { class: "segments-table" }),
      none.length === 0 ? null : el("p", { class: "quiet note" }, words.t("noneIn", { segments: none.map((row) => words.word("rfm_segment", row.segment)).join(between) })),
    ],
    pairs([
      [words.t("prospectsAre"), prospects.length === 0 ? null : accountLinks(prospects, ui)],
      [words.t("returnsOnly"), returnsOnly.length === 0 ? null : accountLinks(returnsOnly, ui)],
      [words.t("unpricedOrders"), verdict.unpriced.length === 0 ? null : format.number(verdict.unpriced.length)],
    ], { class: "pairs single" }),
    accounts.length === 0 ? null : el("details", { open: matchMedia("(min-width: 901px)").matches }, el("summary", {}, words.t("allScores")), scoresTable(accounts, currency, ui)),
    accounts.length === 0 ? null : el("details", {}, el("summary", {}, words.t("whatScoresMean")), scalesTable(verdict, ui)),
    why(verdict.reasons, ui),
  ];
}

/** How many; opened, which, each with why it is here. */
function members(row, accounts, ui) {
  return el("details", { class: "members", "data-segment": row.segment },
    el("summary", {}, ui.format.number(row.accounts)),
    el("ul", {}, accounts.map((account) => el("li", {}, accountLink(account.account, ui), " ", el("code", {}, account.code),
      el("details", { class: "why" }, el("summary", {}, ui.words.t("why")), reasonsView(account.reasons, ui))))));
}

/** A sum of nothing known is not zero. */
function isUnknown({ accounts, incomplete, money: { amount } }) {
  return incomplete === accounts && Number(amount) === 0;
}

function money(row, ui) {
  return [plainSum(isUnknown(row) ? null : row.money, ui), row.incomplete === 0 ? null : el("span", { class: "line quiet" }, ui.words.t("incomplete", { count: row.incomplete }))];
}

function scoresTable(accounts, currency, ui) {
  const { words, format } = ui;
  const column = (label, cell) => ({ label, number: true, cell });
  return longTable(words.t("allScores"), [
    { label: words.t("account"), cell: (row) => accountLink(row.account, ui) },
    { label: words.t("segment"), cell: (row) => words.word("rfm_segment", row.segment) },
    { label: words.t("scoresRfm"), cell: (row) => el("code", {}, row.code) },
    column(words.t("sinceLast"), (row) => words.t("days", { count: format.number(row.days_since_last_order) })),
    column(words.t("firstToLast"), (row) => words.t("days", { count: format.number(row.days_first_to_last) })),
    column(words.t("occasions"), (row) => format.number(row.orders)),
    column(words.t("amountIn", { currency }), (row) => [plainSum(row.money, ui), row.unpriced === 0 ? null : el("span", { class: "line quiet" }, words.t("incomplete", { count: row.unpriced }))]),
    column(words.t("perOrder"), (row) => plainSum(row.money_per_order, ui)),
  ], accounts, SHOWN, (count) => words.t("showMore", { count }), { class: "wide" });
}

/** The values that each score stands for. */
function scalesTable({ scales, window, reporting_currency: currency }, ui) {
  const { words, format } = ui;
  const value = (text, unit) => (text === null ? "–" : unit === "days" ? words.t("days", { count: format.number(text) }) : unit === "money" ? format.amount(text.split(" ")[0]) : format.number(text));
  const cell = ({ limit, least, most, accounts }, { unit, measure }) => {
    const isMost = measure === "recency" && unit === "days" && limit !== null;
    return [limit === null ? "" : el("span", { class: "line" }, words.t(isMost ? "upTo" : "from_", { value: text(value(limit, unit)) })),
      el("span", { class: "line quiet" }, accounts === 0 ? words.t("none") : `${text(value(least, unit))} – ${text(value(most, unit))} (${format.number(accounts)})`)];
  };
  return [
    table(words.t("whatScoresMean"), [
      { label: words.t("measure"), cell: (scale) => [words.word("rfm_measure", scale.measure), scale.unit === "money" ? el("span", { class: "line quiet" }, currency) : null] },
      ...[0, 1, 2, 3, 4].map((place) => ({ label: String(place + 1), cell: (scale) => cell(scale.classes[place], scale) })),
    ], scales, { class: "wide" }),
    el("p", { class: "quiet note" }, window === null ? words.t("allPurchases") : words.t("windowOf", { from: format.dateText(window.first), to: format.dateText(window.last) })),
  ];
}

function text(node) {
  return typeof node === "string" ? node : node.textContent;
}

