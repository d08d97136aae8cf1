// A small static host over a folder, on a free port of this machine. Like a good host it compresses and names types;
// unlike one it can alter pages, send them in pieces, and hold back the wasm on the way.
//
// What it does to a page stands at the head of the path, so that it holds for all that the page loads and the page's
// query stays its own: /~minified/~slow-1500/a/b/ru/?q=x is ru/index.html below the folder /a/b/, minified, with the
// wasm 1.5 s late.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { alterations } from "./alter.js";
import { onLoopback } from "../../scripts/loopback.mjs";

/** The site stands here and, for those who host it in a folder, here. */
const SUB_PATH = "/a/b/";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
};

// Compressed as it would be in the wild, but quickly.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

// A new piece begins with the headline, with each card and within the timeline, and is painted before the next one comes.
const PIECE = /(?=<h1\b|<article class="card|<div role="group" class="tl-zoom|<div class="tl-moving)/;
const PIECE_MILLIS = 100;

/** The address of a page on the server, altered as asked. */
export function address(path, { alter = [], slow = 0, inPieces = false, at = "/" } = {}) {
  if (at !== "/" && at !== SUB_PATH) throw new Error(`the site stands at / and ${SUB_PATH}, not at ${at}`);
  const marks = [alter].flat().map((name) => {
    if (!(name in alterations)) throw new Error(`no alteration "${name}"; there are ${Object.keys(alterations)}`);
    return `/~${name}`;
  });
  if (inPieces) marks.push("/~pieces");
  if (slow > 0) marks.push(`/~slow-${slow}`);
  return marks.join("") + at + path.replace(/^\//, "");
}

/** What a request asks for: the file below the folder, and what to do with it. */
function read(pathname) {
  const wanted = { alter: [], slow: 0, inPieces: false, path: pathname };
  for (let mark; (mark = /^\/~([a-z]+)(?:-(\d+))?(?=\/)/.exec(wanted.path)); ) {
    if (mark[1] === "slow") wanted.slow = Number(mark[2]);
    else if (mark[1] === "pieces") wanted.inPieces = true;
    else if (mark[1] in alterations) wanted.alter.push(mark[1]);
    else break;
    wanted.path = wanted.path.slice(mark[0].length);
  }
  if (wanted.path.startsWith(SUB_PATH)) wanted.path = wanted.path.slice(SUB_PATH.length - 1);
  return wanted;
}

/** Serves a folder until `close` is called. Gives its `origin`. */
export async function serve(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run 'make build' first`);
  const compressed = new Map();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    const { alter, slow, inPieces, path } = read(decodeURIComponent(url.pathname));
    const refuse = (status, headers = {}) => response.writeHead(status, headers).end();
    if (!["GET", "HEAD"].includes(request.method)) return refuse(405);

    let file = join(folder, normalize(path));
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      if (!path.endsWith("/")) return refuse(301, { location: `${url.pathname}/${url.search}` });
      file = join(file, "index.html");
    }
    if (!existsSync(file) || statSync(file).isDirectory()) return refuse(404);

    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const headers = { "content-type": type, "cache-control": "no-store", vary: "accept-encoding" };
    if (slow > 0 && extname(file) === ".wasm") await sleep(slow);
    if (type.startsWith("image/") && !type.includes("svg")) {
      response.writeHead(200, headers);
      return createReadStream(file).pipe(response);
    }

    let body = readFileSync(file);
    if (extname(file) === ".html" && alter.length > 0) {
      body = Buffer.from(alter.reduce((html, name) => alterations[name](html), body.toString("utf8")));
    }
    if (inPieces && extname(file) === ".html") {
      response.writeHead(200, headers);
      for (const piece of body.toString("utf8").split(PIECE)) {
        response.write(piece);
        await sleep(PIECE_MILLIS);
      }
      return response.end();
    }
    if (/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      const key = `${file} ${alter} ${statSync(file).mtimeMs}`;
      if (!compressed.has(key)) compressed.set(key, brotliCompressSync(body, BROTLI));
      body = compressed.get(key);
      headers["content-encoding"] = "br";
    }
    response.writeHead(200, { ...headers, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  });

  return onLoopback(server);
}
