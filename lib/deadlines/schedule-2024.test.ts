import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { windowsOfYear } from "@/lib/deadlines/windows";

/** The published calendar of 2024 as a reader of the page sees it; the first due days are the months' first bank days. */
const PUBLISHED = [
  ["2024-01", "2024-01-23", "2024-01-24", "2024-02", "2024-02-01", "2024-01-23T22:59:59.999Z"],
  ["2024-02", "2024-02-21", "2024-02-22", "2024-03", "2024-03-01", "2024-02-21T22:59:59.999Z"],
  ["2024-03", "2024-03-19", "2024-03-20", "2024-04", "2024-04-02", "2024-03-19T22:59:59.999Z"],
  ["2024-04", "2024-04-22", "2024-04-23", "2024-05", "2024-05-01", "2024-04-22T21:59:59.999Z"],
  ["2024-05", "2024-05-23", "2024-05-24", "2024-06", "2024-06-03", "2024-05-23T21:59:59.999Z"],
  ["2024-06", "2024-06-20", "2024-06-21", "2024-07", "2024-07-01", "2024-06-20T21:59:59.999Z"],
  ["2024-07", "2024-07-23", "2024-07-24", "2024-08", "2024-08-01", "2024-07-23T21:59:59.999Z"],
  ["2024-08", "2024-08-22", "2024-08-23", "2024-09", "2024-09-02", "2024-08-22T21:59:59.999Z"],
  ["2024-09", "2024-09-22", "2024-09-23", "2024-10", "2024-10-01", "2024-09-22T21:59:59.999Z"],
  ["2024-10", "2024-10-23", "2024-10-24", "2024-11", "2024-11-01", "2024-10-23T21:59:59.999Z"],
  ["2024-11", "2024-11-21", "2024-11-22", "2024-12", "2024-12-02", "2024-11-21T22:59:59.999Z"],
  ["2024-12", "2024-12-17", "2024-12-18", "2025-01", "2025-01-02", "2024-12-17T22:59:59.999Z"],
];

function rows(rule: (typeof RULES)["nets-bs" | "mastercard-bs"]) {
  return windowsOfYear(rule, 2024).map((it) => [
    it.month,
    it.deadline,
    it.processing,
    it.collectionMonth,
    it.firstDue,
    it.cutoffAt.toISOString(),
  ]);
}

describe("the schedule of 2024", () => {
  it("comes out of the rule alone to the day", () => {
    const windows = windowsOfYear(RULES["mastercard-bs"], 2024);
    expect(windows.every((it) => it.source === "rule" && it.sourceNote === undefined)).toBe(true);
    expect(rows(RULES["mastercard-bs"])).toEqual(PUBLISHED);
  });

  it("is kept as published, with its page, where the provider published it", () => {
    const windows = windowsOfYear(RULES["nets-bs"], 2024);
    expect(rows(RULES["nets-bs"])).toEqual(PUBLISHED);
    expect(windows.every((it) => it.source === "published" && it.sourceNote?.startsWith("https://"))).toBe(
      true,
    );
  });
});
