// A drawing with a scale on both sides, as a distribution and a reliability diagram are.
import { svg } from "./dom.js";
import { wide } from "./scale.js";

/**
 * `x` and `y` are `{ from, to, ticks, text(tick), title }`; `draw(x, y)` gives what is drawn, where `x(value)` and
 * `y(value)` are the places of values. A `square` plane has as much height as width.
 */
export function drawPlane(width, { label, x: across, y: up, height: wanted = 270, square = false, draw }) {
  const left = 10 + Math.max(...up.ticks.map((tick) => wide(up.text(tick))));
  const [top, right, bottom] = [24, width - 14, across.title === "" ? 24 : 40];
  const height = square ? Math.min(right - left, 420) + top + bottom : wanted;
  const x = scale(across, left, square ? left + height - top - bottom : right);
  const y = scale(up, height - bottom, top);
  const canvas = svg("svg", { class: "plane", width, height, role: "img", "aria-label": label });
  for (const tick of up.ticks) {
    canvas.append(
      svg("line", { class: "rule", x1: left, x2: x(across.to), y1: y(tick), y2: y(tick) }),
      svg("text", { class: "axis", x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, up.text(tick)));
  }
  const room = across.ticks.length < 2 ? width : x(across.ticks[1]) - x(across.ticks[0]);
  const every = Math.ceil(Math.max(...across.ticks.map((tick) => wide(across.text(tick)) + 10)) / Math.max(1, room));
  const isLast = (tick) => x(tick) + wide(across.text(tick)) / 2 > width;
  across.ticks.forEach((tick, place) => {
    canvas.append(svg("line", { class: "rule", x1: x(tick), x2: x(tick), y1: y(up.from), y2: y(up.from) + 4 }));
    if (place % every === 0) canvas.append(svg("text", { class: "axis", x: isLast(tick) ? width : x(tick), y: height - bottom + 17, "text-anchor": isLast(tick) ? "end" : "middle" }, across.text(tick)));
  });
  canvas.append(
    svg("line", { class: "rule base", x1: left, x2: x(across.to), y1: y(up.from), y2: y(up.from) }),
    svg("text", { class: "axis", x: 0, y: 11 }, up.title),
    svg("text", { class: "axis", x: x(across.to), y: height - 5, "text-anchor": "end" }, across.title),
    ...draw(x, y).flat(Infinity).filter(Boolean));
  return canvas;
}

function scale({ from, to }, start, end) {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}
