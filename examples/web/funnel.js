// The funnel: how many opportunities ever reached each stage, how many are in it now, and how far they get.
import { drawing, el, legendKey, svg, table } from "./dom.js";
import { drawRows } from "./rows.js";

export function funnelView(pipeline, ui) {
  const { words } = ui;
  const key = (kind, text) => legendKey(text, 16, svg("rect", { class: `column ${kind}`, x: 1, y: 1, width: 14, height: 8 }));
  return [
    el("ul", { class: "legend" }, key("total", words.t("everReached")), key("weighted", words.t("inItNow"))),
    drawing((width) => drawFunnel(pipeline, width, ui)),
    el("p", { class: "quiet note" }, words.t("funnelNote")),
    el("details", {}, el("summary", {}, words.t("asTable")), funnelTable(pipeline, ui)),
  ];
}

function drawFunnel({ pipeline, stages }, width, { words, format }) {
  const share = (value) => (value === null || value === undefined ? "–" : format.percentWhole(value));
  const rows = stages.map((stage) => ({
    name: words.stage(pipeline, stage.stage),
    stage,
    cells: [
      format.number(stage.time.opportunities), format.number(stage.time.still_in_it),
      share(stage.conversion?.advance.probability), share(stage.conversion?.win.probability),
    ],
  }));
  const highest = Math.max(1, ...stages.map(({ time }) => time.opportunities));
  return drawRows(width, {
    label: words.t("funnel"), heads: ["headReached", "headNow", "headNext", "headWon"].map((key) => words.t(key)), rows, highest,
    bars: (x, placed) => placed.map((row) => {
      const bar = (kind, value) => svg("rect", { class: `column ${kind}`, x: x(0), y: row.top, width: Math.max(value > 0 ? 2 : 0, x(value) - x(0)), height: row.height });
      const said = `${row.name}: ${words.t("everReached")} ${row.cells[0]}, ${words.t("inItNow")} ${row.cells[1]}`;
      return svg("g", { "data-stage": row.stage.stage }, svg("title", {}, said), bar("total", row.stage.time.opportunities), bar("weighted", row.stage.time.still_in_it));
    }),
  });
}

function funnelTable({ pipeline, stages }, { words, format }) {
  const share = (value) => (value === null || value === undefined ? "–" : format.percent(value));
  const count = (value) => (value === null || value === undefined ? "–" : format.number(value));
  const column = (key, cell) => ({ label: words.t(key), number: true, cell });
  return table(words.t("funnel"), [
    { label: words.t("stage"), cell: (row) => words.stage(pipeline, row.stage) },
    column("everReached", (row) => count(row.time.opportunities)),
    column("skippedOver", (row) => count(row.conversion?.skipped)),
    column("startedLater", (row) => count(row.conversion?.started_later)),
    column("inItNow", (row) => count(row.time.still_in_it)),
    column("wentOn", (row) => count(row.conversion?.advance.reached)),
    column("lostBefore", (row) => count(row.conversion?.advance.lost)),
    column("undecided", (row) => count(row.conversion?.advance.open)),
    column("nextProbability", (row) => share(row.conversion?.advance.probability)),
    column("nextNaive", (row) => share(row.conversion?.advance.cohort_rate)),
    column("wonProbability", (row) => share(row.conversion?.win.probability)),
    column("wonNaive", (row) => share(row.conversion?.win.cohort_rate)),
    column("lostProbability", (row) => share(row.conversion?.win.lost_probability)),
    column("wonDecided", (row) => share(row.conversion?.win.decided_rate)),
  ], stages, { class: "wide" });
}
