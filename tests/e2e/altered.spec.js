// What a proxy, a minifier or a translating browser did to the page on the way does not stop the app.
import { cards, facts, say } from "./facts.js";
import { expect, lateness, layoutShift, painted, settled, test } from "./fixtures.js";
import { DESK, card, entries, expectSelected, keyFigures, method, searchBox, status, timeline } from "./parts.js";

const ways = [["minified"], ["translated"], ["uncommented"], ["emptied"], ["translated", "minified"]];

for (const alter of ways) {
  test(`a page that is ${alter.join(" and ")} comes up and works`, async ({ open }) => {
    const page = await open("/", { ...DESK, alter });
    for (const part of [keyFigures, timeline, entries, method]) {
      await expect(part(page)).toHaveCount(1);
      await expect(part(page)).toBeVisible();
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(entries(page).getByRole("article")).toHaveCount(facts.length);
    const link = card(page, cards[0].id).locator("a[data-fact]").first();
    const id = await link.getAttribute("data-fact");
    await link.click();
    await expectSelected(page, id);
    await searchBox(page).fill("airport");
    await expect(status(page)).not.toHaveText(say("en", "status", { n: facts.length, all: facts.length }));
    await timeline(page).getByRole("button", { name: "Zoom in" }).click();
    expect(page.url()).toContain("from=");
  });
}

test("so does a page in another language, in a folder of its host", async ({ open }) => {
  const page = await open("/kk/?q=2022", { ...DESK, alter: ["minified"], at: "/a/b/" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("searchbox")).toHaveValue("2022");
});

test("what was taken out of the comments alone moves nothing", async ({ open }) => {
  const late = lateness();
  const page = await open("/", { ...DESK, alter: ["uncommented"], late: late.promise });
  await painted(page);
  late.comes();
  await settled(page, "ready");
  expect(await layoutShift(page)).toBe(0);
});
