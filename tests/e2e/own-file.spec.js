// A reporter opens a file of their own: the page shows it, says of it what `factline check` says, and sends it nowhere.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { data, facts, messages, say } from "./facts.js";
import { expect, expectAccessible, lateness, test } from "./fixtures.js";
import { DESK, PHONE, entries, entry, query, status } from "./parts.js";

const OWN = {
  factline: 1,
  title: "Bridges of Testville",
  languages: ["en", "ru"],
  sources: [{ id: "gazette", title: "Testville Gazette", url: "https://example.org/gazette" }],
  facts: [
    { id: "opened", text: { en: "The bridge opened.", ru: "Мост открыли." }, source: "gazette", when: "1999-05-01", by_role: "Mayor" },
    { id: "closed", text: { en: "The bridge closed.", ru: "Мост закрыли." }, source: "gazette", when: "2004-05", by_role: "Mayor" },
  ],
};
// A broken date, a source that is none, an unknown key and a missing translation.
const SLIPS = {
  ...OWN,
  facts: [
    ...OWN.facts,
    { id: "dated", text: "Someone crossed it.", source: "gazette", when: "05.01.2022", by_role: "Mayor" },
    { id: "sourced", text: "Another crossed it.", source: "gazete", wehn: "2001" },
  ],
};
const TABLE = "id,text,source_title,by_name,when\nopened,The bridge opened.,Gazette,Mayor,1999-05-01\nclosed,The bridge closed.,Gazette,Mayor,05.01.2004\n";

const json = (name, value) => ({ name, mimeType: "application/json", text: JSON.stringify(value, null, 1) });
const pick = (page, { name, mimeType, text }) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });

/** Drops a file on the page, as a hand does: over it first, then let go. Whether the page took each event. */
async function drop(page, { name, mimeType, text }) {
  const held = await page.evaluateHandle(([text, name, type]) => {
    const held = new DataTransfer();
    held.items.add(new File([text], name, { type }));
    return held;
  }, [text, name, mimeType]);
  await page.dispatchEvent("main", "dragover", { dataTransfer: held });
  await expect(page.locator("html")).toHaveAttribute("data-drop", "");
  await page.dispatchEvent("main", "drop", { dataTransfer: held });
  await expect(page.locator("html")).not.toHaveAttribute("data-drop", "");
}

const told = (page, name, lang = "en") => page.getByRole("region", { name: say(lang, "own-title", { name }), exact: true });
const lines = (page, name) => told(page, name).getByRole("listitem").allInnerTexts();
const title = (page) => page.getByRole("heading", { level: 1 });

/** Every request from now on. */
function requests(page) {
  const asked = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  return asked;
}

test("a facts file that is chosen is shown, and nothing of it is sent", async ({ open }) => {
  const page = await open("/?theme=dark&fact=deaths-164", DESK);
  const asked = requests(page);
  await expect(page.getByText(messages("en")["own-note"])).toBeVisible();
  await pick(page, json("bridges.json", OWN));
  await expect(title(page)).toHaveText(OWN.title);
  await expect(page).toHaveTitle(OWN.title);
  await expect(status(page)).toHaveText(say("en", "status", { n: 2, all: 2 }));
  await expect(told(page, "bridges.json")).toBeFocused();
  await expect(told(page, "bridges.json")).toContainText("2 facts, 0 errors, 0 warnings");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(query(page).toString(), "what was chosen among other facts is gone").toBe("theme=dark");
  await entry(page, "opened").getByText("Evidence", { exact: true }).click();
  await expect.poll(() => query(page).get("fact")).toBe("opened");
  const isOurs = (line) => /^GET \/(draw-[\w-]+\.(js|wasm)|facts\.json|messages\/en\.json)$/.test(line);
  expect(asked.filter((line) => !isOurs(line))).toEqual([]);
  await told(page, "bridges.json").getByRole("link", { name: messages("en")["own-back"] }).click();
  await expect(title(page)).toHaveText(data.title.en);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(entries(page).getByRole("article")).toHaveCount(facts.length);
});

test("a table that is chosen is shown, with what is wrong in its rows", async ({ open }) => {
  const page = await open("/", DESK);
  await pick(page, { name: "bridges.csv", mimeType: "text/csv", text: TABLE });
  await expect(title(page)).toHaveText("bridges");
  await expect(entries(page).getByRole("article")).toHaveCount(1);
  const [line] = await lines(page, "bridges.csv");
  expect(line).toMatch(/^bridges\.csv:3:\d+: error: row 3, column `when`/);
});

test("a file that is dropped is shown; edited and dropped again, it is read anew where the reader was", async ({ open }) => {
  const page = await open("/", DESK);
  await drop(page, json("bridges.json", SLIPS));
  await expect(title(page)).toHaveText(OWN.title);
  await expect(entries(page).getByRole("article")).toHaveCount(2);
  await expect(told(page, "bridges.json").locator("details")).toHaveAttribute("open", "");
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await drop(page, json("bridges.json", { ...OWN, title: "Bridges, mended" }));
  await expect(title(page)).toHaveText("Bridges, mended");
  await expect(told(page, "bridges.json")).toContainText("2 facts, 0 errors, 0 warnings");
  expect(query(page).get("form")).toBe("table");
  await drop(page, json("other.json", { ...OWN, title: "Others" }));
  await expect(title(page)).toHaveText("Others");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  expect(query(page).toString()).toBe("");
  // One press is one step: nothing of the earlier files hears it too.
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.goBack();
  await expect(page.getByRole("table", { name: "All entries" })).toHaveCount(0);
});

for (const [what, file] of [
  ["a file with slips", json("slips.json", SLIPS)],
  ["a table with slips", { name: "slips.csv", mimeType: "text/csv", text: TABLE }],
  ["a file that is none", { name: "none.json", mimeType: "application/json", text: '{"factline": 1,\n "title": ' }],
]) {
  test(`${what} is told in the lines of the command`, async ({ open }) => {
    // The one that was built last is the one that made this site.
    const built = ["release", "debug"].map((kind) => `target/${kind}/factline`).filter(existsSync);
    const command = built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
    expect(command, "the command is built: run 'make e2e'").toBeTruthy();
    const folder = mkdtempSync(join(tmpdir(), "own-file-"));
    writeFileSync(join(folder, file.name), file.text);
    const printed = (() => {
      try {
        return execFileSync(join(process.cwd(), command), ["check", file.name], { cwd: folder, encoding: "utf8" });
      } catch (error) {
        return error.stdout;
      }
    })();
    const expected = printed.trim().split("\n");
    const counts = expected.pop();
    const page = await open("/", DESK);
    await pick(page, file);
    await expect(told(page, file.name)).toContainText(counts);
    const shown = await lines(page, file.name);
    expect([...shown].sort()).toEqual([...expected].sort());
    const firstWarning = shown.findIndex((line) => line.includes(": warning:"));
    expect(shown.slice(firstWarning).filter((line) => firstWarning >= 0 && line.includes(": error:"))).toEqual([]);
  });
}

test("a file that cannot be shown leaves the page as it was", async ({ open }) => {
  const page = await open("/", DESK);
  await pick(page, { name: "photo.json", mimeType: "application/json", text: "\u0000PNG" });
  await expect(told(page, "photo.json")).toContainText(messages("en")["own-not-shown"]);
  await expect(told(page, "photo.json")).toBeFocused();
  await expect(title(page)).toHaveText(data.title.en);
  await expect(entries(page).getByRole("article")).toHaveCount(facts.length);
  await pick(page, json("bridges.json", OWN));
  await expect(title(page)).toHaveText(OWN.title);
  await drop(page, { name: "late.csv", mimeType: "text/csv", text: "" });
  await expect(told(page, "late.csv")).toContainText("0 facts,");
});

test("a file that is dropped before the app is there is shown once it is", async ({ open }) => {
  const late = lateness();
  const page = await open("/", { ...DESK, late: late.promise });
  await drop(page, json("bridges.json", OWN));
  await expect(title(page)).toHaveText(data.title.en);
  late.comes();
  await expect(title(page)).toHaveText(OWN.title);
});

test("what reads it comes on use, and may come late or at the second try", async ({ open, provoke }) => {
  const page = await open("/", DESK);
  const late = lateness();
  const asked = [];
  const isReader = (url) => /\/draw-[\w-]+\.js$/.test(url.pathname);
  await page.route(isReader, (route) => {
    asked.push(route.request().url());
    return late.promise.then(() => route.abort());
  });
  provoke(/ERR_FAILED/);
  expect(asked).toEqual([]);
  await drop(page, json("bridges.json", OWN));
  await expect.poll(() => asked.length).toBe(1);
  late.comes();
  await expect(page.getByText(say("en", "notice-search"))).toBeVisible();
  await page.unroute(isReader);
  await drop(page, json("bridges.json", OWN));
  await expect(title(page)).toHaveText(OWN.title);
});

test("what is dragged but no file is left alone", async ({ open }) => {
  const page = await open("/", DESK);
  const isTaken = await page.evaluate(() => {
    const held = new DataTransfer();
    held.setData("text/plain", "airport");
    const over = new DragEvent("dragover", { dataTransfer: held, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(over);
  });
  expect(isTaken).toBe(false);
  await expect(page.locator("html")).not.toHaveAttribute("data-drop", "");
});

test("the way to open a file is reached and used by keys", async ({ open }) => {
  const page = await open("/?view=method", DESK);
  const input = page.getByLabel(messages("en")["own-open"], { exact: true });
  await page.getByRole("link", { name: "facts.csv" }).focus();
  await page.keyboard.press("Tab");
  await expect(input).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(OWN)) });
  await expect(told(page, "a.json")).toBeFocused();
});

test("a file is shown in another language of the interface, with its texts in it", async ({ open }) => {
  const page = await open("/ru/", DESK);
  await pick(page, json("bridges.json", OWN));
  await expect(told(page, "bridges.json", "ru")).toBeVisible();
  await expect(page.locator('article[data-fact="opened"]')).toContainText("Мост открыли.");
  await expect(page.getByRole("link", { name: "Қазақша" }), "the file has no page in another language").toHaveCount(0);
  await expect(page.getByRole("link", { name: "facts.json" }), "nor downloads").toHaveCount(0);
});

for (const [screen, options] of [["a desk", DESK], ["a phone", PHONE]]) {
  test(`what is told of a file is accessible and fits on ${screen}`, async ({ open }) => {
    const page = await open("/", options);
    await pick(page, json("slips.json", SLIPS));
    await expect(told(page, "slips.json")).toBeVisible();
    await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out").toBe(true);
  });
}

test("without scripts there is no way to open a file", async ({ open }) => {
  const page = await open("/", { ...DESK, scripts: false });
  await expect(page.getByText(messages("en")["own-open"])).toBeHidden();
  await expect(page.getByText(messages("en")["own-check"], { exact: true })).toBeHidden();
});
