// How accounts moved between the phases of the lifecycle: a flow from period to period, and the same as tables.
import { drawing, el, legendKey, longTable, svg, table } from "./dom.js";
import { drawFlow, shiftMark } from "./flowchart.js";
import { accountLinks, known, share, why } from "./parts.js";

export const SHIFTS = ["entered", "improved", "stayed", "matured", "worsened"];
const SHOWN = 12;

export function flowView(verdict, ui) {
  const { words } = ui;
  if (verdict.accounts === 0) return el("p", { class: "quiet nothing" }, words.t("noAccounts"));
  const frame = drawing((width) => drawFlow(verdict, width, ui));
  frame.classList.add("flow-frame");
  frame.setAttribute("tabindex", "0");
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", words.t("flow"));
  return [
    el("div", { class: "halves" },
      el("div", {},
        el("ul", { class: "legend" }, SHIFTS.map((shift) => legendKey(words.word("phase_shift", shift), 26, shiftMark(shift)))),
        frame,
        el("p", { class: "quiet note" }, words.t("flowHelp"))),
      el("div", {}, matrix(verdict, ui),
        el("details", { id: "flow-moves" }, el("summary", {}, words.t("everyMove")), movesTable(verdict, ui)),
        why(verdict.reasons, ui))),
  ];
}

/** From the first day to the last: how many went from each phase to each. */
function matrix({ overall, columns, from, as_of: to }, ui) {
  const { words, format } = ui;
  const phase = (name) => words.word("lifecycle_phase", name);
  const phases = columns[0].nodes.map((node) => node.phase);
  const before = phases.filter((name) => overall.links.some((link) => link.from === name));
  const after = phases.filter((name) => overall.links.some((link) => link.to === name));
  const cell = (row, name) => {
    const link = overall.links.find((one) => one.from === row && one.to === name);
    return link === undefined ? "–" : [el("b", {}, format.number(link.accounts)), el("span", { class: "line quiet" }, link.share === null ? "–" : format.percentWhole(link.share))];
  };
  const title = words.t("fromToDays", { from: format.dateText(from), to: format.dateText(to) });
  return [
    el("h4", {}, title),
    table(title, [
      { label: words.t("fromTo"), cell: phase },
      ...after.map((name) => ({ label: phase(name), number: true, cell: (row) => cell(row, name) })),
      { label: words.t("sum"), number: true, cell: (row) => format.number(overall.links.find((link) => link.from === row).of) },
    ], before, { class: "matrix" }),
    el("p", { class: "quiet note" }, SHIFTS.map((shift) => `${words.word("phase_shift", shift)} ${format.number(overall[shift])}`).join(" · ")),
  ];
}

/** Every way taken in each period; those that stayed are counted, the others named. */
function movesTable({ periods, currency }, ui) {
  const { words, format } = ui;
  const rows = periods.flatMap((period) => period.links.map((link) => ({ ...link, day: period.to })));
  const phase = (name) => words.word("lifecycle_phase", name);
  const column = (label, cell) => ({ label, number: true, cell });
  return longTable(words.t("everyMove"), [
    { label: words.t("until"), cell: (row) => format.date(row.day) },
    { label: words.t("phase"), cell: (row) => (row.from === row.to ? phase(row.to) : `${phase(row.from)} → ${phase(row.to)}`) },
    { label: words.t("shiftHead"), cell: (row) => words.word("phase_shift", row.shift) },
    column(words.t("accountsShort"), (row) => words.t("outOf", { count: format.number(row.accounts), all: format.number(row.of) })),
    column(words.t("shareHead"), (row) => share(row.share, ui)),
    column(words.t("yearBefore", { currency }), (row) => known(row.money_before, format.amount, ui)),
    column(words.t("yearAfter", { currency }), (row) => known(row.money_after, format.amount, ui)),
    { label: words.t("whoHead"), cell: (row) => [accountLinks(row.named, ui), row.named.length > 0 && row.named.length < row.accounts ? " …" : null] },
  ], rows, SHOWN, (count) => words.t("showMore", { count }), { class: "wide moves-table" });
}
