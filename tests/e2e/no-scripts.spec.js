// With scripts off the page is a document: complete, styled, and without a control that does nothing.
import { cards, factById, facts, inLanguage } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, PHONE, card, entries, entry, keyFigures, method, timeline } from "./parts.js";

const OFF = { ...DESK, scripts: false };

test("everything is there, and styled", async ({ open }) => {
  const page = await open("/", OFF);
  for (const part of [keyFigures, timeline, entries, method]) await expect(part(page)).toBeVisible();
  await expect(entries(page).getByRole("article")).toHaveCount(facts.length);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("font-weight", "600");
  for (const { id } of cards) await expect(card(page, id)).toBeVisible();
  await expect(timeline(page).locator("a[data-fact]:visible").first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-app", "static");
});

for (const [screen, options] of [["a desk", OFF], ["a phone", { ...PHONE, scripts: false }]]) {
  test(`no control that does nothing is seen on ${screen}`, async ({ open }) => {
    const page = await open("/", options);
    for (const role of ["button", "searchbox", "textbox", "combobox", "checkbox", "slider"]) {
      await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
    }
    await expect(page.getByText("with a mouse", { exact: false }).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText("Choose an entry to see", { exact: false }).filter({ visible: true })).toHaveCount(0);
  });
}

test("evidence opens as the browser opens it", async ({ open }) => {
  const page = await open("/", OFF);
  const { id } = facts[5];
  const permalink = entry(page, id).getByRole("link", { name: "Link to this entry" });
  await expect(permalink).toBeHidden();
  await entry(page, id).getByText("Evidence", { exact: true }).click();
  await expect(permalink).toBeVisible();
});

test("a number leads to its entry", async ({ open }) => {
  const page = await open("/", OFF);
  const headline = card(page, cards[0].id).locator("a[data-fact]").first();
  const id = await headline.getAttribute("data-fact");
  await headline.click();
  await expect(entry(page, id).getByText(inLanguage(factById(id).text), { exact: true })).toBeInViewport();
});

test("a permalink leads to its entry, in each language", async ({ open }) => {
  const { id, text } = facts[40];
  for (const [path, lang] of [["/", "en"], ["/ru/", "ru"], ["/kk/", "kk"]]) {
    const page = await open(`${path}?fact=${id}#fact-${id}`, OFF);
    const item = page.locator(`article[data-fact="${id}"]`);
    await expect(item.getByText(inLanguage(text, lang), { exact: true })).toBeInViewport();
  }
});

test("the other languages are a link away", async ({ open }) => {
  const page = await open("/", OFF);
  await page.getByRole("link", { name: "Қазақша" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "kk");
});

test("an address that asks for a part shows the whole document", async ({ open }) => {
  const page = await open("/?view=cards&theme=dark", OFF);
  await expect(entries(page)).toBeVisible();
});
