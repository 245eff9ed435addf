// The opportunities of an account: state, stage timeline, price, and who covers which buying role.
import { drawing, el, pairs } from "./dom.js";
import { nextMove, reasonView, reasonsView, severityBadge } from "./reasons.js";
import { drawTimeline } from "./timeline.js";

const ORDER = ["open", "parked", "booked", "realised", "lost"];
const LETTERS = { coach: "C", user: "U", technical_gatekeeper: "T", economic_decision_maker: "E" };
const SEVERITIES = ["low", "medium", "high", "critical"];
const LEVELS = ["missing", "identified", "contacted", "favourable"];

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
  const { history, coverage } = opportunity;
  return el("details", { class: "opportunity", open, "data-opportunity": history.opportunity },
    summary(opportunity, ui),
    history.state === null ? el("p", {}, words.t("notBegun")) : [
      drawing((width) => drawTimeline(opportunity, width, ui)),
      visits(history, ui),
      stateView(opportunity, account, ui),
      el("section", {}, el("h4", {}, words.t("coverage")),
        coverage === null ? el("p", { class: "quiet" }, words.t("noCoverage")) : coverageView(coverage, ui)),
    ],
    oddities(history, ui),
    el("details", { class: "facts" }, el("summary", {}, words.t("why")), reasonsView(history.reasons, ui)));
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

// ------------------------------------------------------------------------------------------------ buying roles

function coverageView(coverage, ui) {
  const { words } = ui;
  const others = [["withoutRole", coverage.without_role], ["leftCustomer", coverage.left]].filter(([, people]) => people.length > 0);
  return [
    el("p", { class: "quiet" }, words.t("vetoRisk"), ": ", el("b", {}, words.word("veto_risk", coverage.veto_risk))),
    el("ul", { class: "roles" }, coverage.roles.map((role) => roleView(role, ui))),
    others.map(([key, people]) => el("div", { class: "others" }, el("h5", {}, words.t(key)), el("ul", { class: "people" }, people.map((person) => personView(person, ui))))),
    coverage.gaps.length === 0 ? el("p", { class: "calm" }, "✓ ", words.t("noGaps")) : [
      el("h5", {}, words.t("gaps")),
      el("ol", { class: "findings" }, coverage.gaps.map((gap) => el("li", { class: `finding ${gap.severity}` },
        el("p", { class: "finding-head" }, severityBadge(gap.severity, ui), " ", el("strong", {}, words.word("coverage_gap", gap.kind)),
          gap.role === null ? null : el("span", { class: "quiet" }, ` ${words.word("buying_role", gap.role)}`)),
        reasonView(gap.reason, ui), nextMove(gap.next_move, "next_move", words)))),
    ],
  ];
}

/** One role: a ladder of levels with the rung reached and the rung required, and who holds it. */
function roleView({ role, reached, required, holders }, ui) {
  const { words } = ui;
  const has = LEVELS.indexOf(reached);
  const needs = required === null ? 0 : LEVELS.indexOf(required);
  const state = required === null ? "free" : has < needs ? "short" : "met";
  const stateText = { free: `· ${words.t("roleFree")}`, short: `✕ ${words.t("roleShort")}`, met: `✓ ${words.t("roleMet")}` }[state];
  return el("li", { class: `role ${state}` },
    el("p", { class: "role-head" }, el("span", { class: "letter", "aria-hidden": "true" }, LETTERS[role] ?? "?"),
      el("b", {}, words.word("buying_role", role)), el("span", { class: "role-state" }, stateText)),
    el("ol", { class: "ladder", "aria-hidden": "true" }, LEVELS.slice(1).map((level, rung) =>
      el("li", { class: [rung < has ? "reached" : "", rung < needs ? "required" : ""].join(" ").trim() || null }))),
    pairs([
      [words.t("reached"), words.word("coverage_level", reached)],
      [words.t("required"), required === null ? words.t("notRequired") : words.word("coverage_level", required)],
    ], { class: "pairs tight" }),
    holders.length === 0 ? el("p", { class: "quiet" }, words.t("nobodyKnown"))
      : el("ul", { class: "people" }, holders.map((person) => personView(person, ui))));
}

function personView(person, { words, format, index }) {
  const row = index.row("stakeholder", person.stakeholder);
  const contact = person.last_contact === null ? `${words.t("lastContact")}: ${words.t("never")}`
    : [`${words.t("lastContact")}: `, format.date(person.last_contact), ` (${words.t("daysAgo", { count: person.days_since_contact })})`];
  const met = person.last_met === null ? words.t("neverMet") : words.t("met", { date: format.dateText(person.last_met) });
  const stance = person.stance === null ? words.t("stanceUnknown") : words.word("stance", person.stance);
  return el("li", {},
    el("b", {}, index.name("stakeholder", person.stakeholder)),
    typeof row?.title === "string" ? el("span", { class: "quiet" }, ` ${row.title}`) : null,
    el("span", { class: "line" }, el("span", { class: `badge stance ${person.stance ?? "unknown"}` }, stance),
      person.influence === null ? null : el("span", { class: "quiet" }, ` ${words.t("influence", { value: format.number(person.influence) })}`),
      person.coach_position === null ? null : el("span", { class: "quiet" }, ` · ${words.word("coach_position", person.coach_position)}`)),
    el("span", { class: "line quiet" }, contact, " · ", met, person.left_on === null ? null : ` · ${words.t("leftOn", { date: format.dateText(person.left_on) })}`));
}
