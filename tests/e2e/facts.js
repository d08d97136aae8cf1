// The facts that the page was made of, as a journey looks them up: what a test expects of the page comes from here and
// is never typed by hand.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

export const data = read("public/facts.json");
export const { facts, cards, chapters } = data;

/** The interface texts of a language. */
export const messages = (lang) => read(`messages/${lang}.json`);

/** A text of the file in a language. */
export const inLanguage = (text, lang = "en") => (typeof text === "object" ? text[lang] : text);

/** An entry of one of the file's lists, by its id. */
export const byId = (list, id) => data[list].find((entry) => entry.id === id);

export const factById = (id) => byId("facts", id);

/** The facts of the Mazhilis report. */
export const report = facts.filter(({ id }) => id.startsWith("mazhilis-"));

/** Every fact that stands on a card, once: what its groups hold, and the wholes that they are parts of. */
export const onCard = (card) => [
  ...new Set(card.groups.flatMap((group) => (group.whole ? [...group.facts, group.whole] : group.facts))),
];

/** A message with its blanks filled in; one that counts, in the form that its language has for the number. */
export function say(lang, key, blanks = {}) {
  const known = messages(lang);
  const form = known[key] ?? known[`${key}.${new Intl.PluralRules(lang).select(blanks.n)}`];
  return Object.entries(blanks).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), form);
}

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** The words that an English date has to hold, however it is put: "2022-01/2023-01-05" is January, 2022, 5, 2023. */
export function wordsOf(edtf) {
  return edtf.split("/").flatMap((date) => {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
    return [year, month && MONTHS[month - 1], day && `${Number(day)} ${MONTHS[month - 1]}`].filter(Boolean);
  });
}
