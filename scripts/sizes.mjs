// Prints how large the built page is against its budgets: node scripts/sizes.mjs FOLDER [--strict] [--files]
// --strict fails when a budget is missed, --files lists what was counted.
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { tokens } from "./markup.mjs";

// A kB is 1,000 bytes.
const BUDGETS = [
  // TimelineJS3 sends 92 kB and does less.
  { what: "JS, wasm, CSS, inline scripts and styles", key: "app", bound: 92_000, aim: 75_000 },
  { what: "data loaded until ready", key: "data", bound: 30_000 },
  // Ten packets: what a server sends before it waits for the first answer.
  { what: "HTML up to the timeline, with blocking CSS", key: "first", bound: 14_600 },
];

const SCRIPT_TYPES = ["", "module", "text/javascript", "importmap", "speculationrules"];

/** Bytes as a browser gets them from a good host. */
export function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/**
 * What the page of a folder is made of until it is ready: for each budget a Map from a name to its bytes.
 * Every reference is followed as the browser follows it: links, scripts, and what those import.
 */
export function parts(folder) {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const app = new Map();
  const data = new Map();
  const first = new Map();
  const inline = [];

  const file = (address) => {
    if (!address || /^([a-z]+:|\/\/|#)/i.test(address)) return undefined;
    const name = posix.normalize(decodeURI(address.split(/[?#]/)[0])).replace(/^\//, "");
    return name.includes(".") && existsSync(join(folder, name)) ? name : undefined;
  };
  const add = (to, name) => {
    if (!name || to.has(name)) return;
    const bytes = readFileSync(join(folder, name));
    to.set(name, bytes);
    if (/\.m?js$/.test(name)) addImports(bytes.toString("utf8"), posix.dirname(name));
    if (name.endsWith(".css")) {
      for (const [, target] of bytes.toString("utf8").matchAll(/@import\s*(?:url\()?["']?([^"')]+)/g)) {
        add(to, file(posix.join(posix.dirname(name), target)));
      }
    }
  };
  const addImports = (script, from) => {
    const imports = script.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+)["']|["']([^"']+\.wasm)["']/g);
    for (const [, module, wasm] of imports) add(app, file(posix.join(from, module ?? wasm)));
  };

  const list = tokens(html);
  const region = list.find(isTimeline)?.start;
  if (region === undefined) throw new Error(`${folder}/index.html has no region "Timeline"`);
  first.set(`index.html up to byte ${Buffer.byteLength(html.slice(0, region))}`, Buffer.from(html.slice(0, region)));

  list.forEach((token, at) => {
    if (token.kind !== "open") return;
    const attribute = (name) => token.attributes.get(name) ?? "";
    const content = list[at + 1]?.inside === token.name ? list[at + 1].raw : "";
    if (token.name === "link") {
      const target = file(attribute("href"));
      const relation = attribute("rel").split(/\s+/);
      const isPreload = relation.includes("preload") || relation.includes("prefetch");
      const isCode = /\.(m?js|css|wasm)$/.test(target ?? "");
      if (relation.includes("stylesheet") || relation.includes("modulepreload") || (isPreload && isCode)) add(app, target);
      else if (isPreload && attribute("as") !== "image" && attribute("as") !== "font") add(data, target);
      const isBlocking = relation.includes("stylesheet") && !["print", "none"].includes(attribute("media"));
      if (isBlocking && token.start < region) add(first, target);
    }
    if (token.name === "style") inline.push(content);
    if (token.name === "script") {
      if (token.attributes.has("src")) add(app, file(attribute("src")));
      else if (SCRIPT_TYPES.includes(attribute("type"))) {
        inline.push(content);
        addImports(content, ".");
      } else if (attribute("type") === "application/json") data.set(`inline JSON at ${token.start}`, Buffer.from(content));
    }
    for (const [name, value] of token.attributes) {
      if (name.startsWith("data-") && /\.(json|txt)$/.test(value)) add(data, file(value));
    }
  });
  if (inline.length > 0) app.set("inline", Buffer.from(inline.join("\n")));
  return { app, data, first };
}

function isTimeline({ kind, attributes }) {
  return kind === "open" && (attributes.get("id") === "timeline" || attributes.get("aria-label") === "Timeline");
}

/** Each budget with what was measured. */
export function measure(folder, budgets = BUDGETS) {
  const found = parts(folder);
  return budgets.map((budget) => {
    const files = [...found[budget.key]].map(([name, bytes]) => ({ name, raw: bytes.length, brotli: brotli(bytes) }));
    const sum = (key) => files.reduce((total, file) => total + file[key], 0);
    return { ...budget, files, brotli: sum("brotli"), raw: sum("raw"), isMet: sum("brotli") <= budget.bound };
  });
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function verdict({ isMet, bound, aim, brotli }) {
  if (!isMet) return `over by ${kB(brotli - bound)}`;
  return aim && brotli > aim ? `met, above the aim of ${kB(aim)}` : "met";
}

/** The table, one row a budget. */
export function table(rows, { withFiles = false } = {}) {
  const lines = [["size budgets", "brotli", "raw", "bound", ""]];
  for (const row of rows) {
    lines.push([row.what, kB(row.brotli), kB(row.raw), kB(row.bound), verdict(row)]);
    if (withFiles) for (const { name, brotli, raw } of row.files) lines.push([`  ${name}`, kB(brotli), kB(raw), "", ""]);
  }
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : at < 4 ? cell.padStart(widths[at]) : cell)))
    .map((line) => line.join("  ").trimEnd())
    .join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = "dist", ...flags] = process.argv.slice(2);
  if (!existsSync(join(folder, "index.html"))) {
    console.error(`${folder}/index.html is missing: run 'make build' first.`);
    process.exit(2);
  }
  const rows = measure(folder);
  console.log(table(rows, { withFiles: flags.includes("--files") }));
  if (flags.includes("--strict") && rows.some((row) => !row.isMet)) process.exit(1);
}
