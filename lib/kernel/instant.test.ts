import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/kernel/day";
import { atTime, clockIn, dayIn, endOfDay, startOfDay } from "@/lib/kernel/instant";

const COPENHAGEN = "Europe/Copenhagen";
const hours = (of: string) =>
  (endOfDay(day(of), COPENHAGEN).getTime() + 1 - startOfDay(day(of), COPENHAGEN).getTime()) / 3_600_000;

describe("instants in a zone", () => {
  it("reads midnight in Copenhagen as the day before in UTC", () => {
    expect(startOfDay(day("2024-01-23"), COPENHAGEN).toISOString()).toBe("2024-01-22T23:00:00.000Z");
    expect(dayIn(new Date("2024-01-22T23:00:00.000Z"), COPENHAGEN)).toBe("2024-01-23");
    expect(dayIn(new Date("2024-01-22T22:59:59.999Z"), COPENHAGEN)).toBe("2024-01-22");
    expect(dayIn(new Date("2024-01-22T22:59:59.999Z"), "Asia/Tokyo")).toBe("2024-01-23");
  });

  it("gives the change days 23 and 25 hours", () => {
    expect(hours("2026-03-29")).toBe(23);
    expect(hours("2026-10-25")).toBe(25);
    expect(hours("2026-10-26")).toBe(24);
    expect(endOfDay(day("2026-03-29"), COPENHAGEN).toISOString()).toBe("2026-03-29T21:59:59.999Z");
    expect(endOfDay(day("2026-10-25"), COPENHAGEN).toISOString()).toBe("2026-10-25T22:59:59.999Z");
  });

  it("takes a skipped clock time later and a repeated one at its first occurrence", () => {
    expect(atTime(day("2026-03-29"), "02:30", COPENHAGEN).toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(atTime(day("2026-10-25"), "02:30", COPENHAGEN).toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(atTime(day("2026-03-29"), "01:59", COPENHAGEN).toISOString()).toBe("2026-03-29T00:59:00.000Z");
    expect(atTime(day("2026-03-29"), "03:00", COPENHAGEN).toISOString()).toBe("2026-03-29T01:00:00.000Z");
  });

  it("reads seconds and milliseconds, and the end of the day is its last clock time", () => {
    expect(atTime(day("2026-07-01"), "23:59:59.999", COPENHAGEN)).toEqual(
      endOfDay(day("2026-07-01"), COPENHAGEN),
    );
    expect(atTime(day("2026-07-01"), "09:00:30", COPENHAGEN).toISOString()).toBe("2026-07-01T07:00:30.000Z");
    expect(clockIn(new Date("2026-07-01T07:00:30.000Z"), COPENHAGEN)).toBe("09:00");
  });

  it.each(["24:00", "9:00", "09:60", "", "09:00:30.9999", "09:00Z"])("refuses the clock time %j", (text) => {
    expect(() => atTime(day("2026-07-01"), text, COPENHAGEN)).toThrow(RangeError);
  });

  it("puts both ends of every day on that day, in any zone", () => {
    const zones = ["Europe/Copenhagen", "Europe/Amsterdam", "Pacific/Kiritimati", "America/St_Johns"];
    const days = fc.integer({ min: 0, max: 47_000 }).map((n) => addDays(day("1972-01-01"), n));
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (of, zone) => {
        expect(dayIn(startOfDay(of, zone), zone)).toBe(of);
        expect(dayIn(endOfDay(of, zone), zone)).toBe(of);
        expect(dayIn(new Date(endOfDay(of, zone).getTime() + 1), zone)).toBe(addDays(of, 1));
      }),
      { numRuns: 300 },
    );
  });
});
