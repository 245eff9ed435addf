// Small parts of several views: links to accounts, amounts and shares that may be unknown, the reasons folded away.
import { el } from "./dom.js";
import { reasonsView } from "./reasons.js";

/** An account's name, which leads to it. */
export function accountLink(account, { index }) {
  return el("a", { href: `#account/${encodeURIComponent(account)}` }, index.name("account", account));
}

/** Several of them in a line. */
export function accountLinks(accounts, ui) {
  const between = ui.words.language === "en" ? ", " : "、";
  return accounts.flatMap((account, place) => [place === 0 ? null : between, accountLink(account, ui)]);
}

/** What is made of a value, or that it is unknown. */
export function known(value, make, { words }) {
  return value === null || value === undefined ? el("span", { class: "quiet" }, words.t("unknown")) : make(value);
}

/** An amount in whole units with its currency. */
export function sum(money, ui) {
  return known(money, ({ amount, currency }) => ui.format.money(amount, currency, { whole: true }), ui);
}

/** An amount in whole units where the currency is said elsewhere. */
export function plainSum(money, ui) {
  return known(money, ({ amount }) => ui.format.amount(amount), ui);
}

export function share(value, ui) {
  return known(value, ui.format.percentTenth, ui);
}

/** A probability in whole percent, so that it claims no more than it knows. */
export function odds(value, ui) {
  return known(value, ui.format.odds, ui);
}

/** Reasons, folded away. */
export function why(reasons, ui) {
  return reasons.length === 0 ? null : el("details", { class: "why" }, el("summary", {}, ui.words.t("why")), reasonsView(reasons, ui));
}

/** A card of a section; `width` may be `two` or `three` columns. */
export function card(id, title, note, content, width = "") {
  return el("section", { class: `card ${width}`.trimEnd(), id }, el("h3", {}, title, note === null ? null : [" ", el("small", {}, note)]), content);
}

/** A list to choose from; `change` is told what was chosen. */
export function choices(id, label, options, chosen, change) {
  const list = el("select", { id, onchange: (event) => change(event.target.value) }, options.map(([value, text]) => el("option", { value }, text)));
  list.value = chosen;
  return el("label", { class: "field" }, el("span", {}, label), list);
}

/** A day to choose. */
export function dayField(id, label, day, last, change) {
  return el("label", { class: "field" }, el("span", {}, label), el("input", { id, type: "date", required: true, max: last, value: day, onchange: (event) => {
    if (event.target.reportValidity()) change(event.target.value);
  } }));
}

export function controls(label, ...fields) {
  return el("form", { class: "controls", "aria-label": label, onsubmit: (event) => event.preventDefault() }, fields);
}
