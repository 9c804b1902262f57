import { describe, expect, it } from "vitest";
import { countdown } from "@/lib/deadlines/countdown";
import { day } from "@/lib/kernel/day";
import { atTime } from "@/lib/kernel/instant";

const copenhagen = (of: string, clock: string) => atTime(day(of), clock, "Europe/Copenhagen");
const left = (days: number, hours: number, minutes: number, seconds: number, over = false) => ({
  ...{ days, hours, minutes, seconds, over },
});

describe("the countdown", () => {
  it.each([
    ["a plain day", copenhagen("2026-06-10", "12:00"), copenhagen("2026-06-11", "12:00"), left(1, 0, 0, 0)],
    [
      "the night that loses an hour",
      copenhagen("2026-03-28", "12:00"),
      copenhagen("2026-03-29", "12:00"),
      left(0, 23, 0, 0),
    ],
    [
      "the night that gains an hour",
      copenhagen("2026-10-24", "12:00"),
      copenhagen("2026-10-25", "12:00"),
      left(1, 1, 0, 0),
    ],
    [
      "the last second",
      new Date("2026-01-01T00:00:00.000Z"),
      new Date("2026-01-01T00:00:01.999Z"),
      left(0, 0, 0, 1),
    ],
    [
      "the last good instant",
      new Date("2026-01-01T00:00:00.000Z"),
      new Date("2026-01-01T00:00:00.000Z"),
      left(0, 0, 0, 0),
    ],
    [
      "a millisecond too late",
      new Date("2026-01-01T00:00:00.001Z"),
      new Date("2026-01-01T00:00:00.000Z"),
      left(0, 0, 0, 0, true),
    ],
  ])("over %s", (_, now, cutoffAt, expected) => {
    expect(countdown(cutoffAt, now)).toEqual(expected);
  });
});
