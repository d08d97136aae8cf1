// What a reader did before the app was there is kept: typed words, the focus, opened evidence.
import { cards, facts, say } from "./facts.js";
import { expect, lateness, settled, test } from "./fixtures.js";
import { DESK, card, entries, entry, query, searchBox, status } from "./parts.js";

/** Opens a page whose app comes only when `appComes` is called. */
async function openEarly(open, path, options = {}) {
  const late = lateness();
  const page = await open(path, { ...DESK, ...options, late: late.promise });
  const appComes = async () => {
    expect(await page.locator("html").getAttribute("data-app"), "the app is not there yet").toBe("static");
    late.comes();
    await settled(page, "ready");
  };
  return { page, appComes };
}

for (const alter of [[], ["uncommented"], ["minified"]]) {
  const page_is = alter.length > 0 ? `on a page that is ${alter}` : "on the page as it was built";

  test(`words typed early are searched for, ${page_is}`, async ({ open }) => {
    const { page, appComes } = await openEarly(open, "/", { alter });
    await searchBox(page).pressSequentially("airport");
    await appComes();
    await expect(searchBox(page)).toHaveValue("airport");
    await expect(searchBox(page)).toBeFocused();
    await expect(status(page)).not.toHaveText(say("en", "status", { n: facts.length, all: facts.length }));
    await page.keyboard.type("s");
    await expect(searchBox(page), "typing goes on where it was").toHaveValue("airports");
    expect(query(page).get("q")).toBe("airports");
  });

  test(`the focus stays on a number, ${page_is}`, async ({ open }) => {
    const { page, appComes } = await openEarly(open, "/", { alter });
    const link = card(page, cards[1].id).locator("a[data-fact]").first();
    await link.focus();
    await appComes();
    await expect(link).toBeFocused();
  });

  test(`evidence opened early stays open, ${page_is}`, async ({ open }) => {
    const { page, appComes } = await openEarly(open, "/", { alter });
    const { id } = facts[3];
    await entry(page, id).getByText("Evidence", { exact: true }).click();
    await appComes();
    await expect(entry(page, id).getByRole("link", { name: "Link to this entry" })).toBeVisible();
  });
}

test("words typed early on a page that is drawn anew keep the focus", async ({ open }) => {
  const { page, appComes } = await openEarly(open, "/", { alter: ["translated"] });
  await searchBox(page).pressSequentially("airport");
  await appComes();
  await expect(searchBox(page)).toHaveValue("airport");
  await expect(searchBox(page)).toBeFocused();
});

test("Enter in the search box before the app is there loses nothing", async ({ open }) => {
  const { page, appComes } = await openEarly(open, "/?form=table");
  await searchBox(page).pressSequentially("airport");
  await page.keyboard.press("Enter");
  await appComes();
  await expect(searchBox(page)).toHaveValue("airport");
  await expect(entries(page)).toBeVisible();
  expect(query(page).get("q")).toBe("airport");
});

test("a link that is pressed early leads to its entry", async ({ open }) => {
  const { page, appComes } = await openEarly(open, "/");
  const link = card(page, cards[0].id).locator("a[data-fact]").first();
  const id = await link.getAttribute("data-fact");
  await link.click();
  await appComes();
  expect(query(page).get("fact")).toBe(id);
  await expect(entry(page, id)).toBeInViewport();
});

test("a facet that is opened before the app is there gets its choices", async ({ open }) => {
  const { page, appComes } = await openEarly(open, "/");
  const facet = page.locator("#r-facets details").first();
  await facet.locator("summary").click();
  await expect(facet.getByText(say("en", "facet-waits"))).toBeVisible();
  await appComes();
  await expect(facet.getByRole("checkbox").first()).toBeVisible();
  await expect(facet.locator("summary")).toBeFocused();
});
