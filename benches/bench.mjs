// make bench: the page and its peers with the same facts in one browser, and what that says about the budgets.
// SIZES=20,1000 RUNS=1 for a quick look; DOCS=1 also writes docs/benchmark.md and docs/benchmark.json.
import { chromium } from "@playwright/test";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judge } from "./budgets.mjs";
import { costOf } from "./build-cost.mjs";
import { CONTENDERS, READY, folders } from "./contenders.mjs";
import { factsFile } from "./facts.mjs";
import { document } from "./report.mjs";
import { serve } from "./server.mjs";
import { medians } from "./statistics.mjs";
import { visit } from "./visit.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OUT = join(ROOT, "target", "bench");
const COMMAND = join(ROOT, "target", "release", "factline");
const SIZES = (process.env.SIZES || "20,1000,10000,100000").split(",").map(Number);
const RUNS = Number(process.env.RUNS || 5);
// A peer that takes longer is of no use to a reader.
const LIMIT_MILLIS = 60_000;

const say = (text) => process.stderr.write(`${text}\n`);

/**
 * A contender's first visit warms the server up and is not counted. Who fails at it is not asked again; whose hands come
 * too late is only opened from then on.
 */
async function compare(browser, n) {
  const file = factsFile(n);
  const facts = join(OUT, `facts-${n}.json`);
  writeFileSync(facts, JSON.stringify(file));
  const site = join(OUT, `page-${n}`);
  const builds = [];
  for (let run = 0; run < RUNS; run += 1) {
    rmSync(site, { recursive: true, force: true });
    builds.push(await costOf(COMMAND, ["build", facts, "--out", site]));
  }
  const host = await serve(folders(site, file));
  const visits = Object.fromEntries(CONTENDERS.map(({ id }) => [id, []]));
  const failures = {};
  const gone = new Set();
  const fail = (id, why) => {
    failures[id] = why.split("\n")[0];
    say(`  ${failures[id]}`);
  };
  try {
    for (let run = 0; run <= RUNS; run += 1) {
      for (const { id, name, hands } of CONTENDERS.filter((contender) => !gone.has(contender.id))) {
        say(`${n} facts, ${run === 0 ? "warming up" : `visit ${run} of ${RUNS}`}: ${name}`);
        const about = { url: `${host.origin}/${id}/`, ready: READY, limitMillis: LIMIT_MILLIS, onLate: (why) => fail(id, why) };
        try {
          const isMoved = run > 0 && !failures[id];
          const seen = await visit(browser, { ...about, startable: Boolean(hands), hands: isMoved ? hands : undefined });
          if (run > 0) visits[id].push(seen);
        } catch (error) {
          gone.add(id);
          fail(id, error.message);
        }
      }
    }
  } finally {
    await host.close();
  }
  const measured = Object.entries(visits).filter(([, seen]) => seen.length > 0);
  const contenders = Object.fromEntries([...measured, ["build", builds]].map(([id, seen]) => [id, medians(seen)]));
  return { n, contenders, failures, visits, builds };
}

mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // A name that leads off this machine is not looked up: what a peer would ask elsewhere fails at once.
  args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
const machine = {
  browser: `Chromium ${browser.version()}`,
  cpu: cpus()[0].model.trim(),
  cpus: cpus().length,
  system: `${platform()} ${arch()}`,
};
/** Writes what is measured so far, so that a run that is stopped leaves something; gives it as text. */
function keep(sizes) {
  const result = { machine, runs: RUNS, sizes, budgets: judge(sizes) };
  const markdown = document(result);
  const short = (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
  writeFileSync(join(OUT, "benchmark.md"), markdown);
  writeFileSync(join(OUT, "benchmark.json"), `${JSON.stringify(result, short, 1)}\n`);
  return markdown;
}

const sizes = [];
for (const n of SIZES) {
  sizes.push(await compare(browser, n));
  keep(sizes);
}
await browser.close();

console.log(keep(sizes));
if (process.env.DOCS) for (const name of ["benchmark.md", "benchmark.json"]) copyFileSync(join(OUT, name), join(ROOT, "docs", name));
