import { describe, expect, it } from "vitest";
import { remaining } from "@/components/deadlines/remaining";

const deadline = Date.parse("2026-11-22T22:59:00Z");
const leftFrom = (ms: number) => remaining(deadline, deadline - ms);
const hour = 3_600_000;

describe("remaining", () => {
  it("counts days, hours and minutes, rounded down", () => {
    expect(leftFrom(59 * hour + 7 * 60_000 + 59_999)).toMatchObject({
      days: 2,
      hours: 11,
      minutes: 7,
      seconds: 59,
      fine: false,
      passed: false,
    });
  });
  it("shows seconds under four hours and not at four", () => {
    expect(leftFrom(4 * hour).fine).toBe(false);
    expect(leftFrom(4 * hour - 1).fine).toBe(true);
  });
  it("has passed at the moment itself and stays so", () => {
    expect(leftFrom(1).passed).toBe(false);
    expect(leftFrom(0)).toMatchObject({ passed: true, changesInMs: null, minutes: 0, seconds: 0 });
    expect(leftFrom(-hour)).toMatchObject({ passed: true, days: 0, hours: 0 });
  });
  it.each([
    1,
    999,
    1000,
    1001,
    59_999,
    60_000,
    61_500,
    hour,
    4 * hour - 1,
    4 * hour,
    4 * hour + 1,
    50 * hour,
  ])("changes its figures exactly when it says so, %s ms before", (ms) => {
    const shown = (left: number) => {
      const { days, hours, minutes, seconds, fine, passed } = leftFrom(left);
      return JSON.stringify([days, hours, minutes, fine ? seconds : null, passed]);
    };
    const { changesInMs } = leftFrom(ms);
    expect(changesInMs).not.toBeNull();
    const wait = changesInMs ?? 0;
    expect(shown(ms - wait)).not.toBe(shown(ms));
    if (wait > 1) expect(shown(ms - wait + 1)).toBe(shown(ms));
  });
});
