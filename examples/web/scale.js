// What drawings share: round numbers for axes, and how much room a label needs.

/** Round numbers from 0 to `highest` or just above, in about `count` steps. */
export function ticks(highest, count) {
  const step = niceStep(highest / count);
  const steps = Math.max(1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, position) => position * step);
}

/** 1, 2 or 5 times a power of ten, at least `value`. */
function niceStep(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= value);
}

/** About how wide a label is, in pixels: Chinese signs are twice as wide. */
export function wide(text) {
  return [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 13 : 7.2), 0);
}

/** As much of a label as there is room for. */
export function fitted(text, room) {
  if (wide(text) <= room) return text;
  const signs = [...text];
  while (signs.length > 1 && wide(`${signs.join("")}…`) > room) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
