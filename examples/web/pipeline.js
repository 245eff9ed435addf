// The pipeline: its funnel, how long stages last, how it moved, what came of it, and what holds it up.
import { cohortsView } from "./cohorts.js";
import { el } from "./dom.js";
import { dwellView } from "./dwell.js";
import { funnelView } from "./funnel.js";
import { bottleneckCard, conformanceCard, stalledCard } from "./hindrances.js";
import { movementView } from "./movement.js";
import { lossesCard, outcomesCard } from "./outcomes.js";
import { reasonsView } from "./reasons.js";

/** The section. `ui.funnel` and `ui.cohorts` are verdicts; `ui.choice` is what the reader chose in the section. */
export function pipelineView(ui) {
  const { words, funnel, choice } = ui;
  const title = el("h2", { id: "pipeline-title" }, words.t("pipeline"));
  const used = funnel.pipelines.filter(({ opportunities }) => opportunities > 0);
  if (used.length === 0) return [title, el("p", { class: "quiet nothing" }, words.t("emptyPipeline")), ...beside(funnel, ui)];
  const holder = el("div");
  const pipelines = el("select", { id: "pipeline-choice", onchange: (event) => {
    choice.pipeline = event.target.value;
    show();
  } }, used.map(({ pipeline }) => el("option", { value: pipeline }, words.pipeline(pipeline))));
  const card = (id, heading, note, content, width = "card") =>
    el("section", { class: width, id }, el("h3", {}, heading, " ", el("small", {}, note)), content);
  const movement = card("movement", words.t("movementOf"), words.t("movementNote"), movementView(ui), "card two");
  const cohorts = card("cohorts", words.t("cohorts"), words.t("cohortsNote"), cohortsView(ui), "card two");
  const show = () => {
    const chosen = used.find(({ pipeline }) => pipeline === choice.pipeline) ?? used[0];
    pipelines.value = chosen.pipeline;
    holder.replaceChildren(el("div", { class: "grid" },
      card("funnel", words.t("funnel"), words.t("ofDeals", { count: ui.format.number(chosen.opportunities) }), funnelView(chosen, ui)),
      card("dwell", words.t("dwell"), words.word("day_basis", funnel.days), dwellView(chosen, ui)),
      el("div", { class: "stack" }, bottleneckCard(chosen, ui), stalledCard(chosen, ui)),
      outcomesCard(chosen, ui),
      movement,
      el("div", { class: "stack beside" }, lossesCard(chosen, ui), conformanceCard(chosen, ui)),
      cohorts));
  };
  show();
  const wide = matchMedia("(min-width: 901px), print").matches;
  return [
    title,
    el("details", { class: "breakdown", open: choice.open ?? wide, ontoggle: (event) => { choice.open = event.target.open; } },
      el("summary", {}, words.t("pipelineSummary")),
      used.length < 2 ? null : el("div", { class: "controls" }, el("label", { class: "field" }, el("span", {}, words.t("pipelineChoice")), pipelines)),
      ...beside(funnel, ui),
      holder),
  ];
}

/** What stands in no funnel, and the reasons of the verdict. */
function beside({ not_created_yet: later, in_unknown_pipeline: unknown, reasons }, ui) {
  const { words, format } = ui;
  return [
    later === 0 ? null : el("p", { class: "quiet" }, words.t("notCreatedYet", { count: format.number(later) })),
    unknown === 0 ? null : el("p", { class: "notice" }, "⚠ ", words.t("inUnknownPipeline", { count: format.number(unknown) })),
    reasons.length === 0 ? null : el("details", { class: "why" }, el("summary", {}, words.t("why")), reasonsView(reasons, ui)),
  ].filter(Boolean);
}
