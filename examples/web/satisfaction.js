// How satisfied an account's people say they are, and what it would cost the account to leave us.
import { drawing, el, legendKey, pairs, svg, table } from "./dom.js";
import { known, why } from "./parts.js";
import { fitted, wide } from "./scale.js";
import { bar } from "./support.js";

const BANDS = [["satisfied", "for_us"], ["neutral", "neutral"], ["dissatisfied", "against"]];
const SETS = ["recent", "latest", "before"];
const LINE = 22;

export function satisfactionView(found, ui) {
  const { words, format } = ui;
  const sets = SETS.filter((name) => found[name] !== null);
  return el("div", { class: "satisfaction" },
    el("h4", {}, words.t("satisfaction")),
    found.answers === 0 ? el("p", { class: "quiet" }, words.t("noSurvey")) : [
      pairs([
        [words.t("answers"), [format.number(found.answers), found.latest_on === null ? null : el("span", { class: "quiet" }, ` (${words.t("latestOn", { date: format.dateText(found.latest_on) })})`)]],
        [words.t("trend"), [el("b", {}, words.word("trend_direction", found.trend)), found.later_is_higher === null ? null : el("span", { class: "quiet" }, ` (${words.t("laterHigher", { share: format.percentWhole(found.later_is_higher) })})`)]],
        [words.t("respondents"), [format.number(found.respondents), found.anonymous === 0 ? null : ` + ${words.t("anonymous", { count: format.number(found.anonymous) })}`]],
        [words.t("olderAnswers"), found.older === 0 ? null : format.number(found.older)],
      ]),
      sets.length === 0 ? el("p", { class: "quiet" }, words.t("noRecentSurvey")) : [
        el("ul", { class: "legend" }, BANDS.map(([band, kind]) => legendKey(words.t(`band_${band}`), 16, bar(kind, 1, 1, 14, 8)))),
        drawing((width) => drawBands(found, sets, width, ui)),
        setsTable(found, sets, ui)],
    ],
    why(found.reasons, ui));
}

function drawBands(found, sets, width, { words, format }) {
  const left = Math.min(width * 0.45, 10 + Math.max(...sets.map((name) => wide(words.t(`answers_${name}`)))));
  return svg("svg", { class: "support", width, height: sets.length * (LINE + 6), role: "img", "aria-label": words.t("satisfaction") }, sets.map((name, place) => {
    const top = place * (LINE + 6) + 2;
    let x = left;
    return svg("g", { "data-answers": name }, svg("text", { x: 0, y: top + 15 }, fitted(words.t(`answers_${name}`), left - 6)), BANDS.map(([band, kind]) => {
      const part = found[name][`share_${band}`];
      const long = Number(part) * (width - left - 2);
      const start = x;
      x += long;
      const text = format.percentWhole(part);
      return long <= 0 ? null : svg("g", { "data-band": band }, svg("title", {}, `${words.t(`band_${band}`)}: ${found[name][band]} (${text})`), bar(kind, start, top, long, LINE),
        long > wide(text) + 8 ? svg("text", { class: `in-bar ${kind}`, x: start + long / 2, y: top + 15, "text-anchor": "middle" }, text) : null);
    }));
  }));
}

function setsTable(found, sets, ui) {
  const { words, format } = ui;
  const cell = (name, band) => [format.number(found[name][band]), el("span", { class: "line quiet" }, format.percentWhole(found[name][`share_${band}`]))];
  return table(words.t("satisfaction"), [
    { label: words.t("answers"), cell: (name) => [words.t(`answers_${name}`), el("span", { class: "line quiet" }, `${format.dateText(found[name].from)} – ${format.dateText(found[name].to)}`)] },
    ...BANDS.map(([band]) => ({ label: words.t(`band_${band}`), number: true, cell: (name) => cell(name, band) })),
    { label: words.t("median"), number: true, cell: (name) => [format.number(found[name].median), el("span", { class: "line quiet" }, `± ${format.number(found[name].spread)}`)] },
    { label: words.t("lowestHighest"), number: true, cell: (name) => `${format.number(found[name].lowest)} – ${format.number(found[name].highest)}` },
  ], sets);
}

/** All five kinds, the unknown ones too: costs of different kinds do not add up. */
export function switchingView(costs, ui) {
  const { words, format } = ui;
  const level = (value) => known(value, (name) => el("span", { class: `badge level-${name}` }, words.word("switching_cost_level", name)), ui);
  return el("div", { class: "switching" },
    el("h4", {}, words.t("switching"), " ", el("small", {}, words.t("switchingNote"))),
    table(words.t("switching"), [
      { label: words.t("kind"), cell: (row) => words.word("switching_cost", row.kind) },
      { label: words.t("levelHead"), cell: (row) => [level(row.level), row.level_before === null || row.level_before === row.level ? null : el("span", { class: "line quiet" }, words.t("wasBefore", { level: words.word("switching_cost_level", row.level_before) }))] },
      { label: words.t("recordedOn"), cell: (row) => (row.on === null ? words.t("neverRecorded") : format.date(row.on)) },
      { label: words.t("noteHead"), cell: (row) => row.note ?? "–" },
    ], costs.kinds, { class: "switching-table" }),
    why(costs.reasons, ui));
}
