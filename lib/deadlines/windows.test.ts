import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankDaysBetween, isBankDay } from "@/lib/deadlines/calendars";
import { findRule, RULES } from "@/lib/deadlines/rules";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { windowProblems } from "@/lib/deadlines/window-problems";
import { checkedAgainst, firstOpenWindow, windowOf, windowsOfYear } from "@/lib/deadlines/windows";
import { addMonths, day, daysBetween, firstOf, lastOf, month, monthOf } from "@/lib/kernel/day";
import { dayIn, endOfDay } from "@/lib/kernel/instant";

const BS = RULES["nets-bs"];
const anyYear = fc.integer({ min: 1990, max: 2100 });
const APRIL = month("2024-04");

const override = (dates: Partial<WindowDates>): WindowDates => ({
  month: APRIL,
  source: "override",
  ...dates,
});

describe("windows of a year", () => {
  it("process on the sixth-last bank day, and close the calendar day before, in every year", () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const windows = windowsOfYear(BS, year);
        expect(windows).toHaveLength(12);
        for (const it of windows) {
          expect(isBankDay("denmark", it.processing)).toBe(true);
          expect(bankDaysBetween("denmark", it.processing, lastOf(it.month))).toBe(5);
          expect(daysBetween(it.deadline, it.processing)).toBe(1);
          expect(monthOf(it.deadline)).toBe(it.month);
          expect(it.collectionMonth).toBe(addMonths(it.month, 1));
          expect(bankDaysBetween("denmark", lastOf(it.month), it.firstDue)).toBe(1);
          expect(monthOf(it.firstDue)).toBe(it.collectionMonth);
          expect(it.cutoffAt).toEqual(endOfDay(it.deadline, BS.zone));
        }
      }),
    );
  });

  it("follow one another without a gap: every moment has exactly one first open window", () => {
    const moments = fc.date({
      min: new Date("1990-01-01"),
      max: new Date("2100-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (at) => {
        const open = firstOpenWindow(BS, at);
        expect(open.cutoffAt >= at).toBe(true);
        expect(windowOf(BS, addMonths(open.month, -1)).cutoffAt < at).toBe(true);
      }),
    );
  });

  it("are none for a daily rule", () => {
    expect(windowsOfYear(RULES["sepa-core"], 2026)).toEqual([]);
    expect(windowsOfYear(RULES["nets-ls"], 2026)).toEqual([]);
  });

  it("are found by a rule's name, and no other name is a rule", () => {
    expect(findRule("nets-bs")).toBe(BS);
    expect(findRule("toString")).toBeUndefined();
    expect(findRule("NETS-BS")).toBeUndefined();
  });
});

describe("the settings of a rule", () => {
  it("can close a day earlier, and the scheme's deadline stays as published", () => {
    const window = windowOf(BS, APRIL, [], { dayBefore: true });
    expect(window.deadline).toBe("2024-04-22");
    expect(window.cutoffAt.toISOString()).toBe("2024-04-21T21:59:59.999Z");
  });

  it("can close at a clock time", () => {
    const window = windowOf(BS, APRIL, [], { cutoffTime: "14:30" });
    expect(window.cutoffAt.toISOString()).toBe("2024-04-22T12:30:00.000Z");
  });

  it("can move the processing day and the deadline before it", () => {
    const window = windowOf(RULES["mastercard-bs"], APRIL, [], {
      processingBankDay: 3,
      deadlineDaysBefore: 0,
    });
    expect(window).toMatchObject({ deadline: "2024-04-26", processing: "2024-04-26", source: "rule" });
  });
});

describe("dates in place of the computed ones", () => {
  it("replace a published date, with their source and reason", () => {
    const dates = override({ deadline: day("2024-04-19"), note: "bank strike" });
    const window = windowOf(BS, APRIL, [dates]);
    expect(window).toMatchObject({
      deadline: "2024-04-19",
      processing: "2024-04-23",
      source: "override",
      sourceNote: "bank strike",
    });
    expect(window.cutoffAt.toISOString()).toBe("2024-04-19T21:59:59.999Z");
    expect(checkedAgainst(BS, window)).toBe("differs");
  });

  it("come before a published table that is handed in, and the newest entry of a month counts", () => {
    const published: WindowDates = { month: APRIL, source: "published", deadline: day("2024-04-18") };
    const dates = [
      override({ deadline: day("2024-04-16") }),
      published,
      override({ deadline: day("2024-04-17") }),
    ];
    expect(windowOf(BS, APRIL, dates).deadline).toBe("2024-04-17");
    expect(windowOf(BS, APRIL, [published])).toMatchObject({ deadline: "2024-04-18", source: "published" });
    expect(windowOf(BS, APRIL, [published])).not.toHaveProperty("sourceNote");
  });

  it("leave other months alone", () => {
    const dates = [override({ deadline: day("2024-04-16") })];
    expect(windowOf(BS, month("2024-05"), dates)).toEqual(windowOf(BS, month("2024-05")));
  });

  it("push processing behind a deadline that overtook it", () => {
    expect(windowOf(BS, APRIL, [override({ deadline: day("2024-04-26") })]).processing).toBe("2024-04-29");
  });

  it("are told apart from an unchecked month", () => {
    expect(checkedAgainst(BS, windowOf(BS, APRIL))).toBe("same");
    expect(checkedAgainst(BS, windowOf(BS, month("2026-04")))).toBe("not_published");
  });
});

describe("problems of dates that a person enters", () => {
  it.each([
    [{ deadline: day("2024-04-19") }, []],
    [{ deadline: day("2024-04-19"), processing: day("2024-04-22"), firstDue: day("2024-05-02") }, []],
    [{}, ["nothing_given"]],
    [{ deadline: day("2024-05-02") }, ["deadline_outside_month"]],
    [{ processing: day("2024-04-22") }, ["processing_not_after_deadline"]],
    [{ processing: day("2024-04-27") }, ["processing_on_closed_day"]],
    [
      { firstDue: firstOf(month("2024-06")) },
      ["first_due_outside_collection_month", "first_due_on_closed_day"],
    ],
  ])("%j has %j", (dates, problems) => {
    expect(windowProblems(BS, override(dates))).toEqual(problems);
  });
});

it("the cut-off lies on the deadline day in Copenhagen in every year", () => {
  fc.assert(
    fc.property(anyYear, (year) => {
      for (const it of windowsOfYear(BS, year)) expect(dayIn(it.cutoffAt, BS.zone)).toBe(it.deadline);
    }),
    { numRuns: 30 },
  );
});
