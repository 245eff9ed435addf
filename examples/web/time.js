// Axes of time: which days are marked, and what they are called.
import { dayNumber } from "./format.js";

const STEPS = [1, 3, 6, 12, 24, 60, 120, 240];
/** Pixels that a mark needs. */
const ROOM = 62;

/** The axis between two days, for a drawing of so many pixels: `{ from, to, ticks, text(tick), title }` in days since 1970. */
export function timeAxis(first, last, width, format, title = "") {
  const [from, to] = [dayNumber(first), Math.max(dayNumber(first) + 1, dayNumber(last))];
  const months = (to - from) / 30.44;
  const step = STEPS.find((count) => (months / count) * ROOM <= width - 60) ?? STEPS.at(-1);
  const ticks = marks(first, to, step).filter((tick) => tick >= from);
  const text = (tick) => (step % 12 === 0 ? dayText(tick).slice(0, 4) : format.monthText(dayText(tick)));
  return { from, to, ticks: ticks.length > 0 ? ticks : [from], text, title };
}

/** First days of months, every `step` months, counted from January. */
function marks(first, to, step) {
  const [year] = first.split("-").map(Number);
  const start = step > 12 ? year - (year % (step / 12)) : year;
  const days = [];
  for (let month = 0; ; month += step) {
    const day = Date.UTC(start, month, 1) / 86_400_000;
    if (day > to) return days;
    days.push(day);
  }
}

/** The day of a number of days since 1970. */
export function dayText(number) {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** The day so many months before another; the last day of a month stays the last. */
export function monthsBefore(day, count) {
  const [year, month, date] = day.split("-").map(Number);
  const lastOf = (number) => new Date(Date.UTC(year, number, 0)).getUTCDate();
  const last = lastOf(month - count);
  const wanted = date === lastOf(month) ? last : Math.min(date, last);
  return new Date(Date.UTC(year, month - 1 - count, wanted)).toISOString().slice(0, 10);
}
