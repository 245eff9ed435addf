// Reasons: one sentence, the numbers compared, the facts behind it.
import { el } from "./dom.js";
import { describe } from "./facts.js";
import { measureName } from "./measures.js";

const MARKS = { critical: "◆", high: "▲", medium: "●", low: "○" };

/** A severity: shape, word and colour. */
export function severityBadge(severity, { words }, count = null) {
  const text = words.word("severity", severity);
  return el("span", { class: `badge severity ${severity}` },
    el("span", { class: "mark", "aria-hidden": "true" }, MARKS[severity] ?? "·"), count === null ? text : `${count} ${text}`);
}

/** How many findings of a severity: shape and number; the word is read out and shown on hovering. */
export function severityCount(severity, count, { words }) {
  const text = words.word("severity", severity);
  return el("span", { class: `badge severity ${severity}`, title: text },
    el("span", { class: "mark", "aria-hidden": "true" }, MARKS[severity] ?? "·"), String(count), el("span", { class: "hidden" }, ` ${text}`));
}

/** One reason in full. */
export function reasonView(reason, ui) {
  return el("div", { class: "reason" },
    el("p", { class: "sentence" }, sentence(reason, ui)),
    comparisons(reason.compared, ui),
    facts(reason, ui));
}

/** Several reasons as a list. */
export function reasonsView(reasons, ui) {
  if (reasons.length === 0) return null;
  return el("ul", { class: "reasons" }, reasons.map((reason) => el("li", {}, reasonView(reason, ui))));
}

/** The reason's sentence, with the names of people and deals where it has their identifiers. */
export function sentence(reason, { words, index }) {
  let message = reason.message;
  for (const { kind, id } of reason.facts) {
    if (kind !== "stakeholder" && kind !== "opportunity") continue;
    const name = index.name(kind, id);
    if (name === id) continue;
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_-])${id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_-])`, "gu");
    message = message.replace(whole, () => name);
  }
  return el("span", { lang: words.language === "en" ? null : "en" }, message);
}

/** The numbers compared: what it was, and the limit it was held against. */
function comparisons(compared, ui) {
  if (compared.length === 0) return null;
  return el("ul", { class: "compared", "aria-label": ui.words.t("compared") }, compared.map(({ name, actual, limit, unit }) =>
    el("li", {},
      el("span", { class: "quiet" }, `${measureName(name, ui.words.language)} `),
      el("b", {}, actual === null ? ui.words.t("unknown") : measured(actual, unit, ui)),
      limit === null ? null : el("span", { class: "limit" }, ui.words.t("against", { value: measured(limit, unit, ui) })))));
}

function measured(value, unit, { words, format }) {
  // A limit may be a range or words.
  if (["days", "count", "share", "ratio"].includes(unit) && !Number.isFinite(Number(value))) return value;
  switch (unit) {
    case "days": return words.t("days", { count: format.number(value) });
    case "count": return format.number(value);
    case "share": return format.percent(value);
    case "ratio": return `× ${format.number(value)}`;
    case "date": return format.dateText(value);
    case "word": return words.anyWord(value);
    case "money": return moneyOf(value, format);
    default: return value;
  }
}

/** An amount is written as `1800.00 EUR`, or alone where no currency is known. */
function moneyOf(value, format) {
  const [amount, currency] = value.split(" ");
  return currency === undefined ? value : format.moneyText(amount, currency);
}

function facts(reason, ui) {
  if (reason.fact_count === 0) return null;
  const { words } = ui;
  const shown = reason.facts.length;
  return el("details", { class: "facts" },
    el("summary", {}, words.t("facts", { count: reason.fact_count })),
    shown < reason.fact_count ? el("p", { class: "quiet" }, words.t("factsShown", { shown, count: reason.fact_count })) : null,
    el("ul", {}, reason.facts.map((fact) => el("li", {},
      el("span", { class: "quiet" }, words.word("fact_kind", fact.kind)), " ",
      describe(fact, ui.index, ui) ?? "", " ", el("code", {}, fact.id)))));
}

/** What to do, from a vocabulary; nothing where there is no such advice. */
export function nextMove(move, vocabulary, words) {
  if (move === null) return null;
  return el("p", { class: "next" }, el("span", { class: "quiet" }, `→ ${words.t("nextMove")}: `), words.word(vocabulary, move));
}
