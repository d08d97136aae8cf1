// The parts of the page as a person finds them: by role and name, in English unless a journey says otherwise.
import { expect } from "./fixtures.js";

/** A desk's screen. Nothing glides, so that what is measured stands still. */
export const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" };
/** A phone's. */
export const PHONE = { viewport: { width: 360, height: 740 }, reducedMotion: "reduce", hasTouch: true, isMobile: true };

export const keyFigures = (page) => page.getByRole("region", { name: "Key figures" });
export const timeline = (page) => page.getByRole("region", { name: "Timeline" });
export const entries = (page) => page.getByRole("region", { name: "All entries" });
export const measures = (page) => page.getByRole("region", { name: "How a number changed" });
export const method = (page) => page.getByRole("region", { name: "Method" });
export const searchBox = (page) => page.getByRole("search").getByRole("searchbox");
export const status = (page) => page.getByRole("status");

/** The drawing of the timeline, and the strip under it: pictures have no role, so these go by their contract. */
export const drawing = (page) => page.locator("#r-drawing");
export const strip = (page) => page.locator("#r-overview");

/** The mark of a fact in the timeline. */
export const mark = (page, id) => drawing(page).locator(`a[data-fact="${id}"]`);
/** A fact in the list of all entries. */
export const entry = (page, id) => entries(page).locator(`article[data-fact="${id}"]`);
/** A stat card. */
export const card = (page, id) => page.locator(`article[data-card="${id}"]`);

/** What evidence says under one of its heads: "Said", "Source". */
export const detail = (evidence, head) =>
  evidence.getByRole("term").filter({ hasText: new RegExp(`^${head}$`) }).locator("xpath=following-sibling::dd[1]");
/** One measure in "How a number changed", in any language. */
export const measure = (page, id) => page.locator(`article[data-measure="${id}"]`);

/** The parameters of the address. */
export const query = (page) => new URL(page.url()).searchParams;

/** The ids of the entries that the list or the table shows, in their order. */
export const shownIds = (page) =>
  entries(page).locator("article[data-fact], tr[data-fact]").evaluateAll((all) => all.map((one) => one.dataset.fact));

/** A civil day or minute as days since 1970. Both ends of a window are inclusive in an address, so `to` ends later. */
export function dayOf(civil, isEnd = false) {
  const hasTime = civil.includes("T");
  const days = Date.parse(`${civil}${hasTime ? "" : "T00:00"}Z`) / 86_400_000;
  return isEnd ? days + (hasTime ? 1 / 1440 : 1) : days;
}

/** The window of the timeline as the address has it. */
export function windowOf(page) {
  const [from, to] = [query(page).get("from"), query(page).get("to")];
  expect(from && to, `the address names the window: ${page.url()}`).toBeTruthy();
  const window = { from: dayOf(from), to: dayOf(to, true) };
  return { ...window, days: window.to - window.from };
}

/** Waits until the address says something else than it did, and gives the window that it then has. */
export async function movedWindow(page, action) {
  const before = page.url();
  await action();
  await expect.poll(() => page.url(), "the address follows").not.toBe(before);
  return windowOf(page);
}

/** Where an element is once all is drawn that was begun: at once, since nothing may be seen to glide back. */
export const placeIn = (locator) =>
  locator.evaluate(
    (element) =>
      new Promise((resolve) => {
        const look = () => resolve(element.getBoundingClientRect().y);
        requestAnimationFrame(() => requestAnimationFrame(look));
      }),
  );

/** Every element that stands for the fact is marked as current, and no other element is. */
export async function expectSelected(page, id) {
  const marked = () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll("[data-fact]")];
      const of = (elements) => [...new Set(elements.map((element) => element.dataset.fact))];
      const isCurrent = (element) => element.getAttribute("aria-current") === "true";
      const current = of(all.filter(isCurrent));
      const left = all.filter((element) => current.includes(element.dataset.fact) && !isCurrent(element));
      return { current, left: left.map((element) => element.outerHTML.slice(0, 200)) };
    });
  await expect.poll(marked, `what stands for ${id} is marked as current`).toEqual({ current: id ? [id] : [], left: [] });
}

/** Whether the page is wider than the screen. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
