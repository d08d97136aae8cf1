// Every claim of the Mazhilis report has an address, and opens there with all of its evidence.
import { byId, inLanguage, report, wordsOf } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK, detail, entry, expectSelected, timeline } from "./parts.js";

test("there are 24 claims", () => {
  expect(report).toHaveLength(24);
});

for (const fact of report) {
  test(`${fact.id} opens with its evidence`, async ({ open }) => {
    const page = await open(`/?fact=${fact.id}#fact-${fact.id}`, DESK);
    await expectSelected(page, fact.id);
    const inList = entry(page, fact.id);
    await expect(inList, "the link leads to the entry").toBeInViewport();
    // The evidence stands beside the timeline and in the list, and says the same.
    const beside = timeline(page).locator(`[data-fact="${fact.id}"]:has(dl)`).filter({ visible: true });
    for (const evidence of [beside, inList]) await expectEvidence(evidence, fact);
  });
}

async function expectEvidence(evidence, fact) {
  const source = byId("sources", fact.source);
  const speaker = byId("speakers", fact.by);
  await expect(evidence.getByText(inLanguage(fact.text), { exact: true })).toBeVisible();
  await expect(detail(evidence, "Who said it")).toContainText(inLanguage(speaker.name));
  const role = fact.role ?? speaker.role;
  if (role) await expect(detail(evidence, "Who said it")).toContainText(inLanguage(role));
  if (fact.via) await expect(detail(evidence, "Reported by")).toHaveText(inLanguage(fact.via));
  for (const word of wordsOf(fact.when)) await expect(detail(evidence, "Happened")).toContainText(word);
  if (fact.time) await expect(detail(evidence, "Happened")).toContainText(fact.time);
  for (const word of wordsOf(fact.as_of)) await expect(detail(evidence, "Said")).toContainText(word);
  const link = detail(evidence, "Source").getByRole("link", { name: inLanguage(source.title), exact: true });
  await expect(link).toHaveAttribute("href", source.url);
  await expect(detail(evidence, "Source")).toContainText(inLanguage(fact.locator));
  await expect(evidence.getByRole("link", { name: "Link to this entry" })).toHaveAttribute(
    "href",
    new RegExp(`\\?fact=${fact.id}(#|$)`),
  );
  if (fact.note) await expect(detail(evidence, "Note")).toHaveText(inLanguage(fact.note));
}
