// The opportunities of an account: state, stage timeline, price, and how the customer's people stand to it.
import { committeeView } from "./committee.js";
import { coverageView } from "./coverage.js";
import { chainView, complianceView, movesView, planView, stepsView } from "./diagnosis.js";
import { drawing, el, pairs } from "./dom.js";
import { gatesView } from "./gates.js";
import { guarded } from "./problems.js";
import { reasonsView, severityBadge } from "./reasons.js";
import { supportView } from "./support.js";
import { drawTimeline } from "./timeline.js";

const ORDER = ["open", "parked", "booked", "realised", "lost"];
const SEVERITIES = ["low", "medium", "high", "critical"];

export function opportunitiesView(account, ui) {
  const { words } = ui;
  if (account.opportunities.length === 0) return el("p", { class: "quiet" }, words.t("none"));
  const place = ({ history }) => (history.state === null ? ORDER.length : ORDER.indexOf(history.state.status));
  const trouble = ({ coverage }) => (coverage?.gaps ?? []).reduce((sum, gap) => sum + 100 ** SEVERITIES.indexOf(gap.severity), 0);
  const sorted = account.opportunities.toSorted((a, b) => place(a) - place(b) || trouble(b) - trouble(a));
  const cards = sorted.map((opportunity, position) => opportunityView(opportunity, account, ui, position === 0));
  const setAll = (open) => () => cards.forEach((card) => { card.open = open; });
  return [
    el("p", { class: "tools" },
      el("button", { type: "button", onclick: setAll(true) }, words.t("expandAll")), " ",
      el("button", { type: "button", onclick: setAll(false) }, words.t("collapseAll"))),
    cards,
  ];
}

function opportunityView(opportunity, account, ui, open) {
  const { words } = ui;
  const { history } = opportunity;
  const judged = history.state === null ? null : laterView(opportunity, ui);
  const card = el("details", { class: "opportunity", open, "data-opportunity": history.opportunity, ontoggle: () => card.open && judged?.fill() },
    summary(opportunity, ui),
    history.state === null ? el("p", {}, words.t("notBegun")) : [
      drawing((width) => drawTimeline(opportunity, width, ui)),
      visits(history, ui),
      stateView(opportunity, account, ui),
      judged.view,
    ],
    oddities(history, ui),
    el("details", { class: "facts" }, el("summary", {}, words.t("why")), reasonsView(history.reasons, ui)));
  if (open) judged?.fill();
  return card;
}

/** What takes questions of its own is asked once the opportunity is opened. */
function laterView(opportunity, ui) {
  const view = el("div", { class: "judged" });
  const fill = () => view.childElementCount === 0 && view.append(...peopleView(opportunity, ui));
  return { view, fill };
}

/** The diagnosis in its parts. What is paid or lost has its committee, and is not judged any more. */
function peopleView({ history, coverage }, ui) {
  const { words, ask } = ui;
  const about = { opportunity: history.opportunity };
  const section = (name, ...children) => el("section", { class: `part ${name}`, "data-part": name }, el("h4", {}, words.t(name)), children);
  const committee = section("committeeMap", guarded(() => committeeView(ask.committee(about), ui), ui));
  if (coverage === null) return [el("p", { class: "quiet" }, words.t("noCoverage")), committee];
  const covered = section("coverage", coverageView(coverage, ui));
  return guarded(() => {
    const verdict = ask.diagnosis(about);
    return [
      complianceView(verdict.compliance, ui),
      section("diagnosis", stepsView(verdict, ui)),
      section("nextMoves", movesView(verdict, ui)),
      committee, covered,
      el("div", { class: "part-pair" }, section("support", supportView(verdict.support, ui)), section("gates", gatesView(verdict.gates, ui))),
      section("chain", chainView(verdict.chain, ui)),
      section("plans", planView(verdict, ui)),
    ].filter((part) => part !== null);
  }, ui, [committee, covered]);
}

function summary({ name, history, coverage }, ui) {
  const { words, format } = ui;
  const { state } = history;
  const gaps = coverage?.gaps.length ?? 0;
  return el("summary", {},
    el("span", { class: "name" }, name ?? history.opportunity),
    state === null ? null : [
      el("span", { class: `badge status ${state.status}` }, words.word("opportunity_status", state.status)),
      el("span", { class: "cell" }, stageName(history, ui)),
      el("span", { class: "cell number" }, state.amount === null ? words.t("noAmount") : format.money(state.amount.amount, state.amount.currency, { whole: true })),
      el("span", { class: "cell number" }, state.probability === null ? "–" : format.percent(state.probability.value)),
      el("span", { class: "cell" }, gaps === 0 ? null : [severityBadge(coverage.gaps[0].severity, ui), ` ${words.t("gaps")} ${gaps}`]),
    ]);
}

function stageName(history, { words }) {
  const { state } = history;
  if (state.stage !== null) return words.stage(history.pipeline, state.stage);
  return state.unknown_stage === null ? words.t("unknown") : `${state.unknown_stage} (${words.word("anomaly", "unknown_stage")})`;
}

/** The stays in stages as text, for those who do not see the drawing. */
function visits(history, { words, format }) {
  return el("ol", { class: "visits" }, history.timeline.map((visit) => el("li", {},
    el("b", {}, words.stage(history.pipeline, visit.stage)), " ",
    words.t("days", { count: format.number(visit.days) }), " ",
    el("span", { class: "quiet" }, format.date(visit.entered), " – ", visit.left === null ? words.t("now") : format.date(visit.left),
      visit.visit > 1 ? ` · ${words.t("visit", { count: visit.visit })}` : null))));
}

function stateView(opportunity, account, ui) {
  const { words, format } = ui;
  const { history } = opportunity;
  const { state, stall, conformance } = history;
  const list = words.language === "en" ? ", " : "、";
  const stages = ui.stages(history.pipeline);
  const number = stages.findIndex((stage) => stage.id === state.stage) + 1;
  return pairs([
    [words.t("state"), words.word("opportunity_status", state.status)],
    [words.t("stage"), [stageName(history, ui), number > 0 ? ` (${words.t("stageOf", { number, count: stages.length })})` : null]],
    [words.t("daysInStage"), ["realised", "lost"].includes(state.status) ? null : [words.t("days", { count: format.number(state.days_in_stage) }), " ", stallText(stall, state, words)]],
    [words.t("amount"), state.amount === null ? words.t("noAmount") : format.money(state.amount.amount, state.amount.currency)],
    [words.t("probability"), state.probability === null ? null
      : `${format.percent(state.probability.value)} (${words.word("probability_source", state.probability.source)})`],
    [words.t("closeDate"), state.close_date === null ? words.t("unknown") : format.date(state.close_date)],
    [words.t("pushes"), state.close_date_pushes > 0 ? words.t("times", { count: state.close_date_pushes }) : null],
    [words.t("reopened"), state.times_reopened > 0 ? words.t("times", { count: state.times_reopened }) : null],
    [words.t("parkedSince"), state.parking === null ? null : parkingText(state.parking, ui)],
    [words.t("bookedOn"), format.date(state.booked_on)],
    [words.t("realisedOn"), format.date(state.realised_on)],
    [words.t("lost"), state.loss === null ? null : lossText(state.loss, history, ui)],
    [words.t("owner"), state.owner ?? words.t("nobody")],
    [words.t("endMarks"), state.end_marks_met.length === 0 ? words.t("none") : state.end_marks_met.map((stage) => words.stage(history.pipeline, stage)).join(list)],
    [words.t("conformance"), moves(conformance, words)],
    priceText(history.opportunity, account, ui),
  ]);
}

function stallText(stall, state, words) {
  if (stall === null || state.status === "parked") return null;
  const count = stall.threshold_days;
  return stall.stalled ? el("b", { class: "warn" }, `⚠ ${words.t("stalled", { count })}`) : el("span", { class: "quiet" }, `(${words.t("stallsAfter", { count })})`);
}

function moves(conformance, words) {
  const said = Object.entries(conformance).filter(([, count]) => count > 0).map(([kind, count]) => words.t(kind === "reopened" ? "reopenedTimes" : kind, { count }));
  return said.length === 0 ? words.t("none") : said.join(words.language === "en" ? ", " : "，");
}

function parkingText({ since, reason, resume_on: resume }, { words, format }) {
  return [format.date(since), resume === null ? null : `, ${words.t("resumesOn", { date: format.dateText(resume) })}`, reason === null ? null : ` – ${reason}`];
}

function lossText(loss, history, { words, format }) {
  return [format.date(loss.on), ": ", loss.reason === null ? words.t("unknown") : words.word("loss_reason", loss.reason),
    loss.competitor === null ? null : ` ${words.t("lostTo", { name: loss.competitor })}`,
    loss.from_stage === null ? null : ` (${words.stage(history.pipeline, loss.from_stage)})`,
    loss.note === null ? null : ` – ${loss.note}`];
}

/** Where the deal went in the forecast. */
function priceText(id, account, { words, format }) {
  const deal = account.forecast.deals.find((priced) => priced.opportunity === id);
  if (deal !== undefined) {
    const rate = deal.rate === null ? null : `, ${words.t("atRate", { rate: format.number(deal.rate.rate), date: format.dateText(deal.rate.on) })}`;
    return [words.t("inForecast"), [deal.quarter, rate, deal.overdue ? el("span", { class: "warn" }, ` ⚠ ${words.t("overdueNote")}`) : null]];
  }
  const left = account.forecast.unpriced.find((unpriced) => unpriced.opportunity === id);
  if (left === undefined) return [words.t("inForecast"), null];
  return [words.t("notInForecast"), el("span", { class: "warn" }, "⚠ ", left.causes.map((cause) => words.word("unpriced_cause", cause)).join(", "))];
}

function oddities(history, ui) {
  const { words, format } = ui;
  const later = history.events_after_as_of > 0
    ? el("p", { class: "quiet" }, words.t("eventsUsed", { used: format.number(history.events_used), later: format.number(history.events_after_as_of) })) : null;
  if (history.anomalies.length === 0) return later;
  return el("section", { class: "odd" }, el("h4", {}, words.t("anomalies")),
    el("ul", { class: "reasons" }, history.anomalies.map((anomaly) => el("li", {},
      el("strong", {}, words.word("anomaly", anomaly.code)), " ",
      el("span", { lang: words.language === "en" ? null : "en" }, anomaly.message), " ",
      anomaly.path ? el("code", {}, anomaly.path) : null))), later);
}
