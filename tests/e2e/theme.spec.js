// Light and dark: as the system has it, until the reader or the address says otherwise.
import { expect, lateness, settled, test } from "./fixtures.js";
import { DESK, query } from "./parts.js";

/** Whether the page is light on dark, by how bright its ground is. */
const isDark = (page) =>
  page.locator("body").evaluate((body) => {
    const [r, g, b] = getComputedStyle(body).backgroundColor.match(/\d+/g).map(Number);
    return r + g + b < 3 * 128;
  });

for (const colorScheme of ["light", "dark"]) {
  test(`a ${colorScheme} system has a ${colorScheme} page`, async ({ open }) => {
    for (const scripts of [true, false]) {
      const page = await open("/", { ...DESK, colorScheme, scripts });
      expect(await isDark(page)).toBe(colorScheme === "dark");
    }
  });

  test(`the reader can have the other on a ${colorScheme} system`, async ({ open }) => {
    const page = await open("/", { ...DESK, colorScheme });
    for (const [name, theme] of [["Dark", "dark"], ["Light", "light"], ["Auto", null]]) {
      const button = page.getByRole("button", { name, exact: true });
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "true");
      await expect(button).toBeFocused();
      await expect.poll(() => isDark(page)).toBe((theme ?? colorScheme) === "dark");
      expect(query(page).get("theme")).toBe(theme);
    }
  });

  test(`an address with the other theme has it from the first paint on a ${colorScheme} system`, async ({ open }) => {
    const other = colorScheme === "dark" ? "light" : "dark";
    const late = lateness();
    const page = await open(`/?theme=${other}`, { ...DESK, colorScheme, late: late.promise });
    expect(await isDark(page)).toBe(other === "dark");
    late.comes();
    await settled(page, "ready");
    expect(await isDark(page)).toBe(other === "dark");
  });
}
