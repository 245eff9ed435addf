// Three gates and nine information points: is the project safe, and how fresh is what we know of it.
import { el } from "./dom.js";
import { listed } from "./people.js";
import { reasonsView, severityBadge } from "./reasons.js";

const GATES = { passed: "✓", not_passed: "✕", unknown: "?" };
const KNOWN = { confirmed: "●", partial: "◐", unknown: "○" };

export function gatesView(verdict, ui) {
  const { words } = ui;
  return [
    el("p", { class: verdict.is_safe ? "calm" : "quiet" }, verdict.is_safe ? `✓ ${words.t("allGatesPassed")}` : words.t("gatesNote")),
    el("ul", { class: "gates" }, verdict.gates.map((gate) => gateView(gate, ui))),
    el("h5", {}, words.t("informationPoints")),
    el("ol", { class: "points" }, verdict.information.map((point) => pointView(point, ui))),
  ];
}

function gateView({ gate, state, severity, reasons }, ui) {
  const { words } = ui;
  return el("li", { class: `gate ${state}`, "data-gate": gate },
    el("p", { class: "gate-head" }, el("span", { class: "gate-mark", "aria-hidden": "true" }, GATES[state] ?? "?"), el("b", {}, words.word("gate", gate)),
      el("span", { class: "gate-state" }, words.word("gate_state", state)), severity === null ? null : severityBadge(severity, ui)),
    reasonsView(reasons, ui));
}

function pointView({ point, state, is_stale: isStale, on, age_days: age, source, success_factors: factors, followed }, ui) {
  const { words, format } = ui;
  const since = followed.length > 1 ? words.t("followedTimes", { count: followed.length }) : null;
  return el("li", { class: `point ${state}${isStale ? " stale" : ""}`, "data-point": point },
    el("p", {}, el("span", { class: "point-mark", "aria-hidden": "true" }, KNOWN[state] ?? "○"), el("b", {}, words.word("information_point", point))),
    el("p", { class: "line" }, words.word("information_state", state), isStale ? el("span", { class: "warn" }, ` ⚠ ${words.t("stale")}`) : null),
    el("p", { class: "line quiet" }, on === null ? words.t("neverRecorded") : `${format.dateText(on)} (${words.t("daysAgo", { count: format.number(age ?? 0) })})`,
      source === null ? null : ` · ${source}`),
    factors.length === 0 ? null : el("p", { class: "line" }, listed(factors, words), since === null ? null : el("span", { class: "quiet" }, ` · ${since}`)));
}
