// What may happen to a page between our build and a reader, done to its text before the browser sees it.
import { closing, tokens } from "../../scripts/markup.mjs";

/** The element that the app takes over. */
const ROOT = "app";

// Text that a translating browser leaves alone.
const NOT_TRANSLATED = new Set(["script", "style", "textarea", "title"]);
const NOT_TRANSLATED_INSIDE = new Set(["svg", "select", "noscript"]);

const join = (list) => list.map(({ raw }) => raw).join("");

/** Each alteration takes and gives the whole document. */
export const alterations = {
  /** Comments are gone, and with them the marks that hydration looks for. */
  uncommented: (html) => join(tokens(html).filter(({ kind }) => kind !== "comment")),

  /** As an HTML minifier leaves it: no comments, no space between tags, no quotes where none are needed. */
  minified(html) {
    const list = tokens(html).filter(({ kind }) => kind !== "comment");
    return list.map(minify).join("");
  },

  /** As a translating browser leaves it: each text wrapped in two <font>. */
  translated(html) {
    const list = tokens(html);
    const skipped = new Set();
    list.forEach((token, at) => {
      if (token.kind !== "open" || !NOT_TRANSLATED_INSIDE.has(token.name)) return;
      for (let inside = at; inside < closing(list, at); inside++) skipped.add(inside);
    });
    const body = list.findIndex(({ kind, name }) => kind === "open" && name === "body");
    const isTranslated = ({ kind, raw, inside }, at) =>
      kind === "text" && at > body && raw.trim() !== "" && !NOT_TRANSLATED.has(inside) && !skipped.has(at);
    return list.map((token, at) => (isTranslated(token, at) ? wrap(token.raw) : token.raw)).join("");
  },

  /** The root has lost what was in it, as in a page that was never prerendered. */
  emptied(html) {
    const list = tokens(html);
    const root = list.findIndex(({ kind, attributes }) => kind === "open" && attributes.get("id") === ROOT);
    if (root < 0) throw new Error(`no element with id="${ROOT}" to empty`);
    return join([...list.slice(0, root + 1), ...list.slice(closing(list, root))]);
  },
};

function minify({ kind, raw, name, attributes, inside }) {
  if (kind === "text" && !inside) return raw.replace(/\s+/g, " ").replace(/^ $/, "");
  if (kind !== "open") return raw;
  const written = [...attributes].map(([key, value]) => {
    if (value === "") return key;
    return /^[^\s"'=<>`]+$/.test(value) ? `${key}=${value}` : `${key}="${value.replaceAll('"', "&quot;")}"`;
  });
  // A slash after an unquoted value would belong to it.
  return `<${[name, ...written].join(" ")}${raw.endsWith("/>") ? " />" : ">"}`;
}

const wrap = (text) =>
  `<font dir="auto" style="vertical-align: inherit;"><font dir="auto" style="vertical-align: inherit;">${text}</font></font>`;
