import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutScriptsAndStyles } from "./contenders.mjs";
import { itemsForVis, slidesForTimelineJs } from "./peer-facts.mjs";
import { bytesByType, within, TooLate } from "./visit.mjs";

const file = (...facts) => ({
  title: "T",
  summary: "S",
  tracks: [{ id: "t", name: "Track" }],
  facts: facts.map((fact, at) => ({ id: `f${at}`, label: "L", text: "X", track: "t", ...fact })),
});

test("a peer gets nothing of nothing", () => {
  assert.deepEqual(itemsForVis(file()).items, []);
  assert.deepEqual(slidesForTimelineJs(file()).events, []);
});

test("a peer gets a date as the days that it covers", () => {
  const check = (when, start, end) => {
    const [item] = itemsForVis(file({ when })).items;
    assert.deepEqual([item.start, item.end], [start, end], when);
  };
  check("2020-02-03", "2020-02-03", undefined);
  check("2020-02-03T04:05", "2020-02-03T04:05", undefined);
  check("2020-02-03~", "2020-02-03", undefined);
  check("2020-02", "2020-02-01", "2020-02-29");
  check("2021", "2021-01-01", "2021-12-31");
  check("2020-02-03/2020-02-05", "2020-02-03", "2020-02-05");
  check("2020-02-03/..", "2020-02-03", undefined);
});

test("without a day of its own a fact stands at the day on which it was said, or nowhere", () => {
  assert.equal(itemsForVis(file({ as_of: "2020-01-01" })).items[0].start, "2020-01-01");
  assert.deepEqual(itemsForVis(file({})).items, []);
});

test("TimelineJS takes dates in parts, and the names of tracks", () => {
  const { events } = slidesForTimelineJs(file({ when: "2020-02-03T04:05" }, { when: "2021" }));
  assert.deepEqual(events[0].start_date, { year: 2020, month: 2, day: 3, hour: 4, minute: 5 });
  assert.deepEqual(events[1].end_date, { year: 2021, month: 12, day: 31 });
  assert.equal(events[0].group, "Track");
});

test("the page without scripts and styles keeps its text and its other links", () => {
  const html = `<link rel="icon" href="data:,"><link rel="preload" as="fetch" href="a"><link rel=stylesheet href=b>
<style>p{}</style><noscript><style>q{}</style></noscript><script type="module">import "c"</script><p class="d">e</p>`;
  assert.equal(withoutScriptsAndStyles(html), `<link rel="icon" href="data:,">\n<p class="d">e</p>`);
});

test("bytes are told apart by what they are, and nothing is left out of the sum", () => {
  const files = ["/page/", "/page/a.js", "/page/b.wasm", "/page/c.css", "/page/d.txt", "/page/e.json", "/page/f.woff2"];
  const sums = bytesByType(files.map((path, at) => ({ path, bytes: 10 ** at })));
  assert.deepEqual(sums, { html: 1, script: 10, wasm: 100, style: 1000, data: 110_000, other: 1_000_000, bytes: 1_111_111 });
});

test("what does not come in time says what it was", async () => {
  await assert.rejects(within(5, "opening", new Promise(() => {})), new TooLate("opening: not within 0.005 s"));
  assert.equal(await within(10_000, "opening", Promise.resolve("there")), "there");
});
