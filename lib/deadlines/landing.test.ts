import { describe, expect, it } from "vitest";
import { landing } from "@/lib/deadlines/landing";
import { RULES } from "@/lib/deadlines/rules";
import { day, month } from "@/lib/kernel/day";
import { atTime } from "@/lib/kernel/instant";

const BS = RULES["nets-bs"];
const copenhagen = (text: string) => at(text, "Europe/Copenhagen");
const amsterdam = (text: string) => at(text, "Europe/Amsterdam");

/** `2024-04-22 23:59` in the zone. */
function at(text: string, zone: string): Date {
  return atTime(day(text.slice(0, 10)), text.slice(11), zone);
}

describe("landing in a monthly window", () => {
  it.each([
    // issued, wanted, window, due, on time, reason
    ["2024-04-15 09:12", undefined, "2024-04", "2024-05-01", true, "in_window"],
    ["2024-04-22 23:59:59.999", undefined, "2024-04", "2024-05-01", true, "in_window"],
    ["2024-04-23 00:00", undefined, "2024-05", "2024-06-03", true, "next_window"],
    ["2024-04-15 09:12", "2024-05-01", "2024-04", "2024-05-01", true, "in_window"],
    ["2024-04-15 09:12", "2024-05-15", "2024-04", "2024-05-15", true, "in_window"],
    ["2024-04-22 23:59:59.999", "2024-05-15", "2024-04", "2024-05-15", true, "in_window"],
    ["2024-04-23 00:00", "2024-05-15", "2024-05", "2024-06-03", false, "missed_cutoff"],
    ["2024-04-15 09:12", "2024-04-30", "2024-04", "2024-05-01", false, "missed_cutoff"],
    ["2024-04-15 09:12", "2024-04-15", "2024-04", "2024-05-01", false, "missed_cutoff"],
    ["2024-04-15 09:12", "2024-04-14", "2024-04", "2024-05-01", false, "past_date_moved"],
    ["2024-04-23 00:00", "2020-01-01", "2024-05", "2024-06-03", false, "past_date_moved"],
    ["2024-04-15 09:12", "2024-06-03", "2024-05", "2024-06-03", true, "in_window"],
    ["2024-05-15 09:12", "2024-06-01", "2024-05", "2024-06-03", true, "closed_day_moved"],
    ["2024-05-15 09:12", "2024-06-05", "2024-05", "2024-06-06", true, "closed_day_moved"],
    // The last days of March 2024 and of December are closed: the payment stays inside its month.
    ["2024-02-12 09:12", "2024-03-31", "2024-02", "2024-03-27", true, "closed_day_moved"],
    ["2024-11-12 09:12", "2024-12-31", "2024-11", "2024-12-30", true, "closed_day_moved"],
    // A Sunday is a good deadline day, and the year's end is crossed.
    ["2024-09-22 23:59", "2024-10-01", "2024-09", "2024-10-01", true, "in_window"],
    ["2024-12-17 23:59", undefined, "2024-12", "2025-01-02", true, "in_window"],
    ["2024-12-18 00:00", "2025-01-02", "2025-01", "2025-02-03", false, "missed_cutoff"],
    ["2024-04-15 09:12", "2024-07-15", "2024-06", "2024-07-15", true, "too_far_ahead"],
    ["2024-04-15 09:12", "9999-12-31", "9999-11", "9999-12-30", true, "too_far_ahead"],
  ])(
    "issued %s, wanted %s: window %s, due %s, on time %s, %s",
    (issued, wanted, window, due, onTime, code) => {
      const found = landing(BS, copenhagen(issued), wanted === undefined ? undefined : day(wanted));
      expect(found).toMatchObject({ window, due, onTime, reason: { code } });
      expect(found.collectionMonth).toBe(due.slice(0, 7));
      expect(found.movedFrom).toBe(wanted === due ? undefined : wanted);
    },
  );

  it("turns on the last millisecond of the deadline day, in winter, in summer and on the change days", () => {
    // 2024-01-23 is winter time, 2024-07-23 summer time; the overrides lie on the two change days of 2026.
    const changeDays = ["2026-03-29", "2026-10-25"].map((of) => ({
      month: month(of.slice(0, 7)),
      deadline: day(of),
      source: "override" as const,
    }));
    const edges = [
      ["2024-01-23T22:59:59.999Z", "2024-01"],
      ["2024-07-23T21:59:59.999Z", "2024-07"],
      ["2026-03-29T21:59:59.999Z", "2026-03"],
      ["2026-10-25T22:59:59.999Z", "2026-10"],
    ] as const;
    for (const [last, window] of edges) {
      const cutoffAt = new Date(last);
      const late = new Date(cutoffAt.getTime() + 1);
      expect(landing(BS, cutoffAt, undefined, changeDays)).toMatchObject({ window, cutoffAt });
      expect(landing(BS, late, undefined, changeDays).window).not.toBe(window);
    }
  });

  it("turns on the minute of a clock time, also at the hours that the change skips and repeats", () => {
    const on = (of: string) => [
      { month: month(of.slice(0, 7)), deadline: day(of), source: "override" as const },
    ];
    const spring = (utc: string) =>
      landing(BS, new Date(utc), undefined, on("2026-03-29"), { cutoffTime: "02:30" }).window;
    // 02:30 does not exist that night: it is 03:30 summer time, 01:30 UTC.
    expect(spring("2026-03-29T01:30:00.000Z")).toBe("2026-03");
    expect(spring("2026-03-29T01:31:00.000Z")).toBe("2026-04");
    const autumn = (utc: string) =>
      landing(BS, new Date(utc), undefined, on("2026-10-25"), { cutoffTime: "02:30" }).window;
    // 02:30 comes twice that night: the first one counts, 00:30 UTC.
    expect(autumn("2026-10-25T00:30:00.000Z")).toBe("2026-10");
    expect(autumn("2026-10-25T00:31:00.000Z")).toBe("2026-11");
  });

  it("names the cut-off that was missed and the one that counts now", () => {
    const found = landing(BS, copenhagen("2024-04-23 08:00"), day("2024-05-15"));
    expect(found.reason).toEqual({
      code: "missed_cutoff",
      wanted_month: "2024-05",
      cutoff_at: new Date("2024-04-22T21:59:59.999Z"),
    });
    expect(found.cutoffAt.toISOString()).toBe("2024-05-23T21:59:59.999Z");
  });

  it("says from when a payment that is due too far ahead can be issued", () => {
    const wanted = day("2024-07-15");
    expect(landing(BS, copenhagen("2024-04-15 12:00"), wanted).reason).toEqual({
      code: "too_far_ahead",
      max_days: 90,
      possible_from: "2024-04-16",
    });
    expect(landing(BS, copenhagen("2024-04-16 00:00"), wanted).reason.code).toBe("in_window");
    expect(landing(BS, copenhagen("2024-04-15 12:00"), wanted, [], { maxDaysAhead: null }).reason.code).toBe(
      "in_window",
    );
  });

  it("is at risk on the deadline day itself and warns from two bank days before", () => {
    const flags = (issued: string, wanted?: string) => {
      const { atRisk, warning } = landing(
        BS,
        copenhagen(issued),
        wanted === undefined ? undefined : day(wanted),
      );
      return { atRisk, warning };
    };
    expect(flags("2024-09-18 23:59")).toEqual({ atRisk: false, warning: false });
    expect(flags("2024-09-19 00:00")).toEqual({ atRisk: false, warning: true });
    expect(flags("2024-09-22 00:00")).toEqual({ atRisk: true, warning: true });
    expect(flags("2024-09-22 00:00", "2024-11-15")).toEqual({ atRisk: false, warning: false });
    expect(flags("2024-09-23 00:00")).toEqual({ atRisk: false, warning: false });
  });

  it("takes the day before the deadline as the last, and then without risk, where the setting says so", () => {
    const found = (issued: string) => landing(BS, copenhagen(issued), undefined, [], { dayBefore: true });
    expect(found("2024-04-21 23:59:59.999")).toMatchObject({
      window: "2024-04",
      atRisk: false,
      warning: true,
    });
    expect(found("2024-04-22 00:00")).toMatchObject({ window: "2024-05", atRisk: false });
  });

  it("lets a month's end roll into the next month and its window where the setting says so", () => {
    const found = landing(BS, copenhagen("2024-02-12 09:12"), day("2024-03-31"), [], {
      keepDueInMonth: false,
    });
    expect(found).toMatchObject({ window: "2024-03", due: "2024-04-02", collectionMonth: "2024-04" });
  });

  it("never comes before the first due day of its month", () => {
    const dates = [{ month: month("2024-04"), firstDue: day("2024-05-03"), source: "override" as const }];
    expect(landing(BS, copenhagen("2024-04-15 09:12"), day("2024-05-02"), dates)).toMatchObject({
      due: "2024-05-03",
      movedFrom: "2024-05-02",
      onTime: true,
      reason: { code: "before_first_due", wanted: "2024-05-02", first_due: "2024-05-03" },
    });
  });
});

describe("landing on a daily rule", () => {
  const SEPA = RULES["sepa-core"];

  it.each([
    // Two TARGET days ahead: Thursday 2 April 2026 before Easter leads to Wednesday 8 April.
    ["2026-04-01 10:00", undefined, "2026-04-07", true, "in_time"],
    ["2026-04-02 10:00", undefined, "2026-04-08", true, "in_time"],
    ["2026-04-02 10:00", "2026-04-07", "2026-04-08", false, "missed_cutoff"],
    ["2026-04-02 10:00", "2026-04-08", "2026-04-08", true, "in_time"],
    ["2026-04-28 10:00", "2026-05-01", "2026-05-04", true, "closed_day_moved"],
    ["2026-04-28 10:00", "2026-04-27", "2026-04-30", false, "past_date_moved"],
    ["2026-04-28 10:00", "2026-04-28", "2026-04-30", false, "missed_cutoff"],
    // What comes on a closed day counts from the next bank day.
    ["2026-04-18 10:00", undefined, "2026-04-22", true, "in_time"],
    ["2026-04-17 23:59:59.999", undefined, "2026-04-21", true, "in_time"],
    ["2026-12-23 10:00", undefined, "2026-12-28", true, "in_time"],
    ["2026-06-01 10:00", "2026-12-31", "2026-12-31", true, "in_time"],
  ])("SEPA issued %s, wanted %s: due %s, on time %s, %s", (issued, wanted, due, onTime, code) => {
    const found = landing(SEPA, amsterdam(issued), wanted === undefined ? undefined : day(wanted));
    expect(found).toMatchObject({ window: null, due, onTime, reason: { code } });
    expect(found.collectionMonth).toBe(due.slice(0, 7));
    expect(found.cutoffAt >= amsterdam(issued)).toBe(true);
  });

  it("stops counting today at the cut-off clock time, to the minute, before and after the change to summer time", () => {
    const due = (utc: string) => landing(SEPA, new Date(utc), undefined, [], { cutoffTime: "15:00" }).due;
    expect(due("2026-03-27T14:00:00.000Z")).toBe("2026-03-31");
    expect(due("2026-03-27T14:01:00.000Z")).toBe("2026-04-01");
    expect(due("2026-03-30T13:00:00.000Z")).toBe("2026-04-01");
    expect(due("2026-03-30T13:01:00.000Z")).toBe("2026-04-02");
  });

  it("takes the lead from the settings", () => {
    expect(landing(SEPA, amsterdam("2026-04-20 10:00"), undefined, [], { leadBankDays: 5 }).due).toBe(
      "2026-04-27",
    );
  });

  it("of Leverandørservice is one Danish bank day ahead, two for paying back, and at risk on its last day", () => {
    const LS = RULES["nets-ls"];
    const issued = copenhagen("2026-06-04 10:00");
    expect(landing(LS, issued, undefined).due).toBe("2026-06-08");
    expect(landing(LS, issued, undefined, [], { leadBankDays: LS.creditLeadBankDays }).due).toBe(
      "2026-06-09",
    );
    expect(landing(LS, issued, undefined)).toMatchObject({ atRisk: false, warning: false });
    expect(landing(LS, issued, day("2026-06-08"))).toMatchObject({
      atRisk: true,
      warning: true,
      onTime: true,
    });
    expect(landing(LS, issued, day("2026-06-09"))).toMatchObject({
      atRisk: false,
      warning: false,
      onTime: true,
    });
  });
});
