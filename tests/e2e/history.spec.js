// "Back" takes back what a reader chose, searched and filtered, and not each step of moving about.
import { facts, say } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, entries, expectSelected, query, searchBox, status, timeline } from "./parts.js";

test("back and forward go through choices, searches and filters", async ({ open }) => {
  const page = await open("/", DESK);
  const all = await status(page).textContent();
  const steps = [];
  const step = async (action, settled) => {
    await action();
    await settled();
    steps.push({ settled, url: page.url() });
  };
  await step(
    () => page.locator('[data-card] a[data-fact="deaths-164"]:visible').first().click(),
    () => expectSelected(page, "deaths-164"),
  );
  await step(
    () => searchBox(page).pressSequentially("airport"),
    async () => {
      await expect(searchBox(page)).toHaveValue("airport");
      await expect.poll(() => query(page).get("q")).toBe("airport");
      await expect(status(page)).not.toHaveText(all);
      await expectSelected(page, "deaths-164");
    },
  );
  await step(
    () => page.getByRole("button", { name: "Table", exact: true }).click(),
    () => expect(entries(page).getByRole("table", { name: "All entries" })).toBeVisible(),
  );

  await page.goBack();
  await expect(entries(page).getByRole("table")).toHaveCount(0);
  await steps[1].settled();
  expect(page.url()).toBe(steps[1].url);
  await page.goBack();
  await expect(searchBox(page), "one step back takes the whole word").toHaveValue("");
  await expect(status(page)).toHaveText(all);
  await steps[0].settled();
  await page.goBack();
  await expectSelected(page, null);
  expect(new URL(page.url()).search).toBe("");

  for (const { settled, url } of steps) {
    await page.goForward();
    await settled();
    expect(page.url()).toBe(url);
  }
});

test("moving the timeline leaves no step, but the address follows", async ({ open }) => {
  const page = await open("/", DESK);
  const before = await page.evaluate(() => history.length);
  for (const name of ["Zoom in", "Later", "Zoom out"]) {
    await timeline(page).getByRole("button", { name, exact: true }).click();
  }
  expect(query(page).has("from")).toBe(true);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("leaving for another page and coming back shows the view that was left", async ({ open }) => {
  const page = await open("/", DESK);
  await searchBox(page).fill("airport");
  await expect.poll(() => query(page).get("q")).toBe("airport");
  await expect(status(page)).not.toHaveText(say("en", "status", { n: facts.length, all: facts.length }));
  const found = await status(page).textContent();
  await page.getByRole("link", { name: "Русский" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goBack();
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  await expect(searchBox(page)).toHaveValue("airport");
  await expect(status(page)).toHaveText(found);
});
