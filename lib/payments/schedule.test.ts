import { describe, expect, it } from "vitest";
import { collectionMonth, monthAfterMissing } from "@/lib/payments/schedule";

describe("the name of a window", () => {
  it("is the month that collects, not that of its deadline", () => {
    expect(collectionMonth("2026-12")).toBe("2027-01");
  });
  it("has a month more when it is missed", () => {
    expect(monthAfterMissing("2026-12")).toBe("2027-02");
  });
  it("is none where there are no windows", () => {
    expect([collectionMonth(""), monthAfterMissing("")]).toEqual([null, null]);
  });
});
