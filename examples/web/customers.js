// The customers: what their purchases say of them as a whole. Each card asks the library for itself, one after another.
import { concentrationView } from "./concentration.js";
import { crossSellView } from "./crosssell.js";
import { el } from "./dom.js";
import { flowView } from "./flow.js";
import { lifetimeView } from "./lifetime.js";
import { card, choices, controls, dayField } from "./parts.js";
import { answered } from "./pending.js";
import { freshRetention, retentionView } from "./retention.js";
import { segmentsView } from "./segments.js";
import { tiersView } from "./tiers.js";
import { monthsBefore } from "./time.js";
import { validationView } from "./validation.js";

const METHODS = ["fixed_bands", "quantiles"];
const RECENCIES = ["since_last_order", "first_to_last_order"];
const UNITS = ["account", "group"];
const BASES = ["industry", "territory", "industry_and_territory", "baskets"];
/** How many months a flow looks back, by the length of its steps. */
const STEPS = { month: 6, quarter: 18, year: 60 };
/** Months that a model is tested on at first. */
const HOLDOUT = 6;
/** A book of more text than this is only looked at when the reader opens the section. */
const LARGE = 4_000_000;

/** What is chosen when nothing is chosen yet. */
export function freshCustomers(asOf) {
  return {
    method: "fixed_bands", recency: "since_last_order", by: "account", basis: "industry", step: "quarter",
    from: monthsBefore(asOf, STEPS.quarter), calibrationEnd: monthsBefore(asOf, HOLDOUT),
    retention: freshRetention(), open: undefined,
  };
}

/** The section. `ui.choice.customers` is what the reader chose in it. */
export function customersView(ui) {
  const { words } = ui;
  const choice = ui.choice.customers;
  const holder = el("div", { class: "grid" });
  const fill = () => {
    if (holder.childElementCount === 0) holder.append(...cards(choice, ui));
  };
  const wide = matchMedia("(min-width: 901px), print").matches;
  const open = choice.open ?? (wide && ui.bookSize <= LARGE);
  if (open) fill();
  return [
    el("h2", { id: "customers-title" }, words.t("customers")),
    el("details", { class: "breakdown", open, ontoggle: (event) => {
      choice.open = event.target.open;
      if (event.target.open) fill();
    } }, el("summary", {}, words.t("customersSummary")), holder),
  ];
}

function cards(choice, ui) {
  const { words } = ui;
  return [
    chosen("segments", "segments", "two", ui.ask.segments, ({ method, recency }) => ({ method, recency }), segmentsView, choice, ui, (change) => [
      list("segments-method", "scoresBy", "rfm_method", METHODS, "method", change, choice, ui),
      list("segments-recency", "recency", "recency_basis", RECENCIES, "recency", change, choice, ui),
    ]),
    chosen("concentration", "concentration", "", ui.ask.concentration, ({ by }) => ({ by }), concentrationView, choice, ui, (change) => [
      list("concentration-by", "holders", "concentration_unit", UNITS, "by", change, choice, ui),
    ]),
    chosen("flow", "flow", "three", ui.ask.transitions, ({ from, step }) => ({ from, to: ui.review.as_of, step }), flowView, choice, ui, (change) => [
      choices("flow-step", words.t("periods"), Object.keys(STEPS).map((unit) => [unit, words.t(`unit_${unit}`)]), choice.step, (step) => {
        choice.from = monthsBefore(ui.review.as_of, STEPS[step]);
        change("step", step);
      }),
      dayField("flow-from", words.t("movementFrom"), choice.from, ui.review.as_of, (day) => change("from", day)),
    ]),
    card("tiers", words.t("tiers"), words.t("tiersNote"), answered(ui.ask.keyAccounts, {}, (verdict) => tiersView(verdict, ui), ui), "three"),
    card("lifetime", words.t("lifetimes"), words.t("lifetimesNote"), answered(ui.ask.lifetimes, {}, (verdict) => lifetimeView(verdict, ui), ui), "three"),
    chosen("validation", "validation", "three", ui.ask.validation, ({ calibrationEnd }) => ({ calibration_end: calibrationEnd }), validationView, choice, ui, (change) => [
      dayField("validation-end", words.t("calibrationEnd"), choice.calibrationEnd, ui.review.as_of, (day) => change("calibrationEnd", day)),
    ]),
    card("retention", words.t("retention"), words.t("retentionNote"), retentionView(ui)),
    chosen("cross-sell", "crossSell", "two", ui.ask.crossSell, ({ basis }) => ({ basis }), crossSellView, choice, ui, (change) => [
      list("cross-sell-basis", "comparableBy", "comparable_basis", BASES, "basis", change, choice, ui),
    ]),
  ];
}

/** A card whose question depends on what is chosen in it; choosing asks again. */
function chosen(id, key, width, question, optionsOf, view, choice, ui, fieldsOf) {
  const holder = el("div", { class: "result" });
  const show = () => holder.replaceChildren(answered(question, optionsOf(choice), (verdict) => view(verdict, ui), ui));
  const fields = el("div");
  const change = (name, value) => {
    choice[name] = value;
    // A choice may change another one's value.
    fields.querySelectorAll("input[type=date]").forEach((input) => { if (input.id === "flow-from") input.value = choice.from; });
    show();
  };
  fields.append(controls(ui.words.t(key), ...fieldsOf(change)));
  show();
  return card(id, ui.words.t(key), ui.words.t(`${key}Note`), [fields, holder], width);
}

function list(id, label, vocabulary, names, field, change, choice, { words }) {
  return choices(id, words.t(label), names.map((name) => [name, words.word(vocabulary, name)]), choice[field], (value) => change(field, value));
}
