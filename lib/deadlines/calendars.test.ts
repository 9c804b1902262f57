import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBankDays,
  bankDayFromEnd,
  bankDayOnOrAfter,
  bankDayOnOrBefore,
  bankDaysBetween,
  type CalendarId,
  closedReason,
  firstBankDay,
  isBankDay,
  nextBankDay,
} from "@/lib/deadlines/calendars";
import { easterSunday } from "@/lib/deadlines/easter";
import { addDays, type Day, day, month, weekday } from "@/lib/kernel/day";

const anyDay = fc.integer({ min: 0, max: 40_541 }).map((n) => addDays(day("1990-01-01"), n));
const anyCalendar = fc.constantFrom<CalendarId>("denmark", "target");

/** Every closed day of a year that is not just a Saturday or Sunday. */
function namedClosings(calendar: CalendarId, year: number): Day[] {
  const all = Array.from({ length: 365 }, (_, n) => addDays(day(`${year}-01-01`), n));
  return all.filter((of) => !["saturday", "sunday", null].includes(closedReason(calendar, of)));
}

describe("Easter", () => {
  it.each([
    [1990, "1990-04-15"],
    [2008, "2008-03-23"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2028, "2028-04-16"],
    [2029, "2029-04-01"],
    [2030, "2030-04-21"],
    [2031, "2031-04-13"],
    [2038, "2038-04-25"],
    [2100, "2100-03-28"],
  ])("of %i is %s", (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });

  it("is a Sunday from 22 March to 25 April in every year", () => {
    for (let year = 1583; year <= 4000; year += 1) {
      const found = easterSunday(year);
      expect(weekday(found)).toBe(7);
      expect(found.slice(5) >= "03-22" && found.slice(5) <= "04-25").toBe(true);
    }
  });
});

describe("Danish bank days", () => {
  it("close on the central bank's list for 2026", () => {
    expect(namedClosings("denmark", 2026)).toEqual([
      ...["2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-15"],
      ...["2026-05-25", "2026-06-05", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"],
    ]);
  });

  it("close on the central bank's list for 2027, where 25 and 26 December are a weekend", () => {
    const list = namedClosings("denmark", 2027);
    expect(list.filter((of) => weekday(of) < 6)).toEqual([
      ...["2027-01-01", "2027-03-25", "2027-03-26", "2027-03-29", "2027-05-06"],
      ...["2027-05-07", "2027-05-17", "2027-12-24", "2027-12-31"],
    ]);
    // 5 June is on the bank's list too, and a Saturday.
    expect(list.filter((of) => weekday(of) >= 6)).toEqual(["2027-06-05", "2027-12-25", "2027-12-26"]);
  });

  it("close on Great Prayer Day up to 2023 and not since", () => {
    expect(closedReason("denmark", day("2023-05-05"))).toBe("great_prayer_day");
    expect(isBankDay("denmark", day("2024-04-26"))).toBe(true);
  });

  it("stay open on 1 May", () => {
    expect(isBankDay("denmark", day("2024-05-01"))).toBe(true);
  });
});

describe("TARGET days", () => {
  it("close on six days besides weekends", () => {
    expect(namedClosings("target", 2026)).toEqual([
      ...["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-12-26"],
    ]);
  });

  it.each([
    ["King's Day", "2026-04-27"],
    ["Liberation Day", "2026-05-05"],
    ["Ascension Day", "2026-05-14"],
    ["Whit Monday", "2026-05-25"],
    ["Christmas Eve", "2026-12-24"],
    ["New Year's Eve", "2026-12-31"],
  ])("stay open on %s", (_, of) => {
    expect(isBankDay("target", day(of))).toBe(true);
  });

  it("leave nothing between 24 and 28 December 2026", () => {
    expect(nextBankDay("target", day("2026-12-24"))).toBe("2026-12-28");
  });
});

describe("counting bank days", () => {
  it.each([
    ["denmark", "2024-09-22", -2, "2024-09-19"],
    ["denmark", "2024-03-27", 1, "2024-04-02"],
    ["denmark", "2024-12-23", 1, "2024-12-27"],
    ["denmark", "2024-12-30", 1, "2025-01-02"],
    ["target", "2024-03-28", 1, "2024-04-02"],
    ["target", "2026-04-30", 1, "2026-05-04"],
    ["target", "2026-05-02", 0, "2026-05-02"],
  ] as const)("%s: %s and %i bank days is %s", (calendar, from, count, expected) => {
    expect(addBankDays(calendar, day(from), count)).toBe(expected);
  });

  it("counts back what it added, from and to bank days", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 60 }), (calendar, start, count) => {
        const from = bankDayOnOrAfter(calendar, start);
        const to = addBankDays(calendar, from, count);
        expect(isBankDay(calendar, to)).toBe(true);
        expect(bankDaysBetween(calendar, from, to)).toBe(count);
        expect(bankDaysBetween(calendar, to, from)).toBe(-count);
        expect(addBankDays(calendar, to, -count)).toBe(from);
      }),
    );
  });

  it("finds the nearest bank days around any day, with only closed days between", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, at) => {
        const before = bankDayOnOrBefore(calendar, at);
        const after = bankDayOnOrAfter(calendar, at);
        expect(before <= at && at <= after).toBe(true);
        expect(before === after).toBe(isBankDay(calendar, at));
        expect(bankDaysBetween(calendar, before, after)).toBe(before === after ? 0 : 1);
        expect(nextBankDay(calendar, at) > at).toBe(true);
      }),
    );
  });

  it("counts from a month's end and refuses what a month does not have", () => {
    expect(bankDayFromEnd("denmark", month("2024-12"), 1)).toBe("2024-12-30");
    expect(bankDayFromEnd("denmark", month("2024-12"), 6)).toBe("2024-12-18");
    expect(firstBankDay("denmark", month("2025-01"))).toBe("2025-01-02");
    expect(() => bankDayFromEnd("denmark", month("2024-12"), 30)).toThrow(RangeError);
    expect(() => bankDayFromEnd("denmark", month("2024-12"), 0)).toThrow(RangeError);
  });
});
