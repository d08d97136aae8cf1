// One visit to one page: from the first request to usable, then zoomed, dragged and typed into with real events, as a
// reader's hands make them. It refuses to know who is measured.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { drag, type, zoom } from "./hands.mjs";

const WATCH = readFileSync(new URL("watch.js", import.meta.url), "utf8");
const VIEWPORT = { width: 1280, height: 800 };
// Long enough for what follows the first paint without being asked for: fonts, images, timers.
const SETTLE_MILLIS = 300;

/** A contender did not get as far as asked in the time it had. */
export class TooLate extends Error {}

/** What `work` gives, or `TooLate` after so many milliseconds. */
export async function within(millis, what, work) {
  const late = new AbortController();
  const alarm = sleep(millis, undefined, { signal: late.signal }).then(
    () => Promise.reject(new TooLate(`${what}: not within ${millis / 1000} s`)),
    () => {},
  );
  try {
    return await Promise.race([work, alarm]);
  } finally {
    late.abort();
  }
}

/** Opens `url` in a browser that has never seen it, and gives every quantity that there is to measure. */
export async function visit(browser, { url, ready, hands, limitMillis }) {
  const context = await browser.newContext({ viewport: VIEWPORT, timezoneId: "America/St_Johns", locale: "en-US" });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    await page.addInitScript(WATCH.replace("{READY}", ready));
    await within(limitMillis, "opening", page.goto(url, { waitUntil: "commit" }));
    const usable = await within(limitMillis, "until usable", page.evaluate(() => window.__bench.usable));
    await sleep(SETTLE_MILLIS);
    const opened = await within(limitMillis, "counting", opening(page, cdp));
    const moved = hands ? await within(limitMillis, "moving", moving({ page, cdp, hands })) : {};
    return { ...(hands && { usable }), ...opened, ...moved };
  } finally {
    // A page that hangs does not close either; the browser ends it with its context, or at the end of the run.
    await Promise.race([context.close().catch(() => {}), sleep(5000)]);
  }
}

async function opening(page, cdp) {
  const seen = await page.evaluate(() => ({
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    shift: window.__bench.shift,
    wasmBytes: window.__bench.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    files: [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
      ({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }),
    ),
  }));
  const { Nodes: nodes } = await metrics(cdp);
  await cdp.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize: heap } = await metrics(cdp);
  return { fcp: seen.fcp, shift: seen.shift, nodes, heap: heap + seen.wasmBytes, ...bytesByType(seen.files) };
}

const TYPES = { js: "script", css: "style", wasm: "wasm", json: "data", txt: "data" };

/** Bytes as received, by what they are. */
export function bytesByType(files) {
  const sums = { html: 0, script: 0, wasm: 0, style: 0, data: 0, other: 0, bytes: 0 };
  for (const { path, bytes } of files) {
    const isPage = path.endsWith("/") || path.endsWith(".html");
    sums[isPage ? "html" : (TYPES[path.split(".").pop()] ?? "other")] += bytes;
    sums.bytes += bytes;
  }
  return sums;
}

async function moving({ page, cdp, hands }) {
  const step = (count, quietMillis, act) => perStep(cdp, count, quietMillis, act);
  const moved = {};
  await page.locator(hands.ground).first().scrollIntoViewIfNeeded();
  moved.panOpened = await drag(page, hands, step);
  moved.zoom = await zoom(page, hands, step);
  moved.pan = await drag(page, hands, step);
  if (hands.search) {
    await page.locator(hands.search).scrollIntoViewIfNeeded();
    await page.locator(hands.search).click();
    await sleep(SETTLE_MILLIS);
    const from = await page.evaluate(() => performance.now());
    moved.key = await type(page, step);
    moved.longest = await page.evaluate(
      (start) => Math.max(0, ...window.__bench.longTasks.filter((task) => task.start >= start).map((task) => task.millis)),
      from,
    );
  }
  return moved;
}

/** Time that the main thread was busy for each of `count` steps, with all that followed from them, in milliseconds. */
async function perStep(cdp, count, quietMillis, act) {
  const before = await metrics(cdp);
  for (let at = 0; at < count; at += 1) {
    await act(at);
    await sleep(quietMillis);
  }
  await sleep(SETTLE_MILLIS);
  const after = await metrics(cdp);
  return ((after.TaskDuration - before.TaskDuration) * 1000) / count;
}

async function metrics(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
