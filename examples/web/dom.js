// Makes elements. Every text goes in as a text node, so that no data is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element: `el("p", { class: "quiet" }, "text", child)`. Null and false children are left out. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** An entry of a legend: a small drawing, 10 high, and what it stands for. */
export function legendKey(text, width, ...shapes) {
  return el("li", {}, svg("svg", { class: "key", width, height: 10, "aria-hidden": "true" }, shapes), " ", text);
}

/** A drawing that is made again for each width it gets; `draw(width)` gives an `svg` element. */
export function drawing(draw) {
  const frame = el("div", { class: "drawing" });
  let last = 0;
  const redraw = (width) => {
    if (width < 1 || Math.abs(width - last) < 1) return;
    last = width;
    frame.replaceChildren(draw(width));
  };
  new ResizeObserver(([entry]) => redraw(Math.floor(entry.contentRect.width))).observe(frame);
  return frame;
}

/** A table: columns of `{ label, number, cell(row) }`; the first column heads its row. */
export function table(caption, columns, rows, attributes = {}) {
  return framed(caption, columns, el("tbody", {}, tableRows(columns, rows)), attributes);
}

/** The same with the first `limit` rows, and a button for the rest. */
export function longTable(caption, columns, rows, limit, moreLabel, attributes = {}) {
  const body = el("tbody");
  const more = capped(body, rows, limit, (some) => tableRows(columns, some), moreLabel);
  return [framed(caption, columns, body, attributes), more === body ? null : more.querySelector("button")];
}

function framed(caption, columns, body, attributes) {
  const head = columns.map((column) => el("th", { scope: "col", class: kind(column) }, column.label));
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
    el("table", attributes, el("caption", { class: "hidden" }, caption), el("thead", {}, el("tr", {}, head)), body));
}

function tableRows(columns, rows) {
  return rows.map((row) => el("tr", {}, columns.map((column, index) =>
    index === 0 ? el("th", { scope: "row" }, column.cell(row)) : el("td", { class: kind(column) }, column.cell(row)))));
}

function kind(column) {
  return column.number ? "number" : null;
}

/** Pairs of term and description; pairs without a description are left out. */
export function pairs(list, attributes = { class: "pairs" }) {
  const shown = list.filter(([, value]) => value !== null && value !== undefined);
  return el("dl", attributes, shown.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
}

/** The first `limit` of many, and a button for the rest. `make(items)` gives nodes; they go into `list`. */
export function capped(list, items, limit, make, moreLabel) {
  list.append(...make(items.slice(0, limit)));
  if (items.length <= limit) return list;
  const rest = items.slice(limit);
  const more = el("button", { type: "button", class: "more", onclick: () => {
    list.append(...make(rest));
    more.remove();
  } }, moreLabel(rest.length));
  return el("div", {}, list, more);
}
