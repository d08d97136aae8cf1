// The page opens, says when it is ready, and nothing on it has moved.
import { facts } from "./facts.js";
import { expect, lateness, layoutShift, painted, settled, test } from "./fixtures.js";

const VIEWS = ["page", "cards", "timeline", "measure", "entries", "method", "embed"];
const WIDTHS = [360, 768, 1440];
const LANGUAGES = ["en", "ru", "kk"];
const THEMES = ["auto", "light", "dark"];

// Twenty-one of the 189 combinations, in which every pair of two values occurs.
const combinations = VIEWS.flatMap((view, v) =>
  WIDTHS.map((width, w) => ({
    view,
    width,
    lang: LANGUAGES[(v + w) % 3],
    theme: THEMES[(v + 2 * w + (v > 2 ? 1 : 0)) % 3],
  })),
);

// What stands alone in each view, by the heading that is seen; in the whole page, everything.
const SEEN = { cards: "#cards", timeline: "#timeline", measure: "#measures", entries: "#entries", method: "#method" };

for (const { view, width, lang, theme } of combinations) {
  test(`${view} opens at ${width} px, ${lang}, ${theme}, and nothing moves`, async ({ open }) => {
    const parameters = new URLSearchParams(view === "embed" ? { view: "timeline", embed: "1", theme } : { view, theme });
    // The app comes only after the prerendered page was painted: what it then moves is seen to move.
    const late = lateness();
    const page = await open(`/${lang === "en" ? "" : `${lang}/`}?${parameters}`, {
      late: late.promise,
      viewport: { width, height: 800 },
    });
    await painted(page);
    late.comes();
    await settled(page, "ready");
    expect(await layoutShift(page), "what the page moved by").toBe(0);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    expect(await page.evaluate(() => performance.getEntriesByName("factline:ready").length)).toBe(1);
    for (const [part, selector] of Object.entries(SEEN)) {
      const isSeen = view === "page" || part === view || (view === "embed" && part === "timeline");
      await expect(page.locator(selector), `${part} is ${isSeen ? "there" : "away"}`).toBeVisible({ visible: isSeen });
    }
  });
}

test("a site in a folder of its host opens", async ({ open }) => {
  await open("/", { at: "/a/b/" });
  const page = await open("/ru/", { at: "/a/b/" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

for (const view of ["cards", "timeline"]) {
  for (const path of [`/?view=${view}`, `/?view=${view}&embed=1`]) {
    test(`${path} that comes in pieces moves nothing`, async ({ open }) => {
      const page = await open(path, { inPieces: true, viewport: { width: 1440, height: 800 } });
      expect(await layoutShift(page), "what the page moved by").toBe(0);
      await expect(page.locator(SEEN[view])).toBeVisible();
      await expect(page.locator(view === "timeline" ? "#r-drawing" : "#r-cards")).toHaveCSS("visibility", "visible");
    });
  }
}

/** Notes of the first four frames that have `#main` whether it is kept back in them; runs in the page. */
function watchFrames() {
  window.framesSeen = [];
  requestAnimationFrame(function look() {
    const main = document.querySelector("#main");
    if (main) {
      const waits = document.documentElement.hasAttribute("data-first-frame");
      window.framesSeen.push({ waits, shows: getComputedStyle(main).contentVisibility });
    }
    if (window.framesSeen.length < 4) requestAnimationFrame(look);
  });
}
const framesOf = (page) =>
  page.waitForFunction(() => window.framesSeen.length === 4 && window.framesSeen).then((seen) => seen.jsonValue());

test("the first frame is the masthead's, and the rest comes with the next", async ({ open, context }) => {
  await context.addInitScript(watchFrames);
  const page = await open("/");
  const seen = await framesOf(page);
  expect(seen[0].waits).toBe(true);
  expect(seen.at(-1)).toEqual({ waits: false, shows: "visible" });
  await page.evaluate(() => document.documentElement.setAttribute("data-first-frame", ""));
  await expect(page.locator("#main")).toHaveCSS("content-visibility", "hidden");
});

test("the first frame is the masthead's also where there was one before the headline came", async ({ open, context }) => {
  await context.addInitScript(watchFrames);
  const page = await open("/", { inPieces: true });
  const seen = await framesOf(page);
  expect(seen[0]).toEqual({ waits: true, shows: "hidden" });
  expect(seen.at(-1)).toEqual({ waits: false, shows: "visible" });
  expect(await layoutShift(page), "what the page moved by").toBe(0);
});

for (const path of ["/?view=cards&embed=1", "/?embed=1", `/#fact-${facts[70].id}`]) {
  test(`nothing of ${path} is kept back`, async ({ open, context }) => {
    await context.addInitScript(watchFrames);
    const page = await open(path);
    expect((await framesOf(page)).filter(({ waits, shows }) => waits || shows !== "visible")).toEqual([]);
  });
}

test("nothing of a page that is loaded again is kept back, and it stands where it stood", async ({ open, context }) => {
  await context.addInitScript(watchFrames);
  const page = await open("/");
  await page.locator(`#fact-${facts[70].id}`).scrollIntoViewIfNeeded();
  await painted(page);
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(0);
  await page.reload();
  await settled(page, "ready");
  expect((await framesOf(page)).filter(({ waits, shows }) => waits || shows !== "visible")).toEqual([]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 200);
});

test("what an address leaves as it was written is not drawn again", async ({ open }) => {
  const late = lateness();
  const page = await open("/?theme=dark", { late: late.promise });
  const regions = ["drawing", "overview", "edges", "legend", "side"].map((name) => `#r-${name}`);
  await page.evaluate((regions) => {
    for (const id of regions) document.querySelector(id).firstElementChild.isWritten = true;
  }, regions);
  late.comes();
  await settled(page, "ready");
  await painted(page);
  const drawn = (regions) => regions.filter((id) => !document.querySelector(id).firstElementChild.isWritten);
  expect(await page.evaluate(drawn, regions)).toEqual([]);
});
