// What axe can find by itself is not there: roles, names, contrast, order of headings.
import { expectAccessible, test } from "./fixtures.js";
import { DESK, PHONE } from "./parts.js";

const CASES = [
  ["the page", "/", DESK],
  ["the page in Russian", "/ru/", DESK],
  ["evidence, on a card too", "/?fact=deaths-164&card=people-who-died", DESK],
  ["the table", "/?form=table&fact=deaths-164", DESK],
  ["the dark theme", "/?theme=dark&fact=deaths-164", DESK],
  ["a phone", "/?fact=deaths-164", PHONE],
  ["a wrong address, and nothing found", "/?sort=up&q=zzyzx", DESK],
];

for (const [what, path, options] of CASES) {
  test(`axe finds nothing: ${what}`, async ({ open }) => {
    const page = await open(path, options);
    // What is far down may be skipped by the browser until it is near; axe has to see it.
    await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
    await expectAccessible(page);
  });
}

test("axe finds nothing: everything that folds, unfolded", async ({ open }) => {
  const page = await open("/?fact=deaths-164", DESK);
  // Of the lists one entry is enough: they are all made alike, and axe takes its time for each.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open ||= !details.closest("#r-entries, .measure");
  });
  await expectAccessible(page);
});
