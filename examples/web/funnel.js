// The funnel: how many opportunities ever reached each stage, how many are in it now, and how far they get.
import { drawing, el, svg, table } from "./dom.js";
import { drawRows } from "./rows.js";

export function funnelView(pipeline, ui) {
  const { words } = ui;
  const key = (kind, text) => el("li", {}, svg("svg", { class: "key", width: 16, height: 10, "aria-hidden": "true" }, svg("rect", { class: `column ${kind}`, x: 1, y: 1, width: 14, height: 8 })), " ", text);
  return [
    el("ul", { class: "legend" }, key("total", words.t("everReached")), key("weighted", words.t("inItNow"))),
    drawing((width) => drawFunnel(pipeline, width, ui)),
    el("p", { class: "quiet note" }, words.t("funnelNote")),
    el("details", {}, el("summary", {}, words.t("asTable")), funnelTable(pipeline, ui)),
  ];
}

/** How many ever were in a stage. */
function everIn({ conversion, time }) {
  return conversion?.entered ?? time.opportunities;
}

function drawFunnel({ pipeline, stages }, width, { words, format }) {
  const share = (value) => (value === null || value === undefined ? "–" : format.percentWhole(value));
  const rows = stages.map((stage) => ({
    name: words.stage(pipeline, stage.stage),
    stage,
    cells: [format.number(everIn(stage)), format.number(stage.now), share(stage.conversion?.advanced.probability), share(stage.conversion?.won.probability)],
  }));
  const highest = Math.max(1, ...stages.map(everIn));
  return drawRows(width, {
    label: words.t("funnel"), heads: ["headReached", "headNow", "headNext", "headWon"].map((key) => words.t(key)), rows, highest,
    bars: (x, placed) => placed.map((row) => {
      const bar = (kind, value) => svg("rect", { class: `column ${kind}`, x: x(0), y: row.top, width: Math.max(value > 0 ? 2 : 0, x(value) - x(0)), height: row.height });
      const said = `${row.name}: ${words.t("everReached")} ${row.cells[0]}, ${words.t("inItNow")} ${row.cells[1]}`;
      return svg("g", { "data-stage": row.stage.stage }, svg("title", {}, said), bar("total", everIn(row.stage)), bar("weighted", row.stage.now));
    }),
  });
}

function funnelTable({ pipeline, stages }, { words, format }) {
  const share = (value) => (value === null || value === undefined ? "–" : format.percent(value));
  const count = (value) => (value === null || value === undefined ? "–" : format.number(value));
  const column = (key, cell) => ({ label: words.t(key), number: true, cell });
  return table(words.t("funnel"), [
    { label: words.t("stage"), cell: (row) => words.stage(pipeline, row.stage) },
    column("everReached", (row) => count(everIn(row))),
    column("skippedOver", (row) => count(row.conversion?.skipped_over)),
    column("inItNow", (row) => count(row.now)),
    column("wentOn", (row) => count(row.conversion?.advanced.reached)),
    column("lostBefore", (row) => count(row.conversion?.advanced.lost)),
    column("undecided", (row) => count(row.conversion?.advanced.open)),
    column("nextProbability", (row) => share(row.conversion?.advanced.probability)),
    column("nextNaive", (row) => share(row.conversion?.advanced.naive_rate)),
    column("wonProbability", (row) => share(row.conversion?.won.probability)),
    column("wonNaive", (row) => share(row.conversion?.won.naive_rate)),
    column("wonDecided", (row) => share(row.conversion?.won.decided_rate)),
  ], stages, { class: "wide" });
}
