import assert from "node:assert/strict";
import { test } from "node:test";
import { closing, tokens } from "./markup.mjs";

const kinds = (html) => tokens(html).map(({ kind, name, raw }) => (kind === "text" ? raw : `${kind} ${name ?? ""}`.trim()));

test("nothing has no tokens", () => {
  assert.deepEqual(tokens(""), []);
});

test("tags, text, comments and the doctype are told apart", () => {
  assert.deepEqual(kinds("<!DOCTYPE html><p>a<!-- <b> --><br>b</p>"), [
    ..."doctype|open p|a|comment|open br|b|close p".split("|"),
  ]);
});

test("what looks like a tag in a script is text", () => {
  assert.deepEqual(kinds("<script>if (a<b) '<p>'</script>x"), ["open script", "if (a<b) '<p>'", "close script", "x"]);
  assert.equal(tokens("<style>a>b{}</style>")[1].inside, "style");
});

test("attributes are read with any quotes and with none", () => {
  const [{ attributes }] = tokens(`<a href="x>y" title='b "c"' data-n=1 hidden>`);
  assert.deepEqual(Object.fromEntries(attributes), { href: "x>y", title: 'b "c"', "data-n": "1", hidden: "" });
});

test("the tokens put together are the text again", () => {
  const html = `<!DOCTYPE html>\n<html lang=en><head><title>a <b></title></head><!-- --><body a='1'>x &lt; y</body></html>\n`;
  assert.equal(
    tokens(html)
      .map(({ raw }) => raw)
      .join(""),
    html,
  );
});

test("an end tag belongs to the start tag of its depth", () => {
  const list = tokens("<div><div></div><br></div><div></div>");
  assert.equal(closing(list, 0), 4);
  assert.throws(() => closing(tokens("<div><div></div>"), 0), /never closed/);
});
