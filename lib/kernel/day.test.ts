import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsToDay,
  type Day,
  day,
  dayInMonth,
  daysBetween,
  firstOf,
  isDay,
  isMonth,
  lastOf,
  month,
  monthOf,
  monthsOf,
  weekday,
} from "@/lib/kernel/day";

const anyDay = fc.integer({ min: -400_000, max: 2_000_000 }).map((n): Day => addDays(day("2000-01-01"), n));

/** An independent reckoner: the platform's UTC calendar. */
function utc(text: string): Date {
  return new Date(`${text}T00:00:00.000Z`);
}

describe("a day", () => {
  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("reads %s", (text) => {
    expect(day(text)).toBe(text);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "0000-01-01",
    "2024-1-1",
    "20240101",
    " 2024-01-01",
    "2024-01-01T00:00:00Z",
    "2024-01-01\n",
    "",
  ])("refuses %j", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it("agrees with the platform's UTC calendar on every day of eleven centuries tried", () => {
    fc.assert(
      fc.property(anyDay, (it) => {
        const platform = utc(it);
        expect(platform.toISOString().slice(0, 10)).toBe(it);
        expect(weekday(it)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay());
        expect(daysBetween(day("1970-01-01"), it)).toBe(platform.getTime() / 86_400_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes back after adding and taking away, and keeps its order", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300_000, max: 300_000 }), (start, n) => {
        const moved = addDays(start, n);
        expect(addDays(moved, -n)).toBe(start);
        expect(daysBetween(start, moved)).toBe(n);
        expect(moved > start).toBe(n > 0);
      }),
    );
  });

  it("refuses to leave the years it knows and to add parts of days", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(day("0001-01-01"), -1)).toThrow(RangeError);
    expect(() => addDays(day("2024-01-01"), 0.5)).toThrow(RangeError);
  });
});

describe("a month", () => {
  it.each(["2024-13", "2024-00", "2024-1", "0000-01", "2024-01-01"])("refuses %j", (text) => {
    expect(isMonth(text)).toBe(false);
    expect(() => month(text)).toThrow(RangeError);
  });

  it.each([
    ["2024-01", 1, "2024-02"],
    ["2024-12", 1, "2025-01"],
    ["2024-01", -1, "2023-12"],
    ["2024-03", -15, "2022-12"],
    ["2024-03", 24, "2026-03"],
  ])("%s plus %i months is %s", (from, n, to) => {
    expect(addMonths(month(from), n)).toBe(to);
  });

  it("knows its first and last day", () => {
    expect(firstOf(month("2024-02"))).toBe("2024-02-01");
    expect(lastOf(month("2024-02"))).toBe("2024-02-29");
    expect(lastOf(month("2023-02"))).toBe("2023-02-28");
    expect(lastOf(month("2024-12"))).toBe("2024-12-31");
    expect(monthOf(day("2024-02-29"))).toBe("2024-02");
    expect(monthsOf(2024)).toHaveLength(12);
  });

  it("clamps a day to a shorter month and keeps the anchor for the next", () => {
    expect(dayInMonth(month("2025-02"), 31)).toBe("2025-02-28");
    expect(dayInMonth(month("2025-03"), 31)).toBe("2025-03-31");
    expect(addMonthsToDay(day("2023-01-30"), 13)).toBe("2024-02-29");
    expect(() => dayInMonth(month("2025-02"), 0)).toThrow(RangeError);
  });
});
