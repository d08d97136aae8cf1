// What a card must never do to a number.
import { expect, test } from "./fixtures.js";
import { facts } from "./facts.js";

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
