// Draws the map of a committee: people where the library puts them, lines between them, and our people at the bottom.
import { svg } from "./dom.js";
import { DEPTHS, bottomOf, contactWidth, middleOf, roleLetters, stanceMark } from "./marks.js";

/** Pixels between the centres of neighbours below which names cannot be read: then the map scrolls. */
const LEAST_PITCH = 55;
/** Pixels for a unit of the drawing: below the least, letters do not fit into people; above the most it is only large. */
const LEAST_SCALE = 0.64;
const MOST_SCALE = 1.15;
const LABEL = 11;
const LINE = 12.5;
/** Room at the sides for names and marks. */
const SIDE = 6;

/** `map` with its people's `label` and `facts`; `choose(person)` is told whom the reader looks at. */
export function drawMap(map, width, { choose, ui }) {
  const scale = scaleOf(map, width - 2 * SIDE);
  const place = ({ x, y }) => [SIDE + x * scale.x, y * scale.y];
  const lowest = Math.max(...map.people.map(({ y, radius }) => y * scale.y + radius * scale.radius * 1.3 + 2 * LINE + 14));
  const size = { width: Math.max(width, Math.ceil(map.width * scale.x + 2 * SIDE)), height: Math.ceil(Math.max(map.height * scale.y, lowest)) };
  const shift = Math.max(0, (width - 2 * SIDE - map.width * scale.x) / 2);
  const people = new Map(map.people.map((one) => {
    const [x, y] = place(one);
    return [one.person.stakeholder, { ...one, x: x + shift, y, radius: one.radius * scale.radius }];
  }));
  const members = new Map(map.members.map((one) => [one.member, { ...one, x: place(one)[0] + shift, y: place(one)[1] }]));
  const shifted = (point) => [place(point)[0] + shift, place(point)[1]];

  const canvas = svg("svg", { class: "committee-map", ...size, role: "group", "data-dense": map.contacts.length > 24, "aria-label": ui.words.t("mapLabel", { people: people.size, lines: map.links.length }) });
  const room = roomsOf([...people.values()], size.width);
  canvas.append(
    svg("g", { class: "links" },
      map.contacts.map((contact) => contactLine(contact, people, members, ui)),
      ["reports_to", "knows", "influences", "conflicts_with"].map((kind) => map.links.filter((link) => link.kind === kind).map((link) => linkLine(link, people, shifted, ui)))),
    svg("g", { class: "members" }, ownPeople([...members.values()], size.width, ui)),
    svg("g", { class: "people" }, [...people.values()].map((one) => personMark(one, room(one)))));
  return reachable(canvas, people, choose);
}

/** How far apart things are drawn: as the width allows, but never so close that names run into each other. */
function scaleOf({ people, width }, available) {
  const rows = Map.groupBy(people, ({ y }) => y);
  const gaps = [...rows.values()].flatMap((row) => row.map(({ x }) => x).sort((a, b) => a - b).map((x, at, all) => (at === 0 ? Infinity : x - all[at - 1])));
  const closest = Math.max(1, Math.min(...gaps, 160));
  const x = Math.min(MOST_SCALE, Math.max(available / width, LEAST_PITCH / closest));
  return { x, y: Math.max(x * 0.9, LEAST_SCALE), radius: Math.max(Math.min(x, 1), LEAST_SCALE) };
}

/** How wide the name of a person may be: up to halfway to the neighbours in the row, and not over the edge. */
function roomsOf(people, width) {
  const rows = Map.groupBy(people, ({ y }) => y);
  return (one) => {
    const gaps = rows.get(one.y).filter((other) => other !== one).map((other) => Math.abs(other.x - one.x) - 4);
    return Math.max(24, Math.min(150, ...gaps, 2 * one.x, 2 * (width - one.x)));
  };
}

// ------------------------------------------------------------------------------------------------ lines

/** The line of a kind through points. */
export function linkPath(kind, points) {
  const path = (d, className = null) => svg("path", { class: className, d });
  switch (kind) {
    case "reports_to": return path(steps(points));
    case "conflicts_with": return [path(zigzag(points), "case"), path(zigzag(points))];
    case "influences": return [path(curve(points)), path(arrow(points), "head")];
    default: return path(curve(points));
  }
}

function linkLine(link, people, shifted, { words }) {
  const [from, to] = [people.get(link.from), people.get(link.to)];
  if (from === undefined || to === undefined) return null;
  const points = link.points.map(shifted);
  const strength = link.strength === null ? "" : ` (${words.word("relationship_strength", link.strength)})`;
  return svg("g", { class: `link ${link.kind} ${link.strength ?? ""}`.trimEnd(), "data-from": link.from, "data-to": link.to },
    svg("title", {}, `${from.label} – ${words.word("chain_link", link.kind)} – ${to.label}${strength}`),
    linkPath(link.kind, trimmed(points, from.radius, to.radius)));
}

/** A line as wide as the contact is deep, from somebody down to one of our people. */
function contactLine({ member, stakeholder, depth, last_contact: last }, people, members, { words, format }) {
  const [from, to] = [people.get(stakeholder), members.get(member)];
  if (from === undefined || to === undefined) return null;
  const bend = Math.max(30, (to.y - from.y) * 0.5);
  return svg("g", { class: `link contact ${depth}`, "data-from": stakeholder, "data-to": `member ${member ?? ""}` },
    svg("title", {}, `${from.label} – ${member ?? words.t("memberUnknown")}: ${words.word("contact_depth", depth)}, ${format.dateText(last)}`),
    svg("path", { d: `M${from.x},${from.y} C${from.x},${from.y + bend} ${to.x},${to.y - bend} ${to.x},${to.y}`, "stroke-width": contactWidth(depth) }));
}

/** The same points, from the edge of the first person to the edge of the second. */
function trimmed(points, first, last) {
  const towards = ([x, y], [toX, toY], by) => {
    const length = Math.hypot(toX - x, toY - y) || 1;
    const part = Math.min(0.45, by / length);
    return [x + (toX - x) * part, y + (toY - y) * part];
  };
  return [towards(points[0], points[1], first + 2), ...points.slice(1, -1), towards(points.at(-1), points.at(-2), last + 3)];
}

/** Straight pieces with rounded corners. */
function steps(points) {
  const round = 6;
  return points.map((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined) return `M${point}`;
    if (after === undefined) return `L${point}`;
    const reach = (other) => {
      const length = Math.hypot(other[0] - point[0], other[1] - point[1]) || 1;
      const part = Math.min(round, length / 2) / length;
      return [point[0] + (other[0] - point[0]) * part, point[1] + (other[1] - point[1]) * part];
    };
    return `L${reach(before)} Q${point} ${reach(after)}`;
  }).join(" ");
}

/** A curve from the first point to the last; the one between them is its control point. */
function curve(points) {
  const [from, to] = [points[0], points.at(-1)];
  return points.length < 3 ? `M${from} L${to}` : `M${from} Q${points[1]} ${to}`;
}

/** Points along the curve, close enough to follow it. */
function along(points, count) {
  const [from, to] = [points[0], points.at(-1)];
  const bend = points.length < 3 ? [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] : points[1];
  return Array.from({ length: count + 1 }, (_, step) => {
    const part = step / count;
    return [0, 1].map((axis) => (1 - part) ** 2 * from[axis] + 2 * part * (1 - part) * bend[axis] + part ** 2 * to[axis]);
  });
}

function zigzag(points) {
  const [from, to] = [points[0], points.at(-1)];
  const teeth = Math.max(3, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 6));
  const spine = along(points, teeth);
  return spine.map(([x, y], at) => {
    if (at === 0 || at === teeth) return `${at === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`;
    const [before, after] = [spine[at - 1], spine[at + 1]];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const side = at % 2 === 0 ? 2.9 : -2.9;
    return `L${(x - ((after[1] - before[1]) / length) * side).toFixed(1)},${(y + ((after[0] - before[0]) / length) * side).toFixed(1)}`;
  }).join(" ");
}

/** The head of an arrow at the last point. */
function arrow(points) {
  const [[fromX, fromY], [x, y]] = along(points, 20).slice(-2);
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  return `M${x},${y} L${x - dx * 9 - dy * 4.4},${y - dy * 9 + dx * 4.4} L${x - dx * 9 + dy * 4.4},${y - dy * 9 - dx * 4.4} Z`;
}

// ------------------------------------------------------------------------------------------------ people

function personMark({ person, label, facts, in_committee: isIn, is_key: isKey, x, y, radius }, room) {
  const { stance } = person;
  const about = [label, ...facts.map(([term, text]) => `${term}: ${text}`)];
  const kinds = ["person", isKey ? "key-person" : "", isIn ? "" : "outsider", person.left_on === null ? "" : "gone", person.influence === null ? "weightless" : ""];
  const lines = labelLines(label, room, isKey);
  const under = y + bottomOf(stance, radius) + 3;
  return svg("g", { class: kinds.filter(Boolean).join(" "), role: "img", "aria-label": about.join("; "), "data-person": person.stakeholder },
    svg("title", {}, about.join("\n")),
    svg("circle", { class: "halo", cx: x, cy: y, r: radius + 5 }),
    stanceMark(stance, x, y, radius),
    letters(person, x, y, radius),
    person.left_on === null ? null : svg("line", { class: "strike", x1: x - radius * 1.2, x2: x + radius * 1.2, y1: y + radius * 0.9, y2: y - radius * 0.9 }),
    pips(person.contact_depth, x, under),
    lines.map((line, at) => nameLine(line, x, under + 5 + LINE * (at + 0.78), isKey, person.left_on !== null)));
}

/** A line of a name, struck through if its bearer left. */
function nameLine(text, x, y, bold, struck) {
  const half = struck ? measured(text, bold) / 2 + 2 : 0;
  return [svg("text", { class: "name cased", x, y, "text-anchor": "middle" }, text), struck ? svg("line", { class: "struck", x1: x - half, x2: x + half, y1: y - 3.5, y2: y - 3.5 }) : null];
}

function letters({ roles, stance }, x, y, radius) {
  const text = roleLetters(roles);
  if (text === "") return null;
  const space = stance === "ally" || stance === "insider" ? 1.35 : 1.6;
  const size = Math.max(8.5, Math.min(15, radius * 0.95, (radius * space) / (text.length * 0.66)));
  return svg("text", { class: `letter-mark ${stance ?? "unknown"}`, x, y: y + middleOf(stance, radius) + size * 0.35, "text-anchor": "middle", "font-size": size.toFixed(1), style: `font-size: ${size.toFixed(1)}px` }, text);
}

/** One dot for brief contact, two for several, three for contact in depth. */
function pips(depth, x, y) {
  const count = DEPTHS.indexOf(depth);
  return Array.from({ length: Math.max(0, count) }, (_, pip) => svg("circle", { class: "pip", cx: x + (pip - (count - 1) / 2) * 5, cy: y + 1.5, r: 1.8 }));
}

let ruler = null;
function measured(text, bold) {
  ruler ??= document.createElement("canvas").getContext("2d");
  ruler.font = `${bold ? "700 " : ""}${LABEL}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

/** A name in at most two lines, cut where it does not fit. */
function labelLines(label, room, bold) {
  if (measured(label, bold) <= room) return [label];
  const parts = label.split(/(?<=[\s-])/u);
  const first = [];
  while (parts.length > 1 && measured([...first, parts[0]].join("").trim(), bold) <= room) first.push(parts.shift());
  const lines = first.length === 0 ? halves(label, room, bold) : [first.join("").trim(), parts.join("").trim()];
  return lines.map((line) => cut(line, room, bold));
}

/** A name without a place to break it at. */
function halves(label, room, bold) {
  const signs = [...label];
  let count = signs.length;
  while (count > 1 && measured(signs.slice(0, count).join(""), bold) > room) count -= 1;
  return [signs.slice(0, count).join("").trim(), signs.slice(count).join("").trim()].filter((line) => line !== "");
}

function cut(text, room, bold) {
  if (measured(text, bold) <= room) return text;
  const signs = [...text];
  while (signs.length > 1 && measured(`${signs.join("")}…`, bold) > room) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

/** Our own people, at the bottom. */
function ownPeople(members, width, { words }) {
  return members.map((one) => {
    const gaps = members.filter((other) => other !== one).map((other) => Math.abs(other.x - one.x) - 8);
    const room = Math.min(170, ...gaps, 2 * one.x, 2 * (width - one.x));
    const text = cut(one.member ?? words.t("memberUnknown"), room - 14, false);
    const wide = Math.min(room, measured(text, false) + 18);
    return svg("g", { class: one.member === null ? "member unknown" : "member", "data-member": one.member ?? "" },
      svg("title", {}, one.member ?? words.t("memberUnknown")),
      svg("rect", { x: one.x - wide / 2, y: one.y - 11, width: wide, height: 22, rx: 11 }),
      svg("text", { class: "name", x: one.x, y: one.y + 4, "text-anchor": "middle" }, text));
  });
}

// ------------------------------------------------------------------------------------------------ looking at somebody

/** One stop for the Tab key; the arrows go from person to person. Who is looked at is bright with their lines. */
function reachable(canvas, people, choose) {
  const marks = [...canvas.querySelectorAll("[data-person]")];
  const stop = (mark) => marks.forEach((other) => other.setAttribute("tabindex", other === mark ? "0" : "-1"));
  stop(marks[0]);
  let chosen = null;
  const look = (id) => brighten(canvas, id ?? chosen);
  const pick = (mark) => {
    chosen = mark.dataset.person;
    stop(mark);
    look(chosen);
    choose(people.get(chosen));
  };
  const drop = () => {
    chosen = null;
    look(null);
  };
  for (const mark of marks) {
    mark.addEventListener("focus", () => pick(mark));
    mark.addEventListener("mouseenter", () => look(mark.dataset.person));
    mark.addEventListener("mouseleave", () => look(null));
  }
  for (const member of canvas.querySelectorAll("[data-member]")) {
    member.addEventListener("mouseenter", () => look(`member ${member.dataset.member}`));
    member.addEventListener("mouseleave", () => look(null));
  }
  canvas.addEventListener("keydown", (event) => {
    const current = event.target.closest("[data-person]");
    if (current === null) return;
    if (event.key === "Escape") return drop();
    const next = { Home: marks[0], End: marks.at(-1) }[event.key] ?? towards(people.get(current.dataset.person), [...people.values()], event.key);
    if (next === null) return;
    event.preventDefault();
    (next instanceof Element ? next : marks.find((mark) => mark.dataset.person === next.person.stakeholder)).focus();
  });
  canvas.addEventListener("focusout", (event) => canvas.contains(event.relatedTarget) || drop());
  return canvas;
}

/** The nearest person in the direction of an arrow key; null for other keys and at the edge. */
function towards(from, people, key) {
  const ahead = {
    ArrowRight: (one) => [one.x - from.x, one.y - from.y], ArrowLeft: (one) => [from.x - one.x, one.y - from.y],
    ArrowDown: (one) => [one.y - from.y, one.x - from.x], ArrowUp: (one) => [from.y - one.y, one.x - from.x],
  }[key];
  if (ahead === undefined) return null;
  const cost = (one) => ahead(one)[0] + 3 * Math.abs(ahead(one)[1]);
  const found = people.filter((one) => ahead(one)[0] > 1).sort((a, b) => cost(a) - cost(b));
  return found[0] ?? null;
}

/** Shows who is looked at with their lines and those at the other ends; the rest steps back. */
function brighten(canvas, id) {
  canvas.classList.toggle("looking", id !== null);
  const near = new Set([id]);
  for (const link of canvas.querySelectorAll(".link")) {
    const { from, to } = link.dataset;
    const isNear = id !== null && (from === id || to === id);
    link.classList.toggle("near", isNear);
    if (isNear) [from, to].forEach((end) => near.add(end));
  }
  for (const mark of canvas.querySelectorAll("[data-person], [data-member]")) {
    mark.classList.toggle("near", near.has(mark.dataset.person ?? `member ${mark.dataset.member}`));
  }
}
