// The opening window is the file's first chapter, and every other one is a press away.
import { chapters, inLanguage } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, drawing, mark, query, timeline } from "./parts.js";

const button = (page, chapter) => timeline(page).getByRole("button", { name: inLanguage(chapter.name), exact: true });

async function expectShown(page, chapter) {
  await expect(button(page, chapter)).toHaveAttribute("aria-pressed", "true");
  await expect(timeline(page).getByRole("button", { pressed: true, name: /When it/ })).toHaveText(
    chapter.axis === "said" ? "When it was said" : "When it happened",
  );
  await expect(timeline(page).getByText(inLanguage(chapter.text), { exact: true })).toBeVisible();
  await expect(drawing(page).locator("a[data-fact]:visible").first()).toBeVisible();
}

test("the first chapter is what the timeline opens with", async ({ open }) => {
  const page = await open("/", DESK);
  await expectShown(page, chapters[0]);
  expect(page.url()).not.toContain("?");
  const shown = chapters[0].facts.filter((id) => id !== "internet-shutdown");
  for (const id of shown) await expect(mark(page, id), `${id} is in it`).toBeAttached();
});

test("each chapter is one press away, and has an address", async ({ open }) => {
  const page = await open("/?view=timeline", DESK);
  for (const chapter of [...chapters.slice(1), chapters[0]]) {
    await button(page, chapter).click();
    await expectShown(page, chapter);
    // The first one is where the page opens, so an address has nothing to say about it.
    expect(query(page).get("chapter")).toBe(chapter === chapters[0] ? null : chapter.id);
    expect(query(page).has("from"), "the chapter says the window").toBe(false);
  }
  const [, second] = chapters;
  await page.goto(`${page.url()}&chapter=${second.id}`);
  await expectShown(page, second);
});

test("moving by hand leaves the chapter", async ({ open }) => {
  const page = await open(`/?view=timeline&chapter=${chapters[1].id}`, DESK);
  await expectShown(page, chapters[1]);
  await timeline(page).getByRole("button", { name: "Later", exact: true }).click();
  await expect(button(page, chapters[1])).toHaveAttribute("aria-pressed", "false");
});

test("the other axis puts entries on the day they were said", async ({ open }) => {
  const page = await open("/?view=timeline", DESK);
  await timeline(page).getByRole("button", { name: "When it was said" }).click();
  expect(query(page).get("axis")).toBe("said");
  await expect(timeline(page).getByRole("button", { name: "When it was said" })).toHaveAttribute("aria-pressed", "true");
});
