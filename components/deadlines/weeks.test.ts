import { describe, expect, it } from "vitest";
import { weekNumber, weeksOf } from "@/components/deadlines/weeks";
import { day, month } from "@/lib/kernel/day";

describe("weekNumber", () => {
  it.each([
    ["2026-01-01", 1],
    ["2026-11-22", 47],
    ["2026-11-23", 48],
    ["2026-12-31", 53],
    ["2027-01-03", 53],
    ["2027-01-04", 1],
    ["2024-12-30", 1],
    ["2021-01-03", 53],
  ] as const)("of %s is %i", (text, number) => {
    expect(weekNumber(day(text))).toBe(number);
  });
});

describe("weeksOf", () => {
  it("begins on the Monday before the first and ends on the Sunday after the last", () => {
    const weeks = weeksOf(month("2026-11"));
    expect(weeks.map((week) => week.number)).toEqual([44, 45, 46, 47, 48, 49]);
    expect(weeks[0]?.days[0]).toBe("2026-10-26");
    expect(weeks.at(-1)?.days.at(-1)).toBe("2026-12-06");
  });
  it("needs four weeks for a February that begins on a Monday", () => {
    expect(weeksOf(month("2027-02"))).toHaveLength(4);
  });
});
