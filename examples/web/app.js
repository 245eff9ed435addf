// The page: loads a book and a playbook, asks for the review, and shows it. All judging is done by the library.
import {
  KeyaccountError, analyseFunnel, checkPlaybook, init, labels, opportunityCohorts, pipelineMovement, review,
} from "../../bindings/wasm/src/index.js";
import { accountView } from "./account.js";
import { accountsView } from "./accounts.js";
import { customersView, freshCustomers } from "./customers.js";
import { el } from "./dom.js";
import { factIndex } from "./facts.js";
import { forecastView, freshForecast } from "./forecast.js";
import { formats } from "./format.js";
import { furtherQuestions } from "./library.js";
import { startingChoice } from "./movement.js";
import { answerAll } from "./pending.js";
import { pipelineView } from "./pipeline.js";
import { portfolioView } from "./portfolio.js";
import { errorView, qualityView } from "./problems.js";
import { LANGUAGES, words as wordsOf } from "./text.js";

const EXAMPLE = { book: "../data/book.json", playbook: "../data/playbook.toml", asOf: "2026-06-30" };
const PRESETS = ["six_stage", "eight_step"];

const at = (id) => document.getElementById(id);

/** What the user chose. A playbook is a name for the list and a source for the library. */
const chosen = {
  language: (navigator.language ?? "").toLowerCase().startsWith("zh") ? "zh_hans" : "en",
  book: { name: null, text: "" },
  playbooks: new Map(PRESETS.map((name) => [`preset:${name}`, { name, source: name }])),
  playbook: "example",
  asOf: EXAMPLE.asOf,
};

/** What is shown: a review and all that is needed to read it. Null until the first one is there. */
let shown = null;
/** What could not be used, as it was refused. */
let refused = null;

// ------------------------------------------------------------------------------------------------ judging

/** Judges what is chosen with `changes`. If that is refused, the choice and what is shown stay as they were. */
async function judge(changes, name) {
  const wanted = { ...chosen, ...changes };
  say(text().t("judging"));
  await painted();
  try {
    const { source } = wanted.playbooks.get(wanted.playbook);
    const { playbook } = checkPlaybook({ playbook: source });
    const asked = { book: wanted.book.text, playbook: source, as_of: wanted.asOf };
    const answer = review(asked);
    const { verdict: funnel } = analyseFunnel(asked);
    const { verdict: cohorts } = opportunityCohorts(asked);
    const move = (days) => pipelineMovement({ book: asked.book, playbook: source, ...days }).verdict;
    const fiscalStart = playbook.calendar.fiscal_year_start_month;
    const ask = furtherQuestions(asked);
    const same = shown !== null && shown.bookText === wanted.book.text && chosen.asOf === wanted.asOf;
    const choice = same ? shown.choice : { pipeline: null, status: "open", forecast: freshForecast(), customers: freshCustomers(wanted.asOf), ...startingChoice(wanted.asOf, fiscalStart) };
    const index = shown?.bookText === wanted.book.text ? shown.index : factIndex(wanted.book.text);
    const allLabels = new Map(LANGUAGES.map((language) => [language, labels({ playbook: source, language })]));
    shown = { review: answer, funnel, cohorts, move, ask, fiscalStart, choice, playbook, labels: allLabels, index, bookText: wanted.book.text };
    Object.assign(chosen, wanted);
    refused = null;
  } catch (error) {
    refuse(error, name);
  }
  show();
}

/** Remembers a refusal for `show`. */
function refuse(error, name) {
  const known = error instanceof KeyaccountError;
  if (!known) console.warn(error);
  refused = {
    name, code: known ? error.code : "not_loaded", message: String(error.message ?? error),
    problems: known ? error.problems : [], kept: shown !== null,
  };
}

/** Lets the browser draw before the work begins. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

// ------------------------------------------------------------------------------------------------ showing

function text() {
  return wordsOf(chosen.language, shown?.labels.get(chosen.language) ?? null);
}

function say(message) {
  at("status").textContent = message;
}

function show() {
  const words = text();
  document.documentElement.lang = chosen.language === "en" ? "en" : "zh-Hans";
  document.title = words.t("title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = words.t(element.dataset.text);
  at("jumps").setAttribute("aria-label", words.t("sections"));
  showControls(words);
  at("errors").replaceChildren(...(refused === null ? [] : [errorView(refused, { words })]));
  say("");
  at("verdicts").hidden = shown === null;
  at("jumps").hidden = shown === null;
  if (shown === null) return;

  const { review: answer, funnel, cohorts, move, ask, fiscalStart, choice, playbook, index } = shown;
  const stagesOf = new Map(playbook.pipelines.map((pipeline) => [pipeline.id, pipeline.stages]));
  const ui = { words, format: formats(chosen.language), review: answer, funnel, cohorts, move, ask, fiscalStart, choice, index, bookSize: shown.bookText.length, stages: (pipeline) => stagesOf.get(pipeline) ?? [] };
  const { format } = ui;
  at("standing").replaceChildren(
    words.t("judged", { accounts: format.number(answer.portfolio.accounts), date: format.dateText(answer.as_of), playbook: answer.playbook_name }),
    el("small", {}, ` ${words.t("fingerprint", { value: answer.playbook })}`));
  at("notices").replaceChildren(...notices(answer, words));
  at("portfolio").replaceChildren(...portfolioView(ui));
  at("pipeline").replaceChildren(...pipelineView(ui));
  at("forecast").replaceChildren(...forecastView(ui));
  at("customers").replaceChildren(...customersView(ui));
  at("accounts").replaceChildren(...accountsView(ui, accountInAddress).filter(Boolean));
  at("quality").replaceChildren(...qualityView(ui));
  shown.ui = ui;
  showAccount();
}

function showControls(words) {
  at("book-name").textContent = chosen.book.name ?? words.t("exampleBook");
  at("language").value = chosen.language;
  at("as-of").value = chosen.asOf;
  const option = ([key, { name }]) => {
    const label = key === "example" ? words.t("examplePlaybook") : key === "file" ? name : words.t("preset", { name });
    return el("option", { value: key }, label);
  };
  at("playbook").replaceChildren(...[...chosen.playbooks].map(option), el("option", { value: "choose" }, words.t("fromFile")));
  at("playbook").value = chosen.playbook;
}

function notices(answer, words) {
  const list = [];
  if (answer.left_out.length > 0) {
    list.push(el("p", { class: "notice" }, "⚠ ", words.t("leftOutCount", { count: answer.left_out.length }), " ", el("a", { href: "#left-out" }, words.t("seeList"))));
  }
  if (words.t("englishSentences") !== "") list.push(el("p", { class: "quiet" }, words.t("englishSentences")));
  return list;
}

// ------------------------------------------------------------------------------------------------ one account

/** The account that the address named last. */
let wanted = null;

/** The account to show: the one that the address names, or the most urgent one. */
function accountInAddress() {
  const [kind, id] = location.hash.slice(1).split("/");
  if (kind === "account" && id !== undefined) wanted = decoded(id);
  const accounts = shown?.review.accounts ?? [];
  return (accounts.find(({ account }) => account === wanted) ?? accounts[0])?.account ?? null;
}

function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function showAccount() {
  if (!shown) return;
  const id = accountInAddress();
  const account = shown.review.accounts.find((candidate) => candidate.account === id);
  at("account").replaceChildren(...(account === undefined ? [] : accountView(account, shown.ui)));
  for (const link of at("accounts").querySelectorAll("a[data-account]")) {
    if (link.dataset.account === id) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

window.addEventListener("hashchange", () => {
  if (!location.hash.startsWith("#account/")) return;
  showAccount();
  at("account").focus({ preventScroll: true });
  at("account").scrollIntoView({ block: "start" });
});

/** What is folded away opens when it is jumped to. */
at("jumps").addEventListener("click", (event) => {
  const target = event.target.closest("a")?.hash.slice(1);
  const folded = target === undefined ? null : at(target).querySelector(":scope > details.breakdown");
  if (folded !== null) folded.open = true;
});

/** A finding names its opportunity: opens it. */
at("account").addEventListener("click", (event) => {
  const id = event.target.closest("[data-shows]")?.dataset.shows;
  const card = [...at("account").querySelectorAll("[data-opportunity]")].find((candidate) => candidate.dataset.opportunity === id);
  if (id === undefined || card === undefined) return;
  card.open = true;
  card.querySelector("summary").focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
});

// ------------------------------------------------------------------------------------------------ choosing

at("controls").addEventListener("submit", (event) => event.preventDefault());
at("language").addEventListener("change", (event) => {
  chosen.language = event.target.value;
  show();
});
at("as-of").addEventListener("change", (event) => judge({ asOf: event.target.value }, event.target.value));
at("playbook").addEventListener("change", (event) => {
  const choosing = event.target.value === "choose";
  at("playbook-file-field").hidden = !choosing;
  if (choosing) at("playbook-file").focus();
  else judge({ playbook: event.target.value }, chosen.playbooks.get(event.target.value).name);
});
at("book-file").addEventListener("change", (event) => takeFile(event.target, useBook));
at("playbook-file").addEventListener("change", (event) => takeFile(event.target, usePlaybook));

function takeFile(input, use) {
  const [file] = input.files;
  input.value = "";
  if (file !== undefined) use(file);
}

async function useBook(file) {
  const content = await file.text();
  await judge({ book: { name: file.name, text: content } }, file.name);
}

async function usePlaybook(file) {
  const content = await file.text();
  const type = file.name.toLowerCase().endsWith(".json") ? "json" : "toml";
  const playbooks = new Map(chosen.playbooks).set("file", { name: file.name, source: { type, text: content } });
  await judge({ playbooks, playbook: "file" }, file.name);
  at("playbook-file-field").hidden = true;
}

// Files may be dropped anywhere on the page.
let depth = 0;
const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
window.addEventListener("dragenter", (event) => {
  if (!hasFiles(event)) return;
  depth += 1;
  at("drop").hidden = false;
});
window.addEventListener("dragleave", (event) => {
  if (!hasFiles(event)) return;
  depth = Math.max(0, depth - 1);
  at("drop").hidden = depth === 0;
});
window.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
window.addEventListener("drop", async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  depth = 0;
  at("drop").hidden = true;
  for (const file of event.dataTransfer.files) await (await isPlaybook(file) ? usePlaybook(file) : useBook(file));
});

async function isPlaybook(file) {
  if (!file.name.toLowerCase().endsWith(".json")) return file.name.toLowerCase().endsWith(".toml");
  try {
    return "pipelines" in JSON.parse(await file.text());
  } catch {
    return false;
  }
}

// What is folded away is printed all the same.
const unfolded = [];
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details.opportunity:not([open]), details.breakdown:not([open])")) {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    unfolded.push(details);
  }
  answerAll();
});
window.addEventListener("afterprint", () => {
  for (const details of unfolded.splice(0)) details.open = false;
});

// ------------------------------------------------------------------------------------------------ starting

async function load(address) {
  const answer = await fetch(new URL(address, import.meta.url));
  if (!answer.ok) throw new KeyaccountError({ code: "not_loaded", message: `${address}: ${answer.status} ${answer.statusText}` });
  return answer.text();
}

async function start() {
  show();
  say(text().t("loading"));
  try {
    const [book, playbook] = await Promise.all([load(EXAMPLE.book), load(EXAMPLE.playbook), init()]);
    chosen.playbooks = new Map([["example", { name: "playbook.toml", source: { type: "toml", text: playbook } }], ...chosen.playbooks]);
    await judge({ book: { name: null, text: book } }, text().t("exampleBook"));
  } catch (error) {
    refuse(error, null);
    show();
  }
}

start();
