// Cohorts: of the opportunities begun in a month, how many stood where after each month that followed.
import { el } from "./dom.js";
import { reasonsView } from "./reasons.js";

const STATUSES = ["open", "parked", "booked", "realised", "lost"];
const SHOWN = 18;

export function cohortsView(ui) {
  const { words, choice } = ui;
  const { cohorts, reasons } = ui.cohorts;
  if (cohorts.length === 0) return [el("p", { class: "quiet nothing" }, words.t("noCohorts"))];
  const holder = el("div");
  let all = cohorts.length <= SHOWN;
  const show = () => {
    const rows = all ? cohorts : cohorts.slice(-SHOWN);
    holder.replaceChildren(heatTable(rows, choice.status, ui), ...(all ? [] : [el("button", { type: "button", class: "more", onclick: () => {
      all = true;
      show();
    } }, words.t("showMore", { count: cohorts.length - SHOWN }))]));
  };
  const status = el("select", { id: "cohort-status", onchange: (event) => {
    choice.status = event.target.value;
    show();
  } }, STATUSES.map((word) => el("option", { value: word }, words.word("opportunity_status", word))));
  status.value = choice.status;
  show();
  return [el("div", { class: "controls" }, el("label", { class: "field" }, el("span", {}, words.t("shareThatIs")), status)), holder,
    el("details", { class: "why" }, el("summary", {}, words.t("why")), reasonsView(reasons, ui))];
}

function heatTable(cohorts, status, { words, format }) {
  const months = Math.max(0, ...cohorts.map(({ ages }) => ages.length));
  const ages = Array.from({ length: months }, (_, place) => place);
  const title = `${words.t("cohorts")}: ${words.word("opportunity_status", status)}`;
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": title },
    el("table", { class: "heat" }, el("caption", { class: "hidden" }, title),
      el("thead", {},
        el("tr", {}, el("th", { scope: "col" }, words.t("begunIn")), el("th", { scope: "col", class: "number" }, words.t("headDeals")),
          ages.map((age) => el("th", { scope: "col", class: "number" }, el("span", { class: "hidden" }, `${words.t("monthsLater")} `), String(age))))),
      el("tbody", {}, cohorts.map((cohort) => el("tr", {},
        el("th", { scope: "row" }, format.monthText(`${cohort.month}-01`)),
        el("td", { class: "number" }, format.number(cohort.opportunities)),
        ages.map((age) => cell(cohort.ages.find(({ months: after }) => after === age), cohort, status, { words, format })))))));
}

/** A share as number and as shade; what has not come yet is left empty. */
function cell(age, cohort, status, { words, format }) {
  if (age === undefined) return el("td", { class: "later" });
  const said = words.t("cohortCell", {
    date: format.dateText(age.on), count: format.number(age[status]), all: format.number(cohort.opportunities), status: words.word("opportunity_status", status),
  });
  return el("td", { class: "number shade", style: `--share: ${Number(age.shares[status])}`, title: said }, format.percentWhole(age.shares[status]));
}
