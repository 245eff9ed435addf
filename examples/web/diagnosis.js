// The diagnosis of an opportunity: six steps and where it is stuck, what to do next, and what must not be done.
import { capped, el, pairs, table } from "./dom.js";
import { LETTERS } from "./marks.js";
import { listed, markedName, personName } from "./people.js";
import { nextMove, reasonView, reasonsView, sentence, severityBadge } from "./reasons.js";

const STATES = { clear: "✓", open: "○", stuck: "✕", unknown: "?" };
const MOVES_SHOWN = 6;
const KEY_PEOPLE_SHOWN = 8;

/** Six steps in their order; where it is stuck is said in words too. */
export function stepsView({ steps, stuck_at: stuckAt, phase, directions }, ui) {
  const { words } = ui;
  const stuck = steps.find(({ step }) => step === stuckAt);
  return [
    el("ol", { class: "steps" }, steps.map(({ step, state, severity, reasons }, place) =>
      el("li", { class: `diagnosis-step ${state}${step === stuckAt ? " stuck-here" : ""}`, "data-step": step, "aria-current": step === stuckAt ? "step" : null },
        el("p", { class: "step-head" }, el("span", { class: "step-number" }, String(place + 1)), el("span", { class: "step-mark", "aria-hidden": "true" }, STATES[state] ?? "?"), el("span", { class: "step-state" }, words.word("step_state", state))),
        el("p", { class: "step-name" }, words.word("diagnosis_step", step)),
        el("p", { class: "step-foot" }, severity === null ? null : severityBadge(severity, ui), reasons.length > 1 ? el("span", { class: "quiet" }, words.t("reasonsCount", { count: reasons.length })) : null)))),
    stuck === undefined ? el("p", { class: "calm" }, words.t("notStuck"))
      : el("p", { class: "stuck-at" }, el("b", {}, `${words.t("stuckAt", { step: words.word("diagnosis_step", stuckAt) })} `), stuck.reasons.length === 0 ? null : sentence(stuck.reasons[0], ui)),
    phaseView(phase, directions, ui),
    el("details", { class: "why" }, el("summary", {}, words.t("why")), el("ol", { class: "step-reasons" }, steps.map(({ step, reasons }) =>
      el("li", {}, el("h5", {}, words.word("diagnosis_step", step)), reasonsView(reasons, ui) ?? el("p", { class: "quiet" }, words.t("none")))))),
  ];
}

/** What the stage is about, and from which side we can work. */
function phaseView({ end_mark: endMark, is_end_mark_met: isMet, activity }, directions, ui) {
  const { words } = ui;
  const said = (pair) => pair[words.language] ?? pair.en;
  const met = { true: ` (✓ ${words.t("roleMet")})`, false: ` (${words.t("notMet")})` }[isMet] ?? "";
  return pairs([
    [words.t("activity"), activity === null ? null : said(activity)],
    [words.t("endMark"), endMark === null ? null : said(endMark) + met],
    ...directions.map(({ direction, is_open: isOpen, stakeholders, reason }) => [words.word("working_direction", direction), el("span", { title: reason.message },
      { true: `✓ ${words.t("wayOpen")}`, false: `✕ ${words.t("wayClosed")}` }[isOpen] ?? `? ${words.t("unknown")}`,
      stakeholders.length === 0 ? null : el("span", { class: "quiet" }, ` · ${listed(stakeholders.map((id) => personName(id, ui)), words)}`))]),
  ], { class: "pairs phase" });
}

// ------------------------------------------------------------------------------------------------ moves

export function movesView({ next_moves: moves, more_moves: more }, ui) {
  const { words, format } = ui;
  if (moves.length === 0) return el("p", { class: "calm" }, "✓ ", words.t("noMoves"));
  return [capped(el("ol", { class: "findings moves" }), moves, MOVES_SHOWN, (some) => some.map((move) => moveView(move, ui)), (count) => words.t("showMore", { count })),
    more === 0 ? null : el("p", { class: "quiet note" }, words.t("moreMoves", { count: format.number(more) }))];
}

function moveView(move, ui) {
  const { words } = ui;
  const about = [
    move.gap === null ? null : words.word("coverage_gap", move.gap),
    move.role === null ? null : `${LETTERS[move.role]} ${words.word("buying_role", move.role)}`,
    move.driver === null ? null : `${words.t("driver")}: ${words.word("driver", move.driver)}`,
    move.communication_style === null ? null : `${words.t("style")}: ${words.word("communication_style", move.communication_style)}`,
  ].filter(Boolean);
  return el("li", { class: `finding move ${move.severity}`, "data-rank": move.rank },
    el("p", { class: "finding-head" }, el("span", { class: "rank" }, String(move.rank)), severityBadge(move.severity, ui), el("strong", { class: "move-text" }, move.text[words.language] ?? move.text.en)),
    about.length === 0 ? null : el("p", { class: "quiet line" }, about.join(" · ")),
    move.path === null ? null : el("p", { class: "path" }, el("span", { class: "quiet" }, `${words.t("way")}: `), pathView(move.path, ui)),
    el("details", { class: "facts" }, el("summary", {}, words.t("why")), reasonView(move.reason, ui)));
}

/** A way to somebody: who of us, through whom, and what connects them. */
function pathView({ member, steps }, ui) {
  const { words } = ui;
  return el("span", { class: "way" }, el("span", { class: "way-member" }, member ?? words.t("memberUnknown")), steps.map(({ stakeholder, stance, link }) => [
    el("span", { class: "way-link quiet" }, ` → ${link === null ? "" : `(${words.word("chain_link", link)}) `}`), markedName(stakeholder, stance, ui)]));
}

// ------------------------------------------------------------------------------------------------ compliance

/** What breaks the rules of honest dealing: marked apart from everything that sells. */
export function complianceView(findings, ui) {
  const { words, format } = ui;
  if (findings.length === 0) return null;
  return el("section", { class: "compliance", role: "note" },
    el("h4", {}, el("span", { "aria-hidden": "true" }, "§ "), words.t("compliance")),
    el("p", { class: "note" }, words.t("complianceNote")),
    el("ul", { class: "findings" }, findings.map((finding) => el("li", { class: `finding ${finding.severity}`, "data-compliance": finding.kind },
      el("p", { class: "finding-head" }, severityBadge(finding.severity, ui), " ", el("strong", {}, words.word("compliance", finding.kind)),
        el("span", { class: "quiet" }, [finding.stakeholder === null ? null : personName(finding.stakeholder, ui), finding.on === null ? null : format.dateText(finding.on)].filter(Boolean).map((text) => ` · ${text}`))),
      reasonView(finding.reason, ui), nextMove(finding.next_move ?? null, "next_move", words)))));
}

// ------------------------------------------------------------------------------------------------ chain

/** Who matters most, how to reach whom we need, and what is odd in the reporting lines. */
export function chainView({ key_people: keyPeople, approaches, circles, broken_lines: broken }, ui) {
  const { words, format } = ui;
  return [
    keyPeople.length === 0 ? null : [el("h5", {}, words.t("keyPeople")), table(words.t("keyPeople"), [
      { label: words.t("person"), cell: ({ rank, stakeholder, stance }) => [`${rank} `, markedName(stakeholder, stance, ui)] },
      { label: words.t("stance"), cell: ({ stance }) => (stance === null ? words.t("unknown") : words.word("stance", stance)) },
      { label: words.t("influenceHead"), number: true, cell: ({ influence }) => (influence === null ? words.t("unknown") : format.number(influence)) },
      { label: words.t("centrality"), number: true, cell: ({ centrality }) => (centrality === null ? words.t("unknown") : format.score(centrality)) },
      { label: words.t("points"), number: true, cell: ({ score }) => (score === null ? words.t("unknown") : format.number(score)) },
    ], keyPeople.slice(0, KEY_PEOPLE_SHOWN), { class: "narrow" })],
    approaches.length === 0 ? null : [el("h5", {}, words.t("approaches")), approachesList(approaches, ui)],
    circles.length + broken.length === 0 ? null : [el("h5", {}, words.t("brokenLines")), el("ul", { class: "reasons" },
      circles.map(({ stakeholders }) => el("li", {}, words.t("circle"), ": ", [...stakeholders, stakeholders[0]].map((id) => personName(id, ui)).join(" → "))),
      broken.map(({ stakeholder, kind, superior }) => el("li", {}, personName(stakeholder, ui), ": ", words.word("broken_line", kind), superior === null ? null : ` (${personName(superior, ui)})`)))],
  ];
}

function approachesList(approaches, ui) {
  const { words } = ui;
  return capped(el("ul", { class: "reasons approaches" }), approaches, MOVES_SHOWN, (some) => some.map((approach) => el("li", { "data-target": approach.target },
    el("p", {}, el("b", {}, personName(approach.target, ui)), " ", el("span", { class: "quiet" }, [...approach.roles.map((role) => words.word("buying_role", role)), words.word("approach_cause", approach.cause)].join(" · "))),
    approach.no_path === null ? null : el("p", { class: "warn" }, "✕ ", words.word("no_path_cause", approach.no_path)),
    el("ol", { class: "paths" }, approach.paths.map((path) => el("li", {}, pathView(path, ui), el("span", { class: "quiet" }, ` · ${words.t("distance", { value: path.distance })}`)))),
    approach.blockers.length === 0 ? null : el("p", { class: "blockers" }, "⚠ ", listed(approach.blockers.map(({ kind, stakeholder }) => `${personName(stakeholder, ui)} (${words.word("blocker", kind)})`), words)))),
  (count) => words.t("showMore", { count }));
}

// ------------------------------------------------------------------------------------------------ tasks, rivals, plan

export function planView({ tasks, competitors, plan }, ui) {
  const { words, format } = ui;
  return el("div", { class: "plan" },
    el("div", {}, el("h5", {}, words.t("tasks")), tasks.length === 0 ? el("p", { class: "quiet" }, words.t("noTasks")) : el("ul", { class: "reasons" }, tasks.map((task) => el("li", {},
      el("b", {}, task.title), el("span", { class: "line quiet" }, [task.owner ?? words.t("nobody"), task.due_on === null ? words.t("noDate") : format.dateText(task.due_on),
        task.stakeholder === null ? null : personName(task.stakeholder, ui)].filter(Boolean).join(" · "), task.is_overdue ? el("span", { class: "warn" }, ` ⚠ ${words.t("overdueBy", { count: format.number(task.days_overdue ?? 0) })}`) : null))))),
    el("div", {}, el("h5", {}, words.t("competitors")), competitors.length === 0 ? el("p", { class: "quiet" }, words.t("none")) : el("ul", { class: "reasons" }, competitors.map((rival) => el("li", {},
      el("b", {}, rival.competitor), ": ", rival.standing === null ? words.t("unknown") : words.word("competitor_standing", rival.standing),
      el("span", { class: "line quiet" }, rival.strategy ?? words.t("noStrategy")))))),
    el("div", {}, el("h5", {}, words.t("plan")), plan.plan === null ? el("p", { class: "quiet" }, words.t("noPlan")) : pairs([
      [words.t("goal"), plan.plan.goal ?? words.t("unknown")],
      [words.t("internalResources"), plan.plan.internal_resources.length === 0 ? words.t("none") : listed(plan.plan.internal_resources, words)],
      [words.t("externalResources"), plan.plan.external_resources.length === 0 ? words.t("none") : listed(plan.plan.external_resources, words)],
    ], { class: "pairs single" }),
    plan.gaps.length === 0 ? null : el("ul", { class: "plan-gaps" }, plan.gaps.map((gap) => el("li", { "data-plan-gap": gap.kind }, severityBadge(gap.severity, ui), " ", words.word("plan_gap", gap.kind))))));
}
