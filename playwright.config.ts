import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/kit/chromium.mjs";

const executablePath = await findChromium();

/** Stories in a real browser against the built app. One at a time: they share one desk and one clock. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: `test-results/${process.env.E2E_DATABASE ?? "sqlite"}`,
  reporter: [["list"], ["./e2e/support/count-reporter.ts"]],
  use: {
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    locale: "en-GB",
    timezoneId: "Europe/Copenhagen",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    },
  },
});
