// All entries: searched, narrowed, ordered, as a list and as a table. One line says how many are left.
import { byId, data, facts, inLanguage, say } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, entries, query, searchBox, shownIds, status } from "./parts.js";

const VIEW = "/?view=entries";
const all = facts.length;
const line = (n) => say("en", "status", { n, all });

/** Opens a facet, and gives its options by the id that the file has for them. */
async function facet(page, name, list) {
  await page.locator("#r-facets summary").filter({ hasText: new RegExp(`^${name}`) }).click();
  const group = page.getByRole("group", { name, exact: true });
  return (id) => group.getByRole("checkbox", { name: new RegExp(`^${inLanguage(byId(list, id).name)} \\d+$`) });
}

const expectShown = async (page, expected) => {
  await expect(status(page)).toHaveText(line(expected.length));
  expect((await shownIds(page)).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
};

test("all entries are there at first", async ({ open }) => {
  const page = await open(VIEW, DESK);
  await expectShown(page, facts);
});

test("a word is found wherever it stands, and in whatever case", async ({ open }) => {
  const page = await open(VIEW, DESK);
  for (const typed of ["airport", "AIRPORT"]) {
    await searchBox(page).fill(typed);
    await expect.poll(() => query(page).get("q")).toBe(typed);
    await expect(status(page)).not.toHaveText(line(all));
    const ids = await shownIds(page);
    await expect(status(page)).toHaveText(line(ids.length));
    const inText = facts.filter(({ text }) => /\bairport/i.test(inLanguage(text)));
    expect(ids).toEqual(expect.arrayContaining(inText.map(({ id }) => id)));
  }
  await test.step("two words narrow it", async () => {
    const n = (await shownIds(page)).length;
    await searchBox(page).fill("airport seized");
    await expect.poll(async () => (await shownIds(page)).length).toBeLessThan(n);
    expect(await shownIds(page)).toContain("airport-seized");
  });
  await test.step("and an empty box shows all", async () => {
    await searchBox(page).fill("");
    await expectShown(page, facts);
    expect(query(page).has("q")).toBe(false);
  });
});

test("what nobody wrote is not found, and one press shows all again", async ({ open }) => {
  const page = await open(VIEW, DESK);
  await searchBox(page).fill("zzyzx");
  await expect(status(page)).toHaveText(line(0));
  await expect(entries(page).getByText(say("en", "entries-none"))).toBeVisible();
  await entries(page).getByRole("button", { name: "Clear search and filters" }).last().click();
  await expect(searchBox(page)).toHaveValue("");
  await expectShown(page, facts);
});

test("facets narrow the list to what they count", async ({ open }) => {
  const page = await open(VIEW, DESK);
  const topic = await facet(page, "Topic", "topics");
  const [first, second] = data.topics.map(({ id }) => id).filter((id) => facts.some(({ topics }) => topics?.includes(id)));
  const about = (...ids) => facts.filter(({ topics }) => topics?.some((topic) => ids.includes(topic)));

  await topic(first).check();
  await expectShown(page, about(first));
  await expect(topic(first), "the focus stays on what was ticked").toBeFocused();
  expect(query(page).get("topic")).toBe(first);
  await topic(second).check();
  await expectShown(page, about(first, second));

  const place = await facet(page, "Place", "places");
  const almaty = ({ places }) => places?.includes("almaty");
  await place("almaty").check();
  await expectShown(page, about(first, second).filter(almaty));
  await topic(second).click();
  await expectShown(page, about(first).filter(almaty));
  await expect(topic(second), "it stays where it is, whatever it would leave").toBeFocused();

  await page.locator("#r-facets").getByRole("button", { name: "Clear search and filters" }).click();
  await expectShown(page, facts);
  expect([...query(page).keys()]).toEqual(["view"]);
});

test("the number beside an option is what it leaves", async ({ open }) => {
  const page = await open(`${VIEW}&q=almaty`, DESK);
  const speaker = await facet(page, "Who said it", "speakers");
  const option = speaker("berik-assylov");
  const n = Number(await option.locator("xpath=..").locator(".n").textContent());
  await option.check();
  await expect(status(page)).toHaveText(line(n));
});

test("filters hold for the timeline too", async ({ open }) => {
  const page = await open("/", DESK);
  await searchBox(page).fill("airport");
  await expect(status(page)).not.toHaveText(line(all));
  const ids = await shownIds(page);
  const marked = () =>
    page.locator("#r-drawing a[data-fact]").evaluateAll((marks) => marks.map(({ dataset }) => dataset.fact));
  await expect.poll(async () => (await marked()).filter((id) => !ids.includes(id))).toEqual([]);
  expect(await marked()).not.toEqual([]);
});

test("the list is ordered as asked", async ({ open }) => {
  const page = await open(VIEW, DESK);
  const order = page.getByRole("combobox", { name: "Order" });
  await order.focus();
  await order.selectOption({ label: "When it was said" });
  await expect.poll(() => query(page).get("sort")).toBe("said");
  const days = async () =>
    (await shownIds(page)).map((id) => facts.find((fact) => fact.id === id).as_of).filter((day) => /^[\d-]{10}$/.test(day));
  await expect.poll(async () => (await days()).join()).toBe((await days()).toSorted().join());
  await expect(order).toBeFocused();
  await order.selectOption({ label: "Source" });
  const sources = async () => (await shownIds(page)).map((id) => facts.find((fact) => fact.id === id).source);
  // All of one source stand together.
  const together = (list) => list.filter((source, at) => source !== list[at - 1]).length === new Set(list).size;
  await expect.poll(async () => together(await sources())).toBe(true);
});

test("the table has a row an entry, and the list comes back", async ({ open }) => {
  const page = await open(VIEW, DESK);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  const table = page.getByRole("table", { name: "All entries" });
  await expect(table.getByRole("row")).toHaveCount(all + 1);
  await expect(table.getByRole("columnheader")).toHaveText(["Happened", "Said", "Entry", "Number", "Who said it", "Source"]);
  await expect(page.getByRole("button", { name: "Table", exact: true })).toBeFocused();
  const { source, text, by } = facts[0];
  const row = table.getByRole("row").filter({ hasText: inLanguage(text) });
  await expect(row).toContainText(inLanguage(byId("speakers", by).name));
  await expect(row.getByRole("link", { name: inLanguage(byId("sources", source).title) })).toBeVisible();
  await page.getByRole("button", { name: "List", exact: true }).click();
  await expect(table).toHaveCount(0);
  await expectShown(page, facts);
});

test("evidence in the list opens and closes without the address", async ({ open }) => {
  const page = await open(VIEW, DESK);
  const item = entries(page).getByRole("article").first();
  await item.getByText("Evidence", { exact: true }).click();
  await expect(item.getByRole("term").first()).toBeVisible();
  await item.getByText("Evidence", { exact: true }).click();
  await expect(item.getByRole("term").first()).toBeHidden();
});
