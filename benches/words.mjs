// What generated entries are worded with: a few sentences that come again and again, and a long tail of names that
// come once or twice, as in files of real stories. The tail is what a search index has to carry.
import { between, oneOf } from "./random.mjs";

const STARTS = "Al Ber Dar Er Gul Ka Mar Nur Or Sa Tem Ul Yer Zha Ba Ko Li Mo Ri To".split(" ");
const MIDDLES = "ma li no ra sta be gan khi do ze ru sha ti vo ne".split(" ");
const ENDS = "n bek va r nov ly dy sk ta m gul rin shev l".split(" ");

/** So many different made-up names. */
export function names(chance, count) {
  const found = new Set();
  while (found.size < count) {
    const middle = Array.from({ length: between(chance, 1, 2) }, () => oneOf(chance, MIDDLES)).join("");
    const name = oneOf(chance, STARTS) + middle + oneOf(chance, ENDS);
    // Short names run out; a second part makes as many as are asked for.
    found.add(found.size > 4000 ? `${name}-${oneOf(chance, STARTS)}${oneOf(chance, ENDS)}` : name);
  }
  return [...found];
}

export const VOICES = ["authorities", "rights groups", "newsrooms", "hospitals"];
export const ROLES = ["spokesperson", "deputy minister", "prosecutor", "head of the commission", "correspondent", "doctor"];
export const TRACKS = ["In the streets", "The state", "Courts", "Abroad", "Aftermath"];
export const TOPICS =
  "arrests,courts,curfew,damage,deaths,diplomacy,economy,force,funerals,hospitals,internet,inquiries,law,police,press,prices,protests,resignations,sentences,strikes,trials,weapons"
    .split(",");

/** What is counted: its unit in the singular and the plural, and how an entry tells it. */
export const MEASURES = [
  ["arrests", "person", "people", "had been arrested"],
  ["injuries", "person", "people", "had asked for medical help"],
  ["cases", "case", "cases", "had been opened by the prosecutors"],
  ["vehicles", "vehicle", "vehicles", "had been burnt or damaged"],
  ["hearings", "hearing", "hearings", "had been held behind closed doors"],
  ["buildings", "building", "buildings", "had been searched or sealed"],
];

export const EVENTS = [
  ["Crowd on the main square", "a crowd gathered on the main square and stayed until the evening"],
  ["Road to the airport closed", "the road to the airport was closed to everybody but the army"],
  ["Court hears first witnesses", "the court heard its first witnesses without the press"],
  ["Curfew announced", "a curfew was announced for the nights of the whole week"],
  ["Internet back for three hours", "the internet came back for three hours and was shut down again"],
  ["Strike at the refinery", "workers of the refinery went on strike and asked for a meeting with the ministry"],
  ["Parliament in emergency session", "parliament met in an emergency session and put off the vote"],
  ["Shops reopen", "shops and pharmacies opened again under guard"],
];

export const STATEMENTS = [
  ["Denies that live rounds were used", "no live rounds had been used, and that whoever claimed so would be asked for proof"],
  ["Calls for an independent inquiry", "only an independent inquiry could tell what had happened to those who were held"],
  ["Promises compensation", "families would be paid compensation by the end of the quarter"],
  ["Names those responsible", "those responsible were known and would be named once the inquiry was over"],
  ["Says figures are preliminary", "all figures so far were preliminary and counted only what the regions had reported"],
  ["Rejects the report", "the report had been written without anybody from the region having been heard"],
];
