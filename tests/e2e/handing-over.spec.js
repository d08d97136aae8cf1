// The search is not there from the beginning: it comes when somebody is about to use it, and loses nothing on its way.
import { cards, facts, say } from "./facts.js";
import { expect, lateness, layoutShift, test } from "./fixtures.js";
import {
  DESK, card, entries, entry, expectSelected, mark, query, searchBox, shownIds, status, timeline, windowOf,
} from "./parts.js";

const ALL = say("en", "status", { n: facts.length, all: facts.length });
const isFacts = (url) => /\/(draw-[\w-]+\.(js|wasm)|facts\.json)$/.test(url.pathname);

/** Opens the page with a search that comes only when `searchComes` is called. */
async function openBeforeSearch(open, path = "/", options = {}) {
  const late = lateness();
  const asked = [];
  const page = await open(path, { ...DESK, ...options });
  await page.route(isFacts, (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return late.promise.then(() => route.continue());
  });
  return { page, asked, searchComes: late.comes };
}

test("who does not search does not load it", async ({ open }) => {
  const { page, asked } = await openBeforeSearch(open);
  await timeline(page).getByRole("button", { name: "Zoom in" }).click();
  await mark(page, "clash-peak").or(timeline(page).locator("a[data-fact]")).first().click();
  await page.getByRole("button", { name: "Dark" }).click();
  await entries(page).getByText("Evidence", { exact: true }).first().click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  expect([...asked, ...loaded.filter((pathname) => isFacts({ pathname }))]).toEqual([]);
});

test("what is typed until it comes is searched for, and the focus stays", async ({ open }) => {
  const { page, asked, searchComes } = await openBeforeSearch(open);
  await searchBox(page).click();
  await expect.poll(() => asked.length, "it is on its way").toBeGreaterThan(0);
  await page.keyboard.type("airp");
  await expect.poll(() => query(page).get("q")).toBe("airp");
  await expect(status(page)).toHaveText(ALL);
  searchComes();
  await page.keyboard.type("ort");
  await expect(status(page)).not.toHaveText(ALL);
  await expect(searchBox(page)).toBeFocused();
  await expect(searchBox(page)).toHaveValue("airport");
  await expect.poll(() => query(page).get("q")).toBe("airport");
  await page.goBack();
  await expect(status(page)).toHaveText(ALL);
});

test("the timeline answers until it comes, and stands as it did afterwards", async ({ open }) => {
  const { page, searchComes } = await openBeforeSearch(open);
  const [first] = await shownIds(page);
  await entries(page).getByRole("combobox").selectOption("source");
  await timeline(page).getByRole("button", { name: "Zoom in" }).click();
  const { id } = facts[3];
  await entry(page, id).getByText("Evidence", { exact: true }).click();
  await expectSelected(page, id);
  const before = windowOf(page);
  const said = await timeline(page).locator(".ev").first().innerText();
  searchComes();
  await expect.poll(async () => (await shownIds(page))[0], "the order is the one that was chosen").not.toBe(first);
  await expect(entries(page).getByRole("combobox")).toHaveValue("source");
  await expectSelected(page, id);
  expect(windowOf(page)).toEqual(before);
  expect(await timeline(page).locator(".ev").first().innerText(), "the same words of evidence").toBe(said);
  expect(query(page).get("sort")).toBe("source");
  await timeline(page).getByRole("button", { name: "Later", exact: true }).click();
  expect(windowOf(page).from, "one press is one step").toBeLessThan(before.from + before.days);
});

test("coming near the search moves nothing on the page", async ({ open }) => {
  const { page, searchComes } = await openBeforeSearch(open);
  searchComes();
  const loaded = page.waitForResponse((response) => response.url().endsWith("facts.json"));
  await searchBox(page).focus();
  await loaded;
  await page.keyboard.type("a");
  await expect(status(page)).not.toHaveText(ALL);
  await searchBox(page).fill("");
  await expect(status(page)).toHaveText(ALL);
  expect(await layoutShift(page)).toBe(0);
});

test("an address with a search in it has it from the beginning", async ({ open }) => {
  const page = await open("/?q=airport", DESK);
  await expect(status(page)).not.toHaveText(ALL);
  await expect(searchBox(page)).toHaveValue("airport");
});

for (const [part, lost] of [["its script", /\/draw-[\w-]+\.js/], ["its program", /\/draw-[\w-]+\.wasm/], ["the facts", /\/facts\.json/]]) {
  test(`a search that does not come for want of ${part} is told, and tried again`, async ({ open, provoke }) => {
    const page = await open("/", DESK);
    provoke(/ERR_FAILED|Failed to fetch|^thrown: /);
    await page.route(lost, (route) => route.abort());
    await searchBox(page).fill("airport");
    await expect(page.getByText(say("en", "notice-search"))).toBeVisible();
    await card(page, cards[0].id).locator("a[data-fact]").first().click();
    await expect(page.locator("html"), "the rest of the page goes on").toHaveAttribute("data-app", "ready");
    expect(query(page).has("fact")).toBe(true);
    await page.unroute(lost);
    await searchBox(page).fill("airports");
    await expect(status(page)).not.toHaveText(ALL);
    await expect(page.getByText(say("en", "notice-search"))).toHaveCount(0);
  });
}

test("a search that comes in the middle of a drag leaves the days where the hand has them", async ({ open }) => {
  const { page, searchComes } = await openBeforeSearch(open);
  await searchBox(page).focus();
  await timeline(page).scrollIntoViewIfNeeded();
  const scale = timeline(page).locator(".tl-axis");
  await scale.scrollIntoViewIfNeeded();
  const { x, y } = await scale.boundingBox();
  await page.mouse.move(x + 400, y + 20);
  await page.mouse.down();
  for (const dx of [10, 60, 120]) await page.mouse.move(x + 400 - dx, y + 20);
  searchComes();
  await expect.poll(() => query(page).has("from")).toBe(true);
  const window = windowOf(page);
  await page.mouse.up();
  await timeline(page).getByRole("button", { name: "Later", exact: true }).click();
  expect(windowOf(page).from).toBeGreaterThan(window.from);
  const moved = await timeline(page).locator(".tl-marks").evaluate((marks) => getComputedStyle(marks).transform);
  expect(moved).toBe("none");
});

test("what is taken back before it comes stays taken back", async ({ open }) => {
  const { page, searchComes } = await openBeforeSearch(open);
  const [first] = await shownIds(page);
  const order = entries(page).getByRole("combobox", { name: "Order" });
  await order.selectOption("source");
  await expect.poll(() => query(page).get("sort")).toBe("source");
  await page.goBack();
  searchComes();
  await expect(page.locator("#r-facets input").first(), "it is there").toBeAttached();
  await expect(order).not.toHaveValue("source");
  await expect(status(page)).toHaveText(ALL);
  expect((await shownIds(page))[0]).toBe(first);
});

test("a facet that is opened before its choices are there gets them, and the focus stays", async ({ open }) => {
  const { page, searchComes } = await openBeforeSearch(open);
  const facet = page.locator("#r-facets details").filter({ has: page.getByText("Topic", { exact: true }) }).first();
  await facet.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(facet.getByText(say("en", "facet-waits"))).toBeVisible();
  await expect(facet.getByRole("checkbox")).toHaveCount(0);
  searchComes();
  await expect(facet.getByRole("checkbox").first()).toBeVisible();
  await expect(facet.getByText(say("en", "facet-waits"))).toHaveCount(0);
  await expect(facet.locator("summary")).toBeFocused();
});

test("a button that is pressed before the app is there is pressed when it is", async ({ open }) => {
  const late = lateness();
  const page = await open("/", { ...DESK, late: late.promise });
  await timeline(page).getByRole("button", { name: "Zoom in" }).click();
  late.comes();
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  await expect.poll(() => query(page).has("from")).toBe(true);
});
