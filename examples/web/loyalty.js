// Loyalty: the sequence of choices, what it is told from, and the pattern that was not chosen.
import { el, pairs, table } from "./dom.js";
import { supplierName } from "./facts.js";
import { reasonView, reasonsView } from "./reasons.js";
import { satisfactionView, switchingView } from "./satisfaction.js";
import { walletView } from "./wallet.js";

export function loyaltyView(loyalty, ui) {
  const { words } = ui;
  const { overall, overall_source: source, categories } = loyalty;
  return [
    pairs([
      [words.t("pattern"), el("b", {}, words.word("loyalty_pattern", overall.pattern))],
      [words.t("basis"), words.word("loyalty_basis", overall.basis)],
      [words.t("confidence"), words.word("confidence", overall.confidence)],
      [words.t("choices"), String(overall.choices)],
      [words.t("ourShare"), overall.our_share_of_orders === null ? words.t("unknown") : ui.format.percent(overall.our_share_of_orders)],
      [words.t("walletOfChoices"), overall.share_of_wallet === null ? words.t("unknown") : ui.format.percent(overall.share_of_wallet)],
      [words.t("movement"), overall.movement === null ? null : movement(overall.movement, ui)],
      [words.t("takenFrom"), source.type === "all_orders" ? words.t("allOrders") : words.t("leadingCategory", { name: source.category ?? words.t("noCategory") })],
    ]),
    sequence(overall, ui),
    el("h4", {}, words.t("why")), reasonsView(overall.reasons, ui),
    overall.rejected === null ? null : [
      el("h4", {}, words.t("whyNot", { pattern: words.word("loyalty_pattern", overall.rejected.pattern) })),
      reasonView(overall.rejected.reason, ui),
    ],
    categories.length < 2 ? null : [el("h4", {}, words.t("categories")), categoryTable(categories, ui)],
    walletView(loyalty.wallet, ui),
    el("div", { class: "part-pair" }, satisfactionView(loyalty.satisfaction, ui), switchingView(loyalty.switching_costs, ui)),
  ];
}

function movement({ direction, from, to, since }, { words, format }) {
  return [el("b", {}, words.word("move_direction", direction)), " – ", words.t("movementText", {
    from: supplierName(from, words), to: to === null ? words.t("outOfSight") : supplierName(to, words), date: format.dateText(since) })];
}

function sequence({ sequence: letters, legend }, { words }) {
  if (letters === null) return el("p", { class: "quiet" }, words.t("noSequence"));
  const ours = new Set(legend.filter(({ supplier }) => supplier.type === "us").map(({ letter }) => letter));
  return el("div", {},
    el("h4", {}, words.t("sequence")),
    el("p", { class: "letters", role: "img", "aria-label": letters }, [...letters].map((letter) => el("span", { class: ours.has(letter) ? "ours" : "theirs", "aria-hidden": "true" }, letter))),
    el("ul", { class: "legend" }, legend.map(({ letter, supplier }) => el("li", {},
      el("span", { class: "letters" }, el("span", { class: ours.has(letter) ? "ours" : "theirs" }, letter)), " ", supplierName(supplier, words)))));
}

function categoryTable(categories, { words, format }) {
  return table(words.t("categories"), [
    { label: words.t("category"), cell: (row) => row.category ?? words.t("noCategory") },
    { label: words.t("pattern"), cell: ({ finding }) => words.word("loyalty_pattern", finding.pattern) },
    { label: words.t("basis"), cell: ({ finding }) => words.word("loyalty_basis", finding.basis) },
    { label: words.t("confidence"), cell: ({ finding }) => words.word("confidence", finding.confidence) },
    { label: words.t("choices"), number: true, cell: ({ finding }) => String(finding.choices) },
    { label: words.t("ourShare"), number: true, cell: ({ finding }) => (finding.our_share_of_orders === null ? words.t("unknown") : format.percent(finding.our_share_of_orders)) },
  ], categories);
}
