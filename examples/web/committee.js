// The map of a buying committee, and the same as a table. The library says where everybody goes.
import { drawing, el, legendKey, pairs, svg, table } from "./dom.js";
import { drawMap, linkPath } from "./map.js";
import { DEPTHS, LETTERS, ROLES, STANCES, contactWidth, stanceKey } from "./marks.js";
import { contactText, listed, personFacts, rolesText, stanceText } from "./people.js";

export const LINES = ["reports_to", "influences", "knows", "conflicts_with", "contact"];

/** The map, its legend, what is known of the person chosen in it, and its table. */
export function committeeView(map, ui) {
  const { words } = ui;
  if (map.people.length === 0) return el("p", { class: "quiet" }, words.t("committeeEmpty"));
  const hidden = (ui.choice.hiddenLines ??= new Set());
  const people = new Map(map.people.map((place) => [place.person.stakeholder, place]));
  const told = map.people.map((place) => ({ ...place, label: place.name ?? place.person.stakeholder, facts: factsOf(place, map, people, ui) }));
  const card = el("div", { class: "chosen-person", role: "status" }, el("p", { class: "quiet" }, words.t("mapHint")));
  const choose = (place) => card.replaceChildren(...chosenPerson(place, ui));
  const frame = drawing((width) => {
    const canvas = drawMap({ ...map, people: told }, width, { choose, ui });
    applyHidden(canvas, hidden);
    requestAnimationFrame(() => showTop(frame, told, map.width));
    return canvas;
  });
  frame.classList.add("map-frame");
  return el("div", { class: "committee" },
    legend(map, words),
    lineChoice(hidden, () => applyHidden(frame.querySelector("svg"), hidden), words),
    frame, card,
    el("details", { class: "committee-table" }, el("summary", {}, words.t("asTable")), committeeTable(told, map, people, ui)));
}

function applyHidden(canvas, hidden) {
  for (const line of LINES) canvas?.classList.toggle(`without-${line}`, hidden.has(line));
}

/** Where the map is wider than its place: begins with who stands at the top. */
function showTop(frame, people, width) {
  const [top] = people.toSorted((a, b) => a.row - b.row || a.x - b.x);
  frame.scrollLeft = (top.x / width) * frame.scrollWidth - frame.clientWidth / 2;
}

function chosenPerson({ label, facts }) {
  return [el("h5", {}, label), pairs(facts, { class: "pairs person-facts" })];
}

/** What is known of somebody, with the lines to others. */
function factsOf(place, map, people, ui) {
  const { words } = ui;
  return [
    ...(place.in_committee ? [] : [[words.t("committee"), words.t("notInCommittee")]]),
    ...personFacts(place.person, ui),
    ...linesOf(place.person.stakeholder, map, people, words),
    [words.t("ourPeople"), contactsOf(place.person.stakeholder, map, words)],
  ].filter(([, text]) => text !== null);
}

/** Whom somebody reports to, influences, knows, and is at odds with. */
function linesOf(id, { links }, people, words) {
  const name = (other) => people.get(other)?.name ?? other;
  const kinds = new Map();
  for (const { from, to, kind } of links) {
    const mutual = kind === "knows" || kind === "conflicts_with";
    if (from !== id && !(mutual && to === id)) continue;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name(from === id ? to : from)]);
  }
  return LINES.filter((kind) => kinds.has(kind)).map((kind) => [words.word("chain_link", kind), listed(kinds.get(kind), words)]);
}

function contactsOf(id, { contacts }, words) {
  const ours = contacts.filter(({ stakeholder }) => stakeholder === id);
  if (ours.length === 0) return null;
  return listed(ours.map(({ member, depth }) => `${member ?? words.t("memberUnknown")} (${words.word("contact_depth", depth)})`), words);
}

// ------------------------------------------------------------------------------------------------ legend

function legend({ people }, words) {
  const stances = STANCES.filter((stance) => people.some(({ person }) => person.stance === stance));
  const entry = (drawn, text) => el("li", {}, drawn, " ", text);
  const sizes = [svg("circle", { class: "size", cx: 5, cy: 5, r: 3 }), svg("circle", { class: "size", cx: 17, cy: 5, r: 5 })];
  return el("ul", { class: "legend map-legend", "aria-label": words.t("legend") },
    stances.map((stance) => entry(stanceKey(stance), stance === null ? words.t("stanceUnknown") : words.word("stance", stance))),
    legendKey(words.t("sizeIsInfluence"), 23, sizes),
    people.some(({ person }) => person.influence === null) ? legendKey(words.t("influenceUnknown"), 11, svg("circle", { class: "size unknown", cx: 5, cy: 5, r: 3.6 })) : null,
    ROLES.map((role) => entry(el("b", { class: "role-letter" }, LETTERS[role]), words.word("buying_role", role))),
    people.some(({ is_key: isKey }) => isKey) ? entry(el("b", {}, words.t("bold")), words.t("keyPerson")) : null,
    people.some(({ in_committee: isIn }) => !isIn) ? entry(el("i", {}, words.t("italic")), words.t("notInCommittee")) : null,
    people.some(({ person }) => person.left_on !== null) ? entry(el("s", {}, words.t("struck")), words.t("leftCustomer")) : null);
}

/** Which lines are drawn: each is a choice and explains itself. */
function lineChoice(hidden, apply, words) {
  const drawn = {
    reports_to: svg("path", { class: "link reports_to", d: "M1,9 V5 H29 V1" }),
    influences: svg("g", { class: "link influences" }, linkPath("influences", [[1, 5], [15, 5], [29, 5]])),
    knows: svg("g", { class: "link knows" }, linkPath("knows", [[1, 5], [15, 5], [29, 5]])),
    conflicts_with: svg("g", { class: "link conflicts_with" }, linkPath("conflicts_with", [[1, 5], [15, 5], [29, 5]])),
    contact: svg("g", { class: "link contact" }, DEPTHS.slice(1).map((depth, place) =>
      svg("path", { d: `M${1 + place * 10},5 h8`, "stroke-width": contactWidth(depth) }))),
  };
  return el("ul", { class: "legend line-choice", "aria-label": words.t("lines") }, LINES.map((line) => el("li", {}, el("label", {},
    el("input", { type: "checkbox", checked: !hidden.has(line), "data-line": line, onchange: (event) => {
      if (event.target.checked) hidden.delete(line);
      else hidden.add(line);
      apply();
    } }),
    svg("svg", { class: "key", width: 30, height: 10, "aria-hidden": "true" }, drawn[line]), " ",
    line === "contact" ? words.t("contactLine") : words.word("chain_link", line)))));
}

// ------------------------------------------------------------------------------------------------ table

function committeeTable(told, map, people, ui) {
  const { words, format, index } = ui;
  const title = ({ person }) => {
    const row = index.row("stakeholder", person.stakeholder);
    return typeof row?.title === "string" ? row.title : null;
  };
  const day = (value) => (value === null ? words.t("never") : format.date(value));
  const sorted = told.toSorted((a, b) => (a.person.left_on !== null) - (b.person.left_on !== null) || a.row - b.row || a.x - b.x);
  return table(words.t("committeeMap"), [
    { label: words.t("person"), cell: (place) => [place.label, " ", el("span", { class: "quiet" }, listed([title(place), place.in_committee ? null : words.t("notInCommittee")].filter(Boolean), words))] },
    { label: words.t("role"), cell: ({ person }) => rolesText(person.roles, words) },
    { label: words.t("stance"), cell: ({ person }) => el("span", { class: "marked" }, stanceKey(person.stance), stanceText(person, words)) },
    { label: words.t("influenceHead"), number: true, cell: ({ person }) => (person.influence === null ? words.t("unknown") : format.number(person.influence)) },
    { label: words.t("level"), cell: ({ person }) => words.word("coverage_level", person.level) },
    { label: words.t("contactDepth"), cell: ({ person }) => words.word("contact_depth", person.contact_depth) },
    { label: words.t("lastContactHead"), cell: ({ person }) => contactText(person, ui) },
    { label: words.t("lastMet"), cell: ({ person }) => day(person.last_met) },
    { label: words.t("ourPeople"), cell: ({ person }) => contactsOf(person.stakeholder, map, words) ?? words.t("none") },
    { label: words.t("relations"), cell: ({ person }) => linesOf(person.stakeholder, map, people, words).map(([kind, others]) => el("span", { class: "line" }, `${kind}: ${others}`)) },
    { label: words.t("leftCustomer"), cell: ({ person }) => (person.left_on === null ? "–" : format.date(person.left_on)) },
  ], sorted, { class: "people-table" });
}
