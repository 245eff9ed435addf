// What is wrong with an input: errors that stopped a judgement, facts that were left out, odd histories.
import { capped, el, table } from "./dom.js";

const SHOWN = 40;

/** A refusal: its code and every problem of it. */
export function errorView({ name, code, message, problems, kept }, { words }) {
  return el("section", { class: "error", "data-code": code },
    el("h2", {}, words.t("errorTitle"), name ? `: ${name}` : ""),
    el("p", {}, el("code", { class: "code" }, code), " ", problems.length > 0 ? counted(problems, words) : message),
    problems.length > 0 ? problemTable(problems, words) : null,
    kept ? el("p", { class: "quiet" }, words.t("errorKept")) : null);
}

/** What `make` gives, or what the library says is wrong, and what there is all the same. */
export function guarded(make, { words }, others = []) {
  try {
    return make();
  } catch (error) {
    const { code = "not_loaded", message, problems = [] } = error;
    return [el("div", { role: "alert" }, errorView({ name: null, code, message, problems, kept: false }, { words })), ...others];
  }
}

function counted(problems, words) {
  return problems.length === 1 ? words.t("oneProblem") : words.t("problems", { count: problems.length });
}

function problemTable(problems, words) {
  const cells = (rows) => rows.map((problem) => el("tr", {},
    el("th", { scope: "row" }, el("code", {}, problem.code), el("br"), el("span", { class: "quiet" }, words.word("problem", problem.code))),
    el("td", {}, problem.path ? el("code", {}, problem.path) : "–"),
    el("td", { lang: words.language === "en" ? null : "en" }, problem.message),
    el("td", {}, isGiven(problem.value) ? el("code", {}, shown(problem.value)) : "–"),
    el("td", { lang: words.language === "en" ? null : "en" }, isGiven(problem.allowed) ? shown(problem.allowed) : "–")));
  const body = el("tbody");
  const more = capped(body, problems, SHOWN, cells, (count) => words.t("showMore", { count }));
  const heads = ["code", "path", "message", "value", "allowed"].map((key) => el("th", { scope: "col" }, words.t(key)));
  const whole = el("table", { class: "problems" }, el("thead", {}, el("tr", {}, heads)), body);
  const button = more === body ? null : more.querySelector("button");
  return el("div", {}, el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": words.t("leftOut") }, whole), button);
}

function isGiven(value) {
  return value !== null && value !== undefined && value !== "";
}

function shown(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What was left out of the verdicts, what is odd in histories, and how many rows were used. */
export function qualityView(ui) {
  const { words, review, format } = ui;
  const odd = review.accounts.flatMap((account) => account.opportunities.flatMap((opportunity) =>
    opportunity.history.anomalies.map((anomaly) => ({ account, opportunity, anomaly }))));
  const rows = review.counts.filter((count) => count.read > 0);
  return [
    el("h2", { id: "quality-title" }, words.t("quality")),
    el("div", { class: "card", id: "left-out" },
      el("h3", {}, words.t("leftOut")),
      review.left_out.length === 0
        ? el("p", {}, words.t("nothingLeftOut"))
        : [el("p", {}, words.t("leftOutCount", { count: format.number(review.left_out.length) })), problemTable(review.left_out, words)],
      el("details", {}, el("summary", {}, words.t("rows")),
        table(words.t("rows"), [
          { label: words.t("tableName"), cell: (count) => el("code", {}, count.table) },
          { label: words.t("read"), number: true, cell: (count) => format.number(count.read) },
          { label: words.t("used"), number: true, cell: (count) => el(count.used < count.read ? "strong" : "span", {}, format.number(count.used)) },
        ], rows, { class: "narrow" }))),
    el("div", { class: "card", id: "anomalies" },
      el("h3", {}, words.t("anomalies")),
      odd.length === 0 ? el("p", {}, words.t("noAnomalies")) : oddTable(odd, words)),
  ];
}

function oddTable(odd, words) {
  const list = el("ul", { class: "reasons" });
  const items = (rows) => rows.map(({ account, opportunity, anomaly }) => el("li", {},
    el("strong", {}, words.word("anomaly", anomaly.code)), " · ",
    el("a", { href: `#account/${encodeURIComponent(account.account)}` }, account.name), " · ",
    opportunity.name ?? opportunity.history.opportunity,
    el("p", { class: "sentence", lang: words.language === "en" ? null : "en" }, anomaly.message),
    anomaly.path ? el("code", {}, anomaly.path) : null));
  return capped(list, odd, SHOWN, items, (count) => words.t("showMore", { count }));
}
