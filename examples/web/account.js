// One account: its findings, opportunities, purchases, loyalty, lifecycle and signals.
import { aliveView } from "./alive.js";
import { el, pairs } from "./dom.js";
import { lifecycleView } from "./lifecycle.js";
import { loyaltyView } from "./loyalty.js";
import { opportunitiesView } from "./opportunity.js";
import { ordersOf } from "./orders.js";
import { answered } from "./pending.js";
import { nextMove, reasonView, severityBadge } from "./reasons.js";
import { signalsView } from "./signals.js";
import { trajectoryView } from "./trajectory.js";

/** Days from point to point of the history of P(alive). */
const ALIVE_STEP = 7;

export function accountView(account, ui) {
  const { words } = ui;
  const section = (name, title, ...children) =>
    el("section", { class: "verdict", "data-verdict": name, "aria-labelledby": `${name}-title` }, el("h3", { id: `${name}-title` }, title), children);
  return [
    heading(account, ui),
    section("findings", words.t("findings"), findings(account, ui)),
    section("opportunities", words.t("opportunities"), opportunitiesView(account, ui)),
    section("trajectory", words.t("trajectory"),
      answered(ui.ask.trajectory, { account: account.account }, (verdict) => trajectoryView(verdict, ordersOf(account.account, ui), ui), ui)),
    section("loyalty", words.t("loyalty"), loyaltyView(account.loyalty, ui)),
    section("lifecycle", words.t("phase"), lifecycleView(account.lifecycle, ui)),
    section("alive", words.t("aliveHistory"),
      answered(ui.ask.alive, { account: account.account, step_days: ALIVE_STEP }, (verdict) => aliveView(verdict, ui), ui)),
    section("signals", words.t("signals"), signalsView(account.signals, ui)),
  ];
}

function heading(account, { words, format, index }) {
  const { amounts, reporting_currency: currency } = account.forecast.summary;
  const row = index.row("account", account.account);
  const facets = [account.account, row?.industry, row?.territory].filter((text) => typeof text === "string");
  const sum = (part, measure) => format.money(amounts[part][measure], currency, { whole: true });
  return el("header", { class: "account-head" },
    el("div", {}, el("h2", { id: "account-title" }, account.name), el("p", { class: "quiet" }, facets.join(" · "))),
    pairs([
      [words.t("owner"), account.owner ?? words.t("nobody")],
      [words.t("phase"), words.word("lifecycle_phase", account.lifecycle.phase)],
      [words.t("loyalty"), words.word("loyalty_pattern", account.loyalty.overall.pattern)],
      [words.t("openPipeline"), [sum("open", "weighted"), " ", el("small", {}, `${words.t("weighted")} · `, sum("open", "total"), ` ${words.t("total")}`)]],
      [words.t("bookedShort"), sum("booked", "total")],
      [words.t("realisedShort"), sum("realised", "total")],
    ], { class: "pairs head" }));
}

function findings(account, ui) {
  if (account.findings.length === 0) return el("p", { class: "calm" }, "✓ ", ui.words.t("noFindings"));
  return el("ol", { class: "findings" }, account.findings.map((finding) => findingView(finding, ui)));
}

function findingView(finding, ui) {
  const { words, index } = ui;
  return el("li", { class: `finding ${finding.severity}${finding.kind === "compliance" ? " apart" : ""}` },
    el("p", { class: "finding-head" },
      severityBadge(finding.severity, ui), " ",
      el("strong", {}, findingTitle(finding, ui)),
      finding.opportunity === null ? null
        : [" ", el("button", { type: "button", class: "link", "data-shows": finding.opportunity }, index.name("opportunity", finding.opportunity))]),
    reasonView(finding.reason, ui),
    nextMove(finding.next_move, finding.kind === "signal" ? "signal_play" : "next_move", words));
}

/** What a finding says in a few words of the trade. */
function findingTitle({ kind, detail, opportunity }, { words, review }) {
  switch (kind) {
    case "compliance": return `§ ${words.word("finding", kind)}: ${words.word("compliance", detail)}`;
    case "coverage_gap": return words.word("coverage_gap", detail);
    case "signal": return words.word("signal", detail);
    case "lifecycle": return `${words.word("finding", kind)}: ${words.word("lifecycle_phase", detail)}`;
    case "loyalty": return `${words.word("finding", kind)}: ${words.word("loyalty_pattern", detail)}`;
    case "unpriced": return `${words.word("finding", kind)}: ${words.word("unpriced_cause", detail)}`;
    case "odd_history": return `${words.word("finding", kind)}: ${words.word("anomaly", detail)}`;
    case "stalled": return `${words.word("finding", kind)}: ${words.stage(pipelineOf(opportunity, review), detail)}`;
    default: return words.word("finding", kind);
  }
}

function pipelineOf(opportunity, review) {
  const all = review.accounts.flatMap((account) => account.opportunities);
  return all.find(({ history }) => history.opportunity === opportunity)?.history.pipeline;
}
