// What holds the pipeline up: bottleneck stages, stalled opportunities, moves against its rules, odd histories.
import { capped, el, pairs, table } from "./dom.js";
import { opportunityLink } from "./movement.js";
import { reasonsView } from "./reasons.js";

const SHOWN = 8;

export function bottleneckCard({ pipeline, bottlenecks }, ui) {
  const { words } = ui;
  const name = (stage) => (stage === null ? el("span", { class: "quiet" }, words.t("notTold")) : el("b", {}, words.stage(pipeline, stage)));
  return el("section", { class: "card", id: "bottlenecks" },
    el("h3", {}, words.t("bottlenecks")),
    pairs([[words.t("slowest"), name(bottlenecks.slowest)], [words.t("leakiest"), name(bottlenecks.leakiest)]], { class: "pairs single" }),
    bottlenecks.reasons.length === 0 ? null : [el("h4", {}, words.t("why")), reasonsView(bottlenecks.reasons, ui)]);
}

export function stalledCard({ pipeline, stalled }, ui) {
  const { words, format, index } = ui;
  const list = el("ul", { class: "stalled" });
  const items = (some) => some.map((row) => el("li", {},
    el("span", { class: "name" }, opportunityLink(row.opportunity, row.account, index)),
    el("span", { class: "number" }, row.amount === null ? words.t("noAmount") : format.money(row.amount.amount, row.amount.currency, { whole: true })),
    el("span", { class: "quiet" }, index.name("account", row.account), " · ", row.stage === null ? words.t("unknown") : words.stage(pipeline, row.stage)),
    el("span", { class: "number warn" }, "⚠ ", words.t("daysOver", { days: format.number(row.days_in_stage), threshold: format.number(row.threshold_days) }))));
  return el("section", { class: "card", id: "stalled" },
    el("h3", {}, words.t("stalledDeals"), " ", el("small", {}, words.t("stalledNote"))),
    stalled.length === 0 ? el("p", { class: "calm" }, "✓ ", words.t("nothingStalled"))
      : capped(list, stalled, SHOWN, items, (count) => words.t("showMore", { count })));
}

export function conformanceCard({ pipeline, conformance, anomalies }, ui) {
  const { words, format } = ui;
  const { opportunities, conforming, totals, transitions } = conformance;
  const place = (id) => (id === null ? "–" : words.stage(pipeline, id));
  const line = ([label, count]) => el("li", { class: count === 0 ? "zero" : null }, el("span", {}, label), el("b", {}, format.number(count)));
  const counts = (rows) => el("ul", { class: "counts" }, rows.map(line));
  return el("section", { class: "card", id: "conformance" },
    el("h3", {}, words.t("conformanceTitle")),
    el("p", {}, words.t("conforming", { conforming: format.number(conforming), all: format.number(opportunities) })),
    counts(["skipped", "regressed", "forbidden", "reopened", "unmet", "overridden"].map((kind) => [words.t(`moves_${kind}`), totals[kind]])),
    el("details", {}, el("summary", {}, words.t("transitions")),
      table(words.t("transitions"), [
        { label: words.t("line"), cell: (row) => words.word("move", row.kind) },
        { label: words.t("from"), cell: (row) => place(row.from) },
        { label: words.t("to"), cell: (row) => place(row.to) },
        { label: words.t("count"), number: true, cell: (row) => format.number(row.count) },
      ], transitions, { class: "narrow" })),
    el("h4", {}, words.t("anomalies")),
    anomalies.length === 0 ? el("p", { class: "calm" }, "✓ ", words.t("noAnomalies"))
      : counts(anomalies.map(({ code, count }) => [words.word("anomaly", code), count])));
}
