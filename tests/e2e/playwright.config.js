// How the journeys run. `make e2e` says where the browser is.
import { defineConfig } from "@playwright/test";

if (!process.env.CHROMIUM) throw new Error("say where Chromium is: run 'make e2e', or set CHROMIUM");

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../test-results",
  // A journey that passes at the second try is broken.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 40_000,
  expect: { timeout: 5_000 },
  reporter: process.stdout.isTTY ? "line" : "list",
  use: {
    // What cannot be pressed by then never can: a journey says so without waiting for its own end.
    actionTimeout: 8_000,
    browserName: "chromium",
    // Where a day that passes through a browser's own dates comes out as the day before.
    timezoneId: "America/St_Johns",
    locale: "en-US",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Whatever tries to leave this machine fails.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
