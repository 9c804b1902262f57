import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addTargetDays,
  amsterdamDay,
  amsterdamInstant,
  daysBetween,
  isDay,
  isTargetDay,
  onOrAfter,
  withOffset,
} from "./calendar";

describe("the TARGET calendar", () => {
  test.each([
    "2026-01-01",
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-12-25",
    "2027-03-26",
    "2027-03-29",
  ])("%s is closed", (day) => {
    expect(isTargetDay(day)).toBe(false);
  });

  test.each([
    "2026-04-02",
    "2026-04-07",
    "2026-04-27",
    "2026-05-14",
    "2026-05-25",
    "2026-12-24",
    "2026-12-28",
  ])("%s is open, Dutch holiday or not", (day) => {
    expect(isTargetDay(day)).toBe(true);
  });

  test("Easter is found in early and late years", () => {
    for (const goodFriday of ["2008-03-21", "2011-04-22", "2024-03-29", "2025-04-18", "2038-04-23"]) {
      expect(isTargetDay(goodFriday)).toBe(false);
      expect(isTargetDay(addDays(goodFriday, -1))).toBe(true);
      expect(isTargetDay(addDays(goodFriday, 3))).toBe(false);
      expect(isTargetDay(addDays(goodFriday, 4))).toBe(true);
    }
  });

  test("business days are counted over Easter, both ways", () => {
    expect(addTargetDays("2026-04-02", 1)).toBe("2026-04-07");
    expect(addTargetDays("2026-04-08", -2)).toBe("2026-04-02");
    expect(onOrAfter("2026-04-03")).toBe("2026-04-07");
  });
});

describe("time in Amsterdam", () => {
  test("every hour of two years shows as the system's own zone data shows it", () => {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Amsterdam",
      dateStyle: "short",
      timeStyle: "medium",
    });
    const start = Date.UTC(2026, 0, 1);
    for (let hour = 0; hour < 2 * 365 * 24; hour += 1) {
      const instant = new Date(start + hour * 3_600_000);
      const shown = format.format(instant);
      expect(withOffset(instant).slice(0, 19).replace("T", " ")).toBe(shown);
      expect(amsterdamDay(instant)).toBe(shown.slice(0, 10));
    }
  });

  test("the text with its offset names the same instant", () => {
    for (const text of ["2026-02-12T09:58:52.000Z", "2026-07-01T22:30:00.000Z"]) {
      expect(new Date(withOffset(new Date(text))).toISOString()).toBe(text);
    }
  });

  test("an hour of a day is found in winter, in summer and on the days the clock changes", () => {
    expect(amsterdamInstant("2026-02-12", 8).toISOString()).toBe("2026-02-12T07:00:00.000Z");
    expect(amsterdamInstant("2026-07-01", 0).toISOString()).toBe("2026-06-30T22:00:00.000Z");
    expect(amsterdamInstant("2026-03-29", 8).toISOString()).toBe("2026-03-29T06:00:00.000Z");
    expect(amsterdamInstant("2026-10-25", 0).toISOString()).toBe("2026-10-24T22:00:00.000Z");
    expect(amsterdamInstant("2026-10-25", 8).toISOString()).toBe("2026-10-25T07:00:00.000Z");
  });
});

test("months end on their last day and days are counted over the clock change", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2027-12-31", 2)).toBe("2028-02-29");
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
  expect(daysBetween("2026-03-01", "2026-04-26")).toBe(56);
});

test("a day must exist", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2026-2-1")).toBe(false);
});
