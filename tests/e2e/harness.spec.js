// The harness itself: a journey can only be trusted if the watch barks. These run over a page of their own.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, layoutShift, test } from "./fixtures.js";

const PAGE = `<!DOCTYPE html>
<html lang="en" data-app="static"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<link rel="modulepreload" href="./a.js"></head>
<body><main id="app"><!--a--><h1>Facts</h1></main>
<noscript><p>Scripts are off</p></noscript>
<script type="module">
  import "./a.js";
  const ask = new URLSearchParams(location.search).get("do");
  const root = document.getElementById("app");
  root.dataset.found = [...root.childNodes].map((node) => node.nodeName).join();
  await fetch("./a.wasm");
  if (ask === "throw") setTimeout(() => { throw new Error("thrown on purpose"); });
  if (ask === "log") console.error("logged on purpose");
  if (ask === "leave") await fetch("http://elsewhere.example/").catch(() => {});
  if (ask === "miss") await fetch("./missing.json");
  // What moves before it was painted has not moved for anybody.
  if (ask === "move") {
    await new Promise((painted) => new PerformanceObserver(painted).observe({ type: "paint", buffered: true }));
    requestAnimationFrame(() => requestAnimationFrame(() => { root.style.marginTop = "400px"; }));
  }
  setTimeout(() => { document.documentElement.dataset.app = "ready"; }, 100);
</script></body></html>`;

const folder = mkdtempSync(join(tmpdir(), "factline-harness-"));
mkdirSync(join(folder, "ru"));
writeFileSync(join(folder, "index.html"), PAGE);
writeFileSync(join(folder, "ru", "index.html"), PAGE.replaceAll('"./a.', '"../a.'));
writeFileSync(join(folder, "a.wasm"), "");
writeFileSync(join(folder, "a.js"), "");
test.use({ folder });

const found = (page) => page.locator("#app").getAttribute("data-found");

test("a sound page is opened and raises no complaint", async ({ open, complaints }) => {
  const page = await open("/?q=x");
  await expect(page.getByRole("heading", { name: "Facts" })).toBeVisible();
  expect(await found(page)).toBe("#comment,H1");
  expect(new URL(page.url()).search).toBe("?q=x");
  expect(await layoutShift(page)).toBe(0);
  expect(complaints).toHaveLength(0);
});

test("pages are altered on the way", async ({ open }) => {
  expect(await found(await open("/", { alter: "uncommented" }))).toBe("H1");
  expect(await found(await open("/", { alter: "emptied" }))).toBe("");
  const page = await open("/ru/", { alter: ["translated", "minified"], at: "/a/b/" });
  await expect(page.locator("h1 > font > font")).toHaveText("Facts");
  expect(new URL(page.url()).pathname).toBe("/~translated/~minified/a/b/ru/");
});

test("the wasm can be late", async ({ open }) => {
  const page = await open("/", { slow: 700, until: "static" });
  const started = Date.now();
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  expect(Date.now() - started).toBeGreaterThan(300);
});

test("scripts can be off, and windows narrow", async ({ open }) => {
  const page = await open("/", { scripts: false, viewport: { width: 360, height: 640 } });
  // Playwright finds no text in <noscript>, so the element is looked for.
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-app", "static");
  expect(page.viewportSize().width).toBe(360);
});

test("a page can be opened as a file", async ({ open }) => {
  const page = await open("index.html", { asFile: true });
  await expect(page.getByRole("heading", { name: "Facts" })).toBeVisible();
  expect(page.url()).toMatch(/^file:/);
});

test("clocks stand where days go wrong", async ({ open }) => {
  const page = await open("/");
  expect(await page.evaluate(() => new Date("2022-01-05").getDate())).toBe(4);
});

test("a shift of the layout is seen", async ({ open }) => {
  const page = await open("/?do=move");
  await expect.poll(() => layoutShift(page)).toBeGreaterThan(0);
});

for (const [what, complaint] of [
  ["throw", /^thrown: .*thrown on purpose/],
  ["log", /^console: logged on purpose/],
  ["leave", /^another server: http:\/\/elsewhere\.example/],
  ["miss", /^answer 404: .*missing\.json/],
]) {
  test(`the watch barks at: ${what}`, async ({ open, complaints, provoke }) => {
    // Each leaves its echo in the console too.
    [complaint, /^console: .*(ERR_|404)/, /^failed .*elsewhere/].forEach(provoke);
    await open(`/?do=${what}`);
    await expect.poll(() => complaints.some((text) => complaint.test(text))).toBe(true);
  });
}
