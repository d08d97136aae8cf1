// What was measured, as a document: the budgets first, then each size with all who were measured at it.
import { CONTENDERS } from "./contenders.mjs";

const number = (digits) => (value) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const UNITS = {
  ms: (value) => `${number(value < 10 ? 1 : 0)(value)} ms`,
  kB: (value) => `${number(1)(value / 1000)} kB`,
  MB: (value) => `${number(1)(value / 1e6)} MB`,
  MiB: (value) => `${number(0)(value)} MiB`,
  s: (value) => `${number(1)(value)} s`,
  count: number(0),
  shift: number(4),
};

/** What is measured of each contender, in the order of the tables. */
export const QUANTITIES = [
  { key: "bytes", name: "received until usable", unit: "kB" },
  { key: "html", name: "– HTML", unit: "kB" },
  { key: "script", name: "– JavaScript", unit: "kB" },
  { key: "wasm", name: "– wasm", unit: "kB" },
  { key: "style", name: "– CSS", unit: "kB" },
  { key: "data", name: "– data", unit: "kB" },
  { key: "other", name: "– fonts and the rest", unit: "kB" },
  { key: "fcp", name: "first contentful paint", unit: "ms" },
  { key: "usable", name: "time until usable", unit: "ms" },
  { key: "longestStart", name: "longest task until quiet", unit: "ms" },
  { key: "panOpened", name: "main thread for a pan step, as opened", unit: "ms" },
  { key: "zoom", name: "main thread for a zoom step", unit: "ms" },
  { key: "pan", name: "main thread for a pan step, zoomed in", unit: "ms" },
  { key: "key", name: "main thread for a key press in search", unit: "ms" },
  { key: "longest", name: "longest task while typing", unit: "ms" },
  { key: "nodes", name: "DOM nodes", unit: "count" },
  { key: "heap", name: "heap, with wasm memory", unit: "MB" },
  { key: "shift", name: "layout shift", unit: "shift" },
  { key: "seconds", name: "factline build: time", unit: "s" },
  { key: "mib", name: "factline build: memory", unit: "MiB" },
];

const unitOf = (key) => UNITS[QUANTITIES.find((quantity) => quantity.key === key).unit];
const facts = (n) => `${number(0)(n)} facts`;

/** The table of a budget each. */
export function budgetTable(rows) {
  const cells = rows.map(({ what, size, of, factor, than, thanSize, value, allowed, isMet }) => {
    const text = unitOf(of.split(".")[1]);
    const other = than && (thanSize ? `its own at ${number(0)(thanSize)}` : nameOf(than.split(".")[0]));
    const bound = than ? `${factor} × ${other}${allowed === undefined ? "" : ` = ${text(allowed)}`}` : text(allowed);
    return [what, facts(size), value === undefined ? "" : text(value), bound, verdict(isMet, value, allowed)];
  });
  return table([["budget", "with", "measured", "allowed", ""], ...cells]);
}

function verdict(isMet, value, allowed) {
  if (isMet === undefined) return "not measured";
  if (isMet) return "met";
  return allowed > 0 ? `missed: ${number(1)(value / allowed)} × what is allowed` : "missed";
}

const nameOf = (id) => CONTENDERS.find((contender) => contender.id === id).name;

/** The table of one size: what each was measured at, and for the others how much of the page's own that is. */
export function sizeTable({ contenders, failures }) {
  const present = CONTENDERS.filter(({ id }) => contenders[id] || failures[id]);
  const rows = QUANTITIES.filter(({ key }) => present.some(({ id }) => contenders[id]?.[key] !== undefined)).map(({ key, name, unit }) => [
    name,
    ...present.map(({ id }) => {
      const [value, own] = [contenders[id]?.[key], contenders.page?.[key]];
      if (value === undefined) return "";
      const ratio = id !== "page" && own > 0 ? ` (${number(value / own < 10 ? 1 : 0)(value / own)} ×)` : "";
      return UNITS[unit](value) + ratio;
    }),
  ]);
  const notes = present.filter(({ id }) => failures[id]).map(({ id, name }) => `\n${name} did not finish: ${failures[id]}.`);
  return [table([["", ...present.map(({ name }) => name)], ...rows]), ...notes].join("\n");
}

/** A table in Markdown that can be read as it is. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

/** The whole document. */
export function document({ machine, runs, sizes, budgets }) {
  return [
    "# Benchmark",
    "",
    `Written by \`make bench\`: ${machine.browser}, ${machine.cpus} processors (${machine.cpu}), ${machine.system}.`,
    `Each number is the median of ${runs} visits, each in a browser that had never seen the page;`,
    "who is measured takes turns, so that what else the machine does hits all alike. Machines differ, ratios hold.",
    "What it measures and how stands in [CONTRIBUTING.md](../CONTRIBUTING.md#measuring).",
    "",
    "## Budgets",
    "",
    budgetTable(budgets),
    ...sizes.flatMap((size) => ["", `## ${facts(size.n)}`, "", sizeTable(size)]),
    "",
  ].join("\n");
}
