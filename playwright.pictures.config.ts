import { defineConfig } from "@playwright/test";
import stories from "./playwright.config";

process.env.E2E_HISTORY = "yes";

/** `npm run pictures`: every screen of a desk with three months behind it, into docs/screens. */
export default defineConfig(stories, {
  testMatch: "**/*.pictures.ts",
  timeout: 600_000,
  reporter: [["list"]],
});
