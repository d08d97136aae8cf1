// The same page shows another facts file of its origin; one from elsewhere only if the reader agrees.
import { data, facts, say } from "./facts.js";
import { expect, test } from "./fixtures.js";
import { entries, entry, status } from "./parts.js";

const OTHER = {
  factline: 1,
  title: "Bridges of Testville",
  summary: "Two claims about a bridge.",
  languages: ["en"],
  sources: [{ id: "gazette", title: "Testville Gazette", url: "https://example.org/gazette" }],
  facts: [
    { id: "bridge-opened", text: "The bridge opened.", source: "gazette", when: "1999-05-01", by_role: "Mayor" },
    { id: "bridge-closed", text: "The bridge closed.", source: "gazette", when: "2004-05", by_role: "Mayor" },
  ],
};

const answer = (context, path) =>
  context.route(path, (route) =>
    route.fulfill({ json: OTHER, headers: { "access-control-allow-origin": "*", "content-type": "application/json" } }),
  );

test("a file of the same origin is shown", async ({ context, open }) => {
  await answer(context, "**/other.json");
  const page = await open("/?facts=other.json&fact=bridge-opened");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(OTHER.title);
  await expect(page).toHaveTitle(OTHER.title);
  await expect(status(page)).toHaveText(say("en", "status", { n: 2, all: 2 }));
  await expect(entry(page, "bridge-opened").getByRole("link", { name: "Testville Gazette" })).toBeVisible();
  await expect(entries(page).getByRole("article")).toHaveCount(2);
  await expect(page.getByText(data.title.en)).toHaveCount(0);
  // The address keeps the file as the view changes.
  await page.getByRole("button", { name: "Table", exact: true }).click();
  expect(new URL(page.url()).searchParams.get("facts")).toBe("other.json");
});

for (const agrees of [false, true]) {
  test(`a file of another origin is shown only if the reader agrees: ${agrees}`, async ({ context, open, provoke }) => {
    const url = "http://elsewhere.example/other.json";
    if (agrees) provoke(/^another server: http:\/\/elsewhere\.example\/other\.json/);
    await answer(context, url);
    const asked = [];
    context.on("dialog", async (dialog) => {
      asked.push(dialog.message());
      await (agrees ? dialog.accept() : dialog.dismiss());
    });
    const page = await open(`/?facts=${encodeURIComponent(url)}`);
    expect(asked).toEqual([say("en", "ask-facts", { url })]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(agrees ? OTHER.title : data.title.en);
    await expect(entries(page).getByRole("article")).toHaveCount(agrees ? 2 : facts.length);
  });
}

test("a file that is not there is told, and the page's own facts stay", async ({ open, provoke }) => {
  [/missing\.json/, /404/].forEach(provoke);
  const page = await open("/?facts=missing.json");
  await expect(entries(page).getByRole("article")).toHaveCount(facts.length);
  await expect(page.getByText(say("en", "notice-file", { value: "missing.json" }))).toBeVisible();
});
