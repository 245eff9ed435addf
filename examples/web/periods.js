// Fiscal months, quarters and years, and what they are called.

const MONTHS = { month: 1, quarter: 3, year: 12 };

/** `count` periods on end; the first is the one that `day` is in. */
export function periodsFrom(unit, day, fiscalStart, count) {
  const [year, month] = day.split("-").map(Number);
  const length = MONTHS[unit];
  const begins = month - ((month - fiscalStart + 12) % length);
  const date = (monthNumber, dayNumber) => new Date(Date.UTC(year, monthNumber - 1, dayNumber)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, place) => ({ first: date(begins + place * length, 1), last: date(begins + (place + 1) * length, 0) }));
}
