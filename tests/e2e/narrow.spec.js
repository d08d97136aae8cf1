// On a phone the timeline is a list by day, nothing is wider than the screen, and a finger finds every target.
import { cards, chapters, factById, inLanguage } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, PHONE, drawing, entries, expectSelected, keyFigures, mark, overflow, query, strip, timeline } from "./parts.js";

const NARROWEST = { ...PHONE, viewport: { width: 320, height: 640 } };
const [first] = chapters;

for (const path of ["/", "/ru/", "/kk/", "/?form=table&fact=deaths-164&card=people-who-died", "/?chapter=jan-5"]) {
  test(`nothing is wider than the screen: ${path}`, async ({ open }) => {
    const page = await open(path, PHONE);
    expect(await overflow(page)).toBe(0);
    // Not with everything open, nor on the narrowest screen, either.
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize(NARROWEST.viewport);
    expect(await overflow(page)).toBe(0);
  });
}

test("the days stand one under the other, in order", async ({ open }) => {
  const page = await open("/", PHONE);
  const marks = drawing(page).locator("a[data-fact]:visible");
  const boxes = await marks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(boxes.length).toBeGreaterThan(10);
  boxes.slice(1).forEach((box, at) => expect(box.top).toBeGreaterThanOrEqual(boxes[at].bottom - 1));
  const heads = await drawing(page).getByText(/^\d+ January 2022$/).allTextContents();
  const days = heads.map((text) => Number.parseInt(text, 10));
  expect(days, "each day once, in order").toEqual([...new Set(days)].toSorted((a, b) => a - b));
  for (const id of first.facts.filter((id) => factById(id).track)) {
    await expect(mark(page, id), "all of the chapter is spelled out").toBeVisible();
  }
});

test("what is no plain day says its whole date in the list, which has no shape for it", async ({ open }) => {
  const page = await open("/", PHONE);
  const isPlain = (when) => /^\d{4}-\d\d-\d\d(T.*)?$/.test(when);
  const seen = first.facts.map(factById).filter(({ track, when }) => track && when);
  expect(new Set(seen.map(({ when }) => isPlain(when))).size, "the chapter has both").toBe(2);
  for (const { id, when } of seen) {
    const line = mark(page, id).first();
    const date = await line.locator(".when").textContent();
    if (isPlain(when)) {
      expect(date, id).toMatch(/^(\d\d:\d\d)?$/);
    } else {
      expect(date, id).toMatch(/2022$/);
      expect(await line.getAttribute("aria-label"), "as it is said aloud").toContain(`, ${date}, `);
      const [words, under] = [await line.locator(".lab").boundingBox(), await line.locator(".when").boundingBox()];
      expect(under.y, "under its words").toBeGreaterThanOrEqual(words.y + words.height - 1);
      expect(under.x).toBeCloseTo(words.x, 0);
    }
  }
  const shapes = timeline(page).locator(".legend .sample").filter({ visible: true });
  await expect(shapes).toHaveCount(0);
  await page.setViewportSize(DESK.viewport);
  await expect(shapes).not.toHaveCount(0);
});

test("evidence opens under the mark that was touched, and closes", async ({ open }) => {
  const page = await open("/", PHONE);
  const id = first.facts.find((id) => factById(id).weight === 1);
  await mark(page, id).tap();
  await expectSelected(page, id);
  const text = drawing(page).getByText(inLanguage(factById(id).text), { exact: true });
  await expect(text).toBeInViewport();
  const [touched, evidence] = [await mark(page, id).boundingBox(), await text.boundingBox()];
  expect(evidence.y).toBeGreaterThan(touched.y);
  expect(evidence.y - touched.y - touched.height, "right under it").toBeLessThan(160);
  const seen = timeline(page).getByText(inLanguage(factById(id).text), { exact: true }).filter({ visible: true });
  await expect(seen, "once").toHaveCount(1);
  await drawing(page).getByRole("button", { name: "Close" }).tap();
  await expectSelected(page, null);
});

test("a number on a card opens its evidence", async ({ open }) => {
  const page = await open("/", PHONE);
  const link = page.locator(`[data-card="${cards[0].id}"] a[data-fact]`).first();
  const id = await link.getAttribute("data-fact");
  await link.tap();
  await expect(keyFigures(page).getByText(inLanguage(factById(id).text), { exact: true })).toBeInViewport();
  expect(await overflow(page)).toBe(0);
});

test("a finger that moves over the timeline scrolls the page", async ({ open }) => {
  const page = await open("/", PHONE);
  const session = await page.context().newCDPSession(page);
  // Aslant, as a thumb moves.
  const touch = (type, y, moved = 0) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: 150 + moved * 0.4, y: y - moved }] });
  for (const part of [drawing(page), strip(page), entries(page)]) {
    if (!(await part.isVisible())) continue;
    await part.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const box = await part.boundingBox();
    const before = await page.evaluate(() => scrollY);
    const y = box.y > 0 ? box.y + box.height / 2 : 400;
    await touch("touchStart", y);
    for (let moved = 10; moved <= 150; moved += 10) await touch("touchMove", y, moved);
    await touch("touchEnd");
    await expect.poll(() => page.evaluate(() => scrollY), "the page has scrolled").toBeGreaterThan(before + 50);
    expect(query(page).toString(), "and nothing else has happened").toBe("");
  }
});

test("a finger that taps the strip beside its window brings the window there", async ({ open }) => {
  const page = await open("/", PHONE);
  await strip(page).scrollIntoViewIfNeeded();
  const box = await strip(page).boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => query(page).get("from")).toMatch(/^2023/);
  expect([...query(page).keys()], "and what slid under it is not touched").toEqual(["from", "to"]);
  expect(Math.abs((await strip(page).boundingBox()).y - box.y)).toBeLessThan(1);
});

for (const [path, options] of [
  ["/", PHONE],
  ["/?form=table&fact=deaths-164", PHONE],
  ["/ru/", NARROWEST],
  ["/", DESK],
]) {
  test(`every target has 24 px: ${path} at ${options.viewport.width}`, async ({ open }) => {
    const page = await open(path, options);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await smallTargets(page)).toEqual([]);
  });
}

/** Targets below 24 × 24 px, as WCAG 2.5.8 has it: excepted are links in a sentence, and what has room around it. */
function smallTargets(page) {
  return page.evaluate(() => {
    // Half a pixel less is rounding.
    const LEAST_PX = 23.5;
    const isInSentence = (element) => {
      const around = element.closest("p, dd, li, td, figcaption");
      const rest = (around?.textContent ?? "").replace(element.textContent, "");
      return element.matches("a") && /\p{L}{2}/u.test(rest);
    };
    // What a finger finds: the element with all that is in it.
    const boxOf = (element) => {
      const all = [element, ...element.querySelectorAll("*")].map((one) => one.getBoundingClientRect());
      const seen = all.filter(({ width, height }) => width > 1 && height > 1);
      const [left, top] = [Math.min(...seen.map(({ left }) => left)), Math.min(...seen.map(({ top }) => top))];
      const [right, bottom] = [Math.max(...seen.map(({ right }) => right)), Math.max(...seen.map(({ bottom }) => bottom))];
      return { left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    };
    const isSmall = ({ left, top, right, bottom }) => right - left < LEAST_PX || bottom - top < LEAST_PX;
    const distance = ({ x, y }, { left, top, right, bottom }) =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const targets = [...document.querySelectorAll("a[href], button, summary, select, input")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".skip"))
      .map((element) => ({ element, box: boxOf(element.closest("label") ?? element) }))
      .filter(({ box }) => box.right > box.left);
    // A circle of 24 px around its middle meets no other target, nor the circle of another small one.
    const hasRoom = ({ element, box }) =>
      targets.every((other) => {
        if (other.element === element) return true;
        if (!isSmall(other.box)) return distance(box, other.box) >= LEAST_PX / 2;
        return Math.hypot(other.box.x - box.x, other.box.y - box.y) >= LEAST_PX;
      });
    return targets
      .filter((target) => isSmall(target.box) && !isInSentence(target.element) && !hasRoom(target))
      .map(({ element }) => element.outerHTML.slice(0, 120))
      .slice(0, 20);
  });
}
