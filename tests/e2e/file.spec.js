// Opened by a double click, the page says in one sentence why it only reads, and reads.
import { data, facts, inLanguage, say } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { DESK } from "./parts.js";

for (const [file, lang] of [["index.html", "en"], ["ru/index.html", "ru"], ["kk/index.html", "kk"]]) {
  test(`${file} from a folder`, async ({ open }) => {
    const page = await open(file, { ...DESK, asFile: true });
    await expect(page.getByText(say(lang, "static-file"), { exact: true })).toBeVisible();
    await expect(page.getByText(say(lang, "static-failed"), { exact: true })).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(inLanguage(data.title, lang));
    const items = page.getByRole("region", { name: say(lang, "entries-title") }).getByRole("article");
    await expect(items).toHaveCount(facts.length);
    await items.first().getByText(say(lang, "evidence"), { exact: true }).click();
    await expect(items.first().getByRole("term").first()).toBeVisible();
    for (const role of ["button", "searchbox", "combobox", "checkbox"]) {
      await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
    }
  });
}

test("a page that cannot start says so, and stays a document", async ({ open, provoke, context }) => {
  [/^console: /, /^failed /, /^thrown: /].forEach(provoke);
  await context.route("**/*.wasm", (route) => route.abort());
  const page = await open("/", { until: "failed" });
  await expect(page.getByText(say("en", "static-failed"), { exact: true })).toBeVisible();
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "All entries" }).getByRole("article")).toHaveCount(facts.length);
});
