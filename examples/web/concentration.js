// How unevenly money is spread over accounts: the Lorenz curve, what the largest hold, and how few hold most.
import { drawing, el, legendKey, longTable, pairs, svg } from "./dom.js";
import { accountLink, accountLinks, known, plainSum, share, why } from "./parts.js";
import { drawPlane } from "./plane.js";
import { wide } from "./scale.js";

const SHOWN = 10;
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];

export function concentrationView(verdict, ui) {
  const { words, format } = ui;
  const { gini, top, reach, holders, negative, unknown } = verdict;
  const rest = pairs([
    [words.t("negativeHolders"), negative.length === 0 ? null : accountLinks(negative.map(({ account }) => account), ui)],
    [words.t("unknownHolders"), unknown.length === 0 ? null : accountLinks(unknown, ui)],
    [words.t("boughtNothing"), verdict.without_purchases === 0 ? null : format.number(verdict.without_purchases)],
    [words.t("unpricedOrders"), verdict.unpriced.length === 0 ? null : format.number(verdict.unpriced.length)],
  ], { class: "pairs single" });
  if (gini === null) return [el("p", { class: "quiet nothing" }, words.t("noMoney")), rest, why(verdict.reasons, ui)];
  return [
    el("p", { class: "figure said", id: "concentration-sentence" }, sentence(verdict, ui)),
    el("ul", { class: "legend" },
      legendKey(words.t("lorenz"), 22, svg("line", { class: "curve", x1: 1, x2: 21, y1: 5, y2: 5 })),
      legendKey(words.t("equalShares"), 22, svg("line", { class: "diagonal", x1: 1, x2: 21, y1: 5, y2: 5 }))),
    drawing((width) => drawLorenz(verdict, width, ui)),
    pairs([
      [words.t("gini"), [el("b", {}, format.score(gini)), verdict.gini_corrected === null ? null : el("small", {}, ` ${words.t("giniCorrected", { value: format.score(verdict.gini_corrected) })}`)]],
      [words.t("herfindahl"), [known(verdict.herfindahl, format.score, ui), verdict.equal_accounts === null ? null : el("small", {}, ` ${words.t("likeEqual", { count: format.tenth(verdict.equal_accounts) })}`)]],
      [words.t("topShare", { share: format.percentWhole(top.share_of_accounts) }), [share(top.share_of_money, ui), el("small", {}, ` ${words.t("areAccounts", { count: format.tenth(top.accounts) })}`)]],
      [words.t("reachShare", { share: format.percentWhole(reach.share_of_money) }), reach.accounts === null ? words.t("unknown")
        : [words.t("accountsCount", { count: format.number(reach.accounts) }), el("small", {}, ` ${words.t("reachText", { share: format.percentTenth(reach.share_of_accounts), reached: format.percentTenth(reach.reached) })}`),
          reach.tied === 0 ? null : el("small", {}, ` ${words.t("tiedText", { count: format.number(reach.tied) })}`)]],
    ], { class: "pairs single" }),
    rest,
    el("details", {}, el("summary", {}, words.t("asTable")), holdersTable(holders, verdict, ui)),
    why(verdict.reasons, ui),
  ];
}

function sentence({ top, reach, holders }, { words, format }) {
  return words.t("concentrationSentence", {
    top: format.percentWhole(top.share_of_accounts), share: format.percentTenth(top.share_of_money),
    count: format.number(reach.accounts), all: format.number(holders.length), target: format.percentWhole(reach.share_of_money),
  });
}

function holdersTable(holders, { by, reporting_currency: currency }, ui) {
  const { words, format } = ui;
  const column = (label, cell) => ({ label, number: true, cell });
  return longTable(words.t("concentration"), [
    { label: words.t("account"), cell: (row) => [`${row.rank}. `, accountLink(row.account, ui), by === "group" && row.members > 1 ? el("span", { class: "line quiet" }, words.t("accountsCount", { count: row.members })) : null] },
    column(currency, (row) => [plainSum(row.money, ui), row.unpriced === 0 ? null : el("span", { class: "line quiet" }, words.t("incomplete", { count: row.unpriced }))]),
    column(words.t("shareHead"), (row) => share(row.share, ui)),
    column(words.t("cumulative"), (row) => share(row.cumulative_share, ui)),
  ], holders, SHOWN, (count) => words.t("showMore", { count }));
}

function drawLorenz({ curve, top, reach }, width, { words, format }) {
  const axis = { from: 0, to: 1, ticks: SHARES, text: (value) => format.percentWhole(value) };
  return drawPlane(width, {
    label: words.t("lorenzChart"), square: true, x: { ...axis, title: words.t("poorestAxis") }, y: { ...axis, title: words.t("theirShare") },
    draw: (x, y) => {
      const points = curve.map((point) => `${x(Number(point.share_of_accounts))},${y(Number(point.share_of_money))}`);
      return [
        svg("path", { class: "under", d: `M${x(0)},${y(0)} L${points.join(" L")} L${x(1)},${y(0)} z` }),
        svg("line", { class: "diagonal", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
        svg("path", { class: "curve", d: `M${points.join(" L")}`, "data-points": curve.length }),
        ...marks(top, reach, x, y, { words, format }),
      ];
    },
  });
}

/** Two points of the curve: what the largest hold, and how few hold most. Their labels stand above it, to the left. */
function marks(top, reach, x, y, { words, format }) {
  const points = [];
  const add = (name, accounts, money, label) => points.push({ name, label, across: x(1 - Number(accounts)), up: y(1 - Number(money)) });
  if (top.share_of_money !== null) add("top", top.share_of_accounts, top.share_of_money, words.t("topMark", { top: format.percentWhole(top.share_of_accounts), share: format.percentWhole(top.share_of_money) }));
  if (reach.accounts !== null) add("reach", reach.share_of_accounts, reach.reached, words.t("reachMark", { target: format.percentWhole(reach.share_of_money), count: format.number(reach.accounts) }));
  // The label of the lower point keeps clear of the other's.
  points.sort((a, b) => a.up - b.up);
  let lowest = -Infinity;
  return points.map(({ name, label, across, up }) => {
    const line = Math.min(Math.max(up - 7, lowest + 15), y(0) - 4);
    lowest = line;
    const isLeft = across - 9 - wide(label) > x(0);
    return svg("g", { "data-mark": name }, svg("circle", { class: "dot", cx: across, cy: up, r: 4 }),
      svg("text", { class: "cased", x: isLeft ? across - 9 : x(0) + 4, y: line, "text-anchor": isLeft ? "end" : "start" }, label));
  });
}
