import assert from "node:assert/strict";
import { test } from "node:test";
import { date, dayText, days, daysCovered } from "./dates.mjs";
import { factsFile } from "./facts.mjs";
import { between, byShare, mostlyFirst, oneOf, random } from "./random.mjs";

const draws = (count, draw) => Array.from({ length: count }, draw);
const counts = (values) => values.reduce((map, value) => map.set(value, (map.get(value) ?? 0) + 1), new Map());

test("a file of no facts is a file", () => {
  assert.deepEqual(factsFile(0).facts, []);
  assert.deepEqual(factsFile(0).cards, []);
});

test("the same size is the same file, another seed is another one", () => {
  assert.deepEqual(factsFile(30), factsFile(30));
  assert.notDeepEqual(factsFile(30).facts, factsFile(30, 7).facts);
});

test("every reference leads to something, and every id is one of its kind", () => {
  const file = factsFile(500);
  const ids = (list) => new Set(file[list].map(({ id }) => id));
  for (const list of ["facts", "sources", "speakers", "places", "topics", "tracks", "measures", "units", "voices", "cards"]) {
    assert.equal(ids(list).size, file[list].length, `${list} are not one each`);
  }
  const leads = [["source", "sources"], ["by", "speakers"], ["track", "tracks"], ["measure", "measures"]];
  for (const fact of file.facts) {
    for (const [key, list] of leads) assert.ok(!fact[key] || ids(list).has(fact[key]), `${fact.id} has no ${key} ${fact[key]}`);
    for (const place of fact.places) assert.ok(ids("places").has(place));
    for (const topic of fact.topics) assert.ok(ids("topics").has(topic));
  }
});

test("labels fit on the timeline, and a figure's text states its value", () => {
  for (const { label, text, value } of factsFile(2000).facts) {
    assert.ok(label.length <= 45, label);
    assert.ok(value === undefined || text.includes(value.toLocaleString("en")), text);
  }
});

test("dates are as exact as sources tend to be", () => {
  const shapes = counts(factsFile(2000).facts.map(({ when }) => when?.replace(/\d/g, "0")));
  for (const shape of ["0000-00-00", "0000-00-00T00:00", "0000-00", "0000", "0000-00-00/0000-00-00", "0000-00-00~", "0000-00-00?", "0000-00-00/..", undefined]) {
    assert.ok(shapes.get(shape) > 10, `${shape} comes ${shapes.get(shape) ?? 0} times`);
  }
  assert.equal(shapes.size, 9);
});

test("most happens on a few days, and all of it within the period", () => {
  const drawn = draws(4000, days(random(1), 400));
  assert.ok(drawn.every((day) => day >= 0 && day < 400 && Number.isInteger(day)));
  const busiest = [...counts(drawn).values()].sort((a, b) => b - a).slice(0, 20);
  const share = busiest.reduce((sum, count) => sum + count, 0) / drawn.length;
  assert.ok(share > 0.3, `the 20 busiest of 400 days hold ${share}`);
});

test("a day is counted from the first one", () => {
  assert.equal(dayText(0), "2020-01-01");
  assert.equal(dayText(366), "2021-01-01");
  assert.equal(daysCovered(20), 60);
  assert.ok(date(random(1), 0) === undefined || date(random(1), 0).startsWith("2020"));
});

test("chance is the same in every run and stays in its bounds", () => {
  assert.deepEqual(draws(5, random(3)), draws(5, random(3)));
  const chance = random(3);
  assert.deepEqual([...new Set(draws(200, () => between(chance, -1, 1)))].sort(), [-1, 0, 1]);
  assert.equal(oneOf(chance, ["only"]), "only");
  assert.equal(mostlyFirst(chance, ["only"]), "only");
  assert.deepEqual([...counts(draws(100, () => byShare(chance, [[0, "never"], [1, "always"]]))).keys()], ["always"]);
});

test("the first of a list come most often, and each comes", () => {
  const chance = random(5);
  const found = counts(draws(5000, () => mostlyFirst(chance, ["a", "b", "c", "d"])));
  assert.ok(found.get("a") > found.get("b") && found.get("b") > found.get("c") && found.get("c") > found.get("d"));
});
