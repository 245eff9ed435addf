// How forecasts of past periods did: the reliability of the chances, the errors, and which method was best.
import { drawing, el, legendKey, svg, table } from "./dom.js";
import { drawPlane } from "./plane.js";
import { reasonsView } from "./reasons.js";

const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];
const SMALLEST = 3.5;
const LARGEST = 10;

export function reliabilityView(backtest, ui) {
  const { words, format } = ui;
  const { methods, reasons } = backtest;
  const known = methods.flatMap((method) => method.reliability.filter(isKnown));
  if (known.length === 0) return [el("p", { class: "quiet nothing" }, words.t("noBacktest")), why(reasons, ui)];
  const label = ({ basis, brier }) => `${words.word("forecast_basis", basis)}: Brier ${format.score(brier)}`;
  return [
    el("p", { class: "figure said", id: "best-method" }, bestSentence(backtest, ui)),
    backtest.insufficient_history ? el("p", { class: "notice" }, "⚠ ", words.t("tooFewPeriods")) : null,
    el("div", { class: "halves" },
      el("div", {},
        el("ul", { class: "legend" }, methods.map((method, place) => legendKey(label(method), 26, svg("g", { class: `series series-${place}` },
          svg("path", { class: "trace", d: "M1,5 H25" }), mark(place, 13, 5, 4.5))))),
        drawing((width) => drawReliability(methods, width, ui)),
        el("p", { class: "quiet note" }, words.t("reliabilityHelp"))),
      el("div", {}, scores(backtest, ui),
        el("details", {}, el("summary", {}, words.t("binsTable")), binsTable(methods, ui)),
        el("details", { open: matchMedia("(min-width: 901px)").matches }, el("summary", {}, words.t("pastForecasts")), pointsTable(backtest, ui)),
        why(reasons, ui))),
  ];
}

function isKnown(bin) {
  return bin.deals > 0 && bin.mean_chance !== null && bin.won_share !== null;
}

function why(reasons, ui) {
  return reasons.length === 0 ? null : el("details", { class: "why" }, el("summary", {}, ui.words.t("why")), reasonsView(reasons, ui));
}

function bestSentence({ best }, { words, format }) {
  if (best === null) return words.t("bestUnknown");
  const measure = (value) => (value === null ? "–" : typeof value === "object"
    ? format.moneyText(String(Math.round(Number(value.amount))), value.currency).replace(/[.,]00$/, "") : format.number(value));
  const basis = (name) => words.word("forecast_basis", name);
  const isEven = Number(best.margin?.amount ?? best.margin) === 0;
  return words.t(best.distinguishable ? "bestClear" : isEven ? "bestEven" : best.standard_error === null ? "bestAlone" : "bestUnsure", {
    basis: basis(best.basis), against: basis(best.against), by: words.word("backtest_score", best.by),
    margin: measure(best.margin), error: measure(best.standard_error),
  });
}

/** Circles, squares, triangles, diamonds: the series are told apart without colour. */
function mark(place, x, y, size) {
  const shapes = [
    () => svg("circle", { class: "bin", cx: x, cy: y, r: size }),
    () => svg("rect", { class: "bin", x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8 }),
    () => svg("path", { class: "bin", d: `M${x},${y - size * 1.2} l${size * 1.15},${size * 2} h${-size * 2.3} z` }),
    () => svg("path", { class: "bin", d: `M${x},${y - size * 1.25} l${size * 1.25},${size * 1.25} l${-size * 1.25},${size * 1.25} l${-size * 1.25},${-size * 1.25} z` }),
  ];
  return shapes[place % shapes.length]();
}

function drawReliability(methods, width, { words, format }) {
  const most = Math.max(...methods.flatMap(({ reliability }) => reliability.map(({ deals }) => deals)));
  // The marks on the edges have room.
  const share = { from: -0.04, to: 1.04, ticks: SHARES, text: (value) => format.percentWhole(value) };
  return drawPlane(width, {
    label: words.t("reliabilityChart"), square: true, x: { ...share, title: words.t("saidAxis") }, y: { ...share, title: words.t("wonAxis") },
    draw: (x, y) => [
      svg("line", { class: "diagonal", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
      ...methods.map(({ basis, reliability }, place) => {
        const bins = reliability.filter(isKnown).map((bin) => ({ ...bin, across: x(Number(bin.mean_chance)), up: y(Number(bin.won_share)) }));
        const trace = bins.map(({ across, up }) => `${across},${up}`).join(" L");
        return svg("g", { class: `series series-${place}`, "data-basis": basis },
          bins.map((bin) => (bin.low === null || bin.high === null ? null
            : svg("line", { class: "spread", x1: bin.across, x2: bin.across, y1: y(Number(bin.low)), y2: y(Number(bin.high)) }))),
          bins.length < 2 ? null : svg("path", { class: "trace", d: `M${trace}` }),
          bins.map((bin) => svg("g", { "data-deals": bin.deals }, svg("title", {}, said(basis, bin, { words, format })),
            mark(place, bin.across, bin.up, Math.max(SMALLEST, LARGEST * Math.sqrt(bin.deals / most))))));
      }),
    ],
  });
}

function said(basis, bin, { words, format }) {
  return `${words.word("forecast_basis", basis)}: ${words.t("saidAxis")} ${format.percentWhole(bin.mean_chance)}, ${words.t("wonAxis")} ${format.percentWhole(bin.won_share)} (${words.t("wonOf", { won: bin.won, all: bin.deals })})`;
}

/** The errors of each method; the best one has a mark. */
function scores({ methods, best, reporting_currency: currency }, { words, format }) {
  const column = (label, cell) => ({ label, number: true, cell });
  const levels = methods[0].intervals.map(({ level }) => level);
  return table(`${words.t("reliability")} (${currency})`, [
    { label: words.t("method"), cell: (row) => [words.word("forecast_basis", row.basis), row.basis === best?.basis ? el("b", { class: "calm" }, " ★") : null] },
    column(words.t("forecasts"), (row) => format.number(row.forecasts)),
    column(`${words.t("bias")}, ${currency}`, (row) => format.amount(row.bias.amount)),
    column(words.t("meanError"), (row) => format.amount(row.mean_absolute_error.amount)),
    column("CRPS", (row) => format.amount(row.crps.amount)),
    column("Brier", (row) => format.score(row.brier)),
    column(words.word("backtest_score", "log_loss"), (row) => format.score(row.log_loss)),
    ...levels.map((level) => column(words.t("withinBand", { level: format.percentWhole(level) }), (row) => {
      const found = row.intervals.find((one) => one.level === level);
      return found === undefined ? "–" : `${found.covered}/${found.forecasts}`;
    })),
  ], methods, { class: "wide" });
}

function binsTable(methods, { words, format }) {
  const share = (value) => (value === null ? "–" : format.percent(value));
  const rows = methods.flatMap(({ basis, reliability }) => reliability.filter(({ deals }) => deals > 0).map((bin) => ({ basis, ...bin })));
  const column = (key, cell) => ({ label: words.t(key), number: true, cell });
  return table(words.t("binsTable"), [
    { label: words.t("method"), cell: (row) => words.word("forecast_basis", row.basis) },
    column("chanceBin", (row) => `${format.percentWhole(row.from)}–${format.percentWhole(row.to)}`),
    column("headDeals", (row) => format.number(row.deals)),
    column("wonShort", (row) => format.number(row.won)),
    column("mean", (row) => share(row.mean_chance)),
    column("wonAxis", (row) => share(row.won_share)),
    column("interval", (row) => `${share(row.low)} – ${share(row.high)}`),
  ], rows, { class: "wide" });
}

function pointsTable({ points, methods, reporting_currency: currency }, { words, format }) {
  const column = (label, cell) => ({ label, number: true, cell });
  return table(`${words.t("pastForecasts")} (${currency})`, [
    { label: words.t("period"), cell: (row) => format.span(row.period) },
    column(words.t("actual"), (row) => format.amount(row.actual.amount)),
    ...methods.map(({ basis }) => column(words.word("forecast_basis", basis), (row) => {
      const found = row.methods.find((one) => one.basis === basis);
      return found === undefined ? "–" : format.amount(found.mean.amount);
    })),
    column(words.t("newDeals"), (row) => format.amount(row.new_deals.total.amount)),
  ], points, { class: "wide by-period" });
}
