// How far a buying committee is covered: the score with its parts, the roles, and the gaps.
import { el, pairs, svg } from "./dom.js";
import { LETTERS, stanceKey } from "./marks.js";
import { contactText, listed, personName, stanceText } from "./people.js";
import { nextMove, reasonView, severityBadge } from "./reasons.js";

const LEVELS = ["missing", "identified", "contacted", "favourable", "contributing"];
/** How many holders of a role are shown at once. */
const SHOWN = 4;

export function coverageView(coverage, ui) {
  const { words } = ui;
  const people = new Map(coverage.people.map((person) => [person.stakeholder, person]));
  const named = (ids) => ids.map((id) => people.get(id)).filter(Boolean);
  const others = [["withoutRole", named(coverage.without_role)], ["leftCustomer", named(coverage.left)]].filter(([, list]) => list.length > 0);
  return [
    scoreView(coverage.score, ui),
    el("p", { class: "quiet veto" }, words.t("vetoRisk"), ": ", el("b", {}, words.word("veto_risk", coverage.veto_risk))),
    el("ul", { class: "roles" }, coverage.roles.map((role) => roleView(role, named(role.holders), ui))),
    others.map(([key, list]) => el("details", { class: "others" }, el("summary", {}, `${words.t(key)} (${list.length})`),
      el("ul", { class: "people" }, list.map((person) => personView(person, ui))))),
    gapsView(coverage.gaps, ui),
  ];
}

// ------------------------------------------------------------------------------------------------ score

/** A score is never shown without its parts: what each role could bring, what it brings, and what caps the sum. */
function scoreView(score, ui) {
  const { words, format } = ui;
  if (score === null) return el("p", { class: "quiet" }, words.t("noScore"));
  const total = score.parts.reduce((sum, { weight }) => sum + Number(weight), 0);
  return el("div", { class: "score", "data-score": score.value },
    el("p", { class: "figure" }, format.number(score.value), el("small", {}, ` / 100 · ${words.t("coverageScore")}`)),
    score.cap === null ? null : el("p", { class: "warn" }, "⚠ ", words.t("cappedAt", {
      limit: format.number(score.cap.limit), uncapped: format.number(score.uncapped),
      gap: words.word("coverage_gap", score.cap.gap), people: listed(score.cap.stakeholders.map((id) => personName(id, ui)), words),
    })),
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": words.t("scoreParts") }, el("table", { class: "score-parts" }, el("caption", { class: "hidden" }, words.t("scoreParts")),
      el("thead", {}, el("tr", {}, ["role", "reached", "required", "points"].map((key) => el("th", { scope: "col", class: key === "points" ? "number" : null }, words.t(key))), el("th", { scope: "col" }, el("span", { class: "hidden" }, words.t("points"))))),
      el("tbody", {}, score.parts.map((part) => partRow(part, total, ui))),
      el("tfoot", {}, el("tr", {}, el("th", { scope: "row", colspan: "3" }, words.t("sum")), el("td", { class: "number" }, `${format.number(score.uncapped)} / 100`), el("td"))))));
}

function partRow({ role, weight, reached, required, attained, points }, total, { words, format }) {
  const most = (100 * Number(weight)) / total;
  return el("tr", { "data-role": role },
    el("th", { scope: "row" }, el("b", { class: "role-letter" }, LETTERS[role]), " ", words.word("buying_role", role)),
    el("td", {}, words.word("coverage_level", reached)), el("td", {}, words.word("coverage_level", required)),
    el("td", { class: "number" }, `${format.number(points)} / ${format.tenth(most)}`),
    el("td", { class: "bar-cell" }, svg("svg", { class: "part-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true", style: `inline-size: ${most.toFixed(2)}%` },
      svg("rect", { class: "possible", x: 0, y: 1, width: 100, height: 8 }),
      svg("rect", { class: "attained", x: 0, y: 1, width: 100 * Number(attained), height: 8 }))));
}

// ------------------------------------------------------------------------------------------------ roles

/** One role: a ladder of levels with the rung reached and the rung required, and who holds it. */
function roleView({ role, reached, required }, holders, ui) {
  const { words } = ui;
  const has = LEVELS.indexOf(reached);
  const needs = required === null ? 0 : LEVELS.indexOf(required);
  const state = required === null ? "free" : has < needs ? "short" : "met";
  const stateText = { free: `· ${words.t("roleFree")}`, short: `✕ ${words.t("roleShort")}`, met: `✓ ${words.t("roleMet")}` }[state];
  const list = el("ul", { class: "people" }, holders.slice(0, SHOWN).map((person) => personView(person, ui)));
  return el("li", { class: `role ${state}`, "data-role": role },
    el("p", { class: "role-head" }, el("span", { class: "letter", "aria-hidden": "true" }, LETTERS[role] ?? "?"),
      el("b", {}, words.word("buying_role", role)), el("span", { class: "role-state" }, stateText)),
    el("ol", { class: "ladder", "aria-hidden": "true" }, LEVELS.slice(1).map((level, rung) =>
      el("li", { title: words.word("coverage_level", level), class: [rung < has ? "reached" : "", rung < needs ? "required" : ""].join(" ").trim() || null }))),
    pairs([
      [words.t("reached"), words.word("coverage_level", reached)],
      [words.t("required"), required === null ? words.t("notRequired") : words.word("coverage_level", required)],
    ], { class: "pairs tight" }),
    holders.length === 0 ? el("p", { class: "quiet" }, words.t("nobodyKnown")) : list,
    holders.length <= SHOWN ? null : el("details", {}, el("summary", {}, words.t("showMore", { count: holders.length - SHOWN })),
      el("ul", { class: "people" }, holders.slice(SHOWN).map((person) => personView(person, ui)))));
}

function personView(person, ui) {
  const { words, format, index } = ui;
  const row = index.row("stakeholder", person.stakeholder);
  const met = person.last_met === null ? words.t("neverMet") : words.t("met", { date: format.dateText(person.last_met) });
  const depth = words.word("contact_depth", person.contact_depth);
  return el("li", {},
    el("b", {}, personName(person.stakeholder, ui)),
    typeof row?.title === "string" ? el("span", { class: "quiet" }, ` ${row.title}`) : null,
    el("span", { class: "line" }, el("span", { class: `badge stance ${person.stance ?? "unknown"}` }, stanceKey(person.stance), stanceText(person, words)),
      person.influence === null ? null : el("span", { class: "quiet" }, ` ${words.t("influence", { value: format.number(person.influence) })}`),
      person.coach_position === null ? null : el("span", { class: "quiet" }, ` · ${words.word("coach_position", person.coach_position)}`)),
    el("span", { class: "line quiet" }, words.t("contactIs", { depth }), " · ", `${words.t("lastContact")}: ${contactText(person, ui)}`, " · ", met,
      person.left_on === null ? null : ` · ${words.t("leftOn", { date: format.dateText(person.left_on) })}`));
}

// ------------------------------------------------------------------------------------------------ gaps

function gapsView(gaps, ui) {
  const { words } = ui;
  if (gaps.length === 0) return el("p", { class: "calm" }, "✓ ", words.t("noGaps"));
  return [
    el("h5", {}, words.t("gaps")),
    el("ol", { class: "findings gaps" }, gaps.map((gap) => el("li", { class: `finding ${gap.severity}`, "data-gap": gap.kind },
      el("p", { class: "finding-head" }, severityBadge(gap.severity, ui), " ", el("strong", {}, words.word("coverage_gap", gap.kind)),
        gap.role === null ? null : el("span", { class: "quiet" }, ` ${words.word("buying_role", gap.role)}`)),
      reasonView(gap.reason, ui), nextMove(gap.next_move, "next_move", words)))),
  ];
}
