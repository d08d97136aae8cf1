// The page opens, says when it is ready, and nothing on it has moved.
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

test("the masthead is painted alone, and the rest with the next frame; of an embed all at once", async ({ open }) => {
  const page = await open("/", { viewport: { width: 1440, height: 800 } });
  const style = (name) => page.locator("#main").evaluate((main, name) => getComputedStyle(main)[name], name);
  expect(await style("animationName")).toBe("one-frame-later");
  await expect.poll(() => style("contentVisibility")).toBe("visible");
  await page.goto(new URL("?view=cards&embed=1", page.url()).href);
  expect(await style("animationName")).toBe("none");
});
