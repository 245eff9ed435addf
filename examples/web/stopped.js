// What an account stopped buying while it buys other things, and what came instead.
import { el, longTable } from "./dom.js";
import { odds, sum, why } from "./parts.js";

const SHOWN = 8;

export function stoppedView(verdict, ui) {
  const { words, format } = ui;
  const { stopped_products: products, stopped_product_count: productCount, stopped_categories: categories, stopped_category_count: categoryCount } = verdict;
  const rows = [...categories.map((row) => ({ ...row, isCategory: true })), ...products.map((row) => ({ ...row, isCategory: false }))];
  const hidden = productCount + categoryCount - rows.length;
  return [
    el("h4", {}, words.t("stoppedHead")),
    rows.length === 0 ? el("p", { class: "quiet" }, words.t(verdict.silence.state === "overdue" ? "allSilent" : "nothingStopped")) : longTable(words.t("stoppedHead"), [
      { label: words.t("productHead"), cell: (row) => [row.product ?? row.category ?? words.t("noCategory"), el("span", { class: "line quiet" }, row.isCategory ? words.t("category") : row.category ?? "")] },
      { label: words.t("since"), cell: (row) => [format.date(row.since), el("span", { class: "line quiet" }, `${words.t("lastOrder")}: ${format.dateText(row.last)}`)] },
      { label: words.t("silence"), cell: (row) => [words.t("days", { count: format.number(row.silence_days) }), el("span", { class: "line quiet" }, words.t("usually", { days: format.number(row.median_interval_days), count: format.number(row.occasions) }))] },
      { label: words.t("silenceOddsShort"), number: true, cell: (row) => odds(row.probability, ui) },
      { label: words.t("worthPerYear"), number: true, cell: (row) => sum(row.worth_per_year, ui) },
      { label: words.t("replacedBy"), cell: (row) => replacement(row.replaced_by, ui) },
      { label: words.t("confidence"), cell: (row) => [words.word("confidence", row.confidence), why(row.reasons, ui)] },
    ], rows, SHOWN, (count) => words.t("showMore", { count }), { class: "wide stopped-table" }),
    hidden <= 0 ? null : el("p", { class: "quiet note" }, words.t("moreStopped", { count: format.number(hidden) })),
  ];
}

function replacement(by, ui) {
  const { words, format } = ui;
  switch (by.type) {
    case "our_product":
      return [`${words.t("us")}: ${by.product}`, el("span", { class: "line quiet" }, words.t("sinceTimes", { date: format.dateText(by.since), count: format.number(by.occasions) })),
        by.worth_per_year === null ? null : el("span", { class: "line quiet" }, sum(by.worth_per_year, ui), ` ${words.t("perYear")}`)];
    case "competitor":
      return [el("b", {}, by.name), by.product === null ? null : ` · ${by.product}`, el("span", { class: "line quiet" }, words.t("sinceTimes", { date: format.dateText(by.since), count: format.number(by.occasions) }),
        by.bought_before ? ` · ${words.t("boughtBefore")}` : "")];
    default: return el("span", { class: "quiet" }, words.t("unknown"));
  }
}
