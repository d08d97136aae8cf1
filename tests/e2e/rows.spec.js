// The rows of the timeline: what they are, closed and opened, and what a day's dates show.
import { data, facts, say } from "./facts.js";
import { expect, expectAccessible, test } from "./fixtures.js";
import { DESK, PHONE, dayOf, drawing, entries, expectSelected, mark, query, status, timeline, windowOf } from "./parts.js";

const rows = (page) => drawing(page).locator("button[aria-expanded]");
const openFields = (page) => timeline(page).getByText("Dates and rows", { exact: true }).click();

test("the rows are those of the file, or of who said it", async ({ open }) => {
  const page = await open("/", DESK);
  await expect(rows(page)).toHaveText(data.tracks.map((track) => new RegExp(track.name.en)));
  await timeline(page).getByRole("button", { name: "When it was said" }).click();
  for (const voice of data.voices) await expect(rows(page).filter({ hasText: voice.name.en })).toHaveCount(1);
});

test("a closed row shows how much lies where, and opens again", async ({ open }) => {
  const page = await open("/", DESK);
  const row = rows(page).first();
  const n = await drawing(page).locator("a[data-fact]").filter({ visible: true }).count();
  await row.click();
  await expect(row).toHaveAttribute("aria-expanded", "false");
  await expect(row).toBeFocused();
  expect(query(page).get("closed")).toBe("0");
  expect(await drawing(page).locator("a[data-fact]").filter({ visible: true }).count()).toBeLessThan(n);
  await expect(status(page), "it filters nothing").toHaveText(say("en", "status", { n: facts.length, all: facts.length }));
  await page.reload();
  await expect(row, "the address holds it").toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Tab");
  await row.press("Enter");
  await expect(row).toHaveAttribute("aria-expanded", "true");
  expect(query(page).has("closed")).toBe(false);
});

for (const [name, value, list] of [["Place", "place", "places"], ["Topic", "topic", "topics"], ["Who said it", "speaker", "speakers"]]) {
  test(`rows by ${value}: an entry stands in each of its own, and is counted once`, async ({ open }) => {
    const page = await open("/", DESK);
    await openFields(page);
    await timeline(page).getByRole("combobox", { name: "Rows" }).focus();
    await timeline(page).getByRole("combobox", { name: "Rows" }).selectOption(name);
    await expect.poll(() => query(page).get("track")).toBe(value);
    const names = new Set(data[list].map((one) => one.name.en));
    await expect.poll(async () => (await rows(page).count()) > 3).toBe(true);
    const shown = await rows(page).evaluateAll((all) => all.map((row) => row.firstChild.data.trim()));
    for (const row of shown.slice(0, -1)) expect(names.has(row), row).toBe(true);
    await expect(status(page)).toHaveText(say("en", "status", { n: facts.length, all: facts.length }));
    await expect(timeline(page).getByRole("combobox", { name: "Rows" })).toBeFocused();
    await page.goBack();
    await expect(rows(page)).toHaveCount(data.tracks.length);
  });
}

test("an entry with several places is marked in all of them", async ({ open }) => {
  const { id } = facts.find(({ places, when }) => places?.length > 2 && when?.startsWith("2022-01-0"));
  const page = await open(`/?track=place&fact=${id}`, DESK);
  expect(await mark(page, id).count()).toBeGreaterThan(1);
  await expectSelected(page, id);
});

test("the keys go on from the mark that has the focus, also where its entry has several", async ({ open }) => {
  const page = await open("/?track=place", DESK);
  await drawing(page).locator("a[data-item]").evaluateAll((marks) => {
    const top = (mark) => mark.getBoundingClientRect().top;
    marks.filter((mark) => mark.checkVisibility()).sort((a, b) => top(a) - top(b))[0].focus();
  });
  const seen = new Set();
  for (let press = 0; press < 6; press += 1) {
    seen.add(await page.evaluate(() => document.activeElement.dataset.item));
    await page.keyboard.press("ArrowDown");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  expect(seen.size, "each press leads to another mark").toBeGreaterThan(4);
});

test("a phone shows the evidence of what has no mark, too", async ({ open }) => {
  const page = await open("/", PHONE);
  await timeline(page).locator(".tl-shelf summary").tap();
  const line = timeline(page).locator(".tl-shelf a[data-fact]").first();
  const id = await line.getAttribute("data-fact");
  await line.tap();
  await expectSelected(page, id);
  await expect(timeline(page).locator(".ev").filter({ visible: true })).toHaveCount(1);
});

test("two dates are a window, and a window is two dates", async ({ open }) => {
  const page = await open("/", DESK);
  await openFields(page);
  const [from, to] = ["From", "To"].map((name) => timeline(page).getByLabel(name, { exact: true }));
  await expect(from).toHaveValue("2022-01-01");
  await from.fill("2022-01-05");
  await to.fill("2022-01-06");
  await expect.poll(() => query(page).get("from")).toBe("2022-01-05");
  expect(query(page).get("to")).toBe("2022-01-06");
  await timeline(page).getByRole("button", { name: "Whole period" }).click();
  const window = windowOf(page);
  expect(Date.parse(await from.inputValue()) / 86_400_000).toBe(Math.floor(window.from));
});

test("from one entry to the next in time, without the keyboard's arrows", async ({ open }) => {
  const page = await open("/", DESK);
  await drawing(page).locator("a[data-fact]").filter({ visible: true }).first().click();
  const side = page.locator("#r-side");
  const seen = [query(page).get("fact")];
  for (let step = 0; step < 4; step += 1) {
    await side.getByRole("button", { name: "Next entry" }).click();
    await expect.poll(() => query(page).get("fact")).not.toBe(seen.at(-1));
    seen.push(query(page).get("fact"));
    await expect(side.getByRole("button", { name: "Next entry" })).toBeFocused();
  }
  expect(new Set(seen).size).toBe(5);
  await side.getByRole("button", { name: "Previous entry" }).click();
  await expect.poll(() => query(page).get("fact")).toBe(seen.at(-2));
});

for (const [how, across, along] of [["beside each other", 1, 0], ["one above the other", 0, 1]]) {
  test(`two fingers ${how} zoom the timeline, and the day between them stays`, async ({ open }) => {
    const page = await open("/", { ...DESK, viewport: { width: 1024, height: 900 }, hasTouch: true });
    await drawing(page).locator(".tl-axis").evaluate((axis) => axis.scrollIntoView());
    const client = await page.context().newCDPSession(page);
    const { x, width, y } = await drawing(page).locator(".tl-scale").boundingBox();
    const middle = { x: x + width / 2, y: y + 200 };
    const touch = (type, apart) => {
      const fingers = [-apart, apart].map((way, id) => ({ x: middle.x + way * across, y: middle.y + way * along, id }));
      return client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : fingers });
    };
    await touch("touchStart", 60);
    for (const apart of [70, 90, 120]) await touch("touchMove", apart);
    await touch("touchEnd");
    await expect.poll(() => query(page).has("from")).toBe(true);
    const window = windowOf(page);
    expect(window.days).toBeGreaterThan(5);
    expect(window.days).toBeLessThan(7);
    expect((window.from + window.to) / 2, "the middle of twelve days").toBeCloseTo(dayOf("2022-01-07"), 0);
  });
}

test("on paper the whole period stands there, and afterwards what stood there before", async ({ open }) => {
  const page = await open("/", DESK);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const late = facts.find(({ when, track }) => track && /^2023-0\d-\d\d$/.test(when ?? ""));
  await expect(mark(page, late.id)).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(mark(page, late.id)).toHaveCount(0);
  expect(query(page).toString()).toBe("");
});

test("a phone has the rows too", async ({ open }) => {
  const page = await open("/", PHONE);
  const n = await drawing(page).locator("a[data-fact]").filter({ visible: true }).count();
  await rows(page).first().tap();
  await expect(rows(page).first()).toHaveAttribute("aria-expanded", "false");
  expect(await drawing(page).locator("a[data-fact]").filter({ visible: true }).count()).toBeLessThan(n);
  await expectAccessible(page, { within: "#timeline" });
});

/** As many entries as a phone cannot list: on one day, and spread over ten years. */
const many = (n, when) => ({
  factline: 1,
  title: "Many",
  sources: [{ id: "s", title: "S" }],
  facts: Array.from({ length: n }, (_, at) => ({ id: `f${at}`, text: `Entry ${at}`, source: "s", when: when(at) })),
});

test("a phone lists how many there are where they are too many to list, and opens them", async ({ context, open }) => {
  const day = (at) => new Date(Date.UTC(2010, 0, 1 + (at % 3000))).toISOString().slice(0, 10);
  await context.route("**/many.json", (route) => route.fulfill({ json: many(3000, day) }));
  const page = await open("/?facts=many.json");
  await page.setViewportSize(PHONE.viewport);
  const counts = drawing(page).locator(".tl-marks button").filter({ visible: true });
  await expect.poll(() => counts.count()).toBeGreaterThan(5);
  const total = (await counts.evaluateAll((all) => all.map((one) => parseInt(one.textContent.replace(/\D/g, ""), 10)))).reduce((a, b) => a + b, 0);
  const alone = await drawing(page).locator("a[data-fact]").filter({ visible: true }).count();
  expect(total + alone, "nothing is left out").toBe(3000);
  for (let press = 0; press < 6 && (await counts.count()) > 0; press += 1) await counts.first().click();
  await expect.poll(() => drawing(page).locator("a[data-fact]").filter({ visible: true }).count()).toBeGreaterThan(0);
  await expect(entries(page).getByRole("article")).toHaveCount(50);
});
