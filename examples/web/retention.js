// What if more customers were kept? A scenario that is computed, from this book's accounts or from figures of one's own.
import { el, table } from "./dom.js";
import { choices, controls, known, plainSum, why } from "./parts.js";
import { answered } from "./pending.js";

const FIELDS = [["accounts", "1", "1"], ["retention", "0", "any"], ["annual_margin", "0", "any"]];

/** What is chosen when nothing is chosen yet; shares are in percent. */
export function freshRetention() {
  return { start: "fitted_portfolio", points: "5", accounts: "100", retention: "80", annual_margin: "1000" };
}

export function retentionView(ui) {
  const { words, ask, review } = ui;
  const choice = ui.choice.customers.retention;
  const { reporting_currency: currency } = review.portfolio.forecast;
  const holder = el("div", { class: "result" });
  const figures = el("span", { class: "figures" });
  const show = () => {
    figures.hidden = choice.start !== "given_figures";
    const change = { type: "points", points: hundredth(choice.points) };
    const given = { accounts: Number(choice.accounts), retention: hundredth(choice.retention), annual_margin: { amount: choice.annual_margin, currency } };
    holder.replaceChildren(choice.start === "given_figures"
      ? answered(ask.retentionOfFigures, { change, figures: given }, (verdict) => outcomes(verdict, ui), ui)
      : answered(ask.retention, { change }, (verdict) => outcomes(verdict, ui), ui));
  };
  const number = (name, label, least, step, most = null) => el("label", { class: "field" }, el("span", {}, label), el("input", {
    id: `retention-${name}`, type: "number", required: true, min: least, max: most, step, value: choice[name], onchange: (event) => {
      if (!event.target.reportValidity()) return;
      choice[name] = event.target.value;
      show();
    },
  }));
  figures.append(...FIELDS.map(([name, least, step]) => number(name, words.t(`retention_${name}`, { currency }), least, step, name === "retention" ? "99.99" : null)));
  show();
  return [
    controls(words.t("retention"),
      choices("retention-start", words.t("startFrom"), ["fitted_portfolio", "given_figures"].map((name) => [name, words.word("retention_basis", name)]), choice.start, (start) => {
        choice.start = start;
        show();
      }),
      number("points", words.t("retention_points"), "0", "any", "100"), figures),
    holder,
  ];
}

/** Percent as a share, exactly: the point moves by two places. */
function hundredth(percent) {
  const [whole, part = ""] = percent.split(".");
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
}

function outcomes(verdict, ui) {
  const { words, format } = ui;
  const { base, changed, effect, years } = verdict;
  const currency = [base, changed, effect].map(({ value }) => value?.currency).find(Boolean) ?? null;
  if (base.lifetime_years === null && base.value === null) return [el("p", { class: "notice" }, "⚠ ", words.t("noScenario")), why(verdict.reasons, ui)];
  const column = (label, cell) => ({ label, number: true, cell });
  const kind = words.t(verdict.is_margin ? "inMargin" : "inSales");
  return [
    table(words.t("retention"), [
      { label: "", cell: ([key]) => words.t(key) },
      column(words.t("lifetimeYears"), ([, row]) => known(row.lifetime_years, format.figures, ui)),
      column(`${words.t("valueOfAll")}, ${currency ?? "–"}`, ([, row]) => plainSum(row.value, ui)),
      column(words.t("valueOfOne"), ([, row]) => plainSum(row.value_per_account, ui)),
      column(words.t("changeHead"), ([key, row]) => (key !== "difference" ? "" : known(row.relative, (value) => format.signedPercent(value), ui))),
    ], [["asItIs", base], ["asItWould", changed], ["difference", effect]], { class: "retention-table" }),
    el("p", { class: "quiet note" }, kind, verdict.years_looked_at === null ? null : ` · ${words.t("yearsLookedAt", { count: verdict.years_looked_at })}`),
    years.length === 0 ? null : el("details", {}, el("summary", {}, words.t("yearByYear")), table(words.t("yearByYear"), [
      { label: words.t("yearHead"), cell: (row) => format.number(row.year) },
      column(words.t("partLeft"), (row) => format.percentTenth(row.part)),
      column(words.t("partLeftThen"), (row) => format.percentTenth(row.changed_part)),
      column(words.t("asItIs"), (row) => plainSum(row.margin, ui)),
      column(words.t("asItWould"), (row) => plainSum(row.changed_margin, ui)),
    ], years)),
    why(verdict.reasons, ui),
  ];
}
