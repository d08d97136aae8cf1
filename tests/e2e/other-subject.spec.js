// A site of another file: another subject, in two languages of which the first is written from right to left.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./facts.js";
import { test as base, expect } from "./fixtures.js";
import { DESK, PHONE, card, entries, entry, expectSelected, mark, overflow, query, searchBox, status } from "./parts.js";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const FILE = root("tests/facts/eclipses.json");
const data = JSON.parse(readFileSync(FILE, "utf8"));
const all = data.facts.length;

const test = base.extend({
  folder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "eclipses-"));
      execFileSync(root("target/release/factline"), ["build", FILE, "--out", join(folder, "site")], { stdio: "pipe" });
      await use(join(folder, "site"));
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

/** The side of the page on which its first heading begins. */
const startSide = (page) =>
  page.getByRole("heading", { level: 1 }).evaluate((heading) => {
    const range = document.createRange();
    range.selectNodeContents(heading);
    const [words, room] = [range.getBoundingClientRect(), heading.getBoundingClientRect()];
    return words.left - room.left < room.right - words.right ? "left" : "right";
  });

test("its first language is written from right to left, and the page works in it", async ({ open }) => {
  const page = await open("/", DESK);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(data.title.ar);
  expect(await startSide(page)).toBe("right");
  await expect(status(page)).toHaveText(say("en", "status", { n: all, all }));
  await expect(entries(page).getByRole("article")).toHaveCount(all);

  await mark(page, "eclipse-2009").click();
  await expectSelected(page, "eclipse-2009");
  expect(query(page).get("fact")).toBe("eclipse-2009");

  await searchBox(page).fill("الأقصر");
  await expect(entries(page).getByRole("article")).not.toHaveCount(all);
  await expect(entry(page, "eclipse-2027")).toBeVisible();
  await expect(entry(page, "eclipse-1919")).toHaveCount(0);

  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => query(page).has("from"), "the window is in the address").toBe(true);
});

test("the picker leads to the other language, from left to right", async ({ open }) => {
  const page = await open("/?fact=midday-2027", DESK);
  await page.getByRole("link", { name: "English" }).first().click();
  await expect(page).toHaveURL(/\/en\/\?fact=midday-2027/);
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(data.title.en);
  expect(await startSide(page)).toBe("left");
  await expectSelected(page, "midday-2027");
  await expect(entry(page, "midday-2027").getByText("Africa/Cairo, UTC+3").first()).toBeVisible();
  await card(page, "longest").locator('a[data-fact="eclipse-2024"]').first().click();
  await expectSelected(page, "eclipse-2024");
});

test("drawn anew it says the same, and knows the offsets of its hours", async ({ open }) => {
  const said = async (page) => {
    await expectSelected(page, "midday-2027");
    await expect(entry(page, "midday-2027")).toContainText("Africa/Cairo, UTC+3");
    return entry(page, "midday-2027").textContent();
  };
  const built = await said(await open("/en/?fact=midday-2027", DESK));
  const drawn = await said(await open("/en/?fact=midday-2027", { ...DESK, alter: "emptied" }));
  expect(drawn).toBe(built);
});

test("it fits a phone in both directions", async ({ open }) => {
  for (const path of ["/", "/en/"]) {
    const page = await open(path, PHONE);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
  }
});

test("nothing of another file is in it", async ({ open }) => {
  for (const path of ["/", "/en/"]) {
    const page = await open(path);
    const text = await page.evaluate(() => document.documentElement.textContent);
    expect(text).not.toMatch(/Kazakhstan|Mazhilis|Almaty|January 2022/);
  }
});
