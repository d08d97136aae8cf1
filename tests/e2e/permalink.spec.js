// An address holds the whole view, and what it says wrong is told in one line.
import { chapters, data, factById, inLanguage, say } from "./facts.js";
import { expect, test } from "./fixtures.js";
import {
  DESK,
  drawing,
  entries,
  expectSelected,
  keyFigures,
  query,
  searchBox,
  shownIds,
  status,
  timeline,
} from "./parts.js";

/** All that a view consists of, as it is read out. */
async function read(page) {
  const parts = ["#r-pickers", "#r-drawing", "#r-side", "#r-controls", "#r-status", "#r-entries", "#r-facets"];
  const texts = {};
  for (const part of parts) texts[part] = await page.locator(part).ariaSnapshot();
  return texts;
}

test("each parameter is seen on the page", async ({ open }) => {
  const address =
    "/?fact=deaths-164&card=people-who-died&q=deaths&by=&topic=deaths&place=kazakhstan,almaty&kind=figure" +
    "&from=2022-01-04&to=2022-01-20&axis=said&sort=said&form=table&theme=dark";
  const page = await open(address, DESK);
  await expectSelected(page, "deaths-164");
  await expect(
    keyFigures(page).locator('[data-fact="deaths-164"]:has(dl)').getByText(inLanguage(factById("deaths-164").text)),
  ).toBeVisible();
  await expect(searchBox(page)).toHaveValue("deaths");
  for (const [facet, options] of [["Topic", ["deaths"]], ["Place", ["kazakhstan", "almaty"]]]) {
    await page.getByText(facet, { exact: false }).filter({ visible: true }).and(page.locator("#r-facets summary")).click();
    const list = data[facet === "Topic" ? "topics" : "places"];
    const group = page.getByRole("group", { name: facet, exact: true });
    for (const { id, name } of list.filter(({ id }) => options.includes(id))) {
      await expect(group.getByRole("checkbox", { name: new RegExp(`^${inLanguage(name)} \\d+$`) }), id).toBeChecked();
    }
  }
  await expect(timeline(page).getByRole("button", { name: "When it was said" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("combobox", { name: "Order" })).toHaveValue("said");
  await expect(entries(page).getByRole("table", { name: "All entries" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Dark", exact: true })).toHaveAttribute("aria-pressed", "true");
  expect(await shownIds(page)).not.toHaveLength(0);
});

test("the address of a view that was made by hand brings it back", async ({ open }) => {
  const page = await open("/", DESK);
  await timeline(page).getByRole("button", { name: inLanguage(chapters[2].name), exact: true }).click();
  await timeline(page).getByRole("button", { name: "Zoom in" }).click();
  await timeline(page).getByRole("button", { name: "Later", exact: true }).click();
  await searchBox(page).fill("almaty");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Source" });
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await entries(page).locator("tr a[data-fact]").nth(3).click();
  await expect.poll(() => query(page).get("fact")).toBeTruthy();
  const view = await read(page);

  const again = await open(page.url().replace(/^[^/]*\/\/[^/]*/, ""), DESK);
  expect(again.url(), "opening a link does not change it").toBe(page.url());
  expect(await read(again)).toEqual(view);
});

test("a chapter and a part alone have an address", async ({ open }) => {
  const page = await open(`/?view=timeline&chapter=${chapters[1].id}`, DESK);
  await expect(timeline(page).getByText(inLanguage(chapters[1].text), { exact: true })).toBeVisible();
  await expect(entries(page)).toBeHidden();
});

test("the link to copy is the address", async ({ open }) => {
  const page = await open("/?q=airport", { ...DESK, permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

for (const [wrong, ...told] of [
  [
    "view=sideways&sort=up&form=cube&theme=pink&axis=z&fact=NO!",
    ["view", "sideways"],
    ["sort", "up"],
    ["form", "cube"],
    ["theme", "pink"],
    ["axis", "z"],
    ["fact", "NO!"],
  ],
  ["fact=never-1&chapter=never-2&topic=never-3", ["fact", "never-1"], ["chapter", "never-2"], ["topic", "never-3"]],
  ["from=soon&to=2022-01-05", ["from", "soon"]],
  ["from=2022-02-01&to=2022-01-01", ["from", "2022-02-01"]],
  ["place=%E0%A4%A&sort=%", ["sort", "%"]],
]) {
  test(`a wrong address is told: ?${wrong}`, async ({ open }) => {
    const page = await open(`/?${wrong}`, DESK);
    for (const [name, value] of told) {
      await expect(page.getByText(say("en", "notice-address", { name, value }), { exact: true })).toBeVisible();
    }
    // The rest is the usual page.
    for (const part of [keyFigures, timeline, entries]) await expect(part(page)).toBeVisible();
    await expect(drawing(page).locator("a[data-fact]:visible").first()).toBeVisible();
    await expect(status(page)).toHaveText(/^(\d+) of \1 entries$/);
  });
}

test("one end of a window alone is told as it was written", async ({ open }) => {
  const page = await open("/?to=2022-01", DESK);
  await expect(page.getByText(say("en", "notice-end", { name: "to", value: "2022-01" }), { exact: true })).toBeVisible();
});

test("an unknown parameter is ignored", async ({ open }) => {
  const page = await open("/?utm_source=mail&sort=", DESK);
  await expect(page.getByText("The address asked for")).toHaveCount(0);
});
