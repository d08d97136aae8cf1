// Days of generated entries: a story has a few days on which much happens, and long stretches on which little does.
// Dates are as exact as sources tend to be, from the minute to the year.
import { between, byShare } from "./random.mjs";

const DAY_MILLIS = 86_400_000;
const START = Date.UTC(2020, 0, 1);
// So many days are about what a story of twenty entries covers, and each hundredfold covers ten times as much.
const DAYS_OF_TWENTY = 60;

/** How often a date is how exact, in per cent. */
const PRECISIONS = [
  [54, "day"],
  [14, "minute"],
  [9, "month"],
  [10, "range"],
  [4, "about"],
  [3, "unsure"],
  [2, "year"],
  [2, "open"],
  [2, "unknown"],
];

/** How many days a story of so many entries covers. */
export function daysCovered(nFacts) {
  return Math.round(DAYS_OF_TWENTY * Math.sqrt(nFacts / 20));
}

/** A day, counted from the first one, as `2020-01-31`. */
export function dayText(day) {
  return new Date(START + day * DAY_MILLIS).toISOString().slice(0, 10);
}

/** Draws days: three of five follow one of a dozen days on which something happened, the rest may be any. */
export function days(chance, nDays) {
  const peaks = Array.from({ length: 12 }, () => between(chance, 0, nDays - 1));
  return () => {
    if (chance() < 0.4) return between(chance, 0, nDays - 1);
    const peak = peaks[Math.floor(peaks.length * chance() ** 2)];
    return Math.min(nDays - 1, peak + Math.floor(-Math.log(1 - chance()) * nDays * 0.01));
  };
}

/** A date in EDTF around a day; undefined where it is not known. */
export function date(chance, day) {
  const text = dayText(day);
  switch (byShare(chance, PRECISIONS)) {
    case "minute":
      return `${text}T${String(between(chance, 6, 23)).padStart(2, "0")}:${String(between(chance, 0, 59)).padStart(2, "0")}`;
    case "month":
      return text.slice(0, 7);
    case "year":
      return text.slice(0, 4);
    case "range":
      return `${text}/${dayText(day + between(chance, 1, 9))}`;
    case "about":
      return `${text}~`;
    case "unsure":
      return `${text}?`;
    case "open":
      return `${text}/..`;
    case "unknown":
      return undefined;
    default:
      return text;
  }
}
