// What a journey stands on: a page that is opened as a reader may get it, and a watch that fails the journey on any
// error in the console, any failed request and any request to somebody else's server.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { address, serve } from "./server.js";

export { expect };

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

// Long enough for a debug page on a busy machine; a page that is not ready by then is broken.
const READY_MILLIS = 15_000;

export const test = base.extend({
  /** The folder that is served. */
  folder: [DIST, { option: true, scope: "worker" }],

  /** The server over it, one for each worker. */
  site: [
    async ({ folder }, use) => {
      const site = await serve(folder);
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  /** Lets a complaint pass that the journey provokes on purpose: `provoke(/404/)`, before it happens. */
  provoke: async ({ provoked }, use) => {
    await use((pattern) => provoked.push(pattern));
  },
  provoked: async ({}, use) => {
    await use([]);
  },

  /** All that went wrong in any page of the journey, as text; looked at when the journey ends. */
  complaints: [
    async ({ provoked }, use) => {
      const complaints = [];
      await use(complaints);
      const unprovoked = complaints.filter((text) => !provoked.some((pattern) => pattern.test(text)));
      expect(unprovoked, "nothing in the console, no failed request, no other server").toEqual([]);
    },
    { auto: true },
  ],

  /** Also watches the pages that a journey opens by itself. */
  context: async ({ context, site, complaints }, use) => {
    watch(context, site.origin, complaints);
    await use(context);
  },

  /**
   * Opens a page of the site and waits until it is ready: `await open("/ru/?q=x", { alter: "minified" })`.
   *
   * - `alter`: one or more of `uncommented`, `minified`, `translated`, `emptied` (alter.js);
   * - `inPieces`: the page comes bit by bit: the headline, each card, and what the timeline has of tools and drawing;
   * - `slow`: milliseconds that the wasm is late;
   * - `late`: a promise that the wasm waits for, so that a journey can do things before the app is there;
   * - `at`: `/a/b/` for a site in a folder of its host;
   * - `scripts: false`: scripts are off, and there is nothing to wait for;
   * - `asFile: true`: opened by a double click, without a server;
   * - `until`: the value of `<html data-app>` to wait for; `ready` unless scripts cannot run; null for none;
   * - anything else goes to the browser context (`viewport`, `colorScheme`, `hasTouch`, `reducedMotion`, …).
   */
  open: async ({ browser, context, folder, site, complaints }, use) => {
    const opened = [];
    await use(async (path = "/", asked = {}) => {
      const { alter, inPieces, slow, late, at, scripts = true, asFile = false, until, ...options } = asked;
      let own = context;
      if (!scripts || asFile || Object.keys(options).length > 0) {
        own = await browser.newContext({ ...options, javaScriptEnabled: scripts });
        watch(own, asFile ? "file://" : site.origin, complaints, { loadsNothing: !scripts || asFile });
        opened.push(own);
      }
      const page = await own.newPage();
      const file = () => pathToFileURL(join(folder, path)).href;
      // A page's load waits for what it preloads, the late wasm too.
      const waitUntil = slow || late ? "domcontentloaded" : "load";
      if (late) await page.route("**/*.wasm", (route) => late.then(() => route.continue()));
      await page.goto(asFile ? file() : site.origin + address(path, { alter, inPieces, slow, at }), { waitUntil });
      await settled(page, until === undefined && scripts && !asFile && !late ? "ready" : until);
      return page;
    });
    for (const own of opened) await own.close();
  },
});

/** Something that a page can be made to wait for: `late.promise` is kept once `late.comes()` is called. */
export function lateness() {
  let comes;
  const promise = new Promise((resolve) => (comes = resolve));
  return { promise, comes };
}

/** Waits until the page says that it is ready, or what else is expected of it. */
export async function settled(page, state = null) {
  if (state === null) return;
  await expect(page.locator("html"), "the app says what became of it").toHaveAttribute("data-app", state, {
    timeout: READY_MILLIS,
  });
}

/** A browser refuses what a page without scripts, or one opened as a file, would load: that is no fault of the page. */
function watch(context, origin, complaints, { loadsNothing = false } = {}) {
  context.on("console", (message) => {
    if (loadsNothing || !["error", "warning"].includes(message.type())) return;
    // Said on a busy machine whenever the app takes its seconds; that everything is used is a journey of its own.
    if (/was preloaded using link preload but not used within a few seconds/.test(message.text())) return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`thrown: ${error.error()}`));
  context.on("request", (request) => {
    const isOurs = request.url().startsWith(origin) || /^(data|blob):/.test(request.url());
    if (!isOurs) complaints.push(`another server: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    // A page that is left gives up on what it was loading.
    const { errorText } = request.failure() ?? {};
    if (!loadsNothing && errorText !== "net::ERR_ABORTED") complaints.push(`failed (${errorText}): ${request.url()}`);
  });
}

/** Waits until the page was painted for the first time. */
export async function painted(page) {
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
}

/** What moved on the page since it began, as the browser scores it; 0 is nothing. */
export async function layoutShift(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        // Buffered entries come with the next frames.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}

/** Fails with what axe finds wrong on the page, each with the element that it is about. */
export async function expectAccessible(page, { within, rules } = {}) {
  let builder = new AxeBuilder({ page });
  if (within) builder = builder.include(within);
  if (rules) builder = builder.withRules(rules);
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  // Enough to know what it is about.
  expect(found.slice(0, 20), `axe finds nothing (${found.length})`).toEqual([]);
}
