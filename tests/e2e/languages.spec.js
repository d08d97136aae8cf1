// Each language is a page of its own: its words, dates, plural forms, and links that keep the view.
import { byId, chapters, data, facts, inLanguage, onCard, say } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, query } from "./parts.js";

const LANGUAGES = [
  { lang: "en", path: "/", name: "English" },
  { lang: "ru", path: "/ru/", name: "Русский" },
  { lang: "kk", path: "/kk/", name: "Қазақша" },
];
// What a day and a month are in words: the day the fact below was said on, and the month it is about.
const DATES = {
  en: { day: "5 January 2023", month: "January 2022" },
  ru: { day: "5 января 2023 года", month: "январь 2022 года" },
  kk: { day: "2023 жылғы 5 қаңтар", month: "2022 жылғы қаңтар" },
};
const SAID_ON_A_DAY = facts.find(({ id }) => id === "mazhilis-criminal-cases-5300");

for (const { lang, path, name } of LANGUAGES) {
  const words = (key, blanks) => say(lang, key, blanks);

  test(`the page in ${lang}: its words and dates`, async ({ open }) => {
    const page = await open(`${path}?fact=${SAID_ON_A_DAY.id}`, DESK);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page).toHaveTitle(inLanguage(data.title, lang));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(inLanguage(data.title, lang));
    for (const part of ["cards-title", "timeline-title", "entries-title", "method-title"]) {
      await expect(page.getByRole("region", { name: words(part), exact: true })).toBeVisible();
    }
    for (const button of ["zoom-in", "zoom-out", "earlier", "later", "whole"]) {
      await expect(page.getByRole("button", { name: words(button), exact: true })).toBeVisible();
    }
    await expect(page.getByRole("searchbox", { name: words("search-label") })).toBeVisible();
    await expect(page.getByRole("button", { name: inLanguage(chapters[0].name, lang), exact: true })).toBeVisible();

    const item = page.locator(`article[data-fact="${SAID_ON_A_DAY.id}"]`);
    await expect(item.getByText(inLanguage(SAID_ON_A_DAY.text, lang), { exact: true })).toBeVisible();
    const said = item.getByRole("term").filter({ hasText: new RegExp(`^${words("ev-said")}$`) });
    await expect(said.locator("xpath=following-sibling::dd[1]")).toHaveText(DATES[lang].day);
    const happened = item.getByRole("term").filter({ hasText: new RegExp(`^${words("ev-happened")}$`) });
    await expect(happened.locator("xpath=following-sibling::dd[1]")).toHaveText(DATES[lang].month, { ignoreCase: true });
    await expect(item).toContainText(inLanguage(byId("speakers", SAID_ON_A_DAY.by).name, lang));
  });

  test(`the page in ${lang}: as many as the words say`, async ({ open }) => {
    const page = await open(path, DESK);
    const { length: all } = facts;
    await expect(page.getByRole("status")).toHaveText(words("status", { n: all, all }));
    const sources = words("n-sources", { n: data.sources.length });
    await expect(page.getByText(words("method-count", { n: all, sources }), { exact: true })).toBeVisible();
    for (const card of data.cards.slice(0, 4)) {
      const n = onCard(card).length;
      await expect(page.locator(`[data-card="${card.id}"]`)).toContainText(words("card-all", { n }));
    }
    // Search makes one, a few and many of them.
    const shown = page.locator("article[data-fact]:not([data-card])");
    for (const typed of ["2022", "164", "airport", "Алматы"]) {
      await page.getByRole("searchbox").fill(typed);
      await expect.poll(() => query(page).get("q")).toBe(typed);
      await expect
        .poll(async () => {
          const n = await shown.filter({ has: page.locator("details") }).count();
          return (await page.getByRole("status").textContent()) === words("status", { n, all });
        }, `the line for ${typed}`)
        .toBe(true);
    }
  });

  test(`the page in ${lang}: the other languages keep the view`, async ({ open }) => {
    const page = await open(`${path}?q=2022&form=table&theme=dark`, DESK);
    await page.getByRole("button", { name: words("zoom-in"), exact: true }).click();
    await expect.poll(() => query(page).get("from")).toBeTruthy();
    const view = Object.fromEntries(query(page));
    await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
    for (const other of LANGUAGES.filter((other) => other.lang !== lang)) {
      const link = page.getByRole("link", { name: other.name, exact: true });
      await expect(link).toHaveAttribute("lang", other.lang);
      const url = new URL(await link.getAttribute("href"), page.url());
      expect([url.pathname, Object.fromEntries(url.searchParams)]).toEqual([other.path, view]);
    }
    const next = LANGUAGES[(LANGUAGES.findIndex((one) => one.lang === lang) + 1) % LANGUAGES.length];
    await page.getByRole("link", { name: next.name, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", next.lang);
    await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
    await expect(page.getByRole("searchbox")).toHaveValue("2022");
    expect(Object.fromEntries(query(page))).toEqual(view);
  });
}
