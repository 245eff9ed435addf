// Lifecycle: the phase, how it came about over the checks, and the account's own rhythm.
import { drawing, el, pairs, svg, table } from "./dom.js";
import { historyView } from "./history.js";
import { answered } from "./pending.js";
import { reasonsView } from "./reasons.js";

const PHASES = ["growth", "mature", "acquisition", "prospect", "high_risk", "decline", "detached"];
const LANE = 24;

export function lifecycleView(lifecycle, ui) {
  const { words, format } = ui;
  const { rhythm, checks } = lifecycle;
  return [
    pairs([
      [words.t("phase"), el("b", {}, words.word("lifecycle_phase", lifecycle.phase))],
      [words.t("since"), lifecycle.since_or_earlier ? words.t("orEarlier", { date: format.dateText(lifecycle.since) }) : format.date(lifecycle.since)],
      [words.t("rawPhase"), words.word("lifecycle_phase", lifecycle.raw_phase)],
      [words.t("relationship"), words.word("relationship", lifecycle.relationship)],
      [words.t("confidence"), words.word("confidence", lifecycle.confidence)],
      [words.t("occasions"), format.number(rhythm.occasions)],
      [words.t("lastOrder"), rhythm.last === null ? words.t("never") : [format.date(rhythm.last), ` (${words.t("daysAgo", { count: format.number(rhythm.days_since_last) })})`]],
      ...rhythmPairs(rhythm, ui),
      [words.t("trend"), lifecycle.trend === null ? null : trendText(lifecycle.trend, ui)],
    ]),
    el("h4", {}, words.t("checks"), " ", el("small", {}, words.t("checksLegend"))),
    drawing((width) => drawChecks(checks, width, ui)),
    el("details", {}, el("summary", {}, words.t("asTable")), table(words.t("checks"), [
      { label: words.t("check"), cell: (check) => format.date(check.on) },
      { label: words.t("countedPhase"), cell: (check) => words.word("lifecycle_phase", check.phase) },
      { label: words.t("rawPhase"), cell: (check) => words.word("lifecycle_phase", check.raw_phase) },
    ], checks, { class: "narrow" })),
    el("h4", {}, words.t("why")), reasonsView(lifecycle.reasons, ui),
    el("h4", {}, words.t("history"), " ", el("small", {}, words.t("historyNote"))),
    answered(ui.ask.history, { account: lifecycle.account }, (history) => historyView(history, ui), ui),
  ];
}

function rhythmPairs({ cadence, no_cadence: none }, { words, format }) {
  if (cadence === null) return [[words.t("rhythm"), none === null ? words.t("unknown") : words.word("no_cadence", none)]];
  const overdue = cadence.due === "overdue";
  return [
    [words.t("rhythm"), words.t("rhythmText", { days: format.number(cadence.median_interval_days), spread: format.number(cadence.spread_days), intervals: cadence.intervals })],
    [words.t("nextExpected"), format.date(cadence.next_expected)],
    [words.t("orderDue"), [
      el("b", { class: overdue ? "warn" : null }, overdue ? "⚠ " : "", words.word("due_state", cadence.due)),
      cadence.overdue_by_days === null ? null : ` ${words.t("overdueBy", { count: format.number(cadence.overdue_by_days) })}`,
      el("span", { class: "quiet" }, ` (${words.t("overdueAfter", { days: format.number(cadence.overdue_after_days) })})`)]],
  ];
}

function trendText(trend, { words, format }) {
  const change = (value) => (value === null ? null : ` ${format.signedPercent(value)}`);
  const money = trend.currency === null || trend.before.money === null || trend.recent.money === null ? null
    : [`; ${words.t("money")} `, format.money(trend.before.money, trend.currency, { whole: true }), " → ", format.money(trend.recent.money, trend.currency, { whole: true }), change(trend.money_change)];
  const windows = { beforeFrom: trend.before.from, beforeTo: trend.before.to, recentFrom: trend.recent.from, recentTo: trend.recent.to };
  const dates = Object.fromEntries(Object.entries(windows).map(([name, day]) => [name, format.dateText(day)]));
  return [el("b", {}, words.word("trend", trend.direction)), ": ",
    words.t("trendText", { before: trend.before.orders, recent: trend.recent.orders }), change(trend.orders_change), money,
    el("span", { class: "quiet" }, ` (${words.t("trendWindows", dates)})`)];
}

/** The phase that counts as a stepped line over the checks; where the day alone says otherwise, a diamond. */
function drawChecks(checks, width, { words, format }) {
  const lanes = PHASES.filter((phase) => checks.some((check) => check.phase === phase || check.raw_phase === phase));
  const left = 12 + Math.max(...lanes.map((phase) => [...words.word("lifecycle_phase", phase)].length * (words.language === "en" ? 6.6 : 13)));
  const x = (position) => left + 8 + (checks.length < 2 ? 0 : (position / (checks.length - 1)) * (width - left - 24));
  const y = (phase) => 12 + lanes.indexOf(phase) * LANE;
  const height = lanes.length * LANE + 22;
  const canvas = svg("svg", { width, height, role: "img", "aria-label": words.t("checks") });
  for (const phase of lanes) {
    canvas.append(
      svg("line", { class: "rule", x1: left, x2: width - 4, y1: y(phase), y2: y(phase) }),
      svg("text", { class: "axis", x: 0, y: y(phase) + 4 }, words.word("lifecycle_phase", phase)));
  }
  const corners = checks.flatMap((check, position) => {
    const before = checks[position - 1];
    return before === undefined ? [[x(0), y(check.phase)]] : [[x(position), y(before.phase)], [x(position), y(check.phase)]];
  });
  canvas.append(svg("polyline", { class: "phase-line", points: corners.map((point) => point.join(",")).join(" ") }));
  checks.forEach((check, position) => {
    const said = `${format.dateText(check.on)}: ${words.word("lifecycle_phase", check.phase)}`;
    canvas.append(svg("circle", { class: "check", cx: x(position), cy: y(check.phase), r: 4 }, svg("title", {}, said)));
    if (check.raw_phase !== check.phase) {
      const [across, down] = [x(position), y(check.raw_phase)];
      canvas.append(svg("path", { class: "raw", d: `M${across - 5},${down} l5,-5 l5,5 l-5,5 z` }, svg("title", {}, `${said} (${words.word("lifecycle_phase", check.raw_phase)})`)));
    }
  });
  const wanted = width > 560 ? 2 : 11;
  checks.forEach((check, position) => {
    if (position % wanted !== 0 && position !== checks.length - 1) return;
    if (position !== checks.length - 1 && checks.length - 1 - position < wanted) return;
    const anchor = position === checks.length - 1 ? "end" : position === 0 ? "start" : "middle";
    const across = anchor === "end" ? width - 4 : anchor === "start" ? left : x(position);
    canvas.append(svg("text", { class: "axis", x: across, y: height - 4, "text-anchor": anchor }, format.monthText(check.on)));
  });
  return canvas;
}
