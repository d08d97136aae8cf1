// How a number changed: every claim about one quantity with its day and its source, one quantity or all of them.
import { byId, cards, data, factById, facts, inLanguage, onCard, say } from "./facts.js";
import { expect, expectAccessible, lateness, layoutShift, painted, settled, test } from "./fixtures.js";
import { DESK, PHONE, entries, expectSelected, measure, measures, overflow, query, timeline } from "./parts.js";

/** The claims about a measure, a second report of the same number left out. */
const claimsAbout = (id) =>
  facts.filter((fact) => {
    const first = fact.repeats && factById(fact.repeats);
    return fact.measure === id && !(first && first.measure === id && first.value === fact.value);
  });

const told = data.measures.map(({ id }) => id).filter((id) => claimsAbout(id).length > 1);
const first = "deaths-total";

/** The measures that are seen, in their order. */
const seenMeasures = (page) =>
  page.locator("article[data-measure]:visible").evaluateAll((all) => all.map((one) => one.dataset.measure));

test("each quantity that was claimed more than once is there, those of the cards first", async ({ open }) => {
  const page = await open("/", DESK);
  const seen = await seenMeasures(page);
  expect(seen.toSorted()).toEqual(told.toSorted());
  const onCards = cards.flatMap((card) => [card.headline, ...onCard(card)].map((id) => factById(id)?.measure));
  const inOrder = [...new Set(onCards)].filter((id) => told.includes(id));
  expect(seen.slice(0, inOrder.length)).toEqual(inOrder);
});

for (const [path, lang] of [["/", "en"], ["/ru/", "ru"], ["/kk/", "kk"]]) {
  test(`every claim has its number, speaker, source and day, in their order: ${lang}`, async ({ open }) => {
    const page = await open(path, { ...DESK, scripts: false });
    await expect(page.getByRole("region", { name: say(lang, "measures-title") })).toBeVisible();
    const seen = await page.locator("article[data-measure]").evaluateAll((all) =>
      all.map((article) => ({
        id: article.dataset.measure,
        text: article.textContent,
        claims: [...article.querySelectorAll("li.claim")].map((claim) => ({
          id: claim.dataset.fact,
          said: claim.querySelector("time").dateTime,
          text: claim.textContent,
        })),
      })),
    );
    expect(seen.map(({ id }) => id).toSorted()).toEqual(told.toSorted());
    const latest = ({ as_of }) => as_of.split("/").at(-1);
    for (const { id, text, claims } of seen) {
      const { name, definition } = byId("measures", id);
      for (const said of [name, definition]) expect(text).toContain(inLanguage(said, lang));
      expect(claims.map(({ id }) => latest(factById(id)))).toEqual(claimsAbout(id).map(latest).toSorted());
      for (const claim of claims) {
        const fact = factById(claim.id);
        expect(claim.said).toBe(fact.as_of);
        expect(claim.text).toContain(inLanguage(byId("speakers", fact.by).name, lang));
        expect(claim.text).toContain(inLanguage(byId("sources", fact.source).title, lang));
      }
    }
  });
}

test("the words of a disagreement stand with the numbers that they are about", async ({ open }) => {
  const page = await open("/", DESK);
  for (const { text, measures: about } of data.disagreements) {
    for (const id of (about ?? []).filter((id) => told.includes(id))) {
      await expect(measure(page, id)).toContainText(inLanguage(text));
    }
  }
});

test("a withdrawn number is crossed out, no other, and a report of the same words is no claim of its own", async ({
  open,
}) => {
  const page = await open("/", { ...DESK, scripts: false });
  const struck = await measures(page).locator(".claim-value s").evaluateAll((all) =>
    all.map((one) => one.closest("[data-fact]").dataset.fact),
  );
  const withdrawn = told.flatMap(claimsAbout).filter(({ withdrawn }) => withdrawn);
  expect(struck.toSorted()).toEqual(withdrawn.map(({ id }) => id).toSorted());
  const report = facts.find(({ id, repeats, measure: of }) => repeats && told.includes(of) && id.includes("convicted"));
  const row = measures(page).locator(`li.claim[data-fact="${report.repeats}"]`);
  await expect(row.locator(`a[data-fact="${report.id}"]`).first()).toBeAttached();
});

test("one stands open, the others open as the browser opens them", async ({ open }) => {
  const page = await open("/", { ...DESK, scripts: false });
  const [one, two] = await seenMeasures(page);
  await expect(measure(page, one).locator("li.claim").first()).toBeVisible();
  const claim = measure(page, two).locator("li.claim").first();
  await expect(claim).toBeHidden();
  await measure(page, two).getByText(say("en", "n-claims", { n: claimsAbout(two).length })).click();
  await expect(claim).toBeVisible();
});

test("a number, or its dot, is chosen everywhere and opens its evidence where it stands", async ({ open }) => {
  const page = await open("/", DESK);
  const [claim] = claimsAbout(first);
  const row = measure(page, first).locator(`li.claim[data-fact="${claim.id}"]`);
  const evidence = row.getByText(inLanguage(claim.text), { exact: true });
  await expect(evidence).toBeHidden();
  await row.locator("a[data-fact]").first().click();
  await expectSelected(page, claim.id);
  await expect(evidence).toBeVisible();
  expect(query(page).get("fact")).toBe(claim.id);
  const dot = measure(page, first).locator(`figure a[data-fact="${claimsAbout(first)[1].id}"]`);
  await dot.click();
  await expectSelected(page, claimsAbout(first)[1].id);
});

// What is asked for, what is seen of it.
const ALONE = [
  [`measure=${first}`, [first]],
  ["measure=detained,convicted", ["detained", "convicted"]],
  ["", null],
];

for (const [query, expected] of ALONE) {
  for (const [path, options] of [["/", DESK], ["/ru/", PHONE], ["/kk/", { ...DESK, colorScheme: "dark" }]]) {
    const at = `${path}?view=measure&${query} at ${options.viewport.width}`;
    test(`shown alone, from the first paint and without a move: ${at}`, async ({ open }) => {
      const late = lateness();
      const page = await open(`${path}?view=measure&${query}`, { ...options, late: late.promise });
      await painted(page);
      const before = await seenMeasures(page);
      late.comes();
      await settled(page, "ready");
      expect(await layoutShift(page), "what the page moved by").toBe(0);
      expect(await seenMeasures(page)).toEqual(before);
      expect(before.toSorted()).toEqual((expected ?? told).toSorted());
      for (const part of ["#cards", "#timeline", "#entries", "#method", "#r-sections"]) {
        await expect(page.locator(part)).toBeHidden();
      }
      await expect(page.locator("li.claim:visible").first()).toBeVisible();
      expect(await overflow(page)).toBe(0);
      expect(await page.locator(".notice").count()).toBe(0);
    });
  }
}

test("one alone is unfolded, and needs no module that knows the facts", async ({ context, open }) => {
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await open("/?view=measure&measure=convicted");
  await expect(measure(page, "convicted").locator("li.claim").first()).toBeVisible();
  await expect(measure(page, "convicted").locator("summary", { hasText: "claims" })).toBeHidden();
  await expectAccessible(page);
  expect(asked.filter((url) => /\/draw-|facts\.json/.test(url))).toEqual([]);
});

test("a number that the page has no history of is told, and all are shown", async ({ open }) => {
  const page = await open("/?view=measure&measure=never-4", DESK);
  await expect(page.getByText(say("en", "notice-address", { name: "measure", value: "never-4" }))).toBeVisible();
  expect((await seenMeasures(page)).toSorted()).toEqual(told.toSorted());
});

test("one stands alone on a page that had to be drawn anew, too", async ({ open }) => {
  const page = await open(`/?view=measure&measure=${first}`, { alter: ["emptied"] });
  expect(await seenMeasures(page)).toEqual([first]);
  await expect(measure(page, first).locator("li.claim").first()).toBeVisible();
});

test("in the whole page a measure goes on filtering the entries", async ({ open }) => {
  const page = await open(`/?measure=${first}`, DESK);
  await expect(entries(page).getByRole("article")).toHaveCount(facts.filter(({ measure: of }) => of === first).length);
  expect((await seenMeasures(page)).toSorted()).toEqual(told.toSorted());
  await expect(timeline(page)).toBeVisible();
});

test("on paper all are open", async ({ open }) => {
  const page = await open("/", { ...DESK, scripts: false });
  await page.emulateMedia({ media: "print" });
  for (const id of told) {
    const row = measure(page, id).locator("li.claim").last();
    expect((await row.boundingBox())?.height, id).toBeGreaterThan(10);
  }
});

for (const view of ["cards", "timeline", "measure", "entries", "method"]) {
  test(`view=${view} has a title for those who are read to, and axe finds nothing`, async ({ open }) => {
    const page = await open(`/?view=${view}`, DESK);
    await expect(page.getByRole("heading", { level: 1, name: inLanguage(data.title) })).toHaveCount(1);
    await expectAccessible(page, { rules: ["page-has-heading-one", "heading-order", "region", "landmark-one-main"] });
    const reached = await page.evaluate(() =>
      [...document.querySelectorAll(".masthead :is(a, button)")].filter((one) => one.checkVisibility()).length,
    );
    expect(reached, "nothing that is not seen takes the focus").toBe(0);
  });
}
