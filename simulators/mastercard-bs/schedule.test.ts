import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isBankingDay } from "./banking-days";
import { nextPublishMoment } from "./schedule";

/** The closed weekdays of a year. */
function closedWeekdays(year: number): string[] {
  const closed: string[] = [];
  for (let day = new Temporal.PlainDate(year, 1, 1); day.year === year; day = day.add({ days: 1 }))
    if (day.dayOfWeek <= 5 && !isBankingDay(day)) closed.push(day.toString().slice(5));
  return closed;
}

describe("Danish banking days", () => {
  it("agrees with the central bank's list for 2026", () => {
    expect(closedWeekdays(2026)).toEqual([
      "01-01",
      "04-02",
      "04-03",
      "04-06",
      "05-14",
      "05-15",
      "05-25",
      "06-05",
      "12-24",
      "12-25",
      "12-31",
    ]);
  });

  it("agrees with the central bank's list for 2027", () => {
    expect(closedWeekdays(2027)).toEqual([
      "01-01",
      "03-25",
      "03-26",
      "03-29",
      "05-06",
      "05-07",
      "05-17",
      "12-24",
      "12-31",
    ]);
  });

  it("closes on Great Prayer Day until 2023 only, and opens on 1 May", () => {
    expect(isBankingDay(Temporal.PlainDate.from("2023-05-05"))).toBe(false);
    expect(isBankingDay(Temporal.PlainDate.from("2024-04-26"))).toBe(true);
    expect(isBankingDay(Temporal.PlainDate.from("2026-05-01"))).toBe(true);
  });
});

describe("publish moments of production", () => {
  const cases: [string, string, string][] = [
    ["before the first of a winter day", "2026-01-05T05:59:59Z", "2026-01-05T06:00:00Z"],
    ["at a moment itself, the next", "2026-01-05T06:00:00Z", "2026-01-05T08:00:00Z"],
    ["between two", "2026-01-05T11:30:00Z", "2026-01-05T12:00:00Z"],
    ["after the last, the next morning", "2026-01-05T18:00:00Z", "2026-01-06T06:00:00Z"],
    ["in summer time", "2026-07-06T04:59:00Z", "2026-07-06T05:00:00Z"],
    ["over a weekend into summer time", "2026-03-27T18:00:00Z", "2026-03-30T05:00:00Z"],
    ["over Easter", "2026-04-01T17:00:00Z", "2026-04-07T05:00:00Z"],
    ["over Christmas", "2026-12-23T18:00:00Z", "2026-12-28T06:00:00Z"],
    ["over New Year", "2026-12-30T18:00:00Z", "2027-01-04T06:00:00Z"],
  ];
  for (const [name, after, next] of cases)
    it(name, () => {
      expect(nextPublishMoment(new Date(after))).toEqual(new Date(next));
    });
});
