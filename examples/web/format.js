// Numbers and dates as a person reads them. Decimals arrive as text and stay exact: Intl formats text digit by digit.
import { el } from "./dom.js";

const LOCALES = { en: "en-GB", zh_hans: "zh-Hans-CN" };

export function formats(language) {
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "2-digit", timeZone: "UTC" });
  const longMonth = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const thousandth = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const figures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const monthName = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const percentTenth = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const wholePercent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(language === "en" ? "en-US" : locale, { notation: "compact", maximumFractionDigits: 1 });
  const moneyFormats = new Map();

  function moneyFormat(currency, isWhole) {
    const key = `${currency} ${isWhole}`;
    if (!moneyFormats.has(key)) {
      const digits = isWhole ? { maximumFractionDigits: 0 } : {};
      moneyFormats.set(key, new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code", ...digits }));
    }
    return moneyFormats.get(key);
  }

  return {
    locale,
    number: (text) => plain.format(text),
    tenth: (text) => (Number(text) > 0 && Number(text) < 0.05 ? `<${tenth.format(0.1)}` : tenth.format(text)),
    /** A score, always with three places, so that scores can be compared. */
    score: (text) => (text === null ? "–" : thousandth.format(text)),
    /** How probable by chance: very small ones claim no more than that. */
    chance: (text) => (Number(text) < 0.001 ? "p < 0.001" : `p = ${figures.format(text)}`),
    /** A statistic, to three figures. */
    figures: (text) => figures.format(text),
    /** The name of a month, 1 to 12. */
    monthName: (number) => monthName.format(Date.UTC(2024, number - 1, 1)),
    compact: (text) => short.format(text),
    /** What is not quite none or all does not look like it. */
    percent: (text) => {
      const value = Number(text);
      if (value > 0 && value < 0.000_05) return `<${percent.format(0.0001)}`;
      return value >= 0.999_95 && value < 1 ? `>${percent.format(0.9999)}` : percent.format(text);
    },
    /** In tenths of a percent; what is not quite none or all does not look like it. */
    percentTenth: (text) => {
      const value = Number(text);
      if (value > 0 && value < 0.0005) return `<${percentTenth.format(0.001)}`;
      return value >= 0.9995 && value < 1 ? `>${percentTenth.format(0.999)}` : percentTenth.format(text);
    },
    /** The difference of two shares, in percentage points. */
    points: (text) => {
      const value = Math.round(Number(text) * 1000) / 10;
      return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${tenth.format(Math.abs(value))}${language === "en" ? " pts" : " 个百分点"}`;
    },
    percentWhole: (text) => wholePercent.format(text),
    /** In whole percent; what is not quite none or all does not look like it. */
    odds: (text) => {
      const value = Number(text);
      if (value > 0 && value < 0.01) return `<${wholePercent.format(0.01)}`;
      return value > 0.99 && value < 1 ? `>${wholePercent.format(0.99)}` : wholePercent.format(text);
    },
    signedPercent: (text) => (text.startsWith("-") || Number(text) === 0 ? "" : "+") + percent.format(text),
    dateText: (text) => readDay(text, day),
    monthText: (text) => readDay(text, month),
    /** A period: whole months as months, everything else with its days. */
    span: ({ first, last }) => spanText(first, last, longMonth, day),
    date: (text) => (text === null ? null : el("time", { datetime: text }, readDay(text, day))),
    /** An amount in whole units, where its currency is said beside it. */
    amount: (amount) => el("data", { class: "money", value: amount, title: amount }, whole.format(amount)),
    /** The same as text alone. */
    amountText: (amount) => whole.format(amount),
    /** An amount as text alone. What is no currency is written as it is. */
    moneyText: (amount, currency) => (/^[A-Z]{3}$/.test(currency) && Number.isFinite(Number(amount))
      ? moneyFormat(currency, false).format(amount) : `${currency} ${amount}`),
    /** An amount; its exact value is the element's `value`. */
    money: (amount, currency, { whole: isWhole = false } = {}) =>
      el("data", { class: "money", value: amount, title: isWhole ? `${currency} ${amount}` : null },
        moneyFormat(currency, isWhole).format(amount).replace(/\u00a0/g, "\u202f")),
  };
}

function spanText(first, last, months, days) {
  const [from, to] = [first, last].map((text) => Date.parse(`${text}T00:00:00Z`));
  const isWhole = first.endsWith("-01") && new Date(to + 86_400_000).getUTCDate() === 1;
  if (!isWhole || from > to) return days.formatRange(Math.min(from, to), Math.max(from, to));
  if (!months.resolvedOptions().locale.startsWith("zh")) return months.formatRange(from, to);
  // Intl has slashes here.
  const [[year, month], [lastYear, lastMonth]] = [first, last].map((text) => text.split("-").map(Number));
  if (year !== lastYear) return `${year}年${month}月–${lastYear}年${lastMonth}月`;
  return month === lastMonth ? `${year}年${month}月` : `${year}年${month}–${lastMonth}月`;
}

function readDay(text, format) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? text : format.format(time);
}

/** Days since 1970 of a date, for axes. */
export function dayNumber(text) {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}
