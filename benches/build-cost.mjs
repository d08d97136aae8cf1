// What `factline build` costs: seconds, and how much memory it held at most.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

// Linux keeps the most that a process held, but only while it runs.
const LOOK_EVERY_MILLIS = 10;

/** Runs a command to its end. `mib` is undefined where the system does not tell. */
export async function costOf(command, args) {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  let mib;
  const look = setInterval(() => (mib = mostHeldMib(child.pid) ?? mib), LOOK_EVERY_MILLIS);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve)).finally(() => clearInterval(look));
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}: ${said.trim()}`);
  return { seconds: (performance.now() - start) / 1000, mib };
}

function mostHeldMib(pid) {
  try {
    const [, kib] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kib && Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
