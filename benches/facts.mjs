// A facts file of any size, the same in every run: speakers, sources, tracks, measures and labels in the proportions
// of files that people wrote.
import { date, dayText, days, daysCovered } from "./dates.mjs";
import { between, byShare, mostlyFirst, oneOf, random } from "./random.mjs";
import { EVENTS, MEASURES, ROLES, STATEMENTS, TOPICS, TRACKS, VOICES, names } from "./words.mjs";

const SEED = 2022;
const KINDS = [
  [45, "event"],
  [30, "figure"],
  [25, "statement"],
];

const id = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const named = (list) => list.map((name) => ({ id: id(name), name }));
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** A facts file, version 1, of so many facts. */
export function factsFile(nFacts, seed = SEED) {
  const chance = random(seed);
  const people = names(chance, 60 + Math.ceil(nFacts / 10));
  const towns = names(chance, 24);
  const speakers = people.slice(0, 12 + Math.ceil(Math.sqrt(nFacts))).map((name) => ({
    id: id(name),
    name,
    kind: "person",
    role: oneOf(chance, ROLES),
    voice: id(oneOf(chance, VOICES)),
  }));
  const sources = Array.from({ length: 5 + Math.ceil(Math.sqrt(nFacts)) }, (_, at) => ({
    id: `source-${at + 1}`,
    title: `${capital(oneOf(chance, TOPICS))} in ${oneOf(chance, towns)}, report ${at + 1}`,
    publisher: `${oneOf(chance, towns)} Observer`,
    url: `https://news.example/${at + 1}`,
    language: "en",
    kind: "news",
    seen: "full",
  }));
  const world = { chance, people, towns, speakers, sources, nDays: daysCovered(nFacts) };
  world.day = days(chance, world.nDays);
  const facts = Array.from({ length: nFacts }, (_, at) => fact(world, at + 1));
  return {
    factline: 1,
    id: `generated-${nFacts}`,
    title: `A story of ${nFacts} entries`,
    summary: "Generated to measure with; nothing in it happened.",
    languages: ["en"],
    updated: "2026-01-01",
    voices: named(VOICES),
    speakers,
    places: named(towns),
    topics: named(TOPICS),
    tracks: named(TRACKS),
    units: MEASURES.map(([measure, one, other]) => ({ id: measure, name: { en: { one: `{n} ${one}`, other: `{n} ${other}` } } })),
    measures: MEASURES.map(([measure]) => ({ id: measure, name: capital(measure), unit: measure })),
    cards: cards(facts),
    sources,
    facts,
  };
}

function fact(world, number) {
  const { chance } = world;
  const kind = byShare(chance, KINDS);
  const day = world.day();
  const speaker = mostlyFirst(chance, world.speakers);
  const town = mostlyFirst(chance, world.towns);
  const said = dayText(day + Math.floor(-Math.log(1 - chance()) * 5));
  const told = { event: event, figure: figure, statement: statement }[kind](world, { speaker, town, said });
  return {
    id: `entry-${number}`,
    kind,
    ...told,
    when: date(chance, day),
    as_of: said,
    by: speaker.id,
    source: oneOf(chance, world.sources).id,
    locator: `paragraph ${between(chance, 1, 20)}`,
    weight: byShare(chance, [[1, 1], [3, 2], [6, 3]]),
    places: [id(town)],
    topics: [...new Set([mostlyFirst(chance, TOPICS), mostlyFirst(chance, TOPICS)])],
    track: id(mostlyFirst(chance, TRACKS)),
  };
}

function event({ chance, people }, { speaker, town, said }) {
  const [label, told] = oneOf(chance, EVENTS);
  const witness = mostlyFirst(chance, people);
  return {
    label: chance() < 0.3 ? `${label}, ${town}` : label,
    text: `In ${town}, ${told}, ${speaker.role} ${speaker.name} said on ${said}; ${witness} and ${oneOf(chance, people)} were there and tell it alike.`,
  };
}

function figure({ chance, people }, { speaker, town, said }) {
  const [measure, one, other, told] = oneOf(chance, MEASURES);
  const value = Math.ceil(10 ** (chance() * 3.5));
  const counted = `${value.toLocaleString("en")} ${value === 1 ? one : other}`;
  return {
    measure,
    value,
    label: `${counted}, ${town}`,
    text: `By ${said}, ${counted} ${told} in ${town}, according to ${speaker.role} ${speaker.name}; ${oneOf(chance, people)} kept the list.`,
  };
}

function statement({ chance, people }, { speaker, town, said }) {
  const [label, told] = oneOf(chance, STATEMENTS);
  return {
    label,
    text: `${capital(speaker.role)} ${speaker.name} said in ${town} on ${said} that ${told}, answering a question of ${oneOf(chance, people)}.`,
  };
}

/** A card for each of the first measures, with the claims that an editor would put on it. */
function cards(facts) {
  return MEASURES.slice(0, 4).flatMap(([measure]) => {
    const claims = facts.filter((fact) => fact.measure === measure).slice(0, 8);
    if (claims.length === 0) return [];
    const [headline] = claims;
    return [{ id: measure, headline: headline.id, picture: "strip", groups: [{ name: "Claims", facts: claims.map((claim) => claim.id) }] }];
  });
}
