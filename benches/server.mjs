// A static host on this machine that sends what a good one would: compressed once, and from memory afterwards. What it
// compressed while a page is warmed up is not compressed again while that page is measured.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { onLoopback } from "../scripts/loopback.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
// Hosts compress what never changes as well as they can. Above this it would take minutes to win a few per cent.
const BEST_UP_TO_BYTES = 3_000_000;
const BEST = 11;
const QUICK = 6;

const compress = promisify(brotliCompress);

/** Serves folders, each under the name of its key, until `close` is called. Gives its `origin`. */
export async function serve(folders) {
  const ready = new Map();

  const load = async (file) => {
    const body = readFileSync(file);
    const quality = body.length > BEST_UP_TO_BYTES ? QUICK : BEST;
    return compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  };

  const server = createServer(async (request, response) => {
    const [, name, ...rest] = decodeURIComponent(new URL(request.url, "http://localhost").pathname).split("/");
    const path = rest.join("/");
    const file = join(folders[name] ?? "", normalize(`/${path.endsWith("/") || path === "" ? `${path}index.html` : path}`));
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    if (!(name in folders) || !existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
    if (!ready.has(file)) ready.set(file, load(file));
    const body = await ready.get(file);
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "no-store",
    });
    response.end(body);
  });

  return onLoopback(server);
}
