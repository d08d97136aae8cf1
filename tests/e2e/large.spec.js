// A site of more facts than a page holds: it begins with an outline of them, shows the first 50, and takes evidence
// from the plain pages beside it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { factsFile } from "../../benches/facts.mjs";
import { say } from "./facts.js";
import { test as base, expect, lateness } from "./fixtures.js";
import { DESK, entries, entry, expectSelected, mark, placeIn, query, searchBox, status, timeline } from "./parts.js";

const N_FACTS = 2600;
const PER_PLAIN_PAGE = 500;
const ALL = say("en", "status", { n: N_FACTS, all: N_FACTS }).replaceAll(String(N_FACTS), N_FACTS.toLocaleString("en"));

const test = base.extend({
  folder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "large-"));
      const file = join(folder, "facts.json");
      writeFileSync(file, JSON.stringify(factsFile(N_FACTS)));
      const command = fileURLToPath(new URL("../../target/release/factline", import.meta.url));
      execFileSync(command, ["build", file, "--out", join(folder, "site")], { stdio: "pipe" });
      await use(join(folder, "site"));
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  /** Every id in the order of the entries, as the plain pages have them. */
  order: async ({ folder }, use) => {
    const pages = Array.from({ length: Math.ceil(N_FACTS / PER_PLAIN_PAGE) }, (_, at) => at + 1);
    const ids = (n) => [...readFileSync(join(folder, `facts/${n}/index.html`), "utf8").matchAll(/<article class="entry" id="fact-([^"]+)"/g)];
    await use(pages.flatMap((n) => ids(n).map(([, id]) => id)));
  },
});

/** The evidence beside the timeline. */
const evidence = (page) => page.locator("#r-side .ev");
const unfold = (page, id) => entry(page, id).getByRole("link", { name: "Evidence" });
/** Goes where a step of the history would lead. */
const go = (page, fact) =>
  page.evaluate((search) => {
    history.pushState(null, "", search);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `?fact=${fact}`);
const loaded = (page) => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));

test("it answers without its facts, which come once somebody is about to search", async ({ open }) => {
  const page = await open("/", DESK);
  await expect(status(page)).toHaveText(ALL);
  await expect(entries(page).getByRole("article")).toHaveCount(50);
  await timeline(page).getByRole("button", { name: "Zoom in" }).click();
  expect(query(page).has("from")).toBe(true);
  expect((await loaded(page)).filter((path) => path.endsWith("facts.json"))).toEqual([]);

  await searchBox(page).fill("curfew");
  await expect(status(page)).not.toHaveText(ALL);
  expect((await loaded(page)).filter((path) => path.endsWith("facts.json"))).toHaveLength(1);
  expect(query(page).get("q")).toBe("curfew");
});

test("the search stays where somebody types into it, however high the timeline above it becomes", async ({ open }) => {
  const page = await open("/?from=2024-09-10&to=2027-04-22", DESK);
  const high = async () => (await page.locator("#r-drawing").boundingBox()).height;
  await searchBox(page).click();
  await page.keyboard.type("c");
  await expect(status(page)).not.toHaveText(ALL);
  await searchBox(page).evaluate((input) => input.scrollIntoView({ block: "center", behavior: "instant" }));
  const [y, before] = [await placeIn(searchBox(page)), await high()];
  await page.keyboard.type("urfew");
  await expect.poll(async () => Math.abs((await high()) - before)).toBeGreaterThan(100);
  expect(Math.abs((await placeIn(searchBox(page))) - y)).toBeLessThan(1);
});

test("the evidence of an entry unfolds where its link stood, with the focus", async ({ open, order }) => {
  const page = await open("/", DESK);
  const id = order[3];
  await unfold(page, id).focus();
  await page.keyboard.press("Enter");
  const folded = entry(page, id).locator("details");
  await expect(folded).toHaveAttribute("open", "");
  await expect(folded.locator("summary")).toBeFocused();
  await expect(unfold(page, id)).toHaveCount(0);
  await expectSelected(page, id);
  await expect(folded.locator(".ev-list")).toBeVisible();
  await expect(evidence(page).locator(".ev-list")).toHaveText(await folded.locator(".ev-list").innerText(), { useInnerText: true });

  await page.keyboard.press("Enter");
  await expect(folded).not.toHaveAttribute("open");
  expect(query(page).has("fact")).toBe(false);
});

test("an entry that the page does not hold has its evidence beside the timeline, and so have those around it", async ({ open, order, folder }) => {
  const id = order[PER_PLAIN_PAGE * 2 + 7];
  const page = await open(`/?fact=${id}`, DESK);
  await expect(evidence(page)).toHaveAttribute("data-fact", id);
  const [, locator] = /ev-locator"[^>]*>([^<]+)</.exec(readFileSync(join(folder, "facts/3/index.html"), "utf8").split(`id="fact-${id}"`)[1]);
  await expect(evidence(page).locator(".ev-locator")).toHaveText(locator);
  for (const name of ["Next entry", "Next entry", "Previous entry"]) {
    const before = query(page).get("fact");
    await timeline(page).locator("#r-side").getByRole("button", { name }).click();
    await expect.poll(() => query(page).get("fact")).not.toBe(before);
    await expect(evidence(page)).toHaveAttribute("data-fact", query(page).get("fact"));
    await expect(evidence(page).locator(".ev-list")).toBeVisible();
  }
});

test("where a plain page does not come, the way to it stays, and the next try asks again", async ({ open, order, provoke }) => {
  provoke(/facts\/2\//);
  const [id, other] = [order[PER_PLAIN_PAGE + 1], order[PER_PLAIN_PAGE + 2]];
  const page = await open("/", DESK);
  let isDown = true;
  await page.route("**/facts/2/", (route) => (isDown ? route.abort() : route.continue()));
  const failed = page.waitForEvent("requestfailed");
  await go(page, id);
  await failed;
  await expect(evidence(page).getByRole("link")).toHaveAttribute("href", `facts/2/#fact-${id}`);
  isDown = false;
  await go(page, other);
  await expect(evidence(page).locator(".ev-list")).toBeVisible();
});

test("more entries come at a press, the first one too", async ({ open, order }) => {
  const page = await open("/", DESK);
  await page.getByRole("button", { name: say("en", "more-entries", { n: 50 }) }).click();
  await expect(entries(page).getByRole("article")).toHaveCount(100);
  // By then the facts are there, and evidence is written from them.
  await unfold(page, order[77]).click();
  await expect(entry(page, order[77]).locator("details .ev-list")).toBeVisible();
  await expectSelected(page, order[77]);
});

test("what a search finds opens its evidence", async ({ open }) => {
  const page = await open("/?q=curfew", DESK);
  await expect(status(page)).not.toHaveText(ALL);
  const found = entries(page).getByRole("article").nth(1);
  const id = await found.getAttribute("data-fact");
  await expect(unfold(page, id)).toHaveAttribute("href", `?fact=${id}#fact-${id}`);
  await unfold(page, id).click();
  await expect(entry(page, id).locator("details .ev-list")).toBeVisible();
});

test("without scripts the link leads to the evidence in the plain page", async ({ open, order }) => {
  const page = await open("/", { ...DESK, scripts: false });
  await unfold(page, order[3]).click();
  await expect(page).toHaveURL(new RegExp(`/facts/1/#fact-${order[3]}$`));
  await expect(page.locator(`#fact-${order[3]}`).getByText("Evidence", { exact: true })).toBeInViewport();
});

test("a mark of the timeline opens its evidence", async ({ open }) => {
  const page = await open("/", DESK);
  const marks = timeline(page).locator(".tm:not(.out) a[data-fact]").filter({ visible: true });
  // Far out there are no single marks.
  await expect(async () => {
    if ((await marks.count()) === 0) await timeline(page).getByRole("button", { name: "Zoom in" }).click();
    await expect(marks).not.toHaveCount(0, { timeout: 500 });
  }).toPass();
  const id = await marks.first().getAttribute("data-fact");
  await mark(page, id).focus();
  await page.keyboard.press("Enter");
  await expect(evidence(page).locator(".ev-list")).toBeVisible();
  await expectSelected(page, id);
});

test("a plain page that comes late does not take the place of the one that is shown", async ({ open, order }) => {
  const [late, shown] = [order[PER_PLAIN_PAGE + 1], order[PER_PLAIN_PAGE * 2 + 1]];
  const page = await open("/", DESK);
  const held = lateness();
  await page.route("**/facts/2/", (route) => held.promise.then(() => route.continue()));
  await go(page, late);
  await expect(evidence(page).getByRole("link")).toHaveAttribute("href", `facts/2/#fact-${late}`);
  await go(page, shown);
  await expect(evidence(page).locator(".ev-list")).toBeVisible();
  const answered = page.waitForResponse("**/facts/2/");
  held.comes();
  await (await answered).finished();
  await timeline(page).getByRole("button", { name: "Zoom in" }).click();
  await expect(evidence(page)).toHaveAttribute("data-fact", shown);
  await expect(evidence(page).locator(".ev-list")).toBeVisible();
});

test("what was unfolded stays so when more entries come", async ({ open, order }) => {
  const page = await open("/", DESK);
  for (const id of [order[2], order[5]]) {
    await unfold(page, id).click();
    await expect(entry(page, id).locator("details .ev-list")).toBeVisible();
  }
  await page.getByRole("button", { name: say("en", "more-entries", { n: 50 }) }).click();
  await expect(entries(page).getByRole("article")).toHaveCount(100);
  for (const id of [order[2], order[5]]) await expect(entry(page, id).locator("details .ev-list")).toBeVisible();
});

test("a number on a card opens its evidence under the card, once", async ({ open }) => {
  const page = await open("/", DESK);
  const card = page.locator("[data-card]").first();
  await card.locator(".card-value a[data-fact]").click();
  const slot = page.locator(`[data-slot="${await card.getAttribute("data-card")}"]`);
  await expect(slot.locator(".ev-list")).toBeVisible();
  await slot.getByRole("button", { name: "Close" }).click();
  await expect(slot.locator(".ev")).toHaveCount(0);
});

test("evidence that does not come is a press away", async ({ open, order, provoke }) => {
  provoke(/facts\/1\//);
  const page = await open("/", DESK);
  let isDown = true;
  await page.route("**/facts/1/", (route) => (isDown ? route.abort() : route.continue()));
  const failed = page.waitForEvent("requestfailed");
  await unfold(page, order[3]).click();
  await failed;
  await expectSelected(page, order[3]);
  isDown = false;
  await unfold(page, order[3]).click();
  await expect(page).toHaveURL(new RegExp(`/facts/1/#fact-${order[3]}$`));
});
