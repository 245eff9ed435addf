// What came of the opportunities: won and lost by count and value, how long it took, how fast value is won, and why
// deals were lost.
import { el, longTable, pairs, table } from "./dom.js";

const SHOWN = 10;

export function outcomesCard({ opportunities, win_rate: rate, cycle, velocity, close_dates: dates }, ui) {
  const { words, format } = ui;
  const share = (value) => (value === null ? words.t("unknown") : format.percent(value));
  const days = (value) => (value === null ? "–" : format.tenth(value));
  const pushed = dates.pushed === 0 ? words.t("neverPushed")
    : words.t("pushedText", {
      pushed: format.number(dates.pushed), all: format.number(opportunities), pushes: format.number(dates.pushes), days: format.number(dates.slip_days),
    });
  return el("section", { class: "card", id: "outcomes" },
    el("h3", {}, words.t("outcomes")),
    pairs([
      [words.t("winRate"), [el("b", {}, share(rate.rate)), " ",
        el("small", {}, words.t("wonOf", { won: format.number(rate.won), all: format.number(rate.won + rate.lost) }))]],
      [words.t("closeDates"), pushed],
    ], { class: "pairs single" }),
    rate.by_value.length === 0 ? null : [el("h4", {}, words.t("winRateByValue")), table(words.t("winRateByValue"), [
      { label: words.t("currency"), cell: (row) => row.currency },
      { label: words.t("wonShort"), number: true, cell: (row) => format.amount(row.won) },
      { label: words.t("lost"), number: true, cell: (row) => format.amount(row.lost) },
      { label: words.t("winRate"), number: true, cell: (row) => (row.rate === null ? "–" : format.percentWhole(row.rate)) },
    ], rate.by_value)],
    rate.without_amount === 0 ? null : el("p", { class: "quiet note" }, words.t("decidedWithoutAmount", { count: format.number(rate.without_amount) })),
    el("h4", {}, words.t("cycle"), " ", el("small", {}, words.t("cycleNote"))),
    table(words.t("cycle"), [
      { label: words.t("outcome"), cell: (row) => words.t(row.key) },
      { label: words.t("headDeals"), number: true, cell: (row) => format.number(row.count) },
      { label: words.t("lowerQuartile"), number: true, cell: (row) => days(row.lower_quartile_days) },
      { label: words.t("median"), number: true, cell: (row) => days(row.median_days) },
      { label: words.t("upperQuartile"), number: true, cell: (row) => days(row.upper_quartile_days) },
      { label: words.t("mean"), number: true, cell: (row) => days(row.mean_days) },
    ], [{ key: "wonShort", ...cycle.won }, { key: "lost", ...cycle.lost }]),
    velocity.length === 0 ? null : [el("h4", {}, words.t("velocity"), " ", el("small", {}, words.t("velocityNote"))), table(words.t("velocity"), [
      { label: words.t("currency"), cell: (row) => row.currency },
      { label: words.t("openDeals"), number: true, cell: (row) => format.number(row.open_opportunities) },
      { label: words.t("winRate"), number: true, cell: (row) => (row.win_rate === null ? "–" : format.percentWhole(row.win_rate)) },
      { label: words.t("averageWon"), number: true, cell: (row) => (row.average_won === null ? "–" : format.amount(row.average_won)) },
      { label: words.t("cycleDays"), number: true, cell: (row) => days(row.mean_cycle_days) },
      { label: words.t("perDay"), number: true, cell: (row) => (row.per_day === null ? "–" : format.amount(row.per_day)) },
    ], velocity)]);
}

export function lossesCard({ pipeline, losses }, ui) {
  const { words, format } = ui;
  const amounts = (row) => [
    row.amounts.map(({ amount, currency }) => el("span", { class: "line" }, format.money(amount, currency, { whole: true }))),
    row.without_amount === 0 ? null : el("span", { class: "line quiet" }, `${words.t("noAmount")}: ${format.number(row.without_amount)}`)];
  return el("section", { class: "card", id: "losses" },
    el("h3", {}, words.t("losses"), " ", el("small", {}, words.t("lossesNote"))),
    losses.length === 0 ? el("p", { class: "calm" }, "✓ ", words.t("noLosses")) : longTable(words.t("losses"), [
      { label: words.t("stage"), cell: (row) => (row.from_stage === null ? words.t("unknown") : words.stage(pipeline, row.from_stage)) },
      { label: words.t("lossReason"), cell: (row) => [
        row.reason === null ? words.t("unknown") : words.word("loss_reason", row.reason),
        row.competitor === null ? null : el("span", { class: "line quiet" }, words.t("lostTo", { name: row.competitor }))] },
      { label: words.t("headDeals"), number: true, cell: (row) => format.number(row.count) },
      { label: words.t("amount"), number: true, cell: amounts },
    ], losses, SHOWN, (count) => words.t("showMore", { count })));
}
