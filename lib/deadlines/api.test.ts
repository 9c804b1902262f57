import { describe, expect, it } from "vitest";
import { deadlinesJson, landingJson } from "@/lib/deadlines/api";
import { landing } from "@/lib/deadlines/landing";
import { RULES } from "@/lib/deadlines/rules";
import { windowsOfYear } from "@/lib/deadlines/windows";
import { day, month } from "@/lib/kernel/day";

const BS = RULES["nets-bs"];

describe("the public shape", () => {
  it("of a year's deadlines", () => {
    const json = deadlinesJson(BS, 2024, windowsOfYear(BS, 2024));
    expect(json).toMatchObject({ rule: "nets-bs", year: 2024, zone: "Europe/Copenhagen" });
    expect(json.windows).toHaveLength(12);
    expect(json.windows[0]).toEqual({
      month: "2024-01",
      deadline: "2024-01-23",
      cutoff_at: "2024-01-23T22:59:59.999Z",
      processing: "2024-01-24",
      collection_month: "2024-02",
      first_due: "2024-02-01",
      source: "published",
    });
    expect(deadlinesJson(BS, 2026, windowsOfYear(BS, 2026)).windows[0]?.source).toBe("rule");
  });

  it("of a landing", () => {
    expect(landingJson(landing(BS, new Date("2024-04-23T06:00:00Z"), day("2024-05-15")))).toEqual({
      window: "2024-05",
      collection_month: "2024-06",
      due: "2024-06-03",
      cutoff_at: "2024-05-23T21:59:59.999Z",
      on_time: false,
      reason: "The cut-off for collection in 2024-05 has passed; due 2024-06-03 instead.",
      reason_code: "missed_cutoff",
    });
  });

  it.each([
    ["nets-bs", "2024-04-15", undefined, "in_window", "In time for the 2024-04 window."],
    [
      "nets-bs",
      "2024-04-24",
      undefined,
      "next_window",
      "The 2024-04 window has closed; the next one collects in 2024-06.",
    ],
    [
      "nets-bs",
      "2024-05-15",
      "2024-06-05",
      "closed_day_moved",
      "Banks are closed on 2024-06-05; due 2024-06-06 instead.",
    ],
    [
      "nets-bs",
      "2024-05-15",
      "2024-05-01",
      "past_date_moved",
      "2024-05-01 has passed; due 2024-06-03 instead.",
    ],
    [
      "nets-bs",
      "2024-05-15",
      "2025-05-02",
      "too_far_ahead",
      "Due more than 90 days ahead; can be issued from 2025-02-01.",
    ],
    ["sepa-core", "2026-06-10", undefined, "in_time", "Far enough ahead of its due day."],
  ] as const)("%s on %s for %s says %s", (rule, at, wanted, code, sentence) => {
    const json = landingJson(landing(RULES[rule], new Date(`${at}T08:00:00Z`), wanted && day(wanted)));
    expect(json).toMatchObject({ reason_code: code, reason: sentence });
  });

  it("names the first due day where that decided", () => {
    const dates = [{ month: month("2024-04"), firstDue: day("2024-05-03"), source: "override" as const }];
    const json = landingJson(landing(BS, new Date("2024-04-15T08:00:00Z"), day("2024-05-02"), dates));
    expect(json.reason).toBe("Nothing is collected before 2024-05-03 in 2024-05.");
  });
});
