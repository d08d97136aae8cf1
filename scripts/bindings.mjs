// Makes the pair that wasm-bindgen writes, a wasm and its JavaScript, as small as it gets: what neither needs of the
// other is dropped, and the names between them become letters. That is 3 kB of a small page after compression, since a
// name ends in sixteen random digits and stands on both sides.
//
// Only the default export, the function that starts the app, stays: nothing else is called from outside.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { forgetPanics, forgetPlaces } from "./panics.mjs";

// The features that rustc's wasm target has on. Never `--all-features`: browsers refuse what that writes.
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((name) => `--enable-${name}`);

const SHRINK = [
  // Rust keeps the first megabyte for its stack, so no address computed from a pointer is small.
  "--low-memory-unused",
  "--flatten",
  "--rereloop",
  "-Oz",
  "-Oz",
  "--converge",
  // The lowest kilobyte is the end of the stack, which never gets there.
  "--low-memory-unused",
  // Who compiled it, and what the engine must be capable of: nothing that a browser reads.
  "--strip-producers",
  "--strip-target-features",
];

/** Every browser with the reference types that the wasm asks for. */
export const BROWSERS = ["chrome96", "firefox79", "safari15"];

const SCRIPT = { bundle: true, write: false, format: "esm", legalComments: "none", target: BROWSERS, logLevel: "warning" };

/** Replaces both files. */
export async function shrinkBindings(scriptPath, wasmPath) {
  const scratch = mkdtempSync(join(tmpdir(), "factline-bindings-"));
  try {
    writeFileSync(scriptPath, prunable(readFileSync(scriptPath, "utf8")));
    const start = `export { default } from "./${basename(scriptPath)}"`;
    const bundled = await bundle({ stdin: { contents: start, resolveDir: dirname(scriptPath) } });

    // First, since later steps drop the names by which panics are known.
    forgetPanics(wasmPath);
    const graph = join(scratch, "graph.json");
    writeFileSync(graph, JSON.stringify(reachable(usedExports(bundled))));
    binaryen("wasm-metadce", wasmPath, ["--graph-file", graph]);
    binaryen("wasm-opt", wasmPath, SHRINK);
    const bytes = readFileSync(wasmPath);
    forgetPlaces(bytes);
    writeFileSync(wasmPath, bytes);
    binaryen("wasm-opt", wasmPath, ["--memory-packing"]);
    // By itself: in a run that converges every round would name things anew.
    const names = JSON.parse(binaryen("wasm-opt", wasmPath, ["--minify-imports-and-exports-and-modules"]));

    writeFileSync(scriptPath, await minified(renamed(bundled, names)));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A script with all that it imports from a folder. */
export function minified(contents, resolveDir) {
  return bundle({ minify: true, stdin: { contents, resolveDir } });
}

async function bundle(options) {
  const { outputFiles } = await esbuild.build({ ...SCRIPT, ...options });
  return outputFiles[0].text;
}

function binaryen(tool, path, flags) {
  const program = fileURLToPath(import.meta.resolve(`binaryen/bin/${tool}`));
  return execFileSync(program, [path, "-o", path, ...FEATURES, ...flags], { encoding: "utf8" });
}

/** Lets a bundler see that the classes which wasm-bindgen exports do nothing by being there. */
export function prunable(script) {
  return script
    .replace(/^if \(Symbol\.dispose\) .*$/gm, "")
    .replaceAll("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(");
}

/** The exports of the wasm that the script calls. */
export function usedExports(script) {
  const used = [...new Set([...script.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name))];
  if (!used.includes("__wbindgen_start")) throw new Error("wasm-bindgen writes its JavaScript in another way now");
  return used;
}

/** The graph of what is needed, as wasm-metadce reads it. */
function reachable(exports) {
  return [{ name: "script", root: true, reaches: exports }, ...exports.map((name) => ({ name, export: name }))];
}

/**
 * The script with the names that wasm-opt gave: `{ imports: [[module, old, new]], exports: [[old, new]] }`. Functions
 * that the wasm no longer imports are dropped.
 */
export function renamed(script, { imports, exports }) {
  const modules = new Set(imports.map(([module]) => module));
  if (modules.size > 1) throw new Error(`only one module of imports can be renamed, not ${[...modules].join(", ")}`);
  const newImports = new Map(imports.map(([, from, to]) => [from, to]));
  const newExports = new Map(exports);
  const found = new Set();

  const result = script
    // As esbuild prints an entry of the object of imports.
    .replace(/^ {4}(\w+): function[^]*?^ {4}\},?$/gm, (entry, name) => {
      if (!newImports.has(name)) return /^__wb(g|indgen)_/.test(name) ? "" : entry;
      found.add(name);
      return entry.replace(name, newImports.get(name));
    })
    .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${newExports.get(name)}`)
    // wasm-opt calls the one module "a".
    .replaceAll(/"\.\/[\w-]+_bg\.js":/g, "a:");

  const lost = [...newImports.keys()].filter((name) => !found.has(name));
  if (lost.length > 0) throw new Error(`the script does not define ${lost.join(", ")}`);
  return result;
}
