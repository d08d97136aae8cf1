// One visit to one page: from the first request to usable, then zoomed, dragged and typed into with real events, as a
// reader's hands make them. It refuses to know who is measured.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { drag, type, zoom } from "./hands.mjs";

const WATCH = readFileSync(new URL("watch.js", import.meta.url), "utf8");
const VIEWPORT = { width: 1280, height: 800 };
// A page is quiet once it waits for nothing and its main thread did almost nothing for so long. One that never is, is
// not waited for.
const QUIET_MILLIS = 300;
const ALMOST_NOTHING_MILLIS = 10;
const N_LOOKS = 40;

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

/**
 * Opens `url` in a browser that has never seen it, and gives every quantity that there is to measure. Where only its
 * hands come too late, `onLate` is told why, and the rest is given.
 */
export async function visit(browser, { url, ready, startable, hands, limitMillis, onLate }) {
  const context = await browser.newContext({ viewport: VIEWPORT, timezoneId: "America/St_Johns", locale: "en-US" });
  try {
    const page = await context.newPage();
    const waiting = inFlight(page);
    const cdp = await context.newCDPSession(page);
    // Time that the processor worked, not time that passed: other programs take some of that.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.addInitScript(WATCH.replace("{READY}", ready));
    await within(limitMillis, "opening", page.goto(url, { waitUntil: "commit" }));
    const usable = await within(limitMillis, "until usable", asked(cdp, "__bench.usable"));
    const opened = await within(limitMillis, "counting", opening(page, cdp));
    const moved = {};
    if (hands) await within(limitMillis, "moved and typed into", moving({ page, cdp, waiting, hands, moved })).catch(late(onLate));
    return { ...(startable && { usable }), ...opened, ...moved };
  } finally {
    // A page that hangs does not close either; the browser ends it with its context, or at the end of the run.
    await Promise.race([context.close().catch(() => {}), sleep(5000)]);
  }
}

/** The requests of a page that are not answered yet. */
function inFlight(page) {
  const waiting = new Set();
  page.on("request", (request) => waiting.add(request));
  for (const event of ["requestfinished", "requestfailed"]) page.on(event, (request) => waiting.delete(request));
  return waiting;
}

function late(tell) {
  return (error) => {
    if (!(error instanceof TooLate)) throw error;
    tell(error.message);
  };
}

/**
 * What an expression of the page comes to, asked of the browser itself: Playwright would first run a script of its own in
 * the page, which takes 20 ms of the main thread while the page is still coming in.
 */
async function asked(cdp, expression) {
  const about = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", about);
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
  return result.value;
}

async function opening(page, cdp) {
  const seen = await page.evaluate(async () => ({
    fcp: await window.__bench.painted,
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

/** Puts what it finds into `moved` as it goes. */
async function moving({ page, cdp, waiting, hands, moved }) {
  const step = (count, restMillis, act) => perStep({ cdp, waiting }, count, restMillis, act);
  await quiet({ cdp, waiting });
  moved.longestStart = await longestTask(page, 0);
  await page.locator(hands.ground).first().scrollIntoViewIfNeeded();
  moved.panOpened = await drag({ page, cdp }, hands, step);
  moved.zoom = await zoom(page, hands, step);
  moved.pan = await drag({ page, cdp }, hands, step);
  if (hands.search) {
    await page.locator(hands.search).scrollIntoViewIfNeeded();
    await page.locator(hands.search).click();
    // What a page loads for the first search is not what a search costs.
    await page.keyboard.press("a");
    await quiet({ cdp, waiting });
    await page.keyboard.press("Backspace");
    await quiet({ cdp, waiting });
    const start = await page.evaluate(() => performance.now());
    moved.key = await type(page, step);
    moved.longest = await longestTask(page, start);
  }
}

/** Time that the main thread was busy for each of `count` steps, with all that followed from them, in milliseconds. */
async function perStep({ cdp, waiting }, count, restMillis, act) {
  const before = await busyMillis(cdp);
  for (let at = 0; at < count; at += 1) {
    await act(at);
    await sleep(restMillis);
  }
  await quiet({ cdp, waiting });
  return ((await busyMillis(cdp)) - before) / count;
}

/** The longest task since a moment of the page's clock; 0 if none was above 50 ms, which browsers do not tell of. */
async function longestTask(page, since) {
  const millis = await page.evaluate(() => window.__bench.longTasks);
  return Math.max(0, ...millis.filter(({ start }) => start >= since).map((task) => task.millis));
}

/** Waits until nothing is on its way and the main thread rests. */
async function quiet({ cdp, waiting }) {
  for (let look = 0; look < N_LOOKS; look += 1) {
    const before = await busyMillis(cdp);
    await sleep(QUIET_MILLIS);
    const rests = (await busyMillis(cdp)) - before < ALMOST_NOTHING_MILLIS;
    if (rests && waiting.size === 0) return;
  }
}

/** How long the main thread worked so far, without what it did for our own questions and events. */
async function busyMillis(cdp) {
  const { TaskDuration, DevToolsCommandDuration } = await metrics(cdp);
  return (TaskDuration - DevToolsCommandDuration) * 1000;
}

async function metrics(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
