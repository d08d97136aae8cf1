import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { costOf } from "./build-cost.mjs";

test("a command costs what it held and took", async () => {
  const held = "const held = Buffer.alloc(100 * 2 ** 20, 1); setTimeout(() => held, 100)";
  const { seconds, mib } = await costOf(process.execPath, ["-e", held]);
  assert.ok(seconds >= 0.1, `${seconds} s`);
  if (existsSync("/proc/self/status")) assert.ok(mib >= 100, `${mib} MiB`);
});

test("a command that fails says why", async () => {
  await assert.rejects(costOf(process.execPath, ["-e", "console.error('no such file'); process.exit(2)"]), /ended with 2: no such file/);
  await assert.rejects(costOf("/no/such/command", []), /ENOENT/);
});
