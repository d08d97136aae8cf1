import assert from "node:assert/strict";
import { test } from "node:test";
import { alterations } from "./alter.js";
import { address } from "./server.js";

const PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head>
<body class="a b">
  <p>Before</p>
  <div id="app"><!--root--><p data-n="1" hidden="">One <b>two</b></p><svg><text>3</text></svg><div></div><!----></div>
  <script>const a = "<p>  </p>"; // <!-- -->
</script>
</body></html>`;

test("a page without comments keeps all else", () => {
  assert.equal(alterations.uncommented(PAGE), PAGE.replace("<!--root-->", "").replace("<!----></div>", "</div>"));
});

test("a minified page has no comments, no needless space and few quotes", () => {
  const html = alterations.minified(PAGE);
  assert.match(html, /<body class="a b"><p>Before<\/p><div id=app><p data-n=1 hidden>One <b>two<\/b><\/p><svg>/);
  assert.ok(html.includes(`<script>const a = "<p>  </p>"; // <!-- -->\n</script>`));
});

test("a translated page has its texts wrapped, but not those of scripts and drawings", () => {
  const html = alterations.translated(PAGE);
  assert.equal(html.match(/<font/g).length, 2 * 3);
  assert.match(html, /<b><font [^>]*><font [^>]*>two<\/font><\/font><\/b>/);
  assert.ok(html.includes("<title>A page</title>") && html.includes("<text>3</text>"));
});

test("an emptied page has an empty root and the rest", () => {
  assert.match(alterations.emptied(PAGE), /<p>Before<\/p>\n {2}<div id="app"><\/div>\n {2}<script>/);
  assert.throws(() => alterations.emptied("<p></p>"), /no element/);
});

test("an address says what is done to the page, and not in its query", () => {
  assert.equal(address("/"), "/");
  assert.equal(address("/ru/?q=x", { alter: ["minified", "emptied"], slow: 9, at: "/a/b/" }), "/~minified/~emptied/~slow-9/a/b/ru/?q=x");
  assert.throws(() => address("/", { alter: "mangled" }), /no alteration/);
  assert.throws(() => address("/", { at: "/c/" }), /stands at/);
});
