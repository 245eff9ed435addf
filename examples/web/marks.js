// How people are drawn, on the map and beside their names: where somebody stands is a shape and a shade, so that it is
// read without colour as well.
import { svg } from "./dom.js";

/** From most to least for us; null is a stance that is not known. */
export const STANCES = ["insider", "ally", "supporter", "neutral", "hostile", null];
export const ROLES = ["coach", "user", "technical_gatekeeper", "economic_decision_maker"];
export const LETTERS = { coach: "C", user: "U", technical_gatekeeper: "T", economic_decision_maker: "E" };
export const DEPTHS = ["none", "brief", "several", "in_depth"];

/** The shape of a stance around a centre; all shapes of a radius look about as large as its circle. */
export function stanceMark(stance, x, y, radius, attributes = {}) {
  return svg("path", { class: `mark-shape ${stance ?? "unknown"}`, d: outline(stance, x, y, radius), ...attributes });
}

/** How far below the centre the middle of what is written into a shape lies. */
export function middleOf(stance, radius) {
  return stance === "ally" ? radius * 0.22 : 0;
}

/** How far the shape reaches below the centre. */
export function bottomOf(stance, radius) {
  return radius * ({ hostile: 1.28, neutral: 0.9, ally: 0.98, insider: 1.15 }[stance] ?? 1);
}

function outline(stance, x, y, radius) {
  switch (stance) {
    case "hostile": return polygon(corners(4, x, y, radius * 1.28, -90));
    case "neutral": return polygon(corners(4, x, y, radius * 1.25, -45));
    case "ally": return polygon(corners(3, x, y + radius * 0.22, radius * 1.5, -90));
    case "insider": return polygon(star(x, y, radius * 1.42, radius * 0.86));
    default: return circle(x, y, radius);
  }
}

function circle(x, y, radius) {
  return `M${x - radius},${y} a${radius},${radius} 0 1 0 ${2 * radius},0 a${radius},${radius} 0 1 0 ${-2 * radius},0 Z`;
}

function corners(count, x, y, radius, start) {
  return Array.from({ length: count }, (_, corner) => {
    const angle = ((start + (corner * 360) / count) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Five points and the dents between them. */
function star(x, y, outer, inner) {
  const [points, dents] = [corners(5, x, y, outer, -90), corners(5, x, y, inner, -54)];
  return points.flatMap((point, place) => [point, dents[place]]);
}

function polygon(points) {
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" L")} Z`;
}

/** The mark of a stance as a small drawing of its own, as before a name. */
export function stanceKey(stance) {
  return svg("svg", { class: "stance-key", width: 17, height: 16, "aria-hidden": "true" }, stanceMark(stance, 8.5, 8, 5.4));
}

/** How wide the line of a contact is; one too long ago to count is thin and dotted. */
export function contactWidth(depth) {
  return [1, 1.1, 2.6, 4.6][DEPTHS.indexOf(depth)] ?? 1.2;
}

/** The letters of buying roles, in their order. */
export function roleLetters(roles) {
  return ROLES.filter((role) => roles.includes(role)).map((role) => LETTERS[role]).join("");
}
