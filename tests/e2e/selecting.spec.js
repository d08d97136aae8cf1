// A fact that is chosen anywhere is chosen everywhere, and its evidence opens where it was chosen.
import { cards, chapters, factById, facts, inLanguage, onCard } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, card, drawing, entries, entry, expectSelected, keyFigures, mark, query, timeline } from "./parts.js";

// Facts that stand on a card and on the opening window of the timeline.
const both = cards.flatMap((card) =>
  onCard(card)
    .filter((id) => chapters[0].facts.includes(id))
    .map((id) => ({ id, cardId: card.id })),
);
const { id, cardId } = both[0];
const text = inLanguage(factById(id).text);

// The evidence of one fact may stand in the page twice, for two widths of screen; one of them is seen.
const seenText = (part, text) => part.getByText(text, { exact: true }).filter({ visible: true });
const evidenceOf = (part, id) => part.locator(`[data-fact="${id}"]:has(dl)`).filter({ visible: true });

async function expectEverywhere(page, chosen) {
  await expectSelected(page, chosen);
  expect(query(page).get("fact")).toBe(chosen);
  const said = inLanguage(factById(chosen).text);
  await expect(mark(page, chosen), "its mark").toHaveAttribute("aria-current", "true");
  await expect(seenText(timeline(page), said), "its evidence beside the timeline").toBeVisible();
  await expect(entry(page, chosen).getByRole("link", { name: "Link to this entry" }), "open in the list").toBeVisible();
}

test("on a card", async ({ open }) => {
  const page = await open("/", DESK);
  const link = card(page, cardId).locator(`a[data-fact="${id}"]`).first();
  await link.click();
  await expectEverywhere(page, id);
  expect(query(page).get("card")).toBe(cardId);
  const evidence = evidenceOf(keyFigures(page), id);
  await expect(evidence.getByText(text, { exact: true })).toBeInViewport();
  await test.step("closing takes it back", async () => {
    await keyFigures(page).getByRole("button", { name: "Close" }).click();
    await expectSelected(page, null);
    await expect(evidence).toHaveCount(0);
    expect(query(page).has("fact")).toBe(false);
  });
});

test("on a mark of the timeline, and then on another", async ({ open }) => {
  const page = await open("/", DESK);
  await mark(page, id).click();
  await expectEverywhere(page, id);
  expect(query(page).has("card"), "no card was touched").toBe(false);
  const other = chapters[0].facts.find((other) => other !== id && factById(other).weight === 1);
  await mark(page, other).click();
  await expectEverywhere(page, other);
  await mark(page, other).click();
  await expectSelected(page, null);
});

test("through a link in the evidence", async ({ open }) => {
  const page = await open(`/?fact=${id}`, DESK);
  const evidence = evidenceOf(timeline(page), id);
  const link = evidence.locator("a[data-fact]").first();
  const next = await link.getAttribute("data-fact");
  await link.click();
  await expectEverywhere(page, next);
});

test("in the list, through a link in its evidence", async ({ open }) => {
  const page = await open("/", DESK);
  // This entry's evidence leads to another, which is chosen with it.
  const item = entry(page, id);
  await item.getByText("Evidence", { exact: true }).click();
  const link = item.locator("a[data-fact]").first();
  const next = await link.getAttribute("data-fact");
  await link.click();
  await expectSelected(page, next);
  await expect(mark(page, next)).toBeVisible();
  await expect(entry(page, next).getByRole("link", { name: "Link to this entry" })).toBeVisible();
});

test("in the list, by its link", async ({ open }) => {
  const page = await open("/", DESK);
  const item = entry(page, id);
  await item.getByText("Evidence", { exact: true }).click();
  await item.getByRole("link", { name: "Link to this entry" }).click();
  await expectEverywhere(page, id);
});

test("in the table", async ({ open }) => {
  const page = await open("/?form=table", DESK);
  await entries(page).getByRole("link", { name: text, exact: true }).click();
  await expectSelected(page, id);
  await expect(mark(page, id)).toHaveAttribute("aria-current", "true");
  const evidence = evidenceOf(entries(page), id);
  await expect(evidence.getByText(text, { exact: true }), "the evidence opens where the reader is").toBeInViewport();
  await expect(evidence.getByRole("link", { name: "Link to this entry" })).toBeVisible();
  const cutOff = () => evidence.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(await cutOff(), "none of it is cut off").toBeLessThanOrEqual(0);
});

test("a fact that stands outside of the timeline's window, which then moves to it", async ({ open }) => {
  const page = await open("/", DESK);
  const end = chapters[0].when.split("/")[1];
  const far = facts.find(({ when, track, repeats }) => track && !repeats && /^[\d-]{10}$/.test(when) && when > end).id;
  await expect(mark(page, far)).toHaveCount(0);
  await entry(page, far).getByText("Evidence", { exact: true }).click();
  await entry(page, far).getByRole("link", { name: "Link to this entry" }).click();
  await expectEverywhere(page, far);
  await expect(mark(page, far)).toBeVisible();
});

test("what is chosen stays chosen as the timeline moves and the list is searched", async ({ open }) => {
  const page = await open(`/?fact=${id}`, DESK);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expectSelected(page, id);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expectSelected(page, id);
  await expect(drawing(page)).toBeVisible();
});

test("the drawing stays one stop of the tab key while a mark that was opened has the focus", async ({ open }) => {
  const page = await open("/", DESK);
  const stops = drawing(page).locator('.tm-a:not([tabindex="-1"])');
  const first = drawing(page).locator("a.tm-a").first();
  await first.focus();
  await page.keyboard.press("Enter");
  await expectSelected(page, await first.getAttribute("data-fact"));
  await expect(first).toBeFocused();
  await expect(stops).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(stops).toHaveCount(1);
  await expect(stops).toBeFocused();
});
