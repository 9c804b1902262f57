import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Writes how many stories passed and failed to the file COUNTS_FILE. A skipped one was not shown to work: it failed. */
export default class CountReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0 };

  onTestEnd(_test: TestCase, result: TestResult): void {
    this.counts[result.status === "passed" ? "passed" : "failed"] += 1;
  }

  onEnd(): void {
    if (process.env.COUNTS_FILE)
      writeFileSync(process.env.COUNTS_FILE, JSON.stringify({ stories: this.counts }));
  }

  printsToStdio(): boolean {
    return false;
  }
}
