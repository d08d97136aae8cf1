import assert from "node:assert/strict";
import { test } from "node:test";
import { BUDGETS, judge } from "./budgets.mjs";
import { QUANTITIES, budgetTable, document, sizeTable, table } from "./report.mjs";
import { median, medians } from "./statistics.mjs";

const at = (n, contenders, failures = {}) => ({ n, contenders, failures });

test("there is no median of nothing", () => {
  assert.equal(median([]), undefined);
  assert.deepEqual(medians([]), {});
});

test("a median is the middle, or between the two in the middle", () => {
  assert.equal(median([9, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 9]), 3);
  assert.deepEqual(medians([{ a: 1 }, { a: 3, b: 5 }, { a: 2 }]), { a: 2, b: 5 });
});

test("what was not measured is neither met nor missed", () => {
  assert.ok(judge([]).every(({ isMet }) => isMet === undefined));
  assert.match(budgetTable(judge([])), /not measured/);
  const half = judge([at(1000, { page: { pan: 1 } })]).find(({ what, size }) => what.includes("pan") && size === 1000);
  assert.equal(half.isMet, undefined);
});

test("a budget is held against its peer, against itself at another size, or against a number", () => {
  const check = (budget, sizes, expected) => assert.deepEqual(judge(sizes, [budget]).map(({ isMet }) => isMet), expected);
  const peer = { what: "w", size: 20, of: "page.usable", factor: 0.5, than: "vis.usable" };
  check(peer, [at(20, { page: { usable: 5 }, vis: { usable: 10 } })], [true]);
  check(peer, [at(20, { page: { usable: 5.1 }, vis: { usable: 10 } })], [false]);
  const own = { what: "w", size: 100, of: "page.pan", factor: 1.5, than: "page.pan", thanSize: 10 };
  check(own, [at(10, { page: { pan: 2 } }), at(100, { page: { pan: 3 } })], [true]);
  check(own, [at(10, { page: { pan: 2 } }), at(100, { page: { pan: 3.1 } })], [false]);
  const bound = { what: "w", of: "page.shift", bound: 0 };
  check(bound, [at(10, { page: { shift: 0 } }), at(20, { page: { shift: 0.1 } })], [true, false]);
});

test("the table of the budgets says by how much one is missed", () => {
  const sizes = [at(20, { page: { usable: 15, shift: 0.1 }, timelinejs: { usable: 10 } })];
  const text = budgetTable(judge(sizes));
  assert.match(text, /time until usable +\| 20 facts +\| 15 ms +\| 0\.5 × TimelineJS3 3\.9\.11 = 5\.0 ms +\| missed: 3\.0 × what is allowed/);
  assert.match(text, /layout shift .* missed +\|/);
});

test("each budget is about a quantity that is measured", () => {
  const known = QUANTITIES.map(({ key }) => key);
  for (const { of, than } of BUDGETS) for (const name of [of, than]) assert.ok(!name || known.includes(name.split(".")[1]), name);
});

test("a size shows who did not finish, and the others as shares of the page", () => {
  const text = sizeTable(at(20, { page: { fcp: 100 }, vis: { fcp: 250 } }, { timelinejs: "until usable: not within 60 s" }));
  assert.match(text, /first contentful paint +\| 100 ms +\| +\| 250 ms \(2\.5 ×\)/);
  assert.match(text, /TimelineJS3 3\.9\.11 did not finish: until usable: not within 60 s\./);
  assert.doesNotMatch(text, /DOM nodes/);
});

test("columns stand below each other", () => {
  assert.equal(table([["", "a"], ["longer", "1"]]), "|        | a   |\n|--------|-----|\n| longer | 1   |");
});

test("the document names the machine", () => {
  const machine = { browser: "Chromium 1", cpu: "Z80", cpus: 2, system: "linux" };
  assert.match(document({ machine, runs: 5, sizes: [], budgets: [] }), /Chromium 1, 2 processors \(Z80\), linux/);
});
