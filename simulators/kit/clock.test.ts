import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fileClock } from "./clock";

test("a file's clock is seen by others as soon as it is moved, however soon after the last time", () => {
  const folder = mkdtempSync(join(tmpdir(), "debitdesk-clock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "clock.json");
  const [mover, other] = [fileClock(path), fileClock(path)];
  for (let day = 1; day <= 300; day += 1) {
    const instant = Date.UTC(2026, 10, 20 + day);
    mover.set(new Date(instant));
    const seen = other.now().getTime() - instant;
    expect(seen).toBeGreaterThanOrEqual(0);
    expect(seen).toBeLessThan(60_000);
  }
});
