// HTML as a flat list of tokens, for scripts that measure a page or alter it. Reads what a build writes (every tag
// spelled out); it is no parser for the wild.

// Elements whose content is text to the end tag, whatever stands in it.
const RAW_TEXT = new Set(["script", "style", "textarea", "title"]);

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

const TOKEN = /<!--.*?-->|<![^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gis;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/**
 * A token: `kind` is open, close, text, comment or doctype; `raw` is its text; `start` is where it stands.
 * Tags have a `name` and `attributes` (a Map); text has `inside`, the raw text element around it, if any.
 */
export function tokens(html) {
  const found = [];
  const text = (start, end, inside) => {
    if (end > start) found.push({ kind: "text", raw: html.slice(start, end), start, inside });
  };
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let match; (match = TOKEN.exec(html)); ) {
    const [raw, slash, tag, rest] = match;
    text(at, match.index);
    at = TOKEN.lastIndex;
    if (!tag) {
      found.push({ kind: raw.startsWith("<!--") ? "comment" : "doctype", raw, start: match.index });
      continue;
    }
    const name = tag.toLowerCase();
    const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key, a, b, c]) => [key, a ?? b ?? c ?? ""]));
    found.push({ kind: slash ? "close" : "open", name, attributes, raw, start: match.index });
    if (!slash && RAW_TEXT.has(name)) {
      const end = html.toLowerCase().indexOf(`</${name}`, at);
      text(at, end < 0 ? html.length : end, name);
      TOKEN.lastIndex = at = end < 0 ? html.length : end;
    }
  }
  text(at, html.length);
  return found;
}

/** The index of the end tag that belongs to the start tag at an index. */
export function closing(list, open) {
  const { name } = list[open];
  if (VOID.has(name)) return open;
  let depth = 0;
  for (let at = open; at < list.length; at++) {
    if (list[at].name !== name || list[at].raw.endsWith("/>")) continue;
    depth += list[at].kind === "open" ? 1 : -1;
    if (depth === 0) return at;
  }
  throw new Error(`<${name}> is never closed`);
}
