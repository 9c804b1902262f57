import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { samplePayment } from "@/lib/testing/payment";
import { nextOf } from "./next-of";

const now = new Date("2026-12-02T09:00:00Z");
const next = (...open: Parameters<typeof samplePayment>[0][]) => {
  const found = nextOf(open.map(samplePayment), day("2026-12-02"), now);
  return found && [found.code, found.payment.id];
};

const awaited = { id: "pay_a", state: "scheduled", planned: "2026-12-01" } as const;
const ahead = { id: "pay_n", state: "pending", planned: "2027-01-04" } as const;
const missed = {
  id: "pay_m",
  state: "ready",
  sending: "sending",
  planned: "2026-12-01",
  cutoffAt: new Date("2026-11-22T22:59:59.999Z"),
} as const;

describe("the next payment", () => {
  it("is the first that is ahead, and never one whose day is past", () => {
    expect(next()).toBeNull();
    expect(next(awaited, missed, ahead)).toEqual(["ahead", "pay_n"]);
    expect(next({ ...awaited, planned: "2026-12-02" })).toEqual(["ahead", "pay_a"]);
  });

  it("is told as awaited when its day is past and nobody has said how it went", () => {
    expect(next(missed, awaited)).toEqual(["awaited", "pay_a"]);
  });

  it("is told as waiting once it missed its cut-off, also while its day is still to come", () => {
    expect(next(missed)).toEqual(["waits", "pay_m"]);
    expect(next({ ...missed, planned: "2027-01-04" })).toEqual(["waits", "pay_m"]);
  });
});
