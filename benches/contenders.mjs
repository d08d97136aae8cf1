// Who is measured: the page, the page without scripts and styles, and the peers, each as a folder to serve. A peer gets
// the same facts in its own form and is set up as its own guide does it.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { itemsForVis, slidesForTimelineJs } from "./peer-facts.mjs";

const PACKAGES = fileURLToPath(new URL("node_modules/", import.meta.url));

/** The mark that says that a contender answers. The page sets it by itself, for a peer we set it when it says so. */
export const READY = "factline:ready";

/**
 * Where the hands of a reader go: `ground` is dragged, and zoomed by the wheel while `modifier` is held (2 is Ctrl), or
 * by pressing `zoomIn`.
 */
export const CONTENDERS = [
  { id: "page", name: "the page", hands: { ground: ".tl-plot .tl-scale", modifier: 2, search: "[role=search] input" } },
  { id: "plain", name: "without scripts, styles" },
  { id: "timelinejs", name: "TimelineJS3 3.9.11", hands: { ground: ".tl-timenav-slider-background", zoomIn: ".tl-menubar-button:has(.tl-icon-zoom-in)" } },
  { id: "vis", name: "vis-timeline 8.5.4", hands: { ground: ".vis-panel.vis-center", modifier: 0 } },
];

/** The page as it would be if it were nothing but its text. */
export function withoutScriptsAndStyles(html) {
  return html
    .replace(/<script\b[^>]*>[^]*?<\/script>/g, "")
    .replace(/<style\b[^>]*>[^]*?<\/style>/g, "")
    .replace(/<noscript\b[^>]*>[^]*?<\/noscript>/g, "")
    .replace(/<link\b[^>]*\brel="?(?:stylesheet|preload|modulepreload)"?[^>]*>/g, "");
}

/** Makes the folders of the contenders beside the page's own, and gives them by the contender's id. */
export function folders(page, file) {
  const beside = (name) => join(dirname(page), `${name}-${file.facts.length}`);
  const made = { page, plain: beside("plain"), timelinejs: beside("timelinejs"), vis: beside("vis") };
  const html = readFileSync(join(page, "index.html"), "utf8");
  write(made.plain, { "index.html": withoutScriptsAndStyles(html) });
  write(made.timelinejs, { "index.html": TIMELINE_JS, "facts.json": JSON.stringify(slidesForTimelineJs(file)) });
  bring("@knight-lab/timelinejs/dist", made.timelinejs, ["js/timeline.js", "css"]);
  write(made.vis, { "index.html": VIS, "facts.json": JSON.stringify(itemsForVis(file)) });
  bring("vis-timeline", made.vis, ["standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"]);
  return made;
}

function write(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function bring(from, to, names) {
  for (const name of names) {
    const source = join(PACKAGES, from, name);
    if (!existsSync(source)) throw new Error(`${source} is missing: run 'make bench', which installs it`);
    cpSync(source, join(to, name), { recursive: true });
  }
}

const head = (title) => `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
`;

// As in its guide, "Using TimelineJS in a page".
const TIMELINE_JS = `${head("TimelineJS3")}<link rel="stylesheet" href="css/timeline.css">
<script src="js/timeline.js"></script>
<style>html, body { height: 100%; margin: 0 } #timeline { width: 100%; height: 100% }</style>
<div id="timeline"></div>
<script>
const timeline = new TL.Timeline("timeline", "facts.json", { ga_measurement_id: null, soundcite: false });
timeline.on("loaded", () => performance.mark("${READY}"));
</script>
`;

// As in its guide, "Load". Its tracks are groups, as on the page.
const VIS = `${head("vis-timeline")}<link rel="stylesheet" href="styles/vis-timeline-graph2d.min.css">
<script src="standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id="timeline"></div>
<script type="module">
const { items, groups } = await (await fetch("facts.json")).json();
new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(items), new vis.DataSet(groups), {
  onInitialDrawComplete: () => performance.mark("${READY}"),
});
</script>
`;
