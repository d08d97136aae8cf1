// Trunk's hooks: bundle the styles before the build, and make what Trunk built as small as it gets after it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import esbuild from "esbuild";
import { BROWSERS, minified, shrinkBindings } from "./bindings.mjs";

const STYLES = "target/style";
const PROGRAM = "factline-page";
const TARGET = "wasm32-unknown-unknown";

/** style/first.css paints the first screen and is written into every page; style/rest.css is a file of its own. */
async function styles() {
  await esbuild.build({
    entryPoints: ["style/first.css", "style/rest.css"],
    outdir: STYLES,
    bundle: true,
    minify: true,
    legalComments: "none",
    target: BROWSERS,
    logLevel: "warning",
  });
}

/** Renames a file after its content, as the bytes are now. */
function nameByContent(dir, name, stem) {
  const hash = createHash("sha256").update(readFileSync(join(dir, name))).digest("hex").slice(0, 16);
  const renamed = `${stem}-${hash}${extname(name)}`;
  renameSync(join(dir, name), join(dir, renamed));
  return renamed;
}

function only(names, extension) {
  const found = names.filter((name) => name.endsWith(extension));
  if (found.length !== 1) throw new Error(`expected one ${extension} file of Trunk's, found: ${found.join(", ") || "none"}`);
  return found[0];
}

/** Without comments, and with its classic scripts minified. What stands in the body is left as it is. */
async function shrinkHtml(html) {
  let result = html.replace(/<!--[^]*?-->\n?/g, "");
  for (const [element, script] of html.matchAll(/<script>([^]*?)<\/script>/g)) {
    const { code } = await esbuild.transform(script, { minify: true, target: BROWSERS });
    result = result.replace(element, () => `<script>${code.trim()}</script>`);
  }
  return result;
}

/**
 * Adds what a page loads only when it must be drawn anew: the same program with the feature `draw`, as a script that
 * starts by itself.
 */
async function addDraw(dir) {
  const about = ["build", "--locked", "--profile", "page", "--target", TARGET, "--bin", PROGRAM];
  // It takes the place of the program without the feature, which Trunk has copied by now.
  execFileSync("cargo", [...about, "--features", "page,draw"], { stdio: "inherit" });
  const out = join("target", "draw");
  const program = join("target", TARGET, "page", `${PROGRAM}.wasm`);
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", out, "--out-name", "draw", program]);
  const [script, wasm] = [join(out, "draw.js"), join(out, "draw_bg.wasm")];
  await shrinkBindings(script, wasm);
  copyFileSync(wasm, join(dir, "draw.wasm"));
  const start = `import start from "./draw.js"; start({ module_or_path: new URL("${nameByContent(dir, "draw.wasm", "draw")}", import.meta.url) }).catch((error) => { dispatchEvent(new Event("factline:missing")); throw error; });`;
  writeFileSync(join(dir, "draw.js"), await minified(start, out));
  nameByContent(dir, "draw.js", "draw");
}

async function shrink(dir) {
  const names = readdirSync(dir);
  const [script, wasm, css] = [".js", ".wasm", ".css"].map((extension) => only(names, extension));
  await shrinkBindings(join(dir, script), join(dir, wasm));
  await addDraw(dir);

  const htmlPath = join(dir, "index.html");
  let html = await shrinkHtml(readFileSync(htmlPath, "utf8"));
  for (const [name, stem] of [[script, "page"], [wasm, "page"], [css, "rest"]]) {
    html = html.replaceAll(name, nameByContent(dir, name, stem));
  }
  writeFileSync(htmlPath, html);
}

/** What `factline build` would put beside the page. */
function addData(dir) {
  cpSync("public", dir, { recursive: true });
  cpSync("messages", join(dir, "messages"), { recursive: true });
}

const dir = process.env.TRUNK_STAGING_DIR;
switch (process.argv[2]) {
  case "styles":
    mkdirSync(STYLES, { recursive: true });
    await styles();
    break;
  case "shrink":
    if (process.env.TRUNK_PROFILE === "release") await shrink(dir);
    else addData(dir);
    copyFileSync(join(STYLES, "first.css"), join(dir, "first.css"));
    break;
  default:
    throw new Error("say which hook: styles or shrink");
}
