// How the pipeline moved between two days: the choice of days and currency, the waterfall, and every step of it.
import { el, longTable, table } from "./dom.js";
import { errorView } from "./problems.js";
import { reasonsView } from "./reasons.js";
import { linesOf, waterfallView } from "./waterfall.js";

const SHOWN = 12;
/** The key of all currencies together. */
const ALL = "*";

/**
 * The card. `ui.choice` keeps what was chosen while the page is drawn again; `ui.move({ from, to, period })` asks the
 * library.
 */
export function movementView(ui) {
  const { words, format, choice } = ui;
  const result = el("div", { id: "movement-result" });
  const quarterText = el("span");
  const currencies = el("select", { id: "movement-currency", onchange: (event) => {
    choice.currency = event.target.value;
    show();
  } });
  const currencyField = el("label", { class: "field" }, el("span", {}, words.t("currency")), currencies);
  let answer = null;
  let offered = [];

  function ask() {
    const quarter = quarterOf(choice.to, ui.fiscalStart);
    quarterText.textContent = words.t("onlyClosingIn", { first: format.dateText(quarter.first), last: format.dateText(quarter.last) });
    try {
      answer = ui.move({ from: choice.from, to: choice.to, period: choice.inQuarter ? { first: quarter.first, last: quarter.last } : null });
    } catch (error) {
      answer = null;
      currencyField.hidden = true;
      const { code, message, problems = [] } = error;
      result.replaceChildren(el("div", { role: "alert" }, errorView({ name: null, code, message, problems, kept: false }, { words })));
      return;
    }
    offered = offers(answer);
    const label = ({ key, currency }) => (key === ALL ? words.t("allInCurrency", { currency }) : currency);
    currencies.replaceChildren(...offered.map((offer) => el("option", { value: offer.key }, label(offer))));
    currencyField.hidden = offered.length < 2;
    show();
  }
  function show() {
    const reporting = ui.review.portfolio.forecast.reporting_currency;
    const chosen = [choice.currency, ALL, reporting].map((name) => offered.find(({ key }) => key === name)).find(Boolean) ?? offered[0];
    if (chosen !== undefined) currencies.value = chosen.key;
    result.replaceChildren(...movementResult(answer, chosen, ui).filter(Boolean));
  }
  const day = (id, key, name) => el("label", { class: "field" }, el("span", {}, words.t(key)),
    el("input", { id, type: "date", required: true, max: ui.review.as_of, value: choice[name], onchange: (event) => {
      if (!event.target.reportValidity()) return;
      choice[name] = event.target.value;
      ask();
    } }));
  const inQuarter = el("input", { id: "movement-quarter", type: "checkbox", onchange: (event) => {
    choice.inQuarter = event.target.checked;
    ask();
  } });
  inQuarter.checked = choice.inQuarter;
  const controls = el("form", { class: "controls", "aria-label": words.t("movementOf"), onsubmit: (event) => event.preventDefault() },
    day("movement-from", "movementFrom", "from"), day("movement-to", "movementTo", "to"), currencyField,
    el("label", { class: "check-field" }, inQuarter, " ", quarterText));
  ask();
  return [controls, result];
}

/** What is chosen when nothing is chosen yet: the fiscal quarter that a day is in, up to that day. */
export function startingChoice(asOf, fiscalStart) {
  return { from: quarterOf(asOf, fiscalStart).eve, to: asOf, currency: null, inQuarter: false };
}

/** The fiscal quarter of a day: its first and last day, and the day before it. */
function quarterOf(day, firstMonth) {
  const [year, month] = day.split("-").map(Number);
  const begins = month - ((month - firstMonth + 12) % 3);
  const date = (monthNumber, dayNumber) => new Date(Date.UTC(year, monthNumber - 1, dayNumber)).toISOString().slice(0, 10);
  return { eve: date(begins, 0), first: date(begins, 1), last: date(begins + 3, 0) };
}

/** What can be drawn: everything in the reporting currency, where every rate is known, and each currency for itself. */
function offers({ currencies, reporting }) {
  const each = currencies.map((row) => ({ key: row.currency, effect: null, ...row }));
  if (reporting === null || each.length < 2) return each;
  return [{ key: ALL, currency: reporting.currency, total: reporting.lines, effect: reporting.currency_effect, stages: [] }, ...each];
}

function movementResult(answer, chosen, ui) {
  const { words, format } = ui;
  const { opening, closing } = answer.without_amount;
  const unknown = opening + closing === 0 ? null
    : el("p", { class: "quiet note" }, words.t("withoutAmount", { opening: format.number(opening), closing: format.number(closing) }));
  if (chosen === undefined) return [el("p", { class: "quiet nothing" }, words.t("nothingMoved")), unknown];
  return [
    el("div", { "data-currency": chosen.key }, waterfallView(chosen, ui)),
    unknown,
    stageDetails(chosen, ui),
    stepDetails(answer.steps.filter((step) => chosen.key === ALL || [step.amount, step.to_amount].some((amount) => amount?.currency === chosen.currency)), ui),
    answer.reasons.length === 0 ? null : el("details", { class: "why" }, el("summary", {}, words.t("why")), reasonsView(answer.reasons, ui)),
  ];
}

function stageDetails({ currency, stages }, { words, format }) {
  if (stages.length === 0) return null;
  const several = new Set(stages.map(({ pipeline }) => pipeline)).size > 1;
  const name = ({ pipeline, stage }) => {
    const place = stageName(pipeline, stage, words);
    return several ? `${pipeline === null ? words.t("unknown") : words.pipeline(pipeline)}: ${place}` : place;
  };
  const cell = (line) => ({ amount, count }) => (count === 0 ? "–" : format.amount(amount));
  return el("details", { open: matchMedia("(min-width: 901px)").matches }, el("summary", {}, words.t("byStage")),
    table(`${words.t("byStage")} (${currency})`, [
      { label: words.t("stage"), cell: name },
      ...linesOf(stages).map(({ line, sign }) => ({ label: `${sign} ${words.movement(line)}`.trim(), number: true, cell: (row) => cell(line)(row.lines[line]) })),
    ], stages, { class: "wide" }));
}

function stepDetails(steps, ui) {
  const { words, format, index } = ui;
  if (steps.length === 0) return null;
  const title = words.t("steps", { count: format.number(steps.length) });
  return el("details", { id: "movement-steps" }, el("summary", {}, title),
    longTable(title, [
      { label: words.t("day"), cell: (step) => format.date(step.on) },
      { label: words.t("opportunity"), cell: (step) => opportunityLink(step.opportunity, index.row("opportunity", step.opportunity)?.account, index) },
      { label: words.t("line"), cell: (step) => words.movement(step.kind) },
      { label: words.t("stage"), cell: (step) => way(step, words) },
      { label: words.t("amount"), number: true, cell: (step) => [money(step.amount, ui), step.to_amount === null ? null : [" → ", money(step.to_amount, ui)]] },
    ], steps, SHOWN, (count) => words.t("showMore", { count }), { class: "wide" }));
}

function money(amount, { words, format }) {
  return amount === null ? words.t("noAmount") : format.money(amount.amount, amount.currency, { whole: true });
}

/** The stage; of a move, where from and where to. */
function way({ kind, pipeline, stage, to_pipeline: toPipeline, to_stage: to }, words) {
  const from = stageName(pipeline, stage, words);
  return kind === "moved" ? `${from} → ${stageName(toPipeline, to, words)}` : from;
}

function stageName(pipeline, stage, words) {
  return stage === null ? words.t("unknown") : words.stage(pipeline, stage);
}

/** An opportunity's name, which leads to its account. */
export function opportunityLink(opportunity, account, index) {
  const name = index.name("opportunity", opportunity);
  return typeof account === "string" ? el("a", { href: `#account/${encodeURIComponent(account)}` }, name) : name;
}
