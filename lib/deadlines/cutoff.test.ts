import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CutoffState, cutoffState, nextCutoff, stateOfCutoff } from "@/lib/deadlines/cutoff";
import { RULES } from "@/lib/deadlines/rules";
import { day, month } from "@/lib/kernel/day";
import { atTime } from "@/lib/kernel/instant";

const BS = RULES["nets-bs"];
const LS = RULES["nets-ls"];
const copenhagen = (of: string, clock: string) => atTime(day(of), clock, "Europe/Copenhagen");

describe("how pressing the monthly cut-off is", () => {
  // The deadline of September 2024 is a Sunday: two bank days before it is the Thursday.
  it.each<[string, string, CutoffState]>([
    ["2024-09-01", "00:00", "calm"],
    ["2024-09-18", "23:59:59.999", "calm"],
    ["2024-09-19", "00:00", "warning"],
    ["2024-09-21", "23:59:59.999", "warning"],
    ["2024-09-22", "00:00", "today"],
    ["2024-09-22", "23:59:59.999", "today"],
    ["2024-09-23", "00:00", "passed"],
    ["2024-09-30", "23:59:59.999", "passed"],
    ["2024-10-01", "00:00", "calm"],
  ])("%s %s is %s", (of, clock, state) => {
    expect(cutoffState(BS, copenhagen(of, clock))).toBe(state);
  });

  it("opens the band where the setting says", () => {
    expect(cutoffState(BS, copenhagen("2024-09-19", "12:00"), [], { warningBankDays: 1 })).toBe("calm");
    expect(cutoffState(BS, copenhagen("2024-09-20", "12:00"), [], { warningBankDays: 1 })).toBe("warning");
  });

  it("follows a date that a person set", () => {
    const dates = [{ month: month("2024-09"), deadline: day("2024-09-10"), source: "override" as const }];
    expect(cutoffState(BS, copenhagen("2024-09-10", "12:00"), dates)).toBe("today");
    expect(cutoffState(BS, copenhagen("2024-09-11", "12:00"), dates)).toBe("passed");
  });
});

describe("how pressing the daily cut-off is", () => {
  it.each<[string, string, CutoffState]>([
    ["2026-06-04", "14:59", "today"],
    ["2026-06-04", "15:00", "today"],
    ["2026-06-04", "15:01", "passed"],
    ["2026-06-05", "10:00", "calm"],
    ["2026-06-07", "10:00", "calm"],
    ["2026-06-08", "10:00", "today"],
  ])("%s %s is %s", (of, clock, state) => {
    expect(cutoffState(LS, copenhagen(of, clock), [], { cutoffTime: "15:00" })).toBe(state);
  });
});

describe("the next cut-off", () => {
  it("is this month's until its last millisecond, then next month's", () => {
    expect(nextCutoff(BS, copenhagen("2024-09-22", "23:59:59.999"))).toMatchObject({
      deadline: "2024-09-22",
      collectionMonth: "2024-10",
      firstDue: "2024-10-01",
    });
    expect(nextCutoff(BS, copenhagen("2024-09-23", "00:00"))).toMatchObject({
      deadline: "2024-10-23",
      collectionMonth: "2024-11",
      window: { month: "2024-10" },
    });
  });

  it("of a daily rule is the next bank day's", () => {
    // 5 June 2026, Constitution Day, is a Friday.
    expect(nextCutoff(LS, copenhagen("2026-06-04", "15:01"), [], { cutoffTime: "15:00" })).toEqual({
      cutoffAt: new Date("2026-06-08T13:00:00.000Z"),
      deadline: "2026-06-08",
      collectionMonth: "2026-06",
      firstDue: "2026-06-09",
      window: null,
    });
  });

  it("never lies in the past, and is never passed", () => {
    const moments = fc.date({
      min: new Date("1990-01-01"),
      max: new Date("2100-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...Object.values(RULES)), (now, rule) => {
        const { cutoffAt } = nextCutoff(rule, now);
        expect(cutoffAt >= now).toBe(true);
        expect(stateOfCutoff(rule, cutoffAt, now)).not.toBe("passed");
      }),
    );
  });
});
