import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { brotli, measure, parts, table } from "./sizes.mjs";

function site(files) {
  const folder = mkdtempSync(join(tmpdir(), "factline-sizes-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const TIMELINE = `<section id="timeline"></section>`;
const names = (map) => [...map.keys()].sort();

test("a page of nothing but a timeline costs its own text", () => {
  const { app, data, first } = parts(site({ "index.html": `<p>ә</p>${TIMELINE}` }));
  assert.equal(app.size, 0);
  assert.equal(data.size, 0);
  assert.deepEqual([...first], [["index.html up to byte 9", Buffer.from("<p>ә</p>")]]);
});

test("a page without a timeline cannot be measured", () => {
  assert.throws(() => parts(site({ "index.html": "<p></p>" })), /no region/);
});

test("everything that the browser would fetch is counted once", () => {
  const folder = site({
    "index.html": `<html data-facts="facts.json"><link rel=stylesheet href="./a.css"><link rel="modulepreload" href="a.js">
      <link rel="preload" as="fetch" href="a.wasm"><link rel="preload" as="fetch" href="facts.json">
      <link rel="alternate" href="all.json"><style>p{}</style><script type="module">import a from "./a.js"; a("b.wasm")</script>
      <script type="application/json">{}</script><script type="application/ld+json">[]</script>
      <script src="https://elsewhere.example/x.js"></script>${TIMELINE}<link rel="stylesheet" href="late.css">`,
    "a.js": `import{x as y}from"./in/b.js";import"./c.js";import("./later.js");new URL("gone_bg.wasm",import.meta.url)`,
    "in/b.js": `import "../d.js"`,
    "c.js": "",
    "d.js": "",
    "later.js": "",
    "a.css": `@import "in/e.css";`,
    "in/e.css": "",
    "late.css": "",
    "a.wasm": "",
    "b.wasm": "",
    "facts.json": "{}",
    "all.json": "{}",
  });
  const { app, data, first } = parts(folder);
  assert.deepEqual(names(app), "a.css a.js a.wasm b.wasm c.js d.js in/b.js in/e.css inline late.css".split(" "));
  assert.equal(app.get("inline").toString(), `p{}\nimport a from "./a.js"; a("b.wasm")`);
  assert.equal(data.size, 2);
  assert.ok(data.has("facts.json"));
  assert.deepEqual(names(first).slice(0, 2), ["a.css", "in/e.css"]);
  assert.equal(first.size, 3);
});

test("a missed budget is said and a met one too", () => {
  const style = `p{color:#123456}`;
  const folder = site({ "index.html": `<style>${style}</style>${TIMELINE}` });
  const size = brotli(Buffer.from(style));
  const row = (bound, aim) => measure(folder, [{ what: "styles", key: "app", bound, aim }]);
  assert.equal(row(size)[0].isMet, true);
  assert.equal(row(size - 1)[0].isMet, false);
  assert.match(table(row(size)), /^size budgets .*\nstyles .* met$/);
  assert.match(table(row(size, 1)), /met, above the aim of 0\.0 kB$/);
  assert.match(table(row(0)), /over by 0\.0 kB$/);
});
