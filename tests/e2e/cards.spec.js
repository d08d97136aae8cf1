// What a card must never do to a number, and how one goes through the cards.
import { expect, test } from "./fixtures.js";
import { facts } from "./facts.js";
import { DESK } from "./parts.js";

test("only withdrawn numbers are struck through", async ({ open }) => {
  const page = await open("/?view=cards");
  const rows = page.locator('[data-card="people-who-died"] [role="listitem"]');
  await expect(rows).not.toHaveCount(0);
  for (const row of await rows.all()) {
    const id = await row.locator("a[data-fact]").getAttribute("data-fact");
    const line = await row.locator("b").evaluate((value) => getComputedStyle(value).textDecorationLine);
    const isWithdrawn = facts.find((fact) => fact.id === id).withdrawn !== undefined;
    expect(line, id).toBe(isWithdrawn ? "line-through" : "none");
  }
});

test("the tab key goes from card to card as they are seen", async ({ open }) => {
  const page = await open("/", DESK);
  const seen = await page.locator("article[data-card]").evaluateAll((all) => {
    const place = (card) => card.getBoundingClientRect();
    const ordered = [...all].sort((a, b) => place(a).top - place(b).top || place(a).left - place(b).left);
    return ordered.map((card) => card.dataset.card);
  });
  await page.locator("article[data-card] a[data-fact]").first().focus();
  // The page keeps the account itself: asking it after each press takes as long as all presses.
  const passed = await page.evaluateHandle(() => {
    const cardOf = (element) => element.closest("[data-card]")?.dataset.card;
    const passed = [cardOf(document.activeElement)];
    addEventListener("focusin", ({ target }) => {
      const card = cardOf(target);
      if (card && card !== passed.at(-1)) passed.push(card);
    });
    return passed;
  });
  for (let press = 0; press < 150 && (await passed.evaluate((all) => all.length)) < seen.length; press += 10) {
    for (let one = 0; one < 10; one += 1) await page.keyboard.press("Tab");
  }
  expect(await passed.jsonValue()).toEqual(seen);
});
