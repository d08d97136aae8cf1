// The timeline's window is moved by hand: with the mouse, the wheel, buttons, keys and the strip below. Where it stands
// is read from the address.
import { chapters } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, dayOf, drawing, expectSelected, movedWindow, placeIn, query, strip, timeline, windowOf } from "./parts.js";

// Two weeks, so that the address has its ends to the minute and there is room on both sides.
const OPENED = "/?view=timeline&from=2022-01-03&to=2022-01-16";
const START = { from: dayOf("2022-01-03"), to: dayOf("2022-01-16", true), days: 14 };
const MINUTES = 1 / 1440;

/** Where a share of the window is on screen, near the top of the drawing, where no mark lies. */
async function at(page, share) {
  const plot = await drawing(page).boundingBox();
  // The periods behind the marks stretch over the whole window, and no further.
  const window = await timeline(page).getByRole("list", { name: "Background periods" }).boundingBox();
  return { x: Math.round(window.x + window.width * share), y: Math.round(plot.y + 12), width: window.width, left: window.x };
}

/** The day under a point of a part that shows a window. */
const dayUnder = (window, { x, left, width }) => window.from + ((x - left) / width) * window.days;

async function drag(page, from, dx_px) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx_px / 2, from.y, { steps: 4 });
  await page.mouse.move(from.x + dx_px, from.y, { steps: 4 });
  await page.mouse.up();
}

/** Where the mark of a fact is on screen, asked in the page itself: between two questions it may be drawn anew. */
const placeOf = (page, id) =>
  page.evaluate((id) => document.querySelector(`#r-drawing a[data-fact="${id}"]`)?.getBoundingClientRect().x, id);

/** A drag takes the days along, whatever it began on. */
async function expectDragged(page, from) {
  const moved = await movedWindow(page, () => drag(page, from, -200));
  expect(moved.days).toBeCloseTo(START.days, 2);
  expect(moved.from - START.from).toBeCloseTo((200 / from.width) * START.days, 2);
}

test("a drag takes the days along, and chooses nothing", async ({ open }) => {
  const page = await open(OPENED, DESK);
  await expectDragged(page, await at(page, 0.5));
  await expectSelected(page, null);
});

test("a drag may begin on a mark", async ({ open }) => {
  const page = await open(OPENED, DESK);
  const mark = await drawing(page).locator("a[data-fact]:visible").nth(4).boundingBox();
  const { width, left } = await at(page, 0);
  await expectDragged(page, { x: Math.round(mark.x) + 8, y: Math.round(mark.y) + 8, width, left });
  await expectSelected(page, null);
});

test("a hand brings into sight what was drawn beside the window, and the rows keep their height", async ({ open }) => {
  const page = await open(OPENED, DESK);
  const point = await at(page, 0.5);
  // One that is still in the window afterwards.
  const mark = drawing(page).locator("a[data-fact]:visible").last();
  const id = await mark.getAttribute("data-fact");
  const place = () => placeOf(page, id);
  const beside = drawing(page).locator(".out a[data-fact]");
  const strips = async () => (await strip(page).locator(".ov-window").boundingBox()).x;
  await page.mouse.move(point.x, point.y);
  await expect(beside, "a mouse that rests on the drawing may be about to drag it").not.toHaveCount(0);
  await expect(beside.filter({ visible: true }), "but the window ends where it says").toHaveCount(0);
  const names = drawing(page).getByRole("button", { expanded: true });
  const rows = () => names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect().top));
  const [stood, from, window] = [await rows(), await place(), await strips()];

  await page.mouse.down();
  await page.mouse.move(point.x - 100, point.y, { steps: 2 });
  await page.mouse.move(point.x - 300, point.y, { steps: 4 });
  expect(await place(), "what is under the hand stays under it").toBeCloseTo(from - 300, 0);
  expect(await strips(), "the window in the strip goes along").toBeGreaterThan(window);
  await expect(beside.filter({ visible: true })).not.toHaveCount(0);
  expect(await rows()).toEqual(stood);
  await page.mouse.up();
  await expect.poll(async () => windowOf(page).from - START.from).toBeCloseTo((300 / point.width) * START.days, 2);
  await expect.poll(place, "and nothing jumps when it lets go").toBeCloseTo(from - 300, 0);

  await page.keyboard.press("Escape");
  const stops = drawing(page).locator('a[data-fact]:not([tabindex="-1"])').filter({ visible: true });
  await expect(stops, "one stop for the Tab key, and it is seen").toHaveCount(1);
});

test("a press that moves nothing leaves the drawing where it is", async ({ open }) => {
  const page = await open(OPENED, DESK);
  const mark = drawing(page).locator("a[data-fact]:visible").nth(6);
  const id = await mark.getAttribute("data-fact");
  const place = () => placeOf(page, id);
  const point = await at(page, 0.5);
  await page.mouse.move(point.x, point.y);
  await expect(drawing(page).locator(".out a[data-fact]")).not.toHaveCount(0);
  const from = await place();
  await page.mouse.down();
  await page.mouse.up();
  expect(await place()).toBe(from);
  await page.mouse.down();
  await page.mouse.move(point.x - 80, point.y, { steps: 4 });
  await page.mouse.move(point.x, point.y, { steps: 4 });
  await page.mouse.up();
  expect(await place(), "nor does a drag there and back").toBeCloseTo(from, 0);
});

test("Ctrl and the wheel zoom, and the day under the pointer stays", async ({ open }) => {
  const page = await open(OPENED, DESK);
  let window = START;
  for (const [share, dy] of [[0.3, -240], [0.8, -120], [0.55, 200]]) {
    const point = await at(page, share);
    const day = dayUnder(window, point);
    await page.mouse.move(point.x, point.y);
    await page.keyboard.down("Control");
    const next = await movedWindow(page, () => page.mouse.wheel(0, dy));
    await page.keyboard.up("Control");
    expect(Math.sign(next.days - window.days), "nearer or further").toBe(Math.sign(dy));
    expect(Math.abs(dayUnder(next, point) - day)).toBeLessThan(2 * MINUTES);
    window = next;
  }
});

test("a double click zooms in where it is", async ({ open }) => {
  const page = await open(OPENED, DESK);
  const point = await at(page, 0.25);
  const next = await movedWindow(page, () => page.mouse.dblclick(point.x, point.y));
  expect(next.days).toBeLessThan(START.days * 0.7);
  expect(Math.abs(dayUnder(next, point) - dayUnder(START, point))).toBeLessThan(2 * MINUTES);
});

test("the wheel alone scrolls the page", async ({ open }) => {
  const page = await open(OPENED.replace("view=timeline&", ""), DESK);
  await drawing(page).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  const point = await at(page, 0.5);
  await page.mouse.move(point.x, point.y);
  const address = page.url();
  await page.mouse.wheel(0, 150);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  expect(page.url()).toBe(address);
});

test("the wheel sideways pans", async ({ open }) => {
  const page = await open(OPENED, DESK);
  const point = await at(page, 0.5);
  await page.mouse.move(point.x, point.y);
  const next = await movedWindow(page, () => page.mouse.wheel(120, 0));
  expect(next.from - START.from).toBeCloseTo((120 / point.width) * START.days, 2);
  expect(next.days).toBeCloseTo(START.days, 2);
});

test("the buttons move and zoom", async ({ open }) => {
  const page = await open(OPENED, DESK);
  const press = (name) => movedWindow(page, () => timeline(page).getByRole("button", { name, exact: true }).click());
  const middle = ({ from, days }) => from + days / 2;

  const closer = await press("Zoom in");
  expect(closer.days).toBeLessThan(START.days);
  expect(middle(closer)).toBeCloseTo(middle(START), 2);
  const back = await press("Zoom out");
  expect(back.days).toBeCloseTo(START.days, 2);
  const earlier = await press("Earlier");
  expect(earlier.from).toBeLessThan(back.from);
  expect(earlier.to, "something seen stays in view").toBeGreaterThan(back.from);
  const later = await press("Later");
  expect(later.from).toBeCloseTo(back.from, 2);
  const whole = await press("Whole period");
  expect(whole.from).toBeLessThan(dayOf("2022-01-02"));
  expect(whole.to).toBeGreaterThan(dayOf("2023-01-05"));
});

test("the keys move, zoom, choose and close", async ({ open }) => {
  const page = await open("/?view=timeline&from=2022-01-03&to=2022-01-08", DESK);
  const focused = () => page.evaluate(() => document.activeElement.dataset.fact ?? document.activeElement.tagName);
  await drawing(page).getByRole("link").filter({ visible: true }).first().focus();
  const step = async (key) => {
    const before = await focused();
    await page.keyboard.press(key);
    await expect.poll(focused, `${key} goes to another entry`).not.toBe(before);
    const id = await focused();
    await expect(drawing(page).locator(`a[data-fact="${id}"]`), "and shows it").toBeInViewport();
    return id;
  };

  const first = await step("ArrowRight");
  const second = await step("ArrowRight");
  expect(second).not.toBe(first);
  expect(await step("ArrowLeft")).toBe(first);
  await step("ArrowDown");
  await step("ArrowUp");
  const last = await step("End");
  expect(windowOf(page).to, "the window goes along").toBeGreaterThan(dayOf("2022-01-08", true));
  const opening = await step("Home");
  expect(opening).not.toBe(last);

  const zoomed = windowOf(page);
  const closer = await movedWindow(page, () => page.keyboard.press("+"));
  expect(closer.days).toBeLessThan(zoomed.days);
  const wider = await movedWindow(page, () => page.keyboard.press("-"));
  expect(wider.days).toBeGreaterThan(closer.days);
  const later = await movedWindow(page, () => page.keyboard.press("Shift+ArrowRight"));
  expect(later.from).toBeGreaterThan(wider.from);
  await movedWindow(page, () => page.keyboard.press("Shift+ArrowLeft"));

  const held = await focused();
  await page.keyboard.press("Enter");
  await expectSelected(page, held);
  expect(await focused(), "the focus stays where it was").toBe(held);
  await page.keyboard.press("Escape");
  await expectSelected(page, null);
  expect(query(page).has("fact")).toBe(false);

  await expect(timeline(page).getByText("zoom in, zoom out")).toBeHidden();
  await page.keyboard.press("?");
  await expect(timeline(page).getByText("zoom in, zoom out")).toBeInViewport();
});

for (const { id } of chapters) {
  test(`the Tab key stops at a mark that is seen, in the chapter ${id}`, async ({ open }) => {
    const page = await open(`/?view=timeline&chapter=${id}`, DESK);
    const marks = drawing(page).locator("a[data-fact]:visible");
    await expect(marks, "some are drawn by themselves").not.toHaveCount(0);
    const stops = marks.and(page.locator(':not([tabindex="-1"])'));
    await stops.first().focus();
    const [stop, plot] = [await stops.first().boundingBox(), await drawing(page).boundingBox()];
    expect(stop.x + stop.width, "not cut off at the left").toBeGreaterThan(plot.x + 8);
    expect(stop.x, "nor at the right").toBeLessThan(plot.x + plot.width - 8);
  });
}

test("the keys are the timeline's only while the focus is in it", async ({ open }) => {
  const page = await open("/", DESK);
  const address = page.url();
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Method" }).focus();
  for (const key of ["+", "-", "ArrowRight", "Home", "?"]) await page.keyboard.press(key);
  expect(page.url()).toBe(address);
  await page.getByRole("search").getByRole("searchbox").focus();
  await page.keyboard.type("+-?");
  await expect(page.getByRole("search").getByRole("searchbox")).toHaveValue("+-?");
  expect(query(page).has("from")).toBe(false);
});

test("the strip below moves the window, by its middle, by its edges and by a press beside it", async ({ open }) => {
  const page = await open("/?view=timeline", DESK);
  const whole = await movedWindow(page, () => timeline(page).getByRole("button", { name: "Whole period" }).click());
  await page.goto(page.url().replace(/from=.*/, "from=2022-03-01&to=2022-08-31"));
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  const opened = windowOf(page);
  await strip(page).scrollIntoViewIfNeeded();
  const box = await strip(page).boundingBox();
  const pixel_days = whole.days / box.width;
  // The drawing above may change its height, and the strip moves with it where the page has nothing left to scroll.
  const point = async (day) => ({ x: box.x + (day - whole.from) / pixel_days, y: (await strip(page).boundingBox()).y + 14 });

  const moved = await movedWindow(page, async () => drag(page, await point(opened.from + opened.days / 2), 60));
  expect(moved.from - opened.from).toBeCloseTo(60 * pixel_days, -0.5);
  expect(moved.days).toBeCloseTo(opened.days, -0.5);
  const wider = await movedWindow(page, async () => drag(page, await point(moved.to), 40));
  expect(wider.to - moved.to).toBeCloseTo(40 * pixel_days, -0.5);
  expect(wider.from).toBe(moved.from);
  const narrower = await movedWindow(page, async () => drag(page, await point(wider.from), 40));
  expect(narrower.from - wider.from).toBeCloseTo(40 * pixel_days, -0.5);
  expect(narrower.to).toBe(wider.to);

  const beside = await point(dayOf("2022-02-01"));
  const there = await movedWindow(page, () => page.mouse.click(beside.x, beside.y));
  expect(there.from).toBeLessThan(dayOf("2022-02-01"));
  expect(there.to).toBeGreaterThan(dayOf("2022-02-01"));
});

for (const reducedMotion of ["reduce", "no-preference"]) {
  test(`the strip stays under the hand, however high the drawing above it becomes: motion ${reducedMotion}`, async ({ open }) => {
    const page = await open("/", { ...DESK, reducedMotion });
    const drawn = async () => (await drawing(page).boundingBox()).height;
    await strip(page).evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const [before, window] = [await drawn(), await strip(page).locator(".ov-window").boundingBox()];
    const place = async () => Math.abs((await placeIn(strip(page).locator(".ov-window"))) - window.y);
    await page.mouse.move(window.x + window.width / 2, window.y + 14);
    await page.mouse.down();
    for (const moved of [30, 60, 90]) {
      await page.mouse.move(window.x + window.width / 2 + moved, window.y + 14);
      expect(await place(), "the strip stays").toBeLessThan(1);
    }
    await page.mouse.up();
    expect(await drawn(), "and the drawing became lower").toBeLessThan(before - 100);
    expect(await place(), "let go of as well").toBeLessThan(1);
  });

  test(`a button under the drawing stays under the pointer that presses it: motion ${reducedMotion}`, async ({ open }) => {
    const page = await open("/", { ...DESK, reducedMotion });
    const later = timeline(page).getByRole("button", { name: /\d+ later/ });
    const drawn = async () => (await drawing(page).boundingBox()).height;
    await later.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const [before, y] = [await drawn(), await placeIn(later)];
    for (const n of [1, 2]) {
      await movedWindow(page, () => later.click());
      expect(Math.abs((await placeIn(later)) - y), `after press ${n}`).toBeLessThan(1);
    }
    expect(await drawn(), "while the drawing became lower").toBeLessThan(before - 100);
  });
}

test("what lies outside of the window is counted, and one press away", async ({ open }) => {
  const page = await open("/?view=timeline&from=2022-01-20&to=2022-02-20", DESK);
  const earlier = timeline(page).getByRole("button", { name: /\d+ earlier/ });
  const n = Number.parseInt((await earlier.textContent()).replace(/\D/g, ""), 10);
  expect(n).toBeGreaterThan(0);
  const moved = await movedWindow(page, () => earlier.click());
  expect(moved.from).toBeLessThan(dayOf("2022-01-20"));
  await expect(drawing(page).locator("a[data-fact]:visible, button:visible").first()).toBeVisible();
});

test("entries that stand too close are one badge, which opens where they are apart", async ({ open }) => {
  const page = await open("/?view=timeline", DESK);
  const whole = await movedWindow(page, () => timeline(page).getByRole("button", { name: "Whole period" }).click());
  const badge = drawing(page).getByRole("button", { name: /^\d+ entries, open them$/ }).filter({ visible: true });
  const opened = await movedWindow(page, () => badge.first().click());
  expect(opened.days).toBeLessThan(whole.days);
});
