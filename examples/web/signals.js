// The six high-risk signals: what the facts say, since when, and what a person has muted.
import { el, pairs } from "./dom.js";
import { nextMove, reasonsView, severityBadge } from "./reasons.js";

const MARKS = { raised: "⚑", clear: "✓", unknown: "?", muted: "⊘" };

export function signalsView(verdict, ui) {
  const { words, format } = ui;
  return el("ul", { class: "signals" }, verdict.signals.map((signal) => el("li", { class: `signal ${signal.state}`, "data-signal": signal.kind },
    el("p", { class: "finding-head" },
      el("span", { class: `badge state ${signal.state}` }, el("span", { class: "mark", "aria-hidden": "true" }, MARKS[signal.state] ?? "·"), words.word("signal_state", signal.state)), " ",
      el("strong", {}, words.word("signal", signal.kind)), " ",
      signal.severity === null ? null : severityBadge(signal.severity, ui)),
    pairs([
      [words.t("since"), format.date(signal.since)],
      [words.t("confidence"), signal.confidence === null ? null : words.word("confidence", signal.confidence)],
    ], { class: "pairs inline" }),
    signal.mute === null ? null : mute(signal, ui),
    reasonsView(signal.reasons, ui),
    nextMove(signal.play, "signal_play", words))));
}

function mute({ mute: { reason, until, by }, outcome }, { words, format }) {
  return el("p", { class: "mute" }, el("b", {}, words.t("mutedUntil", { date: format.dateText(until) })),
    by === null ? null : ` ${words.t("mutedBy", { name: by })}`, `: ${reason} `,
    el("span", { class: "quiet" }, `(${words.t("outcomeWas", { outcome: words.word("signal_outcome", outcome) })})`));
}
