// How likely it is to book at least so much in a period, and how it stands with the quota.
import { quantile, quotaMark } from "./bookings.js";
import { drawing, el, legendKey, pairs, svg, table } from "./dom.js";
import { drawPlane } from "./plane.js";
import { ticks, wide } from "./scale.js";

const MARKED = [0.1, 0.5, 0.9];
const HEIGHTS = [0, 0.25, 0.5, 0.75, 1];

export function oddsView(row, ui) {
  const { words, format } = ui;
  const { bookings, quota } = row;
  const { currency } = bookings.mean;
  const sentence = el("p", { class: "figure said", id: "odds-sentence" }, oddsSentence(row, ui));
  if (bookings.deals === 0 || bookings.curve.length === 0) return [sentence];
  return [
    sentence,
    el("ul", { class: "legend" },
      legendKey(words.t("meanMark", { amount: format.amountText(bookings.mean.amount) }), 12, triangle(6, 9)),
      quota === null ? null : legendKey(`${words.t("quota")} ${format.amountText(quota.quota.amount)}`, 8, quotaMark(4, 0, 10))),
    drawing((width) => drawOdds(row, width, ui)),
    el("details", {}, el("summary", {}, words.t("asTable")), table(`${words.t("oddsTitle")}: ${format.span(row.period)}`, [
      { label: words.t("probabilityOf"), cell: (one) => format.percent(1 - Number(one.probability)) },
      { label: `${words.t("atLeast")}, ${currency}`, number: true, cell: (one) => format.amount(one.amount.amount) },
    ], bookings.quantiles, { class: "narrow" })),
  ];
}

/** The odds in words. */
export function oddsSentence({ period, booked, bookings, quota }, { words, format }) {
  const money = (sum) => format.moneyText(String(Math.round(Number(sum.amount))), sum.currency).replace(/[.,]00$/, "");
  const name = format.span(period);
  if (bookings.deals === 0 && quota === null) return words.t("nothingIn", { period: name });
  if (quota !== null && Number(quota.remaining.amount) === 0) return words.t("reachedSentence", { period: name, quota: money(quota.quota), amount: money(booked.total) });
  if (quota !== null) {
    return words.t("oddsSentence", {
      probability: format.odds(quota.probability), quota: money(quota.quota), period: name, shortfall: money(quota.expected_shortfall),
    });
  }
  if (bookings.open_deals === 0) return words.t("certainSentence", { period: name, amount: money(booked.total) });
  const at = (level) => money({ amount: quantile(bookings, level) ?? bookings.mean.amount, currency: bookings.mean.currency });
  return words.t("noQuota", { period: name, low: at(0.1), high: at(0.9) });
}

/** What is booked of the quota, what remains, and what would have to come. */
export function standingView({ quota }, { words, format }) {
  const money = ({ amount, currency }) => format.moneyText(String(Math.round(Number(amount))), currency).replace(/[.,]00$/, "");
  const isReached = Number(quota.remaining.amount) === 0;
  const needed = quota.pipeline_needed;
  const wanted = format.percentWhole(quota.wanted_probability);
  const unreachable = quota.unreachable ? words.word("unreachable_cause", quota.unreachable) : words.t("notTold");
  const more = () => (needed.deals === 0 ? words.t("enoughText", { wanted }) : words.t("neededText", {
    deals: format.number(needed.deals), average: money(needed.average_amount), chance: format.percentWhole(needed.average_chance),
    amount: money(needed.amount), wanted, probability: format.odds(needed.probability),
  }));
  return pairs([
    [words.t("attainment"), quota.attainment === null ? words.t("unknown")
      : words.t("attainmentText", { share: format.percent(quota.attainment), amount: money(quota.booked) })],
    [words.t("remaining"), isReached ? words.t("nothingRemains") : money(quota.remaining)],
    [words.t("coverageRatio"), quota.coverage_ratio === null ? "–"
      : words.t("coverageText", { ratio: `× ${format.tenth(quota.coverage_ratio)}`, pipeline: money(quota.pipeline), remaining: money(quota.remaining) })],
    [words.t("pipelineNeeded"), isReached ? "–" : needed === null ? unreachable : more()],
  ], { class: "pairs single" });
}

/** The points of the curve as steps; between two of them a step is where a percentile is, if any. */
function survival({ curve, quantiles }) {
  const points = curve.map(({ amount, cdf }) => [Number(amount.amount), 1 - Number(cdf)]);
  return points.flatMap((after, place) => {
    const before = points[place - 1];
    if (before === undefined) return [after];
    const step = quantiles.map(({ probability, amount }) => [Number(amount.amount), 1 - Number(probability)])
      .find(([amount, height]) => before[0] < amount && amount < after[0] && before[1] > height && height >= after[1]);
    return step === undefined ? [after] : [[step[0], after[1]], after];
  });
}

function drawOdds({ period, bookings, quota }, width, { words, format }) {
  const steps = survival(bookings);
  const known = [...steps.map(([amount]) => amount), Number(bookings.mean.amount), ...(quota === null ? [] : [Number(quota.quota.amount)])];
  const most = Math.max(1, ...known);
  const axis = ticks(most, width < 420 ? 3 : 5);
  // Behind each percentile there is room for what it is called.
  const label = (level) => `P${level * 100} ${format.compact(quantile(bookings, level) ?? 0)}`;
  const room = (level) => Number(quantile(bookings, level) ?? 0) / (1 - Math.min(0.5, (wide(label(level)) + 16) / (width - 64)));
  const to = Math.max(most * 1.05, axis.at(-1), ...MARKED.map(room));
  return drawPlane(width, {
    label: `${words.t("oddsTitle")}: ${format.span(period)}`,
    x: { from: -0.015 * to, to, ticks: axis, text: (value) => format.compact(value), title: bookings.mean.currency },
    y: { from: 0, to: 1, ticks: HEIGHTS, text: (value) => format.percentWhole(value), title: words.t("oddsAxis") },
    draw: (x, y) => {
      const line = [`M${x(-0.015 * to)},${y(1)}`, ...steps.map(([amount, height]) => `H${x(amount)} V${y(height)}`), `H${x(to)}`].join(" ");
      return [
        svg("path", { class: "under", d: `${line} V${y(0)} H${x(-0.015 * to)} z` }), svg("path", { class: "curve", d: line }),
        quota === null ? null : oddsMark(quota, x, y),
        triangle(x(Number(bookings.mean.amount)), y(0) - 1),
        bookings.open_deals === 0 ? null : MARKED.map((level) => percentile(level, quantile(bookings, level), label(level), x, y)),
      ];
    },
  });
}

function oddsMark(quota, x, y) {
  const [at, height] = [x(Number(quota.quota.amount)), y(Number(quota.probability))];
  return svg("g", { "data-quota": quota.quota.amount },
    svg("line", { class: "lead", x1: x(0), x2: at, y1: height, y2: height }), quotaMark(at, y(1) - 6, y(0)),
    svg("path", { class: "odds", d: `M${at},${height - 5} l5,5 l-5,5 l-5,-5 z` }));
}

/** A dot on the curve; its label stands to the right of it, where the curve has fallen. */
function percentile(level, amount, label, x, y) {
  if (amount === null) return null;
  const [at, height] = [x(Number(amount)), y(1 - level)];
  return svg("g", { "data-percentile": level },
    svg("circle", { class: "dot", cx: at, cy: height, r: 3.5 }), svg("text", { class: "cased", x: at + 8, y: height - 5 }, label));
}

function triangle(x, y) {
  return svg("path", { class: "mean", d: `M${x},${y - 8} l5,8 h-10 z` });
}
