// On paper: nothing to press, everything open, addresses spelled out, dark on light.
import { byId, facts, inLanguage } from "./facts.js";
import { expect, expectAccessible, test } from "./fixtures.js";
import { DESK, detail, entry } from "./parts.js";

for (const [path, options] of [["/", DESK], ["/?theme=dark", DESK], ["/", { ...DESK, scripts: false }]]) {
  test(`${path} on paper${options.scripts === false ? ", scripts off" : ""}`, async ({ open }) => {
    const page = await open(path, options);
    await page.emulateMedia({ media: "print" });
    for (const role of ["button", "searchbox", "combobox", "checkbox"]) {
      await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
    }
    for (const fact of [facts[0], facts[70], facts.at(-1)]) {
      const item = entry(page, fact.id);
      await expect(item.getByText(inLanguage(fact.text), { exact: true })).toBeVisible();
      await expect(detail(item, "Who said it"), "its evidence is open").toBeVisible();
      expect((await detail(item, "Who said it").boundingBox()).height).toBeGreaterThan(10);
      await expect(detail(item, "Source")).toContainText(inLanguage(byId("sources", fact.source).title));
    }
    const ink = await page.getByRole("heading", { level: 1 }).evaluate((heading) => getComputedStyle(heading).color);
    expect(Math.max(...ink.match(/\d+/g).slice(0, 3).map(Number)), `dark ink: ${ink}`).toBeLessThan(110);
    const ground = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(ground, "no ground").toMatch(/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/);
  });
}

test("everything is legible on paper, whatever the theme was", async ({ open }) => {
  const page = await open("/?theme=dark&fact=deaths-164", DESK);
  await page.emulateMedia({ media: "print" });
  await expectAccessible(page, { rules: ["color-contrast"] });
});
