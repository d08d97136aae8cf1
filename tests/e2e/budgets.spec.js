// The size budgets are measured on files; this holds them against what a browser really fetches.
import { parts } from "../../scripts/sizes.mjs";
import { expect, test } from "./fixtures.js";

test("the budgets count all that the page loads until it is ready", async ({ context, folder, open }) => {
  const { app, data } = parts(folder);
  const loaded = [];
  context.on("request", (request) => {
    if (request.resourceType() !== "document") loaded.push(new URL(request.url()).pathname.slice(1));
  });
  await open("/");
  expect(loaded, "the app is loaded").not.toEqual([]);
  expect(loaded.filter((name) => !app.has(name) && !data.has(name))).toEqual([]);
});

test("nothing is loaded twice", async ({ context, open }) => {
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await open("/");
  expect(asked.filter((url, at) => asked.indexOf(url) !== at)).toEqual([]);
  // What is asked for early stands in the head, under the very address that the app then takes.
  const early = await page.locator("link[rel=preload]").evaluateAll((all) => all.map(({ href }) => href));
  expect(asked).toEqual(expect.arrayContaining(early));
});
