// The support base: who is for us and how much their word counts, and how that moved.
import { drawing, el, legendKey, svg, table } from "./dom.js";
import { personName } from "./people.js";
import { reasonView, sentence } from "./reasons.js";
import { fitted, wide } from "./scale.js";

const GROUPS = ["for_us", "neutral", "against", "unknown"];
const MARKS = { growing: "▲", steady: "▬", shrinking: "▼", unknown: "?" };
const BAR = 22;

export function supportView(support, ui) {
  const { words, format } = ui;
  const { base, before, trend } = support;
  const key = (group) => legendKey(words.t(`group_${group}`), 16, bar(group, 1, 1, 14, 8));
  const change = (value) => (value === null ? words.t("unknown") : format.points(value));
  return [
    el("p", { class: "figure said" }, share(base.for_us.share_of_influence, ui), el("small", {}, ` ${words.t("ofInfluenceForUs")} · `),
      share(base.for_us.share_of_people, ui), el("small", {}, ` ${words.t("ofPeople", { count: format.number(base.people) })}`), " ",
      el("span", { class: `badge trend ${trend}` }, el("span", { class: "mark", "aria-hidden": "true" }, MARKS[trend] ?? "?"), words.word("support_trend", trend))),
    el("ul", { class: "legend" }, GROUPS.map(key)),
    drawing((width) => drawSupport(support, width, ui)),
    base.without_influence > 0 ? el("p", { class: "quiet note" }, words.t("withoutInfluence", { count: format.number(base.without_influence) })) : null,
    el("p", { class: "note" }, words.t("supportChange", { since: format.dateText(support.since), influence: change(support.change), people: change(support.breadth_change) })),
    el("details", { class: "why" }, el("summary", {}, words.t("why")), reasonView(support.reason, ui)),
    moversView(support, ui),
    el("details", {}, el("summary", {}, words.t("asTable")), table(words.t("support"), [
      { label: words.t("group"), cell: (group) => words.t(`group_${group}`) },
      { label: words.t("people"), number: true, cell: (group) => format.number(base[group].people) },
      { label: words.t("shareOfPeople"), number: true, cell: (group) => share(base[group].share_of_people, ui) },
      { label: words.t("influenceHead"), number: true, cell: (group) => format.number(base[group].influence) },
      { label: words.t("shareOfInfluence"), number: true, cell: (group) => share(base[group].share_of_influence, ui) },
      { label: words.t("beforeAt", { date: format.dateText(before.as_of) }), number: true, cell: (group) => share(before[group].share_of_influence, ui) },
    ], GROUPS)),
  ];
}

function share(value, { words, format }) {
  return value === null ? words.t("unknown") : format.percentTenth(value);
}

function drawSupport({ base, before, since }, width, ui) {
  const { words, format } = ui;
  const rows = [
    [words.t("influenceNow"), base, "share_of_influence", 1], [words.t("beforeAt", { date: format.dateText(since) }), before, "share_of_influence", 0.55],
    [words.t("headsNow"), base, "share_of_people", 1],
  ];
  const names = Math.min(width * 0.4, 8 + Math.max(...rows.map(([name]) => wide(name))));
  let y = 2;
  const drawn = rows.map(([name, of, kind, part]) => {
    const height = Math.round(BAR * part);
    const top = y;
    y += height + 7;
    let x = names;
    return svg("g", { "data-bar": kind },
      svg("text", { class: part < 1 ? "axis" : null, x: 0, y: top + height / 2 + 4 }, fitted(name, names - 6)),
      of.people === 0 || of.for_us[kind] === null ? svg("text", { class: "axis", x, y: top + height / 2 + 4 }, words.t("unknown"))
        : GROUPS.map((group) => {
          const long = Number(of[group][kind]) * (width - names - 2);
          const start = x;
          x += long;
          const text = `${format.percentWhole(of[group][kind])}`;
          return long <= 0 ? null : svg("g", { "data-group": group },
            svg("title", {}, `${words.t(`group_${group}`)}: ${format.percentTenth(of[group][kind])}`),
            bar(group, start, top, long, height),
            part === 1 && long > wide(text) + 8 ? svg("text", { class: `in-bar ${group}`, x: start + long / 2, y: top + height / 2 + 4, "text-anchor": "middle" }, text) : null);
        }));
  });
  return svg("svg", { class: "support", width, height: y, role: "img", "aria-label": words.t("support") }, drawn);
}

/** A part of a bar. Against is hatched and unknown is hollow, so that they are told apart without colour. */
export function bar(group, x, y, width, height) {
  const stripes = Array.from({ length: Math.max(0, Math.floor((width - 2) / 6)) }, (_, stripe) => `M${(x + 3 + stripe * 6).toFixed(1)},${y + height} l${Math.min(5, height / 2)},${-height}`);
  return [svg("rect", { class: `group ${group}`, x, y, width: Math.max(1, width - 1), height }),
    group === "against" && stripes.length > 0 ? svg("path", { class: "stripe", d: stripes.join(" ") }) : null];
}

/** Who moved, and what it did to our share of influence. */
function moversView({ movers, change }, ui) {
  const { words, format } = ui;
  if (movers.length === 0) return el("p", { class: "quiet note" }, words.t("nobodyMoved"));
  const stance = (value) => (value === null ? words.t("unknown") : words.word("stance", value));
  const weight = (value) => (value === null ? "?" : format.number(value));
  const stances = ({ kind, from, to }) => ({ joined: stance(to), left: stance(from) })[kind] ?? (from === to ? stance(to) : `${stance(from)} → ${stance(to)}`);
  const weights = ({ kind, influence_before: before, influence_now: now }) => ({ joined: weight(now), left: weight(before) })[kind] ?? (before === now ? weight(now) : `${weight(before)} → ${weight(now)}`);
  return el("div", { class: "movers" }, el("h5", {}, words.t("movers")), table(words.t("movers"), [
    { label: words.t("person"), cell: (mover) => personName(mover.stakeholder, ui) },
    { label: words.t("moved"), cell: (mover) => [words.word("support_move", mover.kind), mover.on === null ? null : el("span", { class: "line quiet" }, format.date(mover.on))] },
    { label: words.t("stance"), cell: stances },
    { label: words.t("influenceHead"), number: true, cell: weights },
    { label: words.t("effect"), number: true, cell: ({ effect }) => (effect === null ? words.t("unknown") : format.points(effect)) },
    { label: words.t("why"), cell: ({ reason }) => sentence(reason, ui) },
  ], movers, { class: "movers-table" }),
  change === null ? null : el("p", { class: "quiet note" }, words.t("effectsSum", { change: format.points(change) })));
}
